/* See <pmo/holidays.h>. */
#include <pmo/holidays.h>

#include "store/draft.h"

#include <pmo/text.h>

#include <string.h>

enum { WORDS = 8, RULES = 100 };

struct reading {
	struct pmo_arena *arena;
	struct pmo_diags *diags;
	struct ydoc *doc; /* in the arena: diagnostics point into it */
	struct pmo_holiday_rule *rules;
	size_t count, capacity;
};

static void complain(const struct reading *reading, const struct ydoc_node *node,
		     const char *message)
{
	struct pmo_place place = ydoc_place(reading->doc, node);
	pmo_diag_add(reading->diags, PMO_ERROR, "holiday-rule", &place, "%s", message);
}

/* 0 to 9999; -1: it is no number. Letters behind it (1st) are left to the caller. */
static int number_at(const char *text, size_t *length)
{
	int number = 0;
	*length = strspn(text, "0123456789");
	if (!*length || *length > 4)
		return -1;
	for (size_t i = 0; i < *length; i++)
		number = number * 10 + (text[i] - '0');
	return number;
}

static int whole_number(const char *text)
{
	size_t length;
	int number = number_at(text, &length);
	return number >= 0 && !text[length] ? number : -1;
}

static int month_of(const char *word)
{
	for (int i = 1; i <= 12; i++)
		if (pmo_ascii_equal(word, pmo_date_month_name(i)))
			return i;
	return 0;
}

static int weekday_of(const char *word)
{
	for (int i = 0; i < 7; i++)
		if (pmo_ascii_equal(word, pmo_date_weekday_name(i)))
			return i;
	return -1;
}

/* 1 for 1st; 5 for the last; 0: neither. */
static int nth_of(const char *word)
{
	size_t length;
	if (pmo_ascii_equal(word, "last"))
		return 5;
	int number = number_at(word, &length);
	return number >= 1 && number <= 4 && pmo_word_is_in("st|nd|rd|th", word + length) ? number
											  : 0;
}

/* `Sat` or `Mon|Tue|Wed` as bits. */
static bool read_weekdays(char *words, int *weekdays)
{
	for (char *word = words; word; words = word) {
		word = strchr(words, '|');
		if (word)
			*word++ = '\0';
		int weekday = weekday_of(words);
		if (weekday < 0)
			return false;
		*weekdays |= 1 << weekday;
	}
	return true;
}

/* `+1`, `-2`, `since 2021` and `on Mon|Tue`, in any order, behind what is the day. */
static bool read_rest(char **words, size_t count, struct pmo_holiday_rule *rule)
{
	for (size_t i = 0; i < count; i++) {
		if (pmo_ascii_equal(words[i], "on")) {
			if (++i == count || !read_weekdays(words[i], &rule->weekdays))
				return false;
			continue;
		}
		int number = strchr("+-", words[i][0]) ? whole_number(words[i] + 1) : -1;
		if (number >= 0 && number <= 366) {
			rule->offset = words[i][0] == '-' ? -number : number;
			continue;
		}
		number = i + 1 < count ? whole_number(words[i + 1]) : -1;
		if (!pmo_ascii_equal(words[i], "since") || number < 1)
			return false;
		rule->since = number;
		i++;
	}
	return true;
}

static bool read_rule(char **words, size_t count, struct pmo_holiday_rule *rule)
{
	static const int days[] = { 0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	if (count >= 1 && pmo_ascii_equal(words[0], "easter")) {
		rule->kind = PMO_HOLIDAY_EASTER;
		return read_rest(words + 1, count - 1, rule);
	}
	if (count >= 2 && month_of(words[0])) {
		rule->kind = PMO_HOLIDAY_FIXED;
		rule->month = month_of(words[0]);
		rule->day = whole_number(words[1]);
		return rule->day >= 1 && rule->day <= days[rule->month] &&
		       read_rest(words + 2, count - 2, rule);
	}
	if (count < 3)
		return false;
	rule->kind = PMO_HOLIDAY_WEEKDAY;
	rule->nth = nth_of(words[0]);
	rule->weekday = weekday_of(words[1]);
	rule->month = month_of(words[2]);
	return rule->nth && rule->weekday >= 0 && rule->month &&
	       read_rest(words + 3, count - 3, rule);
}

static enum pmo_result add_rule(struct reading *reading, const struct ydoc_node *node)
{
	struct pmo_holiday_rule rule = { .name = node->key };
	char *words[WORDS];
	size_t count = 0;
	char *at = pmo_arena_string(reading->arena, node->kind == YDOC_SCALAR ? node->text : "");
	if (!at)
		return PMO_NO_MEMORY;
	while (*(at += strspn(at, " ")) && count < WORDS) {
		words[count++] = at;
		at += strcspn(at, " ");
		if (*at)
			*at++ = '\0';
	}
	if (*at || !read_rule(words, count, &rule)) {
		complain(reading, node,
			 "this says no day; expected Jul 4, 3rd Mon Jan, last Mon May, Easter -2, "
			 "4th Thu Nov +1, Dec 26 on Mon");
		return PMO_OK;
	}
	if (reading->count == RULES) {
		complain(reading, node, "more than 100 holidays");
		return PMO_OK;
	}
	void *grown = pmo_arena_grow(reading->arena, reading->rules, reading->count,
				     &reading->capacity, sizeof(rule));
	if (!grown)
		return PMO_NO_MEMORY;
	reading->rules = grown;
	reading->rules[reading->count++] = rule;
	return PMO_OK;
}

static const char *text_of(const struct ydoc_node *root, const char *key)
{
	const struct ydoc_node *node = ydoc_get(root, key);
	return node && node->kind == YDOC_SCALAR && *node->text ? node->text : NULL;
}

static bool read_observe(const char *word, enum pmo_observe *observe)
{
	static const char *const words[] = { "none", "nearest", "sunday_only" };
	for (int i = 0; word && i < 3; i++)
		if (strcmp(word, words[i]) == 0) {
			*observe = (enum pmo_observe)i;
			return true;
		}
	return false;
}

enum pmo_result pmo_holidays_read(struct pmo_arena *arena, struct pmo_diags *diags,
				  const struct pmo_source *source, struct pmo_holiday_file *file)
{
	struct reading reading = { .arena = arena, .diags = diags };
	reading.doc = pmo_arena_alloc(arena, sizeof(*reading.doc));
	size_t errors = diags->count[PMO_ERROR];
	*file = (struct pmo_holiday_file){ .observe = "nearest" };
	if (!reading.doc)
		return PMO_NO_MEMORY;
	enum pmo_result result = ydoc_read(reading.doc, arena, source, diags);
	if (result != PMO_OK)
		return result;
	const struct ydoc_node *root = reading.doc->root;
	const struct ydoc_node *list =
		root && root->kind == YDOC_MAP ? ydoc_get(root, "holidays") : NULL;
	if (!list || list->kind != YDOC_MAP) {
		struct pmo_place place = { .source = source };
		pmo_diag_add(diags, PMO_ERROR, "holiday-rule", &place,
			     "expected `holidays:` and below it NAME: DAY, such as "
			     "Independence Day: Jul 4");
		return PMO_INVALID;
	}
	file->source = text_of(root, "source");
	file->as_of = text_of(root, "as_of");
	const char *observe = text_of(root, "observe");
	file->rules.observe = PMO_OBSERVE_NEAREST;
	if (observe && !read_observe(observe, &file->rules.observe))
		complain(&reading, ydoc_get(root, "observe"),
			 "expected nearest, none or sunday_only");
	file->observe = observe ? observe : file->observe;
	for (const struct ydoc_node *i = list->first; i && result == PMO_OK; i = i->next)
		result = add_rule(&reading, i);
	file->rules.items = reading.rules;
	file->rules.count = reading.count;
	return result == PMO_OK && diags->count[PMO_ERROR] > errors ? PMO_INVALID : result;
}

enum pmo_result pmo_holidays_between(struct pmo_arena *arena, const struct pmo_holiday_rules *rules,
				     const int years[2], struct pmo_calendar *calendar)
{
	struct pmo_holiday_rules unmoved = *rules;
	struct pmo_calendar plain;
	unmoved.observe = PMO_OBSERVE_NONE;
	pmo_calendar_init(calendar);
	pmo_calendar_init(&plain);
	enum pmo_result result = pmo_calendar_generate(calendar, arena, rules, years[0], years[1]);
	if (result == PMO_OK)
		result = pmo_calendar_generate(&plain, arena, &unmoved, years[0], years[1]);
	for (size_t i = 0; result == PMO_OK && i < calendar->holiday_count; i++) {
		struct pmo_holiday *holiday = &calendar->holidays[i];
		if (pmo_calendar_is_holiday(&plain, holiday->date))
			continue;
		holiday->name = pmo_arena_format(arena, "%s, observed",
						 holiday->name ? holiday->name : "Holiday");
		result = holiday->name ? PMO_OK : PMO_NO_MEMORY;
	}
	return result;
}

enum pmo_result pmo_holidays_add(struct pmo_draft *draft, const struct pmo_holiday *holiday)
{
	int index = pmo_schema_field(draft->now.schema, "holidays");
	if (index < 0)
		return PMO_UNSUPPORTED;
	struct pmo_field one = *draft->now.schema->fields[index];
	struct pmo_value list = pmo_record_get(&draft->now, index);
	struct pmo_value members[2] = { { .presence = PMO_PRESENT, .kind = PMO_DATE },
					{ .presence = PMO_PRESENT, .kind = PMO_TEXT } };
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = PMO_STRUCT, .count = 2 };
	size_t at = 0, count = list.presence == PMO_PRESENT && list.is_list ? list.count : 0;
	members[0].as.integer = holiday->date;
	members[1].as.text = holiday->name ? holiday->name : "";
	members[1].presence = holiday->name && *holiday->name ? PMO_PRESENT : PMO_ABSENT;
	value.as.items = members;
	for (size_t i = 0; i < count; i++) {
		const struct pmo_value *item = &list.as.items[i];
		if (item->presence != PMO_PRESENT || item->as.items[0].presence != PMO_PRESENT)
			continue;
		if (item->as.items[0].as.integer == holiday->date)
			return PMO_EXISTS;
		if (item->as.items[0].as.integer < holiday->date)
			at = i + 1;
	}
	if (at == count)
		return draft_append_value(draft, index, &value);
	struct draft_path path = draft_field_path(draft, draft_name_of(draft, &one));
	one.flags &= ~(unsigned)PMO_LIST;
	return draft_apply(draft, YDOC_INSERT, &path, at,
			   value_write(&one, &value, &draft->update->workspace->arena));
}

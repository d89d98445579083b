/*
 * What people answer, as it is written in files. Reading is lenient about words and strict
 * about meaning: what could be two things is refused and shown.
 */
#include "practice/checkin.h"

#include <pmo/text.h>

#include <string.h>

enum { WORDS = 2000, ACTUAL_YEARS_BACK = 1 };

const char *take_words(struct pmo_arena *arena, const char *text, size_t limit)
{
	struct pmo_buffer out;
	size_t length = strlen(text), end = 0;
	pmo_buffer_init(&out, limit + 8);
	for (size_t i = 0; i < length && out.length < limit;) {
		uint32_t character;
		size_t step = pmo_text_next(text + i, length - i, &character);
		bool blank = character <= ' ' || character == 0xA0;
		bool shown = !blank && !pmo_text_is_hidden(character) && character != 0xFFFD;
		if (shown) {
			if (end && end < out.length)
				pmo_buffer_truncate(&out, end + 1); /* one blank between words */
			pmo_text_add_character(&out, character);
			end = out.length;
		} else if (blank && end) {
			pmo_buffer_add_char(&out, ' ');
		}
		i += step ? step : 1;
	}
	pmo_buffer_truncate(&out, end);
	const char *copy = pmo_arena_string(arena, out.data);
	pmo_buffer_release(&out);
	return copy;
}

static bool refuse(struct take_value *read, const char *why)
{
	read->why = why;
	return false;
}

static bool is_word(const char *text, const char *words)
{
	char lower[24];
	size_t length = 0;
	while (text[length] && length < sizeof(lower) - 1) {
		lower[length] = pmo_ascii_to_lower(text[length]);
		length++;
	}
	lower[length] = '\0';
	return !text[length] && pmo_word_is_in(words, lower);
}

static bool is_yes(const char *text)
{
	return is_word(text, "yes|y|done|ok|x|finished|complete|completed|ready|today");
}

static bool is_no(const char *text)
{
	return is_word(text, "no|n|not yet|open|unchanged|same|no change|-|--|n/a|none|tbd|?");
}

/* The value that is there now, for people; "" when there is none. */
static const char *show_old(struct take_value *read, const char *name, bool dated)
{
	char date[PMO_DATE_LONG_SIZE];
	int index = pmo_schema_field(read->record->schema, name);
	struct pmo_buffer out;
	if (index < 0)
		return "";
	struct pmo_value value = pmo_record_get(read->record, index);
	if (!pmo_value_is_present(&value))
		return "";
	if (dated && value.kind == PMO_DATE) {
		pmo_date_format_short((int32_t)value.as.integer, read->record->world->today, date);
		return pmo_arena_string(read->arena, date);
	}
	pmo_buffer_init(&out, 1 << 12);
	pmo_value_show(read->record->schema->fields[index], &value, &out);
	const char *text = pmo_arena_string(read->arena, out.data);
	pmo_buffer_release(&out);
	return text;
}

static bool has_same(struct take_value *read, const char *field, const char *text)
{
	int index = pmo_schema_field(read->record->schema, field);
	struct pmo_value value = pmo_record_get(read->record, index);
	struct pmo_buffer out;
	pmo_buffer_init(&out, 1 << 12);
	if (pmo_value_is_present(&value))
		pmo_value_format(read->record->schema->fields[index], &value, &out);
	bool same = out.length && strcmp(out.data, text) == 0;
	pmo_buffer_release(&out);
	return same;
}

/* The number at the start of a text, its decimal sign as in files; its length, or 0. */
static size_t number_at(const char *text, char number[16])
{
	size_t length = 0;
	while (length < 15 && (pmo_ascii_is_digit(text[length]) ||
			       ((text[length] == '.' || text[length] == ',') && length &&
				pmo_ascii_is_digit(text[length + 1])))) {
		number[length] = text[length] == ',' ? '.' : text[length];
		length++;
	}
	number[length] = '\0';
	return length;
}

static bool read_percent(struct take_value *read, const char *text)
{
	struct pmo_decimal share;
	char number[16];
	size_t length = number_at(text, number);
	const char *rest = text + length + strspn(text + length, " ");
	if (is_yes(text)) {
		length = 3;
		memcpy(number, "100", length + 1);
		rest = "";
	}
	if (!length || (*rest && !is_word(rest, "%|percent|pct|% done|percent done|% complete")))
		return refuse(read, "no percentage such as 45");
	if (pmo_decimal_parse(number, strlen(number), &share) != PMO_OK ||
	    pmo_decimal_compare(share, (struct pmo_decimal){ .units = 100 }) > 0)
		return refuse(read, "a percentage is between 0 and 100");
	struct pmo_value old = pmo_record_get_name(read->record, "percent");
	const char *was = show_old(read, "percent", false);
	const struct pmo_decimal before = { .units = old.as.integer, .scale = old.detail };
	read->value = pmo_arena_string(read->arena, number);
	if (pmo_value_is_present(&old) && pmo_decimal_compare(before, share) == 0)
		return true;
	read->shown = pmo_arena_format(read->arena, "%.*s%s%s %%", (int)strcspn(was, " %"), was,
				       *was ? " \xe2\x86\x92 " : "", number);
	return true;
}

/* "10", "10 d", "two weeks" not; "10 days left" without the last word. */
static bool read_span(struct take_value *read, const char *text)
{
	static const char *const tails[] = { " left", " remaining", " to go", " more" };
	struct pmo_duration duration;
	char number[16], form[PMO_DURATION_SIZE];
	size_t length = strlen(text);
	for (size_t i = 0; i < sizeof(tails) / sizeof(*tails); i++) {
		size_t tail = strlen(tails[i]);
		if (length > tail && pmo_ascii_equal(text + length - tail, tails[i]))
			length -= tail;
	}
	bool bare = number_at(text, number) == length;
	const char *typed = bare ? pmo_arena_format(read->arena, "%sd", number)
				 : pmo_arena_copy(read->arena, text, length);
	if (is_word(text, "none|nothing"))
		typed = "0d";
	if (!typed || pmo_duration_input(typed, strlen(typed), false, &duration) != PMO_OK)
		return refuse(read, "no time such as 10 d");
	pmo_duration_format(duration, form);
	read->value = pmo_arena_string(read->arena, form);
	const char *was = show_old(read, "remaining", false);
	if (has_same(read, "remaining", form))
		return true;
	size_t digits = strspn(form, "0123456789.");
	bool days = strcmp(form + digits, "d") == 0;
	size_t old_digits = strspn(was, "0123456789.");
	bool old_days = strcmp(was + old_digits, "d") == 0;
	read->shown =
		days && (old_days || !*was)
			? pmo_arena_format(read->arena, "%.*s%s%.*s day%s left", (int)old_digits,
					   was, *was ? " \xe2\x86\x92 " : "", (int)digits, form,
					   strcmp(form, "1d") == 0 ? "" : "s")
			: pmo_arena_format(read->arena, "%s%s%s left", was,
					   *was ? " \xe2\x86\x92 " : "", form);
	return true;
}

static bool has_year(const char *text)
{
	size_t digits = 0, slashes = 0;
	for (; *text; text++) {
		digits = pmo_ascii_is_digit(*text) ? digits + 1 : 0;
		slashes += *text == '/';
		if (digits == 4 || slashes == 2)
			return true;
	}
	return false;
}

static bool read_date(const struct take_value *read, const char *text, int32_t *date)
{
	const struct pmo_world *world = read->record->world;
	const struct pmo_date_context context = { world->today, world->calendar };
	size_t length = strlen(text);
	while (length && strchr(".,; ", text[length - 1]))
		length--;
	size_t lead = length > 3 && strncmp(text, "by ", 3) == 0 ? 3 : 0;
	lead += strspn(text + lead, " ");
	return length > lead &&
	       pmo_date_scan(&context, text + lead, length - lead, date) == length - lead;
}

static bool keep_date(struct take_value *read, int32_t date)
{
	char form[PMO_DATE_SIZE];
	pmo_date_format(date, form);
	read->value = pmo_arena_string(read->arena, form);
	return read->value || refuse(read, "no memory");
}

static bool read_new_date(struct take_value *read, const char *text)
{
	char shown[PMO_DATE_LONG_SIZE];
	int32_t date, today = read->record->world->today;
	const char *field = read->question->field;
	int index = pmo_schema_field(read->record->schema, field);
	if (is_no(text))
		return true;
	if (!read_date(read, text, &date))
		return refuse(read, "no date such as Dec 1");
	if (date < today)
		return refuse(read, "the new date has passed");
	if (index < 0 || read->record->schema->fields[index]->derive)
		return refuse(read, "its date follows from others");
	if (!keep_date(read, date) || has_same(read, field, read->value))
		return read->value != NULL;
	const char *was = show_old(read, field, true);
	pmo_date_format_short(date, today, shown);
	const char *name = strcmp(field, "next_review") == 0 ? "next review" : field;
	read->shown = pmo_arena_format(read->arena, "%s %s%s%s", name, was,
				       *was ? " \xe2\x86\x92 " : "", shown);
	return true;
}

/* A day that has come: `Nov 18` on Nov 20 is this year's. */
static bool read_when(struct take_value *read, const char *text)
{
	char shown[PMO_DATE_LONG_SIZE];
	int32_t today = read->record->world->today, date = today;
	if (is_no(text))
		return true;
	if (!is_yes(text) && !read_date(read, text, &date))
		return refuse(read, "neither yes, no nor a date");
	if (date > today && !has_year(text))
		date = pmo_date_add_months(date, -12 * ACTUAL_YEARS_BACK);
	if (date > today)
		return refuse(read, "a day to come cannot have been");
	if (!keep_date(read, date) || has_same(read, read->question->field, read->value))
		return read->value != NULL;
	pmo_date_format_short(date, today, shown);
	bool plain = read->question->kind == PMO_ANSWER_DONE;
	read->shown = plain && date == today
			      ? "done"
			      : pmo_arena_format(read->arena, "%s %s",
						 plain ? "done" : read->question->word, shown);
	return true;
}

static bool read_number(struct take_value *read, const char *text)
{
	const char *field = read->question->field;
	if (is_no(text))
		return true;
	if (*text < '1' || *text > '5' || text[1])
		return refuse(read, "no number from 1 to 5");
	read->value = pmo_arena_string(read->arena, text);
	if (!read->value || has_same(read, field, text))
		return true;
	const char *was = show_old(read, field, false);
	read->shown = pmo_arena_format(read->arena, "%s %s%s%s", field, was,
				       *was ? " \xe2\x86\x92 " : "", text);
	return true;
}

/* A figure of an estimate, thousands without their commas; its length, or 0. */
static size_t figure_at(const char *text, bool money, char figure[16])
{
	size_t length = money ? strspn(text, "0123456789.,") : number_at(text, figure), to = 0;
	for (size_t i = 0; money && i < length && to < 15; i++)
		if (text[i] != ',')
			figure[to++] = text[i];
	if (money)
		figure[to] = '\0';
	return length;
}

/* "10/15/25 d", "10 - 15 - 25 days", "$4,000/$5,500/$9,000" */
static bool read_estimate(struct take_value *read, const char *text)
{
	char figures[4][16], unit = '\0';
	bool money = strchr(text, '$') != NULL;
	size_t count = 0, length;
	for (; *text && count < 4; text += length ? length : 1) {
		length = figure_at(text, money, figures[count]);
		count += length > 0;
		if (length)
			continue;
		if (pmo_ascii_is_alpha(*text))
			unit = count && !unit ? pmo_ascii_to_lower(*text) : unit;
		else if (!strchr(" $/-,;:", *text))
			return refuse(read, "no estimate such as 10/15/25 d");
	}
	if (count != 3)
		return refuse(read, "three figures are wanted: best/likely/worst");
	char of = unit == 'h' || unit == 'w' ? unit : 'd';
	read->value = money ? pmo_arena_format(read->arena, "cost=%s/%s/%s", figures[0], figures[1],
					       figures[2])
			    : pmo_arena_format(read->arena, "time=%s%c/%s%c/%s%c", figures[0], of,
					       figures[1], of, figures[2], of);
	read->shown = read->value ? strchr(read->value, '=') + 1 : NULL;
	return read->shown || refuse(read, "no memory");
}

static bool contains(const char *text, const char *word)
{
	return pmo_text_contains(text, word);
}

static bool read_verdict(struct take_value *read, const char *text)
{
	bool no = contains(text, "reject") || contains(text, "not approve");
	bool yes = contains(text, "approve") || is_yes(text);
	if (is_no(text))
		return refuse(read, "approve, approve with comments, or reject?");
	if (!no && !yes)
		return refuse(read, "neither approve, approve with comments nor reject");
	read->value = no                          ? "reject"
		      : contains(text, "comment") ? "approve_with_comments"
						  : "approve";
	read->shown = no                          ? "reject"
		      : contains(text, "comment") ? "approve with comments"
						  : "approve";
	return true;
}

static bool read_coming(struct take_value *read, const char *text)
{
	const struct pmo_world *world = read->record->world;
	if (is_yes(text) || is_word(text, "in person|i will|will come|coming|present")) {
		read->value = pmo_arena_format(read->arena, "%s present", read->person);
		read->shown = "comes";
	} else if (is_word(text, "remote|online|by phone|teams|zoom|call")) {
		read->value = pmo_arena_format(read->arena, "%s remote", read->person);
		read->shown = "comes, remote";
	} else if (is_word(text, "no|n|cannot|can't|can not|away|excused|sorry")) {
		read->value = pmo_arena_format(read->arena, "%s excused", read->person);
		read->shown = "does not come";
	} else {
		const struct pmo_record *other =
			strlen(text) < 64 ? world->find(world->store, read->record, text, "person")
					  : NULL;
		if (!other)
			return refuse(read, "neither yes, no, remote nor a person's handle");
		read->value =
			pmo_arena_format(read->arena, "%s delegate %s", read->person, other->id);
		read->shown = pmo_arena_format(read->arena, "%s comes instead", other->id);
	}
	return read->value || refuse(read, "no memory");
}

static bool read_text(struct take_value *read, const char *text)
{
	read->value = take_words(read->arena, text, WORDS);
	read->shown = read->value;
	if (read->question->kind != PMO_ANSWER_NOTE && is_no(text))
		read->value = read->shown = NULL;
	return true;
}

/* "Dec 24 - Jan 1", "2026-12-24..2027-01-01", "Dec 24" */
static bool read_away(struct take_value *read, const char *text)
{
	static const char *const between[] = { "..",      " to ",      " - ",
					       " until ", " through ", "\xe2\x80\x93" };
	char from[PMO_DATE_SIZE], to[PMO_DATE_SIZE];
	const char *cut = NULL;
	size_t width = 0;
	int32_t first, last;
	if (is_no(text))
		return true;
	for (size_t i = 0; !cut && i < sizeof(between) / sizeof(*between); i++) {
		cut = strstr(text, between[i]);
		width = strlen(between[i]);
	}
	const char *start = cut ? pmo_arena_copy(read->arena, text, (size_t)(cut - text)) : text;
	const char *end = cut ? cut + width + strspn(cut + width, " ") : text;
	if (!start || !read_date(read, start, &first) || !read_date(read, end, &last) ||
	    last < first)
		return refuse(read, "no days such as Dec 24 - Jan 1");
	pmo_date_format(first, from);
	pmo_date_format(last, to);
	read->value = pmo_arena_format(read->arena, "%s..%s", from, to);
	read->shown = read->value;
	return true;
}

bool take_value_read(struct take_value *read, const char *text)
{
	static bool (*const readers[])(struct take_value * read, const char *text) = {
		[PMO_ANSWER_PERCENT] = read_percent,   [PMO_ANSWER_SPAN] = read_span,
		[PMO_ANSWER_WHEN] = read_when,         [PMO_ANSWER_DONE] = read_when,
		[PMO_ANSWER_DATE] = read_new_date,     [PMO_ANSWER_NUMBER] = read_number,
		[PMO_ANSWER_ESTIMATE] = read_estimate, [PMO_ANSWER_VERDICT] = read_verdict,
		[PMO_ANSWER_COMMENT] = read_text,      [PMO_ANSWER_COMING] = read_coming,
		[PMO_ANSWER_TEXT] = read_text,         [PMO_ANSWER_NOTE] = read_text,
		[PMO_ANSWER_ISSUE] = read_text,        [PMO_ANSWER_RISK] = read_text,
		[PMO_ANSWER_AWAY] = read_away,
	};
	read->value = read->shown = read->why = NULL;
	return readers[read->question->kind](read, text);
}

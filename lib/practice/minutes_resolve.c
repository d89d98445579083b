/* Who and when a mark means: `DSP by fri`, `Dana Pruitt, Dec 4`, `PM: ... - carried 5-0`. */
#include "practice/minutes.h"

#include <pmo/text.h>

#include <string.h>

enum { MARKS_MOST = 500 }; /* of a page: matching them takes time by their square */

struct resolving {
	struct pmo_minutes *minutes;
	const struct minutes_people *people;
	const struct pmo_minutes_line *line;
	bool quiet;
	struct minutes_mark *mark;
};

static bool is_word(const char *text, const char *word)
{
	size_t length = strlen(word);
	for (size_t i = 0; i < length; i++)
		if (pmo_ascii_to_lower(text[i]) != word[i])
			return false;
	return !text[length] || text[length] == ' ';
}

static size_t scan_date(const struct resolving *resolving, const char *text, int32_t *date)
{
	const struct pmo_world *world = pmo_workspace_world(resolving->minutes->workspace);
	struct pmo_date_context context = { minutes_day(resolving->minutes->meeting),
					    world->calendar };
	size_t length = strlen(text), taken;
	if (context.today == PMO_DATE_NONE)
		context.today = world->today;
	taken = pmo_date_scan(&context, text, length, date);
	return taken && (taken == length || strchr(" ,;.)", text[taken])) ? taken : 0;
}

/* `by fri`, `due Dec 4`, `next tue`; how many bytes. */
static size_t take_date(const struct resolving *resolving, const char *text, bool bare,
			int32_t *date)
{
	static const char *const leads[] = { "by", "due", "until", "on" };
	size_t before = 0;
	for (size_t i = 0; i < sizeof(leads) / sizeof(*leads) && !before; i++)
		if (is_word(text, leads[i]))
			before = strlen(leads[i]);
	if (!before && !bare && !is_word(text, "next"))
		return 0;
	before += strspn(text + before, " ");
	size_t taken = scan_date(resolving, text + before, date);
	return taken ? before + taken : 0;
}

/* A due date on a day off is the working day before, as with `pmo +`. */
static int32_t settle(const struct resolving *resolving, int32_t date)
{
	const struct pmo_world *world = pmo_workspace_world(resolving->minutes->workspace);
	char typed[PMO_DATE_LONG_SIZE], meant[PMO_DATE_LONG_SIZE];
	if (date == PMO_DATE_NONE || pmo_calendar_is_working(world->calendar, date))
		return date;
	int32_t before = pmo_calendar_previous_working(world->calendar, date);
	if (before == PMO_DATE_NONE)
		return date;
	pmo_date_format_long(date, world->today, typed);
	pmo_date_format_long(before, world->today, meant);
	struct pmo_minutes_event event = {
		.did = PMO_MINUTES_REMARK,
		.line = resolving->line->number,
		.mark = resolving->line->mark,
		.title = resolving->line->text,
		.message = minutes_format(resolving->minutes, "due %s (%s is %s)", meant, typed,
					  pmo_calendar_is_holiday(world->calendar, date)
						  ? "a holiday"
						  : "no working day"),
	};
	if (!resolving->quiet)
		(void)!minutes_tell(resolving->minutes, &event);
	return before;
}

/* What is left of a head without its date: the name. */
static char *take_dates(const struct resolving *resolving, const char *head)
{
	struct pmo_buffer name;
	pmo_buffer_init(&name, 4096);
	while (*head) {
		size_t word = strcspn(head, " "), taken = 0;
		int32_t date;
		if (resolving->mark->due == PMO_DATE_NONE)
			taken = take_date(resolving, head, true, &date);
		if (taken)
			resolving->mark->due = date;
		else if (word)
			pmo_buffer_add_format(&name, "%s%.*s", name.length ? " " : "", (int)word,
					      head);
		head += taken ? taken : word;
		head += strspn(head, " ,;");
	}
	while (name.length && strchr(",;-@ ", name.data[name.length - 1]))
		pmo_buffer_truncate(&name, name.length - 1);
	char *copy = pmo_arena_copy(resolving->minutes->arena, name.data, name.length);
	pmo_buffer_release(&name);
	return copy;
}

/* `DSP, FLT` and `DSP/FLT` and `DSP and FLT`: one person answers for it. */
static char *first_of(const struct resolving *resolving, const char *name)
{
	const char *and = strstr(name, " and ");
	size_t length = strcspn(name, ",/&;");
	if (and&&(size_t)(and-name) < length)
		length = (size_t)(and-name);
	while (length && name[length - 1] == ' ')
		length--;
	return pmo_arena_copy(resolving->minutes->arena, name, length);
}

/* `DSP by someday`: the person is clear, the day is not. */
static bool tell_bad_date(const struct resolving *resolving, const char *name)
{
	const char *by = strncmp(name, "by ", 3) == 0 ? name : strstr(name, " by ");
	struct pmo_minutes_event event = { .did = PMO_MINUTES_SKIPPED,
					   .line = resolving->line->number,
					   .mark = resolving->line->mark,
					   .title = resolving->line->text };
	if (!by)
		return false;
	by += by == name ? 3 : 4;
	event.message = minutes_format(resolving->minutes,
				       "'%s' is no date such as fri, Dec 4 or 12/4", by);
	return resolving->quiet || minutes_tell(resolving->minutes, &event) == PMO_OK;
}

/* `DECISION DEC-5: begin without it` is about that record. */
static bool take_id(const struct resolving *resolving, const char *name)
{
	static const char *const prefixes[] = { [PMO_MARK_ACTION] = "act",
						[PMO_MARK_DECISION] = "dec",
						[PMO_MARK_ISSUE] = "iss",
						[PMO_MARK_RISK] = "rsk" };
	enum pmo_mark mark = resolving->line->mark;
	size_t at = 3, number = 0, digits = 0;
	if (mark > PMO_MARK_RISK || strlen(name) > 12)
		return false;
	for (size_t i = 0; i < 3; i++)
		if (pmo_ascii_to_lower(name[i]) != prefixes[mark][i])
			return false;
	at += name[at] == '-';
	for (; pmo_ascii_is_digit(name[at]); at++, digits++)
		number = number * 10 + (size_t)(name[at] - '0');
	if (!digits || name[at])
		return false;
	resolving->mark->id =
		minutes_format(resolving->minutes, "%c%c%c-%03zu", pmo_ascii_to_upper(name[0]),
			       pmo_ascii_to_upper(name[1]), pmo_ascii_to_upper(name[2]), number);
	return true;
}

/* The names of `ACTION Dana Pruitt by fri:`; false: not understood. */
static bool take_name(const struct resolving *resolving, char *name)
{
	struct pmo_minutes *minutes = resolving->minutes;
	struct pmo_minutes_question question = { 0 };
	if (*name == '@')
		name++;
	if (strncmp(name, "for ", 4) == 0 || strncmp(name, "FOR ", 4) == 0)
		name += 4;
	if (!*name || take_id(resolving, name))
		return true;
	char *one = first_of(resolving, name);
	if (!one || minutes_people_find(resolving->people, name, &question) != PMO_OK)
		return false;
	if (!question.count && tell_bad_date(resolving, name))
		return false;
	bool several = !question.count && *one && strcmp(one, name) != 0;
	/* A sentence that begins with such a word: `Action items were read: none`. */
	if (!question.count && !several && !resolving->line->is_loud && !pmo_ascii_is_upper(*name))
		return false;
	resolving->mark->owner = minutes_who(minutes, resolving->people, resolving->line,
					     several ? one : name, resolving->quiet);
	if (!resolving->mark->owner || !several || resolving->quiet)
		return resolving->mark->owner != NULL;
	struct pmo_minutes_event event = {
		.did = PMO_MINUTES_REMARK,
		.line = resolving->line->number,
		.mark = resolving->line->mark,
		.title = resolving->line->text,
		.message = minutes_format(minutes, "one person owns it: %s, not '%s'",
					  resolving->mark->owner, name),
	};
	(void)!minutes_tell(minutes, &event);
	return true;
}

/* `mon - roster`: a bare day before a mark that ends it; how many bytes, the mark included. */
static size_t take_marked_date(const struct resolving *resolving, const char *text, int32_t *date)
{
	static const char *const dashes[] = { "\xe2\x80\x93", "\xe2\x80\x94", "- ", ":", ";" };
	int32_t found;
	size_t taken = take_date(resolving, text, true, &found);
	size_t end = taken + strspn(text + taken, " ");
	for (size_t i = 0; taken && i < sizeof(dashes) / sizeof(*dashes); i++)
		if (strncmp(text + end, dashes[i], strlen(dashes[i])) == 0) {
			*date = found;
			return end + strlen(dashes[i]);
		}
	return 0;
}

/* Without a colon: `ACTION DSP by fri roster to PC`, `ACTION DSP, mon - roster`. */
static const char *take_lead(const struct resolving *resolving, const char *text)
{
	const char *handle = NULL;
	size_t name = minutes_people_begin(resolving->people, text, &handle), taken;
	if (name) {
		resolving->mark->owner = handle;
		text += name + strspn(text + name, " ,:;-");
	}
	taken = take_date(resolving, text, false, &resolving->mark->due);
	if (!taken)
		taken = take_marked_date(resolving, text, &resolving->mark->due);
	if (taken)
		text += taken + strspn(text + taken, " ,:;-");
	return text;
}

/* `ACTION: DSP to send the roster by fri`: the words stay, but say who and when. */
static void look_into(const struct resolving *resolving, const char *text)
{
	const char *handle = NULL, *by = NULL;
	size_t name = minutes_people_begin(resolving->people, text, &handle);
	if (name && pmo_ascii_is_upper(*text))
		resolving->mark->owner = handle;
	for (const char *at = strstr(text, " by "); at; at = strstr(at + 1, " by "))
		by = at + 1;
	int32_t date;
	size_t taken = by ? take_date(resolving, by, false, &date) : 0;
	if (taken && !by[taken + strspn(by + taken, " .)")])
		resolving->mark->due = date;
}

/* Where the words before a dash, a comma or a bracket end. */
static size_t before_dash(const char *text, size_t at)
{
	for (;;) {
		if (at >= 3 && (strncmp(text + at - 3, "\xe2\x80\x93", 3) == 0 ||
				strncmp(text + at - 3, "\xe2\x80\x94", 3) == 0))
			at -= 3;
		else if (at && strchr(" (-:,", text[at - 1]))
			at--;
		else
			return at;
	}
}

/* Up to three counts, `5-0-1`; where they end. */
static size_t take_votes(const char *text, size_t at, int votes[3])
{
	for (size_t vote = 0; vote < 3 && pmo_ascii_is_digit(text[at]); vote++) {
		int count = 0;
		for (; pmo_ascii_is_digit(text[at]) && count < 10000; at++)
			count = count * 10 + (text[at] - '0');
		votes[vote] = count;
		if (text[at] == '-' || text[at] == ':' || text[at] == '/')
			at++;
		else if (strncmp(text + at, "\xe2\x80\x93", 3) == 0)
			at += 3;
	}
	return at;
}

/* How a motion went, said at its end: ` - carried 5-0`, ` (lost 2-3-1)`, `, tabled`. */
static bool take_result(struct minutes_mark *mark, struct pmo_arena *arena, const char *result)
{
	const char *text = mark->text;
	for (const char *at = strstr(text, result); at; at = strstr(at + 1, result)) {
		int votes[3] = { -1, -1, -1 };
		size_t start = (size_t)(at - text), end = start + strlen(result);
		if (!start || !strchr(" (-:,", text[start - 1]))
			continue;
		end += strspn(text + end, " ,:(");
		end = take_votes(text, end, votes);
		if (text[end + strspn(text + end, " .)")])
			continue;
		memcpy(mark->votes, votes, sizeof(votes));
		mark->result = result;
		mark->text = pmo_arena_copy(arena, text, before_dash(text, start));
		return mark->text != NULL;
	}
	return true;
}

static bool take_results(struct minutes_mark *mark, struct pmo_arena *arena)
{
	static const char *const results[] = { "carried", "lost", "tabled", "withdrawn" };
	bool fine = true;
	for (size_t i = 0; fine && !mark->result && i < 4; i++)
		fine = take_result(mark, arena, results[i]);
	return fine;
}

/* The kept page has this line with its record: whom it means was settled then. */
static bool is_settled(const struct resolving *resolving)
{
	const struct pmo_minutes_line *line = resolving->line;
	const struct pmo_minutes_sheet *before = &resolving->minutes->before;
	if (resolving->quiet)
		return line->id != NULL;
	for (size_t i = 0; i < before->count; i++) {
		const struct pmo_minutes_line *old = &before->lines[i];
		if (old->mark != line->mark || !old->id || strcmp(old->head, line->head) != 0)
			continue;
		if (line->id ? strcmp(line->id, old->id) == 0 : strcmp(line->text, old->text) == 0)
			return true;
	}
	return false;
}

static bool resolve_head(const struct resolving *resolving)
{
	struct resolving silent = *resolving;
	char *name = take_dates(resolving, resolving->line->head);
	if (!name)
		return false;
	silent.quiet |= is_settled(resolving);
	return take_name(&silent, name) || is_settled(resolving);
}

static bool resolve_mark(const struct resolving *resolving)
{
	struct minutes_mark *mark = resolving->mark;
	const struct pmo_minutes_line *line = resolving->line;
	mark->text = line->text;
	if (line->mark == PMO_MARK_TAKEAWAY || line->mark == PMO_MARK_CORRECTION) {
		if (*line->head) /* `Takeaway one: go on` */
			mark->text = minutes_format(resolving->minutes, "%s: %s", line->head,
						    line->text);
		return true;
	}
	if (line->has_colon && *line->head) {
		if (!resolve_head(resolving))
			return false;
	} else if (line->has_colon) {
		look_into(resolving, line->text);
	} else {
		mark->text = take_lead(resolving, line->text);
	}
	if (line->mark == PMO_MARK_MOTION && !take_results(mark, resolving->minutes->arena))
		return false;
	mark->due = settle(resolving, mark->due);
	return *mark->text;
}

static bool is_resolved(enum pmo_mark mark)
{
	return mark >= PMO_MARK_ACTION && mark <= PMO_MARK_CORRECTION;
}

static enum pmo_result too_many(const struct pmo_minutes *minutes)
{
	pmo_diag_add(pmo_workspace_diags(minutes->workspace), PMO_ERROR, "minutes-size", NULL,
		     "there are more than %d marks in these notes; nothing was read", MARKS_MOST);
	return PMO_INVALID;
}

enum pmo_result minutes_resolve(struct pmo_minutes *minutes, const struct minutes_people *people,
				const struct pmo_minutes_sheet *sheet, bool quiet)
{
	size_t count = 0;
	struct minutes_mark *marks =
		pmo_arena_array(minutes->arena, sheet->count + 1, sizeof(*marks));
	if (!marks)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < sheet->count; i++) {
		struct pmo_minutes_line *line = &sheet->lines[i];
		if (!is_resolved(line->mark))
			continue;
		if (count == (quiet ? 4 * MARKS_MOST : MARKS_MOST))
			return too_many(minutes);
		struct minutes_mark *mark = &marks[count++];
		*mark = (struct minutes_mark){ .line = line,
					       .due = PMO_DATE_NONE,
					       .id = line->id,
					       .votes = { -1, -1, -1 },
					       .old = -1 };
		struct resolving resolving = { minutes, people, line, quiet, mark };
		size_t told = minutes->event_count;
		mark->is_skipped = !resolve_mark(&resolving);
		/* Nothing was wrong with it: it is a sentence. */
		if (mark->is_skipped && told == minutes->event_count) {
			line->mark = PMO_MARK_NOTE;
			line->text = minutes_format(minutes, "%.*s", (int)line->length,
						    sheet->text + line->start);
		}
	}
	if (quiet) {
		minutes->old_marks = marks;
		minutes->old_count = count;
	} else {
		minutes->marks = marks;
		minutes->mark_count = count;
	}
	return PMO_OK;
}

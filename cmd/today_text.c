/* The morning screen as text: late things a line each, the rest run in behind its heading. */
#include "today.h"

#include <pmo/text.h>

#include <stdio.h>
#include <string.h>

static const char dot[] = " \xc2\xb7 ";

enum { INDENT = 10, LATE_MOST = 8, OTHERS_MOST = 6, NEXT_MORE = 4, TITLE_LEAST = 16 };

/* What is written behind each other, broken between items only. */
struct run_in {
	struct pmo_buffer *out;
	size_t column, width, indent;
	const char *between;
};

static void run_in_add(struct run_in *line, const char *text)
{
	size_t cells = pmo_text_width(text), between = pmo_text_width(line->between);
	bool first = line->column <= line->indent;
	if (!first && line->column + between + cells > line->width) {
		pmo_buffer_add_text(line->out, *line->between == ',' ? ",\n" : "\n");
		pmo_buffer_add_repeat(line->out, ' ', line->indent);
		line->column = line->indent;
		first = true;
	}
	if (!first) {
		pmo_buffer_add_text(line->out, line->between);
		line->column += between;
	}
	pmo_text_add_visible(line->out, text, strlen(text));
	line->column += cells;
}

static int32_t now(const struct today *today)
{
	return pmo_workspace_world(today->cli->workspace)->today;
}

static const char *say_absence(const struct today *today, const struct pmo_absence *absence)
{
	struct pmo_arena *arena = &today->cli->arena;
	char from[PMO_DATE_LONG_SIZE], to[PMO_DATE_LONG_SIZE];
	pmo_date_format_short(absence->from, now(today), from);
	pmo_date_format_short(absence->to, now(today), to);
	const char *until = absence->from <= now(today)
				    ? pmo_arena_format(arena, "until %s", to)
				    : pmo_arena_format(arena, "%s to %s", from, to);
	if (!until)
		return NULL;
	return absence->delegate
		       ? pmo_arena_format(arena, "%s (%s stands in)", until, absence->delegate)
		       : until;
}

static const char *say_off(const struct today *today, const struct today_entry *entry)
{
	const char *first = pmo_date_weekday_name(pmo_date_weekday(entry->day));
	if (entry->last > entry->day)
		return pmo_arena_format(&today->cli->arena, "%s-%s holiday", first,
					pmo_date_weekday_name(pmo_date_weekday(entry->last)));
	return pmo_arena_format(&today->cli->arena, "%s holiday", first);
}

const char *today_say(const struct today *today, const struct today_entry *entry)
{
	struct pmo_arena *arena = &today->cli->arena;
	const struct pmo_duty *duty = entry->duty;
	char date[PMO_DATE_LONG_SIZE];
	if (entry->absence)
		return say_absence(today, entry->absence);
	if (!duty)
		return say_off(today, entry);
	const char *what = duty->note ? duty->note : duty->what;
	switch (entry->group) {
	case GROUP_LATE:
		return what;
	case GROUP_WAITING:
		if (duty->due == PMO_DATE_NONE)
			return what;
		pmo_date_format_long(duty->due, now(today), date);
		if (strcmp(duty->what, "decision") == 0 && duty->owner)
			return pmo_arena_format(arena, "%s by %s", duty->owner, date);
		return pmo_arena_format(arena, "%s%s%s by %s", duty->what, duty->owner ? " " : "",
					duty->owner ? duty->owner : "", date);
	case GROUP_MONEY:
		if (duty->due == PMO_DATE_NONE)
			return what;
		pmo_date_format_long(duty->due, now(today), date);
		return pmo_arena_format(arena, "%s due %s", what, date);
	case GROUP_EXPIRES:
		if (duty->note)
			return duty->note;
		pmo_date_format_short(duty->due, now(today), date);
		return pmo_arena_format(arena, "%s %s", duty->what, date);
	default:
		return duty->what;
	}
}

/* Widths of the columns of the late lines; rest is for the title and the next command. */
struct late_widths {
	size_t number, days, id, owner, rest;
};

static void widen(size_t *width, const char *text)
{
	size_t cells = text ? pmo_text_width(text) : 0;
	*width = cells > *width ? cells : *width;
}

static void measure(const struct today *today, size_t shown, struct late_widths *widths)
{
	*widths = (struct late_widths){ .number = 1 };
	for (size_t n = shown; n >= 10; n /= 10)
		widths->number++;
	for (size_t i = 0; i < shown; i++) {
		const struct pmo_duty *duty = today->entries[i].duty;
		widen(&widths->days, duties_days(&today->work, duty));
		widen(&widths->id, duties_id(&today->work, duty->record));
		widen(&widths->owner, duty->owner ? duty->owner : "-");
	}
	size_t width = (size_t)today->cli->terminal.width;
	size_t others = widths->number + widths->days + widths->id + widths->owner + 4 * 2;
	widths->rest = width > others + TITLE_LEAST ? width - others : TITLE_LEAST;
}

static void add_padded(struct pmo_buffer *out, const char *text, size_t width, bool right)
{
	size_t cells = text ? pmo_text_width(text) : 0;
	size_t gap = cells < width ? width - cells : 0;
	pmo_buffer_add_repeat(out, ' ', right ? gap : 0);
	if (text)
		pmo_text_add_visible(out, text, strlen(text));
	pmo_buffer_add_repeat(out, ' ', right ? 0 : gap);
}

/* What is worth saying behind a title: "promised Sep 28, now Dec 11"; or NULL. */
static const char *late_note(const struct pmo_duty *duty)
{
	if (duty->note)
		return duty->note;
	return strcmp(duty->what, "due") == 0 || strcmp(duty->what, "finish") == 0 ? NULL
										   : duty->what;
}

/*
 * "20 rugged terminals, promised Sep 28, now Dec 11", and the next command at the end of the
 * line. A long title gives way. To show the record there is its number.
 */
static void add_title(const struct today *today, const struct pmo_duty *duty, size_t width)
{
	struct pmo_buffer *out = &today->cli->out, line;
	const char *next = duties_next(&today->work, duty);
	const char *title = pmo_record_text(duty->record, duty->record->schema->title);
	const char *note = late_note(duty);
	size_t behind = note ? pmo_text_width(note) + 2 : 0;
	size_t wanted = next && !strstr(next, "pmo show ") ? pmo_text_width(next) + 2 : 0;
	if (wanted + TITLE_LEAST > width)
		wanted = 0;
	size_t room = width - wanted;
	pmo_buffer_init(&line, 1 << 16);
	if (behind + TITLE_LEAST > room)
		behind = 0;
	if (title)
		pmo_text_truncate(&line, title, room - behind);
	if (behind)
		pmo_buffer_add_format(&line, "%s%s", title ? ", " : "", note);
	add_padded(out, line.data, wanted ? room : 0, false);
	if (wanted)
		pmo_buffer_add_format(out, "  %s", next);
	pmo_buffer_add_char(out, '\n');
	pmo_buffer_release(&line);
}

static void add_late(const struct today *today, size_t index, const struct late_widths *widths)
{
	struct pmo_buffer *out = &today->cli->out;
	const struct pmo_duty *duty = today->entries[index].duty;
	const char *number = pmo_arena_format(&today->cli->arena, "%zu", index + 1);
	add_padded(out, number, widths->number, true);
	pmo_buffer_add_text(out, "  ");
	add_padded(out, duties_days(&today->work, duty), widths->days, true);
	pmo_buffer_add_text(out, "  ");
	add_padded(out, duties_id(&today->work, duty->record), widths->id, false);
	pmo_buffer_add_text(out, "  ");
	add_padded(out, duty->owner ? duty->owner : "-", widths->owner, false);
	pmo_buffer_add_text(out, "  ");
	add_title(today, duty, widths->rest);
}

static size_t count_of(const struct today *today, enum today_group group)
{
	size_t count = 0;
	for (size_t i = 0; i < today->count; i++)
		count += today->entries[i].group == group;
	return count;
}

static void add_late_group(const struct today *today)
{
	struct pmo_buffer *out = &today->cli->out;
	size_t count = count_of(today, GROUP_LATE);
	size_t shown = today->all || count <= LATE_MOST ? count : LATE_MOST - 1;
	struct late_widths widths;
	pmo_buffer_add_text(out, count ? "LATE\n" : "LATE      None.\n");
	measure(today, shown, &widths);
	for (size_t i = 0; i < shown; i++)
		add_late(today, i, &widths);
	if (shown < count)
		pmo_buffer_add_format(out, "   +%zu more: pmo overdue\n", count - shown);
}

/* "INQ-005 answer due"; of the next days "Mon 23 agenda MTG-007". */
static const char *item_of(const struct today *today, size_t index, int32_t *day)
{
	struct pmo_arena *arena = &today->cli->arena;
	const struct today_entry *entry = &today->entries[index];
	const char *said = today_say(today, entry);
	if (!said)
		return NULL;
	if (entry->absence)
		return pmo_arena_format(arena, "%s %s", entry->absence->person->id, said);
	if (!entry->duty) {
		*day = entry->day;
		return said;
	}
	const char *id = duties_id(&today->work, entry->duty->record);
	if (entry->group != GROUP_NEXT)
		return pmo_arena_format(arena, "%s %s", id, said);
	const char *text =
		strcmp(said, "due") == 0 ? id : pmo_arena_format(arena, "%s %s", said, id);
	if (!text || entry->day == *day)
		return text;
	int year, month, number;
	pmo_date_to_civil(entry->day, &year, &month, &number);
	*day = entry->day;
	return pmo_arena_format(arena, "%s %d %s",
				pmo_date_weekday_name(pmo_date_weekday(entry->day)), number, text);
}

static enum pmo_result add_group(const struct today *today, enum today_group group)
{
	struct run_in line = { &today->cli->out, 0, (size_t)today->cli->terminal.width, INDENT,
			       dot };
	size_t count = count_of(today, group), limit = OTHERS_MOST, shown = 0;
	int32_t day = PMO_DATE_NONE, before = PMO_DATE_NONE;
	if (group == GROUP_NEXT) {
		limit += NEXT_MORE;
		line.width--; /* a comma may stand at the end of the line */
	}
	if (today->all || count <= limit)
		limit = count;
	pmo_buffer_add_format(line.out, "%-*s", INDENT, today_group_name(group));
	line.column = INDENT;
	if (!count)
		pmo_buffer_add_text(line.out, "None.");
	for (size_t i = 0; i < today->count && shown < limit; i++) {
		if (today->entries[i].group != group)
			continue;
		const char *item = item_of(today, i, &day);
		if (!item)
			return PMO_NO_MEMORY;
		line.between = group == GROUP_NEXT && day == before ? ", " : dot;
		before = day;
		run_in_add(&line, item);
		shown++;
	}
	if (shown < count) {
		const char *more = pmo_arena_format(&today->cli->arena, "+%zu more", count - shown);
		line.between = dot;
		run_in_add(&line, more ? more : "");
	}
	pmo_buffer_add_char(line.out, '\n');
	return PMO_OK;
}

static void add_go_live(const struct today *today, const struct pmo_facts *facts,
			struct run_in *line)
{
	char date[PMO_DATE_LONG_SIZE], variance[32] = "";
	if (facts->go_live == PMO_DATE_NONE)
		return;
	pmo_date_format_short(facts->go_live, PMO_DATE_NONE, date);
	if (facts->has_variance)
		snprintf(variance, sizeof(variance), " (%+d d)", facts->variance);
	const char *text = pmo_arena_format(&today->cli->arena, "go-live %s%s%s", date, variance,
					    facts->go_live_is_sure ? "" : " ?");
	run_in_add(line, text ? text : "");
}

static void add_money(const struct today *today, const struct pmo_facts *facts, struct run_in *line)
{
	char money[PMO_MONEY_SIZE], share[PMO_DECIMAL_SIZE];
	struct pmo_decimal over = { facts->eac - facts->budget, 0 }, budget = { facts->budget, 0 };
	struct pmo_decimal ratio;
	if (facts->has_budget && pmo_decimal_divide(over, budget, 3, &ratio) == PMO_OK) {
		ratio.scale = 1;
		pmo_decimal_format(ratio, share);
		const char *text = pmo_arena_format(&today->cli->arena, "EAC %s%s %%",
						    ratio.units >= 0 ? "+" : "", share);
		run_in_add(line, text ? text : "");
	}
	if (facts->has_contingency) {
		pmo_money_format_grouped(facts->contingency, money);
		const char *text = pmo_arena_format(&today->cli->arena, "contingency %s", money);
		run_in_add(line, text ? text : "");
	}
}

static enum pmo_result add_head(const struct today *today, const struct duty_project *at)
{
	struct run_in line = { &today->cli->out, 0, (size_t)today->cli->terminal.width, 0, "    " };
	struct pmo_arena *arena = &today->cli->arena;
	char date[PMO_DATE_LONG_SIZE];
	struct pmo_facts facts;
	enum pmo_result result =
		pmo_facts_find(today->cli->workspace, at->project, at->plan, &facts);
	if (result != PMO_OK)
		return result;
	pmo_date_format_long(now(today), PMO_DATE_NONE, date);
	const char *text = pmo_arena_format(arena, "%s  %s", facts.code, date);
	run_in_add(&line, text ? text : "");
	text = facts.overall ? pmo_arena_format(arena, "Overall %s", facts.overall) : NULL;
	if (text)
		run_in_add(&line, text);
	add_go_live(today, &facts, &line);
	text = facts.tasks ? pmo_arena_format(arena, "tasks %zu/%zu", facts.tasks_done, facts.tasks)
			   : NULL;
	if (text)
		run_in_add(&line, text);
	add_money(today, &facts, &line);
	pmo_buffer_add_char(line.out, '\n');
	return PMO_OK;
}

enum pmo_result today_print(struct today *today)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < today->work.project_count; i++)
		result = add_head(today, &today->work.projects[i]);
	if (result == PMO_OK)
		add_late_group(today);
	for (int group = GROUP_TODAY; result == PMO_OK && group < TODAY_GROUP_COUNT; group++)
		result = add_group(today, (enum today_group)group);
	return result;
}

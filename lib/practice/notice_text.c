/* A notice as text: paragraphs that a person can forward, ids in the footer. */
#include "practice/notice.h"

#include <pmo/text.h>
#include <pmo/why.h>

#include <string.h>

static const char *span(const struct pmo_notice *notice, int32_t days)
{
	char text[PMO_DURATION_LONG_SIZE];
	pmo_duration_format_long(days < 0 ? -days : days, text);
	/* "3 weeks (15 working days)" stands in parentheses here. */
	char *copy = pmo_arena_string(notice->plan->arena, text);
	char *open = copy ? strstr(copy, " (") : NULL;
	if (open && strlen(open) > 2) {
		open[0] = ',';
		open[1] = ' ';
		copy[strlen(copy) - 1] = '\0';
	}
	return copy ? copy : "";
}

const char *pmo_notice_headline(const struct pmo_notice *notice)
{
	struct pmo_arena *arena = notice->plan->arena;
	const char *to = notice_day(notice, notice->to, PMO_DATE_NONE);
	if (notice->to == PMO_DATE_NONE)
		return pmo_arena_format(arena, "%s has no date.", notice->name);
	if (notice->from == PMO_DATE_NONE)
		return pmo_arena_format(arena, "%s is expected %s.", notice->name, to);
	if (!notice->days)
		return pmo_arena_format(arena, "%s stays %s.", notice->name, to);
	return pmo_arena_format(arena, "%s moves from %s to %s (%s%s).", notice->name,
				notice_day(notice, notice->from, notice->to), to,
				span(notice, notice->days), notice->days < 0 ? " earlier" : "");
}

/* "Storage delivered (...)" names a state, and takes no article. */
static bool is_state(const char *text)
{
	const char *end = strstr(text, " (");
	return end && end - text > 2 && end[-1] == 'd' && end[-2] == 'e';
}

/* "the state message switch ..." within a sentence; a word in capitals stays. */
static void add_because(const struct pmo_notice *notice, struct pmo_buffer *out)
{
	const char *text = notice->because;
	bool word = pmo_ascii_is_upper(text[0]) && pmo_ascii_is_lower(text[1]);
	if (is_state(text)) {
		pmo_buffer_add_format(out, "Why: %s\n", text);
		return;
	}
	pmo_buffer_add_text(out, "Why: the ");
	pmo_buffer_add_char(out, word ? pmo_ascii_to_lower(text[0]) : text[0]);
	pmo_buffer_add_text(out, text + 1);
	pmo_buffer_add_char(out, '\n');
}

/* "Then go-live is Mar 11, at no cost." */
static void add_then(const struct pmo_notice *notice, const struct pmo_notice_option *option,
		     struct pmo_buffer *out)
{
	const char *name = notice->name;
	bool word = pmo_ascii_is_upper(name[0]) && pmo_ascii_is_lower(name[1]);
	if (!option->has_date) {
		pmo_buffer_add_text(out, " What that does to the date could not be worked out.");
		return;
	}
	pmo_buffer_add_text(out, " Then ");
	pmo_buffer_add_char(out, word ? pmo_ascii_to_lower(name[0]) : name[0]);
	pmo_buffer_add_format(out, "%s is %s, ", name + 1,
			      notice_day(notice, option->date, notice->to));
	if (option->cost)
		pmo_buffer_add_format(out, "at a cost of %s.",
				      query_money(option->change, option->cost));
	else
		pmo_buffer_add_text(out, "at no cost.");
}

static void add_ask(const struct pmo_notice *notice, const struct pmo_notice_ask *ask,
		    struct pmo_buffer *out)
{
	pmo_buffer_add_text(out, "Decision needed");
	if (ask->due != PMO_DATE_NONE)
		pmo_buffer_add_format(out, " by %s", query_day(ask->decision, ask->due, true));
	if (ask->who)
		pmo_buffer_add_format(out, " from %s", ask->who);
	pmo_buffer_add_format(out, " (%s): %s.", ask->decision->id, ask->what);
	if (ask->option >= 0)
		add_then(notice, &notice->options[ask->option], out);
	pmo_buffer_add_char(out, '\n');
}

static bool is_asked(const struct pmo_notice *notice, size_t option)
{
	for (size_t i = 0; i < notice->ask_count; i++)
		if (notice->asks[i].option == (int)option)
			return true;
	return false;
}

/* What could be done, and nobody was asked to decide. */
static void add_open_options(const struct pmo_notice *notice, struct pmo_buffer *out)
{
	for (size_t i = 0; i < notice->option_count; i++) {
		const struct pmo_notice_option *option = &notice->options[i];
		if (is_asked(notice, i))
			continue;
		pmo_buffer_add_format(out, "Proposed (%s): %s.", option->change->id, option->what);
		add_then(notice, option, out);
		pmo_buffer_add_char(out, '\n');
	}
}

static void add_footer(const struct pmo_notice *notice, struct pmo_buffer *out)
{
	pmo_buffer_add_format(out, "--\n%s", notice->chain);
	if (notice->since)
		pmo_buffer_add_format(out, "; since %s", notice->since);
	if (notice->reported && !(notice->since && strstr(notice->since, "report")))
		pmo_buffer_add_format(out, "; %s", notice->reported);
	pmo_buffer_add_text(out, ".\n");
	if (notice->first)
		pmo_buffer_add_format(
			out, "The first notice of this cause was %s (%s).\n", notice->first->id,
			query_day(notice->first,
				  (int32_t)query_number(notice->first, "sent", PMO_DATE_NONE),
				  false));
}

enum pmo_result pmo_notice_text(const struct pmo_notice *notice, struct pmo_buffer *out)
{
	const char *headline = pmo_notice_headline(notice);
	const char *name = notice->name;
	if (!headline)
		return PMO_NO_MEMORY;
	pmo_buffer_add_format(out, "%s\n", headline);
	if (!notice->plan->items[notice->item].sure)
		pmo_buffer_add_format(out, "%s rests on bad data: pmo check says which.\n", name);
	if (notice->because && notice->days)
		add_because(notice, out);
	for (size_t i = 0; i < notice->ask_count; i++)
		add_ask(notice, &notice->asks[i], out);
	add_open_options(notice, out);
	if (notice->ask_count && notice->to != PMO_DATE_NONE)
		pmo_buffer_add_format(out, "Without an answer, %s stands.\n",
				      notice_day(notice, notice->to, notice->to));
	else if (!notice->option_count && notice->earlier && notice->days > 0)
		pmo_buffer_add_format(out, "Nobody has proposed how to be earlier. %s\n",
				      notice->earlier);
	add_footer(notice, out);
	return out->failed ? PMO_NO_MEMORY : PMO_OK;
}

/* What could be done about a date, worked out in memory; and who is asked to decide it. */
#include "practice/notice.h"

#include <pmo/text.h>

#include <string.h>

/* Open change requests that have not been decided. */
static const char undecided[] =
	"status in [draft, submitted, in_analysis, in_review, deferred, approved]";

/* The first word of a title within a sentence: `Test first` becomes `test first`. */
static const char *as_part(struct pmo_arena *arena, const char *title)
{
	char *text = pmo_arena_string(arena, title);
	if (text && pmo_ascii_is_upper(text[0]) && (pmo_ascii_is_lower(text[1]) || text[1] == ' '))
		text[0] = pmo_ascii_to_lower(text[0]);
	return text;
}

/* The plan with the lines of what_if; the diagnostics of a bad line are the workspace's. */
static enum pmo_result compute(const struct pmo_notice *notice, const struct pmo_value *lines,
			       struct pmo_notice_option *option)
{
	struct pmo_plan_options how = { 0 };
	struct pmo_plan *plan = NULL;
	const char *id = notice->plan->items[notice->item].id;
	enum pmo_result result =
		pmo_plan_read(notice->plan->workspace, notice->plan->project, &how, &plan);
	for (uint32_t i = 0; i < lines->count && result == PMO_OK; i++)
		if (lines->as.items[i].presence == PMO_PRESENT)
			result = pmo_plan_change(plan, lines->as.items[i].as.text);
	if (result == PMO_OK)
		result = pmo_plan_compute(plan);
	int item = result == PMO_OK ? pmo_plan_find(plan, id) : -1;
	if (item >= 0 && plan->items[item].finish != PMO_DATE_NONE) {
		option->has_date = true;
		option->date = plan->items[item].finish;
	}
	pmo_plan_free(plan);
	if (result == PMO_USAGE || result == PMO_REFUSED || result == PMO_INVALID) {
		option->fault = "its what_if is not understood";
		return PMO_OK;
	}
	return result;
}

static enum pmo_result add_option(struct pmo_notice *notice, const struct pmo_record *change,
				  size_t *capacity)
{
	struct pmo_arena *arena = notice->plan->arena;
	struct pmo_value lines = pmo_record_get_name(change, "what_if");
	struct pmo_notice_option option = { .change = change };
	bool says = lines.presence == PMO_PRESENT && lines.is_list && lines.count;
	const char *title = query_text(change, "title");
	if (!says || notice->to == PMO_DATE_NONE)
		return PMO_OK;
	option.what = as_part(arena, title ? title : change->id);
	option.cost = query_number(change, "impact_cost", 0);
	enum pmo_result result = compute(notice, &lines, &option);
	if (result != PMO_OK || !option.what)
		return result == PMO_OK ? PMO_NO_MEMORY : result;
	const struct pmo_calendar *calendar = notice->plan->calendar;
	if (option.has_date)
		option.gained = pmo_calendar_days_between(calendar, option.date, notice->to);
	if (option.has_date && notice->planned != PMO_DATE_NONE)
		option.days = pmo_calendar_days_between(calendar, notice->planned, option.date);
	if (option.has_date && option.gained <= 0)
		return PMO_OK; /* it is about something else */
	struct pmo_notice_option *grown = pmo_arena_grow(
		arena, notice->options, notice->option_count, capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	notice->options = grown;
	grown[notice->option_count++] = option;
	return PMO_OK;
}

enum pmo_result notice_add_options(struct pmo_notice *notice)
{
	struct pmo_records changes;
	size_t capacity = 0;
	enum pmo_result result = notice_records(notice, "change", &changes);
	for (size_t i = 0; i < changes.count && result == PMO_OK; i++)
		if (!changes.items[i].unreadable && query_holds(&changes.items[i], undecided))
			result = add_option(notice, &changes.items[i], &capacity);
	return result;
}

/* The option that a decision is about, or -1. */
static int option_of(const struct pmo_notice *notice, const struct pmo_record *decision)
{
	for (size_t i = 0; i < notice->option_count; i++) {
		const char *about = pmo_arena_format(notice->plan->arena, "any(affects, it = '%s')",
						     notice->options[i].change->id);
		if (about && query_holds(decision, about))
			return (int)i;
	}
	return -1;
}

static bool is_about(const struct pmo_notice *notice, const struct pmo_record *decision)
{
	const char *about = pmo_arena_format(notice->plan->arena, "any(affects, it = '%s')",
					     notice->plan->items[notice->item].id);
	return about && query_holds(decision, about);
}

enum pmo_result notice_add_asks(struct pmo_notice *notice)
{
	struct pmo_records decisions;
	size_t capacity = 0;
	enum pmo_result result = notice_records(notice, "decision", &decisions);
	for (size_t i = 0; i < decisions.count && result == PMO_OK; i++) {
		const struct pmo_record *decision = &decisions.items[i];
		struct pmo_notice_ask ask = { .decision = decision };
		if (decision->unreadable || !pmo_record_is_open(decision))
			continue;
		ask.option = option_of(notice, decision);
		if (ask.option < 0 && !is_about(notice, decision))
			continue;
		const char *title = query_text(decision, "title");
		ask.who = query_person(decision, query_text(decision, "owner"));
		ask.what = ask.option >= 0 ? notice->options[ask.option].what
					   : as_part(notice->plan->arena, title ? title : "");
		ask.due = (int32_t)query_number(decision, "due", PMO_DATE_NONE);
		struct pmo_notice_ask *grown =
			pmo_arena_grow(notice->plan->arena, notice->asks, notice->ask_count,
				       &capacity, sizeof(*grown));
		if (!grown)
			return PMO_NO_MEMORY;
		notice->asks = grown;
		grown[notice->ask_count++] = ask;
	}
	return result;
}

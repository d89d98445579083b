/*
 * Dates of the document: what pmo computed goes in when something was changed here. Which
 * of them Project will show otherwise follows from the causes of the dates: what it does
 * not know (leave, the as-of date) moves the task, and all that it drives.
 */
#include "exchange/mspdi_export.h"

#include <pmo/calendar.h>
#include <pmo/plan.h>

#include <string.h>

struct dating {
	struct mspdi_export *run;
	struct pmo_plan *plan;
	char *states; /* by item: 0 not known, 1 the same in Project, 2 not */
	bool keeps_dates, waits_in_own_days; /* as Project does: see read_ways */
};

static void write_dates(struct mspdi_export *run, const struct mspdi_row *row,
			const struct pmo_plan_item *item)
{
	struct mspdi_element *element = row->element;
	int64_t start = mspdi_time(element, "Start"), finish = mspdi_time(element, "Finish");
	int begins = row->is_milestone ? mspdi_day_end(run) : mspdi_day_start(run);
	if (item->start == PMO_DATE_NONE || item->finish == PMO_DATE_NONE || item->fault)
		return;
	if (mspdi_date(start) != item->start)
		mspdi_out_date(run, element, "Start", (int64_t)item->start * 24 * 60 + begins);
	if (mspdi_date(finish) != item->finish)
		mspdi_out_date(run, element, "Finish",
			       (int64_t)item->finish * 24 * 60 + mspdi_day_end(run));
}

static void write_frame(struct mspdi_export *run, const struct pmo_plan *plan)
{
	struct mspdi_element *summary = mspdi_child(run->tasks, "Task");
	if (run->import.plan->source)
		return; /* the kept file has its own */
	if (plan->start != PMO_DATE_NONE && !mspdi_text(run->root, "StartDate"))
		mspdi_out_time(run, run->root, "StartDate",
			       (int64_t)plan->start * 24 * 60 + mspdi_day_start(run));
	if (plan->finish != PMO_DATE_NONE)
		mspdi_out_time(run, run->root, "FinishDate",
			       (int64_t)plan->finish * 24 * 60 + mspdi_day_end(run));
	if (!summary || plan->start == PMO_DATE_NONE || plan->finish == PMO_DATE_NONE)
		return;
	mspdi_out_time(run, summary, "Start",
		       (int64_t)plan->start * 24 * 60 + mspdi_day_start(run));
	mspdi_out_time(run, summary, "Finish",
		       (int64_t)plan->finish * 24 * 60 + mspdi_day_end(run));
}

/* Under way, and not over when its duration has passed. */
static bool is_resumed(const struct pmo_plan *plan, const struct pmo_plan_item *item)
{
	int32_t days = pmo_plan_days(item, item->duration);
	if (item->state != PMO_ITEM_UNDER_WAY || item->duration <= 0)
		return false;
	return pmo_calendar_add_days(plan->calendar, item->start, days - 1) != item->finish;
}

/* What the charter says of hard constraints and of lags. */
static enum pmo_result read_ways(struct dating *dating)
{
	struct mspdi_context *context = &dating->run->import.context;
	const struct pmo_schema *schema = pmo_workspace_schema(context->workspace, "project");
	struct pmo_records charters = { NULL, 0 };
	enum pmo_result result = schema ? pmo_workspace_records(context->workspace,
								context->project, schema, &charters)
					: PMO_OK;
	if (result != PMO_OK || !charters.count)
		return result;
	struct pmo_value hard = pmo_record_get_name(&charters.items[0], "hard_constraints");
	const char *lags =
		pmo_record_text(&charters.items[0], pmo_schema_field(schema, "lag_calendar"));
	dating->keeps_dates = hard.presence == PMO_PRESENT && hard.as.integer;
	dating->waits_in_own_days = lags && strcmp(lags, "successor") == 0;
	return PMO_OK;
}

/* Whether it stands behind a date that Project keeps, and here links overrule. */
static bool is_past_its_date(const struct pmo_plan_item *item)
{
	struct pmo_value value = pmo_record_get_name(item->record, "constraint");
	int index = pmo_schema_field(item->record->schema, "constraint");
	if (index < 0 || value.presence != PMO_PRESENT)
		return false;
	const struct pmo_field *field = item->record->schema->fields[index];
	const struct pmo_value *kind = pmo_value_member(field, &value, "kind");
	const struct pmo_value *date = pmo_value_member(field, &value, "date");
	if (kind->presence != PMO_PRESENT || date->presence != PMO_PRESENT)
		return false;
	bool of_start = strcmp(kind->as.text, "mso") == 0 || strcmp(kind->as.text, "snlt") == 0;
	bool of_finish = strcmp(kind->as.text, "mfo") == 0 || strcmp(kind->as.text, "fnlt") == 0;
	return (of_start && item->start > date->as.integer) ||
	       (of_finish && item->finish > date->as.integer);
}

static bool waits_with_lag(const struct pmo_plan *plan, const struct pmo_plan_item *item)
{
	int index = pmo_schema_field(item->record->schema, "calendar");
	const struct pmo_plan_link *link =
		item->cause.link >= 0 ? &plan->links[item->cause.link] : NULL;
	return link && (link->lag || (link->is_share && link->lag_share)) && !link->elapsed &&
	       index >= 0 && pmo_record_text(item->record, index);
}

/* A date that somebody typed, and nobody works on. */
static bool is_on_day_off(const struct dating *dating, const struct pmo_plan_item *item)
{
	int index = pmo_schema_field(item->record->schema, "calendar");
	const char *name = index < 0 ? NULL : pmo_record_text(item->record, index);
	const struct pmo_calendar *calendar = dating->plan->calendar;
	if (name && pmo_plan_calendar(dating->plan, name, &calendar) != PMO_OK)
		return false;
	return item->cause.kind == PMO_CAUSE_TYPED && item->start != PMO_DATE_NONE &&
	       (!pmo_calendar_is_working(calendar, item->start) ||
		!pmo_calendar_is_working(calendar, item->finish));
}

/* What of this very item Project does not know; NULL: nothing. */
static const char *own_reason(const struct dating *dating, const struct pmo_plan_item *item)
{
	const struct pmo_plan_cause *cause = &item->cause;
	if (dating->run->for_2007 && item->state == PMO_ITEM_NOT_STARTED &&
	    is_on_day_off(dating, item))
		return "typed on a day off: Project 2007 moves it to a working day";
	if (item->state == PMO_ITEM_DONE || item->state == PMO_ITEM_LEFT_OUT || item->by_hand ||
	    item->kind == PMO_ITEM_SUMMARY || item->start == PMO_DATE_NONE)
		return NULL;
	if (cause->kind == PMO_CAUSE_LEAVE || cause->away_from != PMO_DATE_NONE)
		return "leave moves it here; Project does not know of it";
	if (cause->kind == PMO_CAUSE_AS_OF)
		return "not begun: it waits for the as-of date here, not in Project";
	if (item->state == PMO_ITEM_UNDER_WAY && item->out_of_sequence)
		return "what remains waits for its predecessors (retained logic)";
	if (is_resumed(dating->plan, item))
		return "what remains goes on after the as-of date, in Project at once";
	if (!dating->keeps_dates && item->state == PMO_ITEM_NOT_STARTED && is_past_its_date(item))
		return "links overrule its constraint here; Project keeps the date";
	if (!dating->waits_in_own_days && waits_with_lag(dating->plan, item))
		return "its lag counts other days here; in Project those of its calendar";
	if (item->kind == PMO_ITEM_EFFORT)
		return "level of effort: in Project it has a duration of its own";
	if (cause->kind == PMO_CAUSE_LINK && cause->item >= 0 &&
	    (size_t)cause->item >= dating->plan->own_count)
		return "it waits for another project, which is not in the file";
	return NULL;
}

/* Along the causes, back to one that is known; bounded by the number of items. */
static bool is_moved(struct dating *dating, int at)
{
	const struct pmo_plan *plan = dating->plan;
	size_t steps = 0;
	char state = 0;
	int from = at;
	while (!state && steps++ <= plan->item_count) {
		const struct pmo_plan_item *item = &plan->items[at];
		bool has_next = (item->cause.kind == PMO_CAUSE_LINK ||
				 item->cause.kind == PMO_CAUSE_CHILDREN) &&
				item->cause.item >= 0;
		if (dating->states[at])
			state = dating->states[at];
		else if (own_reason(dating, item))
			state = 2;
		else if (!has_next || item->state == PMO_ITEM_DONE)
			state = 1;
		else
			at = item->cause.item;
	}
	for (steps = 0; steps <= plan->item_count && !dating->states[from]; steps++) {
		dating->states[from] = state ? state : 1;
		if (from == at)
			break;
		from = plan->items[from].cause.item;
	}
	return state == 2;
}

static enum pmo_result tell(struct dating *dating, const struct pmo_plan_item *item,
			    const char *why)
{
	struct pmo_mspdi_export *told = dating->run->told;
	struct pmo_mspdi_differing *items =
		pmo_arena_grow(dating->run->arena, told->differing, told->differing_count,
			       &told->differing_capacity, sizeof(*items));
	if (!items)
		return PMO_NO_MEMORY;
	told->differing = items;
	items[told->differing_count++] = (struct pmo_mspdi_differing){
		.id = item->record->id, .title = item->title, .date = item->finish, .why = why
	};
	return PMO_OK;
}

static enum pmo_result find_differing(struct dating *dating)
{
	struct pmo_plan *plan = dating->plan;
	enum pmo_result result = PMO_OK;
	dating->states = pmo_arena_array(dating->run->arena, plan->item_count + 1, 1);
	if (!dating->states)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < plan->own_count && result == PMO_OK; i++) {
		const char *why = own_reason(dating, &plan->items[i]);
		if (why)
			result = tell(dating, &plan->items[i], why);
		else if (is_moved(dating, (int)i))
			dating->run->told->followers++;
	}
	return result;
}

/* Words in place of a date: 2007 has no words, and would begin with the project. */
static bool needs_dates(const struct mspdi_export *run, const struct mspdi_row *row)
{
	bool is_open = !mspdi_text(row->element, "Start") || !mspdi_text(row->element, "Finish");
	return run->for_2007 && is_open && mspdi_flag(row->element, "Manual");
}

static enum pmo_result date_rows(struct mspdi_export *run, struct pmo_plan *plan)
{
	struct dating dating = { .run = run, .plan = plan };
	for (size_t i = 0; i < run->row_count; i++) {
		int at = pmo_plan_index(plan, run->rows[i].record);
		if (at >= 0 && (run->has_changed || needs_dates(run, &run->rows[i])))
			write_dates(run, &run->rows[i], &plan->items[at]);
	}
	if (run->has_changed)
		write_frame(run, plan);
	run->told->has_schedule = true;
	enum pmo_result result = read_ways(&dating);
	if (result == PMO_OK)
		result = find_differing(&dating);
	return result == PMO_OK && run->failed ? PMO_NO_MEMORY : result;
}

/* Where the plan cannot be computed, the document has the dates that it had. */
enum pmo_result mspdi_patch_dates(struct mspdi_export *run)
{
	struct mspdi_context *context = &run->import.context;
	struct pmo_diags *diags = pmo_workspace_diags(context->workspace);
	struct pmo_diags before = *diags;
	struct pmo_plan_options options = { .baseline = PMO_BASELINE_CURRENT };
	struct pmo_plan *plan = NULL;
	enum pmo_result result =
		pmo_plan_schedule(context->workspace, context->project, &options, &plan);
	if (result == PMO_OK)
		result = date_rows(run, plan);
	else if (result != PMO_NO_MEMORY) {
		bool lost = diags->lost;
		*diags = before;
		diags->lost = lost;
		if (diags->last)
			diags->last->next = NULL;
		else
			diags->first = NULL;
		result = PMO_OK;
	}
	/* Titles and ids are the records'; the reasons are constants. */
	pmo_plan_free(plan);
	return result;
}

enum pmo_result pmo_mspdi_imported(struct pmo_workspace *workspace,
				   const struct pmo_project *project,
				   struct pmo_mspdi_dates **dates, size_t *count)
{
	struct pmo_mspdi *plan;
	*dates = NULL;
	*count = 0;
	enum pmo_result result = mspdi_read_kept(workspace, project, &plan);
	if (result != PMO_OK || !plan)
		return result;
	struct pmo_mspdi_dates *items = pmo_arena_array(pmo_workspace_arena(workspace),
							plan->task_count + 1, sizeof(*items));
	if (!items)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < plan->task_count; i++)
		items[i] = (struct pmo_mspdi_dates){ .uid = plan->tasks[i].uid,
						     .start = mspdi_date(plan->tasks[i].start),
						     .finish = mspdi_date(plan->tasks[i].finish),
						     .by_hand = plan->tasks[i].by_hand };
	*dates = items;
	*count = plan->task_count;
	return PMO_OK;
}

/*
 * `pmo schedule --compare imported`: our dates beside those of the MS Project file that the
 * plan came from, task by task where they differ, and why ours is another.
 */
#include "plan_view.h"
#include "schedule.h"

#include <pmo/mspdi.h>

#include <stdlib.h>
#include <string.h>

struct comparing {
	struct schedule *schedule;
	struct plan_view view; /* the same plan, for its texts */
	struct pmo_mspdi_dates *dates;
	size_t count, compared, same;
	struct pmo_table table;
};

static int by_uid(const void *left, const void *right)
{
	const struct pmo_mspdi_dates *a = left, *b = right;
	return a->uid < b->uid ? -1 : a->uid > b->uid;
}

/* What Project had of an item, or NULL. */
static const struct pmo_mspdi_dates *find(const struct comparing *comparing,
					  const struct pmo_plan_item *item)
{
	struct pmo_value uid = pmo_record_get_name(item->record, "uid");
	struct pmo_mspdi_dates wanted = { .uid = uid.as.integer };
	if (!pmo_value_is_present(&uid) || uid.kind != PMO_INTEGER || !comparing->count)
		return NULL;
	return bsearch(&wanted, comparing->dates, comparing->count, sizeof(wanted), by_uid);
}

static bool differs(const struct pmo_plan_item *item, const struct pmo_mspdi_dates *theirs)
{
	bool start = item->kind != PMO_ITEM_MILESTONE && theirs->start != PMO_DATE_NONE &&
		     theirs->start != item->start;
	return start || (theirs->finish != PMO_DATE_NONE && theirs->finish != item->finish);
}

static bool moved(const struct comparing *comparing, int index)
{
	const struct pmo_plan_item *item = &comparing->view.plan->items[index];
	const struct pmo_mspdi_dates *theirs = find(comparing, item);
	return theirs && differs(item, theirs);
}

/* Of what starts on the same day. */
static const char *length_reason(const struct comparing *comparing,
				 const struct pmo_plan_item *item,
				 const struct pmo_mspdi_dates *theirs)
{
	const struct pmo_calendar *calendar = comparing->view.plan->calendar;
	int32_t here = pmo_calendar_days_between(calendar, item->start - 1, item->finish);
	int32_t there = pmo_calendar_days_between(calendar, item->start - 1, theirs->finish);
	if (theirs->finish == PMO_DATE_NONE || here == there)
		return "other hours or days off";
	return pmo_arena_format(&comparing->schedule->cli->arena, "takes %d d, not %d d", (int)here,
				(int)there);
}

/* The nearest reason: what sets our start, unless that is what it was there, too. */
static const char *reason(const struct comparing *comparing, const struct pmo_plan_item *item,
			  const struct pmo_mspdi_dates *theirs)
{
	const struct pmo_plan *plan = comparing->view.plan;
	const struct pmo_plan_cause *cause = &item->cause;
	struct pmo_arena *arena = &comparing->schedule->cli->arena;
	if (item->fault)
		return item->fault;
	if (theirs->by_hand && !item->by_hand)
		return "scheduled by hand in Project";
	if (cause->away_from != PMO_DATE_NONE && cause->away_to != PMO_DATE_NONE &&
	    theirs->start < item->start)
		return pmo_arena_format(arena, "%s is away until %s",
					item->owner ? item->owner : "its owner",
					plan_view_day(&comparing->view, cause->away_to));
	if (theirs->start != item->start && cause->item >= 0 && moved(comparing, cause->item))
		return pmo_arena_format(arena, "follows %s", plan->items[cause->item].wbs);
	if (cause->kind == PMO_CAUSE_AS_OF && theirs->start < item->start)
		return "cannot start before tomorrow";
	if (cause->kind == PMO_CAUSE_ACTUAL && item->state == PMO_ITEM_DONE)
		return "its actual dates";
	if (cause->kind == PMO_CAUSE_CHILDREN)
		return "what is below it";
	if (item->state == PMO_ITEM_UNDER_WAY)
		return pmo_arena_format(arena, "what remains, %d d, from tomorrow",
					(int)pmo_plan_days(item, item->remaining));
	if (theirs->start == item->start)
		return length_reason(comparing, item, theirs);
	if (cause->kind == PMO_CAUSE_LINK && cause->item >= 0)
		return pmo_arena_format(arena, "its link from %s", plan->items[cause->item].wbs);
	if (cause->kind == PMO_CAUSE_CONSTRAINT || cause->kind == PMO_CAUSE_TYPED)
		return "the date that its record asks for";
	return "starts with the project";
}

static const char *days_text(const struct comparing *comparing, const struct pmo_plan_item *item,
			     const struct pmo_mspdi_dates *theirs)
{
	const struct pmo_calendar *calendar = comparing->view.plan->calendar;
	bool finish = theirs->finish != item->finish;
	int32_t days = finish ? pmo_calendar_days_between(calendar, theirs->finish, item->finish)
			      : pmo_calendar_days_between(calendar, theirs->start, item->start);
	return pmo_arena_format(&comparing->schedule->cli->arena, "%+d", (int)days);
}

static enum pmo_result add_row(struct comparing *comparing, const struct pmo_plan_item *item,
			       const struct pmo_mspdi_dates *theirs)
{
	const struct plan_view *view = &comparing->view;
	struct pmo_row *row = pmo_table_add_row(&comparing->table);
	const char *days = days_text(comparing, item, theirs);
	const char *why = reason(comparing, item, theirs);
	if (!row || !days || !why)
		return PMO_NO_MEMORY;
	const struct pmo_cell cells[] = {
		{ .text = item->wbs, .raw = item->id },
		{ .text = item->title },
		{ .text = plan_view_day(view, theirs->start),
		  .raw = plan_view_iso(view, theirs->start) },
		{ .text = plan_view_day(view, theirs->finish),
		  .raw = plan_view_iso(view, theirs->finish) },
		{ .text = plan_view_item_day(view, item, item->start),
		  .raw = plan_view_iso(view, item->start) },
		{ .text = plan_view_item_day(view, item, item->finish),
		  .raw = plan_view_iso(view, item->finish) },
		{ .text = days, .raw = *days == '+' ? days + 1 : days },
		{ .text = why },
	};
	memcpy(row->cells, cells, sizeof(cells));
	return PMO_OK;
}

static enum pmo_result fill(struct comparing *comparing)
{
	static const struct pmo_column columns[] = {
		{ .name = "id", .heading = "WBS" },
		{ .name = "title", .heading = "Task", .shrink = PMO_SHRINK_TRUNCATE },
		{ .name = "imported_start", .heading = "Start there", .priority = 2 },
		{ .name = "imported_finish", .heading = "Finish there" },
		{ .name = "start", .heading = "Here", .priority = 2 },
		{ .name = "finish", .heading = "Here" },
		{ .name = "days", .heading = "Days", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
		{ .name = "why", .heading = "Why", .shrink = PMO_SHRINK_WRAP },
	};
	const struct pmo_plan *plan = comparing->view.plan;
	enum pmo_result result = pmo_table_add_columns(&comparing->table, columns,
						       sizeof(columns) / sizeof(*columns));
	for (size_t i = comparing->schedule->first;
	     result == PMO_OK && i < comparing->schedule->end; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		const struct pmo_mspdi_dates *theirs = find(comparing, item);
		if (!theirs || item->state == PMO_ITEM_LEFT_OUT)
			continue;
		comparing->compared++;
		if (differs(item, theirs))
			result = add_row(comparing, item, theirs);
		else
			comparing->same++;
	}
	return result;
}

static enum pmo_result print(struct comparing *comparing)
{
	struct cli *cli = comparing->schedule->cli;
	enum pmo_format format;
	enum pmo_result result = cli_format(cli, &format);
	if (result != PMO_OK)
		return result;
	comparing->view.is_text = format == PMO_FORMAT_TABLE;
	if (comparing->view.is_text)
		pmo_buffer_add_format(&cli->out,
				      "%s, as of %s, beside the file that was imported\n"
				      "%zu of %zu tasks have the same dates.\n",
				      comparing->view.plan->project->title,
				      plan_view_day(&comparing->view, comparing->view.plan->as_of),
				      comparing->same, comparing->compared);
	plan_view_add_faults(&comparing->view);
	if (comparing->view.is_text)
		pmo_buffer_add_text(&cli->out, comparing->table.row_count ? "\n" : "");
	if (comparing->view.is_text && !comparing->table.row_count)
		return PMO_OK;
	return cli_print_table(cli, &comparing->table);
}

enum pmo_result schedule_compare(struct schedule *schedule)
{
	struct cli *cli = schedule->cli;
	struct comparing comparing = { .schedule = schedule,
				       .view = { .cli = cli, .plan = schedule->plan } };
	if (strcmp(schedule->options->compare, "imported") != 0)
		return cli_usage("--compare: '%s' is not known; 'imported' is",
				 schedule->options->compare);
	enum pmo_result result = pmo_mspdi_imported(cli->workspace, schedule->plan->project,
						    &comparing.dates, &comparing.count);
	if (result == PMO_OK && !comparing.count)
		return cli_usage("%s did not come from a file of MS Project: pmo import plan.xml",
				 schedule->plan->project->handle);
	if (result != PMO_OK)
		return result;
	qsort(comparing.dates, comparing.count, sizeof(*comparing.dates), by_uid);
	pmo_table_init(&comparing.table, &cli->arena);
	comparing.table.title = "Dates here and in the file that was imported";
	result = fill(&comparing);
	return result == PMO_OK ? print(&comparing) : result;
}

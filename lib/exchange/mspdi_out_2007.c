/*
 * The document for readers that know Project 2007 alone: it has no tasks scheduled by hand and
 * no inactive ones. Dates set by hand become dates that must be kept; what is inactive is left
 * out, for it would come back to life.
 */
#include "exchange/mspdi_export.h"

#include <string.h>

enum { MUST_START_ON = 2, DAYS = 7 };

static bool is_inactive(const struct mspdi_element *task)
{
	const char *active = mspdi_text(task, "Active");
	return active && strcmp(active, "0") == 0;
}

static int64_t day_of(int64_t minutes)
{
	return (int64_t)mspdi_date(minutes) * 24 * 60;
}

/* Where its duration does not lead from its start to its finish, both are whole days. */
static void fix_span(struct mspdi_export *run, struct mspdi_element *task)
{
	const struct pmo_mspdi *plan = run->import.plan;
	int format = (int)mspdi_number(task, "DurationFormat", DAYS);
	struct mspdi_typed typed = {
		.calendar_uid = mspdi_number(task, "CalendarUID", -1),
		.start = mspdi_time(task, "Start"),
		.finish = mspdi_time(task, "Finish"),
		.seconds = mspdi_span(task, "Duration"),
		.is_elapsed = mspdi_format_is_elapsed(mspdi_format(plan, format)),
	};
	int64_t seconds = mspdi_fitting_seconds(plan, &typed);
	bool is_point = mspdi_flag(task, "Milestone") && typed.seconds == MSPDI_NO_TIME;
	if (seconds == MSPDI_NO_TIME || is_point)
		return;
	mspdi_out_span(run, task, "Duration", seconds);
	if (typed.seconds == MSPDI_NO_TIME)
		mspdi_out_number(run, task, "DurationFormat", DAYS);
	if (mspdi_text(task, "RemainingDuration") && !mspdi_number(task, "PercentComplete", 0))
		mspdi_out_span(run, task, "RemainingDuration", seconds);
	mspdi_out_time(run, task, "Start", day_of(typed.start) + mspdi_day_start(run));
	mspdi_out_time(run, task, "Finish", day_of(typed.finish) + mspdi_day_end(run));
}

/* A summary has the dates of what is below it, whatever was typed. */
static void fix_date(struct mspdi_export *run, struct mspdi_element *task)
{
	if (!mspdi_flag(task, "Manual") || mspdi_flag(task, "Summary") ||
	    mspdi_time(task, "Start") == MSPDI_NO_TIME)
		return;
	fix_span(run, task);
	int64_t start = mspdi_time(task, "Start");
	mspdi_out_number(run, task, "ConstraintType", MUST_START_ON);
	mspdi_out_time(run, task, "ConstraintDate", start);
	run->told->fixed++;
}

static void drop_additions(struct mspdi_element *task)
{
	for (struct mspdi_element *child = task->first; child; child = child->next)
		child->is_gone |= mspdi_is_addition(task, child);
}

/* What names a task that is left out: a link to it, an assignment. */
static void drop_named(const struct map *gone, struct mspdi_element *element, const char *name)
{
	const char *uid = mspdi_text(element, name);
	element->is_gone |= uid && map_get(gone, uid);
}

static enum pmo_result drop_inactive(struct mspdi_export *run, struct map *gone)
{
	enum pmo_result result = PMO_OK;
	map_init(gone, run->arena);
	for (struct mspdi_element *task = run->tasks->first; task && result == PMO_OK;
	     task = task->next) {
		if (task->is_gone || !is_inactive(task))
			continue;
		const char *uid = mspdi_text(task, "UID");
		task->is_gone = true;
		run->told->left_out++;
		result = uid ? map_put(gone, uid, task) : PMO_OK;
	}
	return result;
}

enum pmo_result mspdi_make_2007(struct mspdi_export *run)
{
	struct map gone;
	enum pmo_result result = drop_inactive(run, &gone);
	if (result != PMO_OK)
		return result;
	for (struct mspdi_element *task = run->tasks->first; task; task = task->next) {
		struct mspdi_element *link = mspdi_child(task, "PredecessorLink");
		if (task->is_gone)
			continue;
		fix_date(run, task);
		drop_additions(task);
		for (; link; link = mspdi_next(link))
			drop_named(&gone, link, "PredecessorUID");
	}
	mspdi_out(run, run->root, "SaveVersion", "12");
	for (struct mspdi_element *i = run->assignments->first; i; i = i->next)
		drop_named(&gone, i, "TaskUID");
	return run->failed ? PMO_NO_MEMORY : PMO_OK;
}

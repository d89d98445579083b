/*
 * The document for readers that know Project 2007 alone: it has no tasks scheduled by hand and
 * no inactive ones. Dates set by hand become dates that must be kept; what is inactive is left
 * out, for it would come back to life.
 */
#include "exchange/mspdi_export.h"

#include <string.h>

enum { MUST_START_ON = 2 };

static bool is_inactive(const struct mspdi_element *task)
{
	const char *active = mspdi_text(task, "Active");
	return active && strcmp(active, "0") == 0;
}

/* A summary has the dates of what is below it, whatever was typed. */
static void fix_date(struct mspdi_export *run, struct mspdi_element *task)
{
	int64_t start = mspdi_time(task, "Start");
	if (!mspdi_flag(task, "Manual") || mspdi_flag(task, "Summary") || start == MSPDI_NO_TIME)
		return;
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
	for (struct mspdi_element *i = run->assignments->first; i; i = i->next)
		drop_named(&gone, i, "TaskUID");
	return run->failed ? PMO_NO_MEMORY : PMO_OK;
}

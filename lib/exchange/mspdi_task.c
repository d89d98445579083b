/* Tasks, their outline and their links, from the tree. */
#include "exchange/mspdi.h"

#include <pmo/date.h>
#include <pmo/text.h>

#include <stdio.h>
#include <string.h>

enum { LEVELS = 100 };

static void read_dates(struct mspdi_task *task)
{
	const struct mspdi_element *element = task->element;
	task->start = mspdi_time(element, "Start");
	task->finish = mspdi_time(element, "Finish");
	task->typed_start = mspdi_time(element, "ManualStart");
	task->typed_finish = mspdi_time(element, "ManualFinish");
	/* Not every program writes them; Project's start becomes that of the work once it began. */
	if (task->typed_start == MSPDI_NO_TIME)
		task->typed_start = task->start;
	if (task->typed_finish == MSPDI_NO_TIME)
		task->typed_finish = task->finish;
	task->start_is_text = mspdi_text(element, "StartText");
	task->finish_is_text = mspdi_text(element, "FinishText");
	task->duration_is_text = mspdi_text(element, "DurationText");
	task->deadline = mspdi_time(element, "Deadline");
	task->constraint_date = mspdi_time(element, "ConstraintDate");
	task->actual_start = mspdi_time(element, "ActualStart");
	task->actual_finish = mspdi_time(element, "ActualFinish");
}

static void read_numbers(struct mspdi_task *task)
{
	const struct mspdi_element *element = task->element;
	int64_t constraint = mspdi_number(element, "ConstraintType", 0);
	int64_t percent = mspdi_number(element, "PercentComplete", 0);
	int64_t type = mspdi_number(element, "Type", 0);
	int64_t priority = mspdi_number(element, "Priority", 500);
	int64_t format = mspdi_number(element, "DurationFormat", 21);
	task->constraint = constraint >= 0 && constraint <= 7 ? (int)constraint : 0;
	task->percent = percent < 0 ? 0 : percent > 100 ? 100 : (int)percent;
	task->type = type >= 0 && type <= 2 ? (int)type : 0;
	task->priority = priority >= 0 && priority <= 1000 ? (int)priority : 500;
	task->duration_format = format > 0 && format < 60 ? (int)format : 21;
	task->calendar_uid = mspdi_number(element, "CalendarUID", -1);
	task->duration = mspdi_span(element, "Duration");
	task->work = mspdi_span(element, "Work");
	task->remaining = mspdi_span(element, "RemainingDuration");
	task->cost = mspdi_number(element, "Cost", 0);
}

static enum pmo_result read_links(struct pmo_mspdi *plan, int at)
{
	struct mspdi_task *task = &plan->tasks[at];
	task->first_link = plan->link_count;
	const struct mspdi_element *link = mspdi_child(task->element, "PredecessorLink");
	for (; link; link = mspdi_next(link)) {
		int64_t type = mspdi_number(link, "Type", 1);
		struct mspdi_link *links =
			pmo_arena_grow(plan->arena, plan->links, plan->link_count,
				       &plan->link_capacity, sizeof(*links));
		if (!links)
			return PMO_NO_MEMORY;
		plan->links = links;
		links[plan->link_count++] = (struct mspdi_link){
			.from = mspdi_number(link, "PredecessorUID", -1),
			.to = at,
			.from_at = -1,
			.type = type >= 0 && type <= 3 ? (int)type : 1,
			.lag = mspdi_number(link, "LinkLag", 0),
			.format = (int)mspdi_number(link, "LagFormat", 7) & 0x3f,
			.element = link,
		};
		task->link_count++;
	}
	return PMO_OK;
}

/* A row that is left blank between others, and the row of the project itself, are no tasks. */
static bool is_task(struct pmo_mspdi *plan, const struct mspdi_element *element)
{
	bool is_blank = mspdi_flag(element, "IsNull");
	plan->blank_rows += is_blank;
	return !is_blank && mspdi_number(element, "UID", -1) != 0;
}

static enum pmo_result add_task(struct pmo_mspdi *plan, const struct mspdi_element *element)
{
	struct mspdi_task *tasks = pmo_arena_grow(plan->arena, plan->tasks, plan->task_count,
						  &plan->task_capacity, sizeof(*tasks));
	if (!tasks)
		return PMO_NO_MEMORY;
	plan->tasks = tasks;
	struct mspdi_task *task = &tasks[plan->task_count++];
	int64_t level = mspdi_number(element, "OutlineLevel", 1);
	const char *name = mspdi_text(element, "Name");
	*task = (struct mspdi_task){ .element = element, .parent = -1 };
	task->uid = mspdi_number(element, "UID", -1);
	task->id = mspdi_number(element, "ID", -1);
	task->name = name ? name : "(no name)";
	task->wbs = mspdi_text(element, "WBS");
	task->notes = mspdi_text(element, "Notes");
	task->level = level < 0 ? 0 : level < LEVELS ? (int)level : LEVELS - 1;
	task->is_flagged = mspdi_flag(element, "Milestone");
	task->by_hand = mspdi_flag(element, "Manual");
	plan->knows_hand |= mspdi_text(element, "Manual") || mspdi_text(element, "Active");
	const char *active = mspdi_text(element, "Active");
	task->is_inactive = active && strcmp(active, "0") == 0;
	read_dates(task);
	read_numbers(task);
	return PMO_OK;
}

/* The outline follows from levels, in the order of the file; a level that is skipped is one. */
static void build_outline(struct pmo_mspdi *plan)
{
	int open[LEVELS + 1], number[LEVELS + 1] = { 0 };
	int depth = 0;
	for (size_t i = 0; i < plan->task_count; i++) {
		struct mspdi_task *task = &plan->tasks[i];
		int own = 0;
		while (own < depth && plan->tasks[open[own]].level < task->level)
			own++;
		task->parent = own ? open[own - 1] : -1;
		if (own)
			plan->tasks[task->parent].is_summary = true;
		if (own >= depth)
			number[own] = 0;
		number[own]++;
		open[own] = (int)i;
		depth = own + 1;
		number[depth] = 0;
		size_t length = 0;
		for (int k = 0; k <= own && length < sizeof(task->outline) - 12; k++)
			length += (size_t)snprintf(task->outline + length,
						   sizeof(task->outline) - length, "%s%d",
						   k ? "." : "", number[k]);
	}
}

static void settle_kinds(struct pmo_mspdi *plan)
{
	for (size_t i = 0; i < plan->task_count; i++) {
		struct mspdi_task *task = &plan->tasks[i];
		bool takes_time = task->duration != MSPDI_NO_TIME && task->duration > 0;
		bool is_point = task->duration == 0 ||
				(task->is_flagged && task->duration == MSPDI_NO_TIME);
		task->is_milestone = !task->is_summary && !takes_time && is_point;
	}
}

static char *uid_key(struct pmo_arena *arena, int64_t uid)
{
	return pmo_arena_format(arena, "%lld", (long long)uid);
}

static void tell(struct pmo_mspdi *plan, const struct mspdi_element *element, const char *code,
		 const char *message)
{
	struct pmo_place place = { .source = plan->source, .offset = element->offset, .length = 1 };
	pmo_diag_add(plan->diags, PMO_WARNING, code, &place, "%s", message ? message : "");
	plan->failed |= !message;
}

/* A second task of one UID cannot be told apart from the first, and gets none. */
static enum pmo_result index_tasks(struct pmo_mspdi *plan)
{
	for (size_t i = 0; i < plan->task_count; i++) {
		struct mspdi_task *task = &plan->tasks[i];
		char *key = uid_key(plan->arena, task->uid);
		if (!key)
			return PMO_NO_MEMORY;
		if (task->uid < 0 || map_get(&plan->by_uid, key)) {
			tell(plan, task->element, "import-uid",
			     pmo_arena_format(plan->arena,
					      task->uid < 0 ? "task '%.60s' has no UID"
							    : "the UID of task '%.60s' is another "
							      "task's, too",
					      task->name));
			task->uid = -1;
		} else if (map_put(&plan->by_uid, key, task) != PMO_OK) {
			return PMO_NO_MEMORY;
		}
	}
	return PMO_OK;
}

struct mspdi_task *mspdi_task_of(const struct pmo_mspdi *plan, int64_t uid)
{
	char key[24];
	snprintf(key, sizeof(key), "%lld", (long long)uid);
	return map_get(&plan->by_uid, key);
}

static void join_links(struct pmo_mspdi *plan)
{
	for (size_t i = 0; i < plan->link_count; i++) {
		struct mspdi_link *link = &plan->links[i];
		struct mspdi_task *from = mspdi_task_of(plan, link->from);
		if (from)
			link->from_at = (int)(from - plan->tasks);
		else
			tell(plan, link->element, "import-link",
			     pmo_arena_format(plan->arena,
					      "'%.60s' waits for a task with UID %lld, which is "
					      "not in the file",
					      plan->tasks[link->to].name, (long long)link->from));
	}
}

enum pmo_result mspdi_read_tasks(struct pmo_mspdi *plan)
{
	const struct mspdi_element *rows = mspdi_child(plan->root, "Tasks");
	const struct mspdi_element *row = mspdi_child(rows, "Task");
	enum pmo_result result = PMO_OK;
	for (; row && result == PMO_OK; row = mspdi_next(row))
		if (is_task(plan, row))
			result = add_task(plan, row);
	for (size_t i = 0; i < plan->task_count && result == PMO_OK; i++)
		result = read_links(plan, (int)i);
	if (result != PMO_OK)
		return result;
	build_outline(plan);
	settle_kinds(plan);
	result = index_tasks(plan);
	if (result == PMO_OK)
		join_links(plan);
	return result == PMO_OK && plan->failed ? PMO_NO_MEMORY : result;
}

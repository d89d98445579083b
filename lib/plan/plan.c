/* The plan as others use it: read, compute, ask. */
#include "plan/plan.h"

#include <pmo/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct plan *plan_new(struct pmo_workspace *workspace, const struct pmo_project *project,
			     const struct pmo_plan_options *options)
{
	struct plan *plan = calloc(1, sizeof(*plan));
	if (!plan)
		return NULL;
	const struct pmo_world *world = pmo_workspace_world(workspace);
	pmo_arena_init(&plan->memory);
	plan->open.arena = &plan->memory;
	plan->open.workspace = workspace;
	plan->open.project = project;
	plan->open.as_of = world->today;
	plan->open.time_now = plan->open.start = plan->open.finish = PMO_DATE_NONE;
	if (options)
		plan->options = *options;
	plan->minutes_per_day =
		world->minutes_per_day > 0 ? world->minutes_per_day : PMO_MINUTES_PER_DAY;
	map_init(&plan->persons, &plan->memory);
	map_init(&plan->calendars, &plan->memory);
	return plan;
}

enum pmo_result pmo_plan_read(struct pmo_workspace *workspace, const struct pmo_project *project,
			      const struct pmo_plan_options *options, struct pmo_plan **open)
{
	struct plan *plan = plan_new(workspace, project, options);
	*open = plan ? &plan->open : NULL;
	if (!plan)
		return PMO_NO_MEMORY;
	plan->all_days = clock_of_all_days(&plan->memory, plan->minutes_per_day);
	if (!plan->all_days)
		return PMO_NO_MEMORY;
	enum pmo_result result = model_read(plan);
	if (result != PMO_OK)
		return result;
	if (plan->open.as_of != PMO_DATE_NONE && plan->open.as_of < PMO_DATE_MAX)
		plan->open.time_now =
			pmo_calendar_next_working(plan->open.calendar, plan->open.as_of + 1);
	return PMO_OK;
}

enum pmo_result pmo_plan_compute(struct pmo_plan *open)
{
	struct plan *plan = plan_of(open);
	enum pmo_result result = network_order(plan);
	if (result != PMO_OK)
		return result;
	forward_pass(plan);
	backward_pass(plan);
	rollup_effort(plan);
	verdict_items(plan);
	verdict_links(plan);
	verdict_sure(plan);
	return PMO_OK;
}

enum pmo_result pmo_plan_schedule(struct pmo_workspace *workspace,
				  const struct pmo_project *project,
				  const struct pmo_plan_options *options, struct pmo_plan **plan)
{
	enum pmo_result result = pmo_plan_read(workspace, project, options, plan);
	return result == PMO_OK ? pmo_plan_compute(*plan) : result;
}

void pmo_plan_free(struct pmo_plan *open)
{
	if (!open)
		return;
	struct plan *plan = plan_of(open);
	pmo_arena_release(&plan->memory);
	free(plan);
}

static int find_text(const struct plan_project *project, const char *text)
{
	void *found = map_get(&project->ids, text);
	if (!found)
		found = map_get(&project->codes, text);
	return found ? (int)(intptr_t)found - 1 : -1;
}

/* `tsk-5`, `tsk5` and `ms7` are TSK-005 and MS-007; `m5` is M5. */
static int find_loosely(const struct plan_project *project, const char *text)
{
	char upper[64];
	size_t length = strlen(text), letters = 0;
	if (length >= sizeof(upper))
		return -1;
	for (size_t i = 0; i <= length; i++)
		upper[i] = pmo_ascii_to_upper(text[i]);
	int found = find_text(project, upper);
	while (pmo_ascii_is_alpha(upper[letters]))
		letters++;
	const char *digits = upper + letters + (upper[letters] == '-');
	if (found >= 0 || !letters || !*digits || strspn(digits, "0123456789") != strlen(digits) ||
	    strlen(digits) > 9)
		return found;
	char id[96];
	int written = snprintf(id, sizeof(id), "%.*s-%03ld", (int)letters, upper,
			       strtol(digits, NULL, 10));
	return written > 0 && (size_t)written < sizeof(id) ? find_text(project, id) : -1;
}

int pmo_plan_find(const struct pmo_plan *open, const char *text)
{
	const struct plan *plan = (const struct plan *)open;
	if (!plan->project_count)
		return -1;
	int found = find_text(&plan->projects[0], text);
	if (found < 0)
		found = find_loosely(&plan->projects[0], text);
	const char *slash = strchr(text, '/');
	for (size_t i = 1; found < 0 && slash && i < plan->project_count; i++) {
		const char *handle = plan->projects[i].project->handle;
		if (strlen(handle) == (size_t)(slash - text) &&
		    strncmp(handle, text, strlen(handle)) == 0)
			found = find_loosely(&plan->projects[i], slash + 1);
	}
	return found;
}

int pmo_plan_index(const struct pmo_plan *open, const struct pmo_record *record)
{
	const struct plan *plan = (const struct plan *)open;
	for (size_t i = 0; i < plan->project_count; i++) {
		if (plan->projects[i].project != record->project)
			continue;
		void *found = map_get(&plan->projects[i].ids, record->id);
		return found ? (int)(intptr_t)found - 1 : -1;
	}
	return -1;
}

int pmo_plan_go_live(const struct pmo_plan *open)
{
	struct pmo_records charter = { NULL, 0 };
	const struct pmo_schema *schema = pmo_workspace_schema(open->workspace, "project");
	const char *go_live = NULL;
	int last = -1;
	if (schema &&
	    pmo_workspace_records(open->workspace, open->project, schema, &charter) == PMO_OK &&
	    charter.count)
		go_live = pmo_record_text(&charter.items[0], pmo_schema_field(schema, "go_live"));
	int found = go_live ? pmo_plan_find(open, go_live) : -1;
	for (int i = 0; found < 0 && i < (int)open->own_count; i++) {
		const struct pmo_plan_item *item = &open->items[i];
		if (item->kind == PMO_ITEM_MILESTONE && item->state != PMO_ITEM_LEFT_OUT &&
		    (last < 0 || item->finish >= open->items[last].finish))
			last = i;
	}
	return found >= 0 ? found : last;
}

int32_t pmo_plan_days(const struct pmo_plan_item *item, int64_t minutes)
{
	int64_t day = item->day_minutes > 0 ? item->day_minutes : PMO_MINUTES_PER_DAY;
	int64_t days = minutes / day + (minutes % day > 0);
	return days > INT32_MAX ? INT32_MAX : days < -INT32_MAX ? -INT32_MAX : (int32_t)days;
}

enum pmo_result pmo_plan_chain(struct pmo_plan *open, int item, const int **chain, size_t *count)
{
	struct plan *plan = plan_of(open);
	int *items = pmo_arena_array(&plan->memory, open->item_count + 1, sizeof(int));
	if (!items)
		return PMO_NO_MEMORY;
	*count = 0;
	while (item >= 0 && *count < open->item_count) {
		items[(*count)++] = item;
		item = open->items[item].cause.item;
	}
	*chain = items;
	return PMO_OK;
}

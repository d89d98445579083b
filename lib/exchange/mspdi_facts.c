/* The project, its resources and who is assigned to what, from the tree. */
#include "exchange/mspdi.h"

#include <pmo/date.h>

#include <string.h>

static int bounded(int64_t value, int64_t least, int64_t most, int64_t usual)
{
	return (int)(value >= least && value <= most ? value : usual);
}

static void read_project(struct pmo_mspdi *plan)
{
	const struct mspdi_element *root = plan->root;
	plan->title = mspdi_text(root, "Title");
	if (!plan->title)
		plan->title = mspdi_text(mspdi_child(mspdi_child(root, "Tasks"), "Task"), "Name");
	if (!plan->title)
		plan->title = mspdi_text(root, "Name");
	plan->start = mspdi_time(root, "StartDate");
	plan->finish = mspdi_time(root, "FinishDate");
	plan->status_date = mspdi_time(root, "StatusDate");
	plan->calendar_uid = mspdi_number(root, "CalendarUID", -1);
	plan->minutes_per_day = bounded(mspdi_number(root, "MinutesPerDay", 480), 1, 1440, 480);
	plan->minutes_per_week =
		bounded(mspdi_number(root, "MinutesPerWeek", 2400), 1, 10080, 2400);
	plan->days_per_month = bounded(mspdi_number(root, "DaysPerMonth", 20), 1, 31, 20);
	plan->duration_format = bounded(mspdi_number(root, "DurationFormat", 7), 3, 12, 7);
}

/* Resource 0 is the one that Project keeps for work that nobody has. */
static enum pmo_result read_resources(struct pmo_mspdi *plan)
{
	const struct mspdi_element *element =
		mspdi_child(mspdi_child(plan->root, "Resources"), "Resource");
	for (; element; element = mspdi_next(element)) {
		int64_t uid = mspdi_number(element, "UID", -1);
		if (uid == 0 || mspdi_flag(element, "IsNull"))
			continue;
		struct mspdi_resource *items =
			pmo_arena_grow(plan->arena, plan->resources, plan->resource_count,
				       &plan->resource_capacity, sizeof(*items));
		if (!items)
			return PMO_NO_MEMORY;
		plan->resources = items;
		items[plan->resource_count++] = (struct mspdi_resource){
			.element = element,
			.uid = uid,
			.calendar_uid = mspdi_number(element, "CalendarUID", -1),
			.name = mspdi_text(element, "Name"),
			.email = mspdi_text(element, "EmailAddress"),
			.initials = mspdi_text(element, "Initials"),
			.type = mspdi_flag(element, "IsCostResource")
					? 2
					: bounded(mspdi_number(element, "Type", 1), 0, 1, 1),
		};
	}
	return PMO_OK;
}

static enum pmo_result index_resources(struct pmo_mspdi *plan, struct map *map)
{
	map_init(map, plan->arena);
	for (size_t i = 0; i < plan->resource_count; i++) {
		struct mspdi_resource *resource = &plan->resources[i];
		char *key = pmo_arena_format(plan->arena, "%lld", (long long)resource->uid);
		if (!key)
			return PMO_NO_MEMORY;
		if (!map_get(map, key) && map_put(map, key, resource) != PMO_OK)
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

static struct mspdi_resource *resource_of(const struct map *map, const char *uid)
{
	return uid ? map_get(map, uid) : NULL;
}

static enum pmo_result read_assignments(struct pmo_mspdi *plan)
{
	struct map resources;
	const struct mspdi_element *element =
		mspdi_child(mspdi_child(plan->root, "Assignments"), "Assignment");
	enum pmo_result result = index_resources(plan, &resources);
	for (; element && result == PMO_OK; element = mspdi_next(element)) {
		struct mspdi_task *task = mspdi_task_of(plan, mspdi_number(element, "TaskUID", -1));
		struct mspdi_resource *resource =
			resource_of(&resources, mspdi_text(element, "ResourceUID"));
		struct mspdi_assignment *items =
			pmo_arena_grow(plan->arena, plan->assignments, plan->assignment_count,
				       &plan->assignment_capacity, sizeof(*items));
		if (!items)
			return PMO_NO_MEMORY;
		plan->assignments = items;
		items[plan->assignment_count++] = (struct mspdi_assignment){
			.element = element,
			.uid = mspdi_number(element, "UID", -1),
			.task = task ? (int)(task - plan->tasks) : -1,
			.resource = resource ? (int)(resource - plan->resources) : -1,
			.units = mspdi_text(element, "Units"),
		};
		if (resource && task)
			resource->is_used = true;
	}
	return result;
}

/* Assignments of one task together, in the order of the file. */
static enum pmo_result sort_assignments(struct pmo_mspdi *plan)
{
	size_t at = 0;
	plan->by_task =
		pmo_arena_array(plan->arena, plan->assignment_count + 1, sizeof(*plan->by_task));
	if (!plan->by_task)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < plan->assignment_count; i++)
		if (plan->assignments[i].task >= 0)
			plan->tasks[plan->assignments[i].task].assignment_count++;
	for (size_t i = 0; i < plan->task_count; i++) {
		plan->tasks[i].first_assignment = at;
		at += plan->tasks[i].assignment_count;
		plan->tasks[i].assignment_count = 0;
	}
	for (size_t i = 0; i < plan->assignment_count; i++) {
		int task = plan->assignments[i].task;
		if (task < 0)
			continue;
		struct mspdi_task *of = &plan->tasks[task];
		plan->by_task[of->first_assignment + of->assignment_count++] = i;
	}
	return PMO_OK;
}

static void count_baselines(struct pmo_mspdi *plan)
{
	bool there[MSPDI_BASELINES] = { false };
	for (size_t i = 0; i < plan->task_count; i++) {
		const struct mspdi_element *baseline =
			mspdi_child(plan->tasks[i].element, "Baseline");
		for (; baseline; baseline = mspdi_next(baseline)) {
			int64_t number = mspdi_number(baseline, "Number", 0);
			if (number >= 0 && number < MSPDI_BASELINES)
				there[number] = true;
		}
	}
	for (size_t i = 0; i < MSPDI_BASELINES; i++)
		plan->baselines += there[i];
}

enum pmo_result mspdi_read_facts(struct pmo_mspdi *plan)
{
	map_init(&plan->by_uid, plan->arena);
	read_project(plan);
	plan->knows_hand = mspdi_number(plan->root, "SaveVersion", 0) >= 14;
	enum pmo_result result = mspdi_read_calendars(plan);
	if (result == PMO_OK)
		result = mspdi_read_tasks(plan);
	if (result == PMO_OK)
		result = read_resources(plan);
	if (result == PMO_OK)
		result = read_assignments(plan);
	if (result == PMO_OK)
		result = sort_assignments(plan);
	if (result == PMO_OK)
		count_baselines(plan);
	return result;
}

bool pmo_mspdi_is(const char *bytes, size_t length)
{
	static const char mark[] = "schemas.microsoft.com/project", root[] = "<Project";
	size_t end = length < 4096 ? length : 4096;
	bool is_xml = false;
	for (size_t i = 0; i + sizeof(root) <= end; i++) {
		if (memcmp(bytes + i, root, sizeof(root) - 1) == 0)
			is_xml = true;
		if (i + sizeof(mark) <= end && memcmp(bytes + i, mark, sizeof(mark) - 1) == 0)
			return true;
	}
	/* UTF-16: every second byte is zero; no list that pmo reads begins so. */
	bool is_wide =
		length > 4 && ((bytes[0] == '<' && !bytes[1]) || (!bytes[0] && bytes[1] == '<') ||
			       (bytes[2] == '<' && !bytes[3]) || (!bytes[2] && bytes[3] == '<'));
	return is_xml || is_wide;
}

enum pmo_result pmo_mspdi_open(struct pmo_arena *arena, const struct pmo_source *source,
			       struct pmo_diags *diags, struct pmo_mspdi **out)
{
	struct pmo_mspdi *plan = pmo_arena_alloc(arena, sizeof(*plan));
	struct pmo_place place = { .source = source };
	*out = NULL;
	if (!plan)
		return PMO_NO_MEMORY;
	plan->arena = arena;
	plan->diags = diags;
	plan->source = source;
	enum pmo_result result = mspdi_xml_read(arena, source, diags, &plan->root);
	if (result != PMO_OK)
		return result;
	if (strcmp(plan->root->name, "Project") != 0) {
		pmo_diag_add(diags, PMO_ERROR, "import-xml", &place,
			     "the document is a <%.40s>, not the <Project> that Project writes",
			     plan->root->name);
		pmo_diag_hint(diags, "in Project: File > Save As > XML");
		return PMO_INVALID;
	}
	result = mspdi_read_facts(plan);
	if (result == PMO_OK)
		*out = plan;
	return result;
}

void pmo_mspdi_tell(const struct pmo_mspdi *plan, struct pmo_mspdi_facts *facts)
{
	*facts = (struct pmo_mspdi_facts){ .title = plan->title,
					   .start = mspdi_date(plan->start),
					   .tasks = plan->task_count,
					   .links = plan->link_count,
					   .resources = plan->resource_count,
					   .baselines = plan->baselines };
	for (size_t i = 0; i < plan->task_count; i++)
		facts->milestones += plan->tasks[i].is_milestone;
	facts->tasks -= facts->milestones;
}

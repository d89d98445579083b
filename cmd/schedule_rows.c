/* The rows of `pmo schedule`: one function a column, in a table for people and for programs. */
#include "schedule.h"

#include "plan_view.h"

/* What a cell shows; NULL: no memory. */
typedef const char *cell_function(struct schedule *schedule, const struct pmo_plan_item *item);

struct shown {
	struct pmo_column column;
	cell_function *text;
};

static const char *format_number(struct schedule *schedule, int32_t number)
{
	return pmo_arena_format(&schedule->cli->arena, "%d", (int)number);
}

static const char *iso(struct schedule *schedule, int32_t date)
{
	char text[PMO_DATE_SIZE];
	pmo_date_format(date, text);
	return pmo_arena_string(&schedule->cli->arena, text);
}

/* A date that stands on something that is not known says so. */
static const char *day(struct schedule *schedule, const struct pmo_plan_item *item, int32_t date)
{
	char text[PMO_DATE_LONG_SIZE];
	pmo_date_format_short(date, schedule->plan->as_of, text);
	if (item->sure)
		return pmo_arena_string(&schedule->cli->arena, text);
	schedule->marks |= PLAN_MARK_UNSURE;
	return pmo_arena_format(&schedule->cli->arena, "%s?", text);
}

static const char *show_wbs(struct schedule *schedule, const struct pmo_plan_item *item)
{
	(void)schedule;
	return item->wbs;
}

static const char *show_title(struct schedule *schedule, const struct pmo_plan_item *item)
{
	(void)schedule;
	return item->title;
}

static const char *show_start(struct schedule *schedule, const struct pmo_plan_item *item)
{
	return day(schedule, item, item->start);
}

static const char *show_finish(struct schedule *schedule, const struct pmo_plan_item *item)
{
	return day(schedule, item, item->finish);
}

static const char *show_percent(struct schedule *schedule, const struct pmo_plan_item *item)
{
	if (item->state == PMO_ITEM_DONE)
		return "done";
	if (item->percent == 0)
		return "";
	return pmo_arena_format(&schedule->cli->arena, "%d%%", (int)(item->percent / 100));
}

static const char *show_variance(struct schedule *schedule, const struct pmo_plan_item *item)
{
	if (item->late)
		schedule->marks |= PLAN_MARK_LATE;
	if (!item->has_variance)
		return item->late ? "!" : "";
	return pmo_arena_format(&schedule->cli->arena, "%s%+d", item->late ? "!" : "",
				(int)item->variance);
}

static const char *show_float(struct schedule *schedule, const struct pmo_plan_item *item)
{
	if (!item->has_float)
		return "";
	schedule->marks |= item->critical        ? PLAN_MARK_CRITICAL
			   : item->near_critical ? PLAN_MARK_NEAR
						 : 0;
	return pmo_arena_format(&schedule->cli->arena, "%s%d",
				item->critical        ? "*"
				: item->near_critical ? "~"
						      : "",
				(int)item->total_float);
}

static const struct shown people[] = {
	{ { .name = "wbs", .heading = "WBS" }, show_wbs },
	{ { .name = "title", .heading = "Task", .shrink = PMO_SHRINK_TRUNCATE }, show_title },
	{ { .name = "percent", .heading = "Done", .align = PMO_RIGHT, .priority = 2 },
	  show_percent },
	{ { .name = "start", .heading = "Start", .priority = 3 }, show_start },
	{ { .name = "finish", .heading = "Finish" }, show_finish },
	{ { .name = "variance", .heading = "Var", .align = PMO_RIGHT }, show_variance },
	{ { .name = "total_float", .heading = "Float", .align = PMO_RIGHT }, show_float },
};

static const char *id(struct schedule *schedule, const struct pmo_plan_item *item)
{
	(void)schedule;
	return item->id;
}

static const char *kind(struct schedule *schedule, const struct pmo_plan_item *item)
{
	static const char *const names[] = { "task", "milestone", "summary", "level_of_effort" };
	(void)schedule;
	return names[item->kind];
}

static const char *state(struct schedule *schedule, const struct pmo_plan_item *item)
{
	static const char *const names[] = { "not_started", "under_way", "done", "left_out" };
	(void)schedule;
	return names[item->state];
}

static const char *owner(struct schedule *schedule, const struct pmo_plan_item *item)
{
	(void)schedule;
	return item->owner ? item->owner : "";
}

static const char *start(struct schedule *schedule, const struct pmo_plan_item *item)
{
	return iso(schedule, item->start);
}

static const char *finish(struct schedule *schedule, const struct pmo_plan_item *item)
{
	return iso(schedule, item->finish);
}

static const char *baseline_start(struct schedule *schedule, const struct pmo_plan_item *item)
{
	return iso(schedule, item->baseline_start);
}

static const char *baseline_finish(struct schedule *schedule, const struct pmo_plan_item *item)
{
	return iso(schedule, item->baseline_finish);
}

static const char *late_start(struct schedule *schedule, const struct pmo_plan_item *item)
{
	return iso(schedule, item->late_start);
}

static const char *late_finish(struct schedule *schedule, const struct pmo_plan_item *item)
{
	return iso(schedule, item->late_finish);
}

static const char *variance(struct schedule *schedule, const struct pmo_plan_item *item)
{
	return item->has_variance ? format_number(schedule, item->variance) : "";
}

static const char *total_float(struct schedule *schedule, const struct pmo_plan_item *item)
{
	return item->has_float ? format_number(schedule, item->total_float) : "";
}

static const char *free_float(struct schedule *schedule, const struct pmo_plan_item *item)
{
	return item->has_float ? format_number(schedule, item->free_float) : "";
}

static const char *percent(struct schedule *schedule, const struct pmo_plan_item *item)
{
	int whole = (int)(item->percent / 100), part = (int)(item->percent % 100);
	if (!part)
		return format_number(schedule, whole);
	return pmo_arena_format(&schedule->cli->arena, "%d.%02d", whole, part);
}

static const char *critical(struct schedule *schedule, const struct pmo_plan_item *item)
{
	(void)schedule;
	return item->critical ? "true" : "false";
}

static const char *late(struct schedule *schedule, const struct pmo_plan_item *item)
{
	(void)schedule;
	return item->late ? "true" : "false";
}

static const char *sure(struct schedule *schedule, const struct pmo_plan_item *item)
{
	(void)schedule;
	return item->sure ? "true" : "false";
}

static const char *fault(struct schedule *schedule, const struct pmo_plan_item *item)
{
	(void)schedule;
	return item->fault ? item->fault : "";
}

static const struct shown programs[] = {
	{ { .name = "id" }, id },
	{ { .name = "wbs" }, show_wbs },
	{ { .name = "title" }, show_title },
	{ { .name = "kind" }, kind },
	{ { .name = "state" }, state },
	{ { .name = "owner" }, owner },
	{ { .name = "start" }, start },
	{ { .name = "finish" }, finish },
	{ { .name = "baseline_start" }, baseline_start },
	{ { .name = "baseline_finish" }, baseline_finish },
	{ { .name = "late_start" }, late_start },
	{ { .name = "late_finish" }, late_finish },
	{ { .name = "variance", .kind = PMO_CELL_NUMBER }, variance },
	{ { .name = "total_float", .kind = PMO_CELL_NUMBER }, total_float },
	{ { .name = "free_float", .kind = PMO_CELL_NUMBER }, free_float },
	{ { .name = "critical", .kind = PMO_CELL_BOOL }, critical },
	{ { .name = "percent", .kind = PMO_CELL_NUMBER }, percent },
	{ { .name = "late", .kind = PMO_CELL_BOOL }, late },
	{ { .name = "sure", .kind = PMO_CELL_BOOL }, sure },
	{ { .name = "fault" }, fault },
};

static const struct shown *columns_of(const struct schedule *schedule, size_t *count)
{
	*count = schedule->for_people ? sizeof(people) / sizeof(*people)
				      : sizeof(programs) / sizeof(*programs);
	return schedule->for_people ? people : programs;
}

enum pmo_result schedule_add_columns(struct schedule *schedule)
{
	size_t count;
	const struct shown *columns = columns_of(schedule, &count);
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < count; i++)
		result = pmo_table_add_column(&schedule->table, &columns[i].column);
	schedule->table.tree_column = schedule->for_people ? 1 : 2;
	return result;
}

enum pmo_result schedule_add_item(struct schedule *schedule, const struct pmo_plan_item *item,
				  unsigned depth)
{
	size_t count;
	const struct shown *columns = columns_of(schedule, &count);
	struct pmo_row *row = pmo_table_add_row(&schedule->table);
	if (!row)
		return PMO_NO_MEMORY;
	row->depth = depth;
	if (item->state == PMO_ITEM_DONE)
		row->style = PMO_STYLE_DIM;
	else if (item->late || !item->sure)
		row->style = PMO_STYLE_BAD;
	else if (item->critical)
		row->style = PMO_STYLE_WARN;
	for (size_t i = 0; i < count; i++) {
		const char *text = columns[i].text(schedule, item);
		if (!text)
			return PMO_NO_MEMORY;
		row->cells[i].text = text;
		row->cells[i].absent = !*text;
	}
	return PMO_OK;
}

/* The cells of a view of the plan: a row a column, and what each shows of an item. */
#include "plan_view.h"

#include <string.h>

enum shape {
	SHAPE_WHAT,
	SHAPE_KIND,
	SHAPE_STATE,
	SHAPE_PERCENT,
	SHAPE_VARIANCE,
	SHAPE_FLOAT,
	SHAPE_LEFT,     /* days that remain */
	SHAPE_PLANNED,  /* by the baseline: the start where `what` is that, else the finish */
	SHAPE_EXPECTED, /* the same, as it is expected now */
	/* Members of the item: */
	SHAPE_TEXT,
	SHAPE_DATE,  /* sure or not */
	SHAPE_FIXED, /* a date that is a fact */
	SHAPE_FLAG,
	SHAPE_DAYS, /* of what has float */
};

struct plan_column {
	struct pmo_column column;
	enum shape shape;
	size_t offset;
};

#define ITEM(member) offsetof(struct pmo_plan_item, member)

static const struct plan_column all_columns[] = {
	{ { .name = "what" }, SHAPE_WHAT, 0 },
	{ { .name = "id" }, SHAPE_TEXT, ITEM(id) },
	{ { .name = "wbs", .heading = "WBS" }, SHAPE_TEXT, ITEM(wbs) },
	{ { .name = "title", .heading = "Task", .shrink = PMO_SHRINK_TRUNCATE },
	  SHAPE_TEXT,
	  ITEM(title) },
	{ { .name = "kind" }, SHAPE_KIND, 0 },
	{ { .name = "state" }, SHAPE_STATE, 0 },
	{ { .name = "owner", .heading = "Owner", .priority = 1 }, SHAPE_TEXT, ITEM(owner) },
	{ { .name = "start", .heading = "Start", .priority = 3 }, SHAPE_DATE, ITEM(start) },
	{ { .name = "finish", .heading = "Finish" }, SHAPE_DATE, ITEM(finish) },
	{ { .name = "baseline_start" }, SHAPE_FIXED, ITEM(baseline_start) },
	{ { .name = "baseline_finish" }, SHAPE_FIXED, ITEM(baseline_finish) },
	{ { .name = "planned", .heading = "Planned", .priority = 2 }, SHAPE_PLANNED, 0 },
	{ { .name = "expected", .heading = "Expected" }, SHAPE_EXPECTED, 0 },
	{ { .name = "variance", .heading = "Var", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
	  SHAPE_VARIANCE,
	  0 },
	{ { .name = "total_float",
	    .heading = "Float",
	    .align = PMO_RIGHT,
	    .kind = PMO_CELL_NUMBER },
	  SHAPE_FLOAT,
	  0 },
	{ { .name = "free_float", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
	  SHAPE_DAYS,
	  ITEM(free_float) },
	{ { .name = "left",
	    .heading = "Left",
	    .align = PMO_RIGHT,
	    .priority = 4,
	    .kind = PMO_CELL_NUMBER },
	  SHAPE_LEFT,
	  0 },
	{ { .name = "percent",
	    .heading = "Done",
	    .align = PMO_RIGHT,
	    .priority = 2,
	    .kind = PMO_CELL_NUMBER },
	  SHAPE_PERCENT,
	  0 },
	{ { .name = "critical", .kind = PMO_CELL_BOOL }, SHAPE_FLAG, ITEM(critical) },
	{ { .name = "longest", .kind = PMO_CELL_BOOL }, SHAPE_FLAG, ITEM(longest) },
	{ { .name = "late", .kind = PMO_CELL_BOOL }, SHAPE_FLAG, ITEM(late) },
	{ { .name = "starts_late", .kind = PMO_CELL_BOOL }, SHAPE_FLAG, ITEM(starts_late) },
	{ { .name = "sure", .kind = PMO_CELL_BOOL }, SHAPE_FLAG, ITEM(sure) },
};

enum { COLUMNS = sizeof(all_columns) / sizeof(*all_columns) };

static const struct plan_column *find_column(const char *name, size_t length)
{
	for (size_t i = 0; i < COLUMNS; i++)
		if (strlen(all_columns[i].column.name) == length &&
		    memcmp(all_columns[i].column.name, name, length) == 0)
			return &all_columns[i];
	return NULL;
}

enum pmo_result plan_view_add_columns(struct plan_view *view, const char *names)
{
	enum pmo_result result = PMO_OK;
	view->columns = pmo_arena_array(&view->cli->arena, COLUMNS, sizeof(*view->columns));
	if (!view->columns)
		return PMO_NO_MEMORY;
	while (*names && result == PMO_OK) {
		size_t length = strcspn(names, " ");
		const struct plan_column *column = find_column(names, length);
		if (column) {
			view->columns[view->table.column_count] = column;
			result = pmo_table_add_column(&view->table, &column->column);
		}
		names += length + strspn(names + length, " ");
	}
	return result;
}

static void set_number(struct plan_view *view, struct pmo_cell *cell, int32_t number)
{
	cell->text = pmo_arena_format(&view->cli->arena, "%d", (int)number);
}

static void set_percent(struct plan_view *view, const struct pmo_plan_item *item,
			struct pmo_cell *cell)
{
	int whole = (int)(item->percent / 100), part = (int)(item->percent % 100);
	cell->text = item->percent ? pmo_arena_format(&view->cli->arena, "%d%%", whole) : "";
	cell->raw = part ? pmo_arena_format(&view->cli->arena, "%d.%02d", whole, part)
			 : pmo_arena_format(&view->cli->arena, "%d", whole);
}

static void set_variance(struct plan_view *view, const struct pmo_plan_item *item,
			 struct pmo_cell *cell)
{
	view->marks |= PLAN_MARK_DAYS | (item->late ? PLAN_MARK_LATE : 0);
	cell->absent = !item->has_variance;
	if (!item->has_variance) {
		cell->text = item->late ? "!" : "";
		return;
	}
	cell->text = pmo_arena_format(&view->cli->arena, "%s%+d", item->late ? "!" : "",
				      (int)item->variance);
	cell->raw = pmo_arena_format(&view->cli->arena, "%d", (int)item->variance);
}

static void set_float(struct plan_view *view, const struct pmo_plan_item *item,
		      struct pmo_cell *cell)
{
	cell->absent = !item->has_float;
	if (!item->has_float)
		return;
	view->marks |= PLAN_MARK_DAYS;
	view->marks |= item->critical        ? PLAN_MARK_CRITICAL
		       : item->near_critical ? PLAN_MARK_NEAR
					     : 0;
	cell->text = pmo_arena_format(&view->cli->arena, "%s%d",
				      item->critical        ? "*"
				      : item->near_critical ? "~"
							    : "",
				      (int)item->total_float);
	cell->raw = pmo_arena_format(&view->cli->arena, "%d", (int)item->total_float);
}

static void set_date(struct plan_view *view, const struct pmo_plan_item *item, int32_t date,
		     struct pmo_cell *cell)
{
	if (!item->sure)
		view->marks |= PLAN_MARK_UNSURE;
	cell->text = plan_view_item_day(view, item, date);
	cell->raw = plan_view_iso(view, date);
	cell->absent = date == PMO_DATE_NONE;
}

static void set_fixed(struct plan_view *view, int32_t date, struct pmo_cell *cell)
{
	cell->text = plan_view_day(view, date);
	cell->raw = plan_view_iso(view, date);
	cell->absent = date == PMO_DATE_NONE;
}

/* A member of the item as it is. */
static void set_member(struct plan_view *view, const struct plan_column *column,
		       const struct pmo_plan_item *item, struct pmo_cell *cell)
{
	const void *member = (const char *)item + column->offset;
	switch (column->shape) {
	case SHAPE_TEXT:
		cell->text = *(const char *const *)member;
		cell->absent = !cell->text;
		break;
	case SHAPE_DATE:
		set_date(view, item, *(const int32_t *)member, cell);
		break;
	case SHAPE_FIXED:
		set_fixed(view, *(const int32_t *)member, cell);
		break;
	case SHAPE_FLAG:
		cell->text = *(const bool *)member ? "true" : "false";
		break;
	default:
		cell->absent = !item->has_float;
		if (item->has_float)
			set_number(view, cell, *(const int32_t *)member);
	}
}

static void set_cell(struct plan_view *view, const struct plan_column *column,
		     const struct pmo_plan_item *item, struct pmo_cell *cell)
{
	static const char *const kinds[] = { "task", "milestone", "summary", "level_of_effort" };
	static const char *const states[] = { "not_started", "under_way", "done", "left_out" };
	bool starts = view->what && strcmp(view->what, "start") == 0;
	switch (column->shape) {
	case SHAPE_WHAT:
		cell->text = view->what;
		break;
	case SHAPE_KIND:
		cell->text = kinds[item->kind];
		break;
	case SHAPE_STATE:
		cell->text = states[item->state];
		break;
	case SHAPE_PERCENT:
		set_percent(view, item, cell);
		break;
	case SHAPE_VARIANCE:
		set_variance(view, item, cell);
		break;
	case SHAPE_FLOAT:
		set_float(view, item, cell);
		break;
	case SHAPE_LEFT:
		set_number(view, cell, pmo_plan_days(item, item->remaining));
		break;
	case SHAPE_PLANNED:
		set_fixed(view, starts ? item->baseline_start : item->baseline_finish, cell);
		break;
	case SHAPE_EXPECTED:
		set_date(view, item, starts ? item->start : item->finish, cell);
		break;
	default:
		set_member(view, column, item, cell);
	}
}

enum pmo_result plan_view_add(struct plan_view *view, const struct pmo_plan_item *item)
{
	struct pmo_row *row = pmo_table_add_row(&view->table);
	if (!row)
		return PMO_NO_MEMORY;
	if (item->state == PMO_ITEM_DONE)
		row->style = PMO_STYLE_DIM;
	else if (item->late || !item->sure)
		row->style = PMO_STYLE_BAD;
	else if (item->critical)
		row->style = PMO_STYLE_WARN;
	for (size_t i = 0; i < view->table.column_count; i++) {
		struct pmo_cell *cell = &row->cells[i];
		set_cell(view, view->columns[i], item, cell);
		if (!cell->text && !cell->absent)
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

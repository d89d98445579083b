/* Views of the plan: opening it, and printing; the cells are those of plan_view_cells.c. */
#include "plan_view.h"

#include <string.h>

bool plan_view_is_open(const struct pmo_plan_item *item)
{
	return item->state == PMO_ITEM_NOT_STARTED || item->state == PMO_ITEM_UNDER_WAY;
}

const char *plan_view_day(const struct plan_view *view, int32_t date)
{
	char text[PMO_DATE_LONG_SIZE];
	pmo_date_format_short(date, view->plan->as_of, text);
	return pmo_arena_string(&view->cli->arena, text);
}

const char *plan_view_item_day(const struct plan_view *view, const struct pmo_plan_item *item,
			       int32_t date)
{
	const char *day = plan_view_day(view, date);
	if (item->sure || !day)
		return day;
	return pmo_arena_format(&view->cli->arena, "%s?", day);
}

const char *plan_view_iso(const struct plan_view *view, int32_t date)
{
	char text[PMO_DATE_SIZE];
	pmo_date_format(date, text);
	return pmo_arena_string(&view->cli->arena, text);
}

const char *plan_view_when(const struct plan_view *view, int32_t date)
{
	if (date == PMO_DATE_NONE)
		return NULL;
	return view->for_people ? plan_view_day(view, date) : plan_view_iso(view, date);
}

enum pmo_result plan_view_open(struct cli *cli, const struct pmo_plan_options *how,
			       struct plan_view *view)
{
	const struct pmo_project *project = NULL;
	*view = (struct plan_view){ .cli = cli };
	enum pmo_result result = pmo_workspace_need_project(cli->workspace, &project);
	if (result == PMO_OK)
		result = pmo_plan_schedule(cli->workspace, project, how, &view->plan);
	return result;
}

void plan_view_close(struct plan_view *view)
{
	pmo_plan_free(view->plan);
	view->plan = NULL;
}

enum pmo_result plan_view_find(struct plan_view *view, const char *word, int *item)
{
	const struct pmo_record *record = NULL;
	if (strcmp(word, "go-live") == 0) {
		*item = pmo_plan_go_live(view->plan);
		return *item >= 0 ? PMO_OK : cli_usage("there is no milestone to go live by");
	}
	*item = pmo_plan_find(view->plan, word);
	if (*item < 0) {
		enum pmo_result result = cli_find(view->cli, NULL, word, &record);
		if (result != PMO_OK)
			return result;
		*item = pmo_plan_index(view->plan, record);
	}
	if (*item < 0 || (size_t)*item >= view->plan->own_count)
		return cli_usage("%s is no task or milestone of this project", word);
	return PMO_OK;
}

/* The faults, with their places: for those who see no head. */
static void tell_faults(struct plan_view *view)
{
	const struct pmo_plan *plan = view->plan;
	struct pmo_diags *diags = &view->cli->diags;
	if (plan->fault)
		pmo_diag_add(diags, PMO_WARNING, "plan-fault", NULL, "the plan: %s", plan->fault);
	for (size_t i = 0; i < plan->item_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (!item->fault)
			continue;
		struct pmo_place place = pmo_record_place(item->record);
		pmo_diag_add(diags, PMO_WARNING, "plan-fault", &place, "%s %s", item->wbs,
			     item->fault);
	}
}

void plan_view_name_faults(const struct pmo_plan *plan, struct pmo_buffer *out)
{
	enum { NAMED = 10 };
	size_t told = 0;
	if (plan->fault)
		pmo_buffer_add_format(out, "Not sure: %s\n", plan->fault);
	for (size_t i = 0; i < plan->item_count && told < NAMED; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (!item->fault)
			continue;
		pmo_buffer_add_format(out, "Not sure: %s %s (%s) %s\n", item->wbs, item->title,
				      item->id, item->fault);
		told++;
	}
	if (plan->fault_count > told)
		pmo_buffer_add_format(out, "Not sure: %zu more, see pmo check\n",
				      plan->fault_count - told);
}

void plan_view_add_faults(struct plan_view *view)
{
	const struct pmo_plan *plan = view->plan;
	struct pmo_buffer *out = &view->cli->out;
	if (!view->is_text) {
		tell_faults(view);
		return;
	}
	plan_view_name_faults(plan, out);
}

const char *plan_view_title(const struct plan_view *view, const char *what)
{
	const char *day = plan_view_day(view, view->plan->as_of);
	return day ? pmo_arena_format(&view->cli->arena, "%s: %s, as of %s",
				      view->plan->project->title, what, day)
		   : NULL;
}

enum pmo_result plan_view_choose(struct plan_view *view, const char *title)
{
	if (!title)
		return PMO_NO_MEMORY;
	enum pmo_result result = cli_format(view->cli, &view->format);
	view->is_text = view->format == PMO_FORMAT_TABLE;
	view->for_people =
		view->is_text || view->format == PMO_FORMAT_MD || view->format == PMO_FORMAT_HTML;
	pmo_table_init(&view->table, &view->cli->arena);
	view->table.title = title;
	return result;
}

enum pmo_result plan_view_begin(struct plan_view *view, const char *title,
				const struct plan_view_columns *columns)
{
	struct cli *cli = view->cli;
	enum pmo_result result = plan_view_choose(view, plan_view_title(view, title));
	if (result != PMO_OK)
		return result;
	if (view->is_text)
		pmo_buffer_add_format(&cli->out, "%s\n", view->table.title);
	plan_view_add_faults(view);
	return plan_view_add_columns(view, view->for_people ? columns->people : columns->programs);
}

enum pmo_result plan_view_add_group(struct plan_view *view, const char *title, bool none)
{
	if (!title)
		return PMO_NO_MEMORY;
	if (none)
		title = pmo_arena_format(&view->cli->arena, "%s: None.", title);
	return title ? pmo_table_add_group(&view->table, title) : PMO_NO_MEMORY;
}

void plan_view_add_legend(unsigned marks, struct pmo_buffer *out)
{
	if (!marks)
		return;
	pmo_buffer_add_char(out, '\n');
	if (marks & PLAN_MARK_CRITICAL)
		pmo_buffer_add_text(out, "* critical  ");
	if (marks & PLAN_MARK_NEAR)
		pmo_buffer_add_text(out, "~ nearly  ");
	if (marks & PLAN_MARK_LATE)
		pmo_buffer_add_text(out, "! late  ");
	if (marks & PLAN_MARK_UNSURE)
		pmo_buffer_add_text(out, "? not sure  ");
	if (marks & PLAN_MARK_DAYS)
		pmo_buffer_add_text(out, "Var, Float: working days");
	pmo_buffer_add_char(out, '\n');
}

enum pmo_result plan_view_end(struct plan_view *view)
{
	struct cli *cli = view->cli;
	if (view->is_text)
		pmo_buffer_add_char(&cli->out, '\n');
	if (view->is_text && !view->table.row_count) {
		pmo_buffer_add_text(&cli->out, "None.\n");
		return PMO_OK;
	}
	enum pmo_result result = cli_print_table(cli, &view->table);
	if (result == PMO_OK && view->is_text)
		plan_view_add_legend(view->marks, &cli->out);
	return result;
}

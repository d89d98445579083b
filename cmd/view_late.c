/*
 * `pmo task late`, `pmo milestone late`: what is not done though its baseline finish or its
 * deadline has passed, and what has not started though it was to. That follows from the
 * schedule, not from the record alone, so it is no row of view_rows.c.
 */
#include "commands.h"
#include "plan_view.h"
#include "view.h"

#include <string.h>

static const struct plan_view_columns columns = {
	.people = "wbs title owner planned expected variance total_float",
	.programs = "what id wbs title kind state owner start finish baseline_start "
		    "baseline_finish variance total_float free_float critical percent sure",
};

static bool is_shown(const struct plan_view *view, const struct pmo_plan_item *item)
{
	bool milestone = item->kind == PMO_ITEM_MILESTONE;
	return plan_view_is_open(item) && item->kind != PMO_ITEM_SUMMARY &&
	       milestone == (strcmp(view->cli->schema->table->name, "milestone") == 0);
}

static enum pmo_result add_all(struct plan_view *view, bool starts, const char *title)
{
	const struct pmo_plan *plan = view->plan;
	size_t count = 0;
	view->what = starts ? "start" : "finish";
	for (size_t i = 0; i < plan->own_count; i++)
		if (is_shown(view, &plan->items[i]))
			count += starts ? plan->items[i].starts_late : plan->items[i].late;
	const char *heading =
		count ? pmo_arena_format(&view->cli->arena, "%s: %zu", title, count) : title;
	enum pmo_result result = plan_view_add_group(view, heading, !count);
	for (size_t i = 0; result == PMO_OK && i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (is_shown(view, item) && (starts ? item->starts_late : item->late))
			result = plan_view_add(view, item);
	}
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	static const struct pmo_plan_options how = { 0 };
	struct plan_view view;
	(void)argc;
	(void)argv;
	enum pmo_result result = plan_view_open(cli, &how, &view);
	if (result == PMO_OK)
		result = plan_view_begin(&view, "late", &columns);
	if (result == PMO_OK)
		result = add_all(&view, false, "Not finished");
	if (result == PMO_OK && strcmp(cli->schema->table->name, "task") == 0)
		result = add_all(&view, true, "Not started");
	if (result == PMO_OK)
		result = plan_view_end(&view);
	plan_view_close(&view);
	return result;
}

const struct command view_late_command = {
	.name = "late",
	.summary = "not finished or not started by the day of the baseline",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.takes = TAKES_FORMAT,
	.run = run,
	.usage = "",
	.about = "Late is what is not done though its baseline finish or its deadline has "
		 "passed, and\nwhat has not started though its baseline start has.",
};

/* What the schedule says of a task or milestone: its dates, those of the baseline, its float. */
#include "register_show.h"

#include <pmo/plan.h>

#include <string.h>

static void add_label(struct cli *cli, const char *label, size_t width)
{
	size_t used = strlen(label);
	pmo_buffer_add_text(&cli->out, label);
	pmo_buffer_add_repeat(&cli->out, ' ', used < width ? width - used : 0);
	pmo_buffer_add_text(&cli->out, " = ");
}

/* "Aug 31 to Dec 8"; of a milestone, and where only one is known, "Dec 8". */
static void add_span(struct cli *cli, const struct pmo_plan *plan, int32_t start, int32_t finish)
{
	char from[PMO_DATE_LONG_SIZE], to[PMO_DATE_LONG_SIZE];
	pmo_date_format_short(finish, plan->as_of, to);
	if (start == PMO_DATE_NONE || start == finish) {
		pmo_buffer_add_text(&cli->out, to);
		return;
	}
	pmo_date_format_short(start, plan->as_of, from);
	pmo_buffer_add_format(&cli->out, "%s to %s", from, to);
}

static void add_item(struct cli *cli, const struct pmo_plan *plan, const struct pmo_plan_item *item,
		     size_t width)
{
	bool done = item->state == PMO_ITEM_DONE;
	if (item->finish != PMO_DATE_NONE && !done) {
		add_label(cli, "expected", width);
		add_span(cli, plan, item->start, item->finish);
		pmo_buffer_add_format(&cli->out, "%s\n", item->sure ? "" : " ?");
	}
	if (item->baseline_finish != PMO_DATE_NONE) {
		add_label(cli, "baseline", width);
		add_span(cli, plan, item->baseline_start, item->baseline_finish);
		if (item->has_variance)
			pmo_buffer_add_format(&cli->out, " (%+d d)", (int)item->variance);
		pmo_buffer_add_char(&cli->out, '\n');
	}
	if (item->has_float && !done) {
		add_label(cli, "float", width);
		pmo_buffer_add_format(&cli->out, "%d d%s\n", (int)item->total_float,
				      item->critical ? ", critical" : "");
	}
}

void show_dates(struct cli *cli, const struct pmo_record *record, size_t width)
{
	static const struct pmo_plan_options how = { .baseline = PMO_BASELINE_CURRENT };
	const struct pmo_register *table = record->schema->table;
	struct pmo_plan *plan = NULL;
	bool planned = strcmp(table->name, "task") == 0 || strcmp(table->name, "milestone") == 0;
	if (!planned || !record->project || pmo_record_is_void(record))
		return;
	/* Where the plan cannot be computed the record is shown all the same. */
	if (pmo_plan_schedule(cli->workspace, record->project, &how, &plan) == PMO_OK) {
		int index = pmo_plan_index(plan, record);
		if (index >= 0 && plan->items[index].state != PMO_ITEM_LEFT_OUT)
			add_item(cli, plan, &plan->items[index], width);
	}
	if (plan)
		pmo_plan_free(plan);
}

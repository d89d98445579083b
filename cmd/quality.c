/* `pmo quality`: the fourteen checks of a schedule, with the tasks that offend named. */
#include "plan_view.h"

#include "cli/wrap.h"

#include <pmo/measure.h>

#include <string.h>

struct quality_options {
	bool all;
};

struct quality_print {
	struct plan_view view;
	const struct quality_options *wanted;
	struct pmo_quality quality;
};

static const char *verdict_name(enum pmo_quality_verdict verdict)
{
	static const char *const names[] = { "pass", "fail", "n/a" };
	return names[verdict];
}

enum column {
	NUMBER,
	TITLE,
	VALUE,
	THRESHOLD,
	VERDICT,
	FOR_PEOPLE,
	ITEMS = FOR_PEOPLE,
	LINKS,
	NOTE,
	COLUMNS
};

static const struct pmo_column columns[COLUMNS] = {
	[NUMBER] = { .name = "no", .heading = "No", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
	[TITLE] = { .name = "check", .heading = "Check" },
	[VALUE] = { .name = "value", .heading = "Found" },
	[THRESHOLD] = { .name = "threshold", .heading = "Allowed" },
	[VERDICT] = { .name = "verdict", .heading = "Result" },
	[ITEMS] = { .name = "items", .kind = PMO_CELL_LIST },
	[LINKS] = { .name = "links", .kind = PMO_CELL_LIST },
	[NOTE] = { .name = "note" },
};

static void set_items(struct quality_print *print, struct pmo_cell *cell,
		      const struct pmo_quality_check *check)
{
	const char **ids =
		pmo_arena_array(&print->view.cli->arena, check->item_count + 1, sizeof(*ids));
	for (size_t i = 0; ids && i < check->item_count; i++)
		ids[i] = print->view.plan->items[check->items[i]].id;
	cell->items = ids;
	cell->item_count = ids ? check->item_count : 0;
	cell->text = "";
}

static const char *link_text(struct quality_print *print, int index, bool by_id)
{
	static const char *const kinds[] = { "FS", "SS", "FF", "SF" };
	const struct pmo_plan_link *link = &print->view.plan->links[index];
	const struct pmo_plan_item *from = &print->view.plan->items[link->from];
	const struct pmo_plan_item *to = &print->view.plan->items[link->to];
	return pmo_arena_format(&print->view.cli->arena, "%s %s %s", by_id ? from->id : from->wbs,
				kinds[link->kind], by_id ? to->id : to->wbs);
}

static void set_links(struct quality_print *print, struct pmo_cell *cell,
		      const struct pmo_quality_check *check)
{
	const char **texts =
		pmo_arena_array(&print->view.cli->arena, check->link_count + 1, sizeof(*texts));
	for (size_t i = 0; texts && i < check->link_count; i++)
		texts[i] = link_text(print, check->links[i], true);
	cell->items = texts;
	cell->item_count = texts ? check->link_count : 0;
	cell->text = "";
}

static enum pmo_result add_rows(struct quality_print *print)
{
	size_t count = print->view.for_people ? FOR_PEOPLE : COLUMNS;
	enum pmo_result result = pmo_table_add_columns(&print->view.table, columns, count);
	for (size_t i = 0; result == PMO_OK && i < PMO_QUALITY_COUNT; i++) {
		const struct pmo_quality_check *check = &print->quality.checks[i];
		struct pmo_row *row = pmo_table_add_row(&print->view.table);
		if (!row)
			return PMO_NO_MEMORY;
		if (check->verdict == PMO_QUALITY_FAIL)
			row->style = PMO_STYLE_BAD;
		row->cells[NUMBER].text = pmo_arena_format(&print->view.cli->arena, "%zu", i + 1);
		row->cells[TITLE].text = check->title;
		row->cells[TITLE].raw = check->name;
		row->cells[VALUE].text = check->value;
		row->cells[THRESHOLD].text = check->threshold;
		row->cells[VERDICT].text = verdict_name(check->verdict);
		if (print->view.for_people)
			continue;
		set_items(print, &row->cells[ITEMS], check);
		set_links(print, &row->cells[LINKS], check);
		row->cells[NOTE].text = check->note;
	}
	return result;
}

/* `3.5 Fiber link and switches` a line; of many their codes in a paragraph. */
static void add_offenders(struct quality_print *print, const struct pmo_quality_check *check)
{
	enum { NAMED = 5, INDENT = 4 };
	struct cli *cli = print->view.cli;
	struct pmo_buffer codes;
	bool named = print->wanted->all || check->item_count <= NAMED;
	for (size_t i = 0; named && i < check->item_count; i++) {
		const struct pmo_plan_item *item = &print->view.plan->items[check->items[i]];
		const char *text = pmo_arena_format(&cli->arena, "%s %s (%s)", item->wbs,
						    item->title, item->id);
		pmo_buffer_add_repeat(&cli->out, ' ', INDENT);
		wrap_add(&cli->out, text ? text : item->wbs, INDENT, (size_t)cli->terminal.width);
	}
	for (size_t i = 0; i < check->link_count && (i < NAMED || print->wanted->all); i++) {
		const char *text = link_text(print, check->links[i], false);
		pmo_buffer_add_format(&cli->out, "    %s\n", text ? text : "");
	}
	if (named)
		return;
	pmo_buffer_init(&codes, PMO_BUFFER_LIMIT);
	for (size_t i = 0; i < check->item_count; i++)
		pmo_buffer_add_format(&codes, "%s%s", i ? " " : "",
				      print->view.plan->items[check->items[i]].wbs);
	pmo_buffer_add_repeat(&cli->out, ' ', INDENT);
	wrap_add(&cli->out, codes.data, INDENT, (size_t)cli->terminal.width);
	pmo_buffer_release(&codes);
}

static void add_details(struct quality_print *print)
{
	struct pmo_buffer *out = &print->view.cli->out;
	for (size_t i = 0; i < PMO_QUALITY_COUNT; i++) {
		const struct pmo_quality_check *check = &print->quality.checks[i];
		bool told = check->item_count || check->link_count ||
			    check->verdict == PMO_QUALITY_UNKNOWN ||
			    (check->note && check->verdict == PMO_QUALITY_FAIL);
		if (!told)
			continue;
		pmo_buffer_add_format(out, "\n%2zu  %s%s%s\n", i + 1, check->title,
				      check->note ? ": " : "", check->note ? check->note : "");
		add_offenders(print, check);
	}
}

static enum pmo_result print_quality(struct quality_print *print)
{
	struct cli *cli = print->view.cli;
	enum pmo_result result =
		plan_view_choose(&print->view, plan_view_title(&print->view, "schedule quality"));
	bool is_text = print->view.is_text;
	if (result != PMO_OK)
		return result;
	if (is_text)
		pmo_buffer_add_format(&cli->out,
				      "%s\n%zu of %d checks failed; %zu tasks are not done.\n\n",
				      print->view.table.title, print->quality.failed,
				      PMO_QUALITY_COUNT, print->quality.incomplete);
	result = add_rows(print);
	if (result == PMO_OK)
		result = cli_print_table(cli, &print->view.table);
	if (result == PMO_OK && is_text)
		add_details(print);
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct pmo_measures measures;
	struct quality_print print = { .wanted = cli->options };
	(void)argc, (void)argv;
	enum pmo_result result = plan_view_open(cli, NULL, &print.view);
	if (result == PMO_OK)
		result = pmo_measures_find(print.view.plan, &measures);
	if (result == PMO_OK)
		result = pmo_quality_find(print.view.plan, &measures, &print.quality);
	if (result == PMO_OK)
		result = print_quality(&print);
	plan_view_close(&print.view);
	return result;
}

static const struct option options[] = {
	{ .name = "all",
	  CLI_FLAG(struct quality_options, all),
	  .help = "name every task, however many" },
	{ 0 },
};

const struct command quality_command = {
	.name = "quality",
	.summary = "the 14 DCMA checks of the schedule, and the tasks that fail them",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 0,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct quality_options),
	.run = run,
	.usage = "[--all]",
	.about = "Checks 1 to 10 are about how the plan is made, 11 to 14 about how it goes.\n"
		 "They are advice: a failed check is a question to ask, not an error.",
};

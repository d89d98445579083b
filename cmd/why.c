/*
 * `pmo why`: what sets a date, step by step, in sentences; what a day earlier would need, and
 * how much room there is. The sentences are those of lib/plan/why*.c.
 */
#include "cli/cli.h"
#include "cli/wrap.h"

#include <pmo/text.h>
#include <pmo/why.h>

#include <string.h>

/* `go-live`, `5.4`, `MS-7`, `.`; without a word go-live. */
static enum pmo_result find_item(struct cli *cli, const struct pmo_plan *plan, const char *word,
				 int *item)
{
	const struct pmo_record *record = NULL;
	if (!word || strcmp(word, "go-live") == 0) {
		*item = pmo_plan_go_live(plan);
		return *item >= 0 ? PMO_OK : cli_usage("there is no milestone to ask about");
	}
	*item = pmo_plan_find(plan, word);
	if (*item >= 0)
		return PMO_OK;
	enum pmo_result result = cli_find(cli, NULL, word, &record);
	if (result != PMO_OK)
		return result;
	*item = pmo_plan_index(plan, record);
	return *item >= 0
		       ? PMO_OK
		       : cli_usage("%s is no task or milestone: only those have dates to explain",
				   word);
}

static void add_paragraph(struct cli *cli, const char *name, const char *text, size_t indent)
{
	if (!text)
		return;
	pmo_buffer_add_format(&cli->out, "%-*s", (int)indent, name);
	if (strlen(name) >= indent)
		pmo_buffer_add_char(&cli->out, ' ');
	wrap_add(&cli->out, text, indent, (size_t)cli->terminal.width);
}

static size_t widest_code(const struct pmo_plan *plan, const struct pmo_why *why)
{
	size_t width = 0;
	for (size_t i = 0; i < why->step_count; i++) {
		size_t length = strlen(plan->items[why->steps[i].item].wbs);
		if (length > width && length <= 12)
			width = length;
	}
	return width;
}

static enum pmo_result add_steps(struct cli *cli, const struct pmo_plan *plan,
				 const struct pmo_why *why)
{
	enum { MANY = 40, FIRST = 20, LAST = 10 };
	size_t indent = widest_code(plan, why) + 4;
	for (size_t i = 0; i < why->step_count; i++) {
		if (why->step_count > MANY && i == FIRST) {
			i = why->step_count - LAST;
			pmo_buffer_add_format(&cli->out, "  ... %zu steps more: --format tsv\n",
					      i - FIRST);
		}
		const struct pmo_plan_item *item = &plan->items[why->steps[i].item];
		const char *code = pmo_arena_format(&cli->arena, "  %s", item->wbs);
		if (!code)
			return PMO_NO_MEMORY;
		add_paragraph(cli, code, why->steps[i].text, indent);
	}
	return PMO_OK;
}

static enum pmo_result print_text(struct cli *cli, const struct pmo_plan *plan,
				  const struct pmo_why *why)
{
	enum { NAMES = 17 };
	struct pmo_buffer *out = &cli->out;
	size_t width = (size_t)cli->terminal.width;
	wrap_add(out, why->headline, 0, width);
	if (why->because) {
		pmo_buffer_add_char(out, '\n');
		wrap_add(out, why->because, 0, width);
	}
	pmo_buffer_add_text(out, "\nWhat sets the date, step by step:\n");
	enum pmo_result result = add_steps(cli, plan, why);
	if (result != PMO_OK)
		return result;
	if (why->earlier)
		pmo_buffer_add_char(out, '\n');
	add_paragraph(cli, "One day earlier", why->earlier, NAMES);
	if (why->earlier)
		add_paragraph(cli, "Room", why->room, NAMES);
	pmo_buffer_add_text(out, "--\n");
	wrap_add(out, why->ids, 0, width);
	return PMO_OK;
}

static const char *iso(struct cli *cli, int32_t date)
{
	char text[PMO_DATE_SIZE];
	pmo_date_format(date, text);
	return date == PMO_DATE_NONE ? NULL : pmo_arena_string(&cli->arena, text);
}

static enum pmo_result print_table(struct cli *cli, const struct pmo_plan *plan,
				   const struct pmo_why *why)
{
	static const struct pmo_column columns[] = {
		{ .name = "id" },
		{ .name = "wbs" },
		{ .name = "title" },
		{ .name = "start" },
		{ .name = "finish" },
		{ .name = "variance", .kind = PMO_CELL_NUMBER, .align = PMO_RIGHT },
		{ .name = "total_float", .kind = PMO_CELL_NUMBER, .align = PMO_RIGHT },
		{ .name = "why" },
	};
	struct pmo_table table;
	enum pmo_result result = PMO_OK;
	pmo_table_init(&table, &cli->arena);
	table.title = why->headline;
	if (result == PMO_OK)
		result = pmo_table_add_columns(&table, columns, sizeof(columns) / sizeof(*columns));
	for (size_t i = 0; result == PMO_OK && i < why->step_count; i++) {
		const struct pmo_plan_item *item = &plan->items[why->steps[i].item];
		struct pmo_row *row = pmo_table_add_row(&table);
		if (!row)
			return PMO_NO_MEMORY;
		row->cells[0].text = item->id;
		row->cells[1].text = item->wbs;
		row->cells[2].text = item->title;
		row->cells[3].text = iso(cli, item->start);
		row->cells[4].text = iso(cli, item->finish);
		if (item->has_variance)
			row->cells[5].text =
				pmo_arena_format(&cli->arena, "%d", (int)item->variance);
		if (item->has_float)
			row->cells[6].text =
				pmo_arena_format(&cli->arena, "%d", (int)item->total_float);
		row->cells[7].text = why->steps[i].text;
	}
	return result == PMO_OK ? cli_print_table(cli, &table) : result;
}

static enum pmo_result explain(struct cli *cli, struct pmo_plan *plan, const char *word)
{
	enum pmo_format format;
	struct pmo_why why;
	int item = -1;
	enum pmo_result result = cli_format(cli, &format);
	if (result == PMO_OK)
		result = find_item(cli, plan, word, &item);
	if (result == PMO_OK)
		result = pmo_why_explain(plan, item, &why);
	if (result != PMO_OK)
		return result;
	cli_remember(cli, plan->items[item].record);
	return format == PMO_FORMAT_TABLE ? print_text(cli, plan, &why)
					  : print_table(cli, plan, &why);
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct pmo_project *project = NULL;
	struct pmo_plan *plan = NULL;
	enum pmo_result result = pmo_workspace_need_project(cli->workspace, &project);
	if (result == PMO_OK)
		result = pmo_plan_schedule(cli->workspace, project, NULL, &plan);
	if (result == PMO_OK)
		result = explain(cli, plan, argc ? argv[0] : NULL);
	pmo_plan_free(plan);
	return result;
}

const struct command why_command = {
	.name = "why",
	.summary = "why a task or milestone has its date, and what would move it",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_FORMAT,
	.run = run,
	.usage = "[ID|go-live]",
	.about = "The chain that sets the date, the latest step first: links, holidays, leave,\n"
		 "dates asked for, work that began late. Without ID: go-live.",
};

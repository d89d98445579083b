/*
 * `pmo risk list`, and `pmo risk`. Without a word about the state only what is open is
 * listed; a terminal's last line says what was left out.
 */
#include "register_list.h"

#include "cli/wrap.h"
#include "register.h"

#include <string.h>

static const struct option options[] = {
	{ .name = "where",
	  .key = 'w',
	  CLI_TEXT(struct list_options, where),
	  .arg = "EXPR",
	  .help = "only records for which it holds" },
	{ .name = "filter",
	  CLI_TEXT(struct list_options, filter),
	  .arg = "NAME",
	  .help = "a saved filter, also @NAME" },
	{ .name = "all",
	  .key = 'a',
	  CLI_FLAG(struct list_options, all),
	  .help = "closed ones, too" },
	{ .name = "all-projects",
	  .key = 'A',
	  CLI_FLAG(struct list_options, all_projects),
	  .help = "of all projects, not only this one" },
	{ .name = "closed", CLI_FLAG(struct list_options, closed), .help = "only closed ones" },
	{ .name = "sort",
	  .key = 's',
	  CLI_TEXT(struct list_options, sort),
	  .arg = "FIELD,...",
	  .help = "order; -FIELD: largest first" },
	{ .name = "columns",
	  .key = 'c',
	  CLI_TEXT(struct list_options, columns),
	  .arg = "COLUMN,...",
	  .help = "fields or expressions; +COLUMN adds one" },
	{ .name = "group",
	  .key = 'g',
	  CLI_TEXT(struct list_options, group),
	  .arg = "FIELD",
	  .help = "under headings" },
	{ .name = "count", CLI_FLAG(struct list_options, count), .help = "how many" },
	{ .name = "sum",
	  CLI_TEXT(struct list_options, sum),
	  .arg = "FIELD,...",
	  .help = "their sums" },
	{ .name = "limit",
	  CLI_COUNT(struct list_options, limit),
	  .arg = "N",
	  .help = "only so many" },
	{ 0 },
};

static bool is_wanted(const struct list *list, const struct pmo_record *record, bool open)
{
	if (list->wanted->closed && open)
		return false;
	if (!list->filter.about_state && pmo_record_is_void(record))
		return false;
	if (!list->wanted->all && !list->wanted->closed && !list->filter.about_state && !open)
		return false;
	return filter_holds(&list->filter, record);
}

/* A register of the workspace is that of all projects anyhow. */
static bool is_of_all(const struct list *list)
{
	return list->wanted->all_projects && list->cli->schema->table->scope == PMO_SCOPE_PROJECT;
}

/* Counts a record, and adds it where it is wanted. */
static bool take(void *data, const struct pmo_record *record)
{
	struct list *list = data;
	bool open = pmo_record_is_open(record);
	list->total += open || !pmo_record_is_void(record);
	list->open += open;
	if (!is_wanted(list, record, open))
		return false;
	struct list_row *rows = pmo_arena_grow(&list->cli->arena, list->rows, list->count,
					       &list->capacity, sizeof(*rows));
	list->is_short |= !rows;
	if (!rows)
		return false;
	rows[list->count] = (struct list_row){ record, list->count, NULL, NULL };
	list->rows = rows;
	list->count++;
	return true;
}

/* Adds what is wanted of one project, behind what is there. */
static enum pmo_result collect_of(struct list *list, const struct pmo_project *project)
{
	struct cli *cli = list->cli;
	struct pmo_records records;
	enum pmo_result result;
	if (list->filter.count) {
		struct pmo_chooser chooser = { take, list };
		result = pmo_workspace_choose(cli->workspace, project, cli->schema, &chooser);
		return result == PMO_OK && list->is_short ? PMO_NO_MEMORY : result;
	}
	result = pmo_workspace_records(cli->workspace, project, cli->schema, &records);
	if (result != PMO_OK)
		return result;
	/* Most of them are wanted. */
	list->capacity = list->count + records.count + 1;
	struct list_row *rows = pmo_arena_array(&cli->arena, list->capacity, sizeof(*rows));
	if (!rows)
		return PMO_NO_MEMORY;
	if (list->count)
		memcpy(rows, list->rows, list->count * sizeof(*rows));
	list->rows = rows;
	for (size_t i = 0; i < records.count; i++)
		(void)take(list, &records.items[i]);
	return PMO_OK;
}

static enum pmo_result collect(struct list *list)
{
	struct cli *cli = list->cli;
	const struct pmo_project *project;
	enum pmo_result result = PMO_OK;
	size_t count = 0;
	if (!is_of_all(list)) {
		result = register_need_project(cli, cli->schema, &project);
		return result == PMO_OK ? collect_of(list, project) : result;
	}
	const struct pmo_project *const *projects = pmo_workspace_projects(cli->workspace, &count);
	for (size_t i = 0; result == PMO_OK && i < count; i++)
		result = collect_of(list, projects[i]);
	return result;
}

/* Of several projects an id alone is none: "lab/RSK-003". */
static enum pmo_result name_project(struct list *list, struct pmo_table *table,
				    const struct pmo_record *record)
{
	struct pmo_row *row = &table->rows[table->row_count - 1];
	for (size_t i = 0; record->project && i < table->column_count; i++) {
		struct pmo_cell *cell = &row->cells[i];
		if (strcmp(table->columns[i].name, "id") != 0)
			continue;
		*cell = (struct pmo_cell){ .text = pmo_arena_format(&list->cli->arena, "%s/%s",
								    record->project->handle,
								    record->id) };
		if (!cell->text)
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

/* A heading where the group begins. */
static enum pmo_result add_heading(struct list *list, struct pmo_table *table, size_t row)
{
	struct pmo_field room;
	struct pmo_value value = column_value(&list->group, 0, list->rows[row].record);
	const struct pmo_field *field = column_field(&list->group, 0, &value, &room);
	if (row) {
		struct pmo_value before = column_value(&list->group, 0, list->rows[row - 1].record);
		if (pmo_value_compare(&before, &value) == 0)
			return PMO_OK;
	}
	struct pmo_buffer text;
	pmo_buffer_init(&text, 1 << 20);
	if (value.presence == PMO_ABSENT)
		pmo_buffer_add_format(&text, "no %s", list->group.items[0].name);
	else
		pmo_value_show(field, &value, &text);
	char *title = pmo_arena_copy(&list->cli->arena, text.data, text.length);
	pmo_buffer_release(&text);
	return title ? pmo_table_add_group(table, title) : PMO_NO_MEMORY;
}

/* "CAD upgrade: risks", for pages; NULL where memory is out: the page has a title anyhow. */
const char *list_title(const struct list *list)
{
	struct cli *cli = list->cli;
	const struct pmo_register *table = cli->schema->table;
	const struct pmo_project *project = pmo_workspace_project(cli->workspace);
	bool of_project =
		project && table->scope == PMO_SCOPE_PROJECT && !list->wanted->all_projects;
	return pmo_arena_format(&cli->arena, "%s%s%s", of_project ? project->title : "",
				of_project ? ": " : "", table->plural);
}

/* Whether a person looks at a table on a terminal. */
static bool is_shown(const struct cli *cli)
{
	enum pmo_format format;
	return cli->is_terminal && cli_format(cli, &format) == PMO_OK && format == PMO_FORMAT_TABLE;
}

static enum pmo_result print_rows(struct list *list)
{
	struct cli *cli = list->cli;
	struct pmo_table table;
	size_t count = list->count;
	pmo_table_init(&table, &cli->arena);
	table.title = list_title(list);
	columns_reuse(&list->columns, &list->order);
	columns_sorted_by(&list->columns, &list->order);
	for (size_t i = 0; i < count; i++)
		columns_learn(&list->columns, list->rows[i].record);
	enum pmo_result result = columns_head(cli, &list->columns, &table);
	if (result == PMO_OK)
		result = list_rev_head(list, &table);
	if (list->wanted->limit && (size_t)list->wanted->limit < count)
		count = (size_t)list->wanted->limit;
	if (result == PMO_OK)
		result = pmo_table_reserve(&table, count);
	for (size_t i = 0; result == PMO_OK && i < count; i++) {
		if (list->group.count)
			result = add_heading(list, &table, i);
		list->columns.known = list->rows[i].keys;
		if (result == PMO_OK)
			result = columns_row(cli, &list->columns, list->rows[i].record, &table,
					     &list->bad);
		if (result == PMO_OK && is_of_all(list))
			result = name_project(list, &table, list->rows[i].record);
		if (result == PMO_OK)
			result = list_rev_cell(list, list->rows[i].record, &table);
	}
	if (result == PMO_OK && is_shown(cli))
		result = columns_fit(cli, &list->columns, &table, &list->hidden);
	else if (result == PMO_OK)
		result = columns_mark(cli, &list->columns, &table);
	return result == PMO_OK ? cli_print_table(cli, &table) : result;
}

/* On a terminal: what was not shown. */
static void add_last_lines(const struct list *list)
{
	struct cli *cli = list->cli;
	if (!is_shown(cli))
		return;
	size_t limit = list->wanted->limit ? (size_t)list->wanted->limit : list->count;
	const char *name = cli->schema->table->name;
	if (limit < list->count)
		pmo_buffer_add_format(&cli->out, "%zu of %zu; without --limit all\n", limit,
				      list->count);
	else if (!list->count && list->asked)
		pmo_buffer_add_format(&cli->out, "no %s matches %s; %zu open\n", name, list->asked,
				      list->open);
	else if (!list->wanted->all && !list->wanted->closed && !list->filter.about_state &&
		 list->open < list->total)
		pmo_buffer_add_format(&cli->out, "%zu open of %zu; --all shows all\n", list->count,
				      list->total);
	else if (!list->count)
		pmo_buffer_add_format(&cli->out, "none; pmo %s add TITLE makes one\n", name);
	if (list->hidden) {
		const char *way = list->wanted->columns ? "-o FILE" : "-c";
		char *text = pmo_arena_format(&cli->arena, "hidden: %s (a wider terminal, or %s)",
					      list->hidden, way);
		wrap_add(&cli->out, text ? text : "", 0, (size_t)cli->terminal.width);
	}
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct list list = { .cli = cli, .wanted = cli->options };
	enum pmo_result result = list_parse(&list, argc, argv);
	if (result == PMO_OK)
		result = collect(&list);
	if (result == PMO_OK)
		result = list_sort(&list);
	if (result == PMO_OK && (list.wanted->count || list.wanted->sum))
		result = list_print_totals(&list);
	else if (result == PMO_OK)
		result = print_rows(&list);
	if (result != PMO_OK)
		return result;
	add_last_lines(&list);
	if (list.bad)
		pmo_diag_add(&cli->diags, PMO_WARNING, "bad-values", NULL,
			     "%zu value%s cannot be read and %s left out; `pmo check` says where",
			     list.bad, list.bad == 1 ? "" : "s", list.bad == 1 ? "is" : "are");
	return PMO_OK;
}

const struct command register_list_command = {
	.name = "list",
	.summary = "what is open, or what a filter says",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = -1,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct list_options),
	.usage = "[FILTER]...",
	.about = "Filters: owner=DSP  score>=10  due<fri  status=active,watch  open  overdue\n"
		 "mine  @SAVED  and words of the title. All of them must hold.\n"
		 "pmo help REGISTER shows its fields, states and verbs.",
	.run = run,
};

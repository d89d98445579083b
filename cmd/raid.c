/*
 * `pmo raid`: risks, assumptions, issues, dependencies, and the decisions to be made, in
 * one table with the same columns.
 */
#include "commands.h"
#include "register.h"
#include "register_list.h"

#include <pmo/expr.h>
#include <pmo/practice.h>

struct raid_options {
	bool all;
};

static const struct option options[] = {
	{ .name = "all",
	  .key = 'a',
	  CLI_FLAG(struct raid_options, all),
	  .help = "closed ones, too" },
	{ 0 },
};

/* One part of the log. Texts are expressions, but for rating and next. */
static const struct raid_part {
	const char *heading, *kind, *register_name, *when, *opened, *rating, *next;
} parts[] = {
	{ "Risks", "risk", "risk", NULL, "if(identified, identified, created)", "{band} {score}",
	  "{strategy}" },
	{ "Assumptions and constraints", "assumption", "assumption", "not kind = dependency",
	  "created", "{kind}", "{basis}" },
	{ "Issues", "issue", "issue", NULL, "raised",
	  "{priority} level {if(escalation_level, "
	  "escalation_level, 0)}",
	  "{last(notes)}" },
	{ "Dependencies", "dependency", "assumption", "kind = dependency", "created",
	  "promised {committed}", "{provider}" },
	{ "Decisions", "decision", "decision", NULL, "created", NULL, "{recommendation}" },
};

struct raid {
	struct cli *cli;
	struct pmo_table table;
	const struct expr *when, *opened;
};

static const struct pmo_column columns[] = {
	{ .name = "kind", .heading = "Kind", .priority = 9 },
	{ .name = "id", .heading = "ID" },
	{ .name = "title", .heading = "Title", .shrink = PMO_SHRINK_WRAP },
	{ .name = "owner", .heading = "Owner" },
	{ .name = "opened", .heading = "Opened", .priority = 5 },
	{ .name = "age",
	  .heading = "Age",
	  .align = PMO_RIGHT,
	  .kind = PMO_CELL_NUMBER,
	  .priority = 3 },
	{ .name = "due", .heading = "Due" },
	{ .name = "rating", .heading = "Rating" },
	{ .name = "status", .heading = "Status", .priority = 2 },
	{ .name = "next", .heading = "Next step", .shrink = PMO_SHRINK_WRAP, .priority = 6 },
};

enum { COLUMNS = sizeof(columns) / sizeof(*columns) };

static int32_t date_of(const struct pmo_value *value)
{
	bool is_date = value->presence == PMO_PRESENT && value->kind == PMO_DATE && !value->is_list;
	return is_date ? (int32_t)value->as.integer : PMO_DATE_NONE;
}

static void set_date(struct raid *raid, struct pmo_cell *cell, int32_t date, bool overdue)
{
	char text[PMO_DATE_SIZE];
	if (date == PMO_DATE_NONE)
		return;
	pmo_date_format(date, text);
	cell->raw = pmo_arena_string(&raid->cli->arena, text);
	cell->text = overdue ? pmo_arena_format(&raid->cli->arena, "%s !", text) : cell->raw;
}

static enum pmo_result add_record(struct raid *raid, const struct raid_part *part,
				  const struct pmo_record *record)
{
	const struct pmo_schema *schema = record->schema;
	const struct pmo_world *world = record->world;
	struct pmo_row *row = pmo_table_add_row(&raid->table);
	bool overdue = pmo_record_is_overdue(record);
	if (!row)
		return PMO_NO_MEMORY;
	struct pmo_value opened = { .presence = PMO_ABSENT };
	struct pmo_value due = pmo_record_get(record, schema->due);
	if (raid->opened)
		opened = pmo_expr_evaluate(raid->opened, record);
	int32_t since = date_of(&opened);
	row->style = overdue ? PMO_STYLE_BAD : PMO_STYLE_PLAIN;
	row->cells[0].text = part->kind;
	row->cells[1].text = record->id;
	row->cells[2].text = pmo_record_text(record, schema->title);
	row->cells[3].text = pmo_record_text(record, schema->owner);
	set_date(raid, &row->cells[4], since, false);
	if (since != PMO_DATE_NONE && pmo_record_is_open(record))
		row->cells[5].text = pmo_arena_format(
			&raid->cli->arena, "%d",
			pmo_calendar_days_between(world->calendar, since, world->today));
	set_date(raid, &row->cells[6], date_of(&due), overdue);
	row->cells[7].text = part->rating ? pmo_practice_text(record, part->rating) : NULL;
	row->cells[8].text = pmo_record_state(record)->name;
	row->cells[9].text = pmo_practice_text(record, part->next);
	for (size_t i = 0; i < COLUMNS; i++) {
		row->cells[i].absent = !row->cells[i].text;
		row->cells[i].text = row->cells[i].text ? row->cells[i].text : "";
	}
	return PMO_OK;
}

static bool is_wanted(const struct raid *raid, const struct pmo_record *record)
{
	const struct raid_options *wanted = raid->cli->options;
	if (record->unreadable || pmo_record_is_void(record))
		return false;
	if (!wanted->all && !pmo_record_is_open(record))
		return false;
	return !raid->when || pmo_expr_holds(raid->when, record);
}

/* An empty part says so, and does not vanish. */
static enum pmo_result add_none(struct raid *raid, bool for_people)
{
	struct pmo_row *row = for_people ? pmo_table_add_footer(&raid->table) : NULL;
	if (!row)
		return for_people ? PMO_NO_MEMORY : PMO_OK;
	for (size_t i = 0; i < COLUMNS; i++)
		row->cells[i].text = i == 2 ? "None." : "";
	return PMO_OK;
}

/* The records of the register that belong here, in its usual order. */
static enum pmo_result collect(const struct raid *raid, struct list *list)
{
	struct cli *cli = raid->cli;
	struct pmo_records records;
	const char *sort = cli->schema->table->sort;
	list->order.schema = cli->schema;
	enum pmo_result result = register_records(cli, &records);
	if (result == PMO_OK && sort)
		result = columns_add(cli, &list->order, sort, "sort");
	if (result != PMO_OK)
		return result;
	list->rows = pmo_arena_array(&cli->arena, records.count + 1, sizeof(*list->rows));
	if (!list->rows)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < records.count; i++)
		if (is_wanted(raid, &records.items[i]))
			list->rows[list->count++] =
				(struct list_row){ .record = &records.items[i], .index = i };
	return list_sort(list);
}

static enum pmo_result add_part(struct raid *raid, const struct raid_part *part, bool for_people)
{
	struct cli *cli = raid->cli;
	struct list list = { .cli = cli };
	cli->schema = pmo_workspace_schema(cli->workspace, part->register_name);
	raid->when = raid->opened = NULL;
	if (!cli->schema || cli->schema->own)
		return PMO_OK;
	enum pmo_result result = pmo_table_add_group(&raid->table, part->heading);
	if (result == PMO_OK && part->when)
		result =
			pmo_expr_compile(part->when, "raid", cli->schema, &cli->diags, &raid->when);
	if (result == PMO_OK)
		result = pmo_expr_compile(part->opened, "raid", cli->schema, &cli->diags,
					  &raid->opened);
	if (result == PMO_OK)
		result = collect(raid, &list);
	for (size_t i = 0; result == PMO_OK && i < list.count; i++)
		result = add_record(raid, part, list.rows[i].record);
	return result == PMO_OK && !list.count ? add_none(raid, for_people) : result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct raid raid = { .cli = cli };
	enum pmo_format format;
	enum pmo_result result = cli_format(cli, &format);
	(void)argc;
	(void)argv;
	pmo_table_init(&raid.table, &cli->arena);
	raid.table.title = "RAID log";
	if (result == PMO_OK)
		result = pmo_table_add_columns(&raid.table, columns, COLUMNS);
	bool for_people =
		format == PMO_FORMAT_TABLE || format == PMO_FORMAT_MD || format == PMO_FORMAT_HTML;
	for (size_t i = 0; result == PMO_OK && i < sizeof(parts) / sizeof(*parts); i++)
		result = add_part(&raid, &parts[i], for_people);
	cli->schema = NULL;
	return result == PMO_OK ? cli_print_table(cli, &raid.table) : result;
}

const struct command raid_command = {
	.name = "raid",
	.summary = "risks, assumptions, issues, dependencies, decisions",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 0,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct raid_options),
	.usage = "[--all]",
	.about = "What is overdue has a ! behind its date.",
	.run = run,
};

/*
 * `pmo person depart GIS [--to NAME]`: somebody leaves. All that they hold is listed, over all
 * projects, and with --to it goes to somebody else, in one change with the leaving.
 */
#include "register.h"
#include "view.h"

#include <pmo/depart.h>

#include <string.h>

struct depart_options {
	const char *to;
};

static const struct option options[] = {
	{ .name = "to",
	  CLI_TEXT(struct depart_options, to),
	  .arg = "PERSON",
	  .help = "who takes over what they hold" },
	{ 0 },
};

struct departure {
	struct cli *cli;
	const struct pmo_record *person, *heir; /* heir NULL: nobody yet */
	struct pmo_holdings holdings;
	struct pmo_update *update;
};

static const char *id_of(struct departure *departure, const struct pmo_record *record)
{
	const struct pmo_project *own = pmo_workspace_project(departure->cli->workspace);
	if (!record->project || record->project == own ||
	    record->schema->table->layout == PMO_LAYOUT_SINGLE)
		return record->id;
	return pmo_arena_format(&departure->cli->arena, "%s/%s", record->project->handle,
				record->id);
}

/* Nobody stands in for themselves. */
static bool is_heir(const struct departure *departure, const struct pmo_record *record)
{
	const struct pmo_record *heir = departure->heir;
	return heir && record->schema == heir->schema && strcmp(record->id, heir->id) == 0;
}

static enum pmo_result add_row(struct departure *departure, const struct pmo_holding *holding,
			       struct pmo_table *table)
{
	const struct pmo_record *record = holding->record;
	struct pmo_arena *arena = &departure->cli->arena;
	struct pmo_value due = pmo_record_get(record, record->schema->due);
	char date[PMO_DATE_SIZE] = "", day[PMO_DATE_LONG_SIZE] = "";
	struct pmo_row *row = pmo_table_add_row(table);
	if (!row)
		return PMO_NO_MEMORY;
	if (due.presence == PMO_PRESENT && due.kind == PMO_DATE && !due.is_list) {
		pmo_date_format((int32_t)due.as.integer, date);
		pmo_date_format_short((int32_t)due.as.integer, record->world->today, day);
	}
	row->cells[0].text = id_of(departure, record);
	row->cells[1].text = pmo_record_text(record, record->schema->title);
	row->cells[2].text = holding->field->name;
	row->cells[3].text = pmo_arena_string(arena, day);
	row->cells[3].raw = pmo_arena_string(arena, date);
	row->cells[3].absent = !*date;
	row->cells[4].text = !holding->moves              ? "look at it"
			     : is_heir(departure, record) ? "nobody"
			     : departure->heir            ? departure->heir->id
							  : "";
	return row->cells[0].text && row->cells[3].text && row->cells[3].raw ? PMO_OK
									     : PMO_NO_MEMORY;
}

static enum pmo_result list(struct departure *departure)
{
	static const struct pmo_column columns[] = {
		{ .name = "id", .heading = "ID" },
		{ .name = "title", .heading = "Title", .shrink = PMO_SHRINK_WRAP },
		{ .name = "as", .heading = "As" },
		{ .name = "due", .heading = "Due" },
		{ .name = "to", .heading = "Goes to" },
	};
	struct cli *cli = departure->cli;
	struct pmo_table table;
	enum pmo_format format;
	pmo_table_init(&table, &cli->arena);
	table.title = "Held";
	enum pmo_result result = cli_format(cli, &format);
	if (result == PMO_OK)
		result = pmo_table_add_columns(&table, columns,
					       sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < departure->holdings.count && result == PMO_OK; i++)
		result = add_row(departure, &departure->holdings.items[i], &table);
	if (result == PMO_OK && !table.row_count && format == PMO_FORMAT_TABLE) {
		pmo_buffer_add_text(&cli->out, "None.\n");
		return PMO_OK;
	}
	return result == PMO_OK ? cli_print_table(cli, &table) : result;
}

static enum pmo_result reassign(struct departure *departure, const struct pmo_holding *holding)
{
	struct pmo_draft *draft;
	const struct pmo_record *record = holding->record;
	int field = pmo_schema_field(record->schema, holding->field->name);
	enum pmo_result result = pmo_update_edit(departure->update, record, &draft);
	if (result != PMO_OK)
		return result;
	return pmo_draft_set(draft, field, is_heir(departure, record) ? NULL : departure->heir->id);
}

/* The leaving itself; who has left stays so. */
static enum pmo_result leave(struct departure *departure)
{
	struct pmo_draft *draft;
	const struct pmo_record *person = departure->person;
	if (strcmp(pmo_record_state(person)->name, "departed") == 0)
		return PMO_OK;
	enum pmo_result result = pmo_update_edit(departure->update, person, &draft);
	if (result == PMO_OK)
		result = cli_attach(departure->cli, draft);
	if (result == PMO_OK)
		result = pmo_draft_move(draft, "depart");
	if (result == PMO_OK)
		pmo_buffer_add_format(&departure->cli->out, "%s  %s > departed\n", person->id,
				      pmo_record_state(person)->name);
	return result;
}

static enum pmo_result change(struct departure *departure)
{
	enum pmo_result result = leave(departure);
	for (size_t i = 0; departure->heir && i < departure->holdings.count && result == PMO_OK;
	     i++)
		if (departure->holdings.items[i].moves)
			result = reassign(departure, &departure->holdings.items[i]);
	return result == PMO_OK ? pmo_update_commit(departure->update) : result;
}

static enum pmo_result depart(struct departure *departure, const char *word, const char *to)
{
	struct cli *cli = departure->cli;
	const struct pmo_schema *people = pmo_workspace_schema(cli->workspace, "person");
	enum pmo_result result =
		people ? cli_find(cli, people, word, &departure->person) : PMO_NO_MEMORY;
	if (result == PMO_OK && to)
		result = cli_find(cli, people, to, &departure->heir);
	if (result == PMO_OK && departure->heir == departure->person)
		return cli_usage("%s cannot take over from themselves", departure->person->id);
	if (result == PMO_OK && departure->heir && !pmo_record_is_open(departure->heir))
		return cli_usage("%s has left, too", departure->heir->id);
	if (result == PMO_OK)
		result = pmo_holdings_find(cli->workspace, departure->person, &departure->holdings);
	if (result == PMO_OK)
		result = change(departure);
	return result == PMO_OK ? list(departure) : result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct depart_options *wanted = cli->options;
	struct departure departure = { .cli = cli };
	(void)argc;
	enum pmo_result result = cli_begin(cli, &departure.update);
	if (result == PMO_OK)
		result = depart(&departure, argv[0], wanted->to);
	pmo_update_end(departure.update);
	if (result != PMO_OK)
		return result;
	if (!departure.heir && departure.holdings.moving && cli->is_terminal)
		pmo_buffer_add_format(&cli->out,
				      "\nto give it on: pmo person depart %s --to PERSON\n",
				      departure.person->id);
	return PMO_OK;
}

const struct command depart_command = {
	.name = "depart",
	.summary = "leaves for good; what they hold is listed, or goes to somebody else",
	.group = GROUP_CHANGE,
	.needs = CLI_WRITE,
	.min = 1,
	.max = 1,
	.takes = TAKES_FORMAT | TAKES_CHANGE | TAKES_DRY_RUN,
	.options = options,
	.size = sizeof(struct depart_options),
	.usage = "PERSON [--to PERSON]",
	.about = "Open records of all registers and projects. What was stays: who raised an issue\n"
		 "raised it. Lists that name them (reviewers, assignments) are for you to look at.",
	.run = run,
};

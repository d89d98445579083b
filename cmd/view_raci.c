/* `pmo raci matrix`: the work in rows, the people in columns, one A a row. */
#include "register.h"
#include "view.h"

#include <pmo/text.h>

#include <string.h>

enum { PEOPLE_MAX = 40, FIXED = 2 };

struct raci {
	struct cli *cli;
	struct pmo_records records;
	const char *people[PEOPLE_MAX];
	size_t count;
};

static const char *member(const struct pmo_field *field, const struct pmo_value *item,
			  const char *name)
{
	const struct pmo_value *value = pmo_value_member(field, item, name);
	return value && value->presence == PMO_PRESENT ? value->as.text : NULL;
}

static size_t column_of(const struct raci *raci, const char *person)
{
	size_t i = 0;
	while (i < raci->count && pmo_text_compare(raci->people[i], person) != 0)
		i++;
	return i;
}

/* Everybody who has a part, in the order in which they come. */
static void collect(struct raci *raci)
{
	int index = pmo_schema_field(raci->cli->schema, "assignments");
	for (size_t r = 0; r < raci->records.count; r++) {
		const struct pmo_record *record = &raci->records.items[r];
		struct pmo_value list = pmo_record_get(record, index);
		bool shown = !record->unreadable && !pmo_record_is_void(record) &&
			     list.presence == PMO_PRESENT && list.is_list;
		for (uint32_t i = 0; shown && i < list.count; i++) {
			const char *person =
				member(record->schema->fields[index], &list.as.items[i], "person");
			if (person && column_of(raci, person) == raci->count &&
			    raci->count < PEOPLE_MAX)
				raci->people[raci->count++] = person;
		}
	}
}

static enum pmo_result add_columns(struct raci *raci, struct pmo_table *table)
{
	const struct pmo_column id = { .name = "id", .heading = "ID" };
	const struct pmo_column title = { .name = "title",
					  .heading = "Work",
					  .shrink = PMO_SHRINK_WRAP };
	const struct pmo_column fault = { .name = "fault", .heading = "" };
	enum pmo_result result = pmo_table_add_column(table, &id);
	if (result == PMO_OK)
		result = pmo_table_add_column(table, &title);
	for (size_t i = 0; i < raci->count && result == PMO_OK; i++) {
		const struct pmo_column person = { .name = raci->people[i] };
		result = pmo_table_add_column(table, &person);
	}
	return result == PMO_OK ? pmo_table_add_column(table, &fault) : result;
}

/* `A R` of somebody who has two parts. */
static enum pmo_result add_code(struct raci *raci, struct pmo_cell *cell, const char *code)
{
	cell->text = cell->text && *cell->text
			     ? pmo_arena_format(&raci->cli->arena, "%s %s", cell->text, code)
			     : code;
	return cell->text ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result add_row(struct raci *raci, const struct pmo_record *record,
			       struct pmo_table *table)
{
	int index = pmo_schema_field(record->schema, "assignments");
	struct pmo_value list = pmo_record_get(record, index);
	struct pmo_row *row = pmo_table_add_row(table);
	size_t answer = 0;
	enum pmo_result result = PMO_OK;
	if (!row)
		return PMO_NO_MEMORY;
	row->cells[0].text = record->id;
	row->cells[1].text = pmo_record_text(record, record->schema->title);
	for (size_t i = 0; i < raci->count; i++)
		row->cells[FIXED + i].text = "";
	bool is_list = list.presence == PMO_PRESENT && list.is_list;
	for (uint32_t i = 0; is_list && i < list.count && result == PMO_OK; i++) {
		const struct pmo_field *field = record->schema->fields[index];
		const char *person = member(field, &list.as.items[i], "person");
		const char *code = member(field, &list.as.items[i], "code");
		size_t column = person ? column_of(raci, person) : raci->count;
		if (!code || column >= raci->count)
			continue;
		answer += *code == 'A';
		result = add_code(raci, &row->cells[FIXED + column], code);
	}
	row->cells[FIXED + raci->count].text = answer == 1 ? "" : answer ? "two A" : "no A";
	if (answer != 1)
		row->style = PMO_STYLE_BAD;
	return result;
}

/* Whether a column for each person would be too wide. */
static bool is_wide(const struct raci *raci)
{
	enum { ID = 10, WORK = 16, GAP = 2 };
	size_t width = ID + WORK;
	for (size_t i = 0; i < raci->count; i++)
		width += GAP + pmo_text_width(raci->people[i]);
	return raci->cli->terminal.width && width > (size_t)raci->cli->terminal.width;
}

/* The people of one code: "V1 PM". */
static const char *people_of(struct raci *raci, const struct pmo_record *record, char code)
{
	int index = pmo_schema_field(record->schema, "assignments");
	struct pmo_value list = pmo_record_get(record, index);
	bool is_list = list.presence == PMO_PRESENT && list.is_list;
	const char *text = "";
	for (uint32_t i = 0; is_list && text && i < list.count; i++) {
		const struct pmo_field *field = record->schema->fields[index];
		const char *person = member(field, &list.as.items[i], "person");
		const char *part = member(field, &list.as.items[i], "code");
		if (person && part && *part == code)
			text = pmo_arena_format(&raci->cli->arena, "%s%s%s", text, *text ? " " : "",
						person);
	}
	return text;
}

/* A column for each code, with the people in it. */
static enum pmo_result fill_by_code(struct raci *raci, struct pmo_table *table)
{
	static const struct pmo_column columns[] = {
		{ .name = "id", .heading = "ID" },
		{ .name = "title", .heading = "Work", .shrink = PMO_SHRINK_WRAP },
		{ .name = "R", .heading = "R does it", .shrink = PMO_SHRINK_WRAP },
		{ .name = "A", .heading = "A answers" },
		{ .name = "C", .heading = "C is asked", .shrink = PMO_SHRINK_WRAP },
		{ .name = "I", .heading = "I is told", .shrink = PMO_SHRINK_WRAP },
	};
	enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };
	enum pmo_result result = pmo_table_add_columns(table, columns, COLUMNS);
	for (size_t r = 0; r < raci->records.count && result == PMO_OK; r++) {
		const struct pmo_record *record = &raci->records.items[r];
		if (record->unreadable || pmo_record_is_void(record))
			continue;
		struct pmo_row *row = pmo_table_add_row(table);
		if (!row)
			return PMO_NO_MEMORY;
		row->cells[0].text = record->id;
		row->cells[1].text = pmo_record_text(record, record->schema->title);
		for (size_t i = FIXED; i < COLUMNS; i++)
			if (!(row->cells[i].text = people_of(raci, record, *columns[i].name)))
				return PMO_NO_MEMORY;
		if (!*row->cells[3].text || strchr(row->cells[3].text, ' '))
			row->style = PMO_STYLE_BAD;
		if (!*row->cells[3].text)
			row->cells[3].text = "nobody";
	}
	return result;
}

static enum pmo_result fill_by_person(struct raci *raci, struct pmo_table *table)
{
	enum pmo_result result = add_columns(raci, table);
	for (size_t i = 0; i < raci->records.count && result == PMO_OK; i++) {
		const struct pmo_record *record = &raci->records.items[i];
		if (!record->unreadable && !pmo_record_is_void(record))
			result = add_row(raci, record, table);
	}
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct raci raci = { .cli = cli };
	struct pmo_table table;
	enum pmo_format format;
	(void)argc;
	(void)argv;
	pmo_table_init(&table, &cli->arena);
	table.title = "Who does, answers for, is asked, is told";
	enum pmo_result result = cli_format(cli, &format);
	if (result == PMO_OK)
		result = register_records(cli, &raci.records);
	if (result != PMO_OK)
		return result;
	collect(&raci);
	bool by_code = format == PMO_FORMAT_TABLE && is_wide(&raci);
	result = by_code ? fill_by_code(&raci, &table) : fill_by_person(&raci, &table);
	if (result == PMO_OK && !table.row_count && format == PMO_FORMAT_TABLE) {
		pmo_buffer_add_text(&cli->out, "None.\n");
		return PMO_OK;
	}
	return result == PMO_OK ? cli_print_table(cli, &table) : result;
}

const struct command view_raci_command = {
	.name = "matrix",
	.summary = "the work by the people: R does it, A answers for it, C is asked, I is told",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 0,
	.takes = TAKES_FORMAT,
	.run = run,
};

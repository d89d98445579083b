/* What `pmo import` tells of a list: where it goes, what changes, what nobody decided. */
#include "import.h"

#include "cli/wrap.h"

#include <pmo/text.h>

#include <string.h>

static const char *delimiter_name(char delimiter)
{
	switch (delimiter) {
	case ',':
		return "commas";
	case ';':
		return "semicolons";
	case '\t':
		return "tabs";
	case '|':
		return "bars";
	default:
		return "a separator of its own";
	}
}

/* "Next review" is next_review. */
static bool is_named(const char *heading, const char *name)
{
	for (; name && *heading && *name; heading++, name++)
		if (pmo_ascii_to_lower(*heading == ' ' ? '_' : *heading) != *name)
			return false;
	return name && !*heading && !*name;
}

/* A list that was exported here, with each column where it came from. */
static bool is_own_list(const struct pmo_import *import)
{
	bool has_mark = false, has_id = false;
	if (import->options.word_count || import->saved_as)
		return false;
	for (size_t i = 0; i < import->column_count; i++) {
		const struct pmo_import_column *column = &import->columns[i];
		has_mark = has_mark || column->target == PMO_IMPORT_REV;
		has_id = has_id ||
			 (column->target == PMO_IMPORT_EXTERNAL && is_named(column->name, "id"));
		if (column->target == PMO_IMPORT_IGNORE || column->target == PMO_IMPORT_REV ||
		    column->target == PMO_IMPORT_EXTERNAL)
			continue;
		if (column->target != PMO_IMPORT_FIELD)
			return false;
		const struct pmo_field *field = import->schema->fields[column->field];
		if (!is_named(column->name, field->name) && !is_named(column->name, field->label))
			return false;
	}
	return has_mark && has_id;
}

/* Nothing of that is news; what is left out might be. */
static void show_own_list(struct cli *cli, const struct pmo_import *import)
{
	struct pmo_buffer line;
	size_t fields = 0;
	const char *comma = "; not read: ";
	for (size_t i = 0; i < import->column_count; i++)
		fields += import->columns[i].target == PMO_IMPORT_FIELD;
	pmo_buffer_init(&line, PMO_BUFFER_LIMIT);
	pmo_buffer_add_format(&line,
			      "A list of pmo's own: rows by their ids, %zu columns to the fields "
			      "of their names",
			      fields);
	for (size_t i = 0; i < import->column_count; i++) {
		const struct pmo_import_column *column = &import->columns[i];
		if (column->target != PMO_IMPORT_IGNORE)
			continue;
		pmo_buffer_add_text(&line, comma);
		pmo_text_add_visible(&line, column->name, strlen(column->name));
		comma = ", ";
	}
	pmo_buffer_add_text(&line, ".");
	wrap_add(&cli->out, line.data, 0, (size_t)cli->terminal.width);
	pmo_buffer_release(&line);
}

enum pmo_result import_show_mapping(struct cli *cli, const struct pmo_import *import,
				    const char *path)
{
	struct pmo_table table;
	const struct pmo_csv *csv = &import->csv;
	struct pmo_buffer *out = &cli->out;
	pmo_buffer_add_format(out, "%s: %zu %s, ", path, csv->count - 1,
			      csv->count == 2 ? "row" : "rows");
	if (csv->sheet)
		pmo_buffer_add_format(out, "sheet %s", csv->sheet);
	else
		pmo_buffer_add_format(out, "%s, %s", delimiter_name(csv->delimiter),
				      pmo_csv_encoding_name(csv->encoding));
	pmo_buffer_add_format(out, "; to %s", import->schema->table->plural);
	if (import->project)
		pmo_buffer_add_format(out, " of %s", import->project->handle);
	if (import->register_is_from)
		pmo_buffer_add_format(out, " (by %s)", import->register_is_from);
	if (import->saved_as)
		pmo_buffer_add_format(out, ", mapping %s", import->saved_as);
	pmo_buffer_add_text(out, "\n\n");
	if (is_own_list(import)) {
		show_own_list(cli, import);
		return PMO_OK;
	}
	pmo_table_init(&table, &cli->arena);
	enum pmo_result result = pmo_import_table(import, &table);
	if (result == PMO_OK)
		result = pmo_table_print(&table, PMO_FORMAT_TABLE, &cli->terminal, out);
	return result;
}

static void show_people(const struct pmo_import *import, struct pmo_buffer *out)
{
	const struct pmo_import_counts *counts = &import->counts;
	if (!counts->unknown_people)
		return;
	pmo_buffer_add_text(out, "Nobody here is called ");
	for (size_t i = 0; i < counts->unknown_people && i < 20; i++) {
		pmo_buffer_add_text(out, i ? ", " : "");
		pmo_text_add_visible(out, import->people[i], strlen(import->people[i]));
	}
	if (counts->unknown_people > 20)
		pmo_buffer_add_format(out, " and %zu more", counts->unknown_people - 20);
	pmo_buffer_add_text(out, "; their names go into notes.\n");
}

static void show_states(const struct pmo_import *import, bool done, struct pmo_buffer *out)
{
	if (!import->state_count)
		return;
	pmo_buffer_add_text(out, "No state here is called ");
	for (size_t i = 0; i < import->state_count && i < 20; i++) {
		pmo_buffer_add_text(out, i ? ", " : "");
		pmo_text_add_visible(out, import->states[i], strlen(import->states[i]));
	}
	pmo_buffer_add_format(out, "; %s into notes. 'COLUMN:WORD=STATE' gives it a meaning.\n",
			      done ? "that went" : "that goes");
}

/* What becomes of records that are there, field by field: what one looks at before yes. */
enum pmo_result import_show_changes(struct cli *cli, const struct pmo_import *import)
{
	struct pmo_table table;
	struct pmo_buffer *out = &cli->out;
	if (!import->change_count)
		return PMO_OK;
	pmo_buffer_add_char(out, '\n');
	pmo_table_init(&table, &cli->arena);
	enum pmo_result result = pmo_import_changes_table(import, &table);
	if (result == PMO_OK)
		result = pmo_table_print(&table, PMO_FORMAT_TABLE, &cli->terminal, out);
	if (import->change_count > PMO_IMPORT_CHANGES_MAX)
		pmo_buffer_add_text(out, "... and more; undo takes all of it back.\n");
	return result;
}

/* Where both sides changed one value since the list was made: somebody has to choose. */
enum pmo_result import_show_conflicts(struct cli *cli, const struct pmo_import *import)
{
	struct pmo_table table;
	struct pmo_buffer *out = &cli->out;
	size_t count = import->counts.both;
	if (!count || import->options.ours || import->options.theirs)
		return PMO_OK;
	cli->answer_is_no = true;
	pmo_buffer_add_format(out,
			      "\nChanged here and in the list since it was made (%zu); none of it "
			      "is written:\n",
			      count);
	pmo_table_init(&table, &cli->arena);
	enum pmo_result result = pmo_import_conflicts_table(import, &table);
	if (result == PMO_OK)
		result = pmo_table_print(&table, PMO_FORMAT_TABLE, &cli->terminal, out);
	if (count > PMO_IMPORT_CHANGES_MAX)
		pmo_buffer_add_text(out, "... and more.\n");
	pmo_buffer_add_text(out, "--theirs takes what the list says, --ours keeps what is here.\n");
	return result;
}

static void show_sides(const struct pmo_import *import, struct pmo_buffer *out)
{
	size_t newer = import->counts.newer, both = import->counts.both;
	if (newer)
		pmo_buffer_add_format(out,
				      "%zu %s changed here since the list was made and not in the "
				      "list; that stays.\n",
				      newer, newer == 1 ? "value was" : "values were");
	if (both && (import->options.ours || import->options.theirs))
		pmo_buffer_add_format(out, "%zu %s changed on both sides; the %s.\n", both,
				      both == 1 ? "value was" : "values were",
				      import->options.ours ? "one here stays" : "list's is taken");
}

static void show_emptied(const struct pmo_import *import, struct pmo_buffer *out)
{
	size_t count = import->counts.emptied;
	if (count && !import->options.clear)
		pmo_buffer_add_format(out,
				      "%zu %s less than the record has, which is kept; "
				      "--clear takes it away.\n",
				      count, count == 1 ? "cell says" : "cells say");
}

void import_show_counts(struct cli *cli, const struct pmo_import *import, bool done)
{
	const struct pmo_import_counts *counts = &import->counts;
	struct pmo_buffer *out = &cli->out;
	pmo_buffer_add_format(out, "\n%s %zu, %s %zu, unchanged %zu", done ? "Added" : "Adds",
			      counts->added, done ? "updated" : "updates", counts->updated,
			      counts->unchanged);
	if (counts->skipped)
		pmo_buffer_add_format(out, ", left out %zu", counts->skipped);
	pmo_buffer_add_format(out, "; %zu %s.\n", counts->problems,
			      counts->problems == 1 ? "problem" : "problems");
	if (import->twins)
		pmo_buffer_add_format(out, "%zu %s the title of another row; each is a record.\n",
				      import->twins, import->twins == 1 ? "row has" : "rows have");
	show_people(import, out);
	show_states(import, done, out);
	show_emptied(import, out);
	show_sides(import, out);
	if (counts->remarks)
		pmo_buffer_add_format(out, "%zu %s about what these records lack: pmo check %s.\n",
				      counts->remarks, counts->remarks == 1 ? "remark" : "remarks",
				      done ? "tells them" : "will tell them");
}

/* From the text of a cell to what a person here would have typed. */
#include "exchange/import.h"

#include "record/types.h"
#include "store/workspace.h"

#include <pmo/text.h>

#include <string.h>

/* Line ends become blanks in a line, LF in a text. */
static char *tidy(struct pmo_arena *arena, char *text, bool one_line)
{
	size_t to = 0;
	for (const char *c = text; *c; c++) {
		if (*c == '\r' && c[1] == '\n')
			continue;
		bool line_end = *c == '\n' || *c == '\r';
		if (!one_line)
			text[to++] = line_end ? '\n' : *c;
		else if (!line_end)
			text[to++] = *c;
		else if (to && text[to - 1] != ' ')
			text[to++] = ' ';
	}
	text[to] = '\0';
	return import_trim(arena, text);
}

bool import_is_tidy(const char *cell)
{
	if (*cell == '\'' || pmo_ascii_is_space(*cell))
		return false;
	size_t length = strcspn(cell, "\r\n");
	return !cell[length] && (!length || !pmo_ascii_is_space(cell[length - 1]));
}

/* Whether its text may come from several columns. */
static bool may_join(const struct pmo_import *import, size_t column)
{
	const struct pmo_import_column *own = &import->columns[column];
	if (own->target != PMO_IMPORT_FIELD)
		return false;
	const struct pmo_field *field = import->schema->fields[own->field];
	return !(field->flags & PMO_LIST) && (field->kind == PMO_TEXT || field->kind == PMO_PROSE);
}

static bool is_joined(const struct pmo_import *import, size_t column)
{
	const struct pmo_import_column *own = &import->columns[column];
	size_t count = 0;
	if (!may_join(import, column))
		return false;
	for (size_t i = 0; i < import->column_count && count < 2; i++)
		count += import->columns[i].target == own->target &&
			 import->columns[i].field == own->field;
	return count > 1;
}

static void join(struct import_run *run, size_t row, size_t column, struct pmo_buffer *out)
{
	const struct pmo_import *import = run->import;
	const struct pmo_import_column *own = &import->columns[column];
	bool prose = import->schema->fields[own->field]->kind == PMO_PROSE;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < import->column_count; i++) {
			const struct pmo_import_column *other = &import->columns[i];
			if (other->target != own->target || other->field != own->field ||
			    other->is_last != (pass == 1))
				continue;
			char *text = import_trim(run->scratch, import_cell(import, row, i));
			run->failed |= !text;
			if (text && *text)
				pmo_buffer_add_format(out, "%s%s",
						      !out->length ? ""
						      : prose      ? "\n\n"
								   : " ",
						      text);
		}
}

char *import_tidy(struct pmo_arena *arena, const char *text, bool one_line)
{
	char *copy = pmo_arena_string(arena, text);
	char *trimmed = copy ? import_trim(arena, copy) : NULL;
	return trimmed ? tidy(arena, trimmed, one_line) : NULL;
}

const char *import_row_text(struct import_run *run, size_t row, size_t column)
{
	const struct pmo_import *import = run->import;
	const struct pmo_import_column *own = &import->columns[column];
	struct pmo_buffer joined;
	bool prose = own->target == PMO_IMPORT_FIELD &&
		     import->schema->fields[own->field]->kind == PMO_PROSE;
	if (!is_joined(import, column)) {
		const char *cell = import_cell(import, row, column);
		if (import_is_tidy(cell))
			return cell;
		char *text = import_trim(run->scratch, cell);
		return text ? tidy(run->scratch, text, may_join(import, column) && !prose) : NULL;
	}
	pmo_buffer_init(&joined, PMO_BUFFER_LIMIT);
	join(run, row, column, &joined);
	char *text = NULL;
	if (!joined.failed)
		text = pmo_arena_copy(run->scratch, joined.data, joined.length);
	pmo_buffer_release(&joined);
	return text ? tidy(run->scratch, text, !prose) : NULL;
}

static const char *keep(struct import_run *run, const char *text)
{
	run->failed |= !text;
	return text;
}

static const char *as_date(struct import_run *run, const char *text, bool with_time)
{
	char date[PMO_DATE_SIZE];
	int32_t day;
	struct pmo_moment moment;
	if (with_time &&
	    pmo_moment_input(&run->context.dates, text, strlen(text), &moment) == PMO_OK)
		return text;
	if (!import_date(text, run->import->dates, &day))
		return NULL;
	pmo_date_format(day, date);
	return keep(run, pmo_arena_string(run->scratch, date));
}

/* `4.00` of a spreadsheet is 4. */
static const char *as_integer(struct import_run *run, const char *text)
{
	size_t digits = strspn(text, "-0123456789");
	if (!digits || text[digits] != '.' || !text[digits + 1] ||
	    strspn(text + digits + 1, "0") != strlen(text + digits + 1))
		return text;
	return keep(run, pmo_arena_copy(run->scratch, text, digits));
}

static const char *as_duration(struct import_run *run, const struct pmo_import_column *column,
			       const char *text)
{
	size_t length = strspn(text, "0123456789.");
	if (!column->unit || !length || text[length])
		return text;
	return keep(run, pmo_arena_format(run->scratch, "%s%c", text, column->unit));
}

/* Another record: by its id here, or by its id in the other system. */
static const char *as_reference(struct import_run *run, const struct pmo_field *field,
				const char *text)
{
	const struct pmo_world *world = pmo_workspace_world(run->import->workspace);
	struct pmo_record from = { .schema = run->schema, .project = run->import->project };
	const char *own = NULL;
	if (!field->to || pmo_word_is_in(field->to, run->schema->table->name))
		own = map_get(&run->ids, text);
	if (!own && *text == '#')
		own = map_get(&run->ids, text + 1);
	if (own)
		return own;
	const struct pmo_record *record =
		strpbrk(text, " \t\n") ? NULL : world->find(world->store, &from, text, field->to);
	return record ? record->id : NULL;
}

bool import_is_person(const struct pmo_field *field)
{
	return field->kind == PMO_REF && field->to && strcmp(field->to, "person") == 0;
}

static bool is_handle_like(const char *text)
{
	size_t length = strlen(text);
	for (size_t i = 0; i < length; i++)
		if (!pmo_ascii_is_alnum(text[i]) && !strchr("_.-", text[i]))
			return false;
	return length && length <= 64;
}

/* What the words of the file become before the field's type reads them; NULL: cannot. */
static const char *convert(struct import_run *run, const struct pmo_import_column *column,
			   const char *text)
{
	const struct pmo_field *field = run->schema->fields[column->field];
	const char *to = import_word(column, text);
	if (to)
		return to;
	if (field->kind == PMO_DATE || field->kind == PMO_MOMENT)
		return as_date(run, text, field->kind == PMO_MOMENT);
	if (import_has_decimals(field))
		text = keep(run, import_decimal(run->scratch, run->import, column, text));
	if (text && field->kind == PMO_INTEGER)
		text = as_integer(run, text);
	if (text && field->kind == PMO_DURATION)
		text = as_duration(run, column, text);
	if (field->kind == PMO_REF && import_is_person(field)) {
		to = import_person(run, text);
		return to || run->keeps_people || !is_handle_like(text) ? to : text;
	}
	if (field->kind == PMO_REF)
		return as_reference(run, field, text);
	if (field->kind != PMO_CHOICE && field->kind != PMO_INTEGER)
		return text;
	run->failed |= !text || import_translate(run->scratch, run->schema, column->field, text,
						 &to) != PMO_OK;
	return to ? to : text;
}

static void report_value(struct import_run *run, size_t row, size_t column, const char *text)
{
	const struct pmo_field *field = run->schema->fields[run->import->columns[column].field];
	struct pmo_buffer expected;
	if (field->kind == PMO_REF) {
		import_report(run, row, (int)column, "%s: '%.60s' is no %s here", field->name, text,
			      field->to && !strchr(field->to, '|') ? field->to : "record");
		return;
	}
	pmo_buffer_init(&expected, 4096);
	value_add_expected(field, true, &expected);
	import_report(run, row, (int)column, "%s: '%.60s' is not %s", field->name, text,
		      expected.data);
	pmo_buffer_release(&expected);
}

enum pmo_result import_read_value(struct import_run *run, size_t column, const char *text,
				  struct pmo_value *value)
{
	const struct pmo_import_column *own = &run->import->columns[column];
	struct pmo_field one = *run->schema->fields[own->field];
	one.flags &= ~(unsigned)PMO_LIST;
	const char *to = convert(run, own, text);
	if (run->failed)
		return PMO_NO_MEMORY;
	*value = (struct pmo_value){ .presence = PMO_ABSENT };
	if (to && to[strspn(to, " \t")] && value_input(&one, to, &run->context, value) != PMO_OK)
		to = NULL;
	if (!to && import_is_person(&one))
		return PMO_NOT_FOUND;
	return to ? PMO_OK : PMO_INVALID;
}

enum pmo_result import_value(struct import_run *run, size_t row, size_t column, const char *text,
			     struct pmo_value *value)
{
	enum pmo_result result = import_read_value(run, column, text, value);
	if (result == PMO_INVALID)
		report_value(run, row, column, text);
	return result;
}

static enum pmo_result refuse_word(const struct pmo_import *import,
				   const struct pmo_import_column *column,
				   const struct pmo_import_word *word)
{
	const struct pmo_schema *schema = import->schema;
	const struct pmo_field *field = schema->fields[column->field];
	struct pmo_diags *diags = pmo_workspace_diags(import->workspace);
	struct pmo_buffer expected;
	bool is_state = column->field == schema->status;
	pmo_buffer_init(&expected, 4096);
	for (size_t i = 0; is_state && i < schema->state_count; i++)
		pmo_buffer_add_format(&expected, "%s%s", i ? ", " : "", schema->states[i].name);
	if (!is_state)
		value_add_expected(field, true, &expected);
	pmo_diag_add(diags, PMO_ERROR, "import-word", NULL, "'%s:%s=%s': '%s' is no %s",
		     column->name, word->from, word->to, word->to,
		     is_state ? "state" : field->name);
	pmo_diag_hint(diags, "%s%s", is_state ? "states are " : "expected ", expected.data);
	pmo_buffer_release(&expected);
	return PMO_USAGE;
}

enum pmo_result import_judge_words(struct pmo_import *import)
{
	const struct pmo_world *world = pmo_workspace_world(import->workspace);
	struct pmo_value_context context = { .arena = pmo_workspace_arena(import->workspace),
					     .dates = { world->today, world->calendar },
					     .me = world->me,
					     .minutes_per_day = world->minutes_per_day };
	for (size_t i = 0; i < import->column_count; i++) {
		const struct pmo_import_column *column = &import->columns[i];
		for (size_t w = 0; column->target == PMO_IMPORT_FIELD && w < column->word_count;
		     w++) {
			struct pmo_value value;
			const char *to = column->words[w].to;
			struct pmo_field one = *import->schema->fields[column->field];
			one.flags &= ~(unsigned)PMO_LIST;
			bool fine = !*to ||
				    (column->field == import->schema->status
					     ? pmo_schema_state(import->schema, to) != NULL
					     : value_input(&one, to, &context, &value) == PMO_OK);
			if (!fine)
				return refuse_word(import, column, &column->words[w]);
		}
	}
	return PMO_OK;
}

/* Columns: their names, their targets, and what people say about them. */
#include "exchange/import.h"

#include <pmo/text.h>

#include <string.h>

const char *import_cell(const struct pmo_import *import, size_t row, size_t column)
{
	const struct pmo_csv_record *record = &import->csv.records[row];
	return column < record->count ? record->cells[column] : "";
}

char *import_trim(struct pmo_arena *arena, const char *cell)
{
	/* Spreadsheets are kept from running a cell by an apostrophe before it. */
	if (*cell == '\'' && cell[1] && strchr("=+-@\t\r", cell[1]))
		cell++;
	while (pmo_ascii_is_space(*cell))
		cell++;
	size_t length = strlen(cell);
	while (length && pmo_ascii_is_space(cell[length - 1]))
		length--;
	return pmo_arena_copy(arena, cell, length);
}

char *import_fold_header(struct pmo_arena *arena, const char *text)
{
	static const char prefix[] = "custom field ";
	char *folded = pmo_text_fold(arena, text, true);
	size_t to = 0;
	for (const char *c = folded; c && *c; c++) {
		bool word = (unsigned char)*c >= 0x80 || pmo_ascii_is_alnum(*c);
		if (word)
			folded[to++] = *c;
		else if (to && folded[to - 1] != ' ')
			folded[to++] = ' ';
	}
	while (to && folded[to - 1] == ' ')
		to--;
	if (!folded)
		return NULL;
	folded[to] = '\0';
	if (strncmp(folded, prefix, sizeof(prefix) - 1) == 0)
		folded += sizeof(prefix) - 1;
	/* `#` and `№` alone are what they mean. */
	return !*folded && strchr(text, '#') ? pmo_arena_string(arena, "number") : folded;
}

char *import_snake(struct pmo_arena *arena, const char *text)
{
	char *folded = import_fold_header(arena, text);
	size_t to = 0;
	for (const char *c = folded; c && *c; c++) {
		if (pmo_ascii_is_alnum(*c))
			folded[to++] = *c;
		else if (to && folded[to - 1] != '_')
			folded[to++] = '_';
	}
	while (to && folded[to - 1] == '_')
		to--;
	if (!folded)
		return NULL;
	folded[to] = '\0';
	return pmo_ascii_is_alpha(*folded) ? folded : pmo_arena_format(arena, "column_%s", folded);
}

/* One line, single blanks. */
static char *header_text(struct pmo_arena *arena, const char *cell)
{
	char *text = import_trim(arena, cell);
	size_t to = 0;
	for (const char *c = text; c && *c; c++) {
		if (!pmo_ascii_is_space(*c))
			text[to++] = *c;
		else if (to && text[to - 1] != ' ')
			text[to++] = ' ';
	}
	if (text)
		text[to] = '\0';
	return text;
}

enum pmo_result import_name_columns(struct pmo_import *import)
{
	struct pmo_arena *arena = pmo_workspace_arena(import->workspace);
	struct map taken;
	map_init(&taken, arena);
	for (size_t i = 0; i < import->column_count; i++) {
		char *text = header_text(arena, import->csv.records[0].cells[i]);
		if (text && !*text)
			text = pmo_arena_format(arena, "column %zu", i + 1);
		struct pmo_import_column *column = &import->columns[i];
		column->name = text;
		column->field = -1;
		column->is_last = text && import_is_last_name(arena, text);
		if (!text)
			return PMO_NO_MEMORY;
		/* The map has the first column of a name; it counts the others. */
		size_t *seen = map_get(&taken, text);
		if (!seen) {
			seen = pmo_arena_alloc(arena, sizeof(*seen));
			if (!seen || map_put(&taken, text, seen) != PMO_OK)
				return PMO_NO_MEMORY;
		}
		if (++*seen > 1)
			column->name = pmo_arena_format(arena, "%s#%zu", text, *seen);
		if (!column->name)
			return PMO_NO_MEMORY;
		if (import_is_rev(import, i)) {
			column->target = PMO_IMPORT_REV;
			column->is_fixed = true;
			column->why = "tells what changed here since the export";
		}
	}
	return PMO_OK;
}

static bool set_field(const struct pmo_import *import, struct pmo_import_column *column,
		      const char *name, const char **why)
{
	const struct pmo_schema *schema = import->schema;
	int index = pmo_schema_field(schema, name);
	*why = "there is no such field";
	if (index < 0)
		return false;
	const struct pmo_field *field = schema->fields[index];
	if (strcmp(field->name, "external") == 0) {
		column->target = PMO_IMPORT_EXTERNAL;
		return true;
	}
	if (index == schema->notes) {
		column->target = PMO_IMPORT_NOTE;
		return true;
	}
	*why = "it is computed here";
	if (field->derive)
		return false;
	*why = "it has several parts, which a cell cannot say";
	if (field->kind == PMO_STRUCT)
		return false;
	*why = "it is written by pmo";
	if (field->kind == PMO_LINE)
		return false;
	column->target = PMO_IMPORT_FIELD;
	column->field = index;
	return true;
}

bool import_set_target(const struct pmo_import *import, struct pmo_import_column *column,
		       const char *name, const char **why)
{
	static const struct {
		const char *name;
		enum pmo_import_target target;
	} words[] = {
		{ "-", PMO_IMPORT_IGNORE },      { "", PMO_IMPORT_IGNORE },
		{ "note", PMO_IMPORT_NOTE },     { "external", PMO_IMPORT_EXTERNAL },
		{ "handle", PMO_IMPORT_HANDLE }, { "keep", PMO_IMPORT_KEEP },
	};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcmp(words[i].name, name) != 0)
			continue;
		*why = "only people and others with handles have one";
		if (words[i].target == PMO_IMPORT_HANDLE && !import->schema->table->handles)
			return false;
		column->target = words[i].target;
		column->field = -1;
		return true;
	}
	return set_field(import, column, name, why);
}

int import_find_column(const struct pmo_import *import, enum pmo_import_target target, int field)
{
	for (size_t i = 0; i < import->column_count; i++) {
		const struct pmo_import_column *column = &import->columns[i];
		if (column->target == target &&
		    (target != PMO_IMPORT_FIELD || column->field == field))
			return (int)i;
	}
	return -1;
}

enum pmo_result import_add_word(struct pmo_arena *arena, struct pmo_import_column *column,
				const char *from, const char *to)
{
	if (import_word(column, from))
		return PMO_OK;
	struct pmo_import_word *words = pmo_arena_grow(arena, column->words, column->word_count,
						       &column->word_capacity, sizeof(*words));
	if (!words)
		return PMO_NO_MEMORY;
	column->words = words;
	words[column->word_count++] = (struct pmo_import_word){ from, to };
	return PMO_OK;
}

const char *import_word(const struct pmo_import_column *column, const char *text)
{
	for (size_t i = 0; i < column->word_count; i++)
		if (pmo_text_compare(column->words[i].from, text) == 0)
			return column->words[i].to;
	return NULL;
}

static struct pmo_diags *diags_of(const struct pmo_import *import)
{
	return pmo_workspace_diags(import->workspace);
}

/* The column whose name the text begins with, the longest one; what follows is : or =. */
static struct pmo_import_column *named_column(const struct pmo_import *import, const char *text,
					      size_t *length)
{
	struct pmo_import_column *found = NULL;
	*length = 0;
	for (size_t i = 0; i < import->column_count; i++) {
		const char *name = import->columns[i].name;
		size_t own = strlen(name), same = 0;
		while (same < own &&
		       pmo_ascii_to_lower(name[same]) == pmo_ascii_to_lower(text[same]))
			same++;
		if (same < own || !text[own] || !strchr("=:", text[own]) ||
		    (found && own <= *length))
			continue;
		found = &import->columns[i];
		*length = own;
	}
	return found;
}

static enum pmo_result unknown_column(const struct pmo_import *import, const char *text)
{
	size_t length = strcspn(text, "=:"), best = 4;
	const char *nearest = NULL;
	char *name = pmo_arena_copy(pmo_workspace_arena(import->workspace), text, length);
	for (size_t i = 0; name && i < import->column_count; i++) {
		size_t distance = pmo_text_distance(import->columns[i].name, name, best - 1);
		if (distance < best) {
			best = distance;
			nearest = import->columns[i].name;
		}
	}
	pmo_diag_add(diags_of(import), PMO_ERROR, "import-column", NULL,
		     "the file has no column '%s'", name ? name : text);
	if (nearest)
		pmo_diag_hint(diags_of(import), "nearest is '%s'", nearest);
	else
		pmo_diag_hint(diags_of(import), "say it as COLUMN=FIELD or COLUMN:WORD=VALUE");
	return PMO_USAGE;
}

static enum pmo_result read_word(struct pmo_import *import, const char *text)
{
	size_t length;
	struct pmo_arena *arena = pmo_workspace_arena(import->workspace);
	struct pmo_import_column *column = named_column(import, text, &length);
	const char *equals = column ? strchr(text + length, '=') : NULL, *why;
	if (!equals)
		return unknown_column(import, text);
	if (text[length] == ':') {
		char *from = pmo_arena_copy(arena, text + length + 1,
					    (size_t)(equals - text) - length - 1);
		return from ? import_add_word(arena, column, from, equals + 1) : PMO_NO_MEMORY;
	}
	column->is_fixed = true;
	if (import_set_target(import, column, equals + 1, &why))
		return PMO_OK;
	pmo_diag_add(diags_of(import), PMO_ERROR, "import-target", NULL,
		     "column '%s' cannot go to '%s': %s", column->name, equals + 1, why);
	const char *nearest = pmo_schema_nearest_field(import->schema, equals + 1);
	if (nearest)
		pmo_diag_hint(diags_of(import), "nearest is %s", nearest);
	return PMO_USAGE;
}

enum pmo_result import_read_words(struct pmo_import *import)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < import->options.word_count && result == PMO_OK; i++)
		result = read_word(import, import->options.words[i]);
	return result;
}

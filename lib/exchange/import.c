/* Reading a table of another program, and showing where its columns go. */
#include "exchange/import.h"

#include <pmo/text.h>
#include <pmo/xlsx.h>

#include <string.h>

enum { VALUE_WIDTH = 40, WORDS_SHOWN = 4 };

static struct pmo_diags *diags_of(const struct pmo_import *import)
{
	return pmo_workspace_diags(import->workspace);
}

/* What people hand over when they mean a list. */
static const char *kind_of_file(const struct pmo_source *source)
{
	static const struct {
		const char *start, *kind;
	} kinds[] = {
		{ "%PDF", "a PDF" },
		{ "BEGIN:V", "a calendar or an address card" },
		{ "<", "XML or HTML" },
	};
	const char *bytes = source->bytes;
	size_t length = source->length;
	if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
		bytes += 3;
		length -= 3;
	}
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		size_t start = strlen(kinds[i].start);
		if (length >= start && memcmp(bytes, kinds[i].start, start) == 0)
			return kinds[i].kind;
	}
	return NULL;
}

static enum pmo_result read_file(struct pmo_import *import, const struct pmo_source *source)
{
	struct pmo_arena *arena = pmo_workspace_arena(import->workspace);
	struct pmo_place place = { .source = source };
	const char *kind = kind_of_file(source);
	if (kind) {
		pmo_diag_add(diags_of(import), PMO_ERROR, "import-kind", &place,
			     "this is %s, not a table of text", kind);
		pmo_diag_hint(diags_of(import), "save the list as .xlsx or CSV there");
		return PMO_INVALID;
	}
	if (import->options.sheet && !pmo_xlsx_is_likely(source->bytes, source->length)) {
		pmo_diag_add(diags_of(import), PMO_ERROR, "import-sheet", &place,
			     "--sheet: this file is no workbook");
		return PMO_USAGE;
	}
	enum pmo_result result = pmo_xlsx_is_likely(source->bytes, source->length)
					 ? import_read_workbook(import, source)
					 : pmo_csv_read(arena, source, import->options.delimiter,
							&import->csv, diags_of(import));
	if (result != PMO_OK)
		return result;
	place.source = import->csv.source;
	if (!import->csv.count) {
		pmo_diag_add(diags_of(import), PMO_ERROR, "import-empty", &place,
			     "there is nothing in it; its first line should name the columns");
		return PMO_INVALID;
	}
	import->column_count = import->csv.records[0].count;
	import->columns = pmo_arena_array(arena, import->column_count, sizeof(*import->columns));
	return import->columns ? import_name_columns(import) : PMO_NO_MEMORY;
}

/* `downloads/Risks.csv` are risks. */
static const struct pmo_schema *schema_of_file(struct pmo_import *import, const char *path)
{
	const char *slash = path ? strrchr(path, '/') : NULL, *name = slash ? slash + 1 : path;
	char *stem = name ? pmo_arena_copy(pmo_workspace_arena(import->workspace), name,
					   strcspn(name, "."))
			  : NULL;
	import->register_is_from = "the file's name";
	return stem && *stem ? pmo_workspace_schema(import->workspace, stem) : NULL;
}

/* The sheet Risks has risks, whatever the workbook is called. */
static const struct pmo_schema *schema_of_sheet(struct pmo_import *import)
{
	const char *sheet = import->csv.sheet;
	import->register_is_from = "the sheet's name";
	return sheet ? pmo_workspace_schema(import->workspace, sheet) : NULL;
}

static enum pmo_result refuse_register(const struct pmo_import *import, const char *before,
				       const char *what, const char *after)
{
	pmo_diag_add(diags_of(import), PMO_ERROR, "import-register", NULL, "%s%s%s", before, what,
		     after);
	pmo_diag_hint(diags_of(import), "say what the rows are: --register risk");
	return PMO_USAGE;
}

static enum pmo_result choose_register(struct pmo_import *import, const struct import_saved *saved,
				       const char *path)
{
	const char *name = import->options.register_name;
	if (name) {
		import->schema = pmo_workspace_schema(import->workspace, name);
	} else if (saved) {
		name = saved->register_name;
		import->schema = pmo_workspace_schema(import->workspace, name);
		import->register_is_from = "the saved mapping";
	} else {
		import->schema = schema_of_sheet(import);
		if (!import->schema)
			import->schema = schema_of_file(import, path);
	}
	if (!import->schema)
		return name ? refuse_register(import, "there is no register '", name, "'")
			    : refuse_register(import, "what are the rows of ", path ? path : "",
					      "?");
	if (import->schema->table->layout == PMO_LAYOUT_SINGLE)
		return refuse_register(import, "a ", import->schema->table->name, " is no list");
	if (import->schema->table->scope == PMO_SCOPE_WORKSPACE)
		return PMO_OK;
	return pmo_workspace_need_project(import->workspace, &import->project);
}

static enum pmo_result find_saved(struct pmo_import *import, struct import_saved **saved)
{
	if (import->options.mapping)
		return import_saved_read(import, import->options.mapping, saved);
	return import_saved_find(import, saved);
}

/* The columns that go nowhere that is known, as "Titel, Amount"; the first of them, or NULL. */
static const char *add_free_columns(const struct pmo_import *import, struct pmo_buffer *out)
{
	const char *first = NULL;
	for (size_t i = 0; i < import->column_count; i++) {
		const struct pmo_import_column *column = &import->columns[i];
		if (!*column->name ||
		    (column->target != PMO_IMPORT_IGNORE && column->target != PMO_IMPORT_NOTE &&
		     column->target != PMO_IMPORT_KEEP))
			continue;
		pmo_buffer_add_text(out, first ? ", " : "");
		pmo_text_add_visible(out, column->name, strlen(column->name));
		first = first ? first : column->name;
	}
	return first;
}

/* The title may be what tells rows apart, and every new record needs one. */
static enum pmo_result need_title(const struct pmo_import *import)
{
	struct pmo_place place = { .source = import->csv.source,
				   .offset = import->csv.records[0].offset };
	const struct pmo_schema *schema = import->schema;
	struct pmo_buffer free;
	if (schema->title < 0 || import_find_column(import, PMO_IMPORT_FIELD, schema->title) >= 0 ||
	    import_find_column(import, PMO_IMPORT_EXTERNAL, -1) >= 0)
		return PMO_OK;
	const char *title = schema->fields[schema->title]->name;
	pmo_buffer_init(&free, 400);
	const char *first = add_free_columns(import, &free);
	pmo_diag_add(diags_of(import), PMO_ERROR, "import-title", &place,
		     "no column goes to %s; say which one does, such as '%s=%s'%s%s%s", title,
		     first ? first : "COLUMN", title, free.length ? " (free: " : "", free.data,
		     free.length ? ")" : "");
	pmo_buffer_release(&free);
	return PMO_USAGE;
}

enum pmo_result pmo_import_open(struct pmo_workspace *workspace, const struct pmo_source *source,
				const struct pmo_import_options *options, struct pmo_import **out)
{
	struct pmo_import *import =
		pmo_arena_alloc(pmo_workspace_arena(workspace), sizeof(*import));
	struct import_saved *saved = NULL;
	*out = import;
	if (!import)
		return PMO_NO_MEMORY;
	import->workspace = workspace;
	import->options = *options;
	enum pmo_result result = read_file(import, source);
	if (result == PMO_OK)
		result = find_saved(import, &saved);
	if (result == PMO_OK)
		result = choose_register(import, saved, source->path);
	if (result == PMO_OK)
		result = import_read_words(import);
	if (result == PMO_OK && saved) {
		import->saved_as = saved->name;
		result = import_saved_use(import, saved);
	}
	if (result == PMO_OK)
		result = import_guess(import);
	if (result == PMO_OK)
		result = import_judge_words(import);
	if (result == PMO_OK)
		result = import_decide_decimals(import);
	return result == PMO_OK ? need_title(import) : result;
}

static const char *first_value(const struct pmo_import *import, size_t column)
{
	struct pmo_arena *arena = pmo_workspace_arena(import->workspace);
	struct pmo_buffer text;
	const char *cell = "";
	for (size_t row = 1; row < import->csv.count && !*cell; row++)
		cell = import_cell(import, row, column);
	pmo_buffer_init(&text, 4096);
	char *own = pmo_arena_copy(arena, cell, strnlen(cell, 400));
	for (char *c = own; c && *c; c++)
		if (pmo_ascii_is_space(*c))
			*c = ' ';
	if (own)
		pmo_text_truncate(&text, own, VALUE_WIDTH);
	own = pmo_arena_copy(arena, text.data, text.length);
	pmo_buffer_release(&text);
	return own;
}

static const char *target_of(const struct pmo_import *import,
			     const struct pmo_import_column *column)
{
	static const char *const names[] = {
		[PMO_IMPORT_IGNORE] = "-",
		[PMO_IMPORT_NOTE] = "note",
		[PMO_IMPORT_EXTERNAL] = "external",
		[PMO_IMPORT_HANDLE] = "handle",
		[PMO_IMPORT_REV] = "-",
	};
	if (column->target == PMO_IMPORT_FIELD)
		return import->schema->fields[column->field]->name;
	if (column->target == PMO_IMPORT_KEEP)
		return pmo_arena_format(pmo_workspace_arena(import->workspace), "%s (own key)",
					column->key);
	return names[column->target];
}

static void add_piece(struct pmo_buffer *out, const char *text)
{
	pmo_buffer_add_format(out, "%s%s", out->length ? "; " : "", text);
}

static void describe_dates(const struct pmo_import *import, struct pmo_buffer *out)
{
	static const char *const orders[] = { "", "ISO dates only", "month before day (US)",
					      "day before month" };
	if (!import->has_dates) {
		add_piece(out, "dates that read one way");
		return;
	}
	add_piece(out, orders[import->dates]);
	if (import->dates_are_ambiguous)
		add_piece(out, "nothing in the file decides it, --dates eu reads the other way");
}

static void describe_words(const struct pmo_import_column *column, struct pmo_buffer *out)
{
	for (size_t i = 0; i < column->word_count && i < WORDS_SHOWN; i++) {
		const struct pmo_import_word *word = &column->words[i];
		pmo_buffer_add_format(out, "%s%s: %s",
				      i             ? ", "
				      : out->length ? "; "
						    : "",
				      word->from, *word->to ? word->to : "nothing");
	}
	if (column->word_count > WORDS_SHOWN)
		pmo_buffer_add_format(out, ", %zu more", column->word_count - WORDS_SHOWN);
}

static const char *how(const struct pmo_import *import, const struct pmo_import_column *column)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, 1 << 16);
	if (column->target == PMO_IMPORT_FIELD) {
		const struct pmo_field *field = import->schema->fields[column->field];
		if (field->kind == PMO_DATE || field->kind == PMO_MOMENT)
			describe_dates(import, &text);
		if (column->split == '\n')
			add_piece(&text, "a list, one item a line");
		else if (column->split)
			pmo_buffer_add_format(&text, "a list, split at '%c'", column->split);
		if (column->unit)
			pmo_buffer_add_format(&text, "bare numbers are %s",
					      column->unit == 'h'   ? "hours"
					      : column->unit == 'w' ? "weeks"
								    : "days");
		if (column->has_comma)
			add_piece(&text, "decimal commas");
		describe_words(column, &text);
	} else if (column->why &&
		   (column->target == PMO_IMPORT_IGNORE || column->target == PMO_IMPORT_REV ||
		    column->target == PMO_IMPORT_EXTERNAL)) {
		pmo_buffer_add_text(&text, column->why);
	}
	char *copy = pmo_arena_copy(pmo_workspace_arena(import->workspace), text.data, text.length);
	pmo_buffer_release(&text);
	return copy;
}

enum pmo_result pmo_import_table(const struct pmo_import *import, struct pmo_table *table)
{
	static const struct pmo_column columns[] = {
		{ .name = "column", .heading = "Column", .shrink = PMO_SHRINK_WRAP },
		{ .name = "value", .heading = "First value", .shrink = PMO_SHRINK_TRUNCATE },
		{ .name = "target", .heading = "Goes to" },
		{ .name = "how", .heading = "How", .shrink = PMO_SHRINK_WRAP },
	};
	if (pmo_table_add_columns(table, columns, 4) != PMO_OK)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < import->column_count; i++) {
		const struct pmo_import_column *column = &import->columns[i];
		struct pmo_row *row = pmo_table_add_row(table);
		if (!row)
			return PMO_NO_MEMORY;
		bool is_read =
			column->target != PMO_IMPORT_IGNORE && column->target != PMO_IMPORT_REV;
		row->style = is_read ? PMO_STYLE_PLAIN : PMO_STYLE_DIM;
		row->cells[0].text = column->name;
		row->cells[1].text = first_value(import, i);
		row->cells[2].text = target_of(import, column);
		row->cells[3].text = how(import, column);
		for (size_t c = 0; c < 4; c++)
			if (!row->cells[c].text)
				return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

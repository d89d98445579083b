/*
 * Saved mappings, imports/NAME.yaml:
 *
 *     register: issue
 *     dates: eu
 *     columns:
 *       Summary: title
 *       Status:
 *         to: status
 *         words:
 *           Done: closed
 *       Labels:
 *         to: tags
 *         split: ";"
 *       Watchers: "-"
 */
#include "exchange/import.h"

#include "store/ids.h"
#include "store/workspace.h"

#include <pmo/sink.h>
#include <pmo/text.h>

#include <string.h>

enum { SAVED_BYTES = 1 << 20 };

static const char *const date_names[] = { "", "iso", "us", "eu" };

static const char *text_of(const struct ydoc_node *map, const char *key)
{
	const struct ydoc_node *node = ydoc_get(map, key);
	return node && node->kind == YDOC_SCALAR && *node->text ? node->text : NULL;
}

static enum pmo_result fault(const struct pmo_import *import, const struct ydoc *doc,
			     const struct ydoc_node *node, const char *message)
{
	struct pmo_place place = { .source = &doc->source };
	if (node)
		place = node->key ? ydoc_key_place(doc, node) : ydoc_place(doc, node);
	pmo_diag_add(pmo_workspace_diags(import->workspace), PMO_ERROR, "import-mapping", &place,
		     "%s", message);
	return PMO_INVALID;
}

static enum pmo_result read_dates(const struct pmo_import *import, struct import_saved *saved)
{
	const struct ydoc_node *node = ydoc_get(saved->doc->root, "dates");
	const char *text = text_of(saved->doc->root, "dates");
	for (int i = PMO_IMPORT_ISO; text && i <= PMO_IMPORT_EU; i++)
		if (strcmp(date_names[i], text) == 0)
			saved->dates = (enum pmo_import_dates)i;
	if (node && !saved->dates)
		return fault(import, saved->doc, node, "dates: expected iso, us or eu");
	return PMO_OK;
}

static enum pmo_result read_doc(struct pmo_import *import, const struct tree_file *file,
				struct import_saved *saved)
{
	struct pmo_workspace *workspace = import->workspace;
	struct ydoc *doc = pmo_arena_alloc(&workspace->arena, sizeof(*doc));
	struct pmo_source source = { file->path, file->bytes, file->length, 0 };
	if (!doc)
		return PMO_NO_MEMORY;
	enum pmo_result result = ydoc_read(doc, &workspace->arena, &source, workspace->diags);
	if (result != PMO_OK)
		return result;
	saved->doc = doc;
	saved->register_name = text_of(doc->root, "register");
	saved->columns = ydoc_get(doc->root, "columns");
	if (!saved->register_name)
		return fault(import, doc, NULL,
			     "a saved mapping names its register: register: issue");
	if (!saved->columns || saved->columns->kind != YDOC_MAP)
		return fault(import, doc, saved->columns, "expected columns, each with its target");
	return read_dates(import, saved);
}

static enum pmo_result missing(const struct pmo_import *import, const char *name)
{
	struct pmo_diags *diags = pmo_workspace_diags(import->workspace);
	pmo_diag_add(diags, PMO_ERROR, "import-mapping", NULL, "there is no saved mapping '%s'",
		     name);
	pmo_diag_hint(diags, "they are imports/NAME.yaml; --save NAME writes one");
	return PMO_NOT_FOUND;
}

enum pmo_result import_saved_read(struct pmo_import *import, const char *name,
				  struct import_saved **out)
{
	struct pmo_workspace *workspace = import->workspace;
	struct tree_file file;
	struct import_saved *saved = pmo_arena_alloc(&workspace->arena, sizeof(*saved));
	char *path = pmo_arena_format(&workspace->arena, "imports/%s.yaml", name);
	*out = saved;
	if (!saved || !path)
		return PMO_NO_MEMORY;
	saved->name = pmo_arena_string(&workspace->arena, name);
	if (!handle_is_valid(name))
		return missing(import, name);
	enum pmo_result result = tree_read(&workspace->tree, path, SAVED_BYTES, &file);
	if (result == PMO_NOT_FOUND)
		return missing(import, name);
	return result == PMO_OK ? read_doc(import, &file, saved) : result;
}

/* The same columns in the same order. */
static bool is_for(const struct pmo_import *import, const struct import_saved *saved)
{
	const struct ydoc_node *node = saved->columns->first;
	for (size_t i = 0; i < import->column_count; i++) {
		if (import->columns[i].target == PMO_IMPORT_REV)
			continue;
		if (!node || strcmp(node->key, import->columns[i].name) != 0)
			return false;
		node = node->next;
	}
	return !node;
}

enum pmo_result import_saved_find(struct pmo_import *import, struct import_saved **out)
{
	struct pmo_workspace *workspace = import->workspace;
	struct tree_names names;
	*out = NULL;
	enum pmo_result result = tree_list(&workspace->tree, "imports", &names);
	if (result != PMO_OK)
		return result == PMO_NOT_FOUND ? PMO_OK : result;
	for (size_t i = 0; i < names.count; i++) {
		struct import_saved *saved;
		size_t length = strlen(names.items[i].name);
		if (length < 6 || strcmp(names.items[i].name + length - 5, ".yaml") != 0)
			continue;
		char *name = pmo_arena_copy(&workspace->arena, names.items[i].name, length - 5);
		if (!name)
			return PMO_NO_MEMORY;
		/* One that is broken is told when it is asked for. */
		struct pmo_diags before = *workspace->diags;
		result = import_saved_read(import, name, &saved);
		if (result == PMO_NO_MEMORY || result == PMO_IO)
			return result;
		if (result != PMO_OK) {
			*workspace->diags = before;
			if (before.last)
				before.last->next = NULL;
			continue;
		}
		const char *wanted = import->options.register_name;
		const struct pmo_schema *schema =
			pmo_workspace_schema(workspace, saved->register_name);
		if (schema && is_for(import, saved) &&
		    (!wanted || schema == pmo_workspace_schema(workspace, wanted))) {
			*out = saved;
			return PMO_OK;
		}
	}
	return PMO_OK;
}

static enum pmo_result use_words(struct pmo_import *import, struct pmo_import_column *column,
				 const struct ydoc_node *words)
{
	enum pmo_result result = PMO_OK;
	if (!words || words->kind != YDOC_MAP)
		return PMO_OK;
	for (const struct ydoc_node *i = words->first; i && result == PMO_OK; i = i->next)
		if (i->kind == YDOC_SCALAR)
			result =
				import_add_word(&import->workspace->arena, column, i->key, i->text);
	return result;
}

static enum pmo_result use_column(struct pmo_import *import, const struct import_saved *saved,
				  struct pmo_import_column *column, const struct ydoc_node *node)
{
	const char *target = node->kind == YDOC_SCALAR ? node->text : text_of(node, "to"), *why;
	const char *split = text_of(node, "split"), *unit = text_of(node, "unit");
	column->is_fixed = true;
	if (!import_set_target(import, column, target ? target : "-", &why)) {
		const char *message = pmo_arena_format(&import->workspace->arena,
						       "column '%s' cannot go to '%s': %s",
						       node->key, target, why);
		return message ? fault(import, saved->doc, node, message) : PMO_NO_MEMORY;
	}
	if (split)
		column->split = strcmp(split, "line") == 0 ? '\n' : *split;
	if (unit)
		column->unit = *unit;
	const char *decimal = text_of(node, "decimal");
	if (decimal)
		column->decimal =
			strcmp(decimal, "comma") == 0 ? PMO_IMPORT_COMMA : PMO_IMPORT_POINT;
	return use_words(import, column, ydoc_get(node, "words"));
}

enum pmo_result import_saved_use(struct pmo_import *import, const struct import_saved *saved)
{
	struct pmo_diags *diags = pmo_workspace_diags(import->workspace);
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < import->column_count && result == PMO_OK; i++) {
		struct pmo_import_column *column = &import->columns[i];
		const struct ydoc_node *node = ydoc_get(saved->columns, column->name);
		if (!column->is_fixed && node)
			result = use_column(import, saved, column, node);
		else if (!column->is_fixed)
			column->why = "the saved mapping does not know it";
		column->is_fixed = true;
	}
	for (const struct ydoc_node *i = saved->columns->first; i && result == PMO_OK;
	     i = i->next) {
		size_t found = 0;
		while (found < import->column_count &&
		       strcmp(import->columns[found].name, i->key) != 0)
			found++;
		if (found < import->column_count)
			continue;
		struct pmo_place place = ydoc_key_place(saved->doc, i);
		pmo_diag_add(diags, PMO_WARNING, "import-column", &place,
			     "the file has no column '%s' any more", i->key);
	}
	if (!import->options.dates)
		import->dates = saved->dates;
	return result;
}

static const char *target_name(const struct pmo_import *import,
			       const struct pmo_import_column *column)
{
	static const char *const names[] = {
		[PMO_IMPORT_IGNORE] = "-",          [PMO_IMPORT_NOTE] = "note",
		[PMO_IMPORT_EXTERNAL] = "external", [PMO_IMPORT_HANDLE] = "handle",
		[PMO_IMPORT_KEEP] = "keep",
	};
	if (column->target == PMO_IMPORT_FIELD)
		return import->schema->fields[column->field]->name;
	return names[column->target];
}

static void write_column(const struct pmo_import *import, const struct pmo_import_column *column,
			 struct pmo_sink *sink)
{
	const char split[] = { column->split, '\0' }, unit[] = { column->unit, '\0' };
	/* Where both kinds of numbers stand side by side, none is the rule for the next file. */
	bool comma = column->has_comma && column->decimal == PMO_IMPORT_COMMA;
	pmo_sink_key(sink, column->name);
	if (!column->split && !column->unit && !column->word_count && !comma) {
		pmo_sink_string(sink, target_name(import, column));
		return;
	}
	pmo_sink_begin_map(sink);
	pmo_sink_key(sink, "to");
	pmo_sink_string(sink, target_name(import, column));
	if (column->split) {
		pmo_sink_key(sink, "split");
		pmo_sink_string(sink, column->split == '\n' ? "line" : split);
	}
	if (column->unit) {
		pmo_sink_key(sink, "unit");
		pmo_sink_string(sink, unit);
	}
	if (comma) {
		pmo_sink_key(sink, "decimal");
		pmo_sink_string(sink, "comma");
	}
	if (column->word_count) {
		pmo_sink_key(sink, "words");
		pmo_sink_begin_map(sink);
		for (size_t i = 0; i < column->word_count; i++) {
			pmo_sink_key(sink, column->words[i].from);
			pmo_sink_string(sink, column->words[i].to);
		}
		pmo_sink_end(sink);
	}
	pmo_sink_end(sink);
}

static enum pmo_result write_mapping(const struct pmo_import *import, struct pmo_buffer *out)
{
	struct pmo_sink sink;
	pmo_buffer_add_text(out,
			    "# How pmo import reads a list with these columns: COLUMN: FIELD, or "
			    "note, external, keep, -\n");
	pmo_sink_init(&sink, out, PMO_SINK_YAML);
	pmo_sink_begin_map(&sink);
	pmo_sink_key(&sink, "register");
	pmo_sink_string(&sink, import->schema->table->name);
	if (import->has_dates) {
		pmo_sink_key(&sink, "dates");
		pmo_sink_string(&sink, date_names[import->dates]);
	}
	pmo_sink_key(&sink, "columns");
	pmo_sink_begin_map(&sink);
	for (size_t i = 0; i < import->column_count; i++)
		if (import->columns[i].target != PMO_IMPORT_REV)
			write_column(import, &import->columns[i], &sink);
	pmo_sink_end(&sink);
	pmo_sink_end(&sink);
	return pmo_sink_finish(&sink);
}

enum pmo_result pmo_import_save(struct pmo_import *import, struct pmo_update *update,
				const char *name)
{
	struct pmo_diags *diags = pmo_workspace_diags(import->workspace);
	struct pmo_buffer text;
	if (!handle_is_valid(name)) {
		pmo_diag_add(diags, PMO_ERROR, "handle", NULL, "--save '%s' cannot be a name",
			     name);
		pmo_diag_hint(diags, "letters, digits, _ . and -, no blanks, not like RSK-3");
		return PMO_USAGE;
	}
	char *path = pmo_arena_format(&import->workspace->arena, "imports/%s.yaml", name);
	pmo_buffer_init(&text, SAVED_BYTES);
	enum pmo_result result = path ? write_mapping(import, &text) : PMO_NO_MEMORY;
	if (result == PMO_OK)
		result = pmo_update_write_file(update, path, text.data, text.length);
	pmo_buffer_release(&text);
	return result;
}

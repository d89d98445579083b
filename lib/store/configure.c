/*
 * Changing one setting of a configuration by a splice, and reading the result as a
 * configuration before anybody gets it.
 */
#include <pmo/maintain.h>

#include "store/care.h"
#include "store/config.h"

#include <pmo/text.h>

#include <string.h>

struct change {
	struct pmo_arena *arena;
	struct pmo_diags *diags;
	struct pmo_config_edit *edit;
};

static enum pmo_result refuse(struct change *change, enum pmo_result result, const char *message,
			      const char *hint)
{
	struct pmo_source *source = pmo_arena_alloc(change->arena, sizeof(*source));
	char *text = pmo_arena_format(change->arena, "%s=%s", change->edit->key,
				      change->edit->value ? change->edit->value : "");
	if (!source || !text)
		return PMO_NO_MEMORY;
	*source = (struct pmo_source){ "config", text, strlen(text), 0 };
	struct pmo_place place = { .source = source, .length = strlen(change->edit->key) };
	pmo_diag_add(change->diags, PMO_ERROR, "config-key", &place, "%s", message);
	pmo_diag_hint(change->diags, "%s", hint);
	return result;
}

/* A limit has dots in its name: thresholds.risk.low, labels.risk.high. */
static bool is_last_step(const struct draft_path *path)
{
	return path->depth == 1 && (strcmp(path->steps[0].key, "thresholds") == 0 ||
				    strcmp(path->steps[0].key, "labels") == 0);
}

/* "filters.hot.where" into steps. */
static enum pmo_result parse_key(struct change *change, struct draft_path *path)
{
	const char *key = change->edit->key;
	for (path->depth = 0; *key; path->depth++) {
		size_t length = is_last_step(path) ? strlen(key) : strcspn(key, ".");
		char *step = pmo_arena_copy(change->arena, key, length);
		if (!step)
			return PMO_NO_MEMORY;
		if (!length || path->depth == DRAFT_PATH)
			return refuse(change, PMO_USAGE, "this is no setting",
				      "pmo config shows them; parts are joined by single dots");
		path->steps[path->depth] = (struct ydoc_step){ .key = step };
		key += length + (key[length] == '.');
	}
	return path->depth
		       ? PMO_OK
		       : refuse(change, PMO_USAGE, "this is no setting", "pmo config shows them");
}

/* A word is a word; what begins with a bracket is a list or a map. */
static enum pmo_result make_value(struct change *change, struct ydoc_value **value)
{
	const char *text = change->edit->value;
	struct ydoc doc;
	struct pmo_source source = { "config", text, strlen(text), 0 };
	if (*text != '[' && *text != '{') {
		*value = ydoc_value_scalar(change->arena, YDOC_WORD, text);
		return *value ? PMO_OK : PMO_NO_MEMORY;
	}
	struct pmo_source *kept = pmo_arena_alloc(change->arena, sizeof(*kept));
	if (!kept)
		return PMO_NO_MEMORY;
	*kept = source;
	enum pmo_result result = ydoc_read(&doc, change->arena, kept, change->diags);
	if (result != PMO_OK)
		return result;
	*value = ydoc_value_copy(doc.root, change->arena);
	return *value ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result apply(struct change *change, struct ydoc_editor *editor)
{
	struct draft_path path;
	struct ydoc_value *value = NULL;
	struct pmo_config_edit *edit = change->edit;
	enum pmo_result result = parse_key(change, &path);
	if (result == PMO_OK && edit->value)
		result = make_value(change, &value);
	if (result != PMO_OK)
		return result;
	struct ydoc_op op = { .verb = value ? YDOC_SET : YDOC_UNSET,
			      .path = path.steps,
			      .depth = path.depth,
			      .value = value };
	result = ydoc_editor_apply(editor, &op);
	return result == PMO_NOT_FOUND && !value ? PMO_OK : result;
}

static enum pmo_result judge(struct change *change, const struct ydoc *doc, struct pmo_diags *heard)
{
	struct pmo_config config;
	pmo_diags_init(heard, change->arena);
	config_init(&config, pmo_registers);
	return change->edit->personal ? config_read_user(&config, doc, heard)
				      : config_read(&config, doc, heard);
}

static bool was_told(const struct pmo_diags *before, const struct pmo_diag *diag)
{
	for (const struct pmo_diag *i = before->first; i; i = i->next)
		if (strcmp(i->message, diag->message) == 0)
			return true;
	return false;
}

/* Tells what is wrong with the new text and was not with the old one. */
static enum pmo_result compare(struct change *change, const struct pmo_diags *before,
			       const struct pmo_diags *after)
{
	enum pmo_result result = PMO_OK;
	for (const struct pmo_diag *diag = after->first; diag; diag = diag->next) {
		if (was_told(before, diag))
			continue;
		bool unknown = strcmp(diag->code, "config-key") == 0;
		struct pmo_place place = { diag->source, diag->offset, diag->length,
					   diag->subject };
		result = unknown ? PMO_USAGE : PMO_INVALID;
		pmo_diag_add(change->diags, PMO_ERROR, diag->code, &place, "%s", diag->message);
		if (diag->hint)
			pmo_diag_hint(change->diags, "%s", diag->hint);
	}
	return result;
}

enum pmo_result pmo_config_change(struct pmo_arena *arena, struct pmo_diags *diags,
				  struct pmo_config_edit *edit)
{
	struct change change = { arena, diags, edit };
	struct pmo_diags before, after;
	struct ydoc_editor *editor = pmo_arena_alloc(arena, sizeof(*editor));
	struct pmo_source source = { edit->path, edit->bytes ? edit->bytes : "", edit->length, 0 };
	if (!editor)
		return PMO_NO_MEMORY;
	enum pmo_result result = ydoc_editor_begin(editor, arena, &source, diags);
	if (result == PMO_OK)
		result = judge(&change, &editor->doc, &before);
	if (result == PMO_OK)
		result = apply(&change, editor);
	if (result == PMO_OK)
		result = judge(&change, &editor->doc, &after);
	if (result == PMO_OK)
		result = compare(&change, &before, &after);
	edit->result = editor->doc.source.bytes;
	edit->result_length = editor->doc.source.length;
	return result;
}

static enum pmo_result configure(struct care *care, struct pmo_config_edit *edit)
{
	struct pmo_workspace *workspace = care->workspace;
	struct tree_file *file = pmo_arena_alloc(&workspace->arena, sizeof(*file));
	if (!file)
		return PMO_NO_MEMORY;
	enum pmo_result result = tree_read(&workspace->tree, edit->path, YDOC_BYTES, file);
	if (result == PMO_NOT_FOUND) {
		pmo_diag_add(workspace->diags, PMO_ERROR, "config-missing", NULL,
			     "this workspace has no pmo.yaml: it is one project, kept by itself");
		pmo_diag_hint(workspace->diags, "make a file pmo.yaml with the line: format: 1");
	}
	if (result != PMO_OK)
		return result;
	edit->bytes = file->bytes;
	edit->length = file->length;
	result = pmo_config_change(&workspace->arena, workspace->diags, edit);
	if (result != PMO_OK)
		return result;
	/* That commands commit from now on is the first thing to be committed. */
	if (strcmp(edit->key, "commit") == 0)
		workspace->config.commit = edit->value && strcmp(edit->value, "auto") == 0
						   ? PMO_COMMIT_AUTO
						   : PMO_COMMIT_OFF;
	return commit_write(&care->commit, edit->path, file, edit->result, edit->result_length);
}

enum pmo_result pmo_workspace_configure(struct pmo_workspace *workspace, const char *key,
					const char *value, bool dry)
{
	struct pmo_update_options options = { .on = PMO_DATE_NONE, .dry = dry };
	struct pmo_config_edit edit = { .path = "pmo.yaml", .key = key, .value = value };
	struct care care;
	enum pmo_result result = care_begin(&care, workspace, &options);
	if (result == PMO_OK)
		result = configure(&care, &edit);
	return care_end(&care, result);
}

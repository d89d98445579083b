/*
 * Evidence: a file is copied beside the records, and the record notes where it is and
 * what its bytes were.
 */
#include "base/sha256.h"
#include "store/draft.h"

#include <pmo/text.h>

#include <string.h>

enum { NAME_MAX_KEPT = 100 };

/* A file's name with nothing in it that a shell, a web server or Windows trips over. */
static char *clean_name(struct pmo_arena *arena, const char *name)
{
	const char *slash = strrchr(name, '/');
	char *kept = pmo_arena_string(arena, slash ? slash + 1 : name);
	size_t length = 0;
	for (const char *c = kept; c && *c && length < NAME_MAX_KEPT; c++)
		kept[length++] =
			pmo_ascii_is_alnum(*c) || *c == '.' || *c == '-' || *c == '_' ? *c : '_';
	if (!kept)
		return NULL;
	kept[length] = '\0';
	if (!length || *kept == '.')
		return pmo_arena_format(arena, "file%s", kept);
	return kept;
}

/* The same name with other bytes gets a number; the same bytes are kept once. */
static const struct update_file *find_new(const struct pmo_update *update, const char *path)
{
	const struct update_file *file = update->files;
	while (file && strcmp(file->path, path) != 0)
		file = file->next;
	return file;
}

static enum pmo_result choose_path(struct pmo_draft *draft, const char *name, const char *hash,
				   const char **path, bool *is_there)
{
	struct pmo_workspace *workspace = draft->update->workspace;
	*is_there = false;
	for (unsigned i = 1; i < 1000; i++) {
		char own[SHA256_TEXT], number[16] = "";
		struct tree_file file;
		if (i > 1)
			memcpy(number,
			       (char[]){ '-', (char)('0' + i / 100), (char)('0' + i / 10 % 10),
					 (char)('0' + i % 10), 0 },
			       5);
		const char *local = pmo_arena_format(&workspace->arena, "files/%s%s-%s",
						     draft->now.id, number, name);
		*path = local ? workspace_path(workspace, draft->now.project, local, "") : NULL;
		if (!*path)
			return PMO_NO_MEMORY;
		const struct update_file *made = find_new(draft->update, *path);
		if (made)
			file = (struct tree_file){ .bytes = made->bytes, .length = made->length };
		enum pmo_result result =
			made ? PMO_OK : tree_read(&workspace->tree, *path, YDOC_BYTES, &file);
		if (result == PMO_NOT_FOUND)
			return PMO_OK;
		if (result != PMO_OK)
			return result;
		sha256_bytes(file.bytes, file.length, own);
		*is_there = strcmp(own, hash) == 0;
		if (*is_there)
			return PMO_OK;
	}
	pmo_diag_add(workspace->diags, PMO_ERROR, "file-name", NULL,
		     "there are too many files called %s", name);
	return PMO_REFUSED;
}

static const struct pmo_value *text_value(struct pmo_value *value, const char *text)
{
	if (text) {
		value->presence = PMO_PRESENT;
		value->kind = PMO_TEXT;
		value->as.text = text;
	}
	return value;
}

static bool is_text(const struct pmo_value *item, const char *text)
{
	return item && item->presence == PMO_PRESENT && strcmp(item->as.text, text) == 0;
}

/* Whether the record names this file with these bytes already. */
static bool is_attached(const struct pmo_draft *draft, const char *path, const char *hash)
{
	int index = draft->now.schema->attachments;
	const struct pmo_field *field = draft->now.schema->fields[index];
	struct pmo_value list = pmo_record_get(&draft->now, index);
	for (uint32_t i = 0; list.presence == PMO_PRESENT && list.is_list && i < list.count; i++)
		if (is_text(pmo_value_member(field, &list.as.items[i], "file"), path) &&
		    is_text(pmo_value_member(field, &list.as.items[i], "sha256"), hash))
			return true;
	return false;
}

enum pmo_result pmo_draft_attach(struct pmo_draft *draft, const struct pmo_attachment *attachment)
{
	struct pmo_workspace *workspace = draft->update->workspace;
	struct pmo_arena *arena = &workspace->arena;
	char *hash = pmo_arena_alloc(arena, SHA256_TEXT);
	char *name = clean_name(arena, attachment->name);
	struct pmo_value *members = pmo_arena_array(arena, 4, sizeof(*members));
	const char *path;
	bool is_there;
	if (!hash || !name || !members)
		return PMO_NO_MEMORY;
	if (attachment->length > YDOC_BYTES) {
		pmo_diag_add(workspace->diags, PMO_ERROR, "file-size", NULL,
			     "%s is larger than 64 MiB", attachment->name);
		pmo_diag_hint(workspace->diags, "keep it elsewhere and note where it is");
		return PMO_REFUSED;
	}
	sha256_bytes(attachment->bytes, attachment->length, hash);
	enum pmo_result result = choose_path(draft, name, hash, &path, &is_there);
	if (result == PMO_OK && !is_there)
		result = pmo_update_write_file(draft->update, path, attachment->bytes,
					       attachment->length);
	if (result != PMO_OK)
		return result;
	size_t above = draft->now.project ? strlen(draft->now.project->path) : 0;
	text_value(&members[0], path + above + (above ? 1 : 0));
	text_value(&members[1], hash);
	text_value(&members[2], attachment->note);
	struct pmo_value item = { .presence = PMO_PRESENT, .kind = PMO_STRUCT, .count = 3 };
	item.as.items = members;
	if (is_attached(draft, members[0].as.text, hash))
		return PMO_OK;
	return draft_append_value(draft, draft->now.schema->attachments, &item);
}

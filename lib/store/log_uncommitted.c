/*
 * What stands in the files and is not committed yet. git is not asked: to compare it would
 * run filters that a repository's configuration names. A file's name in git is the hash of
 * its bytes, which is worked out here.
 */
#include "store/log.h"

#include "base/sha1.h"

#include <string.h>

enum { DEPTH = 2 }; /* folders below a project: its registers' */

/* Is a file what git has, its line ends aside? */
static bool is_same_text(const char *a, size_t a_length, const char *b, size_t b_length)
{
	size_t i = 0, j = 0;
	while (i < a_length || j < b_length) {
		if (i < a_length && a[i] == '\r' && i + 1 < a_length && a[i + 1] == '\n')
			i++;
		if (j < b_length && b[j] == '\r' && j + 1 < b_length && b[j + 1] == '\n')
			j++;
		if (i >= a_length || j >= b_length || a[i++] != b[j++])
			return false;
	}
	return true;
}

static enum pmo_result compare_file(struct log_reader *reader, const char *path)
{
	struct pmo_workspace *workspace = reader->workspace;
	struct log_change change = { .path = path };
	const struct revision_file *committed;
	struct tree_file now = { .path = path };
	char hash[SHA1_TEXT];
	enum pmo_result result = revision_find(reader->revision, path, &committed);
	struct pmo_arena_mark mark = pmo_arena_mark(&workspace->arena);
	if (result == PMO_OK)
		result = tree_read(&workspace->tree, path, YDOC_BYTES, &now);
	/* What is wrong with the file itself was said when it was loaded. */
	if (result == PMO_INVALID || result == PMO_UNSUPPORTED)
		return PMO_OK;
	if (result != PMO_OK && result != PMO_NOT_FOUND)
		return result;
	if (now.bytes && committed) {
		sha1_of_blob(now.bytes, now.length, hash);
		if (strcmp(hash, committed->id) == 0) {
			pmo_arena_rewind(&workspace->arena, mark);
			return PMO_OK;
		}
	}
	if (committed) {
		result =
			log_read_blob(reader, committed->id, &change.old_bytes, &change.old_length);
		if (result != PMO_OK)
			return result;
	}
	change.new_bytes = now.bytes;
	change.new_length = now.length;
	if (!change.old_bytes && !change.new_bytes)
		return PMO_OK;
	if (change.old_bytes && change.new_bytes &&
	    is_same_text(change.old_bytes, change.old_length, now.bytes, now.length))
		return PMO_OK;
	return log_tell_file(reader, &change);
}

static bool is_yaml(const char *name)
{
	size_t length = strlen(name);
	return length > 5 && strcmp(name + length - 5, ".yaml") == 0;
}

static const char *join(struct log_reader *reader, const char *folder, const char *name)
{
	return pmo_arena_format(&reader->workspace->arena, "%s%s%s", folder, *folder ? "/" : "",
				name);
}

static enum pmo_result compare_folder(struct log_reader *reader, const char *folder, int depth);

static enum pmo_result compare_name(struct log_reader *reader, const char *folder,
				    const struct tree_name *name, int depth)
{
	bool is_file = name->type == TREE_FILE && is_yaml(name->name);
	if (!is_file && (name->type != TREE_FOLDER || !depth))
		return PMO_OK;
	const char *path = join(reader, folder, name->name);
	if (!path)
		return PMO_NO_MEMORY;
	return is_file ? compare_file(reader, path) : compare_folder(reader, path, depth - 1);
}

/* Both listings are sorted: what is in either is looked at once. */
static enum pmo_result compare_folder(struct log_reader *reader, const char *folder, int depth)
{
	struct tree_names now = { NULL, 0 }, then = { NULL, 0 };
	size_t i = 0, j = 0;
	enum pmo_result result = tree_list(&reader->workspace->tree, folder, &now);
	if (result == PMO_OK || result == PMO_NOT_FOUND)
		result = revision_list(reader->revision, folder, &then);
	if (result == PMO_NO_MEMORY || result == PMO_IO)
		return result;
	for (result = PMO_OK; result == PMO_OK && (i < now.count || j < then.count);) {
		int order = i == now.count    ? 1
			    : j == then.count ? -1
					      : strcmp(now.items[i].name, then.items[j].name);
		const struct tree_name *name = order <= 0 ? &now.items[i] : &then.items[j];
		result = compare_name(reader, folder, name, depth);
		i += order <= 0;
		j += order >= 0;
	}
	return result;
}

static bool is_anywhere(struct log_reader *reader, const char *path)
{
	return tree_exists(&reader->workspace->tree, path) ||
	       revision_exists(reader->revision, path);
}

/* What the project shares with others: people, vendors. */
static enum pmo_result compare_shared(struct log_reader *reader)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < reader->workspace->table_count; i++) {
		if (reader->workspace->tables[i]->scope != PMO_SCOPE_WORKSPACE)
			continue;
		const char *file = log_shared_path(reader, i, true);
		const char *folder = log_shared_path(reader, i, false);
		if (!file || !folder)
			return PMO_NO_MEMORY;
		if (is_anywhere(reader, file))
			result = compare_file(reader, file);
		if (result == PMO_OK && is_anywhere(reader, folder))
			result = compare_folder(reader, folder, 0);
	}
	return result;
}

enum pmo_result log_tell_uncommitted(struct log_reader *reader)
{
	struct pmo_workspace *workspace = reader->workspace;
	const struct pmo_record *record = reader->record;
	log_begin(reader, &(struct pmo_log_entry){ .date = workspace->world.today });
	if (record)
		return compare_file(reader, record->path);
	const char *own = reader->project ? reader->project->path : "";
	enum pmo_result result = compare_folder(reader, own, DEPTH - 1);
	if (result == PMO_OK && *own)
		result = compare_shared(reader);
	return result == PMO_OK ? log_end(reader) : result;
}

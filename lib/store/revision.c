/* Files and folders of a commit, through git's objects. See revision.h. */
#include "revision.h"

#include <pmo/date.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TREE_BYTES = 64 << 20, COMMIT_BYTES = 16 << 20, ANSWER = 1 << 20 };

static enum pmo_result report_no_repository(struct revision *revision, const char *wanted_for)
{
	struct pmo_diags *diags = revision->git.diags;
	const char *root = revision->git.directory;
	if (strstr(revision->git.words, "dubious ownership")) {
		pmo_diag_add(diags, PMO_ERROR, "git-refused", NULL,
			     "%s: the repository belongs to somebody else, so git does not read it",
			     root);
		/* git says how to trust its owner, with the path that it wants. */
		const char *advice = strstr(revision->git.words, "git config --global");
		size_t length = advice ? strcspn(advice, "\n") : 0;
		pmo_diag_hint(diags, "if you trust its owner: %.*s", (int)length,
			      advice ? advice : "");
	} else if (strstr(revision->git.words, "not a git repository")) {
		pmo_diag_add(diags, PMO_ERROR, "git-none", NULL,
			     "%s is not kept with git, which %s needs", root, wanted_for);
		pmo_diag_hint(diags, "git init, then git add and git commit, begin its history");
	} else {
		pmo_diag_add(diags, PMO_ERROR, "git-refused", NULL, "%s: git says: %s", root,
			     git_complaint(&revision->git));
	}
	return PMO_INVALID;
}

enum pmo_result revision_locate(struct revision *revision, const char *wanted_for)
{
	static const char *const words[] = { "rev-parse", "--is-shallow-repository",
					     "--show-prefix", NULL };
	struct pmo_buffer answer;
	pmo_buffer_init(&answer, ANSWER);
	struct git_run run = { .words = words, .output = &answer };
	enum pmo_result result = git_run(&revision->git, &run);
	if (result == PMO_OK && run.status != 0)
		result = report_no_repository(revision, wanted_for);
	if (result == PMO_OK) {
		size_t first = strcspn(answer.data, "\n");
		size_t length = answer.length > first ? answer.length - first - 1 : 0;
		length -= length > 0; /* the line's end */
		revision->is_shallow = strncmp(answer.data, "true", 4) == 0;
		revision->prefix = pmo_arena_copy(revision->git.arena,
						  answer.data + (length ? first + 1 : 0), length);
		if (!revision->prefix)
			result = PMO_NO_MEMORY;
	}
	pmo_buffer_release(&answer);
	return result;
}

/* "\n" cannot be asked for, and is in no name that people use. */
static bool is_plain(const char *name)
{
	for (; *name; name++)
		if ((unsigned char)*name < 0x20 || *name == 0x7f)
			return false;
	return true;
}

enum pmo_result revision_find_name(struct revision *revision, const char *name)
{
	struct git_object object;
	char *wanted = pmo_arena_format(revision->git.arena, "%s^{commit}", name);
	if (!wanted)
		return PMO_NO_MEMORY;
	if (!*name || !is_plain(name))
		return PMO_NOT_FOUND;
	enum pmo_result result = git_object(&revision->git, wanted, COMMIT_BYTES, &object);
	if (result == PMO_INVALID)
		result = PMO_NOT_FOUND;
	if (result != PMO_OK)
		return result;
	if (!git_parse_commit(&object, &revision->commit))
		return PMO_NOT_FOUND;
	snprintf(revision->id, sizeof(revision->id), "%s", object.id);
	return PMO_OK;
}

/* HEAD names nothing before the first commit; all else that stops git is a fault. */
static enum pmo_result judge_listing(struct revision *revision, const struct git_run *run)
{
	if (run->status == 0)
		return run->output->length ? PMO_OK : PMO_NOT_FOUND;
	if (strstr(revision->git.words, "'HEAD'"))
		return PMO_NOT_FOUND;
	pmo_diag_add(revision->git.diags, PMO_ERROR, "git-failed", NULL,
		     "the commits cannot be listed: %s", git_complaint(&revision->git));
	return PMO_IO;
}

/* The first commit of HEAD's first-parent line that an option lets through. */
static enum pmo_result find_listed(struct revision *revision, const char *option)
{
	const char *const words[] = {
		"rev-list", "-1", "--first-parent", option, "HEAD", "--", NULL
	};
	struct pmo_buffer answer;
	pmo_buffer_init(&answer, ANSWER);
	struct git_run run = { .words = words, .output = &answer };
	enum pmo_result result = git_run(&revision->git, &run);
	pmo_buffer_truncate(&answer, strcspn(answer.data, "\n"));
	if (result == PMO_OK)
		result = judge_listing(revision, &run);
	if (result == PMO_OK)
		result = revision_find_name(revision, answer.data);
	pmo_buffer_release(&answer);
	return result;
}

enum pmo_result revision_find_time(struct revision *revision, int64_t until)
{
	char option[48];
	if (until < 0)
		return PMO_NOT_FOUND;
	snprintf(option, sizeof(option), "--min-age=%" PRId64, until);
	return find_listed(revision, option);
}

enum pmo_result revision_find_first(struct revision *revision)
{
	return find_listed(revision, "--max-parents=0");
}

static int compare_files(const void *left, const void *right)
{
	return strcmp(((const struct revision_file *)left)->name,
		      ((const struct revision_file *)right)->name);
}

static enum tree_type type_of(unsigned mode)
{
	switch (mode & 0170000u) {
	case 0040000u:
		return TREE_FOLDER;
	case 0100000u:
		return TREE_FILE;
	case 0120000u:
		return TREE_LINK;
	default:
		return TREE_OTHER; /* a submodule */
	}
}

static enum pmo_result add_file(struct revision *revision, struct revision_folder *folder,
				const struct git_entry *entry)
{
	struct revision_file *grown =
		pmo_arena_grow(revision->git.arena, folder->files, folder->count, &folder->capacity,
			       sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	folder->files = grown;
	struct revision_file *file = &grown[folder->count++];
	memset(file, 0, sizeof(*file));
	file->name = entry->name;
	file->type = type_of(entry->mode);
	memcpy(file->id, entry->id, sizeof(file->id));
	return PMO_OK;
}

/* Answers come in the order of the questions: those still open are taken first. */
static enum pmo_result take_one(struct revision *revision, size_t limit)
{
	struct git_object object;
	struct revision_file *file = revision->asked[revision->asked_first];
	revision->asked_first = (revision->asked_first + 1) % GIT_AHEAD;
	revision->asked_count--;
	enum pmo_result result = git_take(&revision->git, limit, &object);
	file->is_taken = true;
	file->is_missing = result == PMO_NOT_FOUND || strcmp(object.type, "blob") != 0;
	file->bytes = object.bytes;
	file->length = object.length;
	return result == PMO_NOT_FOUND ? PMO_OK : result;
}

enum pmo_result revision_object(struct revision *revision, const char *id, size_t limit,
				struct pmo_arena *arena, struct git_object *object)
{
	struct pmo_arena *own = revision->git.arena;
	enum pmo_result result = PMO_OK;
	while (revision->asked_count && result == PMO_OK)
		result = take_one(revision, TREE_BYTES);
	if (result != PMO_OK)
		return result;
	/* The batch's own memory must not go with the caller's arena. */
	result = git_begin(&revision->git);
	if (result != PMO_OK)
		return result;
	revision->git.arena = arena;
	result = git_object(&revision->git, id, limit, object);
	revision->git.arena = own;
	return result;
}

static enum pmo_result report_missing_object(struct revision *revision, const char *path)
{
	pmo_diag_add(revision->git.diags, PMO_ERROR, "git-object", tree_place(revision->tree, path),
		     "this clone does not have its text of then");
	pmo_diag_hint(revision->git.diags,
		      "git fetch gets what a partial clone lacks; git fsck tells of damage");
	return PMO_INVALID;
}

static enum pmo_result read_folder(struct revision *revision, const char *id, const char *path,
				   struct revision_folder **out)
{
	struct git_object object;
	struct git_entry entry;
	size_t at = 0;
	enum pmo_result result =
		revision_object(revision, id, TREE_BYTES, revision->git.arena, &object);
	if (result == PMO_NOT_FOUND || (result == PMO_OK && !object.bytes))
		return report_missing_object(revision, *path ? path : ".");
	struct revision_folder *folder = pmo_arena_alloc(revision->git.arena, sizeof(*folder));
	char *key = pmo_arena_string(revision->git.arena, path);
	if (result == PMO_OK && (!folder || !key))
		result = PMO_NO_MEMORY;
	while (result == PMO_OK && git_next_entry(&object, &at, &entry))
		result = add_file(revision, folder, &entry);
	if (result != PMO_OK)
		return result;
	if (folder->count)
		qsort(folder->files, folder->count, sizeof(*folder->files), compare_files);
	folder->last = SIZE_MAX - 1;
	*out = folder;
	return map_put(&revision->folders, key, folder);
}

static struct revision_file *find_file(const struct revision_folder *folder, const char *name)
{
	struct revision_file wanted = { .name = name };
	return folder->count ? bsearch(&wanted, folder->files, folder->count, sizeof(wanted),
				       compare_files)
			     : NULL;
}

/* The folder with the root's path in the repository becomes "". */
enum pmo_result revision_open_root(struct revision *revision)
{
	const char *id = revision->commit.tree;
	const char *rest = revision->prefix;
	struct revision_folder *folder = NULL;
	map_init(&revision->folders, revision->git.arena);
	for (;;) {
		enum pmo_result result = read_folder(revision, id, "", &folder);
		if (result != PMO_OK || !*rest)
			return result;
		size_t length = strcspn(rest, "/");
		char *name = pmo_arena_copy(revision->git.arena, rest, length);
		if (!name)
			return PMO_NO_MEMORY;
		const struct revision_file *next = find_file(folder, name);
		if (!next || next->type != TREE_FOLDER)
			break;
		id = next->id;
		rest += length + (rest[length] == '/');
	}
	pmo_diag_add(revision->git.diags, PMO_ERROR, "revision-missing", NULL,
		     "the folder %s was not there at %.12s", revision->prefix, revision->id);
	return PMO_INVALID;
}

void revision_close(struct revision *revision)
{
	git_close(&revision->git);
}

/* What stands at a path, and in which folder; NULL in *file: nothing. "" has no file. */
static enum pmo_result find_path(struct revision *revision, const char *path,
				 struct revision_folder **folder, struct revision_file **file)
{
	char part[TREE_PATH_LIMIT];
	const char *rest = path;
	*file = NULL;
	*folder = map_get(&revision->folders, "");
	if (strlen(path) >= sizeof(part) || !*folder)
		return PMO_OK;
	for (;;) {
		size_t length = strcspn(rest, "/");
		memcpy(part, rest, length);
		part[length] = '\0';
		struct revision_file *found = find_file(*folder, part);
		if (!found || !rest[length] || found->type != TREE_FOLDER) {
			/* A link on the way: it is what stands there, wherever it leads. */
			*file = found && rest[length] && found->type != TREE_LINK ? NULL : found;
			return PMO_OK;
		}
		rest += length + 1;
		memcpy(part, path, (size_t)(rest - path) - 1);
		part[rest - path - 1] = '\0';
		struct revision_folder *next = map_get(&revision->folders, part);
		enum pmo_result result =
			next ? PMO_OK : read_folder(revision, found->id, part, &next);
		if (result != PMO_OK)
			return result;
		*folder = next;
	}
}

static bool is_wanted_ahead(const struct revision_file *file)
{
	size_t length = strlen(file->name);
	return file->type == TREE_FILE && !file->is_asked && length > 5 &&
	       strcmp(file->name + length - 5, ".yaml") == 0;
}

static enum pmo_result ask(struct revision *revision, struct revision_file *file)
{
	enum pmo_result result = git_ask(&revision->git, file->id);
	if (result != PMO_OK)
		return result;
	revision->asked[(revision->asked_first + revision->asked_count++) % GIT_AHEAD] = file;
	file->is_asked = true;
	return PMO_OK;
}

/* Asks for the files behind one, as long as there is room, when less than half is open. */
static enum pmo_result ask_ahead(struct revision *revision, struct revision_folder *folder,
				 size_t from)
{
	enum pmo_result result = PMO_OK;
	if (revision->asked_count > GIT_AHEAD / 2)
		return PMO_OK;
	for (size_t i = from; result == PMO_OK && i < folder->count; i++) {
		if (revision->asked_count == GIT_AHEAD)
			break;
		if (is_wanted_ahead(&folder->files[i]))
			result = ask(revision, &folder->files[i]);
	}
	return result;
}

static enum pmo_result fetch(struct revision *revision, struct revision_folder *folder,
			     struct revision_file *file, size_t limit)
{
	size_t index = (size_t)(file - folder->files);
	bool in_order = folder->is_listed || index == folder->last + 1;
	enum pmo_result result = PMO_OK;
	folder->last = index;
	while (!file->is_asked && revision->asked_count == GIT_AHEAD && result == PMO_OK)
		result = take_one(revision, limit);
	if (!file->is_asked && result == PMO_OK)
		result = ask(revision, file);
	if (in_order && result == PMO_OK)
		result = ask_ahead(revision, folder, index + 1);
	while (!file->is_taken && result == PMO_OK)
		result = take_one(revision, limit);
	return result;
}

static enum pmo_result refuse(struct revision *revision, const char *path, const char *code,
			      const char *what)
{
	pmo_diag_add(revision->git.diags, PMO_ERROR, code, tree_place(revision->tree, path), "%s",
		     what);
	return PMO_UNSUPPORTED;
}

enum pmo_result revision_read(struct revision *revision, const char *path, size_t limit,
			      struct tree_file *file)
{
	struct revision_folder *folder;
	struct revision_file *found;
	enum pmo_result result = find_path(revision, path, &folder, &found);
	if (result != PMO_OK)
		return result;
	if (!found)
		return PMO_NOT_FOUND;
	if (found->type == TREE_LINK)
		return refuse(revision, path, "link", "is a link or lies behind one");
	if (found->type == TREE_FOLDER)
		return refuse(revision, path, "file-type", "is a folder where a file should be");
	if (found->type != TREE_FILE)
		return refuse(revision, path, "file-type", "is no regular file");
	result = fetch(revision, folder, found, limit);
	if (result != PMO_OK)
		return result;
	if (found->is_missing)
		return report_missing_object(revision, path);
	if (!found->bytes || found->length > limit) {
		pmo_diag_add(revision->git.diags, PMO_ERROR, "file-too-large",
			     tree_place(revision->tree, path), "is larger than %zu bytes", limit);
		return PMO_INVALID;
	}
	file->path = path;
	file->bytes = found->bytes;
	file->length = found->length;
	file->mode = 0644;
	return PMO_OK;
}

enum pmo_result revision_list(struct revision *revision, const char *path, struct tree_names *names)
{
	struct revision_folder *folder;
	struct revision_file *found = NULL;
	struct tree *tree = revision->tree;
	/* A file that is not there, to be led into the folder. */
	char *inside = pmo_arena_format(tree->arena, "%s/", path);
	memset(names, 0, sizeof(*names));
	if (!inside)
		return PMO_NO_MEMORY;
	enum pmo_result result = find_path(revision, *path ? inside : "", &folder, &found);
	if (result != PMO_OK)
		return result;
	if (*path) {
		folder = map_get(&revision->folders, path);
		if (found && found->type == TREE_LINK)
			return refuse(revision, path, "link", "is a link or lies behind one");
	}
	if (!folder)
		return PMO_NOT_FOUND;
	folder->is_listed = true;
	names->items = pmo_arena_array(tree->arena, folder->count + 1, sizeof(*names->items));
	if (!names->items)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < folder->count; i++) {
		const struct revision_file *file = &folder->files[i];
		if (*path || strcmp(file->name, TREE_PRIVATE) != 0)
			names->items[names->count++] = (struct tree_name){ file->name, file->type };
	}
	return PMO_OK;
}

enum pmo_result revision_find(struct revision *revision, const char *path,
			      const struct revision_file **file)
{
	struct revision_folder *folder;
	struct revision_file *found;
	enum pmo_result result = find_path(revision, path, &folder, &found);
	*file = result == PMO_OK && found && found->type == TREE_FILE ? found : NULL;
	return result;
}

bool revision_exists(struct revision *revision, const char *path)
{
	struct revision_folder *folder;
	struct revision_file *found;
	return find_path(revision, path, &folder, &found) == PMO_OK && found &&
	       (found->type == TREE_FILE || found->type == TREE_FOLDER);
}

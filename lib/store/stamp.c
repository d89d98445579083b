/* The commit of the data. */
#include <pmo/stamp.h>

#include "base/sha1.h"
#include "store/revision.h"
#include "store/workspace.h"

#include <pmo/log.h>

#include <string.h>

static const char reports[] = "RPT-";

static enum pmo_result add_changed(struct pmo_workspace *workspace, struct pmo_stamp *stamp,
				   size_t *capacity, const char *id)
{
	const char **grown = pmo_arena_grow(&workspace->arena, (void *)stamp->changed,
					    stamp->changed_count, capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	grown[stamp->changed_count++] = id;
	stamp->changed = grown;
	return PMO_OK;
}

/* What pmo.yaml says counts, too: limits, own fields. */
static bool is_changed(struct pmo_workspace *workspace, struct revision *revision, const char *path)
{
	const struct revision_file *committed = NULL;
	struct tree_file now;
	char hash[SHA1_TEXT];
	enum pmo_result then = revision_find(revision, path, &committed);
	if (tree_read(&workspace->tree, path, YDOC_BYTES, &now) != PMO_OK || !now.bytes)
		return committed != NULL;
	sha1_of_blob(now.bytes, now.length, hash);
	return then != PMO_OK || !committed || strcmp(hash, committed->id) != 0;
}

static enum pmo_result look_at_head(struct pmo_workspace *workspace, struct revision *revision,
				    struct pmo_stamp *stamp, size_t *capacity)
{
	enum pmo_result result = revision_locate(revision, "status");
	if (result == PMO_OK)
		result = revision_find_name(revision, "HEAD");
	if (result == PMO_OK)
		result = revision_open_root(revision);
	if (result != PMO_OK)
		return result == PMO_NO_MEMORY ? result : PMO_NOT_FOUND;
	stamp->commit = pmo_arena_copy(&workspace->arena, revision->id, PMO_STAMP_DIGITS);
	if (!stamp->commit)
		return PMO_NO_MEMORY;
	if (is_changed(workspace, revision, "pmo.yaml"))
		return add_changed(workspace, stamp, capacity, "pmo.yaml");
	return PMO_OK;
}

static enum pmo_result add_uncommitted(struct pmo_workspace *workspace,
				       const struct pmo_project *project, struct pmo_stamp *stamp,
				       size_t *capacity)
{
	struct pmo_log log;
	enum pmo_result result = pmo_log_read(workspace, project, NULL, 1, &log);
	for (size_t i = 0; result == PMO_OK && i < log.count && !log.items[i].commit; i++) {
		const char *id = log.items[i].id;
		bool again = stamp->changed_count &&
			     strcmp(stamp->changed[stamp->changed_count - 1], id) == 0;
		if (!again && strncmp(id, reports, sizeof(reports) - 1) != 0)
			result = add_changed(workspace, stamp, capacity, id);
	}
	return result;
}

enum pmo_result pmo_stamp_find(struct pmo_workspace *workspace, const struct pmo_project *project,
			       struct pmo_stamp *stamp)
{
	struct pmo_diags unheard;
	size_t capacity = 0;
	*stamp = (struct pmo_stamp){ 0 };
	if (workspace->tree.at) {
		stamp->commit =
			pmo_arena_copy(&workspace->arena, workspace->tree.at->id, PMO_STAMP_DIGITS);
		return stamp->commit ? PMO_OK : PMO_NO_MEMORY;
	}
	struct revision *revision = pmo_arena_alloc(&workspace->arena, sizeof(*revision));
	if (!revision)
		return PMO_NO_MEMORY;
	pmo_diags_init(&unheard, &workspace->arena);
	enum pmo_result result =
		git_open(&revision->git, &workspace->env, workspace->root, &workspace->arena);
	if (result != PMO_OK)
		return result == PMO_NO_MEMORY ? result : PMO_OK;
	revision->git.diags = &unheard;
	revision->tree = &workspace->tree;
	result = look_at_head(workspace, revision, stamp, &capacity);
	revision_close(revision);
	if (result == PMO_OK)
		result = add_uncommitted(workspace, project, stamp, &capacity);
	return result == PMO_NOT_FOUND ? PMO_OK : result;
}

/*
 * An update from the lock to the commit: judge every draft as it would be, put the new
 * bytes of each file together, hand them to the commit.
 */
#include "store/at.h"
#include "store/autocommit.h"
#include "store/config_limit.h"
#include "store/draft.h"
#include "store/hint.h"
#include "store/undo.h"

#include <pmo/text.h>

#include <string.h>

static enum pmo_result refuse_newer(struct pmo_workspace *workspace)
{
	pmo_diag_add(workspace->diags, PMO_ERROR, "format-newer", NULL,
		     "this workspace was written by a newer pmo (format %u)",
		     workspace->config.format);
	pmo_diag_hint(workspace->diags, "it can be read; to write, install a newer pmo");
	return PMO_REFUSED;
}

/* A person's handle as people.yaml has it; a name nobody has is a mistake. */
static enum pmo_result settle_person(struct pmo_update *update)
{
	struct pmo_workspace *workspace = update->workspace;
	const struct pmo_record *person;
	const char *asked = update->options.by && *update->options.by ? update->options.by : NULL;
	const char *by = asked ? asked : workspace->world.me;
	update->world.me = by;
	if (!by)
		return PMO_OK;
	enum pmo_result result =
		lookup_record(workspace, workspace->project, by, "person", &person);
	if (result != PMO_OK)
		return result;
	if (person) {
		update->world.me = person->id;
		return PMO_OK;
	}
	if (!handle_is_valid(by)) {
		pmo_diag_add(workspace->diags, PMO_ERROR, "who", NULL,
			     "'%s' cannot be a person's handle", by);
		pmo_diag_hint(workspace->diags, "a handle is one word, such as DSP or jmiller");
		return PMO_USAGE;
	}
	if (!asked || !workspace->world.keeps(workspace, NULL, "person"))
		return PMO_OK;
	pmo_diag_add(workspace->diags, PMO_ERROR, "ref-missing", NULL, "--by '%s' is no person",
		     by);
	const char *nearest = workspace->world.nearest(workspace, NULL, by, "person");
	if (nearest)
		pmo_diag_hint(workspace->diags, "nearest is %s", nearest);
	else
		pmo_diag_hint(workspace->diags, "pmo person add %s \"NAME\"", by);
	return PMO_INVALID;
}

static enum pmo_result lock_tree(struct pmo_update *update)
{
	struct pmo_workspace *workspace = update->workspace;
	const char *holder = workspace->env.holder ? workspace->env.holder : "pmo";
	/* The reader's view ends here; under the lock nothing changes but by us. */
	if (workspace->is_reading) {
		workspace->is_reading = false;
		if (tree_end_read(&workspace->tree) == PMO_NO_MEMORY)
			return PMO_NO_MEMORY;
	}
	enum pmo_result result =
		lock_take(&workspace->tree, workspace->env.lock_wait, holder, &update->lock);
	if (result != PMO_OK)
		return result;
	update->is_locked = true;
	result = commit_recover(&workspace->tree);
	workspace_forget(workspace);
	return result;
}

/* A reason that says nothing is none. */
static enum pmo_result settle_note(struct pmo_update *update)
{
	const char *note = update->options.note;
	if (!note || !note[strspn(note, " \t\r\n")]) {
		update->options.note = NULL;
		return PMO_OK;
	}
	if (pmo_text_is_utf8(note, strlen(note), NULL))
		return PMO_OK;
	pmo_diag_add(update->workspace->diags, PMO_ERROR, "note", NULL,
		     "the note is no UTF-8 text");
	pmo_diag_hint(update->workspace->diags,
		      "type it again, in a terminal that is set to UTF-8");
	return PMO_USAGE;
}

enum pmo_result pmo_update_begin(struct pmo_workspace *workspace,
				 const struct pmo_update_options *options, struct pmo_update **out)
{
	struct pmo_update *update = pmo_arena_alloc(&workspace->arena, sizeof(*update));
	*out = update;
	if (!update)
		return PMO_NO_MEMORY;
	update->workspace = workspace;
	update->options = *options;
	if (workspace->tree.at)
		return at_refuse(workspace->diags);
	if (workspace->config.newer)
		return refuse_newer(workspace);
	enum pmo_result result = settle_note(update);
	if (result == PMO_OK && !options->dry)
		result = lock_tree(update);
	update_init_world(update);
	return result == PMO_OK ? settle_person(update) : result;
}

void pmo_update_end(struct pmo_update *update)
{
	if (!update || !update->is_locked)
		return;
	lock_release(&update->lock);
	update->is_locked = false;
	autocommit_run(update);
}

size_t pmo_update_written(const struct pmo_update *update)
{
	return update->written;
}

enum pmo_result pmo_update_write_file(struct pmo_update *update, const char *path,
				      const char *bytes, size_t length)
{
	struct pmo_arena *arena = &update->workspace->arena;
	/* The same again (several drafts keep one folder out of git) is nothing new. */
	for (const struct update_file *there = update->files; there; there = there->next)
		if (there->length == length && strcmp(there->path, path) == 0 &&
		    memcmp(there->bytes, bytes, length) == 0)
			return PMO_OK;
	struct update_file *file = pmo_arena_alloc(arena, sizeof(*file));
	if (!file)
		return PMO_NO_MEMORY;
	file->path = pmo_arena_string(arena, path);
	file->bytes = pmo_arena_copy(arena, bytes, length);
	file->length = length;
	if (!file->path || !file->bytes)
		return PMO_NO_MEMORY;
	file->next = update->files;
	update->files = file;
	return PMO_OK;
}

static bool has_changed(const struct pmo_draft *draft)
{
	return !draft->old || draft->editor.changed;
}

/* What is wrong with the new state is told once; errors that the update brings refuse it. */
static enum pmo_result judge(struct pmo_update *update)
{
	struct pmo_workspace *workspace = update->workspace;
	enum pmo_result result = PMO_OK;
	for (struct pmo_draft *draft = update->first; draft && result == PMO_OK;
	     draft = draft->next) {
		result = pmo_draft_start(draft);
		if (result == PMO_OK && has_changed(draft))
			result = draft_track(draft);
	}
	/* What is wrong in files of limits is no fault of the change. */
	config_limits_load(&workspace->config);
	size_t errors = workspace->diags->count[PMO_ERROR];
	for (struct pmo_draft *draft = update->first; draft && result == PMO_OK;
	     draft = draft->next)
		if (has_changed(draft))
			pmo_record_check(&draft->now, draft->old, workspace->diags);
	if (result == PMO_OK && (workspace->exhausted || workspace->diags->lost))
		return PMO_NO_MEMORY;
	bool refused = workspace->diags->count[PMO_ERROR] > errors && !update->options.as_imported;
	return result == PMO_OK && refused ? PMO_REFUSED : result;
}

static enum pmo_result write_others(struct pmo_update *update, struct commit *commit)
{
	for (struct update_file *file = update->files; file; file = file->next) {
		struct tree_file *old = pmo_arena_alloc(&update->workspace->arena, sizeof(*old));
		if (!old)
			return PMO_NO_MEMORY;
		enum pmo_result result =
			tree_read(&update->workspace->tree, file->path, YDOC_BYTES, old);
		if (result != PMO_OK && result != PMO_NOT_FOUND)
			return result;
		result = commit_write(commit, file->path, result == PMO_OK ? old : NULL,
				      file->bytes, file->length);
		if (result != PMO_OK)
			return result;
	}
	return PMO_OK;
}

/* What the next addition need not look for. */
static void keep_highest(const struct pmo_update *update)
{
	for (const struct update_number *i = update->numbers; i; i = i->next)
		if (i->shelf->layout == PMO_LAYOUT_FOLDER && i->shelf->is_large)
			hint_keep(&update->workspace->tree, i->shelf->path,
				  i->schema->table->prefix, i->highest);
}

enum pmo_result pmo_update_commit(struct pmo_update *update)
{
	struct pmo_workspace *workspace = update->workspace;
	struct commit commit;
	char date[PMO_DATE_SIZE];
	enum pmo_result result = judge(update);
	if (result != PMO_OK)
		return result;
	pmo_date_format(workspace->world.today, date);
	struct journal_note note = { .command =
					     workspace->env.command ? workspace->env.command : "",
				     .date = date,
				     .by = update->world.me };
	commit_init(&commit, &workspace->tree, &note);
	result = update_compose(update, &commit);
	if (result == PMO_OK)
		result = write_others(update, &commit);
	update->written = commit.journal.count;
	/* What could not be read may be what there is to change. */
	if (result == PMO_OK && workspace->tree.has_failed && !commit.journal.count)
		result = PMO_IO;
	if (result != PMO_OK || update->options.dry || !commit.journal.count)
		return result;
	result = commit_apply(&commit);
	if (result == PMO_OK)
		keep_highest(update);
	else if (result == PMO_CONFLICT)
		hint_drop(&workspace->tree);
	if (result == PMO_OK && workspace->config.commit == PMO_COMMIT_AUTO)
		update->message = autocommit_message(update);
	if (result == PMO_OK)
		workspace_forget(workspace); /* what was read is not what stands there now */
	return result;
}

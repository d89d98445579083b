/* See care.h. */
#include "store/care.h"

enum pmo_result care_begin(struct care *care, struct pmo_workspace *workspace,
			   const struct pmo_update_options *options)
{
	char date[PMO_DATE_SIZE];
	*care = (struct care){ .workspace = workspace };
	enum pmo_result result = pmo_update_begin(workspace, options, &care->update);
	if (result != PMO_OK)
		return result;
	pmo_date_format(workspace->world.today, date);
	struct journal_note note = { .command = workspace->env.command,
				     .date = pmo_arena_string(&workspace->arena, date),
				     .by = care->update->world.me };
	if (!note.command)
		note.command = "";
	commit_init(&care->commit, &workspace->tree, &note);
	return note.date ? PMO_OK : PMO_NO_MEMORY;
}

enum pmo_result care_end(struct care *care, enum pmo_result result)
{
	if (result == PMO_OK)
		result = update_compose(care->update, &care->commit);
	/* What could not be looked at may be what there is to do. */
	if (result == PMO_OK && care->workspace->tree.has_failed)
		result = PMO_IO;
	if (result == PMO_OK && care->workspace->exhausted)
		result = PMO_NO_MEMORY;
	if (result == PMO_OK && !care->update->options.dry && care->commit.journal.count)
		result = commit_apply(&care->commit);
	pmo_update_end(care->update);
	return result;
}

void care_look_again(struct pmo_draft *draft)
{
	const struct ydoc_node *root = draft->editor.doc.root;
	draft->now.doc = &draft->editor.doc;
	draft->now.node = draft->prefix_depth ? ydoc_get(root, draft->prefix.key) : root;
}

enum pmo_result care_rename_key(struct pmo_draft *draft, const struct draft_path *path,
				const char *name)
{
	struct ydoc_op op = {
		.verb = YDOC_RENAME, .path = path->steps, .depth = path->depth, .name = name
	};
	enum pmo_result result = ydoc_editor_apply(&draft->editor, &op);
	care_look_again(draft);
	return result;
}

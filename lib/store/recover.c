/*
 * What the next writer does about a command that was killed.
 */
#include "commit.h"

#include "base/file.h"
#include "dotpmo.h"
#include "place.h"
#include "undo.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

/* The file is neither the old one nor the new one: the person's edit stays. */
static enum pmo_result keep_staged(struct tree *tree, const struct journal *journal,
				   const struct journal_change *change)
{
	char name[JOURNAL_STAGED_NAME], hash[SHA256_TEXT];
	journal_staged_name(journal, change, name);
	enum pmo_result result = tree_hash_at(tree, tree->tmp_fd, name, hash);
	if (result != PMO_OK)
		return result;
	const char *kept = NULL;
	if (strcmp(hash, change->new_hash) == 0 && strcmp(hash, "-") != 0)
		result = dotpmo_keep(tree, name, change->path, &kept);
	if (result != PMO_OK)
		return result;
	pmo_diag_add(tree->diags, PMO_WARNING, "kept", tree_place(tree, change->path),
		     "was edited after a command ended in the middle; the edit stays");
	if (kept)
		pmo_diag_hint(tree->diags, "what the command would have written is in %s", kept);
	else
		pmo_diag_hint(tree->diags, "the command would have removed the file");
	return PMO_OK;
}

static bool has_staged(struct tree *tree, const struct journal *journal,
		       const struct journal_change *change)
{
	char name[JOURNAL_STAGED_NAME], hash[SHA256_TEXT];
	journal_staged_name(journal, change, name);
	return strcmp(change->new_hash, "-") == 0 ||
	       (tree_hash_at(tree, tree->tmp_fd, name, hash) == PMO_OK &&
		strcmp(hash, change->new_hash) == 0);
}

static enum pmo_result roll_one(struct tree *tree, const struct journal *journal,
				const struct journal_change *change)
{
	char hash[SHA256_TEXT];
	enum pmo_result result = tree_hash(tree, change->path, hash);
	if (result != PMO_OK || strcmp(hash, change->new_hash) == 0)
		return result;
	if (strcmp(hash, change->old_hash) != 0)
		return keep_staged(tree, journal, change);
	if (!has_staged(tree, journal, change)) {
		pmo_diag_add(tree->diags, PMO_ERROR, "journal-damaged",
			     tree_place(tree, change->path),
			     "an unfinished change has lost its new text; the old one stays");
		return PMO_OK;
	}
	bool is_stuck;
	result = place_forward(tree, journal, change, &is_stuck);
	return result == PMO_CONFLICT ? keep_staged(tree, journal, change) : result;
}

static enum pmo_result roll_forward(struct tree *tree, const struct journal *journal)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < journal->count && result == PMO_OK; i++)
		result = roll_one(tree, journal, &journal->changes[i]);
	if (result != PMO_OK)
		return result;
	result = place_prune(tree, journal);
	if (result == PMO_OK)
		result = place_sync(tree, journal);
	if (result == PMO_OK && journal_retire(tree) < 0)
		result = tree_fail(tree, TREE_PRIVATE "/journal", "retire");
	return result;
}

enum pmo_result commit_recover(struct tree *tree)
{
	assert(tree->is_locked);
	bool is_unclean;
	const struct journal *pending;
	tree->pending = NULL;
	enum pmo_result result = journal_load(tree, &pending);
	if (result == PMO_OK && pending)
		result = roll_forward(tree, pending);
	if (result == PMO_OK)
		result = dotpmo_is_unclean(tree, &is_unclean);
	if (result != PMO_OK || !(is_unclean || pending))
		return result;
	/* The entry before the sweep: what lies in tmp is the sign to look at it. */
	result = undo_drop_unreached(tree);
	return result == PMO_OK ? dotpmo_sweep(tree) : result;
}

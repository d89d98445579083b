/*
 * The journal: a change of several files, written down before it is made.
 *
 * .pmo/journal is there while such a change is being carried out. That it appears, by
 * one rename, is the commit point. When all is done it becomes .pmo/journal.done, which
 * stays, so that a reader can tell that a change came in between.
 *
 * It is text, and closed by a hash of itself; an undo entry is written the same way:
 *
 *     pmo journal 1
 *     sequence 17
 *     command risk close RSK-007
 *     date 2026-11-20
 *     by PC
 *     folder cadup/risks
 *     change OLD NEW cadup/risks/RSK-007.yaml
 *     end HASH
 *
 * OLD and NEW are hashes, '-' for a file that is not there. A `folder` is one that the
 * change leaves empty and removes (in an undo entry: one that it made).
 */
#ifndef STORE_JOURNAL_H
#define STORE_JOURNAL_H

#include "base/sha256.h"
#include "store/tree.h"

#include <pmo/buffer.h>
#include <stdint.h>

struct journal_note {
	const char *command; /* as typed, without "pmo" */
	const char *date;    /* as-of date, as text */
	const char *by;      /* who, or NULL */
};

struct commit_bytes;

struct journal_change {
	const char *path;
	char old_hash[SHA256_TEXT], new_hash[SHA256_TEXT];
	const struct commit_bytes *bytes; /* while it is being made; else NULL */
};

struct journal {
	uint64_t sequence;
	struct journal_note note;
	struct journal_change *changes; /* sorted by path, each path once */
	size_t count;
	const char **folders;
	size_t folder_count;
};

enum { JOURNAL_STAGED_NAME = 160 };

/* The kind is "journal" or "undo". A failed buffer is the caller's to notice. */
void journal_format(const struct journal *journal, const char *kind, struct pmo_buffer *text);

/*
 * Everything in the journal is copied. PMO_INVALID: damaged; PMO_UNSUPPORTED: written
 * by a newer pmo; both silent.
 */
PMO_CHECKED enum pmo_result journal_parse(struct journal *journal, const char *kind,
					  const char *text, size_t length, struct pmo_arena *arena);

/*
 * Which journal is or was the last one, with one open when it is pending, else two.
 * It has the same name while pending and when done. Empty: there never was one.
 */
PMO_CHECKED enum pmo_result journal_generation(struct tree *tree, char generation[TREE_GENERATION],
					       bool *is_pending);

/*
 * The pending journal as a copy in the arena, or NULL. PMO_INVALID, PMO_UNSUPPORTED:
 * damaged or of a newer pmo, with a diagnostic.
 */
PMO_CHECKED enum pmo_result journal_load(struct tree *tree, const struct journal **pending);

/* The commit point. Sets the sequence. Failed: there is no journal, unless *is_there. */
PMO_CHECKED enum pmo_result journal_publish(struct tree *tree, struct journal *journal,
					    bool *is_there);

/* It has been carried out; it has been taken back. Silent: -1 and errno. */
PMO_CHECKED int journal_retire(struct tree *tree);
PMO_CHECKED int journal_withdraw(struct tree *tree);

/* The change of a path, or NULL. */
const struct journal_change *journal_find(const struct journal *journal, const char *path);

/*
 * The name in .pmo/tmp of a change's staged bytes. It carries both hashes, so that what
 * is found there later explains itself.
 */
void journal_staged_name(const struct journal *journal, const struct journal_change *change,
			 char name[JOURNAL_STAGED_NAME]);

#endif

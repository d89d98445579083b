/*
 * An update: records are changed, judged as they would be, and written, or nothing is.
 *
 *     pmo_update_begin(ws, &options, &update)          takes the lock
 *     pmo_workspace_find(ws, schema, "RSK-7", &record)
 *     pmo_update_edit(update, record, &draft)
 *     pmo_draft_assign(draft, "owner=DSP")             an edit of the record's text
 *     pmo_draft_move(draft, "close")
 *     pmo_update_commit(update)                        judged, compared, durable
 *     pmo_update_end(update)
 *
 * A draft is the record's own lines in memory, changed by splices that keep every other
 * byte. What is judged is read back from these lines, so what is accepted and what is
 * written cannot differ.
 */
#ifndef PMO_UPDATE_H
#define PMO_UPDATE_H

#include <pmo/workspace.h>

struct pmo_update;
struct pmo_draft;

struct pmo_update_options {
	int32_t on;       /* the day it happened; PMO_DATE_NONE: the as-of date */
	const char *by;   /* who did it; NULL: the user */
	const char *note; /* why; NULL: nothing said */
	bool as_imported; /* any state is accepted as it stands elsewhere */
	bool dry;         /* commit judges, and writes nothing */
};

struct pmo_attachment {
	const char *name; /* the file's own name */
	const char *bytes;
	size_t length;
	const char *note; /* or NULL */
};

/*
 * Takes the lock, completes what a killed command left, and opens the tree for writing.
 * Records found before are still valid to look at, but must be found again to be
 * edited. PMO_LOCKED, PMO_IO, PMO_REFUSED (a newer format; nobody to record).
 */
PMO_API PMO_CHECKED enum pmo_result pmo_update_begin(struct pmo_workspace *workspace,
						     const struct pmo_update_options *options,
						     struct pmo_update **update);

/*
 * Gives the lock back; drops what was not committed. Where pmo.yaml says `commit: auto` git
 * then commits the files that were written; when it cannot, that is a warning. update may
 * be NULL.
 */
PMO_API void pmo_update_end(struct pmo_update *update);

/* A new record with the next free id, or with the handle id where people choose it. */
PMO_API PMO_CHECKED enum pmo_result pmo_update_add(struct pmo_update *update,
						   const struct pmo_project *project,
						   const struct pmo_schema *schema, const char *id,
						   struct pmo_draft **draft);

/* The same record twice gives the same draft. */
PMO_API PMO_CHECKED enum pmo_result pmo_update_edit(struct pmo_update *update,
						    const struct pmo_record *record,
						    struct pmo_draft **draft);

/* Judges all drafts and writes them: one commit. Nothing to write is PMO_OK. */
PMO_API PMO_CHECKED enum pmo_result pmo_update_commit(struct pmo_update *update);

/* The number of files that commit wrote (or, when dry, would write). */
PMO_API size_t pmo_update_written(const struct pmo_update *update);

/* A file beside the records (a note sheet, a kept edit): written in the same commit. */
PMO_API PMO_CHECKED enum pmo_result pmo_update_write_file(struct pmo_update *update,
							  const char *path, const char *bytes,
							  size_t length);

/* The record as it would be. Valid until the draft changes again. */
PMO_API const struct pmo_record *pmo_draft_record(const struct pmo_draft *draft);

/* The record as it was; NULL for a new one. */
PMO_API const struct pmo_record *pmo_draft_old(const struct pmo_draft *draft);

/* The text of the draft's lines, before and after; for showing what would change. */
PMO_API const char *pmo_draft_old_text(const struct pmo_draft *draft);
PMO_API const char *pmo_draft_text(const struct pmo_draft *draft);

/*
 * One assignment as people type it:
 *   owner=DSP   due=fri   due=            sets, unsets
 *   tags+=cjis  tags-=cjis               adds to a list, takes from it
 *   quotes+='vendor=VEN-011 amount=47000'
 *   quotes.VEN-011.amount=46000          the item with that key
 *   receipts.3.qty=4   receipts-=3       the item with that number, from 1
 * PMO_USAGE, PMO_INVALID, PMO_REFUSED with a diagnostic whose source is the assignment.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_draft_assign(struct pmo_draft *draft,
						     const char *assignment);

/*
 * Assignments in their order. Where a move needs a list of structures, the members of one item
 * go by their own names: `invoice PUR-3 no=INV-88 amount=44400.00`. They change the item with
 * that key, else they make one more, and what it lacks begins as its members say. A field of
 * the register goes before a member of the same name. verb may be NULL.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_draft_assign_all(struct pmo_draft *draft, const char *verb,
							 char **words, int count);

/* The list that a move takes one item of in this way, or NULL. Its first member is the key. */
PMO_API const struct pmo_field *pmo_move_list(const struct pmo_schema *schema, const char *verb);

/* Sets a field to one text as people type it; NULL or "" unsets it. */
PMO_API PMO_CHECKED enum pmo_result pmo_draft_set(struct pmo_draft *draft, int field,
						  const char *text);

/* Appends an item, as people type it, to a list. */
PMO_API PMO_CHECKED enum pmo_result pmo_draft_append(struct pmo_draft *draft, int field,
						     const char *text);

/* The fields' values in a new record that the schema gives. Called by commit, too. */
PMO_API PMO_CHECKED enum pmo_result pmo_draft_start(struct pmo_draft *draft);

/*
 * Moves the record by a verb, over the states between when nothing on the way is
 * missing. PMO_REFUSED with what is missing, or which verbs there are.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_draft_move(struct pmo_draft *draft, const char *verb);

/*
 * The draft's history says whose values these are and where they come from, and who took them
 * in where that is somebody else: `percent 50>45 V2: from CHK-012, taken in by PC`. person may
 * be NULL: not known. Both must live as long as the update; id NULL: the values are our own.
 */
PMO_API void pmo_draft_from(struct pmo_draft *draft, const char *id, const char *person);

/* Keeps a file as evidence: in the project's files, with its hash in attachments. */
PMO_API PMO_CHECKED enum pmo_result pmo_draft_attach(struct pmo_draft *draft,
						     const struct pmo_attachment *attachment);

/*
 * Puts the record behind another one of its file, or before it; NULL: before all others. The
 * comments that belong to it go with it. A record that the update adds may be the other one.
 * PMO_UNSUPPORTED where each record is a file of its own.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_draft_place(struct pmo_draft *draft,
						    const struct pmo_record *anchor, bool before);

/* Replaces the draft's whole text, as an editor gave it back. The id stays. */
PMO_API PMO_CHECKED enum pmo_result pmo_draft_replace(struct pmo_draft *draft, const char *text,
						      size_t length);

/* Takes back the last command. *what says which. See <pmo/undo.h> for the list. */
struct pmo_undo_item {
	size_t number;
	const char *command, *date, *by;
	size_t files;
};

PMO_API PMO_CHECKED enum pmo_result pmo_undo_list(struct pmo_workspace *workspace,
						  struct pmo_undo_item **items, size_t *count);
PMO_API PMO_CHECKED enum pmo_result pmo_undo_last(struct pmo_workspace *workspace,
						  struct pmo_undo_item *what);

#endif

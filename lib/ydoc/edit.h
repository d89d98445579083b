/*
 * Changing a document by replacing bytes.
 *
 * An editor holds a document, reads it, and does one operation after the other. Each
 * works out which bytes to replace, replaces them in a copy, reads the copy again and
 * compares its meaning with the old meaning with the operation done to it. Only when
 * they are equal does the copy become the document; otherwise nothing has happened
 * and a diagnostic says where. So a wrong idea about layout is a refusal, never damage.
 *
 * The rule of comments: a comment line deeper than the dash (or key) of an entry
 * belongs to that entry and goes with it; one at the dash's column belongs to what
 * follows; a blank line ends ownership; a comment that opens the file belongs to the
 * file. A comment behind a value stays behind the new value. A list or map with
 * comments inside is not replaced as a whole, since they would be lost.
 *
 * The rule of blank lines: what goes takes the blank lines behind it along when a
 * blank line, or its parent's line, stands before it too, and those before it at the
 * end of the file; so gaps neither grow nor close. A map or list that is added, or an
 * entry that is moved, stands apart from its neighbours when they stand apart. Blank
 * lines that are text (`|+`) are never touched.
 *
 * A register file of ten thousand records is edited one record at a time: the editor
 * then holds only that record's lines (ydoc_entry_span), which are put back between
 * the untouched bytes before and after.
 */
#ifndef YDOC_EDIT_H
#define YDOC_EDIT_H

#include "value.h"
#include "ydoc.h"

enum ydoc_verb {
	YDOC_SET,    /* the value at path; a last step that is a new key adds it */
	YDOC_UNSET,  /* takes the key or item at path away */
	YDOC_INSERT, /* into the list at path: value before the item at index; count appends */
	YDOC_RENAME, /* the key at path to name */
	YDOC_MOVE,   /* the entry at path behind its sibling `after` (NULL: to the front) */
};

struct ydoc_step {
	const char *key; /* NULL: the step is an index */
	size_t index;
};

struct ydoc_op {
	enum ydoc_verb verb;
	const struct ydoc_step *path;
	size_t depth;
	size_t index;                   /* INSERT */
	const char *name;               /* RENAME */
	const char *const *after;       /* SET of a new key, MOVE: keys it goes behind, nearest
					   first; the first one present counts. NULL-ended */
	const struct ydoc_value *value; /* SET, INSERT */
};

struct ydoc_editor {
	struct ydoc doc;
	struct pmo_arena *arena;
	struct pmo_diags *diags;
	bool changed;
	const struct ydoc *like; /* set after begin when doc is one record of this file: its
				    indentation and line ends count where the record shows none */
};

/* Reads source into the editor. Results as ydoc_read. */
PMO_CHECKED enum pmo_result ydoc_editor_begin(struct ydoc_editor *editor, struct pmo_arena *arena,
					      const struct pmo_source *source,
					      struct pmo_diags *diags);

/*
 * Does one operation. PMO_OK also when there was nothing to do: setting what is
 * already there changes no byte. A SET creates missing maps on its way.
 * PMO_NOT_FOUND  the path leads nowhere; no diagnostic
 * PMO_UNSUPPORTED  the bytes cannot be changed safely; a diagnostic says where and why
 */
PMO_CHECKED enum pmo_result ydoc_editor_apply(struct ydoc_editor *editor, const struct ydoc_op *op);

/* A half open range of bytes. */
struct ydoc_span {
	size_t start, end;
};

/*
 * The lines of a top-level entry, comments that belong to it included, when they can
 * be edited by themselves; otherwise (a flow map at the top) the whole file.
 */
struct ydoc_span ydoc_entry_span(const struct ydoc *doc, const struct ydoc_node *entry);

/*
 * Where the text of a new top-level entry goes: behind the entry `after`, or at the
 * end of the file when after is NULL. *blank says whether neighbours are separated by
 * a blank line.
 */
size_t ydoc_entry_gap(const struct ydoc *doc, const struct ydoc_node *after, bool *blank);

/* "\r\n" when the document's first line ends so, else "\n". */
const char *ydoc_line_end(const struct pmo_source *source);

/* The text of a new document, or of a new top-level entry, that means value (a map). */
PMO_CHECKED enum pmo_result ydoc_write_map(const struct ydoc_value *value, const char *line_end,
					   struct pmo_buffer *out);

#endif

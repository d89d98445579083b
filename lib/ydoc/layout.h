/*
 * Inside ydoc: where entries of a block lie in the lines of a file, and which comment
 * lines belong to them. See the rule of comments in edit.h.
 */
#ifndef YDOC_LAYOUT_H
#define YDOC_LAYOUT_H

#include "edit.h"

/* The start of the line that holds offset, behind a byte order mark. */
size_t layout_line_start(const struct pmo_source *source, size_t offset);

/* The start of the next line, or the end of the file. */
size_t layout_next_line(const struct pmo_source *source, size_t offset);

/* The column (bytes, from 0) of an entry's key or dash. */
size_t layout_column(const struct ydoc *doc, const struct ydoc_node *entry);

/* Whether a dash stands before the entry on its line: `- key: value`. */
bool layout_is_compact(const struct ydoc *doc, const struct ydoc_node *entry);

/* The end of the value without the line end that is part of a `|+` text. */
size_t layout_text_end(const struct ydoc *doc, const struct ydoc_node *node);

/* The start of the line behind the entry's last line; a comment behind the value is inside. */
size_t layout_content_end(const struct ydoc *doc, const struct ydoc_node *entry);

/* The same behind the comment lines that belong to the entry. */
size_t layout_owned_end(const struct ydoc *doc, const struct ydoc_node *entry);

/* The start of the comment lines above the entry that belong to it, else of its line. */
size_t layout_owned_start(const struct ydoc *doc, const struct ydoc_node *entry);

/* Whether a blank line stands between the entry and the next one. */
bool layout_is_apart(const struct ydoc *doc, const struct ydoc_node *entry);

/*
 * What goes when the entry goes: its lines and comments, and the blank lines behind
 * it when blank lines, or its parent's line, stand before it too; those before it
 * when it ends the file. So no gap grows and none closes.
 */
struct ydoc_span layout_cut(const struct ydoc *doc, const struct ydoc_node *entry);

/* The byte behind the colon of a key, or behind the dash of an item. */
size_t layout_after_mark(const struct ydoc *doc, const struct ydoc_node *entry);

/* Whether the line at offset holds nothing but blanks. */
bool layout_is_blank_line(const struct pmo_source *source, size_t offset);

/* The first comment of [start, end) inside a list or map or behind its end; else end. */
size_t layout_find_comment(const struct ydoc *doc, const struct ydoc_node *node,
			   struct ydoc_span range);

/* Blanks (not line ends) before or behind an offset skipped. */
size_t layout_skip_blanks(const struct pmo_source *source, size_t offset);
size_t layout_skip_blanks_back(const struct pmo_source *source, size_t offset);

#endif

/*
 * Inside ydoc: the text of a value, as a person would have typed it.
 *
 * What is written behind `key:` or `-` has two parts: what stands on that line, and
 * the lines that follow. They are kept apart, because a comment of the line stays
 * between them.
 */
#ifndef YDOC_EMIT_H
#define YDOC_EMIT_H

#include "edit.h"

struct emit_style {
	const char *line_end;
	uint8_t step;        /* blanks a nested mapping is indented by */
	uint8_t list_offset; /* blanks from a key to the dashes of its list */
};

/* How the document is laid out, else the one it is part of (or NULL), else two blanks. */
struct emit_style emit_style_of(const struct ydoc *doc, const struct ydoc *like);

struct emit {
	const struct emit_style *style;
	struct pmo_buffer inline_text; /* behind the colon or dash; without a leading blank */
	struct pmo_buffer lines;       /* whole lines, each with its line end */
	bool behind_dash;              /* where a history line may stay bare */
};

void emit_init(struct emit *emit, const struct emit_style *style);
void emit_release(struct emit *emit);

/*
 * The text of a value that stands behind a key or dash at a column. in_flow: the
 * value stands in brackets, so all of it is on the line. like: the node that it
 * replaces, whose quotes are kept where possible; or NULL.
 */
void emit_value(struct emit *emit, const struct ydoc_value *value, size_t column, bool in_flow,
		const struct ydoc_node *like);

/* `key: value` with the following lines, for a key at a column; no blanks before it. */
void emit_entry(struct emit *emit, const char *key, const struct ydoc_value *value, size_t column);

/* The same for an item behind its dash. */
void emit_item(struct emit *emit, const struct ydoc_value *value, size_t column);

/* A key as text, quoted when it must be. */
void emit_key(struct pmo_buffer *out, const char *key, bool in_flow);

#endif

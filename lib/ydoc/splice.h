/*
 * Inside ydoc: an operation under way. It collects splices, each the replacement of a
 * range of the old bytes, in ascending order; what lies between is copied.
 */
#ifndef YDOC_SPLICE_H
#define YDOC_SPLICE_H

#include "edit.h"
#include "emit.h"

struct splice {
	size_t start, end; /* of the old bytes */
	const char *text;  /* in the editor's arena */
	size_t length;
};

enum { SPLICE_LIMIT = 8 };

struct edit {
	struct ydoc_editor *editor;
	const struct ydoc *doc;
	struct emit_style style;
	struct splice splices[SPLICE_LIMIT];
	size_t count;
	bool failed; /* no memory */
};

/* Replaces [start, end) of the old bytes; splices must not overlap. */
void edit_splice(struct edit *edit, size_t start, size_t end, const char *text, size_t length);

/* The same with a buffer's text. */
void edit_splice_buffer(struct edit *edit, size_t start, size_t end, const struct pmo_buffer *text);

/* Reports why the place cannot be changed; always PMO_UNSUPPORTED. */
PMO_CHECKED enum pmo_result edit_refuse(struct edit *edit, size_t offset, const char *message,
					const char *hint);

/* What follows knows the parent's style: a block's entries are lines, a flow's are not. */
PMO_CHECKED enum pmo_result block_insert(struct edit *edit, const struct ydoc_node *parent,
					 const struct ydoc_node *after,
					 const struct ydoc_value *value, const char *key);
PMO_CHECKED enum pmo_result block_remove(struct edit *edit, const struct ydoc_node *entry);
PMO_CHECKED enum pmo_result block_move(struct edit *edit, const struct ydoc_node *entry,
				       const struct ydoc_node *after);
PMO_CHECKED enum pmo_result flow_insert(struct edit *edit, const struct ydoc_node *parent,
					const struct ydoc_node *after,
					const struct ydoc_value *value, const char *key);
PMO_CHECKED enum pmo_result flow_remove(struct edit *edit, const struct ydoc_node *entry);

/* Replaces the value of an entry, of whatever kind the old and the new one are. */
PMO_CHECKED enum pmo_result replace_value(struct edit *edit, const struct ydoc_node *node,
					  const struct ydoc_value *value);

#endif

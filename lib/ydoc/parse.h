/* Inside ydoc: reading the bytes of a document, and saying in plain words what is wrong. */
#ifndef YDOC_PARSE_H
#define YDOC_PARSE_H

#include "ydoc.h"

/*
 * Reads doc->source into doc->root. entries: see ydoc_read_entries. The room begins as
 * zeros and serves any number of documents of one arena.
 */
PMO_CHECKED enum pmo_result parse_document(struct ydoc *doc, struct ydoc_room *room, bool entries,
					   struct pmo_diags *diags);

/* The same by libyaml alone: what the quick way (quick.h) must agree with. */
PMO_CHECKED enum pmo_result parse_by_events(struct ydoc *doc, struct ydoc_room *room, bool entries,
					    struct pmo_diags *diags);

/* A node of zeros; a text or a key with a NUL behind it. NULL: no memory. */
struct ydoc_node *parse_new_node(struct ydoc_room *room, struct pmo_arena *arena);
char *parse_copy_text(struct ydoc_room *room, const struct ydoc *doc, const char *text,
		      size_t length);
const char *parse_copy_key(struct ydoc_room *room, const struct ydoc *doc, const char *text,
			   size_t length);

/* Sets the flag of each key of a map that an earlier one is equal to. */
PMO_CHECKED enum pmo_result parse_flag_duplicates(struct ydoc_node *parent,
						  struct pmo_arena *arena);

/* What libyaml says when it cannot go on, with its marks turned into byte offsets. */
struct parse_fault {
	int error;             /* yaml_error_type_t */
	const char *problem;   /* may be NULL */
	const char *context;   /* may be NULL */
	size_t problem_offset; /* for a byte that is not accepted */
	int value;             /* that byte, or -1 */
	size_t problem_at, context_at;
};

/* Adds the diagnostic for a fault, in words for the person who has to mend it. */
void parse_explain(const struct ydoc *doc, const struct parse_fault *fault,
		   struct pmo_diags *diags);

#endif

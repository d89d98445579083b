/* The quick way through ordinary documents; what it does not know is left to libyaml. */
#ifndef YDOC_QUICK_H
#define YDOC_QUICK_H

#include "parse.h"

/*
 * Reads doc->source into doc->root. False, with nothing changed, when there is anything in it
 * that this reader does not know: then libyaml decides.
 */
bool quick_read(struct ydoc *doc, struct ydoc_room *room, bool entries);

/* What a document has that is read sparingly. Keys, which are few, are kept with the document. */
struct ydoc_spare {
	struct pmo_arena *bodies;
	struct ydoc_room keys;
	struct ydoc_node *last; /* the entry that was opened last and may be closed, or NULL */
	struct pmo_arena_mark before, after; /* the bodies, when it was opened */
};

/* Reads the children of a closed entry into the bodies. */
PMO_CHECKED enum pmo_result quick_open(const struct ydoc *doc, struct ydoc_node *entry);

#endif

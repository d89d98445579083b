/* The quick way through ordinary documents; what it does not know is left to libyaml. */
#ifndef YDOC_QUICK_H
#define YDOC_QUICK_H

#include "parse.h"

/*
 * Reads doc->source into doc->root. False, with nothing changed, when there is anything in it
 * that this reader does not know: then libyaml decides.
 */
bool quick_read(struct ydoc *doc, struct ydoc_room *room, bool entries);

#endif

/* Inside the store: the records that expressions ask for, see struct pmo_world. */
#ifndef STORE_THOSE_H
#define STORE_THOSE_H

#include <pmo/workspace.h>

/* How many, and in *records which, in the order of their files; void ones, too. */
size_t those_in(struct pmo_workspace *workspace, const struct pmo_record *from,
		const struct pmo_those *what, const struct pmo_record *const **records);

#endif

/*
 * Which data an answer was made of: the commit of the files, and what changed since.
 */
#ifndef PMO_STAMP_H
#define PMO_STAMP_H

#include <pmo/workspace.h>

enum { PMO_STAMP_DIGITS = 12 };

struct pmo_stamp {
	const char *commit;         /* its first digits; NULL: nothing is committed here */
	const char *const *changed; /* ids of records, and pmo.yaml, that are not committed */
	size_t changed_count;
};

/*
 * The revision of --at, else HEAD with what stands uncommitted in the files of a project and
 * in what it shares with others. Reports are left out: they say what was told, and no
 * figure rests on them. No git and no repository is no fault.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_stamp_find(struct pmo_workspace *workspace,
						   const struct pmo_project *project,
						   struct pmo_stamp *stamp);

#endif

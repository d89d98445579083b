/*
 * Inside the store: what mending, renumbering, converting and configuring share. They
 * change places and names, which no record's rules judge, so they hand their own commit
 * to the disk, under the same lock and with the same way back as any update.
 */
#ifndef STORE_CARE_H
#define STORE_CARE_H

#include "store/draft.h"

struct care {
	struct pmo_workspace *workspace;
	struct pmo_update *update;
	struct commit commit;
};

/* Takes the lock unless options->dry. Whatever it says, care_end must follow. */
PMO_CHECKED enum pmo_result care_begin(struct care *care, struct pmo_workspace *workspace,
				       const struct pmo_update_options *options);

/* With PMO_OK, adds the drafts and commits, unless dry; then gives the lock back. */
PMO_CHECKED enum pmo_result care_end(struct care *care, enum pmo_result result);

/* Another name for the key at a path of a draft. */
PMO_CHECKED enum pmo_result care_rename_key(struct pmo_draft *draft, const struct draft_path *path,
					    const char *name);

/* Sees the draft's record again after its editor changed it. */
void care_look_again(struct pmo_draft *draft);

#endif

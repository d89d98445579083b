/*
 * The built-in registers, one file each, and the vocabulary that several share.
 *
 * A table says what is true of any organisation. What differs between them (bands,
 * thresholds, numbers of quotes) stands as a derived field, so that pmo.yaml can say the
 * same field again with other numbers. To add a register: a file, a line here, a line in
 * all.c, a fixture.
 */
#ifndef REGISTERS_REGISTERS_H
#define REGISTERS_REGISTERS_H

#include <pmo/schema.h>

extern const struct pmo_register register_project, register_person, register_vendor, register_task,
	register_milestone, register_risk, register_issue, register_action, register_note,
	register_meeting, register_purchase;

/* low, medium, high */
extern const char *const register_levels[];

/* pending, approved, rejected, deferred, returned */
extern const char *const register_verdicts[];

/* A person's approval: `SPO approved 2026-10-21`. */
extern const struct pmo_field register_approval_members[];
#define REGISTER_APPROVAL_BRIEF "person decision date?"

/* A criterion and whether it is met. */
extern const struct pmo_field register_criterion_members[];

/* The network of the plan, which tasks and milestones share: `TSK-012 SS+10d`, `snet 2026-10-05`. */
extern const struct pmo_field register_link_members[];
#define REGISTER_LINK_BRIEF "task type?lag?"
extern const struct pmo_field register_constraint_members[];
#define REGISTER_CONSTRAINT_BRIEF "kind date?"

#endif

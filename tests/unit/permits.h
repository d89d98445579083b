/*
 * A workspace of permits, people and risks in a sandbox, and one attempt to change it.
 * Included by tests of updates; everything is static.
 */
#ifndef TESTS_PERMITS_H
#define TESTS_PERMITS_H

#include "sandbox.h"

#include "store/draft.h"

#define PERMITS "cadup/permits.yaml"

static const char permits_config[] =
	"format: 1\n"
	"registers:\n"
	"  permit:\n"
	"    plural: permits\n"
	"    prefix: PMT\n"
	"    layout: file\n"
	"    undated: true\n"
	"    fields:\n"
	"      authority: text\n"
	"      about: {type: prose, tracked: true}\n"
	"      fee: money\n"
	"      share: percent\n"
	"      count: {type: integer, range: 1..5}\n"
	"      rate: number\n"
	"      urgent: yes_no\n"
	"      phase: {type: choice, choices: [in_review, in_print, done]}\n"
	"      effort: duration\n"
	"      starts: moment\n"
	"      lead: {to: person, was: [assignee]}\n"
	"      due: {type: date, tracked: true}\n"
	"      issued: date\n"
	"      paid: {type: money, derive: fee * 2}\n"
	"      words: {type: text, list: true, tracked: true}\n"
	"      needs: {to: permit, list: true}\n"
	"      inspections: {type: struct, list: true, brief: on result?,\n"
	"        members: {on: date, result: {type: choice, choices: [pass, fail]},\n"
	"                  remark: {type: text, was: [comment]}}}\n"
	"      receipts: {type: struct, list: true,\n"
	"        members: {vendor: text, qty: number, serials: {type: text, list: true}}}\n"
	"    states: {wanted: open, applied: open, granted: closed, refused: closed}\n"
	"    moves:\n"
	"      apply: {from: wanted, to: applied, needs: [authority]}\n"
	"      grant: {from: applied, to: granted, guard: fee > 5, refusal: a permit is paid for,\n"
	"              sets: {issued: today, lead: me}}\n"
	"      refuse: {from: [wanted, applied], to: refused, needs: [note]}\n"
	"      reopen: {from: [granted, refused], to: wanted, needs: [note]}\n"
	"  paper:\n"
	"    plural: papers\n"
	"    prefix: PAP\n"
	"    layout: folder\n"
	"    undated: true\n"
	"    fields: {about: {}, sent: date, permit: {to: permit}}\n";

static const struct pmo_update_options plain_options = { .on = PMO_DATE_NONE };

static int permits_set_up(void **state)
{
	struct sandbox *box = sandbox_new();
	sandbox_write(box, "pmo.yaml", permits_config);
	sandbox_write(box, "cadup/project.yaml", "title: CAD upgrade\n");
	sandbox_write(box, "people.yaml",
		      "PC:\n  name: Pat Cole\nDSP:\n  name: Dee Shaw\n"
		      "  aka: [DEE]\n");
	*state = box;
	return 0;
}

static int permits_tear_down(void **state)
{
	sandbox_free(*state);
	return 0;
}

struct attempt {
	const char *id;            /* NULL: a new one */
	const char *register_name; /* of a new one; NULL: permit */
	const char *assignments[6];
	const char *verb;
	const struct pmo_update_options *options; /* NULL: plain */
};

/* One command: what it did to the tree is seen in the files. */
static inline enum pmo_result try_out(struct sandbox *box, const struct attempt *what)
{
	struct pmo_update *update = NULL;
	struct pmo_draft *draft = NULL;
	const struct pmo_record *record;
	struct pmo_workspace *workspace = sandbox_open(box);
	const char *name = what->register_name ? what->register_name : "permit";
	enum pmo_result result = pmo_update_begin(
		workspace, what->options ? what->options : &plain_options, &update);
	if (result == PMO_OK && what->id)
		result = pmo_workspace_find(workspace, NULL, what->id, &record);
	if (result == PMO_OK && what->id)
		result = pmo_update_edit(update, record, &draft);
	else if (result == PMO_OK)
		result = pmo_update_add(update, NULL, pmo_workspace_schema(workspace, name), NULL,
					&draft);
	for (size_t i = 0; i < 6 && what->assignments[i] && result == PMO_OK; i++)
		result = pmo_draft_assign(draft, what->assignments[i]);
	if (result == PMO_OK && what->verb)
		result = pmo_draft_move(draft, what->verb);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	pmo_update_end(update);
	return result;
}

/* The first permit after one assignment to these fields of it. */
static inline enum pmo_result assign_to(struct sandbox *box, const char *fields,
					const char *assignment)
{
	char text[4096];
	struct attempt what = { .id = "PMT-1", .assignments = { assignment } };
	snprintf(text, sizeof(text), "PMT-001:\n  title: Fiber\n%s", fields);
	sandbox_write(box, PERMITS, text);
	return try_out(box, &what);
}

#endif

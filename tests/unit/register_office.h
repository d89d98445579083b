/*
 * An office as of Friday 2026-11-20, with holidays on the Thursday and Friday after: records
 * of many registers in one document, each of the register that its id says; names in
 * capitals are people, in small letters projects.
 */
#ifndef TESTS_REGISTER_OFFICE_H
#define TESTS_REGISTER_OFFICE_H

#include "ydoc/ydoc.h"

#include <pmo/record.h>
#include <pmo/text.h>

#include <string.h>

enum { RECORD_LIMIT = 128 };

static const char office_text[] =
	"SPO: {name: Deputy County Manager, type: sponsor}\n"
	"V2: {name: Integrator lead, type: vendor, vendor: VEN-002}\n"
	"QA:\n"
	"  name: Test lead\n"
	"  influence: 4\n"
	"  interest: 5\n"
	"  leave: [2026-11-16..2026-11-27 vacation DSP]\n"
	"DSP: {name: Dispatch manager, status: active, influence: 2, interest: 2}\n"
	"VEN-002: {name: Harborlight Integration, status: active, insurance_expires: 2026-12-31}\n"
	"RSK-001: {title: Certification slot slips, probability: 5, impact: 4, status: occurred}\n"
	"RSK-003:\n"
	"  title: Not enough dispatch backfill\n"
	"  status: active\n"
	"  probability: 4\n"
	"  impact: 4\n"
	"  strategy: mitigate\n"
	"  exposure_cost: 15000.00\n"
	"  exposure_days: 10d\n"
	"  residual_probability: 2\n"
	"  residual_impact: 4\n"
	"  next_review: 2026-11-24\n"
	"  plan: [ACT-011]\n"
	"RSK-006: {title: Storm, status: watch, probability: 2, impact: 4, "
	"next_review: 2026-12-18}\n"
	"RSK-008: {title: Flaw, status: active, probability: 3, impact: 4, "
	"next_review: 2026-11-18}\n"
	"RSK-013: {title: New}\n"
	"ISS-001: {title: a, impact: 3, urgency: 1}\n"
	"ISS-002: {title: a, impact: 2, urgency: 2}\n"
	"ISS-003: {title: a, impact: 4, urgency: 1, raised: 2026-10-12, status: escalated}\n"
	"ISS-005: {title: a, impact: 4, urgency: 2}\n"
	"ISS-006: {title: a, impact: 3, urgency: 2, due: 2026-11-13, status: in_progress}\n"
	"ISS-007: {title: a, impact: 2, urgency: 3, priority_override: P1}\n"
	"ISS-011: {title: a}\n"
	"ACT-009:\n"
	"  title: Credit memo\n"
	"  due: 2026-11-13\n"
	"  history:\n"
	"    - 2026-10-01 due >2026-10-23 PC\n"
	"    - 2026-10-23 due 2026-10-23>2026-11-06 PC\n"
	"    - 2026-11-06 due 2026-11-06>2026-11-13 PC\n"
	"ACT-011: {title: Roster, due: 2026-11-18, owner: DSP}\n"
	"TSK-031: {title: Switch, duration: 30d, actual_start: 2026-08-31, percent: 45, "
	"remaining: 10d}\n"
	"TSK-032: {title: Done, duration: 5d, actual_start: 2026-08-31, "
	"actual_finish: 2026-09-04}\n"
	"TSK-033: {title: Stuck, duration: 5d, status: blocked}\n"
	"TSK-034: {title: Sum, kind: summary, duration: 5d}\n"
	"TSK-035: {title: Access, duration: 60d, owner: V2, tags: [cjis]}\n"
	"MS-007: {title: Go-live, deadline: 2026-11-13, mandatory: yes}\n"
	"MS-008: {title: Closed, actual_finish: 2026-11-13}\n"
	"PUR-002:\n"
	"  title: Workstations\n"
	"  status: invoiced\n"
	"  estimate: 44100.00\n"
	"  lines: [{item: Workstation, qty: 14, unit_price: 3150.00}]\n"
	"  quotes: [VEN-002 44100.00 2026-07-20, VEN-002 45000.00, VEN-002 46000.00]\n"
	"  po_amount: 44100.00\n"
	"  receipts: [2026-09-04 14]\n"
	"  invoices: [{no: A1, received: 2026-09-30, amount: 45360.00}]\n"
	"PUR-003:\n"
	"  title: Terminals\n"
	"  status: ordered\n"
	"  estimate: 60000.00\n"
	"  po_no: 4711\n"
	"  po_amount: 44400.00\n"
	"  promised: 2026-09-28\n"
	"  invoices: [{no: INV-88, received: 2026-11-20, amount: 44400.00}]\n"
	"PUR-004:\n"
	"  title: Fiber\n"
	"  status: invoiced\n"
	"  po_amount: 38750.00\n"
	"  receipts: [2026-10-01 1]\n"
	"  invoices: [{no: F1, received: 2026-10-05, amount: 19375.00, qty: 1, paid: 2026-11-04}]\n"
	"PUR-006: {title: Assessment, status: quoting, estimate: 21500.00, "
	"quotes: [VEN-002 21500.00]}\n"
	"DLV-005: {title: Conversion, status: in_review, due: 2026-11-04, submitted: 2026-11-16}\n"
	"DLV-010:\n"
	"  title: E911\n"
	"  status: accepted\n"
	"  due: 2026-09-28\n"
	"  submitted: 2026-10-06\n"
	"  resubmitted: 2026-10-27\n"
	"  acceptor: SPO\n"
	"  accepted_by: DSP\n"
	"DLV-011: {title: Records, status: in_progress, due: 2026-10-05, acceptor: SPO}\n"
	"CHG-003:\n"
	"  title: Test order\n"
	"  status: in_review\n"
	"  impact_cost: 0.00\n"
	"  impact_days: -3d\n"
	"  impact_milestones: [MS-007 -3d]\n"
	"  approvals: [{person: SPO, decision: approved, level: 2}]\n"
	"CHG-005: {title: Reports, status: submitted, impact_cost: 7500.00, impact_days: 4d}\n"
	"CHG-006: {title: Small, impact_cost: 500.00}\n"
	"INQ-005: {title: Vendor question, received: 2026-11-13, status: in_progress, "
	"answer: Yes}\n"
	"INQ-006: {title: Records, kind: public_records, received: 2026-11-18, "
	"status: in_progress, "
	"answer: No}\n"
	"EST-001: {title: a, time: 20d/30d/52d}\n"
	"KPI-001:\n"
	"  title: Call to dispatch\n"
	"  direction: down\n"
	"  target: 60\n"
	"  threshold_yellow: 65\n"
	"  frequency: monthly\n"
	"  series: [2026-10-01 74, 2026-11-01 64.5 better, 2026-09-01 80]\n"
	"MTG-005: {title: Status, status: held, start: 2026-11-17 09:00}\n"
	"MTG-007: {title: Steering, start: 2026-11-25 09:00, quorum: 5, "
	"attendance: [SPO, QA delegate DSP, V2 absent]}\n"
	"DEF-001: {title: Location lost, severity: S1, status: assigned}\n"
	"DEF-002: {title: Color, severity: S4, priority: P4, status: assigned}\n"
	"TRG-001: {title: Class, capacity: 10, enrolled: [DSP attended, {group: Shift B, seats: 4, "
	"status: enrolled}]}\n"
	"GNG-001: {title: Board, decision: go, criteria: [{no: 1, text: a, status: met}, "
	"{no: 2}]}\n"
	"cadup: {title: CAD upgrade, sponsor: SPO, status: submitted, approvals: [SPO approved],\n"
	"  budget_authorized: 1000000.00, authority: [1 QA 5000.00 2d, 2 SPO 25000.00 10d],\n"
	"  acting: [{role: sponsor, person: V2, from: 2026-11-01, to: 2026-11-30}]}\n"
	"lanup: {title: LAN upgrade, sponsor: SPO, status: submitted, approvals: [DSP approved]}\n"
	"PUR-007: {title: Radio, status: quoting, estimate: 9000.00, method: sole_source}\n"
	"DLV-012: {title: AVL, status: in_review, due: 2026-10-12, submitted: 2026-11-10,\n"
	"  acceptor: SPO, accepted_by: SPO}\n"
	"CHG-007:\n"
	"  title: Alerting\n"
	"  status: in_review\n"
	"  impact_cost: 9600.00\n"
	"  approvals: [QA approved 2026-11-12, V2 approved 2026-11-16]\n"
	"CHG-008: {title: Alone, status: in_review, impact_cost: 9600.00, approvals: [SPO "
	"approved]}\n"
	"CHG-009: {title: Claimed, status: in_review, impact_cost: 100.00,\n"
	"  approvals: [{person: DSP, decision: approved, level: 4}]}\n"
	"CHG-010: {title: Turned down, status: in_review, impact_cost: 100.00,\n"
	"  approvals: [QA rejected 2026-11-12]}\n"
	"BSL-001: {title: First, version: 1, approved_by: SPO}\n"
	"BSL-002: {title: Second, version: 2, approved_by: SPO, change: CHG-005}\n"
	"DEC-006: {title: Waive, status: made, owner: SPO}\n"
	"DEC-007: {title: Waive, status: made, owner: QA}\n"
	"DEF-007: {title: Slow, severity: S1, status: triaged, waiver: DEC-007}\n"
	"RSK-014: {title: Bold, status: analysed, probability: 4, impact: 4, strategy: accept,\n"
	"  response: none, next_review: 2026-11-24, accepted_by: DEC-007}\n"
	"RSK-015: {title: Signed, status: analysed, probability: 4, impact: 4, strategy: accept,\n"
	"  response: none, next_review: 2026-11-24, accepted_by: DEC-006}\n"
	"OPS-001: {title: Manual, status: ready, receiver: SPO, signoff: QA 2026-11-20}\n"
	"OPS-002: {title: Manual, status: ready, receiver: SPO, signoff: V2 2026-11-20}\n"
	"PUR-008: {title: Radio, status: approved, vendor: VEN-002, po_no: 1, po_amount: 900.00,\n"
	"  budget_line: BL-002}\n"
	"PUR-009: {title: Radio, status: approved, vendor: VEN-002, po_no: 1, po_amount: 400.00,\n"
	"  budget_line: BL-002}\n"
	"BL-002: {title: Radios, original: 1000.00}\n"
	"EXP-003: {title: Old, status: paid, line: BL-002, amount: 500.00}\n"
	"CON-001: {title: Draft, status: awarded}\n"
	"DLV-013: {title: Early, status: planned, contract: CON-001}\n"
	"CUT-002: {title: Late, status: reviewed, rfc: {no: 8, kind: standard},\n"
	"  window: {start: 2027-03-16 02:00, end: 2027-03-16 06:00},\n"
	"  rollback: {trigger: no call, decision_by: 2027-03-16 05:30, owner: SPO, "
	"duration: 45min}}\n"
	"GNG-002: {title: Board, decision: conditional_go, conditions: x, criteria: [{no: 3, "
	"status: waived}]}\n"
	"DEF-003: {title: Slow, severity: S2, status: triaged}\n"
	"DEF-004: {title: Slow, severity: S2, status: triaged, waiver: DEC-006}\n"
	"DEF-005: {title: Slow, severity: S3, status: retest, retest: TR-001}\n"
	"DEF-006: {title: Slow, severity: S3, status: retest, retest: TR-002}\n"
	"TR-001: {title: Run, result: fail}\n"
	"TR-002: {title: Run, result: pass}\n"
	"DOC-009:\n"
	"  title: Card\n"
	"  status: in_review\n"
	"  reviewers: [QA 2026-11-18 2026-11-17 approve, DSP 2026-11-24]\n"
	"DOC-010:\n"
	"  title: Plan\n"
	"  status: in_review\n"
	"  reviewers: [QA 2026-11-18 2026-11-17 approve]\n"
	"  feedback: [{by: QA, comment: units, severity: major, disposition: accept}]\n"
	"TP-001: {title: UAT, status: approved, entry_criteria: [{text: a, met: yes}, {text: b}]}\n"
	"PIL-001: {title: Shift, participants: [{person: DSP, response: confirmed, "
	"trained: yes}]}\n"
	"CUT-001: {title: Night, status: reviewed, rfc: {no: 7, kind: normal},\n"
	"  window: {start: 2027-03-16 02:00, end: 2027-03-16 06:00},\n"
	"  rollback: {trigger: no call, decision_by: 2027-03-16 04:30, owner: SPO, "
	"duration: 45min}}\n"
	"CMP-001: {title: Page, status: non_compliant, waiver: WVR-001}\n"
	"CMP-002: {title: Page, status: non_compliant, waiver: WVR-002}\n"
	"WVR-001: {title: a, status: approved, expires: 2026-12-31}\n"
	"WVR-002: {title: a, status: approved, expires: 2026-11-19}\n"
	"EXP-001: {title: a, status: received, line: BL-001, amount: 1.00, source: DLV-011}\n"
	"EXP-002: {title: a, status: received, line: BL-001, amount: 1.00, source: DLV-010}\n"
	"BL-001: {title: Software}\n";

struct office {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_source source;
	struct ydoc doc;
	struct pmo_calendar calendar;
	struct pmo_world world;
	struct pmo_record records[RECORD_LIMIT];
	size_t count;
};

static struct office office;

static const struct pmo_register *register_of(const char *id)
{
	size_t length = strcspn(id, "-");
	for (size_t i = 0; id[length] && pmo_registers[i]; i++)
		if (strlen(pmo_registers[i]->prefix) == length &&
		    strncmp(pmo_registers[i]->prefix, id, length) == 0)
			return pmo_registers[i];
	const char *name = id[0] >= 'a' ? "project" : "person";
	for (size_t i = 0; !id[length] && pmo_registers[i]; i++)
		if (strcmp(pmo_registers[i]->name, name) == 0)
			return pmo_registers[i];
	fail_msg("%s belongs nowhere", id);
	return NULL;
}

static const struct pmo_record *find(void *store, const struct pmo_record *from, const char *id,
				     const char *registers)
{
	const struct office *all = store;
	(void)from;
	for (size_t i = 0; i < all->count; i++)
		if (pmo_ascii_equal(all->records[i].id, id) &&
		    (!registers || pmo_word_is_in(registers, all->records[i].schema->table->name)))
			return &all->records[i];
	return NULL;
}

/* All of a register; the condition is asked of each. */
static size_t those(void *store, const struct pmo_record *from, const struct pmo_those *what,
		    const struct pmo_record *const **records)
{
	struct office *all = store;
	size_t count = 0;
	const struct pmo_record **found =
		pmo_arena_array(&all->arena, all->count, sizeof(*found));
	(void)from;
	assert_non_null(found);
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->records[i].schema->table->name, what->register_name) == 0)
			found[count++] = &all->records[i];
	*records = found;
	return count;
}

static const struct pmo_record *charter(void *store, const struct pmo_record *from)
{
	return find(store, from, "cadup", "project");
}

static const struct pmo_record *record(const char *id)
{
	const struct pmo_record *found = find(&office, NULL, id, NULL);
	if (!found)
		fail_msg("there is no %s", id);
	return found;
}

static int32_t day(int month, int number)
{
	int32_t date;
	assert_int_equal(pmo_date_from_civil(2026, month, number, &date), PMO_OK);
	return date;
}

static int set_up(void **state)
{
	(void)state;
	pmo_arena_init(&office.arena);
	pmo_diags_init(&office.diags, &office.arena);
	pmo_calendar_init(&office.calendar);
	const int32_t holidays[] = { day(9, 7), day(11, 11), day(11, 26), day(11, 27) };
	for (size_t i = 0; i < sizeof(holidays) / sizeof(*holidays); i++)
		assert_int_equal(pmo_calendar_add_holiday(&office.calendar, &office.arena,
							  holidays[i], NULL),
				 PMO_OK);
	office.source = (struct pmo_source){ .path = "all.yaml",
					     .bytes = office_text,
					     .length = sizeof(office_text) - 1 };
	office.world = (struct pmo_world){ .arena = &office.arena,
					   .today = day(11, 20),
					   .calendar = &office.calendar,
					   .me = "DSP",
					   .minutes_per_day = 480,
					   .find = find,
					   .those = those,
					   .charter = charter,
					   .store = &office };
	assert_int_equal(ydoc_read(&office.doc, &office.arena, &office.source, &office.diags),
			 PMO_OK);
	for (const struct ydoc_node *node = office.doc.root->first; node; node = node->next) {
		struct pmo_schema *schema = NULL;
		assert_in_range(office.count, 0, RECORD_LIMIT - 1);
		assert_int_equal(schema_compile(&office.arena, register_of(node->key),
						&office.diags, &schema),
				 PMO_OK);
		office.records[office.count++] = (struct pmo_record){
			.schema = schema,
			.world = &office.world,
			.doc = &office.doc,
			.node = node,
			.id = node->key,
			.path = "all.yaml",
		};
	}
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	pmo_arena_release(&office.arena);
	return 0;
}

#endif

/*
 * The built-in tables at work: derived values, rules, guards and moves of records such as
 * people write them, as of Friday 2026-11-20 with the holidays of the week after.
 */
#include "unit.h"

#include "ydoc/ydoc.h"

#include <pmo/record.h>
#include <pmo/text.h>

#include <string.h>

enum { RECORD_LIMIT = 64, REGISTER_LIMIT = 64 };

static const char text[] =
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
	"RSK-006: {title: Storm, status: watch, probability: 2, impact: 4, next_review: 2026-12-18}\n"
	"RSK-008: {title: Flaw, status: active, probability: 3, impact: 4, next_review: 2026-11-18}\n"
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
	"TSK-031: {title: Switch, duration: 30d, actual_start: 2026-08-31, percent: 45, remaining: 10d}\n"
	"TSK-032: {title: Done, duration: 5d, actual_start: 2026-08-31, actual_finish: 2026-09-04}\n"
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
	"PUR-006: {title: Assessment, status: quoting, estimate: 21500.00, quotes: [VEN-002 21500.00]}\n"
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
	"INQ-005: {title: Vendor question, received: 2026-11-13, status: in_progress, answer: Yes}\n"
	"INQ-006: {title: Records, kind: public_records, received: 2026-11-18, status: in_progress, "
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
	"GNG-001: {title: Board, decision: go, criteria: [{no: 1, text: a, status: met}, {no: 2}]}\n";

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
	for (size_t i = 0; !id[length] && pmo_registers[i]; i++)
		if (strcmp(pmo_registers[i]->name, "person") == 0)
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
		    (!registers ||
		     pmo_word_is_in(registers, all->records[i].schema->table->name)))
			return &all->records[i];
	return NULL;
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
							  holidays[i], NULL), PMO_OK);
	office.source = (struct pmo_source){ .path = "all.yaml", .bytes = text,
					     .length = sizeof(text) - 1 };
	office.world = (struct pmo_world){ .arena = &office.arena, .today = day(11, 20),
					   .calendar = &office.calendar, .me = "DSP",
					   .minutes_per_day = 480, .find = find, .store = &office };
	assert_int_equal(ydoc_read(&office.doc, &office.arena, &office.source, &office.diags),
			 PMO_OK);
	for (const struct ydoc_node *node = office.doc.root->first; node; node = node->next) {
		struct pmo_schema *schema = NULL;
		assert_in_range(office.count, 0, RECORD_LIMIT - 1);
		assert_int_equal(schema_compile(&office.arena, register_of(node->key),
						&office.diags, &schema), PMO_OK);
		office.records[office.count++] = (struct pmo_record){
			.schema = schema, .world = &office.world, .doc = &office.doc,
			.node = node, .id = node->key, .path = "all.yaml",
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

static void values_follow_from_what_is_stored(void **state)
{
	(void)state;
	static const struct {
		const char *id, *field, *expected;
	} cases[] = {
		{ "QA", "quadrant", "manage_closely" },
		{ "DSP", "quadrant", "monitor" },
		{ "QA", "away", "yes" },
		{ "DSP", "away", "no" },
		{ "RSK-003", "score", "16" },
		{ "RSK-003", "band", "critical" },
		{ "RSK-003", "emv", "10500.00" },
		{ "RSK-003", "emv_days", "7d" },
		{ "RSK-003", "residual_score", "8" },
		{ "RSK-006", "band", "medium" },
		{ "RSK-008", "band", "high" },
		{ "RSK-013", "band", "unrated" },
		{ "RSK-013", "score", "" },
		{ "ISS-001", "priority", "P2" },
		{ "ISS-002", "priority", "P4" },
		{ "ISS-003", "priority", "P1" },
		{ "ISS-003", "age", "28" },
		{ "ISS-005", "priority", "P2" },
		{ "ISS-006", "priority", "P3" },
		{ "ISS-007", "priority", "P1" },
		{ "ISS-011", "priority", "" },
		{ "ACT-009", "redated", "2" },
		{ "TSK-031", "state", "in_progress" },
		{ "TSK-032", "state", "done" },
		{ "TSK-033", "state", "blocked" },
		{ "TSK-034", "state", "not_started" },
		{ "MS-007", "state", "missed" },
		{ "MS-008", "state", "achieved" },
		{ "PUR-002", "total", "44100.00" },
		{ "PUR-002", "min_quotes", "2" },
		{ "PUR-002", "tolerance", "220.50" },
		{ "PUR-002", "match", "over_order" },
		{ "PUR-003", "match", "not_received" },
		{ "PUR-003", "min_quotes", "3" },
		{ "PUR-004", "match", "matches" },
		{ "PUR-004", "paid_amount", "19375.00" },
		{ "PUR-006", "match", "no_invoice" },
		{ "DLV-005", "review_due", "2026-12-02" },
		{ "DLV-005", "next_due", "2026-12-02" },
		{ "DLV-005", "late", "7" },
		{ "DLV-010", "review_due", "2026-11-10" },
		{ "DLV-011", "late", "33" },
		{ "DLV-011", "next_due", "2026-10-05" },
		{ "CHG-003", "required_level", "3" },
		{ "CHG-005", "required_level", "2" },
		{ "CHG-006", "required_level", "1" },
		{ "INQ-005", "respond_due", "2026-11-20" },
		{ "INQ-005", "ack_due", "2026-11-16" },
		{ "EST-001", "expected", "32d" },
		{ "EST-001", "sigma", "5.333d" },
		{ "KPI-001", "latest", "64.5" },
		{ "KPI-001", "rating", "near" },
		{ "KPI-001", "next_due", "2026-12-01" },
		{ "MTG-005", "due", "2026-11-19" },
		{ "MTG-007", "due", "2026-11-23" },
		{ "MTG-007", "present", "2" },
		{ "DEF-001", "blocks_rollout", "yes" },
		{ "DEF-002", "blocks_rollout", "no" },
		{ "TRG-001", "seats_left", "5" },
		{ "TRG-001", "trained", "1" },
		{ "GNG-001", "met", "1" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct pmo_record *subject = record(cases[i].id);
		int index = pmo_schema_field(subject->schema, cases[i].field);
		struct pmo_buffer out;
		pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
		assert_true(index >= 0);
		struct pmo_value value = pmo_record_get(subject, index);
		if (value.presence == PMO_PRESENT)
			pmo_value_format(subject->schema->fields[index], &value, &out);
		if (strcmp(out.data ? out.data : "", cases[i].expected) != 0)
			fail_msg("%s %s is '%s', not '%s'", cases[i].id, cases[i].field,
				 out.data ? out.data : "", cases[i].expected);
		pmo_buffer_release(&out);
	}
}

static void what_counts_as_open_and_overdue(void **state)
{
	(void)state;
	static const struct {
		const char *id;
		bool open, overdue;
	} cases[] = {
		{ "RSK-001", false, false }, { "RSK-008", true, true },	  { "ISS-006", true, true },
		{ "ACT-009", true, true },   { "TSK-031", true, false },  { "TSK-032", false, false },
		{ "MS-007", true, true },    { "MS-008", false, false },  { "DLV-005", true, false },
		{ "DLV-010", false, false }, { "DLV-011", true, true },	  { "MTG-005", true, true },
		{ "MTG-007", true, false },  { "INQ-005", true, false },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (pmo_record_is_open(record(cases[i].id)) != cases[i].open ||
		    pmo_record_is_overdue(record(cases[i].id)) != cases[i].overdue)
			fail_msg("%s", cases[i].id);
}

static const struct pmo_diag *find_code(const struct pmo_diags *diags, const char *code)
{
	for (const struct pmo_diag *diag = diags->first; diag; diag = diag->next)
		if (strcmp(diag->code, code) == 0)
			return diag;
	return NULL;
}

static void rules_fire_where_they_should_and_not_elsewhere(void **state)
{
	(void)state;
	static const struct {
		const char *id, *code, *message; /* NULL: must not fire */
	} cases[] = {
		{ "VEN-002", "vendor-insurance-ends", "VEN-002 has insurance until 2026-12-31" },
		{ "VEN-002", "vendor-uninsured", NULL },
		{ "RSK-003", "risk-no-plan", NULL },
		{ "RSK-003", "risk-review-far", NULL },
		{ "RSK-006", "risk-no-plan", NULL },
		{ "RSK-006", "risk-review-far", NULL },
		{ "RSK-008", "risk-no-plan", "RSK-008 scores 12 and has no action with a date" },
		{ "RSK-001", "risk-occurred-loose", "RSK-001 occurred , and no issue took over" },
		{ "RSK-001", "risk-no-plan", NULL },
		{ "RSK-013", "risk-impact-differs", NULL },
		{ "TSK-033", "task-blocked-unexplained",
		  "TSK-033 is blocked, and nothing says by what" },
		{ "TSK-034", "task-summary-typed",
		  "TSK-034 is a summary: its dates and percent follow from what is below it" },
		{ "TSK-031", "task-summary-typed", NULL },
		{ "TSK-035", "task-long", "TSK-035 takes 60d; over 44 d hides trouble" },
		{ "TSK-035", "task-uncleared", "TSK-035 needs a CJIS clearance that V2 does not have" },
		{ "TSK-031", "task-uncleared", NULL },
		{ "PUR-002", "purchase-mismatch",
		  "PUR-002 is invoiced, but its invoice does not match (over_order)" },
		{ "PUR-004", "purchase-mismatch", NULL },
		{ "PUR-003", "purchase-late", "PUR-003 was promised for 2026-09-28, 38 d ago" },
		{ "PUR-006", "purchase-few-quotes", "PUR-006 has 1 of 2 quotes" },
		{ "DLV-010", "deliverable-accepted-by-other",
		  "DLV-010 was accepted by DSP, not by its acceptor SPO" },
		{ "DLV-011", "deliverable-late", "DLV-011 was due 2026-10-05, 33 d ago" },
		{ "DLV-005", "deliverable-review-late", NULL },
		{ "INQ-006", "inquiry-unrouted",
		  "INQ-006 is for the officer named for such questions" },
		{ "INQ-005", "inquiry-unrouted", NULL },
		{ "MTG-005", "meeting-minutes-late",
		  "MTG-005 was to have its minutes out by 2026-11-19, 1 d ago" },
		{ "KPI-001", "metric-threshold-side", NULL },
		{ "GNG-001", "gonogo-go-unmet", "GNG-001 says go with 1 of 2 criteria met" },
		{ "EST-001", "estimate-order", NULL },
		{ "CHG-003", "change-approved-alone", NULL },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct pmo_diags diags;
		pmo_diags_init(&diags, &office.arena);
		pmo_record_check(record(cases[i].id), NULL, &diags);
		const struct pmo_diag *diag = find_code(&diags, cases[i].code);
		if (!diag != !cases[i].message ||
		    (diag && strcmp(diag->message, cases[i].message) != 0))
			fail_msg("%s %s: '%s'", cases[i].id, cases[i].code,
				 diag ? diag->message : "does not fire");
	}
}

static const struct pmo_move *find_move(const struct pmo_record *subject, const char *verb)
{
	const struct pmo_move *move = NULL;
	while ((move = pmo_record_next_move(subject, move)))
		if (strcmp(move->verb, verb) == 0)
			return move;
	fail_msg("%s cannot %s from where it is", subject->id, verb);
	return NULL;
}

static void controls_refuse_and_let_through(void **state)
{
	(void)state;
	static const struct {
		const char *id, *verb, *answer; /* NULL: it may */
	} cases[] = {
		{ "RSK-013", "analyse", "it needs probability, impact, owner" },
		{ "RSK-003", "close", NULL },
		{ "RSK-001", "reopen", "it needs a reason (--note)" },
		{ "PUR-006", "submit",
		  "its estimate asks for more quotes (field min_quotes): add quotes, or say the "
		  "method and its justification" },
		{ "PUR-002", "pay",
		  "order, receipt and invoice must match (field match): correct the invoice, note "
		  "the receipt, or dispute it" },
		{ "PUR-004", "pay", NULL },
		{ "CHG-003", "approve",
		  "lower levels approve first, and one at its level (field required_level) must: "
		  "approvals+='person=SPO decision=approved level=2'" },
		{ "INQ-005", "answer", NULL },
		{ "INQ-006", "answer",
		  "records requests, press and lawmakers are answered by the officer named for "
		  "them: routed_to=OFFICER" },
		{ "DLV-005", "accept", "it needs acceptor" },
		{ "TSK-031", "finish", NULL },
		{ "DEF-001", "fix", NULL },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct pmo_record *subject = record(cases[i].id);
		struct pmo_buffer out;
		pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
		enum pmo_result result = pmo_record_may_move(
			subject, find_move(subject, cases[i].verb), false, &out);
		assert_int_equal(result, cases[i].answer ? PMO_REFUSED : PMO_OK);
		if (cases[i].answer)
			assert_string_equal(out.data, cases[i].answer);
		pmo_buffer_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_follow_from_what_is_stored),
		cmocka_unit_test(what_counts_as_open_and_overdue),
		cmocka_unit_test(rules_fire_where_they_should_and_not_elsewhere),
		cmocka_unit_test(controls_refuse_and_let_through),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}

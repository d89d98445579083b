/*
 * The built-in tables at work: derived values, rules, guards and moves of records such as
 * people write them.
 */
#include "unit.h"

#include "register_office.h"

static const struct {
	const char *id, *field, *expected;
} values[] = {
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

static void values_follow_from_what_is_stored(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
		const struct pmo_record *subject = record(values[i].id);
		int index = pmo_schema_field(subject->schema, values[i].field);
		struct pmo_buffer out;
		pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
		assert_true(index >= 0);
		struct pmo_value value = pmo_record_get(subject, index);
		if (value.presence == PMO_PRESENT)
			pmo_value_format(subject->schema->fields[index], &value, &out);
		if (strcmp(out.data ? out.data : "", values[i].expected) != 0)
			fail_msg("%s %s is '%s', not '%s'", values[i].id, values[i].field,
				 out.data ? out.data : "", values[i].expected);
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
		{ "RSK-001", false, false }, { "RSK-008", true, true },
		{ "ISS-006", true, true },   { "ACT-009", true, true },
		{ "TSK-031", true, false },  { "TSK-032", false, false },
		{ "MS-007", true, true },    { "MS-008", false, false },
		{ "DLV-005", true, false },  { "DLV-010", false, false },
		{ "DLV-011", true, true },   { "MTG-005", true, true },
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
		{ "RSK-008", "risk-no-plan",
		  "RSK-008 scores 12 and has no action with a date (10 asks for one)" },
		{ "RSK-001", "risk-occurred-loose", "RSK-001 occurred, and no issue took over" },
		{ "RSK-001", "risk-no-plan", NULL },
		{ "RSK-013", "risk-impact-differs", NULL },
		{ "TSK-033", "task-blocked-unexplained",
		  "TSK-033 is blocked, and nothing says by what" },
		{ "TSK-034", "task-summary-typed",
		  "TSK-034 is a summary: its dates and percent follow from what is below it" },
		{ "TSK-031", "task-summary-typed", NULL },
		{ "TSK-035", "task-long", "TSK-035 takes 60d; over 44 d hides trouble" },
		{ "TSK-035", "task-uncleared",
		  "TSK-035 needs a CJIS clearance that V2 does not have" },
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

static const struct {
	const char *id, *verb, *answer; /* NULL: it may */
} controls[] = {
	{ "RSK-013", "analyse",
	  "it needs probability, impact, owner" },
	{ "RSK-003", "close", "it needs a reason (--note)" },
	{ "RSK-001", "reopen",
	  "it needs a reason (--note)" },
	{ "RSK-014", "activate",
	  "it scores 16, and from 10 on a risk is accepted by a decision of the sponsor "
	  "SPO only: pmo decision add \"Accept RSK-014\" owner=SPO, then "
	  "accepted_by=DEC-…" },
	{ "RSK-015", "activate", NULL },
	{ "PUR-006", "submit",
	  "it has 1 of the 2 quotes that 21,500.00 ask for (City of Charlotte, "
	  "procurement questions): quotes+='VEN-… AMOUNT', or another method with its "
	  "justification" },
	{ "PUR-007", "submit",
	  "sole_source needs its justification: justification=…" },
	{ "PUR-002", "pay",
	  "order 44,100.00, receipt 14 of 14 and invoice 45,360.00 do not match "
	  "(over_order); at most 220.50 may differ: correct the invoice, note the "
	  "receipt, or dispute it" },
	{ "PUR-004", "pay", NULL },
	{ "PUR-008", "order",
	  "the order of 900.00 is more than BL-002 has left, 500.00 of 1,000.00: move "
	  "400.00 there first: pmo change add \"…\", then pmo transfer add \"…\" "
	  "to=BL-002 from=BL-… amount=… change=CHG-…" },
	{ "PUR-009", "order", NULL },
	{ "CHG-003", "approve",
	  "it needs level 3, lower levels first; still to approve: QA: pmo set CHG-003 "
	  "approvals+='QA approved'" },
	{ "CHG-007", "approve", NULL },
	{ "CHG-008", "approve",
	  "it needs level 2, lower levels first; still to approve: QA: pmo set CHG-008 "
	  "approvals+='QA approved'" },
	{ "CHG-009", "approve",
	  "it needs level 1, lower levels first; still to approve: QA: pmo set CHG-009 "
	  "approvals+='QA approved'" },
	{ "CHG-010", "approve",
	  "QA said no: reject it, or have the answer changed" },
	{ "INQ-005", "answer", NULL },
	{ "INQ-006", "answer",
	  "records requests, press and lawmakers are answered by the officer named for "
	  "them: routed_to=OFFICER" },
	{ "DLV-005", "accept",
	  "it needs acceptor" },
	{ "DLV-012", "accept", NULL },
	{ "DLV-013", "start",
	  "CON-001 is awarded, and no work begins before it is signed: pmo contract "
	  "execute CON-001" },
	{ "TSK-031", "finish", NULL },
	{ "DEF-001", "fix", NULL },
	{ "cadup", "approve", NULL },
	{ "lanup", "approve",
	  "a charter is approved by its sponsor: approvals+='SPO approved'" },
	{ "BSL-001", "approve", NULL },
	{ "BSL-002", "approve",
	  "a baseline after the first needs an approved change request: change=CHG-…" },
	{ "DEF-003", "defer",
	  "an S2 is put off only by a decision that the sponsor SPO made: waiver=DEC-…" },
	{ "DEF-004", "defer", NULL },
	{ "DEF-007", "defer",
	  "an S1 is put off only by a decision that the sponsor SPO made: waiver=DEC-…" },
	{ "DEF-005", "close",
	  "a defect is closed on a passed retest only: retest=TR-…" },
	{ "DEF-006", "close", NULL },
	{ "DOC-009", "approve",
	  "every reviewer must have answered with yes, and every major comment must have "
	  "its disposition" },
	{ "DOC-010", "approve", NULL },
	{ "TP-001", "start",
	  "1 of its entry criteria are not met: meet them, or begin by a decision that "
	  "was made: exception=DEC-…" },
	{ "PIL-001", "staff",
	  "every participant must be confirmed, trained and let in, or replaced" },
	{ "CUT-001", "approve",
	  "a normal change needs the approval of the change board: rfc.decision=approved" },
	{ "CUT-002", "approve",
	  "a no at the last moment is carried out 255min into a window of 240min: decide "
	  "earlier, or ask for a longer window" },
	{ "CMP-001", "waive", NULL },
	{ "CMP-002", "waive",
	  "needs a waiver that is approved and has not expired: waiver=WVR-…" },
	{ "EXP-001", "approve",
	  "DLV-011 is in_progress, and nothing is paid before it is accepted in writing: "
	  "pmo deliverable accept DLV-011" },
	{ "EXP-002", "approve", NULL },
	{ "GNG-001", "decide",
	  "1 of 2 criteria are met or waived, and go needs all: mend or waive them, or "
	  "decision=conditional_go with its conditions, or no_go" },
	{ "GNG-002", "decide",
	  "criterion 3 is waived, and no decision says so: criteria.NO.waiver=DEC-…" },
	{ "OPS-001", "accept",
	  "only its receiver accepts it: signoff='SPO 2026-11-20'" },
	{ "OPS-002", "accept", NULL },
};

static void controls_refuse_and_let_through(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(controls) / sizeof(*controls); i++) {
		const struct pmo_record *subject = record(controls[i].id);
		struct pmo_buffer out;
		pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
		enum pmo_result result = pmo_record_may_move(
			subject, find_move(subject, controls[i].verb), false, &out);
		const char *answer = result == PMO_REFUSED ? out.data : "";
		const char *expected = controls[i].answer ? controls[i].answer : "";
		assert_int_equal(result == PMO_REFUSED, controls[i].answer != NULL);
		assert_string_equal(answer, expected);
		pmo_buffer_release(&out);
	}
}

static const struct {
	const char *prefix, *field, *text;
} briefs[] = {
	{ "TSK", "preds", "TSK-028" },
	{ "TSK", "preds", "TSK-012 SS+10d" },
	{ "TSK", "preds", "MS-005 FF-2d" },
	{ "TSK", "constraint", "snet 2026-10-05" },
	{ "TSK", "assignees", "DSP 50%" },
	{ "TSK", "costs", "BL-005 2000.00" },
	{ "MS", "slips", "2026-11-20 2027-03-16 state switch late" },
	{ "EST", "time", "20d/30d/52d" },
	{ "EST", "cost", "4000.00/5500.00/9000.00" },
	{ "BSL", "tasks", "TSK-031 2026-08-24..2026-10-05 30d" },
	{ "BSL", "milestones", "MS-007 2027-02-23" },
	{ "CHK", "lines", "TSK-031 45% 10d" },
	{ "CHG", "impact_milestones", "MS-007 -3d" },
	{ "CHG", "approvals", "SPO approved 2026-10-21" },
	{ "CON", "renewal_options", "2027-03-31 1 year" },
	{ "DLV", "comments", "QA major Tables lack units" },
	{ "PUR", "quotes", "VEN-011 47000.00 2026-11-12" },
	{ "PUR", "receipts", "2026-09-04 14 INF" },
	{ "MTG", "agenda", "15 decide SPO Approve CHG-003" },
	{ "MTG", "attendance", "CIO delegate DCIO" },
	{ "MTG", "outcomes", "3 Ports will be opened by Monday" },
	{ "MTG", "invitees", "V1 optional" },
	{ "VEN", "addenda", "cjis 2026-08-25 2028-08-25" },
	{ "DOC", "reviewers", "QA 2026-11-24 2026-11-20 approve_with_comments" },
	{ "TRM", "documents", "DOC-004 1.10" },
	{ "TRM", "acknowledgements", "QA 2026-09-16" },
	{ "PER", "leave", "2026-11-16..2026-11-27 vacation DSP" },
	{ "CAL", "holidays", "2026-11-26 Thanksgiving Day" },
	{ "CAL", "freezes", "2026-12-18..2027-01-04 change year end" },
	{ "RACI", "assignments", "CIO A" },
	{ "TRG", "enrolled", "DSP attended" },
	{ "PIL", "participants", "DSP confirmed" },
	{ "OPS", "signoff", "OPS 2027-04-16" },
	{ "KPI", "series", "2026-11-20 99.6 after the repair" },
	{ "RPT", "rag", "schedule Y" },
	{ "RPT", "rag", "cost Y G paid early" },
	{ "RPT", "milestones", "MS-007 2027-03-16" },
	{ "GNG", "votes", "CIO conditional_go" },
	{ "PRJ", "authority", "2 SPO 25000.00 10d" },
	{ "PRJ", "authority", "4 CIO" },
};

static const struct pmo_field *field_of(const char *prefix, const char *name)
{
	for (size_t i = 0; pmo_registers[i]; i++)
		for (const struct pmo_field *field = pmo_registers[i]->fields; field->name; field++)
			if (strcmp(pmo_registers[i]->prefix, prefix) == 0 &&
			    strcmp(field->name, name) == 0)
				return field;
	fail_msg("%s has no %s", prefix, name);
	return NULL;
}

static void short_forms_come_back_as_they_were_typed(void **state)
{
	(void)state;
	const struct pmo_value_context context = {
		.arena = &office.arena,
		.doc = &office.doc,
		.dates = { office.world.today, &office.calendar },
		.minutes_per_day = 480,
	};
	for (size_t i = 0; i < sizeof(briefs) / sizeof(*briefs); i++) {
		struct pmo_field item = *field_of(briefs[i].prefix, briefs[i].field);
		struct pmo_value value;
		struct pmo_buffer out;
		pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
		item.flags &= ~(unsigned)PMO_LIST;
		if (value_input(&item, briefs[i].text, &context, &value) != PMO_OK)
			fail_msg("%s is no %s", briefs[i].text, briefs[i].field);
		pmo_value_format(&item, &value, &out);
		assert_string_equal(out.data, briefs[i].text);
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
		cmocka_unit_test(short_forms_come_back_as_they_were_typed),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* Expressions that look across records: those(), the charter, limits, who acts for whom. */
#include "sandbox.h"

#include <pmo/expr.h>

static const char config[] = "format: 1\n"
			     "jurisdiction: north_carolina\n"
			     "thresholds: {capital_limit: 750.00, risk.plan: 12, visits: 3}\n"
			     "registers:\n"
			     "  visit:\n"
			     "    plural: visits\n"
			     "    prefix: VIS\n"
			     "    layout: file\n"
			     "    fields:\n"
			     "      line: {to: budget}\n"
			     "      lines: {to: budget, list: true}\n"
			     "      fee: money\n"
			     "      on: date\n"
			     "      guests: {to: person, list: true}\n"
			     "      others: {to: visit, list: true,\n"
			     "        derive: 'those(visit, line = this.line and id != this)'}\n";

static int set_up(void **state)
{
	struct sandbox *box = sandbox_new();
	sandbox_write(box, "pmo.yaml", config);
	sandbox_write(box, "people.yaml",
		      "SPO: {name: Sponsor}\nPM: {name: Manager}\nPC: {name: Coordinator}\n"
		      "DEP: {name: Deputy}\n");
	sandbox_write(box, "vendors.yaml", "VEN-001: {name: Meridian}\n");
	sandbox_write(box, "cadup/project.yaml",
		      "title: CAD\nsponsor: SPO\npm: PM\nbudget_authorized: 900.00\n"
		      "authority: [1 PM 100.00, 2 SPO 500.00]\n"
		      "acting:\n  - {role: sponsor, person: DEP, from: 2026-11-01, "
		      "to: 2026-11-20}\n");
	sandbox_write(box, "cadup/budget.yaml",
		      "BL-001: {title: A, original: 500.00}\n"
		      "BL-002: {title: B, original: 400.00, etc: 50.00}\n"
		      "BL-003: {title: C}\n");
	sandbox_write(box, "cadup/expenses.yaml",
		      "EXP-001: {title: a, line: BL-001, amount: 10.01, date: 2026-10-02}\n"
		      "EXP-002: {title: b, line: bl-001, amount: 20.02, date: 2026-11-02}\n"
		      "EXP-003: {title: c, line: BL-002, amount: 5.00, vendor: VEN-001}\n"
		      "EXP-004: {title: d, line: BL-001, amount: 99.00, status: void}\n"
		      "EXP-005: {title: e, line: BL-001, amount: abc}\n");
	sandbox_write(box, "cadup/visits.yaml",
		      "VIS-001: {title: v, line: BL-001, lines: [BL-001, BL-002], fee: 1.00,\n"
		      "  on: 2026-11-03, guests: [SPO, PM]}\n"
		      "VIS-002: {title: w, line: BL-001, lines: [BL-002], fee: 2.00}\n");
	sandbox_write(box, "netref/project.yaml", "title: Network\n");
	sandbox_write(box, "netref/expenses.yaml",
		      "EXP-001: {title: n, line: BL-001, amount: 7.00, vendor: VEN-001}\n");
	box->env.project = "cadup";
	*state = box;
	return 0;
}

static int tear_down(void **state)
{
	sandbox_free(*state);
	return 0;
}

static const struct pmo_record *find(struct sandbox *box, const char *id)
{
	const struct pmo_record *record;
	if (pmo_workspace_find(box->workspace, NULL, id, &record) != PMO_OK)
		fail_msg("%s: %s", id, sandbox_messages(box));
	return record;
}

/* What an expression comes to for a record, as text. */
static const char *answer(struct sandbox *box, const struct pmo_record *record, const char *text)
{
	const struct expr *expr;
	struct pmo_diags diags;
	struct pmo_buffer out;
	pmo_diags_init(&diags, &box->arena);
	if (pmo_expr_compile(text, "test", record->schema, &diags, &expr) != PMO_OK)
		return diags.first->message;
	struct pmo_value value = pmo_expr_evaluate(expr, record);
	struct pmo_field shown = { .name = "", .kind = (enum pmo_kind)value.kind };
	shown.flags = value.is_list ? PMO_LIST : 0;
	if (value.presence != PMO_PRESENT)
		return "absent";
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	pmo_value_show(&shown, &value, &out);
	const char *copy = pmo_arena_copy(&box->arena, out.data ? out.data : "", out.length);
	pmo_buffer_release(&out);
	return copy;
}

struct question {
	const char *id, *text, *answer;
};

static void ask(struct sandbox *box, const struct question *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *got = answer(box, find(box, rows[i].id), rows[i].text);
		if (strcmp(got, rows[i].answer) != 0)
			fail_msg("%s: %s: '%s', expected '%s'", rows[i].id, rows[i].text, got,
				 rows[i].answer);
	}
}

#define COUNT(rows) (sizeof(rows) / sizeof(*(rows)))

static void other_records_are_counted_added_and_looked_into(void **state)
{
	static const struct question rows[] = {
		{ "BL-001", "sum(those(expense, line = this), amount)", "30.03" },
		{ "BL-003", "sum(those(expense, line = this), amount)", "0.00" },
		{ "BL-001", "count(those(expense, line = this))", "3" },
		{ "BL-001", "count(those(expense))", "4" },
		{ "BL-001", "count(those(expense, this = line and amount > 15))", "1" },
		{ "BL-001", "those(expense, line = this)", "EXP-001, EXP-002, EXP-005" },
		{ "BL-001", "those(expense, line = this).amount", "10.01, 20.02" },
		{ "BL-001", "max(those(expense, line = this), date)", "2026-11-02" },
		{ "BL-001", "first(those(expense, line = this)).title", "a" },
		{ "BL-001", "last(those(expense, line = this and date)).amount", "20.02" },
		{ "BL-001", "any(those(expense, line = this), amount > 20)", "yes" },
		{ "BL-001", "all(those(expense, line = this), amount > 20)", "no" },
		{ "BL-001", "first(those(expense, line = this)).line.title", "A" },
		{ "BL-001", "sum(those(expense, line = this), line.original)", "1,500.00" },
		{ "BL-002", "count(those(visit, lines = this))", "2" },
		{ "BL-001", "count(those(visit, lines = this))", "1" },
		{ "BL-001", "sum(only(those(expense, line = this), it.date > 2026-10-15), amount)",
		  "20.02" },
		{ "VIS-001", "others", "VIS-002" },
		{ "VIS-001", "sum(those(visit, line = this.line), fee)", "3.00" },
		{ "VIS-001", "sum(those(visit, id != this and fee > this.fee), fee)", "2.00" },
		{ "VIS-001", "count(those(person, id in this.guests))", "2" },
		{ "PM", "count(those(visit, guests = this))", "1" },
		{ "BL-001", "distinct([1, 2, 1])", "1, 2" },
		{ "BL-001", "if(count(those(visit)) > 5, 1)", "absent" },
	};
	sandbox_open(*state);
	ask(*state, rows, COUNT(rows));
}

static void the_charter_is_at_hand(void **state)
{
	static const struct question rows[] = {
		{ "BL-001", "project", "cadup" },
		{ "BL-001", "project.sponsor.name", "Sponsor" },
		{ "BL-001", "project.budget_authorized - original", "400.00" },
		{ "BL-001", "max(project.authority, level)", "2" },
		{ "BL-001", "only(project.authority, cost > 200).approver", "SPO" },
		{ "BL-001", "acts_for(SPO, project.sponsor)", "yes" },
		{ "BL-001", "acts_for(DEP, project.sponsor)", "yes" },
		{ "BL-001", "acts_for(DEP, project.sponsor, 2026-11-21)", "no" },
		{ "BL-001", "acts_for(DEP, project.sponsor, 2026-10-31)", "no" },
		{ "BL-001", "acts_for(DEP, project.pm)", "no" },
		{ "BL-001", "acts_for(nobody, project.pm)", "no" },
		{ "cadup", "granted", "900.00" },
		{ "netref/EXP-001", "project.title", "Network" },
	};
	sandbox_open(*state);
	ask(*state, rows, COUNT(rows));
}

static void limits_come_from_the_workspace_its_jurisdiction_or_usage(void **state)
{
	static const struct question rows[] = {
		{ "BL-001", "limit(capital_limit)", "750.00" },
		{ "BL-001", "source(capital_limit)", "pmo.yaml" },
		{ "BL-001", "limit(purchase.informal)", "30,000.00" },
		{ "BL-001", "source(purchase.informal)",
		  "N.C. General Statutes 143-129 and 143-131" },
		{ "BL-001", "limit(risk.plan)", "12" },
		{ "BL-001", "limit(terms.days)", "30cd" },
		{ "BL-001", "limit(visits)", "3" },
		{ "BL-001", "original < limit(capital_limit)", "yes" },
		{ "BL-001", "limit(capital_limt)", "there is no limit 'capital_limt'" },
		{ "BL-001", "today + limit(change.decide) > today", "yes" },
	};
	sandbox_open(*state);
	ask(*state, rows, COUNT(rows));
}

static void what_cannot_be_asked_of_others_is_refused(void **state)
{
	static const struct question rows[] = {
		{ "BL-001", "count(those(expens, line = this))", "there is no register 'expens'" },
		{ "BL-001", "count(those(expense, lin = this))", "'lin' is no field of expense" },
		{ "BL-001", "count(those(expense, original > 5))",
		  "'original' is no field of expense" },
		{ "BL-001", "sum(those(expense), title)",
		  "sum() adds numbers, money and durations, this is text" },
		{ "BL-001", "sum(those(expense))",
		  "sum() adds numbers, money and durations, this is the id of a record" },
		{ "BL-001", "count(those(expense, amount = today))",
		  "money cannot be compared with a date" },
		{ "BL-001", "those(expense, status = paidd)", "'paidd' is no value of status" },
		{ "BL-001", "first(those(expense)).amout", "expense has no 'amout'" },
		{ "BL-001", "project.sponser", "project has no 'sponser'" },
		{ "BL-001", "those(expense, 5)",
		  "a condition is expected, this is a whole number" },
		{ "BL-001", "count(those(5))", "those() begins with a register" },
		{ "BL-001", "span(today, today)", "span() needs moments, this is a date" },
	};
	sandbox_open(*state);
	ask(*state, rows, COUNT(rows));
}

static void words_that_are_new_stay_words_beside_text(void **state)
{
	static const struct question rows[] = {
		{ "VIS-001", "title = this", "no" },
		{ "VIS-001", "title = project", "no" },
		{ "VIS-001", "tags = project", "no" },
	};
	sandbox_open(*state);
	ask(*state, rows, COUNT(rows));
}

static void a_record_of_the_workspace_sees_the_project_that_is_meant_or_all(void **state)
{
	struct sandbox *box = *state;
	static const struct question meant[] = {
		{ "VEN-001", "sum(those(expense, vendor = this), amount)", "5.00" },
		{ "VEN-001", "those(expense, vendor = this)", "EXP-003" },
	};
	static const struct question all[] = {
		{ "VEN-001", "sum(those(expense, vendor = this), amount)", "12.00" },
		{ "VEN-001", "those(expense, vendor = this)", "cadup/EXP-003, netref/EXP-001" },
	};
	sandbox_open(box);
	ask(box, meant, COUNT(meant));
	box->env.project = NULL;
	sandbox_open(box);
	ask(box, all, COUNT(all));
}

static void an_update_sees_the_records_as_they_would_be(void **state)
{
	struct sandbox *box = *state;
	const struct pmo_update_options options = { .on = PMO_DATE_NONE };
	struct pmo_update *update;
	struct pmo_draft *line, *moved, *fresh;
	struct pmo_workspace *workspace = sandbox_open(box);
	assert_int_equal(pmo_update_begin(workspace, &options, &update), PMO_OK);
	assert_int_equal(pmo_update_edit(update, find(box, "BL-001"), &line), PMO_OK);
	assert_int_equal(pmo_update_edit(update, find(box, "EXP-003"), &moved), PMO_OK);
	assert_int_equal(pmo_draft_assign(moved, "line=BL-001"), PMO_OK);
	assert_int_equal(pmo_update_add(update, pmo_workspace_project(workspace),
					pmo_workspace_schema(workspace, "expense"), NULL, &fresh),
			 PMO_OK);
	assert_int_equal(pmo_draft_assign(fresh, "line=BL-001"), PMO_OK);
	assert_int_equal(pmo_draft_assign(fresh, "amount=100.00"), PMO_OK);
	assert_string_equal(
		answer(box, pmo_draft_record(line), "sum(those(expense, line = this), amount)"),
		"135.03");
	assert_string_equal(
		answer(box, find(box, "BL-001"), "sum(those(expense, line = this), amount)"),
		"30.03");
	pmo_update_end(update);
}

/* f01 to f50, each twice the one before: asked naively, 2^50 steps. */
static void a_long_chain_of_derived_fields_is_quick_and_circles_end(void **state)
{
	struct sandbox *box = *state;
	struct pmo_buffer text;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_buffer_add_text(&text, "format: 1\nregisters:\n  link:\n    plural: links_of\n"
				   "    prefix: LNK\n    layout: file\n    fields:\n"
				   "      f00: integer\n");
	for (int i = 1; i <= 50; i++)
		pmo_buffer_add_format(&text,
				      "      f%02d: {type: integer, "
				      "derive: f%02d - f%02d + f%02d + 1}\n",
				      i, i - 1, i - 1, i - 1);
	pmo_buffer_add_text(&text, "      next: {to: link}\n"
				   "      a: {type: integer, derive: b + b + next.a}\n"
				   "      b: {type: integer, derive: a + a + next.b}\n"
				   "      all: {type: integer, derive: 'sum(those(link), all)'}\n");
	sandbox_write(box, "pmo.yaml", text.data);
	sandbox_write(box, "cadup/links_of.yaml",
		      "LNK-001: {title: a, f00: 1, next: LNK-002}\n"
		      "LNK-002: {title: b, f00: 2, next: LNK-001}\n");
	pmo_buffer_release(&text);
	sandbox_open(box);
	static const struct question rows[] = {
		{ "LNK-001", "f50", "51" },
		{ "LNK-002", "f50 + f49 + f48", "153" },
		{ "LNK-001", "sum(those(link), f50)", "103" },
		{ "LNK-001", "a", "absent" },
		{ "LNK-001", "all", "0" },
	};
	ask(box, rows, COUNT(rows));
}

/* Each of many lines asks for its own among many more. */
static void many_records_ask_an_index(void **state)
{
	struct sandbox *box = *state;
	struct pmo_buffer lines, costs;
	struct pmo_records records;
	pmo_buffer_init(&lines, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&costs, PMO_BUFFER_LIMIT);
	for (int i = 1; i <= 1000; i++)
		pmo_buffer_add_format(&lines, "BL-%03d: {title: x, original: 1.00}\n", i);
	for (int i = 1; i <= 10000; i++)
		pmo_buffer_add_format(&costs, "EXP-%03d: {title: x, line: BL-%03d, amount: 0.01}\n",
				      i, i % 1000 + 1);
	sandbox_write(box, "cadup/budget.yaml", lines.data);
	sandbox_write(box, "cadup/expenses.yaml", costs.data);
	pmo_buffer_release(&lines);
	pmo_buffer_release(&costs);
	struct pmo_workspace *workspace = sandbox_open(box);
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, "budget");
	assert_int_equal(pmo_workspace_records(workspace, pmo_workspace_project(workspace), schema,
					       &records),
			 PMO_OK);
	assert_int_equal(records.count, 1000);
	int64_t cents = 0;
	for (size_t i = 0; i < records.count; i++)
		cents += pmo_record_get_name(&records.items[i], "actual").as.integer;
	assert_int_equal(cents, 10000);
	assert_string_equal(answer(box, find(box, "cadup"), "spent"), "100.00");
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		CASE(other_records_are_counted_added_and_looked_into),
		CASE(the_charter_is_at_hand),
		CASE(limits_come_from_the_workspace_its_jurisdiction_or_usage),
		CASE(what_cannot_be_asked_of_others_is_refused),
		CASE(words_that_are_new_stay_words_beside_text),
		CASE(a_record_of_the_workspace_sees_the_project_that_is_meant_or_all),
		CASE(an_update_sees_the_records_as_they_would_be),
		CASE(a_long_chain_of_derived_fields_is_quick_and_circles_end),
		CASE(many_records_ask_an_index),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* When conditions hold: comparisons of every kind, what is absent, records of other registers. */
#include "unit.h"

#include "expr_cases.h"

/* For conditions: the texts that hold, or do not. */
static void expect_all(struct expr_world *world, const char *id, bool expected,
		       const char *const *texts)
{
	const struct pmo_record *record = record_of(world, id);
	assert_non_null(record);
	for (; *texts; texts++) {
		const struct expr *expr = compile(world, *texts, record->schema);
		if (pmo_expr_holds(expr, record) != expected)
			print_error("%s: %s %s\n", id, *texts, expected ? "is false" : "is true");
		assert_int_equal(pmo_expr_holds(expr, record), expected);
	}
}

static const char *const that_hold[] = {
	"status = active",
	"status = 'active'",
	"status = ACTIVE",
	"active = status",
	"status != closed",
	"status < closed",
	"status >= draft",
	"status in [draft, active]",
	"kind = threat",
	"kind != due",
	"kind < opportunity",
	"kind in ['threat', due]",
	"impact > medium",
	"impact > wish",
	"impact = impact",
	"wish < impact",
	"owner = me",
	"owner = DSP",
	"owner = dsp",
	"owner = approver",
	"owner != requester",
	"owner in [DSP, NET]",
	"me in [requester, owner]",
	"me in reviewers",
	"DSP in reviewers",
	"reviewers = NET",
	"reviewers != XYZ",
	"id = ORD-001",
	"id = ord-001",
	"title = 'fiber ring, strasse 5'",
	"title ~ FIBER",
	"title ~ 'strasse'",
	"title ~ \"Ring, \"",
	"summary ~ permit",
	"tags = cjis",
	"tags ~ night",
	"tags = 'NIGHT WORK'",
	"'cjis' in tags",
	"cjis in tags",
	"notes ~ 'HR confirmed'",
	"title ~ 'stra\xc3\x9f"
	"e'",
	"title < zebra",
	"owner.org = county",
	"owner.org ~ count",
	"'County' = owner.org",
	"quotes = VEN-002",
	"best = VEN-002",
	"quotes.amount > 5000",
	"amount > 5000",
	"[owner, title] = DSP",
	"[XYZ, DSP] = owner",
	"amount in [12500, paid]",
	"paid in [12500, paid]",
	"amount = 12500",
	"5000 < amount",
	"amount > paid",
	"percent >= 45",
	"percent >= 45%",
	"percent < 46.5",
	"weight = 2.5",
	"due < today",
	"due = 2026-11-20",
	"due = '2026-11-20'",
	"due <= today + 5d",
	"meets = 2026-11-20",
	"meets < today",
	"due = meets",
	"meets < ends",
	"meets >= '2026-11-20 14:00'",
	"today - due < 2d",
	"duration = 10d",
	"effort < 1d",
	"days_off = 2026-12-24",
	"days_off > 2026-12-01",
	"today in [2026-11-23, due]",
	"urgent",
	"urgent = yes",
	"calm = no",
	"not calm",
	"urgent != calm",
	"amount",
	"quotes",
	"count(quotes) = 3",
	"overdue and mine",
	"not void",
	"rates > 2",
	"color = high",
	"impacts = medium",
	"impacts < medium",
	"impacts != high",
	"status ~ act",
	"owner.level > junior",
	"parent.impact < high",
	"parent.status >= closed",
	"owner in quotes.by",
	"quotes.by.org in [county, 'nowhere']",
	"owner.joined < 2021-01-01",
	NULL,
};

static void comparisons_that_hold(void **state)
{
	expect_all(*state, "ORD-001", true, that_hold);
}

static const char *const that_do_not_hold[] = {
	"status = draft",
	"status != active",
	"kind = due",
	"impact < medium",
	"owner = NET",
	"owner != me",
	"owner != dsp",
	"owner in [NET]",
	"owner in []",
	"title ~ copper",
	"tags = night",
	"tags != cjis",
	"reviewers != NET",
	"amount < 5000",
	"calm",
	"urgent = no",
	"meets = ends",
	"ends <= meets",
	"missing",
	"empty",
	"void",
	"parent.open",
	"owner.level < senior",
	"impacts > medium",
	"today in []",
	NULL,
};

static void comparisons_that_do_not_hold(void **state)
{
	static const char *const absent[] = {
		"missing = 5",
		"missing != 5",
		"missing < 5",
		"missing <= 5",
		"missing > 5",
		"missing >= 5",
		"5 != missing",
		"missing in [5]",
		"missing = missing",
		"missing != missing",
		"empty = 5",
		"empty != 5",
		"owner.boss.boss != NET",
		"missing + 1 != 5",
		"parent.amount != 5",
		"parent.nothing != 5",
		"parent.nothing",
		NULL,
	};
	expect_all(*state, "ORD-001", false, that_do_not_hold);
	expect_all(*state, "ORD-001", false, absent);
}

static const char *const false_where_absent[] = {
	"owner",
	"due",
	"owner = me",
	"owner != me",
	"mine",
	"overdue",
	"due < today",
	"due >= today",
	"owner ~ D",
	"tags = cjis",
	"tags != cjis",
	"quotes",
	"amount > 0",
	"amount != 0",
	"urgent",
	"urgent = no",
	"owner.org = county",
	"owner.org != county",
	"any(quotes, selected)",
	"total > 0",
	"color = high",
	"score",
	"kind < due",
	"duration > 0d",
	"meets",
	"best.amount > 1",
	"days(start, due) > 1",
	"parent.open",
	"due + 5d < today",
	"notes ~ x",
	"reviewers.org = city",
	NULL,
};

static void everything_is_false_where_nothing_is_there(void **state)
{
	static const char *const there[] = {
		"not owner",
		"not (owner = me)",
		"not owner in [DSP]",
		"status = draft",
		"open",
		"title",
		"count(quotes) = 0",
		"all(quotes, selected)",
		"sum(quotes, amount) = 0",
		"total = 0",
		"color = low",
		NULL,
	};
	static const struct row rows[] = {
		{ "amount + 1", "absent" },
		{ "1 - amount", "absent" },
		{ "amount * 5%", "absent" },
		{ "due + 5d", "absent" },
		{ "today - due", "absent" },
		{ "due - today", "absent" },
		{ "duration * 2", "absent" },
		{ "-duration", "absent" },
		{ "round(weight)", "absent" },
		{ "quotes.amount", "absent" },
		{ "best", "absent" },
		{ "first(quotes)", "absent" },
		{ "min(amount, paid)", "absent" },
		{ "min(amount, 5)", "integer 5" },
		{ "length(summary)", "absent" },
		{ "[amount, 1]", "list integer 1" },
	};
	expect_all(*state, "ORD-002", false, false_where_absent);
	expect_all(*state, "ORD-002", true, there);
	evaluate_all(*state, "ORD-002", rows, COUNT(rows));
}

static void without_a_schema_names_are_found_in_each_record(void **state)
{
	struct expr_world *world = *state;
	const struct expr *expr = compile(world, "status = active and probability > 3", NULL);
	assert_true(pmo_expr_holds(expr, record_of(world, "ORD-001")));
	assert_false(pmo_expr_holds(expr, record_of(world, "ORD-003")));
	assert_false(pmo_expr_holds(expr, record_of(world, "DSP")));
	expr = compile(world, "org = county or owner = DSP", NULL);
	assert_true(pmo_expr_holds(expr, record_of(world, "DSP")));
	assert_true(pmo_expr_holds(expr, record_of(world, "ORD-001")));
	assert_false(pmo_expr_holds(expr, record_of(world, "NET")));
	expr = compile(world, "if(open, amount, 0) > 5000 and sum([amount, 1]) > 2", NULL);
	assert_true(pmo_expr_holds(expr, record_of(world, "ORD-001")));
	assert_false(pmo_expr_holds(expr, record_of(world, "ORD-003")));
	/* What has no sense for a register is absent there. */
	expr = compile(world, "level > junior or kind = threat", NULL);
	assert_true(pmo_expr_holds(expr, record_of(world, "DSP")));
	assert_true(pmo_expr_holds(expr, record_of(world, "ORD-001")));
	assert_false(pmo_expr_holds(expr, record_of(world, "ORD-002")));
}

static void an_expression_of_one_register_is_bound_again_for_another(void **state)
{
	struct expr_world *world = *state;
	const struct expr *expr = compile(world, "title ~ n", world->order);
	assert_true(pmo_expr_holds(expr, record_of(world, "NET")));
	assert_true(pmo_expr_holds(expr, record_of(world, "ORD-001")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comparisons_that_hold),
		cmocka_unit_test(comparisons_that_do_not_hold),
		cmocka_unit_test(everything_is_false_where_nothing_is_there),
		cmocka_unit_test(without_a_schema_names_are_found_in_each_record),
		cmocka_unit_test(an_expression_of_one_register_is_bound_again_for_another),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}

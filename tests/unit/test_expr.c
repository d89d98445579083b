/* What expressions come to: a table of texts and values for every part of the language. */
#include "unit.h"

#include "expr_cases.h"

static void fields_have_the_kind_that_the_schema_says(void **state)
{
	static const struct row rows[] = {
		{ "title", "text Fiber Ring, Stra\xc3\x9f"
			   "e 5" },
		{ "status", "choice active" },
		{ "owner", "ref DSP" },
		{ "due", "date 2026-11-20" },
		{ "amount", "money 12500.00" },
		{ "weight", "number 2.50" },
		{ "percent", "percent 45" },
		{ "chance", "integer 4" },
		{ "duration", "duration 2w" },
		{ "urgent", "yes_no yes" },
		{ "meets", "moment 2026-11-20 14:00" },
		{ "id", "ref ORD-001" },
		{ "today", "date 2026-11-23" },
		{ "me", "ref DSP" },
		{ "open", "yes_no yes" },
		{ "overdue", "yes_no yes" },
		{ "mine", "yes_no yes" },
		{ "void", "yes_no no" },
		{ "score", "integer 40" },
		{ "total", "money 800.50" },
		{ "missing", "absent" },
		{ "empty", "absent" },
	};
	evaluate_all(*state, "ORD-001", rows, COUNT(rows));
}

/* More fields than are remembered while one answer is worked out, each named twice. */
static void a_field_that_is_named_again_has_the_same_value(void **state)
{
	static const struct row rows[] = {
		{ "if(chance = 1, 1, if(chance = 2, 2, if(chance = 3, 3, chance * 10)))",
		  "integer 40" },
		{ "if(missing = 1 or missing = 2 or empty, 1, if(missing, 2, 3))", "integer 3" },
		{ "if(owner = DSP and due > 2026-01-01 and amount > 1 and weight > 1 and "
		  "percent > 1 and chance > 1 and duration > 1d and urgent and owner = DSP and "
		  "due < 2027-01-01 and amount < 20000 and weight < 3 and percent < 46 and "
		  "chance < 5 and duration < 3w and urgent, weight + chance)",
		  "number 6.50" },
		{ "count([chance, chance, missing, chance])", "integer 3" },
		{ "chance = 4 and 4 = chance and chance >= 4 and chance <= 4 and chance < 5 and "
		  "not (chance != 4)",
		  "yes_no yes" },
		{ "score = score and total = total and score > total / 100", "yes_no yes" },
	};
	evaluate_all(*state, "ORD-001", rows, COUNT(rows));
}

static void literals_are_read_as_in_files(void **state)
{
	static const struct row rows[] = {
		{ "12", "integer 12" },
		{ "12.50", "number 12.50" },
		{ "-3", "integer -3" },
		{ "- 3.5", "number -3.5" },
		{ "5%", "percent 5" },
		{ "2.5%", "percent 2.5" },
		{ "5d", "duration 5d" },
		{ "10cd", "duration 10cd" },
		{ "1.5h", "duration 1.5h" },
		{ "30min", "duration 30min" },
		{ "-2w", "duration -2w" },
		{ "2026-11-20", "date 2026-11-20" },
		{ "'it''s'", "text it's" },
		{ "\"a \"\"b\"\"\"", "text a \"b\"" },
		{ "'a\\'b\\\\c\\\"'", "text a'b\\c\"" },
		{ "''", "text " },
		{ "yes", "yes_no yes" },
		{ "false", "yes_no no" },
		{ "[1, 2, 3]", "list integer 1, 2, 3" },
		{ "[]", "empty list" },
		{ "[DSP, NET]", "list text DSP, NET" },
		{ "[owner, requester]", "list ref DSP, NET" },
		{ "[1, 2.5, paid]", "list money 1.00, 2.50, 500.50" },
		{ "[2, 2.5]", "list number 2, 2.5" },
		{ "[owner, title]", "list text DSP, Fiber Ring, Stra\xc3\x9f"
				    "e 5" },
		{ "2026-11", "integer 2015" },
		{ "10-3", "integer 7" },
	};
	evaluate_all(*state, "ORD-001", rows, COUNT(rows));
}

static void operators_bind_as_people_read_them(void **state)
{
	static const struct row rows[] = {
		{ "1 + 2 * 3", "integer 7" },
		{ "(1 + 2) * 3", "integer 9" },
		{ "10 - 3 - 2", "integer 5" },
		{ "100 / 10 / 5", "number 2" },
		{ "2 * -3", "integer -6" },
		{ "- -3", "integer 3" },
		{ "-2 + 5", "integer 3" },
		{ "1 + 1 = 2", "yes_no yes" },
		{ "not 1 = 2", "yes_no yes" },
		{ "not not urgent", "yes_no yes" },
		{ "urgent or calm and calm", "yes_no yes" },
		{ "(urgent or calm) and calm", "yes_no no" },
		{ "not calm and urgent", "yes_no yes" },
		{ "not (calm and urgent)", "yes_no yes" },
		{ "not urgent or urgent", "yes_no yes" },
		{ "calm or\n\tcalm or urgent", "yes_no yes" },
		{ "(amount > 1) = urgent", "yes_no yes" },
	};
	evaluate_all(*state, "ORD-001", rows, COUNT(rows));
}

static void numbers_are_exact(void **state)
{
	static const struct row rows[] = {
		{ "0.1 + 0.2", "number 0.3" },
		{ "probability + 1", "integer 5" },
		{ "probability + 1.50", "number 5.50" },
		{ "weight * 2", "number 5" },
		{ "1 / 3", "number 0.333333" },
		{ "2 / 3", "number 0.666667" },
		{ "-2 / 3", "number -0.666667" },
		{ "10 / 4", "number 2.5" },
		{ "10 / 5", "number 2" },
		{ "1 / 0", "absent" },
		{ "1 / (weight - 2.5)", "absent" },
		{ "9223372036854775807 + 1", "absent" },
		{ "9223372036854775807 * 2", "absent" },
		{ "0.1234567 * 0.1234567 * 0.1234567", "number 0.001881672301686859" },
		{ "percent + 5%", "percent 50" },
		{ "percent + 5", "number 50" },
		{ "percent - 5%", "percent 40" },
		{ "200 * 5%", "number 10" },
		{ "5% * 200", "number 10" },
		{ "percent * 10", "number 4.5" },
		{ "50% * 50%", "percent 25" },
		{ "percent / 5", "percent 9" },
		{ "45% / 90%", "number 0.5" },
		{ "10 / 50%", "number 20" },
		{ "-percent", "percent -45" },
		{ "-weight", "number -2.50" },
	};
	evaluate_all(*state, "ORD-001", rows, COUNT(rows));
}

static void money_is_rounded_to_the_cent(void **state)
{
	static const struct row rows[] = {
		{ "amount + paid", "money 13000.50" },
		{ "amount - paid", "money 11999.50" },
		{ "amount + 5000", "money 17500.00" },
		{ "5000 - amount", "money -7500.00" },
		{ "paid + 0.005", "money 500.51" },
		{ "paid - 1000.505", "money -500.01" },
		{ "amount * 2", "money 25000.00" },
		{ "1.5 * paid", "money 750.75" },
		{ "amount * 5%", "money 625.00" },
		{ "percent * amount", "money 5625.00" },
		{ "amount * 105%", "money 13125.00" },
		{ "paid / 3", "money 166.83" },
		{ "amount / 50%", "money 25000.00" },
		{ "amount / paid", "number 24.975025" },
		{ "amount / 0", "absent" },
		{ "-amount", "money -12500.00" },
		{ "amount + missing", "absent" },
		{ "-missing", "absent" },
	};
	evaluate_all(*state, "ORD-001", rows, COUNT(rows));
}

static void dates_move_by_the_calendar(void **state)
{
	static const struct row rows[] = {
		{ "due + 1d", "date 2026-11-23" },
		{ "today + 3d", "date 2026-11-27" }, /* over the holiday of the 26th */
		{ "today + 3cd", "date 2026-11-26" },
		{ "today + 1w", "date 2026-12-01" },
		{ "5d + due", "date 2026-11-30" },
		{ "today - 1d", "date 2026-11-20" },
		{ "today + -1d", "date 2026-11-20" },
		{ "today + 0.5d", "date 2026-11-24" },
		{ "today - 1.5cd", "date 2026-11-21" },
		{ "start + duration", "date 2026-11-16" },
		{ "start + effort", "date 2026-11-03" }, /* a part of a day is a day */
		{ "today - due", "duration 1d" },
		{ "due - today", "duration -1d" },
		{ "due - start", "duration 14d" },
		{ "meets + 1d", "date 2026-11-23" },
		{ "today - meets", "duration 1d" },
		{ "days(start, due)", "integer 14" },
		{ "days(due, start)", "integer -14" },
		{ "9999-12-31 + 1d", "absent" },
	};
	evaluate_all(*state, "ORD-001", rows, COUNT(rows));
}

static void durations_keep_their_unit_where_they_can(void **state)
{
	static const struct row rows[] = {
		{ "5d + 2d", "duration 7d" },         { "2w - 3w", "duration -1w" },
		{ "1d + effort", "duration 840min" }, { "duration - 1d", "duration 4320min" },
		{ "effort + 0d", "duration 6h" },     { "0h + duration", "duration 2w" },
		{ "duration * 2", "duration 4w" },    { "1.5 * duration", "duration 3w" },
		{ "duration * 50%", "duration 1w" },  { "duration / 4", "duration 0.5w" },
		{ "duration / 50%", "duration 4w" },  { "duration / 5d", "number 2" },
		{ "5d / 2d", "number 2.5" },          { "5d / 0d", "absent" },
		{ "-duration", "duration -2w" },      { "sum(steps)", "duration 840min" },
		{ "abs(-3d)", "duration 3d" },        { "round(1.5d)", "duration 2d" },
	};
	evaluate_all(*state, "ORD-001", rows, COUNT(rows));
}

static void names_lead_through_structures_and_references(void **state)
{
	static const struct row rows[] = {
		{ "owner.org", "text County" },
		{ "owner.title", "text Dana Price" },
		{ "owner.boss.org", "text City" },
		{ "owner.boss.boss.org", "absent" },
		{ "me.org", "text County" },
		{ "best.amount", "money 6000.00" },
		{ "quotes.amount", "list money 4000.00, 6000.00" },
		{ "quotes.by.org", "list text County, City" },
		{ "reviewers.level", "list choice chief, senior" },
		{ "lines.quotes.amount", "list money 90.00, 95.00" },
		{ "parent.status", "choice closed" },
		{ "parent.open", "yes_no no" },
		{ "parent.id", "ref ORD-003" },
		{ "parent.parent.status", "choice draft" },
		{ "parent.amount", "absent" },
		{ "parent.nothing", "absent" },
		{ "parent.score", "integer 20" },
		{ "parent.parent.overdue", "yes_no yes" },
		{ "quotes.vendor.org", "absent" },
		{ "empty", "absent" },
		{ "owner.rate * 8", "money 640.00" },
	};
	evaluate_all(*state, "ORD-001", rows, COUNT(rows));
}

static void functions_take_lists_and_expressions_for_their_items(void **state)
{
	static const struct row rows[] = {
		{ "sum(quotes.amount)", "money 10000.00" },
		{ "sum(quotes, amount)", "money 10000.00" },
		{ "sum(lines, qty * unit_price)", "money 800.50" },
		{ "sum(lines, qty * unit_price) + amount", "money 13300.50" },
		{ "sum(lines, sum(quotes, amount) * qty)", "money 555.00" },
		{ "sum(rates)", "number 6.75" },
		{ "sum(empty)", "money 0.00" },
		{ "sum(empty) + amount", "money 12500.00" },
		{ "sum([1, 2, 3])", "integer 6" },
		{ "sum([])", "integer 0" },
		{ "sum(reviewers, it.rate)", "money 175.00" },
		{ "count(quotes)", "integer 3" },
		{ "count(rates)", "integer 3" },
		{ "count(empty)", "integer 0" },
		{ "count(quotes, amount > 5000)", "integer 1" },
		{ "count(quotes, not amount)", "integer 1" },
		{ "count(reviewers, it.level = chief)", "integer 1" },
		{ "count(reviewers, it = me)", "integer 1" },
		{ "any(quotes, selected and amount > 5000)", "yes_no yes" },
		{ "any(quotes, selected and amount > 7000)", "yes_no no" },
		{ "any(lines, any(quotes, amount > 92 and qty = 3))", "yes_no yes" },
		{ "any(lines, any(quotes, amount > 92 and item = rack))", "yes_no no" },
		{ "any(empty, it > 0)", "yes_no no" },
		{ "all(quotes, vendor)", "yes_no yes" },
		{ "all(quotes, amount > 1000)", "yes_no no" },
		{ "all(empty, it > 0)", "yes_no yes" },
		{ "min(quotes.amount)", "money 4000.00" },
		{ "max(quotes, date)", "date 2026-10-09" },
		{ "max(impacts)", "choice medium" },
		{ "min(empty)", "absent" },
		{ "max(1, 2.5, 2)", "number 2.5" },
		{ "max(missing, paid, amount)", "money 12500.00" },
		{ "min(due, meets, today)", "date 2026-11-20" },
		{ "min(5d, 6h)", "duration 6h" },
		{ "max(amount, 20000)", "integer 20000" },
		{ "first(quotes.vendor)", "ref VEN-001" },
		{ "last(quotes.amount)", "money 6000.00" },
		{ "first(empty)", "absent" },
		{ "last(rates)", "number 3" },
	};
	evaluate_all(*state, "ORD-001", rows, COUNT(rows));
}

static void functions_of_single_values(void **state)
{
	static const struct row rows[] = {
		{ "if(urgent, 1, 2)", "integer 1" },
		{ "if(calm, 1, 2)", "integer 2" },
		{ "if(missing, amount, paid)", "money 500.50" },
		{ "if(score >= 15, red, green)", "text red" },
		{ "if(score < 15, red, if(urgent, yellow, green))", "text yellow" },
		{ "if(urgent, 5000, amount) + paid", "money 5500.50" },
		{ "if(calm, 1, missing)", "absent" },
		{ "round(weight)", "integer 3" },
		{ "round(-2.5)", "integer -3" },
		{ "round(paid)", "money 501.00" },
		{ "round(2.4%)", "percent 2" },
		{ "abs(paid - amount)", "money 11999.50" },
		{ "abs(-3)", "integer 3" },
		{ "abs(missing)", "absent" },
		{ "length(title)", "integer 20" },
		{ "length(owner)", "integer 3" },
	};
	evaluate_all(*state, "ORD-001", rows, COUNT(rows));
}

static void derived_values_that_name_themselves_end(void **state)
{
	static const struct row along[] = { { "spin", "integer 3" } };
	static const struct row circle[] = { { "spin", "absent" },
					     { "twice", "absent" },
					     { "void", "yes_no yes" } };
	evaluate_all(*state, "ORD-001", along, COUNT(along));
	evaluate_all(*state, "ORD-005", circle, COUNT(circle));
}

static void without_a_world_only_literals_have_a_value(void **state)
{
	static const struct row rows[] = {
		{ "1 + 2", "integer 3" },
		{ "2026-11-20 + 5d", "date 2026-11-27" },
		{ "sum([1, 2], it)", "integer 3" },
		{ "today", "absent" },
		{ "title", "absent" },
		{ "score", "absent" },
		{ "open", "absent" },
		{ "id = ORD-001", "yes_no no" },
		{ "[1, title]", "absent" },
		{ "any([1], open)", "yes_no no" },
	};
	struct expr_world *world = *state;
	struct pmo_record record = *record_of(world, "ORD-001");
	record.world = NULL;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct expr *expr = compile(world, rows[i].text, NULL);
		assert_string_equal(show(world, pmo_expr_evaluate(expr, &record)),
				    rows[i].expected);
	}
}

static void an_expression_says_which_fields_it_names(void **state)
{
	struct expr_world *world = *state;
	const struct expr *expr = compile(world,
					  "owner.org = county and sum(lines, qty) > chance "
					  "and not overdue",
					  world->order);
	static const char *const named[] = { "owner", "lines", "probability", "due", "status" };
	static const char *const others[] = { "org", "qty", "chance", "amount", "title", "none" };
	for (size_t i = 0; i < COUNT(named); i++)
		assert_true(pmo_expr_names(expr, named[i]));
	for (size_t i = 0; i < COUNT(others); i++)
		assert_false(pmo_expr_names(expr, others[i]));
	assert_true(pmo_expr_names(compile(world, "mine", world->order), "owner"));
	assert_true(pmo_expr_names(compile(world, "stage = 1", NULL), "stage"));
	assert_false(pmo_expr_names(compile(world, "stage = 1", NULL), "status"));
}

static void a_list_of_lists_of_lists_ends(void **state)
{
	struct expr_world *world = *state;
	struct pmo_buffer text;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	/* A hundred items within each other, ten levels deep. */
	for (int i = 0; i < 10; i++) {
		pmo_buffer_add_text(&text, "any([0");
		for (int j = 1; j < 80; j++)
			pmo_buffer_add_text(&text, ",0");
		pmo_buffer_add_text(&text, "],");
	}
	pmo_buffer_add_text(&text, "it > 0");
	pmo_buffer_add_repeat(&text, ')', 10);
	const struct expr *expr = compile(world, text.data, world->order);
	assert_false(pmo_expr_holds(expr, record_of(world, "ORD-001")));
	pmo_buffer_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_have_the_kind_that_the_schema_says),
		cmocka_unit_test(a_field_that_is_named_again_has_the_same_value),
		cmocka_unit_test(literals_are_read_as_in_files),
		cmocka_unit_test(operators_bind_as_people_read_them),
		cmocka_unit_test(numbers_are_exact),
		cmocka_unit_test(money_is_rounded_to_the_cent),
		cmocka_unit_test(dates_move_by_the_calendar),
		cmocka_unit_test(durations_keep_their_unit_where_they_can),
		cmocka_unit_test(names_lead_through_structures_and_references),
		cmocka_unit_test(functions_take_lists_and_expressions_for_their_items),
		cmocka_unit_test(functions_of_single_values),
		cmocka_unit_test(derived_values_that_name_themselves_end),
		cmocka_unit_test(without_a_world_only_literals_have_a_value),
		cmocka_unit_test(an_expression_says_which_fields_it_names),
		cmocka_unit_test(a_list_of_lists_of_lists_ends),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}

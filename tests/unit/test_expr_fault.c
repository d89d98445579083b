/* What is wrong with an expression, where, and what to do: every message of the language. */
#include "unit.h"

#include "expr_world.h"

#include "record/expr_field.h"

struct row {
	const char *text;
	size_t column;
	const char *message, *hint; /* hint NULL: none */
};

#define COUNT(rows) (sizeof(rows) / sizeof(*(rows)))

static int set_up(void **state)
{
	static struct expr_world world;
	*state = &world;
	return world_begin(&world) ? 0 : -1;
}

static int tear_down(void **state)
{
	world_end(*state);
	return 0;
}

static enum pmo_result try(struct expr_world *world, const char *text, struct pmo_diags *diags)
{
	const struct expr *expr;
	pmo_diags_init(diags, &world->arena);
	return pmo_expr_compile(text, "--where", world->order, diags, &expr);
}

static void expect_diag(const char *text, const struct pmo_diag *diag, const char *code,
			const struct row *row)
{
	size_t line, column;
	if (!diag || strcmp(diag->message, row->message) != 0)
		print_error("%s: %s\n", text, diag ? diag->message : "no message");
	assert_non_null(diag);
	assert_string_equal(diag->message, row->message);
	assert_string_equal(diag->code, code);
	assert_int_equal(diag->severity, PMO_ERROR);
	pmo_source_locate(diag->source, diag->offset, &line, &column);
	assert_int_equal(column, row->column);
	assert_string_equal(diag->source->path, "--where");
	assert_string_equal(diag->source->bytes, text);
	if (row->hint)
		assert_string_equal(diag->hint, row->hint);
	else
		assert_null(diag->hint);
}

static void expect_faults(struct expr_world *world, const char *code, const struct row *rows,
			  size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct pmo_diags diags;
		assert_int_equal(try(world, rows[i].text, &diags), PMO_INVALID);
		expect_diag(rows[i].text, diags.first, code, &rows[i]);
		assert_null(diags.first->next);
	}
}

static const struct row name_faults[] = {
	{ "overdu", 1, "'overdu' is no field", "nearest is overdue" },
	{ "ownr = me", 1, "'ownr' is no field", "nearest is owner" },
	{ "ownr.org = county", 1, "'ownr' is no field", "nearest is owner" },
	{ "title.org = x", 7, "'title' is text and has no 'org'", NULL },
	{ "quotes.amout > 5", 8, "'quotes' has no 'amout'", "nearest is amount" },
	{ "best.amout > 5", 6, "'best' has no 'amout'", "nearest is amount" },
	{ "due.x = 1", 5, "'due' is a date and has no 'x'", NULL },
	{ "amount > limitt", 10, "'limitt' is no field", NULL },
	{ "amount > 5 and percnt > 3", 16, "'percnt' is no field", "nearest is percent" },
	{ "due < soon", 7, "'soon' is no field", NULL },
	{ "urgent = maybe", 10, "'maybe' is no field", NULL },
	{ "qty * 2", 1, "'qty' is no field", NULL },
	{ "sum(quotes, amont)", 13, "'amont' is no field", "nearest is amount" },
	{ "total(quotes)", 1, "there is no function 'total'", NULL },
	{ "summ(quotes)", 1, "there is no function 'summ'", "nearest is sum" },
	{ "score-1", 1, "'score-1' is no field", "nearest is score" },
	{ "amount-paid = 5", 1, "'amount-paid' is no field",
	  "a subtraction has blanks around its minus: amount - paid" },
	{ "it > 5", 1, "'it' is no field", "nearest is id" },
	{ "any(rates, itt > 5)", 12, "'itt' is no field", "nearest is it" },
	{ "yes.x", 1, "'yes' is no field", NULL },
	{ "status.x = 1", 8, "'status' is a choice and has no 'x'", NULL },
};

static void names_that_mean_nothing_are_refused_with_the_nearest_one(void **state)
{
	expect_faults(*state, "expr-name", name_faults, COUNT(name_faults));
}

static const struct row choice_faults[] = {
	{ "status = activ", 10, "'activ' is no value of status", "nearest is active" },
	{ "status = frozen", 10, "'frozen' is no value of status",
	  "it is one of draft, active, closed, void" },
	{ "kind = thret", 8, "'thret' is no value of kind", "nearest is threat" },
	{ "kind in [threat, thret]", 18, "'thret' is no value of kind", "nearest is threat" },
	{ "impact > hgh", 10, "'hgh' is no value of impact", "nearest is high" },
	{ "status = overdue", 10, "'overdue' is no value of status",
	  "it is one of draft, active, closed, void" },
};

static void words_that_are_no_choice_are_refused_with_the_nearest_one(void **state)
{
	expect_faults(*state, "expr-choice", choice_faults, COUNT(choice_faults));
}

static const struct row type_faults[] = {
	{ "[threat, 5]", 10, "a whole number in a list that begins with text", NULL },
	{ "impact > kind", 8, "the two sides have no common order", NULL },
	{ "kind < title", 6, "the two sides have no common order", NULL },
	{ "due > amount", 5, "a date cannot be compared with money", NULL },
	{ "due < 5", 5, "a date cannot be compared with a whole number",
	  "dates are written 2026-11-20" },
	{ "due < 'soon'", 5, "a date cannot be compared with text",
	  "dates are written 2026-11-20" },
	{ "meets > 'noon'", 7, "a moment cannot be compared with text",
	  "dates are written 2026-11-20" },
	{ "urgent > no", 8, "yes and no have no order", NULL },
	{ "amount = urgent", 8, "money cannot be compared with yes or no", NULL },
	{ "duration > 5", 10, "a duration cannot be compared with a whole number",
	  "working days are written 5d, hours 6h" },
	{ "duration > title", 10, "a duration cannot be compared with text", NULL },
	{ "owner < 5", 7, "the id of a record cannot be compared with a whole number", NULL },
	{ "amount ~ 5", 8, "~ looks into text, this is money", NULL },
	{ "title ~ 5", 7, "~ looks into text, this is a whole number", NULL },
	{ "due ~ '2026'", 5, "~ looks into text, this is a date", NULL },
	{ "owner in DSP", 10, "in needs a list, this is text",
	  "a list stands in brackets: [a, b]" },
	{ "owner in 'DSP'", 10, "in needs a list, this is text",
	  "a list stands in brackets: [a, b]" },
	{ "owner in approver", 10, "in needs a list, this is the id of a record",
	  "a list stands in brackets: [a, b]" },
	{ "amount in [title]", 8, "money cannot be compared with text", NULL },
	{ "kind = [threat, [due]]", 17, "a list within a list", NULL },
	{ "amount + due", 8, "money and a date cannot be added", NULL },
	{ "amount + title", 8, "money and text cannot be added", NULL },
	{ "amount + 5%", 8, "money and a percentage cannot be added",
	  "five percent more is amount * 105%" },
	{ "amount * paid", 8, "money and money cannot be multiplied", NULL },
	{ "amount - 5d", 8, "money and a duration cannot be subtracted", NULL },
	{ "due + 5", 5, "a date and a whole number cannot be added",
	  "working days are written 5d, calendar days 5cd" },
	{ "due + 6h", 7, "a date has no hours",
	  "working days are written 5d, calendar days 5cd, weeks 2w" },
	{ "30min + today", 1, "a date has no hours",
	  "working days are written 5d, calendar days 5cd, weeks 2w" },
	{ "due + due", 5, "a date and a date cannot be added", NULL },
	{ "due - 5", 5, "a date and a whole number cannot be subtracted",
	  "working days are written 5d, calendar days 5cd" },
	{ "duration + 5", 10, "a duration and a whole number cannot be added",
	  "working days are written 5d, calendar days 5cd" },
	{ "duration + amount", 10, "a duration and money cannot be added", NULL },
	{ "title + title", 7, "text and text cannot be added", NULL },
	{ "urgent + 1", 8, "yes or no and a whole number cannot be added", NULL },
	{ "quotes.amount + 1", 15, "a list and a whole number cannot be added",
	  "sum(quotes.amount) makes one value of a list" },
	{ "1 + rates", 3, "a whole number and a list cannot be added",
	  "sum(rates) makes one value of a list" },
	{ "rates * 2", 7, "a list and a whole number cannot be multiplied",
	  "sum(rates) makes one value of a list" },
	{ "-title", 1, "text has no negative", NULL },
	{ "-due", 1, "a date has no negative", NULL },
	{ "-rates", 1, "a list has no negative", NULL },
	{ "sum(amount)", 5, "sum() needs a list, this is money", NULL },
	{ "sum(quotes)", 5, "sum() adds numbers, money and durations, this is a structure",
	  "sum(lines, qty * price) says what to add" },
	{ "sum(tags)", 5, "sum() adds numbers, money and durations, this is text", NULL },
	{ "sum(quotes, vendor)", 13,
	  "sum() adds numbers, money and durations, this is the id of a record", NULL },
	{ "count(owner)", 7, "count() needs a list, this is the id of a record", NULL },
	{ "count(quotes, amount + 1)", 22, "a condition is expected, this is money",
	  "compare it with something" },
	{ "any(quotes, 5)", 13, "a condition is expected, this is a whole number",
	  "compare it with something" },
	{ "max(due, amount)", 10, "money cannot be compared with a date", NULL },
	{ "max(quotes)", 5, "a structure has no order", NULL },
	{ "max(quotes, vendor, amount)", 21, "max() of a list takes one expression for its items",
	  NULL },
	{ "min(urgent, calm)", 5, "yes or no has no order", NULL },
	{ "first(owner)", 7, "first() needs a list, this is the id of a record", NULL },
	{ "days(due, amount)", 11, "days() needs dates, this is money", NULL },
	{ "if(5, 1, 2)", 4, "a condition is expected, this is a whole number",
	  "compare it with something" },
	{ "if(urgent, 1, due)", 15, "one answer of if() is a whole number, this one is a date",
	  NULL },
	{ "round(title)", 7, "round() needs a number, this is text", NULL },
	{ "abs(due)", 5, "abs() needs a number, this is a date", NULL },
	{ "length(amount)", 8, "length() needs text, this is money", NULL },
	{ "length(tags)", 8, "length() needs text, this is a list",
	  "count() says how many items a list has" },
	{ "urgent and 5", 12, "a condition is expected, this is a whole number",
	  "compare it with something" },
	{ "urgent and 'x'", 12, "a condition is expected, this is text",
	  "compare it with something" },
	{ "urgent or amount * 2", 18, "a condition is expected, this is money",
	  "compare it with something" },
	{ "urgent and count(quotes)", 12, "a condition is expected, this is a whole number",
	  "compare it with something" },
	{ "not 5", 5, "a condition is expected, this is a whole number",
	  "compare it with something" },
	{ "not [a]", 5, "a condition is expected, this is a list", "compare it with something" },
};

static void kinds_that_do_not_go_together_are_refused(void **state)
{
	expect_faults(*state, "expr-type", type_faults, COUNT(type_faults));
}

static const struct row syntax_faults[] = {
	{ "", 1, "the expression ends, expected a value", NULL },
	{ "owner.org.", 10, "'.' has no meaning here", "text with signs stands in quotes" },
	{ "sum()", 1, "sum() takes 1 or 2 arguments, not 0", NULL },
	{ "sum(quotes, amount, 1)", 1, "sum() takes 1 or 2 arguments, not 3", NULL },
	{ "any(quotes)", 1, "any() takes 2 arguments, not 1", NULL },
	{ "all(quotes, vendor = VEN-001, 3)", 1, "all() takes 2 arguments, not 3", NULL },
	{ "max()", 1, "max() takes at least 1 argument, not 0", NULL },
	{ "first()", 1, "first() takes 1 argument, not 0", NULL },
	{ "days(due)", 1, "days() takes 2 arguments, not 1", NULL },
	{ "if(urgent)", 1, "if() takes 2 or 3 arguments, not 1", NULL },
	{ "(", 2, "the expression ends, expected a value", NULL },
	{ ")", 1, "found ')', expected a value", NULL },
	{ "(1 + 2", 7, "the expression ends, expected ')'", NULL },
	{ "(1, 2)", 3, "found ',', expected ')'", "a list stands in brackets: [a, b]" },
	{ "1 +", 4, "the expression ends, expected a value", NULL },
	{ "= 5", 1, "found '=', expected a value", NULL },
	{ "5 =", 4, "the expression ends, expected a value", NULL },
	{ "a b", 3, "found 'b', expected an operator or the end",
	  "text of several words stands in quotes" },
	{ "status active", 8, "found 'active', expected an operator or the end",
	  "text of several words stands in quotes" },
	{ "overdue AND mine", 9, "found 'AND', expected an operator or the end",
	  "write and in small letters" },
	{ "owner not in [DSP]", 7, "found 'not', expected an operator or the end",
	  "not stands in front: not owner in [DSP, NET]" },
	{ "amount not 5", 8, "found 'not', expected an operator or the end",
	  "not stands in front: not owner in [DSP, NET]" },
	{ "1 < 2 < 3", 7, "a comparison cannot be compared again",
	  "join two comparisons with and" },
	{ "a = b = c", 7, "a comparison cannot be compared again",
	  "join two comparisons with and" },
	{ "x = not y", 5, "found 'not', expected a value",
	  "not stands before a whole comparison, or in parentheses" },
	{ "[1, 2", 6, "the expression ends, expected ',' or ']'", NULL },
	{ "[1 2]", 4, "found '2', expected ',' or ']'", NULL },
	{ "max(1 2)", 7, "found '2', expected ',' or ')'", NULL },
	{ "max(1,)", 7, "found ')', expected a value", NULL },
	{ "[,]", 2, "found ',', expected a value", NULL },
	{ "status == active", 8, "'==' is no operator", "write =" },
	{ "a && b", 3, "'&&' is no operator", "write and" },
	{ "a || b", 3, "'||' is no operator", "write or" },
	{ "!a", 1, "'!' is no operator", "write not" },
	{ "a <> b", 3, "'<>' is no operator", "write !=" },
	{ "a =~ b", 3, "'=~' is no operator", "write ~" },
	{ "a ! = b", 3, "'!' is no operator", "write not" },
	{ "$5", 1, "'$' has no meaning here", "text with signs stands in quotes" },
	{ "a # b", 3, "'#' has no meaning here", "text with signs stands in quotes" },
	{ "'abc", 1, "the quoted text does not end", NULL },
	{ "\"abc", 1, "the quoted text does not end", NULL },
	{ "'a\\q'", 3, "a backslash stands before n, t, \\ or a quote",
	  "a backslash itself is \\\\" },
	{ "'a\\", 3, "a backslash stands before n, t, \\ or a quote",
	  "a backslash itself is \\\\" },
	{ "5x", 1, "what begins with a digit is a number, 5%, 5d or 2026-11-20",
	  "units are d, cd, w, h and min; other text stands in quotes" },
	{ "5dd", 1, "what begins with a digit is a number, 5%, 5d or 2026-11-20",
	  "units are d, cd, w, h and min; other text stands in quotes" },
	{ "5.5.5", 1, "what begins with a digit is a number, 5%, 5d or 2026-11-20",
	  "units are d, cd, w, h and min; other text stands in quotes" },
	{ "5.", 2, "'.' has no meaning here", "text with signs stands in quotes" },
	{ "12_000", 1, "what begins with a digit is a number, 5%, 5d or 2026-11-20",
	  "units are d, cd, w, h and min; other text stands in quotes" },
	{ "12,000", 3, "found ',', expected an operator or the end",
	  "numbers have no commas, lists stand in brackets" },
	{ "1e5", 1, "what begins with a digit is a number, 5%, 5d or 2026-11-20",
	  "units are d, cd, w, h and min; other text stands in quotes" },
	{ "2026-13-01", 1, "there is no such date", "dates are written 2026-11-20" },
	{ "2026-2-30", 1, "there is no such date", "dates are written 2026-11-20" },
	{ "99999999999999999999", 1, "the number has too many digits", NULL },
	{ "1.1234567890123456789", 1, "the number has too many digits", NULL },
	{ "and", 1, "found 'and', expected a value", NULL },
	{ "not", 4, "the expression ends, expected a value", NULL },
	{ "in [a]", 1, "found 'in', expected a value", NULL },
	{ "owner = owner.", 14, "'.' has no meaning here", "text with signs stands in quotes" },
};

static void what_cannot_be_read_is_refused_where_it_stands(void **state)
{
	expect_faults(*state, "expr-syntax", syntax_faults, COUNT(syntax_faults));
}

static void two_faults_are_two_messages(void **state)
{
	struct pmo_diags diags;
	assert_int_equal(try(*state, "overdu and statu = active", &diags), PMO_INVALID);
	assert_int_equal(diags.count[PMO_ERROR], 2);
	assert_string_equal(diags.first->hint, "nearest is overdue");
	assert_string_equal(diags.last->hint, "nearest is status");
}

static void a_fault_is_not_reported_again_further_up(void **state)
{
	struct pmo_diags diags;
	assert_int_equal(try(*state, "sum(quotes, amont) + 5 > 3 and not 5d + 1 = 2", &diags),
			 PMO_INVALID);
	assert_int_equal(diags.count[PMO_ERROR], 2);
}

static void the_message_is_printed_with_a_caret_under_the_fault(void **state)
{
	struct pmo_diags diags;
	struct pmo_buffer out;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	assert_int_equal(try(*state, "open and status = activ", &diags), PMO_INVALID);
	pmo_diag_format(diags.first, true, &out);
	assert_string_equal(out.data,
			    "--where:1:19: error: 'activ' is no value of status [expr-choice]\n"
			    "    open and status = activ\n"
			    "                      ^\n"
			    "hint: nearest is active\n");
	pmo_buffer_release(&out);
}

/* A text of a piece so many times between two others. */
static enum pmo_result try_repeated(struct expr_world *world, const char *const pieces[3],
				    size_t times, struct pmo_diags *diags)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	for (size_t i = 0; i < times; i++)
		pmo_buffer_add_text(&text, pieces[0]);
	pmo_buffer_add_text(&text, pieces[1]);
	for (size_t i = 0; i < times; i++)
		pmo_buffer_add_text(&text, pieces[2]);
	const char *copy = pmo_arena_string(&world->arena, text.data);
	pmo_buffer_release(&text);
	assert_non_null(copy);
	return try(world, copy, diags);
}

static void what_is_too_large_is_refused(void **state)
{
	static const struct {
		const char *pieces[3];
		size_t fits, refused;
	} rows[] = {
		{ { "(", "urgent", ")" }, 60, 64 },
		{ { "not ", "urgent", "" }, 60, 64 },
		{ { "not (", "urgent", ")" }, 30, 64 },
		{ { "- ", "5", "" }, 60, 64 },
		{ { "[", "5", "]" }, 1, 64 },
		{ { "1 + ", "1", "" }, 60, 64 },
		{ { "1 * ", "1", "" }, 60, 64 },
		{ { "", "1", "+1" }, 60, 64 },
		{ { "abs(", "1", ")" }, 60, 64 },
		{ { "urgent or ", "calm", "" }, 300, 1000 },
		{ { "", "calm", " and urgent" }, 300, 1000 },
		{ { "parent.", "open", "" }, 15, 16 },
		{ { " ", "open", "" }, 4092, 4093 },
		{ { "open in [open,1,1,1,1,1,", "1", "]" }, 0, 100 },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct pmo_diags diags;
		enum pmo_result result = try_repeated(*state, rows[i].pieces, rows[i].fits, &diags);
		if (result != PMO_OK)
			print_error("%zu: %s\n", i, diags.first->message);
		assert_int_equal(result, PMO_OK);
		assert_int_equal(try_repeated(*state, rows[i].pieces, rows[i].refused, &diags),
				 PMO_INVALID);
		assert_string_equal(diags.first->code, "expr-syntax");
	}
}

static enum pmo_result try_field(struct expr_world *world, const char *name, const char *text,
				 struct pmo_diags *diags, struct pmo_value *value)
{
	const struct expr *expr;
	int index = pmo_schema_field(world->order, name);
	assert_true(index >= 0);
	struct expr_target target = { .schema = world->order,
				      .field = world->order->fields[index] };
	pmo_diags_init(diags, &world->arena);
	enum pmo_result result = expr_compile_field(&world->arena, text, &target, diags, &expr);
	if (result == PMO_OK)
		*value = pmo_expr_evaluate(expr, &world->records[0]);
	return result;
}

static void the_value_of_a_field_has_its_kind(void **state)
{
	static const struct {
		const char *field, *text, *expected; /* "": absent */
	} rows[] = {
		{ "amount", "5000", "5000.00" },
		{ "amount", "if(calm, 0, paid)", "500.50" },
		{ "percent", "probability / 8 * 100", "50" },
		{ "weight", "percent", "45" },
		{ "probability", "count(quotes)", "3" },
		{ "kind", "due", "due" },
		{ "kind", "if(urgent, due, threat)", "due" },
		{ "kind", "if(calm, 'due', if(urgent, opportunity, threat))", "opportunity" },
		{ "kind", "title", "" },
		{ "impact", "wish", "low" },
		{ "owner", "me", "DSP" },
		{ "owner", "requester", "NET" },
		{ "owner", "XYZ", "XYZ" },
		{ "summary", "weekly", "weekly" },
		{ "due", "today + 5d", "2026-12-01" },
		{ "due", "meets", "2026-11-20" },
		{ "urgent", "amount", "yes" },
		{ "urgent", "missing", "no" },
		{ "urgent", "no", "no" },
		{ "tags", "[a, b]", "a, b" },
		{ "amount", "missing", "" },
	};
	struct expr_world *world = *state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct pmo_diags diags;
		struct pmo_value value = { 0 };
		struct pmo_buffer out;
		int index = pmo_schema_field(world->order, rows[i].field);
		const struct pmo_field *field = world->order->fields[index];
		assert_int_equal(try_field(world, rows[i].field, rows[i].text, &diags, &value),
				 PMO_OK);
		pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
		if (value.presence == PMO_PRESENT) {
			assert_int_equal(value.kind, field->kind);
			pmo_value_format(field, &value, &out);
		}
		assert_string_equal(out.data, rows[i].expected);
		pmo_buffer_release(&out);
	}
}

static void what_never_fits_a_field_is_refused(void **state)
{
	static const struct {
		const char *field, *text, *message, *hint;
	} rows[] = {
		{ "amount", "today", "'amount' is money, this is a date", NULL },
		{ "due", "5d", "'due' is a date, this is a duration", NULL },
		{ "probability", "weight", "'probability' is a whole number, this is a number",
		  "round() makes a whole number" },
		{ "kind", "thret", "'thret' is no value of kind", "nearest is threat" },
		{ "kind", "if(urgent, threat, dui)", "'dui' is no value of kind",
		  "nearest is due" },
		{ "title", "tags", "'title' is text, this is a list", NULL },
		{ "tags", "title", "'tags' is a list, this is text", NULL },
		{ "owner", "today", NULL, NULL },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct pmo_diags diags;
		struct pmo_value value;
		enum pmo_result result =
			try_field(*state, rows[i].field, rows[i].text, &diags, &value);
		assert_int_equal(result, rows[i].message ? PMO_INVALID : PMO_OK);
		if (!rows[i].message)
			continue;
		assert_string_equal(diags.first->message, rows[i].message);
		assert_string_equal(diags.first->source->path, rows[i].field);
		if (rows[i].hint)
			assert_string_equal(diags.first->hint, rows[i].hint);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_that_mean_nothing_are_refused_with_the_nearest_one),
		cmocka_unit_test(words_that_are_no_choice_are_refused_with_the_nearest_one),
		cmocka_unit_test(kinds_that_do_not_go_together_are_refused),
		cmocka_unit_test(what_cannot_be_read_is_refused_where_it_stands),
		cmocka_unit_test(two_faults_are_two_messages),
		cmocka_unit_test(a_fault_is_not_reported_again_further_up),
		cmocka_unit_test(the_message_is_printed_with_a_caret_under_the_fault),
		cmocka_unit_test(what_is_too_large_is_refused),
		cmocka_unit_test(the_value_of_a_field_has_its_kind),
		cmocka_unit_test(what_never_fits_a_field_is_refused),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}

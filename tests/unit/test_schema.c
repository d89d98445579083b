/* Making a register's table ready for use. */
#include "unit.h"

#include "record/schema.h"

#include <string.h>

static const struct pmo_field own_fields[] = {
	{ .name = "level", .kind = PMO_TEXT, .was = "grade|rank" },
	{ .name = "lead", .kind = PMO_REF, .to = "person" },
	{ .name = "tags", .kind = PMO_TEXT, .help = "its own" },
	{ .name = "next_review", .kind = PMO_DATE, .start = "today", .when = "open" },
	{ 0 },
};
static const struct pmo_state states[] = {
	{ "new", PMO_STATE_OPEN, "begun" },
	{ "done", PMO_STATE_CLOSED, "over" },
	{ 0 },
};
static const struct pmo_move moves[] = {
	{ .verb = "finish", .from = "new", .to = "done", .guard = "level" },
	{ .verb = "again", .from = "*", .to = "new" },
	{ 0 },
};
static const struct pmo_rule rules[] = { { .code = "r", .when = "level = x", .message = "m" },
					 { 0 } };

static const struct pmo_register table = {
	.name = "thing",
	.plural = "things",
	.prefix = "THG",
	.fields = own_fields,
	.states = states,
	.moves = moves,
	.rules = rules,
	.owner = "lead",
	.due = "next_review",
	.done = "level = over",
};

struct fixture {
	struct pmo_arena arena;
	struct pmo_diags diags;
};

static int set_up(void **state)
{
	static struct fixture fixture;
	memset(&fixture, 0, sizeof(fixture));
	pmo_arena_init(&fixture.arena);
	pmo_diags_init(&fixture.diags, &fixture.arena);
	*state = &fixture;
	return 0;
}

static int tear_down(void **state)
{
	pmo_arena_release(&((struct fixture *)*state)->arena);
	return 0;
}

static struct pmo_schema *compile(struct fixture *fixture, const struct pmo_register *of,
				  enum pmo_result expected)
{
	struct pmo_schema *schema = NULL;
	assert_int_equal(schema_compile(&fixture->arena, of, &fixture->diags, &schema), expected);
	assert_non_null(schema);
	return schema;
}

static size_t times(const struct pmo_schema *schema, const char *name)
{
	size_t count = 0;
	for (size_t i = 0; i < schema->field_count; i++)
		count += strcmp(schema->fields[i]->name, name) == 0;
	return count;
}

static void the_fields_of_every_record_stand_around_its_own(void **state)
{
	struct pmo_schema *schema = compile(*state, &table, PMO_OK);
	assert_string_equal(schema->fields[0]->name, "title");
	assert_string_equal(schema->fields[1]->name, "status");
	assert_string_equal(schema->fields[2]->name, "level");
	assert_string_equal(schema->fields[schema->field_count - 1]->name, "history");
	assert_int_equal(times(schema, "owner"), 0);
	assert_int_equal(times(schema, "tags"), 1);
	assert_string_equal(schema->fields[pmo_schema_field(schema, "tags")]->help, "its own");
	assert_int_equal(times(schema, "created_by"), 1);
	struct pmo_register undated = table;
	undated.undated = true;
	undated.title = "level";
	schema = compile(*state, &undated, PMO_OK);
	assert_int_equal(times(schema, "created_by") + times(schema, "created"), 0);
	assert_int_equal(times(schema, "title"), 0);
	assert_int_equal(schema->created, -1);
	assert_int_equal(pmo_schema_field(schema, "title"), pmo_schema_field(schema, "level"));
}

static void fields_are_found_by_every_name_they_had(void **state)
{
	struct pmo_schema *schema = compile(*state, &table, PMO_OK);
	int level = pmo_schema_field(schema, "level");
	assert_true(level > 0);
	assert_int_equal(pmo_schema_field(schema, "grade"), level);
	assert_int_equal(pmo_schema_field(schema, "rank"), level);
	assert_int_equal(pmo_schema_field(schema, "ran"), -1);
	assert_int_equal(pmo_schema_field(schema, "owner"), pmo_schema_field(schema, "lead"));
	assert_int_equal(pmo_schema_field(schema, "due"), pmo_schema_field(schema, "next_review"));
	assert_int_equal(pmo_schema_field(schema, ""), -1);
}

static void the_nearest_field_is_a_slip_or_a_beginning_away(void **state)
{
	static const struct {
		const char *typed, *nearest;
	} cases[] = {
		{ "levle", "level" },  { "next", "next_review" }, { "ttile", "title" },
		{ "statu", "status" }, { "zzz", NULL },           { "le", NULL },
		{ "", NULL },
	};
	struct pmo_schema *schema = compile(*state, &table, PMO_OK);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *nearest = pmo_schema_nearest_field(schema, cases[i].typed);
		if (cases[i].nearest ? !nearest || strcmp(nearest, cases[i].nearest) != 0
				     : nearest != NULL)
			fail_msg("%s: %s", cases[i].typed, nearest ? nearest : "none");
	}
}

static void void_is_a_state_of_every_register(void **state)
{
	struct pmo_schema *schema = compile(*state, &table, PMO_OK);
	assert_int_equal(schema->state_count, 3);
	assert_string_equal(pmo_schema_first_state(schema)->name, "new");
	assert_int_equal(pmo_schema_state(schema, "void")->kind, PMO_STATE_VOID);
	assert_null(pmo_schema_state(schema, "Void"));
	const struct pmo_field *status = schema->fields[schema->status];
	assert_string_equal(status->choices[2], "void");
	assert_null(status->choices[3]);
	struct pmo_register plain = { .name = "p", .plural = "ps", .prefix = "P" };
	schema = compile(*state, &plain, PMO_OK);
	assert_string_equal(pmo_schema_first_state(schema)->name, "open");
	assert_int_equal(schema->due, -1);
}

static void expressions_stand_beside_what_they_belong_to(void **state)
{
	struct pmo_schema *schema = compile(*state, &table, PMO_OK);
	assert_non_null(schema->guards[0]);
	assert_null(schema->guards[1]);
	assert_non_null(schema->rules[0]);
	assert_non_null(schema->done);
	assert_non_null(schema->start[schema->due]);
	assert_non_null(schema->when[schema->due]);
	assert_null(schema->derive[schema->due]);
}

static void a_faulty_expression_is_told_and_the_rest_can_be_used(void **state)
{
	struct fixture *fixture = *state;
	struct pmo_register faulty = table;
	faulty.done = "level = ";
	struct pmo_schema *schema = compile(fixture, &faulty, PMO_INVALID);
	assert_null(schema->done);
	assert_non_null(schema->guards[0]);
	assert_int_equal(fixture->diags.count[PMO_ERROR], 1);
}

static void words_are_told_apart(void **state)
{
	(void)state;
	assert_true(pmo_word_is_in("a|b|c", "b"));
	assert_true(pmo_word_is_in("a b", "b"));
	assert_true(pmo_word_is_in("a", "a"));
	assert_false(pmo_word_is_in("ab|c", "a"));
	assert_false(pmo_word_is_in("a|b", ""));
	assert_false(pmo_word_is_in("a||b", ""));
	assert_false(pmo_word_is_in(NULL, "a"));
	assert_false(pmo_word_is_in("", "a"));
	assert_non_null(schema_common_field("title"));
	assert_non_null(schema_common_field("history"));
	assert_null(schema_common_field("level"));
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		CASE(the_fields_of_every_record_stand_around_its_own),
		CASE(fields_are_found_by_every_name_they_had),
		CASE(the_nearest_field_is_a_slip_or_a_beginning_away),
		CASE(void_is_a_state_of_every_register),
		CASE(expressions_stand_beside_what_they_belong_to),
		CASE(a_faulty_expression_is_told_and_the_rest_can_be_used),
		CASE(words_are_told_apart),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

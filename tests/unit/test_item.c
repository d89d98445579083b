/* One item of a list by its members' own names, as moves take it. */
#include "unit.h"

#include "sandbox.h"

#include "store/draft.h"

static const char config[] =
	"format: 1\n"
	"registers:\n"
	"  grant:\n"
	"    prefix: GRA\n"
	"    layout: file\n"
	"    undated: true\n"
	"    fields:\n"
	"      fund: text\n"
	"      draws: {type: struct, list: true,\n"
	"        members: {no: text, amount: money, on: {type: date, start: today}, fund: text}}\n"
	"    states: {open: open, done: closed}\n"
	"    moves:\n"
	"      draw: {from: open, to: open, needs: [draws]}\n"
	"      end: {from: open, to: done}\n";

#define GRANTS "cadup/grants.yaml"
#define HEAD   "GRA-001:\n  title: Safety\n"

static int set_up(void **state)
{
	struct sandbox *box = sandbox_new();
	sandbox_write(box, "pmo.yaml", config);
	sandbox_write(box, "cadup/project.yaml", "title: CAD upgrade\n");
	sandbox_write(box, "people.yaml", "PC:\n  name: Pat Cole\n");
	*state = box;
	return 0;
}

static int tear_down(void **state)
{
	sandbox_free(*state);
	return 0;
}

static enum pmo_result give(struct sandbox *box, const char *verb, char **words, int count)
{
	static const struct pmo_update_options options = { .on = PMO_DATE_NONE };
	struct pmo_workspace *workspace = sandbox_open(box);
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, "grant");
	const struct pmo_record *record;
	struct pmo_update *update;
	struct pmo_draft *draft;
	enum pmo_result result = pmo_update_begin(workspace, &options, &update);
	if (result == PMO_OK)
		result = pmo_workspace_find(workspace, schema, "GRA-1", &record);
	if (result == PMO_OK)
		result = pmo_update_edit(update, record, &draft);
	if (result == PMO_OK)
		result = pmo_draft_assign_all(draft, verb, words, count);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	pmo_update_end(update);
	return result;
}

static void members_make_an_item_that_begins_as_its_members_say(void **state)
{
	struct sandbox *box = *state;
	char *words[] = { "amount=5", "no=D 1, \"first\"" };
	sandbox_write(box, GRANTS, HEAD);
	assert_int_equal(give(box, "draw", words, 2), PMO_OK);
	assert_string_equal(sandbox_read(box, GRANTS),
			    HEAD "  draws:\n    - no: D 1, \"first\"\n      amount: 5.00\n"
				 "      on: 2026-11-20\n");
}

static void the_key_names_the_item_that_is_there(void **state)
{
	struct sandbox *box = *state;
	char *words[] = { "no=d-2", "amount=7.00" };
	sandbox_write(box, GRANTS,
		      HEAD "  draws:\n    - {no: D-1, amount: 1.00}\n"
			   "    - {no: D-2, amount: 2.00}   # half\n");
	assert_int_equal(give(box, "draw", words, 2), PMO_OK);
	assert_string_equal(sandbox_read(box, GRANTS),
			    HEAD "  draws:\n    - {no: D-1, amount: 1.00}\n"
				 "    - {no: D-2, amount: 7.00}   # half\n");
}

static void a_field_of_the_register_goes_before_a_member(void **state)
{
	struct sandbox *box = *state;
	char *words[] = { "fund=state" };
	sandbox_write(box, GRANTS, HEAD);
	assert_int_equal(give(box, "draw", words, 1), PMO_OK);
	assert_string_equal(sandbox_read(box, GRANTS), HEAD "  fund: state\n");
}

static void only_a_move_that_needs_the_list_takes_its_members(void **state)
{
	struct sandbox *box = *state;
	char *words[] = { "amount=5" };
	sandbox_write(box, GRANTS, HEAD);
	assert_int_equal(give(box, "end", words, 1), PMO_USAGE);
	assert_int_equal(give(box, NULL, words, 1), PMO_USAGE);
	assert_string_equal(sandbox_read(box, GRANTS), HEAD);
}

static void a_bad_value_refuses_all_of_it(void **state)
{
	struct sandbox *box = *state;
	char *words[] = { "no=D-1", "amount=much" };
	sandbox_write(box, GRANTS, HEAD);
	assert_int_equal(give(box, "draw", words, 2), PMO_INVALID);
	assert_non_null(strstr(sandbox_messages(box), "amount: 'much' is not an amount"));
	assert_string_equal(sandbox_read(box, GRANTS), HEAD);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		CASE(members_make_an_item_that_begins_as_its_members_say),
		CASE(the_key_names_the_item_that_is_there),
		CASE(a_field_of_the_register_goes_before_a_member),
		CASE(only_a_move_that_needs_the_list_takes_its_members),
		CASE(a_bad_value_refuses_all_of_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

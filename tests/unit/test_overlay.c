/* Own fields and registers: what is read out of the language of pmo.yaml, and merging. */
#include "unit.h"

#include "record/overlay.h"

#include <pmo/text.h>

#include <string.h>

struct fixture {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_source source;
	struct ydoc doc;
	struct overlay_reader reader;
	struct pmo_buffer out;
};

static int set_up(void **state)
{
	static struct fixture fixture;
	memset(&fixture, 0, sizeof(fixture));
	pmo_arena_init(&fixture.arena);
	pmo_diags_init(&fixture.diags, &fixture.arena);
	pmo_buffer_init(&fixture.out, PMO_BUFFER_LIMIT);
	*state = &fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	pmo_buffer_release(&fixture->out);
	pmo_arena_release(&fixture->arena);
	return 0;
}

/* Begins reading a text; the map of registers or fields in it is the document's root. */
static void begin(struct fixture *fixture, const char *text)
{
	fixture->source =
		(struct pmo_source){ .path = "pmo.yaml", .bytes = text, .length = strlen(text) };
	pmo_diags_init(&fixture->diags, &fixture->arena);
	assert_int_equal(
		ydoc_read(&fixture->doc, &fixture->arena, &fixture->source, &fixture->diags),
		PMO_OK);
	overlay_reader_init(&fixture->reader, &fixture->doc, &fixture->diags);
	fixture->reader.own = true;
}

static const struct pmo_register *read_register(struct fixture *fixture, const char *text)
{
	begin(fixture, text);
	struct pmo_register *table = NULL;
	enum pmo_result result =
		overlay_read_register(&fixture->reader, ydoc_at(fixture->doc.root, 0), &table);
	assert_true(result == PMO_OK || result == PMO_INVALID);
	assert_int_equal(result == PMO_OK, table != NULL);
	return table;
}

/* All diagnostics as text, with the hints. */
static const char *told(struct fixture *fixture)
{
	pmo_buffer_clear(&fixture->out);
	for (const struct pmo_diag *diag = fixture->diags.first; diag; diag = diag->next) {
		pmo_diag_format(diag, false, &fixture->out);
		if (diag->hint)
			pmo_buffer_add_format(&fixture->out, "hint: %s\n", diag->hint);
	}
	return fixture->out.data;
}

static const char permit[] =
	"permit:\n"
	"  plural: permits\n"
	"  prefix: PMT\n"
	"  help: permits we wait for\n"
	"  scope: project\n"
	"  layout: file\n"
	"  fields:\n"
	"    authority: {type: text, needed: true, help: who grants it}\n"
	"    fee: money\n"
	"    issued: date\n"
	"    note_to: {to: [meeting, issue], was: [assignee, who]}\n"
	"    inspections:\n"
	"      type: struct\n"
	"      list: true\n"
	"      members: {on: date, result: {type: choice, choices: [pass, fail]}}\n"
	"      brief: on result?\n"
	"  states: {applied: open, granted: closed, refused: {kind: closed, help: said no}}\n"
	"  moves:\n"
	"    grant: {from: applied, to: granted, needs: [issued, fee], sets: {issued: today}}\n"
	"    reopen: {from: [granted, refused], to: applied, needs: note}\n"
	"    refuse: {from: '*', to: refused, needs: [note]}\n"
	"  rules:\n"
	"    permit-late: {severity: warning, when: open and issued < today, message: '{issued}'}\n"
	"  columns: [id, title, authority]\n"
	"  sort: -issued, id\n";

static void a_register_is_read_with_all_its_rows(void **state)
{
	const struct pmo_register *table = read_register(*state, permit);
	assert_string_equal(told(*state), "");
	assert_string_equal(table->name, "permit");
	assert_string_equal(table->prefix, "PMT");
	assert_int_equal(table->layout, PMO_LAYOUT_FILE);
	assert_int_equal(overlay_row_count(&overlay_field_shape, table->fields), 5);
	assert_int_equal(table->fields[0].flags, PMO_NEEDED);
	assert_int_equal(table->fields[1].kind, PMO_MONEY);
	assert_int_equal(overlay_row_count(&overlay_state_shape, table->states), 3);
	assert_int_equal(table->states[2].kind, PMO_STATE_CLOSED);
	assert_int_equal(overlay_row_count(&overlay_move_shape, table->moves), 3);
	assert_int_equal(table->rules[0].severity, PMO_WARNING);
	assert_null(table->rules[1].code);
}

static void words_may_be_a_list_or_text(void **state)
{
	const struct pmo_register *table = read_register(*state, permit);
	assert_string_equal(table->columns, "id title authority");
	assert_string_equal(table->sort, "-issued id");
	assert_string_equal(table->moves[0].needs, "issued fee");
	assert_string_equal(table->moves[1].needs, "note");
	assert_string_equal(table->moves[1].from, "granted|refused");
	assert_string_equal(table->moves[2].from, "*");
	assert_string_equal(table->fields[3].was, "assignee|who");
}

static void a_type_that_was_not_said_follows_from_what_was(void **state)
{
	const struct pmo_register *table = read_register(
		*state, "x: {prefix: XX, fields: {a: {to: issue}, b: {choices: [p]}, c: , "
			"d: {members: {m: }}, e: {help: words}}}");
	static const enum pmo_kind kinds[] = { PMO_REF, PMO_CHOICE, PMO_TEXT, PMO_STRUCT,
					       PMO_TEXT };
	assert_string_equal(told(*state), "");
	for (size_t i = 0; i < 5; i++)
		assert_int_equal(table->fields[i].kind, kinds[i]);
}

static void members_of_a_structure_are_fields(void **state)
{
	const struct pmo_register *table = read_register(*state, permit);
	const struct pmo_field *field = &table->fields[4];
	assert_int_equal(field->kind, PMO_STRUCT);
	assert_int_equal(field->flags, PMO_LIST);
	assert_string_equal(field->brief, "on result?");
	assert_string_equal(field->members[0].name, "on");
	assert_int_equal(field->members[0].kind, PMO_DATE);
	assert_string_equal(field->members[1].choices[1], "fail");
	assert_null(field->members[1].choices[2]);
	assert_null(field->members[2].name);
}

static void what_a_move_sets_keeps_its_expressions_apart(void **state)
{
	const struct pmo_register *table = read_register(
		*state,
		"x: {prefix: XX, moves: {finish: {from: open, to: closed, sets: "
		"{done_on: today + 5d, flag: 'urgent and score=3', by: 'if(a = b, 1, 2)'}}}}");
	static const char *const names[] = { "done_on", "flag", "by" };
	static const char *const texts[] = { "today + 5d", "(urgent and score=3)",
					     "if(a = b, 1, 2)" };
	const char *sets = table->moves[0].sets;
	struct overlay_set set;
	for (size_t i = 0; i < 3; i++) {
		assert_true(overlay_next_set(&sets, &set));
		assert_int_equal(set.name_length, strlen(names[i]));
		assert_memory_equal(set.name, names[i], set.name_length);
		assert_int_equal(set.expression_length, strlen(texts[i]));
		assert_memory_equal(set.expression, texts[i], set.expression_length);
	}
	assert_false(overlay_next_set(&sets, &set));
}

static void a_verb_may_occur_twice_in_a_list(void **state)
{
	const struct pmo_register *table = read_register(
		*state, "x: {prefix: XX, states: [{name: a}, {name: b, kind: closed}], moves: "
			"[{verb: go, from: a, to: b}, {verb: go, from: b, to: a}]}");
	assert_string_equal(told(*state), "");
	assert_string_equal(table->states[1].name, "b");
	assert_string_equal(table->moves[0].verb, "go");
	assert_string_equal(table->moves[1].verb, "go");
	assert_string_equal(table->moves[1].to, "a");
}

/* One fault each: what is told about it, and what of the register is left. */
static const struct {
	const char *text, *told;
	size_t fields, moves, rules;
} faults[] = {
	{ "fields:\n    good: date\n    bad: monney\n",
	  "pmo.yaml:5:10: error: 'monney' is none of text, prose, date, moment, duration, "
	  "money, percent, integer, number, yes_no, choice, ref, line, struct "
	  "[config-value]\nhint: nearest is money\n",
	  1, 0, 0 },
	{ "fields:\n    good: {type: date, nedeed: true}\n",
	  "pmo.yaml:4:24: warning: 'nedeed' is no key of a field [config-key]\n"
	  "hint: nearest is needed\n",
	  1, 0, 0 },
	{ "fields:\n    good: {help: [a, b]}\n",
	  "pmo.yaml:4:18: error: 'help' is a list, expected text [config-type]\n"
	  "hint: put the text in quotes\n",
	  1, 0, 0 },
	{ "fields:\n    good: {needed: maybe}\n",
	  "pmo.yaml:4:20: error: 'maybe' is none of false, true, no, yes, off, on "
	  "[config-value]\n",
	  1, 0, 0 },
	{ "fields:\n    Bad Name: text\n    good: text\n",
	  "pmo.yaml:4:5: error: 'Bad Name' is no name of a field [config-name]\n"
	  "hint: a letter a-z first, then a-z, 0-9, _; at most 32\n",
	  1, 0, 0 },
	{ "fields:\n    history: text\n    good: text\n",
	  "pmo.yaml:4:5: error: every register has 'history', it cannot be another field "
	  "[config-taken]\nhint: give it a name of its own\n",
	  1, 0, 0 },
	{ "fields:\n    bad: choice\n    good: text\n",
	  "pmo.yaml:4:5: error: field 'bad' lacks 'choices' [config-missing]\n"
	  "hint: choices: [low, high]\n",
	  1, 0, 0 },
	{ "fields:\n    bad: struct\n    good: text\n",
	  "pmo.yaml:4:5: error: field 'bad' lacks 'members' [config-missing]\n"
	  "hint: members: {on: date, result: text}\n",
	  1, 0, 0 },
	{ "fields:\n    good: {type: money, signed: true}\n",
	  "pmo.yaml:4:25: warning: 'signed' says nothing about a field of type money, only "
	  "about duration [config-key]\n",
	  1, 0, 0 },
	{ "fields: [good, {name: fine}]\n",
	  "pmo.yaml:3:12: error: a field without a 'name' [config-missing]\n", 1, 0, 0 },
	{ "fields: [{name: a}, {name: a}]\n",
	  "pmo.yaml:3:23: error: field 'a' is there already [config-taken]\n", 1, 0, 0 },
	{ "fields: text\n",
	  "pmo.yaml:3:11: error: 'fields' is text, expected a map [config-type]\n", 0, 0, 0 },
	{ "moves:\n    go: {from: open, to: closd}\n    stay: {from: closed, to: open}\n",
	  "pmo.yaml:4:26: error: 'closd' is no state of x [config-value]\n", 0, 1, 0 },
	{ "moves: {go: {to: closed}, stay: {from: closed, to: open}}\n",
	  "pmo.yaml:3:11: error: move 'go' lacks 'from' [config-missing]\n", 0, 1, 0 },
	{ "moves: {void: {from: open, to: closed}, stay: {from: closed, to: open}}\n",
	  "pmo.yaml:3:11: error: move 'void' is there already [config-taken]\n", 0, 1, 0 },
	{ "moves: {stay: {from: open, to: closed, sets: today}}\n",
	  "pmo.yaml:3:48: error: 'sets' is text, expected a map such as {done_on: today} "
	  "[config-type]\n",
	  0, 1, 0 },
	{ "rules: {x-late: {when: open, message: late, severity: fatal}, y: {when: open}}\n",
	  "pmo.yaml:3:57: error: 'fatal' is none of advice, warning, error "
	  "[config-value]\n"
	  "pmo.yaml:3:65: error: rule 'y' lacks 'message' [config-missing]\n",
	  0, 0, 1 },
};

static void a_fault_is_told_with_its_place_and_costs_only_its_row(void **state)
{
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
		struct fixture *fixture = *state;
		const char *text =
			pmo_arena_format(&fixture->arena, "x:\n  prefix: XX\n  %s", faults[i].text);
		const struct pmo_register *table = read_register(fixture, text);
		assert_string_equal(told(*state), faults[i].told);
		assert_non_null(table);
		assert_int_equal(overlay_row_count(&overlay_field_shape, table->fields),
				 faults[i].fields);
		assert_int_equal(overlay_row_count(&overlay_move_shape, table->moves),
				 faults[i].moves);
		assert_int_equal(overlay_row_count(&overlay_rule_shape, table->rules),
				 faults[i].rules);
	}
}

static void a_register_without_a_sound_name_prefix_or_place_is_left_out(void **state)
{
	static const char *const cases[][2] = {
		{ "x: {plural: xs}", "pmo.yaml:1:4: error: register 'x' lacks 'prefix' "
				     "[config-missing]\n"
				     "hint: prefix: PMT makes the ids PMT-001, PMT-002\n" },
		{ "x: {prefix: Pm}",
		  "pmo.yaml:1:13: error: 'Pm' is no prefix, expected two to five "
		  "letters A-Z [config-value]\n"
		  "hint: prefix: PMT makes the ids PMT-001, PMT-002\n" },
		{ "X: {prefix: PM}",
		  "pmo.yaml:1:1: error: 'X' is no name of a register "
		  "[config-name]\n"
		  "hint: a letter a-z first, then a-z, 0-9, _, -; at most 32\n" },
		{ "x: {prefix: PM, place: ../y}", "pmo.yaml:1:24: error: '../y' can be no name of "
						  "a file or folder here [config-name]\n" },
		{ "x: words", "pmo.yaml:1:4: error: 'x' is text, expected a map [config-type]\n" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_null(read_register(*state, cases[i][0]));
		assert_string_equal(told(*state), cases[i][1]);
	}
}

static void structures_nest_only_so_deep(void **state)
{
	const struct pmo_register *table = read_register(
		*state, "x: {prefix: XX, fields: {a: {members: {b: {members: {c: {members: {d: "
			"{members: {e: text}}, f: text}}}}}}}}");
	assert_string_equal(told(*state), "pmo.yaml:1:81: error: more than 4 levels of structures "
					  "[config-limit]\n");
	const struct pmo_field *deep = table->fields->members->members->members;
	assert_string_equal(deep[0].name, "f");
}

static void fields_beyond_the_limit_are_left_out(void **state)
{
	struct fixture *fixture = *state;
	struct pmo_buffer text;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_buffer_add_text(&text, "x:\n  prefix: XX\n  fields:\n");
	for (int i = 0; i < OVERLAY_FIELDS + 5; i++)
		pmo_buffer_add_format(&text, "    f%d: text\n", i);
	const struct pmo_register *table = read_register(fixture, text.data);
	assert_string_equal(told(fixture), "pmo.yaml:204:11: error: more than 200 fields "
					   "[config-limit]\n");
	assert_int_equal(overlay_row_count(&overlay_field_shape, table->fields), OVERLAY_FIELDS);
	pmo_buffer_release(&text);
}

static void a_reference_names_registers_that_exist(void **state)
{
	static const struct pmo_register issue = { .name = "issue" };
	static const struct pmo_register *const registers[] = { &issue, NULL };
	struct fixture *fixture = *state;
	begin(fixture, "x: {prefix: XX, fields: {a: {to: [issue, x]}, b: {to: isue}}}");
	fixture->reader.registers = registers;
	fixture->reader.own_registers = fixture->doc.root;
	struct pmo_register *table;
	assert_int_equal(overlay_read_register(&fixture->reader, fixture->doc.root->first, &table),
			 PMO_OK);
	assert_string_equal(told(fixture), "pmo.yaml:1:55: error: there is no register 'isue' "
					   "[config-value]\nhint: nearest is issue\n");
	assert_string_equal(table->fields[0].to, "issue|x");
	assert_null(table->fields[1].name);
}

static const struct pmo_field base_fields[] = {
	{ .name = "score", .kind = PMO_INTEGER },
	{ .name = "area", .kind = PMO_TEXT, .was = "zone" },
	{ .name = NULL },
};

static const struct pmo_move base_moves[] = {
	{ .verb = "close", .from = "open", .to = "closed" },
	{ .verb = NULL },
};

static const struct pmo_rule base_rules[] = {
	{ .code = "risk-big", .severity = PMO_ADVICE, .when = "score > 9", .message = "big" },
	{ .code = NULL },
};

static const struct pmo_register base = {
	.name = "risk",
	.plural = "risks",
	.prefix = "RSK",
	.fields = base_fields,
	.moves = base_moves,
	.rules = base_rules,
	.columns = "id score",
};

/* Reads an addition to the base, and merges it. */
static const struct pmo_register *merge(struct fixture *fixture, const char *text)
{
	begin(fixture, text);
	fixture->reader.base = &base;
	struct pmo_register *addition;
	const struct pmo_register *merged;
	assert_int_equal(
		overlay_read_register(&fixture->reader, fixture->doc.root->first, &addition),
		PMO_OK);
	assert_int_equal(overlay_merge(&fixture->arena, &base, addition, &merged), PMO_OK);
	return merged;
}

static void own_fields_stand_after_the_built_in_ones(void **state)
{
	const struct pmo_register *merged = merge(*state, "risk: {fields: {district: text}}");
	assert_string_equal(told(*state), "");
	assert_string_equal(merged->fields[0].name, "score");
	assert_string_equal(merged->fields[2].name, "district");
	assert_int_equal(merged->fields[0].flags, 0);
	assert_int_equal(merged->fields[2].flags, PMO_OWN);
	assert_null(merged->fields[3].name);
	assert_string_equal(merged->prefix, "RSK");
	assert_ptr_equal(merged->moves, base_moves);
}

static void an_own_field_of_a_built_in_name_counts_and_is_told(void **state)
{
	const struct pmo_register *merged =
		merge(*state, "risk: {fields: {score: money, zone: text, tags: prose}}");
	assert_string_equal(
		told(*state),
		"pmo.yaml:1:17: warning: 'score' is a built-in field of risk; the one of the "
		"workspace counts [config-taken]\n"
		"hint: give it a name of its own, or leave it out\n"
		"pmo.yaml:1:31: warning: 'zone' is a built-in field of risk; the one of the "
		"workspace counts [config-taken]\n"
		"hint: give it a name of its own, or leave it out\n"
		"pmo.yaml:1:43: warning: 'tags' is a built-in field of risk; the one of the "
		"workspace counts [config-taken]\n"
		"hint: give it a name of its own, or leave it out\n");
	assert_int_equal(merged->fields[0].kind, PMO_MONEY);
	assert_string_equal(merged->fields[1].name, "area");
	assert_string_equal(merged->fields[2].name, "zone");
	assert_null(merged->fields[4].name);
}

static void states_moves_and_rules_are_added(void **state)
{
	const struct pmo_register *merged = merge(
		*state, "risk: {states: {parked: open}, moves: {park: {from: open, to: parked}, "
			"close: {from: parked, to: closed}}, rules: {risk-big: {severity: error, "
			"when: score > 5, message: huge}, r2: {when: open, message: m}}, "
			"columns: id area}");
	assert_string_equal(told(*state), "");
	assert_string_equal(merged->states[0].name, "open");
	assert_string_equal(merged->states[2].name, "parked");
	assert_string_equal(merged->moves[0].from, "open");
	assert_string_equal(merged->moves[2].verb, "close");
	assert_string_equal(merged->rules[0].message, "huge");
	assert_string_equal(merged->rules[1].code, "r2");
	assert_null(merged->rules[2].code);
	assert_string_equal(merged->columns, "id area");
}

static void a_built_in_register_keeps_what_is_its_own(void **state)
{
	const struct pmo_register *merged =
		merge(*state, "risk: {layout: file, moves: {close: {from: '*', to: closed}}}");
	assert_string_equal(told(*state),
			    "pmo.yaml:1:30: error: move 'close' is there already [config-taken]\n"
			    "pmo.yaml:1:8: error: risk is built in and keeps its 'layout' "
			    "[config-taken]\n"
			    "hint: fields, states, moves, rules, columns and sort can be added to "
			    "it\n");
	assert_int_equal(merged->layout, PMO_LAYOUT_FOLDER);
	assert_null(merged->moves[1].verb);
}

static void the_nearest_name_is_near(void **state)
{
	static const char *const names[] = { "needed", "tracked", "to", NULL };
	(void)state;
	assert_string_equal(overlay_nearest("neded", overlay_word_at, names), "needed");
	assert_string_equal(overlay_nearest("tarcked", overlay_word_at, names), "tracked");
	assert_null(overlay_nearest("unrelated", overlay_word_at, names));
	assert_null(overlay_nearest("xyz", overlay_word_at, names));
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		CASE(a_register_is_read_with_all_its_rows),
		CASE(words_may_be_a_list_or_text),
		CASE(a_type_that_was_not_said_follows_from_what_was),
		CASE(members_of_a_structure_are_fields),
		CASE(what_a_move_sets_keeps_its_expressions_apart),
		CASE(a_verb_may_occur_twice_in_a_list),
		CASE(a_fault_is_told_with_its_place_and_costs_only_its_row),
		CASE(a_register_without_a_sound_name_prefix_or_place_is_left_out),
		CASE(structures_nest_only_so_deep),
		CASE(fields_beyond_the_limit_are_left_out),
		CASE(a_reference_names_registers_that_exist),
		CASE(own_fields_stand_after_the_built_in_ones),
		CASE(an_own_field_of_a_built_in_name_counts_and_is_told),
		CASE(states_moves_and_rules_are_added),
		CASE(a_built_in_register_keeps_what_is_its_own),
		CASE(the_nearest_name_is_near),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The states, moves and rules of the built-in tables. */
#include "unit.h"

#include "register_walk.h"

#include "record/expr_field.h"

#include <stdio.h>

static void check_ends(struct walk *walk, const struct pmo_move *move)
{
	const char *from = move->from;
	char word[64];
	if (!pmo_schema_state(walk->schema, move->to) || strcmp(move->to, "void") == 0)
		fail_msg("%s %s leads nowhere", walk->table->name, move->verb);
	while (next_word(&from, "|", word))
		if (!pmo_schema_state(walk->schema, word) || strcmp(word, "void") == 0)
			fail_msg("%s %s comes from '%s'", walk->table->name, move->verb, word);
}

static void moves_lead_between_states_that_exist(void **state)
{
	(void)state;
	each_move(check_ends);
}

static bool is_reached(const struct pmo_register *table, const char *name)
{
	for (const struct pmo_move *move = table->moves; move && move->verb; move++)
		if (strcmp(move->to, name) == 0 && strcmp(move->from, name) != 0)
			return true;
	return false;
}

static bool is_left(const struct pmo_register *table, const char *name)
{
	for (const struct pmo_move *move = table->moves; move && move->verb; move++)
		if (pmo_word_is_in(move->from, name))
			return true;
	return false;
}

static void check_ways(struct walk *walk)
{
	const struct pmo_register *table = walk->table;
	for (const struct pmo_state *state = table->states; state && state->name; state++) {
		if (state != table->states && !is_reached(table, state->name))
			fail_msg("%s: no move leads to %s", table->name, state->name);
		if (state->kind == PMO_STATE_OPEN && !is_left(table, state->name))
			fail_msg("%s: no move leads out of %s", table->name, state->name);
	}
}

static void every_state_but_the_first_is_reached_and_an_open_one_left(void **state)
{
	(void)state;
	each_register(check_ways);
}

static void states_are_snake_case_and_begin_open(void **state)
{
	(void)state;
	for (size_t i = 0; pmo_registers[i]; i++) {
		const struct pmo_state *states = pmo_registers[i]->states;
		assert_true(!states || states->kind == PMO_STATE_OPEN);
		for (const struct pmo_state *s = states; s && s->name; s++) {
			assert_true(is_field_name(s->name));
			assert_string_not_equal(s->name, "void");
			for (const struct pmo_state *other = states; other < s; other++)
				assert_string_not_equal(s->name, other->name);
		}
	}
}

static void check_verb(struct walk *walk, const struct pmo_move *move)
{
	static const char generic[] =
		"add|list|show|set|edit|void|matrix|link|unlink|find|log|attach|help";
	if (!is_spelled(move->verb, SMALL, SMALL "-") || pmo_word_is_in(generic, move->verb))
		fail_msg("%s: '%s' is no verb for a move", walk->table->name, move->verb);
}

static void verbs_are_words_of_their_own(void **state)
{
	(void)state;
	each_move(check_verb);
}

static void check_one_place(struct walk *walk, const struct pmo_move *move)
{
	for (const struct pmo_move *other = walk->table->moves; other < move; other++) {
		const char *from = move->from;
		char word[64];
		if (strcmp(move->verb, other->verb) != 0)
			continue;
		while (next_word(&from, "|", word))
			if (pmo_word_is_in(other->from, word))
				fail_msg("%s %s from %s is said twice", walk->table->name,
					 move->verb, word);
	}
}

static void a_verb_leads_from_a_state_to_one_place_only(void **state)
{
	(void)state;
	each_move(check_one_place);
}

static void check_expression(struct walk *walk, const char *text, const char *where)
{
	struct pmo_diags diags;
	const struct expr *expr;
	pmo_diags_init(&diags, &walk->arena);
	if (pmo_expr_compile(text, where, walk->schema, &diags, &expr) != PMO_OK)
		fail_msg("%s %s: '%s': %s", walk->table->name, where, text,
			 diags.first ? diags.first->message : "");
}

/* What a field is set to: there, one of its choices is a value. */
static void check_value(struct walk *walk, const struct pmo_field *field, const char *text,
			const char *verb)
{
	struct pmo_diags diags;
	const struct expr *expr;
	struct expr_target target = { walk->schema, field, verb };
	pmo_diags_init(&diags, &walk->arena);
	if (expr_compile_field(&walk->arena, text, &target, &diags, &expr) != PMO_OK)
		fail_msg("%s %s: '%s': %s", walk->table->name, verb, text,
			 diags.first ? diags.first->message : "");
}

/* "resolved=today owner=me", and "resolved=" which takes it away. */
static void check_sets(struct walk *walk, const struct pmo_move *move)
{
	const char *sets = move->sets;
	char word[64];
	while (next_word(&sets, " ", word)) {
		char *equals = strchr(word, '=');
		if (!equals)
			fail_msg("%s %s sets '%s'", walk->table->name, move->verb, word);
		*equals = '\0';
		int index = pmo_schema_field(walk->schema, word);
		if (index < 0 || walk->schema->fields[index]->derive)
			fail_msg("%s %s sets '%s'", walk->table->name, move->verb, word);
		if (equals[1])
			check_value(walk, walk->schema->fields[index], equals + 1, move->verb);
	}
}

static void check_needs(struct walk *walk, const struct pmo_move *move)
{
	const char *needs = move->needs;
	char word[64];
	size_t count = 0;
	for (; next_word(&needs, " ", word); count++) {
		int index = pmo_schema_field(walk->schema, word);
		if (strcmp(word, "note") != 0 && (index < 0 || walk->schema->fields[index]->derive))
			fail_msg("%s %s needs '%s'", walk->table->name, move->verb, word);
	}
	if (count > 4)
		fail_msg("%s %s needs %zu fields", walk->table->name, move->verb, count);
}

static void moves_need_and_set_fields_that_exist(void **state)
{
	(void)state;
	each_move(check_needs);
	each_move(check_sets);
}

static void check_guard(struct walk *walk, const struct pmo_move *move)
{
	if (!move->guard != !move->refusal)
		fail_msg("%s %s: a guard and its refusal go together", walk->table->name,
			 move->verb);
}

static void guards_come_with_a_refusal(void **state)
{
	(void)state;
	each_move(check_guard);
}

static void check_reason(struct walk *walk, const struct pmo_move *move)
{
	static const char verbs[] = "reject|cancel|withdraw|reopen|send-back";
	if (pmo_word_is_in(verbs, move->verb) && !(move->needs && strstr(move->needs, "note")))
		fail_msg("%s %s asks for no reason", walk->table->name, move->verb);
}

static void giving_up_and_going_back_need_a_reason(void **state)
{
	(void)state;
	each_move(check_reason);
}

static void check_rule(struct walk *walk, const struct pmo_rule *rule)
{
	if (!is_spelled(rule->code, SMALL, SMALL "-") || strstr(rule->code, "--"))
		fail_msg("'%s' is no code", rule->code);
	if (!rule->when || (rule->field && pmo_schema_field(walk->schema, rule->field) < 0))
		fail_msg("%s is about '%s'", rule->code, rule->field ? rule->field : "nothing");
	for (size_t i = 0; pmo_registers[i]; i++) {
		const struct pmo_rule *other = pmo_registers[i]->rules;
		for (; other && other->code; other++)
			if (other != rule && strcmp(other->code, rule->code) == 0)
				fail_msg("two rules are '%s'", rule->code);
	}
}

static void rules_have_codes_of_their_own_and_name_fields(void **state)
{
	(void)state;
	each_rule(check_rule);
}

/* What stands in braces is an expression that has a value. */
static void check_texts(struct walk *walk, const struct pmo_rule *rule, size_t limit)
{
	const char *text = rule->message;
	assert_in_range(strlen(text), 1, limit);
	while ((text = strchr(text, '{'))) {
		const char *end = strchr(text, '}');
		if (!end)
			fail_msg("%s: '%s' does not end", rule->code, text);
		char *inside = pmo_arena_copy(&walk->arena, text + 1, (size_t)(end - text - 1));
		assert_non_null(inside);
		check_expression(walk, inside, rule->code);
		text = end;
	}
}

static void check_message(struct walk *walk, const struct pmo_rule *rule)
{
	const char *text = rule->message;
	if (text[strlen(text) - 1] == '.' || strchr(CAPITALS, text[0]))
		fail_msg("%s: '%s' does not go on after the id", rule->code, text);
	check_texts(walk, rule, 120);
}

static void messages_of_rules_name_values_that_exist(void **state)
{
	(void)state;
	each_rule(check_message);
}

/* "amount=": what does not change is a field of the table, kept, and tracked beside that. */
static void check_kept_field(struct walk *walk, const struct pmo_control *control, const char *text,
			     size_t length)
{
	char name[64];
	snprintf(name, sizeof(name), "%.*s", (int)length, text);
	int index = pmo_schema_field(walk->schema, name);
	if (index < 0)
		fail_msg("%s keeps '%s', which is no field", control->code, name);
	const struct pmo_field *field = walk->schema->fields[index];
	if (field->derive || strcmp(field->name, name) != 0 || !(field->flags & PMO_TRACKED))
		fail_msg("%s keeps '%s', which is not tracked", control->code, name);
}

static void check_control(struct walk *walk, const struct pmo_control *control)
{
	const char *verbs = control->move, *verb;
	char word[64];
	const struct pmo_rule about = { .code = control->code,
					.when = control->when,
					.message = control->message };
	const struct pmo_rule hint = { .code = control->code, .message = control->hint };
	if (!is_spelled(control->code, SMALL, SMALL "-") || !control->when)
		fail_msg("'%s' is no code", control->code);
	while ((verb = next_word(&verbs, "|", word))) {
		const struct pmo_move *move = walk->table->moves;
		size_t length = strlen(verb);
		if (verb[length - 1] == '=') {
			check_kept_field(walk, control, verb, length - 1);
			continue;
		}
		while (move && move->verb && strcmp(move->verb, verb) != 0)
			move++;
		if (!move || !move->verb)
			fail_msg("%s refuses '%s', which is no move", control->code, verb);
	}
	check_texts(walk, &about, 160);
	if (hint.message)
		check_texts(walk, &hint, 160);
}

static void controls_refuse_moves_that_exist_and_say_why(void **state)
{
	(void)state;
	for (size_t i = 0; pmo_registers[i]; i++) {
		struct walk walk;
		walk_begin(&walk, pmo_registers[i]);
		const struct pmo_control *control = pmo_registers[i]->controls;
		for (; control && control->code; control++)
			check_control(&walk, control);
		pmo_arena_release(&walk.arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(moves_lead_between_states_that_exist),
		cmocka_unit_test(every_state_but_the_first_is_reached_and_an_open_one_left),
		cmocka_unit_test(states_are_snake_case_and_begin_open),
		cmocka_unit_test(verbs_are_words_of_their_own),
		cmocka_unit_test(a_verb_leads_from_a_state_to_one_place_only),
		cmocka_unit_test(moves_need_and_set_fields_that_exist),
		cmocka_unit_test(guards_come_with_a_refusal),
		cmocka_unit_test(giving_up_and_going_back_need_a_reason),
		cmocka_unit_test(rules_have_codes_of_their_own_and_name_fields),
		cmocka_unit_test(controls_refuse_moves_that_exist_and_say_why),
		cmocka_unit_test(messages_of_rules_name_values_that_exist),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

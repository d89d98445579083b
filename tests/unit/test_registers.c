/* The built-in tables: each compiles, and all keep to the same manners. */
#include "unit.h"

#include <pmo/expr.h>
#include <pmo/schema.h>
#include <pmo/text.h>

#include <string.h>

static struct pmo_arena arena;

static int set_up(void **state)
{
	(void)state;
	pmo_arena_init(&arena);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	pmo_arena_release(&arena);
	return 0;
}

static struct pmo_schema *compile(const struct pmo_register *table)
{
	struct pmo_diags diags;
	struct pmo_schema *schema = NULL;
	pmo_diags_init(&diags, &arena);
	enum pmo_result result = schema_compile(&arena, table, &diags, &schema);
	for (const struct pmo_diag *diag = diags.first; diag; diag = diag->next)
		print_error("%s: %s: %s at '%.*s'\n", table->name, diag->code, diag->message,
			    diag->source ? (int)diag->length : 0,
			    diag->source ? diag->source->bytes + diag->offset : "");
	assert_int_equal(result, PMO_OK);
	assert_null(diags.first);
	return schema;
}

/* The tables with their schemas, one after the other. */
struct walk {
	size_t index;
	const struct pmo_register *table;
	struct pmo_schema *schema;
};

static bool next_register(struct walk *walk)
{
	walk->table = pmo_registers[walk->index++];
	walk->schema = walk->table ? compile(walk->table) : NULL;
	return walk->table != NULL;
}

static bool is_spelled(const char *word, const char *first, const char *others)
{
	return word && *word && strchr(first, *word) &&
	       strspn(word, others) == strlen(word);
}

#define SMALL "abcdefghijklmnopqrstuvwxyz"
#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

static bool is_field_name(const char *name)
{
	return is_spelled(name, SMALL, SMALL DIGITS "_") && strlen(name) <= 32 &&
	       !strstr(name, "__");
}

static const struct pmo_register *find_register(const char *name, size_t length)
{
	for (size_t i = 0; pmo_registers[i]; i++)
		if (strlen(pmo_registers[i]->name) == length &&
		    strncmp(pmo_registers[i]->name, name, length) == 0)
			return pmo_registers[i];
	return NULL;
}

/* The next of the words in a text, copied into word; NULL at the end. */
static const char *next_word(const char **words, const char *between, char word[64])
{
	if (!*words)
		return NULL;
	*words += strspn(*words, between);
	size_t length = strcspn(*words, between);
	assert_in_range(length, 0, 63);
	memcpy(word, *words, length);
	word[length] = '\0';
	*words += length;
	return length ? word : NULL;
}

static bool has_state(const struct pmo_schema *schema, const char *name)
{
	return pmo_schema_state(schema, name) != NULL;
}

static void every_table_compiles_without_a_word(void **state)
{
	(void)state;
	for (struct walk walk = { 0 }; next_register(&walk);)
		print_message("%-14s %-4s %3zu fields\n", walk.table->name, walk.table->prefix,
			      walk.schema->field_count);
}

static void prefixes_are_two_to_five_capitals_and_differ(void **state)
{
	(void)state;
	for (size_t i = 0; pmo_registers[i]; i++) {
		const char *prefix = pmo_registers[i]->prefix;
		assert_true(is_spelled(prefix, CAPITALS, CAPITALS));
		assert_in_range(strlen(prefix), 2, 5);
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(prefix, pmo_registers[j]->prefix);
	}
}

static void names_and_plurals_of_registers_are_words_that_differ(void **state)
{
	(void)state;
	for (size_t i = 0; pmo_registers[i]; i++) {
		const struct pmo_register *table = pmo_registers[i];
		assert_true(is_spelled(table->name, SMALL, SMALL));
		assert_true(is_spelled(table->plural, SMALL, SMALL));
		for (size_t j = 0; j < i; j++) {
			assert_string_not_equal(table->name, pmo_registers[j]->name);
			assert_string_not_equal(table->name, pmo_registers[j]->plural);
			assert_string_not_equal(table->plural, pmo_registers[j]->plural);
			assert_string_not_equal(table->plural, pmo_registers[j]->name);
		}
	}
}

/* Lower case or a number or an abbreviation, no full stop, short enough for one line. */
static void check_help(const char *name, const char *help)
{
	if (!help || !*help)
		fail_msg("%s has no help", name);
	size_t length = strlen(help);
	bool capital = strchr(CAPITALS, help[0]) && !strchr(CAPITALS DIGITS ",", help[1]);
	if (capital || help[length - 1] == '.' || length > 72 || strstr(help, ". "))
		fail_msg("%s: '%s' is not one clause", name, help);
}

static void check_fields_help(const struct pmo_field *field)
{
	for (; field && field->name; field++) {
		check_help(field->name, field->help);
		check_fields_help(field->members);
	}
}

static void every_help_is_one_clause(void **state)
{
	(void)state;
	for (size_t i = 0; pmo_registers[i]; i++) {
		const struct pmo_register *table = pmo_registers[i];
		check_help(table->name, table->help);
		check_fields_help(table->fields);
		for (const struct pmo_state *s = table->states; s && s->name; s++)
			check_help(s->name, s->help);
		for (const struct pmo_move *move = table->moves; move && move->verb; move++)
			check_help(move->verb, move->help);
	}
}

static void check_names(const char *where, const struct pmo_field *fields)
{
	for (const struct pmo_field *field = fields; field && field->name; field++) {
		if (!is_field_name(field->name))
			fail_msg("%s: '%s' is no name of a field", where, field->name);
		for (const struct pmo_field *other = fields; other < field; other++)
			if (strcmp(other->name, field->name) == 0 ||
			    (field->was && pmo_word_is_in(field->was, other->name)))
				fail_msg("%s: '%s' occurs twice", where, field->name);
		check_names(field->name, field->members);
	}
}

static void names_of_fields_are_snake_case_and_unique(void **state)
{
	(void)state;
	static const char taken[] = "id|status|history|notes|links|attachments|created_by|today|me|"
				    "open|overdue|mine|void|it|and|or|not|in|yes|no|true|false";
	for (size_t i = 0; pmo_registers[i]; i++) {
		check_names(pmo_registers[i]->name, pmo_registers[i]->fields);
		for (const struct pmo_field *field = pmo_registers[i]->fields; field->name; field++)
			if (pmo_word_is_in(taken, field->name))
				fail_msg("%s: '%s' is taken", pmo_registers[i]->name, field->name);
	}
}

static void check_choices(const char *where, const struct pmo_field *field)
{
	size_t count = 0;
	for (; field->choices && field->choices[count]; count++) {
		if (!is_spelled(field->choices[count], SMALL CAPITALS DIGITS,
				SMALL CAPITALS DIGITS "_"))
			fail_msg("%s.%s: choice '%s'", where, field->name, field->choices[count]);
		for (size_t i = 0; i < count; i++)
			if (pmo_ascii_equal(field->choices[i], field->choices[count]))
				fail_msg("%s.%s: choice '%s' occurs twice", where, field->name,
					 field->choices[count]);
	}
	if (field->kind == PMO_CHOICE && count < 2)
		fail_msg("%s.%s has nothing to choose", where, field->name);
}

static void check_parts(const char *where, const struct pmo_field *field)
{
	bool structure = field->kind == PMO_STRUCT, derived = field->derive != NULL;
	check_choices(where, field);
	if ((field->members != NULL) != structure || (field->choices && field->kind != PMO_CHOICE) ||
	    (field->to && field->kind != PMO_REF) || (field->brief && !structure) ||
	    (field->flags & PMO_SIGNED && field->kind != PMO_DURATION) ||
	    (field->range && !strstr(field->range, "..")) ||
	    (derived && (field->flags & ~(unsigned)PMO_WIDE || field->when || field->start)))
		fail_msg("%s.%s says what its kind cannot use", where, field->name);
	for (const struct pmo_field *member = field->members; member && member->name; member++) {
		check_parts(field->name, member);
		if (member->derive || member->when || member->start)
			fail_msg("%s.%s: a member is not computed", field->name, member->name);
	}
}

static void fields_say_what_their_kind_needs_and_nothing_else(void **state)
{
	(void)state;
	for (size_t i = 0; pmo_registers[i]; i++)
		for (const struct pmo_field *field = pmo_registers[i]->fields; field->name; field++)
			check_parts(pmo_registers[i]->name, field);
}

static void check_references(const char *where, const struct pmo_field *field)
{
	for (; field && field->name; field++) {
		const char *to = field->to;
		char word[64];
		while (next_word(&to, "|", word))
			if (!find_register(word, strlen(word)))
				fail_msg("%s.%s refers to '%s', which is no register", where,
					 field->name, word);
		check_references(field->name, field->members);
	}
}

static void references_name_registers_that_exist(void **state)
{
	(void)state;
	for (size_t i = 0; pmo_registers[i]; i++)
		check_references(pmo_registers[i]->name, pmo_registers[i]->fields);
}

static void check_field_list(const struct walk *walk, const char *names, const char *what)
{
	char word[64];
	while (next_word(&names, " ", word)) {
		const char *name = word[0] == '-' ? word + 1 : word;
		if (strcmp(name, "id") != 0 && pmo_schema_field(walk->schema, name) < 0)
			fail_msg("%s: %s name '%s', which is no field", walk->table->name, what, name);
	}
}

static void columns_sort_and_roles_name_fields(void **state)
{
	(void)state;
	for (struct walk walk = { 0 }; next_register(&walk);) {
		check_field_list(&walk, walk.table->columns, "columns");
		check_field_list(&walk, walk.table->sort, "sort");
		check_field_list(&walk, walk.table->title, "title");
		check_field_list(&walk, walk.table->owner, "owner");
		check_field_list(&walk, walk.table->due, "due");
		assert_true(walk.schema->title >= 0);
		assert_true(walk.schema->owner >= 0);
	}
}

/* Cells that a column usually takes; wide ones can do with little. */
static size_t usual_width(const struct pmo_schema *schema, const char *name)
{
	int index = pmo_schema_field(schema, name);
	size_t width = 0;
	if (strcmp(name, "id") == 0)
		return schema->table->handles ? 8 : strlen(schema->table->prefix) + 4;
	const struct pmo_field *field = schema->fields[index];
	if (index == schema->title)
		return 18;
	if (field->flags & PMO_WIDE)
		return 8;
	switch (field->kind) {
	case PMO_DATE:
		return 10;
	case PMO_MOMENT:
		return 16;
	case PMO_MONEY:
		return 12;
	case PMO_REF:
		return field->to && strcmp(field->to, "person") == 0 ? 4 : 7;
	case PMO_CHOICE:
		for (size_t i = 0; field->choices[i]; i++)
			if (strlen(field->choices[i]) > width)
				width = strlen(field->choices[i]);
		return width;
	case PMO_TEXT:
	case PMO_PROSE:
		return 8;
	default:
		return 3;
	}
}

static void columns_fit_eighty_cells(void **state)
{
	(void)state;
	for (struct walk walk = { 0 }; next_register(&walk);) {
		const char *columns = walk.table->columns;
		size_t count = 0, total = 0;
		char word[64];
		while (next_word(&columns, " ", word)) {
			int index = pmo_schema_field(walk.schema, word);
			const char *label = index < 0 ? NULL : walk.schema->fields[index]->label;
			size_t heading = strlen(label ? label : word);
			size_t width = usual_width(walk.schema, word);
			total += (width > heading ? width : heading) + (count++ ? 2 : 0);
		}
		if (count < 5 || count > 7 || total > 80)
			fail_msg("%s: %zu columns of %zu cells", walk.table->name, count, total);
		assert_true(strncmp(walk.table->columns, "id ", 3) == 0);
	}
}

static void moves_lead_between_states_that_exist(void **state)
{
	(void)state;
	for (struct walk walk = { 0 }; next_register(&walk);)
		for (const struct pmo_move *move = walk.table->moves; move && move->verb; move++) {
			const char *from = move->from;
			char word[64];
			if (!has_state(walk.schema, move->to))
				fail_msg("%s %s leads nowhere", walk.table->name, move->verb);
			assert_string_not_equal(move->to, "void");
			while (next_word(&from, "|", word))
				if (!has_state(walk.schema, word) || strcmp(word, "void") == 0)
					fail_msg("%s %s comes from '%s'", walk.table->name,
						 move->verb, word);
		}
}

static bool is_reached(const struct pmo_register *table, const char *name)
{
	for (const struct pmo_move *move = table->moves; move && move->verb; move++)
		if (strcmp(move->to, name) == 0 && strcmp(move->from, name) != 0)
			return true;
	return false;
}

static void every_state_but_the_first_is_reached_and_an_open_one_left(void **state)
{
	(void)state;
	for (size_t i = 0; pmo_registers[i]; i++) {
		const struct pmo_register *table = pmo_registers[i];
		for (const struct pmo_state *s = table->states; s && s->name; s++) {
			bool left = s->kind != PMO_STATE_OPEN;
			if (s != table->states && !is_reached(table, s->name))
				fail_msg("%s: no move leads to %s", table->name, s->name);
			for (const struct pmo_move *move = table->moves; move && move->verb; move++)
				left = left || pmo_word_is_in(move->from, s->name);
			if (!left)
				fail_msg("%s: no move leads out of %s", table->name, s->name);
		}
	}
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

static void verbs_are_words_of_their_own(void **state)
{
	(void)state;
	static const char generic[] = "add|list|show|set|edit|void|matrix|link|unlink|find|log|attach|help";
	for (size_t i = 0; pmo_registers[i]; i++)
		for (const struct pmo_move *move = pmo_registers[i]->moves; move && move->verb; move++)
			if (!is_spelled(move->verb, SMALL, SMALL "-") ||
			    pmo_word_is_in(generic, move->verb))
				fail_msg("%s: '%s' is no verb for a move", pmo_registers[i]->name,
					 move->verb);
}

static void a_verb_leads_from_a_state_to_one_place_only(void **state)
{
	(void)state;
	for (size_t i = 0; pmo_registers[i]; i++) {
		const struct pmo_register *table = pmo_registers[i];
		for (const struct pmo_move *move = table->moves; move && move->verb; move++)
			for (const struct pmo_move *other = table->moves; other < move; other++) {
				const char *from = move->from;
				char word[64];
				if (strcmp(move->verb, other->verb) != 0)
					continue;
				while (next_word(&from, "|", word))
					if (pmo_word_is_in(other->from, word))
						fail_msg("%s %s from %s is said twice", table->name,
							 move->verb, word);
			}
	}
}

static void check_expression(const struct walk *walk, const char *text, const char *where)
{
	struct pmo_diags diags;
	const struct expr *expr;
	pmo_diags_init(&diags, &arena);
	if (pmo_expr_compile(&arena, text, where, walk->schema, &diags, &expr) != PMO_OK)
		fail_msg("%s %s: '%s': %s", walk->table->name, where, text,
			 diags.first ? diags.first->message : "");
}

/* "resolved=today owner=me" */
static void check_sets(const struct walk *walk, const struct pmo_move *move)
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
		check_expression(walk, equals + 1, move->verb);
	}
}

static void moves_need_and_set_fields_that_exist(void **state)
{
	(void)state;
	for (struct walk walk = { 0 }; next_register(&walk);)
		for (const struct pmo_move *move = walk.table->moves; move && move->verb; move++) {
			const char *needs = move->needs;
			char word[64];
			size_t count = 0;
			for (; next_word(&needs, " ", word); count++) {
				int index = pmo_schema_field(walk.schema, word);
				if (strcmp(word, "note") != 0 &&
				    (index < 0 || walk.schema->fields[index]->derive))
					fail_msg("%s %s needs '%s'", walk.table->name, move->verb, word);
			}
			if (count > 4)
				fail_msg("%s %s needs %zu fields", walk.table->name, move->verb, count);
			check_sets(&walk, move);
		}
}

static void guards_come_with_a_refusal(void **state)
{
	(void)state;
	for (size_t i = 0; pmo_registers[i]; i++)
		for (const struct pmo_move *move = pmo_registers[i]->moves; move && move->verb; move++)
			if ((move->guard == NULL) != (move->refusal == NULL))
				fail_msg("%s %s: a guard and its refusal go together",
					 pmo_registers[i]->name, move->verb);
}

static void giving_up_and_going_back_need_a_reason(void **state)
{
	(void)state;
	static const char verbs[] = "reject|cancel|withdraw|reopen|send-back";
	for (size_t i = 0; pmo_registers[i]; i++)
		for (const struct pmo_move *move = pmo_registers[i]->moves; move && move->verb; move++)
			if (pmo_word_is_in(verbs, move->verb) &&
			    !(move->needs && strstr(move->needs, "note")))
				fail_msg("%s %s asks for no reason", pmo_registers[i]->name, move->verb);
}

static void check_code(const char *code, size_t table, size_t rule)
{
	if (!is_spelled(code, SMALL, SMALL "-") || strstr(code, "--"))
		fail_msg("'%s' is no code", code);
	for (size_t i = 0; i <= table; i++)
		for (size_t j = 0; pmo_registers[i]->rules && pmo_registers[i]->rules[j].code; j++)
			if ((i < table || j < rule) && strcmp(pmo_registers[i]->rules[j].code, code) == 0)
				fail_msg("two rules are '%s'", code);
}

static void rules_have_codes_of_their_own_and_name_fields(void **state)
{
	(void)state;
	for (struct walk walk = { 0 }; next_register(&walk);)
		for (size_t i = 0; walk.table->rules && walk.table->rules[i].code; i++) {
			const struct pmo_rule *rule = &walk.table->rules[i];
			check_code(rule->code, walk.index - 1, i);
			assert_non_null(rule->when);
			if (rule->field && pmo_schema_field(walk.schema, rule->field) < 0)
				fail_msg("%s is about '%s'", rule->code, rule->field);
		}
}

static void check_message(const struct walk *walk, const struct pmo_rule *rule)
{
	const char *text = rule->message;
	size_t length = strlen(text);
	assert_in_range(length, 1, 120);
	if (text[length - 1] == '.' || strchr(CAPITALS, text[0]))
		fail_msg("%s: '%s' does not go on after the id", rule->code, text);
	while ((text = strchr(text, '{'))) {
		const char *end = strchr(text, '}');
		if (!end)
			fail_msg("%s: '%s' does not end", rule->code, text);
		char *inside = pmo_arena_copy(&arena, text + 1, (size_t)(end - text - 1));
		assert_non_null(inside);
		check_expression(walk, inside, rule->code);
		text = end;
	}
}

static void messages_of_rules_name_values_that_exist(void **state)
{
	(void)state;
	for (struct walk walk = { 0 }; next_register(&walk);)
		for (const struct pmo_rule *rule = walk.table->rules; rule && rule->code; rule++)
			check_message(&walk, rule);
}

static bool has_member(const struct pmo_field *field, const char *name, size_t length)
{
	for (const struct pmo_field *member = field->members; member->name; member++)
		if (strlen(member->name) == length && strncmp(member->name, name, length) == 0)
			return true;
	return false;
}

/* Text takes what is left, so it can only stand at the end of a short form. */
static void check_brief(const char *where, const struct pmo_field *field)
{
	for (const char *p = field->brief; p && *p;) {
		size_t length = strspn(p, SMALL DIGITS "_");
		if (length && !has_member(field, p, length))
			fail_msg("%s.%s: '%s' names no member", where, field->name, p);
		for (const struct pmo_field *member = field->members; length && member->name; member++)
			if (strlen(member->name) == length && !strncmp(member->name, p, length) &&
			    member->kind == PMO_TEXT && strspn(p + length, "?") != strlen(p + length))
				fail_msg("%s.%s: text '%s' is not last", where, field->name,
					 member->name);
		p += length ? length : 1;
	}
	for (const struct pmo_field *member = field->members; member && member->name; member++)
		check_brief(field->name, member);
}

static void short_forms_name_members(void **state)
{
	(void)state;
	for (size_t i = 0; pmo_registers[i]; i++)
		for (const struct pmo_field *field = pmo_registers[i]->fields; field->name; field++)
			check_brief(pmo_registers[i]->name, field);
}

static void registers_share_a_place_only_when_both_are_lists_in_it(void **state)
{
	(void)state;
	for (size_t i = 0; pmo_registers[i]; i++)
		for (size_t j = 0; j < i; j++) {
			const struct pmo_register *a = pmo_registers[i], *b = pmo_registers[j];
			bool same = strcmp(a->place ? a->place : a->plural,
					   b->place ? b->place : b->plural) == 0;
			assert_true(!same || (a->layout == PMO_LAYOUT_FILE &&
					      b->layout == PMO_LAYOUT_FILE && a->scope == b->scope));
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_table_compiles_without_a_word),
		cmocka_unit_test(prefixes_are_two_to_five_capitals_and_differ),
		cmocka_unit_test(names_and_plurals_of_registers_are_words_that_differ),
		cmocka_unit_test(every_help_is_one_clause),
		cmocka_unit_test(names_of_fields_are_snake_case_and_unique),
		cmocka_unit_test(fields_say_what_their_kind_needs_and_nothing_else),
		cmocka_unit_test(references_name_registers_that_exist),
		cmocka_unit_test(columns_sort_and_roles_name_fields),
		cmocka_unit_test(columns_fit_eighty_cells),
		cmocka_unit_test(moves_lead_between_states_that_exist),
		cmocka_unit_test(every_state_but_the_first_is_reached_and_an_open_one_left),
		cmocka_unit_test(states_are_snake_case_and_begin_open),
		cmocka_unit_test(verbs_are_words_of_their_own),
		cmocka_unit_test(a_verb_leads_from_a_state_to_one_place_only),
		cmocka_unit_test(moves_need_and_set_fields_that_exist),
		cmocka_unit_test(guards_come_with_a_refusal),
		cmocka_unit_test(giving_up_and_going_back_need_a_reason),
		cmocka_unit_test(rules_have_codes_of_their_own_and_name_fields),
		cmocka_unit_test(messages_of_rules_name_values_that_exist),
		cmocka_unit_test(short_forms_name_members),
		cmocka_unit_test(registers_share_a_place_only_when_both_are_lists_in_it),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}

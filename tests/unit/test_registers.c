/* The built-in tables: each compiles, and all name their fields and columns alike. */
#include "unit.h"

#include "register_walk.h"

#include <pmo/text.h>

static const struct pmo_register *find_register(const char *name, size_t length)
{
	for (size_t i = 0; pmo_registers[i]; i++)
		if (strlen(pmo_registers[i]->name) == length &&
		    strncmp(pmo_registers[i]->name, name, length) == 0)
			return pmo_registers[i];
	return NULL;
}

static void count_fields(struct walk *walk)
{
	print_message("%-14s %-4s %3zu fields\n", walk->table->name, walk->table->prefix,
		      walk->schema->field_count);
}

static void every_table_compiles_without_a_word(void **state)
{
	(void)state;
	each_register(count_fields);
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
	bool capital = strchr(CAPITALS, help[0]) && !strchr(CAPITALS DIGITS, help[1]);
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

static void check_table_help(struct walk *walk)
{
	const struct pmo_register *table = walk->table;
	check_help(table->name, table->help);
	check_fields_help(table->fields);
	for (const struct pmo_state *state = table->states; state && state->name; state++)
		check_help(state->name, state->help);
	for (const struct pmo_move *move = table->moves; move && move->verb; move++)
		check_help(move->verb, move->help);
}

static void every_help_is_one_clause(void **state)
{
	(void)state;
	each_register(check_table_help);
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

static void check_field_name(struct walk *walk, const struct pmo_field *field)
{
	static const char taken[] = "id|status|history|notes|links|attachments|created_by|today|me|"
				    "open|overdue|mine|void|it|and|or|not|in|yes|no|true|false";
	if (pmo_word_is_in(taken, field->name))
		fail_msg("%s: '%s' is taken", walk->table->name, field->name);
}

static void names_of_fields_are_snake_case_and_unique(void **state)
{
	(void)state;
	for (size_t i = 0; pmo_registers[i]; i++)
		check_names(pmo_registers[i]->name, pmo_registers[i]->fields);
	each_field(check_field_name);
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
	if ((field->members != NULL) != structure ||
	    (field->choices && field->kind != PMO_CHOICE) ||
	    (field->to && field->kind != PMO_REF) || (field->brief && !structure) ||
	    (field->flags & PMO_SIGNED && field->kind != PMO_DURATION) ||
	    (field->range && !strstr(field->range, "..")) ||
	    (derived && (field->flags & ~(unsigned)(PMO_WIDE | PMO_LIST) || field->when ||
			 field->start)))
		fail_msg("%s.%s says what its kind cannot use", where, field->name);
	for (const struct pmo_field *member = field->members; member && member->name; member++) {
		check_parts(field->name, member);
		if (member->derive || member->when)
			fail_msg("%s.%s: a member is not computed", field->name, member->name);
	}
}

static void check_field_parts(struct walk *walk, const struct pmo_field *field)
{
	check_parts(walk->table->name, field);
}

static void fields_say_what_their_kind_needs_and_nothing_else(void **state)
{
	(void)state;
	each_field(check_field_parts);
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

static void check_field_list(struct walk *walk, const char *names, const char *what)
{
	char word[64];
	while (next_word(&names, " ", word)) {
		const char *name = word[0] == '-' ? word + 1 : word;
		if (strcmp(name, "id") != 0 && pmo_schema_field(walk->schema, name) < 0)
			fail_msg("%s: %s name '%s', which is no field", walk->table->name, what,
				 name);
	}
}

static void check_roles(struct walk *walk)
{
	check_field_list(walk, walk->table->columns, "columns");
	check_field_list(walk, walk->table->sort, "sort");
	check_field_list(walk, walk->table->title, "title");
	check_field_list(walk, walk->table->owner, "owner");
	check_field_list(walk, walk->table->due, "due");
	assert_true(walk->schema->title >= 0);
	assert_true(walk->schema->owner >= 0);
}

static void columns_sort_and_roles_name_fields(void **state)
{
	(void)state;
	each_register(check_roles);
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

static void check_columns(struct walk *walk)
{
	const char *columns = walk->table->columns;
	size_t count = 0, total = 0;
	char word[64];
	while (next_word(&columns, " ", word)) {
		int index = pmo_schema_field(walk->schema, word);
		const char *label = index < 0 ? NULL : walk->schema->fields[index]->label;
		size_t heading = strlen(label ? label : word);
		size_t width = usual_width(walk->schema, word);
		total += (width > heading ? width : heading) + (count++ ? 2 : 0);
	}
	if (count < 4 || count > 7 || total > 80)
		fail_msg("%s: %zu columns of %zu cells", walk->table->name, count, total);
	assert_int_equal(strncmp(walk->table->columns, "id ", 3), 0);
}

static void columns_fit_eighty_cells(void **state)
{
	(void)state;
	each_register(check_columns);
}

/* The member that a pattern names here; text takes what is left, or up to what follows it. */
static void check_member(const struct pmo_field *field, const char *name, size_t length)
{
	for (const struct pmo_field *member = field->members; member->name; member++) {
		if (strlen(member->name) != length || strncmp(member->name, name, length) != 0)
			continue;
		char next = name[length + strspn(name + length, "?")];
		if (member->kind == PMO_TEXT && next && !strchr("-./:", next))
			fail_msg("%s: text '%s' is not last", field->name, member->name);
		return;
	}
	fail_msg("%s: '%s' names no member", field->name, name);
}

static void check_brief(struct walk *walk, const struct pmo_field *field)
{
	for (const char *p = field->brief; p && *p;) {
		size_t length = strspn(p, SMALL DIGITS "_");
		if (length)
			check_member(field, p, length);
		p += length ? length : 1;
	}
	for (const struct pmo_field *member = field->members; member && member->name; member++)
		check_brief(walk, member);
}

static void short_forms_name_members(void **state)
{
	(void)state;
	each_field(check_brief);
}

static void registers_share_a_place_only_when_both_are_lists_in_it(void **state)
{
	(void)state;
	for (size_t i = 0; pmo_registers[i]; i++)
		for (size_t j = 0; j < i; j++) {
			const struct pmo_register *a = pmo_registers[i], *b = pmo_registers[j];
			bool same = strcmp(a->place ? a->place : a->plural,
					   b->place ? b->place : b->plural) == 0;
			assert_true(!same ||
				    (a->layout == PMO_LAYOUT_FILE && b->layout == PMO_LAYOUT_FILE &&
				     a->scope == b->scope));
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
		cmocka_unit_test(short_forms_name_members),
		cmocka_unit_test(registers_share_a_place_only_when_both_are_lists_in_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

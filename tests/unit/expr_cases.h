/* Tables of expressions and what they come to, evaluated in the small world. */
#ifndef TESTS_EXPR_CASES_H
#define TESTS_EXPR_CASES_H

#include "expr_world.h"

struct row {
	const char *text, *expected;
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

static const struct pmo_record *record_of(struct expr_world *world, const char *id)
{
	for (size_t i = 0; i < world->count; i++)
		if (strcmp(world->records[i].id, id) == 0)
			return &world->records[i];
	return NULL;
}

static const struct expr *compile(struct expr_world *world, const char *text,
				  const struct pmo_schema *schema)
{
	const struct expr *expr = NULL;
	struct pmo_diags diags;
	pmo_diags_init(&diags, &world->arena);
	enum pmo_result result = pmo_expr_compile(text, "test", schema, &diags, &expr);
	if (result != PMO_OK)
		print_error("%s: %s\n", text, diags.first ? diags.first->message : "?");
	assert_int_equal(result, PMO_OK);
	return expr;
}

/* "money 12.00", "list number 1, 2", "absent". */
static const char *show(struct expr_world *world, struct pmo_value value)
{
	struct pmo_buffer out;
	struct pmo_field field = { .name = "x", .kind = (enum pmo_kind)value.kind };
	if (value.presence == PMO_ABSENT)
		return "absent";
	if (value.is_list)
		field.flags = PMO_LIST;
	if (value.is_list && !value.count)
		return "empty list";
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	pmo_buffer_add_format(&out, "%s%s ", value.is_list ? "list " : "",
			      pmo_kind_name(field.kind));
	pmo_value_format(&field, &value, &out);
	const char *text = pmo_arena_string(&world->arena, out.data);
	pmo_buffer_release(&out);
	return text;
}

static void evaluate_all(struct expr_world *world, const char *id, const struct row *rows,
			 size_t count)
{
	const struct pmo_record *record = record_of(world, id);
	assert_non_null(record);
	for (size_t i = 0; i < count; i++) {
		const struct expr *expr = compile(world, rows[i].text, record->schema);
		const char *got = show(world, pmo_expr_evaluate(expr, record));
		if (strcmp(got, rows[i].expected) != 0)
			print_error("%s: %s gives %s, not %s\n", id, rows[i].text, got,
				    rows[i].expected);
		assert_string_equal(got, rows[i].expected);
		assert_string_equal(pmo_expr_text(expr), rows[i].text);
		assert_int_equal(world->world.depth, 0);
	}
}

#endif

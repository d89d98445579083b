/*
 * Any text: compiling tells what is wrong, or gives something that evaluates for every
 * record of every register, twice to the same value, and whose own text compiles again.
 * The same without a schema; and as the value of each field, which then has its kind.
 */
#include <pmo/expr.h>

#include "../unit/expr_world.h"

#include "record/expr_field.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
	if (!holds)
		abort();
}

/* The parts of a value that can be compared without knowing where it lives. */
static void check_same(struct pmo_value a, struct pmo_value b)
{
	check(a.presence == b.presence && a.kind == b.kind && a.is_list == b.is_list &&
	      a.count == b.count);
	if (a.presence == PMO_PRESENT && !a.is_list && a.kind != PMO_STRUCT)
		check(pmo_value_compare(&a, &b) == 0);
}

static void check_shown(struct expr_world *world, struct pmo_value value)
{
	struct pmo_field field = { .name = "x", .kind = (enum pmo_kind)value.kind };
	struct pmo_buffer out;
	if (value.presence != PMO_PRESENT || value.kind == PMO_STRUCT)
		return;
	for (uint32_t i = 0; value.is_list && i < value.count; i++)
		if (value.as.items[i].kind == PMO_STRUCT || value.as.items[i].is_list)
			return;
	check(value.kind < PMO_KIND_COUNT && world->world.depth == 0);
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	for (uint32_t i = 0; value.is_list && i < value.count; i++) {
		field.kind = (enum pmo_kind)value.as.items[i].kind;
		pmo_value_show(&field, &value.as.items[i], &out);
	}
	if (!value.is_list)
		pmo_value_show(&field, &value, &out);
	pmo_buffer_release(&out);
}

static void evaluate(struct expr_world *world, const struct expr *expr, const struct expr *again)
{
	for (size_t i = 0; i < world->count; i++) {
		struct pmo_value value = pmo_expr_evaluate(expr, &world->records[i]);
		check_shown(world, value);
		check_same(value, pmo_expr_evaluate(expr, &world->records[i]));
		bool holds = pmo_expr_holds(expr, &world->records[i]);
		check(holds == pmo_expr_holds(again, &world->records[i]));
	}
}

static void check_faults(const struct pmo_diags *diags, const char *text)
{
	check(diags->first != NULL);
	for (const struct pmo_diag *diag = diags->first; diag; diag = diag->next) {
		struct pmo_buffer out;
		check(diag->offset <= strlen(text) && *diag->message);
		pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
		pmo_diag_format(diag, true, &out);
		pmo_buffer_release(&out);
	}
}

/* As the value of each field: what compiles has the field's kind. */
static void check_fields(struct expr_world *world, const char *text)
{
	for (size_t i = 0; i < world->order->field_count; i++) {
		const struct pmo_field *field = world->order->fields[i];
		struct expr_target target = { .schema = world->order, .field = field };
		struct pmo_diags diags;
		const struct expr *expr;
		pmo_diags_init(&diags, &world->arena);
		if (expr_compile_field(&world->arena, text, &target, &diags, &expr) != PMO_OK)
			continue;
		struct pmo_value value = pmo_expr_evaluate(expr, &world->records[0]);
		check(value.presence != PMO_BAD);
		check(value.presence == PMO_ABSENT || value.is_list || value.kind == field->kind);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct expr_world world;
	struct pmo_diags diags;
	const struct expr *expr = NULL, *again = NULL, *loose = NULL;
	if (!world_begin(&world))
		abort();
	const char *text = pmo_arena_copy(&world.arena, (const char *)data, size);
	pmo_diags_init(&diags, &world.arena);
	if (!text)
		abort();
	if (pmo_expr_compile(text, "fuzz", world.order, &diags, &expr) != PMO_OK) {
		check_faults(&diags, text);
	} else {
		check(diags.first == NULL);
		check(pmo_expr_compile(pmo_expr_text(expr), "fuzz", world.order,
				       &diags, &again) == PMO_OK);
		evaluate(&world, expr, again);
		check_fields(&world, text);
	}
	pmo_diags_init(&diags, &world.arena);
	if (pmo_expr_compile(text, "fuzz", NULL, &diags, &loose) == PMO_OK)
		evaluate(&world, loose, loose);
	else
		check_faults(&diags, text);
	world_end(&world);
	return 0;
}

/*
 * Compiling, and evaluating with what bounds it: how deep derived values may name each
 * other, and how many steps one answer may take, are counted in the world, since an
 * expression that asks for a derived field comes back here through the record.
 */
#include "expr_field.h"
#include "expr_internal.h"
#include "expr_memo.h"

#include <string.h>

/* An expression's tree for one schema; root is NULL where it cannot be had. */
struct binding {
	const struct pmo_schema *schema;
	const struct expr_node *root;
	struct binding *next;
};

/* What an expression learns when it meets records of registers it was not compiled for. */
struct bindings {
	struct pmo_arena *arena;
	const struct expr_node *own; /* for its own schema, of one that was promised */
	struct binding *first;
};

struct expr {
	const char *text;
	const struct pmo_schema *schema;
	const struct pmo_field *field; /* what it gives a value to; or NULL */
	const struct expr_node *root;  /* NULL: it is promised */
	struct bindings *bindings;
};

void expr_fault(struct expr_report *report, const char *code, const struct pmo_place *place,
		const char *format, ...)
{
	struct pmo_place where = *place;
	if (report->result == PMO_OK)
		report->result = PMO_INVALID;
	if (!report->diags)
		return;
	if (!report->source) {
		struct pmo_arena *arena = report->diags->arena;
		struct pmo_source *source = pmo_arena_alloc(arena, sizeof(*source));
		const char *bytes = pmo_arena_string(arena, report->text);
		if (source && bytes) {
			source->path = pmo_arena_string(arena, report->where);
			source->bytes = bytes;
			source->length = strlen(bytes);
		}
		report->source = source && bytes ? source : NULL;
	}
	where.source = report->source;
	va_list args;
	va_start(args, format);
	const char *message = pmo_arena_vformat(report->diags->arena, format, args);
	va_end(args);
	pmo_diag_add(report->diags, PMO_ERROR, code, &where, "%s", message ? message : "");
}

void expr_hint(struct expr_report *report, const char *format, ...)
{
	if (!report->diags || report->result != PMO_INVALID)
		return;
	va_list args;
	va_start(args, format);
	const char *hint = pmo_arena_vformat(report->diags->arena, format, args);
	va_end(args);
	if (hint)
		pmo_diag_hint(report->diags, "%s", hint);
}

static struct expr_node *compile_tree(struct expr_report *report, const struct pmo_schema *schema,
				      const struct pmo_field *field, bool lenient)
{
	struct expr_node *root = expr_parse(report);
	struct expr_checker checker = { .report = report, .lenient = lenient };
	checker.scope.schema = schema;
	if (root && field)
		expr_check_result(&checker, root, field);
	else if (root)
		expr_check(&checker, root);
	return report->result == PMO_OK ? root : NULL;
}

static enum pmo_result compile(struct expr_report *report, const struct pmo_schema *schema,
			       const struct pmo_field *field, const struct expr **expr)
{
	struct expr *made = pmo_arena_alloc(report->arena, sizeof(*made));
	struct bindings *bindings = pmo_arena_alloc(report->arena, sizeof(*bindings));
	report->text = pmo_arena_string(report->arena, report->text);
	if (!made || !bindings || !report->text)
		return PMO_NO_MEMORY;
	const struct expr_node *root = compile_tree(report, schema, field, false);
	if (!root)
		return report->result;
	bindings->arena = report->arena;
	made->text = report->text;
	made->schema = schema;
	made->field = field;
	made->root = root;
	made->bindings = bindings;
	*expr = made;
	return PMO_OK;
}

enum pmo_result pmo_expr_compile(const char *text, const char *where,
				 const struct pmo_schema *schema, struct pmo_diags *diags,
				 const struct expr **expr)
{
	struct expr_report report = {
		.arena = diags->arena, .diags = diags, .text = text, .where = where
	};
	return compile(&report, schema, NULL, expr);
}

enum pmo_result expr_compile_field(struct pmo_arena *arena, const char *text,
				   const struct expr_target *target, struct pmo_diags *diags,
				   const struct expr **expr)
{
	struct expr_report report = { .arena = arena, .diags = diags, .text = text };
	report.where = target->where ? target->where : target->field->name;
	return compile(&report, target->schema, target->field, expr);
}

enum pmo_result expr_promise(struct pmo_arena *arena, const char *text,
			     const struct expr_target *target, const struct expr **expr)
{
	struct expr *made = pmo_arena_alloc(arena, sizeof(*made));
	struct bindings *bindings = pmo_arena_alloc(arena, sizeof(*bindings));
	if (!made || !bindings)
		return PMO_NO_MEMORY;
	bindings->arena = arena;
	*made = (struct expr){ text, target->schema, target->field, NULL, bindings };
	*expr = made;
	return PMO_OK;
}

/* Where memory for it ends, that is told like that of a value. */
static const struct expr_node *compile_late(const struct expr *expr,
					    const struct pmo_schema *schema, bool *exhausted)
{
	struct expr_report report = { .arena = expr->bindings->arena, .text = expr->text };
	const struct expr_node *root =
		compile_tree(&report, schema, expr->field, schema != expr->schema);
	if (report.result == PMO_NO_MEMORY && exhausted)
		*exhausted = true;
	return root;
}

static const struct expr_node *own_root(const struct expr *expr, bool *exhausted)
{
	if (!expr->root && !expr->bindings->own)
		expr->bindings->own = compile_late(expr, expr->schema, exhausted);
	return expr->root ? expr->root : expr->bindings->own;
}

static const struct expr_node *root_for(const struct expr *expr, const struct pmo_schema *schema,
					bool *exhausted)
{
	struct bindings *bindings = expr->bindings;
	if (expr->schema == schema)
		return own_root(expr, exhausted);
	for (const struct binding *binding = bindings->first; binding; binding = binding->next)
		if (binding->schema == schema)
			return binding->root;
	struct binding *binding = pmo_arena_alloc(bindings->arena, sizeof(*binding));
	if (!binding)
		return NULL;
	binding->schema = schema;
	binding->root = compile_late(expr, schema, exhausted);
	binding->next = bindings->first;
	bindings->first = binding;
	return binding->root;
}

/*
 * Counts one more evaluation in the world, which its owner made and hands around as
 * const; NULL: it is one too many.
 */
static struct pmo_world *enter(const struct pmo_record *record)
{
	struct pmo_world *world = (struct pmo_world *)record->world;
	if (world->depth == 0) {
		world->steps = 0;
		expr_memo_begin(world);
	}
	if (world->depth >= EXPR_DERIVED_LIMIT || world->steps > EXPR_STEP_LIMIT) {
		expr_memo_cut(world);
		return NULL;
	}
	world->steps += EXPR_DERIVED_STEPS;
	world->depth++;
	return world;
}

/* The value of a tree; an answer that had to stop half way is none. */
static struct pmo_value work_out(const struct expr *expr, const struct expr_node *root,
				 const struct expr_state *state, bool *holds)
{
	struct pmo_value value = expr_absent();
	bool yes_no = expr->field && expr->field->kind == PMO_YES_NO;
	if (holds)
		*holds = expr_eval_holds(root, state);
	else if (yes_no)
		value = expr_yes_no(expr_eval_holds(root, state)); /* a name alone: is it there */
	else
		value = expr_eval(root, state);
	if (*state->steps <= EXPR_STEP_LIMIT)
		return expr->field ? expr_as_field(expr->field, value) : value;
	if (holds)
		*holds = false;
	return expr_absent();
}

static struct pmo_value evaluate(const struct expr *expr, const struct pmo_record *record,
				 bool *holds)
{
	unsigned steps = 0;
	struct pmo_value value = expr_absent();
	struct expr_seen seen;
	struct expr_state state = {
		.record = record, .world = record->world, .steps = &steps, .seen = &seen
	};
	seen.count = 0;
	bool *exhausted = record->world ? record->world->exhausted : NULL;
	const struct expr_node *root = root_for(expr, record->schema, exhausted);
	struct pmo_world *world = record->world && root ? enter(record) : NULL;
	struct expr_memo_slot *slot = NULL;
	if (!root || (record->world && !world))
		return value;
	if (world) {
		state.steps = &world->steps;
		bool alone = !expr->field || holds || world->depth == 1;
		if (alone || !expr_memo_find(world, expr, record, &slot, &value))
			value = work_out(expr, root, &state, holds);
		expr_memo_keep(world, slot, value);
		world->depth--;
	} else {
		value = work_out(expr, root, &state, holds);
	}
	return value.presence == PMO_PRESENT ? value : expr_absent();
}

struct pmo_value pmo_expr_evaluate(const struct expr *expr, const struct pmo_record *record)
{
	return evaluate(expr, record, NULL);
}

bool pmo_expr_holds(const struct expr *expr, const struct pmo_record *record)
{
	bool holds = false;
	(void)evaluate(expr, record, &holds);
	return holds;
}

const char *pmo_expr_text(const struct expr *expr)
{
	return expr->text;
}

const struct pmo_field *pmo_expr_field(const struct expr *expr)
{
	const struct expr_node *root = own_root(expr, NULL);
	return root ? root->type.field : NULL;
}

/* The field that a name begins with, whatever it was called there. */
static bool begins_with(const struct expr *expr, const struct expr_node *node, const char *field)
{
	const struct pmo_schema *schema = expr->schema;
	int index = -1;
	if (!schema)
		return strcmp(node->parts[0], field) == 0;
	switch (node->root) {
	case EXPR_ROOT_FIELD:
		index = (int)node->index;
		break;
	case EXPR_ROOT_STATUS:
	case EXPR_ROOT_OPEN:
	case EXPR_ROOT_VOID:
		index = schema->status;
		break;
	case EXPR_ROOT_OVERDUE:
		if (schema->due >= 0 && strcmp(schema->fields[schema->due]->name, field) == 0)
			return true;
		index = schema->status;
		break;
	case EXPR_ROOT_MINE:
		index = schema->owner;
		break;
	default:
		return false;
	}
	return index >= 0 && strcmp(schema->fields[index]->name, field) == 0;
}

static bool tree_names(const struct expr *expr, const struct expr_node *node, const char *field)
{
	for (; node; node = node->next) {
		if (node->op == EXPR_NAME && !node->of && begins_with(expr, node, field))
			return true;
		if (tree_names(expr, node->left, field) || tree_names(expr, node->right, field))
			return true;
	}
	return false;
}

bool pmo_expr_names(const struct expr *expr, const char *field)
{
	return tree_names(expr, own_root(expr, NULL), field);
}

/*
 * Evaluating a checked tree for one record.
 *
 * The simple ways (a field, a comparison with a literal) allocate nothing. What leads
 * through lists collects its values in the arena of the world. Every item looked at is a
 * step, and steps are limited, so that no list of lists of lists can hang an answer.
 */
#include "expr_internal.h"

#include <pmo/text.h>

#include <string.h>

bool expr_step(const struct expr_state *state)
{
	return ++*state->steps <= EXPR_STEP_LIMIT;
}

bool expr_is_true(struct pmo_value value)
{
	if (!pmo_value_is_present(&value))
		return false;
	return value.is_list || value.kind != PMO_YES_NO || value.as.integer != 0;
}

static struct pmo_value status_of(const struct pmo_record *record, struct expr_type *type)
{
	const struct pmo_schema *schema = record->schema;
	const struct pmo_state *state = pmo_record_state(record);
	struct pmo_value value = expr_text(PMO_CHOICE, state->name);
	for (size_t i = 0; i < schema->state_count; i++)
		if (&schema->states[i] == state)
			value.detail = (uint8_t)i;
	type->kind = PMO_CHOICE;
	type->states = schema->states;
	type->state_count = schema->state_count;
	return value;
}

static struct pmo_value is_mine(const struct pmo_record *record, const struct expr_state *state)
{
	const char *me = state->world ? state->world->me : NULL;
	if (!me || record->schema->owner < 0)
		return expr_yes_no(false);
	struct pmo_value owner = pmo_record_get(record, record->schema->owner);
	if (owner.presence != PMO_PRESENT)
		return expr_yes_no(false);
	const struct pmo_value *items = owner.is_list ? owner.as.items : &owner;
	for (uint32_t i = 0; i < (owner.is_list ? owner.count : 1); i++)
		if (items[i].presence == PMO_PRESENT &&
		    expr_group_of(items[i].kind) == EXPR_GROUP_TEXT &&
		    pmo_ascii_equal(items[i].as.text, me))
			return expr_yes_no(true);
	return expr_yes_no(false);
}

static struct pmo_value today(const struct expr_state *state)
{
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = PMO_DATE };
	if (!state->world || !pmo_date_is_valid(state->world->today))
		return expr_absent();
	value.as.integer = state->world->today;
	return value;
}

static const struct pmo_record *charter_of(const struct pmo_record *record)
{
	const struct pmo_world *world = record->world;
	return world && world->charter ? world->charter(world->store, record) : NULL;
}

/* What is known of every record. */
static struct pmo_value known_value(enum expr_root root, const struct pmo_record *record,
				    const struct expr_state *state, struct expr_type *type)
{
	switch (root) {
	case EXPR_ROOT_ID:
	case EXPR_ROOT_THIS:
		return record->id ? expr_text(PMO_REF, record->id) : expr_absent();
	case EXPR_ROOT_STATUS:
		return status_of(record, type);
	case EXPR_ROOT_OPEN:
		return expr_yes_no(pmo_record_is_open(record));
	case EXPR_ROOT_OVERDUE:
		return expr_yes_no(pmo_record_is_overdue(record));
	case EXPR_ROOT_MINE:
		return is_mine(record, state);
	case EXPR_ROOT_VOID:
		return expr_yes_no(pmo_record_is_void(record));
	case EXPR_ROOT_TODAY:
		return today(state);
	case EXPR_ROOT_ME:
		return state->world && state->world->me ? expr_text(PMO_REF, state->world->me)
							: expr_absent();
	case EXPR_ROOT_PROJECT:
		record = charter_of(record);
		return record && record->id ? expr_text(PMO_REF, record->id) : expr_absent();
	default:
		return expr_absent();
	}
}

static struct pmo_value field_value(const struct pmo_record *record, size_t index)
{
	struct pmo_value value = pmo_record_get(record, (int)index);
	return value.presence == PMO_PRESENT ? value : expr_absent();
}

/* The same for the record that is asked about. What is derived has a memory of its own. */
static struct pmo_value own_value(const struct expr_state *state, size_t index)
{
	const struct pmo_record *record = state->record;
	struct expr_seen *seen = state->seen;
	if (!seen || index >= record->schema->field_count || record->schema->fields[index]->derive)
		return field_value(record, index);
	for (size_t i = 0; i < seen->count; i++)
		if (seen->indexes[i] == index)
			return seen->values[i];
	struct pmo_value value = field_value(record, index);
	if (seen->count < EXPR_SEEN) {
		seen->indexes[seen->count] = index;
		seen->values[seen->count++] = value;
	}
	return value;
}

/* A value by its name, of a record whose register is known only now. */
static struct pmo_value named_value(const struct pmo_record *record, const char *name,
				    const struct expr_state *state, struct expr_type *type)
{
	const struct pmo_schema *schema = record->schema;
	int index = pmo_schema_field(schema, name);
	if (index < 0 || index == schema->status)
		return known_value(index < 0 ? expr_name_known(name) : EXPR_ROOT_STATUS, record,
				   state, type);
	*type = expr_type_of_field(schema, schema->fields[index]);
	return field_value(record, (size_t)index);
}

static const struct expr_item *item_at(const struct expr_state *state, unsigned up)
{
	const struct expr_item *item = state->item;
	for (; item && up; up--)
		item = item->outer;
	return item;
}

static struct pmo_value root_value(const struct expr_node *node, const struct expr_state *state,
				   struct expr_type *type)
{
	const struct expr_item *item = item_at(state, node->of ? node->of - 1u : node->up);
	const struct pmo_record *record = state->record;
	*type = node->first;
	/* Records are read, and what they derive is bounded, through their world. */
	if (!state->world && node->root != EXPR_ROOT_ITEM && node->root != EXPR_ROOT_MEMBER)
		return expr_absent();
	if (node->of && !(record = item ? item->record : NULL))
		return expr_absent();
	switch (node->root) {
	case EXPR_ROOT_FIELD:
		return record == state->record ? own_value(state, node->index)
					       : field_value(record, node->index);
	case EXPR_ROOT_ITEM:
		return item ? item->value : expr_absent();
	case EXPR_ROOT_MEMBER:
		if (!item || item->value.kind != PMO_STRUCT || item->value.is_list ||
		    node->index >= item->value.count)
			return expr_absent();
		return item->value.as.items[node->index];
	default:
		return known_value((enum expr_root)node->root, record, state, type);
	}
}

/* The record that a name begins with, where it is at hand and need not be found; or NULL. */
static const struct pmo_record *root_record(const struct expr_node *node,
					    const struct expr_state *state)
{
	const struct expr_item *item = item_at(state, node->up);
	if (!state->world || node->part_count < 2)
		return NULL;
	if (node->root == EXPR_ROOT_ITEM)
		return item ? item->record : NULL;
	if (node->root == EXPR_ROOT_THIS)
		return state->record;
	return node->root == EXPR_ROOT_PROJECT ? charter_of(state->record) : NULL;
}

/* Along the dots of a name, through structures, references and lists of them. */
struct walk {
	const struct expr_node *node;
	const struct expr_state *state;
	struct expr_type type; /* of what was found last */
	struct pmo_value *items;
	size_t count, capacity;
	bool failed;
};

/* Where a walk is: a value, its type and the record that it is from. */
struct foot {
	struct pmo_value value;
	struct expr_type type;
	const struct pmo_record *from;
};

/* One part further; the value is no list. */
static struct foot step_into(const struct walk *walk, struct foot foot, const char *part)
{
	const struct pmo_world *world = walk->state->world;
	struct foot next = { .value = expr_absent(),
			     .type = { .kind = EXPR_ANY },
			     .from = foot.from };
	if (foot.value.kind == PMO_STRUCT) {
		int member = expr_member_find(foot.type.field, part);
		if (member < 0 || (uint32_t)member >= foot.value.count)
			return next;
		next.type = expr_type_of_field(NULL, &foot.type.field->members[member]);
		next.value = foot.value.as.items[member];
	} else if (foot.value.kind == PMO_REF && world && world->find) {
		next.from = world->find(world->store, foot.from, foot.value.as.text,
					foot.type.field ? foot.type.field->to : NULL);
		if (next.from)
			next.value = named_value(next.from, part, walk->state, &next.type);
	}
	return next;
}

static void collect(struct walk *walk, const struct foot *foot)
{
	struct pmo_arena *arena = walk->state->world ? walk->state->world->arena : NULL;
	if (foot->value.presence != PMO_PRESENT || walk->failed)
		return;
	struct pmo_value *items = arena ? pmo_arena_grow(arena, walk->items, walk->count,
							 &walk->capacity, sizeof(*items))
					: NULL;
	if (!items) {
		walk->failed = true;
		return;
	}
	walk->items = items;
	walk->items[walk->count++] = foot->value;
	walk->type = foot->type;
}

static void walk_on(struct walk *walk, struct foot foot, size_t part)
{
	if (foot.value.presence != PMO_PRESENT || walk->failed)
		return;
	if (!foot.value.is_list) {
		if (part == walk->node->part_count) {
			collect(walk, &foot);
		} else if (expr_step(walk->state)) {
			foot = step_into(walk, foot, walk->node->parts[part]);
			walk_on(walk, foot, part + 1);
		}
		return;
	}
	const struct pmo_value *items = foot.value.as.items;
	uint32_t count = foot.value.count;
	for (uint32_t i = 0; i < count && expr_step(walk->state); i++) {
		foot.value = items[i];
		walk_on(walk, foot, part);
	}
}

/* What was collected behind a list. */
static struct pmo_value walked(const struct walk *walk)
{
	struct pmo_value value = { .presence = PMO_PRESENT,
				   .is_list = true,
				   .count = (uint32_t)walk->count };
	value.as.items = walk->items;
	value.kind = expr_unify(walk->items, walk->count);
	return walk->failed || !walk->count ? expr_absent() : value;
}

/* From a value along the parts of a name, beginning with part. */
static struct pmo_value walk_from(struct walk *walk, struct foot foot, size_t part)
{
	const struct expr_node *node = walk->node;
	for (; part < node->part_count && foot.value.presence == PMO_PRESENT && !foot.value.is_list;
	     part++) {
		if (!expr_step(walk->state))
			return expr_absent();
		foot = step_into(walk, foot, node->parts[part]);
	}
	walk->type = foot.type;
	if (foot.value.presence != PMO_PRESENT)
		return expr_absent();
	if (part == node->part_count)
		return foot.value;
	/* A list on the way: what lies behind each of its items is the value. */
	walk_on(walk, foot, part);
	return walked(walk);
}

/* A part of a record at hand. */
static struct foot part_of(const struct walk *walk, const struct pmo_record *record,
			   const char *part)
{
	struct foot foot = { .type = { .kind = EXPR_ANY }, .from = record };
	foot.value = named_value(record, part, walk->state, &foot.type);
	return foot;
}

struct pmo_value expr_eval_name(const struct expr_node *node, const struct expr_state *state,
				struct expr_type *type)
{
	struct pmo_value value;
	if (node->part_count == 1) {
		value = root_value(node, state, type);
		return value.presence == PMO_PRESENT ? value : expr_absent();
	}
	struct walk walk = { .node = node, .state = state };
	struct foot foot = { .from = state->record };
	const struct expr_item *item = node->of ? item_at(state, node->of - 1u) : NULL;
	const struct pmo_record *record = root_record(node, state);
	if (item && item->record)
		foot.from = item->record;
	if (record) {
		value = walk_from(&walk, part_of(&walk, record, node->parts[1]), 2);
	} else {
		foot.value = root_value(node, state, &foot.type);
		value = walk_from(&walk, foot, 1);
	}
	*type = walk.type;
	return value;
}

struct pmo_value expr_eval_path(const struct expr_node *node, const struct expr_state *state)
{
	struct walk walk = { .node = node, .state = state };
	struct foot foot = { .type = node->left->type, .from = state->record };
	struct expr_those those;
	const struct pmo_record *record;
	if (!expr_those_is(node->left)) {
		foot.value = expr_eval(node->left, state);
		return walk_from(&walk, foot, 1);
	}
	expr_those_begin(&those, node->left, state);
	while ((record = expr_those_next(&those)) && !walk.failed)
		walk_on(&walk, part_of(&walk, record, node->parts[1]), 2);
	return walked(&walk);
}

static struct pmo_value eval_list(const struct expr_node *node, const struct expr_state *state)
{
	struct pmo_value value = { .presence = PMO_PRESENT, .is_list = true, .kind = PMO_TEXT };
	struct pmo_value *items;
	size_t count = 0;
	for (const struct expr_node *child = node->left; child; child = child->next)
		count++;
	items = state->world && state->world->arena
			? pmo_arena_array(state->world->arena, count + 1, sizeof(*items))
			: NULL;
	if (!items)
		return expr_absent();
	for (const struct expr_node *child = node->left; child; child = child->next) {
		struct pmo_value item = expr_eval(child, state);
		if (item.presence == PMO_PRESENT && !item.is_list)
			items[value.count++] = item;
	}
	value.kind = expr_unify(items, value.count);
	value.as.items = items;
	return value;
}

/* One side of a comparison, and what is known of it. */
struct side {
	struct pmo_value value;
	struct expr_type type;
};

static struct side eval_side(const struct expr_node *node, const struct expr_state *state)
{
	struct side side = { .type = node->type };
	struct expr_type found = { .kind = EXPR_ANY };
	if (node->op != EXPR_NAME) {
		side.value = expr_eval(node, state);
		return side;
	}
	side.value = expr_eval_name(node, state, &found);
	if (side.type.kind == EXPR_ANY)
		side.type = found;
	return side;
}

/* Where the words of one side stand among its choices. */
static bool order_of_choices(struct side left, struct side right, int *order)
{
	struct expr_type type = expr_type_word(left.type, 0) ? left.type : right.type;
	if (expr_group_of(left.value.kind) != EXPR_GROUP_TEXT ||
	    expr_group_of(right.value.kind) != EXPR_GROUP_TEXT)
		return false;
	int a = expr_type_choice(type, left.value.as.text);
	int b = expr_type_choice(type, right.value.as.text);
	*order = (a > b) - (a < b);
	return a >= 0 && b >= 0;
}

/* Less, equal or more; false: the two cannot be compared. Neither is a list. */
static bool order_of(const struct expr_node *node, struct side left, struct side right,
		     const struct expr_state *state, int *order)
{
	bool ordering = node->op >= EXPR_LESS && node->op <= EXPR_AT_LEAST;
	if (left.value.presence != PMO_PRESENT || right.value.presence != PMO_PRESENT)
		return false;
	if (node->by_index && left.value.kind == PMO_CHOICE && right.value.kind == PMO_CHOICE) {
		*order = (int)left.value.detail - (int)right.value.detail;
		return true;
	}
	if (ordering && (expr_type_word(left.type, 0) || expr_type_word(right.type, 0)))
		return order_of_choices(left, right, order);
	return expr_order(left.value, right.value, state->world, order);
}

static const char *text_of(struct pmo_value value)
{
	if (value.kind == PMO_STRUCT && !value.is_list && value.count)
		value = value.as.items[0];
	if (value.presence != PMO_PRESENT || value.is_list ||
	    expr_group_of(value.kind) != EXPR_GROUP_TEXT)
		return NULL;
	return value.as.text;
}

static bool pair_holds(const struct expr_node *node, struct side left, struct side right,
		       const struct expr_state *state)
{
	int order = 0;
	if (node->op == EXPR_CONTAINS) {
		const char *text = text_of(left.value), *part = text_of(right.value);
		return text && part && pmo_text_contains(text, part);
	}
	if (!order_of(node, left, right, state, &order))
		return false;
	switch (node->op) {
	case EXPR_UNEQUAL:
		return order != 0;
	case EXPR_LESS:
		return order < 0;
	case EXPR_AT_MOST:
		return order <= 0;
	case EXPR_MORE:
		return order > 0;
	case EXPR_AT_LEAST:
		return order >= 0;
	default:
		return order == 0;
	}
}

/* Any of the left with any of the right; for != none may be equal. */
static bool lists_hold(const struct expr_node *node, struct side left, struct side right,
		       const struct expr_state *state)
{
	const struct pmo_value *lefts = left.value.as.items, *rights = right.value.as.items;
	uint32_t left_count = left.value.is_list ? left.value.count : 1;
	uint32_t right_count = right.value.is_list ? right.value.count : 1;
	bool left_list = left.value.is_list, right_list = right.value.is_list;
	struct pmo_value alone = left.value, other = right.value;
	for (uint32_t i = 0; i < left_count; i++) {
		left.value = left_list ? lefts[i] : alone;
		for (uint32_t j = 0; j < right_count; j++) {
			right.value = right_list ? rights[j] : other;
			if (!expr_step(state))
				return false;
			bool holds = pair_holds(node, left, right, state);
			if (node->op == EXPR_UNEQUAL) {
				int order;
				if (!holds && order_of(node, left, right, state, &order))
					return false;
			} else if (holds) {
				return true;
			}
		}
	}
	return node->op == EXPR_UNEQUAL;
}

static bool sides_hold(const struct expr_node *node, struct side left, struct side right,
		       const struct expr_state *state)
{
	if (!pmo_value_is_present(&left.value) || !pmo_value_is_present(&right.value))
		return false;
	if (left.value.is_list || right.value.is_list)
		return lists_hold(node, left, right, state);
	return pair_holds(node, left, right, state);
}

bool expr_eval_comparison(const struct expr_node *node, const struct expr_state *state)
{
	struct side left = eval_side(node->left, state);
	if (!pmo_value_is_present(&left.value))
		return false;
	/* A list that stands there needs no room, unless all of it counts. */
	if (node->right->op != EXPR_LIST || node->op == EXPR_UNEQUAL)
		return sides_hold(node, left, eval_side(node->right, state), state);
	for (const struct expr_node *child = node->right->left; child; child = child->next)
		if (sides_hold(node, left, eval_side(child, state), state))
			return true;
	return false;
}

bool expr_eval_holds(const struct expr_node *node, const struct expr_state *state)
{
	switch (node->op) {
	case EXPR_OR:
		for (const struct expr_node *child = node->left; child; child = child->next)
			if (expr_eval_holds(child, state))
				return true;
		return false;
	case EXPR_AND:
		for (const struct expr_node *child = node->left; child; child = child->next)
			if (!expr_eval_holds(child, state))
				return false;
		return true;
	case EXPR_NOT:
		return !expr_eval_holds(node->left, state);
	case EXPR_VALUE:
	case EXPR_NAME:
	case EXPR_LIST:
	case EXPR_ADD:
	case EXPR_SUBTRACT:
	case EXPR_MULTIPLY:
	case EXPR_DIVIDE:
	case EXPR_NEGATE:
	case EXPR_CALL:
	case EXPR_PATH:
		return expr_is_true(expr_eval(node, state));
	default:
		return expr_eval_comparison(node, state);
	}
}

static struct pmo_value eval_negate(const struct expr_node *node, const struct expr_state *state)
{
	struct pmo_value value = expr_eval(node->left, state);
	struct pmo_decimal number;
	if (!expr_decimal(value, &number))
		return expr_absent();
	value.as.integer = -value.as.integer;
	return value;
}

struct pmo_value expr_eval(const struct expr_node *node, const struct expr_state *state)
{
	struct expr_type type;
	switch (node->op) {
	case EXPR_VALUE:
		return node->value;
	case EXPR_NAME:
		return expr_eval_name(node, state, &type);
	case EXPR_LIST:
		return eval_list(node, state);
	case EXPR_ADD:
	case EXPR_SUBTRACT:
	case EXPR_MULTIPLY:
	case EXPR_DIVIDE:
		return expr_arith((enum expr_op)node->op, expr_eval(node->left, state),
				  expr_eval(node->right, state), state->world);
	case EXPR_NEGATE:
		return eval_negate(node, state);
	case EXPR_CALL:
		return expr_function_eval(node, state);
	case EXPR_PATH:
		return expr_eval_path(node, state);
	default:
		return expr_yes_no(expr_eval_holds(node, state));
	}
}

/*
 * those(register, condition): the records of a register that satisfy a condition, as seen
 * from the record at hand. In the condition, and in what sum() or max() asks of each, a
 * name is a field of that register; `this` is the record at hand.
 *
 * Where the condition asks that a field names the record at hand, the store hands out just
 * these records from an index. The condition is asked of each all the same.
 */
#include "expr_internal.h"
#include "schema.h"

#include <string.h>

bool expr_those_is(const struct expr_node *node)
{
	return node->op == EXPR_CALL && node->function && strcmp(node->name, "those") == 0;
}

/* `this`, or a reference of it: what stays the same for all records that are asked. */
static bool is_fixed(const struct expr_node *node)
{
	return node->op == EXPR_NAME && node->root == EXPR_ROOT_THIS && node->part_count <= 2 &&
	       node->type.kind == PMO_REF && !node->type.is_list;
}

static bool is_named(const struct expr_node *node, const struct pmo_schema *schema)
{
	return node->op == EXPR_NAME && node->root == EXPR_ROOT_FIELD && node->of == 1 &&
	       node->part_count == 1 && node->type.kind == PMO_REF &&
	       !schema->fields[node->index]->derive;
}

/* The comparison that says what a field of the other register must name, or NULL. */
static const struct expr_node *comparison_for(const struct expr_node *node,
					      const struct pmo_schema *schema)
{
	const struct expr_node *found = NULL;
	if (node->op == EXPR_AND)
		for (const struct expr_node *child = node->left; child && !found;
		     child = child->next)
			found = comparison_for(child, schema);
	else if (node->op == EXPR_EQUAL &&
		 ((is_fixed(node->left) && is_named(node->right, schema)) ||
		  (is_fixed(node->right) && is_named(node->left, schema))))
		found = node;
	return found;
}

static const struct pmo_schema *find_register(struct expr_checker *checker, struct expr_node *node)
{
	const struct pmo_schema *own = checker->scope.schema;
	const struct schema_family *family = own ? own->family : NULL;
	struct expr_node *name = node->left;
	bool plain = name->op == EXPR_NAME && name->part_count == 1;
	const struct pmo_schema *schema =
		family && plain ? family->find(family->store, name->name) : NULL;
	if (schema || (plain && !family))
		return schema;
	if (!plain) {
		expr_reject(checker, name, "expr-name", "those() begins with a register");
		expr_advise(checker, "those(expense, line = this)");
		return NULL;
	}
	struct expr_nearest nearest = { .word = name->name };
	for (size_t i = 0; pmo_registers[i]; i++)
		expr_nearest_try(&nearest, pmo_registers[i]->name);
	expr_reject(checker, name, "expr-name", "there is no register '%s'", name->name);
	if (nearest.best)
		expr_advise(checker, "nearest is %s", nearest.best);
	return NULL;
}

void expr_those_check(struct expr_checker *checker, struct expr_node *node)
{
	const struct pmo_schema *schema = find_register(checker, node);
	struct expr_node *condition = node->left->next;
	struct pmo_field *field = pmo_arena_alloc(checker->report->arena, sizeof(*field));
	if (!field)
		checker->report->result = PMO_NO_MEMORY;
	if (!schema || !field) {
		/* A register alone knows no others: what is asked of them is absent. */
		node->op = EXPR_VALUE;
		node->value = expr_absent();
		node->left = NULL;
		node->type = expr_type_plain(EXPR_ANY);
		node->type.is_list = true;
		return;
	}
	field->name = schema->table->name;
	field->kind = PMO_REF;
	field->flags = PMO_LIST;
	field->to = schema->table->name;
	struct expr_item_type item = { .type = expr_type_of_field(NULL, field),
				       .outer = checker->scope.items };
	item.type.is_list = false;
	item.type.schema = schema;
	node->type = item.type;
	node->type.is_list = true;
	if (!condition)
		return;
	checker->scope.items = &item;
	expr_check_condition(checker, condition);
	checker->scope.items = item.outer;
	node->right = (struct expr_node *)comparison_for(condition, schema);
}

void expr_those_begin(struct expr_those *those, const struct expr_node *node,
		      const struct expr_state *state)
{
	const struct pmo_world *world = state->world;
	const struct pmo_schema *schema = node->type.schema;
	struct pmo_those what = { .register_name = schema->table->name };
	memset(those, 0, sizeof(*those));
	those->node = node->left->next;
	those->state = *state;
	those->item.outer = state->item;
	if (!world || !world->those)
		return;
	if (node->right) {
		bool first = is_fixed(node->right->left);
		const struct expr_node *fixed = first ? node->right->left : node->right->right;
		const struct expr_node *named = first ? node->right->right : node->right->left;
		struct pmo_value id = expr_eval(fixed, state);
		if (id.presence != PMO_PRESENT || id.is_list)
			return; /* what is absent equals nothing */
		what.field = schema->fields[named->index]->name;
		what.id = id.as.text;
	}
	those->count = world->those(world->store, state->record, &what, &those->records);
}

const struct pmo_record *expr_those_next(struct expr_those *those)
{
	those->state.item = &those->item;
	while (those->next < those->count && expr_step(&those->state)) {
		const struct pmo_record *record = those->records[those->next++];
		if (record->unreadable || pmo_record_is_void(record))
			continue;
		those->item.record = record;
		those->item.value = expr_text(PMO_REF, record->id);
		if (!those->node || expr_eval_holds(those->node, &those->state))
			return record;
	}
	return NULL;
}

/* The id of a record as one writes it in a file beside the one that asks. */
static struct pmo_value id_from(const struct pmo_record *record, const struct pmo_record *from)
{
	const struct pmo_world *world = from->world;
	const char *register_name = record->schema->table->name;
	const struct pmo_record *found =
		world->find ? world->find(world->store, from, record->id, register_name) : record;
	struct pmo_value id = expr_text(PMO_REF, record->id);
	if (found || !record->path)
		return id;
	/* Of another project than the one that is meant: `netref/TSK-012`. */
	const struct pmo_record *charter =
		world->charter ? world->charter(world->store, record) : NULL;
	const char *text =
		charter ? pmo_arena_format(world->arena, "%s/%s", charter->id, record->id) : NULL;
	return text ? expr_text(PMO_REF, text) : id;
}

struct pmo_value expr_those_eval(const struct expr_node *node, const struct expr_state *state)
{
	struct expr_those those;
	const struct pmo_record *record;
	struct pmo_value list = { .presence = PMO_PRESENT, .is_list = true, .kind = PMO_REF };
	struct pmo_value *items = NULL;
	size_t count = 0, capacity = 0;
	if (!state->world || !state->world->arena)
		return expr_absent();
	expr_those_begin(&those, node, state);
	while ((record = expr_those_next(&those))) {
		struct pmo_value *grown = pmo_arena_grow(state->world->arena, items, count,
							 &capacity, sizeof(*items));
		if (!grown)
			return expr_absent();
		items = grown;
		items[count++] = id_from(record, state->record);
	}
	list.as.items = items;
	list.count = (uint32_t)count;
	return list;
}

/*
 * The functions. One row of the table is all there is to one: its arguments, its check
 * and its evaluation.
 */
#include "expr_internal.h"

#include <pmo/text.h>

#include <string.h>

enum { NO_LIMIT = 255 };

struct expr_function {
	const char *name;
	uint8_t least, most; /* arguments */
	bool counts;         /* gives a number, whatever there is: no condition by itself */
	void (*check)(struct expr_checker *checker, struct expr_node *node);
	struct pmo_value (*eval)(const struct expr_node *node, const struct expr_state *state);
};

static size_t argument_count(const struct expr_node *node)
{
	size_t count = 0;
	for (const struct expr_node *argument = node->left; argument; argument = argument->next)
		count++;
	return count;
}

/* The type of one item of a list. */
static struct expr_type item_type(struct expr_type type)
{
	type.is_list = false;
	return type;
}

/* What is absent whatever the record: rejected, or asked of registers that are not known. */
static bool is_nothing(const struct expr_node *node)
{
	return node->op == EXPR_VALUE && node->value.presence != PMO_PRESENT;
}

static bool check_list(struct expr_checker *checker, const struct expr_node *node)
{
	struct expr_node *list = node->left;
	expr_check(checker, list);
	if (list->type.is_list || list->type.kind == EXPR_ANY)
		return !is_nothing(list);
	expr_reject(checker, list, "expr-type", "%s() needs a list, this is %s", node->name,
		    expr_type_name(list->type));
	return false;
}

/* The second argument, if there is one, is about the items of the first. */
static void check_for_items(struct expr_checker *checker, const struct expr_node *node,
			    void (*check)(struct expr_checker *, struct expr_node *))
{
	struct expr_item_type item = { .type = item_type(node->left->type),
				       .outer = checker->scope.items };
	if (!node->left->next)
		return;
	checker->scope.items = &item;
	check(checker, node->left->next);
	checker->scope.items = item.outer;
}

static struct expr_type type_for_items(const struct expr_node *node)
{
	return item_type(node->left->next ? node->left->next->type : node->left->type);
}

static void check_count(struct expr_checker *checker, struct expr_node *node)
{
	if (check_list(checker, node))
		check_for_items(checker, node, expr_check_condition);
	node->type = expr_type_plain(PMO_INTEGER);
}

static void check_any(struct expr_checker *checker, struct expr_node *node)
{
	check_count(checker, node);
	node->type = expr_type_plain(PMO_YES_NO);
}

static void check_sum(struct expr_checker *checker, struct expr_node *node)
{
	if (!check_list(checker, node))
		return;
	check_for_items(checker, node, expr_check);
	struct expr_type type = type_for_items(node);
	if (expr_arith_kind(EXPR_ADD, type.kind, type.kind) < 0) {
		expr_reject(checker, node->left->next ? node->left->next : node->left, "expr-type",
			    "sum() adds numbers, money and durations, this is %s",
			    expr_type_name(type));
		if (type.kind == PMO_STRUCT)
			expr_advise(checker, "sum(lines, qty * price) says what to add");
		return;
	}
	node->type = expr_type_plain(type.kind);
}

static void check_end(struct expr_checker *checker, struct expr_node *node)
{
	if (check_list(checker, node))
		node->type = item_type(node->left->type);
}

static void check_only(struct expr_checker *checker, struct expr_node *node)
{
	if (!check_list(checker, node))
		return;
	check_for_items(checker, node, expr_check_condition);
	node->type = node->left->type;
}

/* The type that two answers have in common; false: none. */
static bool merge(struct expr_type *type, struct expr_type other)
{
	if (!expr_kinds_compare(type->kind, other.kind))
		return false;
	if (type->is_list != other.is_list || other.kind == EXPR_ANY || type->kind == EXPR_ANY)
		*type = expr_type_plain(EXPR_ANY);
	else if (type->kind == other.kind && type->field == other.field)
		return true;
	else if (type->kind == PMO_MONEY || other.kind == PMO_MONEY)
		*type = expr_type_plain(PMO_MONEY);
	else if (expr_group_of(type->kind) == EXPR_GROUP_TEXT)
		*type = expr_type_plain(PMO_TEXT);
	else if (expr_group_of(type->kind) == EXPR_GROUP_DATE)
		*type = expr_type_plain(type->kind == other.kind ? type->kind : PMO_DATE);
	else
		*type = expr_type_plain(type->kind == other.kind ? type->kind : PMO_NUMBER);
	return true;
}

static void check_extreme(struct expr_checker *checker, struct expr_node *node)
{
	struct expr_node *argument = node->left;
	expr_check(checker, argument);
	if (argument->type.is_list && is_nothing(argument))
		return;
	if (argument->type.is_list) {
		if (argument->next && argument->next->next) {
			expr_reject(checker, argument->next->next, "expr-type",
				    "%s() of a list takes one expression for its items",
				    node->name);
			return;
		}
		check_for_items(checker, node, expr_check);
		node->type = type_for_items(node);
	} else {
		node->type = argument->type;
		while ((argument = argument->next)) {
			expr_check(checker, argument);
			if (merge(&node->type, argument->type))
				continue;
			expr_reject(checker, argument, "expr-type", "%s cannot be compared with %s",
				    expr_type_name(argument->type), expr_type_name(node->type));
			return;
		}
	}
	if (expr_group_of(node->type.kind) == EXPR_GROUP_YES_NO ||
	    expr_group_of(node->type.kind) == EXPR_GROUP_STRUCT)
		expr_reject(checker, node->left, "expr-type", "%s has no order",
			    expr_type_name(node->type));
}

static void check_days(struct expr_checker *checker, struct expr_node *node)
{
	for (struct expr_node *argument = node->left; argument; argument = argument->next) {
		expr_check(checker, argument);
		enum expr_group group = expr_group_of(argument->type.kind);
		if ((group != EXPR_GROUP_DATE && group != EXPR_GROUP_ANY) || argument->type.is_list)
			expr_reject(checker, argument, "expr-type",
				    "days() needs dates, this is %s",
				    expr_type_name(argument->type));
	}
	node->type = expr_type_plain(PMO_INTEGER);
}

static void check_if(struct expr_checker *checker, struct expr_node *node)
{
	expr_check_condition(checker, node->left);
	for (struct expr_node *answer = node->left->next; answer; answer = answer->next)
		expr_check_text(checker, answer);
	expr_function_join(checker, node);
}

void expr_function_join(struct expr_checker *checker, struct expr_node *node)
{
	struct expr_node *yes = node->left->next, *no = yes->next;
	node->type = yes->type;
	if (no && !merge(&node->type, no->type))
		expr_reject(checker, no, "expr-type", "one answer of if() is %s, this one is %s",
			    expr_type_name(yes->type), expr_type_name(no->type));
}

static void check_number(struct expr_checker *checker, struct expr_node *node)
{
	struct expr_node *argument = node->left;
	expr_check(checker, argument);
	struct expr_type type = argument->type;
	if (expr_arith_kind(EXPR_DIVIDE, type.kind, PMO_INTEGER) < 0 || type.is_list) {
		expr_reject(checker, argument, "expr-type", "%s() needs a number, this is %s",
			    node->name, expr_type_name(type));
		return;
	}
	bool whole = type.kind == PMO_NUMBER && strcmp(node->name, "round") == 0;
	node->type = expr_type_plain(whole ? PMO_INTEGER : type.kind);
}

static void check_length(struct expr_checker *checker, struct expr_node *node)
{
	struct expr_node *argument = node->left;
	expr_check(checker, argument);
	enum expr_group group = expr_group_of(argument->type.kind);
	bool is_list = argument->type.is_list;
	node->type = expr_type_plain(PMO_INTEGER);
	if (!is_list && (group == EXPR_GROUP_TEXT || group == EXPR_GROUP_ANY))
		return;
	expr_reject(checker, argument, "expr-type", "length() needs text, this is %s",
		    expr_type_name(argument->type));
	if (is_list)
		expr_advise(checker, "count() says how many items a list has");
}

/*
 * The items of the first argument, one after the other. A value that is no list (what a
 * reference led to) is a list of itself.
 */
struct items {
	bool is_those; /* the records of a those(), which need not be a list first */
	struct expr_those those;
	const struct expr_node *from;
	struct pmo_value list;
	const struct expr_node *each; /* what to work out for an item; or NULL */
	struct expr_item item;
	struct expr_state state;
	uint32_t next;
};

static void items_begin(struct items *items, const struct expr_node *node,
			const struct expr_state *state)
{
	memset(items, 0, sizeof(*items));
	items->from = node->left;
	items->is_those = expr_those_is(node->left);
	if (items->is_those)
		expr_those_begin(&items->those, node->left, state);
	else
		items->list = expr_eval(node->left, state);
	items->each = node->left->next;
	items->item.outer = state->item;
	items->state = *state;
	items->state.item = &items->item;
}

/* The record of an item, where names for items are fields of records. */
static void find_record(struct items *items)
{
	const struct pmo_world *world = items->state.world;
	const struct expr_type *type = &items->from->type;
	struct pmo_value *value = &items->item.value;
	items->item.record = NULL;
	if (type->schema && world && world->find && value->kind == PMO_REF)
		items->item.record = world->find(world->store, items->state.record, value->as.text,
						 type->schema->table->name);
}

/* The next item that is present. */
static bool items_next(struct items *items)
{
	uint32_t count = items->list.is_list ? items->list.count : 1;
	if (items->is_those) {
		items->item.record = expr_those_next(&items->those);
		items->item.value = items->those.item.value;
		return items->item.record != NULL;
	}
	while (items->list.presence == PMO_PRESENT && items->next < count) {
		items->item.value =
			items->list.is_list ? items->list.as.items[items->next] : items->list;
		items->next++;
		if (!expr_step(&items->state))
			return false;
		if (items->item.value.presence != PMO_PRESENT)
			continue;
		find_record(items);
		return true;
	}
	return false;
}

static struct pmo_value items_value(const struct items *items)
{
	return items->each ? expr_eval(items->each, &items->state) : items->item.value;
}

static bool items_holds(const struct items *items)
{
	return !items->each || expr_eval_holds(items->each, &items->state);
}

static struct pmo_value eval_count(const struct expr_node *node, const struct expr_state *state)
{
	struct items items;
	int64_t count = 0;
	items_begin(&items, node, state);
	while (items_next(&items))
		count += items_holds(&items);
	return expr_integer(count);
}

static struct pmo_value eval_any(const struct expr_node *node, const struct expr_state *state)
{
	struct items items;
	items_begin(&items, node, state);
	while (items_next(&items))
		if (items_holds(&items))
			return expr_yes_no(true);
	return expr_yes_no(false);
}

static struct pmo_value eval_all(const struct expr_node *node, const struct expr_state *state)
{
	struct items items;
	items_begin(&items, node, state);
	while (items_next(&items))
		if (!items_holds(&items))
			return expr_yes_no(false);
	return expr_yes_no(true);
}

static bool is_among(struct pmo_value value, const struct pmo_value *kept, size_t count,
		     const struct expr_state *state)
{
	int order;
	for (size_t i = 0; i < count && expr_step(state); i++)
		if (expr_order(value, kept[i], state->world, &order) && order == 0)
			return true;
	return false;
}

/* only(), and distinct() */
static struct pmo_value eval_only(const struct expr_node *node, const struct expr_state *state)
{
	struct pmo_arena *arena = state->world ? state->world->arena : NULL;
	struct pmo_value list = { .presence = PMO_PRESENT, .is_list = true, .kind = PMO_TEXT };
	struct pmo_value *kept = NULL;
	size_t count = 0, capacity = 0;
	struct items items;
	bool once = !node->left->next;
	if (!arena)
		return expr_absent();
	items_begin(&items, node, state);
	while (items_next(&items)) {
		if (!items_holds(&items) ||
		    (once && is_among(items.item.value, kept, count, state)))
			continue;
		void *grown = pmo_arena_grow(arena, kept, count, &capacity, sizeof(*kept));
		if (!grown)
			return expr_absent();
		kept = grown;
		kept[count++] = items.item.value;
		list.kind = items.item.value.kind;
	}
	list.as.items = kept;
	list.count = (uint32_t)count;
	return list;
}

/* Nothing of a kind, to begin a sum with; whole numbers where the kind is not known. */
static struct pmo_value zero_of(struct expr_type type)
{
	struct pmo_value zero = expr_integer(0);
	if (type.kind != EXPR_ANY)
		zero.kind = type.kind;
	return zero;
}

static struct pmo_value eval_sum(const struct expr_node *node, const struct expr_state *state)
{
	struct items items;
	struct pmo_value sum = zero_of(node->type);
	bool empty = true;
	items_begin(&items, node, state);
	while (items_next(&items)) {
		struct pmo_value value = items_value(&items);
		if (value.presence != PMO_PRESENT)
			continue;
		sum = empty ? value : expr_arith(EXPR_ADD, sum, value, state->world);
		empty = false;
		if (sum.presence != PMO_PRESENT)
			return sum;
	}
	return sum;
}

/* Keeps the smaller (sign 1) or larger (sign -1) of two. */
static void keep(struct pmo_value *best, struct pmo_value value, int sign,
		 const struct expr_state *state)
{
	int order;
	if (value.presence != PMO_PRESENT || value.is_list)
		return;
	bool words = best->kind == PMO_CHOICE && value.kind == PMO_CHOICE;
	if (best->presence != PMO_PRESENT)
		*best = value;
	else if (words && (value.detail - best->detail) * sign < 0)
		*best = value;
	else if (!words && expr_order(value, *best, state->world, &order) && order * sign < 0)
		*best = value;
}

static struct pmo_value extreme(const struct expr_node *node, const struct expr_state *state,
				int sign)
{
	struct pmo_value best = expr_absent();
	if (!node->left->type.is_list && node->left->next) {
		for (const struct expr_node *argument = node->left; argument;
		     argument = argument->next)
			keep(&best, expr_eval(argument, state), sign, state);
		return best;
	}
	struct items items;
	items_begin(&items, node, state);
	while (items_next(&items))
		keep(&best, items_value(&items), sign, state);
	return best;
}

static struct pmo_value eval_min(const struct expr_node *node, const struct expr_state *state)
{
	return extreme(node, state, 1);
}

static struct pmo_value eval_max(const struct expr_node *node, const struct expr_state *state)
{
	return extreme(node, state, -1);
}

static struct pmo_value eval_first(const struct expr_node *node, const struct expr_state *state)
{
	struct items items;
	items_begin(&items, node, state);
	return items_next(&items) ? items.item.value : expr_absent();
}

static struct pmo_value eval_last(const struct expr_node *node, const struct expr_state *state)
{
	struct pmo_value list = expr_eval(node->left, state);
	if (list.presence != PMO_PRESENT || !list.is_list)
		return list;
	for (uint32_t i = list.count; i-- > 0;)
		if (list.as.items[i].presence == PMO_PRESENT)
			return list.as.items[i];
	return expr_absent();
}

static struct pmo_value eval_days(const struct expr_node *node, const struct expr_state *state)
{
	struct pmo_value from = expr_eval(node->left, state);
	struct pmo_value to = expr_eval(node->left->next, state);
	struct pmo_value days = expr_arith(EXPR_SUBTRACT, to, from, state->world);
	if (days.presence != PMO_PRESENT || days.kind != PMO_DURATION ||
	    expr_group_of(from.kind) != EXPR_GROUP_DATE)
		return expr_absent();
	return expr_integer(days.as.integer / PMO_DURATION_THOUSANDTHS);
}

static struct pmo_value eval_if(const struct expr_node *node, const struct expr_state *state)
{
	const struct expr_node *yes = node->left->next;
	const struct expr_node *answer = expr_eval_holds(node->left, state) ? yes : yes->next;
	return answer ? expr_eval(answer, state) : expr_absent();
}

static struct pmo_value eval_round(const struct expr_node *node, const struct expr_state *state)
{
	struct pmo_value value = expr_eval(node->left, state);
	struct pmo_decimal number;
	if (!expr_decimal(value, &number) || pmo_decimal_round(number, 0, &number) != PMO_OK)
		return expr_absent();
	return expr_of_decimal(value.kind == PMO_NUMBER ? PMO_INTEGER : value.kind, number,
			       value.detail);
}

static struct pmo_value eval_abs(const struct expr_node *node, const struct expr_state *state)
{
	struct pmo_value value = expr_eval(node->left, state);
	struct pmo_decimal number;
	if (!expr_decimal(value, &number))
		return expr_absent();
	if (value.as.integer < 0)
		value.as.integer = -value.as.integer;
	return value;
}

static struct pmo_value eval_length(const struct expr_node *node, const struct expr_state *state)
{
	struct pmo_value value = expr_eval(node->left, state);
	if (value.presence != PMO_PRESENT || value.is_list ||
	    expr_group_of(value.kind) != EXPR_GROUP_TEXT)
		return expr_absent();
	const char *text = value.as.text;
	size_t left = strlen(text), bytes;
	int64_t count = 0;
	uint32_t character;
	for (; (bytes = pmo_text_next(text, left, &character)); text += bytes, left -= bytes)
		count++;
	return expr_integer(count);
}

static const struct expr_function functions[] = {
	{ "min", 1, NO_LIMIT, false, check_extreme, eval_min },
	{ "max", 1, NO_LIMIT, false, check_extreme, eval_max },
	{ "sum", 1, 2, true, check_sum, eval_sum },
	{ "count", 1, 2, true, check_count, eval_count },
	{ "any", 2, 2, false, check_any, eval_any },
	{ "all", 2, 2, false, check_any, eval_all },
	{ "first", 1, 1, false, check_end, eval_first },
	{ "last", 1, 1, false, check_end, eval_last },
	{ "days", 2, 2, true, check_days, eval_days },
	{ "if", 2, 3, false, check_if, eval_if },
	{ "round", 1, 1, true, check_number, eval_round },
	{ "abs", 1, 1, true, check_number, eval_abs },
	{ "length", 1, 1, true, check_length, eval_length },
	{ "those", 1, 2, false, expr_those_check, expr_those_eval },
	{ "only", 2, 2, false, check_only, eval_only },
	{ "distinct", 1, 1, false, check_only, eval_only },
	{ "limit", 1, 1, true, expr_limit_check, expr_limit_eval },
	{ "source", 1, 1, true, expr_source_check, expr_source_eval },
	{ "span", 2, 2, false, expr_span_check, expr_span_eval },
	{ "acts_for", 2, 3, false, expr_acts_check, expr_acts_eval },
};

const struct expr_function *expr_function_find(const char *name)
{
	for (size_t i = 0; i < sizeof(functions) / sizeof(*functions); i++)
		if (strcmp(functions[i].name, name) == 0)
			return &functions[i];
	return NULL;
}

bool expr_function_is_if(const struct expr_node *node)
{
	const struct expr_function *function =
		node->op == EXPR_CALL ? expr_function_find(node->name) : NULL;
	return function && function->check == check_if && argument_count(node) >= 2 &&
	       argument_count(node) <= 3;
}

bool expr_function_counts(const struct expr_node *node)
{
	return node->function && node->function->counts;
}

static void reject_count(struct expr_checker *checker, struct expr_node *node,
			 const struct expr_function *function, size_t count)
{
	if (function->least == function->most)
		expr_reject(checker, node, "expr-syntax", "%s() takes %d argument%s, not %zu",
			    function->name, function->least, function->least == 1 ? "" : "s",
			    count);
	else if (function->most == NO_LIMIT)
		expr_reject(checker, node, "expr-syntax",
			    "%s() takes at least %d argument, not %zu", function->name,
			    function->least, count);
	else
		expr_reject(checker, node, "expr-syntax", "%s() takes %d or %d arguments, not %zu",
			    function->name, function->least, function->most, count);
}

void expr_function_check(struct expr_checker *checker, struct expr_node *node)
{
	const struct expr_function *function = expr_function_find(node->name);
	size_t count = argument_count(node);
	if (!function) {
		struct expr_nearest nearest = { .word = node->name };
		for (size_t i = 0; i < sizeof(functions) / sizeof(*functions); i++)
			expr_nearest_try(&nearest, functions[i].name);
		expr_reject(checker, node, "expr-name", "there is no function '%s'", node->name);
		if (nearest.best)
			expr_advise(checker, "nearest is %s", nearest.best);
		return;
	}
	if (count < function->least || count > function->most) {
		reject_count(checker, node, function, count);
		return;
	}
	node->function = function;
	function->check(checker, node);
}

struct pmo_value expr_function_eval(const struct expr_node *node, const struct expr_state *state)
{
	return node->function ? node->function->eval(node, state) : expr_absent();
}

/*
 * Names and types, before any record is seen.
 *
 * What is wrong is reported where it stands and counts as a value of any kind from then
 * on, so that one fault gives one message. The meaning of a bare word beside a field is
 * decided here, once: `status = open` is about a state, `owner = me` about the user.
 */
#include "expr_internal.h"

#include <pmo/text.h>

#include <string.h>

static const char *const verbs[] = {
	[EXPR_ADD] = "added",
	[EXPR_SUBTRACT] = "subtracted",
	[EXPR_MULTIPLY] = "multiplied",
	[EXPR_DIVIDE] = "divided",
};

void expr_reject(struct expr_checker *checker, struct expr_node *node, const char *code,
		 const char *format, ...)
{
	if (!checker->lenient) {
		struct pmo_place place = { .offset = node->offset, .length = node->length };
		va_list args;
		va_start(args, format);
		const char *message = pmo_arena_vformat(checker->report->arena, format, args);
		va_end(args);
		expr_fault(checker->report, code, &place, "%s", message ? message : "");
	}
	node->op = EXPR_VALUE;
	node->value = expr_absent();
	node->type = expr_type_plain(EXPR_ANY);
	node->left = node->right = NULL;
}

void expr_advise(struct expr_checker *checker, const char *format, ...)
{
	if (checker->lenient)
		return;
	va_list args;
	va_start(args, format);
	const char *hint = pmo_arena_vformat(checker->report->arena, format, args);
	va_end(args);
	expr_hint(checker->report, "%s", hint ? hint : "");
}

static bool is_literal(const struct expr_node *node)
{
	return node->op == EXPR_VALUE && node->value.presence == PMO_PRESENT;
}

static bool mentions(const struct expr_node *node, enum expr_group a, enum expr_group b)
{
	enum expr_group left = expr_group_of(node->left->type.kind);
	enum expr_group right = expr_group_of(node->right->type.kind);
	return (left == a && right == b) || (left == b && right == a);
}

static void reject_arith(struct expr_checker *checker, struct expr_node *node)
{
	bool days = mentions(node, EXPR_GROUP_DATE, EXPR_GROUP_NUMBER) ||
		    mentions(node, EXPR_GROUP_DURATION, EXPR_GROUP_NUMBER);
	bool share = mentions(node, EXPR_GROUP_MONEY, EXPR_GROUP_PERCENT);
	const struct expr_node *list = node->left->type.is_list    ? node->left
				       : node->right->type.is_list ? node->right
								   : NULL;
	expr_reject(checker, node, "expr-type", "%s and %s cannot be %s",
		    expr_type_name(node->left->type), expr_type_name(node->right->type),
		    verbs[node->op]);
	if (list && list->op == EXPR_NAME)
		expr_advise(checker, "sum(%s) makes one value of a list", list->name);
	else if (days)
		expr_advise(checker, "working days are written 5d, calendar days 5cd");
	else if (share)
		expr_advise(checker, "five percent more is amount * 105%%");
}

static bool is_part_of_day(const struct expr_node *node)
{
	return is_literal(node) && node->value.kind == PMO_DURATION &&
	       (node->value.detail == PMO_DURATION_HOURS ||
		node->value.detail == PMO_DURATION_MINUTES);
}

static void check_arith(struct expr_checker *checker, struct expr_node *node)
{
	expr_check(checker, node->left);
	expr_check(checker, node->right);
	struct expr_type left = node->left->type, right = node->right->type;
	int kind = expr_arith_kind((enum expr_op)node->op, left.kind, right.kind);
	if (kind < 0 || left.is_list || right.is_list) {
		reject_arith(checker, node);
		return;
	}
	bool date = kind == PMO_DATE;
	if (date && (is_part_of_day(node->left) || is_part_of_day(node->right))) {
		struct expr_node *part = is_part_of_day(node->left) ? node->left : node->right;
		expr_reject(checker, part, "expr-type", "a date has no hours");
		expr_advise(checker, "working days are written 5d, calendar days 5cd, weeks 2w");
		return;
	}
	node->type = expr_type_plain((unsigned)kind);
}

static void check_negate(struct expr_checker *checker, struct expr_node *node)
{
	struct expr_node *inner = node->left;
	expr_check(checker, inner);
	struct expr_type type = inner->type;
	/* What has a difference of its own kind has a negative: dates have not. */
	if (type.is_list ||
	    expr_arith_kind(EXPR_SUBTRACT, type.kind, type.kind) != (int)type.kind) {
		expr_reject(checker, node, "expr-type", "%s has no negative", expr_type_name(type));
		return;
	}
	node->type = expr_type_plain(type.kind);
	if (is_literal(inner)) {
		node->op = EXPR_VALUE;
		node->value = inner->value;
		node->value.as.integer = -inner->value.as.integer;
	}
}

/* A list of nothing but literals is a literal. */
static void fold_list(struct expr_checker *checker, struct expr_node *node, size_t count)
{
	struct pmo_value *items =
		pmo_arena_array(checker->report->arena, count + 1, sizeof(*items));
	size_t i = 0;
	if (!items) {
		checker->report->result = PMO_NO_MEMORY;
		return;
	}
	for (const struct expr_node *child = node->left; child; child = child->next)
		items[i++] = child->value;
	node->op = EXPR_VALUE;
	node->value = (struct pmo_value){ .presence = PMO_PRESENT,
					  .is_list = true,
					  .kind = expr_unify(items, count),
					  .count = (uint32_t)count };
	node->value.as.items = items;
	if (count)
		node->type.kind = node->value.kind;
}

/* The type of a list of checked nodes. */
static void finish_list(struct expr_checker *checker, struct expr_node *node)
{
	size_t count = 0;
	bool literal = true;
	node->type = node->left ? node->left->type : expr_type_plain(EXPR_ANY);
	for (struct expr_node *child = node->left; child; child = child->next, count++) {
		if (child->type.is_list) {
			expr_reject(checker, child, "expr-type", "a list within a list");
			return;
		}
		if (!expr_kinds_compare(child->type.kind, node->left->type.kind)) {
			expr_reject(checker, child, "expr-type", "%s in a list that begins with %s",
				    expr_type_name(child->type), expr_type_name(node->left->type));
			return;
		}
		literal = literal && is_literal(child);
		if (child->type.kind != node->type.kind)
			node->type = expr_type_plain(EXPR_ANY);
	}
	node->type.is_list = true;
	if (literal)
		fold_list(checker, node, count);
}

static bool is_text_like(struct expr_type type)
{
	enum expr_group group = expr_group_of(type.kind);
	return group == EXPR_GROUP_TEXT || group == EXPR_GROUP_ANY || group == EXPR_GROUP_STRUCT;
}

/* What a structure is compared by is its key. */
static struct expr_type key_type(struct expr_type type)
{
	if (type.kind == PMO_STRUCT && type.field && type.field->members) {
		bool is_list = type.is_list;
		type = expr_type_of_field(NULL, &type.field->members[0]);
		type.is_list = type.is_list || is_list;
	}
	return type;
}

/* Whether a name beside a value of that type is meant as text. */
static bool is_text_beside(const struct expr_checker *checker, const struct expr_node *node,
			   enum expr_op op, struct expr_type beside)
{
	struct expr_node trial = *node;
	bool known = expr_name_is_known(checker, node) && expr_name_bind(checker, &trial);
	bool single = node->part_count == 1;
	bool record = trial.root == EXPR_ROOT_THIS || trial.root == EXPR_ROOT_PROJECT;
	if (known && trial.op == EXPR_NAME && trial.root == EXPR_ROOT_ME)
		return false;
	/* Records are meant beside references alone; elsewhere these two are words. */
	if (known && single && record && beside.kind != PMO_REF && beside.kind != EXPR_ANY)
		return expr_group_of(beside.kind) == EXPR_GROUP_TEXT;
	if (op == EXPR_CONTAINS)
		return single || !expr_name_is_known(checker, node);
	if (beside.kind == PMO_CHOICE && single && expr_type_choice(beside, node->name) >= 0)
		return true;
	/* A misspelt path is a fault, but v1.2 is a word. */
	if (!known && expr_name_is_known(checker, node))
		return false;
	switch (expr_group_of(beside.kind)) {
	case EXPR_GROUP_TEXT:
		if (beside.kind == PMO_REF)
			return !known ||
			       (trial.type.kind != PMO_REF && trial.type.kind != EXPR_ANY);
		return !known || !is_text_like(trial.type);
	case EXPR_GROUP_ANY:
		return !known;
	default:
		return false;
	}
}

static void reject_choice(struct expr_checker *checker, struct expr_node *node,
			  struct expr_type type, const struct expr_node *beside)
{
	const char *word = node->quoted ? node->value.as.text : node->name;
	struct expr_nearest nearest = { .word = word };
	const char *choice, *all = "";
	for (size_t i = 0; (choice = expr_type_word(type, i)); i++) {
		expr_nearest_try(&nearest, choice);
		all = all && i < 12 ? pmo_arena_format(checker->report->arena, "%s%s%s", all,
						       i ? ", " : "", choice)
				    : NULL;
	}
	expr_reject(checker, node, "expr-choice", "'%s' is no value of %s", word,
		    beside->op == EXPR_NAME ? beside->name : "this");
	if (nearest.best)
		expr_advise(checker, "nearest is %s", nearest.best);
	else if (all)
		expr_advise(checker, "it is one of %s", all);
}

/* Quoted text beside a date or a moment is read as one. */
static bool read_dated(struct expr_checker *checker, struct expr_node *node, struct expr_type type)
{
	const char *text = node->value.as.text;
	int32_t date;
	if (pmo_date_parse(text, strlen(text), &date) == PMO_OK) {
		node->value.kind = PMO_DATE;
		node->value.as.integer = date;
	} else {
		struct pmo_moment *moment =
			pmo_arena_alloc(checker->report->arena, sizeof(*moment));
		if (type.kind != PMO_MOMENT || !moment ||
		    pmo_moment_parse(text, strlen(text), moment) != PMO_OK)
			return false;
		node->value.kind = PMO_MOMENT;
		node->value.as.moment = moment;
	}
	node->quoted = false;
	node->type = expr_type_plain(node->value.kind);
	return true;
}

/* Makes text of a word or of what was quoted, beside a value of that type. */
static void settle_text(struct expr_checker *checker, struct expr_node *node, enum expr_op op,
			const struct expr_node *beside)
{
	struct expr_type type = key_type(beside->type);
	const char *word = node->quoted ? node->value.as.text : node->name;
	node->type = expr_type_plain(PMO_TEXT);
	if (expr_group_of(type.kind) == EXPR_GROUP_DATE && node->quoted &&
	    read_dated(checker, node, type))
		return;
	if (op == EXPR_CONTAINS || type.kind != PMO_CHOICE || !expr_type_word(type, 0)) {
		node->op = EXPR_VALUE;
		node->value = expr_text(PMO_TEXT, word);
		return;
	}
	int index = expr_type_choice(type, word);
	if (index < 0) {
		reject_choice(checker, node, type, beside);
		return;
	}
	node->op = EXPR_VALUE;
	node->value = expr_text(PMO_CHOICE, expr_type_word(type, (size_t)index));
	node->value.detail = (uint8_t)index;
	node->type = type;
	node->type.is_list = false;
}

/* Checks a node beside another one that has been checked. */
static void settle(struct expr_checker *checker, struct expr_node *node, enum expr_op op,
		   const struct expr_node *beside)
{
	if (node->op == EXPR_LIST) {
		for (struct expr_node *child = node->left; child; child = child->next)
			settle(checker, child, op, beside);
		finish_list(checker, node);
	} else if (expr_function_is_if(node)) {
		node->function = expr_function_find(node->name);
		expr_check_condition(checker, node->left);
		for (struct expr_node *answer = node->left->next; answer; answer = answer->next)
			settle(checker, answer, op, beside);
		expr_function_join(checker, node);
	} else if (node->op == EXPR_VALUE && node->quoted) {
		settle_text(checker, node, op, beside);
	} else if (node->op == EXPR_NAME &&
		   is_text_beside(checker, node, op, key_type(beside->type))) {
		settle_text(checker, node, op, beside);
	} else {
		expr_check(checker, node);
	}
}

/* Whether a field can hold what comes out, perhaps with a change of kind. */
static bool fits(struct expr_type wanted, struct expr_type type)
{
	enum expr_group from = expr_group_of(type.kind), to = expr_group_of(wanted.kind);
	if (type.kind == EXPR_ANY || wanted.kind == PMO_YES_NO)
		return true;
	if (wanted.is_list != type.is_list)
		return false;
	if (wanted.kind == PMO_INTEGER || wanted.kind == PMO_MOMENT)
		return type.kind == wanted.kind;
	return from == to ||
	       (from == EXPR_GROUP_NUMBER &&
		(to == EXPR_GROUP_MONEY || to == EXPR_GROUP_PERCENT)) ||
	       (from == EXPR_GROUP_PERCENT && to == EXPR_GROUP_NUMBER);
}

void expr_check_result(struct expr_checker *checker, struct expr_node *node,
		       const struct pmo_field *field)
{
	struct expr_node beside = { .op = EXPR_NAME, .name = field->name };
	beside.type = expr_type_of_field(checker->scope.schema, field);
	settle(checker, node, EXPR_EQUAL, &beside);
	if (fits(beside.type, node->type))
		return;
	struct expr_type type = node->type;
	expr_reject(checker, node, "expr-type", "'%s' is %s, this is %s", field->name,
		    expr_type_name(beside.type), expr_type_name(type));
	if (field->kind == PMO_INTEGER && type.kind == PMO_NUMBER)
		expr_advise(checker, "round() makes a whole number");
}

/* Fields are written small, so DSP is none; a misspelt field must not pass for text. */
static bool is_like_field(const struct expr_node *node)
{
	for (const char *c = node->name; *c; c++)
		if (pmo_ascii_is_upper(*c))
			return false;
	return true;
}

/* Which side says what the other one is: the left one, unless only the right is known. */
static bool leads_from_right(const struct expr_checker *checker, enum expr_op op,
			     const struct expr_node *left, const struct expr_node *right)
{
	struct expr_node trial = *right;
	if (left->op == EXPR_VALUE && left->quoted)
		return right->op != EXPR_VALUE;
	if (left->op != EXPR_NAME)
		return left->op == EXPR_LIST && right->op == EXPR_NAME &&
		       expr_name_is_known(checker, right);
	if (right->op == EXPR_CALL || right->op == EXPR_PATH)
		return !expr_name_is_known(checker, left);
	if (right->op != EXPR_NAME || !expr_name_is_known(checker, right) ||
	    !expr_name_bind(checker, &trial) || trial.root == EXPR_ROOT_ME)
		return false;
	bool choice = trial.type.kind == PMO_CHOICE && expr_type_word(trial.type, 0);
	if (!expr_name_is_known(checker, left))
		return choice || op == EXPR_IN || !is_text_like(trial.type) || !is_like_field(left);
	struct expr_node other = *left;
	return expr_name_bind(checker, &other) && choice && !is_text_like(other.type) &&
	       expr_type_choice(trial.type, left->name) >= 0;
}

static bool have_one_vocabulary(struct expr_type a, struct expr_type b)
{
	if (a.kind != PMO_CHOICE || b.kind != PMO_CHOICE || !expr_type_word(a, 0))
		return false;
	if (a.states || b.states)
		return a.states == b.states;
	return a.field && b.field && a.field->choices == b.field->choices;
}

static void reject_comparison(struct expr_checker *checker, struct expr_node *node)
{
	struct expr_type left = node->left->type, right = node->right->type;
	bool days = mentions(node, EXPR_GROUP_DURATION, EXPR_GROUP_NUMBER);
	bool date = mentions(node, EXPR_GROUP_DATE, EXPR_GROUP_NUMBER) ||
		    mentions(node, EXPR_GROUP_DATE, EXPR_GROUP_TEXT);
	left.is_list = right.is_list = false;
	expr_reject(checker, node, "expr-type", "%s cannot be compared with %s",
		    expr_type_name(left), expr_type_name(right));
	if (days)
		expr_advise(checker, "working days are written 5d, hours 6h");
	else if (date)
		expr_advise(checker, "dates are written 2026-11-20");
}

/* What an operator asks beyond sides that compare; false: rejected. */
static bool check_operator(struct expr_checker *checker, struct expr_node *node,
			   struct expr_type left, struct expr_type right)
{
	bool order = node->op >= EXPR_LESS && node->op <= EXPR_AT_LEAST;
	if (node->op == EXPR_CONTAINS && (!is_text_like(left) || !is_text_like(right))) {
		struct expr_type wrong = is_text_like(left) ? right : left;
		wrong.is_list = false;
		expr_reject(checker, node, "expr-type", "~ looks into text, this is %s",
			    expr_type_name(wrong));
	} else if (node->op == EXPR_IN && !right.is_list && right.kind != EXPR_ANY) {
		expr_reject(checker, node->right, "expr-type", "in needs a list, this is %s",
			    expr_type_name(right));
		expr_advise(checker, "a list stands in brackets: [a, b]");
	} else if (order && (left.kind == PMO_YES_NO || right.kind == PMO_YES_NO)) {
		expr_reject(checker, node, "expr-type", "yes and no have no order");
	} else if (order && !node->by_index && left.kind != EXPR_ANY && right.kind != EXPR_ANY &&
		   (expr_type_word(left, 0) || expr_type_word(right, 0))) {
		expr_reject(checker, node, "expr-type", "the two sides have no common order");
	} else {
		return true;
	}
	return false;
}

void expr_check_comparison(struct expr_checker *checker, struct expr_node *node)
{
	bool from_right =
		leads_from_right(checker, (enum expr_op)node->op, node->left, node->right);
	struct expr_node *leader = from_right ? node->right : node->left;
	struct expr_node *other = from_right ? node->left : node->right;
	expr_check(checker, leader);
	settle(checker, other, (enum expr_op)node->op, leader);
	struct expr_type left = key_type(node->left->type), right = key_type(node->right->type);
	node->by_index = have_one_vocabulary(left, right);
	if (!expr_kinds_compare(left.kind, right.kind) && node->op != EXPR_CONTAINS)
		reject_comparison(checker, node);
	else if (check_operator(checker, node, left, right))
		node->type = expr_type_plain(PMO_YES_NO);
}

void expr_check_text(struct expr_checker *checker, struct expr_node *node)
{
	bool single = node->op == EXPR_NAME && node->part_count == 1;
	if (single && checker->scope.schema && !expr_name_is_known(checker, node)) {
		node->op = EXPR_VALUE;
		node->value = expr_text(PMO_TEXT, node->name);
	}
	expr_check(checker, node);
}

void expr_check(struct expr_checker *checker, struct expr_node *node)
{
	switch (node->op) {
	case EXPR_VALUE:
		if (node->value.presence == PMO_PRESENT && !node->value.is_list &&
		    node->type.kind == EXPR_ANY)
			node->type = expr_type_plain(node->value.kind);
		break;
	case EXPR_NAME:
		if (!expr_name_bind(checker, node))
			expr_name_reject(checker, node);
		break;
	case EXPR_LIST:
		for (struct expr_node *child = node->left; child; child = child->next)
			expr_check_text(checker, child);
		finish_list(checker, node);
		break;
	case EXPR_OR:
	case EXPR_AND:
	case EXPR_NOT:
		for (struct expr_node *child = node->left; child; child = child->next)
			expr_check_condition(checker, child);
		node->type = expr_type_plain(PMO_YES_NO);
		break;
	case EXPR_ADD:
	case EXPR_SUBTRACT:
	case EXPR_MULTIPLY:
	case EXPR_DIVIDE:
		check_arith(checker, node);
		break;
	case EXPR_NEGATE:
		check_negate(checker, node);
		break;
	case EXPR_CALL:
		expr_function_check(checker, node);
		break;
	case EXPR_PATH:
		expr_path_check(checker, node);
		break;
	default:
		expr_check_comparison(checker, node);
		break;
	}
}

/* Whether the node as written is a computation, which is there whatever comes out of it. */
static bool is_computation(const struct expr_node *node)
{
	switch (node->op) {
	case EXPR_VALUE:
		return node->value.kind != PMO_YES_NO || node->value.is_list;
	case EXPR_LIST:
	case EXPR_ADD:
	case EXPR_SUBTRACT:
	case EXPR_MULTIPLY:
	case EXPR_DIVIDE:
	case EXPR_NEGATE:
		return true;
	case EXPR_CALL:
		return expr_function_counts(node);
	default:
		return false;
	}
}

void expr_check_condition(struct expr_checker *checker, struct expr_node *node)
{
	expr_check(checker, node);
	bool rejected = node->op == EXPR_VALUE && node->value.presence != PMO_PRESENT;
	if (rejected || !is_computation(node))
		return;
	expr_reject(checker, node, "expr-type", "a condition is expected, this is %s",
		    expr_type_name(node->type));
	expr_advise(checker, "compare it with something");
}

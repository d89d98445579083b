/*
 * What a name means: a member of the item in hand, a field of the record, or one of the
 * words that are known everywhere.
 *
 * The innermost meaning wins, and a field that a workspace has given such a name wins
 * over the word. A path goes on through members of structures, which are looked up here,
 * and through references, whose register is known only when the record is found.
 */
#include "expr_internal.h"
#include "schema.h"

#include <pmo/text.h>

#include <string.h>

static const struct pmo_field me_field = { .name = "me", .kind = PMO_REF, .to = "person" };
static const struct pmo_field project_field = { .name = "project",
						.kind = PMO_REF,
						.to = "project" };

static const struct {
	const char *name;
	enum expr_root root;
	enum pmo_kind kind;
} known[] = {
	{ "id", EXPR_ROOT_ID, PMO_REF },        { "status", EXPR_ROOT_STATUS, PMO_CHOICE },
	{ "open", EXPR_ROOT_OPEN, PMO_YES_NO }, { "overdue", EXPR_ROOT_OVERDUE, PMO_YES_NO },
	{ "mine", EXPR_ROOT_MINE, PMO_YES_NO }, { "void", EXPR_ROOT_VOID, PMO_YES_NO },
	{ "today", EXPR_ROOT_TODAY, PMO_DATE }, { "me", EXPR_ROOT_ME, PMO_REF },
	{ "this", EXPR_ROOT_THIS, PMO_REF },    { "project", EXPR_ROOT_PROJECT, PMO_REF },
};

static const struct {
	const char *name;
	bool yes;
} answers[] = { { "yes", true }, { "no", false }, { "true", true }, { "false", false } };

struct expr_type expr_type_plain(unsigned kind)
{
	return (struct expr_type){ .kind = (uint8_t)kind };
}

static struct expr_type status_type(const struct pmo_schema *schema)
{
	struct expr_type type = expr_type_plain(PMO_CHOICE);
	if (schema) {
		type.states = schema->states;
		type.state_count = schema->state_count;
	}
	return type;
}

struct expr_type expr_type_of_field(const struct pmo_schema *schema, const struct pmo_field *field)
{
	if (schema && schema->status >= 0 && schema->fields[schema->status] == field)
		return status_type(schema);
	return (struct expr_type){ .kind = (uint8_t)field->kind,
				   .field = field,
				   .is_list = (field->flags & PMO_LIST) != 0 };
}

const char *expr_type_name(struct expr_type type)
{
	static const char *const names[PMO_KIND_COUNT] = {
		[PMO_TEXT] = "text",
		[PMO_PROSE] = "text",
		[PMO_DATE] = "a date",
		[PMO_MOMENT] = "a moment",
		[PMO_DURATION] = "a duration",
		[PMO_MONEY] = "money",
		[PMO_PERCENT] = "a percentage",
		[PMO_INTEGER] = "a whole number",
		[PMO_NUMBER] = "a number",
		[PMO_YES_NO] = "yes or no",
		[PMO_CHOICE] = "a choice",
		[PMO_REF] = "the id of a record",
		[PMO_LINE] = "a line of a log",
		[PMO_STRUCT] = "a structure",
	};
	if (type.is_list)
		return "a list";
	return type.kind < PMO_KIND_COUNT ? names[type.kind] : "a value";
}

const char *expr_type_word(struct expr_type type, size_t index)
{
	if (type.states)
		return index < type.state_count ? type.states[index].name : NULL;
	if (type.kind != PMO_CHOICE || !type.field || !type.field->choices)
		return NULL;
	for (size_t i = 0; i < index; i++)
		if (!type.field->choices[i])
			return NULL;
	return type.field->choices[index];
}

int expr_type_choice(struct expr_type type, const char *word)
{
	const char *choice;
	for (int i = 0; (choice = expr_type_word(type, (size_t)i)); i++)
		if (pmo_ascii_equal(choice, word))
			return i;
	return -1;
}

int expr_member_find(const struct pmo_field *field, const char *name)
{
	for (int i = 0; field && field->members && field->members[i].name; i++)
		if (strcmp(field->members[i].name, name) == 0 ||
		    (field->members[i].was && pmo_word_is_in(field->members[i].was, name)))
			return i;
	return -1;
}

static bool bind_field(const struct pmo_schema *schema, struct expr_node *node)
{
	int index = schema ? pmo_schema_field(schema, node->parts[0]) : -1;
	if (index < 0)
		return false;
	node->root = index == schema->status ? EXPR_ROOT_STATUS : EXPR_ROOT_FIELD;
	node->index = (uint32_t)index;
	node->type = node->first = expr_type_of_field(schema, schema->fields[index]);
	return true;
}

/* A word that is known of every record, or (from TODAY on) known by itself. */
static bool bind_known(const struct pmo_schema *schema, struct expr_node *node, bool by_itself)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		if (strcmp(known[i].name, node->parts[0]) != 0 ||
		    (known[i].root >= EXPR_ROOT_TODAY) != by_itself)
			continue;
		node->root = (uint8_t)known[i].root;
		node->type = expr_type_plain(known[i].kind);
		if (known[i].root == EXPR_ROOT_STATUS)
			node->type = status_type(schema);
		if (known[i].root == EXPR_ROOT_ME)
			node->type.field = &me_field;
		if (known[i].root == EXPR_ROOT_PROJECT)
			node->type.field = &project_field;
		if (known[i].root == EXPR_ROOT_THIS)
			node->type.schema = schema;
		node->first = node->type;
		return true;
	}
	return false;
}

static void bind_to_item(struct expr_node *node, enum expr_root root, uint8_t up)
{
	node->root = (uint8_t)root;
	node->up = up;
	node->of = 0;
}

/*
 * The innermost item that has the name. *closed: the search ended at the records of
 * those(), whose names are their own: what they lack is not the outer record's.
 */
static bool bind_item(const struct expr_checker *checker, struct expr_node *node, bool *closed)
{
	const struct expr_item_type *item = checker->scope.items;
	for (uint8_t up = 0; item && !*closed; item = item->outer, up++) {
		const struct pmo_schema *schema = item->type.schema;
		int member = item->type.kind == PMO_STRUCT
				     ? expr_member_find(item->type.field, node->parts[0])
				     : -1;
		if (member >= 0) {
			bind_to_item(node, EXPR_ROOT_MEMBER, up);
			node->index = (uint32_t)member;
			node->type = expr_type_of_field(NULL, &item->type.field->members[member]);
		} else if (schema &&
			   (bind_field(schema, node) || bind_known(schema, node, false))) {
			node->of = (uint8_t)(up + 1);
		} else if (strcmp(node->parts[0], "it") == 0) {
			bind_to_item(node, EXPR_ROOT_ITEM, up);
			node->type = item->type;
		} else {
			*closed = schema != NULL;
			continue;
		}
		node->first = node->type;
		return true;
	}
	return false;
}

static bool bind_answer(struct expr_node *node)
{
	for (size_t i = 0; i < sizeof(answers) / sizeof(*answers); i++) {
		if (strcmp(answers[i].name, node->name) != 0)
			continue;
		node->op = EXPR_VALUE;
		node->value = expr_yes_no(answers[i].yes);
		node->type = expr_type_plain(PMO_YES_NO);
		return true;
	}
	return false;
}

static bool bind_first(const struct expr_checker *checker, struct expr_node *node)
{
	bool closed = false;
	const struct pmo_schema *schema = checker->scope.schema;
	node->of = 0;
	if (bind_item(checker, node, &closed))
		return true;
	if (!closed && (bind_field(schema, node) || bind_known(schema, node, false)))
		return true;
	return bind_known(schema, node, true) || bind_answer(node);
}

enum expr_root expr_name_known(const char *name)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strcmp(known[i].name, name) == 0)
			return known[i].root;
	return EXPR_ROOT_NONE;
}

bool expr_name_is_known(const struct expr_checker *checker, const struct expr_node *node)
{
	struct expr_node trial = *node;
	return bind_first(checker, &trial);
}

const struct pmo_schema *expr_type_schema(const struct expr_checker *checker, struct expr_type type)
{
	const struct pmo_schema *own = checker->scope.schema;
	const struct schema_family *family = own ? own->family : NULL;
	if (type.kind != PMO_REF || type.schema)
		return type.schema;
	if (!family || !type.field || !type.field->to || strchr(type.field->to, '|'))
		return NULL;
	return family->find(family->store, type.field->to);
}

bool expr_name_follow(const struct expr_checker *checker, struct expr_type *type, const char *part)
{
	bool is_list = type->is_list;
	const struct pmo_schema *schema = expr_type_schema(checker, *type);
	struct expr_node behind = { .op = EXPR_NAME, .parts = &part, .part_count = 1 };
	if (type->kind == PMO_STRUCT && type->field) {
		int member = expr_member_find(type->field, part);
		if (member < 0)
			return false;
		*type = expr_type_of_field(NULL, &type->field->members[member]);
	} else if (schema) {
		if (!bind_field(schema, &behind) && !bind_known(schema, &behind, false))
			return false;
		*type = behind.type;
	} else if (type->kind == PMO_REF || type->kind == EXPR_ANY) {
		*type = expr_type_plain(EXPR_ANY);
	} else {
		return false;
	}
	type->is_list = type->is_list || is_list;
	return true;
}

bool expr_name_bind(const struct expr_checker *checker, struct expr_node *node)
{
	if (node->op != EXPR_NAME)
		return true;
	if (!bind_first(checker, node)) {
		/* Without a schema any name may turn out to be a field. */
		node->type = expr_type_plain(EXPR_ANY);
		return checker->scope.schema == NULL;
	}
	for (size_t i = 1; i < node->part_count && node->op == EXPR_NAME; i++)
		if (!expr_name_follow(checker, &node->type, node->parts[i]))
			return false;
	return true;
}

void expr_nearest_try(struct expr_nearest *nearest, const char *candidate)
{
	size_t length = strlen(nearest->word);
	size_t limit = length > 7 ? 3 : length > 4 ? 2 : 1;
	size_t distance = pmo_text_distance(nearest->word, candidate, limit);
	if (distance > limit || (nearest->best && distance >= nearest->distance))
		return;
	nearest->best = candidate;
	nearest->distance = distance;
}

static void try_members(struct expr_nearest *nearest, const struct pmo_field *field)
{
	for (size_t i = 0; field && field->members && field->members[i].name; i++)
		expr_nearest_try(nearest, field->members[i].name);
}

static const char *nearest_name(const struct expr_checker *checker, const char *word)
{
	struct expr_nearest nearest = { .word = word };
	const struct pmo_schema *schema = checker->scope.schema;
	if (checker->scope.items)
		expr_nearest_try(&nearest, "it");
	for (const struct expr_item_type *item = checker->scope.items; item; item = item->outer) {
		try_members(&nearest, item->type.kind == PMO_STRUCT ? item->type.field : NULL);
		if (item->type.schema) {
			schema = item->type.schema;
			break;
		}
	}
	for (size_t i = 0; schema && i < schema->field_count; i++)
		expr_nearest_try(&nearest, schema->fields[i]->name);
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		expr_nearest_try(&nearest, known[i].name);
	static const char *const others[] = { "title", "owner", "due" };
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (schema && pmo_schema_field(schema, others[i]) >= 0)
			expr_nearest_try(&nearest, others[i]);
	return nearest.best;
}

/* Says that a value of this type has no such part; the node is where that stands. */
static void reject_behind(struct expr_checker *checker, struct expr_node *node,
			  struct expr_type type, size_t part)
{
	const struct pmo_schema *schema = expr_type_schema(checker, type);
	struct expr_nearest nearest = { .word = node->parts[part] };
	const char *word = node->parts[part], *before = node->parts[part - 1];
	if (type.kind == PMO_STRUCT) {
		expr_reject(checker, node, "expr-name", "'%s' has no '%s'", before, word);
		try_members(&nearest, type.field);
	} else if (schema) {
		expr_reject(checker, node, "expr-name", "%s has no '%s'", schema->table->name,
			    word);
		for (size_t i = 0; i < schema->field_count; i++)
			expr_nearest_try(&nearest, schema->fields[i]->name);
	} else {
		type.is_list = false;
		expr_reject(checker, node, "expr-name", "'%s' is %s and has no '%s'", before,
			    expr_type_name(type), word);
	}
	if (nearest.best)
		expr_advise(checker, "nearest is %s", nearest.best);
}

/* The part of the path that the fault is in, as a node of its own place. */
static void reject_part(struct expr_checker *checker, struct expr_node *node)
{
	struct expr_node whole = *node, first = *node;
	size_t part = 1;
	first.part_count = 1;
	if (node->op == EXPR_NAME)
		expr_name_bind(checker, &first);
	struct expr_type type = first.type;
	while (part < node->part_count) {
		struct expr_type before = type;
		if (!expr_name_follow(checker, &type, node->parts[part])) {
			type = before;
			break;
		}
		part++;
	}
	if (part == node->part_count)
		return;
	node->offset += (uint32_t)(node->parts[part] - node->parts[0]);
	node->length = (uint32_t)strlen(node->parts[part]);
	reject_behind(checker, node, type, part);
	node->offset = whole.offset;
	node->length = whole.length;
}

void expr_path_check(struct expr_checker *checker, struct expr_node *node)
{
	expr_check(checker, node->left);
	node->type = node->left->type;
	for (size_t i = 1; i < node->part_count; i++) {
		if (expr_name_follow(checker, &node->type, node->parts[i]))
			continue;
		node->type = node->left->type;
		reject_part(checker, node);
		return;
	}
}

void expr_name_reject(struct expr_checker *checker, struct expr_node *node)
{
	struct expr_node first = *node;
	if (bind_first(checker, &first)) {
		reject_part(checker, node);
		return;
	}
	node->length = (uint32_t)strlen(node->parts[0]);
	const struct expr_item_type *item = checker->scope.items;
	while (item && !item->type.schema)
		item = item->outer;
	if (item)
		expr_reject(checker, node, "expr-name", "'%s' is no field of %s", node->parts[0],
			    item->type.schema->table->name);
	else
		expr_reject(checker, node, "expr-name", "'%s' is no field", node->parts[0]);
	if (item && checker->scope.schema &&
	    pmo_schema_field(checker->scope.schema, node->parts[0]) >= 0) {
		expr_advise(checker, "of the record at hand it is this.%s", node->parts[0]);
		node->length = (uint32_t)strlen(node->name);
		return;
	}
	const char *minus = strchr(node->parts[0], '-');
	const char *nearest = nearest_name(checker, node->parts[0]);
	if (nearest)
		expr_advise(checker, "nearest is %s", nearest);
	else if (minus)
		expr_advise(checker, "a subtraction has blanks around its minus: %.*s - %s",
			    (int)(minus - node->parts[0]), node->parts[0], minus + 1);
	node->length = (uint32_t)strlen(node->name);
}

/*
 * Functions about figures and authority that stand outside the record: limit(name) and its
 * source(name), acts_for(person, holder, on); and span(from, to) between two moments.
 */
#include "expr_internal.h"
#include "schema.h"

#include <pmo/limit.h>
#include <pmo/text.h>

#include <string.h>

/* The name of a limit, which is no name of anything else; NULL: rejected. */
static const char *limit_name(struct expr_checker *checker, struct expr_node *node)
{
	struct expr_node *name = node->left;
	const char *text = name->op == EXPR_NAME                    ? name->name
			   : name->op == EXPR_VALUE && name->quoted ? name->value.as.text
								    : NULL;
	if (!text) {
		expr_reject(checker, name, "expr-name", "%s() takes the name of a limit",
			    node->name);
		return NULL;
	}
	name->op = EXPR_VALUE;
	name->value = expr_text(PMO_TEXT, text);
	name->type = expr_type_plain(PMO_TEXT);
	return text;
}

static void reject_limit(struct expr_checker *checker, struct expr_node *node, const char *name)
{
	struct expr_nearest nearest = { .word = name };
	for (const struct pmo_limit *row = pmo_limits; row->name; row++)
		expr_nearest_try(&nearest, row->name);
	expr_reject(checker, node->left, "expr-name", "there is no limit '%s'", name);
	if (nearest.best)
		expr_advise(checker, "nearest is %s", nearest.best);
	else
		expr_advise(checker, "limits of your own stand in pmo.yaml, under thresholds");
}

void expr_limit_check(struct expr_checker *checker, struct expr_node *node)
{
	const char *name = limit_name(checker, node);
	const struct pmo_schema *own = checker->scope.schema;
	const struct schema_family *family = own ? own->family : NULL;
	const struct pmo_limit *row = name ? pmo_limit_find(name, NULL) : NULL;
	const char *said = name && !row && family ? family->limit(family->store, name) : NULL;
	struct pmo_value value;
	if (row)
		node->type = expr_type_plain(row->kind);
	else if (said && pmo_limit_read(said, PMO_KIND_COUNT, &value))
		node->type = expr_type_plain(value.kind);
	else if (name && (said || family))
		reject_limit(checker, node, name);
}

void expr_source_check(struct expr_checker *checker, struct expr_node *node)
{
	expr_limit_check(checker, node);
	node->type = expr_type_plain(PMO_TEXT);
}

static bool find_limit(const struct expr_node *node, const struct expr_state *state,
		       struct pmo_limit *limit)
{
	const char *name =
		node->left->value.presence == PMO_PRESENT ? node->left->value.as.text : NULL;
	const struct pmo_world *world = state->world;
	if (name && world && world->limit)
		return world->limit(world->store, name, limit);
	const struct pmo_limit *row = name ? pmo_limit_find(name, NULL) : NULL;
	if (row)
		*limit = *row;
	return row != NULL;
}

struct pmo_value expr_limit_eval(const struct expr_node *node, const struct expr_state *state)
{
	struct pmo_limit limit;
	struct pmo_value value;
	if (!find_limit(node, state, &limit) || !limit.value ||
	    !pmo_limit_read(limit.value, limit.kind, &value))
		return expr_absent();
	return value;
}

/* "purchase.written of charlotte: City of Charlotte, procurement questions". */
struct pmo_value expr_source_eval(const struct expr_node *node, const struct expr_state *state)
{
	struct pmo_limit limit;
	if (!find_limit(node, state, &limit) || !limit.source)
		return expr_absent();
	return expr_text(PMO_TEXT, limit.source);
}

void expr_acts_check(struct expr_checker *checker, struct expr_node *node)
{
	struct expr_node *argument = node->left;
	for (int i = 0; argument; argument = argument->next, i++) {
		enum expr_group wanted = i < 2 ? EXPR_GROUP_TEXT : EXPR_GROUP_DATE;
		if (i < 2)
			expr_check_text(checker, argument); /* DSP is no field, and no fault */
		else
			expr_check(checker, argument);
		enum expr_group group = expr_group_of(argument->type.kind);
		if ((group == wanted || group == EXPR_GROUP_ANY) &&
		    (i == 1 || !argument->type.is_list))
			continue;
		expr_reject(checker, argument, "expr-type", "acts_for() needs %s, this is %s",
			    i < 2 ? "a person" : "a date", expr_type_name(argument->type));
	}
	node->type = expr_type_plain(PMO_YES_NO);
}

static bool is_among(const char *person, struct pmo_value people)
{
	const struct pmo_value *items = people.is_list ? people.as.items : &people;
	uint32_t count = people.is_list ? people.count : 1;
	for (uint32_t i = 0; people.presence == PMO_PRESENT && i < count; i++)
		if (items[i].presence == PMO_PRESENT &&
		    expr_group_of(items[i].kind) == EXPR_GROUP_TEXT &&
		    pmo_text_compare(items[i].as.text, person) == 0)
			return true;
	return false;
}

/* A member of a row of project.acting; absent when the charter's table has it otherwise. */
static struct pmo_value member(const struct pmo_field *field, struct pmo_value row,
			       const char *name)
{
	int index = expr_member_find(field, name);
	if (index < 0 || row.presence != PMO_PRESENT || row.kind != PMO_STRUCT ||
	    (uint32_t)index >= row.count)
		return expr_absent();
	return row.as.items[index];
}

/* Who acts is for one role: that of a field of the charter, or a person by their handle. */
static bool is_role_of(const struct pmo_record *charter, const char *role, struct pmo_value holder)
{
	const struct pmo_value *items = holder.is_list ? holder.as.items : &holder;
	uint32_t count = holder.is_list ? holder.count : 1;
	struct pmo_value named = pmo_record_get_name(charter, role);
	if (is_among(role, holder))
		return true;
	for (uint32_t i = 0; i < count; i++)
		if (items[i].presence == PMO_PRESENT &&
		    expr_group_of(items[i].kind) == EXPR_GROUP_TEXT &&
		    is_among(items[i].as.text, named))
			return true;
	return false;
}

static bool acts(const struct pmo_record *charter, const char *person, struct pmo_value holder,
		 int64_t on)
{
	int index = pmo_schema_field(charter->schema, "acting");
	struct pmo_value rows = pmo_record_get(charter, index);
	if (rows.presence != PMO_PRESENT || !rows.is_list)
		return false;
	const struct pmo_field *field = charter->schema->fields[index];
	for (uint32_t i = 0; i < rows.count; i++) {
		struct pmo_value who = member(field, rows.as.items[i], "person");
		struct pmo_value role = member(field, rows.as.items[i], "role");
		struct pmo_value from = member(field, rows.as.items[i], "from");
		struct pmo_value to = member(field, rows.as.items[i], "to");
		if (role.presence == PMO_PRESENT && is_among(person, who) &&
		    from.presence == PMO_PRESENT && from.as.integer <= on &&
		    (to.presence != PMO_PRESENT || to.as.integer >= on) &&
		    is_role_of(charter, role.as.text, holder))
			return true;
	}
	return false;
}

struct pmo_value expr_acts_eval(const struct expr_node *node, const struct expr_state *state)
{
	const struct expr_node *when = node->left->next->next;
	const struct pmo_world *world = state->world;
	struct pmo_value person = expr_eval(node->left, state);
	struct pmo_value holder = expr_eval(node->left->next, state);
	struct pmo_value date = when ? expr_eval(when, state) : expr_absent();
	if (person.presence != PMO_PRESENT || person.is_list || holder.presence != PMO_PRESENT ||
	    expr_group_of(person.kind) != EXPR_GROUP_TEXT)
		return expr_yes_no(false);
	if (is_among(person.as.text, holder))
		return expr_yes_no(true);
	const struct pmo_record *charter =
		world && world->charter ? world->charter(world->store, state->record) : NULL;
	bool dated = date.presence == PMO_PRESENT && date.kind == PMO_DATE;
	int64_t on = dated ? date.as.integer : world ? world->today : 0;
	return expr_yes_no(charter && acts(charter, person.as.text, holder, on));
}

void expr_span_check(struct expr_checker *checker, struct expr_node *node)
{
	for (struct expr_node *argument = node->left; argument; argument = argument->next) {
		expr_check(checker, argument);
		if ((argument->type.kind == PMO_MOMENT || argument->type.kind == EXPR_ANY) &&
		    !argument->type.is_list)
			continue;
		expr_reject(checker, argument, "expr-type", "span() needs moments, this is %s",
			    expr_type_name(argument->type));
	}
	node->type = expr_type_plain(PMO_DURATION);
}

static bool same_zone(const struct pmo_moment *a, const struct pmo_moment *b)
{
	return a->zone_length == b->zone_length &&
	       (!a->zone_length || memcmp(a->zone, b->zone, a->zone_length) == 0);
}

/* By the clock on the wall, so both must be of one zone. */
struct pmo_value expr_span_eval(const struct expr_node *node, const struct expr_state *state)
{
	struct pmo_value from = expr_eval(node->left, state);
	struct pmo_value to = expr_eval(node->left->next, state);
	struct pmo_value span = { .presence = PMO_PRESENT, .kind = PMO_DURATION };
	if (from.presence != PMO_PRESENT || to.presence != PMO_PRESENT || from.kind != PMO_MOMENT ||
	    to.kind != PMO_MOMENT || !same_zone(from.as.moment, to.as.moment))
		return expr_absent();
	int64_t minutes = to.as.moment->minutes - from.as.moment->minutes;
	span.detail = PMO_DURATION_MINUTES;
	span.as.integer = minutes * PMO_DURATION_THOUSANDTHS;
	return span;
}

/*
 * Moves: a verb says where one wants to be.
 *
 * When the verb's own states are further on, the way there is found over other moves
 * that ask for nothing but what is there; the history has one line for the whole way.
 */
#include "store/draft.h"

#include "record/expr_field.h"
#include "record/overlay.h"

#include <pmo/expr.h>
#include <pmo/text.h>

#include <string.h>

enum { STATES_MAX = 64 };

static const struct pmo_move void_move = {
	.verb = "void",
	.from = "*",
	.to = "void",
	.needs = "note",
	.help = "a wrong entry",
};

/* A way through the states: which move led to each, from where. */
struct way {
	const struct pmo_move *by[STATES_MAX];
	size_t from[STATES_MAX];
	bool seen[STATES_MAX];
	size_t queue[STATES_MAX], head, tail;
};

static size_t state_index(const struct pmo_schema *schema, const char *name)
{
	for (size_t i = 0; i < schema->state_count; i++)
		if (strcmp(schema->states[i].name, name) == 0)
			return i;
	return schema->state_count;
}

static bool leaves(const struct pmo_move *move, const struct pmo_state *state)
{
	if (strcmp(move->from, "*") == 0)
		return state->kind != PMO_STATE_VOID && strcmp(state->name, move->to) != 0;
	return pmo_word_is_in(move->from, state->name);
}

/*
 * One passes through open states only, and never by a move that asks for a reason or
 * changes other records.
 */
static bool may_pass(const struct pmo_schema *schema, const struct pmo_move *move)
{
	const struct pmo_state *to = pmo_schema_state(schema, move->to);
	return to && to->kind == PMO_STATE_OPEN && !move->effect &&
	       !pmo_word_is_in(move->needs, "note");
}

/*
 * Breadth first from a state: the nearest state that a move of this verb leaves. Found:
 * the move, and the way to its state in way. A way goes forward in the order of the
 * states, from an open one: what is done is not undone on the way to doing it again.
 */
static const struct pmo_move *search(const struct pmo_schema *schema, const char *verb,
				     size_t start, struct way *way, size_t *end)
{
	memset(way, 0, sizeof(*way));
	if (start >= STATES_MAX)
		return NULL;
	way->queue[way->tail++] = start;
	way->seen[start] = true;
	while (way->head < way->tail) {
		size_t at = way->queue[way->head++];
		const struct pmo_state *state = &schema->states[at];
		for (const struct pmo_move *move = schema->table->moves; move && move->verb;
		     move++) {
			if (!leaves(move, state))
				continue;
			size_t to = state_index(schema, move->to);
			if (strcmp(move->verb, verb) == 0 && (at == start || to != start)) {
				*end = at;
				return move;
			}
			if (to >= schema->state_count || to >= STATES_MAX || way->seen[to] ||
			    to <= at || !may_pass(schema, move) ||
			    schema->states[start].kind != PMO_STATE_OPEN)
				continue;
			way->seen[to] = true;
			way->by[to] = move;
			way->from[to] = at;
			way->queue[way->tail++] = to;
		}
	}
	return NULL;
}

/* What a person asked for, and where the record stood then. */
struct journey {
	struct pmo_draft *draft;
	const char *verb;
	const char *others; /* the verbs that lead on from there */
	struct way way;
	size_t start, end;
	const struct pmo_move *last;
};

static const char *list_others(const struct pmo_draft *draft, const char *verb)
{
	struct pmo_buffer verbs;
	const struct pmo_move *move = NULL;
	pmo_buffer_init(&verbs, 4096);
	while ((move = pmo_record_next_move(&draft->now, move)))
		if (!pmo_word_is_in(verbs.data, move->verb) && strcmp(move->verb, verb) != 0)
			pmo_buffer_add_format(&verbs, "%s%s", verbs.length ? " " : "", move->verb);
	char *copy = pmo_arena_copy(&draft->update->workspace->arena, verbs.data, verbs.length);
	pmo_buffer_release(&verbs);
	return copy ? copy : "";
}

static enum pmo_result refuse_move(const struct journey *journey, const char *why)
{
	const struct pmo_draft *draft = journey->draft;
	const char *name = draft->now.schema->table->name;
	struct pmo_diags *diags = draft->update->workspace->diags;
	pmo_diag_add(diags, PMO_ERROR, "move-refused", NULL, "%s cannot %s: %s", draft->now.id,
		     journey->verb, why);
	if (strstr(why, "--note"))
		pmo_diag_hint(diags, "pmo %s %s %s --note \"…\"", name, journey->verb,
			      draft->now.id);
	else if (strstr(why, "it needs"))
		pmo_diag_hint(diags, "give it with the move: pmo %s %s %s FIELD=VALUE", name,
			      journey->verb, draft->now.id);
	else if (*journey->others)
		pmo_diag_hint(diags, "from here: %s", journey->others);
	return PMO_REFUSED;
}

static enum pmo_result fill_field(struct pmo_draft *draft, int field, const char *text)
{
	struct pmo_workspace *workspace = draft->update->workspace;
	const struct expr *expr;
	struct expr_target target = { draft->now.schema, draft->now.schema->fields[field], NULL };
	enum pmo_result result =
		expr_compile_field(&workspace->arena, text, &target, workspace->diags, &expr);
	if (result != PMO_OK)
		return result;
	struct pmo_record seen = draft->now;
	seen.world = &draft->update->world;
	struct pmo_value value = pmo_expr_evaluate(expr, &seen);
	return pmo_value_is_present(&value) ? draft_set_value(draft, field, &value) : PMO_OK;
}

/*
 * "resolved=today owner=me": fields that are absent get their value. "resolved=" takes the
 * value away: what was resolved is open again.
 */
static enum pmo_result fill(struct pmo_draft *draft, const char *sets)
{
	struct pmo_arena *arena = &draft->update->workspace->arena;
	struct overlay_set set;
	enum pmo_result result = PMO_OK;
	while (result == PMO_OK && sets && overlay_next_set(&sets, &set)) {
		char *name = pmo_arena_copy(arena, set.name, set.name_length);
		char *text = pmo_arena_copy(arena, set.expression, set.expression_length);
		if (!name || !text)
			return PMO_NO_MEMORY;
		int field = pmo_schema_field(draft->now.schema, name);
		struct pmo_value there = pmo_record_get(&draft->now, field);
		if (field >= 0 && !*text)
			result = draft_set_value(draft, field, NULL);
		else if (field >= 0 && !pmo_value_is_present(&there))
			result = fill_field(draft, field, text);
	}
	return result;
}

/* A step on the way is told by its own name: what it lacks is not what the last one asks. */
static enum pmo_result check_move(const struct journey *journey, const struct pmo_move *move)
{
	struct pmo_draft *draft = journey->draft;
	struct pmo_buffer why;
	pmo_buffer_init(&why, 4096);
	if (move != journey->last)
		pmo_buffer_add_format(&why, "first '%s', and ", move->verb);
	bool note = draft->update->options.note != NULL;
	enum pmo_result result = pmo_record_may_move(&draft->now, move, note, &why);
	if (result == PMO_REFUSED && draft->update->options.as_imported)
		result = PMO_OK;
	if (result == PMO_REFUSED)
		result = refuse_move(journey, why.data);
	pmo_buffer_release(&why);
	return result;
}

/* Walks the moves on the way, each with its own needs, then the last one. */
static enum pmo_result walk(const struct journey *journey)
{
	struct pmo_draft *draft = journey->draft;
	const struct pmo_schema *schema = draft->now.schema;
	const struct pmo_move *last = journey->last;
	size_t steps[STATES_MAX], count = 0;
	for (size_t at = journey->end; at != journey->start; at = journey->way.from[at])
		steps[count++] = at;
	enum pmo_result result = PMO_OK;
	while (count && result == PMO_OK) {
		const struct pmo_move *move = journey->way.by[steps[--count]];
		result = fill(draft, move->sets);
		if (result == PMO_OK)
			result = check_move(journey, move);
		if (result == PMO_OK)
			result = draft_set_state(draft, schema->states[steps[count]].name);
	}
	if (result == PMO_OK)
		result = fill(draft, last->sets);
	if (result == PMO_OK)
		result = check_move(journey, last);
	/* A move may record a fact and leave the state as it is: `pmo task start`. */
	if (result != PMO_OK || strcmp(pmo_record_state(&draft->now)->name, last->to) == 0)
		return result;
	return draft_set_state(draft, last->to);
}

static void add_way(struct pmo_buffer *out, const struct journey *journey)
{
	const struct pmo_schema *schema = journey->draft->now.schema;
	const char *names[STATES_MAX];
	size_t count = 0;
	for (size_t at = journey->end; at != journey->start; at = journey->way.from[at])
		names[count++] = schema->states[at].name;
	for (size_t i = count; i-- > 0;)
		pmo_buffer_add_format(out, "%s%s", i + 1 == count ? " via " : ", ", names[i]);
}

static const struct pmo_move *find_verb(const struct pmo_schema *schema, const char *verb)
{
	for (const struct pmo_move *move = schema->table->moves; move && move->verb; move++)
		if (strcmp(move->verb, verb) == 0)
			return move;
	return NULL;
}

static enum pmo_result need_person(struct pmo_draft *draft, const char *verb)
{
	if (draft->update->world.me)
		return PMO_OK;
	pmo_diag_add(draft->update->workspace->diags, PMO_ERROR, "who", NULL,
		     "who does this? '%s' is recorded with a name", verb);
	pmo_diag_hint(draft->update->workspace->diags,
		      "add --by HANDLE, or once for all: pmo config user HANDLE");
	return PMO_USAGE;
}

/* One history line for the whole way. */
static enum pmo_result move_along(const struct journey *journey)
{
	const char *from = journey->draft->now.schema->states[journey->start].name;
	struct pmo_buffer line;
	enum pmo_result result = walk(journey);
	if (result != PMO_OK)
		return result;
	pmo_buffer_init(&line, PMO_BUFFER_LIMIT);
	if (strcmp(from, journey->last->to) == 0)
		pmo_buffer_add_text(&line, journey->last->verb);
	else
		pmo_buffer_add_format(&line, "%s>%s", from, journey->last->to);
	add_way(&line, journey);
	result = line.failed ? PMO_NO_MEMORY : draft_add_history(journey->draft, line.data);
	pmo_buffer_release(&line);
	return result;
}

enum pmo_result pmo_draft_move(struct pmo_draft *draft, const char *verb)
{
	const struct pmo_schema *schema = draft->now.schema;
	struct journey journey = { .draft = draft,
				   .verb = verb,
				   .others = list_others(draft, verb) };
	const struct pmo_move *named = find_verb(schema, verb);
	journey.start = journey.end = state_index(schema, pmo_record_state(&draft->now)->name);
	if (!named && strcmp(verb, "void") != 0)
		return refuse_move(&journey, "there is no such move");
	enum pmo_result result = need_person(draft, verb);
	if (result != PMO_OK)
		return result;
	journey.last = named ? search(schema, verb, journey.start, &journey.way, &journey.end)
			     : &void_move;
	if (!journey.last && draft->update->options.as_imported) {
		journey.last = named; /* it stands so elsewhere, however it came there */
		journey.end = journey.start;
	}
	if (!journey.last) {
		const char *why = pmo_arena_format(&draft->update->workspace->arena, "it is %s",
						   schema->states[journey.start].name);
		return refuse_move(&journey, why ? why : "of its state");
	}
	struct draft_state before = draft_save(draft);
	result = move_along(&journey);
	if (result == PMO_OK && draft->update->workspace->exhausted)
		result = PMO_NO_MEMORY;
	if (result != PMO_OK)
		draft_restore(draft, &before);
	return result;
}

/*
 * See register_verb.h. People say states (`done`), what other programs say (`delete`), and
 * misspell; each leads to the verb that does it.
 */
#include "register_verb.h"

#include "register.h"
#include "view.h"

#include <pmo/text.h>

#include <string.h>

/* The move by which records get to a state that a move's word, or a word like it, names. */
static const char *verb_to_state(const struct pmo_schema *schema, const char *word, size_t limit)
{
	const struct pmo_move *move = schema->table->moves;
	const char *nearest = NULL;
	size_t best = limit + 1;
	for (; move && move->verb; move++) {
		size_t distance = move->to ? pmo_text_distance(word, move->to, limit) : best;
		if (distance >= best)
			continue;
		nearest = move->verb;
		best = distance;
	}
	return nearest;
}

static const char *nearest_verb(const struct pmo_schema *schema, const char *word)
{
	const char *nearest = NULL;
	size_t best = strlen(word) > 3 ? 2 : 1, distance;
	for (size_t i = 0; register_verbs[i]; i++)
		if ((distance = pmo_text_distance(word, register_verbs[i]->name, 2)) <= best) {
			nearest = register_verbs[i]->name;
			best = distance;
		}
	const struct pmo_move *move = schema->table->moves;
	for (; move && move->verb; move++)
		if ((distance = pmo_text_distance(word, move->verb, 2)) < best + !nearest) {
			nearest = move->verb;
			best = distance;
		}
	for (const struct view *view = views; view->command; view++)
		if (strcmp(view->register_name, schema->table->name) == 0 &&
		    pmo_text_distance(word, view->command->name, 2) < best + !nearest)
			nearest = view->command->name;
	return nearest;
}

/* The first move that is an end: `finish`, `close`. */
static const char *closing_verb(const struct pmo_schema *schema)
{
	const struct pmo_move *move = schema->table->moves;
	for (; move && move->verb; move++) {
		const struct pmo_state *state = pmo_schema_state(schema, move->to);
		if (state && state->kind == PMO_STATE_CLOSED)
			return move->verb;
	}
	return NULL;
}

/* What other programs and people call things. */
static const char *synonym(const struct pmo_schema *schema, const char *word)
{
	static const char *const removing = "delete|remove|rm|drop|erase|trash";
	static const char *const closing = "done|complete|close|finish|resolve|end";
	static const char *const setting = "change|update|modify|assign|reassign|due|owner";
	static const char *const adding = "new|create|insert";
	if (pmo_word_is_in(removing, word))
		return "void";
	if (pmo_word_is_in(closing, word))
		return closing_verb(schema);
	if (pmo_word_is_in(setting, word))
		return "set";
	return pmo_word_is_in(adding, word) ? "add" : NULL;
}

static const char *meant_verb(const struct pmo_schema *schema, const char *word, bool has_id)
{
	const char *verb = has_id ? verb_to_state(schema, word, 0) : NULL;
	if (!verb && has_id)
		verb = synonym(schema, word);
	if (!verb)
		verb = nearest_verb(schema, word);
	return verb || !has_id ? verb : verb_to_state(schema, word, strlen(word) > 4 ? 2 : 1);
}

/* What `pmo action assign ACT-4 DSP` would be. */
static const char *rest_for(struct cli *cli, const char *verb, const char *word, const char *last)
{
	const struct pmo_schema *schema = cli->schema;
	if (strcmp(verb, "void") == 0)
		return " --note WHY";
	if (strcmp(verb, "set") != 0)
		return "";
	bool owner = pmo_word_is_in("assign|reassign|owner", word) && schema->owner >= 0;
	if (owner && last)
		return pmo_arena_format(&cli->arena, " owner=%s", last);
	return owner ? " owner=HANDLE" : strcmp(word, "due") == 0 ? " due=DATE" : " FIELD=VALUE";
}

static bool is_common(const char *verb)
{
	for (size_t i = 0; register_verbs[i]; i++)
		if (strcmp(register_verbs[i]->name, verb) == 0)
			return true;
	return false;
}

void verb_tell_all(const struct pmo_schema *schema, const char *word)
{
	struct pmo_buffer verbs;
	pmo_buffer_init(&verbs, 4096);
	const struct pmo_move *move = schema->table->moves;
	for (; move && move->verb; move++)
		if (register_move(schema, move->verb) == move)
			pmo_buffer_add_format(&verbs, "%s, ", move->verb);
	pmo_buffer_add_text(&verbs, "void, ");
	for (const struct view *view = views; view->command; view++)
		if (strcmp(view->register_name, schema->table->name) == 0 &&
		    !is_common(view->command->name))
			pmo_buffer_add_format(&verbs, "%s, ", view->command->name);
	for (size_t i = 0; register_verbs[i]; i++)
		pmo_buffer_add_format(&verbs, "%s%s",
				      !i                      ? ""
				      : register_verbs[i + 1] ? ", "
							      : " and ",
				      register_verbs[i]->name);
	cli_say("%s has no verb '%s'; there are %s", schema->table->name, word, verbs.data);
	pmo_buffer_release(&verbs);
}

bool verb_is_wrong(struct cli *cli, int argc, char **argv)
{
	const struct pmo_schema *schema = cli->schema;
	const char *name = schema->table->name, *word = argv[1];
	bool has_id = argc > 2 && register_is_id(argv[2]);
	const char *verb = meant_verb(schema, word, has_id);
	if (!verb && !has_id)
		return false;
	if (!verb)
		verb_tell_all(schema, word);
	else if (has_id)
		cli_say("%s has no verb '%s'; the nearest is '%s': pmo %s %s %s%s", name, word,
			verb, name, verb, argv[2],
			rest_for(cli, verb, word, argc > 3 ? argv[3] : NULL));
	else
		cli_say("%s has no verb '%s'; the nearest is '%s'", name, word, verb);
	return true;
}

bool verb_is_missing(struct cli *cli, int count, char **words)
{
	const struct pmo_schema *schema = cli->schema;
	const char *name = schema->table->name, *id = words[0], *word = count > 1 ? words[1] : NULL;
	if (!word || register_is_id(word))
		return false;
	const char *last = count > 2 ? words[2] : NULL;
	if (register_is_assignment(word)) {
		cli_say("to change it: pmo %s set %s %s", name, id, word);
		return true;
	}
	if (schema->table->handles)
		return false;
	const char *verb = register_move(schema, word) ? word : meant_verb(schema, word, true);
	if (!verb)
		verb_tell_all(schema, word);
	else
		cli_say("the verb comes first: pmo %s %s %s%s", name, verb, id,
			rest_for(cli, verb, word, last));
	return true;
}

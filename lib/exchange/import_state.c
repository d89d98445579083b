/*
 * States of rows. A new record begins where records begin, and one that is there changes its
 * state by moves, which have their rules: other states come in only where that is said.
 */
#include "exchange/import.h"

#include "store/draft.h"

#include <pmo/text.h>

#include <string.h>

/* The verb that ends in a state, or NULL. */
static const char *verb_to(const struct pmo_schema *schema, const struct pmo_state *state)
{
	const struct pmo_move *move = schema->table->moves;
	for (; move && move->verb; move++)
		if (strcmp(move->to, state->name) == 0)
			return move->verb;
	return NULL;
}

static enum pmo_result refuse_state(struct import_run *run, size_t row, size_t column,
				    const struct pmo_state *state, const char *text)
{
	const struct pmo_record *record = run->records[row];
	const char *verb = state ? verb_to(run->schema, state) : NULL;
	/* Of new records one is told: they are all alike. */
	if (!record && run->states_refused++)
		return PMO_OK;
	if (!record) {
		import_report(run, row, (int)column,
			      "status '%.60s': records begin as %s, and moves have their rules",
			      text, pmo_schema_first_state(run->schema)->name);
		return PMO_OK;
	}
	run->states_refused++;
	if (!state)
		import_report(run, row, (int)column,
			      "status '%.60s': there is no such state; '%s:%.60s=STATE' says "
			      "which it is",
			      text, run->import->columns[column].name, text);
	else if (verb)
		import_report(run, row, (int)column,
			      "status '%.60s': %s is %s, and states change by moves: pmo %s %s %s",
			      text, record->id, pmo_record_state(record)->name,
			      run->schema->table->name, verb, record->id);
	else
		import_report(run, row, (int)column,
			      "status '%.60s': %s is %s, and states change by moves", text,
			      record->id, pmo_record_state(record)->name);
	return PMO_OK;
}

static enum pmo_result set_state(struct import_run *run, size_t row, const struct pmo_state *old,
				 const struct pmo_state *state)
{
	struct pmo_draft *draft;
	if (!run->records[row])
		return import_fresh_set(run, run->schema->status, state->name);
	enum pmo_result result = import_need_draft(run, row, &draft);
	if (result == PMO_OK)
		result = draft_set_state(draft, state->name);
	if (result != PMO_OK)
		return result;
	char *what = pmo_arena_format(run->arena, "%s>%s", old->name, state->name);
	return what ? draft_add_history(draft, what) : PMO_NO_MEMORY;
}

/* A word that is no state is told with the others of its kind. */
static enum pmo_result tell_unknown(struct import_run *run, const char *text)
{
	struct pmo_import *import = run->import;
	for (size_t i = 0; i < import->state_count; i++)
		if (pmo_text_compare(run->unknown_states[i], text) == 0)
			return PMO_OK;
	const char **states = pmo_arena_grow(run->arena, run->unknown_states, import->state_count,
					     &run->unknown_state_capacity, sizeof(*states));
	if (!states)
		return PMO_NO_MEMORY;
	/* The text of a cell ends with its row. */
	if (!(text = pmo_arena_string(run->arena, text)))
		return PMO_NO_MEMORY;
	states[import->state_count++] = text;
	import->states = run->unknown_states = states;
	return PMO_OK;
}

enum pmo_result import_write_state(struct import_run *run, size_t row, size_t column,
				   const char *text)
{
	const struct pmo_import_column *own = &run->import->columns[column];
	const struct pmo_state *old = pmo_record_state(import_record_of(run, row));
	const char *name = import_word(own, text);
	if (name && !*name)
		return PMO_OK;
	if (!name &&
	    import_translate(run->scratch, run->schema, run->schema->status, text, &name) != PMO_OK)
		return PMO_NO_MEMORY;
	const struct pmo_state *state = name ? pmo_schema_state(run->schema, name) : NULL;
	if (state == old)
		return PMO_OK;
	enum pmo_result result = state ? PMO_OK : tell_unknown(run, text);
	if (result != PMO_OK)
		return result;
	if (!run->as_imported)
		return refuse_state(run, row, column, state, text);
	return state ? set_state(run, row, old, state)
		     : import_add_remark(run, row, "status", text);
}

/* The table of effects, and what they share: filling one record from another. */
#include "practice/effect.h"

#include "practice/query.h"

#include <pmo/text.h>

#include <stdarg.h>
#include <string.h>

static const struct {
	const char *name;
	enum pmo_result (*run)(struct pmo_effect *effect);
} effects[] = {
	{ "occur", effect_occur },
	{ "implement", effect_implement },
	{ "agree", effect_agree },
	{ "match_invoice", effect_match_invoice },
	{ "return_invoice", effect_return_invoice },
	{ "pay_invoice", effect_pay_invoice },
	{ "raise_defect", effect_raise_defect },
};

static enum pmo_result refuse_unknown(struct pmo_effect *effect, const char *name)
{
	struct pmo_buffer names;
	pmo_buffer_init(&names, 4096);
	for (size_t i = 0; pmo_effect_names[i]; i++)
		pmo_buffer_add_format(&names, "%s%s", i ? ", " : "", pmo_effect_names[i]);
	struct pmo_diags *diags = pmo_workspace_diags(effect->workspace);
	pmo_diag_add(diags, PMO_ERROR, "effect-unknown", NULL, "there is no effect '%s'", name);
	pmo_diag_hint(diags, "there are %s", names.data);
	pmo_buffer_release(&names);
	return PMO_INVALID;
}

/* Two moves of one verb do the same to others. */
static const char *effect_of(const struct pmo_schema *schema, const char *verb)
{
	const struct pmo_move *move = schema->table->moves;
	for (; move && move->verb; move++)
		if (move->effect && strcmp(move->verb, verb) == 0)
			return move->effect;
	return NULL;
}

enum pmo_result pmo_effect_run(const char *verb, struct pmo_effect *effect)
{
	const char *name = effect_of(pmo_draft_record(effect->draft)->schema, verb);
	if (!name || effect->update->options.as_imported)
		return PMO_OK;
	for (size_t i = 0; i < sizeof(effects) / sizeof(effects[0]); i++)
		if (strcmp(effects[i].name, name) == 0)
			return effects[i].run(effect);
	return refuse_unknown(effect, name);
}

static enum pmo_result touch(struct pmo_effect *effect, struct pmo_draft *draft)
{
	for (size_t i = 0; i < effect->touched_count; i++)
		if (effect->touched[i] == draft)
			return PMO_OK;
	struct pmo_draft **grown =
		pmo_arena_grow(pmo_workspace_arena(effect->workspace), effect->touched,
			       effect->touched_count, &effect->touched_capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	effect->touched = grown;
	grown[effect->touched_count++] = draft;
	return PMO_OK;
}

enum pmo_result effect_add(struct pmo_effect *effect, const char *register_name,
			   struct pmo_draft **draft)
{
	const struct pmo_schema *schema = pmo_workspace_schema(effect->workspace, register_name);
	const struct pmo_record *from = pmo_draft_record(effect->draft);
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result = pmo_update_add(effect->update, from->project, schema, NULL, draft);
	return result == PMO_OK ? touch(effect, *draft) : result;
}

enum pmo_result effect_edit(struct pmo_effect *effect, const struct pmo_record *record,
			    struct pmo_draft **draft)
{
	enum pmo_result result = pmo_update_edit(effect->update, record, draft);
	return result == PMO_OK && *draft != effect->draft ? touch(effect, *draft) : result;
}

enum pmo_result effect_set(struct pmo_draft *draft, const char *field, const char *text)
{
	int index = pmo_schema_field(pmo_draft_record(draft)->schema, field);
	return index >= 0 && text ? pmo_draft_set(draft, index, text) : PMO_OK;
}

enum pmo_result effect_tell(struct pmo_effect *effect, const char *format, ...)
{
	struct pmo_arena *arena = pmo_workspace_arena(effect->workspace);
	va_list args;
	va_start(args, format);
	const char *line = pmo_arena_vformat(arena, format, args);
	va_end(args);
	const char **grown = pmo_arena_grow(arena, effect->hints, effect->hint_count,
					    &effect->hint_capacity, sizeof(*grown));
	if (!line || !grown)
		return PMO_NO_MEMORY;
	effect->hints = grown;
	grown[effect->hint_count++] = line;
	return PMO_OK;
}

enum pmo_result effect_refuse(struct pmo_effect *effect, const char *hint, const char *format, ...)
{
	struct pmo_diags *diags = pmo_workspace_diags(effect->workspace);
	va_list args;
	va_start(args, format);
	const char *text = pmo_arena_vformat(pmo_workspace_arena(effect->workspace), format, args);
	va_end(args);
	pmo_diag_add(diags, PMO_ERROR, "effect-refused", NULL, "%s: %s",
		     pmo_draft_record(effect->draft)->id, text ? text : "");
	if (hint)
		pmo_diag_hint(diags, "%s", hint);
	return PMO_REFUSED;
}

const char *effect_ask_text(const struct pmo_effect *effect, const struct pmo_record *record,
			    const char *text)
{
	struct pmo_record seen = *record;
	seen.world = &effect->update->world;
	return query_text(&seen, text);
}

int64_t effect_ask_number(const struct pmo_effect *effect, const struct pmo_record *record,
			  const char *text)
{
	struct pmo_record seen = *record;
	seen.world = &effect->update->world;
	return query_number(&seen, text, 0);
}

const struct pmo_record *effect_ask_record(const struct pmo_effect *effect,
					   const struct pmo_record *record, const char *text,
					   const char *registers)
{
	const struct pmo_world *world = &effect->update->world;
	const char *id = effect_ask_text(effect, record, text);
	return id ? world->find(world->store, record, id, registers) : NULL;
}

struct pmo_value effect_ask(const struct pmo_effect *effect, const struct pmo_record *record,
			    const char *text)
{
	struct pmo_record seen = *record;
	seen.world = &effect->update->world;
	return query_value(&seen, text);
}

bool effect_holds(const struct pmo_effect *effect, const struct pmo_record *record,
		  const char *text)
{
	struct pmo_record seen = *record;
	seen.world = &effect->update->world;
	return query_holds(&seen, text);
}

static const char *text_of_row(struct pmo_effect *effect, const struct effect_field *row)
{
	const struct pmo_record *from = pmo_draft_record(effect->draft);
	if (row->word)
		return row->word;
	if (row->value)
		return effect_ask_text(effect, from, row->value);
	return pmo_practice_text(from, row->text);
}

/* A text is one value however many commas it has. */
static enum pmo_result set_whole(struct pmo_effect *effect, struct pmo_draft *to,
				 const struct effect_field *row)
{
	const char *name = row->field, *text = text_of_row(effect, row);
	bool id = row->value && strcmp(row->value, "id") == 0;
	int index = pmo_schema_field(pmo_draft_record(to)->schema, name);
	if (index < 0 || !text)
		return PMO_OK;
	const struct pmo_field *field = pmo_draft_record(to)->schema->fields[index];
	const char *from = pmo_draft_record(effect->draft)->schema->table->name;
	if (field->kind == PMO_REF && field->to && id && !pmo_word_is_in(field->to, from))
		return PMO_OK; /* it names records of another register */
	struct pmo_value there = pmo_record_get(pmo_draft_record(to), index);
	if (pmo_value_is_present(&there))
		return PMO_OK; /* the first row that has a value counts */
	if (field->flags & PMO_LIST && field->kind == PMO_TEXT)
		return pmo_draft_append(to, index, text);
	return pmo_draft_set(to, index, text);
}

enum pmo_result effect_fill(struct pmo_effect *effect, struct pmo_draft *to,
			    const struct effect_field *rows)
{
	const struct pmo_record *from = pmo_draft_record(effect->draft);
	enum pmo_result result = PMO_OK;
	for (; rows->field && result == PMO_OK; rows++) {
		if (rows->when && !effect_holds(effect, from, rows->when))
			continue;
		result = set_whole(effect, to, rows);
	}
	return result;
}

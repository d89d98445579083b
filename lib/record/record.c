/* A record as a view: values are typed when they are asked for. */
#include <pmo/record.h>

#include "check.h"
#include "ydoc/ydoc.h"

#include <pmo/expr.h>

#include <string.h>

static const struct ydoc_node *find_node(const struct pmo_record *record,
					 const struct pmo_field *field)
{
	const struct ydoc_node *node = ydoc_get(record->node, field->name);
	if (node || !field->was || !record->node)
		return node;
	for (node = record->node->first; node; node = node->next)
		if (strchr(field->was, *node->key) && pmo_word_is_in(field->was, node->key))
			return node;
	return NULL;
}

struct pmo_value pmo_record_get(const struct pmo_record *record, int index)
{
	struct pmo_value absent = { .presence = PMO_ABSENT };
	if (index < 0 || (size_t)index >= record->schema->field_count)
		return absent;
	const struct pmo_field *field = record->schema->fields[index];
	if (field->derive)
		return record->schema->derive[index]
			       ? pmo_expr_evaluate(record->schema->derive[index], record)
			       : absent;
	if (!record->node || record->node->kind != YDOC_MAP)
		return absent;
	const struct ydoc_node *node = find_node(record, field);
	if (!node) {
		absent.kind = (uint8_t)field->kind;
		return absent;
	}
	struct pmo_value_context context = {
		.arena = record->world->arena,
		.doc = record->doc,
		.dates = { record->world->today, record->world->calendar },
		.me = record->world->me,
		.minutes_per_day = record->world->minutes_per_day,
		.exhausted = record->world->exhausted,
	};
	return value_read(field, node, &context);
}

struct pmo_value pmo_record_get_name(const struct pmo_record *record, const char *name)
{
	return pmo_record_get(record, pmo_schema_field(record->schema, name));
}

const char *pmo_record_text(const struct pmo_record *record, int index)
{
	struct pmo_value value = pmo_record_get(record, index);
	bool text = value.kind == PMO_TEXT || value.kind == PMO_PROSE || value.kind == PMO_REF ||
		    value.kind == PMO_CHOICE || value.kind == PMO_LINE;
	if (value.presence == PMO_BAD)
		return value.as.text;
	return value.presence == PMO_PRESENT && text && !value.is_list ? value.as.text : NULL;
}

const struct pmo_state *pmo_record_state(const struct pmo_record *record)
{
	const char *name = pmo_record_text(record, record->schema->status);
	const struct pmo_state *state = name ? pmo_schema_state(record->schema, name) : NULL;
	return state ? state : pmo_schema_first_state(record->schema);
}

bool pmo_record_is_open(const struct pmo_record *record)
{
	if (pmo_record_state(record)->kind != PMO_STATE_OPEN)
		return false;
	return !record->schema->done || !pmo_expr_holds(record->schema->done, record);
}

bool pmo_record_is_void(const struct pmo_record *record)
{
	return pmo_record_state(record)->kind == PMO_STATE_VOID;
}

bool pmo_record_is_overdue(const struct pmo_record *record)
{
	struct pmo_value due = pmo_record_get(record, record->schema->due);
	if (due.presence != PMO_PRESENT || due.is_list)
		return false;
	int32_t date = PMO_DATE_MAX;
	if (due.kind == PMO_DATE)
		date = (int32_t)due.as.integer;
	else if (due.kind == PMO_MOMENT)
		date = pmo_moment_date(due.as.moment);
	return date < record->world->today && pmo_record_is_open(record);
}

static bool is_missing(const struct pmo_record *record, size_t index)
{
	const struct pmo_field *field = record->schema->fields[index];
	if (field->derive || (!(field->flags & PMO_NEEDED) && !field->when))
		return false;
	struct pmo_value value = pmo_record_get(record, (int)index);
	if (value.presence == PMO_BAD || pmo_value_is_present(&value))
		return false;
	return !record->schema->when[index] || pmo_expr_holds(record->schema->when[index], record);
}

void pmo_record_missing(const struct pmo_record *record, struct pmo_buffer *out)
{
	size_t start = out->length;
	for (size_t i = 0; i < record->schema->field_count; i++)
		if (is_missing(record, i))
			pmo_buffer_add_format(out, "%s%s", out->length > start ? ", " : "",
					      record->schema->fields[i]->name);
}

static const char *next_word(const char **words, size_t *length)
{
	const char *word = *words + strspn(*words, " ");
	*length = strcspn(word, " ");
	*words = word + *length;
	return *length ? word : NULL;
}

/* Names the fields of needs that are not there. */
static void add_absent(const struct pmo_record *record, const char *needs, bool has_note,
		       struct pmo_buffer *out)
{
	size_t start = out->length, length;
	const char *word;
	while (needs && (word = next_word(&needs, &length))) {
		char name[64];
		if (length >= sizeof(name))
			continue;
		memcpy(name, word, length);
		name[length] = '\0';
		bool there = has_note;
		if (strcmp(name, "note") != 0) {
			struct pmo_value value = pmo_record_get_name(record, name);
			there = pmo_value_is_present(&value);
		} else if (!there) {
			memcpy(name, "a reason (--note)", sizeof("a reason (--note)"));
		}
		if (!there)
			pmo_buffer_add_format(out, "%s%s", out->length > start ? ", " : "", name);
	}
}

static bool leaves_from(const struct pmo_record *record, const struct pmo_move *move)
{
	const struct pmo_state *state = pmo_record_state(record);
	if (strcmp(move->from, "*") == 0)
		return state->kind != PMO_STATE_VOID && strcmp(state->name, move->to) != 0;
	return pmo_word_is_in(move->from, state->name);
}

/* Whether the move's own guard fails, or a control holds; out gets the reason. */
static bool refuses(const struct pmo_record *record, const struct pmo_move *move,
		    struct pmo_buffer *out)
{
	const struct pmo_schema *schema = record->schema;
	const struct pmo_control *control = schema->table->controls;
	for (size_t i = 0; schema->table->moves && schema->table->moves[i].verb; i++) {
		if (move != &schema->table->moves[i] || !schema->guards[i])
			continue;
		if (pmo_expr_holds(schema->guards[i], record))
			continue;
		if (move->refusal)
			check_message(record, move->refusal, out);
		else
			pmo_buffer_add_format(out, "it needs: %s", move->guard);
		return true;
	}
	for (size_t i = 0; control && control->code; control++, i++) {
		if (!pmo_word_is_in(control->move, move->verb) || !schema->controls[i] ||
		    !pmo_expr_holds(schema->controls[i], record))
			continue;
		check_message(record, control->message, out);
		pmo_buffer_add_text(out, control->hint ? ": " : "");
		check_message(record, control->hint ? control->hint : "", out);
		return true;
	}
	return false;
}

enum pmo_result pmo_record_may_move(const struct pmo_record *record, const struct pmo_move *move,
				    bool has_note, struct pmo_buffer *out)
{
	size_t start = out->length;
	if (!leaves_from(record, move)) {
		pmo_buffer_add_format(out, "it is %s", pmo_record_state(record)->name);
		return PMO_REFUSED;
	}
	add_absent(record, move->needs, has_note, out);
	if (out->length > start) {
		struct pmo_buffer what;
		pmo_buffer_init(&what, out->limit);
		pmo_buffer_add_format(&what, "it needs %s", out->data + start);
		pmo_buffer_truncate(out, start);
		pmo_buffer_add(out, what.data, what.length);
		pmo_buffer_release(&what);
		return PMO_REFUSED;
	}
	return refuses(record, move, out) ? PMO_REFUSED : PMO_OK;
}

const struct pmo_move *pmo_record_next_move(const struct pmo_record *record,
					    const struct pmo_move *last)
{
	const struct pmo_move *move = last ? last + 1 : record->schema->table->moves;
	for (; move && move->verb; move++)
		if (leaves_from(record, move))
			return move;
	return NULL;
}

struct pmo_place pmo_record_place(const struct pmo_record *record)
{
	struct pmo_place place = { .subject = record->id };
	if (record->doc && record->node) {
		place = record->node->key ? ydoc_key_place(record->doc, record->node)
					  : ydoc_place(record->doc, record->node);
		place.subject = record->id;
	} else if (record->doc) {
		place.source = &record->doc->source;
	}
	return place;
}

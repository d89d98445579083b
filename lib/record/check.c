/*
 * Judging a record: its values, its names, its references, what it lacks, its rules.
 *
 * The same judgement serves `check` and every update. An update is judged by what it
 * adds: what was wrong before does not stop somebody from mending something else.
 */
#include <pmo/record.h>

#include "check.h"
#include "ydoc/ydoc.h"

#include <pmo/expr.h>
#include <pmo/text.h>

#include <stdio.h>
#include <string.h>

enum { SETTLED_WORD = 128 };

static void check_names(const struct pmo_record *record, struct pmo_diags *diags)
{
	for (const struct ydoc_node *node = record->node->first; node; node = node->next) {
		int field = pmo_schema_field(record->schema, node->key);
		bool known = field >= 0 &&
			     (strcmp(record->schema->fields[field]->name, node->key) == 0 ||
			      pmo_word_is_in(record->schema->fields[field]->was, node->key));
		struct pmo_place place = ydoc_key_place(record->doc, node);
		place.subject = record->id;
		if (known && record->schema->fields[field]->derive) {
			pmo_diag_add(diags, PMO_WARNING, "field-derived", &place,
				     "'%s' is computed, what stands here is ignored", node->key);
			pmo_diag_hint(diags, "take the line away");
		}
		if (known)
			continue;
		pmo_diag_add(diags, PMO_WARNING, "field-unknown", &place, "%s has no field '%s'",
			     record->schema->table->name, node->key);
		const char *nearest = pmo_schema_nearest_field(record->schema, node->key);
		if (nearest)
			pmo_diag_hint(diags, "nearest is %s; own fields go into pmo.yaml", nearest);
		else
			pmo_diag_hint(diags, "own fields go into pmo.yaml, under fields");
	}
}

static void check_ref(const struct pmo_record *record, const struct pmo_field *field,
		      const struct pmo_value *value, struct pmo_diags *diags)
{
	const struct pmo_world *world = record->world;
	const char *id = value->as.text;
	if (!world->find || (world->keeps && !world->keeps(world->store, record, field->to)))
		return;
	const struct pmo_record *other = world->find(world->store, record, id, field->to);
	struct pmo_place place = { .subject = record->id };
	if (value->node && record->doc)
		place = ydoc_place(record->doc, value->node);
	place.subject = record->id;
	if (other && !pmo_record_is_void(other))
		return;
	if (other) {
		pmo_diag_add(diags, PMO_ERROR, "ref-void", &place, "%s '%s' is void", field->name,
			     id);
		return;
	}
	bool one = field->to && !strchr(field->to, '|');
	pmo_diag_add(diags, PMO_ERROR, "ref-missing", &place, "%s '%s' is no %s", field->name, id,
		     one ? field->to : "record here");
	const char *nearest =
		world->nearest ? world->nearest(world->store, record, id, field->to) : NULL;
	if (nearest)
		pmo_diag_hint(diags, "nearest is %s", nearest);
}

static void check_refs(const struct pmo_record *record, const struct pmo_field *field,
		       const struct pmo_value *value, struct pmo_diags *diags)
{
	if (value->presence != PMO_PRESENT)
		return;
	if (value->is_list) {
		for (uint32_t i = 0; i < value->count; i++)
			check_refs(record, field, &value->as.items[i], diags);
	} else if (field->kind == PMO_REF) {
		check_ref(record, field, value, diags);
	} else if (field->kind == PMO_STRUCT) {
		for (size_t i = 0; field->members[i].name; i++)
			check_refs(record, &field->members[i], &value->as.items[i], diags);
	}
}

/* What nobody answers for any more: the owner has left, the record is open. */
static void check_owner(const struct pmo_record *record, struct pmo_diags *diags)
{
	const struct pmo_world *world = record->world;
	int field = record->schema->owner;
	struct pmo_value owner = pmo_record_get(record, field);
	if (!world->find || owner.presence != PMO_PRESENT || owner.kind != PMO_REF ||
	    owner.is_list || !pmo_record_is_open(record))
		return;
	const struct pmo_record *person =
		world->find(world->store, record, owner.as.text, record->schema->fields[field]->to);
	if (!person || pmo_record_is_void(person) || pmo_record_is_open(person))
		return;
	struct pmo_place place = owner.node && record->doc ? ydoc_place(record->doc, owner.node)
							   : pmo_record_place(record);
	place.subject = record->id;
	pmo_diag_add(diags, PMO_WARNING, "owner-left", &place, "%s is open, its %s '%s' is %s",
		     record->id, record->schema->fields[field]->name, owner.as.text,
		     pmo_record_state(person)->name);
	pmo_diag_hint(diags, "pmo set %s owner=\xe2\x80\xa6", record->id);
}

static void check_values(const struct pmo_record *record, struct pmo_diags *diags)
{
	for (size_t i = 0; i < record->schema->field_count; i++) {
		const struct pmo_field *field = record->schema->fields[i];
		if (field->derive)
			continue;
		struct pmo_value value = pmo_record_get(record, (int)i);
		value_report(field, &value, record->doc, record->id, diags);
		check_refs(record, field, &value, diags);
	}
}

static void check_complete(const struct pmo_record *record, struct pmo_diags *diags)
{
	if (!pmo_record_is_open(record))
		return;
	struct pmo_buffer missing;
	pmo_buffer_init(&missing, PMO_BUFFER_LIMIT);
	pmo_record_missing(record, &missing);
	if (missing.length) {
		struct pmo_place place = pmo_record_place(record);
		pmo_diag_add(diags, PMO_WARNING, "incomplete", &place, "%s lacks %s", record->id,
			     missing.data);
		pmo_diag_hint(diags, "pmo set %s FIELD=VALUE", record->id);
	}
	pmo_buffer_release(&missing);
}

static void add_expression(const struct pmo_record *record, const char *text,
			   struct pmo_buffer *out)
{
	struct pmo_diags unheard;
	const struct expr *expr;
	pmo_diags_init(&unheard, record->world->arena);
	int index = pmo_schema_field(record->schema, text);
	if (index >= 0) {
		struct pmo_value value = pmo_record_get(record, index);
		pmo_value_show(record->schema->fields[index], &value, out);
		return;
	}
	if (pmo_expr_compile(text, "message", record->schema, &unheard, &expr) != PMO_OK)
		return;
	struct pmo_value value = pmo_expr_evaluate(expr, record);
	struct pmo_field shown = { .name = "", .kind = (enum pmo_kind)value.kind };
	if (value.is_list)
		shown.flags = PMO_LIST;
	if (value.kind != PMO_STRUCT) /* an item of a list: its members are not known here */
		pmo_value_show(&shown, &value, out);
}

void check_message(const struct pmo_record *record, const char *message, struct pmo_buffer *out)
{
	while (*message) {
		size_t plain = strcspn(message, "{");
		pmo_buffer_add(out, message, plain);
		message += plain;
		const char *end = *message ? strchr(message, '}') : NULL;
		if (!end) {
			pmo_buffer_add_text(out, message);
			break;
		}
		char *text = pmo_arena_copy(record->world->arena, message + 1,
					    (size_t)(end - message - 1));
		if (text)
			add_expression(record, text, out);
		message = end + 1;
	}
}

static struct pmo_place rule_place(const struct pmo_record *record, const struct pmo_rule *rule)
{
	int field = rule->field ? pmo_schema_field(record->schema, rule->field) : -1;
	const struct ydoc_node *node =
		field < 0 ? NULL : ydoc_get(record->node, record->schema->fields[field]->name);
	struct pmo_place place = node ? ydoc_place(record->doc, node) : pmo_record_place(record);
	place.subject = record->id;
	return place;
}

static void check_rules(const struct pmo_record *record, struct pmo_diags *diags)
{
	const struct pmo_register *table = record->schema->table;
	for (size_t i = 0; table->rules && table->rules[i].code; i++) {
		const struct pmo_rule *rule = &table->rules[i];
		if (!record->schema->rules[i] || !pmo_expr_holds(record->schema->rules[i], record))
			continue;
		struct pmo_buffer message;
		struct pmo_place place = rule_place(record, rule);
		pmo_buffer_init(&message, PMO_BUFFER_LIMIT);
		check_message(record, rule->message, &message);
		pmo_diag_add(diags, rule->severity, rule->code, &place, "%s %s", record->id,
			     message.data);
		pmo_buffer_clear(&message);
		if (rule->hint) {
			check_message(record, rule->hint, &message);
			pmo_diag_hint(diags, "%s", message.data);
		}
		pmo_buffer_release(&message);
	}
}

static void report_shape(const struct pmo_record *record, struct pmo_diags *diags)
{
	struct pmo_place place = ydoc_place(record->doc, record->node);
	place.subject = record->id;
	pmo_diag_add(diags, PMO_ERROR, "file-shape", &place, "%s: expected fields, found %s",
		     record->id, record->node->kind == YDOC_LIST ? "a list" : "text");
	pmo_diag_hint(diags, "write each field as 'name: value' on a line of its own");
}

static void judge(const struct pmo_record *record, struct pmo_diags *diags)
{
	if (record->unreadable)
		return; /* that was told when it was read */
	if (!ydoc_is_empty(record->node) && record->node->kind != YDOC_MAP) {
		report_shape(record, diags);
		return;
	}
	if (record->node && record->node->kind == YDOC_MAP)
		check_names(record, diags);
	check_values(record, diags);
	if (pmo_record_is_void(record))
		return;
	check_complete(record, diags);
	check_owner(record, diags);
	check_rules(record, diags);
}

/* Still incomplete is no news: its message only names fewer fields. */
static bool has_diag(const struct pmo_diags *diags, const struct pmo_diag *wanted)
{
	for (const struct pmo_diag *diag = diags->first; diag; diag = diag->next)
		if (strcmp(diag->code, wanted->code) == 0 &&
		    (strcmp(diag->message, wanted->message) == 0 ||
		     strcmp(diag->code, "incomplete") == 0))
			return true;
	return false;
}

/* What was told or approved stays as it was; remarks, links and being void are another matter. */
static void check_fixed(const struct pmo_record *record, const struct pmo_record *old,
			struct pmo_diags *diags)
{
	const struct pmo_schema *schema = old->schema;
	const char *state = pmo_record_state(old)->name;
	if (!schema->table->fixed || !pmo_word_is_in(schema->table->fixed, state))
		return;
	for (int i = 0; (size_t)i < schema->field_count; i++) {
		const struct pmo_field *field = schema->fields[i];
		if (field->derive || ((field->flags & PMO_COMMON) && i != schema->title))
			continue;
		struct pmo_value before = pmo_record_get(old, i), after = pmo_record_get(record, i);
		if (before.presence == after.presence &&
		    (before.presence == PMO_ABSENT || value_is_same(field, &before, &after)))
			continue;
		struct pmo_place place = pmo_record_place(record);
		place.subject = record->id;
		pmo_diag_add(diags, PMO_ERROR, "record-fixed", &place,
			     "%s is %s: its %s does not change any more", record->id, state,
			     field->name);
		pmo_diag_hint(diags, "notes+='…' remarks on it");
	}
}

/* A control on `decision=`: what was there is not replaced where the control held before. */
static void check_settled_field(const struct pmo_record *record, const struct pmo_record *old,
				const struct pmo_control *control, int index,
				struct pmo_diags *diags)
{
	const struct pmo_field *field = old->schema->fields[index];
	char words[SETTLED_WORD];
	snprintf(words, sizeof(words), "%s=", field->name);
	if (field->derive || !pmo_word_is_in(control->move, words))
		return;
	struct pmo_value before = pmo_record_get(old, index), after = pmo_record_get(record, index);
	if (before.presence == PMO_ABSENT ||
	    (before.presence == after.presence && value_is_same(field, &before, &after)))
		return;
	struct pmo_buffer message, hint;
	struct pmo_place place = pmo_record_place(record);
	place.subject = record->id;
	pmo_buffer_init(&message, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&hint, PMO_BUFFER_LIMIT);
	check_message(old, control->message, &message);
	check_message(old, control->hint ? control->hint : "", &hint);
	pmo_diag_add(diags, PMO_ERROR, control->code, &place, "%s %s (%s)", record->id,
		     message.failed ? "" : message.data, field->name);
	if (hint.length)
		pmo_diag_hint(diags, "%s", hint.data);
	pmo_buffer_release(&message);
	pmo_buffer_release(&hint);
}

static void check_settled(const struct pmo_record *record, const struct pmo_record *old,
			  struct pmo_diags *diags)
{
	const struct pmo_schema *schema = old->schema;
	const struct pmo_control *control = schema->table->controls;
	for (size_t i = 0; control && control->code; control++, i++) {
		if (!strchr(control->move, '=') || !schema->controls[i] ||
		    !pmo_expr_holds(schema->controls[i], old))
			continue;
		for (size_t f = 0; f < schema->field_count; f++)
			check_settled_field(record, old, control, (int)f, diags);
	}
}

void pmo_record_check(const struct pmo_record *record, const struct pmo_record *old,
		      struct pmo_diags *diags)
{
	if (!old) {
		judge(record, diags);
		return;
	}
	struct pmo_diags before, after;
	pmo_diags_init(&before, diags->arena);
	pmo_diags_init(&after, diags->arena);
	judge(old, &before);
	judge(record, &after);
	for (struct pmo_diag *diag = after.first; diag; diag = diag->next) {
		if (has_diag(&before, diag))
			continue;
		struct pmo_place place = { diag->source, diag->offset, diag->length,
					   diag->subject };
		pmo_diag_add(diags, diag->severity, diag->code, &place, "%s", diag->message);
		if (diag->hint)
			pmo_diag_hint(diags, "%s", diag->hint);
	}
	check_fixed(record, old, diags);
	check_settled(record, old, diags);
	diags->lost |= after.lost || before.lost;
}

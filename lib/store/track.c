/* What a draft gets beyond what was asked for: start values, history, settled references. */
#include "store/draft.h"

#include <pmo/expr.h>
#include <pmo/text.h>

#include <string.h>

/* " V2: from CHK-012, taken in by PC", in the form of every other line: who, then why. */
static void add_origin(const struct pmo_draft *draft, struct pmo_buffer *line)
{
	const char *me = draft->update->world.me, *by = draft->said_by;
	if (by)
		pmo_buffer_add_format(line, " %s:", by);
	pmo_buffer_add_format(line, " from %s", draft->from);
	if (by && me && strcmp(me, by) != 0)
		pmo_buffer_add_format(line, ", taken in by %s", me);
}

enum pmo_result draft_add_history(struct pmo_draft *draft, const char *what)
{
	struct pmo_update *update = draft->update;
	const char *note = draft->has_line ? NULL : update->options.note;
	char date[PMO_DATE_SIZE];
	struct pmo_buffer line;
	pmo_date_format(update->world.today, date);
	pmo_buffer_init(&line, PMO_BUFFER_LIMIT);
	pmo_buffer_add_format(&line, "%s %s", date, what);
	if (draft->from)
		add_origin(draft, &line);
	else if (update->world.me)
		pmo_buffer_add_format(&line, " %s", update->world.me);
	if (note)
		pmo_buffer_add_format(&line, "%s%s", draft->said_by ? "; " : ": ", note);
	char *text = line.failed
			     ? NULL
			     : pmo_arena_copy(&update->workspace->arena, line.data, line.length);
	pmo_buffer_release(&line);
	if (!text)
		return PMO_NO_MEMORY;
	/* A line is a line: what was typed over several becomes one. */
	for (char *c = text; *c; c++)
		if (*c == '\n' || *c == '\r')
			*c = ' ';
	draft->has_line = true;
	return draft_append_line(draft, draft->now.schema->history, text);
}

void pmo_draft_from(struct pmo_draft *draft, const char *id, const char *person)
{
	draft->from = id;
	draft->said_by = person;
}

/* `owner PC>DSP`, under the name that `set` knows: `invoices.1.amount 926.00>900.00`. */
static enum pmo_result track_value(struct pmo_draft *draft, const char *name,
				   const struct pmo_field *field,
				   const struct pmo_value *const values[2])
{
	const struct pmo_value *old = values[0], *now = values[1];
	/* What is filled in for the first time is no change; the value itself says all. */
	if (old->presence == PMO_ABSENT || value_is_same(field, old, now))
		return PMO_OK;
	struct pmo_buffer what;
	pmo_buffer_init(&what, PMO_BUFFER_LIMIT);
	pmo_buffer_add_format(&what, "%s ", name);
	size_t start = what.length;
	pmo_value_format(field, old, &what);
	pmo_buffer_add_char(&what, '>');
	size_t length = what.length;
	pmo_value_format(field, now, &what);
	/* Without memory two values cannot be compared; what reads the same is no change. */
	bool same = !what.failed && what.length - length == length - 1 - start &&
		    memcmp(what.data + start, what.data + length, what.length - length) == 0;
	if (what.length == length)
		pmo_buffer_add_text(&what, "none");
	enum pmo_result result = what.failed ? PMO_NO_MEMORY : PMO_OK;
	if (result == PMO_OK && !same)
		result = draft_add_history(draft, what.data);
	pmo_buffer_release(&what);
	return result;
}

/* `ceiling none>9.00` */
static enum pmo_result track_filled(struct pmo_draft *draft, const struct pmo_field *field,
				    const struct pmo_value *now)
{
	struct pmo_buffer what;
	pmo_buffer_init(&what, PMO_BUFFER_LIMIT);
	pmo_buffer_add_format(&what, "%s none>", field->name);
	pmo_value_format(field, now, &what);
	enum pmo_result result = what.failed ? PMO_NO_MEMORY : draft_add_history(draft, what.data);
	pmo_buffer_release(&what);
	return result;
}

/* The member that settles an item and is there: one that is tracked itself, such as `paid`. */
static const char *settled_by(const struct pmo_field *field, const struct pmo_value *item)
{
	for (uint32_t i = 0; item->presence == PMO_PRESENT && i < item->count; i++)
		if ((field->members[i].flags & PMO_TRACKED) &&
		    item->as.items[i].presence == PMO_PRESENT)
			return field->members[i].name;
	return NULL;
}

/* What is settled changes with a reason only. */
static enum pmo_result refuse_settled(struct pmo_draft *draft, const struct pmo_field *field,
				      const struct pmo_value *item, const char *name)
{
	const struct pmo_update_options *options = &draft->update->options;
	struct pmo_diags *diags = draft->update->workspace->diags;
	const char *settled = settled_by(field, item);
	if (!settled || options->note || options->as_imported)
		return PMO_OK;
	pmo_diag_add(diags, PMO_ERROR, "item-settled", NULL,
		     "%s: %s is %s and changes with a reason only", draft->now.id, name, settled);
	pmo_diag_hint(diags, "--note 'why'");
	return PMO_REFUSED;
}

/* An item that stays: its members, one by one. */
static enum pmo_result track_item(struct pmo_draft *draft, const struct pmo_field *field,
				  const char *name, const struct pmo_value *const items[2])
{
	struct pmo_arena *arena = &draft->update->workspace->arena;
	const struct pmo_value *old = items[0], *now = items[1];
	if (value_is_same(field, old, now))
		return PMO_OK;
	enum pmo_result result = refuse_settled(draft, field, old, name);
	if (old->presence != PMO_PRESENT || now->presence != PMO_PRESENT)
		return result == PMO_OK ? track_value(draft, name, field, items) : result;
	for (uint32_t i = 0; result == PMO_OK && i < old->count && i < now->count; i++) {
		const struct pmo_field *member = &field->members[i];
		const char *path = pmo_arena_format(arena, "%s.%s", name, member->name);
		const struct pmo_value *values[] = { &old->as.items[i], &now->as.items[i] };
		result = path ? track_value(draft, path, member, values) : PMO_NO_MEMORY;
	}
	return result;
}

/* `receipts.2 2026-10-01 5 RCV>none`: an item that is gone; its number is that of before. */
static enum pmo_result track_gone(struct pmo_draft *draft, const struct pmo_field *field,
				  const char *name, const struct pmo_value *const lists[2])
{
	static const struct pmo_value none = { .presence = PMO_ABSENT };
	const struct pmo_value *item = lists[0];
	struct pmo_field one = *field;
	one.flags &= ~(unsigned)PMO_LIST;
	for (uint32_t i = 0; i < lists[1]->count; i++)
		if (value_is_same(&one, item, &lists[1]->as.items[i]))
			return PMO_OK;
	enum pmo_result result = refuse_settled(draft, &one, item, name);
	const struct pmo_value *values[] = { item, &none };
	return result == PMO_OK ? track_value(draft, name, &one, values) : result;
}

/* Items that come are no change; those that change or go are told one by one. */
static enum pmo_result track_items(struct pmo_draft *draft, const struct pmo_field *field,
				   const struct pmo_value *old, const struct pmo_value *now)
{
	static const struct pmo_value empty = { .presence = PMO_ABSENT };
	struct pmo_arena *arena = &draft->update->workspace->arena;
	struct pmo_field one = *field;
	one.flags &= ~(unsigned)PMO_LIST;
	if (now->presence != PMO_PRESENT || !now->is_list)
		now = &empty;
	bool fewer = now->count < old->count;
	enum pmo_result result = PMO_OK;
	for (uint32_t i = 0; result == PMO_OK && i < old->count; i++) {
		const char *name = pmo_arena_format(arena, "%s.%u", field->name, (unsigned)i + 1);
		const struct pmo_value *item = &old->as.items[i];
		if (!name)
			return PMO_NO_MEMORY;
		const struct pmo_value *gone[] = { item, now };
		const struct pmo_value *kept[] = { item, fewer ? NULL : &now->as.items[i] };
		result = fewer ? track_gone(draft, field, name, gone)
			       : track_item(draft, &one, name, kept);
	}
	return result;
}

/*
 * Money that comes into a record that is on its way already, by no move that says so: a ceiling
 * of a contract that is signed.
 */
static bool is_late_money(const struct pmo_draft *draft, const struct pmo_field *field)
{
	const struct pmo_state *old = pmo_record_state(draft->old);
	return field->kind == PMO_MONEY && old != pmo_schema_first_state(draft->now.schema) &&
	       old == pmo_record_state(&draft->now);
}

static enum pmo_result track_field(struct pmo_draft *draft, int index)
{
	const struct pmo_field *field = draft->now.schema->fields[index];
	struct pmo_value old = pmo_record_get(draft->old, index);
	struct pmo_value now = pmo_record_get(&draft->now, index);
	if (old.presence == PMO_ABSENT && now.presence == PMO_PRESENT &&
	    is_late_money(draft, field))
		return track_filled(draft, field, &now);
	if (field->kind == PMO_STRUCT && old.presence == PMO_PRESENT && old.is_list)
		return track_items(draft, field, &old, &now);
	const struct pmo_value *values[] = { &old, &now };
	return track_value(draft, field->name, field, values);
}

static enum pmo_result keep_note(struct pmo_draft *draft)
{
	const char *note = draft->update->options.note;
	if (!note || draft->has_line)
		return PMO_OK;
	draft->has_line = true;
	return pmo_draft_append(draft, draft->now.schema->notes, note);
}

enum pmo_result draft_track(struct pmo_draft *draft)
{
	enum pmo_result result = PMO_OK;
	const struct pmo_schema *schema = draft->now.schema;
	for (size_t i = 0; draft->old && i < schema->field_count && result == PMO_OK; i++)
		if (schema->fields[i]->flags & PMO_TRACKED)
			result = track_field(draft, (int)i);
	return result == PMO_OK ? keep_note(draft) : result;
}

/* A user whom people.yaml does not know yet must not stop a capture: the field stays out. */
static bool is_nobody(struct pmo_draft *draft, const struct pmo_field *field,
		      const struct pmo_value *value)
{
	const struct pmo_record *record;
	struct pmo_workspace *workspace = draft->update->workspace;
	const struct pmo_world *world = &workspace->world;
	return field->kind == PMO_REF && !value->is_list &&
	       world->keeps(workspace, &draft->now, field->to) &&
	       (lookup_record(workspace, draft->now.project, value->as.text, field->to, &record) !=
			PMO_OK ||
		!record);
}

enum pmo_result pmo_draft_start(struct pmo_draft *draft)
{
	const struct pmo_schema *schema = draft->now.schema;
	struct pmo_record seen = draft->now;
	enum pmo_result result = PMO_OK;
	if (draft->is_started)
		return PMO_OK;
	draft->is_started = true;
	seen.world = &draft->update->world;
	for (size_t i = 0; i < schema->field_count && result == PMO_OK; i++) {
		if (!schema->start[i])
			continue;
		struct pmo_value there = pmo_record_get(&draft->now, (int)i);
		if (pmo_value_is_present(&there))
			continue;
		seen.doc = draft->now.doc;
		seen.node = draft->now.node;
		struct pmo_value value = pmo_expr_evaluate(schema->start[i], &seen);
		if (pmo_value_is_present(&value) && !is_nobody(draft, schema->fields[i], &value))
			result = draft_set_value(draft, (int)i, &value);
	}
	return result;
}

/* The id as it is written from here: another project's has its handle before it. */
static const char *written_id(struct pmo_draft *draft, const struct pmo_record *record)
{
	if (!record->project || record->project == draft->now.project ||
	    record->schema->table->layout == PMO_LAYOUT_SINGLE)
		return record->id;
	return pmo_arena_format(&draft->update->workspace->arena, "%s/%s", record->project->handle,
				record->id);
}

static enum pmo_result settle_ref(struct pmo_draft *draft, const struct pmo_field *field,
				  struct pmo_value *value, const struct pmo_place *place)
{
	struct pmo_workspace *workspace = draft->update->workspace;
	const struct pmo_world *world = &workspace->world;
	const struct pmo_record *record;
	const char *id = value->as.text;
	enum pmo_result result =
		lookup_record(workspace, draft->now.project, id, field->to, &record);
	if (result != PMO_OK)
		return result;
	const struct pmo_draft *made =
		record ? NULL : update_new_draft(draft->update, draft->now.project, id, field->to);
	if (made)
		record = &made->now;
	if (!record)
		record = lookup_name(workspace, id, field->to);
	if (record) {
		value->as.text = written_id(draft, record);
		return value->as.text ? PMO_OK : PMO_NO_MEMORY;
	}
	if (!world->keeps(workspace, &draft->now, field->to) || draft->update->options.as_imported)
		return PMO_OK;
	bool one = field->to && !strchr(field->to, '|');
	pmo_diag_add(workspace->diags, PMO_ERROR, "ref-missing", place, "%s '%s' is no %s",
		     field->name, id, one ? field->to : "record here");
	const char *nearest = world->nearest(workspace, &draft->now, id, field->to);
	if (nearest)
		pmo_diag_hint(workspace->diags, "nearest is %s", nearest);
	else if (one)
		pmo_diag_hint(workspace->diags, "pmo %s list shows them, pmo %s add adds one",
			      field->to, field->to);
	return PMO_INVALID;
}

enum pmo_result draft_settle_refs(struct pmo_draft *draft, const struct pmo_field *field,
				  struct pmo_value *value, const struct pmo_place *place)
{
	enum pmo_result result = PMO_OK;
	if (value->presence != PMO_PRESENT || (field->kind != PMO_REF && field->kind != PMO_STRUCT))
		return PMO_OK;
	if (!value->is_list && field->kind == PMO_REF)
		return settle_ref(draft, field, value, place);
	/* Items were made by value_input just now, so they may be changed. */
	struct pmo_value *items = (struct pmo_value *)value->as.items;
	for (uint32_t i = 0; i < value->count && result == PMO_OK; i++) {
		const struct pmo_field *of = value->is_list ? field : &field->members[i];
		result = draft_settle_refs(draft, of, &items[i], place);
	}
	return result;
}

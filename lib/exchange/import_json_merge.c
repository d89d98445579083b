/*
 * A document into a workspace that is there: what is missing is added, what differs is
 * changed, nothing is taken away.
 */
#include "exchange/import_json.h"

#include "store/draft.h"

#include <pmo/text.h>

#include <string.h>

struct merging {
	struct json_run run;
	struct pmo_update *update;
	const struct pmo_project *project;
	const struct json_entry *entry;
	const struct pmo_record *record; /* that is there; NULL: none */
	struct pmo_draft *draft;         /* NULL: nothing differs so far */
	bool has_changed;
	bool exhausted;
};

static const struct pmo_schema *find_schema(struct json_run *run, const char *name)
{
	const struct merging *merging = run->data;
	return pmo_workspace_schema(merging->update->workspace, name);
}

/* Gives the next record of a register the number that an id has. */
static enum pmo_result give_number(struct merging *merging, struct shelf *shelf, const char *id)
{
	struct pmo_update *update = merging->update;
	const struct pmo_schema *schema = merging->entry->schema;
	struct update_number *number = update->numbers;
	char prefix[ID_SIZE];
	unsigned long wanted;
	if (!id_parse(id, prefix, &wanted) || !wanted)
		return json_fault(merging->run.intake, merging->entry->node,
				  "%s cannot be added: numbers begin with 1", id);
	while (number && (number->shelf != shelf || number->schema != schema))
		number = number->next;
	if (!number) {
		number = pmo_arena_alloc(&update->workspace->arena, sizeof(*number));
		if (!number)
			return PMO_NO_MEMORY;
		*number = (struct update_number){ shelf, schema, 0, update->numbers };
		update->numbers = number;
	}
	number->highest = wanted - 1;
	return PMO_OK;
}

static enum pmo_result add_draft(struct merging *merging)
{
	const struct json_entry *entry = merging->entry;
	struct shelf *shelf;
	enum pmo_result result =
		shelf_open(merging->update->workspace, merging->project, entry->schema, &shelf);
	if (result == PMO_OK && !entry->schema->table->handles)
		result = give_number(merging, shelf, entry->id);
	return result == PMO_OK ? pmo_update_add(merging->update, merging->project, entry->schema,
						 entry->id, &merging->draft)
				: result;
}

static enum pmo_result need_draft(struct merging *merging)
{
	merging->has_changed = true;
	if (merging->draft)
		return PMO_OK;
	return pmo_update_edit(merging->update, merging->record, &merging->draft);
}

static const struct pmo_record *seen(const struct merging *merging)
{
	return merging->draft ? pmo_draft_record(merging->draft) : merging->record;
}

/* Moves have their rules; what stands elsewhere is taken over only when that is said. */
static enum pmo_result check_state(struct merging *merging, const struct pmo_value *value)
{
	const struct pmo_schema *schema = merging->entry->schema;
	const struct pmo_state *old = merging->record ? pmo_record_state(merging->record)
						      : pmo_schema_first_state(schema);
	const struct pmo_state *state = pmo_schema_state(schema, value->as.text);
	struct pmo_intake *intake = merging->run.intake;
	if (state == old || merging->update->options.as_imported)
		return PMO_OK;
	(void)json_fault(intake, merging->entry->node, "%s is %s there, and %s here",
			 merging->entry->id, value->as.text, old->name);
	pmo_diag_hint(intake->diags, "--as-imported takes states as they stand");
	return PMO_REFUSED;
}

static bool has_line(const struct pmo_value *lines, const char *line)
{
	for (uint32_t i = 0; i < lines->count; i++)
		if (lines->as.items[i].presence == PMO_PRESENT &&
		    strcmp(lines->as.items[i].as.text, line) == 0)
			return true;
	return false;
}

/* Lines of a log that are not there yet. */
static enum pmo_result merge_lines(struct merging *merging, int index,
				   const struct pmo_value *value)
{
	struct pmo_value there = pmo_record_get(merging->record, index);
	enum pmo_result result = PMO_OK;
	if (!there.is_list || there.presence != PMO_PRESENT)
		there.count = 0;
	for (uint32_t i = 0; i < value->count && result == PMO_OK; i++) {
		const char *line = value->as.items[i].as.text;
		if (has_line(&there, line))
			continue;
		result = need_draft(merging);
		if (result == PMO_OK)
			result = draft_append_line(merging->draft, index, line);
	}
	return result;
}

/* What stands in "bad", or under a key that nobody knows. */
static enum pmo_result merge_raw(struct merging *merging, const char *name,
				 const struct ydoc_value *value)
{
	if (ydoc_value_equals(value, ydoc_get(seen(merging)->node, name)))
		return PMO_OK;
	enum pmo_result result = need_draft(merging);
	if (result != PMO_OK)
		return result;
	struct draft_path path = draft_field_path(merging->draft, name);
	return draft_apply(merging->draft, YDOC_SET, &path, 0, value);
}

static enum pmo_result merge_field(struct merging *merging, int index,
				   const struct json_field *field)
{
	const struct pmo_schema *schema = merging->entry->schema;
	const struct pmo_field *of = schema->fields[index];
	if (field->value.presence == PMO_ABSENT)
		return field->written ? merge_raw(merging, of->name, field->written) : PMO_OK;
	struct pmo_value there = pmo_record_get(merging->record, index);
	if (value_is_same(of, &there, &field->value))
		return PMO_OK;
	if (of->kind == PMO_LINE && field->value.is_list)
		return merge_lines(merging, index, &field->value);
	enum pmo_result result = need_draft(merging);
	return result == PMO_OK ? draft_set_value(merging->draft, index, &field->value) : result;
}

static enum pmo_result merge_record(struct merging *merging, const struct json_record *record)
{
	const struct pmo_schema *schema = merging->entry->schema;
	enum pmo_result result = PMO_OK;
	if (record->instead)
		return PMO_OK;
	for (size_t i = 0; i < schema->field_count && result == PMO_OK; i++)
		result = merge_field(merging, (int)i, &record->fields[i]);
	const struct ydoc_value *key = record->unknown ? record->unknown->first : NULL;
	for (; key && result == PMO_OK; key = key->next)
		result = merge_raw(merging, key->key, key);
	return result;
}

static enum pmo_result add_record(struct merging *merging, const struct json_record *record)
{
	const struct json_entry *entry = merging->entry;
	struct pmo_buffer text;
	struct pmo_arena *arena = merging->run.intake->arena;
	struct ydoc_value *value = json_record_whole(record, entry->schema, arena);
	if (!value)
		return PMO_NO_MEMORY;
	enum pmo_result result = value->kind == YDOC_MAP ? add_draft(merging) : PMO_UNSUPPORTED;
	pmo_buffer_init(&text, YDOC_BYTES);
	if (result == PMO_OK)
		result = json_write(merging->draft->prefix_depth ? entry->id : NULL, value, arena,
				    &text);
	if (result == PMO_OK)
		result = pmo_draft_replace(merging->draft, text.data, text.length);
	if (result == PMO_OK)
		merging->draft->is_started = true; /* it is as old as it says */
	pmo_buffer_release(&text);
	return result == PMO_UNSUPPORTED ? json_fault(merging->run.intake, entry->node,
						      "%s cannot be added", entry->id)
					 : result;
}

static enum pmo_result find_project(struct merging *merging)
{
	const struct pmo_workspace *workspace = merging->update->workspace;
	const char *handle = merging->entry->project;
	merging->project = handle ? lookup_project(workspace, handle, strlen(handle)) : NULL;
	if (!handle || merging->project)
		return PMO_OK;
	(void)json_fault(merging->run.intake, merging->entry->node, "there is no project '%s' here",
			 handle);
	pmo_diag_hint(merging->run.intake->diags, "pmo init \"TITLE\" %s makes it", handle);
	return PMO_INVALID;
}

static enum pmo_result find_record(struct merging *merging)
{
	const struct json_entry *entry = merging->entry;
	struct pmo_workspace *workspace = merging->update->workspace;
	struct shelf *shelf;
	enum pmo_result result = shelf_open(workspace, merging->project, entry->schema, &shelf);
	merging->record = NULL;
	merging->draft = NULL;
	merging->has_changed = false;
	if (result == PMO_OK)
		result = shelf_load(workspace, shelf);
	if (result == PMO_OK && shelf->layout == PMO_LAYOUT_SINGLE) {
		struct shelf_set *set = shelf_set_of(shelf, entry->schema);
		merging->record = set && set->count ? &set->records[0] : NULL;
	} else if (result == PMO_OK) {
		result = shelf_find(workspace, shelf, entry->schema, entry->id, &merging->record);
	}
	bool is_clear = !entry->is_twice && (!merging->record || !merging->record->duplicate);
	if (result != PMO_OK || is_clear)
		return result;
	return json_fault(merging->run.intake, entry->node,
			  "there are two records %s; pmo renumber gives one another number",
			  entry->id);
}

static enum pmo_result take(struct json_run *run, const struct json_entry *entry)
{
	struct merging *merging = run->data;
	struct json_record record;
	merging->entry = entry;
	enum pmo_result result = find_project(merging);
	if (result == PMO_OK)
		result = find_record(merging);
	if (result == PMO_OK)
		result = json_record_read(run, entry, &record);
	if (result != PMO_OK)
		return result;
	const struct pmo_value *state =
		entry->schema->status < 0 ? NULL : &record.fields[entry->schema->status].value;
	if (state && state->presence == PMO_PRESENT)
		result = check_state(merging, state);
	if (result != PMO_OK)
		return result;
	if (!merging->record) {
		run->count->added++;
		return add_record(merging, &record);
	}
	result = merge_record(merging, &record);
	run->count->updated += merging->has_changed;
	run->count->unchanged += !merging->has_changed;
	return result;
}

enum pmo_result pmo_intake_merge(struct pmo_intake *intake, struct pmo_update *update)
{
	const struct pmo_world *world = &update->world;
	struct merging merging = { .update = update };
	merging.run = (struct json_run){ .intake = intake,
					 .find = find_schema,
					 .take = take,
					 .context = { .arena = intake->arena,
						      .dates = { world->today, world->calendar },
						      .minutes_per_day = world->minutes_per_day,
						      .exhausted = &merging.exhausted },
					 .data = &merging };
	enum pmo_result result = json_walk(&merging.run);
	return result == PMO_OK && merging.exhausted ? PMO_NO_MEMORY : result;
}

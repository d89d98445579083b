/* Texts by field: keeping, comparing and reading them. */
#include "exchange/mspdi_want.h"

#include "record/types.h"
#include "store/workspace.h"
#include "ydoc/value.h"

#include <stdio.h>
#include <string.h>

enum pmo_result mspdi_context_init(struct mspdi_context *context, struct pmo_workspace *workspace,
				   const struct pmo_project *project)
{
	const struct pmo_world *world = pmo_workspace_world(workspace);
	*context = (struct mspdi_context){ .workspace = workspace,
					   .project = project,
					   .arena = pmo_workspace_arena(workspace) };
	context->task = pmo_workspace_schema(workspace, "task");
	context->milestone = pmo_workspace_schema(workspace, "milestone");
	context->minutes_per_day = world->minutes_per_day;
	context->values = (struct pmo_value_context){
		.arena = context->arena,
		.dates = { world->today, world->calendar },
		.me = world->me,
		.minutes_per_day = world->minutes_per_day,
		.exhausted = &context->failed,
	};
	map_init(&context->ids, context->arena);
	return context->task && context->milestone ? PMO_OK : PMO_NO_MEMORY;
}

const char *mspdi_id_of(const struct mspdi_context *context, int64_t uid)
{
	char key[24];
	snprintf(key, sizeof(key), "%lld", (long long)uid);
	return map_get(&context->ids, key);
}

enum pmo_result mspdi_put_id(struct mspdi_context *context, int64_t uid, const char *id)
{
	char *key = pmo_arena_format(context->arena, "%lld", (long long)uid);
	return key ? map_put(&context->ids, key, (void *)id) : PMO_NO_MEMORY;
}

enum pmo_result mspdi_want_init(struct mspdi_context *context, struct mspdi_want *want,
				const struct pmo_schema *schema)
{
	want->schema = schema;
	want->slots =
		pmo_arena_array(context->arena, schema->field_count + 1, sizeof(*want->slots));
	return want->slots ? PMO_OK : PMO_NO_MEMORY;
}

static struct mspdi_slot *slot_of(struct mspdi_want *want, const char *name)
{
	int index = pmo_schema_field(want->schema, name);
	const struct pmo_field *field = index < 0 ? NULL : want->schema->fields[index];
	return field && !field->derive ? &want->slots[index] : NULL;
}

static void add_item(struct mspdi_context *context, struct mspdi_slot *slot, const char *text)
{
	const char **items = pmo_arena_grow(context->arena, slot->items, slot->count,
					    &slot->capacity, sizeof(*items));
	context->failed |= !items;
	if (!items)
		return;
	slot->items = items;
	items[slot->count++] = text;
}

void mspdi_want_set(struct mspdi_context *context, struct mspdi_want *want, const char *field,
		    const char *text)
{
	struct mspdi_slot *slot = slot_of(want, field);
	if (!slot)
		return;
	slot->is_said = true;
	slot->count = 0;
	if (text)
		add_item(context, slot, text);
}

void mspdi_want_add(struct mspdi_context *context, struct mspdi_want *want, const char *field,
		    const char *text)
{
	struct mspdi_slot *slot = slot_of(want, field);
	context->failed |= !text;
	if (!slot || !text)
		return;
	slot->is_said = true;
	add_item(context, slot, text);
}

bool mspdi_slot_equals(const struct mspdi_slot *a, const struct mspdi_slot *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (strcmp(a->items[i], b->items[i]) != 0)
			return false;
	return true;
}

static const char *format(struct mspdi_context *context, const struct pmo_field *one,
			  const struct pmo_value *value)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_value_format(one, value, &text);
	char *copy = text.failed ? NULL : pmo_arena_copy(context->arena, text.data, text.length);
	pmo_buffer_release(&text);
	context->failed |= !copy;
	return copy ? copy : "";
}

static struct pmo_field one_of(const struct pmo_field *field)
{
	struct pmo_field one = *field;
	one.flags &= ~(unsigned)PMO_LIST;
	return one;
}

enum pmo_result mspdi_record_slot(struct mspdi_context *context, const struct pmo_record *record,
				  int field, struct mspdi_slot *slot)
{
	struct pmo_value value = pmo_record_get(record, field);
	struct pmo_field one = one_of(record->schema->fields[field]);
	*slot = (struct mspdi_slot){ .is_said = value.presence != PMO_ABSENT };
	if (value.presence == PMO_ABSENT)
		return PMO_OK;
	if (!value.is_list)
		add_item(context, slot, format(context, &one, &value));
	for (uint32_t i = 0; value.presence == PMO_PRESENT && value.is_list && i < value.count; i++)
		add_item(context, slot, format(context, &one, &value.as.items[i]));
	return context->failed ? PMO_NO_MEMORY : PMO_OK;
}

enum pmo_result mspdi_settle(struct mspdi_context *context, struct mspdi_want *want)
{
	for (size_t i = 0; i < want->schema->field_count; i++) {
		struct mspdi_slot *slot = &want->slots[i];
		struct pmo_field one = one_of(want->schema->fields[i]);
		size_t kept = 0;
		for (size_t k = 0; k < slot->count; k++) {
			struct pmo_value value = { 0 };
			if (one.kind == PMO_LINE)
				slot->items[kept++] = slot->items[k];
			else if (value_input(&one, slot->items[k], &context->values, &value) ==
				 PMO_OK)
				slot->items[kept++] = format(context, &one, &value);
		}
		slot->count = kept;
	}
	return context->failed ? PMO_NO_MEMORY : PMO_OK;
}

static struct ydoc_value *write_one(struct mspdi_context *context, const struct pmo_field *one,
				    const char *text, struct pmo_value *value)
{
	if (one->kind == PMO_LINE)
		return ydoc_value_scalar(context->arena, YDOC_LINE, text);
	if (value_input(one, text, &context->values, value) != PMO_OK)
		return NULL;
	return value_write(one, value, context->arena);
}

enum pmo_result mspdi_slot_value(struct mspdi_context *context, const struct pmo_field *field,
				 const struct mspdi_slot *slot, struct pmo_value *value,
				 struct ydoc_value **written)
{
	struct pmo_field one = one_of(field);
	bool is_list = field->flags & PMO_LIST;
	*written = NULL;
	*value = (struct pmo_value){ .kind = (uint8_t)field->kind };
	if (!slot->count && !slot->is_list)
		return PMO_OK;
	if (!is_list) {
		*written = write_one(context, &one, slot->items[0], value);
		return *written ? PMO_OK : PMO_NO_MEMORY;
	}
	struct pmo_value *items = pmo_arena_array(context->arena, slot->count + 1, sizeof(*items));
	struct ydoc_value *list = ydoc_value_list(context->arena);
	if (!items || !list)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < slot->count; i++) {
		struct ydoc_value *item = write_one(context, &one, slot->items[i], &items[i]);
		list->flow |= item && item->kind == YDOC_SCALAR && item->form != YDOC_LINE &&
			      !(field->flags & PMO_WIDE) && slot->count < 8;
		if (!item || ydoc_value_add(list, NULL, item) != PMO_OK)
			return PMO_NO_MEMORY;
	}
	list->flow |= !slot->count;
	*value = (struct pmo_value){ .presence = PMO_PRESENT,
				     .kind = (uint8_t)field->kind,
				     .is_list = true,
				     .count = (uint32_t)slot->count,
				     .as = { .items = items } };
	*written = list;
	return PMO_OK;
}

/* Who is away. */
#include "practice.h"

#include <stdlib.h>
#include <string.h>

static int32_t date_of(const struct pmo_value *value)
{
	bool is_date = value && value->presence == PMO_PRESENT && value->kind == PMO_DATE;
	return is_date ? (int32_t)value->as.integer : PMO_DATE_NONE;
}

static enum pmo_result add_leave(const struct pmo_record *person, int32_t from, int32_t to,
				 struct pmo_absences *absences)
{
	int index = pmo_schema_field(person->schema, "leave");
	struct pmo_value list = pmo_record_get(person, index);
	for (uint32_t i = 0; list.presence == PMO_PRESENT && list.is_list && i < list.count; i++) {
		const struct pmo_field *field = person->schema->fields[index];
		const struct pmo_value *item = &list.as.items[i];
		const struct pmo_value *delegate = pmo_value_member(field, item, "delegate");
		struct pmo_absence absence = {
			.person = person,
			.from = date_of(pmo_value_member(field, item, "from")),
			.to = date_of(pmo_value_member(field, item, "to")),
		};
		if (absence.from == PMO_DATE_NONE || absence.to == PMO_DATE_NONE ||
		    absence.from > to || absence.to < from)
			continue;
		if (delegate && delegate->presence == PMO_PRESENT)
			absence.delegate = delegate->as.text;
		struct pmo_absence *grown =
			pmo_arena_grow(person->world->arena, absences->items, absences->count,
				       &absences->capacity, sizeof(*grown));
		if (!grown)
			return PMO_NO_MEMORY;
		absences->items = grown;
		grown[absences->count++] = absence;
	}
	return PMO_OK;
}

static int compare(const void *left, const void *right)
{
	const struct pmo_absence *a = left, *b = right;
	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return strcmp(a->person->id, b->person->id);
}

enum pmo_result pmo_absences_find(struct pmo_workspace *workspace, int32_t from, int32_t to,
				  struct pmo_absences *absences)
{
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, "person");
	struct pmo_records people = { 0 };
	if (!schema || schema->own)
		return PMO_OK;
	enum pmo_result result = pmo_workspace_records(workspace, NULL, schema, &people);
	for (size_t i = 0; result == PMO_OK && i < people.count; i++)
		if (!people.items[i].unreadable && pmo_record_is_open(&people.items[i]))
			result = add_leave(&people.items[i], from, to, absences);
	if (absences->count)
		qsort(absences->items, absences->count, sizeof(*absences->items), compare);
	return result;
}

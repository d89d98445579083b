/* What the plan has for the next days. */
#include <pmo/lookahead.h>
#include <pmo/text.h>

#include <stdlib.h>

bool pmo_plan_is_of(const struct pmo_plan_item *item, const char *person)
{
	int index = pmo_schema_field(item->record->schema, "assignees");
	struct pmo_value list = { 0 };
	if (item->owner && pmo_ascii_equal(item->owner, person))
		return true;
	if (index >= 0)
		list = pmo_record_get(item->record, index);
	for (uint32_t i = 0; pmo_value_is_present(&list) && list.is_list && i < list.count; i++) {
		const struct pmo_field *field = item->record->schema->fields[index];
		const struct pmo_value *who = pmo_value_member(field, &list.as.items[i], "person");
		if (who && who->presence == PMO_PRESENT && pmo_ascii_equal(who->as.text, person))
			return true;
	}
	return false;
}

static bool is_within(const struct pmo_lookahead *ahead, int32_t date)
{
	return date != PMO_DATE_NONE && date >= ahead->from && date <= ahead->to;
}

static void add(struct pmo_lookahead *ahead, enum pmo_ahead_kind kind, int item, int32_t date)
{
	if (is_within(ahead, date))
		ahead->items[ahead->count++] = (struct pmo_ahead){ kind, item, date };
}

static int compare(const void *left, const void *right)
{
	const struct pmo_ahead *a = left, *b = right;
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->date != b->date)
		return a->date < b->date ? -1 : 1;
	return a->item < b->item ? -1 : a->item > b->item;
}

enum pmo_result pmo_plan_lookahead(struct pmo_plan *plan, struct pmo_lookahead *ahead)
{
	ahead->count = 0;
	ahead->items = pmo_arena_array(plan->arena, 2 * plan->own_count + 1, sizeof(*ahead->items));
	if (!ahead->items)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (item->state == PMO_ITEM_DONE || item->state == PMO_ITEM_LEFT_OUT ||
		    item->kind == PMO_ITEM_SUMMARY ||
		    (ahead->person && !pmo_plan_is_of(item, ahead->person)))
			continue;
		if (item->kind == PMO_ITEM_MILESTONE) {
			add(ahead, PMO_AHEAD_MILESTONE, (int)i, item->finish);
			continue;
		}
		add(ahead, PMO_AHEAD_FINISH, (int)i, item->finish);
		if (item->state == PMO_ITEM_NOT_STARTED)
			add(ahead, PMO_AHEAD_START, (int)i, item->start);
	}
	if (ahead->count)
		qsort(ahead->items, ahead->count, sizeof(*ahead->items), compare);
	return PMO_OK;
}

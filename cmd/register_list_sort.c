/*
 * The order of lists: by keys, then as in the files. What a record lacks comes last,
 * whichever way the order goes.
 */
#include "register_list.h"

#include <pmo/text.h>

#include <stdlib.h>
#include <string.h>

/* Letters, then the number. */
static int compare_ids(const char *a, const char *b)
{
	size_t i = 0;
	while (a[i] && a[i] == b[i] && !pmo_ascii_is_digit(a[i]))
		i++;
	if (!pmo_ascii_is_digit(a[i]) || !pmo_ascii_is_digit(b[i]))
		return strcmp(a + i, b + i);
	unsigned long long left = strtoull(a + i, NULL, 10), right = strtoull(b + i, NULL, 10);
	return left < right ? -1 : left > right ? 1 : strcmp(a + i, b + i);
}

/* What is absent comes last, whichever way the order goes. */
static int compare_keys(const struct pmo_value *a, const struct pmo_value *b,
			const struct list_column *key)
{
	bool left = a->presence == PMO_PRESENT, right = b->presence == PMO_PRESENT;
	if (!left || !right)
		return right - left;
	int order = key->field == COLUMN_ID ? compare_ids(a->as.text, b->as.text)
					    : pmo_value_compare(a, b);
	return key->down ? -order : order;
}

static int compare_rows(const void *a, const void *b)
{
	const struct list_row *left = a, *right = b;
	for (size_t i = 0; i < left->order->count; i++) {
		int order = compare_keys(&left->keys[i], &right->keys[i], &left->order->items[i]);
		if (order)
			return order;
	}
	return left->index < right->index ? -1 : 1;
}

enum pmo_result list_sort(struct list *list)
{
	if (!list->order.count)
		return PMO_OK; /* they are as in the files */
	for (size_t i = 0; i < list->count; i++) {
		struct list_row *row = &list->rows[i];
		row->order = &list->order;
		row->keys = pmo_arena_array(&list->cli->arena, list->order.count,
					    sizeof(*row->keys));
		if (!row->keys)
			return PMO_NO_MEMORY;
		for (size_t k = 0; k < list->order.count; k++)
			row->keys[k] = column_value(&list->order, k, row->record);
	}
	if (list->count)
		qsort(list->rows, list->count, sizeof(*list->rows), compare_rows);
	return PMO_OK;
}

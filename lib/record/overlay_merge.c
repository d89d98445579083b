/* A built-in table and what a workspace adds to it, as one table. Neither is changed. */
#include "overlay.h"

#include <string.h>

/* The states of a register that names none. */
static const struct pmo_state plain_states[] = {
	{ .name = "open", .kind = PMO_STATE_OPEN },
	{ .name = "closed", .kind = PMO_STATE_CLOSED },
	{ .name = NULL },
};

/* Where a row of this name is, or count. */
static size_t find(const struct overlay_shape *shape, const void *rows, size_t count,
		   const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(overlay_row_name(overlay_row(shape, rows, i)), name) == 0)
			return i;
	return count;
}

/* The added rows after those of the base, or in the place of one that has the same name. */
static enum pmo_result merge_rows(struct pmo_arena *arena, const struct overlay_shape *shape,
				  const void *base, const void *added, const void **merged)
{
	size_t added_count = overlay_row_count(shape, added);
	size_t base_count = overlay_row_count(shape, base);
	*merged = base;
	if (!added_count)
		return PMO_OK;
	char *rows = pmo_arena_array(arena, base_count + added_count + 1, shape->size);
	if (!rows)
		return PMO_NO_MEMORY;
	if (base_count)
		memcpy(rows, base, base_count * shape->size);
	size_t count = base_count;
	for (size_t i = 0; i < added_count; i++) {
		const void *row = overlay_row(shape, added, i);
		size_t at = count;
		/* Two moves of one verb begin in different states; anything else is replaced. */
		if (shape != &overlay_move_shape)
			at = find(shape, rows, base_count, overlay_row_name(row));
		if (at == base_count)
			at = count;
		memcpy(rows + at * shape->size, row, shape->size);
		count += at == count;
	}
	*merged = rows;
	return PMO_OK;
}

enum pmo_result overlay_merge(struct pmo_arena *arena, const struct pmo_register *base,
			      const struct pmo_register *addition,
			      const struct pmo_register **merged)
{
	struct pmo_register *table = pmo_arena_alloc(arena, sizeof(*table));
	if (!table)
		return PMO_NO_MEMORY;
	*table = *base;
	if (addition->columns)
		table->columns = addition->columns;
	if (addition->sort)
		table->sort = addition->sort;
	const void *base_states = base->states;
	if (!base_states && addition->states)
		base_states = plain_states;
	const void *rows[5];
	const struct {
		const struct overlay_shape *shape;
		const void *base, *added;
	} parts[] = {
		{ &overlay_field_shape, base->fields, addition->fields },
		{ &overlay_state_shape, base_states, addition->states },
		{ &overlay_move_shape, base->moves, addition->moves },
		{ &overlay_rule_shape, base->rules, addition->rules },
		{ &overlay_control_shape, base->controls, addition->controls },
	};
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		enum pmo_result result =
			merge_rows(arena, parts[i].shape, parts[i].base, parts[i].added, &rows[i]);
		if (result != PMO_OK)
			return result;
	}
	table->fields = rows[0];
	table->states = rows[1];
	table->moves = rows[2];
	table->rules = rows[3];
	table->controls = rows[4];
	*merged = table;
	return PMO_OK;
}

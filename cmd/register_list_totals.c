/*
 * `--count` and `--sum`, by `--group` where there is one. Sums are exact; a sum that does
 * not fit, and one of values that are no amounts, is refused.
 */
#include "register_list.h"

#include <string.h>

/* One group, or all. */
struct total {
	const char *name;
	size_t count;
	struct pmo_value *sums;
};

static const struct pmo_field *sum_field(const struct list *list, size_t i,
					 const struct pmo_value *value, struct pmo_field *room)
{
	return column_field(&list->sums, i, value, room);
}

/* Durations are summed in minutes of work. */
static enum pmo_result add_to(const struct list *list, struct pmo_value *sum,
			      const struct pmo_value *value)
{
	struct pmo_decimal a = { sum->as.integer, sum->detail };
	struct pmo_decimal b = { value->as.integer, value->detail };
	struct pmo_decimal both;
	if (value->presence != PMO_PRESENT)
		return PMO_OK;
	if (sum->presence != PMO_PRESENT) {
		*sum = *value;
		sum->node = NULL;
		return PMO_OK;
	}
	if (value->kind == PMO_DURATION) {
		int per_day = pmo_workspace_world(list->cli->workspace)->minutes_per_day;
		struct pmo_duration left = { sum->as.integer, (enum pmo_duration_unit)sum->detail };
		struct pmo_duration right = { value->as.integer,
					      (enum pmo_duration_unit)value->detail };
		if (left.unit != right.unit) {
			a.units = pmo_duration_minutes(left, per_day) * PMO_DURATION_THOUSANDTHS;
			b.units = pmo_duration_minutes(right, per_day) * PMO_DURATION_THOUSANDTHS;
			sum->detail = PMO_DURATION_MINUTES;
		}
		a.scale = b.scale = 0;
	} else if (value->kind == PMO_MONEY || value->kind == PMO_INTEGER) {
		a.scale = b.scale = 0;
	}
	enum pmo_result result = pmo_decimal_add(a, b, &both);
	if (result != PMO_OK)
		return result;
	sum->as.integer = both.units;
	if (value->kind == PMO_NUMBER || value->kind == PMO_PERCENT)
		sum->detail = both.scale;
	return PMO_OK;
}

static bool can_be_summed(enum pmo_kind kind)
{
	return kind == PMO_MONEY || kind == PMO_INTEGER || kind == PMO_NUMBER ||
	       kind == PMO_PERCENT || kind == PMO_DURATION;
}

static enum pmo_result add_record(struct list *list, struct total *total,
				  const struct pmo_record *record)
{
	total->count++;
	for (size_t i = 0; i < list->sums.count; i++) {
		struct pmo_value value = column_value(&list->sums, i, record);
		list->bad += value.presence == PMO_BAD;
		if (value.presence == PMO_PRESENT &&
		    (value.is_list || !can_be_summed((enum pmo_kind)value.kind)))
			return cli_usage("--sum: '%s' is no amount", list->sums.items[i].name);
		if (add_to(list, &total->sums[i], &value) != PMO_OK)
			return cli_usage("--sum: the sum of '%s' is too large",
					 list->sums.items[i].name);
	}
	return PMO_OK;
}

static char *shown(struct list *list, const struct pmo_field *field, const struct pmo_value *value,
		   bool for_people)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, 1 << 20);
	if (for_people)
		pmo_value_show(field, value, &text);
	else
		pmo_value_format(field, value, &text);
	char *copy = text.failed ? NULL : pmo_arena_copy(&list->cli->arena, text.data, text.length);
	pmo_buffer_release(&text);
	return copy;
}

static enum pmo_result add_head(struct list *list, struct pmo_table *table)
{
	struct pmo_column group = { .name = "" };
	struct pmo_column count = {
		.name = "count", .heading = "Count", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER
	};
	enum pmo_result result = PMO_OK;
	if (list->group.count) {
		group.name = list->group.items[0].name;
		group.heading = column_heading(list->cli, &list->group, 0);
		result = group.heading ? pmo_table_add_column(table, &group) : PMO_NO_MEMORY;
	}
	if (result == PMO_OK)
		result = pmo_table_add_column(table, &count);
	for (size_t i = 0; result == PMO_OK && i < list->sums.count; i++) {
		struct pmo_column column = { .name = list->sums.items[i].name, .align = PMO_RIGHT };
		const struct list_column *sum = &list->sums.items[i];
		enum pmo_kind kind =
			sum->field >= 0 ? list->sums.schema->fields[sum->field]->kind : sum->kind;
		column.heading = column_heading(list->cli, &list->sums, i);
		if (kind == PMO_INTEGER || kind == PMO_NUMBER || kind == PMO_PERCENT)
			column.kind = PMO_CELL_NUMBER;
		result = column.heading ? pmo_table_add_column(table, &column) : PMO_NO_MEMORY;
	}
	return result;
}

/* The sum of no records is 0; of records that do not say what they come to nobody knows it. */
static struct pmo_value sum_of(const struct list *list, const struct total *total, size_t i)
{
	const struct list_column *column = &list->sums.items[i];
	struct pmo_value none = { .presence = PMO_PRESENT, .detail = 0 };
	if (total->count || column->field < 0)
		return total->sums[i];
	none.kind = (uint8_t)list->sums.schema->fields[column->field]->kind;
	if (none.kind == PMO_DURATION)
		none.detail = PMO_DURATION_DAYS;
	return can_be_summed((enum pmo_kind)none.kind) ? none : total->sums[i];
}

static enum pmo_result add_total(struct list *list, struct pmo_table *table,
				 const struct total *total)
{
	struct pmo_row *row = pmo_table_add_row(table);
	size_t at = 0;
	if (!row)
		return PMO_NO_MEMORY;
	if (list->group.count)
		row->cells[at++].text = total->name;
	row->cells[at].text = pmo_arena_format(&list->cli->arena, "%zu", total->count);
	if (!row->cells[at++].text)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < list->sums.count; i++, at++) {
		struct pmo_field room;
		const struct pmo_value value = sum_of(list, total, i), *sum = &value;
		const struct pmo_field *field = sum_field(list, i, sum, &room);
		if (sum->presence != PMO_PRESENT) {
			row->cells[at].absent = true;
			continue;
		}
		row->cells[at].text = shown(list, field, sum, true);
		row->cells[at].raw = shown(list, field, sum, false);
		if (!row->cells[at].text || !row->cells[at].raw)
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

static enum pmo_result begin_total(struct list *list, struct total *total, size_t row)
{
	struct pmo_field room;
	*total = (struct total){ .name = "" };
	total->sums =
		pmo_arena_array(&list->cli->arena, list->sums.count + 1, sizeof(*total->sums));
	if (!total->sums)
		return PMO_NO_MEMORY;
	if (!list->group.count || row >= list->count)
		return PMO_OK;
	struct pmo_value value = column_value(&list->group, 0, list->rows[row].record);
	total->name = shown(list, column_field(&list->group, 0, &value, &room), &value, true);
	return total->name ? PMO_OK : PMO_NO_MEMORY;
}

static bool is_another_group(const struct list *list, size_t row)
{
	if (!row || !list->group.count)
		return false;
	struct pmo_value before = column_value(&list->group, 0, list->rows[row - 1].record);
	struct pmo_value value = column_value(&list->group, 0, list->rows[row].record);
	return pmo_value_compare(&before, &value) != 0;
}

enum pmo_result list_print_totals(struct list *list)
{
	struct pmo_table table;
	struct total total;
	enum pmo_format format;
	pmo_table_init(&table, &list->cli->arena);
	table.title = list_title(list);
	enum pmo_result result = cli_format(list->cli, &format);
	if (result == PMO_OK && !list->group.count && !list->sums.count &&
	    (format == PMO_FORMAT_TABLE || format == PMO_FORMAT_TSV)) {
		pmo_buffer_add_format(&list->cli->out, "%zu\n", list->count);
		return PMO_OK;
	}
	for (size_t i = 0; i < list->count; i++)
		columns_learn(&list->sums, list->rows[i].record);
	if (result == PMO_OK)
		result = add_head(list, &table);
	if (result == PMO_OK)
		result = begin_total(list, &total, 0);
	for (size_t i = 0; result == PMO_OK && i < list->count; i++) {
		if (is_another_group(list, i)) {
			result = add_total(list, &table, &total);
			if (result == PMO_OK)
				result = begin_total(list, &total, i);
		}
		if (result == PMO_OK)
			result = add_record(list, &total, list->rows[i].record);
	}
	if (result == PMO_OK && (list->count || !list->group.count))
		result = add_total(list, &table, &total);
	return result == PMO_OK ? cli_print_table(list->cli, &table) : result;
}

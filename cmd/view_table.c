/* Views that are data: the rows are collected, a record, an item or a group each. */
#include "view_table.h"

#include "register.h"

#include <string.h>

static const char *value_text(const struct view_column *column)
{
	return column->value ? column->value : column->name;
}

static int member_index(const struct view_work *work, const char *name)
{
	const struct pmo_schema *schema = work->list.filter.schema;
	if (work->items < 0)
		return -1;
	const struct pmo_field *members = schema->fields[work->items]->members;
	for (int i = 0; members && members[i].name; i++)
		if (strcmp(members[i].name, name) == 0)
			return i;
	return -1;
}

static enum pmo_result compile_column(struct view_work *work, size_t index)
{
	const struct view_column *column = &work->view->columns[index];
	const struct pmo_schema *schema = work->list.filter.schema;
	const char *text = value_text(column);
	work->members[index] = column->part ? -1 : member_index(work, text);
	work->fields[index] = column->part ? -1 : pmo_schema_field(schema, text);
	if (column->part || work->members[index] >= 0 || work->fields[index] >= 0 ||
	    strcmp(text, "id") == 0)
		return PMO_OK;
	return pmo_expr_compile(text, column->name, schema, &work->cli->diags, &work->exprs[index]);
}

static enum pmo_result prepare(struct view_work *work, int argc, char **argv)
{
	struct cli *cli = work->cli;
	const struct table_view *view = work->view;
	struct list *list = &work->list;
	enum pmo_result result = PMO_OK;
	filter_init(&list->filter, cli->schema);
	list->order.schema = cli->schema;
	work->items = view->items ? pmo_schema_field(cli->schema, view->items) : -1;
	for (int i = 0; result == PMO_OK && i < argc; i++)
		result = filter_add_word(cli, &list->filter, argv[i]);
	if (result == PMO_OK)
		result = filter_add_expression(cli, &list->filter,
					       view->where ? view->where : "open", "where");
	if (result == PMO_OK && view->sort)
		result = columns_add(cli, &list->order, view->sort, "sort");
	if (result == PMO_OK && view->by)
		result = pmo_expr_compile(view->by, "by", cli->schema, &cli->diags, &work->by);
	if (result == PMO_OK && view->part)
		result =
			pmo_expr_compile(view->part, "part", cli->schema, &cli->diags, &work->part);
	for (; result == PMO_OK && view->columns[work->count].name; work->count++)
		result = compile_column(work, work->count);
	return result;
}

static enum pmo_result find_records(struct view_work *work)
{
	struct list *list = &work->list;
	struct pmo_records records;
	enum pmo_result result = register_records(work->cli, &records);
	if (result != PMO_OK)
		return result;
	list->rows = pmo_arena_array(&work->cli->arena, records.count + 1, sizeof(*list->rows));
	if (!list->rows)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < records.count; i++)
		if (!records.items[i].unreadable && !pmo_record_is_void(&records.items[i]) &&
		    filter_holds(&list->filter, &records.items[i]))
			list->rows[list->count++] =
				(struct list_row){ .record = &records.items[i], .index = i };
	return list_sort(list);
}

static struct view_row *add_row(struct view_work *work, const struct pmo_record *record)
{
	struct view_row *grown = pmo_arena_grow(&work->cli->arena, work->rows, work->row_count,
						&work->row_capacity, sizeof(*grown));
	if (!grown)
		return NULL;
	work->rows = grown;
	struct view_row *row = &grown[work->row_count++];
	row->record = record;
	row->values = pmo_arena_array(&work->cli->arena, work->count + 1, sizeof(*row->values));
	return row->values ? row : NULL;
}

/* The value of a column for a record, or for one of its items. */
static struct view_value value_of(const struct view_work *work, size_t index,
				  const struct pmo_record *record, const struct pmo_value *item)
{
	const struct pmo_schema *schema = record->schema;
	struct view_value out = { .value = { .presence = PMO_ABSENT } };
	if (work->members[index] >= 0) {
		const struct pmo_field *list = schema->fields[work->items];
		out.field = &list->members[work->members[index]];
		const struct pmo_value *value =
			item ? pmo_value_member(list, item, out.field->name) : NULL;
		if (value)
			out.value = *value;
	} else if (work->fields[index] >= 0) {
		out.field = schema->fields[work->fields[index]];
		out.value = pmo_record_get(record, work->fields[index]);
		if (work->fields[index] == schema->status && out.value.presence == PMO_ABSENT)
			out.value = (struct pmo_value){ .presence = PMO_PRESENT,
							.kind = PMO_TEXT,
							.as.text = pmo_record_state(record)->name };
	} else if (work->exprs[index]) {
		out.value = pmo_expr_evaluate(work->exprs[index], record);
	} else if (!work->view->columns[index].part) {
		out.value = (struct pmo_value){ .presence = PMO_PRESENT,
						.kind = PMO_TEXT,
						.as.text = record->id };
	}
	return out;
}

bool view_can_be_summed(const struct pmo_value *value)
{
	return value->presence == PMO_PRESENT && !value->is_list &&
	       (value->kind == PMO_MONEY || value->kind == PMO_INTEGER ||
		value->kind == PMO_NUMBER || value->kind == PMO_PERCENT ||
		value->kind == PMO_YES_NO);
}

static uint8_t scale_of(const struct pmo_value *value)
{
	if (value->kind == PMO_MONEY)
		return 2;
	return value->kind == PMO_NUMBER || value->kind == PMO_PERCENT ? value->detail : 0;
}

enum pmo_result view_add_to(struct view_value *sum, const struct view_value *more)
{
	struct pmo_value value = more->value;
	if (!view_can_be_summed(&value))
		return PMO_OK;
	if (value.kind == PMO_YES_NO)
		value = (struct pmo_value){ .presence = PMO_PRESENT,
					    .kind = PMO_INTEGER,
					    .as.integer = value.as.integer != 0 };
	if (sum->value.presence != PMO_PRESENT) {
		*sum = (struct view_value){ .value = value };
		sum->value.node = NULL;
		return PMO_OK;
	}
	struct pmo_decimal total;
	struct pmo_decimal a = { sum->value.as.integer, scale_of(&sum->value) };
	struct pmo_decimal b = { value.as.integer, scale_of(&value) };
	bool money = sum->value.kind == PMO_MONEY || value.kind == PMO_MONEY;
	enum pmo_result result = pmo_decimal_add(a, b, &total);
	if (result == PMO_OK && money)
		result = pmo_decimal_round(total, 2, &total);
	if (result != PMO_OK)
		return cli_usage("a sum is too large");
	if (money)
		sum->value.kind = PMO_MONEY;
	else if (total.scale)
		sum->value.kind = PMO_NUMBER;
	sum->value.detail = money ? 0 : total.scale;
	sum->value.as.integer = total.units;
	return PMO_OK;
}

static size_t column_index(const struct view_work *work, const char *name)
{
	size_t index = 0;
	while (index < work->count && strcmp(work->view->columns[index].name, name) != 0)
		index++;
	return index;
}

/* Columns that are shares of others, to a tenth of a percent; of nothing there is none. */
void view_set_shares(const struct view_work *work, struct view_value *values)
{
	for (size_t i = 0; i < work->count; i++) {
		const struct view_column *column = &work->view->columns[i];
		if (!column->part)
			continue;
		size_t part = column_index(work, column->part);
		size_t whole = column_index(work, column->whole);
		struct pmo_decimal quotient = { 0, 0 };
		if (part >= work->count || whole >= work->count ||
		    !view_can_be_summed(&values[part].value) ||
		    !view_can_be_summed(&values[whole].value))
			continue;
		struct pmo_decimal a = { values[part].value.as.integer,
					 scale_of(&values[part].value) };
		struct pmo_decimal b = { values[whole].value.as.integer,
					 scale_of(&values[whole].value) };
		if (pmo_decimal_divide(a, b, 3, &quotient) != PMO_OK)
			continue;
		values[i].value = (struct pmo_value){ .presence = PMO_PRESENT,
						      .kind = PMO_NUMBER,
						      .detail = 1,
						      .as.integer = quotient.units };
	}
}

static enum pmo_result add_record(struct view_work *work, const struct pmo_record *record)
{
	struct pmo_value list = { .presence = PMO_ABSENT };
	uint32_t count = 1;
	if (work->items >= 0) {
		list = pmo_record_get(record, work->items);
		count = list.presence == PMO_PRESENT && list.is_list ? list.count : 0;
	}
	for (uint32_t i = 0; i < count; i++) {
		struct view_row *row = add_row(work, record);
		if (!row)
			return PMO_NO_MEMORY;
		for (size_t c = 0; c < work->count; c++)
			row->values[c] = value_of(work, c, record,
						  work->items >= 0 ? &list.as.items[i] : NULL);
		view_set_shares(work, row->values);
	}
	return PMO_OK;
}

/* The row of a group: its first column is the group's own value. */
static struct view_row *group_row(struct view_work *work, const struct pmo_value *key)
{
	for (size_t i = 0; i < work->row_count; i++)
		if (pmo_value_compare(&work->rows[i].values[0].value, key) == 0)
			return &work->rows[i];
	struct view_row *row = add_row(work, NULL);
	if (row)
		row->values[0].value = *key;
	return row;
}

static enum pmo_result add_to_group(struct view_work *work, const struct pmo_record *record)
{
	struct pmo_value key = pmo_expr_evaluate(work->by, record);
	struct view_row *row = group_row(work, &key);
	enum pmo_result result = row ? PMO_OK : PMO_NO_MEMORY;
	for (size_t c = 1; result == PMO_OK && c < work->count; c++) {
		struct view_value value = value_of(work, c, record, NULL);
		result = view_add_to(&row->values[c], &value);
	}
	if (result == PMO_OK)
		view_set_shares(work, row->values);
	return result;
}

enum pmo_result view_table_run(struct cli *cli, int argc, char **argv)
{
	/* The command is the first member of its view. */
	const struct command *command = view_find(cli->schema, cli->verb);
	struct view_work work = { .cli = cli, .view = (const struct table_view *)command };
	if (work.view->of)
		cli->schema = pmo_workspace_schema(cli->workspace, work.view->of);
	enum pmo_result result = cli->schema ? prepare(&work, argc, argv) : PMO_NO_MEMORY;
	work.list.cli = cli;
	if (result == PMO_OK)
		result = find_records(&work);
	for (size_t i = 0; result == PMO_OK && i < work.list.count; i++) {
		const struct pmo_record *record = work.list.rows[i].record;
		result = work.by ? add_to_group(&work, record) : add_record(&work, record);
	}
	return result == PMO_OK ? view_print(&work) : result;
}

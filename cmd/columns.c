/* Columns from their texts: names, expressions, headings, what kind of cells they have. */
#include "columns.h"

#include <pmo/text.h>

#include <string.h>

/* The length of the first column in the text: blanks and commas in parentheses belong to it. */
static size_t column_length(const char *text)
{
	size_t depth = 0, i = 0;
	char quote = 0;
	for (; text[i]; i++) {
		char c = text[i];
		if (quote) {
			quote = c == quote ? 0 : quote;
			continue;
		}
		if (c == '"' || c == '\'')
			quote = c;
		depth += c == '(' || c == '[';
		depth -= (c == ')' || c == ']') && depth;
		if (!depth && (c == ',' || c == ' '))
			break;
	}
	return i;
}

static enum pmo_result add_one(struct cli *cli, struct list_columns *columns, const char *name,
			       const char *where)
{
	struct list_column column = { .name = name, .down = *name == '-' };
	column.name += column.down;
	column.field = pmo_schema_field(columns->schema, column.name);
	if (pmo_ascii_equal(column.name, "id")) {
		column.name = "id";
		column.field = COLUMN_ID;
	} else if (column.field >= 0) {
		column.name = columns->schema->fields[column.field]->name;
	} else {
		column.field = COLUMN_EXPRESSION;
		enum pmo_result result = pmo_expr_compile(column.name, where, columns->schema,
							  &cli->diags, &column.expr);
		if (result != PMO_OK)
			return result == PMO_INVALID ? PMO_USAGE : result;
		/* A word alone that is no field would be a column of that word. */
		if (column.name[strspn(column.name, "abcdefghijklmnopqrstuvwxyz_0123456789")] ==
			    0 &&
		    !strstr(" open overdue mine void today me ", column.name)) {
			const char *nearest =
				pmo_schema_nearest_field(columns->schema, column.name);
			return cli_usage("%s: %s has no field '%s'%s%s", where,
					 columns->schema->table->name, column.name,
					 nearest ? "; the nearest is " : "",
					 nearest ? nearest : "");
		}
	}
	void *grown = pmo_arena_grow(&cli->arena, columns->items, columns->count,
				     &columns->capacity, sizeof(column));
	if (!grown)
		return PMO_NO_MEMORY;
	columns->items = grown;
	columns->items[columns->count++] = column;
	return PMO_OK;
}

enum pmo_result columns_add(struct cli *cli, struct list_columns *columns, const char *text,
			    const char *where)
{
	while (*text) {
		size_t length = column_length(text);
		if (length) {
			char *name = pmo_arena_copy(&cli->arena, text, length);
			enum pmo_result result =
				name ? add_one(cli, columns, name, where) : PMO_NO_MEMORY;
			if (result != PMO_OK)
				return result;
		}
		text += length + (text[length] != '\0');
	}
	return PMO_OK;
}

struct pmo_value column_value(const struct list_columns *columns, size_t index,
			      const struct pmo_record *record)
{
	const struct list_column *column = &columns->items[index];
	struct pmo_value id = { .presence = PMO_PRESENT, .kind = PMO_TEXT, .as.text = record->id };
	if (column->field == COLUMN_ID)
		return id;
	if (column->known && columns->known)
		return columns->known[column->known - 1];
	if (column->field == COLUMN_EXPRESSION)
		return pmo_expr_evaluate(column->expr, record);
	struct pmo_value value = pmo_record_get(record, column->field);
	if (column->field != record->schema->status || value.presence != PMO_ABSENT)
		return value;
	id.as.text = pmo_record_state(record)->name;
	return id;
}

void columns_reuse(struct list_columns *columns, const struct list_columns *others)
{
	for (size_t i = 0; i < columns->count; i++)
		for (size_t k = 0; k < others->count; k++)
			if (columns->items[i].field >= 0 &&
			    columns->items[i].field == others->items[k].field)
				columns->items[i].known = k + 1;
}

const struct pmo_field *column_field(const struct list_columns *columns, size_t index,
				     const struct pmo_value *value, struct pmo_field *room)
{
	const struct list_column *column = &columns->items[index];
	if (column->field >= 0)
		return columns->schema->fields[column->field];
	const struct pmo_field *found = column->expr ? pmo_expr_field(column->expr) : NULL;
	*room = (struct pmo_field){ .name = column->name, .kind = (enum pmo_kind)value->kind };
	if (found && found->kind == PMO_STRUCT && value->kind == PMO_STRUCT) {
		room->members = found->members;
		room->brief = found->brief;
	}
	return room;
}

static bool is_number(enum pmo_kind kind)
{
	return kind == PMO_INTEGER || kind == PMO_NUMBER || kind == PMO_PERCENT;
}

void columns_learn(struct list_columns *columns, const struct pmo_record *record)
{
	for (size_t i = 0; i < columns->count; i++) {
		struct list_column *column = &columns->items[i];
		if (column->field != COLUMN_EXPRESSION || column->kind != PMO_TEXT)
			continue;
		struct pmo_value value = pmo_expr_evaluate(column->expr, record);
		if (value.presence == PMO_PRESENT && !value.is_list)
			column->kind = (enum pmo_kind)value.kind;
	}
}

char *column_heading(struct cli *cli, const struct list_columns *columns, size_t index)
{
	const struct list_column *column = &columns->items[index];
	const struct pmo_field *field =
		column->field >= 0 ? columns->schema->fields[column->field] : NULL;
	const char *name = column->name;
	const struct pmo_config *config = pmo_workspace_config(cli->workspace);
	const char *label = field && field->label ? field->label : name;
	char *text = pmo_arena_string(&cli->arena, pmo_config_label(config, label));
	for (char *c = text; c && *c && !strpbrk(text, "( "); c++)
		*c = *c == '_' ? ' ' : *c;
	if (text && strcmp(text, "id") == 0)
		text[1] = 'D';
	if (text && !strchr(text, '('))
		*text = pmo_ascii_to_upper(*text);
	return text;
}

void columns_sorted_by(struct list_columns *columns, const struct list_columns *order)
{
	for (size_t i = 0; i < columns->count; i++)
		for (size_t k = 0; k < order->count; k++)
			if (columns->items[i].field >= 0 &&
			    columns->items[i].field == order->items[k].field)
				columns->items[i].sorts = true;
}

/*
 * What makes room first on a narrow terminal: the state, then what stands last, then the owner.
 * Dates, what the list is sorted by and money are why one looks at it.
 */
static int priority_of(const struct pmo_schema *schema, const struct list_column *column,
		       size_t index)
{
	enum { MONEY = 1, SORTED, DATE, OWNER, OTHER, STATE = 1000 };
	if (column->asked || column->field < 0 || column->field == schema->title ||
	    column->field == schema->due)
		return 0;
	enum pmo_kind kind = schema->fields[column->field]->kind;
	if (kind == PMO_MONEY)
		return MONEY;
	if (column->sorts)
		return SORTED;
	if (column->field == schema->status)
		return STATE;
	if (column->field == schema->owner)
		return OWNER;
	return kind == PMO_DATE ? DATE : OTHER + (int)index;
}

/* Half a number or half an id is worse than none. */
static bool may_be_cut(const struct list_column *column, enum pmo_kind kind)
{
	return column->field != COLUMN_ID && !is_number(kind) && kind != PMO_MONEY &&
	       kind != PMO_DURATION && kind != PMO_DATE;
}

enum pmo_result columns_head(struct cli *cli, const struct list_columns *columns,
			     struct pmo_table *table)
{
	for (size_t i = 0; i < columns->count; i++) {
		const struct list_column *column = &columns->items[i];
		const struct pmo_schema *schema = columns->schema;
		struct pmo_column head = { .name = column->name };
		const struct pmo_field *field =
			column->field >= 0 ? schema->fields[column->field] : NULL;
		enum pmo_kind kind = field ? field->kind : column->kind;
		head.heading = column_heading(cli, columns, i);
		if (!head.heading)
			return PMO_NO_MEMORY;
		head.priority = priority_of(schema, column, i);
		if (field && (field->flags & PMO_WIDE || field->kind == PMO_PROSE))
			head.shrink = PMO_SHRINK_WRAP;
		else if (column->asked && may_be_cut(column, kind))
			head.shrink = PMO_SHRINK_TRUNCATE;
		if (is_number(kind) || kind == PMO_MONEY || kind == PMO_DURATION)
			head.align = PMO_RIGHT;
		if (field && field->flags & PMO_LIST)
			head.kind = PMO_CELL_LIST;
		else if (is_number(kind))
			head.kind = PMO_CELL_NUMBER;
		else if (kind == PMO_YES_NO)
			head.kind = PMO_CELL_BOOL;
		enum pmo_result result = pmo_table_add_column(table, &head);
		if (result != PMO_OK)
			return result;
	}
	return PMO_OK;
}

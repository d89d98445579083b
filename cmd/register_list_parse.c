/* What a list shall be: filters, columns, order, group and sums from words and options. */
#include "register_list.h"

#include <pmo/text.h>

#include <string.h>

/* Where the register does not say: the id, and those of title, owner, due date and state. */
static const char *usual_columns(const struct list *list)
{
	const struct pmo_schema *schema = list->filter.schema;
	const int wanted[] = { schema->title, schema->owner, schema->due, schema->status };
	const char *text = "id";
	for (size_t i = 0; text && i < sizeof(wanted) / sizeof(*wanted); i++)
		if (wanted[i] >= 0)
			text = pmo_arena_format(&list->cli->arena, "%s %s", text,
						schema->fields[wanted[i]]->name);
	return text ? text : "id";
}

static void mark_asked(struct list *list, size_t from)
{
	for (size_t i = from; i < list->columns.count; i++)
		list->columns.items[i].asked = true;
}

static enum pmo_result parse_columns(struct list *list)
{
	const struct pmo_register *table = list->filter.schema->table;
	const char *usual = table->columns ? table->columns : usual_columns(list);
	const char *wanted = list->wanted->columns;
	enum pmo_result result;
	if (list->filter.columns)
		usual = list->filter.columns;
	if (wanted && *wanted != '+') {
		result = columns_add(list->cli, &list->columns, wanted, "--columns");
		mark_asked(list, 0);
		return result;
	}
	result = columns_add(list->cli, &list->columns, usual, "columns");
	size_t own = list->filter.columns ? 0 : list->columns.count;
	while (result == PMO_OK && wanted) {
		const char *next = strchr(wanted + 1, '+');
		size_t length = next ? (size_t)(next - wanted - 1) : strlen(wanted + 1);
		char *name = pmo_arena_copy(&list->cli->arena, wanted + 1, length);
		result = name ? columns_add(list->cli, &list->columns, name, "--columns")
			      : PMO_NO_MEMORY;
		wanted = next;
	}
	mark_asked(list, own);
	return result;
}

/* The filter as a person may read it again. */
static void keep_words(struct list *list, int argc, char **argv)
{
	const struct list_options *wanted = list->wanted;
	struct pmo_buffer text;
	pmo_buffer_init(&text, 1 << 16);
	for (int i = 0; i < argc; i++)
		pmo_buffer_add_format(&text, "%s%s", i ? " " : "", argv[i]);
	if (wanted->filter)
		pmo_buffer_add_format(&text, "%s@%s", text.length ? " " : "", wanted->filter);
	if (wanted->where)
		pmo_buffer_add_format(&text, "%s%s", text.length ? " and " : "", wanted->where);
	struct pmo_buffer shown;
	pmo_buffer_init(&shown, 1 << 18);
	pmo_text_add_visible(&shown, text.data, text.length);
	if (shown.length && !shown.failed)
		list->asked = pmo_arena_copy(&list->cli->arena, shown.data, shown.length);
	pmo_buffer_release(&shown);
	pmo_buffer_release(&text);
}

enum pmo_result list_parse(struct list *list, int argc, char **argv)
{
	struct cli *cli = list->cli;
	const struct list_options *wanted = list->wanted;
	enum pmo_result result = PMO_OK;
	enum pmo_format format = PMO_FORMAT_TABLE;
	filter_init(&list->filter, cli->schema);
	list->columns.schema = list->order.schema = cli->schema;
	list->group.schema = list->sums.schema = cli->schema;
	keep_words(list, argc, argv);
	if (wanted->filter)
		result = filter_add_saved(cli, &list->filter, wanted->filter);
	for (int i = 0; result == PMO_OK && i < argc; i++)
		result = filter_add_word(cli, &list->filter, argv[i]);
	if (result == PMO_OK && wanted->where)
		result = filter_add_expression(cli, &list->filter, wanted->where, "--where");
	if (result == PMO_OK)
		result = cli_format(cli, &format);
	if (result == PMO_OK && format == PMO_FORMAT_IDS)
		result = columns_add(cli, &list->columns, "id", "columns");
	else if (result == PMO_OK)
		result = parse_columns(list);
	if (result == PMO_OK && wanted->group) {
		result = columns_add(cli, &list->group, wanted->group, "--group");
		list->order = list->group;
		if (result == PMO_OK && list->group.count != 1)
			result = cli_usage("--group takes one field");
	}
	const char *sort = list->filter.sort ? list->filter.sort : cli->schema->table->sort;
	if (wanted->sort)
		sort = wanted->sort;
	if (result == PMO_OK && sort)
		result = columns_add(cli, &list->order, sort, "--sort");
	if (result == PMO_OK && wanted->sum)
		result = columns_add(cli, &list->sums, wanted->sum, "--sum");
	return result;
}

/*
 * The column `_rev` of lists that go to a spreadsheet: with it pmo import knows, when the list
 * comes back, what somebody changed here meanwhile.
 */
#include "register_list.h"

#include <pmo/import.h>

#include <string.h>

/* Of several projects an id finds no record, and without ids the list does not come back. */
static bool may_come_back(const struct list *list)
{
	enum pmo_format format;
	bool has_id = false;
	for (size_t i = 0; i < list->columns.count; i++)
		has_id |= list->columns.items[i].field == COLUMN_ID;
	if (!has_id || list->wanted->all_projects || cli_format(list->cli, &format) != PMO_OK)
		return false;
	return format == PMO_FORMAT_XLSX || (format == PMO_FORMAT_CSV && list->wanted->comes_back);
}

enum pmo_result list_rev_head(struct list *list, struct pmo_table *table)
{
	static const struct pmo_column head = { .name = PMO_IMPORT_REV_NAME, .is_hidden = true };
	list->has_rev = may_come_back(list);
	return list->has_rev ? pmo_table_add_column(table, &head) : PMO_OK;
}

enum pmo_result list_rev_cell(const struct list *list, const struct pmo_record *record,
			      struct pmo_table *table)
{
	if (!list->has_rev)
		return PMO_OK;
	struct pmo_row *row = &table->rows[table->row_count - 1];
	const char *mark = pmo_import_mark(&list->cli->arena, record);
	row->cells[table->column_count - 1].text = mark;
	return mark ? PMO_OK : PMO_NO_MEMORY;
}

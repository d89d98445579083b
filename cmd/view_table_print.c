/* Views that are data: their rows as a table, with sums and notes below. */
#include "view_table.h"

#include <pmo/money.h>
#include <pmo/practice.h>
#include <pmo/text.h>

#include <string.h>

static char *text_of(struct cli *cli, const struct view_value *value, bool for_people)
{
	struct pmo_field made = { .name = "", .kind = (enum pmo_kind)value->value.kind };
	const struct pmo_field *field = value->field ? value->field : &made;
	struct pmo_buffer text;
	pmo_buffer_init(&text, 1 << 20);
	if (for_people)
		pmo_value_show(field, &value->value, &text);
	else
		pmo_value_format(field, &value->value, &text);
	char *copy = text.failed ? NULL : pmo_arena_copy(&cli->arena, text.data, text.length);
	pmo_buffer_release(&text);
	return copy;
}

/* -1,260.00 without its cents; where there is no estimate 0.00 is a mere number. */
static void drop_cents(const struct pmo_value *value, char *text)
{
	char amount[PMO_MONEY_SIZE];
	int64_t cents = value->as.integer;
	size_t length = strlen(text);
	bool is_amount = value->presence == PMO_PRESENT && value->kind == PMO_MONEY &&
			 !value->is_list && length < sizeof(amount);
	if (is_amount && cents % 100) {
		int64_t rest = cents % 100;
		cents += -rest + (rest >= 50 ? 100 : rest <= -50 ? -100 : 0);
		pmo_money_format_grouped(cents, amount);
		/* 999.50 becomes 1,000: no longer than it was, once the cents are gone. */
		size_t whole = strlen(amount) - strlen(".00");
		memcpy(text, amount, whole);
		text[whole] = '\0';
		return;
	}
	if (length > 3 && strcmp(text + length - 3, ".00") == 0)
		text[length - 3] = '\0';
}

static enum pmo_result fill(struct view_work *work, size_t index, const struct view_value *value,
			    struct pmo_cell *cell)
{
	cell->text = "";
	cell->absent = value->value.presence != PMO_PRESENT;
	if (value->value.presence == PMO_ABSENT)
		return PMO_OK;
	char *text = text_of(work->cli, value, true);
	if (text && work->without_cents)
		drop_cents(&value->value, text);
	cell->text = text;
	cell->raw = cell->absent ? NULL : text_of(work->cli, value, false);
	if (value->value.kind == PMO_YES_NO && !value->value.is_list && !cell->absent)
		cell->raw = value->value.as.integer ? "true" : "false";
	if (!cell->text || (!cell->raw && !cell->absent))
		return PMO_NO_MEMORY;
	if (work->view->columns[index].part)
		cell->text = pmo_arena_format(&work->cli->arena, "%s %%", cell->text);
	return cell->text ? PMO_OK : PMO_NO_MEMORY;
}

static bool is_number(const struct view_work *work, size_t index)
{
	for (size_t i = 0; i < work->row_count; i++) {
		const struct pmo_value *value = &work->rows[i].values[index].value;
		if (value->presence == PMO_PRESENT)
			return !value->is_list && view_can_be_summed(value) &&
			       value->kind != PMO_YES_NO;
	}
	return work->view->columns[index].sum || work->view->columns[index].part;
}

static bool is_money(const struct view_work *work, size_t index)
{
	for (size_t i = 0; i < work->row_count; i++)
		if (work->rows[i].values[index].value.kind == PMO_MONEY)
			return true;
	return false;
}

static const char *heading_of(const struct view_work *work, size_t index)
{
	const struct view_column *column = &work->view->columns[index];
	const struct pmo_config *config = pmo_workspace_config(work->cli->workspace);
	if (column->heading)
		return pmo_config_label(config, column->heading);
	char *text = pmo_arena_string(&work->cli->arena, pmo_config_label(config, column->name));
	for (char *c = text; c && *c; c++)
		*c = *c == '_' ? ' ' : *c;
	if (text && strcmp(text, "id") == 0)
		text[1] = 'D';
	if (text)
		*text = pmo_ascii_to_upper(*text);
	return text;
}

static enum pmo_result add_head(const struct view_work *work, struct pmo_table *table)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < work->count; i++) {
		const struct view_column *column = &work->view->columns[i];
		bool number = is_number(work, i);
		struct pmo_column out = {
			.name = column->name,
			.heading = heading_of(work, i),
			.align = number ? PMO_RIGHT : PMO_LEFT,
			.shrink = column->cut    ? PMO_SHRINK_TRUNCATE
				  : column->wide ? PMO_SHRINK_WRAP
						 : PMO_SHRINK_NEVER,
			.least = column->least,
			.priority = column->priority,
			.kind = number && !is_money(work, i) ? PMO_CELL_NUMBER : PMO_CELL_STRING,
		};
		result = out.heading ? pmo_table_add_column(table, &out) : PMO_NO_MEMORY;
	}
	return result;
}

static enum pmo_result add_row(struct view_work *work, const struct view_row *from,
			       struct pmo_table *table)
{
	struct pmo_row *row = pmo_table_add_row(table);
	enum pmo_result result = PMO_OK;
	if (!row)
		return PMO_NO_MEMORY;
	if (from->record && work->items < 0 && pmo_record_is_overdue(from->record))
		row->style = PMO_STYLE_BAD;
	for (size_t c = 0; result == PMO_OK && c < work->count; c++)
		result = fill(work, c, &from->values[c], &row->cells[c]);
	return result;
}

static size_t id_width(const struct view_work *work)
{
	size_t width = 0;
	for (size_t i = 0; i < work->row_count; i++) {
		const char *id = work->rows[i].record ? work->rows[i].record->id : "";
		width = strlen(id) > width ? strlen(id) : width;
	}
	return strcmp(work->view->columns[0].name, "id") == 0 ? width : (size_t)-1;
}

/* The sums of the rows from first up to end, below them. */
static enum pmo_result add_sums(struct view_work *work, size_t first, size_t end, const char *title,
				struct pmo_table *table)
{
	bool any = false;
	enum pmo_result result = PMO_OK;
	struct view_value *sums =
		pmo_arena_array(&work->cli->arena, work->count + 1, sizeof(*sums));
	if (!sums)
		return PMO_NO_MEMORY;
	for (size_t c = 0; result == PMO_OK && c < work->count; c++) {
		any |= work->view->columns[c].sum;
		for (size_t r = first; result == PMO_OK && work->view->columns[c].sum && r < end;
		     r++)
			result = view_add_to(&sums[c], &work->rows[r].values[c]);
	}
	if (result != PMO_OK || !any || first == end)
		return result;
	view_set_shares(work, sums);
	struct pmo_row *row = pmo_table_add_footer(table);
	if (!row)
		return PMO_NO_MEMORY;
	for (size_t c = 0; result == PMO_OK && c < work->count; c++)
		result = fill(work, c, &sums[c], &row->cells[c]);
	/* A title that is wider than the ids goes where the titles are. */
	size_t at = strlen(title) > id_width(work) && work->view->columns[1].wide ? 1 : 0;
	row->cells[at].text = title;
	row->cells[at].absent = false;
	return result;
}

/* The part that a row belongs to; "" where the view has none. */
static const char *part_of(const struct view_work *work, size_t row)
{
	if (!work->part || !work->rows[row].record)
		return "";
	struct pmo_value value = pmo_expr_evaluate(work->part, work->rows[row].record);
	return value.presence == PMO_PRESENT && value.kind == PMO_TEXT ? value.as.text : "";
}

static enum pmo_result add_body(struct view_work *work, struct pmo_table *table)
{
	enum pmo_result result = add_head(work, table);
	size_t first = 0;
	for (size_t r = 0; result == PMO_OK && r < work->row_count; r++) {
		const char *part = part_of(work, r);
		if (*part && (r == first))
			result = pmo_table_add_group(table, part);
		if (result == PMO_OK)
			result = add_row(work, &work->rows[r], table);
		bool ends = r + 1 == work->row_count || strcmp(part, part_of(work, r + 1)) != 0;
		if (!*part || !ends || result != PMO_OK)
			continue;
		result = add_sums(work, first, r + 1, part, table);
		first = r + 1;
	}
	const char *total = work->view->total ? work->view->total : "Total";
	return result == PMO_OK ? add_sums(work, 0, work->row_count, total, table) : result;
}

/* Whether every amount is one of whole dollars; sums then are, too. */
static bool has_no_cents(const struct view_work *work)
{
	for (size_t r = 0; r < work->row_count; r++)
		for (size_t c = 0; c < work->count; c++) {
			const struct pmo_value *value = &work->rows[r].values[c].value;
			if (value->presence == PMO_PRESENT && value->kind == PMO_MONEY &&
			    (value->is_list || value->as.integer % 100))
				return false;
		}
	return true;
}

static bool is_too_wide(const struct pmo_table *table, const struct pmo_terminal *terminal)
{
	size_t total = 0;
	for (size_t c = 0; c < table->column_count; c++) {
		size_t widest = pmo_text_width(table->columns[c].heading);
		for (size_t r = 0; r < table->row_count; r++) {
			const struct pmo_row *row = &table->rows[r];
			const char *text = row->cells ? row->cells[c].text : NULL;
			size_t width = text ? pmo_text_width(text) : 0;
			widest = width > widest ? width : widest;
		}
		total += widest + (c ? 2 : 0);
	}
	return terminal->width > 0 && total > (size_t)terminal->width;
}

/* Cents make room where there is not enough, and where they are not all 00 that is told. */
static enum pmo_result fit_body(struct view_work *work, struct pmo_table *table)
{
	const char *title = table->title;
	if (!work->view->dollars || !is_too_wide(table, &work->cli->terminal))
		return PMO_OK;
	work->rounded = !has_no_cents(work);
	pmo_table_init(table, &work->cli->arena);
	table->title = title;
	work->without_cents = true;
	return add_body(work, table);
}

static void add_notes(struct view_work *work)
{
	for (size_t i = 0; work->view->note && i < work->list.count; i++) {
		const char *text = pmo_practice_text(work->list.rows[i].record, work->view->note);
		if (text)
			pmo_buffer_add_format(&work->cli->out, "%s\n", text);
	}
}

enum pmo_result view_print(struct view_work *work)
{
	struct cli *cli = work->cli;
	struct pmo_table table;
	enum pmo_format format;
	const struct pmo_project *project = pmo_workspace_project(cli->workspace);
	pmo_table_init(&table, &cli->arena);
	table.title = pmo_arena_format(&cli->arena, "%s%s%s", project ? project->title : "",
				       project ? ": " : "", work->view->command.summary);
	enum pmo_result result = cli_format(cli, &format);
	if (result == PMO_OK)
		result = add_body(work, &table);
	if (result != PMO_OK)
		return result;
	bool for_people = format == PMO_FORMAT_TABLE;
	if (for_people)
		result = fit_body(work, &table);
	if (result != PMO_OK)
		return result;
	if (for_people && !work->row_count) {
		pmo_buffer_add_text(&cli->out, "None.\n");
		return PMO_OK;
	}
	result = cli_print_table(cli, &table);
	if (result == PMO_OK && work->rounded)
		pmo_buffer_add_text(&cli->out, "rounded to whole dollars; the cents: -o FILE\n");
	if (result == PMO_OK && for_people)
		add_notes(work);
	return result;
}

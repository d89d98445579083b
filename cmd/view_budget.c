/*
 * `pmo budget table BL-003`: where the figures of a line come from, record by record. The
 * sums below each part are added up here, and are the figures of the table.
 */
#include "register.h"
#include "view_table.h"

#include <pmo/expr.h>
#include <pmo/money.h>
#include <pmo/text.h>

#include <string.h>

/* The records of a register whose field names the line, and what each of them counts. */
struct source {
	const char *register_name, *field, *amount, *date;
};

enum { SOURCES = 2 };

static const struct part {
	const char *name, *title;
	const char *own; /* a field of the line itself that counts, too */
	struct source from[SOURCES];
} parts[] = {
	{ "current",
	  "Current",
	  "original",
	  { { "transfer", "to", "amount", "date" },
	    { "transfer", "from", "0.00 - amount", "date" } } },
	{ "actual", "Actual", NULL, { { "expense", "line", "amount", "date" } } },
	{ "committed",
	  "Committed",
	  NULL,
	  { { "purchase", "budget_line", "open_amount", "dated" },
	    { "contract", "budget_line", "open_amount", "start" } } },
	{ "etc", "To complete", "etc", { { NULL, NULL, NULL, NULL } } },
};

struct breakdown {
	struct cli *cli;
	const struct pmo_record *line;
	struct pmo_table table;
	const struct part *part;
	int64_t sum, total; /* of the part; actual, committed and to come */
};

static const char *money(struct cli *cli, int64_t cents, bool for_people)
{
	char text[PMO_MONEY_SIZE];
	if (for_people)
		pmo_money_format_grouped(cents, text);
	else
		pmo_money_format(cents, text);
	return pmo_arena_string(&cli->arena, text);
}

/* An amount in cents; an expression such as 0.00 - amount may be a number of two digits. */
static bool cents_of(const struct pmo_value *value, int64_t *cents)
{
	struct pmo_decimal decimal = { value->as.integer, 2 };
	if (value->presence != PMO_PRESENT || value->is_list)
		return false;
	if (value->kind == PMO_NUMBER)
		decimal.scale = value->detail;
	else if (value->kind != PMO_MONEY)
		return false;
	if (pmo_decimal_round(decimal, 2, &decimal) != PMO_OK)
		return false;
	*cents = decimal.units;
	return true;
}

static enum pmo_result add_row(struct breakdown *work, const struct pmo_record *record,
			       const char *title, const char *date, int64_t cents)
{
	struct cli *cli = work->cli;
	struct pmo_row *row = pmo_table_add_row(&work->table);
	if (!row || pmo_money_add(work->sum, cents, &work->sum) != PMO_OK)
		return PMO_NO_MEMORY;
	row->cells[0].text = record->id;
	row->cells[1].text = title ? title : "";
	row->cells[2].text = date ? date : "";
	row->cells[2].absent = !date;
	row->cells[3].text = record == work->line ? "" : pmo_record_state(record)->name;
	row->cells[3].absent = record == work->line;
	row->cells[4].text = money(cli, cents, true);
	row->cells[4].raw = money(cli, cents, false);
	row->cells[5].text = work->part->name;
	return row->cells[4].text && row->cells[4].raw ? PMO_OK : PMO_NO_MEMORY;
}

static bool is_of_line(const struct breakdown *work, const struct pmo_record *record, int field)
{
	struct pmo_value value = pmo_record_get(record, field);
	return field >= 0 && value.presence == PMO_PRESENT && value.kind == PMO_REF &&
	       !value.is_list && pmo_text_compare(value.as.text, work->line->id) == 0;
}

static enum pmo_result add_source(struct breakdown *work, const struct source *source)
{
	struct cli *cli = work->cli;
	const struct pmo_schema *schema =
		pmo_workspace_schema(cli->workspace, source->register_name);
	const struct expr *amount;
	struct pmo_records records = { 0 };
	if (!schema)
		return PMO_NO_MEMORY;
	int field = pmo_schema_field(schema, source->field);
	enum pmo_result result =
		pmo_expr_compile(source->amount, "budget", schema, &cli->diags, &amount);
	if (result == PMO_OK)
		result = pmo_workspace_records(cli->workspace, work->line->project, schema,
					       &records);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++) {
		const struct pmo_record *record = &records.items[i];
		int64_t cents;
		char day[PMO_DATE_SIZE];
		if (record->unreadable || pmo_record_is_void(record) ||
		    !is_of_line(work, record, field))
			continue;
		struct pmo_value value = pmo_expr_evaluate(amount, record);
		if (!cents_of(&value, &cents) || !cents)
			continue;
		struct pmo_value date = pmo_record_get_name(record, source->date);
		bool dated = date.presence == PMO_PRESENT && date.kind == PMO_DATE;
		if (dated)
			pmo_date_format((int32_t)date.as.integer, day);
		result = add_row(work, record, pmo_record_text(record, schema->title),
				 dated ? pmo_arena_string(&cli->arena, day) : NULL, cents);
	}
	return result;
}

static enum pmo_result add_own(struct breakdown *work)
{
	int64_t cents;
	struct pmo_value value = pmo_record_get_name(work->line, work->part->own);
	struct pmo_value basis = pmo_record_get_name(work->line, "etc_basis");
	bool estimate = strcmp(work->part->own, "etc") == 0;
	const char *title = estimate ? "estimate" : "as granted";
	if (!cents_of(&value, &cents) || !cents)
		return PMO_OK;
	if (estimate && basis.presence == PMO_PRESENT && basis.kind == PMO_TEXT)
		title = basis.as.text;
	return add_row(work, work->line, title, NULL, cents);
}

static enum pmo_result add_footer(struct breakdown *work, const char *title, int64_t cents)
{
	struct pmo_row *row = pmo_table_add_footer(&work->table);
	if (!row)
		return PMO_NO_MEMORY;
	row->cells[1].text = title;
	row->cells[4].text = money(work->cli, cents, true);
	return row->cells[4].text ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result add_part(struct breakdown *work, const struct part *part)
{
	enum pmo_result result = pmo_table_add_group(&work->table, part->title);
	work->part = part;
	work->sum = 0;
	if (result == PMO_OK && part->own)
		result = add_own(work);
	for (size_t i = 0; result == PMO_OK && i < SOURCES; i++)
		if (part->from[i].register_name)
			result = add_source(work, &part->from[i]);
	return result == PMO_OK ? add_footer(work, part->title, work->sum) : result;
}

static enum pmo_result add_columns(struct pmo_table *table)
{
	static const struct pmo_column columns[] = {
		{ .name = "id", .heading = "ID" },
		{ .name = "title", .heading = "Title", .shrink = PMO_SHRINK_WRAP },
		{ .name = "date", .heading = "Date", .priority = 2 },
		{ .name = "status", .heading = "Status", .priority = 3 },
		{ .name = "amount", .heading = "Amount", .align = PMO_RIGHT },
		{ .name = "part", .heading = "Part", .priority = 9 },
	};
	enum pmo_result result =
		pmo_table_add_columns(table, columns, sizeof(columns) / sizeof(columns[0]));
	return result;
}

static enum pmo_result explain(struct cli *cli, const char *word)
{
	struct breakdown work = { .cli = cli };
	int64_t current = 0, eac = 0;
	enum pmo_result result = cli_find(cli, cli->schema, word, &work.line);
	pmo_table_init(&work.table, &cli->arena);
	if (result == PMO_OK)
		result = add_columns(&work.table);
	for (size_t i = 0; result == PMO_OK && i < sizeof(parts) / sizeof(parts[0]); i++) {
		result = add_part(&work, &parts[i]);
		if (i == 0)
			current = work.sum;
		else if (pmo_money_add(eac, work.sum, &eac) != PMO_OK)
			return cli_usage("a sum is too large");
	}
	if (result != PMO_OK)
		return result;
	const char *title = pmo_record_text(work.line, cli->schema->title);
	work.table.title =
		pmo_arena_format(&cli->arena, "%s  %s", work.line->id, title ? title : "");
	struct pmo_value vac = pmo_record_get_name(work.line, "vac");
	if (vac.presence == PMO_PRESENT) {
		result = add_footer(&work, "At completion", eac);
		if (result == PMO_OK)
			result = add_footer(&work, "Left over", current - eac);
	}
	return result == PMO_OK ? cli_print_table(cli, &work.table) : result;
}

enum pmo_result view_budget_run(struct cli *cli, int argc, char **argv)
{
	return argc == 1 && register_is_id(argv[0]) ? explain(cli, argv[0])
						    : view_table_run(cli, argc, argv);
}

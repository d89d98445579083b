/*
 * `pmo budget reconcile finance.csv`: what the finance system posted against the expenses
 * here. What agrees is counted; listed is what only they have, what only we have, and what
 * both have with another amount.
 */
#include "budget_reconcile.h"

#include "filter.h"
#include "register.h"
#include "view.h"

#include <pmo/expr.h>
#include <pmo/money.h>
#include <pmo/text.h>

#include <string.h>

struct reconcile_options {
	const char *where;
	bool map;
};

static const struct option options[] = {
	{ .name = "where",
	  CLI_TEXT(struct reconcile_options, where),
	  .arg = "EXPR",
	  .help = "only expenses for which it holds: those of the file's period" },
	{ .name = "map",
	  CLI_FLAG(struct reconcile_options, map),
	  .help = "only show which column is taken for what" },
	{ 0 },
};

/* In the order in which they are printed. */
enum part { ONLY_THEIRS, ONLY_OURS, DIFFERENT, AGREED, PARTS };

static const struct {
	const char *name, *title;
} parts[] = {
	[ONLY_THEIRS] = { "theirs", "Only theirs" },
	[ONLY_OURS] = { "ours", "Only ours" },
	[DIFFERENT] = { "differs", "Amounts that differ" },
	[AGREED] = { "agrees", "Agree" },
};

static enum part part_of(const struct ledger_pair *pair)
{
	if (!pair->ours)
		return ONLY_THEIRS;
	if (!pair->theirs)
		return ONLY_OURS;
	return pair->our_amount == pair->their_amount ? AGREED : DIFFERENT;
}

static const char *cell_of(const struct ledger_columns *columns, size_t row, enum ledger_role role)
{
	const struct pmo_csv_record *record = &columns->csv->records[row];
	int column = columns->of[role];
	if (column < 0 || (size_t)column >= record->count)
		return "";
	const char *cell = record->cells[column];
	return cell + strspn(cell, " \t");
}

/* A row without an amount says nothing; one that cannot be read would make the sums wrong. */
static enum pmo_result add_row(struct ledger *ledger, const struct ledger_columns *columns,
			       size_t row)
{
	struct cli *cli = ledger->cli;
	const char *amount = cell_of(columns, row, LEDGER_AMOUNT);
	size_t length = strlen(amount);
	struct ledger_entry entry = { .text = cell_of(columns, row, LEDGER_TEXT) };
	while (length && (amount[length - 1] == ' ' || amount[length - 1] == '\t'))
		length--;
	if (!length)
		return PMO_OK;
	if (pmo_money_input(amount, length, &entry.amount) != PMO_OK) {
		cli_say("line %zu: the amount '%s' cannot be read; expected one such as 12,500.00",
			columns->csv->records[row].line, amount);
		return PMO_INVALID;
	}
	for (size_t role = 0; role <= LEDGER_ACCOUNT; role++)
		entry.number[role] =
			role == LEDGER_AMOUNT ? "" : cell_of(columns, row, (enum ledger_role)role);
	entry.where = pmo_arena_format(&cli->arena, "line %zu", columns->csv->records[row].line);
	return entry.where ? ledger_add(ledger, &entry, false) : PMO_NO_MEMORY;
}

static enum pmo_result add_theirs(struct ledger *ledger, const struct ledger_columns *columns)
{
	enum pmo_result result = PMO_OK;
	for (size_t row = 1; row < columns->csv->count; row++) {
		enum pmo_result added = add_row(ledger, columns, row);
		result = result == PMO_OK ? added : result;
		if (result != PMO_OK && result != PMO_INVALID)
			break;
	}
	return result;
}

/* What an expense is known by over there, as expressions about it. */
static const char *const questions[] = {
	[LEDGER_ORDER] = "source.po_no",
	[LEDGER_INVOICE] = "invoice_no",
	[LEDGER_ACCOUNT] = "line.code",
};

static const char *ask(struct cli *cli, const struct expr *expr, const struct pmo_record *record)
{
	struct pmo_value value = { .presence = PMO_ABSENT };
	if (expr)
		value = pmo_expr_evaluate(expr, record);
	return value.presence == PMO_PRESENT && value.kind == PMO_TEXT && !value.is_list
		       ? pmo_arena_string(&cli->arena, value.as.text)
		       : "";
}

static enum pmo_result add_ours(struct ledger *ledger, const struct filter *filter)
{
	struct cli *cli = ledger->cli;
	const struct pmo_schema *schema = filter->schema;
	const struct expr *exprs[LEDGER_ACCOUNT + 1] = { NULL };
	struct pmo_records records;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i <= LEDGER_ACCOUNT; i++)
		if (questions[i])
			result = pmo_expr_compile(questions[i], "reconcile", schema, &cli->diags,
						  &exprs[i]);
	if (result == PMO_OK)
		result = pmo_workspace_records(
			cli->workspace, pmo_workspace_project(cli->workspace), schema, &records);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++) {
		const struct pmo_record *record = &records.items[i];
		struct pmo_value amount = pmo_record_get_name(record, "amount");
		if (record->unreadable || pmo_record_is_void(record) ||
		    amount.presence != PMO_PRESENT || !filter_holds(filter, record))
			continue;
		struct ledger_entry entry = { .where = record->id,
					      .text = pmo_record_text(record, schema->title),
					      .amount = amount.as.integer };
		for (size_t role = 0; role <= LEDGER_ACCOUNT; role++)
			if (!(entry.number[role] = ask(cli, exprs[role], record)))
				return PMO_NO_MEMORY;
		result = ledger_add(ledger, &entry, true);
	}
	return result;
}

static const char *money(struct cli *cli, int64_t cents, bool for_people)
{
	char text[PMO_MONEY_SIZE];
	if (for_people)
		pmo_money_format_grouped(cents, text);
	else
		pmo_money_format(cents, text);
	const char *copy = pmo_arena_string(&cli->arena, text);
	return copy ? copy : "";
}

static void set_amount(struct cli *cli, struct pmo_cell *cell, int64_t cents, bool there)
{
	cell->absent = !there;
	cell->text = there ? money(cli, cents, true) : "";
	cell->raw = there ? money(cli, cents, false) : NULL;
}

static enum pmo_result add_pair(struct cli *cli, const struct ledger_pair *pair,
				struct pmo_table *table)
{
	struct pmo_row *row = pmo_table_add_row(table);
	if (!row)
		return PMO_NO_MEMORY;
	row->cells[0].text = pair->ours;
	row->cells[1].text = pair->theirs;
	row->cells[2].text = pair->number[LEDGER_INVOICE];
	row->cells[3].text = pair->number[LEDGER_ORDER];
	row->cells[4].text = pair->text;
	for (size_t i = 0; i < 5; i++) {
		row->cells[i].absent = !row->cells[i].text || !*row->cells[i].text;
		row->cells[i].text = row->cells[i].text ? row->cells[i].text : "";
	}
	set_amount(cli, &row->cells[5], pair->their_amount, pair->theirs != NULL);
	set_amount(cli, &row->cells[6], pair->our_amount, pair->ours != NULL);
	set_amount(cli, &row->cells[7], pair->their_amount - pair->our_amount, true);
	row->cells[8].text = parts[part_of(pair)].name;
	return PMO_OK;
}

static enum pmo_result add_part(struct ledger *ledger, enum part part, struct pmo_table *table)
{
	struct cli *cli = ledger->cli;
	int64_t theirs = 0, ours = 0;
	size_t count = 0;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < ledger->count; i++)
		count += part_of(&ledger->pairs[i]) == part;
	const char *title =
		count ? pmo_arena_format(&cli->arena, "%s: %zu", parts[part].title, count)
		      : pmo_arena_format(&cli->arena, "%s: None.", parts[part].title);
	result = title ? pmo_table_add_group(table, title) : PMO_NO_MEMORY;
	for (size_t i = 0; result == PMO_OK && i < ledger->count; i++) {
		const struct ledger_pair *pair = &ledger->pairs[i];
		if (part_of(pair) != part)
			continue;
		theirs += pair->their_amount;
		ours += pair->our_amount;
		result = add_pair(cli, pair, table);
	}
	struct pmo_row *sums = result == PMO_OK && count > 1 ? pmo_table_add_footer(table) : NULL;
	if (!sums)
		return count > 1 && result == PMO_OK ? PMO_NO_MEMORY : result;
	sums->cells[0].text = "Sum";
	set_amount(cli, &sums->cells[5], theirs, part != ONLY_OURS);
	set_amount(cli, &sums->cells[6], ours, part != ONLY_THEIRS);
	set_amount(cli, &sums->cells[7], theirs - ours, true);
	return PMO_OK;
}

/* The numbers that must tie out: what agrees, and both sides as a whole. */
static void tell_sums(const struct ledger *ledger)
{
	struct cli *cli = ledger->cli;
	int64_t theirs = 0, ours = 0, agreed = 0;
	size_t count = 0;
	for (size_t i = 0; i < ledger->count; i++) {
		const struct ledger_pair *pair = &ledger->pairs[i];
		theirs += pair->their_amount;
		ours += pair->our_amount;
		if (part_of(pair) == AGREED) {
			agreed += pair->our_amount;
			count++;
		}
	}
	pmo_buffer_add_format(&cli->out, "\nAgree: %zu, %s. ", count, money(cli, agreed, true));
	pmo_buffer_add_format(&cli->out, "In all theirs %s, ours %s, difference %s.\n",
			      money(cli, theirs, true), money(cli, ours, true),
			      money(cli, theirs - ours, true));
}

static enum pmo_result add_columns(struct pmo_table *table)
{
	static const struct pmo_column columns[] = {
		{ .name = "ours_id", .heading = "ID" },
		{ .name = "theirs_line", .heading = "Row", .priority = 2 },
		{ .name = "invoice", .heading = "Invoice" },
		{ .name = "order", .heading = "Order", .priority = 1 },
		{ .name = "text", .heading = "Title", .shrink = PMO_SHRINK_TRUNCATE },
		{ .name = "theirs", .heading = "Theirs", .align = PMO_RIGHT },
		{ .name = "ours", .heading = "Ours", .align = PMO_RIGHT },
		{ .name = "difference", .heading = "Difference", .align = PMO_RIGHT },
		{ .name = "part", .heading = "What", .priority = 9 },
	};
	enum pmo_result result =
		pmo_table_add_columns(table, columns, sizeof(columns) / sizeof(columns[0]));
	return result;
}

static enum pmo_result print(struct ledger *ledger)
{
	struct cli *cli = ledger->cli;
	struct pmo_table table;
	enum pmo_format format;
	pmo_table_init(&table, &cli->arena);
	table.title = "The finance system and the expenses here";
	enum pmo_result result = cli_format(cli, &format);
	if (result == PMO_OK)
		result = add_columns(&table);
	for (int part = 0; result == PMO_OK && part < AGREED; part++)
		result = add_part(ledger, (enum part)part, &table);
	if (result == PMO_OK)
		result = cli_print_table(cli, &table);
	if (result == PMO_OK && format == PMO_FORMAT_TABLE)
		tell_sums(ledger);
	for (size_t i = 0; i < ledger->count; i++)
		cli->answer_is_no |= part_of(&ledger->pairs[i]) != AGREED;
	return result;
}

static void show_map(struct cli *cli, const struct ledger_columns *columns)
{
	for (size_t role = 0; role < LEDGER_ROLES; role++)
		pmo_buffer_add_format(
			&cli->out, "%-8s %s\n", ledger_role_name((enum ledger_role)role),
			columns->of[role] < 0 ? "-"
					      : columns->csv->records[0].cells[columns->of[role]]);
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct reconcile_options *wanted = cli->options;
	const struct pmo_schema *schema = pmo_workspace_schema(cli->workspace, "expense");
	const struct pmo_project *project;
	struct pmo_source *source = pmo_arena_alloc(&cli->arena, sizeof(*source));
	struct ledger ledger = { .cli = cli };
	struct ledger_columns columns;
	struct pmo_csv csv;
	struct filter filter;
	char *bytes;
	if (!schema || !source)
		return PMO_NO_MEMORY;
	enum pmo_result result = register_need_project(cli, schema, &project);
	if (result == PMO_OK)
		result = cli_read_file(cli, argv[0], &bytes, &source->length);
	if (result != PMO_OK)
		return result;
	source->path = argv[0];
	source->bytes = bytes;
	result = pmo_csv_read(&cli->arena, source, 0, &csv, &cli->diags);
	if (result == PMO_OK)
		result = ledger_take_columns(&csv, argv + 1, argc - 1, &columns);
	if (result == PMO_OK && wanted->map) {
		show_map(cli, &columns);
		return PMO_OK;
	}
	filter_init(&filter, schema);
	if (result == PMO_OK)
		result = filter_add_expression(cli, &filter, wanted->where ? wanted->where : "true",
					       "--where");
	if (result == PMO_OK)
		result = add_ours(&ledger, &filter);
	if (result == PMO_OK)
		result = add_theirs(&ledger, &columns);
	return result == PMO_OK ? print(&ledger) : result;
}

const struct command budget_reconcile_command = {
	.name = "reconcile",
	.summary = "expenses against a file of the finance system",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.min = 1,
	.max = -1,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct reconcile_options),
	.usage = "FILE.csv [COLUMN=order|invoice|amount|account|text]... [--where EXPR]",
	.about = "Rows and expenses belong together by invoice number and order; without an\n"
		 "invoice number by order; with neither by account and amount. The exit\n"
		 "status is 1 when something differs.",
	.run = run,
};

/*
 * `pmo evm`: earned value by budget line, and what follows from it. The arithmetic is
 * lib/plan/evm.c; here are the words.
 */
#include "evm.h"

#include <pmo/money.h>

static const char *money(struct cli *cli, int64_t cents, bool grouped)
{
	char text[PMO_MONEY_SIZE];
	if (grouped)
		pmo_money_format_grouped(cents, text);
	else
		pmo_money_format(cents, text);
	return pmo_arena_string(&cli->arena, text);
}

static void set_money(struct cli *cli, struct pmo_cell *cell, int64_t cents)
{
	cell->text = money(cli, cents, true);
	cell->raw = money(cli, cents, false);
}

static void set_amount(struct cli *cli, struct pmo_cell *cell, struct pmo_amount amount)
{
	if (amount.known)
		set_money(cli, cell, amount.cents);
}

static void set_ratio(struct cli *cli, struct pmo_cell *cell, struct pmo_ratio ratio)
{
	char text[PMO_RATIO_SIZE];
	if (!pmo_ratio_is_known(ratio))
		return;
	pmo_ratio_format(ratio, 2, text);
	cell->text = pmo_arena_string(&cli->arena, text);
	pmo_ratio_format(ratio, 4, text);
	cell->raw = pmo_arena_string(&cli->arena, text);
}

enum column {
	LINE,
	TITLE,
	BAC,
	PV,
	EV,
	AC,
	RECORDED,
	FOR_PEOPLE, /* the rest is for programs */
	BASIS = FOR_PEOPLE,
	SV,
	CV,
	SPI,
	CPI,
	FOR_TOTAL, /* of the project alone */
	EAC = FOR_TOTAL,
	EAC_BUDGET,
	EAC_BOTH,
	ETC,
	VAC,
	TCPI,
	COMPLETE,
	PLANNED,
	ES,
	AT,
	SPI_T,
	COLUMNS
};

static const struct pmo_column columns[COLUMNS] = {
	[LINE] = { .name = "line", .heading = "Line" },
	[TITLE] = { .name = "title",
		    .heading = "Name",
		    .shrink = PMO_SHRINK_TRUNCATE,
		    .priority = 2 },
	[BAC] = { .name = "bac", .heading = "Budget", .align = PMO_RIGHT, .priority = 3 },
	[PV] = { .name = "pv", .heading = "Planned", .align = PMO_RIGHT },
	[EV] = { .name = "ev", .heading = "Earned", .align = PMO_RIGHT },
	[AC] = { .name = "ac", .heading = "Actual", .align = PMO_RIGHT },
	[RECORDED] = { .name = "recorded", .heading = "Recorded", .align = PMO_RIGHT },
	[BASIS] = { .name = "ac_basis" },
	[SV] = { .name = "sv", .align = PMO_RIGHT },
	[CV] = { .name = "cv", .align = PMO_RIGHT },
	[SPI] = { .name = "spi", .kind = PMO_CELL_NUMBER },
	[CPI] = { .name = "cpi", .kind = PMO_CELL_NUMBER },
	[EAC] = { .name = "eac", .align = PMO_RIGHT },
	[EAC_BUDGET] = { .name = "eac_rest_as_planned", .align = PMO_RIGHT },
	[EAC_BOTH] = { .name = "eac_both_indexes", .align = PMO_RIGHT },
	[ETC] = { .name = "etc", .align = PMO_RIGHT },
	[VAC] = { .name = "vac", .align = PMO_RIGHT },
	[TCPI] = { .name = "tcpi", .kind = PMO_CELL_NUMBER },
	[COMPLETE] = { .name = "complete", .kind = PMO_CELL_NUMBER },
	[PLANNED] = { .name = "planned", .kind = PMO_CELL_NUMBER },
	[ES] = { .name = "earned_days", .kind = PMO_CELL_NUMBER },
	[AT] = { .name = "actual_days", .kind = PMO_CELL_NUMBER },
	[SPI_T] = { .name = "spi_t", .kind = PMO_CELL_NUMBER },
};

static void fill_line(struct evm_print *print, struct pmo_cell *cells,
		      const struct pmo_evm_line *line)
{
	struct cli *cli = print->view.cli;
	const struct pmo_ratio none = { 0, 0 };
	cells[LINE].text = *line->id ? line->id : "none";
	cells[TITLE].text = line->title;
	set_money(cli, &cells[BAC], line->bac);
	set_money(cli, &cells[PV], line->pv);
	set_money(cli, &cells[EV], line->ev);
	set_money(cli, &cells[AC], line->ac);
	set_money(cli, &cells[RECORDED], line->recorded);
	if (print->view.for_people)
		return;
	cells[BASIS].text = line->earned ? "earned" : "recorded";
	set_money(cli, &cells[SV], line->ev - line->pv);
	set_money(cli, &cells[CV], line->ev - line->ac);
	set_ratio(cli, &cells[SPI], line->pv > 0 ? (struct pmo_ratio){ line->ev, line->pv } : none);
	set_ratio(cli, &cells[CPI], line->ac > 0 ? (struct pmo_ratio){ line->ev, line->ac } : none);
}

static void fill_total(struct evm_print *print, struct pmo_cell *cells)
{
	struct cli *cli = print->view.cli;
	const struct pmo_evm *evm = print->evm;
	const struct pmo_evm_line total = { .id = print->view.for_people ? "Total" : "total",
					    .title = "",
					    .bac = evm->bac,
					    .pv = evm->pv,
					    .ev = evm->ev,
					    .ac = evm->ac,
					    .recorded = evm->recorded,
					    .earned = evm->any_earned };
	fill_line(print, cells, &total);
	if (print->view.for_people)
		return;
	set_amount(cli, &cells[EAC], evm->eac[0]);
	set_amount(cli, &cells[EAC_BUDGET], evm->eac[1]);
	set_amount(cli, &cells[EAC_BOTH], evm->eac[2]);
	set_amount(cli, &cells[ETC], evm->etc);
	set_amount(cli, &cells[VAC], evm->vac);
	set_ratio(cli, &cells[TCPI], evm->tcpi);
	set_ratio(cli, &cells[COMPLETE], evm->complete);
	set_ratio(cli, &cells[PLANNED], evm->planned);
	if (!evm->schedule.known)
		return;
	set_ratio(cli, &cells[ES], (struct pmo_ratio){ evm->schedule.earned, 1000 });
	set_ratio(cli, &cells[AT], (struct pmo_ratio){ evm->schedule.actual, 1000 });
	set_ratio(cli, &cells[SPI_T], evm->schedule.spi);
}

static enum pmo_result add_rows(struct evm_print *print)
{
	struct pmo_table *table = &print->view.table;
	size_t count = print->view.for_people ? FOR_PEOPLE : COLUMNS;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < count; i++) {
		bool hidden = i == RECORDED && print->view.for_people && !print->evm->any_earned;
		if (!hidden)
			result = pmo_table_add_column(table, &columns[i]);
	}
	for (size_t i = 0; result == PMO_OK && print->evm->known && i < print->evm->line_count;
	     i++) {
		struct pmo_cell cells[COLUMNS] = { { .text = NULL } };
		struct pmo_row *row = pmo_table_add_row(table);
		fill_line(print, cells, &print->evm->lines[i]);
		for (size_t c = 0; row && c < table->column_count; c++)
			row->cells[c] = cells[c];
		result = row ? PMO_OK : PMO_NO_MEMORY;
	}
	if (result != PMO_OK || !print->evm->known)
		return result;
	struct pmo_cell cells[COLUMNS] = { { .text = NULL } };
	struct pmo_row *row =
		print->view.for_people ? pmo_table_add_footer(table) : pmo_table_add_row(table);
	fill_total(print, cells);
	for (size_t c = 0; row && c < table->column_count; c++)
		row->cells[c] = cells[c];
	return row ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result print_evm(struct evm_print *print)
{
	struct cli *cli = print->view.cli;
	enum pmo_result result =
		plan_view_choose(&print->view, plan_view_title(&print->view, "earned value"));
	bool is_text = print->view.is_text;
	if (result != PMO_OK)
		return result;
	if (!is_text && !print->evm->known)
		pmo_diag_add(&cli->diags, PMO_WARNING, "evm-unknown", NULL, "earned value: %s",
			     print->evm->reason);
	if (is_text)
		evm_add_head(print);
	if (is_text && !print->evm->known) {
		pmo_buffer_add_format(&cli->out, "%s\n", print->evm->reason);
		return PMO_OK;
	}
	result = add_rows(print);
	if (result == PMO_OK)
		result = cli_print_table(cli, &print->view.table);
	if (result == PMO_OK && is_text)
		evm_add_figures(print);
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct evm_options *wanted = cli->options;
	const struct pmo_plan_options how = { .baseline = (int)wanted->baseline };
	struct pmo_evm evm;
	struct evm_print print = { .evm = &evm };
	(void)argc, (void)argv;
	enum pmo_result result = plan_view_open(cli, &how, &print.view);
	if (result == PMO_OK)
		result = pmo_evm_find(print.view.plan, &evm);
	if (result == PMO_OK)
		result = print_evm(&print);
	plan_view_close(&print.view);
	return result;
}

static const struct option options[] = {
	{ .name = "baseline",
	  CLI_COUNT(struct evm_options, baseline),
	  .arg = "VERSION",
	  .help = "against that one; the last approved one" },
	{ 0 },
};

const struct command evm_command = {
	.name = "evm",
	.summary = "earned value: what was planned, earned and spent, by budget line",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 0,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct evm_options),
	.run = run,
	.usage = "[--baseline VERSION]",
	.about = "Planned is the baseline's cost, spread over its working days; earned is cost\n"
		 "times percent; actual are the expenses, and on a line with ac_basis: earned at\n"
		 "least what was earned. Contingency and reserve are outside.",
};

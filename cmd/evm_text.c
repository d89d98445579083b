/* What stands below the table of `pmo evm`: each figure with its name and how it is made. */
#include "evm.h"

#include "cli/wrap.h"

#include <pmo/money.h>
#include <pmo/practice.h>

#include <string.h>

static void add_money_line(struct evm_print *print, const char *name, struct pmo_amount amount,
			   const char *note)
{
	char text[PMO_MONEY_SIZE] = "n/a";
	if (amount.known)
		pmo_money_format_grouped(amount.cents, text);
	pmo_buffer_add_format(&print->view.cli->out, "%-20s %14s   %s\n", name, text, note);
}

static void add_index(struct evm_print *print, const char *name, struct pmo_ratio ratio,
		      const char *note)
{
	char text[PMO_RATIO_SIZE];
	pmo_ratio_format(ratio, 2, text);
	pmo_buffer_add_format(&print->view.cli->out, "%-20s %14s   %s\n", name, text, note);
}

static void add_share(struct evm_print *print, const char *name, struct pmo_ratio ratio,
		      const char *note)
{
	char text[PMO_RATIO_SIZE];
	pmo_ratio_format_percent(ratio, 1, text);
	pmo_buffer_add_format(&print->view.cli->out, "%-20s %14s   %s\n", name, text, note);
}

static struct pmo_amount known(int64_t cents)
{
	return (struct pmo_amount){ true, cents };
}

/* The forecast of the budget's lines: the one that reports, colors and the portfolio go by. */
static void add_budget_line(struct evm_print *print)
{
	static const char sum[] =
		"{sum(those(budget, not category in [contingency, reserve]), eac)}";
	struct pmo_workspace *workspace = print->view.plan->workspace;
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, "project");
	struct pmo_records charters = { 0 };
	if (!schema ||
	    pmo_workspace_records(workspace, print->view.plan->project, schema, &charters) !=
		    PMO_OK ||
	    !charters.count || charters.items[0].unreadable)
		return;
	const char *text = pmo_practice_text(&charters.items[0], sum);
	if (text && *text && strcmp(text, "0.00") != 0)
		pmo_buffer_add_format(&print->view.cli->out, "%-20s %14s   %s\n", "", text,
				      "by the budget's lines, as in reports");
}

/* A blank line and the text in lines that fit. Releases it. */
static void add_paragraph(struct evm_print *print, struct pmo_buffer *text)
{
	pmo_buffer_add_char(&print->view.cli->out, '\n');
	wrap_add(&print->view.cli->out, text->data, 0, (size_t)print->view.cli->terminal.width);
	pmo_buffer_release(text);
}

/* Which lines count what was earned, and what the recorded figure alone would say. */
static void add_basis(struct evm_print *print)
{
	const struct pmo_evm *evm = print->evm;
	struct pmo_buffer text, *out = &text;
	char money[PMO_MONEY_SIZE], cpi[PMO_RATIO_SIZE];
	const char *gap = "";
	if (!evm->any_earned)
		return;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_buffer_add_text(out, "Actual counts at least what was earned on ");
	for (size_t i = 0; i < evm->line_count; i++) {
		if (!evm->lines[i].earned)
			continue;
		pmo_buffer_add_format(out, "%s%s", gap, evm->lines[i].id);
		gap = ", ";
	}
	pmo_money_format_grouped(evm->recorded, money);
	pmo_ratio_format(evm->cpi_recorded, 2, cpi);
	pmo_buffer_add_format(out,
			      ", for work that is not billed yet. Recorded are %s, which alone "
			      "would make CPI %s.",
			      money, cpi);
	add_paragraph(print, &text);
}

static void add_schedule(struct evm_print *print)
{
	const struct pmo_earned_schedule *schedule = &print->evm->schedule;
	struct pmo_buffer text, *out = &text;
	char earned[PMO_RATIO_SIZE], spi[PMO_RATIO_SIZE];
	if (!schedule->known)
		return;
	pmo_ratio_format((struct pmo_ratio){ schedule->earned, 1000 }, 1, earned);
	pmo_ratio_format(schedule->spi, 2, spi);
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_buffer_add_format(out,
			      "Earned schedule: what is earned now was planned for %s, working "
			      "day %s where %lld have passed: SPI(t) %s.",
			      plan_view_day(&print->view, schedule->date), earned,
			      (long long)(schedule->actual / 1000), spi);
	if (schedule->finish != PMO_DATE_NONE)
		pmo_buffer_add_format(out, " At that pace the work ends %s.",
				      plan_view_day(&print->view, schedule->finish));
	add_paragraph(print, &text);
}

void evm_add_head(struct evm_print *print)
{
	const struct pmo_record *baseline = print->view.plan->baseline;
	struct pmo_buffer *out = &print->view.cli->out;
	pmo_buffer_add_format(out, "%s\n", print->view.table.title);
	if (baseline) {
		struct pmo_value version = pmo_record_get_name(baseline, "version");
		struct pmo_value date = pmo_record_get_name(baseline, "date");
		if (pmo_value_is_present(&version))
			pmo_buffer_add_format(out, "Baseline %lld", (long long)version.as.integer);
		else
			pmo_buffer_add_text(out, baseline->id);
		if (pmo_value_is_present(&date))
			pmo_buffer_add_format(
				out, " of %s",
				plan_view_day(&print->view, (int32_t)date.as.integer));
		pmo_buffer_add_char(out, '\n');
	}
	pmo_buffer_add_char(out, '\n');
}

void evm_add_figures(struct evm_print *print)
{
	const struct pmo_evm *evm = print->evm;
	pmo_buffer_add_char(&print->view.cli->out, '\n');
	add_money_line(print, "Budget (BAC)", known(evm->bac), "without contingency and reserve");
	add_share(print, "Planned", evm->planned, "planned / budget");
	add_share(print, "Done", evm->complete, "earned / budget");
	add_money_line(print, "Schedule variance", known(evm->sv), "earned - planned");
	add_money_line(print, "Cost variance", known(evm->cv), "earned - actual");
	add_index(print, "SPI", evm->spi, "earned / planned");
	add_index(print, "CPI", evm->cpi, "earned / actual");
	add_money_line(print, "At completion (EAC)", evm->eac[0],
		       "if cost goes on as so far: budget / CPI");
	add_money_line(print, "", evm->eac[1], "if the rest costs what was planned");
	add_money_line(print, "", evm->eac[2], "if cost and pace go on: rest / (CPI x SPI)");
	add_budget_line(print);
	add_money_line(print, "To complete (ETC)", evm->etc, "at completion - actual");
	add_money_line(print, "Left over (VAC)", evm->vac, "budget - at completion");
	add_index(print, "TCPI", evm->tcpi, "CPI that the rest needs to keep the budget");
	add_basis(print);
	add_schedule(print);
}

/* Budget, forecast, contingency and earned value. */
#include "report/status.h"

#include <string.h>

#define LINES   "those(budget, not category in [contingency, reserve])"
#define RESERVE "those(budget, category in [contingency, reserve])"
#define THREATS "those(risk, open and not kind = opportunity)"

static const struct listing_column budget_columns[] = {
	{ "id", "Line", NULL, LISTING_PLAIN },
	{ "title", "Name", NULL, LISTING_WIDE },
	{ "original", "Original", NULL, LISTING_SUM },
	{ "current", "Current", NULL, LISTING_SUM },
	{ "actual", "Actual", NULL, LISTING_SUM },
	{ "committed", "Committed", NULL, LISTING_SUM },
	{ 0 },
};

static const struct listing_column forecast_columns[] = {
	{ "id", "Line", NULL, LISTING_PLAIN },
	{ "title", "Name", NULL, LISTING_WIDE },
	{ "etc", "To complete", "if(etc, etc, 0.00)", LISTING_SUM },
	{ "eac", "At completion", NULL, LISTING_SUM },
	{ "vac", "Left over", NULL, LISTING_SUM },
	{ "vac_percent", "%", "if(current > 0, round(vac / current * 1000) / 10)", LISTING_NUMBER },
	{ 0 },
};

static const struct listing budget = {
	.register_name = "budget",
	.where = "not category in [contingency, reserve]",
	.order = { "id" },
	.columns = budget_columns,
};

static const struct listing forecast = {
	.register_name = "budget",
	.where = "not category in [contingency, reserve]",
	.order = { "id" },
	.columns = forecast_columns,
};

static void add_contingency(const struct pmo_status *status, struct pmo_document *document)
{
	int64_t original, left, threats;
	bool known =
		status_ask_money(status, "if(count(" RESERVE ") > 0, sum(" RESERVE ", original))",
				 &original) &&
		status_ask_money(status, "sum(" RESERVE ", available)", &left);
	if (!known) {
		pmo_document_add_fact(document, "Contingency", "None.");
		return;
	}
	pmo_document_add_fact(document, "Contingency",
			      status_format(status, "%s left of %s, used %s",
					    status_money(status, left),
					    status_money(status, original),
					    status_money(status, original - left)));
	if (!status_ask_money(status, "sum(" THREATS ", emv)", &threats) || threats <= 0)
		return;
	char cover[PMO_RATIO_SIZE];
	pmo_ratio_format((struct pmo_ratio){ left, threats }, 2, cover);
	pmo_document_add_fact(document, "Open threats weigh",
			      status_format(status, "%s, covered %s times",
					    status_money(status, threats), cover));
}

static void add_ratio(const struct pmo_status *status, const char *label, struct pmo_ratio ratio,
		      struct pmo_document *document)
{
	char text[PMO_RATIO_SIZE];
	pmo_ratio_format(ratio, 2, text);
	pmo_document_add_fact(document, label, status_format(status, "%s", text));
}

static void add_earned(const struct pmo_status *status, struct pmo_document *document)
{
	static const char *const labels[] = { "EAC by CPI", "EAC, the rest as planned",
					      "EAC by CPI and SPI" };
	const struct pmo_evm *evm = &status->measures.evm;
	pmo_document_add_heading(document, 3, "Earned value");
	if (!status->has_measures || !evm->known) {
		pmo_document_add_paragraph(document, status->has_measures && evm->reason
							     ? evm->reason
							     : "There is no schedule to earn by.");
		return;
	}
	pmo_document_add_fact(document, "Planned, earned, actual",
			      status_format(status, "%s, %s, %s", status_money(status, evm->pv),
					    status_money(status, evm->ev),
					    status_money(status, evm->ac)));
	if (evm->any_earned)
		pmo_document_add_fact(document, "Actual as recorded",
				      status_money(status, evm->recorded));
	pmo_document_add_fact(document, "Schedule and cost variance",
			      status_format(status, "%s, %s", status_money(status, evm->sv),
					    status_money(status, evm->cv)));
	add_ratio(status, "SPI", evm->spi, document);
	add_ratio(status, "CPI", evm->cpi, document);
	add_ratio(status, "TCPI", evm->tcpi, document);
	for (size_t i = 0; i < 3; i++)
		pmo_document_add_fact(document, labels[i],
				      evm->eac[i].known ? status_money(status, evm->eac[i].cents)
							: "n/a");
}

/* The lines' forecast is the official one; the formulas check it. */
static void ask_about_forecast(const struct pmo_status *status, struct pmo_document *document)
{
	const struct pmo_evm *evm = &status->measures.evm;
	int64_t eac;
	if (!status->has_measures || !evm->known || !evm->eac[0].known ||
	    !status_ask_money(status, "sum(" LINES ", eac)", &eac) || eac <= 0)
		return;
	int64_t apart = evm->eac[0].cents - eac;
	if ((apart < 0 ? -apart : apart) <= eac / 20)
		return;
	pmo_document_begin_callout(document, PMO_CALLOUT_WARNING, "Two forecasts");
	pmo_document_add_paragraph(
		document,
		status_format(status,
			      "The lines expect %s, the formula %s: more than 5 %% apart. Which is "
			      "right?",
			      status_money(status, eac), status_money(status, evm->eac[0].cents)));
	pmo_document_end(document);
}

enum pmo_result status_add_money(const struct pmo_status *status, struct pmo_document *document)
{
	struct listing_scope scope = status_scope(status);
	pmo_document_add_heading(document, 2, "Budget");
	enum pmo_result result = listing_add(&scope, &budget, "Budget by line", document);
	if (result == PMO_OK)
		result = listing_add(&scope, &forecast, "Forecast by line", document);
	if (result != PMO_OK)
		return result;
	add_contingency(status, document);
	add_earned(status, document);
	ask_about_forecast(status, document);
	return status_add_trend(status, document);
}

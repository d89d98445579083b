/*
 * An invoice comes in, or goes back. Order, receipt and invoice are held against each other at
 * once (PRACTICE PUR4), so that the person who files it reads what is to be done with it.
 */
#include "practice/effect.h"

#define RECEIVED "{received_qty} of {ordered_qty} received"
/* The last day on which an improper invoice may go back. */
#define RETURN "return it as improper by {last(invoices).received + limit(terms.improper)}:"

/* The first that fits is said; {expressions} are about the purchase. */
static const struct {
	const char *when, *found, *advice; /* advice NULL: nothing to return */
} answers[] = {
	{ "match = not_received and not abs(invoiced - po_amount) > tolerance",
	  "held: " RECEIVED " (order {po_amount} matches)", "pay after receipt, or " RETURN },
	{ "match = not_received",
	  "held: " RECEIVED " (order {po_amount}, invoiced {invoiced})",
	  "pay after receipt, or " RETURN },
	{ "match = over_order",
	  "does not match: order {po_amount}, invoiced {invoiced}; at most {tolerance} may differ",
	  "dispute it, or " RETURN },
	{ "match = matches",
	  "order, receipt and invoice match: {invoiced}, to be paid by {invoice_due}", NULL },
};

static enum pmo_result tell(struct pmo_effect *effect, const char *text)
{
	struct pmo_record seen = *pmo_draft_record(effect->draft);
	seen.world = &effect->update->world;
	const char *line = pmo_practice_text(&seen, text);
	return line ? effect_tell(effect, "%s", line) : PMO_OK;
}

enum pmo_result effect_match_invoice(struct pmo_effect *effect)
{
	const size_t count = sizeof(answers) / sizeof(answers[0]);
	const struct pmo_record *record = pmo_draft_record(effect->draft);
	size_t row = 0;
	while (row < count && !effect_holds(effect, record, answers[row].when))
		row++;
	if (row == count)
		return PMO_OK;
	enum pmo_result result = tell(effect, answers[row].found);
	if (result != PMO_OK || !answers[row].advice)
		return result;
	const char *no = effect_ask_text(effect, record, "last(invoices).no");
	const char *id = pmo_short_id(record);
	result = tell(effect, answers[row].advice);
	if (result == PMO_OK && no && id)
		result = effect_tell(effect, "  pmo purchase return %s %s", id, no);
	return result;
}

enum pmo_result effect_return_invoice(struct pmo_effect *effect)
{
	const struct pmo_record *record = pmo_draft_record(effect->draft);
	const struct pmo_draft *draft = effect->draft;
	int index = pmo_schema_field(record->schema, "invoices");
	const struct pmo_value *amount = NULL;
	struct pmo_value list = pmo_record_get(record, index);
	if (index >= 0 && draft->item && list.is_list && draft->item <= list.count)
		amount = pmo_value_member(record->schema->fields[index],
					  &list.as.items[draft->item - 1], "amount");
	if (!amount || !pmo_value_is_present(amount)) {
		const char *known = effect_ask_text(effect, record, "only(invoices, amount).no");
		const char *hint =
			known ? pmo_arena_format(pmo_workspace_arena(effect->workspace),
						 "it has %s: pmo purchase return %s NUMBER", known,
						 record->id)
			      : "no invoice came for it yet";
		return effect_refuse(effect, hint, "it has no invoice of that number");
	}
	char today[PMO_DATE_SIZE];
	pmo_date_format(effect->update->world.today, today);
	return draft_set_member(effect->draft, "returned", today);
}

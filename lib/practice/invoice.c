/*
 * An invoice comes in, or goes back. Order, receipt and invoice are held against each other at
 * once (PRACTICE PUR4), so that the person who files it reads what is to be done with it.
 */
#include "practice/effect.h"

#define RECEIVED "{received_qty} of {ordered_qty} received"
/* The last day on which an improper invoice may go back. */
#define RETURN "return it as improper by {last(invoices).received + limit(terms.improper)}:"

#define POST                                                                                       \
	"  pmo expense add \"{title}\" source={id} line={budget_line} amount={invoiced} "          \
	"invoice_no={last(invoices).no}"

/* The first that fits is said; {expressions} are about the purchase. */
static const struct {
	const char *when, *found, *advice; /* advice NULL: nothing to return */
} answers[] = {
	{ "match = not_received and not abs(invoiced - po_amount) > tolerance",
	  "held: " RECEIVED " (order {po_amount} matches)", "pay after receipt, or " RETURN },
	{ "match = not_received", "held: " RECEIVED " (order {po_amount}, invoiced {invoiced})",
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
	if (result == PMO_OK && !answers[row].advice) {
		result = tell(effect, "then into the ledger:");
		return result == PMO_OK ? tell(effect, POST) : result;
	}
	if (result != PMO_OK)
		return result;
	const char *no = effect_ask_text(effect, record, "last(invoices).no");
	const char *id = pmo_short_id(record);
	result = tell(effect, answers[row].advice);
	if (result == PMO_OK && no && id)
		result = effect_tell(effect, "  pmo purchase return %s %s", id, no);
	return result;
}

/* A member of an item of the invoices, or NULL. */
static const struct pmo_value *member(const struct pmo_record *record, int list, size_t item,
				      const char *name)
{
	struct pmo_value value = pmo_record_get(record, list);
	if (list < 0 || value.presence != PMO_PRESENT || !value.is_list || !item ||
	    item > value.count)
		return NULL;
	const struct pmo_value *found =
		pmo_value_member(record->schema->fields[list], &value.as.items[item - 1], name);
	return found && pmo_value_is_present(found) ? found : NULL;
}

static enum pmo_result set_day(struct pmo_effect *effect, const char *name)
{
	char today[PMO_DATE_SIZE];
	pmo_date_format(effect->update->world.today, today);
	return draft_set_member(effect->draft, name, today);
}

enum pmo_result effect_return_invoice(struct pmo_effect *effect)
{
	const struct pmo_record *record = pmo_draft_record(effect->draft);
	int list = pmo_schema_field(record->schema, "invoices");
	if (member(record, list, effect->draft->item, "amount"))
		return set_day(effect, "returned");
	const char *known = effect_ask_text(effect, record, "only(invoices, amount).no");
	return known ? effect_refuse(effect, NULL, "none of its invoices is meant; it has %s",
				     known)
		     : effect_refuse(effect, NULL, "no invoice came for it yet");
}

/* What is paid are the invoices that were not sent back. */
enum pmo_result effect_pay_invoice(struct pmo_effect *effect)
{
	const struct pmo_record *record = pmo_draft_record(effect->draft);
	int list = pmo_schema_field(record->schema, "invoices");
	struct pmo_draft *draft = effect->draft;
	enum pmo_result result = PMO_OK;
	draft->item_list = list;
	for (draft->item = 1; result == PMO_OK && member(record, list, draft->item, "amount");
	     draft->item++)
		if (!member(record, list, draft->item, "returned") &&
		    !member(record, list, draft->item, "paid"))
			result = set_day(effect, "paid");
	return result;
}

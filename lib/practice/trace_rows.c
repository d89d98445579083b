/* What each register tells in a trace, in the order of the sentence. */
#include "practice/trace.h"

#include <string.h>

const struct trace_row trace_rows[] = {
	{ .register_name = "risk",
	  .passes = true,
	  .part = "seen {identified} as {id}",
	  .date = "identified",
	  .what = "seen: {title}",
	  .who = "owner" },
	{ .register_name = "issue",
	  .passes = true,
	  .part = "raised {raised} as {id}",
	  .date = "raised",
	  .what = "raised: {title}",
	  .who = "raised_by" },
	{ .register_name = "escalation",
	  .passes = true,
	  .part = "level {level} asked {sent} ({id})",
	  .date = "sent",
	  .what = "level {level} asked: {ask}",
	  .who = "owner" },
	{ .register_name = "change",
	  .passes = true,
	  .cost = "impact_cost",
	  .head = "{impact_cost} for ",
	  .part = "asked {requested}",
	  .date = "requested",
	  .what = "asked for: {title}",
	  .who = "requested_by" },
	{ .register_name = "decision",
	  .passes = true,
	  .part = "decided {date} ({id})",
	  .date = "date",
	  .what = "decided: {decision}",
	  .who = "owner" },
	{ .register_name = "meeting" }, /* its motion */
	{ .register_name = "transfer",
	  .part = "from {from.category} ({id}) to {to}",
	  .date = "date",
	  .what = "{amount} moved from {from} to {to}",
	  .who = "approved_by" },
	{ .register_name = "contract" }, /* its amendment */
	{ .register_name = "baseline",
	  .part = "baseline {version}",
	  .date = "date",
	  .what = "baseline {version}: {reason}",
	  .who = "approved_by" },
	{ .register_name = "deliverable",
	  .part = "deliverable {id} due {due}",
	  .date = "decided",
	  .what = "{status}: {title}",
	  .who = "accepted_by" },
	{ .register_name = "purchase",
	  .cost = "cost",
	  .head = "{cost} for ",
	  .part = "purchase {id}",
	  .date = "po_date",
	  .what = "ordered from {vendor} as {po_no}, {po_amount}" },
	{ .register_name = "expense",
	  .part = "{amount} {status} ({id})",
	  .date = "date",
	  .what = "{amount} charged to {line}: {title}",
	  .who = "approved_by" },
	{ .register_name = "action", .date = "done_on", .what = "done: {title}", .who = "owner" },
	{ .register_name = "document", .date = "approved", .what = "{title}, {version}" },
	{ .register_name = "communication",
	  .part = "told {sent} ({id})",
	  .date = "sent",
	  .what = "sent: {title}",
	  .who = "owner" },
	{ .register_name = "waiver" },
	{ .register_name = "estimate" },
	{ .register_name = "task" },
	{ .register_name = "milestone" },
	{ .register_name = "note" },
	{ 0 },
};

const struct trace_missing trace_missing_rows[] = {
	{ "change", "status in [approved, implemented, closed] and approved_level < required_level",
	  "an approval of {id} at level {required_level}" },
	{ "change",
	  "status in [approved, implemented, closed] and impact_cost > 0 and not attachments",
	  "evidence of the approval of {id}" },
	{ "change",
	  "status in [implemented, closed] and contract and impact_cost > 0 and "
	  "count(those(contract, any(amendments, change = this))) = 0",
	  "the amendment of {contract} for {id}" },
	{ "purchase",
	  "status in [ordered, partially_received, received, invoiced, disputed, paid, closed] and "
	  "not attachments and any(quotes, not doc)",
	  "the quotes of {id} as files" },
	{ "purchase",
	  "status in [ordered, partially_received, received, invoiced, disputed, paid, closed] and "
	  "not attachments",
	  "the order of {id} as a file" },
	{ "purchase", "receipts and not attachments", "the delivery note of {id}" },
	{ "purchase", "invoices and not attachments", "the invoice of {id} as a file" },
	{ "issue", "status in [resolved, closed] and not resolution", "how {id} was solved" },
	{ "risk", "status = occurred and not became", "the issue that {id} became" },
	{ "escalation", "status in [resolved] and not response", "the answer to {id}" },
	{ "escalation", "overdue", "an answer to {id}, due {due}" },
	{ "meeting", "held and not minutes_sent", "the minutes of {id}" },
	{ 0 },
};

const struct trace_row *trace_row_of(const struct pmo_record *record)
{
	const struct trace_row *row = trace_rows;
	for (; row->register_name; row++)
		if (strcmp(row->register_name, record->schema->table->name) == 0)
			return row;
	return NULL;
}

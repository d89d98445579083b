/*
 * A risk occurs (PRACTICE RSK3): an issue takes over. It has the risk's owner, its effect and
 * its contingency as the plan; both name each other. Actions of the response that are still
 * open go along: whether they still make sense is for a person to say.
 */
#include "practice/effect.h"

#include <string.h>

static const struct effect_field issue_rows[] = {
	{ .field = "title", .value = "title" },
	{ .field = "type", .word = "vendor", .when = "category = vendor" },
	{ .field = "type", .word = "resource", .when = "category = resource" },
	{ .field = "type", .word = "external", .when = "category in [external, legal]" },
	{ .field = "type", .word = "problem" },
	{ .field = "owner", .value = "owner" },
	{ .field = "description", .text = "Because {cause}, {event}; so {effect}." },
	{ .field = "description", .text = "It was expected that {event}." },
	{ .field = "description", .text = "{title}." },
	{ .field = "area", .word = "people", .when = "category = resource" },
	{ .field = "area",
	  .value = "category",
	  .when = "category in [schedule, cost, scope, quality, vendor, external]" },
	{ .field = "impact", .value = "impact" },
	{ .field = "urgency", .word = "1", .when = "proximity = imminent" },
	{ .field = "urgency", .word = "2", .when = "impact" },
	{ .field = "action_plan", .value = "contingency" },
	{ .field = "actions", .value = "only(plan, it.status in [open, in_progress, blocked])" },
	{ .field = "impact_days", .value = "exposure_days" },
	{ .field = "impact_cost", .value = "exposure_cost" },
	{ .field = "affects", .value = "those(task, blocked_by = this)" },
	{ .field = "affects", .value = "only(links, it ~ 'TSK-' or it ~ 'MS-' or it ~ 'DLV-')" },
	{ .field = "from_risk", .value = "id" },
	{ 0 },
};

/* What is rated and has an owner has its date at once. */
static enum pmo_result assess(struct pmo_effect *effect, struct pmo_draft *issue)
{
	const struct pmo_record *record = pmo_draft_record(issue);
	bool rated = effect_holds(effect, record, "impact and urgency and owner");
	enum pmo_result result = pmo_draft_start(issue);
	return result == PMO_OK && rated ? pmo_draft_move(issue, "assess") : result;
}

/* A risk says what it became; records of other registers are linked. */
static enum pmo_result name_each_other(struct pmo_effect *effect, struct pmo_draft *issue)
{
	const struct pmo_schema *from = pmo_draft_record(effect->draft)->schema;
	const struct pmo_record *record = pmo_draft_record(issue);
	if (pmo_schema_field(from, "became") >= 0)
		return effect_set(effect->draft, "became", record->id);
	enum pmo_result result = pmo_draft_append(effect->draft, from->links, record->id);
	return result == PMO_OK ? pmo_draft_append(issue, record->schema->links,
						   pmo_draft_record(effect->draft)->id)
				: result;
}

enum pmo_result effect_occur(struct pmo_effect *effect)
{
	const struct pmo_record *risk = pmo_draft_record(effect->draft);
	const char *there = effect_ask_text(effect, risk, "became");
	struct pmo_draft *issue;
	if (there) /* said with the move: `became=ISS-4` */
		return effect_tell(effect, "%s took over", there);
	enum pmo_result result = effect_add(effect, "issue", &issue);
	if (result == PMO_OK)
		result = effect_fill(effect, issue, issue_rows);
	if (result == PMO_OK)
		result = assess(effect, issue);
	if (result == PMO_OK)
		result = name_each_other(effect, issue);
	if (result != PMO_OK)
		return result;
	const struct pmo_record *record = pmo_draft_record(issue);
	const char *actions = effect_ask_text(effect, record, "actions");
	const char *owner = effect_ask_text(effect, record, "owner");
	const char *id = pmo_short_id(record);
	if (!id)
		return PMO_NO_MEMORY;
	result = occur_tell_plan(effect, issue);
	if (result == PMO_OK && actions)
		result =
			effect_tell(effect, "still open, and with %s now: %s", record->id, actions);
	if (result == PMO_OK && !owner)
		result = effect_tell(effect, "nobody owns it: pmo set %s owner=…", id);
	if (result == PMO_OK)
		result = effect_tell(effect, "to tell the next level: pmo escalate %s", id);
	return result;
}

/*
 * Somebody who was asked for help agreed on a date: the clock of what it is about stands until
 * then (PRACTICE C8).
 */
enum pmo_result effect_agree(struct pmo_effect *effect)
{
	const struct pmo_record *call = pmo_draft_record(effect->draft);
	const struct pmo_record *item =
		effect_ask_record(effect, call, "item",
				  call->schema->fields[pmo_schema_field(call->schema, "item")]->to);
	const char *agreed = effect_ask_text(effect, call, "agreed");
	struct pmo_draft *draft;
	if (!item || !pmo_record_is_open(item))
		return PMO_OK;
	if (!agreed)
		return effect_tell(effect,
				   "no date was agreed on, and the clock of %s runs on: pmo set %s "
				   "due=…",
				   item->id, pmo_short_id(item));
	int due = item->schema->due;
	if (due < 0 || item->schema->fields[due]->derive)
		return PMO_OK;
	enum pmo_result result = effect_edit(effect, item, &draft);
	if (result == PMO_OK)
		result = pmo_draft_set(draft, due, agreed);
	return result;
}

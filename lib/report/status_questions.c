/* The four questions that every sponsor asks, answered from the records. */
#include "report/status.h"

#include <pmo/text.h>

#include <string.h>

static const struct listing changed_scope = {
	.register_name = "change",
	.where = "(decided >= $from and decided <= $to and status in [approved, implemented, "
		 "closed]) or (status in [submitted, in_analysis, in_review, deferred] and type = "
		 "scope)",
	.order = { "id" },
};

static const struct listing pending_decisions = {
	.register_name = "decision",
	.where = "status in [proposed, pending]",
	.order = { "due", "id" },
};

/* Whoever has left cannot do what is still in their name. */
static const char *const owned[] = { "action", "risk", "issue", "decision" };

static void answer(struct pmo_document *document, const char *question, const char *sentence)
{
	pmo_document_add_fact(document, question, NULL);
	pmo_document_add_strong(document, sentence ? "Yes" : "No");
	if (sentence)
		pmo_document_add_format(document, ": %s", sentence);
}

static const char *add_name(const struct pmo_status *status, const char *before, const char *name)
{
	return before ? status_format(status, "%s, %s", before, name) : name;
}

static enum pmo_result ask_scope(const struct pmo_status *status, const char **sentence)
{
	struct listing_scope scope = status_scope(status);
	struct listing_rows rows;
	enum pmo_result result = listing_find(&scope, &changed_scope, &rows);
	const char *names = NULL;
	for (size_t i = 0; i < rows.count; i++) {
		const struct pmo_record *change = rows.items[i];
		names = add_name(status, names,
				 status_format(status, "%s %s (%s)", change->id,
					       pmo_record_text(change, change->schema->title),
					       pmo_record_state(change)->name));
	}
	*sentence = names ? status_format(status, "%s.", names) : NULL;
	return result;
}

static void ask_dates(const struct pmo_status *status, const char **sentence)
{
	const struct pmo_plan_item *item = status_go_live(status);
	char when[PMO_DATE_LONG_SIZE];
	size_t late = 0, passed = 0, all = 0;
	*sentence = NULL;
	for (size_t i = 0; status->plan && i < status->plan->own_count; i++) {
		const struct pmo_plan_item *other = &status->plan->items[i];
		bool open = other->state != PMO_ITEM_DONE && other->state != PMO_ITEM_LEFT_OUT;
		if (other->kind != PMO_ITEM_MILESTONE || !open)
			continue;
		all++;
		late += other->sure && other->has_variance && other->variance > 0;
		/* A typed date may lie in the past: what should have happened by now has not. */
		passed += other->sure && other->finish != PMO_DATE_NONE &&
			  other->finish < status->as_of &&
			  !(other->has_variance && other->variance > 0);
	}
	if (passed)
		*sentence = status_format(status,
					  "%zu of %zu milestones to come should have been reached "
					  "by now%s",
					  passed, all, late ? "; " : ".");
	if (!late)
		return;
	if (!item || !item->sure || !item->has_variance || item->variance <= 0) {
		*sentence = status_format(status, "%s%zu of %zu milestones to come are late.",
					  passed ? *sentence : "", late, all);
		return;
	}
	pmo_date_format_short(item->finish, PMO_DATE_NONE, when);
	*sentence = status_format(status,
				  "%s%s is expected %s, %d working day%s late; %zu of %zu "
				  "milestones to come are late.",
				  passed ? *sentence : "", item->title, when, item->variance,
				  item->variance == 1 ? "" : "s", late, all);
}

/* Who is away in the next period, and has open work in it. */
static bool has_work(const struct pmo_status *status, const struct pmo_absence *absence)
{
	for (size_t i = 0; status->plan && i < status->plan->own_count; i++) {
		const struct pmo_plan_item *item = &status->plan->items[i];
		bool open = item->kind == PMO_ITEM_TASK && item->state != PMO_ITEM_DONE &&
			    item->state != PMO_ITEM_LEFT_OUT;
		if (open && item->owner && item->start <= absence->to &&
		    item->finish >= absence->from &&
		    pmo_text_compare(item->owner, absence->person->id) == 0)
			return true;
	}
	return false;
}

enum { LEAVERS = 8 };

struct leavers {
	const char *handles[LEAVERS], *owns[LEAVERS];
	size_t count;
};

static void add_leaver(const struct pmo_status *status, struct leavers *leavers,
		       const struct pmo_record *record)
{
	const char *owner = pmo_record_text(record, record->schema->owner);
	size_t at = 0;
	while (at < leavers->count && strcmp(leavers->handles[at], owner) != 0)
		at++;
	if (at == LEAVERS)
		return;
	if (at == leavers->count)
		leavers->handles[leavers->count++] = owner;
	leavers->owns[at] = add_name(status, leavers->owns[at], record->id);
}

static enum pmo_result ask_leavers(const struct pmo_status *status, const char **names)
{
	struct listing_scope scope = status_scope(status);
	struct leavers leavers = { .count = 0 };
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < sizeof(owned) / sizeof(*owned); i++) {
		struct listing listing = { .register_name = owned[i],
					   .where = "open and owner.status = departed",
					   .order = { "id" } };
		struct listing_rows rows;
		result = listing_find(&scope, &listing, &rows);
		for (size_t row = 0; row < rows.count; row++)
			add_leaver(status, &leavers, rows.items[row]);
	}
	for (size_t i = 0; i < leavers.count; i++)
		*names = status_format(status, "%s%s%s has left and owns %s", *names ? *names : "",
				       *names ? "; " : "",
				       status_person(status, leavers.handles[i]), leavers.owns[i]);
	return result;
}

static enum pmo_result ask_people(const struct pmo_status *status, const char **sentence)
{
	struct pmo_absences absences = { 0 };
	const char *names = NULL;
	int32_t until = status->next_to;
	if (until - status->as_of > 14)
		until = status->as_of + 14;
	enum pmo_result result =
		pmo_absences_find(status->workspace, status->as_of + 1, until, &absences);
	for (size_t i = 0; result == PMO_OK && i < absences.count; i++) {
		const struct pmo_absence *absence = &absences.items[i];
		if (!has_work(status, absence))
			continue;
		names = add_name(
			status, names,
			status_format(
				status, "%s is away until %s (%s)",
				status_person(status, absence->person->id),
				status_day(status, absence->to),
				absence->delegate
					? status_format(status, "%s stands in",
							status_person(status, absence->delegate))
					: "nobody stands in"));
	}
	if (result == PMO_OK)
		result = ask_leavers(status, &names);
	*sentence = names ? status_format(status, "%s.", names) : NULL;
	return result;
}

static const char *say_step(const struct pmo_status *status, const struct pmo_escalation_step *step)
{
	const char *title = pmo_record_text(step->issue, step->issue->schema->title);
	return status_format(status, "%s %s: to be escalated to %s (%s)", step->issue->id,
			     title ? title : "", pmo_ladder_level_name(step->to), step->reason);
}

static const char *say_decision(const struct pmo_status *status, const struct pmo_record *decision)
{
	const char *title = pmo_record_text(decision, decision->schema->title);
	const char *owner = pmo_record_text(decision, decision->schema->owner);
	struct pmo_value due = pmo_record_get(decision, decision->schema->due);
	char when[PMO_DATE_LONG_SIZE] = "";
	if (due.presence == PMO_PRESENT)
		pmo_date_format_long((int32_t)due.as.integer, status->as_of, when);
	return status_format(status, "%s %s%s%s%s%s", decision->id, title ? title : "",
			     owner ? ": " : "", owner ? status_person(status, owner) : "",
			     *when ? " by " : "", when);
}

enum pmo_result status_add_attention(const struct pmo_status *status, struct pmo_document *document,
				     bool *any)
{
	struct listing_scope scope = status_scope(status);
	struct pmo_escalation_steps steps = { 0 };
	struct listing_rows rows;
	enum pmo_result result = listing_find(&scope, &pending_decisions, &rows);
	for (size_t i = 0; result == PMO_OK && i < rows.count; i++)
		pmo_document_add_item(document, say_decision(status, rows.items[i]));
	if (result == PMO_OK)
		result = pmo_ladder_due(status->workspace, status->project, &steps);
	for (size_t i = 0; result == PMO_OK && i < steps.count; i++)
		pmo_document_add_item(document, say_step(status, &steps.items[i]));
	*any = result == PMO_OK && (rows.count || steps.count);
	return result;
}

static enum pmo_result ask_management(const struct pmo_status *status, const char **sentence)
{
	struct listing_scope scope = status_scope(status);
	struct pmo_escalation_steps steps = { 0 };
	struct listing_rows rows;
	const char *names = NULL;
	enum pmo_result result = listing_find(&scope, &pending_decisions, &rows);
	for (size_t i = 0; i < rows.count; i++)
		names = add_name(status, names, rows.items[i]->id);
	if (result == PMO_OK)
		result = pmo_ladder_due(status->workspace, status->project, &steps);
	for (size_t i = 0; result == PMO_OK && i < steps.count; i++)
		names = add_name(status, names, steps.items[i].issue->id);
	*sentence = names ? status_format(status, "%s; see Decisions needed and Top issues.", names)
			  : NULL;
	return result;
}

enum pmo_result status_add_questions(const struct pmo_status *status, struct pmo_document *document)
{
	const char *scope, *dates, *people, *management;
	enum pmo_result result = ask_scope(status, &scope);
	ask_dates(status, &dates);
	if (result == PMO_OK)
		result = ask_people(status, &people);
	if (result == PMO_OK)
		result = ask_management(status, &management);
	if (result != PMO_OK)
		return result;
	pmo_document_add_heading(document, 2, "Key questions");
	answer(document, "Has the scope changed?", scope);
	if (status->plan && status->plan->baseline)
		answer(document, "Will target dates be missed?", dates);
	else
		pmo_document_add_fact(document, "Will target dates be missed?",
				      "Not known: there is no approved baseline yet.");
	answer(document, "Are people missing?", people);
	answer(document, "Does management need to act?", management);
	return PMO_OK;
}

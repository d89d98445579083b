/*
 * A change is implemented (PRACTICE CHG4): money, contract, plan and baseline change in one
 * commit. What it does to the plan stands in its fields what_if and new_tasks.
 */
#include "practice/implement.h"

#include <pmo/money.h>

#include <inttypes.h>
#include <string.h>

/* The last one who approved. */
static const char *last_approver(const struct pmo_record *change)
{
	int index = pmo_schema_field(change->schema, "approvals");
	struct pmo_value list = pmo_record_get(change, index);
	const char *found = NULL;
	for (uint32_t i = 0; list.presence == PMO_PRESENT && list.is_list && i < list.count; i++) {
		const struct pmo_field *field = change->schema->fields[index];
		const struct pmo_value *item = &list.as.items[i];
		const struct pmo_value *said = pmo_value_member(field, item, "decision");
		const struct pmo_value *person = pmo_value_member(field, item, "person");
		if (said && said->presence == PMO_PRESENT && person &&
		    person->presence == PMO_PRESENT && strcmp(said->as.text, "approved") == 0)
			found = person->as.text;
	}
	return found;
}

static enum pmo_result add_transfer(struct implement *work, const char *from)
{
	struct pmo_effect *effect = work->effect;
	char amount[PMO_MONEY_SIZE];
	struct pmo_draft *draft;
	if (!from)
		return effect_refuse(effect, "pmo budget list shows the lines and their categories",
				     "there is no budget line that the money could come from");
	if (!work->line)
		return effect_refuse(effect, "pmo set CHG-… budget_line=BL-…",
				     "it does not say which budget line gets the money");
	pmo_money_format(work->cost, amount);
	const struct {
		const char *field, *text;
	} fields[] = {
		{ "title", effect_ask_text(effect, work->change, "title") },
		{ "from", from },
		{ "to", work->line },
		{ "amount", amount },
		{ "change", work->change->id },
		{ "approved_by", work->approver },
	};
	enum pmo_result result = effect_add(effect, "transfer", &draft);
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]) && result == PMO_OK; i++)
		result = effect_set(draft, fields[i].field, fields[i].text);
	if (result == PMO_OK)
		result = effect_set(effect->draft, "transfer", pmo_draft_record(draft)->id);
	return result;
}

/* A field of money grows. */
static enum pmo_result grow(struct pmo_effect *effect, const struct pmo_record *record,
			    const char *field, int64_t by)
{
	struct pmo_draft *draft;
	char amount[PMO_MONEY_SIZE];
	int64_t sum;
	enum pmo_result result = effect_edit(effect, record, &draft);
	if (result == PMO_OK)
		result = pmo_money_add(effect_ask_number(effect, pmo_draft_record(draft), field),
				       by, &sum);
	if (result != PMO_OK)
		return result;
	pmo_money_format(sum, amount);
	return effect_set(draft, field, amount);
}

/* The budget itself grows: the line, and what is authorized. */
static enum pmo_result add_new_money(struct implement *work)
{
	const struct pmo_record *change = work->change;
	const struct pmo_record *charter = change->world->charter(change->world->store, change);
	const struct pmo_record *line =
		work->line ? change->world->find(change->world->store, change, work->line, "budget")
			   : NULL;
	if (!line)
		return effect_refuse(work->effect, "pmo set CHG-… budget_line=BL-…",
				     "it does not say which budget line gets the money");
	enum pmo_result result = grow(work->effect, line, "original", work->cost);
	return result == PMO_OK && charter
		       ? grow(work->effect, charter, "budget_authorized", work->cost)
		       : result;
}

static enum pmo_result amend(struct implement *work, const struct pmo_record *contract)
{
	struct pmo_effect *effect = work->effect;
	char amount[PMO_MONEY_SIZE], date[PMO_DATE_SIZE];
	struct pmo_draft *draft;
	const char *days = effect_ask_text(effect, work->change, "impact_days");
	enum pmo_result result = effect_edit(effect, contract, &draft);
	if (result != PMO_OK)
		return result;
	int64_t no = effect_ask_number(effect, pmo_draft_record(draft), "max(amendments, no)") + 1;
	pmo_money_format(work->cost, amount);
	pmo_date_format(effect->update->world.today, date);
	const char *text =
		pmo_arena_format(pmo_workspace_arena(effect->workspace),
				 "amendments+=no=%" PRId64 " date=%s change=%s amount=%s days=%s",
				 no, date, work->change->id, amount, days ? days : "0d");
	if (!text)
		return PMO_NO_MEMORY;
	result = pmo_draft_assign(draft, text);
	return result == PMO_OK ? effect_tell(effect, "amendment %" PRId64 " of %s is to be signed",
					      no, contract->id)
				: result;
}

enum pmo_result implement_money(struct implement *work)
{
	struct pmo_effect *effect = work->effect;
	const struct pmo_record *change = work->change;
	const char *funding = effect_ask_text(effect, change, "funding");
	const struct pmo_record *contract =
		effect_ask_record(effect, change, "contract", "contract");
	enum pmo_result result = PMO_OK;
	bool done = effect_ask_text(effect, change, "transfer") != NULL;
	if (work->cost > 0 && !done && funding && strcmp(funding, "contingency") == 0)
		result = add_transfer(
			work, effect_ask_text(effect, change,
					      "first(those(budget, category = contingency))"));
	else if (work->cost > 0 && !done && funding && strcmp(funding, "reserve") == 0)
		result = add_transfer(work,
				      effect_ask_text(effect, change,
						      "first(those(budget, category = reserve))"));
	else if (work->cost > 0 && funding && strcmp(funding, "new_money") == 0)
		result = add_new_money(work);
	bool longer = effect_holds(effect, change, "impact_days > 0d or impact_days < 0d");
	if (result == PMO_OK && contract && (work->cost || longer))
		result = amend(work, contract);
	return result;
}

static enum pmo_result run(struct implement *work)
{
	struct pmo_plan_options how = { 0 };
	struct pmo_effect *effect = work->effect;
	enum pmo_result result =
		pmo_plan_schedule(effect->workspace, work->project, &how, &work->before);
	if (result == PMO_OK)
		result = pmo_plan_read(effect->workspace, work->project, &how, &work->after);
	if (result == PMO_OK)
		result = implement_money(work);
	if (result == PMO_OK)
		result = implement_plan(work);
	if (result == PMO_OK)
		result = pmo_plan_compute(work->after);
	bool moves = effect_holds(effect, work->change,
				  "impact_days > 0d or impact_days < 0d or rebaseline = yes");
	if (result == PMO_OK && (work->cost || work->moves_plan || moves))
		result = implement_baseline(work);
	return result;
}

/* "Go-live Mar 16, 2027 stays" or "Go-live: Mar 16, 2027 > Mar 18, 2027". */
static enum pmo_result tell_go_live(struct implement *work)
{
	int before = pmo_plan_go_live(work->before), after = pmo_plan_go_live(work->after);
	char from[PMO_DATE_LONG_SIZE], to[PMO_DATE_LONG_SIZE];
	int32_t today = work->before->as_of;
	if (before < 0 || after < 0 || work->before->items[before].finish == PMO_DATE_NONE)
		return PMO_OK;
	pmo_date_format_short(work->before->items[before].finish, today, from);
	pmo_date_format_short(work->after->items[after].finish, today, to);
	const char *name = work->before->items[before].title;
	return strcmp(from, to) == 0
		       ? effect_tell(work->effect, "%s stays %s", name, to)
		       : effect_tell(work->effect, "%s moves from %s to %s", name, from, to);
}

enum pmo_result effect_implement(struct pmo_effect *effect)
{
	struct implement work = { .effect = effect };
	work.change = pmo_draft_record(effect->draft);
	work.project = work.change->project;
	work.cost = effect_ask_number(effect, work.change, "impact_cost");
	work.line = effect_ask_text(effect, work.change,
				    "if(budget_line, budget_line, contract.budget_line)");
	work.approver = last_approver(work.change);
	enum pmo_result result = run(&work);
	if (result == PMO_OK && work.before->own_count)
		result = tell_go_live(&work);
	pmo_plan_free(work.before);
	pmo_plan_free(work.after);
	return result;
}

/*
 * The ladder of escalation (PRACTICE C8): from the owner up to the executive, a level at a
 * time, by clocks that depend on the priority.
 */
#include "practice.h"

#include <pmo/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TOP = 4 };

struct ladder {
	struct pmo_workspace *workspace;
	const struct pmo_record *charter;
	struct pmo_records calls; /* escalations */
	struct pmo_escalation_steps *steps;
	int clocks[4][TOP];
	const struct expr *urgent; /* straight to the last level */
};

const char *pmo_ladder_level_name(int level)
{
	static const char *const names[] = { "the owner", "the project manager", "the sponsor",
					     "the steering committee", "the executive" };
	return level >= 0 && level <= TOP ? names[level] : "";
}

static const char *text_of(const struct pmo_value *value)
{
	bool is_text =
		value && value->presence == PMO_PRESENT && !value->is_list &&
		(value->kind == PMO_REF || value->kind == PMO_TEXT || value->kind == PMO_CHOICE);
	return is_text ? value->as.text : NULL;
}

static int64_t integer_of(const struct pmo_value *value, int64_t absent)
{
	bool is_number = value && value->presence == PMO_PRESENT && !value->is_list &&
			 (value->kind == PMO_INTEGER || value->kind == PMO_DATE);
	return is_number ? value->as.integer : absent;
}

/* Who acts for a role today, or NULL. */
static const char *acting(const struct pmo_record *charter, const char *role)
{
	int index = pmo_schema_field(charter->schema, "acting");
	struct pmo_value list = pmo_record_get(charter, index);
	int32_t today = charter->world->today;
	for (uint32_t i = 0; list.presence == PMO_PRESENT && list.is_list && i < list.count; i++) {
		const struct pmo_field *field = charter->schema->fields[index];
		const struct pmo_value *item = &list.as.items[i];
		const char *name = text_of(pmo_value_member(field, item, "role"));
		int64_t from = integer_of(pmo_value_member(field, item, "from"), PMO_DATE_MIN);
		int64_t to = integer_of(pmo_value_member(field, item, "to"), PMO_DATE_MAX);
		if (name && pmo_text_compare(name, role) == 0 && from <= today && today <= to)
			return text_of(pmo_value_member(field, item, "person"));
	}
	return NULL;
}

static const char *authority(const struct pmo_record *charter, int level)
{
	int index = pmo_schema_field(charter->schema, "authority");
	struct pmo_value list = pmo_record_get(charter, index);
	for (uint32_t i = 0; list.presence == PMO_PRESENT && list.is_list && i < list.count; i++) {
		const struct pmo_field *field = charter->schema->fields[index];
		const struct pmo_value *item = &list.as.items[i];
		if (integer_of(pmo_value_member(field, item, "level"), 0) == level)
			return text_of(pmo_value_member(field, item, "approver"));
	}
	return NULL;
}

const char *pmo_ladder_person(const struct pmo_record *charter, int level)
{
	static const char *const roles[] = { NULL, "pm", "sponsor", NULL, NULL };
	if (!charter || level < 1 || level > TOP)
		return NULL;
	const char *role = roles[level];
	const char *person = role ? acting(charter, role) : NULL;
	if (!person)
		person = authority(charter, level);
	if (!person && role) {
		struct pmo_value value = pmo_record_get_name(charter, role);
		person = text_of(&value);
	}
	return person;
}

/* Working days after an issue was raised at which it belongs to a level; -1: never. */
static void set_clocks(struct ladder *ladder)
{
	static const char *const levels[TOP] = { "manager", "sponsor", "board", "executive" };
	for (int priority = 0; priority < 4; priority++)
		for (int level = 0; level < TOP; level++) {
			char name[40];
			snprintf(name, sizeof(name), "escalate.p%d_%s", priority + 1,
				 levels[level]);
			ladder->clocks[priority][level] =
				practice_days(ladder->workspace, name, -1);
		}
}

/* The call about an issue that still runs, or NULL. */
static const struct pmo_record *open_call(const struct ladder *ladder,
					  const struct pmo_record *issue)
{
	for (size_t i = 0; i < ladder->calls.count; i++) {
		const struct pmo_record *call = &ladder->calls.items[i];
		struct pmo_value item = pmo_record_get_name(call, "item");
		const char *id = text_of(&item);
		if (id && pmo_text_compare(id, issue->id) == 0 && pmo_record_is_open(call))
			return call;
	}
	return NULL;
}

static int priority_of(const struct pmo_record *issue)
{
	struct pmo_value value = pmo_record_get_name(issue, "priority");
	const char *text = text_of(&value);
	return text && text[0] == 'P' && text[1] >= '1' && text[1] <= '4' ? text[1] - '1' : 3;
}

static int32_t days_since(const struct pmo_record *issue, const char *field)
{
	struct pmo_value value = pmo_record_get_name(issue, field);
	int64_t date = integer_of(&value, PMO_DATE_NONE);
	const struct pmo_world *world = issue->world;
	return date == PMO_DATE_NONE
		       ? -1
		       : pmo_calendar_days_between(world->calendar, (int32_t)date, world->today);
}

/* Whether the clock of the next level has run out; an answer that is awaited stops it. */
static bool has_ended(const struct ladder *ladder, struct pmo_escalation_step *step)
{
	const int *days = ladder->clocks[priority_of(step->issue)];
	const struct pmo_record *call = open_call(ladder, step->issue);
	int32_t waited = days_since(step->issue, "escalated_on");
	if (call)
		return pmo_record_is_overdue(call);
	step->clock = days[step->to - 1];
	if (step->from == 0 && step->late > 0)
		return true;
	if (step->clock < 0 || step->age < step->clock)
		return false;
	/* Those who were asked last have their own time. */
	int allowed = step->clock - (step->from ? days[step->from - 1] : 0);
	return waited < 0 || waited >= allowed;
}

static const char *due_of(const struct pmo_escalation_step *step)
{
	struct pmo_arena *arena = step->issue->world->arena;
	if (!step->dated)
		return "no due date";
	if (step->late > 0)
		return pmo_arena_format(arena, "%d d past due", step->late);
	return pmo_arena_format(arena, "due in %d d", -step->late);
}

static const char *reason_of(const struct ladder *ladder, const struct pmo_escalation_step *step)
{
	struct pmo_arena *arena = step->issue->world->arena;
	const struct pmo_record *call = open_call(ladder, step->issue);
	int priority = priority_of(step->issue) + 1;
	const char *late = due_of(step);
	if (!late)
		return NULL;
	const char *before = step->from > 0 ? pmo_ladder_person(ladder->charter, step->from) : NULL;
	bool same = before && step->person && pmo_text_compare(before, step->person) == 0;
	if (ladder->urgent && pmo_expr_holds(ladder->urgent, step->issue))
		return pmo_arena_format(arena,
					"%s; safety, security and legal matters go to "
					"level %d at once",
					late, step->to);
	if (call)
		return pmo_arena_format(arena, "%s; no answer to %s in time%s%s", late, call->id,
					same ? "; the same person, now for " : "",
					same ? pmo_ladder_level_name(step->to) : "");
	if (step->clock < 0 || step->age < step->clock)
		return late;
	return pmo_arena_format(arena, "%s; %d d old, and P%d goes to level %d after %d d", late,
				step->age, priority, step->to, step->clock);
}

static enum pmo_result add_step(struct ladder *ladder, struct pmo_escalation_step *step)
{
	struct pmo_escalation_steps *steps = ladder->steps;
	step->person = pmo_ladder_person(ladder->charter, step->to);
	step->reason = reason_of(ladder, step);
	struct pmo_escalation_step *grown =
		pmo_arena_grow(step->issue->world->arena, steps->items, steps->count,
			       &steps->capacity, sizeof(*grown));
	if (!grown || !step->reason)
		return PMO_NO_MEMORY;
	steps->items = grown;
	grown[steps->count++] = *step;
	return PMO_OK;
}

static enum pmo_result consider(struct ladder *ladder, const struct pmo_record *issue)
{
	struct pmo_value level = pmo_record_get_name(issue, "escalation_level");
	struct pmo_value due = pmo_record_get(issue, issue->schema->due);
	struct pmo_escalation_step step = {
		.issue = issue,
		.from = (int)integer_of(&level, 0),
		.age = days_since(issue, "raised"),
	};
	if (!pmo_record_is_open(issue) || issue->unreadable || step.from < 0 || step.from >= TOP)
		return PMO_OK;
	step.dated = pmo_value_is_present(&due);
	step.late = step.dated ? days_since(issue, "due") : 0;
	step.to = step.from + 1;
	if (ladder->urgent && pmo_expr_holds(ladder->urgent, issue)) {
		step.to = TOP;
		return add_step(ladder, &step);
	}
	/* A date to come stops the clock. */
	if (step.dated && step.late <= 0)
		return PMO_OK;
	return has_ended(ladder, &step) ? add_step(ladder, &step) : PMO_OK;
}

static int compare(const void *left, const void *right)
{
	const struct pmo_escalation_step *a = left, *b = right;
	int first = priority_of(a->issue), second = priority_of(b->issue);
	if (first != second)
		return first < second ? -1 : 1;
	if (a->age != b->age)
		return a->age > b->age ? -1 : 1;
	return strcmp(a->issue->id, b->issue->id);
}

static enum pmo_result records_of(const struct ladder *ladder, const struct pmo_project *project,
				  const char *name, struct pmo_records *records)
{
	const struct pmo_schema *schema = pmo_workspace_schema(ladder->workspace, name);
	*records = (struct pmo_records){ 0 };
	if (!schema || schema->own)
		return PMO_OK;
	return pmo_workspace_records(ladder->workspace, project, schema, records);
}

enum pmo_result pmo_ladder_due(struct pmo_workspace *workspace, const struct pmo_project *project,
			       struct pmo_escalation_steps *steps)
{
	struct ladder ladder = { .workspace = workspace, .steps = steps };
	struct pmo_records issues = { 0 }, charters = { 0 };
	struct pmo_diags unheard;
	enum pmo_result result = records_of(&ladder, project, "project", &charters);
	if (result == PMO_OK)
		result = records_of(&ladder, project, "escalation", &ladder.calls);
	if (result == PMO_OK)
		result = records_of(&ladder, project, "issue", &issues);
	if (result != PMO_OK || !issues.count)
		return result;
	if (charters.count)
		ladder.charter = &charters.items[0];
	set_clocks(&ladder);
	pmo_diags_init(&unheard, pmo_workspace_arena(workspace));
	if (pmo_expr_compile("tags = safety or tags = security or tags = legal", "ladder",
			     issues.items[0].schema, &unheard, &ladder.urgent) != PMO_OK)
		ladder.urgent = NULL;
	for (size_t i = 0; result == PMO_OK && i < issues.count; i++)
		result = consider(&ladder, &issues.items[i]);
	if (steps->count)
		qsort(steps->items, steps->count, sizeof(*steps->items), compare);
	return result;
}

enum pmo_result ladder_note(struct pmo_workspace *workspace, const struct pmo_project *project,
			    struct pmo_duties *duties)
{
	struct pmo_escalation_steps steps = { 0 };
	enum pmo_result result = pmo_ladder_due(workspace, project, &steps);
	for (size_t i = 0; result == PMO_OK && i < steps.count; i++) {
		const struct pmo_escalation_step *step = &steps.items[i];
		for (size_t d = 0; d < duties->count; d++) {
			struct pmo_duty *duty = &duties->items[d];
			if (duty->record != step->issue)
				continue;
			duty->note = pmo_arena_format(
				pmo_workspace_arena(workspace), "now to level %d%s%s%s", step->to,
				step->person ? " (" : "", step->person ? step->person : "",
				step->person ? ")" : "");
			if (!duty->note)
				return PMO_NO_MEMORY;
		}
	}
	return result;
}

/* Collects what is owed: the rows of duties.c over the records, and own registers. */
#include "practice.h"

#include "practice/checkin.h"

#include <stdlib.h>
#include <string.h>

/* A row made ready for one register. */
struct ready_row {
	const struct duty_row *row;
	const struct expr *due, *when, *owner, *note_when, *graver;
	int each; /* field; -1: none */
	int soon; /* days */
};

struct collection {
	struct pmo_workspace *workspace;
	struct pmo_duties *duties;
	struct ready_row ready;
};

static const struct expr *compile(const struct collection *collection,
				  const struct pmo_schema *schema, const char *text)
{
	const struct expr *expr = NULL;
	struct pmo_diags unheard;
	pmo_diags_init(&unheard, pmo_workspace_arena(collection->workspace));
	if (!text || pmo_expr_compile(text, "duty", schema, &unheard, &expr) != PMO_OK)
		return NULL;
	return expr;
}

/* False: the row makes no sense for this schema. */
static bool make_ready(struct collection *collection, const struct pmo_schema *schema,
		       const struct duty_row *row)
{
	struct ready_row *ready = &collection->ready;
	*ready = (struct ready_row){ .row = row, .each = -1 };
	ready->when = compile(collection, schema, row->when ? row->when : "open");
	ready->soon = row->soon ? practice_days(collection->workspace, row->soon, 0) : 0;
	ready->note_when = compile(collection, schema, row->note_when);
	ready->graver = compile(collection, schema, row->graver);
	if (row->each) {
		ready->each = pmo_schema_field(schema, row->each);
		return ready->when && ready->each >= 0;
	}
	ready->due = compile(collection, schema, row->due);
	ready->owner = compile(collection, schema, row->owner ? row->owner : "owner");
	return ready->when && (ready->due || !row->due);
}

int practice_days(const struct pmo_workspace *workspace, const char *name, int absent)
{
	struct pmo_limit limit;
	struct pmo_value value;
	if (!pmo_config_limit(pmo_workspace_config(workspace), name, &limit) ||
	    !pmo_limit_read(limit.value, limit.kind, &value) || value.kind != PMO_DURATION)
		return absent;
	struct pmo_duration duration = { value.as.integer, (enum pmo_duration_unit)value.detail };
	int per_day = pmo_workspace_world(workspace)->minutes_per_day;
	int64_t days = duration.unit == PMO_DURATION_CALENDAR_DAYS
			       ? duration.amount / PMO_DURATION_THOUSANDTHS
			       : pmo_duration_days(duration, per_day);
	return days >= 0 && days < 100000 ? (int)days : absent;
}

static int32_t date_of(const struct pmo_value *value)
{
	if (!value || value->presence != PMO_PRESENT || value->is_list)
		return PMO_DATE_NONE;
	if (value->kind == PMO_DATE)
		return (int32_t)value->as.integer;
	return value->kind == PMO_MOMENT ? pmo_moment_date(value->as.moment) : PMO_DATE_NONE;
}

static const char *text_of(const struct pmo_value *value)
{
	bool is_text = value && value->presence == PMO_PRESENT && !value->is_list &&
		       (value->kind == PMO_REF || value->kind == PMO_TEXT);
	return is_text ? value->as.text : NULL;
}

static enum pmo_duty_state state_of(const struct pmo_duty *duty, int soon)
{
	if (duty->due == PMO_DATE_NONE)
		return PMO_DUTY_STANDING;
	if (duty->days > 0)
		return PMO_DUTY_LATE;
	/* Due on a day off, and no working day has gone by since. */
	if (duty->due <= duty->record->world->today)
		return PMO_DUTY_TODAY;
	return -duty->days <= soon ? PMO_DUTY_SOON : PMO_DUTY_LATER;
}

enum pmo_result duties_add_one(struct pmo_duties *duties, struct pmo_duty *duty, int soon)
{
	const struct pmo_world *world = duty->record->world;
	if (duty->due != PMO_DATE_NONE)
		duty->days = duty->calendar_days
				     ? world->today - duty->due
				     : pmo_calendar_days_between(world->calendar, duty->due,
								 world->today);
	duty->state = state_of(duty, soon);
	struct pmo_duty *grown = pmo_arena_grow(world->arena, duties->items, duties->count,
						&duties->capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	duties->items = grown;
	grown[duties->count++] = *duty;
	return PMO_OK;
}

/* "pmo ask V2": {id} and {owner} are those of the duty; who is not asked for it is not named. */
static const char *next_of(const struct pmo_duty *duty, const char *text)
{
	struct pmo_arena *arena = duty->record->world->arena;
	const char *id = pmo_short_id(duty->record);
	const char *brace = text ? strchr(text, '{') : NULL;
	if (!id)
		return NULL;
	if (brace && strcmp(brace, "{id}") == 0)
		return pmo_arena_format(arena, "%.*s%s", (int)(brace - text), text, id);
	if (brace && ask_is_next(duty))
		return pmo_arena_format(arena, "%.*s%s", (int)(brace - text), text, duty->owner);
	return pmo_arena_format(arena, "pmo show %s", id);
}

static enum pmo_result add_duty(struct collection *collection, const struct pmo_record *record,
				int32_t due, const char *owner)
{
	const struct duty_row *row = collection->ready.row;
	struct pmo_duty duty = {
		.record = record,
		.kind = row->kind,
		.what = row->what,
		.owner = owner,
		.due = due,
		.calendar_days = row->calendar_days,
		.seriousness = row->seriousness,
	};
	if (!collection->ready.note_when || pmo_expr_holds(collection->ready.note_when, record))
		duty.note = pmo_practice_text(record, row->note);
	if (collection->ready.graver && pmo_expr_holds(collection->ready.graver, record))
		duty.seriousness++;
	duty.next = next_of(&duty, row->next);
	if (!duty.next)
		return PMO_NO_MEMORY;
	return duties_add_one(collection->duties, &duty, collection->ready.soon);
}

/* A duty for each item of a list. */
static enum pmo_result add_each(struct collection *collection, const struct pmo_record *record)
{
	const struct duty_row *row = collection->ready.row;
	const struct pmo_field *field = record->schema->fields[collection->ready.each];
	struct pmo_value list = pmo_record_get(record, collection->ready.each);
	enum pmo_result result = PMO_OK;
	if (list.presence != PMO_PRESENT || !list.is_list)
		return PMO_OK;
	for (uint32_t i = 0; result == PMO_OK && i < list.count; i++) {
		const struct pmo_value *item = &list.as.items[i];
		if (item->presence != PMO_PRESENT)
			continue;
		int32_t due = date_of(pmo_value_member(field, item, row->due));
		const struct pmo_value *until =
			row->until ? pmo_value_member(field, item, row->until) : NULL;
		const char *owner = row->owner ? text_of(pmo_value_member(field, item, row->owner))
					       : pmo_record_text(record, record->schema->owner);
		if (due != PMO_DATE_NONE && !(until && pmo_value_is_present(until)))
			result = add_duty(collection, record, due, owner);
	}
	return result;
}

static enum pmo_result add_record(struct collection *collection, const struct pmo_record *record)
{
	const struct ready_row *ready = &collection->ready;
	if (record->unreadable || !pmo_expr_holds(ready->when, record))
		return PMO_OK;
	if (ready->each >= 0)
		return add_each(collection, record);
	struct pmo_value due = { .presence = PMO_ABSENT };
	struct pmo_value owner = { .presence = PMO_ABSENT };
	if (ready->due)
		due = pmo_expr_evaluate(ready->due, record);
	if (ready->owner)
		owner = pmo_expr_evaluate(ready->owner, record);
	if (ready->due && date_of(&due) == PMO_DATE_NONE)
		return PMO_OK;
	return add_duty(collection, record, date_of(&due), text_of(&owner));
}

static enum pmo_result add_register(struct collection *collection,
				    const struct pmo_project *project,
				    const struct pmo_schema *schema, const struct duty_row *row)
{
	struct pmo_records records;
	bool of_project = schema->table->scope == PMO_SCOPE_PROJECT;
	if (of_project != (project != NULL) || !make_ready(collection, schema, row))
		return PMO_OK;
	enum pmo_result result =
		pmo_workspace_records(collection->workspace, project, schema, &records);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++)
		result = add_record(collection, &records.items[i]);
	return result;
}

/* Registers of the workspace's own owe what their due field says. */
static enum pmo_result add_own(struct collection *collection, const struct pmo_project *project)
{
	static const struct duty_row row = {
		.what = "due",
		.due = "due",
		.next = "pmo ask {owner}",
		.seriousness = PMO_DUTY_NORMAL,
		.soon = "soon.issues",
	};
	const struct pmo_config *config = pmo_workspace_config(collection->workspace);
	enum pmo_result result = PMO_OK;
	for (size_t i = config->built_in; result == PMO_OK && config->registers[i]; i++) {
		const struct pmo_schema *schema =
			pmo_workspace_schema(collection->workspace, config->registers[i]->name);
		if (schema && schema->own && schema->due >= 0)
			result = add_register(collection, project, schema, &row);
	}
	return result;
}

enum pmo_result pmo_duties_add(struct pmo_workspace *workspace, const struct pmo_project *project,
			       struct pmo_duties *duties)
{
	struct collection collection = { .workspace = workspace, .duties = duties };
	enum pmo_result result = PMO_OK;
	for (const struct duty_row *row = duty_rows; result == PMO_OK && row->register_name;
	     row++) {
		const struct pmo_schema *schema =
			pmo_workspace_schema(workspace, row->register_name);
		if (schema && !schema->own)
			result = add_register(&collection, project, schema, row);
	}
	if (result == PMO_OK)
		result = add_own(&collection, project);
	return result == PMO_OK && project ? ladder_note(workspace, project, duties) : result;
}

static int compare(const void *left, const void *right)
{
	const struct pmo_duty *a = left, *b = right;
	if (a->state != b->state)
		return a->state < b->state ? -1 : 1;
	/* What is to come: the nearest day first. */
	if (a->state > PMO_DUTY_TODAY && a->due != b->due)
		return a->due < b->due ? -1 : 1;
	if (a->seriousness != b->seriousness)
		return a->seriousness > b->seriousness ? -1 : 1;
	if (a->days != b->days)
		return a->days > b->days ? -1 : 1;
	int order = strcmp(a->record->id, b->record->id);
	return order ? order : strcmp(a->what, b->what);
}

void pmo_duties_sort(struct pmo_duties *duties)
{
	if (duties->count)
		qsort(duties->items, duties->count, sizeof(*duties->items), compare);
}

const char *pmo_duty_state_name(enum pmo_duty_state state)
{
	static const char *const names[] = { "late", "today", "soon", "later", "standing" };
	return names[state];
}

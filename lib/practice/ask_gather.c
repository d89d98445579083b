/*
 * Whom to ask for what. What is owed is counted elsewhere (duties.c, the schedule); here it is
 * put together by person, sent to who stands in, and kept from those it is not for.
 */
#include "practice/checkin.h"

#include "practice/practice.h"

#include <pmo/audience.h>
#include <pmo/text.h>

#include <stdlib.h>
#include <string.h>

enum {
	MEETINGS_AHEAD = 5, /* working days after the day of the answer */
	STAND_INS = 3
}; /* a delegate may be away, too */

struct making {
	struct pmo_workspace *workspace;
	struct pmo_plan *plan;
	const struct pmo_form_options *options;
	struct pmo_forms *forms;
	struct pmo_duties duties;
};

const struct pmo_record *ask_person(struct pmo_workspace *workspace, const char *handle)
{
	const struct pmo_world *world = pmo_workspace_world(workspace);
	return handle ? world->find(world->store, NULL, handle, "person") : NULL;
}

int32_t ask_date(const struct pmo_record *record, const char *field)
{
	struct pmo_value value = pmo_record_get_name(record, field);
	if (value.presence != PMO_PRESENT || value.is_list)
		return PMO_DATE_NONE;
	if (value.kind == PMO_MOMENT)
		return pmo_moment_date(value.as.moment);
	return value.kind == PMO_DATE ? (int32_t)value.as.integer : PMO_DATE_NONE;
}

const char *ask_key(const struct pmo_record *record)
{
	const char *wbs = pmo_record_text(record, pmo_schema_field(record->schema, "wbs"));
	bool fits = wbs && *wbs && strlen(wbs) <= 20 && !wbs[strcspn(wbs, " :,\t\n")] &&
		    wbs[strcspn(wbs, "0123456789")];
	return fits ? wbs : record->id;
}

enum pmo_result ask_absence(struct pmo_workspace *workspace, const struct pmo_record *person,
			    int32_t *until, const char **delegate)
{
	int32_t today = pmo_workspace_world(workspace)->today;
	struct pmo_absences absences = { 0 };
	*until = PMO_DATE_NONE;
	*delegate = NULL;
	enum pmo_result result = pmo_absences_find(workspace, today, today, &absences);
	for (size_t i = 0; result == PMO_OK && i < absences.count; i++) {
		const struct pmo_absence *absence = &absences.items[i];
		if (strcmp(absence->person->id, person->id) != 0)
			continue;
		const struct pmo_schema *schema = person->schema;
		*until = absence->to;
		*delegate = absence->delegate
				    ? absence->delegate
				    : pmo_record_text(person, pmo_schema_field(schema, "delegate"));
	}
	return result;
}

/* Who is asked in somebody's place while they are away. */
static enum pmo_result find_addressee(struct making *making, struct pmo_form *form)
{
	enum pmo_result result = PMO_OK;
	form->to = form->person;
	form->away_to = PMO_DATE_NONE;
	for (int i = 0; result == PMO_OK && i < STAND_INS; i++) {
		const char *delegate;
		int32_t until;
		result = ask_absence(making->workspace, form->to, &until, &delegate);
		if (i == 0)
			form->away_to = until;
		const struct pmo_record *other =
			until == PMO_DATE_NONE ? NULL : ask_person(making->workspace, delegate);
		if (!other || other == form->person || !pmo_record_is_open(other))
			break;
		form->to = other;
	}
	return result;
}

static bool is_wanted(const struct making *making, const struct pmo_record *person)
{
	const struct pmo_form_options *options = making->options;
	const char *me = pmo_workspace_world(making->workspace)->me;
	for (size_t i = 0; i < options->people_count; i++)
		if (strcmp(options->people[i], person->id) == 0)
			return true;
	return !options->people_count && !(me && strcmp(me, person->id) == 0);
}

static struct pmo_form *form_of(struct making *making, const char *handle)
{
	struct pmo_forms *forms = making->forms;
	for (size_t i = 0; i < forms->count; i++)
		if (strcmp(forms->items[i].person->id, handle) == 0)
			return &forms->items[i];
	return NULL;
}

/* A form for each person who may be asked; those without questions go in the end. */
static enum pmo_result add_people(struct making *making)
{
	const struct pmo_schema *schema = pmo_workspace_schema(making->workspace, "person");
	struct pmo_records people = { 0 };
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result = pmo_workspace_records(making->workspace, NULL, schema, &people);
	for (size_t i = 0; result == PMO_OK && i < people.count; i++) {
		const struct pmo_record *person = &people.items[i];
		struct pmo_forms *forms = making->forms;
		if (person->unreadable || !pmo_record_is_open(person) ||
		    !is_wanted(making, person) || form_of(making, person->id))
			continue;
		struct pmo_form *grown =
			pmo_arena_grow(pmo_workspace_arena(making->workspace), forms->items,
				       forms->count, &forms->capacity, sizeof(*grown));
		if (!grown)
			return PMO_NO_MEMORY;
		forms->items = grown;
		grown[forms->count] = (struct pmo_form){ .person = person };
		result = find_addressee(making, &grown[forms->count++]);
	}
	return result;
}

static enum pmo_result add_item(struct making *making, struct pmo_form *form,
				const struct pmo_record *record, const char *now)
{
	struct pmo_arena *arena = pmo_workspace_arena(making->workspace);
	const char *title = pmo_record_text(record, record->schema->title);
	for (size_t i = 0; i < form->count; i++)
		if (form->items[i].record == record)
			return PMO_OK;
	if (!ask_may_tell(form->person, form->to, record)) {
		form->withheld++;
		return PMO_OK;
	}
	struct pmo_form_item *grown =
		pmo_arena_grow(arena, form->items, form->count, &form->capacity, sizeof(*grown));
	const char *words = take_words(arena, title ? title : "", 120);
	if (!grown || !now || !words)
		return PMO_NO_MEMORY;
	form->items = grown;
	grown[form->count++] = (struct pmo_form_item){
		.record = record,
		.key = ask_key(record),
		.title = words,
		.now = now,
		.questions = ask_questions(record),
	};
	return PMO_OK;
}

static void add_day(struct pmo_buffer *out, const char *what, int32_t date, int32_t today)
{
	char text[PMO_DATE_LONG_SIZE];
	if (date == PMO_DATE_NONE)
		return;
	pmo_date_format_short(date, today, text);
	pmo_buffer_add_format(out, "%s%s %s", out->length ? ", " : "", what, text);
}

/* "now 45 %, 10 d left, expected to finish Dec 8, planned Oct 5" */
static const char *now_of_item(const struct making *making, const struct pmo_plan_item *item)
{
	struct pmo_buffer out;
	int32_t today = making->plan->as_of;
	pmo_buffer_init(&out, 1 << 12);
	if (item->state == PMO_ITEM_UNDER_WAY)
		pmo_buffer_add_format(&out, "now %d %%, %d d left", item->percent / 100,
				      pmo_plan_days(item, item->remaining));
	else if (item->kind != PMO_ITEM_MILESTONE)
		add_day(&out, "expected to start", item->sure ? item->start : PMO_DATE_NONE, today);
	add_day(&out, item->kind == PMO_ITEM_MILESTONE ? "expected" : "expected to finish",
		item->sure ? item->finish : PMO_DATE_NONE, today);
	add_day(&out, "planned", item->baseline_finish, today);
	const char *text =
		out.failed ? NULL
			   : pmo_arena_string(pmo_workspace_arena(making->workspace), out.data);
	pmo_buffer_release(&out);
	return text;
}

static bool works_on(const struct pmo_plan_item *item, const struct pmo_record *person)
{
	struct pmo_value list = pmo_record_get_name(item->record, "assignees");
	if (item->owner)
		return strcmp(item->owner, person->id) == 0;
	for (uint32_t i = 0; list.presence == PMO_PRESENT && i < list.count; i++) {
		const struct pmo_value *part = list.as.items[i].as.items;
		if (list.as.items[i].presence == PMO_PRESENT && part->presence == PMO_PRESENT &&
		    strcmp(part->as.text, person->id) == 0)
			return true;
	}
	return false;
}

static enum pmo_result add_plan(struct making *making)
{
	enum pmo_result result = PMO_OK;
	const struct pmo_plan *plan = making->plan;
	for (size_t i = 0; plan && result == PMO_OK && i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (!ask_has_item(item, making->options->until))
			continue;
		for (size_t f = 0; result == PMO_OK && f < making->forms->count; f++)
			if (works_on(item, making->forms->items[f].person))
				result = add_item(making, &making->forms->items[f], item->record,
						  now_of_item(making, item));
	}
	return result;
}

static const char *now_of_duty(const struct making *making, const struct pmo_duty *duty)
{
	char date[PMO_DATE_LONG_SIZE];
	struct pmo_arena *arena = pmo_workspace_arena(making->workspace);
	bool due = strcmp(duty->what, "due") == 0;
	pmo_date_format_short(duty->due, duty->record->world->today, date);
	if (duty->state == PMO_DUTY_LATE)
		return pmo_arena_format(arena, "%s%s %s, %d %s late", due ? "" : duty->what,
					due ? "due" : ", due", date, duty->days,
					duty->calendar_days ? "calendar days" : "d");
	return pmo_arena_format(arena, "%s%s %s", due ? "" : duty->what, due ? "due" : ", due",
				date);
}

static enum pmo_result add_duties(struct making *making)
{
	enum pmo_result result =
		pmo_duties_add(making->workspace, making->plan->project, &making->duties);
	pmo_duties_sort(&making->duties);
	for (size_t i = 0; result == PMO_OK && i < making->duties.count; i++) {
		const struct pmo_duty *duty = &making->duties.items[i];
		if (!ask_has_duty(duty, making->options->until))
			continue;
		struct pmo_form *form = form_of(making, duty->owner);
		if (form)
			result = add_item(making, form, duty->record, now_of_duty(making, duty));
	}
	return result;
}

static bool is_in_list(const struct pmo_record *meeting, const char *list, const char *person)
{
	struct pmo_value people = pmo_record_get_name(meeting, list);
	for (uint32_t i = 0; people.presence == PMO_PRESENT && i < people.count; i++) {
		const struct pmo_value *item = &people.as.items[i];
		if (item->presence == PMO_PRESENT && item->as.items[0].presence == PMO_PRESENT &&
		    strcmp(item->as.items[0].as.text, person) == 0)
			return true;
	}
	return false;
}

/* Whether they come: of meetings near, where nothing says so yet. No form is made for it. */
static enum pmo_result add_meeting(struct making *making, const struct pmo_record *meeting)
{
	const struct pmo_world *world = meeting->world;
	char date[PMO_DATE_LONG_SIZE];
	int32_t start = ask_date(meeting, "start");
	int32_t last =
		pmo_calendar_add_days(world->calendar, making->options->until, MEETINGS_AHEAD);
	const char *state = meeting->unreadable ? "" : pmo_record_state(meeting)->name;
	enum pmo_result result = PMO_OK;
	if (start == PMO_DATE_NONE || start < world->today || start > last ||
	    !pmo_word_is_in("planned|agenda_sent", state))
		return PMO_OK;
	pmo_date_format_long(start, world->today, date);
	for (size_t i = 0; result == PMO_OK && i < making->forms->count; i++) {
		struct pmo_form *form = &making->forms->items[i];
		const char *handle = form->person->id;
		bool asked = (form->count || making->options->people_count) &&
			     is_in_list(meeting, "invitees", handle) &&
			     !is_in_list(meeting, "attendance", handle);
		if (asked)
			result = add_item(making, form, meeting,
					  pmo_arena_format(world->arena, "%s", date));
	}
	return result;
}

static enum pmo_result add_meetings(struct making *making)
{
	const struct pmo_schema *schema = pmo_workspace_schema(making->workspace, "meeting");
	struct pmo_records meetings = { 0 };
	if (!schema || schema->own)
		return PMO_OK;
	enum pmo_result result =
		pmo_workspace_records(making->workspace, making->plan->project, schema, &meetings);
	for (size_t i = 0; result == PMO_OK && i < meetings.count; i++)
		result = add_meeting(making, &meetings.items[i]);
	return result;
}

/* The check-ins of people: the one for the day at hand, and the last that nobody answered. */
static enum pmo_result find_open(struct making *making)
{
	const struct pmo_schema *schema = pmo_workspace_schema(making->workspace, "checkin");
	struct pmo_records checkins = { 0 };
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result =
		pmo_workspace_records(making->workspace, making->plan->project, schema, &checkins);
	for (size_t i = 0; result == PMO_OK && i < checkins.count; i++) {
		const struct pmo_record *record = &checkins.items[i];
		const char *owner =
			record->unreadable ? NULL : pmo_record_text(record, schema->owner);
		struct pmo_form *form = owner ? form_of(making, owner) : NULL;
		if (!form || pmo_record_is_void(record))
			continue;
		struct pmo_value asked = pmo_record_get_name(record, "asked");
		bool is_out = pmo_value_is_present(&asked) &&
			      ask_date(record, "wanted_by") == making->options->until;
		if (is_out ||
		    (!form->is_out && strcmp(pmo_record_state(record)->name, "requested") == 0))
			form->open = record;
		form->is_out = form->is_out || is_out;
	}
	return result;
}

static int compare(const void *left, const void *right)
{
	const struct pmo_form *a = left, *b = right;
	return strcmp(a->person->id, b->person->id);
}

enum pmo_result pmo_forms_make(struct pmo_workspace *workspace, struct pmo_plan *plan,
			       const struct pmo_form_options *options, struct pmo_forms *forms)
{
	struct making making = { workspace, plan, options, forms, { 0 } };
	*forms = (struct pmo_forms){ .until = options->until };
	enum pmo_result result = add_people(&making);
	if (result == PMO_OK)
		result = add_plan(&making);
	if (result == PMO_OK)
		result = add_duties(&making);
	if (result == PMO_OK)
		result = add_meetings(&making);
	if (result == PMO_OK)
		result = find_open(&making);
	size_t kept = 0;
	for (size_t i = 0; i < forms->count; i++)
		if (forms->items[i].count || forms->items[i].withheld || options->people_count)
			forms->items[kept++] = forms->items[i];
	forms->count = kept;
	if (kept)
		qsort(forms->items, kept, sizeof(*forms->items), compare);
	return result;
}

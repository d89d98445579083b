/*
 * What a form asks for: the one rule by which forms are made, and by which what is overdue names
 * `pmo ask` as the next step.
 */
#include "practice/checkin.h"

#include <pmo/audience.h>
#include <pmo/text.h>

#include <string.h>

enum { USUAL_DAYS = 3 }; /* working days to answer where no day is said */

int32_t pmo_form_usual_until(const struct pmo_world *world)
{
	return pmo_calendar_add_days(world->calendar, world->today, USUAL_DAYS);
}

bool ask_has_item(const struct pmo_plan_item *item, int32_t until)
{
	if (item->state == PMO_ITEM_UNDER_WAY)
		return item->kind == PMO_ITEM_TASK;
	if (item->state != PMO_ITEM_NOT_STARTED ||
	    (item->kind != PMO_ITEM_TASK && item->kind != PMO_ITEM_MILESTONE))
		return false;
	if (item->finish != PMO_DATE_NONE && item->finish <= until)
		return true;
	return item->kind == PMO_ITEM_TASK && item->start != PMO_DATE_NONE && item->start <= until;
}

/* What has a form of its own, or goes another way up. */
static bool is_asked_elsewhere(const struct pmo_duty *duty)
{
	static const char elsewhere[] = "checkin|meeting|decision|change|escalation|gonogo|task|"
					"milestone";
	const struct pmo_schema *schema = duty->record->schema;
	return (duty->kind != PMO_DUTY_WORK && duty->kind != PMO_DUTY_ANSWER) || !duty->owner ||
	       (!schema->own && pmo_word_is_in(elsewhere, schema->table->name));
}

bool ask_has_duty(const struct pmo_duty *duty, int32_t until)
{
	return !is_asked_elsewhere(duty) && duty->due != PMO_DATE_NONE && duty->due <= until;
}

bool ask_may_tell(const struct pmo_record *person, const struct pmo_record *to,
		  const struct pmo_record *record)
{
	bool inside = pmo_audience_of_person(person) == PMO_AUDIENCE_INTERNAL;
	return pmo_audience_may_tell(person, record, person->id) &&
	       pmo_audience_may_tell(to, record, inside ? person->id : to->id);
}

bool ask_reaches(const struct pmo_record *record, const char *handle)
{
	const struct pmo_world *world = record->world;
	if (!handle || (world->me && pmo_text_compare(world->me, handle) == 0))
		return false;
	const struct pmo_record *person = world->find(world->store, NULL, handle, "person");
	return person && !person->unreadable && pmo_record_is_open(person) &&
	       ask_may_tell(person, person, record);
}

bool ask_is_next(const struct pmo_duty *duty)
{
	bool is_form = !duty->record->schema->own &&
		       strcmp(duty->record->schema->table->name, "checkin") == 0;
	return (is_form || ask_has_duty(duty, pmo_form_usual_until(duty->record->world))) &&
	       ask_reaches(duty->record, duty->owner);
}

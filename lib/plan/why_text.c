/* The words of a step: who, when, after what, and which days are lost on the way. */
#include "plan/why.h"

#include <string.h>

enum { LISTED_HOLIDAYS = 6 };

const char *why_take(struct plan *plan, struct pmo_buffer *buffer)
{
	const char *text =
		buffer->failed ? NULL : pmo_arena_copy(&plan->memory, buffer->data, buffer->length);
	pmo_buffer_release(buffer);
	return text;
}

const char *why_day(struct plan *plan, int32_t date)
{
	char text[PMO_DATE_LONG_SIZE];
	if (date == PMO_DATE_NONE)
		return "?";
	pmo_date_format_short(date, plan->open.as_of, text);
	const char *copy = pmo_arena_string(&plan->memory, text);
	return copy ? copy : "?";
}

const char *why_days(struct plan *plan, int64_t days)
{
	const char *text = pmo_arena_format(&plan->memory, "%lld day%s", (long long)days,
					    days == 1 ? "" : "s");
	return text ? text : "some days";
}

const char *why_title(struct plan *plan, int item)
{
	const char *title = plan->open.items[item].title;
	if (!strpbrk(title, ",:;."))
		return title;
	const char *quoted = pmo_arena_format(&plan->memory, "\"%s\"", title);
	return quoted ? quoted : title;
}

static const struct pmo_record *find(const struct pmo_plan *plan, const char *id,
				     const char *registers)
{
	const struct pmo_world *world = pmo_workspace_world(plan->workspace);
	const struct pmo_record *from = plan->own_count ? plan->items[0].record : NULL;
	return id && world->find && from ? world->find(world->store, from, id, registers) : NULL;
}

static const char *text_of(const struct pmo_record *record, const char *name)
{
	struct pmo_value value = { .presence = PMO_ABSENT };
	if (record)
		value = pmo_record_get_name(record, name);
	bool is_text =
		pmo_value_is_present(&value) && !value.is_list &&
		(value.kind == PMO_TEXT || value.kind == PMO_REF || value.kind == PMO_CHOICE);
	return is_text ? value.as.text : NULL;
}

const char *pmo_why_person(struct pmo_plan *plan, const char *handle)
{
	const struct pmo_record *person = find(plan, handle, "person");
	const char *vendor = text_of(person, "vendor"), *type = text_of(person, "type");
	const char *name = text_of(find(plan, vendor, "vendor"), "name");
	if (!name && type && strcmp(type, "external_agency") == 0)
		name = text_of(person, "org");
	if (!name)
		name = text_of(person, "name");
	return name ? name : handle;
}

const char *pmo_why_name(struct pmo_plan *plan, int item, bool with_owner)
{
	const struct pmo_plan_item *of = &plan->items[item];
	bool is_other = of->project != plan->project;
	bool owned = with_owner && of->owner && of->kind != PMO_ITEM_MILESTONE;
	if (!is_other && !owned)
		return of->title;
	return pmo_arena_format(plan->arena, "%s (%s%s%s)", of->title,
				owned ? pmo_why_person(plan, of->owner) : "",
				owned && is_other ? ", " : "", is_other ? of->project->title : "");
}

/* The calendar that an item's days are counted in, where a single one says. */
static const struct pmo_calendar *calendar_of(struct plan *plan, int item)
{
	const char *name = text_of(plan->open.items[item].record, "calendar");
	const struct pmo_calendar *calendar = plan->open.calendar;
	const struct plan_person *person = plan->work[item].person;
	if (person && person->own)
		return NULL;
	if (name && pmo_plan_calendar(&plan->open, name, &calendar) != PMO_OK)
		return NULL;
	return calendar;
}

static void add_holidays(struct plan *plan, int item, struct pmo_buffer *out)
{
	const struct pmo_calendar *calendar = calendar_of(plan, item);
	const struct pmo_plan_item *of = &plan->open.items[item];
	int32_t from = plan_day_of_start(plan->work[item].resume), to = of->finish;
	size_t count = 0, told = 0;
	int last = 0;
	if (!calendar || from == PMO_DATE_NONE || to == PMO_DATE_NONE)
		return;
	for (size_t i = 0; i < calendar->lost_count; i++)
		count += calendar->lost[i] >= from && calendar->lost[i] <= to;
	if (!count)
		return;
	if (count > LISTED_HOLIDAYS) {
		pmo_buffer_add_format(out, " %zu holidays are skipped.", count);
		return;
	}
	pmo_buffer_add_format(out, " Skipped holiday%s: ", count == 1 ? "" : "s");
	for (size_t i = 0; i < calendar->lost_count; i++) {
		int year, month, day;
		if (calendar->lost[i] < from || calendar->lost[i] > to)
			continue;
		pmo_date_to_civil(calendar->lost[i], &year, &month, &day);
		pmo_buffer_add_text(out, !told++ ? "" : told == count ? " and " : ", ");
		if (month != last)
			pmo_buffer_add_format(out, "%s ", pmo_date_month_name(month));
		pmo_buffer_add_format(out, "%d", day);
		last = month;
	}
	pmo_buffer_add_char(out, '.');
}

static void add_blocks(struct plan *plan, int item, struct pmo_buffer *out)
{
	struct pmo_value list = pmo_record_get_name(plan->open.items[item].record, "blocked_by");
	const char *gap = " In its way: ";
	for (uint32_t i = 0; pmo_value_is_present(&list) && list.is_list && i < list.count; i++) {
		const struct pmo_value *value = &list.as.items[i];
		const struct pmo_record *record = NULL;
		if (value->presence == PMO_PRESENT)
			record = find(&plan->open, value->as.text, NULL);
		const char *title = text_of(record, "title");
		if (!title || !pmo_record_is_open(record))
			continue;
		pmo_buffer_add_format(out, "%s%s", gap, title);
		gap = "; ";
	}
	if (strcmp(gap, "; ") == 0)
		pmo_buffer_add_char(out, '.');
}

void why_add_skipped(struct plan *plan, int item, struct pmo_buffer *out)
{
	const struct pmo_plan_item *of = &plan->open.items[item];
	const struct plan_person *person = plan->work[item].person;
	if (of->kind != PMO_ITEM_TASK || of->state == PMO_ITEM_DONE)
		return;
	add_holidays(plan, item, out);
	if (person && of->cause.away_from != PMO_DATE_NONE && of->cause.kind != PMO_CAUSE_LEAVE)
		pmo_buffer_add_format(
			out, " %s is away %s to %s.", pmo_why_person(&plan->open, person->handle),
			why_day(plan, of->cause.away_from), why_day(plan, of->cause.away_to));
	add_blocks(plan, item, out);
}

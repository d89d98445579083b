/*
 * Calendars from their records. One that is based on another begins as that one; its own
 * weekend and hours take the place of the other's, its holidays and exceptions are added.
 */
#include "store/calendar_load.h"

#include "store/workspace.h"

#include <pmo/text.h>

#include <string.h>

static const char *calendar_name(struct pmo_workspace *workspace)
{
	struct pmo_records charter;
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, "project");
	const char *name = NULL;
	if (schema && workspace->project &&
	    pmo_workspace_records(workspace, workspace->project, schema, &charter) == PMO_OK &&
	    charter.count)
		name = pmo_record_text(&charter.items[0], pmo_schema_field(schema, "calendar"));
	return name ? name : workspace->config.calendar;
}

static uint8_t weekend_of(const struct pmo_value *days)
{
	uint8_t weekend = 0;
	for (uint32_t i = 0; i < days->count; i++)
		for (int day = 0; day < 7; day++)
			if (days->as.items[i].presence == PMO_PRESENT &&
			    pmo_ascii_equal(days->as.items[i].as.text, pmo_date_weekday_name(day)))
				weekend |= (uint8_t)(1 << day);
	return weekend;
}

static int32_t date_member(const struct pmo_field *field, const struct pmo_value *item,
			   const char *name)
{
	const struct pmo_value *value = pmo_value_member(field, item, name);
	return value && value->presence == PMO_PRESENT ? (int32_t)value->as.integer : PMO_DATE_NONE;
}

static const char *text_member(const struct pmo_field *field, const struct pmo_value *item,
			       const char *name)
{
	const struct pmo_value *value = pmo_value_member(field, item, name);
	return value && value->presence == PMO_PRESENT ? value->as.text : NULL;
}

/* A calendar that is being read. */
struct load {
	struct pmo_workspace *workspace;
	const struct pmo_record *record;
	struct pmo_calendar *calendar;
	const char *fault; /* the first that was found */
};

enum { BASES = 8 }; /* of a calendar that is based on another, which is based on another */

static void find_fault(struct load *load, const char *what, const char *text)
{
	if (!load->fault)
		load->fault = pmo_arena_format(&load->workspace->arena, "calendar '%s': %s '%s'",
					       load->record->id, what, text ? text : "");
}

/* The items of a list, and its field; an empty list when there is none. */
static struct pmo_value list_of(const struct load *load, const char *name,
				const struct pmo_field **field)
{
	static const struct pmo_value none = { .is_list = true };
	int at = pmo_schema_field(load->record->schema, name);
	if (at < 0)
		return none;
	*field = load->record->schema->fields[at];
	struct pmo_value list = pmo_record_get(load->record, at);
	return list.presence == PMO_PRESENT && list.is_list ? list : none;
}

static enum pmo_result add_holidays(struct load *load)
{
	const struct pmo_field *field = NULL;
	struct pmo_value days = list_of(load, "holidays", &field);
	for (uint32_t i = 0; i < days.count; i++) {
		int32_t date = date_member(field, &days.as.items[i], "date");
		const char *name = text_member(field, &days.as.items[i], "name");
		if (date != PMO_DATE_NONE &&
		    pmo_calendar_add_holiday(load->calendar, &load->workspace->arena, date, name) ==
			    PMO_NO_MEMORY)
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

static enum pmo_result add_freezes(struct load *load)
{
	const struct pmo_field *field = NULL;
	struct pmo_value spans = list_of(load, "freezes", &field);
	for (uint32_t i = 0; i < spans.count; i++) {
		const struct pmo_value *item = &spans.as.items[i];
		struct pmo_freeze freeze = { .from = date_member(field, item, "from"),
					     .to = date_member(field, item, "to"),
					     .reason = text_member(field, item, "reason") };
		const char *kind = text_member(field, item, "kind");
		if (kind && strcmp(kind, "training") == 0)
			freeze.kind = PMO_FREEZE_TRAINING;
		else if (kind && strcmp(kind, "leave") == 0)
			freeze.kind = PMO_FREEZE_LEAVE;
		if (freeze.from == PMO_DATE_NONE || freeze.to == PMO_DATE_NONE)
			continue;
		if (pmo_calendar_add_freeze(load->calendar, &load->workspace->arena, &freeze) ==
		    PMO_NO_MEMORY)
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

static bool read_interval(const char *from, size_t from_length, const char *to, size_t to_length,
			  struct pmo_interval *interval)
{
	return pmo_calendar_parse_time(from, from_length, &interval->from) == PMO_OK &&
	       pmo_calendar_parse_time(to, to_length, &interval->to) == PMO_OK &&
	       interval->from < interval->to;
}

static int weekday_of(const char *day)
{
	for (int i = 0; day && i < 7; i++)
		if (pmo_ascii_equal(day, pmo_date_weekday_name(i)))
			return i;
	return -1;
}

/* Days without hours are not worked, unless the record says what its weekend is. */
static enum pmo_result add_hours(struct load *load, bool has_weekend)
{
	const struct pmo_field *field = NULL;
	struct pmo_value list = list_of(load, "hours", &field);
	uint8_t weekend = 0x7f;
	if (list.count)
		load->calendar->hour_count = 0;
	for (uint32_t i = 0; i < list.count; i++) {
		const struct pmo_value *item = &list.as.items[i];
		const char *from = text_member(field, item, "from");
		const char *to = text_member(field, item, "to");
		struct pmo_work_hours hours = { .weekday = weekday_of(
							text_member(field, item, "day")) };
		bool fine = from && to && hours.weekday >= 0 &&
			    read_interval(from, strlen(from), to, strlen(to), &hours.interval);
		enum pmo_result result =
			fine ? pmo_calendar_add_hours(load->calendar, &load->workspace->arena,
						      &hours)
			     : PMO_INVALID;
		if (result == PMO_NO_MEMORY)
			return result;
		if (result != PMO_OK)
			find_fault(load, "no hours of a day, or they overlap:", from);
		else
			weekend &= (uint8_t) ~(1u << hours.weekday);
	}
	if (has_weekend || weekend == 0x7f)
		return PMO_OK;
	return pmo_calendar_set_weekend(load->calendar, &load->workspace->arena, weekend);
}

/* `08:00-12:00,13:00-15:00` into intervals; false: it is none. */
static bool read_intervals(struct load *load, const char *text, struct pmo_exception *exception)
{
	enum { INTERVALS = 24 };
	struct pmo_interval *intervals =
		pmo_arena_array(&load->workspace->arena, INTERVALS, sizeof(*intervals));
	size_t count = 0;
	while (intervals && *text) {
		text += strspn(text, " ,");
		size_t length = strcspn(text, " ,"), dash = strcspn(text, "- ,");
		if (!length)
			break;
		if (dash >= length || count == INTERVALS ||
		    !read_interval(text, dash, text + dash + 1, length - dash - 1,
				   &intervals[count]))
			return false;
		count++;
		text += length;
	}
	exception->intervals = intervals;
	exception->interval_count = count;
	return intervals && count;
}

static enum pmo_result add_exceptions(struct load *load)
{
	const struct pmo_field *field = NULL;
	struct pmo_value list = list_of(load, "exceptions", &field);
	for (uint32_t i = 0; i < list.count; i++) {
		const struct pmo_value *item = &list.as.items[i];
		const char *hours = text_member(field, item, "hours");
		struct pmo_exception exception = { .from = date_member(field, item, "from"),
						   .to = date_member(field, item, "to"),
						   .name = text_member(field, item, "name") };
		if (exception.to == PMO_DATE_NONE)
			exception.to = exception.from;
		enum pmo_result result = PMO_INVALID;
		if (!hours || read_intervals(load, hours, &exception))
			result = pmo_calendar_add_exception(load->calendar, &load->workspace->arena,
							    &exception);
		if (result == PMO_NO_MEMORY)
			return result;
		if (result != PMO_OK)
			find_fault(load, "an exception that is none:", hours ? hours : "its days");
	}
	return PMO_OK;
}

/* What this record says itself, on top of what is there. */
static enum pmo_result add_own(struct load *load)
{
	struct pmo_value weekend = pmo_record_get_name(load->record, "weekend");
	bool has_weekend = pmo_value_is_present(&weekend) && weekend.is_list;
	if (has_weekend && pmo_calendar_set_weekend(load->calendar, &load->workspace->arena,
						    weekend_of(&weekend)) == PMO_NO_MEMORY)
		return PMO_NO_MEMORY;
	enum pmo_result result = add_hours(load, has_weekend);
	if (result == PMO_OK)
		result = add_holidays(load);
	if (result == PMO_OK)
		result = add_exceptions(load);
	return result == PMO_OK ? add_freezes(load) : result;
}

static enum pmo_result load_record(struct pmo_workspace *workspace, const struct pmo_record *record,
				   struct pmo_calendar *calendar, const char **fault)
{
	const struct pmo_record *chain[BASES] = { 0 };
	size_t count = 0;
	struct load load = { .workspace = workspace, .calendar = calendar };
	while (record && count < BASES) {
		chain[count++] = record;
		struct pmo_value base = pmo_record_get_name(record, "base");
		const struct pmo_record *next = NULL;
		enum pmo_result result =
			pmo_value_is_present(&base)
				? lookup_record(workspace, NULL, base.as.text, "calendar", &next)
				: PMO_OK;
		if (result != PMO_OK)
			return result;
		record = next;
	}
	while (count--) {
		load.record = chain[count];
		enum pmo_result result = add_own(&load);
		if (result == PMO_NO_MEMORY)
			return result;
	}
	*fault = load.fault;
	return PMO_OK;
}

enum pmo_result calendar_load(struct pmo_workspace *workspace, const char *name,
			      struct pmo_calendar *calendar, const char **fault)
{
	const struct pmo_record *record = NULL;
	pmo_calendar_init(calendar);
	*fault = NULL;
	if (!pmo_workspace_schema(workspace, "calendar"))
		return PMO_NOT_FOUND;
	enum pmo_result result = lookup_record(workspace, NULL, name, "calendar", &record);
	if (result != PMO_OK)
		return result;
	return record ? load_record(workspace, record, calendar, fault) : PMO_NOT_FOUND;
}

enum pmo_result workspace_load_calendar(struct pmo_workspace *workspace)
{
	const char *fault = NULL;
	pmo_calendar_init(&workspace->calendar);
	workspace->world.calendar = &workspace->calendar;
	const char *name = calendar_name(workspace);
	if (!name || !pmo_workspace_schema(workspace, "calendar"))
		return PMO_OK;
	enum pmo_result result = calendar_load(workspace, name, &workspace->calendar, &fault);
	if (result == PMO_NOT_FOUND && name == workspace->config.calendar) {
		pmo_diag_add(workspace->diags, PMO_WARNING, "ref-missing", NULL,
			     "pmo.yaml names the calendar '%s', which is not there", name);
		pmo_diag_hint(workspace->diags, "Monday to Friday are worked until it is");
	}
	return result == PMO_NOT_FOUND ? PMO_OK : result;
}

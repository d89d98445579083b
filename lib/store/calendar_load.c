/* The calendar that a project names, from its record: weekend, holidays, freezes. */
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

static enum pmo_result add_holidays(struct pmo_workspace *workspace,
				    const struct pmo_record *record)
{
	int field = pmo_schema_field(record->schema, "holidays");
	struct pmo_value days = pmo_record_get(record, field);
	for (uint32_t i = 0; days.presence == PMO_PRESENT && days.is_list && i < days.count; i++) {
		const struct pmo_field *of = record->schema->fields[field];
		int32_t date = date_member(of, &days.as.items[i], "date");
		const char *name = text_member(of, &days.as.items[i], "name");
		enum pmo_result result =
			date == PMO_DATE_NONE
				? PMO_OK
				: pmo_calendar_add_holiday(&workspace->calendar, &workspace->arena,
							   date, name);
		if (result == PMO_NO_MEMORY)
			return result;
	}
	return PMO_OK;
}

static enum pmo_result add_freezes(struct pmo_workspace *workspace, const struct pmo_record *record)
{
	int field = pmo_schema_field(record->schema, "freezes");
	struct pmo_value spans = pmo_record_get(record, field);
	for (uint32_t i = 0; spans.presence == PMO_PRESENT && spans.is_list && i < spans.count;
	     i++) {
		const struct pmo_field *of = record->schema->fields[field];
		const struct pmo_value *item = &spans.as.items[i];
		struct pmo_freeze freeze = { .from = date_member(of, item, "from"),
					     .to = date_member(of, item, "to"),
					     .reason = text_member(of, item, "reason") };
		const char *kind = text_member(of, item, "kind");
		if (kind && strcmp(kind, "training") == 0)
			freeze.kind = PMO_FREEZE_TRAINING;
		else if (kind && strcmp(kind, "leave") == 0)
			freeze.kind = PMO_FREEZE_LEAVE;
		if (freeze.from == PMO_DATE_NONE || freeze.to == PMO_DATE_NONE)
			continue;
		if (pmo_calendar_add_freeze(&workspace->calendar, &workspace->arena, &freeze) ==
		    PMO_NO_MEMORY)
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

enum pmo_result workspace_load_calendar(struct pmo_workspace *workspace)
{
	const struct pmo_record *record = NULL;
	pmo_calendar_init(&workspace->calendar);
	workspace->world.calendar = &workspace->calendar;
	const char *name = calendar_name(workspace);
	if (!name || !pmo_workspace_schema(workspace, "calendar"))
		return PMO_OK;
	enum pmo_result result = lookup_record(workspace, NULL, name, "calendar", &record);
	if (result == PMO_OK && !record && name == workspace->config.calendar) {
		pmo_diag_add(workspace->diags, PMO_WARNING, "ref-missing", NULL,
			     "pmo.yaml names the calendar '%s', which is not there", name);
		pmo_diag_hint(workspace->diags, "Monday to Friday are worked until it is");
	}
	if (result != PMO_OK || !record)
		return result;
	struct pmo_value weekend = pmo_record_get_name(record, "weekend");
	if (pmo_value_is_present(&weekend) && weekend.is_list &&
	    pmo_calendar_set_weekend(&workspace->calendar, &workspace->arena,
				     weekend_of(&weekend)) == PMO_NO_MEMORY)
		return PMO_NO_MEMORY;
	result = add_holidays(workspace, record);
	return result == PMO_OK ? add_freezes(workspace, record) : result;
}

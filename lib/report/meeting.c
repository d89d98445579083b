/* What the agenda and the minutes of a meeting share. */
#include "report/meeting.h"

#include <pmo/audience.h>
#include <pmo/text.h>

#include <stdarg.h>
#include <string.h>

const char *meeting_format(const struct meeting_report *report, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	const char *text = pmo_arena_vformat(report->arena, format, args);
	va_end(args);
	return text ? text : "";
}

const char *meeting_field(const struct meeting_report *report, const char *field)
{
	const char *text =
		pmo_record_text(report->meeting, pmo_schema_field(report->meeting->schema, field));
	return text && *text ? text : NULL;
}

uint32_t meeting_count(const struct meeting_report *report, const char *list)
{
	struct pmo_value value = pmo_record_get_name(report->meeting, list);
	return value.presence == PMO_PRESENT && value.is_list ? value.count : 0;
}

static const struct pmo_value *member_of(const struct meeting_report *report, const char *list,
					 uint32_t index, const char *member)
{
	int field = pmo_schema_field(report->meeting->schema, list);
	struct pmo_value value = pmo_record_get(report->meeting, field);
	if (value.presence != PMO_PRESENT || !value.is_list || index >= value.count)
		return NULL;
	const struct pmo_value *item = &value.as.items[index];
	if (member)
		item = pmo_value_member(report->meeting->schema->fields[field], item, member);
	return item && item->presence == PMO_PRESENT && !item->is_list ? item : NULL;
}

const char *meeting_member(const struct meeting_report *report, const char *list, uint32_t index,
			   const char *member)
{
	const struct pmo_value *item = member_of(report, list, index, member);
	bool is_text = item && (item->kind == PMO_TEXT || item->kind == PMO_PROSE ||
				item->kind == PMO_REF || item->kind == PMO_CHOICE);
	return is_text ? item->as.text : NULL;
}

int64_t meeting_number(const struct meeting_report *report, const char *list, uint32_t index,
		       const char *member)
{
	const struct pmo_value *item = member_of(report, list, index, member);
	return item && item->kind == PMO_INTEGER ? item->as.integer : -1;
}

const char *meeting_person(const struct meeting_report *report, const char *handle)
{
	const struct pmo_world *world = pmo_workspace_world(report->workspace);
	const struct pmo_record *person = NULL;
	if (!handle)
		return "";
	if (world->find)
		person = world->find(world->store, report->meeting, handle, "person");
	const char *name = person ? pmo_record_text(person, person->schema->title) : NULL;
	return name ? name : handle;
}

const char *meeting_names(const struct meeting_report *report, const char *list,
			  const char *invitation)
{
	struct pmo_buffer out;
	uint32_t count = meeting_count(report, list);
	pmo_buffer_init(&out, 1 << 18);
	for (uint32_t i = 0; i < count; i++) {
		const char *person = meeting_member(report, list, i, "person");
		const char *how = meeting_member(report, list, i, "invitation");
		if (!person || (invitation && strcmp(how ? how : "required", invitation) != 0))
			continue;
		pmo_buffer_add_format(&out, "%s%s", out.length ? ", " : "",
				      meeting_person(report, person));
	}
	const char *text = out.length ? meeting_format(report, "%s", out.data) : NULL;
	pmo_buffer_release(&out);
	return text;
}

const char *meeting_day(const struct meeting_report *report, const char *field)
{
	struct pmo_value value = pmo_record_get_name(report->meeting, field);
	char day[PMO_DATE_LONG_SIZE];
	if (value.presence != PMO_PRESENT || value.kind != PMO_DATE)
		return "";
	pmo_date_format_short((int32_t)value.as.integer, PMO_DATE_NONE, day);
	return meeting_format(report, "%s", day);
}

const char *meeting_moment(const struct meeting_report *report, const char *field)
{
	struct pmo_value value = pmo_record_get_name(report->meeting, field);
	char day[PMO_DATE_LONG_SIZE];
	if (value.presence != PMO_PRESENT || value.kind != PMO_MOMENT)
		return NULL;
	const struct pmo_moment *moment = value.as.moment;
	int minute = pmo_moment_minute_of_day(moment);
	pmo_date_format_long(pmo_moment_date(moment), PMO_DATE_NONE, day);
	return meeting_format(report, "%s, %02d:%02d", day, minute / 60, minute % 60);
}

/* "Tue Nov 17, 2026, 10:00 to 10:45 (America/Chicago)". */
static const char *when(const struct meeting_report *report)
{
	const char *start = meeting_moment(report, "start");
	struct pmo_value from = pmo_record_get_name(report->meeting, "start");
	struct pmo_value to = pmo_record_get_name(report->meeting, "end");
	const char *zone = pmo_workspace_config(report->workspace)->timezone;
	if (!start)
		return "no date yet";
	if (from.as.moment->zone)
		zone = meeting_format(report, "%.*s", (int)from.as.moment->zone_length,
				      from.as.moment->zone);
	const char *end = "";
	if (to.presence == PMO_PRESENT && to.kind == PMO_MOMENT) {
		int minute = pmo_moment_minute_of_day(to.as.moment);
		end = pmo_moment_date(to.as.moment) == pmo_moment_date(from.as.moment)
			      ? meeting_format(report, " to %02d:%02d", minute / 60, minute % 60)
			      : meeting_format(report, " to %s", meeting_moment(report, "end"));
	}
	return meeting_format(report, "%s%s%s%s%s", start, end, zone ? " (" : "", zone ? zone : "",
			      zone ? ")" : "");
}

void meeting_begin(const struct meeting_report *report, const char *kind, const char *title,
		   struct pmo_document *document)
{
	const char *own = pmo_record_text(report->meeting, report->meeting->schema->title);
	const struct pmo_project *project = report->meeting->project;
	const struct pmo_world *world = pmo_workspace_world(report->workspace);
	const struct pmo_record *charter =
		world->charter ? world->charter(world->store, report->meeting) : NULL;
	const char *code =
		charter ? pmo_record_text(charter, pmo_schema_field(charter->schema, "code"))
			: NULL;
	const char *recorder = meeting_field(report, "recorder");
	struct pmo_document_head head = {
		.kind = kind,
		.title = meeting_format(report, "%s: %s", title, own ? own : report->meeting->id),
		.project_code = code      ? code
				: project ? project->handle
					  : NULL,
		.project = project ? project->title : NULL,
		.as_of = world->today,
		.prepared_by = recorder ? meeting_person(report, recorder) : NULL,
	};
	pmo_document_init(document, report->arena, &head);
}

void meeting_add_head(const struct meeting_report *report, struct pmo_document *document)
{
	const char *place = meeting_field(report, "place"), *url = meeting_field(report, "url");
	const char *kind = meeting_field(report, "kind"), *chair = meeting_field(report, "chair");
	const char *recorder = meeting_field(report, "recorder");
	const char *purpose = meeting_field(report, "purpose");
	pmo_document_add_fact(document, "When", when(report));
	pmo_document_add_fact(document, "Where", place ? place : url ? NULL : "not given");
	if (url) {
		if (place)
			pmo_document_add_text(document, ", ");
		pmo_document_add_link(document, url, url);
	}
	if (kind) {
		char *words = pmo_arena_string(report->arena, kind);
		for (char *c = words; c && *c; c++)
			if (*c == '_')
				*c = ' ';
		pmo_document_add_fact(document, "Kind", words);
	}
	pmo_document_add_fact(document, "Chair",
			      chair ? meeting_person(report, chair) : "not named");
	pmo_document_add_fact(document, "Recorder",
			      recorder ? meeting_person(report, recorder) : "not named");
	if (purpose)
		pmo_document_add_fact(document, "Purpose", purpose);
}

/* A cell of a record: people by name, days as people write them. */
static void set_cell(const struct meeting_report *report, const struct pmo_record *record,
		     const struct pmo_column *column, struct pmo_cell *cell)
{
	struct pmo_buffer out;
	int index = pmo_schema_field(record->schema, column->name);
	if (strcmp(column->name, "decision") == 0 && !pmo_record_text(record, index))
		index = record->schema->title;
	struct pmo_value value =
		index < 0 ? (struct pmo_value){ 0 } : pmo_record_get(record, index);
	cell->text = "";
	if (strcmp(column->name, "id") == 0)
		cell->text = record->id;
	else if (index == record->schema->status)
		cell->text = pmo_record_state(record)->name;
	else if (value.presence == PMO_PRESENT && value.kind == PMO_DATE) {
		char day[PMO_DATE_LONG_SIZE], raw[PMO_DATE_SIZE];
		pmo_date_format_short((int32_t)value.as.integer, record->world->today, day);
		pmo_date_format((int32_t)value.as.integer, raw);
		cell->text = meeting_format(report, "%s", day);
		cell->raw = meeting_format(report, "%s", raw);
	} else if (index == record->schema->owner && value.presence == PMO_PRESENT) {
		cell->text = meeting_person(report, value.as.text);
		cell->raw = value.as.text;
	} else if (pmo_value_is_present(&value)) {
		pmo_buffer_init(&out, 1 << 20);
		pmo_value_show(record->schema->fields[index], &value, &out);
		cell->text = meeting_format(report, "%s", out.data);
		pmo_buffer_release(&out);
	}
	cell->absent = !*cell->text;
}

enum pmo_result meeting_add_row(const struct meeting_report *report,
				const struct pmo_record *record, struct pmo_table *table)
{
	struct pmo_row *row = pmo_table_add_row(table);
	if (!row)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < table->column_count; i++)
		set_cell(report, record, &table->columns[i], &row->cells[i]);
	return PMO_OK;
}

/* What was agreed together is known to all who were there, unless it is confidential. */
static bool may_name(const struct meeting_report *report, const struct pmo_record *record)
{
	const struct pmo_record *outsider = report->outsider;
	return !outsider || pmo_audience_may_tell(outsider, record, outsider->id);
}

enum pmo_result meeting_add_list(const struct meeting_report *report, const char *list,
				 const struct pmo_column *columns, struct pmo_document *document)
{
	const struct pmo_world *world = pmo_workspace_world(report->workspace);
	struct pmo_table *table = pmo_arena_alloc(report->arena, sizeof(*table));
	uint32_t count = meeting_count(report, list);
	enum pmo_result result = table ? PMO_OK : PMO_NO_MEMORY;
	if (table)
		pmo_table_init(table, report->arena);
	for (; result == PMO_OK && columns->name; columns++)
		result = pmo_table_add_column(table, columns);
	for (uint32_t i = 0; result == PMO_OK && i < count; i++) {
		const char *id = meeting_member(report, list, i, NULL);
		const struct pmo_record *record =
			id && world->find ? world->find(world->store, report->meeting, id, NULL)
					  : NULL;
		if (record && !record->unreadable && may_name(report, record))
			result = meeting_add_row(report, record, table);
	}
	if (result == PMO_OK)
		pmo_document_add_table(document, table, NULL);
	return result;
}

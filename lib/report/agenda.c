/* An agenda as a report: who, when, which items, and what is carried over. */
#include "report/meeting.h"

#include <pmo/agenda.h>
#include <pmo/plan.h>
#include <pmo/text.h>

#include <string.h>

enum { OVERDUE_MOST = 10 };

struct showing {
	struct meeting_report report;
	const struct pmo_agenda *agenda;
	struct pmo_document *document;
};

static struct pmo_table *new_table(const struct showing *showing, const struct pmo_column *columns)
{
	struct pmo_table *table = pmo_arena_alloc(showing->report.arena, sizeof(*table));
	if (!table)
		return NULL;
	pmo_table_init(table, showing->report.arena);
	for (; columns->name; columns++)
		if (pmo_table_add_column(table, columns) != PMO_OK)
			return NULL;
	return table;
}

static void set(struct pmo_row *row, size_t column, const char *text)
{
	row->cells[column].text = text ? text : "";
	row->cells[column].absent = !text || !*text;
}

static const char *day(const struct showing *showing, int32_t date)
{
	char text[PMO_DATE_LONG_SIZE];
	if (date == PMO_DATE_NONE)
		return "";
	pmo_date_format_short(date, pmo_workspace_world(showing->agenda->workspace)->today, text);
	return meeting_format(&showing->report, "%s", text);
}

static const char *minutes_text(const struct showing *showing, int64_t minutes)
{
	return minutes < 0 ? "" : meeting_format(&showing->report, "%lld", (long long)minutes);
}

/* Which documents to read, in which version. */
static void add_preread(const struct showing *showing)
{
	const struct meeting_report *report = &showing->report;
	const struct pmo_world *world = pmo_workspace_world(report->workspace);
	uint32_t count = meeting_count(report, "preread");
	pmo_document_add_heading(showing->document, 2, "To read before");
	if (!count)
		pmo_document_add_none(showing->document);
	else
		pmo_document_add_list(showing->document, PMO_LIST_BULLETS);
	for (uint32_t i = 0; i < count; i++) {
		const char *id = meeting_member(report, "preread", i, NULL);
		const struct pmo_record *document =
			id && world->find ? world->find(world->store, report->meeting, id, NULL)
					  : NULL;
		const char *title =
			document ? pmo_record_text(document, document->schema->title) : NULL;
		const char *version =
			document ? pmo_record_text(document,
						   pmo_schema_field(document->schema, "version"))
				 : NULL;
		pmo_document_add_item(showing->document,
				      meeting_format(report, "%s%s%s (%s)", title ? title : id,
						     version ? ", version " : "",
						     version ? version : "", id ? id : "?"));
	}
}

static enum pmo_result add_item_table(const struct showing *showing,
				      const struct pmo_agenda_item *items, size_t count,
				      bool lacking)
{
	static const struct pmo_column columns[] = {
		{ .name = "no", .heading = "No", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
		{ .name = "topic", .heading = "Topic", .shrink = PMO_SHRINK_WRAP },
		{ .name = "lead", .heading = "Lead" },
		{ .name = "minutes",
		  .heading = "Min",
		  .align = PMO_RIGHT,
		  .kind = PMO_CELL_NUMBER },
		{ .name = "kind", .heading = "To" },
		{ .name = "ref", .heading = "Ref" },
		{ 0 },
	};
	struct pmo_table *table = new_table(showing, columns);
	for (size_t i = 0; table && i < count; i++) {
		struct pmo_row *row = pmo_table_add_row(table);
		if (!row)
			return PMO_NO_MEMORY;
		size_t number = i + 1 + (lacking ? showing->agenda->item_count : 0);
		set(row, 0, meeting_format(&showing->report, "%zu", number));
		set(row, 1,
		    lacking && items[i].why ? meeting_format(&showing->report, "%s (%s)",
							     items[i].topic, items[i].why)
					    : items[i].topic);
		set(row, 2, items[i].lead ? meeting_person(&showing->report, items[i].lead) : "");
		row->cells[2].raw = items[i].lead;
		set(row, 3, minutes_text(showing, items[i].minutes));
		set(row, 4, items[i].kind);
		set(row, 5, items[i].ref);
	}
	if (!table)
		return PMO_NO_MEMORY;
	pmo_document_add_table(showing->document, table, NULL);
	return PMO_OK;
}

static enum pmo_result add_items(const struct showing *showing)
{
	const struct pmo_agenda *agenda = showing->agenda;
	struct pmo_document *document = showing->document;
	long long total = (long long)agenda->total, slot = (long long)agenda->slot;
	pmo_document_add_heading(document, 2, "Agenda");
	if (agenda->is_usual)
		pmo_document_add_paragraph(document,
					   "What this kind of meeting always has; the record has "
					   "no agenda of its own yet.");
	enum pmo_result result = add_item_table(showing, agenda->items, agenda->item_count, false);
	if (result != PMO_OK)
		return result;
	if (slot >= 0)
		pmo_document_add_paragraph(
			document, total <= slot
					  ? meeting_format(&showing->report,
							   "%lld of %lld minutes.", total, slot)
					  : meeting_format(&showing->report,
							   "%lld minutes for %lld: %lld too many.",
							   total, slot, total - slot));
	if (!agenda->lacking_count)
		return PMO_OK;
	pmo_document_begin_callout(document, PMO_CALLOUT_WARNING, "Not on the agenda yet");
	result = add_item_table(showing, agenda->lacking, agenda->lacking_count, true);
	pmo_document_end(document);
	return result;
}

static const struct pmo_column carried_columns[] = {
	{ .name = "id", .heading = "ID" },
	{ .name = "title", .heading = "What", .shrink = PMO_SHRINK_WRAP },
	{ .name = "owner", .heading = "Who" },
	{ .name = "due", .heading = "Due" },
	{ .name = "late", .heading = "Days late", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
	{ 0 },
};

static const char *days_late(const struct showing *showing, const struct pmo_record *record)
{
	const struct pmo_world *world = record->world;
	struct pmo_value due = pmo_record_get(record, record->schema->due);
	if (due.presence != PMO_PRESENT || due.as.integer >= world->today)
		return "";
	return meeting_format(
		&showing->report, "%d",
		pmo_calendar_days_between(world->calendar, (int32_t)due.as.integer, world->today));
}

static enum pmo_result add_carried(const struct showing *showing, const char *heading,
				   const struct pmo_agenda_records *records)
{
	struct pmo_table *table = new_table(showing, carried_columns);
	enum pmo_result result = table ? PMO_OK : PMO_NO_MEMORY;
	for (size_t i = 0; result == PMO_OK && i < records->count; i++) {
		result = meeting_add_row(&showing->report, records->items[i], table);
		if (result == PMO_OK)
			set(&table->rows[table->row_count - 1], 4,
			    days_late(showing, records->items[i]));
	}
	pmo_document_add_heading(showing->document, 2, heading);
	if (result == PMO_OK)
		pmo_document_add_table(showing->document, table, NULL);
	return result;
}

static enum pmo_result add_overdue(const struct showing *showing)
{
	const struct pmo_duties *duties = &showing->agenda->overdue;
	struct pmo_table *table = new_table(showing, carried_columns);
	for (size_t i = 0; table && i < duties->count && i < OVERDUE_MOST; i++) {
		const struct pmo_duty *duty = &duties->items[i];
		const char *title = pmo_record_text(duty->record, duty->record->schema->title);
		struct pmo_row *row = pmo_table_add_row(table);
		if (!row)
			return PMO_NO_MEMORY;
		set(row, 0, duty->record->id);
		set(row, 1,
		    title && duty->what && !pmo_word_is_in("due|overdue", duty->what)
			    ? meeting_format(&showing->report, "%s: %s", title, duty->what)
			    : title);
		set(row, 2, duty->owner ? meeting_person(&showing->report, duty->owner) : "");
		row->cells[2].raw = duty->owner;
		set(row, 3, day(showing, duty->due));
		set(row, 4, meeting_format(&showing->report, "%d", duty->days));
	}
	if (!table)
		return PMO_NO_MEMORY;
	pmo_document_add_heading(showing->document, 2, "Overdue");
	pmo_document_add_table(showing->document, table, NULL);
	if (duties->count > OVERDUE_MOST)
		pmo_document_add_paragraph(showing->document,
					   meeting_format(&showing->report,
							  "And %zu more: pmo overdue.",
							  duties->count - OVERDUE_MOST));
	return PMO_OK;
}

static enum pmo_result add_milestones(const struct showing *showing)
{
	static const struct pmo_column columns[] = {
		{ .name = "id", .heading = "ID" },
		{ .name = "title", .heading = "Milestone", .shrink = PMO_SHRINK_WRAP },
		{ .name = "expected", .heading = "Expected" },
		{ .name = "baseline", .heading = "Baseline" },
		{ .name = "days",
		  .heading = "Days late",
		  .align = PMO_RIGHT,
		  .kind = PMO_CELL_NUMBER },
		{ 0 },
	};
	const struct pmo_agenda_milestones *found = &showing->agenda->milestones;
	struct pmo_table *table = new_table(showing, columns);
	for (size_t i = 0; table && i < found->count; i++) {
		const struct pmo_plan_item *item = found->items[i];
		struct pmo_row *row = pmo_table_add_row(table);
		if (!row)
			return PMO_NO_MEMORY;
		set(row, 0, item->id);
		set(row, 1, item->title);
		set(row, 2,
		    meeting_format(&showing->report, "%s%s", day(showing, item->finish),
				   item->sure ? "" : " ?"));
		set(row, 3, day(showing, item->baseline_finish));
		if (item->has_variance)
			set(row, 4, meeting_format(&showing->report, "%d", item->variance));
	}
	if (!table)
		return PMO_NO_MEMORY;
	pmo_document_add_heading(showing->document, 2, "Milestones of the next 20 working days");
	pmo_document_add_table(showing->document, table, NULL);
	return PMO_OK;
}

static void add_people(const struct showing *showing)
{
	const struct meeting_report *report = &showing->report;
	const char *required = meeting_names(report, "invitees", "required");
	const char *optional = meeting_names(report, "invitees", "optional");
	struct pmo_value quorum = pmo_record_get_name(report->meeting, "quorum");
	pmo_document_add_fact(showing->document, "Required", required ? required : "nobody yet");
	if (optional)
		pmo_document_add_fact(showing->document, "Optional", optional);
	if (quorum.presence == PMO_PRESENT)
		pmo_document_add_fact(showing->document, "Quorum",
				      meeting_format(report, "%lld", (long long)quorum.as.integer));
}

enum pmo_result pmo_agenda_document(const struct pmo_agenda *agenda, struct pmo_arena *arena,
				    struct pmo_document *document)
{
	struct showing showing = { { agenda->workspace, agenda->meeting, arena, NULL },
				   agenda,
				   document };
	meeting_begin(&showing.report, "agenda", "Agenda", document);
	meeting_add_head(&showing.report, document);
	add_people(&showing);
	enum pmo_result result = add_items(&showing);
	if (result != PMO_OK)
		return result;
	add_preread(&showing);
	result = add_carried(&showing, "Open actions of these meetings", &agenda->actions);
	/* "None." would be no answer where something may be left out. */
	bool all = !agenda->is_limited;
	if (result == PMO_OK && (all || agenda->decisions.count))
		result = add_carried(&showing, "Decisions due", &agenda->decisions);
	if (result == PMO_OK && (all || agenda->overdue.count))
		result = add_overdue(&showing);
	if (result == PMO_OK && (all || agenda->milestones.count))
		result = add_milestones(&showing);
	pmo_document_add_footer(document,
				meeting_format(&showing.report, "%s.", agenda->meeting->id));
	return result == PMO_OK ? document->result : result;
}

/* What was done, what comes, and what was to be done and was not. */
#include "report/status.h"

#include <string.h>

static const struct listing_column done_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },
	{ "title", "Title", NULL, LISTING_WIDE },
	{ "owner", "Owner", NULL, LISTING_PERSON },
	{ "day", "Day", "due", LISTING_DAY },
	{ 0 },
};

static const struct listing_column delivered_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },
	{ "title", "Title", NULL, LISTING_WIDE },
	{ "owner", "From", NULL, LISTING_PERSON },
	{ "decided", "Accepted", NULL, LISTING_DAY },
	{ 0 },
};

static const struct listing_column resolved_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },
	{ "title", "Title", NULL, LISTING_WIDE },
	{ "owner", "Owner", NULL, LISTING_PERSON },
	{ "resolved", "Resolved", NULL, LISTING_DAY },
	{ 0 },
};

static const struct listing_column meeting_columns[] = {
	{ "id", "ID", NULL, LISTING_PLAIN },
	{ "title", "Meeting", NULL, LISTING_WIDE },
	{ "chair", "Chair", NULL, LISTING_PERSON },
	{ "start", "Start", NULL, LISTING_PLAIN },
	{ 0 },
};

static const struct listing accepted = {
	.register_name = "deliverable",
	.where = "decided >= $from and decided <= $to and status in [conditionally_accepted, "
		 "accepted, invoiced, paid]",
	.order = { "decided", "id" },
	.columns = delivered_columns,
};

static const struct listing resolved = {
	.register_name = "issue",
	.where = "resolved >= $from and resolved <= $to",
	.order = { "resolved", "id" },
	.columns = resolved_columns,
};

static const struct listing meetings = {
	.register_name = "meeting",
	.where = "start >= $next_from and start <= $next_to and status in [planned, agenda_sent]",
	.order = { "start", "id" },
	.columns = meeting_columns,
};

static const struct listing deliveries = {
	.register_name = "deliverable",
	.where = "open and due >= $next_from and due <= $next_to",
	.order = { "due", "id" },
	.columns = done_columns,
};

static bool is_work(const struct pmo_plan_item *item)
{
	return item->kind == PMO_ITEM_TASK || item->kind == PMO_ITEM_MILESTONE;
}

const char *status_in_window(const struct pmo_plan_item *item, int32_t from, int32_t to,
			     int32_t *date)
{
	if (!is_work(item) || item->state == PMO_ITEM_DONE || item->state == PMO_ITEM_LEFT_OUT)
		return NULL;
	if (item->finish >= from && item->finish <= to) {
		*date = item->finish;
		return "finish";
	}
	if (item->state == PMO_ITEM_NOT_STARTED && item->kind == PMO_ITEM_TASK &&
	    item->start >= from && item->start <= to) {
		*date = item->start;
		return "start";
	}
	return NULL;
}

static const struct pmo_value *planned_list(const struct pmo_record *report, int *index,
					    struct pmo_value *list)
{
	*index = pmo_schema_field(report->schema, "planned");
	if (*index >= 0)
		*list = pmo_record_get(report, *index);
	return *index >= 0 && list->presence == PMO_PRESENT ? list : NULL;
}

static bool is_done(const struct pmo_plan_item *item, const char *what)
{
	if (item->state == PMO_ITEM_DONE || item->state == PMO_ITEM_LEFT_OUT)
		return true;
	return strcmp(what, "start") == 0 && item->state != PMO_ITEM_NOT_STARTED;
}

static bool read_planned(const struct pmo_status *status, const struct pmo_field *field,
			 const struct pmo_value *value, struct status_undone *undone)
{
	const struct pmo_value *ref = pmo_value_member(field, value, "item");
	const struct pmo_value *what = pmo_value_member(field, value, "what");
	const struct pmo_value *date = pmo_value_member(field, value, "date");
	if (!ref || ref->presence != PMO_PRESENT)
		return false;
	int index = pmo_plan_find(status->plan, ref->as.text);
	if (index < 0)
		return false;
	undone->item = &status->plan->items[index];
	undone->what = what && what->presence == PMO_PRESENT ? what->as.text : "finish";
	undone->date =
		date && date->presence == PMO_PRESENT ? (int32_t)date->as.integer : PMO_DATE_NONE;
	return true;
}

enum pmo_result status_find_undone(const struct pmo_status *status, struct status_undone **undone,
				   size_t *count)
{
	struct pmo_value list = { 0 };
	int index = -1;
	size_t capacity = 0;
	*undone = NULL;
	*count = 0;
	if (!status->previous || !status->plan || !planned_list(status->previous, &index, &list))
		return PMO_OK;
	for (uint32_t i = 0; i < list.count; i++) {
		const struct pmo_field *field = status->previous->schema->fields[index];
		struct status_undone found;
		int32_t date;
		if (!read_planned(status, field, &list.as.items[i], &found) ||
		    is_done(found.item, found.what) ||
		    status_in_window(found.item, status->next_from, status->next_to, &date))
			continue;
		struct status_undone *grown =
			pmo_arena_grow(status->arena, *undone, *count, &capacity, sizeof(*grown));
		if (!grown)
			return PMO_NO_MEMORY;
		*undone = grown;
		grown[(*count)++] = found;
	}
	return PMO_OK;
}

static const struct pmo_column item_columns[] = {
	{ .name = "wbs", .heading = "WBS" },
	{ .name = "title", .heading = "Title", .shrink = PMO_SHRINK_WRAP },
	{ .name = "owner", .heading = "Owner", .shrink = PMO_SHRINK_WRAP },
	{ .name = "what", .heading = "What" },
	{ .name = "day", .heading = "Day" },
	{ .name = "id", .heading = "ID", .priority = 3 },
};

static enum pmo_result add_item(const struct pmo_status *status, const struct pmo_plan_item *item,
				const char *what, int32_t date, struct pmo_table *table)
{
	struct pmo_row *row = pmo_table_add_row(table);
	if (!row)
		return PMO_NO_MEMORY;
	row->style =
		item->critical && item->state != PMO_ITEM_DONE ? PMO_STYLE_WARN : PMO_STYLE_PLAIN;
	status_cell(row, 0, item->wbs, NULL);
	status_cell(row, 1, item->title, NULL);
	status_cell(row, 2, status_person(status, item->owner), item->owner);
	status_cell(row, 3, what, NULL);
	status_date_cell(status, row, 4, date);
	status_cell(row, 5, item->id, NULL);
	return PMO_OK;
}

static const size_t item_column_count = sizeof(item_columns) / sizeof(*item_columns);

static enum pmo_result add_finished(const struct pmo_status *status, struct pmo_document *document)
{
	struct pmo_table *table = status_table(status, item_columns, item_column_count);
	enum pmo_result result = table ? PMO_OK : PMO_NO_MEMORY;
	for (size_t i = 0; result == PMO_OK && status->plan && i < status->plan->own_count; i++) {
		const struct pmo_plan_item *item = &status->plan->items[i];
		bool in = item->state == PMO_ITEM_DONE && item->actual_finish >= status->from &&
			  item->actual_finish <= status->to;
		bool begun = item->state == PMO_ITEM_UNDER_WAY &&
			     item->actual_start >= status->from && item->actual_start <= status->to;
		if (is_work(item) && in)
			result = add_item(status, item,
					  item->kind == PMO_ITEM_MILESTONE ? "reached" : "done",
					  item->actual_finish, table);
		else if (is_work(item) && begun)
			result = add_item(status, item, "begun", item->actual_start, table);
	}
	if (result == PMO_OK)
		pmo_document_add_table(document, table, "Tasks and milestones");
	return result;
}

static enum pmo_result add_planned(const struct pmo_status *status, struct pmo_document *document)
{
	enum { MOST = 30 };
	struct pmo_table *table = status_table(status, item_columns, item_column_count);
	enum pmo_result result = table ? PMO_OK : PMO_NO_MEMORY;
	size_t count = 0;
	for (size_t i = 0; result == PMO_OK && status->plan && i < status->plan->own_count; i++) {
		const struct pmo_plan_item *item = &status->plan->items[i];
		int32_t date;
		const char *what =
			status_in_window(item, status->next_from, status->next_to, &date);
		if (!what || ++count > MOST)
			continue;
		result = add_item(status, item, item->sure ? what : "not sure", date, table);
	}
	if (result != PMO_OK)
		return result;
	pmo_document_add_table(document, table, "Tasks and milestones");
	if (count > MOST)
		pmo_document_add_paragraph(
			document, status_format(status, "%zu more: pmo lookahead.", count - MOST));
	return PMO_OK;
}

/* What goes on, so that a week without a start or a finish is not an empty one. */
static enum pmo_result add_under_way(const struct pmo_status *status, struct pmo_document *document)
{
	enum { MOST = 12 };
	static const struct pmo_column columns[] = {
		{ .name = "wbs", .heading = "WBS" },
		{ .name = "title", .heading = "Title", .shrink = PMO_SHRINK_WRAP },
		{ .name = "owner", .heading = "Owner", .shrink = PMO_SHRINK_WRAP },
		{ .name = "percent", .heading = "%", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
		{ .name = "finish", .heading = "Finish" },
	};
	struct pmo_table *table = status_table(status, columns, 5);
	size_t count = 0;
	for (size_t i = 0; table && status->plan && i < status->plan->own_count; i++) {
		const struct pmo_plan_item *item = &status->plan->items[i];
		if (item->kind != PMO_ITEM_TASK || item->state != PMO_ITEM_UNDER_WAY ||
		    ++count > MOST)
			continue;
		struct pmo_row *row = pmo_table_add_row(table);
		if (!row)
			return PMO_NO_MEMORY;
		status_cell(row, 0, item->wbs, NULL);
		status_cell(row, 1, item->title, NULL);
		status_cell(row, 2, status_person(status, item->owner), item->owner);
		status_cell(row, 3, status_format(status, "%d", item->percent / 100), NULL);
		if (item->sure)
			status_date_cell(status, row, 4, item->finish);
		else
			status_cell(row, 4, "not sure", NULL);
	}
	if (!table)
		return PMO_NO_MEMORY;
	pmo_document_add_table(document, table, "Under way");
	if (count > MOST)
		pmo_document_add_paragraph(
			document,
			status_format(status, "%zu more: pmo schedule --open.", count - MOST));
	return PMO_OK;
}

static enum pmo_result add_undone(const struct pmo_status *status, struct pmo_document *document)
{
	struct pmo_table *table = status_table(status, item_columns, item_column_count);
	struct status_undone *undone;
	size_t count;
	enum pmo_result result = status_find_undone(status, &undone, &count);
	for (size_t i = 0; table && result == PMO_OK && i < count; i++)
		result = add_item(status, undone[i].item, undone[i].what, undone[i].date, table);
	if (!table || result != PMO_OK)
		return table ? result : PMO_NO_MEMORY;
	pmo_document_add_heading(document, 3, "Planned, not done");
	pmo_document_add_table(document, table, NULL);
	return PMO_OK;
}

static void add_text(const struct pmo_status *status, const char *name,
		     struct pmo_document *document)
{
	const char *text = status_section_text(status, name);
	if (text)
		pmo_document_add_prose(document, text);
}

enum pmo_result status_add_work(const struct pmo_status *status, struct pmo_document *document)
{
	struct listing_scope scope = status_scope(status);
	bool month = strcmp(status->kind, "monthly") == 0;
	pmo_document_add_heading(document, 2,
				 month ? "Accomplished this month" : "Accomplished this week");
	add_text(status, "accomplished", document);
	enum pmo_result result = add_finished(status, document);
	if (result == PMO_OK)
		result = listing_add(&scope, &accepted, "Deliverables accepted", document);
	if (result == PMO_OK)
		result = listing_add(&scope, &resolved, "Issues resolved", document);
	if (result == PMO_OK)
		result = add_under_way(status, document);
	pmo_document_add_heading(document, 2,
				 month ? "Planned for next month" : "Planned for next week");
	pmo_document_add_paragraph(document, status_format(status, "%s to %s.",
							   status_day(status, status->next_from),
							   status_day(status, status->next_to)));
	add_text(status, "planned", document);
	if (result == PMO_OK)
		result = add_planned(status, document);
	if (result == PMO_OK)
		result = listing_add(&scope, &deliveries, "Deliverables due", document);
	if (result == PMO_OK)
		result = listing_add(&scope, &meetings, "Meetings", document);
	return result == PMO_OK ? add_undone(status, document) : result;
}

/* The status report: which period, which record, what is still to be written; small helpers. */
#include "report/status.h"

#include <pmo/money.h>
#include <pmo/text.h>

#include <stdarg.h>
#include <string.h>

static void set_week(struct pmo_status *status)
{
	int32_t monday = status->as_of - pmo_date_weekday(status->as_of);
	status->kind = "weekly";
	status->from = monday;
	status->to = monday + 4 > status->as_of ? monday + 4 : status->as_of;
	status->next_from = monday + 7;
	status->next_to = monday + 11;
}

static void set_month(struct pmo_status *status)
{
	int32_t last = pmo_date_month_end(status->as_of);
	int year, month, day;
	pmo_date_to_civil(status->as_of, &year, &month, &day);
	status->kind = "monthly";
	status->from = status->as_of - (day - 1);
	status->to = last;
	status->next_from = last + 1;
	status->next_to = pmo_date_month_end(last + 1);
}

static int32_t date_of(const struct pmo_record *record, const char *field)
{
	struct pmo_value value = pmo_record_get_name(record, field);
	return value.presence == PMO_PRESENT && value.kind == PMO_DATE ? (int32_t)value.as.integer
								       : PMO_DATE_NONE;
}

static bool is_of_kind(const struct pmo_record *report, const char *kind)
{
	struct pmo_value value = pmo_record_get_name(report, "kind");
	const char *word = value.presence == PMO_PRESENT ? value.as.text : "weekly";
	return strcmp(word, kind) == 0;
}

/* The record of this period, and the last one sent before it. */
static void sort_in(struct pmo_status *status, const struct pmo_record *report)
{
	int32_t as_of = date_of(report, "as_of");
	bool sent = strcmp(pmo_record_state(report)->name, "sent") == 0;
	if (report->unreadable || pmo_record_is_void(report) || !is_of_kind(report, status->kind))
		return;
	if (date_of(report, "period_start") == status->from ||
	    (!sent && date_of(report, "period_start") <= status->as_of &&
	     status->as_of <= date_of(report, "period_end"))) {
		status->report = report;
		return;
	}
	bool before = sent && as_of != PMO_DATE_NONE && as_of < status->from;
	if (before && (!status->previous || as_of >= date_of(status->previous, "as_of")))
		status->previous = report;
}

static enum pmo_result find_records(struct pmo_status *status)
{
	const struct pmo_schema *schema = pmo_workspace_schema(status->workspace, "report");
	const struct pmo_schema *project = pmo_workspace_schema(status->workspace, "project");
	struct pmo_records records = { 0 };
	if (!schema || !project)
		return PMO_NO_MEMORY;
	enum pmo_result result =
		pmo_workspace_records(status->workspace, status->project, project, &records);
	if (result == PMO_OK && records.count && !records.items[0].unreadable)
		status->charter = &records.items[0];
	if (result == PMO_OK)
		result =
			pmo_workspace_records(status->workspace, status->project, schema, &records);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++)
		sort_in(status, &records.items[i]);
	return result;
}

const char *status_text(const struct pmo_status *status, const char *field)
{
	if (!status->report)
		return NULL;
	const char *text =
		pmo_record_text(status->report, pmo_schema_field(status->report->schema, field));
	return text && *text ? text : NULL;
}

/* A list of a report, and the member of its items that names them. */
struct named_list {
	const char *list, *key;
};

/* Of the item of that name one member; NULL: there is none, or it says nothing. */
static const struct pmo_value *find_in(const struct pmo_record *report,
				       const struct named_list *where, const char *name,
				       const char *member)
{
	int index = report ? pmo_schema_field(report->schema, where->list) : -1;
	struct pmo_value list = { 0 };
	if (index >= 0)
		list = pmo_record_get(report, index);
	for (uint32_t i = 0; list.presence == PMO_PRESENT && i < list.count; i++) {
		const struct pmo_field *field = report->schema->fields[index];
		const struct pmo_value *item = &list.as.items[i];
		const struct pmo_value *key = pmo_value_member(field, item, where->key);
		const struct pmo_value *value = pmo_value_member(field, item, member);
		if (key && value && key->presence == PMO_PRESENT &&
		    value->presence == PMO_PRESENT && pmo_text_compare(key->as.text, name) == 0)
			return value;
	}
	return NULL;
}

const char *status_section_text(const struct pmo_status *status, const char *name)
{
	static const struct named_list sections = { "sections", "name" };
	const struct pmo_value *text = find_in(status->report, &sections, name, "text");
	return text ? text->as.text : NULL;
}

static void add_todo(struct pmo_status *status, const char *what)
{
	if (status->todo_count < PMO_STATUS_TODO)
		status->todo[status->todo_count++] = what;
}

/* The summary always; a comment for each yellow and red, and a way back for red. */
static void find_todo(struct pmo_status *status)
{
	static const struct {
		enum pmo_rag_what area;
		const char *field, *comment, *path;
	} rows[] = {
		{ PMO_RAG_SCOPE, "scope_comment", "scope comment", "path to green of scope" },
		{ PMO_RAG_SCHEDULE, "schedule_comment", "schedule comment",
		  "path to green of schedule" },
		{ PMO_RAG_COST, "cost_comment", "cost comment", "path to green of cost" },
		{ PMO_RAG_RISK, "risk_comment", "risk comment", "path to green of risk" },
	};
	if (!status_text(status, "summary"))
		add_todo(status, "summary");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct pmo_rag_area *area = &status->rag.areas[rows[i].area];
		bool red = area->reported == 'R' || area->computed == 'R';
		if ((red || area->reported == 'Y') && !status_text(status, rows[i].field))
			add_todo(status, rows[i].comment);
		if (red && !area->path_to_green)
			add_todo(status, rows[i].path);
	}
}

static enum pmo_result compute(struct pmo_status *status)
{
	enum pmo_result result =
		pmo_rag_compute(status->workspace, status->project, status->plan, &status->rag);
	if (result == PMO_OK && status->plan) {
		result = pmo_measures_find(status->plan, &status->measures);
		status->has_measures = result == PMO_OK;
	}
	return result;
}

enum pmo_result pmo_status_open(struct pmo_workspace *workspace, const struct pmo_project *project,
				struct pmo_plan *plan, const struct pmo_status_options *options,
				struct pmo_status *status)
{
	*status = (struct pmo_status){ .workspace = workspace,
				       .project = project,
				       .plan = plan,
				       .arena = options->arena,
				       .as_of = pmo_workspace_world(workspace)->today };
	if (options->month)
		set_month(status);
	else
		set_week(status);
	enum pmo_result result = find_records(status);
	if (result == PMO_OK)
		result = compute(status);
	if (result == PMO_OK && options->with_stamp)
		result = pmo_stamp_find(workspace, project, &status->stamp);
	struct status_undone *undone;
	if (result == PMO_OK)
		result = status_find_undone(status, &undone, &status->undone);
	if (result == PMO_OK)
		find_todo(status);
	return result;
}

struct listing_scope status_scope(const struct pmo_status *status)
{
	int32_t since = status->previous ? date_of(status->previous, "as_of") : status->from - 1;
	return (struct listing_scope){
		.workspace = status->workspace,
		.project = status->project,
		.arena = status->arena,
		.previous = status->previous,
		.from = status->from,
		.to = status->to,
		.next_from = status->next_from,
		.next_to = status->next_to,
		.since = since,
	};
}

const char *status_format(const struct pmo_status *status, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	const char *text = pmo_arena_vformat(status->arena, format, args);
	va_end(args);
	return text ? text : "";
}

const char *status_day(const struct pmo_status *status, int32_t date)
{
	char text[PMO_DATE_LONG_SIZE];
	if (date == PMO_DATE_NONE)
		return "";
	pmo_date_format_short(date, status->as_of, text);
	return status_format(status, "%s", text);
}

const char *status_money(const struct pmo_status *status, int64_t cents)
{
	char text[PMO_MONEY_SIZE];
	pmo_money_format_grouped(cents, text);
	return status_format(status, "%s", text);
}

const char *status_ask(const struct pmo_status *status, const char *text)
{
	struct listing_scope scope = status_scope(status);
	struct pmo_value value;
	struct pmo_buffer out;
	if (!status->charter || listing_ask(&scope, status->charter, text, &value) != PMO_OK ||
	    !pmo_value_is_present(&value) || value.kind == PMO_STRUCT)
		return "";
	struct pmo_field field = { .name = "",
				   .kind = (enum pmo_kind)value.kind,
				   .flags = value.is_list ? PMO_LIST : 0 };
	pmo_buffer_init(&out, 1 << 16);
	pmo_value_show(&field, &value, &out);
	const char *shown = out.failed ? "" : status_format(status, "%s", out.data);
	pmo_buffer_release(&out);
	return shown;
}

bool status_ask_money(const struct pmo_status *status, const char *text, int64_t *cents)
{
	struct listing_scope scope = status_scope(status);
	struct pmo_value value;
	*cents = 0;
	if (!status->charter || listing_ask(&scope, status->charter, text, &value) != PMO_OK ||
	    value.presence != PMO_PRESENT || value.kind != PMO_MONEY)
		return false;
	*cents = value.as.integer;
	return true;
}

const char *status_person(const struct pmo_status *status, const char *handle)
{
	if (!handle)
		return "";
	return status->charter ? listing_person(status->charter, handle) : handle;
}

int32_t status_old_forecast(const struct pmo_record *report, const char *id)
{
	static const struct named_list milestones = { "milestones", "milestone" };
	const struct pmo_value *date = find_in(report, &milestones, id, "forecast");
	return date ? (int32_t)date->as.integer : PMO_DATE_NONE;
}

const char *status_old_figure(const struct pmo_record *report, const char *name)
{
	static const struct named_list metrics = { "metrics", "name" };
	const struct pmo_value *value = find_in(report, &metrics, name, "value");
	return value ? value->as.text : NULL;
}

const struct pmo_plan_item *status_go_live(const struct pmo_status *status)
{
	int index = status->plan ? pmo_plan_go_live(status->plan) : -1;
	return index >= 0 ? &status->plan->items[index] : NULL;
}

struct pmo_table *status_table(const struct pmo_status *status, const struct pmo_column *columns,
			       size_t count)
{
	struct pmo_table *table = pmo_arena_alloc(status->arena, sizeof(*table));
	if (!table)
		return NULL;
	pmo_table_init(table, status->arena);
	if (pmo_table_add_columns(table, columns, count) != PMO_OK)
		return NULL;
	return table;
}

void status_cell(struct pmo_row *row, size_t column, const char *text, const char *raw)
{
	struct pmo_cell *cell = &row->cells[column];
	cell->text = text ? text : "";
	cell->raw = raw;
	cell->absent = !*cell->text;
}

void status_date_cell(const struct pmo_status *status, struct pmo_row *row, size_t column,
		      int32_t date)
{
	char text[PMO_DATE_SIZE];
	if (date == PMO_DATE_NONE) {
		status_cell(row, column, NULL, NULL);
		return;
	}
	pmo_date_format(date, text);
	status_cell(row, column, status_day(status, date), status_format(status, "%s", text));
}

const char *pmo_status_title(const struct pmo_status *status)
{
	int year, month, day;
	pmo_date_to_civil(status->to, &year, &month, &day);
	if (strcmp(status->kind, "monthly") == 0)
		return pmo_arena_format(status->arena, "Monthly report, %s %d",
					pmo_date_month_name(month), year);
	return pmo_arena_format(status->arena, "Status report, week ending %s",
				status_day(status, status->to));
}

const char *pmo_status_headline(const struct pmo_status *status)
{
	const struct pmo_rag_area *overall = &status->rag.areas[PMO_RAG_OVERALL];
	return pmo_arena_format(status->arena, "Overall %c (%s).", overall->reported,
				overall->reason);
}

/* The events of a trace, by date; and its evidence, read again. */
#include "base/sha256.h"
#include "practice/query.h"
#include "practice/trace.h"
#include "store/workspace.h"

#include <pmo/practice.h>
#include <pmo/text.h>

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static struct pmo_arena *arena_of(const struct pmo_trace *trace)
{
	return pmo_workspace_arena(trace->workspace);
}

static enum pmo_result add(struct pmo_trace *trace, const struct pmo_trace_event *event)
{
	struct pmo_trace_event *grown =
		pmo_arena_grow(arena_of(trace), trace->events, trace->event_count,
			       &trace->event_capacity, sizeof(*grown));
	if (!grown || !event->what)
		return PMO_NO_MEMORY;
	trace->events = grown;
	grown[trace->event_count++] = *event;
	return PMO_OK;
}

/* The members of an item by name; absent where there are none. */
static const char *text_in(const struct pmo_field *field, const struct pmo_value *item,
			   const char *name)
{
	const struct pmo_value *value = pmo_value_member(field, item, name);
	bool is_text =
		value && value->presence == PMO_PRESENT && !value->is_list &&
		(value->kind == PMO_TEXT || value->kind == PMO_REF || value->kind == PMO_CHOICE);
	return is_text ? value->as.text : NULL;
}

static int64_t number_in(const struct pmo_field *field, const struct pmo_value *item,
			 const char *name, int64_t absent)
{
	const struct pmo_value *value = pmo_value_member(field, item, name);
	return value && value->presence == PMO_PRESENT && !value->is_list ? value->as.integer
									  : absent;
}

static bool is_traced(const struct pmo_trace *trace, const char *id)
{
	for (size_t i = 0; id && i < trace->record_count; i++)
		if (pmo_text_compare(trace->records[i]->id, id) == 0)
			return true;
	return false;
}

/* The next item of a list of structures whose `name` is a record of the trace. */
static const struct pmo_value *find_item(const struct pmo_trace *trace,
					 const struct pmo_record *record, const char *list_name,
					 const char *name)
{
	int index = pmo_schema_field(record->schema, list_name);
	struct pmo_value list = pmo_record_get(record, index);
	bool is_list = list.presence == PMO_PRESENT && list.is_list;
	for (uint32_t i = 0; is_list && i < list.count; i++) {
		const struct pmo_field *field = record->schema->fields[index];
		if (is_traced(trace, text_in(field, &list.as.items[i], name)))
			return &list.as.items[i];
	}
	return NULL;
}

static const struct pmo_field *field_of(const struct pmo_record *record, const char *name)
{
	return record->schema->fields[pmo_schema_field(record->schema, name)];
}

static const char *vote(const struct pmo_trace *trace, const struct pmo_record *meeting,
			const struct pmo_value *motion)
{
	const struct pmo_field *field = field_of(meeting, "motions");
	const char *result = text_in(field, motion, "result");
	int64_t yes = number_in(field, motion, "for", -1);
	int64_t no = number_in(field, motion, "against", 0);
	if (!result)
		return "not decided";
	if (yes < 0)
		return result;
	return pmo_arena_format(arena_of(trace), "%s %" PRId64 "-%" PRId64, result, yes, no);
}

const char *trace_motion(const struct pmo_trace *trace, const struct pmo_record *meeting)
{
	const struct pmo_value *motion = find_item(trace, meeting, "motions", "ref");
	const char *kind = query_text(meeting, "kind");
	struct pmo_value start = pmo_record_get_name(meeting, "start");
	int32_t date = start.presence == PMO_PRESENT && start.kind == PMO_MOMENT
			       ? pmo_moment_date(start.as.moment)
			       : PMO_DATE_NONE;
	if (!motion)
		return NULL;
	const char *said = vote(trace, meeting, motion);
	return said ? pmo_arena_format(arena_of(trace), "%s %s %s %s", kind ? kind : "meeting",
				       meeting->id, query_day(meeting, date, false), said)
		    : NULL;
}

const char *trace_amendment(const struct pmo_trace *trace, const struct pmo_record *contract)
{
	const struct pmo_value *item = find_item(trace, contract, "amendments", "change");
	if (!item)
		return NULL;
	return pmo_arena_format(arena_of(trace), "contract %s amendment %" PRId64, contract->id,
				number_in(field_of(contract, "amendments"), item, "no", 0));
}

/* What became something else; notes are no events here. */
static enum pmo_result add_line(struct pmo_trace *trace, const struct pmo_record *record,
				const char *text)
{
	struct pmo_log_line line;
	enum pmo_result result = pmo_log_line_read(arena_of(trace), text, &line);
	const struct pmo_trace_event event = {
		.record = record, .date = line.date, .who = line.who, .what = line.what
	};
	return result == PMO_OK && line.is_change ? add(trace, &event) : result;
}

static enum pmo_result add_history(struct pmo_trace *trace, const struct pmo_record *record)
{
	struct pmo_value lines = pmo_record_get(record, record->schema->history);
	bool is_list = lines.presence == PMO_PRESENT && lines.is_list;
	enum pmo_result result = PMO_OK;
	for (uint32_t i = 0; is_list && i < lines.count && result == PMO_OK; i++)
		if (lines.as.items[i].presence == PMO_PRESENT)
			result = add_line(trace, record, lines.as.items[i].as.text);
	return result;
}

static enum pmo_result add_approvals(struct pmo_trace *trace, const struct pmo_record *record)
{
	int index = pmo_schema_field(record->schema, "approvals");
	struct pmo_value list = pmo_record_get(record, index);
	bool is_list = list.presence == PMO_PRESENT && list.is_list;
	enum pmo_result result = PMO_OK;
	for (uint32_t i = 0; is_list && i < list.count && result == PMO_OK; i++) {
		const struct pmo_field *field = record->schema->fields[index];
		const struct pmo_value *item = &list.as.items[i];
		const char *said = text_in(field, item, "decision");
		const char *condition = text_in(field, item, "conditions");
		struct pmo_trace_event event = {
			.record = record,
			.date = (int32_t)number_in(field, item, "date", PMO_DATE_NONE),
			.who = text_in(field, item, "person"),
		};
		if (!said || event.date == PMO_DATE_NONE)
			continue;
		event.what = pmo_arena_format(arena_of(trace), "%s%s%s", said,
					      condition ? ", " : "", condition ? condition : "");
		result = add(trace, &event);
	}
	return result;
}

/* The event of its row; of meetings the vote, of contracts the amendment. */
static enum pmo_result add_own(struct pmo_trace *trace, const struct pmo_record *record)
{
	const struct trace_row *row = trace_row_of(record);
	struct pmo_trace_event event = { .record = record, .date = PMO_DATE_NONE };
	const struct pmo_value *motion = find_item(trace, record, "motions", "ref");
	const struct pmo_value *amendment = find_item(trace, record, "amendments", "change");
	if (motion) {
		struct pmo_value start = pmo_record_get_name(record, "start");
		const char *text = text_in(field_of(record, "motions"), motion, "text");
		if (start.presence == PMO_PRESENT && start.kind == PMO_MOMENT)
			event.date = pmo_moment_date(start.as.moment);
		event.who = text_in(field_of(record, "motions"), motion, "mover");
		event.what = pmo_arena_format(arena_of(trace), "motion %s: %s",
					      vote(trace, record, motion), text ? text : "");
	} else if (amendment) {
		const struct pmo_field *field = field_of(record, "amendments");
		event.date = (int32_t)number_in(field, amendment, "date", PMO_DATE_NONE);
		event.what = pmo_arena_format(
			arena_of(trace), "amendment %" PRId64 " of %s",
			number_in(field, amendment, "no", 0),
			query_money(record, number_in(field, amendment, "amount", 0)));
	} else if (row && row->date) {
		event.date = (int32_t)query_number(record, row->date, PMO_DATE_NONE);
		event.what = pmo_practice_text(record, row->what);
		event.who = row->who ? query_text(record, row->who) : NULL;
	}
	return event.date == PMO_DATE_NONE || !event.what ? PMO_OK : add(trace, &event);
}

static int by_date(const void *left, const void *right)
{
	const struct pmo_trace_event *a = left, *b = right;
	if (a->date != b->date)
		return a->date < b->date ? -1 : 1;
	return 0;
}

/* Events of a day stay in the order in which they were told. */
static void sort(struct pmo_trace_event *events, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct pmo_trace_event event = events[i];
		size_t at = i;
		for (; at && by_date(&events[at - 1], &event) > 0; at--)
			events[at] = events[at - 1];
		events[at] = event;
	}
}

enum pmo_result trace_add_events(struct pmo_trace *trace)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < trace->record_count && result == PMO_OK; i++) {
		const struct pmo_record *record = trace->records[i];
		const struct trace_row *row = trace_row_of(record);
		result = add_own(trace, record);
		if (result == PMO_OK)
			result = add_approvals(trace, record);
		if (result == PMO_OK && (i == 0 || (row && row->passes)))
			result = add_history(trace, record);
	}
	sort(trace->events, trace->event_count);
	return result;
}

static enum pmo_result add_file(struct pmo_trace *trace, const struct pmo_trace_file *file)
{
	struct pmo_trace_file *grown =
		pmo_arena_grow(arena_of(trace), trace->files, trace->file_count,
			       &trace->file_capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	trace->files = grown;
	grown[trace->file_count++] = *file;
	if (file->state == PMO_FILE_SAME)
		return PMO_OK;
	return trace_miss(
		trace, pmo_arena_format(arena_of(trace), "%s (%s) %s", file->path, file->record->id,
					file->state == PMO_FILE_MISSING ? "is not there"
									: "is not what it was"));
}

static enum pmo_result check_file(struct pmo_trace *trace, const struct pmo_record *record,
				  const char *local, const char *hash,
				  enum pmo_trace_file_state *state)
{
	struct pmo_workspace *workspace = trace->workspace;
	const char *path = workspace_path(workspace, record->project, local, "");
	struct tree_file file;
	char now[SHA256_TEXT];
	if (!path)
		return PMO_NO_MEMORY;
	enum pmo_result result = tree_read(&workspace->tree, path, YDOC_BYTES, &file);
	*state = PMO_FILE_MISSING;
	if (result == PMO_NO_MEMORY)
		return result;
	if (result != PMO_OK)
		return PMO_OK;
	sha256_bytes(file.bytes, file.length, now);
	*state = hash && pmo_ascii_equal(now, hash) ? PMO_FILE_SAME : PMO_FILE_CHANGED;
	return PMO_OK;
}

enum pmo_result trace_add_files(struct pmo_trace *trace)
{
	enum pmo_result result = PMO_OK;
	for (size_t r = 0; r < trace->record_count; r++) {
		const struct pmo_record *record = trace->records[r];
		int index = record->schema->attachments;
		if (index < 0)
			continue;
		const struct pmo_field *field = record->schema->fields[index];
		struct pmo_value list = pmo_record_get(record, index);
		bool is_list = list.presence == PMO_PRESENT && list.is_list;
		for (uint32_t i = 0; is_list && i < list.count && result == PMO_OK; i++) {
			const struct pmo_value *item = &list.as.items[i];
			struct pmo_trace_file file = { .record = record,
						       .path = text_in(field, item, "file"),
						       .note = text_in(field, item, "note") };
			if (!file.path)
				continue;
			result = check_file(trace, record, file.path,
					    text_in(field, item, "sha256"), &file.state);
			if (result == PMO_OK)
				result = add_file(trace, &file);
		}
	}
	return result;
}

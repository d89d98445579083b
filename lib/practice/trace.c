/* A trace: which records belong to the chain, and the one sentence that says it all. */
#include "practice/trace.h"

#include "practice/query.h"

#include <pmo/practice.h>
#include <pmo/text.h>

#include <string.h>

enum { MOST = 400, COMMITS = 20 };

static struct pmo_arena *arena_of(const struct pmo_trace *trace)
{
	return pmo_workspace_arena(trace->workspace);
}

enum pmo_result trace_miss(struct pmo_trace *trace, const char *text)
{
	const char **grown = pmo_arena_grow(arena_of(trace), trace->missing, trace->missing_count,
					    &trace->missing_capacity, sizeof(*grown));
	if (!grown || !text)
		return PMO_NO_MEMORY;
	trace->missing = grown;
	grown[trace->missing_count++] = text;
	return PMO_OK;
}

static bool has(const struct pmo_trace *trace, const struct pmo_record *record)
{
	for (size_t i = 0; i < trace->record_count; i++)
		if (trace->records[i] == record || (trace->records[i]->schema == record->schema &&
						    trace->records[i]->project == record->project &&
						    strcmp(trace->records[i]->id, record->id) == 0))
			return true;
	return false;
}

static enum pmo_result add(struct pmo_trace *trace, const struct pmo_record *record)
{
	if (!record || record->unreadable || !trace_row_of(record) || has(trace, record) ||
	    trace->record_count >= MOST)
		return PMO_OK;
	const struct pmo_record **grown =
		pmo_arena_grow(arena_of(trace), trace->records, trace->record_count,
			       &trace->record_capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	trace->records = grown;
	grown[trace->record_count++] = record;
	return PMO_OK;
}

/* What a value refers to, at any depth. */
static enum pmo_result add_value(struct pmo_trace *trace, const struct pmo_record *from,
				 const struct pmo_field *field, const struct pmo_value *value)
{
	const struct pmo_world *world = from->world;
	enum pmo_result result = PMO_OK;
	if (value->presence != PMO_PRESENT)
		return PMO_OK;
	if (!value->is_list && field->kind == PMO_REF)
		return add(trace, world->find(world->store, from, value->as.text, field->to));
	bool inside = value->is_list || field->kind == PMO_STRUCT;
	for (uint32_t i = 0; inside && i < value->count && result == PMO_OK; i++)
		result = add_value(trace, from, value->is_list ? field : &field->members[i],
				   &value->as.items[i]);
	return result;
}

static enum pmo_result add_named(struct pmo_trace *trace, const struct pmo_record *record)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < record->schema->field_count && result == PMO_OK; i++) {
		const struct pmo_field *field = record->schema->fields[i];
		if (field->derive || (field->kind != PMO_REF && field->kind != PMO_STRUCT))
			continue;
		struct pmo_value value = pmo_record_get(record, (int)i);
		result = add_value(trace, record, field, &value);
	}
	return result;
}

static enum pmo_result add_naming(struct pmo_trace *trace, const struct pmo_record *record)
{
	struct pmo_reference *references;
	size_t count = 0;
	enum pmo_result result =
		pmo_workspace_references(trace->workspace, record, &references, &count);
	for (size_t i = 0; i < count && result == PMO_OK; i++)
		result = pmo_record_is_void(references[i].from) ? PMO_OK
								: add(trace, references[i].from);
	return result;
}

/* Breadth first; what only hangs on the chain is not followed. */
static enum pmo_result gather(struct pmo_trace *trace)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < trace->record_count && result == PMO_OK; i++) {
		const struct pmo_record *record = trace->records[i];
		const struct trace_row *row = trace_row_of(record);
		if (i && !(row && row->passes))
			continue;
		result = add_named(trace, record);
		if (result == PMO_OK)
			result = add_naming(trace, record);
	}
	return result;
}

/* The records of a row, the oldest first; their number. */
static size_t of_row(const struct pmo_trace *trace, const struct trace_row *row,
		     const struct pmo_record **records)
{
	const char *date = row->date ? row->date : "created";
	size_t count = 0;
	for (size_t i = 0; i < trace->record_count; i++) {
		const struct pmo_record *record = trace->records[i];
		if (trace_row_of(record) != row)
			continue;
		size_t at = count++;
		for (; at && query_number(records[at - 1], date, PMO_DATE_MAX) >
				     query_number(record, date, PMO_DATE_MAX);
		     at--)
			records[at] = records[at - 1];
		records[at] = record;
	}
	return count;
}

static const char *part_of(const struct pmo_trace *trace, const struct trace_row *row,
			   const struct pmo_record *record)
{
	if (strcmp(row->register_name, "meeting") == 0)
		return trace_motion(trace, record);
	if (strcmp(row->register_name, "contract") == 0)
		return trace_amendment(trace, record);
	return row->part ? pmo_practice_text(record, row->part) : NULL;
}

/* What each record adds, in the order of the rows. */
static enum pmo_result add_parts(const struct pmo_trace *trace, struct pmo_buffer *out)
{
	const char *gap = ": ";
	const struct pmo_record **records =
		pmo_arena_array(arena_of(trace), trace->record_count + 1, sizeof(*records));
	for (const struct trace_row *row = trace_rows; records && row->register_name; row++) {
		size_t count = of_row(trace, row, records);
		for (size_t i = 0; i < count; i++) {
			const char *text = part_of(trace, row, records[i]);
			if (!text)
				continue;
			pmo_buffer_add_format(out, "%s%s", gap, text);
			gap = ", ";
		}
	}
	return !records || out->failed ? PMO_NO_MEMORY : PMO_OK;
}

/* `fire station alerting` within the sentence. */
static void add_title(const char *title, struct pmo_buffer *out)
{
	bool word = pmo_ascii_is_upper(title[0]) && pmo_ascii_is_lower(title[1]);
	pmo_buffer_add_char(out, word ? pmo_ascii_to_lower(title[0]) : title[0]);
	pmo_buffer_add_text(out, title + 1);
}

enum pmo_result trace_add_sentence(struct pmo_trace *trace)
{
	const struct trace_row *row = trace_row_of(trace->root);
	const char *title = pmo_record_text(trace->root, trace->root->schema->title);
	bool costs = row && row->head && query_number(trace->root, row->cost, 0) != 0;
	const char *head = costs ? pmo_practice_text(trace->root, row->head) : NULL;
	struct pmo_buffer out;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	pmo_buffer_add_text(&out, head ? head : title ? title : trace->root->id);
	if (head && title && *title)
		add_title(title, &out);
	enum pmo_result result = add_parts(trace, &out);
	pmo_buffer_add_char(&out, '.');
	trace->sentence = out.failed ? NULL : pmo_arena_copy(arena_of(trace), out.data, out.length);
	pmo_buffer_release(&out);
	return trace->sentence ? result : PMO_NO_MEMORY;
}

static enum pmo_result keep(struct pmo_trace *trace, const struct pmo_log_entry *entry)
{
	struct pmo_log *log = &trace->commits;
	struct pmo_log_entry *grown = pmo_arena_grow(arena_of(trace), log->items, log->count,
						     &log->capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	log->items = grown;
	grown[log->count++] = *entry;
	return PMO_OK;
}

/* What git knows of each record; without git there is nothing, and that is no fault. */
static enum pmo_result add_commits(struct pmo_trace *trace)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < trace->record_count && result == PMO_OK; i++) {
		const struct pmo_record *record = trace->records[i];
		const struct trace_row *row = trace_row_of(record);
		if (i && !(row && row->passes))
			continue;
		struct pmo_log log = { 0 };
		result = pmo_log_read(trace->workspace, record->project, record, COMMITS, &log);
		for (size_t e = 0; e < log.count && result == PMO_OK; e++)
			result = keep(trace, &log.items[e]);
	}
	return result;
}

enum pmo_result pmo_trace_open(struct pmo_workspace *workspace, const struct pmo_record *record,
			       struct pmo_trace *trace)
{
	static enum pmo_result (*const parts[])(struct pmo_trace *) = {
		gather,
		trace_add_events,
		trace_add_files,
		trace_add_missing,
		trace_add_sentence,
		add_commits,
	};
	*trace = (struct pmo_trace){ .workspace = workspace, .root = record };
	trace->records = pmo_arena_grow(arena_of(trace), NULL, 0, &trace->record_capacity,
					sizeof(*trace->records));
	if (!trace->records)
		return PMO_NO_MEMORY;
	trace->records[trace->record_count++] = record;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]) && result == PMO_OK; i++)
		result = parts[i](trace);
	return result;
}

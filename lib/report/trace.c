/* A trace as a document. */
#include "practice/query.h"

#include <pmo/trace.h>

static struct pmo_arena *arena_of(const struct pmo_trace *trace)
{
	return pmo_workspace_arena(trace->workspace);
}

struct trace_page {
	const struct pmo_trace *trace;
	struct pmo_document *document;
	struct pmo_table events, files, commits;
};

static enum pmo_result begin(struct trace_page *page, struct pmo_table *table,
			     const struct pmo_column *columns, size_t count)
{
	pmo_table_init(table, page->document->arena);
	return pmo_table_add_columns(table, columns, count);
}

static enum pmo_result add_row(struct pmo_table *table, const char *const *cells, size_t count)
{
	struct pmo_row *row = pmo_table_add_row(table);
	for (size_t i = 0; row && i < count; i++)
		row->cells[i].text = cells[i] ? cells[i] : "";
	return row ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result add_events(struct trace_page *page)
{
	static const struct pmo_column columns[] = {
		{ .name = "date", .heading = "Date" },
		{ .name = "id", .heading = "Record" },
		{ .name = "who", .heading = "Who" },
		{ .name = "what", .heading = "What", .shrink = PMO_SHRINK_WRAP },
	};
	enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };
	enum pmo_result result = begin(page, &page->events, columns, COLUMNS);
	for (size_t i = 0; i < page->trace->event_count && result == PMO_OK; i++) {
		const struct pmo_trace_event *event = &page->trace->events[i];
		const char *const cells[COLUMNS] = { query_day(event->record, event->date, false),
						     event->record->id, event->who, event->what };
		result = add_row(&page->events, cells, COLUMNS);
	}
	pmo_document_add_heading(page->document, 2, "What happened");
	pmo_document_add_table(page->document, &page->events, NULL);
	return result;
}

static enum pmo_result add_files(struct trace_page *page)
{
	static const char *const states[] = { "as it was", "CHANGED", "MISSING" };
	static const struct pmo_column columns[] = {
		{ .name = "file", .heading = "File", .shrink = PMO_SHRINK_WRAP },
		{ .name = "id", .heading = "Record" },
		{ .name = "state", .heading = "Hash" },
		{ .name = "note", .heading = "What it is", .shrink = PMO_SHRINK_WRAP },
	};
	enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };
	enum pmo_result result = begin(page, &page->files, columns, COLUMNS);
	for (size_t i = 0; i < page->trace->file_count && result == PMO_OK; i++) {
		const struct pmo_trace_file *file = &page->trace->files[i];
		const char *const cells[COLUMNS] = { file->path, file->record->id,
						     states[file->state], file->note };
		result = add_row(&page->files, cells, COLUMNS);
	}
	pmo_document_add_heading(page->document, 2, "Evidence");
	pmo_document_add_table(page->document, &page->files, NULL);
	return result;
}

static enum pmo_result add_commits(struct trace_page *page)
{
	static const struct pmo_column columns[] = {
		{ .name = "commit", .heading = "Commit" },
		{ .name = "date", .heading = "Date" },
		{ .name = "who", .heading = "Who" },
		{ .name = "id", .heading = "Record" },
		{ .name = "what", .heading = "What", .shrink = PMO_SHRINK_WRAP },
	};
	enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };
	const struct pmo_log *log = &page->trace->commits;
	enum pmo_result result = begin(page, &page->commits, columns, COLUMNS);
	for (size_t i = 0; i < log->count && result == PMO_OK; i++) {
		const struct pmo_log_entry *entry = &log->items[i];
		const char *what = pmo_arena_format(page->document->arena, "%s %s", entry->verb,
						    entry->what ? entry->what : "");
		const char *const cells[COLUMNS] = { entry->commit ? entry->commit : "(open)",
						     query_day(page->trace->root, entry->date,
							       false),
						     entry->who, entry->id, what };
		if (entry->commit)
			result = add_row(&page->commits, cells, COLUMNS);
	}
	if (!page->commits.row_count)
		return result; /* not under git, or nothing is committed */
	pmo_document_add_heading(page->document, 2, "Commits");
	pmo_document_add_table(page->document, &page->commits, NULL);
	return result;
}

/* "Evidence: 4 files, hashes match. Missing: nothing." */
static void add_verdict(struct trace_page *page)
{
	const struct pmo_trace *trace = page->trace;
	size_t wrong = 0;
	for (size_t i = 0; i < trace->file_count; i++)
		wrong += trace->files[i].state != PMO_FILE_SAME;
	pmo_document_add_format(page->document, " Evidence: %zu file%s", trace->file_count,
				trace->file_count == 1 ? "" : "s");
	if (trace->file_count && wrong)
		pmo_document_add_format(page->document, ", %zu not as it was.", wrong);
	else
		pmo_document_add_text(page->document, !trace->file_count ? "."
						      : trace->file_count == 1
							      ? ", its hash matches."
							      : ", hashes match.");
	pmo_document_add_text(page->document, " Missing: ");
	for (size_t i = 0; i < trace->missing_count; i++)
		pmo_document_add_format(page->document, "%s%s", i ? "; " : "", trace->missing[i]);
	pmo_document_add_text(page->document, trace->missing_count ? "." : "nothing.");
}

enum pmo_result pmo_trace_document(const struct pmo_trace *trace, struct pmo_document *document)
{
	const struct pmo_record *root = trace->root;
	struct trace_page *page = pmo_arena_alloc(arena_of(trace), sizeof(*page));
	const char *title = pmo_record_text(root, root->schema->title);
	struct pmo_document_head head = {
		.kind = "trace",
		.title = pmo_arena_format(arena_of(trace), "%s  %s", root->id, title ? title : ""),
		.project_code = query_text(root, "project.code"),
		.project = root->project ? root->project->title : NULL,
		.as_of = root->world->today,
	};
	if (!page || !head.title)
		return PMO_NO_MEMORY;
	pmo_document_init(document, arena_of(trace), &head);
	page->trace = trace;
	page->document = document;
	pmo_document_add_paragraph(document, trace->sentence);
	add_verdict(page);
	enum pmo_result result = add_events(page);
	if (result == PMO_OK)
		result = add_files(page);
	if (result == PMO_OK)
		result = add_commits(page);
	pmo_document_add_heading(document, 2, "Records of the chain");
	pmo_document_add_list(document, PMO_LIST_BULLETS);
	for (size_t i = 0; i < trace->record_count; i++) {
		const struct pmo_record *record = trace->records[i];
		const char *name = pmo_record_text(record, record->schema->title);
		pmo_document_add_item(document, record->id);
		pmo_document_add_format(document, " %s (%s)", name ? name : "",
					pmo_record_state(record)->name);
	}
	return result == PMO_OK ? document->result : result;
}

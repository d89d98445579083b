/*
 * A trace: the whole chain that a record belongs to, both ways, for an auditor.
 *
 * Risk, issue, escalation, change and decision lead on to one another; what hangs on them
 * (transfer, baseline, contract, deliverable, meeting, action, document) is told and not
 * followed further. A record says what it says by a row of a table (lib/practice/trace_rows.c):
 * its part in the one sentence, its events, what an auditor would miss.
 *
 *     pmo_trace_open(workspace, record, &trace)
 *     pmo_trace_document(&trace, &document)
 *
 * Evidence is read again, and its hash compared. Memory is the workspace's.
 */
#ifndef PMO_TRACE_H
#define PMO_TRACE_H

#include <pmo/log.h>
#include <pmo/report.h>

struct pmo_trace_event {
	int32_t date;
	const struct pmo_record *record;
	const char *what;
	const char *who; /* or NULL */
};

enum pmo_trace_file_state { PMO_FILE_SAME, PMO_FILE_CHANGED, PMO_FILE_MISSING };

struct pmo_trace_file {
	const struct pmo_record *record;
	const char *path, *note; /* note may be NULL */
	enum pmo_trace_file_state state;
};

struct pmo_trace {
	struct pmo_workspace *workspace;
	const struct pmo_record *root;
	const struct pmo_record **records; /* the root first */
	size_t record_count, record_capacity;
	struct pmo_trace_event *events; /* by date */
	size_t event_count, event_capacity;
	struct pmo_trace_file *files;
	size_t file_count, file_capacity;
	const char **missing;
	size_t missing_count, missing_capacity;
	struct pmo_log commits;
	const char *sentence; /* "9,600.00 for fire station alerting: asked Oct 12, ..." */
};

PMO_API PMO_CHECKED enum pmo_result pmo_trace_open(struct pmo_workspace *workspace,
						   const struct pmo_record *record,
						   struct pmo_trace *trace);

PMO_API PMO_CHECKED enum pmo_result pmo_trace_document(const struct pmo_trace *trace,
						       struct pmo_document *document);

#endif

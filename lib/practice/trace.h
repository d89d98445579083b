/* Inside the layer: the rows of registers, and the parts of a trace. */
#ifndef PRACTICE_TRACE_H
#define PRACTICE_TRACE_H

#include <pmo/trace.h>

/*
 * What a register tells. Texts have {expressions} in them (pmo_practice_text); a text with an
 * absent value is left out.
 */
struct trace_row {
	const char *register_name;
	bool passes;                   /* its own chain is followed, too */
	const char *cost, *head;       /* of a root whose cost is not 0: before its title */
	const char *part;              /* in the sentence, of the root itself, too */
	const char *date, *what, *who; /* its event: an expression, a text, an expression */
};

/* What no rule of the register asks for, and an auditor does: the papers. */
struct trace_missing {
	const char *register_name;
	const char *when, *what;
};

extern const struct trace_row trace_rows[];
extern const struct trace_missing trace_missing_rows[];

const struct trace_row *trace_row_of(const struct pmo_record *record);

/* Parts of pmo_trace_open, after the records are gathered. */
PMO_CHECKED enum pmo_result trace_add_events(struct pmo_trace *trace);
PMO_CHECKED enum pmo_result trace_add_files(struct pmo_trace *trace);
PMO_CHECKED enum pmo_result trace_add_missing(struct pmo_trace *trace);
PMO_CHECKED enum pmo_result trace_add_sentence(struct pmo_trace *trace);

/* text NULL: PMO_NO_MEMORY. */
PMO_CHECKED enum pmo_result trace_miss(struct pmo_trace *trace, const char *text);

/* "carried 5-0" of the motion of a meeting about a record of the trace; NULL: there is none. */
const char *trace_motion(const struct pmo_trace *trace, const struct pmo_record *meeting);

/* "amendment 1" of a contract by a change of the trace; NULL: there is none. */
const char *trace_amendment(const struct pmo_trace *trace, const struct pmo_record *contract);

#endif

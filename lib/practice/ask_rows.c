/*
 * What can be asked of which register. A row is a line in the form; nothing else can be
 * changed by an answer.
 */
#include "practice/checkin.h"

#include <string.h>

#define NOTE                                                                                       \
	{                                                                                          \
		.word = "note", .words = "remark|comment|status", .kind = PMO_ANSWER_NOTE          \
	}
#define NEW_DATE                                                                                   \
	{                                                                                          \
		.word = "new date", .words = "date|due|by|until", .field = "due",                  \
		.kind = PMO_ANSWER_DATE                                                            \
	}

static const struct pmo_question task_questions[] = {
	{ .word = "percent done",
	  .words = "percent|%|pct|complete",
	  .field = "percent",
	  .kind = PMO_ANSWER_PERCENT },
	{ .word = "days left",
	  .words = "left|remaining|to go|days",
	  .field = "remaining",
	  .kind = PMO_ANSWER_SPAN },
	{ .word = "started",
	  .words = "start|begun|actual start",
	  .field = "actual_start",
	  .kind = PMO_ANSWER_WHEN,
	  .when = "not actual_start" },
	{ .word = "finished",
	  .words = "done|finish|actual finish",
	  .field = "actual_finish",
	  .kind = PMO_ANSWER_WHEN,
	  .unasked = true },
	NOTE,
	{ 0 },
};

static const struct pmo_question milestone_questions[] = {
	{ .word = "reached on",
	  .words = "reached|done|date",
	  .field = "actual_finish",
	  .kind = PMO_ANSWER_WHEN },
	NOTE,
	{ 0 },
};

static const struct pmo_question action_questions[] = {
	{ .word = "done",
	  .words = "finished|complete",
	  .field = "done_on",
	  .kind = PMO_ANSWER_DONE },
	NEW_DATE,
	NOTE,
	{ 0 },
};

static const struct pmo_question dated_questions[] = {
	NEW_DATE,
	NOTE,
	{ 0 },
};

static const struct pmo_question purchase_questions[] = {
	{ .word = "now expected",
	  .words = "expected|date|delivery",
	  .field = "expected",
	  .kind = PMO_ANSWER_DATE },
	NOTE,
	{ 0 },
};

static const struct pmo_question risk_questions[] = {
	{ .word = "probability 1-5",
	  .words = "probability|p",
	  .field = "probability",
	  .kind = PMO_ANSWER_NUMBER },
	{ .word = "impact 1-5", .words = "impact|i", .field = "impact", .kind = PMO_ANSWER_NUMBER },
	{ .word = "next review",
	  .words = "review|new date",
	  .field = "next_review",
	  .kind = PMO_ANSWER_DATE },
	NOTE,
	{ 0 },
};

static const struct pmo_question estimate_questions[] = {
	{ .word = "best/likely/worst",
	  .words = "best / likely / worst|estimate|days",
	  .kind = PMO_ANSWER_ESTIMATE },
	{ .word = "based on", .words = "basis|because", .field = "basis", .kind = PMO_ANSWER_TEXT },
	{ 0 },
};

static const struct pmo_question document_questions[] = {
	{ .word = "verdict",
	  .words = "approve, with comments, reject|answer|review",
	  .kind = PMO_ANSWER_VERDICT,
	  .when = "status = in_review" },
	{ .word = "comment", .words = "comments|remark|note", .kind = PMO_ANSWER_COMMENT },
	{ 0 },
};

static const struct pmo_question meeting_questions[] = {
	{ .word = "coming", .words = "attend|attending|yes or no", .kind = PMO_ANSWER_COMING },
	{ 0 },
};

static const struct pmo_question other_questions[] = {
	NOTE,
	{ 0 },
};

const struct ask_row ask_rows[] = {
	{ "task", task_questions },         { "milestone", milestone_questions },
	{ "action", action_questions },     { "issue", dated_questions },
	{ "defect", dated_questions },      { "purchase", purchase_questions },
	{ "risk", risk_questions },         { "estimate", estimate_questions },
	{ "document", document_questions }, { "meeting", meeting_questions },
	{ NULL, other_questions },
};

const struct pmo_question ask_extras[] = {
	{ .word = "new issue", .words = "issue", .kind = PMO_ANSWER_ISSUE },
	{ .word = "new risk", .words = "risk", .kind = PMO_ANSWER_RISK },
	{ .word = "away from - to", .words = "away|leave|absent", .kind = PMO_ANSWER_AWAY },
	{ 0 },
};

const struct pmo_question *ask_questions(const struct pmo_record *record)
{
	const struct ask_row *row = ask_rows;
	while (row->register_name && (record->schema->own ||
				      strcmp(row->register_name, record->schema->table->name) != 0))
		row++;
	return row->questions;
}

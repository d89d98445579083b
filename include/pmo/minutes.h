/*
 * Minutes: a page of rough notes becomes records.
 *
 * The page (a sheet) is plain text. Most of it is for people. Lines that begin with a word
 * such as ACTION, DECISION, FEEDBACK or Present are marks:
 *
 *     Present: PM, PC, DSP (remote), QA for DSP
 *     ## 2 Actions
 *     ACTION DSP by fri: roster to PC
 *     Motion PM: approve CHG-005 - carried 5-0
 *
 *     pmo_minutes_open(workspace, meeting, &asked, &minutes)   reads, asks, changes nothing
 *     pmo_minutes_apply(&minutes, update)                      records, in one update
 *     minutes.sheet                                            the page with the ids in it
 *
 * A mark that made a record ends in its id, `[ACT-015]`, from then on. What is applied is
 * the difference to the page as it was kept, so the same page twice makes nothing twice, a
 * corrected line corrects the record, and what was changed in a record since stays. A mark
 * that is not understood is told with its line and stays where it is; the others go on.
 * Days are meant from the day of the meeting.
 */
#ifndef PMO_MINUTES_H
#define PMO_MINUTES_H

#include <pmo/update.h>

struct pmo_document;

enum pmo_mark {
	PMO_MARK_NOTE, /* words; item says of what */
	PMO_MARK_BLANK,
	PMO_MARK_HEADING,
	PMO_MARK_ACTION, /* records */
	PMO_MARK_DECISION,
	PMO_MARK_ISSUE,
	PMO_MARK_RISK,
	PMO_MARK_FEEDBACK, /* lists of the meeting */
	PMO_MARK_TAKEAWAY,
	PMO_MARK_MOTION,
	PMO_MARK_CORRECTION,
	PMO_MARK_PRESENT, /* attendance */
	PMO_MARK_REMOTE,
	PMO_MARK_EXCUSED,
	PMO_MARK_ABSENT,
	PMO_MARK_PRIOR, /* single facts */
	PMO_MARK_ADJOURNED,
	PMO_MARK_NEXT,
	PMO_MARK_COUNT
};

struct pmo_minutes_line {
	enum pmo_mark mark;
	size_t number;        /* from 1 */
	size_t start, length; /* its bytes, without the line end */
	int item;             /* of the agenda, from 1; 0: none */
	bool has_colon;       /* head and text are told apart; else all is text */
	bool is_loud;         /* the word stands in capitals: it is meant */
	const char *head;     /* "DSP by fri"; "" */
	const char *text;     /* "roster to PC"; of a note the words */
	const char *id;       /* "ACT-015", or NULL */
};

struct pmo_minutes_sheet {
	const char *text; /* UTF-8, lines ended by LF */
	size_t length;
	struct pmo_minutes_line *lines;
	size_t count, capacity;
};

enum { PMO_SHEET_LIMIT = 1 << 20, PMO_MINUTES_FITS = 9 };

/*
 * Takes a page apart; nothing in it is an error but its size (PMO_INVALID). Bytes that are no
 * UTF-8 are read as Latin-1, controls are left out. topics: of the agenda, NULL-ended.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_minutes_read(struct pmo_arena *arena, const char *bytes,
						     size_t length, const char *const *topics,
						     struct pmo_minutes_sheet *sheet);

/* A name that several people have. */
struct pmo_minutes_question {
	size_t line;
	const char *text; /* of the line */
	const char *name;
	const struct pmo_record *fits[PMO_MINUTES_FITS];
	size_t count;
};

enum pmo_minutes_did {
	PMO_MINUTES_MADE,
	PMO_MINUTES_CHANGED,
	PMO_MINUTES_LINKED,
	PMO_MINUTES_SKIPPED, /* not understood */
	PMO_MINUTES_REMARK,  /* understood; message says what else is to be known */
	PMO_MINUTES_GONE,    /* a mark of the kept page that is missing now */
};

struct pmo_minutes_event {
	enum pmo_minutes_did did;
	size_t line; /* 0: of no line */
	enum pmo_mark mark;
	const char *id;      /* the record; NULL: the meeting itself */
	const char *title;   /* what it says, in one line; or NULL */
	const char *message; /* "owner DSP > PC", "nobody is called 'Bob'" */
};

struct pmo_minutes_asked {
	const char *notes; /* the page that was typed or piped */
	size_t notes_length;
	const char *kept; /* the page beside the record; NULL: there is none */
	size_t kept_length;
	bool is_other; /* notes are a page of their own: marks of the kept one stay */
	/* Which of them is meant; NULL: none, the mark is skipped. NULL: nobody can be asked. */
	const struct pmo_record *(*choose)(void *who, const struct pmo_minutes_question *question);
	void *who;
};

struct minutes_mark;

struct pmo_minutes {
	struct pmo_workspace *workspace;
	const struct pmo_record *meeting;
	struct pmo_arena *arena;
	struct pmo_minutes_asked asked;
	struct pmo_minutes_sheet now, before;
	struct minutes_mark *marks, *old_marks;
	size_t mark_count, old_count;
	struct pmo_minutes_event *events;
	size_t event_count, event_capacity;
	const char *sheet; /* after apply: the page with the ids */
	size_t made[PMO_MARK_COUNT];
	bool has_changes; /* records would change, or have */
};

/* The page to type into: agenda, people and what the record says already. */
PMO_API PMO_CHECKED enum pmo_result pmo_minutes_prepare(struct pmo_workspace *workspace,
							const struct pmo_record *meeting,
							const char **text);

/* Reads both pages, finds people and days. PMO_INVALID: told. */
PMO_API PMO_CHECKED enum pmo_result pmo_minutes_open(struct pmo_workspace *workspace,
						     const struct pmo_record *meeting,
						     const struct pmo_minutes_asked *asked,
						     struct pmo_minutes *minutes);

/* Makes and changes records; the caller writes the page and commits. */
PMO_API PMO_CHECKED enum pmo_result pmo_minutes_apply(struct pmo_minutes *minutes,
						      struct pmo_update *update);

/* "3 actions (ACT-015 ... ACT-017), 1 decision (DEC-007)"; "" when nothing was made. */
PMO_API const char *pmo_minutes_summary(const struct pmo_minutes *minutes);

/* "action", "takeaway". */
PMO_API const char *pmo_mark_name(enum pmo_mark mark);

/*
 * The minutes as a report; the document is begun here. Of lib/report. outsider: somebody
 * outside who reads it, so that it names no confidential record; or NULL.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_minutes_document(struct pmo_workspace *workspace,
							 const struct pmo_record *meeting,
							 const struct pmo_record *outsider,
							 struct pmo_arena *arena,
							 struct pmo_document *document);

#endif

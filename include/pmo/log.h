/*
 * The log: what git knows of the records, told in their own terms.
 *
 * Each commit is compared with the one before it, record by record: which fields changed
 * from what to what. What stands in the files and is not committed yet is told the same
 * way. Where there is no git, or no repository, there is nothing to tell, and that is no
 * fault. Merges are passed over: what they bring was told where it was made.
 */
#ifndef PMO_LOG_H
#define PMO_LOG_H

#include <pmo/workspace.h>

struct pmo_log_entry {
	int32_t date;        /* of the commit, in the workspace's zone; today: not committed */
	const char *id;      /* the record, or the path of a file that is none; "": of many */
	const char *who;     /* the author, by handle where the e-mail is a person's; of what is not
				committed, whom the record's new lines name; or NULL */
	const char *verb;    /* "close", "set", "add", "note", "edit", "remove" */
	const char *what;    /* "active>closed", "owner DSP>PC"; "": nothing to add */
	const char *subject; /* what a person wrote about it; NULL: pmo committed it */
	const char *commit;  /* its first digits; NULL: not committed */
	size_t more;         /* so many more files changed with it and are not told */
};

struct pmo_log {
	struct pmo_log_entry *items; /* newest first */
	size_t count, capacity;
	bool is_cut; /* there are older commits that were not looked at */
};

/*
 * The last commits of a project, or of one record when that is not NULL; at most limit of
 * them. With --at they end at that revision.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_log_read(struct pmo_workspace *workspace,
						 const struct pmo_project *project,
						 const struct pmo_record *record, size_t limit,
						 struct pmo_log *log);

/* A line as records keep it: `2026-11-20 active>closed DSP: permit granted`. */
struct pmo_log_line {
	int32_t date;     /* PMO_DATE_NONE: it begins with none */
	const char *who;  /* NULL: it does not say */
	const char *what; /* "active>closed: permit granted" */
	bool is_change;   /* something became something else; else a note */
};

PMO_API PMO_CHECKED enum pmo_result pmo_log_line_read(struct pmo_arena *arena, const char *text,
						      struct pmo_log_line *line);

/*
 * What the log calls a field: its heading where that is the end of its name, so that
 * escalation_level is told as "level 1>2"; else the name.
 */
PMO_API const char *pmo_log_field_name(const struct pmo_field *field);

#endif

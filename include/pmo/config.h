/*
 * The configuration: what pmo.yaml says for everybody, and what a user's own file says
 * for one.
 *
 * pmo.yaml belongs to the workspace and travels with it: organisation, time zone,
 * currency, labels, thresholds, saved filters, own fields and own registers. The user's
 * file has who they are, their filters, and the programs they like; programs are
 * honoured there alone, never from a file in the tree. Both are read into the same
 * struct.
 *
 * The language is described in pmo.yaml(5). Rows are arrays whose last row is all zero.
 */
#ifndef PMO_CONFIG_H
#define PMO_CONFIG_H

#include <pmo/limit.h>
#include <pmo/schema.h>

struct config_limits;

enum { PMO_CONFIG_FORMAT = 1 };

/* A word and what it stands for: a label, a threshold. */
struct pmo_setting {
	const char *name;
	const char *value; /* as written */
};

/* A saved filter; what it does not say is NULL. */
struct pmo_filter {
	const char *name;
	const char *register_name;
	const char *where;   /* expression */
	const char *sort;    /* "-score id" */
	const char *columns; /* "id score title" */
	const char *help;
};

enum pmo_commit { PMO_COMMIT_OFF, PMO_COMMIT_AUTO };

enum pmo_color { PMO_COLOR_AUTO, PMO_COLOR_ALWAYS, PMO_COLOR_NEVER };

struct pmo_config {
	unsigned format; /* 1 when nothing is said */
	bool newer;      /* a format that this version can read, not write */
	const char *organisation;
	const char *timezone, *currency, *calendar;    /* NULL: not said */
	const char *jurisdiction;                      /* whose limits hold; NULL: the usual */
	const char *limits;                            /* files of limits that hold, by name */
	struct config_limits *chosen;                  /* what they say, once one is asked for */
	const char *mail_domains; /* of our own addresses, blanks between; NULL: not said */
	enum pmo_commit commit;                        /* AUTO: commands commit what they write */
	const struct pmo_setting *labels, *thresholds; /* NULL: none */
	const struct pmo_filter *filters;              /* NULL: none */

	/*
	 * All registers, NULL-ended: the built-in ones with the workspace's fields added,
	 * then the workspace's own.
	 */
	const struct pmo_register *const *registers;
	size_t built_in; /* how many of them are built in */

	/* From the user's own file. */
	const char *user; /* their handle */
	const char *editor, *pager;
	const char *sendmail; /* what sends mail, with its words; "none": nothing does */
	enum pmo_color color;
};

/* A saved filter by its name, or NULL. */
PMO_API const struct pmo_filter *pmo_config_filter(const struct pmo_config *config,
						   const char *name);

/* What the organisation calls something; the word itself when it has no label. */
PMO_API const char *pmo_config_label(const struct pmo_config *config, const char *word);

/*
 * The text of a threshold, or of a limit in one of the files that pmo.yaml names under limits;
 * NULL: the default holds.
 */
PMO_API const char *pmo_config_threshold(const struct pmo_config *config, const char *name);

/*
 * The limit of a name as it holds here: what thresholds say, with pmo.yaml for its source,
 * else the last file of limits that has it, else the row of the jurisdiction, else the usual
 * one. A name of the workspace's own has the kind that its text shows. false: there is no such
 * limit.
 */
PMO_API bool pmo_config_limit(const struct pmo_config *config, const char *name,
			      struct pmo_limit *limit);

/*
 * All that say something of a limit, the one that holds first, each with its file and line; how
 * many there are, of which at most room are put into rows.
 */
PMO_API size_t pmo_config_limit_rows(const struct pmo_config *config, const char *name,
				     struct pmo_limit *rows, size_t room);

/* The names of limits here, those of pmo first and then the workspace's own; NULL past the end. */
PMO_API const char *pmo_config_limit_name(const struct pmo_config *config, size_t index);

#endif

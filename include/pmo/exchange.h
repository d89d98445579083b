/*
 * A whole workspace as one JSON document, and a workspace made of such a document.
 *
 *     {
 *       "pmo": {"format": 1, "export": 1},
 *       "workspace": {"organisation": "Fairmont County", ...},
 *       "registers": {"person": {"DSP": {"name": "Dana S. Park", ...}}},
 *       "projects": {
 *         "cadup": {
 *           "project": {"title": "CAD upgrade", ...},
 *           "risk": {"RSK-003": {"title": ..., "probability": 4, ...}}
 *         }
 *       },
 *       "order": {"cadup/plan": ["TSK-001", "MS-001", ...]}
 *     }
 *
 * pmo         the format of the files, and that of this document
 * workspace   what pmo.yaml says, as it is written: maps, lists, strings, null for nothing
 * registers   those of the workspace: people, vendors, calendars
 * projects    by handle: the charter, then the registers that have a record
 * order       ids as they stand in a file, where the register's lists have no order of their
 *             own and the ids do not give it: the outline of the plan
 *
 * A record has its fields in the order of the schema, typed as `pmo show --format json` does:
 * money, dates and durations are strings, numbers are numbers. Apart from them stand
 *
 * own      fields that pmo.yaml adds to a register, and one that is called own, unknown or bad
 * unknown  keys that the register does not know
 * bad      as written, each field in which, at any depth, something cannot be read or is not
 *          known; or, where the record is no map of fields, what it is instead
 *
 * A state that is not stored is not told. An id that two records have is a list of both.
 *
 * The document is canonical: registers by name, records by id (RSK-2 before RSK-10), unknown
 * keys by name; the same data make the same bytes. Not part of it are derived values, which
 * are computed; comments and the layout of the files; a key's second value where it stands
 * twice; files that hold no records (evidence, saved mappings of imports), and what cannot be
 * read at all, which is told.
 *
 * An import is strict: a value of the wrong type, an unknown name, a key that stands twice
 * refuses all of it. What it writes has the schema's layout, and is exported to the same
 * bytes as it came from.
 */
#ifndef PMO_EXCHANGE_H
#define PMO_EXCHANGE_H

#include <pmo/update.h>

enum { PMO_EXPORT_VERSION = 1, PMO_EXPORT_BYTES = 16 << 20 /* that an import reads */ };

/*
 * The document, into out; *records says how many it has. Files that cannot be read are
 * diagnostics of the workspace. PMO_UNSUPPORTED: a value is nested too deeply.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_export_json(struct pmo_workspace *workspace,
						    struct pmo_buffer *out, size_t *records);

/* What an import does to the records of one register. */
struct pmo_intake_count {
	const char *project; /* NULL: the workspace's */
	const char *name;    /* of the register */
	size_t added, updated, unchanged;
};

/* A document that is being imported. All zero but for the first three is a good start. */
struct pmo_intake {
	struct pmo_arena *arena;
	struct pmo_diags *diags;
	const struct pmo_source *source;
	const struct ydoc_node *root;    /* out: of pmo_intake_open */
	struct pmo_intake_count *counts; /* out: in the order of the document */
	size_t count, capacity;
};

/* Reads the document. PMO_INVALID with a diagnostic at its place. */
PMO_API PMO_CHECKED enum pmo_result pmo_intake_open(struct pmo_intake *intake);

/*
 * Makes a workspace of env->directory, in one commit; dry: only says what would be. The
 * folder may hold other things, but nothing of the names that are needed: PMO_EXISTS.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_intake_create(struct pmo_intake *intake,
						      const struct pmo_env *env, bool dry);

/*
 * Fills an update with what the document has and the workspace has not: records that are
 * missing, with their ids; fields that differ; lines of logs. Nothing is taken away, and
 * pmo.yaml stays. PMO_REFUSED: a state differs, and the update is not as_imported.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_intake_merge(struct pmo_intake *intake,
						     struct pmo_update *update);

#endif

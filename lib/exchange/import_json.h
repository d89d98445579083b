/*
 * Inside the import of whole workspaces, see <pmo/exchange.h>.
 *
 * The document becomes nodes such as YAML gives, with their places in it, so that values
 * are read, judged and reported as those of any file.
 */
#ifndef EXCHANGE_IMPORT_JSON_H
#define EXCHANGE_IMPORT_JSON_H

#include "ydoc/edit.h"
#include "ydoc/value.h"
#include "ydoc/ydoc.h"

#include <pmo/exchange.h>

enum {
	JSON_DEPTH = 72,       /* levels: a record's 64 and what stands around it */
	JSON_VALUES = 2000000, /* more than 16 MiB of records hold */
};

/*
 * Reads the text with jansson: strictly, with no key twice in a map. Numbers keep their
 * digits. PMO_INVALID with a diagnostic.
 */
PMO_CHECKED enum pmo_result json_read(struct pmo_arena *arena, const struct pmo_source *source,
				      const struct ydoc_node **root, struct pmo_diags *diags);

/* One record of the document. */
struct json_entry {
	const char *project; /* NULL: the workspace's */
	const struct pmo_schema *schema;
	const char *id;
	const struct ydoc_node *node;
	bool is_twice; /* another one has the id */
};

struct json_run {
	struct pmo_intake *intake;
	/* The schema of a register's name; NULL: there is none. */
	const struct pmo_schema *(*find)(struct json_run *run, const char *name);
	/* Takes one record; failing ends the import. */
	enum pmo_result (*take)(struct json_run *run, const struct json_entry *entry);
	struct pmo_value_context context; /* of values in the document */
	struct ydoc *doc;                 /* for places in it */
	struct pmo_intake_count *count;   /* of the register in hand */
	void *data;
};

/* Reports an error at a value of the document; PMO_INVALID. */
enum pmo_result json_fault(const struct pmo_intake *intake, const struct ydoc_node *node,
			   const char *format, ...) PMO_PRINTF(3, 4);

/* Goes over all records; names and ids are such that files can be called so. */
PMO_CHECKED enum pmo_result json_walk(struct json_run *run);

/* What a record of the document says, field by field. */
struct json_field {
	struct pmo_value value;     /* absent: what cannot be read, or nothing */
	struct ydoc_value *written; /* as it is put into a file; NULL: nothing */
};

struct json_record {
	struct json_field *fields;  /* by the schema's */
	struct ydoc_value *unknown; /* a map, or NULL */
	struct ydoc_value *instead; /* of a record that is no map of fields; else NULL */
};

PMO_CHECKED enum pmo_result json_record_read(struct json_run *run, const struct json_entry *entry,
					     struct json_record *record);

/* All of it as it is written; NULL: no memory. Can be called once. */
struct ydoc_value *json_record_whole(const struct json_record *record,
				     const struct pmo_schema *schema, struct pmo_arena *arena);

/* A value as the document has it, with nothing known about it; NULL: no memory. */
struct ydoc_value *json_raw(const struct ydoc_node *node, struct pmo_arena *arena);

/*
 * The text of a file, or of an entry under a key, that means value; proved by reading it.
 * PMO_UNSUPPORTED, silently, when it cannot be written.
 */
PMO_CHECKED enum pmo_result json_write(const char *key, const struct ydoc_value *value,
				       struct pmo_arena *arena, struct pmo_buffer *out);

#endif

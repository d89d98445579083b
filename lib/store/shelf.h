/*
 * A shelf holds the records that share a folder or a file: cadup/risks/, cadup/plan.yaml.
 *
 * Whether it is a folder or a file is what the disk shows; the register's table has the
 * default for the first record. Tasks and milestones share one shelf, and the prefix of
 * an id tells them apart. A shelf is read when somebody asks, as a whole or, in a folder,
 * one record by its name.
 */
#ifndef STORE_SHELF_H
#define STORE_SHELF_H

#include "base/map.h"
#include "store/ids.h"
#include "store/tree.h"
#include "ydoc/ydoc.h"

#include <pmo/workspace.h>

/* A file of a shelf, once it was read. */
struct shelf_file {
	struct tree_file file; /* bytes are NULL when it is not there */
	struct ydoc doc;
	/* The document, or its first entries alone: enough to see how it is laid out. */
	const struct ydoc *sample;
};

/* One register's records on the shelf. */
struct shelf_set {
	const struct pmo_schema *schema;
	struct pmo_record *records;
	size_t count, capacity;
	struct map ids; /* folded id to record */
	struct shelf_index *indexes;
	struct shelf_set *next;
};

/* Which records name an id in a field: made when somebody asks for the first time. */
struct shelf_index {
	const struct pmo_field *field;
	struct map records; /* folded id to struct shelf_named */
	struct shelf_index *next;
};

struct shelf_named {
	const struct pmo_record **records;
	size_t count, capacity;
};

struct shelf {
	const struct pmo_project *project; /* NULL: the workspace's */
	const char *name;                  /* "risks" */
	const char *path;                  /* "cadup/risks", "cadup/plan.yaml" */
	enum pmo_layout layout;
	bool is_there; /* on the disk, when it was looked up */
	bool is_loaded;
	bool is_short;           /* of memory, when it was loaded */
	bool is_sparing;         /* its records are in memory only while they are open */
	struct shelf_file *file; /* of a shelf that is a file, when loaded */
	bool is_large;           /* a folder of so many names that its highest id is remembered */
	size_t expected;         /* how many records are about to come */
	struct ydoc_room room;   /* of the files of a folder */
	struct shelf_set *sets;
	const struct pmo_schema *usual; /* of the id that was met last */
	struct map alone;               /* id to record, of those that were read by themselves */
	struct shelf *next;
};

/* "RSK-003.yaml" is the record RSK-003; false for other names. */
bool shelf_id_of_name(const char *name, char id[ID_SIZE]);

/* Whether a folder holds anything: the empty one that a layout leaves is as good as none. */
bool shelf_has_entries(struct pmo_workspace *workspace, const char *folder);

/* The shelf of a register in a project; it is looked up on the disk, not yet read. */
PMO_CHECKED enum pmo_result shelf_open(struct pmo_workspace *workspace,
				       const struct pmo_project *project,
				       const struct pmo_schema *schema, struct shelf **shelf);

/* Reads all of it. What cannot be read is a diagnostic; only the system's faults fail. */
PMO_CHECKED enum pmo_result shelf_load(struct pmo_workspace *workspace, struct shelf *shelf);

/*
 * The same, but records of a file may be closed (ydoc_open) until shelf_load is called, too.
 * Only who opens each record that he looks at may call this.
 */
PMO_CHECKED enum pmo_result shelf_load_sparingly(struct pmo_workspace *workspace,
						 struct shelf *shelf,
						 const struct pmo_schema *schema);

/* A register's records on a loaded shelf; NULL when it has none. */
struct shelf_set *shelf_set_of(const struct shelf *shelf, const struct pmo_schema *schema);

/*
 * One record by its id or handle, read alone where that is possible. NULL in *record:
 * there is none.
 */
PMO_CHECKED enum pmo_result shelf_find(struct pmo_workspace *workspace, struct shelf *shelf,
				       const struct pmo_schema *schema, const char *id,
				       const struct pmo_record **record);

/* The records of a set whose field names an id; NULL in *named: none. */
PMO_CHECKED enum pmo_result shelf_naming(struct pmo_workspace *workspace, struct shelf_set *set,
					 const struct pmo_those *what,
					 const struct shelf_named **named);

/* The file that holds, or would hold, a record of this id. */
const char *shelf_record_path(const struct shelf *shelf, const char *id, struct pmo_arena *arena);

/* The file of a record that was read from this shelf. */
PMO_CHECKED enum pmo_result shelf_file_of(struct pmo_workspace *workspace, struct shelf *shelf,
					  const struct pmo_record *record,
					  const struct shelf_file **file);

/* The number of the highest id of a register, by names alone where records are files. */
PMO_CHECKED enum pmo_result shelf_highest(struct pmo_workspace *workspace, struct shelf *shelf,
					  const struct pmo_schema *schema, unsigned long *number);

#endif

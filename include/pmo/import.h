/*
 * Lists from elsewhere: a table of another program, CSV or a sheet of an Excel workbook,
 * becomes records.
 *
 * Importing is two steps with a look between them. First the file is read and every
 * column gets a target, guessed from its header and its values, or taken from a saved
 * mapping, or said by the user; the caller shows it. Then an update is filled with drafts:
 *
 *     pmo_import_open(ws, &source, &options, &import)
 *     pmo_import_table(import, &table)                  what goes where, to be shown
 *     pmo_update_begin(ws, ..., &update)
 *     pmo_import_apply(import, update)                  drafts; import->counts
 *     pmo_import_save(import, update, "jira")           or not
 *     pmo_import_commit(import, update)                 all of it, or nothing
 *
 * A row belongs to the record whose field `external` has the row's id in the other
 * system; without such a column, to the record with the same title. So a second run
 * updates, and where nothing differs it writes nothing. A cell that cannot be read is
 * left out and reported with its line; an empty cell takes a value away only where that is
 * asked for. A list that was exported here has our own ids and comes back row by row.
 *
 * Saved mappings are imports/NAME.yaml in the workspace, made to be read and changed by
 * people; one whose columns are those of the file is used without being asked for.
 */
#ifndef PMO_IMPORT_H
#define PMO_IMPORT_H

#include <pmo/csv.h>
#include <pmo/table.h>
#include <pmo/update.h>

/* Where the cells of a column go. */
enum pmo_import_target {
	PMO_IMPORT_IGNORE,   /* `-` nowhere */
	PMO_IMPORT_FIELD,    /* a field of the register */
	PMO_IMPORT_NOTE,     /* `note` a line of notes each */
	PMO_IMPORT_EXTERNAL, /* `external` the id in the other system */
	PMO_IMPORT_HANDLE,   /* `handle` the name a person gets here */
	PMO_IMPORT_KEEP,     /* a key of its own that the register does not know */
	PMO_IMPORT_REV,      /* nowhere: it says what records were when they were exported */
};

/* How `03/04/2026` is read; ISO dates and names of months need no order. */
enum pmo_import_dates { PMO_IMPORT_DATES_GUESS, PMO_IMPORT_ISO, PMO_IMPORT_US, PMO_IMPORT_EU };

/* How `1,234` is read; `1.234,56` and `12,5` need no saying. */
enum pmo_import_decimal { PMO_IMPORT_DECIMAL_GUESS, PMO_IMPORT_POINT, PMO_IMPORT_COMMA };

/* A word of the other system and what it is here: High is 4. */
struct pmo_import_word {
	const char *from, *to;
};

struct pmo_import_column {
	const char *name; /* the header; the second `Comment` is `Comment#2` */
	enum pmo_import_target target;
	int field;       /* FIELD: its index */
	const char *key; /* KEEP: the key */
	char split;      /* a list's items stand between these; 0: one item */
	char unit;       /* a bare number is a duration in these: d, w, h; 0: not */
	struct pmo_import_word *words;
	size_t word_count, word_capacity;
	enum pmo_import_decimal decimal; /* of numbers that do not tell it themselves */
	bool has_comma;                  /* some numbers have a decimal comma */
	bool is_last;    /* where several make one text: it goes behind, a last name */
	bool is_fixed;   /* the user or a saved mapping said so; not guessed */
	const char *why; /* it goes nowhere, or what was assumed; or NULL */
};

/* What the user said. All zero: nothing. */
struct pmo_import_options {
	const char *register_name; /* NULL: from a saved mapping, or the file's name */
	const char *mapping;       /* the saved mapping to use */
	const char *const *words;  /* `COLUMN=TARGET`, `COLUMN:WORD=VALUE` */
	size_t word_count;
	enum pmo_import_dates dates;
	enum pmo_import_decimal decimal; /* GUESS: found out */
	const char *sheet;               /* of a workbook; NULL: the only one, or the register's */
	char delimiter;                  /* 0: found out */
	bool clear;        /* an empty cell takes the value away, a list is as its cell has it */
	bool keep;         /* columns without a target are kept as own keys */
	bool strict;       /* one bad cell refuses the whole */
	bool ours, theirs; /* whose value counts where both changed it since the export */
};

struct pmo_import_counts {
	size_t added, updated, unchanged;
	size_t skipped;  /* rows that could not be imported at all */
	size_t problems; /* cells and rows that were reported */
	size_t unknown_people;
	size_t remarks; /* warnings of the register's rules about what came in */
	size_t emptied; /* cells of our own list that are empty where the record has a value,
			   and items that are gone from lists: kept, unless options.clear */
	size_t newer;   /* cells as they were exported whose field was changed here: kept */
	size_t both;    /* cells that were changed both here and in the list */
};

/* One field of a record that is there: as it is now and as it would be. */
struct pmo_import_change {
	size_t line;                     /* of the file */
	const char *id, *field;          /* field "": a new record, new_text is its title */
	const char *old_text, *new_text; /* "": no value */
};

enum { PMO_IMPORT_CHANGES_MAX = 200 }; /* that are kept; the others are counted */

struct pmo_import {
	struct pmo_workspace *workspace;
	const struct pmo_project *project; /* NULL: a register of the workspace */
	const struct pmo_schema *schema;
	struct pmo_import_options options;
	struct pmo_csv csv;
	struct pmo_import_column *columns;
	size_t column_count;
	enum pmo_import_dates dates;  /* as decided */
	bool dates_are_ambiguous;     /* nothing in the file decides it */
	bool has_dates;               /* with numbers only, so that the order matters */
	const char *saved_as;         /* the saved mapping that was used, or NULL */
	const char *register_is_from; /* "the file's name"; NULL: the user said it */
	struct pmo_import_counts counts;
	const char *const *people; /* names that are nobody here, as they first came */
	const char *const *states; /* words that are no states, as they first came */
	size_t state_count;
	struct pmo_import_change *changes; /* of the last apply, in the order of the file */
	size_t change_count;
	struct pmo_import_change *conflicts; /* counts.both of them: as here, as in the list */
	size_t sheet_count;                  /* of a workbook; 0: a table of text */
	size_t twins;                        /* rows whose title another row of the file has, too */
	bool is_told; /* problems were reported by an earlier apply; they are counted only */
};

/*
 * Reads the file and settles where its columns go. The source must live as long. A file
 * that cannot be read is PMO_INVALID, a mapping that cannot be is PMO_USAGE or
 * PMO_NOT_FOUND, with diagnostics.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_import_open(struct pmo_workspace *workspace,
						    const struct pmo_source *source,
						    const struct pmo_import_options *options,
						    struct pmo_import **import);

/* Column, first value, where it goes, how it is read: a row each. */
PMO_API PMO_CHECKED enum pmo_result pmo_import_table(const struct pmo_import *import,
						     struct pmo_table *table);

/* Row, record, field, now, becomes: what the last apply changes in records that are there. */
PMO_API PMO_CHECKED enum pmo_result pmo_import_changes_table(const struct pmo_import *import,
							     struct pmo_table *table);

/* The same of values that were changed both here and in the list, of which none is written. */
PMO_API PMO_CHECKED enum pmo_result pmo_import_conflicts_table(const struct pmo_import *import,
							       struct pmo_table *table);

/* Whether an import may write a field: not what is computed, kept by pmo or has parts. */
PMO_API bool pmo_import_takes(const struct pmo_schema *schema, int index);

/*
 * The column `_rev` of a list for a spreadsheet: what the record is when it is exported, as
 * short fingerprints of its fields. NULL: no memory.
 */
#define PMO_IMPORT_REV_NAME "_rev"
PMO_API const char *pmo_import_mark(struct pmo_arena *arena, const struct pmo_record *record);

/*
 * Fills the update with drafts and counts. What could not be read is reported at its
 * place in the file. PMO_REFUSED: a state needs as_imported, or strict met a bad cell;
 * nothing may be committed then.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_import_apply(struct pmo_import *import,
						     struct pmo_update *update);

/* Writes the mapping to imports/NAME.yaml, in the same commit. */
PMO_API PMO_CHECKED enum pmo_result pmo_import_save(struct pmo_import *import,
						    struct pmo_update *update, const char *name);

/*
 * Commits. What the register's rules have to say about each record is counted, not told:
 * ten thousand rows that lack an owner are one remark.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_import_commit(struct pmo_import *import,
						      struct pmo_update *update);

#endif

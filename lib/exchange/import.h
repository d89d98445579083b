/* Inside the import of tables, see <pmo/import.h>. */
#ifndef EXCHANGE_IMPORT_H
#define EXCHANGE_IMPORT_H

#include "base/map.h"

#include <pmo/import.h>

struct ydoc_value;

enum {
	IMPORT_PROBLEMS_SHOWN = 50,
	IMPORT_WORDS_MAX = 200,      /* different words of a column that are looked at */
	IMPORT_KEPT_MAX = 500,       /* columns that become keys of their own */
	IMPORT_NEW_ITEMS_MAX = 1000, /* list items and notes of a new record */
	IMPORT_MORE_ITEMS_MAX = 100, /* that one run adds to a record that is there */
};

/* Words of a table entry are between bars: "|due|due date|". */
struct import_synonym {
	const char *headers; /* as import_fold_header gives them */
	const char *targets; /* fields in order of liking; or external, handle, note */
};

extern const struct import_synonym import_synonyms[];

/* "Due_Date (planned)" is "due date planned": folded, no punctuation, single blanks. */
char *import_fold_header(struct pmo_arena *arena, const char *text);

/* A name that a key may have: "Custom field: Größe" is custom_field_grosse. */
char *import_snake(struct pmo_arena *arena, const char *text);

/* Whether the header says that this part of a name comes last. */
bool import_is_last_name(struct pmo_arena *arena, const char *header);

/* The cell of a row in a column; "" where the row is too short. */
const char *import_cell(const struct pmo_import *import, size_t row, size_t column);

/* The text of a cell: blanks around it gone, an apostrophe that disarms a formula, too. */
char *import_trim(struct pmo_arena *arena, const char *cell);

/* Whether neither trimming nor tidying would change it: most cells are used as they came. */
bool import_is_tidy(const char *cell);

/* The same of a text that is there, as a cell with it would be read. */
char *import_tidy(struct pmo_arena *arena, const char *text, bool one_line);

/* Fills in the columns' names from the header. */
PMO_CHECKED enum pmo_result import_name_columns(struct pmo_import *import);

/* Gives every column that is not fixed a target, and words and dates to all. */
PMO_CHECKED enum pmo_result import_guess(struct pmo_import *import);

/* Reads a sheet of a workbook into import->csv. */
PMO_CHECKED enum pmo_result import_read_workbook(struct pmo_import *import,
						 const struct pmo_source *source);

/* Refuses words that were said to mean what the field cannot hold; PMO_USAGE. */
PMO_CHECKED enum pmo_result import_judge_words(struct pmo_import *import);

/* Settles the columns of a list that was exported here; folded: their headers. */
PMO_CHECKED enum pmo_result import_guess_own(struct pmo_import *import, char *const *folded);

/* What the user said of columns; PMO_USAGE. */
PMO_CHECKED enum pmo_result import_read_words(struct pmo_import *import);

/*
 * The target of a column by its name: `title`, `note`, `external`, `-`. Why it cannot be
 * is *why.
 */
bool import_set_target(const struct pmo_import *import, struct pmo_import_column *column,
		       const char *name, const char **why);

/* Adds "High is 4" to a column; an earlier word stays. */
PMO_CHECKED enum pmo_result import_add_word(struct pmo_arena *arena,
					    struct pmo_import_column *column, const char *from,
					    const char *to);

/* What a word of the column stands for, or NULL. Blanks and case do not matter. */
const char *import_word(const struct pmo_import_column *column, const char *text);

/*
 * The word here that a word elsewhere may mean in a field: a level for a scale of numbers,
 * a choice, a state. *to is NULL: none.
 */
PMO_CHECKED enum pmo_result import_translate(struct pmo_arena *arena,
					     const struct pmo_schema *schema, int field,
					     const char *text, const char **to);

/* What a text says about the order of its numbers. */
enum import_order { IMPORT_NO_DATE, IMPORT_ANY_ORDER, IMPORT_CLEAR, IMPORT_IS_US, IMPORT_IS_EU };

enum import_order import_date_order(const char *text);

/* Reads a date as other programs write it; a time behind it is passed over. */
bool import_date(const char *text, enum pmo_import_dates dates, int32_t *date);

/* Numbers with a decimal comma, or with commas between thousands; PMO_USAGE: who knows. */
bool import_has_decimals(const struct pmo_field *field);
PMO_CHECKED enum pmo_result import_decide_decimals(struct pmo_import *import);

/* Whether a text is a number whose only separator may be either, `1.234`. */
bool import_is_any_decimal(const struct pmo_import *import, const char *text);

/* The text with its number as it is written here, 1234.56; as it is where it is none. */
const char *import_decimal(struct pmo_arena *arena, const struct pmo_import *import,
			   const struct pmo_import_column *column, const char *text);

/* A saved mapping. */
struct import_saved {
	const char *name;
	const char *register_name;
	enum pmo_import_dates dates;
	const struct ydoc *doc;
	const struct ydoc_node *columns; /* a map, header to target */
};

/* One by its name, PMO_NOT_FOUND with a diagnostic; and the one for these columns, or NULL. */
PMO_CHECKED enum pmo_result import_saved_read(struct pmo_import *import, const char *name,
					      struct import_saved **saved);
PMO_CHECKED enum pmo_result import_saved_find(struct pmo_import *import,
					      struct import_saved **saved);

/* Takes over what it says about the columns; the schema is known. */
PMO_CHECKED enum pmo_result import_saved_use(struct pmo_import *import,
					     const struct import_saved *saved);

/* What applying needs beside the import. */
struct import_run {
	struct pmo_import *import;
	struct pmo_update *update;
	struct pmo_arena *arena;
	/*
	 * What only the row in hand needs. A new record is written as a whole and read again,
	 * so that nothing of it is needed afterwards; until rows are written it is arena.
	 */
	struct pmo_arena *scratch;
	struct pmo_arena row_memory;
	struct pmo_arena_mark row_start;
	const struct pmo_schema *schema;
	struct pmo_value_context context;
	bool as_imported;
	struct pmo_draft **drafts;         /* by row; NULL: none yet */
	const struct pmo_record **records; /* by row: what was there; NULL: new */
	bool *is_left_out;                 /* by row */
	bool *is_own;                      /* by row: found by the id that it has here */
	const char **why;                  /* by row: told when its turn comes; NULL: blank */
	struct map by_external, by_key;    /* of what is there */
	struct map taken;                  /* records that have their row */
	struct map lines;                  /* external ids of the file: the line they stand on */
	struct map ids;                    /* external ids, of there and of the file: our id */
	struct map handles;                /* that are not free */
	struct map people;                 /* folded name, e-mail, handle: the handle */
	struct map unknown;                /* names told already */
	const char **unknown_names;
	size_t unknown_capacity;
	size_t states_refused;
	const char **unknown_states;
	size_t unknown_state_capacity;
	struct ydoc_value **fresh;     /* of the new record in hand, by field */
	struct ydoc_value *fresh_keys; /* keys that the register does not know */
	size_t items;                  /* list items and notes of the row in hand */
	int rev_column;                /* what records were when they were exported, or -1 */
	size_t conflict_capacity;
	bool keeps_people;
	bool failed; /* memory ended somewhere: nothing may be written */
};

/* A fault at a cell; column -1: of the row. Counted, and told while there are few. */
void import_report(struct import_run *run, size_t row, int column, const char *format, ...)
	PMO_PRINTF(4, 5);

/* Where a cell stands, for a message; column -1: the row. */
struct pmo_place import_place(const struct pmo_import *import, size_t row, int column);

/* This row brings nothing; it is told in the order of the file. */
void import_leave_out(struct import_run *run, size_t row, const char *why);

/* The column that has a target, or -1; field counts for FIELD alone. */
int import_find_column(const struct pmo_import *import, enum pmo_import_target target, int field);

/* Finds for each row the record that it belongs to; none: it needs a new one. */
PMO_CHECKED enum pmo_result import_match(struct import_run *run);

/* Whether a text is an id of the register, RSK-003. */
bool import_is_id_of(const struct pmo_schema *schema, const char *text);
bool import_is_own_id(const struct import_run *run, const char *text);

/* Reads people.yaml for names. */
PMO_CHECKED enum pmo_result import_read_people(struct import_run *run);

/* The handle of a person by handle, name or e-mail; NULL: nobody, or two of them. */
const char *import_person(struct import_run *run, const char *text);

bool import_is_person(const struct pmo_field *field);

/* The text of a row for a column's field; several columns of one text are joined. */
const char *import_row_text(struct import_run *run, size_t row, size_t column);

/* A handle for a new record, from the row's own or from the name; NULL: none can be made. */
const char *import_new_handle(struct import_run *run, size_t row);

/*
 * The text of an item as a value of the field's type; absent where it stands for nothing.
 * PMO_NOT_FOUND: a person who is nobody here; PMO_INVALID: it was reported.
 */
PMO_CHECKED enum pmo_result import_value(struct import_run *run, size_t row, size_t column,
					 const char *text, struct pmo_value *value);

/* The same without a report. */
PMO_CHECKED enum pmo_result import_read_value(struct import_run *run, size_t column,
					      const char *text, struct pmo_value *value);

/* Whether the column is `_rev` of a list that was exported here. */
bool import_is_rev(const struct pmo_import *import, size_t column);

/*
 * Whether a cell of a record that is there may be written: not when nobody touched it since
 * the export, and not unasked when the record was changed here, too, which is kept to be shown.
 */
PMO_CHECKED enum pmo_result import_judge_cell(struct import_run *run, size_t row, size_t column,
					      const char *text, bool *is_taken);

/* A text to be shown, of a long one from a little before where it matters; NULL: no memory. */
const char *import_shorten(struct import_run *run, const char *text, size_t same);

/*
 * A new record, collected and written at once. Set: a text as people type it, an item
 * where the field is a list; PMO_INVALID when it is none. Notes get day and name.
 */
void import_fresh_begin(struct import_run *run);
PMO_CHECKED enum pmo_result import_fresh_set(struct import_run *run, int index, const char *text);
PMO_CHECKED enum pmo_result import_fresh_add(struct import_run *run, int index,
					     const struct pmo_value *value);
PMO_CHECKED enum pmo_result import_fresh_note(struct import_run *run, const char *line);
PMO_CHECKED enum pmo_result import_fresh_key(struct import_run *run, const char *key,
					     const char *text);
PMO_CHECKED enum pmo_result import_fresh_finish(struct import_run *run, size_t row);

/* Whose memory ends with the row, and what comes after all rows. */
PMO_CHECKED enum pmo_result import_begin_rows(struct import_run *run);
void import_begin_row(struct import_run *run, size_t row);
void import_end_rows(struct import_run *run);

/* The draft of a row whose record is there, and the record as it is by now. */
PMO_CHECKED enum pmo_result import_need_draft(struct import_run *run, size_t row,
					      struct pmo_draft **draft);
const struct pmo_record *import_record_of(const struct import_run *run, size_t row);

/* `2026-11-20 import: owner Jane Miller` among the notes. */
PMO_CHECKED enum pmo_result import_add_remark(struct import_run *run, size_t row, const char *field,
					      const char *text);

PMO_CHECKED enum pmo_result import_write_state(struct import_run *run, size_t row, size_t column,
					       const char *text);

/* Writes one row's cells into its draft. */
PMO_CHECKED enum pmo_result import_write_row(struct import_run *run, size_t row);

/* Keeps what the drafts change, for import->changes. */
PMO_CHECKED enum pmo_result import_note_changes(struct import_run *run);

#endif

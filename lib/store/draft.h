/* Inside the store: updates and drafts, see <pmo/update.h>. */
#ifndef STORE_DRAFT_H
#define STORE_DRAFT_H

#include "base/map.h"
#include "store/commit.h"
#include "store/ids.h"
#include "store/lock.h"
#include "store/workspace.h"
#include "ydoc/edit.h"

#include <pmo/update.h>

/* A file that is written as it is: evidence, a note sheet. */
struct update_file {
	const char *path, *bytes;
	size_t length;
	struct update_file *next;
};

/* The highest number of a register that was given out or is in the tree. */
struct update_number {
	const struct shelf *shelf;
	const struct pmo_schema *schema;
	unsigned long highest;
	struct update_number *next;
};

/* How many lines stand before an offset, kept so that a file is counted once. */
struct update_lines {
	const char *bytes;
	size_t offset;
	uint32_t count;
};

struct pmo_update {
	struct pmo_workspace *workspace;
	struct pmo_update_options options;
	struct pmo_world world;  /* the workspace's on the day it happened, by who did it */
	struct pmo_world drafts; /* the workspace's with the records as they would be */
	struct lock lock;
	bool is_locked;
	struct pmo_draft *first, *last;
	struct map by_id; /* the first draft of a folded id */
	struct update_number *numbers;
	struct update_lines lines;
	struct update_file *files;
	size_t written;
	size_t placed;       /* drafts that were given a place */
	const char *message; /* of the git commit that follows; NULL: the command as typed */
	bool takes_back;     /* undo: the message is made of the one before */
};

struct pmo_draft {
	struct pmo_update *update;
	struct shelf *shelf;
	const struct pmo_record *old;  /* NULL: new */
	const struct shelf_file *file; /* that holds the old one, or that a new one joins */
	struct pmo_record now;
	struct ydoc_editor editor;
	struct ydoc_span span; /* the old lines in their file */
	const char *old_text;
	const char *from;        /* the record that says so; history names it, */
	const char *said_by;     /* and whose word it is, instead of the user */
	struct ydoc_step prefix; /* the record's key where records share a file */
	size_t prefix_depth;
	bool is_started;           /* start values are filled in */
	bool has_line;             /* the note stands in a history line */
	bool is_composed;          /* its file has its new bytes */
	size_t placed;             /* which call of pmo_draft_place it was; 0: it stays */
	const char *beside;        /* the record it stands beside; NULL: the first */
	bool is_before;            /* before that one, else behind it */
	int item_list;             /* the list that pmo_draft_assign_all spoke of, */
	size_t item;               /* and which item of it, from 1; 0: none */
	struct pmo_draft *same_id; /* the next one of the same folded id */
	struct pmo_draft *next;
};

/* Makes records see each other as their drafts have them. */
void update_init_world(struct pmo_update *update);

/* The draft of a record that was found in the tree, or NULL. */
struct pmo_draft *update_draft_of(const struct pmo_update *update, const struct pmo_record *record);

/* The draft of a new record that an id means as seen from a project, or NULL. */
struct pmo_draft *update_new_draft(const struct pmo_update *update,
				   const struct pmo_project *project, const char *id,
				   const char *registers);

enum { DRAFT_PATH = 9 }; /* steps from a record to a value */

struct draft_path {
	struct ydoc_step steps[DRAFT_PATH];
	size_t depth;
};

/* The name under which a field stands in the draft: a former name is kept. */
const char *draft_name_of(const struct pmo_draft *draft, const struct pmo_field *field);

/* The path of a field in the draft's document. */
struct draft_path draft_field_path(const struct pmo_draft *draft, const char *name);

/* A draft's text before something is tried that may be refused half way. */
struct draft_state {
	struct ydoc_editor editor;
	bool has_line;
};

struct draft_state draft_save(const struct pmo_draft *draft);
void draft_restore(struct pmo_draft *draft, const struct draft_state *state);

/* Does one operation on the draft's document and reads the record again. */
PMO_CHECKED enum pmo_result draft_apply(struct pmo_draft *draft, enum ydoc_verb verb,
					const struct draft_path *path, size_t index,
					const struct ydoc_value *value);

/* Sets a field to a typed value; a new key goes where the schema has it. */
PMO_CHECKED enum pmo_result draft_set_value(struct pmo_draft *draft, int field,
					    const struct pmo_value *value);

/* Sets a member of the item that pmo_draft_assign_all spoke of. */
PMO_CHECKED enum pmo_result draft_set_member(struct pmo_draft *draft, const char *name,
					     const char *text);

/* Sets the state, without asking whether it may. */
PMO_CHECKED enum pmo_result draft_set_state(struct pmo_draft *draft, const char *state);

/* Appends a value to a list; makes the list, or makes one of a single value. */
PMO_CHECKED enum pmo_result draft_append_value(struct pmo_draft *draft, int field,
					       const struct pmo_value *item);

/* Appends a line, as it stands, to a list of lines. */
PMO_CHECKED enum pmo_result draft_append_line(struct pmo_draft *draft, int field, const char *line);

/* Appends "DATE what BY: note" to the history; uses up the note. */
PMO_CHECKED enum pmo_result draft_add_history(struct pmo_draft *draft, const char *what);

/* Lines for tracked fields that changed, and the note where no line has it yet. */
PMO_CHECKED enum pmo_result draft_track(struct pmo_draft *draft);

/* What reading words of a person needs. */
struct pmo_value_context draft_context(const struct pmo_draft *draft);

/*
 * References in a value get the form of the files (`dsp` becomes DSP). A reference to
 * nothing is PMO_INVALID with a diagnostic at place.
 */
PMO_CHECKED enum pmo_result draft_settle_refs(struct pmo_draft *draft,
					      const struct pmo_field *field,
					      struct pmo_value *value,
					      const struct pmo_place *place);

/* The new bytes of all files into a commit. */
PMO_CHECKED enum pmo_result update_compose(struct pmo_update *update, struct commit *commit);

#endif

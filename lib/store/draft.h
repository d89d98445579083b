/* Inside the store: updates and drafts, see <pmo/update.h>. */
#ifndef STORE_DRAFT_H
#define STORE_DRAFT_H

#include "store/commit.h"
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

struct pmo_update {
	struct pmo_workspace *workspace;
	struct pmo_update_options options;
	struct pmo_world world; /* the workspace's on the day it happened, by who did it */
	struct lock lock;
	bool is_locked, is_refused;
	struct pmo_draft *first, *last;
	struct update_file *files;
	size_t written;
};

struct pmo_draft {
	struct pmo_update *update;
	struct shelf *shelf;
	const struct pmo_record *old; /* NULL: new */
	const struct shelf_file *file; /* that holds the old one, or that a new one joins */
	struct pmo_record now;
	struct ydoc_editor editor;
	struct ydoc_span span;        /* the old lines in their file */
	const char *old_text;
	struct ydoc_step prefix;      /* the record's key where records share a file */
	size_t prefix_depth;
	bool is_started;              /* start values are filled in */
	bool has_line;                /* the note stands in a history line */
	struct pmo_draft *next;
};

enum { DRAFT_PATH = 8 }; /* steps from a record to a value */

struct draft_path {
	struct ydoc_step steps[DRAFT_PATH];
	size_t depth;
};

/* The path of a field in the draft's document. */
struct draft_path draft_field_path(const struct pmo_draft *draft, const char *name);

/* Does one operation on the draft's document and reads the record again. */
PMO_CHECKED enum pmo_result draft_apply(struct pmo_draft *draft, enum ydoc_verb verb,
					const struct draft_path *path, size_t index,
					const struct ydoc_value *value);

/* Sets a field to a typed value; a new key goes where the schema has it. */
PMO_CHECKED enum pmo_result draft_set_value(struct pmo_draft *draft, int field,
					    const struct pmo_value *value);

/* Sets the state, without asking whether it may. */
PMO_CHECKED enum pmo_result draft_set_state(struct pmo_draft *draft, const char *state);

/* Appends a value to a list; makes the list, or makes one of a single value. */
PMO_CHECKED enum pmo_result draft_append_value(struct pmo_draft *draft, int field,
					       const struct pmo_value *item);

/* Appends a line, as it stands, to a list of lines. */
PMO_CHECKED enum pmo_result draft_append_line(struct pmo_draft *draft, int field,
					      const char *line);

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

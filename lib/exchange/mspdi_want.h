/*
 * What a record shall say according to a file: texts by field, as people type them. The
 * same facts always give the same texts, so two files are compared by them, too.
 */
#ifndef EXCHANGE_MSPDI_WANT_H
#define EXCHANGE_MSPDI_WANT_H

#include "exchange/mspdi.h"

#include <pmo/value.h>

struct ydoc_value;

struct mspdi_slot {
	bool is_said; /* without items: the field is to be empty */
	bool is_list; /* written even when it is empty: a calendar without days off */
	const char **items;
	size_t count, capacity;
};

struct mspdi_want {
	const struct pmo_schema *schema;
	struct mspdi_slot *slots; /* beside schema->fields */
};

/* What all records of one import or export need. */
struct mspdi_context {
	struct pmo_workspace *workspace;
	const struct pmo_project *project;
	struct pmo_arena *arena;
	const struct pmo_schema *task, *milestone;
	struct map ids; /* decimal UID: id of the record */
	struct pmo_value_context values;
	int minutes_per_day;
	bool failed;
};

PMO_CHECKED enum pmo_result mspdi_context_init(struct mspdi_context *context,
					       struct pmo_workspace *workspace,
					       const struct pmo_project *project);

/* The id of the record of a UID, or NULL. */
const char *mspdi_id_of(const struct mspdi_context *context, int64_t uid);
PMO_CHECKED enum pmo_result mspdi_put_id(struct mspdi_context *context, int64_t uid,
					 const char *id);

PMO_CHECKED enum pmo_result mspdi_want_init(struct mspdi_context *context, struct mspdi_want *want,
					    const struct pmo_schema *schema);

/* Says a field: text NULL, it is to be empty. A field that the register lacks is passed over. */
void mspdi_want_set(struct mspdi_context *context, struct mspdi_want *want, const char *field,
		    const char *text);
/* Adds an item to a list that was said. */
void mspdi_want_add(struct mspdi_context *context, struct mspdi_want *want, const char *field,
		    const char *text);

/* All that a plan says of a task; want is ready for its register. */
void mspdi_want_task(struct mspdi_context *context, const struct pmo_mspdi *plan,
		     const struct mspdi_task *task, struct mspdi_want *want);

/* And of a calendar. */
void mspdi_want_calendar(struct mspdi_context *context, const struct pmo_mspdi *plan,
			 const struct mspdi_calendar *calendar, struct mspdi_want *want);

/* And of one of the baselines: which tasks and milestones were when. false: none has it. */
bool mspdi_want_baseline(struct mspdi_context *context, const struct pmo_mspdi *plan, int number,
			 struct mspdi_want *want);

/* A span of seconds in a format of Project's, as pmo has it: `5d`, `3cd`, `2.5h`. */
const char *mspdi_duration(const struct mspdi_context *context, const struct pmo_mspdi *plan,
			   int64_t seconds, int format);

bool mspdi_slot_equals(const struct mspdi_slot *a, const struct mspdi_slot *b);

/* What a record has in a field, in the same words. */
PMO_CHECKED enum pmo_result mspdi_record_slot(struct mspdi_context *context,
					      const struct pmo_record *record, int field,
					      struct mspdi_slot *slot);

/* The texts as pmo writes them; a text that cannot be read is left out. */
PMO_CHECKED enum pmo_result mspdi_settle(struct mspdi_context *context, struct mspdi_want *want);

/* The slot as a typed value, and as what is written; PMO_NO_MEMORY is all that fails. */
PMO_CHECKED enum pmo_result mspdi_slot_value(struct mspdi_context *context,
					     const struct pmo_field *field,
					     const struct mspdi_slot *slot, struct pmo_value *value,
					     struct ydoc_value **written);

#endif

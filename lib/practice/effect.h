/* Inside the layer: the table of effects and what they share. */
#ifndef PRACTICE_EFFECT_H
#define PRACTICE_EFFECT_H

#include "practice/practice.h"
#include "store/draft.h"

#include <pmo/effect.h>

/* The effects; see pmo_effect_names. */
PMO_CHECKED enum pmo_result effect_occur(struct pmo_effect *effect);
PMO_CHECKED enum pmo_result effect_implement(struct pmo_effect *effect);
PMO_CHECKED enum pmo_result effect_agree(struct pmo_effect *effect);
PMO_CHECKED enum pmo_result effect_match_invoice(struct pmo_effect *effect);
PMO_CHECKED enum pmo_result effect_return_invoice(struct pmo_effect *effect);
PMO_CHECKED enum pmo_result effect_pay_invoice(struct pmo_effect *effect);
PMO_CHECKED enum pmo_result effect_raise_defect(struct pmo_effect *effect);

/* What the issue of a risk does to the plan; part of occur. */
PMO_CHECKED enum pmo_result occur_tell_plan(struct pmo_effect *effect, struct pmo_draft *issue);

/*
 * What a field of the other record gets: a word, an expression about the record that moved, or
 * a text with {expressions}; the first that is given. Where the value is absent, nothing.
 */
struct effect_field {
	const char *field;
	const char *word, *value, *text;
	const char *when; /* expression about the record that moved; NULL: always */
};

PMO_CHECKED enum pmo_result effect_fill(struct pmo_effect *effect, struct pmo_draft *to,
					const struct effect_field *rows);

/* A new record of a register, in the project of the one that moved. */
PMO_CHECKED enum pmo_result effect_add(struct pmo_effect *effect, const char *register_name,
				       struct pmo_draft **draft);

/* Another record to change. */
PMO_CHECKED enum pmo_result effect_edit(struct pmo_effect *effect, const struct pmo_record *record,
					struct pmo_draft **draft);

/* Sets a field by its name; text NULL: nothing. */
PMO_CHECKED enum pmo_result effect_set(struct pmo_draft *draft, const char *field,
				       const char *text);

/* A line for people. */
PMO_CHECKED enum pmo_result effect_tell(struct pmo_effect *effect, const char *format, ...)
	PMO_PRINTF(2, 3);

/* Says what stands in the way, and PMO_REFUSED. */
PMO_CHECKED enum pmo_result effect_refuse(struct pmo_effect *effect, const char *hint,
					  const char *format, ...) PMO_PRINTF(3, 4);

/* What an expression says about a record, on the day of the update; see practice/query.h. */
struct pmo_value effect_ask(const struct pmo_effect *effect, const struct pmo_record *record,
			    const char *text);
bool effect_holds(const struct pmo_effect *effect, const struct pmo_record *record,
		  const char *text);
const char *effect_ask_text(const struct pmo_effect *effect, const struct pmo_record *record,
			    const char *text);
int64_t effect_ask_number(const struct pmo_effect *effect, const struct pmo_record *record,
			  const char *text);

/* The record that an expression names, or NULL. */
const struct pmo_record *effect_ask_record(const struct pmo_effect *effect,
					   const struct pmo_record *record, const char *text,
					   const char *registers);

#endif

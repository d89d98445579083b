/*
 * Filters of lists: words, expressions, saved filters. A record passes when all parts
 * hold.
 *
 *     owner=DSP status=active,watch score>=10 due<fri   field, operator, value
 *     open overdue mine                                 words of the expression language
 *     @hot                                              a saved filter
 *     fiber permit                                      the title contains it
 */
#ifndef FILTER_H
#define FILTER_H

#include "cli/cli.h"

#include <pmo/expr.h>

struct filter {
	const struct pmo_schema *schema;
	const struct expr **terms;
	size_t count, capacity;
	bool about_state;           /* asks for the state itself: open is not implied */
	const char *sort, *columns; /* of a saved filter, or NULL */
};

void filter_init(struct filter *filter, const struct pmo_schema *schema);

/* Adds a word as a person typed it; PMO_USAGE when it makes no sense. */
PMO_CHECKED enum pmo_result filter_add_word(struct cli *cli, struct filter *filter,
					    const char *word);

/* Adds an expression; where says what it is, "--where". */
PMO_CHECKED enum pmo_result filter_add_expression(struct cli *cli, struct filter *filter,
						  const char *text, const char *where);

PMO_CHECKED enum pmo_result filter_add_saved(struct cli *cli, struct filter *filter,
					     const char *name);

/* Whether a word can only be a filter: a comparison, `@hot`, `overdue`. */
bool filter_is_word(const char *word);

bool filter_holds(const struct filter *filter, const struct pmo_record *record);

#endif

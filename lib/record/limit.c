/* Finding a limit among the built-in rows, and reading what somebody wrote for one. */
#include <pmo/limit.h>

#include "expr_internal.h"

#include <pmo/text.h>

#include <string.h>

const struct pmo_limit *pmo_limit_find(const char *name, const char *jurisdiction)
{
	const struct pmo_limit *usual = NULL;
	for (const struct pmo_limit *row = pmo_limits; row->name; row++) {
		if (strcmp(row->name, name) != 0)
			continue;
		if (!row->jurisdiction)
			usual = row;
		else if (jurisdiction && strcmp(row->jurisdiction, jurisdiction) == 0)
			return row;
	}
	return usual;
}

bool pmo_limit_is_jurisdiction(const char *name)
{
	for (const struct pmo_limit *row = pmo_limits; row->name; row++)
		if (row->jurisdiction && strcmp(row->jurisdiction, name) == 0)
			return true;
	return false;
}

bool pmo_limit_read(const char *text, enum pmo_kind kind, struct pmo_value *value)
{
	struct expr_report silent = { .text = text };
	struct expr_token token;
	struct pmo_field field = { .name = "", .kind = kind };
	size_t at = 0;
	if (!pmo_ascii_is_digit(*text) || !expr_lex(&silent, &at, &token) || text[at])
		return false;
	*value = token.value;
	if (kind == PMO_KIND_COUNT)
		return true;
	if (kind == PMO_DURATION && value->kind == PMO_INTEGER)
		return false; /* days of which kind? */
	*value = expr_as_field(&field, *value);
	return value->presence == PMO_PRESENT;
}

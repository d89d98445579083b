/* Finding a limit among the shipped rows, and reading what somebody wrote for one. */
#include <pmo/limit.h>

#include "expr_internal.h"

#include <pmo/duration.h>
#include <pmo/text.h>

#include <string.h>

/* Words for what a figure is of, first those that its kind alone tells. */
static const struct {
	const char *word;
	enum pmo_kind kind;
} units[] = {
	{ "money", PMO_MONEY },
	{ "percent", PMO_PERCENT },
	{ "count", PMO_INTEGER },
	{ "number", PMO_NUMBER },
	{ "working days", PMO_DURATION },
	{ "calendar days", PMO_DURATION },
	{ "working weeks", PMO_DURATION },
	{ "hours", PMO_DURATION },
	{ "minutes", PMO_DURATION },
	{ "points", PMO_INTEGER },
};

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
	if (value->kind != kind &&
	    (value->kind == PMO_PERCENT || (value->kind == PMO_NUMBER && kind == PMO_INTEGER)))
		return false; /* a share is no amount, and what counts things is not rounded */
	*value = expr_as_field(&field, *value);
	return value->presence == PMO_PRESENT;
}

/* Of a duration the value tells more than its kind. */
static const char *unit_of(const struct pmo_value *value, enum pmo_kind kind)
{
	static const char *const of_durations[] = {
		[PMO_DURATION_DAYS] = "working days",
		[PMO_DURATION_CALENDAR_DAYS] = "calendar days",
		[PMO_DURATION_WEEKS] = "working weeks",
		[PMO_DURATION_HOURS] = "hours",
		[PMO_DURATION_MINUTES] = "minutes",
	};
	if (kind == PMO_DURATION)
		return of_durations[value->detail];
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (units[i].kind == kind)
			return units[i].word;
	return NULL;
}

const char *pmo_limit_unit(const struct pmo_limit *limit)
{
	struct pmo_value value;
	if (limit->unit && limit->kind != PMO_DURATION)
		return limit->unit;
	if (!limit->value || !pmo_limit_read(limit->value, limit->kind, &value))
		return limit->unit;
	return unit_of(&value, limit->kind);
}

bool pmo_limit_unit_fits(const char *unit, const char *text, enum pmo_kind kind)
{
	struct pmo_value value;
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		if (strcmp(units[i].word, unit) != 0 ||
		    !pmo_limit_read(text, units[i].kind, &value))
			continue;
		return units[i].kind == PMO_DURATION
			       ? strcmp(unit_of(&value, PMO_DURATION), unit) == 0
			       : kind == PMO_KIND_COUNT || kind == units[i].kind;
	}
	return false;
}

/*
 * Numbers as they are written elsewhere: 1.234,56 and 12,5 where a comma is the decimal one.
 * Most numbers tell it themselves; `1,234` and `1.234` do not, and follow those of their column,
 * then those of the file. Where nothing decides, they are asked about rather than guessed: the
 * two readings lie a factor of thousand apart.
 */
#include "exchange/import.h"

#include <pmo/text.h>

#include <string.h>

enum { GROUP = 3 };

enum sign { NO_SIGN, ANY_SIGN, POINT, COMMA, SIGNS };

/* The one number in a text: `1.234,56` of `1.234,56 %`. */
struct number {
	const char *start;
	size_t length, points, commas;
	char last;     /* the separator that stands last */
	size_t before; /* digits before the first separator */
	size_t after;  /* and behind the last one */
};

bool import_has_decimals(const struct pmo_field *field)
{
	return !(field->flags & PMO_LIST) &&
	       (field->kind == PMO_MONEY || field->kind == PMO_NUMBER ||
		field->kind == PMO_PERCENT || field->kind == PMO_INTEGER ||
		field->kind == PMO_DURATION);
}

static bool is_part(char c)
{
	return pmo_ascii_is_digit(c) || c == '.' || c == ',';
}

/* False: there is none, or there are several, as in `1d 4h`. */
static bool find_number(const char *text, struct number *number)
{
	*number = (struct number){ .start = text };
	while (*number->start && !is_part(*number->start))
		number->start++;
	const char *at = number->start;
	for (; is_part(*at); at++) {
		bool is_digit = pmo_ascii_is_digit(*at);
		number->points += *at == '.';
		number->commas += *at == ',';
		if (is_digit && !number->last)
			number->before++;
		if (is_digit)
			number->after++;
		else
			number->after = 0;
		if (!is_digit)
			number->last = *at;
	}
	number->length = (size_t)(at - number->start);
	for (; *at; at++)
		if (pmo_ascii_is_digit(*at))
			return false;
	return number->last;
}

/* Whether the separators between groups stand at every third digit. */
static bool has_whole_groups(const struct number *number, char decimal)
{
	size_t digits = 0, groups = 0;
	const char *at = number->start, *end = at + number->length;
	for (; at < end && *at != decimal; at++) {
		if (pmo_ascii_is_digit(*at)) {
			digits++;
			continue;
		}
		if (groups ? digits != GROUP : !digits || digits > GROUP)
			return false;
		groups++;
		digits = 0;
	}
	bool is_last = at == end || strspn(at + 1, "0123456789") == (size_t)(end - at - 1);
	return (!groups || digits == GROUP) && is_last;
}

/* Which separator the number shows to be the decimal one; a number of a workbook has a point. */
static enum sign sign_of(const struct number *number, bool is_of_workbook)
{
	enum sign sign = number->last == ',' ? COMMA : POINT;
	if (!number->last || !number->after)
		return NO_SIGN;
	/* Several of one kind are between groups. */
	if (number->points + number->commas > 1 && (!number->points || !number->commas))
		sign = number->last == '.' ? COMMA : POINT;
	else if (number->points + number->commas == 1 && number->after == GROUP && number->before &&
		 number->before <= GROUP && *number->start != '0' &&
		 !(is_of_workbook && sign == POINT))
		return ANY_SIGN;
	return has_whole_groups(number, sign == COMMA ? ',' : '.') ? sign : NO_SIGN;
}

bool import_is_any_decimal(const struct pmo_import *import, const char *text)
{
	struct number number;
	return find_number(text, &number) &&
	       sign_of(&number, import->csv.sheet != NULL) == ANY_SIGN;
}

const char *import_decimal(struct pmo_arena *arena, const struct pmo_import *import,
			   const struct pmo_import_column *column, const char *text)
{
	struct number number;
	enum sign sign =
		find_number(text, &number) ? sign_of(&number, import->csv.sheet != NULL) : NO_SIGN;
	bool comma = sign == COMMA || (sign == ANY_SIGN && column->decimal == PMO_IMPORT_COMMA);
	if (sign == NO_SIGN || (sign == ANY_SIGN && !column->decimal))
		return text;
	char *plain = pmo_arena_string(arena, text);
	if (!plain)
		return NULL;
	size_t start = (size_t)(number.start - text), to = start;
	for (size_t i = 0; i < number.length; i++) {
		char c = number.start[i];
		if (pmo_ascii_is_digit(c))
			plain[to++] = c;
		else if (c == (comma ? ',' : '.'))
			plain[to++] = '.';
	}
	const char *rest = number.start + number.length;
	memmove(plain + to, rest, strlen(rest) + 1);
	return plain;
}

/* What the numbers of a column show, and the first that shows nothing. */
struct shown {
	size_t signs[SIGNS];
	size_t row;
	char separator;
};

static void look_at(const struct pmo_import *import, size_t column, struct shown *shown)
{
	struct number number;
	for (size_t row = 1; row < import->csv.count; row++) {
		const char *cell = import_cell(import, row, column);
		if (import_word(&import->columns[column], cell) || !find_number(cell, &number))
			continue;
		enum sign sign = sign_of(&number, import->csv.sheet != NULL);
		if (sign == ANY_SIGN && !shown->signs[ANY_SIGN]) {
			shown->row = row;
			shown->separator = number.last;
		}
		shown->signs[sign]++;
	}
}

static enum pmo_import_decimal by_signs(const size_t signs[SIGNS])
{
	if (!signs[POINT] == !signs[COMMA])
		return PMO_IMPORT_DECIMAL_GUESS;
	return signs[COMMA] ? PMO_IMPORT_COMMA : PMO_IMPORT_POINT;
}

/*
 * `1,234` of money or of whole numbers has thousands, as here, and `1.234` of a measure is as
 * exact as it looks; not in a file whose semicolons say that commas are needed for numbers.
 */
static bool is_as_here(const struct pmo_import *import, const struct pmo_field *field,
		       char separator)
{
	bool is_whole = field->kind == PMO_MONEY || field->kind == PMO_INTEGER;
	return import->csv.delimiter != ';' && (separator == ',') == is_whole;
}

static enum pmo_result ask(const struct pmo_import *import, size_t column, size_t row)
{
	struct pmo_arena *arena = pmo_workspace_arena(import->workspace);
	struct pmo_place place = import_place(import, row, (int)column);
	struct pmo_import_column with_point = { .decimal = PMO_IMPORT_POINT };
	struct pmo_import_column with_comma = { .decimal = PMO_IMPORT_COMMA };
	const char *cell = import_cell(import, row, column);
	const char *point = import_decimal(arena, import, &with_point, cell);
	const char *comma = import_decimal(arena, import, &with_comma, cell);
	if (!point || !comma)
		return PMO_NO_MEMORY;
	pmo_diag_add(pmo_workspace_diags(import->workspace), PMO_ERROR, "import-decimal", &place,
		     "'%.40s' in column '%s' may be %.40s (--decimal point) or %.40s "
		     "(--decimal comma); say which",
		     cell, import->columns[column].name, point, comma);
	return PMO_USAGE;
}

static const struct pmo_field *decimal_field(const struct pmo_import *import, size_t column)
{
	const struct pmo_import_column *own = &import->columns[column];
	if (own->target != PMO_IMPORT_FIELD)
		return NULL;
	const struct pmo_field *field = import->schema->fields[own->field];
	return import_has_decimals(field) ? field : NULL;
}

enum pmo_result import_decide_decimals(struct pmo_import *import)
{
	size_t all[SIGNS] = { 0 };
	struct shown *shown = pmo_arena_array(pmo_workspace_arena(import->workspace),
					      import->column_count + 1, sizeof(*shown));
	if (!shown)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < import->column_count; i++) {
		if (!decimal_field(import, i))
			continue;
		look_at(import, i, &shown[i]);
		all[POINT] += shown[i].signs[POINT];
		all[COMMA] += shown[i].signs[COMMA];
	}
	for (size_t i = 0; i < import->column_count; i++) {
		struct pmo_import_column *column = &import->columns[i];
		const struct pmo_field *field = decimal_field(import, i);
		if (!field)
			continue;
		column->has_comma = shown[i].signs[COMMA] > 0;
		if (import->options.decimal)
			column->decimal = import->options.decimal;
		if (!column->decimal)
			column->decimal = by_signs(shown[i].signs);
		if (!column->decimal && !shown[i].signs[POINT])
			column->decimal = by_signs(all);
		bool is_mixed = shown[i].signs[POINT] && shown[i].signs[COMMA];
		if (!column->decimal && shown[i].signs[ANY_SIGN] &&
		    (is_mixed || !is_as_here(import, field, shown[i].separator)))
			return ask(import, i, shown[i].row);
		column->has_comma |=
			shown[i].signs[ANY_SIGN] && column->decimal == PMO_IMPORT_COMMA;
		if (!column->decimal)
			column->decimal = PMO_IMPORT_POINT;
	}
	return PMO_OK;
}

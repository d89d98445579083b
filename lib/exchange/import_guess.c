/*
 * Guessing where columns go: by a field's own name, then by what others call it, and
 * never against the values. What is guessed is shown before anything happens.
 */
#include "exchange/import.h"

#include "base/map.h"
#include "record/types.h"

#include <pmo/text.h>

#include <string.h>

struct guess {
	struct pmo_import *import;
	struct pmo_arena *arena;
	struct pmo_value_context context;
	bool failed;            /* memory ended somewhere */
	char **folded;          /* the columns' headers */
	char **names, **labels; /* of the fields, folded likewise */
};

/* How many different values there are in a column, and how many the field can take. */
struct fit {
	size_t values, fitting;
};

static char unit_of_header(const char *folded)
{
	static const struct {
		const char *word;
		char unit;
	} units[] = { { "hour", 'h' }, { "day", 'd' }, { "week", 'w' } };
	for (size_t i = 0; i < 3; i++)
		if (strstr(folded, units[i].word))
			return units[i].unit;
	return 0;
}

/* `In Progress` is in_progress without anybody saying so. */
static bool is_same_word(struct guess *guess, const char *a, const char *b)
{
	char *first = import_fold_header(guess->arena, a);
	char *second = import_fold_header(guess->arena, b);
	guess->failed |= !first || !second;
	return !first || !second || strcmp(first, second) == 0;
}

static bool can_take(struct guess *guess, struct pmo_import_column *column, const char *text)
{
	struct pmo_value value;
	const struct pmo_field *field = guess->import->schema->fields[column->field];
	struct pmo_field one = *field;
	one.flags &= ~(unsigned)PMO_LIST;
	if (field->kind == PMO_TEXT || field->kind == PMO_PROSE)
		return true;
	if (field->kind == PMO_DATE || field->kind == PMO_MOMENT)
		return import_date_order(text) != IMPORT_NO_DATE;
	/* A person who is nobody here is noted; other references are ids or numbers. */
	if (field->kind == PMO_REF)
		return pmo_word_is_in(field->to, "person") || strlen(text) < 100;
	if (field->kind == PMO_DURATION && column->unit &&
	    strspn(text, "0123456789.,") == strlen(text))
		return true;
	if (import_word(column, text))
		return true;
	if (import_has_decimals(field)) {
		if (import_is_any_decimal(guess->import, text))
			return true;
		text = import_decimal(guess->arena, guess->import, column, text);
		guess->failed |= !text;
		if (!text)
			return false;
	}
	const char *to;
	guess->failed |= import_translate(guess->arena, guess->import->schema, column->field, text,
					  &to) != PMO_OK;
	if (to && !is_same_word(guess, to, text)) {
		guess->failed |= import_add_word(guess->arena, column, text, to) != PMO_OK;
		return true;
	}
	if (to)
		return true;
	return value_input(&one, text, &guess->context, &value) == PMO_OK;
}

static const char *next_item(const char *text, char split, size_t *length)
{
	if (!split) {
		*length = strlen(text);
		return text;
	}
	const char *end = strchr(text, split);
	*length = end ? (size_t)(end - text) : strlen(text);
	return text;
}

/* A value that is seen for the first time. */
static void fit_text(struct guess *guess, struct pmo_import_column *column, struct map *seen,
		     struct fit *fit, const char *text)
{
	guess->failed |= map_put(seen, text, seen) != PMO_OK;
	fit->values++;
	fit->fitting += can_take(guess, column, text);
}

static void fit_cell(struct guess *guess, struct pmo_import_column *column, struct map *seen,
		     struct fit *fit, const char *cell)
{
	if (!column->split && import_is_tidy(cell)) {
		if (*cell && !map_get(seen, cell))
			fit_text(guess, column, seen, fit, cell);
		return;
	}
	while (*cell && fit->values < IMPORT_WORDS_MAX) {
		size_t length;
		struct pmo_arena_mark before = pmo_arena_mark(guess->arena);
		cell = next_item(cell, column->split, &length);
		char *copy = pmo_arena_copy(guess->arena, cell, length);
		char *text = copy ? import_trim(guess->arena, copy) : NULL;
		cell += length + (cell[length] != '\0');
		guess->failed |= !text;
		if (text && *text && !map_get(seen, text))
			fit_text(guess, column, seen, fit, text);
		else
			pmo_arena_rewind(guess->arena, before);
	}
}

static struct fit fit_column(struct guess *guess, size_t index)
{
	struct pmo_import *import = guess->import;
	struct pmo_import_column *column = &import->columns[index];
	struct map seen;
	struct fit fit = { 0, 0 };
	map_init(&seen, guess->arena);
	for (size_t row = 1; row < import->csv.count && fit.values < IMPORT_WORDS_MAX; row++)
		fit_cell(guess, column, &seen, &fit, import_cell(import, row, index));
	return fit;
}

/* What stands between the items of a list. */
static char find_split(const struct pmo_import *import, size_t column)
{
	static const char candidates[] = "\n;,|";
	for (const char *split = candidates; *split; split++)
		for (size_t row = 1; row < import->csv.count; row++)
			if (strchr(import_cell(import, row, column), *split))
				return *split;
	/* CI/CD is one word; `a/b/` and `a/b/c` are lists. */
	for (size_t row = 1; row < import->csv.count; row++) {
		const char *cell = import_cell(import, row, column), *slash = strchr(cell, '/');
		if (slash && (!slash[1] || strchr(slash + 1, '/')) && !strstr(cell, "://"))
			return '/';
	}
	return 0;
}

static bool may_repeat(const struct guess *guess, size_t index)
{
	const struct pmo_import_column *column = &guess->import->columns[index];
	const struct pmo_field *field = guess->import->schema->fields[column->field];
	if (field->flags & PMO_LIST)
		return true;
	/* First and last name make one name. */
	return field->kind == PMO_TEXT && strstr(guess->folded[index], "name") &&
	       strcmp(field->name, "name") == 0;
}

static bool is_taken(const struct guess *guess, size_t index)
{
	const struct pmo_import *import = guess->import;
	const struct pmo_import_column *column = &import->columns[index];
	if (column->target == PMO_IMPORT_NOTE)
		return false;
	for (size_t i = 0; i < import->column_count; i++) {
		const struct pmo_import_column *other = &import->columns[i];
		if (i == index || other->target != column->target)
			continue;
		if (column->target != PMO_IMPORT_FIELD)
			return true;
		if (other->field == column->field && !may_repeat(guess, index))
			return true;
	}
	return false;
}

/* Reads what belongs to a target out of header and values. */
static struct fit settle(struct guess *guess, size_t index)
{
	struct pmo_import_column *column = &guess->import->columns[index];
	struct fit fit = { 0, 0 };
	if (column->target != PMO_IMPORT_FIELD)
		return fit;
	const struct pmo_field *field = guess->import->schema->fields[column->field];
	if (field->flags & PMO_LIST && !column->split)
		column->split = find_split(guess->import, index);
	if (field->kind == PMO_DURATION && !column->unit)
		column->unit = unit_of_header(guess->folded[index]);
	return fit_column(guess, index);
}

/* strict: half of the values at least must be such as the target takes. */
static bool try_target(struct guess *guess, size_t index, const char *name, bool strict)
{
	struct pmo_import_column *column = &guess->import->columns[index];
	struct pmo_import_column before = *column;
	const char *why;
	if (!import_set_target(guess->import, column, name, &why)) {
		*column = before;
		return false;
	}
	if (is_taken(guess, index)) {
		*column = before;
		column->why = "another column goes there already";
		return false;
	}
	struct fit fit = settle(guess, index);
	if (!strict || fit.fitting * 2 >= fit.values) {
		column->why = NULL;
		return true;
	}
	*column = before;
	column->why = pmo_arena_format(guess->arena, "its values do not fit %s", name);
	return false;
}

/* Of a list that came from here: its computed columns are not read. */
static void say_why_not(const struct guess *guess, struct pmo_import_column *column,
			const char *name)
{
	struct pmo_import_column probe = *column;
	const char *why = NULL;
	if (!import_set_target(guess->import, &probe, name, &why))
		column->why = why;
}

/*
 * A header that is a field's own name or label. Of a choice that none of the values is
 * one of, another meaning of the header is tried first.
 */
static void guess_own_name(struct guess *guess, size_t index, bool is_last_try)
{
	struct pmo_import_column *column = &guess->import->columns[index];
	const struct pmo_schema *schema = guess->import->schema;
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct pmo_field *field = schema->fields[i];
		bool same =
			strcmp(guess->names[i], guess->folded[index]) == 0 ||
			(*guess->labels[i] && strcmp(guess->labels[i], guess->folded[index]) == 0);
		/* When it was recorded here is not when it was raised there. */
		if ((int)i == schema->created || (int)i == schema->created_by)
			continue;
		bool strict = field->kind == PMO_CHOICE && (int)i != schema->status && !is_last_try;
		if (!same)
			continue;
		if (try_target(guess, index, field->name, strict)) {
			column->why = NULL;
			return;
		}
		say_why_not(guess, column, field->name);
	}
}

/* The columns of one header word, each to the first target that will have it. */
static void guess_word(struct guess *guess, const char *word, const char *targets)
{
	for (size_t i = 0; i < guess->import->column_count; i++) {
		const struct pmo_import_column *column = &guess->import->columns[i];
		if (column->is_fixed || column->target != PMO_IMPORT_IGNORE ||
		    strcmp(guess->folded[i], word) != 0)
			continue;
		for (const char *at = targets; *at && column->target == PMO_IMPORT_IGNORE;) {
			size_t length = strcspn(at, " ");
			char *name = pmo_arena_copy(guess->arena, at, length);
			guess->failed |= !name;
			if (name)
				(void)try_target(guess, i, name, true);
			at += length + strspn(at + length, " ");
		}
	}
}

/* Where two columns want one field, the word that stands first in the table has it. */
static enum pmo_result guess_synonyms(struct guess *guess)
{
	for (const struct import_synonym *row = import_synonyms; row->headers; row++)
		for (const char *at = row->headers + 1; *at;) {
			size_t length = strcspn(at, "|");
			char *word = pmo_arena_copy(guess->arena, at, length);
			if (!word)
				return PMO_NO_MEMORY;
			guess_word(guess, word, row->targets);
			at += length + 1;
		}
	return PMO_OK;
}

static bool is_key_taken(const struct pmo_import *import, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (import->columns[i].key &&
		    strcmp(import->columns[i].key, import->columns[index].key) == 0)
			return true;
	return false;
}

static void keep_or_drop(struct guess *guess, size_t index)
{
	struct pmo_import *import = guess->import;
	struct pmo_import_column *column = &import->columns[index];
	if (column->target == PMO_IMPORT_IGNORE && !column->is_fixed) {
		if (import->options.keep && index < IMPORT_KEPT_MAX)
			column->target = PMO_IMPORT_KEEP;
		else if (import->options.keep)
			column->why = "only the first 500 columns can be kept";
		else if (!column->why)
			column->why = "no field of that name";
	}
	if (column->target != PMO_IMPORT_KEEP)
		return;
	column->key = import_snake(guess->arena, column->name);
	/* A key that means something here must not come in by the back door. */
	if (column->key && pmo_schema_field(import->schema, column->key) >= 0)
		column->key = pmo_arena_format(guess->arena, "imported_%s", column->key);
	if (column->key && is_key_taken(import, index))
		column->key = pmo_arena_format(guess->arena, "%s_%zu", column->key, index + 1);
	guess->failed |= !column->key;
}

/* Which way round 03/04/2026 is: what any date of the file shows counts for all. */
static void decide_dates(struct pmo_import *import)
{
	size_t us = 0, eu = 0, any = 0;
	for (size_t i = 0; i < import->column_count; i++) {
		const struct pmo_import_column *column = &import->columns[i];
		if (column->target != PMO_IMPORT_FIELD)
			continue;
		enum pmo_kind kind = import->schema->fields[column->field]->kind;
		for (size_t row = 1; row < import->csv.count; row++) {
			if (kind != PMO_DATE && kind != PMO_MOMENT)
				break;
			const char *cell = import_cell(import, row, i);
			enum import_order order = import_date_order(cell + strspn(cell, " \t"));
			us += order == IMPORT_IS_US;
			eu += order == IMPORT_IS_EU;
			any += order == IMPORT_ANY_ORDER;
		}
	}
	import->has_dates = us || eu || any;
	if (import->options.dates)
		import->dates = import->options.dates;
	if (import->dates)
		return;
	import->dates = eu > us ? PMO_IMPORT_EU : PMO_IMPORT_US;
	import->dates_are_ambiguous = any && !us && !eu;
}

static enum pmo_result fold_headers(struct guess *guess)
{
	const struct pmo_import *import = guess->import;
	struct pmo_arena *arena = guess->arena;
	guess->folded = pmo_arena_array(arena, import->column_count + 1, sizeof(*guess->folded));
	if (!guess->folded)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < import->column_count; i++) {
		const char *header = import->columns[i].name;
		/* The second `Comment` is called `Comment#2`. */
		size_t length = strcspn(header, "#");
		char *name = pmo_arena_copy(arena, header, length ? length : strlen(header));
		guess->folded[i] = name ? import_fold_header(arena, name) : NULL;
		if (!guess->folded[i])
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

static enum pmo_result fold_fields(struct guess *guess)
{
	const struct pmo_schema *schema = guess->import->schema;
	struct pmo_arena *arena = guess->arena;
	guess->names = pmo_arena_array(arena, schema->field_count + 1, sizeof(*guess->names));
	guess->labels = pmo_arena_array(arena, schema->field_count + 1, sizeof(*guess->labels));
	if (!guess->names || !guess->labels)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < schema->field_count; i++) {
		const char *label = schema->fields[i]->label;
		guess->names[i] = import_fold_header(arena, schema->fields[i]->name);
		guess->labels[i] = import_fold_header(arena, label ? label : "");
		if (!guess->names[i] || !guess->labels[i])
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

static void guess_own_names(struct guess *guess, bool is_last_try)
{
	for (size_t i = 0; i < guess->import->column_count; i++) {
		const struct pmo_import_column *column = &guess->import->columns[i];
		if (!column->is_fixed && column->target == PMO_IMPORT_IGNORE)
			guess_own_name(guess, i, is_last_try);
	}
}

enum pmo_result import_guess(struct pmo_import *import)
{
	const struct pmo_world *world = pmo_workspace_world(import->workspace);
	struct guess guess = { .import = import, .arena = pmo_workspace_arena(import->workspace) };
	guess.context = (struct pmo_value_context){ .arena = guess.arena,
						    .dates = { world->today, world->calendar },
						    .me = world->me,
						    .minutes_per_day = world->minutes_per_day };
	enum pmo_result result = fold_headers(&guess);
	if (result == PMO_OK)
		result = fold_fields(&guess);
	if (result != PMO_OK)
		return result;
	for (size_t i = 0; i < import->column_count; i++)
		if (import->columns[i].is_fixed)
			(void)settle(&guess, i);
	result = import_guess_own(import, guess.folded);
	guess_own_names(&guess, false);
	if (result == PMO_OK)
		result = guess_synonyms(&guess);
	guess_own_names(&guess, true);
	for (size_t i = 0; i < import->column_count; i++)
		keep_or_drop(&guess, i);
	decide_dates(import);
	return result == PMO_OK && guess.failed ? PMO_NO_MEMORY : result;
}

/*
 * The column `_rev` of a list that was exported here: a short fingerprint of each field that a
 * person may change, as it was then. What the field says now and what the cell says are held
 * against it, so that three sides are compared although two are known: a cell that nobody
 * touched takes nothing back, and where both sides changed nothing is written unasked.
 *
 * The fingerprints have no order and no names: columns may be moved, renamed and taken out.
 * Id and field are part of each, so a row that was sorted apart from its `_rev` counts as
 * changed rather than as someone else's.
 */
#include "exchange/import.h"

#include <pmo/text.h>

#include <string.h>

enum { MARK = 4, BITS = 6 };

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

bool pmo_import_takes(const struct pmo_schema *schema, int index)
{
	const struct pmo_field *field = schema->fields[index];
	const int kept[] = { schema->history, schema->attachments, schema->created,
			     schema->created_by };
	for (size_t i = 0; i < sizeof(kept) / sizeof(*kept); i++)
		if (kept[i] == index)
			return false;
	return !field->derive && field->kind != PMO_STRUCT && field->kind != PMO_LINE;
}

/* A part of a fingerprint, with an end that no text has. */
static uint64_t mix(uint64_t hash, const char *text)
{
	const unsigned char *c = (const unsigned char *)text;
	do
		hash = (hash ^ *c) * 0x100000001b3u;
	while (*c++);
	return hash;
}

static void make_mark(const struct pmo_record *record, int field, const char *text, char mark[MARK])
{
	uint64_t hash = mix(0xcbf29ce484222325u, record->id);
	hash = mix(mix(hash, record->schema->fields[field]->name), text);
	hash ^= hash >> 32;
	for (int i = 0; i < MARK; i++, hash >>= BITS)
		mark[i] = digits[hash & 63];
}

static bool has_mark(const char *marks, const struct pmo_record *record, int field,
		     const char *text)
{
	char mark[MARK];
	make_mark(record, field, text, mark);
	for (const char *at = marks + 1; *at; at += MARK)
		if (memcmp(at, mark, MARK) == 0)
			return true;
	return false;
}

static bool is_marks(const char *cell)
{
	size_t length = strlen(cell);
	return *cell == 'r' && length > 1 && (length - 1) % MARK == 0 &&
	       strspn(cell + 1, digits) == length - 1;
}

bool import_is_rev(const struct pmo_import *import, size_t column)
{
	size_t found = 0, others = 0;
	if (strcmp(import->columns[column].name, PMO_IMPORT_REV_NAME) != 0)
		return false;
	for (size_t row = 1; row < import->csv.count; row++) {
		const char *cell = import_cell(import, row, column);
		found += is_marks(cell);
		others += *cell && !is_marks(cell);
	}
	/* A cell that was damaged must not leave all rows unguarded. */
	return found > 0 && found >= others;
}

static bool is_separator(char c)
{
	return c && strchr(",;|\r\n", c);
}

/* `a, b` of a list is `a` and `b` on lines of their own: one comma, no blanks around it. */
static void fold_list(char *text)
{
	size_t to = 0;
	bool between = false;
	for (const char *c = text; *c; c++) {
		if (is_separator(*c))
			between = true;
		else if (!pmo_ascii_is_space(*c) || (!between && to)) {
			if (between && to)
				text[to++] = ',';
			between = false;
			text[to++] = *c;
		}
		while (between && to && pmo_ascii_is_space(text[to - 1]))
			to--;
	}
	while (to && pmo_ascii_is_space(text[to - 1]))
		to--;
	text[to] = '\0';
}

/* 99.90 is 99.9 in a spreadsheet. */
static void fold_number(char *text)
{
	size_t length = strlen(text);
	if (!strchr(text, '.') || strspn(text, "-0123456789.") != length)
		return;
	while (text[length - 1] == '0')
		length--;
	length -= text[length - 1] == '.';
	text[length] = '\0';
}

/* A text as it is compared: without what a spreadsheet changes by itself. */
static const char *fold(struct pmo_arena *arena, const struct pmo_field *field, const char *text)
{
	if (!(field->flags & PMO_LIST) && (field->kind == PMO_TEXT || field->kind == PMO_PROSE))
		return import_tidy(arena, text, field->kind != PMO_PROSE);
	char *copy = pmo_arena_string(arena, text);
	if (copy && field->flags & PMO_LIST)
		fold_list(copy);
	else if (copy && (field->kind == PMO_NUMBER || field->kind == PMO_PERCENT ||
			  field->kind == PMO_MONEY))
		fold_number(copy);
	return copy;
}

/* What a list shows of a field; what cannot be read is an empty cell there. */
static const char *text_now(struct pmo_arena *arena, const struct pmo_record *record, int index)
{
	struct pmo_buffer text;
	struct pmo_value value = pmo_record_get(record, index);
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	if (index == record->schema->status && value.presence == PMO_ABSENT)
		pmo_buffer_add_text(&text, pmo_record_state(record)->name);
	else if (value.presence == PMO_PRESENT)
		pmo_value_format(record->schema->fields[index], &value, &text);
	char *copy = text.failed ? NULL : pmo_arena_copy(arena, text.data, text.length);
	pmo_buffer_release(&text);
	return copy;
}

static const char *fold_now(struct pmo_arena *arena, const struct pmo_record *record, int index)
{
	const char *now = text_now(arena, record, index);
	return now ? fold(arena, record->schema->fields[index], now) : NULL;
}

const char *pmo_import_mark(struct pmo_arena *arena, const struct pmo_record *record)
{
	const struct pmo_schema *schema = record->schema;
	struct pmo_arena texts;
	char *marks = pmo_arena_alloc(arena, schema->field_count * MARK + 2);
	size_t to = 0;
	if (!marks || record->unreadable)
		return marks;
	pmo_arena_init(&texts);
	marks[to++] = 'r';
	for (int i = 0; marks && (size_t)i < schema->field_count; i++) {
		if (!pmo_import_takes(schema, i))
			continue;
		const char *now = fold_now(&texts, record, i);
		if (now)
			make_mark(record, i, now, marks + to);
		else
			marks = NULL;
		to += MARK;
	}
	pmo_arena_release(&texts);
	return marks;
}

/* What the cell says in the words of the field; NULL: it cannot be read, which is told later. */
static const char *fold_cell(struct import_run *run, size_t column, const char *text)
{
	const struct pmo_import_column *own = &run->import->columns[column];
	const struct pmo_field *field = run->schema->fields[own->field];
	struct pmo_value value;
	struct pmo_buffer canonical;
	if (field->flags & PMO_LIST || !*text)
		return fold(run->scratch, field, text);
	if (own->field == run->schema->status) {
		const char *state = import_word(own, text);
		if (!state &&
		    import_translate(run->scratch, run->schema, own->field, text, &state) != PMO_OK)
			run->failed = true;
		return state;
	}
	if (import_read_value(run, column, text, &value) != PMO_OK)
		return NULL;
	pmo_buffer_init(&canonical, PMO_BUFFER_LIMIT);
	if (value.presence == PMO_PRESENT)
		pmo_value_format(field, &value, &canonical);
	run->failed |= canonical.failed;
	const char *folded = fold(run->scratch, field, canonical.data);
	run->failed |= !folded;
	pmo_buffer_release(&canonical);
	return folded;
}

enum side { LIST_ALONE, HERE_ALONE, NOBODY, BOTH };

/* Who changed what a cell says, since the list was made. */
static enum side who_changed(struct import_run *run, size_t row, size_t column, const char *text)
{
	const struct pmo_record *record = run->records[row];
	int index = run->import->columns[column].field;
	const char *cell = import_cell(run->import, row, (size_t)run->rev_column);
	const char *marks = is_marks(cell) ? cell : "r"; /* damaged: it matches nothing */
	const char *as_typed = fold(run->scratch, run->schema->fields[index], text);
	const char *now = fold_now(run->scratch, record, index);
	run->failed |= !as_typed || !now;
	if (run->failed || has_mark(marks, record, index, now))
		return LIST_ALONE;
	if (has_mark(marks, record, index, as_typed))
		return HERE_ALONE;
	const char *theirs = fold_cell(run, column, text);
	/* An empty cell takes nothing away unless that is said. */
	if (!theirs || (!*text && !run->import->options.clear))
		return LIST_ALONE;
	if (strcmp(theirs, now) == 0)
		return NOBODY;
	return has_mark(marks, record, index, theirs) ? HERE_ALONE : BOTH;
}

static enum pmo_result add_conflict(struct import_run *run, size_t row, size_t column,
				    const char *text)
{
	struct pmo_import *import = run->import;
	const struct pmo_record *record = run->records[row];
	int index = import->columns[column].field;
	size_t count = import->counts.both++;
	if (import->options.ours || import->options.theirs || count >= PMO_IMPORT_CHANGES_MAX)
		return PMO_OK;
	struct pmo_import_change *items = pmo_arena_grow(run->arena, import->conflicts, count,
							 &run->conflict_capacity, sizeof(*items));
	const char *now = text_now(run->arena, record, index);
	char *cell = pmo_arena_string(run->arena, text);
	if (!items || !now || !cell)
		return PMO_NO_MEMORY;
	import->conflicts = items;
	items[count] = (struct pmo_import_change){ .line = import->csv.records[row].line,
						   .id = record->id,
						   .field = run->schema->fields[index]->name,
						   .old_text = import_shorten(run, now, 0),
						   .new_text = import_shorten(run, cell, 0) };
	return items[count].old_text && items[count].new_text ? PMO_OK : PMO_NO_MEMORY;
}

enum pmo_result import_judge_cell(struct import_run *run, size_t row, size_t column,
				  const char *text, bool *is_taken)
{
	const struct pmo_import *import = run->import;
	*is_taken = true;
	if (run->rev_column < 0 || !run->is_own[row] ||
	    import->columns[column].target != PMO_IMPORT_FIELD ||
	    !*import_cell(import, row, (size_t)run->rev_column))
		return PMO_OK;
	/* What is compared ends with the row, though what is written may not. */
	struct pmo_arena *kept = run->scratch;
	run->scratch = run->context.arena = &run->row_memory;
	enum side side = who_changed(run, row, column, text);
	run->scratch = run->context.arena = kept;
	if (run->failed)
		return PMO_NO_MEMORY;
	run->import->counts.newer += side == HERE_ALONE;
	*is_taken = side == LIST_ALONE || (side == BOTH && import->options.theirs);
	return side == BOTH ? add_conflict(run, row, column, text) : PMO_OK;
}

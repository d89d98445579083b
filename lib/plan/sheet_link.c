/*
 * What a line waits for: `5.1 2.5`, `5.1 SS+10d, 2.5 FS-2d`, as MS Project has it `12SS+2 days`.
 * Only what was added or taken away is written, so that the order means nothing and comments
 * stay.
 */
#include "plan/sheet.h"

#include <pmo/text.h>

#include <string.h>

struct scan {
	const struct sheet_work *work;
	const struct pmo_sheet *of;
	const struct pmo_sheet_row *row;
	struct sheet_links *links;
	bool bad;
};

/* FS, SS, FF, SF: how long it is at the start of the text; 0: it is none. */
static size_t type_at(const char *text)
{
	static const char *const types[] = { "FS", "SS", "FF", "SF" };
	if (!text[0] || !text[1])
		return 0;
	for (size_t i = 0; i < 4; i++)
		if (pmo_ascii_to_upper(text[0]) == types[i][0] &&
		    pmo_ascii_to_upper(text[1]) == types[i][1] &&
		    (!text[2] || strchr("+-0123456789", text[2])))
			return 2;
	return 0;
}

static bool resolve(const struct scan *scan, const char *word, struct sheet_link *link)
{
	const struct sheet_work *work = scan->work;
	const struct map *labels = scan->of == &work->base ? &work->base_labels : &work->labels;
	*link = (struct sheet_link){ .row = -1, .rest = "" };
	int row = (int)(uintptr_t)map_get(labels, word) - 1;
	if (row >= 0) {
		const struct pmo_record *record = scan->of->rows[row].record;
		link->id = record ? record->id : NULL;
		link->row = record ? -1 : row;
		return true;
	}
	int item = pmo_plan_find(work->plan, word);
	if (item >= 0 && (size_t)item < work->plan->own_count) {
		link->id = work->plan->items[item].id;
		return true;
	}
	const struct pmo_world *world = pmo_workspace_world(work->workspace);
	struct pmo_record from = { .schema = work->task, .world = world, .project = work->project };
	link->id = pmo_arena_string(work->arena, word);
	return link->id && world->find(world->store, &from, word, "task|milestone");
}

/* Where what is behind the predecessor begins in `12SS+2d`, `5.1+3d`; 0: nowhere. */
static size_t glued(const char *word)
{
	for (size_t i = 1; word[i]; i++)
		if (type_at(word + i) && !pmo_ascii_is_alpha(word[i - 1]))
			return i;
	for (size_t i = 1; word[i]; i++)
		if ((word[i] == '+' || word[i] == '-') && pmo_ascii_is_digit(word[i + 1]) &&
		    pmo_ascii_is_digit(word[i - 1]))
			return i;
	return 0;
}

static void add_link(struct scan *scan, const struct sheet_link *link)
{
	struct sheet_links *links = scan->links;
	void *items = pmo_arena_grow(scan->work->arena, links->items, links->count,
				     &links->capacity, sizeof(*link));
	if (!items) {
		scan->bad = true;
		return;
	}
	links->items = items;
	links->items[links->count++] = *link;
}

static void complain(struct scan *scan, const char *what, const char *word)
{
	scan->bad = true;
	if (scan->of == scan->work->typed)
		sheet_complain(scan->work, scan->row, PMO_SHEET_AFTER, "'%s' %s", word, what);
}

static void join(struct scan *scan, const char *more)
{
	struct sheet_links *links = scan->links;
	if (!links->count) {
		complain(scan, "stands before what it waits for", more);
		return;
	}
	struct sheet_link *last = &links->items[links->count - 1];
	last->rest = pmo_arena_format(scan->work->arena, "%s%s", last->rest, more);
	scan->bad = scan->bad || !last->rest;
	last->rest = last->rest ? last->rest : "";
}

static bool goes_on(const struct scan *scan, const char *word)
{
	const struct sheet_links *links = scan->links;
	const char *rest = links->count ? links->items[links->count - 1].rest : "";
	size_t length = strlen(rest);
	bool is_unit = length && pmo_ascii_is_digit(rest[length - 1]);
	for (size_t i = 0; word[i]; i++)
		is_unit = is_unit && (pmo_ascii_is_alpha(word[i]) || word[i] == '%');
	bool is_lag = strchr("+-", *word) && (!length || length == 2);
	return is_unit || is_lag || (type_at(word) && !length);
}

static void add_word(struct scan *scan, const char *word)
{
	struct sheet_link link;
	size_t at;
	if (goes_on(scan, word)) {
		join(scan, word);
		return;
	}
	if (resolve(scan, word, &link)) {
		add_link(scan, &link);
		return;
	}
	at = glued(word);
	char *head = at ? pmo_arena_copy(scan->work->arena, word, at) : NULL;
	if (head && resolve(scan, head, &link)) {
		add_link(scan, &link);
		join(scan, word + at);
		return;
	}
	complain(scan, "is no line of this sheet, and no task or milestone of the plan", word);
}

/* The rest as files have it: `FS+10d`; "" for finish to start at once. */
static const char *settle(struct scan *scan, const char *rest)
{
	struct pmo_arena *arena = scan->work->arena;
	char text[PMO_DURATION_SIZE];
	struct pmo_duration lag;
	size_t type = type_at(rest);
	char name[3] = "FS";
	for (size_t i = 0; i < type; i++)
		name[i] = pmo_ascii_to_upper(rest[i]);
	const char *number = rest + type;
	size_t length = strlen(number);
	if (!length)
		return strcmp(name, "FS") == 0 ? "" : pmo_arena_string(arena, name);
	size_t digits = strspn(number, "+-0123456789.");
	if (strcmp(number + digits, "%") == 0)
		return pmo_arena_format(arena, "%s%s%s", name, strchr("+-", *number) ? "" : "+",
					number);
	char *typed = pmo_arena_copy(arena, number, length);
	if (typed && strncmp(typed + digits, "ed", 2) == 0) /* elapsed days of MS Project */
		typed = pmo_arena_format(arena, "%.*scd", (int)digits, number);
	if (!typed || pmo_duration_input(typed, strlen(typed), true, &lag) != PMO_OK) {
		complain(scan, "is no lag; expected SS+10d, FS-2d", rest);
		return "";
	}
	if (!lag.amount)
		return strcmp(name, "FS") == 0 ? "" : pmo_arena_string(arena, name);
	pmo_duration_format(lag, text);
	return pmo_arena_format(arena, "%s%s%s", name, lag.amount < 0 ? "" : "+", text);
}

static const char *scan_braces(struct scan *scan, const char *at)
{
	size_t length = strcspn(at, "}");
	char *text = pmo_arena_copy(scan->work->arena, at, length + (at[length] == '}'));
	struct sheet_links *links = scan->links;
	struct sheet_link none = { .row = -1, .rest = "", .opaque = true };
	if (!text)
		scan->bad = true;
	if (!links->count || links->items[links->count - 1].opaque)
		add_link(scan, &none);
	if (links->count) {
		links->items[links->count - 1].opaque = true;
		links->items[links->count - 1].rest = text ? text : "";
	}
	return at + length + (at[length] == '}');
}

enum pmo_result sheet_links(const struct sheet_work *work, const struct pmo_sheet *of,
			    const struct pmo_sheet_row *row, struct sheet_links *links)
{
	struct scan scan = { .work = work, .of = of, .row = row, .links = links };
	const char *at = sheet_text(row, PMO_SHEET_AFTER);
	*links = (struct sheet_links){ 0 };
	if (strcmp(at, "-") == 0)
		return PMO_OK;
	while (*at) {
		size_t length = strcspn(at, " ,;\t{");
		if (*at == '{') {
			at = scan_braces(&scan, at);
			continue;
		}
		char *word = pmo_arena_copy(work->arena, at, length);
		if (!word)
			return PMO_NO_MEMORY;
		if (length)
			add_word(&scan, word);
		at += length;
		at += *at && *at != '{';
	}
	for (size_t i = 0; i < links->count; i++)
		if (!links->items[i].opaque) {
			links->items[i].rest = settle(&scan, links->items[i].rest);
			if (!links->items[i].rest)
				return PMO_NO_MEMORY;
		}
	return scan.bad ? PMO_INVALID : PMO_OK;
}

static bool has_link(const struct sheet_links *links, const struct sheet_link *link)
{
	for (size_t i = 0; i < links->count; i++) {
		const struct sheet_link *other = &links->items[i];
		bool same = link->id && other->id
				    ? strcmp(link->id, other->id) == 0
				    : link->row == other->row && link->id == other->id;
		if (same && link->opaque == other->opaque && strcmp(link->rest, other->rest) == 0)
			return true;
	}
	return false;
}

static enum pmo_result add_to(const struct sheet_work *work, const struct pmo_sheet_row *row,
			      const struct sheet_link *link)
{
	const struct pmo_sheet_row *other = link->row >= 0 ? &work->typed->rows[link->row] : NULL;
	const char *id = other ? pmo_draft_record(other->draft)->id : link->id;
	if (link->opaque) {
		sheet_complain(work, row, PMO_SHEET_AFTER,
			       "%s cannot be typed here; use pmo set %s preds+=...", link->rest,
			       pmo_draft_record(row->draft)->id);
		return PMO_INVALID;
	}
	char *text =
		pmo_arena_format(work->arena, "%s%s%s", id, *link->rest ? " " : "", link->rest);
	int field = pmo_schema_field(pmo_draft_record(row->draft)->schema, "preds");
	return text ? pmo_draft_append(row->draft, field, text) : PMO_NO_MEMORY;
}

enum pmo_result sheet_set_links(const struct sheet_work *work, const struct pmo_sheet_row *row)
{
	const struct pmo_sheet_row *old = sheet_base_row(work, row);
	struct sheet_links before = { 0 }, after;
	enum pmo_result result = sheet_links(work, work->typed, row, &after);
	if (result == PMO_OK && old)
		result = sheet_links(work, &work->base, old, &before);
	if (result == PMO_INVALID && old)
		result = PMO_OK; /* what stands in the file and means nothing stays there */
	int field = pmo_schema_field(pmo_draft_record(row->draft)->schema, "preds");
	if (result == PMO_OK && !after.count)
		return pmo_draft_set(row->draft, field, NULL);
	for (size_t i = 0; result == PMO_OK && i < before.count; i++) {
		const struct sheet_link *link = &before.items[i];
		if (has_link(&after, link) || !link->id)
			continue;
		char *text = pmo_arena_format(work->arena, "preds-=%s", link->id);
		result = text ? pmo_draft_assign(row->draft, text) : PMO_NO_MEMORY;
	}
	for (size_t i = 0; result == PMO_OK && i < after.count; i++)
		if (!has_link(&before, &after.items[i]))
			result = add_to(work, row, &after.items[i]);
	return result;
}

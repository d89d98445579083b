/*
 * Where rows stand in the file. Of the lines that were there, the longest run that kept its order
 * stays; the others, and new ones, go behind the line above them.
 */
#include "plan/sheet.h"

#include <string.h>

/* Which rows stay: the longest rising run of places, found by patience sorting. */
static enum pmo_result find_staying(const struct sheet_work *work, bool *stays)
{
	size_t count = work->typed->count, length = 0;
	int *ends = pmo_arena_array(work->arena, count + 1, sizeof(*ends));
	int *before = pmo_arena_array(work->arena, count + 1, sizeof(*before));
	if (!ends || !before)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < count; i++) {
		int place = work->base_of[i];
		size_t low = 0, high = length;
		if (place < 0)
			continue;
		while (low < high) {
			size_t middle = (low + high) / 2;
			if (work->base_of[ends[middle]] < place)
				low = middle + 1;
			else
				high = middle;
		}
		ends[low] = (int)i;
		before[i] = low ? ends[low - 1] : -1;
		length = low == length ? length + 1 : length;
	}
	for (int i = length ? ends[length - 1] : -1; i >= 0; i = before[i])
		stays[i] = true;
	return PMO_OK;
}

static const struct pmo_record *record_of(const struct pmo_sheet_row *row)
{
	return row->draft ? pmo_draft_record(row->draft) : row->record;
}

/* Whether 5.4 is in the part of 5.1. */
static bool is_same_part(const struct pmo_sheet_row *a, const struct pmo_sheet_row *b)
{
	const char *one = sheet_text(a, PMO_SHEET_CODE), *other = sheet_text(b, PMO_SHEET_CODE);
	const char *dot = strrchr(one, '.'), *other_dot = strrchr(other, '.');
	return dot && other_dot && dot - one == other_dot - other &&
	       strncmp(one, other, (size_t)(dot - one)) == 0;
}

/* The first of a part goes before what follows, so that a heading above it stays above it. */
static bool goes_before(const struct sheet_work *work, size_t at, const bool *stays)
{
	const struct pmo_sheet_row *rows = work->typed->rows;
	return at && at + 1 < work->typed->count && stays[at + 1] &&
	       is_same_part(&rows[at], &rows[at + 1]) && !is_same_part(&rows[at], &rows[at - 1]);
}

/* In a branch what stands first stays behind what stands before the branch. */
static const struct pmo_record *first_anchor(const struct sheet_work *work, size_t at,
					     const bool *stays)
{
	for (size_t i = at + 1; i < work->typed->count; i++)
		if (stays[i])
			return work->typed->rows[i].record;
	return work->branch.top;
}

enum pmo_result sheet_place(const struct sheet_work *work)
{
	struct pmo_sheet_row *rows = work->typed->rows;
	bool *stays = pmo_arena_array(work->arena, work->typed->count + 1, sizeof(*stays));
	enum pmo_result result = stays ? find_staying(work, stays) : PMO_NO_MEMORY;
	/* The file is empty, or every line of it is new here: they come in turn. */
	for (size_t i = 0; result == PMO_OK && i < work->typed->count; i++) {
		bool before = !i || goes_before(work, i, stays);
		const struct pmo_record *anchor;
		if (stays[i])
			continue;
		if (!i)
			anchor = first_anchor(work, i, stays);
		else
			anchor = before ? rows[i + 1].record : record_of(&rows[i - 1]);
		if (!rows[i].record && !work->plan->own_count)
			continue;
		if (!i && !anchor && !rows[i].record)
			continue; /* behind what the sheet does not show */
		result = sheet_open(work, &rows[i], PMO_SHEET_MOVED);
		if (result == PMO_OK)
			result = pmo_draft_place(rows[i].draft, anchor, before);
		if (result == PMO_UNSUPPORTED)
			result = PMO_OK; /* each record is a file: there is no order to keep */
	}
	return result;
}

/*
 * A longest common subsequence by table: records are short. What is common at both ends
 * is taken away first; pieces too long for the table are shown as taken away and added.
 */
#include "cli/diff.h"

#include <pmo/text.h>

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { TABLE_MAX = 4000000 };

struct line {
	const char *text;
	size_t length; /* with its line end */
};

struct lines {
	struct line *items;
	size_t count;
};

/* One line of the answer: ' ', '-', '+', and where it is on either side. */
struct mark {
	char sign;
	const struct line *line;
	size_t old, now;
};

struct marks {
	struct mark *items;
	size_t count;
	size_t before; /* lines of the file before the first */
};

static bool split(const char *text, struct lines *lines)
{
	size_t count = 0;
	text = text ? text : "";
	for (const char *c = text; *c; c++)
		count += *c == '\n' || !c[1];
	lines->items = calloc(count + 1, sizeof(*lines->items));
	if (!lines->items)
		return false;
	while (*text) {
		size_t length = strcspn(text, "\n");
		length += text[length] == '\n';
		lines->items[lines->count++] = (struct line){ text, length };
		text += length;
	}
	return true;
}

static bool same(const struct line *a, const struct line *b)
{
	return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

static void mark(struct marks *marks, char sign, const struct line *line, const size_t at[2])
{
	marks->items[marks->count++] = (struct mark){ sign, line, at[0], at[1] };
}

/* The middle, from first to the ends, through the table of lengths. */
static void mark_middle(const struct lines *old, const struct lines *now, size_t first,
			const size_t ends[2], struct marks *marks)
{
	size_t at[2] = { first, first }, width = ends[1] - first + 1;
	size_t height = ends[0] - first + 1;
	uint32_t *table =
		height * width <= TABLE_MAX ? calloc(height * width, sizeof(*table)) : NULL;
	for (size_t i = height - 1; table && i-- > 0;)
		for (size_t j = width - 1; j-- > 0;) {
			uint32_t down = table[(i + 1) * width + j],
				 right = table[i * width + j + 1];
			bool equal = same(&old->items[first + i], &now->items[first + j]);
			table[i * width + j] = equal          ? table[(i + 1) * width + j + 1] + 1
					       : down > right ? down
							      : right;
		}
	while (at[0] < ends[0] || at[1] < ends[1]) {
		size_t i = at[0] - first, j = at[1] - first;
		bool both = at[0] < ends[0] && at[1] < ends[1];
		if (both && same(&old->items[at[0]], &now->items[at[1]])) {
			mark(marks, ' ', &old->items[at[0]], at);
			at[0]++;
			at[1]++;
		} else if (at[0] < ends[0] &&
			   (!both || !table ||
			    table[(i + 1) * width + j] >= table[i * width + j + 1])) {
			mark(marks, '-', &old->items[at[0]], at);
			at[0]++;
		} else {
			mark(marks, '+', &now->items[at[1]], at);
			at[1]++;
		}
	}
	free(table);
}

static void mark_all(const struct lines *old, const struct lines *now, struct marks *marks)
{
	size_t first = 0, ends[2] = { old->count, now->count }, at[2];
	while (first < ends[0] && first < ends[1] && same(&old->items[first], &now->items[first])) {
		at[0] = at[1] = first;
		mark(marks, ' ', &old->items[first++], at);
	}
	while (ends[0] > first && ends[1] > first &&
	       same(&old->items[ends[0] - 1], &now->items[ends[1] - 1])) {
		ends[0]--;
		ends[1]--;
	}
	mark_middle(old, now, first, ends, marks);
	for (at[0] = ends[0], at[1] = ends[1]; at[0] < old->count; at[0]++, at[1]++)
		mark(marks, ' ', &old->items[at[0]], at);
}

static void add_line(const struct mark *mark, struct pmo_buffer *out)
{
	size_t length = mark->line->length;
	bool ended = length && mark->line->text[length - 1] == '\n';
	pmo_buffer_add_char(out, mark->sign);
	pmo_text_add_visible_lines(out, mark->line->text, length);
	if (!ended)
		pmo_buffer_add_text(out, "\n\\ No newline at end of file\n");
}

/* A hunk from one mark up to another: `@@ -3,7 +3,8 @@`. */
static void add_hunk(const struct marks *marks, size_t from, size_t to, struct pmo_buffer *out)
{
	size_t counts[2] = { 0, 0 };
	const struct mark *first = &marks->items[from];
	for (size_t i = from; i < to; i++) {
		counts[0] += marks->items[i].sign != '+';
		counts[1] += marks->items[i].sign != '-';
	}
	pmo_buffer_add_format(out, "@@ -%zu,%zu +%zu,%zu @@\n",
			      marks->before + first->old + (counts[0] > 0), counts[0],
			      marks->before + first->now + (counts[1] > 0), counts[1]);
	for (size_t i = from; i < to; i++)
		add_line(&marks->items[i], out);
}

static size_t next_change(const struct marks *marks, size_t from)
{
	while (from < marks->count && marks->items[from].sign == ' ')
		from++;
	return from;
}

static void add_hunks(const char *path, const struct marks *marks, struct pmo_buffer *out)
{
	size_t change = next_change(marks, 0), done = 0;
	if (change == marks->count)
		return;
	pmo_buffer_add_format(out, "--- a/%s\n+++ b/%s\n", path, path);
	while (change < marks->count) {
		size_t from = change > done + DIFF_CONTEXT ? change - DIFF_CONTEXT : done,
		       end = change;
		for (size_t next = change; next < marks->count && next <= end + 2 * DIFF_CONTEXT;
		     next = next_change(marks, next + 1))
			end = next;
		done = end + 1 + DIFF_CONTEXT < marks->count ? end + 1 + DIFF_CONTEXT
							     : marks->count;
		add_hunk(marks, from, done, out);
		change = next_change(marks, done);
	}
}

enum pmo_result diff_add(const char *path, size_t before, const char *const texts[2],
			 struct pmo_buffer *out)
{
	struct lines left = { 0 }, right = { 0 };
	struct marks marks = { .before = before };
	bool fine = split(texts[0], &left) && split(texts[1], &right);
	if (fine)
		marks.items = calloc(left.count + right.count + 1, sizeof(*marks.items));
	if (marks.items) {
		mark_all(&left, &right, &marks);
		add_hunks(path, &marks, out);
	}
	fine = marks.items != NULL;
	free(left.items);
	free(right.items);
	free(marks.items);
	return fine ? PMO_OK : PMO_NO_MEMORY;
}

/*
 * Comparing expected with actual lines.
 *
 * An expected line may end in ` (re)` (an extended regular expression for the
 * whole line), ` (glob)` or ` (text)` (taken literally); `...` alone stands for
 * any lines, none included. The alignment is the classical one of least edits,
 * so the answer and the picture of a failure come from the same table.
 */
#include "runner.h"

#include <fnmatch.h>
#include <regex.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TABLE_LIMIT = 16 << 20 }; /* cells */

static const char skip_mark[] = "...";

/* Whether the line ends in the mark; *stem is then the line without it, to be freed. */
static bool has_mark(const char *line, const char *mark, char **stem)
{
	size_t length = strlen(line), mark_length = strlen(mark);
	if (length < mark_length || strcmp(line + length - mark_length, mark) != 0)
		return false;
	*stem = copy_text(line, length - mark_length);
	return true;
}

static bool matches_expression(const char *expression, const char *actual)
{
	struct text whole = { 0 };
	regex_t regex;
	text_add_format(&whole, "^(%s)$", expression);
	if (regcomp(&regex, whole.data, REG_EXTENDED | REG_NOSUB) != 0)
		quit("'%s' is no regular expression", expression);
	bool matches = regexec(&regex, actual, 0, NULL, 0) == 0;
	regfree(&regex);
	text_release(&whole);
	return matches;
}

static bool line_matches(const char *expected, const char *actual)
{
	char *stem = NULL;
	bool matches;
	if (has_mark(expected, " (re)", &stem))
		matches = matches_expression(stem, actual);
	else if (has_mark(expected, " (glob)", &stem))
		matches = fnmatch(stem, actual, 0) == 0;
	else if (has_mark(expected, " (text)", &stem))
		matches = strcmp(stem, actual) == 0;
	else
		matches = strcmp(expected, actual) == 0;
	free(stem);
	return matches;
}

bool line_needs_mark(const char *line)
{
	static const char *const marks[] = { " (re)", " (glob)", " (text)" };
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		char *stem = NULL;
		bool found = has_mark(line, marks[i], &stem);
		free(stem);
		if (found)
			return true;
	}
	size_t digits = line[0] == '[' ? strspn(line + 1, "0123456789") : 0;
	return strcmp(line, skip_mark) == 0 || strncmp(line, "$ ", 2) == 0 || line[0] == '>' ||
	       strncmp(line, "```", 3) == 0 || (digits && strcmp(line + 1 + digits, "]") == 0);
}

/* cost[i][j]: the fewest differences between expected lines from i and actual lines from j */
struct table {
	char *const *expected;
	char *const *actual;
	size_t rows, columns;
	uint32_t *cost;
};

static uint32_t *cell(const struct table *table, size_t i, size_t j)
{
	return &table->cost[i * (table->columns + 1) + j];
}

static uint32_t smaller(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

static bool is_skip(const struct table *table, size_t i)
{
	return strcmp(table->expected[i], skip_mark) == 0;
}

static uint32_t cell_cost(const struct table *table, size_t i, size_t j)
{
	size_t rows = table->rows, columns = table->columns;
	if (i == rows)
		return (uint32_t)(columns - j);
	if (is_skip(table, i)) {
		uint32_t best = *cell(table, i + 1, j);
		return j < columns ? smaller(best, *cell(table, i, j + 1)) : best;
	}
	uint32_t best = *cell(table, i + 1, j) + 1;
	if (j == columns)
		return best;
	best = smaller(best, *cell(table, i, j + 1) + 1);
	if (line_matches(table->expected[i], table->actual[j]))
		best = smaller(best, *cell(table, i + 1, j + 1));
	return best;
}

static void add_pair(struct alignment *alignment, enum pairing kind, size_t i, size_t j)
{
	alignment->pairs[alignment->count++] = (struct pair){ kind, i, j };
}

static void trace(const struct table *table, struct alignment *alignment)
{
	size_t i = 0, j = 0, rows = table->rows, columns = table->columns;
	while (i < rows || j < columns) {
		uint32_t here = *cell(table, i, j);
		bool both = i < rows && j < columns;
		if (i < rows && is_skip(table, i)) {
			bool over = here == *cell(table, i + 1, j);
			add_pair(alignment, PAIR_SKIP, i, over ? columns : j);
			i += over;
			j += !over;
		} else if (both && here == *cell(table, i + 1, j + 1) &&
			   line_matches(table->expected[i], table->actual[j])) {
			add_pair(alignment, PAIR_SAME, i++, j++);
		} else if (i < rows && here == *cell(table, i + 1, j) + 1) {
			add_pair(alignment, PAIR_MISSING, i++, j);
		} else {
			add_pair(alignment, PAIR_EXTRA, i, j++);
		}
	}
}

void align(struct alignment *alignment, char *const *expected, size_t expected_count,
	   const struct lines *actual)
{
	struct table table = { expected, actual->items, expected_count, actual->count, NULL };
	if (table.rows > TABLE_LIMIT / (table.columns + 1))
		quit("an output of %zu lines against %zu is too long to compare", table.columns,
		     table.rows);
	table.cost = allocate((table.rows + 1) * (table.columns + 1) * sizeof(*table.cost));
	for (size_t i = table.rows + 1; i-- > 0;)
		for (size_t j = table.columns + 1; j-- > 0;)
			*cell(&table, i, j) = cell_cost(&table, i, j);
	alignment->count = 0;
	alignment->pairs = allocate((table.rows + table.columns) * sizeof(*alignment->pairs));
	alignment->equal = *cell(&table, 0, 0) == 0;
	trace(&table, alignment);
	free(table.cost);
}

void alignment_release(struct alignment *alignment)
{
	free(alignment->pairs);
	memset(alignment, 0, sizeof(*alignment));
}

/* `pmo estimate accuracy`: who said what, and how it came out; by person below. */
#include "view_estimate.h"

#include "view.h"

#include <pmo/text.h>

#include <stdlib.h>
#include <string.h>

enum column { OWNER, WBS, TITLE, POINTS, MEAN, TOOK, OFF, WITHIN, FOR_PEOPLE };

static const struct pmo_column columns[] = {
	[OWNER] = { .name = "owner", .heading = "Who" },
	[WBS] = { .name = "wbs", .heading = "WBS" },
	[TITLE] = { .name = "title", .heading = "Task", .shrink = PMO_SHRINK_TRUNCATE },
	[POINTS] = { .name = "points", .heading = "Said" },
	[MEAN] = { .name = "mean",
		   .heading = "Expected",
		   .align = PMO_RIGHT,
		   .kind = PMO_CELL_NUMBER },
	[TOOK] = { .name = "took", .heading = "Took", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
	[OFF] = { .name = "off_percent",
		  .heading = "Off",
		  .align = PMO_RIGHT,
		  .kind = PMO_CELL_NUMBER },
	[WITHIN] = { .name = "range", .heading = "Range" },
	[FOR_PEOPLE] = { .name = "id" },
	{ .name = "done", .kind = PMO_CELL_BOOL },
};

/* In percent of what was expected, to the nearest. */
static int64_t off_by(const struct pmo_estimate *estimate)
{
	int64_t over = (int64_t)estimate->outcome * 1000 - estimate->mean;
	int64_t half = estimate->mean / 2;
	if (estimate->mean <= 0)
		return 0;
	return (over * 100 + (over < 0 ? -half : half)) / estimate->mean;
}

static const char *range_of(const struct pmo_estimate *estimate)
{
	int64_t outcome = (int64_t)estimate->outcome * 1000;
	if (outcome > estimate->pessimistic)
		return "above";
	/* Work that goes on may yet take longer. */
	if (outcome < estimate->optimistic)
		return "below";
	return "within";
}

static enum pmo_result add_row(struct estimate_print *print, const struct pmo_estimate *estimate)
{
	struct pmo_row *row = pmo_table_add_row(&print->table);
	if (!row)
		return PMO_NO_MEMORY;
	struct pmo_arena *arena = &print->cli->arena;
	struct pmo_cell *cells = row->cells;
	estimate_set_subject(print, &cells[WBS], &cells[TITLE], estimate);
	cells[OWNER].text = estimate->owner ? estimate->owner : "";
	cells[POINTS].text = estimate_points(print, estimate);
	cells[MEAN].text = estimate_days(print, estimate->mean, 1);
	cells[TOOK].raw = pmo_arena_format(arena, "%d", (int)estimate->outcome);
	cells[TOOK].text = pmo_arena_format(arena, "%d%s", (int)estimate->outcome,
					    estimate->is_done ? " " : "*");
	cells[OFF].raw = pmo_arena_format(arena, "%lld", (long long)off_by(estimate));
	cells[OFF].text = pmo_arena_format(arena, "%+lld %%", (long long)off_by(estimate));
	cells[WITHIN].text = range_of(estimate);
	if (print->for_people)
		return PMO_OK;
	cells[FOR_PEOPLE].text = estimate->record->id;
	cells[FOR_PEOPLE + 1].text = estimate->is_done ? "true" : "false";
	return PMO_OK;
}

static int by_owner(const void *left, const void *right)
{
	const struct pmo_estimate *const *a = left, *const *b = right;
	const char *first = (*a)->owner ? (*a)->owner : "";
	const char *second = (*b)->owner ? (*b)->owner : "";
	int order = pmo_text_compare(first, second);
	if (order)
		return order;
	return *a < *b ? -1 : *a > *b; /* as in the register */
}

static bool is_same(const struct pmo_estimate *a, const struct pmo_estimate *b)
{
	return strcmp(a->owner ? a->owner : "", b->owner ? b->owner : "") == 0;
}

/* One line a person: what their done work took against what they expected. */
static void add_person(struct estimate_print *print, const struct pmo_estimate *const *first,
		       size_t count)
{
	struct pmo_buffer *out = &print->cli->out;
	size_t done = 0, within = 0, going = 0;
	int64_t took = 0, expected = 0;
	char share[PMO_RATIO_SIZE];
	for (size_t i = 0; i < count; i++) {
		going += !first[i]->is_done;
		if (!first[i]->is_done)
			continue;
		done++;
		within += strcmp(range_of(first[i]), "within") == 0;
		took += (int64_t)first[i]->outcome * 1000;
		expected += first[i]->mean;
	}
	pmo_buffer_add_format(out, "  %-6s", first[0]->owner ? first[0]->owner : "nobody");
	if (done) {
		pmo_ratio_format_percent((struct pmo_ratio){ took, expected }, 0, share);
		pmo_buffer_add_format(out,
				      " %zu done, %zu within the range; took %s of what was "
				      "expected",
				      done, within, share);
	}
	if (going)
		pmo_buffer_add_format(out, "%s %zu going on", done ? ";" : "", going);
	pmo_buffer_add_char(out, '\n');
}

static void add_people(struct estimate_print *print, const struct pmo_estimate *const *sorted,
		       size_t count)
{
	bool going = false;
	for (size_t i = 0; i < count; i++)
		going |= !sorted[i]->is_done;
	if (going)
		pmo_buffer_add_text(&print->cli->out,
				    "\n* not done: from its start to the expected finish\n");
	pmo_buffer_add_text(&print->cli->out, "\nBy person\n");
	for (size_t i = 0, end; i < count; i = end) {
		for (end = i + 1; end < count && is_same(sorted[i], sorted[end]);)
			end++;
		add_person(print, sorted + i, end - i);
	}
}

static enum pmo_result print_accuracy(struct estimate_print *print)
{
	size_t total = sizeof(columns) / sizeof(*columns), count = 0;
	const struct pmo_estimate **sorted =
		pmo_arena_array(&print->cli->arena, print->estimates.count + 1, sizeof(*sorted));
	if (!sorted)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < print->estimates.count; i++)
		if (print->estimates.items[i].has_outcome && print->estimates.items[i].mean > 0)
			sorted[count++] = &print->estimates.items[i];
	qsort(sorted, count, sizeof(*sorted), by_owner);
	print->table.title = "Estimates and how they came out, working days";
	enum pmo_result result = pmo_table_add_columns(&print->table, columns,
						       print->for_people ? FOR_PEOPLE : total);
	for (size_t i = 0; result == PMO_OK && i < count; i++)
		result = add_row(print, sorted[i]);
	if (result == PMO_OK && print->is_text && !count) {
		pmo_buffer_add_text(&print->cli->out, "None.\n");
		return PMO_OK;
	}
	if (result == PMO_OK)
		result = cli_print_table(print->cli, &print->table);
	if (result == PMO_OK && print->is_text)
		add_people(print, sorted, count);
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct estimate_print print = { .cli = cli };
	(void)argc, (void)argv;
	enum pmo_result result = estimate_begin(&print, false);
	if (result == PMO_OK)
		result = print_accuracy(&print);
	pmo_plan_free(print.plan);
	return result;
}

const struct command view_estimate_accuracy_command = {
	.name = "accuracy",
	.summary = "who estimated what, and how it came out",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 0,
	.takes = TAKES_FORMAT,
	.run = run,
	.about = "What work took is counted in working days from its actual start to its finish,\n"
		 "whoever was away meanwhile.",
};

/* Events of `pmo log` as a table. */
#include "log.h"

#include <stdlib.h>

enum { LIMIT = 30, COLUMNS = 5 };

static int compare_old(const void *left, const void *right)
{
	const struct event *a = left, *b = right;
	if (a->date != b->date)
		return a->date < b->date ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

static int compare_new(const void *left, const void *right)
{
	return -compare_old(left, right);
}

static enum pmo_result add_row(struct cli *cli, struct pmo_table *table, const struct event *event,
			       const bool wanted[COLUMNS])
{
	struct pmo_row *row = pmo_table_add_row(table);
	char *date = pmo_arena_alloc(&cli->arena, PMO_DATE_SIZE);
	if (!row || !date)
		return PMO_NO_MEMORY;
	pmo_date_format(event->date, date);
	const char *texts[COLUMNS] = { date, event->id, event->who, event->what, event->commit };
	for (size_t i = 0, column = 0; i < COLUMNS; i++) {
		if (!wanted[i])
			continue;
		row->cells[column].absent = !texts[i] || !*texts[i];
		row->cells[column++].text = texts[i] ? texts[i] : "";
	}
	return PMO_OK;
}

/* What the limit, the story's or git's, kept back. */
static enum pmo_result add_rest(struct story *story, struct pmo_table *table, size_t more)
{
	if (!more && !story->is_cut)
		return PMO_OK;
	struct pmo_row *footer = pmo_table_add_footer(table);
	if (!footer)
		return PMO_NO_MEMORY;
	footer->cells[0].text = more ? pmo_arena_format(&story->cli->arena, "+%zu more", more)
				     : "older commits: --limit";
	return footer->cells[0].text ? PMO_OK : PMO_NO_MEMORY;
}

static bool has_commits(const struct story *story)
{
	for (size_t i = 0; i < story->count; i++)
		if (story->items[i].commit)
			return true;
	return false;
}

enum pmo_result story_print(struct story *story, bool newest_first)
{
	static const struct pmo_column columns[COLUMNS] = {
		{ .name = "date", .heading = "Date" },
		{ .name = "id", .heading = "ID" },
		{ .name = "who", .heading = "Who" },
		{ .name = "what", .heading = "What", .shrink = PMO_SHRINK_WRAP },
		{ .name = "commit", .heading = "Commit", .priority = 2 },
	};
	struct cli *cli = story->cli;
	const struct log_options *wanted = cli->options;
	struct pmo_table table;
	size_t limit = wanted->limit > 0 ? (size_t)wanted->limit : newest_first ? LIMIT : SIZE_MAX;
	size_t shown = 0, more = 0;
	const bool columns_wanted[COLUMNS] = { true, newest_first, true, true, has_commits(story) };
	enum pmo_result result = PMO_OK;
	pmo_table_init(&table, &cli->arena);
	if (story->count)
		qsort(story->items, story->count, sizeof(*story->items),
		      newest_first ? compare_new : compare_old);
	for (size_t i = 0; i < COLUMNS && result == PMO_OK; i++)
		if (columns_wanted[i])
			result = pmo_table_add_column(&table, &columns[i]);
	for (size_t i = 0; i < story->count && result == PMO_OK; i++) {
		const struct event *event = &story->items[i];
		if (wanted->since && event->date < wanted->since)
			continue;
		if (shown == limit)
			more++;
		else if (++shown)
			result = add_row(cli, &table, event, columns_wanted);
	}
	if (result == PMO_OK)
		result = add_rest(story, &table, more);
	return result == PMO_OK ? cli_print_table(cli, &table) : result;
}

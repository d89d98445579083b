/* See check.h. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

static bool passes(const struct check_filter *filter, const struct pmo_diag *diag)
{
	const char *path = diag->source ? diag->source->path : "";
	size_t length = strlen(filter->path);
	if (filter->id)
		return strcmp(path, filter->path) == 0 &&
		       (!diag->subject || strcmp(diag->subject, filter->id) == 0);
	return !length ||
	       (strncmp(path, filter->path, length) == 0 && (!path[length] || path[length] == '/'));
}

static bool is_asked(const struct check_list *list, const struct pmo_diag *diag)
{
	for (size_t i = 0; i < list->filter_count; i++)
		if (passes(&list->filters[i], diag))
			return true;
	return !list->filter_count;
}

/* Where it is in the file; pieces of a file count from where they begin. */
static size_t line_of(const struct pmo_diag *diag, size_t *column)
{
	size_t line = 0;
	*column = 0;
	if (diag->source && diag->source->bytes)
		pmo_diag_position(diag, &line, column);
	return line;
}

static int compare(const void *left, const void *right)
{
	const struct pmo_diag *a = *(const struct pmo_diag *const *)left;
	const struct pmo_diag *b = *(const struct pmo_diag *const *)right;
	int order = strcmp(a->source ? a->source->path : "", b->source ? b->source->path : "");
	if (order)
		return order;
	if (a->source && b->source && a->source->bytes == b->source->bytes) {
		if (a->offset != b->offset)
			return a->offset < b->offset ? -1 : 1;
	} else {
		size_t column, other, line = line_of(a, &column), below = line_of(b, &other);
		if (line != below)
			return line < below ? -1 : 1;
		if (column != other)
			return column < other ? -1 : 1;
	}
	if (a->severity != b->severity)
		return a->severity > b->severity ? -1 : 1;
	order = strcmp(a->code ? a->code : "", b->code ? b->code : "");
	return order ? order : strcmp(a->message, b->message);
}

/* What is most serious comes first; then by place. */
static int compare_shown(const void *left, const void *right)
{
	const struct pmo_diag *a = *(const struct pmo_diag *const *)left;
	const struct pmo_diag *b = *(const struct pmo_diag *const *)right;
	if (a->severity != b->severity)
		return a->severity > b->severity ? -1 : 1;
	return compare(left, right);
}

/* The same again; or that a link is no record, where reading it has failed already. */
static bool is_told_by(const struct pmo_diag *before, const struct pmo_diag *diag)
{
	if (compare(&before, &diag) == 0)
		return true;
	return before->source && diag->source && strcmp(before->code, "link") == 0 &&
	       strcmp(diag->code, "file-type") == 0 &&
	       strcmp(before->source->path, diag->source->path) == 0;
}

enum pmo_result check_collect(struct cli *cli, struct check_list *list)
{
	size_t count = 0, kept = 0, shown = 0;
	for (const struct pmo_diag *diag = cli->diags.first; diag; diag = diag->next)
		count++;
	list->items = pmo_arena_array(&cli->arena, count + 1, sizeof(*list->items));
	if (!list->items || cli->diags.lost)
		return PMO_NO_MEMORY;
	for (const struct pmo_diag *diag = cli->diags.first; diag; diag = diag->next)
		if (is_asked(list, diag))
			list->items[kept++] = diag;
	qsort(list->items, kept, sizeof(*list->items), compare);
	const struct pmo_diag *last = NULL;
	for (size_t i = 0; i < kept; i++) {
		const struct pmo_diag *diag = list->items[i];
		bool told = last && is_told_by(last, diag);
		last = told ? last : diag;
		list->count_of[diag->severity] += !told;
		if (!told && diag->severity >= list->least)
			list->items[shown++] = diag;
	}
	list->count = shown;
	qsort(list->items, shown, sizeof(*list->items), compare_shown);
	return PMO_OK;
}

static void add_count(struct pmo_buffer *out, size_t count, const char *word)
{
	pmo_buffer_add_format(out, "%zu %s%s", count, word, count == 1 ? "" : "s");
}

enum pmo_result check_print_text(struct cli *cli, const struct check_list *list)
{
	struct pmo_buffer *out = &cli->out;
	for (size_t i = 0; i < list->count; i++)
		pmo_diag_format(list->items[i], true, out);
	add_count(out, list->count_of[PMO_ERROR], "error");
	pmo_buffer_add_text(out, ", ");
	add_count(out, list->count_of[PMO_WARNING], "warning");
	size_t advice = list->count_of[PMO_ADVICE];
	if (list->least == PMO_ADVICE)
		pmo_buffer_add_format(out, ", %zu advice\n", advice);
	else if (advice)
		pmo_buffer_add_format(out, "; %zu advice more with --all\n", advice);
	else
		pmo_buffer_add_char(out, '\n');
	return PMO_OK;
}

static const char *number(struct cli *cli, size_t value)
{
	return pmo_arena_format(&cli->arena, "%zu", value);
}

static enum pmo_result add_row(struct cli *cli, struct pmo_table *table,
			       const struct pmo_diag *diag)
{
	struct pmo_row *row = pmo_table_add_row(table);
	size_t column, line = line_of(diag, &column);
	if (!row)
		return PMO_NO_MEMORY;
	if (diag->severity != PMO_ADVICE)
		row->style = diag->severity == PMO_ERROR ? PMO_STYLE_BAD : PMO_STYLE_WARN;
	const char *texts[] = {
		diag->source ? diag->source->path : NULL,
		line ? number(cli, line) : NULL,
		line ? number(cli, column) : NULL,
		pmo_severity_name(diag->severity),
		diag->code,
		diag->subject,
		diag->message,
		diag->hint,
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		row->cells[i].text = texts[i];
		row->cells[i].absent = !texts[i];
	}
	return PMO_OK;
}

enum pmo_result check_print_table(struct cli *cli, const struct check_list *list)
{
	static const struct pmo_column columns[] = {
		{ .name = "path", .heading = "File" },
		{ .name = "line", .heading = "Line", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
		{ .name = "column",
		  .heading = "Col",
		  .align = PMO_RIGHT,
		  .priority = 4,
		  .kind = PMO_CELL_NUMBER },
		{ .name = "severity", .heading = "Severity" },
		{ .name = "code", .heading = "Code", .priority = 2 },
		{ .name = "id", .heading = "ID", .priority = 3 },
		{ .name = "message", .heading = "Message", .shrink = PMO_SHRINK_WRAP },
		{ .name = "hint", .heading = "Hint", .shrink = PMO_SHRINK_WRAP, .priority = 5 },
	};
	struct pmo_table table;
	pmo_table_init(&table, &cli->arena);
	enum pmo_result result =
		pmo_table_add_columns(&table, columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < list->count && result == PMO_OK; i++)
		result = add_row(cli, &table, list->items[i]);
	return result == PMO_OK ? cli_print_table(cli, &table) : result;
}

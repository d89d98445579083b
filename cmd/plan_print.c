/*
 * `pmo plan` on a terminal that is narrower than the sheet: the same cells as a table, whose
 * titles and links wrap. A sheet with lines broken in two could not be read back.
 */
#include "plan.h"

#include <pmo/text.h>

#include <string.h>

enum { CELLS = PMO_SHEET_DONE + 1, INDENT = 2 };

static const struct pmo_column columns[CELLS] = {
	{ .name = "code", .heading = "Code" },
	{ .name = "title", .heading = "Title", .shrink = PMO_SHRINK_WRAP },
	{ .name = "duration", .heading = "Duration", .align = PMO_RIGHT },
	{ .name = "after", .heading = "After", .shrink = PMO_SHRINK_WRAP, .most = 16 },
	{ .name = "owner", .heading = "Owner" },
	{ .name = "done", .heading = "Done", .align = PMO_RIGHT },
};

static bool fits(const char *sheet, size_t width)
{
	for (const char *line = sheet; *line;) {
		size_t length = strcspn(line, "\n");
		if (pmo_text_width_of(line, length) > width)
			return false;
		line += length + (line[length] == '\n');
	}
	return true;
}

/* One cell without the blanks around it and its backslashes; *line goes behind its bar. */
static const char *take_cell(struct pmo_arena *arena, char **line)
{
	char *at = *line, *out = *line, *start = *line;
	for (; *at && *at != '|'; at++) {
		if (*at == '\\' && at[1] && strchr("|\\#", at[1]))
			at++;
		*out++ = *at;
	}
	*line = *at ? at + 1 : at;
	while (start < out && *start == ' ')
		start++;
	while (out > start && out[-1] == ' ')
		out--;
	return pmo_arena_copy(arena, start, (size_t)(out - start));
}

static enum pmo_result add_line(struct pmo_table *table, char *line)
{
	struct pmo_row *row = pmo_table_add_row(table);
	if (!row)
		return PMO_NO_MEMORY;
	row->depth = (unsigned)(strspn(line, " ") / INDENT);
	for (size_t i = 0; i < CELLS; i++) {
		row->cells[i].text = take_cell(table->arena, &line);
		if (!row->cells[i].text)
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

enum pmo_result plan_print(struct cli *cli, char *sheet)
{
	struct pmo_table table;
	enum pmo_result result = PMO_OK;
	if (fits(sheet, (size_t)cli->terminal.width)) {
		pmo_buffer_add_text(&cli->out, sheet);
		return PMO_OK;
	}
	pmo_table_init(&table, &cli->arena);
	if (result == PMO_OK)
		result = pmo_table_add_columns(&table, columns, CELLS);
	char *line = strchr(sheet, '\n');
	line = line ? line + 1 : sheet + strlen(sheet);
	for (char *end; result == PMO_OK && *line; line = end) {
		end = strchr(line, '\n');
		if (end)
			*end++ = '\0';
		else
			end = line + strlen(line);
		result = add_line(&table, line);
	}
	if (result == PMO_OK)
		result = pmo_table_print(&table, PMO_FORMAT_TABLE, &cli->terminal, &cli->out);
	if (result == PMO_OK)
		pmo_buffer_add_text(&cli->out, "to change it: pmo plan edit; as a sheet: "
					       "pmo plan >plan.txt\n");
	return result;
}

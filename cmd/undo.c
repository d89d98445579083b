/* `pmo undo`: takes the last command back, exactly. */
#include "commands.h"

#include <pmo/text.h>

#include <string.h>

struct undo_options {
	bool list;
};

static const struct option options[] = {
	{ .name = "list",
	  .key = 'l',
	  CLI_FLAG(struct undo_options, list),
	  .help = "what can be taken back, the last one first" },
	{ 0 },
};

static enum pmo_result list(struct cli *cli)
{
	static const struct pmo_column columns[] = {
		{ .name = "number", .heading = "No", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
		{ .name = "date", .heading = "Date" },
		{ .name = "by", .heading = "By" },
		{ .name = "files",
		  .heading = "Files",
		  .align = PMO_RIGHT,
		  .kind = PMO_CELL_NUMBER,
		  .priority = 2 },
		{ .name = "command", .heading = "Command", .shrink = PMO_SHRINK_TRUNCATE },
	};
	struct pmo_undo_item *items;
	struct pmo_table table;
	size_t count;
	pmo_table_init(&table, &cli->arena);
	enum pmo_result result = pmo_undo_list(cli->workspace, &items, &count);
	if (result == PMO_OK)
		result = pmo_table_add_columns(&table, columns,
					       sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; result == PMO_OK && i < count; i++) {
		struct pmo_row *row = pmo_table_add_row(&table);
		if (!row)
			return PMO_NO_MEMORY;
		row->cells[0].text = pmo_arena_format(&cli->arena, "%zu", items[i].number);
		row->cells[1].text = items[i].date;
		row->cells[2].text = items[i].by ? items[i].by : "";
		row->cells[2].absent = !items[i].by;
		row->cells[3].text = pmo_arena_format(&cli->arena, "%zu", items[i].files);
		row->cells[4].text = pmo_arena_format(&cli->arena, "pmo %s", items[i].command);
		row->cells[4].raw = items[i].command;
		if (!row->cells[0].text || !row->cells[3].text || !row->cells[4].text)
			return PMO_NO_MEMORY;
	}
	return result == PMO_OK ? cli_print_table(cli, &table) : result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct undo_options *wanted = cli->options;
	struct pmo_undo_item what = { 0 };
	(void)argc;
	(void)argv;
	if (wanted->list)
		return list(cli);
	enum pmo_result result = pmo_undo_last(cli->workspace, &what);
	if (result == PMO_NOT_FOUND) {
		cli_say("there is nothing to undo");
		return result;
	}
	if (result != PMO_OK)
		return result;
	char *told = pmo_arena_format(
		&cli->arena, "took back: pmo %s   (%s%s%s, %zu file%s)", what.command, what.date,
		what.by ? " " : "", what.by ? what.by : "", what.files, what.files == 1 ? "" : "s");
	if (!told)
		return PMO_NO_MEMORY;
	pmo_text_add_visible(&cli->out, told, strlen(told));
	pmo_buffer_add_char(&cli->out, '\n');
	return PMO_OK;
}

const struct command undo_command = {
	.name = "undo",
	.summary = "take the last command back",
	.group = GROUP_CHANGE,
	.needs = CLI_WRITE,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct undo_options),
	.usage = "[--list]",
	.run = run,
	.about = "The files become what they were before it, byte for byte. When one of them has\n"
		 "changed since, nothing is done and the file is named. Undone again, it takes\n"
		 "back the command before; an undo itself cannot be undone.",
};

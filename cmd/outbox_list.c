/* `pmo outbox`: the drafts that wait, and with --send on their way. */
#include "outbox.h"

#include "commands.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct outbox_options {
	bool send;
};

static const struct option options[] = {
	{ .name = "send",
	  CLI_FLAG(struct outbox_options, send),
	  .help = "send them: those that are named, else all" },
	{ 0 },
};

struct drafts {
	const char **names; /* without .eml, in order */
	size_t count, capacity;
};

static int compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum pmo_result add(struct cli *cli, struct drafts *drafts, const char *file)
{
	size_t length = strlen(file);
	if (length < 5 || *file == '.' || strcmp(file + length - 4, ".eml") != 0)
		return PMO_OK;
	if (drafts->count == drafts->capacity) {
		size_t capacity = drafts->capacity ? drafts->capacity * 2 : 32;
		const char **names = pmo_arena_array(&cli->arena, capacity, sizeof(*names));
		if (!names)
			return PMO_NO_MEMORY;
		if (drafts->count)
			memcpy(names, drafts->names, drafts->count * sizeof(*names));
		drafts->names = names;
		drafts->capacity = capacity;
	}
	drafts->names[drafts->count] =
		pmo_arena_format(&cli->arena, "%.*s", (int)(length - 4), file);
	return drafts->names[drafts->count++] ? PMO_OK : PMO_NO_MEMORY;
}

/* The files of the folder; that there is none yet is no fault. */
static enum pmo_result find(struct cli *cli, struct drafts *drafts)
{
	const char *path =
		pmo_arena_format(&cli->arena, "%s/outbox", pmo_workspace_root(cli->workspace));
	DIR *folder = path ? opendir(path) : NULL;
	enum pmo_result result = path ? PMO_OK : PMO_NO_MEMORY;
	if (!folder)
		return result == PMO_OK && errno != ENOENT ? PMO_IO : result;
	for (struct dirent *entry; result == PMO_OK && (entry = readdir(folder));)
		result = add(cli, drafts, entry->d_name);
	closedir(folder);
	if (drafts->count)
		qsort(drafts->names, drafts->count, sizeof(*drafts->names), compare);
	return result;
}

static enum pmo_result add_row(struct cli *cli, struct pmo_table *table, const char *name)
{
	struct pmo_mail_message message;
	char *bytes;
	size_t length;
	const char *path = pmo_arena_format(&cli->arena, "%s/outbox/%s.eml",
					    pmo_workspace_root(cli->workspace), name);
	struct pmo_row *row = path ? pmo_table_add_row(table) : NULL;
	if (!row)
		return PMO_NO_MEMORY;
	row->cells[0].text = name;
	row->cells[1].text = "";
	enum pmo_result result = cli_read_file(cli, path, &bytes, &length);
	if (result == PMO_OK)
		result = pmo_mail_read(bytes, length, &cli->arena, &message);
	if (result == PMO_OK)
		row->cells[1].text = message.subject;
	return result == PMO_NO_MEMORY ? result : PMO_OK;
}

static enum pmo_result list(struct cli *cli, const struct drafts *drafts)
{
	static const struct pmo_column columns[] = {
		{ .name = "name", .heading = "Draft" },
		{ .name = "subject", .heading = "Subject", .shrink = PMO_SHRINK_WRAP },
	};
	struct pmo_table table;
	pmo_table_init(&table, &cli->arena);
	enum pmo_result result = pmo_table_add_column(&table, &columns[0]);
	if (result == PMO_OK)
		result = pmo_table_add_column(&table, &columns[1]);
	for (size_t i = 0; result == PMO_OK && i < drafts->count; i++)
		result = add_row(cli, &table, drafts->names[i]);
	return result == PMO_OK ? cli_print_table(cli, &table) : result;
}

/* The draft that a person names: its name, its file, or a path to it. */
static const char *meant(const struct drafts *drafts, const char *word)
{
	const char *slash = strrchr(word, '/');
	const char *name = slash ? slash + 1 : word;
	size_t length = strlen(name);
	if (length > 4 && strcmp(name + length - 4, ".eml") == 0)
		length -= 4;
	for (size_t i = 0; i < drafts->count; i++)
		if (strlen(drafts->names[i]) == length &&
		    strncmp(drafts->names[i], name, length) == 0)
			return drafts->names[i];
	return NULL;
}

static enum pmo_result choose(struct cli *cli, char **words, struct drafts *drafts)
{
	struct drafts chosen = { 0 };
	for (; *words; words++) {
		const char *name = meant(drafts, *words);
		const char *file = name ? pmo_arena_format(&cli->arena, "%s.eml", name) : NULL;
		if (!name) {
			cli_say("there is no draft '%s'; pmo outbox lists them", *words);
			return PMO_NOT_FOUND;
		}
		enum pmo_result result = file ? add(cli, &chosen, file) : PMO_NO_MEMORY;
		if (result != PMO_OK)
			return result;
	}
	*drafts = chosen;
	return PMO_OK;
}

static enum pmo_result send(struct cli *cli, const struct drafts *drafts)
{
	for (size_t i = 0; i < drafts->count; i++) {
		enum pmo_result result = outbox_send(cli, drafts->names[i]);
		if (result == PMO_UNSUPPORTED) {
			cli_say("no sendmail here: open %s in your mail program",
				outbox_path(cli, drafts->names[i]));
			return PMO_IO;
		}
		if (result != PMO_OK)
			return result;
		pmo_buffer_add_format(&cli->out, "sent  %s\n", drafts->names[i]);
	}
	if (!drafts->count)
		pmo_buffer_add_text(&cli->out, "nothing to send\n");
	return PMO_OK;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct outbox_options *wanted = cli->options;
	struct drafts drafts = { 0 };
	enum pmo_result result = find(cli, &drafts);
	if (result == PMO_IO)
		cli_say("outbox cannot be read: %s", strerror(errno));
	if (result == PMO_OK && argc)
		result = choose(cli, argv, &drafts);
	if (result != PMO_OK)
		return result;
	return wanted->send ? send(cli, &drafts) : list(cli, &drafts);
}

const struct command outbox_command = {
	.name = "outbox",
	.summary = "drafts of mail that wait to be sent",
	.group = GROUP_CARE,
	.needs = CLI_WRITE,
	.max = -1,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct outbox_options),
	.usage = "[DRAFT]... [--send]",
	.run = run,
	.about =
		"Drafts are .eml files in outbox/; any mail program opens them. --send hands them\n"
		"to sendmail -t, each at most once, and moves them to outbox/sent/. PMO_SENDMAIL,\n"
		"or pmo config sendmail=, names another program; none leaves all as drafts.",
};

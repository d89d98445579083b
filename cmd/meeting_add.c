/*
 * `pmo meeting add "Station alerting" kind=design_session`: as any record is added, with the
 * agenda that its kind always has.
 */
#include "register.h"
#include "view.h"

#include <pmo/agenda.h>
#include <pmo/text.h>

#include <string.h>

enum { MINUTES_USUAL = 60 };

static bool begins(const char *word, const char *name)
{
	size_t length = strlen(name);
	return strncmp(word, name, length) == 0 && strchr("=+.", word[length]) && word[length];
}

static const char *value_of(int argc, char **argv, const char *name)
{
	const char *value = NULL;
	for (int i = 0; i < argc; i++)
		if (begins(argv[i], name) && argv[i][strlen(name)] == '=')
			value = argv[i] + strlen(name) + 1;
	return value;
}

static bool has(int argc, char **argv, const char *name)
{
	for (int i = 0; i < argc; i++)
		if (begins(argv[i], name))
			return true;
	return false;
}

struct words {
	struct cli *cli;
	char **argv;
	int argc;
	bool failed;
};

static void add(struct words *words, const char *name, const char *value)
{
	char *word = pmo_arena_format(&words->cli->arena, "%s=%s", name, value);
	words->failed |= !word;
	if (word)
		words->argv[words->argc++] = word;
}

/* A moment as it was typed; false: none. */
static bool read_moment(const struct words *words, const char *text, struct pmo_moment *moment)
{
	const struct pmo_world *world = pmo_workspace_world(words->cli->workspace);
	struct pmo_date_context context = { world->today, world->calendar };
	return text && pmo_moment_input(&context, text, strlen(text), moment) == PMO_OK;
}

static int64_t all_minutes(const struct pmo_agenda_item *item)
{
	int64_t all = 0;
	for (; item->topic; item++)
		all += item->minutes;
	return all;
}

/* Without an end it takes as long as such meetings usually do. */
static void add_end(struct words *words, const struct pmo_moment *start, const char *kind)
{
	struct pmo_moment end = *start;
	char text[PMO_MOMENT_SIZE];
	end.minutes += kind ? all_minutes(pmo_agenda_usual(kind)) : MINUTES_USUAL;
	pmo_moment_format(&end, text);
	add(words, "end", text);
}

static void add_usual(struct words *words, const char *kind, const char *lead, int64_t slot)
{
	const struct pmo_agenda_item *item = pmo_agenda_usual(kind);
	int64_t all = all_minutes(item);
	for (; item->topic; item++) {
		char *text = pmo_arena_format(
			&words->cli->arena, "minutes=%d kind=%s%s%s topic=\"%s\"",
			(int)pmo_agenda_share(item->minutes, all, slot), item->kind,
			lead ? " lead=" : "", lead ? lead : "", item->topic);
		words->failed |= !text;
		if (text)
			add(words, "agenda+", text);
	}
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	enum { ITEMS_MOST = 12 };
	struct words words = { .cli = cli };
	const char *kind = value_of(argc, argv, "kind"),
		   *me = pmo_workspace_world(cli->workspace)->me;
	const char *chair = value_of(argc, argv, "chair");
	struct pmo_moment start, end;
	bool has_start = read_moment(&words, value_of(argc, argv, "start"), &start);
	bool has_end = read_moment(&words, value_of(argc, argv, "end"), &end);
	words.argv = pmo_arena_array(&cli->arena, (size_t)argc + ITEMS_MOST + 8, sizeof(char *));
	if (!words.argv)
		return PMO_NO_MEMORY;
	for (; words.argc < argc; words.argc++)
		words.argv[words.argc] = argv[words.argc];
	if (me && !has(argc, argv, "recorder"))
		add(&words, "recorder", me);
	if (has_start && !has(argc, argv, "end"))
		add_end(&words, &start, kind);
	if (kind && !has(argc, argv, "agenda"))
		add_usual(&words, kind, chair && *chair ? chair : NULL,
			  has_start && has_end ? end.minutes - start.minutes : -1);
	if (words.failed)
		return PMO_NO_MEMORY;
	return register_add_command.run(cli, words.argc, words.argv);
}

const struct command meeting_add_command = {
	.name = "add",
	.summary = "a new meeting, with the agenda of its kind",
	.group = GROUP_CAPTURE,
	.needs = CLI_WRITE,
	.min = 1,
	.max = -1,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN | TAKES_IMPORTED,
	.usage = "TITLE... [FIELD=VALUE]...",
	.about = "kind= brings the agenda that such meetings always have; agenda= another one.\n"
		 "Without end= it takes as long as they usually do; without recorder= you write\n"
		 "the minutes.",
	.run = run,
};

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

static void add(struct words *words, const char *format, const char *a, const char *b)
{
	char *word = pmo_arena_format(&words->cli->arena, format, a, b);
	words->failed |= !word;
	if (word)
		words->argv[words->argc++] = word;
}

/* An hour, when nobody says how long: `end` follows from `start`. */
static void add_end(struct words *words, const char *start)
{
	const struct pmo_world *world = pmo_workspace_world(words->cli->workspace);
	struct pmo_date_context context = { world->today, world->calendar };
	struct pmo_moment moment;
	char text[PMO_MOMENT_SIZE];
	if (pmo_moment_input(&context, start, strlen(start), &moment) != PMO_OK)
		return;
	moment.minutes += MINUTES_USUAL;
	pmo_moment_format(&moment, text);
	add(words, "end=%s%s", text, "");
}

static void add_usual(struct words *words, const char *kind, const char *lead)
{
	const struct pmo_agenda_item *item = pmo_agenda_usual(kind);
	for (; item->topic; item++) {
		char *text = pmo_arena_format(&words->cli->arena,
					      "agenda+=minutes=%d kind=%s%s%s topic=\"%s\"",
					      (int)item->minutes, item->kind, lead ? " lead=" : "",
					      lead ? lead : "", item->topic);
		words->failed |= !text;
		if (text)
			words->argv[words->argc++] = text;
	}
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	enum { ITEMS_MOST = 12 };
	struct words words = { .cli = cli };
	const char *kind = value_of(argc, argv, "kind"), *me = pmo_workspace_world(cli->workspace)->me;
	const char *chair = value_of(argc, argv, "chair");
	const char *start = value_of(argc, argv, "start");
	words.argv = pmo_arena_array(&cli->arena, (size_t)argc + ITEMS_MOST + 8, sizeof(char *));
	if (!words.argv)
		return PMO_NO_MEMORY;
	for (; words.argc < argc; words.argc++)
		words.argv[words.argc] = argv[words.argc];
	if (me && !has(argc, argv, "recorder"))
		add(&words, "recorder=%s%s", me, "");
	if (start && !has(argc, argv, "end"))
		add_end(&words, start);
	if (kind && !has(argc, argv, "agenda"))
		add_usual(&words, kind, chair && *chair ? chair : NULL);
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
		 "Without end= it takes an hour, without recorder= you are the recorder.",
	.run = run,
};

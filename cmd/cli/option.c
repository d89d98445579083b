/*
 * Reading the words of a command line against tables of options. Faults are told in one
 * line with the nearest option.
 */
#include "cli/option.h"

#include "cli/cli.h"
#include "cli/options_shared.h"

#include <pmo/text.h>

#include <stdlib.h>
#include <string.h>

const struct option *option_find(const struct option *options, const char *name, size_t length)
{
	for (; options && options->name; options++)
		if (strlen(options->name) == length && memcmp(options->name, name, length) == 0)
			return options;
	return NULL;
}

static const struct option *find_long(const struct option_group *groups, const char *name,
				      size_t length, void **target)
{
	for (; groups->options; groups++) {
		const struct option *option = option_find(groups->options, name, length);
		*target = groups->target;
		if (option)
			return option;
	}
	return NULL;
}

static const struct option *find_key(const struct option_group *groups, char key, void **target)
{
	for (; groups->options; groups++) {
		*target = groups->target;
		for (const struct option *option = groups->options; option->name; option++)
			if (option->key == key)
				return option;
	}
	return NULL;
}

static const struct option *find_in_rows(const struct command *const *rows, const char *name,
					 size_t length)
{
	const struct option *option = NULL;
	for (; *rows && !option; rows++)
		option = option_find((*rows)->options, name, length);
	return option;
}

/* An option of any command: whether a word behind an unknown one belongs to it. */
static bool takes_argument_somewhere(const struct cli *cli, const char *name, size_t length)
{
	static const struct option *const shared[] = { options_format, options_document,
						       options_change, options_dry_run };
	const struct option *option = find_in_rows(cli->program->commands, name, length);
	if (!option)
		option = find_in_rows(cli->program->verbs, name, length);
	for (size_t i = 0; i < sizeof(shared) / sizeof(*shared) && !option; i++)
		option = option_find(shared[i], name, length);
	return option && option->arg;
}

/* The same for a letter: whether the next word is its argument. */
static bool key_takes_argument(const struct cli *cli, char key)
{
	const struct option *option = NULL;
	struct option_group groups[OPTION_GROUPS_MAX];
	void *target;
	const struct command *const *tables[] = { cli->program->commands, cli->program->verbs };
	for (size_t t = 0; t < 2 && !option; t++)
		for (size_t i = 0; tables[t][i] && !option; i++) {
			options_collect(NULL, tables[t][i], NULL, groups);
			option = find_key(groups, key, &target);
		}
	return option && option->arg;
}

static void say_unknown(const struct option_group *groups, const char *name, size_t length)
{
	char typed[64];
	const char *nearest = NULL;
	size_t best = 3;
	if (length >= sizeof(typed))
		length = sizeof(typed) - 1;
	memcpy(typed, name, length);
	typed[length] = '\0';
	for (; groups->options; groups++)
		for (const struct option *option = groups->options; option->name; option++) {
			size_t distance = pmo_text_distance(typed, option->name, best);
			if (distance < best) {
				best = distance;
				nearest = option->name;
			}
		}
	if (nearest)
		cli_say("there is no option --%s; the nearest is --%s", typed, nearest);
	else
		cli_say("there is no option --%s here; -h shows those there are", typed);
}

/* "fri", "Friday": nothing but the day of the week that the date is. */
static bool is_weekday(const char *text, int32_t date)
{
	const char *name = pmo_date_weekday_name(pmo_date_weekday(date));
	for (size_t i = 0; i < 3; i++)
		if (pmo_ascii_to_lower(text[i]) != pmo_ascii_to_lower(name[i]))
			return false;
	for (text += 3; *text; text++)
		if (!pmo_ascii_is_alpha(*text))
			return false;
	return true;
}

static bool store_date(struct cli *cli, const struct option *option, const char *text,
		       int32_t *date)
{
	struct pmo_date_context context = { .today = cli->env.today };
	if (cli->workspace) {
		context.today = pmo_workspace_world(cli->workspace)->today;
		context.calendar = pmo_workspace_world(cli->workspace)->calendar;
	} else if (context.today == PMO_DATE_NONE) {
		context.today = (int32_t)(cli->env.now / (60 * 24));
	}
	if (pmo_date_input(&context, text, strlen(text), date) == PMO_OK) {
		if (option->is_past && is_weekday(text, *date))
			*date -= 7;
		return true;
	}
	cli_say("--%s: '%s' is no date such as 2026-11-20 or fri; %s", option->name, text,
		pmo_date_input_hint(text));
	return false;
}

/* False where the same option said something else before. */
static bool say_once(struct option_line *line, const struct option *option, const char *text)
{
	for (size_t i = 0; line->said && i < line->said_count; i++) {
		const struct option_said *before = &line->said[i];
		if (before->option != option || strcmp(before->text, text) == 0)
			continue;
		cli_say("--%s is there twice, '%s' and '%s'; which of them is meant?", option->name,
			before->text, text);
		return false;
	}
	if (line->said)
		line->said[line->said_count++] = (struct option_said){ option, text };
	return true;
}

static bool store(struct cli *cli, const struct option *option, void *target, char *text)
{
	void *place = (char *)target + option->offset;
	char *end;
	switch (option->kind) {
	case OPTION_FLAG:
		*(bool *)place = true;
		return true;
	case OPTION_TEXT:
		*(const char **)place = text;
		return true;
	case OPTION_DATE:
		return store_date(cli, option, text, place);
	case OPTION_COUNT:
		*(long *)place = strtol(text, &end, 10);
		if (end != text && !*end && *(long *)place > 0)
			return true;
		cli_say("--%s: '%s' is no number from 1", option->name, text);
		return false;
	case OPTION_NONE:
		break;
	}
	return true;
}

/* A word that begins with two dashes. Advances *i over an argument. */
static bool read_long(struct cli *cli, struct option_line *line, int *i, bool lenient)
{
	char *name = line->argv[*i] + 2;
	char *equals = strchr(name, '=');
	size_t length = equals ? (size_t)(equals - name) : strlen(name);
	void *target;
	const struct option *option = find_long(line->groups, name, length, &target);
	if (!option && strcmp(name, "help") == 0) {
		line->manual = line->help = true;
		return true;
	}
	if (!option && lenient) {
		*i += !equals && takes_argument_somewhere(cli, name, length);
		return true;
	}
	if (!option) {
		say_unknown(line->groups, name, length);
		return false;
	}
	if (option->kind == OPTION_FLAG && equals) {
		cli_say("--%s takes no argument", option->name);
		return false;
	}
	char *text = equals ? equals + 1 : NULL;
	if (option->kind != OPTION_FLAG && !text) {
		if (*i + 1 >= line->argc) {
			cli_say("--%s wants %s behind it", option->name, option->arg);
			return false;
		}
		text = line->argv[++*i];
	}
	return (!text || say_once(line, option, text)) && store(cli, option, target, text);
}

/* A word of one dash and letters. */
static bool read_short(struct cli *cli, struct option_line *line, int *i, bool lenient)
{
	char *letters = line->argv[*i] + 1;
	for (; *letters; letters++) {
		void *target;
		const struct option *option = find_key(line->groups, *letters, &target);
		if (!option && *letters == 'h') {
			line->help = true;
			continue;
		}
		if (!option && lenient) {
			*i += !letters[1] && key_takes_argument(cli, *letters);
			return true;
		}
		if (!option) {
			cli_say("there is no option -%c here; -h shows those there are", *letters);
			return false;
		}
		if (option->kind == OPTION_FLAG) {
			if (!store(cli, option, target, NULL))
				return false;
			continue;
		}
		if (!letters[1] && *i + 1 >= line->argc) {
			cli_say("-%c wants %s behind it", option->key, option->arg);
			return false;
		}
		char *text = letters[1] ? letters + 1 : line->argv[++*i];
		return say_once(line, option, text) && store(cli, option, target, text);
	}
	return true;
}

bool option_parse(struct cli *cli, struct option_line *line, bool lenient)
{
	int operands = 0, i = 0;
	for (; i < line->argc; i++) {
		char *word = line->argv[i];
		bool fine = true;
		if (strcmp(word, "--") == 0) {
			i++;
			break;
		}
		if (word[0] == '-' && word[1] == '-')
			fine = read_long(cli, line, &i, lenient);
		else if (word[0] == '-' && word[1])
			fine = read_short(cli, line, &i, lenient);
		else
			line->argv[operands++] = word;
		if (!fine)
			return false;
	}
	for (; i < line->argc; i++)
		line->argv[operands++] = line->argv[i];
	line->argc = operands;
	line->argv[operands] = NULL;
	return true;
}

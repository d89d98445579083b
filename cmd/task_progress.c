/*
 * `pmo task progress 5.4 50% remaining=7d --on wed`: how far a task is, in one line. A task that
 * had not begun has begun; one that is at 100 % is asked about.
 */
#include "register.h"
#include "register_set.h"
#include "view.h"

#include "cli/output.h"

#include <pmo/text.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* `50%`, `50`, `percent=50`; -1: none. */
static int read_percent(const char *word)
{
	size_t digits = strspn(word, "0123456789");
	int percent = 0;
	if (!digits || digits > 3 || (word[digits] && strcmp(word + digits, "%") != 0))
		return -1;
	for (size_t i = 0; i < digits; i++)
		percent = percent * 10 + (word[i] - '0');
	return percent <= 100 ? percent : -1;
}

static bool has(const struct pmo_record *record, const char *name)
{
	return pmo_record_get_name(record, name).presence == PMO_PRESENT;
}

/* The answer of a person at the terminal; scripts say `pmo task finish`. */
static enum pmo_result ask_finish(struct cli *cli, const struct pmo_record *record, bool *done)
{
	char line[16];
	*done = false;
	if (!cli->is_terminal || !isatty(STDIN_FILENO) || cli->dry_run)
		return PMO_OK;
	enum pmo_result result = output_flush(cli, false);
	pmo_buffer_clear(&cli->out);
	fprintf(stderr, "%s is at 100 %%. Is it done? [y/n] ", record->id);
	*done = fgets(line, sizeof(line), stdin) && (*line == 'y' || *line == 'Y');
	return result;
}

struct progress {
	const char *id, *percent; /* "percent=50" */
	bool is_whole;
	char **rest;
	int rest_count;
};

static enum pmo_result parse(struct cli *cli, int argc, char **argv, struct progress *progress)
{
	int percent = argc > 1 ? read_percent(argv[1]) : -1;
	*progress = (struct progress){ .id = argv[0], .rest = argv + 2, .rest_count = argc - 2 };
	if (argc < 2 || (percent < 0 && !register_is_assignment(argv[1])))
		return cli_usage("how far is it? pmo task progress %s 50%% remaining=7d", argv[0]);
	if (percent < 0) {
		progress->rest--;
		progress->rest_count++;
		return PMO_OK;
	}
	progress->is_whole = percent == 100;
	progress->percent = pmo_arena_format(&cli->arena, "percent=%d", percent);
	return progress->percent ? PMO_OK : PMO_NO_MEMORY;
}

static bool names(const struct progress *progress, const char *field)
{
	size_t length = strlen(field);
	for (int i = 0; i < progress->rest_count; i++)
		if (strncmp(progress->rest[i], field, length) == 0 &&
		    progress->rest[i][length] == '=')
			return true;
	return false;
}

static enum pmo_result make(struct cli *cli, const struct progress *progress)
{
	const struct pmo_record *record;
	char *ids[] = { (char *)(uintptr_t)progress->id, NULL };
	struct set_work work = { .cli = cli, .schema = cli->schema, .ids = ids, .id_count = 1 };
	bool done = false;
	enum pmo_result result = cli_find(cli, cli->schema, progress->id, &record);
	if (result != PMO_OK)
		return result;
	if (has(record, "actual_finish"))
		return cli_usage("%s is done; pmo task reopen %s --note WHY takes that back",
				 record->id, record->id);
	bool starts = !has(record, "actual_start") && !names(progress, "actual_start");
	work.assignments = pmo_arena_array(&cli->arena, (size_t)progress->rest_count + 1,
					   sizeof(*work.assignments));
	if (!work.assignments)
		return PMO_NO_MEMORY;
	if (progress->percent)
		work.assignments[work.assignment_count++] = (char *)(uintptr_t)progress->percent;
	for (int i = 0; i < progress->rest_count; i++)
		work.assignments[work.assignment_count++] = progress->rest[i];
	if (progress->is_whole)
		result = ask_finish(cli, record, &done);
	work.verb = done ? "finish" : starts ? "start" : NULL;
	return result == PMO_OK ? set_run(&work) : result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct progress progress;
	enum pmo_result result = parse(cli, argc, argv, &progress);
	for (int i = 0; result == PMO_OK && i < progress.rest_count; i++)
		if (!register_is_assignment(progress.rest[i]))
			result = cli_usage("'%s' is no FIELD=VALUE", progress.rest[i]);
	return result == PMO_OK ? make(cli, &progress) : result;
}

const struct command view_task_progress_command = {
	.name = "progress",
	.summary = "how far a task is: 5.4 50% remaining=7d",
	.group = GROUP_CHANGE,
	.needs = CLI_WRITE,
	.min = 1,
	.max = -1,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN,
	.usage = "ID PERCENT [FIELD=VALUE]...",
	.about = "A task that had not begun has begun, on the day of --on. At 100% it is asked "
		 "whether\nit is done.",
	.run = run,
};

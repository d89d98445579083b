/*
 * Dispatch: words → row of the table → workspace → run → output → exit status.
 *
 * A reading command takes no lock. When several files were changed together while it
 * read, all it has is thrown away and it runs again, so nothing is printed before that
 * is known.
 */
#include "cli/cli.h"
#include "cli/environment.h"
#include "cli/options_shared.h"
#include "cli/output.h"
#include "cli/spawn.h"
#include "cli/terminal.h"

#include <pmo/text.h>

#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

enum {
	ATTEMPTS = 200,
	LONGEST_PAUSE = 50, /* milliseconds; as long in all as a writer waits for the lock */
};

/* The words of one attempt. */
struct line {
	int argc;
	char **argv;
	bool help, manual;
};

static void forget_typed(struct cli *cli)
{
	cli->directory = cli->project = cli->at = cli->color_word = NULL;
	cli->format_word = cli->output = NULL;
	cli->excel = cli->semicolon = false;
	cli->no_pager = cli->dry_run = cli->as_imported = cli->wants_version = false;
	cli->as_of = PMO_DATE_NONE;
	cli->change = (struct cli_change){ .on = PMO_DATE_NONE };
}

/* Reads all words against the tables of a command; without one leniently. */
static enum pmo_result parse(struct cli *cli, const struct line *words, void *own,
			     struct line *line)
{
	struct option_group groups[OPTION_GROUPS_MAX];
	options_collect(cli, cli->command, own, groups);
	struct option_line typed = { .groups = groups, .argc = words->argc };
	typed.argv = pmo_arena_array(&cli->arena, (size_t)words->argc + 1, sizeof(char *));
	typed.said = pmo_arena_array(&cli->arena, (size_t)words->argc + 1, sizeof(*typed.said));
	if (!typed.argv || !typed.said)
		return PMO_NO_MEMORY;
	memcpy(typed.argv, words->argv, (size_t)words->argc * sizeof(char *));
	forget_typed(cli);
	if (!option_parse(cli, &typed, !cli->command))
		return PMO_USAGE;
	*line = (struct line){ typed.argc, typed.argv, typed.help, typed.manual };
	return PMO_OK;
}

static const struct command *find_command(const struct program *program, const char *name)
{
	for (size_t i = 0; program->commands[i]; i++)
		if (strcmp(program->commands[i]->name, name) == 0)
			return program->commands[i];
	return NULL;
}

/* Diagnostics point into the workspace's texts, so they go with it. */
static void close_workspace(struct cli *cli)
{
	pmo_diags_init(&cli->diags, &cli->arena);
	pmo_workspace_close(cli->workspace);
	cli->workspace = NULL;
	cli->schema = NULL;
	cli->opened = PMO_OK;
}

static enum pmo_result open_workspace(struct cli *cli)
{
	if (cli->workspace || cli->opened != PMO_OK)
		return cli->opened;
	enum pmo_result result = pmo_workspace_open(&cli->env, &cli->diags, &cli->workspace);
	/* What was wrong is said before it goes: diagnostics point into the workspace. */
	if (result != PMO_OK && result != PMO_NOT_FOUND && result != PMO_CONFLICT)
		cli_print_diags(cli);
	if (result != PMO_OK)
		close_workspace(cli); /* what is half open must not be looked at */
	cli->opened = result;
	return result;
}

static enum pmo_result unknown(struct cli *cli, const char *name)
{
	const char *nearest = cli->program->nearest(cli, name);
	if (nearest)
		return cli_usage("there is no command '%s'; the nearest is '%s'", name, nearest);
	return cli_usage("there is no command '%s'; `pmo help` shows those there are", name);
}

/* A register of the workspace's own keeps its name when a command of that name comes up. */
static enum pmo_result is_taken(struct cli *cli, const struct line *line, bool *taken)
{
	*taken = false;
	if (!line->argc || cli->command->needs == CLI_NOTHING)
		return PMO_OK;
	enum pmo_result result = open_workspace(cli);
	if (result != PMO_OK)
		return result == PMO_NOT_FOUND ? PMO_OK : result;
	const struct pmo_schema *schema = pmo_workspace_schema(cli->workspace, line->argv[0]);
	*taken = schema && schema->own && strcmp(schema->table->name, line->argv[0]) == 0;
	return PMO_OK;
}

/* Finds the row; *words is how many operands name it. */
static enum pmo_result choose(struct cli *cli, const struct line *line, int *words)
{
	*words = 1;
	if (cli->wants_version)
		cli->command = find_command(cli->program, "version");
	else if (line->argc)
		cli->command = find_command(cli->program, line->argv[0]);
	else if (line->help)
		cli->command = find_command(cli->program, "help");
	else
		cli->command = cli->program->start;
	bool taken = true;
	enum pmo_result result = cli->command ? is_taken(cli, line, &taken) : PMO_OK;
	if (result != PMO_OK || !taken)
		return result;
	result = open_workspace(cli);
	if (result != PMO_OK && result != PMO_NOT_FOUND)
		return result;
	cli->command = cli->program->find(cli, line->argc, line->argv, words);
	if (cli->command)
		return PMO_OK;
	return *words < 0 ? PMO_USAGE : unknown(cli, line->argv[0]);
}

/* Words that only make sense when it is known who asks. */
static bool asks_who(const struct cli *cli, const struct line *line)
{
	if (cli->command->needs == CLI_WRITE || (cli->command->takes & TAKES_CHANGE))
		return true;
	for (int i = 0; i < line->argc; i++)
		if (strstr(line->argv[i], "mine") || strstr(line->argv[i], "=me") ||
		    strcmp(line->argv[i], "me") == 0)
			return true;
	return false;
}

static enum pmo_result open_as_needed(struct cli *cli, const struct line *line)
{
	if (cli->command->needs == CLI_NOTHING)
		return PMO_OK;
	if (cli->at && cli->command->needs == CLI_WRITE)
		return cli_usage("--at looks at the past; what was then cannot be changed");
	enum pmo_result result = open_workspace(cli);
	if (result == PMO_NOT_FOUND && cli->command->may_begin)
		return PMO_OK;
	if (result == PMO_NOT_FOUND) {
		cli_say("no project here; `pmo` alone says how to start");
		return result;
	}
	if (result != PMO_OK || pmo_workspace_world(cli->workspace)->me || !asks_who(cli, line))
		return result;
	environment_find_user(cli);
	if (!cli->env.email)
		return PMO_OK;
	/* Now that there is an e-mail, the workspace can say whose it is. */
	int count = 0;
	close_workspace(cli);
	result = open_workspace(cli);
	if (result == PMO_OK && cli->verb)
		cli->command = cli->program->find(cli, line->argc, line->argv, &count);
	return result;
}

static char *join(struct pmo_arena *arena, int argc, char **argv)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, 4096);
	for (int i = 0; i < argc; i++)
		pmo_buffer_add_format(&text, "%s%s", i ? " " : "", argv[i]);
	char *copy = pmo_arena_copy(arena, text.data, text.length);
	pmo_buffer_release(&text);
	return copy;
}

/* The manual page on a terminal, where there is one. */
static bool show_manual(struct cli *cli, const char *name)
{
	struct pmo_buffer where;
	char *page = pmo_arena_format(&cli->arena, "pmo-%s", name);
	const char *look[] = { "man", "-w", page, NULL }, *show[] = { "man", page, NULL };
	if (!page || !cli->is_terminal)
		return false;
	pmo_buffer_init(&where, 1 << 16);
	struct spawn finding = { .words = look, .output = &where };
	bool found = spawn_run(&finding) && finding.status == 0;
	pmo_buffer_release(&where);
	struct spawn showing = { .words = show };
	return found && spawn_run(&showing) && showing.status == 0;
}

static enum pmo_result show_usage(struct cli *cli, const struct line *line, int words)
{
	char *name = join(&cli->arena, words < line->argc ? words : line->argc, line->argv);
	if (!name)
		return PMO_NO_MEMORY;
	if (!line->manual || !show_manual(cli, line->argc ? line->argv[0] : "help"))
		cli_add_usage(cli, cli->command, *name ? name : cli->command->name);
	return PMO_OK;
}

static enum pmo_result check_count(struct cli *cli, int count, const char *name)
{
	const struct command *command = cli->command;
	if (count >= command->min && (command->max < 0 || count <= command->max))
		return PMO_OK;
	return cli_usage("%s words; this is how: pmo %s %s",
			 count < command->min ? "too few" : "too many", name,
			 command->usage ? command->usage : "");
}

/* From the words to a result, once. */
static enum pmo_result run_once(struct cli *cli, const struct line *typed)
{
	struct line line;
	int words;
	if (!environment_read_clock(cli))
		return PMO_USAGE;
	cli->command = NULL;
	cli->verb = NULL;
	enum pmo_result result = parse(cli, typed, NULL, &line);
	if (result != PMO_OK)
		return result;
	if (!environment_read(cli) || !terminal_look(cli))
		return PMO_USAGE;
	cli->typed = join(&cli->process, typed->argc, typed->argv);
	cli->env.command = cli->typed;
	result = choose(cli, &line, &words);
	if (result != PMO_OK)
		return result;
	void *own = pmo_arena_alloc(&cli->arena, cli->command->size + 1);
	cli->options = own;
	result = own ? parse(cli, typed, own, &line) : PMO_NO_MEMORY;
	if (result != PMO_OK)
		return result;
	if (words > line.argc)
		words = line.argc;
	if (line.help && line.argc)
		return show_usage(cli, &line, words);
	char *name = join(&cli->arena, words, line.argv);
	result = name ? check_count(cli, line.argc - words, name) : PMO_NO_MEMORY;
	if (result != PMO_OK)
		return result;
	terminal_look(cli);
	result = open_as_needed(cli, &line);
	if (result != PMO_OK)
		return result;
	return cli->command->run(cli, line.argc - words, line.argv + words);
}

static void start_afresh(struct cli *cli)
{
	close_workspace(cli);
	pmo_arena_release(&cli->arena);
	pmo_diags_init(&cli->diags, &cli->arena);
	pmo_buffer_clear(&cli->out);
	pmo_buffer_clear(&cli->told);
	cli->has_written = cli->has_printed = cli->is_workbook = false;
	cli->printed = 0;
	cli->answer_is_no = cli->errors_are_answers = false;
	cli->shows_advice = false;
	cli->quiet = NULL;
}

/* Once is enough, and what was wrong elsewhere does not make the exit status. */
static bool is_writing(const struct cli *cli)
{
	return cli->has_written || (cli->command && cli->command->needs == CLI_WRITE);
}

/* Runs it, a reading command until all that it read belongs together. */
static enum pmo_result run_until_settled(struct cli *cli, const struct line *typed)
{
	enum pmo_result result = PMO_CONFLICT;
	for (int i = 0; i < ATTEMPTS; i++) {
		start_afresh(cli);
		result = run_once(cli, typed);
		if (!cli->workspace || is_writing(cli))
			return result;
		enum pmo_result settled = pmo_workspace_settled(cli->workspace);
		if (settled != PMO_CONFLICT)
			return result == PMO_OK ? settled : result;
		poll(NULL, 0, i < LONGEST_PAUSE ? i : LONGEST_PAUSE);
	}
	pmo_buffer_clear(&cli->out);
	cli_say("the files are changing all the time; nothing could be read in one piece");
	return PMO_LOCKED;
}

/* 0 done, 1 the answer is no, 2 usage, 3 the data do not allow it, 4 the system failed. */
static int cli_status(const struct cli *cli, enum pmo_result result)
{
	bool reading = cli->command && !is_writing(cli);
	if (result != PMO_OK)
		return pmo_result_exit_status(result);
	if (cli->errors && reading && !cli->errors_are_answers)
		return 3;
	return cli->answer_is_no ? 1 : 0;
}

/*
 * A reader that leaves early (`| head`) must not stop what still has to be done: files of -o, a
 * draft to keep, messages. True: pmo may end of it afterwards, as other programs do.
 */
static bool hold_broken_pipes(void)
{
	struct sigaction before, ignore = { .sa_handler = SIG_IGN };
	sigemptyset(&ignore.sa_mask);
	return sigaction(SIGPIPE, &ignore, &before) == 0 && before.sa_handler != SIG_IGN;
}

static void end_of_broken_pipe(void)
{
	signal(SIGPIPE, SIG_DFL);
	raise(SIGPIPE);
}

int cli_main(int argc, char **argv, const struct program *program)
{
	struct cli cli = { .program = program };
	struct line typed = { .argc = argc > 0 ? argc - 1 : 0, .argv = argv + (argc > 0) };
	terminal_guard_streams();
	cli.may_end_early = hold_broken_pipes();
	pmo_arena_init(&cli.arena);
	pmo_arena_init(&cli.process);
	pmo_buffer_init(&cli.out, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&cli.told, PMO_BUFFER_LIMIT);
	enum pmo_result result = run_until_settled(&cli, &typed);
	if (result == PMO_OK || !cli.output) {
		bool is_saved = result == PMO_OK && is_writing(&cli) && !cli.dry_run;
		enum pmo_result flushed = output_flush(&cli, is_saved);
		result = result == PMO_OK ? flushed : result;
	}
	if (result == PMO_OK)
		cli_print_told(&cli);
	cli_print_diags(&cli);
	if (result == PMO_NO_MEMORY)
		cli_say("out of memory");
	int status = cli_status(&cli, result);
	pmo_workspace_close(cli.workspace);
	pmo_buffer_release(&cli.told);
	pmo_buffer_release(&cli.out);
	pmo_arena_release(&cli.process);
	pmo_arena_release(&cli.arena);
	if (cli.reader_left)
		end_of_broken_pipe();
	return status;
}

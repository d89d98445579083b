/*
 * The command line: what every command is given, and how one is added.
 *
 * A command is one file with one row, a declaration in cmd/commands.h and a line in the
 * table of cmd/commands.c; help, completion and the usage follow from the row:
 *
 *     struct where_options { bool below; };
 *     static const struct option options[] = {
 *             { .name = "below", CLI_FLAG(struct where_options, below),
 *               .help = "the project's folder" },
 *             { 0 },
 *     };
 *     static enum pmo_result run(struct cli *cli, int argc, char **argv)
 *     {
 *             const struct where_options *wanted = cli->options;
 *             ...
 *             pmo_buffer_add_format(&cli->out, "%s\n", pmo_workspace_root(cli->workspace));
 *             return PMO_OK;
 *     }
 *     const struct command where_command = {
 *             .name = "where", .summary = "the folder of the workspace", .group = GROUP_LOOK,
 *             .needs = CLI_READ, .max = 0, .usage = "[--below]",
 *             .options = options, .size = sizeof(struct where_options), .run = run,
 *     };
 *
 * A verb of all registers is a row of register_verbs (cmd/register.c) in the same form,
 * with cli->schema set; a report on one register is a row of views (cmd/view.c).
 *
 * The row says what the command needs, and the dispatcher sees to it:
 *
 *   CLI_NOTHING  runs anywhere; cli->workspace is NULL
 *   CLI_READ     the workspace is open. The command writes into cli->out and does nothing
 *                else, because it is run again when the files changed under it
 *   CLI_WRITE    the workspace is open, the user is known where that is possible; the
 *                command begins an update with cli_begin
 *
 * `argv` holds the operands alone: the command's name and the options are gone, the last
 * element is NULL. What comes back is a result; whoever found a fault said so, as a
 * diagnostic in cli->diags or with cli_say. Output goes to cli->out, and is written once,
 * after the command, with every write checked: to the terminal (through the pager when it
 * is longer than the screen), the pipe, or the file of -o. Diagnostics come after it, on
 * standard error. Exit statuses: see cli_status in run.c.
 *
 * The layer knows no command: main.c hands it the table and a function that finds the rows
 * of registers.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "cli/option.h"

#include <pmo/table.h>
#include <pmo/update.h>

/* By the moment; the order of `pmo help`. */
enum command_group {
	GROUP_HIDDEN,
	GROUP_START,
	GROUP_CAPTURE,
	GROUP_LOOK,
	GROUP_CHANGE,
	GROUP_CARE,
	GROUP_HELP,
	GROUP_COUNT
};

enum command_needs { CLI_NOTHING, CLI_READ, CLI_WRITE };

/* Options that several commands share; each bit is a table in cli/options_shared.c. */
enum command_takes {
	TAKES_FORMAT = 1 << 0,   /* --format, -o: cli->format, cli->output */
	TAKES_CHANGE = 1 << 1,   /* --on --by --note --evidence: cli->change */
	TAKES_DRY_RUN = 1 << 2,  /* --dry-run: cli->dry_run */
	TAKES_IMPORTED = 1 << 3, /* --as-imported: cli->as_imported */
	TAKES_DOCUMENT = 1 << 4, /* --format, -o of a report: see cli/document.h */
};

struct cli;

struct command {
	const char *name;    /* of a register's verb: "list" */
	const char *summary; /* a few words, lower case */
	enum command_group group;
	enum command_needs needs;
	bool may_begin; /* runs where there is no workspace, too: cli->workspace is NULL */
	int min, max;   /* operands; max -1: any number */
	unsigned takes; /* enum command_takes */
	const struct option *options;
	size_t size; /* of the struct that they fill, zeroed before; cli->options */
	enum pmo_result (*run)(struct cli *cli, int argc, char **argv);
	const char *usage; /* what follows the name: "ID... FIELD=VALUE..." */
	const char *about; /* paragraphs for help and -h; or NULL */
};

/* What the layer is told by main. */
struct program {
	const struct command *const *commands; /* NULL-ended */
	const struct command *const *verbs;    /* rows that find may give, for their options */
	const struct command *start;           /* runs when there is no word at all */
	/*
	 * The row for operands whose first word is no command's name, and how many of them
	 * are its name; cli->workspace is open, or NULL when there is none. NULL: there is none;
	 * *words is -1 when that was told.
	 */
	const struct command *(*find)(struct cli *cli, int argc, char **argv, int *words);
	/* The name nearest to a misspelt one, or NULL. */
	const char *(*nearest)(struct cli *cli, const char *name);
};

/* How a change is recorded: --on --by --note --evidence. */
struct cli_change {
	int32_t on;
	const char *by, *note, *evidence;
};

struct cli {
	const struct program *program;
	struct pmo_arena arena;   /* of this run of the command */
	struct pmo_arena process; /* until the end */
	struct pmo_env env;
	struct pmo_buffer out;
	struct pmo_diags diags;
	struct pmo_workspace *workspace;
	enum pmo_result opened; /* what opening it came to; it is not tried twice */

	/* What was typed. */
	const char *directory, *project, *at, *color_word; /* -C -p --at --color */
	int32_t as_of;
	bool no_pager, dry_run, as_imported, wants_version;
	const char *format_word, *output; /* --format -o; see cli_format */
	bool excel;                       /* --excel: CSV begins with a byte order mark */
	bool semicolon;                   /* --semicolon: CSV of a country with 86400,00 */
	struct cli_change change;
	const struct command *command;
	const void *options; /* the command's own struct */
	char *typed;         /* the words, for the undo list */

	/* A register's verb. */
	const struct pmo_schema *schema;
	const char *verb; /* as typed: "close" */

	struct pmo_terminal terminal; /* of standard output; width is never 0 */
	bool is_terminal, error_is_terminal;
	int rows;
	size_t printed;          /* rows of tables in cli->out */
	bool has_printed;        /* a table is in it */
	struct pmo_buffer told;  /* what cli_tell kept until the output is written */
	bool is_workbook;        /* cli->out has tables for pmo-export-xlsx, a line each */
	bool has_written;        /* a command that needs nothing has changed files all the same */
	bool answer_is_no;       /* exit 1 where the result is PMO_OK */
	bool errors_are_answers; /* error diagnostics do not make the exit 3: check */
	bool shows_advice;       /* advice is printed, too: check --all */
	bool may_end_early;      /* SIGPIPE was not ignored by whoever started pmo */
	bool reader_left;        /* before it had read all of the output */
	const char *quiet;       /* diagnostics of this code are not printed, or NULL */
	size_t errors;           /* diagnostics of that severity printed so far */
};

int cli_main(int argc, char **argv, const struct program *program);

/* "pmo: ..." on standard error, one line. */
void cli_say(const char *format, ...) PMO_PRINTF(1, 2);

/* The same, and PMO_USAGE. */
enum pmo_result cli_usage(const char *format, ...) PMO_PRINTF(1, 2);

/* The same, said when the output is written; a command that ran again says it once. */
void cli_tell(struct cli *cli, const char *format, ...) PMO_PRINTF(2, 3);

/* Says what was told. */
void cli_print_told(struct cli *cli);

/* Prints the diagnostics that came since the last time, and forgets them. */
void cli_print_diags(struct cli *cli);

/* The usage of a command from its row, into cli->out. */
void cli_add_usage(struct cli *cli, const struct command *command, const char *name);

/* The format of -o and --format, else TABLE on a terminal and TSV elsewhere; PMO_USAGE. */
PMO_CHECKED enum pmo_result cli_format(const struct cli *cli, enum pmo_format *format);

/* Prints a table in that format. */
PMO_CHECKED enum pmo_result cli_print_table(struct cli *cli, const struct pmo_table *table);

/*
 * The record that a person means, `.` included; schema NULL: any register. `project` is
 * the charter of the project at hand. What is
 * wrong is told.
 */
PMO_CHECKED enum pmo_result cli_find(struct cli *cli, const struct pmo_schema *schema,
				     const char *word, const struct pmo_record **record);

/* Remembers a record as `.` of this terminal. Failing to is no fault. */
void cli_remember(const struct cli *cli, const struct pmo_record *record);

/* Begins an update with what --on, --by, --note and --dry-run said. */
PMO_CHECKED enum pmo_result cli_begin(struct cli *cli, struct pmo_update **update);

/* Attaches the file of --evidence, if there is one, to a draft. */
PMO_CHECKED enum pmo_result cli_attach(struct cli *cli, struct pmo_draft *draft);

/* A whole file; says what is wrong. Memory of the run. */
PMO_CHECKED enum pmo_result cli_read_file(struct cli *cli, const char *path, char **bytes,
					  size_t *length);

#endif

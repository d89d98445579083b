/*
 * Options, said as rows.
 *
 *     struct list_options { const char *sort; long limit; bool all; };
 *     static const struct option list_options[] = {
 *             { .name = "sort", CLI_TEXT(struct list_options, sort), .arg = "FIELD,...",
 *               .help = "order; -FIELD downwards" },
 *             { .name = "all", .key = 'a', CLI_FLAG(struct list_options, all),
 *               .help = "closed ones, too" },
 *             { 0 },
 *     };
 *
 * Each row has exactly one target, a member of the command's own struct, and its type is
 * checked by the compiler. Options stand anywhere among the operands, `--` ends them;
 * `--sort=x` and `--sort x`, `-ofile` and `-o file`; nothing is abbreviated. An option said
 * twice must say the same: which of two projects was meant is not for us to guess.
 */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum option_kind { OPTION_NONE, OPTION_FLAG, OPTION_TEXT, OPTION_COUNT, OPTION_DATE };

struct option {
	const char *name; /* without the dashes */
	char key;         /* one letter, or 0 */
	enum option_kind kind;
	size_t offset;   /* of the target in the struct */
	const char *arg; /* what the argument is, "DATE"; flags have none */
	const char *help;
	bool is_past; /* a day that was: `fri` is the last one, today on a Friday */
};

/* The offset of a member; wrong where the member is not of the type. */
#define CLI_MEMBER(type, member, wanted)                                                           \
	(offsetof(type, member) + 0 * sizeof((wanted *)0 == &((type *)0)->member))

#define CLI_STRING(type, member) CLI_MEMBER(type, member, const char *)

#define CLI_FLAG(type, member)  .kind = OPTION_FLAG, .offset = CLI_MEMBER(type, member, bool)
#define CLI_TEXT(type, member)  .kind = OPTION_TEXT, .offset = CLI_STRING(type, member)
#define CLI_COUNT(type, member) .kind = OPTION_COUNT, .offset = CLI_MEMBER(type, member, long)
#define CLI_DATE(type, member)  .kind = OPTION_DATE, .offset = CLI_MEMBER(type, member, int32_t)

struct cli;

/* A table of options and the struct that its rows fill. */
struct option_group {
	const struct option *options;
	void *target;
};

/* What an option was given. */
struct option_said {
	const struct option *option;
	const char *text;
};

struct option_line {
	const struct option_group *groups; /* ended by one without options */
	int argc;
	char **argv;       /* in: all words; out: the operands, NULL behind them */
	bool help, manual; /* -h, --help were there */
	struct option_said *said; /* room for argc of them; NULL: it may contradict itself */
	size_t said_count;
};

/*
 * Reads the line. What is wrong is said to the user; false then. `lenient`: options that
 * no group knows are passed over, so that the command can be found first.
 */
bool option_parse(struct cli *cli, struct option_line *line, bool lenient);

/* Whether `--` and these words have been seen, for completion: the row of a word, or NULL. */
const struct option *option_find(const struct option *options, const char *name, size_t length);

#endif

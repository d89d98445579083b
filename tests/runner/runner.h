/*
 * The transcript runner: documentation that is run.
 *
 * A transcript (a `.t` file, or the console blocks of a Markdown page) is read
 * into a script of steps; the steps are run by one shell in a fresh folder; each
 * step's output and exit status are compared with what the text says. The runner
 * stands alone: it must work when the library is broken. tests/cli/README.md says
 * what may stand in a transcript.
 *
 * A test program may end itself: out of memory, a file that cannot be read and a
 * transcript that makes no sense end the process with a message and status 2.
 */
#ifndef RUNNER_H
#define RUNNER_H

#include <stdbool.h>
#include <stddef.h>

/* Growing text, NUL at the end, and a growing list of lines. */
struct text {
	char *data;
	size_t length, capacity;
};

struct lines {
	char **items;
	size_t count, capacity;
};

_Noreturn void quit(const char *format, ...) __attribute__((format(printf, 1, 2)));
void *allocate(size_t size);
char *copy_text(const char *bytes, size_t length);

void text_add(struct text *text, const char *bytes, size_t length);
void text_add_format(struct text *text, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void text_read_file(struct text *text, const char *path);
void text_release(struct text *text);

/* Takes the line over. */
void lines_add(struct lines *lines, char *line);
void lines_split(struct lines *lines, const char *bytes, size_t length);
void lines_release(struct lines *lines);

/* One command and what it should print; line numbers count from 0 in the file's lines. */
struct step {
	size_t line;       /* of the `$` */
	char *command;     /* without prompts, lines joined by newlines */
	size_t first, end; /* the expected output, without blank lines at its end */
	size_t after;      /* what follows the output and its `[3]` */
	int status;
	const char *indent; /* what stands before each line of the block */
};

struct script {
	const char *path;
	struct lines lines;
	struct step *steps;
	size_t count, capacity;
	char *fixture;      /* folder below tests/fixtures to start with, or NULL */
	int width;          /* columns; 80 unless the transcript says otherwise */
	bool terminal;      /* output goes to a terminal */
	struct lines needs; /* programs without which the transcript is skipped */
};

/* Reads a transcript; Markdown only when the name ends in .md. */
void script_read(struct script *script, const char *path);
void script_release(struct script *script);

/* What a step did. */
struct outcome {
	struct lines output; /* without blank lines at the end; control characters made visible */
	bool ended;          /* false: the shell ended or hung before the step was done */
	int status;
};

struct place {
	char *tools;    /* folders to put first in PATH, separated by colons */
	char *fixtures; /* tests/fixtures */
	bool keep;      /* leave the folder behind and say where it is */
};

/* The folder a script runs in, and what goes with it. */
struct sandbox {
	char *root;   /* holds the three others */
	char *work;   /* where the commands run; their $HOME */
	char *tmp;    /* their $TMPDIR */
	char *script; /* what the shell reads */
};

void sandbox_make(struct sandbox *sandbox, const struct script *script, const struct place *place);

/* Replaces this process's environment by the one all transcripts run in. */
void sandbox_set_environment(const struct sandbox *sandbox, const struct script *script,
			     const struct place *place);

void sandbox_remove(struct sandbox *sandbox, bool keep_folder);

/* Whether this machine hands out terminals; a bare chroot does not. */
bool has_terminals(void);

/* Runs all steps in a fresh folder; outcomes has room for script->count. */
void script_run(const struct script *script, const struct place *place, struct outcome *outcomes);

/* How expected and actual lines belong together. */
enum pairing { PAIR_SAME, PAIR_SKIP, PAIR_MISSING, PAIR_EXTRA };

struct pair {
	enum pairing kind; /* SKIP: the expected `...` stands for this actual line or for none */
	size_t expected, actual;
};

struct alignment {
	struct pair *pairs;
	size_t count;
	bool equal;
};

/* The alignment with the fewest differences. Expected lines may be patterns. */
void align(struct alignment *alignment, char *const *expected, size_t expected_count,
	   const struct lines *actual);
void alignment_release(struct alignment *alignment);

/* Whether a line of output, written as it is, would be read as something else. */
bool line_needs_mark(const char *line);

#endif

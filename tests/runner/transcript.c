/*
 * transcript: runs the transcripts named on its command line, shows each
 * difference as a diff with file and line, and with --update writes what was
 * printed into the files. Exit 0: all as written; 1: not; 2: cannot run; 77: a
 * program that the transcript needs is missing.
 */
#include "runner.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char usage[] =
	"usage: transcript [--update] [--keep] [--tools DIR]... [--fixtures DIR] FILE...\n";

enum { SKIPPED = 77 };

struct options {
	struct place place;
	bool update;
};

/* The expected lines of a step without their indent, to be freed. */
static char **expected_lines(const struct script *script, const struct step *step)
{
	size_t count = step->end - step->first, skip = strlen(step->indent);
	char **lines = allocate(count * sizeof(*lines));
	for (size_t i = 0; i < count; i++) {
		char *line = script->lines.items[step->first + i];
		lines[i] = strlen(line) >= skip ? line + skip : "";
	}
	return lines;
}

static void print_difference(char *const *expected, const struct outcome *outcome,
			     const struct alignment *alignment)
{
	for (size_t i = 0; i < alignment->count; i++) {
		const struct pair *pair = &alignment->pairs[i];
		switch (pair->kind) {
		case PAIR_SAME:
			printf("  %s\n", outcome->output.items[pair->actual]);
			break;
		case PAIR_SKIP:
			if (pair->actual >= outcome->output.count)
				printf("  ...\n");
			break;
		case PAIR_MISSING:
			printf("- %s\n", expected[pair->expected]);
			break;
		case PAIR_EXTRA:
			printf("+ %s\n", outcome->output.items[pair->actual]);
			break;
		}
	}
}

/* True when the step did what the transcript says; else says how it differs. */
static bool judge_step(const struct script *script, size_t index, const struct outcome *outcome)
{
	const struct step *step = &script->steps[index];
	char **expected = expected_lines(script, step);
	struct alignment alignment;
	align(&alignment, expected, step->end - step->first, &outcome->output);
	bool good = alignment.equal && outcome->ended && outcome->status == step->status;
	if (!good) {
		printf("%s:%zu: $ %s\n", script->path, step->line + 1, step->command);
		print_difference(expected, outcome, &alignment);
		if (!outcome->ended)
			puts("! the shell ended, or was silent too long, here or before");
		else if (outcome->status != step->status)
			printf("- [%d]\n+ [%d]\n", step->status, outcome->status);
	}
	alignment_release(&alignment);
	free(expected);
	return good;
}

static void add_output_line(struct text *text, const struct step *step, const char *line)
{
	if (*line)
		text_add_format(text, "%s%s%s", step->indent, line,
				line_needs_mark(line) ? " (text)" : "");
	text_add(text, "\n", 1);
}

/* Writes what a step printed; expected lines that matched, patterns too, stay as they are. */
static void add_step_output(struct text *text, const struct script *script, const struct step *step,
			    const struct outcome *outcome)
{
	char **expected = expected_lines(script, step);
	struct alignment alignment;
	align(&alignment, expected, step->end - step->first, &outcome->output);
	for (size_t i = 0; i < alignment.count; i++) {
		const struct pair *pair = &alignment.pairs[i];
		bool last_of_skip =
			pair->kind == PAIR_SKIP && pair->actual >= outcome->output.count;
		if (pair->kind == PAIR_SAME || last_of_skip)
			text_add_format(text, "%s\n",
					script->lines.items[step->first + pair->expected]);
		else if (pair->kind == PAIR_EXTRA)
			add_output_line(text, step, outcome->output.items[pair->actual]);
	}
	if (outcome->status)
		text_add_format(text, "%s[%d]\n", step->indent, outcome->status);
	alignment_release(&alignment);
	free(expected);
}

static void add_lines(struct text *text, const struct script *script, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		text_add_format(text, "%s\n", script->lines.items[i]);
}

static void update_file(const struct script *script, const struct outcome *outcomes)
{
	struct text text = { 0 };
	size_t line = 0;
	for (size_t i = 0; i < script->count; i++) {
		const struct step *step = &script->steps[i];
		if (!outcomes[i].ended)
			quit("%s:%zu: the shell ended here; nothing is written", script->path,
			     step->line + 1);
		add_lines(&text, script, line, step->first);
		add_step_output(&text, script, step, &outcomes[i]);
		line = step->after;
	}
	add_lines(&text, script, line, script->lines.count);
	FILE *file = fopen(script->path, "wb");
	if (!file || fwrite(text.data, 1, text.length, file) != text.length || fclose(file) != 0)
		quit("%s: %s", script->path, strerror(errno));
	text_release(&text);
}

static bool is_program(const char *path, const char *name)
{
	struct text file = { 0 };
	bool found = false;
	while (path && *path && !found) {
		size_t length = strcspn(path, ":");
		file.length = 0;
		text_add_format(&file, "%.*s/%s", (int)length, path, name);
		found = access(file.data, X_OK) == 0;
		path += length + (path[length] == ':');
	}
	text_release(&file);
	return found;
}

static bool has_what_it_needs(const struct script *script, const char *tools)
{
	for (size_t i = 0; i < script->needs.count; i++) {
		const char *name = script->needs.items[i];
		if (!is_program(tools, name) && !is_program(getenv("PATH"), name)) {
			printf("%s: skipped, there is no %s\n", script->path, name);
			return false;
		}
	}
	if (script->terminal && !has_terminals()) {
		printf("%s: skipped, there is no terminal to be had\n", script->path);
		return false;
	}
	return true;
}

/* Gives the exit status for one transcript. */
static int run_script(const struct script *script, const struct options *options)
{
	if (!script->count) {
		printf("%s: nothing to run\n", script->path);
		return 0;
	}
	if (!has_what_it_needs(script, options->place.tools))
		return SKIPPED;
	struct outcome *outcomes = allocate(script->count * sizeof(*outcomes));
	size_t wrong = 0;
	script_run(script, &options->place, outcomes);
	if (options->update)
		update_file(script, outcomes);
	else
		for (size_t i = 0; i < script->count; i++)
			wrong += !judge_step(script, i, &outcomes[i]);
	printf("%s: %zu commands, %zu differ\n", script->path, script->count, wrong);
	for (size_t i = 0; i < script->count; i++)
		lines_release(&outcomes[i].output);
	free(outcomes);
	return wrong ? 1 : 0;
}

/* Folders are named from where the runner was started, but used elsewhere. */
static char *absolute_path(const char *path)
{
	char *absolute = realpath(path, NULL);
	return absolute ? absolute : copy_text(path, strlen(path));
}

static void add_tools(struct options *options, const char *folder)
{
	struct text all = { 0 };
	char *absolute = absolute_path(folder);
	text_add_format(&all, "%s%s%s", options->place.tools ? options->place.tools : "",
			options->place.tools ? ":" : "", absolute);
	free(absolute);
	free(options->place.tools);
	options->place.tools = all.data;
}

static void set_fixtures(struct options *options, const char *folder)
{
	free(options->place.fixtures);
	options->place.fixtures = absolute_path(folder);
}

/* Reads the options and gives the index of the first file. */
static int read_options(int argc, char **argv, struct options *options)
{
	int i;
	for (i = 1; i < argc && strncmp(argv[i], "--", 2) == 0; i++) {
		if (strcmp(argv[i], "--update") == 0)
			options->update = true;
		else if (strcmp(argv[i], "--keep") == 0)
			options->place.keep = true;
		else if (strcmp(argv[i], "--tools") == 0 && i + 1 < argc)
			add_tools(options, argv[++i]);
		else if (strcmp(argv[i], "--fixtures") == 0 && i + 1 < argc)
			set_fixtures(options, argv[++i]);
		else
			return argc;
	}
	return i;
}

int main(int argc, char **argv)
{
	struct options options = { 0 };
	int first = read_options(argc, argv, &options), result = 0;
	if (first >= argc) {
		fputs(usage, stderr);
		return 2;
	}
	if (!options.place.tools)
		add_tools(&options, ".");
	if (!options.place.fixtures)
		set_fixtures(&options, "tests/fixtures");
	for (int i = first; i < argc; i++) {
		struct script script;
		script_read(&script, argv[i]);
		int one = run_script(&script, &options);
		if (one == 1 || result == 0)
			result = one;
		script_release(&script);
	}
	free(options.place.tools);
	free(options.place.fixtures);
	return fflush(stdout) == 0 ? result : 2;
}

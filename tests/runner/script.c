/*
 * Reading a transcript: finding directives, blocks, commands and what they
 * should print. Everything outside blocks is prose and not looked at.
 */
#include "runner.h"

#include <stdlib.h>
#include <string.h>

static bool starts_with(const char *text, const char *start)
{
	return strncmp(text, start, strlen(start)) == 0;
}

static bool is_blank(const char *line)
{
	return line[strspn(line, " \t")] == '\0';
}

/* A word of a directive; true when there was one. */
static bool next_word(const char **text, char **word)
{
	const char *start = *text + strspn(*text, " ");
	size_t length = strcspn(start, " ");
	if (!length)
		return false;
	*word = copy_text(start, length);
	*text = start + length;
	return true;
}

static void read_width(struct script *script, const char *value)
{
	char *end;
	long width = strtol(value, &end, 10);
	if (width < 10 || width > 1000)
		quit("%s: 'width: %s' is not between 10 and 1000", script->path, value);
	script->width = (int)width;
	end += strspn(end, " ");
	script->terminal = strcmp(end, "terminal") == 0;
	if (*end && !script->terminal)
		quit("%s: 'width: %s': only 'terminal' may follow", script->path, value);
}

/* True when the text is a directive. */
static bool read_directive(struct script *script, const char *text)
{
	char *word;
	if (starts_with(text, "fixture: ")) {
		const char *name = text + strlen("fixture: ");
		if (script->fixture || !next_word(&name, &script->fixture))
			quit("%s: one fixture, please", script->path);
	} else if (starts_with(text, "width: ")) {
		read_width(script, text + strlen("width: "));
	} else if (starts_with(text, "needs: ")) {
		const char *names = text + strlen("needs: ");
		while (next_word(&names, &word))
			lines_add(&script->needs, word);
	} else {
		return false;
	}
	return true;
}

/* `<!-- text -->` gives text, to be freed; anything else NULL. */
static char *comment_text(const char *line)
{
	size_t length = strlen(line);
	if (!starts_with(line, "<!-- ") || length < 9 || strcmp(line + length - 4, " -->") != 0)
		return NULL;
	return copy_text(line + 5, length - 9);
}

static bool is_not_run(const char *line)
{
	char *text = comment_text(line);
	bool found = text && strcmp(text, "not run") == 0;
	free(text);
	return found;
}

/* Directives stand before the first prose; headings and blank lines may surround them. */
static void read_directives(struct script *script)
{
	for (size_t i = 0; i < script->lines.count; i++) {
		const char *line = script->lines.items[i];
		char *inside = comment_text(line);
		bool known = read_directive(script, inside ? inside : line);
		bool comment = inside != NULL;
		free(inside);
		if (!known && !comment && !is_blank(line) && line[0] != '#')
			return;
	}
}

static struct step *add_step(struct script *script, size_t line, const char *indent)
{
	if (script->count == script->capacity) {
		script->capacity = script->capacity ? script->capacity * 2 : 16;
		script->steps = realloc(script->steps, script->capacity * sizeof(*script->steps));
		if (!script->steps)
			quit("out of memory");
	}
	struct step *step = &script->steps[script->count++];
	memset(step, 0, sizeof(*step));
	step->line = line;
	step->indent = indent;
	return step;
}

/* `[3]`: an exit status alone on its line. */
static bool read_status(const char *line, int *status)
{
	size_t digits = strspn(line + (line[0] == '['), "0123456789");
	if (line[0] != '[' || !digits || digits > 3 || strcmp(line + 1 + digits, "]") != 0)
		return false;
	*status = (int)strtol(line + 1, NULL, 10);
	return true;
}

/* Where blank lines before end begin, but not before start. */
static size_t without_blanks(char *const *lines, size_t start, size_t end)
{
	while (end > start && is_blank(lines[end - 1]))
		end--;
	return end;
}

/* ` (text)` at its end makes a line output, whatever it begins with. */
static bool is_marked_text(const char *text)
{
	static const char mark[] = " (text)";
	size_t length = strlen(text), size = strlen(mark);
	return length >= size && strcmp(text + length - size, mark) == 0;
}

static bool is_command(const char *text)
{
	return starts_with(text, "$ ") && !is_marked_text(text);
}

/* `> ` at the start of a line goes on with the command. */
static bool is_continuation(const char *text)
{
	return text[0] == '>' && (text[1] == ' ' || text[1] == '\0') && !is_marked_text(text);
}

/* Reads the command at the step's line; gives the line after it. */
static size_t read_command(const struct script *script, struct step *step, size_t end)
{
	char **lines = script->lines.items;
	size_t skip = strlen(step->indent), i = step->line;
	struct text command = { 0 };
	text_add_format(&command, "%s", lines[i] + skip + 2);
	for (i++; i < end && !is_blank(lines[i]) && is_continuation(lines[i] + skip); i++)
		text_add_format(&command, "\n%s", lines[i] + skip + (lines[i][skip + 1] ? 2 : 1));
	step->command = command.data;
	return i;
}

/* Reads the steps of the lines [start, end), all of which begin with indent or are blank. */
static void read_block(struct script *script, size_t start, size_t end, const char *indent)
{
	char **lines = script->lines.items;
	size_t skip = strlen(indent);
	for (size_t i = start; i < end;) {
		if (is_blank(lines[i])) {
			i++;
			continue;
		}
		if (!is_command(lines[i] + skip))
			quit("%s:%zu: output without a command", script->path, i + 1);
		struct step *step = add_step(script, i, indent);
		i = step->first = read_command(script, step, end);
		while (i < end && (is_blank(lines[i]) || !is_command(lines[i] + skip)))
			i++;
		step->after = step->end = without_blanks(lines, step->first, i);
		if (step->end > step->first &&
		    read_status(lines[step->end - 1] + skip, &step->status))
			step->end = without_blanks(lines, step->first, step->end - 1);
	}
}

/* The line after an indented block; blank lines inside it belong to it. */
static size_t indented_end(const struct lines *lines, size_t start, const char *indent)
{
	size_t end = start;
	for (size_t i = start; i < lines->count; i++) {
		if (starts_with(lines->items[i], indent) && !is_blank(lines->items[i]))
			end = i + 1;
		else if (!is_blank(lines->items[i]))
			break;
	}
	return end;
}

static size_t fence_end(const struct script *script, size_t start)
{
	for (size_t i = start; i < script->lines.count; i++) {
		if (starts_with(script->lines.items[i], "```"))
			return i;
	}
	quit("%s:%zu: the block does not end", script->path, start);
}

static void read_blocks(struct script *script, bool markdown)
{
	static const char indent[] = "    ";
	struct lines *lines = &script->lines;
	bool run = true;
	for (size_t i = 0; i < lines->count; i++) {
		const char *line = lines->items[i];
		size_t end;
		if (starts_with(line, "```")) {
			end = fence_end(script, i + 1);
			if (run && strcmp(line, "```console") == 0)
				read_block(script, i + 1, end, "");
			i = end;
		} else if (!markdown && starts_with(line, "    $ ")) {
			end = indented_end(lines, i, indent);
			if (run)
				read_block(script, i, end, indent);
			i = end - 1;
		}
		/* `<!-- not run -->` speaks of the block that follows it directly. */
		if (!is_blank(line))
			run = !is_not_run(line);
	}
}

void script_read(struct script *script, const char *path)
{
	struct text bytes = { 0 };
	memset(script, 0, sizeof(*script));
	script->path = path;
	script->width = 80;
	text_read_file(&bytes, path);
	lines_split(&script->lines, bytes.data, bytes.length);
	text_release(&bytes);
	size_t length = strlen(path);
	bool markdown = length > 3 && strcmp(path + length - 3, ".md") == 0;
	read_directives(script);
	read_blocks(script, markdown);
	if (!script->count && !markdown)
		quit("%s: no command in it", path);
}

void script_release(struct script *script)
{
	for (size_t i = 0; i < script->count; i++)
		free(script->steps[i].command);
	free(script->steps);
	free(script->fixture);
	lines_release(&script->lines);
	lines_release(&script->needs);
}

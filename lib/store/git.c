/* Running git: its words, its environment, its objects. See git.h. */
#include "git.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 1 << 16, COMPLAINT = 1 << 16, MOST_WORDS = 64 };

/* Before the command; nothing of a repository's configuration may run or hide anything. */
static const char *const reading_words[] = {
	"--no-pager",
	"--no-replace-objects",
	"--literal-pathspecs",
	"-c",
	"core.fsmonitor=false",
	"-c",
	"core.hooksPath=/dev/null",
	"-c",
	"core.quotePath=false",
	"-c",
	"core.sshCommand=false",
	"-c",
	"core.askPass=false",
	"-c",
	"credential.helper=",
	"-c",
	"log.showSignature=false",
	"-c",
	"gc.auto=0",
	"-c",
	"maintenance.auto=false",
	"-c",
	"protocol.allow=never",
};

static const char *const committing_words[] = { "--no-pager", "--literal-pathspecs" };

static const char *const reading_variables[] = {
	"LC_ALL=C",
	"GIT_OPTIONAL_LOCKS=0",
	"GIT_TERMINAL_PROMPT=0",
	"GIT_NO_LAZY_FETCH=1",
	"GIT_ALLOW_PROTOCOL=",
	"GIT_NO_REPLACE_OBJECTS=1",
	"GIT_ASKPASS=false",
	"GIT_SSH_COMMAND=false",
	"GIT_EDITOR=:",
	"GIT_PAGER=cat",
};

/* No editor: the message is given. */
static const char *const committing_variables[] = { "GIT_EDITOR=:", "GIT_PAGER=cat" };

/* Which of git's own variables go on: those that say who and what, none that say where. */
static const char *const kept_when_reading[] = {
	"GIT_CONFIG_",
	"GIT_CEILING_DIRECTORIES=",
	"GIT_DISCOVERY_ACROSS_FILESYSTEM=",
	"GIT_EXEC_PATH=",
	NULL,
};

static const char *const kept_when_committing[] = {
	"GIT_CONFIG_",
	"GIT_CEILING_DIRECTORIES=",
	"GIT_DISCOVERY_ACROSS_FILESYSTEM=",
	"GIT_EXEC_PATH=",
	"GIT_AUTHOR_",
	"GIT_COMMITTER_",
	"GIT_SSH",
	"GIT_ASKPASS=",
	NULL,
};

static bool begins_with(const char *text, const char *start)
{
	return strncmp(text, start, strlen(start)) == 0;
}

static bool goes_on(const char *variable, bool commits)
{
	const char *const *kept = commits ? kept_when_committing : kept_when_reading;
	if (!commits && (begins_with(variable, "LC_") || begins_with(variable, "LANG")))
		return false;
	if (!begins_with(variable, "GIT_"))
		return true;
	for (; *kept; kept++)
		if (begins_with(variable, *kept))
			return true;
	return false;
}

static const char **make_environment(struct git *git, const char *const *given, bool commits)
{
	size_t count = 0, size = sizeof(reading_variables) / sizeof(*reading_variables) + 1;
	for (size_t i = 0; given && given[i]; i++)
		size++;
	const char **made = pmo_arena_array(git->arena, size, sizeof(*made));
	if (!made)
		return NULL;
	for (size_t i = 0; given && given[i]; i++)
		if (goes_on(given[i], commits))
			made[count++] = given[i];
	const char *const *ours = commits ? committing_variables : reading_variables;
	size_t own = commits ? sizeof(committing_variables) / sizeof(*ours)
			     : sizeof(reading_variables) / sizeof(*ours);
	for (size_t i = 0; i < own; i++)
		made[count++] = ours[i];
	return made;
}

enum pmo_result git_open(struct git *git, const struct pmo_env *env, const char *directory,
			 struct pmo_arena *arena)
{
	memset(git, 0, sizeof(*git));
	if (!env->git)
		return PMO_NOT_FOUND;
	git->program = env->git;
	git->directory = directory;
	git->arena = arena;
	git->words = "";
	git->reading = make_environment(git, env->variables, false);
	git->committing = make_environment(git, env->variables, true);
	return git->reading && git->committing ? PMO_OK : PMO_NO_MEMORY;
}

void git_close(struct git *git)
{
	int status;
	if (git->has_batch)
		(void)process_end(&git->batch, &status);
	git->has_batch = false;
}

enum pmo_result git_report_missing(struct pmo_diags *diags, const char *wanted_for)
{
	pmo_diag_add(diags, PMO_ERROR, "git-missing", NULL,
		     "%s needs git, and there is none in PATH", wanted_for);
	pmo_diag_hint(diags, "install git");
	return PMO_IO;
}

static enum pmo_result report_not_run(struct git *git, int error)
{
	pmo_diag_add(git->diags, PMO_ERROR, "git-failed", NULL, "%s cannot be run: %s",
		     git->program, strerror(error));
	return PMO_IO;
}

/* "git -C directory OPTIONS command ..."; NULL: too many words, or no memory. */
static const char **full_words(struct git *git, const char *const *words, bool commits)
{
	const char *const *own = commits ? committing_words : reading_words;
	size_t own_count = commits ? sizeof(committing_words) / sizeof(*own)
				   : sizeof(reading_words) / sizeof(*own);
	size_t count = 0, given = 0;
	while (words[given])
		given++;
	const char **full = pmo_arena_array(git->arena, own_count + given + 4, sizeof(*full));
	if (!full)
		return NULL;
	full[count++] = "git";
	full[count++] = "-C";
	full[count++] = git->directory;
	memcpy(full + count, own, own_count * sizeof(*full));
	count += own_count;
	memcpy(full + count, words, given * sizeof(*full));
	return full;
}

enum pmo_result git_run(struct git *git, struct git_run *run)
{
	struct pmo_buffer error;
	const char **words = full_words(git, run->words, run->commits);
	if (!words)
		return PMO_NO_MEMORY;
	pmo_buffer_init(&error, COMPLAINT);
	struct process_call call = { git->program, words,
				     run->commits ? git->committing : git->reading };
	struct process_exchange exchange = {
		.input = run->input,
		.input_length = run->input_length,
		.output = run->output,
		.error = &error,
	};
	enum pmo_result result = process_run(&call, &exchange);
	int cause = errno;
	if (result == PMO_NO_MEMORY && error.failed && !(run->output && run->output->failed))
		result = PMO_OK; /* it only talks too much */
	run->status = exchange.status;
	const char *said = pmo_arena_copy(git->arena, error.data, error.length);
	pmo_buffer_release(&error);
	git->words = said ? said : "";
	if (result == PMO_NOT_FOUND || result == PMO_IO)
		return report_not_run(git, result == PMO_NOT_FOUND ? ENOENT : cause);
	return said ? result : PMO_NO_MEMORY;
}

const char *git_complaint(const struct git *git)
{
	static const char *const starts[] = { "fatal: ", "error: " };
	const char *text = git->words;
	for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
		if (begins_with(text, starts[i]))
			text += strlen(starts[i]);
	const char *line = pmo_arena_copy(git->arena, text, strcspn(text, "\r\n"));
	return line && *line ? line : "it did not say why";
}

enum pmo_result git_begin(struct git *git)
{
	if (git->has_batch)
		return PMO_OK;
	static const char *const words[] = { "cat-file", "--batch", NULL };
	const char **full = full_words(git, words, false);
	if (!git->block)
		git->block = pmo_arena_alloc(git->arena, BLOCK);
	if (!full || !git->block)
		return PMO_NO_MEMORY;
	struct process_call call = { git->program, full, git->reading };
	if (process_start(&git->batch, &call) < 0)
		return errno == ENOMEM ? PMO_NO_MEMORY : report_not_run(git, errno);
	git->has_batch = true;
	git->block_start = git->block_end = 0;
	return PMO_OK;
}

static enum pmo_result report_gone(struct git *git)
{
	pmo_diag_add(git->diags, PMO_ERROR, "git-failed", NULL,
		     "git stopped in the middle of reading the repository");
	pmo_diag_hint(git->diags, "git -C %s fsck says whether it is damaged", git->directory);
	return PMO_IO;
}

/* Sends what was asked for. */
static enum pmo_result flush(struct git *git)
{
	size_t length = git->asked_length;
	git->asked_length = 0;
	return process_write(&git->batch, git->asked, length) < 0 ? report_gone(git) : PMO_OK;
}

enum pmo_result git_ask(struct git *git, const char *name)
{
	enum pmo_result result = git_begin(git);
	size_t length = strlen(name);
	if (result == PMO_OK && git->asked_length + length + 1 > sizeof(git->asked))
		result = flush(git);
	if (result != PMO_OK || length + 1 > sizeof(git->asked))
		return result == PMO_OK ? PMO_INVALID : result;
	memcpy(git->asked + git->asked_length, name, length);
	git->asked[git->asked_length + length] = '\n';
	git->asked_length += length + 1;
	return PMO_OK;
}

/* Makes sure that something is in the block; false: git has gone. */
static bool fill(struct git *git)
{
	if (git->block_start < git->block_end)
		return true;
	ssize_t got = process_read(&git->batch, git->block, BLOCK);
	git->block_start = 0;
	git->block_end = got > 0 ? (size_t)got : 0;
	return got > 0;
}

/* Bytes of the answer; to NULL they are passed over. */
static bool take_bytes(struct git *git, char *bytes, size_t length)
{
	while (length) {
		if (!fill(git))
			return false;
		size_t there = git->block_end - git->block_start;
		size_t part = there < length ? there : length;
		if (bytes) {
			memcpy(bytes, git->block + git->block_start, part);
			bytes += part;
		}
		git->block_start += part;
		length -= part;
	}
	return true;
}

/* The line before an object; longer than that it is some message about a name. */
static bool take_line(struct git *git, char *line, size_t size)
{
	size_t length = 0;
	for (;;) {
		if (!fill(git))
			return false;
		char c = git->block[git->block_start++];
		if (c == '\n')
			break;
		if (length + 1 < size)
			line[length++] = c;
	}
	line[length] = '\0';
	return true;
}

static size_t take_word(const char *from, char *word, size_t size)
{
	size_t length = strcspn(from, " ");
	size_t kept = length < size ? length : size - 1;
	memcpy(word, from, kept);
	word[kept] = '\0';
	return from[length] ? length + 1 : length;
}

/* "ID TYPE SIZE"; anything else says that there is no such object. */
static bool parse_header(const char *line, struct git_object *object)
{
	char *end;
	size_t at = take_word(line, object->id, sizeof(object->id));
	size_t digits = strlen(object->id);
	if ((digits != 40 && digits != 64) || strspn(object->id, "0123456789abcdef") != digits)
		return false;
	at += take_word(line + at, object->type, sizeof(object->type));
	if (line[at] < '0' || line[at] > '9')
		return false;
	errno = 0;
	unsigned long long length = strtoull(line + at, &end, 10);
	object->length = (size_t)length;
	return !*end && !errno && length < SIZE_MAX / 2;
}

enum pmo_result git_take(struct git *git, size_t limit, struct git_object *object)
{
	char line[160], *bytes = NULL;
	memset(object, 0, sizeof(*object));
	enum pmo_result result = git->asked_length ? flush(git) : PMO_OK;
	if (result != PMO_OK)
		return result;
	if (!take_line(git, line, sizeof(line)))
		return report_gone(git);
	if (!parse_header(line, object))
		return PMO_NOT_FOUND;
	if (object->length <= limit) {
		bytes = pmo_arena_alloc(git->arena, object->length + 1);
		if (!bytes)
			return PMO_NO_MEMORY;
	}
	object->bytes = bytes;
	if (!take_bytes(git, bytes, object->length) || !take_bytes(git, NULL, 1))
		return report_gone(git);
	return PMO_OK;
}

enum pmo_result git_object(struct git *git, const char *name, size_t limit,
			   struct git_object *object)
{
	enum pmo_result result = git_ask(git, name);
	return result == PMO_OK ? git_take(git, limit, object) : result;
}

/* The value of a header line as an id. */
static void copy_id(const char *value, char id[GIT_ID])
{
	size_t length = strcspn(value, "\n");
	if (length >= GIT_ID)
		length = 0;
	memcpy(id, value, length);
	id[length] = '\0';
}

/* "NAME <MAIL> 1793404799 -0500": digits behind the last '>'. */
static int64_t parse_time(const char *line)
{
	size_t length = strcspn(line, "\n");
	const char *close = NULL;
	for (size_t i = 0; i < length; i++)
		if (line[i] == '>')
			close = line + i;
	return close ? strtoll(close + 1, NULL, 10) : 0;
}

bool git_parse_commit(const struct git_object *object, struct git_commit *commit)
{
	memset(commit, 0, sizeof(*commit));
	if (!object->bytes || strcmp(object->type, "commit") != 0)
		return false;
	const char *line = object->bytes;
	while (*line && *line != '\n') {
		if (begins_with(line, "tree "))
			copy_id(line + 5, commit->tree);
		else if (begins_with(line, "parent ") && !*commit->parent)
			copy_id(line + 7, commit->parent);
		else if (begins_with(line, "committer "))
			commit->time = parse_time(line);
		line += strcspn(line, "\n");
		line += *line == '\n';
	}
	commit->message = line + (*line == '\n');
	return *commit->tree;
}

bool git_next_entry(const struct git_object *tree, size_t *at, struct git_entry *entry)
{
	static const char digits[] = "0123456789abcdef";
	size_t id_length = strlen(tree->id) / 2, left = tree->length - *at;
	const char *start = tree->bytes + *at;
	const char *name = left ? memchr(start, ' ', left) : NULL;
	const char *end = name ? memchr(name, '\0', left - (size_t)(name - start)) : NULL;
	if (!end || left - (size_t)(end - start) <= id_length)
		return false;
	entry->mode = (unsigned)strtoul(start, NULL, 8);
	entry->name = name + 1;
	for (size_t i = 0; i < id_length; i++) {
		unsigned char byte = (unsigned char)end[1 + i];
		entry->id[2 * i] = digits[byte >> 4];
		entry->id[2 * i + 1] = digits[byte & 15];
	}
	entry->id[2 * id_length] = '\0';
	*at += (size_t)(end - start) + 1 + id_length;
	return true;
}

/*
 * The journal's text and its life. Reading trusts nothing: the text must close with
 * its own hash, its paths must be ones that pmo may write, in order, each once.
 */
#include "journal.h"

#include "base/file.h"
#include "base/os.h"
#include "dotpmo.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PENDING "journal"
#define DONE    "journal.done"

enum { FORMAT = 1, LONGEST = 256 << 20, HASH = SHA256_TEXT - 1 };

/* One line, whatever the value holds. */
static void add_line(struct pmo_buffer *text, const char *key, const char *value)
{
	if (!value)
		return;
	pmo_buffer_add_format(text, "%s ", key);
	for (const char *c = value; *c; c++)
		pmo_buffer_add_char(text, (unsigned char)*c < 0x20 || *c == 0x7f ? ' ' : *c);
	pmo_buffer_add_char(text, '\n');
}

void journal_format(const struct journal *journal, const char *kind, struct pmo_buffer *text)
{
	size_t start = text->length;
	pmo_buffer_add_format(text, "pmo %s %d\nsequence %" PRIu64 "\n", kind, FORMAT,
			      journal->sequence);
	add_line(text, "command", journal->note.command);
	add_line(text, "date", journal->note.date);
	add_line(text, "by", journal->note.by);
	for (size_t i = 0; i < journal->folder_count; i++)
		add_line(text, "folder", journal->folders[i]);
	for (size_t i = 0; i < journal->count; i++) {
		const struct journal_change *change = &journal->changes[i];
		pmo_buffer_add_format(text, "change %s %s %s\n", change->old_hash, change->new_hash,
				      change->path);
	}
	char hash[SHA256_TEXT];
	sha256_bytes(text->data + start, text->length - start, hash);
	pmo_buffer_add_format(text, "end %s\n", hash);
}

struct parser {
	struct journal *journal;
	struct pmo_arena *arena;
	size_t change_capacity, folder_capacity;
};

static bool is_hash(const char *text, size_t length)
{
	if (length == 1 && text[0] == '-')
		return true;
	return length == HASH && strspn(text, "0123456789abcdef") >= HASH;
}

static enum pmo_result parse_change(struct parser *parser, const char *value)
{
	struct journal *journal = parser->journal;
	const char *new_hash = strchr(value, ' ');
	const char *path = new_hash ? strchr(new_hash + 1, ' ') : NULL;
	if (!path)
		return PMO_INVALID;
	size_t old_length = (size_t)(new_hash++ - value);
	size_t new_length = (size_t)(path++ - new_hash);
	if (!is_hash(value, old_length) || !is_hash(new_hash, new_length) ||
	    !tree_path_is_valid(path))
		return PMO_INVALID;
	if (journal->count && strcmp(journal->changes[journal->count - 1].path, path) >= 0)
		return PMO_INVALID;
	struct journal_change *changes =
		pmo_arena_grow(parser->arena, journal->changes, journal->count,
			       &parser->change_capacity, sizeof(*changes));
	if (!changes)
		return PMO_NO_MEMORY;
	journal->changes = changes;
	struct journal_change *change = &changes[journal->count++];
	change->path = path;
	memcpy(change->old_hash, value, old_length);
	memcpy(change->new_hash, new_hash, new_length);
	return PMO_OK;
}

static enum pmo_result parse_folder(struct parser *parser, const char *value)
{
	struct journal *journal = parser->journal;
	if (!tree_path_is_valid(value))
		return PMO_INVALID;
	const char **folders =
		pmo_arena_grow(parser->arena, journal->folders, journal->folder_count,
			       &parser->folder_capacity, sizeof(*folders));
	if (!folders)
		return PMO_NO_MEMORY;
	journal->folders = folders;
	folders[journal->folder_count++] = value;
	return PMO_OK;
}

static enum pmo_result parse_sequence(struct parser *parser, const char *value)
{
	char *end;
	errno = 0;
	parser->journal->sequence = strtoull(value, &end, 10);
	return value[0] >= '0' && value[0] <= '9' && *end == '\0' && errno == 0 ? PMO_OK
										: PMO_INVALID;
}

static enum pmo_result parse_line(struct parser *parser, char *line)
{
	struct journal_note *note = &parser->journal->note;
	char *value = strchr(line, ' ');
	if (!value)
		return PMO_INVALID;
	*value++ = '\0';
	if (strcmp(line, "change") == 0)
		return parse_change(parser, value);
	if (strcmp(line, "folder") == 0)
		return parse_folder(parser, value);
	if (strcmp(line, "sequence") == 0)
		return parse_sequence(parser, value);
	if (strcmp(line, "command") == 0)
		note->command = value;
	else if (strcmp(line, "date") == 0)
		note->date = value;
	else if (strcmp(line, "by") == 0)
		note->by = value;
	else
		return PMO_INVALID;
	return PMO_OK;
}

/* Checks the first line; body becomes what follows it. */
static enum pmo_result parse_heading(const char *kind, char *text, char **body)
{
	char expected[32];
	int length = snprintf(expected, sizeof(expected), "pmo %s ", kind);
	if (strncmp(text, expected, (size_t)length) != 0)
		return PMO_INVALID;
	char *end;
	long format = strtol(text + length, &end, 10);
	if (end == text + length || *end != '\n' || format < 1)
		return PMO_INVALID;
	*body = end + 1;
	return format > FORMAT ? PMO_UNSUPPORTED : PMO_OK;
}

/* Checks the last line, which holds the hash of all before it, and cuts it off. */
static enum pmo_result check_end(char *text, size_t length)
{
	const size_t last = sizeof("end \n") - 1 + HASH;
	if (length < last || memchr(text, '\0', length))
		return PMO_INVALID;
	char hash[SHA256_TEXT];
	char *end = text + length - last;
	sha256_bytes(text, (size_t)(end - text), hash);
	if (strncmp(end, "end ", 4) != 0 || strncmp(end + 4, hash, HASH) != 0 ||
	    end[last - 1] != '\n')
		return PMO_INVALID;
	*end = '\0';
	return PMO_OK;
}

enum pmo_result journal_parse(struct journal *journal, const char *kind, const char *text,
			      size_t length, struct pmo_arena *arena)
{
	struct parser parser = { journal, arena, 0, 0 };
	memset(journal, 0, sizeof(*journal));
	char *copy = pmo_arena_copy(arena, text, length);
	if (!copy)
		return PMO_NO_MEMORY;
	char *line;
	enum pmo_result result = parse_heading(kind, copy, &line);
	if (result == PMO_OK)
		result = check_end(copy, length);
	while (result == PMO_OK && *line) {
		char *end = strchr(line, '\n');
		if (!end)
			return PMO_INVALID;
		*end = '\0';
		result = parse_line(&parser, line);
		line = end + 1;
	}
	return result;
}

/* The journal's heading and its place on the disk, which no two in a row share. */
static enum pmo_result describe(struct tree *tree, int fd, char generation[TREE_GENERATION])
{
	char head[64];
	struct stat status;
	ssize_t got = file_read(fd, head, sizeof(head) - 1);
	if (got < 0 || file_stat_open(fd, &status) < 0)
		return tree_fail(tree, TREE_PRIVATE "/" PENDING, "read");
	head[got] = '\0';
	const char *sequence = strstr(head, "sequence ");
	struct timespec changed = os_modified(&status);
	snprintf(generation, TREE_GENERATION, "%llu %llu %lld.%ld",
		 sequence ? strtoull(sequence + 9, NULL, 10) : 0, (unsigned long long)status.st_ino,
		 (long long)changed.tv_sec, (long)changed.tv_nsec);
	return PMO_OK;
}

enum pmo_result journal_generation(struct tree *tree, char generation[TREE_GENERATION],
				   bool *is_pending)
{
	generation[0] = '\0';
	*is_pending = true;
	int fd = file_open_beneath(tree->root_fd, TREE_PRIVATE "/" PENDING, O_RDONLY | O_NONBLOCK);
	if (fd < 0 && errno == ENOENT) {
		*is_pending = false;
		fd = file_open_beneath(tree->root_fd, TREE_PRIVATE "/" DONE, O_RDONLY | O_NONBLOCK);
	}
	if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
		return PMO_OK;
	if (fd < 0)
		return tree_fail(tree, TREE_PRIVATE "/" PENDING, "open");
	enum pmo_result result = describe(tree, fd, generation);
	file_close(fd);
	return result;
}

enum pmo_result journal_load(struct tree *tree, const struct journal **pending)
{
	static const char path[] = TREE_PRIVATE "/" PENDING;
	struct tree_file file;
	*pending = NULL;
	enum pmo_result result = tree_read_plain(tree, path, LONGEST, &file);
	if (result != PMO_OK)
		return result == PMO_NOT_FOUND ? PMO_OK : result;
	struct journal *journal = pmo_arena_alloc(tree->arena, sizeof(*journal));
	if (!journal)
		return PMO_NO_MEMORY;
	result = journal_parse(journal, "journal", file.bytes, file.length, tree->arena);
	if (result == PMO_OK)
		*pending = journal;
	if (result == PMO_UNSUPPORTED) {
		pmo_diag_add(tree->diags, PMO_ERROR, "journal-newer", tree_place(tree, path),
			     "a newer pmo left an unfinished change here");
		pmo_diag_hint(tree->diags, "run that version once; it completes the change");
	} else if (result == PMO_INVALID) {
		pmo_diag_add(tree->diags, PMO_ERROR, "journal-damaged", tree_place(tree, path),
			     "an unfinished change cannot be read");
		pmo_diag_hint(tree->diags, "look at the files that it names, then move it away");
	}
	return result;
}

static uint64_t last_sequence(struct tree *tree)
{
	char generation[TREE_GENERATION];
	bool is_pending;
	if (journal_generation(tree, generation, &is_pending) != PMO_OK)
		return 0;
	return strtoull(generation, NULL, 10);
}

enum pmo_result journal_publish(struct tree *tree, struct journal *journal, bool *is_there)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, LONGEST);
	*is_there = false;
	journal->sequence = last_sequence(tree) + 1;
	journal_format(journal, "journal", &text);
	enum pmo_result result = text.failed ? PMO_NO_MEMORY : PMO_OK;
	if (result == PMO_OK)
		result = dotpmo_write(tree, tree->tmp_fd, "part.journal", text.data, text.length);
	pmo_buffer_release(&text);
	if (result != PMO_OK)
		return result;
	tree_step(tree, "publish the journal");
	if (file_rename(tree->tmp_fd, "part.journal", tree->private_fd, PENDING) < 0)
		return tree_fail(tree, TREE_PRIVATE "/" PENDING, "publish");
	tree_step(tree, "sync the journal's folder");
	if (file_sync_folder(tree->private_fd) == 0) {
		*is_there = true;
		return PMO_OK;
	}
	result = tree_fail(tree, TREE_PRIVATE "/" PENDING, "sync");
	*is_there = journal_withdraw(tree) < 0;
	return result;
}

int journal_retire(struct tree *tree)
{
	tree_step(tree, "retire the journal");
	if (file_rename(tree->private_fd, PENDING, tree->private_fd, DONE) < 0)
		return -1;
	tree_step(tree, "sync the retired journal's folder");
	return file_sync_folder(tree->private_fd);
}

int journal_withdraw(struct tree *tree)
{
	tree_step(tree, "withdraw the journal");
	if (file_rename(tree->private_fd, PENDING, tree->tmp_fd, "part.journal") < 0)
		return -1;
	/* If that cannot be made durable, a power cut leaves a journal of what is old still. */
	(void)file_sync_folder(tree->private_fd);
	return 0;
}

static int compare_path(const void *path, const void *change)
{
	return strcmp(path, ((const struct journal_change *)change)->path);
}

const struct journal_change *journal_find(const struct journal *journal, const char *path)
{
	return journal->count ? bsearch(path, journal->changes, journal->count,
					sizeof(*journal->changes), compare_path)
			      : NULL;
}

void journal_staged_name(const struct journal *journal, const struct journal_change *change,
			 char name[JOURNAL_STAGED_NAME])
{
	snprintf(name, JOURNAL_STAGED_NAME, "%zu.%s.%s", (size_t)(change - journal->changes),
		 change->old_hash, change->new_hash);
}

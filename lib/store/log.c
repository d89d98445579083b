/*
 * One pass of `git log --raw` says which files each commit changed, from which blob to
 * which; the blobs say what that meant for the records.
 */
#include "store/log.h"

#include "store/at.h"

#include <pmo/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	SCAN = 15,            /* commits looked at for each one of a shared file's record, */
	SCAN_BYTES = 3 << 20, /* and bytes of their text */
	LIMIT = 100000,
	SHORT_ID = 10,
};

/* No such file. */
static bool is_zero(const char *id)
{
	return id[strspn(id, "0")] == '\0';
}

enum pmo_result log_read_blob(struct log_reader *reader, const char *id, const char **bytes,
			      size_t *length)
{
	struct git_object object = { .bytes = NULL };
	*bytes = NULL;
	*length = 0;
	if (is_zero(id))
		return PMO_OK;
	for (size_t i = 0; i < LOG_BLOBS; i++) {
		if (strcmp(reader->blobs[i].id, id) != 0)
			continue;
		*bytes = reader->blobs[i].bytes;
		*length = reader->blobs[i].length;
		return PMO_OK;
	}
	struct log_blob *blob = &reader->blobs[reader->next_blob++ % LOG_BLOBS];
	pmo_arena_release(&blob->arena);
	blob->id[0] = '\0';
	enum pmo_result result =
		revision_object(reader->revision, id, YDOC_BYTES, &blob->arena, &object);
	if (result != PMO_OK)
		return result == PMO_NOT_FOUND ? PMO_OK : result;
	snprintf(blob->id, sizeof(blob->id), "%s", id);
	*bytes = blob->bytes = object.bytes;
	*length = blob->length = object.bytes ? object.length : 0;
	reader->bytes_read += *length;
	return PMO_OK;
}

/* A person's handle for an e-mail of theirs, or NULL. */
static const char *person_of(struct pmo_workspace *workspace, const char *email)
{
	struct pmo_records people;
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, "person");
	int field = schema ? pmo_schema_field(schema, "email") : -1;
	if (field < 0 || !*email ||
	    pmo_workspace_records(workspace, NULL, schema, &people) != PMO_OK)
		return NULL;
	for (size_t i = 0; i < people.count; i++) {
		const char *own = pmo_record_text(&people.items[i], field);
		if (own && pmo_ascii_equal(own, email))
			return people.items[i].id;
	}
	return NULL;
}

/* The answer of git, piece by piece; each ends with a NUL. */
struct answer {
	const char *at, *end;
};

static const char *next_piece(struct answer *answer)
{
	if (answer->at >= answer->end)
		return NULL;
	const char *piece = answer->at;
	answer->at += strlen(piece) + 1;
	return piece;
}

static const char *need_piece(struct answer *answer)
{
	const char *piece = next_piece(answer);
	return piece ? piece : "";
}

/*
 * Did pmo write this subject, "RSK-007 close: active>closed", "3 risks set"? What it says
 * is told anyway.
 */
static bool is_own_subject(const char *subject)
{
	size_t first = strcspn(subject, " "), digits = 0;
	while (digits < first && pmo_ascii_is_digit(subject[first - digits - 1]))
		digits++;
	bool is_id = digits >= 3 && digits < first && subject[first - digits - 1] == '-';
	const char *colon = strstr(subject, ": ");
	const char *more =
		digits == first ? strchr(subject + first + (subject[first] != 0), ' ') : NULL;
	return (is_id && (colon || strchr(subject + first, ' '))) ||
	       (digits && more && strncmp(more, " set", 4) == 0) || (digits && more && colon);
}

/* "\1ID" has been read; time, author, e-mail and subject follow. */
static enum pmo_result begin_commit(struct log_reader *reader, const char *id,
				    struct answer *answer)
{
	struct pmo_workspace *workspace = reader->workspace;
	struct pmo_arena *arena = &workspace->arena;
	long long seconds = strtoll(need_piece(answer), NULL, 10);
	const char *author = need_piece(answer), *email = need_piece(answer);
	const char *subject = need_piece(answer), *who = person_of(workspace, email);
	const struct pmo_log_entry commit = {
		.date = at_date_in_zone(workspace, workspace->config.timezone, seconds / 60),
		.who = pmo_arena_string(arena, who ? who : author),
		.commit = pmo_arena_copy(arena, id, strlen(id) < SHORT_ID ? strlen(id) : SHORT_ID),
		.subject = is_own_subject(subject) ? NULL : pmo_arena_string(arena, subject),
	};
	log_begin(reader, &commit);
	return reader->commit.who && reader->commit.commit ? PMO_OK : PMO_NO_MEMORY;
}

/* One file of a commit. */
struct line {
	const char *path;
	char old_id[GIT_ID], new_id[GIT_ID];
	bool is_told;
};

struct lines {
	struct line *items;
	size_t count, capacity;
};

/* ":100644 100644 OLD NEW M" */
static enum pmo_result add_line(struct log_reader *reader, struct lines *lines, const char *text,
				const char *path)
{
	struct line line = { .path = path };
	if (sscanf(text, ":%*6s %*6s %64s %64s", line.old_id, line.new_id) != 2 ||
	    !tree_path_is_valid(path))
		return PMO_OK;
	struct line *grown = pmo_arena_grow(&reader->workspace->arena, lines->items, lines->count,
					    &lines->capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	lines->items = grown;
	grown[lines->count++] = line;
	return PMO_OK;
}

/*
 * "risks.yaml" comes and "risks/RSK-003.yaml" goes, or the other way round: the records
 * stay what they are. The lines of such a change are told as one.
 */
static enum pmo_result tell_layout(struct log_reader *reader, struct lines *lines,
				   struct line *file)
{
	size_t length = strlen(file->path);
	bool comes = is_zero(file->old_id), found = false;
	if (length <= 5 || strcmp(file->path + length - 5, ".yaml") != 0 ||
	    comes == is_zero(file->new_id))
		return PMO_OK;
	for (size_t i = 0; i < lines->count; i++) {
		struct line *line = &lines->items[i];
		bool goes = comes ? is_zero(line->new_id) : is_zero(line->old_id);
		if (!goes || strncmp(line->path, file->path, length - 5) != 0 ||
		    line->path[length - 5] != '/')
			continue;
		line->is_told = found = true;
	}
	file->is_told |= found;
	return found ? log_tell_layout(reader, file->path, comes) : PMO_OK;
}

static enum pmo_result tell_line(struct log_reader *reader, const struct line *line)
{
	struct log_change change = { .path = line->path };
	enum pmo_result result =
		log_read_blob(reader, line->old_id, &change.old_bytes, &change.old_length);
	if (result == PMO_OK)
		result = log_read_blob(reader, line->new_id, &change.new_bytes, &change.new_length);
	return result == PMO_OK && (change.old_bytes || change.new_bytes)
		       ? log_tell_file(reader, &change)
		       : result;
}

static enum pmo_result tell_lines(struct log_reader *reader, struct lines *lines)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < lines->count && result == PMO_OK; i++)
		result = tell_layout(reader, lines, &lines->items[i]);
	for (size_t i = 0; i < lines->count && result == PMO_OK; i++)
		if (!lines->items[i].is_told)
			result = tell_line(reader, &lines->items[i]);
	lines->count = 0;
	return result == PMO_OK ? log_end(reader) : result;
}

const char *log_shared_path(struct log_reader *reader, size_t index, bool is_file)
{
	struct pmo_workspace *workspace = reader->workspace;
	const struct pmo_register *table = workspace->tables[index];
	if (table->scope != PMO_SCOPE_WORKSPACE)
		return NULL;
	return workspace_path(workspace, NULL, table->place ? table->place : table->plural,
			      is_file ? ".yaml" : "");
}

struct paths {
	const char **items;
	size_t count, capacity;
};

static enum pmo_result add_path(struct log_reader *reader, struct paths *paths, const char *path)
{
	const char **grown = pmo_arena_grow(&reader->workspace->arena, paths->items, paths->count,
					    &paths->capacity, sizeof(*grown));
	if (!path || !grown)
		return PMO_NO_MEMORY;
	paths->items = grown;
	grown[paths->count++] = path;
	return PMO_OK;
}

/* The record's file, however its register is laid out. */
static enum pmo_result add_record_paths(struct log_reader *reader, struct paths *paths)
{
	struct pmo_workspace *workspace = reader->workspace;
	const struct pmo_record *record = reader->record;
	const struct pmo_register *table = record->schema->table;
	const char *place = table->place ? table->place : table->plural;
	enum pmo_result result =
		add_path(reader, paths, workspace_path(workspace, record->project, place, ".yaml"));
	if (result != PMO_OK || table->layout == PMO_LAYOUT_SINGLE)
		return result;
	const char *name = pmo_arena_format(&workspace->arena, "%s/%s", place, record->id);
	return name ? add_path(reader, paths,
			       workspace_path(workspace, record->project, name, ".yaml"))
		    : PMO_NO_MEMORY;
}

/* The project's folder, and what it shares with others: people, vendors. */
static enum pmo_result add_project_paths(struct log_reader *reader, struct paths *paths)
{
	const char *own = reader->project ? reader->project->path : "";
	enum pmo_result result = add_path(reader, paths, *own ? own : ".");
	for (size_t i = 0; *own && result == PMO_OK && i < reader->workspace->table_count; i++) {
		if (reader->workspace->tables[i]->scope != PMO_SCOPE_WORKSPACE)
			continue;
		result = add_path(reader, paths, log_shared_path(reader, i, true));
		if (result == PMO_OK)
			result = add_path(reader, paths, log_shared_path(reader, i, false));
	}
	return result;
}

/* git's words, and the paths behind them. */
static enum pmo_result add_words(struct log_reader *reader, const char *count, struct paths *all)
{
	const char *const words[] = { "log",
				      count,
				      "-z",
				      "--raw",
				      "--root",
				      "--no-merges",
				      "--no-renames",
				      "--no-abbrev",
				      "--relative",
				      "--no-color",
				      "--no-show-signature",
				      "--no-ext-diff",
				      "--encoding=UTF-8",
				      "--format=%x01%H%x00%ct%x00%an%x00%ae%x00%s",
				      reader->revision->id,
				      "--" };
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words) && result == PMO_OK; i++)
		result = add_path(reader, all, words[i]);
	if (result == PMO_OK)
		result = reader->record ? add_record_paths(reader, all)
					: add_project_paths(reader, all);
	/* A NULL ends them. */
	return result == PMO_OK ? add_path(reader, all, "") : result;
}

static enum pmo_result ask_git(struct log_reader *reader, size_t limit, struct pmo_buffer *out)
{
	char count[32];
	struct paths words = { NULL, 0, 0 };
	/* A shared file has other records' commits between those of this one. */
	snprintf(count, sizeof(count), "-n%zu", (reader->record ? limit * SCAN : limit) + 1);
	enum pmo_result result = add_words(reader, count, &words);
	if (result != PMO_OK)
		return result;
	words.items[words.count - 1] = NULL;
	struct git_run run = { .words = words.items, .output = out };
	result = git_run(&reader->revision->git, &run);
	if (result == PMO_OK && run.status != 0) {
		pmo_diag_add(reader->workspace->diags, PMO_WARNING, "git-failed", NULL,
			     "the commits cannot be listed: %s",
			     git_complaint(&reader->revision->git));
		pmo_buffer_clear(out);
	}
	return result;
}

/* Of a record so many changes, of a project so many commits; and no endless search. */
static bool is_enough(const struct log_reader *reader, size_t limit, size_t commits, size_t before)
{
	if (!reader->record)
		return commits == limit;
	return reader->log->count - before >= limit || commits == limit * SCAN ||
	       reader->bytes_read > (uint64_t)limit * SCAN_BYTES;
}

static enum pmo_result tell_commits(struct log_reader *reader, size_t limit,
				    const struct pmo_buffer *text)
{
	struct answer answer = { text->data, text->data + text->length };
	struct lines lines = { NULL, 0, 0 };
	size_t commits = 0, before = reader->log->count;
	enum pmo_result result = PMO_OK;
	const char *piece;
	while (result == PMO_OK && (piece = next_piece(&answer))) {
		piece += *piece == '\n';
		if (*piece == ':' && commits) {
			result = add_line(reader, &lines, piece, need_piece(&answer));
			continue;
		}
		if (*piece != '\1')
			continue;
		result = tell_lines(reader, &lines);
		if (result == PMO_OK && is_enough(reader, limit, commits, before)) {
			reader->log->is_cut = true;
			return PMO_OK;
		}
		commits++;
		if (result == PMO_OK)
			result = begin_commit(reader, piece + 1, &answer);
	}
	return result == PMO_OK ? tell_lines(reader, &lines) : result;
}

/* HEAD where nothing else was asked for. PMO_NOT_FOUND: nothing is committed here. */
static enum pmo_result open_head(struct log_reader *reader)
{
	struct pmo_workspace *workspace = reader->workspace;
	struct pmo_diags unheard;
	struct revision *revision = pmo_arena_alloc(&workspace->arena, sizeof(*revision));
	if (!revision)
		return PMO_NO_MEMORY;
	reader->revision = revision;
	pmo_diags_init(&unheard, &workspace->arena);
	enum pmo_result result =
		git_open(&revision->git, &workspace->env, workspace->root, &workspace->arena);
	if (result != PMO_OK)
		return result;
	revision->git.diags = &unheard;
	revision->tree = &workspace->tree;
	result = revision_locate(revision, "log");
	if (result == PMO_OK)
		result = revision_find_name(revision, "HEAD");
	if (result == PMO_OK)
		result = revision_open_root(revision);
	revision->git.diags = workspace->diags;
	/* No repository, or none that git reads, is no fault here; a git that fails is one. */
	if (result == PMO_IO)
		pmo_diag_add(workspace->diags, PMO_ERROR, "git-failed", NULL,
			     "git cannot be asked what was committed: %s",
			     unheard.last ? unheard.last->message : "it does not run");
	return result == PMO_INVALID ? PMO_NOT_FOUND : result;
}

static enum pmo_result tell_all(struct log_reader *reader, size_t limit)
{
	struct pmo_buffer text;
	enum pmo_result result = PMO_OK;
	if (!reader->workspace->tree.at)
		result = log_tell_uncommitted(reader);
	if (result != PMO_OK)
		return result;
	pmo_buffer_init(&text, GIT_BYTES);
	result = ask_git(reader, limit, &text);
	if (result == PMO_OK)
		result = tell_commits(reader, limit, &text);
	pmo_buffer_release(&text);
	return result;
}

enum pmo_result pmo_log_read(struct pmo_workspace *workspace, const struct pmo_project *project,
			     const struct pmo_record *record, size_t limit, struct pmo_log *log)
{
	struct log_reader reader = {
		.workspace = workspace, .project = project, .record = record, .log = log
	};
	memset(log, 0, sizeof(*log));
	if (limit > LIMIT)
		limit = LIMIT;
	enum pmo_result result = PMO_OK;
	reader.revision = workspace->tree.at;
	if (!reader.revision)
		result = open_head(&reader);
	if (result == PMO_OK)
		result = tell_all(&reader, limit);
	for (size_t i = 0; i < LOG_BLOBS; i++)
		pmo_arena_release(&reader.blobs[i].arena);
	if (reader.revision && reader.revision != workspace->tree.at)
		revision_close(reader.revision);
	/* No git, no repository, no commit: nothing to tell. */
	return result == PMO_NOT_FOUND ? PMO_OK : result;
}

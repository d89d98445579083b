/*
 * A small command over the file layer, for tests/fault/run to kill and to starve.
 *
 *     commit_driver setup SCENARIO ROOT      makes a workspace in the old state
 *     commit_driver SCENARIO ROOT            does the change; exit status as pmo's
 *     commit_driver verify SCENARIO ROOT STATUS
 *         STATUS is what the change ended with, "killed", or "retried" when it was to
 *         succeed although a call was interrupted. Says what is wrong, if anything.
 *
 * Scenarios: replace, create, remove, several files, undo; a first command in a workspace
 * without .pmo; a file system that cannot exchange names; more files than are synced one by
 * one.
 */
#include "store/commit.h"
#include "store/lock.h"
#include "store/undo.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct file_state {
	const char *path, *old_text, *new_text; /* NULL: not there */
};

static const struct scenario {
	const char *name;
	bool is_first, has_no_exchange;
	struct file_state files[20];
} scenarios[] = {
	{ "replace", false, false, { { "a.yaml", "a: 1\n", "a: 2\n" } } },
	{ "create", false, false, { { "made/c.yaml", NULL, "c: 1\n" } } },
	{ "remove", false, false, { { "a.yaml", "a: 1\n", NULL } } },
	{ "several",
	  false,
	  false,
	  {
		  { "a.yaml", "a: 1\n", "a: 2\n" },
		  { "b.yaml", "b: 1\n", "b: 2\n" },
		  { "d.yaml", "d: 1\n", NULL },
		  { "made/c.yaml", NULL, "c: 1\n" },
	  } },
	{ "undo",
	  false,
	  false,
	  {
		  { "a.yaml", "a: 2\n", "a: 1\n" },
		  { "d.yaml", NULL, "d: 1\n" },
		  { "made/c.yaml", "c: 1\n", NULL },
	  } },
	{ "first", true, false, { { "a.yaml", "a: 1\n", "a: 2\n" } } },
	{ "plain",
	  false,
	  true,
	  {
		  { "a.yaml", "a: 1\n", "a: 2\n" },
		  { "d.yaml", "d: 1\n", NULL },
		  { "made/c.yaml", NULL, "c: 1\n" },
	  } },
	{ "many",
	  false,
	  false,
	  {
		  { "m/01", NULL, "1" },
		  { "m/02", "0", "1" },
		  { "m/03", "0", NULL },
		  { "m/04", NULL, "1" },
		  { "m/05", "0", "1" },
		  { "m/06", "0", NULL },
		  { "m/07", NULL, "1" },
		  { "m/08", "0", "1" },
		  { "m/09", "0", NULL },
		  { "m/10", NULL, "1" },
		  { "m/11", "0", "1" },
		  { "m/12", "0", NULL },
		  { "m/13", NULL, "1" },
		  { "m/14", "0", "1" },
		  { "m/15", "0", NULL },
		  { "m/16", NULL, "1" },
		  { "m/17", "0", "1" },
		  { "m/18", "0", NULL },
	  } },
};

struct session {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct tree tree;
	struct lock lock;
};

static const struct journal_note note = { "driver", "2026-11-20", "PC" };

static enum pmo_result open_session(struct session *session, const char *root, bool is_writer)
{
	memset(session, 0, sizeof(*session));
	session->lock.fd = -1;
	session->tree.root_fd = session->tree.private_fd = session->tree.tmp_fd = -1;
	pmo_diags_init(&session->diags, &session->arena);
	enum pmo_result result = tree_open(&session->tree, root, &session->arena, &session->diags);
	if (result == PMO_OK && is_writer)
		result = lock_take(&session->tree, LOCK_WAIT, "pid 1 on test: driver",
				   &session->lock);
	if (result == PMO_OK && is_writer)
		result = commit_recover(&session->tree);
	return result;
}

static void close_session(struct session *session)
{
	lock_release(&session->lock);
	tree_release(&session->tree);
	pmo_arena_release(&session->arena);
}

static void print_diags(const struct session *session)
{
	for (const struct pmo_diag *diag = session->diags.first; diag; diag = diag->next)
		fprintf(stderr, "%s: %s [%s]\n", diag->source ? diag->source->path : "-",
			diag->message, diag->code);
}

/* Brings the files to their old or new state. */
static enum pmo_result change(struct tree *tree, const struct scenario *scenario, bool to_new)
{
	struct commit commit;
	enum pmo_result result = PMO_OK;
	commit_init(&commit, tree, &note);
	for (const struct file_state *file = scenario->files; file->path && result == PMO_OK;
	     file++) {
		struct tree_file old;
		const char *text = to_new ? file->new_text : file->old_text;
		enum pmo_result found = tree_read(tree, file->path, 1 << 20, &old);
		if (found != PMO_OK && found != PMO_NOT_FOUND)
			return found;
		if (text)
			result = commit_write(&commit, file->path, found == PMO_OK ? &old : NULL,
					      text, strlen(text));
		else if (found == PMO_OK)
			result = commit_remove(&commit, &old);
	}
	return result == PMO_OK ? commit_apply(&commit) : result;
}

static enum pmo_result run(const struct scenario *scenario, const char *root)
{
	struct session session;
	struct undo_entry undone;
	enum pmo_result result = open_session(&session, root, true);
	session.tree.has_no_exchange = scenario->has_no_exchange;
	if (result == PMO_OK && strcmp(scenario->name, "undo") == 0)
		result = undo_apply(&session.tree, &undone);
	else if (result == PMO_OK)
		result = change(&session.tree, scenario, true);
	if (result != PMO_OK)
		print_diags(&session);
	close_session(&session);
	return result;
}

/* The one file of a workspace that pmo has never written to. */
static enum pmo_result put_first(const struct scenario *scenario, const char *root)
{
	int folder = open(root, O_RDONLY | O_DIRECTORY);
	int fd = openat(folder, scenario->files[0].path, O_WRONLY | O_CREAT, 0644);
	const char *text = scenario->files[0].old_text;
	bool is_done = write(fd, text, strlen(text)) == (ssize_t)strlen(text);
	close(fd);
	close(folder);
	return is_done ? PMO_OK : PMO_IO;
}

/* Every other scenario starts with a workspace that a command has used before. */
static enum pmo_result set_up(const struct scenario *scenario, const char *root)
{
	struct session session;
	if (mkdir(root, 0755) < 0)
		return PMO_IO;
	if (scenario->is_first)
		return put_first(scenario, root);
	enum pmo_result result = open_session(&session, root, true);
	if (result == PMO_OK && strcmp(scenario->name, "undo") == 0)
		result = change(&session.tree, scenario, true);
	if (result == PMO_OK)
		result = change(&session.tree, scenario, false);
	close_session(&session);
	return result;
}

enum state { OLD, NEW, BROKEN };

static enum state look(struct tree *tree, const struct scenario *scenario)
{
	bool is_old = true, is_new = true;
	for (const struct file_state *file = scenario->files; file->path; file++) {
		struct tree_file now;
		enum pmo_result result = tree_read(tree, file->path, 1 << 20, &now);
		const char *text = result == PMO_OK ? now.bytes : NULL;
		if (result != PMO_OK && result != PMO_NOT_FOUND)
			return BROKEN;
		is_old = is_old && (text && file->old_text ? strcmp(text, file->old_text) == 0
							   : !text && !file->old_text);
		is_new = is_new && (text && file->new_text ? strcmp(text, file->new_text) == 0
							   : !text && !file->new_text);
	}
	return is_old ? OLD : is_new ? NEW : BROKEN;
}

static bool is_empty_folder(const struct tree *tree, const char *name)
{
	int fd = openat(tree->private_fd, name, O_RDONLY | O_DIRECTORY);
	DIR *directory = fd < 0 ? NULL : fdopendir(fd);
	size_t count = 0;
	if (!directory)
		return true;
	while (readdir(directory))
		count++;
	closedir(directory);
	return count == 2;
}

static const char *judge(const struct scenario *scenario, const char *root, const char *status)
{
	struct session reader, writer;
	if (open_session(&reader, root, false) != PMO_OK || tree_begin_read(&reader.tree) != PMO_OK)
		return "a reader cannot begin";
	enum state seen = look(&reader.tree, scenario);
	if (tree_end_read(&reader.tree) != PMO_OK)
		return "a reader cannot end";
	bool is_killed = strcmp(status, "killed") == 0, is_done = strcmp(status, "0") == 0;
	if (seen == BROKEN)
		return "a reader sees neither old nor new";
	if (is_done && seen != NEW)
		return "exit status 0, but the reader sees the old state";
	if (!is_killed && !is_done && seen != OLD)
		return "exit status not 0, but the reader sees the new state";
	if (strcmp(status, "retried") == 0)
		return "an interrupted call was not tried again";
	if (open_session(&writer, root, true) != PMO_OK)
		return "the next command is stuck";
	if (writer.diags.first)
		return "the next command complains";
	if (look(&writer.tree, scenario) != seen)
		return "the next command changed what the reader saw";
	if (!is_empty_folder(&writer.tree, "tmp") || !is_empty_folder(&writer.tree, "kept"))
		return "the next command left junk";
	if (faccessat(writer.tree.private_fd, "journal", F_OK, 0) == 0)
		return "the next command left the journal";
	bool has_folder = faccessat(writer.tree.root_fd, "made", F_OK, 0) == 0;
	if (has_folder != tree_exists(&writer.tree, "made/c.yaml"))
		return "an empty folder is left";
	close_session(&writer);
	close_session(&reader);
	if (seen == OLD && run(scenario, root) != PMO_OK)
		return "trying again failed";
	if (open_session(&reader, root, false) != PMO_OK || look(&reader.tree, scenario) != NEW)
		return "trying again did not bring the new state";
	close_session(&reader);
	return NULL;
}

static const struct scenario *find_scenario(const char *name)
{
	for (size_t i = 0; i < sizeof(scenarios) / sizeof(scenarios[0]); i++)
		if (strcmp(scenarios[i].name, name) == 0)
			return &scenarios[i];
	fprintf(stderr, "no scenario %s\n", name);
	exit(2);
}

int main(int argc, char **argv)
{
	if (argc == 3)
		return pmo_result_exit_status(run(find_scenario(argv[1]), argv[2]));
	if (argc == 4 && strcmp(argv[1], "setup") == 0)
		return pmo_result_exit_status(set_up(find_scenario(argv[2]), argv[3]));
	if (argc != 5 || strcmp(argv[1], "verify") != 0)
		return 2;
	const char *fault = judge(find_scenario(argv[2]), argv[3], argv[4]);
	if (fault)
		printf("%s\n", fault);
	return fault ? 1 : 0;
}

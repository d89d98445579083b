/* Committing to git what was written. See autocommit.h. */
#include "store/autocommit.h"

#include "base/file.h"
#include "base/os.h"
#include "store/git.h"
#include "store/tell.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	SUBJECT = 100, /* bytes */
	BODY_LINES = 50,
	MESSAGE = 1 << 16,
	AT_ONCE = 200, /* paths on one command line */
	ATTEMPTS = 6,
	FIRST_PAUSE = 40, /* milliseconds; doubled each time */
};

/* Paths of the tree, and which of them git can commit. */
struct offer {
	struct pmo_workspace *workspace;
	struct git git;
	struct pmo_buffer known, fresh; /* ended by a NUL each; tracked, new */
};

static const char *name_of(const struct pmo_update *update, const struct pmo_record *record)
{
	if (!record->project || update->workspace->project_count < 2)
		return record->id;
	return pmo_arena_format(&update->workspace->arena, "%s/%s", record->project->handle,
				record->id);
}

static bool has_changed(const struct pmo_draft *draft)
{
	return !draft->old || draft->editor.changed;
}

/* The drafts that change something, told one by one. */
struct told {
	const struct pmo_draft *draft;
	struct tell tell;
};

static size_t tell_all(const struct pmo_update *update, struct told **out)
{
	struct pmo_workspace *workspace = update->workspace;
	size_t count = 0;
	for (const struct pmo_draft *i = update->first; i; i = i->next)
		count += has_changed(i);
	struct told *told = pmo_arena_array(&workspace->arena, count + 1, sizeof(*told));
	count = 0;
	for (const struct pmo_draft *i = update->first; told && i; i = i->next) {
		if (!has_changed(i))
			continue;
		told[count].draft = i;
		if (tell_change(i->old, &i->now, workspace->env.command, &workspace->arena,
				&told[count].tell) == PMO_OK)
			count++;
	}
	*out = told;
	return count;
}

static void add_told(const struct pmo_update *update, const struct told *told,
		     struct pmo_buffer *out)
{
	const char *name = name_of(update, &told->draft->now);
	pmo_buffer_add_format(out, "%s %s%s%s", name ? name : told->draft->now.id, told->tell.verb,
			      *told->tell.what ? ": " : "", told->tell.what);
}

static bool is_same_everywhere(const struct told *told, size_t count, bool with_what)
{
	for (size_t i = 1; i < count; i++)
		if (told[i].draft->now.schema != told[0].draft->now.schema ||
		    strcmp(told[i].tell.verb, told[0].tell.verb) != 0 ||
		    (with_what && strcmp(told[i].tell.what, told[0].tell.what) != 0))
			return false;
	return true;
}

static void add_subject(const struct pmo_update *update, const struct told *told, size_t count,
			struct pmo_buffer *out)
{
	if (count == 1 || !is_same_everywhere(told, count, false)) {
		add_told(update, &told[0], out);
		if (count > 1)
			pmo_buffer_add_format(out, " (and %zu more)", count - 1);
		return;
	}
	bool is_one_change = is_same_everywhere(told, count, true) && *told[0].tell.what;
	pmo_buffer_add_format(out, "%zu %s %s%s%s", count, told[0].draft->now.schema->table->plural,
			      told[0].tell.verb, is_one_change ? ": " : "",
			      is_one_change ? told[0].tell.what : "");
}

static void add_body(const struct pmo_update *update, const struct told *told, size_t count,
		     struct pmo_buffer *out)
{
	const char *note = update->options.note;
	if (note)
		pmo_buffer_add_format(out, "\n\n%s", note);
	for (size_t i = 0; count > 1 && i < count && i < BODY_LINES; i++) {
		struct pmo_buffer line;
		pmo_buffer_init(&line, MESSAGE);
		add_told(update, &told[i], &line);
		pmo_buffer_add_text(out, i ? "\n" : "\n\n");
		tell_add_line(out, line.data, SUBJECT);
		pmo_buffer_release(&line);
	}
	if (count > BODY_LINES)
		pmo_buffer_add_format(out, "\n... and %zu more", count - BODY_LINES);
}

const char *autocommit_message(const struct pmo_update *update)
{
	struct told *told;
	struct pmo_buffer subject, message;
	size_t count = tell_all(update, &told);
	if (!count)
		return NULL;
	pmo_buffer_init(&subject, MESSAGE);
	pmo_buffer_init(&message, MESSAGE);
	add_subject(update, told, count, &subject);
	tell_add_line(&message, subject.data, SUBJECT);
	add_body(update, told, count, &message);
	char *copy = pmo_arena_copy(&update->workspace->arena, message.data, message.length);
	pmo_buffer_release(&subject);
	pmo_buffer_release(&message);
	return copy;
}

static void warn(const struct offer *offer, const char *why, const char *hint)
{
	struct pmo_diags *diags = offer->workspace->diags;
	pmo_diag_add(diags, PMO_WARNING, "git-commit", NULL, "saved, but not committed to git: %s",
		     why);
	pmo_diag_hint(diags, "%s", hint);
}

static const char *variable(const struct pmo_env *env, const char *name)
{
	size_t length = strlen(name);
	for (size_t i = 0; env->variables && env->variables[i]; i++)
		if (strncmp(env->variables[i], name, length) == 0 &&
		    env->variables[i][length] == '=')
			return env->variables[i] + length + 1;
	return NULL;
}

/* Hooks and settings of a repository count only in what is the user's own. */
static bool is_own(const struct pmo_workspace *workspace)
{
	struct stat status;
	if (file_stat_open(workspace->tree.root_fd, &status) < 0)
		return false;
	if (status.st_uid == geteuid())
		return true;
	const char *sudo = variable(&workspace->env, "SUDO_UID");
	return geteuid() == 0 && sudo && *sudo && strtoul(sudo, NULL, 10) == status.st_uid;
}

/* Something unfinished in the repository, which a commit of ours would end up in. */
static const char *unfinished(struct offer *offer, const char *paths)
{
	static const char *const what[] = { "a merge",       "a rebase", "a rebase",
					    "a cherry-pick", "a revert", "a bisection" };
	for (size_t i = 0; i < sizeof(what) / sizeof(*what) && *paths; i++) {
		struct stat status;
		size_t length = strcspn(paths, "\n");
		char *path = pmo_arena_copy(&offer->workspace->arena, paths, length);
		if (path && file_stat(offer->workspace->tree.root_fd, path, &status) == 0)
			return what[i];
		paths += length + (paths[length] == '\n');
	}
	return NULL;
}

/* False: nothing shall be committed, and that was told. */
static bool is_ready(struct offer *offer)
{
	static const char *const words[] = {
		"rev-parse",        "--git-path", "MERGE_HEAD",   "--git-path",
		"rebase-merge",     "--git-path", "rebase-apply", "--git-path",
		"CHERRY_PICK_HEAD", "--git-path", "REVERT_HEAD",  "--git-path",
		"BISECT_LOG",       NULL
	};
	struct pmo_buffer paths;
	pmo_buffer_init(&paths, MESSAGE);
	struct git_run run = { .words = words, .output = &paths };
	enum pmo_result result = git_run(&offer->git, &run);
	const char *busy = result == PMO_OK && !run.status ? unfinished(offer, paths.data) : NULL;
	pmo_buffer_release(&paths);
	if (result == PMO_OK && run.status != 0)
		warn(offer, git_complaint(&offer->git),
		     "`commit: off` in pmo.yaml leaves committing to you");
	if (busy)
		warn(offer, pmo_arena_format(&offer->workspace->arena, "%s is going on", busy),
		     "finish it; git add and git commit take what was written");
	return result == PMO_OK && run.status == 0 && !busy;
}

/* "H path" is tracked, "? path" is new and not ignored; what is ignored does not appear. */
static void sort_out(struct offer *offer, const struct pmo_buffer *listing)
{
	const char *at = listing->data, *end = at + listing->length;
	while (at < end) {
		size_t length = strlen(at);
		bool is_new = *at == '?';
		if (length > 2 && (is_new || *at == 'H'))
			pmo_buffer_add(is_new ? &offer->fresh : &offer->known, at + 2, length - 1);
		at += length + 1;
	}
}

static enum pmo_result look_at_paths(struct offer *offer)
{
	const struct tree *tree = &offer->workspace->tree;
	const char *words[AT_ONCE + 8] = { "ls-files",           "-z", "-t", "-c", "-o",
					   "--exclude-standard", "--" };
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < tree->written_count && result == PMO_OK; i += AT_ONCE) {
		struct pmo_buffer listing;
		size_t count =
			tree->written_count - i < AT_ONCE ? tree->written_count - i : AT_ONCE;
		memcpy(words + 7, tree->written + i, count * sizeof(*words));
		words[7 + count] = NULL;
		pmo_buffer_init(&listing, GIT_BYTES);
		struct git_run run = { .words = words, .output = &listing };
		result = git_run(&offer->git, &run);
		if (result == PMO_OK)
			sort_out(offer, &listing);
		pmo_buffer_release(&listing);
	}
	if (offer->known.failed || offer->fresh.failed)
		result = PMO_NO_MEMORY;
	return result;
}

/* How git ended on these paths. */
static enum pmo_result run_with_paths(struct offer *offer, const char *const *words,
				      const struct pmo_buffer *paths, int *status)
{
	struct pmo_buffer said;
	pmo_buffer_init(&said, GIT_BYTES);
	struct git_run run = { .words = words,
			       .input = paths->data,
			       .input_length = paths->length,
			       .commits = true,
			       .output = &said };
	enum pmo_result result = git_run(&offer->git, &run);
	/* "nothing to commit" is no complaint: another command has committed it with its own. */
	bool is_nothing = run.status == 1 && said.length && !*offer->git.words;
	*status = is_nothing ? 0 : run.status;
	pmo_buffer_release(&said);
	return result;
}

/* One attempt: new files are made known, then all are committed, and only they. */
static enum pmo_result attempt(struct offer *offer, const char *message,
			       const struct pmo_buffer *all, int *status)
{
	static const char *const paths = "--pathspec-from-file=-", *const ended =
									   "--pathspec-file-nul";
	const char *const add[] = { "add", paths, ended, NULL };
	const char *const commit[] = { "commit", "--quiet", "--only", "-m",
				       message,  paths,     ended,    NULL };
	enum pmo_result result = PMO_OK;
	*status = 0;
	if (offer->fresh.length)
		result = run_with_paths(offer, add, &offer->fresh, status);
	if (result == PMO_OK && !*status)
		result = run_with_paths(offer, commit, all, status);
	return result;
}

static void commit_all(struct offer *offer, const char *message)
{
	struct pmo_buffer all;
	int status = 0;
	unsigned pause = FIRST_PAUSE;
	enum pmo_result result = PMO_OK;
	pmo_buffer_init(&all, GIT_BYTES);
	pmo_buffer_add(&all, offer->known.data, offer->known.length);
	pmo_buffer_add(&all, offer->fresh.data, offer->fresh.length);
	for (int i = 0; i < ATTEMPTS; i++) {
		result = attempt(offer, message, &all, &status);
		/* Another git is at work: it is done in a moment. */
		if (result != PMO_OK || !status || !strstr(offer->git.words, ".lock"))
			break;
		os_sleep(pause);
		pause *= 2;
	}
	pmo_buffer_release(&all);
	if (result == PMO_OK && status)
		warn(offer, git_complaint(&offer->git),
		     "mend it, then git add and git commit; or `commit: off` in pmo.yaml");
}

/* "undo: RSK-007 close: active>closed": what the last commit of these files said. */
static const char *message_of_undo(struct offer *offer, const char *command)
{
	struct pmo_arena *arena = &offer->workspace->arena;
	const char *const words[] = { "log",
				      "-1",
				      "--format=%s",
				      "--no-show-signature",
				      "--encoding=UTF-8",
				      "--",
				      offer->workspace->tree.written[0],
				      NULL };
	struct pmo_buffer subject, message;
	pmo_buffer_init(&subject, MESSAGE);
	pmo_buffer_init(&message, MESSAGE);
	struct git_run run = { .words = words, .output = &subject };
	bool is_known = git_run(&offer->git, &run) == PMO_OK && !run.status && subject.length > 1;
	pmo_buffer_truncate(&subject, strcspn(subject.data, "\n"));
	pmo_buffer_add_text(&message, "undo: ");
	tell_add_line(&message, is_known ? subject.data : command, SUBJECT);
	const char *copy = pmo_arena_copy(arena, message.data, message.length);
	pmo_buffer_release(&subject);
	pmo_buffer_release(&message);
	return copy ? copy : command;
}

static const char *message_of(struct offer *offer, const struct pmo_update *update)
{
	const char *command = offer->workspace->env.command;
	if (update->takes_back)
		return message_of_undo(offer, update->message ? update->message : "pmo");
	if (update->message)
		return update->message;
	return command && *command ? command : "pmo";
}

static void offer_to_git(const struct pmo_update *update)
{
	struct pmo_workspace *workspace = update->workspace;
	struct offer offer = { .workspace = workspace };
	struct pmo_diags unheard;
	enum pmo_result result =
		git_open(&offer.git, &workspace->env, workspace->root, &workspace->arena);
	/* What git cannot do is a warning here: the change is saved. */
	pmo_diags_init(&unheard, &workspace->arena);
	offer.git.diags = &unheard;
	if (result == PMO_NOT_FOUND) {
		warn(&offer, "there is no git in PATH",
		     "install git, or say `commit: off` in pmo.yaml");
		return;
	}
	if (result == PMO_OK && !is_own(workspace)) {
		warn(&offer, "the folder belongs to somebody else, whose hooks would run",
		     "commit it yourself; `commit: off` in pmo.yaml stops this");
		return;
	}
	pmo_buffer_init(&offer.known, GIT_BYTES);
	pmo_buffer_init(&offer.fresh, GIT_BYTES);
	if (result == PMO_OK && is_ready(&offer) && look_at_paths(&offer) == PMO_OK &&
	    offer.known.length + offer.fresh.length)
		commit_all(&offer, message_of(&offer, update));
	pmo_buffer_release(&offer.known);
	pmo_buffer_release(&offer.fresh);
	if (unheard.last)
		warn(&offer, unheard.last->message,
		     "git add and git commit take what was written");
}

void autocommit_run(struct pmo_update *update)
{
	struct tree *tree = &update->workspace->tree;
	if (tree->written_count && update->workspace->config.commit == PMO_COMMIT_AUTO)
		offer_to_git(update);
	tree->written_count = 0;
}

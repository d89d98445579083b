/* Files for the editor, and merging by `git merge-file`. */
#include "cli/editor.h"

#include "cli/environment.h"
#include "cli/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *inside(struct editor *editor, const char *name)
{
	return pmo_arena_format(&editor->cli->arena, "%s/%s", editor->folder, name);
}

static enum pmo_result failed(const char *path)
{
	cli_say("%s cannot be written: %s", path, strerror(errno));
	return PMO_IO;
}

static enum pmo_result write_new(const char *path, const char *text)
{
	size_t length = strlen(text);
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (file < 0)
		return failed(path);
	while (length) {
		ssize_t put = write(file, text, length);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0) {
			close(file);
			return failed(path);
		}
		text += put;
		length -= (size_t)put;
	}
	return close(file) == 0 ? PMO_OK : failed(path);
}

static enum pmo_result write_inside(struct editor *editor, const char *name, const char *text)
{
	char *path = inside(editor, name);
	return path ? write_new(path, text) : PMO_NO_MEMORY;
}

enum pmo_result editor_begin(struct editor *editor, const char *name, const char *text,
			     const char *ids)
{
	const char *folder = environment_get("TMPDIR");
	editor->folder =
		pmo_arena_format(&editor->cli->arena, "%s/pmo-XXXXXX", folder ? folder : "/tmp");
	if (!editor->folder)
		return PMO_NO_MEMORY;
	if (!mkdtemp(editor->folder)) {
		cli_say("no folder can be made in %s: %s", folder ? folder : "/tmp",
			strerror(errno));
		editor->folder = NULL;
		return PMO_IO;
	}
	editor->path = pmo_arena_format(&editor->cli->arena, "%s/%s.yaml", editor->folder, name);
	enum pmo_result result = editor->path ? write_new(editor->path, text) : PMO_NO_MEMORY;
	if (result == PMO_OK)
		result = write_inside(editor, "base", text);
	if (result == PMO_OK)
		result = write_inside(editor, "ids", ids);
	return result;
}

enum pmo_result editor_resume(struct editor *editor, const char *path, char **base, char **ids)
{
	struct cli *cli = editor->cli;
	const char *slash = strrchr(path, '/');
	size_t length;
	editor->path = pmo_arena_string(&cli->arena, path);
	editor->folder = slash ? pmo_arena_copy(&cli->arena, path, (size_t)(slash - path))
			       : pmo_arena_string(&cli->arena, ".");
	char *base_path = editor->folder ? inside(editor, "base") : NULL;
	char *ids_path = editor->folder ? inside(editor, "ids") : NULL;
	if (!editor->path || !base_path || !ids_path)
		return PMO_NO_MEMORY;
	if (access(ids_path, R_OK) < 0)
		return cli_usage("%s was not kept by `pmo edit`", path);
	enum pmo_result result = cli_read_file(cli, base_path, base, &length);
	return result == PMO_OK ? cli_read_file(cli, ids_path, ids, &length) : result;
}

enum pmo_result editor_run(struct editor *editor)
{
	const char *program = environment_editor(editor->cli);
	char *line = pmo_arena_format(&editor->cli->arena, "%s \"$@\"", program);
	const char *words[] = { "sh", "-c", line, program, editor->path, NULL };
	struct spawn spawn = { .words = words };
	if (!line)
		return PMO_NO_MEMORY;
	if (!spawn_run(&spawn)) {
		cli_say("the editor cannot be run: %s", strerror(errno));
		return PMO_IO;
	}
	if (spawn.status == 0)
		return PMO_OK;
	if (spawn.status == 127)
		cli_say("the editor '%s' is not there; VISUAL or EDITOR says which to use",
			program);
	else
		cli_say("the editor '%s' ended with %d, so nothing was changed", program,
			spawn.status);
	return PMO_IO;
}

enum pmo_result editor_read(struct editor *editor, char **text)
{
	size_t length;
	enum pmo_result result = cli_read_file(editor->cli, editor->path, text, &length);
	if (result == PMO_OK && strlen(*text) != length) {
		cli_say("%s: there is a NUL byte in it", editor->path);
		return PMO_INVALID;
	}
	return result;
}

void editor_end(struct editor *editor)
{
	static const char *const names[] = { "base", "ids", "merge-now", "merge-typed",
					     "merge-base" };
	if (!editor->folder)
		return;
	unlink(editor->path);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		char *path = inside(editor, names[i]);
		if (path)
			unlink(path);
	}
	rmdir(editor->folder);
}

void editor_keep(const struct editor *editor)
{
	if (editor->path)
		cli_say("what you typed is kept; go on with: pmo edit --retry %s", editor->path);
}

enum pmo_result editor_merge(struct editor *editor, struct editor_merge *merge)
{
	char *typed = inside(editor, "merge-typed"), *base = inside(editor, "merge-base");
	char *now = inside(editor, "merge-now");
	const char *words[] = { "git", "merge-file", "-p", "-q", typed, base, now, NULL };
	struct pmo_buffer text;
	if (!typed || !base || !now)
		return PMO_NO_MEMORY;
	enum pmo_result result = write_new(typed, merge->typed);
	if (result == PMO_OK)
		result = write_new(base, merge->base);
	if (result == PMO_OK)
		result = write_new(now, merge->now);
	if (result != PMO_OK)
		return result;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	struct spawn spawn = { .words = words, .output = &text };
	if (!spawn_run(&spawn) || spawn.status >= 127)
		result = PMO_UNSUPPORTED;
	else if (spawn.status != 0)
		result = PMO_CONFLICT;
	merge->merged = pmo_arena_copy(&editor->cli->arena, text.data, text.length);
	if (result == PMO_OK && (text.failed || !merge->merged))
		result = PMO_NO_MEMORY;
	pmo_buffer_release(&text);
	return result;
}

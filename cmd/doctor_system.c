/* See doctor.h: the folder and the machine. */
#include "doctor.h"

#include "cli/environment.h"
#include "cli/spawn.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The first line that a program prints; NULL when it cannot be run or fails. */
static char *ask(struct cli *cli, const char *const *words)
{
	struct pmo_buffer text;
	char *answer = NULL;
	pmo_buffer_init(&text, 1 << 16);
	struct spawn spawn = { .words = words, .output = &text };
	if (cli->workspace)
		spawn.directory = pmo_workspace_root(cli->workspace);
	if (spawn_run(&spawn) && spawn.status == 0)
		answer = pmo_arena_copy(&cli->arena, text.data, strcspn(text.data, "\r\n"));
	pmo_buffer_release(&text);
	return answer;
}

/* Where the shell would find a program; NULL: nowhere. */
static char *find_program(struct cli *cli, const char *line)
{
	const char *path = environment_get("PATH");
	char *name = pmo_arena_copy(&cli->arena, line, strcspn(line, " \t"));
	if (name && strchr(name, '/'))
		return access(name, X_OK) == 0 ? name : NULL;
	while (name && path && *path) {
		size_t length = strcspn(path, ":");
		char *file = pmo_arena_format(&cli->arena, "%.*s/%s", (int)length, path, name);
		if (file && access(file, X_OK) == 0)
			return file;
		path += length + (path[length] == ':');
	}
	return NULL;
}

/* Which one it is, of programs that are known to print their version and end. */
static const char *version_of(struct cli *cli, const char *file)
{
	static const char *const known[] = { "less", "vim", "nano", "emacs", "most" };
	const char *words[] = { file, "--version", NULL };
	const char *name = strrchr(file, '/') ? strrchr(file, '/') + 1 : file;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(name, known[i]) == 0)
			return ask(cli, words);
	return NULL;
}

static void tell_program(struct cli *cli, const char *label, const char *line, const char *setting)
{
	const char *file = find_program(cli, line);
	doctor_say(cli, label, "%s%s%s%s", line, file ? " (" : "", file ? file : "",
		   file ? ")" : "");
	if (!file)
		doctor_warn(cli, "there is no such program: pmo config %s=PROGRAM", setting);
	const char *version = file ? version_of(cli, file) : NULL;
	if (version)
		doctor_say(cli, "", "%.60s", version);
}

static void tell_git(struct cli *cli)
{
	static const char *const version[] = { "git", "--version", NULL };
	static const char *const branch[] = { "git", "symbolic-ref", "--short", "HEAD", NULL };
	static const char *const top[] = { "git", "rev-parse", "--show-toplevel", NULL };
	static const char *const ignored[] = { "git", "check-ignore", ".pmo/lock", NULL };
	const char *git = ask(cli, version);
	if (!git) {
		doctor_say(cli, "git", "not on this machine");
		return;
	}
	doctor_say(cli, "git", "%s", strncmp(git, "git version ", 12) == 0 ? git + 12 : git);
	const char *where = cli->workspace ? ask(cli, top) : NULL;
	if (!cli->workspace)
		return;
	if (!where) {
		doctor_say(cli, "", "the workspace is in no repository");
		return;
	}
	const char *name = ask(cli, branch);
	doctor_say(cli, "", "repository %s, branch %s", where, name ? name : "(none)");
	struct stat status;
	char *private =
		pmo_arena_format(&cli->arena, "%s/.pmo", pmo_workspace_root(cli->workspace));
	if (private && stat(private, &status) == 0 && !ask(cli, ignored))
		doctor_warn(cli, ".pmo is not ignored: add the line .pmo/ to .gitignore");
}

/* From /etc/group: asking the system would load its name services, which may wait for a net. */
static const char *group_name(struct cli *cli, unsigned long group)
{
	char *text = NULL, *end;
	size_t length;
	const char *line = NULL;
	if (access("/etc/group", R_OK) == 0 &&
	    cli_read_file(cli, "/etc/group", &text, &length) == PMO_OK)
		line = text;
	for (; line && *line; line += strcspn(line, "\n"), line += *line == '\n') {
		size_t name = strcspn(line, ":\n"), secret = 0;
		if (line[name] == ':')
			secret = strcspn(line + name + 1, ":\n");
		const char *number = line + name + 1 + secret;
		if (line[name] != ':' || *number != ':')
			continue;
		if (strtoul(number + 1, &end, 10) == group && *end == ':')
			return pmo_arena_copy(&cli->arena, line, name);
	}
	return pmo_arena_format(&cli->arena, "%lu", group);
}

void doctor_tell_folder(struct cli *cli)
{
	struct stat status;
	const char *root = pmo_workspace_root(cli->workspace);
	if (stat(root, &status) != 0)
		return;
	unsigned mode = (unsigned)(status.st_mode & 07777);
	const char *group = group_name(cli, (unsigned long)status.st_gid);
	bool shared = mode & 0020;
	doctor_say(cli, "folder", "mode %04o, group %s: %s", mode, group ? group : "?",
		   shared ? "its members write, too" : "its owner alone writes");
	if (shared && !(mode & 02000))
		doctor_warn(cli, "new files get their maker's own group; chmod g+s keeps this one");
	if (access(root, W_OK) != 0)
		doctor_warn(cli, "you may read here, and not write");
	tell_git(cli);
}

static void tell_zones(struct cli *cli)
{
	const char *folder = cli->env.zoneinfo;
	struct stat status;
	const char *zone = cli->workspace ? pmo_workspace_config(cli->workspace)->timezone : NULL;
	if (stat(folder, &status) != 0) {
		doctor_say(cli, "zones", "%s is not there", folder);
		doctor_warn(cli, "times of other zones cannot be compared: install tzdata");
		return;
	}
	doctor_say(cli, "zones", "%s", folder);
	char *file = zone ? pmo_arena_format(&cli->arena, "%s/%s", folder, zone) : NULL;
	if (file && access(file, R_OK) != 0)
		doctor_warn(cli,
			    "there is no time zone %s there: pmo config --workspace timezone=...",
			    zone);
}

static void tell_terminal(struct cli *cli)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	const char *name = "LANG", *locale = NULL;
	for (size_t i = 0; i < 3 && !locale; i++) {
		name = names[i];
		locale = environment_get(name);
	}
	doctor_say(cli, "terminal", "%s, %d columns, %s, %s=%s",
		   cli->is_terminal ? "a terminal" : "no terminal", cli->terminal.width,
		   cli->terminal.colour ? "color" : "no color", name,
		   locale ? locale : "(not set)");
	if (locale && !strstr(locale, "UTF-8") && !strstr(locale, "utf8"))
		doctor_warn(cli, "pmo writes UTF-8, and this locale says otherwise");
}

enum pmo_result doctor_tell_system(struct cli *cli)
{
	const struct pmo_library *libraries;
	struct pmo_buffer line;
	enum pmo_result result = pmo_libraries(&cli->arena, &libraries);
	if (result != PMO_OK)
		return result;
	if (!cli->workspace)
		tell_git(cli);
	tell_program(cli, "editor", environment_editor(cli), "editor");
	tell_program(cli, "pager", environment_pager(cli), "pager");
	tell_terminal(cli);
	tell_zones(cli);
	pmo_buffer_init(&line, 4096);
	for (; libraries->name; libraries++)
		pmo_buffer_add_format(&line, ", %s %s", libraries->name, libraries->version);
	doctor_say(cli, "pmo", "%s%s", PMO_VERSION, line.data);
	pmo_buffer_release(&line);
	return PMO_OK;
}

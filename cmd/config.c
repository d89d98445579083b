/*
 * `pmo config`: what is set and where, and setting it. A setting that is one person's
 * goes into their own file; one that holds for all, with --workspace, into pmo.yaml.
 */
#include "config.h"

#include "cli/environment.h"
#include "commands.h"

#include <pmo/text.h>

#include <errno.h>
#include <string.h>
#include <unistd.h>

struct config_options {
	bool workspace;
};

static const struct option options[] = {
	{ .name = "workspace",
	  .key = 'w',
	  CLI_FLAG(struct config_options, workspace),
	  .help = "set it for everybody, in pmo.yaml" },
	{ 0 },
};

/* Whose a key is by its first part. */
static bool is_in(const char *const *keys, const char *key)
{
	size_t length = strcspn(key, ".");
	for (; *keys; keys++)
		if (strlen(*keys) == length && strncmp(*keys, key, length) == 0)
			return true;
	return false;
}

static enum pmo_result check_place(const char *key, bool workspace)
{
	static const char *const shared[] = {
		"organisation", "timezone",     "currency", "calendar",  "commit",
		"labels",       "thresholds",   "fields",   "registers", "mail_domains",
		"limits",       "jurisdiction", NULL
	};
	static const char *const personal[] = {
		"user", "editor", "pager", "sendmail", "color", NULL
	};
	if (!workspace && is_in(shared, key))
		return cli_usage("%s holds for everybody: pmo config --workspace %s=...", key, key);
	if (workspace && is_in(personal, key))
		return cli_usage("%s is each person's own: pmo config %s=...", key, key);
	if (strcmp(key, "format") == 0)
		return cli_usage("the format changes with pmo, not by hand");
	return PMO_OK;
}

/* Only who reads it knows the handles: a name that nobody has is told. */
static void warn_of_user(struct cli *cli, const char *user)
{
	const struct pmo_world *world = cli->workspace ? pmo_workspace_world(cli->workspace) : NULL;
	if (!world || !user || !*user || world->find(world->store, NULL, user, "person") ||
	    !world->keeps(world->store, NULL, "person"))
		return;
	const char *nearest = world->nearest(world->store, NULL, user, "person");
	cli_say("'%s' is no person of this workspace%s%s", user, nearest ? "; nearest is " : "",
		nearest ? nearest : "");
}

static enum pmo_result set_own(struct cli *cli, const char *key, const char *value)
{
	char *path = config_path(cli), *bytes = "";
	struct pmo_config_edit edit = { .personal = true, .key = key, .value = value };
	if (!path)
		return cli_usage(
			"neither XDG_CONFIG_HOME nor HOME is set; there is no place for it");
	edit.path = path;
	enum pmo_result result = PMO_OK;
	if (access(path, F_OK) == 0 || errno != ENOENT)
		result = cli_read_file(cli, path, &bytes, &edit.length);
	edit.bytes = bytes;
	if (result == PMO_OK)
		result = pmo_config_change(&cli->arena, &cli->diags, &edit);
	bool same = edit.length == edit.result_length &&
		    (!edit.length || (edit.result && memcmp(bytes, edit.result, edit.length) == 0));
	if (result == PMO_OK && !same && !cli->dry_run)
		result = config_write(cli, path, edit.result, edit.result_length);
	if (result != PMO_OK)
		return result;
	cli->has_written = true;
	pmo_buffer_add_format(&cli->out, "%s%s%s%s in %s%s\n", cli->dry_run ? "(--dry-run) " : "",
			      key, value ? " = " : " is no longer set", value ? value : "", path,
			      same ? ", as it was" : "");
	if (strcmp(key, "user") == 0)
		warn_of_user(cli, value);
	return PMO_OK;
}

/* A zone that this machine does not know is a slip of the pen, mostly. */
static enum pmo_result check_zone(struct cli *cli, const char *zone)
{
	const char *folder = cli->env.zoneinfo;
	char *file = pmo_arena_format(&cli->arena, "%s/%s", folder, zone);
	if (access(folder, F_OK) != 0 || !file || access(file, R_OK) == 0)
		return PMO_OK;
	return cli_usage("there is no time zone '%s'; one is America/Chicago", zone);
}

static enum pmo_result set(struct cli *cli, const char *key, const char *value)
{
	const struct config_options *wanted = cli->options;
	enum pmo_result result = check_place(key, wanted->workspace);
	if (value && !*value)
		value = NULL;
	if (result == PMO_OK && value && strcmp(key, "timezone") == 0)
		result = check_zone(cli, value);
	if (result != PMO_OK)
		return result;
	if (!wanted->workspace)
		return set_own(cli, key, value);
	if (!cli->workspace) {
		cli_say("no project here; `pmo` alone says how to start");
		return PMO_NOT_FOUND;
	}
	result = pmo_workspace_configure(cli->workspace, key, value, cli->dry_run);
	cli->has_written = result == PMO_OK;
	if (result == PMO_OK)
		pmo_buffer_add_format(&cli->out, "%s%s%s%s in pmo.yaml%s\n",
				      cli->dry_run ? "(--dry-run) " : "", key,
				      value ? " = " : " is no longer set", value ? value : "",
				      cli->dry_run ? "" : "   undo: pmo undo");
	return result;
}

static enum pmo_result open_around(struct cli *cli)
{
	environment_find_user(cli);
	enum pmo_result result = pmo_workspace_open(&cli->env, &cli->diags, &cli->workspace);
	if (result != PMO_NOT_FOUND)
		return result;
	pmo_workspace_close(cli->workspace);
	cli->workspace = NULL;
	return PMO_OK;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct config_options *wanted = cli->options;
	enum pmo_result result = open_around(cli);
	if (result != PMO_OK)
		return result;
	char *key = argc ? pmo_arena_string(&cli->arena, argv[0]) : NULL;
	char *equals = key ? strchr(key, '=') : NULL;
	if (argc && !key)
		return PMO_NO_MEMORY;
	if (equals && argc > 1)
		return cli_usage("either KEY VALUE or KEY=VALUE");
	if (equals)
		*equals = '\0';
	if (key && !*key)
		return cli_usage("a setting needs a name: pmo config user=PC");
	if (equals || argc > 1)
		return set(cli, key, equals ? equals + 1 : argv[1]);
	if (wanted->workspace && !key)
		return cli_usage("--workspace is for setting: pmo config --workspace KEY=VALUE");
	return config_show(cli, key);
}

const struct command config_command = {
	.name = "config",
	.summary = "what is set, and setting it",
	.group = GROUP_CARE,
	.needs = CLI_NOTHING,
	.max = 2,
	.takes = TAKES_FORMAT | TAKES_DRY_RUN,
	.options = options,
	.size = sizeof(struct config_options),
	.usage = "[KEY [VALUE] | KEY=VALUE] [--workspace]",
	.run = run,
	.about = "Without words, all that holds and where each is from. KEY=VALUE sets it in your\n"
		 "own file, with --workspace for everybody in pmo.yaml; KEY= takes it away. Parts\n"
		 "of a key are joined by dots: thresholds.capital_limit, filters.hot.where.",
};

/*
 * `pmo doctor`: what pmo sees of its surroundings, and what waits in .pmo. Reads only,
 * but for --clean.
 */
#include "doctor.h"

#include "cli/environment.h"
#include "commands.h"

#include <pmo/text.h>

#include <string.h>

enum { LABEL = 11 };

struct doctor_options {
	bool clean;
};

static const struct option options[] = {
	{ .name = "clean",
	  CLI_FLAG(struct doctor_options, clean),
	  .help = "complete what killed commands left" },
	{ 0 },
};

/* The texts come from files and the environment: nothing in them drives a terminal. */
PMO_PRINTF(2, 0)
static void add_line(struct cli *cli, const char *format, va_list args)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, 1 << 20);
	pmo_buffer_add_vformat(&text, format, args);
	pmo_text_add_visible(&cli->out, text.data, text.length);
	pmo_buffer_add_char(&cli->out, '\n');
	pmo_buffer_release(&text);
}

void doctor_say(struct cli *cli, const char *label, const char *format, ...)
{
	va_list args;
	size_t length = strlen(label);
	pmo_buffer_add_text(&cli->out, label);
	pmo_buffer_add_repeat(&cli->out, ' ', length < LABEL ? LABEL - length : 1);
	va_start(args, format);
	add_line(cli, format, args);
	va_end(args);
}

void doctor_warn(struct cli *cli, const char *format, ...)
{
	va_list args;
	pmo_buffer_add_text(&cli->out, "         ! ");
	va_start(args, format);
	add_line(cli, format, args);
	va_end(args);
	cli->answer_is_no = true;
}

static void tell_user(struct cli *cli)
{
	const struct pmo_world *world = pmo_workspace_world(cli->workspace);
	const char *from = "your configuration";
	if (cli->env.user)
		from = "PMO_USER";
	else if (cli->env.email)
		from = "git's e-mail, found in people.yaml";
	if (!world->me) {
		doctor_say(cli, "you", "nobody that pmo knows");
		doctor_warn(cli, "say who you are: pmo config user=PC, or PMO_USER");
		return;
	}
	doctor_say(cli, "you", "%s, from %s", world->me, from);
	if (world->keeps(world->store, NULL, "person") &&
	    !world->find(world->store, NULL, world->me, "person"))
		doctor_warn(cli, "there is no person %s: pmo person add %s \"NAME\"", world->me,
			    world->me);
}

static void tell_workspace(struct cli *cli)
{
	size_t count;
	struct pmo_buffer names;
	const struct pmo_config *config = pmo_workspace_config(cli->workspace);
	const struct pmo_project *const *projects = pmo_workspace_projects(cli->workspace, &count);
	char date[PMO_DATE_SIZE];
	doctor_say(cli, "workspace", "%s", pmo_workspace_root(cli->workspace));
	pmo_buffer_init(&names, 1 << 16);
	for (size_t i = 0; i < count; i++)
		pmo_buffer_add_format(&names, "%s%s", i ? ", " : "", projects[i]->handle);
	doctor_say(cli, count == 1 ? "project" : "projects", "%s",
		   count ? names.data : "none yet: pmo init \"TITLE\"");
	pmo_buffer_release(&names);
	if (config->newer)
		doctor_warn(cli, "format %u is newer than this pmo: it reads, and does not write",
			    config->format);
	tell_user(cli);
	pmo_date_format(pmo_workspace_world(cli->workspace)->today, date);
	doctor_say(cli, "today", "%s%s, time zone %s", date,
		   cli->env.today != PMO_DATE_NONE ? " (as asked for)" : "",
		   config->timezone ? config->timezone : "UTC, for pmo.yaml names none");
}

static void tell_kept(struct cli *cli, const struct pmo_private *found)
{
	if (!found->kept_count)
		return;
	doctor_warn(cli, "%zu file%s in .pmo/kept: bytes that pmo would not throw away",
		    found->kept_count, found->kept_count == 1 ? "" : "s");
	for (size_t i = 0; i < found->kept_count && i < 5; i++)
		doctor_say(cli, "", "  .pmo/kept/%s", found->kept[i]);
	doctor_say(cli, "", "  compare them with your files, then remove them by hand");
}

static enum pmo_result tell_private(struct cli *cli)
{
	struct pmo_private found;
	enum pmo_result result = pmo_private_look(cli->workspace, &found);
	if (result != PMO_OK)
		return result;
	if (!found.is_there) {
		doctor_say(cli, ".pmo", "not there yet: the first change makes it");
		return PMO_OK;
	}
	doctor_say(cli, ".pmo", "the lock, and the files of the last %zu command%s as they were",
		   found.undo_count, found.undo_count == 1 ? "" : "s");
	doctor_say(cli, "", "before (%zu kB, pmo undo --list); git does not keep it",
		   (found.undo_bytes + 1023) / 1024);
	if (found.holder)
		doctor_say(cli, "", "written to at this moment by %s", found.holder);
	if (found.has_journal && !found.holder)
		doctor_warn(cli,
			    "a command was killed while it wrote several files; readers see it "
			    "done");
	if (found.leftover_count && !found.holder)
		doctor_warn(cli, "%zu leftover%s in .pmo/tmp", found.leftover_count,
			    found.leftover_count == 1 ? "" : "s");
	if ((found.has_journal || found.leftover_count) && !found.holder)
		doctor_say(cli, "",
			   "  the next change completes and cleans; or pmo doctor --clean");
	tell_kept(cli, &found);
	return PMO_OK;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct doctor_options *wanted = cli->options;
	(void)argc;
	(void)argv;
	environment_find_user(cli);
	enum pmo_result result = pmo_workspace_open(&cli->env, &cli->diags, &cli->workspace);
	if (result == PMO_NOT_FOUND) {
		pmo_workspace_close(cli->workspace);
		cli->workspace = NULL;
		if (wanted->clean)
			return cli_usage("there is no workspace here to clean");
		doctor_say(cli, "workspace", "none here; `pmo` alone says how to start");
		return doctor_tell_system(cli);
	}
	if (result == PMO_OK && wanted->clean)
		result = pmo_private_clean(cli->workspace);
	if (result != PMO_OK)
		return result;
	if (wanted->clean)
		pmo_buffer_add_text(&cli->out, "cleaned .pmo\n\n");
	tell_workspace(cli);
	result = tell_private(cli);
	if (result != PMO_OK)
		return result;
	doctor_tell_folder(cli);
	return doctor_tell_system(cli);
}

const struct command doctor_command = {
	.name = "doctor",
	.summary = "explain .pmo and what pmo finds around it",
	.group = GROUP_CARE,
	.needs = CLI_NOTHING,
	.max = 0,
	.options = options,
	.size = sizeof(struct doctor_options),
	.usage = "[--clean]",
	.run = run,
	.about = "What needs somebody has an exclamation mark, and the exit status is 1 then.\n"
		 "Nothing is written without --clean, which completes a change that a killed\n"
		 "command left half made and removes its leftovers; bytes that stand nowhere\n"
		 "else stay in .pmo/kept.",
};

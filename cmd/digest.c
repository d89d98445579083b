/* `pmo digest`: the week of a project on a page, to read or to mail. */
#include "commands.h"
#include "duties.h"
#include "post.h"

#include <pmo/digest.h>
#include <pmo/maintain.h>

#include <string.h>

struct digest_options {
	bool mail, per_person, quiet, send;
};

static const struct option options[] = {
	{ .name = "mail",
	  CLI_FLAG(struct digest_options, mail),
	  .help = "draft it for the project manager and the coordinator" },
	{ .name = "per-person",
	  CLI_FLAG(struct digest_options, per_person),
	  .help = "one for everybody who owes something, about what is theirs" },
	{ .name = "quiet-if-empty",
	  CLI_FLAG(struct digest_options, quiet),
	  .help = "nothing at all where there is nothing to tell" },
	{ .name = "send",
	  CLI_FLAG(struct digest_options, send),
	  .help = "hand the drafts to sendmail" },
	{ 0 },
};

enum { PROBLEMS_MOST = 50 };

struct digest_run {
	struct cli *cli;
	const struct digest_options *wanted;
	struct duty_work work;
	struct pmo_digest_options how;
	struct post post;
	bool printed;
};

/* What is wrong with the data of a project, errors first; it is told here and nowhere else. */
static enum pmo_result find_problems(struct digest_run *run, const struct pmo_project *project)
{
	struct cli *cli = run->cli;
	const char **lines = pmo_arena_array(&cli->arena, PROBLEMS_MOST, sizeof(*lines));
	if (!lines)
		return PMO_NO_MEMORY;
	run->how.problems = lines;
	run->how.problem_count = 0;
	enum pmo_result result = pmo_workspace_check(cli->workspace, project);
	for (int severity = PMO_ERROR; result == PMO_OK && severity >= PMO_WARNING; severity--) {
		for (const struct pmo_diag *at = cli->diags.first; at; at = at->next) {
			if ((int)at->severity != severity ||
			    run->how.problem_count == PROBLEMS_MOST)
				continue;
			const char *line =
				pmo_arena_format(&cli->arena, "%s: %s",
						 pmo_severity_name(at->severity), at->message);
			if (!line)
				return PMO_NO_MEMORY;
			lines[run->how.problem_count++] = line;
		}
	}
	if (result == PMO_OK)
		pmo_diags_init(&cli->diags, &cli->arena);
	return result;
}

/* One letter or one printed page; person NULL: the project's. */
static enum pmo_result put_out(struct digest_run *run, const struct pmo_record *person,
			       const struct pmo_record *to)
{
	struct cli *cli = run->cli;
	const struct pmo_project *project = run->how.project;
	struct pmo_digest digest;
	char day[PMO_DATE_SIZE];
	run->how.person = person;
	run->how.audience = to ? pmo_audience_of_person(to) : PMO_AUDIENCE_INTERNAL;
	enum pmo_result result = pmo_digest_make(cli->workspace, &run->how, &digest);
	if (result != PMO_OK || (digest.empty && run->wanted->quiet))
		return result;
	if (!run->wanted->mail) {
		pmo_buffer_add_format(&cli->out, "%s%s\n\n%s", run->printed ? "\n\n" : "",
				      digest.subject, digest.text);
		run->printed = true;
		return PMO_OK;
	}
	pmo_date_format(pmo_workspace_world(cli->workspace)->today, day);
	struct post_letter letter = {
		.to = to,
		.project = project,
		.name = pmo_arena_format(&cli->arena, "%s-digest-%s-%s%s", day, project->handle,
					 person ? "" : "project-", to->id),
		.subject = digest.subject,
		.text = digest.text,
	};
	return letter.name ? post_add(&run->post, &letter) : PMO_NO_MEMORY;
}

static bool has_work(const struct digest_run *run, const struct pmo_record *person)
{
	const struct pmo_duties *duties = &run->work.duties;
	for (size_t i = 0; i < duties->count; i++) {
		const struct pmo_duty *duty = &duties->items[i];
		bool here = !duty->record->project || duty->record->project == run->how.project;
		if (here && duty->state != PMO_DUTY_LATER && duties_is_of(duty, person->id))
			return true;
	}
	return false;
}

static enum pmo_result each_person(struct digest_run *run)
{
	const struct pmo_schema *schema = pmo_workspace_schema(run->cli->workspace, "person");
	struct pmo_records people = { 0 };
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result = pmo_workspace_records(run->cli->workspace, NULL, schema, &people);
	for (size_t i = 0; result == PMO_OK && i < people.count; i++) {
		const struct pmo_record *person = &people.items[i];
		if (!person->unreadable && pmo_record_is_open(person) && has_work(run, person))
			result = put_out(run, person, person);
	}
	return result;
}

static enum pmo_result of_project(struct digest_run *run, const char *word)
{
	static const char *const roles[] = { "pm", "coordinator" };
	const struct pmo_record *last = NULL;
	enum pmo_result result = PMO_OK;
	if (word) {
		const struct pmo_record *person = post_person(run->cli, run->how.project, word);
		if (!person)
			return cli_usage("'%s' is nobody in people.yaml", word);
		return put_out(run, person, person);
	}
	if (run->wanted->per_person)
		return each_person(run);
	if (!run->wanted->mail)
		return put_out(run, NULL, NULL);
	for (size_t i = 0; result == PMO_OK && i < 2; i++) {
		const struct pmo_record *to = post_person(run->cli, run->how.project, roles[i]);
		if (to && !(last && strcmp(last->id, to->id) == 0))
			result = put_out(run, NULL, to);
		last = to ? to : last;
	}
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct digest_run run = { .cli = cli, .wanted = cli->options };
	if (run.wanted->send && !run.wanted->mail)
		return cli_usage("--send goes with --mail");
	enum pmo_result result = duties_gather(cli, false, &run.work);
	run.post = (struct post){ .cli = cli, .send = run.wanted->send };
	run.how.arena = &cli->arena;
	run.how.duties = &run.work.duties;
	for (size_t i = 0; result == PMO_OK && i < run.work.project_count; i++) {
		run.how.project = run.work.projects[i].project;
		run.how.plan = run.work.projects[i].plan;
		run.how.problem_count = 0;
		if (!run.wanted->per_person && !argc)
			result = find_problems(&run, run.how.project);
		if (result == PMO_OK)
			result = of_project(&run, argc ? argv[0] : NULL);
	}
	duties_release(&run.work);
	return post_end(&run.post, result);
}

const struct command digest_command = {
	.name = "digest",
	.summary = "the week on a page: attention, changes, what comes",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_DRY_RUN,
	.options = options,
	.size = sizeof(struct digest_options),
	.usage = "[PERSON] [--mail [--per-person]]",
	.about = "Without --mail it is printed. Drafts go to outbox/, one a day for each reader: "
		 "a second run\nwrites and sends nothing. Confidential records are left out of "
		 "what goes outside.",
	.run = run,
};

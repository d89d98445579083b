/*
 * `pmo remind expiries`: a letter to whoever has to act before something ends, once for each
 * of the given numbers of days. The letter's name holds the record, its date and the number,
 * so it does not matter how often cron runs.
 */
#include "commands.h"
#include "duties.h"
#include "post.h"

#include <pmo/audience.h>

#include <string.h>

struct remind_options {
	const char *days;
	bool mail, send;
};

static const struct option options[] = {
	{ .name = "days",
	  CLI_TEXT(struct remind_options, days),
	  .arg = "DAYS,...",
	  .help = "calendar days before the end; 90,60,30 when nothing is said" },
	{ .name = "mail",
	  CLI_FLAG(struct remind_options, mail),
	  .help = "draft a letter to each owner" },
	{ .name = "send",
	  CLI_FLAG(struct remind_options, send),
	  .help = "hand the drafts to sendmail" },
	{ 0 },
};

enum { STEPS = 16, DAYS_MOST = 3660 };

struct steps {
	int days[STEPS];
	size_t count;
};

static bool read_steps(const char *text, struct steps *steps)
{
	steps->count = 0;
	while (*text && steps->count < STEPS) {
		int days = 0;
		size_t digits = 0;
		for (; text[digits] >= '0' && text[digits] <= '9' && days <= DAYS_MOST; digits++)
			days = days * 10 + (text[digits] - '0');
		text += digits;
		if (!digits || !days || days > DAYS_MOST || (*text && *text != ','))
			return false;
		steps->days[steps->count++] = days;
		text += *text == ',';
	}
	return steps->count && !*text;
}

/* The smallest of the steps that has come; 0: none yet. What is over counts as the smallest. */
static int step_of(const struct steps *steps, int32_t left)
{
	int found = 0;
	for (size_t i = 0; i < steps->count; i++)
		if (left <= steps->days[i] && (!found || steps->days[i] < found))
			found = steps->days[i];
	return found;
}

/* Whoever acts: its owner, else the coordinator of its project or of the first one. */
static const struct pmo_record *reader_of(const struct duty_work *work, const struct pmo_duty *duty)
{
	const struct pmo_project *project = duty->record->project;
	const struct pmo_record *person =
		duty->owner ? post_person(work->cli, project, duty->owner) : NULL;
	if (!project && work->project_count)
		project = work->projects[0].project;
	return person ? person : post_person(work->cli, project, "coordinator");
}

static enum pmo_result write_one(const struct duty_work *work, const struct pmo_duty *duty,
				 int step, struct post *post)
{
	struct pmo_arena *arena = &work->cli->arena;
	const struct pmo_record *record = duty->record, *to = reader_of(work, duty);
	int32_t today = record->world->today, left = duty->due - today;
	const char *title = pmo_record_text(record, record->schema->title);
	const char *handle = record->project ? record->project->handle : "workspace";
	char day[PMO_DATE_LONG_SIZE], iso[PMO_DATE_SIZE];
	if (!to || !pmo_audience_may_tell(to, record, duty->owner))
		return PMO_OK;
	pmo_date_format_long(duty->due, PMO_DATE_NONE, day);
	pmo_date_format(duty->due, iso);
	const char *when = left < 0    ? pmo_arena_format(arena, "ended %d days ago", -left)
			   : left == 0 ? "ends today"
				       : pmo_arena_format(arena, "ends in %d days", left);
	struct post_letter letter = {
		.to = to,
		.project = record->project,
		.name = pmo_arena_format(arena, "remind-%s-%s-%s-%d-%s-%s", handle, record->id, iso,
					 step, duty->what, to->id),
		.subject = pmo_arena_format(arena, "%s: %s, %s", record->id, title ? title : "",
					    when ? when : ""),
	};
	letter.text = pmo_arena_format(
		arena,
		"%s (%s): %s, %s.\n\n%s%s%sWhat to do: renew it, replace it, or say that it may "
		"end.\nLook at it with: pmo show %s\n",
		title ? title : "", record->id, duty->what, day, duty->note ? "Note: " : "",
		duty->note ? duty->note : "", duty->note ? "\n\n" : "", duties_id(work, record));
	return letter.name && letter.subject && letter.text ? post_add(post, &letter)
							    : PMO_NO_MEMORY;
}

static enum pmo_result go(struct duty_work *work, const struct steps *steps, bool mail,
			  struct post *post)
{
	struct cli *cli = work->cli;
	enum pmo_result result = PMO_OK;
	bool any = false;
	for (size_t i = 0; result == PMO_OK && i < work->duties.count; i++) {
		const struct pmo_duty *duty = &work->duties.items[i];
		if (duty->kind != PMO_DUTY_EXPIRY || duty->due == PMO_DATE_NONE)
			continue;
		int32_t left = duty->due - duty->record->world->today;
		int step = step_of(steps, left);
		if (!step)
			continue;
		any = true;
		if (mail) {
			result = write_one(work, duty, step, post);
			continue;
		}
		const struct pmo_record *to = reader_of(work, duty);
		char day[PMO_DATE_LONG_SIZE];
		pmo_date_format_short(duty->due, duty->record->world->today, day);
		pmo_buffer_add_format(&cli->out, "%4d cd  %-13s %-16s %-6s %s\n", left, day,
				      duties_id(work, duty->record), to ? to->id : "-", duty->what);
	}
	if (!any && !mail)
		pmo_buffer_add_text(&cli->out, "None.\n");
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct remind_options *wanted = cli->options;
	struct post post = { .cli = cli, .send = wanted->send };
	struct steps steps;
	struct duty_work work;
	(void)argc;
	if (strcmp(argv[0], "expiries") != 0)
		return cli_usage("'%s': there is only pmo remind expiries", argv[0]);
	if (!read_steps(wanted->days ? wanted->days : "90,60,30", &steps))
		return cli_usage("--days: '%s' is no list of days, such as 90,60,30", wanted->days);
	if (wanted->send && !wanted->mail)
		return cli_usage("--send goes with --mail");
	enum pmo_result result = duties_gather(cli, false, &work);
	if (result == PMO_OK)
		result = go(&work, &steps, wanted->mail, &post);
	duties_release(&work);
	return post_end(&post, result);
}

const struct command remind_command = {
	.name = "remind",
	.summary = "letters about what ends: insurance, contracts, waivers",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.min = 1,
	.max = 1,
	.takes = TAKES_DRY_RUN,
	.options = options,
	.size = sizeof(struct remind_options),
	.usage = "expiries [--days 90,60,30] [--mail]",
	.about = "Whoever owns the record is reminded once at each number of days, however often "
		 "this runs.\nWithout --mail the list is printed.",
	.run = run,
};

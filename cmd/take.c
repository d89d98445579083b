/*
 * `pmo take`: replies to check-ins. What they would change is shown first, and what it does to
 * the plan; then it is asked for on a terminal, where it can be edited, too, and wants --yes in
 * a script.
 */
#include "take.h"

#include "commands.h"
#include "duties.h"

#include "cli/output.h"

#include <pmo/text.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct take_options {
	const char *from;
	bool yes;
};

static const struct option options[] = {
	{ .name = "from",
	  CLI_TEXT(struct take_options, from),
	  .arg = "PERSON",
	  .help = "who answers, where the file does not say" },
	{ .name = "yes", .key = 'y', CLI_FLAG(struct take_options, yes), .help = "do not ask" },
	{ 0 },
};

static enum pmo_result apply(struct take_work *work, bool dry)
{
	struct pmo_update *update = NULL;
	const struct pmo_update_options how = { .on = work->cli->change.on, .dry = dry };
	enum pmo_result result = pmo_update_begin(work->cli->workspace, &how, &update);
	if (result == PMO_OK)
		result = pmo_take_apply(&work->take, update);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	pmo_update_end(update);
	return result;
}

/* y, n or e; the end of input is no. */
static enum pmo_result ask(struct take_work *work, char *said)
{
	struct cli *cli = work->cli;
	char line[16];
	enum pmo_result result = output_flush(cli, false);
	pmo_buffer_clear(&cli->out);
	cli_print_diags(cli);
	if (result != PMO_OK)
		return result;
	fputs("Apply? [y/n/e] ", stderr);
	*said = fgets(line, sizeof(line), stdin) ? pmo_ascii_to_lower(*line) : 'n';
	return PMO_OK;
}

/* Judged and shown before anybody is asked. */
static enum pmo_result judge(struct take_work *work)
{
	enum pmo_result result = apply(work, true);
	return result == PMO_OK ? pmo_take_effects(&work->take) : result;
}

static enum pmo_result confirm(struct take_work *work, bool *agreed)
{
	char said = 'e';
	enum pmo_result result = ask(work, &said);
	while (result == PMO_OK && said == 'e') {
		bool changed;
		result = take_edit(work, &changed);
		if (result == PMO_OK && changed)
			result = judge(work);
		if (result == PMO_OK && changed)
			result = take_show(work);
		if (result == PMO_OK)
			result = ask(work, &said);
	}
	*agreed = said == 'y';
	return result;
}

static void tell_done(struct take_work *work, size_t replies)
{
	struct pmo_buffer *out = &work->cli->out;
	size_t changes = take_changes(work);
	pmo_buffer_add_format(out, "%zu change%s from %zu check-in%s applied      undo: pmo undo\n",
			      changes, changes == 1 ? "" : "s", replies, replies == 1 ? "" : "s");
	if (work->take.has_go_live && work->take.go_live_days && commands_find("notice"))
		pmo_buffer_add_format(out,
				      "go-live moves %+d d: tell management with  pmo notice "
				      "go-live\n",
				      (int)work->take.go_live_days);
}

/* A reply, or a line of one, that stays outside: a script has to see it. */
static bool is_partly_refused(const struct pmo_take *take)
{
	for (size_t i = 0; i < take->reply_count; i++)
		if (take->replies[i].refused && !take->replies[i].is_needless)
			return true;
	for (size_t i = 0; i < take->answer_count; i++)
		if (take->answers[i].refused)
			return true;
	return false;
}

static enum pmo_result settle(struct take_work *work)
{
	struct cli *cli = work->cli;
	const struct take_options *wanted = cli->options;
	size_t replies = 0;
	bool agreed = wanted->yes, asks = cli->is_terminal && isatty(STDIN_FILENO);
	enum pmo_result result = take_show(work);
	for (size_t i = 0; i < work->take.reply_count; i++)
		replies += work->take.replies[i].refused == NULL;
	cli->answer_is_no = is_partly_refused(&work->take);
	if (result != PMO_OK || cli->dry_run || !replies)
		return result;
	if (!agreed && !asks)
		return cli_usage("nothing is changed yet; add --yes to do it");
	if (!agreed)
		result = confirm(work, &agreed);
	if (result != PMO_OK)
		return result;
	if (!agreed) {
		pmo_buffer_add_text(&cli->out, "Nothing is changed.\n");
		cli->answer_is_no = true;
		return PMO_OK;
	}
	result = apply(work, false);
	cli->answer_is_no = is_partly_refused(&work->take); /* it may have been edited */
	if (result == PMO_OK)
		tell_done(work, replies);
	return result;
}

static enum pmo_result schedule(struct take_work *work, const struct pmo_project **project,
				struct pmo_plan **plan)
{
	const struct pmo_plan_options how = { .alone = true };
	enum pmo_result result = pmo_workspace_need_project(work->cli->workspace, project);
	if (result != PMO_OK)
		return result;
	result = pmo_plan_schedule(work->cli->workspace, *project, &how, plan);
	if (result == PMO_OK || result == PMO_NO_MEMORY)
		return result;
	if (*plan)
		pmo_plan_free(*plan);
	*plan = NULL; /* the answers can be taken; what they do to the plan cannot be told */
	return PMO_OK;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct take_options *wanted = cli->options;
	struct take_work work = { .cli = cli };
	const struct pmo_project *project;
	struct pmo_plan *plan = NULL;
	cli->quiet = "incomplete"; /* of the new issues and risks: a title is enough */
	if (wanted->from && !(work.person = duties_person(cli, wanted->from)))
		return PMO_NOT_FOUND;
	enum pmo_result result = schedule(&work, &project, &plan);
	if (result == PMO_OK)
		pmo_take_begin(cli->workspace, project, plan, &work.take);
	for (int i = 0; result == PMO_OK && i < argc; i++)
		result = take_read_file(&work, argv[i]);
	if (result == PMO_OK)
		result = judge(&work);
	if (result == PMO_OK)
		result = settle(&work);
	if (plan)
		pmo_plan_free(plan);
	return result;
}

const struct command take_command = {
	.name = "take",
	.summary = "take in what people answered, after showing it",
	.group = GROUP_CAPTURE,
	.needs = CLI_WRITE,
	.min = 1,
	.max = -1,
	.takes = TAKES_DRY_RUN,
	.options = options,
	.size = sizeof(struct take_options),
	.usage = "FILE... | -",
	.about = "Reads replies to `pmo ask`: messages (.eml), mailboxes, plain text, and the\n"
		 "table of pmo ask --format csv. A reply changes only what its sender was asked.\n"
		 "On a terminal: y applies what is shown, n does not, e edits it first.",
	.run = run,
};

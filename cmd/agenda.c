/*
 * `pmo agenda`: what is on it and what is carried over, in the record, in a mail, as an
 * invitation.
 *
 *     pmo agenda MTG-7         a report, in every format
 *     pmo agenda steering      the next one of that kind or series
 *     pmo agenda MTG-7 --write what it lacks goes into the record
 *     pmo agenda MTG-7 --send  a letter with the invitation, to everybody who is asked to come
 */
#include "agenda.h"

#include "cli/document.h"
#include "commands.h"

#include <pmo/plan.h>

struct agenda_options {
	bool write, send, ics;
};

static const struct option options[] = {
	{ .name = "write",
	  CLI_FLAG(struct agenda_options, write),
	  .help = "put what it lacks into the record" },
	{ .name = "send",
	  CLI_FLAG(struct agenda_options, send),
	  .help = "mail it with the invitation; it is marked as sent" },
	{ .name = "ics",
	  CLI_FLAG(struct agenda_options, ics),
	  .help = "the invitation for calendar programs" },
	{ 0 },
};

enum pmo_result agenda_make_plan(struct agenda_run *run)
{
	struct pmo_plan_options wanted = { .alone = true };
	enum pmo_result result =
		pmo_plan_schedule(run->cli->workspace, run->meeting->project, &wanted, &run->plan);
	if (result == PMO_OK)
		return PMO_OK;
	if (run->plan)
		pmo_plan_free(run->plan);
	run->plan = NULL;
	return result == PMO_NO_MEMORY ? result : PMO_OK;
}

static enum pmo_result find(struct agenda_run *run)
{
	enum pmo_result result = agenda_make_plan(run);
	return result == PMO_OK
		       ? pmo_agenda_find(run->cli->workspace, run->meeting, run->plan, &run->agenda)
		       : result;
}

static enum pmo_result print(struct agenda_run *run)
{
	struct pmo_document document;
	enum pmo_result result = find(run);
	if (result == PMO_OK)
		result = pmo_agenda_document(&run->agenda, &run->cli->arena, &document);
	return result == PMO_OK ? cli_print_document(run->cli, &document) : result;
}

static enum pmo_result print_event(struct agenda_run *run)
{
	struct meeting_people people;
	struct pmo_ics_event event;
	enum pmo_result result = meeting_find_people(run->cli, run->meeting, &people);
	if (result == PMO_OK)
		result = agenda_find_event(run->cli, run->meeting, &people, &event);
	return result == PMO_OK ? pmo_ics_write(&event, &run->cli->out) : result;
}

static enum pmo_result write_items(struct agenda_run *run)
{
	struct cli *cli = run->cli;
	struct pmo_update *update = NULL;
	struct pmo_draft *draft;
	size_t count = 0;
	cli->has_written = true;
	enum pmo_result result = find(run);
	if (result == PMO_OK)
		result = cli_begin(cli, &update);
	if (result == PMO_OK)
		result = meeting_find_again(cli, &run->meeting);
	if (result == PMO_OK)
		result = pmo_update_edit(update, run->meeting, &draft);
	if (result == PMO_OK)
		result = pmo_agenda_write(&run->agenda, draft, &count);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	if (result == PMO_OK) {
		pmo_buffer_add_format(&cli->out, "%s  ", run->meeting->id);
		if (count)
			pmo_buffer_add_format(
				&cli->out, "%zu item%s %s; change them: pmo edit %s\n", count,
				count > 1 ? "s" : "", cli->dry_run ? "would be added" : "added",
				run->meeting->id);
		else
			pmo_buffer_add_text(&cli->out, "its agenda lacks nothing\n");
	}
	pmo_update_end(update);
	return result;
}

static enum pmo_result run_command(struct cli *cli, int argc, char **argv)
{
	const struct agenda_options *wanted = cli->options;
	struct agenda_run run = { .cli = cli };
	if (cli->at && (wanted->write || wanted->send))
		return cli_usage("--at looks at the past; what was then cannot be changed");
	enum pmo_result result =
		meeting_find(cli, argc ? argv[0] : NULL, MEETING_NEXT, &run.meeting);
	if (result != PMO_OK)
		return result;
	if (wanted->write + wanted->send + wanted->ics > 1)
		return cli_usage("--write, --send and --ics are steps of their own");
	if (wanted->write)
		result = write_items(&run);
	else if (wanted->send)
		result = agenda_send(&run);
	else if (wanted->ics)
		result = print_event(&run);
	else
		result = print(&run);
	if (run.plan)
		pmo_plan_free(run.plan);
	return result;
}

const struct command agenda_command = {
	.name = "agenda",
	.summary = "what a meeting is about; its invitation",
	.group = GROUP_CAPTURE,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN | TAKES_DOCUMENT,
	.options = options,
	.size = sizeof(struct agenda_options),
	.usage = "[ID | KIND] [--write | --send | --ics]",
	.about = "Without an id: the next meeting, of that kind or series. Carried over are open\n"
		 "actions of these meetings, decisions due, what is overdue, and milestones of\n"
		 "the next 20 working days.",
	.run = run_command,
};

/*
 * `pmo escalate`: what goes up a level now, the memo that takes it there, and sending it: the
 * step is recorded, and its clock runs.
 */
#include "commands.h"
#include "post.h"
#include "view.h"

#include "cli/document.h"

#include <pmo/memo.h>
#include <pmo/text.h>

#include <string.h>

struct escalate_options {
	const char *ask;
	bool due, draft, send, again;
};

static const struct option options[] = {
	{ .name = "due",
	  CLI_FLAG(struct escalate_options, due),
	  .help = "what is due by the ladder; with --send, all of it" },
	{ .name = "ask",
	  CLI_TEXT(struct escalate_options, ask),
	  .arg = "TEXT",
	  .help = "exactly what is asked" },
	{ .name = "draft",
	  CLI_FLAG(struct escalate_options, draft),
	  .help = "the memo as a mail in outbox/; nothing is recorded" },
	{ .name = "send",
	  CLI_FLAG(struct escalate_options, send),
	  .help = "send it; the step is recorded, its clock runs" },
	{ .name = "again",
	  CLI_FLAG(struct escalate_options, again),
	  .help = "send it though an answer is still awaited" },
	{ 0 },
};

struct escalate_work {
	struct cli *cli;
	struct pmo_plan *plan; /* NULL: none could be made */
	struct post post;
};

static enum pmo_result list_due(struct cli *cli)
{
	cli->schema = pmo_workspace_schema(cli->workspace, "issue");
	return cli->schema ? view_escalations_command.run(cli, 0, NULL) : PMO_NO_MEMORY;
}

static enum pmo_result put_mail(struct escalate_work *work, const struct pmo_memo *memo,
				const char *text)
{
	struct cli *cli = work->cli;
	const struct pmo_record *person =
		memo->person ? post_person(cli, NULL, memo->person) : NULL;
	const struct pmo_mail_address to = post_address(person);
	char today[PMO_DATE_SIZE];
	pmo_date_format(pmo_workspace_world(cli->workspace)->today, today);
	struct pmo_mail mail = {
		.to = &to,
		.to_count = 1,
		.subject = pmo_arena_format(&cli->arena, "Your help is needed: %s", memo->problem),
		.text = text,
	};
	if (!memo->person)
		return cli_usage("the charter names nobody for level %d: pmo set project "
				 "authority+='%d HANDLE'",
				 memo->to, memo->to);
	if (!to.address)
		return cli_usage("%s has no e-mail: pmo person set %s email=…", memo->person,
				 memo->person);
	enum pmo_result result = post_find_sender(cli, memo->item->project, &mail.from);
	if (result == PMO_OK)
		result = post_check_reader(person, memo->item);
	if (result != PMO_OK)
		return result;
	const char *name =
		pmo_arena_format(&cli->arena, "%s-escalate-%s-%d", today, memo->item->id, memo->to);
	const char *what = pmo_arena_format(&cli->arena, "%s  %s, level %d", memo->item->id,
					    to.name ? to.name : memo->person, memo->to);
	return name && what ? post_put(&work->post, &mail, outbox_name(cli, name), what)
			    : PMO_NO_MEMORY;
}

/* The escalation of the item whose answer is awaited and not overdue, or NULL. */
static enum pmo_result find_awaited(struct cli *cli, const struct pmo_record *item,
				    const struct pmo_record **awaited)
{
	const struct pmo_schema *schema = pmo_workspace_schema(cli->workspace, "escalation");
	struct pmo_records calls = { 0 };
	enum pmo_result result = PMO_OK;
	*awaited = NULL;
	if (schema)
		result = pmo_workspace_records(cli->workspace, item->project, schema, &calls);
	for (size_t i = 0; result == PMO_OK && i < calls.count; i++) {
		const struct pmo_record *call = &calls.items[i];
		const char *about = pmo_record_text(call, pmo_schema_field(schema, "item"));
		bool runs = !call->unreadable && pmo_record_is_open(call) &&
			    !pmo_record_is_overdue(call);
		if (runs && about && pmo_text_compare(about, item->id) == 0)
			*awaited = call;
	}
	return result;
}

/* The name of the memo with which somebody was asked; NULL: memory, or it says too little. */
static const char *memo_name(struct cli *cli, const struct pmo_record *call)
{
	struct pmo_value sent = pmo_record_get_name(call, "sent");
	struct pmo_value level = pmo_record_get_name(call, "level");
	const char *item = pmo_record_text(call, pmo_schema_field(call->schema, "item"));
	char day[PMO_DATE_SIZE];
	if (!item || sent.presence != PMO_PRESENT || level.presence != PMO_PRESENT)
		return NULL;
	pmo_date_format((int32_t)sent.as.integer, day);
	const char *name = pmo_arena_format(&cli->arena, "%s-escalate-%s-%d", day, item,
					    (int)level.as.integer);
	return name ? outbox_name(cli, name) : NULL;
}

/* Where its memo lies as long as nobody sent it, which is why no answer comes; NULL: it left. */
static enum pmo_result find_unsent(struct cli *cli, const struct pmo_record *call,
				   const char **path)
{
	const char *name = memo_name(cli, call);
	enum outbox_done done = OUTBOX_GONE;
	enum pmo_result result = name ? outbox_look(cli, name, &done) : PMO_OK;
	*path = result == PMO_OK && done == OUTBOX_THERE ? outbox_path(cli, name) : NULL;
	return result;
}

/* Whoever was asked has the time that they were given. */
static enum pmo_result refuse_awaited(struct cli *cli, const struct pmo_memo *memo)
{
	const struct escalate_options *wanted = cli->options;
	const struct pmo_record *call;
	const char *unsent;
	char when[PMO_DATE_LONG_SIZE] = "then";
	enum pmo_result result = find_awaited(cli, memo->item, &call);
	if (result != PMO_OK || !call || wanted->again)
		return result;
	result = find_unsent(cli, call, &unsent);
	if (result != PMO_OK)
		return result;
	struct pmo_value due = pmo_record_get(call, call->schema->due);
	const char *who = pmo_record_text(call, call->schema->owner);
	if (due.presence == PMO_PRESENT && due.kind == PMO_DATE)
		pmo_date_format_long((int32_t)due.as.integer,
				     pmo_workspace_world(cli->workspace)->today, when);
	who = who ? who : "somebody";
	if (unsent)
		cli_say("%s: %s asks %s for an answer by %s, but its memo still lies in %s; "
			"pmo outbox --send sends it, unless your mail program did",
			memo->item->id, call->id, who, when, unsent);
	else
		cli_say("%s: %s was asked with %s and has until %s to answer; the next level "
			"follows after that, or add --again",
			memo->item->id, who, call->id, when);
	return PMO_REFUSED;
}

/* The step, and what stops its clock. */
static enum pmo_result record(struct escalate_work *work, const struct pmo_memo *memo,
			      const char *text)
{
	struct post *post = &work->post;
	struct pmo_draft *call;
	enum pmo_result result = pmo_memo_record(memo, post->update, text, &call);
	if (result == PMO_OK)
		result = cli_attach(work->cli, call);
	if (result != PMO_OK)
		return result;
	const char *id = pmo_draft_record(call)->id;
	const char *note =
		pmo_arena_format(&work->cli->arena,
				 "%s  its clock runs; the answer:\n"
				 "         pmo escalation resolve %s response=… agreed=DATE\n",
				 id, id);
	post->entries[post->count - 1].note = note;
	return note ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result put_out(struct escalate_work *work, const struct pmo_memo *memo)
{
	const struct escalate_options *wanted = work->cli->options;
	struct pmo_document document;
	struct pmo_buffer text;
	if (wanted->send && !memo->ask)
		return cli_usage("%s: nothing says what is asked; add --ask \"…\"", memo->item->id);
	enum pmo_result result = wanted->send ? refuse_awaited(work->cli, memo) : PMO_OK;
	if (result != PMO_OK)
		return result;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	result = pmo_memo_document(memo, &document);
	if (result == PMO_OK)
		result = pmo_document_print(&document, PMO_DOCUMENT_TEXT, NULL, &text);
	if (result == PMO_OK)
		result = put_mail(work, memo, text.data);
	if (result == PMO_OK && wanted->send)
		result = record(work, memo, text.data);
	pmo_buffer_release(&text);
	return result;
}

static enum pmo_result open_memo(struct escalate_work *work, const struct pmo_record *record,
				 struct pmo_memo *memo)
{
	const struct escalate_options *wanted = work->cli->options;
	enum pmo_result result = pmo_memo_open(work->cli->workspace, work->plan, record, memo);
	if (wanted->ask && *wanted->ask)
		memo->ask = wanted->ask;
	return result;
}

static enum pmo_result each(struct escalate_work *work, int argc, char **argv)
{
	struct cli *cli = work->cli;
	const struct escalate_options *wanted = cli->options;
	bool out = wanted->draft || wanted->send;
	enum pmo_result result = PMO_OK;
	for (int i = 0; i < argc && result == PMO_OK; i++) {
		const struct pmo_record *record;
		struct pmo_memo memo;
		struct pmo_document document;
		result = cli_find(cli, NULL, argv[i], &record);
		if (result == PMO_OK)
			result = open_memo(work, record, &memo);
		if (result == PMO_OK && out)
			result = put_out(work, &memo);
		else if (result == PMO_OK)
			result = pmo_memo_document(&memo, &document);
		if (result == PMO_OK && !out)
			result = cli_print_document(cli, &document);
	}
	return result;
}

/* The ids of all steps that are due. */
static enum pmo_result each_due(struct escalate_work *work)
{
	struct cli *cli = work->cli;
	struct pmo_escalation_steps steps = { 0 };
	enum pmo_result result =
		pmo_ladder_due(cli->workspace, pmo_workspace_project(cli->workspace), &steps);
	char **ids = pmo_arena_array(&cli->arena, steps.count + 1, sizeof(*ids));
	if (!ids)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < steps.count; i++)
		if (!(ids[i] = pmo_arena_string(&cli->arena, steps.items[i].issue->id)))
			return PMO_NO_MEMORY;
	if (result == PMO_OK && !steps.count)
		pmo_buffer_add_text(&cli->out, "None.\n");
	return result == PMO_OK ? each(work, (int)steps.count, ids) : result;
}

static enum pmo_result put_all(struct escalate_work *work, int argc, char **argv)
{
	const struct escalate_options *wanted = work->cli->options;
	work->post = (struct post){ .cli = work->cli, .send = wanted->send };
	enum pmo_result result = post_begin(&work->post);
	if (result == PMO_OK)
		result = argc ? each(work, argc, argv) : each_due(work);
	return post_end(&work->post, result);
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct escalate_options *wanted = cli->options;
	const struct pmo_project *project = NULL;
	struct escalate_work work = { .cli = cli };
	struct pmo_plan_options how = { 0 };
	bool out = wanted->draft || wanted->send;
	if (argc && wanted->due)
		return cli_usage("either ids or --due, not both");
	if (!argc && out && !wanted->due)
		return cli_usage("which one? its id, such as ISS-6, or --due for all");
	if (!argc && !out)
		return list_due(cli);
	enum pmo_result result = pmo_workspace_need_project(cli->workspace, &project);
	/* A memo can do without a schedule; what is wrong with it `pmo check` says. */
	if (result == PMO_OK &&
	    pmo_plan_schedule(cli->workspace, project, &how, &work.plan) == PMO_NO_MEMORY)
		result = PMO_NO_MEMORY;
	if (result == PMO_OK)
		result = out ? put_all(&work, argc, argv) : each(&work, argc, argv);
	pmo_plan_free(work.plan);
	return result;
}

const struct command escalate_command = {
	.name = "escalate",
	.summary = "what goes up a level now, and the memo that takes it there",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = -1,
	.takes = TAKES_DOCUMENT | TAKES_CHANGE | TAKES_DRY_RUN,
	.options = options,
	.size = sizeof(struct escalate_options),
	.usage = "[ID... | --due] [--ask TEXT] [--draft | --send [--again]]",
	.about = "Without an id: the issues whose clock has run out, to whom they go and why.\n"
		 "With one: the memo. No level is skipped, but that safety, security and legal\n"
		 "matters go straight to the top. A date that is agreed on stops the clock.",
	.run = run,
};

/*
 * `pmo notice`: tells management that a date has moved: why, what could be done, who must
 * decide by when. Two paragraphs to forward; --full, or a document with -o, has all of it.
 */
#include "commands.h"
#include "post.h"

#include "cli/document.h"
#include "cli/wrap.h"

#include <pmo/notice.h>
#include <pmo/text.h>
#include <pmo/why.h>

#include <string.h>

struct notice_options {
	const char *since;
	bool full, send;
};

static const struct option options[] = {
	{ .name = "since",
	  CLI_TEXT(struct notice_options, since),
	  .arg = "WHEN",
	  .help = "a report, baseline, date or revision; the baseline" },
	{ .name = "full",
	  CLI_FLAG(struct notice_options, full),
	  .help = "options, milestones and what is done meanwhile, too" },
	{ .name = "send",
	  CLI_FLAG(struct notice_options, send),
	  .help = "to the sponsor; kept as a document, noted as sent" },
	{ 0 },
};

/* The two moments. */
struct notice_work {
	struct cli *cli;
	struct pmo_plan *plan;
	struct pmo_notice_since since;
	struct pmo_workspace *old; /* of another day */
	struct pmo_plan *old_plan;
	struct pmo_notice *notices;
	size_t count;
	struct post post;
};

static void release(struct notice_work *work)
{
	pmo_plan_free(work->old_plan);
	if (work->old)
		pmo_workspace_close(work->old);
	pmo_plan_free(work->plan);
}

/* The workspace as it was, and its schedule. */
static enum pmo_result open_old(struct notice_work *work, const char *since)
{
	struct cli *cli = work->cli;
	struct pmo_env env = cli->env;
	const struct pmo_project *project = NULL;
	struct pmo_plan_options how = { 0 };
	int32_t date;
	env.at = since;
	env.directory = pmo_workspace_root(cli->workspace);
	env.project = work->plan->project->handle;
	env.today = PMO_DATE_NONE;
	enum pmo_result result = pmo_workspace_open(&env, &cli->diags, &work->old);
	if (result == PMO_OK)
		result = pmo_workspace_need_project(work->old, &project);
	if (result == PMO_OK)
		result = pmo_plan_schedule(work->old, project, &how, &work->old_plan);
	if (result != PMO_OK)
		return result;
	work->since.plan = work->old_plan;
	work->since.name = pmo_arena_format(&cli->arena, "revision %s", since);
	if (pmo_date_parse(since, strlen(since), &date) == PMO_OK) {
		char day[PMO_DATE_LONG_SIZE];
		pmo_date_format_short(date, work->plan->as_of, day);
		work->since.name = pmo_arena_string(&cli->arena, day);
	}
	return work->since.name ? PMO_OK : PMO_NO_MEMORY;
}

static bool begins(const char *word, const char *prefix)
{
	for (; *prefix; word++, prefix++)
		if (pmo_ascii_to_upper(*word) != *prefix)
			return false;
	return pmo_ascii_is_digit(*word) || (*word == '-' && pmo_ascii_is_digit(word[1]));
}

static enum pmo_result find_since(struct notice_work *work, const char *since)
{
	const char *registers[][2] = { { "RPT", "report" }, { "BSL", "baseline" } };
	if (!since || strcmp(since, "baseline") == 0)
		return PMO_OK;
	for (size_t i = 0; i < 2; i++) {
		const struct pmo_schema *schema =
			pmo_workspace_schema(work->cli->workspace, registers[i][1]);
		if (schema && begins(since, registers[i][0]))
			return cli_find(work->cli, schema, since, &work->since.record);
	}
	return open_old(work, since);
}

/* `go-live`, `M7`, `MS-7`. */
static enum pmo_result find_item(struct notice_work *work, const char *word, int *item)
{
	const struct pmo_record *record;
	bool live = pmo_ascii_equal(word, "go-live") || pmo_ascii_equal(word, "golive");
	*item = live ? pmo_plan_go_live(work->plan) : pmo_plan_find(work->plan, word);
	if (*item < 0 && live)
		return cli_usage("this project has no go-live: pmo set project go_live=MS-…");
	if (*item >= 0)
		return PMO_OK;
	enum pmo_result result = cli_find(work->cli, NULL, word, &record);
	if (result != PMO_OK)
		return result;
	*item = pmo_plan_index(work->plan, record);
	return *item >= 0 ? PMO_OK : cli_usage("%s is no task or milestone of this project", word);
}

static enum pmo_result gather(struct notice_work *work, const char *word)
{
	int one;
	const int *items = &one;
	work->count = 1;
	enum pmo_result result = word ? find_item(work, word, &one)
				      : pmo_notice_causes(work->plan, &items, &work->count);
	if (result != PMO_OK)
		return result;
	work->notices = pmo_arena_array(&work->cli->arena, work->count + 1, sizeof(*work->notices));
	if (!work->notices)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < work->count && result == PMO_OK; i++)
		result = pmo_notice_open(work->plan, items[i], &work->since, &work->notices[i]);
	return result;
}

static enum pmo_result print_text(struct notice_work *work)
{
	struct cli *cli = work->cli;
	struct pmo_buffer text, visible;
	enum pmo_result result = PMO_OK;
	if (!work->count)
		pmo_buffer_add_text(&cli->out, "None.\n");
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&visible, PMO_BUFFER_LIMIT);
	for (size_t i = 0; i < work->count && result == PMO_OK; i++) {
		if (i)
			pmo_buffer_add_text(&text, "\n\n");
		result = pmo_notice_text(&work->notices[i], &text);
	}
	pmo_text_add_visible_lines(&visible, text.data, text.length);
	if (work->count)
		wrap_add(&cli->out, visible.data, 0, (size_t)cli->terminal.width);
	pmo_buffer_release(&text);
	pmo_buffer_release(&visible);
	return result;
}

static enum pmo_result print(struct notice_work *work)
{
	const struct notice_options *wanted = work->cli->options;
	struct pmo_document document;
	bool text = !work->cli->format_word && !work->cli->output && !wanted->full;
	enum pmo_result result = PMO_OK;
	if (text || !work->count)
		return print_text(work);
	if (work->count > 1 && (work->cli->output || work->cli->format_word))
		return cli_usage("there are %zu causes; say which: pmo notice %s", work->count,
				 work->plan->items[work->notices[0].item].id);
	for (size_t i = 0; i < work->count && result == PMO_OK; i++) {
		result = pmo_notice_document(&work->notices[i], &document);
		if (result == PMO_OK)
			result = cli_print_document(work->cli, &document);
	}
	return result;
}

/* To the sponsor; the project manager reads along. */
static enum pmo_result find_readers(struct notice_work *work, const struct pmo_record *about,
				    struct pmo_mail_address readers[2], size_t *count)
{
	static const char *const roles[] = { "sponsor", "pm" };
	enum pmo_result result = PMO_OK;
	*count = 0;
	for (size_t i = 0; result == PMO_OK && i < 2; i++) {
		const struct pmo_record *person =
			post_person(work->cli, work->plan->project, roles[i]);
		if (!post_has_address(person))
			continue;
		result = post_check_reader(person, about);
		readers[(*count)++] = post_address(person);
	}
	if (result == PMO_OK && !*count)
		return cli_usage("the sponsor has no e-mail: pmo person set HANDLE email=…");
	return result;
}

static enum pmo_result put_mail(struct notice_work *work, const struct pmo_notice *notice,
				struct pmo_notice_sent *sent)
{
	struct cli *cli = work->cli;
	const struct pmo_plan_item *item = &work->plan->items[notice->item];
	struct pmo_mail_address readers[2];
	struct pmo_mail mail = { .to = readers, .to_count = 1, .cc = readers + 1 };
	char today[PMO_DATE_SIZE];
	size_t count;
	enum pmo_result result = post_find_sender(cli, work->plan->project, &mail.from);
	if (result == PMO_OK)
		result = find_readers(work, item->record, readers, &count);
	if (result != PMO_OK)
		return result;
	pmo_date_format(work->plan->as_of, today);
	char *subject = pmo_arena_string(&cli->arena, pmo_notice_headline(notice));
	const char *name = pmo_arena_format(&cli->arena, "%s-notice-%s", today, item->id);
	const char *reader = readers[0].name ? readers[0].name : readers[0].address;
	const char *what = pmo_arena_format(&cli->arena, "%s  notice for %s%s%s", item->id, reader,
					    count > 1 ? ", " : "",
					    count < 2         ? ""
					    : readers[1].name ? readers[1].name
							      : readers[1].address);
	if (!subject || !name || !what)
		return PMO_NO_MEMORY;
	if (*subject)
		subject[strlen(subject) - 1] = '\0'; /* the full stop */
	mail.subject = subject;
	mail.text = sent->text;
	mail.cc_count = count - 1;
	sent->to_count = count;
	return post_put(&work->post, &mail, outbox_name(cli, name), what);
}

/* The notice of a day is kept once, whatever became of its letter. */
static enum pmo_result keep(struct notice_work *work, const struct pmo_notice *notice,
			    struct pmo_notice_sent *sent)
{
	struct post_entry *entry = &work->post.entries[work->post.count - 1];
	if (entry->done != OUTBOX_DRAFTED)
		return PMO_OK;
	enum pmo_result result = pmo_notice_record(notice, work->post.update, sent);
	if (result == PMO_OK)
		result = cli_attach(work->cli, sent->document);
	if (result != PMO_OK)
		return result;
	entry->note = pmo_arena_format(
		&work->cli->arena, "%s keeps the text, %s says that it went out\n",
		pmo_draft_record(sent->document)->id, pmo_draft_record(sent->communication)->id);
	return entry->note ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result send_one(struct notice_work *work, const struct pmo_notice *notice)
{
	struct cli *cli = work->cli;
	struct pmo_notice_sent sent = { 0 };
	struct pmo_buffer text, visible;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&visible, PMO_BUFFER_LIMIT);
	enum pmo_result result = pmo_notice_text(notice, &text);
	pmo_text_add_visible_lines(&visible, text.data, text.length);
	if (result == PMO_OK && !visible.failed)
		sent.text = pmo_arena_copy(&cli->arena, visible.data, visible.length);
	pmo_buffer_release(&text);
	pmo_buffer_release(&visible);
	if (!sent.text)
		return PMO_NO_MEMORY;
	result = put_mail(work, notice, &sent);
	return result == PMO_OK ? keep(work, notice, &sent) : result;
}

static enum pmo_result send(struct notice_work *work)
{
	work->post = (struct post){ .cli = work->cli, .send = true };
	enum pmo_result result = post_begin(&work->post);
	for (size_t i = 0; i < work->count && result == PMO_OK; i++)
		result = send_one(work, &work->notices[i]);
	result = post_end(&work->post, result);
	if (result == PMO_OK && !work->count)
		pmo_buffer_add_text(&work->cli->out, "None.\n");
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct notice_options *wanted = cli->options;
	const struct pmo_project *project = NULL;
	struct notice_work work = { .cli = cli };
	struct pmo_plan_options how = { 0 };
	enum pmo_result result = pmo_workspace_need_project(cli->workspace, &project);
	if (result == PMO_OK)
		result = pmo_plan_schedule(cli->workspace, project, &how, &work.plan);
	if (result == PMO_OK)
		result = find_since(&work, wanted->since);
	if (result == PMO_OK)
		result = gather(&work, argc ? argv[0] : NULL);
	if (result == PMO_OK)
		result = wanted->send ? send(&work) : print(&work);
	release(&work);
	return result;
}

const struct command notice_command = {
	.name = "notice",
	.summary = "tells management what moved, why, and what is asked",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_DOCUMENT | TAKES_CHANGE | TAKES_DRY_RUN,
	.options = options,
	.size = sizeof(struct notice_options),
	.usage = "[go-live | MILESTONE] [--since WHEN] [--full] [--send]",
	.about = "Without a milestone: one notice for each cause of a milestone that is five or\n"
		 "more working days late. Change requests that say what they do to the plan\n"
		 "(what_if) are worked out as options; decisions that are awaited are asked for.",
	.run = run,
};

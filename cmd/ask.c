/*
 * `pmo ask`: one form a person, as a draft in the outbox, or as text or a table. What was
 * asked stands in a check-in, so a second run finds it and asks nothing twice.
 */
#include "commands.h"
#include "duties.h"
#include "post.h"

#include <pmo/checkin.h>
#include <pmo/csv.h>
#include <pmo/text.h>

#include <string.h>

enum shape { SHAPE_DRAFTS, SHAPE_TEXT, SHAPE_CSV };

struct ask_options {
	const char *due, *format;
	bool send;
};

static const struct option options[] = {
	{ .name = "due",
	  CLI_TEXT(struct ask_options, due),
	  .arg = "DATE",
	  .help = "answers are wanted by then; in three working days" },
	{ .name = "format",
	  CLI_TEXT(struct ask_options, format),
	  .arg = "FORMAT",
	  .help = "text or csv: print the forms instead of drafting mail" },
	{ .name = "send", CLI_FLAG(struct ask_options, send), .help = "send them, by sendmail" },
	{ 0 },
};

struct asking {
	struct cli *cli;
	enum shape shape;
	const struct pmo_project *project;
	struct pmo_plan *plan;
	struct pmo_forms forms;
	struct pmo_mail_address from;
	const char **ids; /* of the check-ins, beside the forms; NULL: not asked now */
	struct post post;
	size_t asked, old;
	struct pmo_csv_writer csv;
};

static const char *text_of(const struct pmo_record *record, const char *field)
{
	const char *text = pmo_record_text(record, pmo_schema_field(record->schema, field));
	return text ? text : "";
}

static enum pmo_result read_options(struct asking *asking, struct pmo_form_options *how, int argc,
				    char **argv)
{
	struct cli *cli = asking->cli;
	const struct ask_options *wanted = cli->options;
	const struct pmo_world *world = pmo_workspace_world(cli->workspace);
	const struct pmo_date_context dates = { world->today, world->calendar };
	const char **people = pmo_arena_array(&cli->arena, (size_t)argc + 1, sizeof(*people));
	if (!people)
		return PMO_NO_MEMORY;
	how->until = pmo_form_usual_until(world);
	if (wanted->due &&
	    pmo_date_input(&dates, wanted->due, strlen(wanted->due), &how->until) != PMO_OK)
		return cli_usage("--due: '%s' is no date such as thu or 2026-12-03", wanted->due);
	if (how->until < world->today)
		return cli_usage("--due: %s has passed", wanted->due);
	if (wanted->format && strcmp(wanted->format, "text") == 0)
		asking->shape = SHAPE_TEXT;
	else if (wanted->format && strcmp(wanted->format, "csv") == 0)
		asking->shape = SHAPE_CSV;
	else if (wanted->format)
		return cli_usage("--format: '%s' is neither text nor csv", wanted->format);
	if (wanted->send && wanted->format)
		return cli_usage("--send goes with drafts, not with --format");
	for (int i = 0; i < argc; i++) {
		people[i] = duties_person(cli, argv[i]);
		if (!people[i])
			return PMO_NOT_FOUND;
	}
	how->people = people;
	how->people_count = (size_t)argc;
	return PMO_OK;
}

/* Who asks: the user, by name and address. */
static enum pmo_result find_sender(struct asking *asking)
{
	const struct pmo_world *world = pmo_workspace_world(asking->cli->workspace);
	const struct pmo_record *me =
		world->me ? world->find(world->store, NULL, world->me, "person") : NULL;
	asking->from.name = me ? text_of(me, "name") : world->me ? world->me : "the project office";
	asking->from.address = me ? text_of(me, "email") : "";
	if (asking->shape != SHAPE_DRAFTS || pmo_mail_is_address(asking->from.address))
		return PMO_OK;
	if (!me)
		return cli_usage("who asks? Set PMO_USER to your handle in people.yaml");
	return cli_usage("your own address is missing: pmo person set %s email=…", me->id);
}

static enum pmo_result schedule(struct asking *asking)
{
	struct cli *cli = asking->cli;
	const struct pmo_plan_options how = { .alone = true };
	enum pmo_result result = pmo_workspace_need_project(cli->workspace, &asking->project);
	if (result == PMO_OK)
		result = pmo_plan_read(cli->workspace, asking->project, &how, &asking->plan);
	if (result == PMO_OK && pmo_plan_compute(asking->plan) == PMO_NO_MEMORY)
		result = PMO_NO_MEMORY;
	return result;
}

static const char *mail_name(struct asking *asking, const char *id)
{
	char date[PMO_DATE_SIZE];
	pmo_date_format(asking->forms.until, date);
	const char *text = pmo_arena_format(&asking->cli->arena, "%s-ask-%s-%s", date,
					    asking->project->handle, id);
	return text ? outbox_name(asking->cli, text) : NULL;
}

static enum pmo_result draft_mail(struct asking *asking, size_t index, const char *text)
{
	struct cli *cli = asking->cli;
	const struct pmo_form *form = &asking->forms.items[index];
	const struct pmo_mail_address to = post_address(form->to);
	char date[PMO_DATE_LONG_SIZE];
	int32_t today = pmo_workspace_world(cli->workspace)->today;
	pmo_date_format_long(asking->forms.until, today, date);
	const struct pmo_mail mail = {
		.from = asking->from,
		.to = &to,
		.to_count = 1,
		.subject = pmo_arena_format(&cli->arena, "%s: where do we stand? %s, by %s",
					    asking->project->title, asking->ids[index], date),
		.text = text,
	};
	return post_put(&asking->post, &mail, mail_name(asking, asking->ids[index]), NULL);
}

static void add_rows(struct asking *asking, const struct pmo_form *form, const char *id)
{
	for (size_t i = 0; i < form->count; i++) {
		const struct pmo_form_item *item = &form->items[i];
		for (const struct pmo_question *ask = item->questions; ask->word; ask++) {
			if (!pmo_form_asks(item, ask))
				continue;
			const char *const cells[] = { id,          form->person->id, item->key,
						      item->title, item->now,        ask->word,
						      "" };
			for (size_t c = 0; c < sizeof(cells) / sizeof(*cells); c++)
				pmo_csv_add_cell(&asking->csv, cells[c]);
			pmo_csv_end_record(&asking->csv);
		}
	}
}

static enum pmo_result write_form(struct asking *asking, size_t index)
{
	struct cli *cli = asking->cli;
	const struct pmo_form *form = &asking->forms.items[index];
	const struct pmo_form_letter letter = { asking->ids[index], asking->from.name,
						asking->forms.until };
	struct pmo_buffer text;
	enum pmo_result result = PMO_OK;
	if (asking->shape == SHAPE_CSV) {
		add_rows(asking, form, asking->ids[index]);
		return PMO_OK;
	}
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_form_write(form, &letter, &text);
	if (text.failed)
		result = PMO_NO_MEMORY;
	else if (asking->shape == SHAPE_DRAFTS)
		result = draft_mail(asking, index, text.data);
	else
		pmo_buffer_add_format(&cli->out, "%s%s\n", cli->out.length ? "\f\n" : "",
				      text.data);
	pmo_buffer_release(&text);
	return result;
}

/* Whether a form can be made now; why not is told. */
static bool can_ask(struct asking *asking, size_t index)
{
	const struct pmo_form *form = &asking->forms.items[index];
	char date[PMO_DATE_LONG_SIZE];
	int32_t today = pmo_workspace_world(asking->cli->workspace)->today;
	pmo_date_format_long(asking->forms.until, today, date);
	if (form->withheld)
		cli_say("%zu of what %s owes is confidential or internal and left out",
			form->withheld, form->person->id);
	if (!form->count && !form->withheld)
		cli_say("%s owes nothing by %s", form->person->id, date);
	if (!form->count)
		return false;
	if (asking->shape != SHAPE_DRAFTS || pmo_mail_is_address(text_of(form->to, "email")))
		return true;
	cli_say("%s has no e-mail address: pmo ask %s --format text prints the form", form->to->id,
		form->person->id);
	return false;
}

static enum pmo_result ask_one(struct asking *asking, size_t index)
{
	struct pmo_form *form = &asking->forms.items[index];
	struct pmo_draft *draft;
	if (form->is_out && asking->shape == SHAPE_DRAFTS) {
		const char *name = mail_name(asking, form->open->id);
		asking->old++;
		return name ? post_again(&asking->post, name) : PMO_NO_MEMORY;
	}
	if (!can_ask(asking, index))
		return PMO_OK;
	enum pmo_result result = PMO_OK;
	if (form->is_out) {
		asking->ids[index] = form->open->id; /* printed again; nothing new is kept */
	} else {
		result = pmo_form_keep(form, asking->forms.until, asking->post.update, &draft);
		if (result == PMO_OK)
			asking->ids[index] = pmo_draft_record(draft)->id;
	}
	if (result == PMO_OK)
		result = write_form(asking, index);
	asking->asked += result == PMO_OK;
	return result;
}

static void tell_line(struct asking *asking, size_t index)
{
	struct cli *cli = asking->cli;
	const struct pmo_form *form = &asking->forms.items[index];
	struct pmo_buffer keys;
	pmo_buffer_init(&keys, 1 << 16);
	for (size_t i = 0; i < form->count; i++)
		pmo_buffer_add_format(&keys, "%s%s", i ? ", " : "", form->items[i].key);
	pmo_buffer_add_format(&cli->out, "  %-8s %-6s ", asking->ids[index], form->person->id);
	size_t width = (size_t)cli->terminal.width;
	pmo_text_truncate(&cli->out, keys.data, width > 30 ? width - 19 : 11);
	pmo_buffer_add_char(&cli->out, '\n');
	pmo_buffer_release(&keys);
}

static void tell_stand_ins(struct asking *asking, const char *before)
{
	struct cli *cli = asking->cli;
	int32_t today = pmo_workspace_world(cli->workspace)->today;
	for (size_t i = 0; i < asking->forms.count; i++) {
		const struct pmo_form *form = &asking->forms.items[i];
		char date[PMO_DATE_LONG_SIZE];
		if (form->away_to == PMO_DATE_NONE || !asking->ids[i])
			continue;
		pmo_date_format_short(form->away_to, today, date);
		pmo_buffer_add_format(&cli->out, "%s%s is away until %s: ", before,
				      form->person->id, date);
		if (form->to == form->person)
			pmo_buffer_add_text(&cli->out, "nobody stands in");
		else
			pmo_buffer_add_format(&cli->out, "sent to %s", form->to->id);
		before = "; ";
	}
}

/* "8 drafts in outbox/ (open in any mail program)", "8 sent" */
static void tell_asked(struct asking *asking)
{
	const struct post *post = &asking->post;
	struct pmo_buffer *out = &asking->cli->out;
	if (post->sent)
		pmo_buffer_add_format(out, "%zu sent", post->sent);
	else
		pmo_buffer_add_format(out, "%zu draft%s %s outbox/ (open in any mail program)",
				      asking->asked, asking->asked == 1 ? "" : "s",
				      asking->cli->dry_run ? "would be written to" : "in");
	tell_stand_ins(asking, "; ");
	pmo_buffer_add_char(out, '\n');
}

static void tell(struct asking *asking)
{
	struct cli *cli = asking->cli;
	struct pmo_buffer *out = &cli->out;
	char date[PMO_DATE_LONG_SIZE];
	int32_t today = pmo_workspace_world(cli->workspace)->today;
	pmo_date_format_long(asking->forms.until, today, date);
	if (asking->shape != SHAPE_DRAFTS)
		return;
	if (!asking->asked && !asking->old) {
		pmo_buffer_add_format(out, "Nobody owes anything by %s.\n", date);
		return;
	}
	if (asking->asked || asking->post.sent)
		tell_asked(asking);
	for (size_t i = 0; i < asking->forms.count; i++)
		if (asking->ids[i])
			tell_line(asking, i);
	if (asking->old)
		pmo_buffer_add_format(out, "%zu asked before for %s, and not again\n", asking->old,
				      date);
	post_tell_left(&asking->post, out);
}

static enum pmo_result ask_all(struct asking *asking)
{
	const struct ask_options *wanted = asking->cli->options;
	asking->cli->quiet = "incomplete";
	asking->post = (struct post){ .cli = asking->cli, .send = wanted->send };
	enum pmo_result result = post_begin(&asking->post);
	for (size_t i = 0; result == PMO_OK && i < asking->forms.count; i++)
		result = ask_one(asking, i);
	result = post_deliver(&asking->post, result);
	if (asking->post.is_committed)
		tell(asking);
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	static const char *const heads[] = { "checkin", "person",   "id",    "title",
					     "now",     "question", "answer" };
	struct asking asking = { .cli = cli };
	struct pmo_form_options how = { 0 };
	enum pmo_result result = read_options(&asking, &how, argc, argv);
	if (result == PMO_OK)
		result = find_sender(&asking);
	if (result == PMO_OK)
		result = schedule(&asking);
	if (result == PMO_OK)
		result = pmo_forms_make(cli->workspace, asking.plan, &how, &asking.forms);
	if (result == PMO_OK) {
		size_t count = asking.forms.count + 1;
		asking.ids = pmo_arena_array(&cli->arena, count, sizeof(*asking.ids));
		result = asking.ids ? PMO_OK : PMO_NO_MEMORY;
	}
	if (result == PMO_OK && asking.shape == SHAPE_CSV) {
		pmo_csv_writer_init(&asking.csv, &cli->out);
		for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
			pmo_csv_add_cell(&asking.csv, heads[i]);
		pmo_csv_end_record(&asking.csv);
	}
	if (result == PMO_OK)
		result = ask_all(&asking);
	if (asking.plan)
		pmo_plan_free(asking.plan);
	return result;
}

const struct command ask_command = {
	.name = "ask",
	.summary = "ask people for everything they owe, a form each",
	.group = GROUP_CAPTURE,
	.needs = CLI_WRITE,
	.max = -1,
	.takes = TAKES_DRY_RUN,
	.options = options,
	.size = sizeof(struct ask_options),
	.usage = "[--due DATE] [PERSON...]",
	.about = "A form is a draft in outbox/ that opens in any mail program. It asks for tasks,\n"
		 "actions, estimates, reviews and whether somebody comes to a meeting. Who is\n"
		 "away is asked through who stands in. `pmo take` reads what comes back.",
	.run = run,
};

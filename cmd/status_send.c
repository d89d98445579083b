/* Writing: the record to write in, another color than the computed one, and the sending. */
#include "status.h"

#include "post.h"

#include "cli/document.h"

#include <pmo/audience.h>
#include <pmo/text.h>

#include <string.h>

enum { RECIPIENTS = 16 };

/* The draft of the period, made where there is none yet. */
static enum pmo_result open_draft(struct cli *cli, struct pmo_status *status,
				  struct pmo_update *update, struct pmo_draft **draft)
{
	const struct pmo_schema *schema = pmo_workspace_schema(cli->workspace, "report");
	const struct pmo_record *record;
	if (!schema)
		return PMO_NO_MEMORY;
	if (status->report) {
		const char *id = pmo_arena_format(&cli->arena, "%s/%s", status->project->handle,
						  status->report->id);
		if (!id)
			return PMO_NO_MEMORY;
		enum pmo_result found = pmo_workspace_find(cli->workspace, schema, id, &record);
		return found == PMO_OK ? pmo_update_edit(update, record, draft) : found;
	}
	enum pmo_result result = pmo_update_add(update, status->project, schema, NULL, draft);
	return result == PMO_OK ? pmo_snapshot_begin(status, *draft) : result;
}

static enum pmo_result refuse_sent(const struct pmo_status *status)
{
	if (!status->report || pmo_record_is_open(status->report))
		return PMO_OK;
	cli_say("%s was sent and does not change any more; the next one follows in the next period",
		status->report->id);
	return PMO_REFUSED;
}

enum pmo_result status_draft(struct cli *cli, struct pmo_status *status)
{
	struct pmo_update *update = NULL;
	struct pmo_draft *draft = NULL;
	enum pmo_result result = refuse_sent(status);
	if (result != PMO_OK)
		return result;
	if (status->report) {
		pmo_buffer_add_format(&cli->out, "%s is there: pmo edit %s\n", status->report->id,
				      status->report->id);
		cli_remember(cli, status->report);
		return PMO_OK;
	}
	cli->has_written = true;
	cli->quiet = "incomplete"; /* it is to be written in */
	result = cli_begin(cli, &update);
	if (result == PMO_OK)
		result = open_draft(cli, status, update, &draft);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	if (result == PMO_OK) {
		const char *id = pmo_draft_record(draft)->id;
		pmo_buffer_add_format(&cli->out, "%s  %s\n         write: pmo edit %s\n", id,
				      pmo_status_title(status), id);
		cli_remember(cli, pmo_draft_record(draft));
	}
	pmo_update_end(update);
	return result;
}

static enum pmo_result read_override(const char *what, enum pmo_rag_what *area, char *color)
{
	const char *equals = strchr(what, '=');
	char name[16] = "";
	if (equals && (size_t)(equals - what) < sizeof(name))
		memcpy(name, what, (size_t)(equals - what));
	*area = pmo_rag_area_find(name);
	if (*area >= PMO_RAG_OVERALL)
		return cli_usage(
			"--override: '%s' is none of scope=, schedule=, cost=, risk= with G, "
			"Y or R",
			what);
	*color = equals[1] >= 'a' ? (char)(equals[1] - 'a' + 'A') : equals[1];
	if (!equals[1] || equals[2] || !strchr("GYR", *color))
		return cli_usage("--override: a color is G, Y or R");
	return PMO_OK;
}

struct override {
	enum pmo_rag_what area;
	char computed, color;
	const char *by;
};

static enum pmo_result write_override(struct cli *cli, struct pmo_draft *draft,
				      const struct override *override)
{
	const struct pmo_record *record = pmo_draft_record(draft);
	const char *name = pmo_rag_area_name(override->area);
	char date[PMO_DATE_SIZE];
	int32_t on = cli->change.on != PMO_DATE_NONE ? cli->change.on
						     : pmo_workspace_world(cli->workspace)->today;
	pmo_date_format(on, date);
	/* A color that is there keeps its path to green. */
	const char *words[] = {
		status_has_area(record, name)
			? pmo_arena_format(&cli->arena, "rag.%s.computed=%c", name,
					   override->computed)
			: pmo_arena_format(&cli->arena, "rag+=area=%s computed=%c", name,
					   override->computed),
		pmo_arena_format(&cli->arena, "rag.%s.reported=%c", name, override->color),
		pmo_arena_format(&cli->arena, "rag.%s.by=%s", name, override->by),
		pmo_arena_format(&cli->arena, "rag.%s.date=%s", name, date),
		pmo_arena_format(&cli->arena, "rag.%s.reason=%s", name, cli->change.note),
	};
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < sizeof(words) / sizeof(*words); i++)
		result = words[i] ? pmo_draft_assign(draft, words[i]) : PMO_NO_MEMORY;
	return result;
}

enum pmo_result status_override(struct cli *cli, struct pmo_status *status, const char *what)
{
	struct override override = { .by = cli->change.by };
	struct pmo_update *update = NULL;
	struct pmo_draft *draft = NULL;
	enum pmo_result result = refuse_sent(status);
	if (result == PMO_OK)
		result = read_override(what, &override.area, &override.color);
	if (result != PMO_OK)
		return result;
	if (!override.by)
		override.by = pmo_workspace_world(cli->workspace)->me;
	override.computed = status->rag.areas[override.area].computed;
	const char *refused = status->charter ? pmo_rag_refuse(status->charter, override.computed,
							       override.color, override.by)
					      : "project.yaml cannot be read";
	if (!refused && !cli->change.note)
		refused = "it needs a reason: --note";
	if (refused) {
		cli_say("%s stays %c: %s", pmo_rag_area_name(override.area), override.computed,
			refused);
		return PMO_REFUSED;
	}
	cli->has_written = true;
	cli->quiet = "incomplete";
	result = cli_begin(cli, &update);
	if (result == PMO_OK)
		result = open_draft(cli, status, update, &draft);
	if (result == PMO_OK)
		result = write_override(cli, draft, &override);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	if (result == PMO_OK)
		pmo_buffer_add_format(&cli->out,
				      "%s  %s reported %c, computed %c, until this report\n",
				      pmo_draft_record(draft)->id, pmo_rag_area_name(override.area),
				      override.color, override.computed);
	pmo_update_end(update);
	return result;
}

/* Whoever gets the report. */
struct recipients {
	struct pmo_mail_address addresses[RECIPIENTS];
	const char *handles[RECIPIENTS];
	size_t count;
};

static enum pmo_result add_recipient(struct cli *cli, const char *handle,
				     struct recipients *recipients)
{
	const struct pmo_schema *schema = pmo_workspace_schema(cli->workspace, "person");
	const struct pmo_record *person;
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result = cli_find(cli, schema, handle, &person);
	if (result != PMO_OK || recipients->count == RECIPIENTS)
		return result;
	for (size_t i = 0; i < recipients->count; i++)
		if (strcmp(recipients->handles[i], person->id) == 0)
			return PMO_OK;
	if (!post_has_address(person)) {
		cli_say("%s has no email: pmo set %s email=…", person->id, person->id);
		return PMO_REFUSED;
	}
	/* The report tells of everything, whatever its visibility. */
	if (pmo_audience_of_person(person) != PMO_AUDIENCE_INTERNAL) {
		cli_say("%s is outside, and the report is for inside; pmo publish makes pages for "
			"others. Who is inside: their type in people.yaml, mail_domains in "
			"pmo.yaml",
			person->id);
		return PMO_REFUSED;
	}
	recipients->handles[recipients->count] = person->id;
	recipients->addresses[recipients->count++] = post_address(person);
	return PMO_OK;
}

static enum pmo_result find_recipients(struct cli *cli, const struct pmo_status *status,
				       const char *words, struct recipients *recipients)
{
	static const char *const roles[] = { "sponsor", "pm" };
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; !words && result == PMO_OK && i < 2; i++) {
		const char *handle = pmo_record_text(
			status->charter, pmo_schema_field(status->charter->schema, roles[i]));
		if (handle)
			result = add_recipient(cli, handle, recipients);
	}
	while (words && *words && result == PMO_OK) {
		size_t length = strcspn(words, ", ");
		char *word = pmo_arena_copy(&cli->arena, words, length);
		if (!word)
			return PMO_NO_MEMORY;
		if (length)
			result = add_recipient(cli, word, recipients);
		words += length + (words[length] != '\0');
	}
	if (result == PMO_OK && !recipients->count)
		return cli_usage("nobody gets it: name a sponsor in project.yaml, or use --to");
	return result;
}

/* What --send asks for before anything is written. */
static enum pmo_result check_ready(struct cli *cli, const struct pmo_status *status,
				   const struct status_options *options)
{
	const struct pmo_stamp *stamp = &status->stamp;
	enum pmo_result result = refuse_sent(status);
	if (result != PMO_OK)
		return result;
	if (!status->charter) {
		cli_say("project.yaml cannot be read: pmo check");
		return PMO_REFUSED;
	}
	if (status->todo_count) {
		struct pmo_buffer out;
		pmo_buffer_init(&out, 1 << 12);
		for (size_t i = 0; i < status->todo_count; i++)
			pmo_buffer_add_format(&out, "%s%s", i ? ", " : "", status->todo[i]);
		cli_say("before it is sent, you write: %s", out.data);
		pmo_buffer_release(&out);
		status_say_where(status);
		return PMO_REFUSED;
	}
	if (stamp->changed_count && !options->uncommitted) {
		cli_say("not committed: %s%s; git commit first, so that the report can be "
			"verified, or --uncommitted",
			stamp->changed[0],
			stamp->changed_count > 1 ? pmo_arena_format(&cli->arena, " and %zu more",
								    stamp->changed_count - 1)
						 : "");
		return PMO_REFUSED;
	}
	return PMO_OK;
}

static enum pmo_result freeze(struct cli *cli, struct pmo_status *status,
			      const struct recipients *recipients, struct pmo_draft *draft)
{
	int sent_to = pmo_schema_field(pmo_draft_record(draft)->schema, "sent_to");
	enum pmo_result result = pmo_snapshot_fill(status, draft);
	(void)cli;
	if (result == PMO_OK)
		result = pmo_draft_set(draft, sent_to, NULL);
	for (size_t i = 0; result == PMO_OK && i < recipients->count; i++)
		result = pmo_draft_append(draft, sent_to, recipients->handles[i]);
	return result == PMO_OK ? pmo_draft_move(draft, "send") : result;
}

/* The report as the file that -o names, as a part of the mail. */
static enum pmo_result make_part(struct cli *cli, const struct pmo_document *document,
				 struct pmo_mail_part *part)
{
	const char *slash = cli->output ? strrchr(cli->output, '/') : NULL;
	if (!cli->output)
		return PMO_OK;
	enum pmo_result result = cli_print_document(cli, document);
	part->name = slash ? slash + 1 : cli->output;
	part->type = "application/octet-stream";
	part->bytes = cli->out.data;
	part->length = cli->out.length;
	return result;
}

static const char *what_of(struct cli *cli, const struct recipients *recipients, const char *id)
{
	struct pmo_buffer out;
	pmo_buffer_init(&out, 1 << 12);
	pmo_buffer_add_format(&out, "%s  snapshot, report for ", id);
	for (size_t i = 0; i < recipients->count; i++)
		pmo_buffer_add_format(&out, "%s%s", i ? ", " : "", recipients->handles[i]);
	const char *what = pmo_arena_copy(&cli->arena, out.data, out.length);
	pmo_buffer_release(&out);
	return what;
}

static enum pmo_result put_mail(struct post *post, const struct pmo_status *status,
				const struct recipients *recipients, const char *id)
{
	struct cli *cli = post->cli;
	struct pmo_document document;
	struct pmo_buffer text, page;
	struct pmo_mail_part part = { 0 };
	struct pmo_mail mail = { .to = recipients->addresses, .to_count = recipients->count };
	const char *name = pmo_arena_format(&cli->arena, "%s-%s", status->project->handle, id);
	const char *what = what_of(cli, recipients, id);
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&page, PMO_BUFFER_LIMIT);
	enum pmo_result result = name && what ? PMO_OK : PMO_NO_MEMORY;
	if (result == PMO_OK)
		result = post_find_sender(cli, status->project, &mail.from);
	if (result == PMO_OK)
		result = pmo_status_document(status, &document);
	if (result == PMO_OK)
		result = pmo_document_print(&document, PMO_DOCUMENT_TEXT, NULL, &text);
	if (result == PMO_OK)
		result = pmo_document_print(&document, PMO_DOCUMENT_HTML, NULL, &page);
	if (result == PMO_OK)
		result = make_part(cli, &document, &part);
	if (result == PMO_OK) {
		mail.subject = pmo_arena_format(
			&cli->arena, "[%s] %s: overall %c", document.head.project_code,
			pmo_status_title(status), status->rag.areas[PMO_RAG_OVERALL].reported);
		mail.text = text.data;
		mail.html = page.data;
		mail.parts = &part;
		mail.part_count = part.name ? 1 : 0;
		result = post_put(post, &mail, outbox_name(cli, name), what);
	}
	pmo_buffer_release(&text);
	pmo_buffer_release(&page);
	return result;
}

enum pmo_result status_send(struct cli *cli, struct pmo_status *status,
			    const struct status_options *options)
{
	struct recipients recipients = { .count = 0 };
	struct post post = { .cli = cli, .send = true };
	struct pmo_draft *draft = NULL;
	enum pmo_result result = check_ready(cli, status, options);
	if (result == PMO_OK)
		result = find_recipients(cli, status, options->to, &recipients);
	if (result != PMO_OK)
		return result;
	result = post_begin(&post);
	if (result == PMO_OK)
		result = open_draft(cli, status, post.update, &draft);
	if (result == PMO_OK)
		result = freeze(cli, status, &recipients, draft);
	if (result == PMO_OK)
		result = put_mail(&post, status, &recipients, pmo_draft_record(draft)->id);
	result = post_end(&post, result);
	if (post.is_committed && !status->stamp.commit)
		cli_say("there is no git here: the report names no commit and cannot be verified");
	return result;
}

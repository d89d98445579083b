/* Drafting messages in one update, sending them, telling what became of them. */
#include "post.h"

#include <pmo/audience.h>
#include <pmo/text.h>

#include <string.h>

enum { INDENT = 9 }; /* of a line that goes on below an id */

static const char *text_of(const struct pmo_record *record, const char *field)
{
	return record ? pmo_record_text(record, pmo_schema_field(record->schema, field)) : NULL;
}

static const struct pmo_record *charter_of(struct cli *cli, const struct pmo_project *project)
{
	const struct pmo_schema *schema = pmo_workspace_schema(cli->workspace, "project");
	struct pmo_records charters = { 0 };
	if (!schema || !project ||
	    pmo_workspace_records(cli->workspace, project, schema, &charters) != PMO_OK)
		return NULL;
	return charters.count && !charters.items[0].unreadable ? &charters.items[0] : NULL;
}

/* The person of a handle, among all of them: what is not there is no fault here. */
static const struct pmo_record *find_handle(struct cli *cli, const char *handle)
{
	const struct pmo_schema *schema = pmo_workspace_schema(cli->workspace, "person");
	struct pmo_records people = { 0 };
	if (!schema || !handle ||
	    pmo_workspace_records(cli->workspace, NULL, schema, &people) != PMO_OK)
		return NULL;
	for (size_t i = 0; i < people.count; i++)
		if (!people.items[i].unreadable && pmo_record_is_open(&people.items[i]) &&
		    pmo_text_compare(people.items[i].id, handle) == 0)
			return &people.items[i];
	return NULL;
}

const struct pmo_record *post_person(struct cli *cli, const struct pmo_project *project,
				     const char *word)
{
	static const char *const roles[] = { "coordinator", "pm", "sponsor" };
	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++)
		if (strcmp(word, roles[i]) == 0)
			return find_handle(cli, text_of(charter_of(cli, project), word));
	return find_handle(cli, word);
}

struct pmo_mail_address post_address(const struct pmo_record *person)
{
	const char *address = text_of(person, "email");
	return (struct pmo_mail_address){ text_of(person, "name"),
					  address && *address ? address : NULL };
}

bool post_has_address(const struct pmo_record *person)
{
	return post_address(person).address;
}

/* The user, else the coordinator of the project; no address: neither has one. */
static struct pmo_mail_address sender(struct cli *cli, const struct pmo_project *project)
{
	const struct pmo_record *from = find_handle(cli, pmo_workspace_world(cli->workspace)->me);
	if (!post_has_address(from))
		from = post_person(cli, project, "coordinator");
	return post_address(from);
}

enum pmo_result post_find_sender(struct cli *cli, const struct pmo_project *project,
				 struct pmo_mail_address *from)
{
	const char *me = pmo_workspace_world(cli->workspace)->me;
	*from = sender(cli, project);
	if (from->address)
		return PMO_OK;
	if (me && find_handle(cli, me))
		return cli_usage("who sends it? %s has no e-mail: pmo person set %s email=…", me,
				 me);
	return cli_usage("who sends it? PMO_USER, somebody with an e-mail in people.yaml");
}

enum pmo_result post_check_reader(const struct pmo_record *person, const struct pmo_record *about)
{
	if (pmo_audience_may_tell(person, about, NULL))
		return PMO_OK;
	cli_say("%s is outside, and %s is not for people outside; what decides: type and email of "
		"%s, mail_domains in pmo.yaml, visibility of %s",
		person->id, about->id, person->id, about->id);
	return PMO_REFUSED;
}

enum pmo_result post_begin(struct post *post)
{
	post->cli->has_written = true;
	post->has_records = true;
	return post->update ? PMO_OK : cli_begin(post->cli, &post->update);
}

static enum pmo_result add_entry(struct post *post, struct post_entry entry)
{
	struct post_entry *grown = pmo_arena_grow(&post->cli->arena, post->entries, post->count,
						  &post->capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	post->entries = grown;
	grown[post->count++] = entry;
	post->drafted += entry.done == OUTBOX_DRAFTED;
	return PMO_OK;
}

enum pmo_result post_put(struct post *post, const struct pmo_mail *given, const char *name,
			 const char *what)
{
	struct cli *cli = post->cli;
	struct pmo_mail mail = *given;
	struct post_entry entry = { .name = name, .what = what };
	enum pmo_result result = name && mail.subject ? PMO_OK : PMO_NO_MEMORY;
	mail.key = name;
	mail.unsent = true;
	cli->has_written = true;
	if (result == PMO_OK && !post->update)
		result = cli_begin(cli, &post->update);
	if (result == PMO_OK)
		result = outbox_put(cli, post->update, &mail, name, &entry.done);
	return result == PMO_OK ? add_entry(post, entry) : result;
}

enum pmo_result post_again(struct post *post, const char *name)
{
	struct post_entry entry = { .name = name };
	enum pmo_result result = outbox_look(post->cli, name, &entry.done);
	if (result != PMO_OK)
		return result;
	if (entry.done == OUTBOX_DRAFTED)
		entry.done = OUTBOX_GONE; /* somebody took it away */
	return add_entry(post, entry);
}

enum pmo_result post_add(struct post *post, const struct post_letter *letter)
{
	struct cli *cli = post->cli;
	const struct pmo_mail_address to = post_address(letter->to);
	struct pmo_mail mail = {
		.from = sender(cli, letter->project),
		.to = &to,
		.to_count = 1,
		.subject = letter->subject,
		.text = letter->text,
	};
	if (!to.address) {
		post->silent++;
		return PMO_OK;
	}
	if (!mail.from.address)
		mail.from = to;
	const char *name = outbox_name(cli, letter->name);
	return name ? post_put(post, &mail, name, NULL) : PMO_NO_MEMORY;
}

/* What is a draft goes out; the first failure ends it, the rest stays. */
static enum pmo_result send_all(struct post *post)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < post->count; i++) {
		struct post_entry *entry = &post->entries[i];
		if (entry->done == OUTBOX_GONE)
			continue;
		result = outbox_send(post->cli, entry->name);
		entry->is_sent = result == PMO_OK;
		post->sent += entry->is_sent;
	}
	post->has_no_sendmail = result == PMO_UNSUPPORTED;
	return post->has_no_sendmail ? PMO_OK : result;
}

enum pmo_result post_deliver(struct post *post, enum pmo_result result)
{
	if (result == PMO_OK && (post->drafted || post->has_records))
		result = pmo_update_commit(post->update);
	pmo_update_end(post->update);
	post->update = NULL;
	post->is_committed = result == PMO_OK;
	if (result == PMO_OK && post->send && !post->cli->dry_run)
		result = send_all(post);
	return result;
}

/* "draft in outbox/NAME.eml" */
static const char *outcome(const struct post *post, const struct post_entry *entry)
{
	struct cli *cli = post->cli;
	const char *path = outbox_path(cli, entry->name);
	if (entry->is_sent)
		return "sent";
	if (entry->done == OUTBOX_GONE)
		return pmo_arena_format(&cli->arena, "sent before, not again");
	if (entry->done == OUTBOX_DRAFTED && cli->dry_run)
		return pmo_arena_format(&cli->arena, "would be drafted: %s", path ? path : "");
	return pmo_arena_format(&cli->arena, "%s in %s",
				entry->done == OUTBOX_THERE && !post->send ? "a draft already"
									   : "draft",
				path ? path : "");
}

static void tell_entry(struct post *post, const struct post_entry *entry, struct pmo_buffer *out)
{
	size_t start = out->length, width = (size_t)post->cli->terminal.width;
	const char *text = outcome(post, entry);
	text = text ? text : "";
	pmo_text_add_visible(out, entry->what, strlen(entry->what));
	if (pmo_text_width(out->data + start) + 2 + strlen(text) > width)
		pmo_buffer_add_format(out, "\n%*s%s\n", INDENT, "", text);
	else
		pmo_buffer_add_format(out, ": %s\n", text);
	if (entry->note)
		pmo_buffer_add_text(out, entry->note);
}

/* What no line was told of, in one. */
static void tell_count(const struct post *post, struct pmo_buffer *out)
{
	size_t drafted = 0, sent = 0;
	for (size_t i = 0; i < post->count; i++) {
		const struct post_entry *entry = &post->entries[i];
		drafted += !entry->what && entry->done == OUTBOX_DRAFTED && !entry->is_sent;
		sent += !entry->what && entry->is_sent;
		if (!entry->what && post->cli->dry_run && entry->done != OUTBOX_GONE)
			pmo_buffer_add_format(out, "%s\n", outbox_path(post->cli, entry->name));
	}
	if (sent)
		pmo_buffer_add_format(out, "%zu sent\n", sent);
	if (drafted && !post->has_no_sendmail)
		pmo_buffer_add_format(out, "%zu draft%s%s in outbox/\n", drafted,
				      drafted == 1 ? "" : "s",
				      post->cli->dry_run ? " would be" : "");
}

void post_tell_left(struct post *post, struct pmo_buffer *out)
{
	size_t left = 0;
	for (size_t i = 0; i < post->count; i++)
		left += post->entries[i].done != OUTBOX_GONE && !post->entries[i].is_sent;
	if (post->has_no_sendmail && left == 1)
		pmo_buffer_add_text(out, "No sendmail here: the draft is left in outbox/; open it "
					 "in your mail program.\n");
	else if (post->has_no_sendmail)
		pmo_buffer_add_format(out,
				      "No sendmail here: %zu drafts left in outbox/; open them in "
				      "your mail program.\n",
				      left);
	if (post->silent)
		cli_say("%zu without an email in people.yaml: not written to", post->silent);
}

static void tell(struct post *post)
{
	struct cli *cli = post->cli;
	struct pmo_buffer out;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	for (size_t i = 0; i < post->count; i++)
		if (post->entries[i].what)
			tell_entry(post, &post->entries[i], &out);
	tell_count(post, &out);
	post_tell_left(post, &out);
	/* Where -o takes standard output, it is said aside. */
	for (char *line = out.data, *end; cli->output && out.length && *line; line = end + 1) {
		end = strchr(line, '\n');
		if (!end)
			break; /* memory ended in the middle of a line */
		*end = '\0';
		cli_say("%s", line);
	}
	if (!cli->output)
		pmo_buffer_add(&cli->out, out.data, out.length);
	cli->out.failed |= out.failed;
	pmo_buffer_release(&out);
}

enum pmo_result post_end(struct post *post, enum pmo_result result)
{
	result = post_deliver(post, result);
	if (post->is_committed)
		tell(post);
	return result;
}

/* Drafting several messages in one update. */
#include "post.h"

#include <pmo/text.h>

#include <string.h>

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

bool post_has_address(const struct pmo_record *person)
{
	const char *address = text_of(person, "email");
	return address && *address;
}

/* The user, else the coordinator of the project, else whoever gets it. */
static struct pmo_mail_address sender(struct cli *cli, const struct post_letter *letter)
{
	const struct pmo_record *from = find_handle(cli, pmo_workspace_world(cli->workspace)->me);
	if (!from || !post_has_address(from))
		from = post_person(cli, letter->project, "coordinator");
	if (!from || !post_has_address(from))
		from = letter->to;
	return (struct pmo_mail_address){ text_of(from, "name"), text_of(from, "email") };
}

enum pmo_result post_add(struct post *post, const struct post_letter *letter)
{
	struct cli *cli = post->cli;
	enum outbox_done done = OUTBOX_DRAFTED;
	const char *name = outbox_name(cli, letter->name);
	const char **grown = pmo_arena_grow(&cli->arena, post->names, post->count, &post->capacity,
					    sizeof(*grown));
	if (!name || !grown)
		return PMO_NO_MEMORY;
	post->names = grown;
	if (!post_has_address(letter->to)) {
		post->silent++;
		return PMO_OK;
	}
	const struct pmo_mail_address to = { text_of(letter->to, "name"),
					     text_of(letter->to, "email") };
	const struct pmo_mail mail = {
		.from = sender(cli, letter),
		.to = &to,
		.to_count = 1,
		.subject = letter->subject,
		.text = letter->text,
		.key = name,
		.unsent = true,
	};
	enum pmo_result result = PMO_OK;
	cli->has_written = true;
	if (!post->update)
		result = cli_begin(cli, &post->update);
	if (result == PMO_OK)
		result = outbox_put(cli, post->update, &mail, name, &done);
	if (result != PMO_OK)
		return result;
	post->drafted += done == OUTBOX_DRAFTED;
	post->old += done != OUTBOX_DRAFTED;
	if (done != OUTBOX_GONE)
		post->names[post->count++] = name;
	return PMO_OK;
}

static enum pmo_result send_all(struct post *post)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < post->count; i++)
		result = outbox_send(post->cli, post->names[i]);
	return result;
}

static void tell(const struct post *post)
{
	struct cli *cli = post->cli;
	bool sends = post->send && !cli->dry_run;
	for (size_t i = 0; !sends && cli->dry_run && i < post->count; i++)
		pmo_buffer_add_format(&cli->out, "%s\n", outbox_path(cli, post->names[i]));
	if (sends && post->count)
		pmo_buffer_add_format(&cli->out, "%zu sent\n", post->count);
	else if (post->drafted)
		pmo_buffer_add_format(&cli->out, "%zu draft%s%s in outbox/\n", post->drafted,
				      post->drafted == 1 ? "" : "s",
				      cli->dry_run ? " would be" : "");
	if (post->silent)
		cli_say("%zu without an email in people.yaml: not written to", post->silent);
}

enum pmo_result post_end(struct post *post, enum pmo_result result)
{
	if (result == PMO_OK && post->drafted)
		result = pmo_update_commit(post->update);
	pmo_update_end(post->update);
	post->update = NULL;
	if (result == PMO_OK && post->send && !post->cli->dry_run)
		result = send_all(post);
	if (result == PMO_OK)
		tell(post);
	return result;
}

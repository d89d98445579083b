/* Who gets what a meeting sends. What is confidential does not go to vendors. */
#include "meeting.h"

#include <pmo/audience.h>
#include <pmo/text.h>

#include <string.h>

struct receivers {
	struct cli *cli;
	const struct pmo_record *meeting;
	struct meeting_people *people;
	struct pmo_buffer left_out;
};

static const struct pmo_record *person_of(const struct pmo_record *meeting, const char *handle)
{
	const struct pmo_world *world = meeting->world;
	return handle && world->find ? world->find(world->store, meeting, handle, "person") : NULL;
}

static const char *text_of(const struct pmo_record *person, const char *field)
{
	const char *text =
		person ? pmo_record_text(person, pmo_schema_field(person->schema, field)) : NULL;
	return text && *text ? text : NULL;
}

static bool is_there(const struct pmo_mail_address *list, size_t count, const char *address)
{
	for (size_t i = 0; i < count; i++)
		if (pmo_text_compare(list[i].address, address) == 0)
			return true;
	return false;
}

static void leave_out(struct receivers *receivers, const char *handle, const char *why)
{
	pmo_buffer_add_format(&receivers->left_out, "%s%s (%s)",
			      receivers->left_out.length ? ", " : "", handle, why);
}

static void add(struct receivers *receivers, const char *handle, bool optional)
{
	struct meeting_people *people = receivers->people;
	const struct pmo_record *person = person_of(receivers->meeting, handle);
	const char *address = text_of(person, "email");
	if (!address || !pmo_mail_is_address(address)) {
		leave_out(receivers, handle, "no e-mail address");
		return;
	}
	enum pmo_audience audience = pmo_audience_of_person(person);
	/* It is their own meeting, but what is confidential does not leave at all. */
	if (!pmo_audience_may_tell(person, receivers->meeting, person->id)) {
		leave_out(receivers, handle, "outside, and this is confidential");
		return;
	}
	if (audience != PMO_AUDIENCE_INTERNAL &&
	    (!people->outsider || audience > pmo_audience_of_person(people->outsider)))
		people->outsider = person;
	if (is_there(people->to, people->to_count, address) ||
	    is_there(people->cc, people->cc_count, address))
		return;
	struct pmo_mail_address *list = optional ? people->cc : people->to;
	size_t *count = optional ? &people->cc_count : &people->to_count;
	list[(*count)++] = (struct pmo_mail_address){ text_of(person, "name"), address };
}

/* Of a list of structures: the member's text, or NULL. */
static const char *member(const struct pmo_record *meeting, int field, const struct pmo_value *item,
			  const char *name)
{
	const struct pmo_value *value =
		pmo_value_member(meeting->schema->fields[field], item, name);
	return value && value->presence == PMO_PRESENT ? value->as.text : NULL;
}

static void add_list(struct receivers *receivers, const char *name)
{
	const struct pmo_record *meeting = receivers->meeting;
	int field = pmo_schema_field(meeting->schema, name);
	struct pmo_value list = pmo_record_get(meeting, field);
	for (uint32_t i = 0; pmo_value_is_present(&list) && i < list.count; i++) {
		const char *person = member(meeting, field, &list.as.items[i], "person");
		const char *invitation = member(meeting, field, &list.as.items[i], "invitation");
		const char *delegate = member(meeting, field, &list.as.items[i], "delegate");
		if (person)
			add(receivers, person, invitation && strcmp(invitation, "optional") == 0);
		if (delegate)
			add(receivers, delegate, false);
	}
}

static uint32_t count_of(const struct pmo_record *meeting, const char *name)
{
	struct pmo_value list = pmo_record_get_name(meeting, name);
	return pmo_value_is_present(&list) ? list.count : 0;
}

static enum pmo_result find_sender(struct cli *cli, const struct pmo_record *meeting,
				   struct pmo_mail_address *from)
{
	const char *handle = pmo_workspace_world(cli->workspace)->me;
	if (!text_of(person_of(meeting, handle), "email"))
		handle = meeting_text(meeting, "recorder");
	const struct pmo_record *person = person_of(meeting, handle);
	*from = (struct pmo_mail_address){ text_of(person, "name"), text_of(person, "email") };
	if (from->address)
		return PMO_OK;
	return cli_usage("%s: who sends it? %s has no e-mail address: pmo person set %s email=...",
			 meeting->id, handle ? handle : "the recorder", handle ? handle : "HANDLE");
}

enum pmo_result meeting_find_people(struct cli *cli, const struct pmo_record *meeting,
				    struct meeting_people *people)
{
	struct receivers receivers = { .cli = cli, .meeting = meeting, .people = people };
	size_t most = (size_t)count_of(meeting, "invitees") +
		      (size_t)count_of(meeting, "attendance") * 2 + 2;
	*people = (struct meeting_people){ .left_out = NULL };
	people->to = pmo_arena_array(&cli->arena, most, sizeof(*people->to));
	people->cc = pmo_arena_array(&cli->arena, most, sizeof(*people->cc));
	if (!people->to || !people->cc)
		return PMO_NO_MEMORY;
	enum pmo_result result = find_sender(cli, meeting, &people->from);
	pmo_buffer_init(&receivers.left_out, 1 << 16);
	if (result == PMO_OK) {
		add_list(&receivers, "invitees");
		add_list(&receivers, "attendance");
		if (meeting_text(meeting, "chair"))
			add(&receivers, meeting_text(meeting, "chair"), false);
	}
	if (receivers.left_out.length)
		people->left_out = pmo_arena_copy(&cli->arena, receivers.left_out.data,
						  receivers.left_out.length);
	pmo_buffer_release(&receivers.left_out);
	if (result == PMO_OK && !people->to_count)
		return cli_usage("%s: nobody is invited who has an e-mail address", meeting->id);
	return result;
}

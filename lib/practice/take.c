/*
 * Whose reply it is and what it answers. A sender can answer only a check-in that is their
 * own or that they were sent for somebody; each message counts once.
 */
#include "practice/checkin.h"

#include "base/sha256.h"

#include <pmo/text.h>

#include <string.h>

enum { ID_DIGITS = 24 }; /* of a text's hash where it has no Message-ID */

void pmo_take_begin(struct pmo_workspace *workspace, const struct pmo_project *project,
		    struct pmo_plan *plan, struct pmo_take *take)
{
	*take = (struct pmo_take){ .workspace = workspace, .project = project, .plan = plan };
}

bool pmo_answer_is_change(const struct pmo_answer *answer)
{
	return answer->shown && !answer->refused;
}

static enum pmo_result list_records(const struct pmo_take *take, const char *name,
				    struct pmo_records *records)
{
	const struct pmo_schema *schema = pmo_workspace_schema(take->workspace, name);
	bool of_project = schema && schema->table->scope == PMO_SCOPE_PROJECT;
	*records = (struct pmo_records){ 0 };
	if (!schema)
		return PMO_NO_MEMORY;
	return pmo_workspace_records(take->workspace, of_project ? take->project : NULL, schema,
				     records);
}

static enum pmo_result find_sender(struct pmo_take *take, const struct pmo_reply *reply,
				   struct pmo_taken *taken)
{
	struct pmo_records people;
	if (reply->person) {
		taken->person = ask_person(take->workspace, reply->person);
		return PMO_OK;
	}
	enum pmo_result result = list_records(take, "person", &people);
	for (size_t i = 0; result == PMO_OK && *reply->address && i < people.count; i++) {
		const struct pmo_record *person = &people.items[i];
		const char *email =
			person->unreadable
				? NULL
				: pmo_record_text(person,
						  pmo_schema_field(person->schema, "email"));
		if (email && pmo_ascii_equal(email, reply->address))
			taken->person = person;
	}
	return result;
}

/* The first `CHK-012` in a text. */
static const struct pmo_record *find_named(const struct pmo_take *take, const char *text,
					   const struct pmo_record *from)
{
	const struct pmo_world *world = pmo_workspace_world(take->workspace);
	char id[16] = "CHK-";
	for (const char *at = strstr(text, id); at; at = strstr(at + 4, "CHK-")) {
		size_t digits = strspn(at + 4, "0123456789");
		if (!digits || digits > 9)
			continue;
		memcpy(id + 4, at + 4, digits);
		id[4 + digits] = '\0';
		const struct pmo_record *found = world->find(world->store, from, id, "checkin");
		id[4] = '\0';
		if (found && !found->unreadable)
			return found;
	}
	return NULL;
}

/* Whether a person may answer a check-in: it is theirs, or they stand in. */
static enum pmo_result may_answer(const struct pmo_take *take, const struct pmo_record *checkin,
				  const struct pmo_record *person, bool *may)
{
	const char *owner = pmo_record_text(checkin, checkin->schema->owner);
	const char *sent_to =
		pmo_record_text(checkin, pmo_schema_field(checkin->schema, "sent_to"));
	const struct pmo_record *of = ask_person(take->workspace, owner);
	const char *delegate;
	int32_t until;
	*may = (owner && strcmp(owner, person->id) == 0) ||
	       (sent_to && strcmp(sent_to, person->id) == 0);
	if (*may || !of)
		return PMO_OK;
	enum pmo_result result = ask_absence(take->workspace, of, &until, &delegate);
	*may = until != PMO_DATE_NONE && delegate && strcmp(delegate, person->id) == 0;
	return result;
}

/* The check-in that a reply without a number answers: the last open one of its sender. */
static enum pmo_result find_open(struct pmo_take *take, struct pmo_taken *taken)
{
	struct pmo_records checkins;
	enum pmo_result result = list_records(take, "checkin", &checkins);
	for (size_t i = 0; result == PMO_OK && i < checkins.count; i++) {
		const struct pmo_record *record = &checkins.items[i];
		const char *owner =
			record->unreadable ? NULL : pmo_record_text(record, record->schema->owner);
		if (owner && strcmp(owner, taken->person->id) == 0 &&
		    strcmp(pmo_record_state(record)->name, "requested") == 0)
			taken->checkin = record;
	}
	return result;
}

static enum pmo_result find_checkin(struct pmo_take *take, const struct pmo_reply *reply,
				    struct pmo_taken *taken)
{
	struct pmo_arena *arena = pmo_workspace_arena(take->workspace);
	struct pmo_records own;
	bool may = true;
	enum pmo_result result = list_records(take, "checkin", &own);
	if (result != PMO_OK || !own.count)
		return result;
	taken->checkin = find_named(take, reply->subject, &own.items[0]);
	if (!taken->checkin)
		taken->checkin = find_named(take, reply->text, &own.items[0]);
	/* A text without a sender that names its form is its owner's: somebody here vouches. */
	if (!taken->person && taken->checkin && !*reply->address)
		taken->person =
			ask_person(take->workspace,
				   pmo_record_text(taken->checkin, taken->checkin->schema->owner));
	if (!taken->person)
		return PMO_OK;
	if (!taken->checkin)
		return find_open(take, taken);
	result = may_answer(take, taken->checkin, taken->person, &may);
	if (result == PMO_OK && !may)
		taken->refused = pmo_arena_format(arena, "%s was not asked of %s",
						  taken->checkin->id, taken->person->id);
	return result;
}

static bool is_taken(const struct pmo_take *take, const char *message_id)
{
	struct pmo_records checkins;
	if (list_records(take, "checkin", &checkins) != PMO_OK)
		return false;
	for (size_t i = 0; i < checkins.count; i++) {
		struct pmo_value list = { .presence = PMO_ABSENT };
		if (!checkins.items[i].unreadable)
			list = pmo_record_get_name(&checkins.items[i], "messages");
		for (uint32_t m = 0; list.presence == PMO_PRESENT && m < list.count; m++)
			if (list.as.items[m].presence == PMO_PRESENT &&
			    strcmp(list.as.items[m].as.text, message_id) == 0)
				return true;
	}
	for (size_t i = 0; i + 1 < take->reply_count; i++)
		if (!take->replies[i].refused &&
		    strcmp(take->replies[i].message_id, message_id) == 0)
			return true;
	return false;
}

/* Why nothing of a reply can be taken, or NULL. */
static const char *refusal(const struct pmo_take *take, const struct pmo_reply *reply,
			   struct pmo_taken *taken)
{
	struct pmo_arena *arena = pmo_workspace_arena(take->workspace);
	if (taken->refused)
		return taken->refused;
	taken->is_needless = reply->automatic;
	if (reply->automatic)
		return "an automatic reply";
	if (!taken->person && *reply->address)
		return pmo_arena_format(arena, "nobody here is %s (--from PERSON says who)",
					take_words(arena, reply->address, 100));
	if (!taken->person)
		return "nothing says whose answer it is; add --from PERSON";
	if (!taken->checkin)
		return pmo_arena_format(arena, "nothing was asked of %s: pmo ask %s",
					taken->person->id, taken->person->id);
	if (pmo_record_is_void(taken->checkin))
		return pmo_arena_format(arena, "%s is void", taken->checkin->id);
	taken->is_needless = is_taken(take, taken->message_id);
	return taken->is_needless ? "taken before" : NULL;
}

static const char *id_of(struct pmo_arena *arena, const struct pmo_reply *reply)
{
	char hash[SHA256_TEXT];
	const char *id = take_words(arena, reply->message_id, 250);
	if (!id || *id)
		return id;
	sha256_bytes(reply->text, strlen(reply->text), hash);
	return pmo_arena_format(arena, "text:%.*s", ID_DIGITS, hash);
}

enum pmo_result pmo_take_read(struct pmo_take *take, const struct pmo_reply *reply)
{
	struct pmo_arena *arena = pmo_workspace_arena(take->workspace);
	struct pmo_taken *grown = pmo_arena_grow(arena, take->replies, take->reply_count,
						 &take->reply_capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	take->replies = grown;
	struct pmo_taken *taken = &grown[take->reply_count++];
	*taken = (struct pmo_taken){ .source = reply->source, .message_id = id_of(arena, reply) };
	if (!taken->message_id)
		return PMO_NO_MEMORY;
	enum pmo_result result = find_sender(take, reply, taken);
	if (result == PMO_OK)
		result = find_checkin(take, reply, taken);
	if (result != PMO_OK)
		return result;
	taken->refused = refusal(take, reply, taken);
	if (taken->checkin)
		taken->owner = pmo_record_text(taken->checkin, taken->checkin->schema->owner);
	if (taken->refused)
		return PMO_OK;
	return take_lines(take, take->reply_count - 1, reply->text, reply->fresh);
}

enum pmo_result pmo_take_unanswered(const struct pmo_take *take,
				    const struct pmo_record ***checkins, size_t *count)
{
	struct pmo_records all;
	*count = 0;
	enum pmo_result result = list_records(take, "checkin", &all);
	if (result != PMO_OK)
		return result;
	*checkins = pmo_arena_array(pmo_workspace_arena(take->workspace), all.count + 1,
				    sizeof(**checkins));
	if (!*checkins)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < all.count; i++) {
		const struct pmo_record *record = &all.items[i];
		bool answered = record->unreadable ||
				strcmp(pmo_record_state(record)->name, "requested") != 0;
		for (size_t r = 0; r < take->reply_count; r++)
			answered = answered || (!take->replies[r].refused &&
						take->replies[r].checkin == record);
		if (!answered)
			(*checkins)[(*count)++] = record;
	}
	return PMO_OK;
}

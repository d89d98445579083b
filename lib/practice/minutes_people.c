/* Whom a page of notes means: by handle, name, first name, address or role. */
#include "practice/minutes.h"

#include <pmo/text.h>

#include <string.h>

enum { NAME_WORDS = 8 };

enum pmo_result minutes_people_open(struct pmo_minutes *minutes, struct minutes_people *people)
{
	const struct pmo_schema *schema = pmo_workspace_schema(minutes->workspace, "person");
	*people = (struct minutes_people){ .name = -1, .email = -1, .role = -1 };
	people->arena = minutes->arena;
	people->me = pmo_workspace_world(minutes->workspace)->me;
	if (!schema)
		return PMO_NO_MEMORY;
	people->name = pmo_schema_field(schema, "name");
	people->email = pmo_schema_field(schema, "email");
	people->role = pmo_schema_field(schema, "role");
	return pmo_workspace_records(minutes->workspace, NULL, schema, &people->records);
}

static bool is_text(const struct pmo_record *person, int field, const char *text)
{
	const char *own = pmo_record_text(person, field);
	return own && pmo_text_compare(own, text) == 0;
}

static bool has_word(struct pmo_arena *arena, const char *name, const char *word)
{
	while (*name) {
		size_t own = strcspn(name, " ");
		char *part = pmo_arena_copy(arena, name, own);
		if (part && pmo_text_compare(part, word) == 0)
			return true;
		name += own + (name[own] == ' ');
	}
	return false;
}

/* Whether all words of the text are words of the name. */
static bool is_named(const struct minutes_people *people, const struct pmo_record *person,
		     const char *text)
{
	const char *name = pmo_record_text(person, people->name);
	size_t words = 0;
	while (name && *text) {
		size_t length = strcspn(text, " ");
		char *word = pmo_arena_copy(people->arena, text, length);
		if (!word || (length && !has_word(people->arena, name, word)) ||
		    ++words > NAME_WORDS)
			return false;
		text += length + (text[length] == ' ');
	}
	return words > 0;
}

/* "sponsor" of "Deputy County Manager, sponsor"; the whole role. */
static bool has_role(const struct minutes_people *people, const struct pmo_record *person,
		     const char *text)
{
	const char *role = pmo_record_text(person, people->role);
	while (role && *role) {
		size_t length = strcspn(role, ",");
		char *part = pmo_arena_copy(people->arena, role, length);
		if (part && pmo_text_compare(part, text) == 0)
			return true;
		role += length;
		role += strspn(role, ", ");
	}
	return false;
}

static void add_fit(struct pmo_minutes_question *question, const struct pmo_record *person)
{
	if (question->count < PMO_MINUTES_FITS)
		question->fits[question->count++] = person;
}

enum pmo_result minutes_people_find(const struct minutes_people *people, const char *text,
				    struct pmo_minutes_question *question)
{
	const struct pmo_records *records = &people->records;
	question->count = 0;
	for (size_t i = 0; i < records->count; i++)
		if (pmo_text_compare(records->items[i].id, text) == 0 ||
		    (people->me && strcmp(text, "me") == 0 &&
		     strcmp(records->items[i].id, people->me) == 0)) {
			add_fit(question, &records->items[i]);
			return PMO_OK;
		}
	for (size_t i = 0; i < records->count; i++)
		if (strchr(text, '@') ? is_text(&records->items[i], people->email, text)
				      : is_named(people, &records->items[i], text))
			add_fit(question, &records->items[i]);
	for (size_t i = 0; !question->count && i < records->count; i++)
		if (has_role(people, &records->items[i], text))
			add_fit(question, &records->items[i]);
	return PMO_OK;
}

size_t minutes_people_begin(const struct minutes_people *people, const char *text,
			    const char **handle)
{
	size_t best = 0;
	for (size_t i = 0; i < people->records.count; i++) {
		const char *id = people->records.items[i].id;
		size_t length = strlen(id);
		if (length > best && strncmp(text, id, length) == 0 &&
		    (!text[length] || strchr(" ,:;-", text[length]))) {
			best = length;
			*handle = id;
		}
	}
	return best;
}

/* "Bob Ray (BR) or Bob Kim (BK)". */
static const char *name_fits(struct pmo_minutes *minutes, const struct minutes_people *people,
			     const struct pmo_minutes_question *question)
{
	struct pmo_buffer out;
	pmo_buffer_init(&out, 1 << 16);
	for (size_t i = 0; i < question->count; i++) {
		const char *name = pmo_record_text(question->fits[i], people->name);
		pmo_buffer_add_format(&out, "%s%s (%s)", i ? " or " : "", name ? name : "",
				      question->fits[i]->id);
	}
	const char *text = minutes_format(minutes, "%s", out.data);
	pmo_buffer_release(&out);
	return text;
}

/* A question that was answered once is not asked again for the same name. */
static const struct pmo_record *ask(struct pmo_minutes *minutes,
				    const struct pmo_minutes_question *question)
{
	if (!minutes->asked.choose)
		return NULL;
	return minutes->asked.choose(minutes->asked.who, question);
}

const char *minutes_who(struct pmo_minutes *minutes, const struct minutes_people *people,
			const struct pmo_minutes_line *line, const char *name, bool quiet)
{
	struct pmo_minutes_question question = { .line = line->number, .name = name };
	struct pmo_minutes_event event = { .did = PMO_MINUTES_SKIPPED,
					   .line = line->number,
					   .mark = line->mark,
					   .title = line->text };
	question.text = line->text;
	if (minutes_people_find(people, name, &question) != PMO_OK)
		return NULL;
	if (question.count == 1)
		return question.fits[0]->id;
	const struct pmo_record *chosen = question.count && !quiet ? ask(minutes, &question) : NULL;
	if (chosen)
		return chosen->id;
	if (quiet)
		return NULL;
	event.message = question.count ? minutes_format(minutes, "'%s': %s?", name,
							name_fits(minutes, people, &question))
				       : minutes_format(minutes, "nobody is called '%s'", name);
	(void)!minutes_tell(minutes, &event);
	return NULL;
}

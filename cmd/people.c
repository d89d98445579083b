/* See people.h. A name is matched by whole words of it, in any case. */
#include "people.h"

#include <pmo/text.h>

#include <string.h>

bool people_open(struct people *people, struct cli *cli)
{
	const struct pmo_schema *schema = pmo_workspace_schema(cli->workspace, "person");
	*people = (struct people){ .cli = cli };
	if (!schema)
		return false;
	people->name = pmo_schema_field(schema, "name");
	people->email = pmo_schema_field(schema, "email");
	return pmo_workspace_records(cli->workspace, NULL, schema, &people->records) == PMO_OK &&
	       people->records.count > 0;
}

static bool has_word(const char *name, const char *word, size_t length, struct cli *cli)
{
	while (*name) {
		size_t own = strcspn(name, " ");
		char *part = pmo_arena_copy(&cli->arena, name, own);
		char *wanted = pmo_arena_copy(&cli->arena, word, length);
		if (part && wanted && pmo_text_compare(part, wanted) == 0)
			return true;
		name += own + (name[own] == ' ');
	}
	return false;
}

/* Whether all words of the text are words of the name. */
static bool is_named(const char *name, const char *text, size_t length, struct cli *cli)
{
	size_t at = 0;
	while (at < length) {
		size_t word = 0;
		while (at + word < length && text[at + word] != ' ')
			word++;
		if (word && !has_word(name, text + at, word, cli))
			return false;
		at += word + 1;
	}
	return true;
}

const char *people_find(const struct people *people, const char *text, size_t length)
{
	struct cli *cli = people->cli;
	const char *found = NULL;
	size_t matches = 0;
	char *word = pmo_arena_copy(&cli->arena, text, length);
	if (!word || !length)
		return NULL;
	for (size_t i = 0; i < people->records.count; i++)
		if (pmo_text_compare(people->records.items[i].id, word) == 0)
			return people->records.items[i].id;
	if (strcmp(word, "me") == 0)
		return pmo_workspace_world(cli->workspace)->me;
	for (size_t i = 0; i < people->records.count; i++) {
		const struct pmo_record *record = &people->records.items[i];
		const char *name = pmo_record_text(record, people->name);
		const char *email = pmo_record_text(record, people->email);
		bool same = strchr(word, '@') ? email && pmo_text_compare(email, word) == 0
					      : name && is_named(name, text, length, cli);
		if (same) {
			found = record->id;
			matches++;
		}
	}
	return matches == 1 ? found : NULL;
}

const char *people_nearest(const struct people *people, const char *text, size_t length)
{
	const char *nearest = NULL;
	char *word = pmo_arena_copy(&people->cli->arena, text, length);
	size_t best = length > 3 ? 3 : 2; /* one more than may differ */
	for (size_t i = 0; word && i < people->records.count; i++) {
		const char *id = people->records.items[i].id;
		size_t distance = pmo_text_distance(word, id, best);
		if (distance < best && distance < strlen(id)) {
			nearest = id;
			best = distance;
		}
	}
	return nearest;
}

void people_check(struct cli *cli, const struct pmo_field *field, const char *text, size_t length)
{
	struct people people;
	if (field->kind != PMO_REF || !field->to || strcmp(field->to, "person") != 0 || !length ||
	    !people_open(&people, cli))
		return;
	const char *found = people_find(&people, text, length);
	char *word = pmo_arena_copy(&cli->arena, text, length);
	if (!word || (found && (strcmp(word, "me") == 0 || pmo_text_compare(found, word) == 0)))
		return;
	const char *nearest = found ? found : people_nearest(&people, text, length);
	pmo_diag_add(&cli->diags, PMO_WARNING, "ref-missing", NULL, "%s '%s' is no person%s%s",
		     field->name, word, nearest ? "; nearest is " : "", nearest ? nearest : "");
}

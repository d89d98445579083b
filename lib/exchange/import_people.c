/* People by the names that other programs have for them. */
#include "exchange/import.h"

#include "store/ids.h"

#include <pmo/text.h>

#include <string.h>

static const char nobody_for_sure[] = "";

/* A name that two people have is nobody's. */
static enum pmo_result put_name(struct import_run *run, const char *name, const char *handle)
{
	char *folded = name && *name ? pmo_text_fold(run->arena, name, true) : NULL;
	if (!name || !*name)
		return PMO_OK;
	if (!folded)
		return PMO_NO_MEMORY;
	const char *there = map_get(&run->people, folded);
	if (there && strcmp(there, handle) != 0)
		handle = nobody_for_sure;
	return map_put(&run->people, folded, (void *)handle);
}

enum pmo_result import_read_people(struct import_run *run)
{
	struct pmo_records people;
	struct pmo_workspace *workspace = run->import->workspace;
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, "person");
	map_init(&run->people, run->arena);
	if (!schema)
		return PMO_OK;
	enum pmo_result result = pmo_workspace_records(workspace, NULL, schema, &people);
	int name = schema->title, email = pmo_schema_field(schema, "email");
	for (size_t i = 0; i < people.count && result == PMO_OK; i++) {
		const struct pmo_record *person = &people.items[i];
		result = put_name(run, pmo_record_text(person, name), person->id);
		if (result == PMO_OK)
			result = put_name(run, pmo_record_text(person, email), person->id);
	}
	/* A handle is always its own person's, whatever others are called. */
	for (size_t i = 0; i < people.count && result == PMO_OK; i++) {
		char *folded = pmo_text_fold(run->arena, people.items[i].id, true);
		result = folded ? map_put(&run->people, folded, (void *)people.items[i].id)
				: PMO_NO_MEMORY;
	}
	run->keeps_people = people.count > 0;
	return result;
}

static const char *find(struct import_run *run, const char *text)
{
	char *folded = pmo_text_fold(run->scratch, text, true);
	const char *handle = folded ? map_get(&run->people, folded) : NULL;
	run->failed |= !folded;
	return handle && *handle ? handle : NULL;
}

/* `Miller, Jane` and `Jane Miller <jm@county.gov>`, too. */
const char *import_person(struct import_run *run, const char *text)
{
	const char *handle = find(run, text);
	const char *open = strchr(text, '<'), *close = open ? strchr(open, '>') : NULL;
	const char *comma = strchr(text, ',');
	if (!handle && close) {
		char *mail = pmo_arena_copy(run->scratch, open + 1, (size_t)(close - open - 1));
		char *name = pmo_arena_copy(run->scratch, text, (size_t)(open - text));
		mail = mail ? import_trim(run->scratch, mail) : NULL;
		name = name ? import_trim(run->scratch, name) : NULL;
		run->failed |= !mail || !name;
		handle = mail ? find(run, mail) : NULL;
		if (!handle && name)
			handle = find(run, name);
	}
	if (!handle && comma) {
		char *first = import_trim(run->scratch, comma + 1);
		char *name = pmo_arena_format(run->scratch, "%s %.*s", first ? first : "",
					      (int)(comma - text), text);
		run->failed |= !first || !name;
		handle = name ? find(run, name) : NULL;
	}
	return handle;
}

static bool is_free(const struct import_run *run, const char *handle)
{
	char folded[HANDLE_MAX + 1];
	return handle_is_valid(handle) && handle_fold(handle, folded) &&
	       !map_get(&run->handles, folded);
}

static const char *take(struct import_run *run, const char *handle)
{
	char folded[HANDLE_MAX + 1];
	char *key = handle_fold(handle, folded) ? pmo_arena_string(run->arena, folded) : NULL;
	run->failed |= !key || map_put(&run->handles, key, run) != PMO_OK;
	return handle;
}

/* Jane van Miller is jmiller: the first letter and the last word, in plain letters. */
static char *short_name(struct import_run *run, const char *name)
{
	char *folded = pmo_text_fold(run->arena, name, true);
	const char *last = folded ? strrchr(folded, ' ') : NULL;
	size_t to = 0;
	run->failed |= !folded;
	if (!folded)
		return NULL;
	char *handle = pmo_arena_alloc(run->arena, strlen(folded) + 2);
	if (!handle)
		return NULL;
	if (last && pmo_ascii_is_alnum(*folded))
		handle[to++] = *folded;
	for (const char *c = last ? last : folded; *c && *c != '@' && to < HANDLE_MAX - 8; c++)
		if (pmo_ascii_is_alnum(*c))
			handle[to++] = *c;
	return handle;
}

const char *import_new_handle(struct import_run *run, size_t row)
{
	const struct pmo_import *import = run->import;
	int own = import_find_column(import, PMO_IMPORT_HANDLE, -1);
	int title = import_find_column(import, PMO_IMPORT_FIELD, run->schema->title);
	char *text =
		own >= 0 ? import_trim(run->arena, import_cell(import, row, (size_t)own)) : NULL;
	if (text && is_free(run, text))
		return take(run, text);
	const char *name = title >= 0 ? import_row_text(run, row, (size_t)title) : NULL;
	char *base = name ? short_name(run, text && *text ? text : name) : NULL;
	if (base && !*base)
		base = pmo_arena_format(run->arena, "%.2s%zu", run->schema->table->name, row);
	const char *handle = base;
	for (unsigned i = 2; handle && !is_free(run, handle); i++) {
		if (i > 100000)
			return NULL;
		handle = pmo_arena_format(run->arena, "%s%u", base, i);
	}
	return handle ? take(run, handle) : NULL;
}

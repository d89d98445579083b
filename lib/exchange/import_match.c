/*
 * Which record a row belongs to: the one with its id in the other system, else, for
 * registers of people, the one with its handle or e-mail, else the one with its title.
 * A record takes one row of a file only.
 */
#include "exchange/import.h"

#include "store/ids.h"

#include <pmo/text.h>

#include <string.h>

/* Records that answer to one key, in their order. */
struct link {
	const struct pmo_record *record;
	bool is_used;
	struct link *next, *last;
};

struct keys {
	struct import_run *run;
	struct map titles_seen; /* of this file */
	int external, email;    /* fields */
	int external_column, email_column, title_column, handle_column;
};

static enum pmo_result put(struct import_run *run, struct map *map, const char *key,
			   const struct pmo_record *record)
{
	struct link *link = pmo_arena_alloc(run->arena, sizeof(*link));
	if (!key || !link)
		return PMO_NO_MEMORY;
	link->record = record;
	link->last = link;
	struct link *first = map_get(map, key);
	if (!first)
		return map_put(map, key, link);
	first->last->next = link;
	first->last = link;
	return PMO_OK;
}

static char *key_of(struct import_run *run, char kind, const char *text)
{
	char *folded = pmo_text_fold(run->arena, text, false);
	size_t length = folded ? strlen(folded) : 0;
	char *key = folded ? pmo_arena_alloc(run->arena, length + 2) : NULL;
	if (!key)
		return NULL;
	*key = kind;
	memcpy(key + 1, folded, length);
	return key;
}

static enum pmo_result index_record(struct keys *keys, const struct pmo_record *record)
{
	struct import_run *run = keys->run;
	const char *external = pmo_record_text(record, keys->external);
	const char *title = pmo_record_text(record, run->schema->title);
	const char *email = pmo_record_text(record, keys->email);
	enum pmo_result result = PMO_OK;
	if (external && *external)
		result = put(run, &run->by_external, external, record);
	if (result == PMO_OK && external && *external)
		result = map_put(&run->ids, external, (void *)record->id);
	if (result == PMO_OK)
		result = put(run, &run->by_key, key_of(run, 'i', record->id), record);
	if (result == PMO_OK && title && *title)
		result = put(run, &run->by_key, key_of(run, 't', title), record);
	if (result == PMO_OK && email && *email)
		result = put(run, &run->by_key, key_of(run, 'e', email), record);
	if (result == PMO_OK && run->schema->table->handles) {
		char folded[HANDLE_MAX + 1];
		char *own = handle_fold(record->id, folded) ? pmo_arena_string(run->arena, folded)
							    : NULL;
		if (own)
			result = map_put(&run->handles, own, run);
	}
	return result;
}

/* The next record of a key that no row of the file has taken yet. */
static struct link *next_free(const struct map *map, const char *key)
{
	struct link *link = key ? map_get(map, key) : NULL;
	while (link && link->is_used)
		link = link->next;
	return link;
}

/*
 * A record found by one key is used up for the others, too: its links are not one, so
 * the mark is kept beside the record's address.
 */
static const struct pmo_record *take(struct keys *keys, const struct map *map, const char *key)
{
	struct import_run *run = keys->run;
	run->failed |= !key;
	for (;;) {
		struct link *link = next_free(map, key);
		if (!link)
			return NULL;
		link->is_used = true;
		char *address = pmo_arena_format(run->arena, "%p", (const void *)link->record);
		run->failed |= !address;
		if (!address || map_get(&run->taken, address))
			continue;
		run->failed |= map_put(&run->taken, address, run) != PMO_OK;
		return link->record;
	}
}

static char *cell_text(struct keys *keys, size_t row, int column)
{
	if (column < 0)
		return NULL;
	char *text =
		import_trim(keys->run->arena, import_cell(keys->run->import, row, (size_t)column));
	keys->run->failed |= !text;
	return text && *text ? text : NULL;
}

bool import_is_id_of(const struct pmo_schema *schema, const char *text)
{
	size_t length = strlen(schema->table->prefix);
	return !schema->table->handles && id_is_canonical(text) &&
	       strncmp(text, schema->table->prefix, length) == 0 && text[length] == '-';
}

bool import_is_own_id(const struct import_run *run, const char *text)
{
	return import_is_id_of(run->schema, text);
}

static enum pmo_result match_external(struct keys *keys, size_t row, const char *external)
{
	struct import_run *run = keys->run;
	char *line = map_get(&run->lines, external);
	if (line) {
		import_leave_out(
			run, row,
			pmo_arena_format(run->arena, "'%.60s' stands %s %s already", external,
					 run->import->csv.sheet ? "in row" : "on line", line));
		return PMO_OK;
	}
	line = pmo_arena_format(run->arena, "%zu", run->import->csv.records[row].line);
	if (!line || map_put(&run->lines, external, line) != PMO_OK)
		return PMO_NO_MEMORY;
	run->records[row] = take(keys, &run->by_external, external);
	/* A list that came from here has our own ids. */
	bool may_be_own = import_is_own_id(run, external) || run->schema->table->handles;
	if (!run->records[row] && may_be_own) {
		run->records[row] = take(keys, &run->by_key, key_of(run, 'i', external));
		run->is_own[row] = run->records[row] != NULL;
	}
	return PMO_OK;
}

static enum pmo_result match_title(struct keys *keys, size_t row, const char *title)
{
	struct import_run *run = keys->run;
	char *key = key_of(run, 't', title);
	if (!key)
		return PMO_NO_MEMORY;
	if (map_get(&keys->titles_seen, key))
		run->import->twins++;
	else if (map_put(&keys->titles_seen, key, run) != PMO_OK)
		return PMO_NO_MEMORY;
	run->records[row] = take(keys, &run->by_key, key);
	return PMO_OK;
}

static enum pmo_result match_row(struct keys *keys, size_t row)
{
	struct import_run *run = keys->run;
	char *external = cell_text(keys, row, keys->external_column);
	if (external)
		return match_external(keys, row, external);
	char *handle = cell_text(keys, row, keys->handle_column);
	char *email = cell_text(keys, row, keys->email_column);
	if (handle)
		run->records[row] = take(keys, &run->by_key, key_of(run, 'i', handle));
	if (!run->records[row] && email)
		run->records[row] = take(keys, &run->by_key, key_of(run, 'e', email));
	if (run->records[row] || keys->title_column < 0)
		return PMO_OK;
	const char *title = import_row_text(run, row, (size_t)keys->title_column);
	if (!title)
		return PMO_NO_MEMORY;
	/* People have names in common; where there is a handle or an address, that counts. */
	if (!*title || (run->schema->table->handles && (handle || email)))
		return PMO_OK;
	return match_title(keys, row, title);
}

static bool is_blank(const struct pmo_import *import, size_t row)
{
	for (size_t i = 0; i < import->column_count; i++) {
		const char *cell = import_cell(import, row, i);
		while (pmo_ascii_is_space(*cell))
			cell++;
		if (*cell)
			return false;
	}
	return true;
}

enum pmo_result import_match(struct import_run *run)
{
	const struct pmo_import *import = run->import;
	struct pmo_records records;
	struct keys keys = { .run = run, .external = pmo_schema_field(run->schema, "external") };
	keys.email = run->schema->table->handles ? pmo_schema_field(run->schema, "email") : -1;
	keys.external_column = import_find_column(import, PMO_IMPORT_EXTERNAL, -1);
	keys.handle_column = import_find_column(import, PMO_IMPORT_HANDLE, -1);
	keys.title_column = import_find_column(import, PMO_IMPORT_FIELD, run->schema->title);
	keys.email_column =
		keys.email < 0 ? -1 : import_find_column(import, PMO_IMPORT_FIELD, keys.email);
	map_init(&keys.titles_seen, run->arena);
	enum pmo_result result =
		pmo_workspace_records(import->workspace, import->project, run->schema, &records);
	for (size_t i = 0; i < records.count && result == PMO_OK; i++)
		if (!records.items[i].unreadable)
			result = index_record(&keys, &records.items[i]);
	for (size_t row = 1; row < import->csv.count && result == PMO_OK; row++) {
		run->is_left_out[row] = is_blank(import, row);
		if (!run->is_left_out[row])
			result = match_row(&keys, row);
	}
	return result;
}

/* From a file's old and new text to what happened to its records. */
#include "store/ids.h"
#include "store/log.h"
#include "store/tell.h"

#include <string.h>

enum { TOLD_OF_COMMIT = 12 };

/* What a path is: a register's file, a record's, the charter; or no place of records. */
struct spot {
	const struct pmo_project *project;
	char name[TREE_PATH_LIMIT]; /* of the shelf */
	char id[TREE_PATH_LIMIT];   /* of the record that is the file; "" */
};

static const char *place_of(const struct pmo_register *table)
{
	return table->place ? table->place : table->plural;
}

static bool is_id_of(const struct pmo_register *table, const char *id)
{
	size_t length = strlen(table->prefix);
	if (table->handles)
		return handle_is_valid(id);
	return strncmp(id, table->prefix, length) == 0 && id[length] == '-' && id_is_canonical(id);
}

static const struct pmo_schema *schema_of(struct pmo_workspace *workspace, const struct spot *spot,
					  const char *id)
{
	for (size_t i = 0; i < workspace->table_count; i++) {
		const struct pmo_register *table = workspace->tables[i];
		bool single = table->layout == PMO_LAYOUT_SINGLE;
		if (strcmp(place_of(table), spot->name) != 0 || single != !id ||
		    (table->scope == PMO_SCOPE_WORKSPACE) != !spot->project)
			continue;
		if (single || is_id_of(table, id))
			return workspace_schema_at(workspace, i);
	}
	return NULL;
}

static bool has_place(const struct pmo_workspace *workspace, const struct spot *spot)
{
	for (size_t i = 0; i < workspace->table_count; i++)
		if (strcmp(place_of(workspace->tables[i]), spot->name) == 0 &&
		    (workspace->tables[i]->scope == PMO_SCOPE_WORKSPACE) == !spot->project)
			return true;
	return false;
}

/* "risks/RSK-003.yaml" or "actions.yaml", below a project or the root. */
static bool parse_rest(const struct pmo_workspace *workspace, const char *rest, struct spot *spot)
{
	size_t length = strlen(rest);
	const char *slash = strchr(rest, '/');
	if (length <= 5 || length >= TREE_PATH_LIMIT || strcmp(rest + length - 5, ".yaml") != 0 ||
	    (slash && strchr(slash + 1, '/')))
		return false;
	size_t name = slash ? (size_t)(slash - rest) : length - 5;
	memcpy(spot->name, rest, name);
	spot->name[name] = '\0';
	spot->id[0] = '\0';
	if (slash) {
		size_t id = length - 5 - name - 1;
		memcpy(spot->id, slash + 1, id);
		spot->id[id] = '\0';
	}
	return has_place(workspace, spot);
}

static bool parse_path(const struct pmo_workspace *workspace, const char *path, struct spot *spot)
{
	for (size_t i = 0; i < workspace->project_count; i++) {
		const struct pmo_project *project = workspace->projects[i];
		size_t length = strlen(project->path);
		spot->project = project;
		if (length && (strncmp(path, project->path, length) != 0 || path[length] != '/'))
			continue;
		if (parse_rest(workspace, path + length + (length > 0), spot))
			return true;
	}
	spot->project = NULL;
	return parse_rest(workspace, path, spot);
}

/* Whether a subject is what pmo itself wrote of this change, "NET set: phone 1>2", or began to. */
static bool is_own_subject(struct log_reader *reader, const char *id, const struct tell *tell)
{
	const char *subject = reader->commit.subject;
	const char *own = pmo_arena_format(&reader->workspace->arena, "%s %s%s%s", id, tell->verb,
					   *tell->what ? ": " : "", tell->what);
	size_t length = subject ? strlen(subject) : 0;
	if (!length || !own)
		return false;
	bool is_cut = length > 3 && strcmp(subject + length - 3, "...") == 0;
	return is_cut ? strncmp(own, subject, length - 3) == 0 : strcmp(own, subject) == 0;
}

static enum pmo_result add_entry(struct log_reader *reader, const char *id, const struct tell *tell,
				 const char *who)
{
	struct pmo_log *log = reader->log;
	struct pmo_arena *arena = &reader->workspace->arena;
	struct pmo_log_entry *grown =
		pmo_arena_grow(arena, log->items, log->count, &log->capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	log->items = grown;
	struct pmo_log_entry *entry = &grown[log->count];
	*entry = reader->commit;
	entry->id = pmo_arena_string(arena, id);
	entry->verb = tell->verb;
	entry->what = tell->what;
	if (who)
		entry->who = who;
	if (!entry->id)
		return PMO_NO_MEMORY;
	if (is_own_subject(reader, id, tell))
		entry->subject = NULL;
	log->count++;
	return PMO_OK;
}

/* The rest of a commit is a number; what is new and what changed are counted apart. */
static bool is_full(struct log_reader *reader, bool is_new, size_t *count)
{
	if (is_new)
		return ++*count && reader->new_records + reader->new_files > TOLD_OF_COMMIT &&
		       !reader->record;
	if (reader->told++ < TOLD_OF_COMMIT || reader->record)
		return false;
	reader->more++;
	return true;
}

void log_begin(struct log_reader *reader, const struct pmo_log_entry *commit)
{
	reader->commit = *commit;
	reader->first = reader->log->count;
	reader->told = reader->more = reader->new_records = reader->new_files = 0;
}

/* "621 records, 1 file" */
static const char *words_of_flood(struct log_reader *reader)
{
	size_t records = reader->new_records, files = reader->new_files;
	struct pmo_arena *arena = &reader->workspace->arena;
	const char *text = pmo_arena_format(arena, "%zu %s%s", records ? records : files,
					    records ? "record" : "file",
					    (records ? records : files) == 1 ? "" : "s");
	if (!text || !records || !files)
		return text;
	return pmo_arena_format(arena, "%s, %zu file%s", text, files, files == 1 ? "" : "s");
}

enum pmo_result log_end(struct log_reader *reader)
{
	struct pmo_log *log = reader->log;
	enum pmo_result result = PMO_OK;
	if (!reader->record && reader->new_records + reader->new_files > TOLD_OF_COMMIT) {
		size_t kept = reader->first;
		for (size_t i = reader->first; i < log->count; i++)
			if (strcmp(log->items[i].verb, "add") != 0)
				log->items[kept++] = log->items[i];
		log->count = kept;
		const struct tell flood = { "add", words_of_flood(reader) };
		result = flood.what ? add_entry(reader, "", &flood, NULL) : PMO_NO_MEMORY;
	}
	if (result == PMO_OK && log->count > reader->first)
		log->items[log->count - 1].more += reader->more;
	return result;
}

/* A record of text that is a file or an entry of one; unheard faults make it unreadable. */
static enum pmo_result read_record(struct log_reader *reader, const struct spot *spot,
				   const struct pmo_source *source, struct pmo_record *record)
{
	struct pmo_workspace *workspace = reader->workspace;
	struct pmo_diags unheard;
	bool shared = !*spot->id && record->schema->table->layout != PMO_LAYOUT_SINGLE;
	struct ydoc *doc = pmo_arena_alloc(&workspace->arena, sizeof(*doc));
	if (!doc)
		return PMO_NO_MEMORY;
	pmo_diags_init(&unheard, &workspace->arena);
	enum pmo_result result =
		shared ? ydoc_read_entries(doc, &workspace->arena, source, &unheard)
		       : ydoc_read(doc, &workspace->arena, source, &unheard);
	if (result == PMO_NO_MEMORY)
		return result;
	record->project = spot->project;
	record->world = &workspace->world;
	record->path = source->path;
	record->doc = doc;
	record->node = shared && doc->root ? doc->root->first : doc->root;
	record->unreadable = result != PMO_OK || (shared && !record->node);
	return PMO_OK;
}

static bool is_wanted(const struct log_reader *reader, const char *id)
{
	return !reader->record || strcmp(reader->record->id, id) == 0;
}

static uint32_t count_of(const struct pmo_value *lines)
{
	return lines->presence == PMO_PRESENT && lines->is_list ? lines->count : 0;
}

/* Who wrote the last of the lines that are new; NULL: there are none, or they do not say. */
static const char *last_writer(struct log_reader *reader, const struct pmo_record *old,
			       const struct pmo_record *now, int field)
{
	struct pmo_value lines = { .presence = PMO_ABSENT }, before = lines;
	struct pmo_log_line line = { .who = NULL };
	if (field >= 0)
		lines = pmo_record_get(now, field);
	if (field >= 0 && old)
		before = pmo_record_get(old, field);
	uint32_t count = count_of(&lines);
	if (count <= count_of(&before) || lines.as.items[count - 1].presence != PMO_PRESENT ||
	    pmo_log_line_read(&reader->workspace->arena, lines.as.items[count - 1].as.text,
			      &line) != PMO_OK)
		return NULL;
	return line.who;
}

/* Of what is not committed git knows no author; the record's own new lines may. */
static const char *named_by(struct log_reader *reader, const struct pmo_record *old,
			    const struct pmo_record *now)
{
	const struct pmo_schema *schema = now->schema;
	if (!now->node || now->unreadable)
		return NULL;
	const char *who = last_writer(reader, old, now, schema->history);
	if (!who)
		who = last_writer(reader, old, now, schema->notes);
	if (!who && !old && schema->created_by >= 0)
		who = pmo_record_text(now, schema->created_by);
	return who ? pmo_arena_string(&reader->workspace->arena, who) : NULL;
}

/* Old and new text of one record. */
static enum pmo_result tell_texts(struct log_reader *reader, const struct spot *spot,
				  const struct log_change *texts, const char *id)
{
	struct pmo_workspace *workspace = reader->workspace;
	const struct pmo_schema *schema = schema_of(workspace, spot, id);
	struct pmo_source old_source = { texts->path, texts->old_bytes, texts->old_length, 0 };
	struct pmo_source new_source = { texts->path, texts->new_bytes, texts->new_length, 0 };
	struct pmo_record old = { .schema = schema, .id = id }, now = old;
	struct tell tell;
	const char *who = NULL;
	enum pmo_result result = PMO_OK;
	if (!schema)
		return PMO_NO_MEMORY; /* the callers have looked whether there is one */
	if (!id)
		old.id = now.id = spot->project ? spot->project->handle : spot->name;
	if (!is_wanted(reader, now.id) || is_full(reader, !texts->old_bytes, &reader->new_records))
		return PMO_OK;
	if (texts->old_bytes)
		result = read_record(reader, spot, &old_source, &old);
	if (texts->new_bytes && result == PMO_OK)
		result = read_record(reader, spot, &new_source, &now);
	if (result == PMO_OK)
		result = tell_change(texts->old_bytes ? &old : NULL, texts->new_bytes ? &now : NULL,
				     reader->commit.subject, &workspace->arena, &tell);
	if (result == PMO_OK && !reader->commit.commit)
		who = named_by(reader, texts->old_bytes ? &old : NULL, &now);
	return result == PMO_OK ? add_entry(reader, now.id, &tell, who) : result;
}

/* An entry of a register's file: from its key's line to the next. */
struct piece {
	const char *key, *text;
	size_t length;
};

struct pieces {
	struct piece *items;
	size_t count, capacity;
	struct map keys;
};

static bool is_key_line(const char *line, size_t length)
{
	return length && !strchr(" \t\r\n#-.%{[]}", *line) && memchr(line, ':', length);
}

static enum pmo_result add_piece(struct pieces *pieces, struct pmo_arena *arena, const char *line,
				 size_t length)
{
	const char *colon = memchr(line, ':', length);
	const char *start = line, *end = colon;
	if ((*start == '"' || *start == '\'') && end > start + 1 && end[-1] == *start) {
		start++;
		end--;
	}
	char *key = pmo_arena_copy(arena, start, (size_t)(end - start));
	struct piece *grown = pmo_arena_grow(arena, pieces->items, pieces->count, &pieces->capacity,
					     sizeof(*grown));
	if (!key || !grown)
		return PMO_NO_MEMORY;
	pieces->items = grown;
	grown[pieces->count++] = (struct piece){ key, line, length };
	return PMO_OK;
}

/* Comments and blank lines before the next key belong to nobody. */
static enum pmo_result cut(const char *bytes, size_t length, struct pmo_arena *arena,
			   struct pieces *pieces)
{
	const char *end = bytes + length;
	memset(pieces, 0, sizeof(*pieces));
	map_init(&pieces->keys, arena);
	if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
		bytes += 3;
	while (bytes && bytes < end) {
		const char *newline = memchr(bytes, '\n', (size_t)(end - bytes));
		const char *next = newline ? newline + 1 : end;
		size_t line = (size_t)(next - bytes);
		if (is_key_line(bytes, line)) {
			if (add_piece(pieces, arena, bytes, line) != PMO_OK)
				return PMO_NO_MEMORY;
		} else if (pieces->count && (*bytes == ' ' || *bytes == '\t' || *bytes == '-')) {
			struct piece *last = &pieces->items[pieces->count - 1];
			last->length = (size_t)(next - last->text);
		}
		bytes = next;
	}
	/* The first of equal keys counts. */
	for (size_t i = pieces->count; i > 0; i--)
		if (map_put(&pieces->keys, pieces->items[i - 1].key, &pieces->items[i - 1]) !=
		    PMO_OK)
			return PMO_NO_MEMORY;
	return PMO_OK;
}

static enum pmo_result tell_pieces(struct log_reader *reader, const struct spot *spot,
				   const char *path, const struct piece *old,
				   const struct piece *now)
{
	struct log_change texts = { .path = path };
	if (old && now && old->length == now->length &&
	    memcmp(old->text, now->text, old->length) == 0)
		return PMO_OK;
	if (old) {
		texts.old_bytes = old->text;
		texts.old_length = old->length;
	}
	if (now) {
		texts.new_bytes = now->text;
		texts.new_length = now->length;
	}
	return tell_texts(reader, spot, &texts, now ? now->key : old->key);
}

/* What is of no register here is a setting, or text by hand: not told. */
static bool is_record(struct log_reader *reader, const struct spot *spot, const char *key)
{
	return is_wanted(reader, key) && schema_of(reader->workspace, spot, key) != NULL;
}

static enum pmo_result compare_pieces(struct log_reader *reader, const struct spot *spot,
				      const struct log_change *change, struct pmo_arena *scratch)
{
	struct pieces old, now;
	enum pmo_result result = cut(change->old_bytes, change->old_length, scratch, &old);
	if (result == PMO_OK)
		result = cut(change->new_bytes, change->new_length, scratch, &now);
	for (size_t i = 0; result == PMO_OK && i < now.count; i++) {
		const struct piece *piece = &now.items[i];
		const struct piece *before = map_get(&old.keys, piece->key);
		if (before && before->length == piece->length &&
		    memcmp(before->text, piece->text, piece->length) == 0)
			continue;
		if (is_record(reader, spot, piece->key))
			result = tell_pieces(reader, spot, change->path, before, piece);
	}
	for (size_t i = 0; result == PMO_OK && i < old.count; i++)
		if (!map_get(&now.keys, old.items[i].key) &&
		    is_record(reader, spot, old.items[i].key))
			result = tell_pieces(reader, spot, change->path, &old.items[i], NULL);
	return result;
}

static enum pmo_result tell_shared(struct log_reader *reader, const struct spot *spot,
				   const struct log_change *change)
{
	struct pmo_arena scratch;
	pmo_arena_init(&scratch);
	enum pmo_result result = compare_pieces(reader, spot, change, &scratch);
	pmo_arena_release(&scratch);
	return result;
}

/* A file that holds no records: the settings, a calendar, evidence. */
static enum pmo_result tell_other(struct log_reader *reader, const struct log_change *change)
{
	struct tell tell = { "edit", "" };
	/* A new file that holds no records is nobody's yet: git may be told to ignore it. */
	bool is_strange = !reader->commit.commit && !change->old_bytes;
	if (reader->record || is_strange || is_full(reader, !change->old_bytes, &reader->new_files))
		return PMO_OK;
	if (!change->old_bytes)
		tell.verb = "add";
	else if (!change->new_bytes)
		tell.verb = "remove";
	return add_entry(reader, change->path, &tell, NULL);
}

enum pmo_result log_tell_layout(struct log_reader *reader, const char *path, bool to_file)
{
	struct tell tell = { "layout", to_file ? "folder>file" : "file>folder" };
	return add_entry(reader, reader->record ? reader->record->id : path, &tell, NULL);
}

enum pmo_result log_tell_file(struct log_reader *reader, const struct log_change *change)
{
	struct spot spot;
	if (!parse_path(reader->workspace, change->path, &spot))
		return tell_other(reader, change);
	if (*spot.id && !schema_of(reader->workspace, &spot, spot.id))
		return tell_other(reader, change);
	if (*spot.id)
		return tell_texts(reader, &spot, change, spot.id);
	if (schema_of(reader->workspace, &spot, NULL))
		return tell_texts(reader, &spot, change, NULL);
	return tell_shared(reader, &spot, change);
}

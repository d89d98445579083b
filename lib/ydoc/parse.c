/*
 * From bytes to nodes, by libyaml's events.
 *
 * libyaml counts characters, so every mark is turned into a byte offset by a cursor
 * that moves along with the events. The end of a block map or list is never taken
 * from libyaml (it lies past trailing comments) but from the last leaf inside.
 * Events that come before an error are thrown away with the tree.
 */
#include "parse.h"

#include "base/map.h"
#include "quick.h"

#include <string.h>
#include <yaml.h>

struct cursor {
	const char *bytes;
	size_t length;
	size_t character, byte;
	bool ascii;
};

struct reader {
	struct ydoc *doc;
	struct pmo_diags *diags;
	yaml_parser_t parser;
	struct cursor cursor;
	size_t shift; /* the byte order mark, which libyaml does not see */
	struct ydoc_node *open[YDOC_DEPTH], *last[YDOC_DEPTH]; /* and its last child so far */
	size_t depth;
	const char *key; /* a key waiting for its value */
	uint32_t key_start, key_end;
	bool has_key;
	bool entries; /* equal keys of the root are the caller's business */
	struct ydoc_room *room;
	size_t documents;
};

static bool is_continuation(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* The byte offset of the character with this index; indexes may go back a little. */
static uint32_t byte_offset(struct cursor *cursor, size_t character)
{
	if (cursor->ascii)
		return (uint32_t)character;
	while (cursor->character < character && cursor->byte < cursor->length) {
		cursor->byte++;
		while (cursor->byte < cursor->length &&
		       is_continuation(cursor->bytes[cursor->byte]))
			cursor->byte++;
		cursor->character++;
	}
	while (cursor->character > character && cursor->byte > 0) {
		cursor->byte--;
		while (cursor->byte > 0 && is_continuation(cursor->bytes[cursor->byte]))
			cursor->byte--;
		cursor->character--;
	}
	return (uint32_t)cursor->byte;
}

static uint32_t mark_offset(struct reader *reader, yaml_mark_t mark)
{
	return byte_offset(&reader->cursor, mark.index) + (uint32_t)reader->shift;
}

static enum pmo_result refuse(struct reader *reader, const yaml_event_t *event, const char *code,
			      const char *message, const char *hint)
{
	struct pmo_place place = { .source = &reader->doc->source };
	place.offset = mark_offset(reader, event->start_mark);
	place.length = 1;
	pmo_diag_add(reader->diags, PMO_ERROR, code, &place, "%s", message);
	pmo_diag_hint(reader->diags, "%s", hint);
	return PMO_INVALID;
}

static enum pmo_result refuse_anchor(struct reader *reader, const yaml_event_t *event)
{
	return refuse(reader, event, "yaml-anchor", "anchors (&) and aliases (*) are not accepted",
		      "write the value out, or put text that begins with & or * in quotes");
}

static enum pmo_result refuse_tag(struct reader *reader, const yaml_event_t *event)
{
	return refuse(reader, event, "yaml-tag", "tags (!) are not accepted",
		      "take the tag away, or put text that begins with ! in quotes");
}

static struct ydoc_node *innermost(const struct reader *reader)
{
	return reader->depth ? reader->open[reader->depth - 1] : NULL;
}

static bool expects_key(const struct reader *reader)
{
	struct ydoc_node *map = innermost(reader);
	return map && map->kind == YDOC_MAP && !reader->has_key;
}

/* The dash of a block item, before the value with only blanks or comments between. */
static uint32_t find_dash(const struct reader *reader, uint32_t from, uint32_t value)
{
	const char *bytes = reader->doc->source.bytes;
	uint32_t i = from;
	while (i < value) {
		if (bytes[i] == '-')
			return i;
		if (bytes[i] == '#')
			while (i < value && bytes[i] != '\n' && bytes[i] != '\r')
				i++;
		else
			i++;
	}
	return value;
}

static void place_item(const struct reader *reader, struct ydoc_node *list, struct ydoc_node *node)
{
	node->key_start = node->key_end = node->start;
	if (list->style != YDOC_BLOCK)
		return;
	const struct ydoc_node *before = reader->last[reader->depth - 1];
	uint32_t from = before ? before->end : list->start;
	node->key_start = find_dash(reader, from, node->start);
	/* A comment may end at a line end that only YAML knows: then no dash is seen. */
	node->key_end = node->key_start + (node->key_start < node->start);
}

static void close_span(struct ydoc_node *node, uint32_t end)
{
	for (; node && node->style == YDOC_BLOCK; node = node->parent)
		node->end = end;
}

static void attach(struct reader *reader, struct ydoc_node *node)
{
	struct ydoc_node *parent = innermost(reader);
	node->parent = parent;
	if (!parent) {
		reader->doc->root = node;
		return;
	}
	if (parent->kind == YDOC_MAP) {
		node->key = reader->key;
		node->key_start = reader->key_start;
		node->key_end = reader->key_end;
		reader->has_key = false;
	} else {
		place_item(reader, parent, node);
	}
	struct ydoc_node **last = &reader->last[reader->depth - 1];
	*(*last ? &(*last)->next : &parent->first) = node;
	*last = node;
	parent->count++;
	close_span(parent, node->end);
}

enum { NODE_CHUNK = 4, TEXT_CHUNK = 512, LONG_TEXT = 128 };

char *parse_copy_text(struct ydoc_room *room, const struct ydoc *doc, const char *text,
		      size_t length)
{
	if (length > LONG_TEXT)
		return pmo_arena_copy(doc->arena, text, length);
	if (length >= room->text_left) {
		/* A small file needs little; decoded, it may need more than it has bytes. */
		size_t chunk = doc->source.length < TEXT_CHUNK - LONG_TEXT ? doc->source.length + 1
									   : TEXT_CHUNK;
		if (chunk <= length)
			chunk = length + 1;
		room->text = pmo_arena_alloc(doc->arena, chunk);
		room->text_left = room->text ? chunk : 0;
	}
	if (!room->text)
		return NULL;
	char *copy = room->text;
	memcpy(copy, text, length);
	room->text += length + 1;
	room->text_left -= length + 1;
	return copy;
}

/* Keys come again in every record: one copy does for most. */
const char *parse_copy_key(struct ydoc_room *room, const struct ydoc *doc, const char *text,
			   size_t length)
{
	enum { ROOM = sizeof(room->keys) / sizeof(*room->keys) };
	size_t first = length ? (unsigned char)*text : 0;
	size_t last = length ? (unsigned char)text[length - 1] : 0;
	const char **known = &room->keys[(first * 7 + last + length * 5) % ROOM];
	if (!*known || strncmp(*known, text, length) != 0 || (*known)[length])
		*known = parse_copy_text(room, doc, text, length);
	return *known;
}

struct ydoc_node *parse_new_node(struct ydoc_room *room, struct pmo_arena *arena)
{
	if (!room->nodes_left) {
		room->nodes = pmo_arena_array(arena, NODE_CHUNK, sizeof(*room->nodes));
		room->nodes_left = room->nodes ? NODE_CHUNK : 0;
	}
	if (!room->nodes)
		return NULL;
	room->nodes_left--;
	return room->nodes++;
}

static struct ydoc_node *new_node(struct reader *reader, const yaml_event_t *event,
				  enum ydoc_kind kind, enum ydoc_style style)
{
	struct ydoc_node *node = parse_new_node(reader->room, reader->doc->arena);
	if (!node)
		return NULL;
	node->kind = (uint8_t)kind;
	node->style = (uint8_t)style;
	node->start = mark_offset(reader, event->start_mark);
	node->end = mark_offset(reader, event->end_mark);
	return node;
}

static enum ydoc_style scalar_style(yaml_scalar_style_t style)
{
	switch (style) {
	case YAML_SINGLE_QUOTED_SCALAR_STYLE:
		return YDOC_SINGLE;
	case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
		return YDOC_DOUBLE;
	case YAML_LITERAL_SCALAR_STYLE:
		return YDOC_LITERAL;
	case YAML_FOLDED_SCALAR_STYLE:
		return YDOC_FOLDED;
	default:
		return YDOC_PLAIN;
	}
}

/*
 * `{text: roster, backup}` has a key "backup" without a colon: an unquoted comma.
 * The value then has no width and begins where the key ends.
 */
static void check_stray(struct reader *reader, const struct ydoc_node *node)
{
	const struct ydoc_node *map = node->parent;
	if (!map || map->kind != YDOC_MAP || map->style != YDOC_FLOW || node->end != node->start ||
	    node->start != node->key_end || node->kind != YDOC_SCALAR)
		return;
	struct pmo_place place = ydoc_key_place(reader->doc, node);
	pmo_diag_add(reader->diags, PMO_ERROR, "yaml-stray-key", &place,
		     "'%s' stands after a comma without a value", node->key);
	pmo_diag_hint(reader->diags, "%s",
		      strchr(node->key, ':') ? "write a blank after the colon"
					     : "put the text with the comma in quotes");
}

static enum pmo_result take_key(struct reader *reader, const yaml_event_t *event)
{
	const char *text =
		parse_copy_key(reader->room, reader->doc, (const char *)event->data.scalar.value,
			       event->data.scalar.length);
	if (!text)
		return PMO_NO_MEMORY;
	if (event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && strcmp(text, "<<") == 0)
		return refuse(reader, event, "yaml-merge", "merge keys (<<) are not accepted",
			      "write the values out");
	reader->key = text;
	reader->key_start = mark_offset(reader, event->start_mark);
	reader->key_end = mark_offset(reader, event->end_mark);
	reader->has_key = true;
	return PMO_OK;
}

/* Blank lines after a block scalar are layout, unless it says to keep them (`|+`). */
static void trim_block_scalar(const struct ydoc *doc, struct ydoc_node *node)
{
	const char *bytes = doc->source.bytes;
	for (uint32_t i = node->start; i < node->end && bytes[i] != '\n' && bytes[i] != '#'; i++)
		if (bytes[i] == '+')
			return;
	uint32_t end = node->end;
	for (;;) {
		uint32_t line = end;
		while (line > node->start && bytes[line - 1] != '\n')
			line--;
		uint32_t i = line;
		while (i < end && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r'))
			i++;
		if (i < end || line <= node->start)
			break;
		end = line - 1;
	}
	if (end > node->start && bytes[end - 1] == '\r')
		end--;
	if (end < node->end)
		node->end = end;
}

static enum pmo_result take_scalar(struct reader *reader, const yaml_event_t *event)
{
	if (event->data.scalar.anchor)
		return refuse_anchor(reader, event);
	if (event->data.scalar.tag)
		return refuse_tag(reader, event);
	const char *value = (const char *)event->data.scalar.value;
	if (memchr(value, '\0', event->data.scalar.length))
		return refuse(reader, event, "yaml-byte",
			      "a NUL character is not accepted in a value",
			      "take the \\0 out of the text");
	if (expects_key(reader))
		return take_key(reader, event);
	char *text = parse_copy_text(reader->room, reader->doc, value, event->data.scalar.length);
	struct ydoc_node *node =
		new_node(reader, event, YDOC_SCALAR, scalar_style(event->data.scalar.style));
	if (!text || !node)
		return PMO_NO_MEMORY;
	node->text = text;
	if (node->style == YDOC_LITERAL || node->style == YDOC_FOLDED)
		trim_block_scalar(reader->doc, node);
	attach(reader, node);
	check_stray(reader, node);
	return PMO_OK;
}

static enum pmo_result open_container(struct reader *reader, const yaml_event_t *event,
				      enum ydoc_kind kind)
{
	bool is_map = kind == YDOC_MAP;
	const yaml_char_t *anchor =
		is_map ? event->data.mapping_start.anchor : event->data.sequence_start.anchor;
	const yaml_char_t *tag =
		is_map ? event->data.mapping_start.tag : event->data.sequence_start.tag;
	bool flow = is_map ? event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
			   : event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
	if (anchor)
		return refuse_anchor(reader, event);
	if (tag)
		return refuse_tag(reader, event);
	if (expects_key(reader))
		return refuse(reader, event, "yaml-key", "a list or a mapping cannot be a key",
			      "write the key as one word, or quote text that begins with [ or {");
	if (reader->depth == YDOC_DEPTH)
		return refuse(reader, event, "yaml-depth", "nested deeper than 64 levels",
			      "a record needs far fewer: look for stray brackets or dashes");
	struct ydoc_node *node = new_node(reader, event, kind, flow ? YDOC_FLOW : YDOC_BLOCK);
	if (!node)
		return PMO_NO_MEMORY;
	if (!flow)
		node->end = node->start;
	attach(reader, node);
	reader->last[reader->depth] = NULL;
	reader->open[reader->depth++] = node;
	return PMO_OK;
}

enum { FEW_KEYS = 24 }; /* below this, comparing each with each is quicker than hashing */

enum pmo_result parse_flag_duplicates(struct ydoc_node *parent, struct pmo_arena *arena)
{
	struct pmo_arena_mark mark = pmo_arena_mark(arena);
	struct map seen;
	map_init(&seen, arena);
	for (struct ydoc_node *node = parent->first; node; node = node->next) {
		bool found = false;
		if (parent->count > FEW_KEYS) {
			found = map_get(&seen, node->key) != NULL;
			if (!found && map_put(&seen, node->key, node) != PMO_OK)
				return PMO_NO_MEMORY;
		} else {
			for (struct ydoc_node *i = parent->first; i != node && !found; i = i->next)
				found = *i->key == *node->key && strcmp(i->key, node->key) == 0;
		}
		node->duplicate = found;
	}
	pmo_arena_rewind(arena, mark);
	return PMO_OK;
}

/* Nobody reads more of them, and a file may hold millions: the last one told says so. */
enum { DUPLICATES_TOLD = 100 };

static enum pmo_result find_duplicates(struct reader *reader, struct ydoc_node *parent)
{
	enum pmo_result result = parse_flag_duplicates(parent, reader->doc->arena);
	if (result != PMO_OK || (reader->entries && !parent->parent))
		return result;
	size_t told = 0;
	for (const struct ydoc_node *node = parent->first; node; node = node->next) {
		if (!node->duplicate)
			continue;
		if (told++ == DUPLICATES_TOLD) {
			pmo_diag_hint(reader->diags, "delete one of the two lines; more follow");
			break;
		}
		struct pmo_place place = ydoc_key_place(reader->doc, node);
		pmo_diag_add(reader->diags, PMO_ERROR, "yaml-duplicate-key", &place,
			     "'%s' stands here twice; only the first one counts", node->key);
		pmo_diag_hint(reader->diags, "delete one of the two lines");
	}
	return PMO_OK;
}

static enum pmo_result close_container(struct reader *reader, const yaml_event_t *event)
{
	struct ydoc_node *node = reader->open[--reader->depth];
	if (node->style == YDOC_FLOW) {
		node->end = mark_offset(reader, event->end_mark);
		close_span(node->parent, node->end);
	}
	return node->kind == YDOC_MAP ? find_duplicates(reader, node) : PMO_OK;
}

static enum pmo_result take_document(struct reader *reader, const yaml_event_t *event)
{
	if (event->data.document_start.tag_directives.start !=
	    event->data.document_start.tag_directives.end)
		return refuse(reader, event, "yaml-tag", "%TAG is not accepted",
			      "take the line away");
	if (reader->documents++)
		return refuse(
			reader, event, "yaml-documents", "a second document begins here",
			"keep one document a file: take the --- line away, or split the file");
	return PMO_OK;
}

static enum pmo_result take_event(struct reader *reader, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		return take_document(reader, event);
	case YAML_ALIAS_EVENT:
		return refuse_anchor(reader, event);
	case YAML_SCALAR_EVENT:
		return take_scalar(reader, event);
	case YAML_SEQUENCE_START_EVENT:
		return open_container(reader, event, YDOC_LIST);
	case YAML_MAPPING_START_EVENT:
		return open_container(reader, event, YDOC_MAP);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		return close_container(reader, event);
	default:
		return PMO_OK;
	}
}

static enum pmo_result read_events(struct reader *reader)
{
	for (;;) {
		yaml_event_t event;
		if (!yaml_parser_parse(&reader->parser, &event)) {
			if (reader->parser.error == YAML_MEMORY_ERROR)
				return PMO_NO_MEMORY;
			struct parse_fault fault = {
				.error = (int)reader->parser.error,
				.problem = reader->parser.problem,
				.context = reader->parser.context,
				.problem_offset = reader->parser.problem_offset + reader->shift,
				.value = reader->parser.problem_value,
				.problem_at = mark_offset(reader, reader->parser.problem_mark),
				.context_at = mark_offset(reader, reader->parser.context_mark),
			};
			parse_explain(reader->doc, &fault, reader->diags);
			return PMO_INVALID;
		}
		bool done = event.type == YAML_STREAM_END_EVENT;
		enum pmo_result result = take_event(reader, &event);
		yaml_event_delete(&event);
		if (result != PMO_OK || done)
			return result;
	}
}

/* Whether all bytes are ASCII; notes the line ends that editors count differently. */
static bool scan_bytes(struct ydoc *doc)
{
	const unsigned char *bytes = (const unsigned char *)doc->source.bytes;
	size_t length = doc->source.length;
	unsigned char all = 0;
	for (size_t i = 0; i < length; i++)
		all |= bytes[i];
	const char *cr = length ? memchr(bytes, '\r', length) : NULL;
	for (; cr; cr = memchr(cr + 1, '\r', length - (size_t)(cr + 1 - doc->source.bytes)))
		if (cr + 1 == doc->source.bytes + length || cr[1] != '\n')
			doc->odd_breaks = true;
	if (all < 0x80)
		return true;
	for (size_t i = 0; i + 1 < length; i++)
		if ((bytes[i] == 0xc2 && bytes[i + 1] == 0x85) ||
		    (bytes[i] == 0xe2 && bytes[i + 1] == 0x80 && i + 2 < length &&
		     (bytes[i + 2] == 0xa8 || bytes[i + 2] == 0xa9)))
			doc->odd_breaks = true;
	return false;
}

static enum pmo_result refuse_file(struct ydoc *doc, struct pmo_diags *diags, const char *code,
				   const char *message, const char *hint)
{
	struct pmo_place place = { .source = &doc->source };
	pmo_diag_add(diags, PMO_ERROR, code, &place, "%s", message);
	pmo_diag_hint(diags, "%s", hint);
	return PMO_INVALID;
}

static bool is_utf16(const struct pmo_source *source)
{
	return source->length >= 2 && (memcmp(source->bytes, "\xff\xfe", 2) == 0 ||
				       memcmp(source->bytes, "\xfe\xff", 2) == 0);
}

enum pmo_result parse_by_events(struct ydoc *doc, struct ydoc_room *room, bool entries,
				struct pmo_diags *diags)
{
	const struct pmo_source *source = &doc->source;
	struct reader reader = { .doc = doc, .room = room, .diags = diags, .entries = entries };
	if (source->length >= 3 && memcmp(source->bytes, "\xef\xbb\xbf", 3) == 0)
		reader.shift = 3;
	reader.cursor.bytes = source->bytes + reader.shift;
	reader.cursor.length = source->length - reader.shift;
	reader.cursor.ascii = scan_bytes(doc);
	if (!yaml_parser_initialize(&reader.parser))
		return PMO_NO_MEMORY;
	yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&reader.parser, (const unsigned char *)reader.cursor.bytes,
				     reader.cursor.length);
	enum pmo_result result = read_events(&reader);
	yaml_parser_delete(&reader.parser);
	if (result != PMO_OK)
		doc->root = NULL;
	else if (doc->root && ydoc_is_empty(doc->root))
		doc->root = NULL; /* only `---` and comments */
	return result;
}

enum pmo_result parse_document(struct ydoc *doc, struct ydoc_room *room, bool entries,
			       struct pmo_diags *diags)
{
	const struct pmo_source *source = &doc->source;
	if (source->length > YDOC_BYTES)
		return refuse_file(doc, diags, "file-size", "larger than 64 MiB",
				   "split the register: pmo layout REGISTER folder");
	if (is_utf16(source))
		return refuse_file(doc, diags, "yaml-encoding", "this is UTF-16, expected UTF-8",
				   "save the file as UTF-8");
	if (quick_read(doc, room, entries))
		return PMO_OK;
	return parse_by_events(doc, room, entries, diags);
}

/*
 * The way of most files: block maps and lists of one-line scalars, read in one pass.
 *
 * What is not recognised, to the last byte, is left to libyaml, so this reader may be narrow
 * and must never be wrong: where it accepts a document, tree, texts and spans are what
 * libyaml's events would have made. tests/fuzz/fuzz_quick.c compares the two. Left to libyaml
 * are tabs, carriage returns, control characters, block scalars, scalars over several lines,
 * escapes, flow maps, anchors, tags, directives, duplicate keys and everything that is wrong.
 */
#include "quick.h"

#include <pmo/text.h>

#include <string.h>

enum { QUICK_DEPTH = 16, KEY_LENGTH = 1000 };

struct quick {
	struct ydoc *doc; /* whose arena has nodes and texts */
	struct ydoc_room *room;
	const struct ydoc *keys_of; /* whose arena has the keys */
	struct ydoc_room *keys;
	const char *bytes;
	uint32_t length;
	uint32_t at;     /* the next byte; after next_line the first one that is no blank */
	uint32_t column; /* of that, in its line */
	bool ended;      /* there is no further line */
	bool entries;
	unsigned depth;
};

/* Whether a plain scalar may begin so; more may, and goes to libyaml. */
static bool begins_plain(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (unsigned char)c >= 0x80 || (c && strchr("/($+~=^_;\\)", c));
}

static char byte(const struct quick *quick, uint32_t at)
{
	return at < quick->length ? quick->bytes[at] : '\n';
}

static bool ends_word(char c)
{
	return c == ' ' || c == '\n';
}

/* Goes to the next line that holds something. */
static void next_line(struct quick *quick)
{
	for (;;) {
		uint32_t start = quick->at;
		while (quick->at < quick->length && quick->bytes[quick->at] == ' ')
			quick->at++;
		if (quick->at >= quick->length) {
			quick->ended = true;
			quick->column = 0;
			return;
		}
		quick->column = quick->at - start;
		char c = quick->bytes[quick->at];
		if (c != '\n' && c != '#')
			return;
		const char *end = memchr(quick->bytes + quick->at, '\n', quick->length - quick->at);
		quick->at = end ? (uint32_t)(end - quick->bytes) + 1 : quick->length;
	}
}

/* What follows a value on its line must be blanks or a comment. */
static bool end_line(struct quick *quick)
{
	uint32_t start = quick->at;
	while (byte(quick, quick->at) == ' ')
		quick->at++;
	char c = byte(quick, quick->at);
	if (c == '#' && quick->at > start) {
		const char *end = memchr(quick->bytes + quick->at, '\n', quick->length - quick->at);
		quick->at = end ? (uint32_t)(end - quick->bytes) : quick->length;
	} else if (c != '\n') {
		return false;
	}
	quick->at += quick->at < quick->length;
	next_line(quick);
	return true;
}

enum { HALTS = 1, HALTS_IN_FLOW = 2 };

/* Bytes at which a plain scalar may end; most of a file is none of them. */
static const unsigned char halts[256] = {
	['\n'] = HALTS | HALTS_IN_FLOW, ['#'] = HALTS | HALTS_IN_FLOW,
	[':'] = HALTS | HALTS_IN_FLOW,  [','] = HALTS_IN_FLOW,
	['['] = HALTS_IN_FLOW,          [']'] = HALTS_IN_FLOW,
	['{'] = HALTS_IN_FLOW,          ['}'] = HALTS_IN_FLOW,
	['?'] = HALTS_IN_FLOW,
};

/* The end of a plain scalar that begins here; stops at its colon where it is a key. */
static uint32_t plain_end(const struct quick *quick, bool flow, bool *is_key)
{
	const char *bytes = quick->bytes;
	unsigned char wanted = flow ? HALTS_IN_FLOW : HALTS;
	uint32_t i = quick->at;
	*is_key = false;
	for (; i < quick->length; i++) {
		char c = bytes[i];
		if (!(halts[(unsigned char)c] & wanted))
			continue;
		if (c == ':' && !flow && !ends_word(byte(quick, i + 1)))
			continue;
		if (c == '#' && !flow && bytes[i - 1] != ' ')
			continue;
		*is_key = c == ':';
		break;
	}
	uint32_t end = i;
	while (end > quick->at && bytes[end - 1] == ' ')
		end--;
	/* A blank before the colon is left to libyaml. */
	return *is_key && end != i ? quick->at : end;
}

static struct ydoc_node *add_node(struct quick *quick, struct ydoc_node *parent,
				  enum ydoc_kind kind, enum ydoc_style style, uint32_t start)
{
	struct ydoc_node *node = parse_new_node(quick->room, quick->doc->arena);
	if (!node)
		return NULL;
	node->kind = (uint8_t)kind;
	node->style = (uint8_t)style;
	node->start = node->end = start;
	node->parent = parent;
	if (!parent)
		quick->doc->root = node;
	return node;
}

/* Puts a child that is read behind the last one. */
static void link_child(struct ydoc_node *parent, struct ydoc_node **last, struct ydoc_node *child)
{
	*(*last ? &(*last)->next : &parent->first) = child;
	*last = child;
	parent->count++;
}

/* A leaf ends where its text does, and so do the blocks that it is in. */
static void close_leaf(struct ydoc_node *node, uint32_t end)
{
	node->end = end;
	for (node = node->parent; node && node->style == YDOC_BLOCK; node = node->parent)
		node->end = end;
}

static struct ydoc_node *add_text(struct quick *quick, struct ydoc_node *parent,
				  enum ydoc_style style, uint32_t start, uint32_t end)
{
	uint32_t quote = style != YDOC_PLAIN;
	struct ydoc_node *node = add_node(quick, parent, YDOC_SCALAR, style, start);
	char *text = node ? parse_copy_text(quick->room, quick->doc, quick->bytes + start + quote,
					    end - start - 2 * quote)
			  : NULL;
	if (!text)
		return NULL;
	node->text = text;
	close_leaf(node, end);
	return node;
}

/* A quoted text of one line without an escape. */
static struct ydoc_node *read_quoted(struct quick *quick, struct ydoc_node *parent)
{
	char quote = quick->bytes[quick->at];
	uint32_t start = quick->at, i = start + 1;
	while (i < quick->length && quick->bytes[i] != quote && quick->bytes[i] != '\n' &&
	       (quick->bytes[i] != '\\' || quote == '\''))
		i++;
	if (byte(quick, i) != quote || byte(quick, i + 1) == quote)
		return NULL;
	quick->at = i + 1;
	return add_text(quick, parent, quote == '"' ? YDOC_DOUBLE : YDOC_SINGLE, start, i + 1);
}

static struct ydoc_node *read_plain(struct quick *quick, struct ydoc_node *parent, bool flow)
{
	bool is_key;
	uint32_t start = quick->at, end = plain_end(quick, flow, &is_key);
	if (!begins_plain(byte(quick, start)) || is_key || end == start)
		return NULL;
	quick->at = end;
	return add_text(quick, parent, YDOC_PLAIN, start, end);
}

static void skip_blanks(struct quick *quick)
{
	while (byte(quick, quick->at) == ' ')
		quick->at++;
}

/* `[a, b c]` on one line. */
static struct ydoc_node *read_flow(struct quick *quick, struct ydoc_node *parent)
{
	struct ydoc_node *list = add_node(quick, parent, YDOC_LIST, YDOC_FLOW, quick->at);
	struct ydoc_node *last = NULL;
	quick->at++;
	skip_blanks(quick);
	while (list && (list->count || byte(quick, quick->at) != ']')) {
		char c = byte(quick, quick->at);
		struct ydoc_node *item = c == '"' || c == '\'' ? read_quoted(quick, list)
							       : read_plain(quick, list, true);
		if (!item)
			return NULL;
		link_child(list, &last, item);
		item->key_start = item->key_end = item->start;
		skip_blanks(quick);
		c = byte(quick, quick->at);
		if (c == ']')
			break;
		if (c != ',')
			return NULL;
		quick->at++;
		skip_blanks(quick);
	}
	if (list)
		close_leaf(list, ++quick->at);
	return list;
}

/* A value that stands on this line, to the end of the line. */
static struct ydoc_node *read_inline(struct quick *quick, struct ydoc_node *parent)
{
	char c = byte(quick, quick->at);
	struct ydoc_node *node;
	if (c == '[')
		node = read_flow(quick, parent);
	else if (c == '"' || c == '\'')
		node = read_quoted(quick, parent);
	else
		node = read_plain(quick, parent, false);
	return node && end_line(quick) ? node : NULL;
}

static bool is_dash(const struct quick *quick)
{
	return !quick->ended && quick->bytes[quick->at] == '-' && byte(quick, quick->at + 1) == ' ';
}

static struct ydoc_node *read_map(struct quick *quick, struct ydoc_node *parent);

/* Items with their dashes in the column where the first one stands. */
static struct ydoc_node *read_list(struct quick *quick, struct ydoc_node *parent)
{
	uint32_t column = quick->column;
	struct ydoc_node *list = add_node(quick, parent, YDOC_LIST, YDOC_BLOCK, quick->at);
	struct ydoc_node *last = NULL;
	while (list && is_dash(quick) && quick->column == column) {
		bool is_key;
		uint32_t dash = quick->at++;
		skip_blanks(quick);
		quick->column = column + quick->at - dash;
		(void)plain_end(quick, false, &is_key);
		bool is_map = is_key && begins_plain(byte(quick, quick->at));
		struct ydoc_node *item = is_map ? read_map(quick, list) : read_inline(quick, list);
		if (!item || (!quick->ended && quick->column > column))
			return NULL;
		link_child(list, &last, item);
		item->key_start = dash;
		item->key_end = dash + 1;
	}
	return list;
}

/* What a key has: on its line, below it and further in, or nothing. */
static struct ydoc_node *read_value(struct quick *quick, struct ydoc_node *map, uint32_t column)
{
	uint32_t behind = quick->at;
	skip_blanks(quick);
	char c = byte(quick, quick->at);
	if (c != '\n' && (c != '#' || quick->at == behind))
		return read_inline(quick, map);
	quick->at = behind;
	if (!end_line(quick))
		return NULL;
	if (is_dash(quick) && quick->column >= column)
		return read_list(quick, map);
	if (!quick->ended && quick->column > column)
		return read_map(quick, map);
	return add_text(quick, map, YDOC_PLAIN, behind, behind);
}

/*
 * A record of a document that is read sparingly: it is judged as any other, and then only its
 * own node is kept. What is no map is read again, to be kept.
 */
static struct ydoc_node *read_sparingly(struct quick *quick, struct ydoc_node *root,
					uint32_t column)
{
	struct quick before = *quick;
	struct pmo_arena *bodies = quick->doc->spare->bodies;
	struct pmo_arena_mark mark = pmo_arena_mark(bodies);
	struct ydoc passing = *quick->doc;
	struct ydoc_room room = { 0 };
	passing.arena = bodies;
	quick->doc = &passing;
	quick->room = &room;
	const struct ydoc_node *value = read_value(quick, root, column);
	quick->doc = before.doc;
	quick->room = before.room;
	struct ydoc_node *kept = NULL;
	if (value && value->kind == YDOC_MAP) {
		kept = parse_new_node(quick->room, quick->doc->arena);
		if (kept)
			*kept = *value;
	}
	bool is_other = value && value->kind != YDOC_MAP;
	pmo_arena_rewind(bodies, mark);
	if (is_other) {
		*quick = before;
		return read_value(quick, root, column);
	}
	if (kept) {
		kept->first = NULL;
		kept->closed = true;
	}
	return kept;
}

static bool has_duplicates(const struct quick *quick, struct ydoc_node *map)
{
	if (parse_flag_duplicates(map, quick->doc->arena) != PMO_OK)
		return true;
	if (quick->entries && !map->parent)
		return false;
	for (const struct ydoc_node *node = map->first; node; node = node->next)
		if (node->duplicate)
			return true;
	return false;
}

static struct ydoc_node *read_map(struct quick *quick, struct ydoc_node *parent)
{
	uint32_t column = quick->column;
	struct ydoc_node *map = add_node(quick, parent, YDOC_MAP, YDOC_BLOCK, quick->at);
	struct ydoc_node *last = NULL;
	bool is_spared = !parent && quick->entries && quick->doc->spare;
	if (!map || ++quick->depth > QUICK_DEPTH)
		return NULL;
	do {
		bool is_key;
		uint32_t start = quick->at, end = plain_end(quick, false, &is_key);
		if (!is_key || end == start || end - start > KEY_LENGTH ||
		    !begins_plain(quick->bytes[start]))
			return NULL;
		const char *key = parse_copy_key(quick->keys, quick->keys_of, quick->bytes + start,
						 end - start);
		quick->at = end + 1;
		struct ydoc_node *value = NULL;
		if (key)
			value = is_spared ? read_sparingly(quick, map, column)
					  : read_value(quick, map, column);
		if (!value || (!quick->ended && quick->column > column))
			return NULL;
		link_child(map, &last, value);
		value->key = key;
		value->key_start = start;
		value->key_end = end;
	} while (!quick->ended && quick->column == column);
	quick->depth--;
	return has_duplicates(quick, map) ? NULL : map;
}

/* Characters that libyaml refuses or takes for line ends: C1, LS, PS, BOM, FFFE, FFFF. */
static bool is_special(const unsigned char *c, size_t left)
{
	if (*c == 0xc2)
		return left < 2 || c[1] < 0xa0;
	if (left < 3)
		return false;
	return (*c == 0xe2 && c[1] == 0x80 && (c[2] == 0xa8 || c[2] == 0xa9)) ||
	       (*c == 0xef && c[1] == 0xbb && c[2] == 0xbf) ||
	       (*c == 0xef && c[1] == 0xbf && c[2] >= 0xbe);
}

/* Whether all of it is characters that stand for themselves, and line feeds. */
static bool is_plain_text(const char *text, size_t length)
{
	const unsigned char *bytes = (const unsigned char *)text;
	unsigned char odd = 0, all = 0;
	for (size_t i = 0; i < length; i++) {
		odd |= (bytes[i] < 0x20 && bytes[i] != '\n') || bytes[i] == 0x7f;
		all |= bytes[i];
	}
	if (odd || all < 0x80)
		return !odd;
	for (size_t i = 0; i < length; i++)
		if (bytes[i] >= 0x80 && is_special(bytes + i, length - i))
			return false;
	return pmo_text_is_utf8(text, length, NULL);
}

bool quick_read(struct ydoc *doc, struct ydoc_room *room, bool entries)
{
	struct quick quick = { .doc = doc,
			       .room = room,
			       .keys_of = doc,
			       .keys = doc->spare ? &doc->spare->keys : room,
			       .bytes = doc->source.bytes,
			       .length = (uint32_t)doc->source.length,
			       .entries = entries };
	struct pmo_arena_mark mark = pmo_arena_mark(doc->arena);
	struct ydoc_room before = *room;
	if (!is_plain_text(quick.bytes, quick.length)) {
		doc->spare = NULL;
		return false;
	}
	next_line(&quick);
	/* Nothing but blanks and comments is no document, as for libyaml. */
	if (quick.ended || (read_map(&quick, NULL) && quick.ended))
		return true;
	pmo_arena_rewind(doc->arena, mark);
	/* What was taken of the room is not all zeros any more. */
	*room = before;
	room->nodes_left = room->text_left = 0;
	doc->root = NULL;
	doc->spare = NULL;
	return false;
}

static uint32_t column_of(const struct ydoc *doc, uint32_t offset)
{
	uint32_t start = offset;
	while (start && doc->source.bytes[start - 1] != '\n')
		start--;
	return offset - start;
}

enum pmo_result quick_open(const struct ydoc *doc, struct ydoc_node *entry)
{
	struct ydoc body = *doc;
	struct ydoc_room room = { 0 };
	struct quick quick = { .doc = &body,
			       .room = &room,
			       .keys_of = doc,
			       .keys = &doc->spare->keys,
			       .bytes = doc->source.bytes,
			       .length = (uint32_t)doc->source.length,
			       .at = entry->start,
			       .column = column_of(doc, entry->start),
			       .depth = 1 };
	body.arena = doc->spare->bodies;
	struct ydoc_node *map = read_map(&quick, NULL);
	if (!map) /* it was read before, so nothing else can be wrong with it */
		return PMO_NO_MEMORY;
	entry->first = map->first;
	entry->closed = false;
	for (struct ydoc_node *child = entry->first; child; child = child->next)
		child->parent = entry;
	return PMO_OK;
}

/*
 * Reading rows by their shape: one walk over the keys, whatever the row is.
 *
 * Every fault is told with its place and costs only what it stands in: a bad value its
 * key, a bad row its row. Texts are copied into the arena, so that nothing depends on
 * the document but the positions of diagnostics.
 */
#include "overlay.h"

#include <pmo/text.h>

#include <string.h>

void overlay_reader_init(struct overlay_reader *reader, const struct ydoc *doc,
			 struct pmo_diags *diags)
{
	memset(reader, 0, sizeof(*reader));
	reader->arena = doc->arena;
	reader->doc = doc;
	reader->diags = diags;
}

static const char *copy(struct overlay_reader *reader, const char *text)
{
	const char *copied = pmo_arena_string(reader->arena, text);
	if (text && !copied)
		reader->failed = true;
	return copied;
}

static void *zeroed(struct overlay_reader *reader, size_t count, size_t size)
{
	void *memory = pmo_arena_array(reader->arena, count, size);
	if (!memory)
		reader->failed = true;
	return memory;
}

const char *overlay_nearest(const char *word, const char *(*name_at)(const void *, size_t),
			    const void *names)
{
	size_t limit = strlen(word) > 8 ? 3 : strlen(word) > 3 ? 2 : 1;
	const char *nearest = NULL;
	const char *name;
	for (size_t i = 0; (name = name_at(names, i)); i++) {
		size_t distance = pmo_text_distance(word, name, limit);
		if (distance > limit || (nearest && distance == limit))
			continue;
		nearest = name;
		limit = distance;
	}
	return nearest;
}

void overlay_hint_nearest(struct overlay_reader *reader, const char *word,
			  const char *(*name_at)(const void *, size_t), const void *names)
{
	const char *nearest = overlay_nearest(word, name_at, names);
	if (nearest)
		pmo_diag_hint(reader->diags, "nearest is %s", nearest);
}

const char *overlay_word_at(const void *words, size_t index)
{
	return ((const char *const *)words)[index];
}

const char *overlay_register_at(const void *registers, size_t index)
{
	const struct pmo_register *table = ((const struct pmo_register *const *)registers)[index];
	return table ? table->name : NULL;
}

static const char *key_at(const void *keys, size_t index)
{
	return ((const struct overlay_key *)keys)[index].name;
}

static const char *kind_at(const void *names, size_t index)
{
	(void)names;
	return index < PMO_KIND_COUNT ? pmo_kind_name((enum pmo_kind)index) : NULL;
}

static const char *node_kind(const struct ydoc_node *node)
{
	return node->kind == YDOC_MAP ? "a map" : node->kind == YDOC_LIST ? "a list" : "text";
}

/* Says that something else was expected where the node stands. */
static void say_type(struct overlay_reader *reader, const struct ydoc_node *node,
		     const char *expected)
{
	struct pmo_place place = ydoc_place(reader->doc, node);
	if (node->key)
		pmo_diag_add(reader->diags, PMO_ERROR, "config-type", &place,
			     "'%s' is %s, expected %s", node->key, node_kind(node), expected);
	else
		pmo_diag_add(reader->diags, PMO_ERROR, "config-type", &place, "%s, expected %s",
			     node_kind(node), expected);
}

static const char *read_text(struct overlay_reader *reader, const struct ydoc_node *node)
{
	if (node->kind == YDOC_SCALAR)
		return copy(reader, node->text);
	say_type(reader, node, "text");
	pmo_diag_hint(reader->diags, "put the text in quotes");
	return NULL;
}

static void add_words(struct pmo_buffer *out, const char *text, char separator)
{
	const char *word;
	size_t length;
	while ((length = overlay_next_word(&text, separator, &word))) {
		if (out->length)
			pmo_buffer_add_char(out, separator);
		pmo_buffer_add(out, word, length);
	}
}

/* Words may stand as text, `id title due`, or as a list. */
static const char *read_words(struct overlay_reader *reader, const struct ydoc_node *node,
			      char separator)
{
	struct pmo_buffer words;
	pmo_buffer_init(&words, PMO_BUFFER_LIMIT);
	if (node->kind == YDOC_SCALAR)
		add_words(&words, node->text, separator);
	else if (node->kind == YDOC_MAP)
		say_type(reader, node, "words or a list");
	for (const struct ydoc_node *item = node->kind == YDOC_LIST ? node->first : NULL; item;
	     item = item->next) {
		if (item->kind == YDOC_SCALAR)
			add_words(&words, item->text, separator);
		else
			say_type(reader, item, "a word");
	}
	reader->failed = reader->failed || words.failed;
	const char *copied = words.length ? copy(reader, words.data) : NULL;
	pmo_buffer_release(&words);
	return copied;
}

static const char *const *read_choices(struct overlay_reader *reader, const struct ydoc_node *node)
{
	if (node->kind != YDOC_LIST) {
		say_type(reader, node, "a list such as [low, high]");
		return NULL;
	}
	const char **choices = zeroed(reader, node->count + 1u, sizeof(*choices));
	size_t count = 0;
	for (const struct ydoc_node *item = node->first; choices && item; item = item->next) {
		if (item->kind == YDOC_SCALAR && *item->text)
			choices[count++] = copy(reader, item->text);
		else
			say_type(reader, item, "a word");
	}
	return count ? choices : NULL;
}

static bool next_is_set(const char *c)
{
	if (!pmo_ascii_is_lower(*c))
		return false;
	while (pmo_ascii_is_lower(*c) || pmo_ascii_is_digit(*c) || *c == '_')
		c++;
	return *c == '=';
}

/* Where an expression ends in "today + 5d owner=me". */
static const char *expression_end(const char *c)
{
	char quote = 0;
	int depth = 0;
	for (; *c; c++) {
		if (quote)
			quote = *c == quote ? 0 : quote;
		else if (*c == '"' || *c == '\'')
			quote = *c;
		else if (*c == '(' || *c == '[')
			depth++;
		else if (*c == ')' || *c == ']')
			depth--;
		else if (*c == ' ' && depth <= 0 && next_is_set(c + 1))
			break;
	}
	return c;
}

bool overlay_next_set(const char **sets, struct overlay_set *set)
{
	const char *c = *sets;
	while (c && *c == ' ')
		c++;
	const char *equals = c ? strchr(c, '=') : NULL;
	if (!equals)
		return false;
	set->name = c;
	set->name_length = (size_t)(equals - c);
	set->expression = equals + 1;
	const char *end = expression_end(equals + 1);
	*sets = end;
	while (end > set->expression && end[-1] == ' ')
		end--;
	set->expression_length = (size_t)(end - set->expression);
	return true;
}

/* `{resolved: today, owner: me}`; an expression that would not end where it does gets (). */
static const char *read_sets(struct overlay_reader *reader, const struct ydoc_node *node)
{
	if (node->kind != YDOC_MAP) {
		say_type(reader, node, "a map such as {done_on: today}");
		return NULL;
	}
	struct pmo_buffer sets;
	pmo_buffer_init(&sets, PMO_BUFFER_LIMIT);
	for (const struct ydoc_node *item = node->first; item; item = item->next) {
		if (item->kind != YDOC_SCALAR) {
			say_type(reader, item, "an expression");
		} else if (!overlay_name_is_valid(item->key, "_")) {
			struct pmo_place place = ydoc_key_place(reader->doc, item);
			pmo_diag_add(reader->diags, PMO_ERROR, "config-name", &place,
				     "'%s' is no name of a field", item->key);
		} else if (!item->duplicate) {
			bool plain = !*expression_end(item->text);
			pmo_buffer_add_format(&sets, plain ? "%s%s=%s" : "%s%s=(%s)",
					      sets.length ? " " : "", item->key, item->text);
		}
	}
	reader->failed = reader->failed || sets.failed;
	const char *copied = sets.length ? copy(reader, sets.data) : NULL;
	pmo_buffer_release(&sets);
	return copied;
}

/* An index into words; false: it is none of them. */
static bool read_word(struct overlay_reader *reader, const struct ydoc_node *node,
		      const char *(*name_at)(const void *, size_t), const void *words,
		      unsigned *number)
{
	if (node->kind != YDOC_SCALAR) {
		say_type(reader, node, "a word");
		return false;
	}
	const char *word;
	for (size_t i = 0; (word = name_at(words, i)); i++) {
		if (!pmo_ascii_equal(word, node->text))
			continue;
		*number = (unsigned)i;
		return true;
	}
	struct pmo_buffer list;
	pmo_buffer_init(&list, PMO_BUFFER_LIMIT);
	for (size_t i = 0; (word = name_at(words, i)); i++)
		pmo_buffer_add_format(&list, "%s%s", i ? ", " : "", word);
	struct pmo_place place = ydoc_place(reader->doc, node);
	pmo_diag_add(reader->diags, PMO_ERROR, "config-value", &place, "'%s' is none of %s",
		     node->text, list.data);
	pmo_buffer_release(&list);
	overlay_hint_nearest(reader, node->text, name_at, words);
	return false;
}

static bool read_yes(struct overlay_reader *reader, const struct ydoc_node *node, unsigned *yes)
{
	static const char *const words[] = { "false", "true", "no", "yes", "off", "on", NULL };
	if (!read_word(reader, node, overlay_word_at, words, yes))
		return false;
	*yes &= 1;
	return true;
}

static bool read_member(struct overlay_reader *reader, const struct overlay_key *key,
			const struct ydoc_node *node, void *row)
{
	unsigned number = 0;
	bool good = true;
	switch (key->form) {
	case OVERLAY_TEXT:
		overlay_set_pointer(key, row, read_text(reader, node));
		break;
	case OVERLAY_WORDS:
		overlay_set_pointer(key, row, read_words(reader, node, ' '));
		break;
	case OVERLAY_BARS:
		overlay_set_pointer(key, row, read_words(reader, node, '|'));
		break;
	case OVERLAY_SETS:
		overlay_set_pointer(key, row, read_sets(reader, node));
		break;
	case OVERLAY_CHOICES:
		overlay_set_pointer(key, row, read_choices(reader, node));
		break;
	case OVERLAY_ROWS:
		overlay_set_pointer(key, row, overlay_read_rows(reader, key->shape, node));
		break;
	case OVERLAY_WORD:
		if (read_word(reader, node, overlay_word_at, key->words, &number))
			overlay_set_number(key, row, number);
		break;
	case OVERLAY_KIND: /* of a field nothing is right when its type is wrong */
		good = read_word(reader, node, kind_at, NULL, &number);
		overlay_set_number(key, row, number);
		break;
	case OVERLAY_FLAG:
	case OVERLAY_YES:
		if (read_yes(reader, node, &number))
			overlay_set_number(key, row, number);
		break;
	case OVERLAY_ELSEWHERE:
		break;
	}
	return good;
}

static void say_unknown(struct overlay_reader *reader, const struct overlay_shape *shape,
			const struct ydoc_node *node)
{
	if (reader->newer)
		return;
	struct pmo_place place = ydoc_key_place(reader->doc, node);
	pmo_diag_add(reader->diags, PMO_WARNING, "config-key", &place, "'%s' is no key of %s%s",
		     node->key, shape->name_key ? "a " : "", shape->what);
	overlay_hint_nearest(reader, node->key, key_at, shape->keys);
}

static bool has_required(struct overlay_reader *reader, const struct overlay_shape *shape,
			 const struct ydoc_node *node, const void *row)
{
	bool complete = true;
	for (const struct overlay_key *key = shape->keys; key->name; key++) {
		if (!key->required || overlay_get_pointer(key, row))
			continue;
		complete = false;
		/* A value of the wrong type was told already. */
		if (!ydoc_is_empty(ydoc_get(node, key->name)))
			continue;
		struct pmo_place place = node->key ? ydoc_key_place(reader->doc, node)
						   : ydoc_place(reader->doc, node);
		pmo_diag_add(reader->diags, PMO_ERROR, "config-missing", &place,
			     "%s '%s' lacks '%s'", shape->what, overlay_row_name(row), key->name);
	}
	return complete;
}

static bool read_keys(struct overlay_reader *reader, const struct overlay_shape *shape,
		      const struct ydoc_node *node, void *row)
{
	bool good = true;
	for (const struct ydoc_node *child = node->first; child; child = child->next) {
		if (child->duplicate)
			continue;
		const struct overlay_key *key = shape->keys;
		while (key->name && strcmp(key->name, child->key) != 0)
			key++;
		bool is_name =
			!node->key && shape->name_key && strcmp(shape->name_key, child->key) == 0;
		if (key->name && !ydoc_is_empty(child))
			good = read_member(reader, key, child, row) && good;
		else if (!key->name && !is_name)
			say_unknown(reader, shape, child);
	}
	return good;
}

bool overlay_read_row(struct overlay_reader *reader, const struct overlay_shape *shape,
		      const struct ydoc_node *node, void *row)
{
	bool good = true;
	if (ydoc_is_empty(node)) {
		/* Every key has its default, or is missing. */
	} else if (node->kind == YDOC_SCALAR && shape->short_form) {
		good = read_member(reader, shape->keys, node, row);
	} else if (node->kind != YDOC_MAP) {
		say_type(reader, node, shape->short_form ? "a word or a map" : "a map");
		return false;
	} else {
		good = read_keys(reader, shape, node, row);
	}
	good = good && has_required(reader, shape, node, row);
	return good && (!shape->check || shape->check(reader, node, row)) && !reader->failed;
}

bool overlay_name_is_valid(const char *name, const char *extra)
{
	if (!pmo_ascii_is_lower(*name))
		return false;
	size_t length = strlen(name);
	for (size_t i = 0; i < length; i++)
		if (!pmo_ascii_is_lower(name[i]) && !pmo_ascii_is_digit(name[i]) &&
		    !strchr(extra, name[i]))
			return false;
	return length <= OVERLAY_NAME;
}

/* The name of an entry: its key, or in the list form what stands under the name's key. */
static const char *read_name(struct overlay_reader *reader, const struct overlay_shape *shape,
			     const struct ydoc_node *entry)
{
	const struct ydoc_node *node = entry->key ? entry : ydoc_get(entry, shape->name_key);
	const char *name = entry->key;
	if (!entry->key && node && node->kind == YDOC_SCALAR)
		name = node->text;
	struct pmo_place place = entry->key ? ydoc_key_place(reader->doc, entry)
					    : ydoc_place(reader->doc, node ? node : entry);
	if (!name) {
		pmo_diag_add(reader->diags, PMO_ERROR, "config-missing", &place,
			     "a %s without a '%s'", shape->what, shape->name_key);
		return NULL;
	}
	if (!shape->name_extra || overlay_name_is_valid(name, shape->name_extra))
		return copy(reader, name);
	pmo_diag_add(reader->diags, PMO_ERROR, "config-name", &place, "'%s' is no name of a %s",
		     name, shape->what);
	pmo_diag_hint(reader->diags, "a letter a-z first, then a-z, 0-9%s%s; at most %d",
		      strchr(shape->name_extra, '_') ? ", _" : "",
		      strchr(shape->name_extra, '-') ? ", -" : "", OVERLAY_NAME);
	return NULL;
}

static bool is_taken(struct overlay_reader *reader, const struct overlay_shape *shape,
		     const struct ydoc_node *entry, const char *name, const void *rows)
{
	if (shape->repeats)
		return false;
	for (size_t i = 0; overlay_row_name(overlay_row(shape, rows, i)); i++) {
		if (strcmp(overlay_row_name(overlay_row(shape, rows, i)), name) != 0)
			continue;
		struct pmo_place place = ydoc_place(reader->doc, entry);
		pmo_diag_add(reader->diags, PMO_ERROR, "config-taken", &place,
			     "%s '%s' is there already", shape->what, name);
		return true;
	}
	return false;
}

/* Rows end where the first name is NULL: a row that failed is cleared again. */
static bool read_entry(struct overlay_reader *reader, const struct overlay_shape *shape,
		       const struct ydoc_node *entry, void *rows, size_t count)
{
	const char *name = read_name(reader, shape, entry);
	if (!name || is_taken(reader, shape, entry, name, rows))
		return false;
	char *row = (char *)rows + count * shape->size;
	memcpy(row, &name, sizeof(name));
	if (overlay_read_row(reader, shape, entry, row))
		return true;
	memset(row, 0, shape->size);
	return false;
}

static void say_limit(struct overlay_reader *reader, const struct ydoc_node *node, size_t limit,
		      const char *what)
{
	struct pmo_place place = ydoc_place(reader->doc, node);
	pmo_diag_add(reader->diags, PMO_ERROR, "config-limit", &place, "more than %zu %s", limit,
		     what);
}

static void *read_entries(struct overlay_reader *reader, const struct overlay_shape *shape,
			  const struct ydoc_node *node)
{
	size_t room = node->count < shape->limit ? node->count : shape->limit;
	char *rows = zeroed(reader, room + 1, shape->size);
	size_t count = 0;
	for (const struct ydoc_node *entry = node->first; rows && entry; entry = entry->next) {
		if (count == shape->limit) {
			say_limit(reader, entry, shape->limit, shape->what_many);
			break;
		}
		if (!entry->duplicate && !reader->failed)
			count += read_entry(reader, shape, entry, rows, count);
	}
	return count ? rows : NULL;
}

void *overlay_read_rows(struct overlay_reader *reader, const struct overlay_shape *shape,
			const struct ydoc_node *node)
{
	if (ydoc_is_empty(node))
		return NULL;
	if (node->kind == YDOC_SCALAR) {
		say_type(reader, node, "a map");
		return NULL;
	}
	if (reader->depth == OVERLAY_DEPTH) {
		say_limit(reader, node, OVERLAY_DEPTH, "levels of structures");
		return NULL;
	}
	reader->depth++;
	void *rows = read_entries(reader, shape, node);
	reader->depth--;
	return rows;
}

enum pmo_result overlay_read_register(struct overlay_reader *reader, const struct ydoc_node *node,
				      struct pmo_register **out)
{
	const struct overlay_shape *shape = &overlay_register_shape;
	struct pmo_register *table = zeroed(reader, 1, sizeof(*table));
	if (!table)
		return PMO_NO_MEMORY;
	table->name = read_name(reader, shape, node);
	bool good = table->name && overlay_read_row(reader, shape, node, table);
	if (good)
		good = overlay_check_register(reader, node, table);
	if (reader->failed)
		return PMO_NO_MEMORY;
	*out = good ? table : NULL;
	return good ? PMO_OK : PMO_INVALID;
}

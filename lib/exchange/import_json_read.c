/*
 * The text of the document becomes nodes.
 *
 * jansson reads it and decides what is JSON. It would make doubles of numbers and says
 * nothing of where its values stand, so the text is gone over first: numbers are put in
 * quotes, so that 1.10 stays what it is, and the place of each value is kept. The order of
 * values is the same before and after.
 */
#include "exchange/import_json.h"

#include "base/late.h"
#include "out/escape.h"

#include <jansson.h>
#include <pmo/text.h>
#include <string.h>

enum { NUMBER_MAX = 64 };

struct scan {
	const struct pmo_source *source;
	struct pmo_arena *arena;
	struct pmo_buffer *out; /* the text for jansson */
	size_t at, depth;
	char open[JSON_DEPTH]; /* { or [ */
	bool wants_key;
	bool keeps_places;
	uint32_t *places; /* of the values */
	size_t count, capacity;
	const char *fault;
	bool failed; /* no memory */
};

static void note_value(struct scan *scan)
{
	if (!scan->keeps_places)
		return;
	if (scan->count == JSON_VALUES) {
		scan->fault = "there are more values than an import takes";
		return;
	}
	void *grown = pmo_arena_grow(scan->arena, scan->places, scan->count, &scan->capacity,
				     sizeof(*scan->places));
	scan->failed |= !grown;
	if (!grown)
		return;
	scan->places = grown;
	scan->places[scan->count++] = (uint32_t)scan->at;
}

static void copy_string(struct scan *scan)
{
	const char *bytes = scan->source->bytes;
	size_t end = scan->at + 1;
	while (end < scan->source->length && bytes[end] != '"')
		end += bytes[end] == '\\' ? 2 : 1;
	end = end < scan->source->length ? end + 1 : scan->source->length;
	pmo_buffer_add(scan->out, bytes + scan->at, end - scan->at);
	scan->at = end;
}

/* A number in quotes; what is none is left for jansson to refuse. */
static void copy_number(struct scan *scan)
{
	char number[NUMBER_MAX + 1];
	const char *bytes = scan->source->bytes + scan->at;
	size_t length = 0, left = scan->source->length - scan->at;
	while (length < left && (pmo_ascii_is_alnum(bytes[length]) || bytes[length] == '+' ||
				 bytes[length] == '-' || bytes[length] == '.'))
		length++;
	if (length > NUMBER_MAX) {
		scan->fault = "a number of more than 64 characters";
		return;
	}
	memcpy(number, bytes, length);
	number[length] = '\0';
	bool fine = escape_is_json_number(number);
	pmo_buffer_add_text(scan->out, fine ? "\"" : "");
	pmo_buffer_add(scan->out, bytes, length);
	pmo_buffer_add_text(scan->out, fine ? "\"" : "");
	scan->at += length;
}

static void open_container(struct scan *scan, char c)
{
	if (scan->depth == JSON_DEPTH) {
		scan->fault = "nested too deeply";
		return;
	}
	scan->open[scan->depth++] = c;
	scan->wants_key = c == '{';
}

static void copy_mark(struct scan *scan, char c)
{
	bool in_map = scan->depth && scan->open[scan->depth - 1] == '{';
	if (c == '{' || c == '[') {
		note_value(scan);
		open_container(scan, c);
	} else if (c == '}' || c == ']') {
		scan->depth -= scan->depth > 0;
		scan->wants_key = false;
	} else if (c == ',') {
		scan->wants_key = in_map;
	} else if (c == ':') {
		scan->wants_key = false;
	}
	pmo_buffer_add_char(scan->out, c);
	scan->at++;
}

static void copy_word(struct scan *scan)
{
	const char *bytes = scan->source->bytes;
	if (!scan->wants_key)
		note_value(scan);
	while (scan->at < scan->source->length && pmo_ascii_is_alpha(bytes[scan->at]))
		pmo_buffer_add_char(scan->out, bytes[scan->at++]);
}

static void scan_one(struct scan *scan)
{
	char c = scan->source->bytes[scan->at];
	if (c == '"') {
		if (!scan->wants_key)
			note_value(scan);
		copy_string(scan);
	} else if (!scan->wants_key && (c == '-' || pmo_ascii_is_digit(c))) {
		note_value(scan);
		copy_number(scan);
	} else if (pmo_ascii_is_alpha(c)) {
		copy_word(scan);
	} else {
		copy_mark(scan, c);
	}
}

static void scan_begin(struct scan *scan, const struct pmo_source *source, struct pmo_buffer *out)
{
	bool is_marked = source->length >= 3 && memcmp(source->bytes, "\xef\xbb\xbf", 3) == 0;
	*scan = (struct scan){ .source = source, .out = out, .at = is_marked ? 3 : 0 };
}

static bool scan_goes_on(const struct scan *scan)
{
	return scan->at < scan->source->length && !scan->fault && !scan->failed &&
	       !scan->out->failed;
}

static enum pmo_result fault_at(const struct pmo_source *source, size_t offset, const char *what,
				struct pmo_diags *diags)
{
	struct pmo_place place = { .source = source,
				   .offset = offset < source->length ? offset : source->length,
				   .length = 1 };
	pmo_diag_add(diags, PMO_ERROR, "import-json", &place, "%s", what);
	return PMO_INVALID;
}

/* Where in the source a byte of the text for jansson came from. */
static size_t origin(const struct pmo_source *source, size_t position)
{
	struct pmo_buffer again;
	struct scan scan;
	size_t from = 0, to = 0;
	pmo_buffer_init(&again, PMO_BUFFER_LIMIT);
	scan_begin(&scan, source, &again);
	while (scan_goes_on(&scan) && again.length <= position) {
		from = scan.at;
		to = again.length;
		scan_one(&scan);
	}
	pmo_buffer_release(&again);
	size_t at = from + (position - to);
	return at < scan.at ? at : scan.at;
}

/* The functions of jansson that are used, loaded when they are needed (base/late.h). */
struct jansson {
	__typeof__(&json_loadb) load;
	__typeof__(&json_delete) release; /* of what nobody else refers to */
	__typeof__(&json_equal) equal;
	__typeof__(&json_object_iter) first;
	__typeof__(&json_object_iter_next) next;
	__typeof__(&json_object_iter_key) key;
	__typeof__(&json_object_iter_value) value;
	__typeof__(&json_array_size) count;
	__typeof__(&json_array_get) item;
	__typeof__(&json_string_value) text;
};

static enum pmo_result load_jansson(struct jansson *jansson)
{
	static const struct late_function functions[] = {
		LATE(struct jansson, load, json_loadb),
		LATE(struct jansson, release, json_delete),
		LATE(struct jansson, equal, json_equal),
		LATE(struct jansson, first, json_object_iter),
		LATE(struct jansson, next, json_object_iter_next),
		LATE(struct jansson, key, json_object_iter_key),
		LATE(struct jansson, value, json_object_iter_value),
		LATE(struct jansson, count, json_array_size),
		LATE(struct jansson, item, json_array_get),
		LATE(struct jansson, text, json_string_value),
		{ 0 },
	};
	return late_load(PMO_JANSSON, functions, jansson);
}

struct builder {
	const struct jansson *jansson;
	struct pmo_arena *arena;
	const struct scan *scan;
	size_t next;
};

static struct ydoc_node *build(struct builder *builder, json_t *value);

static bool add_child(struct builder *builder, struct ydoc_node *parent, struct ydoc_node **last,
		      const char *key, json_t *value)
{
	struct ydoc_node *child = build(builder, value);
	if (!child)
		return false;
	child->key = key ? pmo_arena_string(builder->arena, key) : NULL;
	child->parent = parent;
	*(*last ? &(*last)->next : &parent->first) = child;
	*last = child;
	parent->count++;
	return !key || child->key;
}

static bool add_members(struct builder *builder, struct ydoc_node *node, json_t *object)
{
	const struct jansson *jansson = builder->jansson;
	struct ydoc_node *last = NULL;
	for (void *i = jansson->first(object); i; i = jansson->next(object, i))
		if (!add_child(builder, node, &last, jansson->key(i), jansson->value(i)))
			return false;
	return true;
}

static bool add_items(struct builder *builder, struct ydoc_node *node, const json_t *array)
{
	const struct jansson *jansson = builder->jansson;
	struct ydoc_node *last = NULL;
	size_t count = jansson->count(array);
	for (size_t i = 0; i < count; i++)
		if (!add_child(builder, node, &last, NULL, jansson->item(array, i)))
			return false;
	return true;
}

static struct ydoc_node *build(struct builder *builder, json_t *value)
{
	struct ydoc_node *node = pmo_arena_alloc(builder->arena, sizeof(*node));
	if (!node || builder->next >= builder->scan->count)
		return NULL;
	node->start = builder->scan->places[builder->next++];
	node->end = node->start + 1;
	if (json_is_object(value)) {
		node->kind = YDOC_MAP;
		node->style = YDOC_FLOW;
		return add_members(builder, node, value) ? node : NULL;
	}
	if (json_is_array(value)) {
		node->kind = YDOC_LIST;
		node->style = YDOC_FLOW;
		return add_items(builder, node, value) ? node : NULL;
	}
	node->kind = YDOC_SCALAR;
	if (json_is_string(value)) {
		node->style = YDOC_DOUBLE;
		node->text = pmo_arena_string(builder->arena, builder->jansson->text(value));
	} else {
		node->text = json_is_true(value) ? "true" : json_is_false(value) ? "false" : "";
	}
	return node->text ? node : NULL;
}

static json_t *load_text(const struct jansson *jansson, const struct scan *scan,
			 json_error_t *error)
{
	return jansson->load(scan->out->data, scan->out->length, JSON_REJECT_DUPLICATES, error);
}

/*
 * Where memory ends in the middle of a text, jansson leaves out a letter and goes on. So the
 * text is read once more: memory that ends does not end at the same letter twice.
 */
static bool is_whole(const struct jansson *jansson, const struct scan *scan, const json_t *value)
{
	json_error_t error;
	json_t *again = load_text(jansson, scan, &error);
	bool same = again && jansson->equal(value, again);
	if (again)
		jansson->release(again);
	return same;
}

static enum pmo_result load(struct scan *scan, const struct ydoc_node **root,
			    struct pmo_diags *diags)
{
	json_error_t error;
	struct jansson jansson;
	if (load_jansson(&jansson) != PMO_OK) {
		struct pmo_place place = { .source = scan->source };
		pmo_diag_add(diags, PMO_ERROR, "library-missing", &place,
			     LATE_MISSING(PMO_JANSSON));
		return PMO_IO;
	}
	json_t *value = load_text(&jansson, scan, &error);
	if (!value && json_error_code(&error) == json_error_out_of_memory)
		return PMO_NO_MEMORY;
	if (value && !is_whole(&jansson, scan, value)) {
		jansson.release(value);
		return PMO_NO_MEMORY;
	}
	size_t position = error.position > 0 ? (size_t)error.position - 1 : 0;
	if (!value)
		return fault_at(scan->source, origin(scan->source, position), error.text, diags);
	struct builder builder = { &jansson, scan->arena, scan, 0 };
	*root = build(&builder, value);
	jansson.release(value);
	return *root ? PMO_OK : PMO_NO_MEMORY;
}

enum pmo_result json_read(struct pmo_arena *arena, const struct pmo_source *source,
			  const struct ydoc_node **root, struct pmo_diags *diags)
{
	struct pmo_buffer text;
	struct scan scan;
	*root = NULL;
	if (source->length > PMO_EXPORT_BYTES)
		return fault_at(source, 0, "is larger than 16 MiB", diags);
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	scan_begin(&scan, source, &text);
	scan.arena = arena;
	scan.keeps_places = true;
	while (scan_goes_on(&scan))
		scan_one(&scan);
	enum pmo_result result = PMO_OK;
	if (scan.fault)
		result = fault_at(source, scan.at, scan.fault, diags);
	else if (scan.failed || text.failed)
		result = PMO_NO_MEMORY;
	else
		result = load(&scan, root, diags);
	pmo_buffer_release(&text);
	return result;
}

/*
 * The two languages differ in three places only: what comes before an entry, what
 * comes after a key, and how a string is written. An opening in YAML is written
 * late, with its first entry, because an empty map or list is written `{}` or `[]`.
 */
#include <pmo/sink.h>

#include "base/yaml_quote.h"
#include "escape.h"

#include <string.h>

enum { YAML_KEY_MAX = 128 }; /* readers take keys of 1,024 characters; longer ones get a `?` */

void pmo_sink_init(struct pmo_sink *sink, struct pmo_buffer *out, enum pmo_sink_style style)
{
	sink->out = out;
	sink->style = style;
	sink->depth = 0;
	sink->key_given = false;
	sink->done = false;
	sink->wrong = false;
}

static struct pmo_sink_level *innermost(struct pmo_sink *sink)
{
	return sink->depth ? &sink->levels[sink->depth - 1] : NULL;
}

static void add_line_end(struct pmo_sink *sink, size_t depth)
{
	if (sink->style == PMO_SINK_JSON_COMPACT)
		return;
	pmo_buffer_add_char(sink->out, '\n');
	pmo_buffer_add_repeat(sink->out, ' ', depth * 2);
}

/* In one piece where the depth is a usual one: a table has many cells. */
static void begin_json_entry(struct pmo_sink *sink, const struct pmo_sink_level *level)
{
	static const char start[] = ",\n                ";
	size_t length = sink->style == PMO_SINK_JSON_COMPACT ? 1 : 2 + sink->depth * 2;
	if (length < sizeof(start)) {
		pmo_buffer_add(sink->out, start + !level->used, length - !level->used);
		return;
	}
	if (level->used)
		pmo_buffer_add_char(sink->out, ',');
	add_line_end(sink, sink->depth);
}

/* Goes to where the next entry of the innermost map or list begins. */
static void begin_entry(struct pmo_sink *sink, struct pmo_sink_level *level)
{
	if (sink->style == PMO_SINK_YAML) {
		if (level->used || !level->inline_start)
			add_line_end(sink, sink->depth - 1);
		else if (sink->depth > 1)
			pmo_buffer_add_char(sink->out, ' ');
	} else {
		begin_json_entry(sink, level);
	}
	level->used = true;
}

/* Goes to where a value is written. False: no value may stand here. */
static bool begin_value(struct pmo_sink *sink)
{
	struct pmo_sink_level *level = innermost(sink);
	bool allowed = level ? level->list || sink->key_given : !sink->done;
	if (sink->wrong || !allowed) {
		sink->wrong = true;
		return false;
	}
	sink->done = true;
	sink->key_given = false;
	if (level && level->list) {
		begin_entry(sink, level);
		if (sink->style == PMO_SINK_YAML)
			pmo_buffer_add_char(sink->out, '-');
	}
	return true;
}

/* The same for a scalar, which stands on the line of its key or dash. */
static bool begin_scalar(struct pmo_sink *sink)
{
	if (!begin_value(sink))
		return false;
	if (sink->style == PMO_SINK_YAML && sink->depth)
		pmo_buffer_add_char(sink->out, ' ');
	return true;
}

static void begin(struct pmo_sink *sink, bool list)
{
	struct pmo_sink_level *parent = innermost(sink);
	if (sink->depth == PMO_SINK_DEPTH)
		sink->wrong = true;
	if (!begin_value(sink))
		return;
	struct pmo_sink_level *level = &sink->levels[sink->depth++];
	level->list = list;
	level->used = false;
	level->inline_start = !parent || parent->list;
	if (sink->style != PMO_SINK_YAML)
		pmo_buffer_add_char(sink->out, list ? '[' : '{');
}

void pmo_sink_begin_map(struct pmo_sink *sink)
{
	begin(sink, false);
}

void pmo_sink_begin_list(struct pmo_sink *sink)
{
	begin(sink, true);
}

void pmo_sink_end(struct pmo_sink *sink)
{
	struct pmo_sink_level *level = innermost(sink);
	if (sink->wrong || !level || sink->key_given) {
		sink->wrong = true;
		return;
	}
	sink->depth--;
	if (sink->style != PMO_SINK_YAML) {
		if (level->used)
			add_line_end(sink, sink->depth);
		pmo_buffer_add_char(sink->out, level->list ? ']' : '}');
	} else if (!level->used) {
		if (sink->depth)
			pmo_buffer_add_char(sink->out, ' ');
		pmo_buffer_add_text(sink->out, level->list ? "[]" : "{}");
	}
}

static void add_yaml_key(struct pmo_sink *sink, const char *key, size_t length)
{
	bool explicit = length > YAML_KEY_MAX;
	if (explicit)
		pmo_buffer_add_text(sink->out, "? ");
	yaml_add_text(sink->out, key, length, false);
	if (explicit)
		add_line_end(sink, sink->depth - 1);
	pmo_buffer_add_char(sink->out, ':');
}

void pmo_sink_key(struct pmo_sink *sink, const char *key)
{
	struct pmo_sink_level *level = innermost(sink);
	if (sink->wrong || !level || level->list || sink->key_given) {
		sink->wrong = true;
		return;
	}
	begin_entry(sink, level);
	sink->key_given = true;
	if (sink->style == PMO_SINK_YAML) {
		add_yaml_key(sink, key, strlen(key));
		return;
	}
	escape_add_json(sink->out, key, strlen(key));
	pmo_buffer_add(sink->out, ": ", sink->style == PMO_SINK_JSON ? 2 : 1);
}

void pmo_sink_bytes(struct pmo_sink *sink, const char *bytes, size_t length)
{
	if (!begin_scalar(sink))
		return;
	if (sink->style == PMO_SINK_YAML)
		yaml_add_text(sink->out, bytes, length, false);
	else
		escape_add_json(sink->out, bytes, length);
}

void pmo_sink_string(struct pmo_sink *sink, const char *text)
{
	if (text)
		pmo_sink_bytes(sink, text, strlen(text));
	else
		pmo_sink_null(sink);
}

static void add_word(struct pmo_sink *sink, const char *word)
{
	if (begin_scalar(sink))
		pmo_buffer_add_text(sink->out, word);
}

void pmo_sink_number(struct pmo_sink *sink, const char *text)
{
	if (escape_is_json_number(text))
		add_word(sink, text);
	else
		pmo_sink_string(sink, text);
}

void pmo_sink_integer(struct pmo_sink *sink, long long value)
{
	if (begin_scalar(sink))
		pmo_buffer_add_format(sink->out, "%lld", value);
}

void pmo_sink_bool(struct pmo_sink *sink, bool value)
{
	add_word(sink, value ? "true" : "false");
}

void pmo_sink_null(struct pmo_sink *sink)
{
	add_word(sink, "null");
}

enum pmo_result pmo_sink_finish(struct pmo_sink *sink)
{
	if (sink->wrong || sink->depth || !sink->done)
		return PMO_INVALID;
	pmo_buffer_add_char(sink->out, '\n');
	return sink->out->failed ? PMO_NO_MEMORY : PMO_OK;
}

/*
 * Writing values. Lists of plain words go on one line in brackets when their maker
 * says so; everything else is block style. Text of several lines becomes a literal
 * block where one can hold it exactly, else a double-quoted scalar.
 */
#include "emit.h"

#include "base/yaml_quote.h"

#include <string.h>

static void observe(const struct ydoc *doc, const struct ydoc_node *node, struct emit_style *style,
		    bool *found_step, bool *found_list)
{
	/* The first nested map and the first nested list set the style. */
	for (const struct ydoc_node *i = node->first; i && !(*found_step && *found_list);
	     i = i->next) {
		if (i->style != YDOC_BLOCK || !i->first)
			continue;
		const struct pmo_source *source = &doc->source;
		size_t line = i->first->key_start;
		while (line > 0 && source->bytes[line - 1] != '\n')
			line--;
		size_t own = i->key_start;
		while (own > 0 && source->bytes[own - 1] != '\n')
			own--;
		size_t inner = i->first->key_start - line, outer = i->key_start - own;
		bool apart = i->key && line != own && inner >= outer && inner - outer <= 8;
		if (apart && i->kind == YDOC_MAP && !*found_step && inner > outer) {
			style->step = (uint8_t)(inner - outer);
			*found_step = true;
		} else if (apart && i->kind == YDOC_LIST && !*found_list) {
			style->list_offset = (uint8_t)(inner - outer);
			*found_list = true;
		}
		observe(doc, i, style, found_step, found_list);
	}
}

struct emit_style emit_style_of(const struct ydoc *doc, const struct ydoc *like)
{
	bool has_lines = doc->source.length && memchr(doc->source.bytes, '\n', doc->source.length);
	const struct pmo_source *lines = like && !has_lines ? &like->source : &doc->source;
	struct emit_style style = { ydoc_line_end(lines), 2, 2 };
	bool found_step = false, found_list = false;
	for (const struct ydoc *i = doc; i; i = i == like ? NULL : like)
		if (i->root && i->root->style == YDOC_BLOCK)
			observe(i, i->root, &style, &found_step, &found_list);
	if (found_step && !found_list)
		style.list_offset = style.step;
	return style;
}

const char *ydoc_line_end(const struct pmo_source *source)
{
	const char *end = source->length ? memchr(source->bytes, '\n', source->length) : NULL;
	return end && end > source->bytes && end[-1] == '\r' ? "\r\n" : "\n";
}

void emit_init(struct emit *emit, const struct emit_style *style)
{
	emit->style = style;
	emit->behind_dash = false;
	pmo_buffer_init(&emit->inline_text, YDOC_BYTES);
	pmo_buffer_init(&emit->lines, YDOC_BYTES);
}

void emit_release(struct emit *emit)
{
	pmo_buffer_release(&emit->inline_text);
	pmo_buffer_release(&emit->lines);
}

/* A literal block holds text exactly when every line is printable and begins without a blank. */
static bool fits_literal(const char *text)
{
	size_t length = strlen(text);
	if (!strchr(text, '\n') || text[0] == ' ' || text[0] == '\t' || text[0] == '\n')
		return false;
	if (length > 1 && text[length - 1] == '\n' && text[length - 2] == '\n')
		return false;
	for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
		if ((*c < 0x20 && *c != '\n' && *c != '\t') || *c == 0x7f)
			return false;
		if (*c == 0xc2 && c[1] >= 0x80 && c[1] <= 0x9f)
			return false; /* C1 controls, NEL among them */
		if (*c == 0xe2 && c[1] == 0x80 && (c[2] == 0xa8 || c[2] == 0xa9))
			return false; /* line and paragraph separators end a line in YAML */
		if (*c == 0xef && c[1] == 0xbb && c[2] == 0xbf)
			return false;
		if (*c == '\n' &&
		    (c[1] == ' ' || c[1] == '\t' ||
		     (c > (const unsigned char *)text && (c[-1] == ' ' || c[-1] == '\t'))))
			return false; /* blanks at a line's border get lost in editors */
	}
	return text[length - 1] != ' ' && text[length - 1] != '\t';
}

static void emit_literal(struct emit *emit, const char *text, size_t column)
{
	size_t length = strlen(text);
	bool newline = text[length - 1] == '\n';
	pmo_buffer_add_text(&emit->inline_text, newline ? "|" : "|-");
	while (*text) {
		size_t line = strcspn(text, "\n");
		if (line) {
			pmo_buffer_add_repeat(&emit->lines, ' ', column + emit->style->step);
			pmo_buffer_add(&emit->lines, text, line);
		}
		pmo_buffer_add_text(&emit->lines, emit->style->line_end);
		text += line + (text[line] == '\n');
	}
}

enum { KEY_LENGTH = 1000 }; /* libyaml looks no further than 1,024 characters for a colon */

/* A bare history line: YAML may see one key in it, but nothing else. */
static bool line_stays_bare(const char *text)
{
	size_t length = strlen(text);
	if (yaml_plain_is_safe(text, length, false))
		return true;
	const char *colon = strstr(text, ": ");
	size_t before = colon ? (size_t)(colon - text) : length - 1;
	if (!length || (!colon && text[length - 1] != ':') || !before || before > KEY_LENGTH)
		return false;
	if (!yaml_plain_is_safe(text, before, false))
		return false;
	return !colon || yaml_plain_is_safe(colon + 2, length - before - 2, false);
}

static void emit_scalar(struct emit *emit, const struct ydoc_value *value, size_t column,
			bool in_flow, const struct ydoc_node *like)
{
	struct pmo_buffer *out = &emit->inline_text;
	const char *text = value->text;
	size_t length = strlen(text);
	if (!length && value->form == YDOC_WORD && !in_flow)
		return;
	if (emit->behind_dash && !in_flow && value->form == YDOC_LINE && line_stays_bare(text)) {
		pmo_buffer_add(out, text, length);
		return;
	}
	if (!in_flow && fits_literal(text)) {
		emit_literal(emit, text, column);
		return;
	}
	bool old = like && like->kind == YDOC_SCALAR && !ydoc_is_empty(like);
	bool quoted = old && (like->style == YDOC_SINGLE || like->style == YDOC_DOUBLE);
	bool bare_before = old && like->style == YDOC_PLAIN &&
			   yaml_plain_is_ambiguous(like->text, strlen(like->text));
	bool doubtful =
		value->form == YDOC_TEXT && !bare_before && yaml_plain_is_ambiguous(text, length);
	if (!quoted && !doubtful && yaml_plain_is_safe(text, length, in_flow))
		pmo_buffer_add(out, text, length);
	else
		yaml_add_quoted(out, text, length, old && like->style == YDOC_SINGLE ? '\'' : '"');
}

void emit_key(struct pmo_buffer *out, const char *key, bool in_flow)
{
	size_t length = strlen(key);
	if (yaml_plain_is_safe(key, length, in_flow))
		pmo_buffer_add(out, key, length);
	else
		yaml_add_quoted(out, key, length, '"');
}

static void emit_flow(struct emit *emit, const struct ydoc_value *value)
{
	struct pmo_buffer *out = &emit->inline_text;
	pmo_buffer_add_char(out, value->kind == YDOC_MAP ? '{' : '[');
	for (const struct ydoc_value *i = value->first; i; i = i->next) {
		if (i != value->first)
			pmo_buffer_add_text(out, ", ");
		if (value->kind == YDOC_MAP) {
			emit_key(out, i->key, true);
			pmo_buffer_add_text(out, ": ");
		}
		emit_value(emit, i, 0, true, NULL);
	}
	pmo_buffer_add_char(out, value->kind == YDOC_MAP ? '}' : ']');
}

/* Appends what inner holds to outer's lines as one line behind blanks and mark. */
static void take_lines(struct emit *outer, struct emit *inner, size_t column)
{
	pmo_buffer_add_repeat(&outer->lines, ' ', column);
	pmo_buffer_add(&outer->lines, inner->inline_text.data, inner->inline_text.length);
	pmo_buffer_add_text(&outer->lines, outer->style->line_end);
	pmo_buffer_add(&outer->lines, inner->lines.data, inner->lines.length);
	outer->lines.failed |= inner->lines.failed || inner->inline_text.failed;
}

static void emit_block(struct emit *emit, const struct ydoc_value *value, size_t column)
{
	bool map = value->kind == YDOC_MAP;
	size_t inner_column = column + (map ? emit->style->step : emit->style->list_offset);
	for (const struct ydoc_value *i = value->first; i; i = i->next) {
		struct emit inner;
		emit_init(&inner, emit->style);
		if (map)
			emit_entry(&inner, i->key, i, inner_column);
		else
			emit_item(&inner, i, inner_column);
		take_lines(emit, &inner, inner_column);
		emit_release(&inner);
	}
}

void emit_value(struct emit *emit, const struct ydoc_value *value, size_t column, bool in_flow,
		const struct ydoc_node *like)
{
	if (value->kind == YDOC_SCALAR)
		emit_scalar(emit, value, column, in_flow, like);
	else if (in_flow || value->flow || !value->count)
		emit_flow(emit, value);
	else
		emit_block(emit, value, column);
}

static void put_mark(struct emit *emit, struct emit *inner)
{
	if (inner->inline_text.length)
		pmo_buffer_add_char(&emit->inline_text, ' ');
	pmo_buffer_add(&emit->inline_text, inner->inline_text.data, inner->inline_text.length);
	pmo_buffer_add(&emit->lines, inner->lines.data, inner->lines.length);
	emit->lines.failed |= inner->lines.failed || inner->inline_text.failed;
}

void emit_entry(struct emit *emit, const char *key, const struct ydoc_value *value, size_t column)
{
	emit_key(&emit->inline_text, key, false);
	pmo_buffer_add_text(&emit->inline_text, ": ");
	size_t length = emit->inline_text.length;
	emit->behind_dash = false;
	emit_value(emit, value, column, false, NULL);
	/* What begins on the next line leaves no blank behind the colon. */
	if (emit->inline_text.length == length && length)
		pmo_buffer_truncate(&emit->inline_text, length - 1);
}

/* The first key of a map stands on the dash's line, the others below it. */
static void emit_compact_map(struct emit *emit, const struct ydoc_value *map, size_t column)
{
	for (const struct ydoc_value *i = map->first; i; i = i->next) {
		struct emit inner;
		emit_init(&inner, emit->style);
		emit_entry(&inner, i->key, i, column);
		if (i == map->first)
			put_mark(emit, &inner);
		else
			take_lines(emit, &inner, column);
		emit_release(&inner);
	}
}

void emit_item(struct emit *emit, const struct ydoc_value *value, size_t column)
{
	pmo_buffer_add_char(&emit->inline_text, '-');
	if (value->kind == YDOC_MAP && value->count && !value->flow) {
		emit_compact_map(emit, value, column + 2);
		return;
	}
	struct emit inner;
	emit_init(&inner, emit->style);
	inner.behind_dash = true;
	/* A list in a list goes in brackets: `- - a` is easily misread. */
	emit_value(&inner, value, column, value->kind == YDOC_LIST, NULL);
	put_mark(emit, &inner);
	emit_release(&inner);
}

enum pmo_result ydoc_write_map(const struct ydoc_value *value, const char *line_end,
			       struct pmo_buffer *out)
{
	struct emit_style style = { line_end, 2, 2 };
	struct emit emit;
	emit_init(&emit, &style);
	struct emit entry;
	emit_init(&entry, &style);
	for (const struct ydoc_value *i = value->first; i; i = i->next) {
		emit_entry(&entry, i->key, i, 0);
		take_lines(&emit, &entry, 0);
		pmo_buffer_clear(&entry.inline_text);
		pmo_buffer_clear(&entry.lines);
	}
	emit_release(&entry);
	pmo_buffer_add(out, emit.lines.data, emit.lines.length);
	bool failed = emit.lines.failed || out->failed;
	emit_release(&emit);
	return failed ? PMO_NO_MEMORY : PMO_OK;
}

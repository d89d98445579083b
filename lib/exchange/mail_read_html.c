/*
 * HTML as the text that a person would read. No tree is made of it: mail is written by
 * programs that close what they like. Every byte is looked at a fixed number of times.
 */
#include "exchange/mail_read.h"

#include <pmo/text.h>

#include <string.h>

enum { QUOTES = 8, BREAKS = 3, ENTITY = 10 };

struct html {
	struct mail_span rest;
	struct pmo_buffer *out;
	unsigned quotes;   /* depth of quoted blocks */
	unsigned breaks;   /* line ends that come before the next text */
	unsigned pre;      /* depth of blocks whose blanks and lines stay */
	bool blank, begun; /* a blank comes before the next text; there is text */
	bool is_open;      /* this line has text */
	bool no_end;       /* there is no > any more */
};

static void add_breaks(struct html *html, unsigned count)
{
	if (html->breaks < count)
		html->breaks = count;
}

static void begin_text(struct html *html)
{
	for (; html->begun && html->breaks; html->breaks--) {
		pmo_buffer_add_char(html->out, '\n');
		html->is_open = false;
	}
	html->breaks = 0;
	if (!html->is_open)
		for (unsigned i = 0; i < html->quotes; i++)
			pmo_buffer_add_text(html->out, "> ");
	else if (html->blank)
		pmo_buffer_add_char(html->out, ' ');
	html->blank = false;
	html->begun = html->is_open = true;
}

static void add_text(struct html *html, const char *bytes, size_t length)
{
	begin_text(html);
	pmo_buffer_add(html->out, bytes, length);
}

static const struct {
	const char *name;
	uint16_t character;
} entities[] = {
	{ "amp", '&' },       { "lt", '<' },       { "gt", '>' },       { "quot", '"' },
	{ "apos", '\'' },     { "nbsp", ' ' },     { "ndash", 0x2013 }, { "mdash", 0x2014 },
	{ "lsquo", 0x2018 },  { "rsquo", 0x2019 }, { "ldquo", 0x201C }, { "rdquo", 0x201D },
	{ "hellip", 0x2026 }, { "euro", 0x20AC },  { "bull", 0x2022 },  { "rarr", 0x2192 },
	{ "auml", 0xE4 },     { "ouml", 0xF6 },    { "uuml", 0xFC },    { "szlig", 0xDF },
	{ "eacute", 0xE9 },   { "egrave", 0xE8 },  { "agrave", 0xE0 },  { "ntilde", 0xF1 },
	{ "ccedil", 0xE7 },   { "copy", 0xA9 },    { "deg", 0xB0 },     { "middot", 0xB7 },
	{ "aacute", 0xE1 },   { "iacute", 0xED },  { "oacute", 0xF3 },  { "uacute", 0xFA },
};

static uint32_t numbered(const char *name)
{
	bool hex = pmo_ascii_to_lower(name[1]) == 'x';
	uint32_t value = 0;
	for (const char *c = name + 1 + hex; *c && value < 0x110000; c++) {
		char digit = pmo_ascii_to_lower(*c);
		bool letter = hex && digit >= 'a' && digit <= 'f';
		if (!pmo_ascii_is_digit(digit) && !letter)
			return 0;
		value = value * (hex ? 16 : 10) +
			(uint32_t)(letter ? digit - 'a' + 10 : digit - '0');
	}
	return value;
}

/* `&amp;` at the start of the rest; false: it is an ampersand. */
static bool take_entity(struct html *html)
{
	char name[ENTITY + 1];
	size_t length = 0;
	while (length < ENTITY && length + 1 < html->rest.length &&
	       html->rest.bytes[length + 1] != ';') {
		name[length] = html->rest.bytes[length + 1];
		length++;
	}
	name[length] = '\0';
	if (!length || length + 1 >= html->rest.length || html->rest.bytes[length + 1] != ';')
		return false;
	uint32_t character = *name == '#' ? numbered(name) : 0;
	for (size_t i = 0; i < sizeof(entities) / sizeof(*entities); i++)
		if (strcmp(entities[i].name, name) == 0)
			character = entities[i].character;
	if (!character)
		return false;
	html->rest.bytes += length + 2;
	html->rest.length -= length + 2;
	if (character == 0xA0)
		character = ' ';
	if (character != '\n' && pmo_text_is_hidden(character))
		return true;
	begin_text(html);
	pmo_text_add_character(html->out, character == '\n' ? ' ' : character);
	return true;
}

/* Behind a mark, or to the end when it does not come. */
static void skip_behind(struct html *html, const char *mark)
{
	size_t length = strlen(mark);
	struct mail_span *rest = &html->rest;
	for (; rest->length >= length; rest->bytes++, rest->length--) {
		size_t same = 0;
		while (same < length && pmo_ascii_to_lower(rest->bytes[same]) == mark[same])
			same++;
		if (same == length) {
			rest->bytes += length;
			rest->length -= length;
			return;
		}
	}
	rest->bytes += rest->length;
	rest->length = 0;
}

enum tag {
	TAG_OTHER,
	TAG_LINE,
	TAG_BREAK,
	TAG_BLOCK,
	TAG_QUOTE,
	TAG_PRE,
	TAG_ITEM,
	TAG_SKIP,
	TAG_CELL
};

static const struct {
	const char *name;
	enum tag tag;
	const char *end; /* SKIP: what ends it */
} tags[] = {
	{ "br", TAG_BREAK, NULL },
	{ "p", TAG_BLOCK, NULL },
	{ "div", TAG_LINE, NULL },
	{ "tr", TAG_LINE, NULL },
	{ "table", TAG_LINE, NULL },
	{ "ul", TAG_LINE, NULL },
	{ "ol", TAG_LINE, NULL },
	{ "h1", TAG_BLOCK, NULL },
	{ "h2", TAG_BLOCK, NULL },
	{ "h3", TAG_BLOCK, NULL },
	{ "h4", TAG_BLOCK, NULL },
	{ "hr", TAG_LINE, NULL },
	{ "section", TAG_LINE, NULL },
	{ "article", TAG_LINE, NULL },
	{ "li", TAG_ITEM, NULL },
	{ "td", TAG_CELL, NULL },
	{ "th", TAG_CELL, NULL },
	{ "blockquote", TAG_QUOTE, NULL },
	{ "pre", TAG_PRE, NULL },
	{ "script", TAG_SKIP, "</script" },
	{ "style", TAG_SKIP, "</style" },
	{ "head", TAG_SKIP, "</head" },
	{ "title", TAG_SKIP, "</title" },
	{ "template", TAG_SKIP, "</template" },
	{ "textarea", TAG_SKIP, "</textarea" },
};

static size_t find_tag(const char *name, size_t length)
{
	size_t i = 0;
	for (; i < sizeof(tags) / sizeof(*tags); i++) {
		size_t same = 0;
		while (same < length && pmo_ascii_to_lower(name[same]) == tags[i].name[same])
			same++;
		if (same == length && !tags[i].name[same])
			break;
	}
	return i;
}

static void change_depth(unsigned *depth, bool closes)
{
	if (!closes && *depth < QUOTES)
		++*depth;
	else if (closes && *depth)
		--*depth;
}

static void do_tag(struct html *html, size_t index, bool closes)
{
	switch (index < sizeof(tags) / sizeof(*tags) ? tags[index].tag : TAG_OTHER) {
	case TAG_BREAK:
		html->breaks += html->breaks < BREAKS;
		break;
	case TAG_BLOCK:
		add_breaks(html, 2);
		break;
	case TAG_LINE:
		add_breaks(html, 1);
		break;
	case TAG_ITEM:
		add_breaks(html, 1);
		if (!closes)
			add_text(html, "-", 1);
		html->blank = true;
		break;
	case TAG_CELL:
		html->blank = true;
		break;
	case TAG_QUOTE:
		add_breaks(html, 1);
		change_depth(&html->quotes, closes);
		break;
	case TAG_PRE:
		add_breaks(html, 1);
		change_depth(&html->pre, closes);
		break;
	case TAG_SKIP:
		if (!closes) {
			skip_behind(html, tags[index].end);
			skip_behind(html, ">");
		}
		break;
	case TAG_OTHER:
		break;
	}
}

/* A tag at the start of the rest; false: it is a less-than sign. */
static bool take_tag(struct html *html)
{
	struct mail_span *rest = &html->rest;
	const char *at = rest->bytes + 1, *end = rest->bytes + rest->length;
	bool closes = at < end && *at == '/';
	at += closes;
	bool is_tag = at < end && (pmo_ascii_is_alpha(*at) || *at == '!' || *at == '?');
	const char *close = is_tag && !html->no_end ? memchr(at, '>', (size_t)(end - at)) : NULL;
	if (is_tag && !close)
		html->no_end = true;
	if (!close)
		return false;
	if (end - at >= 3 && memcmp(at, "!--", 3) == 0) {
		skip_behind(html, "-->");
		return true;
	}
	size_t length = 0;
	while (at + length < close && pmo_ascii_is_alnum(at[length]))
		length++;
	size_t index = find_tag(at, length);
	rest->length -= (size_t)(close + 1 - rest->bytes);
	rest->bytes = close + 1;
	do_tag(html, index, closes);
	return true;
}

void mail_add_html(struct mail_span text, struct pmo_buffer *out)
{
	struct html html = { .rest = text, .out = out };
	while (html.rest.length && !out->failed) {
		char c = *html.rest.bytes;
		if (c == '<' && take_tag(&html))
			continue;
		if (c == '&' && take_entity(&html))
			continue;
		if (html.pre && c == '\n')
			html.breaks += html.breaks < BREAKS;
		else if (pmo_ascii_is_space(c) && !(html.pre && html.is_open && c == ' '))
			html.blank = true;
		else
			add_text(&html, &c, 1);
		html.rest.bytes++;
		html.rest.length--;
	}
	pmo_buffer_add_char(out, '\n');
}

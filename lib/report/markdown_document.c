/*
 * A document as Markdown that GitHub and pandoc read alike. A paragraph is one line, so
 * that what is markup only at the beginning of a line needs its escape only there.
 */
#include "document.h"

#include "out/escape.h"
#include "out/out.h"

#include <pmo/text.h>

#include <string.h>

static void add_blocks(const struct pmo_document_block *parent, struct pmo_buffer *out);

/* A piece within a line. Braces are attributes to pandoc, where they follow a heading. */
static void add_inline(struct pmo_buffer *out, const char *text)
{
	struct pmo_buffer escaped;
	pmo_buffer_init(&escaped, out->limit);
	escape_add_markdown(&escaped, text);
	for (const char *rest = escaped.data; *rest;) {
		size_t length = strcspn(rest, "{}");
		pmo_buffer_add(out, rest, length);
		rest += length;
		if (*rest)
			pmo_buffer_add_format(out, "\\%c", *rest++);
	}
	out->failed = out->failed || escaped.failed;
	pmo_buffer_release(&escaped);
}

/* Where a line begins: `#`, `-`, `1.` and their like would make something else of it. */
static const char *add_line_start(struct pmo_buffer *out, const char *text)
{
	while (pmo_ascii_is_space(*text))
		text++;
	size_t digits = 0;
	while (pmo_ascii_is_digit(text[digits]))
		digits++;
	if (digits && (text[digits] == '.' || text[digits] == ')')) {
		pmo_buffer_add(out, text, digits);
		pmo_buffer_add_format(out, "\\%c", text[digits]);
		return text + digits + 1;
	}
	if (*text && strchr("#-+=:%(@", *text))
		pmo_buffer_add_format(out, "\\%c", *text++);
	return text;
}

/* Marks stick to letters only: blanks at the edges go outside. */
static void add_marked(struct pmo_buffer *out, const char *mark, const char *text)
{
	size_t before = strspn(text, " \t\n"), length = strlen(text);
	while (length > before && pmo_ascii_is_space(text[length - 1]))
		length--;
	struct pmo_buffer core;
	pmo_buffer_init(&core, out->limit);
	pmo_buffer_add(&core, text + before, length - before);
	if (before)
		pmo_buffer_add_char(out, ' ');
	if (core.length) {
		pmo_buffer_add_text(out, mark);
		add_inline(out, core.data);
		pmo_buffer_add_text(out, mark);
	}
	if (text[length])
		pmo_buffer_add_char(out, ' ');
	out->failed = out->failed || core.failed;
	pmo_buffer_release(&core);
}

/* More backquotes around it than anywhere in it. */
static void add_fence(struct pmo_buffer *out, const char *text, size_t least)
{
	size_t longest = 0, run = 0;
	for (const char *c = text; *c; c++) {
		run = *c == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	pmo_buffer_add_repeat(out, '`', longest + 1 > least ? longest + 1 : least);
}

static void add_code(struct pmo_buffer *out, const char *text)
{
	bool edge = *text == '`' || (*text && text[strlen(text) - 1] == '`');
	add_fence(out, text, 1);
	pmo_buffer_add_text(out, edge ? " " : "");
	pmo_text_add_visible(out, text, strlen(text));
	pmo_buffer_add_text(out, edge ? " " : "");
	add_fence(out, text, 1);
}

/* The address is safe already; what could end it early is spelled out. */
static void add_link(struct pmo_buffer *out, const struct document_run *run)
{
	pmo_buffer_add_char(out, '[');
	add_inline(out, run->text);
	pmo_buffer_add_text(out, "](");
	for (const char *c = run->url; *c; c++) {
		bool plain = pmo_ascii_is_alnum(*c) || strchr("-._~:/?#@!$&'*+,;=%", *c);
		if (plain)
			pmo_buffer_add_char(out, *c);
		else
			pmo_buffer_add_format(out, "%%%02X", (unsigned char)*c);
	}
	pmo_buffer_add_char(out, ')');
}

static void add_runs(const struct document_run *runs, struct pmo_buffer *out)
{
	bool start = true;
	for (const struct document_run *run = runs; run; run = run->next, start = false) {
		switch (run->style) {
		case RUN_TEXT:
			add_inline(out, start ? add_line_start(out, run->text) : run->text);
			break;
		case RUN_STRONG:
			add_marked(out, "**", run->text);
			break;
		case RUN_EMPHASIS:
			add_marked(out, "*", run->text);
			break;
		case RUN_CODE:
			add_code(out, run->text);
			break;
		case RUN_BADGE:
			add_marked(out, "**", run->text);
			pmo_buffer_add_text(out, run->word ? " " : "");
			add_inline(out, run->word ? run->word : "");
			break;
		case RUN_LINK:
			add_link(out, run);
			break;
		}
	}
	pmo_buffer_add_char(out, '\n');
}

static void add_items(const struct pmo_document_block *list, struct pmo_buffer *out)
{
	unsigned number = 0;
	for (const struct pmo_document_block *item = list->first; item; item = item->next) {
		if (list->level == PMO_LIST_NUMBERS)
			pmo_buffer_add_format(out, "%u. ", ++number);
		else
			pmo_buffer_add_text(out, "- ");
		add_runs(item->runs, out);
	}
}

static void add_facts(const struct pmo_document_block *facts, struct pmo_buffer *out)
{
	for (const struct pmo_document_block *fact = facts->first; fact; fact = fact->next) {
		pmo_buffer_add_text(out, "- ");
		add_marked(out, "**", fact->text);
		pmo_buffer_add_text(out, ": ");
		add_runs(fact->runs, out);
	}
}

static void add_table(const struct pmo_document_block *block, struct pmo_buffer *out)
{
	struct pmo_table table = *block->table;
	table.title = block->text;
	if (!document_table_is_empty(&table)) {
		out->failed |= out_markdown(&table, out) != PMO_OK;
		return;
	}
	if (block->text) {
		add_marked(out, "**", block->text);
		pmo_buffer_add_text(out, "\n\n");
	}
	pmo_buffer_add_text(out, "None.\n");
}

static void add_lines(const char *lines, struct pmo_buffer *out)
{
	struct pmo_buffer visible;
	pmo_buffer_init(&visible, out->limit);
	pmo_text_add_visible_lines(&visible, lines, strlen(lines));
	add_fence(out, visible.data, 3);
	pmo_buffer_add_char(out, '\n');
	pmo_buffer_add_text(out, visible.data);
	if (visible.length && visible.data[visible.length - 1] != '\n')
		pmo_buffer_add_char(out, '\n');
	add_fence(out, visible.data, 3);
	pmo_buffer_add_char(out, '\n');
	out->failed = out->failed || visible.failed;
	pmo_buffer_release(&visible);
}

static void add_figure(const struct pmo_figure *figure, struct pmo_buffer *out)
{
	if (figure->title) {
		add_marked(out, "**", figure->title);
		pmo_buffer_add_text(out, "\n\n");
	}
	if (figure->text) {
		add_lines(figure->text, out);
		return;
	}
	add_inline(out, add_line_start(out, figure->description));
	pmo_buffer_add_char(out, '\n');
}

/* Every line of a callout begins with the mark of a quotation. */
static void add_callout(const struct pmo_document_block *block, struct pmo_buffer *out)
{
	struct pmo_buffer inner;
	pmo_buffer_init(&inner, out->limit);
	if (block->text || block->level == PMO_CALLOUT_WARNING) {
		add_marked(&inner, "**", block->text ? block->text : "Warning");
		pmo_buffer_add_text(&inner, block->first ? "\n\n" : "\n");
	}
	add_blocks(block, &inner);
	for (const char *line = inner.data; *line;) {
		size_t length = strcspn(line, "\n");
		pmo_buffer_add_text(out, length ? "> " : ">");
		pmo_buffer_add(out, line, length + (line[length] == '\n'));
		line += length + (line[length] == '\n');
	}
	out->failed = out->failed || inner.failed;
	pmo_buffer_release(&inner);
}

static void add_block(const struct pmo_document_block *block, struct pmo_buffer *out)
{
	switch (block->kind) {
	case BLOCK_HEADING:
		pmo_buffer_add_repeat(out, '#', (size_t)block->level);
		pmo_buffer_add_char(out, ' ');
		add_inline(out, block->text);
		pmo_buffer_add_char(out, '\n');
		break;
	case BLOCK_PARAGRAPH:
		add_runs(block->runs, out);
		break;
	case BLOCK_LIST:
		add_items(block, out);
		break;
	case BLOCK_FACTS:
		add_facts(block, out);
		break;
	case BLOCK_TABLE:
		add_table(block, out);
		break;
	case BLOCK_FIGURE:
		add_figure(&block->figure, out);
		break;
	case BLOCK_LINES:
		add_lines(block->text, out);
		break;
	case BLOCK_CALLOUT:
		add_callout(block, out);
		break;
	case BLOCK_NOTES:
		pmo_buffer_add_text(out, "::: notes\n\n");
		add_blocks(block, out);
		pmo_buffer_add_text(out, "\n:::\n");
		break;
	case BLOCK_PAGE_BREAK:
		pmo_buffer_add_text(out, "---\n");
		break;
	case BLOCK_ROOT:
	case BLOCK_ITEM:
	case BLOCK_FACT:
		break;
	}
}

static bool is_list(const struct pmo_document_block *block)
{
	return block->kind == BLOCK_LIST || block->kind == BLOCK_FACTS;
}

static void add_blocks(const struct pmo_document_block *parent, struct pmo_buffer *out)
{
	const struct pmo_document_block *before = NULL;
	for (const struct pmo_document_block *block = parent->first; block; block = block->next) {
		if (before)
			pmo_buffer_add_char(out, '\n');
		/* Two lists that follow one another would read as one. */
		if (before && is_list(before) && is_list(block))
			pmo_buffer_add_text(out, "<!-- -->\n\n");
		add_block(block, out);
		before = block;
	}
}

static void add_head(const struct pmo_document *document, struct pmo_buffer *out)
{
	struct pmo_buffer line;
	pmo_buffer_init(&line, out->limit);
	pmo_buffer_add_text(out, "# ");
	add_inline(out, document->head.title);
	pmo_buffer_add_text(out, "\n\n");
	document_add_project(document, &line);
	if (line.length) {
		add_marked(out, "**", line.data);
		pmo_buffer_add_text(out, "\\\n");
	}
	pmo_buffer_clear(&line);
	document_add_origin(document, &line);
	add_inline(out, add_line_start(out, line.data));
	pmo_buffer_add_char(out, '\n');
	const struct pmo_document_block *warning = document->warnings->first;
	for (; warning; warning = warning->next) {
		pmo_buffer_add_text(out, "\n> **Warning:** ");
		add_runs(warning->runs, out);
	}
	out->failed = out->failed || line.failed;
	pmo_buffer_release(&line);
}

enum pmo_result document_markdown(const struct pmo_document *document, struct pmo_buffer *out)
{
	add_head(document, out);
	if (document->body->first)
		pmo_buffer_add_char(out, '\n');
	add_blocks(document->body, out);
	if (document->footer->first) {
		pmo_buffer_add_text(out, "\n---\n\n");
		add_blocks(document->footer, out);
	}
	return out->failed ? PMO_NO_MEMORY : PMO_OK;
}

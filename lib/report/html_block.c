/* The blocks of a page. */
#include "html.h"

#include "out/escape.h"

#include <pmo/text.h>

#include <string.h>

enum { ID_MAX = 48 };

static void open_run(struct html *html, const struct document_run *run)
{
	static const char *const tags[] = { "", "<strong>", "<em>", "<code>", "", "" };
	pmo_buffer_add_text(html->out, tags[run->style]);
	if (run->style == RUN_LINK) {
		pmo_buffer_add_text(html->out, "<a href=\"");
		escape_add_html(html->out, run->url);
		pmo_buffer_add_text(html->out, "\" rel=\"noreferrer\">");
	}
}

/* In a document of Word the letter is bold, and its word stands beside it all the same. */
static void add_badge(struct html *html, const struct document_run *run)
{
	bool status = run->word && !html->convert;
	if (status)
		pmo_buffer_add_format(html->out, "<span class=\"badge %c\">", *run->text);
	else
		pmo_buffer_add_text(html->out, "<strong>");
	escape_add_html(html->out, run->text);
	if (run->word) {
		pmo_buffer_add_char(html->out, ' ');
		escape_add_html(html->out, run->word);
	}
	pmo_buffer_add_text(html->out, status ? "</span>" : "</strong>");
}

void html_add_runs(struct html *html, const struct document_run *runs)
{
	static const char *const ends[] = { "", "</strong>", "</em>", "</code>", "", "</a>" };
	for (const struct document_run *run = runs; run; run = run->next) {
		if (run->style == RUN_BADGE) {
			add_badge(html, run);
			continue;
		}
		open_run(html, run);
		escape_add_html(html->out, run->text);
		pmo_buffer_add_text(html->out, ends[run->style]);
	}
}

/* An address within the page: letters and digits of the heading, and its number. */
static void add_heading(struct html *html, const struct pmo_document_block *block)
{
	struct pmo_buffer *out = html->out;
	size_t used = 0;
	bool gap = false;
	html->heading = block->text;
	pmo_buffer_add_format(out, "<h%d id=\"s%u", block->level, ++html->headings);
	for (const char *c = block->text; *c && used < ID_MAX; c++) {
		if (!pmo_ascii_is_alnum(*c)) {
			gap = true;
			continue;
		}
		if (gap || !used)
			pmo_buffer_add_char(out, '-');
		pmo_buffer_add_char(out, pmo_ascii_to_lower(*c));
		gap = false;
		used++;
	}
	pmo_buffer_add_text(out, "\">");
	escape_add_html(out, block->text);
	pmo_buffer_add_format(out, "</h%d>\n", block->level);
}

static void add_list(struct html *html, const struct pmo_document_block *list)
{
	const char *tag = list->level == PMO_LIST_NUMBERS ? "ol" : "ul";
	if (!list->first)
		return;
	pmo_buffer_add_format(html->out, "<%s>\n", tag);
	for (const struct pmo_document_block *item = list->first; item; item = item->next) {
		pmo_buffer_add_text(html->out, "<li>");
		html_add_runs(html, item->runs);
		pmo_buffer_add_text(html->out, "</li>\n");
	}
	pmo_buffer_add_format(html->out, "</%s>\n", tag);
}

/* Pandoc sets a list of definitions on two lines each; a paragraph with a bold label has one. */
static void add_facts(struct html *html, const struct pmo_document_block *facts)
{
	const char *begin = html->convert ? "<p><strong>" : "<div><dt>";
	const char *middle = html->convert ? ":</strong> " : "</dt><dd>";
	const char *end = html->convert ? "</p>\n" : "</dd></div>\n";
	pmo_buffer_add_text(html->out, html->convert ? "" : "<dl>\n");
	for (const struct pmo_document_block *fact = facts->first; fact; fact = fact->next) {
		pmo_buffer_add_text(html->out, begin);
		escape_add_html(html->out, fact->text);
		pmo_buffer_add_text(html->out, middle);
		html_add_runs(html, fact->runs);
		pmo_buffer_add_text(html->out, end);
	}
	pmo_buffer_add_text(html->out, html->convert ? "" : "</dl>\n");
}

/* What is wider than a phone scrolls within its own box, with the keyboard, too. */
static void begin_scroll(struct html *html, const char *label)
{
	if (html->convert)
		return;
	pmo_buffer_add_text(html->out, "<div class=\"scroll\" tabindex=\"0\" role=\"group\" "
				       "aria-label=\"");
	escape_add_html(html->out, label);
	pmo_buffer_add_text(html->out, "\">\n");
}

static void end_scroll(struct html *html)
{
	pmo_buffer_add_text(html->out, html->convert ? "" : "</div>\n");
}

static void add_table(struct html *html, const struct pmo_document_block *block)
{
	const char *caption = block->text ? block->text : html->heading;
	if (document_table_is_empty(block->table)) {
		if (block->text) {
			pmo_buffer_add_text(html->out, "<p class=\"lead\"><strong>");
			escape_add_html(html->out, caption);
			pmo_buffer_add_text(html->out, "</strong></p>\n");
		}
		pmo_buffer_add_text(html->out, "<p>None.</p>\n");
		return;
	}
	begin_scroll(html, caption);
	html_add_table(html, block->table, caption, !block->text);
	end_scroll(html);
}

static void add_lines(struct html *html, const char *lines, const char *label)
{
	struct pmo_buffer line;
	pmo_buffer_init(&line, html->out->limit);
	begin_scroll(html, label);
	pmo_buffer_add_text(html->out, "<pre>");
	while (*lines) {
		size_t length = strcspn(lines, "\n");
		pmo_buffer_clear(&line);
		pmo_buffer_add(&line, lines, length);
		escape_add_html(html->out, line.data);
		pmo_buffer_add_char(html->out, '\n');
		lines += length + (lines[length] == '\n');
	}
	pmo_buffer_add_text(html->out, "</pre>\n");
	end_scroll(html);
	html->out->failed = html->out->failed || line.failed;
	pmo_buffer_release(&line);
}

/* The picture tells what it says by itself: <title> and <desc> stand in its own text. */
static void add_figure(struct html *html, const struct pmo_figure *figure)
{
	const char *title = figure->title ? figure->title : html->heading;
	pmo_buffer_add_text(html->out, html->convert ? "" : "<figure>\n");
	if (figure->title) {
		pmo_buffer_add_text(html->out, html->convert ? "<p><strong>" : "<figcaption>");
		escape_add_html(html->out, figure->title);
		pmo_buffer_add_text(html->out,
				    html->convert ? "</strong></p>\n" : "</figcaption>\n");
	}
	if (figure->svg && html->convert) {
		html_add_image(html, figure);
	} else if (figure->svg) {
		begin_scroll(html, title);
		pmo_buffer_add_text(html->out, figure->svg);
		end_scroll(html);
	} else if (figure->text) {
		add_lines(html, figure->text, title);
	} else {
		pmo_buffer_add_text(html->out, "<p>");
		escape_add_html(html->out, figure->description);
		pmo_buffer_add_text(html->out, "</p>\n");
	}
	pmo_buffer_add_text(html->out, html->convert ? "" : "</figure>\n");
}

static void add_callout(struct html *html, const struct pmo_document_block *block)
{
	const char *name = document_callout_name(block);
	const char *title = block->text;
	if (!title && block->level == PMO_CALLOUT_WARNING)
		title = "Warning";
	if (html->convert)
		pmo_buffer_add_text(html->out, "<blockquote>\n");
	else
		pmo_buffer_add_format(html->out, "<div class=\"callout %s\">\n", name);
	if (title) {
		pmo_buffer_add_text(html->out, "<p class=\"kind\"><strong>");
		escape_add_html(html->out, title);
		pmo_buffer_add_text(html->out, "</strong></p>\n");
	}
	html_add_blocks(html, block);
	pmo_buffer_add_text(html->out, html->convert ? "</blockquote>\n" : "</div>\n");
}

static void add_paragraph(struct html *html, const struct pmo_document_block *block)
{
	pmo_buffer_add_text(html->out, "<p>");
	html_add_runs(html, block->runs);
	pmo_buffer_add_text(html->out, "</p>\n");
}

static void add_notes(struct html *html, const struct pmo_document_block *block)
{
	pmo_buffer_add_text(html->out, "<div class=\"notes\">\n");
	if (!html->convert)
		pmo_buffer_add_text(html->out, "<p><strong>Notes</strong></p>\n");
	html_add_blocks(html, block);
	pmo_buffer_add_text(html->out, "</div>\n");
}

static void add_block(struct html *html, const struct pmo_document_block *block)
{
	switch (block->kind) {
	case BLOCK_HEADING:
		add_heading(html, block);
		break;
	case BLOCK_PARAGRAPH:
		add_paragraph(html, block);
		break;
	case BLOCK_LIST:
		add_list(html, block);
		break;
	case BLOCK_FACTS:
		add_facts(html, block);
		break;
	case BLOCK_TABLE:
		add_table(html, block);
		break;
	case BLOCK_FIGURE:
		add_figure(html, &block->figure);
		break;
	case BLOCK_LINES:
		add_lines(html, block->text, html->heading);
		break;
	case BLOCK_CALLOUT:
		add_callout(html, block);
		break;
	case BLOCK_NOTES:
		add_notes(html, block);
		break;
	case BLOCK_PAGE_BREAK:
		pmo_buffer_add_text(html->out,
				    html->convert ? "" : "<div class=\"break\"></div>\n");
		break;
	case BLOCK_ROOT:
	case BLOCK_ITEM:
	case BLOCK_FACT:
		break;
	}
}

void html_add_blocks(struct html *html, const struct pmo_document_block *parent)
{
	for (const struct pmo_document_block *block = parent->first; block; block = block->next)
		add_block(html, block);
}

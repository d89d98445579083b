/* A document as text: 80 columns, or as wide as the terminal. */
#include "text.h"

#include <pmo/text.h>

#include <string.h>

enum { WIDTH = 80, LABEL_MAX = 24, INDENT = 2 };

static const char bold[] = "\x1b[1m";

static void add_blocks(struct text *text, const struct pmo_document_block *parent);

static void separate(struct text *text)
{
	if (!text->tight)
		pmo_buffer_add_char(text->out, '\n');
	text->tight = false;
}

/* A heading on lines of its own, underlined as far as it reaches. */
static void add_title(struct text *text, const char *title, char rule)
{
	size_t start = text->out->length;
	text_begin_color(text, bold);
	size_t begin = text->out->length;
	text_add_words(text, "", title);
	size_t length = text->out->length > begin ? text->out->length - begin - 1 : 0;
	size_t width = 0;
	for (const char *line = text->out->data + begin; rule && length;) {
		size_t part = strcspn(line, "\n");
		size_t cells = pmo_text_width_of(line, part < length ? part : length);
		width = cells > width ? cells : width;
		line += part < length ? part + 1 : length;
		length -= part < length ? part + 1 : length;
	}
	if (text->out->length > start && text->terminal.colour) {
		pmo_buffer_truncate(text->out, text->out->length - 1);
		text_end_color(text, bold);
		pmo_buffer_add_char(text->out, '\n');
	}
	if (rule)
		pmo_buffer_add_repeat(text->out, rule, width);
	if (rule && width)
		pmo_buffer_add_char(text->out, '\n');
	text->tight = true;
}

static void add_heading(struct text *text, const struct pmo_document_block *block)
{
	text->tight = false;
	separate(text);
	add_title(text, block->text, block->level == 2 ? '-' : '\0');
	bool captioned = block->next &&
			 (block->next->kind == BLOCK_TABLE || block->next->kind == BLOCK_FIGURE);
	text->tight = block->level == 2 || !captioned;
}

static void add_list(struct text *text, const struct pmo_document_block *list)
{
	char lead[16];
	unsigned number = 0;
	for (const struct pmo_document_block *item = list->first; item; item = item->next) {
		struct pmo_buffer mark;
		pmo_buffer_init(&mark, sizeof(lead));
		if (list->level == PMO_LIST_NUMBERS)
			pmo_buffer_add_format(&mark, "%u. ", ++number);
		else
			pmo_buffer_add_text(&mark, "- ");
		text_add_runs(text, mark.data, item->runs);
		pmo_buffer_release(&mark);
	}
}

/* The label, filled up so that all values of the block begin in one column. */
static void add_fact(struct text *text, const struct pmo_document_block *fact, size_t column)
{
	struct pmo_buffer label;
	pmo_buffer_init(&label, PMO_BUFFER_LIMIT);
	pmo_text_add_visible(&label, fact->text, strlen(fact->text));
	size_t width = pmo_text_width(label.data);
	if (width + 2 > column) {
		text_add_words(text, "", fact->text);
		pmo_buffer_truncate(&label, 0);
		width = 0;
	}
	pmo_buffer_add_repeat(&label, ' ', column - width);
	text_add_runs(text, label.data, fact->runs);
	text->out->failed = text->out->failed || label.failed;
	pmo_buffer_release(&label);
}

static size_t visible_width(const char *text)
{
	struct pmo_buffer visible;
	pmo_buffer_init(&visible, PMO_BUFFER_LIMIT);
	pmo_text_add_visible(&visible, text, strlen(text));
	size_t width = pmo_text_width(visible.data);
	pmo_buffer_release(&visible);
	return width;
}

static void add_facts(struct text *text, const struct pmo_document_block *facts)
{
	size_t column = 0;
	for (const struct pmo_document_block *fact = facts->first; fact; fact = fact->next) {
		size_t width = visible_width(fact->text);
		if (width > column && width <= LABEL_MAX)
			column = width;
	}
	for (const struct pmo_document_block *fact = facts->first; fact; fact = fact->next)
		add_fact(text, fact, column + 2);
}

static void add_table(struct text *text, const struct pmo_document_block *block)
{
	if (block->text)
		text_add_words(text, "", block->text);
	if (document_table_is_empty(block->table)) {
		text_add_words(text, "", "None.");
		return;
	}
	struct pmo_terminal terminal = text->terminal;
	terminal.is_page = true;
	struct pmo_buffer table;
	pmo_buffer_init(&table, PMO_BUFFER_LIMIT);
	terminal.width -= (int)text->indent;
	if (pmo_table_print(block->table, PMO_FORMAT_TABLE, &terminal, &table) != PMO_OK)
		text->out->failed = true;
	for (const char *line = table.data; *line;) {
		size_t length = strcspn(line, "\n");
		if (length)
			pmo_buffer_add_repeat(text->out, ' ', text->indent);
		pmo_buffer_add(text->out, line, length + (line[length] == '\n'));
		line += length + (line[length] == '\n');
	}
	pmo_buffer_release(&table);
}

static void add_figure(struct text *text, const struct pmo_figure *figure)
{
	if (figure->title)
		text_add_words(text, "", figure->title);
	if (figure->text)
		text_add_lines(text, figure->text);
	else
		text_add_words(text, "", figure->description);
}

static void add_nested(struct text *text, const struct pmo_document_block *block, const char *lead,
		       const char *title)
{
	text_begin_color(text, bold);
	text_add_words(text, lead, title);
	text_end_color(text, bold);
	text->indent += INDENT;
	text->tight = true;
	add_blocks(text, block);
	text->indent -= INDENT;
	text->tight = false;
}

static void add_block(struct text *text, const struct pmo_document_block *block)
{
	switch (block->kind) {
	case BLOCK_HEADING:
		add_heading(text, block);
		return;
	case BLOCK_PAGE_BREAK:
		return;
	default:
		separate(text);
	}
	if (block->kind == BLOCK_PARAGRAPH)
		text_add_runs(text, "", block->runs);
	else if (block->kind == BLOCK_LIST)
		add_list(text, block);
	else if (block->kind == BLOCK_FACTS)
		add_facts(text, block);
	else if (block->kind == BLOCK_TABLE)
		add_table(text, block);
	else if (block->kind == BLOCK_FIGURE)
		add_figure(text, &block->figure);
	else if (block->kind == BLOCK_LINES)
		text_add_lines(text, block->text);
	else if (block->kind == BLOCK_NOTES)
		add_nested(text, block, "", "Notes");
	else if (block->level == PMO_CALLOUT_WARNING)
		add_nested(text, block, "! ", block->text ? block->text : "Warning");
	else
		add_nested(text, block, "> ", block->text ? block->text : "Note");
}

static void add_blocks(struct text *text, const struct pmo_document_block *parent)
{
	for (const struct pmo_document_block *block = parent->first; block; block = block->next)
		add_block(text, block);
}

static void add_head(struct text *text)
{
	struct pmo_buffer line;
	const struct pmo_document_head *head = &text->document->head;
	pmo_buffer_init(&line, PMO_BUFFER_LIMIT);
	document_add_project(text->document, &line);
	if (line.length)
		text_add_words(text, "", line.data);
	add_title(text, head->title, '=');
	pmo_buffer_clear(&line);
	document_add_origin(text->document, &line);
	text_add_words(text, "", line.data);
	text->out->failed = text->out->failed || line.failed;
	pmo_buffer_release(&line);
	text->tight = false;
	const struct pmo_document_block *warning = text->document->warnings->first;
	if (warning)
		separate(text);
	for (; warning; warning = warning->next)
		text_add_runs(text, "! ", warning->runs);
}

enum pmo_result document_text(const struct pmo_document *document,
			      const struct pmo_terminal *terminal, struct pmo_buffer *out)
{
	struct text text = { .document = document, .out = out, .terminal = { .utf8 = true } };
	if (terminal)
		text.terminal = *terminal;
	if (text.terminal.width <= 0)
		text.terminal.width = WIDTH;
	add_head(&text);
	add_blocks(&text, document->body);
	const struct pmo_document_block *line = document->footer->first;
	if (line)
		pmo_buffer_add_text(out, "\n--\n");
	for (; line; line = line->next)
		text_add_runs(&text, "", line->runs);
	return out->failed ? PMO_NO_MEMORY : PMO_OK;
}

/* What people wrote in a field, as paragraphs and lists. */
#include "document.h"

#include <pmo/text.h>

#include <string.h>

struct prose {
	struct pmo_document *document;
	struct pmo_buffer paragraph; /* the lines collected so far */
	enum block_kind kind;        /* what they will be: BLOCK_PARAGRAPH or BLOCK_ITEM */
	bool in_list;
	enum pmo_list_style style;
};

static void flush(struct prose *prose)
{
	if (!prose->paragraph.length)
		return;
	prose->in_list = prose->kind == BLOCK_ITEM;
	if (prose->in_list)
		pmo_document_add_item(prose->document, prose->paragraph.data);
	else
		pmo_document_add_paragraph(prose->document, prose->paragraph.data);
	if (prose->paragraph.failed)
		prose->document->result = PMO_NO_MEMORY;
	pmo_buffer_clear(&prose->paragraph);
	prose->kind = BLOCK_PARAGRAPH;
}

/* How many bytes are the mark of a list's item, `- ` or `12. `; 0: it is none. */
static size_t mark_length(const char *line, size_t length, enum pmo_list_style *style)
{
	size_t digits = 0;
	while (digits < length && digits < 4 && pmo_ascii_is_digit(line[digits]))
		digits++;
	bool dash = !digits && length > 1 && (*line == '-' || *line == '*');
	bool number = digits && digits < length && (line[digits] == '.' || line[digits] == ')');
	if ((!dash && !number) || digits + 1 >= length || line[digits + 1] != ' ')
		return 0;
	*style = dash ? PMO_LIST_BULLETS : PMO_LIST_NUMBERS;
	return digits + 2;
}

static void begin_item(struct prose *prose, enum pmo_list_style style)
{
	flush(prose);
	if (!prose->in_list || prose->style != style)
		pmo_document_add_list(prose->document, style);
	prose->style = style;
	prose->kind = BLOCK_ITEM;
}

static void add_line(struct prose *prose, const char *line, size_t length)
{
	while (length && pmo_ascii_is_space(*line)) {
		line++;
		length--;
	}
	while (length && pmo_ascii_is_space(line[length - 1]))
		length--;
	enum pmo_list_style style;
	size_t mark = mark_length(line, length, &style);
	if (!length) {
		flush(prose);
		return;
	}
	if (mark)
		begin_item(prose, style);
	if (prose->paragraph.length)
		pmo_buffer_add_char(&prose->paragraph, ' ');
	pmo_buffer_add(&prose->paragraph, line + mark, length - mark);
}

void pmo_document_add_prose(struct pmo_document *document, const char *text)
{
	struct prose prose = { .document = document, .kind = BLOCK_PARAGRAPH };
	pmo_buffer_init(&prose.paragraph, PMO_BUFFER_LIMIT);
	while (text && *text) {
		size_t length = strcspn(text, "\n");
		add_line(&prose, text, length);
		text += length + (text[length] == '\n');
	}
	flush(&prose);
	pmo_buffer_release(&prose.paragraph);
}

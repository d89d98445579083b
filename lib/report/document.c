/* Building the tree of a document. */
#include "document.h"

#include <pmo/text.h>

#include <string.h>

enum { LEVEL_MAX = 4 };

static void fail(struct pmo_document *document)
{
	if (document->result == PMO_OK)
		document->result = PMO_NO_MEMORY;
}

static const char *copy(struct pmo_document *document, const char *text)
{
	const char *copied = pmo_arena_string(document->arena, text ? text : "");
	if (!copied)
		fail(document);
	return copied ? copied : "";
}

static const char *copy_or_null(struct pmo_document *document, const char *text)
{
	return text ? copy(document, text) : NULL;
}

static struct pmo_document_block *new_block(struct pmo_document *document, enum block_kind kind)
{
	struct pmo_document_block *block = pmo_arena_alloc(document->arena, sizeof(*block));
	if (!block) {
		fail(document);
		return NULL;
	}
	block->kind = kind;
	return block;
}

/* NULL when memory ended; every caller goes on without the block. */
static struct pmo_document_block *append(struct pmo_document *document,
					 struct pmo_document_block *parent, enum block_kind kind)
{
	struct pmo_document_block *block = parent ? new_block(document, kind) : NULL;
	document->line = NULL;
	if (!block)
		return NULL;
	block->parent = parent;
	if (parent->last)
		parent->last->next = block;
	else
		parent->first = block;
	parent->last = block;
	return block;
}

static struct pmo_document_block *add_block(struct pmo_document *document, enum block_kind kind)
{
	return append(document, document->open, kind);
}

void pmo_document_init(struct pmo_document *document, struct pmo_arena *arena,
		       const struct pmo_document_head *head)
{
	memset(document, 0, sizeof(*document));
	document->arena = arena;
	document->head = *head;
	struct pmo_document_head *kept = &document->head;
	kept->kind = copy(document, head->kind);
	kept->title = copy(document, head->title);
	kept->language = copy(document, head->language ? head->language : "en");
	kept->project_code = copy_or_null(document, head->project_code);
	kept->project = copy_or_null(document, head->project);
	kept->period = copy_or_null(document, head->period);
	kept->prepared_by = copy_or_null(document, head->prepared_by);
	kept->commit = copy_or_null(document, head->commit);
	kept->middle = copy(document, head->middle ? head->middle : "yellow");
	document->warnings = new_block(document, BLOCK_ROOT);
	document->body = new_block(document, BLOCK_ROOT);
	document->footer = new_block(document, BLOCK_ROOT);
	document->open = document->body;
	document->level = 1;
}

static void add_run(struct pmo_document *document, const struct document_run *run)
{
	if (!document->line)
		pmo_document_add_paragraph(document, NULL);
	struct pmo_document_block *line = document->line;
	struct document_run *kept = line ? pmo_arena_alloc(document->arena, sizeof(*kept)) : NULL;
	if (!kept) {
		fail(document);
		return;
	}
	*kept = *run;
	if (line->last_run)
		line->last_run->next = kept;
	else
		line->runs = kept;
	line->last_run = kept;
}

static void add_styled(struct pmo_document *document, enum run_style style, const char *text)
{
	if (!text || !*text)
		return;
	struct document_run run = { .style = style, .text = copy(document, text) };
	add_run(document, &run);
}

void pmo_document_add_text(struct pmo_document *document, const char *text)
{
	add_styled(document, RUN_TEXT, text);
}

void pmo_document_add_format(struct pmo_document *document, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	struct document_run run = { .style = RUN_TEXT };
	run.text = pmo_arena_vformat(document->arena, format, args);
	va_end(args);
	if (run.text)
		add_run(document, &run);
	else
		fail(document);
}

void pmo_document_add_strong(struct pmo_document *document, const char *text)
{
	add_styled(document, RUN_STRONG, text);
}

void pmo_document_add_emphasis(struct pmo_document *document, const char *text)
{
	add_styled(document, RUN_EMPHASIS, text);
}

void pmo_document_add_code(struct pmo_document *document, const char *text)
{
	add_styled(document, RUN_CODE, text);
}

void pmo_document_add_badge(struct pmo_document *document, char letter)
{
	char text[2] = { letter, '\0' };
	struct document_run run = {
		.style = RUN_BADGE,
		.text = copy(document, text),
		.word = pmo_document_badge_word(document, letter),
	};
	add_run(document, &run);
}

void pmo_document_add_link(struct pmo_document *document, const char *text, const char *url)
{
	if (!text || !*text)
		text = url ? url : "";
	struct document_run run = { .style = RUN_LINK, .text = copy(document, text) };
	if (url && document_url_is_safe(url))
		run.url = copy(document, url);
	else
		run.style = RUN_TEXT;
	add_run(document, &run);
}

/* Where a level was left out, assistive programs tell their users that something is missing. */
static int lifted(const struct pmo_document *document, int level)
{
	if (level > document->level + 1)
		level = document->level + 1;
	if (level > LEVEL_MAX)
		level = LEVEL_MAX;
	return level < 2 ? 2 : level;
}

void pmo_document_add_heading(struct pmo_document *document, int level, const char *text)
{
	document->level = lifted(document, level);
	struct pmo_document_block *block = append(document, document->body, BLOCK_HEADING);
	document->open = document->body;
	if (block) {
		block->level = document->level;
		block->text = copy(document, text);
	}
}

void pmo_document_add_paragraph(struct pmo_document *document, const char *text)
{
	document->line = add_block(document, BLOCK_PARAGRAPH);
	pmo_document_add_text(document, text);
}

void pmo_document_add_none(struct pmo_document *document)
{
	pmo_document_add_paragraph(document, "None.");
	document->line = NULL;
}

void pmo_document_add_list(struct pmo_document *document, enum pmo_list_style style)
{
	struct pmo_document_block *block = add_block(document, BLOCK_LIST);
	if (block)
		block->level = (int)style;
}

/* The list that is being filled; NULL: there is none. */
static struct pmo_document_block *current(const struct pmo_document *document, enum block_kind kind)
{
	struct pmo_document_block *last = document->open ? document->open->last : NULL;
	return last && last->kind == kind ? last : NULL;
}

void pmo_document_add_item(struct pmo_document *document, const char *text)
{
	if (!current(document, BLOCK_LIST))
		pmo_document_add_list(document, PMO_LIST_BULLETS);
	document->line = append(document, current(document, BLOCK_LIST), BLOCK_ITEM);
	pmo_document_add_text(document, text);
}

void pmo_document_add_fact(struct pmo_document *document, const char *label, const char *value)
{
	if (!current(document, BLOCK_FACTS))
		add_block(document, BLOCK_FACTS);
	struct pmo_document_block *fact =
		append(document, current(document, BLOCK_FACTS), BLOCK_FACT);
	if (!fact)
		return;
	fact->text = copy(document, label);
	document->line = fact;
	pmo_document_add_text(document, value);
}

void pmo_document_add_table(struct pmo_document *document, const struct pmo_table *table,
			    const char *caption)
{
	struct pmo_document_block *block = add_block(document, BLOCK_TABLE);
	if (!block)
		return;
	block->table = table;
	block->text = copy_or_null(document, caption);
}

void pmo_document_add_figure(struct pmo_document *document, const struct pmo_figure *figure)
{
	struct pmo_document_block *block = add_block(document, BLOCK_FIGURE);
	if (!block)
		return;
	block->figure.name = copy(document, figure->name);
	block->figure.title = copy_or_null(document, figure->title);
	block->figure.description = copy(document, figure->description);
	block->figure.text = copy_or_null(document, figure->text);
	block->figure.svg = copy_or_null(document, figure->svg);
}

void pmo_document_add_lines(struct pmo_document *document, const char *text)
{
	struct pmo_document_block *block = add_block(document, BLOCK_LINES);
	if (block)
		block->text = copy(document, text);
}

void pmo_document_begin_callout(struct pmo_document *document, enum pmo_callout kind,
				const char *title)
{
	struct pmo_document_block *block = add_block(document, BLOCK_CALLOUT);
	if (!block)
		return;
	block->level = (int)kind;
	block->text = copy_or_null(document, title);
	document->open = block;
}

void pmo_document_begin_notes(struct pmo_document *document)
{
	struct pmo_document_block *block = add_block(document, BLOCK_NOTES);
	if (block)
		document->open = block;
}

void pmo_document_end(struct pmo_document *document)
{
	document->line = NULL;
	if (document->open && document->open->parent)
		document->open = document->open->parent;
}

void pmo_document_add_page_break(struct pmo_document *document)
{
	add_block(document, BLOCK_PAGE_BREAK);
}

/* A paragraph of one run below a root; what is open stays open. */
static void add_aside(struct pmo_document *document, struct pmo_document_block *root,
		      const char *text)
{
	struct pmo_document_block *line = document->line;
	document->line = append(document, root, BLOCK_PARAGRAPH);
	if (document->line)
		pmo_document_add_text(document, text);
	document->line = line;
}

void pmo_document_warn(struct pmo_document *document, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	const char *text = pmo_arena_vformat(document->arena, format, args);
	va_end(args);
	if (text)
		add_aside(document, document->warnings, text);
	else
		fail(document);
}

void pmo_document_add_footer(struct pmo_document *document, const char *text)
{
	add_aside(document, document->footer, text);
}

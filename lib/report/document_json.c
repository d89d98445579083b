/* A document for programs: head, warnings and blocks in their order, tables as records. */
#include "document.h"

#include "out/out.h"

#include <pmo/sink.h>

enum { VERSION = 1 };

static void sink_text(struct pmo_sink *sink, const char *key, const char *text)
{
	pmo_sink_key(sink, key);
	pmo_sink_string(sink, text);
}

static void sink_run(struct pmo_sink *sink, const struct document_run *run)
{
	static const char *const styles[] = { "plain", "strong", "emphasis",
					      "code",  "status", "link" };
	pmo_sink_begin_map(sink);
	sink_text(sink, "style", styles[run->style]);
	sink_text(sink, "text", run->text);
	if (run->word)
		sink_text(sink, "word", run->word);
	if (run->url)
		sink_text(sink, "url", run->url);
	pmo_sink_end(sink);
}

/* All of it as one text; piece by piece, too, where the pieces differ. */
static void sink_runs(struct pmo_sink *sink, const struct pmo_document_block *block)
{
	struct pmo_buffer text;
	bool styled = false;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	for (const struct document_run *run = block->runs; run; run = run->next) {
		document_add_run(&text, run);
		styled |= run->style != RUN_TEXT;
	}
	pmo_sink_key(sink, "text");
	pmo_sink_bytes(sink, text.data, text.length);
	sink->out->failed |= text.failed;
	pmo_buffer_release(&text);
	if (!styled)
		return;
	pmo_sink_key(sink, "runs");
	pmo_sink_begin_list(sink);
	for (const struct document_run *run = block->runs; run; run = run->next)
		sink_run(sink, run);
	pmo_sink_end(sink);
}

static void sink_table(struct pmo_sink *sink, const struct pmo_document_block *block)
{
	const struct pmo_table *table = block->table;
	sink_text(sink, "caption", block->text);
	pmo_sink_key(sink, "columns");
	pmo_sink_begin_list(sink);
	for (size_t i = 0; i < table->column_count; i++) {
		pmo_sink_begin_map(sink);
		sink_text(sink, "name", table->columns[i].name);
		sink_text(sink, "heading", out_heading(&table->columns[i]));
		pmo_sink_end(sink);
	}
	pmo_sink_end(sink);
	pmo_sink_key(sink, "rows");
	pmo_sink_begin_list(sink);
	for (size_t i = 0; i < table->row_count; i++)
		if (table->rows[i].kind == PMO_ROW_RECORD)
			out_sink_row(sink, table, &table->rows[i]);
	pmo_sink_end(sink);
}

static void sink_blocks(struct pmo_sink *sink, const char *key,
			const struct pmo_document_block *parent);

/* What is particular about a kind of block. */
static void sink_inside(struct pmo_sink *sink, const struct pmo_document_block *block)
{
	switch (block->kind) {
	case BLOCK_HEADING:
		pmo_sink_key(sink, "level");
		pmo_sink_integer(sink, block->level);
		sink_text(sink, "text", block->text);
		break;
	case BLOCK_FACT:
		sink_text(sink, "label", block->text);
		sink_runs(sink, block);
		break;
	case BLOCK_PARAGRAPH:
	case BLOCK_ITEM:
		sink_runs(sink, block);
		break;
	case BLOCK_LIST:
		pmo_sink_key(sink, "numbered");
		pmo_sink_bool(sink, block->level == PMO_LIST_NUMBERS);
		break;
	case BLOCK_TABLE:
		sink_table(sink, block);
		break;
	case BLOCK_FIGURE:
		sink_text(sink, "name", block->figure.name);
		sink_text(sink, "title", block->figure.title);
		sink_text(sink, "description", block->figure.description);
		break;
	case BLOCK_LINES:
		sink_text(sink, "text", block->text);
		break;
	case BLOCK_CALLOUT:
		sink_text(sink, "kind", document_callout_name(block));
		sink_text(sink, "title", block->text);
		break;
	case BLOCK_ROOT:
	case BLOCK_FACTS:
	case BLOCK_NOTES:
	case BLOCK_PAGE_BREAK:
		break;
	}
}

static void sink_block(struct pmo_sink *sink, const struct pmo_document_block *block)
{
	static const char *const types[] = {
		[BLOCK_ROOT] = "document",
		[BLOCK_HEADING] = "heading",
		[BLOCK_PARAGRAPH] = "paragraph",
		[BLOCK_LIST] = "list",
		[BLOCK_ITEM] = "item",
		[BLOCK_FACTS] = "facts",
		[BLOCK_FACT] = "fact",
		[BLOCK_TABLE] = "table",
		[BLOCK_FIGURE] = "figure",
		[BLOCK_LINES] = "lines",
		[BLOCK_CALLOUT] = "callout",
		[BLOCK_NOTES] = "notes",
		[BLOCK_PAGE_BREAK] = "page_break",
	};
	pmo_sink_begin_map(sink);
	sink_text(sink, "type", types[block->kind]);
	sink_inside(sink, block);
	if (block->first)
		sink_blocks(sink, "content", block);
	pmo_sink_end(sink);
}

static void sink_blocks(struct pmo_sink *sink, const char *key,
			const struct pmo_document_block *parent)
{
	pmo_sink_key(sink, key);
	pmo_sink_begin_list(sink);
	for (const struct pmo_document_block *block = parent->first; block; block = block->next)
		sink_block(sink, block);
	pmo_sink_end(sink);
}

static void sink_head(struct pmo_sink *sink, const struct pmo_document_head *head)
{
	char as_of[PMO_DATE_SIZE];
	pmo_date_format(head->as_of, as_of);
	sink_text(sink, "report", head->kind);
	sink_text(sink, "title", head->title);
	sink_text(sink, "language", head->language);
	sink_text(sink, "project", head->project_code);
	sink_text(sink, "project_name", head->project);
	sink_text(sink, "period", head->period);
	sink_text(sink, "as_of", as_of);
	sink_text(sink, "prepared_by", head->prepared_by);
	sink_text(sink, "commit", head->commit);
}

enum pmo_result document_json(const struct pmo_document *document, struct pmo_buffer *out)
{
	struct pmo_sink sink;
	pmo_sink_init(&sink, out, PMO_SINK_JSON);
	pmo_sink_begin_map(&sink);
	pmo_sink_key(&sink, "format");
	pmo_sink_integer(&sink, VERSION);
	sink_head(&sink, &document->head);
	sink_blocks(&sink, "warnings", document->warnings);
	sink_blocks(&sink, "content", document->body);
	sink_blocks(&sink, "footer", document->footer);
	pmo_sink_end(&sink);
	return pmo_sink_finish(&sink);
}

/* A document as one page: it holds all that it needs and asks for nothing. */
#include "html.h"

#include "out/escape.h"

static void add_meta(struct html *html, const char *name, const struct pmo_buffer *line)
{
	pmo_buffer_add_format(html->out, "<meta name=\"%s\" content=\"", name);
	escape_add_html(html->out, line->data);
	pmo_buffer_add_text(html->out, "\">\n");
	html->out->failed = html->out->failed || line->failed;
}

/* Pandoc puts author and date below the title, in documents and on the first slide. */
static void add_metas(struct html *html)
{
	struct pmo_buffer line;
	pmo_buffer_init(&line, html->out->limit);
	document_add_project(html->document, &line);
	if (line.length)
		add_meta(html, "author", &line);
	pmo_buffer_clear(&line);
	document_add_origin(html->document, &line);
	add_meta(html, "date", &line);
	pmo_buffer_release(&line);
}

static void add_head(struct html *html)
{
	struct pmo_buffer *out = html->out;
	const struct pmo_document_head *head = &html->document->head;
	pmo_buffer_add_text(out, "<!DOCTYPE html>\n<html lang=\"");
	escape_add_html(out, head->language);
	pmo_buffer_add_text(out, "\">\n<head>\n<meta charset=\"utf-8\">\n");
	if (html->convert)
		add_metas(html);
	else
		pmo_buffer_add_text(out,
				    "<meta http-equiv=\"Content-Security-Policy\" "
				    "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
				    "<meta name=\"viewport\" content=\"width=device-width, "
				    "initial-scale=1\">\n");
	pmo_buffer_add_text(out, "<title>");
	if (head->project_code && !html->convert) {
		escape_add_html(out, head->project_code);
		pmo_buffer_add_text(out, ": ");
	}
	escape_add_html(out, head->title);
	pmo_buffer_add_text(out, "</title>\n");
	if (!html->convert) {
		pmo_buffer_add_text(out, "<style>\n");
		html_add_style(html);
		pmo_buffer_add_text(out, "</style>\n");
	}
	pmo_buffer_add_text(out, "</head>\n<body>\n");
}

static void add_warnings(struct html *html)
{
	const struct pmo_document_block *warning = html->document->warnings->first;
	if (!warning)
		return;
	pmo_buffer_add_text(html->out,
			    html->convert ? "<blockquote>\n" : "<div class=\"callout warning\">\n");
	for (; warning; warning = warning->next) {
		pmo_buffer_add_text(html->out, "<p><strong>Warning:</strong> ");
		html_add_runs(html, warning->runs);
		pmo_buffer_add_text(html->out, "</p>\n");
	}
	pmo_buffer_add_text(html->out, html->convert ? "</blockquote>\n" : "</div>\n");
}

static void add_line(struct html *html, const char *class, const struct pmo_buffer *line)
{
	if (!line->length)
		return;
	pmo_buffer_add_format(html->out, "<p class=\"%s\">", class);
	escape_add_html(html->out, line->data);
	pmo_buffer_add_text(html->out, "</p>\n");
	html->out->failed = html->out->failed || line->failed;
}

static void add_banner(struct html *html)
{
	struct pmo_buffer line;
	pmo_buffer_init(&line, html->out->limit);
	document_add_project(html->document, &line);
	pmo_buffer_add_text(html->out, "<a class=\"skip\" href=\"#content\">Skip to the "
				       "report</a>\n<main>\n<header>\n");
	add_line(html, "project", &line);
	pmo_buffer_add_text(html->out, "<h1>");
	escape_add_html(html->out, html->document->head.title);
	pmo_buffer_add_text(html->out, "</h1>\n");
	pmo_buffer_clear(&line);
	document_add_origin(html->document, &line);
	add_line(html, "origin", &line);
	pmo_buffer_add_text(html->out, "</header>\n<div id=\"content\">\n");
	pmo_buffer_release(&line);
}

static void add_footer(struct html *html)
{
	bool any = html->document->footer->first;
	if (!html->convert)
		pmo_buffer_add_text(html->out, any ? "<footer>\n<hr>\n" : "");
	else
		pmo_buffer_add_text(html->out, any ? "<hr>\n" : "");
	html_add_blocks(html, html->document->footer);
	if (any && !html->convert)
		pmo_buffer_add_text(html->out, "</footer>\n");
}

enum pmo_result document_html(const struct pmo_document *document, bool convert,
			      struct pmo_buffer *out)
{
	struct html html = {
		.document = document,
		.out = out,
		.convert = convert,
		.heading = document->head.title,
	};
	add_head(&html);
	if (!convert)
		add_banner(&html);
	add_warnings(&html);
	html_add_blocks(&html, document->body);
	pmo_buffer_add_text(out, convert ? "" : "</div>\n</main>\n");
	add_footer(&html);
	pmo_buffer_add_text(out, "</body>\n</html>\n");
	return out->failed ? PMO_NO_MEMORY : PMO_OK;
}

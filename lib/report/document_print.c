/* What all formats ask of a document, and the way to each. */
#include "document.h"

#include <pmo/text.h>

#include <string.h>

void document_add_project(const struct pmo_document *document, struct pmo_buffer *out)
{
	const struct pmo_document_head *head = &document->head;
	if (head->project_code)
		pmo_buffer_add_text(out, head->project_code);
	if (head->project_code && head->project)
		pmo_buffer_add_text(out, "  ");
	if (head->project)
		pmo_buffer_add_text(out, head->project);
}

void document_add_origin(const struct pmo_document *document, struct pmo_buffer *out)
{
	const struct pmo_document_head *head = &document->head;
	static const char between[] = " \xc2\xb7 ";
	char as_of[PMO_DATE_LONG_SIZE];
	pmo_date_format_long(head->as_of, PMO_DATE_NONE, as_of);
	if (head->period)
		pmo_buffer_add_format(out, "%s%s", head->period, between);
	pmo_buffer_add_format(out, "as of %s", as_of);
	if (head->prepared_by)
		pmo_buffer_add_format(out, "%sprepared by %s", between, head->prepared_by);
	if (head->commit)
		pmo_buffer_add_format(out, "%sdata %s", between, head->commit);
}

void document_add_run(struct pmo_buffer *out, const struct document_run *run)
{
	pmo_buffer_add_text(out, run->text);
	if (run->word)
		pmo_buffer_add_format(out, " %s", run->word);
}

bool document_table_is_empty(const struct pmo_table *table)
{
	for (size_t i = 0; i < table->row_count; i++)
		if (table->rows[i].kind == PMO_ROW_RECORD)
			return false;
	return true;
}

const char *document_callout_name(const struct pmo_document_block *block)
{
	static const char *const names[] = { "note", "warning", "decision" };
	size_t kind = (size_t)block->level;
	return names[kind < sizeof(names) / sizeof(names[0]) ? kind : 0];
}

/* Browsers skip controls and blanks inside a scheme: nothing of the kind is let through. */
bool document_url_is_safe(const char *url)
{
	static const char *const schemes[] = { "https://", "http://", "mailto:" };
	for (const char *c = url; *c; c++)
		if ((unsigned char)*c <= ' ' || *c == 0x7f)
			return false;
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		size_t at = 0;
		while (schemes[i][at] && pmo_ascii_to_lower(url[at]) == schemes[i][at])
			at++;
		if (!schemes[i][at])
			return url[at] != '\0';
	}
	return false;
}

const char *pmo_document_badge_word(const struct pmo_document *document, char letter)
{
	switch (letter) {
	case 'G':
		return "green";
	case 'Y':
		return document->head.middle;
	case 'R':
		return "red";
	case 'N':
		return "not rated";
	case 'H':
		return "on hold";
	default:
		return NULL;
	}
}

enum pmo_result pmo_document_print(const struct pmo_document *document,
				   enum pmo_document_format format,
				   const struct pmo_terminal *terminal, struct pmo_buffer *out)
{
	if (document->result != PMO_OK)
		return document->result;
	switch (format) {
	case PMO_DOCUMENT_TEXT:
		return document_text(document, terminal, out);
	case PMO_DOCUMENT_MD:
		return document_markdown(document, out);
	case PMO_DOCUMENT_HTML:
	case PMO_DOCUMENT_CONVERT:
		return document_html(document, format == PMO_DOCUMENT_CONVERT, out);
	case PMO_DOCUMENT_JSON:
		return document_json(document, out);
	}
	return PMO_USAGE;
}

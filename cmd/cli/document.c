/* Reports: which format is meant, and what makes it. */
#include "cli/document.h"

#include "cli/convert.h"

#include <pmo/text.h>

#include <string.h>

static const struct document_form {
	const char *name; /* of --format, and the ending */
	const char *alias;
	enum pmo_document_format format;
	enum convert converter;
} forms[] = {
	{ "text", "txt", PMO_DOCUMENT_TEXT, CONVERT_NOT },
	{ "md", "markdown", PMO_DOCUMENT_MD, CONVERT_NOT },
	{ "html", "htm", PMO_DOCUMENT_HTML, CONVERT_NOT },
	{ "json", NULL, PMO_DOCUMENT_JSON, CONVERT_NOT },
	{ "docx", NULL, PMO_DOCUMENT_CONVERT, CONVERT_DOCX },
	{ "odt", NULL, PMO_DOCUMENT_CONVERT, CONVERT_ODT },
	{ "pptx", NULL, PMO_DOCUMENT_CONVERT, CONVERT_PPTX },
	{ "pdf", NULL, PMO_DOCUMENT_HTML, CONVERT_PDF },
	{ "table", NULL, PMO_DOCUMENT_TEXT, CONVERT_NOT },
};

enum { FORM_COUNT = sizeof(forms) / sizeof(forms[0]) };

static const struct document_form *find_form(const char *name)
{
	for (size_t i = 0; i < FORM_COUNT; i++)
		if (pmo_ascii_equal(name, forms[i].name) ||
		    (forms[i].alias && pmo_ascii_equal(name, forms[i].alias)))
			return &forms[i];
	return NULL;
}

static enum pmo_result choose(const struct cli *cli, const struct document_form **form)
{
	*form = &forms[0];
	if (cli->format_word) {
		*form = find_form(cli->format_word);
		if (*form)
			return PMO_OK;
		return cli_usage("--format: '%s' is none of text, md, html, json, docx, odt, "
				 "pptx, pdf",
				 cli->format_word);
	}
	if (!cli->output)
		return PMO_OK;
	const char *slash = strrchr(cli->output, '/');
	const char *dot = strrchr(slash ? slash : cli->output, '.');
	*form = dot ? find_form(dot + 1) : NULL;
	if (*form)
		return PMO_OK;
	return cli_usage("-o %s: its ending is none of .txt, .md, .html, .json, .docx, .odt, "
			 ".pptx, .pdf; add --format",
			 cli->output);
}

enum pmo_result cli_print_document(struct cli *cli, const struct pmo_document *document)
{
	const struct document_form *form;
	enum pmo_result result = choose(cli, &form);
	if (result != PMO_OK)
		return result;
	if (form->converter == CONVERT_NOT)
		return pmo_document_print(document, form->format,
					  cli->is_terminal && !cli->output ? &cli->terminal : NULL,
					  &cli->out);
	if (cli->is_terminal && !cli->output)
		return cli_usage("%s is no text for a terminal; add -o report.%s", form->name,
				 form->name);
	struct pmo_buffer page;
	pmo_buffer_init(&page, PMO_BUFFER_LIMIT);
	result = pmo_document_print(document, form->format, NULL, &page);
	if (result == PMO_OK)
		result = convert_page(cli, form->converter, &page, document->head.as_of);
	pmo_buffer_release(&page);
	return result;
}

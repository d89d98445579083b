/*
 * Printing a report in the format that was asked for: text, Markdown, HTML and JSON come from
 * the library, the documents of word processors and PDF from other programs.
 */
#ifndef CLI_DOCUMENT_H
#define CLI_DOCUMENT_H

#include "cli/cli.h"

#include <pmo/report.h>

/*
 * Appends the document to cli->out in the format of --format or of -o's ending; text where
 * neither says. The command's row needs TAKES_DOCUMENT. PMO_USAGE: there is no such format, or
 * it would go to a terminal; PMO_IO: a program is missing or failed. What is wrong is told.
 */
PMO_CHECKED enum pmo_result cli_print_document(struct cli *cli,
					       const struct pmo_document *document);

#endif

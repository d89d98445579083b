/* A page of HTML made into a document of a word processor, slides or PDF by another program. */
#ifndef CLI_CONVERT_H
#define CLI_CONVERT_H

#include "cli/cli.h"

enum convert { CONVERT_NOT, CONVERT_DOCX, CONVERT_ODT, CONVERT_PPTX, CONVERT_PDF };

/*
 * Appends the converted page to cli->out. The program works in a private folder that is
 * gone afterwards; where it writes a date into its file, that is the end of day as_of.
 */
PMO_CHECKED enum pmo_result convert_page(struct cli *cli, enum convert kind,
					 const struct pmo_buffer *page, int32_t as_of);

#endif

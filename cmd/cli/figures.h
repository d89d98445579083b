/* Drawings of a page as pictures that every word processor shows. */
#ifndef CLI_FIGURES_H
#define CLI_FIGURES_H

#include "cli/cli.h"

/*
 * Appends the page with each drawing in it replaced by a picture, which it leaves in the folder.
 * PMO_NOT_FOUND: the program that draws them is missing, or one could not be drawn; then
 * nothing is appended.
 */
PMO_CHECKED enum pmo_result figures_draw(struct cli *cli, const char *folder,
					 const struct pmo_buffer *page, struct pmo_buffer *out);

#endif

/*
 * The site: a workspace as a folder of pages, for people without pmo.
 *
 * Pages are files that link to each other by relative paths, each complete in itself: no
 * script, no request, one style sheet inside. They are read from a disk, a web server or
 * SharePoint alike. What the audience may not see is left out; money, people and reasons of
 * colors are for inside alone. The same tree and day give the same bytes.
 *
 *     index.html              all projects
 *     HANDLE/index.html       a project on a page; plan, raid, decisions, reports, actions
 *     people/HANDLE.html      what one person owes
 */
#ifndef PMO_SITE_H
#define PMO_SITE_H

#include <pmo/audience.h>

/* Takes a page: its path below the folder, with slashes, and its text. */
struct pmo_site_taker {
	enum pmo_result (*put)(void *to, const char *path, const struct pmo_buffer *page);
	void *to;
};

/*
 * Makes all pages, or where only is not NULL those of one project. PMO_REFUSED, silently:
 * there is no project that the audience may see. Memory of the workspace; what take gives back
 * ends it.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_site_make(struct pmo_workspace *workspace,
						  enum pmo_audience audience,
						  const struct pmo_project *only,
						  const struct pmo_site_taker *taker);

#endif

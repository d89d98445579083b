/*
 * Who may see what: the one place that decides whether a record may leave for somebody.
 *
 * A record says its visibility, internal where it says nothing, and may be confidential.
 * Inside the organization everything is seen. Vendors see what says vendor or public, the
 * public what says public, and nobody outside ever sees what is confidential, nor anything
 * of a project whose charter is. A mark that cannot be read keeps the record inside.
 *
 *     if (!pmo_audience_may_see(PMO_AUDIENCE_PUBLIC, record)) continue;
 *     if (!pmo_audience_may_tell(person, record, owner)) continue;      a message to one person
 */
#ifndef PMO_AUDIENCE_H
#define PMO_AUDIENCE_H

#include <pmo/workspace.h>

enum pmo_audience { PMO_AUDIENCE_INTERNAL, PMO_AUDIENCE_VENDOR, PMO_AUDIENCE_PUBLIC };

/* "internal", "vendor", "public". */
PMO_API const char *pmo_audience_name(enum pmo_audience audience);

/* false: there is no such audience. */
PMO_API bool pmo_audience_find(const char *name, enum pmo_audience *audience);

/* Whether a record may be shown to them. */
PMO_API bool pmo_audience_may_see(enum pmo_audience audience, const struct pmo_record *record);

/*
 * Where a person stands. Sponsors and the team are inside, those that a vendor sends are of
 * the vendor, other agencies are outside; customers, oversight and users are inside when their
 * address is of the organization. NULL, and who says nothing of it, is outside.
 *
 * Which addresses are the organization's say the mail_domains of pmo.yaml; then the team and
 * sponsors, too, are outside where their mail goes elsewhere. Without them it is the domain
 * that most of the team and sponsors have.
 */
PMO_API enum pmo_audience pmo_audience_of_person(const struct pmo_record *person);

/*
 * Whether a message to a person may speak of a record: what their audience sees, and their
 * own work, but to nobody outside what is confidential or marked internal. owner is a handle,
 * or NULL.
 */
PMO_API bool pmo_audience_may_tell(const struct pmo_record *person, const struct pmo_record *record,
				   const char *owner);

#endif

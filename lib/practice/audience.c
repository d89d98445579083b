/* Who may see what. */
#include <pmo/audience.h>
#include <pmo/text.h>

#include <string.h>

static const char *const names[] = { "internal", "vendor", "public" };

enum { DOMAINS_MOST = 64, DOMAIN_SIZE = 256 };

const char *pmo_audience_name(enum pmo_audience audience)
{
	return names[audience];
}

bool pmo_audience_find(const char *name, enum pmo_audience *audience)
{
	for (int i = PMO_AUDIENCE_INTERNAL; i <= PMO_AUDIENCE_PUBLIC; i++) {
		if (!pmo_ascii_equal(name, names[i]))
			continue;
		*audience = (enum pmo_audience)i;
		return true;
	}
	return false;
}

/* A mark that cannot be read counts as set. */
static bool is_confidential(const struct pmo_record *record)
{
	struct pmo_value mark = pmo_record_get_name(record, "confidential");
	return mark.presence == PMO_BAD || (mark.presence == PMO_PRESENT && mark.as.integer);
}

static const struct pmo_record *charter_of(const struct pmo_record *record)
{
	const struct pmo_world *world = record->world;
	if (!record->project || !world || !world->charter)
		return NULL;
	return world->charter(world->store, record);
}

/* A charter that cannot be read may be confidential for all that one knows. */
static bool may_leave(const struct pmo_record *record)
{
	if (record->unreadable || is_confidential(record))
		return false;
	if (!record->project)
		return true;
	const struct pmo_record *charter = charter_of(record);
	return charter && !charter->unreadable && !is_confidential(charter);
}

bool pmo_audience_may_see(enum pmo_audience audience, const struct pmo_record *record)
{
	enum pmo_audience seen_by = PMO_AUDIENCE_INTERNAL;
	if (audience == PMO_AUDIENCE_INTERNAL)
		return true;
	struct pmo_value value = pmo_record_get_name(record, "visibility");
	if (value.presence != PMO_PRESENT || !pmo_audience_find(value.as.text, &seen_by))
		return false;
	return seen_by >= audience && may_leave(record);
}

static const char *text_of(const struct pmo_record *person, const char *field)
{
	struct pmo_value value = pmo_record_get_name(person, field);
	return value.presence == PMO_PRESENT && !value.is_list && value.as.text ? value.as.text
										: "";
}

static bool is_own(const struct pmo_record *person)
{
	const char *type = text_of(person, "type");
	return !*text_of(person, "vendor") &&
	       (strcmp(type, "sponsor") == 0 || strcmp(type, "team") == 0);
}

static const char *domain_of(const char *address)
{
	const char *at = strrchr(address, '@');
	return at && at[1] ? at + 1 : NULL;
}

struct domain {
	const char *name;
	size_t people;
};

/* The domain that most of the organization's own people have; of as many, the first. */
static const char *own_domain(const struct pmo_record *from)
{
	struct domain domains[DOMAINS_MOST];
	const struct pmo_those what = { .register_name = "person" };
	const struct pmo_world *world = from->world;
	const struct pmo_record *const *people = NULL;
	size_t all = world && world->those ? world->those(world->store, from, &what, &people) : 0;
	size_t count = 0, best = 0;
	for (size_t i = 0; i < all; i++) {
		const struct pmo_record *person = people[i];
		const char *name = NULL;
		size_t at = 0;
		if (!person->unreadable && is_own(person))
			name = domain_of(text_of(person, "email"));
		if (!name)
			continue;
		while (at < count && !pmo_ascii_equal(domains[at].name, name))
			at++;
		if (at == count && count < DOMAINS_MOST)
			domains[count++] = (struct domain){ name, 0 };
		if (at < count && ++domains[at].people > domains[best].people)
			best = at;
	}
	return count ? domains[best].name : NULL;
}

static bool is_below(const char *domain, const char *own)
{
	size_t length = strlen(domain), part = strlen(own);
	if (length < part || !pmo_ascii_equal(domain + (length - part), own))
		return false;
	return length == part || domain[length - part - 1] == '.';
}

/* Whether an address is the organization's: by pmo.yaml, else by those of its own people. */
static bool is_ours(const struct pmo_record *from, const char *address)
{
	const char *domain = domain_of(address), *own;
	const char *said = from->world ? from->world->mail_domains : NULL;
	char name[DOMAIN_SIZE];
	if (!domain)
		return false;
	if (!said) {
		own = own_domain(from);
		return own && is_below(domain, own);
	}
	while (*(said += strspn(said, " "))) {
		size_t length = strcspn(said, " ");
		if (length < sizeof(name)) {
			memcpy(name, said, length);
			name[length] = '\0';
			if (is_below(domain, name))
				return true;
		}
		said += length;
	}
	return false;
}

/* Where the domains are said, nobody is inside whose mail goes elsewhere. */
static bool is_read_elsewhere(const struct pmo_record *person)
{
	const char *address = text_of(person, "email");
	return person->world && person->world->mail_domains && *address &&
	       !is_ours(person, address);
}

enum pmo_audience pmo_audience_of_person(const struct pmo_record *person)
{
	if (!person || person->unreadable)
		return PMO_AUDIENCE_PUBLIC;
	const char *type = text_of(person, "type");
	if (*text_of(person, "vendor") || strcmp(type, "vendor") == 0)
		return PMO_AUDIENCE_VENDOR;
	if (is_own(person))
		return is_read_elsewhere(person) ? PMO_AUDIENCE_PUBLIC : PMO_AUDIENCE_INTERNAL;
	bool may_be = strcmp(type, "customer") == 0 || strcmp(type, "oversight") == 0 ||
		      strcmp(type, "end_user") == 0;
	return may_be && is_ours(person, text_of(person, "email")) ? PMO_AUDIENCE_INTERNAL
								   : PMO_AUDIENCE_PUBLIC;
}

/* What is marked internal by hand stays inside, even from those whose work it is. */
static bool is_marked_internal(const struct pmo_record *record)
{
	struct pmo_value value = pmo_record_get_name(record, "visibility");
	return value.presence == PMO_BAD ||
	       (value.presence == PMO_PRESENT && strcmp(value.as.text, "internal") == 0);
}

bool pmo_audience_may_tell(const struct pmo_record *person, const struct pmo_record *record,
			   const char *owner)
{
	enum pmo_audience audience = pmo_audience_of_person(person);
	if (audience == PMO_AUDIENCE_INTERNAL)
		return true;
	if (owner && person && pmo_text_compare(owner, person->id) == 0)
		return may_leave(record) && !is_marked_internal(record);
	return pmo_audience_may_see(audience, record);
}

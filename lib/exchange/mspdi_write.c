/* A tree of elements as a document that follows the order of Project's schema. */
#include "exchange/mspdi_xml.h"

#include <pmo/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What Project 2010 added and a schedule depends on; written where it is not the usual. */
struct addition {
	const char *path, *usual;
	bool only_by_hand; /* means something only on tasks that are scheduled by hand */
};

static const struct addition additions[] = {
	{ "Task/Active", "1", false },           { "Task/Manual", "0", false },
	{ "Task/ManualStart", "", true },        { "Task/ManualFinish", "", true },
	{ "Task/ManualDuration", "", true },     { "Task/StartText", "", true },
	{ "Task/FinishText", "", true },         { "Task/DurationText", "", true },
	{ "Task/DisplayAsSummary", "0", false },
};

struct place {
	const struct mspdi_element *element;
	const char *name; /* as the schema spells it */
	size_t rank, index;
	bool is_double;
};

enum { PATH_SIZE = 160, NAME_SIZE = 70, NO_RANK = SIZE_MAX, LAST_RANK = SIZE_MAX - 1 };

static void add_escaped(struct pmo_buffer *out, const char *text)
{
	size_t length = strlen(text), step;
	uint32_t character;
	for (const char *c = text; (step = pmo_text_next(c, length, &character)) > 0;
	     c += step, length -= step) {
		if (character == '&')
			pmo_buffer_add_text(out, "&amp;");
		else if (character == '<')
			pmo_buffer_add_text(out, "&lt;");
		else if (character == '>')
			pmo_buffer_add_text(out, "&gt;");
		else if (character == '\r')
			pmo_buffer_add_text(out, "&#13;");
		else if (character >= ' ' || character == '\n' || character == '\t')
			pmo_text_add_character(out, character);
	}
}

static const char *find_name(const char *names, const char *from, const char *name)
{
	char wanted[NAME_SIZE];
	int length = snprintf(wanted, sizeof(wanted), " %s ", name);
	if (length < 0 || (size_t)length >= sizeof(wanted))
		return NULL;
	const char *found = from ? strstr(from, wanted) : NULL;
	return found ? found : strstr(names, wanted);
}

static const struct addition *find_addition(const struct mspdi_element *parent,
					    const struct mspdi_element *child)
{
	char path[PATH_SIZE];
	snprintf(path, sizeof(path), "%.60s/%.60s", parent->name, child->name);
	for (size_t i = 0; i < sizeof(additions) / sizeof(*additions); i++)
		if (strcmp(additions[i].path, path) == 0)
			return &additions[i];
	return NULL;
}

bool mspdi_is_addition(const struct mspdi_element *parent, const struct mspdi_element *child)
{
	return find_addition(parent, child) != NULL;
}

static bool needs_addition(const struct mspdi_element *parent, const struct mspdi_element *child)
{
	const struct addition *addition = find_addition(parent, child);
	const char *by_hand = mspdi_text(parent, "Manual");
	return addition && strcmp(addition->usual, child->text) != 0 &&
	       (!addition->only_by_hand || (by_hand && strcmp(by_hand, "1") == 0));
}

/* Assignments of 2003 have `start` where they mean Start. */
static const char *with_capital(const struct mspdi_element *parent, const char *names,
				const char *name, char capital[NAME_SIZE])
{
	snprintf(capital, NAME_SIZE, "%.60s", name);
	capital[0] = pmo_ascii_to_upper(capital[0]);
	return strcmp(parent->name, "Assignment") == 0 && strcmp(capital, name) != 0 &&
			       !mspdi_child(parent, capital)
		       ? find_name(names, NULL, capital)
		       : NULL;
}

/* The schema has a number where a look-up's GUID stands; its value is beside it. */
static bool is_alien(const struct mspdi_element *child)
{
	return strcmp(child->name, "ValueGUID") == 0 &&
	       child->text[strspn(child->text, "0123456789")];
}

static void rank_child(const struct mspdi_element *parent, const char *names, const char **last,
		       struct place *place)
{
	char capital[NAME_SIZE];
	const char *name = place->element->name;
	const char *found = find_name(names, *last, name);
	if (!found)
		found = with_capital(parent, names, name, capital);
	place->name = name;
	place->rank = found                                    ? (size_t)(found - names)
		      : needs_addition(parent, place->element) ? LAST_RANK
							       : NO_RANK;
	if (found)
		*last = found;
	if (is_alien(place->element))
		place->rank = NO_RANK;
}

static int compare_places(const void *a, const void *b)
{
	const struct place *first = a, *second = b;
	if (first->rank != second->rank)
		return first->rank < second->rank ? -1 : 1;
	return (first->index > second->index) - (first->index < second->index);
}

static void write_element(const char *around, const struct mspdi_element *element,
			  struct pmo_buffer *out, unsigned depth);

static void write_leaf(const struct place *place, const char *names, struct pmo_buffer *out,
		       unsigned depth)
{
	const char *name = place->name;
	pmo_buffer_add_repeat(out, '\t', depth);
	/* The rank is where the schema's spelling stands. */
	size_t length = strlen(name);
	const char *spelt = place->rank < LAST_RANK ? names + place->rank + 1 : name;
	if (!*place->element->text) {
		pmo_buffer_add_format(out, "<%.*s/>\n", (int)length, spelt);
		return;
	}
	pmo_buffer_add_format(out, "<%.*s>", (int)length, spelt);
	add_escaped(out, place->element->text);
	pmo_buffer_add_format(out, "</%.*s>\n", (int)length, spelt);
}

/* A value that stands twice: the first one counts. */
static void drop_doubles(struct place *places, size_t count)
{
	for (size_t i = 1; i < count; i++)
		places[i].is_double = places[i].rank == places[i - 1].rank &&
				      places[i].rank < LAST_RANK && !places[i].element->first &&
				      !places[i - 1].element->first;
}

/* Nesting is bounded by what was read, MSPDI_DEPTH. */
static void write_children(const struct mspdi_element *element, const char *names,
			   struct pmo_buffer *out, unsigned depth)
{
	size_t count = 0;
	const char *last = NULL;
	for (const struct mspdi_element *i = element->first; i; i = i->next)
		count += !i->is_gone;
	struct place *places = calloc(count + 1, sizeof(*places));
	if (!places) {
		out->failed = true;
		return;
	}
	count = 0;
	for (const struct mspdi_element *i = element->first; i; i = i->next) {
		if (i->is_gone)
			continue;
		places[count].element = i;
		places[count].index = count;
		rank_child(element, names, &last, &places[count]);
		count++;
	}
	qsort(places, count, sizeof(*places), compare_places);
	drop_doubles(places, count);
	for (size_t i = 0; i < count && places[i].rank != NO_RANK && !out->failed; i++) {
		if (places[i].is_double)
			continue;
		if (places[i].element->first)
			write_element(element->name, places[i].element, out, depth);
		else
			write_leaf(&places[i], names, out, depth);
	}
	free(places);
}

static bool has_children(const struct mspdi_element *element)
{
	const struct mspdi_element *child = element->first;
	while (child && child->is_gone)
		child = child->next;
	return child;
}

static void write_element(const char *around, const struct mspdi_element *element,
			  struct pmo_buffer *out, unsigned depth)
{
	char path[PATH_SIZE];
	snprintf(path, sizeof(path), "%.60s%s%.60s", around, *around ? "/" : "", element->name);
	const char *names = mspdi_order_of(path);
	pmo_buffer_add_repeat(out, '\t', depth);
	if (!names || !has_children(element)) {
		pmo_buffer_add_format(out, "<%s/>\n", element->name);
		return;
	}
	pmo_buffer_add_format(out, "<%s%s>\n", element->name,
			      depth ? "" : " xmlns=\"http://schemas.microsoft.com/project\"");
	write_children(element, names, out, depth + 1);
	pmo_buffer_add_repeat(out, '\t', depth);
	pmo_buffer_add_format(out, "</%s>\n", element->name);
}

void mspdi_xml_write(const struct mspdi_element *root, struct pmo_buffer *out)
{
	pmo_buffer_add_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
	write_element("", root, out, 0);
}

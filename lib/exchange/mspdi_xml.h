/*
 * An XML document as a tree of elements with text, as MSPDI files are: no attribute means
 * anything but the namespace, and text stands in leaves alone.
 *
 * The tree is small (names are kept once) and keeps what nobody here knows, so that a plan
 * that came from elsewhere goes back with all that it had.
 */
#ifndef EXCHANGE_MSPDI_XML_H
#define EXCHANGE_MSPDI_XML_H

#include <pmo/arena.h>
#include <pmo/buffer.h>
#include <pmo/diag.h>
#include <pmo/result.h>
#include <stdint.h>

enum {
	MSPDI_BYTES = 16 << 20,
	MSPDI_DEPTH = 64,
	MSPDI_ELEMENTS = 1500000 /* more than a real file of that size has */
};

struct mspdi_element {
	const char *name;
	const char *text; /* of a leaf; never NULL */
	uint32_t offset;  /* where it begins in its source */
	bool is_gone;     /* it is not written */
	struct mspdi_element *first, *last, *next;
};

/*
 * Reads a whole file. PMO_INVALID with a diagnostic at its place: it is no XML, has a
 * DOCTYPE, is too large or too deep.
 */
PMO_CHECKED enum pmo_result mspdi_xml_read(struct pmo_arena *arena, const struct pmo_source *source,
					   struct pmo_diags *diags, struct mspdi_element **root);

/* The first child of that name, or NULL; parent may be NULL. */
struct mspdi_element *mspdi_child(const struct mspdi_element *parent, const char *name);

/* The next sibling of the same name, or NULL. */
struct mspdi_element *mspdi_next(const struct mspdi_element *element);

/* The text of a child; NULL where there is none or it is empty. */
const char *mspdi_text(const struct mspdi_element *parent, const char *name);

/* A new last child; NULL: no memory, also where parent is NULL. */
struct mspdi_element *mspdi_add(struct pmo_arena *arena, struct mspdi_element *parent,
				const char *name, const char *text);

/* The child's text becomes this one; NULL takes the child away. false: no memory. */
bool mspdi_put(struct pmo_arena *arena, struct mspdi_element *parent, const char *name,
	       const char *text);

/*
 * Writes the document in the order of Project's schema. What the schema does not have is
 * left out, but for what Project 2010 and later need to schedule: that comes last.
 */
void mspdi_xml_write(const struct mspdi_element *root, struct pmo_buffer *out);

/* Whether it is one of those. */
bool mspdi_is_addition(const struct mspdi_element *parent, const struct mspdi_element *child);

/* The names of an element's children in the schema's order, between blanks; NULL: a leaf. */
const char *mspdi_order_of(const char *path);

#endif

/*
 * XML of office documents, element by element: names without their prefix, no document type
 * (and so no entities of its own), limited depth. Namespaces differ between the strict and
 * the usual form of the same format, so the local names alone count.
 */
#ifndef EXCHANGE_XML_H
#define EXCHANGE_XML_H

#include "exchange/zip.h"

#include <pmo/buffer.h>

enum { XML_DEPTH_MAX = 64 };

struct xml_handler {
	/* attributes: name, value, name, value, NULL; other than PMO_OK ends the reading */
	enum pmo_result (*begin)(void *context, const char *name, const char **attributes);
	enum pmo_result (*end)(void *context, const char *name);
	/* may be NULL */
	enum pmo_result (*text)(void *context, const char *bytes, size_t length);
	void *context;
};

/* The value of an attribute by its local name, or NULL. */
const char *xml_attribute(const char **attributes, const char *name);

/* Reads an entry of an archive; PMO_INVALID with zip->why. */
PMO_CHECKED enum pmo_result xml_read_entry(struct zip *zip, const struct zip_entry *entry,
					   const struct xml_handler *handler);

#endif

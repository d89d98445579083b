/* Inside the library: what schema.c offers beyond <pmo/schema.h>. */
#ifndef RECORD_SCHEMA_H
#define RECORD_SCHEMA_H

#include <pmo/schema.h>

/* The field of this name that every register has, or NULL. */
const struct pmo_field *schema_common_field(const char *name);

#endif

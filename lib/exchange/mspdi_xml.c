/* Reading XML into a tree of elements. */
#include "exchange/mspdi_xml.h"

#include "base/map.h"
#include "exchange/expat_late.h"

#include <pmo/text.h>

#include <string.h>

struct reading {
	struct expat expat;
	XML_Parser parser;
	struct pmo_arena *arena;
	const struct pmo_source *source;
	struct pmo_diags *diags;
	struct mspdi_element *stack[MSPDI_DEPTH];
	size_t depth, count;
	struct mspdi_element *root;
	struct pmo_buffer text;
	struct map names;
	enum pmo_result result;
};

static void stop(struct reading *reading, enum pmo_result result)
{
	if (reading->result == PMO_OK)
		reading->result = result;
	(void)reading->expat.stop(reading->parser, XML_FALSE);
}

static void refuse(struct reading *reading, const char *message, const char *hint)
{
	XML_Index at = reading->expat.offset(reading->parser);
	struct pmo_place place = { .source = reading->source,
				   .offset = at > 0 ? (size_t)at : 0,
				   .length = 1 };
	if (reading->result != PMO_OK)
		return;
	if (place.offset > reading->source->length)
		place.offset = reading->source->length;
	pmo_diag_add(reading->diags, PMO_ERROR, "import-xml", &place, "%s", message);
	if (hint)
		pmo_diag_hint(reading->diags, "%s", hint);
	stop(reading, PMO_INVALID);
}

/* Names come thousands of times; "urn:x:Task" is Task. */
static const char *keep_name(struct reading *reading, const char *name)
{
	const char *colon = strrchr(name, ':');
	const char *kept = map_get(&reading->names, colon ? colon + 1 : name);
	if (kept)
		return kept;
	char *copy = pmo_arena_string(reading->arena, colon ? colon + 1 : name);
	return copy && map_put(&reading->names, copy, copy) == PMO_OK ? copy : NULL;
}

static void XMLCALL start(void *data, const XML_Char *name, const XML_Char **attributes)
{
	struct reading *reading = data;
	struct mspdi_element *parent = reading->depth ? reading->stack[reading->depth - 1] : NULL;
	(void)attributes;
	if (reading->depth == MSPDI_DEPTH || ++reading->count > MSPDI_ELEMENTS) {
		refuse(reading,
		       reading->depth == MSPDI_DEPTH ? "elements are nested more than 64 deep"
						     : "there are too many elements",
		       "a plan that Project saved as XML is not like that");
		return;
	}
	struct mspdi_element *element = pmo_arena_alloc(reading->arena, sizeof(*element));
	XML_Index at = reading->expat.offset(reading->parser);
	if (element)
		element->name = keep_name(reading, name);
	if (!element || !element->name) {
		stop(reading, PMO_NO_MEMORY);
		return;
	}
	element->text = "";
	element->offset = at > 0 ? (uint32_t)at : 0;
	if (!parent)
		reading->root = element;
	else if (parent->last)
		parent->last->next = element;
	else
		parent->first = element;
	if (parent)
		parent->last = element;
	reading->stack[reading->depth++] = element;
	pmo_buffer_clear(&reading->text);
}

static void XMLCALL end(void *data, const XML_Char *name)
{
	struct reading *reading = data;
	(void)name;
	if (!reading->depth)
		return;
	struct mspdi_element *element = reading->stack[--reading->depth];
	if (!element->first && reading->text.length)
		element->text =
			pmo_arena_copy(reading->arena, reading->text.data, reading->text.length);
	if (!element->text || reading->text.failed)
		stop(reading, PMO_NO_MEMORY);
	pmo_buffer_clear(&reading->text);
}

static void XMLCALL add_text(void *data, const XML_Char *text, int length)
{
	struct reading *reading = data;
	pmo_buffer_add(&reading->text, text, (size_t)length);
}

static void XMLCALL meet_doctype(void *data, const XML_Char *name, const XML_Char *system,
				 const XML_Char *public, int has_subset)
{
	(void)name;
	(void)system;
	(void)public;
	(void)has_subset;
	refuse(data, "a document type (DOCTYPE) is not read",
	       "Project writes none; save the plan as XML again");
}

static void prepare(struct reading *reading)
{
	reading->expat.set_data(reading->parser, reading);
	reading->expat.on_elements(reading->parser, start, end);
	reading->expat.on_text(reading->parser, add_text);
	reading->expat.on_doctype(reading->parser, meet_doctype);
}

static enum pmo_result parse(struct reading *reading)
{
	const struct pmo_source *source = reading->source;
	enum XML_Status status =
		reading->expat.parse(reading->parser, source->bytes, (int)source->length, XML_TRUE);
	if (status == XML_STATUS_ERROR && reading->result == PMO_OK) {
		enum XML_Error error = reading->expat.error(reading->parser);
		if (error == XML_ERROR_NO_MEMORY)
			return PMO_NO_MEMORY;
		char *message = pmo_arena_format(reading->arena, "this is no XML here: %s",
						 reading->expat.error_text(error));
		if (!message)
			return PMO_NO_MEMORY;
		refuse(reading, message, "in Project: File > Save As > XML");
	}
	return reading->result;
}

enum pmo_result mspdi_xml_read(struct pmo_arena *arena, const struct pmo_source *source,
			       struct pmo_diags *diags, struct mspdi_element **root)
{
	struct reading reading = {
		.arena = arena, .source = source, .diags = diags, .result = PMO_OK
	};
	struct pmo_place place = { .source = source };
	*root = NULL;
	if (source->length > MSPDI_BYTES) {
		pmo_diag_add(diags, PMO_ERROR, "import-xml", &place,
			     "the file is larger than 16 MiB");
		return PMO_INVALID;
	}
	if (expat_load(&reading.expat) != PMO_OK) {
		pmo_diag_add(diags, PMO_ERROR, "library-missing", &place, EXPAT_MISSING);
		return PMO_IO;
	}
	reading.parser = reading.expat.create(NULL);
	if (!reading.parser)
		return PMO_NO_MEMORY;
	map_init(&reading.names, arena);
	pmo_buffer_init(&reading.text, MSPDI_BYTES + 1);
	prepare(&reading);
	enum pmo_result result = parse(&reading);
	pmo_buffer_release(&reading.text);
	reading.expat.release(reading.parser);
	if (result == PMO_OK)
		*root = reading.root;
	return result == PMO_OK && !reading.root ? PMO_INVALID : result;
}

struct mspdi_element *mspdi_child(const struct mspdi_element *parent, const char *name)
{
	struct mspdi_element *child = parent ? parent->first : NULL;
	while (child && (child->is_gone || strcmp(child->name, name) != 0))
		child = child->next;
	return child;
}

struct mspdi_element *mspdi_next(const struct mspdi_element *element)
{
	struct mspdi_element *next = element->next;
	while (next && (next->is_gone || strcmp(next->name, element->name) != 0))
		next = next->next;
	return next;
}

const char *mspdi_text(const struct mspdi_element *parent, const char *name)
{
	const struct mspdi_element *child = mspdi_child(parent, name);
	return child && *child->text ? child->text : NULL;
}

struct mspdi_element *mspdi_add(struct pmo_arena *arena, struct mspdi_element *parent,
				const char *name, const char *text)
{
	struct mspdi_element *child = parent ? pmo_arena_alloc(arena, sizeof(*child)) : NULL;
	if (!child)
		return NULL;
	child->name = name;
	child->text = text ? text : "";
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
	return child;
}

bool mspdi_put(struct pmo_arena *arena, struct mspdi_element *parent, const char *name,
	       const char *text)
{
	struct mspdi_element *child = mspdi_child(parent, name);
	if (!child)
		return !text || mspdi_add(arena, parent, name, text);
	if (!text)
		child->is_gone = true;
	else
		child->text = text;
	return true;
}

/* expat, made to stop at the first fault and to tell it as a result. */
#include "exchange/xml.h"

#include "exchange/expat_late.h"

#include <string.h>

struct reader {
	struct expat expat;
	XML_Parser parser;
	const struct xml_handler *handler;
	size_t depth;
	enum pmo_result result; /* of the handler, or of our own limits */
};

static const char *local_name(const char *name)
{
	const char *colon = strrchr(name, ':');
	return colon ? colon + 1 : name;
}

const char *xml_attribute(const char **attributes, const char *name)
{
	for (size_t i = 0; attributes[i]; i += 2)
		if (strcmp(local_name(attributes[i]), name) == 0)
			return attributes[i + 1];
	return NULL;
}

static void settle(struct reader *reader, enum pmo_result result)
{
	if (result == PMO_OK)
		return;
	if (reader->result == PMO_OK)
		reader->result = result;
	reader->expat.stop(reader->parser, XML_FALSE);
}

static void XMLCALL on_begin(void *context, const XML_Char *name, const XML_Char **attributes)
{
	struct reader *reader = context;
	if (reader->result != PMO_OK)
		return;
	if (++reader->depth > XML_DEPTH_MAX)
		settle(reader, PMO_INVALID);
	else
		settle(reader, reader->handler->begin(reader->handler->context, local_name(name),
						      attributes));
}

static void XMLCALL on_end(void *context, const XML_Char *name)
{
	struct reader *reader = context;
	reader->depth--;
	if (reader->result == PMO_OK)
		settle(reader, reader->handler->end(reader->handler->context, local_name(name)));
}

static void XMLCALL on_text(void *context, const XML_Char *bytes, int length)
{
	struct reader *reader = context;
	if (reader->result == PMO_OK && reader->handler->text)
		settle(reader,
		       reader->handler->text(reader->handler->context, bytes, (size_t)length));
}

/* Office documents have none; entities that multiply come with one. */
static void XMLCALL on_document_type(void *context, const XML_Char *name, const XML_Char *system,
				     const XML_Char *public, int has_subset)
{
	(void)name;
	(void)system;
	(void)public;
	(void)has_subset;
	settle(context, PMO_INVALID);
}

static enum pmo_result parse(struct reader *reader, const char *bytes, size_t length, bool is_last)
{
	if (reader->expat.parse(reader->parser, bytes, (int)length, is_last) == XML_STATUS_OK)
		return PMO_OK;
	if (reader->result != PMO_OK)
		return reader->result;
	return reader->expat.error(reader->parser) == XML_ERROR_NO_MEMORY ? PMO_NO_MEMORY
									  : PMO_INVALID;
}

static enum pmo_result take_piece(void *context, const char *bytes, size_t length)
{
	enum { AT_ONCE = 1 << 20 };
	enum pmo_result result = PMO_OK;
	while (length && result == PMO_OK) {
		size_t part = length < AT_ONCE ? length : AT_ONCE;
		result = parse(context, bytes, part, false);
		bytes += part;
		length -= part;
	}
	return result;
}

enum pmo_result xml_read_entry(struct zip *zip, const struct zip_entry *entry,
			       const struct xml_handler *handler)
{
	struct reader reader = { .handler = handler };
	struct zip_taker taker = { .take = take_piece, .context = &reader };
	zip->why = EXPAT_MISSING;
	if (expat_load(&reader.expat) != PMO_OK)
		return PMO_UNSUPPORTED;
	reader.parser = reader.expat.create(NULL);
	if (!reader.parser)
		return PMO_NO_MEMORY;
	reader.expat.set_data(reader.parser, &reader);
	reader.expat.on_elements(reader.parser, on_begin, on_end);
	reader.expat.on_text(reader.parser, on_text);
	reader.expat.on_doctype(reader.parser, on_document_type);
	zip->why = NULL;
	enum pmo_result result = zip_read(zip, entry, &taker);
	if (result == PMO_OK)
		result = parse(&reader, "", 0, true);
	reader.expat.release(reader.parser);
	if (result == PMO_INVALID && !zip->why)
		zip->why = "a part of it is no XML as workbooks have it";
	return result;
}

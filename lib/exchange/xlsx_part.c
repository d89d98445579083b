/* The parts that the cells of all sheets refer to: styles and shared texts. */
#include "exchange/xlsx.h"
#include "exchange/xml.h"

#include <pmo/text.h>

#include <string.h>

enum { ESCAPE = 7, FORMATS_MAX = 10000 }; /* _x000D_ */

static int hex_of(char c)
{
	c = pmo_ascii_to_lower(c);
	if (pmo_ascii_is_digit(c))
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The character that `_xHHHH_` stands for, or -1. */
static int32_t escaped(const char *text, size_t length)
{
	int32_t character = 0;
	if (length < ESCAPE || text[0] != '_' || text[1] != 'x' || text[6] != '_')
		return -1;
	for (size_t i = 2; i < 6; i++) {
		int digit = hex_of(text[i]);
		if (digit < 0)
			return -1;
		character = character * 16 + digit;
	}
	return character;
}

void xlsx_add_text(struct pmo_buffer *out, const char *text, size_t length)
{
	for (size_t i = 0; i < length;) {
		int32_t character = escaped(text + i, length - i);
		bool pair = character >= 0xd800 && character <= 0xdfff;
		if (character < 0 || pair) {
			const char *next = memchr(text + i + 1, '_', length - i - 1);
			size_t end = next ? (size_t)(next - text) : length;
			pmo_buffer_add(out, text + i, end - i);
			i = end;
			continue;
		}
		/* Line ends are one character; other controls are nothing to keep. */
		if (character == '\n' || character == '\t' || character >= 0x20)
			pmo_text_add_character(out, (uint32_t)character);
		i += ESCAPE;
	}
}

/* Texts in pieces: <si><t>..</t></si>, <si><r><t>..</t></r>...</si>, readings left out. */
struct strings_reader {
	struct pmo_arena *arena;
	struct xlsx_strings *strings;
	struct pmo_buffer text;
	bool is_text, is_reading;
};

static enum pmo_result begin_string(void *context, const char *name, const char **attributes)
{
	struct strings_reader *reader = context;
	(void)attributes;
	if (strcmp(name, "si") == 0)
		pmo_buffer_truncate(&reader->text, 0);
	reader->is_reading |= strcmp(name, "rPh") == 0;
	reader->is_text = strcmp(name, "t") == 0 && !reader->is_reading;
	return PMO_OK;
}

static enum pmo_result add_string(struct strings_reader *reader)
{
	struct xlsx_strings *strings = reader->strings;
	struct pmo_buffer plain;
	if (strings->count == XLSX_STRINGS_MAX)
		return PMO_INVALID;
	const char **items = pmo_arena_grow(reader->arena, strings->items, strings->count,
					    &strings->capacity, sizeof(*items));
	if (!items)
		return PMO_NO_MEMORY;
	pmo_buffer_init(&plain, XLSX_TEXT_MAX);
	xlsx_add_text(&plain, reader->text.data, reader->text.length);
	items[strings->count] = pmo_arena_copy(reader->arena, plain.data, plain.length);
	bool fine = items[strings->count] && !plain.failed;
	pmo_buffer_release(&plain);
	strings->items = items;
	strings->count++;
	return fine ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result end_string(void *context, const char *name)
{
	struct strings_reader *reader = context;
	reader->is_text = false;
	if (strcmp(name, "rPh") == 0)
		reader->is_reading = false;
	return strcmp(name, "si") == 0 ? add_string(reader) : PMO_OK;
}

static enum pmo_result take_string(void *context, const char *bytes, size_t length)
{
	struct strings_reader *reader = context;
	if (!reader->is_text)
		return PMO_OK;
	if (reader->text.length + length > XLSX_TEXT_MAX / 2)
		return PMO_INVALID;
	pmo_buffer_add(&reader->text, bytes, length);
	return reader->text.failed ? PMO_NO_MEMORY : PMO_OK;
}

enum pmo_result xlsx_read_strings(struct zip *zip, const char *part, struct pmo_arena *arena,
				  struct xlsx_strings *strings)
{
	struct strings_reader reader = { .arena = arena, .strings = strings };
	struct xml_handler handler = { begin_string, end_string, take_string, &reader };
	const struct zip_entry *entry = part ? zip_find(zip, part) : NULL;
	if (!entry)
		return PMO_OK;
	pmo_buffer_init(&reader.text, XLSX_TEXT_MAX);
	enum pmo_result result = xml_read_entry(zip, entry, &handler);
	pmo_buffer_release(&reader.text);
	return result;
}

struct format {
	long id;
	enum xlsx_kind kind;
};

struct styles_reader {
	struct pmo_arena *arena;
	struct xlsx_styles *styles;
	struct format *formats;
	size_t format_count, format_capacity;
	bool is_of_cells; /* inside cellXfs; cellStyleXfs are others */
};

static enum pmo_result add_format(struct styles_reader *reader, const char **attributes)
{
	const char *code = xml_attribute(attributes, "formatCode");
	long id = xlsx_number_of(xml_attribute(attributes, "numFmtId"));
	if (!code || id < 0 || reader->format_count == FORMATS_MAX)
		return PMO_OK;
	struct format *formats =
		pmo_arena_grow(reader->arena, reader->formats, reader->format_count,
			       &reader->format_capacity, sizeof(*formats));
	if (!formats)
		return PMO_NO_MEMORY;
	reader->formats = formats;
	formats[reader->format_count++] = (struct format){ id, xlsx_format_kind(code) };
	return PMO_OK;
}

static enum pmo_result add_style(struct styles_reader *reader, const char **attributes)
{
	struct xlsx_styles *styles = reader->styles;
	long id = xlsx_number_of(xml_attribute(attributes, "numFmtId"));
	enum xlsx_kind kind = xlsx_builtin_kind(id);
	if (styles->count == XLSX_STYLES_MAX)
		return PMO_INVALID;
	for (size_t i = 0; i < reader->format_count; i++)
		if (reader->formats[i].id == id)
			kind = reader->formats[i].kind;
	unsigned char *kinds = pmo_arena_grow(reader->arena, styles->kinds, styles->count,
					      &styles->capacity, sizeof(*kinds));
	if (!kinds)
		return PMO_NO_MEMORY;
	styles->kinds = kinds;
	kinds[styles->count++] = (unsigned char)kind;
	return PMO_OK;
}

static enum pmo_result begin_style(void *context, const char *name, const char **attributes)
{
	struct styles_reader *reader = context;
	if (strcmp(name, "cellXfs") == 0)
		reader->is_of_cells = true;
	if (strcmp(name, "numFmt") == 0)
		return add_format(reader, attributes);
	return strcmp(name, "xf") == 0 && reader->is_of_cells ? add_style(reader, attributes)
							      : PMO_OK;
}

static enum pmo_result end_style(void *context, const char *name)
{
	struct styles_reader *reader = context;
	if (strcmp(name, "cellXfs") == 0)
		reader->is_of_cells = false;
	return PMO_OK;
}

enum pmo_result xlsx_read_styles(struct zip *zip, const char *part, struct pmo_arena *arena,
				 struct xlsx_styles *styles)
{
	struct styles_reader reader = { .arena = arena, .styles = styles };
	struct xml_handler handler = { begin_style, end_style, NULL, &reader };
	const struct zip_entry *entry = part ? zip_find(zip, part) : NULL;
	return entry ? xml_read_entry(zip, entry, &handler) : PMO_OK;
}

/*
 * Reading CSV: the whole file is brought to UTF-8, then cut into cells in one pass.
 *
 * The cells' text is written one after the other into a block of the file's size:
 * a cell is never longer than its source, and the delimiter or line end after it
 * leaves room for the NUL.
 */
#include "base/cp1252.h"

#include <pmo/csv.h>
#include <pmo/text.h>

#include <string.h>

enum {
	RAGGED_SHOWN = 10, /* warnings; the rest is one more */
	CR = '\r',
	LF = '\n',
};

struct parser {
	struct pmo_arena *arena;
	struct pmo_csv *csv;
	struct pmo_diags *diags;
	const char *at, *end;
	char *to; /* where the next cell's text goes */
	size_t line;
	const char **cells; /* of all records */
	size_t cell_count, cell_capacity, record_capacity;
};

const char *pmo_csv_encoding_name(enum pmo_csv_encoding encoding)
{
	static const char *const names[] = { "UTF-8", "ISO-8859-1", "Windows-1252" };
	return names[encoding];
}

static enum pmo_result reject(struct pmo_diags *diags, const struct pmo_source *source,
			      size_t offset, const char *code, const char *message)
{
	struct pmo_place place = { .source = source, .offset = offset };
	pmo_diag_add(diags, PMO_ERROR, code, &place, "%s", message);
	return PMO_INVALID;
}

/* A source with the text as UTF-8; every byte of it is one character in Windows-1252. */
static const struct pmo_source *convert(struct pmo_arena *arena, const struct pmo_source *source,
					enum pmo_csv_encoding *encoding)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, (size_t)PMO_CSV_BYTES_MAX * 3);
	*encoding = PMO_CSV_LATIN1;
	for (size_t i = 0; i < source->length; i++) {
		unsigned char c = (unsigned char)source->bytes[i];
		if (c >= 0x80 && c <= 0x9f)
			*encoding = PMO_CSV_WINDOWS1252;
		if (c < 0x80)
			pmo_buffer_add_char(&text, (char)c);
		else
			pmo_text_add_character(&text, cp1252_character(c));
	}
	struct pmo_source *converted = pmo_arena_alloc(arena, sizeof(*converted));
	char *bytes = text.failed ? NULL : pmo_arena_copy(arena, text.data, text.length);
	if (converted && bytes) {
		*converted = *source;
		converted->bytes = bytes;
		converted->length = text.length;
	}
	pmo_buffer_release(&text);
	return bytes ? converted : NULL;
}

static enum pmo_result to_utf8(struct pmo_arena *arena, const struct pmo_source *source,
			       struct pmo_csv *csv, struct pmo_diags *diags)
{
	const char *bytes = source->bytes;
	csv->source = source;
	if (source->length > PMO_CSV_BYTES_MAX)
		return reject(diags, source, 0, "csv-size", "more than 16 MiB; split the file");
	if (source->length >= 2 &&
	    (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0))
		return reject(diags, source, 0, "csv-binary",
			      "text is UTF-16; save it as CSV UTF-8");
	const char *nul = source->length ? memchr(bytes, '\0', source->length) : NULL;
	if (nul)
		return reject(diags, source, (size_t)(nul - bytes), "csv-binary",
			      "a NUL byte; this is no text file");
	csv->bom = source->length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0;
	if (pmo_text_is_utf8(bytes, source->length, NULL))
		return PMO_OK;
	csv->bom = false;
	csv->source = convert(arena, source, &csv->encoding);
	return csv->source ? PMO_OK : PMO_NO_MEMORY;
}

/* Over one line end, if there is one here. */
static bool skip_line_end(struct parser *parser)
{
	const char *start = parser->at;
	if (parser->at < parser->end && *parser->at == CR)
		parser->at++;
	if (parser->at < parser->end && *parser->at == LF)
		parser->at++;
	parser->line += parser->at > start;
	return parser->at > start;
}

/* Excel's own line: `sep=;` names the delimiter and is no record. */
static void read_separator_line(struct parser *parser)
{
	const char *at = parser->at;
	bool has_line = parser->end - at >= 6 && memcmp(at, "sep=", 4) == 0 &&
			(at[5] == CR || at[5] == LF) && at[4] != '"' && at[4] != CR && at[4] != LF;
	if (!has_line || (unsigned char)at[4] >= 0x80)
		return;
	if (!parser->csv->delimiter)
		parser->csv->delimiter = at[4];
	parser->at += 5;
	skip_line_end(parser);
}

/* The delimiter that occurs most in the first line, outside quotes; a comma when none does. */
static char sniff(const char *at, const char *end)
{
	static const char candidates[] = ",;\t|";
	size_t counts[sizeof(candidates) - 1] = { 0 };
	bool quoted = false, begun = false;
	for (; at < end; at++) {
		bool line_end = *at == LF || *at == CR;
		if (line_end && begun && !quoted)
			break;
		begun = begun || !line_end;
		quoted = quoted != (*at == '"');
		const char *found = quoted ? NULL : strchr(candidates, *at);
		if (found)
			counts[found - candidates]++;
	}
	size_t best = 0;
	for (size_t i = 1; i < sizeof(counts) / sizeof(counts[0]); i++) {
		if (counts[i] > counts[best])
			best = i;
	}
	return candidates[best];
}

static void put(struct parser *parser, const char *bytes, size_t length)
{
	memmove(parser->to, bytes, length);
	parser->to += length;
}

static bool ends_cell(const struct parser *parser)
{
	return parser->at == parser->end || *parser->at == parser->csv->delimiter ||
	       *parser->at == CR || *parser->at == LF;
}

static void read_plain(struct parser *parser)
{
	const char *start = parser->at;
	while (!ends_cell(parser))
		parser->at++;
	put(parser, start, (size_t)(parser->at - start));
}

static void count_lines(struct parser *parser, const char *at, const char *end)
{
	for (; at < end; at++)
		parser->line += *at == LF || (*at == CR && !(at + 1 < end && at[1] == LF));
}

/* From after the opening quote. What stands between the closing one and the delimiter is kept. */
static enum pmo_result read_quoted(struct parser *parser)
{
	const char *opening = parser->at - 1;
	for (;;) {
		const char *quote = memchr(parser->at, '"', (size_t)(parser->end - parser->at));
		if (!quote) {
			const struct pmo_source *source = parser->csv->source;
			return reject(parser->diags, source, (size_t)(opening - source->bytes),
				      "csv-quote", "this quote is never closed");
		}
		count_lines(parser, parser->at, quote);
		put(parser, parser->at, (size_t)(quote - parser->at));
		parser->at = quote + 1;
		if (parser->at == parser->end || *parser->at != '"')
			break;
		put(parser, parser->at++, 1);
	}
	char *tail = parser->to;
	read_plain(parser);
	if (tail + strspn(tail, " ") >= parser->to)
		parser->to = tail; /* blanks after the quote are layout */
	return PMO_OK;
}

static enum pmo_result read_cell(struct parser *parser)
{
	const char **cells = pmo_arena_grow(parser->arena, parser->cells, parser->cell_count,
					    &parser->cell_capacity, sizeof(*cells));
	if (!cells)
		return PMO_NO_MEMORY;
	parser->cells = cells;
	cells[parser->cell_count++] = parser->to;
	const char *start = parser->at;
	while (parser->at < parser->end && *parser->at == ' ' && parser->csv->delimiter != ' ')
		parser->at++;
	enum pmo_result result = PMO_OK;
	if (parser->at < parser->end && *parser->at == '"') {
		parser->at++;
		result = read_quoted(parser);
	} else {
		parser->at = start;
		read_plain(parser);
	}
	*parser->to++ = '\0';
	return result;
}

static enum pmo_result read_record(struct parser *parser)
{
	struct pmo_csv *csv = parser->csv;
	if (csv->count == PMO_CSV_RECORDS_MAX)
		return reject(parser->diags, csv->source, (size_t)(parser->at - csv->source->bytes),
			      "csv-size", "more than 1,000,000 records; split the file");
	struct pmo_csv_record *records = pmo_arena_grow(parser->arena, csv->records, csv->count,
							&parser->record_capacity, sizeof(*records));
	if (!records)
		return PMO_NO_MEMORY;
	csv->records = records;
	struct pmo_csv_record *record = &records[csv->count++];
	record->line = parser->line;
	record->offset = (size_t)(parser->at - csv->source->bytes);
	record->count = 0;
	for (;;) {
		enum pmo_result result = read_cell(parser);
		if (result != PMO_OK)
			return result;
		if (++record->count > PMO_CSV_COLUMNS_MAX)
			return reject(parser->diags, csv->source, record->offset, "csv-columns",
				      "more than 10,000 cells in one record");
		if (parser->at == parser->end || *parser->at != csv->delimiter)
			break;
		parser->at++;
	}
	skip_line_end(parser);
	return PMO_OK;
}

/* Fewer cells than the header, or more of them with something in them. */
static bool is_ragged(const struct pmo_csv_record *record, size_t columns)
{
	for (size_t i = columns; i < record->count; i++) {
		if (*record->cells[i])
			return true;
	}
	return record->count < columns;
}

static void report_ragged(struct pmo_csv *csv, struct pmo_diags *diags)
{
	struct pmo_place place = { .source = csv->source };
	size_t columns = csv->records[0].count;
	for (size_t i = 1; i < csv->count; i++) {
		const struct pmo_csv_record *record = &csv->records[i];
		if (!is_ragged(record, columns) || ++csv->ragged > RAGGED_SHOWN)
			continue;
		place.offset = record->offset;
		pmo_diag_add(diags, PMO_WARNING, "csv-ragged", &place,
			     "%zu cells where the header has %zu", record->count, columns);
	}
	if (csv->ragged > RAGGED_SHOWN)
		pmo_diag_add(diags, PMO_WARNING, "csv-ragged", &place,
			     "%zu more records with too few or too many cells",
			     csv->ragged - RAGGED_SHOWN);
}

static enum pmo_result read_records(struct parser *parser)
{
	struct pmo_csv *csv = parser->csv;
	read_separator_line(parser);
	if (!csv->delimiter)
		csv->delimiter = sniff(parser->at, parser->end);
	while (parser->at < parser->end) {
		if (skip_line_end(parser))
			continue;
		enum pmo_result result = read_record(parser);
		if (result != PMO_OK)
			return result;
	}
	const char **cells = parser->cells;
	for (size_t i = 0; i < csv->count; i++) {
		csv->records[i].cells = cells;
		cells += csv->records[i].count;
	}
	if (csv->count)
		report_ragged(csv, parser->diags);
	return PMO_OK;
}

enum pmo_result pmo_csv_read(struct pmo_arena *arena, const struct pmo_source *source,
			     char delimiter, struct pmo_csv *csv, struct pmo_diags *diags)
{
	memset(csv, 0, sizeof(*csv));
	csv->delimiter = delimiter;
	enum pmo_result result = to_utf8(arena, source, csv, diags);
	if (result != PMO_OK || !csv->source->length)
		return result;
	struct parser parser = { .arena = arena, .csv = csv, .diags = diags };
	parser.at = csv->source->bytes + (csv->bom ? 3 : 0);
	parser.end = csv->source->bytes + csv->source->length;
	parser.line = csv->source->first_line + 1;
	parser.to = pmo_arena_alloc(arena, csv->source->length + 1);
	if (!parser.to)
		return PMO_NO_MEMORY;
	result = read_records(&parser);
	if (result != PMO_OK)
		csv->count = 0;
	return result;
}

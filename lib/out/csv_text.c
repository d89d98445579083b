/* Writing CSV: RFC 4180, and a guard against cells that a spreadsheet would run. */
#include <pmo/csv.h>
#include <pmo/text.h>

#include <string.h>

void pmo_csv_writer_init(struct pmo_csv_writer *writer, struct pmo_buffer *out)
{
	memset(writer, 0, sizeof(*writer));
	writer->out = out;
	writer->delimiter = ',';
	writer->guard = true;
}

/* A plain number with a sign is data, not a formula: -12.50, +3. */
static bool is_signed_number(const char *text)
{
	size_t digits = 0, points = 0;
	for (text++; *text; text++) {
		digits += pmo_ascii_is_digit(*text);
		points += *text == '.' || *text == ',';
		if (!pmo_ascii_is_digit(*text) && *text != '.' && *text != ',')
			return false;
	}
	return digits > 0 && points <= 1;
}

static bool is_formula(const char *text)
{
	switch (text[0]) {
	case '=':
	case '@':
	case '\t':
	case '\r':
		return true;
	case '+':
	case '-':
		return !is_signed_number(text);
	default:
		return false;
	}
}

static bool needs_quotes(const struct pmo_csv_writer *writer, const char *text)
{
	static const char byte_order_mark[] = "\xef\xbb\xbf";
	const char special[] = { writer->delimiter, '"', '\n', '\r', '\0' };
	size_t length = strlen(text);
	if (!length)
		return false;
	return text[strcspn(text, special)] || text[0] == ' ' || text[length - 1] == ' ' ||
	       strncmp(text, byte_order_mark, 3) == 0 || strncmp(text, "sep=", 4) == 0;
}

void pmo_csv_add_cell(struct pmo_csv_writer *writer, const char *text)
{
	struct pmo_buffer *out = writer->out;
	bool guarded = writer->guard && is_formula(text);
	if (writer->cell_written)
		pmo_buffer_add_char(out, writer->delimiter);
	writer->only_empty = !writer->cell_written && !*text;
	writer->cell_written = true;
	if (!needs_quotes(writer, text)) {
		if (guarded)
			pmo_buffer_add_char(out, '\'');
		pmo_buffer_add_text(out, text);
		return;
	}
	pmo_buffer_add_text(out, guarded ? "\"'" : "\"");
	for (const char *quote; (quote = strchr(text, '"')) != NULL; text = quote + 1) {
		pmo_buffer_add(out, text, (size_t)(quote - text) + 1);
		pmo_buffer_add_char(out, '"');
	}
	pmo_buffer_add_text(out, text);
	pmo_buffer_add_char(out, '"');
}

void pmo_csv_end_record(struct pmo_csv_writer *writer)
{
	if (writer->only_empty)
		pmo_buffer_add_text(writer->out, "\"\"");
	pmo_buffer_add_text(writer->out, writer->crlf ? "\r\n" : "\n");
	writer->cell_written = false;
	writer->only_empty = false;
}

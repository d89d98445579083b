/* Diagnostics are a list in an arena, in the order in which they were found. */
#include <pmo/diag.h>
#include <pmo/text.h>

#include <string.h>

void pmo_diags_init(struct pmo_diags *diags, struct pmo_arena *arena)
{
	memset(diags, 0, sizeof(*diags));
	diags->arena = arena;
}

void pmo_diag_add(struct pmo_diags *diags, enum pmo_severity severity, const char *code,
		  const struct pmo_place *place, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *message = pmo_arena_vformat(diags->arena, format, args);
	va_end(args);
	diags->count[severity]++;
	struct pmo_diag *diag = pmo_arena_alloc(diags->arena, sizeof(*diag));
	if (!diag || !message) {
		diags->lost = true;
		return;
	}
	diag->severity = severity;
	diag->code = code;
	diag->message = message;
	if (place) {
		diag->source = place->source;
		diag->offset = place->offset;
		diag->length = place->length;
		diag->subject = place->subject;
	}
	if (diags->last)
		diags->last->next = diag;
	else
		diags->first = diag;
	diags->last = diag;
}

void pmo_diag_hint(struct pmo_diags *diags, const char *format, ...)
{
	if (!diags->last)
		return;
	va_list args;
	va_start(args, format);
	diags->last->hint = pmo_arena_vformat(diags->arena, format, args);
	va_end(args);
}

const char *pmo_severity_name(enum pmo_severity severity)
{
	static const char *const names[] = { "advice", "warning", "error" };
	return names[severity];
}

static size_t line_start(const struct pmo_source *source, size_t offset)
{
	while (offset > 0 && source->bytes[offset - 1] != '\n')
		offset--;
	return offset;
}

static bool is_continuation(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

void pmo_source_locate(const struct pmo_source *source, size_t offset, size_t *line, size_t *column)
{
	*line = source->first_line + 1;
	*column = 1;
	if (!source->bytes)
		return;
	if (offset > source->length)
		offset = source->length;
	size_t ends = 0;
	for (size_t i = 0; i < offset; i++)
		ends += source->bytes[i] == '\n';
	*line += ends;
	size_t start = line_start(source, offset);
	if (start == 0 && offset >= 3 && memcmp(source->bytes, "\xef\xbb\xbf", 3) == 0)
		start = 3; /* a byte order mark is no column */
	for (size_t i = start; i < offset; i++)
		*column += !is_continuation(source->bytes[i]);
}

enum { EXCERPT_WIDTH = 72 }; /* characters of a source line that are worth showing */

/* The source line around the offset, and a caret under it. */
static void format_excerpt(const struct pmo_diag *diag, struct pmo_buffer *out)
{
	const struct pmo_source *source = diag->source;
	size_t offset = diag->offset < source->length ? diag->offset : source->length;
	size_t start = line_start(source, offset);
	size_t end = offset;
	while (end < source->length && source->bytes[end] != '\n' && source->bytes[end] != '\r')
		end++;
	if (offset - start > EXCERPT_WIDTH) {
		start = offset - EXCERPT_WIDTH / 2;
		while (start < offset && is_continuation(source->bytes[start]))
			start++;
	}
	if (end - start > EXCERPT_WIDTH) {
		end = start + EXCERPT_WIDTH;
		while (end > start && end < source->length && is_continuation(source->bytes[end]))
			end--;
	}
	if (end == start)
		return;
	pmo_buffer_add_text(out, "    ");
	pmo_text_add_visible(out, source->bytes + start, end - start);
	pmo_buffer_add_text(out, "\n    ");
	struct pmo_buffer before;
	pmo_buffer_init(&before, out->limit);
	pmo_text_add_visible(&before, source->bytes + start, offset - start);
	pmo_buffer_add_repeat(out, ' ', pmo_text_width(before.data));
	pmo_buffer_release(&before);
	pmo_buffer_add_text(out, "^\n");
}

void pmo_diag_format(const struct pmo_diag *diag, bool excerpt, struct pmo_buffer *out)
{
	const struct pmo_source *source = diag->source;
	if (source) {
		pmo_text_add_visible(out, source->path, strlen(source->path));
		if (source->bytes) {
			size_t line, column;
			pmo_source_locate(source, diag->offset, &line, &column);
			pmo_buffer_add_format(out, ":%zu:%zu", line, column);
		}
		pmo_buffer_add_text(out, ": ");
	}
	pmo_buffer_add_format(out, "%s: ", pmo_severity_name(diag->severity));
	pmo_text_add_visible(out, diag->message, strlen(diag->message));
	if (diag->code)
		pmo_buffer_add_format(out, " [%s]", diag->code);
	pmo_buffer_add_char(out, '\n');
	if (excerpt && source && source->bytes)
		format_excerpt(diag, out);
	if (excerpt && diag->hint) {
		pmo_buffer_add_text(out, "hint: ");
		pmo_text_add_visible(out, diag->hint, strlen(diag->hint));
		pmo_buffer_add_char(out, '\n');
	}
}

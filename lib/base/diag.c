/* Diagnostics are a list in an arena, in the order in which they were found. */
#include <pmo/diag.h>
#include <pmo/text.h>

#include <stdlib.h>
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

static size_t count_lines(const struct pmo_source *source, size_t from, size_t to)
{
	size_t ends = 0;
	for (size_t i = from; i < to; i++)
		ends += source->bytes[i] == '\n';
	return ends;
}

static size_t column_of(const struct pmo_source *source, size_t offset)
{
	size_t start = line_start(source, offset), column = 1;
	if (start == 0 && offset >= 3 && memcmp(source->bytes, "\xef\xbb\xbf", 3) == 0)
		start = 3; /* a byte order mark is no column */
	for (size_t i = start; i < offset; i++)
		column += !is_continuation(source->bytes[i]);
	return column;
}

void pmo_source_locate(const struct pmo_source *source, size_t offset, size_t *line, size_t *column)
{
	*line = source->first_line + 1;
	*column = 1;
	if (!source->bytes)
		return;
	if (offset > source->length)
		offset = source->length;
	*line += count_lines(source, 0, offset);
	*column = column_of(source, offset);
}

static bool has_place(const struct pmo_diag *diag)
{
	return diag->source && diag->source->bytes;
}

/* By their texts, and then as they stand in them. */
static int compare_places(const void *left, const void *right)
{
	const struct pmo_diag *a = *(const struct pmo_diag *const *)left;
	const struct pmo_diag *b = *(const struct pmo_diag *const *)right;
	uintptr_t first = (uintptr_t)a->source->bytes, second = (uintptr_t)b->source->bytes;
	if (first != second)
		return first < second ? -1 : 1;
	return (a->offset > b->offset) - (a->offset < b->offset);
}

void pmo_diags_locate(struct pmo_diags *diags)
{
	size_t count = 0;
	for (const struct pmo_diag *diag = diags->first; diag; diag = diag->next)
		count += has_place(diag);
	struct pmo_diag **sorted = pmo_arena_array(diags->arena, count, sizeof(*sorted));
	if (!sorted || !count)
		return;
	count = 0;
	for (struct pmo_diag *diag = diags->first; diag; diag = diag->next)
		if (has_place(diag))
			sorted[count++] = diag;
	qsort(sorted, count, sizeof(*sorted), compare_places);
	size_t at = 0, lines = 0;
	for (size_t i = 0; i < count; i++) {
		const struct pmo_source *source = sorted[i]->source;
		size_t offset =
			sorted[i]->offset < source->length ? sorted[i]->offset : source->length;
		if (!i || sorted[i - 1]->source->bytes != source->bytes)
			at = lines = 0;
		lines += count_lines(source, at, offset);
		at = offset;
		sorted[i]->line = source->first_line + 1 + lines;
		sorted[i]->column = column_of(source, offset);
	}
}

void pmo_diag_position(const struct pmo_diag *diag, size_t *line, size_t *column)
{
	*line = diag->line;
	*column = diag->column;
	if (!*line)
		pmo_source_locate(diag->source, diag->offset, line, column);
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
			pmo_diag_position(diag, &line, &column);
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

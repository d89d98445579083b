/*
 * Several records in one text: each under its id, files indented by two blanks below it.
 * Splitting goes by the lines that begin with an id at the left margin, so that what is
 * between them comes back byte for byte.
 */
#include "register_edit.h"

#include <pmo/text.h>

#include <string.h>

static void add_indented(struct pmo_buffer *out, const char *text)
{
	while (*text) {
		size_t length = strcspn(text, "\n");
		if (length && !(length == 1 && *text == '\r'))
			pmo_buffer_add_text(out, "  ");
		length += text[length] == '\n';
		pmo_buffer_add(out, text, length);
		text += length;
	}
}

static void add_ended(struct pmo_buffer *out)
{
	if (out->length && out->data[out->length - 1] != '\n')
		pmo_buffer_add_char(out, '\n');
}

char *edit_join(struct pmo_arena *arena, const struct edit_pieces *pieces)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	if (pieces->count == 1) {
		pmo_buffer_add_text(&text, pieces->items[0].base);
	} else {
		pmo_buffer_add_text(&text,
				    "# Change what you like, save and close. A record taken away "
				    "here stays as it is;\n# an empty file changes nothing.\n");
		for (size_t i = 0; i < pieces->count; i++) {
			const struct edit_piece *piece = &pieces->items[i];
			if (piece->is_whole_file) {
				pmo_buffer_add_format(&text, "%s:\n", piece->key);
				add_indented(&text, piece->base);
			} else {
				pmo_buffer_add_text(&text, piece->base);
			}
			add_ended(&text);
		}
	}
	char *copy = text.failed ? NULL : pmo_arena_copy(arena, text.data, text.length);
	pmo_buffer_release(&text);
	return copy;
}

/* The piece whose key this line is, at the left margin. */
static struct edit_piece *piece_of_line(struct edit_pieces *pieces, const char *line)
{
	for (size_t i = 0; i < pieces->count; i++) {
		size_t length = strlen(pieces->items[i].key);
		if (strncmp(line, pieces->items[i].key, length) == 0 && line[length] == ':')
			return &pieces->items[i];
	}
	return NULL;
}

static bool is_stray(const char *line)
{
	return *line != '#' && *line != ' ' && *line != '\n' && *line != '\r' && *line;
}

/* The lines of one piece, from behind its key for a whole file. */
static char *cut(struct pmo_arena *arena, const struct edit_piece *piece, const char *from,
		 const char *to)
{
	if (!piece->is_whole_file)
		return pmo_arena_copy(arena, from, (size_t)(to - from));
	char *text = pmo_arena_alloc(arena, (size_t)(to - from) + 1);
	size_t length = 0;
	from += strcspn(from, "\n");
	from += *from == '\n';
	while (text && from < to) {
		size_t rest = strcspn(from, "\n") + 1, skip = strncmp(from, "  ", 2) == 0 ? 2 : 0;
		if (rest > (size_t)(to - from))
			rest = (size_t)(to - from);
		memcpy(text + length, from + skip, rest - skip);
		length += rest - skip;
		from += rest;
	}
	return text;
}

static const char *next_line(const char *line)
{
	line += strcspn(line, "\n");
	return line + (*line == '\n');
}

enum pmo_result edit_split(struct pmo_arena *arena, struct edit_pieces *pieces, const char *text,
			   bool base)
{
	if (pieces->count == 1) {
		if (base)
			pieces->items[0].base = text;
		else
			pieces->items[0].typed = text;
		return PMO_OK;
	}
	struct edit_piece *piece = NULL;
	const char *from = text, *line = text;
	for (size_t number = 1;; number++) {
		struct edit_piece *next = *line ? piece_of_line(pieces, line) : NULL;
		if (!next && is_stray(line)) {
			cli_say("line %zu of the text belongs to no record that is edited", number);
			return PMO_INVALID;
		}
		if (piece && (next || !*line)) {
			char *own = cut(arena, piece, from, line);
			if (!own)
				return PMO_NO_MEMORY;
			if (base)
				piece->base = own;
			else
				piece->typed = own;
		}
		if (next) {
			piece = next;
			from = line;
		}
		if (!*line)
			return PMO_OK;
		line = next_line(line);
	}
}

/*
 * Word processors differ in what they make of SVG, and LibreOffice shows none of what pandoc
 * embeds; PNG they all know. The pictures have twice the dots, for paper.
 */
#include "cli/figures.h"

#include "cli/environment.h"
#include "cli/spawn.h"

#include <string.h>
#include <unistd.h>

static const char before[] = "src=\"data:image/svg+xml;base64,";

static unsigned digit_of(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (unsigned)(c - 'A');
	if (c >= 'a' && c <= 'z')
		return (unsigned)(c - 'a') + 26;
	if (c >= '0' && c <= '9')
		return (unsigned)(c - '0') + 52;
	return c == '+' ? 62 : 63;
}

static void add_decoded(const char *text, size_t length, struct pmo_buffer *out)
{
	unsigned long bits = 0;
	unsigned have = 0;
	for (size_t i = 0; i < length && text[i] != '='; i++) {
		bits = (bits << 6 | digit_of(text[i])) & 0xffffU;
		have += 6;
		if (have < 8)
			continue;
		have -= 8;
		pmo_buffer_add_char(out, (char)(unsigned char)(bits >> have & 0xffU));
	}
}

static bool draw(const char *program, const struct pmo_buffer *svg, const char *path)
{
	const char *words[] = { program, "--zoom=2", "--output", path, NULL };
	struct spawn spawn = {
		.words = words,
		.input = svg->data,
		.input_length = svg->length,
	};
	return spawn_run(&spawn) && spawn.status == 0 && access(path, R_OK) == 0;
}

struct figures {
	struct cli *cli;
	const char *program, *folder;
	unsigned count;
};

static enum pmo_result replace(struct figures *figures, const char *text, size_t length,
			       struct pmo_buffer *out)
{
	struct pmo_buffer svg;
	const char *path = pmo_arena_format(&figures->cli->arena, "%s/figure-%u.png",
					    figures->folder, ++figures->count);
	pmo_buffer_init(&svg, PMO_BUFFER_LIMIT);
	add_decoded(text, length, &svg);
	enum pmo_result result = path && !svg.failed ? PMO_OK : PMO_NO_MEMORY;
	if (result == PMO_OK && !draw(figures->program, &svg, path))
		result = PMO_NOT_FOUND;
	if (result == PMO_OK)
		pmo_buffer_add_format(out, "src=\"figure-%u.png", figures->count);
	pmo_buffer_release(&svg);
	return result;
}

enum pmo_result figures_draw(struct cli *cli, const char *folder, const struct pmo_buffer *page,
			     struct pmo_buffer *out)
{
	struct figures figures = { .cli = cli, .folder = folder };
	struct pmo_buffer made;
	const char *text = page->data;
	enum pmo_result result = PMO_OK;
	figures.program = environment_find_program(&cli->arena, "rsvg-convert");
	if (!figures.program)
		return PMO_NOT_FOUND;
	pmo_buffer_init(&made, PMO_BUFFER_LIMIT);
	while (result == PMO_OK) {
		const char *found = strstr(text, before);
		if (!found)
			break;
		pmo_buffer_add(&made, text, (size_t)(found - text));
		found += sizeof(before) - 1;
		size_t length = strcspn(found, "\"");
		result = replace(&figures, found, length, &made);
		text = found + length;
	}
	pmo_buffer_add_text(&made, text);
	if (result == PMO_OK && made.failed)
		result = PMO_NO_MEMORY;
	if (result == PMO_OK)
		pmo_buffer_add(out, made.data, made.length);
	pmo_buffer_release(&made);
	return result == PMO_OK && out->failed ? PMO_NO_MEMORY : result;
}

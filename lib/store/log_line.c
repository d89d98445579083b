/* A line of a history or of notes, taken apart, see <pmo/log.h>. */
#include <pmo/log.h>
#include <pmo/text.h>

#include <string.h>

enum { DATE = 10 }; /* letters of "2026-11-20" */

/* A handle: one word of letters, digits and what may join them. */
static bool is_name(const char *text, size_t length)
{
	if (!length || !pmo_ascii_is_alpha(*text))
		return false;
	for (size_t i = 0; i < length; i++)
		if (!pmo_ascii_is_alnum(text[i]) && !strchr("_-.", text[i]))
			return false;
	return true;
}

/* "PC: HR confirmed" */
static enum pmo_result read_note(struct pmo_arena *arena, const char *text, size_t length,
				 struct pmo_log_line *line)
{
	line->who = pmo_arena_copy(arena, text, length);
	line->what = text + length + 2;
	return line->who ? PMO_OK : PMO_NO_MEMORY;
}

/* "active>closed DSP: permit granted": who stands before the reason, or at the end. */
static enum pmo_result read_change(struct pmo_arena *arena, const char *text, const char *arrow,
				   struct pmo_log_line *line)
{
	const char *colon = strstr(arrow, ": ");
	size_t head = colon ? (size_t)(colon - text) : strlen(text), name = head;
	while (name && text[name - 1] != ' ')
		name--;
	/* Lines of before said "percent 50>45 from CHK-012", and nobody's name. */
	bool from = name >= 5 && strncmp(text + name - 5, "from ", 5) == 0;
	if (from || text + name <= arrow || !is_name(text + name, head - name))
		return PMO_OK;
	line->who = pmo_arena_copy(arena, text + name, head - name);
	while (name && text[name - 1] == ' ')
		name--;
	line->what = pmo_arena_format(arena, "%.*s%s", (int)name, text, colon ? colon : "");
	return line->who && line->what ? PMO_OK : PMO_NO_MEMORY;
}

enum pmo_result pmo_log_line_read(struct pmo_arena *arena, const char *text,
				  struct pmo_log_line *line)
{
	*line = (struct pmo_log_line){ .date = PMO_DATE_NONE, .what = text };
	if (strlen(text) <= DATE || text[DATE] != ' ' ||
	    pmo_date_parse(text, DATE, &line->date) != PMO_OK)
		return PMO_OK;
	line->what = text += DATE + 1;
	const char *colon = strstr(text, ": "), *arrow = strchr(text, '>');
	if (colon && is_name(text, (size_t)(colon - text)))
		return read_note(arena, text, (size_t)(colon - text), line);
	line->is_change = arrow != NULL;
	return arrow ? read_change(arena, text, arrow, line) : PMO_OK;
}

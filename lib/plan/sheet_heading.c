/* Headings: pmo's own, and those that spreadsheets and other planning tools give. */
#include "plan/sheet.h"

#include <pmo/text.h>

#include <string.h>

static const struct {
	enum pmo_sheet_column column;
	const char *names; /* "|" between them */
} meanings[] = {
	{ PMO_SHEET_CODE, "code|wbs|wbs code|outline|outline number|outline code|item" },
	{ PMO_SHEET_ID, "id|#|no|no.|nr|number|line|row|task id" },
	{ PMO_SHEET_TITLE,
	  "title|task|task name|name|activity|activity name|description|milestone" },
	{ PMO_SHEET_DURATION, "duration|dur|dur.|length|days|working days|duration (days)" },
	{ PMO_SHEET_AFTER, "after|predecessors|predecessor|preds|links|depends on|dependencies" },
	{ PMO_SHEET_OWNER, "owner|resource names|resource name|resource|resources|assigned to|"
			   "assignee|responsible|who" },
	{ PMO_SHEET_DONE,
	  "done|% complete|%|percent|percent complete|% done|progress|complete|pct" },
};

/* Names have blanks in them, so that pmo_word_is_in would take them apart. */
static bool is_one_of(const char *names, const char *name)
{
	size_t length = strlen(name);
	for (;;) {
		size_t this = strcspn(names, "|");
		if (this == length && strncmp(names, name, length) == 0)
			return true;
		if (!names[this])
			return false;
		names += this + 1;
	}
}

static int meaning_of(const char *heading)
{
	char folded[32];
	size_t length = 0;
	for (; heading[length] && length < sizeof(folded) - 1; length++)
		folded[length] = heading[length] == '_' ? ' ' : pmo_ascii_to_lower(heading[length]);
	folded[length] = '\0';
	for (size_t i = 0; i < sizeof(meanings) / sizeof(*meanings) && !heading[length]; i++)
		if (*folded && is_one_of(meanings[i].names, folded))
			return (int)meanings[i].column;
	return SHEET_MEANS_NOTHING;
}

bool sheet_headings(struct pmo_arena *arena, const struct sheet_line *line,
		    struct sheet_columns *columns, const char **left_alone)
{
	unsigned found = 0;
	size_t count = 0;
	*left_alone = NULL;
	columns->count = line->count;
	for (size_t i = 0; i < line->count; i++) {
		int meaning = meaning_of(line->cells[i].text);
		if (meaning >= 0 && found & 1U << meaning)
			meaning = SHEET_MEANS_NOTHING;
		columns->meaning[i] = meaning;
		count += meaning >= 0;
		found |= meaning >= 0 ? 1U << meaning : 0;
	}
	if (count < 2 || !(found & 1U << PMO_SHEET_TITLE))
		return false;
	for (size_t i = 0; i < line->count; i++)
		if (columns->meaning[i] < 0 && *line->cells[i].text)
			*left_alone =
				pmo_arena_format(arena, "%s%s%s", *left_alone ? *left_alone : "",
						 *left_alone ? ", " : "", line->cells[i].text);
	return true;
}

bool sheet_is_code(const char *text)
{
	size_t length = strlen(text);
	return strcmp(text, ".") == 0 || (length && length <= 24 && !text[strcspn(text, " \t,;")] &&
					  text[strcspn(text, "0123456789")]);
}

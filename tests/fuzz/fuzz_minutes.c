/* Any bytes are a page of notes: lines lie within it, in order, and its text reads the same. */
#include <pmo/minutes.h>
#include <pmo/text.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct pmo_minutes_sheet *sheet)
{
	size_t end = 0;
	if (!pmo_text_is_utf8(sheet->text, sheet->length, NULL))
		abort();
	for (size_t i = 0; i < sheet->count; i++) {
		const struct pmo_minutes_line *line = &sheet->lines[i];
		if (line->start < end || line->start + line->length > sheet->length ||
		    line->number != i + 1 || line->mark >= PMO_MARK_COUNT || line->item > 2 ||
		    !line->head || !line->text)
			abort();
		end = line->start + line->length;
	}
}

static void compare(const struct pmo_minutes_sheet *a, const struct pmo_minutes_sheet *b)
{
	if (a->count != b->count || a->length != b->length)
		abort();
	for (size_t i = 0; i < a->count; i++)
		if (a->lines[i].mark != b->lines[i].mark || a->lines[i].item != b->lines[i].item ||
		    strcmp(a->lines[i].head, b->lines[i].head) != 0 ||
		    strcmp(a->lines[i].text, b->lines[i].text) != 0)
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const topics[] = { "Late tasks", "Actions", NULL };
	struct pmo_arena arena = { 0 };
	struct pmo_minutes_sheet first, second;
	if (pmo_minutes_read(&arena, (const char *)data, size, topics, &first) == PMO_OK) {
		check(&first);
		if (first.length <= PMO_SHEET_LIMIT) {
			if (pmo_minutes_read(&arena, first.text, first.length, topics, &second) !=
			    PMO_OK)
				abort();
			compare(&first, &second);
		}
	}
	pmo_arena_release(&arena);
	return 0;
}

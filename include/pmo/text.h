/*
 * Text: UTF-8, how wide it is, how it compares, and how it is made safe to show.
 *
 * What people typed stays as it is in their files; this is for looking at it.
 * Nothing here knows a locale. Text that is not UTF-8 is never an error: a byte
 * that is no part of a character reads as U+FFFD and goes on.
 *
 * Folded text is for comparing only: upper and lower case are one, and so are the
 * ways to write the same letter (Straße = STRASSE, é = e + accent).
 */
#ifndef PMO_TEXT_H
#define PMO_TEXT_H

#include <pmo/arena.h>
#include <pmo/buffer.h>
#include <stdbool.h>
#include <stdint.h>

/* Whether all of it is UTF-8; if not, *bad_offset (may be NULL) is the first bad byte. */
PMO_API bool pmo_text_is_utf8(const char *bytes, size_t length, size_t *bad_offset);

/*
 * Reads one character: how many bytes it takes, 0 at the end. A byte that is no
 * part of a character is U+FFFD of one byte (a real one takes three).
 */
PMO_API size_t pmo_text_next(const char *bytes, size_t length, uint32_t *character);

/* Appends a character as UTF-8; what is no character becomes U+FFFD. */
PMO_API void pmo_text_add_character(struct pmo_buffer *out, uint32_t character);

/*
 * Appends text so that it cannot drive a terminal or hide what it says: controls
 * become \x1b, characters that turn the direction of writing or are invisible
 * become <U+202E>, bad bytes become U+FFFD. Tabs and line ends become one space;
 * the second form keeps line ends (as LF).
 */
PMO_API void pmo_text_add_visible(struct pmo_buffer *out, const char *bytes, size_t length);
PMO_API void pmo_text_add_visible_lines(struct pmo_buffer *out, const char *bytes, size_t length);

/* Whether a character is one that pmo_text_add_visible would not let through as it is. */
PMO_API bool pmo_text_is_hidden(uint32_t character);

/* Terminal cells: marks 0, wide characters 2. */
PMO_API size_t pmo_text_width(const char *text);
PMO_API size_t pmo_text_width_of(const char *bytes, size_t length);

/* How many bytes from the start fit in so many cells, never splitting a letter from its marks. */
PMO_API size_t pmo_text_fit(const char *bytes, size_t length, size_t cells);

/* Appends the text, cut to so many cells with an ellipsis in the last one when it is wider. */
PMO_API void pmo_text_truncate(struct pmo_buffer *out, const char *text, size_t cells);

/*
 * A copy for comparing: case folded and normalised (NFC); with strip_marks also
 * without accents. NULL: no memory.
 */
PMO_API char *pmo_text_fold(struct pmo_arena *arena, const char *text, bool strip_marks);

/* Compares folded text; the order is by character, and is the same everywhere. */
PMO_API int pmo_text_compare(const char *a, const char *b);

/* Whether needle is somewhere in the text, both folded and without accents: `buro` finds Büro. */
PMO_API bool pmo_text_contains(const char *text, const char *needle);

/*
 * How many letters must be changed, added, left out or swapped with the next to
 * make b of a, both folded; limit + 1 when it is more than limit, or when one is
 * longer than 63 letters and they differ. For "nearest is".
 */
PMO_API size_t pmo_text_distance(const char *a, const char *b, size_t limit);

/* ASCII only, whatever the locale. */
PMO_API bool pmo_ascii_equal(const char *a, const char *b);

static inline bool pmo_ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool pmo_ascii_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool pmo_ascii_is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool pmo_ascii_is_alpha(char c)
{
	return pmo_ascii_is_upper(c) || pmo_ascii_is_lower(c);
}

static inline bool pmo_ascii_is_alnum(char c)
{
	return pmo_ascii_is_alpha(c) || pmo_ascii_is_digit(c);
}

/* Space, tab, and what ends a line. */
static inline bool pmo_ascii_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline char pmo_ascii_to_lower(char c)
{
	return pmo_ascii_is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

static inline char pmo_ascii_to_upper(char c)
{
	return pmo_ascii_is_lower(c) ? (char)(c - 'a' + 'A') : c;
}

#endif

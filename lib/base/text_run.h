/*
 * Nearly all text is printable ASCII, and whoever goes over text character by
 * character may jump over runs of it.
 */
#ifndef BASE_TEXT_RUN_H
#define BASE_TEXT_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline bool text_is_plain(char c)
{
	return c >= 0x20 && c < 0x7f;
}

/* Eight bytes in one number, to look at all of them at once. */
static inline uint64_t text_eight(const char *bytes)
{
	uint64_t eight;
	memcpy(&eight, bytes, sizeof(eight));
	return eight;
}

/* Whether one of eight bytes is c, which is ASCII. */
static inline bool text_eight_has(uint64_t eight, char c)
{
	const uint64_t each = UINT64_MAX / 255;
	uint64_t differs = eight ^ (each * (unsigned char)c);
	return (differs - each) & ~differs & each << 7;
}

/* Whether all of eight bytes are printable ASCII. */
static inline bool text_eight_is_plain(uint64_t eight)
{
	const uint64_t each = UINT64_MAX / 255;
	uint64_t below = (eight - each * 0x20) & ~eight;
	return !((eight | below) & each << 7) && !text_eight_has(eight, 0x7f);
}

/* How many bytes from the start are printable ASCII. */
static inline size_t text_plain_run(const char *bytes, size_t length)
{
	size_t i = 0;
	while (i + 8 <= length && text_eight_is_plain(text_eight(bytes + i)))
		i += 8;
	while (i < length && text_is_plain(bytes[i]))
		i++;
	return i;
}

#endif

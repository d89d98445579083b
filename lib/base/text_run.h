/*
 * Nearly all text is printable ASCII, and whoever goes over text character by
 * character may jump over runs of it.
 */
#ifndef BASE_TEXT_RUN_H
#define BASE_TEXT_RUN_H

#include <stdbool.h>
#include <stddef.h>

static inline bool text_is_plain(char c)
{
	return c >= 0x20 && c < 0x7f;
}

/* How many bytes from the start are printable ASCII. */
static inline size_t text_plain_run(const char *bytes, size_t length)
{
	size_t i = 0;
	while (i < length && text_is_plain(bytes[i]))
		i++;
	return i;
}

#endif

/*
 * A growing text with a stated limit.
 *
 * Appending never fails at the call: when memory ends or the limit is reached the
 * buffer turns `failed`, keeps what it has and ignores the rest, and the one who
 * uses the text asks once, at the end. The text always ends with a NUL that is
 * not counted; `data` is never NULL after init.
 */
#ifndef PMO_BUFFER_H
#define PMO_BUFFER_H

#include <pmo/api.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct pmo_buffer {
	char *data;
	size_t length;
	size_t capacity; /* 0: data is the shared empty string */
	size_t limit;
	bool failed;
};

enum { PMO_BUFFER_LIMIT = 1 << 30 }; /* bytes; the limit for ordinary output */

PMO_API void pmo_buffer_init(struct pmo_buffer *buffer, size_t limit);
PMO_API void pmo_buffer_release(struct pmo_buffer *buffer);

/* Empties the buffer, keeps its memory, forgets a failure. */
PMO_API void pmo_buffer_clear(struct pmo_buffer *buffer);

PMO_API void pmo_buffer_add(struct pmo_buffer *buffer, const char *bytes, size_t length);
PMO_API void pmo_buffer_add_text(struct pmo_buffer *buffer, const char *text);
PMO_API void pmo_buffer_add_char(struct pmo_buffer *buffer, char c);
PMO_API void pmo_buffer_add_repeat(struct pmo_buffer *buffer, char c, size_t count);
PMO_API void pmo_buffer_add_format(struct pmo_buffer *buffer, const char *format, ...)
	PMO_PRINTF(2, 3);
PMO_API void pmo_buffer_add_vformat(struct pmo_buffer *buffer, const char *format, va_list args)
	PMO_PRINTF(2, 0);

/* Cuts the text to length bytes; longer than it is: nothing happens. */
PMO_API void pmo_buffer_truncate(struct pmo_buffer *buffer, size_t length);

#endif

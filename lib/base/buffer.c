/* Growing text. Doubles its memory; past the limit it fails and stays as it is. */
#include <pmo/buffer.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char nothing[1] = "";

void pmo_buffer_init(struct pmo_buffer *buffer, size_t limit)
{
	buffer->data = nothing;
	buffer->length = 0;
	buffer->capacity = 0;
	buffer->limit = limit;
	buffer->failed = false;
}

void pmo_buffer_release(struct pmo_buffer *buffer)
{
	if (buffer->capacity)
		free(buffer->data);
	pmo_buffer_init(buffer, buffer->limit);
}

void pmo_buffer_clear(struct pmo_buffer *buffer)
{
	pmo_buffer_truncate(buffer, 0);
	buffer->failed = false;
}

/* Makes room for more bytes and the NUL after them. */
static bool reserve(struct pmo_buffer *buffer, size_t more)
{
	if (buffer->failed)
		return false;
	if (more > buffer->limit || buffer->length > buffer->limit - more) {
		buffer->failed = true;
		return false;
	}
	size_t wanted = buffer->length + more + 1;
	if (wanted <= buffer->capacity)
		return true;
	size_t capacity = buffer->capacity ? buffer->capacity * 2 : 64;
	if (capacity < wanted)
		capacity = wanted;
	char *data = realloc(buffer->capacity ? buffer->data : NULL, capacity);
	if (!data) {
		buffer->failed = true;
		return false;
	}
	buffer->data = data;
	buffer->capacity = capacity;
	return true;
}

void pmo_buffer_add(struct pmo_buffer *buffer, const char *bytes, size_t length)
{
	if (!length || !reserve(buffer, length))
		return;
	memcpy(buffer->data + buffer->length, bytes, length);
	buffer->length += length;
	buffer->data[buffer->length] = '\0';
}

void pmo_buffer_add_text(struct pmo_buffer *buffer, const char *text)
{
	pmo_buffer_add(buffer, text, strlen(text));
}

void pmo_buffer_add_char(struct pmo_buffer *buffer, char c)
{
	if (buffer->failed || buffer->length >= buffer->limit ||
	    buffer->length + 1 >= buffer->capacity) {
		pmo_buffer_add(buffer, &c, 1);
		return;
	}
	buffer->data[buffer->length++] = c;
	buffer->data[buffer->length] = '\0';
}

void pmo_buffer_add_repeat(struct pmo_buffer *buffer, char c, size_t count)
{
	if (!count || !reserve(buffer, count))
		return;
	memset(buffer->data + buffer->length, c, count);
	buffer->length += count;
	buffer->data[buffer->length] = '\0';
}

void pmo_buffer_add_vformat(struct pmo_buffer *buffer, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	int length = vsnprintf(NULL, 0, format, args);
	if (length > 0 && reserve(buffer, (size_t)length)) {
		vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, again);
		buffer->length += (size_t)length;
	}
	va_end(again);
}

void pmo_buffer_add_format(struct pmo_buffer *buffer, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	pmo_buffer_add_vformat(buffer, format, args);
	va_end(args);
}

void pmo_buffer_truncate(struct pmo_buffer *buffer, size_t length)
{
	if (length >= buffer->length)
		return;
	buffer->length = length;
	buffer->data[length] = '\0';
}

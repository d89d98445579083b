/* Text, lines and the ways out of the transcript runner. */
#include "runner.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Noreturn void quit(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fputs("transcript: ", stderr);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
	exit(2);
}

void *allocate(size_t size)
{
	void *memory = calloc(1, size ? size : 1);
	if (!memory)
		quit("out of memory");
	return memory;
}

char *copy_text(const char *bytes, size_t length)
{
	char *copy = allocate(length + 1);
	memcpy(copy, bytes, length);
	return copy;
}

static void reserve(struct text *text, size_t more)
{
	if (text->length + more + 1 <= text->capacity)
		return;
	text->capacity = (text->length + more + 1) * 2;
	text->data = realloc(text->data, text->capacity);
	if (!text->data)
		quit("out of memory");
}

void text_add(struct text *text, const char *bytes, size_t length)
{
	reserve(text, length);
	if (length)
		memcpy(text->data + text->length, bytes, length);
	text->length += length;
	text->data[text->length] = '\0';
}

void text_add_format(struct text *text, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	int length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length < 0)
		quit("cannot format '%s'", format);
	reserve(text, (size_t)length);
	va_start(args, format);
	vsnprintf(text->data + text->length, (size_t)length + 1, format, args);
	va_end(args);
	text->length += (size_t)length;
}

void text_read_file(struct text *text, const char *path)
{
	FILE *file = fopen(path, "rb");
	if (!file)
		quit("%s: %s", path, strerror(errno));
	char chunk[8192];
	size_t length;
	while ((length = fread(chunk, 1, sizeof(chunk), file)) > 0)
		text_add(text, chunk, length);
	if (ferror(file))
		quit("%s: %s", path, strerror(errno));
	fclose(file);
	text_add(text, "", 0);
}

void text_release(struct text *text)
{
	free(text->data);
	memset(text, 0, sizeof(*text));
}

void lines_add(struct lines *lines, char *line)
{
	if (lines->count == lines->capacity) {
		lines->capacity = lines->capacity ? lines->capacity * 2 : 64;
		lines->items = realloc(lines->items, lines->capacity * sizeof(*lines->items));
		if (!lines->items)
			quit("out of memory");
	}
	lines->items[lines->count++] = line;
}

void lines_split(struct lines *lines, const char *bytes, size_t length)
{
	const char *end = bytes + length;
	while (bytes < end) {
		const char *newline = memchr(bytes, '\n', (size_t)(end - bytes));
		const char *stop = newline ? newline : end;
		lines_add(lines, copy_text(bytes, (size_t)(stop - bytes)));
		bytes = newline ? newline + 1 : end;
	}
}

void lines_release(struct lines *lines)
{
	for (size_t i = 0; i < lines->count; i++)
		free(lines->items[i]);
	free(lines->items);
	memset(lines, 0, sizeof(*lines));
}

/* A zip archive in memory, made entry by entry, for tests of what reads one. */
#ifndef ARCHIVE_H
#define ARCHIVE_H

#include <pmo/buffer.h>

#include <stdint.h>
#include <string.h>
#include <zlib.h>

enum { ARCHIVE_ENTRIES = 20 };

struct archive {
	struct pmo_buffer bytes, directory;
	unsigned count;
	unsigned flags; /* of the entries that follow; 1: encrypted */
};

static inline void archive_number(struct pmo_buffer *out, uint32_t number, int bytes)
{
	for (int i = 0; i < bytes; i++, number >>= 8)
		pmo_buffer_add_char(out, (char)(number & 0xff));
}

static inline void archive_begin(struct archive *archive)
{
	*archive = (struct archive){ .count = 0 };
	pmo_buffer_init(&archive->bytes, 64 << 20);
	pmo_buffer_init(&archive->directory, 1 << 20);
}

/* method 0: as it is; 8: packed already. */
static inline void archive_add_packed(struct archive *archive, const char *name, const char *bytes,
				      size_t length, uint32_t method)
{
	uint32_t start = (uint32_t)archive->bytes.length, size = (uint32_t)length;
	uint32_t name_length = (uint32_t)strlen(name);
	pmo_buffer_add(&archive->bytes, "PK\x03\x04\x14\0", 6);
	archive_number(&archive->bytes, archive->flags, 2);
	archive_number(&archive->bytes, method, 2);
	archive_number(&archive->bytes, 0, 4); /* time and day */
	archive_number(&archive->bytes, 0, 4); /* the sum is not looked at */
	archive_number(&archive->bytes, size, 4);
	archive_number(&archive->bytes, size, 4);
	archive_number(&archive->bytes, name_length, 4);
	pmo_buffer_add(&archive->bytes, name, name_length);
	pmo_buffer_add(&archive->bytes, bytes, length);
	pmo_buffer_add(&archive->directory, "PK\x01\x02\x14\0\x14\0", 8);
	archive_number(&archive->directory, archive->flags, 2);
	archive_number(&archive->directory, method, 2);
	archive_number(&archive->directory, 0, 4);
	archive_number(&archive->directory, 0, 4);
	archive_number(&archive->directory, size, 4);
	archive_number(&archive->directory, size, 4);
	archive_number(&archive->directory, name_length, 4);
	archive_number(&archive->directory, 0, 4);
	archive_number(&archive->directory, 0, 4);
	archive_number(&archive->directory, 0, 2);
	archive_number(&archive->directory, start, 4);
	pmo_buffer_add(&archive->directory, name, name_length);
	archive->count++;
}

static inline void archive_add(struct archive *archive, const char *name, const char *text)
{
	archive_add_packed(archive, name, text, strlen(text), 0);
}

static inline void archive_end(struct archive *archive)
{
	uint32_t start = (uint32_t)archive->bytes.length;
	pmo_buffer_add(&archive->bytes, archive->directory.data, archive->directory.length);
	pmo_buffer_add(&archive->bytes, "PK\x05\x06\0\0\0\0", 8);
	archive_number(&archive->bytes, archive->count, 2);
	archive_number(&archive->bytes, archive->count, 2);
	archive_number(&archive->bytes, (uint32_t)archive->directory.length, 4);
	archive_number(&archive->bytes, start, 4);
	archive_number(&archive->bytes, 0, 2);
}

static inline void archive_release(struct archive *archive)
{
	pmo_buffer_release(&archive->bytes);
	pmo_buffer_release(&archive->directory);
}

/* The parts that every workbook has, around the sheets that a test is about. */
#define ARCHIVE_RELATIONS                                                                          \
	"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"     \
	"<Relationship Id='r1' Type='http://x/officeDocument' Target='xl/workbook.xml'/>"          \
	"</Relationships>"
#define ARCHIVE_PARTS                                                                              \
	"<Relationships>"                                                                          \
	"<Relationship Id='s1' Type='http://x/worksheet' Target='sheets/1.xml'/>"                  \
	"<Relationship Id='s2' Type='http://x/worksheet' Target='/xl/two.xml'/>"                   \
	"<Relationship Id='st' Type='http://x/styles' Target='styles.xml'/>"                       \
	"<Relationship Id='ss' Type='http://x/sharedStrings' Target='texts.xml'/>"                 \
	"</Relationships>"

#endif

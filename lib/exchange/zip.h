/*
 * Reading a zip archive that came from outside, with strict limits.
 *
 * Entries are found through the central directory and expanded piece by piece, so that
 * what an archive claims about itself is never believed: the pieces are counted, all
 * entries of one archive together, and an archive that would grow without measure is
 * refused in time.
 */
#ifndef EXCHANGE_ZIP_H
#define EXCHANGE_ZIP_H

#include <pmo/arena.h>
#include <pmo/result.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	ZIP_ENTRIES_MAX = 10000,
	ZIP_EXPANDED_MAX = 64 << 20, /* bytes, of all that is read of an archive */
	ZIP_RATIO_MAX = 250,         /* expanded to packed, of what is larger than a MiB */
};

struct zip_entry {
	const char *name;
	uint32_t packed, start; /* length in the file, and where its local header stands */
	uint16_t method;
	bool is_encrypted;
};

struct zip {
	const unsigned char *bytes;
	size_t length;
	struct zip_entry *entries;
	size_t count;
	size_t expanded; /* so far */
	const char *why; /* after PMO_INVALID: what is wrong, for people */
};

/* Takes pieces of an entry; what it returns other than PMO_OK ends the reading. */
struct zip_taker {
	enum pmo_result (*take)(void *context, const char *bytes, size_t length);
	void *context;
};

/* Reads the list of entries; PMO_INVALID with why. The bytes must live as long. */
PMO_CHECKED enum pmo_result zip_open(struct zip *zip, struct pmo_arena *arena, const char *bytes,
				     size_t length);

/* By its name, in any case of letters, with or without a slash before it; or NULL. */
const struct zip_entry *zip_find(const struct zip *zip, const char *name);

/* Expands an entry; PMO_INVALID with why, PMO_UNSUPPORTED when zlib cannot be loaded. */
PMO_CHECKED enum pmo_result zip_read(struct zip *zip, const struct zip_entry *entry,
				     const struct zip_taker *taker);

#endif

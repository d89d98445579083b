/* The zip format as far as office documents use it: stored and deflated entries. */
#include "exchange/zip.h"

#include "base/late.h"

#include <pmo/text.h>

#include <string.h>
#include <zlib.h>

enum {
	END_SIZE = 22,
	COMMENT_MAX = 65535,
	DIRECTORY_SIZE = 46,
	LOCAL_SIZE = 30,
	NAME_MAX_BYTES = 4096,
	PIECE = 32768,
	SMALL = 1 << 20, /* what is smaller may expand as it likes */
	STORED = 0,
	DEFLATED = 8,
};

static uint32_t number_at(const unsigned char *at, size_t bytes)
{
	uint32_t number = 0;
	for (size_t i = bytes; i-- > 0;)
		number = number << 8 | at[i];
	return number;
}

static enum pmo_result refuse(struct zip *zip, const char *why)
{
	zip->why = why;
	return PMO_INVALID;
}

/* The record that ends the archive, before a comment of any text; or NULL. */
static const unsigned char *find_end(const struct zip *zip)
{
	size_t lowest = 0;
	if (zip->length < END_SIZE)
		return NULL;
	if (zip->length > END_SIZE + COMMENT_MAX)
		lowest = zip->length - END_SIZE - COMMENT_MAX;
	for (size_t at = zip->length - END_SIZE + 1; at-- > lowest;)
		if (memcmp(zip->bytes + at, "PK\x05\x06", 4) == 0)
			return zip->bytes + at;
	return NULL;
}

static enum pmo_result read_entry(struct zip *zip, struct pmo_arena *arena, size_t *at)
{
	const unsigned char *header = zip->bytes + *at;
	if (zip->length - *at < DIRECTORY_SIZE || memcmp(header, "PK\x01\x02", 4) != 0)
		return refuse(zip, "its list of parts is damaged");
	size_t name = number_at(header + 28, 2);
	size_t whole =
		DIRECTORY_SIZE + name + number_at(header + 30, 2) + number_at(header + 32, 2);
	if (whole > zip->length - *at || name > NAME_MAX_BYTES)
		return refuse(zip, "its list of parts is damaged");
	struct zip_entry *entry = &zip->entries[zip->count++];
	entry->is_encrypted = number_at(header + 8, 2) & 1;
	entry->method = (uint16_t)number_at(header + 10, 2);
	entry->packed = number_at(header + 20, 4);
	entry->start = number_at(header + 42, 4);
	entry->name = pmo_arena_copy(arena, (const char *)header + DIRECTORY_SIZE, name);
	*at += whole;
	return entry->name ? PMO_OK : PMO_NO_MEMORY;
}

enum pmo_result zip_open(struct zip *zip, struct pmo_arena *arena, const char *bytes, size_t length)
{
	*zip = (struct zip){ .bytes = (const unsigned char *)bytes, .length = length };
	const unsigned char *end = find_end(zip);
	if (!end)
		return refuse(zip, "it is cut off or damaged");
	size_t count = number_at(end + 10, 2);
	size_t at = number_at(end + 16, 4);
	if (count > ZIP_ENTRIES_MAX)
		return refuse(zip, "it has too many parts");
	if (at >= length)
		return refuse(zip, "its list of parts is damaged");
	zip->entries = pmo_arena_array(arena, count + 1, sizeof(*zip->entries));
	enum pmo_result result = zip->entries ? PMO_OK : PMO_NO_MEMORY;
	for (size_t i = 0; i < count && result == PMO_OK; i++)
		result = read_entry(zip, arena, &at);
	return result;
}

const struct zip_entry *zip_find(const struct zip *zip, const char *name)
{
	name += *name == '/';
	for (size_t i = 0; i < zip->count; i++)
		if (pmo_ascii_equal(zip->entries[i].name, name))
			return &zip->entries[i];
	return NULL;
}

/* The packed bytes of an entry, behind its local header; or NULL. */
static const unsigned char *find_data(const struct zip *zip, const struct zip_entry *entry)
{
	if (entry->start > zip->length || zip->length - entry->start < LOCAL_SIZE)
		return NULL;
	const unsigned char *header = zip->bytes + entry->start;
	size_t skip = LOCAL_SIZE + number_at(header + 26, 2) + number_at(header + 28, 2);
	size_t room = zip->length - entry->start;
	if (memcmp(header, "PK\x03\x04", 4) != 0 || skip > room || entry->packed > room - skip)
		return NULL;
	return header + skip;
}

/* Counts what came out before anybody gets it. */
static enum pmo_result hand_on(struct zip *zip, const struct zip_taker *taker, const char *bytes,
			       size_t length)
{
	zip->expanded += length;
	if (zip->expanded > ZIP_EXPANDED_MAX)
		return refuse(zip, "it expands to more than 64 MiB");
	return taker->take(taker->context, bytes, length);
}

/* The functions of zlib that are used, loaded when they are needed (base/late.h). */
struct zlib {
	__typeof__(&inflateInit2_) begin;
	__typeof__(&inflate) inflate;
	__typeof__(&inflateEnd) end;
};

static enum pmo_result load_zlib(struct zlib *zlib)
{
	static const struct late_function functions[] = {
		LATE(struct zlib, begin, inflateInit2_),
		LATE(struct zlib, inflate, inflate),
		LATE(struct zlib, end, inflateEnd),
		{ 0 },
	};
	return late_load(PMO_ZLIB, functions, zlib);
}

/* An entry that is being expanded. */
struct expansion {
	struct zlib zlib;
	z_stream stream;
	const struct zip_entry *entry;
};

static enum pmo_result inflate_all(struct zip *zip, struct expansion *expansion,
				   const struct zip_taker *taker)
{
	z_stream *stream = &expansion->stream;
	unsigned char piece[PIECE];
	enum pmo_result result = PMO_OK;
	int state = Z_OK;
	while (state == Z_OK && result == PMO_OK) {
		stream->next_out = piece;
		stream->avail_out = PIECE;
		state = expansion->zlib.inflate(stream, Z_NO_FLUSH);
		if (state == Z_MEM_ERROR)
			return PMO_NO_MEMORY;
		if (state != Z_OK && state != Z_STREAM_END)
			return refuse(zip, "a part of it is damaged");
		if (stream->total_out > SMALL &&
		    stream->total_out / ZIP_RATIO_MAX > expansion->entry->packed)
			return refuse(zip, "a part of it expands beyond all measure");
		result = hand_on(zip, taker, (const char *)piece, PIECE - stream->avail_out);
	}
	return result;
}

static enum pmo_result read_deflated(struct zip *zip, const struct zip_entry *entry,
				     const unsigned char *data, const struct zip_taker *taker)
{
	struct expansion expansion = { .entry = entry };
	z_stream *stream = &expansion.stream;
	if (load_zlib(&expansion.zlib) != PMO_OK) {
		zip->why = LATE_MISSING(PMO_ZLIB);
		return PMO_UNSUPPORTED;
	}
	stream->next_in = (z_const Bytef *)data;
	stream->avail_in = entry->packed;
	if (expansion.zlib.begin(stream, -MAX_WBITS, ZLIB_VERSION, (int)sizeof(*stream)) != Z_OK)
		return PMO_NO_MEMORY;
	enum pmo_result result = inflate_all(zip, &expansion, taker);
	expansion.zlib.end(stream);
	return result;
}

enum pmo_result zip_read(struct zip *zip, const struct zip_entry *entry,
			 const struct zip_taker *taker)
{
	const unsigned char *data = find_data(zip, entry);
	if (entry->is_encrypted)
		return refuse(zip, "it is protected by a password");
	if (!data)
		return refuse(zip, "it is cut off or damaged");
	if (entry->method == STORED)
		return hand_on(zip, taker, (const char *)data, entry->packed);
	if (entry->method == DEFLATED)
		return read_deflated(zip, entry, data, taker);
	return refuse(zip, "it is packed in a way that is not known");
}

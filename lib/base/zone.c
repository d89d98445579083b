/*
 * TZif files: a header, a block with 32-bit times for old readers, the same again with
 * 64-bit times, and a line with the rule for later years. The file is the system's but
 * is not trusted: every count is checked against the bytes that are there.
 */
#include "zone.h"

#include <pmo/date.h>
#include <string.h>

enum {
	HEADER_SIZE = 44,
	TYPE_SIZE = 6,
	DAY = 86400,
	LARGEST_OFFSET = 26 * 3600,
	CHANGE_WINDOW = 16 * 3600 /* no clock was ever further from UTC */
};

struct block {
	const unsigned char *bytes; /* behind the header */
	size_t width;               /* of a time: 4 or 8 */
	size_t is_ut, is_standard, leaps, times, types, characters;
	size_t size;
};

static uint32_t read_u32(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 |
	       bytes[3];
}

static int32_t read_i32(const unsigned char *bytes)
{
	uint32_t value = read_u32(bytes);
	return value <= INT32_MAX ? (int32_t)value : -(int32_t)(UINT32_MAX - value) - 1;
}

static int64_t read_time(const unsigned char *bytes, size_t width)
{
	if (width == 4)
		return read_i32(bytes);
	return (int64_t)read_i32(bytes) * 4294967296 + read_u32(bytes + 4);
}

static enum pmo_result read_block(const unsigned char *bytes, size_t length, size_t width,
				  struct block *block)
{
	if (length < HEADER_SIZE || memcmp(bytes, "TZif", 4) != 0)
		return PMO_INVALID;
	size_t counts[6];
	for (size_t i = 0; i < 6; i++) {
		counts[i] = read_u32(bytes + 20 + i * 4);
		if (counts[i] > length)
			return PMO_INVALID;
	}
	*block = (struct block){
		.bytes = bytes + HEADER_SIZE,
		.width = width,
		.is_ut = counts[0],
		.is_standard = counts[1],
		.leaps = counts[2],
		.times = counts[3],
		.types = counts[4],
		.characters = counts[5],
	};
	/* Each count is at most the length of a file in memory, so this does not wrap. */
	uint64_t size = (uint64_t)block->times * (width + 1) + (uint64_t)block->types * TYPE_SIZE +
			block->characters + (uint64_t)block->leaps * (width + 4) +
			block->is_standard + block->is_ut;
	if (block->types == 0 || size > length - HEADER_SIZE)
		return PMO_INVALID;
	block->size = (size_t)size;
	return PMO_OK;
}

static enum pmo_result fill_zone(const struct block *block, struct pmo_arena *arena,
				 struct zone *zone)
{
	int64_t *times = pmo_arena_array(arena, block->times + 1, sizeof(*times));
	int32_t *offsets = pmo_arena_array(arena, block->times + 1, sizeof(*offsets));
	const unsigned char *indexes = block->bytes + block->times * block->width;
	const unsigned char *types = indexes + block->times;
	if (!times || !offsets)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < block->types; i++) {
		int32_t offset = read_i32(types + i * TYPE_SIZE);
		if (offset > LARGEST_OFFSET || offset < -LARGEST_OFFSET)
			return PMO_INVALID;
	}
	for (size_t i = 0; i < block->times; i++) {
		if (indexes[i] >= block->types)
			return PMO_INVALID;
		times[i] = read_time(block->bytes + i * block->width, block->width);
		offsets[i] = read_i32(types + (size_t)indexes[i] * TYPE_SIZE);
		if (i > 0 && times[i] <= times[i - 1])
			return PMO_INVALID;
	}
	zone->count = block->times;
	zone->times = times;
	zone->offsets = offsets;
	zone->first_offset = read_i32(types);
	return PMO_OK;
}

/* The rule between the two line ends at the file's end; an empty one is allowed. */
static enum pmo_result read_footer(const unsigned char *bytes, size_t length,
				   struct zone_rule *rule)
{
	const unsigned char *end = length > 0 ? memchr(bytes + 1, '\n', length - 1) : NULL;
	if (!end || bytes[0] != '\n')
		return PMO_INVALID;
	if (end == bytes + 1)
		return PMO_OK;
	return zone_rule_parse((const char *)bytes + 1, (size_t)(end - bytes - 1), rule);
}

enum pmo_result zone_parse(const unsigned char *bytes, size_t length, struct pmo_arena *arena,
			   struct zone *zone)
{
	struct block block;
	memset(&zone->rule, 0, sizeof(zone->rule));
	enum pmo_result result = read_block(bytes, length, 4, &block);
	if (result != PMO_OK)
		return result;
	bool has_footer = bytes[4] >= '2';
	if (has_footer) {
		size_t first = HEADER_SIZE + block.size;
		bytes += first;
		length -= first;
		result = read_block(bytes, length, 8, &block);
		if (result != PMO_OK)
			return result;
	}
	if (block.leaps > 0)
		return PMO_INVALID;
	if (has_footer) {
		size_t used = HEADER_SIZE + block.size;
		result = read_footer(bytes + used, length - used, &zone->rule);
		if (result != PMO_OK)
			return result;
	}
	return fill_zone(&block, arena, zone);
}

/* The instant of a change in a year, given the offset that is in force until then. */
int64_t zone_change_time(const struct zone_change *change, int year, int32_t offset)
{
	int32_t first = 0;
	int day = change->day;
	if (change->kind == 'M') {
		if (pmo_date_from_civil(year, change->month, 1, &first) != PMO_OK)
			return 0;
		/* The file counts Sunday as 0, and the fifth such day is the last one. */
		day = (change->day + 6 - pmo_date_weekday(first) + 7) % 7 + (change->week - 1) * 7;
		if (first + day > pmo_date_month_end(first))
			day -= 7;
	} else if (pmo_date_from_civil(year, 1, 1, &first) != PMO_OK) {
		return 0;
	} else if (change->kind == 'J') {
		bool leap = pmo_date_year_end(first) - first == 365;
		day = change->day - 1 + (leap && change->day >= 60);
	}
	return ((int64_t)first + day) * DAY + change->seconds - offset;
}

int32_t zone_rule_offset(const struct zone_rule *rule, int64_t utc)
{
	int year, month, day;
	if (!rule->has_summer)
		return rule->standard;
	int64_t local = utc + rule->standard;
	int64_t date = local / DAY - (local % DAY < 0);
	if (date < PMO_DATE_MIN || date > PMO_DATE_MAX)
		return rule->standard;
	pmo_date_to_civil((int32_t)date, &year, &month, &day);
	int64_t start = zone_change_time(&rule->start, year, rule->standard);
	int64_t end = zone_change_time(&rule->end, year, rule->summer);
	bool summer = start < end ? utc >= start && utc < end : utc >= start || utc < end;
	return summer ? rule->summer : rule->standard;
}

int32_t zone_offset(const struct zone *zone, int64_t utc)
{
	size_t low = 0, high = zone->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (zone->times[middle] <= utc)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == zone->count && zone->rule.present)
		return zone_rule_offset(&zone->rule, utc);
	return low == 0 ? zone->first_offset : zone->offsets[low - 1];
}

int64_t zone_to_utc(const struct zone *zone, int64_t local)
{
	int32_t before = zone_offset(zone, local - CHANGE_WINDOW);
	int32_t after = zone_offset(zone, local + CHANGE_WINDOW);
	if (zone_offset(zone, local - before) == before)
		return local - before;
	if (zone_offset(zone, local - after) == after)
		return local - after;
	return local - before;
}

/* The rule's text, POSIX.1-2008 base definitions 8.3 with the hours of RFC 8536. */
struct reader {
	const char *text, *end;
};

static bool take(struct reader *reader, char c)
{
	if (reader->text == reader->end || *reader->text != c)
		return false;
	reader->text++;
	return true;
}

static bool take_number(struct reader *reader, int most, int *value)
{
	const char *start = reader->text;
	*value = 0;
	while (reader->text < reader->end && *reader->text >= '0' && *reader->text <= '9') {
		*value = *value * 10 + (*reader->text++ - '0');
		if (*value > most)
			return false;
	}
	return reader->text > start;
}

/* `CST`, `<-03>` */
static bool skip_name(struct reader *reader)
{
	const char *start = reader->text;
	if (take(reader, '<')) {
		while (reader->text < reader->end && *reader->text != '>')
			reader->text++;
		return take(reader, '>');
	}
	while (reader->text < reader->end && ((*reader->text >= 'A' && *reader->text <= 'Z') ||
					      (*reader->text >= 'a' && *reader->text <= 'z')))
		reader->text++;
	return reader->text - start >= 3;
}

/* `6`, `-5:30`, `+167:00:00` */
static bool take_time(struct reader *reader, int most_hours, int32_t *seconds)
{
	int hours, minutes = 0, rest = 0;
	bool negative = take(reader, '-');
	if (!negative)
		(void)take(reader, '+');
	if (!take_number(reader, most_hours, &hours))
		return false;
	if (take(reader, ':')) {
		if (!take_number(reader, 59, &minutes))
			return false;
		if (take(reader, ':') && !take_number(reader, 59, &rest))
			return false;
	}
	*seconds = hours * 3600 + minutes * 60 + rest;
	if (negative)
		*seconds = -*seconds;
	return true;
}

static bool take_change(struct reader *reader, struct zone_change *change)
{
	if (!take(reader, ','))
		return false;
	change->seconds = 2 * 3600;
	if (take(reader, 'M')) {
		change->kind = 'M';
		if (!take_number(reader, 12, &change->month) || change->month < 1 ||
		    !take(reader, '.') || !take_number(reader, 5, &change->week) ||
		    change->week < 1 || !take(reader, '.') || !take_number(reader, 6, &change->day))
			return false;
	} else {
		change->kind = take(reader, 'J') ? 'J' : 'n';
		if (!take_number(reader, 365, &change->day) ||
		    (change->kind == 'J' && change->day < 1))
			return false;
	}
	return !take(reader, '/') || take_time(reader, 167, &change->seconds);
}

enum pmo_result zone_rule_parse(const char *text, size_t length, struct zone_rule *rule)
{
	struct reader reader = { text, text + length };
	struct zone_rule read = { .present = true };
	int32_t west;
	if (!skip_name(&reader) || !take_time(&reader, 24, &west))
		return PMO_INVALID;
	read.standard = -west;
	read.summer = read.standard + 3600;
	if (reader.text < reader.end) {
		read.has_summer = true;
		if (!skip_name(&reader))
			return PMO_INVALID;
		if (reader.text < reader.end && *reader.text != ',') {
			if (!take_time(&reader, 24, &west))
				return PMO_INVALID;
			read.summer = -west;
		}
		if (!take_change(&reader, &read.start) || !take_change(&reader, &read.end) ||
		    reader.text < reader.end)
			return PMO_INVALID;
	}
	*rule = read;
	return PMO_OK;
}

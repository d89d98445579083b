/*
 * Moments: text in and out, and the way through the zone database. Zone files are read
 * once and kept in a short list: a workspace meets in few zones.
 */
#include <pmo/moment.h>

#include "zone.h"
#include <pmo/arena.h>
#include <pmo/buffer.h>
#include <stdio.h>
#include <string.h>

enum { MINUTES_PER_DAY = 1440, ZONE_FILE_LIMIT = 1 << 18 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool pmo_zone_name_is_valid(const char *name, size_t length)
{
	if (length == 0 || length > PMO_ZONE_NAME_MAX || !is_letter(name[0]))
		return false;
	for (size_t i = 0; i < length; i++) {
		if (name[i] == '/' && (i + 1 == length || name[i + 1] == '/'))
			return false;
		if (!is_letter(name[i]) && !is_digit(name[i]) && !strchr("_/+-", name[i]))
			return false;
		if (name[i] == '\0')
			return false;
	}
	return true;
}

/* A blank and a zone, or nothing. */
static enum pmo_result read_zone(const char *text, size_t length, struct pmo_moment *moment)
{
	moment->zone = NULL;
	moment->zone_length = 0;
	if (length == 0)
		return PMO_OK;
	if (text[0] != ' ' || !pmo_zone_name_is_valid(text + 1, length - 1))
		return PMO_INVALID;
	moment->zone = text + 1;
	moment->zone_length = length - 1;
	return PMO_OK;
}

enum pmo_result pmo_moment_parse(const char *text, size_t length, struct pmo_moment *moment)
{
	struct pmo_moment read;
	int32_t date;
	if (length < 16 || pmo_date_parse(text, 10, &date) != PMO_OK)
		return PMO_INVALID;
	const char *time = text + 10;
	if (time[0] != ' ' || !is_digit(time[1]) || !is_digit(time[2]) || time[3] != ':' ||
	    !is_digit(time[4]) || !is_digit(time[5]))
		return PMO_INVALID;
	int hour = (time[1] - '0') * 10 + time[2] - '0';
	int minute = (time[4] - '0') * 10 + time[5] - '0';
	if (hour > 23 || minute > 59 || read_zone(text + 16, length - 16, &read) != PMO_OK)
		return PMO_INVALID;
	read.minutes = (int64_t)date * MINUTES_PER_DAY + hour * 60 + minute;
	*moment = read;
	return PMO_OK;
}

/* One or two digits at *at, which moves behind them; -1 for anything else. */
static int take_number(const char *text, size_t length, size_t *at)
{
	int value = 0;
	size_t i = *at;
	for (; i < length && is_digit(text[i]); i++) {
		if (i - *at == 2)
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	if (i == *at)
		return -1;
	*at = i;
	return value;
}

/* `am` or `pm` at *at, perhaps behind a blank: 'a', 'p' or 0. */
static char take_half(const char *text, size_t length, size_t *at)
{
	size_t i = *at;
	if (i < length && text[i] == ' ')
		i++;
	if (length - i < 2 || (text[i + 1] | 0x20) != 'm')
		return 0;
	char half = (char)(text[i] | 0x20);
	if ((half != 'a' && half != 'p') || (length - i > 2 && text[i + 2] != ' '))
		return 0;
	*at = i + 2;
	return half;
}

/* The bytes of a time at the start of the text, and its minute of the day; 0 for none. */
static size_t scan_time(const char *text, size_t length, int *minute_of_day)
{
	size_t at = 0;
	int hour = take_number(text, length, &at), minute = 0;
	bool has_minutes = hour >= 0 && at < length && text[at] == ':';
	if (has_minutes) {
		size_t start = ++at;
		minute = take_number(text, length, &at);
		if (minute < 0 || at - start != 2)
			return 0;
	}
	char half = hour >= 0 ? take_half(text, length, &at) : 0;
	if (hour < 0 || minute > 59 || (!half && !has_minutes))
		return 0;
	if (half && (hour < 1 || hour > 12))
		return 0;
	if (half)
		hour = hour % 12 + (half == 'p' ? 12 : 0);
	if (hour > 23 || (at < length && text[at] != ' '))
		return 0;
	*minute_of_day = hour * 60 + minute;
	return at;
}

static size_t skip_blanks(const char *text, size_t length, size_t at)
{
	while (at < length && text[at] == ' ')
		at++;
	return at;
}

/* `2026-12-01T14:00`, as machines write it. */
static size_t scan_joined(const char *text, size_t length, int32_t *date, int *minute)
{
	if (length < 16 || (text[10] != 'T' && text[10] != 't') ||
	    pmo_date_parse(text, 10, date) != PMO_OK)
		return 0;
	size_t time = scan_time(text + 11, length - 11, minute);
	return time ? time + 11 : 0;
}

/* `2pm fri`, `2pm`: the date is today's where none follows. */
static size_t scan_time_first(const struct pmo_date_context *context, const char *text,
			      size_t length, int32_t *date, int *minute)
{
	size_t time = scan_time(text, length, minute);
	if (time == 0)
		return 0;
	*date = context->today;
	size_t at = skip_blanks(text, length, time);
	size_t day = pmo_date_scan(context, text + at, length - at, date);
	return day ? at + day : time;
}

/* `fri 2pm`. */
static size_t scan_date_first(const struct pmo_date_context *context, const char *text,
			      size_t length, int32_t *date, int *minute)
{
	size_t day = pmo_date_scan(context, text, length, date);
	size_t at = skip_blanks(text, length, day);
	size_t time = day && at > day ? scan_time(text + at, length - at, minute) : 0;
	return time ? at + time : 0;
}

/* So that `fri 14:00 sharp` is no zone: people name a place, or UTC. */
static bool is_typed_zone(const char *name, size_t length)
{
	return memchr(name, '/', length) != NULL || (length == 3 && memcmp(name, "UTC", 3) == 0);
}

enum pmo_result pmo_moment_input(const struct pmo_date_context *context, const char *text,
				 size_t length, struct pmo_moment *moment)
{
	struct pmo_moment read = { 0 };
	int32_t date = PMO_DATE_NONE;
	int minute = 0;
	size_t start = skip_blanks(text, length, 0);
	while (length > start && text[length - 1] == ' ')
		length--;
	text += start;
	length -= start;
	size_t at = scan_joined(text, length, &date, &minute);
	if (at == 0)
		at = scan_time_first(context, text, length, &date, &minute);
	if (at == 0)
		at = scan_date_first(context, text, length, &date, &minute);
	if (at == 0 || !pmo_date_is_valid(date))
		return PMO_INVALID;
	size_t zone = skip_blanks(text, length, at);
	if (zone < length) {
		if (zone == at || !is_typed_zone(text + zone, length - zone) ||
		    read_zone(text + zone - 1, length - zone + 1, &read) != PMO_OK)
			return PMO_INVALID;
	}
	read.minutes = (int64_t)date * MINUTES_PER_DAY + minute;
	*moment = read;
	return PMO_OK;
}

int32_t pmo_moment_date(const struct pmo_moment *moment)
{
	int64_t days = moment->minutes / MINUTES_PER_DAY - (moment->minutes % MINUTES_PER_DAY < 0);
	return days < PMO_DATE_MIN || days > PMO_DATE_MAX ? PMO_DATE_NONE : (int32_t)days;
}

int pmo_moment_minute_of_day(const struct pmo_moment *moment)
{
	int minute = (int)(moment->minutes % MINUTES_PER_DAY);
	return minute < 0 ? minute + MINUTES_PER_DAY : minute;
}

void pmo_moment_format(const struct pmo_moment *moment, char out[PMO_MOMENT_SIZE])
{
	int minute = pmo_moment_minute_of_day(moment);
	size_t zone =
		moment->zone_length < PMO_ZONE_NAME_MAX ? moment->zone_length : PMO_ZONE_NAME_MAX;
	pmo_date_format(pmo_moment_date(moment), out);
	if (!out[0])
		return;
	snprintf(out + 10, PMO_MOMENT_SIZE - 10, " %02d:%02d", minute / 60, minute % 60);
	if (moment->zone && zone > 0)
		snprintf(out + 16, PMO_MOMENT_SIZE - 16, " %.*s", (int)zone, moment->zone);
}

void pmo_zones_init(struct pmo_zones *zones, struct pmo_arena *arena, const char *directory)
{
	*zones = (struct pmo_zones){ .arena = arena, .directory = directory };
}

/* A name that is a folder fails to be read: no such zone either. */
static enum pmo_result read_zone_file(const char *path, struct pmo_buffer *bytes)
{
	char chunk[4096];
	size_t got;
	FILE *file = fopen(path, "rb");
	if (!file)
		return PMO_NOT_FOUND;
	while (bytes->length <= ZONE_FILE_LIMIT &&
	       (got = fread(chunk, 1, sizeof(chunk), file)) > 0 && !bytes->failed)
		pmo_buffer_add(bytes, chunk, got);
	enum pmo_result result = ferror(file) || bytes->length == 0 ? PMO_NOT_FOUND : PMO_OK;
	(void)fclose(file); /* it was only read */
	if (bytes->length > ZONE_FILE_LIMIT)
		return PMO_INVALID;
	return bytes->failed ? PMO_NO_MEMORY : result;
}

static enum pmo_result load_zone(struct pmo_zones *zones, struct zone *zone)
{
	struct pmo_buffer bytes;
	if (strcmp(zone->name, "UTC") == 0 || strcmp(zone->name, "Z") == 0)
		return PMO_OK; /* no changes, offset 0: needs no file */
	char *path = pmo_arena_format(zones->arena, "%s/%s", zones->directory, zone->name);
	if (!path)
		return PMO_NO_MEMORY;
	pmo_buffer_init(&bytes, 2 * ZONE_FILE_LIMIT);
	enum pmo_result result = read_zone_file(path, &bytes);
	if (result == PMO_OK)
		result = zone_parse((const unsigned char *)bytes.data, bytes.length, zones->arena,
				    zone);
	pmo_buffer_release(&bytes);
	return result;
}

enum pmo_result zone_find(struct pmo_zones *zones, const char *name, size_t length,
			  const struct zone **found)
{
	if (!name || !pmo_zone_name_is_valid(name, length))
		return PMO_NOT_FOUND;
	for (struct zone *zone = zones->first; zone; zone = zone->next) {
		if (strncmp(zone->name, name, length) == 0 && zone->name[length] == '\0') {
			*found = zone;
			return PMO_OK;
		}
	}
	struct zone *zone = pmo_arena_alloc(zones->arena, sizeof(*zone));
	if (!zone)
		return PMO_NO_MEMORY;
	zone->name = pmo_arena_copy(zones->arena, name, length);
	if (!zone->name)
		return PMO_NO_MEMORY;
	enum pmo_result result = load_zone(zones, zone);
	if (result != PMO_OK)
		return result;
	zone->next = zones->first;
	zones->first = zone;
	*found = zone;
	return PMO_OK;
}

enum pmo_result pmo_moment_to_utc(struct pmo_zones *zones, const struct pmo_moment *moment,
				  const char *default_zone, int64_t *utc)
{
	const struct zone *zone = NULL;
	const char *name = moment->zone ? moment->zone : default_zone;
	size_t length = moment->zone ? moment->zone_length : name ? strlen(name) : 0;
	if (!pmo_date_is_valid(pmo_moment_date(moment)))
		return PMO_INVALID;
	enum pmo_result result = zone_find(zones, name, length, &zone);
	if (result != PMO_OK)
		return result;
	int64_t seconds = zone_to_utc(zone, moment->minutes * 60);
	*utc = seconds / 60 - (seconds % 60 < 0);
	return PMO_OK;
}

enum pmo_result pmo_moment_from_utc(struct pmo_zones *zones, int64_t utc, const char *name,
				    struct pmo_moment *moment)
{
	const struct zone *zone = NULL;
	struct pmo_moment as_utc = { .minutes = utc };
	if (!pmo_date_is_valid(pmo_moment_date(&as_utc)))
		return PMO_INVALID;
	size_t length = name ? strlen(name) : 0;
	enum pmo_result result = zone_find(zones, name, length, &zone);
	if (result != PMO_OK)
		return result;
	int64_t seconds = utc * 60 + zone_offset(zone, utc * 60);
	struct pmo_moment local = { .minutes = seconds / 60 - (seconds % 60 < 0),
				    .zone = name,
				    .zone_length = length };
	if (!pmo_date_is_valid(pmo_moment_date(&local)))
		return PMO_INVALID;
	*moment = local;
	return PMO_OK;
}

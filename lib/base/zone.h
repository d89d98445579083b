/*
 * One zone of the zone database: how far its clocks are from UTC, and since when.
 *
 * Read from a TZif file (RFC 8536), with the rule in the file's footer for the years
 * after its last recorded change. Nothing is asked from the C library, whose zone is a
 * property of the whole process and of its environment.
 */
#ifndef BASE_ZONE_H
#define BASE_ZONE_H

#include <pmo/arena.h>
#include <pmo/result.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* When a rule changes the clocks: `M3.2.0/2`, `J60`, `59` in a POSIX TZ text. */
struct zone_change {
	char kind; /* 'M', 'J' or 'n' */
	int month, week, day;
	int32_t seconds; /* after midnight, of the clock before the change */
};

struct zone_rule {
	bool present, has_summer;
	int32_t standard, summer; /* offsets from UTC */
	struct zone_change start, end;
};

struct zone {
	struct zone *next;
	const char *name;
	size_t count;
	const int64_t *times;   /* when the offset changes, UTC, rising */
	const int32_t *offsets; /* from then on */
	int32_t first_offset;   /* before the first change */
	struct zone_rule rule;  /* after the last one */
};

/*
 * A zone out of the bytes of a TZif file; it lives in the arena. PMO_INVALID when they
 * are no such file, are cut short, or count leap seconds.
 */
PMO_CHECKED enum pmo_result zone_parse(const unsigned char *bytes, size_t length,
				       struct pmo_arena *arena, struct zone *zone);

/* The text of a footer such as `CST6CDT,M3.2.0,M11.1.0`; PMO_INVALID when it is not one. */
PMO_CHECKED enum pmo_result zone_rule_parse(const char *text, size_t length,
					    struct zone_rule *rule);

/* The offset that the rule alone gives at an instant, and the instant of a change in a year. */
int32_t zone_rule_offset(const struct zone_rule *rule, int64_t utc);
int64_t zone_change_time(const struct zone_change *change, int year, int32_t offset);

/* The zone of that name, read now or earlier; results as pmo_moment_to_utc. */
struct pmo_zones;
PMO_CHECKED enum pmo_result zone_find(struct pmo_zones *zones, const char *name, size_t length,
				      const struct zone **found);

/* Seconds east of UTC at an instant. */
int32_t zone_offset(const struct zone *zone, int64_t utc);

/* The instant of a wall clock; skipped and doubled times take the offset before the change. */
int64_t zone_to_utc(const struct zone *zone, int64_t local);

#endif

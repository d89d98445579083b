/*
 * Moments: a date and a time on somebody's clock.
 *
 * What is stored is what the clock on the wall says and where the wall stands,
 * `2026-10-21 14:00 America/Chicago`; without a zone it is the workspace's. A meeting at
 * 14:00 stays at 14:00 when a legislature moves the clocks, which an instant in UTC would
 * not. Instants are needed for calendars that are exchanged and to order moments of
 * different zones: they are resolved through the zone database (TZif files), whose
 * directory the caller names.
 */
#ifndef PMO_MOMENT_H
#define PMO_MOMENT_H

#include <pmo/api.h>
#include <pmo/date.h>
#include <pmo/result.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pmo_arena;
struct zone;

enum {
	PMO_ZONE_NAME_MAX = 64,
	PMO_MOMENT_SIZE = 84 /* room for date, time, zone and a NUL */
};

struct pmo_moment {
	int64_t minutes;  /* wall clock, since 1970-01-01 00:00 on that wall */
	const char *zone; /* part of the text that was parsed, not ended by a NUL; or NULL */
	size_t zone_length;
};

/* Zones that were read once; lives in its arena. */
struct pmo_zones {
	struct pmo_arena *arena;
	const char *directory; /* for instance /usr/share/zoneinfo */
	struct zone *first;
};

/* Exactly `YYYY-MM-DD HH:MM`, and optionally a blank and a zone. */
PMO_API PMO_CHECKED enum pmo_result pmo_moment_parse(const char *text, size_t length,
						     struct pmo_moment *moment);

/*
 * What people type: a date (see pmo_date_input) and a time in either order, or a time
 * alone for today: `fri 14:00`, `2026-12-01 9:30`, `9:30am`, `2pm`, `2 pm fri`,
 * `2026-12-01T14:00`, each with a zone after it if need be.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_moment_input(const struct pmo_date_context *context,
						     const char *text, size_t length,
						     struct pmo_moment *moment);

/* The form of the files; the empty text when the date is outside the years 1 to 9999. */
PMO_API void pmo_moment_format(const struct pmo_moment *moment, char out[PMO_MOMENT_SIZE]);

/* The date on that wall, and the minute of the day, 0 to 1439. */
PMO_API int32_t pmo_moment_date(const struct pmo_moment *moment);
PMO_API int pmo_moment_minute_of_day(const struct pmo_moment *moment);

/* Could it be a zone's name? Letters, digits and _ + - in parts joined by single slashes. */
PMO_API bool pmo_zone_name_is_valid(const char *name, size_t length);

PMO_API void pmo_zones_init(struct pmo_zones *zones, struct pmo_arena *arena,
			    const char *directory);

/*
 * Minutes since 1970-01-01 00:00 UTC. `default_zone` is for moments without one. A time
 * that the clocks skip or show twice is taken with the offset before the change: of two
 * it is the first, and a skipped 02:30 is what would have been 02:30, now called 03:30.
 * PMO_NOT_FOUND: no such zone; PMO_INVALID: its file is damaged.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_moment_to_utc(struct pmo_zones *zones,
						      const struct pmo_moment *moment,
						      const char *default_zone, int64_t *utc);

/* The other way round; moment->zone is the zone handed in, by reference. */
PMO_API PMO_CHECKED enum pmo_result pmo_moment_from_utc(struct pmo_zones *zones, int64_t utc,
							const char *zone,
							struct pmo_moment *moment);

#endif

/*
 * VTIMEZONE from the rule in the footer of a zone's file: the two changes of a year. Zones
 * whose table says otherwise near the meeting, or whose rule iCalendar cannot say (days that
 * are counted, hours of another day), are not told; their meetings go out in UTC.
 */
#include "exchange/ics.h"

#include "base/zone.h"

#include <pmo/date.h>
#include <pmo/moment.h>

#include <string.h>

enum { DAY = 86400, SAMPLES = 400 /* days on both sides */ };

static bool can_say(const struct zone_change *change)
{
	return change->kind == 'M' && change->seconds >= 0 && change->seconds < DAY;
}

/* Whether the rule is what holds around an instant, in minutes. */
static bool follows_rule(const struct zone *zone, int64_t minutes)
{
	const struct zone_rule *rule = &zone->rule;
	if (!rule->present ||
	    (rule->has_summer && (!can_say(&rule->start) || !can_say(&rule->end))))
		return false;
	for (int64_t day = -SAMPLES; day <= SAMPLES; day++) {
		int64_t at = minutes * 60 + day * DAY;
		if (zone_offset(zone, at) != zone_rule_offset(rule, at))
			return false;
	}
	return true;
}

enum pmo_result pmo_ics_find_zone(struct pmo_zones *zones, const char *name,
				  struct pmo_ics_event *event)
{
	const struct zone *zone = NULL;
	event->zone = NULL;
	enum pmo_result result = name ? zone_find(zones, name, strlen(name), &zone) : PMO_OK;
	if (result == PMO_OK && zone && follows_rule(zone, event->start) &&
	    follows_rule(zone, event->end))
		event->zone = zone;
	return result == PMO_NO_MEMORY ? result : PMO_OK;
}

/* -0600, or -060030 */
static void add_offset(struct pmo_buffer *out, const char *name, int32_t offset)
{
	int seconds = offset < 0 ? -offset : offset;
	pmo_buffer_add_format(out, "%s:%c%02d%02d", name, offset < 0 ? '-' : '+', seconds / 3600,
			      seconds / 60 % 60);
	if (seconds % 60)
		pmo_buffer_add_format(out, "%02d", seconds % 60);
	pmo_buffer_add_text(out, "\r\n");
}

struct turn {
	const struct zone_change *change; /* NULL: it never changes */
	int year;                         /* of its first time */
	int32_t from, to;
};

static void add_turn(struct pmo_buffer *out, const struct turn *turn)
{
	static const char *const days[] = { "SU", "MO", "TU", "WE", "TH", "FR", "SA" };
	const struct zone_change *change = turn->change;
	const char *kind = turn->to > turn->from ? "DAYLIGHT" : "STANDARD";
	pmo_buffer_add_format(out, "BEGIN:%s\r\n", kind);
	if (!change) {
		pmo_buffer_add_text(out, "DTSTART:19700101T000000\r\n");
	} else {
		int year, month, day, seconds = (int)change->seconds;
		int64_t local = zone_change_time(change, turn->year, turn->from) + turn->from;
		pmo_date_to_civil((int32_t)((local - seconds) / DAY), &year, &month, &day);
		pmo_buffer_add_format(out, "DTSTART:%04d%02d%02dT%02d%02d%02d\r\n", year, month,
				      day, seconds / 3600, seconds / 60 % 60, seconds % 60);
		pmo_buffer_add_format(out, "RRULE:FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s\r\n",
				      change->month, change->week == 5 ? -1 : change->week,
				      days[change->day]);
	}
	add_offset(out, "TZOFFSETFROM", turn->from);
	add_offset(out, "TZOFFSETTO", turn->to);
	pmo_buffer_add_format(out, "END:%s\r\n", kind);
}

void ics_add_zone(const struct zone *zone, int64_t start, struct pmo_buffer *out)
{
	const struct zone_rule *rule = &zone->rule;
	const struct pmo_moment moment = { .minutes = start };
	int year, month, day;
	pmo_date_to_civil(pmo_moment_date(&moment), &year, &month, &day);
	pmo_buffer_add_format(out, "BEGIN:VTIMEZONE\r\nTZID:%s\r\n", zone->name);
	if (rule->has_summer) {
		add_turn(out,
			 &(struct turn){ &rule->start, year - 1, rule->standard, rule->summer });
		add_turn(out, &(struct turn){ &rule->end, year - 1, rule->summer, rule->standard });
	} else {
		add_turn(out, &(struct turn){ NULL, 0, rule->standard, rule->standard });
	}
	pmo_buffer_add_text(out, "END:VTIMEZONE\r\n");
}

/*
 * Making clocks: a calendar's week, with stretches of other weeks laid over it; and two
 * clocks put together stretch by stretch.
 */
#include "plan/clock.h"

#include <pmo/arena.h>
#include <pmo/duration.h>

#include <string.h>

enum { SPANS = 7 * 24 }; /* of a week; more are not read */

/* A week while it is put together. */
struct week_draft {
	struct clock_span spans[SPANS];
	int32_t count;
};

static void draft_add(struct week_draft *draft, int weekday, struct pmo_interval interval)
{
	struct clock_span span = { weekday * CLOCK_DAY + interval.from,
				   weekday * CLOCK_DAY + interval.to, 0 };
	int32_t at = draft->count;
	if (draft->count == SPANS)
		return;
	for (; at && draft->spans[at - 1].from > span.from; at--)
		draft->spans[at] = draft->spans[at - 1];
	draft->spans[at] = span;
	draft->count++;
}

static const struct clock_week *week_of_draft(struct pmo_arena *arena, struct week_draft *draft)
{
	struct clock_week *week = pmo_arena_alloc(arena, sizeof(*week));
	struct clock_span *spans = pmo_arena_array(arena, (size_t)draft->count + 1, sizeof(*spans));
	if (!week || !spans)
		return NULL;
	int32_t at = 0;
	for (int day = 0; day <= 7; day++) {
		while (at < draft->count && draft->spans[at].to <= day * CLOCK_DAY)
			at++;
		week->first[day] = (int16_t)at;
	}
	for (int32_t i = 0; i < draft->count; i++) {
		spans[i] = draft->spans[i];
		spans[i].before = week->minutes;
		week->minutes += spans[i].to - spans[i].from;
	}
	week->spans = spans;
	week->count = draft->count;
	return week;
}

/* A clock while it is put together: stretches by day, each without the one before. */
struct builder {
	struct pmo_arena *arena;
	struct clock_stretch *stretches;
	size_t count, capacity;
	bool failed;
};

static void builder_insert(struct builder *builder, size_t at, int32_t from,
			   const struct clock_week *week)
{
	struct clock_stretch *grown =
		pmo_arena_grow(builder->arena, builder->stretches, builder->count,
			       &builder->capacity, sizeof(*grown));
	if (!grown || !week) {
		builder->failed = true;
		return;
	}
	builder->stretches = grown;
	memmove(grown + at + 1, grown + at, (builder->count - at) * sizeof(*grown));
	grown[at] = (struct clock_stretch){ .from = from, .week = week };
	builder->count++;
}

/* Where a stretch begins with that day; one is split when it must. */
static size_t builder_split(struct builder *builder, int32_t day)
{
	size_t low = 0, high = builder->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (builder->stretches[middle].from < day)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < builder->count && builder->stretches[low].from == day)
		return low;
	builder_insert(builder, low, day, low ? builder->stretches[low - 1].week : NULL);
	return low;
}

/* Lays a week over some days, both included. */
static void builder_lay(struct builder *builder, int32_t from, int32_t to,
			const struct clock_week *week)
{
	if (builder->failed || from > to || !week) {
		builder->failed |= !week;
		return;
	}
	size_t end = to < PMO_DATE_MAX ? builder_split(builder, to + 1) : builder->count;
	size_t count = builder->count;
	if (builder->failed)
		return;
	size_t begin = builder_split(builder, from);
	end += builder->count - count;
	if (builder->failed)
		return;
	builder->stretches[begin].week = week;
	memmove(builder->stretches + begin + 1, builder->stretches + end,
		(builder->count - end) * sizeof(*builder->stretches));
	builder->count -= end - begin - 1;
}

static int64_t pattern_before(const struct clock_week *week, int32_t day)
{
	int64_t days = (int64_t)day - PMO_DATE_MIN;
	int32_t minute = (int32_t)(days % 7) * CLOCK_DAY, within = week->minutes;
	for (int32_t i = 0; i < week->count; i++)
		if (week->spans[i].to > minute) {
			within = week->spans[i].before;
			break;
		}
	return days / 7 * week->minutes + within;
}

/* The most frequent length of a worked day; the longer one of two. */
static int64_t usual_day(const struct clock_week *week)
{
	int32_t minutes[7] = { 0 }, best = 0, best_count = 0;
	for (int32_t i = 0; i < week->count; i++)
		minutes[week->spans[i].from / CLOCK_DAY] += week->spans[i].to - week->spans[i].from;
	for (int day = 0; day < 7; day++) {
		int32_t count = 0;
		for (int other = 0; other < 7; other++)
			count += minutes[other] == minutes[day];
		if (minutes[day] &&
		    (count > best_count || (count == best_count && minutes[day] > best))) {
			best = minutes[day];
			best_count = count;
		}
	}
	return best;
}

static const struct clock *builder_finish(struct builder *builder, int64_t day_minutes)
{
	struct clock *clock = pmo_arena_alloc(builder->arena, sizeof(*clock));
	if (!clock || builder->failed)
		return NULL;
	int64_t before = 0;
	for (size_t i = 0; i < builder->count; i++) {
		struct clock_stretch *stretch = &builder->stretches[i];
		int32_t next =
			i + 1 < builder->count ? builder->stretches[i + 1].from : PMO_DATE_MAX + 1;
		int64_t pattern = pattern_before(stretch->week, stretch->from);
		stretch->before = before;
		stretch->offset = before - pattern;
		before += pattern_before(stretch->week, next) - pattern;
	}
	clock->stretches = builder->stretches;
	clock->count = (int32_t)builder->count;
	clock->total = before;
	clock->day_minutes = day_minutes ? day_minutes : PMO_MINUTES_PER_DAY;
	return clock;
}

/* What a working day looks like when nobody said hours: eight to five, noon off. */
static struct clock_usual usual_hours(int minutes_per_day)
{
	struct clock_usual usual = { .count = 1 };
	int from = minutes_per_day <= 960 ? 480 : 0;
	if (minutes_per_day < 1 || minutes_per_day > CLOCK_DAY)
		minutes_per_day = PMO_MINUTES_PER_DAY;
	usual.intervals[0] = (struct pmo_interval){ from, from + minutes_per_day };
	if (minutes_per_day > 240 && minutes_per_day <= 660) {
		usual.intervals[0].to = 720;
		usual.intervals[1] = (struct pmo_interval){ 780, 540 + minutes_per_day };
		usual.count = 2;
	}
	return usual;
}

static void add_usual_day(struct week_draft *draft, int weekday, const struct clock_usual *usual)
{
	for (size_t i = 0; i < usual->count; i++)
		draft_add(draft, weekday, usual->intervals[i]);
}

static const struct clock_week *week_of_calendar(struct pmo_arena *arena,
						 const struct pmo_calendar *calendar,
						 const struct clock_usual *usual)
{
	struct week_draft draft = { .count = 0 };
	for (int day = 0; day < 7; day++) {
		bool has_hours = false;
		if (calendar->weekend >> day & 1)
			continue;
		for (size_t i = 0; i < calendar->hour_count; i++) {
			if (calendar->hours[i].weekday != day)
				continue;
			draft_add(&draft, day, calendar->hours[i].interval);
			has_hours = true;
		}
		if (!has_hours)
			add_usual_day(&draft, day, usual);
	}
	return week_of_draft(arena, &draft);
}

static const struct clock_week *week_of_exception(struct pmo_arena *arena,
						  const struct pmo_exception *exception)
{
	struct week_draft draft = { .count = 0 };
	for (int day = 0; day < 7; day++)
		for (size_t i = 0; i < exception->interval_count; i++)
			draft_add(&draft, day, exception->intervals[i]);
	return week_of_draft(arena, &draft);
}

const struct clock *clock_of_calendar(struct pmo_arena *arena, const struct pmo_calendar *calendar,
				      int minutes_per_day)
{
	struct builder builder = { .arena = arena };
	struct clock_usual usual = usual_hours(minutes_per_day);
	struct week_draft nothing = { .count = 0 };
	const struct clock_week *week = week_of_calendar(arena, calendar, &usual);
	const struct clock_week *off = week_of_draft(arena, &nothing);
	if (!week || !off)
		return NULL;
	builder_insert(&builder, 0, PMO_DATE_MIN, week);
	for (size_t i = 0; i < calendar->holiday_count && !builder.failed; i++)
		builder_lay(&builder, calendar->holidays[i].date, calendar->holidays[i].date, off);
	for (size_t i = 0; i < calendar->exception_count && !builder.failed; i++) {
		const struct pmo_exception *exception = &calendar->exceptions[i];
		builder_lay(&builder, exception->from, exception->to,
			    week_of_exception(arena, exception));
	}
	return builder_finish(&builder, usual_day(week));
}

const struct clock *clock_of_all_days(struct pmo_arena *arena, int minutes_per_day)
{
	struct pmo_calendar calendar;
	pmo_calendar_init(&calendar);
	calendar.weekend = PMO_WEEKEND_NONE;
	return clock_of_calendar(arena, &calendar, minutes_per_day);
}

static const struct clock_week *combine_weeks(struct pmo_arena *arena, const struct clock_week *a,
					      const struct clock_week *b, bool both)
{
	struct week_draft draft = { .count = 0 };
	int32_t i = 0, j = 0, from = -1;
	/* The minutes at which something begins or ends, in order; a day's end closes a span. */
	for (int32_t minute = 0; minute < CLOCK_WEEK;) {
		while (i < a->count && a->spans[i].to <= minute)
			i++;
		while (j < b->count && b->spans[j].to <= minute)
			j++;
		bool in_a = i < a->count && a->spans[i].from <= minute;
		bool in_b = j < b->count && b->spans[j].from <= minute;
		int32_t next = (minute / CLOCK_DAY + 1) * CLOCK_DAY;
		int32_t change_a = i == a->count ? next : in_a ? a->spans[i].to : a->spans[i].from;
		int32_t change_b = j == b->count ? next : in_b ? b->spans[j].to : b->spans[j].from;
		next = change_a < next ? change_a : next;
		next = change_b < next ? change_b : next;
		bool works = both ? in_a && in_b : in_a || in_b;
		if (works && from < 0)
			from = minute;
		if (from >= 0 && (!works || next % CLOCK_DAY == 0)) {
			int day = from / CLOCK_DAY;
			int32_t to = works ? next : minute;
			draft_add(&draft, day,
				  (struct pmo_interval){ from - day * CLOCK_DAY,
							 to - day * CLOCK_DAY });
			from = -1;
		}
		minute = next;
	}
	return week_of_draft(arena, &draft);
}

/* Two weeks that were put together before, so that equal pairs share one. */
struct pair {
	const struct clock_week *a, *b, *both;
};

static const struct clock *combine(struct pmo_arena *arena, const struct clock *a,
				   const struct clock *b, bool both)
{
	enum { PAIRS = 8 };
	struct builder builder = { .arena = arena };
	struct pair pairs[PAIRS] = { { NULL, NULL, NULL } };
	size_t oldest = 0;
	for (int32_t i = 0, j = 0; i < a->count || j < b->count;) {
		int64_t next_a = i < a->count ? a->stretches[i].from : INT64_MAX;
		int64_t next_b = j < b->count ? b->stretches[j].from : INT64_MAX;
		int64_t from = next_a < next_b ? next_a : next_b;
		i += next_a == from;
		j += next_b == from;
		const struct clock_week *left = a->stretches[i - 1].week;
		const struct clock_week *right = b->stretches[j - 1].week;
		size_t at = 0;
		while (at < PAIRS && (pairs[at].a != left || pairs[at].b != right))
			at++;
		if (at == PAIRS) {
			at = oldest++ % PAIRS;
			pairs[at] = (struct pair){ left, right,
						   combine_weeks(arena, left, right, both) };
		}
		if (!builder.failed)
			builder_insert(&builder, builder.count, (int32_t)from, pairs[at].both);
	}
	if (builder.failed)
		return NULL;
	int64_t usual = usual_day(builder.stretches[0].week);
	return builder_finish(&builder, usual ? usual : a->day_minutes);
}

const struct clock *clock_both(struct pmo_arena *arena, const struct clock *a,
			       const struct clock *b)
{
	return a == b ? a : combine(arena, a, b, true);
}

const struct clock *clock_either(struct pmo_arena *arena, const struct clock *a,
				 const struct clock *b)
{
	return a == b ? a : combine(arena, a, b, false);
}

const struct clock *clock_without(struct pmo_arena *arena, const struct clock *clock,
				  const struct clock_leave *leave, size_t count)
{
	struct builder builder = { .arena = arena };
	struct week_draft nothing = { .count = 0 };
	const struct clock_week *off = week_of_draft(arena, &nothing);
	if (!off)
		return NULL;
	for (int32_t i = 0; i < clock->count && !builder.failed; i++)
		builder_insert(&builder, builder.count, clock->stretches[i].from,
			       clock->stretches[i].week);
	for (size_t i = 0; i < count && !builder.failed; i++)
		builder_lay(&builder, leave[i].from, leave[i].to, off);
	return builder_finish(&builder, clock->day_minutes);
}

const struct clock *clock_on_weekdays(struct pmo_arena *arena, const struct clock *clock,
				      uint8_t weekdays)
{
	struct builder builder = { .arena = arena };
	struct week_draft draft = { .count = 0 };
	for (int day = 0; day < 7; day++)
		if (weekdays >> day & 1)
			draft_add(&draft, day, (struct pmo_interval){ 0, CLOCK_DAY });
	builder_insert(&builder, 0, PMO_DATE_MIN, week_of_draft(arena, &draft));
	if (builder.failed)
		return NULL;
	const struct clock *mask = builder_finish(&builder, clock->day_minutes);
	return mask ? clock_both(arena, clock, mask) : NULL;
}

/* What a record shall say of a calendar of the file. */
#include "exchange/mspdi_want.h"

#include <inttypes.h>
#include <pmo/text.h>
#include <stdlib.h>
#include <string.h>

enum { USUAL_FROM = 8 * 60, USUAL_NOON = 12 * 60, USUAL_AFTER = 13 * 60, USUAL_TO = 17 * 60 };

static const char *const days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/* The day as it counts: its own, else that of the calendar below, else the usual week. */
static struct mspdi_day day_of(const struct pmo_mspdi *plan, const struct mspdi_calendar *calendar,
			       int weekday)
{
	static const struct mspdi_day usual = { .is_told = true,
						.is_worked = true,
						.spans = { { USUAL_FROM, USUAL_NOON },
							   { USUAL_AFTER, USUAL_TO } },
						.count = 2 };
	const struct mspdi_calendar *of = calendar;
	for (int depth = 0; of && depth < 8; depth++) {
		if (of->week[weekday].is_told &&
		    (!of->week[weekday].is_worked || of->week[weekday].count))
			return of->week[weekday];
		of = mspdi_calendar_of(plan, of->base_uid);
	}
	return weekday < 5 ? usual : (struct mspdi_day){ .is_told = true };
}

static bool is_usual(const struct mspdi_day *day)
{
	return day->count == 2 && day->spans[0].from == USUAL_FROM &&
	       day->spans[0].to == USUAL_NOON && day->spans[1].from == USUAL_AFTER &&
	       day->spans[1].to == USUAL_TO;
}

static const char *span_text(struct mspdi_context *context, struct mspdi_span span)
{
	return pmo_arena_format(context->arena, "%02d:%02d-%02d:%02d", span.from / 60,
				span.from % 60, span.to / 60, span.to % 60);
}

static void want_week(struct mspdi_context *context, const struct pmo_mspdi *plan,
		      const struct mspdi_calendar *calendar, struct mspdi_want *want)
{
	bool is_told = false, is_plain = plan->minutes_per_day == 480;
	int weekend = pmo_schema_field(want->schema, "weekend");
	for (int i = 0; i < 7; i++)
		is_told |= calendar->week[i].is_told;
	mspdi_want_set(context, want, "weekend", NULL);
	mspdi_want_set(context, want, "hours", NULL);
	if (!is_told)
		return;
	for (int i = 0; i < 7; i++) {
		struct mspdi_day day = day_of(plan, calendar, i);
		bool is_off = i >= 5;
		if (!day.is_worked)
			mspdi_want_add(context, want, "weekend", days[i]);
		is_plain &= day.is_worked == !is_off && (is_off || is_usual(&day));
	}
	if (weekend >= 0)
		want->slots[weekend].is_list = true;
	if (is_plain && calendar->base_uid < 0 && weekend >= 0) {
		want->slots[weekend].is_list = false;
		want->slots[weekend].count = 0; /* Saturday and Sunday are what is meant */
		return;
	}
	for (int i = 0; i < 7; i++) {
		struct mspdi_day day = day_of(plan, calendar, i);
		for (size_t k = 0; day.is_worked && k < day.count; k++) {
			const char *span = span_text(context, day.spans[k]);
			mspdi_want_add(
				context, want, "hours",
				span ? pmo_arena_format(context->arena, "%s %s", days[i], span)
				     : NULL);
		}
	}
}

/* A name between quotes; those in it are none. */
static const char *quoted(struct mspdi_context *context, const char *name)
{
	char *copy = name ? pmo_arena_string(context->arena, name) : NULL;
	for (char *c = copy; c && *c; c++)
		if (*c == '"' || *c == '\\' || pmo_ascii_is_space(*c))
			*c = *c == '"' ? '\'' : *c == '\\' ? '/' : ' ';
	return copy;
}

static const char *hours_text(struct mspdi_context *context, const struct mspdi_day *day)
{
	const char *text = "";
	for (size_t i = 0; i < day->count && text; i++) {
		const char *span = span_text(context, day->spans[i]);
		text = span ? pmo_arena_format(context->arena, "%s%s%s", text, *text ? "," : "",
					       span)
			    : NULL;
	}
	return text;
}

static void want_exception(struct mspdi_context *context, const struct mspdi_exception *exception,
			   struct mspdi_want *want)
{
	char from[PMO_DATE_SIZE], to[PMO_DATE_SIZE];
	const char *name = quoted(context, exception->name);
	bool is_off = !exception->day.is_worked || !exception->day.count;
	const char *hours = is_off ? "" : hours_text(context, &exception->day);
	pmo_date_format(exception->from, from);
	pmo_date_format(exception->to, to);
	if (is_off && exception->from == exception->to) {
		mspdi_want_add(context, want, "holidays",
			       pmo_arena_format(context->arena, "%s%s%s", from, name ? " " : "",
						name ? name : ""));
		return;
	}
	mspdi_want_add(context, want, "exceptions",
		       pmo_arena_format(context->arena, "from=%s to=%s%s%s%s%s%s%s", from, to,
					hours && *hours ? " hours=\"" : "", hours ? hours : "",
					hours && *hours ? "\"" : "", name ? " name=\"" : "",
					name ? name : "", name ? "\"" : ""));
	context->failed |= !hours;
}

static int compare_exceptions(const void *a, const void *b)
{
	const struct mspdi_exception *const *first = a, *const *second = b;
	if ((*first)->from != (*second)->from)
		return (*first)->from < (*second)->from ? -1 : 1;
	return (*first > *second) - (*first < *second);
}

static bool is_same_day(const struct mspdi_exception *a, const struct mspdi_exception *b)
{
	return a->from == b->from && a->to == b->to;
}

/* By date; of two on one day the first counts. */
static void want_exceptions(struct mspdi_context *context, const struct mspdi_calendar *calendar,
			    struct mspdi_want *want)
{
	size_t count = calendar->exception_count;
	const struct mspdi_exception **items =
		pmo_arena_array(context->arena, count + 1, sizeof(*items));
	mspdi_want_set(context, want, "holidays", NULL);
	mspdi_want_set(context, want, "exceptions", NULL);
	context->failed |= !items;
	if (!items)
		return;
	for (size_t i = 0; i < count; i++)
		items[i] = &calendar->exceptions[i];
	qsort(items, count, sizeof(*items), compare_exceptions);
	for (size_t i = 0; i < count; i++)
		if (!i || !is_same_day(items[i - 1], items[i]))
			want_exception(context, items[i], want);
}

void mspdi_want_calendar(struct mspdi_context *context, const struct pmo_mspdi *plan,
			 const struct mspdi_calendar *calendar, struct mspdi_want *want)
{
	const struct mspdi_calendar *base = mspdi_calendar_of(plan, calendar->base_uid);
	const char *name = calendar->name ? calendar->name : calendar->handle;
	mspdi_want_set(context, want, "name", quoted(context, name));
	mspdi_want_set(context, want, "base", base ? base->handle : NULL);
	mspdi_want_set(context, want, "uid",
		       pmo_arena_format(context->arena, "%" PRId64, calendar->uid));
	want_week(context, plan, calendar, want);
	want_exceptions(context, calendar, want);
}

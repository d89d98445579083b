/* Small things that all of an export's steps write with. */
#include "exchange/mspdi_export.h"

#include <pmo/date.h>

#include <inttypes.h>
#include <string.h>

void mspdi_out(struct mspdi_export *run, struct mspdi_element *parent, const char *name,
	       const char *text)
{
	run->failed |= !parent || !mspdi_put(run->arena, parent, name, text);
}

void mspdi_out_number(struct mspdi_export *run, struct mspdi_element *parent, const char *name,
		      int64_t number)
{
	char *text = pmo_arena_format(run->arena, "%" PRId64, number);
	run->failed |= !text;
	if (text)
		mspdi_out(run, parent, name, text);
}

int64_t mspdi_moment_of(const char *date, int minute)
{
	int32_t day;
	if (!date || strlen(date) < 10 || pmo_date_parse(date, 10, &day) != PMO_OK)
		return MSPDI_NO_TIME;
	return (int64_t)day * 24 * 60 + minute;
}

void mspdi_out_time(struct mspdi_export *run, struct mspdi_element *parent, const char *name,
		    int64_t minutes)
{
	char text[MSPDI_TEXT_SIZE];
	if (minutes == MSPDI_NO_TIME) {
		mspdi_out(run, parent, name, NULL);
		return;
	}
	mspdi_format_time(minutes, text);
	char *copy = pmo_arena_string(run->arena, text);
	run->failed |= !copy;
	if (copy)
		mspdi_out(run, parent, name, copy);
}

void mspdi_out_span(struct mspdi_export *run, struct mspdi_element *parent, const char *name,
		    int64_t seconds)
{
	char text[MSPDI_TEXT_SIZE];
	mspdi_format_span(seconds, text);
	char *copy = pmo_arena_string(run->arena, text);
	run->failed |= !copy;
	if (copy)
		mspdi_out(run, parent, name, copy);
}

/* "08:00:00" */
static int clock_of(const struct mspdi_export *run, const char *name, int fallback)
{
	char moment[32] = "2000-01-01T";
	const char *text = mspdi_text(run->root, name);
	int64_t minutes;
	if (!text || strlen(text) > 12)
		return fallback;
	memcpy(moment + 11, text, strlen(text) + 1);
	if (!mspdi_read_time(moment, &minutes))
		return fallback;
	int minute = (int)(minutes % (24 * 60));
	return minute ? minute : fallback;
}

int mspdi_day_start(const struct mspdi_export *run)
{
	return clock_of(run, "DefaultStartTime", 8 * 60);
}

int mspdi_day_end(const struct mspdi_export *run)
{
	return clock_of(run, "DefaultFinishTime", 17 * 60);
}

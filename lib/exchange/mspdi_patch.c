/* One task of the document: each field that differs from what was imported is written. */
#include "exchange/mspdi_export.h"

#include <pmo/date.h>
#include <pmo/duration.h>
#include <pmo/text.h>

#include <stdlib.h>
#include <string.h>

struct patch {
	const char *field;
	void (*write)(struct mspdi_export *run, struct mspdi_row *row,
		      const struct mspdi_slot *slot);
};

static const char *text_of(const struct mspdi_slot *slot)
{
	return slot->count ? slot->items[0] : NULL;
}

bool mspdi_seconds(const struct mspdi_export *run, const char *text, int64_t *seconds, int *format)
{
	static const int formats[] = { 7, 8, 9, 5, 3 };
	int64_t day = (int64_t)run->import.context.minutes_per_day * 60;
	const int64_t lengths[] = { day, 86400, 5 * day, 3600, 60 };
	struct pmo_duration duration;
	if (!text || pmo_duration_parse(text, strlen(text), true, &duration) != PMO_OK)
		return false;
	*seconds = duration.amount * lengths[duration.unit] / 1000;
	*format = formats[duration.unit];
	return true;
}

static void write_title(struct mspdi_export *run, struct mspdi_row *row,
			const struct mspdi_slot *slot)
{
	mspdi_out(run, row->element, "Name", text_of(slot));
}

static void write_wbs(struct mspdi_export *run, struct mspdi_row *row,
		      const struct mspdi_slot *slot)
{
	const char *text = text_of(slot);
	if (text)
		mspdi_out(run, row->element, "WBS", text);
	else if (row->kept)
		mspdi_out(run, row->element, "WBS", row->kept->outline);
}

static void write_duration(struct mspdi_export *run, struct mspdi_row *row,
			   const struct mspdi_slot *slot)
{
	int64_t seconds = 0;
	int format = 7;
	if (!mspdi_seconds(run, text_of(slot), &seconds, &format))
		return;
	mspdi_out_span(run, row->element, "Duration", seconds);
	mspdi_out_number(run, row->element, "DurationFormat", format);
	if (mspdi_flag(row->element, "Manual"))
		mspdi_out_span(run, row->element, "ManualDuration", seconds);
	/* Of what has begun it says something; where nothing said it, nothing shall. */
	bool is_begun = mspdi_text(row->element, "ActualStart") &&
			!mspdi_text(row->element, "RemainingDuration");
	if (!is_begun && !mspdi_number(row->element, "PercentComplete", 0))
		mspdi_out_span(run, row->element, "RemainingDuration", seconds);
}

static void write_effort(struct mspdi_export *run, struct mspdi_row *row,
			 const struct mspdi_slot *slot)
{
	int64_t seconds = 0;
	int format;
	if (mspdi_seconds(run, text_of(slot), &seconds, &format) || !slot->count)
		mspdi_out_span(run, row->element, "Work", seconds);
}

static void write_sizing(struct mspdi_export *run, struct mspdi_row *row,
			 const struct mspdi_slot *slot)
{
	const char *text = text_of(slot);
	int type = !text                                 ? 0
		   : strcmp(text, "fixed_duration") == 0 ? 1
		   : strcmp(text, "fixed_work") == 0     ? 2
							 : 0;
	mspdi_out_number(run, row->element, "Type", type);
}

static void write_by_hand(struct mspdi_export *run, struct mspdi_row *row,
			  const struct mspdi_slot *slot)
{
	const char *text = text_of(slot);
	mspdi_out_number(run, row->element, "Manual", text && strcmp(text, "no") != 0);
}

/* Without a duration in the file the dates would be read for one. */
static void keep_duration(struct mspdi_export *run, struct mspdi_row *row)
{
	struct mspdi_slot slot;
	int index = pmo_schema_field(row->record->schema, "duration");
	if (index < 0 || mspdi_text(row->element, "Duration"))
		return;
	if (mspdi_record_slot(&run->import.context, row->record, index, &slot) == PMO_OK)
		write_duration(run, row, &slot);
	else
		run->failed = true;
}

static void write_planned_start(struct mspdi_export *run, struct mspdi_row *row,
				const struct mspdi_slot *slot)
{
	int64_t time = mspdi_moment_of(text_of(slot), mspdi_day_start(run));
	mspdi_out_time(run, row->element, "ManualStart", time);
	if (time != MSPDI_NO_TIME)
		mspdi_out_time(run, row->element, "Start", time);
	keep_duration(run, row);
}

static void write_planned_finish(struct mspdi_export *run, struct mspdi_row *row,
				 const struct mspdi_slot *slot)
{
	int64_t time = mspdi_moment_of(text_of(slot), mspdi_day_end(run));
	mspdi_out_time(run, row->element, "ManualFinish", time);
	if (time != MSPDI_NO_TIME)
		mspdi_out_time(run, row->element, "Finish", time);
	keep_duration(run, row);
}

/* A milestone that is expected on a day that a person gave. */
static void write_forecast(struct mspdi_export *run, struct mspdi_row *row,
			   const struct mspdi_slot *slot)
{
	int64_t time = mspdi_moment_of(text_of(slot), mspdi_day_end(run));
	mspdi_out_number(run, row->element, "Manual", time != MSPDI_NO_TIME);
	mspdi_out_time(run, row->element, "ManualStart", time);
	mspdi_out_time(run, row->element, "ManualFinish", time);
	if (time != MSPDI_NO_TIME) {
		mspdi_out_time(run, row->element, "Start", time);
		mspdi_out_time(run, row->element, "Finish", time);
	}
}

static void write_constraint(struct mspdi_export *run, struct mspdi_row *row,
			     const struct mspdi_slot *slot)
{
	static const char *const kinds[] = { "asap", "alap", "mso",  "mfo",
					     "snet", "snlt", "fnet", "fnlt" };
	const char *text = text_of(slot);
	const char *blank = text ? strchr(text, ' ') : NULL;
	int type = 0;
	for (int i = 0; text && i < 8; i++)
		if (strncmp(text, kinds[i], strlen(kinds[i])) == 0)
			type = i;
	bool is_finish = type == 3 || type == 6 || type == 7;
	mspdi_out_number(run, row->element, "ConstraintType", type);
	mspdi_out_time(run, row->element, "ConstraintDate",
		       mspdi_moment_of(blank ? blank + 1 : NULL,
				       is_finish ? mspdi_day_end(run) : mspdi_day_start(run)));
}

static void write_deadline(struct mspdi_export *run, struct mspdi_row *row,
			   const struct mspdi_slot *slot)
{
	mspdi_out_time(run, row->element, "Deadline",
		       mspdi_moment_of(text_of(slot), mspdi_day_end(run)));
}

static void write_calendar(struct mspdi_export *run, struct mspdi_row *row,
			   const struct mspdi_slot *slot)
{
	const char *handle = text_of(slot);
	mspdi_out_number(run, row->element, "CalendarUID",
			 handle ? mspdi_calendar_uid(run, handle) : -1);
}

void mspdi_out_date(struct mspdi_export *run, struct mspdi_element *element, const char *name,
		    int64_t time)
{
	const char *typed = strcmp(name, "Start") == 0 ? "ManualStart" : "ManualFinish";
	int64_t before = mspdi_time(element, name);
	if (mspdi_flag(element, "Manual") && !mspdi_text(element, typed) && before != MSPDI_NO_TIME)
		mspdi_out_time(run, element, typed, before);
	mspdi_out_time(run, element, name, time);
}

static void write_actual_start(struct mspdi_export *run, struct mspdi_row *row,
			       const struct mspdi_slot *slot)
{
	int64_t time = mspdi_moment_of(text_of(slot), mspdi_day_start(run));
	mspdi_out_time(run, row->element, "ActualStart", time);
	if (time != MSPDI_NO_TIME)
		mspdi_out_date(run, row->element, "Start", time);
}

static void write_actual_finish(struct mspdi_export *run, struct mspdi_row *row,
				const struct mspdi_slot *slot)
{
	int64_t time = mspdi_moment_of(text_of(slot), mspdi_day_end(run));
	mspdi_out_time(run, row->element, "ActualFinish", time);
	if (time != MSPDI_NO_TIME)
		mspdi_out_date(run, row->element, "Finish", time);
	if (row->is_milestone)
		mspdi_out_time(run, row->element, "ActualStart", time);
	mspdi_out_number(run, row->element, "PercentComplete", time != MSPDI_NO_TIME ? 100 : 0);
	if (time != MSPDI_NO_TIME)
		mspdi_out_span(run, row->element, "RemainingDuration", 0);
}

static void write_percent(struct mspdi_export *run, struct mspdi_row *row,
			  const struct mspdi_slot *slot)
{
	const char *text = text_of(slot);
	int64_t percent = 0;
	for (const char *c = text ? text : ""; pmo_ascii_is_digit(*c) && percent < 1000; c++)
		percent = percent * 10 + (*c - '0');
	if (!text && mspdi_text(row->element, "ActualFinish"))
		return;
	mspdi_out_number(run, row->element, "PercentComplete", percent > 100 ? 100 : percent);
	if (percent >= 100)
		mspdi_out_span(run, row->element, "RemainingDuration", 0);
}

static void write_remaining(struct mspdi_export *run, struct mspdi_row *row,
			    const struct mspdi_slot *slot)
{
	int64_t seconds;
	int format;
	if (mspdi_seconds(run, text_of(slot), &seconds, &format))
		mspdi_out_span(run, row->element, "RemainingDuration", seconds);
}

static void write_priority(struct mspdi_export *run, struct mspdi_row *row,
			   const struct mspdi_slot *slot)
{
	const char *text = text_of(slot);
	mspdi_out(run, row->element, "Priority", text ? text : "500");
}

static void write_status(struct mspdi_export *run, struct mspdi_row *row,
			 const struct mspdi_slot *slot)
{
	const char *text = text_of(slot);
	mspdi_out_number(run, row->element, "Active", !text || strcmp(text, "cancelled") != 0);
}

/* "+10d", "-75%": a lag behind the type of a link. */
static void write_lag(struct mspdi_export *run, struct mspdi_element *link, const char *lag)
{
	size_t length = strlen(lag);
	int64_t value = 0;
	int format = 7;
	if (length && lag[length - 1] == '%') {
		long percent = strtol(lag, NULL, 10);
		value = percent;
		format = 19;
	} else if (mspdi_seconds(run, *lag == '+' ? lag + 1 : lag, &value, &format)) {
		value /= 6;
	}
	mspdi_out_number(run, link, "LinkLag", value);
	mspdi_out_number(run, link, "LagFormat", format);
}

/* "TSK-012 SS+10d" */
static void write_link(struct mspdi_export *run, struct mspdi_row *row, const char *text)
{
	static const char *const types[] = { "FF", "FS", "SF", "SS" };
	size_t length = strcspn(text, " ");
	char *id = pmo_arena_copy(run->arena, text, length);
	const struct mspdi_row *from = id ? map_get(&run->by_id, id) : NULL;
	const char *rest = text + length + strspn(text + length, " ");
	int64_t type = 1;
	if (!from)
		return;
	for (int i = 0; i < 4; i++)
		if (strncmp(rest, types[i], 2) == 0)
			type = i;
	if (pmo_ascii_is_upper(*rest))
		rest += 2;
	struct mspdi_element *link = mspdi_add(run->arena, row->element, "PredecessorLink", NULL);
	run->failed |= !link;
	if (!link)
		return;
	mspdi_out_number(run, link, "PredecessorUID", from->uid);
	mspdi_out_number(run, link, "Type", type);
	mspdi_out_number(run, link, "CrossProject", 0);
	write_lag(run, link, rest);
}

static void write_preds(struct mspdi_export *run, struct mspdi_row *row,
			const struct mspdi_slot *slot)
{
	struct mspdi_element *link = mspdi_child(row->element, "PredecessorLink");
	for (; link; link = mspdi_next(link))
		link->is_gone = true;
	for (size_t i = 0; i < slot->count; i++)
		write_link(run, row, slot->items[i]);
}

/* Percent comes before what remains: the one makes a guess of the other. */
static const struct patch patches[] = {
	{ "title", write_title },
	{ "wbs", write_wbs },
	{ "by_hand", write_by_hand },
	{ "duration", write_duration },
	{ "effort", write_effort },
	{ "sizing", write_sizing },
	{ "planned_start", write_planned_start },
	{ "planned_finish", write_planned_finish },
	{ "forecast", write_forecast },
	{ "preds", write_preds },
	{ "constraint", write_constraint },
	{ "deadline", write_deadline },
	{ "calendar", write_calendar },
	{ "assignees", mspdi_patch_people },
	{ "actual_start", write_actual_start },
	{ "actual_finish", write_actual_finish },
	{ "percent", write_percent },
	{ "remaining", write_remaining },
	{ "priority", write_priority },
	{ "status", write_status },
};

/* A state that Project does not know is none of its business. */
static bool is_same_status(const struct pmo_record *record, const struct mspdi_slot *base)
{
	bool is_out = strcmp(pmo_record_state(record)->name, "cancelled") == 0;
	return is_out == (base->count != 0);
}

enum pmo_result mspdi_patch_row(struct mspdi_export *run, struct mspdi_row *row)
{
	struct mspdi_context *context = &run->import.context;
	const struct pmo_schema *schema = row->record->schema;
	struct mspdi_want base;
	enum pmo_result result = mspdi_want_init(context, &base, schema);
	if (result == PMO_OK && row->kept) {
		mspdi_want_task(context, run->import.plan, row->kept, &base);
		result = mspdi_settle(context, &base);
	}
	for (size_t i = 0; i < sizeof(patches) / sizeof(*patches) && result == PMO_OK; i++) {
		struct mspdi_slot now;
		int index = pmo_schema_field(schema, patches[i].field);
		if (index < 0)
			continue;
		result = mspdi_record_slot(context, row->record, index, &now);
		if (result != PMO_OK || mspdi_slot_equals(&now, &base.slots[index]))
			continue;
		if (index == schema->status && is_same_status(row->record, &base.slots[index]))
			continue;
		patches[i].write(run, row, &now);
		row->is_changed = run->has_changed = true;
	}
	return result == PMO_OK && run->failed ? PMO_NO_MEMORY : result;
}

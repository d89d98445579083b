/* What a record shall say of a task, a milestone or a baseline of the file. */
#include "exchange/mspdi_want.h"

#include <pmo/duration.h>
#include <pmo/text.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { SECONDS_A_DAY = 86400, LIMIT_UNITS = 1000000000 };

static const char *date_text(struct mspdi_context *context, int64_t minutes)
{
	char text[PMO_DATE_SIZE];
	int32_t date = mspdi_date(minutes);
	if (date == PMO_DATE_NONE)
		return NULL;
	pmo_date_format(date, text);
	char *copy = pmo_arena_string(context->arena, text);
	context->failed |= !copy;
	return copy;
}

/* So many thousandths of a unit; whether that is exact is *exact. */
static int64_t thousandths(int64_t seconds, int64_t unit, bool *exact)
{
	int64_t amount = seconds * 1000;
	*exact = amount % unit == 0;
	int64_t half = amount < 0 ? -unit / 2 : unit / 2;
	return (amount + half) / unit;
}

static enum pmo_duration_unit unit_of(int format)
{
	if (mspdi_format_is_elapsed(format))
		return PMO_DURATION_CALENDAR_DAYS;
	return format == 3   ? PMO_DURATION_MINUTES
	       : format == 5 ? PMO_DURATION_HOURS
	       : format == 9 ? PMO_DURATION_WEEKS
			     : PMO_DURATION_DAYS;
}

/* A day is so long only where both programs say so; else hours are what both mean alike. */
static enum pmo_duration_unit usable_unit(const struct mspdi_context *context,
					  const struct pmo_mspdi *plan, int format)
{
	enum pmo_duration_unit unit = unit_of(format);
	if (unit == PMO_DURATION_WEEKS && plan->minutes_per_week != 5 * plan->minutes_per_day)
		unit = PMO_DURATION_DAYS;
	if ((unit == PMO_DURATION_DAYS || unit == PMO_DURATION_WEEKS) &&
	    plan->minutes_per_day != context->minutes_per_day)
		unit = PMO_DURATION_HOURS;
	return unit;
}

const char *mspdi_duration(const struct mspdi_context *context, const struct pmo_mspdi *plan,
			   int64_t seconds, int format)
{
	int64_t day = (int64_t)plan->minutes_per_day * 60;
	const int64_t lengths[] = {
		[PMO_DURATION_DAYS] = day,      [PMO_DURATION_CALENDAR_DAYS] = SECONDS_A_DAY,
		[PMO_DURATION_WEEKS] = 5 * day, [PMO_DURATION_HOURS] = 3600,
		[PMO_DURATION_MINUTES] = 60,
	};
	static const enum pmo_duration_unit finer[] = {
		[PMO_DURATION_DAYS] = PMO_DURATION_HOURS,
		[PMO_DURATION_CALENDAR_DAYS] = PMO_DURATION_CALENDAR_DAYS,
		[PMO_DURATION_WEEKS] = PMO_DURATION_DAYS,
		[PMO_DURATION_HOURS] = PMO_DURATION_MINUTES,
		[PMO_DURATION_MINUTES] = PMO_DURATION_MINUTES,
	};
	char text[PMO_DURATION_SIZE];
	enum pmo_duration_unit unit = usable_unit(context, plan, mspdi_format(plan, format));
	bool exact;
	int64_t amount = thousandths(seconds, lengths[unit], &exact);
	while (!exact && finer[unit] != unit) {
		unit = finer[unit];
		amount = thousandths(seconds, lengths[unit], &exact);
	}
	if (amount / 1000 > LIMIT_UNITS || amount / 1000 < -LIMIT_UNITS)
		return NULL;
	pmo_duration_format((struct pmo_duration){ amount, unit }, text);
	return pmo_arena_string(context->arena, text);
}

static const char *sign_of(const char *lag)
{
	return *lag == '-' ? "" : "+";
}

/* "TSK-012 SS+10d", "TSK-012 FS-75%". */
static const char *link_text(struct mspdi_context *context, const struct pmo_mspdi *plan,
			     const struct mspdi_link *link)
{
	static const char *const types[] = { "FF", "FS", "SF", "SS" };
	const char *id = mspdi_id_of(context, link->from), *lag = NULL;
	if (!id || link->from_at < 0)
		return NULL;
	if (link->lag && (link->format == 19 || link->format == 20))
		lag = pmo_arena_format(context->arena, "%" PRId64 "%%", link->lag);
	else if (link->lag)
		lag = mspdi_duration(context, plan, link->lag * 6, link->format);
	if (!lag && link->type == 1)
		return id;
	return pmo_arena_format(context->arena, "%s %s%s%s", id, types[link->type],
				lag ? sign_of(lag) : "", lag ? lag : "");
}

static void want_links(struct mspdi_context *context, const struct pmo_mspdi *plan,
		       const struct mspdi_task *task, struct mspdi_want *want)
{
	mspdi_want_set(context, want, "preds", NULL);
	for (size_t i = 0; i < task->link_count; i++) {
		const struct mspdi_link *link = &plan->links[task->first_link + i];
		const char *text = link_text(context, plan, link);
		if (text)
			mspdi_want_add(context, want, "preds", text);
	}
}

static void want_constraint(struct mspdi_context *context, const struct mspdi_task *task,
			    struct mspdi_want *want)
{
	static const char *const kinds[] = { "asap", "alap", "mso",  "mfo",
					     "snet", "snlt", "fnet", "fnlt" };
	const char *date = date_text(context, task->constraint_date);
	const char *text = NULL;
	if (task->is_pinned)
		return;
	if (task->constraint == MSPDI_ALAP)
		text = "alap";
	else if (task->constraint != MSPDI_ASAP && date)
		text = pmo_arena_format(context->arena, "%s %s", kinds[task->constraint], date);
	mspdi_want_set(context, want, "constraint", text);
}

/* "0.5" is 50, "1" is all and says nothing. */
static const char *units_text(struct mspdi_context *context, const char *units)
{
	int64_t whole = 0, part = 0, scale = 100000;
	const char *c = units ? units : "1";
	for (; pmo_ascii_is_digit(*c) && whole < 10000; c++)
		whole = whole * 10 + (*c - '0');
	if (*c == '.')
		for (c++; pmo_ascii_is_digit(*c) && scale > 1; c++) {
			part = part * 10 + (*c - '0');
			scale /= 10;
		}
	int64_t percent = whole * 100000 + part * scale; /* thousandths of a percent */
	if (percent == 100000)
		return "";
	if (percent % 1000 == 0)
		return pmo_arena_format(context->arena, " %" PRId64 "%%", percent / 1000);
	return pmo_arena_format(context->arena, " %" PRId64 ".%02" PRId64 "%%", percent / 1000,
				percent % 1000 / 10);
}

static bool has_assignee(const struct mspdi_want *want, const char *handle)
{
	int index = pmo_schema_field(want->schema, "assignees");
	const struct mspdi_slot *slot = index < 0 ? NULL : &want->slots[index];
	size_t length = strlen(handle);
	for (size_t i = 0; slot && i < slot->count; i++)
		if (strncmp(slot->items[i], handle, length) == 0 &&
		    (!slot->items[i][length] || slot->items[i][length] == ' '))
			return true;
	return false;
}

static void want_people(struct mspdi_context *context, const struct pmo_mspdi *plan,
			const struct mspdi_task *task, struct mspdi_want *want)
{
	mspdi_want_set(context, want, "assignees", NULL);
	for (size_t i = 0; i < task->assignment_count; i++) {
		const struct mspdi_assignment *one =
			&plan->assignments[plan->by_task[task->first_assignment + i]];
		const char *handle =
			one->resource < 0 ? NULL : plan->resources[one->resource].handle;
		if (!handle || has_assignee(want, handle))
			continue;
		const char *units = units_text(context, one->units);
		mspdi_want_add(context, want, "assignees",
			       units ? pmo_arena_format(context->arena, "%s%s", handle, units)
				     : NULL);
	}
}

/* In days; in hours where those of a shift are not as long. */
static int duration_format(const struct pmo_mspdi *plan, const struct mspdi_task *task)
{
	enum { HOURS = 5 };
	bool is_elapsed = mspdi_format_is_elapsed(mspdi_format(plan, task->duration_format));
	return !is_elapsed && mspdi_is_on_shift(plan, task) ? HOURS : task->duration_format;
}

/* A task that is under way says what remains; before, and when done, that follows. */
static void want_progress(struct mspdi_context *context, const struct pmo_mspdi *plan,
			  const struct mspdi_task *task, struct mspdi_want *want)
{
	bool is_open = task->actual_start != MSPDI_NO_TIME && task->percent < 100;
	/* Other programs write a finish for what is not done. */
	bool is_done = task->percent == 100 || !mspdi_text(task->element, "PercentComplete");
	bool is_known = task->remaining != MSPDI_NO_TIME && task->remaining >= 0;
	mspdi_want_set(context, want, "actual_start", date_text(context, task->actual_start));
	mspdi_want_set(context, want, "actual_finish",
		       is_done ? date_text(context, task->actual_finish) : NULL);
	/* What is done says so by its finish. */
	bool is_plain = !task->percent || (is_done && task->actual_finish != MSPDI_NO_TIME);
	mspdi_want_set(context, want, "percent",
		       !is_plain ? pmo_arena_format(context->arena, "%d", task->percent) : NULL);
	mspdi_want_set(context, want, "remaining",
		       is_open && is_known ? mspdi_duration(context, plan, task->remaining,
							    duration_format(plan, task))
					   : NULL);
}

static void want_work(struct mspdi_context *context, const struct pmo_mspdi *plan,
		      const struct mspdi_task *task, struct mspdi_want *want)
{
	static const char *const sizings[] = { NULL, "fixed_duration", "fixed_work" };
	enum { DAYS = 7 };
	bool has_texts = task->start_is_text || task->finish_is_text || task->duration_is_text;
	int64_t typed = has_texts ? MSPDI_NO_TIME : mspdi_hand_seconds(plan, task);
	bool is_typed = typed != MSPDI_NO_TIME;
	int64_t length = is_typed ? typed : task->duration;
	bool takes_time = length != MSPDI_NO_TIME && length >= 0;
	bool has_work = task->work != MSPDI_NO_TIME && task->work > 0;
	const char *start = task->start_is_text ? NULL : date_text(context, task->typed_start);
	const char *finish = task->finish_is_text ? NULL : date_text(context, task->typed_finish);
	mspdi_want_set(context, want, "duration",
		       takes_time ? mspdi_duration(context, plan, length,
						   is_typed ? DAYS : duration_format(plan, task))
				  : NULL);
	mspdi_want_set(context, want, "effort",
		       has_work ? mspdi_duration(context, plan, task->work, 5) : NULL);
	mspdi_want_set(context, want, "sizing", sizings[task->type]);
	mspdi_want_set(context, want, "by_hand", task->by_hand ? "yes" : NULL);
	mspdi_want_set(context, want, "planned_start", task->by_hand ? start : NULL);
	mspdi_want_set(context, want, "planned_finish", task->by_hand ? finish : NULL);
	want_progress(context, plan, task, want);
	want_people(context, plan, task, want);
}

/* What a summary has follows from what is below it. */
static void want_nothing(struct mspdi_context *context, struct mspdi_want *want)
{
	static const char *const names[] = { "duration",      "effort",        "remaining",
					     "percent",       "actual_start",  "by_hand",
					     "actual_finish", "planned_start", "planned_finish" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		mspdi_want_set(context, want, names[i], NULL);
}

/* A milestone that is set by hand is expected on that day, whatever comes before it. */
static void want_point(struct mspdi_context *context, const struct mspdi_task *task,
		       struct mspdi_want *want)
{
	bool is_reached = task->actual_finish != MSPDI_NO_TIME || task->percent == 100;
	int64_t reached = task->actual_finish != MSPDI_NO_TIME  ? task->actual_finish
			  : task->actual_start != MSPDI_NO_TIME ? task->actual_start
								: task->finish;
	const char *date = task->by_hand ? date_text(context, task->typed_start) : NULL;
	mspdi_want_set(context, want, "actual_finish",
		       is_reached ? date_text(context, reached) : NULL);
	mspdi_want_set(context, want, "forecast", is_reached ? NULL : date);
	mspdi_want_set(context, want, "basis",
		       date && !is_reached ? "set by hand in MS Project" : NULL);
}

/* One line; a title has no line ends. */
static const char *one_line(struct mspdi_context *context, const char *text)
{
	char *line = pmo_arena_string(context->arena, text);
	context->failed |= !line;
	for (char *c = line; c && *c; c++)
		if (pmo_ascii_is_space(*c))
			*c = ' ';
	return line;
}

static void want_place(struct mspdi_context *context, const struct pmo_mspdi *plan,
		       const struct mspdi_task *task, struct mspdi_want *want)
{
	const char *parent =
		task->parent < 0 ? NULL : mspdi_id_of(context, plan->tasks[task->parent].uid);
	const struct mspdi_calendar *calendar = mspdi_calendar_of(plan, task->calendar_uid);
	bool is_code = task->wbs && strcmp(task->wbs, task->outline) != 0;
	mspdi_want_set(context, want, "parent", parent);
	mspdi_want_set(context, want, "wbs", is_code ? one_line(context, task->wbs) : NULL);
	mspdi_want_set(context, want, "calendar", calendar ? calendar->handle : NULL);
	mspdi_want_set(context, want, "deadline", date_text(context, task->deadline));
	mspdi_want_set(context, want, "status", task->is_inactive ? "cancelled" : NULL);
	mspdi_want_set(context, want, "priority",
		       task->priority == 500
			       ? NULL
			       : pmo_arena_format(context->arena, "%d", task->priority));
}

void mspdi_want_task(struct mspdi_context *context, const struct pmo_mspdi *plan,
		     const struct mspdi_task *task, struct mspdi_want *want)
{
	bool is_point = want->schema == context->milestone;
	mspdi_want_set(context, want, "title", one_line(context, task->name));
	mspdi_want_set(context, want, "uid",
		       task->uid < 0 ? NULL
				     : pmo_arena_format(context->arena, "%" PRId64, task->uid));
	want_place(context, plan, task, want);
	if (!is_point)
		mspdi_want_set(context, want, "kind", task->is_summary ? "summary" : NULL);
	if (is_point)
		want_point(context, task, want);
	else if (task->is_summary)
		want_nothing(context, want);
	else
		want_work(context, plan, task, want);
	want_links(context, plan, task, want);
	want_constraint(context, task, want);
}

static const struct mspdi_element *baseline_of(const struct mspdi_task *task, int number)
{
	const struct mspdi_element *baseline = mspdi_child(task->element, "Baseline");
	while (baseline && mspdi_number(baseline, "Number", 0) != number)
		baseline = mspdi_next(baseline);
	return baseline;
}

static bool want_baseline_of(struct mspdi_context *context, const struct pmo_mspdi *plan,
			     const struct mspdi_task *task, int number, struct mspdi_want *want)
{
	const struct mspdi_element *baseline = baseline_of(task, number);
	const char *id = mspdi_id_of(context, task->uid);
	const char *start = date_text(context, mspdi_time(baseline, "Start"));
	const char *finish = date_text(context, mspdi_time(baseline, "Finish"));
	int64_t length = mspdi_span(baseline, "Duration");
	start = start ? start : finish;
	finish = finish ? finish : start;
	if (!baseline || !id || !start || task->is_summary)
		return false;
	const char *duration =
		length == MSPDI_NO_TIME || length < 0
			? NULL
			: mspdi_duration(context, plan, length, task->duration_format);
	if (task->is_milestone)
		mspdi_want_add(context, want, "milestones",
			       pmo_arena_format(context->arena, "%s %s", id, finish));
	else
		mspdi_want_add(context, want, "tasks",
			       pmo_arena_format(context->arena, "%s %s..%s%s%s", id, start, finish,
						duration ? " " : "", duration ? duration : ""));
	return true;
}

bool mspdi_want_baseline(struct mspdi_context *context, const struct pmo_mspdi *plan, int number,
			 struct mspdi_want *want)
{
	bool any = false;
	mspdi_want_set(context, want, "milestones", NULL);
	mspdi_want_set(context, want, "tasks", NULL);
	for (size_t i = 0; i < plan->task_count; i++)
		any |= want_baseline_of(context, plan, &plan->tasks[i], number, want);
	return any;
}

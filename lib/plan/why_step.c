/* One step of a chain: what sets its dates, in words. */
#include "plan/why.h"

#include <string.h>

/* `Mar 15 to 16, 2027`, `Dec 9 to Jan 4, 2027`. */
static const char *span(struct plan *plan, const struct pmo_plan_item *item)
{
	int year, month, day, last_year, last_month, last_day;
	int32_t from = item->start, to = item->finish;
	if (from == to || from == PMO_DATE_NONE || item->kind == PMO_ITEM_MILESTONE)
		return why_day(plan, to);
	pmo_date_to_civil(from, &year, &month, &day);
	pmo_date_to_civil(to, &last_year, &last_month, &last_day);
	const char *text;
	if (year != last_year)
		text = pmo_arena_format(&plan->memory, "%s to %s", why_day(plan, from),
					why_day(plan, to));
	else if (month != last_month)
		text = pmo_arena_format(&plan->memory, "%s %d to %s", pmo_date_month_name(month),
					day, why_day(plan, to));
	else
		text = pmo_arena_format(&plan->memory, "%s %d to %s", pmo_date_month_name(month),
					day, why_day(plan, to) + 4);
	return text ? text : "?";
}

/* `10 days after`, `2 days before the end of`: what the lag says; lag 0: NULL. */
static const char *lag_text(struct plan *plan, int link)
{
	const struct pmo_plan_link *of = &plan->open.links[link];
	const struct pmo_plan_item *to = &plan->open.items[of->to];
	int64_t lag = link_lag(plan, link);
	int64_t day = of->elapsed ? CLOCK_DAY : to->day_minutes > 0 ? to->day_minutes : 480;
	int64_t size = lag < 0 ? -lag : lag, days = (size + day - 1) / day;
	if (!lag)
		return NULL;
	return pmo_arena_format(&plan->memory, "%lld %sday%s %s", (long long)days,
				of->elapsed ? "calendar " : "", days == 1 ? "" : "s",
				lag < 0 ? "before" : "after");
}

static void add_link(struct plan *plan, int at, struct pmo_buffer *out)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	const struct pmo_plan_link *link = &plan->open.links[item->cause.link];
	const struct pmo_plan_item *from = &plan->open.items[link->from];
	const char *lag = lag_text(plan, item->cause.link);
	const char *name = why_title(plan, link->from);
	bool of_start = link->kind == PMO_LINK_SS || link->kind == PMO_LINK_SF;
	const char *day = why_day(plan, of_start ? from->start : from->finish);
	if (link->kind == PMO_LINK_FF || link->kind == PMO_LINK_SF) {
		pmo_buffer_add_format(out, "it cannot end before %s%s%s %s (%s)", lag ? lag : "",
				      lag ? " " : "", name, of_start ? "begins" : "ends", day);
		return;
	}
	/* The step that follows in the chain says when it is done. */
	if (of_start)
		pmo_buffer_add_format(out, "%s %s %s (%s)", lag ? lag : "as soon as", name,
				      from->state == PMO_ITEM_NOT_STARTED ? "begins" : "began",
				      day);
	else
		pmo_buffer_add_format(out, "%s %s", lag ? lag : "after", name);
}

static const char *constraint_text(const struct plan_work *work)
{
	static const char *const texts[] = {
		[PLAN_SNET] = "not to start before", [PLAN_SNLT] = "to start by",
		[PLAN_FNET] = "not to end before",   [PLAN_FNLT] = "to end by",
		[PLAN_MSO] = "to start on",          [PLAN_MFO] = "to end on",
	};
	return work->constraint <= PLAN_MFO ? texts[work->constraint] : NULL;
}

/* `Build complete is ready Dec 11, 13 days too late`. */
static void add_overruled(struct plan *plan, int link, struct pmo_buffer *out)
{
	const struct pmo_plan_link *of = &plan->open.links[link];
	const struct pmo_plan_item *from = &plan->open.items[of->from];
	bool of_start = of->kind == PMO_LINK_SS || of->kind == PMO_LINK_SF;
	pmo_buffer_add_format(out, "%s %s %s, %s too late", why_title(plan, of->from),
			      of_start                       ? "begins"
			      : from->state == PMO_ITEM_DONE ? "was ready"
							     : "is ready",
			      why_day(plan, of_start ? from->start : from->finish),
			      why_days(plan, -(int64_t)of->slack));
}

const char *pmo_why_overruled(struct pmo_plan *open, int item)
{
	struct plan *plan = plan_of(open);
	const struct plan_work *work = &plan->work[item];
	int link = open->items[item].overruled;
	const char *text = constraint_text(work);
	struct pmo_buffer out;
	if (link < 0 || !text)
		return NULL;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	pmo_buffer_add_format(&out, "%s %s %s (hard), though ",
			      work->constraint_date < open->time_now ? "had" : "has", text,
			      why_day(plan, work->constraint_date));
	add_overruled(plan, link, &out);
	return why_take(plan, &out);
}

static void add_constraint(struct plan *plan, int at, struct pmo_buffer *out)
{
	const struct plan_work *work = &plan->work[at];
	const char *overruled = pmo_why_overruled(&plan->open, at);
	const char *text = constraint_text(work);
	if (overruled)
		pmo_buffer_add_format(out, "it %s", overruled);
	else if (text)
		pmo_buffer_add_format(out, "it %s%s %s", *text == 'n' ? "is " : "has ", text,
				      why_day(plan, work->constraint_date));
	else
		pmo_buffer_add_format(out, "what it belongs to is not to start before %s",
				      why_day(plan, plan_day_of_start(work->cause.instant)));
}

static void add_leave(struct plan *plan, int at, struct pmo_buffer *out)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	const struct plan_person *person = plan->work[at].person;
	pmo_buffer_add_format(out, "not before %s is back (away %s to %s, nobody stands in)",
			      person ? pmo_why_person(&plan->open, person->handle) : "the owner",
			      why_day(plan, item->cause.away_from),
			      why_day(plan, item->cause.away_to));
}

static void add_cause(struct plan *plan, int at, struct pmo_buffer *out)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	switch (item->cause.kind) {
	case PMO_CAUSE_LINK:
		add_link(plan, at, out);
		break;
	case PMO_CAUSE_CONSTRAINT:
		add_constraint(plan, at, out);
		break;
	case PMO_CAUSE_LEAVE:
		add_leave(plan, at, out);
		break;
	case PMO_CAUSE_AS_OF:
		pmo_buffer_add_format(out, "it has not started, and cannot before %s",
				      why_day(plan, plan->open.time_now));
		if (pmo_why_overruled(&plan->open, at))
			pmo_buffer_add_format(out, "; it %s", pmo_why_overruled(&plan->open, at));
		break;
	case PMO_CAUSE_TYPED:
		pmo_buffer_add_text(out, plan->work[at].forecast != PMO_DATE_NONE
						 ? "a forecast that a person gave"
						 : "the date was typed: scheduled by hand");
		break;
	case PMO_CAUSE_CHILDREN:
		if (item->cause.item >= 0)
			pmo_buffer_add_format(out, "it ends with the last part of it, %s",
					      why_title(plan, item->cause.item));
		break;
	default:
		pmo_buffer_add_text(out, "it starts with the project");
	}
}

static void add_late_source(struct plan *plan, int at, struct pmo_buffer *out)
{
	const struct pmo_plan_item *from = at >= 0 ? &plan->open.items[at] : NULL;
	if (from && from->has_variance && from->variance > 0)
		pmo_buffer_add_format(out, ", after %s (done %s, %s late)", why_title(plan, at),
				      why_day(plan, from->finish), why_days(plan, from->variance));
}

/* Of work that began late: how late, and after what. */
static void add_beginning(struct plan *plan, int at, struct pmo_buffer *out)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	int32_t late = pmo_calendar_days_between(plan->open.calendar, item->baseline_start,
						 item->actual_start);
	if (late <= 0)
		return;
	pmo_buffer_add_format(out, " It began %s late", why_days(plan, late));
	add_late_source(plan, why_done_last(plan, item, item->actual_start - 1), out);
	pmo_buffer_add_char(out, '.');
}

/* The end of work that somebody dated: no number of days leads to it. */
static void add_typed_end(struct plan *plan, int at, struct pmo_buffer *out)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	bool is_past = item->finish < plan->open.as_of;
	pmo_buffer_add_format(out, "its end, %s, was typed by hand%s.", why_day(plan, item->finish),
			      is_past ? " and has passed" : "");
	add_beginning(plan, at, out);
}

/* `45 % done`; hundredths are dropped. */
static void add_progress(struct plan *plan, int at, struct pmo_buffer *out)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	int32_t days = pmo_plan_days(item, item->remaining);
	int32_t resume = plan_day_of_start(plan->work[at].resume);
	pmo_buffer_add_format(out, "under way since %s, %d %% done; ",
			      why_day(plan, item->actual_start), (int)(item->percent / 100));
	if (item->cause.kind == PMO_CAUSE_TYPED) {
		add_typed_end(plan, at, out);
		return;
	}
	pmo_buffer_add_format(out, "%s to go", why_days(plan, days));
	if (days > 0 && resume != PMO_DATE_NONE)
		pmo_buffer_add_format(out, ", %s to %s", why_day(plan, resume),
				      why_day(plan, item->finish));
	if (item->cause.kind == PMO_CAUSE_LINK || item->cause.kind == PMO_CAUSE_LEAVE ||
	    item->cause.kind == PMO_CAUSE_CONSTRAINT) {
		pmo_buffer_add_text(out, item->cause.kind == PMO_CAUSE_LINK ? ", going on " : ", ");
		add_cause(plan, at, out);
	}
	pmo_buffer_add_char(out, '.');
	add_beginning(plan, at, out);
}

static void add_done(struct plan *plan, int at, struct pmo_buffer *out)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	pmo_buffer_add_format(out, "done %s", span(plan, item));
	if (item->has_variance && item->variance)
		pmo_buffer_add_format(
			out, ", %s %s than planned (%s)",
			why_days(plan, item->variance < 0 ? -item->variance : item->variance),
			item->variance < 0 ? "earlier" : "later",
			why_day(plan, item->baseline_finish));
	if (item->kind == PMO_ITEM_MILESTONE && item->has_variance && item->variance > 0)
		add_late_source(plan, why_done_last(plan, item, item->finish), out);
	pmo_buffer_add_char(out, '.');
	if (item->kind == PMO_ITEM_TASK && item->actual_start != PMO_DATE_NONE)
		add_beginning(plan, at, out);
}

static void add_open(struct plan *plan, int at, struct pmo_buffer *out)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	/* Dates that were typed may have no duration behind them. */
	if (item->kind == PMO_ITEM_TASK && (item->duration > 0 || !item->by_hand))
		pmo_buffer_add_format(out, "%s, ",
				      why_days(plan, pmo_plan_days(item, item->duration)));
	pmo_buffer_add_format(out, "%s, ", span(plan, item));
	add_cause(plan, at, out);
	pmo_buffer_add_char(out, '.');
}

const char *why_step(struct plan *plan, int at)
{
	const struct pmo_plan_item *item = &plan->open.items[at];
	const char *name = pmo_why_name(&plan->open, at, true);
	struct pmo_buffer out;
	if (!name)
		return NULL;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	pmo_buffer_add_format(&out, "%s: ", name);
	if (item->state == PMO_ITEM_LEFT_OUT)
		pmo_buffer_add_text(&out, "left out of the plan.");
	else if (item->state == PMO_ITEM_DONE)
		add_done(plan, at, &out);
	else if (item->state == PMO_ITEM_UNDER_WAY && item->kind == PMO_ITEM_TASK)
		add_progress(plan, at, &out);
	else
		add_open(plan, at, &out);
	why_add_skipped(plan, at, &out);
	if (item->fault)
		pmo_buffer_add_format(&out, " Not sure: %s.", item->fault);
	return why_take(plan, &out);
}

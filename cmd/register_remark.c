/*
 * What a person would say to somebody who just changed a record: that day is a holiday; the rest
 * of the work is still what it was. One line below the change, never a refusal.
 */
#include "register.h"

#include "cli/wrap.h"

#include <pmo/text.h>

static bool is_equal(const struct pmo_value *a, const struct pmo_value *b)
{
	return a->presence == b->presence && a->as.integer == b->as.integer &&
	       a->detail == b->detail;
}

static void add(struct cli *cli, const struct pmo_record *record, const char *text)
{
	size_t indent = pmo_text_width(record->id) + 2;
	if (!text)
		cli->out.failed = true;
	if (!text)
		return;
	pmo_buffer_add_repeat(&cli->out, ' ', indent);
	wrap_add(&cli->out, text, indent, (size_t)cli->terminal.width);
}

/* The due date, if it is another than the old one's, is no working day. */
static void remark_due(struct cli *cli, const struct pmo_record *old, const struct pmo_record *now)
{
	const struct pmo_world *world = pmo_workspace_world(cli->workspace);
	const struct pmo_schema *schema = now->schema;
	struct pmo_value due = pmo_record_get(now, schema->due);
	if (due.presence != PMO_PRESENT || due.kind != PMO_DATE || due.is_list ||
	    !pmo_record_is_open(now))
		return;
	int32_t date = (int32_t)due.as.integer;
	if (pmo_calendar_is_working(world->calendar, date))
		return;
	struct pmo_value before = old ? pmo_record_get(old, schema->due) : due;
	if (old && is_equal(&before, &due))
		return;
	char day[PMO_DATE_LONG_SIZE], worked[PMO_DATE_LONG_SIZE];
	const char *name = pmo_calendar_holiday_name(world->calendar, date);
	pmo_date_format_long(date, world->today, day);
	pmo_date_format_long(pmo_calendar_previous_working(world->calendar, date), world->today,
			     worked);
	add(cli, now,
	    pmo_arena_format(&cli->arena, "%s %s is %s%s%s%s; the working day before is %s",
			     schema->fields[schema->due]->name, day,
			     name ? "a holiday" : "no working day", name && *name ? " (" : "",
			     name ? name : "", name && *name ? ")" : "", worked));
}

enum { HALF = PMO_DURATION_THOUSANDTHS / 2 };

/* What is left of a duration at a percentage, in halves of its unit; false: nobody knows. */
static bool fitting(const struct pmo_record *record, const struct pmo_value *percent,
		    struct pmo_duration *left)
{
	struct pmo_value whole = pmo_record_get_name(record, "duration");
	int64_t full = 100;
	for (int i = 0; i < percent->detail; i++)
		full *= 10;
	if (whole.presence != PMO_PRESENT || whole.kind != PMO_DURATION ||
	    percent->as.integer < 0 || percent->as.integer > full ||
	    whole.as.integer > INT64_MAX / full)
		return false;
	int64_t step = full * HALF, rest = whole.as.integer * (full - percent->as.integer);
	left->amount = (rest + step - 1) / step * HALF;
	left->unit = (enum pmo_duration_unit)whole.detail;
	return true;
}

/*
 * More is done, and what is left stays what somebody typed: the schedule counts on that, so no
 * date moves. Often it was forgotten.
 */
static void remark_remaining(struct cli *cli, const struct pmo_record *old,
			     const struct pmo_record *now)
{
	struct pmo_value percent = pmo_record_get_name(now, "percent");
	struct pmo_value remaining = pmo_record_get_name(now, "remaining");
	if (percent.presence != PMO_PRESENT || percent.kind != PMO_PERCENT ||
	    remaining.presence != PMO_PRESENT || remaining.kind != PMO_DURATION)
		return;
	struct pmo_value before = pmo_record_get_name(old, "percent");
	struct pmo_value stood = pmo_record_get_name(old, "remaining");
	if (is_equal(&before, &percent) || !is_equal(&stood, &remaining))
		return;
	struct pmo_duration is = { remaining.as.integer, (enum pmo_duration_unit)remaining.detail };
	struct pmo_duration fits = { 0 };
	char text[PMO_DURATION_SIZE], better[PMO_DURATION_SIZE] = "...";
	bool known = fitting(now, &percent, &fits);
	if (known && pmo_duration_compare(is, fits, PMO_MINUTES_PER_DAY) == 0)
		return;
	pmo_duration_format(is, text);
	if (known)
		pmo_duration_format(fits, better);
	add(cli, now,
	    pmo_arena_format(&cli->arena, "remaining is still %s: pmo set %s remaining=%s", text,
			     now->id, better));
}

/* All of it is done, and nobody said when it was finished. */
static bool remark_finish(struct cli *cli, const struct pmo_record *old,
			  const struct pmo_record *now)
{
	struct pmo_value percent = pmo_record_get_name(now, "percent");
	struct pmo_value before = pmo_record_get_name(old, "percent");
	struct pmo_value finish = pmo_record_get_name(now, "actual_finish");
	int64_t full = 100;
	for (int i = 0; i < percent.detail; i++)
		full *= 10;
	if (percent.presence != PMO_PRESENT || percent.kind != PMO_PERCENT ||
	    percent.as.integer < full || pmo_schema_field(now->schema, "actual_finish") < 0)
		return false;
	if (finish.presence == PMO_ABSENT && !is_equal(&before, &percent))
		add(cli, now,
		    pmo_arena_format(&cli->arena, "done? pmo %s finish %s --on DATE",
				     now->schema->table->name, now->id));
	return true;
}

void register_add_remark(struct cli *cli, const struct pmo_record *old,
			 const struct pmo_record *now)
{
	remark_due(cli, old, now);
	if (old && !remark_finish(cli, old, now))
		remark_remaining(cli, old, now);
}

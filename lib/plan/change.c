/*
 * What-if: a line of text changes the numbers of a plan, and nothing on disk.
 *
 *     5.4 remaining=5d percent=80      drop link M5 5.4      drop 5.9
 *     5.4 duration=+3d owner=INF       add link 6.3 5.4 SS+2d
 */
#include "plan/plan.h"

#include "base/words.h"

#include <pmo/text.h>

#include <string.h>

/* A line taken apart: words between blanks, quotes hold a value together. */
struct line {
	struct plan *plan;
	const char *text; /* as it was typed */
	struct words words;
};

static enum pmo_result refuse(const struct line *line, const char *what, const char *word)
{
	struct pmo_diags *diags = pmo_workspace_diags(line->plan->open.workspace);
	pmo_diag_add(diags, PMO_ERROR, "plan-change", NULL, "'%s': %s '%s'", line->text, what,
		     word);
	pmo_diag_hint(diags, "such as \"5.4 remaining=5d\", \"drop link M5 5.4\", "
			     "\"add link 6.3 5.4 SS+2d\", \"drop 5.9\"");
	return PMO_USAGE;
}

/* A change that is taken and moves nothing says why. */
static void warn_typed(const struct line *line, int item)
{
	const struct pmo_plan_item *of = &line->plan->open.items[item];
	const struct plan_work *work = &line->plan->work[item];
	struct pmo_diags *diags = pmo_workspace_diags(line->plan->open.workspace);
	if (!of->by_hand || work->planned_finish == PMO_DATE_NONE)
		return;
	pmo_diag_add(diags, PMO_WARNING, "plan-change", NULL,
		     "'%s': the dates of %s are typed by hand and stay, whatever it takes; change "
		     "planned_start or planned_finish",
		     line->text, of->id);
}

static void warn_remaining(const struct line *line, int item)
{
	const struct pmo_plan_item *of = &line->plan->open.items[item];
	struct pmo_diags *diags = pmo_workspace_diags(line->plan->open.workspace);
	int days = (int)pmo_plan_days(of, line->plan->work[item].stored_remaining);
	pmo_diag_add(diags, PMO_WARNING, "plan-change", NULL,
		     "'%s': remaining is still %dd, so no date moves; add remaining=, such as "
		     "remaining=2d",
		     line->text, days);
}

static enum pmo_result find_item(const struct line *line, const char *word, int *item)
{
	*item = pmo_plan_find(&line->plan->open, word);
	if (*item < 0 && strcmp(word, "go-live") == 0)
		*item = pmo_plan_go_live(&line->plan->open);
	return *item >= 0 ? PMO_OK : refuse(line, "no task or milestone is called", word);
}

static enum pmo_result read_span(const struct line *line, int item, const char *text,
				 int64_t *minutes)
{
	const struct pmo_plan_item *of = &line->plan->open.items[item];
	struct pmo_duration duration;
	if (pmo_duration_input(text, strlen(text), true, &duration) != PMO_OK)
		return refuse(line, "no duration such as 5d or +3d:", text);
	*minutes = model_minutes(&duration, of->day_minutes);
	return PMO_OK;
}

/* `5d` is the new value, `+5d` and `-5d` change the old one. */
static int64_t applied(const char *text, int64_t old, int64_t minutes)
{
	bool relative = *text == '+' || *text == '-';
	int64_t value = relative ? old + minutes : minutes;
	return value < 0 ? 0 : value;
}

static enum pmo_result set_duration(const struct line *line, int item, const char *text)
{
	struct pmo_plan_item *of = &line->plan->open.items[item];
	struct plan_work *work = &line->plan->work[item];
	int64_t minutes = 0;
	if (of->kind == PMO_ITEM_MILESTONE || plan_is_summary(of))
		return refuse(line, "no duration can be given to", of->id);
	enum pmo_result result = read_span(line, item, text, &minutes);
	if (result != PMO_OK)
		return result;
	int64_t before = of->duration;
	of->duration = applied(text, before, minutes);
	/* What is under way needs as much more or less. */
	if (work->stored_remaining >= 0)
		work->stored_remaining =
			applied("+", work->stored_remaining, of->duration - before);
	model_measure(line->plan, item);
	warn_typed(line, item);
	return PMO_OK;
}

static enum pmo_result set_remaining(const struct line *line, int item, const char *text)
{
	struct pmo_plan_item *of = &line->plan->open.items[item];
	struct plan_work *work = &line->plan->work[item];
	int64_t minutes = 0;
	enum pmo_result result = read_span(line, item, text, &minutes);
	if (result != PMO_OK)
		return result;
	work->stored_remaining = applied(text, of->remaining, minutes);
	of->actual_finish = PMO_DATE_NONE;
	model_measure(line->plan, item);
	warn_typed(line, item);
	return PMO_OK;
}

static enum pmo_result set_percent(const struct line *line, int item, const char *text)
{
	struct pmo_plan_item *of = &line->plan->open.items[item];
	struct plan_work *work = &line->plan->work[item];
	size_t length = strlen(text);
	struct pmo_decimal share;
	if (length && text[length - 1] == '%')
		length--;
	if (pmo_decimal_parse(text, length, &share) != PMO_OK || share.units < 0)
		return refuse(line, "no percentage:", text);
	int64_t hundredths = share.units > INT64_MAX / 100 ? 10001 : share.units * 100;
	for (int scale = share.scale; scale; scale--)
		hundredths /= 10;
	if (hundredths > 10000)
		return refuse(line, "no percentage:", text);
	of->percent = (int32_t)hundredths;
	work->keeps_percent = true; /* what remains stays where it was typed, as in the plan */
	model_measure(line->plan, item);
	if (work->stored_remaining > 0 && !strstr(line->text, "remaining="))
		warn_remaining(line, item);
	return PMO_OK;
}

static enum pmo_result read_day(const struct line *line, const char *text, int32_t *day)
{
	const struct pmo_world *world = pmo_workspace_world(line->plan->open.workspace);
	const struct pmo_date_context context = { world->today, line->plan->open.calendar };
	*day = PMO_DATE_NONE;
	if (!*text || pmo_date_input(&context, text, strlen(text), day) == PMO_OK)
		return PMO_OK;
	return refuse(line, "no date such as 2026-12-01 or fri:", text);
}

static enum pmo_result set_constraint(const struct line *line, int item, const char *text)
{
	static const char *const kinds[] = { "asap", "alap", "snet", "snlt",
					     "fnet", "fnlt", "mso",  "mfo" };
	struct plan_work *work = &line->plan->work[item];
	size_t length = strcspn(text, " ");
	int32_t day = PMO_DATE_NONE;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (strlen(kinds[i]) != length || strncmp(kinds[i], text, length) != 0)
			continue;
		enum pmo_result result =
			read_day(line, text + length + strspn(text + length, " "), &day);
		if (result != PMO_OK)
			return result;
		if (i > PLAN_ALAP && day == PMO_DATE_NONE)
			break;
		work->constraint = (enum plan_constraint)i;
		work->constraint_date = day;
		return PMO_OK;
	}
	return refuse(line, "no constraint such as 'snet 2026-12-20':", text);
}

static enum pmo_result set_owner(const struct line *line, int item, const char *text)
{
	const struct pmo_world *world = pmo_workspace_world(line->plan->open.workspace);
	const struct pmo_plan_item *of = &line->plan->open.items[item];
	const struct pmo_record *person =
		world->find ? world->find(world->store, of->record, text, "person") : NULL;
	if (!person)
		return refuse(line, "nobody is called", text);
	return model_set_owner(line->plan, item, person->id);
}

static enum pmo_result set_date(const struct line *line, int item, const char *name,
				const char *text)
{
	struct pmo_plan_item *of = &line->plan->open.items[item];
	struct plan_work *work = &line->plan->work[item];
	const struct {
		const char *name;
		int32_t *date;
	} dates[] = {
		{ "deadline", &of->deadline },
		{ "forecast", &work->forecast },
		{ "actual_start", &of->actual_start },
		{ "actual_finish", &of->actual_finish },
		{ "planned_start", &work->planned_start },
		{ "planned_finish", &work->planned_finish },
	};
	for (size_t i = 0; i < sizeof(dates) / sizeof(*dates); i++) {
		if (strcmp(dates[i].name, name) != 0)
			continue;
		enum pmo_result result = read_day(line, text, dates[i].date);
		if (strncmp(name, "planned_", 8) == 0)
			of->by_hand = work->planned_start != PMO_DATE_NONE ||
				      work->planned_finish != PMO_DATE_NONE;
		model_measure(line->plan, item);
		return result;
	}
	return refuse(line, "what-if does not know the field", name);
}

static enum pmo_result assign(const struct line *line, int item, const char *word)
{
	static const struct {
		const char *name;
		enum pmo_result (*set)(const struct line *line, int item, const char *text);
	} fields[] = {
		{ "duration", set_duration }, { "remaining", set_remaining },
		{ "percent", set_percent },   { "constraint", set_constraint },
		{ "owner", set_owner },
	};
	const char *equals = strchr(word, '=');
	if (!equals)
		return refuse(line, "no field=value:", word);
	char *name = pmo_arena_copy(&line->plan->memory, word, (size_t)(equals - word));
	if (!name)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		if (strcmp(fields[i].name, name) == 0)
			return fields[i].set(line, item, equals + 1);
	return set_date(line, item, name, equals + 1);
}

/* `M5 5.4`: M5 does not wait for 5.4 any more. */
static enum pmo_result drop_link(const struct line *line)
{
	struct plan *plan = line->plan;
	int to = -1, from = -1;
	bool dropped = false;
	if (line->words.count != 4)
		return refuse(line, "expected two items:", "drop link M5 5.4");
	enum pmo_result result = find_item(line, line->words.items[2], &to);
	if (result == PMO_OK)
		result = find_item(line, line->words.items[3], &from);
	if (result != PMO_OK)
		return result;
	for (size_t i = 0; i < plan->open.link_count; i++)
		if (plan->open.links[i].from == from && plan->open.links[i].to == to &&
		    !plan->lags[i].dropped)
			dropped = plan->lags[i].dropped = true;
	return dropped ? PMO_OK : refuse(line, "it does not wait for", line->words.items[3]);
}

/* `SS+2d`: the kind, then the lag. */
static enum pmo_result read_type(const struct line *line, const char *text,
				 struct pmo_plan_link *link, const struct clock *clock)
{
	static const char *const kinds[] = { "FS", "SS", "FF", "SF" };
	struct pmo_duration lag;
	for (int i = 0; i < 4; i++)
		if (pmo_ascii_to_upper(text[0]) == kinds[i][0] &&
		    pmo_ascii_to_upper(text[1]) == kinds[i][1]) {
			link->kind = (enum pmo_link_kind)i;
			text += 2;
			break;
		}
	if (!*text)
		return PMO_OK;
	if (pmo_duration_input(text, strlen(text), true, &lag) != PMO_OK)
		return refuse(line, "no link type such as SS+2d:", text);
	link->elapsed = lag.unit == PMO_DURATION_CALENDAR_DAYS;
	link->lag = model_minutes(&lag, link->elapsed ? CLOCK_DAY : clock->day_minutes);
	return PMO_OK;
}

static enum pmo_result add_link(const struct line *line)
{
	struct plan *plan = line->plan;
	struct pmo_plan_link link = { .kind = PMO_LINK_FS };
	if (line->words.count != 4 && line->words.count != 5)
		return refuse(line, "expected two items:", "add link 6.3 5.4 SS+2d");
	enum pmo_result result = find_item(line, line->words.items[2], &link.to);
	if (result == PMO_OK)
		result = find_item(line, line->words.items[3], &link.from);
	if (result != PMO_OK)
		return result;
	const struct clock *clock = model_lag_clock(plan, link.from, link.to);
	if (line->words.count == 5)
		result = read_type(line, line->words.items[4], &link, clock);
	return result == PMO_OK ? model_add_link(plan, &link, clock) : result;
}

static enum pmo_result drop_item(const struct line *line)
{
	int item = -1;
	if (line->words.count != 2)
		return refuse(line, "expected one item:", "drop 5.9");
	enum pmo_result result = find_item(line, line->words.items[1], &item);
	for (int i = item; result == PMO_OK && i < line->plan->work[item].subtree; i++) {
		line->plan->work[i].left_out = true;
		model_measure(line->plan, i);
	}
	return result;
}

enum pmo_result pmo_plan_change(struct pmo_plan *plan, const char *text)
{
	struct line line = { .plan = plan_of(plan), .text = text };
	int item = -1;
	if (!words_split(&line.plan->memory, text, &line.words) || !line.words.count)
		return refuse(&line, "cannot be read:", text);
	bool is_link = line.words.count > 1 && strcmp(line.words.items[1], "link") == 0;
	if (is_link && strcmp(line.words.items[0], "drop") == 0)
		return drop_link(&line);
	if (is_link && strcmp(line.words.items[0], "add") == 0)
		return add_link(&line);
	if (strcmp(line.words.items[0], "drop") == 0)
		return drop_item(&line);
	enum pmo_result result = find_item(&line, line.words.items[0], &item);
	if (result == PMO_OK && line.words.count < 2)
		return refuse(&line, "nothing is changed of", line.words.items[0]);
	for (size_t i = 1; result == PMO_OK && i < line.words.count; i++)
		result = assign(&line, item, line.words.items[i]);
	return result;
}

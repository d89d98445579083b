/* Three-point estimates (PERT; D. G. Malcolm and others, 1959), and how they came out. */
#include "plan/measure.h"
#include "plan/plan.h"

#include <string.h>

/* The largest number whose square is at most this one. */
static int64_t root(int64_t square)
{
	int64_t low = 0, high = 3037000499; /* of INT64_MAX */
	while (low < high) {
		int64_t middle = low + (high - low + 1) / 2;
		if (middle <= square / middle)
			low = middle;
		else
			high = middle - 1;
	}
	return square > 0 ? low : 0;
}

/* To the nearest. */
static int64_t nearest(int64_t number, int64_t divisor)
{
	return (number + divisor / 2) / divisor;
}

enum { LONGEST = 100000000 }; /* thousandths of days; more is no estimate */

static bool read_days(const struct pmo_plan *plan, const struct pmo_field *field,
		      const struct pmo_value *value, const char *name, int64_t *days)
{
	const struct pmo_value *member = pmo_value_member(field, value, name);
	const struct pmo_world *world = pmo_workspace_world(plan->workspace);
	int64_t day = world->minutes_per_day > 0 ? world->minutes_per_day : PMO_MINUTES_PER_DAY;
	if (!member || member->presence != PMO_PRESENT)
		return false;
	const struct pmo_duration duration = { member->as.integer,
					       (enum pmo_duration_unit)member->detail };
	*days = nearest(pmo_duration_minutes(duration, (int)day) * 1000, day);
	return *days >= 0 && *days <= LONGEST;
}

static void weigh(struct pmo_estimate *estimate, bool triangular)
{
	int64_t o = estimate->optimistic, m = estimate->most_likely, p = estimate->pessimistic;
	if (triangular) {
		estimate->mean = nearest(o + m + p, 3);
		estimate->sigma = root(nearest(o * o + m * m + p * p - o * m - o * p - m * p, 18));
	} else {
		estimate->mean = nearest(o + 4 * m + p, 6);
		estimate->sigma = p > o ? nearest(p - o, 6) : 0;
	}
	estimate->whole_days = (int32_t)((estimate->mean + 999) / 1000);
}

static void find_outcome(const struct pmo_plan *plan, struct pmo_estimate *estimate)
{
	const struct pmo_plan_item *item = &plan->items[estimate->item];
	int64_t day = item->day_minutes > 0 ? item->day_minutes : PMO_MINUTES_PER_DAY;
	estimate->planned = item->duration < INT64_MAX / 1000 ? item->duration * 1000 / day : 0;
	estimate->is_done = item->state == PMO_ITEM_DONE;
	estimate->has_outcome =
		item->actual_start != PMO_DATE_NONE && item->finish != PMO_DATE_NONE;
	if (estimate->has_outcome)
		estimate->outcome = measure_span(plan->calendar, item->actual_start, item->finish);
}

/* False: it has no figures of time. */
static bool read_estimate(struct pmo_plan *plan, const struct pmo_record *record, bool triangular,
			  struct pmo_estimate *estimate)
{
	int at = pmo_schema_field(record->schema, "time");
	if (at < 0 || record->unreadable || pmo_record_is_void(record))
		return false;
	const struct pmo_field *field = record->schema->fields[at];
	struct pmo_value value = pmo_record_get(record, at);
	struct pmo_value what = pmo_record_get_name(record, "for");
	*estimate = (struct pmo_estimate){ .record = record, .item = -1 };
	if (!pmo_value_is_present(&value) ||
	    !read_days(plan, field, &value, "optimistic", &estimate->optimistic) ||
	    !read_days(plan, field, &value, "most_likely", &estimate->most_likely) ||
	    !read_days(plan, field, &value, "pessimistic", &estimate->pessimistic))
		return false;
	estimate->owner = pmo_record_text(record, pmo_schema_field(record->schema, "owner"));
	weigh(estimate, triangular);
	if (pmo_value_is_present(&what))
		estimate->item = pmo_plan_find(plan, what.as.text);
	if (estimate->item >= 0)
		find_outcome(plan, estimate);
	return true;
}

enum pmo_result pmo_estimates_find(struct pmo_plan *plan, bool triangular,
				   struct pmo_estimates *estimates)
{
	struct pmo_records records = { NULL, 0 };
	const struct pmo_schema *schema = pmo_workspace_schema(plan->workspace, "estimate");
	enum pmo_result result = PMO_OK;
	memset(estimates, 0, sizeof(*estimates));
	if (schema)
		result = pmo_workspace_records(plan->workspace, plan->project, schema, &records);
	if (result != PMO_OK)
		return result;
	estimates->items =
		pmo_arena_array(plan->arena, records.count + 1, sizeof(*estimates->items));
	if (!estimates->items)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < records.count; i++)
		estimates->count += read_estimate(plan, &records.items[i], triangular,
						  &estimates->items[estimates->count]);
	return PMO_OK;
}

/* The accepted estimate of an item, the last one of several; NULL: none. */
static const struct pmo_estimate *accepted(const struct pmo_estimates *estimates, int item)
{
	const struct pmo_estimate *last = NULL;
	for (size_t i = 0; i < estimates->count; i++) {
		const struct pmo_estimate *estimate = &estimates->items[i];
		if (estimate->item == item &&
		    strcmp(pmo_record_state(estimate->record)->name, "accepted") == 0)
			last = estimate;
	}
	return last;
}

/* Adds one open task; returns its variance, in millionths of a day squared. */
static int64_t add_task(const struct pmo_plan_item *item, const struct pmo_estimate *estimate,
			struct pmo_estimate_path *path)
{
	int64_t day = item->day_minutes > 0 ? item->day_minutes : PMO_MINUTES_PER_DAY;
	int64_t left = item->remaining < INT64_MAX / 1000 ? item->remaining * 1000 / day : 0;
	path->tasks++;
	path->planned += left;
	if (!estimate) {
		path->mean += left;
		return 0;
	}
	int64_t mean = estimate->mean, sigma = estimate->sigma;
	if (item->state == PMO_ITEM_UNDER_WAY) {
		/* What its people say is left is better known than any share of the estimate. */
		sigma = estimate->mean > 0 ? nearest(sigma * left, estimate->mean) : 0;
		mean = left;
	}
	path->estimated++;
	path->mean += mean;
	return sigma < 3000000 ? sigma * sigma : 0;
}

enum pmo_result pmo_estimates_path(struct pmo_plan *plan, int item,
				   const struct pmo_estimates *estimates,
				   struct pmo_estimate_path *path)
{
	const int *chain = NULL;
	size_t count = 0;
	int64_t variance = 0;
	memset(path, 0, sizeof(*path));
	enum pmo_result result = pmo_plan_chain(plan, item, &chain, &count);
	for (size_t i = 0; result == PMO_OK && i < count; i++) {
		const struct pmo_plan_item *step = &plan->items[chain[i]];
		if (step->kind == PMO_ITEM_TASK && step->state != PMO_ITEM_DONE)
			variance += add_task(step, accepted(estimates, chain[i]), path);
	}
	path->sigma = root(variance);
	path->p80 = path->mean + nearest(path->sigma * 84, 100);
	return result;
}

/* Counts, percent by cost and by duration, BEI and CPLI (PRACTICE C5, C12); ratios. */
#include "plan/measure.h"

#include <stdio.h>
#include <string.h>

struct pmo_ratio measure_ratio(int64_t over, int64_t under)
{
	return under > 0 ? (struct pmo_ratio){ over, under } : (struct pmo_ratio){ 0, 0 };
}

static void format(struct pmo_ratio ratio, int places, const char *unit, char *out)
{
	struct pmo_decimal quotient;
	char text[PMO_DECIMAL_SIZE];
	if (ratio.under == 0 || places < 0 || places > 6 ||
	    pmo_decimal_divide((struct pmo_decimal){ .units = ratio.over },
			       (struct pmo_decimal){ .units = ratio.under }, (uint8_t)places,
			       &quotient) != PMO_OK) {
		snprintf(out, PMO_RATIO_SIZE, "n/a");
		return;
	}
	pmo_decimal_format(quotient, text);
	snprintf(out, PMO_RATIO_SIZE, "%.24s%s", text, unit);
}

void pmo_ratio_format(struct pmo_ratio ratio, int places, char out[PMO_RATIO_SIZE])
{
	format(ratio, places, "", out);
}

void pmo_ratio_format_percent(struct pmo_ratio ratio, int places, char out[PMO_RATIO_SIZE])
{
	if (ratio.over > INT64_MAX / 100 || ratio.over < INT64_MIN / 100)
		ratio.under /= 100;
	else
		ratio.over *= 100;
	format(ratio, places, " %", out);
}

int pmo_ratio_compare(struct pmo_ratio ratio, int64_t hundredths)
{
	const struct pmo_decimal whole = { .units = ratio.under };
	struct pmo_decimal limit;
	if (ratio.under == 0)
		return 0;
	if (pmo_decimal_multiply(whole, (struct pmo_decimal){ hundredths, 2 }, &limit) == PMO_OK)
		return pmo_decimal_compare((struct pmo_decimal){ .units = ratio.over }, limit);
	double value = (double)ratio.over / (double)ratio.under * 100;
	return value < (double)hundredths ? -1 : value > (double)hundredths;
}

int32_t measure_span(const struct pmo_calendar *calendar, int32_t first, int32_t last)
{
	if (first == PMO_DATE_NONE || last == PMO_DATE_NONE || last < first)
		return 0;
	return pmo_calendar_days_between(calendar, first - 1, last);
}

int32_t measure_elapsed(const struct pmo_calendar *calendar, const struct evm_task *task,
			int32_t day)
{
	if (day >= task->finish)
		return task->span;
	return day < task->start ? 0 : measure_span(calendar, task->start, day);
}

/* Sums that weigh percent. */
struct weights {
	int64_t work, earned_work; /* minutes; minutes by hundredths of a percent */
	int64_t cost, earned_cost;
	size_t tasks, costed;
	bool too_large;
};

static void add(struct weights *weights, int64_t *sum, int64_t more)
{
	if (pmo_money_add(*sum, more, sum) != PMO_OK)
		weights->too_large = true;
}

static void weigh(struct weights *weights, const struct pmo_plan_item *item)
{
	int64_t earned = 0;
	weights->tasks++;
	weights->costed += item->has_cost;
	if (pmo_money_share(item->cost, item->percent, 10000, &earned) != PMO_OK ||
	    item->duration > INT64_MAX / 10000)
		weights->too_large = true;
	if (weights->too_large)
		return;
	add(weights, &weights->work, item->duration * 10000);
	add(weights, &weights->earned_work, item->duration * item->percent);
	add(weights, &weights->cost, item->cost);
	add(weights, &weights->earned_cost, earned);
}

static void count(const struct pmo_plan *plan, const struct pmo_plan_item *item,
		  struct pmo_measures *measures)
{
	bool done = item->state == PMO_ITEM_DONE;
	bool is_due =
		item->baseline_finish != PMO_DATE_NONE && item->baseline_finish <= plan->as_of;
	if (item->kind == PMO_ITEM_MILESTONE) {
		measures->milestones++;
		measures->milestones_done += done;
	}
	if (item->kind != PMO_ITEM_TASK)
		return;
	measures->tasks++;
	measures->done += done;
	measures->under_way += item->state == PMO_ITEM_UNDER_WAY;
	measures->not_started += item->state == PMO_ITEM_NOT_STARTED;
	measures->late += item->late;
	measures->start_late += item->starts_late;
	measures->baseline_due += is_due;
	measures->finished_in_time += is_due && done && item->finish <= item->baseline_finish;
}

/* The last day of the baseline, of what is still in the plan. */
static int32_t baseline_end(const struct pmo_plan *plan)
{
	int32_t last = PMO_DATE_NONE;
	for (size_t i = 0; i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (item->state != PMO_ITEM_LEFT_OUT && item->kind != PMO_ITEM_EFFORT &&
		    item->baseline_finish > last)
			last = item->baseline_finish;
	}
	return last;
}

static void find_cpli(const struct pmo_plan *plan, struct pmo_measures *measures)
{
	int32_t end = baseline_end(plan);
	if (plan->time_now == PMO_DATE_NONE || plan->finish == PMO_DATE_NONE)
		return;
	measures->remaining_length = measure_span(plan->calendar, plan->time_now, plan->finish);
	if (end == PMO_DATE_NONE)
		return;
	measures->finish_float = pmo_calendar_days_between(plan->calendar, plan->finish, end);
	measures->cpli = measure_ratio((int64_t)measures->remaining_length + measures->finish_float,
				       measures->remaining_length);
}

static enum pmo_result find_planned(struct pmo_plan *plan, struct pmo_measures *measures)
{
	struct pmo_evm scratch = { .known = false };
	struct evm_work work = { .plan = plan, .evm = &scratch };
	int64_t elapsed = 0, all = 0;
	map_init(&work.lines, plan->arena);
	enum pmo_result result = evm_read_tasks(&work);
	for (size_t i = 0; result == PMO_OK && i < work.task_count; i++) {
		elapsed += measure_elapsed(plan->calendar, &work.tasks[i], plan->as_of);
		all += work.tasks[i].span;
	}
	measures->planned_by_duration = measure_ratio(elapsed, all);
	return result;
}

enum pmo_result pmo_measures_find(struct pmo_plan *plan, struct pmo_measures *measures)
{
	struct weights weights = { .tasks = 0 };
	memset(measures, 0, sizeof(*measures));
	for (size_t i = 0; i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (item->state == PMO_ITEM_LEFT_OUT)
			continue;
		count(plan, item, measures);
		if (item->kind == PMO_ITEM_TASK || item->kind == PMO_ITEM_EFFORT)
			weigh(&weights, item);
	}
	bool has_costs = weights.tasks && weights.costed == weights.tasks;
	if (!weights.too_large)
		measures->complete_by_duration = measure_ratio(weights.earned_work, weights.work);
	if (!weights.too_large && has_costs)
		measures->complete_by_cost = measure_ratio(weights.earned_cost, weights.cost);
	measures->bei = measure_ratio((int64_t)measures->done, (int64_t)measures->baseline_due);
	find_cpli(plan, measures);
	enum pmo_result result = find_planned(plan, measures);
	if (result == PMO_OK)
		result = pmo_evm_find(plan, &measures->evm);
	if (measures->evm.known)
		measures->planned_by_cost = measures->evm.planned;
	measures->by_cost = pmo_ratio_is_known(measures->complete_by_cost);
	measures->complete =
		measures->by_cost ? measures->complete_by_cost : measures->complete_by_duration;
	measures->planned =
		measures->by_cost ? measures->planned_by_cost : measures->planned_by_duration;
	return result;
}

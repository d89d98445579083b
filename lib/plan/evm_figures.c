/*
 * What follows from BAC, PV, EV and AC (EIA-748, PRACTICE C6), and earned schedule (W. Lipke,
 * 2003), counted in working days instead of months.
 */
#include "plan/measure.h"

/* cents * part / whole; nothing where that is not a number. */
static struct pmo_amount scaled(int64_t cents, int64_t part, int64_t whole)
{
	struct pmo_amount amount = { .known = false };
	amount.known = whole != 0 && pmo_money_share(cents, part, whole, &amount.cents) == PMO_OK;
	return amount;
}

static struct pmo_amount plus(int64_t cents, struct pmo_amount more)
{
	struct pmo_amount amount = { .known = false };
	amount.known = more.known && pmo_money_add(cents, more.cents, &amount.cents) == PMO_OK;
	return amount;
}

/* To the cent at each of its two steps. */
static struct pmo_amount eac_by_both(const struct pmo_evm *evm)
{
	struct pmo_amount left = scaled(evm->bac - evm->ev, evm->ac, evm->ev);
	if (left.known)
		left = scaled(left.cents, evm->pv, evm->ev);
	return plus(evm->ac, left);
}

void evm_derive(struct evm_work *work)
{
	struct pmo_evm *evm = work->evm;
	evm->sv = evm->ev - evm->pv;
	evm->cv = evm->ev - evm->ac;
	evm->spi = measure_ratio(evm->ev, evm->pv);
	evm->cpi = measure_ratio(evm->ev, evm->ac);
	evm->cpi_recorded = measure_ratio(evm->ev, evm->recorded);
	evm->complete = measure_ratio(evm->ev, evm->bac);
	evm->planned = measure_ratio(evm->pv, evm->bac);
	evm->spent = measure_ratio(evm->ac, evm->bac);
	/* With the budget spent there is no efficiency that would still keep it. */
	evm->tcpi = measure_ratio(evm->bac - evm->ev, evm->bac - evm->ac);
	evm->eac[0] = scaled(evm->bac, evm->ac, evm->ev);
	if (!evm->ac)
		evm->eac[0].known = false;
	evm->eac[1] = (struct pmo_amount){ true, evm->ac + (evm->bac - evm->ev) };
	evm->eac[2] = eac_by_both(evm);
	if (!evm->ac || !evm->pv)
		evm->eac[2].known = false;
	evm->etc = plus(-evm->ac, evm->eac[0]);
	evm->vac = evm->eac[0];
	evm->vac.cents = evm->bac - evm->eac[0].cents;
}

static int64_t planned_by(struct evm_work *work, int32_t day)
{
	int64_t sum = 0;
	for (size_t i = 0; i < work->cost_count; i++)
		sum += evm_planned(work, &work->costs[i], day);
	return sum;
}

/* The last working day that is `days` of them after the one before the first. */
static int32_t day_of(const struct evm_work *work, int32_t first, int64_t days)
{
	return days > 0 ? pmo_calendar_add_days(work->plan->calendar, first - 1, days) : first - 1;
}

/* How many whole working days of the baseline earn no more than what is earned. */
static int64_t whole_days(struct evm_work *work, int32_t first, int64_t length)
{
	int64_t low = 0, high = length;
	while (low < high) {
		int64_t middle = low + (high - low + 1) / 2;
		if (planned_by(work, day_of(work, first, middle)) <= work->evm->ev)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

static void span_of_costs(const struct evm_work *work, int32_t *first, int32_t *last)
{
	*first = *last = PMO_DATE_NONE;
	for (size_t i = 0; i < work->cost_count; i++) {
		const struct evm_task *task = &work->tasks[work->costs[i].task];
		if (*first == PMO_DATE_NONE || task->start < *first)
			*first = task->start;
		if (*last == PMO_DATE_NONE || task->finish > *last)
			*last = task->finish;
	}
}

void evm_schedule(struct evm_work *work)
{
	struct pmo_earned_schedule *schedule = &work->evm->schedule;
	int32_t first, last;
	int64_t part = 0;
	span_of_costs(work, &first, &last);
	int64_t length = measure_span(work->plan->calendar, first, last);
	int64_t actual = measure_span(work->plan->calendar, first, work->plan->as_of);
	if (length <= 0 || actual <= 0)
		return;
	int64_t whole = whole_days(work, first, length);
	if (whole < length) {
		int64_t before = planned_by(work, day_of(work, first, whole));
		int64_t after = planned_by(work, day_of(work, first, whole + 1));
		if (after > before &&
		    pmo_money_share(1000, work->evm->ev - before, after - before, &part) != PMO_OK)
			return;
	}
	schedule->known = true;
	schedule->earned = whole * 1000 + part;
	schedule->actual = actual * 1000;
	schedule->planned = length * 1000;
	schedule->date = day_of(work, first, whole + (part > 0));
	schedule->spi = measure_ratio(schedule->earned, schedule->actual);
	if (schedule->earned <= 0)
		return;
	int64_t needed = 0;
	if (pmo_money_share(schedule->planned, schedule->actual, schedule->earned, &needed) ==
	    PMO_OK)
		schedule->finish = day_of(work, first, (needed + 999) / 1000);
}

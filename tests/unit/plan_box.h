/* A plan made of numbers alone, for tests of the engine below the records. */
#ifndef TESTS_PLAN_BOX_H
#define TESTS_PLAN_BOX_H

#include "unit.h"

#include "plan/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BOX_ITEMS = 64, BOX_LINKS = 128 };

struct box {
	struct plan plan;
	struct pmo_plan_item items[BOX_ITEMS];
	struct plan_work work[BOX_ITEMS];
	struct pmo_plan_link links[BOX_LINKS];
	struct plan_lag lags[BOX_LINKS];
	struct plan_project project;
	struct pmo_project name;
	char wbs[BOX_ITEMS][8];
	const struct clock *clock; /* of the project */
};

static inline int32_t box_date(int year, int month, int day)
{
	int32_t date = PMO_DATE_NONE;
	assert_int_equal(pmo_date_from_civil(year, month, day, &date), PMO_OK);
	return date;
}

/* Everything but the memory begins anew. */
static inline void box_clear(struct box *box, const struct clock *clock, int32_t start,
			     int32_t as_of)
{
	struct pmo_arena memory = box->plan.memory;
	memset(box, 0, sizeof(*box));
	box->plan.memory = memory;
	box->plan.open.arena = &box->plan.memory;
	box->plan.open.items = box->items;
	box->plan.open.links = box->links;
	box->plan.open.as_of = as_of;
	box->plan.open.project = &box->name;
	box->plan.work = box->work;
	box->plan.lags = box->lags;
	box->plan.link_capacity = box->plan.lag_capacity = BOX_LINKS;
	box->plan.projects = &box->project;
	box->plan.project_count = 1;
	box->plan.minutes_per_day = PMO_MINUTES_PER_DAY;
	box->project.project = &box->name;
	box->project.clock = clock;
	box->project.start = start;
	box->clock = clock;
}

/* A task of some minutes, below parent (-1: at the top); items come in outline order. */
static inline int box_task(struct box *box, int parent, int64_t minutes)
{
	int at = (int)box->plan.open.item_count++;
	struct pmo_plan_item *item = &box->items[at];
	struct plan_work *work = &box->work[at];
	assert_in_range(at, 0, BOX_ITEMS - 1);
	snprintf(box->wbs[at], sizeof(box->wbs[at]), "%d", at);
	item->id = item->wbs = item->title = box->wbs[at];
	item->project = &box->name;
	item->parent = parent;
	item->depth = parent >= 0 ? box->items[parent].depth + 1 : 0;
	item->actual_start = item->actual_finish = item->deadline = PMO_DATE_NONE;
	item->baseline_start = item->baseline_finish = item->original_finish = PMO_DATE_NONE;
	item->duration = item->remaining = minutes;
	item->day_minutes = box->clock->day_minutes;
	work->clock = work->usual = box->clock;
	work->constraint_date = work->forecast = PMO_DATE_NONE;
	work->planned_start = work->planned_finish = PMO_DATE_NONE;
	work->stored_remaining = work->effort = -1;
	work->deadline_binds = true;
	work->subtree = at + 1;
	for (; parent >= 0; parent = box->items[parent].parent) {
		box->items[parent].kind = PMO_ITEM_SUMMARY;
		box->work[parent].subtree = at + 1;
	}
	box->plan.open.own_count = box->plan.open.item_count;
	return at;
}

static inline int box_link(struct box *box, int from, int to, enum pmo_link_kind kind, int64_t lag)
{
	int at = (int)box->plan.open.link_count++;
	assert_in_range(at, 0, BOX_LINKS - 1);
	box->links[at] = (struct pmo_plan_link){ .from = from, .to = to, .kind = kind, .lag = lag };
	box->lags[at] = (struct plan_lag){ .clock = box->clock };
	return at;
}

static inline void box_compute(struct box *box)
{
	assert_int_equal(pmo_plan_compute(&box->plan.open), PMO_OK);
}

static inline int box_setup(void **state)
{
	*state = calloc(1, sizeof(struct box));
	return *state ? 0 : -1;
}

static inline int box_teardown(void **state)
{
	struct box *box = *state;
	pmo_arena_release(&box->plan.memory);
	free(box);
	return 0;
}

#endif

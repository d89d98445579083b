/*
 * Whatever bytes come, a plan is read or refused; one that is read is written as a document
 * that is read again, with the same tasks, links, people and days off.
 */
#include "exchange/mspdi.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_tasks(const struct pmo_mspdi *a, const struct pmo_mspdi *b)
{
	for (size_t i = 0; i < a->task_count; i++) {
		const struct mspdi_task *x = &a->tasks[i], *y = &b->tasks[i];
		if (x->uid != y->uid || x->parent != y->parent || x->start != y->start ||
		    x->duration != y->duration || x->constraint != y->constraint ||
		    x->is_milestone != y->is_milestone || x->percent != y->percent)
			abort();
	}
	for (size_t i = 0; i < a->link_count; i++)
		if (a->links[i].from != b->links[i].from || a->links[i].lag != b->links[i].lag)
			abort();
}

static void check_same(const struct pmo_mspdi *a, const struct pmo_mspdi *b)
{
	if (a->task_count != b->task_count || a->link_count != b->link_count ||
	    a->resource_count != b->resource_count || a->calendar_count != b->calendar_count ||
	    a->assignment_count != b->assignment_count)
		abort();
	check_tasks(a, b);
	for (size_t i = 0; i < a->calendar_count; i++)
		if (a->calendars[i].exception_count != b->calendars[i].exception_count)
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_mspdi *first, *second;
	struct pmo_buffer written;
	struct pmo_source source = { .path = "x", .bytes = (const char *)data, .length = size };
	pmo_arena_init(&arena);
	pmo_diags_init(&diags, &arena);
	pmo_buffer_init(&written, PMO_BUFFER_LIMIT);
	if (size)
		(void)pmo_mspdi_is((const char *)data, size);
	if (pmo_mspdi_open(&arena, &source, &diags, &first) == PMO_OK) {
		mspdi_xml_write(first->root, &written);
		struct pmo_source again = { .path = "x",
					    .bytes = written.data,
					    .length = written.length };
		if (written.length < MSPDI_BYTES &&
		    pmo_mspdi_open(&arena, &again, &diags, &second) == PMO_OK)
			check_same(first, second);
		else if (written.length < MSPDI_BYTES)
			abort();
	}
	pmo_buffer_release(&written);
	pmo_arena_release(&arena);
	return 0;
}

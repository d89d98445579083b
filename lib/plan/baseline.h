/* Inside the library: the lines of a baseline, whoever makes one. */
#ifndef PLAN_BASELINE_H
#define PLAN_BASELINE_H

#include <pmo/baseline.h>

/* The line of a task in the list of that field; false: no memory. */
bool baseline_task_line(struct pmo_arena *arena, const struct pmo_field *field,
			const struct pmo_record *task, const int32_t dates[2],
			struct pmo_value *line);

/* Sets a list of such lines; a field that the workspace does not have is left alone. */
PMO_CHECKED enum pmo_result baseline_set_list(struct pmo_draft *draft, const char *name,
					      const struct pmo_value *items, uint32_t count);

#endif

/*
 * Dates of the document: what pmo computed for tasks that changed here, and the dates that a
 * task had when it was imported.
 */
#include "exchange/mspdi_export.h"

enum pmo_result mspdi_patch_dates(struct mspdi_export *run)
{
	run->told->has_schedule = false;
	return PMO_OK;
}

enum pmo_result pmo_mspdi_imported(struct pmo_workspace *workspace,
				   const struct pmo_project *project,
				   struct pmo_mspdi_dates **dates, size_t *count)
{
	struct pmo_mspdi *plan;
	*dates = NULL;
	*count = 0;
	enum pmo_result result = mspdi_read_kept(workspace, project, &plan);
	if (result != PMO_OK || !plan)
		return result;
	struct pmo_mspdi_dates *items = pmo_arena_array(
		pmo_workspace_arena(workspace), plan->task_count + 1, sizeof(*items));
	if (!items)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < plan->task_count; i++)
		items[i] = (struct pmo_mspdi_dates){ .uid = plan->tasks[i].uid,
						     .start = mspdi_date(plan->tasks[i].start),
						     .finish = mspdi_date(plan->tasks[i].finish),
						     .by_hand = plan->tasks[i].by_hand };
	*dates = items;
	*count = plan->task_count;
	return PMO_OK;
}

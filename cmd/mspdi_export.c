/* `pmo export plan.xml`: the plan for MS Project, and what it will show otherwise. */
#include "mspdi.h"

#include <pmo/text.h>

enum { DIFFERING_SHOWN = 15 };

static void tell_differing(const struct pmo_mspdi_export *told)
{
	char date[PMO_DATE_LONG_SIZE];
	if (!told->has_schedule)
		return;
	if (!told->differing_count) {
		cli_say("Project will show the same dates as pmo.");
		return;
	}
	cli_say("Project will show other dates for %zu of these:", told->differing_count);
	for (size_t i = 0; i < told->differing_count && i < DIFFERING_SHOWN; i++) {
		const struct pmo_mspdi_differing *one = &told->differing[i];
		pmo_date_format_short(one->date, PMO_DATE_NONE, date);
		cli_say("  %-8s %s here: %s", one->id, date, one->why);
	}
	if (told->differing_count > DIFFERING_SHOWN)
		cli_say("  and %zu more", told->differing_count - DIFFERING_SHOWN);
}

static const char *plural(size_t count)
{
	return count == 1 ? "" : "s";
}

enum pmo_result mspdi_export(struct cli *cli)
{
	const struct pmo_project *project;
	struct pmo_mspdi_export told = { .tasks = 0 };
	enum pmo_result result = pmo_workspace_need_project(cli->workspace, &project);
	if (result == PMO_OK)
		result = pmo_mspdi_export(cli->workspace, project, &cli->out, &told);
	if (result != PMO_OK) {
		pmo_buffer_clear(&cli->out); /* half a document is none */
		return result;
	}
	if (cli->output)
		cli_say("%s: %zu task%s, %zu milestone%s, %zu link%s, %zu baseline%s.\n"
			"     In Project: File > Open, type XML.",
			cli->output, told.tasks, plural(told.tasks), told.milestones,
			plural(told.milestones), told.links, plural(told.links), told.baselines,
			plural(told.baselines));
	tell_differing(&told);
	return PMO_OK;
}

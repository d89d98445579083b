/* `pmo export plan.xml`: the plan for MS Project, and what it will show otherwise. */
#include "mspdi.h"

#include <string.h>

enum { IDS_SHOWN = 6 };

static const char *plural(size_t count)
{
	return count == 1 ? "" : "s";
}

/* One reason, and the ids that it holds for. */
static void tell_reason(struct cli *cli, const struct pmo_mspdi_export *told, size_t first)
{
	struct pmo_buffer ids;
	const char *why = told->differing[first].why;
	size_t count = 0;
	pmo_buffer_init(&ids, 1 << 16);
	for (size_t i = first; i < told->differing_count; i++) {
		if (strcmp(told->differing[i].why, why) != 0)
			continue;
		if (count++ < IDS_SHOWN)
			pmo_buffer_add_format(&ids, " %s", told->differing[i].id);
	}
	if (count > IDS_SHOWN)
		pmo_buffer_add_format(&ids, " and %zu more", count - IDS_SHOWN);
	cli_tell(cli, "  %s:", why);
	cli_tell(cli, "   %s", ids.data);
	cli->out.failed |= ids.failed;
	pmo_buffer_release(&ids);
}

static bool is_first(const struct pmo_mspdi_export *told, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (strcmp(told->differing[i].why, told->differing[at].why) == 0)
			return false;
	return true;
}

static void tell_differing(struct cli *cli, const struct pmo_mspdi_export *told)
{
	if (!told->has_schedule) {
		cli_tell(cli,
			 "The plan cannot be scheduled here (pmo schedule says why); its dates "
			 "are as imported.");
		return;
	}
	if (!told->differing_count) {
		cli_tell(cli, "Project will show the same dates.");
		return;
	}
	cli_tell(cli, "Project will show other dates for %zu task%s, and for %zu that follow%s:",
		 told->differing_count, plural(told->differing_count), told->followers,
		 told->followers == 1 ? "s" : "");
	for (size_t i = 0; i < told->differing_count; i++)
		if (is_first(told, i))
			tell_reason(cli, told, i);
}

/* What Project 2007 gets instead of tasks set by hand, and of inactive ones. */
static void tell_2007(struct cli *cli, const struct pmo_mspdi_export *told)
{
	if (told->fixed)
		cli_tell(cli,
			 "%zu task%s scheduled by hand: there with the constraint Must Start On.",
			 told->fixed, plural(told->fixed));
	if (told->left_out)
		cli_tell(cli, "%zu inactive task%s: left out.", told->left_out,
			 plural(told->left_out));
}

enum pmo_result mspdi_export(struct cli *cli, bool for_2007)
{
	const struct pmo_project *project;
	struct pmo_mspdi_export told = { .tasks = 0 };
	enum pmo_result result = pmo_workspace_need_project(cli->workspace, &project);
	if (result == PMO_OK)
		result = pmo_mspdi_export(cli->workspace, project, for_2007, &cli->out, &told);
	if (result != PMO_OK) {
		pmo_buffer_clear(&cli->out); /* half a document is none */
		return result;
	}
	if (cli->output)
		cli_tell(cli,
			 "%s: %zu task%s, %zu milestone%s, %zu link%s, %zu baseline%s.\n"
			 "     In Project: File > Open, type XML.",
			 cli->output, told.tasks, plural(told.tasks), told.milestones,
			 plural(told.milestones), told.links, plural(told.links), told.baselines,
			 plural(told.baselines));
	tell_2007(cli, &told);
	tell_differing(cli, &told);
	return PMO_OK;
}

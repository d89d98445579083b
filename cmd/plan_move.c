/* `pmo plan move|indent|outdent`: one branch elsewhere in the outline and in the file. */
#include "plan.h"

#include <string.h>

static bool read_where(const char *word, enum pmo_sheet_where *where)
{
	static const char *const words[] = { "after", "before", "under" };
	for (int i = 0; i < 3; i++)
		if (strcmp(word, words[i]) == 0) {
			*where = (enum pmo_sheet_where)i;
			return true;
		}
	return false;
}

static enum pmo_result find(struct cli *cli, const char *word, const struct pmo_record **record)
{
	static const struct pmo_plan_options how = { .alone = true, .baseline = PMO_BASELINE_NONE };
	const struct pmo_project *project = pmo_workspace_project(cli->workspace);
	struct pmo_plan *plan = NULL;
	/* Codes without a dot, M3, are known to the plan alone. */
	enum pmo_result result = pmo_plan_read(cli->workspace, project, &how, &plan);
	int item = result == PMO_OK ? pmo_plan_find(plan, word) : -1;
	*record = item >= 0 ? plan->items[item].record : NULL;
	pmo_plan_free(plan);
	if (result == PMO_OK && !*record)
		result = cli_find(cli, NULL, word, record);
	if (result != PMO_OK)
		return result;
	const char *name = (*record)->schema->table->name;
	if (strcmp(name, "task") != 0 && strcmp(name, "milestone") != 0)
		return cli_usage("%s is a %s; a plan has tasks and milestones", (*record)->id,
				 name);
	return PMO_OK;
}

static enum pmo_result parse(int argc, char **argv, struct pmo_sheet_move *move)
{
	if (strcmp(argv[0], "move") != 0)
		return argc == 2 ? PMO_OK : cli_usage("which task? pmo plan %s ID", argv[0]);
	if (argc != 4 || !read_where(argv[2], &move->where))
		return cli_usage("where? pmo plan move ID after|before|under ID");
	return PMO_OK;
}

enum pmo_result plan_move(struct cli *cli, int argc, char **argv)
{
	const struct plan_options *wanted = cli->options;
	struct pmo_sheet_move move = { .renumber = wanted->renumber };
	struct pmo_update *update = NULL;
	bool moves = strcmp(argv[0], "move") == 0;
	enum pmo_result result = parse(argc, argv, &move);
	if (result == PMO_OK)
		result = pmo_workspace_need_project(cli->workspace, &move.project);
	if (result == PMO_OK)
		result = cli_begin(cli, &update);
	if (result == PMO_OK)
		result = find(cli, argv[1], &move.record);
	if (result == PMO_OK && moves)
		result = find(cli, argv[3], &move.anchor);
	if (result == PMO_OK)
		result = moves ? pmo_sheet_move(update, &move)
			       : pmo_sheet_indent(update, &move, *argv[0] == 'i' ? 1 : -1);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	if (result == PMO_OK)
		plan_tell(cli, move.changes, move.count);
	pmo_update_end(update);
	return result;
}

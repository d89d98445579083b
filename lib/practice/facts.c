/* The few figures that stand above everything: go-live, tasks, money. */
#include "practice.h"

#include <pmo/plan.h>
#include <pmo/rag.h>

static bool money_of(const struct pmo_record *charter, const char *text, int64_t *cents)
{
	const struct expr *expr;
	struct pmo_diags unheard;
	pmo_diags_init(&unheard, charter->world->arena);
	if (pmo_expr_compile(text, "facts", charter->schema, &unheard, &expr) != PMO_OK)
		return false;
	struct pmo_value value = pmo_expr_evaluate(expr, charter);
	*cents = value.as.integer;
	return value.presence == PMO_PRESENT && value.kind == PMO_MONEY;
}

static void add_money(const struct pmo_record *charter, struct pmo_facts *facts)
{
	facts->has_budget =
		money_of(charter,
			 "sum(those(budget, not category in [contingency, reserve]), current)",
			 &facts->budget) &&
		money_of(charter, "sum(those(budget, not category in [contingency, reserve]), eac)",
			 &facts->eac) &&
		facts->budget > 0;
	facts->has_contingency =
		facts->has_budget &&
		money_of(charter, "sum(those(budget, category = contingency), available)",
			 &facts->contingency);
}

static void add_plan(const struct pmo_plan *plan, struct pmo_facts *facts)
{
	int go_live = pmo_plan_go_live(plan);
	for (size_t i = 0; i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		bool task = item->kind == PMO_ITEM_TASK || item->kind == PMO_ITEM_EFFORT;
		if (!task || item->state == PMO_ITEM_LEFT_OUT)
			continue;
		facts->tasks++;
		facts->tasks_done += item->state == PMO_ITEM_DONE;
	}
	if (go_live < 0 || plan->items[go_live].finish == PMO_DATE_NONE)
		return;
	const struct pmo_plan_item *item = &plan->items[go_live];
	facts->go_live = item->finish;
	facts->go_live_is_sure = item->sure;
	facts->has_variance = item->has_variance;
	facts->variance = item->variance;
}

/* The color as it is reported; before there is a baseline none is shown. */
static enum pmo_result add_color(struct pmo_workspace *workspace, const struct pmo_project *project,
				 struct pmo_plan *plan, struct pmo_facts *facts)
{
	struct pmo_rag rag;
	enum pmo_result result = pmo_rag_compute(workspace, project, plan, &rag);
	char color = result == PMO_OK ? rag.areas[PMO_RAG_OVERALL].reported : 'N';
	if (result != PMO_OK || color == 'N' || !color)
		return result;
	facts->overall = pmo_arena_format(pmo_workspace_arena(workspace), "%c", color);
	return facts->overall ? PMO_OK : PMO_NO_MEMORY;
}

enum pmo_result pmo_facts_find(struct pmo_workspace *workspace, const struct pmo_project *project,
			       struct pmo_plan *plan, struct pmo_facts *facts)
{
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, "project");
	struct pmo_records charters = { 0 };
	*facts = (struct pmo_facts){ .code = project->handle, .go_live = PMO_DATE_NONE };
	if (plan)
		add_plan(plan, facts);
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result = pmo_workspace_records(workspace, project, schema, &charters);
	if (result != PMO_OK || !charters.count || charters.items[0].unreadable)
		return result;
	const char *code = pmo_record_text(&charters.items[0], pmo_schema_field(schema, "code"));
	facts->code = code ? code : project->handle;
	add_money(&charters.items[0], facts);
	return add_color(workspace, project, plan, facts);
}

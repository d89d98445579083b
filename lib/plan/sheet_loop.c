/*
 * Links that go in a circle, found before anything is written. Each row has a start and a finish;
 * a row below another begins no earlier than that one and ends no later.
 */
#include "plan/sheet.h"

#include <string.h>

struct edge {
	int to, next; /* next: another edge from the same place; -1: none */
};

/* A node is an item of the plan, or behind those a row; rows of items stand for them. */
struct graph {
	const struct sheet_work *work;
	bool is_new; /* as the sheet has it; else as the plan stands */
	size_t nodes;
	int *row_of; /* item: its row, or -1 */
	int *heads;  /* beside places: 2 * node, and one more for its finish */
	struct edge *edges;
	size_t count, capacity;
	int *above; /* the place that the walk came from, + 2; 1: it began here; 0: not seen */
	bool *is_done;
	bool failed;
};

static void add_edge(struct graph *graph, int from, int to)
{
	struct edge edge = { to, graph->heads[from] };
	void *edges = pmo_arena_grow(graph->work->arena, graph->edges, graph->count,
				     &graph->capacity, sizeof(edge));
	if (!edges) {
		graph->failed = true;
		return;
	}
	graph->edges = edges;
	graph->heads[from] = (int)graph->count;
	graph->edges[graph->count++] = edge;
}

static int node_of_row(const struct graph *graph, int row)
{
	const struct sheet_work *work = graph->work;
	const struct pmo_record *record = work->typed->rows[row].record;
	return record ? pmo_plan_index(work->plan, record) : (int)work->plan->item_count + row;
}

static void add_link(struct graph *graph, int from, int to, enum pmo_link_kind kind)
{
	bool from_start = kind == PMO_LINK_SS || kind == PMO_LINK_SF;
	bool to_finish = kind == PMO_LINK_FF || kind == PMO_LINK_SF;
	if (from >= 0 && to >= 0)
		add_edge(graph, 2 * from + !from_start, 2 * to + to_finish);
}

static void add_parent(struct graph *graph, int node, int parent)
{
	add_edge(graph, 2 * node, 2 * node + 1);
	if (parent < 0)
		return;
	add_edge(graph, 2 * parent, 2 * node);
	add_edge(graph, 2 * node + 1, 2 * parent + 1);
}

/* What the plan says of items that the sheet does not say otherwise. */
static void add_plan(struct graph *graph)
{
	const struct pmo_plan *plan = graph->work->plan;
	const struct pmo_sheet_row *rows = graph->work->typed->rows;
	for (size_t i = 0; i < plan->item_count; i++)
		if (!graph->is_new || graph->row_of[i] < 0)
			add_parent(graph, (int)i, plan->items[i].parent);
	for (size_t i = 0; i < plan->link_count; i++) {
		int row = graph->row_of[plan->links[i].to];
		if (!graph->is_new || row < 0 ||
		    !sheet_differs(graph->work, &rows[row], PMO_SHEET_AFTER))
			add_link(graph, plan->links[i].from, plan->links[i].to,
				 plan->links[i].kind);
	}
}

static enum pmo_result add_links(struct graph *graph, int row)
{
	static const char kinds[] = "FSSSFFSF"; /* in the order of enum pmo_link_kind */
	const struct sheet_work *work = graph->work;
	struct sheet_links links;
	enum pmo_result result = sheet_links(work, work->typed, &work->typed->rows[row], &links);
	for (size_t i = 0; result == PMO_OK && i < links.count; i++) {
		const struct sheet_link *link = &links.items[i];
		int kind = PMO_LINK_FS, from = -1;
		for (int k = 0; k < 4; k++)
			if (strncmp(link->rest, kinds + 2 * k, 2) == 0)
				kind = k;
		if (link->row >= 0)
			from = node_of_row(graph, link->row);
		else if (link->id)
			from = pmo_plan_find(work->plan, link->id);
		add_link(graph, from, node_of_row(graph, row), (enum pmo_link_kind)kind);
	}
	return result == PMO_INVALID ? PMO_OK : result; /* told where it was judged */
}

static enum pmo_result add_rows(struct graph *graph)
{
	const struct sheet_work *work = graph->work;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < work->typed->count; i++) {
		const struct pmo_sheet_row *row = &work->typed->rows[i];
		int node = node_of_row(graph, (int)i), parent = -1;
		if (row->parent >= 0)
			parent = node_of_row(graph, row->parent);
		else if (work->branch.top)
			parent = pmo_plan_index(work->plan, work->branch.top);
		add_parent(graph, node, parent);
		if (sheet_differs(work, row, PMO_SHEET_AFTER))
			result = add_links(graph, (int)i);
	}
	return result;
}

static enum pmo_result make_graph(struct graph *graph)
{
	const struct sheet_work *work = graph->work;
	size_t items = work->plan->item_count;
	graph->nodes = items + work->typed->count;
	graph->row_of = pmo_arena_array(work->arena, items + 1, sizeof(int));
	graph->heads = pmo_arena_array(work->arena, 2 * graph->nodes + 1, sizeof(int));
	graph->above = pmo_arena_array(work->arena, 2 * graph->nodes + 1, sizeof(int));
	graph->is_done = pmo_arena_array(work->arena, 2 * graph->nodes + 1, sizeof(bool));
	if (!graph->row_of || !graph->heads || !graph->above || !graph->is_done)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < 2 * graph->nodes; i++)
		graph->heads[i] = -1;
	for (size_t i = 0; i < items; i++)
		graph->row_of[i] = -1;
	for (size_t i = 0; i < work->typed->count; i++)
		if (work->typed->rows[i].record)
			graph->row_of[node_of_row(graph, (int)i)] = (int)i;
	add_plan(graph);
	enum pmo_result result = graph->is_new ? add_rows(graph) : PMO_OK;
	return result == PMO_OK && graph->failed ? PMO_NO_MEMORY : result;
}

/* Depth first without recursion; a place that is met again on the way closes a circle: -1, none. */
static int walk(struct graph *graph, int place)
{
	graph->above[place] = 1;
	while (place >= 0) {
		int edge = graph->heads[place];
		if (edge < 0) {
			graph->is_done[place] = true;
			place = graph->above[place] - 2;
			continue;
		}
		int to = graph->edges[edge].to;
		graph->heads[place] = graph->edges[edge].next;
		if (graph->is_done[to])
			continue;
		if (graph->above[to]) {
			graph->above[to] = place + 2;
			return to;
		}
		graph->above[to] = place + 2;
		place = to;
	}
	return -1;
}

/* A place on a circle, from which `above` goes round it; -1: there is none. */
static enum pmo_result find_circle(struct graph *graph, int *place)
{
	enum pmo_result result = make_graph(graph);
	*place = -1;
	for (int i = 0; result == PMO_OK && *place < 0 && (size_t)i < 2 * graph->nodes; i++)
		if (!graph->above[i])
			*place = walk(graph, i);
	return result;
}

static const char *name_of(const struct graph *graph, int node)
{
	const struct sheet_work *work = graph->work;
	int items = (int)work->plan->item_count;
	if (node < items)
		return work->plan->items[node].wbs;
	const struct pmo_sheet_row *row = &work->typed->rows[node - items];
	const char *code = sheet_text(row, PMO_SHEET_CODE);
	return *code ? code : sheet_text(row, PMO_SHEET_TITLE);
}

/* At a row whose links the sheet changes. */
static void tell(const struct graph *graph, int start)
{
	const struct sheet_work *work = graph->work;
	const struct pmo_sheet_row *rows = work->typed->rows, *at = rows;
	int place = start, last = -1, items = (int)work->plan->item_count;
	const char *names = name_of(graph, start / 2);
	do {
		int node = place / 2;
		int row = node < items ? graph->row_of[node] : node - items;
		if (last >= 0 && node != last)
			names = pmo_arena_format(work->arena, "%s -> %s", name_of(graph, node),
						 names ? names : "");
		if (row >= 0 && sheet_differs(work, &rows[row], PMO_SHEET_AFTER))
			at = &rows[row];
		last = node;
		place = graph->above[place] - 2;
	} while (place != start);
	if (last != start / 2)
		names = pmo_arena_format(work->arena, "%s -> %s", name_of(graph, start / 2),
					 names ? names : "");
	sheet_complain(work, at, PMO_SHEET_AFTER,
		       "the links go in a circle, so nothing on it can start: %s",
		       names ? names : "");
}

enum pmo_result sheet_check_loops(const struct sheet_work *work)
{
	struct graph now = { .work = work, .is_new = true };
	struct graph before = { .work = work };
	int place, old;
	enum pmo_result result = find_circle(&now, &place);
	if (result != PMO_OK || place < 0)
		return result;
	/* A plan that has one already can be mended line by line. */
	result = find_circle(&before, &old);
	if (result != PMO_OK || old >= 0)
		return result;
	tell(&now, place);
	return PMO_INVALID;
}

/*
 * The order of computation (A. B. Kahn, 1962): an item after its predecessors, after the
 * summary that it is below, and a summary's end after all that is below it. What is left
 * over when no item is free any more holds a loop.
 *
 * Level of effort takes no part: it follows what it is tied to, and moves nothing.
 */
#include "plan/plan.h"

#include <string.h>

/*
 * What the network asks of an item again and again, close together: items themselves are so
 * large that a pass over many of them is a pass over memory that is not in the cache.
 */
struct network_place {
	int parent, subtree, first_out, out_count;
	bool takes_part, is_summary;
};

static bool takes_part(const struct plan *plan, int item)
{
	return plan->places[item].takes_part;
}

bool network_has_link(const struct plan *plan, int link)
{
	const struct pmo_plan_link *of = &plan->open.links[link];
	return !plan->lags[link].dropped && takes_part(plan, of->from) && takes_part(plan, of->to);
}

/* Where the links of each item begin; from counts, each one place further on. */
static void add_up(int *firsts, size_t count)
{
	for (size_t i = 1; i <= count; i++)
		firsts[i] += firsts[i - 1];
}

static void set_places(struct plan *plan, struct network_place *places)
{
	for (size_t i = 0; i < plan->open.item_count; i++) {
		const struct pmo_plan_item *item = &plan->open.items[i];
		places[i] = (struct network_place){
			.parent = item->parent,
			.subtree = plan->work[i].subtree,
			.takes_part = !plan->work[i].left_out && item->kind != PMO_ITEM_EFFORT,
			.is_summary = plan_is_summary(item),
		};
	}
}

static void set_firsts(struct plan *plan, struct network_place *places, int *first_in,
		       int *first_out)
{
	size_t count = plan->open.item_count;
	for (size_t i = 0; i < plan->open.link_count; i++) {
		if (plan->lags[i].dropped)
			continue;
		first_in[plan->open.links[i].to + 1]++;
		first_out[plan->open.links[i].from + 1]++;
	}
	add_up(first_in, count);
	add_up(first_out, count);
	for (size_t i = 0; i < count; i++) {
		struct pmo_plan_item *item = &plan->open.items[i];
		item->first_in = first_in[i];
		item->in_count = first_in[i + 1] - first_in[i];
		item->first_out = places[i].first_out = first_out[i];
		item->out_count = places[i].out_count = first_out[i + 1] - first_out[i];
	}
}

/* Links by successor and by predecessor, each in the order they were read. */
static enum pmo_result index_links(struct plan *plan)
{
	struct pmo_arena *arena = &plan->memory;
	size_t items = plan->open.item_count + 1, links = plan->open.link_count + 1;
	int *first_in = pmo_arena_array(arena, items, sizeof(int));
	int *first_out = pmo_arena_array(arena, items, sizeof(int));
	struct network_place *places = pmo_arena_array(arena, items, sizeof(*places));
	int *incoming = pmo_arena_array(arena, links, sizeof(int));
	int *outgoing = pmo_arena_array(arena, links, sizeof(int));
	int *waiting = pmo_arena_array(arena, links, sizeof(int));
	if (!first_in || !first_out || !places || !incoming || !outgoing || !waiting)
		return PMO_NO_MEMORY;
	plan->places = places;
	plan->waiting = waiting;
	set_places(plan, places);
	set_firsts(plan, places, first_in, first_out);
	for (size_t i = 0; i < plan->open.link_count; i++) {
		const struct pmo_plan_link *link = &plan->open.links[i];
		if (plan->lags[i].dropped)
			continue;
		incoming[first_in[link->to]++] = (int)i;
		waiting[first_out[link->from]] = network_has_link(plan, (int)i) ? link->to : -1;
		outgoing[first_out[link->from]++] = (int)i;
	}
	plan->open.incoming = incoming;
	plan->open.outgoing = outgoing;
	return PMO_OK;
}

/* Where links of an item arrive. */
static int in_node(int item)
{
	return 2 * item;
}

/* The nodes that wait for a node, one after the other: a walk over its edges. */
struct edges {
	const struct plan *plan;
	int node, next_link, next_child;
	bool parent_told;
};

static struct edges edges_of(const struct plan *plan, int node)
{
	const struct network_place *place = &plan->places[node / 2];
	struct edges edges = { plan, node, place->first_out, node / 2 + 1, false };
	if (node % 2 == 0 && place->is_summary)
		edges.next_link = place->first_out + place->out_count;
	else
		edges.next_child = place->subtree;
	return edges;
}

/* -1: no more. */
static int next_edge(struct edges *edges)
{
	const struct plan *plan = edges->plan;
	const struct network_place *place = &plan->places[edges->node / 2];
	while (edges->next_link < place->first_out + place->out_count) {
		int to = plan->waiting[edges->next_link++];
		if (to >= 0)
			return in_node(to);
	}
	/* From a summary's begin to each child, and to its own end. */
	while (edges->next_child < place->subtree) {
		int child = edges->next_child;
		edges->next_child = plan->places[child].subtree;
		if (takes_part(plan, child))
			return in_node(child);
	}
	if (edges->parent_told)
		return -1;
	edges->parent_told = true;
	if (edges->node % 2 == 0 && place->is_summary)
		return edges->node + 1;
	return place->parent >= 0 ? 2 * place->parent + 1 : -1;
}

static bool is_node(const struct plan *plan, int node)
{
	const struct network_place *place = &plan->places[node / 2];
	return place->takes_part && (node % 2 == 0 || place->is_summary);
}

/* Walks from a node that waits backwards to one that was met before: that is on a loop. */
static enum pmo_result tell_loop(struct plan *plan, const int *waits, int node_count)
{
	int *mark = pmo_arena_array(&plan->memory, (size_t)node_count + 1, sizeof(int));
	int *path = pmo_arena_array(&plan->memory, (size_t)node_count + 1, sizeof(int));
	int *before = pmo_arena_array(&plan->memory, (size_t)node_count + 1, sizeof(int));
	if (!mark || !path || !before)
		return PMO_NO_MEMORY;
	for (int i = 0; i < node_count; i++)
		before[i] = -1;
	for (int i = 0; i < node_count; i++) {
		if (!is_node(plan, i) || !waits[i])
			continue;
		struct edges edges = edges_of(plan, i);
		for (int to = next_edge(&edges); to >= 0; to = next_edge(&edges))
			if (waits[to] && before[to] < 0)
				before[to] = i;
	}
	int node = 0, length = 0;
	while (node < node_count && !(is_node(plan, node) && waits[node]))
		node++;
	while (!mark[node]) {
		mark[node] = ++length;
		path[length - 1] = node;
		node = before[node];
	}
	/* Backwards from the end of the path to where it was met again: the loop in its order. */
	int *cycle = mark, count = 0, first = mark[node] - 1;
	for (int i = length - 1; i >= first; i--)
		if (!count || cycle[count - 1] != path[i] / 2)
			cycle[count++] = path[i] / 2;
	while (count > 1 && cycle[count - 1] == cycle[0])
		count--;
	plan->open.cycle = cycle;
	plan->open.cycle_count = (size_t)count;
	return PMO_OK;
}

/* The code of an item; of another project's with its handle. */
static void add_code(const struct plan *plan, int item, struct pmo_buffer *out)
{
	const struct pmo_plan_item *of = &plan->open.items[item];
	if (of->project != plan->open.project)
		pmo_buffer_add_format(out, "%s/", of->project->handle);
	pmo_buffer_add_text(out, of->wbs);
}

static enum pmo_result refuse_loop(struct plan *plan)
{
	enum { NAMED = 12 };
	struct pmo_diags *diags = pmo_workspace_diags(plan->open.workspace);
	struct pmo_buffer text;
	pmo_buffer_init(&text, 4096);
	for (size_t i = 0; i < plan->open.cycle_count && i < NAMED; i++) {
		const struct pmo_plan_item *item = &plan->open.items[plan->open.cycle[i]];
		add_code(plan, plan->open.cycle[i], &text);
		pmo_buffer_add_format(&text, " %s -> ", item->title);
	}
	if (plan->open.cycle_count > NAMED)
		pmo_buffer_add_format(&text, "%zu more -> ", plan->open.cycle_count - NAMED);
	const struct pmo_plan_item *first = &plan->open.items[plan->open.cycle[0]];
	struct pmo_place place = pmo_record_place(first->record);
	add_code(plan, plan->open.cycle[0], &text);
	pmo_diag_add(diags, PMO_ERROR, "plan-loop", &place,
		     "the links go in a circle, so nothing on it can start: %s",
		     text.data ? text.data : "");
	pmo_diag_hint(diags, "take one of these links away: pmo set %s preds-=ID", first->id);
	pmo_buffer_release(&text);
	return PMO_REFUSED;
}

/*
 * Takes the nodes that wait for nothing, as they stand; what gets free behind the place where
 * we are is taken at once, what lies ahead when its turn comes. A plan that is written in the
 * order of its work is so computed in that order, and memory is walked through, not jumped
 * about in: from some ten thousand items on that is most of the time. Returns how many.
 */
static size_t take_in_order(const struct plan *plan, int *waits, int *order, int *stack)
{
	int node_count = (int)plan->open.item_count * 2;
	size_t found = 0;
	for (int at = 0; at < node_count; at++) {
		size_t depth = 0;
		if (is_node(plan, at) && !waits[at])
			stack[depth++] = at;
		while (depth) {
			int node = stack[--depth];
			struct edges edges = edges_of(plan, node);
			order[found++] = node;
			for (int to = next_edge(&edges); to >= 0; to = next_edge(&edges))
				if (--waits[to] == 0 && to < at)
					stack[depth++] = to;
		}
	}
	return found;
}

enum pmo_result network_order(struct plan *plan)
{
	int node_count = (int)plan->open.item_count * 2;
	enum pmo_result result = index_links(plan);
	int *waits = pmo_arena_array(&plan->memory, (size_t)node_count + 1, sizeof(int));
	int *order = pmo_arena_array(&plan->memory, (size_t)node_count + 1, sizeof(int));
	int *stack = pmo_arena_array(&plan->memory, (size_t)node_count + 1, sizeof(int));
	if (result != PMO_OK || !waits || !order || !stack)
		return PMO_NO_MEMORY;
	size_t nodes = 0;
	for (int i = 0; i < node_count; i++) {
		if (!is_node(plan, i))
			continue;
		nodes++;
		struct edges edges = edges_of(plan, i);
		for (int to = next_edge(&edges); to >= 0; to = next_edge(&edges))
			waits[to]++;
	}
	size_t found = take_in_order(plan, waits, order, stack);
	plan->order = order;
	plan->order_count = found;
	plan->open.cycle = NULL;
	plan->open.cycle_count = 0;
	if (found == nodes)
		return PMO_OK;
	result = tell_loop(plan, waits, node_count);
	return result == PMO_OK ? refuse_loop(plan) : result;
}

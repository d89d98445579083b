/*
 * `pmo network`: the links of the plan, as a table, or as a graph in the language of Graphviz
 * or Mermaid. Nodes are numbered, so that no id of a user's is ever a word of those
 * languages; titles are text in quotes, with all escaped that could end them.
 */
#include "commands.h"
#include "plan_view.h"

#include <pmo/text.h>

#include <string.h>

struct network_options {
	bool dot, mermaid, open;
};

static const struct option options[] = {
	{ .name = "dot",
	  CLI_FLAG(struct network_options, dot),
	  .help = "for Graphviz: pmo network --dot | dot -Tsvg" },
	{ .name = "mermaid",
	  CLI_FLAG(struct network_options, mermaid),
	  .help = "for Markdown pages that draw Mermaid" },
	{ .name = "open",
	  CLI_FLAG(struct network_options, open),
	  .help = "leave out what is done" },
	{ 0 },
};

struct network {
	struct plan_view view;
	const struct network_options *options;
	size_t first, end; /* the items of the branch */
};

static bool is_within(const struct network *network, int item)
{
	const struct pmo_plan_item *at = &network->view.plan->items[item];
	return at->state != PMO_ITEM_LEFT_OUT &&
	       !(network->options->open && at->state == PMO_ITEM_DONE);
}

/* One end at least in the branch; the other one is shown with it. */
static bool is_shown(const struct network *network, const struct pmo_plan_link *link)
{
	bool from = (size_t)link->from >= network->first && (size_t)link->from < network->end;
	bool to = (size_t)link->to >= network->first && (size_t)link->to < network->end;
	return (from || to) && is_within(network, link->from) && is_within(network, link->to);
}

static const char *kind_of(const struct pmo_plan_link *link)
{
	static const char *const kinds[] = { "FS", "SS", "FF", "SF" };
	return kinds[link->kind];
}

/* `+10d`, `-2d`, `+3cd`, `+90min`, `+50%`; "" without a lag. */
static const char *lag_of(const struct network *network, const struct pmo_plan_link *link)
{
	enum { CLOCK_DAY = 1440 };
	struct pmo_arena *arena = &network->view.cli->arena;
	int64_t usual = network->view.plan->items[link->to].day_minutes;
	int64_t day = link->elapsed ? CLOCK_DAY : usual > 0 ? usual : 480;
	if (link->is_share) {
		int share = (int)(link->lag_share / 100), part = (int)(link->lag_share % 100);
		if (!part)
			return pmo_arena_format(arena, "%+d%%", share);
		return pmo_arena_format(arena, "%+d.%02d%%", share, part < 0 ? -part : part);
	}
	if (!link->lag)
		return "";
	if (link->lag % day == 0)
		return pmo_arena_format(arena, "%+lld%s", (long long)(link->lag / day),
					link->elapsed ? "cd" : "d");
	return pmo_arena_format(arena, "%+lldmin", (long long)link->lag);
}

static bool is_critical(const struct pmo_plan_item *item)
{
	return item->critical && plan_view_is_open(item);
}

/* A link that carries the critical path. */
static bool carries(const struct network *network, const struct pmo_plan_link *link)
{
	const struct pmo_plan_item *items = network->view.plan->items;
	return link->driving && is_critical(&items[link->from]) && is_critical(&items[link->to]);
}

/* Text between double quotes. Graphviz knows \" and \\, Mermaid codes of characters. */
static void add_quoted(struct network *network, const char *text, bool dot)
{
	struct pmo_buffer *out = &network->view.cli->out;
	struct pmo_buffer shown;
	pmo_buffer_init(&shown, PMO_BUFFER_LIMIT);
	pmo_text_add_visible(&shown, text, strlen(text));
	for (const char *c = shown.data; *c; c++) {
		if (dot && (*c == '"' || *c == '\\'))
			pmo_buffer_add_format(out, "\\%c", *c);
		else if (!dot && strchr("\"#<>&`;\\|[]{}()", *c))
			pmo_buffer_add_format(out, "#%d;", *c);
		else
			pmo_buffer_add_char(out, *c);
	}
	out->failed |= shown.failed;
	pmo_buffer_release(&shown);
}

static const char *second_line(const struct network *network, const struct pmo_plan_item *item)
{
	struct pmo_arena *arena = &network->view.cli->arena;
	const char *day = plan_view_item_day(&network->view, item, item->finish);
	if (item->finish == PMO_DATE_NONE)
		return "no date";
	if (item->state == PMO_ITEM_DONE)
		return pmo_arena_format(arena, "done %s", day ? day : "");
	if (!item->has_float)
		return day;
	return pmo_arena_format(arena, "%s, float %d d", day ? day : "", (int)item->total_float);
}

static enum pmo_result add_node(struct network *network, int index, bool dot)
{
	struct pmo_buffer *out = &network->view.cli->out;
	const struct pmo_plan_item *item = &network->view.plan->items[index];
	bool milestone = item->kind == PMO_ITEM_MILESTONE, critical = is_critical(item);
	const char *second = second_line(network, item);
	if (!second)
		return PMO_NO_MEMORY;
	pmo_buffer_add_format(out, dot ? "  n%d [label=\"" : "  n%d%s\"", index,
			      milestone ? "{{" : "[");
	add_quoted(network, item->wbs, dot);
	pmo_buffer_add_char(out, ' ');
	add_quoted(network, item->title ? item->title : item->id, dot);
	pmo_buffer_add_text(out, dot ? "\\n" : "<br/>");
	add_quoted(network, second, dot);
	if (!dot) {
		pmo_buffer_add_format(out, "\"%s%s\n", milestone ? "}}" : "]",
				      critical                       ? ":::critical"
				      : item->state == PMO_ITEM_DONE ? ":::done"
								     : "");
		return PMO_OK;
	}
	pmo_buffer_add_format(out, "\"%s%s%s];\n", milestone ? ", shape=hexagon" : "",
			      critical ? ", penwidth=3, color=\"#b4451c\"" : "",
			      item->state == PMO_ITEM_DONE ? ", style=filled, fillcolor=\"#e3e7ec\""
			      : item->sure                 ? ""
							   : ", style=dashed");
	return PMO_OK;
}

static enum pmo_result add_edge(struct network *network, const struct pmo_plan_link *link, bool dot)
{
	struct pmo_buffer *out = &network->view.cli->out;
	const char *lag = lag_of(network, link);
	bool plain = link->kind == PMO_LINK_FS && lag && !*lag;
	if (!lag)
		return PMO_NO_MEMORY;
	if (!dot) {
		pmo_buffer_add_format(out, "  n%d %s", link->from,
				      carries(network, link) ? "==>" : "-->");
		if (!plain)
			pmo_buffer_add_format(out, "|\"%s%s\"|", kind_of(link), lag);
		pmo_buffer_add_format(out, " n%d\n", link->to);
		return PMO_OK;
	}
	pmo_buffer_add_format(out, "  n%d -> n%d", link->from, link->to);
	const char *separator = " [";
	if (!plain) {
		pmo_buffer_add_format(out, "%slabel=\"%s%s\"", separator, kind_of(link), lag);
		separator = ", ";
	}
	if (carries(network, link))
		pmo_buffer_add_format(out, "%spenwidth=3, color=\"#b4451c\"]", separator);
	else if (!plain)
		pmo_buffer_add_char(out, ']');
	pmo_buffer_add_text(out, ";\n");
	return PMO_OK;
}

static enum pmo_result print_graph(struct network *network, bool dot)
{
	const struct pmo_plan *plan = network->view.plan;
	struct cli *cli = network->view.cli;
	enum pmo_result result = PMO_OK;
	bool *named = pmo_arena_array(&cli->arena, plan->item_count + 1, sizeof(*named));
	if (!named)
		return PMO_NO_MEMORY;
	plan_view_add_faults(&network->view);
	pmo_buffer_add_text(&cli->out, dot ? "digraph plan {\n  rankdir=LR;\n"
					     "  node [shape=box, fontname=\"sans-serif\"];\n"
					   : "flowchart LR\n");
	for (size_t i = network->first; i < network->end; i++)
		named[i] = plan->items[i].kind != PMO_ITEM_SUMMARY && is_within(network, (int)i);
	for (size_t i = 0; i < plan->link_count; i++)
		if (is_shown(network, &plan->links[i]))
			named[plan->links[i].from] = named[plan->links[i].to] = true;
	for (size_t i = 0; result == PMO_OK && i < plan->item_count; i++)
		if (named[i])
			result = add_node(network, (int)i, dot);
	for (size_t i = 0; result == PMO_OK && i < plan->link_count; i++)
		if (is_shown(network, &plan->links[i]))
			result = add_edge(network, &plan->links[i], dot);
	pmo_buffer_add_text(&cli->out, dot ? "}\n"
					   : "  classDef critical stroke:#b4451c,stroke-width:3px\n"
					     "  classDef done fill:#e3e7ec\n");
	return result;
}

static enum pmo_result add_row(struct network *network, const struct pmo_plan_link *link)
{
	struct pmo_table *table = &network->view.table;
	const struct pmo_plan_item *items = network->view.plan->items;
	const struct pmo_plan_item *from = &items[link->from], *to = &items[link->to];
	struct pmo_row *row = pmo_table_add_row(table);
	const char *lag = lag_of(network, link);
	if (!row || !lag)
		return PMO_NO_MEMORY;
	row->style = carries(network, link) ? PMO_STYLE_WARN : PMO_STYLE_PLAIN;
	row->cells[0] = (struct pmo_cell){ .text = from->wbs, .raw = from->id };
	row->cells[1].text = from->title;
	row->cells[2].text = kind_of(link);
	row->cells[3] = (struct pmo_cell){ .text = lag, .absent = !*lag };
	row->cells[4] = (struct pmo_cell){ .text = to->wbs, .raw = to->id };
	row->cells[5].text = to->title;
	row->cells[6].text = pmo_arena_format(table->arena, "%d", (int)link->slack);
	row->cells[7] = (struct pmo_cell){ .text = carries(network, link) ? "critical"
						   : link->driving        ? "sets it"
									  : "",
					   .raw = link->driving ? "true" : "false" };
	if (!network->view.for_people)
		row->cells[8].text = carries(network, link) ? "true" : "false";
	return row->cells[6].text ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result print_table(struct network *network)
{
	static const struct pmo_column columns[] = {
		{ .name = "from", .heading = "From" },
		{ .name = "from_title", .heading = "Task", .shrink = PMO_SHRINK_TRUNCATE },
		{ .name = "kind", .heading = "Link" },
		{ .name = "lag", .heading = "Lag" },
		{ .name = "to", .heading = "To" },
		{ .name = "to_title", .heading = "Task", .shrink = PMO_SHRINK_TRUNCATE },
		{ .name = "slack",
		  .heading = "Slack",
		  .align = PMO_RIGHT,
		  .kind = PMO_CELL_NUMBER },
		{ .name = "driving", .heading = "Date", .kind = PMO_CELL_BOOL },
		{ .name = "critical", .kind = PMO_CELL_BOOL },
	};
	static const struct plan_view_columns none = { "", "" };
	struct plan_view *view = &network->view;
	enum pmo_result result = plan_view_begin(view, "links", &none);
	size_t count = sizeof(columns) / sizeof(*columns) - (view->for_people ? 1 : 0);
	if (result == PMO_OK)
		result = pmo_table_add_columns(&view->table, columns, count);
	for (size_t i = 0; result == PMO_OK && i < view->plan->link_count; i++)
		if (is_shown(network, &view->plan->links[i]))
			result = add_row(network, &view->plan->links[i]);
	return result == PMO_OK ? plan_view_end(view) : result;
}

static enum pmo_result find_branch(struct network *network, const char *word)
{
	const struct pmo_plan *plan = network->view.plan;
	int found = 0;
	network->end = plan->own_count;
	if (!word)
		return PMO_OK;
	enum pmo_result result = plan_view_find(&network->view, word, &found);
	if (result != PMO_OK)
		return result;
	network->first = network->end = (size_t)found;
	do
		network->end++;
	while (network->end < plan->own_count &&
	       plan->items[network->end].depth > plan->items[found].depth);
	return PMO_OK;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	static const struct pmo_plan_options how = { 0 };
	struct network network = { .options = cli->options };
	const char *word = plan_view_format_word(cli);
	bool dot = network.options->dot ||
		   (word && (pmo_ascii_equal(word, "dot") || pmo_ascii_equal(word, "gv")));
	bool mermaid = network.options->mermaid ||
		       (word && (pmo_ascii_equal(word, "mmd") || pmo_ascii_equal(word, "mermaid")));
	if (dot && mermaid)
		return cli_usage("--dot or --mermaid, not both");
	enum pmo_result result = plan_view_open(cli, &how, &network.view);
	if (result == PMO_OK)
		result = find_branch(&network, argc ? argv[0] : NULL);
	if (result == PMO_OK)
		result = dot || mermaid ? print_graph(&network, dot) : print_table(&network);
	plan_view_close(&network.view);
	return result;
}

const struct command network_command = {
	.name = "network",
	.summary = "the links of the plan; -o plan.dot, plan.mmd",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct network_options),
	.run = run,
	.usage = "[ID]",
	.about = "With ID, the links from and to that branch. A link that sets the date of its "
		 "task is\nmarked, and so is the critical path.",
};

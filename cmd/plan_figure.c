/* Drawings of the plan: SVG alone, or a document around it. */
#include "plan_view.h"

#include <pmo/report.h>

#include <pmo/text.h>

#include <string.h>

const char *plan_view_format_word(const struct cli *cli)
{
	if (cli->format_word)
		return cli->format_word;
	if (!cli->output)
		return NULL;
	const char *slash = strrchr(cli->output, '/');
	const char *dot = strrchr(slash ? slash : cli->output, '.');
	return dot ? dot + 1 : NULL;
}

bool plan_view_is_svg(const struct cli *cli)
{
	const char *word = plan_view_format_word(cli);
	return word && pmo_ascii_equal(word, "svg");
}

bool plan_view_is_document(const struct cli *cli)
{
	static const char *const words[] = { "html", "htm", "md",   "markdown", "docx",
					     "odt",  "pdf", "pptx", NULL };
	const char *word = plan_view_format_word(cli);
	for (size_t i = 0; word && words[i]; i++)
		if (pmo_ascii_equal(word, words[i]))
			return true;
	return false;
}

bool plan_view_is_plain(const struct cli *cli)
{
	const char *word = plan_view_format_word(cli);
	return !word || pmo_ascii_equal(word, "table") || pmo_ascii_equal(word, "txt") ||
	       pmo_ascii_equal(word, "text");
}

void plan_view_begin_document(struct plan_view *view, const char *kind, const char *title,
			      struct pmo_document *document)
{
	const struct pmo_plan *plan = view->plan;
	struct pmo_document_head head = {
		.kind = kind, .title = title, .project = plan->project->title, .as_of = plan->as_of
	};
	pmo_document_init(document, &view->cli->arena, &head);
	if (plan->fault)
		pmo_document_warn(document, "Not sure: %s", plan->fault);
	for (size_t i = 0; i < plan->item_count; i++)
		if (plan->items[i].fault)
			pmo_document_warn(document, "Not sure: %s %s (%s) %s", plan->items[i].wbs,
					  plan->items[i].title, plan->items[i].id,
					  plan->items[i].fault);
}

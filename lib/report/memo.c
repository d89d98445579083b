/* The escalation memo as a document: half a page. */
#include "practice/query.h"

#include <pmo/memo.h>

static void add_list(struct pmo_document *document, const char *heading, const char *const *lines,
		     size_t count)
{
	pmo_document_add_heading(document, 2, heading);
	if (!count)
		pmo_document_add_none(document);
	if (count)
		pmo_document_add_list(document, PMO_LIST_BULLETS);
	for (size_t i = 0; i < count; i++)
		pmo_document_add_item(document, lines[i]);
}

static void add_head(const struct pmo_memo *memo, struct pmo_document *document)
{
	const struct pmo_record *item = memo->item;
	const char *me = query_name(item, item->world->me);
	const char *name = query_name(item, memo->person);
	pmo_document_add_fact(document, "To", name);
	pmo_document_add_format(document, "%s%s, level %d", name ? ", " : "",
				pmo_ladder_level_name(memo->to), memo->to);
	if (me)
		pmo_document_add_fact(document, "From", me);
	pmo_document_add_fact(document, "Matter", memo->problem);
	pmo_document_add_format(document, " (%s)", item->id);
	if (memo->reason)
		pmo_document_add_fact(document, "Why now", memo->reason);
}

static void add_options(const struct pmo_memo *memo, struct pmo_document *document)
{
	const char *owner = query_person(memo->item, query_text(memo->item, "owner"));
	pmo_document_add_heading(document, 2, "Options");
	pmo_document_add_list(document, PMO_LIST_NUMBERS);
	for (size_t i = 0; i < memo->option_count; i++) {
		const struct pmo_memo_option *option = &memo->options[i];
		pmo_document_add_item(document, option->text);
		if (option->pros)
			pmo_document_add_format(document, "; for it: %s", option->pros);
		if (option->cons)
			pmo_document_add_format(document, "; against it: %s", option->cons);
	}
	if (memo->option_count)
		return;
	pmo_document_add_item(document, memo->ask ? memo->ask : "What is asked below.");
	pmo_document_add_strong(document, " We recommend this.");
	pmo_document_add_item(document, NULL);
	pmo_document_add_format(document,
				"Leave it with %s: nothing is asked of you, and it goes "
				"on as it has.",
				owner ? owner : "its owner");
}

static void add_ask(const struct pmo_memo *memo, struct pmo_document *document)
{
	const struct pmo_record *item = memo->item;
	const char *next = query_name(item, memo->next);
	const char *by = query_day(item, memo->respond_by, true);
	pmo_document_begin_callout(document, PMO_CALLOUT_DECISION, "What we ask of you");
	pmo_document_add_paragraph(document, memo->ask);
	if (!memo->ask)
		pmo_document_add_format(document, "(say it: pmo escalate %s --ask \"...\")",
					item->id);
	pmo_document_add_paragraph(document, NULL);
	pmo_document_add_format(document, "Please answer by %s.", by);
	if (next)
		pmo_document_add_format(document,
					" Without an answer it goes to %s (%s), level %d.",
					pmo_ladder_level_name(memo->to + 1), next, memo->to + 1);
	pmo_document_end(document);
}

enum pmo_result pmo_memo_document(const struct pmo_memo *memo, struct pmo_document *document)
{
	struct pmo_arena *arena = pmo_workspace_arena(memo->workspace);
	const struct pmo_record *item = memo->item;
	struct pmo_document_head head = {
		.kind = "memo",
		.title = pmo_arena_format(arena, "Escalation: %s", memo->problem),
		.project_code = query_text(item, "project.code"),
		.project = item->project ? item->project->title : NULL,
		.as_of = item->world->today,
	};
	if (!head.title)
		return PMO_NO_MEMORY;
	pmo_document_init(document, arena, &head);
	add_head(memo, document);
	add_list(document, "Facts", memo->facts, memo->fact_count);
	add_list(document, "What was tried", memo->tried, memo->tried_count);
	add_list(document, "If nothing happens", memo->impacts, memo->impact_count);
	add_options(memo, document);
	add_ask(memo, document);
	return document->result;
}

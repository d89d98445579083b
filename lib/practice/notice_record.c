/* A notice that goes out is kept: its text as a document, and that it was sent. */
#include "practice/notice.h"
#include "store/draft.h"

#include <string.h>

/* "Notice: Go-live moves to Mar 16, 2027" */
static const char *title_of(const struct pmo_notice *notice)
{
	return pmo_arena_format(notice->plan->arena, "Notice: %s moves to %s", notice->name,
				notice_day(notice, notice->to, PMO_DATE_NONE));
}

/* What it is about, for finding it again: the root first. */
static const char *links_of(const struct pmo_notice *notice)
{
	const struct pmo_plan *plan = notice->plan;
	struct pmo_buffer out;
	pmo_buffer_init(&out, 4096);
	if (notice->root >= 0 && plan->items[notice->root].project == plan->project &&
	    notice->root != notice->item)
		pmo_buffer_add_format(&out, "%s, ", plan->items[notice->root].id);
	pmo_buffer_add_text(&out, plan->items[notice->item].id);
	for (size_t i = 0; i < notice->ask_count; i++)
		pmo_buffer_add_format(&out, ", %s", notice->asks[i].decision->id);
	const char *copy = out.failed ? NULL : pmo_arena_copy(plan->arena, out.data, out.length);
	pmo_buffer_release(&out);
	return copy;
}

static enum pmo_result set(struct pmo_draft *draft, const char *field, const char *text)
{
	int index = pmo_schema_field(pmo_draft_record(draft)->schema, field);
	if (index < 0 || !text)
		return index < 0 ? PMO_OK : PMO_NO_MEMORY;
	return pmo_draft_set(draft, index, text);
}

static enum pmo_result add(const struct pmo_notice *notice, struct pmo_update *update,
			   const char *name, struct pmo_draft **draft)
{
	const struct pmo_schema *schema = pmo_workspace_schema(notice->plan->workspace, name);
	return schema ? pmo_update_add(update, notice->plan->project, schema, NULL, draft)
		      : PMO_NO_MEMORY;
}

/* It is out, without the review that documents otherwise need. */
static enum pmo_result publish(struct pmo_draft *draft, const char *today)
{
	enum pmo_result result = set(draft, "approved", today);
	if (result == PMO_OK)
		result = draft_set_state(draft, "published");
	return result == PMO_OK ? draft_add_history(draft, "draft>published") : result;
}

static enum pmo_result keep_text(const struct pmo_notice *notice, struct pmo_update *update,
				 struct pmo_notice_sent *sent)
{
	char today[PMO_DATE_SIZE];
	const char *me = update->world.me;
	struct pmo_attachment text = { .name = "notice.txt",
				       .bytes = sent->text,
				       .length = strlen(sent->text),
				       .note = "as it was sent" };
	struct pmo_draft *draft;
	pmo_date_format(update->world.today, today);
	enum pmo_result result = add(notice, update, "document", &draft);
	if (result != PMO_OK)
		return result;
	sent->document = draft;
	const char *path = pmo_arena_format(notice->plan->arena, "files/%s-notice.txt",
					    pmo_draft_record(draft)->id);
	const char *const fields[][2] = {
		{ "title", title_of(notice) },
		{ "kind", "report" },
		{ "path", path },
		{ "version", "1.0" },
		{ "owner", me ? me : "" },
		{ "links", links_of(notice) },
	};
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]) && result == PMO_OK; i++)
		result = set(draft, fields[i][0], fields[i][1]);
	if (result == PMO_OK)
		result = pmo_draft_attach(draft, &text);
	return result == PMO_OK ? publish(draft, today) : result;
}

enum pmo_result pmo_notice_record(const struct pmo_notice *notice, struct pmo_update *update,
				  struct pmo_notice_sent *sent)
{
	struct pmo_draft *draft;
	enum pmo_result result = keep_text(notice, update, sent);
	if (result == PMO_OK)
		result = add(notice, update, "communication", &draft);
	if (result != PMO_OK)
		return result;
	sent->communication = draft;
	const char *count = pmo_arena_format(notice->plan->arena, "%zu", sent->to_count);
	const char *const fields[][2] = {
		{ "title", title_of(notice) },
		{ "to_count", count },
		{ "doc", pmo_draft_record(sent->document)->id },
		{ "links", links_of(notice) },
	};
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]) && result == PMO_OK; i++)
		result = set(draft, fields[i][0], fields[i][1]);
	return result;
}

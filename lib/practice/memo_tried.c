/* A memo's second half: what was tried, and what is asked now. */
#include "practice/memo.h"
#include "practice/query.h"
#include "store/draft.h"

#include <pmo/text.h>

#include <string.h>

enum { NOTES = 2 };

static struct pmo_arena *arena_of(const struct pmo_memo *memo)
{
	return pmo_workspace_arena(memo->workspace);
}

/* A sentence ends with a full stop, whatever the text ends with. */
static const char *stop_of(const char *text)
{
	size_t length = strlen(text);
	return length && strchr(".!?", text[length - 1]) ? "" : ".";
}

/* Actions of the matter: those that it names, and those that name it. */
static bool is_action_of(const struct pmo_memo *memo, const struct pmo_record *action)
{
	const char *theirs =
		pmo_arena_format(arena_of(memo), "any(actions, it = '%s')", action->id);
	const char *ours = pmo_arena_format(arena_of(memo), "source = '%s'", memo->item->id);
	return (theirs && query_holds(memo->item, theirs)) || (ours && query_holds(action, ours));
}

static enum pmo_result add_actions(const struct pmo_memo *memo, struct memo_lines *lines)
{
	struct pmo_records actions;
	enum pmo_result result = memo_records(memo, "action", &actions);
	for (size_t i = 0; result == PMO_OK && i < actions.count; i++) {
		const struct pmo_record *action = &actions.items[i];
		if (action->unreadable || strcmp(pmo_record_state(action)->name, "done") != 0 ||
		    !is_action_of(memo, action))
			continue;
		int32_t done = (int32_t)query_number(action, "done_on", PMO_DATE_NONE);
		const char *title = query_text(action, "title");
		const char *came = query_text(action, "result");
		result = memo_add(memo, lines,
				  pmo_arena_format(arena_of(memo), "%s: %s%s%s%s",
						   query_day(action, done, false),
						   title ? title : action->id, came ? ": " : "",
						   came ? came : "",
						   stop_of(came    ? came
							   : title ? title
								   : "")));
	}
	return result;
}

static enum pmo_result add_calls(const struct pmo_memo *memo, struct memo_lines *lines)
{
	struct pmo_records calls;
	const char *about = pmo_arena_format(arena_of(memo), "item = '%s'", memo->item->id);
	enum pmo_result result = memo_records(memo, "escalation", &calls);
	for (size_t i = 0; result == PMO_OK && about && i < calls.count; i++) {
		const struct pmo_record *call = &calls.items[i];
		const char *said = query_text(call, "response");
		const char *who = query_person(call, query_text(call, "owner"));
		int32_t sent = (int32_t)query_number(call, "sent", PMO_DATE_NONE);
		if (call->unreadable || pmo_record_is_void(call) || !query_holds(call, about))
			continue;
		result = memo_add(memo, lines,
				  pmo_arena_format(arena_of(memo), "%s: asked %s (%s). %s%s",
						   query_day(call, sent, false),
						   who ? who : "somebody", call->id,
						   said ? said : "No answer",
						   stop_of(said ? said : "")));
	}
	return result;
}

/* "2026-11-12 NET: two reviewers ..." reads "Nov 12, NET: two reviewers ...". */
static enum pmo_result add_notes(const struct pmo_memo *memo, struct memo_lines *lines)
{
	struct pmo_value notes = pmo_record_get(memo->item, memo->item->schema->notes);
	bool is_list = notes.presence == PMO_PRESENT && notes.is_list;
	uint32_t first = is_list && notes.count > NOTES ? notes.count - NOTES : 0;
	enum pmo_result result = PMO_OK;
	for (uint32_t i = first; is_list && i < notes.count && result == PMO_OK; i++) {
		int32_t date;
		const char *text =
			notes.as.items[i].presence == PMO_PRESENT ? notes.as.items[i].as.text : "";
		if (strlen(text) > 11 && pmo_date_parse(text, 10, &date) == PMO_OK)
			text = pmo_arena_format(arena_of(memo), "%s, %s%s",
						query_day(memo->item, date, false), text + 11,
						stop_of(text));
		result = memo_add(memo, lines, text);
	}
	return result;
}

enum pmo_result memo_add_tried(struct pmo_memo *memo)
{
	struct memo_lines lines = { 0 };
	enum pmo_result result = add_actions(memo, &lines);
	if (result == PMO_OK)
		result = add_calls(memo, &lines);
	if (result == PMO_OK)
		result = add_notes(memo, &lines);
	memo->tried = lines.items;
	memo->tried_count = lines.count;
	return result;
}

/* The open action of who is asked. */
static enum pmo_result ask_by_action(struct pmo_memo *memo)
{
	struct pmo_records actions;
	enum pmo_result result = memo_records(memo, "action", &actions);
	for (size_t i = 0; result == PMO_OK && memo->person && !memo->ask && i < actions.count;
	     i++) {
		const struct pmo_record *action = &actions.items[i];
		const char *owner = action->unreadable ? NULL : query_text(action, "owner");
		const char *title = owner ? query_text(action, "title") : NULL;
		if (!title || pmo_text_compare(owner, memo->person) != 0 ||
		    !pmo_record_is_open(action) || !is_action_of(memo, action))
			continue;
		memo->ask = pmo_arena_format(arena_of(memo), "%s (%s)%s", title, action->id,
					     stop_of(""));
	}
	return result;
}

/* The last line of the plan that is not done, without its number. */
static void ask_by_plan(struct pmo_memo *memo)
{
	const char *plan = query_text(memo->item, "action_plan");
	const char *found = NULL;
	size_t length = 0;
	for (const char *line = plan; line && *line;) {
		size_t end = strcspn(line, "\n");
		const char *text = line + strspn(line, " \t-*0123456789.)");
		size_t rest = end - (size_t)(text - line);
		char *copy = text < line + end ? pmo_arena_copy(arena_of(memo), text, rest) : NULL;
		if (copy && !pmo_text_contains(copy, "(done")) {
			found = text;
			length = rest;
		}
		line += end + (line[end] == '\n');
	}
	if (found)
		memo->ask = pmo_arena_copy(arena_of(memo), found, length);
}

static const char *member(const struct pmo_field *field, const struct pmo_value *item,
			  const char *name)
{
	const struct pmo_value *value = pmo_value_member(field, item, name);
	return value && value->presence == PMO_PRESENT ? value->as.text : NULL;
}

/* The options of a decision that is awaited about it. */
static enum pmo_result add_decided(struct pmo_memo *memo, size_t *capacity)
{
	struct pmo_records decisions;
	const char *about =
		pmo_arena_format(arena_of(memo), "any(affects, it = '%s')", memo->item->id);
	enum pmo_result result = memo_records(memo, "decision", &decisions);
	for (size_t i = 0; result == PMO_OK && about && i < decisions.count; i++) {
		const struct pmo_record *decision = &decisions.items[i];
		int index = pmo_schema_field(decision->schema, "options");
		if (decision->unreadable || !pmo_record_is_open(decision) ||
		    !query_holds(decision, about))
			continue;
		struct pmo_value list = pmo_record_get(decision, index);
		bool is_list = list.presence == PMO_PRESENT && list.is_list;
		const struct pmo_field *field = decision->schema->fields[index];
		for (uint32_t o = 0; is_list && o < list.count; o++) {
			struct pmo_memo_option *grown =
				pmo_arena_grow(arena_of(memo), memo->options, memo->option_count,
					       capacity, sizeof(*grown));
			if (!grown)
				return PMO_NO_MEMORY;
			memo->options = grown;
			grown[memo->option_count++] = (struct pmo_memo_option){
				.text = member(field, &list.as.items[o], "text"),
				.pros = member(field, &list.as.items[o], "pros"),
				.cons = member(field, &list.as.items[o], "cons"),
			};
		}
	}
	return result;
}

enum pmo_result memo_add_ask(struct pmo_memo *memo)
{
	size_t capacity = 0;
	enum pmo_result result = ask_by_action(memo);
	if (result == PMO_OK && !memo->ask)
		ask_by_plan(memo);
	return result == PMO_OK ? add_decided(memo, &capacity) : result;
}

static enum pmo_result set(struct pmo_draft *draft, const char *field, const char *text)
{
	int index = pmo_schema_field(pmo_draft_record(draft)->schema, field);
	return index >= 0 && text ? pmo_draft_set(draft, index, text) : PMO_OK;
}

/* The issue is at its level; where it stands elsewhere on its way, it goes there. */
static enum pmo_result raise_issue(const struct pmo_memo *memo, struct pmo_update *update,
				   const char *level)
{
	struct pmo_draft *draft;
	char today[PMO_DATE_SIZE];
	if (strcmp(memo->item->schema->table->name, "issue") != 0)
		return PMO_OK;
	pmo_date_format(update->world.today, today);
	enum pmo_result result = pmo_update_edit(update, memo->item, &draft);
	if (result == PMO_OK)
		result = set(draft, "escalation_level", level);
	if (result == PMO_OK)
		result = set(draft, "escalated_on", today);
	if (result == PMO_OK && strcmp(pmo_record_state(memo->item)->name, "escalated") != 0)
		result = pmo_draft_move(draft, "escalate");
	return result;
}

enum pmo_result pmo_memo_record(const struct pmo_memo *memo, struct pmo_update *update,
				const char *text, struct pmo_draft **escalation)
{
	const struct pmo_schema *schema = pmo_workspace_schema(memo->workspace, "escalation");
	struct pmo_attachment attachment = {
		.name = "memo.txt", .bytes = text, .length = strlen(text), .note = "as it was sent"
	};
	char due[PMO_DATE_SIZE];
	const char *level = pmo_arena_format(arena_of(memo), "%d", memo->to);
	if (!schema || !level)
		return PMO_NO_MEMORY;
	pmo_date_format(memo->respond_by, due);
	const char *const fields[][2] = {
		{ "title", memo->problem },
		{ "item", memo->item->id },
		{ "level", level },
		{ "owner", memo->person },
		{ "due", due },
		{ "ask", memo->ask },
	};
	enum pmo_result result =
		pmo_update_add(update, memo->item->project, schema, NULL, escalation);
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]) && result == PMO_OK; i++)
		result = set(*escalation, fields[i][0], fields[i][1]);
	if (result == PMO_OK)
		result = pmo_draft_attach(*escalation, &attachment);
	return result == PMO_OK ? raise_issue(memo, update, level) : result;
}

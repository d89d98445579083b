/*
 * Answers become facts: values with who said so and `from CHK-012` in their history, notes under
 * the name of who wrote them, new issues and risks, and the check-in that keeps it all.
 */
#include "practice/checkin.h"

#include "store/draft.h"

#include <pmo/text.h>

#include <string.h>

struct applying {
	struct pmo_take *take;
	struct pmo_update *update;
	struct pmo_draft *checkin; /* of the reply at hand */
	const char *id;            /* its id */
	const char *author;        /* who wrote it */
	const char *owner;         /* whose check-in it is */
};

static enum pmo_result edit(const struct applying *applying, const struct pmo_record *record,
			    struct pmo_draft **draft)
{
	const struct pmo_world *world = record->world;
	const struct pmo_record *found =
		world->find(world->store, record, record->id, record->schema->table->name);
	if (!found)
		return PMO_CONFLICT;
	enum pmo_result result = pmo_update_edit(applying->update, found, draft);
	if (result == PMO_OK && *draft != applying->checkin)
		pmo_draft_from(*draft, applying->id, applying->author);
	return result;
}

static enum pmo_result set(struct pmo_draft *draft, const char *field, const char *text)
{
	return pmo_draft_set(draft, pmo_schema_field(pmo_draft_record(draft)->schema, field), text);
}

static enum pmo_result set_if_absent(struct pmo_draft *draft, const char *field, const char *text)
{
	struct pmo_value value = pmo_record_get_name(pmo_draft_record(draft), field);
	return value.presence == PMO_ABSENT ? set(draft, field, text) : PMO_OK;
}

static const char *today(const struct applying *applying, char date[PMO_DATE_SIZE])
{
	pmo_date_format(applying->update->world.today, date);
	return date;
}

/* A task that is done is all done, and began some day. */
static enum pmo_result finish_task(const struct applying *applying, struct pmo_draft *draft,
				   const char *date)
{
	char day[PMO_DATE_SIZE];
	const char *name = pmo_draft_record(draft)->schema->table->name;
	enum pmo_result result = set(draft, "actual_finish", date ? date : today(applying, day));
	if (result != PMO_OK || strcmp(name, "task") != 0)
		return result;
	result = set_if_absent(draft, "actual_start", date ? date : today(applying, day));
	if (result == PMO_OK)
		result = set(draft, "percent", "100");
	return result == PMO_OK ? set(draft, "remaining", NULL) : result;
}

static enum pmo_result set_percent(const struct applying *applying, struct pmo_draft *draft,
				   const char *percent)
{
	char day[PMO_DATE_SIZE];
	if (strcmp(percent, "100") == 0)
		return finish_task(applying, draft, NULL);
	enum pmo_result result = set(draft, "percent", percent);
	if (result == PMO_OK && strcmp(percent, "0") != 0)
		result = set_if_absent(draft, "actual_start", today(applying, day));
	return result;
}

static enum pmo_result set_when(const struct applying *applying, struct pmo_draft *draft,
				const struct pmo_answer *answer)
{
	if (strcmp(answer->question->field, "actual_finish") == 0)
		return finish_task(applying, draft, answer->value);
	return set(draft, answer->question->field, answer->value);
}

static enum pmo_result set_done(struct pmo_draft *draft, const struct pmo_answer *answer)
{
	enum pmo_result result = set(draft, answer->question->field, answer->value);
	return result == PMO_OK ? pmo_draft_move(draft, "finish") : result;
}

static enum pmo_result assign(const struct applying *applying, struct pmo_draft *draft,
			      const char *text)
{
	(void)applying;
	return text ? pmo_draft_assign(draft, text) : PMO_NO_MEMORY;
}

static enum pmo_result set_estimate(const struct applying *applying, struct pmo_draft *draft,
				    const struct pmo_answer *answer)
{
	enum pmo_result result = assign(applying, draft, answer->value);
	const char *state = pmo_record_state(pmo_draft_record(draft))->name;
	if (result == PMO_OK && strcmp(state, "requested") == 0)
		result = pmo_draft_move(draft, "receive");
	return result;
}

static enum pmo_result set_verdict(const struct applying *applying, struct pmo_draft *draft,
				   const struct pmo_answer *answer)
{
	char day[PMO_DATE_SIZE];
	struct pmo_arena *arena = &applying->update->workspace->arena;
	enum pmo_result result = assign(
		applying, draft,
		pmo_arena_format(arena, "reviewers.%s.verdict=%s", applying->owner, answer->value));
	if (result == PMO_OK)
		result = assign(applying, draft,
				pmo_arena_format(arena, "reviewers.%s.returned=%s", applying->owner,
						 today(applying, day)));
	return result;
}

/* A structure's item from member texts, which need no quoting this way. */
static enum pmo_result append_item(struct pmo_draft *draft, const char *list,
				   const char *const (*members)[2])
{
	struct pmo_value_context context = draft_context(draft);
	int index = pmo_schema_field(pmo_draft_record(draft)->schema, list);
	if (index < 0)
		return PMO_NOT_FOUND;
	const struct pmo_field *field = pmo_draft_record(draft)->schema->fields[index];
	size_t count = 0;
	while (field->members[count].name)
		count++;
	struct pmo_value *values = pmo_arena_array(context.arena, count + 1, sizeof(*values));
	if (!values)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < count; i++)
		for (size_t m = 0; members[m][0]; m++) {
			if (strcmp(members[m][0], field->members[i].name) != 0 || !members[m][1])
				continue;
			enum pmo_result result = value_input(&field->members[i], members[m][1],
							     &context, &values[i]);
			if (result != PMO_OK)
				return result;
		}
	struct pmo_value item = { .presence = PMO_PRESENT,
				  .kind = PMO_STRUCT,
				  .count = (uint32_t)count };
	item.as.items = values;
	return draft_append_value(draft, index, &item);
}

static enum pmo_result add_comment(const struct applying *applying, struct pmo_draft *draft,
				   const char *text)
{
	char day[PMO_DATE_SIZE];
	const char *const members[][2] = { { "by", applying->owner },
					   { "date", today(applying, day) },
					   { "comment", text },
					   { NULL, NULL } };
	return append_item(draft, "feedback", members);
}

/* The line is the writer's, not that of the one who takes it in. */
static enum pmo_result add_note(const struct applying *applying, struct pmo_draft *draft,
				const char *text)
{
	char day[PMO_DATE_SIZE];
	struct pmo_arena *arena = &applying->update->workspace->arena;
	const char *line =
		pmo_arena_format(arena, "%s %s: %s", today(applying, day), applying->author, text);
	return line ? draft_append_line(draft, pmo_draft_record(draft)->schema->notes, line)
		    : PMO_NO_MEMORY;
}

static enum pmo_result apply_answer(const struct applying *applying, struct pmo_draft *draft,
				    const struct pmo_answer *answer)
{
	switch (answer->question->kind) {
	case PMO_ANSWER_PERCENT:
		return set_percent(applying, draft, answer->value);
	case PMO_ANSWER_WHEN:
		return set_when(applying, draft, answer);
	case PMO_ANSWER_DONE:
		return set_done(draft, answer);
	case PMO_ANSWER_ESTIMATE:
		return set_estimate(applying, draft, answer);
	case PMO_ANSWER_VERDICT:
		return set_verdict(applying, draft, answer);
	case PMO_ANSWER_COMMENT:
		return add_comment(applying, draft, answer->value);
	case PMO_ANSWER_COMING:
		return pmo_draft_append(
			draft, pmo_schema_field(pmo_draft_record(draft)->schema, "attendance"),
			answer->value);
	case PMO_ANSWER_NOTE:
		return add_note(applying, draft, answer->value);
	case PMO_ANSWER_SPAN:
	case PMO_ANSWER_DATE:
	case PMO_ANSWER_NUMBER:
	case PMO_ANSWER_TEXT:
	case PMO_ANSWER_ISSUE:
	case PMO_ANSWER_RISK:
	case PMO_ANSWER_AWAY:
		break;
	}
	return set(draft, answer->question->field, answer->value);
}

/* What the record does not allow is shown with the others that were not taken. */
static enum pmo_result apply_record(const struct applying *applying, struct pmo_answer *answer)
{
	struct pmo_draft *draft;
	enum pmo_result result = edit(applying, answer->record, &draft);
	if (result != PMO_OK)
		return result;
	struct draft_state before = draft_save(draft);
	result = apply_answer(applying, draft, answer);
	if (result != PMO_REFUSED && result != PMO_INVALID && result != PMO_USAGE &&
	    result != PMO_NOT_FOUND)
		return result;
	draft_restore(draft, &before);
	answer->refused = "the record does not allow it";
	return PMO_OK;
}

/* A new record with its title, and who saw it. */
static enum pmo_result add_record(const struct applying *applying, const char *name,
				  const char *title)
{
	struct pmo_draft *draft;
	struct pmo_workspace *workspace = applying->take->workspace;
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, name);
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result =
		pmo_update_add(applying->update, applying->take->project, schema, NULL, &draft);
	if (result == PMO_OK)
		result = pmo_draft_set(draft, schema->title, title);
	if (result == PMO_OK && pmo_schema_field(schema, "raised_by") >= 0)
		result = set(draft, "raised_by", applying->author);
	if (result == PMO_OK && schema->links >= 0)
		result = pmo_draft_append(draft, schema->links, applying->id);
	return result;
}

static enum pmo_result append_text(struct pmo_draft *draft, const char *list, const char *text)
{
	int index = pmo_schema_field(pmo_draft_record(draft)->schema, list);
	struct pmo_value item = { .presence = PMO_PRESENT, .kind = PMO_TEXT };
	item.as.text = text;
	return index < 0 ? PMO_NOT_FOUND : draft_append_value(draft, index, &item);
}

static enum pmo_result apply_extra(const struct applying *applying, const struct pmo_answer *answer)
{
	bool issue = answer->question->kind == PMO_ANSWER_ISSUE;
	if (answer->question->kind == PMO_ANSWER_AWAY)
		return pmo_draft_append(
			applying->checkin,
			pmo_schema_field(pmo_draft_record(applying->checkin)->schema, "leave_next"),
			answer->value);
	enum pmo_result result = add_record(applying, issue ? "issue" : "risk", answer->value);
	if (result == PMO_OK)
		result = append_text(applying->checkin, issue ? "new_issues" : "new_risks",
				     answer->value);
	return result;
}

/* What was said of a task, as it was said, changed or not. */
static enum pmo_result keep_line(const struct applying *applying, size_t reply, size_t first)
{
	const struct pmo_take *take = applying->take;
	const struct pmo_record *record = take->answers[first].record;
	const char *members[][2] = { { "percent", NULL },
				     { "remaining", NULL },
				     { "actual_start", NULL },
				     { "actual_finish", NULL },
				     { "done", NULL },
				     { "task", record->id },
				     { NULL, NULL } };
	for (size_t i = first; i < take->answer_count; i++) {
		const struct pmo_answer *answer = &take->answers[i];
		const char *field = answer->question->kind == PMO_ANSWER_NOTE
					    ? "done"
					    : answer->question->field;
		for (size_t m = 0; field && members[m][0]; m++)
			if (answer->reply == reply && answer->record == record &&
			    !answer->refused && strcmp(members[m][0], field) == 0)
				members[m][1] = answer->value;
	}
	bool said = false;
	for (size_t m = 0; m < 5; m++)
		said = said || members[m][1];
	return said ? append_item(applying->checkin, "lines", (const char *const(*)[2])members)
		    : PMO_OK;
}

static bool is_first(const struct pmo_take *take, size_t index)
{
	const struct pmo_answer *answer = &take->answers[index];
	for (size_t i = 0; i < index; i++)
		if (take->answers[i].reply == answer->reply &&
		    take->answers[i].record == answer->record)
			return false;
	return true;
}

static enum pmo_result keep_lines(const struct applying *applying, size_t reply)
{
	const struct pmo_take *take = applying->take;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < take->answer_count; i++) {
		const struct pmo_answer *answer = &take->answers[i];
		if (answer->reply != reply || !answer->record || !is_first(take, i))
			continue;
		if (pmo_word_is_in("task|milestone", answer->record->schema->table->name))
			result = keep_line(applying, reply, i);
	}
	return result;
}

/* The check-in goes to received, and on when there was something to apply. */
static enum pmo_result close_checkin(const struct applying *applying, const struct pmo_taken *reply)
{
	struct pmo_draft *draft = applying->checkin;
	enum pmo_result result = append_text(draft, "messages", reply->message_id);
	if (result == PMO_OK)
		result = set_if_absent(draft, "received_via", "email");
	if (result == PMO_OK &&
	    strcmp(pmo_record_state(pmo_draft_record(draft))->name, "requested") == 0)
		result = pmo_draft_move(draft, "receive");
	if (result == PMO_OK &&
	    strcmp(pmo_record_state(pmo_draft_record(draft))->name, "received") == 0) {
		struct pmo_value asked = pmo_record_get_name(pmo_draft_record(draft), "asked");
		struct pmo_value lines = pmo_record_get_name(pmo_draft_record(draft), "lines");
		if (pmo_value_is_present(&asked) || pmo_value_is_present(&lines))
			result = pmo_draft_move(draft, "apply");
	}
	return result;
}

/* Somebody may have taken it between the question and the answer. */
static bool is_taken(const struct pmo_record *checkin, const char *message_id)
{
	struct pmo_value list = pmo_record_get_name(checkin, "messages");
	for (uint32_t i = 0; list.presence == PMO_PRESENT && i < list.count; i++)
		if (list.as.items[i].presence == PMO_PRESENT &&
		    strcmp(list.as.items[i].as.text, message_id) == 0)
			return true;
	return false;
}

static enum pmo_result apply_reply(struct pmo_take *take, struct pmo_update *update, size_t index)
{
	const struct pmo_taken *reply = &take->replies[index];
	struct applying applying = { .take = take,
				     .update = update,
				     .id = reply->checkin->id,
				     .owner = reply->owner,
				     .author = reply->person->id };
	enum pmo_result result = edit(&applying, reply->checkin, &applying.checkin);
	if (result == PMO_OK && is_taken(pmo_draft_record(applying.checkin), reply->message_id))
		return PMO_OK;
	if (result == PMO_OK)
		pmo_draft_from(applying.checkin, NULL, NULL);
	for (size_t i = 0; result == PMO_OK && i < take->answer_count; i++) {
		struct pmo_answer *answer = &take->answers[i];
		if (answer->reply != index || !pmo_answer_is_change(answer))
			continue;
		result = answer->record ? apply_record(&applying, answer)
					: apply_extra(&applying, answer);
	}
	if (result == PMO_OK)
		result = keep_lines(&applying, index);
	return result == PMO_OK ? close_checkin(&applying, reply) : result;
}

enum pmo_result pmo_take_apply(struct pmo_take *take, struct pmo_update *update)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < take->reply_count; i++)
		if (!take->replies[i].refused)
			result = apply_reply(take, update, i);
	return result;
}

/* What a change does to the plan, done to its records: what_if line by line, and new tasks. */
#include "practice/implement.h"

#include "base/words.h"

#include <pmo/text.h>

#include <inttypes.h>
#include <string.h>

static const struct pmo_record *record_of(const struct implement *work, const char *word)
{
	int item = pmo_plan_find(work->after, word);
	return item >= 0 ? work->after->items[item].record : NULL;
}

static enum pmo_result assign(struct implement *work, const struct pmo_record *record,
			      const char *assignment)
{
	struct pmo_draft *draft;
	if (!assignment)
		return PMO_NO_MEMORY;
	enum pmo_result result = effect_edit(work->effect, record, &draft);
	return result == PMO_OK ? pmo_draft_assign(draft, assignment) : result;
}

/* `duration=+3d` in a record is the duration that the plan has now. */
static const char *settled(struct implement *work, const char *item, const char *assignment)
{
	struct pmo_arena *arena = pmo_workspace_arena(work->effect->workspace);
	const char *equal = strchr(assignment, '=');
	int index = pmo_plan_find(work->after, item);
	if (!equal || index < 0 || (equal[1] != '+' && equal[1] != '-'))
		return assignment;
	const struct pmo_plan_item *of = &work->after->items[index];
	bool remains = strncmp(assignment, "remaining", 9) == 0;
	int64_t minutes = remains ? of->remaining : of->duration;
	if (of->day_minutes > 0 && minutes % of->day_minutes == 0)
		return pmo_arena_format(arena, "%.*s=%" PRId64 "d", (int)(equal - assignment),
					assignment, minutes / of->day_minutes);
	return pmo_arena_format(arena, "%.*s=%" PRId64 "min", (int)(equal - assignment), assignment,
				minutes);
}

static enum pmo_result apply_link(struct implement *work, const struct words *words)
{
	struct pmo_arena *arena = pmo_workspace_arena(work->effect->workspace);
	bool adds = strcmp(words->items[0], "add") == 0;
	const struct pmo_record *to = record_of(work, words->items[2]);
	const struct pmo_record *from = record_of(work, words->items[3]);
	const char *how = adds && words->count > 4 ? words->items[4] : "";
	if (!to || !from)
		return PMO_OK; /* refused before */
	if (!adds)
		return assign(work, to, pmo_arena_format(arena, "preds-=%s", from->id));
	return assign(work, to,
		      pmo_arena_format(arena, "preds+=%s%s%s", from->id, *how ? " " : "", how));
}

static enum pmo_result apply_words(struct implement *work, const struct words *words)
{
	struct pmo_draft *draft;
	enum pmo_result result = PMO_OK;
	bool drops = strcmp(words->items[0], "drop") == 0;
	if (words->count >= 4 && strcmp(words->items[1], "link") == 0)
		return apply_link(work, words);
	const struct pmo_record *record = record_of(work, words->items[drops ? 1 : 0]);
	if (!record)
		return PMO_OK;
	if (drops) {
		result = effect_edit(work->effect, record, &draft);
		return result == PMO_OK ? pmo_draft_move(draft, "cancel") : result;
	}
	for (size_t i = 1; i < words->count && result == PMO_OK; i++)
		result = assign(work, record, settled(work, words->items[0], words->items[i]));
	return result;
}

static enum pmo_result apply_line(struct implement *work, const char *line)
{
	struct words words = { 0 };
	struct pmo_arena *arena = pmo_workspace_arena(work->effect->workspace);
	/* `drop X` leaves the plan: its record is found before. */
	bool is_split = words_split(arena, line, &words);
	bool drops = is_split && words.count == 2 && strcmp(words.items[0], "drop") == 0;
	enum pmo_result result = drops ? apply_words(work, &words) : PMO_OK;
	if (result == PMO_OK)
		result = pmo_plan_change(work->after, line);
	if (result == PMO_OK && is_split && words.count >= 2 && !drops)
		result = apply_words(work, &words);
	work->moves_plan = true;
	return result;
}

/* "TSK-024, MS-004" of a list of references; NULL: there is none. */
static const char *joined(struct pmo_arena *arena, const struct pmo_value *list)
{
	const char *text = NULL;
	bool one = list && list->presence == PMO_PRESENT && !list->is_list;
	for (uint32_t i = 0; list && list->presence == PMO_PRESENT && !one && i < list->count; i++)
		text = pmo_arena_format(arena, "%s%s%s", text ? text : "", text ? ", " : "",
					list->as.items[i].as.text);
	return one ? list->as.text : text;
}

/* For the dates: what follows waits for what comes before, as much longer as the task takes. */
static enum pmo_result stretch(struct implement *work, const struct pmo_value *after,
			       const struct pmo_value *before, const char *duration)
{
	struct pmo_arena *arena = pmo_workspace_arena(work->effect->workspace);
	enum pmo_result result = PMO_OK;
	for (uint32_t b = 0; before->is_list && b < before->count && result == PMO_OK; b++)
		for (uint32_t a = 0; after->is_list && a < after->count && result == PMO_OK; a++) {
			const char *line = pmo_arena_format(arena, "add link %s %s FS+%s",
							    before->as.items[b].as.text,
							    after->as.items[a].as.text, duration);
			result = line ? pmo_plan_change(work->after, line) : PMO_NO_MEMORY;
		}
	return result;
}

static const char *member_text(const struct pmo_field *field, const struct pmo_value *item,
			       const char *name, struct pmo_arena *arena)
{
	const struct pmo_value *value = pmo_value_member(field, item, name);
	struct pmo_buffer out;
	if (!value || !pmo_value_is_present(value))
		return NULL;
	if (value->is_list)
		return joined(arena, value);
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	for (size_t i = 0; field->members[i].name; i++)
		if (strcmp(field->members[i].name, name) == 0)
			pmo_value_format(&field->members[i], value, &out);
	const char *copy = out.failed ? NULL : pmo_arena_copy(arena, out.data, out.length);
	pmo_buffer_release(&out);
	return copy;
}

/* What followed before follows the new task. */
static enum pmo_result put_before(struct implement *work, const struct pmo_value *before,
				  const char *id)
{
	struct pmo_arena *arena = pmo_workspace_arena(work->effect->workspace);
	enum pmo_result result = PMO_OK;
	for (uint32_t i = 0; before && before->is_list && i < before->count && result == PMO_OK;
	     i++) {
		const struct pmo_record *record = record_of(work, before->as.items[i].as.text);
		if (record)
			result = assign(work, record, pmo_arena_format(arena, "preds+=%s", id));
	}
	return result;
}

static enum pmo_result add_task(struct implement *work, const struct pmo_field *field,
				const struct pmo_value *item, bool alone)
{
	static const char *const members[] = { "title", "duration", "owner", "parent", NULL };
	struct pmo_arena *arena = pmo_workspace_arena(work->effect->workspace);
	const struct pmo_value *after = pmo_value_member(field, item, "after");
	const struct pmo_value *before = pmo_value_member(field, item, "before");
	const char *duration = member_text(field, item, "duration", arena);
	struct pmo_draft *draft;
	enum pmo_result result = effect_add(work->effect, "task", &draft);
	for (size_t i = 0; members[i] && result == PMO_OK; i++)
		result = effect_set(draft, members[i], member_text(field, item, members[i], arena));
	if (result == PMO_OK && after && pmo_value_is_present(after))
		result = effect_set(draft, "preds", joined(arena, after));
	if (result == PMO_OK && alone && work->cost > 0 && work->line) {
		char amount[PMO_MONEY_SIZE];
		pmo_money_format(work->cost, amount);
		result = effect_set(draft, "costs",
				    pmo_arena_format(arena, "%s %s", work->line, amount));
	}
	if (result == PMO_OK)
		result = put_before(work, before, pmo_draft_record(draft)->id);
	if (result == PMO_OK && after && before && duration)
		result = stretch(work, after, before, duration);
	if (result == PMO_OK)
		work->tasks[work->task_count++] = draft;
	return result;
}

enum pmo_result implement_plan(struct implement *work)
{
	const struct pmo_record *change = work->change;
	int lines = pmo_schema_field(change->schema, "what_if");
	int tasks = pmo_schema_field(change->schema, "new_tasks");
	struct pmo_value list = pmo_record_get(change, lines);
	enum pmo_result result = PMO_OK;
	for (uint32_t i = 0;
	     list.presence == PMO_PRESENT && list.is_list && i < list.count && result == PMO_OK;
	     i++)
		result = apply_line(work, list.as.items[i].as.text);
	list = pmo_record_get(change, tasks);
	if (result != PMO_OK || list.presence != PMO_PRESENT || !list.is_list)
		return result;
	work->moves_plan = true;
	work->tasks = pmo_arena_array(pmo_workspace_arena(work->effect->workspace), list.count + 1,
				      sizeof(*work->tasks));
	if (!work->tasks)
		return PMO_NO_MEMORY;
	for (uint32_t i = 0; i < list.count && result == PMO_OK; i++)
		result = add_task(work, change->schema->fields[tasks], &list.as.items[i],
				  list.count == 1);
	return result;
}

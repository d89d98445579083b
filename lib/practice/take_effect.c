/*
 * What answers do to the plan: it is scheduled once more with them, each task's alone and all
 * of them together, and compared with what holds now.
 */
#include "practice/checkin.h"

#include <pmo/text.h>

#include <string.h>

enum { ALONE = 25 }; /* so many tasks are looked at one by one */

static bool is_of_plan(const struct pmo_answer *answer, enum pmo_answer_kind kind,
		       const char *field)
{
	return answer->question->kind == kind && answer->question->field &&
	       strcmp(answer->question->field, field) == 0;
}

/* "TSK-031 percent=45 remaining=10d": what answers about a record change in the plan. */
static bool add_change(const struct pmo_take *take, size_t reply, const struct pmo_record *record,
		       struct pmo_buffer *out)
{
	const char *percent = NULL, *left = NULL, *start = NULL, *finish = NULL;
	for (size_t i = 0; i < take->answer_count; i++) {
		const struct pmo_answer *answer = &take->answers[i];
		if (answer->reply != reply || answer->record != record ||
		    !pmo_answer_is_change(answer))
			continue;
		if (is_of_plan(answer, PMO_ANSWER_PERCENT, "percent"))
			percent = answer->value;
		else if (is_of_plan(answer, PMO_ANSWER_SPAN, "remaining"))
			left = answer->value;
		else if (is_of_plan(answer, PMO_ANSWER_WHEN, "actual_start"))
			start = answer->value;
		else if (is_of_plan(answer, PMO_ANSWER_WHEN, "actual_finish"))
			finish = answer->value;
	}
	if (!percent && !left && !start && !finish)
		return false;
	struct pmo_value stored = pmo_record_get_name(record, "remaining");
	struct pmo_value begun = pmo_record_get_name(record, "actual_start");
	char today[PMO_DATE_SIZE], kept[PMO_DURATION_SIZE];
	bool is_task = strcmp(record->schema->table->name, "task") == 0;
	pmo_date_format(record->world->today, today);
	if (percent && strcmp(percent, "100") == 0 && !finish)
		finish = today;
	if (!left && percent && !finish && pmo_value_is_present(&stored)) {
		const struct pmo_duration span = { stored.as.integer,
						   (enum pmo_duration_unit)stored.detail };
		pmo_duration_format(span, kept);
		left = kept;
	}
	pmo_buffer_add_text(out, record->id);
	if (percent && !finish)
		pmo_buffer_add_format(out, " percent=%s", percent);
	if (left && !finish)
		pmo_buffer_add_format(out, " remaining=%s", left);
	if (start || (is_task && !pmo_value_is_present(&begun)))
		pmo_buffer_add_format(out, " actual_start=%s",
				      start    ? start
				      : finish ? finish
					       : today);
	if (finish)
		pmo_buffer_add_format(out, " actual_finish=%s", finish);
	return true;
}

/* The plan as it would be. NULL in *after: it cannot be told. */
static enum pmo_result schedule(const struct pmo_take *take, const char *const *changes,
				size_t count, struct pmo_plan **after)
{
	const struct pmo_plan_options options = { .alone = true };
	*after = NULL;
	enum pmo_result result = pmo_plan_read(take->workspace, take->project, &options, after);
	for (size_t i = 0; result == PMO_OK && i < count; i++)
		result = pmo_plan_change(*after, changes[i]);
	if (result == PMO_OK)
		result = pmo_plan_compute(*after);
	if (result != PMO_OK && *after) {
		pmo_plan_free(*after);
		*after = NULL;
	}
	return result == PMO_NO_MEMORY ? result : PMO_OK;
}

static int32_t moved(const struct pmo_take *take, const struct pmo_plan *after, int index)
{
	const struct pmo_plan_item *old = &take->plan->items[index], *now = &after->items[index];
	bool known = old->finish != PMO_DATE_NONE && now->finish != PMO_DATE_NONE && old->sure &&
		     now->sure && strcmp(old->id, now->id) == 0;
	return known ? pmo_calendar_days_between(take->plan->calendar, old->finish, now->finish)
		     : 0;
}

static void add_dates(const struct pmo_take *take, const struct pmo_plan *after, int index,
		      struct pmo_buffer *out)
{
	char was[PMO_DATE_LONG_SIZE], now[PMO_DATE_LONG_SIZE];
	pmo_date_format_short(take->plan->items[index].finish, take->plan->as_of, was);
	pmo_date_format_short(after->items[index].finish, take->plan->as_of, now);
	pmo_buffer_add_format(out, "%s \xe2\x86\x92 %s", was, now);
}

/* "Build complete Dec 3 → Dec 8,  go-live +3 d": the first milestone that moves, and go-live. */
static const char *describe(const struct pmo_take *take, const struct pmo_plan *after,
			    const struct pmo_record *record)
{
	struct pmo_buffer out;
	int go_live = pmo_plan_go_live(take->plan), first = -1;
	int item = record ? pmo_plan_index(take->plan, record) : -1;
	pmo_buffer_init(&out, 1 << 12);
	for (int i = 0; i < (int)take->plan->own_count; i++)
		if (take->plan->items[i].kind == PMO_ITEM_MILESTONE && i != go_live &&
		    moved(take, after, i) &&
		    (first < 0 || after->items[i].finish < after->items[first].finish))
			first = i;
	if (first >= 0) {
		const char *title = take_words(pmo_workspace_arena(take->workspace),
					       take->plan->items[first].title, 80);
		pmo_buffer_add_format(&out, "%s ", title ? title : "");
		add_dates(take, after, first, &out);
	}
	if (go_live >= 0 && moved(take, after, go_live))
		pmo_buffer_add_format(&out, "%sgo-live %+d d", out.length ? ",  " : "",
				      (int)moved(take, after, go_live));
	if (!out.length && item >= 0 && moved(take, after, item)) {
		pmo_buffer_add_text(&out, "finish ");
		add_dates(take, after, item, &out);
		pmo_buffer_add_text(&out, ", no milestone moves");
	}
	const char *text = pmo_arena_string(pmo_workspace_arena(take->workspace), out.data);
	pmo_buffer_release(&out);
	return text;
}

static enum pmo_result add_effect(struct pmo_take *take, size_t reply,
				  const struct pmo_record *record, const char *text)
{
	struct pmo_take_effect *grown =
		pmo_arena_grow(pmo_workspace_arena(take->workspace), take->effects,
			       take->effect_count, &take->effect_capacity, sizeof(*grown));
	if (!grown || !text)
		return PMO_NO_MEMORY;
	take->effects = grown;
	grown[take->effect_count++] = (struct pmo_take_effect){ reply, record, text };
	return PMO_OK;
}

/* Whether an answer is the first about its record in its reply. */
static bool is_first(const struct pmo_take *take, size_t index)
{
	const struct pmo_answer *answer = &take->answers[index];
	for (size_t i = 0; i < index; i++)
		if (take->answers[i].reply == answer->reply &&
		    take->answers[i].record == answer->record)
			return false;
	return answer->record != NULL;
}

static enum pmo_result effect_alone(struct pmo_take *take, const struct pmo_answer *answer,
				    const char *change)
{
	struct pmo_plan *after;
	enum pmo_result result = schedule(take, &change, 1, &after);
	if (result == PMO_OK && after)
		result = add_effect(take, answer->reply, answer->record,
				    describe(take, after, answer->record));
	if (after)
		pmo_plan_free(after);
	return result;
}

static enum pmo_result effect_together(struct pmo_take *take, const char *const *changes,
				       size_t count)
{
	struct pmo_plan *after;
	enum pmo_result result = schedule(take, changes, count, &after);
	if (result == PMO_OK && after) {
		int go_live = pmo_plan_go_live(take->plan);
		take->has_go_live = go_live >= 0;
		take->go_live_days = go_live >= 0 ? moved(take, after, go_live) : 0;
		if (count > 1)
			result = add_effect(take, 0, NULL, describe(take, after, NULL));
	}
	if (after)
		pmo_plan_free(after);
	return result;
}

enum pmo_result pmo_take_effects(struct pmo_take *take)
{
	struct pmo_arena *arena = pmo_workspace_arena(take->workspace);
	const char **changes = pmo_arena_array(arena, take->answer_count + 1, sizeof(*changes));
	enum pmo_result result = changes ? PMO_OK : PMO_NO_MEMORY;
	size_t count = 0;
	take->effect_count = 0;
	take->has_go_live = false;
	for (size_t i = 0; take->plan && result == PMO_OK && i < take->answer_count; i++) {
		const struct pmo_answer *answer = &take->answers[i];
		struct pmo_buffer change;
		pmo_buffer_init(&change, 1 << 12);
		if (is_first(take, i) && pmo_plan_index(take->plan, answer->record) >= 0 &&
		    add_change(take, answer->reply, answer->record, &change)) {
			changes[count] = pmo_arena_string(arena, change.data);
			result = changes[count] ? PMO_OK : PMO_NO_MEMORY;
			if (result == PMO_OK && count < ALONE)
				result = effect_alone(take, answer, changes[count]);
			count++;
		}
		pmo_buffer_release(&change);
	}
	return result == PMO_OK && count ? effect_together(take, changes, count) : result;
}

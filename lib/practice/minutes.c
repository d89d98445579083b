/* Minutes: reading two pages, applying the difference, and the page with the ids in it. */
#include "practice/minutes.h"

#include <pmo/text.h>

#include <stdarg.h>
#include <string.h>

const char *minutes_format(const struct pmo_minutes *minutes, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	const char *text = pmo_arena_vformat(minutes->arena, format, args);
	va_end(args);
	return text ? text : "";
}

enum pmo_result minutes_tell(struct pmo_minutes *minutes, const struct pmo_minutes_event *event)
{
	struct pmo_minutes_event *grown =
		pmo_arena_grow(minutes->arena, minutes->events, minutes->event_count,
			       &minutes->event_capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	minutes->events = grown;
	grown[minutes->event_count++] = *event;
	if (event->did == PMO_MINUTES_MADE)
		minutes->made[event->mark]++;
	if (event->did < PMO_MINUTES_SKIPPED)
		minutes->has_changes = true;
	return PMO_OK;
}

int32_t minutes_day(const struct pmo_record *meeting)
{
	struct pmo_value start = pmo_record_get_name(meeting, "start");
	if (start.presence != PMO_PRESENT || start.kind != PMO_MOMENT)
		return PMO_DATE_NONE;
	return pmo_moment_date(start.as.moment);
}

const char *minutes_member(const struct pmo_record *record, int field, uint32_t index,
			   const char *member)
{
	struct pmo_value list = field < 0 ? (struct pmo_value){ 0 } : pmo_record_get(record, field);
	if (list.presence != PMO_PRESENT || !list.is_list || index >= list.count)
		return NULL;
	const struct pmo_field *of = record->schema->fields[field];
	const struct pmo_value *item = &list.as.items[index];
	const struct pmo_value *value = member ? pmo_value_member(of, item, member) : item;
	bool is_text = value && value->presence == PMO_PRESENT && !value->is_list &&
		       (value->kind == PMO_TEXT || value->kind == PMO_REF ||
			value->kind == PMO_CHOICE || value->kind == PMO_PROSE);
	return is_text ? value->as.text : NULL;
}

const char *const *minutes_topics(const struct pmo_record *meeting, struct pmo_arena *arena)
{
	int agenda = pmo_schema_field(meeting->schema, "agenda");
	struct pmo_value list = pmo_record_get(meeting, agenda);
	uint32_t count = list.presence == PMO_PRESENT && list.is_list ? list.count : 0;
	const char **topics = pmo_arena_array(arena, (size_t)count + 1, sizeof(*topics));
	for (uint32_t i = 0; topics && i < count; i++) {
		const char *topic = minutes_member(meeting, agenda, i, "topic");
		topics[i] = topic ? topic : "?";
	}
	return topics;
}

static enum pmo_result too_long(struct pmo_minutes *minutes)
{
	pmo_diag_add(pmo_workspace_diags(minutes->workspace), PMO_ERROR, "minutes-size", NULL,
		     "these notes are longer than 1 MiB; nothing was read");
	return PMO_INVALID;
}

static enum pmo_result read_pages(struct pmo_minutes *minutes)
{
	const struct pmo_minutes_asked *asked = &minutes->asked;
	const char *const *topics = minutes_topics(minutes->meeting, minutes->arena);
	const char *before = asked->kept;
	size_t length = asked->kept_length;
	enum pmo_result result = topics ? PMO_OK : PMO_NO_MEMORY;
	if (result == PMO_OK && !before) {
		result = pmo_minutes_prepare(minutes->workspace, minutes->meeting, &before);
		length = result == PMO_OK ? strlen(before) : 0;
	}
	if (result == PMO_OK)
		result = pmo_minutes_read(minutes->arena, before, length, topics, &minutes->before);
	if (result == PMO_OK)
		result = pmo_minutes_read(minutes->arena, asked->notes, asked->notes_length, topics,
					  &minutes->now);
	return result == PMO_INVALID ? too_long(minutes) : result;
}

enum pmo_result pmo_minutes_open(struct pmo_workspace *workspace, const struct pmo_record *meeting,
				 const struct pmo_minutes_asked *asked, struct pmo_minutes *minutes)
{
	struct minutes_people people;
	*minutes = (struct pmo_minutes){ .workspace = workspace,
					 .meeting = meeting,
					 .arena = pmo_workspace_arena(workspace),
					 .asked = *asked };
	enum pmo_result result = read_pages(minutes);
	if (result == PMO_OK)
		result = minutes_people_open(minutes, &people);
	if (result == PMO_OK)
		result = minutes_resolve(minutes, &people, &minutes->before, true);
	if (result == PMO_OK)
		result = minutes_resolve(minutes, &people, &minutes->now, false);
	return result == PMO_OK ? minutes_match(minutes) : result;
}

/* The page that was kept has a mark that these notes lack: it stays, at the end. */
static void add_kept_marks(const struct pmo_minutes *minutes, struct pmo_buffer *out)
{
	bool any = false;
	for (size_t i = 0; i < minutes->old_count; i++) {
		const struct minutes_mark *old = &minutes->old_marks[i];
		if (old->is_used || old->is_skipped)
			continue;
		if (!any)
			pmo_buffer_add_text(out, "\n## From before\n\n");
		any = true;
		pmo_buffer_add(out, minutes->before.text + old->line->start, old->line->length);
		pmo_buffer_add_char(out, '\n');
	}
}

static const char *id_of_line(const struct pmo_minutes *minutes,
			      const struct pmo_minutes_line *line)
{
	if (line->mark < PMO_MARK_ACTION || line->mark > PMO_MARK_RISK)
		return NULL;
	for (size_t i = 0; i < minutes->mark_count; i++)
		if (minutes->marks[i].line == line && !minutes->marks[i].is_skipped)
			return minutes->marks[i].id;
	return NULL;
}

static enum pmo_result write_sheet(struct pmo_minutes *minutes)
{
	const struct pmo_minutes_sheet *page = &minutes->now;
	struct pmo_buffer out;
	pmo_buffer_init(&out, (size_t)8 * PMO_SHEET_LIMIT);
	for (size_t i = 0; i < page->count; i++) {
		const struct pmo_minutes_line *line = &page->lines[i];
		const char *id = line->id ? NULL : id_of_line(minutes, line);
		size_t length = line->length;
		while (id && length && page->text[line->start + length - 1] == ' ')
			length--;
		pmo_buffer_add(&out, page->text + line->start, length);
		if (id)
			pmo_buffer_add_format(&out, " [%s]", id);
		pmo_buffer_add_char(&out, '\n');
	}
	if (minutes->asked.is_other)
		add_kept_marks(minutes, &out);
	minutes->sheet = out.failed ? NULL : pmo_arena_copy(minutes->arena, out.data, out.length);
	pmo_buffer_release(&out);
	return minutes->sheet ? PMO_OK : PMO_NO_MEMORY;
}

/* A meeting that has begun was held, and its minutes are being written. */
static enum pmo_result move(struct minutes_work *work)
{
	const struct pmo_record *meeting = pmo_draft_record(work->draft);
	const struct pmo_world *world = pmo_workspace_world(work->minutes->workspace);
	const char *state = pmo_record_state(meeting)->name;
	int32_t day = minutes_day(meeting);
	if (!pmo_word_is_in("planned|agenda_sent|held", state) || day == PMO_DATE_NONE ||
	    day > world->today)
		return PMO_OK;
	return pmo_draft_move(work->draft, "draft-minutes");
}

static enum pmo_result apply_marks(struct minutes_work *work)
{
	struct pmo_minutes *minutes = work->minutes;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < minutes->mark_count; i++) {
		struct minutes_mark *mark = &minutes->marks[i];
		if (mark->is_skipped)
			continue;
		result = mark->line->mark <= PMO_MARK_RISK ? minutes_apply_record(work, mark)
							   : minutes_apply_item(work, mark);
	}
	return result;
}

enum pmo_result pmo_minutes_apply(struct pmo_minutes *minutes, struct pmo_update *update)
{
	struct minutes_work work = { .minutes = minutes, .update = update };
	const struct pmo_record *meeting;
	const char *id = minutes->meeting->id;
	if (minutes->meeting->project && *minutes->meeting->project->path)
		id = minutes_format(minutes, "%s/%s", minutes->meeting->project->handle, id);
	enum pmo_result result =
		pmo_workspace_find(minutes->workspace, minutes->meeting->schema, id, &meeting);
	if (result == PMO_OK)
		result = minutes_people_open(minutes, &work.people);
	if (result == PMO_OK)
		result = pmo_update_edit(update, meeting, &work.draft);
	if (result == PMO_OK)
		result = minutes_apply_attendance(&work);
	if (result == PMO_OK)
		result = minutes_apply_facts(&work);
	if (result == PMO_OK)
		result = minutes_apply_outcomes(&work);
	if (result == PMO_OK)
		result = apply_marks(&work);
	if (result == PMO_OK)
		result = move(&work);
	return result == PMO_OK ? write_sheet(minutes) : result;
}

/* "ACT-015", "ACT-015, ACT-017", "ACT-015 … ACT-019". */
static void add_ids(const struct pmo_minutes *minutes, enum pmo_mark mark, struct pmo_buffer *out)
{
	const char *first = NULL, *second = NULL, *last = NULL;
	for (size_t i = 0; i < minutes->event_count; i++) {
		const struct pmo_minutes_event *event = &minutes->events[i];
		if (event->did != PMO_MINUTES_MADE || event->mark != mark || !event->id)
			continue;
		second = first && !second ? event->id : second;
		first = first ? first : event->id;
		last = event->id;
	}
	if (!first)
		return;
	pmo_buffer_add_format(out, " (%s", first);
	if (last != first)
		pmo_buffer_add_format(out, "%s%s", last == second ? ", " : " \xe2\x80\xa6 ", last);
	pmo_buffer_add_char(out, ')');
}

const char *pmo_minutes_summary(const struct pmo_minutes *minutes)
{
	struct pmo_buffer out;
	pmo_buffer_init(&out, 4096);
	for (int mark = PMO_MARK_ACTION; mark <= PMO_MARK_CORRECTION; mark++) {
		size_t count = minutes->made[mark];
		if (!count)
			continue;
		const char *name = pmo_mark_name((enum pmo_mark)mark);
		bool plural = count > 1 && mark != PMO_MARK_FEEDBACK;
		pmo_buffer_add_format(&out, "%s%zu %s%s", out.length ? ", " : "", count, name,
				      plural ? "s" : "");
		if (mark == PMO_MARK_FEEDBACK)
			pmo_buffer_add_text(&out, count > 1 ? " items" : " item");
		add_ids(minutes, (enum pmo_mark)mark, &out);
	}
	const char *text = minutes_format(minutes, "%s", out.data);
	pmo_buffer_release(&out);
	return text;
}

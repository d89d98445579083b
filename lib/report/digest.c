/* The digest: sections of lines, each with its limit, so that all of it stays on one page. */
#include "report/digest.h"

#include "report/status.h"

#include <pmo/text.h>

#include <stdlib.h>
#include <string.h>

/* Lines a section has at most, "and n more" included; all sections together stay below 60. */
enum {
	ATTENTION = 16,
	CHANGES = 9,
	AHEAD = 9,
	AWAY = 4,
	EXPIRING = 4,
	PROBLEMS = 4,
	WIDTH = 78,
	AHEAD_DAYS = 14
};

void digest_add(struct digest_work *work, int32_t date, const char *format, ...)
{
	va_list args;
	struct digest_line *grown = pmo_arena_grow(work->arena, work->lines, work->count,
						   &work->capacity, sizeof(*grown));
	va_start(args, format);
	const char *text = pmo_arena_vformat(work->arena, format, args);
	va_end(args);
	work->exhausted = work->exhausted || !grown || !text;
	if (work->exhausted)
		return;
	work->lines = grown;
	grown[work->count] = (struct digest_line){ text, date, work->count };
	work->count++;
}

bool digest_may(const struct digest_work *work, const struct pmo_record *record, const char *owner)
{
	const struct pmo_digest_options *options = work->options;
	if (options->person)
		return pmo_audience_may_tell(options->person, record, owner);
	return pmo_audience_may_see(options->audience, record);
}

const char *digest_day(struct digest_work *work, int32_t date)
{
	char text[PMO_DATE_LONG_SIZE];
	pmo_date_format_short(date, work->today, text);
	const char *copy = pmo_arena_string(work->arena, text);
	return copy ? copy : "";
}

static bool is_theirs(const struct digest_work *work, const char *owner)
{
	const struct pmo_record *person = work->options->person;
	return !person || (owner && pmo_text_compare(owner, person->id) == 0);
}

static bool is_here(const struct digest_work *work, const struct pmo_record *record)
{
	return !record->project || record->project == work->options->project;
}

static const char *title_of(const struct pmo_record *record)
{
	const char *title = pmo_record_text(record, record->schema->title);
	return title ? title : "";
}

static bool needs_attention(const struct digest_work *work, const struct pmo_duty *duty)
{
	return duty->kind != PMO_DUTY_EXPIRY && duty->state != PMO_DUTY_LATER &&
	       is_here(work, duty->record) && is_theirs(work, duty->owner) &&
	       digest_may(work, duty->record, duty->owner);
}

static size_t find_attention(struct digest_work *work)
{
	const struct pmo_duties *duties = work->options->duties;
	size_t overdue = 0;
	for (size_t i = 0; i < duties->count; i++) {
		const struct pmo_duty *duty = &duties->items[i];
		const char *unit = duty->calendar_days ? "cd" : "d", *when = NULL;
		if (!needs_attention(work, duty))
			continue;
		overdue += duty->state == PMO_DUTY_LATE;
		if (duty->state == PMO_DUTY_LATE)
			when = pmo_arena_format(work->arena, "%d %s late", duty->days, unit);
		else if (duty->state == PMO_DUTY_TODAY)
			when = "today";
		else if (duty->due != PMO_DATE_NONE)
			when = digest_day(work, duty->due);
		else
			when = "open";
		digest_add(work, 0, "%-12s %-8s %-5s %s: %s", when ? when : "", duty->record->id,
			   duty->owner ? duty->owner : "-", title_of(duty->record), duty->what);
	}
	return overdue;
}

static int by_date(const void *a, const void *b)
{
	const struct digest_line *first = a, *second = b;
	if (first->date != second->date)
		return first->date < second->date ? -1 : 1;
	return first->place < second->place ? -1 : 1;
}

static void find_ahead(struct digest_work *work)
{
	const struct pmo_plan *plan = work->options->plan;
	for (size_t i = 0; plan && i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		int32_t date = PMO_DATE_NONE;
		const char *what =
			status_in_window(item, work->today + 1, work->today + AHEAD_DAYS, &date);
		if (!what || !item->sure || !is_theirs(work, item->owner) ||
		    !digest_may(work, item->record, item->owner))
			continue;
		digest_add(work, date, "%-12s %-8s %-5s %s%s", digest_day(work, date), item->id,
			   item->owner ? item->owner : "-", item->title ? item->title : "",
			   item->kind == PMO_ITEM_MILESTONE ? ""
			   : strcmp(what, "finish") == 0    ? ": to be finished"
							    : ": to be started");
	}
	if (work->count)
		qsort(work->lines, work->count, sizeof(*work->lines), by_date);
}

static enum pmo_result find_away(struct digest_work *work)
{
	struct pmo_absences absences = { 0 };
	enum pmo_result result = pmo_absences_find(work->workspace, work->today,
						   work->today + AHEAD_DAYS, &absences);
	for (size_t i = 0; work->inside && result == PMO_OK && i < absences.count; i++) {
		const struct pmo_absence *away = &absences.items[i];
		digest_add(work, 0, "%-5s %s to %s%s%s", away->person->id,
			   digest_day(work, away->from), digest_day(work, away->to),
			   away->delegate ? ", stands in: " : "",
			   away->delegate ? away->delegate : "");
	}
	return result;
}

static void find_expiring(struct digest_work *work)
{
	const struct pmo_duties *duties = work->options->duties;
	for (size_t i = 0; i < duties->count; i++) {
		const struct pmo_duty *duty = &duties->items[i];
		bool wanted = duty->kind == PMO_DUTY_EXPIRY && duty->due != PMO_DATE_NONE &&
			      (duty->state != PMO_DUTY_LATER || duty->note);
		if (wanted && is_here(work, duty->record) && is_theirs(work, duty->owner) &&
		    digest_may(work, duty->record, duty->owner))
			digest_add(work, duty->due, "%-12s %-8s %s: %s",
				   digest_day(work, duty->due), duty->record->id,
				   title_of(duty->record), duty->note ? duty->note : duty->what);
	}
	if (work->count)
		qsort(work->lines, work->count, sizeof(*work->lines), by_date);
}

/* Prints the section in hand below its heading, and begins the next. */
static void end_section(struct digest_work *work, const char *heading, size_t most,
			struct pmo_buffer *out)
{
	size_t shown = work->count <= most ? work->count : most - 1;
	struct pmo_buffer line;
	pmo_buffer_init(&line, 1 << 16);
	pmo_buffer_add_format(out, "\n%s\n", heading);
	for (size_t i = 0; i < shown; i++) {
		pmo_buffer_clear(&line);
		pmo_text_add_visible(&line, work->lines[i].text, strlen(work->lines[i].text));
		pmo_buffer_add_text(out, "  ");
		pmo_text_truncate(out, line.data, WIDTH - 2);
		pmo_buffer_add_char(out, '\n');
	}
	if (shown < work->count)
		pmo_buffer_add_format(out, "  and %zu more\n", work->count - shown);
	if (!work->count)
		pmo_buffer_add_text(out, "  None.\n");
	work->exhausted = work->exhausted || line.failed;
	work->count = 0;
	pmo_buffer_release(&line);
}

static const char *code_of(const struct digest_work *work)
{
	const char *code =
		work->charter ? pmo_record_text(work->charter,
						pmo_schema_field(work->charter->schema, "code"))
			      : NULL;
	return code && *code ? code : work->options->project->handle;
}

static bool shows_project(const struct digest_work *work)
{
	return work->inside || (work->charter && digest_may(work, work->charter, NULL));
}

static void add_subject(struct digest_work *work, size_t overdue, struct pmo_buffer *out)
{
	const struct pmo_plan *plan = work->options->plan;
	int go_live = plan ? pmo_plan_go_live(plan) : -1;
	int32_t monday = work->today - pmo_date_weekday(work->today);
	pmo_buffer_add_format(out, "[%s] Week of %s", code_of(work), digest_day(work, monday));
	if (shows_project(work))
		pmo_buffer_add_format(out, ": %c", work->rag.areas[PMO_RAG_OVERALL].reported);
	const struct pmo_plan_item *item = go_live >= 0 ? &plan->items[go_live] : NULL;
	bool told = item && item->sure && item->finish != PMO_DATE_NONE &&
		    digest_may(work, item->record, item->owner);
	if (told)
		pmo_buffer_add_format(out, " | go-live %s", digest_day(work, item->finish));
	if (told && item->has_variance)
		pmo_buffer_add_format(out, item->variance ? " (%+d d)" : " (%d d)",
				      (int)item->variance);
	pmo_buffer_add_format(out, " | %zu overdue", overdue);
}

static enum pmo_result add_sections(struct digest_work *work, struct pmo_digest *digest,
				    struct pmo_buffer *out)
{
	const struct pmo_digest_options *options = work->options;
	digest->overdue = find_attention(work);
	digest->empty = !work->count;
	end_section(work, options->person ? "YOUR ATTENTION" : "ATTENTION", ATTENTION, out);
	enum pmo_result result = digest_find_changes(work);
	/* News alone is no reason to write to one person. */
	digest->empty = digest->empty && (options->person || !work->count);
	end_section(work, "CHANGED", CHANGES, out);
	find_ahead(work);
	digest->empty = digest->empty && !work->count;
	end_section(work, "NEXT TWO WEEKS", AHEAD, out);
	if (result == PMO_OK)
		result = find_away(work);
	end_section(work, "AWAY", AWAY, out);
	find_expiring(work);
	digest->empty = digest->empty && !work->count;
	end_section(work, "ENDS SOON", EXPIRING, out);
	for (size_t i = 0; work->inside && !options->person && i < options->problem_count; i++)
		digest_add(work, 0, "%s", options->problems[i]);
	if (!options->person)
		end_section(work, "DATA", PROBLEMS, out);
	return result;
}

static enum pmo_result find_charter(struct digest_work *work)
{
	const struct pmo_schema *schema = pmo_workspace_schema(work->workspace, "project");
	struct pmo_records charters = { 0 };
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result =
		pmo_workspace_records(work->workspace, work->options->project, schema, &charters);
	if (result == PMO_OK && charters.count && !charters.items[0].unreadable)
		work->charter = &charters.items[0];
	return result;
}

enum pmo_result pmo_digest_make(struct pmo_workspace *workspace,
				const struct pmo_digest_options *options, struct pmo_digest *digest)
{
	struct digest_work work = {
		.workspace = workspace,
		.options = options,
		.arena = options->arena,
		.today = pmo_workspace_world(workspace)->today,
	};
	struct pmo_buffer body, subject;
	char day[PMO_DATE_LONG_SIZE];
	*digest = (struct pmo_digest){ 0 };
	work.inside = options->person
			      ? pmo_audience_of_person(options->person) == PMO_AUDIENCE_INTERNAL
			      : options->audience == PMO_AUDIENCE_INTERNAL;
	enum pmo_result result = find_charter(&work);
	if (result == PMO_OK)
		result = pmo_rag_compute(workspace, options->project, options->plan, &work.rag);
	if (result != PMO_OK)
		return result;
	pmo_buffer_init(&body, 1 << 20);
	pmo_buffer_init(&subject, 1 << 16);
	pmo_date_format_long(work.today, PMO_DATE_NONE, day);
	pmo_buffer_add_format(&body, "%s, %s\n", code_of(&work), day);
	result = add_sections(&work, digest, &body);
	add_subject(&work, digest->overdue, &subject);
	digest->text = pmo_arena_string(work.arena, body.data);
	digest->subject = pmo_arena_string(work.arena, subject.data);
	bool lost = work.exhausted || body.failed || subject.failed || !digest->text ||
		    !digest->subject;
	pmo_buffer_release(&body);
	pmo_buffer_release(&subject);
	return result == PMO_OK && lost ? PMO_NO_MEMORY : result;
}

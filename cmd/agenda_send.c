/* The agenda as a letter with its invitation; a cancelled meeting is called off. */
#include "agenda.h"

#include "post.h"

#include <pmo/plan.h>
#include <pmo/report.h>
#include <pmo/text.h>

#include <string.h>

struct sending {
	struct agenda_run *run;
	struct meeting_people people;
	struct pmo_buffer text, html, calendar;
	struct pmo_mail_part part;
	struct pmo_mail mail;
	struct pmo_ics_event event;
	struct post post;
};

static const struct pmo_moment *moment_of(const struct pmo_record *meeting, const char *field)
{
	struct pmo_value value = pmo_record_get_name(meeting, field);
	return value.presence == PMO_PRESENT && value.kind == PMO_MOMENT ? value.as.moment : NULL;
}

/* The zone of a moment's own wall, else of the workspace; or NULL. */
static const char *zone_of(struct cli *cli, const struct pmo_moment *moment)
{
	return moment->zone ? pmo_arena_copy(&cli->arena, moment->zone, moment->zone_length)
			    : pmo_workspace_config(cli->workspace)->timezone;
}

/* Start and end; where the zone is not known the wall clock stands. */
static enum pmo_result find_times(struct cli *cli, const struct pmo_record *meeting,
				  struct pmo_ics_event *event)
{
	const struct pmo_moment *start = moment_of(meeting, "start"),
				*end = moment_of(meeting, "end");
	struct pmo_zones zones;
	const char *zone = zone_of(cli, start);
	pmo_zones_init(&zones, &cli->arena, cli->env.zoneinfo);
	event->is_floating = !zone || !cli->env.zoneinfo ||
			     pmo_moment_to_utc(&zones, start, zone, &event->start) != PMO_OK;
	if (event->is_floating)
		event->start = start->minutes;
	event->end = event->start + 60;
	if (end && event->is_floating)
		event->end = end->minutes;
	else if (end && pmo_moment_to_utc(&zones, end, zone, &event->end) != PMO_OK)
		event->end = event->start + 60;
	if (event->end < event->start)
		event->end = event->start;
	return event->is_floating ? PMO_OK : pmo_ics_find_zone(&zones, zone, event);
}

/* Moves and changes of start leave a line in history each: the number only grows. */
static uint32_t sequence_of(const struct pmo_record *meeting)
{
	struct pmo_value history = pmo_record_get(meeting, meeting->schema->history);
	return pmo_value_is_present(&history) && history.is_list ? history.count : 0;
}

static const char *plain_word(struct cli *cli, const char *text)
{
	const char *name = outbox_name(cli, text);
	return name && *name ? name : "pmo";
}

/* "mtg-007.cadup@fairmont-county.pmo.invalid": of the workspace, the project and the id. */
static const char *uid_of(struct cli *cli, const struct pmo_record *meeting)
{
	const char *organisation = pmo_workspace_config(cli->workspace)->organisation;
	return pmo_arena_format(&cli->arena, "%s.%s@%s.pmo.invalid", plain_word(cli, meeting->id),
				plain_word(cli, meeting->project ? meeting->project->handle : ""),
				plain_word(cli, organisation ? organisation : ""));
}

static enum pmo_result add_people(struct cli *cli, const struct meeting_people *people,
				  struct pmo_ics_event *event)
{
	struct pmo_ics_person *list = pmo_arena_array(
		&cli->arena, people->to_count + people->cc_count + 1, sizeof(*list));
	if (!list)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < people->to_count; i++)
		list[event->person_count++] =
			(struct pmo_ics_person){ people->to[i].name, people->to[i].address, false };
	for (size_t i = 0; i < people->cc_count; i++)
		list[event->person_count++] =
			(struct pmo_ics_person){ people->cc[i].name, people->cc[i].address, true };
	event->people = list;
	event->organizer =
		(struct pmo_ics_person){ people->from.name, people->from.address, false };
	return PMO_OK;
}

enum pmo_result agenda_find_event(struct cli *cli, const struct pmo_record *meeting,
				  const struct meeting_people *people, struct pmo_ics_event *event)
{
	const char *state = pmo_record_state(meeting)->name;
	if (!moment_of(meeting, "start"))
		return cli_usage("%s has no start: pmo meeting set %s start='DATE TIME'",
				 meeting->id, meeting->id);
	*event = (struct pmo_ics_event){
		.uid = uid_of(cli, meeting),
		.sequence = sequence_of(meeting),
		.stamp = (int64_t)meeting->world->today * 1440,
		.is_cancelled = pmo_word_is_in("cancelled|rescheduled|void", state),
		.summary = pmo_record_text(meeting, meeting->schema->title),
		.location = meeting_text(meeting, "place"),
		.url = meeting_text(meeting, "url"),
		.description = meeting_text(meeting, "purpose"),
	};
	enum pmo_result result = event->uid ? find_times(cli, meeting, event) : PMO_NO_MEMORY;
	return result == PMO_OK ? add_people(cli, people, event) : result;
}

static enum pmo_result write_body(struct sending *sending)
{
	struct agenda_run *run = sending->run;
	struct pmo_document document;
	enum pmo_result result =
		pmo_agenda_find(run->cli->workspace, run->meeting, run->plan, &run->agenda);
	if (result == PMO_OK)
		pmo_agenda_limit(&run->agenda, sending->people.outsider);
	if (result == PMO_OK)
		result = pmo_agenda_document(&run->agenda, &run->cli->arena, &document);
	if (result == PMO_OK)
		result = pmo_document_print(&document, PMO_DOCUMENT_TEXT, NULL, &sending->text);
	if (result == PMO_OK)
		result = pmo_document_print(&document, PMO_DOCUMENT_HTML, NULL, &sending->html);
	if (result == PMO_OK)
		result = agenda_find_event(run->cli, run->meeting, &sending->people,
					   &sending->event);
	return result == PMO_OK ? pmo_ics_write(&sending->event, &sending->calendar) : result;
}

static void compose(struct sending *sending)
{
	struct cli *cli = sending->run->cli;
	const struct pmo_record *meeting = sending->run->meeting;
	const char *title = pmo_record_text(meeting, meeting->schema->title);
	sending->part = (struct pmo_mail_part){
		.name = "invite.ics",
		.type = sending->event.is_cancelled
				? "text/calendar; method=CANCEL; charset=utf-8"
				: "text/calendar; method=REQUEST; charset=utf-8",
		.bytes = sending->calendar.data,
		.length = sending->calendar.length,
		.alternative = true,
	};
	sending->mail = (struct pmo_mail){
		.from = sending->people.from,
		.to = sending->people.to,
		.to_count = sending->people.to_count,
		.cc = sending->people.cc,
		.cc_count = sending->people.cc_count,
		.subject =
			pmo_arena_format(&cli->arena, "%s: %s, %s",
					 sending->event.is_cancelled ? "Cancelled" : "Agenda",
					 title ? title : meeting->id, meeting_when(cli, meeting)),
		.text = sending->text.data,
		.html = sending->html.data,
		.parts = &sending->part,
		.part_count = 1,
	};
}

static enum pmo_result move(struct sending *sending)
{
	struct agenda_run *run = sending->run;
	struct pmo_draft *draft;
	bool is_new = strcmp(pmo_record_state(run->meeting)->name, "planned") == 0;
	enum pmo_result result = pmo_update_edit(sending->post.update, run->meeting, &draft);
	if (result == PMO_OK)
		result = cli_attach(run->cli, draft);
	if (result == PMO_OK && is_new)
		result = pmo_agenda_start(draft);
	if (result == PMO_OK && is_new)
		result = pmo_draft_move(draft, "send-agenda");
	if (result == PMO_OK)
		run->meeting = pmo_draft_record(draft);
	return result;
}

/* A change of the meeting is a message of its own: its number is in the name. */
static const char *name_of(struct cli *cli, const struct pmo_record *meeting)
{
	char day[PMO_DATE_SIZE];
	pmo_date_format(meeting->world->today, day);
	const char *name = pmo_arena_format(&cli->arena, "%s-agenda-%s-%s-%u", day,
					    meeting->project ? meeting->project->handle : "",
					    meeting->id, sequence_of(meeting));
	return name ? outbox_name(cli, name) : NULL;
}

/* Who gets nothing, and what does not fit the slot. */
static const char *note_of(const struct sending *sending)
{
	const struct pmo_agenda *agenda = &sending->run->agenda;
	const char *left_out = sending->people.left_out;
	bool too_long = agenda->slot >= 0 && agenda->total > agenda->slot;
	const char *minutes =
		too_long ? pmo_arena_format(&sending->run->cli->arena,
					    "its items take %lld minutes, there are %lld\n",
					    (long long)agenda->total, (long long)agenda->slot)
			 : "";
	return pmo_arena_format(&sending->run->cli->arena, "%s%s%s%s", left_out ? "left out: " : "",
				left_out ? left_out : "", left_out ? "\n" : "",
				minutes ? minutes : "");
}

static enum pmo_result put(struct sending *sending)
{
	struct agenda_run *run = sending->run;
	struct cli *cli = run->cli;
	enum pmo_result result = post_begin(&sending->post);
	if (result == PMO_OK)
		result = meeting_find_again(cli, &run->meeting);
	if (result == PMO_OK)
		result = move(sending);
	if (result == PMO_OK)
		result = meeting_find_people(cli, run->meeting, &sending->people);
	if (result == PMO_OK)
		result = write_body(sending);
	if (result != PMO_OK)
		return result;
	compose(sending);
	const char *what = pmo_arena_format(&cli->arena, "%s  %s for %zu people", run->meeting->id,
					    sending->event.is_cancelled ? "cancellation"
									: "agenda and invitation",
					    sending->people.to_count + sending->people.cc_count);
	result = what ? post_put(&sending->post, &sending->mail, name_of(cli, run->meeting), what)
		      : PMO_NO_MEMORY;
	if (result == PMO_OK)
		sending->post.entries[0].note = note_of(sending);
	return result;
}

enum pmo_result agenda_send(struct agenda_run *run)
{
	struct sending sending = { .run = run, .post = { .cli = run->cli, .send = true } };
	const char *state = pmo_record_state(run->meeting)->name;
	if (pmo_word_is_in("held|minutes_draft|minutes_sent|minutes_approved", state))
		return cli_usage("%s is over (%s); its minutes: pmo minutes %s", run->meeting->id,
				 state, run->meeting->id);
	enum pmo_result result = agenda_make_plan(run);
	pmo_buffer_init(&sending.text, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&sending.html, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&sending.calendar, PMO_BUFFER_LIMIT);
	if (result == PMO_OK)
		result = put(&sending);
	result = post_end(&sending.post, result);
	pmo_buffer_release(&sending.text);
	pmo_buffer_release(&sending.html);
	pmo_buffer_release(&sending.calendar);
	return result;
}

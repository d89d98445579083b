/* The minutes as a mail draft; sending is what makes them sent. */
#include "meeting.h"
#include "minutes.h"

#include "outbox.h"

#include <pmo/report.h>
#include <pmo/text.h>

#include <string.h>

struct sending {
	struct cli *cli;
	const struct pmo_record *meeting;
	struct meeting_people people;
	struct pmo_buffer text, html;
	struct pmo_mail mail;
	const char *name;
};

static enum pmo_result write_body(struct sending *sending)
{
	struct cli *cli = sending->cli;
	struct pmo_document document;
	const char *title = pmo_record_text(sending->meeting, sending->meeting->schema->title);
	enum pmo_result result = pmo_minutes_document(
		cli->workspace, sending->meeting, sending->people.outsider, &cli->arena, &document);
	if (result == PMO_OK)
		result = pmo_document_print(&document, PMO_DOCUMENT_TEXT, NULL, &sending->text);
	if (result == PMO_OK)
		result = pmo_document_print(&document, PMO_DOCUMENT_HTML, NULL, &sending->html);
	sending->mail = (struct pmo_mail){
		.from = sending->people.from,
		.to = sending->people.to,
		.to_count = sending->people.to_count,
		.cc = sending->people.cc,
		.cc_count = sending->people.cc_count,
		.subject = pmo_arena_format(&cli->arena, "Minutes: %s, %s",
					    title ? title : sending->meeting->id,
					    meeting_when(cli, sending->meeting)),
		.text = sending->text.data,
		.html = sending->html.data,
		.key = sending->name,
		.unsent = true,
	};
	return result;
}

static bool is_sent(const struct pmo_record *meeting)
{
	return pmo_word_is_in("minutes_sent|minutes_approved", pmo_record_state(meeting)->name);
}

static enum pmo_result move(struct sending *sending, struct pmo_update *update)
{
	struct pmo_draft *draft;
	enum pmo_result result = pmo_update_edit(update, sending->meeting, &draft);
	if (result == PMO_OK)
		result = cli_attach(sending->cli, draft);
	if (result == PMO_OK && !is_sent(sending->meeting))
		result = pmo_draft_move(draft, "send-minutes");
	if (result == PMO_OK)
		sending->meeting = pmo_draft_record(draft);
	return result;
}

/* What people get is what the record says after it was marked. */
static enum pmo_result send(struct sending *sending, struct pmo_update *update)
{
	struct cli *cli = sending->cli;
	enum outbox_done done = OUTBOX_DRAFTED;
	enum pmo_result result = meeting_find_again(cli, &sending->meeting);
	if (result == PMO_OK)
		result = move(sending, update);
	if (result == PMO_OK)
		result = meeting_find_people(cli, sending->meeting, &sending->people);
	if (result == PMO_OK)
		result = write_body(sending);
	if (result == PMO_OK)
		result = outbox_put(cli, update, &sending->mail, sending->name, &done);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	if (result != PMO_OK)
		return result;
	const char *verb = cli->dry_run ? "would be drafted" : "drafted";
	pmo_buffer_add_format(&cli->out, "%s  minutes for %zu people %s\n         %s\n",
			      sending->meeting->id,
			      sending->people.to_count + sending->people.cc_count,
			      done == OUTBOX_DRAFTED ? verb : "are in the outbox already",
			      outbox_path(cli, sending->name));
	if (sending->people.left_out)
		pmo_buffer_add_format(&cli->out, "left out: %s\n", sending->people.left_out);
	return PMO_OK;
}

enum pmo_result minutes_send(struct minutes_run *run)
{
	struct sending sending = { .cli = run->cli, .meeting = run->meeting };
	struct pmo_update *update = NULL;
	char day[PMO_DATE_SIZE];
	pmo_date_format(pmo_workspace_world(run->cli->workspace)->today, day);
	sending.name = outbox_name(run->cli, pmo_arena_format(&run->cli->arena, "%s-minutes-%s%s%s",
							      day, run->meeting->project->handle,
							      "-", run->meeting->id));
	if (!sending.name)
		return PMO_NO_MEMORY;
	pmo_buffer_init(&sending.text, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&sending.html, PMO_BUFFER_LIMIT);
	enum pmo_result result = cli_begin(run->cli, &update);
	if (result == PMO_OK)
		result = send(&sending, update);
	pmo_update_end(update);
	pmo_buffer_release(&sending.text);
	pmo_buffer_release(&sending.html);
	return result;
}

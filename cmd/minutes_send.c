/* The minutes as a letter; sending is what makes them sent. */
#include "meeting.h"
#include "minutes.h"

#include "post.h"

#include <pmo/report.h>
#include <pmo/text.h>

#include <string.h>

struct sending {
	struct cli *cli;
	const struct pmo_record *meeting;
	struct meeting_people people;
	struct pmo_buffer text, html;
	struct pmo_mail mail;
	struct post post;
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
	};
	return result;
}

static bool is_sent(const struct pmo_record *meeting)
{
	return pmo_word_is_in("minutes_sent|minutes_approved", pmo_record_state(meeting)->name);
}

static enum pmo_result move(struct sending *sending)
{
	struct pmo_draft *draft;
	enum pmo_result result = pmo_update_edit(sending->post.update, sending->meeting, &draft);
	if (result == PMO_OK)
		result = cli_attach(sending->cli, draft);
	if (result == PMO_OK && !is_sent(sending->meeting))
		result = pmo_draft_move(draft, "send-minutes");
	if (result == PMO_OK)
		sending->meeting = pmo_draft_record(draft);
	return result;
}

static enum pmo_result put_mail(struct sending *sending)
{
	struct cli *cli = sending->cli;
	const struct pmo_record *meeting = sending->meeting;
	const char *left_out = sending->people.left_out;
	char day[PMO_DATE_SIZE];
	pmo_date_format(meeting->world->today, day);
	const char *name = pmo_arena_format(&cli->arena, "%s-minutes-%s-%s", day,
					    meeting->project->handle, meeting->id);
	const char *what = pmo_arena_format(&cli->arena, "%s  minutes for %zu people", meeting->id,
					    sending->people.to_count + sending->people.cc_count);
	name = name ? outbox_name(cli, name) : NULL;
	enum pmo_result result =
		what ? post_put(&sending->post, &sending->mail, name, what) : PMO_NO_MEMORY;
	if (result == PMO_OK && left_out)
		sending->post.entries[0].note =
			pmo_arena_format(&cli->arena, "left out: %s\n", left_out);
	return result;
}

/* What people get is what the record says after it was marked. */
static enum pmo_result put(struct sending *sending)
{
	enum pmo_result result = post_begin(&sending->post);
	if (result == PMO_OK)
		result = meeting_find_again(sending->cli, &sending->meeting);
	if (result == PMO_OK)
		result = move(sending);
	if (result == PMO_OK)
		result = meeting_find_people(sending->cli, sending->meeting, &sending->people);
	if (result == PMO_OK)
		result = write_body(sending);
	return result == PMO_OK ? put_mail(sending) : result;
}

enum pmo_result minutes_send(struct minutes_run *run)
{
	struct sending sending = { .cli = run->cli,
				   .meeting = run->meeting,
				   .post = { .cli = run->cli, .send = true } };
	pmo_buffer_init(&sending.text, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&sending.html, PMO_BUFFER_LIMIT);
	enum pmo_result result = post_end(&sending.post, put(&sending));
	pmo_buffer_release(&sending.text);
	pmo_buffer_release(&sending.html);
	return result;
}

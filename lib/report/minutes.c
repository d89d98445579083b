/* Minutes as a report: what was done, not who argued what. */
#include "report/meeting.h"

#include <pmo/minutes.h>
#include <pmo/text.h>

#include <string.h>

/* The prior minutes, as corrected or not, and whether enough people came to decide. */
static void add_prior(const struct meeting_report *report, struct pmo_document *document)
{
	static const char *const labels[][2] = {
		{ "approved", "approved" },
		{ "approved_as_corrected", "approved as corrected" },
		{ "not_presented", "not presented" },
	};
	const char *prior = meeting_field(report, "prior_minutes");
	for (size_t i = 0; prior && i < 3; i++)
		if (strcmp(prior, labels[i][0]) == 0)
			pmo_document_add_fact(document, "Prior minutes", labels[i][1]);
	struct pmo_value quorum = pmo_record_get_name(report->meeting, "quorum");
	struct pmo_value present = pmo_record_get_name(report->meeting, "present");
	if (quorum.presence != PMO_PRESENT)
		return;
	int64_t here = present.presence == PMO_PRESENT ? present.as.integer : 0;
	pmo_document_add_fact(document, "Quorum",
			      meeting_format(report, "%s: %lld present, %lld needed",
					     here >= quorum.as.integer ? "met" : "not met",
					     (long long)here, (long long)quorum.as.integer));
}

/* "draft", "sent Nov 13, 2026", "approved Oct 28, 2026". */
static const char *stamp(const struct meeting_report *report)
{
	const char *state = pmo_record_state(report->meeting)->name;
	bool corrected = meeting_count(report, "corrections") > 0;
	if (strcmp(state, "minutes_approved") == 0)
		return meeting_format(report, "approved%s %s", corrected ? " as corrected" : "",
				      meeting_day(report, "minutes_approved"));
	if (strcmp(state, "minutes_sent") == 0)
		return meeting_format(report, "sent %s, not approved yet",
				      meeting_day(report, "minutes_sent"));
	if (pmo_word_is_in("held|minutes_draft", state))
		return "draft, not sent yet";
	return "not held yet";
}

static void add_people(const struct meeting_report *report, const char *label, const char *modes,
		       struct pmo_document *document)
{
	struct pmo_buffer out;
	uint32_t count = meeting_count(report, "attendance");
	pmo_buffer_init(&out, 1 << 18);
	for (uint32_t i = 0; i < count; i++) {
		const char *person = meeting_member(report, "attendance", i, "person");
		const char *mode = meeting_member(report, "attendance", i, "mode");
		const char *delegate = meeting_member(report, "attendance", i, "delegate");
		if (!person || !pmo_word_is_in(modes, mode ? mode : "present"))
			continue;
		pmo_buffer_add_format(&out, "%s%s", out.length ? ", " : "",
				      meeting_person(report, delegate ? delegate : person));
		if (delegate)
			pmo_buffer_add_format(&out, " (for %s)", meeting_person(report, person));
		else if (mode && strcmp(mode, "remote") == 0)
			pmo_buffer_add_text(&out, " (remote)");
	}
	if (out.length)
		pmo_document_add_fact(document, label, out.data);
	pmo_buffer_release(&out);
}

static void add_head(const struct meeting_report *report, struct pmo_document *document)
{
	pmo_document_add_fact(document, "Status", stamp(report));
	meeting_add_head(report, document);
	pmo_document_add_heading(document, 2, "Attendance");
	if (!meeting_count(report, "attendance")) {
		pmo_document_add_paragraph(document, "Not noted.");
	} else {
		add_people(report, "Present", "present|remote|delegate", document);
		add_people(report, "Absent", "absent", document);
		add_people(report, "Excused", "excused", document);
	}
	add_prior(report, document);
}

static void add_takeaways(const struct meeting_report *report, struct pmo_document *document)
{
	uint32_t count = meeting_count(report, "takeaways");
	pmo_document_add_heading(document, 2, "Key takeaways");
	if (!count) {
		pmo_document_add_none(document);
		return;
	}
	pmo_document_add_list(document, PMO_LIST_BULLETS);
	for (uint32_t i = 0; i < count; i++)
		pmo_document_add_item(document, meeting_member(report, "takeaways", i, NULL));
}

static void add_outcomes(const struct meeting_report *report, struct pmo_document *document)
{
	uint32_t items = meeting_count(report, "agenda"), count = meeting_count(report, "outcomes");
	pmo_document_add_heading(document, 2, "Items");
	if (!items)
		pmo_document_add_none(document);
	for (uint32_t i = 0; i < items; i++) {
		const char *topic = meeting_member(report, "agenda", i, "topic");
		const char *ref = meeting_member(report, "agenda", i, "ref");
		bool any = false;
		pmo_document_add_heading(document, 3,
					 meeting_format(report, "%u. %s%s%s%s", i + 1,
							topic ? topic : "", ref ? " (" : "",
							ref ? ref : "", ref ? ")" : ""));
		for (uint32_t j = 0; j < count; j++) {
			const char *text = meeting_member(report, "outcomes", j, "text");
			if (!text ||
			    meeting_number(report, "outcomes", j, "item") != (int64_t)i + 1)
				continue;
			any = true;
			pmo_document_add_prose(document, text);
		}
		if (!any)
			pmo_document_add_paragraph(document, "Nothing was noted.");
	}
}

/* "Moved by Fay Ruiz. Carried, 5 for, 0 against, 0 abstained (CHG-002)." */
static void add_motions(const struct meeting_report *report, struct pmo_document *document)
{
	static const char *const votes[][2] = { { "for", "for" },
						{ "against", "against" },
						{ "abstain", "abstained" } };
	uint32_t count = meeting_count(report, "motions");
	if (!count)
		return;
	pmo_document_add_heading(document, 2, "Motions");
	pmo_document_add_list(document, PMO_LIST_BULLETS);
	for (uint32_t i = 0; i < count; i++) {
		const char *text = meeting_member(report, "motions", i, "text");
		const char *mover = meeting_member(report, "motions", i, "mover");
		const char *result = meeting_member(report, "motions", i, "result");
		const char *ref = meeting_member(report, "motions", i, "ref");
		size_t told = 0;
		pmo_document_add_item(document, text);
		if (mover)
			pmo_document_add_format(document, ". Moved by %s",
						meeting_person(report, mover));
		if (result)
			pmo_document_add_strong(document,
						meeting_format(report, ". %c%s",
							       result[0] - 'a' + 'A', result + 1));
		for (size_t j = 0; j < 3; j++) {
			int64_t number = meeting_number(report, "motions", i, votes[j][0]);
			if (number < 0)
				continue;
			pmo_document_add_format(document, "%s %lld %s", told++ ? "," : ":",
						(long long)number, votes[j][1]);
		}
		if (ref)
			pmo_document_add_format(document, " (%s)", ref);
		pmo_document_add_text(document, ".");
	}
}

static enum pmo_result add_records(const struct meeting_report *report,
				   struct pmo_document *document)
{
	static const struct pmo_column actions[] = {
		{ .name = "id", .heading = "ID" },
		{ .name = "title", .heading = "Action", .shrink = PMO_SHRINK_WRAP },
		{ .name = "owner", .heading = "Who" },
		{ .name = "due", .heading = "Due" },
		{ .name = "status", .heading = "Status" },
		{ 0 },
	};
	static const struct pmo_column decisions[] = {
		{ .name = "id", .heading = "ID" },
		{ .name = "decision", .heading = "Decision", .shrink = PMO_SHRINK_WRAP },
		{ .name = "owner", .heading = "Decided by" },
		{ 0 },
	};
	static const struct pmo_column raised[] = {
		{ .name = "id", .heading = "ID" },
		{ .name = "title", .heading = "Issue or risk", .shrink = PMO_SHRINK_WRAP },
		{ .name = "owner", .heading = "Owner" },
		{ .name = "status", .heading = "Status" },
		{ 0 },
	};
	pmo_document_add_heading(document, 2, "Decisions");
	enum pmo_result result = meeting_add_list(report, "decisions", decisions, document);
	pmo_document_add_heading(document, 2, "Actions");
	if (result == PMO_OK)
		result = meeting_add_list(report, "actions", actions, document);
	pmo_document_add_heading(document, 2, "Issues and risks raised");
	return result == PMO_OK ? meeting_add_list(report, "raised", raised, document) : result;
}

static void add_feedback(const struct meeting_report *report, struct pmo_document *document)
{
	uint32_t count = meeting_count(report, "feedback");
	if (!count)
		return;
	pmo_document_add_heading(document, 2, "Feedback");
	pmo_document_add_list(document, PMO_LIST_BULLETS);
	for (uint32_t i = 0; i < count; i++) {
		const char *text = meeting_member(report, "feedback", i, "text");
		const char *from = meeting_member(report, "feedback", i, "from");
		const char *what = meeting_member(report, "feedback", i, "disposition");
		const char *ref = meeting_member(report, "feedback", i, "ref");
		pmo_document_add_item(document, from ? meeting_format(report, "%s: %s",
								      meeting_person(report, from),
								      text ? text : "")
						     : text);
		pmo_document_add_strong(document, meeting_format(report, " - %s%s%s",
								 what ? what : "no answer yet",
								 ref ? " " : "", ref ? ref : ""));
	}
}

static void add_end(const struct meeting_report *report, struct pmo_document *document)
{
	uint32_t corrections = meeting_count(report, "corrections");
	if (corrections) {
		pmo_document_add_heading(document, 2, "Corrections");
		pmo_document_add_list(document, PMO_LIST_BULLETS);
	}
	for (uint32_t i = 0; i < corrections; i++)
		pmo_document_add_item(document, meeting_member(report, "corrections", i, NULL));
	const char *next = meeting_moment(report, "next"),
		   *end = meeting_moment(report, "adjourned");
	pmo_document_add_heading(document, 2, "Close");
	pmo_document_add_fact(document, "Adjourned", end ? end : "not noted");
	pmo_document_add_fact(document, "Next meeting", next ? next : "not set");
	pmo_document_add_fact(document, "Goes to", meeting_names(report, "invitees", NULL));
}

enum pmo_result pmo_minutes_document(struct pmo_workspace *workspace,
				     const struct pmo_record *meeting,
				     const struct pmo_record *outsider, struct pmo_arena *arena,
				     struct pmo_document *document)
{
	struct meeting_report report = { workspace, meeting, arena, outsider };
	meeting_begin(&report, "minutes", "Minutes", document);
	add_head(&report, document);
	add_takeaways(&report, document);
	add_outcomes(&report, document);
	add_motions(&report, document);
	enum pmo_result result = add_records(&report, document);
	if (result != PMO_OK)
		return result;
	add_feedback(&report, document);
	add_end(&report, document);
	pmo_document_add_footer(document, meeting_format(&report, "%s.", meeting->id));
	return document->result;
}

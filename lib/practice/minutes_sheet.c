/* The page to type into, made of the record: what it says stands there, the rest is asked for. */
#include "practice/minutes.h"

#include <pmo/text.h>

#include <string.h>

struct writing {
	struct pmo_workspace *workspace;
	const struct pmo_record *meeting;
	struct pmo_buffer out;
};

static void add_text(struct writing *writing, const char *text)
{
	pmo_text_add_visible(&writing->out, text, strlen(text));
}

static const char *field_text(const struct writing *writing, const char *field)
{
	return pmo_record_text(writing->meeting, pmo_schema_field(writing->meeting->schema, field));
}

static void add_head(struct writing *writing)
{
	const struct pmo_world *world = pmo_workspace_world(writing->workspace);
	const char *title = pmo_record_text(writing->meeting, writing->meeting->schema->title);
	char day[PMO_DATE_LONG_SIZE] = "no date";
	int32_t date = minutes_day(writing->meeting);
	if (date != PMO_DATE_NONE)
		pmo_date_format_long(date, world->today, day);
	pmo_buffer_add_format(&writing->out, "# %s ", writing->meeting->id);
	add_text(writing, title ? title : "");
	pmo_buffer_add_format(&writing->out, ", %s\n\n", day);
	pmo_buffer_add_text(&writing->out,
			    "<!--\n"
			    "Lines that begin like these become records; everything else stays a "
			    "note of its item:\n"
			    "ACTION DSP by fri: what     DECISION: what     ISSUE: what     RISK: "
			    "what\n"
			    "FEEDBACK FIR: what     TAKEAWAY: what     MOTION PM: what - carried "
			    "5-0\n"
			    "An id that stands at the end, [ACT-015], belongs to the line: correct "
			    "the words, keep the id.\n"
			    "-->\n\n");
}

static bool is_mode(const char *mode, const char *wanted)
{
	return wanted ? mode && strcmp(mode, wanted) == 0
		      : !mode || !pmo_word_is_in("absent|excused", mode);
}

static void add_person(struct writing *writing, uint32_t index, size_t *count)
{
	int field = pmo_schema_field(writing->meeting->schema, "attendance");
	const char *person = minutes_member(writing->meeting, field, index, "person");
	const char *mode = minutes_member(writing->meeting, field, index, "mode");
	const char *delegate = minutes_member(writing->meeting, field, index, "delegate");
	if (!person)
		return;
	pmo_buffer_add_text(&writing->out, (*count)++ ? ", " : " ");
	if (delegate)
		pmo_buffer_add_format(&writing->out, "%s for ", delegate);
	add_text(writing, person);
	if (mode && strcmp(mode, "remote") == 0)
		pmo_buffer_add_text(&writing->out, " (remote)");
}

static void add_attendance(struct writing *writing)
{
	static const struct {
		const char *label, *mode;
	} rows[] = { { "Present:", NULL }, { "Absent:", "absent" }, { "Excused:", "excused" } };
	int field = pmo_schema_field(writing->meeting->schema, "attendance");
	int invited = pmo_schema_field(writing->meeting->schema, "invitees");
	struct pmo_value list = pmo_record_get(writing->meeting, field);
	bool known = pmo_value_is_present(&list);
	struct pmo_value invitees = pmo_record_get(writing->meeting, invited);
	for (size_t i = 0; i < 3; i++) {
		size_t count = 0;
		pmo_buffer_add_text(&writing->out, rows[i].label);
		for (uint32_t j = 0; known && j < list.count; j++)
			if (is_mode(minutes_member(writing->meeting, field, j, "mode"),
				    rows[i].mode))
				add_person(writing, j, &count);
		/* Most of those who were asked come. */
		for (uint32_t j = 0;
		     !known && !i && pmo_value_is_present(&invitees) && j < invitees.count; j++) {
			const char *person = minutes_member(writing->meeting, invited, j, "person");
			if (person)
				pmo_buffer_add_format(&writing->out, "%s%s", count++ ? ", " : " ",
						      person);
		}
		pmo_buffer_add_char(&writing->out, '\n');
	}
	const char *prior = field_text(writing, "prior_minutes");
	pmo_buffer_add_text(&writing->out, "Prior minutes:");
	for (; prior && *prior; prior++) {
		if (prior == field_text(writing, "prior_minutes"))
			pmo_buffer_add_char(&writing->out, ' ');
		pmo_buffer_add_char(&writing->out, *prior == '_' ? ' ' : *prior);
	}
	pmo_buffer_add_char(&writing->out, '\n');
}

static int64_t number_of(const struct pmo_record *record, int field, uint32_t index,
			 const char *member)
{
	struct pmo_value list = pmo_record_get(record, field);
	const struct pmo_value *value =
		pmo_value_member(record->schema->fields[field], &list.as.items[index], member);
	return value && value->presence == PMO_PRESENT ? value->as.integer : -1;
}

static void add_outcomes(struct writing *writing, int64_t item)
{
	int field = pmo_schema_field(writing->meeting->schema, "outcomes");
	struct pmo_value list = pmo_record_get(writing->meeting, field);
	for (uint32_t i = 0; pmo_value_is_present(&list) && i < list.count; i++) {
		const char *text = minutes_member(writing->meeting, field, i, "text");
		if (!text || number_of(writing->meeting, field, i, "item") != item)
			continue;
		add_text(writing, text);
		pmo_buffer_add_char(&writing->out, '\n');
	}
}

static void add_items(struct writing *writing)
{
	int field = pmo_schema_field(writing->meeting->schema, "agenda");
	struct pmo_value list = pmo_record_get(writing->meeting, field);
	for (uint32_t i = 0; pmo_value_is_present(&list) && i < list.count; i++) {
		const char *topic = minutes_member(writing->meeting, field, i, "topic");
		const char *lead = minutes_member(writing->meeting, field, i, "lead");
		const char *ref = minutes_member(writing->meeting, field, i, "ref");
		int64_t minutes = number_of(writing->meeting, field, i, "minutes");
		pmo_buffer_add_format(&writing->out, "\n## %u ", i + 1);
		add_text(writing, topic ? topic : "");
		if (minutes >= 0 || lead || ref)
			pmo_buffer_add_text(&writing->out, " (");
		if (minutes >= 0)
			pmo_buffer_add_format(&writing->out, "%lld min%s", (long long)minutes,
					      lead || ref ? ", " : "");
		if (lead)
			pmo_buffer_add_format(&writing->out, "%s%s", lead, ref ? ", " : "");
		if (ref)
			pmo_buffer_add_text(&writing->out, ref);
		if (minutes >= 0 || lead || ref)
			pmo_buffer_add_char(&writing->out, ')');
		pmo_buffer_add_text(&writing->out, "\n\n");
		add_outcomes(writing, (int64_t)i + 1);
	}
}

/* `ACTION DSP by 2026-11-24: Walk-through roster [ACT-012]`. */
static void add_record(struct writing *writing, const char *id)
{
	const struct pmo_world *world = pmo_workspace_world(writing->workspace);
	const struct pmo_record *record =
		world->find ? world->find(world->store, writing->meeting, id, NULL) : NULL;
	static const char *const kinds[] = { "action", "decision", "issue", "risk" };
	if (!record || record->unreadable)
		return;
	const char *kind = record->schema->table->name;
	const char *owner = pmo_record_text(record, record->schema->owner);
	const char *title = pmo_record_text(record, record->schema->title);
	bool known = false;
	for (size_t i = 0; i < 4; i++)
		known |= strcmp(kind, kinds[i]) == 0;
	if (!known)
		return;
	for (const char *c = kind; *c; c++)
		pmo_buffer_add_char(&writing->out, pmo_ascii_to_upper(*c));
	if (owner)
		pmo_buffer_add_format(&writing->out, " %s", owner);
	struct pmo_value due = { .presence = PMO_ABSENT };
	if (strcmp(kind, "action") == 0 || strcmp(kind, "issue") == 0)
		due = pmo_record_get(record, record->schema->due);
	if (due.presence == PMO_PRESENT && due.kind == PMO_DATE) {
		char date[PMO_DATE_SIZE];
		pmo_date_format((int32_t)due.as.integer, date);
		pmo_buffer_add_format(&writing->out, " by %s", date);
	}
	pmo_buffer_add_text(&writing->out, ": ");
	add_text(writing, title ? title : "");
	pmo_buffer_add_format(&writing->out, " [%s]\n", record->id);
}

static void add_records(struct writing *writing)
{
	static const char *const lists[] = { "actions", "decisions", "raised" };
	for (size_t i = 0; i < 3; i++) {
		int field = pmo_schema_field(writing->meeting->schema, lists[i]);
		struct pmo_value list = pmo_record_get(writing->meeting, field);
		for (uint32_t j = 0; pmo_value_is_present(&list) && j < list.count; j++) {
			const char *id = minutes_member(writing->meeting, field, j, NULL);
			if (id)
				add_record(writing, id);
		}
	}
}

static void add_list(struct writing *writing, const char *name, const char *word,
		     const char *person)
{
	int field = pmo_schema_field(writing->meeting->schema, name);
	bool is_struct = writing->meeting->schema->fields[field]->kind == PMO_STRUCT;
	struct pmo_value list = pmo_record_get(writing->meeting, field);
	for (uint32_t i = 0; pmo_value_is_present(&list) && i < list.count; i++) {
		const char *text =
			minutes_member(writing->meeting, field, i, is_struct ? "text" : NULL);
		const char *who =
			person ? minutes_member(writing->meeting, field, i, person) : NULL;
		const char *how =
			person ? minutes_member(writing->meeting, field, i, "result") : NULL;
		if (!text)
			continue;
		pmo_buffer_add_format(&writing->out, "%s%s%s: ", word, who ? " " : "",
				      who ? who : "");
		add_text(writing, text);
		if (how)
			pmo_buffer_add_format(&writing->out, " - %s", how);
		const char *const votes[] = { "for", "against", "abstain" };
		for (size_t j = 0; how && j < 3; j++) {
			int64_t count = number_of(writing->meeting, field, i, votes[j]);
			if (count < 0)
				break;
			pmo_buffer_add_format(&writing->out, "%c%lld", j ? '-' : ' ',
					      (long long)count);
		}
		pmo_buffer_add_char(&writing->out, '\n');
	}
}

static void add_moment(struct writing *writing, const char *label, const char *field)
{
	struct pmo_value value = pmo_record_get_name(writing->meeting, field);
	char text[PMO_MOMENT_SIZE] = "";
	if (value.presence == PMO_PRESENT && value.kind == PMO_MOMENT)
		pmo_moment_format(value.as.moment, text);
	pmo_buffer_add_format(&writing->out, "%s:%s%s\n", label, *text ? " " : "", text);
}

enum pmo_result pmo_minutes_prepare(struct pmo_workspace *workspace,
				    const struct pmo_record *meeting, const char **text)
{
	struct writing writing = { .workspace = workspace, .meeting = meeting };
	pmo_buffer_init(&writing.out, PMO_SHEET_LIMIT);
	add_head(&writing);
	add_attendance(&writing);
	add_items(&writing);
	pmo_buffer_add_text(&writing.out, "\n## Agreed\n\n");
	add_records(&writing);
	add_list(&writing, "motions", "MOTION", "mover");
	add_list(&writing, "feedback", "FEEDBACK", "from");
	pmo_buffer_add_text(&writing.out, "\n## Takeaways\n\n");
	add_list(&writing, "takeaways", "TAKEAWAY", NULL);
	add_list(&writing, "corrections", "CORRECTION", NULL);
	pmo_buffer_add_char(&writing.out, '\n');
	add_moment(&writing, "Adjourned", "adjourned");
	add_moment(&writing, "Next meeting", "next");
	*text = writing.out.failed ? NULL
				   : pmo_arena_copy(pmo_workspace_arena(workspace),
						    writing.out.data, writing.out.length);
	pmo_buffer_release(&writing.out);
	return *text ? PMO_OK : PMO_NO_MEMORY;
}

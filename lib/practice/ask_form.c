/*
 * A form as text, and the check-in that remembers what it asked. Lines are short, so that no
 * mail program breaks them, and say themselves what they are about.
 */
#include "practice/checkin.h"

#include <pmo/expr.h>
#include <pmo/text.h>

#include <string.h>

enum { WIDTH = 72 };

struct group {
	const char *heading;
	const char *registers; /* NULL: what no other group has */
};

static const struct group groups[] = {
	{ "Tasks", "task" },
	{ "Milestones", "milestone" },
	{ "Actions", "action" },
	{ "Estimates we asked you for", "estimate" },
	{ "Documents to review", "document" },
	{ "Risks to look at", "risk" },
	{ "Issues and defects", "issue|defect" },
	{ "Meetings: will you come? (yes, no, or who comes instead)", "meeting" },
	{ "More that waits for you", NULL },
	{ NULL, NULL },
};

static const struct group *group_of(const struct pmo_form_item *item)
{
	const struct group *group = groups;
	const struct pmo_schema *schema = item->record->schema;
	while (group->registers &&
	       (schema->own || !pmo_word_is_in(group->registers, schema->table->name)))
		group++;
	return group;
}

bool pmo_form_asks(const struct pmo_form_item *item, const struct pmo_question *question)
{
	const struct expr *expr;
	struct pmo_diags unheard;
	if (question->unasked)
		return false;
	if (!question->when)
		return true;
	pmo_diags_init(&unheard, item->record->world->arena);
	return pmo_expr_compile(question->when, "form", item->record->schema, &unheard, &expr) ==
		       PMO_OK &&
	       pmo_expr_holds(expr, item->record);
}

static void add_greeting(const struct pmo_record *person, struct pmo_buffer *out)
{
	const char *name = pmo_record_text(person, person->schema->title);
	const char *use = name && *name ? name : person->id;
	pmo_buffer_add_format(out, "Hello %.*s,\n\n", (int)strcspn(use, " "), use);
}

/* Words over lines, so that nobody's program has to break them. */
static void add_wrapped(struct pmo_buffer *out, size_t indent, const char *text)
{
	size_t column = 0;
	for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
		size_t length = strcspn(text, " "), width = pmo_text_width_of(text, length);
		if (column && column + 1 + width > WIDTH) {
			pmo_buffer_add_char(out, '\n');
			column = 0;
		}
		pmo_buffer_add_repeat(out, ' ', column ? 1 : indent);
		column += (column ? 1 : indent) + width;
		pmo_buffer_add(out, text, length);
		text += length;
	}
	pmo_buffer_add_char(out, '\n');
}

static void add_item(const struct pmo_form_item *item, struct pmo_buffer *out)
{
	struct pmo_buffer line;
	pmo_buffer_init(&line, 1 << 16);
	pmo_buffer_add_format(&line, "%s  %s", item->key, item->title);
	pmo_buffer_add_char(out, '\n');
	add_wrapped(out, 0, line.data);
	pmo_buffer_release(&line);
	if (*item->now) {
		pmo_buffer_add_text(out, "  (");
		pmo_buffer_add_text(out, item->now);
		pmo_buffer_add_text(out, ")\n");
	}
	for (const struct pmo_question *question = item->questions; question->word; question++)
		if (pmo_form_asks(item, question))
			pmo_buffer_add_format(out, "%s %s:\n", item->key, question->word);
}

static void add_opening(const struct pmo_form *form, const struct pmo_form_letter *letter,
			struct pmo_buffer *out)
{
	char date[PMO_DATE_LONG_SIZE], until[PMO_DATE_LONG_SIZE];
	int32_t today = form->person->world->today;
	add_greeting(form->to, out);
	pmo_date_format_long(letter->until, today, date);
	if (form->to != form->person) {
		const char *name = pmo_record_text(form->person, form->person->schema->title);
		pmo_date_format_short(form->away_to, today, until);
		struct pmo_buffer line;
		pmo_buffer_init(&line, 1 << 12);
		pmo_buffer_add_format(&line,
				      "%s is away until %s, and you stand in: this is what waits "
				      "there.",
				      name ? name : form->person->id, until);
		add_wrapped(out, 0, line.data);
		pmo_buffer_add_char(out, '\n');
		pmo_buffer_release(&line);
	}
	pmo_buffer_add_format(out,
			      "Please reply to this by %s and type your answers behind the\n"
			      "colons. A line that you leave empty changes nothing. Short lines of "
			      "your\nown do as well: \"5.4 45 %% 10 days left\", \"ACT-011 "
			      "done\".\n",
			      date);
}

void pmo_form_write(const struct pmo_form *form, const struct pmo_form_letter *letter,
		    struct pmo_buffer *out)
{
	add_opening(form, letter, out);
	for (const struct group *group = groups; group->heading; group++) {
		bool begun = false;
		for (size_t i = 0; i < form->count; i++) {
			if (group_of(&form->items[i]) != group)
				continue;
			if (!begun) {
				pmo_buffer_add_char(out, '\n');
				for (const char *c = group->heading; *c && *c != ':'; c++)
					pmo_buffer_add_char(out, pmo_ascii_to_upper(*c));
				pmo_buffer_add_text(out, strchr(group->heading, ':')
								 ? strchr(group->heading, ':')
								 : "");
				pmo_buffer_add_char(out, '\n');
			}
			begun = true;
			add_item(&form->items[i], out);
		}
	}
	pmo_buffer_add_text(out, "\nANYTHING ELSE\n\n");
	for (const struct pmo_question *extra = ask_extras; extra->word; extra++)
		pmo_buffer_add_format(out, "%s:\n", extra->word);
	pmo_buffer_add_format(out, "\nThank you, %s\n\n(%s, please leave this line in)\n",
			      letter->sender, letter->checkin);
}

static enum pmo_result set_date(struct pmo_draft *draft, const char *field, int32_t date)
{
	char text[PMO_DATE_SIZE];
	pmo_date_format(date, text);
	return pmo_draft_set(draft, pmo_schema_field(pmo_draft_record(draft)->schema, field), text);
}

static enum pmo_result set_head(const struct pmo_form *form, int32_t until, struct pmo_draft *draft)
{
	char date[PMO_DATE_LONG_SIZE];
	const struct pmo_record *record = pmo_draft_record(draft);
	struct pmo_arena *arena = record->world->arena;
	const char *name = pmo_record_text(form->person, form->person->schema->title);
	pmo_date_format_short(until, record->world->today, date);
	const char *title = take_words(
		arena, pmo_arena_format(arena, "%s, by %s", name ? name : form->person->id, date),
		200);
	enum pmo_result result = title ? PMO_OK : PMO_NO_MEMORY;
	if (result == PMO_OK)
		result = pmo_draft_set(draft, record->schema->title, title);
	if (result == PMO_OK)
		result = pmo_draft_set(draft, record->schema->owner, form->person->id);
	return result == PMO_OK ? set_date(draft, "period_end", until) : result;
}

static enum pmo_result set_asked(const struct pmo_form *form, struct pmo_draft *draft)
{
	struct pmo_buffer ids;
	pmo_buffer_init(&ids, 1 << 20);
	for (size_t i = 0; i < form->count; i++)
		pmo_buffer_add_format(&ids, "%s%s", i ? ", " : "", form->items[i].record->id);
	int field = pmo_schema_field(pmo_draft_record(draft)->schema, "asked");
	enum pmo_result result = ids.failed ? PMO_NO_MEMORY : pmo_draft_set(draft, field, ids.data);
	pmo_buffer_release(&ids);
	return result;
}

enum pmo_result pmo_form_keep(const struct pmo_form *form, int32_t until, struct pmo_update *update,
			      struct pmo_draft **draft)
{
	const struct pmo_world *world = form->person->world;
	struct pmo_workspace *workspace = world->store;
	const struct pmo_record *open = form->open;
	enum pmo_result result;
	if (open)
		open = world->find(world->store, open, open->id, "checkin");
	if (open)
		result = pmo_update_edit(update, open, draft);
	else
		result = pmo_update_add(update, pmo_workspace_project(workspace),
					pmo_workspace_schema(workspace, "checkin"), NULL, draft);
	if (result == PMO_OK && !open)
		result = set_head(form, until, *draft);
	if (result == PMO_OK)
		result = set_date(*draft, "wanted_by", until);
	if (result == PMO_OK)
		result = set_asked(form, *draft);
	int sent_to = pmo_schema_field(pmo_workspace_schema(workspace, "checkin"), "sent_to");
	if (result == PMO_OK)
		result = pmo_draft_set(*draft, sent_to,
				       form->to == form->person ? NULL : form->to->id);
	return result;
}

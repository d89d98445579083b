/* The plan as a sheet. */
#include "plan/sheet.h"

#include <pmo/text.h>

#include <string.h>

enum { TITLE_WIDTH = 40 }; /* longer titles stick out of their column */

static const char *const headings[PMO_SHEET_COLUMNS] = { "code",  "title", "duration", "after",
							 "owner", "done",  "id" };

struct writing {
	const struct pmo_plan *plan;
	const struct pmo_sheet_branch *branch;
	unsigned form;
	size_t widths[PMO_SHEET_COLUMNS];
	int *places; /* item: where it stands in the branch + 1; 0: not there */
	struct pmo_buffer *out;
};

/* What would end a cell, or begin a comment, gets a backslash. */
static void add_escaped(struct pmo_buffer *out, const char *text)
{
	if (*text == '#')
		pmo_buffer_add_char(out, '\\');
	for (; *text; text++) {
		if (*text == '|' || (*text == '\\' && text[1] && strchr("|\\#", text[1])))
			pmo_buffer_add_char(out, '\\');
		pmo_buffer_add_char(out,
				    *text == '\n' || *text == '\t' || *text == '\r' ? ' ' : *text);
	}
}

static void add_value(struct pmo_buffer *out, const struct pmo_record *record, const char *name)
{
	int field = pmo_schema_field(record->schema, name);
	if (field < 0)
		return;
	struct pmo_value value = pmo_record_get(record, field);
	if (value.presence == PMO_BAD)
		pmo_buffer_add_text(out, value.as.text ? value.as.text : "?");
	else if (pmo_value_is_present(&value))
		pmo_value_format(record->schema->fields[field], &value, out);
}

/* A code says more than an id, where it is the only one. */
static const char *name_of(const struct pmo_plan *plan, const char *id)
{
	int item = pmo_plan_find(plan, id);
	if (item < 0 || (size_t)item >= plan->own_count)
		return id;
	const char *code = plan->items[item].wbs;
	bool plain = *code && !code[strcspn(code, " ,;|{}")];
	return plain && pmo_plan_find(plan, code) == item ? code : id;
}

/* Members that no short form has: the whole of it behind the id, in braces. */
static void add_link(struct pmo_buffer *out, const struct pmo_plan *plan,
		     const struct pmo_field *field, const struct pmo_value *link)
{
	const struct pmo_value *id = pmo_value_member(field, link, field->members[0].name);
	struct pmo_buffer text;
	pmo_buffer_init(&text, 4096);
	pmo_value_format(field, link, &text);
	if (!id || id->presence != PMO_PRESENT || text.failed) {
		pmo_buffer_add_format(out, "{%s}", text.failed ? "?" : text.data);
		pmo_buffer_release(&text);
		return;
	}
	size_t length = strlen(id->as.text);
	pmo_buffer_add_text(out, name_of(plan, id->as.text));
	if (strchr(text.data, '=') || strncmp(text.data, id->as.text, length) != 0)
		pmo_buffer_add_format(out, " {%s}", text.data);
	else
		pmo_buffer_add_text(out, text.data + length);
	pmo_buffer_release(&text);
}

static void add_links(struct pmo_buffer *out, const struct pmo_plan *plan,
		      const struct pmo_record *record)
{
	int index = pmo_schema_field(record->schema, "preds");
	struct pmo_value list = pmo_record_get(record, index);
	struct pmo_field field = *record->schema->fields[index];
	bool plain = true;
	if (list.presence == PMO_BAD || !list.is_list) {
		add_value(out, record, "preds");
		return;
	}
	field.flags &= ~(unsigned)PMO_LIST;
	for (uint32_t i = 0; i < list.count; i++) {
		const struct pmo_value *item = &list.as.items[i];
		for (uint32_t m = 1; item->presence == PMO_PRESENT && m < item->count; m++)
			plain = plain && item->as.items[m].presence == PMO_ABSENT;
	}
	for (uint32_t i = 0; i < list.count; i++) {
		const struct pmo_value *item = &list.as.items[i];
		pmo_buffer_add_text(out, !i ? "" : plain ? " " : ", ");
		if (item->presence == PMO_PRESENT)
			add_link(out, plan, &field, item);
		else
			pmo_buffer_add_format(out, "{%s}", item->as.text ? item->as.text : "?");
	}
}

static void add_done(struct pmo_buffer *out, const struct pmo_record *record)
{
	struct pmo_value finish = pmo_record_get_name(record, "actual_finish");
	size_t start = out->length;
	if (finish.presence == PMO_PRESENT) {
		pmo_buffer_add_text(out, "done");
		return;
	}
	add_value(out, record, "percent");
	if (out->length > start && out->data[out->length - 1] != '%')
		pmo_buffer_add_char(out, '%');
}

static void add_cell(const struct writing *writing, const struct pmo_plan_item *item,
		     enum pmo_sheet_column column, struct pmo_buffer *out)
{
	struct pmo_buffer text;
	if (column == PMO_SHEET_ID) {
		pmo_buffer_add_text(out, item->id);
		return;
	}
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	if (column == PMO_SHEET_CODE)
		pmo_buffer_add_text(&text, item->wbs);
	else if (column == PMO_SHEET_TITLE)
		pmo_buffer_add_text(&text, item->title ? item->title : "");
	else if (column == PMO_SHEET_DURATION && item->kind == PMO_ITEM_MILESTONE)
		pmo_buffer_add_char(&text, '-');
	else if (column == PMO_SHEET_DURATION)
		add_value(&text, item->record, "duration");
	else if (column == PMO_SHEET_AFTER)
		add_links(&text, writing->plan, item->record);
	else if (column == PMO_SHEET_OWNER)
		add_value(&text, item->record, "owner");
	else
		add_done(&text, item->record);
	add_escaped(out, text.length ? text.data : "");
	pmo_buffer_release(&text);
}

/* How many of those above it are in the branch. */
static size_t depth_of(const struct writing *writing, int item)
{
	size_t depth = 0;
	for (int i = writing->plan->items[item].parent; i >= 0; i = writing->plan->items[i].parent)
		depth += writing->places[i] != 0;
	return depth;
}

static void add_padded(struct pmo_buffer *out, const char *text, size_t width)
{
	size_t length = pmo_text_width(text);
	pmo_buffer_add_text(out, text);
	if (length < width)
		pmo_buffer_add_repeat(out, ' ', width - length);
}

static size_t last_column(const struct writing *writing)
{
	return writing->form & PMO_SHEET_WITH_IDS ? PMO_SHEET_ID : PMO_SHEET_DONE;
}

static void end_line(struct pmo_buffer *out)
{
	size_t length = out->length;
	while (length && out->data[length - 1] == ' ')
		length--;
	pmo_buffer_truncate(out, length);
	pmo_buffer_add_char(out, '\n');
}

static void write_line(const struct writing *writing, int item)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	for (size_t c = 0; c <= last_column(writing); c++) {
		pmo_buffer_clear(&text);
		if (c == PMO_SHEET_CODE && item >= 0)
			pmo_buffer_add_repeat(&text, ' ', 2 * depth_of(writing, item));
		if (item >= 0)
			add_cell(writing, &writing->plan->items[item], (enum pmo_sheet_column)c,
				 &text);
		else
			pmo_buffer_add_text(&text, headings[c]);
		pmo_buffer_add_text(writing->out, c ? " | " : "");
		add_padded(writing->out, text.length ? text.data : "", writing->widths[c]);
	}
	end_line(writing->out);
	pmo_buffer_release(&text);
}

static void measure(struct writing *writing)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	for (size_t c = 0; c < PMO_SHEET_COLUMNS; c++)
		writing->widths[c] = strlen(headings[c]);
	for (size_t i = 0; i < writing->branch->count; i++)
		for (size_t c = 0; c <= last_column(writing); c++) {
			int item = writing->branch->items[i];
			pmo_buffer_clear(&text);
			add_cell(writing, &writing->plan->items[item], (enum pmo_sheet_column)c,
				 &text);
			size_t width = pmo_text_width(text.length ? text.data : "");
			if (c == PMO_SHEET_CODE)
				width += 2 * depth_of(writing, item);
			if (c == PMO_SHEET_TITLE && width > TITLE_WIDTH)
				width = TITLE_WIDTH;
			if (width > writing->widths[c])
				writing->widths[c] = width;
		}
	pmo_buffer_release(&text);
}

static void write_help(const struct writing *writing)
{
	pmo_buffer_add_format(
		writing->out,
		"# The plan of %s, one line a task. Save and close: changes are written.\n"
		"# duration  30d, 4w, 6h; - makes a milestone; empty where lines are below\n"
		"# after     codes or ids in any order: 5.1 2.5, or 5.1 SS+10d, 2.5 FS-2d\n"
		"# done      45%%, or the word done\n"
		"# Two blanks more before the code put a line below the one above. A new one\n"
		"# needs no id; its code is yours, empty, or a dot that can be indented. A line\n"
		"# that you take away is asked about. These lines change nothing.\n",
		writing->plan->project->title);
}

void pmo_sheet_write(const struct pmo_plan *plan, const struct pmo_sheet_branch *branch,
		     unsigned form, struct pmo_buffer *out)
{
	struct writing writing = { .plan = plan, .branch = branch, .form = form, .out = out };
	writing.places = pmo_arena_array(plan->arena, plan->item_count + 1, sizeof(int));
	if (!writing.places) {
		out->failed = true;
		return;
	}
	for (size_t i = 0; i < branch->count; i++)
		writing.places[branch->items[i]] = (int)i + 1;
	measure(&writing);
	if (form & PMO_SHEET_WITH_HELP)
		write_help(&writing);
	write_line(&writing, -1);
	for (size_t i = 0; i < branch->count; i++)
		write_line(&writing, branch->items[i]);
}

static bool is_below_code(const char *code, const char *word)
{
	size_t length = strlen(word);
	return strncmp(code, word, length) == 0 && code[length] == '.';
}

static bool is_left_out(const struct pmo_plan *plan, int item)
{
	for (; item >= 0; item = plan->items[item].parent) {
		const struct pmo_record *record = plan->items[item].record;
		const struct pmo_state *state = pmo_record_state(record);
		if (state->kind != PMO_STATE_OPEN)
			return true;
	}
	return false;
}

static bool is_below(const struct pmo_plan *plan, int item, int top)
{
	while (item >= 0 && item != top)
		item = plan->items[item].parent;
	return item == top;
}

enum pmo_result pmo_sheet_branch(const struct pmo_plan *plan, const char *word,
				 struct pmo_sheet_branch *branch)
{
	int top = word ? pmo_plan_find(plan, word) : -1;
	int *items = pmo_arena_array(plan->arena, plan->own_count + 1, sizeof(*items));
	if (!items)
		return PMO_NO_MEMORY;
	*branch = (struct pmo_sheet_branch){ .items = items };
	if (top >= 0 && (size_t)top >= plan->own_count)
		return PMO_NOT_FOUND;
	if (top >= 0 && plan->items[top].parent >= 0)
		branch->top = plan->items[plan->items[top].parent].record;
	for (int i = 0; (size_t)i < plan->own_count; i++) {
		bool is_in = !word || (top >= 0 ? is_below(plan, i, top)
						: is_below_code(plan->items[i].wbs, word));
		if (is_in && !is_left_out(plan, i))
			items[branch->count++] = i;
	}
	return word && !branch->count ? PMO_NOT_FOUND : PMO_OK;
}

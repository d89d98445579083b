/*
 * A record on the screen: its head, its fields in schema order, and what can be done
 * next. Absent fields are not shown; what a complete record would have is listed as
 * missing.
 */
#include "register_show.h"

#include "cli/wrap.h"
#include "register.h"

#include <pmo/text.h>

#include <string.h>

enum { LABEL_LEAST = 8, LABEL_MOST = 22 };

static const char *label_of(const struct cli *cli, const struct pmo_field *field)
{
	return pmo_config_label(pmo_workspace_config(cli->workspace), field->name);
}

/* Shown in the head, not among the fields. */
static bool is_in_head(const struct pmo_schema *schema, int index)
{
	return index == schema->title || index == schema->status;
}

static bool is_shown(const struct pmo_record *record, int index)
{
	struct pmo_value value = pmo_record_get(record, index);
	if (is_in_head(record->schema, index))
		return false;
	if (value.presence == PMO_PRESENT && value.kind == PMO_TEXT && !value.is_list &&
	    !*value.as.text)
		return false;
	return value.presence == PMO_BAD || pmo_value_is_present(&value);
}

static size_t label_width(const struct cli *cli, const struct pmo_record *record)
{
	size_t most = LABEL_LEAST;
	for (int i = 0; (size_t)i < record->schema->field_count; i++) {
		size_t width = pmo_text_width(label_of(cli, record->schema->fields[i]));
		if (is_shown(record, i) && width > most && width <= LABEL_MOST)
			most = width;
	}
	return most;
}

/* The day since which it is in its state: the last move in its history, else its first day. */
static int32_t state_since(const struct pmo_record *record)
{
	const struct pmo_schema *schema = record->schema;
	const char *state = pmo_record_state(record)->name;
	struct pmo_value history = pmo_record_get(record, schema->history);
	struct pmo_value created = pmo_record_get(record, schema->created);
	bool listed = history.presence == PMO_PRESENT && history.is_list;
	for (uint32_t i = listed ? history.count : 0; i-- > 0;) {
		const struct pmo_value *item = &history.as.items[i];
		const char *text = item->presence == PMO_PRESENT ? item->as.text : "";
		const char *arrow = strchr(text, '>');
		size_t length = strlen(state);
		int32_t date;
		/* "approvals.1.decision pending>approved" tells of a field. */
		bool moved = arrow && arrow > text + 10 &&
			     !memchr(text + 11, ' ', (size_t)(arrow - text) - 11);
		if (moved && strncmp(arrow + 1, state, length) == 0 &&
		    !pmo_ascii_is_alnum(arrow[1 + length]) &&
		    pmo_date_parse(text, 10, &date) == PMO_OK)
			return date;
	}
	return created.presence == PMO_PRESENT ? (int32_t)created.as.integer : PMO_DATE_NONE;
}

/* Of work of the plan what follows from its facts, "in_progress", else the stored state. */
static void add_state(const struct pmo_record *record, struct pmo_buffer *out)
{
	int index = pmo_schema_field(record->schema, "state");
	bool derived = index >= 0 && record->schema->fields[index]->derive;
	struct pmo_value value = { .presence = PMO_ABSENT };
	if (derived && !pmo_record_is_void(record))
		value = pmo_record_get(record, index);
	if (value.presence == PMO_PRESENT && !value.is_list && value.kind == PMO_CHOICE)
		pmo_buffer_add_text(out, value.as.text);
	else
		pmo_buffer_add_text(out, pmo_record_state(record)->name);
}

static void add_head(struct cli *cli, const struct pmo_record *record)
{
	struct pmo_buffer *out = &cli->out;
	const struct pmo_world *world = pmo_workspace_world(cli->workspace);
	const char *title = pmo_record_text(record, record->schema->title);
	size_t indent = pmo_text_width(record->id) + 2;
	int32_t since = state_since(record);
	char date[PMO_DATE_LONG_SIZE];
	pmo_buffer_add_format(out, "%s  ", record->id);
	wrap_add(out, title ? title : "(no title)", indent, (size_t)cli->terminal.width);
	pmo_buffer_add_repeat(out, ' ', indent);
	add_state(record, out);
	if (since != PMO_DATE_NONE) {
		pmo_date_format_short(since, world->today, date);
		pmo_buffer_add_format(
			out, " since %s (%d d)", date,
			(int)pmo_calendar_days_between(world->calendar, since, world->today));
	}
	if (pmo_record_is_overdue(record))
		pmo_buffer_add_text(out, "   ! overdue");
	if (record->duplicate)
		pmo_buffer_add_text(out, "   ! another record has this id");
	pmo_buffer_add_text(out, "\n\n");
}

static void add_one(struct cli *cli, const struct pmo_record *record, const struct pmo_field *field,
		    const struct pmo_value *value)
{
	size_t indent = label_width(cli, record) + 3;
	struct pmo_buffer text;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	size_t width = (size_t)cli->terminal.width;
	register_add_item(record, field, value, &text);
	if (field->kind == PMO_PROSE)
		wrap_add_prose(&cli->out, text.data, indent, width);
	else
		wrap_add(&cli->out, text.data, indent, width);
	pmo_buffer_release(&text);
}

/* Items of structures are numbered, because `quotes.2.amount=5` needs the number. */
static void add_items(struct cli *cli, const struct pmo_record *record,
		      const struct pmo_field *field, const struct pmo_value *value)
{
	size_t indent = label_width(cli, record) + 3;
	for (uint32_t i = 0; i < value->count; i++) {
		struct pmo_buffer text;
		if (i)
			pmo_buffer_add_repeat(&cli->out, ' ', indent);
		pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
		register_add_item(record, field, &value->as.items[i], &text);
		size_t deeper = indent;
		if (field->kind == PMO_STRUCT) {
			pmo_buffer_add_format(&cli->out, "%u. ", (unsigned)(i + 1));
			deeper += 3;
		}
		wrap_add(&cli->out, text.data, deeper, (size_t)cli->terminal.width);
		pmo_buffer_release(&text);
	}
}

static void add_fields(struct cli *cli, const struct pmo_record *record)
{
	size_t width = label_width(cli, record);
	for (int i = 0; (size_t)i < record->schema->field_count; i++) {
		const struct pmo_field *field = record->schema->fields[i];
		if (!is_shown(record, i))
			continue;
		struct pmo_value value = pmo_record_get(record, i);
		const char *label = label_of(cli, field);
		size_t used = pmo_text_width(label);
		pmo_buffer_add_text(&cli->out, label);
		pmo_buffer_add_repeat(&cli->out, ' ', used < width ? width - used : 0);
		pmo_buffer_add_text(&cli->out, field->derive ? " = " : "   ");
		/* plain words in a list stand on one line */
		if (value.is_list && value.presence == PMO_PRESENT && field->kind != PMO_TEXT &&
		    field->kind != PMO_CHOICE)
			add_items(cli, record, field, &value);
		else
			add_one(cli, record, field, &value);
	}
}

static void add_paragraph(struct cli *cli, const char *label, const char *text)
{
	enum { INDENT = 9 };
	pmo_buffer_add_format(&cli->out, "%-9s", label);
	wrap_add(&cli->out, text, INDENT, (size_t)cli->terminal.width);
}

/* Why a move is not open, short: what it needs, the note by its option. */
static void add_reason(enum pmo_result result, const char *reason, struct pmo_buffer *out)
{
	static const char needs[] = "it needs ", note[] = "a reason (--note)";
	if (result == PMO_OK)
		return;
	pmo_buffer_add_text(out, " (");
	if (strncmp(reason, needs, sizeof(needs) - 1) == 0) {
		pmo_buffer_add_text(out, "needs ");
		reason += sizeof(needs) - 1;
	}
	const char *at = strstr(reason, note);
	pmo_buffer_add(out, reason, at ? (size_t)(at - reason) : strlen(reason));
	if (at)
		pmo_buffer_add_format(out, "--note%s", at + sizeof(note) - 1);
	pmo_buffer_add_char(out, ')');
}

/*
 * Whether a verb that leads back to the state at hand changes a field: `start` sets what is
 * absent, `reopen` takes away what is there. A verb that sets nothing is for what one types.
 */
static bool is_idle(const struct pmo_record *record, const struct pmo_move *move)
{
	const char *at = move->sets;
	if (!at || move->effect || strcmp(pmo_record_state(record)->name, move->to) != 0)
		return false;
	while (*at) {
		char name[64];
		size_t length = strcspn(at, "="), end = strcspn(at, " ");
		if (length >= sizeof(name) || length >= end)
			return false;
		memcpy(name, at, length);
		name[length] = '\0';
		struct pmo_value value =
			pmo_record_get(record, pmo_schema_field(record->schema, name));
		bool clears = length + 1 == end, there = value.presence != PMO_ABSENT;
		if (clears == there)
			return false;
		at += end + strspn(at + end, " ");
	}
	return true;
}

/* The verbs that lead on, each with what it still needs. */
static void add_moves(struct cli *cli, const struct pmo_record *record)
{
	struct pmo_buffer text, reason;
	const struct pmo_move *move = NULL;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&reason, PMO_BUFFER_LIMIT);
	while ((move = pmo_record_next_move(record, move))) {
		if (is_idle(record, move))
			continue;
		pmo_buffer_clear(&reason);
		enum pmo_result result = pmo_record_may_move(record, move, false, &reason);
		pmo_buffer_add_format(&text, "%s%s", text.length ? ", " : "", move->verb);
		add_reason(result, reason.data, &text);
	}
	if (text.length)
		add_paragraph(cli, "next:", text.data);
	pmo_buffer_release(&reason);
	pmo_buffer_release(&text);
}

void show_record(struct cli *cli, const struct pmo_record *record)
{
	struct pmo_buffer missing;
	add_head(cli, record);
	if (record->unreadable) {
		pmo_buffer_add_text(&cli->out, "its file cannot be read\n");
		return;
	}
	size_t start = cli->out.length;
	add_fields(cli, record);
	show_dates(cli, record, label_width(cli, record));
	if (cli->out.length > start)
		pmo_buffer_add_char(&cli->out, '\n');
	pmo_buffer_init(&missing, PMO_BUFFER_LIMIT);
	pmo_record_missing(record, &missing);
	if (missing.length && pmo_record_is_open(record))
		add_paragraph(cli, "missing:", missing.data);
	pmo_buffer_release(&missing);
	add_moves(cli, record);
	if (record->path)
		add_paragraph(cli, "file:", record->path);
}

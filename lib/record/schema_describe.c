/* A register for people, in 80 columns: what it is for, where it lives, what it holds. */
#include "overlay.h"

#include <pmo/text.h>

#include <string.h>

enum { WIDTH = 80, NAME_AT = 2, HEAD_AT = 12, TYPE_AT = 20, NEEDED_AT = 37, HELP_AT = 46 };

/* Goes to a column of the line, with at least one blank before it. */
static void go_to(struct pmo_buffer *out, size_t column)
{
	const char *line = out->data + out->length;
	while (line > out->data && line[-1] != '\n')
		line--;
	size_t at = pmo_text_width(line);
	if (at && at + 1 > column) {
		pmo_buffer_add_char(out, '\n');
		at = 0;
	}
	pmo_buffer_add_repeat(out, ' ', column - at);
}

/* How many bytes of the text go on a line of so many cells: whole words where it can be. */
static size_t take_line(const char *text, size_t cells)
{
	size_t length = strlen(text);
	size_t fits = pmo_text_fit(text, length, cells);
	if (fits == length)
		return length;
	size_t cut = fits;
	while (cut > 0 && text[cut] != ' ')
		cut--;
	if (cut)
		return cut;
	return fits ? fits : length;
}

/* Text from a column on, the lines after the first from another one; and the line's end. */
static void add_hanging(struct pmo_buffer *out, size_t column, size_t next, const char *text)
{
	struct pmo_buffer visible;
	pmo_buffer_init(&visible, PMO_BUFFER_LIMIT);
	pmo_text_add_visible(&visible, text, strlen(text));
	const char *rest = visible.data;
	while (*rest) {
		go_to(out, column);
		size_t length = take_line(rest, WIDTH - column);
		pmo_buffer_add(out, rest, length);
		rest += length;
		rest += strspn(rest, " ");
		column = next;
		if (*rest)
			pmo_buffer_add_char(out, '\n');
	}
	pmo_buffer_add_char(out, '\n');
	out->failed = out->failed || visible.failed;
	pmo_buffer_release(&visible);
}

static void add_wrapped(struct pmo_buffer *out, size_t column, const char *text)
{
	add_hanging(out, column, column, text);
}

static void add_visible(struct pmo_buffer *out, const char *text)
{
	pmo_text_add_visible(out, text, strlen(text));
}

/* "a|b" and "a b" as "a, b". */
static void add_listed(struct pmo_buffer *out, const char *words, char separator,
		       const char *between)
{
	const char *word;
	size_t length;
	for (bool first = true; (length = overlay_next_word(&words, separator, &word));
	     first = false) {
		if (!first)
			pmo_buffer_add_text(out, between);
		pmo_text_add_visible(out, word, length);
	}
}

static void add_place(const struct pmo_register *table, struct pmo_buffer *out)
{
	const char *place = table->place ? table->place : table->plural;
	const char *where = table->scope == PMO_SCOPE_WORKSPACE ? "the workspace" : "each project";
	if (table->layout == PMO_LAYOUT_SINGLE)
		pmo_buffer_add_format(out, "%s.yaml of %s is the record", place, where);
	else if (table->layout == PMO_LAYOUT_FILE)
		pmo_buffer_add_format(out, "%s.yaml of %s, one file for all", place, where);
	else if (table->handles)
		pmo_buffer_add_format(out, "%s/NAME.yaml of %s, a file a record", place, where);
	else
		pmo_buffer_add_format(out, "%s/%s-001.yaml of %s, a file a record", place,
				      table->prefix, where);
}

static void add_head(const struct pmo_register *table, struct pmo_buffer *out)
{
	struct pmo_buffer line;
	pmo_buffer_init(&line, PMO_BUFFER_LIMIT);
	pmo_buffer_add_format(&line, "%s: %s", table->name,
			      table->help ? table->help : table->plural);
	add_wrapped(out, 0, line.data);
	pmo_buffer_add_char(out, '\n');
	pmo_buffer_clear(&line);
	add_place(table, &line);
	pmo_buffer_add_text(out, "  kept in");
	add_wrapped(out, HEAD_AT, line.data);
	if (table->columns) {
		pmo_buffer_add_text(out, "  listed");
		add_wrapped(out, HEAD_AT, table->columns);
	}
	if (table->sort) {
		pmo_buffer_add_text(out, "  sorted by");
		add_wrapped(out, HEAD_AT, table->sort);
	}
	out->failed = out->failed || line.failed;
	pmo_buffer_release(&line);
}

static void add_type(const struct pmo_field *field, struct pmo_buffer *out)
{
	if (field->flags & PMO_LIST)
		pmo_buffer_add_text(out, "list of ");
	if (field->kind == PMO_REF && field->to)
		add_listed(out, field->to, '|', "|");
	else
		pmo_buffer_add_text(out, pmo_kind_name(field->kind));
	if (field->range)
		pmo_buffer_add_format(out, " %s", field->range);
}

static void add_clause(struct pmo_buffer *out, const char *before, const char *text)
{
	if (!text)
		return;
	pmo_buffer_add_text(out, out->length ? "; " : "");
	pmo_buffer_add_text(out, before);
	pmo_buffer_add_text(out, text);
}

/* The help and all that a person should know beside it. */
static void add_remarks(const struct pmo_field *field, struct pmo_buffer *out)
{
	add_clause(out, "", field->help);
	for (size_t i = 0; field->choices && field->choices[i]; i++) {
		if (i)
			pmo_buffer_add_text(out, ", ");
		else
			add_clause(out, "one of ", "");
		pmo_buffer_add_text(out, field->choices[i]);
	}
	add_clause(out, "short form: ", field->brief);
	add_clause(out, "needed when ", field->when);
	add_clause(out, "= ", field->derive);
	add_clause(out, "begins as ", field->start);
	if (field->was) {
		add_clause(out, "once called ", "");
		add_listed(out, field->was, '|', ", ");
	}
}

static void add_field(const struct pmo_field *field, size_t indent, struct pmo_buffer *out)
{
	struct pmo_buffer scratch;
	pmo_buffer_init(&scratch, PMO_BUFFER_LIMIT);
	pmo_buffer_add_repeat(out, ' ', NAME_AT + indent);
	add_visible(out, field->name);
	go_to(out, TYPE_AT);
	add_type(field, &scratch);
	add_visible(out, scratch.data);
	const char *needed = field->when ? "perhaps" : field->flags & PMO_NEEDED ? "yes" : "";
	if (field->derive)
		needed = "derived";
	if (*needed) {
		go_to(out, NEEDED_AT);
		pmo_buffer_add_text(out, needed);
	}
	pmo_buffer_clear(&scratch);
	add_remarks(field, &scratch);
	add_wrapped(out, HELP_AT, scratch.data);
	out->failed = out->failed || scratch.failed;
	pmo_buffer_release(&scratch);
	for (const struct pmo_field *member = field->members; member && member->name; member++)
		add_field(member, indent + 2 < TYPE_AT / 2 ? indent + 2 : indent, out);
}

static void add_fields(const struct pmo_schema *schema, struct pmo_buffer *out)
{
	struct pmo_buffer common;
	pmo_buffer_init(&common, PMO_BUFFER_LIMIT);
	pmo_buffer_add_text(out, "\nFields");
	go_to(out, TYPE_AT);
	pmo_buffer_add_text(out, "type");
	go_to(out, NEEDED_AT);
	pmo_buffer_add_text(out, "needed\n");
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct pmo_field *field = schema->fields[i];
		if (field->flags & PMO_COMMON)
			pmo_buffer_add_format(&common, "%s%s", common.length ? ", " : "",
					      field->name);
		else
			add_field(field, 0, out);
	}
	if (common.length) {
		pmo_buffer_add_text(out, "  as everywhere");
		add_wrapped(out, TYPE_AT, common.data);
	}
	out->failed = out->failed || common.failed;
	pmo_buffer_release(&common);
}

static void add_states(const struct pmo_schema *schema, struct pmo_buffer *out)
{
	static const char *const kinds[] = { "open", "closed", "void" };
	pmo_buffer_add_text(out, "\nStates\n");
	for (size_t i = 0; i < schema->state_count; i++) {
		const struct pmo_state *state = &schema->states[i];
		pmo_buffer_add_repeat(out, ' ', NAME_AT);
		add_visible(out, state->name);
		go_to(out, TYPE_AT);
		pmo_buffer_add_text(out, kinds[state->kind]);
		add_wrapped(out, TYPE_AT + 8, state->help ? state->help : "");
	}
}

/* `analysed > active: activate (needs strategy, response, next_review)` */
static void add_move(const struct pmo_move *move, struct pmo_buffer *out)
{
	struct pmo_buffer line;
	pmo_buffer_init(&line, PMO_BUFFER_LIMIT);
	if (strcmp(move->from, "*") == 0)
		pmo_buffer_add_text(&line, "any");
	else
		add_listed(&line, move->from, '|', "|");
	pmo_buffer_add_format(&line, " > %s: %s", move->to, move->verb);
	if (move->needs) {
		pmo_buffer_add_text(&line, " (needs ");
		add_listed(&line, move->needs, ' ', ", ");
		pmo_buffer_add_char(&line, ')');
	}
	if (move->guard)
		pmo_buffer_add_format(&line, ", only if %s", move->guard);
	if (move->help)
		pmo_buffer_add_format(&line, "; %s", move->help);
	add_hanging(out, NAME_AT, NAME_AT + 4, line.data);
	out->failed = out->failed || line.failed;
	pmo_buffer_release(&line);
}

static void add_rule(const struct pmo_rule *rule, struct pmo_buffer *out)
{
	struct pmo_buffer line;
	pmo_buffer_init(&line, PMO_BUFFER_LIMIT);
	pmo_buffer_add_repeat(out, ' ', NAME_AT);
	add_visible(out, rule->code);
	go_to(out, TYPE_AT + 8);
	pmo_buffer_add_text(out, pmo_severity_name(rule->severity));
	pmo_buffer_add_format(&line, "%s; when %s", rule->message, rule->when);
	add_wrapped(out, TYPE_AT + 17, line.data);
	out->failed = out->failed || line.failed;
	pmo_buffer_release(&line);
}

static void add_control(const struct pmo_control *control, struct pmo_buffer *out)
{
	struct pmo_buffer line;
	pmo_buffer_init(&line, PMO_BUFFER_LIMIT);
	pmo_buffer_add_repeat(out, ' ', NAME_AT);
	add_visible(out, control->code);
	go_to(out, TYPE_AT + 8);
	pmo_buffer_add_text(out, "refuses");
	pmo_buffer_add_format(&line, "%s: %s; when %s", control->move, control->message,
			      control->when);
	add_wrapped(out, TYPE_AT + 17, line.data);
	out->failed = out->failed || line.failed;
	pmo_buffer_release(&line);
}

void pmo_schema_describe(const struct pmo_schema *schema, struct pmo_buffer *out)
{
	const struct pmo_register *table = schema->table;
	add_head(table, out);
	add_fields(schema, out);
	add_states(schema, out);
	if (table->moves && table->moves->verb)
		pmo_buffer_add_text(out, "\nMoves\n");
	for (const struct pmo_move *move = table->moves; move && move->verb; move++)
		add_move(move, out);
	if (table->rules && table->rules->code)
		pmo_buffer_add_text(out, "\nRules\n");
	for (const struct pmo_rule *rule = table->rules; rule && rule->code; rule++)
		add_rule(rule, out);
	if (table->controls && table->controls->code)
		pmo_buffer_add_text(out, "\nControls\n");
	for (const struct pmo_control *control = table->controls; control && control->code;
	     control++)
		add_control(control, out);
}

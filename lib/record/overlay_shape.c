/*
 * The language of pmo.yaml as tables, and what follows from them alone: getting at the
 * members of a row, and whether two tables say the same.
 */
#include "overlay.h"

#include <assert.h>
#include <string.h>

static_assert(sizeof(enum pmo_kind) == sizeof(unsigned) &&
		      sizeof(enum pmo_severity) == sizeof(unsigned) &&
		      sizeof(enum pmo_layout) == sizeof(unsigned),
	      "enums are read and written as unsigned");
static_assert(sizeof(const char *) == sizeof(const void *), "pointers are of one size");

#define KEY(struct_name, member, form_, name_)                                                     \
	.name = (name_), .form = (form_), .offset = offsetof(struct struct_name, member)

static const struct overlay_key field_keys[] = {
	{ KEY(pmo_field, kind, OVERLAY_KIND, "type") },
	{ KEY(pmo_field, flags, OVERLAY_FLAG, "list"), .flag = PMO_LIST },
	{ KEY(pmo_field, flags, OVERLAY_FLAG, "needed"), .flag = PMO_NEEDED },
	{ KEY(pmo_field, flags, OVERLAY_FLAG, "tracked"), .flag = PMO_TRACKED },
	{ KEY(pmo_field, flags, OVERLAY_FLAG, "signed"), .flag = PMO_SIGNED },
	{ KEY(pmo_field, flags, OVERLAY_FLAG, "wide"), .flag = PMO_WIDE },
	{ KEY(pmo_field, choices, OVERLAY_CHOICES, "choices") },
	{ KEY(pmo_field, to, OVERLAY_BARS, "to") },
	{ KEY(pmo_field, members, OVERLAY_ROWS, "members"), .shape = &overlay_field_shape },
	{ KEY(pmo_field, brief, OVERLAY_TEXT, "brief") },
	{ KEY(pmo_field, range, OVERLAY_TEXT, "range") },
	{ KEY(pmo_field, when, OVERLAY_TEXT, "when") },
	{ KEY(pmo_field, derive, OVERLAY_TEXT, "derive") },
	{ KEY(pmo_field, start, OVERLAY_TEXT, "start") },
	{ KEY(pmo_field, was, OVERLAY_BARS, "was") },
	{ KEY(pmo_field, label, OVERLAY_TEXT, "label") },
	{ KEY(pmo_field, help, OVERLAY_TEXT, "help") },
	{ .name = NULL },
};

static const char *const state_kinds[] = { "open", "closed", "void", NULL };

static const struct overlay_key state_keys[] = {
	{ KEY(pmo_state, kind, OVERLAY_WORD, "kind"), .words = state_kinds },
	{ KEY(pmo_state, help, OVERLAY_TEXT, "help") },
	{ .name = NULL },
};

static const struct overlay_key move_keys[] = {
	{ KEY(pmo_move, from, OVERLAY_BARS, "from"), .required = true },
	{ KEY(pmo_move, to, OVERLAY_TEXT, "to"), .required = true },
	{ KEY(pmo_move, needs, OVERLAY_WORDS, "needs") },
	{ KEY(pmo_move, guard, OVERLAY_TEXT, "guard") },
	{ KEY(pmo_move, refusal, OVERLAY_TEXT, "refusal") },
	{ KEY(pmo_move, sets, OVERLAY_SETS, "sets") },
	{ KEY(pmo_move, effect, OVERLAY_TEXT, "effect") },
	{ KEY(pmo_move, help, OVERLAY_TEXT, "help") },
	{ .name = NULL },
};

static const char *const severities[] = { "advice", "warning", "error", NULL };

static const struct overlay_key rule_keys[] = {
	{ KEY(pmo_rule, severity, OVERLAY_WORD, "severity"), .words = severities },
	{ KEY(pmo_rule, when, OVERLAY_TEXT, "when"), .required = true },
	{ KEY(pmo_rule, message, OVERLAY_TEXT, "message"), .required = true },
	{ KEY(pmo_rule, field, OVERLAY_TEXT, "field") },
	{ KEY(pmo_rule, hint, OVERLAY_TEXT, "hint") },
	{ .name = NULL },
};

static const struct overlay_key control_keys[] = {
	{ KEY(pmo_control, move, OVERLAY_TEXT, "move"), .required = true },
	{ KEY(pmo_control, when, OVERLAY_TEXT, "when"), .required = true },
	{ KEY(pmo_control, message, OVERLAY_TEXT, "message"), .required = true },
	{ KEY(pmo_control, hint, OVERLAY_TEXT, "hint") },
	{ .name = NULL },
};

static const char *const scopes[] = { "project", "workspace", NULL };
static const char *const layouts[] = { "folder", "file", "single", NULL };

static const struct overlay_key register_keys[] = {
	{ KEY(pmo_register, plural, OVERLAY_TEXT, "plural") },
	{ KEY(pmo_register, prefix, OVERLAY_TEXT, "prefix") },
	{ KEY(pmo_register, help, OVERLAY_TEXT, "help") },
	{ KEY(pmo_register, scope, OVERLAY_WORD, "scope"), .words = scopes },
	{ KEY(pmo_register, layout, OVERLAY_WORD, "layout"), .words = layouts },
	{ KEY(pmo_register, place, OVERLAY_TEXT, "place") },
	{ KEY(pmo_register, handles, OVERLAY_YES, "handles") },
	{ KEY(pmo_register, undated, OVERLAY_YES, "undated") },
	{ KEY(pmo_register, title, OVERLAY_TEXT, "title") },
	{ KEY(pmo_register, owner, OVERLAY_TEXT, "owner") },
	{ KEY(pmo_register, due, OVERLAY_TEXT, "due") },
	{ KEY(pmo_register, done, OVERLAY_TEXT, "done") },
	{ KEY(pmo_register, fixed, OVERLAY_BARS, "fixed") },
	{ KEY(pmo_register, fields, OVERLAY_ROWS, "fields"), .shape = &overlay_field_shape },
	{ KEY(pmo_register, states, OVERLAY_ROWS, "states"), .shape = &overlay_state_shape },
	{ KEY(pmo_register, moves, OVERLAY_ROWS, "moves"), .shape = &overlay_move_shape },
	{ KEY(pmo_register, rules, OVERLAY_ROWS, "rules"), .shape = &overlay_rule_shape },
	{ KEY(pmo_register, controls, OVERLAY_ROWS, "controls"), .shape = &overlay_control_shape },
	{ KEY(pmo_register, columns, OVERLAY_WORDS, "columns") },
	{ KEY(pmo_register, sort, OVERLAY_WORDS, "sort") },
	{ .name = NULL },
};

const struct overlay_shape overlay_field_shape = {
	.what = "field",
	.what_many = "fields",
	.name_key = "name",
	.keys = field_keys,
	.size = sizeof(struct pmo_field),
	.limit = OVERLAY_FIELDS,
	.short_form = true,
	.name_extra = "_",
	.check = overlay_check_field,
};

const struct overlay_shape overlay_state_shape = {
	.what = "state",
	.what_many = "states",
	.name_key = "name",
	.keys = state_keys,
	.size = sizeof(struct pmo_state),
	.limit = OVERLAY_FIELDS,
	.short_form = true,
	.name_extra = "_",
	.check = overlay_check_state,
};

const struct overlay_shape overlay_move_shape = {
	.what = "move",
	.what_many = "moves",
	.name_key = "verb",
	.keys = move_keys,
	.size = sizeof(struct pmo_move),
	.limit = OVERLAY_FIELDS,
	.repeats = true,
	.name_extra = "_-",
	.check = overlay_check_move,
};

const struct overlay_shape overlay_rule_shape = {
	.what = "rule",
	.what_many = "rules",
	.name_key = "code",
	.keys = rule_keys,
	.size = sizeof(struct pmo_rule),
	.limit = OVERLAY_FIELDS,
	.repeats = true,
	.name_extra = "_-",
};

const struct overlay_shape overlay_control_shape = {
	.what = "control",
	.what_many = "controls",
	.name_key = "code",
	.keys = control_keys,
	.size = sizeof(struct pmo_control),
	.limit = OVERLAY_FIELDS,
	.repeats = true,
	.name_extra = "_-",
};

const struct overlay_shape overlay_register_shape = {
	.what = "register",
	.what_many = "registers",
	.name_key = "name",
	.keys = register_keys,
	.size = sizeof(struct pmo_register),
	.limit = OVERLAY_REGISTERS,
	.name_extra = "_-",
};

const void *overlay_get_pointer(const struct overlay_key *key, const void *row)
{
	const void *pointer;
	memcpy(&pointer, (const char *)row + key->offset, sizeof(pointer));
	return pointer;
}

void overlay_set_pointer(const struct overlay_key *key, void *row, const void *pointer)
{
	memcpy((char *)row + key->offset, &pointer, sizeof(pointer));
}

const char *overlay_get_text(const struct overlay_key *key, const void *row)
{
	return overlay_get_pointer(key, row);
}

/* Flags are told by their bit, bools and enums by their value. */
unsigned overlay_get_number(const struct overlay_key *key, const void *row)
{
	if (key->form == OVERLAY_YES) {
		bool yes;
		memcpy(&yes, (const char *)row + key->offset, sizeof(yes));
		return yes;
	}
	unsigned number;
	memcpy(&number, (const char *)row + key->offset, sizeof(number));
	return key->form == OVERLAY_FLAG ? (number & key->flag) != 0 : number;
}

void overlay_set_number(const struct overlay_key *key, void *row, unsigned number)
{
	char *member = (char *)row + key->offset;
	if (key->form == OVERLAY_YES) {
		bool yes = number != 0;
		memcpy(member, &yes, sizeof(yes));
		return;
	}
	if (key->form == OVERLAY_FLAG) {
		unsigned flags;
		memcpy(&flags, member, sizeof(flags));
		number = number ? flags | key->flag : flags & ~key->flag;
	}
	memcpy(member, &number, sizeof(number));
}

const char *overlay_row_name(const void *row)
{
	const char *name;
	memcpy(&name, row, sizeof(name));
	return name;
}

const void *overlay_row(const struct overlay_shape *shape, const void *rows, size_t index)
{
	return (const char *)rows + index * shape->size;
}

size_t overlay_row_count(const struct overlay_shape *shape, const void *rows)
{
	size_t count = 0;
	while (rows && overlay_row_name(overlay_row(shape, rows, count)))
		count++;
	return count;
}

static bool is_separator(char c, char separator)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' ||
	       (separator && c == separator);
}

size_t overlay_next_word(const char **text, char separator, const char **word)
{
	const char *c = *text;
	while (c && *c && is_separator(*c, separator))
		c++;
	*word = c;
	while (c && *c && !is_separator(*c, separator))
		c++;
	*text = c;
	return (size_t)(c - *word);
}

static bool words_equal(const char *a, const char *b, char separator)
{
	for (;;) {
		const char *a_word, *b_word;
		size_t length = overlay_next_word(&a, separator, &a_word);
		if (overlay_next_word(&b, separator, &b_word) != length)
			return false;
		if (!length)
			return true;
		if (memcmp(a_word, b_word, length) != 0)
			return false;
	}
}

static bool texts_equal(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool choices_equal(const char *const *a, const char *const *b)
{
	if (!a || !b)
		return a == b;
	while (*a && *b && strcmp(*a, *b) == 0)
		a++, b++;
	return !*a && !*b;
}

static bool rows_equal(const struct overlay_shape *shape, const void *a, const void *b);

static bool member_equal(const struct overlay_key *key, const void *a, const void *b)
{
	switch (key->form) {
	case OVERLAY_TEXT:
	case OVERLAY_SETS:
		return texts_equal(overlay_get_text(key, a), overlay_get_text(key, b));
	case OVERLAY_WORDS:
	case OVERLAY_BARS:
		return words_equal(overlay_get_text(key, a), overlay_get_text(key, b),
				   key->form == OVERLAY_BARS ? '|' : ' ');
	case OVERLAY_CHOICES:
		return choices_equal(overlay_get_pointer(key, a), overlay_get_pointer(key, b));
	case OVERLAY_ROWS:
		return rows_equal(key->shape, overlay_get_pointer(key, a),
				  overlay_get_pointer(key, b));
	case OVERLAY_WORD:
	case OVERLAY_KIND:
	case OVERLAY_FLAG:
	case OVERLAY_YES:
		return overlay_get_number(key, a) == overlay_get_number(key, b);
	case OVERLAY_ELSEWHERE:
		break;
	}
	return true;
}

static bool row_equal(const struct overlay_shape *shape, const void *a, const void *b)
{
	if (!texts_equal(overlay_row_name(a), overlay_row_name(b)))
		return false;
	for (const struct overlay_key *key = shape->keys; key->name; key++)
		if (!member_equal(key, a, b))
			return false;
	return true;
}

static bool rows_equal(const struct overlay_shape *shape, const void *a, const void *b)
{
	size_t count = overlay_row_count(shape, a);
	if (overlay_row_count(shape, b) != count)
		return false;
	for (size_t i = 0; i < count; i++)
		if (!row_equal(shape, overlay_row(shape, a, i), overlay_row(shape, b, i)))
			return false;
	return true;
}

bool overlay_equal(const struct pmo_register *a, const struct pmo_register *b)
{
	return row_equal(&overlay_register_shape, a, b);
}

/* Old and new compared field by field, told as history lines are written. */
#include "store/tell.h"

#include <pmo/log.h>
#include <pmo/text.h>

#include <string.h>

enum { SHORT_VALUE = 40, WHAT_LIMIT = 4096, ITEMS_TOLD = 3 };

struct telling {
	const struct pmo_record *old, *now;
	const struct pmo_move *move;
	struct pmo_arena *arena;
	struct pmo_buffer what;
	size_t fields; /* that were told */
};

void tell_add_line(struct pmo_buffer *out, const char *text, size_t limit)
{
	size_t length = strlen(text);
	bool is_cut = length > limit;
	if (is_cut) {
		length = limit > 3 ? limit - 3 : 0;
		while (length && ((unsigned char)text[length] & 0xc0) == 0x80)
			length--;
	}
	for (size_t i = 0; i < length; i++)
		pmo_buffer_add_char(out, (unsigned char)text[i] < 0x20 ? ' ' : text[i]);
	if (is_cut)
		pmo_buffer_add_text(out, "...");
}

/* The canonical text of a value on one line; NULL when it is too long to be told. */
static const char *text_of(struct telling *telling, const struct pmo_field *field,
			   const struct pmo_value *value)
{
	struct pmo_buffer text;
	if (value->presence == PMO_ABSENT)
		return "none";
	pmo_buffer_init(&text, WHAT_LIMIT);
	pmo_value_format(field, value, &text);
	bool fits = !text.failed && text.length <= SHORT_VALUE && !strchr(text.data, '\n');
	const char *copy = fits ? pmo_arena_copy(telling->arena, text.data, text.length) : NULL;
	pmo_buffer_release(&text);
	return copy && !*copy ? "none" : copy;
}

static bool has_item(const struct pmo_field *field, const struct pmo_value *list,
		     const struct pmo_value *item)
{
	for (uint32_t i = 0; list->presence == PMO_PRESENT && i < list->count; i++)
		if (value_is_same(field, &list->as.items[i], item))
			return true;
	return false;
}

/* " +cjis" for each item that one list has and the other lacks. */
static bool add_items(struct telling *telling, const struct pmo_field *field,
		      const struct pmo_value *list, const struct pmo_value *other, char sign)
{
	size_t told = 0;
	for (uint32_t i = 0; list->presence == PMO_PRESENT && i < list->count; i++) {
		if (has_item(field, other, &list->as.items[i]))
			continue;
		const char *text = text_of(telling, field, &list->as.items[i]);
		if (!text || ++told > ITEMS_TOLD)
			return false;
		pmo_buffer_add_format(&telling->what, " %c%s", sign, text);
	}
	return true;
}

static void add_list(struct telling *telling, const struct pmo_field *field,
		     const struct pmo_value *old, const struct pmo_value *now)
{
	/* Without the flag an item is formatted as one value. */
	struct pmo_field item = *field;
	item.flags &= ~(unsigned)PMO_LIST;
	size_t length = telling->what.length;
	if (!add_items(telling, &item, now, old, '+') || !add_items(telling, &item, old, now, '-'))
		pmo_buffer_truncate(&telling->what, length);
}

const char *pmo_log_field_name(const struct pmo_field *field)
{
	size_t name = strlen(field->name), label = field->label ? strlen(field->label) : 0;
	bool is_end = label && label < name && field->name[name - label - 1] == '_' &&
		      strcmp(field->name + name - label, field->label) == 0;
	return is_end ? field->label : field->name;
}

static void add_field(struct telling *telling, const struct pmo_field *field,
		      const struct pmo_value *old, const struct pmo_value *now)
{
	pmo_buffer_add_format(&telling->what, "%s%s", telling->fields++ ? ", " : "",
			      pmo_log_field_name(field));
	if (field->kind == PMO_STRUCT || field->kind == PMO_PROSE)
		return;
	if (field->flags & PMO_LIST) {
		if ((old->is_list || !old->presence) && (now->is_list || !now->presence))
			add_list(telling, field, old, now);
		return;
	}
	const char *before = text_of(telling, field, old), *after = text_of(telling, field, now);
	if (before && after)
		pmo_buffer_add_format(&telling->what, " %s>%s", before, after);
}

/* What every change brings with it is not told: the state, the log, what a move sets. */
static bool is_silent(const struct telling *telling, int index)
{
	const struct pmo_schema *schema = telling->now->schema;
	const struct pmo_field *field = schema->fields[index];
	const char *sets = telling->move ? telling->move->sets : NULL;
	size_t length = strlen(field->name);
	if (field->derive || index == schema->status || index == schema->history ||
	    index == schema->notes || index == schema->attachments)
		return true;
	for (const char *at = sets; at && (at = strstr(at, field->name)); at += length)
		if ((at == sets || at[-1] == ' ') && at[length] == '=')
			return true;
	return false;
}

static void add_fields(struct telling *telling)
{
	const struct pmo_schema *schema = telling->now->schema;
	for (size_t i = 0; i < schema->field_count; i++) {
		if (is_silent(telling, (int)i))
			continue;
		struct pmo_value old = pmo_record_get(telling->old, (int)i);
		struct pmo_value now = pmo_record_get(telling->now, (int)i);
		if (!value_is_same(schema->fields[i], &old, &now))
			add_field(telling, schema->fields[i], &old, &now);
	}
}

static bool has_word(const char *text, const char *word)
{
	size_t length = strlen(word);
	for (const char *at = text; at && (at = strstr(at, word)); at += length)
		if ((at == text || at[-1] == ' ') && (at[length] == ' ' || !at[length]))
			return true;
	return false;
}

/* The move that led there: the one that was typed, else one from that state, else any. */
static const struct pmo_move *find_move(const struct pmo_record *now, const char *from,
					const char *to, const char *command)
{
	const struct pmo_move *best = NULL;
	int grade = 0;
	for (const struct pmo_move *move = now->schema->table->moves; move && move->verb; move++) {
		if (strcmp(move->to, to) != 0)
			continue;
		int own = has_word(command, move->verb)      ? 3
			  : pmo_word_is_in(move->from, from) ? 2
							     : 1;
		if (own > grade) {
			best = move;
			grade = own;
		}
	}
	return best;
}

/* The last line of a list of lines when it has more of them than before; or NULL. */
static const char *new_line(const struct telling *telling, int field)
{
	if (field < 0)
		return NULL;
	struct pmo_value old = pmo_record_get(telling->old, field);
	struct pmo_value now = pmo_record_get(telling->now, field);
	uint32_t before = old.presence == PMO_PRESENT && old.is_list ? old.count : 0;
	if (now.presence != PMO_PRESENT || !now.is_list || now.count <= before)
		return NULL;
	const struct pmo_value *last = &now.as.items[now.count - 1];
	return last->presence == PMO_PRESENT ? last->as.text : NULL;
}

/* What the log alone says: a note; a file that was attached. */
static const char *tell_log(struct telling *telling)
{
	const struct pmo_schema *schema = telling->now->schema;
	const char *line = new_line(telling, schema->notes);
	if (line) {
		/* "2026-11-02 PC: HR confirmed" */
		const char *colon = strstr(line, ": ");
		pmo_buffer_add_text(&telling->what, colon ? colon + 2 : line);
		return "note";
	}
	if (schema->attachments >= 0) {
		struct pmo_value old = pmo_record_get(telling->old, schema->attachments);
		struct pmo_value now = pmo_record_get(telling->now, schema->attachments);
		if (!value_is_same(schema->fields[schema->attachments], &old, &now))
			return "attach";
	}
	return "edit";
}

static const char *tell_both(struct telling *telling, const char *command)
{
	const char *from = pmo_record_state(telling->old)->name;
	const char *to = pmo_record_state(telling->now)->name;
	const char *verb = "set";
	if (strcmp(from, to) != 0) {
		telling->move = find_move(telling->now, from, to, command);
		verb = telling->move             ? telling->move->verb
		       : strcmp(to, "void") == 0 ? "void"
						 : "set";
		pmo_buffer_add_format(&telling->what, "%s>%s", from, to);
		telling->fields = 1;
	}
	add_fields(telling);
	return telling->fields ? verb : tell_log(telling);
}

enum pmo_result tell_change(const struct pmo_record *old, const struct pmo_record *now,
			    const char *command, struct pmo_arena *arena, struct tell *tell)
{
	struct telling telling = { .old = old, .now = now, .arena = arena };
	const struct pmo_record *one = now ? now : old;
	pmo_buffer_init(&telling.what, WHAT_LIMIT);
	if (old && now && (old->unreadable || now->unreadable)) {
		tell->verb = "edit";
	} else if (old && now) {
		tell->verb = tell_both(&telling, command);
	} else {
		const char *title = pmo_record_text(one, one->schema->title);
		tell->verb = now ? "add" : "remove";
		pmo_buffer_add_text(&telling.what, title ? title : "");
	}
	/* What does not fit any more is left out; a message need not be complete. */
	tell->what = pmo_arena_copy(arena, telling.what.data, telling.what.length);
	pmo_buffer_release(&telling.what);
	return tell->what ? PMO_OK : PMO_NO_MEMORY;
}

/*
 * Assignments as people type them: `owner=DSP`, `tags+=cjis`, `receipts.3.qty=4`.
 *
 * The text is taken apart, the value is typed by the field it goes to, and what comes
 * out is one operation on the draft's text.
 */
#include "store/draft.h"

#include "ydoc/ydoc.h"

#include <pmo/text.h>

#include <stdlib.h>
#include <string.h>

enum sign { ASSIGN, APPEND, REMOVE };

struct assignment {
	struct pmo_draft *draft;
	struct pmo_source *source; /* for diagnostics */
	const char *words[DRAFT_PATH - 1];
	size_t count;
	enum sign sign;
	const char *text; /* behind the sign */
	size_t offset;    /* of text in the source */
};

/* Where an assignment leads: a field, perhaps an item of it, perhaps a member of that. */
struct target {
	int index;
	const struct pmo_field *field, *top;
	struct draft_path path;
	struct pmo_value value; /* what is there now */
	bool is_item;           /* the path ends at an item of a list */
	uint32_t list_count;    /* then: of so many */
};

static struct pmo_place place_at(const struct assignment *assignment, size_t offset, size_t length)
{
	struct pmo_place place = { assignment->source, offset, length, assignment->draft->now.id };
	return place;
}

static struct pmo_diags *diags_of(const struct assignment *assignment)
{
	return assignment->draft->update->workspace->diags;
}

static enum pmo_result split(struct assignment *assignment, const char *text)
{
	struct pmo_arena *arena = &assignment->draft->update->workspace->arena;
	const char *equals = strchr(text, '=');
	struct pmo_place place = place_at(assignment, 0, 1);
	if (!equals || equals == text) {
		pmo_diag_add(diags_of(assignment), PMO_ERROR, "assign-syntax", &place,
			     "expected field=value, found '%s'", text);
		return PMO_USAGE;
	}
	size_t length = (size_t)(equals - text);
	if (text[length - 1] == '+' || text[length - 1] == '-') {
		assignment->sign = text[length - 1] == '+' ? APPEND : REMOVE;
		length--;
	}
	assignment->text = equals + 1;
	assignment->offset = (size_t)(equals + 1 - text);
	for (size_t start = 0; start <= length; assignment->count++) {
		size_t word = strcspn(text + start, ".");
		if (start + word > length)
			word = length - start;
		if (assignment->count == DRAFT_PATH - 2 || !word) {
			pmo_diag_add(diags_of(assignment), PMO_ERROR, "assign-syntax", &place,
				     "expected field.item.member=value, found '%s'", text);
			return PMO_USAGE;
		}
		assignment->words[assignment->count] = pmo_arena_copy(arena, text + start, word);
		if (!assignment->words[assignment->count])
			return PMO_NO_MEMORY;
		start += word + 1;
	}
	return PMO_OK;
}

static enum pmo_result unknown(const struct assignment *assignment, const char *name,
			       const char *nearest, const char *where)
{
	struct pmo_place place = place_at(assignment, 0, strlen(name));
	pmo_diag_add(diags_of(assignment), PMO_ERROR, "field-unknown", &place,
		     "%s has no field '%s'", where, name);
	if (nearest)
		pmo_diag_hint(diags_of(assignment), "nearest is %s", nearest);
	else
		pmo_diag_hint(diags_of(assignment), "pmo schema %s lists them",
			      assignment->draft->now.schema->table->name);
	return PMO_USAGE;
}

static enum pmo_result refuse_field(const struct assignment *assignment, const char *hint,
				    const char *format, ...) PMO_PRINTF(3, 4);

/* The message goes on where "FIELD " ends. */
static enum pmo_result refuse_field(const struct assignment *assignment, const char *hint,
				    const char *format, ...)
{
	struct pmo_diags *diags = diags_of(assignment);
	struct pmo_place place = place_at(assignment, 0, strlen(assignment->words[0]));
	va_list args;
	va_start(args, format);
	const char *message = pmo_arena_vformat(diags->arena, format, args);
	va_end(args);
	pmo_diag_add(diags, PMO_ERROR, "field-fixed", &place, "%s %s", assignment->words[0],
		     message ? message : "stays");
	pmo_diag_hint(diags, "%s", hint);
	return PMO_REFUSED;
}

static enum pmo_result find_field(const struct assignment *assignment, struct target *target)
{
	const struct pmo_schema *schema = assignment->draft->now.schema;
	const char *name = assignment->words[0];
	target->index = pmo_schema_field(schema, name);
	if (target->index < 0)
		return unknown(assignment, name, pmo_schema_nearest_field(schema, name),
			       schema->table->name);
	target->top = target->field = schema->fields[target->index];
	if (target->field->derive)
		return refuse_field(assignment, "change what it is computed from",
				    "is computed: %s", target->field->derive);
	if (target->index == schema->history)
		return refuse_field(assignment, "a remark goes into notes: notes+='…'",
				    "is written by pmo");
	target->path = draft_field_path(assignment->draft,
					draft_name_of(assignment->draft, target->field));
	target->value = pmo_record_get(&assignment->draft->now, target->index);
	return PMO_OK;
}

/* The item that a word is the number of, from 1, as lists are shown; count: none. */
static size_t item_number(const char *word, size_t count)
{
	size_t digits = strspn(word, "0123456789");
	if (!digits || word[digits] || digits > 9)
		return count;
	size_t number = strtoul(word, NULL, 10);
	return number && number <= count ? number - 1 : count;
}

static bool same_key(const struct pmo_field *field, const char *own, const char *word)
{
	char prefix[ID_SIZE], canonical[ID_SIZE];
	unsigned long number;
	if (pmo_text_compare(own, word) == 0)
		return true;
	if (field->kind != PMO_REF || !id_parse(word, prefix, &number))
		return false;
	id_format(prefix, number, canonical);
	return strcmp(own, canonical) == 0;
}

/* Whether a word is the key or the text of an item. */
static bool names_item(const struct pmo_field *field, const struct pmo_value *item,
		       const char *word)
{
	struct pmo_buffer text;
	const struct pmo_value *key = item;
	const struct pmo_field *of = field;
	if (field->kind == PMO_STRUCT) {
		if (item->presence != PMO_PRESENT)
			return false;
		of = &field->members[0];
		key = &item->as.items[0];
	}
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_value_format(of, key, &text);
	bool same = !text.failed && same_key(of, text.data, word);
	pmo_buffer_release(&text);
	return same;
}

static enum pmo_result find_item(const struct assignment *assignment, struct target *target,
				 const char *word, size_t *index)
{
	const struct pmo_value *list = &target->value;
	size_t count = list->presence == PMO_PRESENT && list->is_list ? list->count : 0;
	*index = item_number(word, count);
	for (size_t i = 0; *index == count && i < count; i++)
		if (names_item(target->field, &list->as.items[i], word))
			*index = i;
	if (*index < count)
		return PMO_OK;
	struct pmo_place place = place_at(assignment, 0, 1);
	pmo_diag_add(diags_of(assignment), PMO_ERROR, "item-missing", &place, "%s has no item '%s'",
		     target->field->name, word);
	pmo_diag_hint(diags_of(assignment), "items are named by their number or by their %s",
		      target->field->kind == PMO_STRUCT ? target->field->members[0].name : "text");
	return PMO_NOT_FOUND;
}

/* A member that stands under a former name keeps it. */
static const char *name_of_member(const struct pmo_field *member, const struct ydoc_node *map)
{
	if (!member->was || !map || map->kind != YDOC_MAP || ydoc_get(map, member->name))
		return member->name;
	for (const struct ydoc_node *node = map->first; node; node = node->next)
		if (pmo_word_is_in(member->was, node->key))
			return node->key;
	return member->name;
}

static enum pmo_result step_member(const struct assignment *assignment, struct target *target,
				   const char *word)
{
	const struct pmo_field *member = target->field->members;
	while (target->field->kind == PMO_STRUCT && member->name && strcmp(member->name, word) != 0)
		member++;
	if (target->field->kind != PMO_STRUCT || !member->name)
		return unknown(assignment, word, NULL, target->field->name);
	const struct pmo_value *value = pmo_value_member(target->field, &target->value, word);
	struct pmo_value nothing = { .presence = PMO_ABSENT };
	target->path.steps[target->path.depth++].key = name_of_member(member, target->value.node);
	target->value = value ? *value : nothing;
	target->field = member;
	target->is_item = false;
	return PMO_OK;
}

static enum pmo_result walk(const struct assignment *assignment, struct target *target)
{
	enum pmo_result result = find_field(assignment, target);
	for (size_t i = 1; i < assignment->count && result == PMO_OK; i++) {
		size_t item;
		bool list = target->field->flags & PMO_LIST && !target->is_item;
		if (target->path.depth == DRAFT_PATH)
			return PMO_USAGE;
		if (!list) {
			result = step_member(assignment, target, assignment->words[i]);
			continue;
		}
		result = find_item(assignment, target, assignment->words[i], &item);
		if (result != PMO_OK)
			break;
		/* A single value in a list's place is the item itself. */
		if (target->value.node && target->value.node->kind == YDOC_LIST)
			target->path.steps[target->path.depth++] = (struct ydoc_step){ NULL, item };
		target->list_count = target->value.count;
		target->value = target->value.as.items[item];
		target->is_item = true;
	}
	return result;
}

static enum pmo_result read_value(const struct assignment *assignment,
				  const struct pmo_field *field, struct pmo_value *value)
{
	struct pmo_value_context context = draft_context(assignment->draft);
	struct pmo_place place = place_at(assignment, assignment->offset, strlen(assignment->text));
	const char *text = assignment->text;
	/* People have names: `owner='Dana Spencer'`. */
	const struct pmo_record *named =
		field->kind == PMO_REF && !(field->flags & PMO_LIST) && strchr(text, ' ')
			? lookup_name(assignment->draft->update->workspace, text, field->to)
			: NULL;
	enum pmo_result result = value_input(field, named ? named->id : text, &context, value);
	if (result == PMO_OK)
		return draft_settle_refs(assignment->draft, field, value, &place);
	if (result == PMO_NO_MEMORY)
		return result;
	struct pmo_buffer expected;
	pmo_buffer_init(&expected, 4096);
	value_add_expected(field, true, &expected);
	bool is_date = field->kind == PMO_DATE && !(field->flags & PMO_LIST);
	pmo_diag_add(diags_of(assignment), PMO_ERROR, "value-type", &place,
		     "%s: '%s' is not %s%s%s", field->name, assignment->text, expected.data,
		     is_date ? "; " : "", is_date ? pmo_date_input_hint(text) : "");
	pmo_buffer_release(&expected);
	if (pmo_ascii_equal(text, "none"))
		pmo_diag_hint(diags_of(assignment), "%s= takes the value away", field->name);
	return PMO_INVALID;
}

static struct pmo_field one_of(const struct pmo_field *list)
{
	struct pmo_field one = *list;
	one.flags &= ~(unsigned)PMO_LIST;
	return one;
}

/* A structure that stands in its short form is written anew when a member changes. */
static enum pmo_result rewrite_short(const struct assignment *assignment, struct target *target,
				     const struct pmo_value *value)
{
	struct pmo_arena *arena = &assignment->draft->update->workspace->arena;
	struct target whole = { .index = 0 };
	struct assignment outer = *assignment;
	outer.count--;
	enum pmo_result result = walk(&outer, &whole);
	if (result != PMO_OK)
		return result;
	struct pmo_field one = one_of(whole.field);
	if (whole.value.presence != PMO_PRESENT) {
		struct pmo_place place = place_at(assignment, 0, strlen(assignment->words[0]));
		pmo_diag_add(diags_of(assignment), PMO_ERROR, "value-type", &place,
			     "%s: '%s' cannot be taken apart", one.name, whole.value.as.text);
		pmo_diag_hint(diags_of(assignment), "give it as a whole");
		return PMO_INVALID;
	}
	struct pmo_value *members = pmo_arena_array(arena, whole.value.count + 1, sizeof(*members));
	if (!members)
		return PMO_NO_MEMORY;
	memcpy(members, whole.value.as.items, whole.value.count * sizeof(*members));
	members[target->field - whole.field->members] = *value;
	whole.value.as.items = members;
	return draft_apply(assignment->draft, YDOC_SET, &whole.path, 0,
			   value_write(&one, &whole.value, arena));
}

/* Whether the structure that holds the target is written as text. */
static bool is_short(const struct assignment *assignment, const struct target *target)
{
	const struct ydoc_node *node = assignment->draft->now.node;
	for (size_t i = assignment->draft->prefix_depth; node && i + 1 < target->path.depth; i++)
		node = target->path.steps[i].key ? ydoc_get(node, target->path.steps[i].key)
						 : ydoc_at(node, target->path.steps[i].index);
	return target->field != target->top && node && node->kind == YDOC_SCALAR &&
	       !ydoc_is_empty(node);
}

static enum pmo_result set_inside(const struct assignment *assignment, struct target *target)
{
	struct pmo_arena *arena = &assignment->draft->update->workspace->arena;
	struct pmo_field field = target->is_item ? one_of(target->field) : *target->field;
	struct pmo_value value = { .presence = PMO_ABSENT };
	enum pmo_result result = PMO_OK;
	if (*assignment->text)
		result = read_value(assignment, &field, &value);
	if (result != PMO_OK)
		return result;
	if (is_short(assignment, target))
		return rewrite_short(assignment, target, &value);
	if (*assignment->text)
		return draft_apply(assignment->draft, YDOC_SET, &target->path, 0,
				   value_write(&field, &value, arena));
	if (target->is_item && target->list_count == 1 &&
	    !target->path.steps[target->path.depth - 1].key)
		target->path.depth--; /* the last item takes its list with it */
	result = draft_apply(assignment->draft, YDOC_UNSET, &target->path, 0, NULL);
	return result == PMO_NOT_FOUND ? PMO_OK : result;
}

static bool holds(const struct pmo_value *list, const struct pmo_value *item)
{
	bool is_list = list->presence == PMO_PRESENT && list->is_list;
	for (uint32_t i = 0; is_list && i < list->count; i++)
		if (pmo_value_compare(&list->as.items[i], item) == 0)
			return true;
	return false;
}

/* The same in every letter, too: 1.10 for 1.1 and CJIS for cjis are changes. */
static bool holds_exactly(const struct pmo_field *field, const struct pmo_value *list,
			  const struct pmo_value *item)
{
	struct pmo_field one = one_of(field);
	bool is_list = list->presence == PMO_PRESENT && list->is_list;
	for (uint32_t i = 0; is_list && i < list->count; i++)
		if (value_is_same(&one, &list->as.items[i], item))
			return true;
	return false;
}

/* A list gets its new items one by one, so that comments stay beside those that stay. */
static enum pmo_result set_list(const struct assignment *assignment, struct target *target)
{
	struct pmo_draft *draft = assignment->draft;
	struct pmo_value value;
	enum pmo_result result = read_value(assignment, target->field, &value);
	if (result != PMO_OK)
		return result;
	for (uint32_t i = target->value.is_list ? target->value.count : 0; i-- > 0;) {
		if (holds_exactly(target->field, &value, &target->value.as.items[i]))
			continue;
		struct draft_path path = target->path;
		path.steps[path.depth++] = (struct ydoc_step){ NULL, i };
		result = draft_apply(draft, YDOC_UNSET, &path, 0, NULL);
		if (result != PMO_OK)
			break;
	}
	for (uint32_t i = 0; result == PMO_OK && i < value.count; i++)
		if (!holds_exactly(target->field, &target->value, &value.as.items[i]))
			result = draft_append_value(draft, target->index, &value.as.items[i]);
	if (result == PMO_NOT_FOUND || result == PMO_OK) {
		struct pmo_value now = pmo_record_get(&draft->now, target->index);
		if (value_is_same(target->field, &now, &value))
			return PMO_OK;
		result = draft_set_value(draft, target->index, &value);
	}
	return result;
}

/* `notes+=called` gets the day and the name that a line begins with. */
static enum pmo_result append_note(const struct assignment *assignment, struct target *target)
{
	const struct pmo_update *update = assignment->draft->update;
	struct pmo_arena *arena = &update->workspace->arena;
	int32_t date;
	char *line = pmo_arena_string(arena, assignment->text);
	if (!line)
		return PMO_NO_MEMORY;
	/* A line is a line: what was typed over several becomes one. */
	for (char *c = line; *c; c++)
		if (*c == '\n' || *c == '\r')
			*c = ' ';
	if (!*line || !pmo_text_is_utf8(line, strlen(line), NULL))
		return refuse_field(assignment, "write it as UTF-8", "needs a text");
	if (strlen(line) < 10 || pmo_date_parse(line, 10, &date) != PMO_OK) {
		char today[PMO_DATE_SIZE];
		pmo_date_format(update->world.today, today);
		line = pmo_arena_format(arena, "%s%s%s: %s", today, update->world.me ? " " : "",
					update->world.me ? update->world.me : "", line);
	}
	return line ? draft_append_line(assignment->draft, target->index, line) : PMO_NO_MEMORY;
}

/* A list inside a structure gets one more item; what stands there in another form stays. */
static enum pmo_result append_inside(const struct assignment *assignment, struct target *target,
				     const struct pmo_value *item)
{
	struct pmo_draft *draft = assignment->draft;
	struct pmo_arena *arena = &draft->update->workspace->arena;
	struct pmo_field one = one_of(target->field);
	const struct ydoc_node *node = target->value.node;
	struct pmo_value list = { .presence = PMO_PRESENT, .kind = item->kind, .is_list = true };
	bool is_list = target->value.presence == PMO_PRESENT && target->value.is_list;
	uint32_t there = is_list ? target->value.count : 0;
	if (is_list && node && node->kind == YDOC_LIST)
		return draft_apply(draft, YDOC_INSERT, &target->path, there,
				   value_write(&one, item, arena));
	struct pmo_value *items = pmo_arena_array(arena, (size_t)there + 2, sizeof(*items));
	if (!items)
		return PMO_NO_MEMORY;
	if (is_list)
		memcpy(items, target->value.as.items, there * sizeof(*items));
	else if (target->value.presence == PMO_BAD)
		items[list.count++] = target->value;
	list.count += there;
	items[list.count++] = *item;
	list.as.items = items;
	if (is_short(assignment, target))
		return rewrite_short(assignment, target, &list);
	return draft_apply(draft, YDOC_SET, &target->path, 0,
			   value_write(target->field, &list, arena));
}

static enum pmo_result append(const struct assignment *assignment, struct target *target)
{
	struct pmo_field one = one_of(target->field);
	struct pmo_value value;
	if (!(target->field->flags & PMO_LIST) || target->is_item)
		return refuse_field(assignment, "use field=value", "is no list");
	if (target->field->kind == PMO_LINE && target->field == target->top)
		return append_note(assignment, target);
	enum pmo_result result = read_value(assignment, &one, &value);
	if (result != PMO_OK)
		return result;
	/* A word is in a list once; two receipts may well be alike. */
	if (target->field->kind != PMO_STRUCT && holds(&target->value, &value))
		return PMO_OK;
	if (target->field == target->top)
		return draft_append_value(assignment->draft, target->index, &value);
	return append_inside(assignment, target, &value);
}

static enum pmo_result remove_item(const struct assignment *assignment, const struct target *list,
				   size_t index)
{
	struct draft_path path = list->path;
	bool is_last = list->value.count == 1;
	/* A list that becomes empty goes, unless a comment inside would go with it. */
	if (!is_last && list->value.node->kind == YDOC_LIST)
		path.steps[path.depth++] = (struct ydoc_step){ NULL, index };
	return draft_apply(assignment->draft, YDOC_UNSET, &path, 0, NULL);
}

static enum pmo_result take_away(const struct assignment *assignment, struct target *target)
{
	size_t index;
	if (!(target->field->flags & PMO_LIST) || target->is_item)
		return refuse_field(assignment, "use field= to unset it", "is no list");
	enum pmo_result result = find_item(assignment, target, assignment->text, &index);
	if (result != PMO_OK)
		return result;
	return target->path.depth < DRAFT_PATH ? remove_item(assignment, target, index) : PMO_USAGE;
}

/* The move that leads to a state from here, else any that leads there at all. */
static const char *verb_to(const struct pmo_record *record, const struct pmo_state *state)
{
	const struct pmo_move *move = NULL;
	while ((move = pmo_record_next_move(record, move)))
		if (strcmp(move->to, state->name) == 0)
			return move->verb;
	for (move = record->schema->table->moves; move && move->verb; move++)
		if (strcmp(move->to, state->name) == 0)
			return move->verb;
	return state->name;
}

/* `status=closed` is the move that leads there: a state is never just set. */
static enum pmo_result set_status(const struct assignment *assignment, const struct target *target)
{
	struct pmo_draft *draft = assignment->draft;
	const struct pmo_state *state = pmo_schema_first_state(draft->now.schema);
	struct pmo_value value;
	if (*assignment->text) {
		enum pmo_result result = read_value(assignment, target->field, &value);
		if (result != PMO_OK)
			return result;
		state = pmo_schema_state(draft->now.schema, value.as.text);
	}
	if (!state)
		return PMO_INVALID;
	if (draft->update->options.as_imported)
		return draft_set_state(draft, state->name);
	bool is_valid = target->value.presence != PMO_BAD;
	if (pmo_record_state(&draft->now) == state && is_valid)
		return PMO_OK;
	/* A word that is no state is mended by any that the record could have. */
	if (!is_valid && state == pmo_schema_first_state(draft->now.schema))
		return draft_set_state(draft, state->name);
	return pmo_draft_move(draft, verb_to(&draft->now, state));
}

static enum pmo_result carry_out(const struct assignment *assignment, struct target *target)
{
	bool whole = target->field == target->top && !target->is_item;
	if (target->index == assignment->draft->now.schema->title &&
	    !assignment->text[strspn(assignment->text, " \t")])
		return refuse_field(assignment, "void takes a record out of every count",
				    "cannot be blank");
	if (target->index == assignment->draft->now.schema->status && assignment->sign == ASSIGN)
		return set_status(assignment, target);
	if (assignment->sign == APPEND)
		return append(assignment, target);
	if (assignment->sign == REMOVE)
		return take_away(assignment, target);
	if (whole && *assignment->text && target->field->kind == PMO_LINE &&
	    target->field->flags & PMO_LIST)
		return refuse_field(assignment, "add one with +=; pmo edit changes what is there",
				    "keeps its lines");
	if (whole && *assignment->text && target->field->flags & PMO_LIST)
		return set_list(assignment, target);
	return set_inside(assignment, target);
}

enum pmo_result pmo_draft_assign(struct pmo_draft *draft, const char *text)
{
	struct assignment assignment = { .draft = draft };
	struct target target = { .index = -1 };
	struct pmo_arena *arena = &draft->update->workspace->arena;
	assignment.source = pmo_arena_alloc(arena, sizeof(*assignment.source));
	char *copy = pmo_arena_string(arena, text);
	if (!assignment.source || !copy)
		return PMO_NO_MEMORY;
	*assignment.source = (struct pmo_source){ "argument", copy, strlen(copy), 0 };
	enum pmo_result result = split(&assignment, copy);
	if (result == PMO_OK)
		result = walk(&assignment, &target);
	struct draft_state before = draft_save(draft);
	if (result == PMO_OK)
		result = carry_out(&assignment, &target);
	if (result == PMO_OK && draft->update->workspace->exhausted)
		result = PMO_NO_MEMORY;
	if (result != PMO_OK)
		draft_restore(draft, &before);
	return result;
}

static enum pmo_result assign_text(struct pmo_draft *draft, int field, const char *sign,
				   const char *text)
{
	const char *assignment =
		pmo_arena_format(&draft->update->workspace->arena, "%s%s%s",
				 draft->now.schema->fields[field]->name, sign, text);
	return assignment ? pmo_draft_assign(draft, assignment) : PMO_NO_MEMORY;
}

enum pmo_result pmo_draft_set(struct pmo_draft *draft, int field, const char *text)
{
	return assign_text(draft, field, "=", text ? text : "");
}

enum pmo_result pmo_draft_append(struct pmo_draft *draft, int field, const char *text)
{
	return assign_text(draft, field, "+=", text);
}

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
	const char *words[DRAFT_PATH];
	size_t count;
	enum sign sign;
	const char *text;  /* behind the sign */
	size_t offset;     /* of text in the source */
};

/* Where an assignment leads: a field, perhaps an item of it, perhaps a member of that. */
struct target {
	int index;
	const struct pmo_field *field, *top;
	struct draft_path path;
	struct pmo_value value; /* what is there now */
	bool is_item;           /* the path ends at an item of a list */
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
		if (assignment->count == DRAFT_PATH - 1 || !word) {
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
	pmo_diag_add(diags_of(assignment), PMO_ERROR, "field-unknown", &place, "%s has no field '%s'",
		     where, name);
	if (nearest)
		pmo_diag_hint(diags_of(assignment), "nearest is %s", nearest);
	else
		pmo_diag_hint(diags_of(assignment), "pmo schema %s lists them",
			      assignment->draft->now.schema->table->name);
	return PMO_USAGE;
}

static enum pmo_result refuse_field(const struct assignment *assignment, const char *message,
				    const char *what, const char *hint)
{
	struct pmo_place place = place_at(assignment, 0, strlen(assignment->words[0]));
	pmo_diag_add(diags_of(assignment), PMO_ERROR, "field-fixed", &place, message,
		     assignment->words[0], what);
	pmo_diag_hint(diags_of(assignment), "%s", hint);
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
		return refuse_field(assignment, "%s is computed: %s", target->field->derive,
				    "change what it is computed from");
	if (target->index == schema->history)
		return refuse_field(assignment, "%s is written by pmo%s", "",
				    "a remark goes into notes: notes+='…'");
	target->path = draft_field_path(assignment->draft, target->field->name);
	target->value = pmo_record_get(&assignment->draft->now, target->index);
	return PMO_OK;
}

/* Whether a word names the item: by its number from 1, by its key, or by its text. */
static bool names_item(const struct pmo_field *field, const struct pmo_value *item, size_t index,
		       const char *word)
{
	struct pmo_buffer text;
	if (strspn(word, "0123456789") == strlen(word) && *word)
		return strtoul(word, NULL, 10) == index + 1;
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
	bool same = pmo_text_compare(text.data, word) == 0;
	pmo_buffer_release(&text);
	return same;
}

static enum pmo_result find_item(const struct assignment *assignment, struct target *target,
				 const char *word, size_t *index)
{
	const struct pmo_value *list = &target->value;
	for (size_t i = 0; list->presence == PMO_PRESENT && list->is_list && i < list->count; i++)
		if (names_item(target->field, &list->as.items[i], i, word)) {
			*index = i;
			return PMO_OK;
		}
	struct pmo_place place = place_at(assignment, 0, 1);
	pmo_diag_add(diags_of(assignment), PMO_ERROR, "item-missing", &place, "%s has no item '%s'",
		     target->field->name, word);
	pmo_diag_hint(diags_of(assignment), "items are named by their number or by their %s",
		      target->field->kind == PMO_STRUCT ? target->field->members[0].name : "text");
	return PMO_NOT_FOUND;
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
	target->path.steps[target->path.depth++].key = member->name;
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
		target->path.steps[target->path.depth++] = (struct ydoc_step){ NULL, item };
		target->value = target->value.as.items[item];
		target->is_item = true;
	}
	return result;
}

static enum pmo_result read_value(const struct assignment *assignment, const struct pmo_field *field,
				  struct pmo_value *value)
{
	struct pmo_value_context context = draft_context(assignment->draft);
	struct pmo_place place = place_at(assignment, assignment->offset, strlen(assignment->text));
	if (value_input(field, assignment->text, &context, value) == PMO_OK)
		return draft_settle_refs(assignment->draft, field, value, &place);
	struct pmo_buffer expected;
	pmo_buffer_init(&expected, 4096);
	value_add_expected(field, &expected);
	pmo_diag_add(diags_of(assignment), PMO_ERROR, "value-type", &place, "%s: '%s' is not %s",
		     field->name, assignment->text, expected.data);
	pmo_buffer_release(&expected);
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
	if (!*assignment->text)
		result = draft_apply(assignment->draft, YDOC_UNSET, &target->path, 0, NULL);
	else
		result = draft_apply(assignment->draft, YDOC_SET, &target->path, 0,
				     value_write(&field, &value, arena));
	return result == PMO_NOT_FOUND ? PMO_OK : result;
}

static bool holds(const struct pmo_value *list, const struct pmo_value *item)
{
	for (uint32_t i = 0; list->presence == PMO_PRESENT && i < list->count; i++)
		if (pmo_value_compare(&list->as.items[i], item) == 0)
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
		if (holds(&value, &target->value.as.items[i]))
			continue;
		struct draft_path path = target->path;
		path.steps[path.depth++] = (struct ydoc_step){ NULL, i };
		result = draft_apply(draft, YDOC_UNSET, &path, 0, NULL);
		if (result != PMO_OK)
			break;
	}
	for (uint32_t i = 0; result == PMO_OK && i < value.count; i++)
		if (!holds(&target->value, &value.as.items[i]))
			result = draft_append_value(draft, target->index, &value.as.items[i]);
	if (result == PMO_NOT_FOUND || result == PMO_OK) {
		struct pmo_value now = pmo_record_get(&draft->now, target->index);
		if (pmo_value_compare(&now, &value) == 0)
			return PMO_OK;
		result = draft_set_value(draft, target->index, &value);
	}
	return result;
}

/* `notes+=called` gets the day and the name that a line begins with. */
static enum pmo_result append_note(const struct assignment *assignment, struct target *target)
{
	const struct pmo_update *update = assignment->draft->update;
	int32_t date;
	const char *line = assignment->text;
	if (strlen(line) < 10 || pmo_date_parse(line, 10, &date) != PMO_OK) {
		char today[PMO_DATE_SIZE];
		pmo_date_format(update->world.today, today);
		line = pmo_arena_format(&update->workspace->arena, "%s%s%s: %s", today,
					update->world.me ? " " : "",
					update->world.me ? update->world.me : "", assignment->text);
	}
	return line ? draft_append_line(assignment->draft, target->index, line) : PMO_NO_MEMORY;
}

static enum pmo_result append(const struct assignment *assignment, struct target *target)
{
	struct pmo_draft *draft = assignment->draft;
	struct pmo_field one = one_of(target->field);
	struct pmo_value value;
	if (!(target->field->flags & PMO_LIST) || target->is_item)
		return refuse_field(assignment, "%s is no list%s", "", "use field=value");
	if (target->field->kind == PMO_LINE)
		return append_note(assignment, target);
	enum pmo_result result = read_value(assignment, &one, &value);
	if (result != PMO_OK || holds(&target->value, &value))
		return result;
	if (target->field == target->top)
		return draft_append_value(draft, target->index, &value);
	struct pmo_arena *arena = &draft->update->workspace->arena;
	if (target->value.presence == PMO_PRESENT && target->value.node &&
	    target->value.node->kind == YDOC_LIST)
		return draft_apply(draft, YDOC_INSERT, &target->path, target->value.count,
				   value_write(&one, &value, arena));
	struct pmo_value list = { .presence = PMO_PRESENT, .kind = value.kind, .is_list = true,
				  .count = 1 };
	list.as.items = &value;
	return draft_apply(draft, YDOC_SET, &target->path, 0,
			   value_write(target->field, &list, arena));
}

static enum pmo_result take_away(const struct assignment *assignment, struct target *target)
{
	size_t index;
	if (!(target->field->flags & PMO_LIST) || target->is_item)
		return refuse_field(assignment, "%s is no list%s", "", "use field= to unset it");
	enum pmo_result result = find_item(assignment, target, assignment->text, &index);
	if (result != PMO_OK)
		return result;
	struct draft_path path = target->path;
	/* A list that becomes empty goes, unless a comment inside would go with it. */
	if (target->value.count > 1 || target->value.node->kind == YDOC_LIST)
		path.steps[path.depth++] = (struct ydoc_step){ NULL, index };
	if (target->value.count == 1)
		path.depth = target->path.depth;
	return draft_apply(assignment->draft, YDOC_UNSET, &path, 0, NULL);
}

/* `status=closed` is the move that leads there, when there is only one. */
static enum pmo_result set_status(const struct assignment *assignment)
{
	struct pmo_draft *draft = assignment->draft;
	const struct pmo_state *state = pmo_schema_state(draft->now.schema, assignment->text);
	const struct pmo_move *found = NULL, *move = NULL;
	if (!state)
		return PMO_NOT_FOUND;
	if (draft->update->options.as_imported)
		return draft_set_state(draft, state->name);
	if (pmo_record_state(&draft->now) == state)
		return PMO_OK;
	while ((move = pmo_record_next_move(&draft->now, move)))
		if (strcmp(move->to, state->name) == 0 && !found)
			found = move;
	return pmo_draft_move(draft, found ? found->verb : state->name);
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
	if (result != PMO_OK)
		return result;
	if (target.index == draft->now.schema->status && assignment.sign == ASSIGN) {
		result = set_status(&assignment);
		if (result != PMO_NOT_FOUND)
			return result;
	}
	if (assignment.sign == APPEND)
		return append(&assignment, &target);
	if (assignment.sign == REMOVE)
		return take_away(&assignment, &target);
	if (target.field == target.top && !target.is_item && *assignment.text &&
	    target.field->flags & PMO_LIST && target.field->kind != PMO_LINE)
		return set_list(&assignment, &target);
	return set_inside(&assignment, &target);
}

static enum pmo_result assign_text(struct pmo_draft *draft, int field, const char *sign,
				   const char *text)
{
	const char *assignment = pmo_arena_format(&draft->update->workspace->arena, "%s%s%s",
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

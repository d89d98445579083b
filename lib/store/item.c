/*
 * One item of a list by its members' own names. `pmo purchase invoice PUR-3 no=INV-88
 * amount=44400.00` says what a person knows of an invoice; which list it goes to follows from
 * the move, because the move needs that list.
 */
#include "store/draft.h"

#include "record/expr_field.h"

#include <pmo/expr.h>
#include <pmo/text.h>

#include <string.h>

struct item_work {
	struct pmo_draft *draft;
	const struct pmo_field *list; /* NULL: the move needs none */
	int index;
	char **words;
	int count;
	int begins; /* the word that made the item; -1: it was there */
};

static int list_in(const struct pmo_schema *schema, const char *needs)
{
	for (int i = 0; needs && (size_t)i < schema->field_count; i++) {
		const struct pmo_field *field = schema->fields[i];
		if (field->kind != PMO_STRUCT || !(field->flags & PMO_LIST) || field->derive)
			continue;
		const char *at = strstr(needs, field->name);
		size_t length = strlen(field->name);
		if (at && (at == needs || at[-1] == ' ') && (!at[length] || at[length] == ' '))
			return i;
	}
	return -1;
}

static int list_of(const struct pmo_schema *schema, const char *verb)
{
	const struct pmo_move *move = verb ? schema->table->moves : NULL;
	int index = -1;
	for (; move && move->verb && index < 0; move++)
		if (strcmp(move->verb, verb) == 0)
			index = list_in(schema, move->needs);
	return index;
}

const struct pmo_field *pmo_move_list(const struct pmo_schema *schema, const char *verb)
{
	int index = list_of(schema, verb);
	return index < 0 ? NULL : schema->fields[index];
}

/* The member that a word sets, unless the register has a field of that name. */
static const struct pmo_field *member_of(const struct item_work *work, const char *word)
{
	size_t length = strcspn(word, "=");
	char *name = pmo_arena_copy(&work->draft->update->workspace->arena, word, length);
	if (!work->list || !name || !word[length] ||
	    pmo_schema_field(work->draft->now.schema, name) >= 0)
		return NULL;
	for (const struct pmo_field *member = work->list->members; member->name; member++)
		if (strcmp(member->name, name) == 0)
			return member;
	return NULL;
}

static const struct pmo_value *items_of(const struct item_work *work, struct pmo_value *room)
{
	*room = pmo_record_get(&work->draft->now, work->index);
	return room->presence == PMO_PRESENT && room->is_list ? room : NULL;
}

/* The item, from 1, whose first member is that text; 0: none. */
static size_t find_key(const struct item_work *work, const char *text)
{
	struct pmo_value room;
	const struct pmo_value *list = items_of(work, &room);
	for (uint32_t i = 0; list && i < list->count; i++) {
		const struct pmo_value *item = &list->as.items[i];
		struct pmo_buffer own;
		if (item->presence != PMO_PRESENT || item->as.items[0].presence != PMO_PRESENT)
			continue;
		pmo_buffer_init(&own, PMO_BUFFER_LIMIT);
		pmo_value_format(&work->list->members[0], &item->as.items[0], &own);
		bool same = !own.failed && pmo_text_compare(own.data, text) == 0;
		pmo_buffer_release(&own);
		if (same)
			return (size_t)i + 1;
	}
	return 0;
}

static enum pmo_result append_word(struct item_work *work, const char *word)
{
	struct pmo_arena *arena = &work->draft->update->workspace->arena;
	int name = (int)strcspn(word, "=");
	const char *value = word + name + 1;
	const char *quote = !strchr(value, '"') ? "\"" : !strchr(value, '\'') ? "'" : "";
	char *text = pmo_arena_format(arena, "%s+=%.*s=%s%s%s", work->list->name, name, word, quote,
				      value, quote);
	return text ? pmo_draft_assign(work->draft, text) : PMO_NO_MEMORY;
}

/* Finds the item that the words are about, by its key where that is said, or makes one. */
static enum pmo_result begin(struct item_work *work)
{
	int first = -1;
	struct pmo_value room;
	work->begins = -1;
	for (int i = 0; i < work->count; i++) {
		const struct pmo_field *member = member_of(work, work->words[i]);
		const char *value = strchr(work->words[i], '=');
		if (!member || !value || !value[1])
			continue;
		if (member == work->list->members) {
			work->draft->item = find_key(work, value + 1);
			first = i;
			break;
		}
		first = first < 0 ? i : first;
	}
	work->draft->item_list = work->index;
	if (first < 0 || work->draft->item)
		return PMO_OK;
	enum pmo_result result = append_word(work, work->words[first]);
	const struct pmo_value *list = result == PMO_OK ? items_of(work, &room) : NULL;
	work->draft->item = list ? list->count : 0;
	work->begins = first;
	return result;
}

enum pmo_result draft_set_member(struct pmo_draft *draft, const char *name, const char *text)
{
	char *word = pmo_arena_format(&draft->update->workspace->arena, "%s.%zu.%s=%s",
				      draft->now.schema->fields[draft->item_list]->name,
				      draft->item, name, text);
	return word ? pmo_draft_assign(draft, word) : PMO_NO_MEMORY;
}

/* What a new item has without being told: the day an invoice came is today. */
static enum pmo_result start_member(struct item_work *work, const struct pmo_field *member)
{
	struct pmo_draft *draft = work->draft;
	struct pmo_workspace *workspace = draft->update->workspace;
	struct expr_target target = { draft->now.schema, member, NULL };
	struct pmo_record seen = draft->now;
	const struct expr *expr;
	enum pmo_result result = expr_compile_field(&workspace->arena, member->start, &target,
						    workspace->diags, &expr);
	if (result != PMO_OK)
		return result;
	seen.world = &draft->update->world;
	struct pmo_value value = pmo_expr_evaluate(expr, &seen);
	if (!pmo_value_is_present(&value))
		return PMO_OK;
	struct pmo_buffer text;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_value_format(member, &value, &text);
	result = text.failed ? PMO_NO_MEMORY : draft_set_member(draft, member->name, text.data);
	pmo_buffer_release(&text);
	return result;
}

static enum pmo_result start_item(struct item_work *work)
{
	enum pmo_result result = PMO_OK;
	for (const struct pmo_field *member = work->list->members; member->name; member++) {
		struct pmo_value room;
		const struct pmo_value *list = items_of(work, &room);
		if (result != PMO_OK || !list || work->draft->item > list->count)
			break;
		const struct pmo_value *there = pmo_value_member(
			work->list, &list->as.items[work->draft->item - 1], member->name);
		if (member->start && (!there || there->presence == PMO_ABSENT))
			result = start_member(work, member);
	}
	return result;
}

enum pmo_result pmo_draft_assign_all(struct pmo_draft *draft, const char *verb, char **words,
				     int count)
{
	struct item_work work = { .draft = draft, .words = words, .count = count, .begins = -1 };
	enum pmo_result result = PMO_OK;
	bool begun = false;
	work.index = list_of(draft->now.schema, verb);
	work.list = work.index < 0 ? NULL : draft->now.schema->fields[work.index];
	draft->item = 0;
	for (int i = 0; result == PMO_OK && i < count; i++) {
		const struct pmo_field *member = member_of(&work, words[i]);
		if (!member) {
			result = pmo_draft_assign(draft, words[i]);
			continue;
		}
		if (!begun)
			result = begin(&work);
		begun = true;
		if (result != PMO_OK || i == work.begins)
			continue;
		if (!draft->item)
			result = pmo_draft_assign(draft, words[i]);
		else if (work.begins >= 0 || member != work.list->members)
			result = draft_set_member(draft, member->name, strchr(words[i], '=') + 1);
	}
	return result == PMO_OK && work.begins >= 0 ? start_item(&work) : result;
}

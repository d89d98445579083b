/*
 * What the language of pmo.yaml asks beyond its keys: a choice has choices, a move leads
 * to a state that exists, a name is free.
 *
 * Names of fields in expressions are judged later, when the schema is compiled.
 */
#include "overlay.h"

#include "schema.h"

#include <pmo/text.h>

#include <string.h>

/* The engine reads and writes these itself; `id` is no field at all. */
static const char engine_names[] = "id|status|history|notes|links|attachments|created|created_by";

/* Verbs that every register has. */
static const char common_verbs[] = "add|list|show|set|edit|void";

static bool is_in(const char *bars, const char *name)
{
	const char *word;
	size_t length;
	while (bars && (length = overlay_next_word(&bars, '|', &word)))
		if (strlen(name) == length && memcmp(word, name, length) == 0)
			return true;
	return false;
}

/* Where the name of an entry stands: its key, or in the list form the entry. */
static struct pmo_place name_place(const struct overlay_reader *reader,
				   const struct ydoc_node *node)
{
	return node->key ? ydoc_key_place(reader->doc, node) : ydoc_place(reader->doc, node);
}

/* Where a key of the entry has its value; the entry itself in the short form. */
static struct pmo_place value_place(const struct overlay_reader *reader,
				    const struct ydoc_node *node, const char *key)
{
	const struct ydoc_node *value = ydoc_get(node, key);
	return ydoc_place(reader->doc, value ? value : node);
}

bool overlay_has_register(const struct overlay_reader *reader, const char *name, size_t length)
{
	if (!reader->registers)
		return true;
	for (size_t i = 0; reader->registers[i]; i++) {
		const char *other = reader->registers[i]->name;
		if (strlen(other) == length && memcmp(other, name, length) == 0)
			return true;
	}
	const struct ydoc_node *own = reader->own_registers;
	for (own = own && own->kind == YDOC_MAP ? own->first : NULL; own; own = own->next)
		if (strlen(own->key) == length && memcmp(own->key, name, length) == 0)
			return true;
	return false;
}

static bool check_field_name(struct overlay_reader *reader, const struct ydoc_node *node,
			     const struct pmo_field *field)
{
	struct pmo_place place = name_place(reader, node);
	if (!reader->own || reader->depth > 1)
		return true;
	if (is_in(engine_names, field->name)) {
		pmo_diag_add(reader->diags, PMO_ERROR, "config-taken", &place,
			     "every register has '%s', it cannot be another field", field->name);
		pmo_diag_hint(reader->diags, "give it a name of its own");
		return false;
	}
	if (!reader->base)
		return true;
	bool taken = schema_common_field(field->name) != NULL;
	for (const struct pmo_field *other = reader->base->fields; other && other->name; other++)
		taken = taken || strcmp(other->name, field->name) == 0 ||
			is_in(other->was, field->name);
	if (taken) {
		pmo_diag_add(reader->diags, PMO_WARNING, "config-taken", &place,
			     "'%s' is a built-in field of %s; the one of the workspace counts",
			     field->name, reader->base->name);
		pmo_diag_hint(reader->diags, "give it a name of its own, or leave it out");
	}
	return true;
}

/* Keys that mean something for one type only. */
static void check_stray_keys(struct overlay_reader *reader, const struct ydoc_node *node,
			     const struct pmo_field *field)
{
	static const struct {
		const char *key;
		enum pmo_kind kind;
	} strays[] = {
		{ "choices", PMO_CHOICE }, { "to", PMO_REF },          { "members", PMO_STRUCT },
		{ "brief", PMO_STRUCT },   { "signed", PMO_DURATION },
	};
	for (size_t i = 0; i < sizeof(strays) / sizeof(strays[0]); i++) {
		const struct ydoc_node *stray = ydoc_get(node, strays[i].key);
		if (!stray || field->kind == strays[i].kind)
			continue;
		struct pmo_place place = ydoc_key_place(reader->doc, stray);
		pmo_diag_add(reader->diags, PMO_WARNING, "config-key", &place,
			     "'%s' says nothing about a field of type %s, only about %s",
			     strays[i].key, pmo_kind_name(field->kind),
			     pmo_kind_name(strays[i].kind));
	}
}

static bool check_reference(struct overlay_reader *reader, const struct ydoc_node *node,
			    struct pmo_field *field)
{
	const char *to = field->to, *word;
	size_t length;
	while (to && (length = overlay_next_word(&to, '|', &word))) {
		if (overlay_has_register(reader, word, length))
			continue;
		struct pmo_place place = value_place(reader, node, "to");
		pmo_diag_add(reader->diags, PMO_ERROR, "config-value", &place,
			     "there is no register '%.*s'", (int)length, word);
		char *name = pmo_arena_copy(reader->arena, word, length);
		if (name)
			overlay_hint_nearest(reader, name, overlay_register_at, reader->registers);
		return false;
	}
	return true;
}

/* What a type cannot do without. */
static bool check_parts(struct overlay_reader *reader, const struct ydoc_node *node,
			const struct pmo_field *field)
{
	bool choice = field->kind == PMO_CHOICE && !field->choices;
	bool structure = field->kind == PMO_STRUCT && !field->members;
	if (!choice && !structure)
		return true;
	/* Members of which none can be used were told one by one. */
	if (ydoc_is_empty(ydoc_get(node, choice ? "choices" : "members"))) {
		struct pmo_place place = name_place(reader, node);
		pmo_diag_add(reader->diags, PMO_ERROR, "config-missing", &place,
			     "field '%s' lacks '%s'", field->name, choice ? "choices" : "members");
		if (choice)
			pmo_diag_hint(reader->diags, "choices: [low, high]");
		else
			pmo_diag_hint(reader->diags, "members: {on: date, result: text}");
	}
	return false;
}

/* A type that was not said follows from what was. */
static void infer_kind(const struct ydoc_node *node, struct pmo_field *field)
{
	if (node->kind != YDOC_MAP || !ydoc_is_empty(ydoc_get(node, "type")))
		return;
	if (!ydoc_is_empty(ydoc_get(node, "members")))
		field->kind = PMO_STRUCT;
	else if (!ydoc_is_empty(ydoc_get(node, "choices")))
		field->kind = PMO_CHOICE;
	else if (!ydoc_is_empty(ydoc_get(node, "to")))
		field->kind = PMO_REF;
}

bool overlay_check_field(struct overlay_reader *reader, const struct ydoc_node *node, void *row)
{
	struct pmo_field *field = row;
	infer_kind(node, field);
	if (reader->base && reader->depth == 1)
		field->flags |= PMO_OWN;
	check_stray_keys(reader, node, field);
	return check_field_name(reader, node, field) && check_parts(reader, node, field) &&
	       check_reference(reader, node, field);
}

bool overlay_check_state(struct overlay_reader *reader, const struct ydoc_node *node, void *row)
{
	const struct pmo_state *state = row;
	bool taken = reader->own && strcmp(state->name, "void") == 0;
	for (const struct pmo_state *other = reader->base ? reader->base->states : NULL;
	     other && other->name; other++)
		taken = taken || strcmp(other->name, state->name) == 0;
	if (!taken)
		return true;
	struct pmo_place place = name_place(reader, node);
	pmo_diag_add(reader->diags, PMO_ERROR, "config-taken", &place,
		     "state '%s' is there already", state->name);
	return false;
}

/* Whether one of the states in `from` is one of the other's. */
static bool overlaps(const char *from, const char *other)
{
	const char *word;
	size_t length;
	if (strcmp(from, "*") == 0 || strcmp(other, "*") == 0)
		return true;
	while ((length = overlay_next_word(&from, '|', &word))) {
		const char *rest = other, *other_word;
		size_t other_length;
		while ((other_length = overlay_next_word(&rest, '|', &other_word)))
			if (other_length == length && memcmp(word, other_word, length) == 0)
				return true;
	}
	return false;
}

bool overlay_check_move(struct overlay_reader *reader, const struct ydoc_node *node, void *row)
{
	const struct pmo_move *move = row;
	bool taken = reader->own && is_in(common_verbs, move->verb);
	for (const struct pmo_move *other = reader->base ? reader->base->moves : NULL;
	     other && other->verb; other++)
		taken = taken ||
			(strcmp(other->verb, move->verb) == 0 && overlaps(other->from, move->from));
	if (!taken)
		return true;
	struct pmo_place place = name_place(reader, node);
	pmo_diag_add(reader->diags, PMO_ERROR, "config-taken", &place, "move '%s' is there already",
		     move->verb);
	return false;
}

/* The states of the register, and those it is added to; void is always one. */
static bool has_state(const struct overlay_reader *reader, const struct pmo_register *table,
		      const char *name, size_t length)
{
	static const struct pmo_state always[] = { { .name = "open" },
						   { .name = "closed" },
						   { .name = NULL } };
	const struct pmo_state *base = reader->base ? reader->base->states : NULL;
	bool none = !table->states && !base;
	bool unstated = reader->base && !base; /* its states are open and closed */
	const struct pmo_state *lists[] = { table->states, base, none || unstated ? always : NULL };
	if (length == strlen("void") && memcmp(name, "void", length) == 0)
		return true;
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		for (const struct pmo_state *state = lists[i]; state && state->name; state++)
			if (strlen(state->name) == length && memcmp(state->name, name, length) == 0)
				return true;
	return false;
}

/* The entry of a move in the register's text. */
static const struct ydoc_node *move_node(const struct ydoc_node *node, const char *verb)
{
	const struct ydoc_node *moves = ydoc_get(node, "moves");
	const struct ydoc_node *entry = ydoc_get(moves, verb);
	if (entry || !moves || moves->kind != YDOC_LIST)
		return entry ? entry : node;
	for (entry = moves->first; entry; entry = entry->next) {
		const struct ydoc_node *name = ydoc_get(entry, "verb");
		if (name && name->kind == YDOC_SCALAR && strcmp(name->text, verb) == 0)
			return entry;
	}
	return node;
}

/* Whether all words of an entry's `key` are states. */
static bool check_states(struct overlay_reader *reader, const struct pmo_register *table,
			 const struct ydoc_node *entry, const char *key, const char *text)
{
	const char *word;
	size_t length;
	while ((length = overlay_next_word(&text, '|', &word))) {
		if (has_state(reader, table, word, length))
			continue;
		struct pmo_place place = value_place(reader, entry, key);
		pmo_diag_add(reader->diags, PMO_ERROR, "config-value", &place,
			     "'%.*s' is no state of %s", (int)length, word, table->name);
		return false;
	}
	return true;
}

static bool check_move_states(struct overlay_reader *reader, const struct ydoc_node *node,
			      const struct pmo_register *table, const struct pmo_move *move)
{
	const struct ydoc_node *entry = move_node(node, move->verb);
	bool from_any = strcmp(move->from, "*") == 0;
	return (from_any || check_states(reader, table, entry, "from", move->from)) &&
	       check_states(reader, table, entry, "to", move->to);
}

/* Leaves out the moves that lead nowhere. The rows are the reader's own. */
static void check_moves(struct overlay_reader *reader, const struct ydoc_node *node,
			struct pmo_register *table)
{
	struct pmo_move *moves = (struct pmo_move *)table->moves;
	size_t kept = 0;
	for (size_t i = 0; moves && moves[i].verb; i++)
		if (check_move_states(reader, node, table, &moves[i]))
			moves[kept++] = moves[i];
	if (moves)
		memset(&moves[kept], 0, sizeof(moves[kept]));
	if (!kept)
		table->moves = NULL;
}

/* What an addition cannot say, because the built-in register says it. */
static void check_addition(struct overlay_reader *reader, const struct ydoc_node *node,
			   struct pmo_register *table)
{
	static const char fixed[] = "plural|help|scope|layout|place|undated|title|owner|due|done|"
				    "fixed";
	for (const struct ydoc_node *child = node->kind == YDOC_MAP ? node->first : NULL; child;
	     child = child->next) {
		if (!is_in(fixed, child->key))
			continue;
		struct pmo_place place = ydoc_key_place(reader->doc, child);
		pmo_diag_add(reader->diags, PMO_ERROR, "config-taken", &place,
			     "%s is built in and keeps its '%s'", reader->base->name, child->key);
		pmo_diag_hint(reader->diags,
			      "fields, states, moves, rules, columns and sort can be added to it");
	}
	struct pmo_register kept = { .name = table->name,
				     .fields = table->fields,
				     .states = table->states,
				     .moves = table->moves,
				     .rules = table->rules,
				     .controls = table->controls,
				     .columns = table->columns,
				     .sort = table->sort };
	*table = kept;
}

static bool prefix_is_valid(const char *prefix)
{
	size_t length = strlen(prefix);
	for (size_t i = 0; i < length; i++)
		if (!pmo_ascii_is_upper(prefix[i]))
			return false;
	return length >= 2 && length <= 5;
}

/* A name of a file or folder that stays where it is. */
static bool place_is_valid(const char *place)
{
	if (!pmo_ascii_is_alnum(*place))
		return false;
	size_t length = strlen(place);
	for (size_t i = 0; i < length; i++)
		if (!pmo_ascii_is_alnum(place[i]) && !strchr("_-.", place[i]))
			return false;
	return length <= OVERLAY_NAME;
}

static bool check_prefix(struct overlay_reader *reader, const struct ydoc_node *node,
			 const struct pmo_register *table)
{
	if (table->prefix ? prefix_is_valid(table->prefix) : table->handles)
		return true;
	const struct ydoc_node *value = ydoc_get(node, "prefix");
	struct pmo_place place = value_place(reader, node, "prefix");
	if (table->prefix)
		pmo_diag_add(reader->diags, PMO_ERROR, "config-value", &place,
			     "'%s' is no prefix, expected two to five letters A-Z", table->prefix);
	else if (ydoc_is_empty(value))
		pmo_diag_add(reader->diags, PMO_ERROR, "config-missing", &place,
			     "register '%s' lacks 'prefix'", table->name);
	pmo_diag_hint(reader->diags, "prefix: PMT makes the ids PMT-001, PMT-002");
	return false;
}

bool overlay_check_register(struct overlay_reader *reader, const struct ydoc_node *node,
			    struct pmo_register *table)
{
	check_moves(reader, node, table);
	if (table->fixed && !check_states(reader, table, node, "fixed", table->fixed))
		table->fixed = NULL;
	if (reader->base) {
		check_addition(reader, node, table);
		return true;
	}
	if (!check_prefix(reader, node, table))
		return false;
	if (!table->plural) {
		table->plural = pmo_arena_format(reader->arena, "%ss", table->name);
		reader->failed = reader->failed || !table->plural;
	}
	const char *const keys[] = { "plural", "place" };
	const char *const names[] = { table->plural, table->place };
	for (size_t i = 0; i < 2; i++) {
		if (!names[i] || place_is_valid(names[i]))
			continue;
		struct pmo_place place = value_place(reader, node, keys[i]);
		pmo_diag_add(reader->diags, PMO_ERROR, "config-name", &place,
			     "'%s' can be no name of a file or folder here", names[i]);
		return false;
	}
	return true;
}

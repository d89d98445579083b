/*
 * Ids in expressions as people type them. Beside a reference `TR-20`, `tr20`, `20` and `5.4` are
 * the record that a command would take them for; one that is not there is told, because an empty
 * list would say that nothing refers to it.
 */
#include "filter_id.h"

#include <pmo/text.h>

#include <string.h>

struct settling {
	struct cli *cli;
	const struct pmo_schema *schema;
	const struct pmo_field *beside; /* the reference just compared with =, != or in; or NULL */
	bool compared;                  /* the operator was there */
	bool is_list;                   /* behind an open bracket */
	struct pmo_buffer *out;
};

static bool is_word(char c)
{
	return pmo_ascii_is_alnum(c) || c == '_' || c == '.' || c == '-' || c == '/';
}

static size_t word_length(const char *text)
{
	size_t length = 0;
	while (is_word(text[length]))
		length++;
	return length;
}

/* Letters and digits, or a code of digits alone: what can be an id and is no field. */
static bool is_like_id(const char *word)
{
	const char *slash = strchr(word, '/');
	const char *at = slash ? slash + 1 : word;
	size_t letters = 0;
	while (pmo_ascii_is_alpha(at[letters]))
		letters++;
	at += letters;
	at += letters && *at == '-';
	if (!pmo_ascii_is_digit(*at))
		return false;
	return !at[strspn(at, letters ? "0123456789" : "0123456789.")];
}

/* The reference that a field is compared by; NULL: it is none to records with ids. */
static const struct pmo_field *reference_of(const struct settling *settling, const char *name)
{
	int index = pmo_schema_field(settling->schema, name);
	const struct pmo_field *field = index >= 0 ? settling->schema->fields[index] : NULL;
	if (field && field->kind == PMO_STRUCT)
		field = field->members;
	return field && field->kind == PMO_REF ? field : NULL;
}

/* The register that a reference leads to, where there is but one. */
static const struct pmo_schema *target_of(const struct settling *settling)
{
	const char *to = settling->beside->to;
	if (!to || strchr(to, '|'))
		return NULL;
	return pmo_workspace_schema(settling->cli->workspace, to);
}

/* The whole id of what may be one; the word itself where nobody knows it. */
static const char *settle(struct settling *settling, const char *word)
{
	const struct pmo_schema *target = target_of(settling);
	const struct pmo_record *record;
	bool bare = !word[strspn(word, "0123456789.")];
	bool code = bare && strchr(word, '.');
	if (!is_like_id(word) || (bare && !target && !code) || (target && target->table->handles))
		return word;
	if (pmo_workspace_find(settling->cli->workspace, target, word, &record) != PMO_OK)
		return word;
	const struct pmo_project *own = pmo_workspace_project(settling->cli->workspace);
	if (!record->project || record->project == own)
		return record->id;
	const char *whole = pmo_arena_format(&settling->cli->arena, "%s/%s",
					     record->project->handle, record->id);
	return whole ? whole : word;
}

static void add_operand(struct settling *settling, const char *text, size_t length)
{
	char *word = pmo_arena_copy(&settling->cli->arena, text, length);
	const char *id = word ? settle(settling, word) : NULL;
	if (!id)
		settling->out->failed = true;
	else if (id == word)
		pmo_buffer_add(settling->out, text, length);
	else
		pmo_buffer_add_format(settling->out, "\"%s\"", id);
	if (!settling->is_list)
		settling->beside = NULL;
}

/* A word: the name of a reference, `in`, what it is compared with, or the end of all that. */
static void add_word(struct settling *settling, const char *text, size_t length)
{
	if (settling->beside && settling->compared) {
		add_operand(settling, text, length);
		return;
	}
	if (settling->beside && length == 2 && memcmp(text, "in", 2) == 0) {
		settling->compared = true;
	} else {
		char *name = pmo_arena_copy(&settling->cli->arena, text, length);
		settling->beside = name ? reference_of(settling, name) : NULL;
		settling->compared = false;
		settling->out->failed |= !name;
	}
	pmo_buffer_add(settling->out, text, length);
}

/* Quoted text as it is; beside a reference the id in it. Gives its length. */
static size_t add_quoted(struct settling *settling, const char *text)
{
	size_t length = 1;
	while (text[length] && text[length] != *text)
		length += text[length] == '\\' && text[length + 1] ? 2 : 1;
	char *word = pmo_arena_copy(&settling->cli->arena, text + 1, length - 1);
	const char *id = word;
	if (word && settling->beside && settling->compared)
		id = settle(settling, word);
	if (!word)
		settling->out->failed = true;
	length += text[length] != '\0';
	if (id == word)
		pmo_buffer_add(settling->out, text, length);
	else
		pmo_buffer_add_format(settling->out, "\"%s\"", id);
	if (settling->compared && !settling->is_list)
		settling->beside = NULL;
	return length;
}

/* A sign: = and != compare, brackets and commas go on with that, all else ends it. */
static void add_sign(struct settling *settling, char sign)
{
	pmo_buffer_add_char(settling->out, sign);
	if (sign == '[' || sign == ']')
		settling->is_list = sign == '[';
	if (sign == '=')
		settling->compared = true;
	else if (!strchr(" \t!,[(", sign))
		settling->beside = NULL;
}

const char *filter_settle_ids(struct cli *cli, const struct pmo_schema *schema, const char *text)
{
	struct pmo_buffer out;
	struct settling settling = { .cli = cli, .schema = schema, .out = &out };
	pmo_buffer_init(&out, 1 << 20);
	while (*text) {
		size_t length = is_word(*text) && *text != '-' ? word_length(text) : 0;
		if (length)
			add_word(&settling, text, length);
		else if (*text == '"' || *text == '\'')
			length = add_quoted(&settling, text);
		else
			add_sign(&settling, *text);
		text += length ? length : 1;
	}
	const char *copy = out.failed ? NULL : pmo_arena_copy(&cli->arena, out.data, out.length);
	pmo_buffer_release(&out);
	return copy;
}

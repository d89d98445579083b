/*
 * Walks over the built-in tables: a check is called for each of them, with its schema, and
 * an arena that lives as long as the call.
 */
#ifndef TESTS_REGISTER_WALK_H
#define TESTS_REGISTER_WALK_H

#include <pmo/expr.h>
#include <pmo/schema.h>

#include <string.h>

#define SMALL    "abcdefghijklmnopqrstuvwxyz"
#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS   "0123456789"

struct walk {
	const struct pmo_register *table;
	struct pmo_schema *schema;
	struct pmo_arena arena;
};

static inline void walk_begin(struct walk *walk, const struct pmo_register *table)
{
	struct pmo_diags diags;
	walk->table = table;
	walk->schema = NULL;
	pmo_arena_init(&walk->arena);
	pmo_diags_init(&diags, &walk->arena);
	enum pmo_result result = schema_compile(&walk->arena, table, &diags, &walk->schema);
	for (const struct pmo_diag *diag = diags.first; diag; diag = diag->next)
		print_error("%s: %s: %s at '%.*s'\n", table->name, diag->code, diag->message,
			    diag->source ? (int)diag->length : 0,
			    diag->source ? diag->source->bytes + diag->offset : "");
	assert_int_equal(result, PMO_OK);
	assert_null(diags.first);
}

static inline void each_register(void (*check)(struct walk *))
{
	for (size_t i = 0; pmo_registers[i]; i++) {
		struct walk walk;
		walk_begin(&walk, pmo_registers[i]);
		check(&walk);
		pmo_arena_release(&walk.arena);
	}
}

static inline void each_field(void (*check)(struct walk *, const struct pmo_field *))
{
	for (size_t i = 0; pmo_registers[i]; i++) {
		struct walk walk;
		walk_begin(&walk, pmo_registers[i]);
		for (const struct pmo_field *field = walk.table->fields; field->name; field++)
			check(&walk, field);
		pmo_arena_release(&walk.arena);
	}
}

static inline void each_move(void (*check)(struct walk *, const struct pmo_move *))
{
	for (size_t i = 0; pmo_registers[i]; i++) {
		struct walk walk;
		walk_begin(&walk, pmo_registers[i]);
		for (const struct pmo_move *move = walk.table->moves; move && move->verb; move++)
			check(&walk, move);
		pmo_arena_release(&walk.arena);
	}
}

static inline void each_rule(void (*check)(struct walk *, const struct pmo_rule *))
{
	for (size_t i = 0; pmo_registers[i]; i++) {
		struct walk walk;
		walk_begin(&walk, pmo_registers[i]);
		for (const struct pmo_rule *rule = walk.table->rules; rule && rule->code; rule++)
			check(&walk, rule);
		pmo_arena_release(&walk.arena);
	}
}

/* Whether a word begins with one of the first characters and is made of the others. */
static inline bool is_spelled(const char *word, const char *first, const char *others)
{
	return word && *word && strchr(first, *word) && strspn(word, others) == strlen(word);
}

static inline bool is_field_name(const char *name)
{
	return is_spelled(name, SMALL, SMALL DIGITS "_") && strlen(name) <= 32 &&
	       !strstr(name, "__");
}

/* The next of the words in a text, copied into word; NULL at the end. */
static inline const char *next_word(const char **words, const char *between, char word[64])
{
	if (!*words)
		return NULL;
	*words += strspn(*words, between);
	size_t length = strcspn(*words, between);
	assert_in_range(length, 0, 63);
	memcpy(word, *words, length);
	word[length] = '\0';
	*words += length;
	return length ? word : NULL;
}

#endif

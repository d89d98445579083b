/*
 * Edits as tables: a text before, an operation in one line, the text after.
 *
 * An operation is written as a person would say it:
 *
 *     set receipts.0.qty 4            a word (a number, a date)
 *     set title "text: Yes"           words that are quoted when they need it
 *     insert history.1 "line: ..."    a history line
 *     set links yaml: [a, b]          a list or map, block or in brackets as written
 *     set title 5 > id name           a new key goes behind the first of these that is there
 *     unset items.0    rename a.b c    move B > A    move B >
 *
 * A list's index stands in its path; that of insert is where the new item goes.
 */
#ifndef GEN_EDIT_H
#define GEN_EDIT_H

#include "unit.h"

#include "ydoc/edit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GEN_STEPS = 16, GEN_NAMES = 8 };

struct gen_op {
	struct ydoc_op op;
	struct ydoc_step path[GEN_STEPS];
	const char *after[GEN_NAMES];
};

struct gen_case {
	const char *before, *operation, *after; /* after NULL: refused with a position */
};

/* A source whose bytes end where its memory ends, so that a byte too far is seen. */
static inline struct pmo_source gen_source(const char *text, size_t length)
{
	struct pmo_source source = { .path = "test.yaml", .length = length };
	char *bytes = malloc(length ? length : 1);
	assert_non_null(bytes);
	if (length)
		memcpy(bytes, text, length);
	source.bytes = bytes;
	return source;
}

static inline void gen_source_free(struct pmo_source *source)
{
	free((char *)(uintptr_t)source->bytes);
	source->bytes = NULL;
}

static inline const struct ydoc_value *gen_yaml(struct pmo_arena *arena, const char *text)
{
	struct pmo_source source = { .path = "value", .bytes = text, .length = strlen(text) };
	struct pmo_diags diags;
	struct ydoc *doc = pmo_arena_alloc(arena, sizeof(*doc));
	assert_non_null(doc);
	pmo_diags_init(&diags, arena);
	assert_int_equal(ydoc_read(doc, arena, &source, &diags), PMO_OK);
	assert_non_null(doc->root);
	return ydoc_value_copy(doc->root, arena);
}

static inline const struct ydoc_value *gen_value(struct pmo_arena *arena, const char *text)
{
	if (strncmp(text, "yaml: ", 6) == 0)
		return gen_yaml(arena, text + 6);
	if (strncmp(text, "text: ", 6) == 0)
		return ydoc_value_scalar(arena, YDOC_TEXT, text + 6);
	if (strncmp(text, "line: ", 6) == 0)
		return ydoc_value_scalar(arena, YDOC_LINE, text + 6);
	return ydoc_value_scalar(arena, YDOC_WORD, text);
}

static inline char *gen_word(char **rest)
{
	char *word = *rest + strspn(*rest, " ");
	char *end = word + strcspn(word, " ");
	*rest = *end ? end + 1 : end;
	*end = '\0';
	return word;
}

static inline void gen_path(struct gen_op *gen, char *path)
{
	gen->op.path = gen->path;
	while (*path) {
		assert_true(gen->op.depth < GEN_STEPS);
		struct ydoc_step *step = &gen->path[gen->op.depth++];
		char *end = path + strcspn(path, ".");
		char *next = *end ? end + 1 : end;
		*end = '\0';
		if (*path >= '0' && *path <= '9' && strspn(path, "0123456789") == strlen(path))
			step->index = (size_t)strtoul(path, NULL, 10);
		else
			step->key = path;
		path = next;
	}
}

static inline void gen_after(struct gen_op *gen, char *names)
{
	size_t count = 0;
	gen->op.after = gen->after;
	while (*names) {
		assert_true(count + 1 < GEN_NAMES);
		gen->after[count++] = gen_word(&names);
	}
}

static inline void gen_parse(struct gen_op *gen, struct pmo_arena *arena, const char *operation)
{
	static const char *const verbs[] = { "set", "unset", "insert", "rename", "move" };
	char *rest = pmo_arena_string(arena, operation);
	const char *verb = gen_word(&rest);
	memset(gen, 0, sizeof(*gen));
	size_t i = 0;
	while (i < 5 && strcmp(verb, verbs[i]) != 0)
		i++;
	assert_true(i < 5);
	gen->op.verb = (enum ydoc_verb)i;
	gen_path(gen, gen_word(&rest));
	if (gen->op.verb == YDOC_INSERT)
		gen->op.index = gen->path[--gen->op.depth].index;
	if (gen->op.verb == YDOC_RENAME)
		gen->op.name = gen_word(&rest);
	char *after = strstr(rest, " > ");
	if (gen->op.verb == YDOC_MOVE && *rest == '>')
		gen_after(gen, rest + strspn(rest, "> "));
	else if (gen->op.verb == YDOC_SET && after)
		gen_after(gen, after + 3);
	if (after && gen->op.verb == YDOC_SET)
		*after = '\0';
	if (gen->op.verb == YDOC_SET || gen->op.verb == YDOC_INSERT) {
		gen->op.value = gen_value(arena, rest);
		assert_non_null(gen->op.value);
	}
}

static inline bool gen_is_refused_in_place(const struct pmo_diags *diags, size_t length)
{
	return diags->last && diags->last->source && diags->last->hint &&
	       diags->last->offset <= length;
}

/* Does one case; on a difference prints what came out. */
static inline bool gen_check(const struct gen_case *row)
{
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct ydoc_editor editor;
	struct gen_op gen;
	pmo_arena_init(&arena);
	pmo_diags_init(&diags, &arena);
	struct pmo_source source = gen_source(row->before, strlen(row->before));
	enum pmo_result result = ydoc_editor_begin(&editor, &arena, &source, &diags);
	gen_parse(&gen, &arena, row->operation);
	if (result == PMO_OK)
		result = ydoc_editor_apply(&editor, &gen.op);
	const struct pmo_source *now = &editor.doc.source;
	bool same = row->after && now->length == strlen(row->after) &&
		    (!now->length || memcmp(now->bytes, row->after, now->length) == 0);
	bool good = row->after ? result == PMO_OK && same
			       : result == PMO_UNSUPPORTED && !editor.changed &&
					 gen_is_refused_in_place(&diags, source.length);
	if (good && row->after)
		good = editor.changed == (strcmp(row->before, row->after) != 0);
	if (!good) {
		printf("--- before\n%s\n--- %s: %s (%s)\n%.*s\n--- expected\n%s\n---\n",
		       row->before, row->operation, pmo_result_name(result),
		       diags.last ? diags.last->message : "", (int)now->length,
		       now->bytes ? now->bytes : "", row->after ? row->after : "(a refusal)");
	}
	pmo_arena_release(&arena);
	gen_source_free(&source);
	return good;
}

#define GEN_CHECK(rows)                                                                            \
	do {                                                                                       \
		size_t wrong = 0;                                                                  \
		for (size_t row = 0; row < sizeof(rows) / sizeof((rows)[0]); row++)                \
			wrong += !gen_check(&(rows)[row]);                                         \
		assert_int_equal(wrong, 0);                                                        \
	} while (0)

#endif

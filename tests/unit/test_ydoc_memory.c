/*
 * Memory that ends at any request: the result says so, the document is as it was, and
 * doing it again works. Arena and buffer are compiled in here with a malloc that can
 * be told to fail; libyaml takes its memory through functions of these names.
 */
#include "gen_edit.h"

static size_t requests_left = SIZE_MAX;

static bool may_have(void)
{
	return requests_left && requests_left-- > 0;
}

static void *scarce_malloc(size_t size)
{
	return may_have() ? malloc(size) : NULL;
}

static void *scarce_realloc(void *memory, size_t size)
{
	return may_have() ? realloc(memory, size) : NULL;
}

void *yaml_malloc(size_t size);
void *yaml_realloc(void *memory, size_t size);
char *yaml_strdup(const char *text);
void yaml_free(void *memory);

void *yaml_malloc(size_t size)
{
	return scarce_malloc(size ? size : 1);
}

void *yaml_realloc(void *memory, size_t size)
{
	return scarce_realloc(memory, size ? size : 1);
}

char *yaml_strdup(const char *text)
{
	size_t size = text ? strlen(text) + 1 : 0;
	char *copy = size ? scarce_malloc(size) : NULL;
	if (copy)
		memcpy(copy, text, size);
	return copy;
}

void yaml_free(void *memory)
{
	free(memory);
}

#ifndef PMO_ARENA_DEBUG
#define PMO_ARENA_DEBUG /* each object is a request of its own */
#endif
#define malloc  scarce_malloc
#define realloc scarce_realloc
#include "../../lib/base/arena.c"
#include "../../lib/base/buffer.c"
#undef malloc
#undef realloc

static const char before[] = "# head\n"
			     "A:\n"
			     "  title: one # c\n"
			     "  text: |\n"
			     "    x\n"
			     "    y\n"
			     "  list: [a, b]\n"
			     "  history:\n"
			     "    - 2026-11-20 PC: a\n"
			     "    - a: 1\n"
			     "      b: 2\n"
			     "\n"
			     "B:\n"
			     "  title: two\n"
			     "  empty: []\n"
			     "  nothing:\n";

static const char *const operations[] = {
	"set A.title other",
	"set A.text yaml: \"1\\n2\\n\"",
	"set A.list.1 text: yes",
	"set A.n.m.o 1",
	"set A.history yaml: {a: b}",
	"set C yaml: title: x\nlist:\n- a: b\n  c: [d]\n- \"x\\ny\"",
	"insert A.history.0 line: 2026-11-20 DSP: b",
	"insert A.list.2 c",
	"insert B.empty.0 c",
	"insert B.nothing.0 yaml: {a: b}",
	"set B.nothing.x 1",
	"unset A.history.1.a",
	"unset A.list.0",
	"unset B",
	"rename A.title name",
	"move B >",
	"move A.list > title",
};

/* Whether the operation went through; when not, nothing may have changed. */
static bool is_done(const char *operation, size_t requests)
{
	struct pmo_arena arena, values;
	struct pmo_diags diags;
	struct ydoc_editor editor;
	struct gen_op gen;
	pmo_arena_init(&arena);
	pmo_arena_init(&values);
	pmo_diags_init(&diags, &arena);
	struct pmo_source source = { .path = "x", .bytes = before, .length = sizeof(before) - 1 };
	gen_parse(&gen, &values, operation);
	requests_left = requests;
	enum pmo_result begun = ydoc_editor_begin(&editor, &arena, &source, &diags);
	enum pmo_result result = begun == PMO_OK ? ydoc_editor_apply(&editor, &gen.op) : begun;
	requests_left = SIZE_MAX;
	if (result != PMO_OK && result != PMO_NO_MEMORY)
		printf("%s, after %zu requests: %s\n", operation, requests,
		       pmo_result_name(result));
	assert_true(result == PMO_OK || result == PMO_NO_MEMORY);
	if (result == PMO_NO_MEMORY) {
		assert_false(editor.changed);
		assert_ptr_equal(editor.doc.source.bytes, before);
	}
	if (result == PMO_NO_MEMORY && begun == PMO_OK) {
		assert_non_null(editor.doc.root);
		assert_int_equal(ydoc_editor_apply(&editor, &gen.op), PMO_OK);
	}
	assert_true(begun != PMO_OK || editor.changed);
	pmo_arena_release(&arena);
	pmo_arena_release(&values);
	return result == PMO_OK;
}

static void an_edit_without_memory_changes_nothing_and_can_be_repeated(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(operations) / sizeof(operations[0]); i++) {
		size_t requests = 0;
		while (!is_done(operations[i], requests))
			requests++;
		assert_true(requests > 50);
	}
}

static bool is_read(const char *text, size_t requests)
{
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct ydoc doc;
	pmo_arena_init(&arena);
	pmo_diags_init(&diags, &arena);
	struct pmo_source source = { .path = "x", .bytes = text, .length = strlen(text) };
	requests_left = requests;
	enum pmo_result result = ydoc_read_entries(&doc, &arena, &source, &diags);
	if (result == PMO_OK && doc.root) {
		const struct ydoc_value *copy = ydoc_value_copy(doc.root, &arena);
		struct pmo_buffer out;
		pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
		result = copy ? ydoc_write_map(copy, "\n", &out) : PMO_NO_MEMORY;
		assert_true(result == PMO_NO_MEMORY || out.length);
		pmo_buffer_release(&out);
	}
	bool done = requests_left > 0;
	requests_left = SIZE_MAX;
	assert_true(result == PMO_OK || result == PMO_NO_MEMORY);
	assert_true(!done || result == PMO_OK);
	pmo_arena_release(&arena);
	return done;
}

static void reading_without_memory_says_so(void **state)
{
	(void)state;
	char many[1000] = "";
	for (int i = 0; i < 60; i++)
		snprintf(many + strlen(many), sizeof(many) - strlen(many), "k%d: 1\n", i);
	const char *const texts[] = { before, "A:\n  x: 1\nB:\n  x: y: z\nC:\n  x: 3\nA: x\n",
				      many };
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		size_t requests = 0;
		while (!is_read(texts[i], requests))
			requests++;
		assert_true(requests > 20);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_edit_without_memory_changes_nothing_and_can_be_repeated),
		cmocka_unit_test(reading_without_memory_says_so),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

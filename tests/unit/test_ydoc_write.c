/* Writing values: new documents, the text of entries, where a new record goes. */
#include "gen_edit.h"

struct written {
	const char *value, *text;
};

static void a_map_is_written_as_a_person_would_type_it(void **state)
{
	(void)state;
	static const struct written rows[] = {
		{ "title: Radios\nqty: 4\n", "title: Radios\nqty: \"4\"\n" },
		{ "a: [x, z]\nb: {k: [v], n: \"a, b\"}\n",
		  "a: [x, z]\nb: {k: [v], n: \"a, b\"}\n" },
		{ "a:\n- x\n- z\n", "a:\n  - x\n  - z\n" },
		{ "l:\n- k: v\n  m:\n    n: o\n  p:\n  - q\n- r\n",
		  "l:\n  - k: v\n    m:\n      n: o\n    p:\n      - q\n  - r\n" },
		{ "l:\n- - x\n  - z\n- []\n- {}\n- {k: v}\n",
		  "l:\n  - [x, z]\n  - []\n  - {}\n  - {k: v}\n" },
		{ "a: \"x\\ny\\n\"\nb: \"x\\n\\ny\"\n", "a: |\n  x\n  y\nb: |-\n  x\n\n  y\n" },
		{ "l:\n- \"x\\ny\"\n- k: \"x\\ny\"\n",
		  "l:\n  - |-\n    x\n    y\n  - k: |-\n      x\n      y\n" },
		{ "a: \" x\\ny\"\n", "a: \" x\\ny\"\n" },
		{ "a: \"x\\ny \"\n", "a: \"x\\ny \"\n" },
		{ "a: \"x\\n\\n\"\n", "a: \"x\\n\\n\"\n" },
		{ "a: \"x\\n y\"\n", "a: \"x\\n y\"\n" },
		{ "a: \"x \\ny\"\n", "a: \"x \\ny\"\n" },
		{ "a: \"x\\ny\\e\"\n", "a: \"x\\ny\\e\"\n" },
		{ "a: \"x\\ny\\x7f\"\n", "a: \"x\\ny\\x7F\"\n" },
		{ "a: \"x\\ny\\x85\"\n", "a: \"x\\ny\\x85\"\n" },
		{ "a: \"x\\ny\\u2028\"\n", "a: \"x\\ny\\u2028\"\n" },
		{ "a: \"x\\ny\\ufeffz\"\n", "a: \"x\\ny\\uFEFFz\"\n" },
		{ "a: \"x\\r\\ny\"\n", "a: \"x\\r\\ny\"\n" },
		{ "a: \"x\\n\\ty\"\n", "a: \"x\\n\\ty\"\n" },
		{ "\"a b\": x\n\"c: d\": x\n\"\": x\n\"#\": x\n",
		  "a b: x\n\"c: d\": x\n\"\": x\n\"#\": x\n" },
		{ "{}", "" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct pmo_arena arena;
		struct pmo_buffer text;
		pmo_arena_init(&arena);
		pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
		const struct ydoc_value *value = gen_yaml(&arena, rows[i].value);
		assert_int_equal(ydoc_write_map(value, "\n", &text), PMO_OK);
		assert_string_equal(text.data, rows[i].text);
		struct pmo_source source = { "again", text.data, text.length, 0 };
		struct pmo_diags diags;
		struct ydoc doc;
		pmo_diags_init(&diags, &arena);
		assert_int_equal(ydoc_read(&doc, &arena, &source, &diags), PMO_OK);
		assert_true(ydoc_value_equals(value, doc.root));
		pmo_buffer_release(&text);
		pmo_arena_release(&arena);
	}
}

static void a_buffer_that_is_full_is_told(void **state)
{
	(void)state;
	struct pmo_arena arena;
	struct pmo_buffer text;
	pmo_arena_init(&arena);
	pmo_buffer_init(&text, 4);
	assert_int_equal(ydoc_write_map(gen_yaml(&arena, "title: x\n"), "\n", &text),
			 PMO_NO_MEMORY);
	pmo_buffer_release(&text);
	pmo_arena_release(&arena);
}

static void the_line_end_is_that_of_the_first_line(void **state)
{
	(void)state;
	struct pmo_source source = { .path = "x", .bytes = "a: 1\r\nb: 2\n", .length = 11 };
	assert_string_equal(ydoc_line_end(&source), "\r\n");
	source.bytes = "\na: 1\r\n";
	source.length = 7;
	assert_string_equal(ydoc_line_end(&source), "\n");
	source.length = 0;
	assert_string_equal(ydoc_line_end(&source), "\n");
}

struct place {
	const char *text, *key, *span; /* key NULL: behind the last entry */
	size_t gap;
	bool blank;
};

static void a_record_has_its_lines_and_a_place_behind_it(void **state)
{
	(void)state;
	static const struct place rows[] = {
		{ "A:\n  x: 1\nB:\n  x: 2\n", "A", "A:\n  x: 1\n", 10, false },
		{ "A:\n  x: 1\nB:\n  x: 2\n", "B", "B:\n  x: 2\n", 20, false },
		{ "A:\n  x: 1\n\n# b\nB:\n  x: 2\n  # c\n\n# tail\n", "B",
		  "# b\nB:\n  x: 2\n  # c\n", 31, true },
		{ "A:\n  x: 1\n\n# b\nB:\n  x: 2\n  # c\n\n# tail\n", "A", "A:\n  x: 1\n", 10,
		  true },
		{ "A:\n  x: 1\n\n# b\nB:\n  x: 2\n  # c\n\n# tail\n", NULL, NULL, 31, true },
		{ "# head\nA:\n  x: 1", "A", "A:\n  x: 1", 16, false },
		{ "{A: {x: 1}, B: {}}\n", "B", "{A: {x: 1}, B: {}}\n", 19, false },
		{ "# only\n", NULL, NULL, 7, false },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct pmo_arena arena;
		struct pmo_diags diags;
		struct ydoc doc;
		bool blank = true;
		pmo_arena_init(&arena);
		pmo_diags_init(&diags, &arena);
		struct pmo_source source = gen_source(rows[i].text, strlen(rows[i].text));
		assert_int_equal(ydoc_read_entries(&doc, &arena, &source, &diags), PMO_OK);
		const struct ydoc_node *entry =
			rows[i].key ? ydoc_get(doc.root, rows[i].key) : NULL;
		assert_int_equal(ydoc_entry_gap(&doc, entry, &blank), rows[i].gap);
		assert_int_equal(blank, rows[i].blank);
		if (entry) {
			struct ydoc_span span = ydoc_entry_span(&doc, entry);
			assert_int_equal(span.end - span.start, strlen(rows[i].span));
			assert_memory_equal(source.bytes + span.start, rows[i].span,
					    span.end - span.start);
		}
		pmo_arena_release(&arena);
		gen_source_free(&source);
	}
}

static void a_value_equals_what_means_the_same(void **state)
{
	(void)state;
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct ydoc doc;
	pmo_arena_init(&arena);
	pmo_diags_init(&diags, &arena);
	struct pmo_source source =
		gen_source("h:\n- PC: ok\n- PC:\n- a: [1]\n- {a: 1, b: 2}\n", 41);
	assert_int_equal(ydoc_read(&doc, &arena, &source, &diags), PMO_OK);
	const struct ydoc_node *list = doc.root->first;
	static const struct {
		size_t item;
		const char *line;
		bool equal;
	} rows[] = {
		{ 0, "PC: ok", true }, { 0, "PC: no", false }, { 0, "PC:ok", false },
		{ 0, "P: ok", false }, { 0, "PC:", false },    { 1, "PC:", true },
		{ 1, "PC: x", false }, { 2, "a: 1", false },   { 3, "a: 1", false },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct ydoc_value *value = ydoc_value_scalar(&arena, YDOC_LINE, rows[i].line);
		assert_int_equal(ydoc_value_equals(value, ydoc_at(list, rows[i].item)),
				 rows[i].equal);
	}
	struct ydoc_value *map = ydoc_value_map(&arena), *empty = ydoc_value_scalar(&arena, 0, "");
	assert_true(ydoc_value_equals(map, NULL));
	assert_true(ydoc_value_equals(empty, NULL));
	assert_true(ydoc_value_equals(NULL, NULL));
	assert_false(ydoc_value_equals(NULL, list));
	assert_false(ydoc_value_equals(map, list));
	assert_int_equal(ydoc_value_add(map, "a", ydoc_value_scalar(&arena, 0, "1")), PMO_OK);
	assert_false(ydoc_value_equals(map, ydoc_at(list, 3)));
	assert_int_equal(ydoc_value_add(map, "c", ydoc_value_scalar(&arena, 0, "2")), PMO_OK);
	assert_false(ydoc_value_equals(map, ydoc_at(list, 3)));
	assert_int_equal(ydoc_value_add(map, "b", NULL), PMO_NO_MEMORY);
	assert_null(ydoc_value_scalar(&arena, YDOC_TEXT, NULL));
	pmo_arena_release(&arena);
	gen_source_free(&source);
}

static void new_lines_follow_the_indentation_of_the_file(void **state)
{
	(void)state;
	static const struct gen_case rows[] = {
		{ "a:\n    b: 1\n", "set c yaml: d:\n  e:\n  - f",
		  "a:\n    b: 1\nc:\n    d:\n        e:\n"
		  "            - f\n" },
		{ "a:\n- b\n", "set c yaml: d:\n  e:\n  - f",
		  "a:\n- b\nc:\n  d:\n    e:\n    - f\n" },
		{ "a:\n   b:\n   - c\n", "set d yaml: e:\n- f\n",
		  "a:\n   b:\n   - c\nd:\n   e:\n   - f\n" },
		{ "a:\n   - b: 1\n     c:\n       d: 1\n", "set e yaml: f: g",
		  "a:\n   - b: 1\n     c:\n       d: 1\ne:\n  f: g\n" },
		{ "a:\r\n    b: 1\r\n", "set a.c yaml: \"x\\n\\ny\"",
		  "a:\r\n    b: 1\r\n    c: |-\r\n        x\r\n\r\n        y\r\n" },
	};
	GEN_CHECK(rows);
}

struct part {
	const char *file, *key, *operation, *record;
};

static bool is_like_its_file(const struct part *row)
{
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct ydoc file;
	struct ydoc_editor editor;
	struct gen_op gen;
	pmo_arena_init(&arena);
	pmo_diags_init(&diags, &arena);
	struct pmo_source source = { "file.yaml", row->file, strlen(row->file), 0 };
	assert_int_equal(ydoc_read_entries(&file, &arena, &source, &diags), PMO_OK);
	struct ydoc_span span = ydoc_entry_span(&file, ydoc_get(file.root, row->key));
	struct pmo_source record = gen_source(row->file + span.start, span.end - span.start);
	assert_int_equal(ydoc_editor_begin(&editor, &arena, &record, &diags), PMO_OK);
	editor.like = &file;
	gen_parse(&gen, &arena, row->operation);
	assert_int_equal(ydoc_editor_apply(&editor, &gen.op), PMO_OK);
	const struct pmo_source *now = &editor.doc.source;
	bool same = now->length == strlen(row->record) &&
		    memcmp(now->bytes, row->record, now->length) == 0;
	if (!same)
		printf("%.*s", (int)now->length, now->bytes);
	pmo_arena_release(&arena);
	gen_source_free(&record);
	return same;
}

static void a_record_alone_is_laid_out_like_its_file(void **state)
{
	(void)state;
	static const struct part rows[] = {
		{ "A:\n    l:\n    - x\nB:\n    t: x\n", "B", "set B.l yaml: - z",
		  "B:\n    t: x\n    l:\n    - z\n" },
		{ "A:\n    l:\n    - x\nB:\n  l:\n    - x\n", "B", "set B.m yaml: - z",
		  "B:\n  l:\n    - x\n  m:\n    - z\n" },
		{ "A:\r\n    t: x\r\nB: 1", "B", "set B yaml: t: x", "B:\r\n    t: x" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_true(is_like_its_file(&rows[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_map_is_written_as_a_person_would_type_it),
		cmocka_unit_test(a_buffer_that_is_full_is_told),
		cmocka_unit_test(the_line_end_is_that_of_the_first_line),
		cmocka_unit_test(a_record_has_its_lines_and_a_place_behind_it),
		cmocka_unit_test(a_value_equals_what_means_the_same),
		cmocka_unit_test(new_lines_follow_the_indentation_of_the_file),
		cmocka_unit_test(a_record_alone_is_laid_out_like_its_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Reading documents: what is accepted, what is refused and where, what is saved of a bad file. */
#include "gen_edit.h"

#include "ydoc/parse.h"

struct reading {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_source source;
	struct ydoc doc;
	enum pmo_result result;
};

static void begin(struct reading *reading, const char *text, size_t length, bool entries)
{
	pmo_arena_init(&reading->arena);
	pmo_diags_init(&reading->diags, &reading->arena);
	reading->source = gen_source(text, length);
	reading->result = entries ? ydoc_read_entries(&reading->doc, &reading->arena,
						      &reading->source, &reading->diags)
				  : ydoc_read(&reading->doc, &reading->arena, &reading->source,
					      &reading->diags);
}

static void end(struct reading *reading)
{
	pmo_arena_release(&reading->arena);
	gen_source_free(&reading->source);
}

struct fault {
	const char *text;
	size_t line, column;
	const char *code;
};

static bool is_told(const struct fault *row, size_t length)
{
	struct reading reading;
	begin(&reading, row->text, length, false);
	const struct pmo_diag *diag = reading.diags.first;
	size_t line = 0, column = 0;
	if (diag)
		pmo_source_locate(diag->source, diag->offset, &line, &column);
	bool good = reading.result == PMO_INVALID && !reading.doc.root && diag && diag->hint &&
		    diag == reading.diags.last && strcmp(diag->code, row->code) == 0 &&
		    line == row->line && column == row->column;
	if (!good)
		printf("%s\nexpected %zu:%zu %s, got %zu:%zu %s\n", row->text, row->line,
		       row->column, row->code, line, column, diag ? diag->code : "nothing");
	end(&reading);
	return good;
}

static const struct fault refused[] = {
	{ "a: &x 1\n", 1, 4, "yaml-anchor" },
	{ "a:\n  - b\n  - *x\n", 3, 5, "yaml-anchor" },
	{ "a: [\xc3\xa9, *x]\n", 1, 8, "yaml-anchor" },
	{ "\xef\xbb\xbf\xc3\xa9: *x\n", 1, 4, "yaml-anchor" },
	{ "&k a: 1\n", 1, 1, "yaml-anchor" },
	{ "a: &m\n  b: 1\n", 1, 4, "yaml-anchor" },
	{ "a: &l [1]\n", 1, 4, "yaml-anchor" },
	{ "a: !t 1\n", 1, 4, "yaml-tag" },
	{ "a: !!map\n  b: 1\n", 1, 4, "yaml-tag" },
	{ "a: !l [1]\n", 1, 4, "yaml-tag" },
	{ "%TAG ! x\n---\na: 1\n", 1, 1, "yaml-tag" },
	{ "a:\n  <<: {b: 1}\n", 2, 3, "yaml-merge" },
	{ "a: 1\n---\nb: 2\n", 2, 1, "yaml-documents" },
	{ "a: 1\n...\nb: 2\n", 3, 1, "yaml-documents" },
	{ "%YAML 2.0\n---\na: 1\n", 1, 1, "yaml-version" },
	{ "%FOO\n---\na: 1\n", 1, 1, "yaml-directive" },
	{ "? [a]\n: 1\n", 1, 3, "yaml-key" },
	{ "a:\n  {b: 1}: 2\n", 2, 3, "yaml-key" },
	{ ": 1\n", 1, 1, "yaml-key" },
	{ "a:\n\tb: 1\n", 2, 1, "yaml-tab" },
	{ "a:\n  b: 1\n\tc: 2\n", 3, 1, "yaml-tab" },
	{ "a:\n  -\tb: 1\n", 2, 4, "yaml-tab" },
	{ "r:\n  a: 1\n  b c\n  d: 2\n", 3, 3, "yaml-missing-colon" },
	{ "a: b: c\n", 1, 5, "yaml-colon" },
	{ "a: b\n  c: d\n", 2, 4, "yaml-colon" },
	{ "a: \"x\nb: 1\n", 1, 4, "yaml-quote" },
	{ "a: 1\nb: 'x\nc: 1\n", 2, 4, "yaml-quote" },
	{ "a: 'x\n---\n", 1, 4, "yaml-quote" },
	{ "a: 'x' y\n", 1, 8, "yaml-rest" },
	{ "a: [1] y\n", 1, 8, "yaml-rest" },
	{ "a: [1, 2\nb: 3\n", 1, 4, "yaml-bracket" },
	{ "a: {x: 1\nb: 3\n", 1, 4, "yaml-bracket" },
	{ "a: [1, 2}\n", 1, 4, "yaml-bracket" },
	{ "a:\n    b: 1\n  c: 2\n", 3, 3, "yaml-indent" },
	{ "a:\n  - b\n - c\n", 3, 2, "yaml-indent" },
	{ "a:\n  - b\n  c: 1\n", 3, 3, "yaml-indent" },
	{ "a: caf\xe9\n", 1, 7, "yaml-encoding" },
	{ "a: caf\xe9 au lait\n", 1, 7, "yaml-encoding" },
	{ "\xc3\xa9: \xff\n", 1, 4, "yaml-encoding" },
	{ "a: \xe2\x82", 1, 4, "yaml-encoding" },
	{ "\xff\xfe"
	  "a",
	  1, 1, "yaml-encoding" },
	{ "\xfe\xff"
	  "a",
	  1, 1, "yaml-encoding" },
	{ "\xc3\xa9: 1\nb: \xe2\x82\xac\x01\n", 2, 5, "yaml-byte" },
	{ "\xef\xbb\xbf\xc3\xa9: x\x07\n", 1, 5, "yaml-byte" },
	{ "a: 1 # \x1b[0m\n", 1, 8, "yaml-byte" },
	{ "a: 1\nb: \"x\\0y\"\n", 2, 4, "yaml-byte" },
	{ "a: \"x\\q\"\n", 1, 6, "yaml-escape" },
	{ "a: @x\n", 1, 4, "yaml-character" },
	{ "a: `x`\n", 1, 4, "yaml-character" },
	{ "a: ]\n", 1, 4, "yaml-character" },
	{ "a: - b\n", 1, 4, "yaml-dash" },
	{ "a: |0\n x\n", 1, 4, "yaml-block" },
	{ "a: >x\n y\n", 1, 4, "yaml-block" },
	{ "a: !<x 1\n", 1, 4, "yaml-tag" },
	{ "a: !x!y 1\n", 1, 4, "yaml-tag" },
	{ "a: &\n", 1, 4, "yaml-anchor" },
	{ "  a: 1\nb: 1\n", 2, 1, "yaml-indent" },
	{ "a: 1\n]\n", 2, 1, "yaml-bracket" },
};

static void what_is_not_accepted_is_told_with_its_place(void **state)
{
	(void)state;
	size_t wrong = 0;
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
		wrong += !is_told(&refused[i], strlen(refused[i].text));
	static const struct fault with_nul = { "a: 1\n\0", 2, 1, "yaml-byte" };
	wrong += !is_told(&with_nul, 6);
	assert_int_equal(wrong, 0);
}

static void what_has_no_words_of_our_own_is_told_in_those_of_the_parser(void **state)
{
	(void)state;
	struct reading reading;
	begin(&reading, "a: 1\n", 5, false);
	struct parse_fault fault = { .error = 4, .value = -1, .problem_at = 3 };
	parse_explain(&reading.doc, &fault, &reading.diags);
	assert_string_equal(reading.diags.last->message, "this is not valid YAML: unknown reason");
	fault.problem = "found something new";
	parse_explain(&reading.doc, &fault, &reading.diags);
	assert_string_equal(reading.diags.last->message,
			    "this is not valid YAML: found something new");
	assert_string_equal(reading.diags.last->code, "yaml-syntax");
	assert_int_equal(reading.diags.last->offset, 3);
	assert_non_null(reading.diags.last->hint);
	end(&reading);
}

static void a_duplicate_key_is_told_and_the_first_one_counts(void **state)
{
	(void)state;
	struct reading reading;
	const char *text = "r:\n  a: 1\n  b: 2\n  'a': 3\n";
	begin(&reading, text, strlen(text), false);
	assert_int_equal(reading.result, PMO_OK);
	assert_int_equal(reading.diags.count[PMO_ERROR], 1);
	assert_string_equal(reading.diags.first->code, "yaml-duplicate-key");
	size_t line, column;
	pmo_source_locate(&reading.source, reading.diags.first->offset, &line, &column);
	assert_int_equal(line, 4);
	assert_int_equal(column, 3);
	const struct ydoc_node *r = ydoc_get(reading.doc.root, "r");
	assert_string_equal(ydoc_get(r, "a")->text, "1");
	assert_true(ydoc_at(r, 2)->duplicate);
	assert_false(ydoc_at(r, 0)->duplicate);
	assert_null(ydoc_at(r, 3));
	end(&reading);
}

static void a_duplicate_among_many_keys_is_found_too(void **state)
{
	(void)state;
	char text[2000] = "";
	size_t length = 0;
	for (int i = 0; i < 60; i++)
		length +=
			(size_t)snprintf(text + length, sizeof(text) - length, "k%d: 1\n", i % 59);
	struct reading reading;
	begin(&reading, text, length, false);
	assert_int_equal(reading.diags.count[PMO_ERROR], 1);
	assert_true(ydoc_at(reading.doc.root, 59)->duplicate);
	end(&reading);
	begin(&reading, text, length, true);
	assert_int_equal(reading.diags.count[PMO_ERROR], 0);
	assert_true(ydoc_at(reading.doc.root, 59)->duplicate);
	end(&reading);
}

static void of_very_many_duplicates_a_hundred_are_told(void **state)
{
	(void)state;
	char text[1200] = "";
	for (size_t i = 0; i < 300; i++)
		memcpy(text + i * 4, "a: \n", 4);
	struct reading reading;
	begin(&reading, text, sizeof(text), false);
	assert_int_equal(reading.result, PMO_OK);
	assert_int_equal(reading.diags.count[PMO_ERROR], 100);
	assert_string_equal(reading.diags.last->hint, "delete one of the two lines; more follow");
	assert_true(ydoc_at(reading.doc.root, 299)->duplicate);
	end(&reading);
}

static void a_stray_key_in_braces_is_named(void **state)
{
	(void)state;
	struct reading reading;
	const char *text = "m: {text: a, b}\nn: {\"k\":1,b:2}\n";
	begin(&reading, text, strlen(text), false);
	assert_int_equal(reading.result, PMO_OK);
	assert_int_equal(reading.diags.count[PMO_ERROR], 2);
	const struct pmo_diag *diag = reading.diags.first;
	assert_string_equal(diag->code, "yaml-stray-key");
	assert_string_equal(diag->message, "'b' stands after a comma without a value");
	assert_int_equal(diag->offset, 13);
	assert_string_equal(diag->next->hint, "write a blank after the colon");
	end(&reading);
}

static void nesting_has_a_limit(void **state)
{
	(void)state;
	char text[300];
	for (size_t depth = YDOC_DEPTH; depth <= YDOC_DEPTH + 1; depth++) {
		memset(text, '[', depth);
		memset(text + depth, ']', depth);
		struct reading reading;
		begin(&reading, text, depth * 2, false);
		assert_int_equal(reading.result, depth > YDOC_DEPTH ? PMO_INVALID : PMO_OK);
		if (depth > YDOC_DEPTH) {
			assert_string_equal(reading.diags.first->code, "yaml-depth");
			assert_int_equal(reading.diags.first->offset, YDOC_DEPTH);
		}
		end(&reading);
	}
}

static void a_file_that_is_too_large_is_not_read(void **state)
{
	(void)state;
	struct reading reading;
	size_t length = (size_t)YDOC_BYTES + 1;
	char *text = malloc(length);
	assert_non_null(text);
	memset(text, '\n', length);
	begin(&reading, text, length, true);
	assert_int_equal(reading.result, PMO_INVALID);
	assert_string_equal(reading.diags.first->code, "file-size");
	end(&reading);
	free(text);
}

static void nothing_but_comments_is_an_empty_document(void **state)
{
	(void)state;
	static const char *const texts[] = { "",
					     "\n",
					     "# c\n",
					     "---\n",
					     "---\n# c\n...\n",
					     "\xef\xbb\xbf",
					     "\xef\xbb\xbf# c",
					     "%YAML 1.1\n---\n" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct reading reading;
		for (int entries = 0; entries < 2; entries++) {
			begin(&reading, texts[i], strlen(texts[i]), entries);
			assert_int_equal(reading.result, PMO_OK);
			assert_null(reading.doc.root);
			assert_null(reading.diags.first);
			assert_false(reading.doc.damaged);
			end(&reading);
		}
	}
}

struct saved {
	const char *text, *keys, *faults; /* "line:column code" of each, with blanks between */
	enum pmo_result result;
};

static bool is_saved(const struct saved *row, bool after_another)
{
	struct reading reading;
	char keys[200] = "", faults[300] = "";
	pmo_arena_init(&reading.arena);
	pmo_diags_init(&reading.diags, &reading.arena);
	if (after_another)
		pmo_diag_add(&reading.diags, PMO_WARNING, "earlier", NULL, "said before");
	reading.source = gen_source(row->text, strlen(row->text));
	reading.result =
		ydoc_read_entries(&reading.doc, &reading.arena, &reading.source, &reading.diags);
	const struct ydoc_node *root = reading.doc.root;
	size_t length = 0, count = 0, told = 0;
	for (const struct ydoc_node *i = root ? root->first : NULL; i; i = i->next, count++) {
		size_t size = i->key_end - i->key_start;
		const char *written = reading.source.bytes + i->key_start;
		assert_true(i->parent == root && strlen(i->key) <= size);
		length += (size_t)snprintf(keys + length, sizeof(keys) - length, "%s%.*s%s",
					   count ? " " : "", (int)size, written,
					   i->duplicate ? "!" : "");
	}
	length = 0;
	const struct pmo_diag *diag = reading.diags.first;
	for (; diag; diag = diag->next, told++) {
		size_t line = 0, column = 0;
		if (!diag->source)
			continue;
		pmo_source_locate(diag->source, diag->offset, &line, &column);
		length += (size_t)snprintf(faults + length, sizeof(faults) - length, "%s%zu:%zu %s",
					   length ? " " : "", line, column, diag->code);
	}
	bool counted = told == reading.diags.count[PMO_ERROR] + reading.diags.count[PMO_WARNING] &&
		       reading.diags.count[PMO_WARNING] == after_another &&
		       (!root || root->count == count);
	bool good = counted && reading.result == row->result && strcmp(keys, row->keys) == 0 &&
		    strcmp(faults, row->faults) == 0 &&
		    reading.doc.damaged == (row->faults[0] != '\0');
	if (!good)
		printf("%s\nsaved [%s], told [%s], %s\n", row->text, keys, faults,
		       pmo_result_name(reading.result));
	end(&reading);
	return good;
}

static void one_bad_record_hides_no_other(void **state)
{
	(void)state;
	static const struct saved rows[] = {
		{ "A:\n  x: 1\nB:\n  x: 2\n", "A B", "", PMO_OK },
		{ "A:\n  x: 1\nA:\n  x: 2\n", "A A!", "", PMO_OK },
		{ "A:\n  x: 1\nB:\n  x: y: z\nC:\n  x: 3\n", "A C", "4:7 yaml-colon", PMO_OK },
		{ "# head\n\nA:\n  x: \"1\nB:\n  x: 2\n\nC:\n  x: \xff\nD:\n- 1\n- 2\n", "B D",
		  "4:6 yaml-quote 9:6 yaml-encoding", PMO_OK },
		{ "A:\n  x: [1\nB:\n  x: 2\n", "B", "2:6 yaml-bracket", PMO_OK },
		{ "A:\n  x: 1\nstray words\nB:\n  x: 2\n", "A B", "3:1 yaml-entry", PMO_OK },
		{ "A:\n  x: 1\nB:x\nC:\n  x: 2\n", "A C", "3:1 yaml-entry", PMO_OK },
		{ "A: 1\n---\nB: 2\n", "A B", "2:1 yaml-documents", PMO_OK },
		{ "A: 1\n...\nB: 2\n", "A B", "3:1 yaml-documents", PMO_OK },
		{ "A: 1\nB: &x 2\nA: 3\n", "A A!", "2:4 yaml-anchor", PMO_OK },
		{ "A: 1\r\nB: \"\r\nC: \xc3\xa9\r\nD: 1\r\n", "A C D", "2:4 yaml-quote", PMO_OK },
		{ "\xef\xbb\xbf"
		  "A: 1\nB: x: y\n",
		  "A", "2:5 yaml-colon", PMO_OK },
		{ "  x: 1\nA:\n  x: 2\n", "x A", "2:1 yaml-indent", PMO_OK },
		{ "A: 1\n]\nB: 2\n", "B", "2:1 yaml-bracket", PMO_OK },
		{ "A: x: y\n", "", "1:5 yaml-colon", PMO_INVALID },
		{ "A: x: y\nB: x: y\n", "", "1:5 yaml-colon", PMO_INVALID },
	};
	size_t wrong = 0;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		wrong += !is_saved(&rows[i], false) || !is_saved(&rows[i], true);
	assert_int_equal(wrong, 0);
}

static void a_file_that_holds_no_records_is_told(void **state)
{
	(void)state;
	static const char *const texts[] = { "- a\n- b\n", "just text\n", "a:b\n" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct reading reading;
		begin(&reading, texts[i], strlen(texts[i]), true);
		assert_int_equal(reading.result, PMO_INVALID);
		assert_string_equal(reading.diags.first->code, "yaml-entry");
		end(&reading);
	}
}

static void a_history_line_is_read_as_it_was_written(void **state)
{
	(void)state;
	static const char text[] = "h:\n"
				   "  - 2026-11-20 PC: granted   # seen\n"
				   "  - 2026-11-20 DSP\n"
				   "  - '2026-11-20 PC: it is: so'\n"
				   "  - 2026-11-20 PC:\n"
				   "  - \xc3\xa9 PC: [a, b]\n"
				   "  - a: 1\n"
				   "    b: 2\n"
				   "  - {a: 1}\n"
				   "  - a:\n"
				   "      b: 1\n"
				   "  - [a]\n";
	static const char *const lines[] = {
		"2026-11-20 PC: granted",
		"2026-11-20 DSP",
		"2026-11-20 PC: it is: so",
		"2026-11-20 PC:",
		"\xc3\xa9 PC: [a, b]",
		NULL,
		NULL,
		NULL,
		NULL,
	};
	struct reading reading;
	begin(&reading, text, sizeof(text) - 1, false);
	const struct ydoc_node *item = ydoc_get(reading.doc.root, "h")->first;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++, item = item->next) {
		const char *line = ydoc_line(&reading.doc, item, &reading.arena);
		if (lines[i])
			assert_string_equal(line, lines[i]);
		else
			assert_null(line);
	}
	assert_null(item);
	end(&reading);
}

static void spans_are_bytes_whatever_the_characters(void **state)
{
	(void)state;
	static const char text[] =
		"\xef\xbb\xbf# \xc3\xa9\n\xc3\xa9\xe2\x82\xac: \xf0\x9f\x98\x80 x  # c\nl:\n"
		"  - \xc3\xa9\n  -\n  - |\n    \xc3\xa9\n\n    z\n\nq: {k: '\xc3\xa9', n: 1}\n";
	struct reading reading;
	begin(&reading, text, sizeof(text) - 1, false);
	const struct ydoc_node *root = reading.doc.root, *list = ydoc_get(root, "l");
	const struct {
		const struct ydoc_node *node;
		const char *key, *value;
	} rows[] = {
		{ root->first, "\xc3\xa9\xe2\x82\xac", "\xf0\x9f\x98\x80 x" },
		{ list, "l", "- \xc3\xa9\n  -\n  - |\n    \xc3\xa9\n\n    z" },
		{ ydoc_at(list, 0), "-", "\xc3\xa9" },
		{ ydoc_at(list, 1), "-", "" },
		{ ydoc_at(list, 2), "-", "|\n    \xc3\xa9\n\n    z" },
		{ ydoc_get(root, "q"), "q", "{k: '\xc3\xa9', n: 1}" },
		{ ydoc_get(ydoc_get(root, "q"), "n"), "n", "1" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct pmo_place key = ydoc_key_place(&reading.doc, rows[i].node);
		struct pmo_place value = ydoc_place(&reading.doc, rows[i].node);
		assert_int_equal(key.length, strlen(rows[i].key));
		assert_memory_equal(text + key.offset, rows[i].key, key.length);
		assert_int_equal(value.length, strlen(rows[i].value));
		assert_memory_equal(text + value.offset, rows[i].value, value.length);
	}
	assert_ptr_equal(ydoc_previous(ydoc_at(list, 1)), ydoc_at(list, 0));
	assert_null(ydoc_previous(list->first));
	assert_null(ydoc_previous(root));
	assert_null(ydoc_get(list, "x"));
	assert_null(ydoc_get(NULL, "x"));
	assert_null(ydoc_at(root->first, 0));
	assert_true(ydoc_is_empty(ydoc_at(list, 1)));
	end(&reading);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_not_accepted_is_told_with_its_place),
		cmocka_unit_test(what_has_no_words_of_our_own_is_told_in_those_of_the_parser),
		cmocka_unit_test(a_duplicate_key_is_told_and_the_first_one_counts),
		cmocka_unit_test(a_duplicate_among_many_keys_is_found_too),
		cmocka_unit_test(of_very_many_duplicates_a_hundred_are_told),
		cmocka_unit_test(a_stray_key_in_braces_is_named),
		cmocka_unit_test(nesting_has_a_limit),
		cmocka_unit_test(a_file_that_is_too_large_is_not_read),
		cmocka_unit_test(nothing_but_comments_is_an_empty_document),
		cmocka_unit_test(one_bad_record_hides_no_other),
		cmocka_unit_test(a_file_that_holds_no_records_is_told),
		cmocka_unit_test(a_history_line_is_read_as_it_was_written),
		cmocka_unit_test(spans_are_bytes_whatever_the_characters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Documents: one with everything in it against files that people read and approved, and what
 * texts of strangers may not do. PMO_UPDATE_GOLDEN=1 writes the files anew; read the diff.
 */
#include "unit.h"

#include "report_kitchen.h"

#include <jansson.h>
#include <pmo/text.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print(enum pmo_document_format format, struct pmo_buffer *out)
{
	struct pmo_arena arena = { 0 };
	struct pmo_document document;
	pmo_buffer_init(out, PMO_BUFFER_LIMIT);
	kitchen_build(&document, &arena);
	assert_int_equal(pmo_document_print(&document, format, NULL, out), PMO_OK);
	pmo_arena_release(&arena);
}

static void same_as_file(const char *name, const struct pmo_buffer *out)
{
	char path[4096];
	struct pmo_buffer wanted;
	snprintf(path, sizeof(path), "%s/golden/%s", TESTS_DIR, name);
	if (getenv("PMO_UPDATE_GOLDEN")) {
		FILE *file = fopen(path, "w");
		assert_non_null(file);
		assert_int_equal(fwrite(out->data, 1, out->length, file), out->length);
		assert_int_equal(fclose(file), 0);
		return;
	}
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	pmo_buffer_init(&wanted, PMO_BUFFER_LIMIT);
	int c;
	while ((c = fgetc(file)) != EOF)
		pmo_buffer_add_char(&wanted, (char)c);
	fclose(file);
	assert_string_equal(out->data, wanted.data);
	pmo_buffer_release(&wanted);
}

static void every_format_of_a_document_is_as_it_was_approved(void **state)
{
	static const struct {
		enum pmo_document_format format;
		const char *file;
	} files[] = {
		{ PMO_DOCUMENT_TEXT, "kitchen.txt" },
		{ PMO_DOCUMENT_MD, "kitchen.md" },
		{ PMO_DOCUMENT_HTML, "kitchen.html" },
		{ PMO_DOCUMENT_JSON, "kitchen.json" },
		{ PMO_DOCUMENT_CONVERT, "kitchen.convert.html" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		struct pmo_buffer out, again;
		print(files[i].format, &out);
		print(files[i].format, &again);
		assert_string_equal(out.data, again.data);
		same_as_file(files[i].file, &out);
		pmo_buffer_release(&out);
		pmo_buffer_release(&again);
	}
}

static void text_fits_its_width_and_holds_no_control(void **state)
{
	(void)state;
	for (int width = 40; width <= 120; width += 40) {
		struct pmo_arena arena = { 0 };
		struct pmo_document document;
		struct pmo_buffer out;
		struct pmo_terminal terminal = { .width = width, .utf8 = true };
		pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
		kitchen_build(&document, &arena);
		assert_int_equal(pmo_document_print(&document, PMO_DOCUMENT_TEXT, &terminal, &out),
				 PMO_OK);
		assert_null(strpbrk(out.data, "\x1b\t\r"));
		assert_null(strstr(out.data, "\xe2\x80\xae"));
		for (const char *line = out.data; *line;) {
			size_t length = strcspn(line, "\n");
			assert_true(pmo_text_width_of(line, length) <= (size_t)width);
			assert_true(!length || line[length - 1] != ' ');
			line += length + 1;
		}
		pmo_buffer_release(&out);
		pmo_arena_release(&arena);
	}
}

static void colors_of_a_terminal_end_where_they_begin(void **state)
{
	struct pmo_arena arena = { 0 };
	struct pmo_document document;
	struct pmo_buffer out;
	struct pmo_terminal terminal = { .width = 80, .colour = true, .utf8 = true };
	(void)state;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	kitchen_build(&document, &arena);
	assert_int_equal(pmo_document_print(&document, PMO_DOCUMENT_TEXT, &terminal, &out), PMO_OK);
	assert_non_null(strstr(out.data, "Overall \x1b[33mY yellow\x1b[0m, schedule"));
	size_t on = 0, off = 0;
	for (const char *c = out.data; (c = strchr(c, '\x1b')); c++) {
		bool ends = strncmp(c, "\x1b[0m", 4) == 0;
		on += !ends;
		off += ends;
	}
	assert_int_equal(on, off);
	pmo_buffer_release(&out);
	pmo_arena_release(&arena);
}

static void a_page_runs_nothing_and_asks_nobody(void **state)
{
	static const char *const never[] = { "<script", "javascript:", "<img",  "url(", "@import",
					     " src=",   " onload",     "<link", "\x1b" };
	struct pmo_buffer out;
	(void)state;
	print(PMO_DOCUMENT_HTML, &out);
	for (size_t i = 0; i < sizeof(never) / sizeof(never[0]); i++) {
		const char *found = strstr(out.data, never[i]);
		if (found && strcmp(never[i], "javascript:") == 0)
			found = strstr(out.data, "href=\"javascript:");
		assert_null(found);
	}
	pmo_buffer_release(&out);
}

static void links_lead_only_where_it_is_safe(void **state)
{
	static const struct {
		const char *url;
		bool safe;
	} links[] = {
		{ "https://example.gov/a", true },  { "HTTP://example.gov", true },
		{ "mailto:a@example.gov", true },   { "javascript:alert(1)", false },
		{ "java\nscript:alert(1)", false }, { " https://x", false },
		{ "data:text/html,x", false },      { "file:///etc/passwd", false },
		{ "//example.gov", false },         { "https://", false },
		{ "https://a b", false },           { "", false },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(links) / sizeof(links[0]); i++) {
		struct pmo_arena arena = { 0 };
		struct pmo_document_head head = { .title = "T", .as_of = 20777 };
		struct pmo_document document;
		struct pmo_buffer out;
		pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
		pmo_document_init(&document, &arena, &head);
		pmo_document_add_link(&document, "word", links[i].url);
		assert_int_equal(pmo_document_print(&document, PMO_DOCUMENT_CONVERT, NULL, &out),
				 PMO_OK);
		assert_int_equal(strstr(out.data, "href") != NULL, links[i].safe);
		assert_non_null(strstr(out.data, "word"));
		pmo_buffer_release(&out);
		pmo_arena_release(&arena);
	}
}

static void json_is_read_by_another_library(void **state)
{
	struct pmo_buffer out;
	json_error_t error;
	(void)state;
	print(PMO_DOCUMENT_JSON, &out);
	json_t *root = json_loadb(out.data, out.length, 0, &error);
	assert_non_null(root);
	assert_int_equal(json_integer_value(json_object_get(root, "format")), 1);
	assert_string_equal(json_string_value(json_object_get(root, "as_of")), "2026-11-20");
	assert_int_equal(json_array_size(json_object_get(root, "warnings")), 2);
	const json_t *table = NULL;
	size_t i;
	const json_t *block;
	json_array_foreach(json_object_get(root, "content"), i,
			   block) if (strcmp(json_string_value(json_object_get(block, "type")),
					     "table") == 0 &&
				      !table) table = block;
	assert_non_null(table);
	const json_t *rows = json_object_get(table, "rows");
	assert_int_equal(json_array_size(rows), 4);
	assert_int_equal(json_integer_value(json_object_get(json_array_get(rows, 0), "variance")),
			 46);
	json_decref(root);
	pmo_buffer_release(&out);
}

static void ten_mebibytes_of_text_pass_through_every_format(void **state)
{
	enum { SIZE = 10 << 20 };
	struct pmo_arena arena = { 0 };
	struct pmo_document_head head = { .title = "T", .as_of = 20777 };
	struct pmo_document document;
	char *text = malloc(SIZE + 1);
	(void)state;
	assert_non_null(text);
	for (size_t i = 0; i < SIZE; i++)
		text[i] = "<a &\x1b\n- `"[i % 9];
	text[SIZE] = '\0';
	pmo_document_init(&document, &arena, &head);
	pmo_document_add_heading(&document, 2, text);
	pmo_document_add_paragraph(&document, text);
	pmo_document_add_fact(&document, text, text);
	pmo_document_add_footer(&document, text);
	for (int format = 0; format <= PMO_DOCUMENT_CONVERT; format++) {
		struct pmo_buffer out;
		pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
		assert_int_equal(
			pmo_document_print(&document, (enum pmo_document_format)format, NULL, &out),
			PMO_OK);
		assert_true(out.length > SIZE);
		assert_null(strchr(out.data, '\x1b'));
		pmo_buffer_release(&out);
	}
	free(text);
	pmo_arena_release(&arena);
}

static void a_lack_of_memory_is_told_by_the_printing(void **state)
{
	struct pmo_arena arena = { 0 };
	struct pmo_document document;
	struct pmo_buffer out;
	(void)state;
	kitchen_build(&document, &arena);
	for (int format = 0; format <= PMO_DOCUMENT_CONVERT; format++) {
		pmo_buffer_init(&out, 500);
		assert_int_equal(
			pmo_document_print(&document, (enum pmo_document_format)format, NULL, &out),
			PMO_NO_MEMORY);
		pmo_buffer_release(&out);
	}
	document.result = PMO_NO_MEMORY;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	assert_int_equal(pmo_document_print(&document, PMO_DOCUMENT_TEXT, NULL, &out),
			 PMO_NO_MEMORY);
	pmo_buffer_release(&out);
	pmo_arena_release(&arena);
}

static void an_empty_document_is_its_head(void **state)
{
	struct pmo_arena arena = { 0 };
	struct pmo_document_head head = { .title = "Portfolio", .as_of = 20777 };
	struct pmo_document document;
	struct pmo_buffer out;
	(void)state;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	pmo_document_init(&document, &arena, &head);
	pmo_document_end(&document);
	assert_int_equal(pmo_document_print(&document, PMO_DOCUMENT_TEXT, NULL, &out), PMO_OK);
	assert_string_equal(out.data, "Portfolio\n=========\nas of Fri Nov 20, 2026\n");
	pmo_buffer_release(&out);
	pmo_arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_format_of_a_document_is_as_it_was_approved),
		cmocka_unit_test(text_fits_its_width_and_holds_no_control),
		cmocka_unit_test(colors_of_a_terminal_end_where_they_begin),
		cmocka_unit_test(a_page_runs_nothing_and_asks_nobody),
		cmocka_unit_test(links_lead_only_where_it_is_safe),
		cmocka_unit_test(json_is_read_by_another_library),
		cmocka_unit_test(ten_mebibytes_of_text_pass_through_every_format),
		cmocka_unit_test(a_lack_of_memory_is_told_by_the_printing),
		cmocka_unit_test(an_empty_document_is_its_head),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* One table in every format, and terminals of every width. */
#include "unit.h"

#include <jansson.h>
#include <pmo/table.h>
#include <pmo/text.h>
#include <string.h>
#include <yaml.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

#define COLUMN(NAME, HEADING, ALIGN, SHRINK, PRIORITY, KIND)                                       \
	{                                                                                          \
		.name = NAME, .heading = HEADING, .align = ALIGN, .shrink = SHRINK,                \
		.priority = PRIORITY, .kind = KIND                                                 \
	}

static const struct pmo_column columns[] = {
	COLUMN("id", "Id", PMO_LEFT, PMO_SHRINK_NEVER, 0, PMO_CELL_STRING),
	COLUMN("title", "Title", PMO_LEFT, PMO_SHRINK_WRAP, 0, PMO_CELL_STRING),
	COLUMN("owner", "Owner", PMO_LEFT, PMO_SHRINK_TRUNCATE, 2, PMO_CELL_STRING),
	COLUMN("cost", "Cost", PMO_RIGHT, PMO_SHRINK_NEVER, 1, PMO_CELL_STRING),
	COLUMN("percent", "%", PMO_RIGHT, PMO_SHRINK_NEVER, 3, PMO_CELL_NUMBER),
	COLUMN("late", "Late", PMO_LEFT, PMO_SHRINK_NEVER, 3, PMO_CELL_BOOL),
	COLUMN("tags", "Tags", PMO_LEFT, PMO_SHRINK_TRUNCATE, 4, PMO_CELL_LIST),
};

static const char *const tags[] = { "net", "no" };

static void add_record(struct pmo_table *table, const char *id, const char *title, unsigned depth)
{
	struct pmo_row *row = pmo_table_add_row(table);
	assert_non_null(row);
	row->depth = depth;
	row->cells[0].text = id;
	row->cells[1].text = title;
	if (table->column_count > 2)
		row->cells[2].text = "Dana Petrov";
	if (table->column_count < 7)
		return;
	row->cells[3].text = "12,500.00";
	row->cells[3].raw = "12500.00";
	row->cells[4].text = "45";
	row->cells[5].text = "yes";
	row->cells[5].raw = "true";
	row->cells[6].items = tags;
	row->cells[6].item_count = 2;
}

static void init_table(struct pmo_table *table, struct pmo_arena *arena)
{
	pmo_arena_init(arena);
	pmo_table_init(table, arena);
	table->tree_column = 1;
	for (size_t i = 0; i < COUNT(columns); i++)
		assert_int_equal(pmo_table_add_column(table, &columns[i]), PMO_OK);
}

static void fill_table(struct pmo_table *table)
{
	assert_int_equal(pmo_table_add_group(table, "Overdue"), PMO_OK);
	add_record(table, "TSK-001", "Fiber permit held", 0);
	struct pmo_row *row = pmo_table_add_row(table);
	assert_non_null(row);
	row->style = PMO_STYLE_BAD;
	row->depth = 1;
	row->cells[0].text = "TSK-002";
	row->cells[1].text = "=cmd|x <b>&\"_*";
	row->cells[2].text = "-";
	row->cells[2].absent = true;
	row->cells[3].text = "";
	row = pmo_table_add_footer(table);
	assert_non_null(row);
	row->cells[1].text = "2 tasks";
}

static void print(const struct pmo_table *table, enum pmo_format format,
		  const struct pmo_terminal *terminal, struct pmo_buffer *out)
{
	pmo_buffer_init(out, PMO_BUFFER_LIMIT);
	assert_int_equal(pmo_table_print(table, format, terminal, out), PMO_OK);
}

static const struct {
	enum pmo_format format;
	const char *expected;
} in_every_format[] = {
	{ PMO_FORMAT_TABLE,
	  "Id       Title              Owner             Cost   %  Late  Tags\n"
	  "Overdue\n"
	  "TSK-001  Fiber permit held  Dana Petrov  12,500.00  45  yes   net, no\n"
	  "TSK-002    =cmd|x <b>&\"_*   -\n"
	  "         2 tasks\n" },
	{ PMO_FORMAT_TSV, "id\ttitle\towner\tcost\tpercent\tlate\ttags\n"
			  "TSK-001\tFiber permit held\tDana Petrov\t12500.00\t45\ttrue\tnet,no\n"
			  "TSK-002\t=cmd|x <b>&\"_*\t\t\t\t\t\n" },
	{ PMO_FORMAT_CSV, "id,title,owner,cost,percent,late,tags\n"
			  "TSK-001,Fiber permit held,Dana Petrov,12500.00,45,true,\"net,no\"\n"
			  "TSK-002,\"'=cmd|x <b>&\"\"_*\",,,,,\n" },
	{ PMO_FORMAT_JSONL,
	  "{\"id\":\"TSK-001\",\"title\":\"Fiber permit held\",\"owner\":\"Dana Petrov\","
	  "\"cost\":\"12500.00\",\"percent\":45,\"late\":true,\"tags\":[\"net\",\"no\"]}\n"
	  "{\"id\":\"TSK-002\",\"title\":\"=cmd|x <b>&\\\"_*\",\"owner\":null,\"cost\":\"\","
	  "\"percent\":null,\"late\":null,\"tags\":[]}\n" },
	{ PMO_FORMAT_YAML, "- id: TSK-001\n"
			   "  title: Fiber permit held\n"
			   "  owner: Dana Petrov\n"
			   "  cost: '12500.00'\n"
			   "  percent: 45\n"
			   "  late: true\n"
			   "  tags:\n"
			   "    - net\n"
			   "    - 'no'\n"
			   "- id: TSK-002\n"
			   "  title: =cmd|x <b>&\"_*\n"
			   "  owner: null\n"
			   "  cost: ''\n"
			   "  percent: null\n"
			   "  late: null\n"
			   "  tags: []\n" },
	{ PMO_FORMAT_MD,
	  "| Id | Title | Owner | Cost | % | Late | Tags |\n"
	  "|---|---|---|--:|--:|---|---|\n"
	  "| **Overdue** |  |  |  |  |  |  |\n"
	  "| TSK-001 | Fiber permit held | Dana Petrov | 12,500.00 | 45 | yes | net, no |\n"
	  "| TSK-002 | &nbsp;&nbsp;=cmd\\|x \\<b\\>\\&\"\\_\\* | - |  |  |  |  |\n"
	  "|  | 2 tasks |  |  |  |  |  |\n" },
	{ PMO_FORMAT_IDS, "TSK-001\nTSK-002\n" },
};

static void a_table_prints_in_every_format(void **state)
{
	(void)state;
	struct pmo_arena arena;
	struct pmo_table table;
	init_table(&table, &arena);
	fill_table(&table);
	for (size_t i = 0; i < COUNT(in_every_format); i++) {
		struct pmo_buffer out;
		print(&table, in_every_format[i].format, NULL, &out);
		assert_string_equal(out.data, in_every_format[i].expected);
		pmo_buffer_release(&out);
	}
	pmo_arena_release(&arena);
}

static void a_narrow_terminal_wraps_then_cuts_then_leaves_out(void **state)
{
	(void)state;
	static const struct {
		int width;
		bool utf8;
		const char *expected;
	} cases[] = {
		{ 200, true,
		  "Id       Title                                         "
		  "Owner             Cost   %  Late  Tags\n"
		  "TSK-001  State message switch interface is late again  "
		  "Dana Petrov  12,500.00  45  yes   net, no\n" },
		{ 80, true,
		  "Id       Title                         Owner             Cost   %  Late  Tags\n"
		  "TSK-001  State message switch          "
		  "Dana Petrov  12,500.00  45  yes   net, no\n"
		  "         interface is late again\n" },
		{ 60, true,
		  "Id       Title                     Owner            Cost   %\n"
		  "TSK-001  State message switch      Dana Petr\xe2\x80\xa6  12,500.00  45\n"
		  "         interface is late again\n"
		  "hidden: Late, Tags (a wider terminal, or -o FILE)\n" },
		{ 60, false,
		  "Id       Title                     Owner            Cost   %\n"
		  "TSK-001  State message switch      Dana Petr~  12,500.00  45\n"
		  "         interface is late again\n"
		  "hidden: Late, Tags (a wider terminal, or -o FILE)\n" },
		{ 34, true,
		  "Id       Title\n"
		  "TSK-001  State message switch\n"
		  "         interface is late again\n"
		  "hidden: Owner, Cost, %, Late, Tags\n"
		  "(a wider terminal, or -o FILE)\n" },
		{ 20, true,
		  "Id       Title\n"
		  "TSK-001  State\n"
		  "         message\n"
		  "         switch\n"
		  "         interface\n"
		  "         is late\n"
		  "         again\n"
		  "hidden: Owner, Cost,\n"
		  "%, Late, Tags (a\n"
		  "wider terminal, or\n"
		  "-o FILE)\n" },
	};
	struct pmo_arena arena;
	struct pmo_table table;
	init_table(&table, &arena);
	add_record(&table, "TSK-001", "State message switch interface is late again", 0);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct pmo_terminal terminal = { .width = cases[i].width, .utf8 = cases[i].utf8 };
		struct pmo_buffer out;
		print(&table, PMO_FORMAT_TABLE, &terminal, &out);
		assert_string_equal(out.data, cases[i].expected);
		pmo_buffer_release(&out);
	}
	pmo_arena_release(&arena);
}

static void check_lines(const char *text, int width)
{
	while (*text) {
		const char *end = strchr(text, '\n');
		assert_non_null(end);
		size_t cells = pmo_text_width_of(text, (size_t)(end - text));
		if (width && cells > (size_t)width)
			fail_msg("%zu cells in a terminal of %d: %.*s", cells, width,
				 (int)(end - text), text);
		assert_true(end == text || end[-1] != ' ');
		text = end + 1;
	}
}

static void no_line_is_wider_than_the_terminal(void **state)
{
	(void)state;
	static const char *const titles[] = {
		"",
		"x",
		"short words that wrap on every line of the column",
		"Donaudampfschifffahrtsgesellschaftskapit\xc3\xa4nsm\xc3\xbctze",
		"\xe7\x8c\xab\xe7\x8a\xac\xe9\xb3\xa5"
		"\xe7\x8c\xab\xe7\x8a\xac\xe9\xb3\xa5\xe7\x8c\xab\xe7\x8a\xac",
		"e\xcc\x81"
		"e\xcc\x81"
		"e\xcc\x81 combining e\xcc\x81",
		"   leading and trailing   ",
		"control \x1b[31m \xe2\x80\xae \xff",
		"two\nlines\tand a tab",
	};
	struct pmo_arena arena;
	struct pmo_table table;
	init_table(&table, &arena);
	assert_int_equal(pmo_table_add_group(&table, "A group with a heading of some length \x1b"),
			 PMO_OK);
	for (size_t i = 0; i < COUNT(titles); i++) {
		add_record(&table, "TSK-001", titles[i], (unsigned)i * 3);
		table.rows[table.row_count - 1].cells[2].text = titles[i];
	}
	for (int width = 1; width <= 150; width++) {
		struct pmo_terminal terminal = { .width = width, .utf8 = width % 2 };
		struct pmo_buffer out;
		print(&table, PMO_FORMAT_TABLE, &terminal, &out);
		check_lines(out.data, width);
		assert_null(strchr(out.data, '\x1b'));
		pmo_buffer_release(&out);
	}
	pmo_arena_release(&arena);
}

static void wrapping_loses_no_word(void **state)
{
	(void)state;
	static const char title[] = "State message switch interface, then acceptance by the county";
	struct pmo_arena arena;
	struct pmo_table table;
	init_table(&table, &arena);
	table.column_count = 2;
	add_record(&table, "TSK-001", title, 0);
	for (int width = 25; width < 80; width++) {
		struct pmo_terminal terminal = { .width = width, .utf8 = true };
		struct pmo_buffer out, words;
		print(&table, PMO_FORMAT_TABLE, &terminal, &out);
		pmo_buffer_init(&words, PMO_BUFFER_LIMIT);
		const char *at = strstr(out.data, "TSK-001");
		assert_non_null(at);
		at += strlen("TSK-001");
		while (*at) {
			size_t length = strcspn(at, " \n");
			if (length && words.length)
				pmo_buffer_add_char(&words, ' ');
			pmo_buffer_add(&words, at, length);
			at += length + strspn(at + length, " \n");
		}
		assert_string_equal(words.data, title);
		pmo_buffer_release(&words);
		pmo_buffer_release(&out);
	}
	pmo_arena_release(&arena);
}

static void wide_letters_and_marks_stay_aligned(void **state)
{
	(void)state;
	struct pmo_arena arena;
	struct pmo_table table;
	struct pmo_buffer out;
	init_table(&table, &arena);
	table.column_count = 3;
	add_record(&table, "A", "\xe7\x8c\xab\xe7\x8a\xac", 0);
	add_record(&table, "B",
		   "e\xcc\x81"
		   "e\xcc\x81",
		   0);
	print(&table, PMO_FORMAT_TABLE, NULL, &out);
	assert_string_equal(out.data, "Id  Title  Owner\n"
				      "A   \xe7\x8c\xab\xe7\x8a\xac   Dana Petrov\n"
				      "B   e\xcc\x81"
				      "e\xcc\x81     Dana Petrov\n");
	pmo_buffer_release(&out);
	pmo_arena_release(&arena);
}

static void colour_is_there_only_when_asked_for(void **state)
{
	(void)state;
	struct pmo_arena arena;
	struct pmo_table table;
	struct pmo_buffer out;
	init_table(&table, &arena);
	fill_table(&table);
	struct pmo_terminal terminal = { .width = 100, .colour = true, .utf8 = true };
	print(&table, PMO_FORMAT_TABLE, &terminal, &out);
	assert_non_null(strstr(out.data, "\x1b[1mOverdue\x1b[0m\n"));
	assert_non_null(strstr(out.data, "\x1b[31mTSK-002"));
	assert_null(strstr(out.data, "\x1b[31mTSK-001"));
	pmo_buffer_release(&out);
	for (int format = PMO_FORMAT_TSV; format <= PMO_FORMAT_IDS; format++) {
		print(&table, (enum pmo_format)format, &terminal, &out);
		assert_null(strchr(out.data, '\x1b'));
		pmo_buffer_release(&out);
	}
	pmo_arena_release(&arena);
}

static const char hostile[] = "a\x1b]0;t\x07\tb\nc\r\xc2\x9b\xe2\x80\xae</td><script>|`\"'\\ \xff";

/* No control character but line ends (and the tabs between the cells of tsv). */
static void check_harmless(const struct pmo_buffer *out, enum pmo_format format)
{
	for (size_t i = 0; i < out->length; i++) {
		unsigned char c = (unsigned char)out->data[i];
		bool layout = c == '\n' || (c == '\t' && format <= PMO_FORMAT_CSV) ||
			      (c == '\r' && format == PMO_FORMAT_CSV);
		if (!layout && (c < 0x20 || c == 0x7f))
			fail_msg("%s: a raw %02x", pmo_format_name(format), c);
	}
	assert_true(pmo_text_is_utf8(out->data, out->length, NULL));
	assert_null(strstr(out->data, "\xc2\x9b"));
}

static void hostile_text_gets_out_harmless_in_every_format(void **state)
{
	(void)state;
	struct pmo_arena arena;
	struct pmo_table table;
	init_table(&table, &arena);
	table.title = hostile;
	table.columns[2].heading = hostile;
	assert_int_equal(pmo_table_add_group(&table, hostile), PMO_OK);
	add_record(&table, hostile, hostile, 0);
	for (int i = PMO_FORMAT_TABLE; i <= PMO_FORMAT_XLSX; i++) {
		enum pmo_format format = (enum pmo_format)i;
		struct pmo_buffer out;
		print(&table, format, NULL, &out);
		check_harmless(&out, format);
		if (format == PMO_FORMAT_HTML)
			assert_null(strstr(out.data, "<script"));
		if (format == PMO_FORMAT_TSV)
			assert_ptr_equal(strchr(strchr(out.data, '\n') + 1, '\n') + 1,
					 out.data + out.length);
		pmo_buffer_release(&out);
	}
	pmo_arena_release(&arena);
}

static void json_and_yaml_are_read_back_by_other_libraries(void **state)
{
	(void)state;
	struct pmo_arena arena;
	struct pmo_table table;
	struct pmo_buffer out;
	init_table(&table, &arena);
	fill_table(&table);
	add_record(&table, "TSK-003", "a\x1b \xe2\x80\xae: #b", 0);
	print(&table, PMO_FORMAT_JSON, NULL, &out);
	json_error_t error;
	json_t *json = json_loads(out.data, JSON_REJECT_DUPLICATES, &error);
	assert_non_null(json);
	assert_int_equal(json_array_size(json), 3);
	json_t *record = json_array_get(json, 2);
	assert_string_equal(json_string_value(json_object_get(record, "title")),
			    "a\x1b \xe2\x80\xae: #b");
	assert_true(json_is_integer(json_object_get(record, "percent")));
	assert_true(json_is_null(json_object_get(json_array_get(json, 1), "owner")));
	json_decref(json);
	pmo_buffer_release(&out);
	print(&table, PMO_FORMAT_YAML, NULL, &out);
	yaml_parser_t parser;
	yaml_document_t document;
	assert_true(yaml_parser_initialize(&parser));
	yaml_parser_set_input_string(&parser, (const unsigned char *)out.data, out.length);
	assert_true(yaml_parser_load(&parser, &document));
	bool found = false;
	yaml_node_t *node;
	for (int i = 1; (node = yaml_document_get_node(&document, i)) != NULL; i++)
		found = found ||
			(node->type == YAML_SCALAR_NODE &&
			 strcmp((char *)node->data.scalar.value, "a\x1b \xe2\x80\xae: #b") == 0);
	assert_true(found);
	yaml_document_delete(&document);
	yaml_parser_delete(&parser);
	pmo_buffer_release(&out);
	pmo_arena_release(&arena);
}

static void an_empty_table_is_a_heading_or_an_empty_list(void **state)
{
	(void)state;
	static const struct {
		enum pmo_format format;
		const char *expected;
	} cases[] = {
		{ PMO_FORMAT_TABLE, "Id  Title\n" },
		{ PMO_FORMAT_TSV, "id\ttitle\n" },
		{ PMO_FORMAT_CSV, "id,title\n" },
		{ PMO_FORMAT_JSON, "[]\n" },
		{ PMO_FORMAT_JSONL, "" },
		{ PMO_FORMAT_YAML, "[]\n" },
		{ PMO_FORMAT_MD, "| Id | Title |\n|---|---|\n" },
		{ PMO_FORMAT_IDS, "" },
	};
	struct pmo_arena arena;
	struct pmo_table table;
	init_table(&table, &arena);
	table.column_count = 2;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct pmo_buffer out;
		print(&table, cases[i].format, NULL, &out);
		assert_string_equal(out.data, cases[i].expected);
		pmo_buffer_release(&out);
	}
	pmo_arena_release(&arena);
}

static void a_page_of_html_stands_alone_and_is_accessible(void **state)
{
	(void)state;
	static const char *const wanted[] = {
		"<!DOCTYPE html>\n<html lang=\"en\">",
		"<meta charset=\"utf-8\">",
		"default-src 'none'",
		"<title>Tasks &amp; more</title>",
		"<caption>Tasks &amp; more</caption>",
		"<th scope=\"col\">Title</th>",
		"<th scope=\"col\" class=\"right\">Cost</th>",
		"<th scope=\"rowgroup\" colspan=\"7\">Overdue</th>",
		"<tr class=\"bad\"><th scope=\"row\">TSK-002</th>",
		"=cmd|x &lt;b&gt;&amp;&quot;_*</td>",
		"</html>\n",
	};
	struct pmo_arena arena;
	struct pmo_table table;
	struct pmo_buffer out;
	init_table(&table, &arena);
	fill_table(&table);
	table.title = "Tasks & more";
	print(&table, PMO_FORMAT_HTML, NULL, &out);
	for (size_t i = 0; i < COUNT(wanted); i++) {
		if (!strstr(out.data, wanted[i]))
			fail_msg("no %s in:\n%s", wanted[i], out.data);
	}
	pmo_buffer_release(&out);
	pmo_arena_release(&arena);
}

static void formats_are_found_by_name_and_ending(void **state)
{
	(void)state;
	static const struct {
		const char *path;
		int format; /* -1: none */
	} cases[] = {
		{ "x.csv", PMO_FORMAT_CSV },
		{ "a/b.c/x.TSV", PMO_FORMAT_TSV },
		{ "x.yml", PMO_FORMAT_YAML },
		{ "x.yaml", PMO_FORMAT_YAML },
		{ "x.htm", PMO_FORMAT_HTML },
		{ "x.json", PMO_FORMAT_JSON },
		{ "x.ndjson", PMO_FORMAT_JSONL },
		{ "x.md", PMO_FORMAT_MD },
		{ "x.txt", PMO_FORMAT_TABLE },
		{ "x.xlsx", PMO_FORMAT_XLSX },
		{ "x.docx", -1 },
		{ "csv", -1 },
		{ ".csv", -1 },
		{ "a.csv/x", -1 },
		{ "x.ids", -1 },
		{ "x.table", -1 },
		{ "x.", -1 },
	};
	enum pmo_format format;
	for (size_t i = 0; i < COUNT(cases); i++) {
		bool found = pmo_format_from_file(cases[i].path, &format);
		assert_int_equal(found ? (int)format : -1, cases[i].format);
	}
	for (int i = PMO_FORMAT_TABLE; i <= PMO_FORMAT_XLSX; i++) {
		assert_true(pmo_format_from_name(pmo_format_name((enum pmo_format)i), &format));
		assert_int_equal(format, i);
	}
	assert_false(pmo_format_from_name("txt", &format));
	assert_false(pmo_format_from_name("", &format));
}

static void csv_with_semicolons_has_decimal_commas_in_columns_of_numbers(void **state)
{
	(void)state;
	static const struct pmo_column heads[] = {
		{ .name = "wbs" },
		{ .name = "cost", .align = PMO_RIGHT },
		{ .name = "spi", .kind = PMO_CELL_NUMBER },
		{ .name = "code", .align = PMO_RIGHT },
	};
	static const char *const cells[] = { "3.1", "-86400.00", "0.9083", "1.2.3" };
	struct pmo_arena arena;
	struct pmo_table table;
	struct pmo_buffer out;
	pmo_arena_init(&arena);
	pmo_table_init(&table, &arena);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(pmo_table_add_column(&table, &heads[i]), PMO_OK);
	struct pmo_row *row = pmo_table_add_row(&table);
	assert_non_null(row);
	for (size_t i = 0; i < 4; i++)
		row->cells[i].text = cells[i];
	row = pmo_table_add_row(&table);
	assert_non_null(row);
	row->cells[0].text = "a;b, c";
	table.semicolons = true;
	print(&table, PMO_FORMAT_CSV, NULL, &out);
	assert_string_equal(out.data, "wbs;cost;spi;code\n3.1;-86400,00;0,9083;1.2.3\n"
				      "\"a;b, c\";;;\n");
	pmo_buffer_release(&out);
	pmo_arena_release(&arena);
}

static void a_full_buffer_is_no_memory_in_every_format(void **state)
{
	(void)state;
	struct pmo_arena arena;
	struct pmo_table table;
	init_table(&table, &arena);
	fill_table(&table);
	for (int i = PMO_FORMAT_TABLE; i <= PMO_FORMAT_XLSX; i++) {
		struct pmo_buffer out;
		pmo_buffer_init(&out, 10);
		assert_int_equal(pmo_table_print(&table, (enum pmo_format)i, NULL, &out),
				 PMO_NO_MEMORY);
		pmo_buffer_release(&out);
	}
	pmo_arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_prints_in_every_format),
		cmocka_unit_test(a_narrow_terminal_wraps_then_cuts_then_leaves_out),
		cmocka_unit_test(no_line_is_wider_than_the_terminal),
		cmocka_unit_test(wrapping_loses_no_word),
		cmocka_unit_test(wide_letters_and_marks_stay_aligned),
		cmocka_unit_test(colour_is_there_only_when_asked_for),
		cmocka_unit_test(hostile_text_gets_out_harmless_in_every_format),
		cmocka_unit_test(json_and_yaml_are_read_back_by_other_libraries),
		cmocka_unit_test(an_empty_table_is_a_heading_or_an_empty_list),
		cmocka_unit_test(a_page_of_html_stands_alone_and_is_accessible),
		cmocka_unit_test(formats_are_found_by_name_and_ending),
		cmocka_unit_test(csv_with_semicolons_has_decimal_commas_in_columns_of_numbers),
		cmocka_unit_test(a_full_buffer_is_no_memory_in_every_format),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

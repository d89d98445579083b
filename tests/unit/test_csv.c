/* CSV from other programs, and back. */
#include "unit.h"

#include <dirent.h>
#include <pmo/csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

struct fixture {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_source source;
	struct pmo_csv csv;
};

static enum pmo_result read_bytes(struct fixture *fixture, const char *bytes, size_t length)
{
	pmo_arena_init(&fixture->arena);
	pmo_diags_init(&fixture->diags, &fixture->arena);
	fixture->source = (struct pmo_source){ .path = "x.csv", .bytes = bytes, .length = length };
	return pmo_csv_read(&fixture->arena, &fixture->source, 0, &fixture->csv, &fixture->diags);
}

static void release(struct fixture *fixture)
{
	pmo_arena_release(&fixture->arena);
}

/* All cells as one text: cells between bars, records between slashes. */
static void dump(const struct pmo_csv *csv, struct pmo_buffer *out)
{
	for (size_t i = 0; i < csv->count; i++) {
		pmo_buffer_add_text(out, i ? "/" : "");
		for (size_t j = 0; j < csv->records[i].count; j++)
			pmo_buffer_add_format(out, "%s%s", j ? "|" : "", csv->records[i].cells[j]);
	}
}

static void cells_are_what_the_file_means(void **state)
{
	(void)state;
	static const struct {
		const char *file, *cells;
		char delimiter;
	} cases[] = {
		{ "a,b\n1,2\n", "a|b/1|2", ',' },
		{ "a,b\r\n1,2\r\n", "a|b/1|2", ',' },
		{ "a,b\r1,2\r", "a|b/1|2", ',' },
		{ "a,b\n1,2", "a|b/1|2", ',' },
		{ "a;b,c;d\n1;2;3\n", "a|b,c|d/1|2|3", ';' },
		{ "a\tb\n1,5\t2\n", "a|b/1,5|2", '\t' },
		{ "a|b\n1|2\n", "a|b/1|2", '|' },
		{ "\"a;b;c\",d\n1,2\n", "a;b;c|d/1|2", ',' },
		{ "only\n1\n", "only/1", ',' },
		{ "sep=;\r\na;b\r\n", "a|b", ';' },
		{ "sep=,x\n", "sep=|x", ',' },
		{ "\xef\xbb\xbfid,b\n", "id|b", ',' },
		{ "a,b\n\"x,y\",\"z\"\n", "a|b/x,y|z", ',' },
		{ "a,b\n\"say \"\"hi\"\"\",2\n", "a|b/say \"hi\"|2", ',' },
		{ "a,b\n\"two\nlines\",2\n", "a|b/two\nlines|2", ',' },
		{ "a,b\n\"two\r\nlines\",2\n", "a|b/two\r\nlines|2", ',' },
		{ "a,b\n\"\",\n", "a|b/|", ',' },
		{ "a,b\n5\" disk,x\"y\"z\n", "a|b/5\" disk|x\"y\"z", ',' },
		{ "a,b\n\"x\"y,\"z\" \n", "a|b/xy|z", ',' },
		{ "a,b\n1, \"x, y\"\n", "a|b/1|x, y", ',' },
		{ "a,b\n 1 , 2 \n", "a|b/ 1 | 2 ", ',' },
		{ "\n\na,b\n\n1,2\n\n", "a|b/1|2", ',' },
		{ "a\n\"\"\n", "a/", ',' },
		{ "a,b,c\n1\n1,2,3,4\n", "a|b|c/1/1|2|3|4", ',' },
		{ "a,b\n,\n", "a|b/|", ',' },
		{ "", "", 0 },
		{ "\n\n", "", ',' },
		{ "\xef\xbb\xbf", "", ',' },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct fixture fixture;
		struct pmo_buffer out;
		pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
		assert_int_equal(read_bytes(&fixture, cases[i].file, strlen(cases[i].file)),
				 PMO_OK);
		dump(&fixture.csv, &out);
		assert_string_equal(out.data, cases[i].cells);
		assert_int_equal(fixture.csv.delimiter, cases[i].delimiter);
		pmo_buffer_release(&out);
		release(&fixture);
	}
}

static void each_record_knows_its_line(void **state)
{
	(void)state;
	static const char file[] = "a,b\r\n\"two\r\nlines\",2\r\n\r\nx,y\n\"a\rb\nc\",d\nlast,1\n";
	static const size_t lines[] = { 1, 2, 5, 6, 9 };
	struct fixture fixture;
	assert_int_equal(read_bytes(&fixture, file, sizeof(file) - 1), PMO_OK);
	assert_int_equal(fixture.csv.count, COUNT(lines));
	for (size_t i = 0; i < COUNT(lines); i++)
		assert_int_equal(fixture.csv.records[i].line, lines[i]);
	assert_int_equal(fixture.csv.records[2].offset, strstr(file, "x,y") - file);
	release(&fixture);
}

static void old_encodings_become_utf8(void **state)
{
	(void)state;
	static const struct {
		const char *file, *cells;
		enum pmo_csv_encoding encoding;
	} cases[] = {
		{ "B\xc3\xbcro,x\n", "B\xc3\xbcro|x", PMO_CSV_UTF8 },
		{ "B\xfcro,x\n", "B\xc3\xbcro|x", PMO_CSV_LATIN1 },
		{ "5 \x80,\x93x\x94\n", "5 \xe2\x82\xac|\xe2\x80\x9cx\xe2\x80\x9d",
		  PMO_CSV_WINDOWS1252 },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct fixture fixture;
		struct pmo_buffer out;
		pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
		assert_int_equal(read_bytes(&fixture, cases[i].file, strlen(cases[i].file)),
				 PMO_OK);
		dump(&fixture.csv, &out);
		assert_string_equal(out.data, cases[i].cells);
		assert_int_equal(fixture.csv.encoding, cases[i].encoding);
		pmo_buffer_release(&out);
		release(&fixture);
	}
	assert_string_equal(pmo_csv_encoding_name(PMO_CSV_WINDOWS1252), "Windows-1252");
}

static void what_is_no_csv_is_refused_with_its_place(void **state)
{
	(void)state;
	static const struct {
		const char *file;
		size_t length;
		const char *code;
		size_t line;
	} cases[] = {
		{ "a,b\n1,\"open\n2,3\n", 16, "csv-quote", 2 },
		{ "\"", 1, "csv-quote", 1 },
		{ "a,b\n1,\0\n", 9, "csv-binary", 2 },
		{ "\xff\xfe"
		  "a\0",
		  4, "csv-binary", 1 },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct fixture fixture;
		size_t line, column;
		assert_int_equal(read_bytes(&fixture, cases[i].file, cases[i].length), PMO_INVALID);
		assert_int_equal(fixture.diags.count[PMO_ERROR], 1);
		assert_string_equal(fixture.diags.first->code, cases[i].code);
		pmo_source_locate(fixture.diags.first->source, fixture.diags.first->offset, &line,
				  &column);
		assert_int_equal(line, cases[i].line);
		assert_int_equal(fixture.csv.count, 0);
		release(&fixture);
	}
}

static void limits_are_kept(void **state)
{
	(void)state;
	static const struct {
		size_t length;
		char fill;
		const char *code;
	} cases[] = {
		{ (size_t)PMO_CSV_BYTES_MAX + 1, 'x', "csv-size" },
		{ PMO_CSV_COLUMNS_MAX, ',', "csv-columns" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct fixture fixture;
		char *bytes = malloc(cases[i].length);
		assert_non_null(bytes);
		memset(bytes, cases[i].fill, cases[i].length);
		assert_int_equal(read_bytes(&fixture, bytes, cases[i].length), PMO_INVALID);
		assert_string_equal(fixture.diags.first->code, cases[i].code);
		release(&fixture);
		assert_int_equal(read_bytes(&fixture, bytes, cases[i].length - 1), PMO_OK);
		release(&fixture);
		free(bytes);
	}
}

static void ragged_records_are_read_and_reported(void **state)
{
	(void)state;
	static const char file[] = "a,b\n1\n1,2\n1,2,\n1,2,3\n";
	struct fixture fixture;
	size_t line, column;
	assert_int_equal(read_bytes(&fixture, file, sizeof(file) - 1), PMO_OK);
	assert_int_equal(fixture.csv.count, 5);
	assert_int_equal(fixture.csv.ragged, 2); /* an empty cell more is Excel's habit */
	assert_int_equal(fixture.diags.count[PMO_WARNING], 2);
	const struct pmo_diag *second = fixture.diags.first->next;
	pmo_source_locate(second->source, second->offset, &line, &column);
	assert_int_equal(line, 5);
	assert_string_equal(second->message, "3 cells where the header has 2");
	release(&fixture);
}

static void many_ragged_records_do_not_flood(void **state)
{
	(void)state;
	struct fixture fixture;
	struct pmo_buffer file;
	pmo_buffer_init(&file, PMO_BUFFER_LIMIT);
	pmo_buffer_add_text(&file, "a,b\n");
	for (int i = 0; i < 5000; i++)
		pmo_buffer_add_text(&file, "1\n");
	assert_int_equal(read_bytes(&fixture, file.data, file.length), PMO_OK);
	assert_int_equal(fixture.csv.ragged, 5000);
	assert_in_range(fixture.diags.count[PMO_WARNING], 2, 20);
	assert_non_null(strstr(fixture.diags.last->message, "more records"));
	release(&fixture);
	pmo_buffer_release(&file);
}

static void writing_quotes_and_disarms(void **state)
{
	(void)state;
	static const struct {
		const char *text, *guarded, *exact;
	} cases[] = {
		{ "plain", "plain", "plain" },
		{ "", "", "" },
		{ "a,b", "\"a,b\"", "\"a,b\"" },
		{ "say \"x\"", "\"say \"\"x\"\"\"", "\"say \"\"x\"\"\"" },
		{ "two\nlines", "\"two\nlines\"", "\"two\nlines\"" },
		{ "cr\rcr", "\"cr\rcr\"", "\"cr\rcr\"" },
		{ " x", "\" x\"", "\" x\"" },
		{ "x ", "\"x \"", "\"x \"" },
		{ "=1+1", "'=1+1", "=1+1" },
		{ "=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"",
		  "\"=HYPERLINK(\"\"x\"\",1)\"" },
		{ "@SUM", "'@SUM", "@SUM" },
		{ "+1", "+1", "+1" },
		{ "-12.50", "-12.50", "-12.50" },
		{ "-12,50", "\"-12,50\"", "\"-12,50\"" },
		{ "-1+1", "'-1+1", "-1+1" },
		{ "-", "'-", "-" },
		{ "+49 30", "'+49 30", "+49 30" },
		{ "-1.2.3", "'-1.2.3", "-1.2.3" },
		{ "\t=1", "'\t=1", "\t=1" },
		{ "\r=1", "\"'\r=1\"", "\"\r=1\"" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		for (int guard = 0; guard < 2; guard++) {
			struct pmo_buffer out;
			struct pmo_csv_writer writer;
			pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
			pmo_csv_writer_init(&writer, &out);
			writer.guard = guard;
			pmo_csv_add_cell(&writer, cases[i].text);
			assert_string_equal(out.data, guard ? cases[i].guarded : cases[i].exact);
			pmo_buffer_release(&out);
		}
	}
}

static void lines_end_as_asked(void **state)
{
	(void)state;
	struct pmo_buffer out;
	struct pmo_csv_writer writer;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	pmo_csv_writer_init(&writer, &out);
	writer.delimiter = ';';
	pmo_csv_add_cell(&writer, "a");
	pmo_csv_add_cell(&writer, "b;c");
	pmo_csv_end_record(&writer);
	writer.crlf = true;
	pmo_csv_add_cell(&writer, ""); /* would be a blank line, which is no record */
	pmo_csv_end_record(&writer);
	assert_string_equal(out.data, "a;\"b;c\"\n\"\"\r\n");
	pmo_buffer_release(&out);
}

static void write_all(const struct pmo_csv *csv, struct pmo_buffer *out)
{
	struct pmo_csv_writer writer;
	pmo_csv_writer_init(&writer, out);
	writer.guard = false;
	for (size_t i = 0; i < csv->count; i++) {
		for (size_t j = 0; j < csv->records[i].count; j++)
			pmo_csv_add_cell(&writer, csv->records[i].cells[j]);
		pmo_csv_end_record(&writer);
	}
}

static void check_same(const struct pmo_csv *a, const struct pmo_csv *b)
{
	assert_int_equal(a->count, b->count);
	for (size_t i = 0; i < a->count; i++) {
		assert_int_equal(a->records[i].count, b->records[i].count);
		for (size_t j = 0; j < a->records[i].count; j++)
			assert_string_equal(a->records[i].cells[j], b->records[i].cells[j]);
	}
}

/* Reads a file that another program wrote; returns its records. */
static size_t check_file(const char *path)
{
	struct pmo_buffer bytes, written;
	char chunk[4096];
	size_t size;
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	pmo_buffer_init(&bytes, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&written, PMO_BUFFER_LIMIT);
	while ((size = fread(chunk, 1, sizeof(chunk), file)) > 0)
		pmo_buffer_add(&bytes, chunk, size);
	fclose(file);
	struct fixture first, second;
	if (read_bytes(&first, bytes.data, bytes.length) != PMO_OK)
		fail_msg("%s: %s", path, first.diags.first ? first.diags.first->message : "?");
	write_all(&first.csv, &written);
	assert_int_equal(read_bytes(&second, written.data, written.length), PMO_OK);
	if (second.csv.delimiter == ',')
		check_same(&first.csv, &second.csv);
	size_t count = first.csv.count;
	release(&first);
	release(&second);
	pmo_buffer_release(&bytes);
	pmo_buffer_release(&written);
	return count;
}

static void files_of_other_programs_are_read(void **state)
{
	(void)state;
	const char *shared = getenv("PMO_SHARED");
	if (!shared) {
		print_message("skipped: PMO_SHARED does not name the folder of shared data\n");
		skip();
	}
	char folder[1024], path[2048];
	snprintf(folder, sizeof(folder), "%s/data/csv", shared);
	DIR *directory = opendir(folder);
	assert_non_null(directory);
	size_t files = 0;
	for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
		const char *dot = strrchr(entry->d_name, '.');
		if (!dot || strcmp(dot, ".csv") != 0)
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		size_t records = check_file(path);
		assert_true(records >= 1);
		files++;
	}
	closedir(directory);
	assert_true(files >= 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_are_what_the_file_means),
		cmocka_unit_test(each_record_knows_its_line),
		cmocka_unit_test(old_encodings_become_utf8),
		cmocka_unit_test(what_is_no_csv_is_refused_with_its_place),
		cmocka_unit_test(limits_are_kept),
		cmocka_unit_test(ragged_records_are_read_and_reported),
		cmocka_unit_test(many_ragged_records_do_not_flood),
		cmocka_unit_test(writing_quotes_and_disarms),
		cmocka_unit_test(lines_end_as_asked),
		cmocka_unit_test(files_of_other_programs_are_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

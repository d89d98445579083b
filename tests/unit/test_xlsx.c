/* Workbooks as Excel, LibreOffice and others write them, and those that must be refused. */
#include "unit.h"

#include "archive.h"

#include <pmo/xlsx.h>

#include <stdlib.h>

struct fixture {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct archive archive;
	struct pmo_source source;
	struct pmo_xlsx xlsx;
	struct pmo_csv csv;
};

/* What a test gives of a workbook; NULL: the usual. */
struct book {
	const char *workbook, *styles, *texts, *sheet;
};

static void begin(struct fixture *fixture)
{
	memset(fixture, 0, sizeof(*fixture));
	pmo_arena_init(&fixture->arena);
	pmo_diags_init(&fixture->diags, &fixture->arena);
	archive_begin(&fixture->archive);
}

static void release(struct fixture *fixture)
{
	archive_release(&fixture->archive);
	pmo_arena_release(&fixture->arena);
}

static enum pmo_result open_bytes(struct fixture *fixture, const char *bytes, size_t length)
{
	fixture->source = (struct pmo_source){ .path = "x.xlsx", .bytes = bytes, .length = length };
	return pmo_xlsx_open(&fixture->arena, &fixture->source, &fixture->xlsx, &fixture->diags);
}

static enum pmo_result open_archive(struct fixture *fixture)
{
	archive_end(&fixture->archive);
	return open_bytes(fixture, fixture->archive.bytes.data, fixture->archive.bytes.length);
}

static void add_parts(struct fixture *fixture, const struct book *book)
{
	static const char workbook[] = "<workbook><sheets><sheet name='One' sheetId='1' r:id='s1'/>"
				       "</sheets></workbook>";
	struct archive *archive = &fixture->archive;
	archive_add(archive, "_rels/.rels", ARCHIVE_RELATIONS);
	archive_add(archive, "xl/_rels/workbook.xml.rels", ARCHIVE_PARTS);
	archive_add(archive, "xl/workbook.xml", book->workbook ? book->workbook : workbook);
	if (book->styles)
		archive_add(archive, "xl/styles.xml", book->styles);
	if (book->texts)
		archive_add(archive, "xl/texts.xml", book->texts);
	if (book->sheet)
		archive_add(archive, "xl/sheets/1.xml", book->sheet);
}

static enum pmo_result read_book(struct fixture *fixture, const struct book *book)
{
	begin(fixture);
	add_parts(fixture, book);
	enum pmo_result result = open_archive(fixture);
	return result == PMO_OK ? pmo_xlsx_read(&fixture->arena, &fixture->xlsx, 0, &fixture->csv,
						&fixture->diags)
				: result;
}

/* Cells between bars, rows between slashes. */
static void expect_rows(const struct book *book, const char *expected)
{
	struct fixture fixture;
	struct pmo_buffer out;
	assert_int_equal(read_book(&fixture, book), PMO_OK);
	pmo_buffer_init(&out, 1 << 16);
	for (size_t i = 0; i < fixture.csv.count; i++) {
		pmo_buffer_add_text(&out, i ? "/" : "");
		for (size_t j = 0; j < fixture.csv.records[i].count; j++)
			pmo_buffer_add_format(&out, "%s%s", j ? "|" : "",
					      fixture.csv.records[i].cells[j]);
	}
	assert_string_equal(out.data, expected);
	pmo_buffer_release(&out);
	release(&fixture);
}

#define SHEET(rows) "<worksheet><sheetData>" rows "</sheetData></worksheet>"
#define ROW(cells)  "<row>" cells "</row>"

static void texts_are_shared_inline_and_rich_without_their_readings(void **state)
{
	static const struct book book = {
		.texts = "<sst><si><t>plain</t></si><si><r><rPr><b/></rPr><t>bo</t></r>"
			 "<r><t xml:space='preserve'>ld </t></r></si>"
			 "<si><t>base</t><rPh sb='0' eb='1'><t>reading</t></rPh></si></sst>",
		.sheet =
			SHEET(ROW("<c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
				  "<c t='s'><v>2</v></c><c t='s'><v>9</v></c>"
				  "<c r='E1' t='inlineStr'><is><t>in</t><r><t>line</t></r></is></c>"
				  "<c r='F1' t='str'><f>A1</f><v>result</v></c>")),
	};
	(void)state;
	expect_rows(&book, "plain|bold |base||inline|result");
}

static void escapes_of_controls_are_read_and_line_ends_are_one_character(void **state)
{
	static const struct book book = {
		.sheet = SHEET(ROW("<c t='inlineStr'><is><t>a_x000D_\nb</t></is></c>"
				   "<c t='inlineStr'><is><t>_x005F_x000D__x0041_</t></is></c>"
				   "<c t='inlineStr'><is><t>_x00_x_xZZZZ_</t></is></c>")),
	};
	(void)state;
	expect_rows(&book, "a\nb|_x000D_A|_x00_x_xZZZZ_");
}

static void numbers_have_the_digits_that_people_saw(void **state)
{
	static const struct book book = {
		.sheet = SHEET(ROW("<c><v>45.199999999999996</v></c><c><v>4.5E-5</v></c>"
				   "<c><v>1E+3</v></c><c><v>-0.10</v></c><c><v>0</v></c>"
				   "<c><v>86400</v></c><c><v>999999999999999.99</v></c>"
				   "<c><v>1e500</v></c><c><v>x</v></c><c t='n' s=''><v>7</v></c>")),
	};
	(void)state;
	expect_rows(&book, "45.2|0.000045|1000|-0.1|0|86400|1000000000000000|1e500|x|7");
}

#define STYLES                                                                                     \
	"<styleSheet><numFmts count='3'><numFmt numFmtId='164' formatCode='dd\\/mm\\/yy'/>"        \
	"<numFmt numFmtId='165' formatCode='[$-409]mmm d, yyyy;@'/>"                               \
	"<numFmt numFmtId='166' formatCode='0.0&quot; days&quot;'/></numFmts>"                     \
	"<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"              \
	"<xf numFmtId='14'/><xf numFmtId='22'/><xf numFmtId='164'/><xf numFmtId='165'/>"           \
	"<xf numFmtId='166'/><xf numFmtId='9'/><xf numFmtId='20'/></cellXfs></styleSheet>"
#define DATES                                                                                      \
	SHEET(ROW("<c s='0'><v>46346</v></c><c s='1'><v>46346</v></c>"                             \
		  "<c s='2'><v>46346.604166666664</v></c><c s='3'><v>46346</v></c>"                \
		  "<c s='4'><v>46346</v></c><c s='5'><v>2.5</v></c><c s='6'><v>0.45</v></c>"       \
		  "<c s='7'><v>0.60416666666666663</v></c><c s='1'><v>59</v></c>"                  \
		  "<c s='1'><v>61</v></c><c s='1'><v>-3</v></c><c s='99'><v>1</v></c>"))

static void the_format_of_a_number_says_whether_it_is_a_date(void **state)
{
	static const struct book book = { .styles = STYLES, .sheet = DATES };
	(void)state;
	expect_rows(&book, "46346|2026-11-20|2026-11-20 14:30|2026-11-20|2026-11-20|2.5|45%|14:30|"
			   "1900-02-28|1900-03-01|-3|1");
}

static void dates_may_be_counted_from_1904(void **state)
{
	static const struct book book = {
		.workbook = "<workbook><workbookPr date1904='1'/><sheets>"
			    "<sheet name='One' r:id='s1'/></sheets></workbook>",
		.styles = STYLES,
		.sheet = SHEET(ROW("<c s='1'><v>44884</v></c><c s='1'><v>0</v></c>")),
	};
	(void)state;
	expect_rows(&book, "2026-11-20|1904-01-01");
}

static void truth_values_are_words_and_iso_dates_stay(void **state)
{
	static const struct book book = {
		.sheet = SHEET(ROW("<c t='b'><v>1</v></c><c t='b'><v>0</v></c>"
				   "<c t='d'><v>2026-11-20T00:00:00</v></c>"
				   "<c t='d'><v>2026-11-20T14:30:00</v></c>")),
	};
	(void)state;
	expect_rows(&book, "yes|no|2026-11-20|2026-11-20 14:30");
}

static void prefixes_and_strict_namespaces_change_nothing(void **state)
{
	static const struct book book = {
		.workbook = "<x:workbook xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' "
			    "xmlns:rel='http://purl.oclc.org/ooxml/officeDocument/relationships'>"
			    "<x:sheets><x:sheet name='One' sheetId='7' rel:id='s2'/></x:sheets>"
			    "</x:workbook>",
	};
	struct fixture fixture;
	(void)state;
	begin(&fixture);
	add_parts(&fixture, &book);
	archive_add(&fixture.archive, "xl/two.xml",
		    "<x:worksheet xmlns:x='a'><x:sheetData><x:row r='3'><x:c r='B3' "
		    "t='inlineStr'><x:is><x:t>here</x:t></x:is></x:c></x:row></x:sheetData>"
		    "</x:worksheet>");
	assert_int_equal(open_archive(&fixture), PMO_OK);
	assert_int_equal(
		pmo_xlsx_read(&fixture.arena, &fixture.xlsx, 0, &fixture.csv, &fixture.diags),
		PMO_OK);
	assert_int_equal(fixture.csv.count, 1);
	assert_string_equal(fixture.csv.records[0].cells[0], "here");
	assert_int_equal(fixture.csv.records[0].line, 3);
	assert_int_equal(fixture.csv.first_column, 1);
	release(&fixture);
}

static void hidden_sheets_are_listed_as_such(void **state)
{
	static const struct book book = {
		.workbook = "<workbook><sheets><sheet name='One' r:id='s1'/>"
			    "<sheet name='Lists' state='hidden' r:id='s2'/>"
			    "<sheet name='Deep' state='veryHidden' r:id='s9'/></sheets></workbook>",
		.sheet = SHEET(ROW("<c><v>1</v></c>")),
	};
	struct fixture fixture;
	(void)state;
	assert_int_equal(read_book(&fixture, &book), PMO_OK);
	assert_int_equal(fixture.xlsx.count, 3);
	assert_false(fixture.xlsx.sheets[0].is_hidden);
	assert_true(fixture.xlsx.sheets[1].is_hidden);
	assert_true(fixture.xlsx.sheets[2].is_hidden);
	assert_string_equal(fixture.xlsx.sheets[2].part, "");
	release(&fixture);
}

static void lines_of_a_title_and_an_empty_margin_are_left_out(void **state)
{
	static const struct book book = {
		.sheet = SHEET(
			"<row r='1'><c r='B1' t='str'><v>Risks of the program</v></c></row>"
			"<row r='4'><c r='B4' t='str'><v>ID</v></c><c t='str'><v>Title</v></c>"
			"<c t='str'><v>Owner</v></c></row>"
			"<row r='6'><c r='B6'><v>1</v></c></row>"),
	};
	(void)state;
	expect_rows(&book, "ID|Title|Owner/1");
}

static void errors_and_formulas_without_a_value_are_empty_and_told(void **state)
{
	static const struct book book = {
		.sheet = SHEET(ROW("<c t='str'><v>a</v></c><c t='e'><v>#REF!</v></c>"
				   "<c><f>1+1</f></c><c t='str'><v>b</v></c>")),
	};
	struct fixture fixture;
	(void)state;
	expect_rows(&book, "a|||b");
	assert_int_equal(read_book(&fixture, &book), PMO_OK);
	assert_int_equal(fixture.diags.count[PMO_WARNING], 2);
	assert_non_null(strstr(fixture.diags.first->message, "first B1"));
	assert_non_null(strstr(fixture.diags.last->message, "first C1"));
	release(&fixture);
}

static void a_last_row_far_below_costs_nothing(void **state)
{
	static const struct book book = {
		.sheet = SHEET("<row r='1'><c><v>1</v></c></row>"
			       "<row r='1048576'><c r='A1048576'/><c r='NTP1048576' s='1'/></row>"),
	};
	(void)state;
	expect_rows(&book, "1");
}

static void expect_refused(struct fixture *fixture, enum pmo_result result, const char *code,
			   const char *part_of_message)
{
	assert_int_equal(result, PMO_INVALID);
	assert_non_null(fixture->diags.last);
	assert_string_equal(fixture->diags.last->code, code);
	assert_non_null(strstr(fixture->diags.last->message, part_of_message));
	release(fixture);
}

static void expect_sheet_refused(const char *sheet, const char *part_of_message)
{
	struct fixture fixture;
	struct book book = { .sheet = sheet };
	enum pmo_result result = read_book(&fixture, &book);
	expect_refused(&fixture, result, "xlsx-damaged", part_of_message);
}

static void sheets_that_make_no_sense_are_refused(void **state)
{
	(void)state;
	expect_sheet_refused(SHEET("<row r='2'/><row r='2'/>"), "not in order");
	expect_sheet_refused(SHEET("<row r='2'><c r='A3'><v>1</v></c></row>"), "not of");
	expect_sheet_refused("<worksheet><c><v>1</v></c></worksheet>", "no row");
	expect_sheet_refused(SHEET("<row r='1'><c r='XFD1'><v>1</v></c></row>"), "columns");
	expect_sheet_refused(SHEET("<row r='1048577'/>"), "rows");
	expect_sheet_refused("<worksheet><row>", "no XML");
	expect_sheet_refused("<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet/>", "no XML");
	expect_sheet_refused(NULL, "no table");
}

static void depth_is_limited(void **state)
{
	struct pmo_buffer deep;
	(void)state;
	pmo_buffer_init(&deep, 1 << 20);
	for (int i = 0; i < 100; i++)
		pmo_buffer_add_text(&deep, "<a>");
	for (int i = 0; i < 100; i++)
		pmo_buffer_add_text(&deep, "</a>");
	expect_sheet_refused(deep.data, "no XML");
	pmo_buffer_release(&deep);
}

/* A part that is nothing but blanks, packed as tightly as it goes. */
static void add_bomb(struct archive *archive, size_t length)
{
	size_t room = length / 500 + 4096;
	char *blanks = malloc(length), *packed = malloc(room);
	z_stream stream = { 0 };
	assert_true(blanks && packed);
	memset(blanks, ' ', length);
	assert_int_equal(deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY), Z_OK);
	stream.next_in = (Bytef *)blanks;
	stream.avail_in = (uInt)length;
	stream.next_out = (Bytef *)packed;
	stream.avail_out = (uInt)room;
	assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
	archive_add_packed(archive, "xl/sheets/1.xml", packed, stream.total_out, 8);
	deflateEnd(&stream);
	free(blanks);
	free(packed);
}

static void a_part_that_expands_beyond_measure_is_refused(void **state)
{
	static const struct book book = { 0 };
	struct fixture fixture;
	(void)state;
	begin(&fixture);
	add_parts(&fixture, &book);
	add_bomb(&fixture.archive, 4 << 20);
	assert_int_equal(open_archive(&fixture), PMO_OK);
	enum pmo_result result =
		pmo_xlsx_read(&fixture.arena, &fixture.xlsx, 0, &fixture.csv, &fixture.diags);
	expect_refused(&fixture, result, "xlsx-damaged", "beyond all measure");
}

static void more_than_64_mib_in_all_is_refused(void **state)
{
	static const struct book book = { 0 };
	struct fixture fixture;
	size_t length = 65 << 20;
	char *blanks = malloc(length);
	(void)state;
	assert_non_null(blanks);
	memset(blanks, ' ', length);
	begin(&fixture);
	fixture.archive.bytes.limit = (size_t)80 << 20;
	add_parts(&fixture, &book);
	archive_add_packed(&fixture.archive, "xl/sheets/1.xml", blanks, length, 0);
	free(blanks);
	assert_int_equal(open_archive(&fixture), PMO_OK);
	enum pmo_result result =
		pmo_xlsx_read(&fixture.arena, &fixture.xlsx, 0, &fixture.csv, &fixture.diags);
	expect_refused(&fixture, result, "xlsx-damaged", "64 MiB");
}

static void passwords_are_told(void **state)
{
	static const char encrypted[] =
		"\xd0\xcf\x11\xe0....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
	static const struct book book = { 0 };
	struct fixture fixture;
	(void)state;
	begin(&fixture);
	enum pmo_result result = open_bytes(&fixture, encrypted, sizeof(encrypted));
	expect_refused(&fixture, result, "xlsx-password", "password");
	begin(&fixture);
	fixture.archive.flags = 1;
	add_parts(&fixture, &book);
	result = open_archive(&fixture);
	expect_refused(&fixture, result, "xlsx-password", "password");
}

static void expect_other_kind(const char *part, const char *part_of_message)
{
	struct fixture fixture;
	begin(&fixture);
	archive_add(&fixture.archive, part, "x");
	enum pmo_result result = open_archive(&fixture);
	expect_refused(&fixture, result, "xlsx-kind", part_of_message);
}

static void formats_that_look_alike_are_named(void **state)
{
	struct fixture fixture;
	(void)state;
	expect_other_kind("content.xml", "OpenDocument");
	expect_other_kind("xl/workbook.bin", ".xlsb");
	expect_other_kind("word/document.xml", "Word");
	expect_other_kind("photo.jpg", "archive");
	begin(&fixture);
	enum pmo_result result = open_bytes(&fixture, "\xd0\xcf\x11\xe0 old", 8);
	expect_refused(&fixture, result, "xlsx-kind", ".xls");
}

static void a_workbook_cut_off_anywhere_never_reads_beyond_its_end(void **state)
{
	static const struct book book = { .sheet = SHEET(ROW("<c><v>1</v></c>")) };
	struct fixture whole, cut;
	(void)state;
	assert_int_equal(read_book(&whole, &book), PMO_OK);
	size_t length = whole.archive.bytes.length;
	for (size_t i = 0; i < length; i++) {
		/* Exactly as long as it is, for the sanitizer. */
		char *bytes = malloc(i ? i : 1);
		assert_non_null(bytes);
		memcpy(bytes, whole.archive.bytes.data, i);
		begin(&cut);
		assert_int_equal(open_bytes(&cut, bytes, i), PMO_INVALID);
		release(&cut);
		free(bytes);
	}
	release(&whole);
}

static void cells_have_the_names_that_spreadsheets_give_them(void **state)
{
	static const struct {
		size_t row, column;
		const char *name;
	} cases[] = { { 1, 0, "A1" },
		      { 12, 5, "F12" },
		      { 9, 25, "Z9" },
		      { 10, 26, "AA10" },
		      { 1048576, 16383, "XFD1048576" } };
	char name[PMO_XLSX_CELL_SIZE];
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		pmo_xlsx_cell_name(cases[i].row, cases[i].column, name);
		assert_string_equal(name, cases[i].name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_shared_inline_and_rich_without_their_readings),
		cmocka_unit_test(escapes_of_controls_are_read_and_line_ends_are_one_character),
		cmocka_unit_test(numbers_have_the_digits_that_people_saw),
		cmocka_unit_test(the_format_of_a_number_says_whether_it_is_a_date),
		cmocka_unit_test(dates_may_be_counted_from_1904),
		cmocka_unit_test(truth_values_are_words_and_iso_dates_stay),
		cmocka_unit_test(prefixes_and_strict_namespaces_change_nothing),
		cmocka_unit_test(hidden_sheets_are_listed_as_such),
		cmocka_unit_test(lines_of_a_title_and_an_empty_margin_are_left_out),
		cmocka_unit_test(errors_and_formulas_without_a_value_are_empty_and_told),
		cmocka_unit_test(a_last_row_far_below_costs_nothing),
		cmocka_unit_test(sheets_that_make_no_sense_are_refused),
		cmocka_unit_test(depth_is_limited),
		cmocka_unit_test(a_part_that_expands_beyond_measure_is_refused),
		cmocka_unit_test(more_than_64_mib_in_all_is_refused),
		cmocka_unit_test(passwords_are_told),
		cmocka_unit_test(formats_that_look_alike_are_named),
		cmocka_unit_test(a_workbook_cut_off_anywhere_never_reads_beyond_its_end),
		cmocka_unit_test(cells_have_the_names_that_spreadsheets_give_them),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

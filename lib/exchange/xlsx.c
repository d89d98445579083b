/*
 * A workbook as a whole: the archive, the list of its sheets, and which rows of a sheet are
 * its table.
 */
#include "exchange/xlsx.h"
#include "exchange/xml.h"

#include <pmo/text.h>

#include <string.h>

enum { RELATIONS_MAX = 5000, TITLE_ROWS = 10, TITLE_CELLS = 2 };

static const char zip_mark[] = "PK\x03\x04", old_mark[] = "\xd0\xcf\x11\xe0";

bool pmo_xlsx_is_likely(const char *bytes, size_t length)
{
	return length >= 4 && (memcmp(bytes, zip_mark, 4) == 0 || memcmp(bytes, old_mark, 4) == 0);
}

static enum pmo_result tell(const struct pmo_source *source, struct pmo_diags *diags,
			    const char *code, const char *what, const char *hint)
{
	struct pmo_source *file = pmo_arena_alloc(diags->arena, sizeof(*file));
	struct pmo_place place = { .source = file };
	if (!file)
		return PMO_NO_MEMORY;
	file->path = source->path; /* its bytes are no text to show */
	pmo_diag_add(diags, PMO_ERROR, code, &place, "%s", what);
	if (hint)
		pmo_diag_hint(diags, "%s", hint);
	return PMO_INVALID;
}

enum pmo_result xlsx_tell(const struct pmo_source *source, const struct zip *zip,
			  enum pmo_result result, struct pmo_diags *diags)
{
	const char *why = zip->why ? zip->why : "it is no workbook that can be read";
	if (result == PMO_UNSUPPORTED) {
		(void)tell(source, diags, "library-missing", why, "install it");
		return PMO_IO;
	}
	if (result != PMO_INVALID)
		return result;
	if (strstr(why, "password"))
		return tell(source, diags, "xlsx-password",
			    "the workbook is protected by a password",
			    "open it, save it without the password, and import that");
	char *what = pmo_arena_format(diags->arena, "the workbook cannot be read: %s", why);
	return what ? tell(source, diags, "xlsx-damaged", what,
			   "open it in Excel or LibreOffice and save it again as .xlsx or CSV")
		    : PMO_NO_MEMORY;
}

/* A name as old documents have their parts' names: two bytes a letter. */
static bool has_wide_name(const struct pmo_source *source, const char *name)
{
	size_t length = strlen(name), at = 0;
	for (; at + length * 2 <= source->length; at++) {
		size_t i = 0;
		while (i < length && source->bytes[at + 2 * i] == name[i] &&
		       !source->bytes[at + 2 * i + 1])
			i++;
		if (i == length)
			return true;
	}
	return false;
}

static enum pmo_result tell_old(const struct pmo_source *source, struct pmo_diags *diags)
{
	if (has_wide_name(source, "EncryptedPackage"))
		return tell(source, diags, "xlsx-password",
			    "the workbook is protected by a password",
			    "open it, save it without the password, and import that");
	return tell(source, diags, "xlsx-kind", "this is a workbook of the old kind (.xls)",
		    "open it and save it as .xlsx or CSV");
}

/* The other things that come in archives. */
static enum pmo_result tell_archive(const struct pmo_source *source, const struct zip *zip,
				    struct pmo_diags *diags)
{
	static const struct {
		const char *part, *what, *hint;
	} kinds[] = {
		{ "xl/workbook.bin", "this is a binary workbook (.xlsb)",
		  "open it and save it as .xlsx or CSV" },
		{ "content.xml", "this is an OpenDocument file, not a workbook of Excel",
		  "open it and save it as .xlsx or CSV" },
		{ "word/document.xml", "this is a Word document",
		  "copy its table into a sheet and save that as .xlsx or CSV" },
		{ "ppt/presentation.xml", "this is a PowerPoint file", NULL },
	};
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (zip_find(zip, kinds[i].part))
			return tell(source, diags, "xlsx-kind", kinds[i].what, kinds[i].hint);
	return tell(source, diags, "xlsx-kind", "this is an archive without a workbook in it",
		    "unpack it, and import the list itself");
}

struct relation {
	const char *id, *type, *part;
};

struct opener {
	struct pmo_arena *arena;
	struct zip *zip;
	struct pmo_xlsx *xlsx;
	const char *folder; /* that targets are relative to, "xl/" */
	struct relation *relations;
	size_t relation_count, relation_capacity;
	size_t sheet_capacity;
	bool failed;
};

/* `/xl/a.xml`, `a.xml` and `../a.xml` as names in the archive. */
static const char *part_of(struct opener *opener, const char *target)
{
	size_t folder = strlen(opener->folder);
	if (*target == '/')
		return pmo_arena_string(opener->arena, target + 1);
	for (; strncmp(target, "./", 2) == 0; target += 2)
		;
	for (; strncmp(target, "../", 3) == 0; target += 3) {
		folder -= folder > 0;
		while (folder && opener->folder[folder - 1] != '/')
			folder--;
	}
	return pmo_arena_format(opener->arena, "%.*s%s", (int)folder, opener->folder, target);
}

static enum pmo_result begin_relation(void *context, const char *name, const char **attributes)
{
	struct opener *opener = context;
	const char *id = xml_attribute(attributes, "Id"), *type = xml_attribute(attributes, "Type");
	const char *target = xml_attribute(attributes, "Target");
	if (strcmp(name, "Relationship") != 0 || !id || !type || !target)
		return PMO_OK;
	if (opener->relation_count == RELATIONS_MAX)
		return PMO_INVALID;
	struct relation *relations =
		pmo_arena_grow(opener->arena, opener->relations, opener->relation_count,
			       &opener->relation_capacity, sizeof(*relations));
	if (!relations)
		return PMO_NO_MEMORY;
	opener->relations = relations;
	const char *slash = strrchr(type, '/');
	struct relation *relation = &relations[opener->relation_count++];
	relation->id = pmo_arena_string(opener->arena, id);
	relation->type = pmo_arena_string(opener->arena, slash ? slash + 1 : type);
	relation->part = part_of(opener, target);
	return relation->id && relation->type && relation->part ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result end_nothing(void *context, const char *name)
{
	(void)context;
	(void)name;
	return PMO_OK;
}

/* The relations of a part, `xl/workbook.xml`. */
static enum pmo_result read_relations(struct opener *opener, const char *part)
{
	const char *slash = strrchr(part, '/'), *name = slash ? slash + 1 : part;
	struct xml_handler handler = { begin_relation, end_nothing, NULL, opener };
	opener->folder = pmo_arena_copy(opener->arena, part, (size_t)(name - part));
	char *path = opener->folder ? pmo_arena_format(opener->arena, "%s_rels/%s.rels",
						       opener->folder, name)
				    : NULL;
	if (!path)
		return PMO_NO_MEMORY;
	opener->relation_count = 0;
	const struct zip_entry *entry = zip_find(opener->zip, path);
	return entry ? xml_read_entry(opener->zip, entry, &handler) : PMO_OK;
}

static const char *related(const struct opener *opener, const char *id, const char *type)
{
	for (size_t i = 0; i < opener->relation_count; i++) {
		const struct relation *relation = &opener->relations[i];
		if ((!id || strcmp(relation->id, id) == 0) && strcmp(relation->type, type) == 0)
			return relation->part;
	}
	return NULL;
}

static enum pmo_result add_sheet(struct opener *opener, const char **attributes)
{
	struct pmo_xlsx *xlsx = opener->xlsx;
	const char *name = xml_attribute(attributes, "name");
	const char *id = xml_attribute(attributes, "id");
	const char *state = xml_attribute(attributes, "state");
	if (xlsx->count == PMO_XLSX_SHEETS_MAX)
		return PMO_INVALID;
	struct pmo_xlsx_sheet *sheets = pmo_arena_grow(opener->arena, xlsx->sheets, xlsx->count,
						       &opener->sheet_capacity, sizeof(*sheets));
	if (!sheets)
		return PMO_NO_MEMORY;
	xlsx->sheets = sheets;
	struct pmo_xlsx_sheet *sheet = &sheets[xlsx->count++];
	const char *part = id ? related(opener, id, "worksheet") : NULL;
	sheet->part = part ? part : "";
	sheet->is_hidden = state && strcmp(state, "visible") != 0;
	sheet->name = name ? pmo_arena_string(opener->arena, name)
			   : pmo_arena_format(opener->arena, "sheet %zu", xlsx->count);
	return sheet->name ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result begin_workbook(void *context, const char *name, const char **attributes)
{
	struct opener *opener = context;
	if (strcmp(name, "workbookPr") == 0) {
		const char *value = xml_attribute(attributes, "date1904");
		opener->xlsx->is_1904 = value && (*value == '1' || *value == 't');
	}
	return strcmp(name, "sheet") == 0 ? add_sheet(opener, attributes) : PMO_OK;
}

/* Where the workbook is only the relations say; most often it is in its usual place. */
static enum pmo_result find_workbook(struct opener *opener, const char **part)
{
	enum pmo_result result = read_relations(opener, "");
	*part = result == PMO_OK ? related(opener, NULL, "officeDocument") : NULL;
	if (!*part || !zip_find(opener->zip, *part))
		*part = zip_find(opener->zip, "xl/workbook.xml") ? "xl/workbook.xml" : NULL;
	return result;
}

static enum pmo_result read_workbook(struct opener *opener, const char *part)
{
	struct xml_handler handler = { begin_workbook, end_nothing, NULL, opener };
	enum pmo_result result = read_relations(opener, part);
	if (result == PMO_OK)
		result = xml_read_entry(opener->zip, zip_find(opener->zip, part), &handler);
	opener->xlsx->styles_part = related(opener, NULL, "styles");
	opener->xlsx->strings_part = related(opener, NULL, "sharedStrings");
	if (result == PMO_OK && !opener->xlsx->count) {
		opener->zip->why = "it has no sheets";
		return PMO_INVALID;
	}
	return result;
}

static bool is_workbook_name(const char *part)
{
	return strstr(part, "workbook") && !strstr(part, ".bin");
}

enum pmo_result pmo_xlsx_open(struct pmo_arena *arena, const struct pmo_source *source,
			      struct pmo_xlsx *xlsx, struct pmo_diags *diags)
{
	struct zip zip;
	struct opener opener = { .arena = arena, .zip = &zip, .xlsx = xlsx };
	const char *part = NULL;
	*xlsx = (struct pmo_xlsx){ .source = source };
	if (source->length >= 4 && memcmp(source->bytes, old_mark, 4) == 0)
		return tell_old(source, diags);
	enum pmo_result result = zip_open(&zip, arena, source->bytes, source->length);
	if (result == PMO_OK)
		result = find_workbook(&opener, &part);
	if (result == PMO_OK && (!part || !is_workbook_name(part)))
		return tell_archive(source, &zip, diags);
	if (result == PMO_OK)
		result = read_workbook(&opener, part);
	return xlsx_tell(source, &zip, result, diags);
}

static size_t filled(const struct pmo_csv_record *record)
{
	size_t count = 0;
	for (size_t i = 0; i < record->count; i++)
		count += *record->cells[i] != '\0';
	return count;
}

/* Above a table there may be its title, a date: lines of a cell or two where it has more. */
static size_t skip_titles(const struct xlsx_rows *rows)
{
	size_t most = 0, first = 0;
	for (size_t i = 0; i < rows->count && i < TITLE_ROWS; i++) {
		size_t count = filled(&rows->items[i]);
		most = count > most ? count : most;
	}
	while (first + 1 < rows->count && first < TITLE_ROWS && most > TITLE_CELLS &&
	       filled(&rows->items[first]) <= TITLE_CELLS)
		first++;
	return first < TITLE_ROWS ? first : 0;
}

/* Columns on the left in which nothing stands are margin. */
static void cut_margin(struct pmo_csv *csv)
{
	size_t margin = SIZE_MAX;
	for (size_t i = 0; i < csv->count; i++) {
		size_t empty = 0;
		while (empty < csv->records[i].count && !*csv->records[i].cells[empty])
			empty++;
		margin = empty < margin ? empty : margin;
	}
	for (size_t i = 0; i < csv->count && margin; i++) {
		csv->records[i].cells += margin;
		csv->records[i].count -= margin;
	}
	csv->first_column = csv->count ? margin : 0;
}

static void tell_cells(const struct xlsx_rows *rows, const struct pmo_source *place,
		       struct pmo_diags *diags)
{
	struct pmo_place where = { .source = place };
	if (rows->errors)
		pmo_diag_add(diags, PMO_WARNING, "xlsx-cells", &where,
			     "%zu cell%s an error such as #REF! and count%s as empty, first %s",
			     rows->errors, rows->errors == 1 ? " holds" : "s hold",
			     rows->errors == 1 ? "s" : "", rows->first_error);
	if (rows->without_value)
		pmo_diag_add(diags, PMO_WARNING, "xlsx-cells", &where,
			     "%zu formula%s no stored value and count%s as empty, first %s; "
			     "saving the file in Excel stores them",
			     rows->without_value, rows->without_value == 1 ? " has" : "s have",
			     rows->without_value == 1 ? "s" : "", rows->first_without);
}

/* Where messages point: "risks.xlsx: Sheet 1". */
static struct pmo_source *name_place(struct pmo_arena *arena, const struct pmo_xlsx *xlsx,
				     const char *sheet)
{
	struct pmo_source *place = pmo_arena_alloc(arena, sizeof(*place));
	if (place)
		place->path = xlsx->count == 1 ? xlsx->source->path
					       : pmo_arena_format(arena, "%s, sheet %s",
								  xlsx->source->path, sheet);
	return place && place->path ? place : NULL;
}

static enum pmo_result read_parts(struct xlsx_book *book, const struct pmo_xlsx *xlsx,
				  const char *part, struct xlsx_rows *rows)
{
	struct zip *zip = &book->zip;
	enum pmo_result result =
		zip_open(zip, book->arena, xlsx->source->bytes, xlsx->source->length);
	if (result == PMO_OK)
		result = xlsx_read_styles(zip, xlsx->styles_part, book->arena, &book->styles);
	if (result == PMO_OK)
		result = xlsx_read_strings(zip, xlsx->strings_part, book->arena, &book->strings);
	return result == PMO_OK ? xlsx_read_rows(book, part, rows) : result;
}

enum pmo_result pmo_xlsx_read(struct pmo_arena *arena, const struct pmo_xlsx *xlsx, size_t sheet,
			      struct pmo_csv *csv, struct pmo_diags *diags)
{
	struct xlsx_book book = { .arena = arena, .is_1904 = xlsx->is_1904 };
	struct xlsx_rows rows = { 0 };
	struct pmo_source *place = name_place(arena, xlsx, xlsx->sheets[sheet].name);
	memset(csv, 0, sizeof(*csv));
	csv->source = place;
	csv->sheet = xlsx->sheets[sheet].name;
	if (!place)
		return PMO_NO_MEMORY;
	enum pmo_result result = read_parts(&book, xlsx, xlsx->sheets[sheet].part, &rows);
	if (result == PMO_INVALID && rows.why)
		book.zip.why = rows.why;
	if (result != PMO_OK)
		return xlsx_tell(place, &book.zip, result, diags);
	size_t first = skip_titles(&rows);
	csv->records = first ? rows.items + first : rows.items;
	csv->count = rows.count - first;
	cut_margin(csv);
	tell_cells(&rows, place, diags);
	return PMO_OK;
}

/* A sheet of a workbook as the table of an import: which one, and what it is called. */
#include "exchange/import.h"

#include <pmo/text.h>
#include <pmo/xlsx.h>

#include <string.h>

enum { SHEETS_TRIED = 20, SHEETS_TOLD = 30 };

struct sheet_choice {
	struct pmo_import *import;
	struct pmo_arena *arena;
	struct pmo_xlsx xlsx;
};

static struct pmo_diags *diags_of(const struct sheet_choice *choice)
{
	return pmo_workspace_diags(choice->import->workspace);
}

/* "Risks, Issues; hidden: Lists" */
static const char *list_sheets(const struct sheet_choice *choice)
{
	struct pmo_buffer text;
	size_t told = 0, hidden = 0;
	pmo_buffer_init(&text, 1 << 16);
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < choice->xlsx.count && told < SHEETS_TOLD; i++) {
			const struct pmo_xlsx_sheet *sheet = &choice->xlsx.sheets[i];
			if (sheet->is_hidden != (pass == 1))
				continue;
			const char *between = told ? ", " : "";
			if (sheet->is_hidden && !hidden++)
				between = told ? "; hidden: " : "hidden: ";
			pmo_buffer_add_format(&text, "%s%s", between, sheet->name);
			told++;
		}
	if (told < choice->xlsx.count)
		pmo_buffer_add_format(&text, " and %zu more", choice->xlsx.count - told);
	char *copy = pmo_arena_copy(choice->arena, text.data, text.length);
	pmo_buffer_release(&text);
	return copy ? copy : "";
}

static enum pmo_result refuse(struct sheet_choice *choice, enum pmo_result result, const char *what)
{
	struct pmo_source *file = pmo_arena_alloc(choice->arena, sizeof(*file));
	struct pmo_place place = { .source = file };
	if (!file)
		return PMO_NO_MEMORY;
	file->path = choice->xlsx.source->path;
	pmo_diag_add(diags_of(choice), PMO_ERROR, "import-sheet", &place, "%s: %s", what,
		     list_sheets(choice));
	pmo_diag_hint(diags_of(choice), "say which: --sheet NAME");
	return result;
}

static enum pmo_result read_sheet(struct sheet_choice *choice, size_t sheet, struct pmo_csv *csv)
{
	return pmo_xlsx_read(choice->arena, &choice->xlsx, sheet, csv, diags_of(choice));
}

static int find_named(const struct sheet_choice *choice, const char *name)
{
	for (size_t i = 0; i < choice->xlsx.count; i++)
		if (pmo_text_compare(choice->xlsx.sheets[i].name, name) == 0)
			return (int)i;
	return -1;
}

/* The sheet that has the name of the register that was asked for: Risks. */
static int find_of_register(const struct sheet_choice *choice)
{
	const struct pmo_import *import = choice->import;
	const char *name = import->options.register_name;
	const struct pmo_schema *wanted =
		name ? pmo_workspace_schema(import->workspace, name) : NULL;
	for (size_t i = 0; wanted && i < choice->xlsx.count; i++)
		if (pmo_text_compare(choice->xlsx.sheets[i].name, wanted->table->plural) == 0 ||
		    pmo_text_compare(choice->xlsx.sheets[i].name, wanted->table->name) == 0)
			return (int)i;
	return -1;
}

/* The only one that is shown and has anything in it. */
static enum pmo_result read_only_one(struct sheet_choice *choice)
{
	struct pmo_csv *csv = &choice->import->csv;
	size_t visible = 0, full = 0;
	struct pmo_diags before = *diags_of(choice);
	*csv = (struct pmo_csv){ 0 };
	for (size_t i = 0; i < choice->xlsx.count; i++)
		visible += !choice->xlsx.sheets[i].is_hidden && *choice->xlsx.sheets[i].part;
	if (!visible)
		return refuse(choice, PMO_USAGE, "no sheet is shown in this workbook");
	if (visible > SHEETS_TRIED)
		return refuse(choice, PMO_USAGE, "the workbook has several sheets");
	for (size_t i = 0; i < choice->xlsx.count; i++) {
		const struct pmo_xlsx_sheet *sheet = &choice->xlsx.sheets[i];
		struct pmo_csv one;
		if (sheet->is_hidden || !*sheet->part)
			continue;
		enum pmo_result result = read_sheet(choice, i, &one);
		if (result != PMO_OK)
			return result;
		full += one.count > 0;
		if (one.count || !csv->source)
			*csv = one;
		if (full > 1) {
			/* What is wrong in a sheet matters once it is the one. */
			*diags_of(choice) = before;
			if (before.last)
				before.last->next = NULL;
			return refuse(choice, PMO_USAGE, "the workbook has several sheets");
		}
	}
	return PMO_OK;
}

enum pmo_result import_read_workbook(struct pmo_import *import, const struct pmo_source *source)
{
	struct sheet_choice choice = { .import = import };
	choice.arena = pmo_workspace_arena(import->workspace);
	const char *name = import->options.sheet;
	enum pmo_result result =
		pmo_xlsx_open(choice.arena, source, &choice.xlsx, diags_of(&choice));
	if (result != PMO_OK)
		return result;
	import->sheet_count = choice.xlsx.count;
	int sheet = name ? find_named(&choice, name) : find_of_register(&choice);
	if (name && sheet < 0)
		return refuse(
			&choice, PMO_NOT_FOUND,
			pmo_arena_format(choice.arena, "there is no sheet '%s'; there are", name));
	return sheet < 0 ? read_only_one(&choice)
			 : read_sheet(&choice, (size_t)sheet, &import->csv);
}

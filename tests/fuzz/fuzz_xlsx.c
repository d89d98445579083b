/*
 * Workbooks of any bytes. What begins as an archive is read as one; anything else is cut at its
 * NUL bytes into the parts of a workbook that hangs together, so that what lies behind the
 * archive is reached, too. Whatever is read has as many cells as it says.
 */
#include "../unit/archive.h"

#include <pmo/xlsx.h>

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { SHEETS_READ = 4 };

static void read_all(const char *bytes, size_t length)
{
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_xlsx xlsx;
	struct pmo_source source = { .path = "x", .bytes = bytes, .length = length };
	size_t cells = 0;
	pmo_arena_init(&arena);
	pmo_diags_init(&diags, &arena);
	enum pmo_result result = pmo_xlsx_open(&arena, &source, &xlsx, &diags);
	if (result == PMO_INVALID && !diags.first)
		abort();
	for (size_t i = 0; result == PMO_OK && i < xlsx.count && i < SHEETS_READ; i++) {
		struct pmo_csv csv;
		if (pmo_xlsx_read(&arena, &xlsx, i, &csv, &diags) != PMO_OK)
			continue;
		for (size_t row = 0; row < csv.count; row++)
			for (size_t cell = 0; cell < csv.records[row].count; cell++)
				cells += strlen(csv.records[row].cells[cell]);
	}
	if (cells > (size_t)1 << 40)
		abort();
	pmo_arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const parts[] = { "xl/sheets/1.xml", "xl/styles.xml", "xl/texts.xml",
					     "xl/workbook.xml" };
	struct archive archive;
	if (size >= 2 && memcmp(data, "PK", 2) == 0) {
		read_all((const char *)data, size);
		return 0;
	}
	archive_begin(&archive);
	archive_add(&archive, "_rels/.rels", ARCHIVE_RELATIONS);
	archive_add(&archive, "xl/_rels/workbook.xml.rels", ARCHIVE_PARTS);
	for (size_t i = 0; i < 4; i++) {
		const uint8_t *end = size ? memchr(data, 0, size) : NULL;
		size_t length = end ? (size_t)(end - data) : size;
		if (i == 3 && !length)
			archive_add(&archive, parts[i],
				    "<w><sheets><sheet name='a' r:id='s1'/></sheets></w>");
		else
			archive_add_packed(&archive, parts[i], (const char *)data, length, 0);
		data += length + (end != NULL);
		size -= length + (end != NULL);
	}
	archive_end(&archive);
	read_all(archive.bytes.data, archive.bytes.length);
	archive_release(&archive);
	return 0;
}

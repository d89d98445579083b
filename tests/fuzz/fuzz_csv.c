/* What was read from any bytes and written again reads as the same cells. */
#include <pmo/csv.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void write_all(const struct pmo_csv *csv, struct pmo_buffer *out)
{
	struct pmo_csv_writer writer;
	pmo_csv_writer_init(&writer, out);
	writer.guard = false;
	writer.delimiter = csv->delimiter;
	for (size_t i = 0; i < csv->count; i++) {
		for (size_t j = 0; j < csv->records[i].count; j++)
			pmo_csv_add_cell(&writer, csv->records[i].cells[j]);
		pmo_csv_end_record(&writer);
	}
}

static void check_same(const struct pmo_csv *a, const struct pmo_csv *b)
{
	if (a->count != b->count)
		abort();
	for (size_t i = 0; i < a->count; i++) {
		const struct pmo_csv_record *x = &a->records[i], *y = &b->records[i];
		if (x->count != y->count)
			abort();
		for (size_t j = 0; j < x->count; j++) {
			if (strcmp(x->cells[j], y->cells[j]) != 0)
				abort();
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_csv first, second;
	struct pmo_buffer written;
	struct pmo_source source = { .path = "x", .bytes = (const char *)data, .length = size };
	pmo_arena_init(&arena);
	pmo_diags_init(&diags, &arena);
	pmo_buffer_init(&written, PMO_BUFFER_LIMIT);
	if (pmo_csv_read(&arena, &source, 0, &first, &diags) == PMO_OK && first.count) {
		write_all(&first, &written);
		struct pmo_source again = { .path = "x",
					    .bytes = written.data,
					    .length = written.length };
		if (pmo_csv_read(&arena, &again, first.delimiter, &second, &diags) != PMO_OK)
			abort();
		check_same(&first, &second);
	}
	pmo_buffer_release(&written);
	pmo_arena_release(&arena);
	return 0;
}

/* Words, input, output; see book.h for what comes in. */
#include "book.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DONE = 0, WRONG = 2, SYSTEM = 4, SHOWN_SIZE = 32, DAYS_TO_1970 = 25569, DAY = 86400 };

struct input {
	char *bytes;
	size_t length, capacity;
};

struct words {
	char as_of[SHOWN_SIZE]; /* for people; "" when it was not said */
	time_t created;
};

static int fail(int status, const char *what, const char *detail)
{
	fprintf(stderr, "pmo-export-xlsx: %s%s%s\n", what, detail ? ": " : "",
		detail ? detail : "");
	return status;
}

static int read_all(struct input *input)
{
	for (;;) {
		if (input->capacity == input->length) {
			size_t larger = input->capacity ? input->capacity * 2 : 1 << 18;
			char *bytes = realloc(input->bytes, larger);
			if (!bytes)
				return fail(SYSTEM, "out of memory", NULL);
			input->bytes = bytes;
			input->capacity = larger;
		}
		ssize_t got = read(STDIN_FILENO, input->bytes + input->length,
				   input->capacity - input->length);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return fail(SYSTEM, "standard input cannot be read", strerror(errno));
		if (got == 0)
			return DONE;
		input->length += (size_t)got;
	}
}

/* `2026-11-20` becomes the day for people, and the only time in the file. */
static bool read_as_of(const char *text, struct words *words)
{
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
					      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	double serial;
	if (!cell_number(CELL_DATE, text, &serial))
		return false;
	long month = strtol(text + 5, NULL, 10), day = strtol(text + 8, NULL, 10);
	snprintf(words->as_of, SHOWN_SIZE, "%s %ld, %.4s", months[month - 1], day, text);
	words->created = ((time_t)serial - DAYS_TO_1970) * DAY;
	return true;
}

/*
 * Where memory ends in the middle of a text, jansson leaves out a letter and goes on. So a table
 * is read twice: memory that ends does not end at the same letter again.
 */
static json_t *load_table(const struct input *input, size_t at, json_error_t *error, bool *is_short)
{
	const char *bytes = input->bytes + at;
	size_t length = input->length - at;
	json_t *table = json_loadb(bytes, length, JSON_DISABLE_EOF_CHECK, error);
	*is_short = !table && json_error_code(error) == json_error_out_of_memory;
	if (!table)
		return NULL;
	json_t *again = json_loadb(bytes, length, JSON_DISABLE_EOF_CHECK, error);
	*is_short = !again || !json_equal(table, again);
	json_decref(again);
	if (!*is_short)
		return table;
	json_decref(table);
	return NULL;
}

static int add_tables(struct book *book, const struct input *input)
{
	size_t at = 0, sheets = 0;
	json_error_t error;
	for (;;) {
		while (at < input->length && strchr(" \t\r\n", input->bytes[at]))
			at++;
		if (at == input->length)
			return sheets ? DONE : fail(WRONG, "there is no table", NULL);
		bool is_short;
		json_t *table = load_table(input, at, &error, &is_short);
		if (is_short)
			return fail(SYSTEM, "out of memory", NULL);
		if (!table)
			return fail(WRONG, "the input is no JSON", error.text);
		const char *why;
		bool fine = book_add_sheet(book, table, &why);
		json_decref(table);
		if (!fine)
			return fail(WRONG, "this table cannot be written", why);
		at += (size_t)error.position;
		sheets++;
	}
}

/* libxlsxwriter writes files only. */
static int copy_out(const char *path)
{
	char piece[65536];
	FILE *file = fopen(path, "rb");
	bool fine = file;
	size_t got;
	while (fine && (got = fread(piece, 1, sizeof(piece), file)) > 0)
		fine = fwrite(piece, 1, got, stdout) == got;
	fine = fine && !ferror(file) && fflush(stdout) == 0;
	int error = errno;
	if (file)
		fclose(file);
	return fine ? DONE : fail(SYSTEM, "the workbook cannot be written", strerror(error));
}

static int write_book(const struct input *input, const struct words *words, const char *path)
{
	lxw_doc_properties properties = { .created = words->created };
	struct book book = { .as_of = *words->as_of ? words->as_of : NULL };
	book.workbook = workbook_new(path);
	if (!book.workbook)
		return fail(SYSTEM, "out of memory", NULL);
	int status = DONE;
	if (workbook_set_properties(book.workbook, &properties) != LXW_NO_ERROR)
		status = fail(SYSTEM, "out of memory", NULL);
	if (status == DONE)
		status = add_tables(&book, input);
	lxw_error error = workbook_close(book.workbook);
	if (status == DONE && error != LXW_NO_ERROR)
		status = fail(SYSTEM, "the workbook cannot be written", lxw_strerror(error));
	if (status == DONE && book.cut)
		fprintf(stderr, "pmo-export-xlsx: %zu texts were too long for a cell and are cut\n",
			book.cut);
	return status == DONE ? copy_out(path) : status;
}

static int run(const struct words *words)
{
	struct input input = { 0 };
	const char *folder = getenv("TMPDIR");
	char path[4096];
	if (!folder || !*folder)
		folder = "/tmp";
	int length = snprintf(path, sizeof(path), "%s/pmo-xlsx-XXXXXX", folder);
	int file = length > 0 && (size_t)length < sizeof(path) ? mkstemp(path) : -1;
	if (file < 0)
		return fail(SYSTEM, "no temporary file can be made", strerror(errno));
	close(file);
	int status = read_all(&input);
	if (status == DONE)
		status = write_book(&input, words, path);
	unlink(path);
	free(input.bytes);
	return status;
}

int main(int argc, char **argv)
{
	struct words words = { .created = DAY }; /* a day that is no time of this run */
	if (argc == 2 && strcmp(argv[1], "--version") == 0)
		return printf("pmo-export-xlsx %s, libxlsxwriter %s\n", PMO_VERSION,
			      lxw_version()) < 0
			       ? SYSTEM
			       : DONE;
	if (argc != 1 && !(argc == 3 && strcmp(argv[1], "--as-of") == 0))
		return fail(WRONG, "this is how: pmo-export-xlsx [--as-of DATE] < tables", NULL);
	if (argc == 3 && !read_as_of(argv[2], &words))
		return fail(WRONG, "--as-of takes a date such as 2026-11-20", NULL);
	if (isatty(STDOUT_FILENO))
		return fail(WRONG, "a workbook is no text; send the output to a file", NULL);
	return run(&words);
}

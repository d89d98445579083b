/* Files of replies, taken apart into messages. */
#include "take.h"

#include <pmo/csv.h>
#include <pmo/mail.h>
#include <pmo/text.h>

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { BYTES = 64 << 20, MESSAGES = 10000, ANSWER_BYTES = 8000 };

static enum pmo_result read_input(struct cli *cli, char **bytes, size_t *length)
{
	struct pmo_buffer text;
	char piece[1 << 14];
	ssize_t got;
	pmo_buffer_init(&text, BYTES);
	while ((got = read(STDIN_FILENO, piece, sizeof(piece))) != 0) {
		if (got < 0 && errno != EINTR)
			break;
		if (got > 0)
			pmo_buffer_add(&text, piece, (size_t)got);
	}
	enum pmo_result result = got < 0 ? PMO_IO : text.failed ? PMO_INVALID : PMO_OK;
	if (got < 0)
		cli_say("standard input cannot be read: %s", strerror(errno));
	else if (text.failed)
		cli_say("standard input is longer than 64 MiB");
	*bytes = result == PMO_OK ? pmo_arena_copy(&cli->arena, text.data, text.length) : NULL;
	*length = text.length;
	pmo_buffer_release(&text);
	return result == PMO_OK && !*bytes ? PMO_NO_MEMORY : result;
}

/* Text that is no message: somebody pasted it, or saved the form. */
static enum pmo_result read_plain(struct take_work *work, const char *bytes, size_t length,
				  struct pmo_reply *reply)
{
	struct pmo_arena *arena = &work->cli->arena;
	struct pmo_buffer text;
	pmo_buffer_init(&text, BYTES);
	for (size_t i = 0; i < length;) {
		uint32_t character;
		size_t step = pmo_text_next(bytes + i, length - i, &character);
		if (character == '\n' || character == '\t' || !pmo_text_is_hidden(character))
			pmo_text_add_character(&text, character);
		i += step ? step : 1;
	}
	reply->address = reply->message_id = reply->subject = "";
	reply->text = text.failed ? NULL : pmo_arena_copy(arena, text.data, text.length);
	pmo_buffer_release(&text);
	return reply->text ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result read_message(struct take_work *work, const char *source, const char *bytes,
				    size_t length)
{
	struct pmo_mail_message message;
	struct pmo_reply reply = { .source = source, .person = work->person };
	enum pmo_result result = pmo_mail_read(bytes, length, &work->cli->arena, &message);
	if (result == PMO_OK) {
		reply.address = message.from_address ? message.from_address : "";
		reply.message_id = message.message_id;
		reply.subject = message.subject;
		reply.text = message.text;
		reply.automatic = message.automatic;
	} else if (result == PMO_INVALID) {
		result = read_plain(work, bytes, length, &reply);
	}
	if (result == PMO_OK)
		result = pmo_mail_strip_quotes(reply.text, &work->cli->arena, &reply.fresh);
	work->messages++;
	return result == PMO_OK ? pmo_take_read(&work->take, &reply) : result;
}

enum pmo_result take_read_file(struct take_work *work, const char *path)
{
	struct cli *cli = work->cli;
	struct pmo_source *source = pmo_arena_alloc(&cli->arena, sizeof(*source));
	bool from_input = strcmp(path, "-") == 0, is_table = false;
	char *bytes;
	size_t length, at = 0, start = 0, taken;
	if (!source)
		return PMO_NO_MEMORY;
	enum pmo_result result = from_input ? read_input(cli, &bytes, &length)
					    : cli_read_file(cli, path, &bytes, &length);
	if (result != PMO_OK)
		return result;
	const char *slash = strrchr(path, '/');
	const char *name = from_input ? "standard input" : slash ? slash + 1 : path;
	*source = (struct pmo_source){ .path = name, .bytes = bytes, .length = length };
	result = take_read_table(work, source, &is_table);
	if (result != PMO_OK || is_table)
		return result;
	while (result == PMO_OK && work->messages < MESSAGES &&
	       (taken = pmo_mail_next(bytes, length, &at)) > 0) {
		result = read_message(work, name, bytes + start, taken);
		start = at;
	}
	return result;
}

static int find_column(const struct pmo_csv_record *head, const char *name)
{
	for (size_t i = 0; i < head->count; i++)
		if (pmo_ascii_equal(head->cells[i], name))
			return (int)i;
	return -1;
}

struct columns {
	int checkin, id, question, answer;
};

static const char *cell_of(const struct pmo_csv_record *record, int column)
{
	return (size_t)column < record->count ? record->cells[column] : "";
}

/* The rows of one check-in as the lines of its form. */
static enum pmo_result read_rows(struct take_work *work, const struct pmo_csv *csv, size_t *row,
				 const struct columns *columns)
{
	struct cli *cli = work->cli;
	const char *checkin = cell_of(&csv->records[*row], columns->checkin);
	struct pmo_reply reply = { .source = csv->source->path,
				   .person = work->person,
				   .address = "",
				   .message_id = "",
				   .subject = checkin };
	struct pmo_buffer text;
	pmo_buffer_init(&text, BYTES);
	for (; *row < csv->count; ++*row) {
		const struct pmo_csv_record *record = &csv->records[*row];
		if (strcmp(cell_of(record, columns->checkin), checkin) != 0)
			break;
		const char *answer = cell_of(record, columns->answer);
		answer += *answer == '\''; /* the guard against formulas */
		char *line = pmo_arena_format(
			&cli->arena, "%.64s %.64s: %.*s", cell_of(record, columns->id),
			cell_of(record, columns->question), ANSWER_BYTES, answer);
		for (char *c = line; c && *c; c++)
			if (*c == '\n' || *c == '\r')
				*c = ' ';
		pmo_buffer_add_format(&text, "%s\n", line ? line : "");
	}
	reply.text = text.failed ? NULL : pmo_arena_copy(&cli->arena, text.data, text.length);
	reply.fresh = "";
	pmo_buffer_release(&text);
	work->messages++;
	return reply.text ? pmo_take_read(&work->take, &reply) : PMO_NO_MEMORY;
}

enum pmo_result take_read_table(struct take_work *work, const struct pmo_source *source,
				bool *is_table)
{
	struct pmo_csv csv;
	struct pmo_diags unheard;
	size_t row = 1, line = 0;
	while (line < source->length && source->bytes[line] != '\n')
		line++;
	char *head = pmo_arena_copy(&work->cli->arena, source->bytes, line < 512 ? line : 512);
	*is_table = false;
	if (!head)
		return PMO_NO_MEMORY;
	if (!strstr(head, "checkin") || !strstr(head, "question") || !strstr(head, "answer"))
		return PMO_OK;
	pmo_diags_init(&unheard, &work->cli->arena);
	enum pmo_result result = pmo_csv_read(&work->cli->arena, source, 0, &csv, &unheard);
	if (result != PMO_OK || !csv.count)
		return result == PMO_NO_MEMORY ? result : PMO_OK;
	const struct columns columns = { find_column(&csv.records[0], "checkin"),
					 find_column(&csv.records[0], "id"),
					 find_column(&csv.records[0], "question"),
					 find_column(&csv.records[0], "answer") };
	if (columns.checkin < 0 || columns.id < 0 || columns.question < 0 || columns.answer < 0)
		return PMO_OK;
	*is_table = true;
	while (result == PMO_OK && row < csv.count)
		result = read_rows(work, &csv, &row, &columns);
	return result;
}

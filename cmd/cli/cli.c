/* What commands ask of the command line: messages, records, updates, files. */
#include "cli/cli.h"

#include "cli/environment.h"
#include "cli/last.h"
#include "cli/terminal.h"
#include "cli/wrap.h"

#include <pmo/text.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MESSAGE_MAX = 1 << 16, FILE_MAX = 64 << 20 };

/* That memory ended must be told without any; plain characters are all it takes. */
static void PMO_PRINTF(1, 0) say_in_place(const char *format, va_list args)
{
	char line[512];
	if (vsnprintf(line, sizeof(line), format, args) < 0)
		return;
	for (char *c = line; *c; c++)
		if ((unsigned char)*c < 0x20 || (unsigned char)*c >= 0x7f)
			*c = '?';
	fprintf(stderr, "pmo: %s\n", line);
}

/* On a terminal in lines that fit; elsewhere a message stays one line, for grep. */
static void put(const char *text)
{
	struct pmo_buffer lines;
	int width = terminal_error_width();
	pmo_buffer_init(&lines, PMO_BUFFER_LIMIT);
	if (width)
		wrap_add_messages(&lines, text, (size_t)width);
	if (width && !lines.failed) {
		fputs(lines.data, stderr);
	} else {
		size_t length = strlen(text);
		fputs(text, stderr);
		if (length && text[length - 1] != '\n')
			fputc('\n', stderr);
	}
	pmo_buffer_release(&lines);
}

static void PMO_PRINTF(1, 0) say(const char *format, va_list args)
{
	struct pmo_buffer text, shown;
	va_list again;
	va_copy(again, args);
	pmo_buffer_init(&text, MESSAGE_MAX);
	pmo_buffer_init(&shown, MESSAGE_MAX);
	pmo_buffer_add_vformat(&text, format, args);
	pmo_buffer_add_text(&shown, "pmo: ");
	pmo_text_add_visible_lines(&shown, text.data, text.length);
	if (text.failed || shown.failed)
		say_in_place(format, again);
	else
		put(shown.data);
	va_end(again);
	pmo_buffer_release(&text);
	pmo_buffer_release(&shown);
}

void cli_say(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	say(format, args);
	va_end(args);
}

enum pmo_result cli_usage(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	say(format, args);
	va_end(args);
	return PMO_USAGE;
}

void cli_tell(struct cli *cli, const char *format, ...)
{
	struct pmo_buffer text;
	va_list args;
	pmo_buffer_init(&text, MESSAGE_MAX);
	va_start(args, format);
	pmo_buffer_add_vformat(&text, format, args);
	va_end(args);
	pmo_buffer_add_text(&cli->told, "pmo: ");
	pmo_text_add_visible_lines(&cli->told, text.data, text.length);
	pmo_buffer_add_char(&cli->told, '\n');
	cli->told.failed |= text.failed;
	pmo_buffer_release(&text);
}

void cli_print_told(struct cli *cli)
{
	put(cli->told.data);
	pmo_buffer_clear(&cli->told);
}

static bool is_printed(const struct cli *cli, const struct pmo_diag *diag)
{
	if (diag->severity == PMO_ADVICE && !cli->shows_advice)
		return false;
	return !cli->quiet || !diag->code || strcmp(diag->code, cli->quiet) != 0;
}

void cli_print_diags(struct cli *cli)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_diags_locate(&cli->diags);
	for (const struct pmo_diag *diag = cli->diags.first; diag; diag = diag->next)
		if (is_printed(cli, diag))
			pmo_diag_format(diag, cli->error_is_terminal, &text);
	put(text.data);
	if (text.failed || cli->diags.lost)
		fputs("pmo: there are more messages than memory for them\n", stderr);
	pmo_buffer_release(&text);
	cli->errors += cli->diags.count[PMO_ERROR];
	pmo_diags_init(&cli->diags, &cli->arena);
}

enum pmo_result cli_format(const struct cli *cli, enum pmo_format *format)
{
	*format = cli->is_terminal ? PMO_FORMAT_TABLE : PMO_FORMAT_TSV;
	if (cli->format_word) {
		if (pmo_format_from_name(cli->format_word, format))
			return PMO_OK;
		return cli_usage(
			"--format: '%s' is none of table, tsv, csv, xlsx, json, jsonl, yaml, md, "
			"html, ids",
			cli->format_word);
	}
	if (cli->output && !pmo_format_from_file(cli->output, format))
		return cli_usage("-o %s: its ending says no format; add --format", cli->output);
	return PMO_OK;
}

enum pmo_result cli_print_table(struct cli *cli, const struct pmo_table *table)
{
	enum pmo_format format;
	enum pmo_result result = cli_format(cli, &format);
	if (result != PMO_OK)
		return result;
	if (cli->excel && format != PMO_FORMAT_CSV)
		return cli_usage("--excel goes with csv: -o FILE.csv --excel");
	if (cli->semicolon && format != PMO_FORMAT_CSV)
		return cli_usage("--semicolon goes with csv: -o FILE.csv --semicolon");
	if (cli->excel && !cli->out.length)
		pmo_buffer_add_text(&cli->out, "\xef\xbb\xbf");
	for (size_t i = 0; i < table->row_count; i++)
		cli->printed += table->rows[i].kind == PMO_ROW_RECORD;
	/* A command that lists a register for another purpose says itself what it wrote. */
	cli->has_printed = !cli->schema || cli->verb;
	cli->is_workbook = format == PMO_FORMAT_XLSX;
	struct pmo_table printed = *table;
	printed.semicolons = cli->semicolon;
	return pmo_table_print(&printed, format, cli->is_terminal ? &cli->terminal : NULL,
			       &cli->out);
}

/* `.`: the id as it was kept; of the project at hand without its name. */
static const char *last_word(struct cli *cli)
{
	const char *id = last_read(cli);
	const struct pmo_project *project = pmo_workspace_project(cli->workspace);
	size_t length = project ? strlen(project->handle) : 0;
	if (id && length && strncmp(id, project->handle, length) == 0 && id[length] == '/')
		return id + length + 1;
	return id;
}

enum pmo_result cli_find(struct cli *cli, const struct pmo_schema *schema, const char *word,
			 const struct pmo_record **record)
{
	bool last = strcmp(word, ".") == 0;
	if (last)
		word = last_word(cli);
	if (!word)
		return cli_usage("'.' is the record last shown or added in this terminal; "
				 "there is none yet");
	if (!last && pmo_ascii_equal(word, "project") && pmo_workspace_project(cli->workspace))
		word = pmo_workspace_project(cli->workspace)->handle;
	if (strcmp(word, "me") == 0 && (!schema || strcmp(schema->table->name, "person") == 0))
		word = pmo_workspace_world(cli->workspace)->me;
	if (!word)
		return cli_usage("who is that? nobody knows who you are: set PMO_USER to your "
				 "handle");
	/* Of another register it is still that record: `pmo set .` knows no schema either. */
	return pmo_workspace_find(cli->workspace, last ? NULL : schema, word, record);
}

void cli_remember(const struct cli *cli, const struct pmo_record *record)
{
	struct pmo_buffer id;
	pmo_buffer_init(&id, 512);
	if (record->project && record->project->handle)
		pmo_buffer_add_format(&id, "%s/", record->project->handle);
	pmo_buffer_add_text(&id, record->id);
	if (!id.failed)
		last_write(cli, id.data);
	pmo_buffer_release(&id);
}

enum pmo_result cli_begin(struct cli *cli, struct pmo_update **update)
{
	struct pmo_update_options options = {
		.on = cli->change.on,
		.by = cli->change.by,
		.note = cli->change.note,
		.as_imported = cli->as_imported,
		.dry = cli->dry_run,
	};
	return pmo_update_begin(cli->workspace, &options, update);
}

enum pmo_result cli_attach(struct cli *cli, struct pmo_draft *draft)
{
	const char *path = cli->change.evidence;
	struct pmo_attachment attachment = { .note = cli->change.note };
	char *bytes;
	if (!path)
		return PMO_OK;
	enum pmo_result result = cli_read_file(cli, path, &bytes, &attachment.length);
	if (result != PMO_OK)
		return result;
	const char *slash = strrchr(path, '/');
	attachment.name = slash ? slash + 1 : path;
	attachment.bytes = bytes;
	return pmo_draft_attach(draft, &attachment);
}

static enum pmo_result read_open_file(struct cli *cli, int file, char **bytes, size_t *length)
{
	struct stat status;
	if (fstat(file, &status) < 0)
		return PMO_IO;
	if (!S_ISREG(status.st_mode)) {
		errno = EINVAL;
		return PMO_IO;
	}
	if (status.st_size > FILE_MAX) {
		errno = EFBIG;
		return PMO_IO;
	}
	size_t size = (size_t)status.st_size;
	*bytes = pmo_arena_alloc(&cli->arena, size + 1);
	*length = 0;
	if (!*bytes)
		return PMO_NO_MEMORY;
	while (*length < size) {
		ssize_t got = read(file, *bytes + *length, size - *length);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return PMO_IO;
		if (got == 0)
			break;
		*length += (size_t)got;
	}
	return PMO_OK;
}

enum pmo_result cli_read_file(struct cli *cli, const char *path, char **bytes, size_t *length)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	enum pmo_result result = file < 0 ? PMO_IO : read_open_file(cli, file, bytes, length);
	if (file < 0 && (errno == ENOENT || errno == ENOTDIR))
		result = PMO_NOT_FOUND;
	if (result == PMO_IO || result == PMO_NOT_FOUND)
		cli_say("%s cannot be read: %s", path, strerror(errno));
	if (file >= 0)
		close(file);
	return result;
}

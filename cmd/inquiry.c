/*
 * `pmo inquiry add < question.eml`: a mail becomes an inquiry, with the mail as evidence, once.
 * With words it is the `add` of all registers.
 */
#include "register.h"
#include "view.h"

#include <pmo/mail.h>

#include <string.h>
#include <unistd.h>

enum { CHUNK = 65536, MAIL_MAX = 16 << 20 };

static enum pmo_result read_input(struct pmo_buffer *bytes)
{
	char chunk[4096];
	ssize_t got;
	while ((got = read(STDIN_FILENO, chunk, sizeof(chunk))) > 0) {
		if (bytes->length + (size_t)got > MAIL_MAX)
			return cli_usage("the mail is larger than 16 MiB");
		pmo_buffer_add(bytes, chunk, (size_t)got);
	}
	if (got < 0)
		return cli_usage("standard input cannot be read");
	return bytes->failed ? PMO_NO_MEMORY : PMO_OK;
}

static enum pmo_result set(struct pmo_draft *draft, const char *field, const char *text)
{
	int index = pmo_schema_field(pmo_draft_record(draft)->schema, field);
	return index >= 0 && text && *text ? pmo_draft_set(draft, index, text) : PMO_OK;
}

/* The inquiry that this mail became before, or NULL. */
static enum pmo_result find_same(struct cli *cli, const char *message_id,
				 const struct pmo_record **same)
{
	struct pmo_records records;
	enum pmo_result result = register_records(cli, &records);
	int index = pmo_schema_field(cli->schema, "external");
	*same = NULL;
	for (size_t i = 0; result == PMO_OK && *message_id && i < records.count; i++) {
		const char *external = records.items[i].unreadable
					       ? NULL
					       : pmo_record_text(&records.items[i], index);
		if (external && strcmp(external, message_id) == 0)
			*same = &records.items[i];
	}
	return result;
}

static enum pmo_result fill(struct cli *cli, struct pmo_draft *draft,
			    const struct pmo_mail_message *mail)
{
	const char *reply = mail->text;
	const char *who = *mail->from_name ? mail->from_name : mail->from_address;
	if (pmo_mail_strip_quotes(mail->text, &cli->arena, &reply) != PMO_OK || !*reply)
		reply = mail->text;
	const char *from = pmo_arena_format(&cli->arena, "%s <%s>", who, mail->from_address);
	const char *const fields[][2] = {
		{ "title", *mail->subject ? mail->subject : "a question by mail" },
		{ "from", from },
		{ "channel", "mail" },
		{ "question", reply },
		{ "external", mail->message_id },
	};
	enum pmo_result result = from ? PMO_OK : PMO_NO_MEMORY;
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]) && result == PMO_OK; i++)
		result = set(draft, fields[i][0], fields[i][1]);
	return result;
}

static enum pmo_result add(struct cli *cli, struct pmo_update *update,
			   const struct pmo_buffer *bytes)
{
	struct pmo_mail_message mail;
	const struct pmo_project *project;
	const struct pmo_record *same;
	struct pmo_draft *draft;
	struct pmo_attachment attachment = { .name = "mail.eml",
					     .bytes = bytes->data,
					     .length = bytes->length,
					     .note = "as it came" };
	enum pmo_result result = pmo_mail_read(bytes->data, bytes->length, &cli->arena, &mail);
	if (result == PMO_INVALID || (result == PMO_OK && !*mail.from_address))
		return cli_usage("that is no mail; with words: pmo inquiry add TITLE...");
	if (result == PMO_OK)
		result = find_same(cli, mail.message_id, &same);
	if (result != PMO_OK)
		return result;
	if (same) {
		pmo_buffer_add_format(&cli->out, "%s  came of this mail before\n", same->id);
		return PMO_OK;
	}
	result = register_need_project(cli, cli->schema, &project);
	if (result == PMO_OK)
		result = pmo_update_add(update, project, cli->schema, NULL, &draft);
	if (result == PMO_OK)
		result = fill(cli, draft, &mail);
	if (result == PMO_OK)
		result = pmo_draft_attach(draft, &attachment);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	if (result != PMO_OK)
		return result;
	pmo_buffer_add_format(&cli->out, "%s  ", pmo_draft_record(draft)->id);
	register_add_line(cli, pmo_draft_record(draft), &cli->out);
	pmo_buffer_add_char(&cli->out, '\n');
	cli_remember(cli, pmo_draft_record(draft));
	return PMO_OK;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct pmo_update *update = NULL;
	struct pmo_buffer bytes;
	if (argc)
		return register_add_command.run(cli, argc, argv);
	if (isatty(STDIN_FILENO))
		return cli_usage("a title is wanted: pmo inquiry add \"...\"; or a mail: "
				 "pmo inquiry add < FILE.eml");
	cli->quiet = "incomplete";
	pmo_buffer_init(&bytes, MAIL_MAX + CHUNK);
	enum pmo_result result = read_input(&bytes);
	if (result == PMO_OK && !bytes.length)
		result = cli_usage("a title is wanted: pmo inquiry add \"...\"; or a mail: "
				   "pmo inquiry add < FILE.eml");
	if (result == PMO_OK)
		result = cli_begin(cli, &update);
	if (result == PMO_OK)
		result = add(cli, update, &bytes);
	pmo_update_end(update);
	pmo_buffer_release(&bytes);
	return result;
}

const struct command inquiry_add_command = {
	.name = "add",
	.summary = "a new record; a title is enough, or a mail",
	.group = GROUP_CAPTURE,
	.needs = CLI_WRITE,
	.min = 0,
	.max = -1,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN | TAKES_IMPORTED,
	.usage = "TITLE... [FIELD=VALUE]... | < FILE.eml",
	.about = "A mail on standard input becomes an inquiry: who asks, the subject, the text.\n"
		 "The mail is kept as evidence; the same mail twice makes one inquiry.",
	.run = run,
};

/* Drafts in outbox/, and handing them to sendmail. */
#include "outbox.h"

#include "cli/environment.h"
#include "cli/save.h"
#include "cli/spawn.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define FOLDER "outbox"

enum {
	WORDS_MOST = 16,
	NOT_RUN = 127, /* what spawn_run says of a program that is not there */
};

const char *outbox_name(struct cli *cli, const char *text)
{
	char *name = pmo_arena_string(&cli->arena, text);
	size_t length = 0;
	for (const char *c = text; name && *c; c++) {
		unsigned char byte = (unsigned char)*c;
		bool letter = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
		if (byte >= 'A' && byte <= 'Z')
			name[length++] = (char)(byte - 'A' + 'a');
		else if (letter || (byte == '.' && length))
			name[length++] = (char)byte;
		else if (length && name[length - 1] != '-')
			name[length++] = '-';
	}
	if (name)
		name[length] = '\0';
	return name;
}

const char *outbox_path(struct cli *cli, const char *name)
{
	return pmo_arena_format(&cli->arena, FOLDER "/%s.eml", name);
}

/* A path of the outbox on disk; NULL: no memory. */
static const char *on_disk(struct cli *cli, const char *folder, const char *name,
			   const char *ending)
{
	return pmo_arena_format(&cli->arena, "%s/%s%s%s", pmo_workspace_root(cli->workspace),
				folder, name, ending);
}

static bool is_there(const char *path)
{
	return access(path, F_OK) == 0;
}

enum pmo_result outbox_look(struct cli *cli, const char *name, enum outbox_done *done)
{
	const char *draft = on_disk(cli, FOLDER "/", name, ".eml");
	const char *sent = on_disk(cli, FOLDER "/sent/", name, ".eml");
	const char *sending = on_disk(cli, FOLDER "/sent/", name, ".sending");
	if (!draft || !sent || !sending)
		return PMO_NO_MEMORY;
	*done = OUTBOX_DRAFTED;
	if (is_there(draft))
		*done = OUTBOX_THERE;
	if (is_there(sent) || is_there(sending))
		*done = OUTBOX_GONE;
	return PMO_OK;
}

enum pmo_result outbox_put(struct cli *cli, struct pmo_update *update, const struct pmo_mail *mail,
			   const char *name, enum outbox_done *done)
{
	static const char ignored[] = "*\n";
	struct pmo_buffer text;
	const char *path = outbox_path(cli, name);
	const char *keep = on_disk(cli, FOLDER "/", ".gitignore", "");
	if (!path || !keep)
		return PMO_NO_MEMORY;
	enum pmo_result result = outbox_look(cli, name, done);
	if (result != PMO_OK || *done != OUTBOX_DRAFTED)
		return result;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	result = pmo_mail_write(mail, &text);
	if (result == PMO_INVALID)
		cli_say("%s: an address in this message is none; look at the e-mail fields: "
			"pmo person list --columns 'id email'",
			name);
	if (result == PMO_OK)
		result = pmo_update_write_file(update, path, text.data, text.length);
	if (result == PMO_OK && !is_there(keep))
		result = pmo_update_write_file(update, FOLDER "/.gitignore", ignored,
					       sizeof(ignored) - 1);
	pmo_buffer_release(&text);
	return result;
}

/* The message without the line that makes it a draft. */
static void leave_out_mark(char *bytes, size_t *length)
{
	static const char mark[] = "\r\nX-Unsent: 1\r\n";
	char *end = strstr(bytes, "\r\n\r\n"), *at = strstr(bytes, mark);
	size_t extent = sizeof(mark) - 3; /* one line end stays */
	if (!at || (end && at > end))
		return;
	memmove(at, at + extent, *length - (size_t)(at - bytes) - extent + 1);
	*length -= extent;
}

/* sendmail in PATH, or where it is usually kept: that is not in the path of everybody. */
static const char *find_sendmail(struct cli *cli)
{
	static const char *const places[] = { "/usr/sbin/sendmail", "/usr/lib/sendmail", NULL };
	const char *found = environment_find_program(&cli->arena, "sendmail");
	for (size_t i = 0; !found && places[i]; i++)
		if (access(places[i], X_OK) == 0)
			found = places[i];
	return found;
}

/* "msmtp -a work" taken apart: no shell sees it. */
static enum pmo_result split(struct cli *cli, const char *line, const char **words)
{
	size_t count = 0;
	while (*(line += strspn(line, " "))) {
		size_t length = strcspn(line, " ");
		if (count == WORDS_MOST)
			return cli_usage("what sends mail has more than %d words: %s", WORDS_MOST,
					 line);
		if (!(words[count++] = pmo_arena_copy(&cli->arena, line, length)))
			return PMO_NO_MEMORY;
		line += length;
	}
	return count ? PMO_OK : PMO_UNSUPPORTED;
}

/*
 * What sends mail, and its words: said in the environment, by the user, or found. `none` is
 * nothing at all: PMO_UNSUPPORTED.
 */
static enum pmo_result find_program(struct cli *cli, const char *words[WORDS_MOST + 3])
{
	const char *line = environment_get("PMO_SENDMAIL");
	size_t count = 0;
	enum pmo_result result = PMO_OK;
	if (!line)
		line = pmo_workspace_user_config(cli->workspace)->sendmail;
	if (line)
		result = split(cli, line, words);
	else
		words[0] = find_sendmail(cli);
	if (result != PMO_OK || !words[0] || strcmp(words[0], "none") == 0)
		return result == PMO_OK ? PMO_UNSUPPORTED : result;
	while (words[count])
		count++;
	words[count] = "-t";
	words[count + 1] = "-i";
	return PMO_OK;
}

static enum pmo_result hand_over(struct spawn *spawn)
{
	const char *program = spawn->words[0];
	if (!spawn_run(spawn))
		cli_say("%s cannot be run: %s", program, strerror(errno));
	else if (spawn->status == NOT_RUN)
		cli_say("%s cannot be run; PMO_SENDMAIL, or pmo config sendmail=, says what sends "
			"mail",
			program);
	else if (spawn->status != 0)
		cli_say("%s failed (status %d)", program, spawn->status);
	else if (spawn->unread)
		cli_say("%s did not read the whole message", program);
	else
		return PMO_OK;
	return PMO_IO;
}

enum pmo_result outbox_send(struct cli *cli, const char *name)
{
	const char *draft = on_disk(cli, FOLDER "/", name, ".eml");
	const char *folder = on_disk(cli, FOLDER, "/sent", "");
	const char *sending = on_disk(cli, FOLDER "/sent/", name, ".sending");
	const char *sent = on_disk(cli, FOLDER "/sent/", name, ".eml");
	const char *words[WORDS_MOST + 3] = { NULL };
	char *bytes;
	size_t length;
	if (!draft || !folder || !sending || !sent)
		return PMO_NO_MEMORY;
	if (!is_there(draft))
		return PMO_OK; /* sent before */
	enum pmo_result result = find_program(cli, words);
	if (result != PMO_OK)
		return result;
	if (save_make_folder(folder) < 0 && errno != EEXIST) {
		cli_say("%s: %s", folder, strerror(errno));
		return PMO_IO;
	}
	result = cli_read_file(cli, draft, &bytes, &length);
	if (result != PMO_OK)
		return result;
	if (!save_rename(draft, sending)) {
		cli_say("%s: %s", draft, strerror(errno));
		return PMO_IO;
	}
	leave_out_mark(bytes, &length);
	struct spawn spawn = { .words = words, .input = bytes, .input_length = length };
	result = hand_over(&spawn);
	if (result != PMO_OK)
		cli_say("the draft stays in %s; to try again: pmo outbox --send",
			outbox_path(cli, name));
	if (!save_rename(sending, result == PMO_OK ? sent : draft) && result == PMO_OK) {
		cli_say("%s: %s; it was sent all the same", sending, strerror(errno));
		result = PMO_IO;
	}
	return result;
}

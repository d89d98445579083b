/* Drafts in outbox/, and handing them to sendmail. */
#include "outbox.h"

#include "cli/save.h"
#include "cli/spawn.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define FOLDER "outbox"

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

/* What became of a message of that name. */
static enum pmo_result look(struct cli *cli, const char *name, enum outbox_done *done)
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
	enum pmo_result result = look(cli, name, done);
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

/* sendmail where it is usually kept: not in the path of everybody. */
static const char *find_sendmail(void)
{
	static const char *const places[] = { "/usr/sbin/sendmail", "/usr/lib/sendmail", NULL };
	for (size_t i = 0; places[i]; i++)
		if (access(places[i], X_OK) == 0)
			return places[i];
	return NULL;
}

static enum pmo_result hand_over(const char *bytes, size_t length)
{
	const char *words[] = { "sendmail", "-t", "-i", NULL };
	struct spawn spawn = { .words = words, .input = bytes, .input_length = length };
	bool ran = spawn_run(&spawn);
	if (ran && spawn.status == 127 && find_sendmail()) {
		words[0] = find_sendmail();
		ran = spawn_run(&spawn);
	}
	if (ran && spawn.status == 0)
		return PMO_OK;
	if (spawn.status == 127)
		cli_say("sendmail is not installed: apt install msmtp-mta, or open the draft in a "
			"mail program");
	else
		cli_say("sendmail failed (status %d); the draft stays in %s/", spawn.status,
			FOLDER);
	return PMO_IO;
}

enum pmo_result outbox_send(struct cli *cli, const char *name)
{
	const char *draft = on_disk(cli, FOLDER "/", name, ".eml");
	const char *folder = on_disk(cli, FOLDER, "/sent", "");
	const char *sending = on_disk(cli, FOLDER "/sent/", name, ".sending");
	const char *sent = on_disk(cli, FOLDER "/sent/", name, ".eml");
	char *bytes;
	size_t length;
	if (!draft || !folder || !sending || !sent)
		return PMO_NO_MEMORY;
	if (!is_there(draft))
		return PMO_OK; /* sent before */
	if (save_make_folder(folder) < 0 && errno != EEXIST) {
		cli_say("%s: %s", folder, strerror(errno));
		return PMO_IO;
	}
	enum pmo_result result = cli_read_file(cli, draft, &bytes, &length);
	if (result != PMO_OK)
		return result;
	if (!save_rename(draft, sending)) {
		cli_say("%s: %s", draft, strerror(errno));
		return PMO_IO;
	}
	leave_out_mark(bytes, &length);
	result = hand_over(bytes, length);
	if (!save_rename(sending, result == PMO_OK ? sent : draft) && result == PMO_OK) {
		cli_say("%s: %s; it was sent all the same", sending, strerror(errno));
		result = PMO_IO;
	}
	return result;
}

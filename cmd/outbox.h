/*
 * The outbox: drafts that people open and send, and what was sent.
 *
 * A message is a file `outbox/NAME.eml`; once sendmail has it, it is
 * `outbox/sent/NAME.eml`. The name says what the message is (`2026-11-20-digest-dsp`), so
 * a second run on the same day finds it and does nothing: this is the whole memory that
 * cron needs. The folder keeps itself out of git.
 *
 *     outbox_put(cli, update, &mail, name, &done)    a draft, with the update's commit
 *     outbox_send(cli, name)                         after the commit, when --send was said
 *
 * Nothing is sent that a person did not ask to send.
 */
#ifndef OUTBOX_H
#define OUTBOX_H

#include "cli/cli.h"

#include <pmo/mail.h>

enum outbox_done {
	OUTBOX_DRAFTED, /* the draft is written with the update's commit */
	OUTBOX_THERE,   /* it was drafted before and is still there: nothing was done */
	OUTBOX_GONE,    /* it was sent before: nothing was done */
};

/* A name of letters, digits, dots and dashes from any text; memory of the run, or NULL. */
const char *outbox_name(struct cli *cli, const char *text);

/* Where the draft is, for messages: "outbox/NAME.eml". Memory of the run, or NULL. */
const char *outbox_path(struct cli *cli, const char *name);

/* What became of a message of that name; OUTBOX_DRAFTED: there was none yet. */
PMO_CHECKED enum pmo_result outbox_look(struct cli *cli, const char *name, enum outbox_done *done);

/*
 * Puts a message into the outbox as part of an update. PMO_INVALID: an address that is none,
 * told.
 */
PMO_CHECKED enum pmo_result outbox_put(struct cli *cli, struct pmo_update *update,
				       const struct pmo_mail *mail, const char *name,
				       enum outbox_done *done);

/*
 * Hands a draft to `sendmail -t -i`, at most once: it is moved to `sent` first, and comes
 * back when sendmail refuses it. PMO_UNSUPPORTED, not told: there is no sendmail here, the
 * draft stays. PMO_IO, told: it failed, and the draft stays, too.
 *
 * Which program that is says PMO_SENDMAIL, else `sendmail` of the user's configuration;
 * `none` leaves the drafts to a mail program.
 */
PMO_CHECKED enum pmo_result outbox_send(struct cli *cli, const char *name);

#endif

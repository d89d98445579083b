/*
 * The one table of commands. A new command is a file, its row's declaration here and one
 * line in commands.c. Registers are no rows of it: register.c finds theirs, for those of
 * pmo.yaml, too.
 */
#ifndef COMMANDS_H
#define COMMANDS_H

#include "cli/cli.h"

extern const struct command *const commands[];

extern const struct command ask_command;
extern const struct command take_command;
extern const struct command agenda_command;
extern const struct command check_command;
extern const struct command minutes_command;
extern const struct command config_command;
extern const struct command demo_command;
extern const struct command doctor_command;
extern const struct command evm_command;
extern const struct command why_command;
extern const struct command what_if_command;
extern const struct command export_command;
extern const struct command find_command;
extern const struct command init_command;
extern const struct command layout_command;
extern const struct command plan_command;
extern const struct command log_command;
extern const struct command renumber_command;
extern const struct command schedule_command;
extern const struct command gantt_command;
extern const struct command critical_command;
extern const struct command lookahead_command;
extern const struct command workload_command;
extern const struct command network_command;
extern const struct command quality_command;
extern const struct command variance_command;
extern const struct command schema_command;
extern const struct command limits_command;
extern const struct command outbox_command;
extern const struct command undo_command;
extern const struct command mine_command;
extern const struct command expiries_command;
extern const struct command overdue_command;
extern const struct command raid_command;
extern const struct command today_command;
extern const struct command status_command;
extern const struct command onepage_command;
extern const struct command deck_command;
extern const struct command portfolio_command;
extern const struct command digest_command;
extern const struct command remind_command;
extern const struct command publish_command;
extern const struct command waiting_command;
extern const struct command start_command; /* `pmo` alone */
extern const struct command capture_command;
extern const struct command complete_command;
extern const struct command completion_command;
extern const struct command edit_command;
extern const struct command help_command;
extern const struct command import_command;
extern const struct command link_command;
extern const struct command set_command;
extern const struct command show_command;
extern const struct command unlink_command;
extern const struct command version_command;
extern const struct command notice_command;
extern const struct command trace_command;
extern const struct command escalate_command;

/* The command of a name, or NULL. */
const struct command *commands_find(const char *name);

/* The command, register or verb nearest to a misspelt word, or NULL. */
const char *commands_nearest(struct cli *cli, const char *name);

/* The row for the words after `pmo` when the first is a register; see struct program. */
const struct command *register_row(struct cli *cli, int argc, char **argv, int *words);

#endif

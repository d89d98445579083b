/*
 * What all registers' verbs share. Each verb is a file, register_<verb>.c, with one row;
 * register.c finds the row of `pmo risk close RSK-7`. Nothing here knows a register by
 * name.
 */
#ifndef REGISTER_H
#define REGISTER_H

#include "cli/cli.h"

extern const struct command register_add_command;
extern const struct command register_edit_command;
extern const struct command register_list_command;
extern const struct command register_move_command; /* cli->verb says which */
extern const struct command register_set_command;
extern const struct command register_show_command;

/* The verbs that every register has, NULL-ended; moves and views come on top. */
extern const struct command *const register_verbs[];

/* The move of a verb, the first one with that name, or NULL. */
const struct pmo_move *register_move(const struct pmo_schema *schema, const char *verb);

/* The project whose records these are: NULL for a register of the workspace. */
PMO_CHECKED enum pmo_result register_need_project(struct cli *cli, const struct pmo_schema *schema,
						  const struct pmo_project **project);

/* All records of cli->schema. */
PMO_CHECKED enum pmo_result register_records(struct cli *cli, struct pmo_records *records);

/* Whether a word is an assignment, `owner=DSP`, `tags+=x`, `quotes.1.amount=5`. */
bool register_is_assignment(const char *word);

/* Whether a word looks like an id or a number, `RSK-3`, `rsk3`, `3`, `.`. */
bool register_is_id(const char *word);

/* Appends "owner DSP > PC, due 2026-11-25": what differs between two records of a schema. */
void register_add_changes(const struct pmo_record *old, const struct pmo_record *now,
			  struct pmo_buffer *out);

/* Appends "title   owner   due Wed Nov 25": a record in one line, without its id. */
void register_add_line(const struct cli *cli, const struct pmo_record *record,
		       struct pmo_buffer *out);

/* Appends one item of a field for a person: a reference with its title. */
void register_add_item(const struct pmo_record *record, const struct pmo_field *field,
		       const struct pmo_value *item, struct pmo_buffer *out);

/* A line: `RSK-007  active > closed`, `RSK-007  owner DSP > PC`. */
void register_add_told(struct cli *cli, const struct pmo_draft *draft);

/*
 * Lines below it for what is easily overlooked: the due date, if it is another than old's, is no
 * working day; more is done, but what remains was not touched. old: NULL for a new record.
 */
void register_add_remark(struct cli *cli, const struct pmo_record *old,
			 const struct pmo_record *now);

/* With --dry-run: what a draft would change, as a unified diff. */
void register_add_diff(struct cli *cli, const struct pmo_draft *draft);

#endif

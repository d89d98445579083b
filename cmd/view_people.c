/*
 * `pmo action people`: a list a person of all that they owe, over all registers: overdue, due
 * within five working days, later. `pmo issue escalations`: the steps that are due.
 */
#include "commands.h"
#include "duties.h"
#include "register.h"
#include "view.h"

#include <pmo/text.h>

#include <stdlib.h>
#include <string.h>

enum { SOON_DAYS = 5 };

static bool is_theirs(const struct pmo_duty *duty)
{
	return duty->owner && duty->kind != PMO_DUTY_EXPIRY && duty->state != PMO_DUTY_STANDING;
}

static int by_owner(const void *left, const void *right)
{
	const struct pmo_duty *const *a = left, *const *b = right;
	int order = pmo_text_compare((*a)->owner, (*b)->owner);
	if (order)
		return order;
	return *a < *b ? -1 : *a > *b; /* as they were sorted */
}

static const char *when_of(const struct pmo_duty *duty)
{
	if (duty->state == PMO_DUTY_LATE)
		return "overdue";
	return -duty->days <= SOON_DAYS ? "due within 5 d" : "later";
}

static const char *name_of(const struct cli *cli, const char *handle)
{
	const struct pmo_world *world = pmo_workspace_world(cli->workspace);
	const struct pmo_schema *schema = pmo_workspace_schema(cli->workspace, "person");
	struct pmo_records people = { 0 };
	if (!schema || pmo_workspace_records(cli->workspace, NULL, schema, &people) != PMO_OK)
		return handle;
	for (size_t i = 0; i < people.count; i++)
		if (pmo_text_compare(people.items[i].id, handle) == 0) {
			const char *name = pmo_record_text(&people.items[i], schema->title);
			return name ? pmo_arena_format(world->arena, "%s, %s", handle, name)
				    : handle;
		}
	return handle;
}

static enum pmo_result add_rows(struct duty_work *work, const struct pmo_duty **duties,
				size_t count, struct pmo_table *table)
{
	enum pmo_result result = PMO_OK;
	const char *owner = NULL, *when = NULL;
	for (size_t i = 0; result == PMO_OK && i < count; i++) {
		bool other = !owner || pmo_text_compare(owner, duties[i]->owner) != 0;
		if (other || strcmp(when, when_of(duties[i])) != 0) {
			owner = duties[i]->owner;
			when = when_of(duties[i]);
			const char *title = pmo_arena_format(&work->cli->arena, "%s: %s",
							     name_of(work->cli, owner), when);
			result = title ? pmo_table_add_group(table, title) : PMO_NO_MEMORY;
		}
		if (result == PMO_OK)
			result = duties_add_row(work, duties[i], table);
	}
	return result;
}

static enum pmo_result print_people(struct duty_work *work, const char *person)
{
	struct cli *cli = work->cli;
	struct pmo_table table;
	size_t count = 0;
	const struct pmo_duty **duties =
		pmo_arena_array(&cli->arena, work->duties.count + 1, sizeof(*duties));
	if (!duties)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < work->duties.count; i++) {
		const struct pmo_duty *duty = &work->duties.items[i];
		if (is_theirs(duty) && (!person || duties_is_of(duty, person)))
			duties[count++] = duty;
	}
	if (count)
		qsort(duties, count, sizeof(const struct pmo_duty *), by_owner);
	pmo_table_init(&table, &cli->arena);
	table.title = "Who owes what";
	enum pmo_result result = duties_add_columns(work, &table);
	if (result == PMO_OK)
		result = add_rows(work, duties, count, &table);
	return result == PMO_OK ? cli_print_table(cli, &table) : result;
}

static enum pmo_result run_people(struct cli *cli, int argc, char **argv)
{
	const char *person = argc ? duties_person(cli, argv[0]) : NULL;
	struct duty_work work;
	if (argc && !person)
		return PMO_NOT_FOUND;
	enum pmo_result result = duties_gather(cli, false, &work);
	if (result == PMO_OK)
		result = print_people(&work, person);
	duties_release(&work);
	return result;
}

const struct command view_people_command = {
	.name = "people",
	.summary = "by person, all that they owe: overdue, within 5 days, later",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_FORMAT,
	.usage = "[PERSON]",
	.run = run_people,
};

static enum pmo_result add_step(struct cli *cli, const struct pmo_escalation_step *step,
				struct pmo_table *table)
{
	const struct pmo_record *issue = step->issue;
	struct pmo_row *row = pmo_table_add_row(table);
	if (!row)
		return PMO_NO_MEMORY;
	row->cells[0].text = issue->id;
	row->cells[1].text = pmo_record_text(issue, issue->schema->title);
	row->cells[2].text = pmo_record_text(issue, issue->schema->owner);
	row->cells[3].text = pmo_arena_format(&cli->arena, "%d", step->from);
	row->cells[4].text = pmo_arena_format(&cli->arena, "%d", step->to);
	row->cells[5].text = step->person;
	row->cells[6].text = step->reason;
	for (size_t i = 0; i < 7; i++) {
		row->cells[i].absent = !row->cells[i].text;
		row->cells[i].text = row->cells[i].text ? row->cells[i].text : "";
	}
	return row->cells[3].absent || row->cells[4].absent ? PMO_NO_MEMORY : PMO_OK;
}

static enum pmo_result run_escalations(struct cli *cli, int argc, char **argv)
{
	static const struct pmo_column columns[] = {
		{ .name = "id", .heading = "ID" },
		{ .name = "title", .heading = "Title", .shrink = PMO_SHRINK_WRAP },
		{ .name = "owner", .heading = "Owner", .priority = 2 },
		{ .name = "from", .heading = "From", .kind = PMO_CELL_NUMBER, .align = PMO_RIGHT },
		{ .name = "to", .heading = "To", .kind = PMO_CELL_NUMBER, .align = PMO_RIGHT },
		{ .name = "person", .heading = "Whom" },
		{ .name = "reason", .heading = "Why", .shrink = PMO_SHRINK_WRAP },
	};
	const struct pmo_project *project;
	struct pmo_escalation_steps steps = { 0 };
	struct pmo_table table;
	enum pmo_format format;
	(void)argc;
	(void)argv;
	pmo_table_init(&table, &cli->arena);
	table.title = "Escalations due";
	enum pmo_result result = cli_format(cli, &format);
	if (result == PMO_OK)
		result = register_need_project(cli, cli->schema, &project);
	if (result == PMO_OK)
		result = pmo_ladder_due(cli->workspace, project, &steps);
	if (result == PMO_OK)
		result = pmo_table_add_columns(&table, columns, sizeof(columns) / sizeof(*columns));
	for (size_t i = 0; result == PMO_OK && i < steps.count; i++)
		result = add_step(cli, &steps.items[i], &table);
	if (result == PMO_OK && !steps.count && format == PMO_FORMAT_TABLE) {
		pmo_buffer_add_text(&cli->out, "None.\n");
		return PMO_OK;
	}
	return result == PMO_OK ? cli_print_table(cli, &table) : result;
}

const struct command view_escalations_command = {
	.name = "escalations",
	.summary = "which issues go up a level, to whom and why",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 0,
	.takes = TAKES_FORMAT,
	.run = run_escalations,
};

/* Gathering what is owed, and its rows in tables. */
#include "duties.h"

#include "commands.h"
#include "people.h"

#include <pmo/plan.h>
#include <pmo/text.h>

#include <string.h>

/* On a narrow terminal titles are worth more than what is for programs. */
enum { WIDE = 120, NARROW_COLUMNS = 6 };

static enum pmo_result list_projects(struct duty_work *work, bool all_projects)
{
	struct cli *cli = work->cli;
	size_t count = 1;
	const struct pmo_project *one = all_projects ? NULL : pmo_workspace_project(cli->workspace);
	const struct pmo_project *const *projects = &one;
	if (!one) {
		/* A project that was asked for and is not there is told here. */
		if (cli->project && !all_projects)
			return pmo_workspace_need_project(cli->workspace, &one);
		projects = pmo_workspace_projects(cli->workspace, &count);
	}
	work->projects = pmo_arena_array(&cli->arena, count + 1, sizeof(*work->projects));
	if (!work->projects)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < count; i++)
		work->projects[i].project = projects[i];
	work->project_count = count;
	work->several = count > 1;
	return PMO_OK;
}

/* Without a schedule the rest is still told; why there is none says a diagnostic. */
static enum pmo_result add_plan(struct duty_work *work, struct duty_project *at)
{
	struct pmo_plan_options options = { .alone = !work->several };
	enum pmo_result result =
		pmo_plan_schedule(work->cli->workspace, at->project, &options, &at->plan);
	if (result == PMO_OK)
		return pmo_duties_add_plan(at->plan, &work->duties);
	if (at->plan)
		pmo_plan_free(at->plan);
	at->plan = NULL;
	return result == PMO_NO_MEMORY ? result : PMO_OK;
}

enum pmo_result duties_gather(struct cli *cli, bool all_projects, struct duty_work *work)
{
	*work = (struct duty_work){ .cli = cli };
	enum pmo_result result = list_projects(work, all_projects);
	for (size_t i = 0; result == PMO_OK && i < work->project_count; i++) {
		struct duty_project *at = &work->projects[i];
		result = pmo_duties_add(cli->workspace, at->project, &work->duties);
		if (result == PMO_OK)
			result = add_plan(work, at);
	}
	if (result == PMO_OK)
		result = pmo_duties_add(cli->workspace, NULL, &work->duties);
	if (result == PMO_OK)
		pmo_duties_sort(&work->duties);
	return result;
}

void duties_release(struct duty_work *work)
{
	for (size_t i = 0; i < work->project_count; i++)
		if (work->projects[i].plan)
			pmo_plan_free(work->projects[i].plan);
	work->project_count = 0;
}

const char *duties_person(struct cli *cli, const char *word)
{
	struct people people;
	bool known = people_open(&people, cli);
	const char *handle = known ? people_find(&people, word, strlen(word)) : NULL;
	if (handle)
		return handle;
	if (pmo_ascii_equal(word, "me") && pmo_workspace_world(cli->workspace)->me)
		return pmo_workspace_world(cli->workspace)->me;
	const char *nearest = known ? people_nearest(&people, word, strlen(word)) : NULL;
	cli_say("'%s' is nobody in people.yaml%s%s", word, nearest ? "; the nearest is " : "",
		nearest ? nearest : "");
	return NULL;
}

bool duties_is_of(const struct pmo_duty *duty, const char *person)
{
	return duty->owner && pmo_text_compare(duty->owner, person) == 0;
}

const char *duties_id(const struct duty_work *work, const struct pmo_record *record)
{
	if (!work->several || !record->project ||
	    record->schema->table->layout == PMO_LAYOUT_SINGLE)
		return record->id;
	return pmo_arena_format(&work->cli->arena, "%s/%s", record->project->handle, record->id);
}

const char *duties_days(const struct duty_work *work, const struct pmo_duty *duty)
{
	if (duty->due == PMO_DATE_NONE)
		return "";
	return pmo_arena_format(&work->cli->arena, "%d %s",
				duty->days < 0 ? -duty->days : duty->days,
				duty->calendar_days ? "cd" : "d");
}

const char *duties_next(const struct duty_work *work, const struct pmo_duty *duty)
{
	const char *project =
		work->several && duty->record->project ? duty->record->project->handle : NULL;
	struct pmo_arena *arena = &work->cli->arena;
	char word[32];
	size_t length = 0;
	const char *name = duty->next + strlen("pmo ");
	while (name[length] && name[length] != ' ' && length < sizeof(word) - 1)
		length++;
	memcpy(word, name, length);
	word[length] = '\0';
	bool known = commands_find(word) || pmo_workspace_schema(work->cli->workspace, word);
	if (known && !project)
		return duty->next;
	if (known && strcmp(word, "show") != 0)
		return pmo_arena_format(arena, "pmo -p %s %s", project, name);
	if (project)
		return pmo_arena_format(arena, "pmo show %s", duties_id(work, duty->record));
	return pmo_arena_format(arena, "pmo show %s", pmo_short_id(duty->record));
}

enum pmo_result duties_add_columns(struct duty_work *work, struct pmo_table *table)
{
	static const struct pmo_column columns[] = {
		{ .name = "id", .heading = "ID" },
		{ .name = "what", .heading = "What", .priority = 1 },
		{ .name = "title", .heading = "Title", .shrink = PMO_SHRINK_TRUNCATE },
		{ .name = "owner", .heading = "Owner" },
		{ .name = "due", .heading = "Due" },
		{ .name = "days", .heading = "Days", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
		{ .name = "state", .heading = "State", .priority = 6 },
		{ .name = "note", .heading = "Note", .priority = 9 },
		{ .name = "register", .heading = "Register", .priority = 8 },
		{ .name = "project", .heading = "Project", .priority = 7 },
		{ .name = "serious",
		  .heading = "Serious",
		  .align = PMO_RIGHT,
		  .kind = PMO_CELL_NUMBER,
		  .priority = 5 },
		{ .name = "calendar_days",
		  .heading = "Calendar",
		  .kind = PMO_CELL_BOOL,
		  .priority = 9 },
		{ .name = "next", .heading = "Next", .priority = 4 },
	};
	enum pmo_result result = PMO_OK;
	enum pmo_format format;
	size_t count = sizeof(columns) / sizeof(*columns);
	if (cli_format(work->cli, &format) == PMO_OK && format == PMO_FORMAT_TABLE &&
	    work->cli->is_terminal && work->cli->terminal.width < WIDE)
		count = NARROW_COLUMNS;
	if (result == PMO_OK)
		result = pmo_table_add_columns(table, columns, count);
	return result;
}

static void set(struct pmo_cell *cell, const char *text)
{
	cell->text = text ? text : "";
	cell->absent = !text;
}

static const char *date_text(struct pmo_arena *arena, int32_t date)
{
	char text[PMO_DATE_SIZE];
	pmo_date_format(date, text);
	return pmo_arena_string(arena, text);
}

static enum pmo_result fill_more(struct duty_work *work, const struct pmo_duty *duty,
				 struct pmo_cell *cells)
{
	struct pmo_arena *arena = &work->cli->arena;
	const struct pmo_record *record = duty->record;
	set(&cells[6], pmo_duty_state_name(duty->state));
	set(&cells[7], duty->note);
	set(&cells[8], record->schema->table->name);
	set(&cells[9], record->project ? record->project->handle : NULL);
	cells[10].text = pmo_arena_format(arena, "%d", duty->seriousness);
	cells[11].text = duty->calendar_days ? "yes" : "no";
	cells[11].raw = duty->calendar_days ? "true" : "false";
	set(&cells[12], duties_next(work, duty));
	return cells[10].text && !cells[12].absent ? PMO_OK : PMO_NO_MEMORY;
}

enum pmo_result duties_add_row(struct duty_work *work, const struct pmo_duty *duty,
			       struct pmo_table *table)
{
	struct pmo_arena *arena = &work->cli->arena;
	const struct pmo_record *record = duty->record;
	struct pmo_row *row = pmo_table_add_row(table);
	if (!row)
		return PMO_NO_MEMORY;
	struct pmo_cell *cells = row->cells;
	row->style = duty->state == PMO_DUTY_LATE ? PMO_STYLE_BAD : PMO_STYLE_PLAIN;
	set(&cells[0], duties_id(work, record));
	set(&cells[1], duty->what);
	set(&cells[2], pmo_record_text(record, record->schema->title));
	set(&cells[3], duty->owner);
	bool dated = duty->due != PMO_DATE_NONE;
	set(&cells[4], dated ? date_text(arena, duty->due) : NULL);
	cells[5].text = duties_days(work, duty);
	cells[5].raw = dated ? pmo_arena_format(arena, "%d", duty->days) : NULL;
	cells[5].absent = !dated;
	if (!cells[0].text || !cells[5].text || (dated && (!cells[4].text || !cells[5].raw)))
		return PMO_NO_MEMORY;
	return table->column_count > NARROW_COLUMNS ? fill_more(work, duty, cells) : PMO_OK;
}

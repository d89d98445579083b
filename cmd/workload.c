/* `pmo workload`: person by week over all projects, and who has more than can be done. */
#include "commands.h"

#include "cli/cli.h"
#include "cli/wrap.h"

#include <pmo/text.h>
#include <pmo/workload.h>

#include <string.h>

struct workload_options {
	long weeks;
	const char *by;
	bool over;
};

static const struct option options[] = {
	{ .name = "weeks",
	  CLI_COUNT(struct workload_options, weeks),
	  .arg = "N",
	  .help = "so many; 6" },
	{ .name = "by",
	  CLI_TEXT(struct workload_options, by),
	  .arg = "PERSON",
	  .help = "that one alone, task by task" },
	{ .name = "over",
	  CLI_FLAG(struct workload_options, over),
	  .help = "only who has too much in some week" },
	{ 0 },
};

struct work {
	struct cli *cli;
	const struct workload_options *options;
	const char *person; /* asked for, or NULL */
	struct pmo_plan **plans;
	size_t plan_count;
	struct pmo_workload load;
	struct pmo_table table;
	bool assumed;
};

/* A project whose plan cannot be computed is left out, and that is told. */
static enum pmo_result read_plans(struct work *work)
{
	size_t count = 0;
	struct pmo_workspace *workspace = work->cli->workspace;
	const struct pmo_project *const *projects = pmo_workspace_projects(workspace, &count);
	static const struct pmo_plan_options how = { .baseline = PMO_BASELINE_NONE };
	enum pmo_result result = PMO_OK;
	work->plans = pmo_arena_array(&work->cli->arena, count + 1, sizeof(struct pmo_plan *));
	if (!work->plans)
		return PMO_NO_MEMORY;
	for (size_t i = 0; result == PMO_OK && i < count; i++) {
		struct pmo_plan **plan = &work->plans[work->plan_count++];
		result = pmo_plan_schedule(workspace, projects[i], &how, plan);
		if (result == PMO_OK)
			result = pmo_workload_add(&work->load, *plan);
		else if (result == PMO_REFUSED) {
			cli_say("%s is left out: its plan goes in a circle", projects[i]->handle);
			result = PMO_OK;
		}
	}
	pmo_workload_end(&work->load);
	return result;
}

static const char *percent(struct work *work, int64_t load)
{
	return pmo_arena_format(&work->cli->arena, "%d", (int)((load + 50) / 100));
}

static const char *week_text(const struct work *work, size_t week, bool iso)
{
	char text[PMO_DATE_LONG_SIZE];
	int32_t monday = work->load.from + (int32_t)week * 7;
	if (iso)
		pmo_date_format(monday, text);
	else
		pmo_date_format_short(monday, monday, text);
	return pmo_arena_string(&work->cli->arena, text);
}

static bool is_shown(const struct work *work, const struct pmo_workload_person *person)
{
	if (work->person)
		return strcmp(person->handle, work->person) == 0;
	return !work->options->over || person->over;
}

/* The weeks from one to before another. */
static enum pmo_result fill_weeks(struct work *work, size_t from, size_t to)
{
	struct pmo_arena *arena = &work->cli->arena;
	const struct pmo_workload *load = &work->load;
	enum pmo_result result = pmo_table_add_column(
		&work->table, &(struct pmo_column){ .name = "person", .heading = "Person" });
	for (size_t week = from; result == PMO_OK && week < to; week++)
		result = pmo_table_add_column(
			&work->table, &(struct pmo_column){ .name = week_text(work, week, false),
							    .align = PMO_RIGHT });
	for (size_t i = 0; result == PMO_OK && i < load->person_count; i++) {
		const struct pmo_workload_person *person = &load->people[i];
		if (!is_shown(work, person))
			continue;
		struct pmo_row *row = pmo_table_add_row(&work->table);
		if (!row)
			return PMO_NO_MEMORY;
		row->style = person->over ? PMO_STYLE_BAD : PMO_STYLE_PLAIN;
		row->cells[0].text = person->handle;
		for (size_t week = from; week < to; week++) {
			bool over = pmo_workload_is_over(person, week);
			row->cells[week - from + 1].text =
				person->load[week]
					? pmo_arena_format(arena, "%s%s", over ? "!" : "",
							   percent(work, person->load[week]))
					: "";
		}
	}
	return result;
}

/* `netref 4.1 50, bwcst 2.4 30`: what makes a week. */
static void add_parts(struct work *work, const struct pmo_workload_person *person, size_t week)
{
	struct pmo_buffer line;
	const struct pmo_workload *load = &work->load;
	const char *separator = "";
	pmo_buffer_init(&line, PMO_BUFFER_LIMIT);
	pmo_buffer_add_format(&line, "%s, week of %s: %s%% of %s%%: ", person->handle,
			      week_text(work, week, false), percent(work, person->load[week]),
			      percent(work, person->capacity[week]));
	for (size_t i = 0; i < load->part_count; i++) {
		const struct pmo_workload_part *part = &load->parts[i];
		if (part->week != week || strcmp(part->person, person->handle) != 0)
			continue;
		pmo_buffer_add_format(&line, "%s%s %s %s", separator, part->project->handle,
				      part->wbs, percent(work, part->load));
		if (part->instead_of)
			pmo_buffer_add_format(&line, " for %s", part->instead_of);
		else if (part->assumed)
			pmo_buffer_add_text(&line, "?");
		work->assumed |= part->assumed;
		separator = ", ";
	}
	wrap_add(&work->cli->out, line.data, 0, (size_t)work->cli->terminal.width);
	work->cli->out.failed |= line.failed;
	pmo_buffer_release(&line);
}

static bool has_rows(const struct work *work)
{
	for (size_t i = 0; i < work->load.person_count; i++)
		if (is_shown(work, &work->load.people[i]))
			return true;
	return false;
}

/* As many weeks beside each other as the lines are wide; the rest follows below. */
static enum pmo_result print_weeks(struct work *work)
{
	enum { WEEK = 8 }; /* "  Nov 23" */
	struct cli *cli = work->cli;
	size_t name = strlen("Person"), weeks = work->load.weeks;
	size_t width = (size_t)cli->terminal.width;
	for (size_t i = 0; i < work->load.person_count; i++) {
		size_t cells = pmo_text_width(work->load.people[i].handle);
		name = cells > name ? cells : name;
	}
	size_t most = width > name + WEEK ? (width - name) / WEEK : 1;
	enum pmo_result result = PMO_OK;
	for (size_t from = 0; result == PMO_OK && from < weeks; from += most) {
		if (from)
			pmo_buffer_add_char(&cli->out, '\n');
		pmo_table_init(&work->table, &cli->arena);
		result = fill_weeks(work, from, from + most < weeks ? from + most : weeks);
		if (result == PMO_OK)
			result = cli_print_table(cli, &work->table);
	}
	return result;
}

static enum pmo_result print_text(struct work *work)
{
	struct cli *cli = work->cli;
	const struct pmo_workload *load = &work->load;
	char text[PMO_DATE_LONG_SIZE];
	pmo_date_format_short(pmo_workspace_world(cli->workspace)->today, 0, text);
	pmo_buffer_add_format(
		&cli->out, "Workload over %zu %s as of %s: percent of a week that begins on\n\n",
		work->plan_count, work->plan_count == 1 ? "project" : "projects", text);
	if (!has_rows(work)) {
		pmo_buffer_add_text(&cli->out, "None.\n");
		return PMO_OK;
	}
	enum pmo_result result = print_weeks(work);
	size_t told = cli->out.length;
	for (size_t i = 0; result == PMO_OK && i < load->person_count; i++)
		for (size_t week = 0; week < load->weeks; week++) {
			const struct pmo_workload_person *person = &load->people[i];
			if (!is_shown(work, person) || !person->load[week] ||
			    (!work->person && !pmo_workload_is_over(person, week)))
				continue;
			if (cli->out.length == told)
				pmo_buffer_add_text(&cli->out,
						    work->person ? "\n" : "\n! too much:\n");
			add_parts(work, person, week);
		}
	if (work->assumed)
		pmo_buffer_add_text(
			&cli->out,
			"\n? nobody is assigned, so the owner counts with all their time:"
			"\npmo set ID assignees='INF 50'\n");
	return result;
}

/* Programs get a row a person, week and task. */
static enum pmo_result print_rows(struct work *work)
{
	static const struct pmo_column columns[] = {
		{ .name = "person" },
		{ .name = "week" },
		{ .name = "percent", .kind = PMO_CELL_NUMBER },
		{ .name = "capacity", .kind = PMO_CELL_NUMBER },
		{ .name = "over", .kind = PMO_CELL_BOOL },
		{ .name = "project" },
		{ .name = "id" },
		{ .name = "wbs" },
		{ .name = "title" },
		{ .name = "part", .kind = PMO_CELL_NUMBER },
		{ .name = "assumed", .kind = PMO_CELL_BOOL },
		{ .name = "instead_of" },
	};
	enum { COLUMNS = sizeof(columns) / sizeof(*columns) };
	const struct pmo_workload *load = &work->load;
	enum pmo_result result = PMO_OK;
	size_t at = 0;
	if (result == PMO_OK)
		result = pmo_table_add_columns(&work->table, columns, COLUMNS);
	for (size_t i = 0; result == PMO_OK && i < load->part_count; i++) {
		const struct pmo_workload_part *part = &load->parts[i];
		while (strcmp(load->people[at].handle, part->person) != 0)
			at++;
		const struct pmo_workload_person *person = &load->people[at];
		const char *const texts[COLUMNS] = {
			part->person,
			week_text(work, part->week, true),
			percent(work, person->load[part->week]),
			percent(work, person->capacity[part->week]),
			pmo_workload_is_over(person, part->week) ? "true" : "false",
			part->project->handle,
			part->id,
			part->wbs,
			part->title,
			percent(work, part->load),
			part->assumed ? "true" : "false",
			part->instead_of,
		};
		if (!is_shown(work, person))
			continue;
		struct pmo_row *row = pmo_table_add_row(&work->table);
		for (size_t cell = 0; row && cell < COLUMNS; cell++) {
			row->cells[cell].text = texts[cell];
			row->cells[cell].absent = !texts[cell];
		}
		result = row ? PMO_OK : PMO_NO_MEMORY;
	}
	return result == PMO_OK ? cli_print_table(work->cli, &work->table) : result;
}

static enum pmo_result print(struct work *work)
{
	enum pmo_format format;
	enum pmo_result result = cli_format(work->cli, &format);
	if (result != PMO_OK)
		return result;
	pmo_table_init(&work->table, &work->cli->arena);
	work->table.title = "Workload, percent of a week";
	if (format == PMO_FORMAT_TABLE)
		return print_text(work);
	if (format != PMO_FORMAT_MD && format != PMO_FORMAT_HTML)
		return print_rows(work);
	result = fill_weeks(work, 0, work->load.weeks);
	return result == PMO_OK ? cli_print_table(work->cli, &work->table) : result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	enum { USUAL = 6 };
	struct work work = { .cli = cli, .options = cli->options };
	const struct pmo_world *world = pmo_workspace_world(cli->workspace);
	const struct pmo_record *record = NULL;
	long weeks = work.options->weeks ? work.options->weeks : USUAL;
	(void)argc;
	(void)argv;
	if (weeks > PMO_WORKLOAD_WEEKS)
		return cli_usage("--weeks takes at most %d", (int)PMO_WORKLOAD_WEEKS);
	int32_t from = pmo_calendar_next_working(world->calendar, world->today + 1);
	enum pmo_result result =
		pmo_workload_begin(cli->workspace, from, (size_t)weeks, &work.load);
	if (result == PMO_INVALID)
		return cli_usage("the weeks leave the years of the calendar");
	if (work.options->by) {
		result = cli_find(cli, pmo_workspace_schema(cli->workspace, "person"),
				  work.options->by, &record);
		work.person = record ? record->id : NULL;
	}
	if (result == PMO_OK)
		result = read_plans(&work);
	if (result == PMO_OK)
		result = print(&work);
	for (size_t i = 0; i < work.plan_count; i++)
		pmo_plan_free(work.plans[i]);
	return result;
}

const struct command workload_command = {
	.name = "workload",
	.summary = "who has how much to do, week by week, over all projects",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct workload_options),
	.run = run,
	.usage = "",
	.about = "Assignees count with their units, else the owner with all of the time that is "
		 "planned\nwith. Leave counts nothing, or the delegate. ! is more than a person "
		 "can give.",
};

/*
 * `pmo today`: the morning screen. Late first, then what is due today, what others owe, money,
 * who is away, what ends, and the next days.
 */
#include "today.h"

#include "commands.h"
#include "register_show.h"

#include <string.h>

struct today_options {
	bool all, all_projects, quiet, send;
	const char *mail;
};

static const struct option options[] = {
	{ .name = "all",
	  .key = 'a',
	  CLI_FLAG(struct today_options, all),
	  .help = "every line of every group" },
	{ .name = "all-projects",
	  .key = 'A',
	  CLI_FLAG(struct today_options, all_projects),
	  .help = "of all projects, not only this one" },
	{ .name = "mail",
	  CLI_TEXT(struct today_options, mail),
	  .arg = "PERSON",
	  .help = "draft it for them, once a day; coordinator, pm, sponsor" },
	{ .name = "quiet-if-empty",
	  CLI_FLAG(struct today_options, quiet),
	  .help = "no letter where there is nothing to tell" },
	{ .name = "send",
	  CLI_FLAG(struct today_options, send),
	  .help = "hand the letter to sendmail" },
	{ 0 },
};

enum { NEXT_DAYS = 5 }; /* working days that NEXT looks ahead */

const char *today_group_name(enum today_group group)
{
	static const char *const names[] = { "LATE", "TODAY",   "WAITING", "MONEY",
					     "AWAY", "EXPIRES", "NEXT" };
	return names[group];
}

static enum pmo_result add(struct today *today, const struct today_entry *entry)
{
	struct today_entry *grown = pmo_arena_grow(&today->cli->arena, today->entries, today->count,
						   &today->capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	today->entries = grown;
	grown[today->count++] = *entry;
	return PMO_OK;
}

/* TODAY_GROUP_COUNT: none of the groups that take duties as they come. */
static enum today_group group_of(const struct pmo_duty *duty)
{
	if (duty->state == PMO_DUTY_LATE)
		return GROUP_LATE;
	if (duty->state == PMO_DUTY_TODAY)
		return GROUP_TODAY;
	if (duty->state == PMO_DUTY_LATER)
		return TODAY_GROUP_COUNT;
	switch (duty->kind) {
	case PMO_DUTY_ANSWER:
		return GROUP_WAITING;
	case PMO_DUTY_MONEY:
		return GROUP_MONEY;
	case PMO_DUTY_EXPIRY:
		return GROUP_EXPIRES;
	default:
		return TODAY_GROUP_COUNT;
	}
}

static enum pmo_result add_group(struct today *today, enum today_group group)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < today->work.duties.count; i++) {
		const struct pmo_duty *duty = &today->work.duties.items[i];
		if (group_of(duty) == group)
			result = add(today, &(struct today_entry){ .group = group, .duty = duty });
	}
	return result;
}

static enum pmo_result add_absences(struct today *today)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < today->absences.count; i++)
		result = add(today, &(struct today_entry){ .group = GROUP_AWAY,
							   .absence = &today->absences.items[i] });
	return result;
}

static bool is_off(const struct pmo_calendar *calendar, int32_t day)
{
	return calendar && pmo_calendar_is_holiday(calendar, day);
}

/* The days to come, one after the other; days off are told together. */
static enum pmo_result add_next(struct today *today)
{
	const struct pmo_world *world = pmo_workspace_world(today->cli->workspace);
	int32_t end = pmo_calendar_add_days(world->calendar, world->today, NEXT_DAYS);
	enum pmo_result result = PMO_OK;
	for (int32_t day = world->today + 1; result == PMO_OK && day <= end; day++) {
		for (size_t i = 0; result == PMO_OK && i < today->work.duties.count; i++) {
			const struct pmo_duty *duty = &today->work.duties.items[i];
			struct today_entry entry = { GROUP_NEXT, duty, NULL, day, day };
			if (duty->due == day && group_of(duty) == TODAY_GROUP_COUNT &&
			    duty->kind != PMO_DUTY_EXPIRY)
				result = add(today, &entry);
		}
		struct today_entry off = { GROUP_NEXT, NULL, NULL, day, day };
		if (result != PMO_OK || !is_off(world->calendar, day))
			continue;
		while (off.last < end && is_off(world->calendar, off.last + 1))
			off.last++;
		result = add(today, &off);
		day = off.last;
	}
	return result;
}

static enum pmo_result gather(struct today *today, bool all_projects)
{
	struct cli *cli = today->cli;
	const struct pmo_world *world = pmo_workspace_world(cli->workspace);
	int32_t soon = pmo_calendar_add_days(world->calendar, world->today, NEXT_DAYS);
	enum pmo_result result = duties_gather(cli, all_projects, &today->work);
	if (result == PMO_OK)
		result = pmo_absences_find(cli->workspace, world->today, soon, &today->absences);
	for (int group = 0; result == PMO_OK && group < TODAY_GROUP_COUNT; group++) {
		if (group == GROUP_AWAY)
			result = add_absences(today);
		else if (group == GROUP_NEXT)
			result = add_next(today);
		else
			result = add_group(today, (enum today_group)group);
	}
	return result;
}

/* `pmo today 2`: the record of that line. */
static enum pmo_result open_line(struct today *today, const char *word)
{
	struct cli *cli = today->cli;
	static const struct show_options none = { false };
	size_t number = 0;
	for (const char *digit = word; *digit; digit++) {
		if (*digit < '0' || *digit > '9' || number > today->count)
			return cli_usage("'%s' is no number of a line; `pmo today` shows them",
					 word);
		number = number * 10 + (size_t)(*digit - '0');
	}
	if (!number || number > today->count)
		return cli_usage("there are %zu lines, no line %s", today->count, word);
	const struct today_entry *entry = &today->entries[number - 1];
	const struct pmo_record *record = entry->duty ? entry->duty->record : NULL;
	if (entry->absence)
		record = entry->absence->person;
	if (!record)
		return cli_usage("line %s is a day off, no record", word);
	const char *id = record->id;
	if (record->project)
		id = pmo_arena_format(&cli->arena, "%s/%s", record->project->handle, record->id);
	char *argv[] = { pmo_arena_string(&cli->arena, id), NULL };
	if (!argv[0])
		return PMO_NO_MEMORY;
	cli->options = &none;
	return show_run(cli, 1, argv);
}

static enum pmo_result fill_row(const struct today *today, const struct today_entry *entry,
				size_t number, struct pmo_row *row)
{
	struct pmo_arena *arena = &today->cli->arena;
	const struct pmo_record *record = entry->duty ? entry->duty->record : NULL;
	char date[PMO_DATE_SIZE];
	int32_t due = entry->duty ? entry->duty->due : entry->day;
	if (entry->absence) {
		record = entry->absence->person;
		due = entry->absence->to;
	}
	pmo_date_format(due, date);
	row->cells[0].text = pmo_arena_format(arena, "%zu", number);
	row->cells[1].text = today_group_name(entry->group);
	row->cells[2].text = record ? duties_id(&today->work, record) : NULL;
	row->cells[3].text = today_say(today, entry);
	row->cells[4].text = record ? pmo_record_text(record, record->schema->title) : NULL;
	row->cells[5].text = entry->duty ? entry->duty->owner : NULL;
	row->cells[6].text = *date ? pmo_arena_string(arena, date) : NULL;
	if (entry->duty && entry->duty->due != PMO_DATE_NONE)
		row->cells[7].text = pmo_arena_format(arena, "%d", entry->duty->days);
	row->cells[8].text = entry->duty ? duties_next(&today->work, entry->duty) : NULL;
	for (size_t i = 0; i < 9; i++) {
		row->cells[i].absent = !row->cells[i].text;
		row->cells[i].text = row->cells[i].text ? row->cells[i].text : "";
	}
	return row->cells[0].absent || row->cells[3].absent ? PMO_NO_MEMORY : PMO_OK;
}

static enum pmo_result print_table(struct today *today)
{
	static const struct pmo_column columns[] = {
		{ .name = "no", .heading = "No", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
		{ .name = "group", .heading = "Group" },
		{ .name = "id", .heading = "ID" },
		{ .name = "what", .heading = "What" },
		{ .name = "title", .heading = "Title", .shrink = PMO_SHRINK_WRAP },
		{ .name = "owner", .heading = "Owner" },
		{ .name = "due", .heading = "Due" },
		{ .name = "days", .heading = "Days", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
		{ .name = "next", .heading = "Next" },
	};
	struct pmo_table table;
	enum pmo_result result = PMO_OK;
	pmo_table_init(&table, &today->cli->arena);
	table.title = "Today";
	if (result == PMO_OK)
		result = pmo_table_add_columns(&table, columns, sizeof(columns) / sizeof(*columns));
	for (size_t i = 0; result == PMO_OK && i < today->count; i++) {
		struct pmo_row *row = pmo_table_add_row(&table);
		result = row ? fill_row(today, &today->entries[i], i + 1, row) : PMO_NO_MEMORY;
	}
	return result == PMO_OK ? cli_print_table(today->cli, &table) : result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct today_options *wanted = cli->options;
	struct today today = { .cli = cli, .all = wanted->all };
	enum pmo_format format;
	enum pmo_result result = cli_format(cli, &format);
	if (result != PMO_OK)
		return result;
	if ((wanted->send || wanted->quiet) && !wanted->mail)
		return cli_usage("--send and --quiet-if-empty go with --mail");
	if (wanted->mail && argc)
		return cli_usage("--mail takes the whole screen, no line");
	result = gather(&today, wanted->all_projects);
	if (result == PMO_OK && argc)
		result = open_line(&today, argv[0]);
	else if (result == PMO_OK && wanted->mail)
		result = today_mail(&today, wanted->mail, wanted->quiet, wanted->send);
	else if (result == PMO_OK)
		result = format == PMO_FORMAT_TABLE ? today_print(&today) : print_table(&today);
	duties_release(&today.work);
	return result;
}

const struct command today_command = {
	.name = "today",
	.summary = "the morning screen: late, due, waiting, money, next",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct today_options),
	.usage = "[N] [--all] [--mail PERSON]",
	.about = "pmo today N opens line N. Days are working days, cd calendar days.",
	.run = run,
};

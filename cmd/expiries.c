/* `pmo expiries 90d`: what ends: insurance, contracts, warranties, waivers, clearances. */
#include "commands.h"
#include "duties.h"

#include <stdlib.h>
#include <string.h>

/* `90d`, `90cd`, `90`: calendar days; 0: none. */
static int read_days(const char *word)
{
	int days = 0;
	size_t i = 0;
	for (; word[i] >= '0' && word[i] <= '9' && days < 100000; i++)
		days = days * 10 + (word[i] - '0');
	bool fine = i && (!word[i] || strcmp(word + i, "d") == 0 || strcmp(word + i, "cd") == 0);
	return fine ? days : 0;
}

static const char *within(int32_t left)
{
	if (left < 0)
		return "Over";
	if (left <= 30)
		return "Within 30 days";
	return left <= 60 ? "Within 60 days" : left <= 90 ? "Within 90 days" : "Later";
}

/* What ends within the days asked for comes first, then what is watched for another reason. */
static bool is_later(const struct pmo_duty *duty, int days)
{
	return duty->due - duty->record->world->today > days;
}

static int by_day(const void *left, const void *right)
{
	const struct pmo_duty *const *a = left, *const *b = right;
	if ((*a)->due != (*b)->due)
		return (*a)->due < (*b)->due ? -1 : 1;
	return *a < *b ? -1 : *a > *b;
}

static enum pmo_result add_rows(struct duty_work *work, const struct pmo_duty **duties,
				size_t count, int days, struct pmo_table *table)
{
	const char *last = NULL;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < count; i++) {
		const struct pmo_duty *duty = duties[i];
		const char *heading = is_later(duty, days)
					      ? "Too soon after go-live"
					      : within(duty->due - duty->record->world->today);
		if (!last || strcmp(heading, last) != 0)
			result = pmo_table_add_group(table, heading);
		last = heading;
		if (result == PMO_OK)
			result = duties_add_row(work, duty, table);
	}
	return result;
}

static enum pmo_result print(struct duty_work *work, int days)
{
	struct cli *cli = work->cli;
	struct pmo_table table;
	enum pmo_format format;
	size_t count = 0;
	const struct pmo_duty **duties =
		pmo_arena_array(&cli->arena, work->duties.count + 1, sizeof(*duties));
	if (!duties)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < work->duties.count; i++) {
		const struct pmo_duty *duty = &work->duties.items[i];
		if (duty->kind == PMO_DUTY_EXPIRY && (duty->note || !is_later(duty, days)))
			duties[count++] = duty;
	}
	if (count)
		qsort(duties, count, sizeof(const struct pmo_duty *), by_day);
	pmo_table_init(&table, &cli->arena);
	table.title = "What ends";
	enum pmo_result result = cli_format(cli, &format);
	if (result == PMO_OK)
		result = duties_add_columns(work, &table);
	if (result == PMO_OK)
		result = add_rows(work, duties, count, days, &table);
	if (result == PMO_OK && !count && format == PMO_FORMAT_TABLE) {
		pmo_buffer_add_text(&cli->out, "None.\n");
		return PMO_OK;
	}
	return result == PMO_OK ? cli_print_table(cli, &table) : result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	int days = argc ? read_days(argv[0]) : 90;
	struct duty_work work;
	if (!days)
		return cli_usage("'%s' is no number of calendar days, such as 90d", argv[0]);
	enum pmo_result result = duties_gather(cli, false, &work);
	if (result == PMO_OK)
		result = print(&work, days);
	duties_release(&work);
	return result;
}

const struct command expiries_command = {
	.name = "expiries",
	.summary = "what ends: insurance, contracts, warranties, waivers",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_FORMAT,
	.usage = "[DAYS]",
	.about = "DAYS are calendar days, 90d when nothing is said.",
	.run = run,
};

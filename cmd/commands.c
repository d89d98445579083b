/* The table. Help, completion and the test of the manual pages read it, too. */
#include "commands.h"

#include <pmo/text.h>

#include <string.h>

const struct command *const commands[] = {
	&today_command,      &overdue_command,
	&mine_command,       &waiting_command,
	&expiries_command,   &raid_command,
	&import_command,     &capture_command,
	&show_command,       &set_command,
	&edit_command,       &link_command,
	&unlink_command,     &help_command,
	&completion_command, &complete_command,
	&version_command,    &init_command,
	&demo_command,       &find_command,
	&log_command,        &outbox_command,
	&undo_command,       &check_command,
	&export_command,     &layout_command,
	&renumber_command,   &config_command,
	&doctor_command,     &schema_command,
	&schedule_command,   &plan_command,
	&gantt_command,      &critical_command,
	&lookahead_command,  &workload_command,
	&network_command,    &evm_command,
	&why_command,        &what_if_command,
	&quality_command,    &variance_command,
	&limits_command,     &status_command,
	&onepage_command,    &deck_command,
	&portfolio_command,  &digest_command,
	&remind_command,     &publish_command,
	&notice_command,     &trace_command,
	&escalate_command,   &ask_command,
	&take_command,       &agenda_command,
	&minutes_command,    NULL,
};

const struct command *commands_find(const char *name)
{
	for (size_t i = 0; commands[i]; i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

static void consider(const char *typed, const char *name, const char **nearest, size_t *best)
{
	size_t distance = pmo_text_distance(typed, name, *best);
	if (distance >= *best)
		return;
	*best = distance;
	*nearest = name;
}

const char *commands_nearest(struct cli *cli, const char *name)
{
	const char *nearest = NULL;
	size_t best = strlen(name) > 4 ? 3 : 2;
	for (size_t i = 0; commands[i]; i++)
		if (commands[i]->group != GROUP_HIDDEN)
			consider(name, commands[i]->name, &nearest, &best);
	for (size_t i = 0; cli->workspace; i++) {
		const struct pmo_register *table = pmo_workspace_table(cli->workspace, i);
		if (!table)
			break;
		consider(name, table->name, &nearest, &best);
	}
	for (size_t i = 0; !cli->workspace && pmo_registers[i]; i++)
		consider(name, pmo_registers[i]->name, &nearest, &best);
	return nearest;
}

/* `pmo help risk-no-plan`: the word in brackets behind a message. */
#include "commands.h"
#include "help_code.h"

#include <string.h>

static const struct pmo_register *table_at(const struct cli *cli, size_t index)
{
	return cli->workspace ? pmo_workspace_table(cli->workspace, index) : pmo_registers[index];
}

static bool add_rule(struct cli *cli, const struct pmo_register *table, const char *code)
{
	for (const struct pmo_rule *rule = table->rules; rule && rule->code; rule++) {
		if (strcmp(rule->code, code) != 0)
			continue;
		pmo_buffer_add_format(&cli->out, "%s: a rule of %s, %s\n\n", code, table->plural,
				      pmo_severity_name(rule->severity));
		pmo_buffer_add_format(&cli->out, "  holds when  %s\n", rule->when);
		pmo_buffer_add_format(&cli->out, "  says        %s\n", rule->message);
		if (rule->hint)
			pmo_buffer_add_format(&cli->out, "  to do       %s\n", rule->hint);
		return true;
	}
	return false;
}

bool help_add_code(struct cli *cli, const char *code)
{
	const struct pmo_register *table;
	for (size_t i = 0; (table = table_at(cli, i)); i++)
		if (add_rule(cli, table, code))
			return true;
	/* Messages that are no register's: their words are made of letters and dashes. */
	if (!strchr(code, '-') || strspn(code, "abcdefghijklmnopqrstuvwxyz-") != strlen(code))
		return false;
	pmo_buffer_add_format(&cli->out,
			      "%s: every message is explained in the manual, what it means and "
			      "what to do:\n\n  man pmo-messages\n",
			      code);
	return true;
}

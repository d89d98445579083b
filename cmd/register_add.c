/*
 * `pmo risk add TITLE... [FIELD=VALUE]...`: a title is enough. Words that are assignments
 * are fields, the others are the title. Where people choose the id, it comes first.
 */
#include "register.h"

#include <string.h>

static bool has_title(const struct pmo_draft *draft)
{
	const struct pmo_record *record = pmo_draft_record(draft);
	const char *title = pmo_record_text(record, record->schema->title);
	return title && *title;
}

/* `risk add "a=b"` */
static void hint_title(struct cli *cli, const struct pmo_schema *schema, const char *word)
{
	char *name = pmo_arena_copy(&cli->arena, word, strcspn(word, "=+-."));
	if (name && schema->title >= 0 && pmo_schema_field(schema, name) < 0)
		pmo_diag_hint(&cli->diags, "as a title: pmo %s add %s='%s'", schema->table->name,
			      schema->fields[schema->title]->name, word);
}

static enum pmo_result fill(struct cli *cli, struct pmo_draft *draft, int argc, char **argv)
{
	const struct pmo_schema *schema = cli->schema;
	struct pmo_buffer title;
	enum pmo_result result = PMO_OK;
	pmo_buffer_init(&title, 1 << 16);
	for (int i = 0; i < argc && result == PMO_OK; i++) {
		if (register_is_assignment(argv[i]))
			result = pmo_draft_assign(draft, argv[i]);
		else
			pmo_buffer_add_format(&title, "%s%s", title.length ? " " : "", argv[i]);
	}
	if (result != PMO_OK && argc == 1)
		hint_title(cli, schema, argv[0]);
	if (result == PMO_OK && title.failed)
		result = cli_usage("the title is too long");
	else if (result == PMO_OK && title.length && schema->title < 0)
		result = cli_usage("a %s has no title: '%s' belongs to no field",
				   schema->table->name, title.data);
	else if (result == PMO_OK && !title.length && schema->title >= 0 && !has_title(draft))
		result = cli_usage("a title is wanted: pmo %s add \"...\"", schema->table->name);
	else if (result == PMO_OK && title.length)
		result = pmo_draft_set(draft, schema->title, title.data);
	pmo_buffer_release(&title);
	return result;
}

static enum pmo_result add(struct cli *cli, struct pmo_update *update, int argc, char **argv)
{
	const struct pmo_schema *schema = cli->schema;
	const struct pmo_project *project;
	struct pmo_draft *draft;
	const char *id = NULL;
	if (schema->table->handles) {
		if (register_is_assignment(argv[0]))
			return cli_usage("a %s has a name that you choose; it comes first",
					 schema->table->name);
		id = argv[0];
		argc--;
		argv++;
	}
	enum pmo_result result = register_need_project(cli, schema, &project);
	if (result == PMO_OK)
		result = pmo_update_add(update, project, schema, id, &draft);
	if (result == PMO_OK)
		result = fill(cli, draft, argc, argv);
	if (result == PMO_OK)
		result = cli_attach(cli, draft);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	if (result != PMO_OK)
		return result;
	const struct pmo_record *record = pmo_draft_record(draft);
	if (cli->dry_run) {
		register_add_diff(cli, draft);
		return PMO_OK;
	}
	pmo_buffer_add_format(&cli->out, "%s  ", record->id);
	register_add_line(cli, record, &cli->out);
	pmo_buffer_add_char(&cli->out, '\n');
	register_add_remark(cli, NULL, record);
	cli_remember(cli, record);
	return PMO_OK;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct pmo_update *update = NULL;
	cli->quiet = "incomplete"; /* a title is enough; `show` lists what is missing */
	enum pmo_result result = cli_begin(cli, &update);
	if (result == PMO_OK)
		result = add(cli, update, argc, argv);
	pmo_update_end(update);
	return result;
}

const struct command register_add_command = {
	.name = "add",
	.summary = "a new record; a title is enough",
	.group = GROUP_CAPTURE,
	.needs = CLI_WRITE,
	.min = 1,
	.max = -1,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN | TAKES_IMPORTED,
	.usage = "TITLE... [FIELD=VALUE]...",
	.run = run,
};

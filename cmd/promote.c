/*
 * `pmo note promote LOG-42 issue`: a note becomes a record, an issue a change request. The two
 * name each other, and what the first one says goes along.
 */
#include "register.h"
#include "view.h"

#include <string.h>

struct promotion {
	struct cli *cli;
	struct pmo_update *update;
	const struct pmo_record *from;
	struct pmo_draft *draft;
};

/* Where a text goes, the first that the register has. */
static const char *const proses[] = { "description", "question", "text", "statement", NULL };

/* Which field of the old record names the new one, where links would not say enough. */
static const struct {
	const char *from, *to, *field;
} names[] = {
	{ "note", NULL, "promoted_to" },
	{ "issue", "change", "change" },
	{ "risk", "issue", "became" },
};

static enum pmo_result set(struct pmo_draft *draft, const char *field, const char *text)
{
	int index = pmo_schema_field(pmo_draft_record(draft)->schema, field);
	if (index < 0 || !text || pmo_draft_record(draft)->schema->fields[index]->derive)
		return PMO_OK;
	return pmo_draft_set(draft, index, text);
}

/* Dates and people go along as they stand. */
static enum pmo_result copy(struct promotion *promotion, const char *from, const char *to)
{
	const struct pmo_record *record = promotion->from;
	int index = pmo_schema_field(record->schema, from);
	struct pmo_value value = pmo_record_get(record, index);
	struct pmo_buffer text;
	if (index < 0 || !pmo_value_is_present(&value) || value.is_list)
		return PMO_OK;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_value_format(record->schema->fields[index], &value, &text);
	enum pmo_result result = text.failed ? PMO_NO_MEMORY : set(promotion->draft, to, text.data);
	pmo_buffer_release(&text);
	return result;
}

static enum pmo_result copy_all(struct promotion *promotion)
{
	const struct pmo_schema *schema = pmo_draft_record(promotion->draft)->schema;
	const struct pmo_record *from = promotion->from;
	const char *prose = NULL, *source = NULL;
	for (size_t i = 0; proses[i]; i++) {
		if (!prose && pmo_schema_field(schema, proses[i]) >= 0)
			prose = proses[i];
		if (!source && pmo_schema_field(from->schema, proses[i]) >= 0)
			source = proses[i];
	}
	enum pmo_result result = set(promotion->draft, schema->fields[schema->title]->name,
				     pmo_record_text(from, from->schema->title));
	if (result == PMO_OK && prose && source)
		result = copy(promotion, source, prose);
	if (result == PMO_OK)
		result = copy(promotion, "due", "due");
	if (result == PMO_OK)
		result = copy(promotion, from->schema->owner >= 0 ? "owner" : "person", "owner");
	if (result == PMO_OK)
		result = set(promotion->draft, "links", from->id);
	return result;
}

/* The old one names the new one; a note is done with then. */
static enum pmo_result name_new(struct promotion *promotion)
{
	const struct pmo_record *record = pmo_draft_record(promotion->draft);
	const char *from = promotion->from->schema->table->name;
	const char *to = record->schema->table->name;
	struct pmo_draft *old;
	enum pmo_result result = pmo_update_edit(promotion->update, promotion->from, &old);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]) && result == PMO_OK; i++)
		if (strcmp(names[i].from, from) == 0 &&
		    (!names[i].to || strcmp(names[i].to, to) == 0))
			return set(old, names[i].field, record->id);
	if (result != PMO_OK)
		return result;
	return pmo_draft_append(old, old ? promotion->from->schema->links : 0, record->id);
}

static enum pmo_result promote(struct promotion *promotion, int argc, char **argv)
{
	struct cli *cli = promotion->cli;
	const struct pmo_schema *to = pmo_workspace_schema(cli->workspace, argv[1]);
	if (!to || to->table->handles || to->title < 0 || !to->table->prefix)
		return cli_usage("'%s' is no register that it could go to; such as issue, risk, "
				 "action, decision, change, inquiry",
				 argv[1]);
	enum pmo_result result = cli_find(cli, cli->schema, argv[0], &promotion->from);
	if (result == PMO_OK)
		result = pmo_update_add(promotion->update, promotion->from->project, to, NULL,
					&promotion->draft);
	if (result == PMO_OK)
		result = copy_all(promotion);
	for (int i = 2; i < argc && result == PMO_OK; i++)
		result = register_is_assignment(argv[i])
				 ? pmo_draft_assign(promotion->draft, argv[i])
				 : cli_usage("'%s' is no FIELD=VALUE", argv[i]);
	if (result == PMO_OK)
		result = cli_attach(cli, promotion->draft);
	if (result == PMO_OK)
		result = name_new(promotion);
	return result == PMO_OK ? pmo_update_commit(promotion->update) : result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct promotion promotion = { .cli = cli };
	cli->quiet = "incomplete"; /* as of a new record: `show` lists what is missing */
	enum pmo_result result = cli_begin(cli, &promotion.update);
	if (result == PMO_OK)
		result = promote(&promotion, argc, argv);
	pmo_update_end(promotion.update);
	if (result != PMO_OK)
		return result;
	const struct pmo_record *record = pmo_draft_record(promotion.draft);
	if (cli->dry_run) {
		register_add_diff(cli, promotion.draft);
		return PMO_OK;
	}
	pmo_buffer_add_format(&cli->out, "%s  ", record->id);
	register_add_line(cli, record, &cli->out);
	pmo_buffer_add_format(&cli->out, "   from %s\n", promotion.from->id);
	register_add_remark(cli, NULL, record);
	cli_remember(cli, record);
	return PMO_OK;
}

const struct command promote_command = {
	.name = "promote",
	.summary = "makes another record of it, and keeps the link",
	.group = GROUP_CHANGE,
	.needs = CLI_WRITE,
	.min = 2,
	.max = -1,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN,
	.usage = "ID REGISTER [FIELD=VALUE]...",
	.run = run,
};

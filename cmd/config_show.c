/* See config.h: what holds, and who said so. */
#include "config.h"

#include "cli/environment.h"

#include <string.h>

struct show {
	struct cli *cli;
	const char *wanted; /* a key, or NULL */
	struct pmo_table table;
	const char *workspace, *own; /* the files' names */
	bool found, failed;
};

static void add(struct show *show, const char *key, const char *value, const char *from)
{
	size_t length = show->wanted ? strlen(show->wanted) : 0;
	if (show->wanted &&
	    (strncmp(key, show->wanted, length) != 0 || (key[length] && key[length] != '.')))
		return;
	struct pmo_row *row = key ? pmo_table_add_row(&show->table) : NULL;
	if (!row) {
		show->failed = true;
		return;
	}
	show->found = true;
	row->style = from ? PMO_STYLE_PLAIN : PMO_STYLE_DIM;
	row->cells[0].text = key;
	row->cells[1].text = value ? value : "";
	row->cells[1].absent = !value;
	row->cells[2].text = from ? from : "default";
}

/* A value, or what holds where nobody said one. */
static void add_or(struct show *show, const char *key, const char *value, const char *usual)
{
	add(show, key, value ? value : usual, value ? show->workspace : NULL);
}

static void add_settings(struct show *show, const char *group, const struct pmo_setting *settings)
{
	for (; settings && settings->name; settings++) {
		char *key = pmo_arena_format(&show->cli->arena, "%s.%s", group, settings->name);
		if (key)
			add(show, key, settings->value, show->workspace);
		else
			show->failed = true;
	}
}

static void add_filters(struct show *show, const struct pmo_filter *filters, const char *from)
{
	for (; filters && filters->name; filters++) {
		struct pmo_arena *arena = &show->cli->arena;
		char *key = pmo_arena_format(arena, "filters.%s", filters->name);
		char *value = pmo_arena_format(
			arena, "%s%s%s", filters->register_name ? filters->register_name : "",
			filters->register_name ? ": " : "", filters->where ? filters->where : "");
		if (key && value)
			add(show, key, value, from);
		else
			show->failed = true;
	}
}

/* What pmo.yaml adds to the registers, in a line each. */
static void add_registers(struct show *show)
{
	const struct pmo_register *table;
	const struct pmo_config *config = pmo_workspace_config(show->cli->workspace);
	for (size_t i = 0; (table = pmo_workspace_table(show->cli->workspace, i)); i++) {
		size_t count = 0;
		bool own = i >= config->built_in;
		for (const struct pmo_field *f = table->fields; f && f->name; f++)
			count += own || f->flags & PMO_OWN;
		if (!count)
			continue;
		char *key = pmo_arena_format(&show->cli->arena, "%s.%s",
					     own ? "registers" : "fields", table->name);
		char *value = pmo_arena_format(&show->cli->arena, "%zu field%s", count,
					       count == 1 ? "" : "s");
		if (key && value)
			add(show, key, value, show->workspace);
		else
			show->failed = true;
	}
}

static void add_workspace(struct show *show)
{
	const struct pmo_config *config = pmo_workspace_config(show->cli->workspace);
	add(show, "workspace", pmo_workspace_root(show->cli->workspace), show->workspace);
	add_or(show, "organisation", config->organisation, NULL);
	add_or(show, "timezone", config->timezone, "UTC");
	add_or(show, "currency", config->currency, "USD");
	add_or(show, "calendar", config->calendar, "Monday to Friday, no holidays");
	if (config->mail_domains)
		add(show, "mail_domains", config->mail_domains, show->workspace);
	if (config->jurisdiction)
		add(show, "jurisdiction", config->jurisdiction, show->workspace);
	if (config->limits)
		add(show, "limits", config->limits, show->workspace);
	add(show, "commit", config->commit == PMO_COMMIT_AUTO ? "auto" : "off",
	    config->commit == PMO_COMMIT_AUTO ? show->workspace : NULL);
	add_settings(show, "labels", config->labels);
	add_settings(show, "thresholds", config->thresholds);
	add_filters(show, config->filters, show->workspace);
	add_registers(show);
}

static void add_user(struct show *show)
{
	struct cli *cli = show->cli;
	const char *me = cli->workspace ? pmo_workspace_world(cli->workspace)->me : cli->env.user;
	const char *from = NULL;
	if (me && cli->env.user)
		from = "PMO_USER";
	else if (me && cli->env.email && !pmo_workspace_user_config(cli->workspace)->user)
		from = pmo_arena_format(&cli->arena, "git's e-mail %s", cli->env.email);
	else if (me)
		from = show->own;
	add(show, "user", me, from);
}

/* Programs and colour: the environment comes before the user's file. */
static void add_programs(struct show *show)
{
	static const char *const colors[] = { "auto", "always", "never" };
	struct cli *cli = show->cli;
	const struct pmo_config *own =
		cli->workspace ? pmo_workspace_user_config(cli->workspace) : NULL;
	const char *editor = environment_get("VISUAL") ? "VISUAL" : NULL;
	const char *pager = environment_get("PAGER") ? "PAGER" : NULL;
	if (!editor && environment_get("EDITOR"))
		editor = "EDITOR";
	if (!editor && own && own->editor)
		editor = show->own;
	if (!pager && own && own->pager)
		pager = show->own;
	add(show, "editor", environment_editor(cli), editor);
	add(show, "pager", environment_pager(cli), pager);
	if (environment_get("PMO_SENDMAIL"))
		add(show, "sendmail", environment_get("PMO_SENDMAIL"), "PMO_SENDMAIL");
	else if (own && own->sendmail)
		add(show, "sendmail", own->sendmail, show->own);
	if (environment_get("NO_COLOR"))
		add(show, "color", "never", "NO_COLOR");
	else
		add(show, "color", colors[own ? own->color : 0],
		    own && own->color ? show->own : NULL);
	if (own)
		add_filters(show, own->filters, show->own);
}

enum pmo_result config_show(struct cli *cli, const char *key)
{
	static const struct pmo_column columns[] = {
		{ .name = "key", .heading = "Key" },
		{ .name = "value", .heading = "Value", .shrink = PMO_SHRINK_TRUNCATE },
		{ .name = "from", .heading = "From", .shrink = PMO_SHRINK_TRUNCATE },
	};
	struct show show = { .cli = cli, .wanted = key, .workspace = "pmo.yaml" };
	show.own = config_path(cli);
	if (!show.own)
		show.own = "your configuration";
	pmo_table_init(&show.table, &cli->arena);
	enum pmo_result result =
		pmo_table_add_columns(&show.table, columns, sizeof(columns) / sizeof(columns[0]));
	if (result != PMO_OK)
		return result;
	if (cli->workspace)
		add_workspace(&show);
	add_user(&show);
	add_programs(&show);
	if (show.failed)
		return PMO_NO_MEMORY;
	if (key && !show.found)
		return cli_usage("nothing is said about '%s'; pmo config shows what is", key);
	if (key && show.table.row_count == 1 && !cli->format_word && !cli->output) {
		const struct pmo_cell *cell = &show.table.rows[0].cells[1];
		if (!cell->absent)
			pmo_buffer_add_format(&cli->out, "%s\n", cell->text);
		cli->answer_is_no = cell->absent;
		return PMO_OK;
	}
	return cli_print_table(cli, &show.table);
}

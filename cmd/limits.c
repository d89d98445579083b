/*
 * `pmo limits`: the figures that rules apply here, and where each comes from. With the whole name
 * of one: everything that says something of it, and what asks for it.
 */
#include "commands.h"

#include "cli/wrap.h"

#include <pmo/limit.h>
#include <pmo/text.h>

#include <string.h>

static const struct pmo_column columns[] = {
	{ .name = "name", .heading = "Limit" },
	{ .name = "value", .heading = "Value", .align = PMO_RIGHT },
	{ .name = "unit", .heading = "Unit", .priority = 3 },
	{ .name = "source", .heading = "Source", .shrink = PMO_SHRINK_WRAP },
	{ .name = "date", .heading = "As of", .priority = 2 },
	{ .name = "where", .heading = "Where", .priority = 4 },
	{ .name = "help", .heading = "What it is", .shrink = PMO_SHRINK_WRAP, .priority = 1 },
};

enum { COLUMNS = sizeof(columns) / sizeof(*columns), SAYING = 40, LABEL = 12, FIGURE = 12 };

/* "limits/county.yaml:7". */
static const char *place_of(struct cli *cli, const struct pmo_limit *limit)
{
	if (!limit->file || !limit->line)
		return limit->file;
	return pmo_arena_format(&cli->arena, "%s:%zu", limit->file, limit->line);
}

static enum pmo_result add_row(struct cli *cli, struct pmo_table *table,
			       const struct pmo_limit *limit)
{
	const char *const cells[COLUMNS] = {
		limit->name, limit->value,         pmo_limit_unit(limit), limit->source,
		limit->date, place_of(cli, limit), limit->help,
	};
	struct pmo_row *row = pmo_table_add_row(table);
	for (size_t i = 0; row && i < COLUMNS; i++) {
		row->cells[i].text = cells[i];
		row->cells[i].absent = !cells[i];
	}
	return row ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result begin(struct cli *cli, struct pmo_table *table)
{
	enum pmo_result result = PMO_OK;
	pmo_table_init(table, &cli->arena);
	table->title = "Limits";
	if (result == PMO_OK)
		result = pmo_table_add_columns(table, columns, COLUMNS);
	return result;
}

/* The limits whose names begin so; failing that, those that have the word anywhere. */
static enum pmo_result add_rows(struct cli *cli, struct pmo_table *table, const char *word)
{
	const struct pmo_config *config = pmo_workspace_config(cli->workspace);
	struct pmo_limit limit;
	const char *name;
	enum pmo_result result = PMO_OK;
	for (int anywhere = 0; anywhere < 2 && result == PMO_OK && !table->row_count; anywhere++)
		for (size_t i = 0; result == PMO_OK && (name = pmo_config_limit_name(config, i));
		     i++) {
			const char *at = strstr(name, word);
			if (at && (at == name || anywhere) &&
			    pmo_config_limit_rows(config, name, &limit, 1))
				result = add_row(cli, table, &limit);
		}
	return result;
}

static enum pmo_result refuse(struct cli *cli, const char *word)
{
	const struct pmo_config *config = pmo_workspace_config(cli->workspace);
	const char *name, *nearest = NULL;
	size_t best = 4;
	for (size_t i = 0; (name = pmo_config_limit_name(config, i)); i++) {
		size_t distance = pmo_text_distance(word, name, best);
		if (distance < best) {
			best = distance;
			nearest = name;
		}
	}
	if (nearest)
		return cli_usage("there is no limit '%s'; nearest is %s", word, nearest);
	return cli_usage("there is no limit '%s'; pmo limits lists all", word);
}

static enum pmo_result list(struct cli *cli, const char *word)
{
	struct pmo_table table;
	enum pmo_result result = begin(cli, &table);
	if (result == PMO_OK)
		result = add_rows(cli, &table, word);
	if (result == PMO_OK && !table.row_count)
		return refuse(cli, word);
	return result == PMO_OK ? cli_print_table(cli, &table) : result;
}

/* The figure and where it stands; below that, who says so. */
static void add_saying(struct cli *cli, const char *label, const struct pmo_limit *limit)
{
	struct pmo_buffer line;
	bool sourced = limit->source && limit->file && strcmp(limit->source, limit->file) != 0;
	const char *place = place_of(cli, limit);
	pmo_buffer_init(&line, PMO_BUFFER_LIMIT);
	pmo_buffer_add_format(&line, "%s%s%s%s", sourced ? "\n" : "", sourced ? limit->source : "",
			      sourced && limit->date ? ", as of " : "",
			      sourced && limit->date ? limit->date : "");
	pmo_buffer_add_format(&cli->out, "%-*s%-*s", LABEL, label, FIGURE, limit->value);
	pmo_text_add_visible(&cli->out, place ? place : "", place ? strlen(place) : 0);
	wrap_add(&cli->out, line.failed || !line.length ? "" : line.data, LABEL + FIGURE,
		 (size_t)cli->terminal.width);
	pmo_buffer_release(&line);
}

/* Whether an expression or a message has limit(NAME) or source(NAME). */
static bool asks(const char *text, const char *name)
{
	size_t length = strlen(name);
	for (const char *at = text; at && (at = strstr(at, name)); at += length)
		if (at > text && (at[-1] == '(' || at[-1] == '\'') &&
		    (at[length] == ')' || at[length] == '\''))
			return true;
	return false;
}

static bool is_asked_by(const struct pmo_register *table, const char *name)
{
	for (const struct pmo_field *field = table->fields; field && field->name; field++)
		if (asks(field->derive, name) || asks(field->start, name) ||
		    asks(field->when, name))
			return true;
	for (const struct pmo_rule *rule = table->rules; rule && rule->code; rule++)
		if (asks(rule->when, name) || asks(rule->message, name))
			return true;
	for (const struct pmo_control *control = table->controls; control && control->code;
	     control++)
		if (asks(control->when, name) || asks(control->message, name))
			return true;
	for (const struct pmo_move *move = table->moves; move && move->verb; move++)
		if (asks(move->guard, name) || asks(move->sets, name) || asks(move->refusal, name))
			return true;
	return false;
}

static void add_askers(struct cli *cli, const struct pmo_config *config, const char *name)
{
	struct pmo_buffer line;
	pmo_buffer_init(&line, PMO_BUFFER_LIMIT);
	for (const struct pmo_register *const *table = config->registers; *table; table++)
		if (is_asked_by(*table, name))
			pmo_buffer_add_format(&line, "%s%s", line.length ? ", " : "",
					      (*table)->name);
	if (line.length && !line.failed) {
		pmo_buffer_add_format(&cli->out, "%-*s", LABEL, "Applied by");
		wrap_add(&cli->out, line.data, LABEL, (size_t)cli->terminal.width);
	}
	pmo_buffer_release(&line);
}

/* What jurisdictions say that were not chosen. */
static void add_others(struct cli *cli, const char *name, const struct pmo_limit *rows,
		       size_t count)
{
	const char *label = "Elsewhere";
	for (const struct pmo_limit *row = pmo_limits; row->name; row++) {
		bool chosen = false;
		for (size_t i = 0; i < count; i++)
			chosen = chosen || (rows[i].jurisdiction && row->jurisdiction &&
					    strcmp(rows[i].jurisdiction, row->jurisdiction) == 0);
		if (!row->jurisdiction || chosen || strcmp(row->name, name) != 0)
			continue;
		add_saying(cli, label, row);
		label = "";
	}
}

static enum pmo_result explain(struct cli *cli, const char *name)
{
	const struct pmo_config *config = pmo_workspace_config(cli->workspace);
	struct pmo_limit rows[SAYING];
	size_t count = pmo_config_limit_rows(config, name, rows, SAYING);
	struct pmo_table table;
	enum pmo_format format;
	enum pmo_result result = cli_format(cli, &format);
	count = count < SAYING ? count : SAYING;
	if (result == PMO_OK && format != PMO_FORMAT_TABLE) {
		result = begin(cli, &table);
		for (size_t i = 0; i < count && result == PMO_OK; i++)
			result = add_row(cli, &table, &rows[i]);
		return result == PMO_OK ? cli_print_table(cli, &table) : result;
	}
	if (result != PMO_OK)
		return result;
	const char *unit = pmo_limit_unit(&rows[0]);
	pmo_buffer_add_format(&cli->out, "%s  %s", name, rows[0].value);
	pmo_buffer_add_format(&cli->out, "%s%s%s\n", unit ? " (" : "", unit ? unit : "",
			      unit ? ")" : "");
	if (rows[0].help)
		wrap_add(&cli->out, rows[0].help, 0, (size_t)cli->terminal.width);
	pmo_buffer_add_char(&cli->out, '\n');
	for (size_t i = 0; i < count; i++)
		add_saying(cli, i == 0 ? "Holds" : i == 1 ? "Overruled" : "", &rows[i]);
	add_others(cli, name, rows, count);
	add_askers(cli, config, name);
	pmo_buffer_add_format(&cli->out,
			      "\nTo say otherwise: pmo config --workspace thresholds.%s=VALUE\n",
			      name);
	return PMO_OK;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct pmo_config *config = pmo_workspace_config(cli->workspace);
	struct pmo_limit limit;
	if (argc && pmo_config_limit(config, argv[0], &limit))
		return explain(cli, limit.name);
	return list(cli, argc ? argv[0] : "");
}

const struct command limits_command = {
	.name = "limits",
	.summary = "the figures that rules apply, and their sources",
	.group = GROUP_CARE,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_FORMAT,
	.usage = "[NAME]",
	.about = "NAME is the beginning of a name, or a part: purchase, risk, schedule; a\n"
		 "whole name is explained. pmo.yaml says another value under thresholds,\n"
		 "chooses files of limits/NAME.yaml under limits, or a jurisdiction.",
	.run = run,
};

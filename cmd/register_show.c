/*
 * `show ID...`: for a person as text, for programs in the other formats. `--refs` adds
 * what refers to the record.
 */
#include "register_show.h"

#include "register.h"

#include <pmo/text.h>

#include <string.h>

const struct option show_options[] = {
	{ .name = "refs", CLI_FLAG(struct show_options, refs), .help = "what refers to it, too" },
	{ 0 },
};

enum pmo_result show_references(struct cli *cli, const struct pmo_record *record)
{
	struct pmo_reference *references;
	size_t count;
	enum pmo_result result =
		pmo_workspace_references(cli->workspace, record, &references, &count);
	if (result != PMO_OK)
		return result;
	pmo_buffer_add_text(&cli->out, count ? "referred to by\n" : "referred to by nothing\n");
	for (size_t i = 0; i < count; i++) {
		const struct pmo_record *from = references[i].from;
		const char *title = pmo_record_text(from, from->schema->title);
		const char *field = references[i].field ? references[i].field->name : "";
		pmo_buffer_add_format(&cli->out, "  %-8s %-12s ", from->id, field);
		pmo_text_add_visible(&cli->out, title ? title : "", title ? strlen(title) : 0);
		if (!pmo_record_is_open(from))
			pmo_buffer_add_format(&cli->out, " (%s)", pmo_record_state(from)->name);
		pmo_buffer_add_char(&cli->out, '\n');
	}
	return PMO_OK;
}

static enum pmo_result show_as_text(struct cli *cli, const struct pmo_record *const *records,
				    size_t count)
{
	const struct show_options *wanted = cli->options;
	for (size_t i = 0; i < count; i++) {
		if (i)
			pmo_buffer_add_char(&cli->out, '\n');
		show_record(cli, records[i]);
		enum pmo_result result = PMO_OK;
		if (wanted->refs)
			result = show_references(cli, records[i]);
		if (result != PMO_OK)
			return result;
	}
	return PMO_OK;
}

static enum pmo_result show_as_document(struct cli *cli, const struct pmo_record *const *records,
					size_t count, enum pmo_sink_style style)
{
	struct pmo_sink sink;
	bool list = count > 1 && style != PMO_SINK_JSON_COMPACT;
	if (style == PMO_SINK_JSON_COMPACT) {
		for (size_t i = 0; i < count; i++) {
			pmo_sink_init(&sink, &cli->out, style);
			pmo_record_sink(records[i], &sink);
			enum pmo_result result = pmo_sink_finish(&sink);
			if (result != PMO_OK)
				return result;
		}
		return PMO_OK;
	}
	pmo_sink_init(&sink, &cli->out, style);
	if (list)
		pmo_sink_begin_list(&sink);
	for (size_t i = 0; i < count; i++)
		pmo_record_sink(records[i], &sink);
	if (list)
		pmo_sink_end(&sink);
	return pmo_sink_finish(&sink);
}

static enum pmo_result add_row(struct cli *cli, struct pmo_table *table, const char *words[3])
{
	struct pmo_row *row = pmo_table_add_row(table);
	for (size_t i = 0; row && i < 3; i++) {
		row->cells[i].text = pmo_arena_string(&cli->arena, words[i]);
		if (!row->cells[i].text)
			return PMO_NO_MEMORY;
	}
	return row ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result add_rows(struct cli *cli, struct pmo_table *table,
				const struct pmo_record *record)
{
	enum pmo_result result = PMO_OK;
	for (int i = 0; result == PMO_OK && (size_t)i < record->schema->field_count; i++) {
		const struct pmo_field *field = record->schema->fields[i];
		struct pmo_value value = pmo_record_get(record, i);
		struct pmo_buffer text;
		if (value.presence == PMO_ABSENT)
			continue;
		pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
		pmo_value_format(field, &value, &text);
		result = add_row(cli, table,
				 (const char *[3]){ record->id, field->name, text.data });
		pmo_buffer_release(&text);
	}
	return result;
}

/* id, field, value: what is left for tsv, csv, md and html. */
static enum pmo_result show_as_table(struct cli *cli, const struct pmo_record *const *records,
				     size_t count)
{
	static const char *const names[] = { "id", "field", "value" };
	struct pmo_table table;
	enum pmo_result result = PMO_OK;
	pmo_table_init(&table, &cli->arena);
	for (size_t i = 0; result == PMO_OK && i < 3; i++) {
		struct pmo_column column = { .name = names[i] };
		result = pmo_table_add_column(&table, &column);
	}
	for (size_t i = 0; result == PMO_OK && i < count; i++)
		result = add_rows(cli, &table, records[i]);
	return result == PMO_OK ? cli_print_table(cli, &table) : result;
}

static enum pmo_result show_all(struct cli *cli, const struct pmo_record *const *records,
				size_t count)
{
	enum pmo_format format = PMO_FORMAT_TABLE;
	enum pmo_result result = PMO_OK;
	if (cli->format_word || cli->output)
		result = cli_format(cli, &format);
	if (result != PMO_OK)
		return result;
	switch (format) {
	case PMO_FORMAT_TABLE:
		return show_as_text(cli, records, count);
	case PMO_FORMAT_JSON:
		return show_as_document(cli, records, count, PMO_SINK_JSON);
	case PMO_FORMAT_JSONL:
		return show_as_document(cli, records, count, PMO_SINK_JSON_COMPACT);
	case PMO_FORMAT_YAML:
		return show_as_document(cli, records, count, PMO_SINK_YAML);
	case PMO_FORMAT_IDS:
		for (size_t i = 0; i < count; i++)
			pmo_buffer_add_format(&cli->out, "%s\n", records[i]->id);
		return PMO_OK;
	case PMO_FORMAT_TSV:
	case PMO_FORMAT_CSV:
	case PMO_FORMAT_MD:
	case PMO_FORMAT_HTML:
	case PMO_FORMAT_XLSX:
		break;
	}
	return show_as_table(cli, records, count);
}

enum pmo_result show_run(struct cli *cli, int argc, char **argv)
{
	size_t count = (size_t)argc;
	const struct pmo_record **records = pmo_arena_array(&cli->arena, count, sizeof(*records));
	if (!records)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < count; i++) {
		enum pmo_result result = cli_find(cli, cli->schema, argv[i], &records[i]);
		if (result != PMO_OK)
			return result;
	}
	enum pmo_result result = show_all(cli, records, count);
	if (result == PMO_OK)
		cli_remember(cli, records[count - 1]);
	return result;
}

const struct command register_show_command = {
	.name = "show",
	.summary = "all of a record, what it lacks and what it may become",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.min = 1,
	.max = -1,
	.takes = TAKES_FORMAT,
	.options = show_options,
	.size = sizeof(struct show_options),
	.usage = "ID... [--refs]",
	.run = show_run,
};

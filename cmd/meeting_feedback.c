/* `pmo meeting feedback`: what people said of what they saw, and nobody has answered yet. */
#include "register.h"
#include "view.h"

#include <string.h>

enum column { MEETING, NUMBER, TEXT, FROM, CHAIR, HELD, COLUMNS };

struct open_feedback {
	struct cli *cli;
	struct pmo_table table;
};

static const char *member(const struct pmo_record *meeting, int field, const struct pmo_value *item,
			  const char *name)
{
	const struct pmo_value *value =
		pmo_value_member(meeting->schema->fields[field], item, name);
	return value && value->presence == PMO_PRESENT ? value->as.text : NULL;
}

static void set(struct pmo_row *row, enum column column, const char *text)
{
	row->cells[column].text = text ? text : "";
	row->cells[column].absent = !text;
}

static const char *day_of(struct cli *cli, const struct pmo_record *meeting)
{
	struct pmo_value start = pmo_record_get_name(meeting, "start");
	char day[PMO_DATE_SIZE];
	if (start.presence != PMO_PRESENT || start.kind != PMO_MOMENT)
		return NULL;
	pmo_date_format(pmo_moment_date(start.as.moment), day);
	return pmo_arena_string(&cli->arena, day);
}

static enum pmo_result add(struct open_feedback *open, const struct pmo_record *meeting)
{
	int field = pmo_schema_field(meeting->schema, "feedback");
	struct pmo_value list = pmo_record_get(meeting, field);
	uint32_t count = pmo_value_is_present(&list) && list.is_list ? list.count : 0;
	for (uint32_t i = 0; i < count; i++) {
		const struct pmo_value *item = &list.as.items[i];
		if (item->presence != PMO_PRESENT || member(meeting, field, item, "disposition"))
			continue;
		struct pmo_row *row = pmo_table_add_row(&open->table);
		if (!row)
			return PMO_NO_MEMORY;
		set(row, MEETING, meeting->id);
		set(row, NUMBER, pmo_arena_format(&open->cli->arena, "%u", i + 1));
		set(row, TEXT, member(meeting, field, item, "text"));
		set(row, FROM, member(meeting, field, item, "from"));
		set(row, CHAIR,
		    pmo_record_text(meeting, pmo_schema_field(meeting->schema, "chair")));
		set(row, HELD, day_of(open->cli, meeting));
	}
	return PMO_OK;
}

/* How to answer the first of them. */
static void add_hint(struct open_feedback *open)
{
	const struct pmo_table *table = &open->table;
	pmo_buffer_add_format(&open->cli->out,
			      "answer: pmo set %s feedback.%s.disposition=later\n"
			      "        or accepted, rejected, issue, change\n",
			      table->rows[0].cells[MEETING].text,
			      table->rows[0].cells[NUMBER].text);
}

static enum pmo_result print(struct open_feedback *open)
{
	enum pmo_format format;
	enum pmo_result result = cli_format(open->cli, &format);
	bool people = result == PMO_OK && format == PMO_FORMAT_TABLE;
	if (people && !open->table.row_count) {
		pmo_buffer_add_text(&open->cli->out, "All feedback has its answer.\n");
		return PMO_OK;
	}
	if (result == PMO_OK)
		result = cli_print_table(open->cli, &open->table);
	if (result == PMO_OK && people)
		add_hint(open);
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	static const struct pmo_column columns[COLUMNS] = {
		{ .name = "meeting", .heading = "Meeting" },
		{ .name = "no", .heading = "No", .align = PMO_RIGHT, .kind = PMO_CELL_NUMBER },
		{ .name = "text", .heading = "Feedback", .shrink = PMO_SHRINK_WRAP },
		{ .name = "from", .heading = "From" },
		{ .name = "chair", .heading = "Who answers", .priority = 1 },
		{ .name = "held", .heading = "Held" },
	};
	struct open_feedback open = { .cli = cli };
	struct pmo_records records;
	enum pmo_result result = register_records(cli, &records);
	(void)argc;
	(void)argv;
	pmo_table_init(&open.table, &cli->arena);
	open.table.title = "Open feedback";
	if (result == PMO_OK)
		result = pmo_table_add_columns(&open.table, columns, COLUMNS);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++)
		if (!records.items[i].unreadable && !pmo_record_is_void(&records.items[i]))
			result = add(&open, &records.items[i]);
	return result == PMO_OK ? print(&open) : result;
}

const struct command meeting_feedback_command = {
	.name = "feedback",
	.summary = "feedback that wants an answer",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 0,
	.takes = TAKES_FORMAT,
	.usage = "",
	.run = run,
};

/*
 * `pmo log`: what happened to a record, or in a project. It is told by the records
 * themselves (when they were added, their history, their notes) and, for what these do
 * not say, by git.
 */
#include "commands.h"
#include "log.h"

#include <pmo/log.h>

#include <string.h>

enum { COMMITS = 20 };

static const struct option options[] = {
	{ .name = "since",
	  CLI_DATE(struct log_options, since),
	  .arg = "DATE",
	  .help = "from that day on" },
	{ .name = "limit",
	  .key = 'n',
	  CLI_COUNT(struct log_options, limit),
	  .arg = "COUNT",
	  .help = "so many lines; 30 for a project" },
	{ 0 },
};

void story_add(struct story *story, const struct event *event)
{
	void *grown = pmo_arena_grow(&story->cli->arena, story->items, story->count,
				     &story->capacity, sizeof(*story->items));
	if (!grown || !event->what) {
		story->failed = true;
		return;
	}
	story->items = grown;
	story->items[story->count] = *event;
	story->items[story->count].order = story->count;
	story->count++;
}

/* "percent 50>45 from CHK-012": who was asked there. */
static const char *who_answered(const struct pmo_record *record, const char *what)
{
	const struct pmo_world *world = record->world;
	const char *from = what ? strstr(what, " from ") : NULL;
	if (!from || !world->find)
		return NULL;
	for (const char *next; (next = strstr(from + 1, " from "));)
		from = next;
	const struct pmo_record *asked =
		world->find(world->store, record, from + strlen(" from "), "checkin");
	return asked ? pmo_record_text(asked, asked->schema->owner) : NULL;
}

/* "escalation_level 1>2" as the log says it: "level 1>2". */
static const char *shorten(struct story *story, const struct pmo_record *record, const char *what)
{
	size_t length = strcspn(what, " ");
	char *name = pmo_arena_copy(&story->cli->arena, what, length);
	int field = name && what[length] ? pmo_schema_field(record->schema, name) : -1;
	story->failed |= !name;
	if (field < 0)
		return what;
	const char *known = pmo_log_field_name(record->schema->fields[field]);
	return strcmp(known, name) == 0
		       ? what
		       : pmo_arena_format(&story->cli->arena, "%s%s", known, what + length);
}

static void add_lines(struct story *story, const struct pmo_record *record, int field)
{
	if (field < 0)
		return;
	struct pmo_value lines = pmo_record_get(record, field);
	for (uint32_t i = 0; lines.presence == PMO_PRESENT && lines.is_list && i < lines.count;
	     i++) {
		const struct pmo_value *line = &lines.as.items[i];
		struct event event = { .date = PMO_DATE_NONE, .id = record->id };
		const char *text = line->presence == PMO_PRESENT ? line->as.text : "";
		struct pmo_log_line said;
		if (pmo_log_line_read(&story->cli->arena, text, &said) != PMO_OK)
			story->failed = true;
		event.date = said.date;
		event.who = said.who;
		event.what = said.what;
		if (event.what && field == record->schema->history) {
			event.who = event.who ? event.who : who_answered(record, event.what);
			event.what = shorten(story, record, event.what);
		}
		if (!event.what || *event.what)
			story_add(story, &event);
	}
}

static void add_record(struct story *story, const struct pmo_record *record)
{
	const struct pmo_schema *schema = record->schema;
	const char *title = pmo_record_text(record, schema->title);
	if (schema->created >= 0) {
		struct pmo_value created = pmo_record_get(record, schema->created);
		struct event event = { .date = (int32_t)created.as.integer, .id = record->id };
		if (schema->created_by >= 0)
			event.who = pmo_record_text(record, schema->created_by);
		event.what = pmo_arena_format(&story->cli->arena, "added%s%s", title ? ": " : "",
					      title ? title : "");
		if (created.presence == PMO_PRESENT)
			story_add(story, &event);
	}
	add_lines(story, record, schema->history);
	add_lines(story, record, schema->notes);
}

static enum pmo_result add_project(struct story *story, size_t commits)
{
	struct pmo_workspace *workspace = story->cli->workspace;
	const struct pmo_project *project;
	const struct pmo_register *about;
	enum pmo_result result = pmo_workspace_need_project(workspace, &project);
	for (size_t i = 0; result == PMO_OK && (about = pmo_workspace_table(workspace, i)); i++) {
		struct pmo_records records;
		if (about->scope == PMO_SCOPE_WORKSPACE)
			continue;
		const struct pmo_schema *schema = pmo_workspace_schema(workspace, about->name);
		if (!schema)
			return PMO_NO_MEMORY;
		result = pmo_workspace_records(workspace, project, schema, &records);
		for (size_t r = 0; result == PMO_OK && r < records.count; r++)
			add_record(story, &records.items[r]);
	}
	return result == PMO_OK ? story_add_commits(story, project, NULL, commits) : result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct story story = { .cli = cli };
	const struct log_options *wanted = cli->options;
	size_t commits = wanted->limit > 0 ? (size_t)wanted->limit : COMMITS;
	enum pmo_result result = PMO_OK;
	for (int i = 0; i < argc && result == PMO_OK; i++) {
		const struct pmo_record *record;
		result = cli_find(cli, NULL, argv[i], &record);
		if (result == PMO_OK)
			add_record(&story, record);
		if (result == PMO_OK)
			result = story_add_commits(&story, record->project, record, commits);
	}
	if (!argc)
		result = add_project(&story, commits);
	if (result == PMO_OK && story.failed)
		result = PMO_NO_MEMORY;
	return result == PMO_OK ? story_print(&story, argc != 1) : result;
}

const struct command log_command = {
	.name = "log",
	.summary = "what happened, by date",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = -1,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct log_options),
	.usage = "[ID]... [--since DATE] [--limit COUNT]",
	.run = run,
	.about = "Of one record, its story from the first day on. Of several, or of the project,\n"
		 "the newest first. In a git repository the last 20 commits are told, too, and\n"
		 "what is not committed yet.",
};

/* `pmo find`: words, wherever they stand in a record. */
#include "commands.h"

#include <pmo/maintain.h>
#include <pmo/text.h>

#include <string.h>

struct find_options {
	bool all_projects;
};

static const struct option options[] = {
	{ .name = "all-projects",
	  .key = 'A',
	  CLI_FLAG(struct find_options, all_projects),
	  .help = "in all projects, not only this one" },
	{ 0 },
};

enum { BEFORE = 16, BEHIND = 48 }; /* bytes of text around what was found */

struct search {
	struct cli *cli;
	const char *const *words;
	size_t count;
	struct pmo_table table;
	bool several; /* ids carry their project */
};

/* Where the first word begins, as well as that can be told without folding: else 0. */
static size_t find_in(const char *text, const char *word)
{
	size_t length = strlen(word);
	for (size_t i = 0; text[i]; i++) {
		size_t same = 0;
		while (same < length &&
		       pmo_ascii_to_lower(text[i + same]) == pmo_ascii_to_lower(word[same]))
			same++;
		if (same == length)
			return i;
	}
	return 0;
}

static bool is_inside(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* The text around what was found, with dots where it was cut. */
static char *excerpt(struct search *search, const char *text)
{
	size_t length = strlen(text), at = 0;
	struct pmo_buffer out;
	for (size_t i = 0; i < search->count && !at; i++)
		at = find_in(text, search->words[i]);
	size_t start = at > BEFORE ? at - BEFORE : 0;
	size_t end = length - at > BEHIND ? at + BEHIND : length;
	while (start && (is_inside(text[start]) || text[start - 1] != ' ') && start < at)
		start++;
	while (end < length && is_inside(text[end]))
		end++;
	pmo_buffer_init(&out, 1 << 16);
	pmo_buffer_add_text(&out, start ? "... " : "");
	pmo_text_add_visible(&out, text + start, end - start);
	pmo_buffer_add_text(&out, end < length ? " ..." : "");
	char *copy = out.failed ? NULL : pmo_arena_copy(&search->cli->arena, out.data, out.length);
	pmo_buffer_release(&out);
	return copy;
}

static enum pmo_result add_row(struct search *search, const struct pmo_record *record,
			       const struct pmo_hit *hit)
{
	struct pmo_row *row = pmo_table_add_row(&search->table);
	const char *title = pmo_record_text(record, record->schema->title);
	if (!row)
		return PMO_NO_MEMORY;
	if (!pmo_record_is_open(record))
		row->style = PMO_STYLE_DIM;
	row->cells[0].text = record->id;
	if (search->several && record->project &&
	    record->schema->table->layout != PMO_LAYOUT_SINGLE)
		row->cells[0].text = pmo_arena_format(&search->cli->arena, "%s/%s",
						      record->project->handle, record->id);
	row->cells[1].text = record->schema->table->name;
	row->cells[2].text = title ? title : "";
	row->cells[2].absent = !title;
	row->cells[3].text = hit->field;
	row->cells[4].text = excerpt(search, hit->text);
	return row->cells[0].text && row->cells[4].text ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result search_in(struct search *search, const struct pmo_project *project,
				 enum pmo_scope scope)
{
	struct pmo_workspace *workspace = search->cli->workspace;
	const struct pmo_register *about;
	for (size_t i = 0; (about = pmo_workspace_table(workspace, i)); i++) {
		struct pmo_records records;
		struct pmo_hit hit;
		if (about->scope != scope)
			continue;
		const struct pmo_schema *schema = pmo_workspace_schema(workspace, about->name);
		if (!schema)
			return PMO_NO_MEMORY;
		enum pmo_result result =
			pmo_workspace_records(workspace, project, schema, &records);
		for (size_t r = 0; result == PMO_OK && r < records.count; r++)
			if (pmo_record_search(&records.items[r], search->words, search->count,
					      &hit))
				result = add_row(search, &records.items[r], &hit);
		if (result != PMO_OK)
			return result;
	}
	return PMO_OK;
}

static enum pmo_result search_all(struct search *search)
{
	size_t count;
	struct pmo_workspace *workspace = search->cli->workspace;
	const struct pmo_project *project;
	const struct pmo_project *const *projects = pmo_workspace_projects(workspace, &count);
	/* Where no project is meant, all are searched. */
	if (count > 1 && !search->cli->env.project && !pmo_workspace_project(workspace))
		search->several = true;
	enum pmo_result result = search_in(search, NULL, PMO_SCOPE_WORKSPACE);
	if (result == PMO_OK && !search->several) {
		result = pmo_workspace_need_project(workspace, &project);
		return result == PMO_OK ? search_in(search, project, PMO_SCOPE_PROJECT) : result;
	}
	for (size_t i = 0; i < count && result == PMO_OK; i++)
		result = search_in(search, projects[i], PMO_SCOPE_PROJECT);
	return result;
}

/* `pmo find "fiber permit"` is the same as two words. */
static enum pmo_result split(struct cli *cli, int argc, char **argv, struct search *search)
{
	const char **words = NULL;
	size_t capacity = 0;
	for (int i = 0; i < argc; i++)
		for (const char *text = argv[i]; *text;) {
			size_t length = strcspn(text, " \t");
			void *grown = pmo_arena_grow(&cli->arena, words, search->count, &capacity,
						     sizeof(*words));
			if (!grown)
				return PMO_NO_MEMORY;
			words = grown;
			words[search->count] = pmo_arena_copy(&cli->arena, text, length);
			if (!words[search->count])
				return PMO_NO_MEMORY;
			search->count += length > 0;
			text += length + (text[length] != '\0');
		}
	search->words = words;
	return search->count ? PMO_OK : cli_usage("find needs a word");
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	static const struct pmo_column columns[] = {
		{ .name = "id", .heading = "ID" },
		{ .name = "register", .heading = "Register", .priority = 3 },
		{ .name = "title", .heading = "Title", .shrink = PMO_SHRINK_TRUNCATE },
		{ .name = "field", .heading = "Field", .priority = 2 },
		{ .name = "match", .heading = "Match", .shrink = PMO_SHRINK_WRAP },
	};
	const struct find_options *wanted = cli->options;
	struct search search = { .cli = cli, .several = wanted->all_projects };
	pmo_table_init(&search.table, &cli->arena);
	enum pmo_result result = split(cli, argc, argv, &search);
	if (result == PMO_OK)
		result = pmo_table_add_columns(&search.table, columns,
					       sizeof(columns) / sizeof(columns[0]));
	if (result == PMO_OK)
		result = search_all(&search);
	if (result != PMO_OK)
		return result;
	if (!search.table.row_count && cli->is_terminal && !cli->format_word) {
		pmo_buffer_add_text(&cli->out, "nothing found\n");
		return PMO_OK;
	}
	return cli_print_table(cli, &search.table);
}

const struct command find_command = {
	.name = "find",
	.summary = "words, wherever they stand",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.min = 1,
	.max = -1,
	.takes = TAKES_FORMAT,
	.options = options,
	.size = sizeof(struct find_options),
	.usage = "TEXT... [--all-projects]",
	.run = run,
	.about =
		"Every word must occur somewhere in the record: in its id, in any field, in notes\n"
		"and history. Capitals and accents do not matter. Open, closed and void records\n"
		"are all found. Of several projects all are searched, unless -p or the folder\n"
		"says which.",
};

/*
 * `edit`: the text is taken, the editor runs without a lock, then the records are found
 * again. One that changed meanwhile is merged line by line. Whatever goes wrong, what was
 * typed is kept.
 */
#include "register_edit.h"

#include "cli/editor.h"
#include "filter.h"
#include "register.h"

#include <string.h>

const struct option edit_options[] = {
	{ .name = "where",
	  CLI_TEXT(struct edit_options, where),
	  .arg = "EXPR",
	  .help = "every record for which it holds" },
	{ .name = "retry",
	  CLI_TEXT(struct edit_options, retry),
	  .arg = "FILE",
	  .help = "go on with a text that was kept" },
	{ 0 },
};

static enum pmo_result add_piece(struct cli *cli, struct pmo_update *update,
				 struct edit_pieces *pieces, const struct pmo_record *record)
{
	struct pmo_draft *draft;
	struct edit_piece piece = { .key = record->id };
	enum pmo_result result = pmo_update_edit(update, record, &draft);
	if (result != PMO_OK)
		return result;
	piece.is_whole_file = record->schema->table->layout != PMO_LAYOUT_FILE;
	piece.base = pmo_arena_string(&cli->arena, pmo_draft_old_text(draft));
	piece.id = record->id;
	if (record->project && record->project->path && *record->project->path)
		piece.id =
			pmo_arena_format(&cli->arena, "%s/%s", record->project->handle, record->id);
	void *grown = pmo_arena_grow(&cli->arena, pieces->items, pieces->count, &pieces->capacity,
				     sizeof(piece));
	if (!grown || !piece.base || !piece.id)
		return PMO_NO_MEMORY;
	pieces->items = grown;
	pieces->items[pieces->count++] = piece;
	return PMO_OK;
}

static enum pmo_result add_where(struct cli *cli, struct pmo_update *update,
				 struct edit_pieces *pieces)
{
	const struct edit_options *wanted = cli->options;
	struct pmo_records records;
	struct filter filter;
	if (!cli->schema)
		return cli_usage("--where goes with a register: pmo risk edit --where ...");
	filter_init(&filter, cli->schema);
	enum pmo_result result = filter_add_expression(cli, &filter, wanted->where, "--where");
	if (result == PMO_OK)
		result = register_records(cli, &records);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++)
		if (!records.items[i].unreadable && filter_holds(&filter, &records.items[i]) &&
		    (filter.about_state || pmo_record_is_open(&records.items[i])))
			result = add_piece(cli, update, pieces, &records.items[i]);
	return result;
}

/* The texts of the records, under a lock that is given back at once. */
static enum pmo_result take(struct cli *cli, char **ids, struct edit_pieces *pieces)
{
	const struct edit_options *wanted = cli->options;
	struct pmo_update *update = NULL;
	enum pmo_result result = cli_begin(cli, &update);
	if (result == PMO_OK && wanted->where)
		result = add_where(cli, update, pieces);
	for (; result == PMO_OK && *ids; ids++) {
		const struct pmo_record *record;
		result = cli_find(cli, cli->schema, *ids, &record);
		if (result == PMO_OK)
			result = add_piece(cli, update, pieces, record);
	}
	pmo_update_end(update);
	return result;
}

/* Both texts of a piece become one that fits what stands in the file now. */
static enum pmo_result settle(struct editor *editor, const struct edit_piece *piece,
			      struct pmo_draft *draft, const char **text)
{
	struct editor_merge merge = { piece->typed, piece->base, pmo_draft_old_text(draft), NULL };
	*text = piece->typed;
	if (strcmp(merge.now, piece->base) == 0)
		return PMO_OK;
	enum pmo_result result = editor_merge(editor, &merge);
	*text = merge.merged;
	if (result == PMO_CONFLICT)
		cli_say("%s was changed meanwhile in the same lines", piece->id);
	else if (result == PMO_UNSUPPORTED)
		cli_say("%s was changed meanwhile, and there is no git to merge", piece->id);
	return result;
}

static enum pmo_result replace(struct editor *editor, struct pmo_update *update,
			       const struct edit_piece *piece, struct pmo_draft **draft)
{
	const struct pmo_record *record;
	const char *text;
	enum pmo_result result =
		pmo_workspace_find(editor->cli->workspace, NULL, piece->id, &record);
	if (result == PMO_OK)
		result = pmo_update_edit(update, record, draft);
	if (result == PMO_OK)
		result = settle(editor, piece, *draft, &text);
	return result == PMO_OK ? pmo_draft_replace(*draft, text, strlen(text)) : result;
}

static enum pmo_result put_back(struct editor *editor, const struct edit_pieces *pieces)
{
	struct cli *cli = editor->cli;
	struct pmo_update *update = NULL;
	struct pmo_draft **drafts = pmo_arena_array(&cli->arena, pieces->count, sizeof(*drafts));
	enum pmo_result result = drafts ? cli_begin(cli, &update) : PMO_NO_MEMORY;
	for (size_t i = 0; result == PMO_OK && i < pieces->count; i++) {
		const struct edit_piece *piece = &pieces->items[i];
		if (piece->typed && strcmp(piece->typed, piece->base) != 0)
			result = replace(editor, update, piece, &drafts[i]);
	}
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	for (size_t i = 0; result == PMO_OK && i < pieces->count; i++)
		if (drafts[i])
			register_add_told(cli, drafts[i]);
	pmo_update_end(update);
	return result;
}

static bool is_blank(const char *text)
{
	return !text[strspn(text, " \t\r\n")];
}

static char *join_ids(struct cli *cli, const struct edit_pieces *pieces)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, 1 << 20);
	for (size_t i = 0; i < pieces->count; i++)
		pmo_buffer_add_format(&text, "%s %d\n", pieces->items[i].id,
				      pieces->items[i].is_whole_file);
	char *copy = text.failed ? NULL : pmo_arena_copy(&cli->arena, text.data, text.length);
	pmo_buffer_release(&text);
	return copy;
}

/* The pieces of a text that was kept, from the lines of join_ids. */
static enum pmo_result split_ids(struct cli *cli, char *ids, struct edit_pieces *pieces)
{
	while (*ids) {
		char *end = ids + strcspn(ids, "\n"), *next = end + (*end == '\n');
		struct edit_piece piece = { .id = ids };
		*end = '\0';
		char *blank = strrchr(ids, ' '), *slash = strrchr(ids, '/');
		if (!blank)
			return cli_usage("the folder of that text is damaged");
		*blank = '\0';
		piece.is_whole_file = blank[1] == '1';
		piece.key = slash ? slash + 1 : ids;
		void *grown = pmo_arena_grow(&cli->arena, pieces->items, pieces->count,
					     &pieces->capacity, sizeof(piece));
		if (!grown)
			return PMO_NO_MEMORY;
		pieces->items = grown;
		pieces->items[pieces->count++] = piece;
		ids = next;
	}
	return PMO_OK;
}

static enum pmo_result begin(struct editor *editor, char **argv, struct edit_pieces *pieces,
			     char **base)
{
	struct cli *cli = editor->cli;
	const struct edit_options *wanted = cli->options;
	char *ids;
	enum pmo_result result;
	if (wanted->retry) {
		result = editor_resume(editor, wanted->retry, base, &ids);
		return result == PMO_OK ? split_ids(cli, ids, pieces) : result;
	}
	result = take(cli, argv, pieces);
	if (result != PMO_OK || !pieces->count)
		return result;
	*base = edit_join(&cli->arena, pieces);
	ids = join_ids(cli, pieces);
	if (!*base || !ids)
		return PMO_NO_MEMORY;
	return editor_begin(editor, pieces->count == 1 ? pieces->items[0].key : "records", *base,
			    ids);
}

enum pmo_result edit_run(struct cli *cli, int argc, char **argv)
{
	const struct edit_options *wanted = cli->options;
	struct editor editor = { .cli = cli };
	struct edit_pieces pieces = { 0 };
	char *base = NULL, *typed = NULL;
	if (!argc + !wanted->where + !wanted->retry != 2)
		return cli_usage("which record? an id, --where EXPR, or --retry FILE");
	enum pmo_result result = begin(&editor, argv, &pieces, &base);
	if (result != PMO_OK || !pieces.count)
		return result;
	enum pmo_result ran = editor_run(&editor);
	result = editor_read(&editor, &typed);
	if (result == PMO_OK && (is_blank(typed) || strcmp(typed, base) == 0)) {
		if (ran == PMO_OK)
			pmo_buffer_add_text(&cli->out, "nothing changed\n");
		editor_end(&editor);
		return ran;
	}
	if (ran != PMO_OK)
		result = ran;
	if (result == PMO_OK)
		result = edit_split(&cli->arena, &pieces, base, true);
	if (result == PMO_OK)
		result = edit_split(&cli->arena, &pieces, typed, false);
	if (result == PMO_OK)
		result = put_back(&editor, &pieces);
	if (result == PMO_OK) {
		editor_end(&editor);
		return PMO_OK;
	}
	cli_print_diags(cli);
	editor_keep(&editor);
	return result;
}

const struct command register_edit_command = {
	.name = "edit",
	.summary = "records in your editor",
	.group = GROUP_CHANGE,
	.needs = CLI_WRITE,
	.max = -1,
	.takes = TAKES_CHANGE,
	.options = edit_options,
	.size = sizeof(struct edit_options),
	.usage = "ID... | --where EXPR | --retry FILE",
	.run = edit_run,
};

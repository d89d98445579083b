/*
 * `set` and the moves: several records, one update, all or nothing.
 *
 *     pmo risk set RSK-3 RSK-4 owner=DSP
 *     pmo risk set --where 'owner = PC and open' owner=DSP --dry-run
 *     pmo risk close RSK-7 --note 'permit granted'
 */
#include "register_set.h"

#include "filter.h"
#include "register.h"

#include <pmo/text.h>

#include <string.h>

struct set_options {
	const char *where;
};

static const struct option options[] = {
	{ .name = "where",
	  CLI_TEXT(struct set_options, where),
	  .arg = "EXPR",
	  .help = "every record for which it holds" },
	{ 0 },
};

/* `finish ACT-5 done by phone`: words that can be no ids are meant as a note. */
static bool is_talk(const struct set_work *work, const char *word)
{
	return work->schema && !work->schema->table->handles && !register_is_id(word) &&
	       !strpbrk(word, "/:.") && !pmo_ascii_equal(word, "project");
}

static enum pmo_result refuse_talk(int argc, char **argv)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, 1 << 16);
	for (int i = 0; i < argc && !register_is_assignment(argv[i]); i++)
		pmo_buffer_add_format(&text, "%s%s", i ? " " : "", argv[i]);
	enum pmo_result result =
		cli_usage("'%s' is no id; as a note: --note \"%s\"", argv[0], text.data);
	pmo_buffer_release(&text);
	return result;
}

/* Operands: ids up to the first assignment; then assignments. */
static enum pmo_result split(struct set_work *work, int argc, char **argv)
{
	int ids = 0;
	for (; ids < argc && !register_is_assignment(argv[ids]); ids++)
		if (ids && is_talk(work, argv[ids]))
			return refuse_talk(argc - ids, argv + ids);
	for (int i = ids; i < argc; i++)
		if (!register_is_assignment(argv[i]))
			return cli_usage("'%s' is no FIELD=VALUE; ids come before them", argv[i]);
	work->id_count = ids;
	return PMO_OK;
}

/* `return PUR-3 INV-88`: behind the record, the key of an item in the list that the move needs. */
static enum pmo_result take_key(struct set_work *work, char **argv)
{
	const struct pmo_field *list =
		work->verb && work->schema ? pmo_move_list(work->schema, work->verb) : NULL;
	const char *prefix = list ? work->schema->table->prefix : NULL;
	const char *word = work->id_count == 2 ? argv[1] : NULL;
	if (!prefix || !word || !pmo_ascii_is_alpha(*word))
		return PMO_OK;
	size_t i = 0;
	while (prefix[i] && pmo_ascii_to_upper(word[i]) == prefix[i])
		i++;
	if (!prefix[i] && !pmo_ascii_is_alpha(word[i]))
		return PMO_OK;
	argv[1] = pmo_arena_format(&work->cli->arena, "%s=%s", list->members->name, word);
	work->id_count--;
	return argv[1] ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result edit(struct pmo_update *update, const struct pmo_record *record,
			    struct set_work *work)
{
	struct pmo_draft *draft;
	enum pmo_result result = pmo_update_edit(update, record, &draft);
	if (result == PMO_OK)
		result = pmo_draft_assign_all(draft, work->verb, work->assignments,
					      work->assignment_count);
	if (result == PMO_OK)
		result = cli_attach(work->cli, draft);
	if (result == PMO_OK && work->verb)
		result = pmo_draft_move(draft, work->verb);
	struct pmo_effect effect = { .workspace = work->cli->workspace,
				     .update = update,
				     .draft = draft };
	if (result == PMO_OK && work->verb)
		result = pmo_effect_run(work->verb, &effect);
	if (result != PMO_OK)
		return result;
	void *grown = pmo_arena_grow(&work->cli->arena, work->drafts, work->count, &work->capacity,
				     sizeof(*work->drafts));
	void *effects = pmo_arena_grow(&work->cli->arena, work->effects, work->count,
				       &work->effect_capacity, sizeof(*work->effects));
	if (!grown || !effects)
		return PMO_NO_MEMORY;
	work->drafts = grown;
	work->effects = effects;
	work->effects[work->count] = effect;
	work->drafts[work->count++] = draft;
	return PMO_OK;
}

void set_add_effect(struct cli *cli, const struct pmo_effect *effect)
{
	for (size_t i = 0; i < effect->touched_count; i++) {
		const struct pmo_draft *draft = effect->touched[i];
		const struct pmo_record *record = pmo_draft_record(draft);
		if (cli->dry_run) {
			register_add_diff(cli, draft);
		} else if (pmo_draft_old(draft)) {
			register_add_told(cli, draft);
		} else {
			pmo_buffer_add_format(&cli->out, "%s  ", record->id);
			register_add_line(cli, record, &cli->out);
			pmo_buffer_add_char(&cli->out, '\n');
		}
	}
	for (size_t i = 0; i < effect->hint_count && !cli->dry_run; i++) {
		pmo_buffer_add_repeat(&cli->out, ' ', 9);
		pmo_text_add_visible(&cli->out, effect->hints[i], strlen(effect->hints[i]));
		pmo_buffer_add_char(&cli->out, '\n');
	}
}

static enum pmo_result edit_ids(struct pmo_update *update, struct set_work *work)
{
	for (int i = 0; i < work->id_count; i++) {
		const struct pmo_record *record;
		enum pmo_result result = cli_find(work->cli, work->schema, work->ids[i], &record);
		if (result == PMO_OK)
			result = edit(update, record, work);
		if (result != PMO_OK)
			return result;
	}
	return PMO_OK;
}

static enum pmo_result edit_where(struct pmo_update *update, struct set_work *work)
{
	struct pmo_records records;
	struct filter filter;
	filter_init(&filter, work->schema);
	enum pmo_result result = filter_add_expression(work->cli, &filter, work->where, "--where");
	if (result == PMO_OK)
		result = register_records(work->cli, &records);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++) {
		const struct pmo_record *record = &records.items[i];
		if (!record->unreadable && filter_holds(&filter, record) &&
		    (filter.about_state || pmo_record_is_open(record)))
			result = edit(update, record, work);
	}
	return result;
}

static enum pmo_result commit(struct pmo_update *update, struct set_work *work)
{
	enum pmo_result result = pmo_update_commit(update);
	if (result != PMO_OK)
		return result;
	for (size_t i = 0; i < work->count; i++) {
		if (work->cli->dry_run)
			register_add_diff(work->cli, work->drafts[i]);
		else
			register_add_told(work->cli, work->drafts[i]);
		set_add_effect(work->cli, &work->effects[i]);
	}
	if (!work->count)
		pmo_buffer_add_text(&work->cli->out, "no record is meant\n");
	return PMO_OK;
}

enum pmo_result set_run(struct set_work *work)
{
	struct pmo_update *update = NULL;
	enum pmo_result result = cli_begin(work->cli, &update);
	if (result == PMO_OK)
		result = work->where ? edit_where(update, work) : edit_ids(update, work);
	if (result == PMO_OK)
		result = commit(update, work);
	pmo_update_end(update);
	return result;
}

enum pmo_result set_parse(struct set_work *work, int argc, char **argv)
{
	enum pmo_result result = split(work, argc, argv);
	if (result == PMO_OK)
		result = take_key(work, argv);
	work->ids = argv;
	work->assignments = argv + work->id_count;
	work->assignment_count = argc - work->id_count;
	if (result != PMO_OK)
		return result;
	if (work->where && work->id_count)
		return cli_usage("either ids or --where, not both");
	if (!work->where && !work->id_count)
		return cli_usage("which record? its id comes first, such as RSK-3");
	bool alone = !work->verb && !work->assignment_count && !work->cli->change.evidence;
	if (alone && work->cli->change.note && work->id_count)
		return cli_usage("--note says why something changes; to keep a line: "
				 "pmo set %s notes+='%s'",
				 work->ids[0], work->cli->change.note);
	if (alone)
		return cli_usage("what shall change? FIELD=VALUE, or FIELD= to take it away");
	return PMO_OK;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct set_options *wanted = cli->options;
	struct set_work work = { .cli = cli, .schema = cli->schema, .where = wanted->where };
	if (cli->command->name == register_move_command.name)
		work.verb = cli->verb;
	enum pmo_result result = set_parse(&work, argc, argv);
	return result == PMO_OK ? set_run(&work) : result;
}

const struct command register_set_command = {
	.name = "set",
	.summary = "change fields",
	.group = GROUP_CHANGE,
	.needs = CLI_WRITE,
	.max = -1,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN | TAKES_IMPORTED,
	.options = options,
	.size = sizeof(struct set_options),
	.usage = "ID... FIELD=VALUE... | --where EXPR FIELD=VALUE...",
	.about = "FIELD= takes a value away. Lists: tags+=x tags-=x; items: quotes.2.amount=5.\n"
		 "Several records are one change: all of them, or none.",
	.run = run,
};

const struct command register_move_command = {
	.name = "move",
	.summary = "to another state",
	.group = GROUP_HIDDEN,
	.needs = CLI_WRITE,
	.max = -1,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN | TAKES_IMPORTED,
	.options = options,
	.size = sizeof(struct set_options),
	.usage = "ID... [FIELD=VALUE]... [--note TEXT]",
	.run = run,
};

/*
 * `pmo import FILE.csv`, FILE.xlsx: a list from elsewhere becomes records. What goes where is shown
 * first; then it is asked for on a terminal, and wants --yes in a script.
 */
#include "commands.h"
#include "import.h"
#include "mspdi.h"

#include "cli/output.h"

#include <pmo/import.h>
#include <pmo/text.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct import_options {
	const char *register_name, *mapping, *save, *dates, *decimal, *sheet;
	bool yes, keep, strict, as_imported, update, clear, ours, theirs;
	bool create_people; /* of a plan of MS Project */
};

static const struct option options[] = {
	{ .name = "register",
	  CLI_TEXT(struct import_options, register_name),
	  .arg = "REGISTER",
	  .help = "what the rows are: risk, issue, ..." },
	{ .name = "sheet",
	  CLI_TEXT(struct import_options, sheet),
	  .arg = "NAME",
	  .help = "which sheet of a workbook" },
	{ .name = "mapping",
	  CLI_TEXT(struct import_options, mapping),
	  .arg = "NAME",
	  .help = "the saved mapping to use" },
	{ .name = "save",
	  CLI_TEXT(struct import_options, save),
	  .arg = "NAME",
	  .help = "keep the mapping as imports/NAME.yaml" },
	{ .name = "dates",
	  CLI_TEXT(struct import_options, dates),
	  .arg = "ORDER",
	  .help = "iso, us (month first) or eu (day first)" },
	{ .name = "decimal",
	  CLI_TEXT(struct import_options, decimal),
	  .arg = "SIGN",
	  .help = "comma or point, where 1,234 does not tell" },
	{ .name = "clear",
	  CLI_FLAG(struct import_options, clear),
	  .help = "empty cells take values away" },
	{ .name = "theirs",
	  CLI_FLAG(struct import_options, theirs),
	  .help = "where both changed since the export, take the list's" },
	{ .name = "ours",
	  CLI_FLAG(struct import_options, ours),
	  .help = "where both changed since the export, keep what is here" },
	{ .name = "as-imported",
	  CLI_FLAG(struct import_options, as_imported),
	  .help = "take any state as it stands there" },
	{ .name = "keep",
	  CLI_FLAG(struct import_options, keep),
	  .help = "keep columns without a field as keys of their own" },
	{ .name = "strict",
	  CLI_FLAG(struct import_options, strict),
	  .help = "a cell that cannot be read refuses the whole file" },
	{ .name = "update",
	  CLI_FLAG(struct import_options, update),
	  .help = "bring FILE.json, a whole workspace, into this one" },
	{ .name = "create-people",
	  CLI_FLAG(struct import_options, create_people),
	  .help = "resources of plan.xml that nobody here is become people" },
	{ .name = "yes", .key = 'y', CLI_FLAG(struct import_options, yes), .help = "do not ask" },
	{ 0 },
};

static bool read_dates(const char *text, enum pmo_import_dates *dates)
{
	static const char *const names[] = { "", "iso", "us", "eu" };
	*dates = PMO_IMPORT_DATES_GUESS;
	for (int i = PMO_IMPORT_ISO; text && i <= PMO_IMPORT_EU; i++)
		if (strcmp(text, names[i]) == 0)
			*dates = (enum pmo_import_dates)i;
	return !text || *dates;
}

static bool read_decimal(const char *text, enum pmo_import_decimal *decimal)
{
	*decimal = PMO_IMPORT_DECIMAL_GUESS;
	if (text && strcmp(text, "comma") == 0)
		*decimal = PMO_IMPORT_COMMA;
	else if (text && strcmp(text, "point") == 0)
		*decimal = PMO_IMPORT_POINT;
	return !text || *decimal;
}

/* Everything but the question: dry, nothing is written. */
static enum pmo_result attempt(struct cli *cli, struct pmo_import *import, bool dry)
{
	const struct import_options *wanted = cli->options;
	struct pmo_update *update = NULL;
	struct pmo_update_options how = { .on = cli->change.on,
					  .by = cli->change.by,
					  .note = cli->change.note,
					  .as_imported = wanted->as_imported,
					  .dry = dry };
	enum pmo_result result = pmo_update_begin(cli->workspace, &how, &update);
	if (result == PMO_OK)
		result = pmo_import_apply(import, update);
	if (result == PMO_OK && wanted->save)
		result = pmo_import_save(import, update, wanted->save);
	if (result == PMO_OK)
		result = pmo_import_commit(import, update);
	pmo_update_end(update);
	/* Where something is refused the changes are what one wants to see all the more. */
	if (dry && (result == PMO_OK || result == PMO_REFUSED)) {
		enum pmo_result shown = import_show_changes(cli, import);
		result = result == PMO_OK ? shown : result;
	}
	if (result == PMO_OK)
		result = import_show_conflicts(cli, import);
	if (result == PMO_OK)
		import_show_counts(cli, import, !dry);
	return result;
}

static enum pmo_result import_file(struct cli *cli, struct pmo_import *import)
{
	const struct import_options *wanted = cli->options;
	bool agreed = wanted->yes, asks = cli->is_terminal && isatty(STDIN_FILENO);
	if (!agreed || cli->dry_run) {
		enum pmo_result result = attempt(cli, import, true);
		if (result != PMO_OK || cli->dry_run)
			return result;
		if (!asks)
			return cli_usage("nothing is imported yet; add --yes to do it");
		result = import_ask(cli, &agreed);
		if (result != PMO_OK)
			return result;
	}
	if (agreed)
		return attempt(cli, import, false);
	pmo_buffer_add_text(&cli->out, "Nothing is imported.\n");
	cli->answer_is_no = true;
	return PMO_OK;
}

static enum pmo_result run_json(struct cli *cli, int argc, const char *path)
{
	const struct import_options *own = cli->options;
	struct import_json_wanted words = { path, own->update, own->yes, own->as_imported, false };
	words.is_for_tables = argc > 1 || own->register_name || own->mapping || own->save ||
			      own->dates || own->decimal || own->keep || own->strict ||
			      own->sheet || own->clear || own->ours || own->theirs;
	return import_json(cli, &words);
}

static enum pmo_result run_plan(struct cli *cli, int argc, const struct pmo_source *source)
{
	const struct import_options *own = cli->options;
	struct mspdi_wanted words = { source->path, source->bytes, source->length, own->yes,
				      own->create_people };
	if (argc > 1 || own->register_name || own->mapping || own->save || own->dates ||
	    own->decimal || own->keep || own->strict || own->sheet || own->clear || own->ours ||
	    own->theirs)
		return cli_usage("%s: columns and their options go with a table, such as .csv",
				 source->path);
	return mspdi_import(cli, &words);
}

static bool is_workbook_name(const char *path)
{
	const char *dot = strrchr(path, '.');
	return dot && (pmo_ascii_equal(dot, ".xls") || pmo_ascii_equal(dot, ".xlsx") ||
		       pmo_ascii_equal(dot, ".xlsm"));
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct import_options *wanted = cli->options;
	enum pmo_format kind;
	struct pmo_import_options how = { .register_name = wanted->register_name,
					  .mapping = wanted->mapping,
					  .words = (const char *const *)argv + 1,
					  .word_count = (size_t)argc - 1,
					  .sheet = wanted->sheet,
					  .clear = wanted->clear,
					  .ours = wanted->ours,
					  .theirs = wanted->theirs,
					  .keep = wanted->keep,
					  .strict = wanted->strict };
	struct pmo_source *source = pmo_arena_alloc(&cli->arena, sizeof(*source));
	struct pmo_import *import;
	char *bytes;
	if (pmo_format_from_file(argv[0], &kind) && kind == PMO_FORMAT_JSON)
		return run_json(cli, argc, argv[0]);
	if (mspdi_is_binary(argv[0], NULL, 0))
		return PMO_USAGE;
	if (!cli->workspace) {
		cli_say("no project here; `pmo` alone says how to start");
		return PMO_NOT_FOUND;
	}
	if (wanted->update)
		return cli_usage("--update goes with FILE.json; a table updates what it finds");
	if (!source)
		return PMO_NO_MEMORY;
	if (wanted->ours && wanted->theirs)
		return cli_usage("--ours and --theirs are two answers to one question; say one");
	if (!read_dates(wanted->dates, &how.dates))
		return cli_usage("--dates: '%s' is none of iso, us, eu", wanted->dates);
	if (!read_decimal(wanted->decimal, &how.decimal))
		return cli_usage("--decimal: '%s' is none of comma, point", wanted->decimal);
	if (cli->change.evidence)
		return cli_usage("--evidence goes with one record; an import makes many");
	enum pmo_result result = cli_read_file(cli, argv[0], &bytes, &source->length);
	if (result != PMO_OK)
		return result;
	source->path = argv[0];
	source->bytes = bytes;
	/* An old workbook and one with a password look like a plan inside. */
	if (!is_workbook_name(argv[0]) && mspdi_is_binary(argv[0], bytes, source->length))
		return PMO_USAGE;
	if (mspdi_is_plan(argv[0], bytes, source->length))
		return run_plan(cli, argc, source);
	result = pmo_import_open(cli->workspace, source, &how, &import);
	if (result == PMO_OK)
		result = import_show_mapping(cli, import, argv[0]);
	return result == PMO_OK ? import_file(cli, import) : result;
}

const struct command import_command = {
	.name = "import",
	.summary = "take in a list from elsewhere",
	.group = GROUP_CAPTURE,
	.needs = CLI_WRITE,
	.may_begin = true,
	.min = 1,
	.max = -1,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN,
	.options = options,
	.size = sizeof(struct import_options),
	.usage = "FILE [--register REGISTER] [COLUMN=FIELD | COLUMN:WORD=VALUE]...",
	.about = "The columns are guessed from their names and values and shown first.\n"
		 "A field can also be note, external (the id there), keep, or - for nowhere.\n"
		 "A list of pmo's own comes back by its ids: only what differs is written.\n"
		 "FILE.xml is a plan of MS Project; a second import changes only what Project did.",
	.run = run,
};

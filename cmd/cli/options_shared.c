/* The tables of options that more than one command has. */
#include "cli/options_shared.h"

const struct option options_global[] = {
	{ .name = "directory",
	  .key = 'C',
	  CLI_TEXT(struct cli, directory),
	  .arg = "DIR",
	  .help = "begin in that folder" },
	{ .name = "project",
	  .key = 'p',
	  CLI_TEXT(struct cli, project),
	  .arg = "PROJECT",
	  .help = "which project is meant" },
	{ .name = "as-of",
	  CLI_DATE(struct cli, as_of),
	  .arg = "DATE",
	  .help = "answer as if today were that day" },
	{ .name = "at",
	  CLI_TEXT(struct cli, at),
	  .arg = "REV|DATE",
	  .help = "answer from that git revision, or the end of that day" },
	{ .name = "color",
	  CLI_TEXT(struct cli, color_word),
	  .arg = "WHEN",
	  .help = "auto, always or never" },
	{ .name = "no-pager", CLI_FLAG(struct cli, no_pager), .help = "never page long answers" },
	{ .name = "version", CLI_FLAG(struct cli, wants_version), .help = "which pmo this is" },
	{ 0 },
};

const struct option options_format[] = {
	{ .name = "format",
	  CLI_TEXT(struct cli, format_word),
	  .arg = "FORMAT",
	  .help = "table tsv csv xlsx json jsonl yaml md html ids" },
	{ .name = "output",
	  .key = 'o',
	  CLI_TEXT(struct cli, output),
	  .arg = "FILE",
	  .help = "write there, in the format of its ending" },
	{ .name = "excel",
	  CLI_FLAG(struct cli, excel),
	  .help = "csv with the mark by which Excel knows UTF-8" },
	{ .name = "semicolon",
	  CLI_FLAG(struct cli, semicolon),
	  .help = "csv with semicolons and decimal commas" },
	{ 0 },
};

const struct option options_document[] = {
	{ .name = "format",
	  CLI_TEXT(struct cli, format_word),
	  .arg = "FORMAT",
	  .help = "text, md, html, json, docx, odt, pptx or pdf" },
	{ .name = "output",
	  .key = 'o',
	  CLI_TEXT(struct cli, output),
	  .arg = "FILE",
	  .help = "write there, in the format of its ending" },
	{ 0 },
};

const struct option options_change[] = {
	{ .name = "on",
	  CLI_DATE(struct cli, change.on),
	  .arg = "DATE",
	  .is_past = true,
	  .help = "the day it happened" },
	{ .name = "by", CLI_TEXT(struct cli, change.by), .arg = "PERSON", .help = "who did it" },
	{ .name = "note", CLI_TEXT(struct cli, change.note), .arg = "TEXT", .help = "why" },
	{ .name = "evidence",
	  CLI_TEXT(struct cli, change.evidence),
	  .arg = "FILE",
	  .help = "keep this file with the record" },
	{ 0 },
};

const struct option options_dry_run[] = {
	{ .name = "dry-run",
	  .key = 'n',
	  CLI_FLAG(struct cli, dry_run),
	  .help = "show what would change, write nothing" },
	{ 0 },
};

const struct option options_imported[] = {
	{ .name = "as-imported",
	  CLI_FLAG(struct cli, as_imported),
	  .help = "take states as they stand elsewhere" },
	{ 0 },
};

void options_collect(struct cli *cli, const struct command *command, void *own,
		     struct option_group groups[OPTION_GROUPS_MAX])
{
	size_t count = 0;
	if (command && command->options)
		groups[count++] = (struct option_group){ command->options, own };
	if (command && command->takes & TAKES_CHANGE)
		groups[count++] = (struct option_group){ options_change, cli };
	if (command && command->takes & TAKES_DRY_RUN)
		groups[count++] = (struct option_group){ options_dry_run, cli };
	if (command && command->takes & TAKES_IMPORTED)
		groups[count++] = (struct option_group){ options_imported, cli };
	if (command && command->takes & TAKES_DOCUMENT)
		groups[count++] = (struct option_group){ options_document, cli };
	if (command && command->takes & TAKES_FORMAT)
		groups[count++] = (struct option_group){ options_format, cli };
	groups[count++] = (struct option_group){ options_global, cli };
	groups[count] = (struct option_group){ 0 };
}

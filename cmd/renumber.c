/* `pmo renumber`: another number for a record, and for all that refers to it. */
#include "commands.h"

#include <pmo/maintain.h>
#include <pmo/text.h>

#include <string.h>

static void add_mentions(struct cli *cli, const struct pmo_mentions *mentions)
{
	for (size_t i = 0; i < mentions->count; i++) {
		const struct pmo_mention *item = &mentions->items[i];
		struct pmo_buffer line, short_line;
		pmo_buffer_init(&line, 1 << 20);
		pmo_buffer_init(&short_line, 1 << 20);
		pmo_buffer_add_format(&line, "  %s:%zu  ", item->path, item->line);
		pmo_text_add_visible(&line, item->text, strlen(item->text));
		pmo_text_truncate(&short_line, line.data, (size_t)cli->terminal.width);
		pmo_buffer_add_format(&cli->out, "%s\n",
				      cli->is_terminal ? short_line.data : line.data);
		pmo_buffer_release(&line);
		pmo_buffer_release(&short_line);
	}
}

static void tell(struct cli *cli, const struct pmo_renumbering *done)
{
	struct pmo_buffer *out = &cli->out;
	pmo_buffer_add_format(out, "%s%s is %s now, in %s\n", cli->dry_run ? "(--dry-run) " : "",
			      done->old_id, done->new_id, done->path);
	if (done->changed.count)
		pmo_buffer_add_format(out, "%zu reference%s follow%s it:\n", done->changed.count,
				      done->changed.count == 1 ? "" : "s",
				      done->changed.count == 1 ? "s" : "");
	add_mentions(cli, &done->changed);
	if (done->undecided && done->left.count)
		pmo_buffer_add_format(
			out, "Two records had this id, and the files do not say which of "
			     "them is meant here;\nnothing was changed, decide for each:\n");
	else if (done->left.count)
		pmo_buffer_add_text(out, "Words that are no references were left alone:\n");
	add_mentions(cli, &done->left);
	if (!cli->dry_run)
		pmo_buffer_add_text(out, "take it back: pmo undo\n");
}

/* That two records had one id is what this command mends: it was told when it was asked. */
static void forget_twice(struct pmo_diags *diags)
{
	struct pmo_diag **link = &diags->first;
	diags->last = NULL;
	while (*link) {
		if (strcmp((*link)->code, "id-twice") == 0) {
			diags->count[(*link)->severity]--;
			*link = (*link)->next;
			continue;
		}
		diags->last = *link;
		link = &(*link)->next;
	}
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	struct pmo_renumbering renumbering = { .wanted = argv[1], .dry = cli->dry_run };
	struct pmo_update_options options = {
		.on = cli->change.on,
		.by = cli->change.by,
		.note = cli->change.note,
		.dry = cli->dry_run,
	};
	(void)argc;
	enum pmo_result result = cli_find(cli, NULL, argv[0], &renumbering.record);
	if (result == PMO_OK && cli->change.evidence)
		return cli_usage("renumber takes no --evidence");
	if (result == PMO_OK)
		result = pmo_renumber(cli->workspace, &options, &renumbering);
	if (result != PMO_OK)
		return result;
	forget_twice(&cli->diags);
	tell(cli, &renumbering);
	return PMO_OK;
}

const struct command renumber_command = {
	.name = "renumber",
	.summary = "another number for a record",
	.group = GROUP_CARE,
	.needs = CLI_WRITE,
	.min = 1,
	.max = 2,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN,
	.usage = "ID|FILE:LINE [NEWID] [--dry-run]",
	.run = run,
	.about = "For two branches that took one number: FILE:LINE says which of the two records\n"
		 "is meant, and since nothing says which one a reference means, those are listed\n"
		 "and left. Where the id was given once, every reference follows it. Words in\n"
		 "prose, comments and history are listed and left.",
};

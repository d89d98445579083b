/*
 * `pmo plan`: the plan as a sheet, one line a task. Printed, edited, pasted from a spreadsheet;
 * what differs is written into plan.yaml where it stands.
 */
#include "plan.h"

#include "commands.h"
#include "register.h"

#include <pmo/text.h>

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SHEET_MAX = 16 << 20, TOLD_MAX = 30 };

static const struct option options[] = {
	{ .name = "cancel",
	  CLI_FLAG(struct plan_options, cancel),
	  .help = "import: tasks that the sheet does not have are cancelled" },
	{ .name = "renumber",
	  CLI_FLAG(struct plan_options, renumber),
	  .help = "move, indent, outdent: codes follow the new order" },
	{ .name = "yes",
	  .key = 'y',
	  CLI_FLAG(struct plan_options, yes),
	  .help = "edit: lines taken away are cancelled without asking" },
	{ .name = "retry",
	  CLI_TEXT(struct plan_options, retry),
	  .arg = "FILE",
	  .help = "edit: go on with a sheet that was kept" },
	{ 0 },
};

static void tell_one(struct cli *cli, const struct pmo_sheet_change *change)
{
	const struct pmo_record *record = pmo_draft_record(change->draft);
	const char *title = pmo_record_text(record, record->schema->title);
	struct pmo_buffer *out = &cli->out;
	if (change->kind == PMO_SHEET_CHANGED) {
		pmo_buffer_add_text(out, "~ ");
		register_add_told(cli, change->draft);
		return;
	}
	pmo_buffer_add_format(out, "%c %s  ", "+~>-"[change->kind], record -> id);
	if (change->kind == PMO_SHEET_MOVED)
		pmo_buffer_add_text(out, "moved: ");
	else if (change->kind == PMO_SHEET_GONE)
		pmo_buffer_add_text(out, "cancelled: ");
	pmo_text_add_visible(out, title ? title : "", title ? strlen(title) : 0);
	pmo_buffer_add_char(out, '\n');
}

void plan_tell(struct cli *cli, const struct pmo_sheet_change *changes, size_t count)
{
	static const char *const names[] = { "added", "changed", "moved", "cancelled" };
	size_t counts[4] = { 0 };
	const char *comma = "";
	for (size_t i = 0; i < count; i++) {
		counts[changes[i].kind]++;
		if (i < TOLD_MAX)
			tell_one(cli, &changes[i]);
	}
	if (count > TOLD_MAX)
		pmo_buffer_add_format(&cli->out, "+%zu more\n", count - TOLD_MAX);
	if (!count)
		pmo_buffer_add_text(&cli->out, "nothing changed");
	for (size_t i = 0; i < 4; i++) {
		if (!counts[i])
			continue;
		pmo_buffer_add_format(&cli->out, "%s%zu %s", comma, counts[i], names[i]);
		comma = ", ";
	}
	pmo_buffer_add_text(&cli->out, !count         ? "\n"
				       : cli->dry_run ? "   (--dry-run: nothing is written)\n"
						      : "   undo: pmo undo\n");
}

/* The finish of the plan, or PMO_DATE_NONE; what is wrong with it is for `pmo schedule`. */
static int32_t finish_of(struct cli *cli, const struct pmo_project *project, int32_t *go_live)
{
	static const struct pmo_plan_options how = { .baseline = PMO_BASELINE_NONE };
	struct pmo_plan *plan = NULL;
	int32_t finish = PMO_DATE_NONE;
	*go_live = PMO_DATE_NONE;
	if (pmo_plan_schedule(cli->workspace, project, &how, &plan) == PMO_OK) {
		int item = pmo_plan_go_live(plan);
		finish = plan->finish;
		*go_live = item >= 0 ? plan->items[item].finish : PMO_DATE_NONE;
	}
	pmo_plan_free(plan);
	return finish;
}

static void tell_moved(struct cli *cli, const char *what, int32_t before, int32_t after)
{
	char from[PMO_DATE_LONG_SIZE], to[PMO_DATE_LONG_SIZE];
	int32_t today = pmo_workspace_world(cli->workspace)->today;
	if (before == after || after == PMO_DATE_NONE)
		return;
	pmo_date_format_short(after, today, to);
	if (before == PMO_DATE_NONE) {
		pmo_buffer_add_format(&cli->out, "%s %s\n", what, to);
		return;
	}
	pmo_date_format_short(before, today, from);
	pmo_buffer_add_format(&cli->out, "%s %s > %s\n", what, from, to);
}

static enum pmo_result commit(struct cli *cli, struct pmo_update *update, struct pmo_sheet_job *job)
{
	int32_t live = PMO_DATE_NONE, now_live = PMO_DATE_NONE;
	int32_t before =
		job->count && !cli->dry_run ? finish_of(cli, job->project, &live) : PMO_DATE_NONE;
	enum pmo_result result = pmo_update_commit(update);
	if (result != PMO_OK)
		return result;
	plan_tell(cli, job->changes, job->count);
	if (job->gone && !job->cancels)
		pmo_buffer_add_format(
			&cli->out, "%zu %s of the plan %s not in the sheet and %s as they are\n",
			job->gone, job->gone == 1 ? "line" : "lines", job->gone == 1 ? "is" : "are",
			job->gone == 1 ? "stays" : "stay");
	if (!job->count || cli->dry_run)
		return PMO_OK;
	int32_t after = finish_of(cli, job->project, &now_live);
	tell_moved(cli, "Finish", before, after);
	if (now_live != after || live != before)
		tell_moved(cli, "Go-live", live, now_live);
	return PMO_OK;
}

enum pmo_result plan_apply(struct cli *cli, struct plan_sheet *sheet, bool dry)
{
	struct pmo_source *source = pmo_arena_alloc(&cli->arena, sizeof(*source));
	struct pmo_sheet *typed = pmo_arena_alloc(&cli->arena, sizeof(*typed));
	struct pmo_update *update = NULL;
	struct pmo_sheet_job job = { .typed = typed,
				     .word = sheet->word,
				     .cancels = sheet->cancels };
	bool was_dry = cli->dry_run;
	if (!source || !typed)
		return PMO_NO_MEMORY;
	*source = (struct pmo_source){ sheet->path, sheet->bytes, sheet->length, 0 };
	cli->quiet = "incomplete"; /* a title is enough here, too */
	enum pmo_result result = pmo_workspace_need_project(cli->workspace, &job.project);
	if (result == PMO_OK)
		result = pmo_sheet_read(&cli->arena, &cli->diags, source, typed);
	cli->dry_run = cli->dry_run || dry;
	if (result == PMO_OK)
		result = cli_begin(cli, &update);
	if (result == PMO_OK)
		result = pmo_sheet_apply(update, &job);
	sheet->gone = job.gone;
	if (result == PMO_OK && typed->left_alone && !dry)
		cli_say("columns that mean nothing here were left alone: %s", typed->left_alone);
	if (result == PMO_OK && (!dry || was_dry))
		result = commit(cli, update, &job);
	pmo_update_end(update);
	cli->dry_run = was_dry;
	if (result == PMO_NOT_FOUND && sheet->word)
		cli_say("no task has the id or code %s", sheet->word);
	return result;
}

enum pmo_result plan_text(struct cli *cli, const char *word, unsigned form, char **text)
{
	static const struct pmo_plan_options how = { .alone = true, .baseline = PMO_BASELINE_NONE };
	const struct pmo_project *project;
	struct pmo_plan *plan = NULL;
	struct pmo_sheet_branch branch;
	struct pmo_buffer out;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	enum pmo_result result = pmo_workspace_need_project(cli->workspace, &project);
	if (result == PMO_OK)
		result = pmo_plan_read(cli->workspace, project, &how, &plan);
	if (result == PMO_OK)
		result = pmo_sheet_branch(plan, word, &branch);
	if (result == PMO_NOT_FOUND)
		cli_say("no task of this plan has the id or code %s", word);
	if (result == PMO_OK)
		pmo_sheet_write(plan, &branch, form, &out);
	*text = result == PMO_OK && !out.failed ? pmo_arena_copy(&cli->arena, out.data, out.length)
						: NULL;
	if (result == PMO_OK && !*text)
		result = PMO_NO_MEMORY;
	pmo_buffer_release(&out);
	pmo_plan_free(plan);
	return result;
}

/* Programs get the ids; people read codes. */
static enum pmo_result print(struct cli *cli, const char *word)
{
	char *text;
	enum pmo_result result =
		plan_text(cli, word, cli->is_terminal ? 0 : PMO_SHEET_WITH_IDS, &text);
	if (result == PMO_OK && cli->is_terminal)
		return plan_print(cli, text);
	if (result == PMO_OK)
		pmo_buffer_add_text(&cli->out, text);
	return result;
}

static enum pmo_result read_input(struct cli *cli, struct plan_sheet *sheet)
{
	struct pmo_buffer bytes;
	char piece[8192];
	ssize_t got;
	pmo_buffer_init(&bytes, SHEET_MAX);
	while ((got = read(STDIN_FILENO, piece, sizeof(piece))) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			break;
		pmo_buffer_add(&bytes, piece, (size_t)got);
	}
	sheet->path = "the sheet";
	sheet->length = bytes.length;
	sheet->bytes = bytes.failed ? NULL : pmo_arena_copy(&cli->arena, bytes.data, bytes.length);
	enum pmo_result result = PMO_OK;
	if (got < 0) {
		cli_say("the sheet cannot be read: %s", strerror(errno));
		result = PMO_IO;
	} else if (!sheet->bytes) {
		result = cli_usage("a sheet has at most 16 MiB");
	}
	pmo_buffer_release(&bytes);
	return result;
}

static enum pmo_result import(struct cli *cli, const char *path)
{
	const struct plan_options *wanted = cli->options;
	struct plan_sheet sheet = { .path = path, .cancels = wanted->cancel };
	char *bytes = NULL;
	enum pmo_result result;
	if (strcmp(path, "-") == 0) {
		result = read_input(cli, &sheet);
	} else {
		result = cli_read_file(cli, path, &bytes, &sheet.length);
		sheet.bytes = bytes;
	}
	return result == PMO_OK ? plan_apply(cli, &sheet, false) : result;
}

/* `pmo plan < sheet.txt`; but not what is left of the input of a script. */
static bool has_sheet(void)
{
	struct stat status;
	return fstat(STDIN_FILENO, &status) == 0 && S_ISREG(status.st_mode) && status.st_size &&
	       lseek(STDIN_FILENO, 0, SEEK_CUR) == 0;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const char *verb = argc ? argv[0] : "";
	if (cli->change.evidence)
		return cli_usage("--evidence goes with one record; a sheet changes many");
	if (strcmp(verb, "edit") == 0)
		return plan_edit(cli, argc - 1, argv + 1);
	if (strcmp(verb, "import") == 0)
		return argc == 2 ? import(cli, argv[1])
				 : cli_usage("which sheet? pmo plan import FILE, or - for a pipe");
	if (pmo_word_is_in("move|indent|outdent", verb))
		return plan_move(cli, argc, argv);
	if (argc > 1)
		return cli_usage("'%s' is no verb of plan; there are edit, import, move, indent "
				 "and outdent",
				 verb);
	return !argc && has_sheet() ? import(cli, "-") : print(cli, argc ? argv[0] : NULL);
}

const struct command plan_command = {
	.name = "plan",
	.summary = "the plan as a sheet: write, paste, move",
	.group = GROUP_CHANGE,
	.needs = CLI_WRITE,
	.max = 4,
	.takes = TAKES_CHANGE | TAKES_DRY_RUN,
	.options = options,
	.size = sizeof(struct plan_options),
	.usage = "[ID] | edit [ID] | import FILE|- | move ID after|before|under ID |\n"
		 "                indent ID | outdent ID",
	.about =
		"One line a task: CODE | TITLE | DURATION | AFTER | OWNER | DONE | ID\n"
		"Indentation is the outline. Lines copied from a spreadsheet are read too,\n"
		"with a line of headings or without. Only what differs is written.",
	.run = run,
};

/*
 * `pmo plan edit`: the sheet in the user's editor, without a lock meanwhile. What others wrote
 * meanwhile is merged line by line; whatever goes wrong, what was typed is kept.
 */
#include "plan.h"

#include "cli/editor.h"
#include "cli/output.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { FORM = PMO_SHEET_WITH_IDS | PMO_SHEET_WITH_HELP };

static bool is_blank(const char *text)
{
	return !text[strspn(text, " \t\r\n")];
}

/* One blank between cells: columns that grew wider must not look like changes. */
static char *without_padding(struct cli *cli, const char *text)
{
	char *copy = pmo_arena_alloc(&cli->arena, strlen(text) + 1);
	size_t length = 0;
	for (const char *at = text; copy && *at; at++) {
		size_t blanks = strspn(at, " ");
		bool leads = !length || copy[length - 1] == '\n';
		if (!blanks || leads) {
			copy[length++] = *at;
			if (blanks)
				while (at[1] == ' ')
					copy[length++] = *++at;
			continue;
		}
		at += blanks - 1;
		if (at[1] && at[1] != '\n')
			copy[length++] = ' ';
	}
	if (copy)
		copy[length] = '\0';
	return copy;
}

static enum pmo_result settle(struct editor *editor, const char *base, struct plan_sheet *sheet)
{
	struct cli *cli = editor->cli;
	char *now;
	enum pmo_result result = plan_text(cli, sheet->word, FORM, &now);
	if (result != PMO_OK || strcmp(now, base) == 0)
		return result;
	struct editor_merge merge = { without_padding(cli, sheet->bytes),
				      without_padding(cli, base), without_padding(cli, now), NULL };
	if (!merge.typed || !merge.base || !merge.now)
		return PMO_NO_MEMORY;
	result = editor_merge(editor, &merge);
	if (result == PMO_CONFLICT)
		cli_say("the plan was changed meanwhile in the same lines");
	else if (result == PMO_UNSUPPORTED)
		cli_say("the plan was changed meanwhile, and there is no git to merge");
	if (result != PMO_OK)
		return result;
	sheet->bytes = merge.merged;
	sheet->length = strlen(merge.merged);
	return PMO_OK;
}

/* Lines that are gone are cancelled only when somebody says so. */
static enum pmo_result ask_gone(struct cli *cli, struct plan_sheet *sheet)
{
	const struct plan_options *wanted = cli->options;
	char line[16];
	sheet->cancels = wanted->yes;
	if (wanted->yes)
		return PMO_OK;
	enum pmo_result result = plan_apply(cli, sheet, true);
	if (result != PMO_OK || !sheet->gone)
		return result;
	if (!isatty(STDIN_FILENO)) {
		cli_say("%zu %s taken away; add --yes to cancel %s", sheet->gone,
			sheet->gone == 1 ? "line was" : "lines were",
			sheet->gone == 1 ? "it" : "them");
		return PMO_REFUSED;
	}
	result = output_flush(cli, false);
	pmo_buffer_clear(&cli->out);
	fprintf(stderr, "%zu %s away. Cancel %s? [y/n] ", sheet->gone,
		sheet->gone == 1 ? "line was taken" : "lines were taken",
		sheet->gone == 1 ? "that task" : "those tasks");
	sheet->cancels = fgets(line, sizeof(line), stdin) && (*line == 'y' || *line == 'Y');
	return result;
}

static enum pmo_result put_back(struct editor *editor, const char *base, struct plan_sheet *sheet)
{
	enum pmo_result result = settle(editor, base, sheet);
	if (result == PMO_OK)
		result = ask_gone(editor->cli, sheet);
	return result == PMO_OK ? plan_apply(editor->cli, sheet, false) : result;
}

static enum pmo_result begin(struct editor *editor, int argc, char **argv, char **base, char **word)
{
	struct cli *cli = editor->cli;
	const struct plan_options *wanted = cli->options;
	*word = argc ? argv[0] : "";
	if (wanted->retry && argc)
		return cli_usage("either ID or --retry FILE");
	if (wanted->retry)
		return editor_resume(editor, wanted->retry, base, word);
	enum pmo_result result = plan_text(cli, argc ? argv[0] : NULL, FORM, base);
	return result == PMO_OK ? editor_begin(editor, "plan", *base, *word) : result;
}

enum pmo_result plan_edit(struct cli *cli, int argc, char **argv)
{
	struct editor editor = { .cli = cli };
	char *base = NULL, *typed = NULL, *word;
	if (argc > 1)
		return cli_usage("pmo plan edit takes one id or code, or none for all of it");
	enum pmo_result result = begin(&editor, argc, argv, &base, &word);
	if (result != PMO_OK)
		return result;
	enum pmo_result ran = editor_run(&editor);
	result = editor_read(&editor, &typed);
	if (result == PMO_OK && (is_blank(typed) || strcmp(typed, base) == 0)) {
		if (ran == PMO_OK)
			pmo_buffer_add_text(&cli->out, "nothing changed\n");
		editor_end(&editor);
		return ran;
	}
	struct plan_sheet sheet = { .path = editor.path, .bytes = typed };
	sheet.word = *word ? word : NULL;
	sheet.length = result == PMO_OK ? strlen(typed) : 0;
	if (result == PMO_OK)
		result = ran == PMO_OK ? put_back(&editor, base, &sheet) : ran;
	if (result == PMO_OK) {
		editor_end(&editor);
		return PMO_OK;
	}
	cli_print_diags(cli);
	cli_say("what you typed is kept; go on with: pmo plan edit --retry %s", editor.path);
	return result;
}

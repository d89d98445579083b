/* Running pmo-export-xlsx; what it is given is told in cmd/export-xlsx/book.h. */
#include "cli/workbook.h"

#include "cli/exec.h"

#include <errno.h>
#include <string.h>

enum { MINUTES_A_DAY = 1440 };

static int32_t as_of(const struct cli *cli)
{
	if (cli->workspace)
		return pmo_workspace_world(cli->workspace)->today;
	if (cli->env.today != PMO_DATE_NONE)
		return cli->env.today;
	return (int32_t)(cli->env.now / MINUTES_A_DAY);
}

static enum pmo_result run(struct cli *cli, const char *program, struct pmo_buffer *book)
{
	char day[PMO_DATE_SIZE];
	const char *words[] = { program, "--as-of", day, NULL };
	struct exec exec = { .words = words, .output = book };
	pmo_date_format(as_of(cli), day);
	exec.input = cli->out.data;
	exec.input_length = cli->out.length;
	enum pmo_result result = exec_run(&exec);
	if (result != PMO_OK) {
		cli_say("%s cannot be run: %s", program, strerror(errno));
		return result;
	}
	if (exec.status != 0) {
		cli_say("%s failed (%d); nothing is written", program, exec.status);
		return PMO_IO;
	}
	return book->failed ? PMO_NO_MEMORY : PMO_OK;
}

/* A command that printed something else, though a workbook was asked for. */
static bool has_other_text(const struct cli *cli)
{
	enum pmo_format format = PMO_FORMAT_TABLE;
	bool asked = cli->format_word ? pmo_format_from_name(cli->format_word, &format)
				      : cli->output && pmo_format_from_file(cli->output, &format);
	return asked && format == PMO_FORMAT_XLSX && cli->out.length;
}

enum pmo_result workbook_make(struct cli *cli)
{
	struct pmo_buffer book;
	if (!cli->is_workbook)
		return has_other_text(cli) ? cli_usage("this answer is no table, which a workbook "
						       "could hold; ask for another format")
					   : PMO_OK;
	if (cli->is_terminal && !cli->output)
		return cli_usage("a workbook is no text for a terminal; write it to a file: "
				 "-o NAME.xlsx");
	const char *program = exec_find(cli, "pmo-export-xlsx");
	if (!program) {
		cli_say("there is no pmo-export-xlsx here, which makes workbooks: it comes with "
			"pmo where libxlsxwriter is installed (Debian: libxlsxwriter-dev); "
			"-o NAME.csv needs nothing");
		return PMO_IO;
	}
	pmo_buffer_init(&book, cli->out.limit);
	enum pmo_result result = run(cli, program, &book);
	if (result == PMO_OK) {
		pmo_buffer_clear(&cli->out);
		pmo_buffer_add(&cli->out, book.data, book.length);
	}
	pmo_buffer_release(&book);
	return result;
}

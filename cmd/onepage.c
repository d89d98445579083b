/* `pmo onepage` and `pmo deck`: the same facts, for people with one minute or ten. */
#include "status.h"

#include "cli/document.h"

static enum pmo_result print(struct cli *cli, bool month,
			     enum pmo_result (*make)(const struct pmo_status *,
						     struct pmo_document *))
{
	struct status_work work;
	struct pmo_document document;
	enum pmo_result result = status_open(cli, month, &work);
	if (result == PMO_OK)
		result = make(&work.status, &document);
	if (result == PMO_OK)
		result = cli_print_document(cli, &document);
	status_close(&work);
	return result;
}

static enum pmo_result run_onepage(struct cli *cli, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return print(cli, true, pmo_status_onepage);
}

static enum pmo_result run_deck(struct cli *cli, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return print(cli, true, pmo_status_deck);
}

const struct command onepage_command = {
	.name = "onepage",
	.summary = "the project on one printed page",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.takes = TAKES_DOCUMENT,
	.about = "Colors, date, money, top risk, milestones, what is asked, what changed since the "
		 "last\nmonthly report, the next 30 days. pmo onepage -o page.pdf prints it.",
	.run = run_onepage,
};

const struct command deck_command = {
	.name = "deck",
	.summary = "eight slides for a steering committee",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.takes = TAKES_DOCUMENT,
	.about = "pmo deck -o steering.pptx makes slides; the notes name the records behind each.",
	.run = run_deck,
};

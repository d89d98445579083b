/*
 * `pmo status`: the weekly or monthly report. Facts are computed each time; what people write
 * stands in the report's own record and is never touched.
 */
#include "status.h"

#include "cli/document.h"

#include <string.h>

static const struct option options[] = {
	{ .name = "draft",
	  CLI_FLAG(struct status_options, draft),
	  .help = "make the record that you write in" },
	{ .name = "send", CLI_FLAG(struct status_options, send), .help = "freeze it, and send it" },
	{ .name = "to",
	  CLI_TEXT(struct status_options, to),
	  .arg = "PERSON,...",
	  .help = "who gets it; sponsor and manager" },
	{ .name = "uncommitted",
	  CLI_FLAG(struct status_options, uncommitted),
	  .help = "send it though data are not committed" },
	{ .name = "override",
	  CLI_TEXT(struct status_options, override),
	  .arg = "AREA=COLOR",
	  .help = "report another color, with --by and --note" },
	{ 0 },
};

enum pmo_result status_period(int argc, char **argv, bool *month)
{
	*month = argc && strcmp(argv[0], "month") == 0;
	if (!argc || *month || strcmp(argv[0], "week") == 0)
		return PMO_OK;
	return cli_usage("'%s' is neither week nor month", argv[0]);
}

enum pmo_result status_open(struct cli *cli, bool month, struct status_work *work)
{
	const struct pmo_project *project = NULL;
	struct pmo_plan_options how = { .alone = true };
	struct pmo_status_options wanted = { &cli->arena, month, true };
	*work = (struct status_work){ 0 };
	enum pmo_result result = pmo_workspace_need_project(cli->workspace, &project);
	if (result != PMO_OK)
		return result;
	result = pmo_plan_schedule(cli->workspace, project, &how, &work->plan);
	if (result == PMO_NO_MEMORY || result == PMO_IO)
		return result;
	if (result != PMO_OK) {
		pmo_plan_free(work->plan);
		work->plan = NULL;
	}
	return pmo_status_open(cli->workspace, project, work->plan, &wanted, &work->status);
}

void status_close(struct status_work *work)
{
	pmo_plan_free(work->plan);
	work->plan = NULL;
}

bool status_has_area(const struct pmo_record *record, const char *name)
{
	int index = pmo_schema_field(record->schema, "rag");
	struct pmo_value list = pmo_record_get(record, index);
	for (uint32_t i = 0; list.presence == PMO_PRESENT && i < list.count; i++) {
		const struct pmo_value *key =
			pmo_value_member(record->schema->fields[index], &list.as.items[i], "area");
		if (key && key->presence == PMO_PRESENT && strcmp(key->as.text, name) == 0)
			return true;
	}
	return false;
}

void status_say_where(const struct pmo_status *status)
{
	const struct pmo_record *report = status->report;
	cli_say(report ? "write there: pmo edit %s" : "begin with: pmo status --draft%s",
		report ? report->id : "");
	for (int what = 0; report && what < PMO_RAG_OVERALL; what++) {
		const struct pmo_rag_area *area = &status->rag.areas[what];
		const char *name = pmo_rag_area_name((enum pmo_rag_what)what);
		bool red = area->reported == 'R' || area->computed == 'R';
		if (!red || area->path_to_green)
			continue;
		if (status_has_area(report, name))
			cli_say("or: pmo set %s rag.%s.path_to_green='…'", report->id, name);
		else
			cli_say("or: pmo set %s rag+='area=%s computed=%c' "
				"rag.%s.path_to_green='…'",
				report->id, name, area->computed, name);
	}
}

/* What is left to do before it can be sent. */
static void say_rest(const struct pmo_status *status)
{
	struct pmo_buffer out;
	const char *headline = pmo_status_headline(status);
	bool sent = status->report && !pmo_record_is_open(status->report);
	pmo_buffer_init(&out, 1 << 16);
	pmo_buffer_add_text(&out, headline ? headline : "");
	for (size_t i = 0; !sent && i < status->todo_count; i++)
		pmo_buffer_add_format(&out, "%s%s",
				      i ? ", " : "  You still write: ", status->todo[i]);
	if (!sent && status->todo_count)
		pmo_buffer_add_text(&out, ".");
	if (status->undone)
		pmo_buffer_add_format(&out, "  %zu planned, not done.", status->undone);
	cli_say("%s", out.data);
	if (!sent && status->todo_count)
		status_say_where(status);
	pmo_buffer_release(&out);
}

static enum pmo_result print(struct cli *cli, struct pmo_status *status)
{
	struct pmo_document document;
	enum pmo_result result = pmo_status_document(status, &document);
	if (result == PMO_OK)
		result = cli_print_document(cli, &document);
	if (result == PMO_OK && pmo_workspace_settled(cli->workspace) == PMO_OK)
		say_rest(status);
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct status_options *wanted = cli->options;
	struct status_work work;
	bool month;
	int several = wanted->draft + wanted->send + (wanted->override != NULL);
	if (several > 1)
		return cli_usage("--draft, --send and --override are three steps; take one");
	enum pmo_result result = status_period(argc, argv, &month);
	if (result != PMO_OK)
		return result;
	result = status_open(cli, month, &work);
	if (result == PMO_OK && wanted->draft)
		result = status_draft(cli, &work.status);
	else if (result == PMO_OK && wanted->override)
		result = status_override(cli, &work.status, wanted->override);
	else if (result == PMO_OK && wanted->send)
		result = status_send(cli, &work.status, wanted);
	else if (result == PMO_OK)
		result = print(cli, &work.status);
	status_close(&work);
	return result;
}

const struct command status_command = {
	.name = "status",
	.summary = "the status report of the week or month",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.max = 1,
	.takes = TAKES_DOCUMENT | TAKES_CHANGE | TAKES_DRY_RUN,
	.options = options,
	.size = sizeof(struct status_options),
	.usage = "[week|month]",
	.about = "Facts are computed from the records. Summary and comments are yours: they stand\n"
		 "in the report's record (--draft makes it, pmo edit opens it) and stay as you\n"
		 "wrote them.\n\n--send keeps colors, figures and forecasts as they are now; the "
		 "record never\nchanges again, and pmo report verify works them out from the same "
		 "commit.",
	.run = run,
};

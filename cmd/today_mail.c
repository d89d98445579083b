/* The morning screen as a letter. */
#include "today.h"

#include "post.h"

#include <pmo/audience.h>

#include <string.h>

enum { WIDTH = 78 };

/* What the reader may see, of the projects that they are asked for. */
static enum pmo_result choose(const struct today *today, const struct pmo_record *reader,
			      struct today *theirs)
{
	struct pmo_arena *arena = &today->cli->arena;
	*theirs = *today;
	theirs->count = 0;
	theirs->entries = pmo_arena_array(arena, today->count + 1, sizeof(*theirs->entries));
	if (!theirs->entries)
		return PMO_NO_MEMORY;
	bool inside = pmo_audience_of_person(reader) == PMO_AUDIENCE_INTERNAL;
	for (size_t i = 0; i < today->count; i++) {
		const struct today_entry *entry = &today->entries[i];
		const struct pmo_duty *duty = entry->duty;
		bool shown = duty ? pmo_audience_may_tell(reader, duty->record, duty->owner)
				  : inside || !entry->absence;
		if (shown)
			theirs->entries[theirs->count++] = *entry;
	}
	return PMO_OK;
}

static enum pmo_result write_letter(struct today *today, const struct pmo_record *reader,
				    const struct pmo_project *project, bool quiet,
				    struct post *post)
{
	struct cli *cli = today->cli;
	const struct pmo_terminal plain = { .width = WIDTH, .utf8 = true }, kept = cli->terminal;
	struct today theirs;
	char day[PMO_DATE_SIZE], said[PMO_DATE_LONG_SIZE];
	int32_t now = pmo_workspace_world(cli->workspace)->today;
	size_t from = cli->out.length;
	enum pmo_result result = choose(today, reader, &theirs);
	if (result != PMO_OK || (quiet && !theirs.count))
		return result;
	/* What stands above the screen is the project's own: it is for inside. */
	if (pmo_audience_of_person(reader) != PMO_AUDIENCE_INTERNAL)
		theirs.work.project_count = 0;
	cli->terminal = plain;
	result = today_print(&theirs);
	cli->terminal = kept;
	const char *text =
		pmo_arena_copy(&cli->arena, cli->out.data + from, cli->out.length - from);
	pmo_buffer_truncate(&cli->out, from);
	if (result != PMO_OK)
		return result;
	pmo_date_format(now, day);
	pmo_date_format_long(now, PMO_DATE_NONE, said);
	const struct post_letter letter = {
		.to = reader,
		.project = project,
		.name = pmo_arena_format(&cli->arena, "%s-today-%s%s%s", day,
					 today->work.several ? "" : project->handle,
					 today->work.several ? "" : "-", reader->id),
		.subject = pmo_arena_format(&cli->arena, "Today, %s", said),
		.text = text,
	};
	return letter.name && letter.subject && text ? post_add(post, &letter) : PMO_NO_MEMORY;
}

enum pmo_result today_mail(struct today *today, const char *word, bool quiet, bool send)
{
	struct cli *cli = today->cli;
	struct post post = { .cli = cli, .send = send };
	const struct pmo_record *written[8] = { NULL };
	size_t count = 0;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < today->work.project_count; i++) {
		const struct pmo_project *project = today->work.projects[i].project;
		const struct pmo_record *reader = post_person(cli, project, word);
		size_t at = 0;
		while (reader && at < count && strcmp(written[at]->id, reader->id) != 0)
			at++;
		if (!reader || at < count || count == 8)
			continue;
		written[count++] = reader;
		result = write_letter(today, reader, project, quiet, &post);
	}
	if (result == PMO_OK && !count) {
		cli_say("'%s' is nobody in people.yaml, nor a role that project.yaml names", word);
		result = PMO_NOT_FOUND;
	}
	return post_end(&post, result);
}

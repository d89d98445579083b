/* See meeting.h. */
#include "meeting.h"

#include "register.h"

#include <pmo/text.h>

#include <string.h>
#include <unistd.h>

const char *meeting_text(const struct pmo_record *meeting, const char *field)
{
	const char *text = pmo_record_text(meeting, pmo_schema_field(meeting->schema, field));
	return text && *text ? text : NULL;
}

static const struct pmo_moment *moment_of(const struct pmo_record *meeting, const char *field)
{
	struct pmo_value value = pmo_record_get_name(meeting, field);
	return value.presence == PMO_PRESENT && value.kind == PMO_MOMENT ? value.as.moment : NULL;
}

/* `design session`, `design-session` and `design_session` are one kind. */
static bool is_called(struct cli *cli, const char *name, const char *word)
{
	char *plain = name ? pmo_arena_string(&cli->arena, word) : NULL;
	for (char *c = plain; c && *c; c++)
		if (*c == ' ' || *c == '-')
			*c = '_';
	return plain && (pmo_text_compare(name, word) == 0 || pmo_text_compare(name, plain) == 0);
}

/* Whether it may be meant, and how well: the one nearest to today is. */
static bool is_better(const struct pmo_record *meeting, const struct pmo_record *best,
		      enum meeting_which which)
{
	const struct pmo_moment *start = moment_of(meeting, "start");
	const struct pmo_moment *other = best ? moment_of(best, "start") : NULL;
	const char *state = pmo_record_state(meeting)->name;
	if (!start)
		return false;
	int32_t day = pmo_moment_date(start), today = meeting->world->today;
	if (which == MEETING_NEXT)
		return pmo_word_is_in("planned|agenda_sent", state) && day >= today &&
		       (!other || start->minutes < other->minutes);
	return pmo_word_is_in("planned|agenda_sent|held|minutes_draft", state) && day <= today &&
	       (!other || start->minutes > other->minutes);
}

static enum pmo_result find_by_kind(struct cli *cli, const struct pmo_schema *schema,
				    const char *word, enum meeting_which which,
				    const struct pmo_record **meeting)
{
	const struct pmo_project *project;
	struct pmo_records records;
	bool known = !word;
	*meeting = NULL;
	enum pmo_result result = pmo_workspace_need_project(cli->workspace, &project);
	if (result == PMO_OK)
		result = pmo_workspace_records(cli->workspace, project, schema, &records);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++) {
		const struct pmo_record *record = &records.items[i];
		if (record->unreadable || pmo_record_is_void(record) ||
		    (word && !is_called(cli, meeting_text(record, "kind"), word) &&
		     !is_called(cli, meeting_text(record, "series"), word)))
			continue;
		known = true;
		if (is_better(record, *meeting, which))
			*meeting = record;
	}
	if (result != PMO_OK || *meeting)
		return result;
	if (!known)
		return cli_usage("'%s' is no meeting, no kind and no series of any; `pmo meeting` "
				 "lists them",
				 word);
	cli_say(which == MEETING_NEXT ? "no%s%s meeting is to come; pmo meeting add ..."
				      : "no%s%s meeting waits for its minutes",
		word ? " " : "", word ? word : "");
	return PMO_NOT_FOUND;
}

enum pmo_result meeting_find(struct cli *cli, const char *word, enum meeting_which which,
			     const struct pmo_record **meeting)
{
	const struct pmo_schema *schema = pmo_workspace_schema(cli->workspace, "meeting");
	if (!schema)
		return PMO_NO_MEMORY;
	if (!word || !register_is_id(word))
		return find_by_kind(cli, schema, word, which, meeting);
	return cli_find(cli, schema, word, meeting);
}

enum pmo_result meeting_find_again(struct cli *cli, const struct pmo_record **meeting)
{
	const struct pmo_record *old = *meeting;
	const char *id = old->id;
	if (old->project && *old->project->path)
		id = pmo_arena_format(&cli->arena, "%s/%s", old->project->handle, old->id);
	return id ? pmo_workspace_find(cli->workspace, old->schema, id, meeting) : PMO_NO_MEMORY;
}

const char *meeting_page_path(struct cli *cli, const struct pmo_record *meeting)
{
	const char *dot = strrchr(meeting->path, '.');
	size_t length = dot ? (size_t)(dot - meeting->path) : strlen(meeting->path);
	const char *slash = strrchr(meeting->path, '/');
	/* Where all meetings are one file, each page still has its own. */
	if (meeting->schema->table->layout != PMO_LAYOUT_FOLDER ||
	    strncmp(slash ? slash + 1 : meeting->path, meeting->id, strlen(meeting->id)) != 0)
		return pmo_arena_format(&cli->arena, "%.*s-%s.md", (int)length, meeting->path,
					meeting->id);
	return pmo_arena_format(&cli->arena, "%.*s.md", (int)length, meeting->path);
}

enum pmo_result meeting_read_page(struct cli *cli, const struct pmo_record *meeting, char **text,
				  size_t *length)
{
	const char *page = meeting_page_path(cli, meeting);
	const char *path = page ? pmo_arena_format(&cli->arena, "%s/%s",
						   pmo_workspace_root(cli->workspace), page)
				: NULL;
	*text = NULL;
	*length = 0;
	if (!path)
		return PMO_NO_MEMORY;
	if (access(path, F_OK) != 0)
		return PMO_OK;
	return cli_read_file(cli, path, text, length);
}

const char *meeting_when(struct cli *cli, const struct pmo_record *meeting)
{
	const struct pmo_moment *start = moment_of(meeting, "start"),
				*end = moment_of(meeting, "end");
	char day[PMO_DATE_LONG_SIZE];
	if (!start)
		return "no date";
	pmo_date_format_long(pmo_moment_date(start), meeting->world->today, day);
	int from = pmo_moment_minute_of_day(start);
	if (!end)
		return pmo_arena_format(&cli->arena, "%s, %02d:%02d", day, from / 60, from % 60);
	int to = pmo_moment_minute_of_day(end);
	return pmo_arena_format(&cli->arena, "%s, %02d:%02d to %02d:%02d", day, from / 60,
				from % 60, to / 60, to % 60);
}

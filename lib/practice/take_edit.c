/*
 * What answers would change, as lines that a person edits before they are applied:
 *
 *     [CHK-018] V2, reply.eml
 *     TSK-031 percent=45
 *     TSK-031 note=waits for the state
 *     new_issue=fiber permit held
 *
 * A line that is read again goes the way of a line in a reply: only what was asked is taken.
 */
#include "practice/checkin.h"

#include <pmo/text.h>

#include <string.h>

enum { LINE_BYTES = 8000 };

static const char *const kinds[] = {
	[PMO_ANSWER_ESTIMATE] = "estimate", [PMO_ANSWER_VERDICT] = "verdict",
	[PMO_ANSWER_COMMENT] = "comment",   [PMO_ANSWER_COMING] = "coming",
	[PMO_ANSWER_NOTE] = "note",         [PMO_ANSWER_ISSUE] = "new_issue",
	[PMO_ANSWER_RISK] = "new_risk",     [PMO_ANSWER_AWAY] = "away",
};

static const char *name_of(const struct pmo_question *question)
{
	return question->field ? question->field : kinds[question->kind];
}

/* A value in words that the question's reader takes back. */
static void add_value(const struct pmo_answer *answer, struct pmo_buffer *out)
{
	const char *value = answer->value;
	const char *word = strchr(value, ' ');
	if (answer->question->kind == PMO_ANSWER_ESTIMATE) {
		pmo_buffer_add_text(out, strncmp(value, "cost=", 5) == 0 ? "$" : "");
		value = answer->shown;
	} else if (answer->question->kind == PMO_ANSWER_COMING && word) {
		value = strcmp(word, " present") == 0          ? "yes"
			: strcmp(word, " excused") == 0        ? "no"
			: strncmp(word, " delegate ", 10) == 0 ? word + 10
							       : word + 1;
	}
	pmo_text_add_visible(out, value, strlen(value));
}

void pmo_take_write(const struct pmo_take *take, struct pmo_buffer *out)
{
	pmo_buffer_add_text(
		out, "# What the answers change. Take lines out, or change what stands after the\n"
		     "# equals sign; only what somebody was asked can be changed.\n");
	for (size_t r = 0; r < take->reply_count; r++) {
		const struct pmo_taken *reply = &take->replies[r];
		if (reply->refused)
			continue;
		pmo_buffer_add_format(out, "\n[%s] %s, ", reply->checkin->id, reply->owner);
		pmo_text_add_visible(out, reply->source, strlen(reply->source));
		pmo_buffer_add_char(out, '\n');
		for (size_t i = 0; i < take->answer_count; i++) {
			const struct pmo_answer *answer = &take->answers[i];
			if (answer->reply != r || !pmo_answer_is_change(answer))
				continue;
			if (answer->record)
				pmo_buffer_add_format(out, "%s ", answer->record->id);
			pmo_buffer_add_format(out, "%s=", name_of(answer->question));
			add_value(answer, out);
			pmo_buffer_add_char(out, '\n');
		}
	}
}

struct rereading {
	struct pmo_take *take;
	struct pmo_take_fault *fault;
	size_t reply; /* of the heading above; reply_count: none yet */
};

static enum pmo_result refuse(struct rereading *reading, const char *why)
{
	reading->fault->why = why;
	return why ? PMO_INVALID : PMO_NO_MEMORY;
}

/* The reply of a heading: the next one to that check-in, else the first. */
static enum pmo_result read_heading(struct rereading *reading, const char *line)
{
	const struct pmo_take *take = reading->take;
	size_t length = strcspn(line + 1, "]"), count = take->reply_count;
	for (size_t i = 1; i <= count; i++) {
		size_t at = ((reading->reply < count ? reading->reply : count - 1) + i) % count;
		const struct pmo_taken *reply = &take->replies[at];
		if (reply->refused || strlen(reply->checkin->id) != length ||
		    strncmp(reply->checkin->id, line + 1, length) != 0)
			continue;
		reading->reply = at;
		return PMO_OK;
	}
	return refuse(reading, "this heading is of none of the replies");
}

static const struct pmo_record *find_record(const struct rereading *reading, const char *id)
{
	const struct pmo_record *checkin = reading->take->replies[reading->reply].checkin;
	const struct pmo_world *world = checkin->world;
	const struct pmo_record *found = world->find(world->store, checkin, id, NULL);
	bool fits = found && !found->unreadable && found->node &&
		    found->schema->table->scope == PMO_SCOPE_PROJECT && found->project &&
		    found->schema->table->layout != PMO_LAYOUT_SINGLE;
	return fits ? found : NULL;
}

static const struct pmo_question *find_question(const struct pmo_question *questions,
						const char *name)
{
	while (questions->word && strcmp(name_of(questions), name) != 0)
		questions++;
	return questions->word ? questions : NULL;
}

/* What was said before of the same question goes: unchanged, or refused. */
static void forget(const struct rereading *reading, const struct pmo_record *record,
		   const struct pmo_question *question)
{
	struct pmo_take *take = reading->take;
	size_t kept = 0;
	for (size_t i = 0; i < take->answer_count; i++) {
		const struct pmo_answer *answer = &take->answers[i];
		bool same = record && answer->reply == reading->reply && answer->record == record &&
			    answer->question == question;
		if (!same)
			take->answers[kept++] = *answer;
	}
	take->answer_count = kept;
}

/* `TSK-031 percent=45` or `new_issue=...`; nothing behind the sign: it is left out. */
static enum pmo_result read_change(struct rereading *reading, char *line)
{
	struct pmo_arena *arena = pmo_workspace_arena(reading->take->workspace);
	char *equals = strchr(line, '=');
	const struct pmo_record *record = NULL;
	if (!equals)
		return refuse(reading, "no line such as TSK-031 percent=45");
	if (reading->reply == reading->take->reply_count)
		return refuse(reading, "it stands above the first heading, such as [CHK-018]");
	const char *value = equals + 1 + strspn(equals + 1, " "), *name = line;
	while (equals > line && equals[-1] == ' ')
		equals--;
	*equals = '\0';
	char *blank = strchr(line, ' ');
	if (blank) {
		*blank = '\0';
		name = blank + 1 + strspn(blank + 1, " ");
		record = find_record(reading, line);
		if (!record)
			return refuse(reading,
				      pmo_arena_format(arena, "there is no record %.40s", line));
	}
	const struct pmo_question *question =
		find_question(record ? ask_questions(record) : ask_extras, name);
	if (!question)
		return refuse(reading, pmo_arena_format(arena, "'%.40s' is no question about %s",
							name, record ? record->id : "a project"));
	forget(reading, record, question);
	const struct take_line answer = { .take = reading->take,
					  .reply = reading->reply,
					  .record = record,
					  .key = record ? ask_key(record) : "",
					  .line = value };
	return *value ? take_answer(&answer, question, value) : PMO_OK;
}

static enum pmo_result read_lines(struct rereading *reading, const char *text)
{
	struct pmo_arena *arena = pmo_workspace_arena(reading->take->workspace);
	enum pmo_result result = PMO_OK;
	while (result == PMO_OK && *text) {
		size_t length = strcspn(text, "\n");
		char *line = pmo_arena_copy(arena, text, length);
		reading->fault->line++;
		if (!line)
			return PMO_NO_MEMORY;
		if (length > LINE_BYTES)
			return refuse(reading, "it is longer than 8,000 bytes");
		line[strcspn(line, "\r")] = '\0';
		line += strspn(line, " \t");
		if (*line == '[')
			result = read_heading(reading, line);
		else if (*line && *line != '#')
			result = read_change(reading, line);
		text += length + (text[length] == '\n');
	}
	return result;
}

/* All that changes nothing stays as it was said. */
static enum pmo_result keep_others(struct pmo_take *take)
{
	struct pmo_arena *arena = pmo_workspace_arena(take->workspace);
	struct pmo_answer *kept = pmo_arena_array(arena, take->answer_count + 1, sizeof(*kept));
	size_t count = 0;
	if (!kept)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < take->answer_count; i++)
		if (!pmo_answer_is_change(&take->answers[i]))
			kept[count++] = take->answers[i];
	take->answer_capacity = take->answer_count + 1;
	take->answers = kept;
	take->answer_count = count;
	return PMO_OK;
}

enum pmo_result pmo_take_reread(struct pmo_take *take, const char *text,
				struct pmo_take_fault *fault)
{
	const struct pmo_take before = *take;
	struct rereading reading = { .take = take, .fault = fault, .reply = take->reply_count };
	*fault = (struct pmo_take_fault){ 0 };
	enum pmo_result result = keep_others(take);
	if (result == PMO_OK)
		result = read_lines(&reading, text);
	if (result != PMO_OK) {
		*take = before;
		return result;
	}
	take->effect_count = 0;
	take->has_go_live = false;
	take->go_live_days = 0;
	return PMO_OK;
}

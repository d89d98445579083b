/* What replies change, a line a record: the difference, then what it does to the plan. */
#include "take.h"

#include <pmo/text.h>

#include <string.h>

enum { LABEL = 6, GAP = 5 };

size_t take_changes(const struct take_work *work)
{
	size_t count = 0;
	for (size_t i = 0; i < work->take.answer_count; i++)
		count += pmo_answer_is_change(&work->take.answers[i]);
	return count;
}

/* "V2", "QA (DSP)" for who stands in, or the file when nobody is known. */
static void add_label(const struct pmo_taken *reply, struct pmo_buffer *out)
{
	size_t start = out->length;
	if (!reply->owner)
		pmo_text_add_visible(out, reply->source, strlen(reply->source));
	else if (reply->person && strcmp(reply->person->id, reply->owner) != 0)
		pmo_buffer_add_format(out, "%s (%s)", reply->owner, reply->person->id);
	else
		pmo_buffer_add_text(out, reply->owner);
	size_t width = out->length - start;
	pmo_buffer_add_repeat(out, ' ', width < LABEL ? LABEL - width : 2);
}

static void add_said(const struct pmo_answer *answer, struct pmo_buffer *out)
{
	static const char *const names[] = {
		[PMO_ANSWER_ISSUE] = "new issue", [PMO_ANSWER_RISK] = "new risk",
		[PMO_ANSWER_AWAY] = "away",       [PMO_ANSWER_NOTE] = "note",
		[PMO_ANSWER_COMMENT] = "comment", [PMO_ANSWER_TEXT] = "basis"
	};
	size_t kind = answer->question->kind;
	const char *name = kind < sizeof(names) / sizeof(*names) ? names[kind] : NULL;
	if (name)
		pmo_buffer_add_format(out, "%s: ", name);
	pmo_text_add_visible(out, answer->shown, strlen(answer->shown));
}

static const char *effect_of(const struct pmo_take *take, const struct pmo_answer *answer)
{
	for (size_t i = 0; i < take->effect_count; i++)
		if (take->effects[i].record == answer->record &&
		    take->effects[i].reply == answer->reply && answer->record)
			return take->effects[i].text;
	return "";
}

/* A text in as many lines as it takes: what somebody said is agreed to, so all of it shows. */
static void add_wrapped(struct cli *cli, const char *text)
{
	size_t at = 0, width = (size_t)cli->terminal.width;
	while (*text) {
		size_t blanks = strspn(text, " "), length = strcspn(text + blanks, " ");
		size_t cells = pmo_text_width_of(text + blanks, length);
		if (at > LABEL + GAP && at + blanks + cells > width) {
			pmo_buffer_add_format(&cli->out, "\n%*s", LABEL + GAP, "");
			at = LABEL + GAP;
		} else {
			pmo_buffer_add_repeat(&cli->out, ' ', blanks);
			at += blanks;
		}
		pmo_buffer_add(&cli->out, text + blanks, length);
		at += cells;
		text += blanks + length;
	}
}

/* The line, its effect beside it where there is room, else below. */
static void add_line(struct cli *cli, const struct pmo_buffer *line, const char *effect)
{
	size_t width = (size_t)cli->terminal.width, used = pmo_text_width(line->data);
	add_wrapped(cli, line->data);
	if (*effect && used + GAP + pmo_text_width(effect) > width)
		pmo_buffer_add_format(&cli->out, "\n%*s", LABEL + GAP, "");
	else if (*effect)
		pmo_buffer_add_repeat(&cli->out, ' ', GAP);
	pmo_text_add_visible(&cli->out, effect, strlen(effect));
	pmo_buffer_add_char(&cli->out, '\n');
}

/* All that one reply says of one record. */
static void show_record(struct take_work *work, size_t first)
{
	const struct pmo_take *take = &work->take;
	const struct pmo_answer *head = &take->answers[first];
	struct pmo_buffer line;
	bool any = false;
	pmo_buffer_init(&line, 1 << 20);
	add_label(&take->replies[head->reply], &line);
	pmo_buffer_add_format(&line, "%s%s", head->key, *head->key ? "  " : "");
	for (size_t i = first; i < take->answer_count; i++) {
		const struct pmo_answer *answer = &take->answers[i];
		if (answer->reply != head->reply || answer->record != head->record ||
		    !pmo_answer_is_change(answer) || (!head->record && i != first))
			continue;
		pmo_buffer_add_text(&line, any ? ",  " : "");
		add_said(answer, &line);
		any = true;
	}
	if (any)
		add_line(work->cli, &line, effect_of(take, head));
	pmo_buffer_release(&line);
}

static bool is_first(const struct pmo_take *take, size_t index)
{
	const struct pmo_answer *answer = &take->answers[index];
	for (size_t i = 0; answer->record && i < index; i++)
		if (take->answers[i].reply == answer->reply &&
		    take->answers[i].record == answer->record)
			return false;
	return true;
}

static void show_refused(struct take_work *work, const struct pmo_answer *answer)
{
	struct pmo_buffer line;
	pmo_buffer_init(&line, 1 << 20);
	add_label(&work->take.replies[answer->reply], &line);
	pmo_buffer_add_format(&line, "%s %s  not taken, %s: ", answer->key, answer->question->word,
			      answer->refused);
	pmo_text_add_visible(&line, answer->line, strlen(answer->line));
	add_line(work->cli, &line, "");
	pmo_buffer_release(&line);
}

static void show_reply(struct take_work *work, size_t reply)
{
	const struct pmo_take *take = &work->take;
	const struct pmo_taken *taken = &take->replies[reply];
	struct cli *cli = work->cli;
	size_t changes = 0, refused = 0;
	if (taken->refused) {
		struct pmo_buffer line;
		pmo_buffer_init(&line, 1 << 20);
		pmo_text_add_visible(&line, taken->source, strlen(taken->source));
		pmo_buffer_add_format(&line, "  not taken: %s", taken->refused);
		add_line(cli, &line, "");
		pmo_buffer_release(&line);
		return;
	}
	for (size_t i = 0; i < take->answer_count; i++)
		if (take->answers[i].reply == reply && is_first(take, i))
			show_record(work, i);
	for (size_t i = 0; i < take->answer_count; i++) {
		if (take->answers[i].reply != reply)
			continue;
		changes += pmo_answer_is_change(&take->answers[i]);
		if (take->answers[i].refused)
			show_refused(work, &take->answers[i]);
		refused += take->answers[i].refused != NULL;
	}
	if (changes || refused)
		return;
	add_label(taken, &cli->out);
	pmo_buffer_add_text(&cli->out, taken->lines ? "all as it was\n"
						    : "no answer in it: read it yourself\n");
}

/* Asked on this very day: nobody can be said not to answer. */
static bool is_asked_today(const struct pmo_record *checkin)
{
	struct pmo_value day = pmo_record_get_name(checkin, "created");
	return day.presence == PMO_PRESENT && day.kind == PMO_DATE &&
	       day.as.integer == checkin->world->today;
}

static void show_those(struct take_work *work, const struct pmo_record *const *checkins,
		       size_t count, bool today)
{
	struct pmo_buffer *out = &work->cli->out;
	bool any = false;
	for (size_t i = 0; i < count; i++) {
		const struct pmo_schema *schema = checkins[i]->schema;
		const char *owner = pmo_record_text(checkins[i], schema->owner);
		const char *sent_to =
			pmo_record_text(checkins[i], pmo_schema_field(schema, "sent_to"));
		if (is_asked_today(checkins[i]) != today)
			continue;
		pmo_buffer_add_text(out, any ? ", " : today ? "Asked today: " : "No answer: ");
		pmo_buffer_add_text(out, owner ? owner : checkins[i]->id);
		if (sent_to)
			pmo_buffer_add_format(out, " (%s)", sent_to);
		any = true;
	}
	if (any)
		pmo_buffer_add_char(out, '\n');
}

static enum pmo_result show_unanswered(struct take_work *work)
{
	const struct pmo_record **checkins;
	size_t count;
	enum pmo_result result = pmo_take_unanswered(&work->take, &checkins, &count);
	if (result != PMO_OK)
		return result;
	show_those(work, checkins, count, false);
	show_those(work, checkins, count, true);
	return PMO_OK;
}

enum pmo_result take_show(struct take_work *work)
{
	const struct pmo_take *take = &work->take;
	for (size_t i = 0; i < take->reply_count; i++)
		show_reply(work, i);
	for (size_t i = 0; i < take->effect_count; i++)
		if (!take->effects[i].record && *take->effects[i].text)
			pmo_buffer_add_format(&work->cli->out, "Together: %s\n",
					      take->effects[i].text);
	return show_unanswered(work);
}

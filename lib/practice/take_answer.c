/* Keeping answers: what was asked, once each; lines of people's own taken apart. */
#include "practice/checkin.h"

#include <pmo/text.h>

#include <string.h>

enum { PIECES = 4000 };

/* Whether a check-in asks about a record; one made by hand asks about what is its owner's. */
static bool is_asked(const struct pmo_record *checkin, const struct pmo_record *record)
{
	struct pmo_value asked = pmo_record_get_name(checkin, "asked");
	const char *owner = pmo_record_text(checkin, checkin->schema->owner);
	if (!pmo_value_is_present(&asked)) {
		const char *own = record->schema->owner >= 0
					  ? pmo_record_text(record, record->schema->owner)
					  : NULL;
		return own && owner && strcmp(own, owner) == 0 && pmo_record_is_open(record);
	}
	for (uint32_t i = 0; i < asked.count; i++)
		if (asked.as.items[i].presence == PMO_PRESENT &&
		    strcmp(asked.as.items[i].as.text, record->id) == 0)
			return true;
	return false;
}

/* The answer to the same question, or NULL. */
static struct pmo_answer *find_answer(const struct take_line *line,
				      const struct pmo_question *question)
{
	struct pmo_take *take = line->take;
	for (size_t i = 0; line->record && i < take->answer_count; i++) {
		struct pmo_answer *there = &take->answers[i];
		if (there->reply == line->reply && there->record == line->record &&
		    there->question == question)
			return there;
	}
	return NULL;
}

static const char *why_not(const struct take_line *line)
{
	const struct pmo_taken *reply = &line->take->replies[line->reply];
	struct pmo_arena *arena = pmo_workspace_arena(line->take->workspace);
	if (!line->record)
		return NULL;
	if (!is_asked(reply->checkin, line->record))
		return pmo_arena_format(arena, "not asked of %s", reply->owner);
	return pmo_record_is_void(line->record) ? "it is void" : NULL;
}

enum pmo_result take_answer(const struct take_line *line, const struct pmo_question *question,
			    const char *text)
{
	struct pmo_take *take = line->take;
	struct pmo_arena *arena = pmo_workspace_arena(take->workspace);
	struct pmo_taken *reply = &take->replies[line->reply];
	struct pmo_answer *there = find_answer(line, question);
	/* What was quoted is older; of two that stand alike the first one is newer. */
	if (there && there->depth <= line->depth)
		return PMO_OK;
	struct pmo_answer answer = {
		.reply = line->reply,
		.record = line->record,
		.key = line->key,
		.question = question,
		.line = take_words(arena, line->line, 200),
		.refused = why_not(line),
		.depth = line->depth,
	};
	struct take_value read = {
		.arena = arena,
		.record = line->record ? line->record : reply->checkin,
		.question = question,
		.person = reply->owner,
	};
	if (!answer.refused && !take_value_read(&read, text))
		answer.refused = read.why;
	answer.value = read.value;
	answer.shown = read.shown;
	reply->lines++;
	if (!answer.line)
		return PMO_NO_MEMORY;
	if (there) {
		*there = answer;
		return PMO_OK;
	}
	struct pmo_answer *grown = pmo_arena_grow(arena, take->answers, take->answer_count,
						  &take->answer_capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	take->answers = grown;
	grown[take->answer_count++] = answer;
	return PMO_OK;
}

static const struct pmo_question *question_of(const struct take_line *line,
					      enum pmo_answer_kind kind)
{
	const struct pmo_question *question = ask_questions(line->record);
	while (question->word && question->kind != kind)
		question++;
	return question->word ? question : NULL;
}

/* A line of somebody's own; what was understood is blanked out. */
struct own_line {
	const struct take_line *line;
	char *text;
	size_t understood;
};

static enum pmo_result use(struct own_line *own, const struct pmo_question *question, size_t start,
			   size_t length)
{
	struct pmo_arena *arena = pmo_workspace_arena(own->line->take->workspace);
	char *piece = pmo_arena_copy(arena, own->text + start, length);
	if (!piece)
		return PMO_NO_MEMORY;
	memset(own->text + start, ' ', length);
	own->understood++;
	return take_answer(own->line, question, piece);
}

static bool is_at_word(const char *text, size_t at)
{
	return !at || !(pmo_ascii_is_alnum(text[at - 1]) || text[at - 1] == '.' ||
			text[at - 1] == '-' || text[at - 1] == '/');
}

/* The length of one of the words at a place, or 0. */
static size_t word_at(const char *text, const char *const *words)
{
	for (; *words; words++) {
		size_t length = 0;
		while ((*words)[length] && pmo_ascii_to_lower(text[length]) == (*words)[length])
			length++;
		if (!(*words)[length] && !pmo_ascii_is_alnum(text[length]))
			return length;
	}
	return 0;
}

/* `45 %` and `10 days left` in a line. */
static enum pmo_result use_numbers(struct own_line *own)
{
	static const char *const shares[] = { "%", "percent", "pct", NULL };
	static const char *const units[] = {
		"d",     "day",  "days", "wd",    "working days", "h",
		"hours", "hour", "w",    "weeks", "week",         NULL
	};
	static const char *const tails[] = { " left", " remaining", " to go", NULL };
	const struct pmo_question *percent = question_of(own->line, PMO_ANSWER_PERCENT);
	const struct pmo_question *span = question_of(own->line, PMO_ANSWER_SPAN);
	enum pmo_result result = PMO_OK;
	for (size_t at = 0; percent && span && result == PMO_OK && own->text[at]; at++) {
		if (!pmo_ascii_is_digit(own->text[at]) || !is_at_word(own->text, at))
			continue;
		size_t number = strspn(own->text + at, "0123456789.");
		size_t blanks = strspn(own->text + at + number, " ");
		const char *behind = own->text + at + number + blanks;
		size_t unit = word_at(behind, shares);
		size_t length = number + blanks + unit;
		if (unit)
			result = use(own, percent, at, length);
		else if ((unit = word_at(behind, units)))
			result = use(own, span, at,
				     number + blanks + unit + word_at(behind + unit, tails));
	}
	return result;
}

/* `done`, `finished Nov 18`; not after `not`. */
static enum pmo_result use_done(struct own_line *own)
{
	static const char *const words[] = { "done", "finished", "complete", "completed", NULL };
	const struct pmo_question *question = question_of(own->line, PMO_ANSWER_DONE);
	const struct pmo_world *world = own->line->record->world;
	const struct pmo_date_context context = { world->today, world->calendar };
	for (const struct pmo_question *each = ask_questions(own->line->record);
	     !question && each->word; each++)
		if (each->kind == PMO_ANSWER_WHEN && strcmp(each->field, "actual_finish") == 0)
			question = each;
	for (size_t at = 0; question && own->text[at]; at++) {
		size_t length = is_at_word(own->text, at) ? word_at(own->text + at, words) : 0;
		bool denied = at >= 4 && pmo_text_contains(own->text, "not ");
		int32_t date;
		if (!length || denied)
			continue;
		size_t blanks = strspn(own->text + at + length, " ");
		const char *behind = own->text + at + length + blanks;
		size_t on = strncmp(behind, "on ", 3) == 0 ? 3 : 0;
		size_t day = pmo_date_scan(&context, behind + on, strlen(behind + on), &date);
		if (!day)
			return use(own, question, at, length);
		memset(own->text + at, ' ', length);
		return use(own, question, at + length + blanks + on, day);
	}
	return PMO_OK;
}

/* `by Dec 1`, `until fri`, `due 12/1` */
static enum pmo_result use_date(struct own_line *own)
{
	static const char *const words[] = { "by", "until", "due", "expected", "on", NULL };
	const struct pmo_question *question = question_of(own->line, PMO_ANSWER_DATE);
	const struct pmo_world *world = own->line->record->world;
	const struct pmo_date_context context = { world->today, world->calendar };
	for (size_t at = 0; question && own->text[at]; at++) {
		size_t length = is_at_word(own->text, at) ? word_at(own->text + at, words) : 0;
		int32_t date;
		if (!length)
			continue;
		size_t start = at + length + strspn(own->text + at + length, " ");
		size_t day = pmo_date_scan(&context, own->text + start, strlen(own->text + start),
					   &date);
		if (!day)
			continue;
		memset(own->text + at, ' ', length);
		return use(own, question, start, day);
	}
	return PMO_OK;
}

/* Answers that are the whole line: an estimate, a verdict, whether somebody comes. */
static enum pmo_result use_whole(struct own_line *own)
{
	static const enum pmo_answer_kind kinds[] = { PMO_ANSWER_ESTIMATE, PMO_ANSWER_VERDICT,
						      PMO_ANSWER_COMING };
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		const struct pmo_question *question = question_of(own->line, kinds[i]);
		struct take_value read = {
			.arena = pmo_workspace_arena(own->line->take->workspace),
			.record = own->line->record,
			.question = question,
			.person = own->line->take->replies[own->line->reply].owner,
		};
		if (question && take_value_read(&read, own->text))
			return use(own, question, 0, strlen(own->text));
	}
	return PMO_OK;
}

/* What stands between answers and is none: `40 % and 13 days left`. */
static size_t joining_word(const char *text)
{
	static const char *const words[] = { "and", "with", "plus", "is",  "are", "at",
					     "now", "then", "also", "but", "so",  NULL };
	return word_at(text, words);
}

/* Letters of words that say something. */
static size_t count_letters(const char *text)
{
	size_t letters = 0;
	for (size_t at = 0; text[at]; at++) {
		size_t skipped = is_at_word(text, at) ? joining_word(text + at) : 0;
		if (skipped)
			at += skipped - 1;
		else
			letters += pmo_ascii_is_alpha(text[at]) || (unsigned char)text[at] >= 0x80;
	}
	return letters;
}

/* What is left of the line is a remark, when it has words. */
static enum pmo_result use_rest(struct own_line *own)
{
	const struct pmo_question *note = question_of(own->line, PMO_ANSWER_NOTE);
	struct pmo_arena *arena = pmo_workspace_arena(own->line->take->workspace);
	const char *rest = take_words(arena, own->text, PIECES);
	if (!rest)
		return PMO_NO_MEMORY;
	rest += strspn(rest, " ,;:.-()");
	if (count_letters(rest) < 3)
		return PMO_OK;
	if (!note)
		note = question_of(own->line, PMO_ANSWER_COMMENT);
	return note ? take_answer(own->line, note, rest) : PMO_OK;
}

enum pmo_result take_free(const struct take_line *line, const char *text)
{
	struct own_line own = { .line = line };
	own.text = pmo_arena_string(pmo_workspace_arena(line->take->workspace), text);
	enum pmo_result result = own.text ? use_whole(&own) : PMO_NO_MEMORY;
	if (result == PMO_OK)
		result = use_numbers(&own);
	if (result == PMO_OK)
		result = use_done(&own);
	if (result == PMO_OK)
		result = use_date(&own);
	return result == PMO_OK ? use_rest(&own) : result;
}

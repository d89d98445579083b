/*
 * The lines of a reply. A line of the form is known by what it begins with, wherever it stands
 * and however often it was quoted; lines of people's own count only where they are new.
 */
#include "practice/checkin.h"

#include "base/map.h"

#include <pmo/text.h>

#include <string.h>

enum { LINES = 20000, LINE_BYTES = 8000, NEW_RECORDS = 40, KEY = 24, WRAPPED = 55 };

struct scan {
	struct pmo_take *take;
	size_t reply;
	struct map codes;
	/* A line whose answer stands below it. */
	const struct pmo_record *pending;
	const struct pmo_question *question;
	const char *key;
	unsigned depth;
	struct {
		const struct pmo_question *question; /* NULL: no text is open */
		const struct pmo_record *record;     /* NULL: one of the extras */
		const char *key, *text;
		unsigned depth;
		size_t last; /* bytes of the last line: a long one was broken by a program */
	} open;
};

/* A line without its quoting, dashes and dots before it; its depth. */
static const char *strip(const char *line, unsigned *depth)
{
	*depth = 0;
	for (;; line++) {
		if (*line == '>' || *line == '|')
			++*depth;
		else if (strncmp(line, "\xe2\x80\xa2", 3) == 0)
			line += 2;
		else if (*line != ' ' && *line != '\t' && *line != '*' &&
			 !(*line == '-' && line[1] == ' '))
			return line;
	}
}

/* The length of a key at the start of a line: `5.4`, `ACT-011`, `M5`; 0: it has none. */
static size_t key_length(const char *line)
{
	size_t length = 0;
	while (length < KEY && (pmo_ascii_is_alnum(line[length]) || strchr(".-_", line[length])) &&
	       line[length])
		length++;
	while (length && strchr(".-_", line[length - 1]))
		length--;
	bool ends = !line[length] || strchr(" \t:,=", line[length]);
	size_t digits = strcspn(line, "0123456789");
	return ends && digits < length ? length : 0;
}

static char *lower(struct pmo_arena *arena, const char *text)
{
	char *copy = pmo_arena_string(arena, text);
	for (char *c = copy; c && *c; c++)
		*c = pmo_ascii_to_lower(*c);
	return copy;
}

/* Tasks and milestones by the codes that people say. */
static enum pmo_result list_codes(struct scan *scan)
{
	static const char *const registers[] = { "task", "milestone" };
	struct pmo_arena *arena = pmo_workspace_arena(scan->take->workspace);
	enum pmo_result result = PMO_OK;
	map_init(&scan->codes, arena);
	for (size_t r = 0; result == PMO_OK && r < 2; r++) {
		struct pmo_records records = { 0 };
		const struct pmo_schema *schema =
			pmo_workspace_schema(scan->take->workspace, registers[r]);
		if (!schema)
			return PMO_NO_MEMORY;
		result = pmo_workspace_records(scan->take->workspace, scan->take->project, schema,
					       &records);
		int wbs = pmo_schema_field(schema, "wbs");
		for (size_t i = 0; result == PMO_OK && i < records.count; i++) {
			const struct pmo_record *record = &records.items[i];
			const char *code = record->unreadable ? NULL : pmo_record_text(record, wbs);
			const char *key = code ? lower(arena, code) : NULL;
			if (code && (!key || map_put(&scan->codes, key, (void *)record) != PMO_OK))
				result = PMO_NO_MEMORY;
		}
	}
	return result;
}

static const struct pmo_record *find_record(const struct scan *scan, const char *key)
{
	const struct pmo_record *checkin = scan->take->replies[scan->reply].checkin;
	const struct pmo_world *world = checkin->world;
	const char *code = lower(pmo_workspace_arena(scan->take->workspace), key);
	const struct pmo_record *found = code ? map_get(&scan->codes, code) : NULL;
	if (!found && strchr(key, '-'))
		found = world->find(world->store, checkin, key, NULL);
	bool fits = found && !found->unreadable && found->node &&
		    found->schema->table->scope == PMO_SCOPE_PROJECT && found->project &&
		    found->schema->table->layout != PMO_LAYOUT_SINGLE;
	return fits ? found : NULL;
}

static bool is_same_words(const char *text, size_t length, const char *words)
{
	for (size_t i = 0; i < length; i++)
		if (!words[i] || pmo_ascii_to_lower(text[i]) != pmo_ascii_to_lower(words[i]))
			return false;
	return words[length] == '\0' || words[length] == '|';
}

/* Which question a colon's words ask; NULL: none. */
static const struct pmo_question *find_question(const struct pmo_question *questions,
						const char *text, size_t length)
{
	while (length && (*text == ' ' || *text == '\t')) {
		text++;
		length--;
	}
	while (length && text[length - 1] == ' ')
		length--;
	for (const struct pmo_question *question = questions; length && question->word;
	     question++) {
		const char *words = question->words;
		if (is_same_words(text, length, question->word))
			return question;
		while (words && *words) {
			if (is_same_words(text, length, words))
				return question;
			words = strchr(words, '|');
			words = words ? words + 1 : NULL;
		}
	}
	return NULL;
}

/* What stands behind the colon, without the lines that people write on. */
static const char *value_behind(struct pmo_arena *arena, const char *colon)
{
	const char *value = take_words(arena, colon + 1, LINE_BYTES);
	if (!value)
		return NULL;
	value += strspn(value, "_. ");
	size_t length = strlen(value);
	while (length && value[length - 1] == '_')
		length--;
	return pmo_arena_copy(arena, value, length);
}

static enum pmo_result answer_extra(struct scan *scan, const struct pmo_question *question,
				    const char *value, unsigned depth)
{
	struct pmo_take *take = scan->take;
	size_t count = 0;
	for (size_t i = 0; i < take->answer_count; i++) {
		const struct pmo_answer *there = &take->answers[i];
		if (there->reply != scan->reply || there->record)
			continue;
		count++;
		if (there->question == question && there->value && strcmp(there->line, value) == 0)
			return PMO_OK;
	}
	const struct take_line line = {
		.take = take, .reply = scan->reply, .key = "", .line = value, .depth = depth
	};
	return count < NEW_RECORDS ? take_answer(&line, question, value) : PMO_OK;
}

static bool is_text(const struct pmo_question *question)
{
	static const enum pmo_answer_kind kinds[] = { PMO_ANSWER_NOTE, PMO_ANSWER_COMMENT,
						      PMO_ANSWER_TEXT, PMO_ANSWER_ISSUE,
						      PMO_ANSWER_RISK };
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (question->kind == kinds[i])
			return true;
	return false;
}

/* A text is complete when a line says something else, or nothing. */
static enum pmo_result close_text(struct scan *scan)
{
	const struct pmo_question *question = scan->open.question;
	const struct take_line line = { .take = scan->take,
					.reply = scan->reply,
					.record = scan->open.record,
					.key = scan->open.key,
					.line = scan->open.text,
					.depth = scan->open.depth };
	scan->open.question = NULL;
	if (!question)
		return PMO_OK;
	if (!line.record)
		return answer_extra(scan, question, line.line, line.depth);
	return take_answer(&line, question, line.line);
}

static void open_text(struct scan *scan, const struct take_line *line,
		      const struct pmo_question *question)
{
	scan->open.question = question;
	scan->open.record = line->record;
	scan->open.key = line->key;
	scan->open.text = line->line;
	scan->open.depth = line->depth;
	scan->open.last = strlen(line->line);
}

/* `Pat Coordinator <pc@x.gov> wrote:`, what the form says of an item, its rulers. */
static bool is_between(const char *text)
{
	size_t length = strlen(text);
	while (length && text[length - 1] == ' ')
		length--;
	return *text == '(' || strncmp(text, "--", 2) == 0 || strncmp(text, "__", 2) == 0 ||
	       (length && text[length - 1] == ':' && strpbrk(text, "@<,"));
}

/*
 * Whether a line goes on with the text above it: people type on below the first line, and
 * their programs break long ones, with or without the mark of what is quoted. A title goes
 * on only where a program broke it.
 */
static bool goes_on(const struct scan *scan, const char *text, unsigned depth)
{
	const struct pmo_question *question = scan->open.question;
	bool is_title = question &&
			(question->kind == PMO_ANSWER_ISSUE || question->kind == PMO_ANSWER_RISK);
	size_t length = key_length(text);
	if (!question || depth > scan->open.depth || is_between(text) ||
	    (is_title && scan->open.last < WRAPPED))
		return false;
	char *key = pmo_arena_copy(pmo_workspace_arena(scan->take->workspace), text, length);
	return key && !(length && find_record(scan, key));
}

static enum pmo_result go_on(struct scan *scan, const char *text)
{
	struct pmo_arena *arena = pmo_workspace_arena(scan->take->workspace);
	const char *words = take_words(arena, text, LINE_BYTES);
	if (!words || strlen(scan->open.text) + strlen(words) > LINE_BYTES)
		return words ? close_text(scan) : PMO_NO_MEMORY;
	scan->open.text = pmo_arena_format(arena, "%s %s", scan->open.text, words);
	scan->open.last = strlen(words);
	return scan->open.text ? PMO_OK : PMO_NO_MEMORY;
}

/* A line of the form, or one that looks like it. *is_form: it needs no second look. */
static enum pmo_result read_form_line(struct scan *scan, const char *text, unsigned depth,
				      bool *is_form)
{
	struct pmo_arena *arena = pmo_workspace_arena(scan->take->workspace);
	const char *colon = strchr(text, ':');
	size_t length = key_length(text);
	*is_form = false;
	if (!colon || colon - text > 80)
		return PMO_OK;
	const struct pmo_question *question =
		find_question(ask_extras, text, (size_t)(colon - text));
	const struct pmo_record *record = NULL;
	const char *key = "";
	if (!question && length && (size_t)(colon - text) > length) {
		key = pmo_arena_copy(arena, text, length);
		record = key ? find_record(scan, key) : NULL;
		question = record ? find_question(ask_questions(record), text + length,
						  (size_t)(colon - text) - length)
				  : NULL;
	}
	if (!question)
		return PMO_OK;
	*is_form = true;
	enum pmo_result result = close_text(scan);
	const char *value = value_behind(arena, colon);
	if (!value || result != PMO_OK)
		return value ? result : PMO_NO_MEMORY;
	if (!*value && record) {
		scan->pending = record;
		scan->question = question;
		scan->key = key;
		scan->depth = depth;
	}
	if (!*value)
		return PMO_OK;
	const struct take_line line = { scan->take, scan->reply, record, key, value, depth };
	if (is_text(question)) {
		open_text(scan, &line, question);
		scan->open.last = strlen(text);
		return PMO_OK;
	}
	return record ? take_answer(&line, question, value)
		      : answer_extra(scan, question, value, depth);
}

/* An answer on the line below, as some type it under what is quoted. */
static enum pmo_result read_below(struct scan *scan, const char *text, unsigned depth)
{
	struct pmo_arena *arena = pmo_workspace_arena(scan->take->workspace);
	const char *words = take_words(arena, text, LINE_BYTES);
	struct take_value read = {
		.arena = arena,
		.record = scan->pending,
		.question = scan->question,
		.person = scan->take->replies[scan->reply].owner,
	};
	const struct take_line line = { scan->take, scan->reply, scan->pending,
					scan->key,  words,       depth };
	bool below = scan->pending && depth < scan->depth && words && *words;
	scan->pending = NULL;
	if (!below || !take_value_read(&read, words))
		return PMO_OK;
	if (!is_text(scan->question))
		return take_answer(&line, scan->question, words);
	open_text(scan, &line, scan->question);
	return PMO_OK;
}

static enum pmo_result read_line(struct scan *scan, const char *text, unsigned depth)
{
	bool is_form;
	if (!*text)
		return close_text(scan);
	enum pmo_result result = read_form_line(scan, text, depth, &is_form);
	if (result != PMO_OK || is_form)
		return result;
	if (goes_on(scan, text, depth))
		return go_on(scan, text);
	result = close_text(scan);
	return result == PMO_OK ? read_below(scan, text, depth) : result;
}

/* The form's own line `5.4  Title`, where a mail program did not mark it as quoted. */
static bool is_heading(const struct pmo_record *record, const char *text)
{
	const char *title = pmo_record_text(record, record->schema->title);
	size_t length = strlen(text);
	return title && length && strncmp(title, text, length) == 0;
}

static enum pmo_result read_free_line(struct scan *scan, const char *text, unsigned depth)
{
	struct pmo_arena *arena = pmo_workspace_arena(scan->take->workspace);
	size_t length = key_length(text);
	const char *colon = strchr(text, ':');
	const char *key = length ? pmo_arena_copy(arena, text, length) : NULL;
	const struct pmo_record *record = key ? find_record(scan, key) : NULL;
	if (!record)
		return PMO_OK;
	if (colon &&
	    find_question(ask_questions(record), text + length, (size_t)(colon - text) - length))
		return PMO_OK; /* a line of the form */
	const char *rest = text + length + strspn(text + length, " :,=\t");
	const char *words = take_words(arena, rest, LINE_BYTES);
	const struct take_line line = { scan->take, scan->reply, record, key, words, depth };
	if (!words)
		return PMO_NO_MEMORY;
	return !*words || is_heading(record, words) ? PMO_OK : take_free(&line, words);
}

static enum pmo_result each_line(struct scan *scan, const char *text,
				 enum pmo_result (*read)(struct scan *scan, const char *text,
							 unsigned depth))
{
	struct pmo_arena *arena = pmo_workspace_arena(scan->take->workspace);
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && *text && i < LINES; i++) {
		size_t length = strcspn(text, "\n");
		size_t taken = length < LINE_BYTES ? length : LINE_BYTES;
		unsigned depth;
		char *line = pmo_arena_copy(arena, text, taken);
		if (!line)
			return PMO_NO_MEMORY;
		for (char *c = line; *c; c++)
			if (*c == '\r' || *c == '\t')
				*c = ' ';
		const char *stripped = strip(line, &depth);
		result = read(scan, stripped, depth);
		text += length + (text[length] == '\n');
	}
	return result;
}

enum pmo_result take_lines(struct pmo_take *take, size_t reply, const char *text, const char *fresh)
{
	struct scan scan = { .take = take, .reply = reply };
	enum pmo_result result = list_codes(&scan);
	if (result == PMO_OK)
		result = each_line(&scan, text, read_line);
	if (result == PMO_OK)
		result = close_text(&scan);
	return result == PMO_OK ? each_line(&scan, fresh, read_free_line) : result;
}

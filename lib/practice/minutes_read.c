/* A page of notes is taken apart: which lines are marks, and of which item the others are. */
#include "practice/minutes.h"

#include <pmo/text.h>

#include <string.h>

enum { HEAD_MOST = 80 };

/* Words that begin a mark. Longer ones come before those that begin like them. */
static const struct {
	const char *word;
	enum pmo_mark mark;
	bool needs_colon; /* right behind the word */
	bool loud_only;
} words[] = {
	{ "action item", PMO_MARK_ACTION, false, false },
	{ "action", PMO_MARK_ACTION, false, false },
	{ "todo", PMO_MARK_ACTION, false, false },
	{ "act", PMO_MARK_ACTION, false, true },
	{ "decision", PMO_MARK_DECISION, false, false },
	{ "decided", PMO_MARK_DECISION, true, false },
	{ "agreed", PMO_MARK_DECISION, true, false },
	{ "dec", PMO_MARK_DECISION, false, true },
	{ "issue", PMO_MARK_ISSUE, false, false },
	{ "iss", PMO_MARK_ISSUE, false, true },
	{ "risk", PMO_MARK_RISK, false, false },
	{ "rsk", PMO_MARK_RISK, false, true },
	{ "feedback", PMO_MARK_FEEDBACK, false, false },
	{ "key takeaway", PMO_MARK_TAKEAWAY, false, false },
	{ "takeaway", PMO_MARK_TAKEAWAY, false, false },
	{ "take-away", PMO_MARK_TAKEAWAY, false, false },
	{ "motion", PMO_MARK_MOTION, false, false },
	{ "correction", PMO_MARK_CORRECTION, false, false },
	{ "present", PMO_MARK_PRESENT, true, false },
	{ "attendees", PMO_MARK_PRESENT, true, false },
	{ "attended", PMO_MARK_PRESENT, true, false },
	{ "remote", PMO_MARK_REMOTE, true, false },
	{ "excused", PMO_MARK_EXCUSED, true, false },
	{ "absent", PMO_MARK_ABSENT, true, false },
	{ "regrets", PMO_MARK_EXCUSED, true, false },
	{ "prior minutes", PMO_MARK_PRIOR, true, false },
	{ "adjourned", PMO_MARK_ADJOURNED, true, false },
	{ "next meeting", PMO_MARK_NEXT, true, false },
};

const char *pmo_mark_name(enum pmo_mark mark)
{
	static const char *const names[PMO_MARK_COUNT] = {
		"note",   "blank",    "heading",  "action",        "decision",   "issue",
		"risk",   "feedback", "takeaway", "motion",        "correction", "present",
		"remote", "excused",  "absent",   "prior minutes", "adjourned",  "next meeting",
	};
	return mark < PMO_MARK_COUNT ? names[mark] : "";
}

/* What is read: the page, and where in it we are. */
struct reading {
	struct pmo_arena *arena;
	struct pmo_minutes_sheet *sheet;
	const char *const *topics;
	size_t topic_count;
	int item;
	bool is_comment;
	bool in_takeaways;
	bool failed;
};

/* UTF-8 without controls, lines ended by LF. */
static enum pmo_result clean(struct pmo_arena *arena, const char *bytes, size_t length,
			     struct pmo_minutes_sheet *sheet)
{
	struct pmo_buffer out;
	size_t at = length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	pmo_buffer_init(&out, (size_t)4 * PMO_SHEET_LIMIT);
	while (at < length) {
		uint32_t character;
		size_t size = pmo_text_next(bytes + at, length - at, &character);
		unsigned char byte = (unsigned char)bytes[at];
		bool bad = size == 1 && byte >= 0x80;
		bool ends = byte == '\r' && (at + 1 == length || bytes[at + 1] != '\n');
		at += size ? size : 1;
		if (bad)
			character = byte;
		if (ends)
			character = '\n';
		if (character == '\n')
			pmo_buffer_add_char(&out, '\n');
		else if (character == '\t' || character == 0xa0)
			pmo_buffer_add_char(&out, ' ');
		else if (character >= 0x20 && !pmo_text_is_hidden(character))
			pmo_text_add_character(&out, character);
	}
	sheet->text = out.failed ? NULL : pmo_arena_copy(arena, out.data, out.length);
	sheet->length = out.length;
	pmo_buffer_release(&out);
	return sheet->text ? PMO_OK : PMO_NO_MEMORY;
}

static char *trimmed(struct reading *reading, const char *text, size_t length)
{
	while (length && (*text == ' ' || *text == '*' || *text == '_')) {
		text++;
		length--;
	}
	while (length && strchr(" *_", text[length - 1]))
		length--;
	char *copy = pmo_arena_copy(reading->arena, text, length);
	reading->failed |= !copy;
	return copy;
}

/* Blanks, quoting, bullets and check boxes before the words. */
static size_t skip_bullet(const char *text, size_t length, bool *is_bullet)
{
	size_t at = 0;
	*is_bullet = false;
	while (at < length && strchr(" >", text[at]))
		at++;
	if (at + 1 < length && strchr("-*+", text[at]) && text[at + 1] == ' ') {
		*is_bullet = true;
		at += 2;
	} else if (length - at >= 4 && memcmp(text + at, "\xe2\x80\xa2 ", 4) == 0) {
		*is_bullet = true;
		at += 4;
	}
	while (at < length && text[at] == ' ')
		at++;
	if (length - at >= 4 && text[at] == '[' && strchr(" xX", text[at + 1]) &&
	    text[at + 2] == ']' && text[at + 3] == ' ')
		at += 4;
	while (at < length && strchr("*_ ", text[at]))
		at++;
	return at;
}

/* A number and a dot, before a mark's word: `3. ACTION ...`. */
static size_t skip_number(const char *text, size_t length)
{
	size_t at = 0;
	while (at < length && pmo_ascii_is_digit(text[at]))
		at++;
	if (!at || at + 1 >= length || !strchr(".)", text[at]) || text[at + 1] != ' ')
		return 0;
	return at + 2;
}

static bool word_at(const char *text, size_t length, const char *word, bool *is_loud)
{
	size_t i = 0;
	*is_loud = true;
	for (; word[i]; i++) {
		if (i == length || pmo_ascii_to_lower(text[i]) != word[i])
			return false;
		if (pmo_ascii_is_lower(text[i]))
			*is_loud = false;
	}
	return i == length || strchr(" :*_.,;-", text[i]) || (text[i] & 0x80);
}

/* `[ACT-015]` at the end; *length becomes what is before it. */
static const char *take_id(struct reading *reading, const char *text, size_t *length)
{
	size_t end = *length, at, letters = 0, digits = 0;
	while (end && text[end - 1] == ' ')
		end--;
	if (!end || text[end - 1] != ']')
		return NULL;
	for (at = end - 1; at && text[at - 1] != '['; at--)
		if (end - at > 24)
			return NULL;
	if (!at)
		return NULL;
	const char *id = text + at;
	size_t size = end - 1 - at;
	while (letters < size && pmo_ascii_is_upper(id[letters]))
		letters++;
	if (!letters || letters == size || id[letters] != '-')
		return NULL;
	for (size_t i = letters + 1; i < size; i++)
		digits += pmo_ascii_is_digit(id[i]);
	if (!digits || digits != size - letters - 1)
		return NULL;
	for (at--; at && text[at - 1] == ' '; at--)
		;
	*length = at;
	char *copy = pmo_arena_copy(reading->arena, id, size);
	reading->failed |= !copy;
	return copy;
}

/* Where the colon between head and text stands; length: there is none. */
static size_t find_colon(const char *text, size_t length)
{
	for (size_t i = 0; i < length && i < HEAD_MOST; i++) {
		bool time = i && i + 1 < length && pmo_ascii_is_digit(text[i - 1]) &&
			    pmo_ascii_is_digit(text[i + 1]);
		bool link = i + 2 < length && text[i + 1] == '/' && text[i + 2] == '/';
		if (text[i] == ':' && !time && !link)
			return i;
	}
	return length;
}

/* `next meeting Dec 1 10:00`, `adjourned at 10:50`: a few words that end in a time of day. */
static bool says_time(enum pmo_mark mark, const char *text, size_t length)
{
	size_t words_before = 0, at = length;
	bool is_time = false;
	if ((mark != PMO_MARK_NEXT && mark != PMO_MARK_ADJOURNED) || !length || *text != ' ')
		return false;
	while (at && strchr(" .", text[at - 1]))
		at--;
	if (at > 2 && strchr("mM", text[at - 1]) && strchr("aApP", text[at - 2]))
		is_time = pmo_ascii_is_digit(text[at - 3]) || text[at - 3] == ' ';
	else if (at > 3 && pmo_ascii_is_digit(text[at - 1]) && pmo_ascii_is_digit(text[at - 2]))
		is_time = text[at - 3] == ':' && pmo_ascii_is_digit(text[at - 4]);
	for (size_t i = 0; i < at; i++)
		words_before += text[i] == ' ';
	return is_time && words_before <= 6;
}

static bool split_mark(struct reading *reading, const char *text, size_t length, size_t which,
		       struct pmo_minutes_line *line)
{
	size_t word = strlen(words[which].word), colon;
	const char *rest = text + word;
	size_t left = length - word;
	while (left && strchr("*_", *rest)) {
		rest++;
		left--;
	}
	colon = find_colon(rest, left);
	line->has_colon = colon < left;
	if (words[which].loud_only && !line->is_loud)
		return false;
	bool is_time = says_time(words[which].mark, rest, left);
	if (words[which].needs_colon && colon != 0 && !is_time &&
	    !(line->is_loud && left && *rest == ' '))
		return false;
	if (!line->has_colon && !line->is_loud && !is_time)
		return false;
	bool whole = words[which].needs_colon && colon != 0;
	line->mark = words[which].mark;
	line->head = line->has_colon && !whole ? trimmed(reading, rest, colon) : "";
	line->text = line->has_colon && !whole
			     ? trimmed(reading, rest + colon + 1, left - colon - 1)
			     : trimmed(reading, rest, left);
	return true;
}

static bool read_mark(struct reading *reading, const char *text, size_t length,
		      struct pmo_minutes_line *line)
{
	line->id = take_id(reading, text, &length);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (word_at(text, length, words[i].word, &line->is_loud) &&
		    split_mark(reading, text, length, i, line)) {
			if (!reading->failed && !*line->text)
				line->mark = PMO_MARK_BLANK;
			return true;
		}
	line->id = NULL;
	return false;
}

/* `Actions (15 min, PC)`, `Actions:` and `Actions` are the topic Actions. */
static int item_of_topic(struct reading *reading, const char *text, size_t length)
{
	char *whole = trimmed(reading, text, length);
	char *bare = NULL;
	size_t size = whole ? strlen(whole) : 0;
	if (size && whole[size - 1] == ':')
		whole[--size] = '\0';
	if (size && whole[size - 1] == ')') {
		const char *open = strrchr(whole, '(');
		bare = open ? trimmed(reading, whole, (size_t)(open - whole)) : NULL;
	}
	for (size_t i = 0; size && i < reading->topic_count; i++)
		if (pmo_text_compare(whole, reading->topics[i]) == 0 ||
		    (bare && pmo_text_compare(bare, reading->topics[i]) == 0))
			return (int)i + 1;
	return 0;
}

/* The number that a heading begins with, when the agenda has such an item. */
static int item_of_number(const struct reading *reading, const char *text, size_t length,
			  size_t *taken)
{
	size_t at = 0, number = 0;
	if (length > 5 && memcmp(text, "Item ", 5) == 0)
		at = 5;
	size_t first = at;
	for (; at < length && pmo_ascii_is_digit(text[at]) && number < 1000; at++)
		number = number * 10 + (size_t)(text[at] - '0');
	bool ends = at == length || strchr(" .):", text[at]);
	*taken = at;
	while (*taken < length && strchr(" .):", text[*taken]))
		++*taken;
	return at > first && ends && number && number <= reading->topic_count ? (int)number : 0;
}

static bool read_heading(struct reading *reading, const char *text, size_t length,
			 struct pmo_minutes_line *line)
{
	size_t marks = 0, taken = 0;
	while (marks < length && text[marks] == '#')
		marks++;
	const char *rest = text + marks;
	size_t left = length - marks;
	while (left && *rest == ' ') {
		rest++;
		left--;
	}
	int item = item_of_number(reading, rest, left, &taken);
	int named = item_of_topic(reading, item ? rest + taken : rest, item ? left - taken : left);
	bool by_name = named && (!item || named == item);
	if (!marks && !by_name && !(item && taken == left))
		return false;
	line->mark = PMO_MARK_HEADING;
	line->item = reading->item = item ? item : named;
	line->text = trimmed(reading, rest, left);
	reading->in_takeaways =
		!line->item && left >= 8 && line->text && pmo_text_contains(line->text, "takeaway");
	return true;
}

static void read_line(struct reading *reading, const char *text, size_t length,
		      struct pmo_minutes_line *line)
{
	bool is_bullet;
	size_t at = skip_bullet(text, length, &is_bullet);
	line->head = line->text = "";
	line->item = reading->item;
	line->mark = PMO_MARK_BLANK;
	if (!reading->is_comment && length - at >= 4 && memcmp(text + at, "<!--", 4) == 0)
		reading->is_comment = true;
	if (reading->is_comment) {
		for (size_t i = 2; i < length; i++)
			if (memcmp(text + i - 2, "-->", 3) == 0)
				reading->is_comment = false;
		return;
	}
	while (length > at && text[length - 1] == ' ')
		length--;
	if (at >= length)
		return;
	size_t number = skip_number(text + at, length - at);
	if (read_mark(reading, text + at, length - at, line) ||
	    (number && read_mark(reading, text + at + number, length - at - number, line)))
		return;
	if (!is_bullet && read_heading(reading, text + at, length - at, line))
		return;
	line->mark = is_bullet && reading->in_takeaways ? PMO_MARK_TAKEAWAY : PMO_MARK_NOTE;
	line->is_loud = line->has_colon = line->mark == PMO_MARK_TAKEAWAY;
	line->text = trimmed(reading, text + at, length - at);
}

enum pmo_result pmo_minutes_read(struct pmo_arena *arena, const char *bytes, size_t length,
				 const char *const *topics, struct pmo_minutes_sheet *sheet)
{
	struct reading reading = { .arena = arena, .sheet = sheet, .topics = topics };
	*sheet = (struct pmo_minutes_sheet){ .text = "" };
	while (topics && topics[reading.topic_count])
		reading.topic_count++;
	if (length > PMO_SHEET_LIMIT)
		return PMO_INVALID;
	enum pmo_result result = clean(arena, bytes, length, sheet);
	for (size_t at = 0; result == PMO_OK && at < sheet->length;) {
		const char *end = memchr(sheet->text + at, '\n', sheet->length - at);
		size_t size = end ? (size_t)(end - sheet->text) - at : sheet->length - at;
		struct pmo_minutes_line *grown = pmo_arena_grow(arena, sheet->lines, sheet->count,
								&sheet->capacity, sizeof(*grown));
		if (!grown)
			return PMO_NO_MEMORY;
		sheet->lines = grown;
		struct pmo_minutes_line *line = &grown[sheet->count++];
		*line = (struct pmo_minutes_line){ .number = sheet->count,
						   .start = at,
						   .length = size };
		read_line(&reading, sheet->text + at, size, line);
		if (reading.failed)
			return PMO_NO_MEMORY;
		at += size + 1;
	}
	return result;
}

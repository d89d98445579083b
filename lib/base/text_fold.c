/*
 * Folded text: read one character at a time, so that comparing needs no memory.
 *
 * A reader hands out the text in its folded form (NFD, case folded): the letters
 * of one cluster (a letter and its marks) are taken together, because marks have
 * a canonical order that the text may not be in.
 */
#include <pmo/text.h>

#include <string.h>
#include <utf8proc.h>

enum {
	CLUSTER = 64,      /* marks beyond this many on one letter are taken in the order given */
	EXPANSION = 18,    /* the most characters that one becomes */
	DISTANCE_MAX = 63, /* letters; longer words are no typing mistakes of each other */
};

struct reader {
	const char *next;
	size_t left;
	utf8proc_option_t options;
	int at, count; /* in cluster */
	utf8proc_int32_t cluster[CLUSTER + EXPANSION];
};

static void reader_init(struct reader *reader, const char *text, bool strip_marks)
{
	reader->next = text;
	reader->left = strlen(text);
	reader->options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD;
	if (strip_marks)
		reader->options |= UTF8PROC_STRIPMARK;
	reader->at = 0;
	reader->count = 0;
}

static int combining_class(utf8proc_int32_t character)
{
	return utf8proc_get_property(character)->combining_class;
}

/* Marks into canonical order: a stable sort that leaves letters where they are. */
static void order_marks(struct reader *reader)
{
	for (int i = 1; i < reader->count; i++) {
		utf8proc_int32_t mark = reader->cluster[i];
		int class = combining_class(mark);
		int to = i;
		while (class && to > 0 && combining_class(reader->cluster[to - 1]) > class) {
			reader->cluster[to] = reader->cluster[to - 1];
			to--;
		}
		reader->cluster[to] = mark;
	}
}

/* Reads a letter and what follows it up to the next one. False at the end. */
static bool read_cluster(struct reader *reader)
{
	reader->at = 0;
	reader->count = 0;
	bool marks = false;
	while (reader->left && reader->count < CLUSTER) {
		uint32_t c;
		size_t size = pmo_text_next(reader->next, reader->left, &c);
		utf8proc_int32_t character = (utf8proc_int32_t)c;
		bool mark = c >= 0x300 && combining_class(character) != 0;
		if (reader->count && !mark)
			break;
		marks = marks || c >= 0x80;
		reader->next += size;
		reader->left -= size;
		int boundary = 0;
		utf8proc_ssize_t got =
			utf8proc_decompose_char(character, reader->cluster + reader->count,
						EXPANSION, reader->options, &boundary);
		if (got > 0 && got <= EXPANSION)
			reader->count += (int)got;
	}
	if (marks)
		order_marks(reader);
	return reader->count > 0;
}

/* The next folded character, 0 at the end. */
static uint32_t reader_next(struct reader *reader)
{
	if (reader->at < reader->count)
		return (uint32_t)reader->cluster[reader->at++];
	while (reader->left) {
		unsigned char c = (unsigned char)reader->next[0];
		if (c < 0x80 && (reader->left == 1 || (unsigned char)reader->next[1] < 0x80)) {
			reader->next++;
			reader->left--;
			return (unsigned char)pmo_ascii_to_lower((char)c);
		}
		if (read_cluster(reader))
			return (uint32_t)reader->cluster[reader->at++];
	}
	return 0;
}

static bool is_ascii(const char *text)
{
	unsigned char seen = 0;
	while (*text)
		seen |= (unsigned char)*text++;
	return seen < 0x80;
}

char *pmo_text_fold(struct pmo_arena *arena, const char *text, bool strip_marks)
{
	if (is_ascii(text)) {
		char *copy = pmo_arena_string(arena, text);
		for (char *c = copy; c && *c; c++)
			*c = pmo_ascii_to_lower(*c);
		return copy;
	}
	struct reader reader;
	size_t count = 0, capacity = 0;
	utf8proc_int32_t *folded = NULL;
	reader_init(&reader, text, strip_marks);
	for (;;) {
		utf8proc_int32_t *room =
			pmo_arena_grow(arena, folded, count, &capacity, sizeof(*folded));
		if (!room)
			return NULL;
		folded = room;
		folded[count] = (utf8proc_int32_t)reader_next(&reader);
		if (!folded[count])
			break;
		count++;
	}
	utf8proc_ssize_t length = utf8proc_reencode(folded, (utf8proc_ssize_t)count,
						    UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	return length < 0 ? NULL : (char *)folded;
}

int pmo_text_compare(const char *a, const char *b)
{
	struct reader left, right;
	reader_init(&left, a, false);
	reader_init(&right, b, false);
	for (;;) {
		uint32_t x = reader_next(&left), y = reader_next(&right);
		if (x != y)
			return x < y ? -1 : 1;
		if (!x)
			return 0;
	}
}

enum { HASH_BASE = 1000003 };

/* Whether what a reader reads begins with the needle; the reader is a copy. */
static bool begins_with(struct reader reader, const char *needle)
{
	struct reader wanted;
	reader_init(&wanted, needle, true);
	for (;;) {
		uint32_t c = reader_next(&wanted);
		if (!c)
			return true;
		if (reader_next(&reader) != c)
			return false;
	}
}

/*
 * Rabin and Karp: a sum over the last characters read is kept up to date, and only
 * where it is the needle's sum are the characters compared. The time is linear
 * even for texts made to be slow, and no memory is needed.
 */
bool pmo_text_contains(const char *text, const char *needle)
{
	struct reader reader, behind;
	uint64_t wanted = 0, sum = 0, power = 1;
	size_t count = 0;
	reader_init(&reader, needle, true);
	for (uint32_t c; (c = reader_next(&reader)) != 0; count++) {
		wanted = wanted * HASH_BASE + c;
		power *= HASH_BASE;
	}
	reader_init(&reader, text, true);
	reader_init(&behind, text, true);
	for (size_t i = 0; i < count; i++) {
		uint32_t c = reader_next(&reader);
		if (!c)
			return false;
		sum = sum * HASH_BASE + c;
	}
	while (sum != wanted || !begins_with(behind, needle)) {
		uint32_t c = reader_next(&reader);
		if (!c)
			return false;
		sum = sum * HASH_BASE + c - power * reader_next(&behind);
	}
	return true;
}

/* The folded characters of a word. Returns how many, more than the room when it is longer. */
static size_t read_word(const char *text, uint32_t *word)
{
	struct reader reader;
	reader_init(&reader, text, false);
	size_t count = 0;
	for (uint32_t c; count <= DISTANCE_MAX && (c = reader_next(&reader)) != 0; count++)
		word[count] = c;
	return count;
}

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/*
 * Optimal string alignment: row i holds the distances of the first i letters of a
 * to every beginning of b; two rows back is needed for swapped letters.
 */
static size_t align(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count)
{
	size_t rows[3][DISTANCE_MAX + 2];
	for (size_t j = 0; j <= b_count; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a_count; i++) {
		size_t *row = rows[i % 3], *above = rows[(i + 2) % 3],
		       *two_above = rows[(i + 1) % 3];
		row[0] = i;
		for (size_t j = 1; j <= b_count; j++) {
			row[j] = above[j - 1] + (a[i - 1] != b[j - 1]);
			row[j] = smaller(row[j], smaller(above[j], row[j - 1]) + 1);
			bool swapped =
				i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
			if (swapped)
				row[j] = smaller(row[j], two_above[j - 2] + 1);
		}
	}
	return rows[a_count % 3][b_count];
}

size_t pmo_text_distance(const char *a, const char *b, size_t limit)
{
	uint32_t left[DISTANCE_MAX + 1], right[DISTANCE_MAX + 1];
	size_t left_count = read_word(a, left), right_count = read_word(b, right);
	if (left_count > DISTANCE_MAX || right_count > DISTANCE_MAX)
		return pmo_text_compare(a, b) == 0 ? 0 : limit + 1;
	size_t distance = align(left, left_count, right, right_count);
	return distance > limit ? limit + 1 : distance;
}

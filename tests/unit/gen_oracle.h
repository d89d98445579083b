/*
 * What may have happened to the lines of a file, worked out from the lines alone: which
 * went, which came, and whether each comment still stands beside its owner. Entries
 * are told by their numbers (gen_model.h).
 */
#ifndef GEN_ORACLE_H
#define GEN_ORACLE_H

#include "gen_model.h"

enum { GEN_LINES = 400 };

struct gen_page_lines {
	size_t count;
	const char *start[GEN_LINES];
	size_t length[GEN_LINES]; /* without the line end */
};

/* Which entries an operation is about; the lines that name none of them must stay. */
struct gen_scope {
	const struct gen_tree *tree;
	int gone, fresh; /* what was taken away or replaced, what came; 0 is none */
	bool allowed[GEN_NODES];
	bool blanks;   /* blank lines may come and go */
	bool brackets; /* so may lines without a number: ] or a lone dash */
};

static inline bool gen_split(const char *text, size_t length, struct gen_page_lines *lines)
{
	lines->count = 0;
	size_t mark = length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	for (size_t i = mark; i < length;) {
		const char *end = memchr(text + i, '\n', length - i);
		size_t size = end ? (size_t)(end - (text + i)) : length - i;
		if (lines->count == GEN_LINES)
			return false;
		bool cr = size && text[i + size - 1] == '\r';
		lines->start[lines->count] = text + i;
		lines->length[lines->count++] = size - cr;
		i += size + (end != NULL);
	}
	return true;
}

/* The number behind the next k, v or c of a line at or after *at; 0 when there is none. */
static inline int gen_token(const struct gen_page_lines *lines, size_t line, size_t *at, char *kind,
			    char *place)
{
	const char *text = lines->start[line];
	size_t length = lines->length[line];
	for (; *at + 1 < length; ++*at) {
		char before = *at ? text[*at - 1] : ' ';
		bool inside = (before >= 'a' && before <= 'z') || (before >= '0' && before <= '9');
		if (inside || !strchr("kvc", text[*at]) || text[*at + 1] < '0' ||
		    text[*at + 1] > '9')
			continue;
		int number = 0;
		*kind = text[(*at)++];
		for (; *at < length && text[*at] >= '0' && text[*at] <= '9'; ++*at)
			number = number * 10 + text[*at] - '0';
		*place = *at < length ? text[*at] : '\0';
		return number < GEN_NODES ? number : 0;
	}
	return 0;
}

static inline bool gen_is_blank(const struct gen_page_lines *lines, size_t line)
{
	for (size_t i = 0; i < lines->length[line]; i++)
		if (lines->start[line][i] != ' ')
			return false;
	return true;
}

static inline bool gen_is_comment(const struct gen_page_lines *lines, size_t line)
{
	size_t i = 0;
	while (i < lines->length[line] && lines->start[line][i] == ' ')
		i++;
	return i < lines->length[line] && lines->start[line][i] == '#';
}

/* Whether the change of a line is one that the operation explains. */
static inline bool gen_is_explained(const struct gen_scope *scope,
				    const struct gen_page_lines *lines, size_t line)
{
	if (gen_is_blank(lines, line))
		return scope->blanks;
	size_t at = 0;
	char kind, place;
	bool any = false;
	for (int i; (i = gen_token(lines, line, &at, &kind, &place)) != 0;) {
		if (scope->allowed[i])
			return true;
		any = true;
	}
	return !any && scope->brackets;
}

static inline bool gen_same_line(const struct gen_page_lines *a, size_t i,
				 const struct gen_page_lines *b, size_t j)
{
	return a->length[i] == b->length[j] && memcmp(a->start[i], b->start[j], a->length[i]) == 0;
}

/* Walks along the longest common run of lines; what is not in it must be explained. */
static inline bool gen_diff_is_explained(const struct gen_scope *scope,
					 const struct gen_page_lines *a,
					 const struct gen_page_lines *b)
{
	static uint16_t common[GEN_LINES + 1][GEN_LINES + 1];
	for (size_t i = a->count + 1; i-- > 0;)
		for (size_t j = b->count + 1; j-- > 0;) {
			uint16_t best = 0;
			if (i < a->count && j < b->count) {
				uint16_t down = common[i + 1][j], right = common[i][j + 1];
				best = down > right ? down : right;
				if (gen_same_line(a, i, b, j))
					best = (uint16_t)(common[i + 1][j + 1] + 1);
			}
			common[i][j] = best;
		}
	size_t i = 0, j = 0;
	while (i < a->count || j < b->count) {
		bool both = i < a->count && j < b->count;
		if (both && gen_same_line(a, i, b, j)) {
			i++;
			j++;
		} else if (j == b->count || (both && common[i + 1][j] >= common[i][j + 1])) {
			if (!gen_is_explained(scope, a, i++))
				return false;
		} else if (!gen_is_explained(scope, b, j++)) {
			return false;
		}
	}
	return true;
}

/* For an entry that moved: the lines that are not about it are the same, in the same order. */
static inline bool gen_rest_is_same(const struct gen_scope *scope, const struct gen_page_lines *a,
				    const struct gen_page_lines *b)
{
	size_t i = 0, j = 0;
	for (;;) {
		while (i < a->count && gen_is_explained(scope, a, i))
			i++;
		while (j < b->count && gen_is_explained(scope, b, j))
			j++;
		if (i == a->count || j == b->count)
			return i == a->count && j == b->count;
		if (!gen_same_line(a, i++, b, j++))
			return false;
	}
}

/* Whether a line names the owner, or something inside it. */
static inline bool gen_names(const struct gen_scope *scope, const struct gen_page_lines *lines,
			     size_t line, int owner)
{
	size_t at = 0;
	char kind, place;
	for (int i; (i = gen_token(lines, line, &at, &kind, &place)) != 0;)
		if (kind != 'c' && (gen_is_under(scope->tree, i, owner) ||
				    (scope->fresh && scope->gone &&
				     gen_is_under(scope->tree, owner, scope->gone) &&
				     gen_is_under(scope->tree, i, scope->fresh))))
			return true;
	return false;
}

static inline bool gen_has_number(const struct gen_page_lines *lines, size_t line)
{
	size_t at = 0;
	char kind = 'c', place;
	while (gen_token(lines, line, &at, &kind, &place))
		if (kind != 'c')
			return true;
	return false;
}

static inline bool gen_next_names(const struct gen_scope *scope, const struct gen_page_lines *lines,
				  size_t line, int owner)
{
	while (++line < lines->count)
		if (gen_has_number(lines, line) && !gen_is_comment(lines, line))
			return gen_names(scope, lines, line, owner);
	return false;
}

static inline bool gen_previous_names(const struct gen_scope *scope,
				      const struct gen_page_lines *lines, size_t line, int owner)
{
	while (line-- > 0)
		if (gen_has_number(lines, line) && !gen_is_comment(lines, line))
			return gen_names(scope, lines, line, owner);
	return false;
}

static inline bool gen_is_beside(const struct gen_scope *scope, const struct gen_page_lines *lines,
				 size_t line, int owner, char place)
{
	if (place == 'a')
		return gen_next_names(scope, lines, line, owner);
	if (place == 'd')
		return gen_previous_names(scope, lines, line, owner);
	if (gen_has_number(lines, line))
		return gen_names(scope, lines, line, owner);
	return gen_next_names(scope, lines, line, owner) ||
	       gen_previous_names(scope, lines, line, owner);
}

static inline bool gen_comment_stays(const struct gen_scope *scope,
				     const struct gen_page_lines *now, int owner, char place)
{
	for (size_t line = 0; line < now->count; line++) {
		size_t at = 0;
		char kind, other;
		for (int i; (i = gen_token(now, line, &at, &kind, &other)) != 0;) {
			if (kind != 'c' || i != owner || other != place)
				continue;
			bool replaced = scope->fresh && scope->gone &&
					gen_is_under(scope->tree, owner, scope->gone);
			int shown = replaced ? scope->fresh : owner;
			return !gen_is_marked(scope->tree, shown) ||
			       gen_is_beside(scope, now, line, owner, place);
		}
	}
	return false;
}

/* Every comment is still beside its owner, but for those of what was taken away. */
static inline bool gen_comments_stay(const struct gen_scope *scope,
				     const struct gen_page_lines *old,
				     const struct gen_page_lines *now)
{
	for (size_t line = 0; line < old->count; line++) {
		size_t at = 0;
		char kind, place;
		for (int i; (i = gen_token(old, line, &at, &kind, &place)) != 0;) {
			if (kind != 'c')
				continue;
			bool gone = scope->gone && gen_is_under(scope->tree, i, scope->gone) &&
				    !scope->fresh;
			if (!gone && !gen_comment_stays(scope, now, i, place))
				return false;
		}
	}
	return true;
}

#endif

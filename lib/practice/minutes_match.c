/*
 * Which mark of the kept page a new one is: by its id, by its words, else by most of its words.
 */
#include "practice/minutes.h"

#include <pmo/text.h>

#include <string.h>

enum { WORDS_MOST = 200 };

static bool is_free_match(const struct minutes_mark *mark, const struct minutes_mark *old)
{
	return mark->old < 0 && !old->is_used && mark->line->mark == old->line->mark &&
	       !old->is_skipped;
}

static void pair(struct pmo_minutes *minutes, size_t mark, size_t old)
{
	minutes->marks[mark].old = (int)old;
	minutes->old_marks[old].is_used = true;
	if (!minutes->marks[mark].id)
		minutes->marks[mark].id = minutes->old_marks[old].id;
}

static void pair_same(struct pmo_minutes *minutes, bool by_id)
{
	for (size_t i = 0; i < minutes->mark_count; i++)
		for (size_t j = 0; j < minutes->old_count; j++) {
			const struct minutes_mark *mark = &minutes->marks[i];
			const struct minutes_mark *old = &minutes->old_marks[j];
			bool same = by_id ? mark->id && old->id && strcmp(mark->id, old->id) == 0
					  : (!mark->id || !old->id) &&
						    pmo_text_compare(mark->text, old->text) == 0;
			if (!mark->is_skipped && is_free_match(mark, old) && same)
				pair(minutes, i, j);
		}
}

static size_t count_words(const char *text)
{
	size_t count = 0;
	for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
		count++;
		text += strcspn(text, " ");
	}
	return count;
}

/* How many words of one are in the other, each once. */
static size_t count_shared(struct pmo_arena *arena, const char *a, const char *b)
{
	size_t shared = 0;
	char *rest = pmo_arena_format(arena, " %s ", b);
	for (a += strspn(a, " "); rest && *a; a += strspn(a, " ")) {
		size_t length = strcspn(a, " ");
		char *word = pmo_arena_format(arena, " %.*s ", (int)length, a);
		char *found = word ? strstr(rest, word) : NULL;
		if (found) {
			memset(found + 1, '\x01', length);
			shared++;
		}
		a += length;
	}
	return shared;
}

/* Percent of the words that two texts share; 0: too long to say. */
static size_t likeness(const struct pmo_minutes *minutes, const char *a, const char *b)
{
	struct pmo_arena_mark start = pmo_arena_mark(minutes->arena);
	char *one = pmo_text_fold(minutes->arena, a, true);
	char *two = pmo_text_fold(minutes->arena, b, true);
	size_t percent = 0;
	if (one && two) {
		size_t first = count_words(one), second = count_words(two);
		size_t most = first > second ? first : second;
		size_t shared =
			most && most <= WORDS_MOST ? count_shared(minutes->arena, one, two) : 0;
		if (shared > 1)
			percent = 100 * shared / most;
	}
	pmo_arena_rewind(minutes->arena, start);
	return percent;
}

static void pair_alike(struct pmo_minutes *minutes)
{
	enum { ENOUGH = 60 };
	/* Notes that know nothing of the page: only the same words are the same mark. */
	if (minutes->asked.is_other && !minutes->asked.kept)
		return;
	for (size_t i = 0; i < minutes->mark_count; i++) {
		size_t best = ENOUGH - 1, which = minutes->old_count;
		if (minutes->marks[i].id || minutes->marks[i].is_skipped)
			continue;
		for (size_t j = 0; j < minutes->old_count; j++) {
			size_t percent = is_free_match(&minutes->marks[i], &minutes->old_marks[j])
						 ? likeness(minutes, minutes->marks[i].text,
							    minutes->old_marks[j].text)
						 : 0;
			if (percent <= best)
				continue;
			best = percent;
			which = j;
		}
		if (which < minutes->old_count)
			pair(minutes, i, which);
	}
}

static enum pmo_result tell_gone(struct pmo_minutes *minutes)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < minutes->old_count; i++) {
		const struct minutes_mark *old = &minutes->old_marks[i];
		struct pmo_minutes_event event = { .did = PMO_MINUTES_GONE,
						   .mark = old->line->mark,
						   .id = old->id,
						   .title = old->text };
		if (!old->is_used && !old->is_skipped)
			result = minutes_tell(minutes, &event);
	}
	return result;
}

enum pmo_result minutes_match(struct pmo_minutes *minutes)
{
	pair_same(minutes, true);
	pair_same(minutes, false);
	pair_alike(minutes);
	return tell_gone(minutes);
}

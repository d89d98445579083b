/* A line as a shell would take it apart: blanks between words, quotes hold a value together. */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include <pmo/arena.h>
#include <stdbool.h>

enum { WORDS_MAX = 24 };

struct words {
	const char *items[WORDS_MAX];
	size_t count;
};

/* Words into the arena, quotes taken off. False: no memory, or too many. */
bool words_split(struct pmo_arena *arena, const char *text, struct words *words);

#endif

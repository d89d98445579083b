/* Words of a line, with quotes of either kind; there is no escape. */
#include "base/words.h"

#include <string.h>

bool words_split(struct pmo_arena *arena, const char *text, struct words *words)
{
	char *at = pmo_arena_string(arena, text);
	words->count = 0;
	while (at) {
		at += strspn(at, " \t");
		if (!*at)
			return true;
		if (words->count == WORDS_MAX)
			return false;
		char *to = at, quote = '\0';
		words->items[words->count++] = at;
		for (; *at && (quote || (*at != ' ' && *at != '\t')); at++) {
			if (quote ? *at == quote : *at == '\'' || *at == '"')
				quote = quote ? '\0' : *at;
			else
				*to++ = *at;
		}
		bool more = *at != '\0';
		*to = '\0';
		at += more;
	}
	return false;
}

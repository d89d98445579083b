/* Finding words in records: in everything that stands in the file, known to pmo or not. */
#include <pmo/maintain.h>

#include "ydoc/ydoc.h"

#include <pmo/text.h>

enum { WORDS_MAX = 64 };

struct search {
	const struct pmo_record *record;
	const char *const *words;
	size_t count;
	bool seen[WORDS_MAX];
	size_t best; /* how many words the best value has */
	struct pmo_hit *hit;
};

static void look_at(struct search *search, const char *field, const char *text)
{
	size_t here = 0;
	for (size_t i = 0; i < search->count; i++) {
		if (!pmo_text_contains(text, search->words[i]))
			continue;
		search->seen[i] = true;
		here++;
	}
	if (here > search->best) {
		search->best = here;
		search->hit->field = field;
		search->hit->text = text;
	}
}

/* At most YDOC_DEPTH calls deep. */
static void walk(struct search *search, const char *field, const struct ydoc_node *node)
{
	if (node->kind == YDOC_SCALAR) {
		look_at(search, field, node->text);
		return;
	}
	const char *line =
		node->kind == YDOC_MAP && !node->key
			? ydoc_line(search->record->doc, node, search->record->world->arena)
			: NULL;
	if (line) {
		look_at(search, field, line);
		return;
	}
	for (const struct ydoc_node *i = node->first; i; i = i->next)
		walk(search, field, i);
}

bool pmo_record_search(const struct pmo_record *record, const char *const *words, size_t count,
		       struct pmo_hit *hit)
{
	struct search search = { .record = record, .words = words, .hit = hit };
	search.count = count < WORDS_MAX ? count : WORDS_MAX;
	*hit = (struct pmo_hit){ 0 };
	look_at(&search, "id", record->id);
	if (record->node && record->node->kind == YDOC_MAP)
		for (const struct ydoc_node *i = record->node->first; i; i = i->next)
			walk(&search, i->key, i);
	for (size_t i = 0; i < search.count; i++)
		if (!search.seen[i])
			return false;
	return search.best > 0;
}

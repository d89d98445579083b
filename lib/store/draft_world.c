/* The world of an update: records see each other as their drafts have them. */
#include "store/draft.h"
#include "store/those.h"

#include <string.h>

static const struct pmo_record *find_among_drafts(void *store, const struct pmo_record *from,
						  const char *id, const char *registers)
{
	struct pmo_update *update = store;
	const struct pmo_world *world = &update->workspace->world;
	const struct pmo_record *record = world->find(world->store, from, id, registers);
	const struct pmo_draft *draft =
		record ? update_draft_of(update, record)
		       : update_new_draft(update, from ? from->project : NULL, id, registers);
	return draft ? &draft->now : record;
}

static const char *nearest_to(void *store, const struct pmo_record *from, const char *id,
			      const char *registers)
{
	const struct pmo_world *world = &((struct pmo_update *)store)->workspace->world;
	return world->nearest(world->store, from, id, registers);
}

static bool keeps(void *store, const struct pmo_record *from, const char *registers)
{
	const struct pmo_world *world = &((struct pmo_update *)store)->workspace->world;
	return world->keeps(world->store, from, registers);
}

/* Whether a draft's record is one that could be asked for as seen from another. */
static bool is_seen(const struct pmo_draft *draft, const struct pmo_record *from,
		    const struct pmo_those *what)
{
	const struct pmo_project *project = draft->update->workspace->project;
	if (from->project)
		project = from->project;
	if (strcmp(draft->now.schema->table->name, what->register_name) != 0)
		return false;
	return !draft->now.project || !project || draft->now.project == project;
}

static size_t those_among_drafts(void *store, const struct pmo_record *from,
				 const struct pmo_those *what,
				 const struct pmo_record *const **records)
{
	struct pmo_update *update = store;
	const struct pmo_record *const *stored;
	struct pmo_arena *arena = &update->workspace->arena;
	size_t count = those_in(update->workspace, from, what, &stored), drafts = 0, kept = 0;
	for (const struct pmo_draft *draft = update->first; draft; draft = draft->next)
		drafts += is_seen(draft, from, what);
	*records = stored;
	if (!drafts)
		return count;
	const struct pmo_record **all = pmo_arena_array(arena, count + drafts, sizeof(*all));
	if (!all) {
		update->workspace->exhausted = true;
		return 0;
	}
	/* Every draft is a candidate, whatever it named before; the condition is asked of it. */
	for (size_t i = 0; i < count; i++)
		if (!update_draft_of(update, stored[i]))
			all[kept++] = stored[i];
	for (const struct pmo_draft *draft = update->first; draft; draft = draft->next)
		if (is_seen(draft, from, what))
			all[kept++] = &draft->now;
	*records = all;
	return kept;
}

static const struct pmo_record *charter_among_drafts(void *store, const struct pmo_record *from)
{
	struct pmo_update *update = store;
	const struct pmo_world *world = &update->workspace->world;
	const struct pmo_record *charter = world->charter(world->store, from);
	const struct pmo_draft *draft = charter ? update_draft_of(update, charter) : NULL;
	return draft ? &draft->now : charter;
}

static bool limit_of(void *store, const char *name, struct pmo_limit *limit)
{
	const struct pmo_world *world = &((struct pmo_update *)store)->workspace->world;
	return world->limit(world->store, name, limit);
}

void update_init_world(struct pmo_update *update)
{
	map_init(&update->by_id, &update->workspace->arena);
	update->drafts = update->workspace->world;
	update->drafts.find = find_among_drafts;
	update->drafts.nearest = nearest_to;
	update->drafts.keeps = keeps;
	update->drafts.those = those_among_drafts;
	update->drafts.charter = charter_among_drafts;
	update->drafts.limit = limit_of;
	update->drafts.memo = NULL;
	update->drafts.store = update;
	update->world = update->drafts;
	if (update->options.on != PMO_DATE_NONE)
		update->world.today = update->options.on;
}

/* A small table of ways, by expression and record; a full one forgets. */
#include "expr_memo.h"

#include "expr_internal.h"

enum { SETS = 256, WAYS = 4 };

struct expr_memo_slot {
	const struct expr *expr;
	const struct pmo_record *record;
	unsigned answer; /* that it was worked out for */
	unsigned cuts;   /* how many there were when its working out began */
	bool is_busy;
	struct pmo_value value;
};

struct expr_memo {
	unsigned answer, cuts;
	uint8_t turn;
	struct expr_memo_slot slots[SETS][WAYS];
};

void expr_memo_begin(struct pmo_world *world)
{
	if (world->memo)
		world->memo->answer++;
}

void expr_memo_cut(struct pmo_world *world)
{
	if (world->memo)
		world->memo->cuts++;
}

static struct expr_memo *memo_of(struct pmo_world *world)
{
	if (!world->memo && world->arena) {
		world->memo = pmo_arena_alloc(world->arena, sizeof(*world->memo));
		if (world->memo)
			world->memo->answer = 1;
	}
	return world->memo;
}

static size_t set_of(const struct expr *expr, const struct pmo_record *record)
{
	uintptr_t hash = (uintptr_t)expr * 31 + (uintptr_t)record;
	hash ^= hash >> 17;
	return (hash ^ hash >> 6) % SETS;
}

bool expr_memo_find(struct pmo_world *world, const struct expr *expr,
		    const struct pmo_record *record, struct expr_memo_slot **slot,
		    struct pmo_value *value)
{
	struct expr_memo *memo = memo_of(world);
	struct expr_memo_slot *set = memo ? memo->slots[set_of(expr, record)] : NULL;
	struct expr_memo_slot *old = NULL;
	*slot = NULL;
	for (size_t i = 0; set && i < WAYS; i++) {
		struct expr_memo_slot *way = &set[(memo->turn + i) % WAYS];
		bool is_of_now = way->answer == memo->answer;
		if (is_of_now && way->expr == expr && way->record == record) {
			memo->cuts += way->is_busy;
			*value = way->is_busy ? expr_absent() : way->value;
			return true;
		}
		if (!is_of_now || (!old && !way->is_busy))
			old = way;
	}
	if (!old)
		return false;
	memo->turn++;
	*old = (struct expr_memo_slot){ expr, record, memo->answer, memo->cuts, true, { 0 } };
	*slot = old;
	return false;
}

void expr_memo_keep(struct pmo_world *world, struct expr_memo_slot *slot, struct pmo_value value)
{
	if (!slot)
		return;
	slot->is_busy = false;
	slot->value = value;
	if (slot->cuts != world->memo->cuts || world->steps > EXPR_STEP_LIMIT)
		slot->answer = 0;
}

/* What several projects have in common: vendors, releases close to each other, freezes. */
#include "practice/portfolio.h"

#include "practice/query.h"

#include <stdlib.h>
#include <string.h>

enum {
	CLOSE = 5,      /* working days between two releases that are worth a look */
	AHEAD = 90,     /* calendar days in which a freeze is worth a line */
	NAMED = 6,      /* projects that a line names */
	FINDINGS = 100, /* of a kind */
};

static enum pmo_result add_release(struct portfolio_work *work, const struct pmo_portfolio_row *row,
				   const struct pmo_plan_item *item)
{
	struct pmo_arena *arena = work->portfolio->arena;
	struct portfolio_release *grown = pmo_arena_grow(arena, work->releases, work->release_count,
							 &work->release_capacity, sizeof(*grown));
	const char *title = pmo_arena_string(arena, item->title ? item->title : item->id);
	if (!grown || !title)
		return PMO_NO_MEMORY;
	work->releases = grown;
	grown[work->release_count++] = (struct portfolio_release){
		.row = work->portfolio->count,
		.code = row->code,
		.title = title,
		.date = item->finish,
	};
	return PMO_OK;
}

static enum pmo_result add_releases(struct portfolio_work *work,
				    const struct pmo_portfolio_row *row,
				    const struct pmo_plan *plan)
{
	int go_live = pmo_plan_go_live(plan);
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (item->kind != PMO_ITEM_MILESTONE || item->state == PMO_ITEM_DONE ||
		    item->state == PMO_ITEM_LEFT_OUT || !item->sure ||
		    item->finish == PMO_DATE_NONE)
			continue;
		struct pmo_value type = pmo_record_get_name(item->record, "type");
		bool release = type.presence == PMO_PRESENT && strcmp(type.as.text, "release") == 0;
		if (release || (int)i == go_live)
			result = add_release(work, row, item);
	}
	return result;
}

static const struct pmo_record *find(const struct pmo_record *from, const char *id,
				     const char *registers)
{
	const struct pmo_world *world = from->world;
	return id && *id && world->find ? world->find(world->store, from, id, registers) : NULL;
}

static enum pmo_result add_use(struct portfolio_work *work, const struct pmo_portfolio_row *row,
			       const struct pmo_record *vendor)
{
	struct pmo_arena *arena = work->portfolio->arena;
	size_t place = work->portfolio->count;
	if (!vendor)
		return PMO_OK;
	for (size_t i = work->use_count; i > 0 && work->uses[i - 1].row == place; i--)
		if (strcmp(work->uses[i - 1].vendor->id, vendor->id) == 0)
			return PMO_OK;
	struct portfolio_use *grown = pmo_arena_grow(arena, work->uses, work->use_count,
						     &work->use_capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	work->uses = grown;
	grown[work->use_count++] = (struct portfolio_use){ vendor, row->code, place };
	return PMO_OK;
}

/* Vendors of contracts and orders that are open, and those whose people have work to do. */
static enum pmo_result add_vendors(struct portfolio_work *work, const struct pmo_portfolio_row *row,
				   const struct pmo_plan *plan)
{
	static const char *const registers[] = { "contract", "purchase" };
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < 2; i++) {
		const struct pmo_schema *schema =
			pmo_workspace_schema(work->portfolio->workspace, registers[i]);
		struct pmo_records records = { 0 };
		if (!schema)
			return PMO_NO_MEMORY;
		result = pmo_workspace_records(work->portfolio->workspace, row->project, schema,
					       &records);
		for (size_t at = 0; result == PMO_OK && at < records.count; at++) {
			const struct pmo_record *record = &records.items[at];
			if (record->unreadable || !pmo_record_is_open(record))
				continue;
			const char *id =
				pmo_record_text(record, pmo_schema_field(schema, "vendor"));
			result = add_use(work, row, find(record, id, "vendor"));
		}
	}
	for (size_t i = 0; plan && result == PMO_OK && i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (item->state == PMO_ITEM_DONE || item->state == PMO_ITEM_LEFT_OUT)
			continue;
		const struct pmo_record *owner = find(item->record, item->owner, "person");
		const char *id =
			owner ? pmo_record_text(owner, pmo_schema_field(owner->schema, "vendor"))
			      : NULL;
		result = add_use(work, row, id ? find(owner, id, "vendor") : NULL);
	}
	return result;
}

static enum pmo_result add_freezes(struct portfolio_work *work, const struct pmo_portfolio_row *row,
				   const struct pmo_calendar *calendar)
{
	struct pmo_arena *arena = work->portfolio->arena;
	int32_t today = pmo_workspace_world(work->portfolio->workspace)->today;
	for (size_t i = 0; calendar && i < calendar->freeze_count; i++) {
		const struct pmo_freeze *freeze = &calendar->freezes[i];
		if (freeze->to < today || freeze->from > today + AHEAD)
			continue;
		struct portfolio_freeze *grown =
			pmo_arena_grow(arena, work->freezes, work->freeze_count,
				       &work->freeze_capacity, sizeof(*grown));
		struct pmo_freeze *copy = pmo_arena_alloc(arena, sizeof(*copy));
		if (!grown || !copy)
			return PMO_NO_MEMORY;
		*copy = *freeze;
		copy->reason = pmo_arena_string(arena, freeze->reason);
		work->freezes = grown;
		grown[work->freeze_count++] =
			(struct portfolio_freeze){ copy, row->code, work->portfolio->count };
	}
	return PMO_OK;
}

enum pmo_result portfolio_share(struct portfolio_work *work, const struct pmo_portfolio_row *row,
				struct pmo_plan *plan)
{
	const struct pmo_world *world = pmo_workspace_world(work->portfolio->workspace);
	enum pmo_result result = plan ? add_releases(work, row, plan) : PMO_OK;
	if (result == PMO_OK)
		result = add_vendors(work, row, plan);
	if (result == PMO_OK)
		result = add_freezes(work, row, plan ? plan->calendar : world->calendar);
	if (result == PMO_OK && plan)
		result = pmo_workload_add(&work->load, plan);
	return result;
}

enum pmo_result portfolio_add(struct portfolio_work *work, enum pmo_portfolio_kind kind,
			      const char *text)
{
	struct pmo_portfolio *portfolio = work->portfolio;
	struct pmo_portfolio_finding *grown =
		pmo_arena_grow(portfolio->arena, portfolio->findings, portfolio->finding_count,
			       &portfolio->finding_capacity, sizeof(*grown));
	if (!grown || !text)
		return PMO_NO_MEMORY;
	portfolio->findings = grown;
	grown[portfolio->finding_count++] = (struct pmo_portfolio_finding){ kind, text };
	return PMO_OK;
}

/* "CADUP, NETREF and 3 more": of as many lists as a line has. */
struct names {
	struct pmo_buffer text;
	size_t count;
};

static void add_name(struct names *names, const char *name)
{
	if (names->count < NAMED)
		pmo_buffer_add_format(&names->text, "%s%s", names->count ? ", " : "", name);
	names->count++;
}

static const char *end_names(struct portfolio_work *work, struct names *names)
{
	if (names->count > NAMED)
		pmo_buffer_add_format(&names->text, " and %zu more", names->count - NAMED);
	const char *text = names->text.failed
				   ? NULL
				   : pmo_arena_string(work->portfolio->arena, names->text.data);
	pmo_buffer_release(&names->text);
	return text;
}

static int by_vendor(const void *a, const void *b)
{
	const struct portfolio_use *first = a, *second = b;
	int order = strcmp(first->vendor->id, second->vendor->id);
	return order ? order : strcmp(first->code, second->code);
}

static enum pmo_result compare_vendors(struct portfolio_work *work)
{
	enum pmo_result result = PMO_OK;
	size_t end, told = 0;
	if (work->use_count)
		qsort(work->uses, work->use_count, sizeof(*work->uses), by_vendor);
	for (size_t i = 0; result == PMO_OK && told < FINDINGS && i < work->use_count; i = end) {
		const struct pmo_record *vendor = work->uses[i].vendor;
		struct names names = { .count = 0 };
		for (end = i;
		     end < work->use_count && strcmp(work->uses[end].vendor->id, vendor->id) == 0;)
			end++;
		if (end - i < 2)
			continue;
		pmo_buffer_init(&names.text, 1 << 16);
		for (size_t at = i; at < end; at++)
			add_name(&names, work->uses[at].code);
		const char *list = end_names(work, &names);
		const char *title = pmo_record_text(vendor, vendor->schema->title);
		result = list ? portfolio_add(work, PMO_PORTFOLIO_VENDOR,
					      pmo_arena_format(
						      work->portfolio->arena, "%s (%s): %s",
						      title ? title : vendor->id, vendor->id, list))
			      : PMO_NO_MEMORY;
		told++;
	}
	return result;
}

static int by_date(const void *a, const void *b)
{
	const struct portfolio_release *first = a, *second = b;
	if (first->date != second->date)
		return first->date < second->date ? -1 : 1;
	if (first->row != second->row)
		return first->row < second->row ? -1 : 1;
	return strcmp(first->title, second->title);
}

static enum pmo_result compare_releases(struct portfolio_work *work)
{
	const struct pmo_world *world = pmo_workspace_world(work->portfolio->workspace);
	enum pmo_result result = PMO_OK;
	size_t told = 0;
	if (work->release_count)
		qsort(work->releases, work->release_count, sizeof(*work->releases), by_date);
	for (size_t i = 1; result == PMO_OK && told < FINDINGS && i < work->release_count; i++) {
		const struct portfolio_release *one = &work->releases[i - 1], *next = one + 1;
		char from[PMO_DATE_LONG_SIZE], to[PMO_DATE_LONG_SIZE];
		int apart = pmo_calendar_days_between(world->calendar, one->date, next->date);
		if (one->row == next->row || apart > CLOSE)
			continue;
		pmo_date_format_short(one->date, PMO_DATE_NONE, from);
		pmo_date_format_short(next->date, PMO_DATE_NONE, to);
		const char *how = pmo_arena_format(work->portfolio->arena,
						   apart ? "%d d apart" : "the same day", apart);
		if (!how)
			return PMO_NO_MEMORY;
		result = portfolio_add(work, PMO_PORTFOLIO_DATES,
				       pmo_arena_format(work->portfolio->arena,
							"%s %s on %s, %s %s on %s: %s", one->code,
							one->title, from, next->code, next->title,
							to, how));
		told++;
	}
	return result;
}

static int by_freeze(const void *a, const void *b)
{
	const struct portfolio_freeze *first = a, *second = b;
	if (first->freeze->from != second->freeze->from)
		return first->freeze->from < second->freeze->from ? -1 : 1;
	if (first->freeze->to != second->freeze->to)
		return first->freeze->to < second->freeze->to ? -1 : 1;
	if (first->freeze->kind != second->freeze->kind)
		return first->freeze->kind < second->freeze->kind ? -1 : 1;
	return strcmp(first->code, second->code);
}

static bool is_same(const struct pmo_freeze *a, const struct pmo_freeze *b)
{
	return a->from == b->from && a->to == b->to && a->kind == b->kind;
}

/* Releases that fall into a freeze of their own project. */
static void add_hits(struct portfolio_work *work, size_t first, size_t end, struct names *hits)
{
	const struct pmo_freeze *freeze = work->freezes[first].freeze;
	for (size_t i = 0; i < work->release_count; i++) {
		const struct portfolio_release *release = &work->releases[i];
		bool inside = release->date >= freeze->from && release->date <= freeze->to;
		for (size_t at = first; inside && at < end; at++)
			if (work->freezes[at].row == release->row) {
				const char *hit = pmo_arena_format(work->portfolio->arena, "%s %s",
								   release->code, release->title);
				hits->text.failed = hits->text.failed || !hit;
				add_name(hits, hit ? hit : "");
				break;
			}
	}
}

static const char *say_freeze(struct portfolio_work *work, size_t first, size_t end)
{
	static const char *const kinds[] = { "no changes", "no training", "no leave" };
	const struct pmo_freeze *freeze = work->freezes[first].freeze;
	struct names names = { .count = 0 }, hits = { .count = 0 };
	char from[PMO_DATE_LONG_SIZE], to[PMO_DATE_LONG_SIZE];
	pmo_date_format_short(freeze->from, PMO_DATE_NONE, from);
	pmo_date_format_short(freeze->to, PMO_DATE_NONE, to);
	pmo_buffer_init(&names.text, 1 << 16);
	pmo_buffer_init(&hits.text, 1 << 16);
	for (size_t at = first; at < end; at++)
		add_name(&names, work->freezes[at].code);
	add_hits(work, first, end, &hits);
	size_t caught = hits.count;
	const char *list = end_names(work, &names), *inside = end_names(work, &hits);
	if (!list || !inside)
		return NULL;
	return pmo_arena_format(work->portfolio->arena, "%s to %s, %s: %s%s%s", from, to,
				freeze->reason && *freeze->reason ? freeze->reason
								  : kinds[freeze->kind],
				list, caught ? "; in it: " : "", inside);
}

static enum pmo_result compare_freezes(struct portfolio_work *work)
{
	enum pmo_result result = PMO_OK;
	size_t end, told = 0;
	if (work->freeze_count)
		qsort(work->freezes, work->freeze_count, sizeof(*work->freezes), by_freeze);
	for (size_t i = 0; result == PMO_OK && told < FINDINGS && i < work->freeze_count; i = end) {
		for (end = i; end < work->freeze_count &&
			      is_same(work->freezes[end].freeze, work->freezes[i].freeze);)
			end++;
		result = portfolio_add(work, PMO_PORTFOLIO_FREEZE, say_freeze(work, i, end));
		told++;
	}
	return result;
}

enum pmo_result portfolio_compare(struct portfolio_work *work)
{
	enum pmo_result result = portfolio_find_overload(work);
	if (result == PMO_OK)
		result = compare_vendors(work);
	if (result == PMO_OK)
		result = compare_releases(work);
	return result == PMO_OK ? compare_freezes(work) : result;
}

/*
 * A small world for expressions: two registers, a few records with every kind of field.
 * ORD-001 has everything, ORD-002 nothing but a title; DSP and NET are people.
 */
#ifndef TESTS_EXPR_WORLD_H
#define TESTS_EXPR_WORLD_H

#include <pmo/expr.h>
#include <pmo/text.h>

#include "ydoc/ydoc.h"

#include <string.h>

enum { WORLD_RECORD_LIMIT = 16 };

struct expr_world {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_source source;
	struct ydoc doc;
	struct pmo_calendar calendar;
	struct pmo_world world;
	struct pmo_schema *order, *person;
	struct pmo_record records[WORLD_RECORD_LIMIT];
	size_t count;
};

static const char *const world_kinds[] = { "threat", "opportunity", "due", NULL };
static const char *const world_impacts[] = { "low", "medium", "high", NULL };
static const char *const world_levels[] = { "junior", "senior", "chief", NULL };

static const struct pmo_field world_quote[] = {
	{ .name = "vendor", .kind = PMO_REF },
	{ .name = "amount", .kind = PMO_MONEY },
	{ .name = "date", .kind = PMO_DATE },
	{ .name = "selected", .kind = PMO_YES_NO },
	{ .name = "by", .kind = PMO_REF, .to = "person" },
	{ 0 },
};

static const struct pmo_field world_line[] = {
	{ .name = "item", .kind = PMO_TEXT },
	{ .name = "qty", .kind = PMO_INTEGER },
	{ .name = "unit_price", .kind = PMO_MONEY },
	{ .name = "quotes", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = world_quote },
	{ 0 },
};

static const struct pmo_field world_order_fields[] = {
	{ .name = "due", .kind = PMO_DATE },
	{ .name = "kind", .kind = PMO_CHOICE, .choices = world_kinds },
	{ .name = "impact", .kind = PMO_CHOICE, .choices = world_impacts },
	{ .name = "wish", .kind = PMO_CHOICE, .choices = world_impacts },
	{ .name = "impacts", .kind = PMO_CHOICE, .choices = world_impacts, .flags = PMO_LIST },
	{ .name = "probability", .kind = PMO_INTEGER, .was = "chance" },
	{ .name = "weight", .kind = PMO_NUMBER },
	{ .name = "percent", .kind = PMO_PERCENT },
	{ .name = "amount", .kind = PMO_MONEY },
	{ .name = "paid", .kind = PMO_MONEY },
	{ .name = "duration", .kind = PMO_DURATION },
	{ .name = "effort", .kind = PMO_DURATION },
	{ .name = "start", .kind = PMO_DATE },
	{ .name = "meets", .kind = PMO_MOMENT },
	{ .name = "ends", .kind = PMO_MOMENT },
	{ .name = "urgent", .kind = PMO_YES_NO },
	{ .name = "calm", .kind = PMO_YES_NO },
	{ .name = "summary", .kind = PMO_PROSE },
	{ .name = "approver", .kind = PMO_REF, .to = "person" },
	{ .name = "requester", .kind = PMO_REF, .to = "person" },
	{ .name = "reviewers", .kind = PMO_REF, .to = "person", .flags = PMO_LIST },
	{ .name = "parent", .kind = PMO_REF, .to = "order" },
	{ .name = "quotes", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = world_quote },
	{ .name = "best", .kind = PMO_STRUCT, .members = world_quote },
	{ .name = "lines", .kind = PMO_STRUCT, .flags = PMO_LIST, .members = world_line },
	{ .name = "rates", .kind = PMO_NUMBER, .flags = PMO_LIST },
	{ .name = "steps", .kind = PMO_DURATION, .flags = PMO_LIST },
	{ .name = "days_off", .kind = PMO_DATE, .flags = PMO_LIST },
	{ .name = "empty", .kind = PMO_MONEY, .flags = PMO_LIST },
	{ .name = "missing", .kind = PMO_MONEY },
	{ .name = "score", .kind = PMO_INTEGER, .derive = "probability * 10" },
	{ .name = "total", .kind = PMO_MONEY, .derive = "sum(lines, qty * unit_price)" },
	{ .name = "color",
	  .kind = PMO_CHOICE,
	  .choices = world_impacts,
	  .derive = "if(score >= 40, 'high', 'low')" },
	{ .name = "spin", .kind = PMO_INTEGER, .derive = "1 + if(parent, parent.spin, 0)" },
	{ .name = "twice", .kind = PMO_INTEGER, .derive = "parent.twice + parent.twice" },
	{ 0 },
};

static const struct pmo_state world_order_states[] = {
	{ "draft", PMO_STATE_OPEN, NULL },
	{ "active", PMO_STATE_OPEN, NULL },
	{ "closed", PMO_STATE_CLOSED, NULL },
	{ 0 },
};

static const struct pmo_register world_order = {
	.name = "order",
	.plural = "orders",
	.prefix = "ORD",
	.fields = world_order_fields,
	.states = world_order_states,
};

static const struct pmo_field world_person_fields[] = {
	{ .name = "org", .kind = PMO_TEXT },
	{ .name = "level", .kind = PMO_CHOICE, .choices = world_levels },
	{ .name = "boss", .kind = PMO_REF, .to = "person" },
	{ .name = "joined", .kind = PMO_DATE },
	{ .name = "rate", .kind = PMO_MONEY },
	{ 0 },
};

static const struct pmo_register world_person = {
	.name = "person",
	.plural = "people",
	.prefix = "PER",
	.handles = true,
	.fields = world_person_fields,
};

static const char world_text[] =
	"ORD-001:\n"
	"  title: Fiber Ring, Stra\xc3\x9f"
	"e 5\n"
	"  status: active\n"
	"  owner: DSP\n"
	"  due: 2026-11-20\n"
	"  kind: threat\n"
	"  impact: high\n"
	"  wish: low\n"
	"  impacts: [low, medium]\n"
	"  probability: 4\n"
	"  weight: 2.50\n"
	"  percent: 45\n"
	"  amount: 12500.00\n"
	"  paid: 500.50\n"
	"  duration: 2w\n"
	"  effort: 6h\n"
	"  start: 2026-11-02\n"
	"  meets: 2026-11-20 14:00\n"
	"  ends: 2026-11-20 15:30\n"
	"  urgent: yes\n"
	"  calm: no\n"
	"  summary: Permit held at the county\n"
	"  approver: dsp\n"
	"  requester: NET\n"
	"  reviewers: [NET, DSP]\n"
	"  parent: ORD-003\n"
	"  tags: [cjis, night work]\n"
	"  quotes:\n"
	"    - {vendor: VEN-001, amount: 4000.00, date: 2026-10-01, selected: no, by: DSP}\n"
	"    - {vendor: VEN-002, amount: 6000.00, date: 2026-10-05, selected: yes, by: NET}\n"
	"    - {vendor: VEN-003, date: 2026-10-09}\n"
	"  best: {vendor: VEN-002, amount: 6000.00}\n"
	"  lines:\n"
	"    - item: cable\n"
	"      qty: 3\n"
	"      unit_price: 100.00\n"
	"      quotes: [{vendor: VEN-001, amount: 90.00}, {vendor: VEN-002, amount: 95.00}]\n"
	"    - item: rack\n"
	"      qty: 2\n"
	"      unit_price: 250.25\n"
	"  rates: [1.5, 2.25, x, 3]\n"
	"  steps: [1d, 6h]\n"
	"  days_off: [2026-11-26, 2026-12-24]\n"
	"  notes: [\"2026-11-02 DSP: HR confirmed\"]\n"
	"ORD-002:\n"
	"  title: Nothing\n"
	"ORD-003:\n"
	"  title: The whole\n"
	"  status: closed\n"
	"  owner: NET\n"
	"  due: 2026-01-05\n"
	"  impact: medium\n"
	"  probability: 2\n"
	"  parent: ORD-004\n"
	"  amount: abc\n"
	"ORD-004:\n"
	"  title: Above it\n"
	"  due: 2026-11-02\n"
	"  owner: NET\n"
	"ORD-005:\n"
	"  title: In a circle\n"
	"  parent: ORD-005\n"
	"  status: void\n"
	"DSP:\n"
	"  title: Dana Price\n"
	"  org: County\n"
	"  level: senior\n"
	"  boss: NET\n"
	"  joined: 2020-03-02\n"
	"  rate: 80.00\n"
	"NET:\n"
	"  title: Nell Tran\n"
	"  org: City\n"
	"  level: chief\n"
	"  joined: 2015-06-01\n"
	"  rate: 95.00\n";

static const struct pmo_record *world_find(void *store, const struct pmo_record *from,
					   const char *id, const char *registers)
{
	const struct expr_world *world = store;
	for (size_t i = 0; i < world->count; i++) {
		const struct pmo_record *record = &world->records[i];
		const char *name = record->schema->table->name;
		if (from && pmo_ascii_equal(record->id, id) &&
		    (!registers || pmo_word_is_in(registers, name)))
			return record;
	}
	return NULL;
}

static bool world_begin(struct expr_world *world)
{
	memset(world, 0, sizeof(*world));
	pmo_arena_init(&world->arena);
	pmo_diags_init(&world->diags, &world->arena);
	pmo_calendar_init(&world->calendar);
	world->source = (struct pmo_source){ .path = "orders.yaml",
					     .bytes = world_text,
					     .length = sizeof(world_text) - 1 };
	world->world = (struct pmo_world){ .arena = &world->arena,
					   .calendar = &world->calendar,
					   .me = "DSP",
					   .minutes_per_day = 480,
					   .find = world_find,
					   .store = world };
	if (pmo_date_from_civil(2026, 11, 23, &world->world.today) != PMO_OK ||
	    pmo_calendar_add_holiday(&world->calendar, &world->arena, world->world.today + 3,
				     "Thanksgiving") != PMO_OK ||
	    schema_compile(&world->arena, &world_order, &world->diags, &world->order) != PMO_OK ||
	    schema_compile(&world->arena, &world_person, &world->diags, &world->person) != PMO_OK ||
	    ydoc_read(&world->doc, &world->arena, &world->source, &world->diags) != PMO_OK)
		return false;
	for (const struct ydoc_node *node = world->doc.root->first;
	     node && world->count < WORLD_RECORD_LIMIT; node = node->next)
		world->records[world->count++] = (struct pmo_record){
			.schema = strncmp(node->key, "ORD-", 4) == 0 ? world->order : world->person,
			.world = &world->world,
			.doc = &world->doc,
			.node = node,
			.id = node->key,
			.path = "orders.yaml",
		};
	return true;
}

static void world_end(struct expr_world *world)
{
	pmo_arena_release(&world->arena);
}

#endif

/* Judging records: values, names, references, what is missing, rules, old against new. */
#include "unit.h"

#include "ydoc/ydoc.h"

#include <pmo/record.h>
#include <pmo/text.h>
#include <string.h>

static const char *const levels[] = { "low", "high", NULL };

static const struct pmo_field quote_members[] = {
	{ .name = "vendor", .kind = PMO_REF, .to = "vendor" },
	{ .name = "amount", .kind = PMO_MONEY },
	{ 0 },
};

static const struct pmo_field own_fields[] = {
	{ .name = "level",
	  .kind = PMO_CHOICE,
	  .choices = levels,
	  .flags = PMO_NEEDED,
	  .was = "grade|rank" },
	{ .name = "due", .kind = PMO_DATE, .when = "level = high" },
	{ .name = "impact", .kind = PMO_INTEGER, .range = "1..5" },
	{ .name = "score", .kind = PMO_INTEGER, .derive = "impact * 2" },
	{ .name = "ring", .kind = PMO_INTEGER, .derive = "ring + 1" },
	{ .name = "quotes", .kind = PMO_STRUCT, .members = quote_members, .flags = PMO_LIST },
	{ 0 },
};

static const struct pmo_rule rules[] = {
	{ "odd-high", PMO_ADVICE, "impact >= 4",
	  "is {level} with {score} of {impact * 2}{nothing at all", "impact", "look again" },
	{ "odd-quote", PMO_WARNING, "quotes", "has {first(quotes)}, {count(quotes)}", NULL, NULL },
	{ "odd-ring", PMO_WARNING, "ring > 0", "goes round", NULL, NULL },
	{ 0 },
};

static const struct pmo_control controls[] = {
	{ "item-settled", "due=|quotes=", "level = high", "is {level}",
	  "make another one than {id}" },
	{ 0 },
};

static const struct pmo_register table = {
	.name = "item",
	.plural = "items",
	.prefix = "ITM",
	.fields = own_fields,
	.rules = rules,
	.controls = controls,
	.undated = true,
};

struct fixture {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_schema *schema;
	struct pmo_world world;
	struct pmo_record known, gone;
	struct pmo_source gone_source;
	struct ydoc gone_doc;
	struct pmo_buffer out;
};

static const struct pmo_record *find(void *store, const struct pmo_record *from, const char *id,
				     const char *registers)
{
	struct fixture *fixture = store;
	(void)from, (void)registers;
	if (strcmp(id, "VEN-001") == 0 || strcmp(id, "PC") == 0)
		return &fixture->known;
	return strcmp(id, "VEN-002") == 0 ? &fixture->gone : NULL;
}

static const char *nearest(void *store, const struct pmo_record *from, const char *id,
			   const char *registers)
{
	(void)store, (void)from, (void)id;
	return registers && strcmp(registers, "vendor") == 0 ? "VEN-001" : NULL;
}

static bool keeps(void *store, const struct pmo_record *from, const char *registers)
{
	(void)store, (void)from;
	return !registers || strcmp(registers, "person") != 0;
}

static void read_doc(struct fixture *fixture, const char *text, struct pmo_source *source,
		     struct ydoc *doc)
{
	struct pmo_diags unheard;
	pmo_diags_init(&unheard, &fixture->arena);
	*source = (struct pmo_source){ "items.yaml", text, strlen(text), 0 };
	assert_int_equal(ydoc_read(doc, &fixture->arena, source, &unheard), PMO_OK);
}

static int set_up(void **state)
{
	static struct fixture fixture;
	memset(&fixture, 0, sizeof(fixture));
	pmo_arena_init(&fixture.arena);
	pmo_diags_init(&fixture.diags, &fixture.arena);
	pmo_buffer_init(&fixture.out, PMO_BUFFER_LIMIT);
	assert_int_equal(schema_compile(&fixture.arena, &table, &fixture.diags, &fixture.schema),
			 PMO_OK);
	fixture.world.arena = &fixture.arena;
	assert_int_equal(pmo_date_from_civil(2026, 11, 20, &fixture.world.today), PMO_OK);
	fixture.world.minutes_per_day = PMO_MINUTES_PER_DAY;
	fixture.world.find = find;
	fixture.world.nearest = nearest;
	fixture.world.keeps = keeps;
	fixture.world.store = &fixture;
	fixture.known.schema = fixture.gone.schema = fixture.schema;
	fixture.known.world = fixture.gone.world = &fixture.world;
	read_doc(&fixture, "status: void\n", &fixture.gone_source, &fixture.gone_doc);
	fixture.gone.doc = &fixture.gone_doc;
	fixture.gone.node = fixture.gone_doc.root;
	*state = &fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	pmo_buffer_release(&fixture->out);
	pmo_arena_release(&fixture->arena);
	return 0;
}

static struct pmo_record *record_of(struct fixture *fixture, const char *text)
{
	struct pmo_record *record = pmo_arena_alloc(&fixture->arena, sizeof(*record));
	struct ydoc *doc = pmo_arena_alloc(&fixture->arena, sizeof(*doc));
	struct pmo_source *source = pmo_arena_alloc(&fixture->arena, sizeof(*source));
	read_doc(fixture, text, source, doc);
	*record = (struct pmo_record){ .schema = fixture->schema,
				       .world = &fixture->world,
				       .doc = doc,
				       .node = doc->root,
				       .id = "ITM-001" };
	return record;
}

static const char *judge(struct fixture *fixture, const char *text, const char *old)
{
	pmo_diags_init(&fixture->diags, &fixture->arena);
	pmo_record_check(record_of(fixture, text), old ? record_of(fixture, old) : NULL,
			 &fixture->diags);
	pmo_buffer_clear(&fixture->out);
	for (const struct pmo_diag *diag = fixture->diags.first; diag; diag = diag->next) {
		pmo_diag_format(diag, false, &fixture->out);
		if (diag->hint)
			pmo_buffer_add_format(&fixture->out, "hint: %s\n", diag->hint);
	}
	return fixture->out.data;
}

static void each_fault_is_told_with_its_place_and_what_to_do(void **state)
{
	static const struct {
		const char *text, *told;
	} cases[] = {
		{ "title: A\nlevel: low\n", "" },
		{ "title: A\nrank: low\n", "" },
		{ "title: A\nstatus: closed\n", "" },
		{ "title: A\nstatus: void\n", "" },
		{ "",
		  "ITM-001 lacks title, level [incomplete]\nhint: pmo set ITM-001 FIELD=VALUE\n" },
		{ "title: A\nlevel: high\n",
		  "items.yaml:1:1: warning: ITM-001 lacks due [incomplete]\n"
		  "hint: pmo set ITM-001 FIELD=VALUE\n" },
		{ "title: A\nlevel: low\nimpct: 3\n",
		  "items.yaml:3:1: warning: item has no field 'impct' [field-unknown]\n"
		  "hint: nearest is impact; own fields go into pmo.yaml\n" },
		{ "title: A\nlevel: low\nzzzzzz: 3\n",
		  "items.yaml:3:1: warning: item has no field 'zzzzzz' [field-unknown]\n"
		  "hint: own fields go into pmo.yaml, under fields\n" },
		{ "title: A\nlevel: low\nscore: 9\n",
		  "items.yaml:3:1: warning: 'score' is computed, what stands here is ignored"
		  " [field-derived]\nhint: take the line away\n" },
		{ "title: A\nlevel: low\nimpact: 9\n",
		  "items.yaml:3:9: error: impact: '9' "
		  "is not a whole number (1..5) [value-type]\n" },
		{ "title: A\nlevel: low\nowner: NOBODY\n", "" },
		{ "title: A\nlevel: low\nquotes: [{vendor: VEN-001}]\n",
		  "items.yaml:1:1: warning: ITM-001 has , 1 [odd-quote]\n" },
		{ "title: A\nlevel: low\nstatus: void\nquotes: [{vendor: VEN-009, amount: x}]\n",
		  "items.yaml:4:36: error: amount: 'x' "
		  "is not an amount such as 12500.00 [value-type]\n"
		  "items.yaml:4:19: error: vendor 'VEN-009' is no vendor [ref-missing]\n"
		  "hint: nearest is VEN-001\n" },
		{ "title: A\nlevel: low\nlinks: VEN-002\n",
		  "items.yaml:3:8: error: links 'VEN-002' is void [ref-void]\n" },
		{ "title: A\nlevel: low\nlinks: [X-9]\n",
		  "items.yaml:3:9: error: links 'X-9' is no record here [ref-missing]\n" },
		{ "title: A\nlevel: low\nimpact: 4\n",
		  "items.yaml:3:9: advice: ITM-001 is low with 8 of 8{nothing at all [odd-high]\n"
		  "hint: look again\n" },
		{ "just text\n",
		  "items.yaml:1:1: error: ITM-001: expected fields, found text"
		  " [file-shape]\nhint: write each field as 'name: value' on a line of"
		  " its own\n" },
		{ "- a\n", "items.yaml:1:1: error: ITM-001: expected fields, found a list"
			   " [file-shape]\nhint: write each field as 'name: value' on a line of"
			   " its own\n" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *told = judge(*state, cases[i].text, NULL);
		if (strcmp(told, cases[i].told) != 0 &&
		    (*cases[i].text || !strstr(told, cases[i].told)))
			fail_msg("%s-----\n%s", cases[i].text, told);
	}
}

static void only_what_a_change_brings_is_told(void **state)
{
	static const char old[] = "title: A\nlevel: low\nimpact: 9\nzzzzzz: 1\nlinks: [X-9]\n";
	struct fixture *fixture = *state;
	assert_string_equal(judge(fixture, old, old), "");
	assert_string_equal(judge(fixture, "title: B\nlevel: low\nlinks: [X-9]\n", old), "");
	const char *told =
		judge(fixture, "title: A\nlevel: low\nimpact: 8\nlinks: [X-9, X-8]\n", old);
	assert_non_null(strstr(told, "impact: '8'"));
	assert_non_null(strstr(told, "links 'X-8'"));
	assert_null(strstr(told, "X-9"));
	assert_int_equal(fixture->diags.count[PMO_ERROR], 2);
}

static void what_a_control_keeps_does_not_change_once_it_is_there(void **state)
{
	static const char low[] = "title: A\nlevel: low\ndue: 2026-11-20\n";
	static const char high[] = "title: A\nlevel: high\ndue: 2026-11-20\n";
	static const char told[] = "items.yaml:1:1: error: ITM-001 is high (due) [item-settled]\n"
				   "hint: make another one than ITM-001\n";
	struct fixture *fixture = *state;
	assert_string_equal(judge(fixture, "title: A\nlevel: high\ndue: 2026-11-23\n", low), "");
	assert_string_equal(judge(fixture, "title: B\nlevel: high\ndue: 2026-11-20\n", high), "");
	assert_string_equal(judge(fixture, "title: A\nlevel: high\ndue: 2026-11-23\n", high), told);
	assert_string_equal(judge(fixture, "title: A\nlevel: low\ndue: 2026-11-23\n", high), told);
	assert_string_equal(judge(fixture, "title: A\nlevel: low\n", high), told);
	assert_null(strstr(judge(fixture, high, "title: A\nlevel: high\n"), "settled"));
}

static void a_record_that_could_not_be_read_is_not_judged_again(void **state)
{
	struct fixture *fixture = *state;
	struct pmo_record record = { .schema = fixture->schema,
				     .world = &fixture->world,
				     .id = "ITM-001",
				     .unreadable = true };
	pmo_diags_init(&fixture->diags, &fixture->arena);
	pmo_record_check(&record, NULL, &fixture->diags);
	assert_null(fixture->diags.first);
}

static void a_world_without_other_records_finds_no_fault_in_references(void **state)
{
	struct fixture *fixture = *state;
	fixture->world.find = NULL;
	assert_string_equal(judge(fixture, "title: A\nlevel: low\nlinks: [X-9]\n", NULL), "");
	fixture->world.find = find;
	fixture->world.keeps = NULL;
	fixture->world.nearest = NULL;
	assert_non_null(strstr(judge(fixture, "title: A\nlevel: low\nowner: N\n", NULL),
			       "owner 'N' is no person"));
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		CASE(each_fault_is_told_with_its_place_and_what_to_do),
		CASE(only_what_a_change_brings_is_told),
		CASE(what_a_control_keeps_does_not_change_once_it_is_there),
		CASE(a_record_that_could_not_be_read_is_not_judged_again),
		CASE(a_world_without_other_records_finds_no_fault_in_references),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Records as views: values, states, what is missing, which moves are open, and as JSON. */
#include "unit.h"

#include "ydoc/ydoc.h"

#include <pmo/record.h>
#include <string.h>

static const char *const levels[] = { "low", "high", NULL };

static const struct pmo_field pair[] = { { .name = "who", .kind = PMO_REF },
					 { .name = "share", .kind = PMO_PERCENT },
					 { 0 } };

static const struct pmo_field fields[] = {
	{ .name = "level",
	  .kind = PMO_CHOICE,
	  .choices = levels,
	  .was = "grade|rank",
	  .flags = PMO_NEEDED },
	{ .name = "starts", .kind = PMO_MOMENT },
	{ .name = "due", .kind = PMO_DATE, .when = "level = high" },
	{ .name = "cost", .kind = PMO_MONEY },
	{ .name = "twice", .kind = PMO_MONEY, .derive = "cost * 2" },
	{ .name = "ring", .kind = PMO_NUMBER, .derive = "other + 1" },
	{ .name = "other", .kind = PMO_NUMBER, .derive = "ring + 1" },
	{ .name = "share", .kind = PMO_STRUCT, .members = pair, .flags = PMO_LIST },
	{ .name = "ours", .kind = PMO_INTEGER, .flags = PMO_OWN },
	{ 0 },
};
static const struct pmo_state states[] = { { "new", PMO_STATE_OPEN, NULL },
					   { "active", PMO_STATE_OPEN, NULL },
					   { "closed", PMO_STATE_CLOSED, NULL },
					   { 0 } };
static const struct pmo_move moves[] = {
	{ .verb = "begin", .from = "new", .to = "active", .needs = "level  owner" },
	{ .verb = "close",
	  .from = "active",
	  .to = "closed",
	  .guard = "cost > 5",
	  .refusal = "too cheap" },
	{ .verb = "drop", .from = "*", .to = "closed", .needs = "note" },
	{ .verb = "check", .from = "new|active", .to = "new", .guard = "due" },
	{ 0 },
};
static const struct pmo_register table = {
	.name = "item",
	.plural = "items",
	.prefix = "ITM",
	.fields = fields,
	.states = states,
	.moves = moves,
	.done = "cost > 100",
	.undated = true,
};

struct fixture {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_schema *schema;
	struct pmo_world world;
	struct pmo_source source;
	struct ydoc doc;
	struct pmo_record record;
	struct pmo_buffer out;
};

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
	fixture.world.minutes_per_day = PMO_MINUTES_PER_DAY;
	assert_int_equal(pmo_date_from_civil(2026, 11, 20, &fixture.world.today), PMO_OK);
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

static const struct pmo_record *record_of(struct fixture *fixture, const char *text)
{
	fixture->source = (struct pmo_source){ "items.yaml", text, strlen(text), 0 };
	assert_int_equal(
		ydoc_read(&fixture->doc, &fixture->arena, &fixture->source, &fixture->diags),
		PMO_OK);
	fixture->record = (struct pmo_record){ .schema = fixture->schema,
					       .world = &fixture->world,
					       .doc = &fixture->doc,
					       .node = fixture->doc.root,
					       .id = "ITM-001",
					       .path = "items.yaml" };
	return &fixture->record;
}

static const char *formatted(struct fixture *fixture, const struct pmo_record *record,
			     const char *name)
{
	int index = pmo_schema_field(fixture->schema, name);
	struct pmo_value value = pmo_record_get(record, index);
	pmo_buffer_clear(&fixture->out);
	if (value.presence != PMO_ABSENT)
		pmo_value_format(fixture->schema->fields[index], &value, &fixture->out);
	return fixture->out.data;
}

static void values_are_read_or_worked_out_when_they_are_asked_for(void **state)
{
	struct fixture *fixture = *state;
	const struct pmo_record *record =
		record_of(fixture, "rank: high\ncost: 7\ntwice: 1.00\nstatus: active\nowner: no\n");
	assert_string_equal(formatted(fixture, record, "level"), "high");
	assert_string_equal(formatted(fixture, record, "twice"), "14.00");
	assert_string_equal(formatted(fixture, record, "owner"), "no");
	assert_string_equal(pmo_record_text(record, fixture->schema->owner), "no");
	assert_null(pmo_record_text(record, pmo_schema_field(fixture->schema, "cost")));
	struct pmo_value none = pmo_record_get(record, -1);
	assert_int_equal(none.presence, PMO_ABSENT);
	none = pmo_record_get(record, 10000);
	assert_int_equal(none.presence, PMO_ABSENT);
	none = pmo_record_get_name(record, "nothing");
	assert_int_equal(none.presence, PMO_ABSENT);
	record = record_of(fixture, "cost: lots\ngrade:\nrank: low\n");
	assert_string_equal(pmo_record_text(record, pmo_schema_field(fixture->schema, "cost")),
			    "lots");
	assert_string_equal(formatted(fixture, record, "twice"), "");
	record = record_of(fixture, "- cost\n");
	assert_string_equal(formatted(fixture, record, "cost"), "");
}

static void values_that_need_each_other_end(void **state)
{
	struct fixture *fixture = *state;
	const struct pmo_record *record = record_of(fixture, "title: A\n");
	struct pmo_value value = pmo_record_get_name(record, "ring");
	assert_int_equal(value.presence, PMO_ABSENT);
	assert_int_equal(fixture->world.depth, 0);
}

static void a_state_that_is_none_is_the_first(void **state)
{
	static const struct {
		const char *text, *state;
		bool open, is_void;
	} cases[] = {
		{ "", "new", true, false },
		{ "status:\n", "new", true, false },
		{ "status: active\n", "active", true, false },
		{ "status: lost\n", "new", true, false },
		{ "status: [active]\n", "new", true, false },
		{ "status: closed\n", "closed", false, false },
		{ "status: void\n", "void", false, true },
		{ "status: active\ncost: 101\n", "active", false, false },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct pmo_record *record = record_of(*state, cases[i].text);
		assert_string_equal(pmo_record_state(record)->name, cases[i].state);
		assert_int_equal(pmo_record_is_open(record), cases[i].open);
		assert_int_equal(pmo_record_is_void(record), cases[i].is_void);
	}
}

static void what_is_open_and_late_is_overdue(void **state)
{
	static const struct {
		const char *due, *text;
		bool overdue;
	} cases[] = {
		{ "due", "due: 2026-11-19\n", true },
		{ "due", "due: 2026-11-20\n", false },
		{ "due", "due: 2026-11-19\nstatus: closed\n", false },
		{ "due", "due: soon\n", false },
		{ "due", "title: A\n", false },
		{ "starts", "starts: 2026-11-19 23:59\n", true },
		{ "starts", "starts: 2026-11-20 00:00\n", false },
		{ "cost", "cost: 1\n", false },
		{ "tags", "tags: [a]\n", false },
	};
	struct fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		fixture->schema->due = pmo_schema_field(fixture->schema, cases[i].due);
		if (pmo_record_is_overdue(record_of(fixture, cases[i].text)) != cases[i].overdue)
			fail_msg("%s", cases[i].text);
		fixture->schema->due = pmo_schema_field(fixture->schema, "due");
	}
}

static void what_is_missing_depends_on_what_is_there(void **state)
{
	static const struct {
		const char *text, *missing;
	} cases[] = {
		{ "", "title, level" },
		{ "title: A\nlevel: low\n", "" },
		{ "title: A\nlevel: high\n", "due" },
		{ "title: A\nlevel: high\ndue: soon\n", "" },
		{ "title: A\nrank: high\ndue:\n", "due" },
	};
	struct fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		pmo_buffer_clear(&fixture->out);
		pmo_buffer_add_text(&fixture->out, "has not ");
		pmo_record_missing(record_of(fixture, cases[i].text), &fixture->out);
		assert_string_equal(fixture->out.data + 8, cases[i].missing);
	}
}

static void a_move_is_open_or_says_what_it_lacks(void **state)
{
	static const struct {
		const char *text;
		size_t move;
		bool note;
		const char *why; /* NULL: it is open */
	} cases[] = {
		{ "", 0, false, "it needs level, owner" },
		{ "level: low\n", 0, false, "it needs owner" },
		{ "level: odd\nowner: X\n", 0, false, "it needs level" },
		{ "level: low\nowner: X\n", 0, false, NULL },
		{ "status: closed\n", 0, false, "it is closed" },
		{ "status: active\ncost: 5\n", 1, false, "too cheap" },
		{ "status: active\ncost: 6\n", 1, false, NULL },
		{ "", 2, false, "it needs a reason (--note)" },
		{ "", 2, true, NULL },
		{ "status: closed\n", 2, true, "it is closed" },
		{ "status: void\n", 2, true, "it is void" },
		{ "", 3, false, "it needs: due" },
	};
	struct fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		pmo_buffer_clear(&fixture->out);
		enum pmo_result result =
			pmo_record_may_move(record_of(fixture, cases[i].text),
					    &moves[cases[i].move], cases[i].note, &fixture->out);
		assert_int_equal(result, cases[i].why ? PMO_REFUSED : PMO_OK);
		assert_string_equal(fixture->out.data, cases[i].why ? cases[i].why : "");
	}
}

static void the_moves_from_a_state_follow_the_table(void **state)
{
	const struct pmo_record *record = record_of(*state, "status: active\n");
	const struct pmo_move *move = pmo_record_next_move(record, NULL);
	assert_ptr_equal(move, &moves[1]);
	move = pmo_record_next_move(record, move);
	assert_ptr_equal(move, &moves[2]);
	move = pmo_record_next_move(record, move);
	assert_ptr_equal(move, &moves[3]);
	assert_null(pmo_record_next_move(record, move));
	assert_null(pmo_record_next_move(record_of(*state, "status: void\n"), NULL));
}

static void a_record_knows_where_it_stands(void **state)
{
	struct fixture *fixture = *state;
	record_of(fixture, "# x\ntitle: A\n");
	struct pmo_place place = pmo_record_place(&fixture->record);
	assert_int_equal(place.offset, 4);
	assert_string_equal(place.subject, "ITM-001");
	record_of(fixture, "\nITM-001:\n  title: A\n");
	fixture->record.node = fixture->doc.root->first;
	place = pmo_record_place(&fixture->record);
	assert_int_equal(place.offset, 1);
	assert_int_equal(place.length, 7);
	fixture->record.node = NULL;
	assert_string_equal(pmo_record_place(&fixture->record).source->path, "items.yaml");
	fixture->record.doc = NULL;
	assert_null(pmo_record_place(&fixture->record).source);
}

static void all_of_a_record_goes_out_each_part_apart(void **state)
{
	static const struct {
		const char *text, *json;
	} cases[] = {
		{ "", "{\"id\":\"ITM-001\",\"register\":\"item\",\"status\":\"new\"}" },
		{ "title: A\ncost: 7\nstatus: active\nours: 3\n",
		  "{\"id\":\"ITM-001\",\"register\":\"item\",\"title\":\"A\",\"status\":\"active\","
		  "\"cost\":\"7.00\",\"derived\":{\"twice\":\"14.00\"},\"own\":{\"ours\":3}}" },
		{ "rank: low\nodd: [1, {a: b}]\nodd: x\ncost: lots\n",
		  "{\"id\":\"ITM-001\",\"register\":\"item\",\"status\":\"new\",\"level\":\"low\","
		  "\"unknown\":{\"odd\":[\"1\",{\"a\":\"b\"}]},\"bad\":{\"cost\":\"lots\"}}" },
		{ "share:\n  - {who: DSP, share: 5}\n  - {who: PC, share: much}\nstatus: lost\n",
		  "{\"id\":\"ITM-001\",\"register\":\"item\","
		  "\"bad\":{\"status\":\"lost\",\"share\":"
		  "[{\"who\":\"DSP\",\"share\":\"5\"},{\"who\":\"PC\",\"share\":\"much\"}]}}" },
		{ "share: [{who: DSP}]\ntwice: 3\n",
		  "{\"id\":\"ITM-001\",\"register\":\"item\",\"status\":\"new\","
		  "\"share\":[{\"who\":\"DSP\"}]}" },
	};
	struct fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct pmo_sink sink;
		pmo_buffer_clear(&fixture->out);
		pmo_sink_init(&sink, &fixture->out, PMO_SINK_JSON_COMPACT);
		pmo_record_sink(record_of(fixture, cases[i].text), &sink);
		assert_int_equal(pmo_sink_finish(&sink), PMO_OK);
		pmo_buffer_truncate(&fixture->out, strcspn(fixture->out.data, "\n"));
		assert_string_equal(fixture->out.data, cases[i].json);
	}
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		CASE(values_are_read_or_worked_out_when_they_are_asked_for),
		CASE(values_that_need_each_other_end),
		CASE(a_state_that_is_none_is_the_first),
		CASE(what_is_open_and_late_is_overdue),
		CASE(what_is_missing_depends_on_what_is_there),
		CASE(a_move_is_open_or_says_what_it_lacks),
		CASE(the_moves_from_a_state_follow_the_table),
		CASE(a_record_knows_where_it_stands),
		CASE(all_of_a_record_goes_out_each_part_apart),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

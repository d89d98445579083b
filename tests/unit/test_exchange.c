/* A whole workspace as JSON and back: nothing is lost. */
#include "exchange_box.h"

#include "store/workspace.h"
#include "ydoc/edit.h"

static void expect_same(const char *a, size_t a_length, const char *b, size_t b_length)
{
	if (a_length == b_length && memcmp(a, b, a_length) == 0)
		return;
	size_t at = 0;
	while (at < a_length && at < b_length && a[at] == b[at])
		at++;
	size_t from = at < 200 ? 0 : at - 200;
	fail_msg("before:\n%.400s\nafter:\n%.400s", a + from, b + from);
}

/* What is exported, imported elsewhere and exported again is the same. */
static void round_trip(struct sandbox *box)
{
	size_t first_length, second_length;
	struct sandbox *other = sandbox_new();
	const char *first = export_of(box, &first_length);
	if (create(other, first, first_length) != PMO_OK)
		fail_msg("%s", sandbox_messages(other));
	const char *second = export_of(other, &second_length);
	expect_same(first, first_length, second, second_length);
	sandbox_free(other);
}

static void the_demo_and_the_fixtures_come_back(void **state)
{
	static const char *const paths[] = { "/../share/demo", "/fixtures/cadup",
					     "/fixtures/import" };
	struct sandbox *box = *state;
	const char *own = box->env.directory;
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		char path[4096];
		snprintf(path, sizeof(path), "%s%s", TESTS_DIR, paths[i]);
		char *real = realpath(path, NULL);
		assert_non_null(real);
		box->env.directory = real;
		round_trip(box);
		free(real);
	}
	sandbox_close(box);
	box->env.directory = own;
}

/* A small generator of numbers, so that every run tries the same. */
static uint32_t roll(uint32_t *seed, uint32_t sides)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed % sides;
}

static const char *const awkward[] = {
	"",
	" ",
	"~",
	"null",
	"no",
	"1.10",
	"0x1F",
	"2026-11-20",
	"- x",
	"a: b",
	"a #b",
	"#a",
	"'",
	"\"",
	"\\",
	"a\\nb",
	"{a}",
	"[",
	"two\nlines",
	"two\nlines\n",
	"\n",
	"a\n\n\nb",
	"tab\there",
	"trailing ",
	" leading",
	"end:",
	"key: value: more",
	"\xc3\xbc\xe2\x82\xac\xf0\x9f\x98\x80",
	"\xe2\x80\xa8",
	"\xc2\x85",
	"\x01\x1b[31m",
	"\xef\xbb\xbf"
	"bom",
	"\x7f",
	"%x",
	"@x",
	"`",
	"!t",
	"&a",
	"*a",
	"? a",
	": a",
	"---",
	"...",
	"a,b",
	"2026-11-20 PC: granted",
	"  - a\n  - b\n",
	"2026-11-20 active>closed PC: \"quoted\" # no comment",
	"|",
	">-",
	"<<",
	"=",
	"\r\n",
	"yes",
	"1e400",
	"-",
	"+1",
	"12:30:45",
	"\xef\xbf\xbe",
	"\xe2\x80\xae"
	"rtl",
	"a\rb",
};

enum { AWKWARD = sizeof(awkward) / sizeof(awkward[0]) };

/* Texts that are of a kind, more or less canonical. */
static const char *const typical[PMO_KIND_COUNT][4] = {
	[PMO_DATE] = { "2026-11-20", "1999-01-01", "2028-02-29", "2026-02-30" },
	[PMO_MOMENT] = { "2026-10-21 14:00", "2026-10-21 14:00 America/Chicago", "2026-10-21 09:05",
			 "2026-10-21" },
	[PMO_DURATION] = { "5d", "1.50d", "3cd", "6h" },
	[PMO_MONEY] = { "47000", "47000.00", "-12.50", "0.01" },
	[PMO_PERCENT] = { "45", "45%", "12.50", "100" },
	[PMO_INTEGER] = { "1", "3", "4", "123456789012" },
	[PMO_NUMBER] = { "1.10", "99.95", "0.12345678", "-3" },
	[PMO_YES_NO] = { "yes", "no", "true", "NO" },
	[PMO_REF] = { "DSP", "RSK-001", "netref/TSK-012", "a b" },
};

static struct ydoc_value *scalar(struct pmo_arena *arena, const char *text)
{
	struct ydoc_value *value = ydoc_value_scalar(arena, *text ? YDOC_WORD : YDOC_TEXT, text);
	assert_non_null(value);
	return value;
}

static void add(struct ydoc_value *parent, const char *key, struct ydoc_value *item)
{
	assert_int_equal(ydoc_value_add(parent, key, item), PMO_OK);
}

/* Anything: what stands under keys that nobody knows, and where a date should be. */
static struct ydoc_value *any_value(struct pmo_arena *arena, uint32_t *seed, unsigned depth)
{
	uint32_t shape = depth > 3 ? 0 : roll(seed, 6);
	if (shape < 3)
		return shape ? scalar(arena, awkward[roll(seed, AWKWARD)])
			     : ydoc_value_scalar(arena, YDOC_WORD, "");
	struct ydoc_value *value = shape == 3 ? ydoc_value_map(arena) : ydoc_value_list(arena);
	for (uint32_t i = roll(seed, 4); i; i--) {
		char *key = pmo_arena_format(arena, "%u%s", i, awkward[roll(seed, AWKWARD)]);
		add(value, shape == 3 ? key : NULL, any_value(arena, seed, depth + 1));
	}
	return value;
}

static struct ydoc_value *value_for(struct pmo_arena *arena, uint32_t *seed,
				    const struct pmo_field *field);

static struct ydoc_value *item_for(struct pmo_arena *arena, uint32_t *seed,
				   const struct pmo_field *field)
{
	if (roll(seed, 25) == 0)
		return any_value(arena, seed, 0);
	if (field->kind == PMO_CHOICE)
		return scalar(arena, field->choices[0]);
	if (field->kind == PMO_LINE && roll(seed, 2))
		return ydoc_value_scalar(arena, YDOC_LINE, "2026-11-02 PC: HR confirmed");
	if (typical[field->kind][0])
		return scalar(arena, typical[field->kind][roll(seed, 4)]);
	if (field->kind != PMO_STRUCT)
		return scalar(arena, awkward[roll(seed, AWKWARD)]);
	if (field->brief && roll(seed, 3) == 0)
		return scalar(arena, roll(seed, 2) ? "DSP 50%" : "2026-11-20 5d 1 yes");
	struct ydoc_value *map = ydoc_value_map(arena);
	for (const struct pmo_field *member = field->members; member->name; member++)
		if (roll(seed, 3))
			add(map, member->name, value_for(arena, seed, member));
	if (roll(seed, 20) == 0)
		add(map, "nobody_knows", any_value(arena, seed, 1));
	return map;
}

static struct ydoc_value *value_for(struct pmo_arena *arena, uint32_t *seed,
				    const struct pmo_field *field)
{
	if (!(field->flags & PMO_LIST) || roll(seed, 8) == 0)
		return item_for(arena, seed, field);
	struct ydoc_value *list = ydoc_value_list(arena);
	for (uint32_t i = roll(seed, 4); i; i--)
		add(list, NULL, item_for(arena, seed, field));
	return list;
}

static struct ydoc_value *record_for(struct pmo_arena *arena, uint32_t *seed,
				     const struct pmo_schema *schema)
{
	struct ydoc_value *map = ydoc_value_map(arena);
	if (roll(seed, 20) == 0)
		return any_value(arena, seed, 0);
	for (size_t i = 0; i < schema->field_count; i++) {
		const struct pmo_field *field = schema->fields[i];
		if (roll(seed, 3) == 0)
			add(map, field->name, value_for(arena, seed, field));
		if (field->was && !strchr(field->was, '|') && roll(seed, 2))
			add(map, field->was, value_for(arena, seed, field));
	}
	for (uint32_t i = roll(seed, 3); i; i--)
		add(map, pmo_arena_format(arena, "%u %s", i, awkward[roll(seed, AWKWARD)]),
		    any_value(arena, seed, 0));
	return map;
}

static const char own_things[] =
	"format: 1\nfields:\n  risk:\n    district: {type: choice, choices: [north, south]}\n"
	"    weight: {type: number}\n    parts: {type: money, list: yes}\n"
	"registers:\n  permit:\n    plural: permits\n    prefix: PMT\n    fields:\n"
	"      fee: {type: money}\n      unknown: {type: text}\n      bad: {type: percent}\n";

/* Writes some records of a register as one file, in no order, now and then an id twice. */
static void write_register(struct sandbox *box, const struct pmo_register *table,
			   const struct pmo_schema *schema, uint32_t *seed)
{
	struct pmo_buffer text;
	char path[256];
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	for (uint32_t i = 0; i < 6; i++) {
		struct ydoc_value *entry = ydoc_value_map(&box->arena);
		uint32_t number = (roll(seed, 12) + 995) * (table->handles ? 1 : 1 + roll(seed, 2));
		char *id = table->handles ? pmo_arena_format(&box->arena, "%cx%u",
							     "Hh"[roll(seed, 2)], number)
					  : pmo_arena_format(&box->arena, "%s-%03u", table->prefix,
							     number);
		add(entry, id, record_for(&box->arena, seed, schema));
		assert_int_equal(ydoc_write_map(entry, "\n", &text), PMO_OK);
	}
	snprintf(path, sizeof(path), "%s%s.yaml", table->scope == PMO_SCOPE_PROJECT ? "cadup/" : "",
		 table->place ? table->place : table->plural);
	sandbox_write(box, path, text.data);
	pmo_buffer_release(&text);
}

static void records_of_every_register_come_back(void **state)
{
	struct sandbox *box = *state;
	uint32_t seed = 20261120;
	for (int turn = 0; turn < 6; turn++) {
		sandbox_write(box, "pmo.yaml", own_things);
		sandbox_write(box, "cadup/project.yaml", "title: CAD upgrade\n");
		struct pmo_workspace *workspace = sandbox_open(box);
		const struct pmo_register *table;
		for (size_t i = 0; (table = pmo_workspace_table(workspace, i)); i++)
			if (table->layout != PMO_LAYOUT_SINGLE)
				write_register(box, table,
					       pmo_workspace_schema(workspace, table->name), &seed);
		round_trip(box);
	}
}

static void what_is_odd_stands_apart_as_it_is_written(void **state)
{
	struct sandbox *box = *state;
	size_t length;
	sandbox_write(box, "pmo.yaml",
		      "fields:\n  risk:\n    district: {type: choice, choices: [north, south]}\n");
	sandbox_write(box, "cadup/project.yaml", "title: CAD upgrade\n");
	sandbox_write(box, "cadup/risks.yaml",
		      "RSK-010:\n  title: \"no\"\n  district: north\n  probability: 4\n"
		      "  impact: four\n  colour: {deep: [1.10, "
		      "], none: }\n  score: 3\n"
		      "  notes:\n    - 2026-11-02 PC: HR confirmed\n"
		      "RSK-002: {title: first}\nRSK-002: {title: second}\nRSK-001: just text\n");
	const char *text = export_of(box, &length);
	expect_in(text, "\"RSK-010\": {\n          \"title\": \"no\",\n"
			"          \"probability\": 4,\n");
	expect_in(text, "\"own\": {\n            \"district\": \"north\"\n          }");
	expect_in(text, "\"bad\": {\n            \"impact\": \"four\"\n          }");
	expect_in(text, "\"notes\": [\n            \"2026-11-02 PC: HR confirmed\"\n");
	expect_in(text, "\"score\": \"3\"");
	expect_in(text, "\"RSK-002\": [\n          {\n            \"title\": \"first\"");
	expect_in(text, "\"RSK-001\": {\n          \"bad\": \"just text\"\n        }");
	assert_true(strstr(text, "RSK-002") < strstr(text, "RSK-010"));
	round_trip(box);
}

static void the_outline_of_the_plan_comes_back(void **state)
{
	struct sandbox *box = *state;
	size_t length;
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "cadup/project.yaml", "title: CAD upgrade\n");
	sandbox_write(box, "cadup/plan.yaml",
		      "TSK-009:\n  title: b\nMS-001:\n  title: c\nTSK-002:\n  title: a\n");
	expect_in(export_of(box, &length),
		  "\"order\": {\n    \"cadup/plan\": [\n      \"TSK-009\",\n"
		  "      \"MS-001\",\n      \"TSK-002\"\n");
	round_trip(box);
	sandbox_write(box, "cadup/plan.yaml",
		      "MS-001:\n  title: c\nTSK-002:\n  title: a\nTSK-009:\n  title: b\n");
	assert_null(strstr(export_of(box, &length), "\"order\""));
}

static void a_workspace_of_one_project_gets_a_folder(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, "project.yaml", "title: Small\n");
	sandbox_write(box, "actions.yaml", "ACT-001:\n  title: call\n");
	round_trip(box);
}

static void a_record_that_is_no_map_comes_back_where_records_are_files(void **state)
{
	struct sandbox *box = *state;
	static const char *const texts[] = { "just text\n", "- a\n- b: c\n",       "",
					     "{}\n",        "|\n  two\n  lines\n", "[]\n" };
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		sandbox_write(box, "cadup/project.yaml", texts[i]);
		sandbox_write(box, "cadup/risks/RSK-001.yaml", texts[i]);
		round_trip(box);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(the_demo_and_the_fixtures_come_back),
		CASE(records_of_every_register_come_back),
		CASE(what_is_odd_stands_apart_as_it_is_written),
		CASE(the_outline_of_the_plan_comes_back),
		CASE(a_workspace_of_one_project_gets_a_folder),
		CASE(a_record_that_is_no_map_comes_back_where_records_are_files),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* A whole workspace as JSON and back: nothing is lost, nothing strange comes in. */
#include "sandbox.h"

#include "store/workspace.h"
#include "ydoc/edit.h"

#include <dirent.h>
#include <pmo/exchange.h>

static int set_up(void **state)
{
	*state = sandbox_new();
	return 0;
}

static int tear_down(void **state)
{
	sandbox_free(*state);
	return 0;
}

/* The document of the sandbox's workspace, in the sandbox's arena. */
static const char *export_of(struct sandbox *box, size_t *length)
{
	struct pmo_buffer out;
	size_t records;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	assert_int_equal(pmo_export_json(sandbox_open(box), &out, &records), PMO_OK);
	char *copy = pmo_arena_copy(&box->arena, out.data, out.length);
	*length = out.length;
	pmo_buffer_release(&out);
	assert_non_null(copy);
	return copy;
}

static enum pmo_result create(struct sandbox *box, const char *text, size_t length)
{
	struct pmo_source source = { "x.json", text, length, 0 };
	struct pmo_intake intake = { .arena = &box->arena, .diags = &box->diags };
	intake.source = pmo_arena_alloc(&box->arena, sizeof(source));
	assert_non_null(intake.source);
	memcpy((void *)intake.source, &source, sizeof(source));
	sandbox_close(box);
	pmo_diags_init(&box->diags, &box->arena);
	enum pmo_result result = pmo_intake_open(&intake);
	return result == PMO_OK ? pmo_intake_create(&intake, &box->env, false) : result;
}

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

static void expect_in(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("'%s' is not in:\n%s", part, text);
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
	"", " ", "~", "null", "no", "1.10", "0x1F", "2026-11-20", "- x", "a: b", "a #b", "#a", "'",
	"\"", "\\", "a\\nb", "{a}", "[", "two\nlines", "two\nlines\n", "\n", "a\n\n\nb", "tab\there",
	"trailing ", " leading", "end:", "key: value: more", "\xc3\xbc\xe2\x82\xac\xf0\x9f\x98\x80",
	"\xe2\x80\xa8", "\xc2\x85", "\x01\x1b[31m", "\xef\xbb\xbf" "bom", "\x7f", "%x", "@x", "`", "!t",
	"&a", "*a", "? a", ": a", "---", "...", "a,b", "2026-11-20 PC: granted", "  - a\n  - b\n",
	"2026-11-20 active>closed PC: \"quoted\" # no comment", "|", ">-", "<<", "=", "\r\n", "yes",
	"1e400", "-", "+1", "12:30:45", "\xef\xbf\xbe", "\xe2\x80\xae" "rtl", "a\rb",
};

enum { AWKWARD = sizeof(awkward) / sizeof(awkward[0]) };

/* Texts that are of a kind, more or less canonical. */
static const char *const typical[PMO_KIND_COUNT][4] = {
	[PMO_DATE] = { "2026-11-20", "1999-01-01", "2028-02-29", "2026-02-30" },
	[PMO_MOMENT] = { "2026-10-21 14:00", "2026-10-21 14:00 America/Chicago",
			 "2026-10-21 09:05", "2026-10-21" },
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
		char *id = table->handles
				   ? pmo_arena_format(&box->arena, "%cx%u", "Hh"[roll(seed, 2)],
						      number)
				   : pmo_arena_format(&box->arena, "%s-%03u", table->prefix, number);
		add(entry, id, record_for(&box->arena, seed, schema));
		assert_int_equal(ydoc_write_map(entry, "\n", &text), PMO_OK);
	}
	snprintf(path, sizeof(path), "%s%s.yaml",
		 table->scope == PMO_SCOPE_PROJECT ? "cadup/" : "",
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
		      "  impact: four\n  colour: {deep: [1.10, ""], none: }\n  score: 3\n"
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
	expect_in(export_of(box, &length), "\"order\": {\n    \"cadup/plan\": [\n      \"TSK-009\",\n"
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
	static const char *const texts[] = { "just text\n", "- a\n- b: c\n", "", "{}\n",
					     "|\n  two\n  lines\n", "[]\n" };
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		sandbox_write(box, "cadup/project.yaml", texts[i]);
		sandbox_write(box, "cadup/risks/RSK-001.yaml", texts[i]);
		round_trip(box);
	}
}

static bool is_empty(const char *path)
{
	size_t count = 0;
	DIR *folder = opendir(path);
	assert_non_null(folder);
	for (const struct dirent *entry; (entry = readdir(folder));)
		count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
	closedir(folder);
	return !count;
}

#define HEAD "{\"pmo\": {\"format\": 1, \"export\": 1}"
#define RISK(text) HEAD ", \"projects\": {\"a\": {\"project\": {}, \"risk\": {" text "}}}}"

static void what_is_no_export_is_refused_at_its_place(void **state)
{
	static const struct {
		const char *text, *message;
	} cases[] = {
		{ "", "x.json:1:1: error: '[' or '{' expected" },
		{ "[1, 2]", "is no export of a workspace" },
		{ "{\"pmo\": 3}", "is no export of a workspace" },
		{ "{\"pmo\": {\"format\": 1, \"export\": 2}}", "another version" },
		{ "{\"a\": 1, \"a\": 2}", "duplicate object key" },
		{ "{\"a\":\n  1,\n  x}", "x.json:3:3: error: string or '}' expected near 'x'" },
		{ "{\"a\": 01}", "error: " },
		{ "{1: 2}", "string or '}' expected" },
		{ "{\"a\": \"\xff\"}", "unable to decode byte 0xff" },
		{ "{\"a\": \"\\u0000\"}", "\\u0000" },
		{ "{\"a\": \"\\ud800\"}", "error: " },
		{ "{\"a\": 123456789012345678901234567890123456789012345678901234567890123456789}",
		  "more than 64 characters" },
		{ HEAD ", \"more\": {}}", "x.json:1:45: error: 'more' is no part of an export" },
		{ HEAD ", \"projects\": []}", "'projects' is no map" },
		{ HEAD ", \"projects\": {\"../x\": {\"project\": {}}}}",
		  "'../x' cannot be a project's handle" },
		{ HEAD ", \"projects\": {\".git\": {\"project\": {}}}}", "cannot be" },
		{ HEAD ", \"projects\": {\"people\": {\"project\": {}}}}", "cannot be" },
		{ HEAD ", \"projects\": {\"a\": {\"project\": {}}, \"A\": {\"project\": {}}}}",
		  "two projects are called 'A'" },
		{ HEAD ", \"projects\": {\"a\": {}}}", "has no charter" },
		{ HEAD ", \"registers\": {\"person\": {\"a/b\": {}}}}",
		  "'a/b' cannot be the id of a person" },
		{ HEAD ", \"registers\": {\"risk\": {}}}", "does not belong to the workspace" },
		{ HEAD ", \"registers\": {\"nothing\": {}}}", "there is no register 'nothing'" },
		{ RISK("\"RSK-1\": {}"), "cannot be the id of a risk" },
		{ RISK("\"RSK-001/../x\": {}"), "cannot be the id of a risk" },
		{ RISK("\"ISS-001\": {}"), "cannot be the id of a risk" },
		{ RISK("\"RSK-001\": 5"), "expected a map of fields" },
		{ RISK("\"RSK-001\": {\"title\": {}}"), "expected text" },
		{ RISK("\"RSK-001\": {\"probability\": 9}"), "'9' is not" },
		{ RISK("\"RSK-001\": {\"next_review\": \"soon\"}"), "'soon' is not" },
		{ RISK("\"RSK-001\": {\"colour\": 1}"), "a risk has no field 'colour'" },
		{ RISK("\"RSK-001\": {\"score\": 1}"), "a risk has no field 'score'" },
		{ RISK("\"RSK-001\": {\"unknown\": {\"title\": 1}}"), "is a field of a risk" },
		{ RISK("\"RSK-001\": {\"title\": \"a\", \"bad\": {\"title\": 1}}"), "there twice" },
		{ RISK("\"RSK-001\": {\"title\": \"a\", \"bad\": 1}"), "\"bad\" is no map" },
		{ RISK("\"RSK-001\": {\"own\": 1}"), "\"own\" is no map" },
		{ HEAD ", \"order\": {\"a/plan\": []}}", "is no place of records" },
		{ HEAD ", \"workspace\": {\"format\": 9}}", "newer pmo" },
	};
	struct sandbox *box = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		enum pmo_result result = create(box, cases[i].text, strlen(cases[i].text));
		if (result != PMO_INVALID)
			fail_msg("%s: %s", cases[i].text, pmo_result_name(result));
		expect_in(sandbox_messages(box), cases[i].message);
		assert_true(is_empty(box->path));
	}
}

/* Sizes that hurt: deep, many, and both at once. */
static void bombs_are_refused(void **state)
{
	static const struct {
		const char *head, *repeated, *message;
	} cases[] = {
		{ "", "[", "nested too deeply" },
		{ "", "{\"a\":", "nested too deeply" },
		{ "[", "0,", "more values" },
		{ "[", "{},", "more values" },
		{ "", "\"", "error: " },
		{ "{\"a\": ", "1", "more than 64 characters" },
	};
	struct sandbox *box = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct pmo_buffer text;
		size_t length = strlen(cases[i].repeated);
		pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
		pmo_buffer_add_text(&text, cases[i].head);
		while (text.length + length <= PMO_EXPORT_BYTES)
			pmo_buffer_add(&text, cases[i].repeated, length);
		assert_int_equal(create(box, text.data, text.length), PMO_INVALID);
		expect_in(sandbox_messages(box), cases[i].message);
		pmo_buffer_add_text(&text, "                ");
		assert_int_equal(create(box, text.data, text.length), PMO_INVALID);
		expect_in(sandbox_messages(box), "16 MiB");
		pmo_buffer_release(&text);
	}
}

static void nothing_is_written_over(void **state)
{
	static const char *const names[] = { "pmo.yaml", "people", "People.yaml", "a/x", "A/x" };
	static const char text[] = HEAD ", \"registers\": {\"person\": {\"DSP\": {}}}, "
					"\"projects\": {\"a\": {\"project\": {}}}}";
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct sandbox *box = sandbox_new();
		sandbox_write(box, names[i], "mine\n");
		assert_int_equal(create(box, text, strlen(text)), PMO_EXISTS);
		expect_in(sandbox_messages(box), "is there already");
		assert_string_equal(sandbox_read(box, names[i]), "mine\n");
		sandbox_free(box);
	}
	sandbox_write(*state, "x.json", text);
	assert_int_equal(create(*state, text, strlen(text)), PMO_OK);
}

static enum pmo_result merge(struct sandbox *box, const char *text, bool as_imported,
			     struct pmo_intake *intake, size_t *written)
{
	struct pmo_source *source = pmo_arena_alloc(&box->arena, sizeof(*source));
	struct pmo_update_options options = { .on = PMO_DATE_NONE, .as_imported = as_imported };
	struct pmo_update *update = NULL;
	struct pmo_workspace *workspace = sandbox_open(box);
	*source = (struct pmo_source){ "x.json", text, strlen(text), 0 };
	*intake = (struct pmo_intake){ .arena = &box->arena, .diags = &box->diags };
	intake->source = source;
	enum pmo_result result = pmo_intake_open(intake);
	if (result == PMO_OK)
		result = pmo_update_begin(workspace, &options, &update);
	if (result == PMO_OK)
		result = pmo_intake_merge(intake, update);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	*written = update ? pmo_update_written(update) : 0;
	pmo_update_end(update);
	return result;
}

static void an_update_adds_and_changes_and_never_removes(void **state)
{
	static const char text[] = HEAD
		", \"projects\": {\"cadup\": {\"project\": {\"title\": \"CAD upgrade\"}, \"risk\": {"
		"\"RSK-002\": {\"title\": \"Fuel\", \"next_review\": \"2026-12-01\","
		" \"notes\": [\"2026-11-01 PC: a\", \"2026-11-02 PC: b\"]},"
		"\"RSK-007\": {\"title\": \"New\", \"unknown\": {\"colour\": \"red\"}}}}}}";
	struct sandbox *box = *state;
	struct pmo_intake intake;
	struct pmo_undo_item what;
	size_t written;
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "cadup/project.yaml", "title: CAD upgrade\n");
	static const char before[] = "# mine\ntitle: Fuel   # dear\nresponse: buy\n"
				     "notes:\n  - 2026-11-01 PC: a\n  - 2026-11-03 PC: c\n";
	sandbox_write(box, "cadup/risks/RSK-002.yaml", before);
	assert_int_equal(merge(box, text, false, &intake, &written), PMO_OK);
	assert_int_equal(written, 2);
	assert_int_equal(intake.counts[0].unchanged, 1);
	assert_int_equal(intake.counts[1].added, 1);
	assert_int_equal(intake.counts[1].updated, 1);
	assert_string_equal(sandbox_read(box, "cadup/risks/RSK-002.yaml"),
			    "# mine\ntitle: Fuel   # dear\nresponse: buy\nnext_review: 2026-12-01\n"
			    "notes:\n  - 2026-11-01 PC: a\n  - 2026-11-03 PC: c\n"
			    "  - 2026-11-02 PC: b\n");
	assert_string_equal(sandbox_read(box, "cadup/risks/RSK-007.yaml"),
			    "title: New\ncolour: red\n");
	assert_int_equal(merge(box, text, false, &intake, &written), PMO_OK);
	assert_int_equal(written, 0);
	assert_int_equal(pmo_undo_last(sandbox_open(box), &what), PMO_OK);
	assert_string_equal(sandbox_read(box, "cadup/risks/RSK-002.yaml"), before);
	assert_string_equal(sandbox_read(box, "cadup/risks/RSK-007.yaml"), "");
}

static void an_update_refuses_what_it_may_not_do(void **state)
{
	static const struct {
		const char *text, *message;
		enum pmo_result result;
	} cases[] = {
		{ RISK("\"RSK-001\": {\"title\": \"x\", \"status\": \"active\"}"), "--as-imported",
		  PMO_REFUSED },
		{ RISK("\"RSK-001\": [{}, {}]"), "two records RSK-001", PMO_INVALID },
		{ RISK("\"RSK-000\": {\"title\": \"x\"}"), "begin with 1", PMO_INVALID },
		{ RISK("\"RSK-001\": {\"bad\": \"x\"}"), "cannot be added", PMO_INVALID },
		{ RISK("\"RSK-001\": {\"title\": \"x\", \"bad\": {\"impact\": \"four\"}}"),
		  "'four' is not", PMO_REFUSED },
		{ HEAD ", \"projects\": {\"b\": {\"project\": {}}}}", "there is no project 'b'",
		  PMO_INVALID },
	};
	struct sandbox *box = *state;
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "a/project.yaml", "title: A\n");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct pmo_intake intake;
		size_t written;
		enum pmo_result result = merge(box, cases[i].text, false, &intake, &written);
		if (result != cases[i].result)
			fail_msg("%s: %s", cases[i].text, pmo_result_name(result));
		char *hinted = NULL;
		for (const struct pmo_diag *diag = box->diags.first; diag; diag = diag->next)
			hinted = pmo_arena_format(&box->arena, "%s%s %s\n", hinted ? hinted : "",
						  diag->message, diag->hint ? diag->hint : "");
		expect_in(hinted ? hinted : "", cases[i].message);
		assert_string_equal(sandbox_read(box, "a/risks/RSK-001.yaml"), "");
	}
	struct pmo_intake intake;
	size_t written;
	assert_int_equal(merge(box, cases[0].text, true, &intake, &written), PMO_OK);
	assert_string_equal(sandbox_read(box, "a/risks/RSK-001.yaml"),
			    "title: x\nstatus: active\n");
}

static void merging_an_export_into_its_own_workspace_changes_nothing(void **state)
{
	struct sandbox *box = *state;
	struct pmo_intake intake;
	size_t length, written;
	char *real = realpath(TESTS_DIR "/../share/demo", NULL);
	const char *own = box->env.directory;
	assert_non_null(real);
	box->env.directory = real;
	const char *text = export_of(box, &length);
	box->env.directory = own;
	assert_int_equal(create(box, text, length), PMO_OK);
	if (merge(box, text, true, &intake, &written) != PMO_OK)
		fail_msg("%s", sandbox_messages(box));
	assert_int_equal(written, 0);
	free(real);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(the_demo_and_the_fixtures_come_back),
		CASE(records_of_every_register_come_back),
		CASE(what_is_odd_stands_apart_as_it_is_written),
		CASE(the_outline_of_the_plan_comes_back),
		CASE(a_workspace_of_one_project_gets_a_folder),
		CASE(a_record_that_is_no_map_comes_back_where_records_are_files),
		CASE(what_is_no_export_is_refused_at_its_place),
		CASE(bombs_are_refused),
		CASE(nothing_is_written_over),
		CASE(an_update_adds_and_changes_and_never_removes),
		CASE(an_update_refuses_what_it_may_not_do),
		CASE(merging_an_export_into_its_own_workspace_changes_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

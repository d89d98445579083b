/* A register as text: in the language it was read from, as JSON Schema, for people. */
#include "unit.h"

#include "record/overlay.h"

#include <jansson.h>
#include <pmo/text.h>

#include <string.h>

static const char *const results[] = { "pass", "no", "2", NULL };

static const struct pmo_field inspection_members[] = {
	{ .name = "on", .kind = PMO_DATE, .flags = PMO_NEEDED },
	{ .name = "result", .kind = PMO_CHOICE, .choices = results },
	{ .name = NULL },
};

/* Every key of the language occurs somewhere in this table. */
static const struct pmo_field permit_fields[] = {
	{ .name = "authority",
	  .kind = PMO_TEXT,
	  .flags = PMO_NEEDED | PMO_TRACKED | PMO_WIDE,
	  .start = "me",
	  .was = "office|who",
	  .label = "Granted by: whom",
	  .help = "who grants it" },
	{ .name = "fee", .kind = PMO_MONEY },
	{ .name = "issued", .kind = PMO_DATE, .when = "status = granted" },
	{ .name = "lag",
	  .kind = PMO_DURATION,
	  .flags = PMO_SIGNED,
	  .derive = "days(issued, today)" },
	{ .name = "effort", .kind = PMO_INTEGER, .range = "1..5" },
	{ .name = "about", .kind = PMO_REF, .flags = PMO_LIST, .to = "issue|risk" },
	{ .name = "inspections",
	  .kind = PMO_STRUCT,
	  .flags = PMO_LIST,
	  .members = inspection_members,
	  .brief = "on result?" },
	{ .name = NULL },
};

static const struct pmo_state permit_states[] = {
	{ .name = "applied", .kind = PMO_STATE_OPEN },
	{ .name = "granted", .kind = PMO_STATE_CLOSED, .help = "# we have it" },
	{ .name = "spoilt", .kind = PMO_STATE_VOID },
	{ .name = NULL },
};

static const struct pmo_move permit_moves[] = {
	{ .verb = "grant",
	  .from = "applied|spoilt",
	  .to = "granted",
	  .needs = "issued fee",
	  .guard = "fee < 100",
	  .refusal = "a fee of 100.00 is the sponsor's",
	  .sets = "issued=today + 5d authority=if(a = b, me, \"x y=z\")",
	  .help = "it came" },
	{ .verb = "drop", .from = "*", .to = "spoilt", .needs = "note" },
	{ .verb = "grant", .from = "spoilt", .to = "applied" },
	{ .verb = NULL },
};

static const struct pmo_rule permit_rules[] = {
	{ .code = "permit-late",
	  .severity = PMO_ERROR,
	  .when = "open and issued < today",
	  .message = "issued {issued}: late",
	  .field = "issued",
	  .hint = "ask [them]" },
	{ .code = "permit-odd", .severity = PMO_ADVICE, .when = "fee", .message = "yes" },
	{ .code = NULL },
};

static const struct pmo_register permit = {
	.name = "permit",
	.plural = "permits",
	.prefix = "PMT",
	.help = "permits we wait for",
	.scope = PMO_SCOPE_WORKSPACE,
	.layout = PMO_LAYOUT_FILE,
	.place = "papers",
	.handles = false,
	.undated = true,
	.title = "authority",
	.owner = "about",
	.due = "issued",
	.done = "issued and fee",
	.fields = permit_fields,
	.states = permit_states,
	.moves = permit_moves,
	.rules = permit_rules,
	.columns = "id authority status",
	.sort = "-issued id",
};

struct fixture {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_source source;
	struct ydoc doc;
	struct pmo_buffer out;
};

static int set_up(void **state)
{
	static struct fixture fixture;
	memset(&fixture, 0, sizeof(fixture));
	pmo_arena_init(&fixture.arena);
	pmo_diags_init(&fixture.diags, &fixture.arena);
	pmo_buffer_init(&fixture.out, PMO_BUFFER_LIMIT);
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

static const struct pmo_schema *compile(struct fixture *fixture, const struct pmo_register *table)
{
	struct pmo_schema *schema = NULL;
	enum pmo_result result = schema_compile(&fixture->arena, table, &fixture->diags, &schema);
	assert_true(result == PMO_OK || result == PMO_INVALID);
	return schema;
}

static const char *write(struct fixture *fixture, const struct pmo_register *table,
			 enum pmo_sink_style style)
{
	struct pmo_sink sink;
	pmo_buffer_clear(&fixture->out);
	pmo_sink_init(&sink, &fixture->out, style);
	pmo_schema_write(compile(fixture, table), &sink);
	assert_int_equal(pmo_sink_finish(&sink), PMO_OK);
	return fixture->out.data;
}

/* Reads what was written; the table must come back without a word. */
static const struct pmo_register *read_back(struct fixture *fixture)
{
	const char *text = pmo_arena_string(&fixture->arena, fixture->out.data);
	fixture->source =
		(struct pmo_source){ .path = "pmo.yaml", .bytes = text, .length = strlen(text) };
	pmo_diags_init(&fixture->diags, &fixture->arena);
	assert_int_equal(
		ydoc_read(&fixture->doc, &fixture->arena, &fixture->source, &fixture->diags),
		PMO_OK);
	struct overlay_reader reader;
	overlay_reader_init(&reader, &fixture->doc, &fixture->diags);
	const struct ydoc_node *node = ydoc_get(fixture->doc.root, "registers")->first;
	struct pmo_register *table = NULL;
	enum pmo_result result = overlay_read_register(&reader, node, &table);
	pmo_buffer_clear(&fixture->out);
	for (struct pmo_diag *diag = fixture->diags.first; diag; diag = diag->next)
		pmo_diag_format(diag, true, &fixture->out);
	assert_string_equal(fixture->out.data, "");
	assert_int_equal(result, PMO_OK);
	return table;
}

static void a_table_is_written_in_the_language_of_pmo_yaml(void **state)
{
	static const char expected[] = "registers:\n"
				       "  permit:\n"
				       "    plural: permits\n"
				       "    prefix: PMT\n"
				       "    help: permits we wait for\n"
				       "    scope: workspace\n"
				       "    layout: file\n"
				       "    place: papers\n"
				       "    undated: true\n"
				       "    title: authority\n"
				       "    owner: about\n"
				       "    due: issued\n"
				       "    done: issued and fee\n"
				       "    fields:\n"
				       "      authority:\n"
				       "        type: text\n"
				       "        needed: true\n"
				       "        tracked: true\n"
				       "        wide: true\n"
				       "        start: me\n"
				       "        was: office who\n"
				       "        label: 'Granted by: whom'\n"
				       "        help: who grants it\n"
				       "      fee: money\n";
	const char *text = write(*state, &permit, PMO_SINK_YAML);
	assert_true(strlen(text) > strlen(expected));
	char *head = pmo_arena_copy(&((struct fixture *)*state)->arena, text, strlen(expected));
	assert_string_equal(head, expected);
	assert_non_null(strstr(text, "    moves:\n      - verb: grant\n"
				     "        from: applied spoilt\n"));
	assert_non_null(strstr(text, "        sets:\n          issued: today + 5d\n"
				     "          authority: if(a = b, me, \"x y=z\")\n"));
}

static void a_table_reads_back_as_it_was_written(void **state)
{
	(void)write(*state, &permit, PMO_SINK_YAML);
	assert_true(overlay_equal(read_back(*state), &permit));
}

static void json_reads_back_as_well(void **state)
{
	(void)write(*state, &permit, PMO_SINK_JSON);
	assert_true(overlay_equal(read_back(*state), &permit));
}

static void every_built_in_table_reads_back_as_it_was_written(void **state)
{
	size_t count = 0;
	for (; pmo_registers[count]; count++) {
		(void)write(*state, pmo_registers[count], PMO_SINK_YAML);
		if (!overlay_equal(read_back(*state), pmo_registers[count]))
			fail_msg("%s does not read back", pmo_registers[count]->name);
	}
	assert_true(count > 0);
}

/* Changing any one member of a row is a difference. */
static void assert_each_key_counts(const struct overlay_shape *shape, const void *rows,
				   const struct pmo_register *table, void *changed_rows)
{
	for (size_t i = 0; i < overlay_row_count(shape, rows); i++) {
		char *row = (char *)changed_rows + i * shape->size;
		char kept[sizeof(struct pmo_register)];
		memcpy(kept, row, shape->size);
		for (const struct overlay_key *key = shape->keys; key->name; key++) {
			if (key->form == OVERLAY_WORD || key->form == OVERLAY_KIND ||
			    key->form == OVERLAY_FLAG || key->form == OVERLAY_YES)
				overlay_set_number(key, row, !overlay_get_number(key, row));
			else if (overlay_get_pointer(key, row))
				overlay_set_pointer(key, row, NULL);
			else
				continue;
			assert_false(overlay_equal(table, &permit));
			memcpy(row, kept, shape->size);
		}
		assert_true(overlay_equal(table, &permit));
	}
}

static void tables_that_differ_anywhere_are_not_equal(void **state)
{
	struct pmo_field fields[8];
	struct pmo_state states[4];
	struct pmo_move moves[4];
	struct pmo_rule rules[3];
	struct pmo_register table = permit;
	(void)state;
	memcpy(fields, permit_fields, sizeof(fields));
	memcpy(states, permit_states, sizeof(states));
	memcpy(moves, permit_moves, sizeof(moves));
	memcpy(rules, permit_rules, sizeof(rules));
	table.fields = fields;
	table.states = states;
	table.moves = moves;
	table.rules = rules;
	assert_each_key_counts(&overlay_field_shape, permit_fields, &table, fields);
	assert_each_key_counts(&overlay_state_shape, permit_states, &table, states);
	assert_each_key_counts(&overlay_move_shape, permit_moves, &table, moves);
	assert_each_key_counts(&overlay_rule_shape, permit_rules, &table, rules);
	const struct pmo_register two[] = { table, { .name = NULL } };
	assert_each_key_counts(&overlay_register_shape, two, &table, &table);
}

static json_t *json_schema(struct fixture *fixture, const struct pmo_register *table)
{
	struct pmo_sink sink;
	pmo_buffer_clear(&fixture->out);
	pmo_sink_init(&sink, &fixture->out, PMO_SINK_JSON);
	pmo_schema_write_json_schema(compile(fixture, table), &sink);
	assert_int_equal(pmo_sink_finish(&sink), PMO_OK);
	json_error_t error;
	json_t *json = json_loads(fixture->out.data, JSON_REJECT_DUPLICATES, &error);
	if (!json)
		fail_msg("%s at line %d", error.text, error.line);
	return json;
}

/* The value at a path such as "definitions/permit/type"; a number is an index. */
static json_t *at(json_t *json, const char *path)
{
	while (json && *path) {
		size_t length = strcspn(path, "/");
		char key[64] = "";
		memcpy(key, path, length < sizeof(key) ? length : sizeof(key) - 1);
		json = json_is_array(json) ? json_array_get(json, (size_t)(*key - '0'))
					   : json_object_get(json, key);
		path += length + (path[length] == '/');
	}
	if (!json)
		fail_msg("nothing at %s", path);
	return json;
}

static const char *text_at(json_t *json, const char *path)
{
	return json_string_value(at(json, path));
}

static void a_file_of_records_has_a_schema_by_its_ids(void **state)
{
	json_t *json = json_schema(*state, &permit);
	assert_string_equal(text_at(json, "$schema"), "http://json-schema.org/draft-07/schema#");
	assert_string_equal(text_at(json, "patternProperties/^PMT-[0-9]{3,}$/$ref"),
			    "#/definitions/permit");
	assert_true(json_is_true(at(json, "additionalProperties")));
	json_t *record = at(json, "definitions/permit");
	assert_true(json_is_true(at(record, "additionalProperties")));
	assert_string_equal(text_at(record, "required/0"), "authority");
	assert_string_equal(text_at(record, "properties/authority/description"), "who grants it");
	json_decref(json);
}

static void a_record_of_its_own_file_has_a_schema_of_its_own(void **state)
{
	struct pmo_register table = permit;
	table.layout = PMO_LAYOUT_FOLDER;
	json_t *json = json_schema(*state, &table);
	assert_string_equal(text_at(json, "type"), "object");
	assert_string_equal(text_at(json, "properties/status/enum/0"), "applied");
	assert_string_equal(text_at(json, "properties/status/enum/3"), "void");
	assert_null(json_object_get(json, "definitions"));
	json_decref(json);
}

static void records_named_by_people_have_any_key(void **state)
{
	struct pmo_register table = permit;
	table.handles = true;
	json_t *json = json_schema(*state, &table);
	assert_string_equal(text_at(json, "additionalProperties/$ref"), "#/definitions/permit");
	assert_null(json_object_get(json, "patternProperties"));
	json_decref(json);
}

static void each_kind_of_field_has_its_types_in_the_schema(void **state)
{
	struct pmo_register table = permit;
	table.layout = PMO_LAYOUT_FOLDER;
	json_t *json = json_schema(*state, &table);
	static const char *const cases[][2] = {
		{ "issued/pattern", NULL },
		{ "issued/type", "string" },
		{ "fee/type/1", "number" },
		{ "fee/pattern", NULL },
		{ "effort/type", "integer" },
		{ "confidential/enum/2", "yes" },
		{ "about/anyOf/0/type", "array" },
		{ "about/anyOf/1/type/0", "string" },
		{ "inspections/anyOf/0/items/anyOf/0/type", "object" },
		{ "inspections/anyOf/0/items/anyOf/0/properties/result/enum/1", "no" },
		{ "inspections/anyOf/0/items/anyOf/1/description", "on result?" },
		{ "inspections/anyOf/1/type", "string" },
		{ "history/anyOf/0/items/anyOf/0/type", "string" },
		{ "history/anyOf/0/items/anyOf/1/type", "object" },
	};
	json_t *properties = at(json, "properties");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *text = text_at(properties, cases[i][0]);
		assert_non_null(text);
		if (cases[i][1])
			assert_string_equal(text, cases[i][1]);
	}
	assert_int_equal(json_integer_value(at(properties, "effort/minimum")), 1);
	assert_int_equal(json_integer_value(at(properties, "effort/maximum")), 5);
	assert_null(json_object_get(properties, "lag"));
	json_decref(json);
}

static void every_built_in_table_has_a_json_schema(void **state)
{
	for (size_t i = 0; pmo_registers[i]; i++)
		json_decref(json_schema(*state, pmo_registers[i]));
}

static const char *describe(struct fixture *fixture, const struct pmo_register *table)
{
	pmo_buffer_clear(&fixture->out);
	pmo_schema_describe(compile(fixture, table), &fixture->out);
	assert_false(fixture->out.failed);
	return fixture->out.data;
}

/* No line is wider than 80, none ends in a blank, and nothing drives a terminal. */
static void assert_presentable(const char *text)
{
	while (*text) {
		size_t length = strcspn(text, "\n");
		if (pmo_text_width_of(text, length) > 80 || (length && text[length - 1] == ' '))
			fail_msg("'%.*s'", (int)length, text);
		for (size_t i = 0; i < length; i++)
			assert_true((unsigned char)text[i] >= ' ');
		text += length + (text[length] == '\n');
	}
}

static void a_register_is_described_for_people(void **state)
{
	static const char expected[] =
		"permit: permits we wait for\n"
		"\n"
		"  kept in   papers.yaml of the workspace, one file for all\n"
		"  listed    id authority status\n"
		"  sorted by -issued id\n"
		"\n"
		"Fields              type             needed\n"
		"  authority         text             yes      who grants it; begins as me; once\n"
		"                                              called office, who\n"
		"  fee               money\n"
		"  issued            date             perhaps  needed when status = granted\n"
		"  lag               duration         derived  = days(issued, today)\n"
		"  effort            integer 1..5\n"
		"  about             list of issue|risk\n"
		"  inspections       list of struct            short form: on result?\n"
		"    on              date             yes\n"
		"    result          choice                    one of pass, no, 2\n"
		"  as everywhere     status, links, tags, external, visibility, confidential,\n"
		"                    attachments, notes, history\n"
		"\n"
		"States\n"
		"  applied           open\n"
		"  granted           closed  # we have it\n"
		"  spoilt            void\n"
		"  void              void    a wrong entry\n"
		"\n"
		"Moves\n"
		"  applied|spoilt > granted: grant (needs issued, fee), only if fee < 100; it\n"
		"      came\n"
		"  any > spoilt: drop (needs note)\n"
		"  spoilt > applied: grant\n"
		"\n"
		"Rules\n"
		"  permit-late               error    issued {issued}: late; when open and issued\n"
		"                                     < today\n"
		"  permit-odd                advice   yes; when fee\n";
	assert_string_equal(describe(*state, &permit), expected);
}

static void a_description_is_presentable_whatever_the_register_says(void **state)
{
	static const struct pmo_field fields[] = {
		{ .name = "a_name_that_is_as_long_as_it_can",
		  .kind = PMO_REF,
		  .flags = PMO_LIST,
		  .to = "issue|risk|decision|action|change|meeting",
		  .help = "one_word_without_any_blank_that_goes_on_and_on_and_on_and_on" },
		{ .name = "b", .kind = PMO_TEXT, .help = "red \x1b[31m and \xe2\x80\xae turned" },
		{ .name = NULL },
	};
	struct pmo_register table = permit;
	table.fields = fields;
	table.help = "a purpose that is told at such length that it takes more than one line of "
		     "eighty columns, with\na line end in it";
	assert_presentable(describe(*state, &table));
	assert_presentable(describe(*state, &permit));
	for (size_t i = 0; pmo_registers[i]; i++)
		assert_presentable(describe(*state, pmo_registers[i]));
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		CASE(a_table_is_written_in_the_language_of_pmo_yaml),
		CASE(a_table_reads_back_as_it_was_written),
		CASE(json_reads_back_as_well),
		CASE(every_built_in_table_reads_back_as_it_was_written),
		CASE(tables_that_differ_anywhere_are_not_equal),
		CASE(a_file_of_records_has_a_schema_by_its_ids),
		CASE(a_record_of_its_own_file_has_a_schema_of_its_own),
		CASE(records_named_by_people_have_any_key),
		CASE(each_kind_of_field_has_its_types_in_the_schema),
		CASE(every_built_in_table_has_a_json_schema),
		CASE(a_register_is_described_for_people),
		CASE(a_description_is_presentable_whatever_the_register_says),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

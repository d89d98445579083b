/* Maps, lists and scalars as JSON and YAML; both are read back by the libraries others use. */
#include "unit.h"

#include <jansson.h>
#include <pmo/sink.h>
#include <string.h>
#include <yaml.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* A record with everything in it that a record can have. */
static void write_record(struct pmo_sink *sink)
{
	pmo_sink_begin_map(sink);
	pmo_sink_key(sink, "id");
	pmo_sink_string(sink, "RSK-003");
	pmo_sink_key(sink, "owner");
	pmo_sink_string(sink, "no");
	pmo_sink_key(sink, "cost");
	pmo_sink_string(sink, "12500.00");
	pmo_sink_key(sink, "percent");
	pmo_sink_number(sink, "45");
	pmo_sink_key(sink, "late");
	pmo_sink_bool(sink, true);
	pmo_sink_key(sink, "finish");
	pmo_sink_null(sink);
	pmo_sink_key(sink, "plan");
	pmo_sink_begin_list(sink);
	pmo_sink_string(sink, "ACT-004");
	pmo_sink_begin_map(sink);
	pmo_sink_key(sink, "due");
	pmo_sink_string(sink, "2026-11-20");
	pmo_sink_key(sink, "tags");
	pmo_sink_begin_list(sink);
	pmo_sink_end(sink);
	pmo_sink_end(sink);
	pmo_sink_begin_list(sink);
	pmo_sink_integer(sink, -7);
	pmo_sink_integer(sink, 8);
	pmo_sink_end(sink);
	pmo_sink_end(sink);
	pmo_sink_key(sink, "derived");
	pmo_sink_begin_map(sink);
	pmo_sink_key(sink, "score");
	pmo_sink_integer(sink, 16);
	pmo_sink_end(sink);
	pmo_sink_key(sink, "own");
	pmo_sink_begin_map(sink);
	pmo_sink_end(sink);
	pmo_sink_end(sink);
}

static void a_record_is_written_in_each_style(void **state)
{
	(void)state;
	static const struct {
		enum pmo_sink_style style;
		const char *expected;
	} cases[] = {
		{ PMO_SINK_JSON, "{\n"
				 "  \"id\": \"RSK-003\",\n"
				 "  \"owner\": \"no\",\n"
				 "  \"cost\": \"12500.00\",\n"
				 "  \"percent\": 45,\n"
				 "  \"late\": true,\n"
				 "  \"finish\": null,\n"
				 "  \"plan\": [\n"
				 "    \"ACT-004\",\n"
				 "    {\n"
				 "      \"due\": \"2026-11-20\",\n"
				 "      \"tags\": []\n"
				 "    },\n"
				 "    [\n"
				 "      -7,\n"
				 "      8\n"
				 "    ]\n"
				 "  ],\n"
				 "  \"derived\": {\n"
				 "    \"score\": 16\n"
				 "  },\n"
				 "  \"own\": {}\n"
				 "}\n" },
		{ PMO_SINK_JSON_COMPACT,
		  "{\"id\":\"RSK-003\",\"owner\":\"no\",\"cost\":\"12500.00\",\"percent\":45,"
		  "\"late\":true,\"finish\":null,\"plan\":[\"ACT-004\",{\"due\":\"2026-11-20\","
		  "\"tags\":[]},[-7,8]],\"derived\":{\"score\":16},\"own\":{}}\n" },
		{ PMO_SINK_YAML, "id: RSK-003\n"
				 "owner: 'no'\n"
				 "cost: '12500.00'\n"
				 "percent: 45\n"
				 "late: true\n"
				 "finish: null\n"
				 "plan:\n"
				 "  - ACT-004\n"
				 "  - due: '2026-11-20'\n"
				 "    tags: []\n"
				 "  - - -7\n"
				 "    - 8\n"
				 "derived:\n"
				 "  score: 16\n"
				 "own: {}\n" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct pmo_buffer out;
		struct pmo_sink sink;
		pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
		pmo_sink_init(&sink, &out, cases[i].style);
		write_record(&sink);
		assert_int_equal(pmo_sink_finish(&sink), PMO_OK);
		assert_string_equal(out.data, cases[i].expected);
		pmo_buffer_release(&out);
	}
}

static void strings_read_back_from_json(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"",
		"plain",
		"say \"x\" \\ /",
		"a\nb\tc\r",
		"\x1b[31m\x07\x7f",
		"\xc2\x85\xe2\x80\xa8\xe2\x80\xa9",
		"\xe2\x80\xae\xe2\x80\x8b\xef\xbb\xbf",
		"\xf3\xa0\x81\x81",
		"B\xc3\xbcro \xf0\x9f\x98\x80",
		"\xef\xbf\xbd\xef\xbf\xbe",
	};
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct pmo_buffer out;
		struct pmo_sink sink;
		pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
		pmo_sink_init(&sink, &out, i % 2 ? PMO_SINK_JSON : PMO_SINK_JSON_COMPACT);
		pmo_sink_begin_map(&sink);
		pmo_sink_key(&sink, texts[i]);
		pmo_sink_string(&sink, texts[i]);
		pmo_sink_end(&sink);
		assert_int_equal(pmo_sink_finish(&sink), PMO_OK);
		json_error_t error;
		json_t *json = json_loads(out.data, JSON_REJECT_DUPLICATES, &error);
		if (!json)
			fail_msg("%s: %s", out.data, error.text);
		assert_string_equal(json_string_value(json_object_get(json, texts[i])), texts[i]);
		json_decref(json);
		for (size_t at = 0; at + 1 < out.length; at++) {
			unsigned char c = (unsigned char)out.data[at];
			if (c != 0x7f && (c >= 0x20 || c == '\n'))
				continue;
			fail_msg("a raw control, %02x", c);
		}
		pmo_buffer_release(&out);
	}
}

/* Eight bytes are looked at together: what is special in them is found in every place. */
static void a_special_character_is_found_wherever_it_stands(void **state)
{
	static const struct {
		const char *raw, *written;
	} cases[] = {
		{ "\"", "\\\"" },
		{ "\\", "\\\\" },
		{ "\x1f", "\\u001f" },
		{ "\n", "\\n" },
		{ "\x7f", "\\u007f" },
		{ "\xc2\x80", "\\u0080" },
		{ "\xc3\xbc", "\xc3\xbc" },
		{ "\x80", "\xef\xbf\xbd" },
		{ " ", " " },
		{ "~", "~" },
	};
	static const char before[] = "#![]^_`abcdefghijklmnop";
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		for (size_t at = 0; at < sizeof(before); at++)
			for (size_t after = 0; after < 18; after++) {
				char text[64], expected[64];
				struct pmo_buffer out;
				struct pmo_sink sink;
				snprintf(text, sizeof(text), "%.*s%s%.*s", (int)at, before,
					 cases[i].raw, (int)after, before);
				snprintf(expected, sizeof(expected), "\"%.*s%s%.*s\"\n", (int)at,
					 before, cases[i].written, (int)after, before);
				pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
				pmo_sink_init(&sink, &out, PMO_SINK_JSON);
				pmo_sink_string(&sink, text);
				assert_int_equal(pmo_sink_finish(&sink), PMO_OK);
				assert_string_equal(out.data, expected);
				pmo_buffer_release(&out);
			}
}

/* Lists in lists, JSON: each line is indented by twice its depth. */
static void every_depth_has_its_own_indent(void **state)
{
	struct pmo_buffer out, expected;
	struct pmo_sink sink;
	(void)state;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&expected, PMO_BUFFER_LIMIT);
	pmo_sink_init(&sink, &out, PMO_SINK_JSON);
	for (size_t depth = 1; depth <= 20; depth++) {
		pmo_sink_begin_list(&sink);
		pmo_sink_integer(&sink, 1);
		pmo_buffer_add_format(&expected, "[\n%*s1,\n%*s", (int)depth * 2, "",
				      (int)depth * 2, "");
	}
	pmo_sink_integer(&sink, 2);
	pmo_buffer_add_char(&expected, '2');
	for (size_t depth = 20; depth >= 1; depth--) {
		pmo_sink_end(&sink);
		pmo_buffer_add_format(&expected, "\n%*s]", (int)(depth - 1) * 2, "");
	}
	pmo_buffer_add_char(&expected, '\n');
	assert_int_equal(pmo_sink_finish(&sink), PMO_OK);
	assert_string_equal(out.data, expected.data);
	pmo_buffer_release(&expected);
	pmo_buffer_release(&out);
}

static void a_buffer_takes_characters_up_to_its_limit(void **state)
{
	struct pmo_buffer out;
	(void)state;
	pmo_buffer_init(&out, 100);
	for (size_t i = 0; i < 100; i++)
		pmo_buffer_add_char(&out, (char)('a' + i % 26));
	assert_false(out.failed);
	assert_int_equal(strlen(out.data), 100);
	pmo_buffer_add_char(&out, 'x');
	assert_true(out.failed);
	pmo_buffer_truncate(&out, 50);
	pmo_buffer_add_char(&out, 'x');
	assert_int_equal(strlen(out.data), 50);
	pmo_buffer_clear(&out);
	pmo_buffer_add_char(&out, 'x');
	assert_string_equal(out.data, "x");
	pmo_buffer_release(&out);
}

static void bad_bytes_become_the_replacement_character(void **state)
{
	(void)state;
	struct pmo_buffer out;
	struct pmo_sink sink;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	pmo_sink_init(&sink, &out, PMO_SINK_JSON);
	pmo_sink_string(&sink, "a\xff");
	assert_int_equal(pmo_sink_finish(&sink), PMO_OK);
	assert_string_equal(out.data, "\"a\xef\xbf\xbd\"\n");
	pmo_buffer_release(&out);
}

static void only_numbers_stand_bare(void **state)
{
	(void)state;
	static const struct {
		const char *text, *expected;
	} cases[] = {
		{ "0", "0\n" },         { "-1.50", "-1.50\n" }, { "1e3", "1e3\n" },
		{ "2E-7", "2E-7\n" },   { "007", "\"007\"\n" }, { "+1", "\"+1\"\n" },
		{ "abc", "\"abc\"\n" }, { "", "\"\"\n" },       { "1.", "\"1.\"\n" },
		{ ".5", "\".5\"\n" },   { "1e", "\"1e\"\n" },   { "1 ", "\"1 \"\n" },
		{ "-", "\"-\"\n" },     { "NaN", "\"NaN\"\n" }, { "1,5", "\"1,5\"\n" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct pmo_buffer out;
		struct pmo_sink sink;
		pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
		pmo_sink_init(&sink, &out, PMO_SINK_JSON);
		pmo_sink_number(&sink, cases[i].text);
		assert_int_equal(pmo_sink_finish(&sink), PMO_OK);
		assert_string_equal(out.data, cases[i].expected);
		pmo_buffer_release(&out);
	}
}

/* Reads a map of one pair, and gives the key and the value back as texts. */
static void read_pair(const struct pmo_buffer *text, char *key, char *value, size_t size)
{
	yaml_parser_t parser;
	yaml_document_t document;
	assert_true(yaml_parser_initialize(&parser));
	yaml_parser_set_input_string(&parser, (const unsigned char *)text->data, text->length);
	if (!yaml_parser_load(&parser, &document))
		fail_msg("%s: %s", text->data, parser.problem);
	yaml_node_t *root = yaml_document_get_root_node(&document);
	assert_non_null(root);
	assert_int_equal(root->type, YAML_MAPPING_NODE);
	yaml_node_pair_t *pair = root->data.mapping.pairs.start;
	assert_ptr_equal(pair + 1, root->data.mapping.pairs.top);
	yaml_node_t *nodes[] = { yaml_document_get_node(&document, pair->key),
				 yaml_document_get_node(&document, pair->value) };
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(nodes[i]->type, YAML_SCALAR_NODE);
		assert_true(nodes[i]->data.scalar.length < size);
		memcpy(i ? value : key, nodes[i]->data.scalar.value,
		       nodes[i]->data.scalar.length + 1);
	}
	yaml_document_delete(&document);
	yaml_parser_delete(&parser);
}

static void yaml_keys_of_any_length_and_kind_read_back(void **state)
{
	(void)state;
	enum { LENGTH = 3000 };
	char longer[LENGTH + 1];
	memset(longer, 'k', LENGTH);
	longer[LENGTH] = '\0';
	const char *const texts[] = { "due", "a: b", "", "no", "- x", "multi\nline\n", longer };
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct pmo_buffer out;
		struct pmo_sink sink;
		char key[LENGTH + 1], value[LENGTH + 1];
		pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
		pmo_sink_init(&sink, &out, PMO_SINK_YAML);
		pmo_sink_begin_map(&sink);
		pmo_sink_key(&sink, texts[i]);
		pmo_sink_string(&sink, texts[i]);
		pmo_sink_end(&sink);
		assert_int_equal(pmo_sink_finish(&sink), PMO_OK);
		read_pair(&out, key, value, sizeof(key));
		assert_string_equal(key, texts[i]);
		assert_string_equal(value, texts[i]);
		pmo_buffer_release(&out);
	}
}

/* Letters of a script: { } [ ] open and close, k key, s string. */
static enum pmo_result run_script(const char *script, enum pmo_sink_style style)
{
	struct pmo_buffer out;
	struct pmo_sink sink;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	pmo_sink_init(&sink, &out, style);
	for (; *script; script++) {
		if (*script == '{')
			pmo_sink_begin_map(&sink);
		else if (*script == '[')
			pmo_sink_begin_list(&sink);
		else if (*script == '}' || *script == ']')
			pmo_sink_end(&sink);
		else if (*script == 'k')
			pmo_sink_key(&sink, "key");
		else
			pmo_sink_string(&sink, "s");
	}
	enum pmo_result result = pmo_sink_finish(&sink);
	pmo_buffer_release(&out);
	return result;
}

static void pieces_out_of_order_are_no_document(void **state)
{
	(void)state;
	static const struct {
		const char *script;
		enum pmo_result result;
	} cases[] = {
		{ "s", PMO_OK },        { "{}", PMO_OK },       { "[[s][]]", PMO_OK },
		{ "", PMO_INVALID },    { "ss", PMO_INVALID },  { "{s}", PMO_INVALID },
		{ "{k}", PMO_INVALID }, { "{kk", PMO_INVALID }, { "[ks]", PMO_INVALID },
		{ "]", PMO_INVALID },   { "[", PMO_INVALID },   { "{}{}", PMO_INVALID },
		{ "ks", PMO_INVALID },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_int_equal(run_script(cases[i].script, PMO_SINK_JSON), cases[i].result);
		assert_int_equal(run_script(cases[i].script, PMO_SINK_YAML), cases[i].result);
	}
}

static void too_deep_is_an_error_and_not_a_crash(void **state)
{
	(void)state;
	char script[2 * (PMO_SINK_DEPTH + 1) + 1] = "";
	for (size_t depth = PMO_SINK_DEPTH; depth <= PMO_SINK_DEPTH + 1; depth++) {
		memset(script, '[', depth);
		memset(script + depth, ']', depth);
		script[2 * depth] = '\0';
		enum pmo_result expected = depth > PMO_SINK_DEPTH ? PMO_INVALID : PMO_OK;
		assert_int_equal(run_script(script, PMO_SINK_JSON), expected);
		assert_int_equal(run_script(script, PMO_SINK_YAML), expected);
	}
}

static void a_full_buffer_is_told_at_the_end(void **state)
{
	(void)state;
	struct pmo_buffer out;
	struct pmo_sink sink;
	pmo_buffer_init(&out, 20);
	pmo_sink_init(&sink, &out, PMO_SINK_JSON);
	write_record(&sink);
	assert_int_equal(pmo_sink_finish(&sink), PMO_NO_MEMORY);
	pmo_buffer_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_record_is_written_in_each_style),
		cmocka_unit_test(strings_read_back_from_json),
		cmocka_unit_test(a_special_character_is_found_wherever_it_stands),
		cmocka_unit_test(every_depth_has_its_own_indent),
		cmocka_unit_test(a_buffer_takes_characters_up_to_its_limit),
		cmocka_unit_test(bad_bytes_become_the_replacement_character),
		cmocka_unit_test(only_numbers_stand_bare),
		cmocka_unit_test(yaml_keys_of_any_length_and_kind_read_back),
		cmocka_unit_test(pieces_out_of_order_are_no_document),
		cmocka_unit_test(too_deep_is_an_error_and_not_a_crash),
		cmocka_unit_test(a_full_buffer_is_told_at_the_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

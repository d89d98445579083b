/* What is written as YAML is read back by libyaml, exactly. */
#include "unit.h"

#include "base/yaml_quote.h"
#include <pmo/text.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static void text_that_yaml_would_cut_is_not_safe(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool block, flow;
	} cases[] = {
		{ "Fiber permit held", true, true },
		{ "DSP: permit granted", false, false },
		{ "", false, false },
		{ " x", false, false },
		{ "x ", false, false },
		{ "x\t", false, false },
		{ "a:b", true, true },
		{ "a:", false, false },
		{ "14:00", true, true },
		{ "x #y", false, false },
		{ "x#y", true, true },
		{ "a, b", true, false },
		{ "a [b]", true, false },
		{ "{x}", false, false },
		{ "what?", true, false },
		{ "-5", true, true },
		{ "-5d", true, true },
		{ "-", false, false },
		{ "- x", false, false },
		{ "---", false, false },
		{ "--x", false, false },
		{ "...", false, false },
		{ "...x", false, false },
		{ "..x", true, true },
		{ "?x", false, false },
		{ "@x", false, false },
		{ "`x", false, false },
		{ "%x", false, false },
		{ "*x", false, false },
		{ "|", false, false },
		{ "it's", true, true },
		{ "'x", false, false },
		{ "say \"x\"", true, true },
		{ "line\nline", false, false },
		{ "tab\there", false, false },
		{ "esc\x1b", false, false },
		{ "nel\xc2\x85", false, false },
		{ "rlo\xe2\x80\xae", false, false },
		{ "bom\xef\xbb\xbf", false, false },
		{ "bad\xff", false, false },
		{ "\xef\xbf\xbe", false, false },
		{ "B\xc3\xbcro", true, true },
		{ "\xef\xbf\xbd", true, true },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		size_t length = strlen(cases[i].text);
		if (yaml_plain_is_safe(cases[i].text, length, false) != cases[i].block ||
		    yaml_plain_is_safe(cases[i].text, length, true) != cases[i].flow)
			fail_msg("'%s'", cases[i].text);
	}
}

static void text_that_readers_would_type_is_ambiguous(void **state)
{
	(void)state;
	static const char *const typed[] = {
		"",
		"~",
		"null",
		"Null",
		"yes",
		"NO",
		"on",
		"Off",
		"y",
		"N",
		"true",
		"False",
		"0",
		"12",
		"-12",
		"+12",
		"1_000",
		"0x1F",
		"0o17",
		"017",
		"0b101",
		"1.5",
		".5",
		"5.",
		"1e3",
		"1.5E-3",
		".inf",
		"-.INF",
		".nan",
		"1:30",
		"14:00",
		"20:30:40.5",
		"=",
		"<<",
		"2026-11-20",
		"2026-1-2",
		"2026-11-20T10:00:00Z",
		"2026-11-20 10:00",
		"1.10",
	};
	static const char *const plain[] = {
		"no one",      "nobody",     "yesterday", "5d",  "5cd",
		"1.2.3",       "RSK-003",    "12 GB",     "e3",  "0xZ",
		".",           "-",          "+",         "1e",  "INF",
		"nan",         "2026-11",    "2026",      "1:x", "2026-11-20 active>closed",
		"2026-11-201", "20261120-1", "0x",
	};
	for (size_t i = 0; i < COUNT(typed); i++) {
		if (!yaml_plain_is_ambiguous(typed[i], strlen(typed[i])))
			fail_msg("'%s' is typed by some reader", typed[i]);
	}
	for (size_t i = 0; i < COUNT(plain); i++) {
		bool number = strcmp(plain[i], "2026") == 0;
		if (yaml_plain_is_ambiguous(plain[i], strlen(plain[i])) != number)
			fail_msg("'%s'", plain[i]);
	}
}

static void quotes_are_the_preferred_ones_when_they_can_be(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		char quote;
		const char *expected;
	} cases[] = {
		{ "no", '\'', "'no'" },
		{ "no", '"', "\"no\"" },
		{ "no", 0, "'no'" },
		{ "it's", '\'', "'it''s'" },
		{ "it's", 0, "\"it's\"" },
		{ "it's \"x\"", 0, "'it''s \"x\"'" },
		{ "a\\b", 0, "'a\\b'" },
		{ "a\\b\"", '"', "\"a\\\\b\\\"\"" },
		{ "a\nb\tc", '\'', "\"a\\nb\\tc\"" },
		{ "\x1b\x07\x7f", 0, "\"\\e\\a\\x7F\"" },
		{ "\xc2\x85\xe2\x80\xae\xf3\xa0\x81\x81", 0, "\"\\x85\\u202E\\U000E0041\"" },
		{ "\xff", 0, "\"\xef\xbf\xbd\"" },
		{ "", 0, "''" },
	};
	struct pmo_buffer buffer;
	pmo_buffer_init(&buffer, PMO_BUFFER_LIMIT);
	for (size_t i = 0; i < COUNT(cases); i++) {
		pmo_buffer_clear(&buffer);
		yaml_add_quoted(&buffer, cases[i].text, strlen(cases[i].text), cases[i].quote);
		assert_string_equal(buffer.data, cases[i].expected);
	}
	pmo_buffer_clear(&buffer);
	yaml_add_quoted(&buffer, "a\0b", 3, 0);
	assert_string_equal(buffer.data, "\"a\\0b\"");
	pmo_buffer_release(&buffer);
}

/* Whether the document's scalars are exactly these, in this order, and nothing but them. */
static bool reads_as(const struct pmo_buffer *document, const char *const *scalars, size_t length)
{
	yaml_parser_t parser;
	yaml_event_t event;
	size_t seen = 0;
	bool good = true, end = false;
	assert_true(yaml_parser_initialize(&parser));
	yaml_parser_set_input_string(&parser, (const unsigned char *)document->data,
				     document->length);
	while (good && !end) {
		if (!yaml_parser_parse(&parser, &event)) {
			good = false;
			break;
		}
		end = event.type == YAML_STREAM_END_EVENT;
		if (event.type == YAML_SCALAR_EVENT) {
			const char *wanted = seen < 3 ? scalars[seen] : NULL;
			size_t size = seen == 1 ? length : wanted ? strlen(wanted) : 0;
			good = wanted && event.data.scalar.length == size &&
			       memcmp(event.data.scalar.value, wanted, size) == 0;
			seen++;
		}
		good = good && event.type != YAML_ALIAS_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return good && seen == 3;
}

/* Puts the written text between `a` and `z`, in a map or a list, as key or value. */
static void check_places(const char *text, size_t length, const struct pmo_buffer *written,
			 bool flow)
{
	static const char *const places[2][3] = {
		{ "- a\n- %s\n- z\n", "- a: %s # c\n- z\n", "- a\n- %s: z\n" },
		{ "[a, %s, z]\n", "[a,%s,z]\n", "[{a: %s}, z]\n" },
	};
	const char *scalars[] = { "a", text, "z" };
	struct pmo_buffer document;
	pmo_buffer_init(&document, PMO_BUFFER_LIMIT);
	for (size_t i = 0; i < COUNT(places[0]); i++) {
		const char *format = places[flow][i], *gap = strstr(format, "%s");
		pmo_buffer_clear(&document);
		pmo_buffer_add(&document, format, (size_t)(gap - format));
		pmo_buffer_add(&document, written->data, written->length);
		pmo_buffer_add_text(&document, gap + 2);
		if (!reads_as(&document, scalars, length))
			fail_msg("'%s' does not read back from: %s", text, document.data);
	}
	pmo_buffer_release(&document);
}

static void check_text(const char *text, size_t length, struct pmo_buffer *written)
{
	for (int flow = 0; flow < 2; flow++) {
		if (yaml_plain_is_safe(text, length, flow)) {
			pmo_buffer_clear(written);
			pmo_buffer_add(written, text, length);
			check_places(text, length, written, flow);
		}
		pmo_buffer_clear(written);
		yaml_add_text(written, text, length, flow);
		check_places(text, length, written, flow);
		for (size_t i = 0; i < 2; i++) {
			pmo_buffer_clear(written);
			yaml_add_quoted(written, text, length, "'\""[i]);
			check_places(text, length, written, flow);
		}
	}
}

static void all_short_texts_of_awkward_characters_read_back(void **state)
{
	(void)state;
	static const char letters[] = " -?:,[]{}#&*!|>'\"%@`a1.~=<\\\t\n\x1b";
	enum { N = sizeof(letters) - 1 };
	struct pmo_buffer written;
	pmo_buffer_init(&written, PMO_BUFFER_LIMIT);
	for (size_t i = 0; i < N; i++) {
		for (size_t j = 0; j < N; j++) {
			char text[4] = { letters[i], letters[j], '\0', '\0' };
			check_text(text, 1, &written);
			check_text(text, 2, &written);
			text[2] = letters[(i * 7 + j * 3) % N]; /* a tenth of all texts of three */
			check_text(text, 3, &written);
		}
	}
	pmo_buffer_release(&written);
}

static void every_character_reads_back(void **state)
{
	(void)state;
	struct pmo_buffer text, written;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&written, PMO_BUFFER_LIMIT);
	for (uint32_t c = 0; c <= 0x10ffff; c += c < 0x3100                  ? 1
						 : c > 0xf000 && c < 0x10010 ? 1
									     : 4099) {
		if (c >= 0xd800 && c <= 0xdfff)
			continue;
		pmo_buffer_clear(&text);
		pmo_text_add_character(&text, c);
		pmo_buffer_add_char(&text, 'x');
		pmo_buffer_clear(&written);
		yaml_add_text(&written, text.data, text.length, false);
		check_places(text.data, text.length, &written, false);
	}
	pmo_buffer_release(&text);
	pmo_buffer_release(&written);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_that_yaml_would_cut_is_not_safe),
		cmocka_unit_test(text_that_readers_would_type_is_ambiguous),
		cmocka_unit_test(quotes_are_the_preferred_ones_when_they_can_be),
		cmocka_unit_test(all_short_texts_of_awkward_characters_read_back),
		cmocka_unit_test(every_character_reads_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

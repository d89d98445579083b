/*
 * Values: read out of nodes, out of what people type, and written so that nothing
 * changes its meaning.
 */
#include "unit.h"

#include "ydoc/edit.h"

#include <pmo/text.h>
#include <pmo/value.h>
#include <string.h>

static const char *const colors[] = { "red", "no", "in_print", "2", NULL };

static const struct pmo_field pair[] = {
	{ .name = "who", .kind = PMO_REF },
	{ .name = "share", .kind = PMO_PERCENT },
	{ .name = "words", .kind = PMO_TEXT },
	{ .name = "serials", .kind = PMO_TEXT, .flags = PMO_LIST },
	{ .name = "was_at", .kind = PMO_DATE, .was = "at|on" },
	{ 0 },
};

static const struct pmo_field span[] = {
	{ .name = "low", .kind = PMO_DURATION, .flags = PMO_SIGNED },
	{ .name = "color", .kind = PMO_CHOICE, .choices = colors },
	{ .name = "rest", .kind = PMO_TEXT },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "text", .kind = PMO_TEXT },
	{ .name = "prose", .kind = PMO_PROSE },
	{ .name = "date", .kind = PMO_DATE, .range = "2020-01-01.." },
	{ .name = "moment", .kind = PMO_MOMENT, .range = "2020-01-01 00:00..2030-01-01 00:00" },
	{ .name = "duration", .kind = PMO_DURATION, .flags = PMO_SIGNED },
	{ .name = "money", .kind = PMO_MONEY, .range = "..1000000.00" },
	{ .name = "percent", .kind = PMO_PERCENT, .range = "0..100" },
	{ .name = "integer", .kind = PMO_INTEGER, .range = "-5..5" },
	{ .name = "number", .kind = PMO_NUMBER },
	{ .name = "yes_no", .kind = PMO_YES_NO },
	{ .name = "choice", .kind = PMO_CHOICE, .choices = colors },
	{ .name = "ref", .kind = PMO_REF },
	{ .name = "line", .kind = PMO_LINE },
	{ .name = "pair", .kind = PMO_STRUCT, .members = pair, .brief = "who share?" },
	{ .name = "span", .kind = PMO_STRUCT, .members = span, .brief = "low?color? rest?" },
	{ .name = "long", .kind = PMO_STRUCT, .members = pair },
	{ 0 },
};

enum { FIELDS = sizeof(fields) / sizeof(fields[0]) - 1 };

struct fixture {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_value_context context;
	struct ydoc doc;
	struct pmo_source source;
	struct pmo_buffer out;
};

static int set_up(void **state)
{
	static struct fixture fixture;
	memset(&fixture, 0, sizeof(fixture));
	pmo_arena_init(&fixture.arena);
	pmo_diags_init(&fixture.diags, &fixture.arena);
	pmo_buffer_init(&fixture.out, PMO_BUFFER_LIMIT);
	fixture.context.arena = &fixture.arena;
	fixture.context.me = "PC";
	fixture.context.minutes_per_day = PMO_MINUTES_PER_DAY;
	assert_int_equal(pmo_date_from_civil(2026, 11, 20, &fixture.context.dates.today), PMO_OK);
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

static struct pmo_field field_of(const char *name, bool list)
{
	size_t i = 0;
	while (strcmp(fields[i].name, name) != 0)
		i++;
	struct pmo_field field = fields[i];
	if (list)
		field.flags |= PMO_LIST;
	return field;
}

/* The value under `x:` of a document. */
static struct pmo_value read_of(struct fixture *fixture, const struct pmo_field *field,
				const char *text)
{
	fixture->source = (struct pmo_source){ "x.yaml", text, strlen(text), 0 };
	assert_int_equal(
		ydoc_read(&fixture->doc, &fixture->arena, &fixture->source, &fixture->diags),
		PMO_OK);
	fixture->context.doc = &fixture->doc;
	return value_read(field, ydoc_get(fixture->doc.root, "x"), &fixture->context);
}

static const char *format(struct fixture *fixture, const struct pmo_field *field,
			  const struct pmo_value *value)
{
	pmo_buffer_clear(&fixture->out);
	pmo_value_format(field, value, &fixture->out);
	return fixture->out.data;
}

static const char *told(struct fixture *fixture, const struct pmo_field *field,
			const struct pmo_value *value)
{
	pmo_diags_init(&fixture->diags, &fixture->arena);
	value_report(field, value, &fixture->doc, "X-1", &fixture->diags);
	pmo_buffer_clear(&fixture->out);
	for (const struct pmo_diag *diag = fixture->diags.first; diag; diag = diag->next)
		pmo_diag_format(diag, false, &fixture->out);
	return fixture->out.data;
}

static const struct {
	const char *field;
	bool list;
	const char *text;
	enum pmo_presence presence;
	const char *formatted, *told;
} lenient_cases[] = {
	{ "ref", false, "x: no\n", PMO_PRESENT, "no", "" },
	{ "text", false, "x: 1.10\n", PMO_PRESENT, "1.10", "" },
	{ "number", false, "x: 1.10\n", PMO_PRESENT, "1.10", "" },
	{ "text", false, "x:\n", PMO_ABSENT, "", "" },
	{ "text", false, "x: \"\"\n", PMO_PRESENT, "", "" },
	{ "text", false, "x: ~\n", PMO_PRESENT, "~", "" },
	{ "date", false, "x: \"\"\n", PMO_BAD, "", "x.yaml:1:4: error: date: '' is not a date" },
	{ "date", false, "x: 2019-12-31\n", PMO_BAD, "2019-12-31", "(2020-01-01..)" },
	{ "moment", false, "x: 2026-10-21 14:00 America/Chicago\n", PMO_PRESENT,
	  "2026-10-21 14:00 America/Chicago", "" },
	{ "moment", false, "x: 2031-10-21 14:00\n", PMO_BAD, "2031-10-21 14:00", "is not" },
	{ "money", false, "x: 1000000.01\n", PMO_BAD, "1000000.01", "is not an amount" },
	{ "integer", false, "x: 5.0\n", PMO_BAD, "5.0", "a whole number (-5..5)" },
	{ "integer", false, "x: -6\n", PMO_BAD, "-6", "a whole number" },
	{ "percent", false, "x: 45 %\n", PMO_PRESENT, "45", "" },
	{ "yes_no", false, "x: True\n", PMO_PRESENT, "yes", "" },
	{ "yes_no", false, "x: on\n", PMO_BAD, "on", "yes or no" },
	{ "choice", false, "x: Red\n", PMO_BAD, "Red", "one of red, no, in_print or 2" },
	{ "text", false, "x: [a]\n", PMO_BAD, "a list", "text: found a list, expected text" },
	{ "text", false, "x: {a: b}\n", PMO_BAD, "fields", "text: found fields" },
	{ "text", true, "x: {a: b}\n", PMO_BAD, "fields", "text: found fields" },
	{ "ref", true, "x: DSP\n", PMO_PRESENT, "DSP", "" },
	{ "ref", true, "x: [DSP, [PC], {a: b}, 'a b', NET]\n", PMO_PRESENT,
	  "DSP, a list, fields, a b, NET", "x.yaml:1:10: error: ref: found a list" },
	{ "text", true, "x: []\n", PMO_PRESENT, "", "" },
	{ "text", true, "x:\n  - a\n  -\n  - c\n", PMO_PRESENT, "a, , c", "" },
	{ "pair", false, "x: DSP 50%\n", PMO_PRESENT, "DSP 50%", "" },
	{ "pair", false, "x: DSP 50% more\n", PMO_BAD, "DSP 50% more", "'who share?' or" },
	{ "pair", false, "x: [DSP]\n", PMO_BAD, "a list", "found a list" },
	{ "pair", false, "x: {who: DSP, share: much, color: 1}\n", PMO_PRESENT,
	  "who=DSP share=much", "share: 'much' is not a percentage" },
	{ "pair", true, "x:\n  - who: DSP\n    color: 1\n  - PC\n", PMO_PRESENT, "DSP; PC",
	  "pair has no field 'color'" },
	{ "long", false, "x: {who: DSP, at: 2026-01-01}\n", PMO_PRESENT,
	  "who=DSP was_at=2026-01-01", "" },
	{ "line", true, "x:\n  - 2026-11-20 PC: granted\n  - plain\n  - [a]\n", PMO_PRESENT,
	  "2026-11-20 PC: granted, plain, a list", "line: found a list" },
	{ "span", false, "x: nothing\n", PMO_PRESENT, "nothing", "" },
	{ "span", false, "x: no thing\n", PMO_PRESENT, "no thing", "" },
	{ "span", false, "x: +5dred\n", PMO_PRESENT, "+5dred", "" },
};

static void reading_is_lenient_and_keeps_what_it_cannot_use(void **state)
{
	struct fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(lenient_cases) / sizeof(lenient_cases[0]); i++) {
		struct pmo_field field = field_of(lenient_cases[i].field, lenient_cases[i].list);
		struct pmo_value value = read_of(fixture, &field, lenient_cases[i].text);
		if (value.presence != lenient_cases[i].presence ||
		    strcmp(format(fixture, &field, &value), lenient_cases[i].formatted) != 0)
			fail_msg("%s%d '%s'", lenient_cases[i].text, value.presence,
				 fixture->out.data);
		const char *messages = told(fixture, &field, &value);
		if (*lenient_cases[i].told ? !strstr(messages, lenient_cases[i].told) : *messages)
			fail_msg("%s%s", lenient_cases[i].text, messages);
	}
}

static void what_people_type_is_understood_or_refused(void **state)
{
	static const struct {
		const char *field;
		bool list;
		const char *text, *formatted; /* NULL: refused */
	} cases[] = {
		{ "date", false, "fri", "2026-11-27" },
		{ "date", false, "2019-12-31", NULL },
		{ "moment", false, "fri 2pm", "2026-11-27 14:00" },
		{ "ref", false, "me", "PC" },
		{ "ref", false, "two words", NULL },
		{ "ref", false, "", NULL },
		{ "choice", false, "r", "red" },
		{ "choice", false, "In Print", "in_print" },
		{ "choice", false, "", NULL },
		{ "yes_no", false, "Off", "no" },
		{ "yes_no", false, "maybe", NULL },
		{ "text", false, "two\nlines", NULL },
		{ "prose", false, "two\nlines", "two\nlines" },
		{ "prose", false, "\xc3", NULL },
		{ "text", true, "a,b , 'c, d', \"e\"", "a, b, c, d, e" },
		{ "text", true, "say \"a\" and \"b\", c", "say \"a\" and \"b\", c" },
		{ "text", true, "\"a\" and \"b\", c", "\"a\" and \"b\", c" },
		{ "text", true, ", ,", "" },
		{ "text", true, "it's, ok", "it's, ok" },
		{ "ref", true, "DSP, two words", NULL },
		{ "pair", false, "DSP 50%", "DSP 50%" },
		{ "pair", false, "who=DSP share=50", "DSP 50%" },
		{ "pair", false, "  share=50   who=DSP  ", "DSP 50%" },
		{ "pair", false, "who=DSP words=a share=x", NULL },
		{ "pair", false, "who=DSP words='a share=x'", "who=DSP words=a share=x" },
		{ "pair", false, "words=a b=c who=DSP", "who=DSP words=a b=c" },
		{ "pair", false, "who=DSP words=\"it's\"", "who=DSP words=it's" },
		{ "pair", false, "who=DSP serials=a,b words=c", "who=DSP words=c serials=a, b" },
		{ "pair", false, "color=red", NULL },
		{ "pair", false, "two words", NULL },
		{ "pair", false, "", NULL },
		{ "span", false, "   ", NULL },
		{ "pair", true, "who=DSP words=\"a, b\", PC 5%", "who=DSP words=a, b; PC 5%" },
		{ "long", true, "who=DSP", "who=DSP" },
	};
	struct fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct pmo_field field = field_of(cases[i].field, cases[i].list);
		struct pmo_value value;
		enum pmo_result result =
			value_input(&field, cases[i].text, &fixture->context, &value);
		if ((result == PMO_OK) != (cases[i].formatted != NULL))
			fail_msg("%s: %s", cases[i].text, pmo_result_name(result));
		if (result == PMO_OK &&
		    strcmp(format(fixture, &field, &value), cases[i].formatted) != 0)
			fail_msg("%s: %s", cases[i].text, fixture->out.data);
	}
}

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static const char *any_text(uint32_t *seed, struct pmo_arena *arena, bool one_line)
{
	static const char *const pieces[] = {
		"a",
		"word ",
		" ",
		"'",
		"\"",
		": ",
		" #",
		"- ",
		",",
		"[",
		"}",
		"{",
		"]",
		"&",
		"*",
		"!",
		"|",
		">",
		"%",
		"@",
		"`",
		"no",
		"1.10",
		"2026-11-20",
		"~",
		"=",
		"\\",
		"?",
		"\xc3\xa9",
		"e\xcc\x81",
		"\xe2\x80\xa8",
		"\xc2\x85",
		"\xef\xbb\xbf",
		"\xf0\x9f\x98\x80",
		"\x01",
		"\t",
		"\x7f",
		"..",
		"/",
		"share=",
		"who=",
		"\xe2\x80\xae",
		"\n",
		"\n\n",
		"\r",
		"  \n",
	};
	size_t limit = sizeof(pieces) / sizeof(pieces[0]) - (one_line ? 4 : 0);
	const char *text = "";
	for (uint32_t count = 1 + next_random(seed) % 5; count; count--)
		text = pmo_arena_format(arena, "%s%s", text, pieces[next_random(seed) % limit]);
	return text;
}

static struct pmo_value any_value(const struct pmo_field *field, uint32_t *seed,
				  struct fixture *fixture);

static struct pmo_value any_item(const struct pmo_field *field, uint32_t *seed,
				 struct fixture *fixture)
{
	static const char *const texts[PMO_KIND_COUNT][4] = {
		[PMO_DATE] = { "2026-11-20", "2020-01-01", "9999-12-31", "2024-02-29" },
		[PMO_MOMENT] = { "2026-10-21 14:00", "2026-10-21 14:00 America/Chicago",
				 "2020-01-01 00:00", "2029-12-31 23:59 UTC" },
		[PMO_DURATION] = { "5d", "-1.5d", "30min", "0cd" },
		[PMO_MONEY] = { "0.00", "-12.50", "999999.99", "1" },
		[PMO_PERCENT] = { "0", "45", "99.5%", "100" },
		[PMO_INTEGER] = { "-5", "0", "5", "1" },
		[PMO_NUMBER] = { "1.10", "-0.5", "0", "99999999999" },
		[PMO_YES_NO] = { "yes", "no", "yes", "no" },
		[PMO_CHOICE] = { "red", "no", "in_print", "2" },
		[PMO_REF] = { "DSP", "netref/TSK-012", "no", "RSK-003" },
	};
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = (uint8_t)field->kind };
	if (field->kind == PMO_STRUCT) {
		size_t count = 0;
		while (field->members[count].name)
			count++;
		struct pmo_value *members =
			pmo_arena_array(&fixture->arena, count, sizeof(*members));
		for (size_t i = 0; i < count; i++)
			if (i == 0 || next_random(seed) % 2)
				members[i] = any_value(&field->members[i], seed, fixture);
		value.count = (uint32_t)count;
		value.as.items = members;
		return value;
	}
	const char *text = texts[field->kind][next_random(seed) % 4];
	if (!text)
		text = any_text(seed, &fixture->arena, field->kind != PMO_PROSE);
	struct pmo_field one = *field;
	one.flags &= ~(unsigned)PMO_LIST;
	if (value_input(&one, text, &fixture->context, &value) != PMO_OK)
		fail_msg("%s: '%s'", field->name, text);
	return value;
}

static struct pmo_value any_value(const struct pmo_field *field, uint32_t *seed,
				  struct fixture *fixture)
{
	if (!(field->flags & PMO_LIST))
		return any_item(field, seed, fixture);
	uint32_t count = 1 + next_random(seed) % 3;
	struct pmo_value *items = pmo_arena_array(&fixture->arena, count, sizeof(*items));
	struct pmo_value value = { .presence = PMO_PRESENT,
				   .kind = (uint8_t)field->kind,
				   .is_list = true,
				   .count = count };
	for (uint32_t i = 0; i < count; i++)
		items[i] = any_item(field, seed, fixture);
	value.as.items = items;
	return value;
}

static const char *as_json(struct fixture *fixture, const struct pmo_field *field,
			   const struct pmo_value *value)
{
	struct pmo_buffer out;
	struct pmo_sink sink;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	pmo_sink_init(&sink, &out, PMO_SINK_JSON_COMPACT);
	pmo_value_sink(field, value, &sink);
	assert_int_equal(pmo_sink_finish(&sink), PMO_OK);
	pmo_buffer_truncate(&out, strcspn(out.data, "\n"));
	const char *text = pmo_arena_string(&fixture->arena, out.data);
	pmo_buffer_release(&out);
	return text;
}

/* Whatever is written is read again as the same, compared in its one unmistakable form. */
static void every_value_is_read_back_as_it_was_written(void **state)
{
	struct fixture *fixture = *state;
	uint32_t seed = 7;
	for (int round = 0; round < 6000; round++) {
		struct pmo_arena_mark mark = pmo_arena_mark(&fixture->arena);
		struct pmo_field field = fields[next_random(&seed) % FIELDS];
		if (next_random(&seed) % 2)
			field.flags |= PMO_LIST;
		struct pmo_value value = any_value(&field, &seed, fixture);
		struct ydoc_value *map = ydoc_value_map(&fixture->arena);
		struct ydoc_value *written = value_write(&field, &value, &fixture->arena);
		assert_int_equal(ydoc_value_add(map, "x", written), PMO_OK);
		struct pmo_buffer text;
		pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
		assert_int_equal(ydoc_write_map(map, round % 2 ? "\n" : "\r\n", &text), PMO_OK);
		const char *bytes = pmo_arena_string(&fixture->arena, text.data);
		pmo_buffer_release(&text);
		struct pmo_value again = read_of(fixture, &field, bytes);
		const char *before = as_json(fixture, &field, &value);
		const char *after = as_json(fixture, &field, &again);
		if (strcmp(before, after) != 0 || pmo_value_compare(&value, &again) != 0)
			fail_msg("round %d, %s:\n%s\n%s\n%s", round, field.name, before, after,
				 bytes);
		assert_true(value_is_same(&field, &value, &again));
		pmo_arena_rewind(&fixture->arena, mark);
	}
}

static void values_are_ordered_by_meaning(void **state)
{
	static const struct {
		const char *field, *less, *more;
	} cases[] = {
		{ "date", "2026-11-20", "2026-11-21" },
		{ "money", "-5", "3" },
		{ "duration", "6h", "1d" },
		{ "duration", "5d", "1.5w" },
		{ "number", "1.1", "1.12" },
		{ "percent", "9", "10%" },
		{ "choice", "red", "in_print" },
		{ "ref", "RSK-2", "RSK-10" },
		{ "ref", "rsk-9", "RSK-10" },
		{ "ref", "ACT-99", "RSK-1" },
		{ "text", "abc", "ABD" },
		{ "yes_no", "no", "yes" },
		{ "integer", "-1", "1" },
		{ "moment", "2026-10-21 09:00", "2026-10-21 14:00" },
		{ "pair", "DSP 10%", "DSP 20%" },
		{ "pair", "DSP", "DSP 20%" },
	};
	struct fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct pmo_field field = field_of(cases[i].field, false);
		struct pmo_value less, more;
		assert_int_equal(value_input(&field, cases[i].less, &fixture->context, &less),
				 PMO_OK);
		assert_int_equal(value_input(&field, cases[i].more, &fixture->context, &more),
				 PMO_OK);
		if (pmo_value_compare(&less, &more) >= 0 || pmo_value_compare(&more, &less) <= 0)
			fail_msg("%s %s", cases[i].less, cases[i].more);
		assert_int_equal(pmo_value_compare(&less, &less), 0);
	}
	struct pmo_value absent = { .presence = PMO_ABSENT }, bad = { .presence = PMO_BAD };
	bad.as.text = "x";
	assert_true(pmo_value_compare(&absent, &bad) < 0);
	assert_int_equal(pmo_value_compare(&absent, &absent), 0);
	assert_int_equal(pmo_value_compare(&bad, &bad), 0);
	struct pmo_field text = field_of("text", true);
	struct pmo_value list = read_of(fixture, &text, "x: [a]\n");
	assert_true(pmo_value_compare(&list, &list.as.items[0]) > 0);
	assert_true(pmo_value_compare(&list.as.items[0], &list) < 0);
}

static void values_are_shown_for_people_and_for_programs(void **state)
{
	static const struct {
		const char *field, *text, *shown, *json;
	} cases[] = {
		{ "money", "x: 12500.00\n", "12,500.00", "\"12500.00\"" },
		{ "percent", "x: 45\n", "45%", "45" },
		{ "number", "x: 1.10\n", "1.10", "1.10" },
		{ "yes_no", "x: true\n", "yes", "true" },
		{ "number", "x: lots\n", "lots", "\"lots\"" },
		{ "pair", "x: DSP 50%\n", "DSP 50%", "{\"who\":\"DSP\",\"share\":50}" },
		{ "text", "x:\n", "", "null" },
		{ "text", "x: [a]\n", "a list", "\"a list\"" },
	};
	struct fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct pmo_field field = field_of(cases[i].field, false);
		struct pmo_value value = read_of(fixture, &field, cases[i].text);
		pmo_buffer_clear(&fixture->out);
		pmo_value_show(&field, &value, &fixture->out);
		assert_string_equal(fixture->out.data, cases[i].shown);
		assert_string_equal(as_json(fixture, &field, &value), cases[i].json);
	}
	struct pmo_field list = field_of("ref", true);
	struct pmo_value items = read_of(fixture, &list, "x: [DSP, [a]]\n");
	assert_string_equal(as_json(fixture, &list, &items), "[\"DSP\",\"a list\"]");
	assert_null(pmo_value_member(&list, &items, "who"));
	struct pmo_field field = field_of("pair", false);
	struct pmo_value value = read_of(fixture, &field, "x: DSP 50%\n");
	assert_non_null(pmo_value_member(&field, &value, "share"));
	assert_null(pmo_value_member(&field, &value, "color"));
}

static void kinds_have_names(void **state)
{
	(void)state;
	for (int kind = 0; kind < PMO_KIND_COUNT; kind++)
		assert_int_equal(pmo_kind_find(pmo_kind_name((enum pmo_kind)kind)), kind);
	assert_int_equal(pmo_kind_find("color"), PMO_KIND_COUNT);
	assert_string_equal(pmo_kind_name(PMO_KIND_COUNT), "text");
}

static void scanning_a_very_long_word_is_quick(void **state)
{
	struct fixture *fixture = *state;
	struct pmo_field field = field_of("span", false);
	size_t length = 4 << 20;
	char *text = pmo_arena_alloc(&fixture->arena, length + 1);
	struct pmo_value value;
	memset(text, '9', length);
	assert_int_equal(value_input(&field, text, &fixture->context, &value), PMO_OK);
	assert_int_equal(value.as.items[2].presence, PMO_PRESENT);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		CASE(reading_is_lenient_and_keeps_what_it_cannot_use),
		CASE(what_people_type_is_understood_or_refused),
		CASE(every_value_is_read_back_as_it_was_written),
		CASE(values_are_ordered_by_meaning),
		CASE(values_are_shown_for_people_and_for_programs),
		CASE(kinds_have_names),
		CASE(scanning_a_very_long_word_is_quick),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Short forms of structures: read as people write them, written only where they read back. */
#include "unit.h"

#include "record/brief.h"
#include "record/types.h"

#include <string.h>

static const char *const types[] = { "FS", "SS", "FF", "S", NULL };
static const char *const marks[] = { "no", "nothing", NULL };

static const struct pmo_field link_members[] = {
	{ .name = "task", .kind = PMO_REF },
	{ .name = "type", .kind = PMO_CHOICE, .choices = types },
	{ .name = "lag", .kind = PMO_DURATION, .flags = PMO_SIGNED },
	{ 0 },
};
static const struct pmo_field estimate_members[] = {
	{ .name = "low", .kind = PMO_DURATION },
	{ .name = "likely", .kind = PMO_DURATION },
	{ .name = "high", .kind = PMO_DURATION },
	{ 0 },
};
static const struct pmo_field span_members[] = {
	{ .name = "from", .kind = PMO_DATE },
	{ .name = "to", .kind = PMO_DATE },
	{ .name = "why", .kind = PMO_TEXT },
	{ 0 },
};
static const struct pmo_field meet_members[] = {
	{ .name = "at", .kind = PMO_MOMENT },
	{ .name = "cost", .kind = PMO_MONEY },
	{ .name = "paid", .kind = PMO_YES_NO },
	{ .name = "count", .kind = PMO_INTEGER },
	{ .name = "mark", .kind = PMO_CHOICE, .choices = marks },
	{ .name = "hidden", .kind = PMO_TEXT },
	{ 0 },
};

static const struct pmo_field fields[] = {
	{ .name = "link", .kind = PMO_STRUCT, .members = link_members, .brief = "task type?lag?" },
	{ .name = "estimate",
	  .kind = PMO_STRUCT,
	  .members = estimate_members,
	  .brief = "low/likely/high" },
	{ .name = "span", .kind = PMO_STRUCT, .members = span_members, .brief = "from..to? why?" },
	{ .name = "meet",
	  .kind = PMO_STRUCT,
	  .members = meet_members,
	  .brief = "at? cost? paid? count? mark?" },
	{ .name = "odd", .kind = PMO_STRUCT, .members = span_members, .brief = "from nobody" },
	{ .name = "plain", .kind = PMO_STRUCT, .members = span_members },
	{ 0 },
};

static bool read_value(const struct pmo_field *field, const char *text,
		       const struct pmo_value_context *context, struct pmo_value *value)
{
	memset(value, 0, sizeof(*value));
	value->kind = (uint8_t)field->kind;
	value->presence = PMO_PRESENT;
	if (type_of(field->kind)->read(field, text, context, value))
		return true;
	memset(value, 0, sizeof(*value));
	return false;
}

static const struct pmo_field *field_of(const char *name)
{
	const struct pmo_field *field = fields;
	while (strcmp(field->name, name) != 0)
		field++;
	return field;
}

static void short_forms_are_read_and_come_back_in_one_form(void **state)
{
	static const struct {
		const char *field, *text, *again; /* NULL: it is none */
	} cases[] = {
		{ "link", "TSK-012", "TSK-012" },
		{ "link", "TSK-012 SS", "TSK-012 SS" },
		{ "link", "TSK-012   SS+10d", "TSK-012 SS+10d" },
		{ "link", "TSK-012 SS 10d", NULL },
		{ "link", "TSK-012 +10d", "TSK-012 +10d" },
		{ "link", "TSK-012 FS-1.5d", "TSK-012 FS-1.5d" },
		{ "link", "TSK-012 S+1d", "TSK-012 S+1d" },
		{ "link", "TSK-012 SX", NULL },
		{ "link", "TSK-012 SS+10d more", NULL },
		{ "link", "", NULL },
		{ "estimate", "3d/5d/9d", "3d/5d/9d" },
		{ "estimate", "3d/5d", NULL },
		{ "estimate", "3d / 5d / 9d", NULL },
		{ "estimate", "3d//9d", NULL },
		{ "span", "2026-01-01..2026-01-31", "2026-01-01..2026-01-31" },
		{ "span", "2026-01-01..", "2026-01-01.." },
		{ "span", "2026-01-01", "2026-01-01.." },
		{ "span", "2026-01-01.. moving", "2026-01-01.. moving" },
		{ "span", "2026-01-01.2026-01-31", NULL },
		{ "meet", "2026-11-20 14:00 12.50 yes 3 nothing",
		  "2026-11-20 14:00 12.50 yes 3 nothing" },
		{ "meet", "yes", "yes" },
		{ "meet", "nothing", "nothing" },
		{ "meet", "nothings", NULL },
		{ "odd", "2026-01-01 x", NULL },
		{ "plain", "2026-01-01", NULL },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct pmo_arena arena;
		struct pmo_value members[8] = { 0 };
		struct pmo_value_context context = { .arena = &arena };
		const struct pmo_field *field = field_of(cases[i].field);
		pmo_arena_init(&arena);
		bool fine = brief_read(field, cases[i].text, read_value, &context, members);
		struct pmo_value value = { .presence = PMO_PRESENT, .kind = PMO_STRUCT };
		struct pmo_buffer out;
		value.as.items = members;
		pmo_buffer_init(&out, 1000);
		bool wrote = fine && brief_write(field, &value, &out);
		bool expected = cases[i].again != NULL;
		if (expected ? !wrote || strcmp(out.data, cases[i].again) != 0 : wrote)
			fail_msg("%s: %d %d '%s'", cases[i].text, fine, wrote, out.data);
		pmo_buffer_release(&out);
		pmo_arena_release(&arena);
	}
}

static struct pmo_value text_value(enum pmo_kind kind, const char *text)
{
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = (uint8_t)kind };
	value.as.text = text;
	return value;
}

static bool writes(const struct pmo_field *field, const struct pmo_value *members,
		   struct pmo_buffer *out)
{
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = PMO_STRUCT };
	value.as.items = members;
	pmo_buffer_clear(out);
	pmo_buffer_add_text(out, "before ");
	return brief_write(field, &value, out);
}

static void what_would_read_as_something_else_has_no_short_form(void **state)
{
	struct pmo_buffer out;
	const struct pmo_field *span = field_of("span"), *meet = field_of("meet");
	(void)state;
	pmo_buffer_init(&out, 1000);
	struct pmo_value when = { .presence = PMO_PRESENT, .kind = PMO_DATE };
	struct pmo_value members[7] = { when };
	members[2] = text_value(PMO_TEXT, "because");
	assert_true(writes(span, members, &out));
	assert_string_equal(out.data, "before 1970-01-01.. because");
	static const char *const words[] = { " blank", "blank ", "" };
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		members[2] = text_value(PMO_TEXT, words[i]);
		if (writes(span, members, &out))
			fail_msg("'%s': %s", words[i], out.data);
		assert_string_equal(out.data, "before ");
	}
	members[2] = text_value(PMO_TEXT, "x");
	members[2].presence = PMO_BAD;
	assert_false(writes(span, members, &out));
	memset(members, 0, sizeof(members));
	assert_false(writes(span, members, &out));
	assert_false(writes(meet, members, &out));
	members[5] = text_value(PMO_TEXT, "hidden");
	assert_false(writes(meet, members, &out));
	memset(members, 0, sizeof(members));
	struct pmo_moment moment = { .minutes = 60, .zone = "UTC", .zone_length = 3 };
	members[0] = (struct pmo_value){ .presence = PMO_PRESENT, .kind = PMO_MOMENT };
	members[0].as.moment = &moment;
	assert_false(writes(meet, members, &out));
	moment.zone = NULL;
	moment.zone_length = 0;
	assert_true(writes(meet, members, &out));
	pmo_buffer_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(short_forms_are_read_and_come_back_in_one_form),
		cmocka_unit_test(what_would_read_as_something_else_has_no_short_form),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Lines and columns of many diagnostics at once are those of each alone. */
#include "unit.h"

#include <pmo/diag.h>

#include <string.h>
#include <time.h>

struct text {
	struct pmo_arena arena;
	struct pmo_diags diags;
};

static void begin(struct text *text)
{
	pmo_arena_init(&text->arena);
	pmo_diags_init(&text->diags, &text->arena);
}

static void add(struct text *text, const struct pmo_source *source, size_t offset)
{
	struct pmo_place place = { .source = source, .offset = offset };
	pmo_diag_add(&text->diags, PMO_ERROR, "code", &place, "wrong");
}

static void all_places_are_those_of_each_alone(void **state)
{
	(void)state;
	static const char one[] = "\xef\xbb\xbf"
				  "a: 1\nb: \xc3\xa9t\xc3\xa9 x\n\n# c\n  d: [1,\n2]",
			  two[] = "x\r\ny\n";
	const struct pmo_source sources[] = {
		{ .path = "one", .bytes = one, .length = sizeof(one) - 1 },
		{ .path = "two", .bytes = two, .length = sizeof(two) - 1, .first_line = 40 },
		{ .path = "no bytes" },
	};
	struct text text;
	begin(&text);
	for (size_t i = sizeof(one) + 3; i > 0; i--)
		for (size_t k = 0; k < 3; k++)
			add(&text, &sources[k], i - 1);
	pmo_diag_add(&text.diags, PMO_ERROR, "code", NULL, "nowhere");
	pmo_diags_locate(&text.diags);
	for (const struct pmo_diag *diag = text.diags.first; diag; diag = diag->next) {
		size_t line, column, own_line, own_column;
		if (!diag->source || !diag->source->bytes) {
			assert_int_equal(diag->line, 0);
			continue;
		}
		pmo_source_locate(diag->source, diag->offset, &line, &column);
		pmo_diag_position(diag, &own_line, &own_column);
		assert_int_equal(diag->line, line);
		assert_int_equal(own_line, line);
		assert_int_equal(own_column, column);
	}
	pmo_arena_release(&text.arena);
}

/* One by one, 50,000 diagnostics would look at 60 GB of text. */
static void many_places_take_one_look_at_the_text(void **state)
{
	enum { LINES = 50000, LINE = 48 };
	(void)state;
	struct text text;
	begin(&text);
	char *bytes = pmo_arena_alloc(&text.arena, LINES * LINE);
	assert_non_null(bytes);
	memset(bytes, 'x', LINES * LINE);
	for (size_t i = 1; i <= LINES; i++)
		bytes[i * LINE - 1] = '\n';
	struct pmo_source source = { .path = "big", .bytes = bytes, .length = LINES * LINE };
	for (size_t i = LINES; i > 0; i--)
		add(&text, &source, (i - 1) * LINE + 2);
	clock_t before = clock();
	pmo_diags_locate(&text.diags);
	assert_true(clock() - before < CLOCKS_PER_SEC);
	assert_int_equal(text.diags.first->line, LINES);
	assert_int_equal(text.diags.first->column, 3);
	assert_int_equal(text.diags.last->line, 1);
	pmo_arena_release(&text.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_places_are_those_of_each_alone),
		cmocka_unit_test(many_places_take_one_look_at_the_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

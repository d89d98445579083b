/*
 * Documents of which most is closed: opened, they are what a whole reading makes; closed,
 * they cost nothing; and memory that ends while one is opened is said.
 */
#include "unit.h"

#include "same_tree.h"

#include <pmo/buffer.h>

struct trial {
	struct pmo_arena arena, bodies;
	struct pmo_diags diags;
	struct ydoc whole, spare;
};

static void begin(struct trial *trial, const char *text)
{
	struct pmo_source source = { .path = "t.yaml", .bytes = text, .length = strlen(text) };
	pmo_arena_init(&trial->arena);
	pmo_arena_init(&trial->bodies);
	pmo_diags_init(&trial->diags, &trial->arena);
	(void)!ydoc_read_entries(&trial->whole, &trial->arena, &source, &trial->diags);
	(void)!ydoc_read_sparingly(&trial->spare, &trial->arena, &trial->bodies, &source,
				   &trial->diags);
}

static void end(struct trial *trial)
{
	pmo_arena_release(&trial->bodies);
	pmo_arena_release(&trial->arena);
}

static const char *const documents[] = {
	"TSK-001:\n  title: a\n  owner: P01 # c\nTSK-002:\n  title: b\n",
	"TSK-001: {title: a}\nTSK-002:\n  title: b\n",
	"# head\nTSK-001: text\nTSK-002:\n  - a\n  - b: c\n    d: e\nTSK-003:\n",
	("TSK-001:\n  history:\n    - 2026-11-20\n    - who: P01\n      when: [a, b]\n"
	 "  x:\n    y: z\n"),
	"TSK-001:\n  title: one\nTSK-001:\n  title: two\n",
	"TSK-001:\n  title: one\n  title: two\nTSK-002:\n  a: b\n",
	"TSK-001:\n  title: |\n    two\n    lines\nTSK-002:\n  a: b\n",
	"TSK-001:\n    far: in\n    list:\n    - at the same column\nTSK-002:\n a: b",
	"TSK-001:\n  bad: [\nTSK-002:\n  a: b\n",
	"- a list\n",
	"",
};

static void what_is_opened_is_what_a_whole_reading_makes(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(documents) / sizeof(*documents); i++) {
		struct trial trial;
		begin(&trial, documents[i]);
		assert_int_equal(ydoc_open_all(&trial.spare), PMO_OK);
		if (!same_tree(trial.whole.root, trial.spare.root) ||
		    trial.whole.damaged != trial.spare.damaged)
			fail_msg("%s", documents[i]);
		end(&trial);
	}
}

static void an_entry_is_closed_and_opened_any_number_of_times(void **state)
{
	struct trial trial;
	(void)state;
	begin(&trial, documents[0]);
	const struct ydoc_node *whole = trial.whole.root->first, *entry = trial.spare.root->first;
	size_t before = trial.bodies.allocated;
	assert_true(entry->closed);
	assert_null(ydoc_get(entry, "title"));
	for (int i = 0; i < 1000; i++) {
		const struct ydoc_node *of = i % 2 ? entry->next : entry;
		assert_int_equal(ydoc_open(&trial.spare, of), PMO_OK);
		assert_true(same_tree(i % 2 ? whole->next : whole, of));
		assert_string_equal(ydoc_get(of, "title")->text, i % 2 ? "b" : "a");
		ydoc_close(&trial.spare, of);
		assert_true(of->closed);
	}
	assert_int_equal(trial.bodies.allocated, before);
	end(&trial);
}

static void only_what_was_opened_last_is_closed(void **state)
{
	struct trial trial;
	(void)state;
	begin(&trial, documents[0]);
	const struct ydoc_node *first = trial.spare.root->first, *second = first->next;
	assert_int_equal(ydoc_open(&trial.spare, first), PMO_OK);
	assert_int_equal(ydoc_open(&trial.spare, second), PMO_OK);
	ydoc_close(&trial.spare, first);
	assert_string_equal(ydoc_get(first, "owner")->text, "P01");
	ydoc_close(&trial.spare, second);
	ydoc_close(&trial.spare, second);
	assert_true(second->closed);
	assert_int_equal(ydoc_open(&trial.spare, second), PMO_OK);
	/* Something of another document came behind it. */
	assert_non_null(pmo_arena_alloc(&trial.bodies, 16));
	ydoc_close(&trial.spare, second);
	assert_string_equal(ydoc_get(second, "title")->text, "b");
	assert_int_equal(ydoc_open_all(&trial.spare), PMO_OK);
	ydoc_close(&trial.spare, first);
	assert_false(first->closed);
	end(&trial);
}

static void ten_thousand_closed_entries_cost_their_own_node(void **state)
{
	struct trial trial;
	struct pmo_buffer text;
	(void)state;
	pmo_buffer_init(&text, 8 << 20);
	for (int i = 0; i < 10000; i++)
		pmo_buffer_add_format(&text, "TSK-%05d:\n  title: Task %d\n  b: [x, y]\n", i, i);
	begin(&trial, text.data);
	assert_int_equal(trial.spare.root->count, 10000);
	/* A block of a few thousand bytes, whatever the number of entries. */
	assert_in_range(trial.bodies.allocated, 1, 1 << 16);
	size_t seen = 0;
	for (const struct ydoc_node *i = trial.spare.root->first; i; i = i->next) {
		assert_int_equal(ydoc_open(&trial.spare, i), PMO_OK);
		seen += ydoc_get(i, "title") != NULL;
		ydoc_close(&trial.spare, i);
	}
	assert_int_equal(seen, 10000);
	assert_in_range(trial.bodies.allocated, 1, 1 << 16);
	pmo_buffer_release(&text);
	end(&trial);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_opened_is_what_a_whole_reading_makes),
		cmocka_unit_test(an_entry_is_closed_and_opened_any_number_of_times),
		cmocka_unit_test(only_what_was_opened_last_is_closed),
		cmocka_unit_test(ten_thousand_closed_entries_cost_their_own_node),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * An office as of Friday 2026-11-20, with holidays on the Thursday and Friday after: records
 * of many registers in one document, each of the register that its id says; names in
 * capitals are people, in small letters projects.
 */
#ifndef TESTS_REGISTER_OFFICE_H
#define TESTS_REGISTER_OFFICE_H

#include "register_office_text.h"
#include "ydoc/ydoc.h"

#include <pmo/record.h>
#include <pmo/text.h>

#include <string.h>

enum { RECORD_LIMIT = 128 };

struct office {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_source source;
	struct ydoc doc;
	struct pmo_calendar calendar;
	struct pmo_world world;
	struct pmo_record records[RECORD_LIMIT];
	size_t count;
};

static struct office office;

static const struct pmo_register *register_of(const char *id)
{
	size_t length = strcspn(id, "-");
	for (size_t i = 0; id[length] && pmo_registers[i]; i++)
		if (strlen(pmo_registers[i]->prefix) == length &&
		    strncmp(pmo_registers[i]->prefix, id, length) == 0)
			return pmo_registers[i];
	const char *name = id[0] >= 'a' ? "project" : "person";
	for (size_t i = 0; !id[length] && pmo_registers[i]; i++)
		if (strcmp(pmo_registers[i]->name, name) == 0)
			return pmo_registers[i];
	fail_msg("%s belongs nowhere", id);
	return NULL;
}

static const struct pmo_record *find(void *store, const struct pmo_record *from, const char *id,
				     const char *registers)
{
	const struct office *all = store;
	(void)from;
	for (size_t i = 0; i < all->count; i++)
		if (pmo_ascii_equal(all->records[i].id, id) &&
		    (!registers || pmo_word_is_in(registers, all->records[i].schema->table->name)))
			return &all->records[i];
	return NULL;
}

/* All of a register; the condition is asked of each. */
static size_t those(void *store, const struct pmo_record *from, const struct pmo_those *what,
		    const struct pmo_record *const **records)
{
	struct office *all = store;
	size_t count = 0;
	const struct pmo_record **found =
		pmo_arena_array(&all->arena, all->count, sizeof(*found));
	(void)from;
	assert_non_null(found);
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->records[i].schema->table->name, what->register_name) == 0)
			found[count++] = &all->records[i];
	*records = found;
	return count;
}

static const struct pmo_record *charter(void *store, const struct pmo_record *from)
{
	return find(store, from, "cadup", "project");
}

static const struct pmo_record *record(const char *id)
{
	const struct pmo_record *found = find(&office, NULL, id, NULL);
	if (!found)
		fail_msg("there is no %s", id);
	return found;
}

static int32_t day(int month, int number)
{
	int32_t date;
	assert_int_equal(pmo_date_from_civil(2026, month, number, &date), PMO_OK);
	return date;
}

static int set_up(void **state)
{
	(void)state;
	pmo_arena_init(&office.arena);
	pmo_diags_init(&office.diags, &office.arena);
	pmo_calendar_init(&office.calendar);
	const int32_t holidays[] = { day(9, 7), day(11, 11), day(11, 26), day(11, 27) };
	for (size_t i = 0; i < sizeof(holidays) / sizeof(*holidays); i++)
		assert_int_equal(pmo_calendar_add_holiday(&office.calendar, &office.arena,
							  holidays[i], NULL),
				 PMO_OK);
	office.source = (struct pmo_source){ .path = "all.yaml",
					     .bytes = office_text,
					     .length = sizeof(office_text) - 1 };
	office.world = (struct pmo_world){ .arena = &office.arena,
					   .today = day(11, 20),
					   .calendar = &office.calendar,
					   .me = "DSP",
					   .minutes_per_day = 480,
					   .find = find,
					   .those = those,
					   .charter = charter,
					   .store = &office };
	assert_int_equal(ydoc_read(&office.doc, &office.arena, &office.source, &office.diags),
			 PMO_OK);
	for (const struct ydoc_node *node = office.doc.root->first; node; node = node->next) {
		struct pmo_schema *schema = NULL;
		assert_in_range(office.count, 0, RECORD_LIMIT - 1);
		assert_int_equal(schema_compile(&office.arena, register_of(node->key),
						&office.diags, &schema),
				 PMO_OK);
		office.records[office.count++] = (struct pmo_record){
			.schema = schema,
			.world = &office.world,
			.doc = &office.doc,
			.node = node,
			.id = node->key,
			.path = "all.yaml",
		};
	}
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	pmo_arena_release(&office.arena);
	return 0;
}

#endif

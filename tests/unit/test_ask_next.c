/* The next step `pmo ask X` stands only where the form for X asks for that very record. */
#include "unit.h"

#include <pmo/checkin.h>
#include <pmo/practice.h>

#include <string.h>

struct demo {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_workspace *workspace;
	const struct pmo_project *project;
	struct pmo_plan *plan;
	struct pmo_duties duties;
};

static void open_on(struct demo *demo, int32_t today, const char *user)
{
	const struct pmo_env env = { .directory = TESTS_DIR "/../share/demo",
				     .project = "cadup",
				     .today = today,
				     .user = user };
	const struct pmo_plan_options how = { .alone = true };
	*demo = (struct demo){ 0 };
	pmo_arena_init(&demo->arena);
	pmo_diags_init(&demo->diags, &demo->arena);
	assert_int_equal(pmo_workspace_open(&env, &demo->diags, &demo->workspace), PMO_OK);
	assert_int_equal(pmo_workspace_need_project(demo->workspace, &demo->project), PMO_OK);
	assert_int_equal(pmo_plan_schedule(demo->workspace, demo->project, &how, &demo->plan),
			 PMO_OK);
	assert_int_equal(pmo_duties_add(demo->workspace, demo->project, &demo->duties), PMO_OK);
	assert_int_equal(pmo_duties_add_plan(demo->plan, &demo->duties), PMO_OK);
}

static void end(struct demo *demo)
{
	pmo_plan_free(demo->plan);
	pmo_workspace_close(demo->workspace);
	pmo_arena_release(&demo->arena);
}

static bool is_asked(struct demo *demo, const struct pmo_duty *duty)
{
	const struct pmo_form_options how = {
		.until = pmo_form_usual_until(pmo_workspace_world(demo->workspace)),
		.people = &duty->owner,
		.people_count = 1,
	};
	struct pmo_forms forms;
	assert_int_equal(pmo_forms_make(demo->workspace, demo->plan, &how, &forms), PMO_OK);
	assert_int_equal(forms.count, 1);
	const struct pmo_form *form = &forms.items[0];
	if (strcmp(duty->record->schema->table->name, "checkin") == 0)
		return form->open != NULL;
	for (size_t i = 0; i < form->count; i++)
		if (form->items[i].record == duty->record)
			return true;
	return false;
}

static void who_is_to_be_asked_is_asked_for_just_that(void **state)
{
	int32_t first;
	size_t asked = 0, others = 0;
	(void)state;
	assert_int_equal(pmo_date_from_civil(2026, 11, 16, &first), PMO_OK);
	for (int32_t today = first; today < first + 12; today += 2) {
		struct demo demo;
		open_on(&demo, today, "PC");
		for (size_t i = 0; i < demo.duties.count; i++) {
			const struct pmo_duty *duty = &demo.duties.items[i];
			if (strncmp(duty->next, "pmo ask ", 8) != 0) {
				others++;
				continue;
			}
			assert_string_equal(duty->next + 8, duty->owner);
			assert_string_not_equal(duty->owner, "PC");
			if (!is_asked(&demo, duty))
				fail_msg("%s: %s, and no form has it", duty->record->id,
					 duty->next);
			asked++;
		}
		end(&demo);
	}
	assert_true(asked > 50 && others > 50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_is_to_be_asked_is_asked_for_just_that),
	};
	return cmocka_run_group_tests_name("ask_next", tests, NULL, NULL);
}

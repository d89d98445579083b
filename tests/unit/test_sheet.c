/* The plan as a sheet: what is printed comes back without a change, and what is changed stands. */
#include "sandbox.h"

#include "plan/sheet.h"

#include <pmo/sheet.h>

enum { LINES = 128, LINE = 200, ROUNDS = 150 };

static const char plan_text[] = "# The plan.\n"
				"\n"
				"# 1 Begin\n"
				"\n"
				"TSK-001:\n"
				"  title: Charter   # signed\n"
				"  wbs: 1.1\n"
				"  duration: 5d\n"
				"\n"
				"# belongs to the team\n"
				"TSK-002:\n"
				"  title: \"Team | and # people\"\n"
				"  wbs: 1.2\n"
				"  duration: 2w\n"
				"  preds: [TSK-001]\n"
				"  percent: 45\n"
				"\n"
				"MS-001:\n"
				"  title: Begun\n"
				"  wbs: M1\n"
				"  preds: [TSK-002, TSK-001 SS+3d]\n"
				"\n"
				"# 2 Work\n"
				"\n"
				"TSK-003:\n"
				"  title: Build\n"
				"  wbs: 2.1\n"
				"  duration: 30d\n"
				"  preds:\n"
				"    - TSK-002   # the team first\n"
				"    - {task: TSK-001, lag: 2d, calendar: office}\n"
				"TSK-004:\n"
				"  title: Test\n"
				"  wbs: 2.2\n"
				"  duration: 4h\n"
				"  preds: [TSK-003]\n"
				"\n"
				"MS-002:\n"
				"  title: Live\n"
				"  wbs: M2\n"
				"  preds: [TSK-004]\n";

static int set_up(void **state)
{
	struct sandbox *box = sandbox_new();
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "calendars/office.yaml", "name: Office\nholidays: []\n");
	sandbox_write(box, "cad/project.yaml", "title: CAD\n");
	sandbox_write(box, "cad/plan.yaml", plan_text);
	*state = box;
	return 0;
}

static int tear_down(void **state)
{
	sandbox_free(*state);
	return 0;
}

static void print_sheet(struct sandbox *box, char *text, size_t size)
{
	static const struct pmo_plan_options how = { .baseline = PMO_BASELINE_NONE };
	struct pmo_workspace *workspace = sandbox_open(box);
	const struct pmo_project *project;
	struct pmo_plan *plan = NULL;
	struct pmo_sheet_branch branch;
	struct pmo_buffer out;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	assert_int_equal(pmo_workspace_need_project(workspace, &project), PMO_OK);
	assert_int_equal(pmo_plan_read(workspace, project, &how, &plan), PMO_OK);
	assert_int_equal(pmo_sheet_branch(plan, NULL, &branch), PMO_OK);
	pmo_sheet_write(plan, &branch, PMO_SHEET_WITH_IDS | PMO_SHEET_WITH_HELP, &out);
	assert_true(out.length < size);
	memcpy(text, out.data, out.length + 1);
	pmo_buffer_release(&out);
	pmo_plan_free(plan);
}

/* What comes of a sheet; *written: how many files. */
static enum pmo_result type_sheet(struct sandbox *box, const char *text, size_t *written)
{
	static const struct pmo_update_options plain = { .on = PMO_DATE_NONE };
	struct pmo_workspace *workspace = sandbox_open(box);
	struct pmo_update *update = NULL;
	struct pmo_sheet typed;
	struct pmo_source source = { "sheet", text, strlen(text), 0 };
	struct pmo_sheet_job job = { .typed = &typed, .cancels = true };
	enum pmo_result result = pmo_workspace_need_project(workspace, &job.project);
	if (result == PMO_OK)
		result = pmo_sheet_read(pmo_workspace_arena(workspace),
					pmo_workspace_diags(workspace), &source, &typed);
	if (result == PMO_OK)
		result = pmo_update_begin(workspace, &plain, &update);
	if (result == PMO_OK)
		result = pmo_sheet_apply(update, &job);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	*written = result == PMO_OK ? pmo_update_written(update) : 0;
	pmo_update_end(update);
	return result;
}

static void a_sheet_that_nobody_changed_writes_nothing(void **state)
{
	char text[8192];
	size_t written;
	print_sheet(*state, text, sizeof(text));
	assert_int_equal(type_sheet(*state, text, &written), PMO_OK);
	assert_int_equal(written, 0);
	assert_string_equal(sandbox_read(*state, "cad/plan.yaml"), plan_text);
}

static void a_link_that_no_sheet_can_show_stays_when_another_is_added(void **state)
{
	char text[8192];
	size_t written;
	print_sheet(*state, text, sizeof(text));
	char *at = strstr(text, "| 1.2, 1.1 {");
	assert_non_null(at);
	memcpy(at, "|      1.1 {", 12);
	assert_int_equal(type_sheet(*state, text, &written), PMO_OK);
	assert_non_null(strstr(sandbox_read(*state, "cad/plan.yaml"),
			       "  preds:\n    - {task: TSK-001, lag: 2d, calendar: office}\n"));
}

static void comments_go_with_the_record_that_they_belong_to(void **state)
{
	size_t written;
	assert_int_equal(type_sheet(*state,
				    "2.1 | Build\n1.2 | Team \\| and # people\n2.2 | Test\n"
				    "1.1 | Charter\nM1 | Begun\n | Live\n",
				    &written),
			 PMO_OK);
	const char *now = sandbox_read(*state, "cad/plan.yaml");
	assert_non_null(strstr(now, "\n# belongs to the team\nTSK-002:\n"));
	assert_non_null(strstr(now, "# 1 Begin\n"));
	assert_non_null(strstr(now, "# 2 Work\n"));
	assert_true(strstr(now, "TSK-003:") < strstr(now, "TSK-002:"));
	assert_true(strstr(now, "TSK-004:") < strstr(now, "TSK-001:"));
}

static void a_new_line_without_a_code_stands_beside_the_one_above_or_where_its_dot_is(void **state)
{
	size_t written;
	assert_int_equal(type_sheet(*state,
				    "1.1 | Charter\n    | Sign it | 1d\n  . | Print it | 2d\n"
				    "1.2 | Team \\| and # people\nM1 | Begun\n2.1 | Build\n"
				    "2.2 | Test\nM2 | Live\n",
				    &written),
			 PMO_OK);
	const char *now = sandbox_read(*state, "cad/plan.yaml");
	assert_non_null(strstr(now, "TSK-005:\n  title: Sign it\n  kind: summary\n"));
	assert_non_null(strstr(now, "TSK-006:\n  title: Print it\n  parent: TSK-005\n"));
}

static void a_circle_of_links_is_refused_by_name(void **state)
{
	size_t written;
	assert_int_equal(type_sheet(*state, "1.1 | Charter | 5d | 2.2\n", &written), PMO_INVALID);
	assert_non_null(strstr(sandbox_messages(*state), "2.2 -> 1.1"));
	assert_string_equal(sandbox_read(*state, "cad/plan.yaml"), plan_text);
}

struct page {
	char lines[LINES][LINE];
	size_t count;
};

/* The lines of rows, one blank for many, without ids. */
static void split(const char *text, struct page *page)
{
	page->count = 0;
	for (const char *at = text; *at; at += strcspn(at, "\n"), at += *at == '\n') {
		size_t end = strcspn(at, "\n"), length = 0;
		if (*at == '#' || strncmp(at, "code ", 5) == 0)
			continue;
		char *line = page->lines[page->count++];
		assert_true(page->count < LINES && end < LINE);
		for (size_t i = 0; i < end; i++)
			if (at[i] != ' ' || (length && line[length - 1] != ' '))
				line[length++] = at[i];
		line[length] = '\0';
	}
}

static unsigned next_random(uint64_t *seed)
{
	*seed = *seed * 6364136223846793005U + 1442695040888963407U;
	return (unsigned)(*seed >> 33);
}

/* The cell of a column gets another text; the line's others stay. */
static void put(char *line, int column, const char *text)
{
	char now[LINE];
	char *at = line;
	for (int i = 0; i < column; i++) {
		at = strstr(at, " | ");
		assert_non_null(at);
		at += 3;
	}
	const char *rest = strstr(at, " | ");
	snprintf(now, sizeof(now), "%.*s%s%s", (int)(at - line), line, text, rest ? rest : "");
	snprintf(line, LINE, "%s", now);
}

static void change(struct page *page, unsigned round, uint64_t *seed)
{
	size_t at = next_random(seed) % page->count, to = next_random(seed) % page->count;
	char line[LINE], text[32];
	switch (next_random(seed) % 4) {
	case 0:
		snprintf(text, sizeof(text), "Title %u", round);
		put(page->lines[at], 1, text);
		break;
	case 1:
		snprintf(text, sizeof(text), "%ud", 1 + next_random(seed) % 90);
		if (!strstr(page->lines[at], " | - |"))
			put(page->lines[at], 2, text);
		break;
	case 2:
		memcpy(line, page->lines[at], LINE);
		memmove(page->lines[at], page->lines[at + 1], (page->count - at - 1) * LINE);
		memmove(page->lines[to + 1], page->lines[to], (page->count - to - 1) * LINE);
		memcpy(page->lines[to], line, LINE);
		break;
	default:
		if (page->count > 60)
			break;
		memmove(page->lines[to + 1], page->lines[to], (page->count - to) * LINE);
		snprintf(page->lines[to], LINE, "9.%u | New %u | %ud | | | ", round, round,
			 1 + next_random(seed) % 9);
		page->count++;
	}
}

/* Without the id, which new lines get. */
static void drop_id(char *line)
{
	char *bar = strrchr(line, '|');
	if (bar && (strstr(bar, "TSK-") || strstr(bar, "MS-")))
		*bar = '\0';
	size_t length = strlen(line);
	while (length && line[length - 1] == ' ')
		line[--length] = '\0';
}

static void assert_same(struct page *typed, struct page *printed)
{
	assert_int_equal(typed->count, printed->count);
	for (size_t i = 0; i < typed->count; i++) {
		drop_id(typed->lines[i]);
		drop_id(printed->lines[i]);
		char *one = typed->lines[i], *other = printed->lines[i];
		size_t length = strlen(one);
		while (length && strchr("| ", one[length - 1]))
			one[--length] = '\0';
		length = strlen(other);
		while (length && strchr("| ", other[length - 1]))
			other[--length] = '\0';
		assert_string_equal(one, other);
	}
}

static void random_changes_come_back_as_they_were_typed(void **state)
{
	static struct page typed, printed;
	static char text[LINES * LINE];
	uint64_t seed = 20261120;
	size_t written;
	for (unsigned round = 0; round < ROUNDS; round++) {
		print_sheet(*state, text, sizeof(text));
		split(text, &typed);
		change(&typed, round, &seed);
		size_t length = 0;
		length += (size_t)snprintf(text, sizeof(text),
					   "code | title | duration | after | owner | done | id\n");
		for (size_t i = 0; i < typed.count; i++)
			length += (size_t)snprintf(text + length, sizeof(text) - length, "%s\n",
						   typed.lines[i]);
		assert_int_equal(type_sheet(*state, text, &written), PMO_OK);
		print_sheet(*state, text, sizeof(text));
		split(text, &printed);
		assert_int_equal(type_sheet(*state, text, &written), PMO_OK);
		assert_int_equal(written, 0);
		assert_same(&typed, &printed);
		const char *now = sandbox_read(*state, "cad/plan.yaml");
		assert_non_null(strstr(now, "# belongs to the team\nTSK-002:\n"));
		assert_non_null(strstr(now, "    - TSK-002   # the team first\n"));
		assert_null(strstr(now, "\n\n\n"));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_sheet_that_nobody_changed_writes_nothing, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(
			a_link_that_no_sheet_can_show_stays_when_another_is_added, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(comments_go_with_the_record_that_they_belong_to,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_new_line_without_a_code_stands_beside_the_one_above_or_where_its_dot_is,
			set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_circle_of_links_is_refused_by_name, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(random_changes_come_back_as_they_were_typed, set_up,
						tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * The collected plans of other programs, held against what is known about them.
 *
 * PMO_SHARED_DATA names a folder with mspdi/: plans and EXPECTED.tsv (file, fact, value).
 * Without it there is nothing to hold against, and the test is skipped. The score by kind is
 * printed; every fact that is read must be met.
 */
#include "unit.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/mspdi.h"

enum { KINDS = 120, LINE = 4096 };

struct score {
	char kind[64];
	size_t met, all;
};

struct shared {
	const char *folder;
	struct score scores[KINDS];
	size_t count, missed;
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_source source;
	struct pmo_mspdi *plan;
	char file[256];
};

static char *read_file(struct shared *shared, const char *name, size_t *length)
{
	char path[LINE];
	snprintf(path, sizeof(path), "%s/mspdi/%s", shared->folder, name);
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	char *bytes = malloc(4 << 20);
	assert_non_null(bytes);
	*length = fread(bytes, 1, (4 << 20) - 1, file);
	bytes[*length] = '\0';
	fclose(file);
	return bytes;
}

static void close_plan(struct shared *shared)
{
	free((char *)shared->source.bytes);
	shared->source.bytes = NULL;
	shared->plan = NULL;
	*shared->file = '\0';
	pmo_arena_release(&shared->arena);
}

static void open_plan(struct shared *shared, const char *name)
{
	if (strcmp(shared->file, name) == 0)
		return;
	close_plan(shared);
	snprintf(shared->file, sizeof(shared->file), "%s", name);
	pmo_diags_init(&shared->diags, &shared->arena);
	shared->source.path = shared->file;
	shared->source.bytes = read_file(shared, name, &shared->source.length);
	assert_int_equal(
		pmo_mspdi_open(&shared->arena, &shared->source, &shared->diags, &shared->plan),
		PMO_OK);
}

/* "task.12.baseline0.cost" is of the kind task.N.baselineN.cost. */
static void add_score(struct shared *shared, const char *fact, bool met)
{
	char kind[64];
	size_t length = 0;
	for (const char *c = fact; *c && length < sizeof(kind) - 2; c++)
		if (*c < '0' || *c > '9')
			kind[length++] = *c;
		else if (!length || kind[length - 1] != 'N')
			kind[length++] = 'N';
	kind[length] = '\0';
	size_t i = 0;
	while (i < shared->count && strcmp(shared->scores[i].kind, kind) != 0)
		i++;
	assert_true(i < KINDS);
	if (i == shared->count)
		snprintf(shared->scores[shared->count++].kind, sizeof(kind), "%s", kind);
	shared->scores[i].all++;
	shared->scores[i].met += met;
}

static bool is_number(const char *text, int64_t number)
{
	char *end;
	double value = strtod(text, &end);
	return end != text && (int64_t)value == number && value - (double)number < 0.001;
}

static bool is_time(const char *text, int64_t time)
{
	int64_t wanted;
	return mspdi_read_time(text, &wanted) && wanted == time;
}

static bool is_span(const char *text, int64_t span)
{
	int64_t wanted;
	return mspdi_read_span(text, &wanted) && wanted == span;
}

static const struct mspdi_task *task_of(const struct shared *shared, int64_t uid)
{
	return mspdi_task_of(shared->plan, uid);
}

static bool is_predecessors(const struct shared *shared, const struct mspdi_task *task,
			    const char *expected)
{
	static const char *const types[] = { "FF", "FS", "SF", "SS" };
	char text[LINE] = "";
	for (size_t i = 0; i < task->link_count; i++) {
		const struct mspdi_link *link = &shared->plan->links[task->first_link + i];
		size_t used = strlen(text);
		snprintf(text + used, sizeof(text) - used, "%s%lld%s%+lld", i ? " " : "",
			 (long long)link->from, types[link->type], (long long)link->lag);
	}
	return strcmp(text, expected) == 0;
}

static bool is_baseline(const struct mspdi_task *task, const char *name, const char *value)
{
	long number = strtol(name + strlen("baseline"), NULL, 10);
	const char *what = strchr(name, '.');
	const struct mspdi_element *one = mspdi_child(task->element, "Baseline");
	while (one && mspdi_number(one, "Number", 0) != number)
		one = mspdi_next(one);
	if (!one || !what)
		return false;
	if (strcmp(what, ".start") == 0)
		return is_time(value, mspdi_time(one, "Start"));
	if (strcmp(what, ".finish") == 0)
		return is_time(value, mspdi_time(one, "Finish"));
	if (strcmp(what, ".duration") == 0)
		return is_span(value, mspdi_span(one, "Duration"));
	if (strcmp(what, ".work") == 0)
		return is_span(value, mspdi_span(one, "Work"));
	return is_number(value, mspdi_number(one, "Cost", 0));
}

/* 1 met, 0 missed, -1: of no field that pmo reads. */
static int check_task_time(const struct mspdi_task *task, const char *name, const char *value)
{
	const struct {
		const char *name;
		int64_t time;
	} times[] = { { "start", task->start },
		      { "finish", task->finish },
		      { "actual_start", task->actual_start },
		      { "constraint_date", task->constraint_date },
		      { "deadline", task->deadline } };
	for (size_t i = 0; i < sizeof(times) / sizeof(*times); i++)
		if (strcmp(name, times[i].name) == 0)
			return is_time(value, times[i].time);
	if (strcmp(name, "duration") == 0)
		return is_span(value, task->duration);
	return strcmp(name, "work") == 0 ? is_span(value, task->work) : -1;
}

static int check_task_number(const struct mspdi_task *task, const char *name, const char *value)
{
	const struct {
		const char *name;
		int64_t number;
	} numbers[] = { { "id", task->id },
			{ "outline_level", task->level },
			{ "duration_format", task->duration_format },
			{ "percent_complete", task->percent },
			{ "cost", task->cost },
			{ "constraint_type", task->constraint },
			{ "priority", task->priority },
			{ "active", !task->is_inactive },
			{ "manual", task->by_hand },
			{ "milestone", task->is_flagged } };
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		if (strcmp(name, numbers[i].name) == 0)
			return is_number(value, numbers[i].number);
	return -1;
}

static int check_task(struct shared *shared, const char *rest, const char *value)
{
	char *name;
	long long uid = strtoll(rest, &name, 10);
	const struct mspdi_task *task = task_of(shared, uid);
	name += *name == '.';
	if (!task)
		return uid == 0 ? -1 : 0;
	int known = check_task_time(task, name, value);
	if (known < 0)
		known = check_task_number(task, name, value);
	if (known >= 0)
		return known;
	if (strcmp(name, "name") == 0)
		return strcmp(value, task->name) == 0;
	if (strcmp(name, "wbs") == 0)
		return task->wbs && strcmp(value, task->wbs) == 0;
	if (strcmp(name, "summary") == 0)
		return is_number(value, mspdi_number(task->element, "Summary", 0));
	if (strncmp(name, "baseline", 8) == 0)
		return is_baseline(task, name, value);
	if (strcmp(name, "predecessors_uid_type_lagtenths") == 0)
		return is_predecessors(shared, task, value);
	return -1;
}

static int check_resource(struct shared *shared, const char *rest, const char *value)
{
	char *name;
	long long uid = strtoll(rest, &name, 10);
	name += *name == '.';
	for (size_t i = 0; i < shared->plan->resource_count; i++) {
		const struct mspdi_resource *one = &shared->plan->resources[i];
		if (one->uid != uid)
			continue;
		if (strcmp(name, "name") == 0)
			return one->name && strcmp(value, one->name) == 0;
		if (strcmp(name, "calendar_uid") == 0)
			return is_number(value, one->calendar_uid);
		if (strcmp(name, "type") == 0)
			return is_number(value, one->type == 1);
	}
	return -1;
}

static int check_assignment(struct shared *shared, const char *rest, const char *value)
{
	char *name;
	long long uid = strtoll(rest, &name, 10);
	const struct mspdi_assignment *one = shared->plan->assignments;
	const struct mspdi_assignment *end = one + shared->plan->assignment_count;
	name += *name == '.';
	while (one < end && one->uid != uid)
		one++;
	if (one == end)
		return 0;
	if (strcmp(name, "task_uid") == 0)
		return is_number(value, mspdi_number(one->element, "TaskUID", -1));
	if (strcmp(name, "resource_uid") == 0)
		return is_number(value, mspdi_number(one->element, "ResourceUID", -1));
	if (strcmp(name, "units") == 0)
		return one->units && strcmp(one->units, value) == 0;
	if (strcmp(name, "work") == 0)
		return is_span(value, mspdi_span(one->element, "Work"));
	return -1;
}

static int told_days(const struct mspdi_calendar *calendar)
{
	int count = 0;
	for (int i = 0; i < 7; i++)
		count += calendar->week[i].is_told;
	return count;
}

static int check_calendar(struct shared *shared, const char *rest, const char *value)
{
	char *name;
	long long uid = strtoll(rest, &name, 10);
	const struct mspdi_calendar *one = mspdi_calendar_of(shared->plan, uid);
	name += *name == '.';
	if (!one)
		return -1;
	if (strcmp(name, "name") == 0)
		return one->name && strcmp(value, one->name) == 0;
	if (strcmp(name, "base_uid") == 0)
		return is_number(value, mspdi_number(one->element, "BaseCalendarUID", -1));
	if (strcmp(name, "weekday_entries_1to7") == 0)
		return is_number(value, told_days(one));
	/* A file says them in the old way or in the new; here those of the old alone. */
	if (strcmp(name, "exceptions_daytype0") == 0 && !mspdi_child(one->element, "Exceptions"))
		return is_number(value, (int64_t)one->exception_count);
	return -1;
}

static size_t count_links(const struct pmo_mspdi *plan, int type)
{
	size_t count = 0;
	for (size_t i = 0; i < plan->link_count; i++)
		count += type < 0 ? plan->links[i].lag != 0 : plan->links[i].type == type;
	return count;
}

static int64_t count_constraints(const struct pmo_mspdi *plan, int constraint)
{
	int64_t count = 0;
	for (size_t i = 0; i < plan->task_count; i++)
		count += plan->tasks[i].constraint == constraint;
	return count;
}

static int64_t deepest(const struct pmo_mspdi *plan)
{
	int64_t level = 0;
	for (size_t i = 0; i < plan->task_count; i++)
		if (plan->tasks[i].level > level)
			level = plan->tasks[i].level;
	return level;
}

/* The row of the project itself, which is no task here; NULL: the file has none. */
static const struct mspdi_element *project_row(const struct pmo_mspdi *plan)
{
	const struct mspdi_element *row = mspdi_child(mspdi_child(plan->root, "Tasks"), "Task");
	while (row && mspdi_number(row, "UID", -1) != 0)
		row = mspdi_next(row);
	return row;
}

static int64_t count_summaries(const struct pmo_mspdi *plan)
{
	const struct mspdi_element *row = project_row(plan);
	int64_t count = row && mspdi_flag(row, "Summary");
	for (size_t i = 0; i < plan->task_count; i++)
		count += plan->tasks[i].is_summary;
	return count;
}

static int64_t count_milestones(const struct pmo_mspdi *plan)
{
	const struct mspdi_element *row = project_row(plan);
	int64_t count = row && mspdi_flag(row, "Milestone");
	for (size_t i = 0; i < plan->task_count; i++)
		count += plan->tasks[i].is_flagged;
	return count;
}

static int64_t base_calendars(const struct pmo_mspdi *plan)
{
	int64_t count = 0;
	for (size_t i = 0; i < plan->calendar_count; i++)
		count += plan->calendars[i].is_base;
	return count;
}

static int64_t nobody(const struct pmo_mspdi *plan)
{
	int64_t count = 0;
	for (size_t i = 0; i < plan->assignment_count; i++)
		count += mspdi_number(plan->assignments[i].element, "ResourceUID", 0) ==
			 MSPDI_NOBODY;
	return count;
}

static int check_count(const struct pmo_mspdi *plan, const char *fact, const char *value)
{
	const struct {
		const char *name;
		int64_t number;
	} numbers[] = { { "minutes_per_day", plan->minutes_per_day },
			{ "calendar_uid", plan->calendar_uid },
			{ "blank_rows", (int64_t)plan->blank_rows },
			{ "calendars", (int64_t)plan->calendar_count },
			{ "base_calendars", base_calendars(plan) },
			{ "tasks", (int64_t)plan->task_count + !!project_row(plan) },
			{ "summary_tasks", count_summaries(plan) },
			{ "milestones", count_milestones(plan) },
			{ "max_outline_level", deepest(plan) },
			{ "constraint_MSO", count_constraints(plan, MSPDI_MSO) },
			{ "constraint_SNET", count_constraints(plan, MSPDI_SNET) },
			{ "assignments", (int64_t)plan->assignment_count },
			{ "assignments_without_resource", nobody(plan) },
			{ "links_FF", (int64_t)count_links(plan, 0) },
			{ "links_FS", (int64_t)count_links(plan, 1) },
			{ "links_SF", (int64_t)count_links(plan, 2) },
			{ "links_SS", (int64_t)count_links(plan, 3) },
			{ "links_with_lag", (int64_t)count_links(plan, -1) } };
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		if (strcmp(fact, numbers[i].name) == 0)
			return is_number(value, numbers[i].number);
	if (strcmp(fact, "project_start") == 0)
		return is_time(value, plan->start);
	if (strcmp(fact, "project_finish") == 0)
		return is_time(value, plan->finish);
	if (strcmp(fact, "status_date") == 0)
		return is_time(value, plan->status_date);
	return strcmp(fact, "title") == 0 ? strcmp(value, plan->title) == 0 : -1;
}

static int check_fact(struct shared *shared, const char *fact, const char *value)
{
	if (strncmp(fact, "task.", 5) == 0)
		return check_task(shared, fact + 5, value);
	if (strncmp(fact, "resource.", 9) == 0)
		return check_resource(shared, fact + 9, value);
	if (strncmp(fact, "assignment.", 11) == 0)
		return check_assignment(shared, fact + 11, value);
	if (strncmp(fact, "calendar.", 9) == 0)
		return check_calendar(shared, fact + 9, value);
	return check_count(shared->plan, fact, value);
}

static void check_line(struct shared *shared, char *line)
{
	char *fact = strchr(line, '\t'), *value = fact ? strchr(fact + 1, '\t') : NULL;
	if (!value)
		return;
	*fact++ = '\0';
	*value++ = '\0';
	open_plan(shared, line);
	if (strcmp(value, "-") == 0)
		return;
	int met = check_fact(shared, fact, value);
	if (met < 0)
		return;
	add_score(shared, fact, met);
	if (!met && shared->missed++ < 20)
		print_message("%s: %s is not %s\n", line, fact, value);
}

static void every_fact_that_is_read_is_met(void **state)
{
	struct shared *shared = *state;
	size_t length;
	if (!shared->folder) {
		print_message("PMO_SHARED_DATA is not set\n");
		skip();
	}
	char *text = read_file(shared, "EXPECTED.tsv", &length);
	char *line = strchr(text, '\n');
	for (line = line ? line + 1 : text; *line;) {
		char *end = line + strcspn(line, "\r\n");
		char *next = end + strspn(end, "\r\n");
		*end = '\0';
		check_line(shared, line);
		line = next;
	}
	free(text);
	close_plan(shared);
	for (size_t i = 0; i < shared->count; i++)
		print_message("%4zu of %4zu %s\n", shared->scores[i].met, shared->scores[i].all,
			      shared->scores[i].kind);
	assert_true(shared->count > 20);
	assert_int_equal(shared->missed, 0);
}

static void check_rewritten(struct shared *shared, const char *name)
{
	struct pmo_buffer out;
	struct pmo_mspdi *again;
	open_plan(shared, name);
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	mspdi_xml_write(shared->plan->root, &out);
	struct pmo_source source = { "again.xml", out.data, out.length, 0 };
	assert_int_equal(pmo_mspdi_open(&shared->arena, &source, &shared->diags, &again), PMO_OK);
	assert_int_equal(again->task_count, shared->plan->task_count);
	assert_int_equal(again->link_count, shared->plan->link_count);
	assert_int_equal(again->assignment_count, shared->plan->assignment_count);
	assert_int_equal(again->baselines, shared->plan->baselines);
	for (size_t i = 0; i < again->task_count; i++) {
		const struct mspdi_task *a = &again->tasks[i], *b = &shared->plan->tasks[i];
		assert_int_equal(a->uid, b->uid);
		assert_int_equal(a->parent, b->parent);
		assert_int_equal(a->by_hand, b->by_hand);
		assert_int_equal(a->start, b->start);
		assert_string_equal(a->name, b->name);
	}
	pmo_buffer_release(&out);
}

static void every_plan_is_read_and_written_again(void **state)
{
	struct shared *shared = *state;
	char path[LINE];
	size_t count = 0;
	if (!shared->folder)
		skip();
	snprintf(path, sizeof(path), "%s/mspdi", shared->folder);
	DIR *folder = opendir(path);
	assert_non_null(folder);
	for (struct dirent *entry; (entry = readdir(folder));) {
		size_t length = strlen(entry->d_name);
		if (length < 5 || strcmp(entry->d_name + length - 4, ".xml") != 0)
			continue;
		check_rewritten(shared, entry->d_name);
		count++;
	}
	closedir(folder);
	print_message("%zu plans\n", count);
	assert_true(count > 0);
}

static int set_up(void **state)
{
	struct shared *shared = calloc(1, sizeof(*shared));
	const char *folder = getenv("PMO_SHARED_DATA");
	if (!shared)
		return -1;
	shared->folder = folder && *folder ? folder : NULL;
	pmo_arena_init(&shared->arena);
	*state = shared;
	return 0;
}

static int tear_down(void **state)
{
	struct shared *shared = *state;
	close_plan(shared);
	free(shared);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_fact_that_is_read_is_met),
		cmocka_unit_test(every_plan_is_read_and_written_again),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}

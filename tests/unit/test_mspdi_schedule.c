/*
 * Dates that MS Project computed, held against ours.
 *
 * PMO_SHARED_DATA names a folder with mspdi/. Each of its plans that MS Project scheduled,
 * with automatic tasks only, is imported into an empty workspace and scheduled; the share of
 * tasks with the same start and finish is printed, and why the others differ, by kind. Every
 * difference has a reason that can be read in the file.
 */
#include "sandbox.h"

#include <dirent.h>

#include "exchange/mspdi.h"

#include <pmo/plan.h>

enum { PATH = 1024, FILE_MOST = 8 << 20, REASONS = 16 };

struct reason {
	const char *text;
	size_t count;
};

struct tally {
	struct reason reasons[REASONS];
	size_t files, tasks, same, unexplained;
};

struct compared {
	struct sandbox *box;
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_source source;
	struct pmo_mspdi *file;
	struct pmo_plan *plan;
	char *differs; /* by task of the file */
	struct ours {
		int32_t start, finish;
	} * ours;
};

static char *read_whole(const char *path, size_t *length)
{
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	char *bytes = malloc(FILE_MOST);
	assert_non_null(bytes);
	*length = fread(bytes, 1, FILE_MOST, file);
	fclose(file);
	return bytes;
}

/*
 * A day at whose end nothing is pushed: before the start; of work under way, before the day
 * on which it goes on.
 */
static int32_t as_of(const struct pmo_mspdi *file, const struct mspdi_task *task)
{
	int32_t start = mspdi_date(file->start);
	int32_t resume = task ? mspdi_date(mspdi_time(task->element, "Resume")) : PMO_DATE_NONE;
	for (size_t i = 0; i < file->task_count; i++) {
		int32_t day = mspdi_date(file->tasks[i].start);
		if (day != PMO_DATE_NONE && (start == PMO_DATE_NONE || day < start))
			start = day;
	}
	if (task && task->percent > 0 && task->percent < 100 && resume != PMO_DATE_NONE)
		start = resume;
	return start == PMO_DATE_NONE ? start : start - 1;
}

static void import(struct compared *compared)
{
	struct sandbox *box = compared->box;
	char project[128], start[PMO_DATE_SIZE];
	struct pmo_update *update = NULL;
	struct pmo_update_options options = { .by = "PC" };
	struct pmo_mspdi_intake intake = { .file_name = "plan.xml", .create_people = true };
	int32_t day = mspdi_date(compared->file->start);
	pmo_date_format(day, start);
	snprintf(project, sizeof(project), "title: Plan\n%s%s\n",
		 day == PMO_DATE_NONE ? "" : "start: ", day == PMO_DATE_NONE ? "" : start);
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "plan/project.yaml", project);
	box->env.today = as_of(compared->file, NULL);
	sandbox_open(box);
	intake.project = pmo_workspace_project(box->workspace);
	enum pmo_result result = pmo_update_begin(box->workspace, &options, &update);
	if (result == PMO_OK)
		result = pmo_mspdi_apply(compared->file, update, &intake);
	if (result == PMO_OK)
		result = pmo_mspdi_commit(&intake, update);
	pmo_update_end(update);
	if (result != PMO_OK)
		fail_msg("%s: %s", compared->source.path, sandbox_messages(box));
	sandbox_open(box);
	result = pmo_plan_schedule(box->workspace, pmo_workspace_project(box->workspace), NULL,
				   &compared->plan);
	if (result != PMO_OK)
		fail_msg("%s: %s", compared->source.path, sandbox_messages(box));
}

static const struct pmo_plan_item *item_of(const struct compared *compared,
					   const struct mspdi_task *task)
{
	for (size_t i = 0; i < compared->plan->own_count; i++) {
		const struct pmo_record *record = compared->plan->items[i].record;
		int field = pmo_schema_field(record->schema, "uid");
		struct pmo_value uid = pmo_record_get(record, field);
		if (pmo_value_is_present(&uid) && uid.as.integer == task->uid)
			return &compared->plan->items[i];
	}
	return NULL;
}

static bool is_same(const struct mspdi_task *task, const struct pmo_plan_item *item)
{
	if (task->is_milestone)
		return item->finish == mspdi_date(task->finish);
	return item->start == mspdi_date(task->start) && item->finish == mspdi_date(task->finish);
}

/* The minute of the day at which the file's working days begin. */
static int64_t day_start(const struct compared *compared)
{
	const struct mspdi_calendar *calendar =
		mspdi_calendar_of(compared->file, compared->file->calendar_uid);
	const struct mspdi_day *monday = calendar ? &calendar->week[0] : NULL;
	return monday && monday->count ? monday->spans[0].from : 8 * 60;
}

/* Parts with a pause between them: Project keeps those as a contour of the assignment. */
static bool is_split(const struct compared *compared, const struct mspdi_task *task)
{
	enum { CONTOURED = 8 };
	for (size_t i = 0; i < task->assignment_count; i++) {
		size_t at = compared->file->by_task[task->first_assignment + i];
		const struct mspdi_element *element = compared->file->assignments[at].element;
		if (mspdi_number(element, "WorkContour", 0) == CONTOURED)
			return true;
	}
	return false;
}

/* A finish at the minute a day begins is that of the working day before. */
static bool ends_in_the_morning(const struct compared *compared, size_t at)
{
	const struct mspdi_task *task = &compared->file->tasks[at];
	const struct ours *ours = &compared->ours[at];
	int32_t days = mspdi_date(task->finish) - ours->finish;
	return (task->finish % 1440 + 1440) % 1440 == day_start(compared) && days > 0 &&
	       days <= 3 && ours->start == mspdi_date(task->start);
}

/* Something that it waits for, is below or has below it differs, too. */
static bool follows(const struct compared *compared, size_t at)
{
	const struct mspdi_task *task = &compared->file->tasks[at];
	bool any = task->parent >= 0 && compared->file->tasks[task->parent].link_count &&
		   compared->differs[task->parent];
	for (size_t i = 0; i < task->link_count; i++) {
		int from = compared->file->links[task->first_link + i].from_at;
		any |= from >= 0 && compared->differs[from];
	}
	for (size_t i = 0; i < compared->file->task_count; i++)
		any |= compared->file->tasks[i].parent == (int)at && compared->differs[i];
	return any;
}

static const char *reason_of(const struct compared *compared, size_t at)
{
	const struct mspdi_task *task = &compared->file->tasks[at];
	if (is_split(compared, task))
		return "split into parts: here work goes on without a pause";
	if (mspdi_number(task->element, "LevelingDelay", 0) > 0)
		return "delayed by leveling";
	if (mspdi_format_is_elapsed(mspdi_format(compared->file, task->duration_format)))
		return "elapsed from hour to hour: here elapsed days are whole days";
	if (compared->file->start % 1440 != day_start(compared))
		return "the project begins in the middle of a working day";
	if (mspdi_is_on_shift(compared->file, task))
		return "a shift by night: Project begins at an hour, here the day counts";
	if (follows(compared, at))
		return "follows one that differs";
	return ends_in_the_morning(compared, at)
		       ? "ends when a day begins: the same moment as the evening before"
		       : NULL;
}

static void count_reason(struct tally *tally, const char *text)
{
	size_t i = 0;
	while (i < REASONS && tally->reasons[i].text && strcmp(tally->reasons[i].text, text) != 0)
		i++;
	assert_true(i < REASONS);
	tally->reasons[i].text = text;
	tally->reasons[i].count++;
}

static void show(const struct compared *compared, size_t at, const char *why)
{
	const struct mspdi_task *task = &compared->file->tasks[at];
	char ours[2][PMO_DATE_SIZE], theirs[2][MSPDI_TEXT_SIZE];
	pmo_date_format(compared->ours[at].start, ours[0]);
	pmo_date_format(compared->ours[at].finish, ours[1]);
	mspdi_format_time(task->start, theirs[0]);
	mspdi_format_time(task->finish, theirs[1]);
	print_message("%s, %lld %.40s: %s..%s, in the file %s..%s: %s\n", compared->source.path,
		      (long long)task->uid, task->name, ours[0], ours[1], theirs[0], theirs[1],
		      why ? why : "?");
}

static void compute(struct compared *compared, int32_t day)
{
	if (compared->plan->as_of == day)
		return;
	compared->plan->as_of = day;
	assert_int_equal(pmo_plan_compute(compared->plan), PMO_OK);
}

static void compare(struct compared *compared, struct tally *tally)
{
	for (size_t i = 0; i < compared->file->task_count; i++) {
		const struct mspdi_task *task = &compared->file->tasks[i];
		const struct pmo_plan_item *item = item_of(compared, task);
		if (!item || task->is_inactive)
			continue;
		compute(compared, as_of(compared->file, task));
		tally->tasks++;
		compared->differs[i] = !is_same(task, item);
		tally->same += !compared->differs[i];
		if (compared->differs[i])
			compared->ours[i] = (struct ours){ item->start, item->finish };
	}
	for (size_t i = 0; i < compared->file->task_count; i++) {
		if (!compared->differs[i])
			continue;
		const char *why = reason_of(compared, i);
		tally->unexplained += !why;
		show(compared, i, why);
		count_reason(tally, why ? why : "not explained");
	}
}

/* Those that other programs wrote have dates of their own making. */
static bool is_of_project(const char *name)
{
	static const char *const others[] = { "tj3__", "ganttproject__", "aspose_" };
	size_t length = strlen(name);
	if (length < 5 || strcmp(name + length - 4, ".xml") != 0)
		return false;
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (strncmp(name, others[i], strlen(others[i])) == 0)
			return false;
	return true;
}

static bool is_automatic(const struct pmo_mspdi *file)
{
	for (size_t i = 0; i < file->task_count; i++)
		if (file->tasks[i].by_hand)
			return false;
	return file->task_count > 0;
}

static void compare_file(const char *folder, const char *name, struct tally *tally)
{
	struct compared compared = { .source = { .path = name } };
	char path[PATH];
	snprintf(path, sizeof(path), "%s/mspdi/%s", folder, name);
	pmo_arena_init(&compared.arena);
	pmo_diags_init(&compared.diags, &compared.arena);
	compared.source.bytes = read_whole(path, &compared.source.length);
	assert_int_equal(
		pmo_mspdi_open(&compared.arena, &compared.source, &compared.diags, &compared.file),
		PMO_OK);
	if (is_automatic(compared.file)) {
		compared.differs =
			pmo_arena_array(&compared.arena, compared.file->task_count + 1, 1);
		compared.ours = pmo_arena_array(&compared.arena, compared.file->task_count + 1,
						sizeof(*compared.ours));
		assert_non_null(compared.differs);
		assert_non_null(compared.ours);
		compared.box = sandbox_new();
		import(&compared);
		compare(&compared, tally);
		tally->files++;
		pmo_plan_free(compared.plan);
		sandbox_free(compared.box);
	}
	free((char *)compared.source.bytes);
	pmo_arena_release(&compared.arena);
}

static void our_dates_are_those_of_project_or_the_reason_is_known(void **state)
{
	const char *folder = getenv("PMO_SHARED_DATA");
	struct tally tally = { .files = 0 };
	char path[PATH];
	(void)state;
	if (!folder || !*folder) {
		print_message("skipped, PMO_SHARED_DATA is not set\n");
		skip();
	}
	snprintf(path, sizeof(path), "%s/mspdi", folder);
	DIR *directory = opendir(path);
	assert_non_null(directory);
	for (struct dirent *entry; (entry = readdir(directory));)
		if (is_of_project(entry->d_name))
			compare_file(folder, entry->d_name, &tally);
	closedir(directory);
	print_message("%zu plans, %zu tasks: %zu with the same dates, %.1f %%\n", tally.files,
		      tally.tasks, tally.same,
		      tally.tasks ? 100.0 * (double)tally.same / (double)tally.tasks : 0.0);
	for (size_t i = 0; i < REASONS && tally.reasons[i].text; i++)
		print_message("%4zu %s\n", tally.reasons[i].count, tally.reasons[i].text);
	assert_true(tally.files > 0);
	assert_int_equal(tally.unexplained, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(our_dates_are_those_of_project_or_the_reason_is_known),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

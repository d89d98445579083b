/*
 * What is exported for MS Project and comes back as it is changes nothing.
 *
 * PMO_SHARED_DATA names a folder with mspdi/. Each of its plans is imported into an empty
 * workspace, exported in both ways, and imported again; then people change things here, and
 * the same must hold. Without the folder one plan that is written here is used.
 */
#include "sandbox.h"

#include <dirent.h>

#include "exchange/mspdi.h"

#include <pmo/mspdi.h>

enum { PATH = 1024, FILE_MOST = 8 << 20 };

/* Set by hand: without a duration, with words for dates, begun; and one that is inactive. */
static const char by_hand[] =
	"<Project xmlns=\"http://schemas.microsoft.com/project\"><SaveVersion>14</SaveVersion>\n"
	"<StartDate>2026-11-23T08:00:00</StartDate><NewTasksAreManual>1</NewTasksAreManual>\n"
	"<Tasks>\n"
	"<Task><UID>1</UID><Name>Survey</Name><OutlineLevel>1</OutlineLevel><Manual>1</Manual>\n"
	"<Start>2026-11-23T08:00:00</Start><Finish>2026-11-27T17:00:00</Finish></Task>\n"
	"<Task><UID>2</UID><Name>Report</Name><OutlineLevel>1</OutlineLevel><Manual>1</Manual>\n"
	"<Start>2026-12-01T08:00:00</Start><Finish>2026-12-02T17:00:00</Finish>\n"
	"<FinishText>when the vendor is back</FinishText></Task>\n"
	"<Task><UID>3</UID><Name>Signed</Name><OutlineLevel>1</OutlineLevel><Manual>1</Manual>\n"
	"<Milestone>1</Milestone><Duration>PT0H0M0S</Duration>\n"
	"<Start>2026-12-04T17:00:00</Start><Finish>2026-12-04T17:00:00</Finish></Task>\n"
	"<Task><UID>4</UID><Name>Dropped</Name><OutlineLevel>1</OutlineLevel><Active>0</Active>\n"
	"<Duration>PT16H0M0S</Duration>\n"
	"<Start>2026-12-07T08:00:00</Start><Finish>2026-12-08T17:00:00</Finish></Task>\n"
	"<Task><UID>5</UID><Name>Move in</Name><OutlineLevel>1</OutlineLevel>\n"
	"<Duration>PT16H0M0S</Duration><DurationFormat>7</DurationFormat>\n"
	"<Start>2026-12-07T08:00:00</Start><Finish>2026-12-08T17:00:00</Finish>\n"
	"<PredecessorLink><PredecessorUID>3</PredecessorUID><Type>1</Type></PredecessorLink>\n"
	"<PredecessorLink><PredecessorUID>4</PredecessorUID><Type>1</Type></PredecessorLink>\n"
	"</Task>\n"
	"<Task><UID>6</UID><Name>Paint</Name><OutlineLevel>1</OutlineLevel><Manual>1</Manual>\n"
	"<Duration>PT40H0M0S</Duration><DurationFormat>7</DurationFormat>\n"
	"<PercentComplete>20</PercentComplete><ActualStart>2026-11-19T08:00:00</ActualStart>\n"
	"<RemainingDuration>PT32H0M0S</RemainingDuration>\n"
	"<ManualStart>2026-11-18T08:00:00</ManualStart>\n"
	"<ManualFinish>2026-11-24T17:00:00</ManualFinish>\n"
	"<Start>2026-11-19T08:00:00</Start><Finish>2026-11-25T17:00:00</Finish></Task>\n"
	"</Tasks></Project>\n";

struct back {
	struct sandbox *box;
	const char *name;
	size_t count; /* files looked at */
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

/* Imports; what it told lives as long as the workspace that is open afterwards. */
static struct pmo_mspdi_intake import(struct back *back, const char *bytes, size_t length)
{
	struct sandbox *box = back->box;
	struct pmo_source source = { .path = "plan.xml", .bytes = bytes, .length = length };
	struct pmo_mspdi_intake intake = { .file_name = "plan.xml", .create_people = true };
	struct pmo_update_options options = { .by = "PC" };
	struct pmo_update *update = NULL;
	struct pmo_mspdi *file = NULL;
	sandbox_open(box);
	intake.project = pmo_workspace_project(box->workspace);
	enum pmo_result result = pmo_mspdi_open(pmo_workspace_arena(box->workspace), &source,
						pmo_workspace_diags(box->workspace), &file);
	if (result == PMO_OK)
		result = pmo_update_begin(box->workspace, &options, &update);
	if (result == PMO_OK)
		result = pmo_mspdi_apply(file, update, &intake);
	if (result == PMO_OK)
		result = pmo_mspdi_commit(&intake, update);
	pmo_update_end(update);
	if (result != PMO_OK)
		fail_msg("%s: %s", back->name, sandbox_messages(box));
	return intake;
}

static void export(struct back *back, bool for_2007, struct pmo_buffer *out)
{
	struct pmo_mspdi_export told;
	sandbox_open(back->box);
	pmo_buffer_init(out, FILE_MOST);
	enum pmo_result result =
		pmo_mspdi_export(back->box->workspace, pmo_workspace_project(back->box->workspace),
				 for_2007, out, &told);
	if (result != PMO_OK)
		fail_msg("%s: %s", back->name, sandbox_messages(back->box));
}

static void come_back(struct back *back, bool for_2007, const char *when)
{
	struct pmo_buffer out;
	export(back, for_2007, &out);
	struct pmo_mspdi_intake intake = import(back, out.data, out.length);
	for (size_t i = 0; i < intake.change_count; i++)
		print_message("%s, %s%s: %s %s: %s\n", back->name, when, for_2007 ? " (2007)" : "",
			      intake.changes[i].id, intake.changes[i].title,
			      intake.changes[i].what ? intake.changes[i].what : "?");
	pmo_buffer_release(&out);
	assert_int_equal(intake.change_count, 0);
	assert_int_equal(intake.baselines_added, 0);
	assert_int_equal(intake.calendars_added, 0);
	assert_int_equal(intake.people_added, 0);
	assert_null(intake.ways);
}

static void set(struct pmo_draft *draft, const char *field, const char *text)
{
	const struct pmo_record *record = pmo_draft_record(draft);
	assert_int_equal(pmo_draft_set(draft, pmo_schema_field(record->schema, field), text),
			 PMO_OK);
}

static bool has(const struct pmo_record *record, const char *field)
{
	return pmo_record_get_name(record, field).presence == PMO_PRESENT;
}

/* Dates that people typed move; what has a duration takes three days. */
static void change_one(struct pmo_update *update, const struct pmo_record *record)
{
	struct pmo_draft *draft;
	char title[128];
	assert_int_equal(pmo_update_edit(update, record, &draft), PMO_OK);
	snprintf(title, sizeof(title), "%s, here", record->id);
	set(draft, "title", title);
	if (has(record, "forecast"))
		set(draft, "forecast", "2030-01-03");
	if (has(record, "planned_finish"))
		set(draft, "planned_finish", "2030-01-02");
	else if (has(record, "duration"))
		set(draft, "duration", "3d");
}

static void change_here(struct back *back)
{
	static const char *const registers[] = { "task", "milestone" };
	struct pmo_update_options options = { .by = "PC" };
	struct pmo_update *update = NULL;
	sandbox_open(back->box);
	assert_int_equal(pmo_update_begin(back->box->workspace, &options, &update), PMO_OK);
	for (size_t i = 0; i < 2; i++) {
		struct pmo_records records;
		assert_int_equal(
			pmo_workspace_records(
				back->box->workspace, pmo_workspace_project(back->box->workspace),
				pmo_workspace_schema(back->box->workspace, registers[i]), &records),
			PMO_OK);
		for (size_t k = 0; k < records.count; k += 2)
			change_one(update, &records.items[k]);
	}
	if (pmo_update_commit(update) != PMO_OK)
		fail_msg("%s: %s", back->name, sandbox_messages(back->box));
	pmo_update_end(update);
}

static void begin(struct back *back, const char *bytes, size_t length)
{
	back->box = sandbox_new();
	sandbox_write(back->box, "pmo.yaml", "format: 1\n");
	sandbox_write(back->box, "plan/project.yaml", "title: Plan\n");
	(void)import(back, bytes, length);
	back->count++;
}

static void unchanged(struct back *back, const char *bytes, size_t length)
{
	begin(back, bytes, length);
	come_back(back, true, "as imported");
	come_back(back, false, "as imported");
	change_here(back);
	come_back(back, true, "changed here");
	come_back(back, true, "changed here, again");
	come_back(back, false, "changed here");
	sandbox_free(back->box);
}

/* What was changed here after the export stays. */
static void stale(struct back *back, const char *bytes, size_t length)
{
	for (int for_2007 = 0; for_2007 < 2; for_2007++) {
		struct pmo_buffer out;
		begin(back, bytes, length);
		export(back, for_2007, &out);
		change_here(back);
		struct pmo_mspdi_intake intake = import(back, out.data, out.length);
		for (size_t i = 0; i < intake.change_count; i++)
			print_message("%s, exported before%s: %s: %s\n", back->name,
				      for_2007 ? " (2007)" : "", intake.changes[i].id,
				      intake.changes[i].what ? intake.changes[i].what : "?");
		assert_int_equal(intake.change_count, 0);
		pmo_buffer_release(&out);
		sandbox_free(back->box);
	}
}

/* Survey, five days from Nov 23; replaced where it stands in the text. */
static void replace(struct pmo_buffer *out, const char *old, const char *new)
{
	struct pmo_buffer text;
	const char *at = strstr(out->data, old);
	assert_non_null(at);
	pmo_buffer_init(&text, FILE_MOST);
	pmo_buffer_add(&text, out->data, (size_t)(at - out->data));
	pmo_buffer_add_text(&text, new);
	pmo_buffer_add_text(&text, at + strlen(old));
	pmo_buffer_release(out);
	*out = text;
}

static void project_2007_gets_the_duration_that_leads_to_the_finish(void **state)
{
	struct back back = { .name = "by hand" };
	struct pmo_buffer out;
	(void)state;
	begin(&back, by_hand, strlen(by_hand));
	export(&back, true, &out);
	assert_non_null(strstr(out.data, "<SaveVersion>12</SaveVersion>"));
	assert_null(strstr(out.data, "Manual>"));
	assert_null(strstr(out.data, "Dropped"));
	const char *survey = strstr(out.data, "<Name>Survey</Name>");
	const char *report = strstr(out.data, "<Name>Report</Name>");
	assert_true(survey && report && survey < report);
	const char *length = strstr(survey, "<Duration>PT40H0M0S</Duration>");
	assert_true(length && length < report);
	assert_non_null(strstr(report, "<Duration>PT16H0M0S</Duration>"));
	/* Begun a day late, it takes as long as before. */
	const char *paint = strstr(out.data, "<Name>Paint</Name>");
	assert_true(paint && strstr(paint, "<Duration>PT40H0M0S</Duration>"));
	pmo_buffer_release(&out);
	sandbox_free(back.box);
}

static void a_duration_that_ends_on_another_day_than_was_typed_is_that_of_the_dates(void **state)
{
	static const char plan[] =
		"<Project xmlns=\"http://schemas.microsoft.com/project\">"
		"<SaveVersion>14</SaveVersion><StartDate>2026-11-23T08:00:00</StartDate><Tasks>"
		"<Task><UID>1</UID><Name>Move</Name><OutlineLevel>1</OutlineLevel>"
		"<Manual>1</Manual><Start>2026-11-23T08:00:00</Start>"
		"<Finish>2026-12-02T17:00:00</Finish><Duration>PT16H0M0S</Duration>"
		"<DurationFormat>7</DurationFormat></Task></Tasks></Project>\n";
	struct back back = { .name = "two days in eight" };
	struct pmo_buffer out;
	(void)state;
	begin(&back, plan, strlen(plan));
	export(&back, true, &out);
	assert_non_null(strstr(out.data, "<Duration>PT64H0M0S</Duration>"));
	pmo_buffer_release(&out);
	come_back(&back, true, "as imported");
	sandbox_free(back.box);
}

static void what_project_2007_moves_moves_here_and_stays_set_by_hand(void **state)
{
	struct back back = { .name = "by hand" };
	struct pmo_buffer out;
	(void)state;
	begin(&back, by_hand, strlen(by_hand));
	export(&back, true, &out);
	replace(&out, "<Start>2026-11-23T08:00:00", "<Start>2026-11-30T08:00:00");
	replace(&out, "<ConstraintDate>2026-11-23T08", "<ConstraintDate>2026-11-30T08");
	replace(&out, "<Finish>2026-11-27T17:00:00", "<Finish>2026-12-04T17:00:00");
	struct pmo_mspdi_intake intake = import(&back, out.data, out.length);
	assert_int_equal(intake.change_count, 1);
	assert_string_equal(intake.changes[0].what, "planned_start 2026-11-23 > 2026-11-30, "
						    "planned_finish 2026-11-27 > 2026-12-04");
	assert_int_equal(intake.conflicts, 0);
	pmo_buffer_release(&out);
	come_back(&back, true, "moved in Project");
	come_back(&back, false, "moved in Project");
	sandbox_free(back.box);
}

static size_t each_file(void (*look)(struct back *, const char *, size_t))
{
	const char *folder = getenv("PMO_SHARED_DATA");
	struct back back = { .name = "by hand" };
	char path[PATH];
	look(&back, by_hand, strlen(by_hand));
	if (!folder || !*folder)
		return back.count;
	snprintf(path, sizeof(path), "%s/mspdi", folder);
	DIR *directory = opendir(path);
	assert_non_null(directory);
	for (struct dirent *entry; (entry = readdir(directory));) {
		size_t length = strlen(entry->d_name);
		if (length < 5 || strcmp(entry->d_name + length - 4, ".xml") != 0)
			continue;
		snprintf(path, sizeof(path), "%s/mspdi/%s", folder, entry->d_name);
		back.name = entry->d_name;
		char *bytes = read_whole(path, &length);
		look(&back, bytes, length);
		free(bytes);
	}
	closedir(directory);
	return back.count;
}

static void an_export_that_comes_back_as_it_was_changes_nothing(void **state)
{
	(void)state;
	assert_true(each_file(unchanged) > 0);
}

static void what_was_changed_after_the_export_stays(void **state)
{
	(void)state;
	assert_true(each_file(stale) > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_export_that_comes_back_as_it_was_changes_nothing),
		cmocka_unit_test(what_was_changed_after_the_export_stays),
		cmocka_unit_test(project_2007_gets_the_duration_that_leads_to_the_finish),
		cmocka_unit_test(
			a_duration_that_ends_on_another_day_than_was_typed_is_that_of_the_dates),
		cmocka_unit_test(what_project_2007_moves_moves_here_and_stays_set_by_hand),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

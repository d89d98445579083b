/* A list that was exported here comes back when records have changed meanwhile. */
#include "sandbox.h"

#include "exchange/import.h"

#include <pmo/text.h>

enum { RECORDS = 4, FIELDS = 5, VALUES = 3, TRIALS = 60, LIST_SIZE = 1 << 14 };

/* What a field may say, and how a spreadsheet may spell it. */
static const struct {
	const char *name;
	const char *values[VALUES], *spelled[VALUES];
} fields[FIELDS] = {
	{ "title", { "Order", "Order, then pay", "Call" }, { "Order", "Order, then pay", "Call" } },
	{ "owner", { "", "PC", "DSP" }, { "", "Pat Coordinator", "dsp" } },
	{ "next_review", { "", "2026-11-30", "2026-12-15" }, { "", "11/30/2026", "Dec 15, 2026" } },
	{ "exposure_cost", { "", "86400.00", "99.90" }, { "", "\"86,400.00\"", "99.9" } },
	{ "probability", { "", "2", "4" }, { "", "2.00", "4" } },
};

struct side {
	int values[RECORDS][FIELDS];
};

struct trial {
	struct side base, ours, theirs;
	bool has_column[FIELDS], clear, takes_theirs;
	size_t newer, both;
	uint64_t seed;
};

static int set_up(void **state)
{
	struct sandbox *box = sandbox_new();
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "cadup/project.yaml", "title: CAD upgrade\n");
	sandbox_write(box, "people.yaml",
		      "PC:\n  name: Pat Coordinator\n\nDSP:\n  name: Dana S. Park\n");
	*state = box;
	return 0;
}

static int tear_down(void **state)
{
	sandbox_free(*state);
	return 0;
}

static int draw(struct trial *trial, int below)
{
	trial->seed = trial->seed * 6364136223846793005u + 1442695040888963407u;
	return (int)((trial->seed >> 33) % (uint64_t)below);
}

static const char *file_of(int record)
{
	static const char *const names[RECORDS] = { "cadup/risks/RSK-001.yaml",
						    "cadup/risks/RSK-002.yaml",
						    "cadup/risks/RSK-003.yaml",
						    "cadup/risks/RSK-004.yaml" };
	return names[record];
}

static void write_records(struct sandbox *box, const struct side *side)
{
	for (int r = 0; r < RECORDS; r++) {
		char text[512] = "";
		size_t to = 0;
		for (int f = 0; f < FIELDS; f++) {
			const char *value = fields[f].values[side->values[r][f]];
			if (*value)
				to += (size_t)snprintf(text + to, sizeof(text) - to, "%s: %s\n",
						       fields[f].name, value);
		}
		sandbox_write(box, file_of(r), text);
	}
}

static const struct pmo_record *records_of(struct sandbox *box)
{
	struct pmo_records records;
	const struct pmo_project *project;
	struct pmo_workspace *workspace = sandbox_open(box);
	assert_int_equal(pmo_workspace_need_project(workspace, &project), PMO_OK);
	assert_int_equal(pmo_workspace_records(workspace, project,
					       pmo_workspace_schema(workspace, "risk"), &records),
			 PMO_OK);
	assert_int_equal(records.count, RECORDS);
	return records.items;
}

/* Somebody's list: exported from base, then edited to theirs. */
static void write_list(struct sandbox *box, struct trial *trial, char list[LIST_SIZE])
{
	const struct pmo_record *records = records_of(box);
	size_t to = (size_t)snprintf(list, LIST_SIZE, "_rev,id");
	for (int f = 0; f < FIELDS; f++)
		if (trial->has_column[f])
			to += (size_t)snprintf(list + to, LIST_SIZE - to, ",%s", fields[f].name);
	for (int r = RECORDS - 1; r >= 0; r--) {
		const char *mark = pmo_import_mark(&box->arena, &records[r]);
		assert_non_null(mark);
		to += (size_t)snprintf(list + to, LIST_SIZE - to, "\n%s,%s", mark, records[r].id);
		for (int f = 0; f < FIELDS; f++) {
			int value = trial->theirs.values[r][f];
			bool spelled = draw(trial, 2);
			const char *text =
				spelled ? fields[f].spelled[value] : fields[f].values[value];
			bool quote = *text != '"' && strchr(text, ',');
			if (trial->has_column[f])
				to += (size_t)snprintf(list + to, LIST_SIZE - to, ",%s%s%s",
						       quote ? "\"" : "", text, quote ? "\"" : "");
		}
	}
	assert_in_range(to, 1, LIST_SIZE - 2);
	list[to] = '\n';
	list[to + 1] = '\0';
}

static struct pmo_import *import_list(struct sandbox *box, const char *list,
				      const struct pmo_import_options *wanted)
{
	struct pmo_source *source = pmo_arena_alloc(&box->arena, sizeof(*source));
	struct pmo_import_options options = *wanted;
	struct pmo_update_options how = { .on = PMO_DATE_NONE };
	struct pmo_update *update;
	struct pmo_import *import;
	assert_non_null(source);
	*source = (struct pmo_source){ "risks.csv", list, strlen(list), 0 };
	struct pmo_workspace *workspace = sandbox_open(box);
	options.register_name = "risk";
	assert_int_equal(pmo_import_open(workspace, source, &options, &import), PMO_OK);
	assert_int_equal(pmo_update_begin(workspace, &how, &update), PMO_OK);
	assert_int_equal(pmo_import_apply(import, update), PMO_OK);
	assert_int_equal(pmo_import_commit(import, update), PMO_OK);
	pmo_update_end(update);
	return import;
}

/* What has to come out: the three sides, compared as a person would. */
static int merged(struct trial *trial, int r, int f)
{
	int base = trial->base.values[r][f], ours = trial->ours.values[r][f];
	int theirs = trial->theirs.values[r][f];
	bool empties = !*fields[f].values[theirs] && !trial->clear;
	if (!trial->has_column[f])
		return ours;
	if (ours == base)
		return empties ? ours : theirs;
	if (theirs == base) {
		trial->newer++;
		return ours;
	}
	if (empties || theirs == ours)
		return ours;
	trial->both++;
	return trial->takes_theirs ? theirs : ours;
}

static void expect_merged(struct sandbox *box, struct trial *trial)
{
	const struct pmo_record *records = records_of(box);
	for (int r = 0; r < RECORDS; r++)
		for (int f = 0; f < FIELDS; f++) {
			struct pmo_buffer text;
			int index = pmo_schema_field(records[r].schema, fields[f].name);
			const char *wanted = fields[f].values[merged(trial, r, f)];
			struct pmo_value value = pmo_record_get(&records[r], index);
			pmo_buffer_init(&text, 1000);
			if (value.presence == PMO_PRESENT)
				pmo_value_format(records[r].schema->fields[index], &value, &text);
			if (strcmp(text.data, wanted) != 0)
				fail_msg("%s %s is '%s', wanted '%s'; base '%s' ours '%s' "
					 "theirs '%s'",
					 records[r].id, fields[f].name, text.data, wanted,
					 fields[f].values[trial->base.values[r][f]],
					 fields[f].values[trial->ours.values[r][f]],
					 fields[f].values[trial->theirs.values[r][f]]);
			pmo_buffer_release(&text);
		}
}

static void draw_trial(struct trial *trial)
{
	for (int r = 0; r < RECORDS; r++)
		for (int f = 0; f < FIELDS; f++) {
			int base = draw(trial, VALUES);
			trial->base.values[r][f] = base;
			trial->ours.values[r][f] = draw(trial, 2) ? base : draw(trial, VALUES);
			trial->theirs.values[r][f] = draw(trial, 2) ? base : draw(trial, VALUES);
		}
	for (int f = 0; f < FIELDS; f++)
		trial->has_column[f] = draw(trial, 5) > 0;
	trial->clear = draw(trial, 2);
	trial->takes_theirs = draw(trial, 2);
}

static void three_sides_are_merged_field_by_field(void **state)
{
	struct sandbox *box = *state;
	static char list[LIST_SIZE];
	size_t newer = 0, both = 0;
	for (unsigned i = 1; i <= TRIALS; i++) {
		struct trial trial = { .seed = i };
		draw_trial(&trial);
		write_records(box, &trial.base);
		write_list(box, &trial, list);
		write_records(box, &trial.ours);
		struct pmo_import_options options = { .clear = trial.clear,
						      .theirs = trial.takes_theirs };
		struct pmo_import_counts counts = import_list(box, list, &options)->counts;
		expect_merged(box, &trial);
		assert_int_equal(counts.newer, trial.newer);
		assert_int_equal(counts.both, trial.both);
		assert_int_equal(counts.added, 0);
		assert_int_equal(counts.problems, 0);
		newer += trial.newer;
		both += trial.both;
	}
	assert_true(newer > TRIALS && both > TRIALS / 2);
}

static void an_old_list_that_nobody_edited_takes_nothing_back(void **state)
{
	struct sandbox *box = *state;
	static char list[LIST_SIZE];
	for (unsigned i = 1; i <= 20; i++) {
		struct trial trial = { .seed = i * 7919 };
		draw_trial(&trial);
		trial.theirs = trial.base;
		write_records(box, &trial.base);
		write_list(box, &trial, list);
		write_records(box, &trial.ours);
		struct pmo_import_options options = { .clear = true, .theirs = true };
		struct pmo_import *import = import_list(box, list, &options);
		assert_int_equal(import->counts.updated, 0);
		assert_int_equal(import->counts.both, 0);
		assert_int_equal(import->counts.unchanged, RECORDS);
	}
}

/* The list of one risk: its mark, its id, and what the test says. */
static struct pmo_import *import_one(struct sandbox *box, const char *mark, const char *columns,
				     const char *cells)
{
	struct pmo_import_options options = { 0 };
	char *list =
		pmo_arena_format(&box->arena, "id,%s,_rev\nRSK-001,%s,%s\n", columns, cells, mark);
	assert_non_null(list);
	return import_list(box, list, &options);
}

static const char *mark_of(struct sandbox *box, const char *text)
{
	struct pmo_records records;
	const struct pmo_project *project;
	sandbox_write(box, file_of(0), text);
	struct pmo_workspace *workspace = sandbox_open(box);
	assert_int_equal(pmo_workspace_need_project(workspace, &project), PMO_OK);
	assert_int_equal(pmo_workspace_records(workspace, project,
					       pmo_workspace_schema(workspace, "risk"), &records),
			 PMO_OK);
	const char *mark = pmo_import_mark(&box->arena, &records.items[0]);
	assert_non_null(mark);
	return mark;
}

static void what_both_changed_is_told_with_both_values(void **state)
{
	struct sandbox *box = *state;
	const char *mark = mark_of(box, "title: Order\nowner: PC\n");
	sandbox_write(box, file_of(0), "title: Order\nowner: DSP\n");
	struct pmo_import *import = import_one(box, mark, "title,owner", "Order it,somebody else");
	/* Nobody here is called so: that is told as always, and goes into a note. */
	assert_int_equal(import->counts.both, 0);
	mark = mark_of(box, "title: Order\nowner: PC\n");
	sandbox_write(box, file_of(0), "title: Order now\nowner: DSP\n");
	import = import_one(box, mark, "title,owner", "Order it,PC");
	assert_int_equal(import->counts.both, 1);
	assert_string_equal(import->conflicts[0].id, "RSK-001");
	assert_string_equal(import->conflicts[0].field, "title");
	assert_string_equal(import->conflicts[0].old_text, "Order now");
	assert_string_equal(import->conflicts[0].new_text, "Order it");
	assert_int_equal(import->conflicts[0].line, 2);
	assert_string_equal(sandbox_read(box, file_of(0)), "title: Order now\nowner: DSP\n");
}

static void a_list_of_items_that_nobody_touched_brings_none_back(void **state)
{
	struct sandbox *box = *state;
	const char *mark = mark_of(box, "title: Order\ntags: [a, b, \"c d\"]\n");
	sandbox_write(box, file_of(0), "title: Order\ntags: [a]\n");
	assert_int_equal(import_one(box, mark, "tags", "\"a, b, c d\"")->counts.updated, 0);
	assert_int_equal(import_one(box, mark, "tags", "\"a\nb\nc d\"")->counts.updated, 0);
	assert_string_equal(sandbox_read(box, file_of(0)), "title: Order\ntags: [a]\n");
	assert_int_equal(import_one(box, mark, "tags", "\"a, e\"")->counts.both, 1);
	assert_string_equal(sandbox_read(box, file_of(0)), "title: Order\ntags: [a]\n");
}

static void a_state_that_moved_on_here_is_no_state_to_refuse(void **state)
{
	struct sandbox *box = *state;
	const char *mark = mark_of(box, "title: Order\nstatus: active\n");
	const char *now = "title: Order\nstatus: watch\n";
	sandbox_write(box, file_of(0), now);
	struct pmo_import *import = import_one(box, mark, "title,status", "Order,active");
	assert_int_equal(import->counts.newer, 1);
	assert_string_equal(sandbox_read(box, file_of(0)), now);
}

static void a_row_with_the_marks_of_another_record_is_not_believed(void **state)
{
	struct sandbox *box = *state;
	const char *other = mark_of(box, "title: Call\nowner: PC\n");
	char *moved = pmo_arena_string(&box->arena, other);
	sandbox_write(box, "cadup/risks/RSK-002.yaml", "title: Call\nowner: PC\n");
	struct pmo_records records;
	const struct pmo_project *project;
	struct pmo_workspace *workspace = sandbox_open(box);
	assert_int_equal(pmo_workspace_need_project(workspace, &project), PMO_OK);
	assert_int_equal(pmo_workspace_records(workspace, project,
					       pmo_workspace_schema(workspace, "risk"), &records),
			 PMO_OK);
	const char *second = pmo_import_mark(&box->arena, &records.items[1]);
	assert_non_null(moved);
	assert_non_null(second);
	assert_string_not_equal(moved, second);
	struct pmo_import *import = import_one(box, second, "title,owner", "Call,DSP");
	assert_int_equal(import->counts.both, 1);
	assert_int_equal(import->counts.updated, 0);
}

static void a_mark_that_was_damaged_guards_its_row_and_leaves_the_others_theirs(void **state)
{
	static const char *const damaged[] = { "r", "rABC", "#NAME?", "n/a", "rAAAABBBBC" };
	struct sandbox *box = *state;
	const char *mark = mark_of(box, "title: Order\nowner: PC\n");
	const char *now = "title: Order now\nowner: PC\n";
	struct pmo_import_options options = { 0 };
	sandbox_write(box, file_of(0), now);
	sandbox_write(box, file_of(1), "title: Call\n");
	for (size_t i = 0; i < sizeof(damaged) / sizeof(*damaged); i++) {
		char *list = pmo_arena_format(&box->arena,
					      "id,title,_rev\nRSK-001,Order,%s\nRSK-002,Cal,%s\n",
					      mark, damaged[i]);
		assert_non_null(list);
		struct pmo_import *import = import_list(box, list, &options);
		assert_int_equal(import->counts.newer, 1);
		assert_int_equal(import->counts.both, 1);
		assert_string_equal(import->conflicts[0].id, "RSK-002");
		assert_string_equal(sandbox_read(box, file_of(0)), now);
		assert_string_equal(sandbox_read(box, file_of(1)), "title: Call\n");
	}
}

static void a_column_of_that_name_from_elsewhere_is_read_like_others(void **state)
{
	struct sandbox *box = *state;
	struct pmo_import_options options = { .keep = true };
	struct pmo_import *import = import_list(
		box, "title,_rev\nOrder,1-967a00dff5e02add41819138abb3284d\n", &options);
	assert_int_equal(import->counts.added, 1);
	assert_non_null(strstr(sandbox_read(box, file_of(0)), "1-967a00dff5e02add"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(three_sides_are_merged_field_by_field),
		TEST(an_old_list_that_nobody_edited_takes_nothing_back),
		TEST(what_both_changed_is_told_with_both_values),
		TEST(a_list_of_items_that_nobody_touched_brings_none_back),
		TEST(a_state_that_moved_on_here_is_no_state_to_refuse),
		TEST(a_row_with_the_marks_of_another_record_is_not_believed),
		TEST(a_mark_that_was_damaged_guards_its_row_and_leaves_the_others_theirs),
		TEST(a_column_of_that_name_from_elsewhere_is_read_like_others),
	};
	return cmocka_run_group_tests_name("import_rev", tests, NULL, NULL);
}

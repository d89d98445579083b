/* Lists from elsewhere: what is guessed, what comes through, what a second run does. */
#include "sandbox.h"

#include "exchange/import.h"

#include <glob.h>
#include <pmo/text.h>
#include <time.h>

struct run {
	const char *register_name, *mapping, *save;
	const char *words[4];
	bool as_imported, strict, keep, dry;
	struct pmo_source source; /* out: what the messages point into */
	struct pmo_import_counts counts;
	size_t written;
};

static int set_up(void **state)
{
	struct sandbox *box = sandbox_new();
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "cadup/project.yaml", "title: CAD upgrade\n");
	sandbox_write(box, "people.yaml",
		      "PC:\n  name: Pat Coordinator\n\nDSP:\n  name: Dana S. Park\n"
		      "  email: dana@county.example\n");
	*state = box;
	return 0;
}

static int tear_down(void **state)
{
	sandbox_free(*state);
	return 0;
}

static enum pmo_result import_bytes(struct sandbox *box, struct run *run, const char *bytes,
				    size_t length)
{
	struct pmo_update *update = NULL;
	struct pmo_import *import;
	struct pmo_import_options options = { .register_name = run->register_name,
					      .mapping = run->mapping,
					      .words = run->words,
					      .keep = run->keep,
					      .strict = run->strict };
	struct pmo_update_options how = { .on = PMO_DATE_NONE,
					  .as_imported = run->as_imported,
					  .dry = run->dry };
	run->source = (struct pmo_source){ "list.csv", bytes, length, 0 };
	while (options.word_count < 4 && run->words[options.word_count])
		options.word_count++;
	struct pmo_workspace *workspace = sandbox_open(box);
	enum pmo_result result = pmo_import_open(workspace, &run->source, &options, &import);
	if (result == PMO_OK)
		result = pmo_update_begin(workspace, &how, &update);
	if (result == PMO_OK)
		result = pmo_import_apply(import, update);
	if (result == PMO_OK && run->save)
		result = pmo_import_save(import, update, run->save);
	if (result == PMO_OK)
		result = pmo_import_commit(import, update);
	run->written = update ? pmo_update_written(update) : 0;
	run->counts = import ? import->counts : (struct pmo_import_counts){ 0 };
	pmo_update_end(update);
	return result;
}

static enum pmo_result import_text(struct sandbox *box, struct run *run, const char *text)
{
	return import_bytes(box, run, text, strlen(text));
}

static void expect_counts(const struct run *run, size_t added, size_t updated, size_t unchanged)
{
	assert_int_equal(run->counts.added, added);
	assert_int_equal(run->counts.updated, updated);
	assert_int_equal(run->counts.unchanged, unchanged);
}

static void expect_in(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("'%s' is not in:\n%s", part, text);
}

static void dates_of_other_programs_are_read(void **state)
{
	static const struct {
		const char *text;
		enum import_order order;
		enum pmo_import_dates dates;
		const char *expected; /* "" none */
	} cases[] = {
		{ "2026-03-04", IMPORT_CLEAR, PMO_IMPORT_US, "2026-03-04" },
		{ "2026/3/4", IMPORT_CLEAR, PMO_IMPORT_EU, "2026-03-04" },
		{ "2026-03-04T09:26:00Z", IMPORT_CLEAR, PMO_IMPORT_US, "2026-03-04" },
		{ "2026-03-04 09:26:00.000 +0100", IMPORT_CLEAR, PMO_IMPORT_US, "2026-03-04" },
		{ "03/04/2026", IMPORT_ANY_ORDER, PMO_IMPORT_US, "2026-03-04" },
		{ "03/04/2026", IMPORT_ANY_ORDER, PMO_IMPORT_EU, "2026-04-03" },
		{ "03/04/2026", IMPORT_ANY_ORDER, PMO_IMPORT_ISO, "" },
		{ "05/05/2026", IMPORT_CLEAR, PMO_IMPORT_EU, "2026-05-05" },
		{ "3/4/26 9:26 AM", IMPORT_ANY_ORDER, PMO_IMPORT_US, "2026-03-04" },
		{ "25-10-2013", IMPORT_IS_EU, PMO_IMPORT_EU, "2013-10-25" },
		{ "25-10-2013", IMPORT_IS_EU, PMO_IMPORT_US, "" },
		{ "10/25/1999", IMPORT_IS_US, PMO_IMPORT_US, "1999-10-25" },
		{ "25.10.2026", IMPORT_CLEAR, PMO_IMPORT_US, "2026-10-25" },
		{ "3.4.26", IMPORT_CLEAR, PMO_IMPORT_US, "2026-04-03" },
		{ "22/Sep/25 9:26 AM", IMPORT_CLEAR, PMO_IMPORT_US, "2025-09-22" },
		{ "20-Nov-99", IMPORT_CLEAR, PMO_IMPORT_US, "1999-11-20" },
		{ "Nov 20, 2026", IMPORT_CLEAR, PMO_IMPORT_EU, "2026-11-20" },
		{ "Friday, 20 November 2026", IMPORT_CLEAR, PMO_IMPORT_US, "2026-11-20" },
		{ "02/30/2026", IMPORT_NO_DATE, PMO_IMPORT_US, "" },
		{ "13/32/2026", IMPORT_NO_DATE, PMO_IMPORT_US, "" },
		{ "2026-13-04", IMPORT_NO_DATE, PMO_IMPORT_US, "" },
		{ "12/1", IMPORT_NO_DATE, PMO_IMPORT_US, "" },
		{ "soon", IMPORT_NO_DATE, PMO_IMPORT_US, "" },
		{ "", IMPORT_NO_DATE, PMO_IMPORT_US, "" },
		{ "1/2/99999", IMPORT_NO_DATE, PMO_IMPORT_US, "" },
		{ "1--2--2026", IMPORT_ANY_ORDER, PMO_IMPORT_US, "2026-01-02" },
		{ "2026-03-04 and more", IMPORT_NO_DATE, PMO_IMPORT_US, "" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int32_t date = PMO_DATE_NONE;
		char text[PMO_DATE_SIZE];
		if (import_date_order(cases[i].text) != cases[i].order)
			fail_msg("%s: order %d", cases[i].text, import_date_order(cases[i].text));
		if (!import_date(cases[i].text, cases[i].dates, &date))
			date = PMO_DATE_NONE;
		pmo_date_format(date, text);
		if (strcmp(text, cases[i].expected) != 0)
			fail_msg("%s is %s", cases[i].text, text);
	}
}

static void headers_are_compared_without_case_accents_and_punctuation(void **state)
{
	struct sandbox *box = *state;
	static const char *const cases[][3] = {
		{ "Due_Date ", "due date", "due_date" },
		{ "Custom field (Größe)", "grosse", "grosse" },
		{ "E-Mail", "e mail", "e_mail" },
		{ "#", "number", "number" },
		{ "%", "", "column_" },
		{ "2nd owner", "2nd owner", "column_2nd_owner" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_string_equal(import_fold_header(&box->arena, cases[i][0]), cases[i][1]);
		assert_string_equal(import_snake(&box->arena, cases[i][0]), cases[i][2]);
	}
}

static void words_of_other_programs_find_theirs(void **state)
{
	struct pmo_workspace *workspace = sandbox_open(*state);
	static const struct {
		const char *register_name, *field, *word, *expected;
	} cases[] = {
		{ "risk", "probability", "Very High", "5" },
		{ "risk", "probability", "unlikely", "2" },
		{ "risk", "probability", "35 %", "2" },
		{ "risk", "probability", "100%", "5" },
		{ "risk", "probability", "0%", "1" },
		{ "risk", "impact", "4 - Major", "4" },
		{ "risk", "impact", "35%", NULL },
		{ "risk", "impact", "purple", NULL },
		{ "risk", "status", "Closed", "closed" },
		{ "risk", "status", "Open", "identified" },
		{ "issue", "priority_override", "Blocker", "P1" },
		{ "issue", "priority_override", "trivial", "P4" },
		{ "action", "priority", "Medium", "normal" },
		{ "action", "priority", "Urgent", "high" },
		{ "issue", "status", "In Progress", "in_progress" },
		{ "issue", "status", "Resolved", "resolved" },
		{ "issue", "status", "Done", "closed" },
		{ "action", "status", "Done", "done" },
		{ "action", "status", "Won't fix", "cancelled" },
		{ "action", "status", "clos", NULL },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct pmo_schema *schema =
			pmo_workspace_schema(workspace, cases[i].register_name);
		const char *to;
		int field = pmo_schema_field(schema, cases[i].field);
		assert_int_equal(import_translate(pmo_workspace_arena(workspace), schema, field,
						  cases[i].word, &to),
				 PMO_OK);
		if (!to != !cases[i].expected || (to && strcmp(to, cases[i].expected) != 0))
			fail_msg("%s %s: %s", cases[i].field, cases[i].word, to ? to : "nothing");
	}
}

static void a_second_run_of_the_same_list_writes_nothing(void **state)
{
	struct sandbox *box = *state;
	struct run run = { .register_name = "action", .as_imported = true };
	const char *list = "Key,Subject,Owner,Due,Status,Tags,Notes,Details\n"
			   "A-1,Order,Dana S. Park,11/30/2026,Done,a;b,\"once\nagain\",\"x\n\ny\"\n"
			   "A-2,Call,nobody known,12/01/2026,Sleeping,,,\n";
	assert_int_equal(import_text(box, &run, list), PMO_OK);
	expect_counts(&run, 2, 0, 0);
	char *first = strdup(sandbox_read(box, "cadup/actions.yaml"));
	assert_non_null(first);
	expect_in(first, "  description: |-\n    x\n\n    y\n");
	expect_in(first, "    - 2026-11-20 PC: once again\n");
	expect_in(first, "    - 2026-11-20 import: owner nobody known\n");
	expect_in(first, "    - 2026-11-20 import: status Sleeping\n");
	assert_int_equal(import_text(box, &run, list), PMO_OK);
	expect_counts(&run, 0, 0, 2);
	assert_int_equal(run.written, 0);
	assert_string_equal(sandbox_read(box, "cadup/actions.yaml"), first);
	free(first);
}

static void only_what_differs_is_changed_and_an_empty_cell_takes_nothing_away(void **state)
{
	struct sandbox *box = *state;
	struct run run = { .register_name = "action" };
	sandbox_write(box, "cadup/actions.yaml",
		      "# ours\nACT-001:\n  title: Order   # the big one\n  owner: PC\n"
		      "  due: 2026-11-30\n  tags: [ours]\n  external: A-1\n");
	assert_int_equal(
		import_text(box, &run, "id,title,owner,due,tags\nA-1,Order,,12/01/2026,theirs\n"),
		PMO_OK);
	expect_counts(&run, 0, 1, 0);
	const char *text = sandbox_read(box, "cadup/actions.yaml");
	expect_in(text, "# ours\nACT-001:\n  title: Order   # the big one\n  owner: PC\n"
			"  due: 2026-12-01\n  tags: [ours, theirs]\n  external: A-1\n");
	expect_in(text, "due 2026-11-30>2026-12-01");
}

static void a_void_record_stays_void_and_is_not_doubled(void **state)
{
	struct sandbox *box = *state;
	struct run run = { .register_name = "action", .as_imported = true };
	const char *text = "ACT-001:\n  title: Order\n  status: void\n  external: A-1\n";
	sandbox_write(box, "cadup/actions.yaml", text);
	assert_int_equal(import_text(box, &run, "id,title,status\nA-1,New name,open\n"), PMO_OK);
	expect_counts(&run, 0, 0, 1);
	assert_string_equal(sandbox_read(box, "cadup/actions.yaml"), text);
}

static void a_state_is_refused_without_as_imported_and_nothing_is_written(void **state)
{
	struct sandbox *box = *state;
	struct run run = { .register_name = "action" };
	assert_int_equal(import_text(box, &run, "title,status\nA,open\nB,done\nC,done\n"),
			 PMO_REFUSED);
	expect_in(sandbox_messages(box), "list.csv:3:3: warning: status 'done'");
	expect_in(sandbox_messages(box), "2 rows have states that only moves give");
	assert_string_equal(sandbox_read(box, "cadup/actions.yaml"), "");
}

static void rows_refer_to_rows_further_down(void **state)
{
	struct sandbox *box = *state;
	struct run run = { .register_name = "task" };
	assert_int_equal(
		import_text(box, &run, "id,title,parent\nX-2,Child,X-1\nX-1,Root,\nX-3,Lost,X-9\n"),
		PMO_OK);
	expect_in(sandbox_read(box, "cadup/plan.yaml"), "TSK-001:\n  title: Child\n");
	expect_in(sandbox_read(box, "cadup/plan.yaml"), "  parent: TSK-002\n");
	assert_int_equal(run.counts.problems, 1);
	expect_in(sandbox_messages(box), "list.csv:4:10: warning: parent: 'X-9' is no task here");
}

static void a_name_that_two_people_have_is_nobodys(void **state)
{
	struct sandbox *box = *state;
	struct run run = { .register_name = "action" };
	sandbox_write(box, "people.yaml",
		      "PC:\n  name: Pat Coordinator\nA:\n  name: Jo Smith\nB:\n  name: Jo Smith\n"
		      "C:\n  name: Ann Lee\n  email: ann@county.example\n");
	assert_int_equal(import_text(box, &run,
				     "title,owner\na,jo smith\nb,b\nc,\"Lee, Ann\"\n"
				     "d,Annie <ANN@county.example>\n"),
			 PMO_OK);
	assert_int_equal(run.counts.unknown_people, 1);
	const char *text = sandbox_read(box, "cadup/actions.yaml");
	expect_in(text, "  title: b\n  owner: B\n");
	expect_in(text, "  title: c\n  owner: C\n");
	expect_in(text, "  title: d\n  owner: C\n");
	expect_in(text, "import: owner jo smith\n");
}

static void an_id_that_stands_twice_brings_one_record(void **state)
{
	struct sandbox *box = *state;
	struct run run = { .register_name = "action" };
	assert_int_equal(import_text(box, &run, "id,title\n7,A\n\n,\n7,B\n8,C\n"), PMO_OK);
	expect_counts(&run, 2, 0, 0);
	assert_int_equal(run.counts.skipped, 1);
	expect_in(sandbox_messages(box),
		  "list.csv:5:1: warning: '7' stands on line 2 already; this row is left out");
}

static void a_list_that_came_from_here_finds_its_records(void **state)
{
	struct sandbox *box = *state;
	struct run run = { .register_name = "action" };
	sandbox_write(box, "cadup/actions.yaml",
		      "ACT-001:\n  title: Order\nACT-002:\n  title: Call\n");
	assert_int_equal(import_text(box, &run, "id,title,owner\nACT-002,Call them,PC\n"), PMO_OK);
	expect_counts(&run, 0, 1, 0);
	assert_string_equal(sandbox_read(box, "cadup/actions.yaml"),
			    "ACT-001:\n  title: Order\nACT-002:\n"
			    "  title: Call them\n  owner: PC\n");
}

static void strict_refuses_the_whole_for_one_cell(void **state)
{
	struct sandbox *box = *state;
	struct run run = { .register_name = "action", .strict = true };
	assert_int_equal(import_text(box, &run, "title,due\nA,2026-12-01\nB,never\n"), PMO_REFUSED);
	expect_in(sandbox_messages(box), "list.csv:3:3: error: due: 'never' is not a date");
	assert_string_equal(sandbox_read(box, "cadup/actions.yaml"), "");
}

static void faults_of_a_saved_mapping_are_told_with_their_place(void **state)
{
	struct sandbox *box = *state;
	static const struct {
		const char *text, *message;
	} cases[] = {
		{ "columns: {a: title}\n", "names its register" },
		{ "register: action\n", "expected columns" },
		{ "register: action\ncolumns: [a]\n", "m.yaml:2:1: error: expected columns" },
		{ "register: action\ndates: french\ncolumns: {a: title}\n",
		  "m.yaml:2:1: error: dates" },
		{ "register: action\ncolumns:\n  a: titel\n",
		  "m.yaml:3:3: error: column 'a' cannot" },
		{ "register: nothing\ncolumns: {a: title}\n", "there is no register 'nothing'" },
		{ "register: [\n", "imports/m.yaml:" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct run run = { .mapping = "m" };
		sandbox_write(box, "imports/m.yaml", cases[i].text);
		assert_int_not_equal(import_text(box, &run, "a\nx\n"), PMO_OK);
		expect_in(sandbox_messages(box), cases[i].message);
	}
}

static void a_saved_mapping_reads_back_as_it_was(void **state)
{
	struct sandbox *box = *state;
	struct run run = { .register_name = "action",
			   .save = "odd",
			   .words = { "a: b=title", "-=note", "Prio:Sky=low", "Prio=priority" } };
	const char *list = "a: b,-,-,Prio,\"x\ny\",labels,due\nT,n,m,Sky,1,\"p\nq\",03/04/2026\n";
	assert_int_equal(import_text(box, &run, list), PMO_OK);
	char *first = strdup(sandbox_read(box, "imports/odd.yaml"));
	assert_non_null(first);
	expect_in(first, "split: line");
	struct run again = { .save = "odd" };
	assert_int_equal(import_text(box, &again, list), PMO_OK);
	expect_counts(&again, 0, 0, 1);
	assert_string_equal(sandbox_read(box, "imports/odd.yaml"), first);
	free(first);
}

static char *repeated(const char *head, const char *item, size_t count, const char *tail)
{
	size_t length = strlen(item), start = strlen(head), total = start + count * length;
	char *text = malloc(total + strlen(tail) + 1);
	assert_non_null(text);
	memcpy(text, head, start);
	for (size_t i = 0; i < count; i++)
		memcpy(text + start + i * length, item, length);
	memcpy(text + total, tail, strlen(tail) + 1);
	return text;
}

static void hostile_files_end_soon_and_well(void **state)
{
	struct sandbox *box = *state;
	static const struct {
		const char *head, *item;
		size_t count;
		const char *tail;
		enum pmo_result result;
		size_t added;
	} cases[] = {
		{ "title\n", "x", 10 << 20, "\n", PMO_OK, 1 },
		{ "title,notes\na,\"", "x\n", 1 << 20, "\"\n", PMO_OK, 1 },
		{ "title,tags\na,\"", "t;u;", 1 << 20, "\"\n", PMO_OK, 1 },
		{ "title", ",c", 1000000, "\nx\n", PMO_INVALID, 0 },
		{ "title", ",notes", 9000, "\nx\n", PMO_OK, 1 },
		{ "title\n", "\"a\n", (1 << 20) - 1, "\n", PMO_INVALID, 0 },
		{ "title,due\nx,", "1/", 1 << 20, "\n", PMO_OK, 1 },
		{ "title,owner\nx,", "<", 1 << 20, ">\n", PMO_OK, 1 },
		{ "title\n", "=cmd|'/C calc'!A0\n", 2000, "", PMO_OK, 2000 },
		{ "title\n\x1b[2J\x07\x01\xe2\x80\xae", "\xef\xbb\xbf", 100, "\n", PMO_OK, 1 },
		{ "", ";", 9000, "\n", PMO_USAGE, 0 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct run run = { .register_name = "action", .as_imported = true, .keep = true };
		char *text = repeated(cases[i].head, cases[i].item, cases[i].count, cases[i].tail);
		clock_t start = clock();
		enum pmo_result result = import_text(box, &run, text);
		double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
		if (result != cases[i].result || run.counts.added != cases[i].added || seconds > 20)
			fail_msg("case %zu: %s, %zu added, %.1f s: %s", i, pmo_result_name(result),
				 run.counts.added, seconds, sandbox_messages(box));
		free(text);
		sandbox_write(box, "cadup/actions.yaml", "");
	}
}

static void ten_thousand_rows_are_one_commit_and_one_undo(void **state)
{
	struct sandbox *box = *state;
	struct run run = { .register_name = "action" };
	struct pmo_buffer list;
	struct pmo_undo_item what;
	pmo_buffer_init(&list, PMO_BUFFER_LIMIT);
	pmo_buffer_add_text(&list, "id,title,owner,due,description\n");
	for (int i = 0; i < 10000; i++)
		pmo_buffer_add_format(&list, "K-%d,Row %d,DSP,2026-12-01,\"one\ntwo\"\n", i, i);
	assert_int_equal(import_bytes(box, &run, list.data, list.length), PMO_OK);
	expect_counts(&run, 10000, 0, 0);
	assert_int_equal(run.written, 1);
	assert_int_equal(import_bytes(box, &run, list.data, list.length), PMO_OK);
	expect_counts(&run, 0, 0, 10000);
	pmo_buffer_release(&list);
	assert_int_equal(pmo_undo_last(sandbox_open(box), &what), PMO_OK);
	assert_string_equal(sandbox_read(box, "cadup/actions.yaml"), "");
}

/* A real file as a register in a fresh workspace; its text must not have been harmed. */
static void import_shared(struct sandbox *box, const char *path, const char *register_name)
{
	struct run run = { .register_name = register_name, .as_imported = true };
	FILE *file = fopen(path, "r");
	char *bytes = malloc(1 << 20);
	assert_non_null(file);
	assert_non_null(bytes);
	size_t length = fread(bytes, 1, 1 << 20, file);
	fclose(file);
	if (strstr(path, "spectrum__"))
		run.words[0] = strstr(path, "json") ? "val=title" : "b=title";
	enum pmo_result result = import_bytes(box, &run, bytes, length);
	if (result != PMO_OK && result != PMO_USAGE)
		fail_msg("%s as %s: %s", path, register_name, sandbox_messages(box));
	size_t added = run.counts.added;
	struct run again = run;
	if (result == PMO_OK)
		assert_int_equal(import_bytes(box, &again, bytes, length), PMO_OK);
	if (result == PMO_OK &&
	    (again.counts.added || again.written || again.counts.unchanged < added))
		fail_msg("%s as %s: the second run is not quiet", path, register_name);
	free(bytes);
}

static void shared_files_come_through_and_a_second_run_is_quiet(void **state)
{
	(void)state;
	static const char *const registers[] = { "issue", "risk", "task", "action", "person" };
	const char *shared = getenv("PMO_SHARED");
	char pattern[512];
	glob_t files;
	if (!shared) {
		print_message("skipped, PMO_SHARED does not name the shared folder\n");
		skip();
	}
	snprintf(pattern, sizeof(pattern), "%s/data/csv/*.csv", shared);
	assert_int_equal(glob(pattern, 0, NULL, &files), 0);
	for (size_t i = 0; i < files.gl_pathc; i++)
		for (size_t r = 0; r < 5; r++) {
			void *box;
			set_up(&box);
			import_shared(box, files.gl_pathv[i], registers[r]);
			tear_down(&box);
		}
	globfree(&files);
}

static void shared_accents_line_ends_and_separators_are_what_they_were(void **state)
{
	static const struct {
		const char *file, *expected[3];
	} cases[] = {
		{ "githubcsvtools__JIRA",
		  { "title: Mise à niveau guide utilisateur de CNED Adapt\n",
		    "description: I’m a description\n", "tags: [label1, lebel2, label3]\n" } },
		{ "leosgmbh__issues",
		  { "tags: [enhancement, ui, feature]\n", "description: Cannot login\n", "" } },
		{ "redmineimporter__issues",
		  { "due: 2013-10-25\n", "tags: [décision]\n", "import: status clos\n" } },
		{ "redmine__import_issues",
		  { "due: 2015-08-25\n", "priority: high\n", "tags: [New category]\n" } },
		{ "redmine__import_subtasks_with_unique_id",
		  { "external: GREEN-II\n", "title: Grand-child\n", "" } },
		{ "spectrum__escaped_quotes", { "title: ha \"ha\" ha\n", "", "" } },
	};
	struct sandbox *box = *state;
	const char *shared = getenv("PMO_SHARED");
	if (!shared) {
		print_message("skipped, PMO_SHARED does not name the shared folder\n");
		skip();
	}
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char path[512];
		snprintf(path, sizeof(path), "%s/data/csv/%s.csv", shared, cases[i].file);
		sandbox_write(box, "cadup/actions.yaml", "");
		import_shared(box, path, "action");
		for (size_t e = 0; e < 3; e++)
			expect_in(sandbox_read(box, "cadup/actions.yaml"), cases[i].expected[e]);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(dates_of_other_programs_are_read),
		TEST(headers_are_compared_without_case_accents_and_punctuation),
		TEST(words_of_other_programs_find_theirs),
		TEST(a_second_run_of_the_same_list_writes_nothing),
		TEST(only_what_differs_is_changed_and_an_empty_cell_takes_nothing_away),
		TEST(a_void_record_stays_void_and_is_not_doubled),
		TEST(a_state_is_refused_without_as_imported_and_nothing_is_written),
		TEST(rows_refer_to_rows_further_down),
		TEST(a_name_that_two_people_have_is_nobodys),
		TEST(an_id_that_stands_twice_brings_one_record),
		TEST(a_list_that_came_from_here_finds_its_records),
		TEST(strict_refuses_the_whole_for_one_cell),
		TEST(faults_of_a_saved_mapping_are_told_with_their_place),
		TEST(a_saved_mapping_reads_back_as_it_was),
		TEST(hostile_files_end_soon_and_well),
		TEST(ten_thousand_rows_are_one_commit_and_one_undo),
		TEST(shared_files_come_through_and_a_second_run_is_quiet),
		TEST(shared_accents_line_ends_and_separators_are_what_they_were),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

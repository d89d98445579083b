/* Documents that are refused, and documents for a workspace that is there. */
#include "exchange_box.h"

#include <dirent.h>

static bool is_empty(const char *path)
{
	size_t count = 0;
	DIR *folder = opendir(path);
	assert_non_null(folder);
	for (const struct dirent *entry; (entry = readdir(folder));)
		count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
	closedir(folder);
	return !count;
}

#define HEAD       "{\"pmo\": {\"format\": 1, \"export\": 1}"
#define RISK(text) HEAD ", \"projects\": {\"a\": {\"project\": {}, \"risk\": {" text "}}}}"

static void what_is_no_export_is_refused_at_its_place(void **state)
{
	static const struct {
		const char *text, *message;
	} cases[] = {
		{ "", "x.json:1:1: error: '[' or '{' expected" },
		{ "[1, 2]", "is no export of a workspace" },
		{ "{\"pmo\": 3}", "is no export of a workspace" },
		{ "{\"pmo\": {\"format\": 1, \"export\": 2}}", "another version" },
		{ "{\"a\": 1, \"a\": 2}", "duplicate object key" },
		{ "{\"a\":\n  1,\n  x}", "x.json:3:3: error: string or '}' expected near 'x'" },
		{ "{\"a\": 01}", "error: " },
		{ "{1: 2}", "string or '}' expected" },
		{ "{\"a\": \"\xff\"}", "unable to decode byte 0xff" },
		{ "{\"a\": \"\\u0000\"}", "\\u0000" },
		{ "{\"a\": \"\\ud800\"}", "error: " },
		{ "{\"a\": 123456789012345678901234567890123456789012345678901234567890123456789}",
		  "more than 64 characters" },
		{ HEAD ", \"more\": {}}", "x.json:1:45: error: 'more' is no part of an export" },
		{ HEAD ", \"projects\": []}", "'projects' is no map" },
		{ HEAD ", \"projects\": {\"../x\": {\"project\": {}}}}",
		  "'../x' cannot be a project's handle" },
		{ HEAD ", \"projects\": {\".git\": {\"project\": {}}}}", "cannot be" },
		{ HEAD ", \"projects\": {\"people\": {\"project\": {}}}}", "cannot be" },
		{ HEAD ", \"projects\": {\"a\": {\"project\": {}}, \"A\": {\"project\": {}}}}",
		  "two projects are called 'A'" },
		{ HEAD ", \"projects\": {\"a\": {}}}", "has no charter" },
		{ HEAD ", \"registers\": {\"person\": {\"a/b\": {}}}}",
		  "'a/b' cannot be the id of a person" },
		{ HEAD ", \"registers\": {\"risk\": {}}}", "does not belong to the workspace" },
		{ HEAD ", \"registers\": {\"nothing\": {}}}", "there is no register 'nothing'" },
		{ RISK("\"RSK-1\": {}"), "cannot be the id of a risk" },
		{ RISK("\"RSK-001/../x\": {}"), "cannot be the id of a risk" },
		{ RISK("\"ISS-001\": {}"), "cannot be the id of a risk" },
		{ RISK("\"RSK-001\": 5"), "expected a map of fields" },
		{ RISK("\"RSK-001\": {\"title\": {}}"), "expected text" },
		{ RISK("\"RSK-001\": {\"probability\": 9}"), "'9' is not" },
		{ RISK("\"RSK-001\": {\"next_review\": \"soon\"}"), "'soon' is not" },
		{ RISK("\"RSK-001\": {\"colour\": 1}"), "a risk has no field 'colour'" },
		{ RISK("\"RSK-001\": {\"score\": 1}"), "a risk has no field 'score'" },
		{ RISK("\"RSK-001\": {\"unknown\": {\"title\": 1}}"), "is a field of a risk" },
		{ RISK("\"RSK-001\": {\"title\": \"a\", \"bad\": {\"title\": 1}}"), "there twice" },
		{ RISK("\"RSK-001\": {\"title\": \"a\", \"bad\": 1}"), "\"bad\" is no map" },
		{ RISK("\"RSK-001\": {\"own\": 1}"), "\"own\" is no map" },
		{ HEAD ", \"order\": {\"a/plan\": []}}", "is no place of records" },
		{ HEAD ", \"workspace\": {\"format\": 9}}", "newer pmo" },
	};
	struct sandbox *box = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		enum pmo_result result = create(box, cases[i].text, strlen(cases[i].text));
		if (result != PMO_INVALID)
			fail_msg("%s: %s", cases[i].text, pmo_result_name(result));
		expect_in(sandbox_messages(box), cases[i].message);
		assert_true(is_empty(box->path));
	}
}

/* Sizes that hurt: deep, many, and both at once. */
static void bombs_are_refused(void **state)
{
	static const struct {
		const char *head, *repeated, *message;
	} cases[] = {
		{ "", "[", "nested too deeply" }, { "", "{\"a\":", "nested too deeply" },
		{ "[", "0,", "more values" },     { "[", "{},", "more values" },
		{ "", "\"", "error: " },          { "{\"a\": ", "1", "more than 64 characters" },
	};
	struct sandbox *box = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct pmo_buffer text;
		size_t length = strlen(cases[i].repeated);
		pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
		pmo_buffer_add_text(&text, cases[i].head);
		while (text.length + length <= PMO_EXPORT_BYTES)
			pmo_buffer_add(&text, cases[i].repeated, length);
		assert_int_equal(create(box, text.data, text.length), PMO_INVALID);
		expect_in(sandbox_messages(box), cases[i].message);
		pmo_buffer_add_text(&text, "                ");
		assert_int_equal(create(box, text.data, text.length), PMO_INVALID);
		expect_in(sandbox_messages(box), "16 MiB");
		pmo_buffer_release(&text);
	}
}

static void nothing_is_written_over(void **state)
{
	static const char *const names[] = { "pmo.yaml", "people", "People.yaml", "a/x", "A/x" };
	static const char text[] = HEAD ", \"registers\": {\"person\": {\"DSP\": {}}}, "
					"\"projects\": {\"a\": {\"project\": {}}}}";
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct sandbox *box = sandbox_new();
		sandbox_write(box, names[i], "mine\n");
		assert_int_equal(create(box, text, strlen(text)), PMO_EXISTS);
		expect_in(sandbox_messages(box), "is there already");
		assert_string_equal(sandbox_read(box, names[i]), "mine\n");
		sandbox_free(box);
	}
	sandbox_write(*state, "x.json", text);
	assert_int_equal(create(*state, text, strlen(text)), PMO_OK);
}

static enum pmo_result merge(struct sandbox *box, const char *text, bool as_imported,
			     struct pmo_intake *intake, size_t *written)
{
	struct pmo_source *source = pmo_arena_alloc(&box->arena, sizeof(*source));
	struct pmo_update_options options = { .on = PMO_DATE_NONE, .as_imported = as_imported };
	struct pmo_update *update = NULL;
	struct pmo_workspace *workspace = sandbox_open(box);
	*source = (struct pmo_source){ "x.json", text, strlen(text), 0 };
	*intake = (struct pmo_intake){ .arena = &box->arena, .diags = &box->diags };
	intake->source = source;
	enum pmo_result result = pmo_intake_open(intake);
	if (result == PMO_OK)
		result = pmo_update_begin(workspace, &options, &update);
	if (result == PMO_OK)
		result = pmo_intake_merge(intake, update);
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	*written = update ? pmo_update_written(update) : 0;
	pmo_update_end(update);
	return result;
}

static void an_update_adds_and_changes_and_never_removes(void **state)
{
	static const char text[] = HEAD
		", \"projects\": {\"cadup\": {\"project\": {\"title\": \"CAD upgrade\"},"
		" \"risk\": {"
		"\"RSK-002\": {\"title\": \"Fuel\", \"next_review\": \"2026-12-01\","
		" \"notes\": [\"2026-11-01 PC: a\", \"2026-11-02 PC: b\"]},"
		"\"RSK-007\": {\"title\": \"New\", \"unknown\": {\"colour\": \"red\"}}}}}}";
	struct sandbox *box = *state;
	struct pmo_intake intake;
	struct pmo_undo_item what;
	size_t written;
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "cadup/project.yaml", "title: CAD upgrade\n");
	static const char before[] = "# mine\ntitle: Fuel   # dear\nresponse: buy\n"
				     "notes:\n  - 2026-11-01 PC: a\n  - 2026-11-03 PC: c\n";
	sandbox_write(box, "cadup/risks/RSK-002.yaml", before);
	assert_int_equal(merge(box, text, false, &intake, &written), PMO_OK);
	assert_int_equal(written, 2);
	assert_int_equal(intake.counts[0].unchanged, 1);
	assert_int_equal(intake.counts[1].added, 1);
	assert_int_equal(intake.counts[1].updated, 1);
	assert_string_equal(sandbox_read(box, "cadup/risks/RSK-002.yaml"),
			    "# mine\ntitle: Fuel   # dear\nresponse: buy\nnext_review: 2026-12-01\n"
			    "notes:\n  - 2026-11-01 PC: a\n  - 2026-11-03 PC: c\n"
			    "  - 2026-11-02 PC: b\n");
	assert_string_equal(sandbox_read(box, "cadup/risks/RSK-007.yaml"),
			    "title: New\ncolour: red\n");
	assert_int_equal(merge(box, text, false, &intake, &written), PMO_OK);
	assert_int_equal(written, 0);
	assert_int_equal(pmo_undo_last(sandbox_open(box), &what), PMO_OK);
	assert_string_equal(sandbox_read(box, "cadup/risks/RSK-002.yaml"), before);
	assert_string_equal(sandbox_read(box, "cadup/risks/RSK-007.yaml"), "");
}

static void an_update_refuses_what_it_may_not_do(void **state)
{
	static const struct {
		const char *text, *message;
		enum pmo_result result;
	} cases[] = {
		{ RISK("\"RSK-001\": {\"title\": \"x\", \"status\": \"active\"}"), "--as-imported",
		  PMO_REFUSED },
		{ RISK("\"RSK-001\": [{}, {}]"), "two records RSK-001", PMO_INVALID },
		{ RISK("\"RSK-000\": {\"title\": \"x\"}"), "begin with 1", PMO_INVALID },
		{ RISK("\"RSK-001\": {\"bad\": \"x\"}"), "cannot be added", PMO_INVALID },
		{ RISK("\"RSK-001\": {\"title\": \"x\", \"bad\": {\"impact\": \"four\"}}"),
		  "'four' is not", PMO_REFUSED },
		{ HEAD ", \"projects\": {\"b\": {\"project\": {}}}}", "there is no project 'b'",
		  PMO_INVALID },
	};
	struct sandbox *box = *state;
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "a/project.yaml", "title: A\n");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct pmo_intake intake;
		size_t written;
		enum pmo_result result = merge(box, cases[i].text, false, &intake, &written);
		if (result != cases[i].result)
			fail_msg("%s: %s", cases[i].text, pmo_result_name(result));
		char *hinted = NULL;
		for (const struct pmo_diag *diag = box->diags.first; diag; diag = diag->next)
			hinted = pmo_arena_format(&box->arena, "%s%s %s\n", hinted ? hinted : "",
						  diag->message, diag->hint ? diag->hint : "");
		expect_in(hinted ? hinted : "", cases[i].message);
		assert_string_equal(sandbox_read(box, "a/risks/RSK-001.yaml"), "");
	}
	struct pmo_intake intake;
	size_t written;
	assert_int_equal(merge(box, cases[0].text, true, &intake, &written), PMO_OK);
	assert_string_equal(sandbox_read(box, "a/risks/RSK-001.yaml"),
			    "title: x\nstatus: active\n");
}

static void merging_an_export_into_its_own_workspace_changes_nothing(void **state)
{
	struct sandbox *box = *state;
	struct pmo_intake intake;
	size_t length, written;
	char *real = realpath(TESTS_DIR "/../share/demo", NULL);
	const char *own = box->env.directory;
	assert_non_null(real);
	box->env.directory = real;
	const char *text = export_of(box, &length);
	box->env.directory = own;
	assert_int_equal(create(box, text, length), PMO_OK);
	if (merge(box, text, true, &intake, &written) != PMO_OK)
		fail_msg("%s", sandbox_messages(box));
	assert_int_equal(written, 0);
	free(real);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(what_is_no_export_is_refused_at_its_place),
		CASE(bombs_are_refused),
		CASE(nothing_is_written_over),
		CASE(an_update_adds_and_changes_and_never_removes),
		CASE(an_update_refuses_what_it_may_not_do),
		CASE(merging_an_export_into_its_own_workspace_changes_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Who refers to a record; names in folders of registers that are no records. */
#include "permits.h"

#include <sys/stat.h>
#include <unistd.h>

static const char *refer_to(struct sandbox *box, const char *id)
{
	static char out[4096];
	struct pmo_reference *references;
	const struct pmo_record *record;
	size_t count, length = 0;
	struct pmo_workspace *workspace = sandbox_open(box);
	assert_int_equal(pmo_workspace_find(workspace, NULL, id, &record), PMO_OK);
	assert_int_equal(pmo_workspace_references(workspace, record, &references, &count), PMO_OK);
	out[0] = '\0';
	for (size_t i = 0; i < count; i++)
		length += (size_t)snprintf(out + length, sizeof(out) - length, "%s.%s ",
					   references[i].from->id, references[i].field->name);
	return out;
}

static void every_form_of_a_reference_counts_once_a_field(void **state)
{
	struct sandbox *box = *state;
	box->env.project = "cadup";
	sandbox_write(
		box, PERMITS,
		"PMT-001:\n  needs: [PMT-001]\nPMT-002:\n  needs: [PMT-001, PMT-001]\n"
		"PMT-003:\n  needs: pmt-1\n  links: [cadup/PMT-001]\n"
		"PMT-004:\n"
		"  needs: [PMT-0010, PMT-011, x/PMT-001, netref/PMT-001]\n  title: PMT-001\n"
		"PMT-005:\n  needs: {a: PMT-001}\n");
	sandbox_write(box, "cadup/papers/PAP-001.yaml", "permit: PMT1\n");
	sandbox_write(box, "cadup/papers/PAP-002.yaml", "permit: [\n");
	sandbox_write(box, "netref/project.yaml", "title: N\n");
	sandbox_write(box, "netref/permits.yaml",
		      "PMT-001:\n  needs: [PMT-001]\nPMT-002:\n  needs: [CADUP/PMT-1]\n");
	assert_string_equal(
		refer_to(box, "PMT-1"),
		"PMT-002.needs PMT-003.needs PMT-003.links PAP-001.permit PMT-002.needs ");
}

static void people_are_found_by_their_former_handles_too(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS,
		      "PMT-001:\n  owner: dsp\nPMT-002:\n  assignee: DEE\n"
		      "PMT-003:\n  owner: PC\nPMT-004:\n  authority: DSP\n");
	assert_string_equal(refer_to(box, "DSP"), "PMT-001.owner PMT-002.lead ");
}

static void a_record_does_not_refer_to_itself(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, "cadup/papers/PAP-001.yaml", "links: [PAP-001]\n");
	assert_string_equal(refer_to(box, "PAP-1"), "");
}

static void names_that_are_nearly_records_are_told(void **state)
{
	static const struct {
		const char *name, *told; /* NULL: nobody's business */
	} cases[] = {
		{ "PAP-001.yaml", NULL },
		{ "pap-2.yaml", "a record's file is called PAP-002.yaml" },
		{ "PAP-0003.yaml", "a record's file is called PAP-003.yaml" },
		{ "PAP-004.yml", "a record's file is called PAP-004.yaml" },
		{ "PAP-005 (copy).yaml", "a record's file is called PAP-005.yaml" },
		{ "PAP-006.yaml~", "a record's file is called PAP-006.yaml" },
		{ "PAP-007", "a record's file is called PAP-007.yaml" },
		{ "RSK-008.yaml", NULL },
		{ "README.md", NULL },
		{ ".PAP-009.yaml.swp", NULL },
	};
	struct sandbox *box = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char path[512];
		snprintf(path, sizeof(path), "cadup/papers/%s", cases[i].name);
		sandbox_write(box, path, "title: A\n");
		struct pmo_workspace *workspace = sandbox_open(box);
		assert_int_equal(
			pmo_workspace_check_names(workspace, pmo_workspace_project(workspace)),
			PMO_OK);
		sandbox_messages(box);
		if (cases[i].told ? !strstr(box->text, cases[i].told) ||
					    box->diags.count[PMO_WARNING] != 1
				  : box->diags.first != NULL)
			fail_msg("%s: %s", cases[i].name, box->text);
		char whole[1024];
		snprintf(whole, sizeof(whole), "%s/cadup/papers/%s", box->path, cases[i].name);
		assert_int_equal(unlink(whole), 0);
	}
}

static void links_and_pipes_are_told(void **state)
{
	struct sandbox *box = *state;
	char path[512];
	sandbox_write(box, "cadup/papers/PAP-001.yaml", "title: A\n");
	sandbox_path(box, "cadup/papers/link", path);
	assert_int_equal(symlink("PAP-001.yaml", path), 0);
	sandbox_path(box, "cadup/papers/pipe", path);
	assert_int_equal(mkfifo(path, 0600), 0);
	struct pmo_workspace *workspace = sandbox_open(box);
	assert_int_equal(pmo_workspace_check_names(workspace, pmo_workspace_project(workspace)),
			 PMO_OK);
	assert_int_equal(pmo_workspace_check_names(workspace, NULL), PMO_OK);
	sandbox_messages(box);
	assert_non_null(strstr(box->text, "cadup/papers/link: warning: this is a link"));
	assert_non_null(strstr(box->text, "cadup/papers/pipe: warning: this is no ordinary file"));
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, permits_set_up, permits_tear_down)
	const struct CMUnitTest tests[] = {
		CASE(every_form_of_a_reference_counts_once_a_field),
		CASE(people_are_found_by_their_former_handles_too),
		CASE(a_record_does_not_refer_to_itself),
		CASE(names_that_are_nearly_records_are_told),
		CASE(links_and_pipes_are_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Who may see what: inside, vendors, the public; by mail domain where pmo.yaml names them. */
#include "sandbox.h"

#include <pmo/audience.h>

static const char people[] =
	"PC: {name: Pat, type: team, email: pc@city.gov}\n"
	"PM: {name: Luis, type: team, email: luis@city.gov}\n"
	"SPO: {name: Marian, type: sponsor, email: marian@gmail.example}\n"
	"FIR: {name: Frank, type: customer, email: frank@pd.CITY.gov}\n"
	"AUD: {name: Olga, type: oversight, email: olga@state.example}\n"
	"NEAR: {name: Ned, type: end_user, email: ned@notcity.gov}\n"
	"EXT: {name: Eve, type: external_agency, email: eve@city.gov}\n"
	"V1: {name: Vera, type: vendor, email: vera@city.gov}\n"
	"V2: {name: Victor, type: team, vendor: VEN-001, email: victor@city.gov}\n"
	"NOT: {name: Nobody}\n";

static const char actions[] = "ACT-001: {title: Plain, owner: V1}\n"
			      "ACT-002: {title: Secret, owner: V1, confidential: yes}\n"
			      "ACT-003: {title: Inside, owner: V1, visibility: internal}\n"
			      "ACT-004: {title: Vendors, owner: PC, visibility: vendor}\n"
			      "ACT-005: {title: All, owner: PC, visibility: public}\n"
			      "ACT-006: {title: Odd, owner: V1, visibility: whatever}\n"
			      "ACT-007: {title: Both, visibility: public, confidential: yes}\n"
			      "ACT-008: {title: Mark, owner: V1, confidential: perhaps}\n";

static int begin(void **state)
{
	struct sandbox *box = sandbox_new();
	sandbox_write(box, "pmo.yaml", "format: 1\n");
	sandbox_write(box, "people.yaml", people);
	sandbox_write(box, "vendors.yaml", "VEN-001: {title: Harborlight}\n");
	sandbox_write(box, "cad/project.yaml", "title: CAD\n");
	sandbox_write(box, "cad/actions.yaml", actions);
	sandbox_write(box, "dark/project.yaml", "title: Dark\nconfidential: yes\n");
	sandbox_write(box, "dark/actions.yaml",
		      "ACT-001: {title: A, owner: V1, visibility: public}\n");
	*state = box;
	return 0;
}

static int end(void **state)
{
	sandbox_free(*state);
	return 0;
}

static const struct pmo_record *find(struct pmo_workspace *workspace, const char *name,
				     const char *id)
{
	const struct pmo_record *record;
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, name);
	assert_int_equal(pmo_workspace_find(workspace, schema, id, &record), PMO_OK);
	return record;
}

static enum pmo_audience audience(struct pmo_workspace *workspace, const char *handle)
{
	return pmo_audience_of_person(find(workspace, "person", handle));
}

/* "1 4 5": the actions of cad that may be told to somebody. */
static const char *told(struct pmo_workspace *workspace, const char *handle)
{
	static char list[32];
	const struct pmo_record *person = find(workspace, "person", handle);
	size_t length = 0;
	for (int i = 1; i <= 8; i++) {
		char id[24];
		snprintf(id, sizeof(id), "cad/ACT-00%d", i);
		const struct pmo_record *action = find(workspace, "action", id);
		const char *owner = pmo_record_text(action, action->schema->owner);
		if (pmo_audience_may_tell(person, action, owner))
			length += (size_t)snprintf(list + length, sizeof(list) - length, "%s%d",
						   length ? " " : "", i);
	}
	list[length] = '\0';
	return list;
}

static void without_domains_those_of_most_of_the_team_count(void **state)
{
	struct pmo_workspace *workspace = sandbox_open(*state);
	assert_int_equal(audience(workspace, "PC"), PMO_AUDIENCE_INTERNAL);
	assert_int_equal(audience(workspace, "SPO"), PMO_AUDIENCE_INTERNAL);
	assert_int_equal(audience(workspace, "FIR"), PMO_AUDIENCE_INTERNAL);
	assert_int_equal(audience(workspace, "AUD"), PMO_AUDIENCE_PUBLIC);
	assert_int_equal(audience(workspace, "NEAR"), PMO_AUDIENCE_PUBLIC);
	assert_int_equal(audience(workspace, "NOT"), PMO_AUDIENCE_PUBLIC);
	assert_int_equal(pmo_audience_of_person(NULL), PMO_AUDIENCE_PUBLIC);
}

static void who_a_vendor_sends_is_a_vendor_whatever_the_address(void **state)
{
	struct pmo_workspace *workspace = sandbox_open(*state);
	assert_int_equal(audience(workspace, "V1"), PMO_AUDIENCE_VENDOR);
	assert_int_equal(audience(workspace, "V2"), PMO_AUDIENCE_VENDOR);
	assert_int_equal(audience(workspace, "EXT"), PMO_AUDIENCE_PUBLIC);
}

static void domains_of_the_configuration_decide_who_is_inside(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, "pmo.yaml", "format: 1\nmail_domains: [state.example, CITY.gov]\n");
	struct pmo_workspace *workspace = sandbox_open(box);
	assert_int_equal(audience(workspace, "PC"), PMO_AUDIENCE_INTERNAL);
	assert_int_equal(audience(workspace, "AUD"), PMO_AUDIENCE_INTERNAL);
	assert_int_equal(audience(workspace, "FIR"), PMO_AUDIENCE_INTERNAL);
	assert_int_equal(audience(workspace, "NEAR"), PMO_AUDIENCE_PUBLIC);
	assert_int_equal(audience(workspace, "V1"), PMO_AUDIENCE_VENDOR);
	assert_int_equal(audience(workspace, "EXT"), PMO_AUDIENCE_PUBLIC);
}

static void a_sponsor_who_reads_mail_elsewhere_is_outside_then(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, "pmo.yaml", "format: 1\nmail_domains: city.gov\n");
	struct pmo_workspace *workspace = sandbox_open(box);
	assert_int_equal(audience(workspace, "SPO"), PMO_AUDIENCE_PUBLIC);
	assert_string_equal(told(workspace, "SPO"), "5");
	assert_string_equal(told(workspace, "PM"), "1 2 3 4 5 6 7 8");
}

static void an_update_knows_the_domains_too(void **state)
{
	struct sandbox *box = *state;
	struct pmo_update *update = NULL;
	struct pmo_draft *draft;
	const struct pmo_update_options how = { .on = PMO_DATE_NONE };
	sandbox_write(box, "pmo.yaml", "format: 1\nmail_domains: city.gov\n");
	struct pmo_workspace *workspace = sandbox_open(box);
	assert_int_equal(pmo_update_begin(workspace, &how, &update), PMO_OK);
	assert_int_equal(pmo_update_edit(update, find(workspace, "person", "SPO"), &draft), PMO_OK);
	assert_int_equal(pmo_audience_of_person(pmo_draft_record(draft)), PMO_AUDIENCE_PUBLIC);
	pmo_update_end(update);
}

static void people_outside_are_told_of_their_own_work_and_what_is_theirs_to_see(void **state)
{
	struct pmo_workspace *workspace = sandbox_open(*state);
	assert_string_equal(told(workspace, "V1"), "1 4 5");
	assert_string_equal(told(workspace, "V2"), "4 5");
	assert_string_equal(told(workspace, "EXT"), "5");
	assert_string_equal(told(workspace, "PC"), "1 2 3 4 5 6 7 8");
}

static void nothing_leaves_of_a_confidential_project(void **state)
{
	struct pmo_workspace *workspace = sandbox_open(*state);
	const struct pmo_record *vendor = find(workspace, "person", "V1");
	const struct pmo_record *action = find(workspace, "action", "dark/ACT-001");
	assert_false(pmo_audience_may_tell(vendor, action, "V1"));
	assert_false(pmo_audience_may_see(PMO_AUDIENCE_PUBLIC, action));
	assert_true(pmo_audience_may_see(PMO_AUDIENCE_INTERNAL, action));
	assert_true(pmo_audience_may_tell(find(workspace, "person", "PC"), action, NULL));
}

static void a_name_of_an_audience_is_known_in_any_case(void **state)
{
	enum pmo_audience found;
	(void)state;
	assert_true(pmo_audience_find("Vendor", &found));
	assert_int_equal(found, PMO_AUDIENCE_VENDOR);
	assert_string_equal(pmo_audience_name(found), "vendor");
	assert_false(pmo_audience_find("everybody", &found));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(without_domains_those_of_most_of_the_team_count,
						begin, end),
		cmocka_unit_test_setup_teardown(who_a_vendor_sends_is_a_vendor_whatever_the_address,
						begin, end),
		cmocka_unit_test_setup_teardown(domains_of_the_configuration_decide_who_is_inside,
						begin, end),
		cmocka_unit_test_setup_teardown(a_sponsor_who_reads_mail_elsewhere_is_outside_then,
						begin, end),
		cmocka_unit_test_setup_teardown(an_update_knows_the_domains_too, begin, end),
		cmocka_unit_test_setup_teardown(
			people_outside_are_told_of_their_own_work_and_what_is_theirs_to_see, begin,
			end),
		cmocka_unit_test_setup_teardown(nothing_leaves_of_a_confidential_project, begin,
						end),
		cmocka_unit_test(a_name_of_an_audience_is_known_in_any_case),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

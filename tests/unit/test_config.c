/* pmo.yaml and the user's own configuration: what counts, what is told, what is left out. */
#include "unit.h"

#include "record/overlay.h"
#include "store/config.h"

#include <string.h>

static const struct pmo_field risk_fields[] = {
	{ .name = "score", .kind = PMO_INTEGER },
	{ .name = NULL },
};

static const struct pmo_register risk = {
	.name = "risk",
	.plural = "risks",
	.prefix = "RSK",
	.fields = risk_fields,
};

static const struct pmo_register issue = {
	.name = "issue",
	.plural = "issues",
	.prefix = "ISS",
};

static const struct pmo_register *const built_in[] = { &issue, &risk, NULL };

struct fixture {
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_source source;
	struct ydoc doc;
	struct pmo_buffer out;
	struct pmo_config config;
};

static int set_up(void **state)
{
	static struct fixture fixture;
	memset(&fixture, 0, sizeof(fixture));
	pmo_arena_init(&fixture.arena);
	pmo_buffer_init(&fixture.out, PMO_BUFFER_LIMIT);
	*state = &fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	pmo_buffer_release(&fixture->out);
	pmo_arena_release(&fixture->arena);
	return 0;
}

static const struct pmo_config *read_as(struct fixture *fixture, const char *text, bool user)
{
	fixture->source =
		(struct pmo_source){ .path = "pmo.yaml", .bytes = text, .length = strlen(text) };
	pmo_diags_init(&fixture->diags, &fixture->arena);
	config_init(&fixture->config, built_in);
	enum pmo_result result = ydoc_read_entries(&fixture->doc, &fixture->arena, &fixture->source,
						   &fixture->diags);
	assert_true(result == PMO_OK || result == PMO_INVALID);
	result = user ? config_read_user(&fixture->config, &fixture->doc, &fixture->diags)
		      : config_read(&fixture->config, &fixture->doc, &fixture->diags);
	assert_int_equal(result, PMO_OK);
	return &fixture->config;
}

static const struct pmo_config *read_config(void **state, const char *text)
{
	return read_as(*state, text, false);
}

static const struct pmo_config *read_user(void **state, const char *text)
{
	return read_as(*state, text, true);
}

static const char *told(void **state)
{
	struct fixture *fixture = *state;
	pmo_buffer_clear(&fixture->out);
	for (const struct pmo_diag *diag = fixture->diags.first; diag; diag = diag->next) {
		pmo_diag_format(diag, false, &fixture->out);
		if (diag->hint)
			pmo_buffer_add_format(&fixture->out, "hint: %s\n", diag->hint);
	}
	return fixture->out.data;
}

static const char county[] =
	"format: 1\n"
	"organisation: Fairmont County\n"
	"timezone: America/Chicago\n"
	"currency: USD\n"
	"calendar: fairmont          # calendars/fairmont.yaml\n"
	"commit: auto\n"
	"labels: {yellow: Amber}\n"
	"thresholds: {capital_limit: 5000.00, Late days: 3d}\n"
	"filters:\n"
	"  hot: {register: risk, where: score >= 12, sort: -score, columns: id score title owner}\n"
	"  mine: {where: mine}\n"
	"fields:\n"
	"  risk:\n"
	"    district: {type: choice, choices: [north, south], help: which district}\n"
	"    permit: {to: permit}\n"
	"registers:\n"
	"  permit: {prefix: PMT, fields: {fee: money, risks: {to: risk, list: true}}}\n"
	"  issue: {states: {parked: open}}\n";

static void everything_that_is_said_is_kept(void **state)
{
	const struct pmo_config *config = read_config(state, county);
	assert_string_equal(told(state), "");
	assert_int_equal(config->format, 1);
	assert_false(config->newer);
	assert_string_equal(config->organisation, "Fairmont County");
	assert_string_equal(config->timezone, "America/Chicago");
	assert_string_equal(config->currency, "USD");
	assert_string_equal(config->calendar, "fairmont");
	assert_int_equal(config->commit, PMO_COMMIT_AUTO);
	assert_string_equal(pmo_config_label(config, "yellow"), "Amber");
	assert_string_equal(pmo_config_label(config, "green"), "green");
	assert_string_equal(pmo_config_threshold(config, "capital_limit"), "5000.00");
	assert_string_equal(pmo_config_threshold(config, "Late days"), "3d");
	assert_null(pmo_config_threshold(config, "other"));
}

static void a_saved_filter_is_found_by_its_name(void **state)
{
	const struct pmo_config *config = read_config(state, county);
	const struct pmo_filter *filter = pmo_config_filter(config, "hot");
	assert_string_equal(filter->register_name, "risk");
	assert_string_equal(filter->where, "score >= 12");
	assert_string_equal(filter->sort, "-score");
	assert_string_equal(filter->columns, "id score title owner");
	assert_null(pmo_config_filter(config, "mine")->register_name);
	assert_null(pmo_config_filter(config, "cold"));
}

static void built_in_registers_come_first_with_what_is_added_to_them(void **state)
{
	const struct pmo_config *config = read_config(state, county);
	assert_int_equal(config->built_in, 2);
	assert_string_equal(config->registers[0]->states[2].name, "parked");
	assert_string_equal(config->registers[1]->name, "risk");
	assert_string_equal(config->registers[1]->fields[1].name, "district");
	assert_int_equal(config->registers[1]->fields[1].flags, PMO_OWN);
	assert_string_equal(config->registers[1]->fields[2].to, "permit");
	assert_string_equal(config->registers[2]->name, "permit");
	assert_string_equal(config->registers[2]->plural, "permits");
	assert_int_equal(config->registers[2]->fields[0].flags, 0);
	assert_null(config->registers[3]);
}

static void nothing_said_leaves_the_defaults(void **state)
{
	static const char *const texts[] = { "", "# only a comment\n", "fields:\nfilters: {}\n" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		const struct pmo_config *config = read_config(state, texts[i]);
		assert_string_equal(told(state), "");
		assert_int_equal(config->format, 1);
		assert_ptr_equal(config->registers, built_in);
		assert_int_equal(config->commit, PMO_COMMIT_OFF);
		assert_null(pmo_config_filter(config, "hot"));
		assert_int_equal(config->color, PMO_COLOR_AUTO);
	}
}

static void a_newer_format_is_read_and_its_keys_are_no_fault(void **state)
{
	const struct pmo_config *config =
		read_config(state, "format: 2\nzebra: 1\ncurrency: EUR\n"
				   "registers: {permit: {prefix: PMT, stripes: 3}}\n");
	assert_true(config->newer);
	assert_int_equal(config->format, 2);
	assert_string_equal(config->currency, "EUR");
	assert_string_equal(config->registers[2]->name, "permit");
	assert_string_equal(told(state),
			    "pmo.yaml:1:9: warning: format 2 is newer than this pmo, which can "
			    "read it but not write [config-newer]\n"
			    "hint: install a newer pmo to change anything\n");
}

static void a_format_that_is_no_number_keeps_writers_away(void **state)
{
	static const char *const texts[] = { "format: two", "format: 0", "format: 1.5",
					     "format: [1]",
					     "format: 99999999999999999999999999999" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		assert_true(read_config(state, texts[i])->newer);
		assert_non_null(((struct fixture *)*state)->diags.first);
	}
}

/* One fault each, and the currency behind it still counts. */
static const char *const faults[][2] = {
	{ "filtrs: {}", "pmo.yaml:1:1: warning: 'filtrs' is no key of pmo.yaml [config-key]\n"
			"hint: nearest is filters\n" },
	{ "timezone: ../etc", "pmo.yaml:1:11: error: timezone '../etc', expected a time zone "
			      "such as America/Chicago [config-value]\n" },
	{ "calendar: a/b", "pmo.yaml:1:11: error: calendar 'a/b', expected the name of a "
			   "file in calendars, without .yaml [config-value]\n" },
	{ "commit: maybe", "pmo.yaml:1:9: error: 'maybe' is none of off, auto "
			   "[config-value]\n" },
	{ "editor: rm -rf /", "pmo.yaml:1:1: error: 'editor': a program to run is never "
			      "taken from the workspace [config-personal]\n"
			      "hint: put it into your own configuration\n" },
	{ "pager: less", "pmo.yaml:1:1: error: 'pager': a program to run is never taken "
			 "from the workspace [config-personal]\n"
			 "hint: put it into your own configuration\n" },
	{ "user: PC", "pmo.yaml:1:1: error: 'user': who somebody is cannot be the same for "
		      "all [config-personal]\n"
		      "hint: put it into your own configuration\n" },
	{ "labels: [a]", "pmo.yaml:1:10: error: a setting without a 'name' "
			 "[config-missing]\n" },
	{ "thresholds: {a: {b: c}}", "pmo.yaml:1:18: warning: 'b' is no key of a setting "
				     "[config-key]\n"
				     "pmo.yaml:1:14: error: setting 'a' lacks 'value' "
				     "[config-missing]\n" },
	{ "filters: {hot: {register: rsik}}",
	  "pmo.yaml:1:27: error: there is no register 'rsik' [config-value]\n"
	  "hint: nearest is risk\n" },
	{ "filters: {hot: open}", "pmo.yaml:1:16: error: 'hot' is text, expected a map "
				  "[config-type]\n" },
	{ "fields: {rsk: {a: text}}",
	  "pmo.yaml:1:10: error: there is no built-in register 'rsk' [config-value]\n"
	  "hint: nearest is risk\n" },
	{ "fields: [risk]", "pmo.yaml:1:9: error: 'fields', expected a map of registers "
			    "[config-type]\n" },
	{ "registers: none", "pmo.yaml:1:12: error: 'registers', expected a map of registers "
			     "[config-type]\n" },
	{ "registers: {a: {prefix: RSK}}",
	  "pmo.yaml:1:25: error: prefix 'RSK' is that of register risk [config-taken]\n"
	  "hint: choose another one\n" },
	{ "registers: {a: {prefix: AA, plural: risks}}",
	  "pmo.yaml:1:37: error: plural 'risks' is that of register risk [config-taken]\n"
	  "hint: choose another one\n" },
	{ "registers: {risks: {prefix: AA}}",
	  "pmo.yaml:1:13: error: name 'risks' is that of register risk [config-taken]\n"
	  "hint: choose another one\n" },
};

static void a_fault_is_told_and_hides_nothing_else(void **state)
{
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
		struct fixture *fixture = *state;
		const char *text =
			pmo_arena_format(&fixture->arena, "%s\ncurrency: USD\n", faults[i][0]);
		const struct pmo_config *config = read_config(state, text);
		assert_string_equal(told(state), faults[i][1]);
		assert_string_equal(config->currency, "USD");
		assert_null(config->timezone);
		assert_null(config->calendar);
		assert_null(config->editor);
		assert_null(config->pager);
		assert_null(config->registers[2]);
	}
}

static void two_own_registers_cannot_have_one_prefix(void **state)
{
	const struct pmo_config *config = read_config(
		state, "registers:\n  a: {prefix: AA}\n  b: {prefix: AA}\n  c: {prefix: CC}\n");
	assert_string_equal(told(state), "pmo.yaml:3:15: error: prefix 'AA' is that of register a "
					 "[config-taken]\nhint: choose another one\n");
	assert_string_equal(config->registers[3]->name, "c");
	assert_null(config->registers[4]);
}

static void a_register_of_the_workspace_counts_before_a_built_in_one(void **state)
{
	const struct pmo_config *config =
		read_config(state, "registers: {issue: {prefix: ISU, help: ours}}\n");
	assert_string_equal(told(state),
			    "pmo.yaml:1:13: warning: 'issue' is a built-in register; "
			    "the one of the workspace counts [config-taken]\n"
			    "hint: without 'prefix' its keys are added to the built-in "
			    "one\n");
	assert_int_equal(config->built_in, 1);
	assert_string_equal(config->registers[0]->name, "risk");
	assert_string_equal(config->registers[1]->help, "ours");
	assert_null(config->registers[2]);
}

static void own_fields_of_an_own_register_stand_with_it(void **state)
{
	(void)read_config(state, "fields: {permit: {fee: money}}\n"
				 "registers: {permit: {prefix: PMT}}\n");
	assert_string_equal(told(state), "pmo.yaml:1:10: error: there is no built-in register "
					 "'permit' [config-value]\n"
					 "hint: its fields stand with it, below registers\n");
}

static void there_is_a_limit_to_registers(void **state)
{
	struct pmo_buffer text;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_buffer_add_text(&text, "registers:\n");
	for (int i = 0; i < OVERLAY_REGISTERS + 3; i++)
		pmo_buffer_add_format(&text, "  r%d: {prefix: Q%c%c}\n", i, 'A' + i / 26,
				      'A' + i % 26);
	const struct pmo_config *config = read_config(state, text.data);
	assert_string_equal(told(state), "pmo.yaml:66:3: error: more than 64 registers "
					 "[config-limit]\n");
	assert_non_null(config->registers[2 + OVERLAY_REGISTERS - 1]);
	assert_null(config->registers[2 + OVERLAY_REGISTERS]);
	pmo_buffer_release(&text);
}

static void a_line_that_is_no_yaml_hides_only_its_entry(void **state)
{
	const struct pmo_config *config =
		read_config(state, "currency: USD\nlabels: {a: [}\ntimezone: Europe/Paris\n");
	assert_int_equal(((struct fixture *)*state)->diags.count[PMO_ERROR], 1);
	assert_string_equal(config->currency, "USD");
	assert_string_equal(config->timezone, "Europe/Paris");
	config = read_config(state, "just words\n");
	assert_int_equal(((struct fixture *)*state)->diags.count[PMO_ERROR], 1);
	assert_ptr_equal(config->registers, built_in);
}

static void the_users_file_names_programs(void **state)
{
	const struct pmo_config *config =
		read_user(state, "user: PC\neditor: vi\npager: less -R\ncolor: never\n"
				 "filters: {hot: {register: permit, where: open}}\n");
	assert_string_equal(told(state), "");
	assert_string_equal(config->user, "PC");
	assert_string_equal(config->editor, "vi");
	assert_string_equal(config->pager, "less -R");
	assert_int_equal(config->color, PMO_COLOR_NEVER);
	assert_string_equal(pmo_config_filter(config, "hot")->where, "open");
}

static void the_users_file_has_no_registers(void **state)
{
	const struct pmo_config *config =
		read_user(state, "registers: {a: {prefix: AA}}\ncolour: never\n");
	assert_string_equal(told(state),
			    "pmo.yaml:1:1: warning: 'registers' is no key of the user's "
			    "configuration [config-key]\n"
			    "pmo.yaml:2:1: warning: 'colour' is no key of the user's configuration "
			    "[config-key]\nhint: nearest is color\n");
	assert_ptr_equal(config->registers, built_in);
}

static void mail_domains_are_words_or_a_list_and_nothing_else(void **state)
{
	static const char *const bad[] = { "mail_domains: pc@city.gov", "mail_domains: .gov",
					   "mail_domains: city..gov", "mail_domains: city.gov.",
					   "mail_domains: -a.gov" };
	assert_string_equal(read_config(state, "mail_domains: [city.gov, pd-2.gov]")->mail_domains,
			    "city.gov pd-2.gov");
	assert_string_equal(read_config(state, "mail_domains: city.gov")->mail_domains, "city.gov");
	assert_null(read_config(state, "format: 1")->mail_domains);
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_null(read_config(state, bad[i])->mail_domains);
}

static void what_sends_mail_is_the_users_own(void **state)
{
	assert_string_equal(read_user(state, "sendmail: msmtp -a work")->sendmail, "msmtp -a work");
	assert_null(read_config(state, "sendmail: /bin/sh")->sendmail);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		CASE(everything_that_is_said_is_kept),
		CASE(a_saved_filter_is_found_by_its_name),
		CASE(mail_domains_are_words_or_a_list_and_nothing_else),
		CASE(what_sends_mail_is_the_users_own),
		CASE(built_in_registers_come_first_with_what_is_added_to_them),
		CASE(nothing_said_leaves_the_defaults),
		CASE(a_newer_format_is_read_and_its_keys_are_no_fault),
		CASE(a_format_that_is_no_number_keeps_writers_away),
		CASE(a_fault_is_told_and_hides_nothing_else),
		CASE(two_own_registers_cannot_have_one_prefix),
		CASE(a_register_of_the_workspace_counts_before_a_built_in_one),
		CASE(own_fields_of_an_own_register_stand_with_it),
		CASE(there_is_a_limit_to_registers),
		CASE(a_line_that_is_no_yaml_hides_only_its_entry),
		CASE(the_users_file_names_programs),
		CASE(the_users_file_has_no_registers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

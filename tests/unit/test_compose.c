/* Updates of several records: how their new lines get into their files, or none does. */
#include "permits.h"

#include <sys/stat.h>
#include <unistd.h>

struct session {
	struct sandbox *box;
	struct pmo_workspace *workspace;
	struct pmo_update *update;
};

static struct session begin(struct sandbox *box, const struct pmo_update_options *options)
{
	struct session session = { .box = box, .workspace = sandbox_open(box) };
	assert_int_equal(pmo_update_begin(session.workspace, options, &session.update), PMO_OK);
	return session;
}

static struct pmo_draft *add(struct session *session, const char *name, const char *title)
{
	struct pmo_draft *draft;
	const struct pmo_schema *schema = pmo_workspace_schema(session->workspace, name);
	assert_int_equal(pmo_update_add(session->update, NULL, schema, NULL, &draft), PMO_OK);
	assert_int_equal(pmo_draft_set(draft, schema->title, title), PMO_OK);
	return draft;
}

static struct pmo_draft *edit(struct session *session, const char *id, const char *assignment)
{
	struct pmo_draft *draft;
	const struct pmo_record *record;
	assert_int_equal(pmo_workspace_find(session->workspace, NULL, id, &record), PMO_OK);
	assert_int_equal(pmo_update_edit(session->update, record, &draft), PMO_OK);
	enum pmo_result result = pmo_draft_assign(draft, assignment);
	if (result != PMO_OK)
		fail_msg("%s: %s", assignment, sandbox_messages(session->box));
	return draft;
}

static enum pmo_result commit(struct session *session)
{
	enum pmo_result result = pmo_update_commit(session->update);
	pmo_update_end(session->update);
	return result;
}

static bool has_private_folder(struct sandbox *box)
{
	char path[512];
	sandbox_path(box, ".pmo", path);
	return access(path, F_OK) == 0;
}

static void new_and_edited_records_of_several_files_are_one_commit(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS,
		      "PMT-001:\n  title: A\nPMT-002:\n  title: B\nPMT-003:\n  title: C\n");
	sandbox_write(box, "cadup/papers/PAP-004.yaml", "title: Letter\n");
	struct session session = begin(box, &plain_options);
	edit(&session, "PMT-3", "fee=3");
	add(&session, "permit", "D");
	edit(&session, "PMT-1", "fee=1");
	add(&session, "paper", "Fax");
	edit(&session, "PAP-4", "sent=fri");
	add(&session, "permit", "E");
	edit(&session, "PMT-1", "count=1");
	assert_int_equal(commit(&session), PMO_OK);
	assert_int_equal(pmo_update_written(session.update), 3);
	assert_string_equal(sandbox_read(box, PERMITS),
			    "PMT-001:\n  title: A\n  fee: 1.00\n  count: 1\nPMT-002:\n  title: B\n"
			    "PMT-003:\n  title: C\n  fee: 3.00\nPMT-004:\n  title: D\n\n"
			    "PMT-005:\n  title: E\n");
	assert_string_equal(sandbox_read(box, "cadup/papers/PAP-005.yaml"), "title: Fax\n");
	assert_string_equal(sandbox_read(box, "cadup/papers/PAP-004.yaml"),
			    "title: Letter\nsent: 2026-11-27\n");
	struct pmo_undo_item item;
	assert_int_equal(pmo_undo_last(sandbox_open(box), &item), PMO_OK);
	assert_int_equal(item.files, 3);
	assert_string_equal(sandbox_read(box, PERMITS),
			    "PMT-001:\n  title: A\nPMT-002:\n  title: B\nPMT-003:\n  title: C\n");
	assert_string_equal(sandbox_read(box, "cadup/papers/PAP-005.yaml"), "");
	assert_string_equal(sandbox_read(box, "cadup/papers/PAP-004.yaml"), "title: Letter\n");
}

static void a_new_record_joins_any_file_in_the_manner_of_its_neighbours(void **state)
{
	static const struct {
		const char *before, *after;
	} cases[] = {
		{ "", "PMT-001:\n  title: New\n" },
		{ "# permits\n", "# permits\nPMT-001:\n  title: New\n" },
		{ "\xef\xbb\xbf", "\xef\xbb\xbfPMT-001:\n  title: New\n" },
		{ "{}\n", "PMT-001:\n  title: New\n" },
		{ "# none\n{}  # yet\n", "# none\nPMT-001:\n  title: New\n  # yet\n" },
		{ "PMT-001:\n  title: A\n", "PMT-001:\n  title: A\n\nPMT-002:\n  title: New\n" },
		{ "PMT-001:\n  title: A", "PMT-001:\n  title: A\n\nPMT-002:\n  title: New\n" },
		{ "PMT-001:\n  title: A\n\nPMT-002:\n  title: B\n\n# the end\n",
		  "PMT-001:\n  title: A\n\nPMT-002:\n  title: B\n\n"
		  "PMT-003:\n  title: New\n\n# the end\n" },
		{ "PMT-001:\n  title: A\nPMT-002:\n  title: B\n",
		  "PMT-001:\n  title: A\nPMT-002:\n  title: B\nPMT-003:\n  title: New\n" },
		{ "PMT-001:\r\n  title: A\r\n",
		  "PMT-001:\r\n  title: A\r\n\r\nPMT-002:\r\n  title: New\r\n" },
		{ "PMT-001:\r\n  title: A",
		  "PMT-001:\r\n  title: A\r\n\r\nPMT-002:\r\n  title: New\r\n" },
		{ "\xef\xbb\xbfPMT-001:\n  title: A\n",
		  "\xef\xbb\xbfPMT-001:\n  title: A\n\nPMT-002:\n  title: New\n" },
		{ "---\nPMT-001:\n  title: A\n...\n",
		  "---\nPMT-001:\n  title: A\n\nPMT-002:\n  title: New\n...\n" },
		{ "PMT-007:\n  title: A\n  notes:\n    - x\n  # below\n",
		  "PMT-007:\n  title: A\n  notes:\n    - x\n  # below\n\n"
		  "PMT-008:\n  title: New\n" },
		{ "PMT-1000:\n  title: A\n", "PMT-1000:\n  title: A\n\nPMT-1001:\n  title: New\n" },
		{ "PMT-001:\n  title: |+\n    A\n\n",
		  "PMT-001:\n  title: |+\n    A\n\nPMT-002:\n  title: New\n" },
	};
	struct sandbox *box = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		sandbox_write(box, PERMITS, cases[i].before);
		struct attempt what = { .assignments = { "title=New" } };
		enum pmo_result result = try_out(box, &what);
		if (result != PMO_OK || strcmp(sandbox_read(box, PERMITS), cases[i].after) != 0)
			fail_msg("%s%s:\n%s", cases[i].before, pmo_result_name(result),
				 result == PMO_OK ? box->text : sandbox_messages(box));
	}
}

static void prose_in_a_file_of_windows_gets_its_line_ends(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS, "PMT-001:\r\n  title: A\r\n");
	struct attempt what = { .assignments = { "title=New", "about=two\nlines\n" } };
	if (try_out(box, &what) != PMO_OK)
		fail_msg("%s", sandbox_messages(box));
	assert_string_equal(
		sandbox_read(box, PERMITS),
		"PMT-001:\r\n  title: A\r\n\r\nPMT-002:\r\n  title: New\r\n  about: |\r\n"
		"    two\r\n    lines\r\n");
}

static void edits_keep_everything_else_of_any_file(void **state)
{
	static const struct {
		const char *before, *after;
	} cases[] = {
		{ "PMT-001:\r\n  title: A\r\n", "PMT-001:\r\n  title: A\r\n  fee: 1.00\r\n" },
		{ "PMT-001:\n  title: A", "PMT-001:\n  title: A\n  fee: 1.00" },
		{ "\xef\xbb\xbfPMT-001:\n  title: A\n",
		  "\xef\xbb\xbfPMT-001:\n  title: A\n  fee: 1.00\n" },
		{ "{PMT-001: {title: A}, PMT-002: {}}\n",
		  "{PMT-001: {title: A, fee: 1.00}, PMT-002: {}}\n" },
		{ "PMT-001: {title: A}\nPMT-002: {}\n",
		  "PMT-001: {title: A, fee: 1.00}\nPMT-002: {}\n" },
		{ "PMT-001:\nPMT-002:\n", "PMT-001:\n  fee: 1.00\nPMT-002:\n" },
		{ "\"PMT-001\":\n    title: A\n", "\"PMT-001\":\n    title: A\n    fee: 1.00\n" },
		{ "PMT-002:\n\tx\nPMT-001:\n  title: A\nodd\n",
		  "PMT-002:\n\tx\nPMT-001:\n  title: A\n  fee: 1.00\nodd\n" },
		{ "PMT-001:\n  title: A\n# end\n", "PMT-001:\n  title: A\n  fee: 1.00\n# end\n" },
	};
	struct sandbox *box = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		sandbox_write(box, PERMITS, cases[i].before);
		struct attempt what = { .id = "PMT-1", .assignments = { "fee=1" } };
		enum pmo_result result = try_out(box, &what);
		if (result != PMO_OK || strcmp(sandbox_read(box, PERMITS), cases[i].after) != 0)
			fail_msg("%s%s:\n%s", cases[i].before, pmo_result_name(result),
				 result == PMO_OK ? box->text : sandbox_messages(box));
	}
}

static void what_cannot_be_put_together_is_refused_and_not_written(void **state)
{
	static const char brackets[] = "{PMT-001: {title: A}, PMT-002: {}}\n";
	struct sandbox *box = *state;
	struct attempt what = { .assignments = { "title=New" } };
	sandbox_write(box, PERMITS, brackets);
	assert_int_equal(try_out(box, &what), PMO_UNSUPPORTED);
	assert_string_equal(sandbox_read(box, PERMITS), brackets);
	struct session session = begin(box, &plain_options);
	edit(&session, "PMT-1", "fee=1");
	edit(&session, "PMT-2", "fee=2");
	assert_int_equal(commit(&session), PMO_UNSUPPORTED);
	assert_string_equal(sandbox_read(box, PERMITS), brackets);
}

static void a_damaged_record_keeps_its_number(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS, "PMT-001:\n  title: A\nPMT-002:\n\ttitle: B\n");
	struct attempt what = { .assignments = { "title=New" } };
	assert_int_equal(try_out(box, &what), PMO_OK);
	assert_string_equal(
		sandbox_read(box, PERMITS),
		"PMT-001:\n  title: A\n\nPMT-003:\n  title: New\nPMT-002:\n\ttitle: B\n");
}

static void numbers_end_somewhere(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS, "PMT-999999999:\n  title: A\nPMT-99999999999:\n  title: B\n");
	struct attempt what = { .assignments = { "title=New" } };
	assert_int_equal(try_out(box, &what), PMO_REFUSED);
	assert_non_null(strstr(sandbox_messages(box), "there is no number left for a permit"));
}

static void a_file_changed_by_hand_meanwhile_is_a_conflict(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS, "PMT-001:\n  title: A\n");
	struct session session = begin(box, &plain_options);
	edit(&session, "PMT-1", "fee=1");
	add(&session, "paper", "Fax");
	sandbox_write(box, PERMITS, "PMT-001:\n  title: by hand\n");
	assert_int_equal(commit(&session), PMO_CONFLICT);
	assert_string_equal(sandbox_read(box, PERMITS), "PMT-001:\n  title: by hand\n");
	assert_string_equal(sandbox_read(box, "cadup/papers/PAP-001.yaml"), "");
}

static void a_dry_run_judges_and_writes_nothing(void **state)
{
	struct sandbox *box = *state;
	struct pmo_update_options dry = { .on = PMO_DATE_NONE, .dry = true };
	sandbox_write(box, PERMITS, "PMT-001:\n  title: A\n");
	for (int round = 0; round < 2; round++) {
		struct session session = begin(box, &dry);
		struct pmo_draft *made = add(&session, "permit", "B");
		assert_string_equal(pmo_draft_record(made)->id, "PMT-002");
		edit(&session, "PMT-1", "fee=1");
		assert_int_equal(commit(&session), PMO_OK);
		assert_int_equal(pmo_update_written(session.update), 1);
	}
	assert_string_equal(sandbox_read(box, PERMITS), "PMT-001:\n  title: A\n");
	assert_false(has_private_folder(box));
}

static void records_of_one_update_may_name_each_other(void **state)
{
	struct sandbox *box = *state;
	struct session session = begin(box, &plain_options);
	struct pmo_draft *first = add(&session, "permit", "A");
	struct pmo_draft *second = add(&session, "permit", "B");
	assert_int_equal(pmo_draft_assign(second, "needs=pmt1"), PMO_OK);
	assert_int_equal(pmo_draft_assign(first, "needs=cadup/PMT-2"), PMO_OK);
	assert_int_equal(pmo_draft_assign(first, "needs+=PMT-3"), PMO_INVALID);
	if (commit(&session) != PMO_OK)
		fail_msg("%s", sandbox_messages(box));
	assert_string_equal(sandbox_read(box, PERMITS),
			    "PMT-001:\n  title: A\n  needs: [PMT-002]\n\n"
			    "PMT-002:\n  title: B\n  needs: [PMT-001]\n");
}

static void a_reference_to_what_the_same_update_voids_is_refused(void **state)
{
	struct sandbox *box = *state;
	struct pmo_update_options why = { .on = PMO_DATE_NONE, .note = "wrong" };
	sandbox_write(box, PERMITS, "PMT-001:\n  title: A\nPMT-002:\n  title: B\n");
	struct session session = begin(box, &why);
	struct pmo_draft *draft = edit(&session, "PMT-1", "fee=1");
	assert_int_equal(pmo_draft_move(draft, "void"), PMO_OK);
	edit(&session, "PMT-2", "needs=PMT-1");
	assert_int_equal(commit(&session), PMO_REFUSED);
	assert_non_null(strstr(sandbox_messages(box), "needs 'PMT-001' is void"));
}

static void handles_are_given_once(void **state)
{
	struct sandbox *box = *state;
	struct pmo_draft *draft;
	struct session session = begin(box, &plain_options);
	const struct pmo_schema *person = pmo_workspace_schema(session.workspace, "person");
	static const struct {
		const char *id;
		enum pmo_result result;
	} cases[] = {
		{ "dsp", PMO_EXISTS }, { "dee", PMO_EXISTS },  { NULL, PMO_USAGE },
		{ "a b", PMO_USAGE },  { "RSK-3", PMO_USAGE }, { "NET", PMO_OK },
		{ "net", PMO_EXISTS },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(pmo_update_add(session.update, NULL, person, cases[i].id, &draft),
				 cases[i].result);
	const struct pmo_schema *project = pmo_workspace_schema(session.workspace, "project");
	assert_int_equal(pmo_update_add(session.update, NULL, project, "x", &draft), PMO_USAGE);
	pmo_update_end(session.update);
}

static void one_of_two_records_of_an_id_is_edited_where_it_stands(void **state)
{
	struct sandbox *box = *state;
	struct pmo_draft *draft;
	const struct pmo_record *record, *before;
	sandbox_write(box, PERMITS, "PMT-001:\n  title: A\nPMT-001:\n  title: B\n");
	struct pmo_workspace *workspace = sandbox_open(box);
	struct pmo_update *update;
	assert_int_equal(pmo_workspace_find(workspace, NULL, "permits.yaml:4", &before), PMO_OK);
	assert_int_equal(pmo_update_begin(workspace, &plain_options, &update), PMO_OK);
	assert_int_equal(pmo_workspace_find(workspace, NULL, "PMT-1", &record), PMO_USAGE);
	assert_int_equal(pmo_update_edit(update, before, &draft), PMO_OK);
	assert_int_equal(pmo_draft_assign(draft, "title=C"), PMO_OK);
	assert_int_equal(pmo_workspace_find(workspace, NULL, "cadup/permits.yaml:1:1", &record),
			 PMO_OK);
	assert_int_equal(pmo_update_edit(update, record, &draft), PMO_OK);
	assert_int_equal(pmo_draft_assign(draft, "title=D"), PMO_OK);
	assert_int_equal(pmo_update_commit(update), PMO_OK);
	pmo_update_end(update);
	assert_string_equal(sandbox_read(box, PERMITS),
			    "PMT-001:\n  title: D\nPMT-001:\n  title: C\n");
}

static void a_text_from_an_editor_replaces_the_record_and_no_more(void **state)
{
	static const struct {
		const char *text;
		enum pmo_result result;
		const char *after;
	} cases[] = {
		{ "PMT-001:\n  title: new", PMO_OK,
		  "PMT-001:\n  title: new\nPMT-002:\n  title: B\n" },
		{ "# c\nPMT-001: {title: new}\n", PMO_OK,
		  "# c\nPMT-001: {title: new}\nPMT-002:\n  title: B\n" },
		{ "PMT-003:\n  title: new\n", PMO_INVALID, NULL },
		{ "PMT-001:\n  title: new\nPMT-003:\n", PMO_INVALID, NULL },
		{ "", PMO_INVALID, NULL },
		{ "PMT-001:\n  title: new\n  title: twice\n", PMO_INVALID, NULL },
		{ "PMT-001:\n\ttitle: new\n", PMO_INVALID, NULL },
	};
	struct sandbox *box = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		static const char before[] = "PMT-001:\n  title: A\nPMT-002:\n  title: B\n";
		sandbox_write(box, PERMITS, before);
		struct session session = begin(box, &plain_options);
		struct pmo_draft *draft = edit(&session, "PMT-1", "title=A");
		assert_int_equal(pmo_draft_replace(draft, cases[i].text, strlen(cases[i].text)),
				 cases[i].result);
		enum pmo_result result = commit(&session);
		if (result != PMO_OK)
			fail_msg("%s: %s", cases[i].text, sandbox_messages(box));
		assert_string_equal(sandbox_read(box, PERMITS),
				    cases[i].after ? cases[i].after : before);
	}
}

static void a_record_in_a_faulty_file_of_its_own_cannot_be_edited(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, "cadup/papers/PAP-001.yaml", "title: [\n");
	struct attempt what = { .id = "PAP-1", .assignments = { "title=New" } };
	assert_int_equal(try_out(box, &what), PMO_REFUSED);
	assert_non_null(strstr(sandbox_messages(box),
			       "PAP-001 cannot be changed: cadup/papers/PAP-001.yaml has a fault"));
}

static void the_same_evidence_is_kept_once_and_other_bytes_beside_it(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS, "PMT-001:\n  title: A\n");
	struct pmo_attachment first = { "mail.eml", "one", 3, NULL };
	struct pmo_attachment second = { "in/mail.eml", "two", 3, "the other" };
	for (int round = 0; round < 2; round++) {
		struct session session = begin(box, &plain_options);
		struct pmo_draft *draft = edit(&session, "PMT-1", "title=A");
		assert_int_equal(pmo_draft_attach(draft, &first), PMO_OK);
		assert_int_equal(pmo_draft_attach(draft, &second), PMO_OK);
		assert_int_equal(pmo_draft_attach(draft, &first), PMO_OK);
		assert_int_equal(commit(&session), PMO_OK);
	}
	assert_string_equal(sandbox_read(box, "cadup/files/PMT-001-mail.eml"), "one");
	assert_string_equal(sandbox_read(box, "cadup/files/PMT-001-002-mail.eml"), "two");
	assert_string_equal(sandbox_read(box, "cadup/files/PMT-001-003-mail.eml"), "");
	sandbox_read(box, PERMITS);
	const char *list = strstr(box->text, "attachments:");
	assert_non_null(list);
	const char *item = strstr(list, "- file: files/PMT-001-002-mail.eml");
	assert_non_null(item);
	assert_null(strstr(item + 1, "- file"));
}

static void a_file_of_any_name_is_kept_under_a_plain_one(void **state)
{
	static const struct {
		const char *name, *kept;
	} cases[] = {
		{ "../../x y.pdf", "cadup/files/PMT-001-x_y.pdf" },
		{ ".profile", "cadup/files/PMT-001-file.profile" },
		{ "a/", "cadup/files/PMT-001-file" },
		{ "m\xc3\xbc.txt", "cadup/files/PMT-001-m__.txt" },
	};
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS, "PMT-001:\n  title: A\n");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct pmo_attachment file = { cases[i].name, "x", 1, NULL };
		struct session session = begin(box, &plain_options);
		assert_int_equal(pmo_draft_attach(edit(&session, "PMT-1", "title=A"), &file),
				 PMO_OK);
		assert_int_equal(commit(&session), PMO_OK);
		assert_string_equal(sandbox_read(box, cases[i].kept), "x");
	}
	struct session session = begin(box, &plain_options);
	struct pmo_attachment huge = { "huge", "", (size_t)65 << 20, NULL };
	assert_int_equal(pmo_draft_attach(edit(&session, "PMT-1", "title=A"), &huge), PMO_REFUSED);
	assert_int_equal(pmo_update_write_file(session.update, "cadup/sheet.txt", "s", 1), PMO_OK);
	assert_int_equal(commit(&session), PMO_OK);
	assert_string_equal(sandbox_read(box, "cadup/sheet.txt"), "s");
}

static void a_newer_format_is_read_and_never_written(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, "pmo.yaml", "format: 2\n");
	struct pmo_update *update;
	struct pmo_workspace *workspace = sandbox_open(box);
	assert_int_equal(pmo_update_begin(workspace, &plain_options, &update), PMO_REFUSED);
	pmo_update_end(update);
	assert_false(has_private_folder(box));
}

static void what_is_found_after_a_commit_is_what_stands_there(void **state)
{
	struct sandbox *box = *state;
	const struct pmo_record *record;
	sandbox_write(box, PERMITS, "PMT-001:\n  title: A\n");
	struct session session = begin(box, &plain_options);
	edit(&session, "PMT-1", "title=B");
	assert_int_equal(commit(&session), PMO_OK);
	assert_int_equal(pmo_workspace_find(session.workspace, NULL, "PMT-1", &record), PMO_OK);
	assert_string_equal(pmo_record_text(record, record->schema->title), "B");
}

static void only_faults_that_an_update_brings_stop_it(void **state)
{
	struct sandbox *box = *state;
	sandbox_write(box, PERMITS, "PMT-001:\n  title: A\n  needs: [PMT-9]\n  fee: lots\n");
	struct session session = begin(box, &plain_options);
	edit(&session, "PMT-1", "count=1");
	assert_int_equal(commit(&session), PMO_OK);
	static const char text[] = "PMT-001:\n  title: A\n  needs: [PMT-8]\n";
	session = begin(box, &plain_options);
	assert_int_equal(pmo_draft_replace(edit(&session, "PMT-1", "count=1"), text, strlen(text)),
			 PMO_OK);
	assert_int_equal(commit(&session), PMO_REFUSED);
	assert_non_null(strstr(sandbox_messages(box), "needs 'PMT-8' is no permit"));
}

static void many_records_of_one_file_are_edited_at_once(void **state)
{
	struct sandbox *box = *state;
	struct pmo_buffer text, expected;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&expected, PMO_BUFFER_LIMIT);
	for (int i = 1; i <= 60; i++) {
		pmo_buffer_add_format(&text, "PMT-%03d:\n    title: A\n", i);
		pmo_buffer_add_format(&expected, "PMT-%03d:\n    title: A\n    fee: %d.00\n", i, i);
	}
	sandbox_write(box, PERMITS, text.data);
	struct session session = begin(box, &plain_options);
	for (int i = 60; i >= 1; i--) {
		char id[16], fee[16];
		snprintf(id, sizeof(id), "PMT-%d", i);
		snprintf(fee, sizeof(fee), "fee=%d", i);
		edit(&session, id, fee);
	}
	assert_int_equal(commit(&session), PMO_OK);
	assert_string_equal(sandbox_read(box, PERMITS), expected.data);
	pmo_buffer_release(&text);
	pmo_buffer_release(&expected);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, permits_set_up, permits_tear_down)
	const struct CMUnitTest tests[] = {
		CASE(new_and_edited_records_of_several_files_are_one_commit),
		CASE(a_new_record_joins_any_file_in_the_manner_of_its_neighbours),
		CASE(prose_in_a_file_of_windows_gets_its_line_ends),
		CASE(edits_keep_everything_else_of_any_file),
		CASE(what_cannot_be_put_together_is_refused_and_not_written),
		CASE(a_damaged_record_keeps_its_number),
		CASE(numbers_end_somewhere),
		CASE(a_file_changed_by_hand_meanwhile_is_a_conflict),
		CASE(a_dry_run_judges_and_writes_nothing),
		CASE(records_of_one_update_may_name_each_other),
		CASE(a_reference_to_what_the_same_update_voids_is_refused),
		CASE(handles_are_given_once),
		CASE(one_of_two_records_of_an_id_is_edited_where_it_stands),
		CASE(a_text_from_an_editor_replaces_the_record_and_no_more),
		CASE(a_record_in_a_faulty_file_of_its_own_cannot_be_edited),
		CASE(the_same_evidence_is_kept_once_and_other_bytes_beside_it),
		CASE(a_file_of_any_name_is_kept_under_a_plain_one),
		CASE(a_newer_format_is_read_and_never_written),
		CASE(what_is_found_after_a_commit_is_what_stands_there),
		CASE(only_faults_that_an_update_brings_stop_it),
		CASE(many_records_of_one_file_are_edited_at_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

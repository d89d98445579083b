/*
 * Memory ends at any point of an update: the result says so, the tree is the old one or
 * the new one, and nothing else happens.
 *
 * The C library's own allocator is put behind one that fails; sanitizers have theirs in
 * that place, so under them there is nothing to test.
 */
#include "permits.h"

#include <errno.h>

#ifdef __has_feature
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define HAS_OWN_ALLOCATOR
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define HAS_OWN_ALLOCATOR
#endif

static unsigned long calls, fails_at;
static bool for_good;

#if !defined(HAS_OWN_ALLOCATOR) && defined(__GLIBC__)
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);

void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *memory, size_t size);

static bool fails(void)
{
	calls++;
	if (!fails_at || calls < fails_at || (calls > fails_at && !for_good))
		return false;
	errno = ENOMEM;
	return true;
}

void *malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
	return fails() ? NULL : __libc_realloc(memory, size);
}
#endif

static const char permits[] = "PMT-001:\n  title: A\n  status: applied\n  fee: 7.00\n";
static const char paper[] = "title: Letter\npermit: PMT-001\n";

static const char new_permits[] =
	"PMT-001:\n  title: A\n  status: granted\n  fee: 7.00\n  lead: PC\n  due: 2026-11-27\n"
	"  issued: 2026-11-20\n  inspections: [2026-11-18 pass]\n  history:\n"
	"    - 2026-11-20 applied>granted PC: at last\n"
	"\nPMT-002:\n  title: B\n  needs: [PMT-001]\n"
	"  notes:\n    - 2026-11-20 PC: at last\n";
static const char new_paper[] = "title: Letter\nsent: 2026-11-19\npermit: PMT-001\n"
				"notes:\n  - 2026-11-20 PC: at last\n";

static enum pmo_result change_some(struct pmo_update *update, const struct pmo_schema *schema)
{
	struct pmo_draft *draft;
	const struct pmo_record *record;
	struct pmo_workspace *workspace = update->workspace;
	enum pmo_result result = pmo_workspace_find(workspace, NULL, "pmt1", &record);
	if (result == PMO_OK)
		result = pmo_update_edit(update, record, &draft);
	if (result == PMO_OK)
		result = pmo_draft_assign(draft, "due=fri");
	if (result == PMO_OK)
		result = pmo_draft_assign(draft, "inspections+=2026-11-18 pass");
	if (result == PMO_OK)
		result = pmo_draft_move(draft, "grant");
	if (result == PMO_OK)
		result = pmo_update_add(update, NULL, schema, NULL, &draft);
	if (result == PMO_OK)
		result = pmo_draft_assign(draft, "title=B");
	if (result == PMO_OK)
		result = pmo_draft_assign(draft, "needs=PMT-1");
	if (result == PMO_OK)
		result = pmo_workspace_find(workspace, NULL, "PAP-001", &record);
	if (result == PMO_OK)
		result = pmo_update_edit(update, record, &draft);
	return result == PMO_OK ? pmo_draft_assign(draft, "sent=2026-11-19") : result;
}

static enum pmo_result run(struct sandbox *box)
{
	struct pmo_update_options options = { .on = PMO_DATE_NONE, .note = "at last" };
	struct pmo_update *update = NULL;
	sandbox_close(box);
	pmo_diags_init(&box->diags, &box->arena);
	enum pmo_result result = pmo_workspace_open(&box->env, &box->diags, &box->workspace);
	if (result == PMO_OK)
		result = pmo_update_begin(box->workspace, &options, &update);
	const struct pmo_schema *schema =
		result == PMO_OK ? pmo_workspace_schema(box->workspace, "permit") : NULL;
	if (result == PMO_OK)
		result = schema ? change_some(update, schema) : PMO_NO_MEMORY;
	if (result == PMO_OK)
		result = pmo_update_commit(update);
	pmo_update_end(update);
	return result;
}

static void put_back(struct sandbox *box)
{
	sandbox_write(box, PERMITS, permits);
	sandbox_write(box, "cadup/papers/PAP-001.yaml", paper);
}

static bool is_tree(struct sandbox *box, const char *first, const char *second)
{
	return strcmp(sandbox_read(box, PERMITS), first) == 0 &&
	       strcmp(sandbox_read(box, "cadup/papers/PAP-001.yaml"), second) == 0;
}

static void check_point(struct sandbox *box, unsigned long point)
{
	put_back(box);
	calls = 0;
	fails_at = point;
	enum pmo_result result = run(box);
	fails_at = 0;
	bool is_new = is_tree(box, new_permits, new_paper);
	if (result == PMO_OK ? !is_new : result != PMO_NO_MEMORY)
		fail_msg("call %lu%s: %s: %s", point, for_good ? " and on" : "",
			 pmo_result_name(result), sandbox_messages(box));
	if (is_new || is_tree(box, permits, paper))
		return;
	/* Several files: the next writer completes what has begun. */
	struct pmo_update *update;
	assert_int_equal(pmo_update_begin(sandbox_open(box), &plain_options, &update), PMO_OK);
	pmo_update_end(update);
	if (!is_tree(box, new_permits, new_paper) && !is_tree(box, permits, paper))
		fail_msg("call %lu: neither old nor new:\n%s", point, sandbox_read(box, PERMITS));
}

static void check_all(struct sandbox *box)
{
	put_back(box);
	calls = 0;
	if (run(box) != PMO_OK)
		fail_msg("%s", sandbox_messages(box));
	assert_string_equal(sandbox_read(box, PERMITS), new_permits);
	assert_string_equal(sandbox_read(box, "cadup/papers/PAP-001.yaml"), new_paper);
	unsigned long count = calls;
	if (!count)
		skip();
	/* All points take long; PMO_TEST_ALL tries each. */
	unsigned long stride = getenv("PMO_TEST_ALL") ? 1 : count / 300 + 1;
	for (unsigned long point = 1; point <= count; point += stride)
		check_point(box, point);
}

static void one_failed_allocation_changes_nothing_or_nothing_but_what_was_asked(void **state)
{
	for_good = false;
	check_all(*state);
}

static void memory_that_ends_for_good_does_not_either(void **state)
{
	for_good = true;
	check_all(*state);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, permits_set_up, permits_tear_down)
	const struct CMUnitTest tests[] = {
		CASE(one_failed_allocation_changes_nothing_or_nothing_but_what_was_asked),
		CASE(memory_that_ends_for_good_does_not_either),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * A sandbox whose workspace becomes a document, and a document that becomes a workspace.
 * Included by tests of whole workspaces; everything is static.
 */
#ifndef TESTS_EXCHANGE_BOX_H
#define TESTS_EXCHANGE_BOX_H

#include "sandbox.h"

#include <pmo/exchange.h>

static inline int set_up(void **state)
{
	*state = sandbox_new();
	return 0;
}

static inline int tear_down(void **state)
{
	sandbox_free(*state);
	return 0;
}

/* The document of the sandbox's workspace, in the sandbox's arena. */
static inline const char *export_of(struct sandbox *box, size_t *length)
{
	struct pmo_buffer out;
	size_t records;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	assert_int_equal(pmo_export_json(sandbox_open(box), &out, &records), PMO_OK);
	char *copy = pmo_arena_copy(&box->arena, out.data, out.length);
	*length = out.length;
	pmo_buffer_release(&out);
	assert_non_null(copy);
	return copy;
}

static inline enum pmo_result create(struct sandbox *box, const char *text, size_t length)
{
	struct pmo_source source = { "x.json", text, length, 0 };
	struct pmo_intake intake = { .arena = &box->arena, .diags = &box->diags };
	intake.source = pmo_arena_alloc(&box->arena, sizeof(source));
	assert_non_null(intake.source);
	memcpy((void *)intake.source, &source, sizeof(source));
	sandbox_close(box);
	pmo_diags_init(&box->diags, &box->arena);
	enum pmo_result result = pmo_intake_open(&intake);
	return result == PMO_OK ? pmo_intake_create(&intake, &box->env, false) : result;
}

static inline void expect_in(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("'%s' is not in:\n%s", part, text);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif

/* A sandbox that is a git repository, for the tests of what git is asked. */
#ifndef TESTS_GITBOX_H
#define TESTS_GITBOX_H

#include "sandbox.h"

#include "base/process.h"

struct gitbox {
	struct sandbox *box;
	char git[256]; /* absolute path; "": there is none, the tests are skipped */
	char home[80];
	const char *variables[16];
};

/* Runs a script in the sandbox's folder; its output without the last line's end. */
static inline const char *gitbox_run(struct gitbox *test, const char *script)
{
	char line[4096];
	struct pmo_buffer output;
	snprintf(line, sizeof(line), "cd %s && { %s; } 2>&1", test->box->path, script);
	const char *words[] = { "sh", "-c", line, NULL };
	struct process_call call = { "/bin/sh", words, test->variables };
	pmo_buffer_init(&output, 1 << 20);
	struct process_exchange exchange = { .output = &output };
	assert_int_equal(process_run(&call, &exchange), PMO_OK);
	char *copy = pmo_arena_copy(&test->box->arena, output.data, output.length);
	assert_non_null(copy);
	if (exchange.status != 0)
		fail_msg("%s: %d: %s", script, exchange.status, copy);
	if (output.length && copy[output.length - 1] == '\n')
		copy[output.length - 1] = '\0';
	pmo_buffer_release(&output);
	return copy;
}

static inline void gitbox_find_git(struct gitbox *test)
{
	static const char *const places[] = { "/usr/bin/git", "/usr/local/bin/git", "/bin/git",
					      "/opt/homebrew/bin/git" };
	for (size_t i = 0; i < sizeof(places) / sizeof(*places) && !*test->git; i++)
		if (access(places[i], X_OK) == 0)
			snprintf(test->git, sizeof(test->git), "%s", places[i]);
}

static inline int gitbox_setup(void **state)
{
	static const char *const variables[] = {
		"PATH=/usr/bin:/bin:/usr/local/bin:/opt/homebrew/bin",
		"GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=Pat",
		"GIT_AUTHOR_EMAIL=pc@example.org",
		"GIT_COMMITTER_NAME=Pat",
		"GIT_COMMITTER_EMAIL=pc@example.org",
		"GIT_CEILING_DIRECTORIES=/tmp",
	};
	struct gitbox *test = calloc(1, sizeof(*test));
	assert_non_null(test);
	test->box = sandbox_new();
	gitbox_find_git(test);
	snprintf(test->home, sizeof(test->home), "HOME=%s", test->box->path);
	memcpy(test->variables, variables, sizeof(variables));
	test->variables[sizeof(variables) / sizeof(*variables)] = test->home;
	test->box->env.git = *test->git ? test->git : NULL;
	test->box->env.variables = test->variables;
	test->box->env.zoneinfo = "/usr/share/zoneinfo";
	*state = test;
	return 0;
}

static inline int gitbox_teardown(void **state)
{
	struct gitbox *test = *state;
	sandbox_free(test->box);
	free(test);
	return 0;
}

#endif

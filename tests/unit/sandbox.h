/*
 * A folder for one test, with files written into it and a workspace opened on it.
 * Included by tests of the store; everything is static.
 */
#ifndef TESTS_SANDBOX_H
#define TESTS_SANDBOX_H

#include "unit.h"

#include <ftw.h>
#include <pmo/update.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct sandbox {
	char path[64];
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_env env;
	struct pmo_workspace *workspace;
	char text[1 << 16]; /* the file read last */
};

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *ftw)
{
	(void)status, (void)type, (void)ftw;
	return remove(path);
}

static void sandbox_path(const struct sandbox *box, const char *name, char path[512])
{
	snprintf(path, 512, "%s/%.400s", box->path, name);
}

/* Writes a file, making the folders on its way. */
static inline void sandbox_write(struct sandbox *box, const char *name, const char *text)
{
	char path[512];
	sandbox_path(box, name, path);
	for (char *slash = strchr(path + strlen(box->path) + 1, '/'); slash;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(path, 0777);
		*slash = '/';
	}
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	assert_int_equal(fputs(text, file) < 0, 0);
	assert_int_equal(fclose(file), 0);
}

/* The text of a file; "" when it is not there. */
static inline const char *sandbox_read(struct sandbox *box, const char *name)
{
	char path[512];
	sandbox_path(box, name, path);
	FILE *file = fopen(path, "r");
	size_t length = file ? fread(box->text, 1, sizeof(box->text) - 1, file) : 0;
	box->text[length] = '\0';
	if (file)
		fclose(file);
	return box->text;
}

static inline struct sandbox *sandbox_new(void)
{
	struct sandbox *box = calloc(1, sizeof(*box));
	assert_non_null(box);
	snprintf(box->path, sizeof(box->path), "/tmp/pmo-test-XXXXXX");
	assert_non_null(mkdtemp(box->path));
	pmo_arena_init(&box->arena);
	pmo_diags_init(&box->diags, &box->arena);
	assert_int_equal(pmo_date_from_civil(2026, 11, 20, &box->env.today), PMO_OK);
	box->env.directory = box->path;
	box->env.user = "PC";
	box->env.command = "test";
	box->env.holder = "a test";
	box->env.lock_wait = 1000;
	return box;
}

static inline void sandbox_close(struct sandbox *box)
{
	pmo_workspace_close(box->workspace);
	box->workspace = NULL;
}

/* Opens the workspace anew; diagnostics start from nothing. */
static inline struct pmo_workspace *sandbox_open(struct sandbox *box)
{
	sandbox_close(box);
	pmo_diags_init(&box->diags, &box->arena);
	assert_int_equal(pmo_workspace_open(&box->env, &box->diags, &box->workspace), PMO_OK);
	return box->workspace;
}

static inline void sandbox_free(struct sandbox *box)
{
	sandbox_close(box);
	pmo_arena_release(&box->arena);
	nftw(box->path, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
	free(box);
}

/* The messages so far, one a line, as a pipe would get them. */
static inline const char *sandbox_messages(struct sandbox *box)
{
	struct pmo_buffer out;
	pmo_buffer_init(&out, sizeof(box->text) - 1);
	for (const struct pmo_diag *diag = box->diags.first; diag; diag = diag->next)
		pmo_diag_format(diag, false, &out);
	snprintf(box->text, sizeof(box->text), "%s", out.data);
	pmo_buffer_release(&out);
	return box->text;
}

#endif

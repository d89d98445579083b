/*
 * `pmo publish DIR`: the workspace as a folder of pages. The folder keeps a list of the pages
 * that were written, so that what is gone can be taken away, and nothing else ever is.
 */
#include "cli/cli.h"
#include "cli/save.h"
#include "commands.h"

#include <pmo/site.h>

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct publish_options {
	const char *audience;
};

static const struct option options[] = {
	{ .name = "audience",
	  CLI_TEXT(struct publish_options, audience),
	  .arg = "WHO",
	  .help = "internal, vendor or public; internal when nothing is said" },
	{ 0 },
};

#define MARKER "pmo-publish.txt"

static const char first_line[] = "Pages that pmo publish wrote here; it takes away those that are "
				 "gone.\n";

struct publish {
	struct cli *cli;
	const char *folder;
	struct pmo_buffer list; /* of the pages, a line each */
	size_t pages, written, removed;
};

static const char *below(const struct publish *publish, const char *path)
{
	return pmo_arena_format(&publish->cli->arena, "%s/%s", publish->folder, path);
}

static enum pmo_result fail(const char *path)
{
	cli_say("%s: %s", path, strerror(errno));
	return PMO_IO;
}

/* A file that says the same already is not touched: copying tools then leave it alone. */
static bool is_same(struct publish *publish, const char *path, const char *bytes, size_t length)
{
	char *old;
	size_t old_length;
	if (access(path, R_OK) != 0 ||
	    cli_read_file(publish->cli, path, &old, &old_length) != PMO_OK)
		return false;
	return old_length == length && memcmp(old, bytes, length) == 0;
}

static enum pmo_result write_file(struct publish *publish, const char *name, const char *bytes,
				  size_t length)
{
	const char *path = below(publish, name);
	if (!path)
		return PMO_NO_MEMORY;
	if (publish->cli->dry_run || is_same(publish, path, bytes, length))
		return PMO_OK;
	const char *part = pmo_arena_format(&publish->cli->arena, "%s.part", path);
	int file = part ? save_open_part(part) : -1;
	if (file < 0)
		return part ? fail(part) : PMO_NO_MEMORY;
	bool fine = save_set_mode(file, 0644) && save_write(file, bytes, length) && save_sync(file);
	fine = close(file) == 0 && fine;
	if (!fine || !save_rename(part, path))
		return fail(path);
	publish->written++;
	return PMO_OK;
}

static enum pmo_result put(void *to, const char *path, const struct pmo_buffer *page)
{
	struct publish *publish = to;
	const char *slash = strchr(path, '/');
	if (slash && !publish->cli->dry_run) {
		const char *name =
			pmo_arena_copy(&publish->cli->arena, path, (size_t)(slash - path));
		const char *folder = name ? below(publish, name) : NULL;
		if (!folder)
			return PMO_NO_MEMORY;
		if (save_make_folder(folder) < 0 && errno != EEXIST)
			return fail(folder);
	}
	pmo_buffer_add_format(&publish->list, "%s\n", path);
	publish->pages++;
	return publish->list.failed ? PMO_NO_MEMORY
				    : write_file(publish, path, page->data, page->length);
}

/* What a list may name: a page in the folder or one below; nothing leads out of it. */
static bool is_page(const char *name, size_t length)
{
	size_t slashes = 0;
	if (length < 6 || memcmp(name + length - 5, ".html", 5) != 0 || *name == '/')
		return false;
	for (size_t i = 0; i < length; i++) {
		slashes += name[i] == '/';
		bool starts = i == 0 || name[i - 1] == '/';
		if ((starts && name[i] == '.') || (unsigned char)name[i] < ' ')
			return false;
	}
	return slashes <= 1;
}

static bool is_listed(const char *list, const char *name, size_t length)
{
	for (const char *line = list; *line;) {
		size_t size = strcspn(line, "\n");
		if (size == length && memcmp(line, name, length) == 0)
			return true;
		line += size + (line[size] == '\n');
	}
	return false;
}

static enum pmo_result remove_page(struct publish *publish, const char *name, size_t length)
{
	char *copy = pmo_arena_copy(&publish->cli->arena, name, length);
	const char *path = copy ? below(publish, copy) : NULL;
	if (!path)
		return PMO_NO_MEMORY;
	if (publish->cli->dry_run) {
		publish->removed += access(path, F_OK) == 0;
		return PMO_OK;
	}
	if (unlink(path) == 0)
		publish->removed++;
	else if (errno != ENOENT)
		return fail(path);
	/* Its folder goes with its last page; another file in it keeps it. */
	char *slash = strchr(copy, '/');
	if (slash) {
		*slash = '\0';
		const char *folder = below(publish, copy);
		if (folder)
			(void)rmdir(folder);
	}
	return PMO_OK;
}

/* Takes away pages that were there last time and are not now. */
static enum pmo_result remove_gone(struct publish *publish, const char *old)
{
	enum pmo_result result = PMO_OK;
	while (*old && result == PMO_OK) {
		size_t length = strcspn(old, "\n");
		if (is_page(old, length) && !is_listed(publish->list.data, old, length))
			result = remove_page(publish, old, length);
		old += length + (old[length] == '\n');
	}
	return result;
}

/* 1: it holds nothing, 0: something, -1: it cannot be read. */
static int is_empty(const char *path)
{
	DIR *folder = opendir(path);
	int empty = folder ? 1 : -1;
	const struct dirent *entry;
	while (folder && empty == 1 && (entry = readdir(folder)))
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			empty = 0;
	if (folder)
		closedir(folder);
	return empty;
}

/* Makes the folder its own; *old is the list of last time, "" when there was none. */
static enum pmo_result claim(struct publish *publish, const char **old)
{
	const char *marker = below(publish, MARKER);
	char *bytes;
	size_t length;
	*old = "";
	if (!marker)
		return PMO_NO_MEMORY;
	int empty = is_empty(publish->folder);
	if (empty < 0 && errno == ENOENT) {
		empty = 1;
		if (!publish->cli->dry_run && save_make_folder(publish->folder) < 0)
			return fail(publish->folder);
	}
	if (empty < 0)
		return fail(publish->folder);
	if (empty)
		return write_file(publish, MARKER, first_line, sizeof(first_line) - 1);
	if (access(marker, F_OK) != 0) {
		cli_say("%s holds other files and was not made by pmo publish; give it an empty or "
			"a new folder",
			publish->folder);
		return PMO_REFUSED;
	}
	enum pmo_result result = cli_read_file(publish->cli, marker, &bytes, &length);
	if (result == PMO_OK)
		*old = bytes;
	return result;
}

static enum pmo_result make(struct publish *publish, enum pmo_audience audience)
{
	const struct pmo_site_taker taker = { put, publish };
	const struct pmo_project *only = NULL;
	const char *old;
	/* PMO_PROJECT says where somebody works, not what others are to see. */
	enum pmo_result result =
		publish->cli->project ? pmo_workspace_need_project(publish->cli->workspace, &only)
				      : PMO_OK;
	if (result == PMO_OK)
		result = claim(publish, &old);
	if (result != PMO_OK)
		return result;
	pmo_buffer_add(&publish->list, first_line, sizeof(first_line) - 1);
	result = pmo_site_make(publish->cli->workspace, audience, only, &taker);
	if (result == PMO_REFUSED)
		cli_say("no project is for this audience; let one out with: pmo set project "
			"visibility=%s",
			pmo_audience_name(audience));
	if (result == PMO_OK)
		result = remove_gone(publish, old);
	size_t pages = publish->written;
	if (result == PMO_OK)
		result = write_file(publish, MARKER, publish->list.data, publish->list.length);
	publish->written = pages;
	return result;
}

static enum pmo_result run(struct cli *cli, int argc, char **argv)
{
	const struct publish_options *wanted = cli->options;
	enum pmo_audience audience = PMO_AUDIENCE_INTERNAL;
	struct publish publish = { .cli = cli, .folder = argv[0] };
	(void)argc;
	if (wanted->audience && !pmo_audience_find(wanted->audience, &audience))
		return cli_usage("--audience: '%s' is none of internal, vendor, public",
				 wanted->audience);
	if (!*argv[0])
		return cli_usage("which folder?");
	pmo_buffer_init(&publish.list, PMO_BUFFER_LIMIT);
	enum pmo_result result = make(&publish, audience);
	if (result == PMO_OK)
		pmo_buffer_add_format(&cli->out, "%zu pages for %s in %s%s: %zu gone\n",
				      publish.pages, pmo_audience_name(audience), publish.folder,
				      cli->dry_run ? " (not written)" : "", publish.removed);
	pmo_buffer_release(&publish.list);
	return result;
}

const struct command publish_command = {
	.name = "publish",
	.summary = "the workspace as web pages, for people without pmo",
	.group = GROUP_LOOK,
	.needs = CLI_READ,
	.min = 1,
	.max = 1,
	.takes = TAKES_DRY_RUN,
	.options = options,
	.size = sizeof(struct publish_options),
	.usage = "DIR [--audience internal|vendor|public]",
	.about = "DIR is new, empty, or made by this command before; pages that are gone are taken "
		 "away,\nother files stay. Open DIR/index.html, or copy DIR to a web server or "
		 "SharePoint.",
	.run = run,
};

/*
 * Running pandoc, weasyprint and Chromium. Each is found in PATH, gets a file in a folder that
 * only we can read, and leaves its result there.
 */
#include "cli/convert.h"

#include "cli/environment.h"
#include "cli/figures.h"
#include "cli/program.h"
#include "cli/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WORDS_MAX = 12, OPEN_MAX_FOLDERS = 16, SECONDS_A_DAY = 86400 };

struct job {
	struct cli *cli;
	const char *folder, *input, *output;
	const char *reference; /* of pandoc: "--reference-doc=...", or NULL */
	int32_t as_of;
};

static const struct {
	const char *to; /* pandoc's name and the ending */
	const char *missing;
} kinds[] = {
	[CONVERT_DOCX] = { "docx", "pandoc is not installed: apt install pandoc; or write .html" },
	[CONVERT_ODT] = { "odt", "pandoc is not installed: apt install pandoc; or write .html" },
	[CONVERT_PPTX] = { "pptx", "pandoc is not installed: apt install pandoc; or write .html" },
	[CONVERT_PDF] = { "pdf", "neither weasyprint nor chromium is installed: apt install "
				 "weasyprint; or write .html and print it from a browser" },
};

/* The style document that is shipped: beside the program, as it is built or installed. */
static const char *find_reference(struct cli *cli, const char *to)
{
	static const char *const near[] = { "../share/pmo/report", "share/report",
					    "../share/report" };
	char program[PATH_MAX];
	program_find_folder(program);
	for (size_t i = 0; i <= sizeof(near) / sizeof(near[0]); i++) {
		bool last = i == sizeof(near) / sizeof(near[0]);
		const char *option = "--reference-doc=";
		char *word = last ? pmo_arena_format(&cli->arena, "%s%s/report/reference.%s",
						     option, PMO_DATADIR, to)
				  : pmo_arena_format(&cli->arena, "%s%s/%s/reference.%s", option,
						     program, near[i], to);
		if (word && access(word + strlen(option), R_OK) == 0)
			return word;
	}
	return NULL;
}

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *walk)
{
	(void)status;
	(void)type;
	(void)walk;
	remove(path);
	return 0;
}

static enum pmo_result system_failed(const char *what)
{
	cli_say("%s: %s", what, strerror(errno));
	return PMO_IO;
}

static enum pmo_result write_input(const struct job *job, const struct pmo_buffer *page)
{
	int file = open(job->input, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (file < 0)
		return system_failed(job->input);
	size_t at = 0;
	while (at < page->length) {
		ssize_t put = write(file, page->data + at, page->length - at);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			break;
		at += (size_t)put;
	}
	if (close(file) != 0 || at < page->length)
		return system_failed(job->input);
	return PMO_OK;
}

/* Its chatter is taken and thrown away: the result is what counts. */
static enum pmo_result run(const struct job *job, const char *const *words)
{
	char *epoch =
		pmo_arena_format(&job->cli->arena, "%lld", (long long)job->as_of * SECONDS_A_DAY);
	struct pmo_buffer chatter;
	pmo_buffer_init(&chatter, 1 << 16);
	struct spawn spawn = {
		.words = words,
		.directory = job->folder,
		.output = &chatter,
		.variable = epoch ? "SOURCE_DATE_EPOCH" : NULL,
		.value = epoch,
	};
	bool fine = spawn_run(&spawn) && spawn.status == 0 && access(job->output, R_OK) == 0;
	pmo_buffer_release(&chatter);
	if (fine)
		return PMO_OK;
	const char *slash = strrchr(words[0], '/');
	cli_say("%s could not make the document (exit %d); write .html instead",
		slash ? slash + 1 : words[0], spawn.status);
	return PMO_IO;
}

/* The page with its drawings as pictures; as it is, and told, where they cannot be made. */
static enum pmo_result write_pictures(const struct job *job, const struct pmo_buffer *page)
{
	struct pmo_buffer drawn;
	if (!strstr(page->data, "src=\"data:image/svg"))
		return write_input(job, page);
	pmo_buffer_init(&drawn, PMO_BUFFER_LIMIT);
	enum pmo_result result = figures_draw(job->cli, job->folder, page, &drawn);
	if (result == PMO_NOT_FOUND) {
		cli_say("the figures may be missing in it, since rsvg-convert %s: "
			"apt install librsvg2-bin",
			environment_find_program(&job->cli->arena, "rsvg-convert")
				? "could not draw them"
				: "is not installed");
		result = write_input(job, page);
	} else if (result == PMO_OK) {
		result = write_input(job, &drawn);
	}
	pmo_buffer_release(&drawn);
	return result;
}

static enum pmo_result run_pandoc(const struct job *job, enum convert kind)
{
	const char *program = environment_find_program(&job->cli->arena, "pandoc");
	if (!program)
		return PMO_NOT_FOUND;
	const char *words[WORDS_MAX] = { program, "--from=html", "--standalone" };
	size_t count = 3;
	words[count++] = pmo_arena_format(&job->cli->arena, "--to=%s", kinds[kind].to);
	words[count++] = pmo_arena_format(&job->cli->arena, "--output=%s", job->output);
	if (kind == CONVERT_PPTX)
		words[count++] = "--slide-level=2";
	if (job->reference)
		words[count++] = job->reference;
	words[count++] = job->input;
	return words[3] && words[4] ? run(job, words) : PMO_NO_MEMORY;
}

static enum pmo_result run_weasyprint(const struct job *job)
{
	const char *program = environment_find_program(&job->cli->arena, "weasyprint");
	if (!program)
		return PMO_NOT_FOUND;
	const char *words[] = { program, "--quiet", job->input, job->output, NULL };
	return run(job, words);
}

/* Its sandbox does not work for root; the page has no script and asks nothing of any machine. */
static enum pmo_result run_chromium(const struct job *job)
{
	static const char *const names[] = { "chromium", "chromium-browser", "google-chrome" };
	const char *program = NULL;
	for (size_t i = 0; !program && i < sizeof(names) / sizeof(names[0]); i++)
		program = environment_find_program(&job->cli->arena, names[i]);
	if (!program)
		return PMO_NOT_FOUND;
	struct pmo_arena *arena = &job->cli->arena;
	char *profile = pmo_arena_format(arena, "--user-data-dir=%s/profile", job->folder);
	char *print = pmo_arena_format(arena, "--print-to-pdf=%s", job->output);
	char *address = pmo_arena_format(arena, "file://%s", job->input);
	if (!profile || !print || !address)
		return PMO_NO_MEMORY;
	const char *words[WORDS_MAX] = { program, "--headless", "--disable-gpu",
					 "--no-pdf-header-footer" };
	size_t count = 4;
	if (geteuid() == 0)
		words[count++] = "--no-sandbox";
	words[count++] = profile;
	words[count++] = print;
	words[count++] = address;
	return run(job, words);
}

static enum pmo_result run_program(const struct job *job, enum convert kind)
{
	enum pmo_result result = PMO_NOT_FOUND;
	if (kind != CONVERT_PDF) {
		result = run_pandoc(job, kind);
	} else {
		result = run_weasyprint(job);
		if (result == PMO_NOT_FOUND)
			result = run_chromium(job);
	}
	if (result != PMO_NOT_FOUND)
		return result;
	cli_say("%s", kinds[kind].missing);
	return PMO_IO;
}

static enum pmo_result convert_in(struct job *job, enum convert kind, const struct pmo_buffer *page)
{
	struct cli *cli = job->cli;
	const char *to = kinds[kind].to;
	job->input = pmo_arena_format(&cli->arena, "%s/report.html", job->folder);
	job->output = pmo_arena_format(&cli->arena, "%s/report.%s", job->folder, to);
	job->reference = kind == CONVERT_PDF ? NULL : find_reference(cli, to);
	if (!job->input || !job->output)
		return PMO_NO_MEMORY;
	enum pmo_result result =
		kind == CONVERT_PDF ? write_input(job, page) : write_pictures(job, page);
	if (result == PMO_OK)
		result = run_program(job, kind);
	char *bytes;
	size_t length;
	if (result == PMO_OK)
		result = cli_read_file(cli, job->output, &bytes, &length);
	if (result == PMO_OK)
		pmo_buffer_add(&cli->out, bytes, length);
	return result;
}

enum pmo_result convert_page(struct cli *cli, enum convert kind, const struct pmo_buffer *page,
			     int32_t as_of)
{
	const char *parent = environment_get("TMPDIR");
	if (!parent || parent[0] != '/')
		parent = "/tmp";
	char *folder = pmo_arena_format(&cli->arena, "%s/pmo-XXXXXX", parent);
	if (!folder)
		return PMO_NO_MEMORY;
	if (!mkdtemp(folder))
		return system_failed(parent);
	struct job job = { .cli = cli, .folder = folder, .as_of = as_of };
	enum pmo_result result = convert_in(&job, kind, page);
	nftw(folder, remove_entry, OPEN_MAX_FOLDERS, FTW_DEPTH | FTW_PHYS);
	return result;
}

/*
 * A plan for the benchmarks of the schedule: the same for pmo and for TaskJuggler.
 *
 *     plan N DIR
 *
 *     DIR/ws         a workspace; N tasks in cadup/plan.yaml, with about 2 N links
 *     DIR/plan.tjp   the same for tj3, which writes DIR/tj/plan.csv
 *
 * One in 25 tasks is a summary of those that follow. Each other one waits for two of the 400
 * before it: three in four links are finish-to-start, some with days between, the others
 * start-to-start. The numbers come from a generator of our own, so that the same command
 * makes the same bytes everywhere.
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { GROUP = 25, BACK = 400, MOST = 1000000, PATH_SIZE = 1024 };

struct files {
	FILE *plan, *tjp;
};

static void fail(const char *what)
{
	fprintf(stderr, "plan: %s: %s\n", what, strerror(errno));
	exit(4);
}

/* Knuth's numbers; the upper bits are the good ones. */
static unsigned draw(uint64_t *state, unsigned below)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(*state >> 33) % below;
}

static void make_folder(const char *folder, const char *name)
{
	char path[PATH_SIZE];
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	if (mkdir(path, 0777) && errno != EEXIST)
		fail(path);
}

static FILE *open_file(const char *folder, const char *name)
{
	char path[PATH_SIZE];
	if ((size_t)snprintf(path, sizeof(path), "%s/%s", folder, name) >= sizeof(path)) {
		errno = ENAMETOOLONG;
		fail(folder);
	}
	FILE *file = fopen(path, "w");
	if (!file)
		fail(path);
	return file;
}

static void close_file(FILE *file, const char *name)
{
	if (ferror(file) || fclose(file))
		fail(name);
}

static unsigned group_of(unsigned number)
{
	return (number - 1) / GROUP * GROUP + 1;
}

/* A predecessor: one of those before, and no summary; 0: there is none. */
static unsigned draw_before(uint64_t *state, unsigned number)
{
	unsigned back = number - 1 < BACK ? number - 1 : BACK;
	unsigned before = back ? number - 1 - draw(state, back) : 0;
	return before && before == group_of(before) ? before - 1 : before;
}

static void put_link(const struct files *files, unsigned before, unsigned kind)
{
	const char *between = kind == 0 ? " SS" : kind == 1 ? " FS+2d" : "";
	const char *option = kind == 0 ? " { onstart }" : kind == 1 ? " { gaplength 2d }" : "";
	fprintf(files->plan, "TSK-%03u%s", before, between);
	fprintf(files->tjp, "g%u.t%u%s", group_of(before), before, option);
}

static void put_links(const struct files *files, uint64_t *state, unsigned number)
{
	unsigned first = draw_before(state, number), second = draw_before(state, number);
	unsigned kinds = draw(state, 16);
	if (!first)
		return;
	fprintf(files->plan, "  preds: [");
	fprintf(files->tjp, " depends ");
	put_link(files, first, kinds % 4);
	if (second && second != first) {
		fprintf(files->plan, ", ");
		fprintf(files->tjp, ", ");
		put_link(files, second, kinds / 4);
	}
	fprintf(files->plan, "]\n");
}

static void put_task(const struct files *files, uint64_t *state, unsigned number)
{
	unsigned days = 1 + draw(state, 10);
	if (number == group_of(number)) {
		fprintf(files->plan, "TSK-%03u:\n  title: Phase %u\n  kind: summary\n", number,
			1 + number / GROUP);
		fprintf(files->tjp, "%stask g%u \"Phase %u\" {\n", number == 1 ? "" : "}\n", number,
			1 + number / GROUP);
		return;
	}
	fprintf(files->plan, "TSK-%03u:\n  title: Step %u\n  parent: TSK-%03u\n  duration: %ud\n",
		number, number, group_of(number), days);
	fprintf(files->tjp, "\ttask t%u \"Step %u\" { length %ud", number, number, days);
	put_links(files, state, number);
	fprintf(files->tjp, " }\n");
}

static void write_workspace(const char *folder)
{
	make_folder(folder, "");
	make_folder(folder, "tj");
	make_folder(folder, "ws");
	make_folder(folder, "ws/cadup");
	FILE *file = open_file(folder, "ws/pmo.yaml");
	fputs("format: 1\norganisation: City of Fairmont\n", file);
	close_file(file, "pmo.yaml");
	file = open_file(folder, "ws/cadup/project.yaml");
	fputs("title: CAD upgrade\nstart: 2027-01-04\n", file);
	close_file(file, "project.yaml");
}

int main(int argc, char **argv)
{
	char *end = NULL;
	unsigned long count = argc == 3 ? strtoul(argv[1], &end, 10) : 0;
	uint64_t state = 20261122;
	if (count < 1 || count > MOST || *end) {
		fprintf(stderr, "usage: plan N DIR\n");
		return 2;
	}
	write_workspace(argv[2]);
	struct files files = { open_file(argv[2], "ws/cadup/plan.yaml"),
			       open_file(argv[2], "plan.tjp") };
	fprintf(files.tjp, "project p \"P\" 2027-01-04 +%luy {\n\tnow 2027-01-04\n}\n",
		2 + count / 500);
	for (unsigned number = 1; number <= count; number++)
		put_task(&files, &state, number);
	fprintf(files.tjp,
		"}\ntaskreport plan \"tj/plan\" {\n\tformats csv\n\tcolumns id, start, end\n}\n");
	close_file(files.plan, "plan.yaml");
	close_file(files.tjp, "plan.tjp");
	return 0;
}

/*
 * Data for the benchmarks: the same records for pmo and for the tools it is compared with.
 *
 *     generate N register|files DIR [--links]
 *
 *     DIR/ws           a workspace; N tasks in cadup/plan.yaml, or N files in cadup/issues
 *     DIR/tasks.json   for `task import`
 *     DIR/links.json   the same with dependencies
 *     DIR/records.rec  for recsel
 *     DIR/ledger.dat   for ledger and hledger: a transaction a record, by owner
 *     DIR/records.csv  for `pmo import`
 *
 * 20 owners, a fifth of the records is done, one in 25 tasks is a summary above those that
 * follow, one record in 16 has a comment; --links gives one in four a predecessor. A record
 * has 9 to 12 fields and about 245 bytes. The numbers come from a generator of our own, so
 * that the same command makes the same bytes everywhere.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { OWNERS = 20, GROUP = 25, MOST = 1000000, PATH_SIZE = 1024 };

struct record {
	unsigned number, parent, before; /* 0: none */
	unsigned owner, by, days, percent, due, began, impact, urgency;
	bool done, summary, comment;
	char title[80];
};

struct outputs {
	FILE *plan, *json, *links, *rec, *ledger, *csv;
};

static const char *const verbs[] = { "Configure", "Install", "Test",   "Migrate", "Document",
				     "Review",    "Order",   "Verify", "Train",   "Approve" };

static const char *const things[] = {
	"state message switch interface",
	"dispatch consoles",
	"mobile data terminals",
	"address point layer",
	"records interface",
	"backup radio path",
	"unit recommendation rules",
	"call type table",
	"fiber to the second site",
	"single sign-on for the city",
	"reports for the county",
	"training environment",
};

static void fail(const char *what)
{
	fprintf(stderr, "generate: %s: %s\n", what, strerror(errno));
	exit(4);
}

/* Knuth's numbers; the upper bits are the good ones. */
static unsigned draw(uint64_t *state, unsigned below)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(*state >> 33) % below;
}

static void make_record(uint64_t *state, unsigned number, bool links, struct record *record)
{
	unsigned place = (number - 1) % GROUP;
	unsigned verb = draw(state, sizeof(verbs) / sizeof(*verbs));
	unsigned thing = draw(state, sizeof(things) / sizeof(*things));
	*record = (struct record){ .number = number, .summary = place == 0 };
	record->parent = place ? number - place : 0;
	record->owner = 1 + draw(state, OWNERS);
	record->by = 1 + draw(state, OWNERS);
	record->days = 1 + draw(state, 30);
	record->due = draw(state, 12 * 28);
	record->began = draw(state, 12 * 28);
	record->percent = draw(state, 100);
	record->impact = 1 + draw(state, 5);
	record->urgency = 1 + draw(state, 3);
	record->done = draw(state, 5) == 0 && !record->summary;
	record->comment = draw(state, 16) == 0;
	if (draw(state, 4) == 0 && links && place > 1)
		record->before = number - 1 - draw(state, place - 1);
	snprintf(record->title, sizeof(record->title), "%s %s, step %u", verbs[verb], things[thing],
		 number);
}

/* Month and day of a day of a year of twelve months of 28 days. */
static void put_date(FILE *file, unsigned year, unsigned day)
{
	fprintf(file, "%u-%02u-%02u", year, 1 + day / 28, 1 + day % 28);
}

static void put_field_date(FILE *file, const char *name, unsigned year, unsigned day)
{
	fprintf(file, "%s: ", name);
	put_date(file, year, day);
	putc('\n', file);
}

static void put_task(FILE *file, const struct record *record)
{
	fprintf(file, "TSK-%03u:\n  title: %s\n  wbs: \"%u.%u\"\n", record->number, record->title,
		1 + (record->number - 1) / GROUP, (record->number - 1) % GROUP);
	if (record->summary) {
		fprintf(file,
			"  kind: summary\n  owner: P%02u\n"
			"  tags: [phase, cutover]\n",
			record->owner);
		return;
	}
	fprintf(file, "  parent: TSK-%03u\n", record->parent);
	if (record->comment)
		fprintf(file, "  # the county answers for the second half\n");
	fprintf(file, "  owner: P%02u\n  duration: %ud%s\n  effort: %uh\n", record->owner,
		record->days, record->comment ? "   # agreed in the weekly" : "", record->days * 6);
	if (record->before)
		fprintf(file, "  preds: [TSK-%03u%s]\n", record->before,
			record->days % 4 ? "" : " SS+2d");
	put_field_date(file, "  deadline", 2027, record->due);
	fprintf(file, "  assignees: [P%02u, P%02u 50%%]\n", record->owner, record->by);
	if (record->done || record->percent > 50) {
		put_field_date(file, "  actual_start", 2025, record->began);
		if (record->done)
			put_field_date(file, "  actual_finish", 2026, record->began / 2);
		fprintf(file, "  percent: %u\n", record->done ? 100 : record->percent);
	}
	fprintf(file, "  tags: [cutover, vendor]\n");
}

static void put_issue(FILE *file, const struct record *record)
{
	if (record->comment)
		fprintf(file, "# the county answers for the second half\n");
	fprintf(file, "title: %s\nstatus: %s\ntype: problem\nowner: P%02u\nraised_by: P%02u\n",
		record->title, record->done ? "closed" : "in_progress", record->owner, record->by);
	put_field_date(file, "raised", 2025, record->began);
	put_field_date(file, "due", 2027, record->due);
	fprintf(file, "impact: %u%s\nurgency: %u\narea: [schedule, vendor]\n", record->impact,
		record->comment ? "   # as of the weekly" : "", record->urgency);
	fprintf(file, "impact_days: %ud\ndescription: waits for the other site\n", record->days);
	if (record->done)
		put_field_date(file, "resolved", 2026, record->began / 2);
}

static void put_uuid(FILE *file, unsigned number)
{
	fprintf(file, "00000000-0000-4000-8000-%012u", number);
}

static void put_json(FILE *file, const struct record *record, bool links)
{
	fprintf(file, "%s{\"uuid\":\"", record->number == 1 ? "[" : ",\n");
	put_uuid(file, record->number);
	fprintf(file, "\",\"description\":\"%s\",\"project\":\"P%02u\",\"status\":\"%s\"",
		record->title, record->owner, record->done ? "completed" : "pending");
	fprintf(file, ",\"entry\":\"20260105T080000Z\",\"due\":\"2027%02u%02uT000000Z\"",
		1 + record->due / 28, 1 + record->due % 28);
	if (record->done)
		fprintf(file, ",\"end\":\"2026%02u%02uT000000Z\"", 1 + record->began / 2 / 28,
			1 + record->began / 2 % 28);
	fprintf(file, ",\"priority\":\"%c\",\"tags\":[\"cutover\",\"vendor\"]",
		"HML"[record->urgency - 1]);
	if (links && record->before) {
		fprintf(file, ",\"depends\":\"");
		put_uuid(file, record->before);
		putc('"', file);
	}
	putc('}', file);
}

static void put_rec(FILE *file, const struct record *record)
{
	fprintf(file,
		"Id: TSK-%03u\nTitle: %s\nWbs: %u.%u\nOwner: P%02u\nDuration: %ud\n"
		"Effort: %u\n",
		record->number, record->title, 1 + (record->number - 1) / GROUP,
		(record->number - 1) % GROUP, record->owner, record->days, record->days * 6);
	put_field_date(file, "Deadline", 2027, record->due);
	fprintf(file,
		"Assignees: P%02u, P%02u 50%%\nPercent: %u\nTags: cutover, vendor\n"
		"Created: 2026-01-05\n\n",
		record->owner, record->by, record->percent);
}

static void put_transaction(FILE *file, const struct record *record)
{
	put_date(file, 2027, record->due);
	fprintf(file, " %s\n    Work:P%02u  %u h\n    Plan\n\n", record->title, record->owner,
		record->days * 6);
}

static void put_row(FILE *file, const struct record *record, bool files)
{
	fprintf(file, "\"%s\",P%02u,", record->title, record->owner);
	put_date(file, 2027, record->due);
	if (files) {
		fprintf(file, ",problem,P%02u,", record->by);
		put_date(file, 2025, record->began);
		fprintf(file, ",%u,%u,waits for the other site\n", record->impact, record->urgency);
	} else {
		fprintf(file, ",%ud,%uh,%u.%u,\"cutover, vendor\"\n", record->days,
			record->days * 6, 1 + (record->number - 1) / GROUP,
			(record->number - 1) % GROUP);
	}
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

static void make_folder(const char *folder, const char *name)
{
	char path[PATH_SIZE];
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	if (mkdir(path, 0777) && errno != EEXIST)
		fail(path);
}

static void write_workspace(const char *folder)
{
	make_folder(folder, "");
	make_folder(folder, "ws");
	make_folder(folder, "ws/cadup");
	FILE *file = open_file(folder, "ws/pmo.yaml");
	fputs("format: 1\norganisation: City of Fairmont\ntimezone: America/Chicago\n"
	      "currency: USD\n",
	      file);
	close_file(file, "pmo.yaml");
	file = open_file(folder, "ws/people.yaml");
	for (unsigned i = 1; i <= OWNERS; i++)
		fprintf(file, "P%02u:\n  name: Person %c. %u\n  role: engineer\n  org: Fairmont\n",
			i, 'A' + (int)i, i);
	close_file(file, "people.yaml");
	file = open_file(folder, "ws/cadup/project.yaml");
	fputs("title: CAD upgrade\npm: P01\nsponsor: P02\nstart: 2026-01-05\n"
	      "target_finish: 2027-12-17\n",
	      file);
	close_file(file, "project.yaml");
}

static void open_outputs(struct outputs *outputs, const char *folder, bool files)
{
	outputs->plan = files ? NULL : open_file(folder, "ws/cadup/plan.yaml");
	outputs->json = open_file(folder, "tasks.json");
	outputs->links = open_file(folder, "links.json");
	outputs->rec = open_file(folder, "records.rec");
	outputs->ledger = open_file(folder, "ledger.dat");
	outputs->csv = open_file(folder, "records.csv");
	fputs(files ? "title,owner,due,type,raised_by,raised,impact,urgency,description\n"
		    : "title,owner,deadline,duration,effort,wbs,tags\n",
	      outputs->csv);
}

static void close_outputs(const struct outputs *outputs)
{
	fputs("]\n", outputs->json);
	fputs("]\n", outputs->links);
	if (outputs->plan)
		close_file(outputs->plan, "plan.yaml");
	close_file(outputs->json, "tasks.json");
	close_file(outputs->links, "links.json");
	close_file(outputs->rec, "records.rec");
	close_file(outputs->ledger, "ledger.dat");
	close_file(outputs->csv, "records.csv");
}

static void write_records(const char *folder, unsigned count, bool files, bool links)
{
	struct outputs outputs;
	uint64_t state = 20261122;
	open_outputs(&outputs, folder, files);
	for (unsigned number = 1; number <= count; number++) {
		struct record record;
		make_record(&state, number, links, &record);
		if (files) {
			char name[64];
			snprintf(name, sizeof(name), "ws/cadup/issues/ISS-%03u.yaml", number);
			FILE *file = open_file(folder, name);
			put_issue(file, &record);
			close_file(file, name);
		} else {
			put_task(outputs.plan, &record);
		}
		put_json(outputs.json, &record, false);
		put_json(outputs.links, &record, true);
		put_rec(outputs.rec, &record);
		put_transaction(outputs.ledger, &record);
		put_row(outputs.csv, &record, files);
	}
	close_outputs(&outputs);
}

int main(int argc, char **argv)
{
	bool files = argc > 2 && strcmp(argv[2], "files") == 0;
	bool links = argc > 4 && strcmp(argv[4], "--links") == 0;
	char *end = NULL;
	unsigned long count = argc > 1 ? strtoul(argv[1], &end, 10) : 0;
	if (argc < 4 || argc > 4 + links || count < 1 || count > MOST || *end ||
	    (!files && strcmp(argv[2], "register") != 0)) {
		fprintf(stderr, "usage: generate N register|files DIR [--links]\n");
		return 2;
	}
	write_workspace(argv[3]);
	if (files)
		make_folder(argv[3], "ws/cadup/issues");
	write_records(argv[3], (unsigned)count, files, links);
	return 0;
}

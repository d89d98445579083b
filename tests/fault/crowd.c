/*
 * A crowd: many processes at once add records, change their own, list, undo, are killed;
 * and then all that was promised to them is looked for.
 *
 *     crowd --pmo PMO [--workers N] [--rounds M] [--records R] [--kill PERCENT] [--seed S]
 *
 * R records are there before. Each worker repeats M times: it adds a record whose title
 * nobody else has, changes a record that is its own, and changes two records in two files
 * to one value, which whoever reads both must find equal. Readers, a hand that edits a file
 * in place and `git commit` are beside them. Some of the workers' commands are killed.
 *
 * Afterwards: every acknowledged record is there once, with the last acknowledged value;
 * what was killed is there whole or not at all; no id is used twice; nobody was refused.
 */
#include "box.h"
#include "crowd_around.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS_MAX = 1000, WORKERS_MAX = 64, WORDS = 12 };

struct crowd {
	const char *pmo;
	long workers, rounds, records, kill_percent, seed;
	char *box, *workspace;
};

/* What one worker knows; written to its report, which the parent reads. */
struct worker {
	const struct crowd *crowd;
	long number;
	unsigned state; /* of its random numbers */
	FILE *report;
	char own[32]; /* the id of its record */
};

static long random_below(struct worker *worker, long limit)
{
	worker->state = worker->state * 1103515245u + 12345u;
	return (long)(worker->state >> 8) % limit;
}

static struct run run_words(const struct crowd *crowd, const char *words, int patience)
{
	const char *argv[WORDS] = { crowd->pmo };
	char *copy = text_of("%s", words), *rest = copy;
	size_t count = 1;
	for (char *word = strtok_r(copy, " ", &rest); word && count + 1 < WORDS;
	     word = strtok_r(NULL, " ", &rest))
		argv[count++] = word;
	struct run run = { .argv = argv, .folder = crowd->workspace, .box = crowd->box };
	run.milliseconds = patience;
	run_program(&run);
	free(copy);
	return run;
}

/* Runs a command of a worker; some are killed. The exit status; 128 and more: killed. */
static int work(struct worker *worker, const char *words, char **output)
{
	const struct crowd *crowd = worker->crowd;
	bool dies = random_below(worker, 100) < crowd->kill_percent;
	int patience = dies ? 1 + (int)random_below(worker, 40) : 60000;
	struct run run = run_words(crowd, words, patience);
	if (run.status != 0 && run.status < 128)
		fprintf(worker->report, "refused %d %s: %s\n", run.status, words, run.output);
	if (run.hung && !dies)
		fprintf(worker->report, "hung %s\n", words);
	*output = run.output;
	return run.status;
}

static void add(struct worker *worker, long round)
{
	char *output, *title = text_of("w%ldr%ld", worker->number, round);
	char *words = text_of("risk add %s owner=NET", title);
	int status = work(worker, words, &output);
	fprintf(worker->report, "%s %s %.15s\n", status == 0 ? "added" : "tried", title,
		status == 0 ? output : "-");
	free(output);
	free(title);
	free(words);
}

/* Its own record gets a new value; what was acknowledged last must stand there at the end. */
static void change(struct worker *worker, long round)
{
	char *output, *words = text_of("set %s cause=c%ld", worker->own, round);
	int status = work(worker, words, &output);
	fprintf(worker->report, "%s %s c%ld\n", status == 0 ? "changed" : "touched", worker->own,
		round);
	free(output);
	free(words);
}

static void mark(struct worker *worker, long round)
{
	char *output;
	char *words = text_of("set RSK-1 RSK-2 effect=w%ldr%ld", worker->number, round);
	work(worker, words, &output);
	free(output);
	free(words);
}

/* Whoever's command was the last; what it was is told. */
static void undo(struct worker *worker)
{
	struct run run = run_words(worker->crowd, "undo", 60000);
	const char *told = strstr(run.output, "took back: pmo ");
	if (run.status == 0 && told)
		fprintf(worker->report, "undone %.*s\n", (int)strcspn(told + 15, "\n"), told + 15);
	else if (run.status != 3)
		fprintf(worker->report, "refused %d undo: %s\n", run.status, run.output);
	free(run.output);
}

/* Both records of a pair, in one look. */
static void read_pair(struct worker *worker)
{
	struct run run =
		run_words(worker->crowd, "risk --all --format tsv --columns id,effect", 60000);
	char one[64] = "", two[64] = "";
	const char *first = strstr(run.output, "RSK-001\t");
	const char *second = strstr(run.output, "RSK-002\t");
	if (run.status != 0 || !first || !second || sscanf(first, "RSK-001 %63s", one) != 1 ||
	    sscanf(second, "RSK-002 %63s", two) != 1)
		fprintf(worker->report, "unread %d %.400s\n", run.status, run.output);
	else if (strcmp(one, two) != 0)
		fprintf(worker->report, "half %s %s\n", one, two);
	else
		fprintf(worker->report, "read\n");
	free(run.output);
}

static void be_worker(const struct crowd *crowd, long number, const char *path)
{
	struct worker worker = { .crowd = crowd, .number = number };
	worker.state = (unsigned)(crowd->seed * 7919 + number * 104729 + 1);
	worker.report = fopen(path, "w");
	if (!worker.report)
		quit("%s: %s", path, strerror(errno));
	snprintf(worker.own, sizeof(worker.own), "RSK-%ld", number + 3);
	for (long round = 0; round < crowd->rounds; round++) {
		add(&worker, round);
		change(&worker, round);
		if (random_below(&worker, 2) == 0)
			mark(&worker, round);
		read_pair(&worker);
		if (random_below(&worker, 8) == 0)
			undo(&worker);
	}
	fprintf(worker.report, "end\n");
	fclose(worker.report);
	_exit(0);
}

/* A value of a record that a worker saw, or tried to see, written. */
struct claim {
	char subject[32], value[32]; /* a title and its id; or an id and a value */
	bool is_sure, is_undone;
};

struct findings {
	struct claim *claims;
	size_t count, capacity;
	long reads, sure, faults, ends;
};

static void add_claim(struct findings *findings, const char *subject, const char *value, bool sure)
{
	if (findings->count == findings->capacity) {
		findings->capacity = findings->capacity * 2 + 256;
		findings->claims = must_have(
			realloc(findings->claims, findings->capacity * sizeof(struct claim)));
	}
	struct claim *claim = &findings->claims[findings->count++];
	*claim = (struct claim){ .is_sure = sure };
	snprintf(claim->subject, sizeof(claim->subject), "%s", subject);
	snprintf(claim->value, sizeof(claim->value), "%s", value);
	findings->sure += sure;
}

static void fault(struct findings *findings, const char *text)
{
	findings->faults++;
	printf("%s\n", text);
}

static void take_line(struct findings *findings, char *line)
{
	char kind[16] = "", subject[32] = "", value[32] = "";
	line[strcspn(line, "\n")] = '\0';
	sscanf(line, "%15s %31s %31s", kind, subject, value);
	if (strcmp(kind, "added") == 0 || strcmp(kind, "changed") == 0)
		add_claim(findings, subject, value, true);
	else if (strcmp(kind, "tried") == 0 || strcmp(kind, "touched") == 0)
		add_claim(findings, subject, value, false);
	else if (strcmp(kind, "read") == 0)
		findings->reads++;
	else if (strcmp(kind, "end") == 0)
		findings->ends++;
	else if (strcmp(kind, "undone") != 0)
		fault(findings, line);
}

/* "undone risk add w1r2 owner=NET" and "undone set RSK-3 cause=c1": such claims are void. */
static void take_undone(struct findings *findings, const char *line)
{
	char subject[32], value[32] = "";
	bool is_add = sscanf(line, "undone risk add %31s", subject) == 1;
	if (!is_add && sscanf(line, "undone set %31s cause=%31s", subject, value) != 2)
		return;
	for (size_t i = 0; i < findings->count; i++) {
		struct claim *claim = &findings->claims[i];
		if (strcmp(claim->subject, subject) == 0 &&
		    (is_add || strcmp(claim->value, value) == 0))
			claim->is_undone = true;
	}
}

static void read_reports(const struct crowd *crowd, struct findings *findings)
{
	char line[1024];
	for (int pass = 0; pass < 2; pass++)
		for (long i = 0; i < crowd->workers; i++) {
			char *path = text_of("%s/report.%ld", crowd->box, i);
			FILE *report = fopen(path, "r");
			if (!report)
				quit("%s: %s", path, strerror(errno));
			while (fgets(line, sizeof(line), report))
				if (pass == 0)
					take_line(findings, line);
				else if (strncmp(line, "undone", 6) == 0)
					take_undone(findings, line);
			fclose(report);
			free(path);
		}
	if (findings->ends != crowd->workers)
		fault(findings, "a worker did not come to its end");
}

/* How often a record with that title is listed; its id. */
static int count_title(const char *list, const char *title, char id[32])
{
	int count = 0;
	char *wanted = text_of("\t%s\t", title);
	for (const char *at = strstr(list, wanted); at; at = strstr(at + 1, wanted)) {
		const char *line = at;
		while (line > list && line[-1] != '\n')
			line--;
		snprintf(id, 32, "%.*s", (int)(at - line), line);
		count++;
	}
	free(wanted);
	return count;
}

static void check_added(struct findings *findings, const char *list, const struct claim *claim)
{
	char id[32] = "";
	int count = count_title(list, claim->subject, id);
	char *text = NULL;
	if (count > 1)
		text = text_of("%s is there %d times", claim->subject, count);
	else if (claim->is_undone ? count != 0 : claim->is_sure && count != 1)
		text = text_of("%s was %s and is there %d times", claim->subject,
			       claim->is_undone ? "undone" : "acknowledged", count);
	else if (count == 1 && claim->is_sure && strcmp(id, claim->value) != 0)
		text = text_of("%s was %s and is %s", claim->subject, claim->value, id);
	if (text)
		fault(findings, text);
	free(text);
}

/* The value is one that was written, and none acknowledged comes after it. */
static void check_value(struct findings *findings, const char *subject, const char *value)
{
	long now = value[0] == 'c' ? strtol(value + 1, NULL, 10) : -1, sure = -1;
	bool known = now < 0;
	for (size_t i = 0; i < findings->count; i++) {
		const struct claim *claim = &findings->claims[i];
		if (strcmp(claim->subject, subject) != 0 || claim->is_undone)
			continue;
		long number = strtol(claim->value + 1, NULL, 10);
		if (claim->is_sure && number > sure)
			sure = number;
		known = known || number == now;
	}
	if (now >= sure && known)
		return;
	char *text = text_of("%s has c%ld; c%ld was acknowledged", subject, now, sure);
	fault(findings, text);
	free(text);
}

static void check_list(const struct crowd *crowd, struct findings *findings, const char *list)
{
	for (size_t i = 0; i < findings->count; i++)
		if (findings->claims[i].subject[0] == 'w')
			check_added(findings, list, &findings->claims[i]);
	for (long i = 0; i < crowd->workers; i++) {
		char *subject = text_of("RSK-%ld", i + 3), value[32] = "";
		char *row = text_of("\nRSK-%03ld\t", i + 3);
		const char *found = strstr(list, row);
		if (!found || sscanf(found, " RSK-%*d %*s %31s", value) != 1)
			fault(findings, row);
		else
			check_value(findings, subject, value);
		free(subject);
		free(row);
	}
}

/* Once all are gone one more command cleans up after the killed ones. */
static void judge(const struct crowd *crowd, struct findings *findings)
{
	struct run run = run_words(crowd, "set RSK-1 owner=PC", 60000);
	if (run.status != 0)
		fault(findings, run.output);
	free(run.output);
	char *tmp = text_of("%s/.pmo/tmp", crowd->workspace);
	struct shot left;
	shot_take(&left, tmp);
	for (size_t i = 0; i < left.count; i++)
		fault(findings, left.items[i].path);
	shot_release(&left);
	free(tmp);
	run = run_words(crowd, "risk --all --format tsv --sort id --columns id,title,cause", 60000);
	if (run.status != 0)
		fault(findings, run.output);
	check_list(crowd, findings, run.output);
	free(run.output);
}

static void run_workers(const struct crowd *crowd)
{
	pid_t workers[WORKERS_MAX];
	char *count = text_of("%s/hand", crowd->box);
	pid_t hand = around_start_hand(crowd->workspace, crowd->records, count);
	pid_t git = around_start_git(crowd->workspace);
	for (long i = 0; i < crowd->workers; i++) {
		char *path = text_of("%s/report.%ld", crowd->box, i);
		workers[i] = fork();
		if (workers[i] < 0)
			quit("fork: %s", strerror(errno));
		if (workers[i] == 0)
			be_worker(crowd, i, path);
		free(path);
	}
	for (long i = 0; i < crowd->workers; i++)
		waitpid(workers[i], NULL, 0);
	around_stop(hand);
	around_stop(git);
	free(count);
}

static void usage(void)
{
	quit("usage: crowd --pmo PMO [--workers N] [--rounds M] [--records R] [--kill PERCENT] "
	     "[--seed S]");
}

static void parse(int argc, char **argv, struct crowd *crowd)
{
	struct {
		const char *name;
		long *value;
	} numbers[] = { { "--workers", &crowd->workers },
			{ "--rounds", &crowd->rounds },
			{ "--records", &crowd->records },
			{ "--kill", &crowd->kill_percent },
			{ "--seed", &crowd->seed } };
	for (int i = 1; i + 1 < argc; i += 2) {
		bool known = strcmp(argv[i], "--pmo") == 0;
		if (known)
			crowd->pmo = argv[i + 1];
		for (size_t k = 0; k < sizeof(numbers) / sizeof(*numbers); k++)
			if (strcmp(argv[i], numbers[k].name) == 0) {
				*numbers[k].value = strtol(argv[i + 1], NULL, 10);
				known = true;
			}
		if (!known)
			usage();
	}
	if (!crowd->pmo || argc % 2 == 0 || crowd->workers < 1 || crowd->workers > WORKERS_MAX ||
	    crowd->records < crowd->workers + 3)
		usage();
}

int main(int argc, char **argv)
{
	struct crowd crowd = { .workers = 8, .rounds = 10, .records = 40, .kill_percent = 20 };
	struct findings findings = { 0 };
	parse(argc, argv, &crowd);
	crowd.box = make_scratch();
	crowd.workspace = text_of("%s/ws", crowd.box);
	around_make(crowd.workspace, crowd.records);
	struct timespec start, end;
	clock_gettime(CLOCK_MONOTONIC, &start);
	run_workers(&crowd);
	clock_gettime(CLOCK_MONOTONIC, &end);
	read_reports(&crowd, &findings);
	judge(&crowd, &findings);
	char *count = text_of("%s/hand", crowd.box);
	if (!around_hand_is_kept(crowd.workspace, crowd.records, count))
		fault(&findings, "an edit by hand is lost");
	if (!around_git_is_sound(crowd.workspace))
		fault(&findings, "git cannot commit, or found something");
	printf("workers %ld, rounds %ld, records %ld: changes %zu, acknowledged %ld, reads %ld, "
	       "faults %ld, %ld s\n",
	       crowd.workers, crowd.rounds, crowd.records, findings.count, findings.sure,
	       findings.reads, findings.faults, (long)(end.tv_sec - start.tv_sec));
	remove_all(crowd.box);
	free(count);
	free(findings.claims);
	return findings.faults == 0 && findings.sure > 0 && findings.reads > 0 ? 0 : 1;
}

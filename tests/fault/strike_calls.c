/*
 * The undisturbed run is traced once; then each call is struck with each fault. strace
 * counts the calls of one name, those of the loader included, so a point is a name and a
 * number.
 */
#include "strike.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHANGING                                                                                   \
	"?write,?pwrite64,?fsync,?fdatasync,?syncfs,?rename,?renameat,?renameat2,?mkdir,?mkdirat," \
	"?unlink,?unlinkat,?rmdir,?link,?linkat,?symlink,?symlinkat,?truncate,?ftruncate,?chmod,"  \
	"?fchmod,?fchmodat,?chown,?fchown,?fchownat,?flock"
#define READING                                                                                    \
	"?open,?openat,?openat2,?read,?pread64,?lseek,?stat,?fstat,?newfstatat,?statx,"            \
	"?getdents64,?getcwd,?readlink,?access,?faccessat,?faccessat2,?pipe2"

enum { NAME_SIZE = 24, LINE_SIZE = 8192 };

struct call {
	char name[NAME_SIZE];
	long number;      /* of the calls of that name */
	bool is_changing; /* a file that is made included */
	bool is_telling;  /* writes to standard output or error */
};

struct calls {
	struct call *items;
	size_t count, capacity;
};

static const struct fault {
	const char *inject;
	int signal;
	bool for_good;
} faults[] = {
	{ "signal=KILL", SIGKILL, false }, { "signal=INT", SIGINT, false },
	{ "signal=TERM", SIGTERM, false }, { "signal=PIPE", SIGPIPE, false },
	{ "error=ENOSPC", 0, false },      { "error=EIO", 0, false },
	{ "error=EDQUOT", 0, false },      { "error=EROFS", 0, false },
	{ "error=EACCES", 0, false },      { "error=EMFILE", 0, false },
	{ "error=EINTR", 0, false },       { "error=ENOLCK", 0, false },
	{ "error=ENOSPC", 0, true },       { "error=EIO", 0, true },
	{ "error=EROFS", 0, true },
};

/* How many calls of that name there were; this one is counted. */
static long number_of(const struct calls *calls, const char *name)
{
	long number = 1;
	for (size_t i = 0; i < calls->count; i++)
		number += strcmp(calls->items[i].name, name) == 0;
	return number;
}

static void add_call(struct calls *calls, const char *name, const char *rest)
{
	if (calls->count == calls->capacity) {
		calls->capacity = calls->capacity * 2 + 256;
		calls->items =
			must_have(realloc(calls->items, calls->capacity * sizeof(*calls->items)));
	}
	struct call *call = &calls->items[calls->count];
	*call = (struct call){ .number = number_of(calls, name) };
	snprintf(call->name, sizeof(call->name), "%s", name);
	bool makes = strncmp(name, "open", 4) == 0 && strstr(rest, "O_CREAT");
	call->is_changing = makes || strstr(CHANGING, name);
	call->is_telling = strcmp(name, "write") == 0 &&
			   (strncmp(rest, "(1,", 3) == 0 || strncmp(rest, "(2,", 3) == 0);
	calls->count++;
}

/* The calls of the first process of a log; *first: the first that is pmo's, not the loader's. */
static void read_log(const char *path, const char *box, struct calls *calls, size_t *first)
{
	char line[LINE_SIZE], name[NAME_SIZE];
	FILE *log = fopen(path, "r");
	long own = 0, process;
	int after;
	bool began = false;
	if (!log)
		quit("strace left no log %s", path);
	while (fgets(line, sizeof(line), log)) {
		if (sscanf(line, "%ld %23[a-z0-9_]%n", &process, name, &after) != 2)
			continue;
		if (!own)
			own = process;
		if (process != own || line[after] != '(')
			continue;
		add_call(calls, name, line + after);
		/* A sanitizer reads the environment, in which the box stands, too. */
		if (!began && strcmp(name, "read") != 0 && strstr(line, box)) {
			began = true;
			*first = calls->count - 1;
		}
	}
	fclose(log);
	if (!began)
		quit("the log of strace shows no call of the command");
}

static void count_calls(struct bench *bench, struct calls *calls, size_t *first)
{
	char *log = text_of("%s.log", bench->box);
	const char *strace[] = {
		"/usr/bin/env", "strace", "-f",          "-qq", "-s",
		"400",          "-e",     "signal=none", "-e",  "trace=" CHANGING "," READING,
		"-o",           log,      NULL
	};
	struct run run = bench_run(bench, strace, NULL, OUTLET_KEPT);
	if (run.status != 0)
		quit("%s: under strace: exit status %d\n%s", bench->scenario->name, run.status,
		     run.output);
	free(run.output);
	read_log(log, bench->box, calls, first);
	remove_all(log);
	free(log);
}

/* A folder that others do not let us remove may stay; there are no others here. */
static bool is_allowed(const struct call *call, const struct fault *fault)
{
	return strcmp(call->name, "unlinkat") == 0 && strcmp(fault->inject, "error=EACCES") == 0;
}

static void strike(struct bench *bench, const struct call *call, const struct fault *fault)
{
	char *trace = text_of("trace=%s", call->name);
	char *inject = text_of("inject=%s:%s:when=%ld%s", call->name, fault->inject, call->number,
			       fault->for_good ? "+" : "");
	const char *strace[] = { "/usr/bin/env", "strace", "-f",          "--seccomp-bpf",
				 "-qq",          "-e",     "signal=none", "-e",
				 trace,          "-e",     inject,        "-o",
				 "/dev/null",    NULL };
	struct run run = bench_run(bench, strace, NULL, OUTLET_KEPT);
	struct verdict verdict = {
		.what = inject,
		.signal = fault->signal,
		/* A program that it runs may well give up. */
		.must_succeed = strcmp(fault->inject, "error=EINTR") == 0 && call->is_changing &&
				!bench->scenario->has_child,
		.is_after = call->is_telling && !fault->signal,
		.may_be_after = bench->scenario->has_child && !fault->signal &&
				strcmp(call->name, "write") == 0,
		/* What one may not read is as if it were not there, so as not to block the rest. */
		.may_differ = strcmp(fault->inject, "error=EACCES") == 0 && !call->is_changing,
	};
	if (strcmp(fault->inject, "error=EINTR") == 0)
		verdict.is_after = false;
	bench_judge(bench, &run, &verdict);
	free(trace);
	free(inject);
}

void strike_calls(struct bench *bench)
{
	struct calls calls = { 0 };
	size_t first = 0;
	count_calls(bench, &calls, &first);
	for (size_t i = first; i < calls.count; i++)
		for (size_t k = 0; k < sizeof(faults) / sizeof(*faults); k++) {
			const struct fault *fault = &faults[k];
			bool fits =
				calls.items[i].is_changing || (!fault->signal && !fault->for_good);
			if (fits && !is_allowed(&calls.items[i], fault) && bench_takes(bench))
				strike(bench, &calls.items[i], fault);
		}
	free(calls.items);
}

/*
 * Runs two commands in turn and prints how they compare.
 *
 *     measure [-n PAIRS] [-a SCRIPT] [-b SCRIPT] A [ARGUMENT]... vs B [ARGUMENT]...
 *
 * First each runs once, unmeasured, so that both find their input in memory; then A B A B,
 * PAIRS times (7). What a machine does beside it hits both alike, so what counts is the ratio
 * within a pair, and of those the median. Standard output goes to /dev/null. `{}` in an
 * argument is the number of the run. -a and -b are shell scripts that make things ready for A
 * or B before each run, outside the time; they find the number in $RUN.
 *
 * One line comes out, of words:
 *
 *     ratio, its lowest and highest; difference in ms; A: ms, CPU ms, KiB at the peak; B: so
 *
 * each the median, of memory the highest. Exit 3 when a command did not end with 0.
 */
#define _DEFAULT_SOURCE /* wait4: the peak of one child, not of all so far */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_PAIRS = 1000, MOST_WORDS = 64, WORD_SIZE = 512 };

struct side {
	char **words;
	size_t count;
	const char *script;
	double wall[MOST_PAIRS], cpu[MOST_PAIRS];
	long peak;
};

static void fail(const char *what)
{
	fprintf(stderr, "measure: %s: %s\n", what, strerror(errno));
	exit(4);
}

static double seconds(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* The word with the run's number for `{}`. */
static void fill_word(const char *word, int run, char out[WORD_SIZE])
{
	const char *place = strstr(word, "{}");
	if (place)
		snprintf(out, WORD_SIZE, "%.*s%d%s", (int)(place - word), word, run, place + 2);
	else
		snprintf(out, WORD_SIZE, "%s", word);
}

/* Starts a program with its output thrown away; returns its process. */
static pid_t start(char **words)
{
	pid_t child = fork();
	if (child < 0)
		fail("fork");
	if (child > 0)
		return child;
	int nowhere = open("/dev/null", O_RDWR);
	if (nowhere < 0 || dup2(nowhere, 0) < 0 || dup2(nowhere, 1) < 0)
		_exit(126);
	execvp(words[0], words);
	fprintf(stderr, "measure: %s: %s\n", words[0], strerror(errno));
	_exit(127);
}

static void make_ready(const struct side *side, int run)
{
	char number[16], shell[] = "sh", option[] = "-c";
	char *script = strdup(side->script);
	char *words[] = { shell, option, script, NULL };
	int status;
	snprintf(number, sizeof(number), "%d", run);
	if (!script || setenv("RUN", number, 1) < 0)
		fail("no memory");
	if (waitpid(start(words), &status, 0) < 0 || status != 0) {
		fprintf(stderr, "measure: this failed: %s\n", script);
		exit(3);
	}
	free(script);
}

/* One run; the numbers go to place index, or nowhere when that is negative. */
static void run_once(struct side *side, int index)
{
	static char room[MOST_WORDS][WORD_SIZE];
	char *words[MOST_WORDS + 1] = { NULL };
	struct rusage usage;
	int status;
	for (size_t i = 0; i < side->count; i++) {
		fill_word(side->words[i], index + 2, room[i]);
		words[i] = room[i];
	}
	if (side->script)
		make_ready(side, index + 2);
	double began = now();
	if (wait4(start(words), &status, 0, &usage) < 0)
		fail("wait");
	double ended = now();
	if (status != 0) {
		fprintf(stderr, "measure: %s ended with %d\n", words[0],
			WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
		exit(3);
	}
	if (index < 0)
		return;
	side->wall[index] = (ended - began) * 1e3;
	side->cpu[index] = (seconds(usage.ru_utime) + seconds(usage.ru_stime)) * 1e3;
	if (usage.ru_maxrss > side->peak)
		side->peak = usage.ru_maxrss;
}

static int compare(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;
	return (left > right) - (left < right);
}

/* Sorts the numbers. */
static double median(double *numbers, int count)
{
	qsort(numbers, (size_t)count, sizeof(*numbers), compare);
	return (numbers[(count - 1) / 2] + numbers[count / 2]) / 2;
}

static void print(struct side *a, struct side *b, int pairs)
{
	static double ratios[MOST_PAIRS], differences[MOST_PAIRS];
	for (int i = 0; i < pairs; i++) {
		ratios[i] = a->wall[i] / b->wall[i];
		differences[i] = a->wall[i] - b->wall[i];
	}
	double ratio = median(ratios, pairs);
	printf("%.4f %.4f %.4f %.3f", ratio, ratios[0], ratios[pairs - 1],
	       median(differences, pairs));
	printf(" %.3f %.3f %ld", median(a->wall, pairs), median(a->cpu, pairs), a->peak);
	printf(" %.3f %.3f %ld\n", median(b->wall, pairs), median(b->cpu, pairs), b->peak);
}

static int usage(void)
{
	fputs("usage: measure [-n PAIRS] [-a SCRIPT] [-b SCRIPT] A... vs B...\n", stderr);
	return 2;
}

/* Where A's words end; 0: this is no pair of commands. */
static int find_vs(int argc, char **argv, int first)
{
	int vs = first;
	while (vs < argc && strcmp(argv[vs], "vs") != 0)
		vs++;
	bool fits = vs > first && vs + 1 < argc && vs - first <= MOST_WORDS &&
		    argc - vs - 1 <= MOST_WORDS;
	return fits ? vs : 0;
}

int main(int argc, char **argv)
{
	static struct side a, b;
	int pairs = 7, first = 1;
	for (; first + 1 < argc && argv[first][0] == '-'; first += 2) {
		if (strcmp(argv[first], "-n") == 0)
			pairs = (int)strtol(argv[first + 1], NULL, 10);
		else if (strcmp(argv[first], "-a") == 0)
			a.script = argv[first + 1];
		else if (strcmp(argv[first], "-b") == 0)
			b.script = argv[first + 1];
		else
			return usage();
	}
	int vs = find_vs(argc, argv, first);
	if (!vs || pairs < 1 || pairs > MOST_PAIRS)
		return usage();
	a.words = argv + first;
	a.count = (size_t)(vs - first);
	b.words = argv + vs + 1;
	b.count = (size_t)(argc - vs - 1);
	for (int i = -1; i < pairs; i++) {
		run_once(&a, i);
		run_once(&b, i);
	}
	print(&a, &b, pairs);
	return 0;
}

/* Faults that need no strace: no memory, nowhere to print. */
#include "strike.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void strike_output(struct bench *bench)
{
	static const struct {
		enum outlet outlet;
		struct verdict verdict;
	} cases[] = {
		{ OUTLET_FULL, { .what = "output to a full disk", .is_after = true } },
		{ OUTLET_CLOSED, { .what = "output closed", .is_after = true } },
		{ OUTLET_BROKEN_PIPE,
		  { .what = "output to a broken pipe", .is_after = true, .signal = SIGPIPE } },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct run run = bench_run(bench, NULL, NULL, cases[i].outlet);
		bench_judge(bench, &run, &cases[i].verdict);
	}
}

/* False when the command ends before that allocation. */
static bool starve(struct bench *bench, const char *library, long number, bool for_good)
{
	char *mark = text_of("%s.reached", bench->box);
	char *what = text_of("allocation %ld fails%s", number, for_good ? " for good" : "");
	char *preload = text_of("LD_PRELOAD=%s", library);
	char *at = text_of("NO_MEMORY_AT=%ld", number);
	char *reached = text_of("NO_MEMORY_REACHED=%s", mark);
	const char *set[] = { preload, at, reached, for_good ? "NO_MEMORY_FOR_GOOD=1" : NULL,
			      NULL };
	struct run run = bench_run(bench, NULL, set, OUTLET_KEPT);
	bool is_reached = access(mark, F_OK) == 0;
	if (is_reached) {
		struct verdict verdict = { .what = what, .excuse = "the answer does not fit" };
		bench_judge(bench, &run, &verdict);
		remove_all(mark);
	} else {
		free(run.output);
	}
	free(mark);
	free(what);
	free(preload);
	free(at);
	free(reached);
	return is_reached;
}

void strike_memory(struct bench *bench, const char *library)
{
	for (int for_good = 0; for_good < 2; for_good++)
		for (long number = 1 + bench->index % bench->every;; number += bench->every)
			if (!starve(bench, library, number, for_good))
				break;
}

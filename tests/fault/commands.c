/*
 * Stops and starves every writing command at every point, and looks at what is left.
 *
 *     commands --pmo PMO --fixtures DIR [--no-memory LIBRARY] [--every N] [--skip KIND]
 *              [SCENARIO…]
 *
 * With --every N each N-th point alone is tried, another one in each scenario. KIND is
 * calls, output, memory or disk. scenario.c has the commands, bench.h the promise that is
 * tested, strike.h the faults.
 */
#include "strike.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SKIP_MAX = 4 };

struct options {
	const char *pmo, *fixtures, *no_memory, *skip[SKIP_MAX];
	int skip_count;
	long every;
	char **names;
	int name_count;
};

static void usage(void)
{
	quit("usage: commands --pmo PMO --fixtures DIR [--no-memory LIBRARY] [--every N] "
	     "[--skip KIND] [SCENARIO...]");
}

static void parse(int argc, char **argv, struct options *options)
{
	int i = 1;
	*options = (struct options){ .every = 1 };
	for (; i < argc && strncmp(argv[i], "--", 2) == 0; i += 2) {
		const char *value = i + 1 < argc ? argv[i + 1] : NULL;
		if (!value)
			usage();
		if (strcmp(argv[i], "--pmo") == 0)
			options->pmo = value;
		else if (strcmp(argv[i], "--fixtures") == 0)
			options->fixtures = value;
		else if (strcmp(argv[i], "--no-memory") == 0)
			options->no_memory = value;
		else if (strcmp(argv[i], "--every") == 0)
			options->every = strtol(value, NULL, 10);
		else if (strcmp(argv[i], "--skip") == 0 && options->skip_count < SKIP_MAX)
			options->skip[options->skip_count++] = value;
		else
			usage();
	}
	options->names = argv + i;
	options->name_count = argc - i;
	if (!options->pmo || !options->fixtures || options->every < 1)
		usage();
}

static bool is_wanted(const struct options *options, const char *kind)
{
	for (int i = 0; i < options->skip_count; i++)
		if (strcmp(options->skip[i], kind) == 0)
			return false;
	return true;
}

static bool is_named(const struct options *options, const char *name)
{
	for (int i = 0; i < options->name_count; i++)
		if (strcmp(options->names[i], name) == 0)
			return true;
	return options->name_count == 0;
}

static void run_scenario(struct bench *bench, const struct options *options,
			 const struct scenario *scenario)
{
	bench_begin(bench, scenario);
	if (is_wanted(options, "calls"))
		strike_calls(bench);
	if (is_wanted(options, "output"))
		strike_output(bench);
	if (is_wanted(options, "memory") && options->no_memory)
		strike_memory(bench, options->no_memory);
	if (is_wanted(options, "disk") && strike_has_disks())
		strike_disk(bench);
	bench_end(bench);
	printf("%-14s points tried %5ld, survived %5ld\n", scenario->name, bench->tried,
	       bench->survived);
	fflush(stdout);
}

int main(int argc, char **argv)
{
	struct options options;
	struct bench bench = { 0 };
	long tried = 0, survived = 0;
	parse(argc, argv, &options);
	bench.pmo = options.pmo;
	bench.fixtures = options.fixtures;
	bench.every = options.every;
	for (int i = 0; i < scenario_count; i++) {
		if (!is_named(&options, scenarios[i].name))
			continue;
		bench.index = i;
		run_scenario(&bench, &options, &scenarios[i]);
		tried += bench.tried;
		survived += bench.survived;
	}
	if (is_wanted(&options, "disk") && !strike_has_disks())
		printf("no small disks: that needs root\n");
	printf("points tried %ld, survived %ld\n", tried, survived);
	return tried > 0 && tried == survived ? 0 : 1;
}

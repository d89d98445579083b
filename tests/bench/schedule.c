/*
 * What computing a schedule costs once the records are read.
 *
 *     schedule DIR
 *
 * DIR is a workspace with one project. Its plan is read once and computed 15 times: forward
 * and backward pass, floats, summaries, causes. Prints the median in milliseconds, the
 * lowest, and how many tasks and links there are.
 */
#include <pmo/diag.h>
#include <pmo/plan.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RUNS = 15 };

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int compare(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;
	return (left > right) - (left < right);
}

static enum pmo_result measure(struct pmo_workspace *workspace)
{
	double times[RUNS];
	struct pmo_plan *plan = NULL;
	enum pmo_result result =
		pmo_plan_read(workspace, pmo_workspace_project(workspace), NULL, &plan);
	for (int i = 0; i < RUNS && result == PMO_OK; i++) {
		double began = now();
		result = pmo_plan_compute(plan);
		times[i] = now() - began;
	}
	if (result == PMO_OK) {
		qsort(times, RUNS, sizeof(*times), compare);
		printf("%.3f %.3f %zu %zu\n", times[RUNS / 2], times[0], plan->item_count,
		       plan->link_count);
	}
	pmo_plan_free(plan);
	return result;
}

int main(int argc, char **argv)
{
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_env env = { .directory = argc == 2 ? argv[1] : NULL, .command = "schedule" };
	struct pmo_workspace *workspace = NULL;
	if (argc != 2) {
		fputs("usage: schedule DIR\n", stderr);
		return 2;
	}
	pmo_arena_init(&arena);
	pmo_diags_init(&diags, &arena);
	enum pmo_result result = pmo_date_from_civil(2026, 11, 22, &env.today);
	if (result == PMO_OK)
		result = pmo_workspace_open(&env, &diags, &workspace);
	if (result == PMO_OK)
		result = measure(workspace);
	if (result != PMO_OK)
		fprintf(stderr, "schedule: %s: the plan cannot be computed\n", argv[1]);
	pmo_workspace_close(workspace);
	pmo_arena_release(&arena);
	return result == PMO_OK ? 0 : 4;
}

/* See bench.h. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CRASHED = 99 }; /* what sanitizers end with; see box.c */

static struct run run_words(const struct bench *bench, const char *const *before, const char *words,
			    struct run run)
{
	const char *argv[2 * WORDS_MAX] = { 0 };
	const char *set[8] = { 0 };
	char *copy = text_of("%s", words), *rest = copy;
	size_t count = 0, variables = 0;
	while (before && before[count]) {
		argv[count] = before[count];
		count++;
	}
	if (*words == '!')
		argv[count++] = "/usr/bin/env";
	else
		argv[count++] = bench->pmo;
	rest = copy + (*words == '!');
	for (char *word = strtok_r(rest, " ", &rest); word && count + 1 < 2 * WORDS_MAX;
	     word = strtok_r(NULL, " ", &rest))
		argv[count++] = word;
	for (; run.set && run.set[variables]; variables++)
		set[variables] = run.set[variables];
	set[variables] = bench->scenario->variable;
	run.set = set;
	run.argv = argv;
	run.box = bench->box;
	run.folder = bench->workspace;
	run_program(&run);
	run.set = NULL;
	run.argv = NULL;
	free(copy);
	return run;
}

static struct run plain(const struct bench *bench, const char *words)
{
	return run_words(bench, NULL, words, (struct run){ 0 });
}

/* A command that has to work. */
static void must_run(const struct bench *bench, const char *words)
{
	struct run run = plain(bench, words);
	if (run.status != 0)
		quit("%s: pmo %s: exit status %d\n%s", bench->scenario->name, words, run.status,
		     run.output);
	free(run.output);
}

/* What another program says of the end: NULL, or the fault. */
static char *ask_other(const struct bench *bench)
{
	if (!bench->scenario->sound)
		return NULL;
	struct run run = plain(bench, bench->scenario->sound);
	char *fault = run.status ? text_of("then %s: exit status %d: %.2000s",
					   bench->scenario->sound, run.status, run.output)
				 : NULL;
	free(run.output);
	return fault;
}

/* Inside .pmo the history may be another; the lock is there or not. Git's affairs are its own. */
static bool counts(const char *path, bool is_extra)
{
	if (strstr(path, ".pmo") || strstr(path, "/.git/"))
		return false;
	if (strncmp(path, "home/.cache", 11) == 0)
		return is_extra && !strstr(path, "/pmo/last-") && strlen(path) > 15;
	return true;
}

static bool counts_typed(const char *path, bool is_extra)
{
	return strncmp(path, "tmp/", 4) != 0 && counts(path, is_extra);
}

static void make_old(struct bench *bench)
{
	const struct scenario *scenario = bench->scenario;
	make_folder(bench->box);
	char *home = text_of("%s/home", bench->box), *tmp = text_of("%s/tmp", bench->box);
	make_folder(home);
	make_folder(tmp);
	make_folder(bench->workspace);
	if (scenario->fixture) {
		struct shot fixture;
		char *from = text_of("%s/%s", bench->fixtures, scenario->fixture);
		shot_take(&fixture, from);
		shot_lay(&fixture, bench->workspace);
		shot_release(&fixture);
		free(from);
	}
	for (int i = 0; i < SETUP_MAX && scenario->setup[i]; i++)
		must_run(bench, scenario->setup[i]);
	free(home);
	free(tmp);
}

static void check_undo(struct bench *bench)
{
	struct shot now;
	if (bench->scenario->has_no_undo)
		return;
	must_run(bench, "undo");
	shot_take(&now, bench->box);
	const char *path = shot_difference(&now, &bench->new, counts);
	if (path)
		quit("%s: undo of the next command leaves %s", bench->scenario->name, path);
	shot_release(&now);
}

void bench_begin(struct bench *bench, const struct scenario *scenario)
{
	bench->scenario = scenario;
	bench->tried = bench->survived = 0;
	char *base = make_scratch();
	bench->box = text_of("%s/box", base);
	bench->workspace = text_of("%s/ws", bench->box);
	free(base);
	make_old(bench);
	shot_take(&bench->old, bench->box);
	struct run look = plain(bench, scenario->look);
	bench->old_look = look.output;
	bench->old_status = look.status;
	must_run(bench, scenario->command);
	shot_take(&bench->new, bench->box);
	look = plain(bench, scenario->look);
	bench->new_look = look.output;
	bench->new_status = look.status;
	if (strcmp(bench->old_look, bench->new_look) == 0)
		quit("%s: the look shows nothing:\n%s", scenario->name, bench->old_look);
	must_run(bench, scenario->next);
	shot_take(&bench->after, bench->box);
	check_undo(bench);
}

void bench_end(struct bench *bench)
{
	char *base = text_of("%.*s", (int)(strlen(bench->box) - 4), bench->box);
	remove_all(base);
	free(base);
	shot_release(&bench->old);
	shot_release(&bench->new);
	shot_release(&bench->after);
	free(bench->old_look);
	free(bench->new_look);
	free(bench->box);
	free(bench->workspace);
}

bool bench_takes(struct bench *bench)
{
	return bench->index++ % bench->every == 0;
}

struct run bench_run(struct bench *bench, const char *const *before, const char *const *set,
		     enum outlet outlet)
{
	if (!bench->prepared)
		shot_lay(&bench->old, bench->box);
	return run_words(bench, before, bench->scenario->command,
			 (struct run){ .set = set, .outlet = outlet });
}

static bool has_crashed(const struct run *run, const struct verdict *verdict)
{
	if (run->status == CRASHED)
		return true;
	return run->status > 128 && run->status != 128 + verdict->signal;
}

/* What has to be clean in .pmo after a command; the path of what is not. */
static const char *find_junk(const struct shot *shot)
{
	for (size_t i = 0; i < shot->count; i++) {
		const char *found = strstr(shot->items[i].path, "/.pmo/");
		const char *name = found ? found + 6 : NULL;
		if (!name || strcmp(name, ".gitignore") == 0 || strcmp(name, "tmp") == 0 ||
		    strcmp(name, "journal.done") == 0 || strncmp(name, "undo", 4) == 0)
			continue;
		if (strcmp(name, "lock") != 0 || shot->items[i].length)
			return shot->items[i].path;
	}
	return NULL;
}

/* Runs one more command: it works, and the tree is then as expected. NULL or the fault. */
static char *follow(const struct bench *bench, const char *words, const struct shot *expected,
		    bool (*asked)(const char *, bool))
{
	struct shot now;
	struct run run = plain(bench, words);
	char *fault = NULL;
	if (run.status != 0)
		fault = text_of("then pmo %s: exit status %d: %.2000s", words, run.status,
				run.output);
	free(run.output);
	if (fault)
		return fault;
	shot_take(&now, bench->box);
	const char *path = shot_difference(&now, expected, asked);
	if (path)
		fault = text_of("after pmo %s, %s is not as it should be", words, path);
	else if ((path = find_junk(&now)))
		fault = text_of("after pmo %s, %s is left", words, path);
	shot_release(&now);
	return fault;
}

/* All was done, and then it could not be told. */
static bool is_excused(const struct run *run, const struct verdict *verdict)
{
	return verdict->is_after || verdict->may_be_after ||
	       (verdict->excuse && strstr(run->output, verdict->excuse));
}

static char *look(const struct bench *bench, const struct run *run, const struct verdict *verdict,
		  bool *is_new)
{
	struct run seen = plain(bench, bench->scenario->look);
	char *fault = NULL;
	bool is_old = seen.status == bench->old_status && strcmp(seen.output, bench->old_look) == 0;
	*is_new = seen.status == bench->new_status && strcmp(seen.output, bench->new_look) == 0;
	bool ended = run->status > 128;
	if (!is_old && !*is_new && verdict->may_differ && run->status == 0)
		fault = follow(bench, "undo", &bench->old, counts);
	else if (!is_old && !*is_new)
		fault = text_of("a reader sees neither old nor new: exit status %d: %.2000s",
				seen.status, seen.output);
	else if (run->status == 0 && !*is_new && !verdict->may_differ)
		fault = text_of("exit status 0, but the state is old");
	else if (run->status == 0 && verdict->is_after && !verdict->may_be_after)
		fault = text_of("exit status 0, but what it had to say was lost");
	else if (run->status != 0 && !ended && *is_new && !is_excused(run, verdict))
		fault = text_of("the exit status is not 0, but the state is new");
	else if (verdict->must_succeed && run->status != 0)
		fault = text_of("a call that was interrupted was not tried again");
	free(seen.output);
	return fault;
}

static char *find_fault(const struct bench *bench, const struct run *run,
			const struct verdict *verdict)
{
	const struct scenario *scenario = bench->scenario;
	bool is_new;
	if (run->hung)
		return text_of("it hangs");
	if (has_crashed(run, verdict))
		return text_of("it crashed");
	char *fault = look(bench, run, verdict, &is_new);
	if (!fault && verdict->may_differ && run->status == 0)
		return NULL;
	if (verdict->let_go)
		verdict->let_go(verdict->context);
	if (fault)
		return fault;
	bool (*asked)(const char *, bool) = scenario->keeps_typed ? counts_typed : counts;
	fault = follow(bench, is_new ? scenario->next : scenario->command,
		       is_new ? &bench->after : &bench->new, asked);
	if (!fault && !scenario->has_no_undo && (is_new || !scenario->is_undo))
		fault = follow(bench, "undo", is_new ? &bench->new : &bench->old, asked);
	return fault ? fault : ask_other(bench);
}

void bench_judge(struct bench *bench, struct run *run, const struct verdict *verdict)
{
	char *fault = find_fault(bench, run, verdict);
	bench->tried++;
	bench->survived += !fault;
	if (fault) {
		printf("%s, %s: exit status %d: %s\n", bench->scenario->name, verdict->what,
		       run->status, fault);
		char *rest = NULL;
		for (char *line = strtok_r(run->output, "\n", &rest); line;
		     line = strtok_r(NULL, "\n", &rest))
			printf("    %.300s\n", line);
		fflush(stdout);
	}
	free(fault);
	free(run->output);
	run->output = NULL;
}

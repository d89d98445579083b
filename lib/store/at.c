/* Which revision --at means, and which day it is then. */
#include "store/at.h"

#include "store/config.h"
#include "store/revision.h"

#include <pmo/moment.h>

#include <string.h>

enum { SECONDS = 60, DAY = 24 * 60 }; /* of a minute; minutes */

static const char *zone_folder(const struct pmo_workspace *workspace, const char *zone)
{
	return zone ? workspace->env.zoneinfo : NULL;
}

int32_t at_date_in_zone(struct pmo_workspace *workspace, const char *zone, int64_t minutes)
{
	struct pmo_zones zones;
	struct pmo_moment moment = { .minutes = minutes };
	const char *folder = zone_folder(workspace, zone);
	if (folder) {
		pmo_zones_init(&zones, &workspace->arena, folder);
		if (pmo_moment_from_utc(&zones, minutes, zone, &moment) != PMO_OK)
			moment.minutes = minutes;
	}
	return pmo_moment_date(&moment);
}

/* The last second of a day on that wall. */
static int64_t end_of_day(struct pmo_workspace *workspace, const char *zone, int32_t day)
{
	struct pmo_zones zones;
	struct pmo_moment midnight = { .minutes = ((int64_t)day + 1) * DAY };
	int64_t minutes = midnight.minutes;
	const char *folder = zone_folder(workspace, zone);
	if (folder) {
		pmo_zones_init(&zones, &workspace->arena, folder);
		if (pmo_moment_to_utc(&zones, &midnight, zone, &minutes) != PMO_OK)
			minutes = midnight.minutes;
	}
	return minutes * SECONDS - 1;
}

/* The zone that today's pmo.yaml names; what else is wrong with it is not asked here. */
static const char *zone_of_disk(struct pmo_workspace *workspace)
{
	struct pmo_diags unheard;
	struct pmo_config *config = pmo_arena_alloc(&workspace->arena, sizeof(*config));
	struct ydoc *doc = pmo_arena_alloc(&workspace->arena, sizeof(*doc));
	struct tree_file file;
	pmo_diags_init(&unheard, &workspace->arena);
	if (!config || !doc)
		return NULL;
	if (tree_read(&workspace->tree, "pmo.yaml", YDOC_BYTES, &file) != PMO_OK)
		return NULL;
	struct pmo_source source = { "pmo.yaml", file.bytes, file.length, 0 };
	config_init(config, pmo_registers);
	if (ydoc_read(doc, &workspace->arena, &source, &unheard) == PMO_NO_MEMORY)
		return NULL;
	return config_read(config, doc, &unheard) == PMO_OK ? config->timezone : NULL;
}

static void hint_at_depth(const struct revision *revision)
{
	if (revision->is_shallow)
		pmo_diag_hint(revision->git.diags,
			      "this clone has only the last part of its history; "
			      "git fetch --unshallow gets the rest");
}

static enum pmo_result report_no_commit(struct pmo_workspace *workspace)
{
	pmo_diag_add(workspace->diags, PMO_ERROR, "revision-missing", NULL,
		     "there is no commit here yet");
	pmo_diag_hint(workspace->diags, "git add and git commit begin the history");
	return PMO_INVALID;
}

/* The day of the oldest commit of the line, when it is not the day asked for. */
static enum pmo_result report_too_early(struct pmo_workspace *workspace, struct revision *revision,
					const char *zone)
{
	char wanted[PMO_DATE_SIZE], first[PMO_DATE_SIZE];
	enum pmo_result result = revision_find_first(revision);
	pmo_date_format(revision->day, wanted);
	if (result == PMO_NO_MEMORY || result == PMO_IO)
		return result;
	if (result != PMO_OK)
		return report_no_commit(workspace);
	pmo_date_format(at_date_in_zone(workspace, zone, revision->commit.time / SECONDS), first);
	pmo_diag_add(workspace->diags, PMO_ERROR, "revision-missing", NULL,
		     "there is no commit by the end of %s; the first %s is of %s", wanted,
		     revision->is_shallow ? "one in this clone" : "one", first);
	hint_at_depth(revision);
	return PMO_INVALID;
}

static enum pmo_result find_day(struct pmo_workspace *workspace, struct revision *revision,
				int32_t day, const char *zone)
{
	revision->day = day;
	enum pmo_result result = revision_find_time(revision, end_of_day(workspace, zone, day));
	return result == PMO_NOT_FOUND ? report_too_early(workspace, revision, zone) : result;
}

static enum pmo_result report_unknown(struct pmo_workspace *workspace, struct revision *revision)
{
	enum pmo_result result = revision_find_name(revision, "HEAD");
	if (result == PMO_NO_MEMORY || result == PMO_IO)
		return result;
	if (result == PMO_NOT_FOUND)
		return report_no_commit(workspace);
	pmo_diag_add(workspace->diags, PMO_ERROR, "revision-missing", NULL,
		     "--at '%s' is no revision that git knows here, and no date",
		     workspace->env.at);
	pmo_diag_hint(workspace->diags, "git log --oneline lists revisions; a date is 2026-10-30");
	hint_at_depth(revision);
	return PMO_INVALID;
}

static enum pmo_result find_wanted(struct pmo_workspace *workspace, struct revision *revision)
{
	const struct pmo_env *env = &workspace->env;
	int32_t day;
	const char *zone = zone_of_disk(workspace);
	if (pmo_date_parse(env->at, strlen(env->at), &day) == PMO_OK)
		return find_day(workspace, revision, day, zone);
	enum pmo_result result = revision_find_name(revision, env->at);
	if (result != PMO_NOT_FOUND)
		return result;
	struct pmo_date_context context = { .today = env->today };
	if (context.today == PMO_DATE_NONE)
		context.today = at_date_in_zone(workspace, zone, env->now);
	if (pmo_date_input(&context, env->at, strlen(env->at), &day) == PMO_OK)
		return find_day(workspace, revision, day, zone);
	return report_unknown(workspace, revision);
}

enum pmo_result at_open(struct pmo_workspace *workspace)
{
	struct revision *revision = pmo_arena_alloc(&workspace->arena, sizeof(*revision));
	if (!revision)
		return PMO_NO_MEMORY;
	enum pmo_result result =
		git_open(&revision->git, &workspace->env, workspace->root, &workspace->arena);
	if (result == PMO_NOT_FOUND)
		return git_report_missing(workspace->diags, "--at");
	revision->git.diags = workspace->diags;
	revision->tree = &workspace->tree;
	revision->day = PMO_DATE_NONE;
	if (result == PMO_OK)
		result = revision_locate(revision, "--at");
	if (result == PMO_OK)
		result = find_wanted(workspace, revision);
	if (result == PMO_OK)
		result = revision_open_root(revision);
	if (result == PMO_OK)
		workspace->tree.at = revision;
	else
		revision_close(revision);
	return result;
}

int32_t at_today(struct pmo_workspace *workspace)
{
	const struct revision *revision = workspace->tree.at;
	const struct pmo_env *env = &workspace->env;
	if (env->today != PMO_DATE_NONE && !env->today_yields)
		return env->today;
	if (revision->day != PMO_DATE_NONE)
		return revision->day;
	return at_date_in_zone(workspace, workspace->config.timezone,
			       revision->commit.time / SECONDS);
}

enum pmo_result at_refuse(struct pmo_diags *diags)
{
	pmo_diag_add(diags, PMO_ERROR, "at-reads", NULL,
		     "--at looks at the past; what was then cannot be changed");
	pmo_diag_hint(diags, "leave out --at; --on DATE records when something happened");
	return PMO_USAGE;
}

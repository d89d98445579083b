/* Who has more to do than time, because several projects ask for them. */
#include "practice/portfolio.h"

#include <string.h>

enum { CODES = 6 };

/* What several projects ask of one person in one week. */
struct week_parts {
	const char *codes[CODES];
	const struct pmo_project *projects[CODES];
	size_t count;
};

static const char *code_of(const struct pmo_portfolio *portfolio, const struct pmo_project *project)
{
	for (size_t i = 0; i < portfolio->count; i++)
		if (portfolio->rows[i].project == project)
			return portfolio->rows[i].code;
	return project->handle;
}

static void find_parts(const struct portfolio_work *work, const char *handle, size_t week,
		       struct week_parts *parts)
{
	parts->count = 0;
	for (size_t i = 0; i < work->load.part_count; i++) {
		const struct pmo_workload_part *part = &work->load.parts[i];
		size_t at = 0;
		if (part->week != week || part->load <= 0 || strcmp(part->person, handle) != 0)
			continue;
		while (at < parts->count && parts->projects[at] != part->project)
			at++;
		if (at < parts->count || at == CODES)
			continue;
		parts->projects[at] = part->project;
		parts->codes[at] = code_of(work->portfolio, part->project);
		parts->count++;
	}
}

/* The fullest of the weeks that several projects fill; PORTFOLIO_WEEKS: there is none. */
static size_t fullest_week(const struct portfolio_work *work,
			   const struct pmo_workload_person *person, size_t *weeks)
{
	size_t worst = PORTFOLIO_WEEKS;
	struct week_parts parts;
	*weeks = 0;
	for (size_t week = 0; person->over && week < work->load.weeks; week++) {
		if (!pmo_workload_is_over(person, week))
			continue;
		find_parts(work, person->handle, week, &parts);
		if (parts.count < 2)
			continue;
		++*weeks;
		if (worst == PORTFOLIO_WEEKS || person->load[week] > person->load[worst])
			worst = week;
	}
	return worst;
}

static enum pmo_result tell(struct portfolio_work *work, const struct pmo_workload_person *person,
			    size_t week, size_t weeks)
{
	struct pmo_arena *arena = work->portfolio->arena;
	struct week_parts parts;
	struct pmo_buffer out;
	char day[PMO_DATE_LONG_SIZE];
	find_parts(work, person->handle, week, &parts);
	pmo_date_format_short(work->load.from + 7 * (int32_t)week, work->load.from, day);
	pmo_buffer_init(&out, 1 << 16);
	pmo_buffer_add_format(&out, "%s: %lld %% of %lld %% in the week of %s (", person->handle,
			      (long long)((person->load[week] + 50) / 100),
			      (long long)((person->capacity[week] + 50) / 100), day);
	for (size_t i = 0; i < parts.count; i++)
		pmo_buffer_add_format(&out, "%s%s", i ? ", " : "", parts.codes[i]);
	pmo_buffer_add_text(&out, ")");
	if (weeks > 1)
		pmo_buffer_add_format(&out, "; too much in %zu weeks", weeks);
	const char *text = out.failed ? NULL : pmo_arena_string(arena, out.data);
	pmo_buffer_release(&out);
	return portfolio_add(work, PMO_PORTFOLIO_OVERLOAD, text);
}

enum pmo_result portfolio_find_overload(struct portfolio_work *work)
{
	enum pmo_result result = PMO_OK;
	pmo_workload_end(&work->load);
	for (size_t i = 0; result == PMO_OK && i < work->load.person_count; i++) {
		size_t weeks, worst = fullest_week(work, &work->load.people[i], &weeks);
		if (worst < PORTFOLIO_WEEKS)
			result = tell(work, &work->load.people[i], worst, weeks);
	}
	return result;
}

/* The colors: the first rule that fires, then what people say instead. */
#include "rag.h"

#include "base/sha256.h"

#include <pmo/text.h>

#include <string.h>

static const char *const names[PMO_RAG_COUNT] = { "scope", "schedule", "cost", "risk", "overall" };

const char *pmo_rag_area_name(enum pmo_rag_what area)
{
	return names[area];
}

enum pmo_rag_what pmo_rag_area_find(const char *name)
{
	int area = 0;
	while (area < PMO_RAG_COUNT && !pmo_ascii_equal(name, names[area]))
		area++;
	return (enum pmo_rag_what)area;
}

static int rank(char color)
{
	return color == 'G' ? 1 : color == 'Y' ? 2 : color == 'R' ? 3 : 0;
}

const char *pmo_rag_trend(char previous, char now)
{
	if (!rank(previous) || !rank(now))
		return NULL;
	if (rank(previous) == rank(now))
		return "same";
	return rank(now) < rank(previous) ? "up" : "down";
}

static bool fires(const struct rag_rule *rule, const struct rag_figure *figure,
		  const struct rag_figure *limit)
{
	if (!figure->known || !limit->known)
		return false;
	int order = pmo_decimal_compare(figure->number, limit->number);
	switch (rule->sense) {
	case RAG_ABOVE:
		return order > 0;
	case RAG_BELOW:
		return order < 0;
	case RAG_AT_LEAST:
		return order >= 0;
	case RAG_ALWAYS:
		break;
	}
	return true;
}

/* To the places of its unit: a value is filled up with zeros, a limit stays as it was typed. */
static struct pmo_decimal in_places(struct pmo_decimal number, uint8_t places, bool fills)
{
	struct pmo_decimal rounded = number;
	if (number.scale > places && pmo_decimal_round(number, places, &rounded) != PMO_OK)
		return number;
	for (; fills && rounded.scale < places && rounded.units < INT64_MAX / 10 &&
	       rounded.units > INT64_MIN / 10;
	     rounded.scale++)
		rounded.units *= 10;
	return rounded;
}

enum number_form { FORM_VALUE, FORM_SIGNED, FORM_LIMIT };

static void add_number(const struct rag_rule *rule, struct pmo_decimal number,
		       enum number_form form, struct pmo_buffer *out)
{
	static const uint8_t places[] = {
		[RAG_COUNTED] = 0, [RAG_SHARE] = 1, [RAG_RATIO] = 2, [RAG_MONEY] = 2, [RAG_DAYS] = 0
	};
	char text[PMO_DECIMAL_SIZE], money[PMO_MONEY_SIZE];
	bool is_money = rule->unit == RAG_MONEY;
	struct pmo_decimal rounded =
		in_places(number, places[rule->unit], is_money || form != FORM_LIMIT);
	if (form == FORM_SIGNED && rounded.units >= 0)
		pmo_buffer_add_char(out, '+');
	if (is_money)
		pmo_money_format_grouped(rounded.units, money);
	else
		pmo_decimal_format(rounded, text);
	pmo_buffer_add_text(out, is_money ? money : text);
	if (rule->unit == RAG_SHARE)
		pmo_buffer_add_text(out, " %");
	if (rule->unit == RAG_DAYS)
		pmo_buffer_add_text(out, " d");
}

/* "CHG-003, CHG-005 and 2 more". */
static void add_which(const struct rag_figure *figure, struct pmo_buffer *out)
{
	enum { NAMED = 3 };
	const struct pmo_value *which = figure->which;
	if (figure->item)
		pmo_buffer_add_text(out, figure->item);
	for (uint32_t i = 0; which && i < which->count && i < NAMED; i++)
		pmo_buffer_add_format(out, "%s%s", i ? ", " : "", which->as.items[i].as.text);
	if (which && which->count > NAMED)
		pmo_buffer_add_format(out, " and %u more", which->count - NAMED);
}

/* The record that {expressions} of the text are about: the first of the list. */
static const struct pmo_record *subject(const struct rag_work *work,
					const struct rag_figure *figure)
{
	const struct pmo_world *world = work->charter->world;
	const struct pmo_record *found = NULL;
	if (figure->which && figure->which->count && world->find)
		found = world->find(world->store, work->charter, figure->which->as.items[0].as.text,
				    NULL);
	return found ? found : work->charter;
}

struct told {
	const struct rag_rule *rule;
	const struct rag_figure *figure, *limit;
};

static bool add_word(const struct told *told, const char *word, size_t length,
		     struct pmo_buffer *out)
{
	static const char *const words[] = { "value", "signed", "limit", "days", "which" };
	size_t at = 0;
	while (at < 5 && (strlen(words[at]) != length || memcmp(word, words[at], length) != 0))
		at++;
	if (at < 2)
		add_number(told->rule, told->figure->number, at ? FORM_SIGNED : FORM_VALUE, out);
	else if (at == 2)
		add_number(told->rule, told->limit->number, FORM_LIMIT, out);
	else if (at == 3)
		pmo_buffer_add_format(out, "%+d d", (int)told->figure->days);
	else if (at == 4)
		add_which(told->figure, out);
	return at < 5;
}

static const char *sentence(struct rag_work *work, const struct told *told)
{
	struct pmo_buffer out;
	const char *text = told->rule->text;
	pmo_buffer_init(&out, 1 << 16);
	while (*text) {
		size_t plain = strcspn(text, "$");
		pmo_buffer_add(&out, text, plain);
		text += plain;
		size_t length = *text ? strspn(text + 1, "abcdefghijklmnopqrstuvwxyz") : 0;
		if (*text && !add_word(told, text + 1, length, &out))
			pmo_buffer_add(&out, text, length + 1);
		text += *text ? length + 1 : 0;
	}
	const char *filled =
		out.failed ? NULL
			   : pmo_arena_copy(work->charter->world->arena, out.data, out.length);
	pmo_buffer_release(&out);
	if (filled && strchr(filled, '{')) {
		const char *said = pmo_practice_text(subject(work, told->figure), filled);
		filled = said ? said
			      : pmo_arena_copy(work->charter->world->arena, filled,
					       strcspn(filled, "{"));
	}
	work->no_memory |= !filled;
	return filled;
}

/* Takes the rule in; false: the color is settled and this rule is of a better one. */
static bool try_rule(struct rag_work *work, const struct rag_rule *rule)
{
	struct pmo_rag_area *area = &work->rag->areas[rule->area];
	if (area->computed && area->computed != rule->color)
		return false;
	if (area->also_count == PMO_RAG_ALSO - 1)
		return true;
	struct rag_figure zero = { .known = true };
	struct rag_figure figure = rag_measure(work, rule);
	struct rag_figure limit = rule->limit ? rag_ask(work, rule->limit) : zero;
	if (!fires(rule, &figure, &limit))
		return true;
	const char *said = sentence(work, &(struct told){ rule, &figure, &limit });
	if (area->computed) {
		area->also[area->also_count++] = said;
		return true;
	}
	area->computed = rule->color;
	area->rule = rule->code;
	area->reason = said;
	return true;
}

static void leave_unrated(struct pmo_rag_area *area, const char *rule, const char *reason)
{
	area->computed = 'N';
	area->rule = rule;
	area->reason = reason;
}

/* What must be there before an area has a color. */
static enum pmo_result check_inputs(struct rag_work *work, enum pmo_rag_what what)
{
	struct pmo_rag_area *area = &work->rag->areas[what];
	const struct pmo_record *bad;
	enum pmo_result result = rag_find_bad(work, what, &bad);
	if (result != PMO_OK)
		return result;
	if (bad) {
		const char *said = pmo_arena_format(bad->world->arena,
						    "%s has a bad value: see pmo check", bad->id);
		leave_unrated(area, "unsure-data", said);
		return said ? PMO_OK : PMO_NO_MEMORY;
	}
	if (what != PMO_RAG_SCHEDULE)
		return PMO_OK;
	const struct pmo_plan *plan = work->plan;
	int index = plan ? pmo_plan_go_live(plan) : -1;
	if (!plan)
		leave_unrated(area, "unsure-data", "there is no schedule: see pmo schedule");
	else if (plan->fault || (index >= 0 && !plan->items[index].sure))
		leave_unrated(area, "unsure-data",
			      "go-live is not sure, the plan has bad values: see pmo schedule");
	else if (!plan->baseline)
		leave_unrated(area, "no-baseline", "no approved baseline yet");
	return PMO_OK;
}

static enum pmo_result compute_area(struct rag_work *work, enum pmo_rag_what what)
{
	struct pmo_rag_area *area = &work->rag->areas[what];
	enum pmo_result result = check_inputs(work, what);
	for (const struct rag_rule *rule = rag_rules; result == PMO_OK && rule->code; rule++)
		if (rule->area == what && !try_rule(work, rule))
			break;
	if (!area->computed)
		leave_unrated(area, "no-data",
			      what == PMO_RAG_COST ? "no budget to compare with"
						   : "nothing to compare with");
	area->reported = area->computed;
	return work->no_memory ? PMO_NO_MEMORY : result;
}

/* An area without a color is no green one. */
static const char *say_green(const struct rag_work *work)
{
	struct pmo_arena *arena = work->charter->world->arena;
	const char *left = NULL;
	for (int what = 0; what < PMO_RAG_OVERALL; what++)
		if (!rank(work->rag->areas[what].reported))
			left = left ? pmo_arena_format(arena, "%s, %s", left, names[what])
				    : names[what];
	return left ? pmo_arena_format(arena, "all that are rated are green; not rated: %s", left)
		    : "all four are green";
}

/* The worst of the four; which one is told, the schedule first. */
static enum pmo_result compute_overall(struct rag_work *work)
{
	static const enum pmo_rag_what order[] = { PMO_RAG_SCHEDULE, PMO_RAG_COST, PMO_RAG_RISK,
						   PMO_RAG_SCOPE };
	struct pmo_rag_area *overall = &work->rag->areas[PMO_RAG_OVERALL];
	const struct pmo_rag_area *worst = NULL, *unrated = NULL;
	enum pmo_rag_what what = PMO_RAG_OVERALL;
	overall->computed = 'G';
	for (size_t i = 0; i < 4; i++) {
		const struct pmo_rag_area *area = &work->rag->areas[order[i]];
		if (rank(area->computed) > rank(overall->computed))
			overall->computed = area->computed;
		if (!worst || rank(area->reported) > rank(worst->reported)) {
			worst = area;
			what = order[i];
		}
		if (area->computed == 'N' && !unrated && strcmp(area->rule, "no-data") != 0)
			unrated = area;
	}
	overall->reported = worst && rank(worst->reported) ? worst->reported : 'N';
	const struct pmo_rag_area *told = worst;
	bool before = unrated && strcmp(unrated->rule, "no-baseline") == 0;
	if (unrated && (before || rank(overall->reported) < rank('R'))) {
		overall->computed = overall->reported = 'N';
		told = unrated;
		for (int i = 0; i < PMO_RAG_OVERALL; i++)
			if (&work->rag->areas[i] == unrated)
				what = (enum pmo_rag_what)i;
	}
	overall->rule = told ? told->rule : NULL;
	overall->reason = told ? pmo_arena_format(work->charter->world->arena, "%s %s", names[what],
						  told->reason)
			       : NULL;
	if (overall->reported == 'G')
		overall->reason = say_green(work);
	return overall->reason ? PMO_OK : PMO_NO_MEMORY;
}

static void hold(struct pmo_rag *rag)
{
	for (int i = 0; i < PMO_RAG_COUNT; i++) {
		struct pmo_rag_area *area = &rag->areas[i];
		area->computed = area->reported = 'H';
		area->rule = "on-hold";
		area->reason = "the project is on hold";
	}
}

static enum pmo_result compute(struct rag_work *work)
{
	const char *state = pmo_record_state(work->charter)->name;
	enum pmo_result result = PMO_OK;
	if (strcmp(state, "on_hold") == 0)
		hold(work->rag);
	for (int what = 0; result == PMO_OK && what < PMO_RAG_OVERALL; what++)
		if (work->rag->areas[what].computed != 'H')
			result = compute_area(work, (enum pmo_rag_what)what);
	if (result == PMO_OK)
		result = rag_read_reports(work);
	if (result == PMO_OK && work->rag->areas[PMO_RAG_OVERALL].computed != 'H')
		result = compute_overall(work);
	if (result == PMO_OK)
		rag_compare_reports(work);
	return work->no_memory ? PMO_NO_MEMORY : result;
}

enum pmo_result pmo_rag_compute(struct pmo_workspace *workspace, const struct pmo_project *project,
				const struct pmo_plan *plan, struct pmo_rag *rag)
{
	const struct pmo_schema *schema = pmo_workspace_schema(workspace, "project");
	struct pmo_records charters = { 0 };
	struct rag_work work = {
		.workspace = workspace, .project = project, .plan = plan, .rag = rag
	};
	*rag = (struct pmo_rag){ 0 };
	for (int i = 0; i < PMO_RAG_COUNT; i++)
		rag->areas[i].override_on = PMO_DATE_NONE;
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result = pmo_workspace_records(workspace, project, schema, &charters);
	if (result != PMO_OK)
		return result;
	if (charters.count && !charters.items[0].unreadable) {
		work.charter = &charters.items[0];
		return compute(&work);
	}
	for (int i = 0; i < PMO_RAG_COUNT; i++) {
		leave_unrated(&rag->areas[i], "unsure-data", "project.yaml cannot be read");
		rag->areas[i].reported = 'N';
	}
	return PMO_OK;
}

static void add_rule(const struct rag_rule *rule, struct pmo_buffer *out)
{
	pmo_buffer_add_format(out, "%d %c %s %d %s %d %s\n", (int)rule->area, rule->color,
			      rule->code, (int)rule->source, rule->value ? rule->value : "-",
			      (int)rule->sense, rule->limit ? rule->limit : "-");
}

static bool add_limits(struct pmo_workspace *workspace, struct pmo_buffer *out)
{
	const struct pmo_world *world = pmo_workspace_world(workspace);
	for (const struct pmo_limit *row = pmo_limits; row->name; row++) {
		struct pmo_limit limit = *row;
		bool used = strncmp(row->name, "rag.", 4) == 0 ||
			    strncmp(row->name, "risk.", 5) == 0 ||
			    strcmp(row->name, "change.decide") == 0;
		if (!used || row->jurisdiction)
			continue;
		if (world->limit && !world->limit(world->store, row->name, &limit))
			return false;
		pmo_buffer_add_format(out, "%s %s\n", limit.name, limit.value);
	}
	return true;
}

const char *pmo_rag_version(struct pmo_workspace *workspace)
{
	enum { DIGITS = 12 };
	struct pmo_buffer text;
	const char *version = NULL;
	char digest[SHA256_TEXT];
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	for (const struct rag_rule *rule = rag_rules; rule->code; rule++)
		add_rule(rule, &text);
	if (add_limits(workspace, &text) && !text.failed) {
		sha256_bytes(text.data, text.length, digest);
		version = pmo_arena_copy(pmo_workspace_arena(workspace), digest, DIGITS);
	}
	pmo_buffer_release(&text);
	return version;
}

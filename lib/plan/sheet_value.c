/* What cells mean, judged before anything is changed, so that each fault has its line. */
#include "plan/sheet.h"

#include <pmo/text.h>

#include <string.h>

/* `30`, `30d?`, `3 wks`: what other tools write for a duration, as it is read here. */
static bool read_duration(const char *text, char out[PMO_DURATION_SIZE])
{
	static const struct {
		const char *word, *unit;
	} words[] = { { "", "d" },    { "wk", "w" },    { "wks", "w" },    { "hr", "h" },
		      { "hrs", "h" }, { "min", "min" }, { "mins", "min" }, { "dy", "d" },
		      { "mon", "" },  { "mons", "" },   { "edays", "cd" }, { "eday", "cd" } };
	struct pmo_duration duration;
	char typed[48];
	size_t length = strcspn(text, "?"); /* "estimated" in MS Project */
	if (length >= sizeof(typed) - 8 || (text[length] && text[length + 1]))
		return false;
	memcpy(typed, text, length);
	typed[length] = '\0';
	size_t number = strspn(typed, "0123456789."), word = number;
	while (typed[word] == ' ')
		word++;
	for (size_t i = 0; number && i < sizeof(words) / sizeof(*words); i++)
		if (pmo_ascii_equal(typed + word, words[i].word)) {
			memcpy(typed + number, words[i].unit, strlen(words[i].unit) + 1);
			break;
		}
	if (pmo_duration_input(typed, strlen(typed), false, &duration) != PMO_OK)
		return false;
	pmo_duration_format(duration, out);
	return true;
}

static bool read_percent(const char *text, int *percent)
{
	int number = 0;
	size_t digits = strspn(text, "0123456789");
	const char *rest = text + digits;
	rest += strncmp(rest, ".0", 2) == 0 ? 2 : 0;
	while (*rest == ' ')
		rest++;
	if (!digits || digits > 3 || (*rest && strcmp(rest, "%") != 0))
		return false;
	for (size_t i = 0; i < digits; i++)
		number = number * 10 + (text[i] - '0');
	*percent = number;
	return number <= 100;
}

/* A handle, or a name that one person has. */
static const char *find_person(const struct sheet_work *work, const char *text)
{
	const struct pmo_world *world = pmo_workspace_world(work->workspace);
	const struct pmo_schema *schema = pmo_workspace_schema(work->workspace, "person");
	const struct pmo_record *person = NULL;
	struct pmo_records records;
	struct pmo_record from = { .schema = work->task, .world = world, .project = work->project };
	if (!strpbrk(text, " /"))
		person = world->find(world->store, &from, text, "person");
	if (person)
		return person->id;
	if (!schema || pmo_workspace_records(work->workspace, NULL, schema, &records) != PMO_OK)
		return NULL;
	for (size_t i = 0; i < records.count; i++) {
		const char *name = pmo_record_text(&records.items[i], schema->title);
		if (!name || pmo_text_compare(name, text) != 0)
			continue;
		if (person)
			return NULL;
		person = &records.items[i];
	}
	return person ? person->id : NULL;
}

/* Where nobody keeps people, any name of one word will do. */
static bool is_owner(const struct sheet_work *work, const char *text)
{
	const struct pmo_world *world = pmo_workspace_world(work->workspace);
	return find_person(work, text) ||
	       (!world->keeps(world->store, NULL, "person") && !strpbrk(text, " ,;/"));
}

static void judge_duration(const struct sheet_work *work, const struct pmo_sheet_row *row)
{
	char duration[PMO_DURATION_SIZE];
	const char *text = sheet_text(row, PMO_SHEET_DURATION);
	bool was_milestone = row->record && sheet_is_milestone(row);
	bool is_milestone = strcmp(text, "-") == 0;
	bool is_nothing = read_duration(text, duration) && strcmp(duration, "0d") == 0;
	if (was_milestone && (is_nothing || is_milestone || !*text))
		return;
	if (was_milestone || (row->record && is_milestone))
		sheet_complain(work, row, PMO_SHEET_DURATION,
			       "a task stays a task and a milestone a milestone: take this line "
			       "away and add another");
	else if (*text && !is_milestone && !read_duration(text, duration))
		sheet_complain(work, row, PMO_SHEET_DURATION,
			       "'%s' is no duration; expected 30d, 4w, 6h, or - for a milestone",
			       text);
}

static void judge_done(const struct sheet_work *work, const struct pmo_sheet_row *row)
{
	const struct pmo_sheet_row *base = sheet_base_row(work, row);
	const char *text = sheet_text(row, PMO_SHEET_DONE);
	int percent = 0;
	if (base && strcmp(sheet_text(base, PMO_SHEET_DONE), "done") == 0)
		sheet_complain(work, row, PMO_SHEET_DONE,
			       "it is done; pmo %s reopen %s --note WHY takes that back",
			       row->record->schema->table->name, row->record->id);
	else if (*text && !pmo_ascii_equal(text, "done") && !read_percent(text, &percent))
		sheet_complain(work, row, PMO_SHEET_DONE,
			       "'%s' is no percent; expected 0%% to 100%%, or done", text);
	else if (sheet_is_milestone(row) && percent && percent != 100)
		sheet_complain(work, row, PMO_SHEET_DONE,
			       "a milestone is reached or it is not: done, or empty");
}

static void judge_row(const struct sheet_work *work, const struct pmo_sheet_row *row)
{
	const char *owner = sheet_text(row, PMO_SHEET_OWNER);
	if (row->parent >= 0 && sheet_is_milestone(&work->typed->rows[row->parent]))
		sheet_complain(work, row, PMO_SHEET_TITLE, "nothing can be below a milestone, '%s'",
			       sheet_text(&work->typed->rows[row->parent], PMO_SHEET_TITLE));
	if (sheet_differs(work, row, PMO_SHEET_DURATION))
		judge_duration(work, row);
	if (sheet_differs(work, row, PMO_SHEET_DONE))
		judge_done(work, row);
	if (!*owner || !sheet_differs(work, row, PMO_SHEET_OWNER) || is_owner(work, owner))
		return;
	const struct pmo_world *world = pmo_workspace_world(work->workspace);
	const char *nearest = world->nearest(world->store, NULL, owner, "person");
	sheet_complain(work, row, PMO_SHEET_OWNER, "'%s' is no person", owner);
	if (nearest)
		pmo_diag_hint(work->diags, "nearest is %s", nearest);
	else
		pmo_diag_hint(work->diags, "pmo person add HANDLE name='%s'", owner);
}

enum pmo_result sheet_judge(const struct sheet_work *work)
{
	size_t errors = work->diags->count[PMO_ERROR];
	for (size_t i = 0; i < work->typed->count; i++) {
		const struct pmo_sheet_row *row = &work->typed->rows[i];
		struct sheet_links links;
		judge_row(work, row);
		if (!sheet_differs(work, row, PMO_SHEET_AFTER))
			continue;
		enum pmo_result result = sheet_links(work, work->typed, row, &links);
		if (result != PMO_OK && result != PMO_INVALID)
			return result;
	}
	return work->diags->count[PMO_ERROR] > errors ? PMO_INVALID : PMO_OK;
}

static enum pmo_result set_field(const struct pmo_sheet_row *row, const char *name,
				 const char *text)
{
	int field = pmo_schema_field(pmo_draft_record(row->draft)->schema, name);
	return field < 0 ? PMO_OK : pmo_draft_set(row->draft, field, text);
}

static enum pmo_result set_duration(const struct pmo_sheet_row *row)
{
	char duration[PMO_DURATION_SIZE];
	const char *text = sheet_text(row, PMO_SHEET_DURATION);
	if (sheet_is_milestone(row))
		return PMO_OK;
	return set_field(row, "duration", *text && read_duration(text, duration) ? duration : NULL);
}

static enum pmo_result set_done(const struct pmo_sheet_row *row)
{
	const char *text = sheet_text(row, PMO_SHEET_DONE);
	int percent = 0;
	bool milestone = sheet_is_milestone(row);
	bool done = pmo_ascii_equal(text, "done");
	if (!done && *text && !read_percent(text, &percent))
		return PMO_INVALID;
	if (done || (milestone && percent == 100))
		return pmo_draft_move(row->draft, milestone ? "achieve" : "finish");
	if (milestone)
		return PMO_OK;
	char number[8];
	size_t length = 0;
	for (int part = 100; part; part /= 10)
		if (percent >= part || part == 1)
			number[length++] = (char)('0' + percent / part % 10);
	number[length] = '\0';
	return set_field(row, "percent", *text ? number : NULL);
}

enum pmo_result sheet_set_values(const struct sheet_work *work, const struct pmo_sheet_row *row)
{
	enum pmo_result result = PMO_OK;
	const struct pmo_sheet_row *base = sheet_base_row(work, row);
	const char *owner = sheet_text(row, PMO_SHEET_OWNER);
	if (sheet_differs(work, row, PMO_SHEET_TITLE))
		result = set_field(row, "title", sheet_text(row, PMO_SHEET_TITLE));
	if (result == PMO_OK && sheet_differs(work, row, PMO_SHEET_CODE))
		result = set_field(row, "wbs", sheet_text(row, PMO_SHEET_CODE));
	if (result == PMO_OK && sheet_differs(work, row, PMO_SHEET_OWNER)) {
		const char *person = *owner ? find_person(work, owner) : NULL;
		result = set_field(row, "owner", person ? person : owner);
	}
	/* What is said for all below a line follows from them. */
	if (result == PMO_OK && !row->record && row->is_parent)
		result = set_field(row, "kind", "summary");
	if (row->is_parent && (!base || !*sheet_text(base, PMO_SHEET_DURATION)))
		return result;
	if (result == PMO_OK && sheet_differs(work, row, PMO_SHEET_DURATION))
		result = set_duration(row);
	if (result == PMO_OK && sheet_differs(work, row, PMO_SHEET_DONE))
		result = set_done(row);
	return result;
}

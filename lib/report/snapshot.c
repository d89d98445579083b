/* What is kept of a report: begun as a draft that people write in, filled when it is sent. */
#include "report/status.h"

#include <string.h>

static const char *iso(const struct pmo_status *status, int32_t date)
{
	char text[PMO_DATE_SIZE];
	pmo_date_format(date, text);
	return status_format(status, "%s", text);
}

static enum pmo_result set(struct pmo_draft *draft, const char *field, const char *text)
{
	return pmo_draft_set(draft, pmo_schema_field(pmo_draft_record(draft)->schema, field), text);
}

static enum pmo_result append(struct pmo_draft *draft, const char *field, const char *text)
{
	return pmo_draft_append(draft, pmo_schema_field(pmo_draft_record(draft)->schema, field),
				text);
}

/* The colors, so that what is said of one has its place: rag.schedule.path_to_green=... */
static void add_colors(const struct pmo_status *status, struct pmo_buffer *text)
{
	pmo_buffer_add_text(text, "rag:\n");
	for (int what = 0; what < PMO_RAG_OVERALL; what++) {
		const struct pmo_rag_area *area = &status->rag.areas[what];
		pmo_buffer_add_format(text, "  - area: %s\n    computed: %c\n",
				      pmo_rag_area_name((enum pmo_rag_what)what), area->computed);
		if (area->computed == 'R')
			pmo_buffer_add_text(text, "    path_to_green:\n");
	}
}

/* Whoever opens the draft sees what it asks for: a line for each text that people write. */
static enum pmo_result ask_for_texts(const struct pmo_status *status, struct pmo_draft *draft)
{
	static const char *const fields[] = { "summary", "schedule_comment", "cost_comment",
					      "scope_comment", "risk_comment" };
	const char *begun = pmo_draft_text(draft);
	struct pmo_buffer text;
	if (!begun)
		return PMO_NO_MEMORY;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_buffer_add_text(&text, begun);
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		pmo_buffer_add_format(&text, "%s:\n", fields[i]);
	add_colors(status, &text);
	enum pmo_result result =
		text.failed ? PMO_NO_MEMORY : pmo_draft_replace(draft, text.data, text.length);
	pmo_buffer_release(&text);
	return result;
}

enum pmo_result pmo_snapshot_begin(const struct pmo_status *status, struct pmo_draft *draft)
{
	const char *title = pmo_status_title(status);
	const struct {
		const char *field, *text;
	} rows[] = {
		{ "title", title },
		{ "kind", status->kind },
		{ "period_start", iso(status, status->from) },
		{ "period_end", iso(status, status->to) },
		{ "as_of", iso(status, status->as_of) },
	};
	enum pmo_result result = title ? PMO_OK : PMO_NO_MEMORY;
	for (size_t i = 0; result == PMO_OK && i < sizeof(rows) / sizeof(*rows); i++)
		result = set(draft, rows[i].field, rows[i].text);
	const char *me = pmo_workspace_world(status->workspace)->me;
	if (result == PMO_OK && me)
		result = set(draft, "owner", me);
	return result == PMO_OK ? ask_for_texts(status, draft) : result;
}

/* A member of a color: "rag.schedule.reason". */
static enum pmo_result set_member(const struct pmo_status *status, enum pmo_rag_what what,
				  const char *member, const char *text, struct pmo_draft *draft)
{
	if (!text || !*text)
		return PMO_OK;
	return pmo_draft_assign(draft, status_format(status, "rag.%s.%s=%s",
						     pmo_rag_area_name(what), member, text));
}

static bool has_color(const struct pmo_record *report, const char *name)
{
	int index = pmo_schema_field(report->schema, "rag");
	struct pmo_value list = pmo_record_get(report, index);
	for (uint32_t i = 0; list.presence == PMO_PRESENT && list.is_list && i < list.count; i++) {
		const struct pmo_value *key =
			pmo_value_member(report->schema->fields[index], &list.as.items[i], "area");
		if (key && key->presence == PMO_PRESENT && strcmp(key->as.text, name) == 0)
			return true;
	}
	return false;
}

/* Colors are replaced one by one: a list that is never empty keeps its form in the file. */
static enum pmo_result drop_color(const struct pmo_status *status, const char *name,
				  struct pmo_draft *draft)
{
	enum { TWICE = 8 };
	enum pmo_result result = PMO_OK;
	for (int i = 0; i < TWICE && result == PMO_OK; i++) {
		if (!has_color(pmo_draft_record(draft), name))
			break;
		result = pmo_draft_assign(draft, status_format(status, "rag-=%s", name));
	}
	return result;
}

static enum pmo_result fill_color(const struct pmo_status *status, enum pmo_rag_what what,
				  struct pmo_draft *draft)
{
	const struct pmo_rag_area *area = &status->rag.areas[what];
	bool overridden = area->reported != area->computed && area->override_by;
	enum pmo_result result = drop_color(status, pmo_rag_area_name(what), draft);
	if (result == PMO_OK)
		result = append(draft, "rag",
				status_format(status, "area=%s computed=%c",
					      pmo_rag_area_name(what), area->computed));
	if (result == PMO_OK && area->reported != area->computed)
		result = set_member(status, what, "reported",
				    status_format(status, "%c", area->reported), draft);
	if (result == PMO_OK && overridden)
		result = set_member(status, what, "by", area->override_by, draft);
	if (result == PMO_OK && overridden && area->override_on != PMO_DATE_NONE)
		result = set_member(status, what, "date", iso(status, area->override_on), draft);
	if (result == PMO_OK)
		result = set_member(status, what, "reason",
				    overridden && area->override_reason ? area->override_reason
									: area->reason,
				    draft);
	if (result == PMO_OK)
		result = set_member(status, what, "path_to_green", area->path_to_green, draft);
	return result;
}

static enum pmo_result fill_figures(const struct pmo_status *status, struct pmo_draft *draft)
{
	struct status_figure *figures;
	size_t count;
	enum pmo_result result = status_compute_figures(status, &figures, &count);
	for (size_t i = 0; result == PMO_OK && i < count; i++)
		if (figures[i].value)
			result = append(draft, "metrics",
					status_format(status, "name=%s value='%s'", figures[i].name,
						      figures[i].value));
	return result;
}

static enum pmo_result fill_plan(const struct pmo_status *status, struct pmo_draft *draft)
{
	const struct pmo_plan *plan = status->plan;
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && plan && i < plan->own_count; i++) {
		const struct pmo_plan_item *item = &plan->items[i];
		if (item->kind == PMO_ITEM_MILESTONE && item->state != PMO_ITEM_LEFT_OUT &&
		    item->sure && item->finish != PMO_DATE_NONE)
			result = append(draft, "milestones",
					status_format(status, "%s %s", item->id,
						      iso(status, item->finish)));
	}
	for (size_t i = 0; result == PMO_OK && plan && i < plan->own_count; i++) {
		int32_t date;
		const char *what = status_in_window(&plan->items[i], status->next_from,
						    status->next_to, &date);
		if (what && plan->items[i].sure)
			result = append(draft, "planned",
					status_format(status, "%s %s %s", plan->items[i].id, what,
						      iso(status, date)));
	}
	return result;
}

static enum pmo_result fill_records(const struct pmo_status *status, struct pmo_draft *draft)
{
	static const struct listing kept[] = {
		{ .register_name = "risk", .where = "open", .order = { "id" } },
		{ .register_name = "issue", .where = "open", .order = { "id" } },
		{ .register_name = "change", .where = "open", .order = { "id" } },
	};
	struct listing_scope scope = status_scope(status);
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < sizeof(kept) / sizeof(*kept); i++) {
		struct listing_rows rows;
		result = listing_find(&scope, &kept[i], &rows);
		for (size_t row = 0; result == PMO_OK && row < rows.count; row++) {
			const struct pmo_record *record = rows.items[row];
			struct pmo_value score = pmo_record_get_name(record, "score");
			const char *text = status_format(status, "ref=%s state=%s", record->id,
							 pmo_record_state(record)->name);
			if (score.presence == PMO_PRESENT && score.kind == PMO_INTEGER)
				text = status_format(status, "%s score=%lld", text,
						     (long long)score.as.integer);
			result = append(draft, "records", text);
		}
	}
	return result;
}

enum pmo_result pmo_snapshot_fill(const struct pmo_status *status, struct pmo_draft *draft)
{
	static const char *const lists[] = { "metrics", "milestones", "planned", "records" };
	const char *version = pmo_rag_version(status->workspace);
	enum pmo_result result = version ? PMO_OK : PMO_NO_MEMORY;
	for (size_t i = 0; result == PMO_OK && i < sizeof(lists) / sizeof(*lists); i++)
		result = set(draft, lists[i], NULL);
	if (result == PMO_OK)
		result = set(draft, "as_of", iso(status, status->as_of));
	for (int what = 0; result == PMO_OK && what < PMO_RAG_COUNT; what++)
		result = fill_color(status, (enum pmo_rag_what)what, draft);
	if (result == PMO_OK)
		result = fill_figures(status, draft);
	if (result == PMO_OK)
		result = fill_plan(status, draft);
	if (result == PMO_OK)
		result = fill_records(status, draft);
	if (result == PMO_OK && status->stamp.commit)
		result = set(draft, "commit", status->stamp.commit);
	return result == PMO_OK ? set(draft, "rules", version) : result;
}

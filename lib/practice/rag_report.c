/*
 * Colors in reports. The report whose period holds today says what is reported instead of
 * the computed color; it ends with its period. The last one sent before it says how things
 * stood.
 */
#include "rag.h"

#include <pmo/text.h>

#include <string.h>

static const char *text_of(const struct pmo_value *value)
{
	bool is_text =
		value && value->presence == PMO_PRESENT && !value->is_list &&
		(value->kind == PMO_REF || value->kind == PMO_TEXT || value->kind == PMO_CHOICE);
	return is_text ? value->as.text : NULL;
}

static int32_t date_of(const struct pmo_record *record, const char *field)
{
	struct pmo_value value = pmo_record_get_name(record, field);
	return value.presence == PMO_PRESENT && value.kind == PMO_DATE ? (int32_t)value.as.integer
								       : PMO_DATE_NONE;
}

/* What a report says of an area; false: nothing. */
struct said {
	char computed, reported;
	const char *by, *reason, *path;
	int32_t on;
};

static bool read_area(const struct pmo_record *report, enum pmo_rag_what what, struct said *said)
{
	int index = pmo_schema_field(report->schema, "rag");
	struct pmo_value list = pmo_record_get(report, index);
	for (uint32_t i = 0; list.presence == PMO_PRESENT && list.is_list && i < list.count; i++) {
		const struct pmo_field *field = report->schema->fields[index];
		const struct pmo_value *item = &list.as.items[i];
		if (item->presence != PMO_PRESENT)
			continue;
		const char *name = text_of(pmo_value_member(field, item, "area"));
		const char *computed = text_of(pmo_value_member(field, item, "computed"));
		const char *reported = text_of(pmo_value_member(field, item, "reported"));
		const struct pmo_value *on = pmo_value_member(field, item, "date");
		if (!name || pmo_rag_area_find(name) != what)
			continue;
		said->computed = computed ? computed[0] : 0;
		said->reported = reported ? reported[0] : said->computed;
		said->by = text_of(pmo_value_member(field, item, "by"));
		said->reason = text_of(pmo_value_member(field, item, "reason"));
		said->path = text_of(pmo_value_member(field, item, "path_to_green"));
		said->on =
			on && on->presence == PMO_PRESENT ? (int32_t)on->as.integer : PMO_DATE_NONE;
		return true;
	}
	return false;
}

static bool is_person(const struct pmo_record *charter, const char *field, const char *by)
{
	struct pmo_value value = pmo_record_get_name(charter, field);
	const char *handle = text_of(&value);
	return handle && pmo_text_compare(handle, by) == 0;
}

static bool may_override(const struct pmo_record *charter, const char *by)
{
	if (is_person(charter, "pm", by) || is_person(charter, "sponsor", by))
		return true;
	for (int level = 1; level <= 2; level++) {
		const char *person = pmo_ladder_person(charter, level);
		if (person && pmo_text_compare(person, by) == 0)
			return true;
	}
	return false;
}

const char *pmo_rag_refuse(const struct pmo_record *charter, char computed, char reported,
			   const char *by)
{
	static const char order[] = "GYR";
	const char *from = computed ? strchr(order, computed) : NULL;
	const char *to = reported ? strchr(order, reported) : NULL;
	if (!to)
		return "only G, Y or R can be reported";
	if (!from)
		return "what is not rated has no other color";
	if (from - to > 1 || to - from > 1)
		return "a color moves by one step at a time";
	if (!by || !may_override(charter, by))
		return "only the project manager or the sponsor may say another color";
	return NULL;
}

static void override(struct rag_work *work, enum pmo_rag_what what)
{
	struct pmo_rag_area *area = &work->rag->areas[what];
	struct said said;
	if (!work->rag->current || !read_area(work->rag->current, what, &said))
		return;
	area->path_to_green = said.path;
	if (!said.reported || said.reported == said.computed || said.reported == area->computed)
		return;
	area->override_by = said.by;
	area->override_on = said.on;
	area->override_reason = said.reason;
	area->refused = pmo_rag_refuse(work->charter, area->computed, said.reported, said.by);
	if (!area->refused && !said.reason)
		area->refused = "it has no reason";
	if (!area->refused)
		area->reported = said.reported;
}

static bool is_later(const struct pmo_record *report, const struct pmo_record *than)
{
	return !than || date_of(report, "as_of") >= date_of(than, "as_of");
}

static void sort_in(struct rag_work *work, const struct pmo_record *report)
{
	int32_t today = work->charter->world->today;
	int32_t from = date_of(report, "period_start"), to = date_of(report, "period_end");
	int32_t as_of = date_of(report, "as_of");
	bool sent = strcmp(pmo_record_state(report)->name, "sent") == 0;
	if (report->unreadable || pmo_record_is_void(report) || as_of == PMO_DATE_NONE)
		return;
	if (from != PMO_DATE_NONE && from <= today && today <= to && as_of <= today) {
		if (is_later(report, work->rag->current))
			work->rag->current = report;
	} else if (sent && as_of < today && is_later(report, work->rag->previous)) {
		work->rag->previous = report;
	}
}

enum pmo_result rag_read_reports(struct rag_work *work)
{
	const struct pmo_schema *schema = pmo_workspace_schema(work->workspace, "report");
	struct pmo_records reports = { 0 };
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result =
		pmo_workspace_records(work->workspace, work->project, schema, &reports);
	for (size_t i = 0; result == PMO_OK && i < reports.count; i++)
		sort_in(work, &reports.items[i]);
	for (int what = 0; result == PMO_OK && what < PMO_RAG_OVERALL; what++)
		override(work, (enum pmo_rag_what)what);
	return result;
}

void rag_compare_reports(struct rag_work *work)
{
	for (int what = 0; work->rag->previous && what < PMO_RAG_COUNT; what++) {
		struct pmo_rag_area *area = &work->rag->areas[what];
		struct said said;
		if (!read_area(work->rag->previous, (enum pmo_rag_what)what, &said))
			continue;
		area->previous = said.reported;
		area->sudden = said.reported == 'G' && area->computed == 'R';
	}
}

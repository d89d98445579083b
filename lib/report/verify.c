/* A sent report against the data of its commit: what is the same, what is not, and why. */
#include "report/status.h"

#include <string.h>

struct checking {
	const struct pmo_status *status;
	const struct pmo_record *report;
	struct pmo_verification *out;
};

static enum pmo_result add(const struct checking *checking, const char *what, const char *sent,
			   const char *now)
{
	struct pmo_verification *out = checking->out;
	struct pmo_verified *grown = pmo_arena_grow(checking->status->arena, out->items, out->count,
						    &out->capacity, sizeof(*grown));
	if (!grown || !what)
		return PMO_NO_MEMORY;
	bool same = now && strcmp(sent, now) == 0;
	out->items = grown;
	grown[out->count++] = (struct pmo_verified){
		.what = what,
		.sent = sent,
		.now = now,
		.verdict = same                  ? PMO_VERDICT_SAME
			   : !now || !out->rules ? PMO_VERDICT_UNKNOWN
			   : out->same_rules     ? PMO_VERDICT_DATA
						 : PMO_VERDICT_RULES,
	};
	out->differing += !same;
	return PMO_OK;
}

static const char *text_of(const struct pmo_value *value)
{
	return value && value->presence == PMO_PRESENT && !value->is_list &&
			       value->kind != PMO_INTEGER && value->kind != PMO_DATE
		       ? value->as.text
		       : NULL;
}

struct list {
	const struct pmo_field *field;
	struct pmo_value value;
};

static struct list list_of(const struct checking *checking, const char *name)
{
	int index = pmo_schema_field(checking->report->schema, name);
	struct list list = { .field = checking->report->schema->fields[index] };
	list.value = pmo_record_get(checking->report, index);
	if (list.value.presence != PMO_PRESENT)
		list.value.count = 0;
	return list;
}

static enum pmo_result check_colors(const struct checking *checking)
{
	const struct pmo_status *status = checking->status;
	struct list list = list_of(checking, "rag");
	enum pmo_result result = PMO_OK;
	for (uint32_t i = 0; result == PMO_OK && i < list.value.count; i++) {
		const struct pmo_value *item = &list.value.as.items[i];
		const char *area = text_of(pmo_value_member(list.field, item, "area"));
		const char *computed = text_of(pmo_value_member(list.field, item, "computed"));
		enum pmo_rag_what what = area ? pmo_rag_area_find(area) : PMO_RAG_COUNT;
		if (!computed || what == PMO_RAG_COUNT)
			continue;
		result = add(checking, status_format(status, "color %s", area), computed,
			     status_format(status, "%c", status->rag.areas[what].computed));
	}
	return result;
}

static enum pmo_result check_figures(const struct checking *checking)
{
	struct list list = list_of(checking, "metrics");
	struct status_figure *figures;
	size_t count;
	enum pmo_result result = status_compute_figures(checking->status, &figures, &count);
	for (uint32_t i = 0; result == PMO_OK && i < list.value.count; i++) {
		const struct pmo_value *item = &list.value.as.items[i];
		const char *name = text_of(pmo_value_member(list.field, item, "name"));
		const char *value = text_of(pmo_value_member(list.field, item, "value"));
		const char *now = NULL;
		for (size_t at = 0; name && at < count; at++)
			if (strcmp(figures[at].name, name) == 0)
				now = figures[at].value;
		if (name && value)
			result = add(checking, status_format(checking->status, "figure %s", name),
				     value, now);
	}
	return result;
}

static enum pmo_result check_milestones(const struct checking *checking)
{
	const struct pmo_status *status = checking->status;
	struct list list = list_of(checking, "milestones");
	enum pmo_result result = PMO_OK;
	for (uint32_t i = 0; result == PMO_OK && i < list.value.count; i++) {
		const struct pmo_value *item = &list.value.as.items[i];
		const char *id = text_of(pmo_value_member(list.field, item, "milestone"));
		const struct pmo_value *date = pmo_value_member(list.field, item, "forecast");
		int index = id && status->plan ? pmo_plan_find(status->plan, id) : -1;
		char sent[PMO_DATE_SIZE], now[PMO_DATE_SIZE] = "";
		if (!id || !date || date->presence != PMO_PRESENT)
			continue;
		pmo_date_format((int32_t)date->as.integer, sent);
		if (index >= 0 && status->plan->items[index].sure)
			pmo_date_format(status->plan->items[index].finish, now);
		result = add(checking, status_format(status, "milestone %s", id),
			     status_format(status, "%s", sent),
			     *now ? status_format(status, "%s", now) : NULL);
	}
	return result;
}

static enum pmo_result check_records(const struct checking *checking)
{
	const struct pmo_status *status = checking->status;
	const struct pmo_world *world = pmo_workspace_world(status->workspace);
	struct list list = list_of(checking, "records");
	enum pmo_result result = PMO_OK;
	for (uint32_t i = 0; result == PMO_OK && i < list.value.count; i++) {
		const struct pmo_value *item = &list.value.as.items[i];
		const char *id = text_of(pmo_value_member(list.field, item, "ref"));
		const char *state = text_of(pmo_value_member(list.field, item, "state"));
		const struct pmo_value *score = pmo_value_member(list.field, item, "score");
		if (!id || !state || !status->charter)
			continue;
		const struct pmo_record *record =
			world->find(world->store, status->charter, id, NULL);
		result = add(checking, status_format(status, "state %s", id), state,
			     record ? pmo_record_state(record)->name : NULL);
		if (result != PMO_OK || !score || score->presence != PMO_PRESENT)
			continue;
		struct pmo_value now = { 0 };
		if (record)
			now = pmo_record_get_name(record, "score");
		result = add(checking, status_format(status, "score %s", id),
			     status_format(status, "%lld", (long long)score->as.integer),
			     now.presence == PMO_PRESENT
				     ? status_format(status, "%lld", (long long)now.as.integer)
				     : NULL);
	}
	return result;
}

enum pmo_result pmo_snapshot_verify(const struct pmo_status *status,
				    const struct pmo_record *report,
				    struct pmo_verification *verification)
{
	const char *version = pmo_rag_version(status->workspace);
	struct checking checking = { status, report, verification };
	*verification = (struct pmo_verification){ 0 };
	if (!version)
		return PMO_NO_MEMORY;
	verification->rules = pmo_record_text(report, pmo_schema_field(report->schema, "rules"));
	verification->same_rules = verification->rules && strcmp(verification->rules, version) == 0;
	enum pmo_result result = check_colors(&checking);
	if (result == PMO_OK)
		result = check_figures(&checking);
	if (result == PMO_OK)
		result = check_milestones(&checking);
	return result == PMO_OK ? check_records(&checking) : result;
}

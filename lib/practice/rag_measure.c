/* What the rules of the colors measure: figures of the plan, answers to expressions. */
#include "rag.h"

struct rag_figure rag_ask(struct rag_work *work, const char *text)
{
	const struct expr *expr;
	struct pmo_diags unheard;
	struct rag_figure figure = { .known = false };
	pmo_diags_init(&unheard, work->charter->world->arena);
	enum pmo_result result =
		pmo_expr_compile(text, "rag", work->charter->schema, &unheard, &expr);
	if (result == PMO_NO_MEMORY)
		work->no_memory = true;
	if (result != PMO_OK)
		return figure;
	struct pmo_value value = pmo_expr_evaluate(expr, work->charter);
	if (value.presence != PMO_PRESENT)
		return figure;
	figure.known = true;
	if (value.is_list) {
		struct pmo_value *kept =
			pmo_arena_alloc(work->charter->world->arena, sizeof(*kept));
		work->no_memory |= !kept;
		figure.number.units = value.count;
		if (kept)
			*kept = value;
		figure.which = kept;
		return figure;
	}
	figure.number.units = value.as.integer;
	switch (value.kind) {
	case PMO_NUMBER:
	case PMO_PERCENT:
		figure.number.scale = value.detail;
		break;
	case PMO_MONEY:
		figure.number.scale = 2;
		break;
	case PMO_DURATION:
		figure.number.scale = 3;
		break;
	case PMO_INTEGER:
		break;
	default:
		figure.known = false;
	}
	return figure;
}

static const struct pmo_plan_item *go_live(const struct rag_work *work)
{
	int index = work->plan ? pmo_plan_go_live(work->plan) : -1;
	const struct pmo_plan_item *item = index >= 0 ? &work->plan->items[index] : NULL;
	return item && item->has_variance && item->sure ? item : NULL;
}

static struct rag_figure slip(const struct rag_work *work, bool is_share)
{
	const struct pmo_plan_item *item = go_live(work);
	struct rag_figure figure = { .known = false };
	if (!item)
		return figure;
	figure.days = item->behind;
	figure.item = item->id;
	figure.number.units = item->behind;
	figure.known = true;
	if (!is_share)
		return figure;
	/* Both ends are days of work. */
	int32_t span = pmo_calendar_days_between(
		work->plan->calendar, work->plan->project_start - 1, item->baseline_finish);
	struct pmo_decimal part = { (int64_t)item->behind * 100, 0 }, whole = { span, 0 };
	figure.known = span > 0 && pmo_decimal_divide(part, whole, 6, &figure.number) == PMO_OK;
	return figure;
}

static bool is_open(const struct pmo_plan_item *item)
{
	return item->state == PMO_ITEM_NOT_STARTED || item->state == PMO_ITEM_UNDER_WAY;
}

/* Working days since a date of a person's passed, up to the first day on which it can be. */
static int32_t days_gone(const struct rag_work *work, const struct pmo_plan_item *item)
{
	if (!item->missed || work->plan->time_now == PMO_DATE_NONE)
		return 0;
	return pmo_calendar_days_between(work->plan->calendar, item->finish, work->plan->time_now);
}

/* Its room is counted from the date that it has; where that has passed, less is left. */
static bool is_critical(const struct rag_work *work, const struct pmo_plan_item *item)
{
	return item->critical ||
	       (item->missed && item->has_float && item->total_float <= days_gone(work, item));
}

/* The critical task that is furthest behind its baseline and should be done by now. */
static struct rag_figure worst_critical(const struct rag_work *work)
{
	struct rag_figure figure = { .known = work->plan != NULL };
	for (size_t i = 0; work->plan && i < work->plan->own_count; i++) {
		const struct pmo_plan_item *item = &work->plan->items[i];
		if (item->kind != PMO_ITEM_TASK || !is_open(item) || !is_critical(work, item) ||
		    !item->late || !item->has_variance || !item->sure)
			continue;
		if (item->behind > figure.number.units) {
			figure.number.units = item->behind;
			figure.item = item->wbs;
		}
	}
	return figure;
}

/* The date typed for a milestone, or for a task that is critical, that passed first. */
static struct rag_figure longest_missed(const struct rag_work *work)
{
	struct rag_figure figure = { .known = work->plan != NULL };
	for (size_t i = 0; work->plan && i < work->plan->own_count; i++) {
		const struct pmo_plan_item *item = &work->plan->items[i];
		bool counts = item->kind == PMO_ITEM_MILESTONE ||
			      (item->kind == PMO_ITEM_TASK && is_critical(work, item));
		if (!counts || !item->missed || !item->sure)
			continue;
		int32_t days = pmo_calendar_days_between(work->plan->calendar, item->finish,
							 work->plan->as_of);
		if (days > figure.number.units) {
			figure.number.units = days;
			figure.item = item->id;
		}
	}
	return figure;
}

static struct rag_figure missed_mandatory(const struct rag_work *work)
{
	struct rag_figure figure = { .known = work->plan != NULL };
	for (size_t i = 0; work->plan && i < work->plan->own_count; i++) {
		const struct pmo_plan_item *item = &work->plan->items[i];
		if (item->kind != PMO_ITEM_MILESTONE || !is_open(item))
			continue;
		int32_t date =
			item->deadline != PMO_DATE_NONE ? item->deadline : item->baseline_finish;
		struct pmo_value mandatory = pmo_record_get_name(item->record, "mandatory");
		if (date == PMO_DATE_NONE || date >= work->plan->as_of ||
		    mandatory.presence != PMO_PRESENT || !mandatory.as.integer)
			continue;
		if (!figure.item)
			figure.item = item->id;
		figure.number.units++;
	}
	return figure;
}

static bool has_evm(struct rag_work *work)
{
	if (!work->has_evm && work->plan) {
		/* The figures are put into the plan's memory; nothing else of it changes. */
		struct pmo_plan *plan = (struct pmo_plan *)work->plan;
		enum pmo_result result = pmo_evm_find(plan, &work->evm);
		work->no_memory |= result == PMO_NO_MEMORY;
		work->evm.known &= result == PMO_OK;
	}
	work->has_evm = true;
	return work->plan && work->evm.known;
}

static struct rag_figure ratio_of(struct pmo_ratio ratio)
{
	struct pmo_decimal over = { ratio.over, 0 }, under = { ratio.under, 0 };
	struct rag_figure figure = { .known = false };
	figure.known = pmo_ratio_is_known(ratio) &&
		       pmo_decimal_divide(over, under, 6, &figure.number) == PMO_OK;
	return figure;
}

/* At the start a little money too much makes a bad ratio, which says nothing. */
static bool cpi_counts(struct rag_work *work)
{
	struct rag_figure from = rag_ask(work, "limit(rag.cpi_from)");
	struct rag_figure complete = ratio_of(work->evm.complete);
	struct pmo_decimal hundred = { 100, 0 };
	return from.known && complete.known &&
	       pmo_decimal_multiply(complete.number, hundred, &complete.number) == PMO_OK &&
	       pmo_decimal_compare(complete.number, from.number) > 0;
}

struct rag_figure rag_measure(struct rag_work *work, const struct rag_rule *rule)
{
	switch (rule->source) {
	case RAG_ASK:
		return rag_ask(work, rule->value);
	case RAG_SLIP_SHARE:
		return slip(work, true);
	case RAG_SLIP_DAYS:
		return slip(work, false);
	case RAG_CRITICAL:
		return worst_critical(work);
	case RAG_MISSED:
		return longest_missed(work);
	case RAG_MANDATORY:
		return missed_mandatory(work);
	case RAG_SPI:
		if (has_evm(work))
			return ratio_of(work->evm.spi);
		break;
	case RAG_CPI:
		if (has_evm(work) && cpi_counts(work))
			return ratio_of(work->evm.cpi);
		break;
	}
	return (struct rag_figure){ .known = false };
}

static bool is_bad(const struct pmo_field *field, const struct pmo_value *value)
{
	if (value->presence == PMO_BAD)
		return true;
	if (value->presence != PMO_PRESENT)
		return false;
	for (uint32_t i = 0; value->is_list && i < value->count; i++)
		if (is_bad(field, &value->as.items[i]))
			return true;
	if (value->is_list || field->kind != PMO_STRUCT)
		return false;
	for (size_t i = 0; field->members[i].name; i++)
		if (is_bad(&field->members[i], &value->as.items[i]))
			return true;
	return false;
}

static bool has_bad_value(const struct pmo_record *record)
{
	if (record->unreadable || record->duplicate)
		return true;
	for (size_t i = 0; i < record->schema->field_count; i++) {
		const struct pmo_field *field = record->schema->fields[i];
		if (field->derive)
			continue;
		struct pmo_value value = pmo_record_get(record, (int)i);
		if (is_bad(field, &value))
			return true;
	}
	return false;
}

enum pmo_result rag_find_bad(struct rag_work *work, enum pmo_rag_what area,
			     const struct pmo_record **bad)
{
	*bad = NULL;
	for (const char *const *name = rag_inputs[area]; *name; name++) {
		const struct pmo_schema *schema = pmo_workspace_schema(work->workspace, *name);
		struct pmo_records records;
		if (!schema)
			return PMO_NO_MEMORY;
		enum pmo_result result =
			pmo_workspace_records(work->workspace, work->project, schema, &records);
		if (result != PMO_OK)
			return result;
		for (size_t i = 0; i < records.count; i++)
			if (has_bad_value(&records.items[i])) {
				*bad = &records.items[i];
				return PMO_OK;
			}
	}
	return PMO_OK;
}

/*
 * Earned value: the baseline's costs, spread over its dates, earned by the tasks' percent,
 * beside what was spent.
 */
#include "plan/measure.h"

#include <string.h>

enum { ENOUGH_PERCENT = 90 };

/* In the map of lines: contingency and reserve take no part. */
#define LEFT_OUT ((void *)UINTPTR_MAX)

static int64_t add(struct evm_work *work, int64_t a, int64_t b)
{
	int64_t sum = a;
	if (pmo_money_add(a, b, &sum) != PMO_OK)
		work->too_large = true;
	return sum;
}

static int64_t share(struct evm_work *work, int64_t cents, int64_t part, int64_t whole)
{
	int64_t result = 0;
	if (pmo_money_share(cents, part, whole, &result) != PMO_OK)
		work->too_large = true;
	return result;
}

static bool is_outside(const struct pmo_record *line)
{
	struct pmo_value category = pmo_record_get_name(line, "category");
	return pmo_value_is_present(&category) && (strcmp(category.as.text, "contingency") == 0 ||
						   strcmp(category.as.text, "reserve") == 0);
}

static struct pmo_evm_line *add_line(struct evm_work *work, const char *id)
{
	struct pmo_evm *evm = work->evm;
	struct pmo_evm_line *grown = pmo_arena_grow(work->plan->arena, evm->lines, evm->line_count,
						    &work->line_capacity, sizeof(*grown));
	if (!grown)
		return NULL;
	evm->lines = grown;
	struct pmo_evm_line *line = &grown[evm->line_count++];
	*line = (struct pmo_evm_line){ .id = id, .title = "" };
	if (map_put(&work->lines, id, (void *)(uintptr_t)evm->line_count) != PMO_OK)
		return NULL;
	return line;
}

static enum pmo_result read_line(struct evm_work *work, const struct pmo_record *record)
{
	if (record->unreadable || pmo_record_is_void(record))
		return PMO_OK;
	if (is_outside(record))
		return map_put(&work->lines, record->id, LEFT_OUT);
	struct pmo_evm_line *line = add_line(work, record->id);
	if (!line)
		return PMO_NO_MEMORY;
	struct pmo_value title = pmo_record_get_name(record, "title");
	struct pmo_value basis = pmo_record_get_name(record, "ac_basis");
	struct pmo_value actual = pmo_record_get_name(record, "actual");
	line->record = record;
	line->title = pmo_value_is_present(&title) ? title.as.text : record->id;
	line->earned = pmo_value_is_present(&basis) && strcmp(basis.as.text, "earned") == 0;
	line->recorded = pmo_value_is_present(&actual) ? actual.as.integer : 0;
	return PMO_OK;
}

static enum pmo_result read_lines(struct evm_work *work)
{
	struct pmo_records records = { NULL, 0 };
	const struct pmo_schema *schema = pmo_workspace_schema(work->plan->workspace, "budget");
	enum pmo_result result = PMO_OK;
	if (schema)
		result = pmo_workspace_records(work->plan->workspace, work->plan->project, schema,
					       &records);
	for (size_t i = 0; result == PMO_OK && i < records.count; i++)
		result = read_line(work, &records.items[i]);
	return result;
}

/* One cost of the task read last. */
static enum pmo_result read_cost(struct evm_work *work, const struct pmo_field *field,
				 const struct pmo_value *value)
{
	const struct pmo_value *line = pmo_value_member(field, value, "line");
	const struct pmo_value *amount = pmo_value_member(field, value, "amount");
	const char *id = line && line->presence == PMO_PRESENT ? line->as.text : "";
	if (!amount || amount->presence != PMO_PRESENT)
		return PMO_OK;
	void *found = map_get(&work->lines, id);
	if (found == LEFT_OUT)
		return PMO_OK;
	if (!found && !add_line(work, id))
		return PMO_NO_MEMORY;
	size_t number = (size_t)(uintptr_t)map_get(&work->lines, id);
	struct evm_cost *grown = pmo_arena_grow(work->plan->arena, work->costs, work->cost_count,
						&work->cost_capacity, sizeof(*grown));
	if (!grown || !number)
		return PMO_NO_MEMORY;
	work->costs = grown;
	grown[work->cost_count++] = (struct evm_cost){ .task = work->task_count - 1,
						       .line = number - 1,
						       .cents = amount->as.integer };
	return PMO_OK;
}

static int32_t day_member(const struct pmo_field *field, const struct pmo_value *line,
			  const char *name)
{
	const struct pmo_value *value = pmo_value_member(field, line, name);
	return value && value->presence == PMO_PRESENT ? (int32_t)value->as.integer : PMO_DATE_NONE;
}

static const struct pmo_field *member_field(const struct pmo_field *field, const char *name)
{
	for (const struct pmo_field *member = field->members; member && member->name; member++)
		if (strcmp(member->name, name) == 0)
			return member;
	return NULL;
}

static enum pmo_result read_task(struct evm_work *work, const struct pmo_field *field,
				 const struct pmo_value *line)
{
	const struct pmo_value *id = pmo_value_member(field, line, "task");
	const struct pmo_value *costs = pmo_value_member(field, line, "costs");
	const struct pmo_field *cost_field = member_field(field, "costs");
	struct evm_task task = { .start = day_member(field, line, "start"),
				 .finish = day_member(field, line, "finish"),
				 .item = -1 };
	if (id && id->presence == PMO_PRESENT)
		task.item = pmo_plan_find(work->plan, id->as.text);
	if (task.start == PMO_DATE_NONE || task.finish == PMO_DATE_NONE ||
	    (task.item >= 0 && work->plan->items[task.item].kind == PMO_ITEM_SUMMARY))
		return PMO_OK;
	task.span = measure_span(work->plan->calendar, task.start, task.finish);
	struct evm_task *grown = pmo_arena_grow(work->plan->arena, work->tasks, work->task_count,
						&work->task_capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	work->tasks = grown;
	grown[work->task_count++] = task;
	if (!costs || !cost_field || !pmo_value_is_present(costs) || !costs->is_list)
		return PMO_OK;
	size_t before = work->cost_count;
	enum pmo_result result = PMO_OK;
	for (uint32_t i = 0; result == PMO_OK && i < costs->count; i++)
		result = read_cost(work, cost_field, &costs->as.items[i]);
	bool counts = task.item >= 0 && work->plan->items[task.item].state != PMO_ITEM_LEFT_OUT;
	work->evm->costed += work->cost_count > before && counts;
	return result;
}

enum pmo_result evm_read_tasks(struct evm_work *work)
{
	const struct pmo_record *baseline = work->plan->baseline;
	int at = baseline ? pmo_schema_field(baseline->schema, "tasks") : -1;
	if (at < 0)
		return PMO_OK;
	struct pmo_value list = pmo_record_get(baseline, at);
	enum pmo_result result = PMO_OK;
	if (!pmo_value_is_present(&list) || !list.is_list)
		return PMO_OK;
	for (uint32_t i = 0; result == PMO_OK && i < list.count; i++)
		result = read_task(work, baseline->schema->fields[at], &list.as.items[i]);
	return result;
}

int64_t evm_planned(struct evm_work *work, const struct evm_cost *cost, int32_t day)
{
	const struct evm_task *task = &work->tasks[cost->task];
	if (day >= task->finish)
		return cost->cents;
	if (day < task->start || task->span <= 0)
		return 0;
	return share(work, cost->cents, measure_elapsed(work->plan->calendar, task, day),
		     task->span);
}

/* Level of effort earns what was planned; all else its percent. */
static int64_t earned(struct evm_work *work, const struct evm_cost *cost, int64_t planned)
{
	int item = work->tasks[cost->task].item;
	const struct pmo_plan_item *of = item >= 0 ? &work->plan->items[item] : NULL;
	if (!of)
		return 0;
	if (of->kind == PMO_ITEM_EFFORT && of->state != PMO_ITEM_DONE)
		return planned;
	return share(work, cost->cents, of->percent, 10000);
}

static void sum(struct evm_work *work)
{
	struct pmo_evm *evm = work->evm;
	for (size_t i = 0; i < work->cost_count; i++) {
		const struct evm_cost *cost = &work->costs[i];
		struct pmo_evm_line *line = &evm->lines[cost->line];
		int64_t planned = evm_planned(work, cost, work->plan->as_of);
		line->bac = add(work, line->bac, cost->cents);
		line->pv = add(work, line->pv, planned);
		line->ev = add(work, line->ev, earned(work, cost, planned));
	}
	for (size_t i = 0; i < evm->line_count; i++) {
		struct pmo_evm_line *line = &evm->lines[i];
		line->ac = line->earned && line->ev > line->recorded ? line->ev : line->recorded;
		evm->any_earned |= line->ac != line->recorded;
		evm->bac = add(work, evm->bac, line->bac);
		evm->pv = add(work, evm->pv, line->pv);
		evm->ev = add(work, evm->ev, line->ev);
		evm->ac = add(work, evm->ac, line->ac);
		evm->recorded = add(work, evm->recorded, line->recorded);
	}
}

/* Why nothing can be told; NULL: all is there. */
static const char *refusal(const struct evm_work *work)
{
	struct pmo_evm *evm = work->evm;
	if (!work->plan->baseline)
		return "There is no approved baseline, so nothing is planned to be earned.";
	if (work->plan->as_of == PMO_DATE_NONE || !evm->tasks)
		return "There are no tasks.";
	if (evm->costed * 100 < evm->tasks * ENOUGH_PERCENT) {
		const char *text = pmo_arena_format(
			work->plan->arena,
			"%zu of %zu tasks (%zu %%) have costs in the baseline; "
			"earned value needs %d %%.",
			evm->costed, evm->tasks, evm->costed * 100 / evm->tasks, ENOUGH_PERCENT);
		return text ? text : "Too few tasks have costs.";
	}
	if (work->too_large)
		return "The amounts are too large to be added up.";
	return evm->bac > 0 ? NULL : "The baseline's costs are 0.00.";
}

static void count_tasks(struct evm_work *work)
{
	for (size_t i = 0; i < work->plan->own_count; i++) {
		const struct pmo_plan_item *item = &work->plan->items[i];
		work->evm->tasks += item->state != PMO_ITEM_LEFT_OUT &&
				    (item->kind == PMO_ITEM_TASK || item->kind == PMO_ITEM_EFFORT);
	}
}

enum pmo_result pmo_evm_find(struct pmo_plan *plan, struct pmo_evm *evm)
{
	struct evm_work work = { .plan = plan, .evm = evm };
	memset(evm, 0, sizeof(*evm));
	evm->schedule.date = evm->schedule.finish = PMO_DATE_NONE;
	map_init(&work.lines, plan->arena);
	count_tasks(&work);
	enum pmo_result result = read_lines(&work);
	if (result == PMO_OK)
		result = evm_read_tasks(&work);
	if (result != PMO_OK)
		return result;
	sum(&work);
	evm->reason = refusal(&work);
	evm->known = !evm->reason;
	if (!evm->known)
		return PMO_OK;
	evm_derive(&work);
	evm_schedule(&work);
	if (work.too_large)
		evm->reason = refusal(&work);
	evm->known = !evm->reason;
	return PMO_OK;
}

/*
 * A failed run shows a defect (PRACTICE J16): one that knows the run, its case and what was
 * seen; both name each other. What priority the fix has is for triage.
 */
#include "practice/effect.h"

static const struct effect_field defect_rows[] = {
	{ .field = "title", .value = "title" },
	{ .field = "severity", .value = "severity" },
	{ .field = "found_in", .text = "build {build}" },
	{ .field = "found_in", .text = "{case.plan.title}" },
	{ .field = "found_by", .value = "owner" },
	{ .field = "found", .value = "date" },
	{ .field = "test_run", .value = "id" },
	{ .field = "requirement", .value = "first(case.requirement)" },
	{ .field = "steps", .value = "case.steps.do" },
	{ .field = "expected", .value = "case.steps.expect" },
	{ .field = "actual", .value = "evidence" },
	{ 0 },
};

enum pmo_result effect_raise_defect(struct pmo_effect *effect)
{
	struct pmo_draft *defect;
	enum pmo_result result = effect_add(effect, "defect", &defect);
	if (result == PMO_OK)
		result = effect_fill(effect, defect, defect_rows);
	if (result == PMO_OK)
		result = pmo_draft_start(defect);
	if (result == PMO_OK)
		result = effect_set(effect->draft, "defect", pmo_draft_record(defect)->id);
	if (result != PMO_OK)
		return result;
	const struct pmo_record *record = pmo_draft_record(defect);
	const char *id = pmo_short_id(record);
	if (!id)
		return PMO_NO_MEMORY;
	if (!effect_holds(effect, record, "actual"))
		result = effect_tell(effect, "what happened is not said: pmo set %s actual=\"…\"",
				     id);
	return result == PMO_OK
		       ? effect_tell(effect, "to rate it: pmo defect triage %s priority=…", id)
		       : result;
}

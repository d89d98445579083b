/* Who is assigned to a task of the document. */
#include "exchange/mspdi_export.h"

#include <pmo/text.h>

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* "DSP 50%": the handle, and "0.5". */
struct assignee {
	const char *handle, *units;
	int64_t share; /* hundredths of a percent */
};

static bool read_assignee(struct mspdi_export *run, const char *text, struct assignee *out)
{
	size_t length = strcspn(text, " ");
	int64_t whole = 100, part = 0, scale = 10;
	const char *c = text + length + strspn(text + length, " ");
	out->handle = pmo_arena_copy(run->arena, text, length);
	if (pmo_ascii_is_digit(*c))
		for (whole = 0; pmo_ascii_is_digit(*c) && whole < 100000; c++)
			whole = whole * 10 + (*c - '0');
	if (*c == '.')
		for (c++; pmo_ascii_is_digit(*c) && scale; c++, scale /= 10)
			part += (*c - '0') * scale;
	out->share = whole * 100 + part;
	out->units = out->share % 10000
			     ? pmo_arena_format(run->arena, "%" PRId64 ".%04" PRId64,
						out->share / 10000, out->share % 10000)
			     : pmo_arena_format(run->arena, "%" PRId64, out->share / 10000);
	run->failed |= !out->handle || !out->units;
	return out->handle && out->units;
}

static const char *name_of_person(struct mspdi_export *run, const char *handle)
{
	const struct pmo_workspace *workspace = run->import.context.workspace;
	const struct pmo_world *world = pmo_workspace_world(workspace);
	const struct pmo_record *person = world->find(world->store, NULL, handle, "person");
	const char *name = person ? pmo_record_text(person, person->schema->title) : NULL;
	return name ? name : handle;
}

static const char *add_resource(struct mspdi_export *run, const char *handle)
{
	struct mspdi_element *resource = mspdi_add(run->arena, run->resources, "Resource", NULL);
	int64_t uid = run->next_resource++;
	char *text = pmo_arena_format(run->arena, "%" PRId64, uid);
	run->failed |= !resource || !text;
	if (!resource || !text)
		return NULL;
	mspdi_out(run, resource, "UID", text);
	mspdi_out(run, resource, "ID", text);
	mspdi_out(run, resource, "Name", name_of_person(run, handle));
	mspdi_out(run, resource, "Initials", handle);
	mspdi_out(run, resource, "Type", "1");
	mspdi_out(run, resource, "IsNull", "0");
	mspdi_out(run, resource, "MaxUnits", "1");
	run->failed |= map_put(&run->resource_uids, handle, text) != PMO_OK;
	return text;
}

static const char *resource_uid(struct mspdi_export *run, const char *handle)
{
	const struct pmo_mspdi *plan = run->import.plan;
	for (size_t i = 0; i < plan->resource_count; i++)
		if (plan->resources[i].handle && strcmp(plan->resources[i].handle, handle) == 0)
			return mspdi_text(plan->resources[i].element, "UID");
	const char *there = map_get(&run->resource_uids, handle);
	return there ? there : add_resource(run, handle);
}

static void add_assignment(struct mspdi_export *run, const struct mspdi_row *row,
			   const struct assignee *assignee)
{
	const char *uid = resource_uid(run, assignee->handle);
	struct mspdi_element *element = mspdi_add(run->arena, run->assignments, "Assignment", NULL);
	int64_t duration = mspdi_span(row->element, "Duration");
	run->failed |= !uid || !element;
	if (!uid || !element)
		return;
	mspdi_out_number(run, element, "UID", run->next_assignment++);
	mspdi_out_number(run, element, "TaskUID", row->uid);
	mspdi_out(run, element, "ResourceUID", uid);
	mspdi_out(run, element, "Units", assignee->units);
	if (duration == MSPDI_NO_TIME || duration < 0 || duration > INT64_C(1) << 40)
		return;
	mspdi_out_span(run, element, "Work",
		       duration / 10000 * assignee->share +
			       duration % 10000 * assignee->share / 10000);
}

/* The kept assignment of a person to the task, or NULL. */
static struct mspdi_assignment *find_kept(struct mspdi_export *run, const struct mspdi_row *row,
					  const char *handle)
{
	struct pmo_mspdi *plan = run->import.plan;
	for (size_t i = 0; row->kept && i < row->kept->assignment_count; i++) {
		struct mspdi_assignment *one =
			&plan->assignments[plan->by_task[row->kept->first_assignment + i]];
		const char *own = one->resource < 0 ? NULL : plan->resources[one->resource].handle;
		if (own && strcmp(own, handle) == 0)
			return one;
	}
	return NULL;
}

static bool is_listed(const struct mspdi_slot *slot, const char *handle)
{
	size_t length = strlen(handle);
	for (size_t i = 0; i < slot->count; i++)
		if (strncmp(slot->items[i], handle, length) == 0 &&
		    (!slot->items[i][length] || slot->items[i][length] == ' '))
			return true;
	return false;
}

/* Elements of a tree are its own; the facts only look at them. */
static struct mspdi_element *own(const struct mspdi_element *element)
{
	return (struct mspdi_element *)element;
}

void mspdi_patch_people(struct mspdi_export *run, struct mspdi_row *row,
			const struct mspdi_slot *slot)
{
	struct pmo_mspdi *plan = run->import.plan;
	for (size_t i = 0; row->kept && i < row->kept->assignment_count; i++) {
		struct mspdi_assignment *one =
			&plan->assignments[plan->by_task[row->kept->first_assignment + i]];
		const char *handle =
			one->resource < 0 ? NULL : plan->resources[one->resource].handle;
		/* Work of nobody goes when somebody has it; material and cost stay. */
		bool is_nobody = one->resource < 0 && slot->count;
		if (is_nobody || (handle && !is_listed(slot, handle)))
			own(one->element)->is_gone = true;
	}
	for (size_t i = 0; i < slot->count; i++) {
		struct assignee assignee;
		if (!read_assignee(run, slot->items[i], &assignee))
			return;
		struct mspdi_assignment *kept = find_kept(run, row, assignee.handle);
		if (kept)
			mspdi_out(run, own(kept->element), "Units", assignee.units);
		else
			add_assignment(run, row, &assignee);
	}
}

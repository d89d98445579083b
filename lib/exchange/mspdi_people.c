/* Resources of the file and people here. */
#include "exchange/mspdi_import.h"

#include "store/ids.h"

#include <pmo/money.h>
#include <pmo/text.h>

#include <string.h>

static const char nobody_for_sure[] = "";

static enum pmo_result put_name(struct mspdi_import *import, const char *name, const char *handle)
{
	char *folded = name && *name ? pmo_text_fold(import->context.arena, name, true) : NULL;
	if (!name || !*name)
		return PMO_OK;
	if (!folded)
		return PMO_NO_MEMORY;
	const char *there = map_get(&import->people, folded);
	if (there && strcmp(there, handle) != 0)
		handle = nobody_for_sure;
	return map_put(&import->people, folded, (void *)handle);
}

static enum pmo_result take_handle(struct mspdi_import *import, const char *handle)
{
	char *folded = pmo_text_fold(import->context.arena, handle, true);
	if (!folded || map_put(&import->handles, folded, (void *)handle) != PMO_OK)
		return PMO_NO_MEMORY;
	return map_put(&import->people, folded, (void *)handle);
}

static enum pmo_result read_people(struct mspdi_import *import)
{
	struct pmo_records people;
	struct mspdi_context *context = &import->context;
	const struct pmo_schema *schema = pmo_workspace_schema(context->workspace, "person");
	if (!schema)
		return PMO_NO_MEMORY;
	map_init(&import->people, context->arena);
	map_init(&import->handles, context->arena);
	enum pmo_result result = pmo_workspace_records(context->workspace, NULL, schema, &people);
	int email = pmo_schema_field(schema, "email");
	for (size_t i = 0; i < people.count && result == PMO_OK; i++) {
		const struct pmo_record *person = &people.items[i];
		result = put_name(import, pmo_record_text(person, schema->title), person->id);
		if (result == PMO_OK)
			result = put_name(import, pmo_record_text(person, email), person->id);
	}
	for (size_t i = 0; i < people.count && result == PMO_OK; i++)
		result = take_handle(import, people.items[i].id);
	return result;
}

static const char *find(struct mspdi_import *import, const char *text)
{
	char *folded = text ? pmo_text_fold(import->context.arena, text, true) : NULL;
	const char *handle = folded ? map_get(&import->people, folded) : NULL;
	import->context.failed |= text && !folded;
	return handle && *handle ? handle : NULL;
}

/* By e-mail, name, handle, initials that are a handle. */
static const char *find_person(struct mspdi_import *import, const struct mspdi_resource *resource)
{
	const char *handle = find(import, resource->email);
	if (!handle)
		handle = find(import, resource->name);
	return handle || !resource->initials || strlen(resource->initials) < 2
		       ? handle
		       : find(import, resource->initials);
}

static enum pmo_result tell_unknown(struct mspdi_import *import, const char *name)
{
	struct pmo_mspdi_intake *intake = import->intake;
	const char **names =
		pmo_arena_grow(import->context.arena, intake->unknown, intake->unknown_count,
			       &intake->unknown_capacity, sizeof(*names));
	if (!names)
		return PMO_NO_MEMORY;
	intake->unknown = names;
	names[intake->unknown_count++] = name;
	return PMO_OK;
}

enum pmo_result mspdi_match_people(struct mspdi_import *import, struct pmo_mspdi *plan,
				   bool is_base)
{
	enum pmo_result result = import->people.arena ? PMO_OK : read_people(import);
	for (size_t i = 0; i < plan->resource_count && result == PMO_OK; i++) {
		struct mspdi_resource *resource = &plan->resources[i];
		if (resource->type != 1 || !resource->name)
			continue;
		resource->handle = find_person(import, resource);
		if (!resource->handle && !is_base && !import->intake->create_people)
			result = tell_unknown(import, resource->name);
	}
	return result;
}

static bool is_free(struct mspdi_import *import, const char *handle)
{
	char *folded = pmo_text_fold(import->context.arena, handle, true);
	return folded && handle_is_valid(handle) && !map_get(&import->handles, folded);
}

/* Jane van Miller is jmiller; a role, "Project Manager", is pmanager. */
static const char *new_handle(struct mspdi_import *import, const struct mspdi_resource *resource)
{
	struct pmo_arena *arena = import->context.arena;
	char *folded = pmo_text_fold(arena, resource->name, true);
	char *base = folded ? pmo_arena_alloc(arena, strlen(folded) + 3) : NULL;
	const char *last = folded ? strrchr(folded, ' ') : NULL;
	size_t to = 0;
	if (!base)
		return NULL;
	if (last && pmo_ascii_is_alnum(*folded))
		base[to++] = *folded;
	for (const char *c = last ? last : folded; *c && to < HANDLE_MAX - 12; c++)
		if (pmo_ascii_is_alnum(*c))
			base[to++] = *c;
	if (!to || !pmo_ascii_is_alpha(*base))
		base = pmo_arena_format(arena, "r%s", base);
	const char *handle = base;
	for (unsigned i = 2; handle && !is_free(import, handle) && i < 100000; i++)
		handle = pmo_arena_format(arena, "%s-%u", base, i);
	return handle;
}

/* The cost of an hour, where the file says one by the hour. */
static const char *rate_text(struct mspdi_import *import, const struct mspdi_resource *resource)
{
	const char *rate = mspdi_text(resource->element, "StandardRate");
	int64_t cents;
	char text[PMO_MONEY_SIZE];
	if (!rate || mspdi_number(resource->element, "StandardRateFormat", 2) != 2 ||
	    pmo_money_input(rate, strlen(rate), &cents) != PMO_OK || cents <= 0)
		return NULL;
	pmo_money_format(cents, text);
	return pmo_arena_string(import->context.arena, text);
}

static enum pmo_result create(struct mspdi_import *import, struct mspdi_resource *resource)
{
	struct mspdi_context *context = &import->context;
	const struct pmo_schema *schema = pmo_workspace_schema(context->workspace, "person");
	struct mspdi_want want;
	struct mspdi_merge merge = { .schema = schema, .want = &want };
	const struct mspdi_calendar *calendar = mspdi_shift_of(import->plan, resource);
	const char *handle = new_handle(import, resource);
	if (!schema || !handle || mspdi_want_init(context, &want, schema) != PMO_OK)
		return PMO_NO_MEMORY;
	enum pmo_result result = pmo_update_add(import->update, NULL, schema, handle, &merge.draft);
	if (result != PMO_OK)
		return result;
	resource->handle = pmo_draft_record(merge.draft)->id;
	mspdi_want_set(context, &want, "name", resource->name);
	mspdi_want_set(context, &want, "email", resource->email);
	mspdi_want_set(context, &want, "rate", rate_text(import, resource));
	if (calendar)
		mspdi_want_set(context, &want, "calendar", calendar->handle);
	result = take_handle(import, resource->handle);
	if (result == PMO_OK)
		result = put_name(import, resource->name, resource->handle);
	if (result == PMO_OK)
		result = mspdi_merge_record(import, &merge);
	import->intake->people_added++;
	return result;
}

/* Where the first people are kept, the one who keeps the records is one of them. */
static enum pmo_result create_me(struct mspdi_import *import)
{
	struct mspdi_context *context = &import->context;
	const char *me = context->values.me;
	const struct pmo_schema *schema = pmo_workspace_schema(context->workspace, "person");
	struct mspdi_want want;
	struct mspdi_merge merge = { .schema = schema, .want = &want };
	if (!me || !handle_is_valid(me) || !is_free(import, me))
		return PMO_OK;
	if (!schema || mspdi_want_init(context, &want, schema) != PMO_OK)
		return PMO_NO_MEMORY;
	enum pmo_result result = pmo_update_add(import->update, NULL, schema, me, &merge.draft);
	if (result == PMO_OK)
		result = take_handle(import, me);
	mspdi_want_set(context, &want, "name", me);
	return result == PMO_OK ? mspdi_merge_record(import, &merge) : result;
}

enum pmo_result mspdi_create_people(struct mspdi_import *import)
{
	enum pmo_result result = import->intake->create_people ? create_me(import) : PMO_OK;
	for (size_t i = 0; i < import->plan->resource_count && result == PMO_OK; i++) {
		struct mspdi_resource *resource = &import->plan->resources[i];
		if (!import->intake->create_people || resource->handle || resource->type != 1 ||
		    !resource->name)
			continue;
		resource->handle = find_person(import, resource);
		if (!resource->handle)
			result = create(import, resource);
	}
	return result == PMO_OK && import->context.failed ? PMO_NO_MEMORY : result;
}

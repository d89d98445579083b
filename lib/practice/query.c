/* What an expression says about a record, and how people say it. */
#include "practice/query.h"

#include <pmo/text.h>

#include <string.h>

struct pmo_value query_value(const struct pmo_record *record, const char *text)
{
	const struct expr *expr;
	struct pmo_diags unheard;
	pmo_diags_init(&unheard, record->world->arena);
	if (pmo_expr_compile(text, "query", record->schema, &unheard, &expr) != PMO_OK)
		return (struct pmo_value){ 0 };
	return pmo_expr_evaluate(expr, record);
}

const char *query_text(const struct pmo_record *record, const char *text)
{
	struct pmo_value value = query_value(record, text);
	struct pmo_field field = { .name = "", .kind = (enum pmo_kind)value.kind };
	struct pmo_buffer out;
	if (!pmo_value_is_present(&value))
		return NULL;
	if (value.is_list)
		field.flags = PMO_LIST;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	pmo_value_format(&field, &value, &out);
	const char *copy =
		out.failed ? NULL : pmo_arena_copy(record->world->arena, out.data, out.length);
	pmo_buffer_release(&out);
	return copy;
}

int64_t query_number(const struct pmo_record *record, const char *text, int64_t absent)
{
	struct pmo_value value = query_value(record, text);
	bool is_number = value.presence == PMO_PRESENT && !value.is_list &&
			 (value.kind == PMO_INTEGER || value.kind == PMO_MONEY ||
			  value.kind == PMO_YES_NO || value.kind == PMO_DATE);
	return is_number ? value.as.integer : absent;
}

bool query_holds(const struct pmo_record *record, const char *text)
{
	const struct expr *expr;
	struct pmo_diags unheard;
	pmo_diags_init(&unheard, record->world->arena);
	return pmo_expr_compile(text, "query", record->schema, &unheard, &expr) == PMO_OK &&
	       pmo_expr_holds(expr, record);
}

const char *query_day(const struct pmo_record *record, int32_t date, bool with_weekday)
{
	char text[PMO_DATE_LONG_SIZE] = "?";
	if (date != PMO_DATE_NONE && with_weekday)
		pmo_date_format_long(date, record->world->today, text);
	else if (date != PMO_DATE_NONE)
		pmo_date_format_short(date, record->world->today, text);
	const char *copy = pmo_arena_string(record->world->arena, text);
	return copy ? copy : "";
}

const char *query_money(const struct pmo_record *record, int64_t cents)
{
	char text[PMO_MONEY_SIZE];
	pmo_money_format_grouped(cents, text);
	const char *copy = pmo_arena_string(record->world->arena, text);
	return copy ? copy : "";
}

const char *query_person(const struct pmo_record *record, const char *handle)
{
	static const struct {
		const char *role, *name;
	} roles[] = {
		{ "project.sponsor", "the sponsor" },
		{ "project.pm", "the project manager" },
		{ "project.coordinator", "the coordinator" },
	};
	for (size_t i = 0; handle && i < sizeof(roles) / sizeof(roles[0]); i++) {
		const char *holder = query_text(record, roles[i].role);
		if (holder && pmo_text_compare(holder, handle) == 0)
			return roles[i].name;
	}
	return query_name(record, handle);
}

const char *query_name(const struct pmo_record *record, const char *handle)
{
	const struct pmo_world *world = record->world;
	const struct pmo_record *person =
		handle && world->find ? world->find(world->store, record, handle, "person") : NULL;
	const char *name = person ? pmo_record_text(person, person->schema->title) : NULL;
	return name ? name : handle;
}

/* Texts with {expressions} in them, for people. */
#include "practice.h"

#include <pmo/text.h>

#include <string.h>

static bool add_value(const struct pmo_record *record, const struct pmo_value *value,
		      struct pmo_buffer *out)
{
	char date[PMO_DATE_LONG_SIZE];
	struct pmo_field field = { .name = "", .kind = (enum pmo_kind)value->kind };
	if (!pmo_value_is_present(value))
		return false;
	if (value->kind == PMO_DATE && !value->is_list) {
		pmo_date_format_short((int32_t)value->as.integer, record->world->today, date);
		pmo_buffer_add_text(out, date);
		return true;
	}
	pmo_value_show(&field, value, out);
	return true;
}

static bool add_expression(const struct pmo_record *record, const char *text,
			   struct pmo_buffer *out)
{
	const struct expr *expr;
	struct pmo_diags unheard;
	pmo_diags_init(&unheard, record->world->arena);
	if (pmo_expr_compile(text, "text", record->schema, &unheard, &expr) != PMO_OK)
		return false;
	struct pmo_value value = pmo_expr_evaluate(expr, record);
	return add_value(record, &value, out);
}

const char *pmo_practice_text(const struct pmo_record *record, const char *text)
{
	struct pmo_buffer out;
	bool fine = text != NULL;
	pmo_buffer_init(&out, 1 << 16);
	while (fine && *text) {
		size_t plain = strcspn(text, "{");
		pmo_buffer_add(&out, text, plain);
		text += plain;
		const char *end = *text ? strchr(text, '}') : NULL;
		if (!end)
			break;
		char *inner =
			pmo_arena_copy(record->world->arena, text + 1, (size_t)(end - text - 1));
		fine = inner && add_expression(record, inner, &out);
		text = end + 1;
	}
	char *copy = fine && !out.failed
			     ? pmo_arena_copy(record->world->arena, out.data, out.length)
			     : NULL;
	pmo_buffer_release(&out);
	return copy;
}

const char *pmo_short_id(const struct pmo_record *record)
{
	const char *id = record->id;
	const char *dash = strrchr(id, '-');
	if (record->schema->table->handles || !dash || dash[1] != '0')
		return id;
	const char *digits = dash + 1 + strspn(dash + 1, "0");
	if (!pmo_ascii_is_digit(*digits))
		return id;
	return pmo_arena_format(record->world->arena, "%.*s%s", (int)(dash + 1 - id), id, digits);
}

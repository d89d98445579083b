/* Tables of records: found, put in order, filled in. */
#include "report/listing.h"

#include <pmo/money.h>
#include <pmo/text.h>

#include <stdlib.h>
#include <string.h>

enum { ORDERS = 2, COLUMNS_MOST = 12 };

struct listing_row {
	const struct pmo_record *record;
	struct pmo_value keys[ORDERS];
	bool down[ORDERS];
	size_t place;
};

const char *listing_day(const struct listing_scope *scope, int32_t date)
{
	char text[PMO_DATE_LONG_SIZE];
	if (date == PMO_DATE_NONE)
		return "";
	pmo_date_format_short(date, pmo_workspace_world(scope->workspace)->today, text);
	return pmo_arena_string(scope->arena, text);
}

const char *listing_person(const struct pmo_record *from, const char *handle)
{
	const struct pmo_world *world = from->world;
	const struct pmo_record *person =
		world->find ? world->find(world->store, from, handle, "person") : NULL;
	const char *name =
		person ? pmo_record_text(person, pmo_schema_field(person->schema, "name")) : NULL;
	return name ? name : handle;
}

/* $from and the like become dates. */
static const char *fill(const struct listing_scope *scope, const char *text)
{
	const struct {
		const char *word;
		int32_t date;
	} words[] = { { "$from", scope->from },
		      { "$to", scope->to },
		      { "$next_from", scope->next_from },
		      { "$next_to", scope->next_to },
		      { "$since", scope->since } };
	struct pmo_buffer out;
	pmo_buffer_init(&out, 1 << 16);
	while (*text) {
		size_t plain = strcspn(text, "$"), length = 0;
		pmo_buffer_add(&out, text, plain);
		text += plain;
		for (size_t i = 0; *text && i < sizeof(words) / sizeof(*words); i++) {
			char date[PMO_DATE_SIZE];
			size_t size = strlen(words[i].word);
			if (strncmp(text, words[i].word, size) != 0 || size < length)
				continue;
			length = size;
			pmo_date_format(words[i].date, date);
			pmo_buffer_add_text(&out, date);
			break;
		}
		if (*text && !length)
			pmo_buffer_add_char(&out, *text);
		text += *text ? (length ? length : 1) : 0;
	}
	const char *copy = out.failed ? NULL : pmo_arena_copy(scope->arena, out.data, out.length);
	pmo_buffer_release(&out);
	return copy;
}

static enum pmo_result compile(const struct listing_scope *scope, const char *text,
			       const struct pmo_schema *schema, const struct expr **expr)
{
	const char *filled = fill(scope, text);
	if (!filled)
		return PMO_NO_MEMORY;
	return pmo_expr_compile(filled, "report", schema, pmo_workspace_diags(scope->workspace),
				expr);
}

enum pmo_result listing_ask(const struct listing_scope *scope, const struct pmo_record *record,
			    const char *text, struct pmo_value *value)
{
	const struct expr *expr;
	enum pmo_result result = compile(scope, text, record->schema, &expr);
	*value = (struct pmo_value){ 0 };
	if (result == PMO_OK)
		*value = pmo_expr_evaluate(expr, record);
	return result;
}

static int compare_rows(const void *a, const void *b)
{
	const struct listing_row *first = a, *second = b;
	for (size_t i = 0; i < ORDERS; i++) {
		/* What has no value comes last, whichever way it goes. */
		bool here = pmo_value_is_present(&first->keys[i]);
		bool there = pmo_value_is_present(&second->keys[i]);
		if (here != there)
			return here ? -1 : 1;
		int order = here ? pmo_value_compare(&first->keys[i], &second->keys[i]) : 0;
		if (order)
			return first->down[i] ? -order : order;
	}
	return first->place < second->place ? -1 : 1;
}

struct listing_plan {
	const struct expr *where, *order[ORDERS];
};

static enum pmo_result prepare(const struct listing_scope *scope, const struct listing *listing,
			       const struct pmo_schema *schema, struct listing_plan *plan)
{
	enum pmo_result result = compile(scope, listing->where, schema, &plan->where);
	for (size_t i = 0; result == PMO_OK && i < ORDERS; i++) {
		const char *order = listing->order[i];
		plan->order[i] = NULL;
		if (order)
			result = compile(scope, order + (*order == '-'), schema, &plan->order[i]);
	}
	return result;
}

static enum pmo_result collect(const struct listing_scope *scope, const struct listing *listing,
			       const struct pmo_records *records, struct listing_rows *rows)
{
	struct listing_plan plan;
	struct listing_row *found = NULL;
	size_t count = 0, capacity = 0;
	enum pmo_result result =
		records->count ? prepare(scope, listing, records->items[0].schema, &plan) : PMO_OK;
	for (size_t i = 0; result == PMO_OK && i < records->count; i++) {
		const struct pmo_record *record = &records->items[i];
		if (record->unreadable || pmo_record_is_void(record) ||
		    !pmo_audience_may_see(scope->audience, record) ||
		    !pmo_expr_holds(plan.where, record))
			continue;
		struct listing_row *grown =
			pmo_arena_grow(scope->arena, found, count, &capacity, sizeof(*grown));
		if (!grown)
			return PMO_NO_MEMORY;
		found = grown;
		found[count] = (struct listing_row){ .record = record, .place = count };
		for (size_t key = 0; key < ORDERS; key++) {
			found[count].down[key] = listing->order[key] && *listing->order[key] == '-';
			if (plan.order[key])
				found[count].keys[key] = pmo_expr_evaluate(plan.order[key], record);
		}
		count++;
	}
	if (result != PMO_OK || !count)
		return result;
	qsort(found, count, sizeof(*found), compare_rows);
	rows->items = pmo_arena_array(scope->arena, count, sizeof(*rows->items));
	for (size_t i = 0; rows->items && i < count; i++)
		rows->items[i] = found[i].record;
	rows->count = rows->items ? count : 0;
	return rows->items ? PMO_OK : PMO_NO_MEMORY;
}

enum pmo_result listing_find(const struct listing_scope *scope, const struct listing *listing,
			     struct listing_rows *rows)
{
	const struct pmo_schema *schema =
		pmo_workspace_schema(scope->workspace, listing->register_name);
	struct pmo_records records = { 0 };
	*rows = (struct listing_rows){ 0 };
	if (!schema)
		return PMO_NO_MEMORY;
	bool shared = schema->table->scope == PMO_SCOPE_WORKSPACE;
	enum pmo_result result = pmo_workspace_records(
		scope->workspace, shared ? NULL : scope->project, schema, &records);
	return result == PMO_OK ? collect(scope, listing, &records, rows) : result;
}

bool listing_old_score(const struct pmo_record *report, const char *id, int64_t *score)
{
	int index = report ? pmo_schema_field(report->schema, "records") : -1;
	struct pmo_value list = { 0 };
	if (index >= 0)
		list = pmo_record_get(report, index);
	for (uint32_t i = 0; list.presence == PMO_PRESENT && i < list.count; i++) {
		const struct pmo_field *field = report->schema->fields[index];
		const struct pmo_value *item = &list.as.items[i];
		const struct pmo_value *ref = pmo_value_member(field, item, "ref");
		const struct pmo_value *old = pmo_value_member(field, item, "score");
		if (!ref || ref->presence != PMO_PRESENT || strcmp(ref->as.text, id) != 0)
			continue;
		*score = old ? old->as.integer : 0;
		return old && old->presence == PMO_PRESENT;
	}
	return false;
}

static const char *show(const struct listing_scope *scope, const struct pmo_value *value,
			bool for_people)
{
	struct pmo_field field = { .name = "",
				   .kind = (enum pmo_kind)value->kind,
				   .flags = value->is_list ? PMO_LIST : 0 };
	struct pmo_buffer out;
	pmo_buffer_init(&out, 1 << 16);
	if (for_people)
		pmo_value_show(&field, value, &out);
	else
		pmo_value_format(&field, value, &out);
	const char *text = out.failed ? NULL : pmo_arena_copy(scope->arena, out.data, out.length);
	pmo_buffer_release(&out);
	return text;
}

/* A value whose kind a plain field can show: not a list of structures. */
static bool is_plain(const struct pmo_value *value)
{
	return value->kind != PMO_STRUCT;
}

struct listing_cells {
	const struct listing_scope *scope;
	const struct listing *listing;
	const struct expr *asks[COLUMNS_MOST];
	int64_t sums[COLUMNS_MOST];
};

static void set_change(const struct listing_cells *cells, const struct pmo_record *record,
		       const struct pmo_value *now, struct pmo_cell *cell)
{
	int64_t old;
	if (!cells->scope->previous)
		return;
	if (!listing_old_score(cells->scope->previous, record->id, &old)) {
		/* A report that did not keep it says nothing; a risk seen since is new. */
		struct pmo_value seen = pmo_record_get_name(record, "identified");
		bool is_new = seen.presence == PMO_PRESENT && seen.kind == PMO_DATE &&
			      seen.as.integer > cells->scope->since;
		cell->text = is_new ? "new" : "";
		return;
	}
	int64_t change = now->as.integer - old;
	cell->text =
		change ? pmo_arena_format(cells->scope->arena, "%+lld", (long long)change) : "same";
	cell->raw = pmo_arena_format(cells->scope->arena, "%lld", (long long)change);
}

static enum pmo_result set_cell(struct listing_cells *cells, const struct pmo_record *record,
				size_t column, struct pmo_cell *cell)
{
	const struct listing_scope *scope = cells->scope;
	struct pmo_value value = pmo_expr_evaluate(cells->asks[column], record);
	enum listing_form form = cells->listing->columns[column].form;
	cell->text = "";
	cell->absent = true;
	if (!pmo_value_is_present(&value) || !is_plain(&value))
		return PMO_OK;
	cell->absent = false;
	if (form == LISTING_CHANGE) {
		set_change(cells, record, &value, cell);
		cell->absent = !*cell->text;
		return cell->text ? PMO_OK : PMO_NO_MEMORY;
	}
	cell->text = show(scope, &value, true);
	cell->raw = show(scope, &value, false);
	if (form == LISTING_DAY && value.kind == PMO_DATE && !value.is_list)
		cell->text = listing_day(scope, (int32_t)value.as.integer);
	if (form == LISTING_SUM && value.kind == PMO_MONEY)
		cells->sums[column] += value.as.integer;
	if (form == LISTING_PERSON && !value.is_list)
		cell->text = listing_person(record, value.as.text);
	return cell->text && cell->raw ? PMO_OK : PMO_NO_MEMORY;
}

static enum pmo_result add_columns(struct listing_cells *cells, const struct pmo_schema *schema,
				   struct pmo_table *table)
{
	enum pmo_result result = PMO_OK;
	const struct listing_column *columns = cells->listing->columns;
	for (size_t i = 0; result == PMO_OK && columns[i].name && i < COLUMNS_MOST; i++) {
		const struct listing_column *from = &columns[i];
		bool is_amount = from->form == LISTING_MONEY || from->form == LISTING_SUM;
		bool is_number = from->form == LISTING_NUMBER || from->form == LISTING_CHANGE;
		const char *ask = from->ask ? from->ask : from->name;
		struct pmo_column column = {
			.name = from->name,
			.heading = from->heading,
			.align = is_amount || is_number ? PMO_RIGHT : PMO_LEFT,
			.shrink = from->form == LISTING_WIDE || from->form == LISTING_PERSON
					  ? PMO_SHRINK_WRAP
					  : PMO_SHRINK_NEVER,
			.kind = is_number ? PMO_CELL_NUMBER : PMO_CELL_STRING,
			.badge = from->form == LISTING_BADGE,
		};
		result = pmo_table_add_column(table, &column);
		if (result == PMO_OK)
			result = compile(cells->scope, ask, schema, &cells->asks[i]);
	}
	return result;
}

static enum pmo_result add_sums(const struct listing_cells *cells, struct pmo_table *table)
{
	const struct listing_column *columns = cells->listing->columns;
	struct pmo_row *row = NULL;
	for (size_t i = 0; columns[i].name; i++) {
		char text[PMO_MONEY_SIZE];
		if (columns[i].form != LISTING_SUM)
			continue;
		if (!row)
			row = pmo_table_add_footer(table);
		if (!row)
			return PMO_NO_MEMORY;
		pmo_money_format_grouped(cells->sums[i], text);
		row->cells[0].text = "Sum";
		row->cells[i].text = pmo_arena_string(cells->scope->arena, text);
		if (!row->cells[i].text)
			return PMO_NO_MEMORY;
	}
	return PMO_OK;
}

static enum pmo_result fill_table(struct listing_cells *cells, const struct listing_rows *rows,
				  size_t shown, struct pmo_table *table)
{
	const struct pmo_schema *schema =
		pmo_workspace_schema(cells->scope->workspace, cells->listing->register_name);
	enum pmo_result result = schema ? add_columns(cells, schema, table) : PMO_NO_MEMORY;
	for (size_t i = 0; result == PMO_OK && i < shown; i++) {
		struct pmo_row *row = pmo_table_add_row(table);
		if (!row)
			return PMO_NO_MEMORY;
		for (size_t column = 0; result == PMO_OK && column < table->column_count; column++)
			result = set_cell(cells, rows->items[i], column, &row->cells[column]);
	}
	return result == PMO_OK && shown ? add_sums(cells, table) : result;
}

static void add_lines(const struct listing *listing, const struct listing_rows *rows, size_t shown,
		      struct pmo_document *document)
{
	bool begun = false;
	for (size_t i = 0; i < shown && listing->line; i++) {
		const char *said = pmo_practice_text(rows->items[i], listing->line);
		if (!said)
			continue;
		if (!begun)
			pmo_document_add_list(document, PMO_LIST_BULLETS);
		pmo_document_add_item(document, said);
		begun = true;
	}
}

enum pmo_result listing_add(const struct listing_scope *scope, const struct listing *listing,
			    const char *caption, struct pmo_document *document)
{
	struct listing_rows rows;
	struct listing_cells *cells = pmo_arena_alloc(scope->arena, sizeof(*cells));
	struct pmo_table *table = pmo_arena_alloc(scope->arena, sizeof(*table));
	if (!cells || !table)
		return PMO_NO_MEMORY;
	*cells = (struct listing_cells){ .scope = scope, .listing = listing };
	pmo_table_init(table, scope->arena);
	enum pmo_result result = listing_find(scope, listing, &rows);
	size_t shown = listing->most && rows.count > listing->most ? listing->most : rows.count;
	if (result == PMO_OK)
		result = fill_table(cells, &rows, shown, table);
	if (result != PMO_OK)
		return result;
	pmo_document_add_table(document, table, caption);
	add_lines(listing, &rows, shown, document);
	if (shown < rows.count) {
		pmo_document_add_paragraph(document, NULL);
		pmo_document_add_format(document, "%zu more%s", rows.count - shown,
					listing->more ? ": " : ".");
		if (listing->more)
			pmo_document_add_code(document, listing->more);
	}
	return PMO_OK;
}

/* A page for each person: what they owe, over all projects. */
#include "report/site.h"

#include <pmo/practice.h>
#include <pmo/text.h>

#include <string.h>

static void set(struct pmo_row *row, size_t column, const char *text)
{
	row->cells[column].text = text ? text : "";
	row->cells[column].absent = !text || !*text;
}

static const char *name_of(const struct pmo_record *person)
{
	const char *name = pmo_record_text(person, pmo_schema_field(person->schema, "name"));
	return name && *name ? name : person->id;
}

static enum pmo_result add_duty(const struct site *site, const struct pmo_duty *duty,
				struct pmo_table *table)
{
	struct pmo_row *row = pmo_table_add_row(table);
	char text[PMO_DATE_LONG_SIZE] = "";
	const struct pmo_record *record = duty->record;
	if (!row)
		return PMO_NO_MEMORY;
	if (duty->due != PMO_DATE_NONE)
		pmo_date_format_short(duty->due, site->today, text);
	row->style = duty->state == PMO_DUTY_LATE ? PMO_STYLE_BAD : PMO_STYLE_PLAIN;
	set(row, 0, record->project ? record->project->handle : NULL);
	set(row, 1, record->id);
	set(row, 2, pmo_record_text(record, record->schema->title));
	set(row, 3, duty->what);
	set(row, 4, pmo_arena_string(site->arena, text));
	set(row, 5, pmo_duty_state_name(duty->state));
	return PMO_OK;
}

static enum pmo_result make_page(const struct site *site, const struct pmo_record *person,
				 struct pmo_document *document)
{
	static const struct pmo_column columns[] = {
		{ .name = "project", .heading = "Project" },
		{ .name = "id", .heading = "ID" },
		{ .name = "title", .heading = "Title", .shrink = PMO_SHRINK_WRAP },
		{ .name = "what", .heading = "What" },
		{ .name = "due", .heading = "Due" },
		{ .name = "state", .heading = "State" },
	};
	const struct pmo_document_head head = {
		.kind = "person",
		.title = pmo_arena_format(site->arena, "Actions of %s", name_of(person)),
		.project = pmo_workspace_config(site->workspace)->organisation,
		.as_of = site->today,
	};
	struct pmo_table *table = pmo_arena_alloc(site->arena, sizeof(*table));
	enum pmo_result result = table && head.title ? PMO_OK : PMO_NO_MEMORY;
	if (result != PMO_OK)
		return result;
	pmo_document_init(document, site->arena, &head);
	pmo_table_init(table, site->arena);
	result = pmo_table_add_columns(table, columns, sizeof(columns) / sizeof(*columns));
	for (size_t i = 0; result == PMO_OK && i < site->duties.count; i++) {
		const struct pmo_duty *duty = &site->duties.items[i];
		if (duty->owner && pmo_text_compare(duty->owner, person->id) == 0)
			result = add_duty(site, duty, table);
	}
	pmo_document_add_table(document, table, "What is owed, what is late first");
	return result;
}

static enum pmo_result put_page(const struct site *site, const struct pmo_record *person)
{
	struct site_page page = { .person = person, .name = "people" };
	struct pmo_document document;
	struct pmo_buffer path;
	pmo_buffer_init(&path, 1 << 16);
	pmo_buffer_add_text(&path, "people/");
	site_add_name(&path, person->id);
	pmo_buffer_add_text(&path, ".html");
	page.path = path.data;
	enum pmo_result result = path.failed ? PMO_NO_MEMORY : make_page(site, person, &document);
	if (result == PMO_OK)
		result = site_put(site, &page, &document);
	pmo_buffer_release(&path);
	return result;
}

static enum pmo_result put_list(const struct site *site, const struct pmo_records *people)
{
	const struct site_page page = { .name = "people", .path = "people/index.html" };
	const struct pmo_document_head head = {
		.kind = "people",
		.title = "People",
		.project = pmo_workspace_config(site->workspace)->organisation,
		.as_of = site->today,
	};
	struct pmo_document document;
	pmo_document_init(&document, site->arena, &head);
	pmo_document_add_paragraph(&document, "Everybody has a page with what they owe; the links "
					      "are above.");
	for (size_t i = 0; i < people->count; i++)
		if (!people->items[i].unreadable && pmo_record_is_open(&people->items[i]))
			pmo_document_add_fact(&document, people->items[i].id,
					      name_of(&people->items[i]));
	return site_put(site, &page, &document);
}

enum pmo_result site_add_people(struct site *site)
{
	const struct pmo_schema *schema = pmo_workspace_schema(site->workspace, "person");
	struct pmo_records people = { 0 };
	if (!schema)
		return PMO_NO_MEMORY;
	pmo_duties_sort(&site->duties);
	enum pmo_result result = pmo_workspace_records(site->workspace, NULL, schema, &people);
	if (result == PMO_OK)
		result = put_list(site, &people);
	for (size_t i = 0; result == PMO_OK && i < people.count; i++)
		if (!people.items[i].unreadable && pmo_record_is_open(&people.items[i]))
			result = put_page(site, &people.items[i]);
	return result;
}

/* A document with everything that a document can hold, hostile texts among it. */
#ifndef TESTS_REPORT_KITCHEN_H
#define TESTS_REPORT_KITCHEN_H

#include <pmo/arena.h>
#include <pmo/figure.h>
#include <pmo/report.h>

static const char hostile[] = "<script>alert(1)</script> & \"q\" 'a' \x1b[31m\xe2\x80\xae"
			      "cod |x| "
			      "`tick` *star* _u_ [l](javascript:x) {#id} $m$ \xff";

static void add_columns(struct pmo_table *table)
{
	static const struct pmo_column columns[] = {
		{ .name = "id", .heading = "Id" },
		{ .name = "title", .heading = "Title", .shrink = PMO_SHRINK_WRAP },
		{ .name = "owner", .heading = "Owner" },
		{ .name = "finish", .heading = "Forecast" },
		{ .name = "variance",
		  .heading = "+/- d",
		  .align = PMO_RIGHT,
		  .kind = PMO_CELL_NUMBER },
		{ .name = "status", .heading = "Status", .badge = true },
	};
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		assert_int_equal(pmo_table_add_column(table, &columns[i]), PMO_OK);
}

static const struct pmo_table *new_table(struct pmo_arena *arena)
{
	struct pmo_table *table = pmo_arena_alloc(arena, sizeof(*table));
	assert_non_null(table);
	pmo_table_init(table, arena);
	add_columns(table);
	return table;
}

static void add_row(struct pmo_table *table, const char *const cells[6], enum pmo_style style)
{
	struct pmo_row *row = pmo_table_add_row(table);
	assert_non_null(row);
	row->style = style;
	for (size_t i = 0; i < 6; i++)
		row->cells[i].text = cells[i];
	row->cells[4].raw = cells[4];
}

static const struct pmo_table *milestones(struct pmo_arena *arena)
{
	static const char *const rows[][6] = {
		{ "MS-005", "Build complete", "Lena Park", "2026-12-08", "46", "Y" },
		{ "MS-006",
		  "System testing complete, with the state's message switch and the "
		  "records interface connected",
		  "Omar Ruiz", "2027-02-02", "15", "Y" },
		{ "MS-007", "Go-live", "Dana Spencer", "2027-03-16", "15", "R" },
		{ "MS-008", hostile, "Closing", "2027-04-30", "0", "G" },
	};
	struct pmo_table *table = pmo_arena_alloc(arena, sizeof(*table));
	assert_non_null(table);
	pmo_table_init(table, arena);
	add_columns(table);
	assert_int_equal(pmo_table_add_group(table, "Delivery"), PMO_OK);
	for (size_t i = 0; i < 4; i++) {
		if (i == 3)
			assert_int_equal(pmo_table_add_group(table, "After go-live"), PMO_OK);
		add_row(table, rows[i], i == 2 ? PMO_STYLE_BAD : PMO_STYLE_PLAIN);
	}
	struct pmo_row *footer = pmo_table_add_footer(table);
	assert_non_null(footer);
	footer->cells[0].text = "4";
	footer->cells[4].text = "76";
	return table;
}

static void add_head_part(struct pmo_document *document, struct pmo_arena *arena)
{
	pmo_document_add_heading(document, 2, "Health");
	pmo_document_add_paragraph(document, "Overall ");
	pmo_document_add_badge(document, 'Y');
	pmo_document_add_format(document, ", schedule %d %% late (limit ", 8);
	pmo_document_add_strong(document, "5 %");
	pmo_document_add_text(document, "); rule ");
	pmo_document_add_code(document, "B2.schedule");
	pmo_document_add_text(document, ", see the ");
	pmo_document_add_link(document, "project site", "https://example.gov/cadup?a=1&b=2");
	pmo_document_add_text(document, " or ");
	pmo_document_add_link(document, "click here", "javascript:alert(1)");
	pmo_document_add_emphasis(document, ", which is no link");
	pmo_document_add_text(document, ".");
	pmo_document_add_fact(document, "Sponsor", "Alex Kim, Chief Information Officer");
	pmo_document_add_fact(document, "Budget", "1,284,000.00");
	pmo_document_add_fact(document, "Phase", NULL);
	pmo_document_add_strong(document, "execute");
	pmo_document_add_table(document, milestones(arena), "Milestones");
	pmo_document_add_heading(document, 3, "Nothing here");
	pmo_document_add_table(document, new_table(arena), "Decisions needed");
	pmo_document_add_table(document, new_table(arena), NULL);
	pmo_document_add_none(document);
}

static void add_text_part(struct pmo_document *document)
{
	pmo_document_add_heading(document, 2, "Summary");
	pmo_document_add_prose(document,
			       "The interface to the state's message switch is late, and system "
			       "testing\ncannot start without it.\n\nWe ask for two things:\n"
			       "- a decision about the order of tests\n- a second tester\n"
			       "  from January on\n\n1. first\n2) second\n\n# not a heading");
	pmo_document_begin_callout(document, PMO_CALLOUT_DECISION, "Decision needed by Wed Nov 25");
	pmo_document_add_paragraph(document, "Test first without the state switch (DEC-005). Then "
					     "go-live is Mar 11, at no cost.");
	pmo_document_add_item(document, "yes");
	pmo_document_add_item(document, "no");
	pmo_document_end(document);
	pmo_document_begin_callout(document, PMO_CALLOUT_WARNING, NULL);
	pmo_document_add_paragraph(document, hostile);
	pmo_document_end(document);
	pmo_document_begin_callout(document, PMO_CALLOUT_NOTE, "OVERRIDE by Pat Cole, Nov 19");
	pmo_document_end(document);
	pmo_document_add_lines(document, "P\n5 |  .  | RSK-003\n4 |  ``` <b>\n");
}

static void add_gantt(struct pmo_document *document)
{
	static const struct pmo_gantt_row rows[] = {
		{ .label = "Build",
		  .summary = true,
		  .start = 20500,
		  .finish = 20620,
		  .percent = 50,
		  .baseline_start = PMO_DATE_NONE,
		  .baseline_finish = PMO_DATE_NONE },
		{ .label = "Interface <b>state</b> switch",
		  .depth = 1,
		  .critical = true,
		  .start = 20510,
		  .finish = 20600,
		  .baseline_start = 20505,
		  .baseline_finish = 20580,
		  .percent = 45 },
		{ .label = "Go-live",
		  .milestone = true,
		  .critical = true,
		  .start = PMO_DATE_NONE,
		  .finish = 20640,
		  .baseline_start = PMO_DATE_NONE,
		  .baseline_finish = 20620 },
	};
	static const struct pmo_gantt_link links[] = { { 1, 2 } };
	static const struct pmo_gantt_span holidays[] = { { 20590, 20592 } };
	struct pmo_gantt gantt = {
		.head = { "Plan & forecast", "Go-live is 20 days later than in the baseline." },
		.rows = rows,
		.row_count = 3,
		.links = links,
		.link_count = 1,
		.shaded = holidays,
		.shaded_count = 1,
		.today = 20560,
		.from = PMO_DATE_NONE,
		.to = PMO_DATE_NONE,
	};
	struct pmo_buffer svg;
	pmo_buffer_init(&svg, PMO_BUFFER_LIMIT);
	assert_int_equal(pmo_figure_gantt(&gantt, &svg), PMO_OK);
	struct pmo_figure figure = { .name = "gantt",
				     .title = "Plan and forecast",
				     .description = gantt.head.description,
				     .svg = svg.data };
	pmo_document_add_figure(document, &figure);
	pmo_buffer_release(&svg);
	figure = (struct pmo_figure){ .name = "matrix",
				      .description = "One risk.",
				      .text = "5 | RSK-003\n" };
	pmo_document_add_figure(document, &figure);
}

static void kitchen_build(struct pmo_document *document, struct pmo_arena *arena)
{
	static const struct pmo_document_head head = {
		.kind = "status",
		.title = "Weekly status report",
		.project_code = "CADUP",
		.project = "Dispatch upgrade <Fairmont> & county",
		.period = "Nov 16 to Nov 20, 2026",
		.as_of = 20777,
		.prepared_by = "Pat Cole, coordinator",
		.commit = "1a2b3c4",
	};
	pmo_document_init(document, arena, &head);
	pmo_document_warn(document,
			  "%d values could not be read; what depends on them has no "
			  "color: risks/RSK-003.yaml:%d",
			  2, 12);
	add_head_part(document, arena);
	add_text_part(document);
	pmo_document_add_page_break(document);
	pmo_document_add_heading(document, 4, "Plan");
	add_gantt(document);
	pmo_document_begin_notes(document);
	pmo_document_add_paragraph(document, "Sources: TSK-031, MS-007.");
	pmo_document_end(document);
	pmo_document_warn(document, "%s", hostile);
	pmo_document_add_footer(document,
				"TSK-031 > MS-005 > TSK-036 > MS-007; baseline 2 (Oct 21)");
	pmo_document_add_footer(document, hostile);
}

#endif

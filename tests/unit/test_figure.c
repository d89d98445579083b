/* Drawings: well-formed whatever is in them, the same every time, within their frame. */
#include "unit.h"

#include <expat.h>
#include <pmo/figure.h>
#include <stdlib.h>
#include <string.h>

static const char hostile[] = "</text><script>x</script> & \"'\x1b\xff\xe2\x80\xae";

struct seen {
	int scripts, titles, descs, depth;
	long width;
	bool outside;
};

static void XMLCALL begin(void *data, const XML_Char *name, const XML_Char **attributes)
{
	struct seen *seen = data;
	seen->scripts += strcmp(name, "script") == 0;
	seen->titles += strcmp(name, "title") == 0;
	seen->descs += strcmp(name, "desc") == 0;
	for (size_t i = 0; attributes[i]; i += 2) {
		const char *key = attributes[i];
		bool across =
			strcmp(key, "x") == 0 || strcmp(key, "x1") == 0 || strcmp(key, "x2") == 0;
		double value = strtod(attributes[i + 1], NULL);
		if (across && (value < 0 || value > 1100))
			seen->outside = true;
	}
}

static struct seen read_svg(const struct pmo_buffer *svg)
{
	struct seen seen = { 0 };
	XML_Parser parser = XML_ParserCreate(NULL);
	assert_non_null(parser);
	XML_SetUserData(parser, &seen);
	XML_SetStartElementHandler(parser, begin);
	assert_int_equal(XML_Parse(parser, svg->data, (int)svg->length, 1), XML_STATUS_OK);
	XML_ParserFree(parser);
	assert_int_equal(seen.scripts, 0);
	assert_int_equal(seen.titles, 1);
	assert_int_equal(seen.descs, 1);
	assert_false(seen.outside);
	return seen;
}

static void draw_gantt(const struct pmo_gantt *gantt, struct pmo_buffer *svg)
{
	pmo_buffer_init(svg, PMO_BUFFER_LIMIT);
	assert_int_equal(pmo_figure_gantt(gantt, svg), PMO_OK);
	read_svg(svg);
}

static void a_gantt_chart_of_any_dates_is_well_formed_and_inside_its_frame(void **state)
{
	static const int32_t dates[] = { PMO_DATE_NONE, PMO_DATE_MIN, -1,           20500,
					 20510,         20777,        PMO_DATE_MAX, INT32_MAX };
	enum { COUNT = sizeof(dates) / sizeof(dates[0]) };
	(void)state;
	for (size_t a = 0; a < COUNT; a++) {
		for (size_t b = 0; b < COUNT; b++) {
			struct pmo_gantt_row rows[] = {
				{ .label = hostile,
				  .start = dates[a],
				  .finish = dates[b],
				  .baseline_start = dates[b],
				  .baseline_finish = dates[a],
				  .percent = 1000,
				  .critical = true },
				{ .label = "m",
				  .milestone = true,
				  .finish = dates[b],
				  .baseline_finish = dates[a],
				  .depth = 1000000,
				  .percent = -5 },
				{ .summary = true,
				  .start = 20490,
				  .finish = 20790,
				  .baseline_start = dates[a],
				  .baseline_finish = dates[b] },
			};
			struct pmo_gantt_link links[] = { { 0, 1 }, { 2, 0 }, { 0, 9 }, { 1, 1 } };
			struct pmo_gantt_span spans[] = { { dates[a], dates[b] } };
			struct pmo_gantt gantt = {
				.head = { hostile, hostile },
				.rows = rows,
				.row_count = 3,
				.links = links,
				.link_count = 4,
				.shaded = spans,
				.shaded_count = 1,
				.today = dates[b],
				.from = dates[a],
				.to = PMO_DATE_NONE,
			};
			struct pmo_buffer svg;
			draw_gantt(&gantt, &svg);
			pmo_buffer_release(&svg);
		}
	}
}

static void a_gantt_chart_shows_its_rows_dates_and_today(void **state)
{
	static const struct pmo_gantt_row rows[] = {
		{ .label = "Build",
		  .start = 20500,
		  .finish = 20520,
		  .baseline_start = PMO_DATE_NONE,
		  .baseline_finish = PMO_DATE_NONE },
		{ .label = "Go-live",
		  .milestone = true,
		  .finish = 20530,
		  .baseline_start = PMO_DATE_NONE,
		  .baseline_finish = PMO_DATE_NONE },
	};
	struct pmo_gantt gantt = { .head = { "Plan", "In time." },
				   .rows = rows,
				   .row_count = 2,
				   .today = 20510,
				   .from = PMO_DATE_NONE,
				   .to = PMO_DATE_NONE };
	struct pmo_buffer svg, again;
	(void)state;
	draw_gantt(&gantt, &svg);
	draw_gantt(&gantt, &again);
	assert_string_equal(svg.data, again.data);
	assert_non_null(strstr(svg.data, "<title>Plan</title>\n<desc>In time.</desc>"));
	assert_non_null(strstr(svg.data, ">Build</text>"));
	assert_non_null(strstr(svg.data, ">Mar 18</text>"));
	assert_non_null(strstr(svg.data, ">today Feb 26</text>"));
	pmo_buffer_release(&svg);
	pmo_buffer_release(&again);
}

static void a_drawing_of_nothing_says_none(void **state)
{
	struct pmo_gantt gantt = { .today = 20510, .from = PMO_DATE_NONE, .to = PMO_DATE_NONE };
	struct pmo_chart chart = { .today = 20510 };
	struct pmo_bars bars = { 0 };
	struct pmo_strip strip = { 0 };
	struct pmo_buffer svg;
	(void)state;
	pmo_buffer_init(&svg, PMO_BUFFER_LIMIT);
	for (int i = 0; i < 4; i++) {
		pmo_buffer_clear(&svg);
		enum pmo_result result = i == 0   ? pmo_figure_gantt(&gantt, &svg)
					 : i == 1 ? pmo_figure_lines(&chart, &svg)
					 : i == 2 ? pmo_figure_bars(&bars, &svg)
						  : pmo_figure_strip(&strip, &svg);
		assert_int_equal(result, PMO_OK);
		assert_non_null(strstr(svg.data, ">None.</text>"));
		read_svg(&svg);
	}
	pmo_buffer_release(&svg);
}

static void lines_of_any_values_are_drawn(void **state)
{
	static const int64_t values[] = { 0, 1, -1, 7, 1284000, INT64_MAX, INT64_MIN };
	enum { COUNT = sizeof(values) / sizeof(values[0]) };
	(void)state;
	for (size_t i = 0; i < COUNT * COUNT * 2; i++) {
		struct pmo_point points[] = { { 20500, values[i % COUNT] },
					      { 20600, values[i / COUNT % COUNT] },
					      { PMO_DATE_NONE, 3 } };
		struct pmo_series series[] = { { hostile, points, 3, true },
					       { "none", NULL, 0, false } };
		struct pmo_chart chart = { .head = { hostile, hostile },
					   .series = series,
					   .count = 2,
					   .unit = hostile,
					   .today = 20550,
					   .value_is_date = i >= COUNT * COUNT };
		struct pmo_buffer svg;
		pmo_buffer_init(&svg, 1 << 20);
		assert_int_equal(pmo_figure_lines(&chart, &svg), PMO_OK);
		read_svg(&svg);
		pmo_buffer_release(&svg);
	}
}

static void bars_are_as_long_as_their_parts_and_say_their_sum(void **state)
{
	static const char *const parts[] = { "S1", hostile };
	static const int64_t values[][2] = { { 3, 4 }, { -5, 1200000 }, { INT64_MAX, INT64_MAX } };
	struct pmo_bar rows[] = { { "a", values[0] }, { hostile, values[1] }, { "c", values[2] } };
	struct pmo_bars bars = { .head = { "Defects", "d" },
				 .parts = parts,
				 .part_count = 2,
				 .bars = rows,
				 .count = 2 };
	struct pmo_buffer svg;
	(void)state;
	pmo_buffer_init(&svg, PMO_BUFFER_LIMIT);
	assert_int_equal(pmo_figure_bars(&bars, &svg), PMO_OK);
	assert_non_null(strstr(svg.data, ">7</text>"));
	assert_non_null(strstr(svg.data, ">1,200,000</text>"));
	read_svg(&svg);
	bars.count = 3;
	pmo_buffer_clear(&svg);
	assert_int_equal(pmo_figure_bars(&bars, &svg), PMO_OK);
	read_svg(&svg);
	pmo_buffer_release(&svg);
}

static void a_matrix_and_a_strip_show_what_they_are_given(void **state)
{
	struct pmo_matrix matrix = { .head = { "Risks", "d" } };
	struct pmo_strip_item items[9] = { { "Schedule", 'Y', "+15 d" },
					   { hostile, '<', hostile } };
	struct pmo_strip strip = { .head = { "Health", "d" }, .items = items, .count = 9 };
	struct pmo_buffer svg;
	(void)state;
	matrix.cells[3][3] = "RSK-003 RSK-007";
	matrix.cells[0][0] = hostile;
	matrix.bands[3][3] = 99;
	pmo_buffer_init(&svg, PMO_BUFFER_LIMIT);
	assert_int_equal(pmo_figure_matrix(&matrix, &svg), PMO_OK);
	assert_non_null(strstr(svg.data, ">RSK-003 RSK-007</text>"));
	read_svg(&svg);
	pmo_buffer_clear(&svg);
	assert_int_equal(pmo_figure_strip(&strip, &svg), PMO_OK);
	assert_non_null(strstr(svg.data, ">+15 d</text>"));
	read_svg(&svg);
	pmo_buffer_clear(&svg);
	svg.limit = 300;
	assert_int_equal(pmo_figure_strip(&strip, &svg), PMO_NO_MEMORY);
	pmo_buffer_release(&svg);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_gantt_chart_of_any_dates_is_well_formed_and_inside_its_frame),
		cmocka_unit_test(a_gantt_chart_shows_its_rows_dates_and_today),
		cmocka_unit_test(a_drawing_of_nothing_says_none),
		cmocka_unit_test(lines_of_any_values_are_drawn),
		cmocka_unit_test(bars_are_as_long_as_their_parts_and_say_their_sum),
		cmocka_unit_test(a_matrix_and_a_strip_show_what_they_are_given),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

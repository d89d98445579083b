/* What cells look like. */
#include "book.h"

static const char *const number_formats[CELL_TYPES] = {
	[CELL_MONEY] = "#,##0.00",          [CELL_PERCENT] = "0%",
	[CELL_FINE_PERCENT] = "0.0#%",      [CELL_DATE] = "mmm d, yyyy",
	[CELL_MOMENT] = "mmm d, yyyy h:mm",
};

/* Dark enough to be read in print, and on white. */
static const lxw_color_t colors[ROW_STYLES] = {
	[ROW_GOOD] = 0x1E6B2E,
	[ROW_WARN] = 0x8A5A00,
	[ROW_BAD] = 0xB00020,
	[ROW_DIM] = 0x757575,
};

static bool is_number(enum cell_type type)
{
	return type == CELL_NUMBER || type == CELL_MONEY || type == CELL_PERCENT ||
	       type == CELL_FINE_PERCENT;
}

lxw_format *book_format(struct book *book, const struct look *look)
{
	unsigned indent = look->indent < INDENTS ? look->indent : INDENTS - 1;
	lxw_format **place = &book->formats[look->type][look->style][indent][look->wrap];
	if (*place)
		return *place;
	lxw_format *format = workbook_add_format(book->workbook);
	if (!format)
		return NULL;
	format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	if (number_formats[look->type])
		format_set_num_format(format, number_formats[look->type]);
	if (look->type == CELL_DATE || look->type == CELL_MOMENT)
		format_set_align(format, LXW_ALIGN_LEFT);
	/* A number does not touch the text in the next column. */
	if (is_number(look->type)) {
		format_set_align(format, LXW_ALIGN_RIGHT);
		indent = 1;
	}
	if (colors[look->style])
		format_set_font_color(format, colors[look->style]);
	if (look->style == ROW_FOOTER) {
		format_set_bold(format);
		format_set_top(format, LXW_BORDER_THIN);
	}
	if (indent)
		format_set_indent(format, (uint8_t)indent);
	if (look->wrap)
		format_set_text_wrap(format);
	*place = format;
	return format;
}

lxw_format *book_heading(struct book *book, bool right)
{
	if (book->headings[right])
		return book->headings[right];
	lxw_format *format = workbook_add_format(book->workbook);
	if (!format)
		return NULL;
	format_set_bold(format);
	format_set_text_wrap(format);
	format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	format_set_bg_color(format, 0xE8EDF3);
	format_set_bottom(format, LXW_BORDER_THIN);
	if (right)
		format_set_align(format, LXW_ALIGN_RIGHT);
	book->headings[right] = format;
	return format;
}

/* The formats of a table, one function each, and what they share. */
#ifndef OUT_OUT_H
#define OUT_OUT_H

#include <pmo/sink.h>
#include <pmo/table.h>

/*
 * What people see in a cell, and what programs get in one piece; never NULL. A
 * list is joined in the scratch buffer, which is also where a lack of memory shows.
 */
const char *out_cell_text(struct pmo_buffer *scratch, const struct pmo_cell *cell);
const char *out_cell_raw(struct pmo_buffer *scratch, const struct pmo_cell *cell);

/* Releases the scratch buffer and says whether all that was written is there. */
enum pmo_result out_finish(const struct pmo_buffer *out, struct pmo_buffer *scratch);

/* Whether the cell is null for programs. */
bool out_cell_is_absent(const struct pmo_cell *cell);

const char *out_heading(const struct pmo_column *column);

/* A record as a map, and what it has in each column by the column's name. */
void out_sink_row(struct pmo_sink *sink, const struct pmo_table *table, const struct pmo_row *row);

/* Markup of our own making. */
struct out_html_attributes {
	const char *table, *caption; /* "" or " class=..." */
	const char *columns;         /* "" or <col> elements */
	bool plain_rows;             /* no headings of rows: pandoc's writers lose them */
};

/* The table element alone. */
void out_html_table(const struct pmo_table *table, const char *caption,
		    const struct out_html_attributes *attributes, struct pmo_buffer *out);

enum pmo_result out_text(const struct pmo_table *table, const struct pmo_terminal *terminal,
			 struct pmo_buffer *out);
enum pmo_result out_tsv(const struct pmo_table *table, struct pmo_buffer *out);
enum pmo_result out_csv(const struct pmo_table *table, struct pmo_buffer *out);
enum pmo_result out_json(const struct pmo_table *table, struct pmo_buffer *out);
enum pmo_result out_jsonl(const struct pmo_table *table, struct pmo_buffer *out);
enum pmo_result out_yaml(const struct pmo_table *table, struct pmo_buffer *out);
enum pmo_result out_markdown(const struct pmo_table *table, struct pmo_buffer *out);
enum pmo_result out_html(const struct pmo_table *table, struct pmo_buffer *out);
enum pmo_result out_sheet(const struct pmo_table *table, struct pmo_buffer *out);
enum pmo_result out_ids(const struct pmo_table *table, struct pmo_buffer *out);

#endif

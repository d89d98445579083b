/*
 * A register in the language of pmo.yaml: what is printed can be put into the file, and
 * reads back as the same table.
 */
#include "overlay.h"

#include <string.h>

/* Whether a key says something that its absence does not. */
static bool is_said(const struct overlay_key *key, const void *row)
{
	switch (key->form) {
	case OVERLAY_ELSEWHERE:
		return false;
	case OVERLAY_WORD:
	case OVERLAY_KIND:
		return true;
	case OVERLAY_FLAG:
	case OVERLAY_YES:
		return overlay_get_number(key, row) != 0;
	default:
		return overlay_get_pointer(key, row) != NULL;
	}
}

/* People get words on one line, programs a list. */
static void write_words(const char *words, char separator, struct pmo_sink *sink)
{
	struct pmo_buffer line;
	pmo_buffer_init(&line, PMO_BUFFER_LIMIT);
	bool list = sink->style != PMO_SINK_YAML;
	const char *word;
	size_t length;
	if (list)
		pmo_sink_begin_list(sink);
	while ((length = overlay_next_word(&words, separator, &word))) {
		if (list)
			pmo_sink_bytes(sink, word, length);
		else
			pmo_buffer_add_format(&line, "%s%.*s", line.length ? " " : "", (int)length,
					      word);
	}
	if (list)
		pmo_sink_end(sink);
	else
		pmo_sink_string(sink, line.data);
	sink->out->failed = sink->out->failed || line.failed;
	pmo_buffer_release(&line);
}

static void write_sets(const char *sets, struct pmo_sink *sink)
{
	struct pmo_buffer name;
	pmo_buffer_init(&name, PMO_BUFFER_LIMIT);
	struct overlay_set set;
	pmo_sink_begin_map(sink);
	while (overlay_next_set(&sets, &set)) {
		pmo_buffer_clear(&name);
		pmo_buffer_add(&name, set.name, set.name_length);
		pmo_sink_key(sink, name.data);
		pmo_sink_bytes(sink, set.expression, set.expression_length);
	}
	pmo_sink_end(sink);
	sink->out->failed = sink->out->failed || name.failed;
	pmo_buffer_release(&name);
}

static void write_choices(const char *const *choices, struct pmo_sink *sink)
{
	pmo_sink_begin_list(sink);
	for (; *choices; choices++)
		pmo_sink_string(sink, *choices);
	pmo_sink_end(sink);
}

static void write_rows(const struct overlay_shape *shape, const void *rows, struct pmo_sink *sink);

static void write_member(const struct overlay_key *key, const void *row, struct pmo_sink *sink)
{
	switch (key->form) {
	case OVERLAY_TEXT:
		pmo_sink_string(sink, overlay_get_text(key, row));
		break;
	case OVERLAY_WORDS:
		write_words(overlay_get_text(key, row), ' ', sink);
		break;
	case OVERLAY_BARS:
		write_words(overlay_get_text(key, row), '|', sink);
		break;
	case OVERLAY_SETS:
		write_sets(overlay_get_text(key, row), sink);
		break;
	case OVERLAY_CHOICES:
		write_choices(overlay_get_pointer(key, row), sink);
		break;
	case OVERLAY_ROWS:
		write_rows(key->shape, overlay_get_pointer(key, row), sink);
		break;
	case OVERLAY_WORD:
		pmo_sink_string(sink, key->words[overlay_get_number(key, row)]);
		break;
	case OVERLAY_KIND:
		pmo_sink_string(sink, pmo_kind_name((enum pmo_kind)overlay_get_number(key, row)));
		break;
	case OVERLAY_FLAG:
	case OVERLAY_YES:
		pmo_sink_bool(sink, true);
		break;
	case OVERLAY_ELSEWHERE:
		break;
	}
}

static void write_keys(const struct overlay_shape *shape, const void *row, struct pmo_sink *sink)
{
	for (const struct overlay_key *key = shape->keys; key->name; key++) {
		if (!is_said(key, row))
			continue;
		pmo_sink_key(sink, key->name);
		write_member(key, row, sink);
	}
}

static bool fits_short_form(const struct overlay_shape *shape, const void *row)
{
	if (!shape->short_form)
		return false;
	for (const struct overlay_key *key = shape->keys + 1; key->name; key++)
		if (is_said(key, row))
			return false;
	return true;
}

/* A map cannot hold a name twice, and such rows are a list. */
static bool has_repeats(const struct overlay_shape *shape, const void *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = i + 1; j < count; j++)
			if (strcmp(overlay_row_name(overlay_row(shape, rows, i)),
				   overlay_row_name(overlay_row(shape, rows, j))) == 0)
				return true;
	return false;
}

static void write_row(const struct overlay_shape *shape, const void *row, bool list,
		      struct pmo_sink *sink)
{
	if (!list)
		pmo_sink_key(sink, overlay_row_name(row));
	if (!list && fits_short_form(shape, row)) {
		write_member(shape->keys, row, sink);
		return;
	}
	pmo_sink_begin_map(sink);
	if (list) {
		pmo_sink_key(sink, shape->name_key);
		pmo_sink_string(sink, overlay_row_name(row));
	}
	write_keys(shape, row, sink);
	pmo_sink_end(sink);
}

static void write_rows(const struct overlay_shape *shape, const void *rows, struct pmo_sink *sink)
{
	size_t count = overlay_row_count(shape, rows);
	bool list = has_repeats(shape, rows, count);
	if (list)
		pmo_sink_begin_list(sink);
	else
		pmo_sink_begin_map(sink);
	for (size_t i = 0; i < count; i++)
		write_row(shape, overlay_row(shape, rows, i), list, sink);
	pmo_sink_end(sink);
}

void overlay_write(const struct pmo_register *table, struct pmo_sink *sink)
{
	pmo_sink_begin_map(sink);
	write_keys(&overlay_register_shape, table, sink);
	pmo_sink_end(sink);
}

void pmo_schema_write(const struct pmo_schema *schema, struct pmo_sink *sink)
{
	pmo_sink_begin_map(sink);
	pmo_sink_key(sink, "registers");
	pmo_sink_begin_map(sink);
	pmo_sink_key(sink, schema->table->name);
	overlay_write(schema->table, sink);
	pmo_sink_end(sink);
	pmo_sink_end(sink);
}

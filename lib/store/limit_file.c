/*
 * A file of limits as a workspace has it. It is read by the walk that reads pmo.yaml, so that a
 * misspelt key or a figure that is none is told at its place. A unit that contradicts its figure
 * leaves open which of them was meant: such a row does not count.
 */
#include "limit_file.h"

#include "record/overlay.h"

#include <pmo/date.h>
#include <pmo/text.h>

#include <string.h>

#define KEY(struct_name, member, name_)                                                            \
	.name = (name_), .form = OVERLAY_TEXT, .offset = offsetof(struct struct_name, member)

static bool check_row(struct overlay_reader *reader, const struct ydoc_node *node, void *row);

static const struct overlay_key row_keys[] = {
	{ KEY(pmo_limit, value, "value"), .required = true },
	{ KEY(pmo_limit, unit, "unit") },
	{ KEY(pmo_limit, help, "about") },
	{ KEY(pmo_limit, source, "source") },
	{ KEY(pmo_limit, date, "as_of") },
	{ .name = NULL },
};

static const struct overlay_shape row_shape = {
	.what = "limit",
	.what_many = "limits",
	.name_key = "name",
	.keys = row_keys,
	.size = sizeof(struct pmo_limit),
	.limit = LIMIT_FILE_ROWS,
	.short_form = true,
	.check = check_row,
};

/* What a file says for all its rows. */
struct heading {
	const char *source, *date;
};

static const struct overlay_key heading_keys[] = {
	{ KEY(heading, source, "source") },
	{ KEY(heading, date, "as_of") },
	{ .name = "limits", .form = OVERLAY_ELSEWHERE },
	{ .name = NULL },
};

static const struct overlay_shape heading_shape = {
	.what = "file of limits",
	.keys = heading_keys,
	.size = sizeof(struct heading),
};

/* The name of a shipped limit at an index, NULL past the end. */
static const char *name_at(const void *unused, size_t index)
{
	(void)unused;
	for (const struct pmo_limit *row = pmo_limits; row->name; row++)
		if (!row->jurisdiction && !index--)
			return row->name;
	return NULL;
}

/* `purchase.` of `purchase.formal` is a word of pmo, whatever stands behind it. */
static bool is_of_a_group(const char *name, const char *other)
{
	size_t length = strcspn(name, ".");
	return name[length] && strncmp(name, other, length + 1) == 0;
}

const char *limit_meant_by(const char *name)
{
	const char *group = NULL;
	for (const struct pmo_limit *row = pmo_limits; row->name; row++) {
		if (pmo_ascii_equal(row->name, name))
			return NULL;
		if (!group && is_of_a_group(name, row->name))
			group = row->name;
	}
	const char *nearest = overlay_nearest(name, name_at, NULL);
	return nearest ? nearest : group;
}

/* 2026, 2026-11 or 2026-11-20. */
static bool is_date(const char *text)
{
	static const char first[] = "0000-01-01";
	char date[PMO_DATE_SIZE];
	size_t length = strlen(text);
	int32_t day;
	if (length != 4 && length != 7 && length != 10)
		return false;
	memcpy(date, first, sizeof(date));
	memcpy(date, text, length);
	return pmo_date_parse(date, 10, &day) == PMO_OK;
}

static void complain(struct overlay_reader *reader, const struct ydoc_node *node, const char *key,
		     const char *message)
{
	const struct ydoc_node *value = ydoc_get(node, key);
	struct pmo_place place = ydoc_place(reader->doc, value ? value : node);
	pmo_diag_add(reader->diags, PMO_ERROR, "limit-value", &place, "%s", message);
}

/* A date that is none costs the date alone. */
static void check_date(struct overlay_reader *reader, const struct ydoc_node *node,
		       const char **date)
{
	if (!*date || is_date(*date))
		return;
	complain(reader, node, "as_of", "expected a date such as 2026-11 or 2026-11-20");
	*date = NULL;
}

static bool check_unit(struct overlay_reader *reader, const struct ydoc_node *node,
		       const struct pmo_limit *row, enum pmo_kind kind)
{
	struct pmo_value value;
	if (!row->unit || pmo_limit_unit_fits(row->unit, row->value, kind))
		return true;
	struct pmo_limit bare = { .value = row->value };
	bool readable = pmo_limit_read(row->value, kind, &value);
	bare.kind = kind == PMO_KIND_COUNT && readable ? (enum pmo_kind)value.kind : kind;
	const char *unit = pmo_limit_unit(&bare);
	struct pmo_place place = ydoc_place(reader->doc, ydoc_get(node, "unit"));
	pmo_diag_add(reader->diags, PMO_ERROR, "limit-value", &place,
		     "unit '%s' is not that of %s %s", row->unit, row->name, row->value);
	if (unit)
		pmo_diag_hint(reader->diags, "expected %s", unit);
	return false;
}

static const struct pmo_limit *find_usual(const char *name)
{
	for (const struct pmo_limit *row = pmo_limits; row->name; row++)
		if (!row->jurisdiction && pmo_ascii_equal(row->name, name))
			return row;
	return NULL;
}

static bool check_row(struct overlay_reader *reader, const struct ydoc_node *node, void *memory)
{
	struct pmo_limit *row = memory;
	const struct pmo_limit *usual = find_usual(row->name);
	const char *meant = limit_meant_by(row->name);
	struct pmo_value value;
	struct pmo_place key = ydoc_key_place(reader->doc, node);
	row->name = usual ? usual->name : row->name;
	row->line = node->key_start;
	row->kind = usual ? usual->kind : PMO_KIND_COUNT;
	check_date(reader, node, &row->date);
	if (meant) {
		pmo_diag_add(reader->diags, PMO_WARNING, "limit-unknown", &key,
			     "there is no limit '%s'; nothing of pmo asks for it", row->name);
		pmo_diag_hint(reader->diags, "nearest is %s", meant);
	}
	if (!pmo_limit_read(row->value, row->kind, &value)) {
		const struct ydoc_node *text = ydoc_get(node, "value");
		struct pmo_place place = ydoc_place(reader->doc, text ? text : node);
		pmo_diag_add(reader->diags, PMO_ERROR, "limit-value", &place,
			     "%s '%s', expected a figure such as %s", row->name, row->value,
			     usual ? usual->value : "5d, 10% or 5000.00");
		return false;
	}
	if (!check_unit(reader, node, row, row->kind))
		return false;
	row->kind = usual ? usual->kind : (enum pmo_kind)value.kind;
	return true;
}

/* Rows take what the file says for all; offsets, which rise, become lines. */
static void complete(struct overlay_reader *reader, const struct heading *heading,
		     struct pmo_limit *rows)
{
	const struct pmo_source *source = &reader->doc->source;
	const struct ydoc_node *list = ydoc_get(reader->doc->root, "limits");
	size_t line = 1, at = 0;
	bool unsourced = false;
	for (struct pmo_limit *row = rows; row->name; row++) {
		size_t offset = row->line;
		for (; at < offset && at < source->length; at++)
			line += source->bytes[at] == '\n';
		row->line = line;
		row->file = source->path;
		row->date = row->date ? row->date : heading->date;
		unsourced = unsourced || (!row->source && !heading->source);
		row->source = row->source ? row->source : heading->source;
		row->source = row->source ? row->source : source->path;
	}
	if (!unsourced)
		return;
	struct pmo_place place = ydoc_key_place(reader->doc, list);
	pmo_diag_add(reader->diags, PMO_WARNING, "limit-unsourced", &place,
		     "nothing says where these figures are written");
	pmo_diag_hint(reader->diags, "add lines at the top: source: ..., as_of: 2026-11");
}

enum pmo_result limit_file_read(struct pmo_arena *arena, struct pmo_diags *diags,
				const struct pmo_source *source, const struct pmo_limit **rows)
{
	static const struct pmo_limit none[1];
	struct overlay_reader reader;
	struct heading heading = { .source = NULL };
	struct ydoc *doc = pmo_arena_alloc(arena, sizeof(*doc));
	*rows = none;
	if (!doc)
		return PMO_NO_MEMORY;
	enum pmo_result result = ydoc_read(doc, arena, source, diags);
	if (result != PMO_OK)
		return result == PMO_NO_MEMORY ? result : PMO_OK;
	const struct ydoc_node *list = ydoc_get(doc->root, "limits");
	if (!list) {
		struct pmo_place place = { .source = &doc->source };
		pmo_diag_add(diags, PMO_ERROR, "limit-value", &place,
			     "expected `limits:` and below it a name with its value, such as "
			     "purchase.formal: 90000.00");
		return PMO_OK;
	}
	overlay_reader_init(&reader, doc, diags);
	(void)overlay_read_row(&reader, &heading_shape, doc->root, &heading);
	check_date(&reader, doc->root, &heading.date);
	struct pmo_limit *read = overlay_read_rows(&reader, &row_shape, list);
	if (read && !reader.failed) {
		complete(&reader, &heading, read);
		*rows = read;
	}
	return reader.failed ? PMO_NO_MEMORY : PMO_OK;
}

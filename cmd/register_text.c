/* How records and what changed in them read, in a line. */
#include "register.h"

#include "cli/diff.h"

#include <pmo/text.h>

#include <string.h>

void register_add_told(struct cli *cli, const struct pmo_draft *draft)
{
	struct pmo_buffer *out = &cli->out;
	const struct pmo_record *old = pmo_draft_old(draft), *now = pmo_draft_record(draft);
	const char *before = pmo_record_state(old)->name, *after = pmo_record_state(now)->name;
	pmo_buffer_add_format(out, "%s  ", now->id);
	size_t start = out->length;
	if (strcmp(before, after) != 0)
		pmo_buffer_add_format(out, "%s > %s", before, after);
	size_t moved = out->length;
	if (moved > start)
		pmo_buffer_add_text(out, ", ");
	register_add_changes(old, now, out);
	if (out->length == moved + 2)
		pmo_buffer_truncate(out, moved);
	if (out->length == start)
		pmo_buffer_add_text(out, "is so already");
	pmo_buffer_add_char(out, '\n');
	register_add_remark(cli, old, now);
}

void register_add_line(const struct cli *cli, const struct pmo_record *record,
		       struct pmo_buffer *out)
{
	const struct pmo_schema *schema = record->schema;
	const char *title = pmo_record_text(record, schema->title);
	const char *owner = pmo_record_text(record, schema->owner);
	struct pmo_value due = pmo_record_get(record, schema->due);
	char date[PMO_DATE_LONG_SIZE];
	if (title)
		pmo_text_add_visible(out, title, strlen(title));
	if (owner)
		pmo_buffer_add_format(out, "   %s", owner);
	if (due.presence == PMO_PRESENT && due.kind == PMO_DATE && !due.is_list) {
		pmo_date_format_long((int32_t)due.as.integer,
				     pmo_workspace_world(cli->workspace)->today, date);
		pmo_buffer_add_format(out, "   due %s", date);
	}
}

static const struct pmo_record *referred(const struct pmo_record *record,
					 const struct pmo_field *field, const char *id)
{
	const struct pmo_world *world = record->world;
	return world->find ? world->find(world->store, record, id, field->to) : NULL;
}

void register_add_item(const struct pmo_record *record, const struct pmo_field *field,
		       const struct pmo_value *item, struct pmo_buffer *out)
{
	pmo_value_show(field, item, out);
	if (item->presence == PMO_BAD)
		pmo_buffer_add_text(out, "   (cannot be read)");
	if (item->presence != PMO_PRESENT || field->kind != PMO_REF || item->is_list)
		return;
	const struct pmo_record *other = referred(record, field, item->as.text);
	if (!other) {
		pmo_buffer_add_text(out, "   (not there)");
		return;
	}
	const char *title = pmo_record_text(other, other->schema->title);
	if (title) {
		pmo_buffer_add_text(out, "  ");
		pmo_text_add_visible(out, title, strlen(title));
	}
	if (!pmo_record_is_open(other) && !other->schema->table->handles)
		pmo_buffer_add_format(out, " (%s)", pmo_record_state(other)->name);
}

/* The beginning of the line that is so many lines before or after a place. */
static size_t lines_from(const struct pmo_source *source, size_t at, int lines)
{
	for (; lines < 0 && at > 0; lines++)
		for (at--; at > 0 && source->bytes[at - 1] != '\n';)
			at--;
	for (; lines > 0 && at < source->length; lines--) {
		const char *end = memchr(source->bytes + at, '\n', source->length - at);
		at = end ? (size_t)(end - source->bytes) + 1 : source->length;
	}
	return at;
}

/*
 * Adds the lines around the record to both texts, so that the difference can be applied; where
 * they begin is the answer. A copy of the file for each record would be far too much.
 */
static size_t surround(struct cli *cli, const struct pmo_source *source, size_t offset,
		       const char *texts[2])
{
	size_t length = strlen(texts[0]), line = 0;
	while (offset > 0 && source->bytes[offset - 1] != '\n')
		offset--;
	if (length > source->length - offset ||
	    memcmp(source->bytes + offset, texts[0], length) != 0)
		return 0;
	size_t from = lines_from(source, offset, -DIFF_CONTEXT);
	size_t to = lines_from(source, offset + length, DIFF_CONTEXT);
	for (size_t i = 0; i < 2; i++) {
		struct pmo_buffer text;
		pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
		pmo_buffer_add(&text, source->bytes + from, offset - from);
		pmo_buffer_add_text(&text, texts[i]);
		pmo_buffer_add(&text, source->bytes + offset + length, to - offset - length);
		const char *copy =
			text.failed ? NULL : pmo_arena_copy(&cli->arena, text.data, text.length);
		pmo_buffer_release(&text);
		texts[i] = copy ? copy : texts[i];
		cli->out.failed = cli->out.failed || !copy;
	}
	for (const char *at = source->bytes, *end = at + from;
	     at < end && (at = memchr(at, '\n', (size_t)(end - at))); at++)
		line++;
	return line;
}

void register_add_diff(struct cli *cli, const struct pmo_draft *draft)
{
	const struct pmo_record *old = pmo_draft_old(draft), *now = pmo_draft_record(draft);
	const char *texts[2] = { pmo_draft_old_text(draft), pmo_draft_text(draft) };
	const char *path = now && now->path ? now->path : "new";
	size_t line = 0;
	if (old && texts[0] && texts[1] && old->schema->table->layout == PMO_LAYOUT_FILE) {
		struct pmo_place place = pmo_record_place(old);
		const struct pmo_source *source = place.source;
		if (source && source->bytes && place.offset <= source->length)
			line = surround(cli, source, place.offset, texts);
	}
	if (diff_add(path, line, texts, &cli->out) != PMO_OK)
		cli->out.failed = true;
}

/* Limits as the configuration has them: said there, of its jurisdiction, or usual. */
#include "config_limit.h"

#include <pmo/text.h>

#include <string.h>

static const char *said(const struct pmo_config *config, const char *name, enum pmo_kind kind)
{
	const char *text = pmo_config_threshold(config, name);
	struct pmo_value value;
	return text && pmo_limit_read(text, kind, &value) ? text : NULL;
}

bool pmo_config_limit(const struct pmo_config *config, const char *name, struct pmo_limit *limit)
{
	const struct pmo_limit *row = pmo_limit_find(name, config->jurisdiction);
	const char *text = said(config, name, row ? row->kind : PMO_KIND_COUNT);
	struct pmo_value value;
	if (row)
		*limit = *row;
	else
		*limit = (struct pmo_limit){ .name = name };
	if (text) {
		limit->value = text;
		limit->jurisdiction = NULL;
		limit->source = "pmo.yaml";
		limit->date = NULL;
	}
	if (!row && text && pmo_limit_read(text, PMO_KIND_COUNT, &value))
		limit->kind = (enum pmo_kind)value.kind;
	return row || text;
}

void config_check_limits(struct overlay_reader *reader, const struct ydoc_node *root,
			 struct pmo_config *config)
{
	const struct ydoc_node *thresholds = ydoc_get(root, "thresholds");
	for (const struct pmo_setting *row = config->thresholds; row && row->name; row++) {
		const struct pmo_limit *limit = pmo_limit_find(row->name, config->jurisdiction);
		struct pmo_value value;
		if (pmo_limit_read(row->value, limit ? limit->kind : PMO_KIND_COUNT, &value))
			continue;
		const struct ydoc_node *node = ydoc_get(thresholds, row->name);
		struct pmo_place place =
			node ? ydoc_place(reader->doc, node) : (struct pmo_place){ .source = NULL };
		pmo_diag_add(reader->diags, PMO_ERROR, "config-value", &place,
			     "%s '%s', expected a figure such as %s", row->name, row->value,
			     limit ? limit->value : "5d, 10% or 5000.00");
		if (limit)
			pmo_diag_hint(reader->diags, "until then it is %s (%s)", limit->value,
				      limit->source);
	}
}

const char *config_jurisdictions(struct pmo_arena *arena)
{
	const char *all = "one of";
	for (const struct pmo_limit *row = pmo_limits; row->name && all; row++) {
		bool told = !row->jurisdiction;
		for (const struct pmo_limit *other = pmo_limits; other != row && !told; other++)
			told = other->jurisdiction &&
			       strcmp(other->jurisdiction, row->jurisdiction) == 0;
		if (!told)
			all = pmo_arena_format(arena, "%s%s %s", all,
					       strcmp(all, "one of") == 0 ? "" : ",",
					       row->jurisdiction);
	}
	return all ? all : "a jurisdiction";
}

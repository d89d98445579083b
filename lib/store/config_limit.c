/* Limits as the configuration has them: said there, in a file it names, of its jurisdiction. */
#include "config_limit.h"

#include "limit_file.h"
#include "tree.h"

#include <pmo/text.h>

#include <string.h>

/* A name under `limits:` and what it stands for. */
struct limit_set {
	const char *name;
	const struct pmo_limit *rows; /* of the workspace's file; NULL: the shipped jurisdiction */
};

struct config_limits {
	const struct ydoc *doc; /* pmo.yaml */
	struct tree *tree;
	bool is_read;
	struct limit_set *sets; /* the later one overrules */
	size_t count, capacity;
};

static bool name_is_valid(const char *name)
{
	for (const char *c = name; *c; c++)
		if (!pmo_ascii_is_alnum(*c) && *c != '_' && *c != '-')
			return false;
	return *name && strlen(name) <= 64;
}

static void report_missing(struct config_limits *limits, const char *name, const char *path)
{
	const struct ydoc_node *node = ydoc_get(limits->doc->root, "limits");
	for (const struct ydoc_node *i = node ? node->first : NULL; i; i = i->next)
		if (i->kind == YDOC_SCALAR && strcmp(i->text, name) == 0)
			node = i;
	struct pmo_place place = ydoc_place(limits->doc, node);
	pmo_diag_add(limits->tree->diags, PMO_ERROR, "config-value", &place,
		     "limits '%s': there is no file %s", name, path ? path : "of such a name");
	pmo_diag_hint(limits->tree->diags, "or take what is shipped: %s",
		      config_jurisdictions(limits->tree->arena));
}

static enum pmo_result read_own(struct config_limits *limits, const char *path,
				const struct pmo_limit **rows)
{
	struct tree_file file;
	struct pmo_source *source = pmo_arena_alloc(limits->tree->arena, sizeof(*source));
	if (!source)
		return PMO_NO_MEMORY;
	enum pmo_result result = tree_read(limits->tree, path, LIMIT_FILE_BYTES, &file);
	if (result != PMO_OK)
		return result;
	*source = (struct pmo_source){ path, file.bytes, file.length, 0 };
	return limit_file_read(limits->tree->arena, limits->tree->diags, source, rows);
}

static enum pmo_result add_set(struct config_limits *limits, const char *name)
{
	struct limit_set set = { .name = name };
	struct tree *tree = limits->tree;
	bool valid = name_is_valid(name);
	const char *path = valid ? pmo_arena_format(tree->arena, "limits/%s.yaml", name) : NULL;
	if (valid && !path)
		return PMO_NO_MEMORY;
	if (path && tree_exists(tree, path)) {
		enum pmo_result result = read_own(limits, path, &set.rows);
		if (result != PMO_OK)
			return result == PMO_NO_MEMORY || result == PMO_IO ? result : PMO_OK;
	} else if (!pmo_limit_is_jurisdiction(name)) {
		report_missing(limits, name, path);
		return PMO_OK;
	}
	void *grown = pmo_arena_grow(tree->arena, limits->sets, limits->count, &limits->capacity,
				     sizeof(*limits->sets));
	if (!grown)
		return PMO_NO_MEMORY;
	limits->sets = grown;
	limits->sets[limits->count++] = set;
	return PMO_OK;
}

/* A control must not be judged by the usual figure because the system failed. */
static void load(struct config_limits *limits, const char *names)
{
	const char *word;
	size_t length;
	enum pmo_result result = PMO_OK;
	limits->is_read = true;
	while (result == PMO_OK && (length = overlay_next_word(&names, ' ', &word))) {
		char *name = pmo_arena_copy(limits->tree->arena, word, length);
		result = name ? add_set(limits, name) : PMO_NO_MEMORY;
	}
	if (result == PMO_NO_MEMORY)
		limits->tree->diags->lost = true;
	else if (result != PMO_OK)
		limits->tree->has_failed = true;
}

void config_limits_load(const struct pmo_config *config)
{
	struct config_limits *limits = config->chosen;
	if (limits && limits->tree && !limits->is_read)
		load(limits, config->limits);
}

void config_limits_attach(struct pmo_config *config, struct tree *tree)
{
	if (config->chosen)
		config->chosen->tree = tree;
}

static const struct pmo_limit *find_in(const struct limit_set *set, const char *name)
{
	if (!set->rows) {
		const struct pmo_limit *row = pmo_limit_find(name, set->name);
		return row && row->jurisdiction ? row : NULL;
	}
	for (const struct pmo_limit *row = set->rows; row->name; row++)
		if (pmo_ascii_equal(row->name, name))
			return row;
	return NULL;
}

/* What files say, the last named first: the row at an index, or NULL past the end. */
static const struct pmo_limit *in_files(const struct pmo_config *config, const char *name,
					size_t index)
{
	config_limits_load(config);
	for (size_t i = config->chosen ? config->chosen->count : 0; i > 0; i--) {
		const struct pmo_limit *row = find_in(&config->chosen->sets[i - 1], name);
		if (row && !index--)
			return row;
	}
	return NULL;
}

const char *config_limit_in_files(const struct pmo_config *config, const char *name)
{
	const struct pmo_limit *row = in_files(config, name, 0);
	return row ? row->value : NULL;
}

static const struct pmo_setting *find_setting(const struct pmo_config *config, const char *name)
{
	for (const struct pmo_setting *row = config->thresholds; row && row->name; row++)
		if (pmo_ascii_equal(row->name, name))
			return row;
	return NULL;
}

/* The figure of pmo.yaml over what else is known of the limit. */
static bool said(const struct pmo_config *config, const char *name, const struct pmo_limit *row,
		 struct pmo_limit *limit)
{
	const struct pmo_setting *setting = find_setting(config, name);
	enum pmo_kind kind = row ? row->kind : PMO_KIND_COUNT;
	struct pmo_value value;
	if (!setting || !pmo_limit_read(setting->value, kind, &value))
		return false;
	*limit = (struct pmo_limit){ .name = row ? row->name : name, .value = setting->value };
	limit->kind = row ? kind : (enum pmo_kind)value.kind;
	limit->unit = row ? row->unit : NULL;
	limit->help = row ? row->help : NULL;
	limit->source = limit->file = "pmo.yaml";
	return true;
}

/* A file need not say again what a limit is, or in which unit. */
static struct pmo_limit completed(const struct pmo_limit *row, const struct pmo_limit *usual)
{
	struct pmo_limit limit = *row;
	limit.unit = limit.unit || !usual ? limit.unit : usual->unit;
	limit.help = limit.help || !usual ? limit.help : usual->help;
	return limit;
}

bool pmo_config_limit(const struct pmo_config *config, const char *name, struct pmo_limit *limit)
{
	const struct pmo_limit *usual = pmo_limit_find(name, NULL);
	if (said(config, name, usual, limit))
		return true;
	const struct pmo_limit *row = config->chosen ? in_files(config, name, 0) : NULL;
	if (!row)
		row = config->jurisdiction ? pmo_limit_find(name, config->jurisdiction) : usual;
	if (row)
		*limit = completed(row, usual);
	return row != NULL;
}

static size_t line_of_setting(const struct pmo_config *config, const char *name)
{
	const struct ydoc *doc = config->chosen ? config->chosen->doc : NULL;
	const struct pmo_setting *setting = find_setting(config, name);
	const struct ydoc_node *thresholds = doc ? ydoc_get(doc->root, "thresholds") : NULL;
	const struct ydoc_node *node = setting ? ydoc_get(thresholds, setting->name) : NULL;
	size_t line = 0, column;
	if (node)
		pmo_source_locate(&doc->source, node->key_start, &line, &column);
	return line;
}

/* Rows as they are found, of which the first ones have room. */
struct found {
	struct pmo_limit *rows;
	size_t room, count;
};

static void add_found(struct found *found, const struct pmo_limit *row)
{
	if (found->count < found->room)
		found->rows[found->count] = *row;
	found->count++;
}

size_t pmo_config_limit_rows(const struct pmo_config *config, const char *name,
			     struct pmo_limit *rows, size_t room)
{
	struct found found = { rows, room, 0 };
	const struct pmo_limit *usual = pmo_limit_find(name, NULL), *row;
	struct pmo_limit limit;
	if (said(config, name, usual, &limit)) {
		limit.line = line_of_setting(config, name);
		add_found(&found, &limit);
	}
	for (size_t i = 0; (row = in_files(config, name, i)); i++) {
		limit = completed(row, usual);
		add_found(&found, &limit);
	}
	row = pmo_limit_find(name, config->jurisdiction);
	if (row && row != usual)
		add_found(&found, row);
	if (usual)
		add_found(&found, usual);
	return found.count;
}

/* Whether some earlier place has the name: pmo, thresholds, a file before this one. */
static bool is_named_before(const struct pmo_config *config, const char *name, size_t set)
{
	if (pmo_limit_find(name, NULL) || find_setting(config, name))
		return true;
	for (size_t i = 0; i < set; i++)
		if (find_in(&config->chosen->sets[i], name))
			return true;
	return false;
}

const char *pmo_config_limit_name(const struct pmo_config *config, size_t index)
{
	for (const struct pmo_limit *row = pmo_limits; row->name; row++)
		if (!row->jurisdiction && !index--)
			return row->name;
	for (const struct pmo_setting *own = config->thresholds; own && own->name; own++)
		if (!pmo_limit_find(own->name, NULL) && !index--)
			return own->name;
	config_limits_load(config);
	for (size_t i = 0; config->chosen && i < config->chosen->count; i++) {
		const struct pmo_limit *row = config->chosen->sets[i].rows;
		for (; row && row->name; row++)
			if (!is_named_before(config, row->name, i) && !index--)
				return row->name;
	}
	return NULL;
}

static void check_threshold(struct overlay_reader *reader, const struct ydoc_node *thresholds,
			    const struct pmo_config *config, const struct pmo_setting *row)
{
	const struct pmo_limit *limit = pmo_limit_find(row->name, config->jurisdiction);
	const struct ydoc_node *node = ydoc_get(thresholds, row->name);
	const char *meant = limit ? NULL : limit_meant_by(row->name);
	struct pmo_place place = { .source = NULL };
	struct pmo_value value;
	if (meant) {
		place = node ? ydoc_key_place(reader->doc, node) : place;
		pmo_diag_add(reader->diags, PMO_WARNING, "limit-unknown", &place,
			     "there is no limit '%s'; nothing of pmo asks for it", row->name);
		pmo_diag_hint(reader->diags, "nearest is %s", meant);
	}
	if (pmo_limit_read(row->value, limit ? limit->kind : PMO_KIND_COUNT, &value))
		return;
	place = node ? ydoc_place(reader->doc, node) : place;
	pmo_diag_add(reader->diags, PMO_ERROR, "config-value", &place,
		     "%s '%s', expected a figure such as %s", row->name, row->value,
		     limit ? limit->value : "5d, 10% or 5000.00");
	if (limit)
		pmo_diag_hint(reader->diags, "until then it is %s (%s)", limit->value,
			      limit->source);
}

void config_check_limits(struct overlay_reader *reader, const struct ydoc_node *root,
			 struct pmo_config *config)
{
	const struct ydoc_node *thresholds = ydoc_get(root, "thresholds");
	for (const struct pmo_setting *row = config->thresholds; row && row->name; row++)
		check_threshold(reader, thresholds, config, row);
	if (!config->limits && !config->thresholds)
		return;
	config->chosen = pmo_arena_alloc(reader->arena, sizeof(*config->chosen));
	if (!config->chosen) {
		reader->failed = true;
		return;
	}
	*config->chosen = (struct config_limits){ .doc = reader->doc };
	config->chosen->is_read = !config->limits;
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

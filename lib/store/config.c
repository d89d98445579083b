/*
 * The configuration is rows like those of a register, read by the same walk: this file
 * has their keys, and judges what stands between registers: names, plurals, prefixes.
 *
 * Fields and registers come last, because what a reference may name must be known.
 */
#include "config.h"

#include "config_limit.h"
#include "record/overlay.h"

#include <pmo/text.h>

#include <string.h>

static bool check_filter(struct overlay_reader *reader, const struct ydoc_node *node, void *row);
static bool check_workspace(struct overlay_reader *reader, const struct ydoc_node *node, void *row);

#define KEY(struct_name, member, form_, name_)                                                     \
	.name = (name_), .form = (form_), .offset = offsetof(struct struct_name, member)

static const struct overlay_key setting_keys[] = {
	{ KEY(pmo_setting, value, OVERLAY_TEXT, "value"), .required = true },
	{ .name = NULL },
};

static const struct overlay_shape setting_shape = {
	.what = "setting",
	.what_many = "settings",
	.name_key = "name",
	.keys = setting_keys,
	.size = sizeof(struct pmo_setting),
	.limit = 1000,
	.short_form = true,
};

static const struct overlay_key filter_keys[] = {
	{ KEY(pmo_filter, register_name, OVERLAY_TEXT, "register") },
	{ KEY(pmo_filter, where, OVERLAY_TEXT, "where") },
	{ KEY(pmo_filter, sort, OVERLAY_WORDS, "sort") },
	{ KEY(pmo_filter, columns, OVERLAY_WORDS, "columns") },
	{ KEY(pmo_filter, help, OVERLAY_TEXT, "help") },
	{ .name = NULL },
};

static const struct overlay_shape filter_shape = {
	.what = "filter",
	.what_many = "filters",
	.name_key = "name",
	.keys = filter_keys,
	.size = sizeof(struct pmo_filter),
	.limit = 1000,
	.name_extra = "_-",
	.check = check_filter,
};

static const char *const commit_words[] = { "off", "auto", NULL };
static const char *const color_words[] = { "auto", "always", "never", NULL };

static const struct overlay_key workspace_keys[] = {
	{ .name = "format", .form = OVERLAY_ELSEWHERE },
	{ KEY(pmo_config, organisation, OVERLAY_TEXT, "organisation") },
	{ KEY(pmo_config, timezone, OVERLAY_TEXT, "timezone") },
	{ KEY(pmo_config, currency, OVERLAY_TEXT, "currency") },
	{ KEY(pmo_config, calendar, OVERLAY_TEXT, "calendar") },
	{ KEY(pmo_config, jurisdiction, OVERLAY_TEXT, "jurisdiction") },
	{ KEY(pmo_config, limits, OVERLAY_WORDS, "limits") },
	{ KEY(pmo_config, mail_domains, OVERLAY_WORDS, "mail_domains") },
	{ KEY(pmo_config, commit, OVERLAY_WORD, "commit"), .words = commit_words },
	{ KEY(pmo_config, labels, OVERLAY_ROWS, "labels"), .shape = &setting_shape },
	{ KEY(pmo_config, thresholds, OVERLAY_ROWS, "thresholds"), .shape = &setting_shape },
	{ KEY(pmo_config, filters, OVERLAY_ROWS, "filters"), .shape = &filter_shape },
	{ .name = "fields", .form = OVERLAY_ELSEWHERE },
	{ .name = "registers", .form = OVERLAY_ELSEWHERE },
	{ .name = "editor", .form = OVERLAY_ELSEWHERE },
	{ .name = "pager", .form = OVERLAY_ELSEWHERE },
	{ .name = "sendmail", .form = OVERLAY_ELSEWHERE },
	{ .name = "user", .form = OVERLAY_ELSEWHERE },
	{ .name = NULL },
};

static const struct overlay_shape workspace_shape = {
	.what = "pmo.yaml",
	.keys = workspace_keys,
	.size = sizeof(struct pmo_config),
	.check = check_workspace,
};

static const struct overlay_key user_keys[] = {
	{ KEY(pmo_config, user, OVERLAY_TEXT, "user") },
	{ KEY(pmo_config, editor, OVERLAY_TEXT, "editor") },
	{ KEY(pmo_config, pager, OVERLAY_TEXT, "pager") },
	{ KEY(pmo_config, sendmail, OVERLAY_TEXT, "sendmail") },
	{ KEY(pmo_config, color, OVERLAY_WORD, "color"), .words = color_words },
	{ KEY(pmo_config, filters, OVERLAY_ROWS, "filters"), .shape = &filter_shape },
	{ .name = NULL },
};

static const struct overlay_shape user_shape = {
	.what = "the user's configuration",
	.keys = user_keys,
	.size = sizeof(struct pmo_config),
};

void config_init(struct pmo_config *config, const struct pmo_register *const *built_in)
{
	memset(config, 0, sizeof(*config));
	config->format = PMO_CONFIG_FORMAT;
	config->registers = built_in;
	while (built_in[config->built_in])
		config->built_in++;
}

static bool check_filter(struct overlay_reader *reader, const struct ydoc_node *node, void *row)
{
	const struct pmo_filter *filter = row;
	const char *name = filter->register_name;
	if (!name || overlay_has_register(reader, name, strlen(name)))
		return true;
	struct pmo_place place = ydoc_place(reader->doc, ydoc_get(node, "register"));
	pmo_diag_add(reader->diags, PMO_ERROR, "config-value", &place, "there is no register '%s'",
		     name);
	overlay_hint_nearest(reader, name, overlay_register_at, reader->registers);
	return false;
}

/* `America/Chicago`: the name of a file below the zone database, and nowhere else. */
static bool zone_is_valid(const char *zone)
{
	if (!pmo_ascii_is_alpha(*zone) || strlen(zone) > 64)
		return false;
	for (; *zone; zone++)
		if (!pmo_ascii_is_alnum(*zone) && !strchr("_+-/", *zone))
			return false;
	return true;
}

static bool currency_is_valid(const char *currency)
{
	for (size_t i = 0; i < 3; i++)
		if (!pmo_ascii_is_upper(currency[i]))
			return false;
	return !currency[3];
}

/* A handle: calendars/NAME.yaml. */
static bool calendar_is_valid(const char *calendar)
{
	if (!pmo_ascii_is_alnum(*calendar) || strlen(calendar) > 64)
		return false;
	for (; *calendar; calendar++)
		if (!pmo_ascii_is_alnum(*calendar) && !strchr("_-", *calendar))
			return false;
	return true;
}

/* `city.gov pd.city.gov`: what stands behind the @. */
static bool domains_are_valid(const char *domains)
{
	for (const char *c = domains; *c; c++) {
		bool begins = c == domains || c[-1] == ' ' || c[-1] == '.';
		bool ends = !c[1] || c[1] == ' ' || c[1] == '.';
		if (*c == '.' || *c == '-' ? begins || ends : !pmo_ascii_is_alnum(*c) && *c != ' ')
			return false;
	}
	return true;
}

static bool check_workspace(struct overlay_reader *reader, const struct ydoc_node *node, void *row)
{
	struct pmo_config *config = row;
	const struct {
		const char *key, *expected;
		const char **text;
		bool (*is_valid)(const char *text);
	} checks[] = {
		{ "timezone", "a time zone such as America/Chicago", &config->timezone,
		  zone_is_valid },
		{ "currency", "a currency such as USD", &config->currency, currency_is_valid },
		{ "calendar", "the name of a file in calendars, without .yaml", &config->calendar,
		  calendar_is_valid },
		{ "mail_domains", "domains such as city.gov", &config->mail_domains,
		  domains_are_valid },
		{ "jurisdiction", config_jurisdictions(reader->arena), &config->jurisdiction,
		  pmo_limit_is_jurisdiction },
	};
	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++) {
		const char **text = checks[i].text;
		if (!*text || checks[i].is_valid(*text))
			continue;
		struct pmo_place place = ydoc_place(reader->doc, ydoc_get(node, checks[i].key));
		pmo_diag_add(reader->diags, PMO_ERROR, "config-value", &place,
			     "%s '%s', expected %s", checks[i].key, *text, checks[i].expected);
		*text = NULL;
	}
	config_check_limits(reader, node, config);
	return true;
}

/* Programs to run stand in the user's own file, which nobody else can write. */
static void refuse_personal_keys(struct overlay_reader *reader, const struct ydoc_node *root)
{
	static const struct {
		const char *key, *message;
	} personal[] = {
		{ "editor", "a program to run is never taken from the workspace" },
		{ "pager", "a program to run is never taken from the workspace" },
		{ "sendmail", "a program to run is never taken from the workspace" },
		{ "user", "who somebody is cannot be the same for all" },
	};
	for (size_t i = 0; i < sizeof(personal) / sizeof(personal[0]); i++) {
		const struct ydoc_node *node = ydoc_get(root, personal[i].key);
		if (!node)
			continue;
		struct pmo_place place = ydoc_key_place(reader->doc, node);
		pmo_diag_add(reader->diags, PMO_ERROR, "config-personal", &place, "'%s': %s",
			     node->key, personal[i].message);
		pmo_diag_hint(reader->diags, "put it into your own configuration");
	}
}

/* What cannot be read as a number is taken for newer: nobody should write into such a tree. */
static void read_format(struct overlay_reader *reader, const struct ydoc_node *root,
			struct pmo_config *config)
{
	const struct ydoc_node *node = ydoc_get(root, "format");
	if (ydoc_is_empty(node))
		return;
	const char *text = node->kind == YDOC_SCALAR ? node->text : "";
	size_t digits = strspn(text, "0123456789");
	unsigned format = 0;
	for (size_t i = 0; i < digits && format <= PMO_CONFIG_FORMAT; i++)
		format = format * 10 + (unsigned)(text[i] - '0');
	bool good = format && !text[digits];
	config->newer = !good || format > PMO_CONFIG_FORMAT;
	config->format = good ? format : PMO_CONFIG_FORMAT;
	reader->newer = config->newer;
	struct pmo_place place = ydoc_place(reader->doc, node);
	if (!good) {
		pmo_diag_add(reader->diags, PMO_ERROR, "config-value", &place,
			     "format is no number, expected %d", PMO_CONFIG_FORMAT);
	} else if (config->newer) {
		pmo_diag_add(reader->diags, PMO_WARNING, "config-newer", &place,
			     "format %s is newer than this pmo, which can read it but not write",
			     text);
		pmo_diag_hint(reader->diags, "install a newer pmo to change anything");
	}
}

/* The registers as they come together. */
struct registers {
	struct overlay_reader *reader;
	const struct pmo_register **tables; /* room for one more and the NULL */
	size_t count, built_in;
};

static size_t find_table(const struct registers *registers, const char *name, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(registers->tables[i]->name, name) == 0)
			return i;
	return count;
}

static void add_to(struct registers *registers, size_t at, const struct pmo_register *addition)
{
	struct overlay_reader *reader = registers->reader;
	if (overlay_merge(reader->arena, registers->tables[at], addition, &registers->tables[at]) !=
	    PMO_OK)
		reader->failed = true;
}

/* `fields: {risk: {district: text}}`. */
static void read_fields(struct registers *registers, const struct ydoc_node *node)
{
	struct overlay_reader *reader = registers->reader;
	size_t at = find_table(registers, node->key, registers->built_in);
	if (at < registers->built_in) {
		reader->base = registers->tables[at];
		struct pmo_register addition = { .name = node->key };
		addition.fields = overlay_read_rows(reader, &overlay_field_shape, node);
		add_to(registers, at, &addition);
		reader->base = NULL;
		return;
	}
	struct pmo_place place = ydoc_key_place(reader->doc, node);
	pmo_diag_add(reader->diags, PMO_ERROR, "config-value", &place,
		     "there is no built-in register '%s'", node->key);
	if (ydoc_get(reader->own_registers, node->key))
		pmo_diag_hint(reader->diags, "its fields stand with it, below registers");
	else
		overlay_hint_nearest(reader, node->key, overlay_register_at, reader->registers);
}

static bool same(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

/* Whether a name, plural or prefix of the table is that of another register but `except`. */
static bool clashes(struct registers *registers, const struct ydoc_node *node,
		    const struct pmo_register *table, size_t except)
{
	for (size_t i = 0; i < registers->count; i++) {
		const struct pmo_register *other = registers->tables[i];
		const char *taken = NULL, *key = NULL;
		if (same(table->prefix, other->prefix))
			taken = table->prefix, key = "prefix";
		else if (same(table->plural, other->plural) || same(table->plural, other->name))
			taken = table->plural, key = "plural";
		else if (same(table->name, other->plural) || same(table->name, other->name))
			taken = table->name;
		if (!taken || i == except)
			continue;
		const struct ydoc_node *value = key ? ydoc_get(node, key) : NULL;
		struct overlay_reader *reader = registers->reader;
		struct pmo_place place =
			value ? ydoc_place(reader->doc, value) : ydoc_key_place(reader->doc, node);
		pmo_diag_add(reader->diags, PMO_ERROR, "config-taken", &place,
			     "%s '%s' is that of register %s", key ? key : "name", taken,
			     other->name);
		pmo_diag_hint(reader->diags, "choose another one");
		return true;
	}
	return false;
}

/* A register that pmo brought later does not take the workspace's name away. */
static void remove_built_in(struct registers *registers, size_t at, const struct ydoc_node *node)
{
	struct overlay_reader *reader = registers->reader;
	struct pmo_place place = ydoc_key_place(reader->doc, node);
	pmo_diag_add(reader->diags, PMO_WARNING, "config-taken", &place,
		     "'%s' is a built-in register; the one of the workspace counts", node->key);
	pmo_diag_hint(reader->diags, "without 'prefix' its keys are added to the built-in one");
	memmove(&registers->tables[at], &registers->tables[at + 1],
		(registers->count - at - 1) * sizeof(*registers->tables));
	registers->count--;
	registers->built_in--;
}

static enum pmo_result read_register(struct registers *registers, const struct ydoc_node *node)
{
	struct overlay_reader *reader = registers->reader;
	size_t at = find_table(registers, node->key, registers->built_in);
	bool known = at < registers->built_in;
	bool whole = ydoc_get(node, "prefix") || ydoc_get(node, "handles");
	struct pmo_register *table;
	reader->base = known && !whole ? registers->tables[at] : NULL;
	enum pmo_result result = overlay_read_register(reader, node, &table);
	bool addition = reader->base != NULL;
	reader->base = NULL;
	if (result != PMO_OK)
		return result == PMO_INVALID ? PMO_OK : result;
	if (addition) {
		add_to(registers, at, table);
	} else if (!clashes(registers, node, table, known ? at : registers->count)) {
		if (known)
			remove_built_in(registers, at, node);
		registers->tables[registers->count++] = table;
	}
	return PMO_OK;
}

/* The children of a map that count; a diagnostic when it is none. */
static const struct ydoc_node *entries(struct overlay_reader *reader, const struct ydoc_node *node)
{
	if (ydoc_is_empty(node) || node->kind == YDOC_MAP)
		return node && node->kind == YDOC_MAP ? node->first : NULL;
	struct pmo_place place = ydoc_place(reader->doc, node);
	pmo_diag_add(reader->diags, PMO_ERROR, "config-type", &place,
		     "'%s', expected a map of registers", node->key);
	return NULL;
}

static enum pmo_result read_registers(struct overlay_reader *reader, const struct ydoc_node *root,
				      struct pmo_config *config)
{
	const struct ydoc_node *fields = ydoc_get(root, "fields");
	const struct ydoc_node *own = ydoc_get(root, "registers");
	if (ydoc_is_empty(fields) && ydoc_is_empty(own))
		return PMO_OK;
	size_t room = config->built_in + OVERLAY_REGISTERS + 1;
	struct registers registers = { .reader = reader,
				       .count = config->built_in,
				       .built_in = config->built_in };
	registers.tables = pmo_arena_array(reader->arena, room, sizeof(*registers.tables));
	if (!registers.tables)
		return PMO_NO_MEMORY;
	memcpy(registers.tables, config->registers, config->built_in * sizeof(*registers.tables));
	for (fields = entries(reader, fields); fields; fields = fields->next)
		if (!fields->duplicate)
			read_fields(&registers, fields);
	for (own = entries(reader, own); own; own = own->next) {
		if (registers.count - registers.built_in == OVERLAY_REGISTERS) {
			struct pmo_place place = ydoc_key_place(reader->doc, own);
			pmo_diag_add(reader->diags, PMO_ERROR, "config-limit", &place,
				     "more than %d registers", OVERLAY_REGISTERS);
			break;
		}
		enum pmo_result result = own->duplicate ? PMO_OK : read_register(&registers, own);
		if (result != PMO_OK)
			return result;
	}
	config->registers = registers.tables;
	config->built_in = registers.built_in;
	return PMO_OK;
}

enum pmo_result config_read(struct pmo_config *config, const struct ydoc *doc,
			    struct pmo_diags *diags)
{
	struct overlay_reader reader;
	overlay_reader_init(&reader, doc, diags);
	if (ydoc_is_empty(doc->root))
		return PMO_OK;
	reader.own = true;
	reader.registers = config->registers;
	reader.own_registers = ydoc_get(doc->root, "registers");
	read_format(&reader, doc->root, config);
	bool usable = overlay_read_row(&reader, &workspace_shape, doc->root, config);
	if (usable) {
		refuse_personal_keys(&reader, doc->root);
		enum pmo_result result = read_registers(&reader, doc->root, config);
		if (result != PMO_OK)
			return result;
	}
	return reader.failed ? PMO_NO_MEMORY : PMO_OK;
}

enum pmo_result config_read_user(struct pmo_config *config, const struct ydoc *doc,
				 struct pmo_diags *diags)
{
	struct overlay_reader reader;
	overlay_reader_init(&reader, doc, diags);
	if (ydoc_is_empty(doc->root))
		return PMO_OK;
	(void)overlay_read_row(&reader, &user_shape, doc->root, config);
	return reader.failed ? PMO_NO_MEMORY : PMO_OK;
}

const struct pmo_filter *pmo_config_filter(const struct pmo_config *config, const char *name)
{
	for (const struct pmo_filter *filter = config->filters; filter && filter->name; filter++)
		if (pmo_ascii_equal(filter->name, name))
			return filter;
	return NULL;
}

static const char *setting(const struct pmo_setting *settings, const char *name)
{
	for (; settings && settings->name; settings++)
		if (pmo_ascii_equal(settings->name, name))
			return settings->value;
	return NULL;
}

const char *pmo_config_label(const struct pmo_config *config, const char *word)
{
	const char *label = setting(config->labels, word);
	return label ? label : word;
}

const char *pmo_config_threshold(const struct pmo_config *config, const char *name)
{
	const char *text = setting(config->thresholds, name);
	return text ? text : config_limit_in_files(config, name);
}

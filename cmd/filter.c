/*
 * Words become expressions, so that there is one language underneath: `due<fri` is
 * compiled as `due < 2026-11-27`, `fiber` as `title ~ "fiber"`.
 */
#include "filter.h"

#include "filter_id.h"
#include "people.h"

#include <pmo/text.h>

#include <string.h>

void filter_init(struct filter *filter, const struct pmo_schema *schema)
{
	*filter = (struct filter){ .schema = schema };
}

static enum pmo_result keep(struct cli *cli, struct filter *filter, const struct expr *term)
{
	void *grown = pmo_arena_grow(&cli->arena, filter->terms, filter->count, &filter->capacity,
				     sizeof(*filter->terms));
	if (!grown)
		return PMO_NO_MEMORY;
	filter->terms = grown;
	filter->terms[filter->count++] = term;
	return PMO_OK;
}

/* Whether a text has a word of its own that speaks of the state. */
static bool speaks_of_state(const char *text)
{
	static const char *const words[] = { "status", "open", "void", "state" };
	for (; *text; text += !!*text) {
		size_t length = 0;
		while (pmo_ascii_is_alnum(text[length]) || text[length] == '_')
			length++;
		for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
			if (strlen(words[i]) == length && memcmp(words[i], text, length) == 0)
				return true;
		text += length;
		if (!*text)
			break;
	}
	return false;
}

enum pmo_result filter_add_expression(struct cli *cli, struct filter *filter, const char *text,
				      const char *where)
{
	const struct expr *term;
	const char *settled = filter_settle_ids(cli, filter->schema, text);
	if (!settled)
		return PMO_NO_MEMORY;
	enum pmo_result result =
		pmo_expr_compile(settled, where, filter->schema, &cli->diags, &term);
	if (result == PMO_INVALID)
		return PMO_USAGE;
	if (result != PMO_OK)
		return result;
	filter->about_state |= speaks_of_state(text);
	return keep(cli, filter, term);
}

enum pmo_result filter_add_saved(struct cli *cli, struct filter *filter, const char *name)
{
	const struct pmo_config *own = pmo_workspace_user_config(cli->workspace);
	const struct pmo_filter *saved = own ? pmo_config_filter(own, name) : NULL;
	if (!saved)
		saved = pmo_config_filter(pmo_workspace_config(cli->workspace), name);
	if (!saved)
		return cli_usage("there is no saved filter '%s' in pmo.yaml or your configuration",
				 name);
	if (saved->register_name && strcmp(saved->register_name, filter->schema->table->name) != 0)
		return cli_usage("the filter '%s' is for %s: pmo %s @%s", name,
				 saved->register_name, saved->register_name, name);
	filter->sort = saved->sort;
	filter->columns = saved->columns;
	return saved->where ? filter_add_expression(cli, filter, saved->where, name) : PMO_OK;
}

static void add_quoted(struct pmo_buffer *out, const char *text, size_t length)
{
	pmo_buffer_add_char(out, '"');
	for (size_t i = 0; i < length; i++) {
		if (text[i] == '"' || text[i] == '\\')
			pmo_buffer_add_char(out, '\\');
		pmo_buffer_add_char(out, text[i]);
	}
	pmo_buffer_add_char(out, '"');
}

static bool is_word_of_language(const char *text, size_t length)
{
	return (length == 2 && memcmp(text, "me", 2) == 0) ||
	       (length == 5 && memcmp(text, "today", 5) == 0);
}

/* One value as the expression language writes it. */
static void add_value(const struct cli *cli, const struct pmo_field *field, const char *text,
		      struct pmo_buffer *out)
{
	size_t length = strcspn(text, ",");
	const struct pmo_world *world = pmo_workspace_world(cli->workspace);
	struct pmo_date_context context = { world->today, world->calendar };
	int64_t cents;
	int32_t date;
	if (field->kind == PMO_MONEY)
		length = strlen(text);
	if (field->kind == PMO_DATE || field->kind == PMO_MOMENT) {
		char iso[PMO_DATE_SIZE];
		if (pmo_date_input(&context, text, length, &date) == PMO_OK) {
			pmo_date_format(date, iso);
			pmo_buffer_add_text(out, iso);
		} else {
			pmo_buffer_add(out, text, length);
		}
	} else if (field->kind == PMO_MONEY && pmo_money_input(text, length, &cents) == PMO_OK) {
		char amount[PMO_MONEY_SIZE];
		pmo_money_format(cents, amount);
		pmo_buffer_add_text(out, amount);
	} else if (field->kind == PMO_TEXT || field->kind == PMO_PROSE ||
		   field->kind == PMO_CHOICE || field->kind == PMO_REF || field->kind == PMO_LINE ||
		   field->kind == PMO_STRUCT) {
		if (is_word_of_language(text, length))
			pmo_buffer_add(out, text, length);
		else
			add_quoted(out, text, length);
	} else {
		pmo_buffer_add(out, text, length);
	}
}

/* `status=active,watch` is `status in [active, watch]`. */
static void add_values(const struct cli *cli, const struct pmo_field *field, const char *text,
		       struct pmo_buffer *out)
{
	pmo_buffer_add_text(out, " in [");
	while (text) {
		add_value(cli, field, text, out);
		text = strchr(text, ',');
		text = text ? text + 1 : NULL;
		if (text)
			pmo_buffer_add_text(out, ", ");
	}
	pmo_buffer_add_char(out, ']');
}

static void check_values(struct cli *cli, const struct pmo_field *field, const char *text)
{
	while (*text) {
		size_t length = strcspn(text, ",");
		people_check(cli, field, text, length);
		text += length + (text[length] == ',');
	}
}

static enum pmo_result add_comparison(struct cli *cli, struct filter *filter, const char *word,
				      size_t name_length)
{
	const char *sign = word + name_length;
	size_t sign_length = strspn(sign, "=<>!~");
	const char *value = sign + sign_length;
	char *name = pmo_arena_copy(&cli->arena, word, name_length);
	struct pmo_buffer text;
	if (!name)
		return PMO_NO_MEMORY;
	int index = pmo_schema_field(filter->schema, name);
	if (index < 0 || (sign_length == 1 && *sign == '!'))
		return filter_add_expression(cli, filter, word, "filter");
	const struct pmo_field *field = filter->schema->fields[index];
	if (sign_length == 1 && *sign == '=')
		check_values(cli, field, value);
	pmo_buffer_init(&text, 1 << 20);
	if (!*value && sign_length == 1 && *sign == '=') {
		pmo_buffer_add_format(&text, "not %s", name);
	} else if (sign_length == 1 && *sign == '=' && strchr(value, ',') &&
		   field->kind != PMO_MONEY) {
		pmo_buffer_add_text(&text, name);
		add_values(cli, field, value, &text);
	} else {
		pmo_buffer_add_format(&text, "%s %.*s ", name, (int)sign_length, sign);
		add_value(cli, field, value, &text);
	}
	char *copy = text.failed ? NULL : pmo_arena_copy(&cli->arena, text.data, text.length);
	pmo_buffer_release(&text);
	if (!copy)
		return PMO_NO_MEMORY;
	return filter_add_expression(cli, filter, copy, "filter");
}

static enum pmo_result add_title(struct cli *cli, struct filter *filter, const char *word)
{
	const struct pmo_schema *schema = filter->schema;
	struct pmo_buffer text;
	if (schema->title < 0)
		return cli_usage("'%s': a %s has no title to look in; FIELD~TEXT asks for a field",
				 word, schema->table->name);
	pmo_buffer_init(&text, 1 << 20);
	pmo_buffer_add_format(&text, "%s ~ ", schema->fields[schema->title]->name);
	add_quoted(&text, word, strlen(word));
	char *copy = text.failed ? NULL : pmo_arena_copy(&cli->arena, text.data, text.length);
	pmo_buffer_release(&text);
	if (!copy)
		return PMO_NO_MEMORY;
	bool before = filter->about_state;
	enum pmo_result result = filter_add_expression(cli, filter, copy, "filter");
	filter->about_state = before;
	return result;
}

static bool is_term(const char *word)
{
	static const char *const terms[] = { "open", "overdue", "mine", "void" };
	for (size_t i = 0; i < sizeof(terms) / sizeof(*terms); i++)
		if (strcmp(terms[i], word) == 0)
			return true;
	return false;
}

bool filter_is_word(const char *word)
{
	return strpbrk(word, "=<>~!@ ") || is_term(word) || strcmp(word, "closed") == 0;
}

enum pmo_result filter_add_word(struct cli *cli, struct filter *filter, const char *word)
{
	size_t length = 0;
	if (word[0] == '@')
		return filter_add_saved(cli, filter, word + 1);
	while (pmo_ascii_is_alnum(word[length]) || word[length] == '_' || word[length] == '.')
		length++;
	if (length && word[length] && strchr("=<>!~", word[length]))
		return add_comparison(cli, filter, word, length);
	if (strcmp(word, "mine") == 0 && !pmo_workspace_world(cli->workspace)->me)
		return cli_usage("whose? nobody knows who you are: set PMO_USER to your handle");
	if (strcmp(word, "closed") == 0)
		return filter_add_expression(cli, filter, "not open and not void", "filter");
	if (is_term(word))
		return filter_add_expression(cli, filter, word, "filter");
	return add_title(cli, filter, word);
}

bool filter_holds(const struct filter *filter, const struct pmo_record *record)
{
	for (size_t i = 0; i < filter->count; i++)
		if (!pmo_expr_holds(filter->terms[i], record))
			return false;
	return true;
}

/*
 * Making a register's table ready for use: the fields that every record has are put
 * around its own, names are hashed, expressions are compiled.
 */
#include <pmo/schema.h>

#include "schema.h"

#include "base/map.h"
#include "expr_field.h"

#include <pmo/expr.h>
#include <pmo/text.h>

#include <stdint.h>
#include <string.h>

static const char *const visibility_choices[] = { "internal", "vendor", "public", NULL };

static const struct pmo_field attachment_members[] = {
	{ .name = "file", .kind = PMO_TEXT, .flags = PMO_NEEDED, .help = "path in the project" },
	{ .name = "sha256", .kind = PMO_TEXT, .help = "hash of its bytes when it was attached" },
	{ .name = "note", .kind = PMO_TEXT, .help = "what it shows" },
	{ 0 },
};

/* What stands above a register's own fields, where it does not say otherwise. */
static const struct pmo_field head_fields[] = {
	{ .name = "title",
	  .kind = PMO_TEXT,
	  .flags = PMO_NEEDED | PMO_WIDE | PMO_COMMON,
	  .help = "what it is, in one line" },
	{ .name = "status", .kind = PMO_CHOICE, .flags = PMO_COMMON, .help = "the decided state" },
	{ .name = "owner",
	  .kind = PMO_REF,
	  .to = "person",
	  .flags = PMO_TRACKED | PMO_COMMON,
	  .help = "the one person who answers for it" },
	{ 0 },
};

static const struct pmo_field tail_fields[] = {
	{ .name = "links",
	  .kind = PMO_REF,
	  .flags = PMO_LIST | PMO_COMMON,
	  .help = "records that belong to it" },
	{ .name = "tags", .kind = PMO_TEXT, .flags = PMO_LIST | PMO_COMMON, .help = "free words" },
	{ .name = "external",
	  .kind = PMO_TEXT,
	  .flags = PMO_COMMON,
	  .help = "its id in the system it came from" },
	{ .name = "visibility",
	  .kind = PMO_CHOICE,
	  .choices = visibility_choices,
	  .flags = PMO_COMMON,
	  .help = "who may see it; internal when absent" },
	{ .name = "confidential",
	  .kind = PMO_YES_NO,
	  .flags = PMO_COMMON,
	  .help = "never leaves for people outside" },
	{ .name = "attachments",
	  .kind = PMO_STRUCT,
	  .flags = PMO_LIST | PMO_COMMON,
	  .members = attachment_members,
	  .help = "files kept as evidence" },
	{ .name = "created",
	  .kind = PMO_DATE,
	  .flags = PMO_COMMON,
	  .start = "today",
	  .help = "when it was recorded" },
	{ .name = "created_by",
	  .kind = PMO_REF,
	  .to = "person",
	  .flags = PMO_COMMON,
	  .start = "me",
	  .help = "who recorded it" },
	{ .name = "notes",
	  .kind = PMO_LINE,
	  .flags = PMO_LIST | PMO_COMMON,
	  .help = "remarks, one line each" },
	{ .name = "history",
	  .kind = PMO_LINE,
	  .flags = PMO_LIST | PMO_COMMON,
	  .help = "moves and tracked changes, one line each" },
	{ 0 },
};

static const struct pmo_state usual_states[] = {
	{ "open", PMO_STATE_OPEN, "to be dealt with" },
	{ "closed", PMO_STATE_CLOSED, "done with" },
	{ 0 },
};

static const struct pmo_state void_state = { "void", PMO_STATE_VOID, "a wrong entry" };

static bool has_field(const struct pmo_register *table, const char *name)
{
	for (const struct pmo_field *field = table->fields; field && field->name; field++)
		if (strcmp(field->name, name) == 0)
			return true;
	return false;
}

static bool is_wanted(const struct pmo_register *table, const struct pmo_field *field)
{
	if (has_field(table, field->name))
		return false;
	if (strcmp(field->name, "title") == 0)
		return !table->title;
	if (strcmp(field->name, "owner") == 0)
		return !table->owner;
	if (strncmp(field->name, "created", 7) == 0)
		return !table->undated;
	return true;
}

struct builder {
	struct pmo_arena *arena;
	const struct pmo_field **fields;
	size_t count, capacity;
	bool failed;
};

static void add_fields(struct builder *builder, const struct pmo_register *table,
		       const struct pmo_field *fields)
{
	for (; fields && fields->name; fields++) {
		if (fields->flags & PMO_COMMON && !is_wanted(table, fields))
			continue;
		void *grown = pmo_arena_grow(builder->arena, builder->fields, builder->count,
					     &builder->capacity, sizeof(*builder->fields));
		if (!grown) {
			builder->failed = true;
			return;
		}
		builder->fields = grown;
		builder->fields[builder->count++] = fields;
	}
}

/* The states with void behind them, and the status field that may hold their names. */
static enum pmo_result build_states(struct pmo_schema *schema, struct pmo_arena *arena)
{
	const struct pmo_state *states = schema->table->states;
	if (!states || !states->name)
		states = usual_states;
	size_t count = 0;
	while (states[count].name)
		count++;
	struct pmo_state *all = pmo_arena_array(arena, count + 2, sizeof(*all));
	const char **names = pmo_arena_array(arena, count + 2, sizeof(*names));
	struct pmo_field *status = pmo_arena_alloc(arena, sizeof(*status));
	if (!all || !names || !status)
		return PMO_NO_MEMORY;
	memcpy(all, states, count * sizeof(*all));
	all[count] = void_state;
	for (size_t i = 0; i <= count; i++)
		names[i] = all[i].name;
	schema->states = all;
	schema->state_count = count + 1;
	*status = *schema->fields[schema->status];
	status->choices = names;
	((const struct pmo_field **)schema->fields)[schema->status] = status;
	return PMO_OK;
}

static enum pmo_result add_former(struct map *names, struct pmo_arena *arena, const char *was,
				  void *index)
{
	while (was && *was) {
		size_t length = strcspn(was, "|");
		char *name = pmo_arena_copy(arena, was, length);
		if (!name || map_put(names, name, index) != PMO_OK)
			return PMO_NO_MEMORY;
		was += length + (was[length] == '|');
	}
	return PMO_OK;
}

/* Names point to index + 1, so that NULL stays "no such field". */
static enum pmo_result build_names(struct pmo_schema *schema, struct pmo_arena *arena)
{
	struct map *names = pmo_arena_alloc(arena, sizeof(*names));
	if (!names)
		return PMO_NO_MEMORY;
	map_init(names, arena);
	for (size_t i = schema->field_count; i-- > 0;) {
		void *index = (void *)(uintptr_t)(i + 1);
		if (add_former(names, arena, schema->fields[i]->was, index) != PMO_OK ||
		    map_put(names, schema->fields[i]->name, index) != PMO_OK)
			return PMO_NO_MEMORY;
	}
	schema->names = names;
	return PMO_OK;
}

static int find_exact(const struct pmo_schema *schema, const char *name)
{
	return (int)(uintptr_t)map_get(schema->names, name) - 1;
}

static void find_roles(struct pmo_schema *schema)
{
	const struct pmo_register *table = schema->table;
	schema->title = find_exact(schema, table->title ? table->title : "title");
	schema->owner = find_exact(schema, table->owner ? table->owner : "owner");
	schema->due = find_exact(schema, table->due ? table->due : "due");
	schema->status = find_exact(schema, "status");
	schema->history = find_exact(schema, "history");
	schema->notes = find_exact(schema, "notes");
	schema->links = find_exact(schema, "links");
	schema->attachments = find_exact(schema, "attachments");
	schema->created = find_exact(schema, "created");
	schema->created_by = find_exact(schema, "created_by");
}

struct compiler {
	struct pmo_arena *arena;
	struct pmo_diags *diags;
	const struct pmo_schema *schema;
	enum pmo_result result;
};

static bool is_shipped(const struct compiler *compiler)
{
	return compiler->schema->family && compiler->schema->family->is_shipped;
}

static const struct expr *compile(struct compiler *compiler, const char *text, const char *where)
{
	const struct expr *expr = NULL;
	struct expr_target target = { .schema = compiler->schema };
	if (!text)
		return NULL;
	enum pmo_result result =
		is_shipped(compiler)
			? expr_promise(compiler->arena, text, &target, &expr)
			: pmo_expr_compile(text, where, compiler->schema, compiler->diags, &expr);
	if (result != PMO_OK && compiler->result != PMO_NO_MEMORY)
		compiler->result = result;
	return expr;
}

/* What gives a field its value: the result has the field's kind. */
static const struct expr *compile_field(struct compiler *compiler, const char *text,
					const struct pmo_field *field)
{
	const struct expr *expr = NULL;
	struct expr_target target = { .schema = compiler->schema, .field = field };
	if (!text)
		return NULL;
	enum pmo_result result = is_shipped(compiler)
					 ? expr_promise(compiler->arena, text, &target, &expr)
					 : expr_compile_field(compiler->arena, text, &target,
							      compiler->diags, &expr);
	if (result != PMO_OK && compiler->result != PMO_NO_MEMORY)
		compiler->result = result;
	return expr;
}

static size_t count_moves(const struct pmo_register *table)
{
	size_t count = 0;
	while (table->moves && table->moves[count].verb)
		count++;
	return count;
}

static size_t count_controls(const struct pmo_register *table)
{
	size_t count = 0;
	while (table->controls && table->controls[count].code)
		count++;
	return count;
}

static size_t count_rules(const struct pmo_register *table)
{
	size_t count = 0;
	while (table->rules && table->rules[count].code)
		count++;
	return count;
}

enum pmo_result schema_complete(struct pmo_arena *arena, struct pmo_schema *schema,
				struct pmo_diags *diags)
{
	struct compiler compiler = { arena, diags, schema, PMO_OK };
	const struct pmo_register *table = schema->table;
	size_t fields = schema->field_count, moves = count_moves(table);
	size_t rules = count_rules(table), controls = count_controls(table);
	schema->derive = pmo_arena_array(arena, fields + 1, sizeof(*schema->derive));
	schema->when = pmo_arena_array(arena, fields + 1, sizeof(*schema->when));
	schema->start = pmo_arena_array(arena, fields + 1, sizeof(*schema->start));
	schema->guards = pmo_arena_array(arena, moves + 1, sizeof(*schema->guards));
	schema->rules = pmo_arena_array(arena, rules + 1, sizeof(*schema->rules));
	schema->controls = pmo_arena_array(arena, controls + 1, sizeof(*schema->controls));
	if (!schema->derive || !schema->when || !schema->start || !schema->guards ||
	    !schema->rules || !schema->controls)
		return PMO_NO_MEMORY;
	for (size_t i = 0; i < fields; i++) {
		const struct pmo_field *field = schema->fields[i];
		schema->derive[i] = compile_field(&compiler, field->derive, field);
		schema->when[i] = compile(&compiler, field->when, field->name);
		schema->start[i] = compile_field(&compiler, field->start, field);
	}
	for (size_t i = 0; i < moves; i++)
		schema->guards[i] = compile(&compiler, table->moves[i].guard, table->moves[i].verb);
	for (size_t i = 0; i < rules; i++)
		schema->rules[i] = compile(&compiler, table->rules[i].when, table->rules[i].code);
	for (size_t i = 0; i < controls; i++)
		schema->controls[i] =
			compile(&compiler, table->controls[i].when, table->controls[i].code);
	schema->done = compile(&compiler, table->done, "done");
	return compiler.result;
}

enum pmo_result schema_shape(struct pmo_arena *arena, const struct pmo_register *table,
			     const struct schema_family *family, struct pmo_schema **out)
{
	struct pmo_schema *schema = pmo_arena_alloc(arena, sizeof(*schema));
	struct builder builder = { .arena = arena };
	*out = NULL;
	if (!schema)
		return PMO_NO_MEMORY;
	add_fields(&builder, table, head_fields);
	add_fields(&builder, table, table->fields);
	add_fields(&builder, table, tail_fields);
	if (builder.failed)
		return PMO_NO_MEMORY;
	schema->table = table;
	schema->family = family;
	schema->fields = builder.fields;
	schema->field_count = builder.count;
	enum pmo_result result = build_names(schema, arena);
	if (result == PMO_OK)
		find_roles(schema);
	if (result == PMO_OK)
		result = build_states(schema, arena);
	if (result == PMO_OK)
		*out = schema;
	return result;
}

/* The built-in registers, for a schema of one of them that is made outside a workspace. */
struct built_in {
	struct schema_family family;
	struct pmo_arena *arena;
	struct pmo_schema **schemas; /* beside pmo_registers */
};

static const struct pmo_schema *find_built_in(void *store, const char *name)
{
	struct built_in *built_in = store;
	size_t i = 0;
	while (pmo_registers[i] && strcmp(pmo_registers[i]->name, name) != 0)
		i++;
	if (!pmo_registers[i])
		return NULL;
	struct pmo_schema **schema = &built_in->schemas[i];
	if (!*schema &&
	    schema_shape(built_in->arena, pmo_registers[i], &built_in->family, schema) != PMO_OK)
		return NULL;
	return *schema;
}

static const char *no_limit(void *store, const char *name)
{
	(void)store;
	(void)name;
	return NULL;
}

/* NULL in *family: the register is none of them, and stands alone. */
static enum pmo_result built_in_family(struct pmo_arena *arena, const struct pmo_register *table,
				       const struct schema_family **family)
{
	size_t i = 0, count = 0;
	while (pmo_registers[i] && pmo_registers[i] != table)
		i++;
	while (pmo_registers[count])
		count++;
	*family = NULL;
	if (!pmo_registers[i])
		return PMO_OK;
	struct built_in *built_in = pmo_arena_alloc(arena, sizeof(*built_in));
	if (!built_in)
		return PMO_NO_MEMORY;
	built_in->arena = arena;
	built_in->schemas = pmo_arena_array(arena, count, sizeof(*built_in->schemas));
	built_in->family = (struct schema_family){ .find = find_built_in,
						   .limit = no_limit,
						   .store = built_in };
	*family = &built_in->family;
	return built_in->schemas ? PMO_OK : PMO_NO_MEMORY;
}

enum pmo_result schema_compile(struct pmo_arena *arena, const struct pmo_register *table,
			       struct pmo_diags *diags, struct pmo_schema **out)
{
	const struct schema_family *family;
	enum pmo_result result = built_in_family(arena, table, &family);
	*out = NULL;
	if (result == PMO_OK)
		result = schema_shape(arena, table, family, out);
	return result == PMO_OK ? schema_complete(arena, *out, diags) : result;
}

int pmo_schema_field(const struct pmo_schema *schema, const char *name)
{
	int index = find_exact(schema, name);
	if (index >= 0)
		return index;
	if (strcmp(name, "title") == 0)
		return schema->title;
	if (strcmp(name, "owner") == 0)
		return schema->owner;
	return strcmp(name, "due") == 0 ? schema->due : -1;
}

const char *pmo_schema_nearest_field(const struct pmo_schema *schema, const char *name)
{
	const char *nearest = NULL;
	size_t best = strlen(name) > 4 ? 3 : 2;
	for (size_t i = 0; i < schema->field_count; i++) {
		size_t distance = pmo_text_distance(schema->fields[i]->name, name, best - 1);
		if (distance < best) {
			best = distance;
			nearest = schema->fields[i]->name;
		}
		if (strlen(name) >= 3 && !nearest &&
		    strncmp(schema->fields[i]->name, name, strlen(name)) == 0)
			nearest = schema->fields[i]->name;
	}
	return nearest;
}

const struct pmo_state *pmo_schema_state(const struct pmo_schema *schema, const char *name)
{
	for (size_t i = 0; i < schema->state_count; i++)
		if (strcmp(schema->states[i].name, name) == 0)
			return &schema->states[i];
	return NULL;
}

const struct pmo_state *pmo_schema_first_state(const struct pmo_schema *schema)
{
	return &schema->states[0];
}

bool pmo_word_is_in(const char *words, const char *name)
{
	while (words && *words && *name) {
		size_t length = 0;
		while (name[length] && words[length] == name[length])
			length++;
		if (!name[length] &&
		    (!words[length] || words[length] == '|' || words[length] == ' '))
			return true;
		while (*words && *words != '|' && *words != ' ')
			words++;
		words += *words != '\0';
	}
	return false;
}

const struct pmo_field *schema_common_field(const char *name)
{
	for (const struct pmo_field *field = head_fields; field->name; field++)
		if (strcmp(field->name, name) == 0)
			return field;
	for (const struct pmo_field *field = tail_fields; field->name; field++)
		if (strcmp(field->name, name) == 0)
			return field;
	return NULL;
}

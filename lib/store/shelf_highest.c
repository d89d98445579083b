/*
 * The highest number that a register's ids have, so that a new one gets the next: of the names
 * in a folder, which need not be read, or of the entries of a file.
 */
#include "store/hint.h"
#include "store/ids.h"
#include "store/workspace.h"

#include <pmo/text.h>

#include <string.h>

bool shelf_id_of_name(const char *name, char id[ID_SIZE])
{
	size_t length = strlen(name);
	if (length <= 5 || length - 5 >= ID_SIZE || strcmp(name + length - 5, ".yaml") != 0)
		return false;
	memcpy(id, name, length - 5);
	id[length - 5] = '\0';
	return true;
}

static void raise_to(const struct pmo_schema *schema, const char *id, unsigned long *highest)
{
	char prefix[ID_SIZE];
	unsigned long number;
	if (id_parse(id, prefix, &number) && strcmp(prefix, schema->table->prefix) == 0 &&
	    number > *highest)
		*highest = number;
}

/* What looks like an id at the left margin of a file that could not be read counts, too. */
static void raise_by_lines(const struct pmo_schema *schema, const struct pmo_source *source,
			   unsigned long *highest)
{
	const char *line = source->bytes, *end = line ? line + source->length : NULL;
	while (line && line < end) {
		char id[ID_SIZE];
		size_t length = 0;
		line += *line == '"' || *line == '\'';
		while (line + length < end && length < ID_SIZE - 1 &&
		       (pmo_ascii_is_alnum(line[length]) || line[length] == '-'))
			length++;
		memcpy(id, line, length);
		id[length] = '\0';
		raise_to(schema, id, highest);
		const char *next = line < end ? memchr(line, '\n', (size_t)(end - line)) : NULL;
		line = next ? next + 1 : end;
	}
}

struct highest {
	const struct pmo_schema *schema;
	size_t prefix; /* its length */
	unsigned long *number;
	size_t names;
};

/*
 * The number of a name as pmo writes it, "RSK-003.yaml"; 0 of any other. Ten thousand names are
 * looked at for one new record, so this takes no detours.
 */
static unsigned long plain_number(const struct highest *highest, const char *name)
{
	enum { MOST_DIGITS = 9 };
	static const char ending[] = ".yaml";
	const char *prefix = highest->schema->table->prefix;
	unsigned long number = 0;
	size_t i = 0;
	for (; i < highest->prefix; i++)
		if (name[i] != prefix[i])
			return 0;
	if (name[i++] != '-')
		return 0;
	for (size_t end = i + MOST_DIGITS; i < end && name[i] >= '0' && name[i] <= '9'; i++)
		number = number * 10 + (unsigned long)(name[i] - '0');
	for (size_t j = 0; j < sizeof(ending); j++)
		if (name[i + j] != ending[j])
			return 0;
	return number;
}

static enum pmo_result raise_by_name(void *data, const char *name, enum tree_type type)
{
	struct highest *highest = data;
	char id[ID_SIZE];
	(void)type; /* a folder or a link takes the number, too */
	highest->names++;
	unsigned long number = plain_number(highest, name);
	if (number > *highest->number)
		*highest->number = number;
	else if (!number && shelf_id_of_name(name, id))
		raise_to(highest->schema, id, highest->number);
	return PMO_OK;
}

/* A name that the hint does not know of shows that it is wrong. */
static bool is_free(struct pmo_workspace *workspace, const struct shelf *shelf,
		    const struct pmo_schema *schema, unsigned long number)
{
	char id[ID_SIZE];
	id_format(schema->table->prefix, number, id);
	const char *path = shelf_record_path(shelf, id, &workspace->arena);
	return path && !tree_exists(&workspace->tree, path);
}

static enum pmo_result highest_of_folder(struct pmo_workspace *workspace, struct shelf *shelf,
					 const struct pmo_schema *schema, unsigned long *number)
{
	struct tree *tree = &workspace->tree;
	const char *prefix = schema->table->prefix;
	shelf->is_large = hint_recall(tree, shelf->path, prefix, number);
	if (shelf->is_large && *number < ID_NUMBER_MAX &&
	    is_free(workspace, shelf, schema, *number + 1))
		return PMO_OK;
	*number = 0;
	struct highest highest = { schema, strlen(prefix), number, 0 };
	enum pmo_result result = tree_visit(tree, shelf->path, raise_by_name, &highest);
	shelf->is_large = highest.names >= HINT_LEAST;
	return result == PMO_NOT_FOUND ? PMO_OK : result;
}

enum pmo_result shelf_highest(struct pmo_workspace *workspace, struct shelf *shelf,
			      const struct pmo_schema *schema, unsigned long *number)
{
	*number = 0;
	if (shelf->layout == PMO_LAYOUT_FOLDER)
		return highest_of_folder(workspace, shelf, schema, number);
	enum pmo_result result = shelf_load(workspace, shelf);
	if (result != PMO_OK || !shelf->file)
		return result;
	if (!shelf->file->doc.root || shelf->file->doc.damaged)
		raise_by_lines(schema, &shelf->file->doc.source, number);
	if (!shelf->file->doc.root)
		return PMO_OK;
	for (const struct ydoc_node *i = shelf->file->doc.root->first; i; i = i->next)
		if (i->key)
			raise_to(schema, i->key, number);
	return PMO_OK;
}

/* The table of views. */
#include "view.h"

#include <string.h>

const struct view views[] = {
	{ "risk", &view_matrix_command },
	{ 0 },
};

const struct command *view_find(const struct pmo_schema *schema, const char *name)
{
	for (const struct view *view = views; view->command; view++)
		if (strcmp(view->register_name, schema->table->name) == 0 &&
		    strcmp(view->command->name, name) == 0)
			return view->command;
	return NULL;
}

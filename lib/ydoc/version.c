/* See version.h. */
#include "version.h"

#include <yaml.h>

const char *ydoc_library_version(void)
{
	return yaml_get_version_string();
}

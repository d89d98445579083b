/* Which libyaml runs. */
#ifndef YDOC_VERSION_H
#define YDOC_VERSION_H

const char *ydoc_library_version(void);

#endif

/* SHA-1, for one purpose: the name that git gives to a file's bytes. */
#ifndef BASE_SHA1_H
#define BASE_SHA1_H

#include <stddef.h>

enum { SHA1_TEXT = 41 }; /* digits and the NUL */

/* Of git's blob with these bytes. */
void sha1_of_blob(const char *bytes, size_t length, char hash[SHA1_TEXT]);

#endif

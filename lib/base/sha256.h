/* SHA-256 as 64 hexadecimal digits: how pmo says "these bytes". */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include <stddef.h>

enum { SHA256_TEXT = 65 }; /* digits and the NUL */

void sha256_bytes(const char *bytes, size_t length, char hash[SHA256_TEXT]);

/* The rest of an open file; -1 and errno when reading fails. */
int sha256_file(int fd, char hash[SHA256_TEXT]);

#endif

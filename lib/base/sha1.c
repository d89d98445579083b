/* A thin layer over libmd. */
#include "sha1.h"

#include <sha1.h>
#include <stdio.h>
#include <string.h>

void sha1_of_blob(const char *bytes, size_t length, char hash[SHA1_TEXT])
{
	static const char digits[] = "0123456789abcdef";
	unsigned char digest[SHA1_DIGEST_LENGTH];
	char header[32];
	SHA1_CTX context;
	int header_length = snprintf(header, sizeof(header), "blob %zu", length);
	SHA1Init(&context);
	/* The header's NUL belongs to it. */
	SHA1Update(&context, (const uint8_t *)header, (size_t)header_length + 1);
	if (length)
		SHA1Update(&context, (const uint8_t *)bytes, length);
	SHA1Final(digest, &context);
	for (size_t i = 0; i < sizeof(digest); i++) {
		hash[2 * i] = digits[digest[i] >> 4];
		hash[2 * i + 1] = digits[digest[i] & 15];
	}
	hash[SHA1_TEXT - 1] = '\0';
}

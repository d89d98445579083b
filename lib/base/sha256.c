/* A thin layer over libmd. */
#include "sha256.h"

#include "file.h"

#include <sha256.h>
#include <string.h>

enum { CHUNK = 16 << 10 };

/* libmd's own SHA256_End allocates when handed NULL and says nothing; this cannot fail. */
static void finish(SHA256_CTX *context, char hash[SHA256_TEXT])
{
	static const char digits[] = "0123456789abcdef";
	unsigned char digest[SHA256_DIGEST_LENGTH];
	SHA256_Final(digest, context);
	for (size_t i = 0; i < sizeof(digest); i++) {
		hash[2 * i] = digits[digest[i] >> 4];
		hash[2 * i + 1] = digits[digest[i] & 15];
	}
	hash[SHA256_TEXT - 1] = '\0';
}

void sha256_bytes(const char *bytes, size_t length, char hash[SHA256_TEXT])
{
	SHA256_CTX context;
	SHA256_Init(&context);
	if (length)
		SHA256_Update(&context, (const uint8_t *)bytes, length);
	finish(&context, hash);
}

int sha256_file(int fd, char hash[SHA256_TEXT])
{
	SHA256_CTX context;
	char chunk[CHUNK];
	ssize_t got;
	SHA256_Init(&context);
	do {
		got = file_read(fd, chunk, sizeof(chunk));
		if (got > 0)
			SHA256_Update(&context, (const uint8_t *)chunk, (size_t)got);
	} while (got == (ssize_t)sizeof(chunk));
	finish(&context, hash);
	return got < 0 ? -1 : 0;
}

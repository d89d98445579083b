/*
 * Makes an allocation fail, for programs started with LD_PRELOAD.
 *
 *     NO_MEMORY_AT=N       the N-th call of malloc, calloc or realloc fails
 *     NO_MEMORY_FOR_GOOD=1 and so do all after it
 *     NO_MEMORY_REACHED=F  file that is made when the N-th call came
 *
 * Programs that the program runs have memory. It covers what the C library allocates
 * for itself (opendir, for instance).
 */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *memory, size_t size);

static bool fails(void)
{
	static long at = -1, count;
	static bool is_for_good;
	if (at < 0) {
		const char *text = getenv("NO_MEMORY_AT");
		at = text ? strtol(text, NULL, 10) : 0;
		is_for_good = getenv("NO_MEMORY_FOR_GOOD") != NULL;
	}
	count++;
	if (!at || count < at || (count > at && !is_for_good))
		return false;
	const char *reached = count == at ? getenv("NO_MEMORY_REACHED") : NULL;
	int fd = reached ? open(reached, O_WRONLY | O_CREAT, 0600) : -1;
	if (fd >= 0)
		close(fd);
	errno = ENOMEM;
	return true;
}

/* After the loader; what is counted so far was counted with the same settings. */
__attribute__((constructor)) static void spare_children(void)
{
	unsetenv("LD_PRELOAD");
}

void *malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
	return fails() ? NULL : __libc_realloc(memory, size);
}

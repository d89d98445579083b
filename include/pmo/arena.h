/*
 * An arena hands out memory that is all given back at once.
 *
 * One arena lives as long as a workspace (documents, nodes, values, records,
 * diagnostics); a scratch arena lives as long as one operation and is wound back
 * to a mark. Nothing in an arena is freed alone, so error paths are short, and
 * the few real calls of malloc can each be made to fail in a test.
 *
 * Every function returns NULL when there is no memory, and so does every later
 * call that is handed that NULL where it says so.
 */
#ifndef PMO_ARENA_H
#define PMO_ARENA_H

#include <pmo/api.h>
#include <stdarg.h>
#include <stddef.h>

struct pmo_arena_block;

struct pmo_arena {
	struct pmo_arena_block *head; /* the block in use; older ones behind it */
	size_t allocated;             /* bytes asked from the system, for tests and limits */
};

struct pmo_arena_mark {
	struct pmo_arena_block *block;
	size_t used;
};

/* An arena that has allocated nothing yet; also what all-zero bytes are. */
PMO_API void pmo_arena_init(struct pmo_arena *arena);

/* Gives everything back. The arena can be used again. */
PMO_API void pmo_arena_release(struct pmo_arena *arena);

/* Zeroed memory, aligned for any type. */
PMO_API void *pmo_arena_alloc(struct pmo_arena *arena, size_t size);

/* Zeroed memory for count items of size bytes; NULL also when that overflows. */
PMO_API void *pmo_arena_array(struct pmo_arena *arena, size_t count, size_t size);

/* A copy of length bytes with a NUL after them. */
PMO_API char *pmo_arena_copy(struct pmo_arena *arena, const char *bytes, size_t length);

/* A copy of a string; NULL for NULL. */
PMO_API char *pmo_arena_string(struct pmo_arena *arena, const char *text);

PMO_API char *pmo_arena_format(struct pmo_arena *arena, const char *format, ...) PMO_PRINTF(2, 3);
PMO_API char *pmo_arena_vformat(struct pmo_arena *arena, const char *format, va_list args)
	PMO_PRINTF(2, 0);

/*
 * Room for one more item in a growing array: returns items (moved when it was
 * full) with space for at least count + 1 items, and updates *capacity.
 * The caller keeps the old array on NULL.
 */
PMO_API void *pmo_arena_grow(struct pmo_arena *arena, void *items, size_t count, size_t *capacity,
			     size_t size);

/* Everything allocated after the mark is given back by rewind. */
PMO_API struct pmo_arena_mark pmo_arena_mark(const struct pmo_arena *arena);
PMO_API void pmo_arena_rewind(struct pmo_arena *arena, struct pmo_arena_mark mark);

#endif

/*
 * A hash map from text to a pointer, in an arena.
 *
 * It is for finding, never for listing: what is shown follows an array, so that
 * no output depends on the order of a hash. Keys are kept by reference.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <pmo/arena.h>
#include <pmo/result.h>
#include <stdbool.h>
#include <stdint.h>

struct map_slot {
	const char *key;
	void *value;
	uint32_t hash;
};

struct map {
	struct pmo_arena *arena;
	struct map_slot *slots;
	uint32_t count, size; /* size is 0 or a power of two */
};

void map_init(struct map *map, struct pmo_arena *arena);

/* The value of a key, or NULL. */
void *map_get(const struct map *map, const char *key);

/* Sets a key's value; an earlier value is replaced. */
PMO_CHECKED enum pmo_result map_put(struct map *map, const char *key, void *value);

#endif

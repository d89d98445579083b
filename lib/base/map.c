/* Open addressing with linear probing, at most two thirds full; FNV-1a. */
#include "map.h"

#include <string.h>

static uint32_t hash_text(const char *text)
{
	uint32_t hash = 2166136261u;
	for (const unsigned char *c = (const unsigned char *)text; *c; c++)
		hash = (hash ^ *c) * 16777619u;
	return hash;
}

void map_init(struct map *map, struct pmo_arena *arena)
{
	memset(map, 0, sizeof(*map));
	map->arena = arena;
}

static struct map_slot *find_slot(const struct map *map, const char *key, uint32_t hash)
{
	uint32_t i = hash & (map->size - 1);
	while (map->slots[i].key &&
	       (map->slots[i].hash != hash || strcmp(map->slots[i].key, key) != 0))
		i = (i + 1) & (map->size - 1);
	return &map->slots[i];
}

void *map_get(const struct map *map, const char *key)
{
	return map->size ? find_slot(map, key, hash_text(key))->value : NULL;
}

static enum pmo_result grow(struct map *map)
{
	struct map larger = *map;
	larger.size = map->size ? map->size * 2 : 16;
	larger.slots = pmo_arena_array(map->arena, larger.size, sizeof(*larger.slots));
	if (!larger.slots)
		return PMO_NO_MEMORY;
	for (uint32_t i = 0; i < map->size; i++)
		if (map->slots[i].key)
			*find_slot(&larger, map->slots[i].key, map->slots[i].hash) = map->slots[i];
	*map = larger;
	return PMO_OK;
}

enum pmo_result map_put(struct map *map, const char *key, void *value)
{
	if (map->count * 3 >= map->size * 2 && grow(map) != PMO_OK)
		return PMO_NO_MEMORY;
	uint32_t hash = hash_text(key);
	struct map_slot *slot = find_slot(map, key, hash);
	if (!slot->key) {
		slot->key = key;
		slot->hash = hash;
		map->count++;
	}
	slot->value = value;
	return PMO_OK;
}

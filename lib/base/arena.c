/*
 * Arena: a list of blocks, the newest first, each twice as large as the one
 * before up to a ceiling. With PMO_ARENA_DEBUG every object gets a block of its
 * own, so that the sanitizers see an overrun of a single object.
 */
#include <pmo/arena.h>

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct pmo_arena_block {
	struct pmo_arena_block *previous;
	size_t size, used;
	alignas(max_align_t) char bytes[];
};

enum { FIRST_BLOCK = 4 << 10, LARGEST_BLOCK = 1 << 20 };

static const size_t alignment = alignof(max_align_t);

void pmo_arena_init(struct pmo_arena *arena)
{
	arena->head = NULL;
	arena->allocated = 0;
}

static void pop_block(struct pmo_arena *arena)
{
	struct pmo_arena_block *block = arena->head;
	arena->head = block->previous;
	arena->allocated -= sizeof(*block) + block->size;
	free(block);
}

void pmo_arena_release(struct pmo_arena *arena)
{
	while (arena->head)
		pop_block(arena);
}

static size_t next_block_size(const struct pmo_arena *arena, size_t wanted)
{
#ifdef PMO_ARENA_DEBUG
	(void)arena;
	return wanted;
#else
	size_t size = arena->head ? arena->head->size * 2 : FIRST_BLOCK;
	if (size > LARGEST_BLOCK)
		size = LARGEST_BLOCK;
	return size < wanted ? wanted : size;
#endif
}

static struct pmo_arena_block *push_block(struct pmo_arena *arena, size_t wanted)
{
	size_t size = next_block_size(arena, wanted);
	struct pmo_arena_block *block = malloc(sizeof(*block) + size);
	if (!block)
		return NULL;
	block->previous = arena->head;
	block->size = size;
	block->used = 0;
	arena->head = block;
	arena->allocated += sizeof(*block) + size;
	return block;
}

void *pmo_arena_alloc(struct pmo_arena *arena, size_t size)
{
	if (size > SIZE_MAX / 4)
		return NULL;
	size_t room = size ? (size + alignment - 1) / alignment * alignment : alignment;
	struct pmo_arena_block *block = arena->head;
	if (!block || block->size - block->used < room)
		block = push_block(arena, room);
	if (!block)
		return NULL;
	void *memory = block->bytes + block->used;
	block->used += room;
	return memset(memory, 0, size);
}

void *pmo_arena_array(struct pmo_arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		return NULL;
	return pmo_arena_alloc(arena, count * size);
}

char *pmo_arena_copy(struct pmo_arena *arena, const char *bytes, size_t length)
{
	char *copy = length < SIZE_MAX ? pmo_arena_alloc(arena, length + 1) : NULL;
	if (copy && length)
		memcpy(copy, bytes, length);
	return copy;
}

char *pmo_arena_string(struct pmo_arena *arena, const char *text)
{
	return text ? pmo_arena_copy(arena, text, strlen(text)) : NULL;
}

char *pmo_arena_vformat(struct pmo_arena *arena, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	int length = vsnprintf(NULL, 0, format, args);
	char *text = length < 0 ? NULL : pmo_arena_alloc(arena, (size_t)length + 1);
	if (text)
		vsnprintf(text, (size_t)length + 1, format, again);
	va_end(again);
	return text;
}

char *pmo_arena_format(struct pmo_arena *arena, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *text = pmo_arena_vformat(arena, format, args);
	va_end(args);
	return text;
}

void *pmo_arena_grow(struct pmo_arena *arena, void *items, size_t count, size_t *capacity,
		     size_t size)
{
	if (count < *capacity)
		return items;
	size_t larger = *capacity ? *capacity * 2 : 8;
	void *moved = pmo_arena_array(arena, larger, size);
	if (!moved)
		return NULL;
	if (count)
		memcpy(moved, items, count * size);
	*capacity = larger;
	return moved;
}

struct pmo_arena_mark pmo_arena_mark(const struct pmo_arena *arena)
{
	struct pmo_arena_mark mark = { arena->head, arena->head ? arena->head->used : 0 };
	return mark;
}

void pmo_arena_rewind(struct pmo_arena *arena, struct pmo_arena_mark mark)
{
	while (arena->head && arena->head != mark.block)
		pop_block(arena);
	if (arena->head)
		arena->head->used = mark.used;
}

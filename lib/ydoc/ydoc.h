/*
 * A YAML document that is read, pointed into, and changed without being rewritten.
 *
 * A document is the bytes of one file and a tree of small nodes whose spans point
 * into them. Nodes never change. An edit (edit.h) works out which bytes to replace,
 * reads the result again and compares it with what was meant; comments, order,
 * quoting and line ends outside the replaced bytes stay because nobody touches them.
 *
 * What is accepted is one UTF-8 document of mappings, lists and scalars. Anchors,
 * aliases, tags, merge keys, further documents, keys that are no scalars and nesting
 * over YDOC_DEPTH are refused with their position. Types are the schema's business:
 * every scalar is text here.
 *
 * This folder is the only one that includes <yaml.h>.
 */
#ifndef YDOC_YDOC_H
#define YDOC_YDOC_H

#include <pmo/arena.h>
#include <pmo/diag.h>
#include <pmo/result.h>

enum { YDOC_DEPTH = 64, YDOC_BYTES = 64 << 20 };

enum ydoc_kind { YDOC_SCALAR, YDOC_LIST, YDOC_MAP };

enum ydoc_style {
	YDOC_PLAIN, /* scalars; a value that is not there at all is plain and empty */
	YDOC_SINGLE,
	YDOC_DOUBLE,
	YDOC_LITERAL,
	YDOC_FOLDED,
	YDOC_BLOCK, /* lists and maps */
	YDOC_FLOW,
};

struct ydoc_node {
	uint8_t kind, style;
	bool duplicate;      /* an earlier key of this map has the same name */
	bool closed;         /* has children that are not in memory: ydoc_open */
	uint32_t count;      /* children */
	uint32_t start, end; /* the value's bytes, half open; a block ends with its last leaf */
	uint32_t key_start, key_end; /* the key as written; in a block list, the dash */
	const char *key;             /* decoded; NULL in a list and for the root */
	const char *text;            /* decoded; NULL unless a scalar */
	struct ydoc_node *parent, *first, *next;
};

struct ydoc {
	struct pmo_source source;
	struct ydoc_node *root; /* NULL: nothing there but perhaps comments */
	struct pmo_arena *arena;
	bool odd_breaks; /* has NEL, LS, PS or a lone CR: readable, not editable */
	bool damaged;    /* some top-level entries could not be read (ydoc_read_entries) */
	struct ydoc_spare *spare; /* of ydoc_read_sparingly; NULL: all of it is in memory */
};

/*
 * Reads a document. bytes must live as long as the arena. PMO_INVALID, with one
 * diagnostic, when it is not the accepted YAML; then root is NULL. A duplicate key
 * is a diagnostic and a flag on its node, not a failure: the first one counts.
 */
PMO_CHECKED enum pmo_result ydoc_read(struct ydoc *doc, struct pmo_arena *arena,
				      const struct pmo_source *source, struct pmo_diags *diags);

/*
 * The same for one of many small files: they share the room for what is many and small, and
 * the keys. It begins as zeros and lives as long as the arena is not wound back.
 */
struct ydoc_room {
	struct ydoc_node *nodes;
	size_t nodes_left;
	char *text;
	size_t text_left;
	const char *keys[64]; /* met lately, by a hash: records have the same ones */
};

PMO_CHECKED enum pmo_result ydoc_read_in(struct ydoc_room *room, struct ydoc *doc,
					 struct pmo_arena *arena, const struct pmo_source *source,
					 struct pmo_diags *diags);

/*
 * The same by libyaml alone, without the quick way that ordinary documents take (quick.h):
 * what an edit is held against, so that no edit rests on one reader only.
 */
PMO_CHECKED enum pmo_result ydoc_read_strictly(struct ydoc *doc, struct pmo_arena *arena,
					       const struct pmo_source *source,
					       struct pmo_diags *diags);

/*
 * Reads a file that holds one record a top-level key. Equal keys at the top are left
 * to the caller. When the file as a whole cannot be read, each top-level entry
 * is read by itself, so that one bad line hides one record and not the others: what
 * cannot be read is a diagnostic and `damaged` is set.
 */
PMO_CHECKED enum pmo_result ydoc_read_entries(struct ydoc *doc, struct pmo_arena *arena,
					      const struct pmo_source *source,
					      struct pmo_diags *diags);

/*
 * The same for who looks at many entries and needs few: all of the file is read and judged,
 * but of an entry that is an ordinary map only its own node is kept, closed, until it is
 * opened. What is opened lives in `bodies`, as long as that, or until it is closed again.
 * A file out of the ordinary is read as by ydoc_read_entries, with nothing closed.
 */
PMO_CHECKED enum pmo_result ydoc_read_sparingly(struct ydoc *doc, struct pmo_arena *arena,
						struct pmo_arena *bodies,
						const struct pmo_source *source,
						struct pmo_diags *diags);

/* Makes the children of a top-level entry be there. PMO_NO_MEMORY. */
PMO_CHECKED enum pmo_result ydoc_open(const struct ydoc *doc, const struct ydoc_node *entry);

/* Forgets the children of the entry that was opened last; of any other it does nothing. */
void ydoc_close(const struct ydoc *doc, const struct ydoc_node *entry);

/* Opens all entries, for good. */
PMO_CHECKED enum pmo_result ydoc_open_all(const struct ydoc *doc);

/* The first value of a key in a map, or NULL; NULL too when node is NULL or no map. */
const struct ydoc_node *ydoc_get(const struct ydoc_node *node, const char *key);

/* The item at an index of a list, or the value at an index of a map; NULL past the end. */
const struct ydoc_node *ydoc_at(const struct ydoc_node *node, size_t index);

/* The last child, or NULL; both look at all that stand before. */
const struct ydoc_node *ydoc_last(const struct ydoc_node *node);

/* The node before this one under the same parent, or NULL. */
const struct ydoc_node *ydoc_previous(const struct ydoc_node *node);

/* Whether there is nothing: no node, or an empty plain scalar. */
bool ydoc_is_empty(const struct ydoc_node *node);

/* The place of a value, or of its key, for a diagnostic. */
struct pmo_place ydoc_place(const struct ydoc *doc, const struct ydoc_node *node);
struct pmo_place ydoc_key_place(const struct ydoc *doc, const struct ydoc_node *node);

/*
 * What a person meant by one line of a list: the text of a scalar, or, for a line
 * such as `- 2026-11-20 PC: granted`, which YAML takes for a map with one key, the
 * line as it was written. NULL when the item is neither (or there is no memory).
 */
const char *ydoc_line(const struct ydoc *doc, const struct ydoc_node *node,
		      struct pmo_arena *arena);

#endif

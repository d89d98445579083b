/*
 * A sink takes a record piece by piece, as maps, lists and scalars, and writes it
 * as JSON or YAML into a buffer.
 *
 *     pmo_sink_begin_map(&sink);
 *     pmo_sink_key(&sink, "title");
 *     pmo_sink_string(&sink, "Fiber permit held");
 *     pmo_sink_end(&sink);
 *     result = pmo_sink_finish(&sink);
 *
 * The pieces never fail at the call; finish tells whether all went well. Text goes
 * out as UTF-8, controls and invisible characters as escapes, so that it reads
 * back exactly; bytes that are no UTF-8 become U+FFFD. YAML strings are quoted
 * whenever a reader of YAML 1.1 or 1.2 would otherwise type them.
 */
#ifndef PMO_SINK_H
#define PMO_SINK_H

#include <pmo/buffer.h>
#include <pmo/result.h>
#include <stdbool.h>
#include <stddef.h>

enum pmo_sink_style {
	PMO_SINK_JSON,         /* indented by two spaces */
	PMO_SINK_JSON_COMPACT, /* one line */
	PMO_SINK_YAML,         /* block style */
};

enum { PMO_SINK_DEPTH = 72 }; /* one document of 64 levels inside a list and a map */

/* A map or list that is open. */
struct pmo_sink_level {
	bool list, used;   /* used: something is inside already */
	bool inline_start; /* YAML: the first entry goes on the line of the dash, or at the top */
};

struct pmo_sink {
	struct pmo_buffer *out;
	enum pmo_sink_style style;
	size_t depth;
	bool key_given; /* in a map: the next piece is a value */
	bool done;      /* the document's one value has begun */
	bool wrong;     /* pieces in an order that is no document */
	struct pmo_sink_level levels[PMO_SINK_DEPTH];
};

PMO_API void pmo_sink_init(struct pmo_sink *sink, struct pmo_buffer *out,
			   enum pmo_sink_style style);

PMO_API void pmo_sink_begin_map(struct pmo_sink *sink);
PMO_API void pmo_sink_begin_list(struct pmo_sink *sink);

/* Ends the map or list begun last. */
PMO_API void pmo_sink_end(struct pmo_sink *sink);

PMO_API void pmo_sink_key(struct pmo_sink *sink, const char *key);

/* A string; NULL is written as null. */
PMO_API void pmo_sink_string(struct pmo_sink *sink, const char *text);
PMO_API void pmo_sink_bytes(struct pmo_sink *sink, const char *bytes, size_t length);

/* A number as text, `12.50`; text that is no number in JSON is written as a string. */
PMO_API void pmo_sink_number(struct pmo_sink *sink, const char *text);
PMO_API void pmo_sink_integer(struct pmo_sink *sink, long long value);
PMO_API void pmo_sink_bool(struct pmo_sink *sink, bool value);
PMO_API void pmo_sink_null(struct pmo_sink *sink);

/*
 * Ends the document with a line end. PMO_INVALID: the pieces were no document (a
 * value without a key, something left open, too deep); PMO_NO_MEMORY: the buffer
 * is full.
 */
PMO_API PMO_CHECKED enum pmo_result pmo_sink_finish(struct pmo_sink *sink);

#endif

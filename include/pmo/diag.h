/*
 * Diagnostics: what shall the person read?
 *
 * A diagnostic has a severity, a code (a word that `pmo help CODE` explains and a
 * test provokes), a position, a message and perhaps a hint that says what to do:
 *
 *     risks/RSK-003.yaml:12:8: error: owner 'P-99' is no person [ref-missing]
 *         owner: P-99
 *                ^
 *     hint: nearest is PC
 *
 * A position is a source and a byte offset; line and column are worked out when
 * it is printed. Messages are lower case without a full stop, name what was found
 * and say what was expected.
 *
 * error    the file or a reference is broken
 * warning  the data contradict themselves or lack what they need
 * advice   a professional would look
 */
#ifndef PMO_DIAG_H
#define PMO_DIAG_H

#include <pmo/arena.h>
#include <pmo/buffer.h>
#include <stdint.h>

enum pmo_severity { PMO_ADVICE, PMO_WARNING, PMO_ERROR };

/* A text that positions point into. It lives as long as the diagnostics do. */
struct pmo_source {
	const char *path;     /* as shown: relative to the workspace */
	const char *bytes;    /* NULL: only the path is known */
	size_t length;
	uint32_t first_line;  /* lines before bytes, when it is a piece of a file; usually 0 */
};

struct pmo_diag {
	enum pmo_severity severity;
	const char *code;               /* static */
	const struct pmo_source *source; /* NULL: about no file */
	size_t offset, length;          /* bytes in the source */
	const char *subject;            /* record id, or NULL */
	const char *message;
	const char *hint;               /* or NULL */
	size_t line, column;            /* pmo_diags_locate; 0: not yet */
	struct pmo_diag *next;
};

struct pmo_diags {
	struct pmo_arena *arena;
	struct pmo_diag *first, *last;
	size_t count[3];                /* by severity */
	bool lost;                      /* no memory for one of them */
};

struct pmo_place {
	const struct pmo_source *source;
	size_t offset, length;
	const char *subject;
};

PMO_API void pmo_diags_init(struct pmo_diags *diags, struct pmo_arena *arena);

/* Adds one; place may be NULL when there is no file to point at. */
PMO_API void pmo_diag_add(struct pmo_diags *diags, enum pmo_severity severity, const char *code,
			  const struct pmo_place *place, const char *format, ...) PMO_PRINTF(5, 6);

/* Gives the diagnostic added last a hint. */
PMO_API void pmo_diag_hint(struct pmo_diags *diags, const char *format, ...) PMO_PRINTF(2, 3);

PMO_API const char *pmo_severity_name(enum pmo_severity severity);

/* Line (from 1) and column (characters, from 1) of an offset. */
PMO_API void pmo_source_locate(const struct pmo_source *source, size_t offset, size_t *line,
			       size_t *column);

/*
 * Works out line and column of all diagnostics, each text looked through once: for lists of
 * thousands. Without memory for that each is worked out when it is asked for.
 */
PMO_API void pmo_diags_locate(struct pmo_diags *diags);

/* Line and column of one that has a source with bytes. */
PMO_API void pmo_diag_position(const struct pmo_diag *diag, size_t *line, size_t *column);

/*
 * Writes the diagnostic as text: one line, then, when excerpt is set, the source
 * line with a caret and the hint. Control characters of the source never reach
 * the output.
 */
PMO_API void pmo_diag_format(const struct pmo_diag *diag, bool excerpt, struct pmo_buffer *out);

#endif

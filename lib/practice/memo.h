/* Inside the layer: the parts of an escalation memo. */
#ifndef PRACTICE_MEMO_H
#define PRACTICE_MEMO_H

#include <pmo/memo.h>

struct memo_lines {
	const char **items;
	size_t count, capacity;
};

/* text NULL: PMO_NO_MEMORY. */
PMO_CHECKED enum pmo_result memo_add(const struct pmo_memo *memo, struct memo_lines *lines,
				     const char *text);

PMO_CHECKED enum pmo_result memo_records(const struct pmo_memo *memo, const char *name,
					 struct pmo_records *records);

/* What was done so far: actions, earlier calls and their answers, the last notes. */
PMO_CHECKED enum pmo_result memo_add_tried(struct pmo_memo *memo);

/* What is asked, and between what can be chosen. */
PMO_CHECKED enum pmo_result memo_add_ask(struct pmo_memo *memo);

#endif

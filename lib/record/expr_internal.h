/*
 * Inside expressions: tokens, nodes, types, and what evaluation carries along.
 *
 * A text goes through three steps. expr_lex and expr_parse make a tree of it and know no
 * schema. expr_check gives every name its meaning, every node its type, and turns words
 * beside a choice or a reference into text. expr_eval walks the tree for a record.
 * expr_arith computes with values and knows no trees; expr_function is the table of
 * functions, each row with its check and its evaluation.
 *
 * An expression compiled without a schema, or met with a record of another register, is
 * bound to that record's schema when it is first evaluated, leniently: what has no
 * meaning there is absent.
 */
#ifndef RECORD_EXPR_INTERNAL_H
#define RECORD_EXPR_INTERNAL_H

#include "expr_value.h"

#include <pmo/expr.h>

enum {
	EXPR_TEXT_LIMIT = 4096,
	EXPR_DEPTH_LIMIT = 64,
	EXPR_NODE_LIMIT = 1000,
	EXPR_PART_LIMIT = 16,     /* of a name with dots */
	EXPR_DERIVED_LIMIT = 64,  /* derived values that name each other */
	EXPR_DERIVED_STEPS = 16,  /* what one of them counts for */
	EXPR_STEP_LIMIT = 1 << 19 /* items and derived values looked at for one answer */
};

/* Whom to tell about faults, and what they are in. */
struct expr_report {
	struct pmo_arena *arena;
	struct pmo_diags *diags; /* NULL: nobody listens */
	const char *text, *where;
	const struct pmo_source *source;
	enum pmo_result result; /* of the first fault */
};

/* A fault at length bytes from offset; the hint follows with expr_hint. */
void expr_fault(struct expr_report *report, const char *code, const struct pmo_place *place,
		const char *format, ...) PMO_PRINTF(4, 5);
void expr_hint(struct expr_report *report, const char *format, ...) PMO_PRINTF(2, 3);

enum expr_token_kind {
	EXPR_TOKEN_END,
	EXPR_TOKEN_VALUE, /* a number, percentage, duration, date, quoted text */
	EXPR_TOKEN_NAME,  /* a word, perhaps with dots */
	EXPR_TOKEN_PATH,  /* the same behind a dot, after a call */
	EXPR_TOKEN_OR,
	EXPR_TOKEN_AND,
	EXPR_TOKEN_NOT,
	EXPR_TOKEN_EQUAL, /* from here to IN: comparisons */
	EXPR_TOKEN_UNEQUAL,
	EXPR_TOKEN_LESS,
	EXPR_TOKEN_AT_MOST,
	EXPR_TOKEN_MORE,
	EXPR_TOKEN_AT_LEAST,
	EXPR_TOKEN_CONTAINS,
	EXPR_TOKEN_IN,
	EXPR_TOKEN_ADD,
	EXPR_TOKEN_SUBTRACT,
	EXPR_TOKEN_MULTIPLY,
	EXPR_TOKEN_DIVIDE,
	EXPR_TOKEN_OPEN,
	EXPR_TOKEN_CLOSE,
	EXPR_TOKEN_OPEN_LIST,
	EXPR_TOKEN_CLOSE_LIST,
	EXPR_TOKEN_COMMA
};

struct expr_token {
	enum expr_token_kind kind;
	size_t offset, length;
	struct pmo_value value; /* of a VALUE */
};

/* Reads the token at *at and moves behind it; false: a fault was reported. */
bool expr_lex(struct expr_report *report, size_t *at, struct expr_token *token);

/* Where a name begins: a field, a member of the item in hand, or what is always known. */
enum expr_root {
	EXPR_ROOT_NONE, /* not known before evaluation */
	EXPR_ROOT_FIELD,
	EXPR_ROOT_MEMBER,
	EXPR_ROOT_ITEM,
	EXPR_ROOT_ID,
	EXPR_ROOT_STATUS,
	EXPR_ROOT_OPEN,
	EXPR_ROOT_OVERDUE,
	EXPR_ROOT_MINE,
	EXPR_ROOT_VOID,
	EXPR_ROOT_TODAY,
	EXPR_ROOT_ME,
	EXPR_ROOT_THIS,   /* the record at hand */
	EXPR_ROOT_PROJECT /* its project's charter */
};

struct expr_type {
	uint8_t kind; /* enum pmo_kind or EXPR_ANY */
	bool is_list;
	const struct pmo_state *states; /* a status: its words, in order */
	size_t state_count;
	const struct pmo_field *field; /* for choices, members and registers; or NULL */
	const struct pmo_schema *schema; /* records whose fields are names for each; or NULL */
};

struct expr_function;

struct expr_node {
	uint8_t op, root, depth;
	uint8_t up;    /* MEMBER, ITEM: how many lists further out */
	uint8_t of;    /* whose field: 0 of the record at hand, else of the item up `of - 1` */
	bool by_index; /* a comparison of choices of one vocabulary */
	bool quoted;   /* a VALUE: text in quotes */
	uint32_t offset, length;
	uint32_t index; /* FIELD, MEMBER */
	struct expr_type type;
	struct expr_type first;         /* NAME: of its first part */
	struct expr_node *left, *right; /* left: also the first of a list, chain or call; right,
					   of those(): what an index can answer in it */
	struct expr_node *next;
	struct pmo_value value;
	const struct expr_function *function;
	const char *name;         /* NAME and CALL: as written */
	const char *const *parts; /* NAME: between the dots */
	size_t part_count;
};

/* A tree of the text, or NULL with a fault reported. */
struct expr_node *expr_parse(struct expr_report *report);

/* What can be named: the record's fields, and members of items, the innermost first. */
struct expr_scope {
	const struct pmo_schema *schema; /* NULL: any name may be a field */
	const struct expr_item_type *items;
};

struct expr_item_type {
	struct expr_type type;
	const struct expr_item_type *outer;
};

struct expr_checker {
	struct expr_report *report;
	struct expr_scope scope;
	bool lenient; /* what is wrong becomes absent, silently */
};

/* Gives the node and all below it meaning and type. */
void expr_check(struct expr_checker *checker, struct expr_node *node);

/* The same where the node must hold or not. */
void expr_check_condition(struct expr_checker *checker, struct expr_node *node);

/* The same where a word that is no field is text: branches of if(). */
void expr_check_text(struct expr_checker *checker, struct expr_node *node);

/* The same for what becomes the value of a field: words that are its choices are text. */
void expr_check_result(struct expr_checker *checker, struct expr_node *node,
		       const struct pmo_field *field);

/* A comparison: words become text, choices and dates as the other side has them. */
void expr_check_comparison(struct expr_checker *checker, struct expr_node *node);

/* Reports a fault at the node, or makes it absent; the node's type is EXPR_ANY after. */
void expr_reject(struct expr_checker *checker, struct expr_node *node, const char *code,
		 const char *format, ...) PMO_PRINTF(4, 5);
void expr_advise(struct expr_checker *checker, const char *format, ...) PMO_PRINTF(2, 3);

/* Whether the first part of a name means something in the scope. */
bool expr_name_is_known(const struct expr_checker *checker, const struct expr_node *node);

/* A word that is known everywhere, or EXPR_ROOT_NONE. */
enum expr_root expr_name_known(const char *name);

/* The index of a structure's member by its name or a former one, or -1. */
int expr_member_find(const struct pmo_field *field, const char *name);

/* The schema of the records that a value of this type names, where there is but one. */
const struct pmo_schema *expr_type_schema(const struct expr_checker *checker,
					  struct expr_type type);

/* The type behind the next dot; false: there is nothing of that name. */
bool expr_name_follow(const struct expr_checker *checker, struct expr_type *type, const char *part);

/* Checks what lies behind a call: `first(those(task, owner = this)).due`. */
void expr_path_check(struct expr_checker *checker, struct expr_node *node);

/* Gives a name its meaning and type; false: it has none. Nothing is reported. */
bool expr_name_bind(const struct expr_checker *checker, struct expr_node *node);

/* Reports a name that has no meaning, with the nearest one that has. */
void expr_name_reject(struct expr_checker *checker, struct expr_node *node);

/* The word that is nearest to a misspelt one so far; start with NULL in best. */
struct expr_nearest {
	const char *word, *best;
	size_t distance;
};

void expr_nearest_try(struct expr_nearest *nearest, const char *candidate);

/* The type of a field's value, and that of one of its items. */
struct expr_type expr_type_of_field(const struct pmo_schema *schema, const struct pmo_field *field);
struct expr_type expr_type_plain(unsigned kind);

/* "a date", "a list": for messages. */
const char *expr_type_name(struct expr_type type);

/* The index of a word among the choices of a type, or -1; its canonical spelling. */
int expr_type_choice(struct expr_type type, const char *word);
const char *expr_type_word(struct expr_type type, size_t index);

/* An item of a list, while an expression for its items is evaluated. */
struct expr_item {
	struct pmo_value value;
	const struct pmo_record *record; /* that it is, where its type has a schema */
	const struct expr_item *outer;
};

enum { EXPR_SEEN = 4 };

/* What was read of the record: a condition in many steps asks for the same fields again. */
struct expr_seen {
	size_t count;
	size_t indexes[EXPR_SEEN];
	struct pmo_value values[EXPR_SEEN];
};

struct expr_state {
	const struct pmo_record *record;
	const struct pmo_world *world; /* NULL: every name is absent */
	const struct expr_item *item;
	unsigned *steps;
	struct expr_seen *seen; /* of the record; or NULL */
};

/* One step less to go; false when there are none left. */
bool expr_step(const struct expr_state *state);

/* The value of a node; of a condition, whether it holds. */
struct pmo_value expr_eval(const struct expr_node *node, const struct expr_state *state);
bool expr_eval_holds(const struct expr_node *node, const struct expr_state *state);

/* The value of a name; *type is what it turned out to be. */
struct pmo_value expr_eval_name(const struct expr_node *node, const struct expr_state *state,
				struct expr_type *type);

/* What lies behind the value of a call. */
struct pmo_value expr_eval_path(const struct expr_node *node, const struct expr_state *state);

/* Whether a comparison holds. */
bool expr_eval_comparison(const struct expr_node *node, const struct expr_state *state);

/* Whether a value counts as true: it is there, and is not no. */
bool expr_is_true(struct pmo_value value);

const struct expr_function *expr_function_find(const char *name);

/* Whether a node is an if() with all it needs; joining gives it the type of its answers. */
bool expr_function_is_if(const struct expr_node *node);
void expr_function_join(struct expr_checker *checker, struct expr_node *node);

/* Whether what a call gives is always there, so that it is no condition. */
bool expr_function_counts(const struct expr_node *node);
void expr_function_check(struct expr_checker *checker, struct expr_node *node);
struct pmo_value expr_function_eval(const struct expr_node *node, const struct expr_state *state);

/* Functions about other records and about figures: see expr_those.c and expr_figure.c. */
void expr_those_check(struct expr_checker *checker, struct expr_node *node);
struct pmo_value expr_those_eval(const struct expr_node *node, const struct expr_state *state);

/* The records of a those(), one after the other. */
struct expr_those {
	const struct expr_node *node;
	struct expr_state state;
	struct expr_item item;
	const struct pmo_record *const *records;
	size_t count, next;
};

bool expr_those_is(const struct expr_node *node);
void expr_those_begin(struct expr_those *those, const struct expr_node *node,
		      const struct expr_state *state);
const struct pmo_record *expr_those_next(struct expr_those *those);

void expr_limit_check(struct expr_checker *checker, struct expr_node *node);
struct pmo_value expr_limit_eval(const struct expr_node *node, const struct expr_state *state);
void expr_source_check(struct expr_checker *checker, struct expr_node *node);
struct pmo_value expr_source_eval(const struct expr_node *node, const struct expr_state *state);
void expr_acts_check(struct expr_checker *checker, struct expr_node *node);
struct pmo_value expr_acts_eval(const struct expr_node *node, const struct expr_state *state);
void expr_span_check(struct expr_checker *checker, struct expr_node *node);
struct pmo_value expr_span_eval(const struct expr_node *node, const struct expr_state *state);

#endif

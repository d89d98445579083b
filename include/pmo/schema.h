/*
 * What a register is, said as data.
 *
 * A register (risks, purchases, tasks) is a table: its fields with their types, its
 * states and the moves between them, its rules, its columns. The engine knows types,
 * states and rules; it knows no register. Built-in tables are C (lib/registers), users'
 * own fields and registers stand in pmo.yaml and are read into the same structs, so
 * everything that holds for one holds for the other.
 *
 *     field   what a record holds: `owner`, `due`, `quotes`
 *     member  a field of a structure: `quotes` is a list of {vendor, amount, date}
 *     state   a human decision: `analysed`; what follows from dates is derived
 *     move    from some states to another, with its verb and the fields that it needs
 *     rule    a condition that people want to hear about, with its severity
 *     control a condition that refuses a move, or that a field changes once it is there
 *
 * Names of fields are the same in every register. Texts marked "expression" are in the
 * language of pmo-expressions(7), see <pmo/expr.h>. Every table ends with an all-zero
 * row.
 */
#ifndef PMO_SCHEMA_H
#define PMO_SCHEMA_H

#include <pmo/arena.h>
#include <pmo/buffer.h>
#include <pmo/diag.h>
#include <pmo/result.h>
#include <pmo/sink.h>

/* The type of a field: a row of the type table in lib/record. */
enum pmo_kind {
	PMO_TEXT,  /* words on one line */
	PMO_PROSE, /* text of several lines */
	PMO_DATE,
	PMO_MOMENT, /* date and time, perhaps with a zone */
	PMO_DURATION,
	PMO_MONEY,
	PMO_PERCENT,
	PMO_INTEGER,
	PMO_NUMBER, /* exact decimal */
	PMO_YES_NO,
	PMO_CHOICE, /* one of a list of words */
	PMO_REF,    /* the id of a record, or a handle */
	PMO_LINE,   /* a line of a log: `2026-11-02 PC: HR confirmed` */
	PMO_STRUCT, /* members */
	PMO_KIND_COUNT
};

enum pmo_field_flag {
	PMO_LIST = 1 << 0,    /* any number of them */
	PMO_NEEDED = 1 << 1,  /* complete records have it; capture does without */
	PMO_TRACKED = 1 << 2, /* a change leaves a line in history */
	PMO_SIGNED = 1 << 3,  /* a duration may be negative */
	PMO_WIDE = 1 << 4,    /* in tables, may wrap or be cut */
	PMO_OWN = 1 << 5,     /* from pmo.yaml */
	PMO_COMMON = 1 << 6,  /* every register has it */
};

struct pmo_field {
	const char *name; /* snake_case */
	enum pmo_kind kind;
	unsigned flags;
	const char *const *choices;      /* CHOICE: NULL-ended */
	const char *to;                  /* REF: registers, "issue|risk"; NULL: any */
	const struct pmo_field *members; /* STRUCT; the first one is its key */
	const char *brief;               /* STRUCT: how people write it short: "task type?lag?" */
	const char *range;               /* "1..5", "0.." in the field's own words; inclusive */
	const char *when;                /* expression: needed only where it holds */
	const char *derive;              /* expression: computed, never stored */
	const char *start;               /* expression: its value in a new record or item */
	const char *was;                 /* former names, "assignee|who" */
	const char *label;               /* heading, when the name will not do */
	const char *help;                /* one clause */
};

enum pmo_state_kind {
	PMO_STATE_OPEN,   /* counts as open work */
	PMO_STATE_CLOSED, /* done with */
	PMO_STATE_VOID,   /* was never right; leaves every count */
};

struct pmo_state {
	const char *name;
	enum pmo_state_kind kind;
	const char *help;
};

struct pmo_move {
	const char *verb; /* `pmo risk close` */
	const char *from; /* "active|watch"; "*": any but the target and void */
	const char *to;
	const char *needs;   /* fields that must be there, "owner probability"; `note`: a reason */
	const char *guard;   /* expression that must hold */
	const char *refusal; /* when it does not: the rule, and what would satisfy it */
	const char *sets;    /* "resolved=today owner=me": expressions for fields that are absent */
	const char *effect;  /* what it does to other records: a name of pmo_effect_names */
	const char *help;
};

struct pmo_rule {
	const char *code; /* "risk-no-plan" */
	enum pmo_severity severity;
	const char *when;    /* expression: the rule fires where it holds */
	const char *message; /* {field} stands for its value */
	const char *field;   /* the field it is about, or NULL */
	const char *hint;
};

struct pmo_control {
	const char *code; /* "purchase-over-line" */
	const char *move; /* the verbs that it may refuse, "approve|order"; or changes, "amount=" */
	const char *when; /* expression: it refuses where it holds; of changes, where it held */
	const char *message; /* as of a rule: what stands in the way */
	const char *hint;    /* what would satisfy it */
};

enum pmo_scope { PMO_SCOPE_PROJECT, PMO_SCOPE_WORKSPACE };

enum pmo_layout {
	PMO_LAYOUT_FOLDER, /* a file a record: risks/RSK-003.yaml */
	PMO_LAYOUT_FILE,   /* records keyed by id: actions.yaml */
	PMO_LAYOUT_SINGLE, /* the file is the one record: project.yaml */
};

/* A register as somebody wrote it down. */
struct pmo_register {
	const char *name, *plural, *prefix;
	const char *help;
	enum pmo_scope scope;
	enum pmo_layout layout;
	const char *place; /* the file's or folder's name; NULL: plural. Registers may share one */
	bool handles;      /* ids are names that people choose, not PREFIX-NNN */
	bool undated;      /* records carry no created and created_by */
	const char *title; /* which field is the title, the owner, the due date; */
	const char *owner, *due; /* NULL: the field of that name */
	const char *done;        /* expression: counts as closed, too, where it holds */
	const char *fixed;       /* "sent|approved": states in which its own fields never change */
	const struct pmo_field *fields;
	const struct pmo_state *states; /* the first is where records begin; NULL: open, closed */
	const struct pmo_move *moves;
	const struct pmo_rule *rules;
	const struct pmo_control *controls;
	const char *columns; /* "id score title owner due": of a list */
	const char *sort;    /* "-score id" */
};

struct expr;
struct map;
struct schema_family;

/* A register ready for use: common and own fields added, expressions compiled. */
struct pmo_schema {
	const struct pmo_register *table;
	const struct pmo_field *const *fields; /* in the order they are written */
	size_t field_count;
	const struct map *names;        /* field by name, former names too */
	const struct pmo_state *states; /* with void */
	size_t state_count;
	int title, owner, due, status; /* indexes into fields; -1: none */
	int history, notes, links, attachments, created, created_by;
	const struct expr **derive, **when, **start; /* beside fields; NULL entries */
	const struct expr **guards;                  /* beside the table's moves */
	const struct expr **rules;                   /* beside the table's rules */
	const struct expr **controls;                /* beside the table's controls */
	const struct expr *done;
	const struct schema_family *family; /* the other registers; NULL: it stands alone */
	bool own;                           /* the register itself is from pmo.yaml */
};

/* The built-in tables, in the order of `pmo help registers`; NULL-ended. */
PMO_API extern const struct pmo_register *const pmo_registers[];

/* What moves may do to other records, see <pmo/effect.h>; NULL-ended. */
PMO_API extern const char *const pmo_effect_names[];

/* The name of a kind: "money". And the kind of a name, or PMO_KIND_COUNT. */
PMO_API const char *pmo_kind_name(enum pmo_kind kind);
PMO_API enum pmo_kind pmo_kind_find(const char *name);

/*
 * Makes a schema of a table. Faults in it (an unknown field in an expression) are
 * diagnostics; PMO_INVALID when there were any.
 */
PMO_CHECKED enum pmo_result schema_compile(struct pmo_arena *arena,
					   const struct pmo_register *table,
					   struct pmo_diags *diags, struct pmo_schema **schema);

/* The index of a field by its name, a former name, or `title`, `owner`, `due`; -1: none. */
PMO_API int pmo_schema_field(const struct pmo_schema *schema, const char *name);

/* The field nearest to a misspelt name, or NULL. */
PMO_API const char *pmo_schema_nearest_field(const struct pmo_schema *schema, const char *name);

/* The state of a name, or NULL. */
PMO_API const struct pmo_state *pmo_schema_state(const struct pmo_schema *schema, const char *name);

/* The state in which records begin. */
PMO_API const struct pmo_state *pmo_schema_first_state(const struct pmo_schema *schema);

/* Whether name is one of the words in "a|b|c". */
PMO_API bool pmo_word_is_in(const char *words, const char *name);

/*
 * Prints the register in the language of pmo.yaml, such that reading it gives the same
 * table; or as JSON Schema for the record files, for editors.
 */
PMO_API void pmo_schema_write(const struct pmo_schema *schema, struct pmo_sink *sink);
PMO_API void pmo_schema_write_json_schema(const struct pmo_schema *schema, struct pmo_sink *sink);

/* Prints it for a person. */
PMO_API void pmo_schema_describe(const struct pmo_schema *schema, struct pmo_buffer *out);

#endif

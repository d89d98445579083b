/* Inside the layer: the rules of the colors, and what they measure. */
#ifndef PRACTICE_RAG_H
#define PRACTICE_RAG_H

#include "practice.h"

#include <pmo/limit.h>
#include <pmo/measure.h>
#include <pmo/rag.h>

enum rag_source {
	RAG_ASK,        /* value is an expression about the charter; of a list its length */
	RAG_SLIP_SHARE, /* go-live: percent of the working days from the start to its baseline */
	RAG_SLIP_DAYS,  /* the same in days */
	RAG_SPI,        /* earned value; unknown where tasks have no costs */
	RAG_CPI,        /* from rag.cpi_from on */
	RAG_CRITICAL,   /* days that the worst late critical task is behind its baseline */
	RAG_MISSED,     /* days since the oldest date of a person's that was not met */
	RAG_MANDATORY,  /* mandatory milestones whose baseline date has passed */
};

enum rag_sense { RAG_ABOVE, RAG_BELOW, RAG_AT_LEAST, RAG_ALWAYS };

enum rag_unit { RAG_COUNTED, RAG_SHARE, RAG_RATIO, RAG_MONEY, RAG_DAYS };

/* One rule. The first that fires gives its area the color; those of that color are told, too. */
struct rag_rule {
	enum pmo_rag_what area;
	char color;
	const char *code;
	enum rag_source source;
	const char *value;
	enum rag_sense sense;
	const char *limit; /* an expression about the charter; NULL: 0 */
	enum rag_unit unit;
	const char *text; /* $value $limit $days $which, and {expressions} about the first record */
};

/* By area, red before yellow before green; ends with a row without code. */
extern const struct rag_rule rag_rules[];

/* The registers whose bad values leave an area without a color, NULL-ended. */
extern const char *const *const rag_inputs[PMO_RAG_OVERALL];

struct rag_figure {
	bool known;
	struct pmo_decimal number;
	int32_t days;                  /* of a slip */
	const struct pmo_value *which; /* the records of a list, or NULL */
	const char *item;              /* the task or milestone, or NULL */
};

struct rag_work {
	struct pmo_workspace *workspace;
	const struct pmo_project *project;
	const struct pmo_plan *plan;
	const struct pmo_record *charter;
	struct pmo_rag *rag;
	struct pmo_evm evm; /* where it was asked for */
	bool has_evm;
	bool no_memory;
};

/* What a rule measures. */
struct rag_figure rag_measure(struct rag_work *work, const struct rag_rule *rule);

/* An expression about the charter. */
struct rag_figure rag_ask(struct rag_work *work, const char *text);

/* A record of the registers with a bad value, or NULL. */
PMO_CHECKED enum pmo_result rag_find_bad(struct rag_work *work, enum pmo_rag_what area,
					 const struct pmo_record **bad);

/* Finds the reports; sets what is reported instead of what was computed. */
PMO_CHECKED enum pmo_result rag_read_reports(struct rag_work *work);

/* Once all colors are there: what the last report said, and whether it comes as a surprise. */
void rag_compare_reports(struct rag_work *work);

#endif

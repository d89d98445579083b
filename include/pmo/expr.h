/*
 * The one expression language: filters, derived values, rules, guards, colours.
 *
 *     status = active and score >= 10 and owner.org ~ county
 *     due < today + 5d        open        overdue and not mine
 *     sum(lines, qty * unit_price)        any(quotes, selected and amount > 5000)
 *     owner in [DSP, NET]     tags = cjis      days(raised, today) > 10
 *
 * A bare name is true when the field is there (and not `no`). Comparing with an absent
 * value is false; arithmetic with one is absent. `=` on a list means any item. Text
 * compares folded; `~` is "contains". `id`, `status`, `open`, `overdue`, `mine`, `void`,
 * `today` and `me` are known everywhere. A word that is no field is text, and beside a
 * choice, a state or a reference it is text first. `5d` are working days. A dot leads
 * through structures, references and lists of them.
 *
 *     functions  min max sum count any all   over a list, with an expression for its items,
 *                                            in which `it` is the item
 *                days(a, b)    working days after a up to b
 *                if(c, a, b)   round(x)  abs(x)  length(text)  first(list)  last(list)
 *                only(list, c)  distinct(list)  span(a, b)
 *     others     those(expense, line = this)   records of another register: inside, names
 *                are its fields; `this` is the record at hand, `project` its charter
 *     figures    limit(purchase.written)  source(purchase.written)   see <pmo/limit.h>
 *     people     acts_for(person, project.sponsor, date)             see project.acting
 *
 * The manual, pmo-expressions(7), has the rest.
 */
#ifndef PMO_EXPR_H
#define PMO_EXPR_H

#include <pmo/record.h>

struct expr;

/*
 * Compiles a text, in the memory of the diagnostics. Names and types are checked against
 * the schema (NULL: any name is allowed). PMO_INVALID with diagnostics whose source is the
 * text, so that the caret stands under the fault; where says what the text is ("--where",
 * "risk-no-plan").
 */
PMO_API PMO_CHECKED enum pmo_result pmo_expr_compile(const char *text, const char *where,
						     const struct pmo_schema *schema,
						     struct pmo_diags *diags,
						     const struct expr **expr);

/*
 * The value for a record; absent where it has none. Memory comes from the record's world.
 * A record of another register than that of the schema is taken as it is: what has no
 * meaning there is absent.
 */
PMO_API struct pmo_value pmo_expr_evaluate(const struct expr *expr,
					   const struct pmo_record *record);

/* Whether it holds for a record. */
PMO_API bool pmo_expr_holds(const struct expr *expr, const struct pmo_record *record);

/* The text it was compiled from. */
PMO_API const char *pmo_expr_text(const struct expr *expr);

/* The field whose values it gives, where it is one with members or choices; or NULL. */
PMO_API const struct pmo_field *pmo_expr_field(const struct expr *expr);

/* Whether the expression names a field (by its schema name), for lazy loading and help. */
PMO_API bool pmo_expr_names(const struct expr *expr, const char *field);

#endif

/* Inside the layer: what an expression says about a record. */
#ifndef PRACTICE_QUERY_H
#define PRACTICE_QUERY_H

#include <pmo/expr.h>

/* Absent where it makes no sense. */
struct pmo_value query_value(const struct pmo_record *record, const char *text);

/* As files have it, a list joined by ", "; NULL: absent. Memory of the record's world. */
const char *query_text(const struct pmo_record *record, const char *text);

/* Of integers, money (cents), dates and yes or no; `absent` for all else. */
int64_t query_number(const struct pmo_record *record, const char *text, int64_t absent);
bool query_holds(const struct pmo_record *record, const char *text);

/* A date as people say it, `Nov 25` or `Wed Nov 25`; the year where it is not today's. */
const char *query_day(const struct pmo_record *record, int32_t date, bool with_weekday);

/* `86,400.00` */
const char *query_money(const struct pmo_record *record, int64_t cents);

/* "the sponsor", "the project manager", else their name, else the handle; NULL for NULL. */
const char *query_person(const struct pmo_record *record, const char *handle);

/* Their name alone, else the handle; NULL for NULL. */
const char *query_name(const struct pmo_record *record, const char *handle);

#endif

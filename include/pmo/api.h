/*
 * What crosses the library's border.
 *
 * libpmo is built with hidden visibility: a function that commands may call is
 * marked PMO_API, everything else stays inside. A function whose result must
 * not be ignored is marked PMO_CHECKED.
 */
#ifndef PMO_API_H
#define PMO_API_H

#define PMO_API __attribute__((visibility("default")))
#define PMO_CHECKED __attribute__((warn_unused_result))
#define PMO_PRINTF(string, first) __attribute__((format(printf, string, first)))

#endif

/* Ids and handles as text: RSK-003, rsk3, DSP, netref/TSK-012. */
#ifndef STORE_IDS_H
#define STORE_IDS_H

#include <pmo/result.h>
#include <stdbool.h>
#include <stddef.h>

enum { ID_SIZE = 80, ID_NUMBER_MAX = 999999999, HANDLE_MAX = 64 };

/*
 * Takes `RSK-003`, `rsk-3`, `RSK3` apart. prefix gets capitals. False when the text is
 * not of that form.
 */
bool id_parse(const char *text, char prefix[ID_SIZE], unsigned long *number);

/* `RSK-003`: three digits or more. */
void id_format(const char *prefix, unsigned long number, char id[ID_SIZE]);

/* Whether the text is exactly an id as files have it: capitals, dash, three digits or more. */
bool id_is_canonical(const char *text);

/* Whether the text can be a handle: letters, digits, _ . -, not of the form PREFIX-N. */
bool handle_is_valid(const char *text);

/* The handle in lower case, for finding. False: too long. */
bool handle_fold(const char *text, char folded[HANDLE_MAX + 1]);

#endif

/* Windows-1252, one byte a character; of it ISO-8859-1 is what has no letters from 0x80 to 0x9F. */
#ifndef BASE_CP1252_H
#define BASE_CP1252_H

#include <stdint.h>

/* The character of a byte; the five that the table leaves open stay controls. */
uint32_t cp1252_character(unsigned char byte);

#endif

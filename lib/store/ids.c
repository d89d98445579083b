/* Taking ids apart and putting them together; nothing here looks at a tree. */
#include "store/ids.h"

#include <pmo/text.h>

#include <stdio.h>
#include <string.h>

bool id_parse(const char *text, char prefix[ID_SIZE], unsigned long *number)
{
	size_t letters = 0;
	while (pmo_ascii_is_alpha(text[letters]) && letters < 8) {
		prefix[letters] = pmo_ascii_to_upper(text[letters]);
		letters++;
	}
	prefix[letters] = '\0';
	const char *digits = text + letters + (text[letters] == '-');
	size_t count = strspn(digits, "0123456789");
	if (!letters || !count || digits[count] || count > 9)
		return false;
	*number = 0;
	for (size_t i = 0; i < count; i++)
		*number = *number * 10 + (unsigned long)(digits[i] - '0');
	return true;
}

void id_format(const char *prefix, unsigned long number, char id[ID_SIZE])
{
	snprintf(id, ID_SIZE, "%.8s-%03lu", prefix, number);
}

bool id_is_canonical(const char *text)
{
	char prefix[ID_SIZE];
	unsigned long number;
	if (!id_parse(text, prefix, &number))
		return false;
	size_t letters = strlen(prefix), digits = strlen(text) - letters - 1;
	if (strncmp(text, prefix, letters) != 0 || text[letters] != '-')
		return false;
	/* RSK-0003 would be a second name of RSK-003. */
	return digits == 3 || (digits > 3 && text[letters + 1] != '0');
}

bool handle_is_valid(const char *text)
{
	char prefix[ID_SIZE];
	unsigned long number;
	size_t length = strlen(text);
	if (!length || length > HANDLE_MAX || !pmo_ascii_is_alnum(*text))
		return false;
	for (const char *c = text; *c; c++)
		if (!pmo_ascii_is_alnum(*c) && *c != '_' && *c != '-' && *c != '.')
			return false;
	return !(strchr(text, '-') && id_parse(text, prefix, &number));
}

bool handle_fold(const char *text, char folded[HANDLE_MAX + 1])
{
	size_t length = strlen(text);
	if (length > HANDLE_MAX)
		return false;
	for (size_t i = 0; i <= length; i++)
		folded[i] = pmo_ascii_to_lower(text[i]);
	return true;
}

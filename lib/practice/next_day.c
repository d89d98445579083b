/* `next friday` */
#include "practice/next_day.h"

#include <pmo/text.h>

int32_t next_day_of(const struct pmo_date_context *context, int32_t date)
{
	int32_t sunday = pmo_date_add_days(context->today, 6 - pmo_date_weekday(context->today));
	return date <= sunday ? pmo_date_add_days(date, 7) : date;
}

size_t next_day_scan(const struct pmo_date_context *context, const char *text, size_t length,
		     int32_t *date)
{
	static const char next[] = "next ";
	size_t before = 0;
	while (before < length && next[before] && pmo_ascii_to_lower(text[before]) == next[before])
		before++;
	bool is_next = !next[before];
	while (is_next && before < length && text[before] == ' ')
		before++;
	if (!is_next)
		before = 0;
	size_t taken = pmo_date_scan(context, text + before, length - before, date);
	/* `next Dec 4` is Dec 4; a number in it says that it is a day of the year. */
	for (size_t i = before; is_next && i < before + taken; i++)
		is_next = !pmo_ascii_is_digit(text[i]);
	if (taken && is_next)
		*date = next_day_of(context, *date);
	return taken ? before + taken : 0;
}

/* Writing iCalendar: lines are escaped, then folded where a character ends. */
#include "exchange/ics.h"

#include "base/zone.h"

#include <pmo/date.h>
#include <pmo/mail.h>
#include <pmo/text.h>

#include <string.h>

enum { LINE_MOST = 75, MINUTES_PER_DAY = 1440 };

/* Adds a line; one that is too long goes on in the next after a blank. */
static void add_line(struct pmo_buffer *out, const char *line)
{
	size_t length = strlen(line), at = 0, room = LINE_MOST;
	while (length - at > room) {
		size_t end = at + room;
		while (end > at + 1 && ((unsigned char)line[end] & 0xc0) == 0x80)
			end--;
		pmo_buffer_add(out, line + at, end - at);
		pmo_buffer_add_text(out, "\r\n ");
		at = end;
		room = LINE_MOST - 1;
	}
	pmo_buffer_add(out, line + at, length - at);
	pmo_buffer_add_text(out, "\r\n");
}

/* Text as a value: \\ \; \, \n; controls are left out, bad bytes replaced. */
static void add_escaped(struct pmo_buffer *out, const char *text)
{
	size_t length = strlen(text), size;
	uint32_t character;
	for (size_t at = 0; (size = pmo_text_next(text + at, length - at, &character)) != 0;
	     at += size) {
		if (character == '\n')
			pmo_buffer_add_text(out, "\\n");
		else if (character == ';' || character == ',' || character == '\\')
			pmo_buffer_add_format(out, "\\%c", (int)character);
		else if (character == '\t')
			pmo_buffer_add_char(out, ' ');
		else if (character >= 0x20 && !pmo_text_is_hidden(character))
			pmo_text_add_character(out, character);
	}
}

static void add_text(struct pmo_buffer *out, const char *name, const char *text)
{
	struct pmo_buffer line;
	if (!text || !*text)
		return;
	pmo_buffer_init(&line, PMO_BUFFER_LIMIT);
	pmo_buffer_add_format(&line, "%s:", name);
	add_escaped(&line, text);
	out->failed |= line.failed;
	add_line(out, line.data);
	pmo_buffer_release(&line);
}

/* 20261125T160000Z; with a zone `;TZID=America/Chicago:20261125T100000` */
static void add_time(struct pmo_buffer *out, const char *name, int64_t minutes,
		     const struct pmo_ics_event *event)
{
	const struct zone *zone = event ? event->zone : NULL;
	bool floating = event && event->is_floating;
	if (zone)
		minutes += zone_offset(zone, minutes * 60) / 60;
	struct pmo_buffer line;
	int64_t days = minutes / MINUTES_PER_DAY, rest = minutes % MINUTES_PER_DAY;
	int year, month, day;
	if (rest < 0) {
		rest += MINUTES_PER_DAY;
		days--;
	}
	pmo_date_to_civil((int32_t)days, &year, &month, &day);
	pmo_buffer_init(&line, 256);
	pmo_buffer_add_format(&line, "%s%s%s:%04d%02d%02dT%02d%02d00%s", name, zone ? ";TZID=" : "",
			      zone ? zone->name : "", year, month, day, (int)(rest / 60),
			      (int)(rest % 60), zone || floating ? "" : "Z");
	add_line(out, line.data);
	pmo_buffer_release(&line);
}

/* A parameter cannot hold quotes or controls at all. */
static void add_quoted(struct pmo_buffer *out, const char *text)
{
	size_t length = strlen(text), size;
	uint32_t character;
	pmo_buffer_add_char(out, '"');
	for (size_t at = 0; (size = pmo_text_next(text + at, length - at, &character)) != 0;
	     at += size)
		if (character >= 0x20 && character != '"' && !pmo_text_is_hidden(character))
			pmo_text_add_character(out, character);
	pmo_buffer_add_char(out, '"');
}

static bool add_person(struct pmo_buffer *out, const char *name, const char *parameters,
		       const struct pmo_ics_person *person)
{
	struct pmo_buffer line;
	if (!person->address || !pmo_mail_is_address(person->address))
		return false;
	pmo_buffer_init(&line, 1 << 16);
	pmo_buffer_add_text(&line, name);
	if (person->name && *person->name) {
		pmo_buffer_add_text(&line, ";CN=");
		add_quoted(&line, person->name);
	}
	pmo_buffer_add_format(&line, "%s:mailto:%s", parameters, person->address);
	out->failed |= line.failed;
	add_line(out, line.data);
	pmo_buffer_release(&line);
	return true;
}

const char *pmo_ics_method(const struct pmo_ics_event *event)
{
	return event->is_cancelled ? "CANCEL" : "REQUEST";
}

static enum pmo_result add_people(const struct pmo_ics_event *event, struct pmo_buffer *out)
{
	if (!add_person(out, "ORGANIZER", "", &event->organizer))
		return PMO_INVALID;
	for (size_t i = 0; i < event->person_count; i++)
		if (!add_person(out, "ATTENDEE",
				event->people[i].optional
					? ";ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
					: ";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE",
				&event->people[i]))
			return PMO_INVALID;
	return PMO_OK;
}

static bool is_plain_link(const char *url)
{
	if (!url || (strncmp(url, "http://", 7) != 0 && strncmp(url, "https://", 8) != 0))
		return false;
	for (; *url; url++)
		if ((unsigned char)*url <= ' ' || (unsigned char)*url >= 0x7f ||
		    strchr("\"<>\\", *url))
			return false;
	return true;
}

static void add_link(struct pmo_buffer *out, const char *url)
{
	struct pmo_buffer line;
	pmo_buffer_init(&line, PMO_BUFFER_LIMIT);
	pmo_buffer_add_format(&line, "URL:%s", url);
	out->failed |= line.failed;
	add_line(out, line.data);
	pmo_buffer_release(&line);
}

enum pmo_result pmo_ics_write(const struct pmo_ics_event *event, struct pmo_buffer *out)
{
	struct pmo_buffer number;
	pmo_buffer_init(&number, 64);
	pmo_buffer_add_format(&number, "SEQUENCE:%u", event->sequence);
	add_line(out, "BEGIN:VCALENDAR");
	add_line(out, "VERSION:2.0");
	add_line(out, "PRODID:-//pmo//meetings//EN");
	add_line(out, event->is_cancelled ? "METHOD:CANCEL" : "METHOD:REQUEST");
	if (event->zone)
		ics_add_zone(event->zone, event->start, out);
	add_line(out, "BEGIN:VEVENT");
	add_text(out, "UID", event->uid);
	add_line(out, number.data);
	pmo_buffer_release(&number);
	add_time(out, "DTSTAMP", event->stamp, NULL);
	add_time(out, "DTSTART", event->start, event);
	add_time(out, "DTEND", event->end, event);
	add_text(out, "SUMMARY", event->summary);
	add_text(out, "LOCATION", event->location);
	add_text(out, "DESCRIPTION", event->description);
	/* A URI is no text: it goes unescaped, and only when nothing in it needs escaping. */
	if (is_plain_link(event->url))
		add_link(out, event->url);
	enum pmo_result result = add_people(event, out);
	add_line(out, event->is_cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
	add_line(out, "END:VEVENT");
	add_line(out, "END:VCALENDAR");
	if (result != PMO_OK)
		return result;
	return out->failed ? PMO_NO_MEMORY : PMO_OK;
}

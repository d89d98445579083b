/* Any bytes are read as mail; what comes out is text, and reads the same without its quotes. */
#include <pmo/mail.h>
#include <pmo/text.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_text(const char *text)
{
	size_t length = strlen(text);
	if (!pmo_text_is_utf8(text, length, NULL))
		abort();
	for (size_t i = 0; i < length; i++)
		if ((unsigned char)text[i] < ' ' && text[i] != '\n')
			abort();
}

static void read_one(const char *bytes, size_t length)
{
	struct pmo_arena arena;
	struct pmo_mail_message message;
	const char *reply;
	pmo_arena_init(&arena);
	enum pmo_result result = pmo_mail_read(bytes, length, &arena, &message);
	if (result == PMO_OK) {
		check_text(message.text);
		check_text(message.subject);
		if (strchr(message.subject, '\n') ||
		    (*message.from_address && !pmo_mail_is_address(message.from_address)))
			abort();
		if (pmo_mail_strip_quotes(message.text, &arena, &reply) != PMO_OK ||
		    strlen(reply) > strlen(message.text) + 1)
			abort();
	}
	pmo_arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data;
	size_t at = 0, start = 0, length, whole = 0;
	while ((length = pmo_mail_next(bytes, size, &at))) {
		read_one(bytes + start, length);
		whole += length;
		start = at;
	}
	if (whole != size)
		abort();
	return 0;
}

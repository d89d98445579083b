/* Drafts: headers that hold what they are given and nothing else, bodies, parts. */
#include "unit.h"

#include <pmo/mail.h>

#include <stdlib.h>
#include <string.h>

static const struct pmo_mail_address dispatch = { "Dispatch, \"DSP\"", "dsp@fairmont.example" };

static struct pmo_mail letter(const char *text)
{
	return (struct pmo_mail){
		.from = { "Project Coordinator", "pc@fairmont.example" },
		.to = &dispatch,
		.to_count = 1,
		.subject = "Status by Wednesday",
		.text = text,
		.key = "ask DSP 2026-11-20",
		.unsent = true,
	};
}

static char *written(const struct pmo_mail *mail, struct pmo_buffer *out)
{
	pmo_buffer_init(out, PMO_BUFFER_LIMIT);
	assert_int_equal(pmo_mail_write(mail, out), PMO_OK);
	return out->data;
}

static void a_draft_opens_for_sending_and_quotes_names_that_need_it(void **state)
{
	struct pmo_mail mail = letter("Hello\nWorld\n");
	struct pmo_buffer out;
	(void)state;
	char *text = written(&mail, &out);
	assert_non_null(strstr(text, "\r\nX-Unsent: 1\r\n"));
	assert_non_null(strstr(text, "To: \"Dispatch, \\\"DSP\\\"\" <dsp@fairmont.example>\r\n"));
	assert_non_null(strstr(text, "Content-Transfer-Encoding: 7bit\r\n\r\nHello\r\nWorld\r\n"));
	assert_null(strstr(text, "\r\nDate:"));
	pmo_buffer_release(&out);
}

static void the_same_key_gives_the_same_bytes_and_another_key_another_id(void **state)
{
	struct pmo_mail mail = letter("x");
	struct pmo_buffer first, second, third;
	(void)state;
	written(&mail, &first);
	written(&mail, &second);
	assert_string_equal(first.data, second.data);
	mail.key = "ask DSP 2026-11-27";
	written(&mail, &third);
	assert_string_not_equal(first.data, third.data);
	pmo_buffer_release(&first);
	pmo_buffer_release(&second);
	pmo_buffer_release(&third);
}

static void a_line_break_in_a_subject_or_a_name_makes_no_header(void **state)
{
	struct pmo_mail_address sly = { "Bob\r\nBcc: eve@example.com", "bob@fairmont.example" };
	struct pmo_mail mail = letter("x");
	struct pmo_buffer out;
	(void)state;
	mail.to = &sly;
	mail.subject = "Hi\r\nX-Evil: 1\r\n\r\nbody";
	char *text = written(&mail, &out);
	assert_null(strstr(text, "\nBcc:"));
	assert_null(strstr(text, "\nX-Evil"));
	assert_null(strstr(text, "\r\nbody"));
	pmo_buffer_release(&out);
}

static void a_reply_to_id_with_a_line_break_is_left_out(void **state)
{
	struct pmo_mail mail = letter("x");
	struct pmo_buffer out;
	(void)state;
	mail.in_reply_to = "<a@b>\r\nBcc: eve@example.com";
	assert_null(strstr(written(&mail, &out), "eve"));
	pmo_buffer_release(&out);
}

static void an_address_that_is_none_is_refused(void **state)
{
	static const char *const bad[] = { "",
					   "dsp",
					   "a@",
					   "@b",
					   "a@b@c",
					   "a b@c.org",
					   "a@b\r\nCc: x@y",
					   "<a@b>",
					   "a@b,c@d",
					   "\xC3\xA4@b.org" };
	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		struct pmo_mail_address to = { NULL, bad[i] };
		struct pmo_mail mail = letter("x");
		struct pmo_buffer out;
		mail.to = &to;
		pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
		assert_int_equal(pmo_mail_write(&mail, &out), PMO_INVALID);
		pmo_buffer_release(&out);
	}
}

static void letters_beyond_ascii_are_encoded_in_headers_and_text(void **state)
{
	struct pmo_mail mail = letter("Caf\xC3\xA9 = 10\n");
	struct pmo_buffer out;
	(void)state;
	mail.subject = "Caf\xC3\xA9";
	char *text = written(&mail, &out);
	assert_non_null(strstr(text, "Subject: =?UTF-8?B?Q2Fmw6k=?=\r\n"));
	assert_non_null(strstr(text, "quoted-printable\r\n\r\nCaf=C3=A9 =3D 10\r\n"));
	for (const char *c = text; *c; c++)
		assert_true((unsigned char)*c < 0x80);
	pmo_buffer_release(&out);
}

static void no_line_is_longer_than_mail_allows(void **state)
{
	char *long_text = malloc(20001);
	struct pmo_buffer out;
	(void)state;
	assert_non_null(long_text);
	memset(long_text, 'x', 20000);
	long_text[20000] = '\0';
	struct pmo_mail mail = letter(long_text);
	mail.subject = long_text;
	char *text = written(&mail, &out);
	for (char *line = text; *line;) {
		size_t length = strcspn(line, "\n");
		assert_true(length <= 998);
		line += length + (line[length] == '\n');
	}
	pmo_buffer_release(&out);
	free(long_text);
}

static void a_calendar_request_and_a_file_stand_in_their_places(void **state)
{
	static const struct pmo_mail_part parts[] = {
		{ .type = "text/calendar; method=REQUEST; charset=utf-8",
		  .bytes = "BEGIN:VCALENDAR\r\n",
		  .length = 17,
		  .alternative = true },
		{ .name = "caf\xC3\xA9 \"1\".txt",
		  .type = "text/plain",
		  .bytes = "abc",
		  .length = 3 },
	};
	struct pmo_mail mail = letter("Text");
	struct pmo_buffer out;
	(void)state;
	mail.parts = parts;
	mail.part_count = 2;
	char *text = written(&mail, &out);
	char *mixed = strstr(text, "multipart/mixed"),
	     *other = strstr(text, "multipart/alternative");
	assert_non_null(mixed);
	assert_true(other > mixed);
	assert_true(strstr(text, "text/calendar; method=REQUEST") > other);
	assert_non_null(strstr(text, "filename=\"caf__ _1_.txt\";\r\n filename*=UTF-8''caf%C3%A9"));
	assert_non_null(strstr(text, "\r\n\r\nYWJj\r\n"));
	pmo_buffer_release(&out);
}

static void a_date_is_written_when_it_is_given(void **state)
{
	struct pmo_mail mail = letter("x");
	struct pmo_buffer out;
	(void)state;
	mail.date = (int64_t)20777 * 1440 + 14 * 60 + 5;
	assert_non_null(
		strstr(written(&mail, &out), "\r\nDate: Fri, 20 Nov 2026 14:05:00 +0000\r\n"));
	pmo_buffer_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_draft_opens_for_sending_and_quotes_names_that_need_it),
		cmocka_unit_test(the_same_key_gives_the_same_bytes_and_another_key_another_id),
		cmocka_unit_test(a_line_break_in_a_subject_or_a_name_makes_no_header),
		cmocka_unit_test(a_reply_to_id_with_a_line_break_is_left_out),
		cmocka_unit_test(an_address_that_is_none_is_refused),
		cmocka_unit_test(letters_beyond_ascii_are_encoded_in_headers_and_text),
		cmocka_unit_test(no_line_is_longer_than_mail_allows),
		cmocka_unit_test(a_calendar_request_and_a_file_stand_in_their_places),
		cmocka_unit_test(a_date_is_written_when_it_is_given),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

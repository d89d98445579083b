/* Mail as it comes: encodings, parts, HTML, quotes; and what was written reads back. */
#include "unit.h"

#include <pmo/mail.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int begin(void **state)
{
	struct pmo_arena *arena = calloc(1, sizeof(*arena));
	*state = arena;
	return arena ? 0 : -1;
}

static int end(void **state)
{
	pmo_arena_release(*state);
	free(*state);
	return 0;
}

static struct pmo_mail_message read_mail(void **state, const char *text)
{
	struct pmo_mail_message message;
	assert_int_equal(pmo_mail_read(text, strlen(text), *state, &message), PMO_OK);
	return message;
}

static const char *fresh(void **state, const char *text)
{
	const char *reply;
	assert_int_equal(pmo_mail_strip_quotes(text, *state, &reply), PMO_OK);
	return reply;
}

static void a_plain_message_has_its_sender_and_text(void **state)
{
	struct pmo_mail_message message = read_mail(
		state, "From: \"Lang, Victor\" <V2@Harbor.example>\r\n"
		       "Subject: Re:\r\n CHK-012\r\nMessage-ID: <a@b>\r\n\r\n5.4 45%\r\n");
	assert_string_equal(message.from_address, "v2@harbor.example");
	assert_string_equal(message.from_name, "Lang, Victor");
	assert_string_equal(message.subject, "Re: CHK-012");
	assert_string_equal(message.message_id, "<a@b>");
	assert_string_equal(message.text, "5.4 45%\n");
	assert_false(message.automatic);
}

static void encoded_words_in_headers_are_read(void **state)
{
	struct pmo_mail_message message = read_mail(
		state, "From: =?iso-8859-1?Q?J=F6rg_M?= =?utf-8?B?w7xsbGVy?= <j@x.example>\n"
		       "Subject: =?broken =?utf-8?Q?caf=C3=A9?=\n\nx\n");
	assert_string_equal(message.from_name, "J\xC3\xB6rg M\xC3\xBCller");
	assert_string_equal(message.subject, "=?broken caf\xC3\xA9");
}

static void quoted_printable_and_latin_1_become_utf_8(void **state)
{
	struct pmo_mail_message message =
		read_mail(state, "From: a@b.c\nContent-Type: text/plain; charset=\"ISO-8859-1\"\n"
				 "Content-Transfer-Encoding: quoted-printable\n\n"
				 "caf=E9 =96 50=\n 3=3D3=\n");
	assert_string_equal(message.text, "caf\xC3\xA9 \xE2\x80\x93 50 3=3");
}

static void base64_is_read_over_its_lines(void **state)
{
	struct pmo_mail_message message =
		read_mail(state, "From: a@b.c\nContent-Transfer-Encoding: BASE64\n\n"
				 "NS40IDQ1\nJQo=\n");
	assert_string_equal(message.text, "5.4 45%\n");
}

static void bytes_that_are_no_utf_8_are_read_as_windows_1252(void **state)
{
	struct pmo_mail_message message = read_mail(
		state, "From: a@b.c\nContent-Type: text/plain; charset=utf-8\n\n\x93hm\x94\n");
	assert_string_equal(message.text, "\xE2\x80\x9Chm\xE2\x80\x9D\n");
}

static const char alternative[] =
	"From: a@b.c\nContent-Type: multipart/mixed; boundary=\"m\"\n\npreamble\n"
	"--m\nContent-Type: multipart/alternative; boundary=a\n\n"
	"--a\nContent-Type: text/plain\n\nplain\n"
	"--a\nContent-Type: text/html\n\n<p>html</p>\n--a--\n"
	"--m\nContent-Type: text/plain; name=x.txt\n"
	"Content-Disposition: attachment; filename=x.txt\n\n5.4 99%\n"
	"--m\nContent-Type: text/plain\n\nfooter\n--m--\nepilogue 5.4 98%\n";

static void the_plain_form_is_taken_and_attachments_are_not(void **state)
{
	assert_string_equal(read_mail(state, alternative).text, "plain\nfooter\n");
}

static void html_alone_is_read_as_its_text(void **state)
{
	struct pmo_mail_message message = read_mail(
		state, "From: a@b.c\nContent-Type: text/html\n\n"
		       "<html><head><title>no</title><style>p{}</style></head><body>\n"
		       "<p>5.4 percent\n done:&nbsp;<b>45</b></p><div>ACT-011 done<br>x &lt; y"
		       "</div><script>alert('5.4 99%')</script><!-- 5.4 98% -->"
		       "<blockquote>old<div>older</div></blockquote>new</body></html>\n");
	assert_string_equal(message.text, "5.4 percent done: 45\n\nACT-011 done\nx < y\n"
					  "> old\n> older\nnew\n");
}

static void markup_that_never_ends_is_text_and_quick(void **state)
{
	size_t length = 1 << 20;
	struct pmo_mail_message message;
	char *text = malloc(length + 64);
	assert_non_null(text);
	size_t head = (size_t)snprintf(text, 64, "From: a@b.c\nContent-Type: text/html\n\n");
	memset(text + head, '<', length - head);
	assert_int_equal(pmo_mail_read(text, length, *state, &message), PMO_OK);
	for (size_t i = head; i + 1 < length; i += 2)
		text[i + 1] = 'a';
	assert_int_equal(pmo_mail_read(text, length, *state, &message), PMO_OK);
	free(text);
}

static void flowed_lines_are_joined(void **state)
{
	struct pmo_mail_message message =
		read_mail(state, "From: a@b.c\nContent-Type: text/plain; format=flowed\n\n"
				 "one \ntwo\n> three \n> four\n-- \nme\n");
	assert_string_equal(message.text, "one two\n> three four\n-- \nme\n");
}

static void a_cut_message_is_read_as_far_as_it_goes(void **state)
{
	for (size_t length = strlen("From: a@b.c\n"); length < sizeof(alternative) - 1; length++) {
		struct pmo_mail_message message;
		char *cut = malloc(length);
		assert_non_null(cut);
		memcpy(cut, alternative, length);
		assert_int_equal(pmo_mail_read(cut, length, *state, &message), PMO_OK);
		free(cut);
	}
}

static void parts_inside_parts_end_at_a_depth(void **state)
{
	struct pmo_buffer text;
	struct pmo_mail_message message;
	pmo_buffer_init(&text, PMO_BUFFER_LIMIT);
	pmo_buffer_add_text(&text, "From: a@b.c\n");
	for (int i = 0; i < 2000; i++)
		pmo_buffer_add_format(
			&text, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i);
	pmo_buffer_add_text(&text, "\ndeep\n");
	assert_int_equal(pmo_mail_read(text.data, text.length, *state, &message), PMO_OK);
	assert_null(strstr(message.text, "deep"));
	pmo_buffer_release(&text);
}

static void what_cannot_be_seen_is_left_out(void **state)
{
	struct pmo_mail_message message = read_mail(
		state, "From: a@b.c\nSubject: a\x1b[31m =?utf-8?Q?b=0D=0ABcc:=20x@y.z?=\n\n"
		       "45\x1b[2J%\xE2\x80\xAE 10\n");
	assert_string_equal(message.text, "45[2J% 10\n");
	assert_null(strpbrk(message.subject, "\r\n\x1b"));
}

static void text_without_headers_is_no_message(void **state)
{
	struct pmo_mail_message message;
	static const char *const texts[] = { "", "5.4 45%\n", "ACT-011: done\nnote: x\n", "\n\n" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		assert_int_equal(pmo_mail_read(texts[i], strlen(texts[i]), *state, &message),
				 PMO_INVALID);
}

static void an_absence_note_is_automatic(void **state)
{
	assert_true(read_mail(state, "From: a@b.c\nAuto-Submitted: auto-replied\n\nx\n").automatic);
	assert_true(read_mail(state, "From: MAILER-DAEMON@b.c\n\nx\n").automatic);
	assert_false(read_mail(state, "From: a@b.c\nAuto-Submitted: no\n\nx\n").automatic);
}

static void a_mailbox_is_taken_apart(void **state)
{
	static const char box[] = "From a@b Mon\nFrom: a@b.c\n\none\nFrom here\n\n"
				  "From c@d Tue\nFrom: c@d.e\n\ntwo\n";
	size_t at = 0, start = 0, count = 0, length;
	struct pmo_mail_message message;
	while ((length = pmo_mail_next(box, sizeof(box) - 1, &at))) {
		assert_int_equal(pmo_mail_read(box + start, length, *state, &message), PMO_OK);
		start = at;
		count++;
	}
	assert_int_equal(count, 2);
	assert_string_equal(message.text, "two\n");
}

static void answers_above_and_between_quotes_stay(void **state)
{
	assert_string_equal(fresh(state, "done\n\nOn Fri, Nov 20, 2026 Pat <pc@x.gov> wrote:\n"
					 "> 5.4?\n45 %\n> 5.5?\n80 %\n"),
			    "done\n\n45 %\n80 %\n");
	assert_string_equal(fresh(state, "done\n\nOn Fri, Nov 20, 2026 at 3:12 PM Pat\n"
					 "<pc@x.gov> wrote:\n\n> 5.4?\n"),
			    "done\n");
	assert_string_equal(fresh(state, "done\n-- \nVictor\n5.4 99%\n"), "done\n");
	assert_string_equal(
		fresh(state, "done\n\n-----Original Message-----\nFrom: Pat\n5.4 99%\n"), "done\n");
	assert_string_equal(
		fresh(state, "done\n\n*From:* Pat\n*Sent:* Friday\n*To:* V\n\n5.4 9%\n"), "done\n");
	assert_string_equal(fresh(state, "5.4 percent done:\n> old\nFrom: the field, all well\n"),
			    "5.4 percent done:\nFrom: the field, all well\n");
}

static void what_was_written_reads_back(void **state)
{
	static const char text[] = "Z\xC3\xBCrich, 5.4 percent done:\n \xE2\x86\x92 = . \n\n"
				   "a long line that goes on and on, because somebody typed it so, "
				   "and the program broke it\n";
	const struct pmo_mail_address to = { "D\xC3\xA4na", "d@x.gov" };
	const struct pmo_mail mail = {
		.from = { "Pat, \"PC\"", "pc@x.gov" },
		.to = &to,
		.to_count = 1,
		.subject = "Wo stehen wir? \xC3\x9C"
			   "bung\nBcc: x@y.z",
		.text = text,
		.html = "<p>not this</p>",
		.key = "k",
	};
	struct pmo_buffer out;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	assert_int_equal(pmo_mail_write(&mail, &out), PMO_OK);
	struct pmo_mail_message message = read_mail(state, out.data);
	assert_string_equal(message.from_name, "Pat, PC");
	assert_string_equal(message.subject, "Wo stehen wir? \xC3\x9C"
					     "bung Bcc: x@y.z");
	assert_memory_equal(message.text, text, strlen(text));
	pmo_buffer_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_plain_message_has_its_sender_and_text, begin,
						end),
		cmocka_unit_test_setup_teardown(encoded_words_in_headers_are_read, begin, end),
		cmocka_unit_test_setup_teardown(quoted_printable_and_latin_1_become_utf_8, begin,
						end),
		cmocka_unit_test_setup_teardown(base64_is_read_over_its_lines, begin, end),
		cmocka_unit_test_setup_teardown(bytes_that_are_no_utf_8_are_read_as_windows_1252,
						begin, end),
		cmocka_unit_test_setup_teardown(the_plain_form_is_taken_and_attachments_are_not,
						begin, end),
		cmocka_unit_test_setup_teardown(html_alone_is_read_as_its_text, begin, end),
		cmocka_unit_test_setup_teardown(markup_that_never_ends_is_text_and_quick, begin,
						end),
		cmocka_unit_test_setup_teardown(flowed_lines_are_joined, begin, end),
		cmocka_unit_test_setup_teardown(a_cut_message_is_read_as_far_as_it_goes, begin,
						end),
		cmocka_unit_test_setup_teardown(parts_inside_parts_end_at_a_depth, begin, end),
		cmocka_unit_test_setup_teardown(what_cannot_be_seen_is_left_out, begin, end),
		cmocka_unit_test_setup_teardown(text_without_headers_is_no_message, begin, end),
		cmocka_unit_test_setup_teardown(an_absence_note_is_automatic, begin, end),
		cmocka_unit_test_setup_teardown(a_mailbox_is_taken_apart, begin, end),
		cmocka_unit_test_setup_teardown(answers_above_and_between_quotes_stay, begin, end),
		cmocka_unit_test_setup_teardown(what_was_written_reads_back, begin, end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

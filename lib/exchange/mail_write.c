/*
 * Writing a message: RFC 5322 headers, RFC 2047 and 2231 where they are not ASCII, and
 * MIME parts (RFC 2045). Only what pmo sends: text, another form of it, files.
 */
#include <pmo/mail.h>

#include "base/sha256.h"

#include <pmo/date.h>
#include <pmo/text.h>

#include <string.h>

enum {
	LINE = 76,
	WORD = 45, /* bytes of text in one encoded word */
	LONGEST = 990,
	TOKEN = 24, /* digits of the key's hash in ids and boundaries */
};

struct writer {
	const struct pmo_mail *mail;
	struct pmo_buffer *out;
	char token[SHA256_TEXT];
};

static bool is_plain(const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if ((unsigned char)bytes[i] >= 0x7F || (unsigned char)bytes[i] < ' ')
			return false;
	return true;
}

bool pmo_mail_is_address(const char *text)
{
	const char *at = text ? strchr(text, '@') : NULL;
	if (!at || at == text || !at[1] || strchr(at + 1, '@') || strlen(text) > 254)
		return false;
	return is_plain(text, strlen(text)) && !strpbrk(text, " \"(),:;<>[\\]");
}

static void add_base64(struct pmo_buffer *out, const char *bytes, size_t length, size_t line)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t column = 0;
	for (size_t i = 0; i < length; i += 3) {
		size_t left = length - i;
		unsigned value = (unsigned)(unsigned char)bytes[i] << 16;
		value |= left > 1 ? (unsigned)(unsigned char)bytes[i + 1] << 8 : 0;
		value |= left > 2 ? (unsigned)(unsigned char)bytes[i + 2] : 0;
		char four[4] = { digits[value >> 18], digits[value >> 12 & 63],
				 left > 1 ? digits[value >> 6 & 63] : '=',
				 left > 2 ? digits[value & 63] : '=' };
		if (line && column + 4 > line) {
			pmo_buffer_add_text(out, "\r\n");
			column = 0;
		}
		pmo_buffer_add(out, four, 4);
		column += 4;
	}
}

/* Text in a header: as it is, or as encoded words. Line breaks and controls are blanks. */
static void add_words(struct pmo_buffer *out, const char *text)
{
	size_t length = strlen(text), used = 0;
	struct pmo_buffer clean;
	if (is_plain(text, length) && length < LINE * 2 && !strstr(text, "=?")) {
		pmo_buffer_add(out, text, length);
		return;
	}
	pmo_buffer_init(&clean, PMO_BUFFER_LIMIT);
	for (size_t i = 0; i < length;) {
		uint32_t character;
		size_t step = pmo_text_next(text + i, length - i, &character);
		pmo_text_add_character(&clean,
				       character < ' ' || character == 0x7F ? ' ' : character);
		i += step ? step : 1;
	}
	while (used < clean.length) {
		size_t take = clean.length - used < WORD ? clean.length - used : WORD;
		while (used + take < clean.length &&
		       ((unsigned char)clean.data[used + take] & 0xC0) == 0x80)
			take--;
		pmo_buffer_add_text(out, used ? "\r\n =?UTF-8?B?" : "=?UTF-8?B?");
		add_base64(out, clean.data + used, take, 0);
		pmo_buffer_add_text(out, "?=");
		used += take;
	}
	out->failed = out->failed || clean.failed;
	pmo_buffer_release(&clean);
}

/* A name before an address: as it is, in quotes, or as encoded words. */
static void add_name(struct pmo_buffer *out, const char *name)
{
	bool plain = is_plain(name, strlen(name)) && strlen(name) < LINE && !strstr(name, "=?");
	if (!plain || !strpbrk(name, "\"(),.:;<>@[\\]")) {
		add_words(out, name);
		return;
	}
	pmo_buffer_add_char(out, '"');
	for (const char *c = name; *c; c++) {
		if (*c == '"' || *c == '\\')
			pmo_buffer_add_char(out, '\\');
		pmo_buffer_add_char(out, *c);
	}
	pmo_buffer_add_char(out, '"');
}

static enum pmo_result add_addresses(struct pmo_buffer *out, const char *header,
				     const struct pmo_mail_address *list, size_t count)
{
	if (!count)
		return PMO_OK;
	pmo_buffer_add_format(out, "%s: ", header);
	for (size_t i = 0; i < count; i++) {
		if (!pmo_mail_is_address(list[i].address))
			return PMO_INVALID;
		if (i)
			pmo_buffer_add_text(out, ",\r\n ");
		if (list[i].name && *list[i].name) {
			add_name(out, list[i].name);
			pmo_buffer_add_format(out, " <%s>", list[i].address);
		} else {
			pmo_buffer_add_text(out, list[i].address);
		}
	}
	pmo_buffer_add_text(out, "\r\n");
	return PMO_OK;
}

static void add_date(struct pmo_buffer *out, int64_t minutes)
{
	static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
					      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	const struct pmo_moment moment = { .minutes = minutes };
	char text[PMO_MOMENT_SIZE];
	pmo_moment_format(&moment, text); /* 2026-11-20 14:00 */
	int month = text[0] ? (text[5] - '0') * 10 + text[6] - '0' : 0;
	if (month < 1 || month > 12)
		return;
	pmo_buffer_add_format(out, "Date: %s, %.2s %s %.4s %.5s:00 +0000\r\n",
			      days[pmo_date_weekday(pmo_moment_date(&moment))], text + 8,
			      months[month - 1], text, text + 11);
}

/* Lines as they are, where every program can take them so. */
static bool is_seven_bit(const char *bytes, size_t length)
{
	size_t column = 0;
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)bytes[i];
		column = c == '\n' ? 0 : column + 1;
		if (c >= 0x7F || (c < ' ' && c != '\n' && c != '\t') || column > LONGEST)
			return false;
	}
	return true;
}

static void add_lines(struct pmo_buffer *out, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (bytes[i] == '\n')
			pmo_buffer_add_char(out, '\r');
		pmo_buffer_add_char(out, bytes[i]);
	}
	if (!length || bytes[length - 1] != '\n')
		pmo_buffer_add_text(out, "\r\n");
}

static void add_quoted_printable(struct pmo_buffer *out, const char *bytes, size_t length)
{
	size_t column = 0;
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)bytes[i];
		bool ends = i + 1 == length || bytes[i + 1] == '\n';
		if (c == '\r' && !ends)
			c = ' ';
		if (c == '\n' || (c == '\r' && ends)) {
			if (c == '\n')
				pmo_buffer_add_text(out, "\r\n");
			column = c == '\n' ? 0 : column;
			continue;
		}
		bool plain = (c > ' ' && c < 0x7F && c != '=') || (c == ' ' && !ends);
		if (column + (plain ? 1 : 3) > LINE - 1) {
			pmo_buffer_add_text(out, "=\r\n");
			column = 0;
		}
		if (plain)
			pmo_buffer_add_char(out, (char)c);
		else
			pmo_buffer_add_format(out, "=%02X", c);
		column += plain ? 1 : 3;
	}
	pmo_buffer_add_text(out, "\r\n");
}

static void add_text_part(struct pmo_buffer *out, const char *type, const char *text)
{
	size_t length = strlen(text);
	bool plain = is_seven_bit(text, length);
	pmo_buffer_add_format(out, "Content-Type: %s; charset=utf-8\r\n", type);
	pmo_buffer_add_format(out, "Content-Transfer-Encoding: %s\r\n\r\n",
			      plain ? "7bit" : "quoted-printable");
	if (plain)
		add_lines(out, text, length);
	else
		add_quoted_printable(out, text, length);
}

/* A file's name for every program: ASCII, and the true one beside it (RFC 2231). */
static void add_file_name(struct pmo_buffer *out, const char *name)
{
	pmo_buffer_add_text(out, "Content-Disposition: attachment; filename=\"");
	for (const char *c = name; *c; c++)
		pmo_buffer_add_char(
			out, *c < ' ' || (unsigned char)*c >= 0x7F || *c == '"' || *c == '\\' ? '_'
											      : *c);
	pmo_buffer_add_text(out, "\"");
	if (!is_plain(name, strlen(name))) {
		pmo_buffer_add_text(out, ";\r\n filename*=UTF-8''");
		for (const char *c = name; *c; c++) {
			unsigned char byte = (unsigned char)*c;
			bool safe = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
				    (byte >= '0' && byte <= '9') || byte == '.' || byte == '-';
			pmo_buffer_add_format(out, safe ? "%c" : "%%%02X", byte);
		}
	}
	pmo_buffer_add_text(out, "\r\n");
}

static void add_part(struct pmo_buffer *out, const struct pmo_mail_part *part)
{
	pmo_buffer_add_format(out, "Content-Type: %s\r\n", part->type);
	pmo_buffer_add_text(out, "Content-Transfer-Encoding: base64\r\n");
	if (part->alternative)
		pmo_buffer_add_text(out, "\r\n");
	else
		add_file_name(out, part->name ? part->name : "file");
	if (!part->alternative)
		pmo_buffer_add_text(out, "\r\n");
	add_base64(out, part->bytes, part->length, LINE);
	pmo_buffer_add_text(out, "\r\n");
}

static size_t count_parts(const struct pmo_mail *mail, bool alternative)
{
	size_t count = 0;
	for (size_t i = 0; i < mail->part_count; i++)
		count += mail->parts[i].alternative == alternative;
	return count;
}

static void add_boundary(struct writer *writer, const char *kind, const char *end)
{
	pmo_buffer_add_format(writer->out, "--%s-%.*s%s\r\n", kind, TOKEN, writer->token, end);
}

static void add_multipart(struct writer *writer, const char *kind)
{
	pmo_buffer_add_format(writer->out,
			      "Content-Type: multipart/%s;\r\n boundary=\"%s-%.*s\"\r\n\r\n", kind,
			      kind, TOKEN, writer->token);
}

/* The text, and its other forms. */
static void add_body(struct writer *writer)
{
	const struct pmo_mail *mail = writer->mail;
	const char *text = mail->text ? mail->text : "";
	bool several = mail->html || count_parts(mail, true);
	if (!several) {
		add_text_part(writer->out, "text/plain", text);
		return;
	}
	add_multipart(writer, "alternative");
	add_boundary(writer, "alternative", "");
	add_text_part(writer->out, "text/plain", text);
	if (mail->html) {
		add_boundary(writer, "alternative", "");
		add_text_part(writer->out, "text/html", mail->html);
	}
	for (size_t i = 0; i < mail->part_count; i++)
		if (mail->parts[i].alternative) {
			add_boundary(writer, "alternative", "");
			add_part(writer->out, &mail->parts[i]);
		}
	add_boundary(writer, "alternative", "--");
}

static void add_content(struct writer *writer)
{
	const struct pmo_mail *mail = writer->mail;
	pmo_buffer_add_text(writer->out, "MIME-Version: 1.0\r\n");
	if (!count_parts(mail, false)) {
		add_body(writer);
		return;
	}
	add_multipart(writer, "mixed");
	add_boundary(writer, "mixed", "");
	add_body(writer);
	for (size_t i = 0; i < mail->part_count; i++)
		if (!mail->parts[i].alternative) {
			add_boundary(writer, "mixed", "");
			add_part(writer->out, &mail->parts[i]);
		}
	add_boundary(writer, "mixed", "--");
}

static enum pmo_result add_envelope(struct writer *writer)
{
	const struct pmo_mail *mail = writer->mail;
	struct pmo_buffer *out = writer->out;
	enum pmo_result result = add_addresses(out, "From", &mail->from, 1);
	if (result == PMO_OK)
		result = add_addresses(out, "To", mail->to, mail->to_count);
	if (result == PMO_OK)
		result = add_addresses(out, "Cc", mail->cc, mail->cc_count);
	if (result != PMO_OK)
		return result;
	pmo_buffer_add_text(out, "Subject: ");
	add_words(out, mail->subject ? mail->subject : "");
	pmo_buffer_add_text(out, "\r\n");
	if (mail->date)
		add_date(out, mail->date);
	const char *at = strchr(mail->from.address, '@');
	pmo_buffer_add_format(out, "Message-ID: <pmo.%.*s@%s>\r\n", TOKEN, writer->token,
			      mail->domain && is_plain(mail->domain, strlen(mail->domain))
				      ? mail->domain
				      : at + 1);
	if (mail->in_reply_to && *mail->in_reply_to &&
	    is_plain(mail->in_reply_to, strlen(mail->in_reply_to)))
		pmo_buffer_add_format(out, "In-Reply-To: %s\r\nReferences: %s\r\n",
				      mail->in_reply_to, mail->in_reply_to);
	if (mail->unsent)
		pmo_buffer_add_text(out, "X-Unsent: 1\r\n");
	return PMO_OK;
}

enum pmo_result pmo_mail_write(const struct pmo_mail *mail, struct pmo_buffer *out)
{
	struct writer writer = { .mail = mail, .out = out };
	const char *key = mail->key ? mail->key : mail->text ? mail->text : "";
	sha256_bytes(key, strlen(key), writer.token);
	enum pmo_result result = add_envelope(&writer);
	if (result != PMO_OK)
		return result;
	add_content(&writer);
	return out->failed ? PMO_NO_MEMORY : PMO_OK;
}

/*
 * The words of an expression.
 *
 * A minus between letters or digits without a blank belongs to the word, so that ids and
 * words such as RSK-003 and in-house need no quotes; for a subtraction, write blanks.
 * What begins with a digit is a number, a percentage, a duration or a date, and is read
 * by the same functions that read the files.
 */
#include "expr_internal.h"

#include <pmo/text.h>

#include <string.h>

static bool is_letter(char c)
{
	return pmo_ascii_is_alpha(c) || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_word(char c)
{
	return is_letter(c) || pmo_ascii_is_digit(c);
}

static bool fault(struct expr_report *report, const struct expr_token *token, const char *message)
{
	struct pmo_place place = { .offset = token->offset, .length = token->length };
	expr_fault(report, "expr-syntax", &place, "%s", message);
	return false;
}

/* netref/TSK-012: a slash with an id behind it is a reference into another project. */
static bool is_foreign_id(const char *slash)
{
	size_t i = 1;
	while (pmo_ascii_is_upper(slash[i]))
		i++;
	return i > 1 && slash[i] == '-' && pmo_ascii_is_digit(slash[i + 1]);
}

static size_t word_length(const char *text)
{
	size_t i = 0;
	for (;;) {
		while (is_word(text[i]))
			i++;
		bool inside = (text[i] == '.' || text[i] == '-') && is_word(text[i + 1]);
		if (!inside && !(text[i] == '/' && is_foreign_id(text + i)))
			return i;
		i++;
	}
}

static enum expr_token_kind keyword(const char *text, size_t length)
{
	static const struct {
		const char *word;
		enum expr_token_kind kind;
	} keywords[] = {
		{ "and", EXPR_TOKEN_AND },
		{ "or", EXPR_TOKEN_OR },
		{ "not", EXPR_TOKEN_NOT },
		{ "in", EXPR_TOKEN_IN },
	};
	for (size_t i = 0; i < sizeof(keywords) / sizeof(*keywords); i++)
		if (strlen(keywords[i].word) == length && !memcmp(keywords[i].word, text, length))
			return keywords[i].kind;
	return EXPR_TOKEN_NAME;
}

static bool read_date(const char *text, struct expr_token *token)
{
	int32_t date;
	if (pmo_date_parse(text, token->length, &date) != PMO_OK)
		return false;
	token->value.kind = PMO_DATE;
	token->value.as.integer = date;
	return true;
}

static bool read_decimal(const char *text, struct expr_token *token)
{
	struct pmo_decimal number;
	bool percent = text[token->length - 1] == '%';
	if (pmo_decimal_parse(text, token->length - percent, &number) != PMO_OK)
		return false;
	token->value.kind = percent ? PMO_PERCENT : number.scale ? PMO_NUMBER : PMO_INTEGER;
	token->value.detail = number.scale;
	token->value.as.integer = number.units;
	return true;
}

static bool read_duration(const char *text, struct expr_token *token)
{
	struct pmo_duration duration;
	if (pmo_duration_parse(text, token->length, false, &duration) != PMO_OK)
		return false;
	token->value.kind = PMO_DURATION;
	token->value.detail = (uint8_t)duration.unit;
	token->value.as.integer = duration.amount;
	return true;
}

/* Four digits and two groups behind a minus each; else a minus is a subtraction. */
static bool is_like_date(const char *text)
{
	size_t year = 0, month = 0;
	while (pmo_ascii_is_digit(text[year]))
		year++;
	if (year != 4 || text[year] != '-')
		return false;
	while (pmo_ascii_is_digit(text[year + 1 + month]))
		month++;
	return month > 0 && text[year + 1 + month] == '-' &&
	       pmo_ascii_is_digit(text[year + month + 2]);
}

static bool lex_number(struct expr_report *report, struct expr_token *token)
{
	const char *text = report->text + token->offset;
	bool date = is_like_date(text);
	size_t i = 0;
	while (is_word(text[i]) || (text[i] == '.' && is_word(text[i + 1])) ||
	       (date && text[i] == '-'))
		i++;
	token->kind = EXPR_TOKEN_VALUE;
	token->length = i + (text[i] == '%');
	token->value.presence = PMO_PRESENT;
	if (date ? read_date(text, token) : read_decimal(text, token) || read_duration(text, token))
		return true;
	if (strspn(text, "0123456789.%") == token->length && token->length > PMO_DECIMAL_MAX_SCALE)
		return fault(report, token, "the number has too many digits");
	fault(report, token,
	      date ? "there is no such date"
		   : "what begins with a digit is a number, 5%, 5d or 2026-11-20");
	expr_hint(report, date ? "dates are written 2026-11-20"
			       : "units are d, cd, w, h and min; other text stands in quotes");
	return false;
}

/* The character that a backslash and this one stand for, or 0. */
static char escaped(char c)
{
	switch (c) {
	case 'n':
		return '\n';
	case 't':
		return '\t';
	case '\\':
	case '\'':
	case '"':
		return c;
	default:
		return '\0';
	}
}

static bool lex_quoted(struct expr_report *report, struct expr_token *token)
{
	const char *text = report->text + token->offset;
	char quote = *text;
	char *out = pmo_arena_alloc(report->arena, strlen(text) + 1);
	size_t i = 1, length = 0;
	if (!out) {
		report->result = PMO_NO_MEMORY;
		return false;
	}
	for (; text[i] && (text[i] != quote || text[i + 1] == quote); i++) {
		char c = text[i];
		i += c == quote;
		if (c == '\\') {
			c = escaped(text[++i]);
			if (!c) {
				token->offset += i - 1;
				token->length = text[i] ? 2 : 1;
				fault(report, token,
				      "a backslash stands before n, t, \\ or a quote");
				expr_hint(report, "a backslash itself is \\\\");
				return false;
			}
		}
		out[length++] = c;
	}
	token->length = 1;
	if (!text[i]) {
		fault(report, token, "the quoted text does not end");
		return false;
	}
	token->kind = EXPR_TOKEN_VALUE;
	token->length = i + 1;
	token->value = expr_text(PMO_TEXT, out);
	return true;
}

static const struct {
	const char *text;
	enum expr_token_kind kind;
	const char *instead; /* set: other languages write it so */
} marks[] = {
	{ "!=", EXPR_TOKEN_UNEQUAL, NULL },   { "<=", EXPR_TOKEN_AT_MOST, NULL },
	{ ">=", EXPR_TOKEN_AT_LEAST, NULL },  { "==", EXPR_TOKEN_END, "=" },
	{ "<>", EXPR_TOKEN_END, "!=" },       { "=~", EXPR_TOKEN_END, "~" },
	{ "&&", EXPR_TOKEN_END, "and" },      { "||", EXPR_TOKEN_END, "or" },
	{ "!", EXPR_TOKEN_END, "not" },       { "&", EXPR_TOKEN_END, "and" },
	{ "|", EXPR_TOKEN_END, "or" },        { "=", EXPR_TOKEN_EQUAL, NULL },
	{ "<", EXPR_TOKEN_LESS, NULL },       { ">", EXPR_TOKEN_MORE, NULL },
	{ "~", EXPR_TOKEN_CONTAINS, NULL },   { "+", EXPR_TOKEN_ADD, NULL },
	{ "-", EXPR_TOKEN_SUBTRACT, NULL },   { "*", EXPR_TOKEN_MULTIPLY, NULL },
	{ "/", EXPR_TOKEN_DIVIDE, NULL },     { "(", EXPR_TOKEN_OPEN, NULL },
	{ ")", EXPR_TOKEN_CLOSE, NULL },      { "[", EXPR_TOKEN_OPEN_LIST, NULL },
	{ "]", EXPR_TOKEN_CLOSE_LIST, NULL }, { ",", EXPR_TOKEN_COMMA, NULL },
};

static bool lex_mark(struct expr_report *report, struct expr_token *token)
{
	const char *text = report->text + token->offset;
	struct pmo_place place = { .offset = token->offset, .length = 1 };
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		size_t length = strlen(marks[i].text);
		if (strncmp(text, marks[i].text, length) != 0)
			continue;
		token->kind = marks[i].kind;
		token->length = length;
		if (!marks[i].instead)
			return true;
		place.length = length;
		expr_fault(report, "expr-syntax", &place, "'%s' is no operator", marks[i].text);
		expr_hint(report, "write %s", marks[i].instead);
		return false;
	}
	if (*text > ' ' && *text < 0x7f)
		expr_fault(report, "expr-syntax", &place, "'%c' has no meaning here", *text);
	else
		expr_fault(report, "expr-syntax", &place, "a control character");
	expr_hint(report, "text with signs stands in quotes");
	return false;
}

bool expr_lex(struct expr_report *report, size_t *at, struct expr_token *token)
{
	bool fine = true;
	while (pmo_ascii_is_space(report->text[*at]))
		++*at;
	const char *text = report->text + *at;
	*token = (struct expr_token){ .offset = *at };
	if (!*text)
		return true;
	if (is_letter(*text)) {
		token->length = word_length(text);
		token->kind = keyword(text, token->length);
	} else if (*text == '.' && is_letter(text[1])) {
		token->length = 1 + word_length(text + 1);
		token->kind = EXPR_TOKEN_PATH;
	} else if (pmo_ascii_is_digit(*text)) {
		fine = lex_number(report, token);
	} else if (*text == '\'' || *text == '"') {
		fine = lex_quoted(report, token);
	} else {
		fine = lex_mark(report, token);
	}
	*at = token->offset + token->length;
	return fine;
}

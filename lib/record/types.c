/* The rows of the type table, and what they need. */
#include "types.h"

#include <pmo/text.h>

#include <string.h>

static bool read_text(const struct pmo_field *field, const char *text,
		      const struct pmo_value_context *context, struct pmo_value *value)
{
	(void)field, (void)context;
	value->as.text = text;
	return true;
}

static bool input_text(const struct pmo_field *field, const char *text,
		       const struct pmo_value_context *context, struct pmo_value *value)
{
	return !strpbrk(text, "\n\r") && pmo_text_is_utf8(text, strlen(text), NULL) &&
	       read_text(field, text, context, value);
}

static bool input_prose(const struct pmo_field *field, const char *text,
			const struct pmo_value_context *context, struct pmo_value *value)
{
	return pmo_text_is_utf8(text, strlen(text), NULL) && read_text(field, text, context, value);
}

static void format_text(const struct pmo_value *value, struct pmo_buffer *out)
{
	pmo_buffer_add_text(out, value->as.text);
}

static int compare_text(const struct pmo_value *a, const struct pmo_value *b)
{
	return pmo_text_compare(a->as.text, b->as.text);
}

static size_t scan_rest(const struct pmo_field *field, const char *text)
{
	(void)field;
	return strlen(text);
}

static size_t scan_word(const struct pmo_field *field, const char *text)
{
	(void)field;
	return strcspn(text, " \t");
}

static bool read_date(const struct pmo_field *field, const char *text,
		      const struct pmo_value_context *context, struct pmo_value *value)
{
	(void)field, (void)context;
	int32_t date;
	if (pmo_date_parse(text, strlen(text), &date) != PMO_OK)
		return false;
	value->as.integer = date;
	return true;
}

static bool input_date(const struct pmo_field *field, const char *text,
		       const struct pmo_value_context *context, struct pmo_value *value)
{
	(void)field;
	int32_t date;
	if (pmo_date_input(&context->dates, text, strlen(text), &date) != PMO_OK)
		return false;
	value->as.integer = date;
	return true;
}

static void format_date(const struct pmo_value *value, struct pmo_buffer *out)
{
	char text[PMO_DATE_SIZE];
	pmo_date_format((int32_t)value->as.integer, text);
	pmo_buffer_add_text(out, text);
}

static int compare_integer(const struct pmo_value *a, const struct pmo_value *b)
{
	return (a->as.integer > b->as.integer) - (a->as.integer < b->as.integer);
}

static size_t scan_date(const struct pmo_field *field, const char *text)
{
	(void)field;
	int32_t date;
	return strlen(text) >= 10 && pmo_date_parse(text, 10, &date) == PMO_OK ? 10 : 0;
}

static bool keep_moment(const struct pmo_moment *moment, const struct pmo_value_context *context,
			struct pmo_value *value)
{
	struct pmo_moment *kept = pmo_arena_alloc(context->arena, sizeof(*kept));
	if (!kept) {
		if (context->exhausted)
			*context->exhausted = true;
		return false;
	}
	*kept = *moment;
	value->as.moment = kept;
	return true;
}

static bool read_moment(const struct pmo_field *field, const char *text,
			const struct pmo_value_context *context, struct pmo_value *value)
{
	(void)field;
	struct pmo_moment moment;
	return pmo_moment_parse(text, strlen(text), &moment) == PMO_OK &&
	       keep_moment(&moment, context, value);
}

static bool input_moment(const struct pmo_field *field, const char *text,
			 const struct pmo_value_context *context, struct pmo_value *value)
{
	(void)field;
	struct pmo_moment moment;
	return pmo_moment_input(&context->dates, text, strlen(text), &moment) == PMO_OK &&
	       keep_moment(&moment, context, value);
}

static void format_moment(const struct pmo_value *value, struct pmo_buffer *out)
{
	char text[PMO_MOMENT_SIZE];
	pmo_moment_format(value->as.moment, text);
	pmo_buffer_add_text(out, text);
}

static int compare_moment(const struct pmo_value *a, const struct pmo_value *b)
{
	int64_t first = a->as.moment->minutes, second = b->as.moment->minutes;
	return (first > second) - (first < second);
}

static size_t scan_moment(const struct pmo_field *field, const char *text)
{
	struct pmo_moment moment;
	size_t date = scan_date(field, text);
	return date && strlen(text) >= 16 && pmo_moment_parse(text, 16, &moment) == PMO_OK ? 16 : 0;
}

static struct pmo_duration duration_of(const struct pmo_value *value)
{
	struct pmo_duration duration = { value->as.integer, (enum pmo_duration_unit)value->detail };
	return duration;
}

static bool keep_duration(const struct pmo_duration *duration, struct pmo_value *value)
{
	value->as.integer = duration->amount;
	value->detail = (uint8_t)duration->unit;
	return true;
}

static bool read_duration(const struct pmo_field *field, const char *text,
			  const struct pmo_value_context *context, struct pmo_value *value)
{
	(void)context;
	struct pmo_duration duration;
	bool sign = field->flags & PMO_SIGNED;
	return pmo_duration_parse(text, strlen(text), sign, &duration) == PMO_OK &&
	       keep_duration(&duration, value);
}

static bool input_duration(const struct pmo_field *field, const char *text,
			   const struct pmo_value_context *context, struct pmo_value *value)
{
	(void)context;
	struct pmo_duration duration;
	bool sign = field->flags & PMO_SIGNED;
	return pmo_duration_input(text, strlen(text), sign, &duration) == PMO_OK &&
	       keep_duration(&duration, value);
}

static void format_duration(const struct pmo_value *value, struct pmo_buffer *out)
{
	char text[PMO_DURATION_SIZE];
	pmo_duration_format(duration_of(value), text);
	pmo_buffer_add_text(out, text);
}

static int compare_duration(const struct pmo_value *a, const struct pmo_value *b)
{
	return pmo_duration_compare(duration_of(a), duration_of(b), PMO_MINUTES_PER_DAY);
}

static size_t scan_duration(const struct pmo_field *field, const char *text)
{
	size_t i = strcspn(text, " \t,/");
	struct pmo_duration duration;
	bool sign = field->flags & PMO_SIGNED;
	if (i >= PMO_DURATION_SIZE)
		i = PMO_DURATION_SIZE - 1;
	for (; i; i--)
		if (pmo_duration_parse(text, i, sign, &duration) == PMO_OK)
			return i;
	return 0;
}

static bool read_money(const struct pmo_field *field, const char *text,
		       const struct pmo_value_context *context, struct pmo_value *value)
{
	(void)field, (void)context;
	return pmo_money_parse(text, strlen(text), &value->as.integer) == PMO_OK;
}

static bool input_money(const struct pmo_field *field, const char *text,
			const struct pmo_value_context *context, struct pmo_value *value)
{
	(void)field, (void)context;
	return pmo_money_input(text, strlen(text), &value->as.integer) == PMO_OK;
}

static void format_money(const struct pmo_value *value, struct pmo_buffer *out)
{
	char text[PMO_MONEY_SIZE];
	pmo_money_format(value->as.integer, text);
	pmo_buffer_add_text(out, text);
}

static void show_money(const struct pmo_value *value, struct pmo_buffer *out)
{
	char text[PMO_MONEY_SIZE];
	pmo_money_format_grouped(value->as.integer, text);
	pmo_buffer_add_text(out, text);
}

static struct pmo_decimal decimal_of(const struct pmo_value *value)
{
	struct pmo_decimal decimal = { value->as.integer, value->detail };
	return decimal;
}

static bool read_number_of(const char *text, size_t length, struct pmo_value *value)
{
	struct pmo_decimal decimal;
	if (pmo_decimal_parse(text, length, &decimal) != PMO_OK)
		return false;
	value->as.integer = decimal.units;
	value->detail = decimal.scale;
	return true;
}

static bool read_number(const struct pmo_field *field, const char *text,
			const struct pmo_value_context *context, struct pmo_value *value)
{
	(void)field, (void)context;
	return read_number_of(text, strlen(text), value);
}

/* A percent may carry its sign; what is stored goes without. */
static bool read_percent(const struct pmo_field *field, const char *text,
			 const struct pmo_value_context *context, struct pmo_value *value)
{
	(void)field, (void)context;
	size_t length = strlen(text);
	if (length && text[length - 1] == '%')
		length--;
	while (length && text[length - 1] == ' ')
		length--;
	return read_number_of(text, length, value);
}

static bool read_integer(const struct pmo_field *field, const char *text,
			 const struct pmo_value_context *context, struct pmo_value *value)
{
	(void)field, (void)context;
	return read_number_of(text, strlen(text), value) && value->detail == 0;
}

static void format_number(const struct pmo_value *value, struct pmo_buffer *out)
{
	char text[PMO_DECIMAL_SIZE];
	pmo_decimal_format(decimal_of(value), text);
	pmo_buffer_add_text(out, text);
}

static void show_percent(const struct pmo_value *value, struct pmo_buffer *out)
{
	format_number(value, out);
	pmo_buffer_add_char(out, '%');
}

static int compare_number(const struct pmo_value *a, const struct pmo_value *b)
{
	return pmo_decimal_compare(decimal_of(a), decimal_of(b));
}

static size_t scan_number(const struct pmo_field *field, const char *text)
{
	size_t i = strspn(text, "-0123456789.");
	if (field->kind == PMO_PERCENT && text[i] == '%')
		return i + 1;
	return field->kind == PMO_PERCENT ? 0 : i;
}

static bool read_yes_no(const struct pmo_field *field, const char *text,
			const struct pmo_value_context *context, struct pmo_value *value)
{
	(void)field, (void)context;
	bool yes = pmo_ascii_equal(text, "yes") || pmo_ascii_equal(text, "true");
	if (!yes && !pmo_ascii_equal(text, "no") && !pmo_ascii_equal(text, "false"))
		return false;
	value->as.integer = yes;
	return true;
}

static bool input_yes_no(const struct pmo_field *field, const char *text,
			 const struct pmo_value_context *context, struct pmo_value *value)
{
	static const char *const more[] = { "y", "on", "1", "n", "off", "0" };
	for (size_t i = 0; i < 6; i++)
		if (pmo_ascii_equal(text, more[i])) {
			value->as.integer = i < 3;
			return true;
		}
	return read_yes_no(field, text, context, value);
}

static void format_yes_no(const struct pmo_value *value, struct pmo_buffer *out)
{
	pmo_buffer_add_text(out, value->as.integer ? "yes" : "no");
}

static bool read_choice(const struct pmo_field *field, const char *text,
			const struct pmo_value_context *context, struct pmo_value *value)
{
	(void)context;
	for (size_t i = 0; field->choices && field->choices[i]; i++)
		if (strcmp(text, field->choices[i]) == 0) {
			value->as.text = field->choices[i];
			value->detail = (uint8_t)i;
			return true;
		}
	return false;
}

/* People may leave a choice unfinished, as long as it is clear: `crit`, `in progress`. */
static bool input_choice(const struct pmo_field *field, const char *text,
			 const struct pmo_value_context *context, struct pmo_value *value)
{
	char word[64];
	size_t length = strlen(text), found = 0;
	const char *match = NULL;
	if (!length || length >= sizeof(word))
		return false;
	for (size_t i = 0; i <= length; i++)
		word[i] = text[i] == ' ' || text[i] == '-' ? '_' : pmo_ascii_to_lower(text[i]);
	for (size_t i = 0; field->choices && field->choices[i]; i++) {
		if (pmo_ascii_equal(word, field->choices[i]) ||
		    pmo_ascii_equal(text, field->choices[i]))
			return read_choice(field, field->choices[i], context, value);
		if (strncmp(field->choices[i], word, length) == 0) {
			match = field->choices[i];
			found++;
		}
	}
	return found == 1 && read_choice(field, match, context, value);
}

static int compare_choice(const struct pmo_value *a, const struct pmo_value *b)
{
	return (a->detail > b->detail) - (a->detail < b->detail);
}

/* Whether a word may end here: `SS+10d`, `SS5d`, but not `no` in `nothing`. */
static bool ends_word(char last, char next)
{
	if (pmo_ascii_is_digit(last) && pmo_ascii_is_digit(next))
		return false;
	return !pmo_ascii_is_alpha(next) && next != '_';
}

static size_t scan_choice(const struct pmo_field *field, const char *text)
{
	size_t longest = 0;
	for (size_t i = 0; field->choices && field->choices[i]; i++) {
		size_t length = strlen(field->choices[i]);
		if (length > longest && strncmp(text, field->choices[i], length) == 0 &&
		    ends_word(text[length - 1], text[length]))
			longest = length;
	}
	return longest;
}

static bool read_ref(const struct pmo_field *field, const char *text,
		     const struct pmo_value_context *context, struct pmo_value *value)
{
	(void)field, (void)context;
	if (!*text || strlen(text) > 128 || strpbrk(text, " \t\n\r,"))
		return false;
	value->as.text = text;
	return true;
}

static bool input_ref(const struct pmo_field *field, const char *text,
		      const struct pmo_value_context *context, struct pmo_value *value)
{
	if (context->me && pmo_ascii_equal(text, "me"))
		text = context->me;
	if (strchr(text, '='))
		return false; /* `color=red` is a member of a structure, or should have been one */
	return read_ref(field, text, context, value);
}

static int compare_ref(const struct pmo_value *a, const struct pmo_value *b)
{
	if (strcmp(a->as.text, b->as.text) == 0)
		return 0; /* often, where records are grouped */
	/* RSK-2 before RSK-10: by prefix, then by number of digits, then by digits. */
	size_t first = strcspn(a->as.text, "0123456789"),
	       second = strcspn(b->as.text, "0123456789");
	size_t same = 0;
	while (same < first &&
	       pmo_ascii_to_lower(a->as.text[same]) == pmo_ascii_to_lower(b->as.text[same]))
		same++;
	if (first == second && same == first) {
		size_t i = strlen(a->as.text), j = strlen(b->as.text);
		if (i != j)
			return i < j ? -1 : 1;
	}
	return pmo_text_compare(a->as.text, b->as.text);
}

static bool read_nothing(const struct pmo_field *field, const char *text,
			 const struct pmo_value_context *context, struct pmo_value *value)
{
	(void)field, (void)text, (void)context, (void)value;
	return false;
}

#define DATE_PATTERN "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

static const struct type types[PMO_KIND_COUNT] = {
	[PMO_TEXT] = { .name = "text",
		       .read = read_text,
		       .input = input_text,
		       .format = format_text,
		       .compare = compare_text,
		       .scan = scan_rest,
		       .words = true,
		       .expected = "text on one line" },
	[PMO_PROSE] = { .name = "prose",
			.read = read_text,
			.input = input_prose,
			.format = format_text,
			.compare = compare_text,
			.scan = scan_rest,
			.words = true,
			.expected = "text" },
	[PMO_DATE] = { .name = "date",
		       .read = read_date,
		       .input = input_date,
		       .format = format_date,
		       .compare = compare_integer,
		       .scan = scan_date,
		       .expected = "a date such as 2026-11-20",
		       .typed = ", fri or +5d",
		       .pattern = DATE_PATTERN },
	[PMO_MOMENT] = { .name = "moment",
			 .read = read_moment,
			 .input = input_moment,
			 .format = format_moment,
			 .compare = compare_moment,
			 .scan = scan_moment,
			 .expected = "a date and time such as 2026-11-20 14:00",
			 .typed = " or fri 2pm",
			 .pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}( .+)?$" },
	[PMO_DURATION] = { .name = "duration",
			   .read = read_duration,
			   .input = input_duration,
			   .format = format_duration,
			   .compare = compare_duration,
			   .scan = scan_duration,
			   .expected = "a duration such as 5d, 5cd (calendar days), 2w or 6h",
			   .pattern = "^[+-]?[0-9]+(\\.[0-9]+)?(d|cd|w|h|min)$" },
	[PMO_MONEY] = { .name = "money",
			.read = read_money,
			.input = input_money,
			.format = format_money,
			.show = show_money,
			.compare = compare_integer,
			.scan = scan_word,
			.expected = "an amount such as 12500.00",
			.pattern = "^-?[0-9]+(\\.[0-9]{2})?$" },
	[PMO_PERCENT] = { .name = "percent",
			  .read = read_percent,
			  .format = format_number,
			  .show = show_percent,
			  .compare = compare_number,
			  .scan = scan_number,
			  .json = TYPE_NUMBER,
			  .expected = "a percentage such as 45" },
	[PMO_INTEGER] = { .name = "integer",
			  .read = read_integer,
			  .format = format_number,
			  .compare = compare_integer,
			  .scan = scan_number,
			  .json = TYPE_NUMBER,
			  .expected = "a whole number" },
	[PMO_NUMBER] = { .name = "number",
			 .read = read_number,
			 .format = format_number,
			 .compare = compare_number,
			 .scan = scan_number,
			 .json = TYPE_NUMBER,
			 .expected = "a number such as 99.95" },
	[PMO_YES_NO] = { .name = "yes_no",
			 .read = read_yes_no,
			 .input = input_yes_no,
			 .format = format_yes_no,
			 .compare = compare_integer,
			 .scan = scan_word,
			 .json = TYPE_BOOLEAN,
			 .expected = "yes or no" },
	[PMO_CHOICE] = { .name = "choice",
			 .read = read_choice,
			 .input = input_choice,
			 .format = format_text,
			 .compare = compare_choice,
			 .scan = scan_choice,
			 .words = true,
			 .expected = "one of" },
	[PMO_REF] = { .name = "ref",
		      .read = read_ref,
		      .input = input_ref,
		      .format = format_text,
		      .compare = compare_ref,
		      .scan = scan_word,
		      .words = true,
		      .expected = "an id or a handle, without blanks" },
	[PMO_LINE] = { .name = "line",
		       .read = read_text,
		       .input = input_text,
		       .format = format_text,
		       .compare = compare_text,
		       .scan = scan_rest,
		       .expected = "a line such as '2026-11-20 PC: text'" },
	[PMO_STRUCT] = { .name = "struct",
			 .read = read_nothing,
			 .format = format_text,
			 .compare = compare_text,
			 .scan = scan_rest,
			 .expected = "fields" },
};

const struct type *type_of(enum pmo_kind kind)
{
	return &types[kind < PMO_KIND_COUNT ? kind : PMO_TEXT];
}

const char *pmo_kind_name(enum pmo_kind kind)
{
	return type_of(kind)->name;
}

enum pmo_kind pmo_kind_find(const char *name)
{
	for (int i = 0; i < PMO_KIND_COUNT; i++)
		if (strcmp(types[i].name, name) == 0)
			return (enum pmo_kind)i;
	return PMO_KIND_COUNT;
}

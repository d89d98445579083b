/*
 * Computing with values and comparing them.
 *
 * One table says which kinds go with which operator and what comes out; checking reads
 * it for types, evaluation for what to do, so the two cannot disagree. Numbers are exact
 * decimals throughout. A percentage that is multiplied with something else, or divides
 * it, counts in hundredths; in sums and comparisons it is the number as written. What
 * does not fit is absent.
 */
#include "expr_internal.h"

#include <pmo/text.h>

#include <string.h>

enum { QUOTIENT_SCALE = 6, MONEY_SCALE = 2, DURATION_SCALE = 3 };

enum { HUNDREDTHS_LEFT = 1, HUNDREDTHS_RIGHT = 2 };

typedef struct pmo_value arith_function(struct pmo_value left, struct pmo_value right,
					const struct pmo_world *world);

static arith_function later_date, earlier_date, date_later, days_apart;
static arith_function add_durations, subtract_durations, divide_durations;

struct arith_row {
	enum expr_op op;
	enum expr_group left, right;
	uint8_t kind; /* of the result; NUMBER of two INTEGERs stays INTEGER */
	uint8_t hundredths;
	arith_function *function; /* NULL: decimals */
};

#define NUMBER   EXPR_GROUP_NUMBER
#define PERCENT  EXPR_GROUP_PERCENT
#define MONEY    EXPR_GROUP_MONEY
#define DATE     EXPR_GROUP_DATE
#define DURATION EXPR_GROUP_DURATION

static const struct arith_row rows[] = {
	{ EXPR_ADD, NUMBER, NUMBER, PMO_NUMBER, 0, NULL },
	{ EXPR_ADD, NUMBER, PERCENT, PMO_NUMBER, 0, NULL },
	{ EXPR_ADD, PERCENT, NUMBER, PMO_NUMBER, 0, NULL },
	{ EXPR_ADD, PERCENT, PERCENT, PMO_PERCENT, 0, NULL },
	{ EXPR_ADD, MONEY, MONEY, PMO_MONEY, 0, NULL },
	{ EXPR_ADD, MONEY, NUMBER, PMO_MONEY, 0, NULL },
	{ EXPR_ADD, NUMBER, MONEY, PMO_MONEY, 0, NULL },
	{ EXPR_ADD, DATE, DURATION, PMO_DATE, 0, later_date },
	{ EXPR_ADD, DURATION, DATE, PMO_DATE, 0, date_later },
	{ EXPR_ADD, DURATION, DURATION, PMO_DURATION, 0, add_durations },
	{ EXPR_SUBTRACT, NUMBER, NUMBER, PMO_NUMBER, 0, NULL },
	{ EXPR_SUBTRACT, NUMBER, PERCENT, PMO_NUMBER, 0, NULL },
	{ EXPR_SUBTRACT, PERCENT, NUMBER, PMO_NUMBER, 0, NULL },
	{ EXPR_SUBTRACT, PERCENT, PERCENT, PMO_PERCENT, 0, NULL },
	{ EXPR_SUBTRACT, MONEY, MONEY, PMO_MONEY, 0, NULL },
	{ EXPR_SUBTRACT, MONEY, NUMBER, PMO_MONEY, 0, NULL },
	{ EXPR_SUBTRACT, NUMBER, MONEY, PMO_MONEY, 0, NULL },
	{ EXPR_SUBTRACT, DATE, DURATION, PMO_DATE, 0, earlier_date },
	{ EXPR_SUBTRACT, DATE, DATE, PMO_DURATION, 0, days_apart },
	{ EXPR_SUBTRACT, DURATION, DURATION, PMO_DURATION, 0, subtract_durations },
	{ EXPR_MULTIPLY, NUMBER, NUMBER, PMO_NUMBER, 0, NULL },
	{ EXPR_MULTIPLY, NUMBER, PERCENT, PMO_NUMBER, HUNDREDTHS_RIGHT, NULL },
	{ EXPR_MULTIPLY, PERCENT, NUMBER, PMO_NUMBER, HUNDREDTHS_LEFT, NULL },
	{ EXPR_MULTIPLY, PERCENT, PERCENT, PMO_PERCENT, HUNDREDTHS_LEFT, NULL },
	{ EXPR_MULTIPLY, MONEY, NUMBER, PMO_MONEY, 0, NULL },
	{ EXPR_MULTIPLY, NUMBER, MONEY, PMO_MONEY, 0, NULL },
	{ EXPR_MULTIPLY, MONEY, PERCENT, PMO_MONEY, HUNDREDTHS_RIGHT, NULL },
	{ EXPR_MULTIPLY, PERCENT, MONEY, PMO_MONEY, HUNDREDTHS_LEFT, NULL },
	{ EXPR_MULTIPLY, DURATION, NUMBER, PMO_DURATION, 0, NULL },
	{ EXPR_MULTIPLY, NUMBER, DURATION, PMO_DURATION, 0, NULL },
	{ EXPR_MULTIPLY, DURATION, PERCENT, PMO_DURATION, HUNDREDTHS_RIGHT, NULL },
	{ EXPR_MULTIPLY, PERCENT, DURATION, PMO_DURATION, HUNDREDTHS_LEFT, NULL },
	{ EXPR_DIVIDE, NUMBER, NUMBER, PMO_NUMBER, 0, NULL },
	{ EXPR_DIVIDE, NUMBER, PERCENT, PMO_NUMBER, HUNDREDTHS_RIGHT, NULL },
	{ EXPR_DIVIDE, PERCENT, NUMBER, PMO_PERCENT, 0, NULL },
	{ EXPR_DIVIDE, PERCENT, PERCENT, PMO_NUMBER, 0, NULL },
	{ EXPR_DIVIDE, MONEY, NUMBER, PMO_MONEY, 0, NULL },
	{ EXPR_DIVIDE, MONEY, PERCENT, PMO_MONEY, HUNDREDTHS_RIGHT, NULL },
	{ EXPR_DIVIDE, MONEY, MONEY, PMO_NUMBER, 0, NULL },
	{ EXPR_DIVIDE, DURATION, NUMBER, PMO_DURATION, 0, NULL },
	{ EXPR_DIVIDE, DURATION, PERCENT, PMO_DURATION, HUNDREDTHS_RIGHT, NULL },
	{ EXPR_DIVIDE, DURATION, DURATION, PMO_NUMBER, 0, divide_durations },
};

#undef NUMBER
#undef PERCENT
#undef MONEY
#undef DATE
#undef DURATION

enum expr_group expr_group_of(unsigned kind)
{
	static const uint8_t groups[PMO_KIND_COUNT + 1] = {
		[PMO_TEXT] = EXPR_GROUP_TEXT,         [PMO_PROSE] = EXPR_GROUP_TEXT,
		[PMO_DATE] = EXPR_GROUP_DATE,         [PMO_MOMENT] = EXPR_GROUP_DATE,
		[PMO_DURATION] = EXPR_GROUP_DURATION, [PMO_MONEY] = EXPR_GROUP_MONEY,
		[PMO_PERCENT] = EXPR_GROUP_PERCENT,   [PMO_INTEGER] = EXPR_GROUP_NUMBER,
		[PMO_NUMBER] = EXPR_GROUP_NUMBER,     [PMO_YES_NO] = EXPR_GROUP_YES_NO,
		[PMO_CHOICE] = EXPR_GROUP_TEXT,       [PMO_REF] = EXPR_GROUP_TEXT,
		[PMO_LINE] = EXPR_GROUP_TEXT,         [PMO_STRUCT] = EXPR_GROUP_STRUCT,
		[EXPR_ANY] = EXPR_GROUP_ANY,
	};
	return kind <= EXPR_ANY ? groups[kind] : EXPR_GROUP_ANY;
}

static bool is_number(enum expr_group group)
{
	return group == EXPR_GROUP_NUMBER || group == EXPR_GROUP_PERCENT ||
	       group == EXPR_GROUP_MONEY;
}

bool expr_kinds_compare(unsigned a, unsigned b)
{
	enum expr_group left = expr_group_of(a), right = expr_group_of(b);
	if (left == EXPR_GROUP_ANY || right == EXPR_GROUP_ANY)
		return true;
	return left == right || (is_number(left) && is_number(right));
}

static const struct arith_row *find_row(enum expr_op op, unsigned left, unsigned right)
{
	enum expr_group a = expr_group_of(left), b = expr_group_of(right);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (rows[i].op == op && rows[i].left == a && rows[i].right == b)
			return &rows[i];
	return NULL;
}

static uint8_t result_kind(const struct arith_row *row, unsigned left, unsigned right)
{
	bool whole = left == PMO_INTEGER && right == PMO_INTEGER && row->op != EXPR_DIVIDE;
	return whole ? (uint8_t)PMO_INTEGER : row->kind;
}

int expr_arith_kind(enum expr_op op, unsigned left, unsigned right)
{
	if (left == EXPR_ANY || right == EXPR_ANY)
		return EXPR_ANY;
	const struct arith_row *row = find_row(op, left, right);
	return row ? result_kind(row, left, right) : -1;
}

struct pmo_value expr_absent(void)
{
	return (struct pmo_value){ .presence = PMO_ABSENT };
}

struct pmo_value expr_integer(int64_t number)
{
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = PMO_INTEGER };
	value.as.integer = number;
	return value;
}

struct pmo_value expr_yes_no(bool yes)
{
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = PMO_YES_NO };
	value.as.integer = yes;
	return value;
}

struct pmo_value expr_text(enum pmo_kind kind, const char *text)
{
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = (uint8_t)kind };
	value.as.text = text;
	return value;
}

bool expr_decimal(struct pmo_value value, struct pmo_decimal *decimal)
{
	decimal->units = value.as.integer;
	switch (expr_group_of(value.kind)) {
	case EXPR_GROUP_NUMBER:
	case EXPR_GROUP_PERCENT:
		decimal->scale = value.kind == PMO_INTEGER ? 0 : value.detail;
		break;
	case EXPR_GROUP_MONEY:
		decimal->scale = MONEY_SCALE;
		break;
	case EXPR_GROUP_DURATION:
		decimal->scale = DURATION_SCALE;
		break;
	default:
		return false;
	}
	return value.presence == PMO_PRESENT && !value.is_list;
}

static void trim(struct pmo_decimal *decimal)
{
	while (decimal->scale > 0 && decimal->units % 10 == 0) {
		decimal->units /= 10;
		decimal->scale--;
	}
}

struct pmo_value expr_of_decimal(enum pmo_kind kind, struct pmo_decimal decimal, uint8_t detail)
{
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = (uint8_t)kind };
	enum pmo_result result = PMO_OK;
	if (kind == PMO_MONEY)
		result = pmo_decimal_round(decimal, MONEY_SCALE, &decimal);
	else if (kind == PMO_DURATION)
		result = pmo_decimal_round(decimal, DURATION_SCALE, &decimal);
	else if (kind == PMO_INTEGER)
		result = pmo_decimal_round(decimal, 0, &decimal);
	if (result != PMO_OK)
		return expr_absent();
	value.as.integer = decimal.units;
	value.detail = kind == PMO_DURATION ? detail : decimal.scale;
	if (kind == PMO_MONEY || kind == PMO_INTEGER)
		value.detail = 0;
	return value;
}

/* Cut to so many digits behind the point, where there are more. */
static bool shorten(struct pmo_decimal *decimal, int scale)
{
	return decimal->scale <= scale ||
	       pmo_decimal_round(*decimal, (uint8_t)scale, decimal) == PMO_OK;
}

/* Where more digits would come out than fit, the longer side lets some go. */
static enum pmo_result multiply(struct pmo_decimal a, struct pmo_decimal b, struct pmo_decimal *out)
{
	struct pmo_decimal *longer = a.scale > b.scale ? &a : &b;
	int excess = a.scale + b.scale - PMO_DECIMAL_MAX_SCALE;
	if (excess > 0 && !shorten(longer, longer->scale - excess))
		return PMO_INVALID;
	if (pmo_decimal_multiply(a, b, out) == PMO_OK)
		return PMO_OK;
	if (!shorten(&a, QUOTIENT_SCALE) || !shorten(&b, QUOTIENT_SCALE))
		return PMO_INVALID;
	trim(&a);
	trim(&b);
	return pmo_decimal_multiply(a, b, out);
}

static enum pmo_result compute(enum expr_op op, struct pmo_decimal a, struct pmo_decimal b,
			       struct pmo_decimal *out)
{
	enum pmo_result result;
	switch (op) {
	case EXPR_ADD:
		return pmo_decimal_add(a, b, out);
	case EXPR_SUBTRACT:
		return pmo_decimal_subtract(a, b, out);
	case EXPR_MULTIPLY:
		result = multiply(a, b, out);
		break;
	default:
		result = pmo_decimal_divide(a, b, QUOTIENT_SCALE, out);
		break;
	}
	if (result == PMO_OK)
		trim(out);
	return result;
}

static bool to_hundredths(struct pmo_decimal *decimal)
{
	if (decimal->scale + 2 > PMO_DECIMAL_MAX_SCALE &&
	    pmo_decimal_round(*decimal, PMO_DECIMAL_MAX_SCALE - 2, decimal) != PMO_OK)
		return false;
	decimal->scale = (uint8_t)(decimal->scale + 2);
	return true;
}

struct pmo_value expr_arith(enum expr_op op, struct pmo_value left, struct pmo_value right,
			    const struct pmo_world *world)
{
	struct pmo_decimal a, b, out;
	if (left.presence != PMO_PRESENT || right.presence != PMO_PRESENT || left.is_list ||
	    right.is_list)
		return expr_absent();
	const struct arith_row *row = find_row(op, left.kind, right.kind);
	if (!row)
		return expr_absent();
	if (row->function)
		return row->function(left, right, world);
	if (!expr_decimal(left, &a) || !expr_decimal(right, &b))
		return expr_absent();
	if ((row->hundredths & HUNDREDTHS_LEFT && !to_hundredths(&a)) ||
	    (row->hundredths & HUNDREDTHS_RIGHT && !to_hundredths(&b)))
		return expr_absent();
	if (compute(op, a, b, &out) != PMO_OK)
		return expr_absent();
	uint8_t unit = left.kind == PMO_DURATION ? left.detail : right.detail;
	return expr_of_decimal(result_kind(row, left.kind, right.kind), out, unit);
}

static int32_t date_of(struct pmo_value value)
{
	return value.kind == PMO_MOMENT ? pmo_moment_date(value.as.moment)
					: (int32_t)value.as.integer;
}

static struct pmo_value date_value(int32_t date)
{
	struct pmo_value value = { .presence = PMO_PRESENT, .kind = PMO_DATE };
	value.as.integer = date;
	return pmo_date_is_valid(date) ? value : expr_absent();
}

static struct pmo_duration duration_of(struct pmo_value value)
{
	return (struct pmo_duration){ .amount = value.as.integer,
				      .unit = (enum pmo_duration_unit)value.detail };
}

static struct pmo_value duration_value(int64_t amount, enum pmo_duration_unit unit)
{
	struct pmo_value value = { .presence = PMO_PRESENT,
				   .kind = PMO_DURATION,
				   .detail = (uint8_t)unit };
	value.as.integer = amount;
	return value;
}

static int minutes_per_day(const struct pmo_world *world)
{
	return world && world->minutes_per_day > 0 ? world->minutes_per_day : PMO_MINUTES_PER_DAY;
}

/* A part of a day counts as a whole one, in either direction. */
static int32_t move_date(int32_t date, struct pmo_duration by, const struct pmo_world *world)
{
	if (by.unit == PMO_DURATION_CALENDAR_DAYS) {
		int64_t whole = by.amount / PMO_DURATION_THOUSANDTHS;
		int64_t rest = by.amount % PMO_DURATION_THOUSANDTHS;
		return pmo_date_add_days(date, whole + (rest > 0) - (rest < 0));
	}
	return pmo_calendar_add_days(world ? world->calendar : NULL, date,
				     pmo_duration_days(by, minutes_per_day(world)));
}

static struct pmo_value later_date(struct pmo_value left, struct pmo_value right,
				   const struct pmo_world *world)
{
	return date_value(move_date(date_of(left), duration_of(right), world));
}

static struct pmo_value date_later(struct pmo_value left, struct pmo_value right,
				   const struct pmo_world *world)
{
	return later_date(right, left, world);
}

static struct pmo_value earlier_date(struct pmo_value left, struct pmo_value right,
				     const struct pmo_world *world)
{
	struct pmo_duration by = duration_of(right);
	by.amount = -by.amount;
	return date_value(move_date(date_of(left), by, world));
}

static struct pmo_value days_apart(struct pmo_value left, struct pmo_value right,
				   const struct pmo_world *world)
{
	int64_t days = pmo_calendar_days_between(world ? world->calendar : NULL, date_of(right),
						 date_of(left));
	return duration_value(days * PMO_DURATION_THOUSANDTHS, PMO_DURATION_DAYS);
}

/* Of one unit it stays in it; what is nothing has no unit; else minutes of work. */
static struct pmo_value add_durations(struct pmo_value left, struct pmo_value right,
				      const struct pmo_world *world)
{
	struct pmo_decimal a, b, sum;
	if (left.as.integer == 0)
		return right;
	if (right.as.integer == 0)
		return left;
	if (left.detail != right.detail) {
		int64_t per_day = minutes_per_day(world);
		int64_t x = pmo_duration_minutes(duration_of(left), (int)per_day);
		int64_t y = pmo_duration_minutes(duration_of(right), (int)per_day);
		a = (struct pmo_decimal){ .units = x };
		b = (struct pmo_decimal){ .units = y };
		left.detail = PMO_DURATION_MINUTES;
	} else if (!expr_decimal(left, &a) || !expr_decimal(right, &b)) {
		return expr_absent();
	}
	if (pmo_decimal_add(a, b, &sum) != PMO_OK)
		return expr_absent();
	return expr_of_decimal(PMO_DURATION, sum, left.detail);
}

static struct pmo_value subtract_durations(struct pmo_value left, struct pmo_value right,
					   const struct pmo_world *world)
{
	right.as.integer = -right.as.integer;
	return add_durations(left, right, world);
}

static struct pmo_value divide_durations(struct pmo_value left, struct pmo_value right,
					 const struct pmo_world *world)
{
	struct pmo_decimal a = { .units = left.as.integer }, b = { .units = right.as.integer };
	if (left.detail != right.detail) {
		int per_day = minutes_per_day(world);
		a.units = pmo_duration_minutes(duration_of(left), per_day);
		b.units = pmo_duration_minutes(duration_of(right), per_day);
	}
	struct pmo_decimal quotient;
	if (compute(EXPR_DIVIDE, a, b, &quotient) != PMO_OK)
		return expr_absent();
	return expr_of_decimal(PMO_NUMBER, quotient, 0);
}

struct pmo_value expr_as_field(const struct pmo_field *field, struct pmo_value value)
{
	enum expr_group group = expr_group_of(field->kind);
	struct pmo_decimal number;
	if (value.presence != PMO_PRESENT)
		return expr_absent();
	if (value.is_list != ((field->flags & PMO_LIST) != 0))
		return expr_absent();
	if (group == EXPR_GROUP_TEXT && expr_group_of(value.kind) == group && !value.is_list) {
		int choice = expr_type_choice(expr_type_of_field(NULL, field), value.as.text);
		if (field->kind == PMO_CHOICE && choice < 0)
			return expr_absent();
		value.detail = field->kind == PMO_CHOICE ? (uint8_t)choice : 0;
		value.kind = (uint8_t)field->kind;
		return value;
	}
	if (value.kind == field->kind || value.is_list)
		return value;
	if (field->kind == PMO_DATE && value.kind == PMO_MOMENT)
		return date_value(date_of(value));
	if (!is_number(group) || !is_number(expr_group_of(value.kind)) ||
	    !expr_decimal(value, &number))
		return expr_absent();
	return expr_of_decimal(field->kind, number, 0);
}

/* The kind that two items of a list can both have, or the first one's. */
static uint8_t common_kind(uint8_t a, uint8_t b)
{
	enum expr_group left = expr_group_of(a), right = expr_group_of(b);
	if (a == b)
		return a;
	if (is_number(left) && is_number(right))
		return a == PMO_MONEY || b == PMO_MONEY ? PMO_MONEY : PMO_NUMBER;
	if (left == right && left == EXPR_GROUP_TEXT)
		return PMO_TEXT;
	return left == right && left == EXPR_GROUP_DATE ? PMO_DATE : a;
}

uint8_t expr_unify(struct pmo_value *items, size_t count)
{
	struct pmo_field field = { .name = "", .kind = PMO_TEXT };
	if (count)
		field.kind = (enum pmo_kind)items[0].kind;
	for (size_t i = 1; i < count; i++)
		field.kind = (enum pmo_kind)common_kind((uint8_t)field.kind, items[i].kind);
	for (size_t i = 0; i < count; i++)
		if (items[i].kind != field.kind)
			items[i] = expr_as_field(&field, items[i]);
	return (uint8_t)field.kind;
}

/* Ids and words are mostly the same bytes or plain ASCII. */
static int order_of_text(const char *a, const char *b)
{
	if (a == b || pmo_ascii_equal(a, b))
		return 0;
	return pmo_text_compare(a, b);
}

static int order_of_integers(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* A structure stands for its key. */
static struct pmo_value key_of(struct pmo_value value)
{
	if (value.kind != PMO_STRUCT || value.is_list)
		return value;
	return value.count ? value.as.items[0] : expr_absent();
}

bool expr_order(struct pmo_value left, struct pmo_value right, const struct pmo_world *world,
		int *order)
{
	struct pmo_decimal a, b;
	if (left.kind == PMO_INTEGER && right.kind == PMO_INTEGER && !left.is_list &&
	    !right.is_list && left.presence == PMO_PRESENT && right.presence == PMO_PRESENT) {
		*order = order_of_integers(left.as.integer, right.as.integer);
		return true;
	}
	left = key_of(left);
	right = key_of(right);
	if (left.presence != PMO_PRESENT || right.presence != PMO_PRESENT || left.is_list ||
	    right.is_list || !expr_kinds_compare(left.kind, right.kind))
		return false;
	switch (expr_group_of(left.kind)) {
	case EXPR_GROUP_TEXT:
		*order = order_of_text(left.as.text, right.as.text);
		return true;
	case EXPR_GROUP_DATE:
		if (left.kind == PMO_MOMENT && right.kind == PMO_MOMENT)
			*order = pmo_value_compare(&left, &right);
		else
			*order = order_of_integers(date_of(left), date_of(right));
		return true;
	case EXPR_GROUP_YES_NO:
		*order = order_of_integers(left.as.integer, right.as.integer);
		return true;
	case EXPR_GROUP_DURATION:
		*order = pmo_duration_compare(duration_of(left), duration_of(right),
					      minutes_per_day(world));
		return true;
	default:
		if (!expr_decimal(left, &a) || !expr_decimal(right, &b))
			return false;
		*order = pmo_decimal_compare(a, b);
		return true;
	}
}

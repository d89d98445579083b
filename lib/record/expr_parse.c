/*
 * The grammar of expressions, by recursive descent:
 *
 *     or          and { "or" and }
 *     and         not { "and" not }
 *     not         "not" not | comparison
 *     comparison  sum [ ( "=" "!=" "<" "<=" ">" ">=" "~" "in" ) sum ]
 *     sum         product { ( "+" | "-" ) product }
 *     product     unary { ( "*" | "/" ) unary }
 *     unary       "-" unary | primary
 *     primary     value | name | call [ "." name ] | "(" or ")" | "[" sum, ... "]"
 *     call        name "(" or { "," or } ")"
 *
 * The tree is never deeper than EXPR_DEPTH_LIMIT, so that whoever walks it may recur.
 * The first fault ends it; every function gives NULL after that.
 */
#include "expr_internal.h"

#include <pmo/text.h>

#include <stdio.h>
#include <string.h>

struct parser {
	struct expr_report *report;
	struct expr_token token; /* the one to look at */
	size_t at, nodes;
	unsigned depth;
};

static struct expr_node *parse_or(struct parser *parser);

static struct pmo_place place_of(const struct expr_token *token)
{
	return (struct pmo_place){ .offset = token->offset, .length = token->length };
}

/* Moves to the next token. */
static bool advance(struct parser *parser)
{
	return expr_lex(parser->report, &parser->at, &parser->token);
}

/* Says what was expected where the token stands. */
static void *expected(struct parser *parser, const char *what)
{
	const struct expr_token *token = &parser->token;
	struct pmo_place place = place_of(token);
	if (token->kind == EXPR_TOKEN_END)
		expr_fault(parser->report, "expr-syntax", &place,
			   "the expression ends, expected %s", what);
	else
		expr_fault(parser->report, "expr-syntax", &place, "found '%.*s', expected %s",
			   (int)token->length, parser->report->text + token->offset, what);
	return NULL;
}

static void *too_large(struct parser *parser, const struct expr_token *token)
{
	struct pmo_place place = place_of(token);
	expr_fault(
		parser->report, "expr-syntax", &place,
		"the expression is too large here: at most %d levels, %d parts, %d dots in a name",
		EXPR_DEPTH_LIMIT, EXPR_NODE_LIMIT, EXPR_PART_LIMIT - 1);
	return NULL;
}

static struct expr_node *make(struct parser *parser, enum expr_op op,
			      const struct expr_token *token)
{
	if (++parser->nodes > EXPR_NODE_LIMIT)
		return too_large(parser, token);
	struct expr_node *node = pmo_arena_alloc(parser->report->arena, sizeof(*node));
	if (!node) {
		parser->report->result = PMO_NO_MEMORY;
		return NULL;
	}
	node->op = (uint8_t)op;
	node->type.kind = EXPR_ANY;
	node->offset = (uint32_t)token->offset;
	node->length = (uint32_t)token->length;
	node->depth = 1;
	return node;
}

static void deepen(struct expr_node *node, const struct expr_node *child)
{
	if (child && child->depth >= node->depth)
		node->depth = (uint8_t)(child->depth + 1);
}

/* A node over one or two others. */
static struct expr_node *make_over(struct parser *parser, enum expr_op op,
				   const struct expr_token *token, struct expr_node *left,
				   struct expr_node *right)
{
	struct expr_node *node = make(parser, op, token);
	if (!node)
		return NULL;
	node->left = left;
	node->right = right;
	deepen(node, left);
	deepen(node, right);
	return node->depth > EXPR_DEPTH_LIMIT ? too_large(parser, token) : node;
}

static bool accept(struct parser *parser, enum expr_token_kind kind, const char *what)
{
	if (parser->token.kind == kind)
		return advance(parser);
	expected(parser, what);
	return false;
}

/* What stands between commas, up to the closing sign, as a chain. */
static bool parse_chain(struct parser *parser, struct expr_node *node, enum expr_token_kind close)
{
	struct expr_node **end = &node->left;
	const struct expr_token start = parser->token;
	const char *what = close == EXPR_TOKEN_CLOSE ? "',' or ')'" : "',' or ']'";
	if (parser->token.kind == close)
		return advance(parser);
	for (;;) {
		*end = parse_or(parser);
		if (!*end)
			return false;
		deepen(node, *end);
		end = &(*end)->next;
		if (parser->token.kind != EXPR_TOKEN_COMMA)
			break;
		if (!advance(parser))
			return false;
	}
	if (node->depth > EXPR_DEPTH_LIMIT)
		return too_large(parser, &start);
	return accept(parser, close, what);
}

/* The parts of a name between its dots; the name itself is kept as written. */
static bool split(struct parser *parser, struct expr_node *node, const struct expr_token *token)
{
	struct pmo_arena *arena = parser->report->arena;
	char *copy = pmo_arena_copy(arena, parser->report->text + token->offset, token->length);
	char *rest = pmo_arena_string(arena, copy);
	size_t count = 1;
	for (const char *dot = copy; dot && (dot = strchr(dot, '.')); dot++)
		count++;
	const char **parts = pmo_arena_array(arena, count, sizeof(*parts));
	if (!copy || !rest || !parts) {
		parser->report->result = PMO_NO_MEMORY;
		return false;
	}
	for (size_t i = 0; i < count; i++) {
		size_t length = strcspn(rest, ".");
		parts[i] = rest;
		rest += length;
		if (i + 1 < count)
			*rest++ = '\0';
	}
	if (count > EXPR_PART_LIMIT)
		return too_large(parser, token);
	node->name = copy;
	node->parts = parts;
	node->part_count = count;
	return true;
}

static struct expr_node *parse_name(struct parser *parser)
{
	struct expr_token token = parser->token;
	struct expr_node *node = make(parser, EXPR_NAME, &token);
	if (!node || !split(parser, node, &token) || !advance(parser))
		return NULL;
	if (parser->token.kind != EXPR_TOKEN_OPEN)
		return node;
	node->op = EXPR_CALL;
	if (!advance(parser) || !parse_chain(parser, node, EXPR_TOKEN_CLOSE))
		return NULL;
	if (parser->token.kind != EXPR_TOKEN_PATH)
		return node;
	token = parser->token;
	node = make_over(parser, EXPR_PATH, &token, node, NULL);
	return node && split(parser, node, &token) && advance(parser) ? node : NULL;
}

static struct expr_node *parse_parentheses(struct parser *parser)
{
	if (!advance(parser))
		return NULL;
	struct expr_node *node = parse_or(parser);
	if (!node)
		return NULL;
	bool comma = parser->token.kind == EXPR_TOKEN_COMMA;
	if (accept(parser, EXPR_TOKEN_CLOSE, "')'"))
		return node;
	if (comma)
		expr_hint(parser->report, "a list stands in brackets: [a, b]");
	return NULL;
}

static struct expr_node *parse_primary(struct parser *parser)
{
	struct expr_token token = parser->token;
	struct expr_node *node;
	switch (token.kind) {
	case EXPR_TOKEN_VALUE:
		node = make(parser, EXPR_VALUE, &token);
		if (!node || !advance(parser))
			return NULL;
		node->value = token.value;
		node->quoted = token.value.kind == PMO_TEXT;
		return node;
	case EXPR_TOKEN_NAME:
		return parse_name(parser);
	case EXPR_TOKEN_OPEN:
		return parse_parentheses(parser);
	case EXPR_TOKEN_OPEN_LIST:
		node = make(parser, EXPR_LIST, &token);
		if (!node || !advance(parser) || !parse_chain(parser, node, EXPR_TOKEN_CLOSE_LIST))
			return NULL;
		return node;
	case EXPR_TOKEN_NOT:
		expected(parser, "a value");
		expr_hint(parser->report,
			  "not stands before a whole comparison, or in parentheses");
		return NULL;
	default:
		return expected(parser, "a value");
	}
}

static struct expr_node *parse_unary(struct parser *parser)
{
	struct expr_token token = parser->token;
	if (token.kind != EXPR_TOKEN_SUBTRACT)
		return parse_primary(parser);
	if (++parser->depth > EXPR_DEPTH_LIMIT)
		return too_large(parser, &token);
	struct expr_node *inner = advance(parser) ? parse_unary(parser) : NULL;
	parser->depth--;
	return inner ? make_over(parser, EXPR_NEGATE, &token, inner, NULL) : NULL;
}

static struct expr_node *parse_product(struct parser *parser)
{
	struct expr_node *left = parse_unary(parser);
	while (left && (parser->token.kind == EXPR_TOKEN_MULTIPLY ||
			parser->token.kind == EXPR_TOKEN_DIVIDE)) {
		struct expr_token token = parser->token;
		enum expr_op op = token.kind == EXPR_TOKEN_MULTIPLY ? EXPR_MULTIPLY : EXPR_DIVIDE;
		struct expr_node *right = advance(parser) ? parse_unary(parser) : NULL;
		left = right ? make_over(parser, op, &token, left, right) : NULL;
	}
	return left;
}

static struct expr_node *parse_sum(struct parser *parser)
{
	struct expr_node *left = parse_product(parser);
	while (left && (parser->token.kind == EXPR_TOKEN_ADD ||
			parser->token.kind == EXPR_TOKEN_SUBTRACT)) {
		struct expr_token token = parser->token;
		enum expr_op op = token.kind == EXPR_TOKEN_ADD ? EXPR_ADD : EXPR_SUBTRACT;
		struct expr_node *right = advance(parser) ? parse_product(parser) : NULL;
		left = right ? make_over(parser, op, &token, left, right) : NULL;
	}
	return left;
}

static bool is_comparison(enum expr_token_kind kind)
{
	return kind >= EXPR_TOKEN_EQUAL && kind <= EXPR_TOKEN_IN;
}

static struct expr_node *parse_comparison(struct parser *parser)
{
	struct expr_node *left = parse_sum(parser);
	struct expr_token token = parser->token;
	if (!left || !is_comparison(token.kind))
		return left;
	struct expr_node *right = advance(parser) ? parse_sum(parser) : NULL;
	if (!right)
		return NULL;
	if (is_comparison(parser->token.kind)) {
		struct pmo_place place = place_of(&parser->token);
		expr_fault(parser->report, "expr-syntax", &place,
			   "a comparison cannot be compared again");
		expr_hint(parser->report, "join two comparisons with and");
		return NULL;
	}
	enum expr_op op = EXPR_EQUAL + (enum expr_op)(token.kind - EXPR_TOKEN_EQUAL);
	return make_over(parser, op, &token, left, right);
}

static struct expr_node *parse_not(struct parser *parser)
{
	struct expr_token token = parser->token;
	if (token.kind != EXPR_TOKEN_NOT)
		return parse_comparison(parser);
	if (++parser->depth > EXPR_DEPTH_LIMIT)
		return too_large(parser, &token);
	struct expr_node *inner = advance(parser) ? parse_not(parser) : NULL;
	parser->depth--;
	return inner ? make_over(parser, EXPR_NOT, &token, inner, NULL) : NULL;
}

/* All of `a and b and c` is one node over a chain, however long. */
static struct expr_node *parse_joined(struct parser *parser, enum expr_token_kind kind,
				      struct expr_node *(*parse)(struct parser *))
{
	struct expr_node *first = parse(parser);
	if (!first || parser->token.kind != kind)
		return first;
	enum expr_op op = kind == EXPR_TOKEN_OR ? EXPR_OR : EXPR_AND;
	struct expr_token token = parser->token;
	struct expr_node *node = make_over(parser, op, &token, first, NULL);
	struct expr_node *last = first;
	/* A chain in parentheses is a node of its own, so first has no next. */
	while (node && parser->token.kind == kind) {
		last->next = advance(parser) ? parse(parser) : NULL;
		last = last->next;
		if (!last)
			return NULL;
		deepen(node, last);
	}
	if (node && node->depth > EXPR_DEPTH_LIMIT)
		return too_large(parser, &token);
	return node;
}

static struct expr_node *parse_and(struct parser *parser)
{
	return parse_joined(parser, EXPR_TOKEN_AND, parse_not);
}

static struct expr_node *parse_or(struct parser *parser)
{
	struct expr_token token = parser->token;
	if (++parser->depth > EXPR_DEPTH_LIMIT)
		return too_large(parser, &token);
	struct expr_node *node = parse_joined(parser, EXPR_TOKEN_OR, parse_and);
	parser->depth--;
	return node;
}

static void hint_after(struct parser *parser)
{
	const char *text = parser->report->text + parser->token.offset;
	static const char *const words[] = { "and", "or", "not", "in" };
	if (parser->token.kind == EXPR_TOKEN_NOT) {
		expr_hint(parser->report, "not stands in front: not owner in [DSP, NET]");
		return;
	}
	if (parser->token.kind == EXPR_TOKEN_COMMA) {
		expr_hint(parser->report, "numbers have no commas, lists stand in brackets");
		return;
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		char word[4] = "";
		snprintf(word, sizeof(word), "%.*s", (int)parser->token.length, text);
		if (parser->token.length <= 3 && pmo_ascii_equal(word, words[i])) {
			expr_hint(parser->report, "write %s in small letters", words[i]);
			return;
		}
	}
	if (parser->token.kind == EXPR_TOKEN_NAME)
		expr_hint(parser->report, "text of several words stands in quotes");
}

struct expr_node *expr_parse(struct expr_report *report)
{
	struct parser parser = { .report = report };
	if (strnlen(report->text, EXPR_TEXT_LIMIT + 1) > EXPR_TEXT_LIMIT) {
		struct pmo_place place = { .offset = EXPR_TEXT_LIMIT, .length = 1 };
		expr_fault(report, "expr-syntax", &place, "the expression is longer than %d bytes",
			   EXPR_TEXT_LIMIT);
		return NULL;
	}
	if (!advance(&parser))
		return NULL;
	struct expr_node *root = parse_or(&parser);
	if (!root || parser.token.kind == EXPR_TOKEN_END)
		return root;
	expected(&parser, "an operator or the end");
	hint_after(&parser);
	return NULL;
}

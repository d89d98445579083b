/* See budget_reconcile.h: which column is what, and what belongs together. */
#include "budget_reconcile.h"

#include <pmo/money.h>
#include <pmo/text.h>

#include <string.h>

/* Headings as finance systems write them, by their letters and digits alone. */
static const struct {
	const char *name, *headings;
} roles[] = {
	[LEDGER_ORDER] = { "order", "po|pono|ponumber|ponum|order|orderno|ordernumber|"
				    "purchaseorder|purchaseorderno|purchaseordernumber" },
	[LEDGER_INVOICE] = { "invoice", "invoice|invoiceno|invoicenumber|invoicenum|invoiceid|inv|"
					"invno|vendorinvoice|vendorinvoiceno|supplierinvoice" },
	[LEDGER_AMOUNT] = { "amount", "amount|amt|netamount|invoiceamount|transactionamount|"
				      "transamount|transamt|postedamount|debit|total" },
	[LEDGER_ACCOUNT] = { "account", "account|accountcode|accountno|accountnumber|glaccount|"
					"code|object|objectcode" },
	[LEDGER_TEXT] = { "text", "text|description|memo|comment|vendor|vendorname|supplier|"
				  "payee" },
};

const char *ledger_role_name(enum ledger_role role)
{
	return roles[role].name;
}

/* Letters and digits alone, small. False: longer than any number is. */
static bool reduce(const char *text, char *out, size_t size)
{
	size_t length = 0;
	for (; *text; text++) {
		if (!pmo_ascii_is_alnum(*text) && (unsigned char)*text < 0x80)
			continue;
		if (length + 1 >= size)
			return false;
		char c = pmo_ascii_to_upper(*text);
		out[length++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
	}
	out[length] = '\0';
	return true;
}

static bool is_same(const char *a, const char *b)
{
	char left[128], right[128];
	if (!reduce(a, left, sizeof(left)) || !reduce(b, right, sizeof(right)))
		return strcmp(a, b) == 0;
	return strcmp(left, right) == 0;
}

static int find_column(const struct pmo_csv *csv, const char *name, size_t length)
{
	const struct pmo_csv_record *head = &csv->records[0];
	for (size_t i = 0; i < head->count; i++)
		if (strlen(head->cells[i]) == length && memcmp(head->cells[i], name, length) == 0)
			return (int)i;
	return -1;
}

static enum pmo_result take_word(const struct pmo_csv *csv, const char *word,
				 struct ledger_columns *columns)
{
	const char *equals = strrchr(word, '=');
	size_t role = 0;
	if (!equals)
		return cli_usage("'%s' is no COLUMN=ROLE", word);
	while (role < LEDGER_ROLES && strcmp(equals + 1, roles[role].name) != 0)
		role++;
	if (role == LEDGER_ROLES)
		return cli_usage("'%s': a column is order, invoice, amount, account or text", word);
	columns->of[role] = find_column(csv, word, (size_t)(equals - word));
	if (columns->of[role] < 0)
		return cli_usage("the file has no column '%.*s'", (int)(equals - word), word);
	return PMO_OK;
}

enum pmo_result ledger_take_columns(const struct pmo_csv *csv, char **words, int count,
				    struct ledger_columns *columns)
{
	char name[128];
	columns->csv = csv;
	for (size_t role = 0; role < LEDGER_ROLES; role++)
		columns->of[role] = -1;
	for (size_t i = 0; csv->count && i < csv->records[0].count; i++)
		for (size_t role = 0; role < LEDGER_ROLES; role++)
			if (columns->of[role] < 0 &&
			    reduce(csv->records[0].cells[i], name, sizeof(name)) && *name &&
			    pmo_word_is_in(roles[role].headings, name))
				columns->of[role] = (int)i;
	enum pmo_result result = PMO_OK;
	for (int i = 0; result == PMO_OK && csv->count && i < count; i++)
		result = take_word(csv, words[i], columns);
	if (result == PMO_OK && columns->of[LEDGER_AMOUNT] < 0)
		result = cli_usage("no column is the amount; say which: COLUMN=amount");
	if (result == PMO_OK && columns->of[LEDGER_INVOICE] < 0 && columns->of[LEDGER_ORDER] < 0)
		result = cli_usage("no column is the invoice or the order number; say which: "
				   "COLUMN=invoice");
	return result;
}

/* Two numbers, of which one may be unknown. */
static bool may_agree(const char *a, const char *b)
{
	return !*a || !*b || is_same(a, b);
}

static bool belongs(const struct ledger_pair *pair, const struct ledger_entry *entry, bool is_ours)
{
	const char *const *own = entry->number, *const *other = pair->number;
	const char *which = is_ours ? pair->ours : pair->theirs;
	if (*own[LEDGER_INVOICE] || *other[LEDGER_INVOICE])
		return *own[LEDGER_INVOICE] && *other[LEDGER_INVOICE] &&
		       is_same(own[LEDGER_INVOICE], other[LEDGER_INVOICE]) &&
		       may_agree(own[LEDGER_ORDER], other[LEDGER_ORDER]);
	if (*own[LEDGER_ORDER] || *other[LEDGER_ORDER])
		return *own[LEDGER_ORDER] && *other[LEDGER_ORDER] &&
		       is_same(own[LEDGER_ORDER], other[LEDGER_ORDER]);
	int64_t amount = is_ours ? pair->their_amount : pair->our_amount;
	return !which && amount == entry->amount &&
	       may_agree(own[LEDGER_ACCOUNT], other[LEDGER_ACCOUNT]);
}

static struct ledger_pair *find_pair(struct ledger *ledger, const struct ledger_entry *entry,
				     bool is_ours)
{
	for (size_t i = 0; i < ledger->count; i++)
		if (belongs(&ledger->pairs[i], entry, is_ours))
			return &ledger->pairs[i];
	struct ledger_pair *grown =
		pmo_arena_grow(&ledger->cli->arena, ledger->pairs, ledger->count, &ledger->capacity,
			       sizeof(*grown));
	if (!grown)
		return NULL;
	ledger->pairs = grown;
	struct ledger_pair *pair = &grown[ledger->count++];
	*pair = (struct ledger_pair){ .text = entry->text };
	for (size_t i = 0; i <= LEDGER_ACCOUNT; i++)
		pair->number[i] = entry->number[i] ? entry->number[i] : "";
	return pair;
}

enum pmo_result ledger_add(struct ledger *ledger, const struct ledger_entry *entry, bool is_ours)
{
	struct ledger_pair *pair = find_pair(ledger, entry, is_ours);
	if (!pair)
		return PMO_NO_MEMORY;
	const char **which = is_ours ? &pair->ours : &pair->theirs;
	int64_t *amount = is_ours ? &pair->our_amount : &pair->their_amount;
	*which = *which ? pmo_arena_format(&ledger->cli->arena, "%s, %s", *which, entry->where)
			: entry->where;
	for (size_t i = 0; i <= LEDGER_ACCOUNT; i++)
		if (!*pair->number[i])
			pair->number[i] = entry->number[i];
	if (!*which)
		return PMO_NO_MEMORY;
	if (pmo_money_add(*amount, entry->amount, amount) != PMO_OK)
		return cli_usage("a sum is too large");
	return PMO_OK;
}

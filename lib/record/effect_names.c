/* The names of effects, apart from what they do: the language of pmo.yaml knows them, too. */
#include <pmo/schema.h>

const char *const pmo_effect_names[] = { "occur",         "implement",      "agree",
					 "match_invoice", "return_invoice", "pay_invoice",
					 "raise_defect",  NULL };

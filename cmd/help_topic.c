/* `pmo help dates`: what is the same in all commands, a screen each. The manual says more. */
#include "help_code.h"

#include <string.h>

struct topic {
	const char *name, *text;
};

static const struct topic topics[] = {
	{ "fields", "Fields are set with FIELD=VALUE, on add, set and every verb.\n\n"
		    "  owner=DSP                      a person by the handle\n"
		    "  due=fri                        a date as you say it: pmo help dates\n"
		    "  amount=45k                     money: pmo help money\n"
		    "  due=                           takes the value away\n"
		    "  tags+=x  tags-=x               adds to a list, takes from it\n"
		    "  quotes+='vendor=VEN-011 amount=47000'\n"
		    "                                 an item of several values\n"
		    "  quotes.2.amount=46000          in the second item, as show numbers them\n"
		    "  notes+='HR confirmed'          a line that stays, with day and name\n\n"
		    "owner, due and title work in every register, whatever its field is called.\n"
		    "pmo help risk shows the fields of risks; more: man pmo-set\n" },
	{ "filters",
	  "Words behind a register filter its list; all of them must hold.\n\n"
	  "  pmo risk owner=DSP             a value; owner=DSP,NET either of them\n"
	  "  pmo risk 'score>=10'           also < <= > != and ~ for text within text\n"
	  "  pmo risk due=                  has none\n"
	  "  pmo risk 'due<fri'             dates as you say them\n"
	  "  pmo risk overdue               also open, closed, mine, void\n"
	  "  pmo risk fiber permit          words of the title\n"
	  "  pmo task --where 'not percent or percent < 50'\n"
	  "                                 what has no value is neither < nor >\n"
	  "  pmo risk @hot                  a saved filter of pmo.yaml\n"
	  "  pmo risk --where 'score >= 10 and not owner = DSP'\n"
	  "                                 an expression: and, or, not, in, + - * /\n\n"
	  "Without a word about the state only what is open is listed; --all shows all.\n"
	  "Quote what has < > ! in it, for the shell. More: man pmo-expressions\n" },
	{ "dates",
	  "Dates are typed as you say them, and kept as 2026-11-20.\n\n"
	  "  today  tomorrow  yesterday\n"
	  "  fri  friday                    the next one after today\n"
	  "  next fri  this fri  last fri   of next week, of this one, the latest past\n"
	  "  +5d  -3d                       working days from today\n"
	  "  +5cd  +2w  +3m  +1y            calendar days, weeks, months, years\n"
	  "  in 2 weeks  in two weeks       also days (working ones), calendar days\n"
	  "  3 days ago  a week ago         the same backwards\n"
	  "  next week  next month          a week, a month from today\n"
	  "  eow  eom  eoq  eoy             end of the week (Friday), month, quarter, year\n"
	  "  end of month                   the same\n"
	  "  12/1  12/1/26  Dec 1  1 Dec    the next such day, or of that year\n"
	  "  Dec 1st  1st of December       the same\n"
	  "  2026-12-01\n\n"
	  "The same words count in options, fields, pmo +, minutes and replies; weeks begin\n"
	  "on Monday. 12-1 and 1.12. are refused: which of them is the month?\n"
	  "Holidays are those of the workspace's calendar. A due date on a day that nobody\n"
	  "works is told; pmo + moves it to the working day before.\n"
	  "--as-of DATE answers as if today were that day.\n" },
	{ "moves",
	  "A record moves from state to state by verbs; each register has its own.\n\n"
	  "  pmo help action                its states and verbs, and what they need\n"
	  "  pmo action finish ACT-4        the verb, then ids\n"
	  "  pmo action finish ACT-4 --note \"done by phone\"\n"
	  "                                 why; kept in the record's history\n"
	  "  pmo risk analyse RSK-1 probability=4 impact=3\n"
	  "                                 fields that the verb needs, in one go\n"
	  "  --on yesterday --by DSP        when it was, and who did it\n"
	  "  --evidence mail.eml            keeps a file with its hash\n"
	  "  pmo risk void RSK-1 --note WHY a wrong entry; nothing is ever deleted\n\n"
	  "States between are passed when nothing on the way is missing. What is refused\n"
	  "names the rule and what would satisfy it. pmo undo takes the last change back.\n" },
	{ "money",
	  "Money is exact, in the workspace's one currency, and kept as 12500.00.\n\n"
	  "  estimate=12500  12,500  $12,500.00\n"
	  "  estimate=12.5k  1.2m           thousands, millions\n"
	  "  amount='(1,260.00)'            what is taken away; also -1260\n\n"
	  "12.500 and 1,25 are refused: they mean different things to different people.\n\n"
	  "  pmo purchase --sum estimate    sums, of what is listed\n"
	  "  pmo purchase 'estimate>=5k'    filters understand the same forms\n"
	  "  --where 'estimate * 5% > 1000' percentages of it, in expressions\n\n"
	  "Expressions write it plain, 12500.00. Amounts are rounded to the cent, a half\n"
	  "away from zero. In json they are strings, so that nothing is lost.\n" },
};

bool help_add_topic(struct cli *cli, const char *word)
{
	for (size_t i = 0; i < sizeof(topics) / sizeof(*topics); i++) {
		size_t length = strlen(topics[i].name) - 1; /* `date` will do */
		bool is_plural = topics[i].name[length] == 's';
		if (strcmp(topics[i].name, word) != 0 &&
		    !(is_plural && strlen(word) == length &&
		      strncmp(topics[i].name, word, length) == 0))
			continue;
		pmo_buffer_add_text(&cli->out, topics[i].text);
		return true;
	}
	return false;
}

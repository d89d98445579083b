/*
 * Words of other programs: what they call their columns, their levels, their states.
 * Data, and the few lines that look into it.
 */
#include "exchange/import.h"

#include <pmo/text.h>

#include <string.h>

/*
 * The first target that the register has, that may be written and that is still free
 * counts. A header that is a field's own name or label needs no row.
 */
const struct import_synonym import_synonyms[] = {
	{ "|title|subject|summary|name|headline|topic|task name|risk|risk title|issue|issue title|"
	  "action|action item|item|what|task|full name|display name|",
	  "title" },
	{ "|first name|firstname|given name|forename|vorname|prenom|"
	  "last name|lastname|surname|family name|nachname|",
	  "name" },
	{ "|description|body|details|detail|content|text|long description|background|"
	  "risk description|issue description|beschreibung|",
	  "description event text" },
	{ "|assignee|assigned to|assigned|responsible|responsible person|owner|owned by|risk owner|"
	  "issue owner|action owner|lead|who|user|tester|tested by|executed by|",
	  "owner" },
	{ "|due|due date|duedate|target date|target|deadline|end date|date end|finish by|"
	  "due by|complete by|resolution date target|",
	  "due deadline" },
	{ "|next review|review date|review|", "next_review" },
	{ "|status|state|issue status|risk status|current status|statut|", "status" },
	{ "|priority|prio|importance|", "priority priority_override" },
	{ "|urgency|", "urgency" },
	{ "|likelihood|probability|chance|prob|p|", "probability" },
	{ "|impact|severity|consequence|i|", "impact severity" },
	{ "|labels|label|tags|tag|keywords|components|component s|", "tags" },
	{ "|category|categories|kategorie|", "category tags" },
	{ "|area|areas|", "area tags" },
	{ "|type|issue type|tracker|kind|", "type kind" },
	{ "|id|key|issue key|issue id|ticket|ticket id|ticket number|number|no|nr|ref|"
	  "reference|external|external id|unique id|uid|risk id|action id|task id|",
	  "external" },
	{ "|created|created on|created at|date created|raised|raised on|date raised|opened|"
	  "opened on|date opened|identified|date identified|logged|reported on|",
	  "raised identified created" },
	{ "|reporter|raised by|reported by|created by|author|creator|", "raised_by created_by" },
	{ "|notes|note|comments|comment|remarks|remark|updates|progress notes|", "note" },
	{ "|mitigation|mitigation plan|response|response plan|treatment|mitigating action|",
	  "response" },
	{ "|contingency|contingency plan|", "contingency" },
	{ "|trigger|triggers|", "trigger" },
	{ "|cause|causes|", "cause" },
	{ "|effect|effects|consequences|", "effect" },
	{ "|resolution|outcome|solution|", "resolution result" },
	{ "|resolved|resolved on|resolution date|closed|closed on|date closed|completed|"
	  "completed on|date completed|done on|",
	  "resolved done_on actual_finish" },
	{ "|start date|started|actual start|", "actual_start start" },
	{ "|estimate|original estimate|estimated hours|estimated days|work|effort|effort hours|",
	  "effort" },
	{ "|duration|duration days|", "duration" },
	{ "|progress|done|complete|percent complete|percent|", "percent" },
	{ "|parent|parent id|parent task|parent issue|", "parent" },
	{ "|mail|e mail|email|email address|e mail address|", "email" },
	{ "|phone|phone number|telephone|tel|mobile|", "phone" },
	{ "|department|organization|organisation|company|org|", "org" },
	{ "|job title|role|position|function|", "role" },
	{ "|test case|test case id|", "case" },
	{ "|handle|login|username|user name|initials|short name|", "handle" },
	{ NULL, NULL },
};

/* Words of about one meaning in each row, from much to little. */
static const char *const levels[] = {
	("|critical|very high|highest|blocker|urgent|immediate|extreme|almost certain|severe|p1|"
	 "catastrophic|"),
	"|high|major|important|likely|significant|p2|",
	"|medium|normal|moderate|possible|average|p3|med|default|",
	"|low|minor|unlikely|p4|",
	"|very low|lowest|trivial|rare|negligible|insignificant|p5|",
};

enum { LEVELS = sizeof(levels) / sizeof(levels[0]) };

/* States that mean much the same, each row for itself; the first one there is taken. */
static const char *const states[] = {
	("|new|open|opened|todo|to do|backlog|reported|identified|draft|submitted|planned|"
	 "pending|not started|registered|"),
	("|in progress|inprogress|started|doing|wip|active|ongoing|assigned|accepted|in work|"
	 "in development|in review|"),
	"|waiting|on hold|deferred|blocked|hold|feedback|needs info|",
	"|done|closed|complete|completed|finished|resolved|fixed|",
	("|cancelled|canceled|rejected|wontfix|won t fix|won t do|withdrawn|duplicate|dropped|"
	 "retired|"),
};

enum { STATES = sizeof(states) / sizeof(states[0]) };

static bool is_among(const char *words, const char *word)
{
	size_t length = strlen(word);
	for (const char *at = words; length && (at = strstr(at, word)); at++)
		if (at > words && at[-1] == '|' && at[length] == '|')
			return true;
	return false;
}

static int row_of(const char *const *rows, int count, const char *word)
{
	for (int i = 0; i < count; i++)
		if (is_among(rows[i], word))
			return i;
	return -1;
}

/* A choice of the same level; of the ends also the next one inwards. */
static enum pmo_result choice_of_level(struct pmo_arena *arena, const struct pmo_field *field,
				       int level, const char **to)
{
	int next = level == 0 ? 1 : level == LEVELS - 1 ? LEVELS - 2 : level;
	for (int pass = 0; pass < 2 && !*to; pass++, level = next)
		for (size_t i = 0; field->choices[i] && !*to; i++) {
			char *folded = import_fold_header(arena, field->choices[i]);
			if (!folded)
				return PMO_NO_MEMORY;
			if (is_among(levels[level], folded))
				*to = field->choices[i];
		}
	return PMO_OK;
}

/* `4 - High` begins with its number; `35 %` lies nearest to one of 10 30 50 70 90. */
static const char *scale_of(const struct pmo_field *field, const char *text, int level)
{
	static const char *const numbers[] = { "1", "2", "3", "4", "5" };
	size_t digits = strspn(text, "0123456789");
	const char *rest = text + digits + strspn(text + digits, " ");
	if (digits && digits <= 3 && *rest == '%' && !rest[1]) {
		int percent = 0;
		for (size_t i = 0; i < digits; i++)
			percent = percent * 10 + (text[i] - '0');
		return percent <= 100 && strstr(field->name, "probability")
			       ? numbers[percent >= 100 ? 4 : percent / 20]
			       : NULL;
	}
	if (digits == 1 && *text >= '1' && *text <= '5' && *rest && strchr("-:.(=", *rest))
		return numbers[*text - '1'];
	return level >= 0 ? numbers[LEVELS - 1 - level] : NULL;
}

static enum pmo_result state_of(struct pmo_arena *arena, const struct pmo_schema *schema,
				const char *word, const char **to)
{
	int row = row_of(states, STATES, word);
	for (size_t i = 0; i < schema->state_count; i++) {
		char *folded = import_fold_header(arena, schema->states[i].name);
		if (!folded)
			return PMO_NO_MEMORY;
		if (strcmp(folded, word) == 0) {
			*to = schema->states[i].name;
			return PMO_OK;
		}
		/* Of resolved and closed it is the one that is further on. */
		if (row > 0 && is_among(states[row], folded) && (!*to || row == 3))
			*to = schema->states[i].name;
	}
	/* What other programs call new is where records begin here. */
	if (row == 0)
		*to = schema->states[0].name;
	return PMO_OK;
}

enum pmo_result import_translate(struct pmo_arena *arena, const struct pmo_schema *schema,
				 int index, const char *text, const char **to)
{
	const struct pmo_field *field = schema->fields[index];
	char *word = import_fold_header(arena, text);
	*to = NULL;
	if (!word)
		return PMO_NO_MEMORY;
	if (index == schema->status)
		return state_of(arena, schema, word, to);
	int level = row_of(levels, LEVELS, word);
	if (field->kind == PMO_INTEGER && field->range && strcmp(field->range, "1..5") == 0)
		*to = scale_of(field, text, level);
	if (field->kind == PMO_CHOICE && level >= 0)
		return choice_of_level(arena, field, level, to);
	return PMO_OK;
}

bool import_is_last_name(struct pmo_arena *arena, const char *header)
{
	char *folded = import_fold_header(arena, header);
	return folded && is_among("|last name|lastname|surname|family name|nachname|", folded);
}

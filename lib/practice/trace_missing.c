/*
 * What an auditor would miss: fields that moves needed and that are not there, what the rules
 * of the register say of absent fields, and papers that no rule asks for.
 */
#include "practice/query.h"
#include "practice/trace.h"

#include <pmo/practice.h>
#include <pmo/text.h>

#include <string.h>

static struct pmo_arena *arena_of(const struct pmo_trace *trace)
{
	return pmo_workspace_arena(trace->workspace);
}

/* What was due next is over with once the record is closed. */
static bool has_field(const struct pmo_record *record, const char *name)
{
	int index = pmo_schema_field(record->schema, name);
	if (index < 0 || (index == record->schema->due && !pmo_record_is_open(record)))
		return true;
	struct pmo_value value = pmo_record_get(record, index);
	return pmo_value_is_present(&value);
}

/* Whether a line of the history begins "from>to ", or "from>to via ...". */
static bool was_made(const struct pmo_trace *trace, const struct pmo_record *record,
		     const struct pmo_move *move)
{
	struct pmo_value lines = pmo_record_get(record, record->schema->history);
	bool is_list = lines.presence == PMO_PRESENT && lines.is_list;
	size_t length = strlen(move->to);
	for (uint32_t i = 0; is_list && i < lines.count; i++) {
		struct pmo_log_line line;
		if (lines.as.items[i].presence != PMO_PRESENT ||
		    pmo_log_line_read(arena_of(trace), lines.as.items[i].as.text, &line) != PMO_OK)
			continue;
		const char *arrow = line.is_change ? strchr(line.what, '>') : NULL;
		if (!arrow || strncmp(arrow + 1, move->to, length) != 0 ||
		    (arrow[1 + length] && !strchr(" :", arrow[1 + length])))
			continue;
		const char *from =
			pmo_arena_copy(arena_of(trace), line.what, (size_t)(arrow - line.what));
		if (from && (strcmp(move->from, "*") == 0 || pmo_word_is_in(move->from, from)))
			return true;
	}
	return false;
}

/* "po_no of PUR-002", where no rule has said so. */
static enum pmo_result add_need(struct pmo_trace *trace, const struct pmo_record *record,
				const char *name)
{
	const char *text = pmo_arena_format(arena_of(trace), "%s of %s", name, record->id);
	for (size_t i = 0; text && i < trace->missing_count; i++)
		if (strncmp(trace->missing[i], text, strlen(text)) == 0)
			return PMO_OK;
	return trace_miss(trace, text);
}

/* Moves that were made by hand, or under other rules, and what they ask for today. */
static enum pmo_result add_needs(struct pmo_trace *trace, const struct pmo_record *record)
{
	const struct pmo_move *move = record->schema->table->moves;
	enum pmo_result result = PMO_OK;
	for (; move && move->verb && result == PMO_OK; move++) {
		const char *needs = move->needs;
		if (!needs || !was_made(trace, record, move))
			continue;
		while (*needs && result == PMO_OK) {
			size_t length = strcspn(needs, " ");
			const char *name = pmo_arena_copy(arena_of(trace), needs, length);
			needs += length + strspn(needs + length, " ");
			if (!name)
				return PMO_NO_MEMORY;
			if (strcmp(name, "note") != 0 && !has_field(record, name))
				result = add_need(trace, record, name);
		}
	}
	return result;
}

/* A warning about a field that is absent says that something is missing. */
static enum pmo_result add_rules(struct pmo_trace *trace, const struct pmo_record *record)
{
	const struct pmo_rule *rule = record->schema->table->rules;
	enum pmo_result result = PMO_OK;
	for (; rule && rule->code && result == PMO_OK; rule++) {
		if (rule->severity == PMO_ADVICE || !rule->field ||
		    has_field(record, rule->field) || !query_holds(record, rule->when))
			continue;
		const char *text = pmo_practice_text(record, rule->message);
		if (text)
			text = pmo_arena_format(arena_of(trace), "%s of %s (%s)", rule->field,
						record->id, text);
		result = text ? trace_miss(trace, text) : PMO_OK;
	}
	return result;
}

static enum pmo_result add_papers(struct pmo_trace *trace, const struct pmo_record *record)
{
	enum pmo_result result = PMO_OK;
	for (const struct trace_missing *row = trace_missing_rows;
	     row->register_name && result == PMO_OK; row++)
		if (strcmp(row->register_name, record->schema->table->name) == 0 &&
		    query_holds(record, row->when))
			result = trace_miss(trace, pmo_practice_text(record, row->what));
	return result;
}

enum pmo_result trace_add_missing(struct pmo_trace *trace)
{
	enum pmo_result result = PMO_OK;
	for (size_t i = 0; i < trace->record_count && result == PMO_OK; i++) {
		const struct pmo_record *record = trace->records[i];
		const struct trace_row *row = trace_row_of(record);
		bool is_chain = i == 0 || (row && row->passes);
		if (is_chain)
			result = add_rules(trace, record);
		if (result == PMO_OK && is_chain)
			result = add_needs(trace, record);
		if (result == PMO_OK)
			result = add_papers(trace, record);
	}
	return result;
}

/* What a person holds. */
#include <pmo/depart.h>

#include <pmo/text.h>

#include <string.h>

/* Fields by which somebody has something to do, beside a register's own owner field. */
static const char holding[] =
	"owner|actionee|acceptor|approver|author|fix_by|receiver|chair|recorder|coordinator|pm|"
	"sponsor|sender|person|delegate|agency_contact|trainer|instructor";

/* Lists with people who still have a part. */
static const char listing[] =
	"assignees|assignments|reviewers|approvers|board|invitees|authority|acting|approvals|leave|"
	"key_personnel|required";

static bool is_live(const struct pmo_record *record)
{
	return !record->unreadable && !pmo_record_is_void(record) && pmo_record_is_open(record);
}

static bool is_owner(const struct pmo_record *record, const struct pmo_field *field)
{
	int owner = record->schema->owner;
	return owner >= 0 && record->schema->fields[owner] == field;
}

static enum pmo_result add(struct pmo_holdings *holdings, const struct pmo_reference *reference)
{
	const struct pmo_field *field = reference->field;
	bool one = !(field->flags & PMO_LIST) && field->kind == PMO_REF;
	bool moves =
		one && (is_owner(reference->from, field) || pmo_word_is_in(holding, field->name));
	/* A note says whom somebody heard: that stays. */
	bool heard = strcmp(field->name, "person") == 0 &&
		     strcmp(reference->from->schema->table->name, "note") == 0;
	if (heard || (!moves && !(!one && pmo_word_is_in(listing, field->name))))
		return PMO_OK;
	struct pmo_holding *grown =
		pmo_arena_grow(reference->from->world->arena, holdings->items, holdings->count,
			       &holdings->capacity, sizeof(*grown));
	if (!grown)
		return PMO_NO_MEMORY;
	holdings->items = grown;
	grown[holdings->count++] = (struct pmo_holding){ reference->from, field, moves };
	holdings->moving += moves;
	return PMO_OK;
}

enum pmo_result pmo_holdings_find(struct pmo_workspace *workspace, const struct pmo_record *person,
				  struct pmo_holdings *holdings)
{
	struct pmo_reference *references;
	size_t count = 0;
	*holdings = (struct pmo_holdings){ 0 };
	enum pmo_result result = pmo_workspace_references(workspace, person, &references, &count);
	for (size_t i = 0; i < count && result == PMO_OK; i++)
		if (is_live(references[i].from))
			result = add(holdings, &references[i]);
	return result;
}

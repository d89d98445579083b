/*
 * Random edits of random documents, judged without the library's help: the meaning is
 * the one intended, all other lines stay, every comment stays beside its owner. A
 * failure is made smaller before it is shown. PMO_PROPERTY_COUNT says how many;
 * the arguments say from which seed, and how many.
 */
#include "unit.h"

#include "gen_document.h"
#include "gen_oracle.h"
#include "gen_render.h"
#include "ydoc/edit.h"

#include <stdlib.h>

struct change {
	enum ydoc_verb verb;
	int node;    /* what is set, taken away, renamed, moved; 0 for an insertion */
	int parent;  /* of node or of what comes */
	int fresh;   /* what comes */
	int sibling; /* the one it comes behind; 0: to the front */
	bool same;   /* a SET of what is already there */
};

struct outcome {
	bool good, refused, legitimate;
	const char *why;
};

static struct ydoc_value *value_of(const struct gen_tree *tree, int node, struct pmo_arena *arena)
{
	const struct gen_node *n = &tree->nodes[node];
	if (n->kind == YDOC_SCALAR)
		return ydoc_value_scalar(arena,
					 n->line    ? YDOC_LINE
					 : node % 2 ? YDOC_WORD
						    : YDOC_TEXT,
					 n->text);
	struct ydoc_value *value =
		n->kind == YDOC_LIST ? ydoc_value_list(arena) : ydoc_value_map(arena);
	value->flow = n->look >= LOOK_FLOW;
	for (int i = gen_first(tree, node); i; i = gen_next(tree, i)) {
		const char *key = n->kind == YDOC_MAP ? tree->nodes[i].key : NULL;
		assert_int_equal(ydoc_value_add(value, key, value_of(tree, i, arena)), PMO_OK);
	}
	return value;
}

static bool means(const struct ydoc *doc, const struct ydoc_node *node, const struct gen_tree *tree,
		  int wanted)
{
	const struct gen_node *n = &tree->nodes[wanted];
	if (!node)
		return !gen_first(tree, wanted);
	if (n->kind == YDOC_SCALAR) {
		const char *text = n->line ? ydoc_line(doc, node, doc->arena) : node->text;
		return text && strcmp(text, n->text) == 0;
	}
	if (node->kind != n->kind || node->count != (uint32_t)gen_count(tree, wanted))
		return false;
	const struct ydoc_node *child = node->first;
	for (int i = gen_first(tree, wanted); i; i = gen_next(tree, i), child = child->next) {
		if (n->kind == YDOC_MAP && strcmp(child->key, tree->nodes[i].key) != 0)
			return false;
		if (child->parent != node || !means(doc, child, tree, i))
			return false;
	}
	return true;
}

/* The tree as it shall be. */
static void perform(struct gen_tree *tree, const struct change *change)
{
	if (change->same)
		return;
	if (change->verb == YDOC_RENAME) {
		snprintf(tree->nodes[change->node].key, sizeof(tree->nodes[0].key), "k%d new",
			 change->node);
		return;
	}
	int before = change->sibling;
	if (change->node && change->verb == YDOC_SET) {
		memcpy(tree->nodes[change->fresh].key, tree->nodes[change->node].key,
		       sizeof(tree->nodes[0].key));
		for (int i = tree->nodes[change->parent].first; i && i != change->node;
		     i = tree->nodes[i].next)
			before = i;
	}
	if (change->node)
		gen_unlink(tree, change->node);
	if (change->verb == YDOC_MOVE)
		gen_link(tree, change->parent, before, change->node);
	else if (change->fresh)
		gen_link(tree, change->parent, before, change->fresh);
}

static size_t find_path(const struct gen_tree *tree, int node, struct ydoc_step *path)
{
	int chain[16];
	size_t depth = 0;
	for (int i = node; i; i = tree->nodes[i].parent)
		chain[depth++] = i;
	for (size_t i = 0; i < depth; i++) {
		int at = chain[depth - 1 - i], index = 0;
		memset(&path[i], 0, sizeof(path[i]));
		if (tree->nodes[at].has_key)
			path[i].key = tree->nodes[at].key;
		else
			while (gen_child(tree, tree->nodes[at].parent, index) != at)
				index++;
		path[i].index = (size_t)index;
	}
	return depth;
}

static void allow_under(struct gen_scope *scope, int top)
{
	for (int i = 1; top && i < scope->tree->count; i++)
		if (gen_is_under(scope->tree, i, top))
			scope->allowed[i] = true;
}

static int outermost_flow(const struct gen_tree *tree, int node)
{
	int found = 0;
	for (int i = node; i; i = tree->nodes[i].parent)
		if (tree->nodes[i].look >= LOOK_FLOW)
			found = i;
	return found;
}

/* Lines that may change besides the entry's own: shared lines, and [] that gets lines. */
static void widen(struct gen_scope *scope, const struct gen_tree *old, const struct change *change)
{
	const struct gen_tree *tree = old;
	int flow = outermost_flow(tree, change->parent);
	allow_under(scope, flow);
	/* a line with a dash is shared by all that begins on it */
	int count = gen_count(tree, change->parent);
	bool emptied = change->verb == YDOC_UNSET && count == 1;
	if (emptied || !count)
		scope->allowed[change->parent] = true;
	int first = gen_first(tree, change->parent);
	bool compact =
		change->parent && !tree->nodes[change->parent].has_key && change->verb != YDOC_SET;
	bool front = change->verb == YDOC_MOVE || change->node == first || !change->sibling;
	if (compact || (change->parent && !tree->nodes[change->parent].has_key && front)) {
		allow_under(scope, first);
		allow_under(scope, gen_next(tree, first));
	}
	scope->brackets = flow || emptied || !count || change->node || change->fresh || compact;
	if (tree->open_end) {
		int last = 0;
		while (gen_first(tree, last))
			for (last = gen_first(tree, last); gen_next(tree, last);)
				last = gen_next(tree, last);
		scope->allowed[last] = true;
		scope->brackets = true;
	}
	for (int i = flow                ? flow
		     : emptied || !count ? change->parent
					 : 0;
	     i; i = tree->nodes[i].parent)
		if (tree->nodes[i].has_key) {
			scope->allowed[i] = true;
			break;
		}
}

static bool has_inner_comment(const struct gen_tree *tree, int node, const struct pmo_buffer *text)
{
	struct gen_page_lines lines;
	if (!gen_split(text->data, text->length, &lines))
		return true;
	for (size_t line = 0; line < lines.count; line++) {
		size_t at = 0;
		char kind, place;
		for (int i; (i = gen_token(&lines, line, &at, &kind, &place)) != 0;)
			if (kind == 'c' && i != node && gen_is_under(tree, i, node))
				return true;
	}
	return false;
}

static bool is_legitimate(const struct gen_tree *tree, const struct change *change,
			  const struct pmo_buffer *text)
{
	if (change->verb == YDOC_MOVE && tree->nodes[change->parent].look >= LOOK_FLOW)
		return true;
	if (change->verb == YDOC_MOVE)
		return !tree->nodes[change->parent].has_key && tree->nodes[change->node].above;
	return change->verb == YDOC_SET && change->node &&
	       has_inner_comment(tree, change->node, text);
}

static const char *judge(const struct gen_tree *old, const struct gen_tree *wanted,
			 const struct change *change, const struct pmo_buffer *before,
			 const struct ydoc_editor *editor)
{
	static struct gen_scope scope;
	static struct gen_page_lines a, b;
	const struct pmo_source *now = &editor->doc.source;
	bool same = now->length == before->length &&
		    (!now->length || memcmp(now->bytes, before->data, now->length) == 0);
	if (change->same)
		return same && !editor->changed ? NULL : "a no-op changed bytes";
	if (same || !editor->changed)
		return "nothing changed";
	if (!means(&editor->doc, editor->doc.root, wanted, 0))
		return "the meaning is not the one intended";
	memset(&scope, 0, sizeof(scope));
	scope.tree = wanted;
	scope.fresh = change->fresh;
	scope.gone = change->verb == YDOC_SET || change->verb == YDOC_UNSET ? change->node : 0;
	scope.blanks = change->verb == YDOC_UNSET || change->verb == YDOC_MOVE || change->fresh;
	allow_under(&scope, change->node);
	allow_under(&scope, change->fresh);
	widen(&scope, old, change);
	if (!gen_split(before->data, before->length, &a) || !gen_split(now->bytes, now->length, &b))
		return NULL;
	if (change->verb == YDOC_MOVE ? !gen_rest_is_same(&scope, &a, &b)
				      : !gen_diff_is_explained(&scope, &a, &b))
		return "a line changed that has nothing to do with it";
	if (!gen_comments_stay(&scope, &a, &b))
		return "a comment is lost or not beside its owner";
	bool crlf = old->crlf && memchr(before->data, '\n', before->length);
	for (size_t i = 0; crlf && i < now->length; i++)
		if (now->bytes[i] == '\n' && (!i || now->bytes[i - 1] != '\r'))
			return "a line end is not like the others";
	if (before->data[before->length - 1] == '\n' && b.count &&
	    now->bytes[now->length - 1] != '\n')
		return "the last line end is lost";
	return NULL;
}

static struct ydoc_op make_op(const struct gen_tree *old, const struct gen_tree *wanted,
			      const struct change *change, struct ydoc_step *path,
			      struct pmo_arena *arena)
{
	struct ydoc_op op = { .verb = change->verb, .path = path };
	const char **after = pmo_arena_array(arena, 2, sizeof(*after));
	assert_non_null(after);
	op.depth = find_path(old, change->node ? change->node : change->parent, path);
	if (change->sibling && old->nodes[change->parent].kind == YDOC_MAP)
		after[0] = old->nodes[change->sibling].key;
	if (change->verb == YDOC_RENAME)
		op.name = wanted->nodes[change->node].key;
	if (change->verb == YDOC_INSERT)
		while (op.index < (size_t)gen_count(old, change->parent) &&
		       gen_child(wanted, change->parent, (int)op.index) != change->fresh)
			op.index++;
	if (change->verb == YDOC_SET && !change->node)
		path[op.depth++] = (struct ydoc_step){ .key = wanted->nodes[change->fresh].key };
	op.after = after;
	if (change->fresh || change->same)
		op.value = value_of(wanted, change->same ? change->node : change->fresh, arena);
	return op;
}

static struct outcome try_change(const struct gen_tree *old, const struct change *change, bool show)
{
	static struct gen_tree wanted;
	struct outcome outcome = { .good = true };
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct ydoc_editor editor;
	struct ydoc_step path[16];
	struct pmo_buffer text;
	wanted = *old;
	perform(&wanted, change);
	gen_render(old, &text);
	pmo_arena_init(&arena);
	pmo_diags_init(&diags, &arena);
	struct pmo_source source = { .path = "x", .bytes = text.data, .length = text.length };
	enum pmo_result result = ydoc_editor_begin(&editor, &arena, &source, &diags);
	if (result != PMO_OK || !means(&editor.doc, editor.doc.root, old, 0)) {
		outcome.why = "the document is not read as it was meant";
	} else {
		struct ydoc_op op = make_op(old, &wanted, change, path, &arena);
		result = ydoc_editor_apply(&editor, &op);
		outcome.refused = result == PMO_UNSUPPORTED;
		if (outcome.refused && (!diags.last || diags.last->offset > text.length))
			outcome.why = "a refusal without a position";
		else if (outcome.refused)
			outcome.legitimate = is_legitimate(old, change, &text);
		else if (result != PMO_OK)
			outcome.why = pmo_result_name(result);
		else
			outcome.why = judge(old, &wanted, change, &text, &editor);
	}
	outcome.good = !outcome.why;
	if (show)
		printf("%s\nverb %d node %d parent %d fresh %d sibling %d: "
		       "%s\n---\n%s---\n%.*s---\n",
		       outcome.why ? outcome.why : "refused", (int)change->verb, change->node,
		       change->parent, change->fresh, change->sibling,
		       diags.last ? diags.last->message : "", text.data,
		       (int)editor.doc.source.length, editor.doc.source.bytes);
	pmo_arena_release(&arena);
	pmo_buffer_release(&text);
	return outcome;
}

/* Looks for a smaller document on which the change still goes wrong in the same way. */
static void shrink(struct gen_tree *tree, const struct change *change, const struct outcome *first)
{
	static struct gen_tree smaller;
	for (int round = 0; round < 3; round++)
		for (int i = 1; i < tree->count * 6; i++) {
			int at = i % tree->count, what = i / tree->count;
			struct gen_node *n = &smaller.nodes[at];
			bool needed = gen_is_under(tree, change->node, at) ||
				      gen_is_under(tree, change->parent, at) ||
				      gen_is_under(tree, change->sibling, at);
			smaller = *tree;
			n->hidden |= what == 0 && !needed;
			n->above &= what != 1;
			n->behind &= what != 2;
			n->deeper &= what != 3;
			n->blank &= what != 4;
			if (what == 5) {
				smaller.crlf = smaller.mark = smaller.dashes = smaller.head = false;
				smaller.open_end &= at % 2 == 0;
			}
			struct outcome outcome = try_change(&smaller, change, false);
			bool alike = outcome.why && first->why
					     ? strcmp(outcome.why, first->why) == 0
					     : outcome.why == first->why;
			if (alike && outcome.refused == first->refused && !outcome.legitimate)
				*tree = smaller;
		}
}

static int pick_node(struct gen_tree *tree)
{
	int linked[GEN_NODES], count = 0;
	for (int i = 1; i < tree->count; i++)
		linked[count++] = i;
	return count ? linked[gen_random(tree, (unsigned)count)] : 0;
}

static int pick_sibling(struct gen_tree *tree, int parent, int not_this)
{
	int count = gen_count(tree, parent);
	int index = (int)gen_random(tree, (unsigned)count + 1);
	int sibling = gen_chance(tree, 40) ? gen_child(tree, parent, count - 1)
		      : index              ? gen_child(tree, parent, index - 1)
					   : 0;
	return sibling == not_this ? 0 : sibling;
}

static struct change pick_change(struct gen_tree *tree)
{
	struct change change = { .verb = (enum ydoc_verb)gen_random(tree, 5) };
	change.node = pick_node(tree);
	if (!change.node)
		change.verb = YDOC_SET;
	change.parent = tree->nodes[change.node].parent;
	bool wants_key = change.verb == YDOC_RENAME || change.verb == YDOC_MOVE;
	if (wants_key && !tree->nodes[change.node].has_key)
		change.verb = YDOC_UNSET;
	bool adds = change.verb == YDOC_INSERT || !change.node ||
		    (change.verb == YDOC_SET && gen_chance(tree, 40));
	if (adds) {
		enum ydoc_kind kind = change.verb == YDOC_INSERT ? YDOC_LIST : YDOC_MAP;
		change.parent = change.node;
		while (change.parent && tree->nodes[change.parent].kind != kind)
			change.parent = tree->nodes[change.parent].parent;
		change.node = 0;
		if (tree->nodes[change.parent].kind != kind)
			change.verb = YDOC_SET; /* the root, which is a map */
	}
	if (adds || change.verb == YDOC_MOVE)
		change.sibling = pick_sibling(tree, change.parent, change.node);
	if (change.verb == YDOC_SET && change.node)
		change.same = gen_chance(tree, 20);
	if (adds || (change.verb == YDOC_SET && !change.same)) {
		unsigned kind = gen_random(tree, 10);
		change.fresh = gen_new(tree, change.parent,
				       kind < 7   ? YDOC_SCALAR
				       : kind < 8 ? YDOC_LIST
						  : YDOC_MAP);
		gen_fill(tree, change.fresh, 1);
	}
	return change;
}

/* Moving an entry to where it is, or setting the text it has, is nothing to do. */
static bool changes_nothing(const struct gen_tree *tree, const struct change *change)
{
	if (change->verb == YDOC_MOVE) {
		int before = 0;
		for (int i = gen_first(tree, change->parent); i != change->node;
		     i = gen_next(tree, i))
			before = i;
		return before == change->sibling;
	}
	if (change->verb != YDOC_SET || !change->node || change->same)
		return false;
	const struct gen_node *a = &tree->nodes[change->node], *b = &tree->nodes[change->fresh];
	return a->kind == b->kind &&
	       (a->kind == YDOC_SCALAR ? strcmp(a->text, b->text) == 0 : !a->first && !b->first);
}

static uint64_t first_seed = 1;
static unsigned long wanted_count = 5000;

static void every_edit_does_what_was_meant_and_nothing_else(void **state)
{
	(void)state;
	static struct gen_tree tree;
	unsigned long done = 0, refused = 0, legitimate = 0, wrong = 0;
	for (uint64_t seed = first_seed; done < wanted_count && wrong < 3; seed++) {
		gen_start(&tree, seed);
		struct change change = pick_change(&tree);
		if (changes_nothing(&tree, &change))
			change.fresh = 0, change.same = true;
		struct outcome outcome = try_change(&tree, &change, false);
		done++;
		legitimate += outcome.legitimate;
		refused += outcome.refused && !outcome.legitimate;
		bool show = outcome.refused && !outcome.legitimate && getenv("PMO_PROPERTY_SHOW");
		if (outcome.good && !show)
			continue;
		wrong += !outcome.good;
		shrink(&tree, &change, &outcome);
		printf("seed %llu: ", (unsigned long long)seed);
		try_change(&tree, &change, true);
	}
	printf("%lu edits, %lu refused with cause, %lu without\n", done, legitimate, refused);
	assert_int_equal(wrong, 0);
	assert_true(refused * 200 <= done);
}

int main(int argc, char **argv)
{
	const char *count = argc > 2 ? argv[2] : getenv("PMO_PROPERTY_COUNT");
	if (argc > 1)
		first_seed = strtoull(argv[1], NULL, 10);
	if (count)
		wanted_count = strtoul(count, NULL, 10);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_edit_does_what_was_meant_and_nothing_else),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

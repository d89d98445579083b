/* What replies change, edited before it is applied. */
#include "take.h"

#include "cli/editor.h"
#include "cli/save.h"

#include <string.h>

static enum pmo_result open_text(struct editor *editor, const char *text)
{
	enum pmo_result result = editor_begin(editor, "answers", text, "");
	if (result != PMO_OK)
		return result;
	char *path = pmo_arena_format(&editor->cli->arena, "%s/answers.txt", editor->folder);
	if (!path || !save_rename(editor->path, path))
		return PMO_NO_MEMORY;
	editor->path = path;
	return editor_run(editor);
}

/* What the editor is given: what was typed before and not understood, else the changes. */
static const char *text_of(struct take_work *work)
{
	struct pmo_buffer out;
	if (work->typed)
		return work->typed;
	pmo_buffer_init(&out, PMO_BUFFER_LIMIT);
	pmo_take_write(&work->take, &out);
	const char *text =
		out.failed ? NULL : pmo_arena_copy(&work->cli->arena, out.data, out.length);
	pmo_buffer_release(&out);
	return text;
}

enum pmo_result take_edit(struct take_work *work, bool *changed)
{
	struct editor editor = { .cli = work->cli };
	struct pmo_take_fault fault = { 0 };
	char *typed = NULL;
	const char *text = text_of(work);
	enum pmo_result result = text ? open_text(&editor, text) : PMO_NO_MEMORY;
	if (result == PMO_OK)
		result = editor_read(&editor, &typed);
	editor_end(&editor);
	*changed = result == PMO_OK && (work->typed || strcmp(typed, text) != 0);
	/* An editor that fails, or leaves no text, has been told; the question stands. */
	if (result == PMO_IO || result == PMO_INVALID || result == PMO_NOT_FOUND)
		return PMO_OK;
	if (result != PMO_OK || !*changed)
		return result;
	result = pmo_take_reread(&work->take, typed, &fault);
	work->typed = result == PMO_INVALID ? typed : NULL;
	if (result != PMO_INVALID)
		return result;
	cli_say("line %zu: %s; nothing of it is taken, e opens it again", fault.line, fault.why);
	*changed = false;
	return PMO_OK;
}

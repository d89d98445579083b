/*
 * Plans of MS Project in the XML that it saves: what is in the file and what would change is
 * shown first; then it is asked for on a terminal, and wants --yes in a script.
 */
#include "mspdi.h"

#include "import.h"

#include <pmo/text.h>

#include <string.h>
#include <unistd.h>

enum { CHANGES_SHOWN = 20, NAMES_SHOWN = 20 };

static bool ends_in(const char *name, const char *ending)
{
	size_t length = strlen(name), tail = strlen(ending);
	return length > tail && pmo_ascii_equal(name + length - tail, ending);
}

bool mspdi_is_plan(const char *path, const char *bytes, size_t length)
{
	return ends_in(path, ".xml") || pmo_mspdi_is(bytes, length);
}

bool mspdi_is_binary(const char *path, const char *bytes, size_t length)
{
	static const char magic[] = "\xd0\xcf\x11\xe0";
	bool is_named = ends_in(path, ".mpp") || ends_in(path, ".mpt");
	if (!is_named && (!bytes || length < 8 || memcmp(bytes, magic, 4) != 0))
		return false;
	cli_say("%s: pmo cannot read .mpp files; in Project: File > Save As > XML, then pmo init "
		"--from plan.xml",
		path);
	return true;
}

enum pmo_result mspdi_read(struct cli *cli, const struct mspdi_wanted *wanted,
			   struct pmo_mspdi **plan)
{
	struct pmo_source *source = pmo_arena_alloc(&cli->arena, sizeof(*source));
	if (!source)
		return PMO_NO_MEMORY;
	*source = (struct pmo_source){ .path = wanted->path,
				       .bytes = wanted->bytes,
				       .length = wanted->length };
	return pmo_mspdi_open(&cli->arena, source, &cli->diags, plan);
}

static void add_count(struct pmo_buffer *out, size_t count, const char *one, const char *many)
{
	pmo_buffer_add_format(out, ", %zu %s", count, count == 1 ? one : many);
}

static void show_facts(struct cli *cli, const struct pmo_mspdi *plan, const char *path)
{
	struct pmo_mspdi_facts facts;
	struct pmo_buffer *out = &cli->out;
	pmo_mspdi_tell(plan, &facts);
	pmo_buffer_add_format(out, "%s: a plan of MS Project", path);
	add_count(out, facts.tasks, "task", "tasks");
	add_count(out, facts.milestones, "milestone", "milestones");
	add_count(out, facts.links, "link", "links");
	if (facts.baselines)
		add_count(out, facts.baselines, "baseline", "baselines");
	pmo_buffer_add_char(out, '\n');
}

static void add_line(struct cli *cli, const char *sign, const struct pmo_mspdi_change *change)
{
	struct pmo_buffer line;
	pmo_buffer_init(&line, 1 << 16);
	pmo_buffer_add_format(&line, "  %s %-8s ", sign, change->id);
	pmo_text_add_visible(&line, change->title ? change->title : "",
			     change->title ? strlen(change->title) : 0);
	if (change->what) {
		pmo_buffer_add_text(&line, ": ");
		pmo_text_add_visible(&line, change->what, strlen(change->what));
	}
	pmo_text_truncate(&cli->out, line.data, (size_t)cli->terminal.width);
	pmo_buffer_add_char(&cli->out, '\n');
	cli->out.failed |= line.failed;
	pmo_buffer_release(&line);
}

static void show_changes(struct cli *cli, const struct pmo_mspdi_intake *intake,
			 enum pmo_mspdi_act act)
{
	static const char *const signs[] = { "+", "~", "-", "!" };
	size_t shown = 0, count = 0;
	for (size_t i = 0; i < intake->change_count; i++) {
		if (intake->changes[i].act != act)
			continue;
		if (++count <= CHANGES_SHOWN) {
			add_line(cli, signs[act], &intake->changes[i]);
			shown++;
		}
	}
	if (count > shown)
		pmo_buffer_add_format(&cli->out, "  %s and %zu more\n", signs[act], count - shown);
}

static void show_unknown(struct cli *cli, const struct pmo_mspdi_intake *intake)
{
	struct pmo_buffer *out = &cli->out;
	if (!intake->unknown_count)
		return;
	pmo_buffer_add_text(out, "Nobody here is called ");
	for (size_t i = 0; i < intake->unknown_count && i < NAMES_SHOWN; i++) {
		pmo_buffer_add_text(out, i ? ", " : "");
		pmo_text_add_visible(out, intake->unknown[i], strlen(intake->unknown[i]));
	}
	if (intake->unknown_count > NAMES_SHOWN)
		pmo_buffer_add_format(out, " and %zu more", intake->unknown_count - NAMES_SHOWN);
	pmo_buffer_add_text(
		out, ".\nTheir assignments stay in the kept file; --create-people makes people "
		     "of them.\n");
}

static void show_new(struct pmo_buffer *out, const struct pmo_mspdi_intake *intake)
{
	const struct {
		size_t count;
		const char *one, *many;
	} made[] = { { intake->baselines_added, "baseline", "baselines" },
		     { intake->calendars_added, "calendar", "calendars" },
		     { intake->people_added, "person", "people" } };
	const char *before = "New: ";
	for (size_t i = 0; i < sizeof(made) / sizeof(*made); i++) {
		if (!made[i].count)
			continue;
		pmo_buffer_add_format(out, "%s%zu %s", before, made[i].count,
				      made[i].count == 1 ? made[i].one : made[i].many);
		before = ", ";
	}
	if (before[0] == ',')
		pmo_buffer_add_text(out, ".\n");
}

static void show_intake(struct cli *cli, const struct pmo_mspdi_intake *intake, bool done)
{
	struct pmo_buffer *out = &cli->out;
	show_changes(cli, intake, PMO_MSPDI_ADDED);
	show_changes(cli, intake, PMO_MSPDI_CHANGED);
	show_changes(cli, intake, PMO_MSPDI_CONFLICT);
	show_changes(cli, intake, PMO_MSPDI_REMOVED);
	pmo_buffer_add_format(out, "%s %zu, %s %zu, %s %zu, unchanged %zu", done ? "Added" : "Adds",
			      intake->added, done ? "changed" : "changes", intake->changed,
			      done ? "cancelled" : "cancels", intake->removed, intake->unchanged);
	pmo_buffer_add_text(out, ".\n");
	show_new(out, intake);
	if (intake->ways)
		pmo_buffer_add_format(out, "Scheduled as Project does it: %s of the project.\n",
				      intake->ways);
	if (intake->conflicts)
		pmo_buffer_add_format(
			out, "! %zu %s changed here and in Project; Project's %s taken.\n",
			intake->conflicts, intake->conflicts == 1 ? "value" : "values",
			intake->conflicts == 1 ? "is" : "are");
	show_unknown(cli, intake);
	if (intake->remarks)
		pmo_buffer_add_format(out, "%zu %s about what these records lack: pmo check %s.\n",
				      intake->remarks, intake->remarks == 1 ? "remark" : "remarks",
				      done ? "tells them" : "will tell them");
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

struct attempt {
	struct pmo_mspdi *plan;
	const struct mspdi_wanted *wanted;
	const struct pmo_project *project;
	bool dry;
};

static enum pmo_result attempt(struct cli *cli, const struct attempt *how)
{
	struct pmo_update *update = NULL;
	struct pmo_update_options options = { .on = cli->change.on,
					      .by = cli->change.by,
					      .note = cli->change.note,
					      .dry = how->dry };
	struct pmo_mspdi_intake intake = { .project = how->project,
					   .file_name = base_name(how->wanted->path),
					   .create_people = how->wanted->create_people };
	enum pmo_result result = pmo_update_begin(cli->workspace, &options, &update);
	if (result == PMO_OK)
		result = pmo_mspdi_apply(how->plan, update, &intake);
	if (result == PMO_OK)
		result = pmo_mspdi_commit(&intake, update);
	pmo_update_end(update);
	if (result == PMO_OK)
		show_intake(cli, &intake, !how->dry);
	return result;
}

enum pmo_result mspdi_fill(struct cli *cli, struct pmo_mspdi *plan,
			   const struct mspdi_wanted *wanted, const char *handle)
{
	struct attempt how = { .plan = plan, .wanted = wanted, .dry = false };
	size_t count;
	const struct pmo_project *const *projects = pmo_workspace_projects(cli->workspace, &count);
	for (size_t i = 0; i < count && !how.project; i++)
		if (strcmp(projects[i]->handle, handle) == 0)
			how.project = projects[i];
	if (!how.project)
		return PMO_NOT_FOUND;
	show_facts(cli, plan, wanted->path);
	return attempt(cli, &how);
}

enum pmo_result mspdi_import(struct cli *cli, const struct mspdi_wanted *wanted)
{
	struct attempt how = { .wanted = wanted, .dry = true };
	bool agreed = wanted->yes, asks = cli->is_terminal && isatty(STDIN_FILENO);
	if (cli->change.evidence)
		return cli_usage("--evidence: the plan itself is kept in the project anyway");
	enum pmo_result result = pmo_workspace_need_project(cli->workspace, &how.project);
	if (result == PMO_OK)
		result = mspdi_read(cli, wanted, &how.plan);
	if (result != PMO_OK)
		return result;
	show_facts(cli, how.plan, wanted->path);
	if (!agreed || cli->dry_run) {
		result = attempt(cli, &how);
		if (result != PMO_OK || cli->dry_run)
			return result;
		if (!asks)
			return cli_usage("nothing is imported yet; add --yes to do it");
		result = import_ask(cli, &agreed);
		if (result != PMO_OK)
			return result;
	}
	how.dry = false;
	if (agreed)
		return attempt(cli, &how);
	pmo_buffer_add_text(&cli->out, "Nothing is imported.\n");
	cli->answer_is_no = true;
	return PMO_OK;
}

/* The pages of a workspace, and the way between them. */
#include "report/site.h"

#include "out/escape.h"

#include <pmo/practice.h>
#include <pmo/text.h>

#include <string.h>

const char *const site_names[] = {
	"index", "plan", "raid", "decisions", "reports", "actions", NULL
};

const char *const site_titles[] = { "Overview", "Plan", "Risks and issues", "Decisions", "Reports",
				    "Actions",  NULL };

/* Targets are tall enough for a finger; the page in hand is told by weight, too. */
static const char style[] =
	"nav{max-width:66rem;margin:0 auto;padding:1rem 1.5rem 0}\n"
	"nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap}\n"
	"nav li{margin:0 1.2rem 0 0}nav a{display:inline-block;padding:.25rem 0}\n"
	"nav a[aria-current]{font-weight:600;color:#1b1f24;text-decoration:none}\n"
	"@media print{nav{display:none}}\n";

void site_add_name(struct pmo_buffer *out, const char *name)
{
	/* Upper case is kept, all else is spelled out: two names never become one. */
	for (const char *c = name; *c; c++) {
		bool plain = pmo_ascii_is_alnum(*c) || *c == '_' || (*c == '-' && c > name) ||
			     (*c == '.' && c > name);
		if (plain)
			pmo_buffer_add_char(out, *c);
		else
			pmo_buffer_add_format(out, "-x%02x", (unsigned)(unsigned char)*c);
	}
}

struct link {
	const char *up, *folder, *name, *title;
	bool current;
};

static void add_link(struct pmo_buffer *out, const struct link *link)
{
	pmo_buffer_add_format(out, "<li><a href=\"%s", link->up);
	if (link->folder) {
		site_add_name(out, link->folder);
		pmo_buffer_add_char(out, '/');
	}
	site_add_name(out, link->name);
	pmo_buffer_add_format(out, ".html\"%s>", link->current ? " aria-current=\"page\"" : "");
	escape_add_html(out, link->title);
	pmo_buffer_add_text(out, "</a></li>\n");
}

static enum pmo_result add_people(const struct site *site, const struct site_page *page,
				  const char *up, struct pmo_buffer *out)
{
	const struct pmo_schema *schema = pmo_workspace_schema(site->workspace, "person");
	struct pmo_records people = { 0 };
	if (!schema)
		return PMO_NO_MEMORY;
	enum pmo_result result = pmo_workspace_records(site->workspace, NULL, schema, &people);
	for (size_t i = 0; result == PMO_OK && i < people.count; i++) {
		const struct pmo_record *person = &people.items[i];
		if (!person->unreadable && pmo_record_is_open(person))
			add_link(out, &(struct link){ up, "people", person->id, person->id,
						      page->person == person });
	}
	return result;
}

static enum pmo_result add_way(const struct site *site, const struct site_page *page,
			       struct pmo_buffer *out)
{
	bool below = page->row || page->person || strcmp(page->name, "people") == 0;
	const char *up = below ? "../" : "";
	enum pmo_result result = PMO_OK;
	pmo_buffer_add_text(out, "<nav aria-label=\"Pages\">\n<ul>\n");
	add_link(out, &(struct link){ up, NULL, "index", "All projects", !below });
	if (site->audience == PMO_AUDIENCE_INTERNAL)
		add_link(out, &(struct link){ up, "people", "index", "People",
					      !page->person && strcmp(page->name, "people") == 0 });
	for (size_t i = 0; page->row && site_names[i]; i++)
		add_link(out,
			 &(struct link){ up, page->row->project->handle, site_names[i],
					 site_titles[i], strcmp(page->name, site_names[i]) == 0 });
	for (size_t i = 0; !below && i < site->portfolio.count; i++)
		add_link(out, &(struct link){ up, site->portfolio.rows[i].project->handle, "index",
					      site->portfolio.rows[i].code, false });
	if (below && !page->row)
		result = add_people(site, page, up, out);
	pmo_buffer_add_text(out, "</ul>\n</nav>\n");
	return result;
}

enum pmo_result site_put(const struct site *site, const struct site_page *page,
			 const struct pmo_document *document)
{
	struct pmo_buffer bare, whole;
	pmo_buffer_init(&bare, PMO_BUFFER_LIMIT);
	pmo_buffer_init(&whole, PMO_BUFFER_LIMIT);
	enum pmo_result result = pmo_document_print(document, PMO_DOCUMENT_HTML, NULL, &bare);
	/* Both are there once, before anything that a record says could look like them. */
	const char *sheet = strstr(bare.data, "</style>"), *main = strstr(bare.data, "<main>");
	if (result == PMO_OK && sheet && main && sheet < main) {
		pmo_buffer_add(&whole, bare.data, (size_t)(sheet - bare.data));
		pmo_buffer_add_text(&whole, style);
		pmo_buffer_add(&whole, sheet, (size_t)(main - sheet));
		result = add_way(site, page, &whole);
		pmo_buffer_add_text(&whole, main);
	}
	if (result == PMO_OK && (whole.failed || !whole.length))
		result = PMO_NO_MEMORY;
	if (result == PMO_OK)
		result = site->taker->put(site->taker->to, page->path, &whole);
	pmo_buffer_release(&bare);
	pmo_buffer_release(&whole);
	return result;
}

static enum pmo_result add_index(struct site *site)
{
	const struct site_page page = { .name = "index", .path = "index.html" };
	struct pmo_document document;
	enum pmo_result result =
		pmo_portfolio_document(&site->portfolio, site->audience, &document);
	return result == PMO_OK ? site_put(site, &page, &document) : result;
}

/* A plan that cannot be scheduled is left out; why says a diagnostic. */
static enum pmo_result add_one(struct site *site, const struct pmo_portfolio_row *row)
{
	struct pmo_plan_options how = { .alone = true };
	struct pmo_plan *plan = NULL;
	enum pmo_result result = pmo_plan_schedule(site->workspace, row->project, &how, &plan);
	if (result != PMO_OK) {
		pmo_plan_free(plan);
		plan = NULL;
	}
	if (result == PMO_NO_MEMORY || result == PMO_IO)
		return result;
	result = pmo_duties_add(site->workspace, row->project, &site->duties);
	if (result == PMO_OK && plan)
		result = pmo_duties_add_plan(plan, &site->duties);
	if (result == PMO_OK)
		result = site_add_project(site, row, plan);
	pmo_plan_free(plan);
	return result;
}

enum pmo_result pmo_site_make(struct pmo_workspace *workspace, enum pmo_audience audience,
			      const struct pmo_project *only, const struct pmo_site_taker *taker)
{
	struct pmo_arena arena, kept;
	struct site site = {
		.workspace = workspace,
		.audience = audience,
		.taker = taker,
		.arena = &arena,
		.today = pmo_workspace_world(workspace)->today,
	};
	pmo_arena_init(&arena);
	pmo_arena_init(&kept);
	enum pmo_result result =
		pmo_portfolio_find_one(workspace, audience, only, &kept, &site.portfolio);
	if (result == PMO_OK && !site.portfolio.count &&
	    (only || audience != PMO_AUDIENCE_INTERNAL))
		result = PMO_REFUSED;
	if (result == PMO_OK)
		result = add_index(&site);
	for (size_t i = 0; result == PMO_OK && i < site.portfolio.count; i++) {
		result = add_one(&site, &site.portfolio.rows[i]);
		pmo_arena_release(&arena);
	}
	if (result == PMO_OK && audience == PMO_AUDIENCE_INTERNAL)
		result = pmo_duties_add(workspace, NULL, &site.duties);
	if (result == PMO_OK && audience == PMO_AUDIENCE_INTERNAL)
		result = site_add_people(&site);
	pmo_arena_release(&arena);
	pmo_arena_release(&kept);
	return result;
}

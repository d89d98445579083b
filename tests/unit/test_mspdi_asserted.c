/*
 * What another program's tests assert about the collected plans, held against what is read.
 *
 * PMO_SHARED_DATA names a folder with mspdi/ASSERTED.tsv: file, fact, value, in words. The
 * score by kind is printed, with what pmo does not read; every fact that it reads must be met.
 */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/mspdi.h"

enum { LINE = 4096, FILE_MAX = 4 << 20 };

struct asserted {
	const char *folder;
	struct pmo_arena arena;
	struct pmo_diags diags;
	struct pmo_source source;
	struct pmo_mspdi *plan;
	char file[256];
	size_t met, all; /* of the line */
};

struct kind {
	const char *begins, *has, *name;
	void (*check)(struct asserted *asserted, const char *fact, const char *value);
};

static char *read_file(const struct asserted *asserted, const char *name, size_t *length)
{
	char path[LINE];
	snprintf(path, sizeof(path), "%s/mspdi/%s", asserted->folder, name);
	FILE *file = fopen(path, "rb");
	char *bytes = malloc(FILE_MAX);
	assert_non_null(file);
	assert_non_null(bytes);
	*length = fread(bytes, 1, FILE_MAX - 1, file);
	bytes[*length] = '\0';
	fclose(file);
	return bytes;
}

static void close_plan(struct asserted *asserted)
{
	free((char *)asserted->source.bytes);
	asserted->source.bytes = NULL;
	asserted->plan = NULL;
	*asserted->file = '\0';
	pmo_arena_release(&asserted->arena);
}

static void open_plan(struct asserted *asserted, const char *name)
{
	if (strcmp(asserted->file, name) == 0)
		return;
	close_plan(asserted);
	snprintf(asserted->file, sizeof(asserted->file), "%s", name);
	pmo_diags_init(&asserted->diags, &asserted->arena);
	asserted->source.path = asserted->file;
	asserted->source.bytes = read_file(asserted, name, &asserted->source.length);
	assert_int_equal(pmo_mspdi_open(&asserted->arena, &asserted->source, &asserted->diags,
					&asserted->plan),
			 PMO_OK);
}

static void count(struct asserted *asserted, bool met)
{
	asserted->all++;
	asserted->met += met;
}

static const struct mspdi_task *task_of_row(const struct asserted *asserted, int64_t id)
{
	for (size_t i = 0; i < asserted->plan->task_count; i++)
		if (asserted->plan->tasks[i].id == id)
			return &asserted->plan->tasks[i];
	return NULL;
}

/* The first number in a text, and where it ends. */
static long number_in(const char **text)
{
	char *end;
	*text += strcspn(*text, "0123456789");
	long number = strtol(*text, &end, 10);
	*text = end;
	return number;
}

/* `2w`, `1emo`: minutes by the file's own day, week and month, and Project's format. */
static int64_t read_amount(const struct asserted *asserted, const char *text, int *format)
{
	const struct pmo_mspdi *plan = asserted->plan;
	const struct {
		const char *unit;
		int format;
		int64_t minutes, elapsed;
	} units[] = {
		{ "min", 3, 1, 1 },
		{ "mo", 11, (int64_t)plan->days_per_month * plan->minutes_per_day, 30 * 1440 },
		{ "h", 5, 60, 60 },
		{ "d", 7, plan->minutes_per_day, 1440 },
		{ "w", 9, plan->minutes_per_week, 7 * 1440 },
	};
	long number = number_in(&text);
	bool elapsed = *text == 'e';
	text += elapsed;
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		if (strncmp(text, units[i].unit, strlen(units[i].unit)) != 0)
			continue;
		*format = units[i].format + elapsed;
		return number * (elapsed ? units[i].elapsed : units[i].minutes);
	}
	fail_msg("%s is no amount", text);
	return 0;
}

/* Links as Project numbers their types. */
static int read_type(const char *text)
{
	static const char *const types[] = { "FF", "FS", "SF", "SS" };
	for (int i = 0; i < 4; i++)
		if (strncmp(text, types[i], 2) == 0)
			return i;
	return -1;
}

static bool has_only_link(const struct asserted *asserted, const struct mspdi_task *task,
			  const struct mspdi_task *from, const char *type, const char *lag)
{
	int format = 0;
	int64_t minutes = lag ? read_amount(asserted, lag, &format) : 0;
	if (!task || !from || task->link_count != 1)
		return false;
	const struct mspdi_link *link = &asserted->plan->links[task->first_link];
	return link->from == from->uid && link->type == read_type(type) &&
	       link->lag == minutes * 10 && (!minutes || link->format == format);
}

/* "task ID 8 has exactly one predecessor", "ID 7, FS, lag 1w". */
static void check_predecessor(struct asserted *asserted, const char *fact, const char *value)
{
	const struct mspdi_task *task = task_of_row(asserted, number_in(&fact));
	const struct mspdi_task *from = task_of_row(asserted, number_in(&value));
	const char *lag = strstr(value, "lag ");
	count(asserted, has_only_link(asserted, task, from, value + 2, lag));
}

/* "ID2<-UID1 FS; ID3<-UID2 SS lag 1d (8h)". */
static void check_relations(struct asserted *asserted, const char *fact, const char *value)
{
	const char *end;
	(void)fact;
	for (; *value; value = end + strspn(end, "; ")) {
		end = value + strcspn(value, ";");
		const struct mspdi_task *task = task_of_row(asserted, number_in(&value));
		const struct mspdi_task *from = mspdi_task_of(asserted->plan, number_in(&value));
		const char *lag = strstr(value, "lag ");
		count(asserted, has_only_link(asserted, task, from, value + 1,
					      lag && lag < end ? lag : NULL));
	}
}

static void check_duration(struct asserted *asserted, const char *fact, const char *value)
{
	int format = 0;
	int64_t minutes = read_amount(asserted, value, &format);
	const struct mspdi_task *task = task_of_row(asserted, number_in(&fact));
	count(asserted, task && task->duration == minutes * 60 &&
				mspdi_format(asserted->plan, task->duration_format) == format);
}

static const struct mspdi_element *baseline_of(const struct mspdi_task *task, long number)
{
	const struct mspdi_element *one = task ? mspdi_child(task->element, "Baseline") : NULL;
	while (one && mspdi_number(one, "Number", 0) != number)
		one = mspdi_next(one);
	return one;
}

/* "task BaselineN cost N". */
static void check_ten_costs(struct asserted *asserted, const char *fact, const char *value)
{
	(void)value;
	const struct mspdi_task *task = task_of_row(asserted, number_in(&fact));
	for (long i = 1; i <= 10; i++) {
		const struct mspdi_element *one = baseline_of(task, i);
		count(asserted, one && mspdi_number(one, "Cost", 0) == i * 100);
	}
}

/* `2014-03-01T09:00`, or without the year, which is the one before. */
static bool is_moment(const char *text, char year[5], int64_t moment)
{
	char whole[LINE];
	int64_t wanted;
	size_t length = strcspn(text, " ");
	bool has_year = text[4] == '-';
	if (has_year)
		memcpy(year, text, 4);
	snprintf(whole, sizeof(whole), "%s%s%.*s:00", has_year ? "" : year, has_year ? "" : "-",
		 (int)length, text);
	return mspdi_read_time(whole, &wanted) && wanted == moment;
}

static bool is_baselined(const struct asserted *asserted, const struct mspdi_element *one,
			 const char *fact, const char *text, char year[5])
{
	long number = strtol(text, NULL, 10);
	if (strstr(fact, " cost"))
		return mspdi_number(one, "Cost", 0) == number * 100;
	if (strstr(fact, " duration"))
		return mspdi_span(one, "Duration") == number * asserted->plan->minutes_per_day * 60;
	if (strstr(fact, " work"))
		return mspdi_span(one, "Work") == number * 3600;
	return is_moment(text, year, mspdi_time(one, strstr(fact, " start") ? "Start" : "Finish"));
}

/* "task IDs 12..22: baseline 0..10 duration (days)", "11 12 13 ...": one a task. */
static void check_baselines(struct asserted *asserted, const char *fact, const char *value)
{
	char year[5] = "";
	long first = number_in(&fact);
	for (long i = 0; i <= 10; i++) {
		const struct mspdi_element *one = baseline_of(task_of_row(asserted, first + i), i);
		count(asserted, one && is_baselined(asserted, one, fact, value, year));
		value += strcspn(value, " ");
		value += strspn(value, " ");
	}
}

/* "task IDs 1..10 named Cost1..Cost10"; what they hold in fields of their own is not read. */
static void check_names(struct asserted *asserted, const char *fact, const char *value)
{
	(void)value;
	const char *name = strstr(fact, "named ") + strlen("named ");
	long last = (number_in(&fact), number_in(&fact));
	for (long i = 1; i <= last; i++) {
		char wanted[LINE];
		const struct mspdi_task *task = task_of_row(asserted, i);
		snprintf(wanted, sizeof(wanted), "%.*s%ld", (int)strcspn(name, "0123456789"), name,
			 i);
		count(asserted, task && strcmp(task->name, wanted) == 0);
	}
}

/* "tasks 1..3 are manual with text in a date field", "...; 4 tasks in all with UID 0". */
static void check_by_hand(struct asserted *asserted, const char *fact, const char *value)
{
	const char *all = strrchr(value, ';') + 1;
	long last = (number_in(&fact), number_in(&fact));
	for (long i = 1; i <= last; i++) {
		const struct mspdi_task *task = task_of_row(asserted, i);
		count(asserted, task && task->by_hand);
	}
	count(asserted, asserted->plan->task_count + 1 == (size_t)number_in(&all));
}

/* "1 Standard ; 3 Calendar1 ; 4 Calendar2". */
static void check_calendars(struct asserted *asserted, const char *fact, const char *value)
{
	size_t named = 0;
	const char *end;
	(void)fact;
	for (; *value; value = end + strspn(end, "; ")) {
		end = value + strcspn(value, ";");
		long uid = number_in(&value);
		size_t length = (size_t)(end - ++value);
		while (length && value[length - 1] == ' ')
			length--;
		const struct mspdi_calendar *one = mspdi_calendar_of(asserted->plan, uid);
		count(asserted, one && one->name && strlen(one->name) == length &&
					strncmp(one->name, value, length) == 0);
		named++;
	}
	count(asserted, named <= asserted->plan->calendar_count);
}

static const struct mspdi_resource *resource_of_row(const struct asserted *asserted, long id)
{
	for (size_t i = 0; i < asserted->plan->resource_count; i++)
		if (mspdi_number(asserted->plan->resources[i].element, "ID", -1) == id)
			return &asserted->plan->resources[i];
	return NULL;
}

static bool is_field(const char *text, const char *wanted)
{
	size_t length = strcspn(wanted, ",;");
	return text && strlen(text) == length && strncmp(text, wanted, length) == 0;
}

/* "1: Resource 1, Code1, cost per use 1.23, a@example.com, Group1, R1, Notes1 ; 2: ...". */
static void check_resource_fields(struct asserted *asserted, const char *fact, const char *value)
{
	(void)fact;
	for (const char *end; *value; value = end + strspn(end, "; ")) {
		const char *fields[7] = { NULL };
		end = value + strcspn(value, ";");
		const struct mspdi_resource *one = resource_of_row(asserted, number_in(&value));
		for (size_t i = 0; i < 7; i++) {
			fields[i] = value + strspn(value, ":, ");
			value = fields[i] + strcspn(fields[i], ",;");
		}
		assert_true(fields[6] < end);
		count(asserted, one && is_field(one->name, fields[0]));
		count(asserted, one && is_field(one->email, fields[3]));
		count(asserted, one && is_field(one->initials, fields[5]));
	}
}

/* "Wade Golden work WG group Steelray ...; Concrete material group Mat ...; ...": by rows. */
static void check_resource_words(struct asserted *asserted, const char *fact, const char *value)
{
	(void)fact;
	for (long id = 1; *value && id <= (long)asserted->plan->resource_count; id++) {
		const char *end = value + strcspn(value, ";");
		const char *work = strstr(value, " work "), *material = strstr(value, " material ");
		const struct mspdi_resource *one = resource_of_row(asserted, id);
		size_t length = one && one->name ? strlen(one->name) : 0;
		count(asserted,
		      length && strncmp(one->name, value, length) == 0 && value[length] == ' ');
		count(asserted, one && one->type == !(material && material < end));
		if (work && work < end)
			count(asserted, one && one->initials &&
						strncmp(one->initials, work + 6,
							strcspn(work + 6, " ")) == 0);
		value = end + strspn(end, "; ");
	}
}

static void check_resources(struct asserted *asserted, const char *fact, const char *value)
{
	if (*value >= '0' && *value <= '9')
		check_resource_fields(asserted, fact, value);
	else
		check_resource_words(asserted, fact, value);
}

/* Rows 1-5 cost, which older files could not say; 6-10 material; 11-15 work. */
static void check_resource_types(struct asserted *asserted, const char *fact, const char *value)
{
	(void)fact;
	(void)value;
	bool is_old = strstr(asserted->file, "2002") || strstr(asserted->file, "2003");
	for (long id = 1; id <= 15; id++) {
		const struct mspdi_resource *one = resource_of_row(asserted, id);
		int wanted = id > 10 ? 1 : id > 5 || is_old ? 0 : 2;
		count(asserted, one && one->type == wanted);
	}
}

static void check_title(struct asserted *asserted, const char *fact, const char *value)
{
	char wanted[LINE];
	(void)fact;
	snprintf(wanted, sizeof(wanted), "Title \"%s\";", asserted->plan->title);
	count(asserted, strncmp(value, wanted, strlen(wanted)) == 0);
}

/* "exception "Daily 2" falls on", "2000-02-01 02-04 02-07": the year stands once. */
static void check_exception(struct asserted *asserted, const char *fact, const char *value)
{
	const struct mspdi_calendar *calendar = &asserted->plan->calendars[0];
	const char *name = strchr(fact, '"') + 1;
	char prefix[8] = "", text[LINE] = "";
	size_t length = strcspn(value, "("), wrong = 0;
	bool is_worked = strstr(value, "working exception");
	for (size_t i = 0; i < calendar->exception_count; i++) {
		char date[PMO_DATE_SIZE];
		const struct mspdi_exception *one = &calendar->exceptions[i];
		if (!one->name || strlen(one->name) != strcspn(name, "\"") ||
		    strncmp(one->name, name, strlen(one->name)) != 0)
			continue;
		pmo_date_format(one->from, date);
		size_t used = strlen(text), same = strncmp(prefix, date, 5) == 0 ? 5 : 0;
		snprintf(text + used, sizeof(text) - used, "%s%s", used ? " " : "", date + same);
		memcpy(prefix, date, 5);
		wrong += one->day.is_worked != is_worked;
	}
	while (length && value[length - 1] == ' ')
		length--;
	count(asserted, strlen(text) == length && strncmp(text, value, length) == 0 && !wrong);
}

/* The first that fits. Without a check: pmo does not read it. */
static const struct kind kinds[] = {
	{ "task ID ", " has exactly one predecessor", "links", check_predecessor },
	{ "predecessors", "", "links by UID", check_relations },
	{ "task ID ", " duration", "durations", check_duration },
	{ "task ID 1 and resource ID 1 baselines", "", "ten baselines", check_ten_costs },
	{ "task IDs ", ": baseline 0..10 cost", "baseline costs", check_baselines },
	{ "task IDs ", ": baseline 0..10 duration", "baseline durations", check_baselines },
	{ "task IDs ", ": baseline 0..10 finish", "baseline finishes", check_baselines },
	{ "task IDs ", ": baseline 0..10 start", "baseline starts", check_baselines },
	{ "task IDs ", ": baseline 0..10 work", "baseline work", check_baselines },
	{ "task IDs ", " named ", "task names", check_names },
	{ "tasks ", " are manual", "tasks by hand", check_by_hand },
	{ "calendar UID", "", "calendar names", check_calendars },
	{ "calendar ", " exception ", "calendar exceptions", check_exception },
	{ "resources", "", "resource fields", check_resources },
	{ "resource IDs ", "", "resource types", check_resource_types },
	{ "project properties", "", "title", check_title },
	{ "task IDs ", "custom field", "custom fields", NULL },
	{ "task ID ", " worked stretches", "worked stretches", NULL },
	{ "task ID ", " assignment stop / resume", "stop and resume", NULL },
	{ "resource ID ", " availability", "availability", NULL },
	{ "resource ID ", " rate tables", "rate tables", NULL },
	{ "remaining work per day", "", "work per day", NULL },
};

enum { KINDS = sizeof(kinds) / sizeof(*kinds) };

static size_t kind_of(const char *fact)
{
	for (size_t i = 0; i < KINDS; i++)
		if (strncmp(fact, kinds[i].begins, strlen(kinds[i].begins)) == 0 &&
		    strstr(fact, kinds[i].has))
			return i;
	fail_msg("of no known kind: %s", fact);
	return 0;
}

/* Adds what a line of the table says; returns how much of it is not so. */
static size_t check_line(struct asserted *asserted, char *line, size_t sums[KINDS][2])
{
	char *fact = strchr(line, '\t'), *value = fact ? strchr(fact + 1, '\t') : NULL;
	if (!value)
		return 0;
	*fact++ = *value++ = '\0';
	value[strcspn(value, "\t")] = '\0';
	size_t at = kind_of(fact);
	asserted->met = asserted->all = 0;
	open_plan(asserted, line);
	if (kinds[at].check)
		kinds[at].check(asserted, fact, value);
	else
		asserted->all = 1;
	sums[at][0] += asserted->met;
	sums[at][1] += asserted->all;
	if (!kinds[at].check || asserted->met == asserted->all)
		return 0;
	print_message("%s: %s is not %s (%zu of %zu)\n", line, fact, value, asserted->met,
		      asserted->all);
	return asserted->all - asserted->met;
}

static void what_others_assert_is_read(void **state)
{
	struct asserted *asserted = *state;
	size_t length, missed = 0, sums[KINDS][2] = { { 0 } };
	if (!asserted->folder) {
		print_message("PMO_SHARED_DATA is not set\n");
		skip();
	}
	char *text = read_file(asserted, "ASSERTED.tsv", &length);
	char *line = text + strcspn(text, "\n");
	for (line += *line == '\n'; *line;) {
		char *end = line + strcspn(line, "\r\n"), *next = end + strspn(end, "\r\n");
		*end = '\0';
		missed += check_line(asserted, line, sums);
		line = next;
	}
	free(text);
	close_plan(asserted);
	for (size_t i = 0; i < KINDS; i++)
		if (kinds[i].check)
			print_message("%4zu of %4zu %s\n", sums[i][0], sums[i][1], kinds[i].name);
		else
			print_message("   - of %4zu %s: not read\n", sums[i][1], kinds[i].name);
	for (size_t i = 0; i < KINDS; i++)
		assert_true(sums[i][1] > 0);
	assert_int_equal(missed, 0);
}

static int set_up(void **state)
{
	struct asserted *asserted = calloc(1, sizeof(*asserted));
	const char *folder = getenv("PMO_SHARED_DATA");
	if (!asserted)
		return -1;
	asserted->folder = folder && *folder ? folder : NULL;
	pmo_arena_init(&asserted->arena);
	*state = asserted;
	return 0;
}

static int tear_down(void **state)
{
	struct asserted *asserted = *state;
	close_plan(asserted);
	free(asserted);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(what_others_assert_is_read) };
	return cmocka_run_group_tests_name("mspdi_asserted", tests, set_up, tear_down);
}

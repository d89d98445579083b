/* The views that are data, a struct each; cmd/view.c says of which register they are. */
#include "view_table.h"

const struct table_view view_need_late = {
	.command = VIEW_COMMAND("late", "needs that will not be met in time"),
	.where = "open and late",
	.sort = "needed_by id",
	.columns = {
		{ .name = "id" },
		{ .name = "title", .wide = true },
		{ .name = "for", .priority = 2 },
		{ .name = "owner" },
		{ .name = "needed_by" },
		{ .name = "ready_on", .heading = "Ready" },
		{ .name = "days", .value = "days(needed_by, if(ready_on > today, ready_on, today))",
		  .heading = "Days late" },
		{ .name = "purchase", .priority = 1 },
		{ .name = "status", .priority = 3 },
	},
};

const struct table_view view_defect_blockers = {
	.command = VIEW_COMMAND("blockers", "defects that go-live waits for"),
	.where = "blocks_rollout",
	.sort = "severity priority id",
	.columns = {
		{ .name = "id" },
		{ .name = "severity", .heading = "Sev" },
		{ .name = "priority", .heading = "Prio" },
		{ .name = "title", .wide = true },
		{ .name = "owner" },
		{ .name = "vendor", .priority = 3 },
		{ .name = "age", .value = "days(found, today)", .priority = 1 },
		{ .name = "due" },
		{ .name = "status", .priority = 2 },
	},
};

const struct table_view view_defect_summary = {
	.command = VIEW_COMMAND("summary", "defects by severity: found, open, in retest"),
	.where = "not void",
	.sort = "severity id",
	.by = "severity",
	.columns = {
		{ .name = "severity" },
		{ .name = "found", .value = "not void", .sum = true },
		{ .name = "open", .value = "open", .sum = true },
		{ .name = "P1", .value = "open and priority = P1", .sum = true, .priority = 1 },
		{ .name = "P2", .value = "open and priority = P2", .sum = true, .priority = 1 },
		{ .name = "P3", .value = "open and priority = P3", .sum = true, .priority = 1 },
		{ .name = "P4", .value = "open and priority = P4", .sum = true, .priority = 1 },
		{ .name = "retest", .value = "status = retest", .sum = true },
		{ .name = "blocks", .value = "blocks_rollout", .sum = true },
		{ .name = "waived", .value = "waiver and true", .sum = true },
	},
};

const struct table_view view_inquiry_clock = {
	.command = VIEW_COMMAND("clock", "open inquiries, their age and the days left"),
	.sort = "respond_due id",
	.columns = {
		{ .name = "id" },
		{ .name = "title", .wide = true },
		{ .name = "kind", .priority = 3 },
		{ .name = "from", .priority = 2, .wide = true },
		{ .name = "owner" },
		{ .name = "received", .priority = 1 },
		{ .name = "age", .value = "days(received, today)" },
		{ .name = "due", .value = "respond_due", .heading = "Due" },
		{ .name = "left", .value = "days(today, respond_due)" },
		{ .name = "status" },
	},
};

const struct table_view view_handover_progress = {
	.command = VIEW_COMMAND("progress", "how far operations can take over, by area"),
	.where = "not void",
	.sort = "area id",
	.by = "area",
	.columns = {
		{ .name = "area" },
		{ .name = "items", .value = "not void", .sum = true },
		{ .name = "open", .value = "status = open", .sum = true },
		{ .name = "in_progress", .value = "status = in_progress", .sum = true },
		{ .name = "ready", .value = "status = ready", .sum = true },
		{ .name = "accepted", .value = "status = accepted", .sum = true },
		{ .name = "not_applicable", .heading = "N/A", .value = "status = not_applicable",
		  .sum = true, .priority = 2 },
		{ .name = "overdue", .value = "overdue", .sum = true },
		{ .name = "accepted_share", .heading = "Done", .part = "accepted",
		  .whole = "items" },
	},
};

const struct table_view view_testplan_entry = {
	.command = VIEW_COMMAND("entry", "criteria to begin, met or not"),
	.sort = "finish id",
	.items = "entry_criteria",
	.note = "{id}: {count(entry_criteria, met)} of {count(entry_criteria)} met",
	.columns = {
		{ .name = "id" },
		{ .name = "text", .heading = "Criterion", .wide = true },
		{ .name = "met" },
		{ .name = "evidence", .wide = true, .priority = 1 },
	},
};

const struct table_view view_training_coverage = {
	.command = VIEW_COMMAND("coverage", "seats, enrolled and trained, by audience"),
	.where = "not status = cancelled",
	.sort = "start id",
	.by = "if(audience, audience, course)",
	.columns = {
		{ .name = "audience" },
		{ .name = "sessions", .value = "not void", .sum = true },
		{ .name = "seats", .value = "capacity", .sum = true },
		{ .name = "enrolled", .value = "sum(enrolled, if(seats, seats, 1))", .sum = true },
		{ .name = "trained", .sum = true },
		{ .name = "trained_share", .heading = "Trained %", .part = "trained",
		  .whole = "enrolled" },
	},
};

const struct table_view view_gonogo_table = {
	.command = VIEW_COMMAND("table", "criteria to go live, met or not"),
	.where = "not void",
	.sort = "date id",
	.items = "criteria",
	.note = "{met} of {total} met or waived: {if(met = total, 'GO', 'NO-GO')}",
	.columns = {
		{ .name = "no" },
		{ .name = "area", .wide = true, .priority = 1 },
		{ .name = "criterion", .value = "text", .wide = true },
		{ .name = "threshold", .wide = true, .priority = 2 },
		{ .name = "actual", .value = "value", .wide = true },
		{ .name = "evidence", .priority = 4 },
		{ .name = "owner" },
		{ .name = "status" },
		{ .name = "waiver", .priority = 3 },
	},
};

const struct table_view view_purchase_status = {
	.command = VIEW_COMMAND("status", "where each purchase stands"),
	.where = "not void",
	.sort = "id",
	.columns = {
		{ .name = "id" },
		{ .name = "title", .wide = true },
		{ .name = "line", .value = "budget_line", .priority = 7 },
		{ .name = "estimate", .sum = true, .priority = 5 },
		{ .name = "method", .priority = 8 },
		{ .name = "quotes", .value = "count(quotes)", .priority = 4 },
		{ .name = "needed", .value = "min_quotes", .heading = "of", .priority = 4 },
		{ .name = "order", .value = "po_no", .priority = 6 },
		{ .name = "amount", .value = "po_amount", .sum = true },
		{ .name = "promised", .value = "if(expected, expected, promised)",
		  .heading = "Expected" },
		{ .name = "received", .value = "round(received_qty / ordered_qty * 100)",
		  .heading = "Recv %", .priority = 2 },
		{ .name = "invoiced", .sum = true, .priority = 5 },
		{ .name = "match", .priority = 3 },
		{ .name = "paid", .value = "paid_amount", .sum = true, .priority = 2 },
		{ .name = "owner", .priority = 1 },
		{ .name = "status" },
	},
};

const struct table_view view_pilot_roster = {
	.command = VIEW_COMMAND("roster", "who takes part, and what is missing"),
	.sort = "start id",
	.items = "participants",
	.note = "{id}: {count(participants)} asked, {count(participants, response = confirmed)} "
		"confirmed",
	.columns = {
		{ .name = "id" },
		{ .name = "person" },
		{ .name = "role", .wide = true, .priority = 2 },
		{ .name = "shift", .priority = 1 },
		{ .name = "response" },
		{ .name = "supervisor_ok", .heading = "Supervisor" },
		{ .name = "trained" },
		{ .name = "access" },
	},
};

const struct table_view view_change_pending = {
	.command = VIEW_COMMAND("pending", "changes to be decided, their age and level"),
	.where = "status in [submitted, in_analysis, in_review, deferred]",
	.sort = "requested id",
	.columns = {
		{ .name = "id" },
		{ .name = "title", .wide = true },
		{ .name = "cost", .value = "impact_cost", .sum = true },
		{ .name = "days", .value = "impact_days" },
		{ .name = "level", .value = "required_level" },
		{ .name = "age", .value = "days(if(submitted, submitted, requested), today)" },
		{ .name = "due", .value = "due" },
		{ .name = "owner", .priority = 1 },
		{ .name = "status" },
	},
};

const struct table_view view_comms_due = {
	.command = VIEW_COMMAND("due", "messages that were to go out, or soon are"),
	.where = "open and next_due <= today + limit(soon.approvals)",
	.sort = "next_due id",
	.columns = {
		{ .name = "id" },
		{ .name = "title", .wide = true },
		{ .name = "audience", .wide = true, .priority = 1 },
		{ .name = "channel", .priority = 2 },
		{ .name = "owner" },
		{ .name = "due", .value = "next_due", .heading = "Due" },
		{ .name = "late",
		  .value = "max(0, days(next_due, today))",
		  .heading = "Days late" },
	},
};

const struct table_view view_budget_table = {
	.command = {
		.name = "table",
		.summary = "lines: actual, committed, to come, at completion",
		.group = GROUP_LOOK,
		.needs = CLI_READ,
		.max = -1,
		.takes = TAKES_FORMAT,
		.usage = "[FILTER]... | LINE",
		.about = "With the id of one line: the records that its figures are made of.",
		.run = view_budget_run,
	},
	.where = "not void",
	.sort = "(category in [contingency, reserve]) id",
	.part = "if(category in [contingency, reserve], 'Reserves', 'Baseline')",
	.total = "Authorized",
	.dollars = true,
	.columns = {
		{ .name = "id", .priority = 5 },
		{ .name = "title", .heading = "Line", .wide = true, .cut = true, .least = 16 },
		{ .name = "original", .sum = true, .priority = 3 },
		{ .name = "current", .sum = true },
		{ .name = "actual", .sum = true },
		{ .name = "committed", .sum = true, .priority = 2 },
		{ .name = "etc", .value = "if(etc, etc, 0.00)", .heading = "ETC", .sum = true,
		  .priority = 6 },
		{ .name = "eac", .heading = "EAC", .sum = true, .priority = 1 },
		{ .name = "vac", .heading = "VAC", .sum = true },
	},
};

const struct table_view view_vendor_scorecard = {
	.command = VIEW_COMMAND("scorecard", "kept dates, acceptance, defects, ratings"),
	.where = "open and (delivered > 0 or late_open > 0 or ratings)",
	.sort = "id",
	.columns = {
		{ .name = "id" },
		{ .name = "name", .wide = true },
		{ .name = "delivered" },
		{ .name = "on_time", .heading = "On time" },
		{ .name = "on_time_share", .heading = "On time %", .part = "on_time",
		  .whole = "delivered", .priority = 1 },
		{ .name = "late", .value = "late_open", .heading = "Late" },
		{ .name = "decided", .priority = 2 },
		{ .name = "first_time", .heading = "First time" },
		{ .name = "first_time_share", .heading = "First time %", .part = "first_time",
		  .whole = "decided", .priority = 3 },
		{ .name = "rejections", .heading = "Rejected",
		  .value = "sum(those(deliverable, contract.vendor = this), "
			   "count(history, it ~ '>rejected'))" },
		{ .name = "serious_defects", .heading = "S1 S2 open", .priority = 4,
		  .value = "count(those(defect, vendor = this and open and "
			   "severity in [S1, S2]))" },
		{ .name = "defects", .heading = "Open defects", .priority = 4,
		  .value = "count(those(defect, vendor = this and open))" },
		{ .name = "score", .priority = 5 },
	},
};

const struct table_view view_testplan_summary = {
	.command = VIEW_COMMAND("summary", "cases by plan: written, run, passed"),
	.of = "testcase",
	.where = "not void and not status = obsolete",
	.sort = "plan id",
	.by = "plan.title",
	.columns = {
		{ .name = "plan" },
		{ .name = "planned", .value = "not void", .sum = true },
		{ .name = "written", .value = "status = ready", .sum = true },
		{ .name = "written_share", .heading = "Written %", .part = "written",
		  .whole = "planned", .priority = 1 },
		{ .name = "run", .value = "count(those(testrun, case = this)) > 0", .sum = true },
		{ .name = "run_share", .heading = "Run %", .part = "run", .whole = "planned" },
		{ .name = "pass", .sum = true,
		  .value = "last(those(testrun, case = this)).result = pass" },
		{ .name = "fail", .sum = true,
		  .value = "last(those(testrun, case = this)).result = fail" },
		{ .name = "blocked", .sum = true,
		  .value = "last(those(testrun, case = this)).result = blocked" },
		{ .name = "pass_share", .heading = "Passed %", .part = "pass", .whole = "run" },
	},
};

const struct table_view view_requirement_coverage = {
	.command = VIEW_COMMAND("coverage", "requirements with a test case, by priority"),
	.where = "not void",
	.sort = "priority id",
	.by = "priority",
	.columns = {
		{ .name = "priority" },
		{ .name = "requirements", .value = "not void", .sum = true },
		{ .name = "tested", .heading = "With a test", .value = "tests > 0", .sum = true },
		{ .name = "gap", .value = "not tests > 0", .sum = true },
		{ .name = "tested_share", .heading = "Tested %", .part = "tested",
		  .whole = "requirements" },
	},
};

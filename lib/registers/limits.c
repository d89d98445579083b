/*
 * The built-in limits. Sources are public; where it says "usual", it is practice that no
 * law asks for. Procurement figures are the ones that differ most, and a copy of them may
 * be old: pmo.yaml says what holds.
 */
#include <pmo/limit.h>

#define USUAL  "usual practice", NULL
#define CLT    "City of Charlotte, procurement questions", "2026-11"
#define NC     "N.C. General Statutes 143-129 and 143-131", "2026-11"
#define IDAHO  "IDAPA 38.05.01.041", "2026-11"
#define OKLA   "Oklahoma Administrative Code 260:115-7", "2026-11"
#define FAR    "FAR 2.101 as of 2025-10-01", "2026-11"
#define OKPAY  "62 O.S. 34.72 and OAC 260:10-3-7", "2026-11"
#define WIPAY  "Wisconsin DOA PRO-409", "2026-11"
#define TEXAS  "Tex. Gov't Code 2054.307", "2026-11"
#define ARK    "Arkansas vendor performance report", "2026-11"
#define NE     "Nebraska NITC 1-203 and CA SAM 4819.36", "2026-11"
#define IOWA   "Iowa reporting rule", "2026-11"
#define NYDED  "New York deliverable clauses", "2026-11"

const struct pmo_limit pmo_limits[] = {
	/* Buying. */
	{ "purchase.informal", NULL, "10000.00", PMO_MONEY, CLT, "from here on, several quotes" },
	{ "purchase.informal_services", NULL, "10000.00", PMO_MONEY, CLT,
	  "the same for services" },
	{ "purchase.written", NULL, "50000.00", PMO_MONEY, CLT, "from here on, written quotes" },
	{ "purchase.formal", NULL, "100000.00", PMO_MONEY, CLT,
	  "above this, sealed bids or proposals" },
	{ "purchase.informal_quotes", NULL, "2", PMO_INTEGER, USUAL,
	  "how many quotes are several" },
	{ "purchase.written_quotes", NULL, "3", PMO_INTEGER, CLT, "how many written quotes" },
	{ "purchase.split_window", NULL, "90cd", PMO_DURATION, USUAL,
	  "orders this close together may be one that was split" },
	{ "capital_limit", NULL, "5000.00", PMO_MONEY, USUAL, "goods above this are assets" },
	{ "match.amount", NULL, "10.00", PMO_MONEY, USUAL,
	  "difference that an invoice may have, at least" },
	{ "match.share", NULL, "0.5%", PMO_PERCENT, USUAL, "and as a share of the order" },
	{ "terms.days", NULL, "30cd", PMO_DURATION, WIPAY, "to pay after invoice and acceptance" },
	{ "terms.improper", NULL, "10d", PMO_DURATION, OKPAY, "to send back an improper invoice" },
	{ "terms.interest", NULL, "45cd", PMO_DURATION, OKPAY, "after this, interest is owed" },
	/* Contracts and vendors. */
	{ "contract.watch", NULL, "75%", PMO_PERCENT, USUAL, "use of the ceiling to look at" },
	{ "contract.alarm", NULL, "90%", PMO_PERCENT, USUAL, "use of the ceiling to act on" },
	{ "contract.amended", NULL, "10%", PMO_PERCENT, TEXAS,
	  "growth that an executive approves" },
	{ "contract.ends", NULL, "180cd", PMO_DURATION, USUAL, "before its end, look ahead" },
	{ "deliverable.review", NULL, "10d", PMO_DURATION, NYDED, "to review what was submitted" },
	{ "deliverable.correct", NULL, "10d", PMO_DURATION, NYDED, "to correct what was rejected" },
	{ "rating.floor", NULL, "3", PMO_INTEGER, ARK, "a rating below is below standard" },
	{ "rating.cap", NULL, "2.9", PMO_NUMBER, ARK, "score at most, with one below standard" },
	{ "expiry.warn", NULL, "90cd", PMO_DURATION, USUAL, "insurance, warranty, notice" },
	{ "waiver.warn", NULL, "60cd", PMO_DURATION, USUAL, "before a waiver or clearance ends" },
	/* Who approves changes. */
	{ "authority.manager_cost", NULL, "5000.00", PMO_MONEY, USUAL,
	  "the project manager, up to" },
	{ "authority.manager_days", NULL, "2d", PMO_DURATION, USUAL, "the project manager, up to" },
	{ "authority.sponsor_cost", NULL, "25000.00", PMO_MONEY, USUAL, "the sponsor, up to" },
	{ "authority.sponsor_days", NULL, "10d", PMO_DURATION, USUAL, "the sponsor, up to" },
	{ "authority.board_share", NULL, "10%", PMO_PERCENT, TEXAS,
	  "the board, up to this share of the budget; then an executive" },
	{ "change.decide", NULL, "10d", PMO_DURATION, USUAL, "to decide on a change request" },
	/* Risks and issues. */
	{ "risk.low", NULL, "4", PMO_INTEGER, USUAL, "highest score of a low risk" },
	{ "risk.medium", NULL, "9", PMO_INTEGER, USUAL, "highest score of a medium risk" },
	{ "risk.high", NULL, "15", PMO_INTEGER, USUAL, "highest score of a high risk" },
	{ "risk.plan", NULL, "10", PMO_INTEGER, USUAL, "score that needs a plan, or a decision" },
	{ "risk.review_critical", NULL, "5d", PMO_DURATION, USUAL, "between reviews" },
	{ "risk.review_high", NULL, "10d", PMO_DURATION, USUAL, "between reviews" },
	{ "risk.review_medium", NULL, "20d", PMO_DURATION, USUAL, "between reviews" },
	{ "risk.review_low", NULL, "40d", PMO_DURATION, USUAL, "between reviews" },
	{ "issue.assess", NULL, "2d", PMO_DURATION, USUAL, "to rate a new issue" },
	{ "issue.due_p1", NULL, "2d", PMO_DURATION, USUAL, "to solve it" },
	{ "issue.due_p2", NULL, "5d", PMO_DURATION, USUAL, "to solve it" },
	{ "issue.due_p3", NULL, "10d", PMO_DURATION, USUAL, "to solve it" },
	{ "issue.due_p4", NULL, "20d", PMO_DURATION, USUAL, "to solve it" },
	{ "escalate.p1_manager", NULL, "0d", PMO_DURATION, USUAL, "P1 goes up after" },
	{ "escalate.p1_sponsor", NULL, "1d", PMO_DURATION, USUAL, "P1 goes up after" },
	{ "escalate.p1_board", NULL, "2d", PMO_DURATION, USUAL, "P1 goes up after" },
	{ "escalate.p1_executive", NULL, "3d", PMO_DURATION, USUAL, "P1 goes up after" },
	{ "escalate.p2_manager", NULL, "1d", PMO_DURATION, USUAL, "P2 goes up after" },
	{ "escalate.p2_sponsor", NULL, "3d", PMO_DURATION, USUAL, "P2 goes up after" },
	{ "escalate.p2_board", NULL, "5d", PMO_DURATION, USUAL, "P2 goes up after" },
	{ "escalate.p2_executive", NULL, "10d", PMO_DURATION, USUAL, "P2 goes up after" },
	{ "escalate.p3_manager", NULL, "5d", PMO_DURATION, USUAL, "P3 goes up after" },
	{ "escalate.p3_sponsor", NULL, "10d", PMO_DURATION, USUAL, "P3 goes up after" },
	{ "escalate.p3_board", NULL, "20d", PMO_DURATION, USUAL, "P3 goes up after" },
	{ "escalate.p4_manager", NULL, "10d", PMO_DURATION, USUAL, "P4 goes up after" },
	{ "escalate.p4_sponsor", NULL, "20d", PMO_DURATION, USUAL, "P4 goes up after" },
	{ "action.redates", NULL, "3", PMO_INTEGER, USUAL, "moved this often, it goes up" },
	/* Clocks. */
	{ "inquiry.acknowledge", NULL, "1d", PMO_DURATION, USUAL, "to say that it came" },
	{ "inquiry.urgent", NULL, "1d", PMO_DURATION, USUAL, "to answer" },
	{ "inquiry.normal", NULL, "5d", PMO_DURATION, USUAL, "to answer" },
	{ "inquiry.low", NULL, "10d", PMO_DURATION, USUAL, "to answer" },
	{ "meeting.agenda", NULL, "2d", PMO_DURATION, USUAL, "the agenda goes out before" },
	{ "meeting.minutes", NULL, "2d", PMO_DURATION, USUAL, "the minutes go out after" },
	{ "soon.actions", NULL, "2d", PMO_DURATION, USUAL, "due soon: actions, inquiries" },
	{ "soon.issues", NULL, "5d", PMO_DURATION, USUAL, "due soon: issues, deliverables" },
	{ "soon.approvals", NULL, "10d", PMO_DURATION, USUAL, "due soon: approvals, reviews" },
	{ "soon.invoices", NULL, "10cd", PMO_DURATION, USUAL, "due soon: invoices" },
	/* Readiness and reports. */
	{ "training.complete", NULL, "95%", PMO_PERCENT, USUAL, "share that must be trained" },
	{ "training.refresher", NULL, "30cd", PMO_DURATION, USUAL,
	  "trained longer before go-live, people forget" },
	{ "report.weekly", NULL, "500000.00", PMO_MONEY, IOWA, "from this budget on, weekly" },
	{ "rag.schedule_yellow", NULL, "5%", PMO_PERCENT, NE, "slip of go-live" },
	{ "rag.schedule_red", NULL, "10%", PMO_PERCENT, NE, "slip of go-live" },
	{ "rag.spi_yellow", NULL, "0.95", PMO_NUMBER, USUAL, "below" },
	{ "rag.spi_red", NULL, "0.90", PMO_NUMBER, USUAL, "below" },
	{ "rag.cost_yellow", NULL, "5%", PMO_PERCENT, NE, "forecast over budget" },
	{ "rag.cost_red", NULL, "10%", PMO_PERCENT, NE, "forecast over budget" },
	{ "rag.cpi_yellow", NULL, "0.95", PMO_NUMBER, USUAL, "below" },
	{ "rag.cpi_red", NULL, "0.90", PMO_NUMBER, USUAL, "below" },
	{ "rag.cpi_from", NULL, "20%", PMO_PERCENT, USUAL, "cost performance counts from here on" },
	{ "rag.critical_late", NULL, "5d", PMO_DURATION, USUAL, "a critical task, late by more" },
	{ "rag.scope_red", NULL, "10%", PMO_PERCENT, USUAL, "approved growth of scope" },
	{ "rag.musts_yellow", NULL, "5%", PMO_PERCENT, USUAL,
	  "musts without delivery or test" },
	{ "rag.risk_red", NULL, "20", PMO_INTEGER, USUAL, "score of one risk" },
	{ "rag.risks_yellow", NULL, "3", PMO_INTEGER, USUAL, "risks in the high band" },
	{ "rag.actions_yellow", NULL, "3", PMO_INTEGER, USUAL, "overdue actions of risks" },
	{ "rag.level_yellow", NULL, "2", PMO_INTEGER, USUAL, "level of an open issue" },
	/* What jurisdictions say otherwise. */
	{ "purchase.informal", "charlotte", "10000.00", PMO_MONEY, CLT, "several quotes from" },
	{ "purchase.informal", "north_carolina", "30000.00", PMO_MONEY, NC, "informal bids from" },
	{ "purchase.informal_services", "north_carolina", "30000.00", PMO_MONEY, NC,
	  "the statute names none for services" },
	{ "purchase.written", "north_carolina", "90000.00", PMO_MONEY, NC, "no band of its own" },
	{ "purchase.formal", "north_carolina", "90000.00", PMO_MONEY, NC, "sealed bids from" },
	{ "purchase.informal", "idaho", "15000.00", PMO_MONEY, IDAHO, "goods and software from" },
	{ "purchase.informal_services", "idaho", "25000.00", PMO_MONEY, IDAHO, "services from" },
	{ "purchase.informal", "oklahoma", "5000.01", PMO_MONEY, OKLA, "open market up to 5,000" },
	{ "purchase.informal_services", "oklahoma", "5000.01", PMO_MONEY, OKLA, "the same" },
	{ "purchase.informal", "federal", "15000.00", PMO_MONEY, FAR, "above a micro-purchase" },
	{ "purchase.informal_services", "federal", "15000.00", PMO_MONEY, FAR, "the same" },
	{ "purchase.written", "federal", "350000.00", PMO_MONEY, FAR, "no band of its own" },
	{ "purchase.formal", "federal", "350000.00", PMO_MONEY, FAR,
	  "above simplified acquisition" },
	{ 0 },
};

# Lists over projects, and what the schedule says of a record

    $ pmo demo d > /dev/null; cd d

    $ pmo risk -A 'score>=12' | cut -f1,3
    id	score
    bwcst/RSK-001	20
    cadup/RSK-003	16
    cadup/RSK-005	15
    cadup/RSK-008	12
    cadup/RSK-002	12
    $ pmo risk -A --format ids | head -2
    bwcst/RSK-001
    cadup/RSK-003
    $ pmo vendor -A | head -2
    id	name	kind	account_manager	insurance_expires	status
    VEN-001	Meridian Dispatch Systems	software	V1	2027-06-30	active

A task shows its expected dates, its baseline and its float; verbs that would do nothing stay out.

    $ export PMO_PROJECT=cadup
    $ pmo show TSK-31 | sed -n '2p;/^expected/,/^next/p'
             in_progress
    expected     = Aug 31 to Dec 8
    baseline     = Aug 24 to Oct 5 (+43 d)
    float        = 0 d, critical

    next:    finish, block, cancel (needs --note)
    $ pmo show TSK-1 | sed -n '2p;/^baseline/,/^next/p'
             done
    baseline      = Jun 1 to Jun 10 (+0 d)

    next:    block, cancel (needs --note), reopen (needs --note)
    $ pmo show MS-5 | sed -n '/^expected/,/^next/p'
    expected   = Dec 8
    baseline   = Nov 13 (+15 d)
    float      = 0 d, critical

    next:    achieve, cancel (needs --note)

A list for other programs has all fields that a person fills in, and comes back unchanged.

    $ pmo export ../risks.csv --register risk 2> /dev/null && head -1 ../risks.csv
    id,title,score,band,owner,next_review,status,kind,category,cause,event,effect,probability,impact,impact_schedule,impact_cost,impact_quality,exposure_cost,exposure_days,proximity,strategy,response,plan,trigger,contingency,residual_probability,residual_impact,actionee,accepted_by,identified,occurred_on,became,links,tags,external,visibility,confidential,_rev
    $ pmo import ../risks.csv --register risk -n | tail -1
    Adds 0, updates 0, unchanged 12; 0 problems.

Many weeks stand below each other.

    $ pmo workload --weeks 11 --by QA --format table
    Workload over 3 projects as of Nov 20, 2026: percent of a week that begins on

    Person  Nov 23  Nov 30  Dec 7  Dec 14  Dec 21  Dec 28  Jan 4  Jan 11  Jan 18
    QA                  20     60     100     100     100   !200     100     100

    Person  Jan 25  Feb 1
    QA          40

    QA, week of Nov 30: 20% of 100%: cadup 6.2 20?
    QA, week of Dec 7: 60% of 100%: cadup 6.3 60?
    QA, week of Dec 14: 100% of 100%: cadup 6.3 100?
    QA, week of Dec 21: 100% of 100%: cadup 6.3 100?
    QA, week of Dec 28: 100% of 100%: cadup 6.3 100?
    QA, week of Jan 4: 200% of 100%: cadup 6.3 20?, cadup 6.4 80?, netref 5.1 100?
    QA, week of Jan 11: 100% of 100%: cadup 6.4 100?
    QA, week of Jan 18: 100% of 100%: cadup 6.4 25?, cadup 6.5 75?
    QA, week of Jan 25: 40% of 100%: cadup 6.5 40?

    ? nobody is assigned, so the owner counts with all their time:
    pmo set ID assignees='INF 50'

The report just made is the record at hand; no line is wider than the terminal.

    $ pmo status --draft > /dev/null && pmo show . | head -1
    RPT-024  Status report, week ending Nov 20
    $ pmo today --format table --all | sed 's/[…·]/./g' | awk 'length > 80'

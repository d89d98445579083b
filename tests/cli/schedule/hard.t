# Dates that hold against links, and whose days a lag counts

    $ export PMO_TODAY=2026-11-20
    $ mkdir -p w/one w/calendars; cd w; echo 'format: 1' > pmo.yaml
    $ cat > calendars/office.yaml <<'END'
    > name: Office
    > END
    $ cat > calendars/night.yaml <<'END'
    > name: Cutover nights, Tuesday and Thursday
    > weekend: [mon, wed, fri, sat, sun]
    > END
    $ cat > one/project.yaml <<'END'
    > title: One
    > start: 2026-11-23
    > calendar: office
    > END
    $ cat > one/plan.yaml <<'END'
    > TSK-001: {title: Order the switches, wbs: "1", duration: 10d}
    > TSK-002: {title: Council votes, wbs: "2", duration: 1d, preds: [TSK-001], constraint: mso 2026-12-01}
    > TSK-003: {title: Install, wbs: "3", duration: 5d, preds: [TSK-002]}
    > END

By itself a link is stronger than a date that must be kept: the vote waits, and negative float says
by how many days the date is missed.

    $ pmo schedule --format table
    One, as of Nov 20
    Finish Dec 14.

    WBS  Task                Done  Start   Finish  Var  Float
    1    Order the switches        Nov 23  Dec 4          *-4
    2    Council votes             Dec 7   Dec 7          *-4
    3    Install                   Dec 8   Dec 14          *0

    * critical  Var, Float: working days

In a project with hard constraints, as in MS Project, the date holds. What comes before it shows the
conflict; the schedule and why say whom it does not wait for.

    $ pmo set project hard_constraints=yes --by PC
    one  hard_constraints none > yes
    $ pmo schedule --format table
    One, as of Nov 20
    Finish Dec 8.
    Hard date: 2 Council votes (TSK-002) has to start on Dec 1 (hard), though Order
               the switches is ready Dec 4, 4 days too late.

    WBS  Task                Done  Start   Finish  Var  Float
    1    Order the switches        Nov 23  Dec 4          *-4
    2    Council votes             Dec 1   Dec 1           *0
    3    Install                   Dec 2   Dec 8           *0

    * critical  Var, Float: working days
    $ pmo why 2
    id	wbs	title	start	finish	variance	total_float	why
    TSK-002	2	Council votes	2026-12-01	2026-12-01		0	Council votes: 1 day, Dec 1, it has to start on Dec 1 (hard), though Order the switches is ready Dec 4, 4 days too late.
    $ pmo set TSK-002 constraint="snlt 2026-12-02" --by PC > /dev/null
    $ pmo why 2 | head -3
    id	wbs	title	start	finish	variance	total_float	why
    TSK-002	2	Council votes	2026-12-02	2026-12-02		0	Council votes: 1 day, Dec 2, it has to start by Dec 2 (hard), though Order the switches is ready Dec 4, 3 days too late.

For programs, the warning is a message.

    $ pmo schedule --format ids
    TSK-001
    TSK-002
    TSK-003
    one/plan.yaml:2:1: warning: 2 has to start by Dec 2 (hard), though Order the switches is ready Dec 4, 3 days too late [plan-hard-date]

A date that is the first working day after the as-of date is told as the date that it is.

    $ pmo set TSK-002 constraint="mso 2026-11-23" --by PC > /dev/null
    $ pmo why 2 | tail -1 | cut -f 8
    Council votes: 1 day, Nov 23, it has to start on Nov 23 (hard), though Order the switches is ready Dec 4, 10 days too late.
    $ pmo set TSK-002 constraint="mso 2026-11-20" --by PC > /dev/null
    $ pmo why 2 | tail -1 | cut -f 8
    Council votes: 1 day, Nov 23, it has not started, and cannot before Nov 23; it had to start on Nov 20 (hard), though Order the switches is ready Dec 4, 10 days too late.
    $ pmo set TSK-002 constraint="mso 2026-12-07" --by PC > /dev/null
    $ pmo why 2 | tail -1 | cut -f 8
    Council votes: 1 day, Dec 7, it has to start on Dec 7.
    $ pmo set TSK-002 constraint="snlt 2026-12-02" --by PC > /dev/null

The as-of date is stronger: nothing starts in the past.

    $ pmo schedule --as-of 2026-12-02 --format tsv | cut -f 2,3,7
    one/plan.yaml:2:1: warning: 2 had to start by Dec 2 (hard), though Order the switches is ready Dec 16, 10 days too late [plan-hard-date]
    wbs	title	start
    1	Order the switches	2026-12-03
    2	Council votes	2026-12-03
    3	Install	2026-12-04

A lag counts the days of the project, or of the calendar of the task that waits, or that it waits
for; a link that names a calendar has that one.

    $ cat > one/plan.yaml <<'END'
    > TSK-001: {title: Build, wbs: "1", duration: 1d, calendar: office}
    > TSK-002: {title: Cut over, wbs: "2", duration: 1d, calendar: night, preds: [TSK-001 FS+2d]}
    > TSK-003: {title: Named, wbs: "3", duration: 1d, preds: [{task: TSK-001, lag: 2d, calendar: night}]}
    > TSK-004: {title: After the night, wbs: "4", duration: 1d, preds: [TSK-002 FS+1d]}
    > END
    $ pmo schedule --format tsv | cut -f 2,3,7
    wbs	title	start
    1	Build	2026-11-23
    2	Cut over	2026-11-26
    3	Named	2026-11-27
    4	After the night	2026-11-30
    $ pmo set project lag_calendar=successor --by PC
    one  lag_calendar none > successor
    $ pmo schedule --format tsv | cut -f 2,3,7
    wbs	title	start
    1	Build	2026-11-23
    2	Cut over	2026-12-01
    3	Named	2026-11-27
    4	After the night	2026-12-03
    $ pmo set project lag_calendar=predecessor --by PC
    one  lag_calendar successor > predecessor
    $ pmo schedule --format tsv | cut -f 2,3,7
    wbs	title	start
    1	Build	2026-11-23
    2	Cut over	2026-11-26
    3	Named	2026-11-27
    4	After the night	2026-12-02

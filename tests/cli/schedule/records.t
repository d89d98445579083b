# What the schedule takes from the records

    $ mkdir calendars one two; touch pmo.yaml
    $ cat >calendars/office.yaml <<'END'
    > name: Office
    > hours:
    >   - mon 08:00-12:00
    >   - mon 13:00-17:00
    >   - tue 08:00-12:00
    >   - tue 13:00-17:00
    >   - wed 08:00-12:00
    >   - wed 13:00-17:00
    >   - thu 08:00-12:00
    >   - thu 13:00-17:00
    >   - fri 08:00-12:00
    >   - fri 13:00-17:00
    > holidays: [2026-11-26 Thanksgiving]
    > END
    $ cat >calendars/busy.yaml <<'END'
    > name: Before the move
    > base: office
    > exceptions:
    >   - {from: 2026-12-05, hours: "08:00-12:00,13:00-17:00", name: Saturday worked}
    >   - 2026-12-08..2026-12-09 08:00-12:00
    > END
    $ cat >people.yaml <<'END'
    > ANN: {name: Ann, leave: [2026-11-24..2026-11-25 vacation]}
    > BEN: {name: Ben, work_days: [mon, tue, wed]}
    > CEE: {name: Cee, allocation: 50, leave: [2026-11-23..2026-11-27 vacation ANN]}
    > END
    $ cat >one/project.yaml <<'END'
    > title: One
    > start: 2026-11-23
    > calendar: office
    > END

Hours and exceptions, the owner's days, leave with and without a delegate, effort and units, progress
that is counted, a constraint, a lead, an elapsed lag and an elapsed duration.

    $ cat >one/plan.yaml <<'END'
    > TSK-001: {title: Plain, duration: 3d}
    > TSK-002: {title: Ann is away, owner: ANN, duration: 3d}
    > TSK-003: {title: Ben works three days, owner: BEN, duration: 4d}
    > TSK-004: {title: Cee has a delegate, owner: CEE, duration: 3d}
    > TSK-005: {title: Effort of half a person, owner: CEE, effort: 16h}
    > TSK-006: {title: Two people, effort: 40h, assignees: [ANN 100%, BEN 50%]}
    > TSK-007: {title: Saturday and half days, calendar: busy, duration: 3d, constraint: snet 2026-12-04}
    > TSK-008: {title: Checked off, duration: 10d, actual_start: 2026-11-16, counting: checklist, checklist: [{text: a, done: yes}, {text: b}]}
    > TSK-009: {title: Ten calendar days, duration: 10cd, preds: [TSK-001]}
    > TSK-010: {title: Leads, duration: 1d, preds: [TSK-001 FS-1d]}
    > TSK-011: {title: Elapsed lag, duration: 1d, preds: [TSK-001 FS+3cd]}
    > TSK-012: {title: By hand, duration: 2d, by_hand: yes, planned_start: 2026-12-14, preds: [TSK-001]}
    > TSK-013: {title: Lag in another calendar, duration: 1d, preds: [{task: TSK-007, lag: 1d, calendar: busy}]}
    > MS-001: {title: Forecast of a person, forecast: 2026-12-24, preds: [TSK-012]}
    > MS-002: {title: Must be, deadline: 2026-12-11, mandatory: yes, preds: [TSK-012]}
    > TSK-014: {title: Cancelled, duration: 9d, status: cancelled, preds: [TSK-012]}
    > END
    $ pmo -p one schedule --format table
    One, as of Nov 20
    Finish Dec 24.  Forecast of a person Dec 24.

    WBS  Task                     Done  Start   Finish  Var  Float
    1    Plain                          Nov 23  Nov 25           9
    2    Ann is away                    Nov 23  Nov 30          18
    3    Ben works three days           Nov 23  Nov 30          11
    4    Cee has a delegate             Nov 23  Nov 25          20
    5    Effort of half a person        Nov 23  Nov 27          19
    6    Two people                     Nov 23  Nov 27          19
    7    Saturday and half days         Dec 4   Dec 7           10
    8    Checked off               50%  Nov 16  Nov 30          18
    9    Ten calendar days              Nov 26  Dec 5           19
    10   Leads                          Nov 25  Nov 25          20
    11   Elapsed lag                    Nov 30  Nov 30          18
    12   By hand                        Dec 14  Dec 15         *-2
    13   Lag in another calendar        Dec 9   Dec 10          10
    14   Forecast of a person           Dec 24  Dec 24          *0
    15   Must be                        Dec 15  Dec 15         *-2

    * critical  Var, Float: working days

A link to another project, read with that project's own calendar; a loop over both is seen.

    $ cat >two/project.yaml <<'END'
    > title: Two
    > start: 2026-11-23
    > END
    $ cat >two/plan.yaml <<'END'
    > TSK-001: {title: Waits for One, duration: 2d, preds: [one/TSK-009]}
    > END
    $ pmo -p two schedule --format table
    Two, as of Nov 20
    Finish Dec 8.

    WBS  Task           Done  Start  Finish  Var  Float
    1    Waits for One        Dec 7  Dec 8           *0

    * critical  Var, Float: working days
    $ sed -i 's/Plain, duration: 3d/Plain, duration: 3d, preds: [two\/TSK-001]/' one/plan.yaml
    $ pmo -p two schedule
    one/plan.yaml:1:1: error: the links go in a circle, so nothing on it can start: one/1 Plain -> one/9 Ten calendar days -> 1 Waits for One -> one/1 [plan-loop]
    [3]

Bad calendars are named.

    $ sed -i 's/, preds: .two.TSK-001.//' one/plan.yaml
    $ sed -i 's/thu 08:00-12:00/thu 8am-12:00/' calendars/office.yaml
    $ pmo -p one schedule TSK-001 --format table
    One, as of Nov 20
    Finish Dec 24, not sure.  Forecast of a person Dec 24, not sure.
    Not sure: calendar 'office': no hours of a day, or they overlap: '8am'
    Not sure: 7 Saturday and half days (TSK-007) calendar 'office': no hours of a day, or they overlap: '8am'
    Not sure: 13 Lag in another calendar (TSK-013) calendar 'office': no hours of a day, or they overlap: '8am'

    WBS  Task   Done  Start    Finish   Var  Float
    1    Plain        Nov 23?  Nov 25?           8

    ? not sure  Var, Float: working days
    $ sed -i 's/calendar: busy, duration/calendar: none, duration/; s/mon 08/mon 08/' one/plan.yaml
    $ pmo -p one schedule TSK-007 --format table
    One, as of Nov 20
    Finish Dec 24, not sure.  Forecast of a person Dec 24, not sure.
    Not sure: calendar 'office': no hours of a day, or they overlap: '8am'
    Not sure: 7 Saturday and half days (TSK-007) calendar 'none' is not there
    Not sure: 13 Lag in another calendar (TSK-013) calendar 'office': no hours of a day, or they overlap: '8am'

    WBS  Task                    Done  Start   Finish  Var  Float
    7    Saturday and half days        Dec 4?  Dec 8?           8

    ? not sure  Var, Float: working days

The short form of a link's share is kept.

    $ pmo -p one set TSK-010 preds='TSK-001 FS+50%, TSK-002 SS-25%' --by ANN
    TSK-010  preds - TSK-001 FS-1d, + TSK-001 FS+50%, + TSK-002 SS-25%
    $ grep -A 1 'Leads' one/plan.yaml
    TSK-010: {title: Leads, duration: 1d, preds: [TSK-001 FS+50%, TSK-002 SS-25%]}
    TSK-011: {title: Elapsed lag, duration: 1d, preds: [TSK-001 FS+3cd]}

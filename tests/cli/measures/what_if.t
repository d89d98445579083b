# What would move

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup

Build complete without the state's interface: three days, because the walk-through comes next.

    $ pmo what-if "drop link M5 5.4" --format table
    Go-live would be Mar 11, 2027 instead of Mar 16, 2027: 3 working days earlier.
    That is +12 d against the baseline (Feb 23, 2027).
    Then Configuration walk-through (Dana Spencer) sets it.

    WBS  What                    Now           Then          Days
    M5   Build complete          Dec 8         Dec 3           -3
    M6   User acceptance signed  Feb 16, 2027  Feb 11, 2027    -3
    M7   Go-live                 Mar 16, 2027  Mar 11, 2027    -3
    M8   Project closed          Apr 23, 2027  Apr 20, 2027    -3

    19 tasks move: --all lists them.
    Nothing was written.

The same from a task that needs less; all that moves, for programs. Nothing is written.

    $ pmo what-if 5.4 remaining=9d --format tsv | cut -f1-5 | head -n 8
    wbs	title	before	after	days
    M5	Build complete	2026-12-08	2026-12-07	-1
    M6	User acceptance signed	2027-02-16	2027-02-15	-1
    M7	Go-live	2027-03-16	2027-03-15	-1
    M8	Project closed	2027-04-23	2027-04-22	-1
    5.4	State message switch interface	2026-12-08	2026-12-07	-1
    6.3	System integration test, cycle 1	2027-01-04	2026-12-31	-1
    6.4	Fixes and integration test, cycle 2	2027-01-19	2027-01-15	-1
    $ pmo what-if "6.3 owner=INF" "6.3 duration=+3d" "drop link 6.4 6.3" --format table
    Go-live would be Feb 26, 2027 instead of Mar 16, 2027: 12 working days earlier.
    That is +3 d against the baseline (Feb 23, 2027).
    Then Train-the-trainer (Tess Romero) sets it.

    WBS  What                    Now           Then          Days
    M6   User acceptance signed  Feb 16, 2027  Jan 14, 2027   -22
    M7   Go-live                 Mar 16, 2027  Feb 26, 2027   -12
    M8   Project closed          Apr 23, 2027  Apr 7, 2027    -12

    21 tasks move: --all lists them.
    Nothing was written.
    $ pmo what-if "3.6 remaining=24d" --format table
    Go-live stays Mar 16, 2027.
    That is +15 d against the baseline (Feb 23, 2027).

    1 task moves: --all lists them.
    Nothing was written.
    $ pmo what-if "5.9 remaining=2d"
    error: '5.9 remaining=2d': no task or milestone is called '5.9' [plan-change]
    [2]
    $ pmo what-if "5.4 remaning=2d"
    error: '5.4 remaning=2d': what-if does not know the field 'remaning' [plan-change]
    [2]
    $ pmo what-if "add link 2.1 9.6"
    error: with this change the links go in a circle, so nothing on it can start: 2.2 Negotiate and execute CON-001 (CAD vendor) -> 4.1 Vendor kickoff, plan and licenses delivered -> 4.2 Design session 1: call-taking and dispatch -> 4.3 Design session 2: fire/EMS response plans -> 4.4 Design session 3: reporting and GIS -> 4.5 Configuration design document -> 4.6 Design walk-through and sign-off -> 4.7 Build configuration -> 4.9 Reports and dashboards -> M5 Build complete -> 6.3 System integration test, cycle 1 -> 6.4 Fixes and integration test, cycle 2 -> 5 more -> 2.2 [plan-loop]
    [3]
    $ pmo what-if
    pmo: too few words; this is how: pmo what-if "CHANGE"... [--all]
    [2]

What remains was typed, and stays, as `pmo set` leaves it; the milestone of go-live has a name of its own.

    $ pmo what-if "5.4 percent=90%" --format table
    Go-live stays Mar 16, 2027.
    That is +15 d against the baseline (Feb 23, 2027).

    Nothing else would move.
    Nothing was written.
    warning: '5.4 percent=90%': remaining is still 10d, so no date moves; add remaining=, such as remaining=2d [plan-change]
    $ pmo set 5.4 percent=90%
    TSK-031  percent 45% > 90%
             remaining is still 10d: pmo set TSK-031 remaining=3d
    $ pmo undo
    took back: pmo set 5.4 percent=90%   (2026-11-20 PC, 1 file)
    $ pmo what-if "go-live constraint='snet 2027-04-01'" --format table | head -2
    Go-live would be Apr 1, 2027 instead of Mar 16, 2027: 11 working days later.
    That is +26 d against the baseline (Feb 23, 2027).

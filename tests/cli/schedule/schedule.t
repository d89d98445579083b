# The schedule

    $ pmo demo d >out; cd d; export PMO_PROJECT=cadup
    $ pmo schedule --format table --open
    Computer-Aided Dispatch Upgrade, as of Nov 20
    Finish Apr 23, 2027 (+15 d).  Go-live Mar 16, 2027 (+15 d).

    WBS   Task                                    Done  Start         Finish         Var  Float
    3.5   Fiber link and switches                  60%  Jul 27        Dec 10        !+70     58
    3.6   Mobile terminals delivered and mounted   30%  Jul 27        Jan 4, 2027   !+63     35
    4.7   Build configuration                      90%  Oct 5         Nov 30        !+12     ~3
    4.9   Reports and dashboards                   60%  Oct 19        Dec 1         !+21     ~5
    4.10  Configuration walk-through                    Dec 1         Dec 3         !+12     ~3
    5.4   State message switch interface           45%  Aug 31        Dec 8         !+43     *0
    M5    Build complete                                Dec 8         Dec 8         !+15     *0
    6.2   Test cases written and traced            85%  Sep 30        Nov 30        !+23      6
    6.3   System integration test, cycle 1              Dec 9         Jan 4, 2027    +15     *0
    6.4   Fixes and integration test, cycle 2           Jan 5, 2027   Jan 19, 2027   +15     *0
    6.5   Performance and failover test                 Jan 20, 2027  Jan 26, 2027   +15     17
    6.6   User acceptance test                          Jan 20, 2027  Feb 2, 2027    +15     *0
    6.7   UAT fixes and retest                          Feb 3, 2027   Feb 11, 2027   +15     ~5
    6.8   Test summary report and sign-off              Feb 12, 2027  Feb 16, 2027   +15     ~5
    6.9   Independent security assessment               Jan 20, 2027  Feb 2, 2027    +15     27
    M6    User acceptance signed                        Feb 16, 2027  Feb 16, 2027   +15     ~5
    7.3   Job aids and help documents                   Dec 4         Jan 6, 2027    +12     13
    7.4   Train-the-trainer                             Jan 7, 2027   Jan 13, 2027   +12     13
    7.5   Dispatcher classes (6 sessions)               Feb 3, 2027   Feb 23, 2027   +15     *0
    7.6   Supervisor and administrator classes          Jan 14, 2027  Jan 21, 2027   +12     23
    7.7   Announcements and publicity                   Feb 3, 2027   Feb 16, 2027   +15     17
    8.1   Cutover plan and runbook                      Dec 1         Dec 16        !+23     39
    8.2   Pilot scheduling and participants             Dec 17        Dec 23        !+23     39
    8.3   Pilot: one shift in parallel                  Feb 24, 2027  Mar 9, 2027    +15     *0
    8.4   Cutover dress rehearsal                       Mar 10, 2027  Mar 11, 2027   +15     *0
    8.5   Go/no-go board                                Mar 12, 2027  Mar 12, 2027   +15     *0
    8.6   Cutover                                       Mar 15, 2027  Mar 16, 2027   +15     *0
    M7    Go-live                                       Mar 16, 2027  Mar 16, 2027   +15     *0
    9.1   Operations manual and support runbooks        Jan 20, 2027  Feb 9, 2027    +15     37
    9.2   Knowledge transfer to service desk            Feb 10, 2027  Feb 19, 2027   +15     37
    9.3   Hypercare                                     Mar 17, 2027  Apr 14, 2027   +15     *0
    9.4   Handover to operations signed                 Apr 15, 2027  Apr 16, 2027   +15     *0
    9.5   Lessons learned and closeout report           Apr 19, 2027  Apr 23, 2027   +15     *0
    9.6   Final acceptance and contract closeout        Apr 19, 2027  Apr 23, 2027   +15     *0
    M8    Project closed                                Apr 23, 2027  Apr 23, 2027   +15     *0

    * critical  ~ nearly  ! late  Var, Float: working days

A branch, and what programs get.

    $ pmo schedule 5.4
    id	wbs	title	kind	state	owner	start	finish	baseline_start	baseline_finish	late_start	late_finish	variance	total_float	free_float	critical	percent	late	sure	fault
    TSK-031	5.4	State message switch interface	task	under_way	V2	2026-08-31	2026-12-08	2026-08-24	2026-10-05	2026-08-31	2026-12-08	43	0	0	true	45	true	true	
    $ pmo schedule M7 --format json
    [
      {
        "id": "MS-007",
        "wbs": "M7",
        "title": "Go-live",
        "kind": "milestone",
        "state": "not_started",
        "owner": "PM",
        "start": "2027-03-16",
        "finish": "2027-03-16",
        "baseline_start": "2027-02-23",
        "baseline_finish": "2027-02-23",
        "late_start": "2027-03-16",
        "late_finish": "2027-03-16",
        "variance": 15,
        "total_float": 0,
        "free_float": 0,
        "critical": true,
        "percent": 0,
        "late": false,
        "sure": true,
        "fault": null
      }
    ]

Against the first baseline; one that nobody approved is refused.

    $ pmo schedule M7 --baseline 1 --format csv
    id,wbs,title,kind,state,owner,start,finish,baseline_start,baseline_finish,late_start,late_finish,variance,total_float,free_float,critical,percent,late,sure,fault
    MS-007,M7,Go-live,milestone,not_started,PM,2027-03-16,2027-03-16,2027-02-23,2027-02-23,2027-03-16,2027-03-16,15,0,0,true,0,false,true,
    $ pmo schedule 5.4 --baseline 9 --format csv
    pmo: no baseline 9 was approved: pmo baseline list --all
    [2]

# Another day

    $ pmo schedule M7 --as-of 2026-12-31 --format table
    Computer-Aided Dispatch Upgrade, as of Dec 31
    Finish May 27, 2027 (+39 d).  Go-live Apr 20, 2027 (+39 d).

    WBS  Task     Done  Start         Finish        Var  Float
    M7   Go-live        Apr 20, 2027  Apr 20, 2027  +39     *0

    * critical  Var, Float: working days

# Summaries, links to them, and outline numbers

    $ mkdir -p small; cd small; unset PMO_PROJECT
    $ cat >project.yaml <<'END'
    > title: Small
    > start: 2026-11-30
    > END
    $ cat >plan.yaml <<'END'
    > TSK-001:
    >   title: Prepare
    >   duration: 3d
    >   percent: 0
    > TSK-002:
    >   title: Move
    >   kind: summary
    >   preds: [TSK-001]
    > TSK-003:
    >   title: Pack
    >   parent: TSK-002
    >   duration: 2d
    > TSK-004:
    >   title: Drive
    >   parent: TSK-002
    >   duration: 4h
    >   preds: [TSK-003 FS+50%, TSK-001 SS+1d]
    > TSK-005:
    >   title: Watch
    >   kind: level_of_effort
    >   preds: [TSK-003 SS, TSK-004 FF]
    > MS-001:
    >   title: Moved
    >   preds: [TSK-002]
    > END
    $ pmo schedule --format table
    Small, as of Nov 20
    Finish Dec 8.  Moved Dec 8.

    WBS  Task     Done  Start   Finish  Var  Float
    1    Prepare        Nov 30  Dec 2           *0
    2    Move           Dec 3   Dec 8           *0
    2.1    Pack         Dec 3   Dec 4           *0
    2.2    Drive        Dec 8   Dec 8           *0
    3    Watch          Dec 3   Dec 8
    4    Moved          Dec 8   Dec 8           *0

    * critical  Var, Float: working days
    $ pmo schedule TSK-002 --format table
    Small, as of Nov 20
    Finish Dec 8.  Moved Dec 8.

    WBS  Task     Done  Start  Finish  Var  Float
    2    Move           Dec 3  Dec 8           *0
    2.1    Pack         Dec 3  Dec 4           *0
    2.2    Drive        Dec 8  Dec 8           *0

    * critical  Var, Float: working days

# Bad data stays visible

    $ cp plan.yaml good.yaml
    $ sed -i 's/duration: 3d/duration: three days/' plan.yaml
    $ pmo schedule --format table
    Small, as of Nov 20
    Finish Dec 3, not sure.  Moved Dec 3, not sure.
    Not sure: 1 Prepare (TSK-001) duration 'three days' cannot be read

    WBS  Task     Done  Start    Finish   Var  Float
    1    Prepare        Nov 30?  Nov 30?          *0
    2    Move           Nov 30?  Dec 3?           *0
    2.1    Pack         Nov 30?  Dec 1?           *0
    2.2    Drive        Dec 3?   Dec 3?           *0
    3    Watch          Nov 30?  Dec 3?
    4    Moved          Dec 3?   Dec 3?           *0

    * critical  ? not sure  Var, Float: working days
    $ pmo schedule --format tsv | cut -f 2,7,8,19,20
    small/plan.yaml:1:1: warning: 1 duration 'three days' cannot be read [plan-fault]
    wbs	start	finish	sure	fault
    1	2026-11-30	2026-11-30	false	duration 'three days' cannot be read
    2	2026-11-30	2026-12-03	false	
    2.1	2026-11-30	2026-12-01	false	
    2.2	2026-12-03	2026-12-03	false	
    3	2026-11-30	2026-12-03	false	
    4	2026-12-03	2026-12-03	false	
    $ cp good.yaml plan.yaml
    $ sed -i 's/preds: .TSK-001.$/preds: [TSK-099]/' plan.yaml
    $ pmo schedule --format table
    Small, as of Nov 20
    Finish Dec 3, not sure.  Moved Dec 3, not sure.
    Not sure: 2 Move (TSK-002) predecessor 'TSK-099' is not there

    WBS  Task     Done  Start    Finish  Var  Float
    1    Prepare        Nov 30   Dec 2           ~0
    2    Move           Nov 30?  Dec 3?          *0
    2.1    Pack         Nov 30?  Dec 1?          *0
    2.2    Drive        Dec 3?   Dec 3?          *0
    3    Watch          Nov 30?  Dec 3?
    4    Moved          Dec 3?   Dec 3?          *0

    * critical  ~ nearly  ? not sure  Var, Float: working days

# A loop, through a summary

    $ cp good.yaml plan.yaml
    $ sed -i 's/  percent: 0/  preds: [TSK-004]/' plan.yaml
    $ pmo schedule
    small/plan.yaml:13:1: error: the links go in a circle, so nothing on it can start: 2.2 Drive -> 1 Prepare -> 2.2 [plan-loop]
    [3]

# An empty plan

    $ rm plan.yaml good.yaml
    $ pmo schedule --format table
    Small, as of Nov 20

    None.
    $ pmo schedule TSK-001
    error: there is no record 'TSK-001' [id-missing]
    [3]

# The agenda: its items, what is carried over, and who is asked to come

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo agenda MTG-7
    CADUP  Computer-Aided Dispatch Upgrade
    Agenda: Steering committee, November
    ====================================
    as of Fri Nov 20, 2026 · prepared by Pat Coordinator

    When      Wed Nov 25, 2026, 10:00 to 11:00 (America/Chicago)
    Where     Room 210
    Kind      steering
    Chair     Marian Holt
    Recorder  Pat Coordinator
    Purpose   Decide on the order of tests.
    Required  Marian Holt, Dana Spencer, Fiona Reyes, Sam Whitfield, Luis Ortega
    Optional  Cora Ibarra
    Quorum    4

    Agenda
    ------
    No  Topic                                   Lead          Min  To       Ref
     1  Status and go-live                      Luis Ortega    15  inform
     2  CHG-003, test without the state switch  Marian Holt    20  decide   DEC-005
     3  CHG-005, four more reports              Dana Spencer   10  inform   CHG-005
     4  Fiber permit                            Noel Teague    10  discuss  ISS-006

    55 of 60 minutes.

    To read before
    --------------
    None.

    Open actions of these meetings
    ------------------------------
    None.

    Decisions due
    -------------
    ID       What                                     Who          Due     Days late
    DEC-005  Approve CHG-003, test first without the  Marian Holt  Nov 25
             state switch

    Overdue
    -------
    ID       What                                   Who            Due     Days late
    PUR-003  20 rugged terminals: promised          Fay Lindqvist  Sep 28         38
    DLV-011  Records interface and state switch:    Victor Lang    Oct 5          33
             delivery
    TSK-031  State message switch interface:        Victor Lang    Oct 5          33
             finish
    DLV-004  Configured system: delivery            Vera Nolan     Nov 13          5
    ISS-006  Fiber permit held by the right-of-way  Noel Teague    Nov 13          5
             office
    MS-005   Build complete: milestone              Luis Ortega    Nov 13          5
    TSK-026  Reports and dashboards: finish         Vera Nolan     Oct 28         16
    TSK-024  Build configuration: finish            Vera Nolan     Nov 9           8
    ACT-009  Credit memo for PUR-002                Priya Rocco    Nov 13          5
    PMT-001  Fiber along County Road 9              Noel Teague    Nov 13          5

    And 13 more: pmo overdue.

    Milestones of the next 20 working days
    --------------------------------------
    ID      Milestone       Expected  Baseline  Days late
    MS-005  Build complete  Dec 8     Nov 13           15

    --
    MTG-007.
    $ pmo agenda --format md | head -3
    # Agenda: Steering committee, November

    **CADUP  Computer-Aided Dispatch Upgrade**\
    $ pmo agenda walk-through --format md | sed -n '/read before/,/Open/p'
    ## To read before

    - Design document, version 1.0 (DOC-004)

    ## Open actions of these meetings

An agenda that does not fit says by how much; a decision that is due is missed:

    $ pmo set MTG-7 agenda.2.ref= agenda.2.topic='Order of tests' agenda.1.minutes=40 > /dev/null
    $ pmo agenda MTG-7 | sed -n '/^Agenda/,/^To read/p'
    Agenda: Steering committee, November
    ====================================
    as of Fri Nov 20, 2026 · prepared by Pat Coordinator

    When      Wed Nov 25, 2026, 10:00 to 11:00 (America/Chicago)
    Where     Room 210
    Kind      steering
    Chair     Marian Holt
    Recorder  Pat Coordinator
    Purpose   Decide on the order of tests.
    Required  Marian Holt, Dana Spencer, Fiona Reyes, Sam Whitfield, Luis Ortega
    Optional  Cora Ibarra
    Quorum    4

    Agenda
    ------
    No  Topic                       Lead          Min  To       Ref
     1  Status and go-live          Luis Ortega    40  inform
     2  Order of tests              Marian Holt    20  decide
     3  CHG-005, four more reports  Dana Spencer   10  inform   CHG-005
     4  Fiber permit                Noel Teague    10  discuss  ISS-006

    80 minutes for 60: 20 too many.

    ! Not on the agenda yet
      No  Topic                                    Lead         Min  To      Ref
       5  Approve CHG-003, test first without the  Marian Holt   10  decide  DEC-005
          state switch (due Nov 25)

    To read before
    $ pmo agenda MTG-7 --write
    MTG-007  1 item added; change them: pmo edit MTG-007
    $ pmo agenda MTG-7 --write
    MTG-007  its agenda lacks nothing
    $ pmo undo > /dev/null; pmo undo > /dev/null

The actions of a series come back until they are done:

    $ pmo meeting add "Project status" kind=status series=status start='2026-11-24 10:00' chair=PM invitees=PM,PC
    MTG-008  Project status   PM   due Fri Nov 20
    $ pmo agenda status | sed -n '/^Open actions/,/^Decisions/p'
    Open actions of these meetings
    ------------------------------
    ID       What                             Who              Due     Days late
    ACT-014  Owner for the GIS actions        Luis Ortega      Nov 23
    ACT-012  Walk-through roster              Dana Spencer     Nov 24
    ACT-013  Second quote for the assessment  Pat Coordinator  Nov 25

    Decisions due
    $ pmo action finish ACT-12 > /dev/null
    $ pmo agenda status | sed -n '/^Open actions/,/^Decisions/p'
    Open actions of these meetings
    ------------------------------
    ID       What                             Who              Due     Days late
    ACT-014  Owner for the GIS actions        Luis Ortega      Nov 23
    ACT-013  Second quote for the assessment  Pat Coordinator  Nov 25

    Decisions due

    $ pmo agenda lessons
    pmo: 'lessons' is no meeting, no kind and no series of any; `pmo meeting` lists them
    [2]
    $ pmo agenda MTG-5 --send
    pmo: MTG-005 is over (held); its minutes: pmo minutes MTG-005
    [2]

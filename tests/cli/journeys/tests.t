# Tests and what they show

A list of results comes in; what failed becomes a defect, and a test does not begin before it may.

A run that failed names the defect that it showed, or it is not taken. What comes in as a list is
taken as it is, and told until each has its defect.

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo testrun add "Transfer, build 14" case=TC-011 cycle=1 owner=QA result=fail
    cadup/testruns.yaml:7:11: error: TR-019 failed and names no defect: defect=DEF-…; or leave the result out, and raise it: pmo testrun raise TR-019 severity=S2 [testrun-no-defect]
    [3]
    $ cat > sit.csv << END
    > Test case,Cycle,Build,Tester,Date,Result,Title,Evidence
    > TC-003,1,14,INF,2026-11-19,Pass,"One screen, build 14",
    > TC-011,1,14,QA,2026-11-19,Failed,"Transfer to console 2, build 14",location empty
    > TC-014,1,14,QA,2026-11-19,Failed,"Abandoned call, build 14",
    > END
    $ pmo import sit.csv --register testrun Result:Failed=fail --save sit --yes --as-imported
    sit.csv: 3 rows, commas, UTF-8; to testruns of cadup

    Column     First value           Goes to   How
    Test case  TC-003                case
    Cycle      1                     cycle
    Build      14                    build
    Tester     INF                   owner
    Date       2026-11-19            date      dates that read one way
    Result     Pass                  result    Failed: fail
    Title      One screen, build 14  title
    Evidence   location empty        evidence

    Added 3, updated 0, unchanged 0; 0 problems.
    2 remarks about what these records lack: pmo check tells them.
    cadup/testruns.yaml:8:11: error: TR-020 failed and names no defect: defect=DEF-…; or leave the result out, and raise it: pmo testrun raise TR-020 severity=S2 [testrun-no-defect]
    cadup/testruns.yaml:8:11: error: TR-021 failed and names no defect: defect=DEF-…; or leave the result out, and raise it: pmo testrun raise TR-021 severity=S2 [testrun-no-defect]
    $ pmo testrun 'date>=2026-11-19' --format table
    ID      Date        Title                            Case    Cycle  Result  Defect
    TR-019  2026-11-19  One screen, build 14             TC-003      1  pass
    TR-020  2026-11-19  Transfer to console 2, build 14  TC-011      1  fail
    TR-021  2026-11-19  Abandoned call, build 14         TC-014      1  fail

The result that failed and names no defect is told, and raises one. Its severity is for who tested.

    $ pmo check | grep 'TR-02. lacks'
    cadup/testruns.yaml:180:1: warning: TR-020 lacks defect [incomplete]
    cadup/testruns.yaml:192:1: warning: TR-021 lacks defect [incomplete]
    $ pmo testrun raise TR-20
    error: TR-020 cannot raise: it needs severity [move-refused]
    [3]
    $ pmo testrun raise TR-20 severity=S2
    TR-020  severity none > S2, defect none > DEF-013
    DEF-013  Transfer to console 2, build 14
             to rate it: pmo defect triage DEF-13 priority=…
    $ pmo testrun raise TR-21 severity=S3
    TR-021  severity none > S3, defect none > DEF-014
    DEF-014  Abandoned call, build 14
             what happened is not said: pmo set DEF-14 actual="…"
             to rate it: pmo defect triage DEF-14 priority=…
    cadup/defects/DEF-014.yaml:1:1: warning: DEF-014 lacks actual [incomplete]
    $ pmo set DEF-14 actual="call stays open"
    DEF-014  actual none > call stays open
    $ pmo show DEF-13
    DEF-013  Transfer to console 2, build 14
             new since Nov 20 (0 d)

    severity         S2
    found_in         build 14
    found_by         QA  Quinn Abbott
    found            2026-11-19
    test_run         TR-020  Transfer to console 2, build 14
    requirement      REQ-009  Call transfer keeps everything
    steps            take a call, transfer it
    expected         text and location are there
    actual           location empty
    blocks_rollout = yes
    age            = 1
    created          2026-11-20
    created_by       PC  Pat Coordinator

    next:    triage (needs priority), duplicate (needs duplicate_of), reject (needs
             --note)
    file:    cadup/defects/DEF-013.yaml
    $ pmo show TR-20 | grep -e severity -e defect
    severity     S2
    defect       DEF-013  Transfer to console 2, build 14
    next:    raise (only a run that failed and names no defect yet shows a new one)

Without a list: the run is added as it is begun, and raising the defect says that it failed.

    $ pmo testrun add "Login, build 14" case=TC-003 cycle=2 owner=QA
    TR-022  Login, build 14   QA
    $ pmo testrun raise TR-22 severity=S3
    TR-022  result none > fail, severity none > S3, defect none > DEF-015
    DEF-015  Login, build 14
             what happened is not said: pmo set DEF-15 actual="…"
             to rate it: pmo defect triage DEF-15 priority=…
    cadup/defects/DEF-015.yaml:1:1: warning: DEF-015 lacks actual [incomplete]
    $ pmo set TR-22 defect=
    cadup/testruns.yaml:211:1: warning: TR-022 lacks defect [incomplete]
    cadup/testruns.yaml:217:11: error: TR-022 failed and names no defect: defect=DEF-…; or leave the result out, and raise it: pmo testrun raise TR-022 severity=S2 [testrun-no-defect]
    [3]
    $ pmo undo > /dev/null; pmo undo
    took back: pmo testrun add Login, build 14 case=TC-003 cycle=2 owner=QA   (2026-11-20 PC, 1 file)

It is raised once, and from what failed only.

    $ pmo testrun raise TR-20
    error: TR-020 cannot raise: only a run that failed and names no defect yet shows a new one [move-refused]
    [3]
    $ pmo testrun raise TR-19 severity=S2
    error: TR-019 cannot raise: only a run that failed and names no defect yet shows a new one [move-refused]
    [3]
    $ pmo defect --format ids --where "test_run = TR-020"
    DEF-013
    $ pmo undo > /dev/null; pmo undo; pmo show TR-21 | grep defect
    took back: pmo testrun raise TR-21 severity=S3   (2026-11-20 PC, 2 files)
    missing: defect

An S2 stops go-live as soon as it is known.

    $ pmo defect blockers --format table
    ID       Sev  Prio  Title                                           Owner  Vendor   Age  Due         Status
    DEF-001  S1   P1    Location is dropped when a call is transferred  V2     VEN-002   27  2026-11-30  retest
    DEF-002  S2   P2    Unit status lost after failover                 V1     VEN-001   11  2026-12-04  assigned
    DEF-003  S2   P2    Duplicate addresses are merged into one         V1     VEN-001    6  2026-12-04  assigned
    DEF-013  S2         Transfer to console 2, build 14                                   1              new

How far the integration test is; the retest of a case counts from then on.

    $ pmo testplan summary --format table
    Plan                           Planned  Written  Written %  Run   Run %  Pass  Fail  Blocked  Passed %
    System integration test             64       60     93.8 %   21  32.8 %    15     5        1    71.4 %
    User acceptance test                40       28     70.0 %    0   0.0 %     0     0        0
    Performance and failover test       16       14     87.5 %    0   0.0 %     0     0        0
    Total                              120      102     85.0 %   21  17.5 %    15     5        1    71.4 %
    $ pmo testrun add "Transfer to console 2, build 15" case=TC-011 cycle=1 build=15 owner=QA result=pass
    TR-022  Transfer to console 2, build 15   QA
    $ pmo testplan summary --format table | head -2
    Plan                           Planned  Written  Written %  Run   Run %  Pass  Fail  Blocked  Passed %
    System integration test             64       60     93.8 %   21  32.8 %    16     4        1    76.2 %

User acceptance cannot begin while its criteria are not met, but by a decision that was made.

    $ pmo testplan start TP-2
    error: TP-002 cannot start: 4 of its entry criteria are not met: meet them, or begin by a decision that was made: exception=DEC-… [move-refused]
    [3]
    $ pmo decision add "Begin acceptance early?" owner=SPO due=2026-12-01 question="May it begin with four criteria unmet?"
    DEC-007  Begin acceptance early?   SPO   due Tue Dec 1
    $ pmo testplan start TP-2 exception=DEC-7
    error: TP-002 cannot start: 4 of its entry criteria are not met: meet them, or begin by a decision that was made: exception=DEC-… [move-refused]
    [3]
    $ pmo decision decide DEC-7 decision="Yes, with the police scripts." --by SPO
    DEC-007  proposed > made, decision none > Yes, with the police scripts., date none > 2026-11-20
    $ pmo testplan start TP-2 exception=DEC-7
    TP-002  approved > executing, exception none > DEC-007

# The whole report

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo status 2> /dev/null
    CADUP  Computer-Aided Dispatch Upgrade
    Weekly status report
    ====================
    Nov 16 to Nov 20, 2026 · as of Fri Nov 20, 2026 · prepared by Pat Coordinator,
    project coordinator

    Identification
    --------------
    Sponsor      Marian Holt
    Manager      Luis Ortega
    Coordinator  Pat Coordinator
    Phase        execute
    Baseline     Baseline 2 (BSL-002)
    Budget       1,200,000.00

    Health
    ------
    Area             Last  Computed  Reported  Trend  Why
    Scope            Y     Y         Y         same   waiting for the sponsor or the
                                                      board: CHG-003, CHG-005
    Schedule         Y     Y         Y         same   8.3 % late (+15 d), limit 5 %
    Cost             G     G         G         same   forecast +1.4 % against
                                                      budget, limit 5 %
    Risk and issues  Y     Y         Y         same   critical: RSK-003 (score 16,
                                                      above 15)
    Overall          Y     Y         Y         same   schedule 8.3 % late (+15 d),
                                                      limit 5 %

    - Scope, also: 6.3 % of the musts have no test or no delivery, limit 5 %
    - Schedule, also: +15 d late, the charter allows 10 d
    - Schedule, also: SPI 0.90, limit 0.95
    - Schedule, also: critical task 5.4 is 43 d late, limit 5 d
    - Risk and issues, also: 3 high risks, limit 3
    - Risk and issues, also: issue at level 2 or above: ISS-003

    Key questions
    -------------
    Has the scope changed?  Yes: CHG-005 Four more reports (submitted).
    Will target dates be missed?
                            Yes: Go-live is expected Mar 16, 2027, 15 working days
                            late; 4 of 4 milestones to come are late.
    Are people missing?     Yes: Quinn Abbott is away until Nov 27 (Dana Spencer
                            stands in); Gil Isaacs has left and owns ACT-010,
                            RSK-004.
    Does management need to act?
                            Yes: DEC-005, ISS-006; see Decisions needed and Top
                            issues.

    Summary
    -------
    Not written yet.

    Scope
    Not written yet.

    Schedule
    Not written yet.

    Risk and issues
    Not written yet.

    Accomplished this week
    ----------------------
    Tasks and milestones
    None.

    Deliverables accepted
    None.

    Issues resolved
    None.

    Under way
    WBS  Title                                   Owner           %  Finish
    3.5  Fiber link and switches                 Noel Teague    60  Dec 10
    3.6  Mobile terminals delivered and mounted  Fay Lindqvist  30  Jan 4, 2027
    4.7  Build configuration                     Vera Nolan     90  Nov 30
    4.9  Reports and dashboards                  Vera Nolan     60  Dec 1
    5.4  State message switch interface          Victor Lang    45  Dec 8
    6.2  Test cases written and traced           Quinn Abbott   85  Nov 30

    Planned for next week
    ---------------------
    Nov 23 to Nov 27.

    Tasks and milestones
    None.

    Deliverables due
    None.

    Meetings
    ID       Meeting                       Chair        Start
    MTG-007  Steering committee, November  Marian Holt  2026-11-25 10:00

    Planned, not done

    WBS  Title                          Owner         What    Day     ID
    6.2  Test cases written and traced  Quinn Abbott  finish  Nov 18  TSK-037
    4.9  Reports and dashboards         Vera Nolan    finish  Nov 20  TSK-026

    Milestones
    ----------
    No  Milestone    Original      Baseline      Forecast      +/- d  Since  Status
    M1  Charter and  Jul 10        Jul 10        Jul 10           +0         reached
        baseline
        approved
    M2  Contracts    Jul 22        Jul 22        Jul 24           +2         reached
        executed
    M3  Test         Sep 28        Sep 28        Oct 2            +4         reached
        environment
        ready
    M4  Design       Sep 11        Sep 11        Sep 15           +2         reached
        approved
    M5  Build        Nov 13        Nov 13        Dec 8           +15     +9  missed
        complete
    M6  User         Jan 26, 2027  Jan 26, 2027  Feb 16, 2027    +15     +9  at risk
        acceptance
        signed
    M7  Go-live      Feb 23, 2027  Feb 23, 2027  Mar 16, 2027    +15     +9  at risk
    M8  Project      Apr 2, 2027   Apr 2, 2027   Apr 23, 2027    +15     +9  at risk
        closed

    Working days; Since: moved since RPT-023 (Nov 13). Forecast is the actual date
    where it is reached.

    Deviations since the last report
    --------------------------------
    What                  How                                                Record
    Milestone moved       Build complete: Dec 8, said Nov 23 (+9 d)          MS-005
    Milestone moved       User acceptance signed: Feb 16, 2027, said Feb 3,  MS-006
                          2027 (+9 d)
    Milestone moved       Go-live: Mar 16, 2027, said Mar 3, 2027 (+9 d)     MS-007
    Milestone moved       Project closed: Apr 23, 2027, said Apr 12, 2027    MS-008
                          (+9 d)
    Tolerance passed      Go-live is 15 d late, the charter allows 10 d      MS-007
    Baseline date missed  Build complete was due Nov 13                      MS-005
    Deliverable late      Records interface and state switch: 33 d           DLV-011
    Deliverable late      Configured system: 5 d                             DLV-004
    Person left           Gil Isaacs, Nov 13                                 GIS

    Schedule
    --------
    Complete  71.7 % (planned 79.5 %), by cost
    Tasks     63: done 32, under way 6, not started 25
    SPI       0.90
    Tasks done of those due (BEI)
              0.78

    Critical path, what is open
    WBS  Task             Owner          %  Start         Finish        +/- d  Float
    5.4  State message    Victor Lang   45  Aug 31        Dec 8           +43      0
         switch
         interface
    6.3  System           Quinn Abbott   0  Dec 9         Jan 4, 2027     +15      0
         integration
         test, cycle 1
    6.4  Fixes and        Quinn Abbott   0  Jan 5, 2027   Jan 19, 2027    +15      0
         integration
         test, cycle 2
    6.6  User acceptance  Dana Spencer   0  Jan 20, 2027  Feb 2, 2027     +15      0
         test
    7.5  Dispatcher       Tess Romero    0  Feb 3, 2027   Feb 23, 2027    +15      0
         classes (6
         sessions)
    8.3  Pilot: one       Dana Spencer   0  Feb 24, 2027  Mar 9, 2027     +15      0
         shift in
         parallel
    8.4  Cutover dress    Luis Ortega    0  Mar 10, 2027  Mar 11, 2027    +15      0
         rehearsal
    8.5  Go/no-go board   Marian Holt    0  Mar 12, 2027  Mar 12, 2027    +15      0
    8.6  Cutover          Luis Ortega    0  Mar 15, 2027  Mar 16, 2027    +15      0
    9.3  Hypercare        Vera Nolan     0  Mar 17, 2027  Apr 14, 2027    +15      0

    3 more: pmo schedule --open.

    Late, the least float first
    WBS   Task                Owner             %  Start   Finish       +/- d  Float
    5.4   State message       Victor Lang      45  Aug 31  Dec 8          +43      0
          switch interface
    4.7   Build               Vera Nolan       90  Oct 5   Nov 30         +12      3
          configuration
    4.10  Configuration       Dana Spencer      0  Dec 1   Dec 3          +12      3
          walk-through
    4.9   Reports and         Vera Nolan       60  Oct 19  Dec 1          +21      5
          dashboards
    6.2   Test cases written  Quinn Abbott     85  Sep 30  Nov 30         +23      6
          and traced
    3.6   Mobile terminals    Fay Lindqvist    30  Jul 27  Jan 4, 2027    +63     35
          delivered and
          mounted
    8.1   Cutover plan and    Pat Coordinator   0  Dec 1   Dec 16         +23     39
          runbook
    8.2   Pilot scheduling    Pat Coordinator   0  Dec 17  Dec 23         +23     39
          and participants
    3.5   Fiber link and      Noel Teague      60  Jul 27  Dec 10         +70     58
          switches

    Late starts
    WBS   Task                 Owner            %  Start   Finish       +/- d  Float
    6.3   System integration   Quinn Abbott     0  Dec 9   Jan 4, 2027    +15      0
          test, cycle 1
    4.10  Configuration        Dana Spencer     0  Dec 1   Dec 3          +12      3
          walk-through
    7.3   Job aids and help    Wren Tate        0  Dec 4   Jan 6, 2027    +12     13
          documents
    8.1   Cutover plan and     Pat Coordinator  0  Dec 1   Dec 16         +23     39
          runbook
    8.2   Pilot scheduling     Pat Coordinator  0  Dec 17  Dec 23         +23     39
          and participants

    Plan
    Gantt chart of 71 tasks and milestones; Go-live is expected Mar 16, 2027.

    Budget
    ------
    Budget by line
    Line    Name                      Original       Current      Actual   Committed
    BL-001  CAD software and        520,000.00    529,600.00  260,000.00  269,600.00
            vendor
    BL-002  Interface               165,000.00    165,000.00   74,250.00   90,750.00
            integration
    BL-003  Hardware                187,000.00    187,000.00  143,860.00   44,400.00
    BL-004  Network and              46,000.00     46,000.00   26,625.00   19,375.00
            facilities
    BL-005  County labor            118,000.00    118,000.00   86,900.00        0.00
    BL-006  Training and             42,000.00     42,000.00    1,500.00        0.00
            backfill
    BL-007  Supplies, travel,         6,000.00      6,000.00    1,480.00        0.00
            print
    BL-008  Security assessment      20,000.00     20,000.00        0.00        0.00
    Sum                           1,104,000.00  1,113,600.00  594,615.00  424,125.00

    Forecast by line
    Line    Name                     To complete  At completion   Left over     %
    BL-001  CAD software and vendor         0.00     529,600.00        0.00     0
    BL-002  Interface integration           0.00     165,000.00        0.00     0
    BL-003  Hardware                        0.00     188,260.00   -1,260.00  -0.7
    BL-004  Network and facilities          0.00      46,000.00        0.00     0
    BL-005  County labor               39,600.00     126,500.00   -8,500.00  -7.2
    BL-006  Training and backfill      44,500.00      46,000.00   -4,000.00  -9.5
    BL-007  Supplies, travel, print     4,520.00       6,000.00        0.00     0
    BL-008  Security assessment        21,500.00      21,500.00   -1,500.00  -7.5
    Sum                               110,120.00   1,128,860.00  -15,260.00

    Contingency         86,400.00 left of 96,000.00, used 9,600.00
    Open threats weigh  49,350.00, covered 1.75 times

    Earned value
    Planned, earned, actual   885,741.67, 798,787.50, 803,527.50
    Actual as recorded        594,615.00
    Schedule and cost variance
                              -86,954.17, -4,740.00
    SPI                       0.90
    CPI                       0.99
    TCPI                      1.02
    EAC by CPI                1,120,208.10
    EAC, the rest as planned  1,118,340.00
    EAC by CPI and SPI        1,154,681.22

    Trend
    -----
    This report and the three before
    As of   Report   Overall   SPI   CPI  Go-live
    Nov 6   RPT-022  Y                    Mar 3, 2027
    Nov 13  RPT-023  Y        0.92  0.99  Mar 3, 2027
    Nov 20  now      Y        0.90  0.99  Mar 16, 2027

    Expected go-live, report by report
    Go-live was expected Mar 3, 2027 on Nov 6; now it is Mar 16, 2027.

    Top issues
    ----------
    ID       Issue                           Prio  Owner          Age  Due     Level
    ISS-003  State switch certification      P1    Victor Lang     28  Dec 8       3
             moved to December
    ISS-008  Test author on leave, cases 85  P2    Quinn Abbott     8  Nov 23      1
             % written
    ISS-005  Supervisors unavailable for     P2    Dana Spencer     6  Nov 24      1
             the walk-through
    ISS-006  Fiber permit held by the        P3    Noel Teague     43  Nov 13      1
             right-of-way office
    ISS-007  Four reports are not in the     P3    Luis Ortega     18  Nov 30      1
             agreed scope
    ISS-010  Labor 3,760 over earned value   P4    Luis Ortega     13  Dec 1       1
    ISS-009  Wrong terminal mounts shipped   P4    Fay Lindqvist   10  Dec 4       1

    - ISS-003, next: Written request by the CIO (done); other interfaces first;
      CHG-003 for the order of tests.
    - ISS-008, next: DSP writes the last ten acceptance cases with the list that QA
      left.
    - ISS-006, next: 1. NET hands in the traffic plan (done 2026-11-05). 2. The
      sponsor calls the director of Public Works, if there is no date by 2026-11-20.
    - ISS-007, next: decision on CHG-005

    Top risks
    ---------
    ID       Risk                         P  I  Score  Change  Owner          Review
    RSK-003  Not enough dispatch          4  4     16    same  Dana Spencer   Nov 24
             backfill for training
    RSK-005  Response time fails at peak  3  5     15    same  Ines Fowler    Nov 20
             load
    RSK-008  Security assessment finds a  3  4     12          Sam Whitfield  Nov 18
             critical flaw
    RSK-002  Terminals late at the        4  3     12          Fay Lindqvist  Nov 30
             reseller
    RSK-009  Dispatchers resist the new   3  3      9          Olive Marsh    Dec 4
             workflow
    RSK-010  Fiber permit holds back the  4  2      8          Noel Teague    Dec 1
             recovery link
    RSK-004  Address data quality         2  4      8          Gil Isaacs     Dec 11

    - RSK-003: because four dispatcher posts are vacant, nobody can cover the
      consoles during classes; then dispatchers go live untrained, or classes move.
      Response (mitigate): Price backfill now, ask the neighbor county for four
      dispatchers, hold six classes instead of five.
    - RSK-005: because the vendor has no site of our size on this release, screens
      take longer than two seconds in a storm; then the system is not accepted.
      Response (mitigate): Load test with doubled call volume before user
      acceptance.
    - RSK-008: because the mobile interface is new, assessors find a critical flaw;
      then go-live waits for the fix. Response (mitigate): Own scan before the
      assessors come; fixes within five days are in the contract.
    - RSK-002: because the maker ships from one plant, terminals come in January;
      then vehicles cannot join the pilot. Response (mitigate): Loan of ten older
      terminals from fleet stock; weekly call with the reseller.
    - RSK-009: because the old screens are known by heart, dispatchers keep to paper
      and shortcuts; then calls take longer in the first weeks. Response (mitigate):
      Champions on each shift; design choices are theirs.
    - RSK-010: because the right-of-way office has two reviewers, the permit comes
      after November; then the recovery site has no second path at go-live. Response
      (mitigate): Show the office what waits for it; go to the sponsor when two
      clocks have passed.
    - RSK-004: because two annexed areas were never surveyed, addresses do not
      resolve after conversion; then calls are sent to the wrong street. Response
      (mitigate): Survey both areas, reconcile after each mock conversion.

    3 more: pmo risk

    Change requests
    ---------------
    Pending
    ID       Change                      Age  Waits for        Cost  Days  Status
    CHG-003  Test first without the        8  Marian Holt      0.00  -3d   in_review
             state switch
    CHG-005  Four more reports             4  Luis Ortega  7,500.00  4d    submitted

    Approved since the start: 9,600.00 and 0d.

    Approved so far
    ID       Change                 Decided      Cost  Days  Status
    CHG-001  Drop the fax module    Aug 24       0.00  0d    closed
    CHG-002  Fire station alerting  Oct 21   9,600.00  0d    closed
    Sum                                      9,600.00

    Decisions needed
    ----------------
    ID       Decision                                         Who decides  Needed by
    DEC-005  Approve CHG-003, test first without the state    Marian Holt  Nov 25
             switch

    - DEC-005: Does integration test begin without the state message switch? Without
      an answer: Mar 16 stands, and moves with the state.

    Vendors and deliverables
    ------------------------
    ID       Deliverable      Vendor           Due     Late  Status       Our review
    DLV-011  Records          Harborlight      Oct 5     33  in_progress
             interface and    Integration
             state switch
    DLV-004  Configured       Meridian         Nov 13     5  in_progress
             system           Dispatch
                              Systems
    DLV-012  Vehicle          Harborlight      Oct 12    21  in_review    Nov 25
             location         Integration
    DLV-005  Data conversion  Meridian         Nov 4      7  in_review    Dec 2
                              Dispatch
                              Systems
    DLV-014  Station          Meridian         Dec 18     0  in_progress
             alerting         Dispatch
                              Systems

    Procurement
    -----------
    ID       Purchase         Amount  Vendor        Expected      Status
    PUR-002  Console       44,100.00  Tri-County    Aug 28        disputed
             workstations             Technology
                                      Supply
    PUR-003  20 rugged     44,400.00  Tri-County    Dec 11        ordered
             terminals                Technology
                                      Supply
    PUR-004  Fiber and     38,750.00  Blue Ridge    Dec 10        partially_received
             UPS work                 Fiber
                                      Construction
    PUR-006  Independent   21,500.00                Jan 11, 2027  quoting
             security
             assessment

    Actions overdue
    ---------------
    2 of 8 open actions.

    ID       Action                           Owner         Due     Days
    ACT-009  Credit memo for PUR-002          Priya Rocco   Nov 13     5
    ACT-011  Backfill roster for six classes  Dana Spencer  Nov 18     2

    --
    Rules of the colors: 143af1fac773.
    $ for format in text md html json; do
    > pmo status --format $format > 1 2> /dev/null
    > LC_ALL=C TZ=Asia/Tokyo COLUMNS=200 pmo status --format $format > 2 2> /dev/null
    > cmp 1 2 && grep -c 'Go-live' 1 > /dev/null && echo $format
    > done
    text
    md
    html
    json

What people write is text, whatever is in it:

    $ pmo status --draft > /dev/null
    $ sed -i 's/^summary:/& <script>alert(1)<\/script> [x](javascript:y) **b**/' cadup/reports/RPT-024.yaml
    $ pmo status -o 1.html 2> /dev/null; grep -c '<script' 1.html; grep -c 'lt;script' 1.html
    0
    1
    $ rm cadup/reports/RPT-024.yaml

The month has more sections, and the trend of month ends:

    $ pmo status month 2> /dev/null | sed -n '/^Trend/,/^Top issues/p'
    Trend
    -----
    This report and the three before
    As of   Report   Overall   SPI   CPI  Go-live
    Aug 28  RPT-012  G        0.98  1.01  Feb 23, 2027
    Sep 25  RPT-016  G        0.95  1.00  Feb 25, 2027
    Oct 30  RPT-021  Y        0.93  0.99  Mar 3, 2027
    Nov 20  now      Y        0.90  0.99  Mar 16, 2027

    ! Sliding
      Go-live moved out in 3 reports in a row, from Feb 23, 2027 to Mar 16, 2027.

    Expected go-live, report by report
    Go-live was expected Feb 23, 2027 on Aug 28; now it is Mar 16, 2027.

    Top issues
    $ pmo status month 2> /dev/null | sed -n '/^Metrics/,$p'
    Metrics
    -------
    ID       Metric                          Unit      From  Target   Now  Rating
    KPI-001  Call to dispatch, 90th          seconds     74      60        no_data
             percentile
    KPI-002  Availability                    percent  99.90   99.95        no_data
    KPI-003  Trained before go-live          percent      0     100     0  off
    KPI-004  Conversion accuracy             percent           99.5  99.6  on_target
    KPI-005  Tickets per 100 users and week  tickets              5        no_data
    KPI-006  Go-live against baseline        days         0      10    15  off

    Compliance gaps
    ---------------
    ID       Requirement                  Owner          Due           Status
    CMP-008  Privacy review of location   Sam Whitfield  Jan 15, 2027  in_progress
             data
    CMP-007  Retention schedule of call   Dana Spencer   Jan 29, 2027  in_progress
             records
    CMP-006  Independent security         Sam Whitfield  Feb 5, 2027   in_progress
             assessment
    CMP-009  Status page for the public   Olive Marsh    Feb 26, 2027  non_compliant
             can be read by all

    Readiness
    ---------
    People
    ID       Group         People  Readiness 1-5  Stage
    OCM-001  dispatchers       56              2  awareness
    OCM-002  supervisors        8              3  desire
    OCM-003  field police     140              3  desire
    OCM-004  fire and EMS     118              4  knowledge

    Training to come
    ID       Session                                Start             Seats  Status
    TRG-007  Supervisor and administrator class 1   2027-01-14 08:00      5  planned
             of 2
    TRG-008  Supervisor and administrator class 2   2027-01-20 08:00      5  planned
             of 2
    TRG-001  Dispatcher class 1 of 6                2027-02-03 08:00     10  planned
    TRG-002  Dispatcher class 2 of 6                2027-02-05 13:00     10  planned
    TRG-003  Dispatcher class 3 of 6                2027-02-10 08:00     10  planned
    TRG-004  Dispatcher class 4 of 6                2027-02-12 13:00     10  planned
    TRG-005  Dispatcher class 5 of 6                2027-02-17 08:00     10  planned
    TRG-006  Dispatcher class 6 of 6                2027-02-19 13:00     10  planned

    Lessons of this month
    ---------------------
    None.

    --
    Rules of the colors: 143af1fac773.

A page, and slides:

    $ pmo onepage
    CADUP  Computer-Aided Dispatch Upgrade
    Project on a page
    =================
    Nov 1 to Nov 30, 2026 · as of Fri Nov 20, 2026 · prepared by Pat Coordinator,
    project coordinator

    The dispatch system is 14 years old and its maker ends support on 2027-04-30.

    Overall Y yellow: schedule 8.3 % late (+15 d), limit 5 %.

    Health
    Scope Y   Schedule Y   Cost G   Risk Y   Overall Y

    Date      Go-live Mar 16, 2027, 15 working days late.
    Money     Forecast 1,128,860.00, +1.4 % against the budget of 1,113,600.00;
              contingency left 86,400.00.
    Top risk  Not enough dispatch backfill for training, score 16 (Dana Spencer)

    Milestones
    M1 Charter and baseline approved   G  reached Jul 10
    M2 Contracts executed              G  reached Jul 24 (+2 d)
    M4 Design approved                 G  reached Sep 15 (+2 d)
    M3 Test environment ready          G  reached Oct 2 (+4 d)
    M5 Build complete                  Y  Dec 8 (+15 d)
    M6 User acceptance signed          Y  Feb 16, 2027 (+15 d)
    M7 Go-live                         Y  Mar 16, 2027 (+15 d)
    M8 Project closed                  Y  Apr 23, 2027 (+15 d)

    Asked of you
    ------------
    - DEC-005 Approve CHG-003, test first without the state switch: Marian Holt by
      Wed Nov 25
    - ISS-006 Fiber permit held by the right-of-way office: to be escalated to the
      sponsor (5 d past due; 43 d old, and P3 goes to level 2 after 10 d)

    Changed since Oct 30
    --------------------
    - Build complete: Dec 8, said Nov 23 (+9 d)
    - User acceptance signed: Feb 16, 2027, said Feb 3, 2027 (+9 d)
    - Go-live: Mar 16, 2027, said Mar 3, 2027 (+9 d)
    - Tasks done: 32, was 31

    Next 30 days
    ------------
    - Nov 30 Build configuration, Vera Nolan
    - Dec 1 Reports and dashboards, Vera Nolan
    - Dec 3 Configuration walk-through, Dana Spencer
    - Dec 8 State message switch interface, Victor Lang
    - Dec 8 Build complete (milestone), Luis Ortega

    Contact: Pat Coordinator, pc@example.org (mailto:pc@example.org)
    $ pmo deck | sed -n '/^Readiness/,$p'
    Readiness
    ---------
    - Test cases written: 102 of 120
    - Test cases run: 18 of 120
    - Test cases passed: 14 of 18
    - Training sessions held: 0 of 8
    - Needs in place: 4 of 8
    - Handover items accepted: 2 of 18
    - Compliance met: 5 of 9

    Notes
      Sources: pmo testplan summary, pmo training coverage, pmo need

    Decisions asked
    ---------------
    - DEC-005 Approve CHG-003, test first without the state switch: Marian Holt by
      Wed Nov 25
    - ISS-006 Fiber permit held by the right-of-way office: to be escalated to the
      sponsor (5 d past due; 43 d old, and P3 goes to level 2 after 10 d)

    Notes
      Sources: DEC-005

    Next 30 days
    ------------
    - Nov 30 Build configuration, Vera Nolan
    - Dec 1 Reports and dashboards, Vera Nolan
    - Dec 3 Configuration walk-through, Dana Spencer
    - Dec 8 State message switch interface, Victor Lang
    - Dec 8 Build complete (milestone), Luis Ortega

    Notes
      Sources: pmo lookahead
    $ pmo status tomorrow
    pmo: 'tomorrow' is neither week nor month
    [2]
    $ pmo status --draft --send
    pmo: --draft, --send and --override are three steps; take one
    [2]

An empty project is told honestly:

    $ mkdir new; printf 'title: New\n' > new/project.yaml
    $ pmo -p new status 2>&1 | head -n 40
    pmo: Overall N (schedule no approved baseline yet).  You still write: summary.
    pmo: begin with: pmo status --draft
    new  New
    Weekly status report
    ====================
    Nov 16 to Nov 20, 2026 · as of Fri Nov 20, 2026 · prepared by Pat Coordinator,
    project coordinator

    Identification
    --------------
    Sponsor      not named
    Manager      not named
    Coordinator  not named
    Phase        not given
    Baseline     none approved yet
    Budget       not given

    Health
    ------
    Area             Last  Computed  Reported  Trend  Why
    Scope                  G         G                no change is waiting
    Schedule               N         N                no approved baseline yet
    Cost                   N         N                no budget to compare with
    Risk and issues        G         G                no critical risk
    Overall                N         N                schedule no approved baseline
                                                      yet

    Key questions
    -------------
    Has the scope changed?  No
    Will target dates be missed?
                            Not known: there is no approved baseline yet.
    Are people missing?     No
    Does management need to act?
                            No

    Summary
    -------
    Not written yet.

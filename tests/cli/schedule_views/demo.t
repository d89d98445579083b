needs: jq

# What the views say about the demo

The dates, floats and lists are those that a second, slower computation gave for this plan.

    $ pmo demo demo >/dev/null; cd demo
    $ export PMO_PROJECT=cadup

The critical path, and what is close behind it.

    $ pmo critical --format table
    Computer-Aided Dispatch Upgrade: critical path, as of Nov 20
    Critical: total float of 0 d or less, in order of start.
    5.4 > 6.3 > 6.4 > 6.6 > 7.5 > 8.3 > 8.4 > 8.5 > 8.6 > 9.3 > 9.4 > 9.5, 9.6

    WBS   Task                                    Owner  Start         Finish         Var  Float
    Critical
    5.4   State message switch interface          V2     Aug 31        Dec 8         !+43     *0
    M5    Build complete                          PM     Dec 8         Dec 8         !+15     *0
    6.3   System integration test, cycle 1        QA     Dec 9         Jan 4, 2027    +15     *0
    6.4   Fixes and integration test, cycle 2     QA     Jan 5, 2027   Jan 19, 2027   +15     *0
    6.6   User acceptance test                    DSP    Jan 20, 2027  Feb 2, 2027    +15     *0
    7.5   Dispatcher classes (6 sessions)         TRN    Feb 3, 2027   Feb 23, 2027   +15     *0
    8.3   Pilot: one shift in parallel            DSP    Feb 24, 2027  Mar 9, 2027    +15     *0
    8.4   Cutover dress rehearsal                 PM     Mar 10, 2027  Mar 11, 2027   +15     *0
    8.5   Go/no-go board                          SPO    Mar 12, 2027  Mar 12, 2027   +15     *0
    8.6   Cutover                                 PM     Mar 15, 2027  Mar 16, 2027   +15     *0
    M7    Go-live                                 PM     Mar 16, 2027  Mar 16, 2027   +15     *0
    9.3   Hypercare                               V1     Mar 17, 2027  Apr 14, 2027   +15     *0
    9.4   Handover to operations signed           OPS    Apr 15, 2027  Apr 16, 2027   +15     *0
    9.5   Lessons learned and closeout report     PC     Apr 19, 2027  Apr 23, 2027   +15     *0
    9.6   Final acceptance and contract closeout  PROC   Apr 19, 2027  Apr 23, 2027   +15     *0
    M8    Project closed                          PC     Apr 23, 2027  Apr 23, 2027   +15     *0

    Nearly critical, 5 d or less
    4.7   Build configuration                     V1     Oct 5         Nov 30        !+12     ~3
    4.9   Reports and dashboards                  V1     Oct 19        Dec 1         !+21     ~5
    4.10  Configuration walk-through              DSP    Dec 1         Dec 3         !+12     ~3
    6.7   UAT fixes and retest                    V1     Feb 3, 2027   Feb 11, 2027   +15     ~5
    6.8   Test summary report and sign-off        QA     Feb 12, 2027  Feb 16, 2027   +15     ~5
    M6    User acceptance signed                  DSP    Feb 16, 2027  Feb 16, 2027   +15     ~5

    * critical  ~ nearly  ! late  Var, Float: working days

What sets the date of one milestone; the longest path.

    $ pmo critical --to M5 --near 10 --format table
    Computer-Aided Dispatch Upgrade: critical path, as of Nov 20
    Critical: a day more moves M5 Build complete, Dec 8. Float is to the end of the
    project.
    5.4

    WBS   Task                            Owner  Start   Finish   Var  Float
    Critical
    5.4   State message switch interface  V2     Aug 31  Dec 8   !+43     *0
    M5    Build complete                  PM     Dec 8   Dec 8   !+15     *0

    Nearly critical, 10 d or less
    4.7   Build configuration             V1     Oct 5   Nov 30  !+12     ~3
    4.9   Reports and dashboards          V1     Oct 19  Dec 1   !+21     ~5
    4.10  Configuration walk-through      DSP    Dec 1   Dec 3   !+12     ~3

    * critical  ~ nearly  ! late  Var, Float: working days
    $ pmo critical --longest --format jsonl | jq -r .wbs | tr '\n' ' '
    5.4 M5 6.3 6.4 6.6 7.5 8.3 8.4 8.5 8.6 M7 9.3 9.4 9.5 9.6 M8  (no newline)
    $ pmo critical --float 3 --near 5 --format jsonl | jq -r '.what + " " + .wbs' | sort | uniq -c | head -3
          1 critical 4.10
          1 critical 4.7
          1 critical 5.4

Two weeks ahead.

    $ pmo lookahead --format table
    Computer-Aided Dispatch Upgrade: look-ahead to Dec 4, as of Nov 20

    WBS   Task                           Owner  Start   Finish        Var  Float
    Finishing
    4.7   Build configuration            V1     Oct 5   Nov 30       !+12     ~3
    6.2   Test cases written and traced  QA     Sep 30  Nov 30       !+23      6
    4.9   Reports and dashboards         V1     Oct 19  Dec 1        !+21     ~5
    4.10  Configuration walk-through     DSP    Dec 1   Dec 3        !+12     ~3

    Starting
    4.10  Configuration walk-through     DSP    Dec 1   Dec 3        !+12     ~3
    8.1   Cutover plan and runbook       PC     Dec 1   Dec 16       !+23     39
    7.3   Job aids and help documents    WRT    Dec 4   Jan 6, 2027   +12     13

    Milestones: None.

    ~ nearly  ! late  Var, Float: working days
    $ pmo lookahead 5d --by V1 --format csv | cut -d, -f1-4
    what,id,wbs,title
    finish,TSK-024,4.7,Build configuration
    finish,TSK-026,4.9,Reports and dashboards
    $ pmo lookahead 2026-12-01 --format jsonl | jq -r '.what + " " + .wbs + " " + .finish'
    finish 4.7 2026-11-30
    finish 6.2 2026-11-30
    finish 4.9 2026-12-01
    start 4.10 2026-12-03
    start 8.1 2026-12-16
    $ pmo lookahead soon
    pmo: 'soon' is no span and no date; 2w, 10d, 1m, 2026-12-04
    [2]
    $ pmo lookahead 2026-11-01
    pmo: '2026-11-01' is before Nov 20; what was planned till then: pmo task late
    [2]

What is late.

    $ pmo task late --format table
    Computer-Aided Dispatch Upgrade: late, as of Nov 20

    WBS   Task                                    Owner  Planned  Expected      Var  Float
    Not finished: 9
    3.5   Fiber link and switches                 NET    Aug 28   Dec 10       !+70     58
    3.6   Mobile terminals delivered and mounted  FLT    Sep 28   Jan 4, 2027  !+63     35
    4.7   Build configuration                     V1     Nov 9    Nov 30       !+12     ~3
    4.9   Reports and dashboards                  V1     Oct 28   Dec 1        !+21     ~5
    4.10  Configuration walk-through              DSP    Nov 13   Dec 3        !+12     ~3
    5.4   State message switch interface          V2     Oct 5    Dec 8        !+43     *0
    6.2   Test cases written and traced           QA     Oct 23   Nov 30       !+23      6
    8.1   Cutover plan and runbook                PC     Nov 10   Dec 16       !+23     39
    8.2   Pilot scheduling and participants       PC     Nov 18   Dec 23       !+23     39

    Not started: 5
    4.10  Configuration walk-through              DSP    Nov 10   Dec 1        !+12     ~3
    6.3   System integration test, cycle 1        QA     Nov 16   Dec 9         +15     *0
    7.3   Job aids and help documents             WRT    Nov 16   Dec 4         +12     13
    8.1   Cutover plan and runbook                PC     Oct 26   Dec 1        !+23     39
    8.2   Pilot scheduling and participants       PC     Nov 12   Dec 17       !+23     39

    * critical  ~ nearly  ! late  Var, Float: working days
    $ pmo milestone late --format jsonl | jq -c '[.wbs, .finish, .variance]'
    ["M5","2026-12-08",15]

The trend: four reports, three slips in a row.

    $ pmo milestone trend
    Computer-Aided Dispatch Upgrade: milestone trend, as of Nov 20
    Of monthly reports, and what is expected now.

    As of   Report   M5         M6         M7         M8
    Aug 28  RPT-012  Nov 13     Jan 26     Feb 23     Apr 2
    Sep 25  RPT-016  Nov 17 +2  Jan 28 +2  Feb 25 +2  Apr 6 +2
    Oct 30  RPT-021  Nov 23 +4  Feb 3 +4   Mar 3 +4   Apr 12 +4
    Nov 20  now      Dec 8 +9   Feb 16 +9  Mar 16 +9  Apr 23 +9

    WBS  Milestone         Baseline      Expected      Slip  A day  Trend
    M5   Build complete    Nov 13        Dec 8          +15  +0.16  sliding, 3 slips
    M6   User acceptance…  Jan 26, 2027  Feb 16, 2027   +15  +0.16  sliding, 3 slips
    M7   Go-live           Feb 23, 2027  Mar 16, 2027   +15  +0.16  sliding, 3 slips
    M8   Project closed    Apr 2, 2027   Apr 23, 2027   +15  +0.16  sliding, 3 slips

    Slips in working days since the report before; A day: a working day since
    the first baseline.
    $ pmo milestone trend --kind weekly --all --format jsonl | jq -c 'select(.wbs == "M7") | [.report, .forecast, .slip, .sliding]'
    ["RPT-022","2027-03-03",null,false]
    ["RPT-023","2027-03-03",0,false]
    ["now","2027-03-16",9,false]
    $ pmo milestone trend --kind daily
    pmo: --kind: 'daily' is none of weekly, biweekly, monthly, executive, closeout, all
    [2]
    $ pmo milestone trend -o trend.svg; grep -c Go-live trend.svg
    pmo: wrote trend.svg
    1

Who has too much: INF in the week of December 7, over three projects.

    $ pmo workload --format table
    Workload over 3 projects as of Nov 20, 2026: percent of a week that begins on

    Person  Nov 23  Nov 30  Dec 7  Dec 14  Dec 21  Dec 28
    DSP        100      60
    FAC        100     100
    FLT        100     100    100     100     100     100
    INF         30      62   !120      36
    NET       !200    !200   !230    !160     100     100
    PC                  48   !160    !156     100
    PROC       100     100    100     100     100     100
    QA                  20     60     100     100     100
    V1        !200      60
    V2         100     100     40
    WRT                 20    100     100     100     100

    ! too much:
    INF, week of Dec 7: 120% of 100%: bwcst 2.4 30, cadup 8.1 40, netref 4.1 50
    NET, week of Nov 23: 200% of 100%: bwcst 2.3 100?, cadup 3.5 100?
    NET, week of Nov 30: 200% of 100%: bwcst 2.3 100?, cadup 3.5 100?
    NET, week of Dec 7: 230% of 100%: cadup 3.5 80?, netref 3.5 100?, netref 4.1 50
    NET, week of Dec 14: 160% of 100%: netref 3.5 60?, netref 4.2 100?
    PC, week of Dec 7: 160% of 100%: cadup 8.1 60, netref 3.6 100?
    PC, week of Dec 14: 156% of 100%: cadup 8.1 36, cadup 8.2 40?, netref 3.6 80?
    V1, week of Nov 23: 200% of 100%: cadup 4.7 100?, cadup 4.9 100?

    ? nobody is assigned, so the owner counts with all their time:
    pmo set ID assignees='INF 50'
    $ pmo workload --by INF --weeks 3 --format table
    Workload over 3 projects as of Nov 20, 2026: percent of a week that begins on

    Person  Nov 23  Nov 30  Dec 7
    INF         30      62   !120

    INF, week of Nov 23: 30% of 100%: bwcst 2.4 30
    INF, week of Nov 30: 62% of 100%: bwcst 2.4 30, cadup 8.1 32
    INF, week of Dec 7: 120% of 100%: bwcst 2.4 30, cadup 8.1 40, netref 4.1 50
    $ pmo workload --by INF --format jsonl | jq -c 'select(.week == "2026-12-07") | [.percent, .over, .project, .wbs, .part]'
    [120,true,"bwcst","2.4",30]
    [120,true,"cadup","8.1",40]
    [120,true,"netref","4.1",50]

The network.

    $ pmo network 4.9 --format table
    Computer-Aided Dispatch Upgrade: links, as of Nov 20

    From  Task                    Link  Lag   To   Task                    Slack  Date
    4.7   Build configuration     SS    +10d  4.9  Reports and dashboards     24
    4.9   Reports and dashboards  FS          M5   Build complete              5
    $ pmo network 4.9 --dot
    digraph plan {
      rankdir=LR;
      node [shape=box, fontname="sans-serif"];
      n26 [label="4.7 Build configuration\nNov 30, float 3 d"];
      n28 [label="4.9 Reports and dashboards\nDec 1, float 5 d"];
      n39 [label="M5 Build complete\nDec 8, float 0 d", shape=hexagon, penwidth=3, color="#b4451c"];
      n26 -> n28 [label="SS+10d"];
      n28 -> n39;
    }
    $ pmo network 4.9 -o links.mmd; cat links.mmd
    pmo: wrote links.mmd
    flowchart LR
      n26["4.7 Build configuration<br/>Nov 30, float 3 d"]
      n28["4.9 Reports and dashboards<br/>Dec 1, float 5 d"]
      n39{{"M5 Build complete<br/>Dec 8, float 0 d"}}:::critical
      n26 -->|"SS+10d"| n28
      n28 --> n39
      classDef critical stroke:#b4451c,stroke-width:3px
      classDef done fill:#e3e7ec
    $ pmo network --format csv | wc -l
    102
    $ pmo network --dot --mermaid
    pmo: --dot or --mermaid, not both
    [2]

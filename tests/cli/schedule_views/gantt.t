needs: jq

# The chart

    $ pmo demo demo >/dev/null; cd demo
    $ export PMO_PROJECT=cadup

The whole plan fits: a cell is a week.

    $ pmo gantt
    Computer-Aided Dispatch Upgrade, as of Nov 20

                                     2026                          2027
                                     Jun Jul Aug  Sep Oct Nov  Dec Jan  Feb Mar Apr
    1.1 Draft and sign charter       ██                      │
    1.2 Team, RACI and stakehold…     ██                     │
    1.3 Project management and c…      ███                   │
    1.4 Baseline schedule and bu…         █                  │
    M1 Charter and baseline appr…         ◆                  │
    2.1 Finalize CAD statement o…      ███                   │
    2.2 Negotiate and execute CO…        ████                │
    2.3 Execute CON-002 (integra…        ███                 │
    2.4 Hardware requisitions an…          ██                │
    2.5 CJIS addenda and vendor …           ·███┼█           │
    M2 Contracts executed                   ◆                │
    3.1 Servers and storage deli…            █████┼█         │
    3.2 Rack, power and UPS work             ██┼█            │
    3.3 Build test and productio…                  ████      │
    3.4 Console workstations del…            ████┼█          │
    3.5 Fiber link and switches    !         ████┼███████────────
    3.6 Mobile terminals deliver…  !         ███████──┼──────────────
    3.7 Security hardening and v…                     ·┼█    │
    3.8 Disaster-recovery replica                     ···██  │
    M3 Test environment ready                         ◆      │
    4.1 Vendor kickoff, plan and…           ·█               │
    4.2 Design session 1: call-t…            ┼█              │
    4.3 Design session 2: fire/E…             ┼█             │
    4.4 Design session 3: report…              ┼█            │
    4.5 Configuration design doc…              ·██┼█         │
    4.6 Design walk-through and …                 ·┼█        │
    4.7 Build configuration       ~!                  ·█████┼██─
    4.8 Roles and CJIS access co…                     ·┼█    │
    4.9 Reports and dashboards    ~!                    ·█┼██───
    4.10 Configuration walk-thro… ~!                        ·│ ─ ← 4.7
    M4 Design approved                             ·◆        │
    5.1 Interface design specifi…             ██┼█           │
    5.2 E911 ANI/ALI interface                   █████┼█     │
    5.3 Records system interface                 ████┼█      │
    5.4 State message switch int… *!             ·█████┼█════════
    5.5 Vehicle location and mob…                    ·██┼██  │
    5.6 GIS data clean-up                      ·███████┼█    │
    5.7 Data conversion, mock 1                         ·┼█  │
    5.8 Data conversion, mock 2 …                         ·┼█│
    M5 Build complete             *!                        ·│  ◇ ← 5.4
    6.1 Test plan approved                          █┼█      │
    6.2 Test cases written and t…  !                  ███┼████──
    6.3 System integration test,… *                          ···┼════ ← M5
    6.4 Fixes and integration te… *                          │  ··· ═══ ← 6.3
    6.5 Performance and failover…                            │    ··· ── ← 6.4
    6.6 User acceptance test      *                          │    ····═══ ← 6.4
    6.7 UAT fixes and retest      ~                          │       ·· ── ← 6.6
    6.8 Test summary report and … ~                          │        ·· ── ← 6.7
    6.9 Independent security ass…                            │    ····─── ← 6.4
    M6 User acceptance signed     ~                          │         ·  ◇ ← 6.8
    7.1 Impact assessment and OC…         ██                 │
    7.2 Training plan and method            ██               │
    7.3 Job aids and help docume…                            ··──┼─── ← 4.10
    7.4 Train-the-trainer                                    │   ·· ── ← 7.3
    7.5 Dispatcher classes (6 se… *                          │       ···┼═══ ← 6.6
    7.6 Supervisor and administr…                            │    ···── ← 7.4
    7.7 Announcements and public…                            │       ···─── ← 6.6
    8.1 Cutover plan and runbook   !                      ···│ ─── ← 6.2
    8.2 Pilot scheduling and par…  !                        ··   ── ← 8.1
    8.3 Pilot: one shift in para… *                          │          ···═══ ← 7.5
    8.4 Cutover dress rehearsal   *                          │            ·  ═ ← 8.3
    8.5 Go/no-go board            *                          │            ·  ═ ← 8.4
    8.6 Cutover                   *                          │             ·  ═
    M7 Go-live                    *                          │             ·  ◇
    9.1 Operations manual and su…                            │    ····┼─── ← 6.4
    9.2 Knowledge transfer to se…                            │        ·· ── ← 9.1
    9.3 Hypercare                 *                          │             ···═┼═══
    9.4 Handover to operations s… *                          │                 ·  ═
    9.5 Lessons learned and clos… *                          │                  ·  ═
    9.6 Final acceptance and con… *                          │                  ·  ═
    M8 Project closed             *                          │                  ·  ◇

    │ today  · baseline  ─ to do  ═ critical  █ done  ┼ baseline finish
    ◇ milestone  ◆ reached
    * critical  ~ nearly  ! late

What is open, a day a cell; and three cells a day.

    $ pmo gantt --open --from 2026-11-16 --to 2026-12-18 | head -16
    Computer-Aided Dispatch Upgrade, as of Nov 20

                                                  Nov 2026       Dec 2026
                                                  16     23     30     7      14
    3.5 Fiber link and switches                 ! ◂──────────────────────── ░░
    3.6 Mobile terminals delivered and mounted  ! ◂───────────────────────────────▸
    4.7 Build configuration                    ~! ◂████████──────    ░░     ░░
    4.9 Reports and dashboards                 ~! ◂───────────────   ░░     ░░
    4.10 Configuration walk-through            ~!     │░░   ░░░░ ─── ░░     ░░
    5.4 State message switch interface         *! ◂══════════════════════   ░░
    M5 Build complete                          *!     │░░   ░░░░     ░░ ◇   ░░
    6.2 Test cases written and traced           ! ◂████──────────    ░░     ░░
    6.3 System integration test, cycle 1       *  ·······················═════════▸
    6.4 Fixes and integration test, cycle 2    *      │░░   ░░░░     ░░  ··········
    6.5 Performance and failover test                 │░░   ░░░░     ░░     ░░
    6.6 User acceptance test                   *      │░░   ░░░░     ░░     ░░
    $ pmo gantt 4.9 --from 2026-11-20 --to 2026-12-01
    Computer-Aided Dispatch Upgrade, as of Nov 20

                                  Nov 2026
                                  20 21 22 23 24 25 26 27 28 29 30 1
    4.9 Reports and dashboards ~! ◂───────────────────────────────────

    ─ to do  ◂ goes on
    ~ nearly  ! late

Years, and a window in which there is nothing.

    $ pmo gantt 5.4 --from 2020-01-01 --to 2035-12-31
    Computer-Aided Dispatch Upgrade, as of Nov 20

                                          2020  2023  2026  2029  2032

    5.4 State message switch interface *!              █

    █ done
    * critical  ! late
    $ pmo gantt 5.4 --from 2028-01-01 --to 2028-01-31
    Computer-Aided Dispatch Upgrade, as of Nov 20

                                          Jan 2028
                                            3      10     17     24
    5.4 State message switch interface *! ░░     ░░     ░░     ░░     ░░

    ░ day off
    * critical  ! late
    $ pmo gantt --from 2027-01-01 --to 2026-01-01
    pmo: the chart would end 2026-01-01, before it begins 2027-01-01
    [2]
    $ pmo gantt --months 2 M5
    Computer-Aided Dispatch Upgrade, as of Nov 20

                         2026
                         Nov  Dec
    M5 Build complete *!   ·│  ◇

    │ today  · baseline  ◇ milestone
    * critical  ! late
    $ pmo gantt nothing
    error: there is no record 'nothing' [id-missing]
    [3]

A drawing, a page, the rows.

    $ pmo gantt -o plan.svg; head -c 4 plan.svg; grep -c '<text' plan.svg
    pmo: wrote plan.svg
    <svg99
    $ pmo gantt -o plan.html; grep -c '<svg' plan.html
    pmo: wrote plan.html
    1
    $ pmo gantt 5.4 --format json | jq -c '.[] | [.id, .start, .finish, .baseline_finish, .critical]'
    ["TSK-031","2026-08-31","2026-12-08","2026-10-05",true]
    $ pmo gantt --format gif
    pmo: --format: 'gif' is none of table, tsv, csv, xlsx, json, jsonl, yaml, md, html, ids
    [2]

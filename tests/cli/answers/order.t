width: 80 terminal

# What is overdue, on a terminal

    $ pmo demo d > /dev/null; cd d; export PMO_PROJECT=cadup
    $ pmo overdue
    ^[[1mID       What              Title                        Owner  Due          Days^[[0m
    ^[[31mPUR-003  promised          20 rugged terminals          FLT    2026-09-28   38 d^[[0m
    ^[[31mDLV-011  delivery          Records interface and stat…  V2     2026-10-05   33 d^[[0m
    ^[[31mTSK-031  finish            State message switch inter…  V2     2026-10-05   33 d^[[0m
    ^[[31mDLV-004  delivery          Configured system            V1     2026-11-13    5 d^[[0m
    ^[[31mISS-006  due               Fiber permit held by the r…  NET    2026-11-13    5 d^[[0m
    ^[[31mMS-005   milestone         Build complete               PM     2026-11-13    5 d^[[0m
    ^[[31mTSK-026  finish            Reports and dashboards       V1     2026-10-28   16 d^[[0m
    ^[[31mTSK-024  finish            Build configuration          V1     2026-11-09    8 d^[[0m
    ^[[31mACT-009  due               Credit memo for PUR-002      PROC   2026-11-13    5 d^[[0m
    ^[[31mPMT-001  due               Fiber along County Road 9    NET    2026-11-13    5 d^[[0m
    ^[[31mTSK-027  finish            Configuration walk-through   DSP    2026-11-13    5 d^[[0m
    ^[[31mTSK-038  start             System integration test, c…  QA     2026-11-16    4 d^[[0m
    ^[[31mACT-011  due               Backfill roster for six cl…  DSP    2026-11-18    2 d^[[0m
    ^[[31mRSK-008  review            Security assessment finds…   SEC    2026-11-18    2 d^[[0m
    ^[[31mMTG-005  minutes not sent  Project status               PC     2026-11-19    1 d^[[0m
    ^[[31mTSK-014  finish            Fiber link and switches      NET    2026-08-28   58 d^[[0m
    ^[[31mTSK-015  finish            Mobile terminals delivered…  FLT    2026-09-28   38 d^[[0m
    ^[[31mEXP-007  disputed          Console workstations         INF    2026-10-30  21 cd^[[0m
    ^[[31mTSK-037  finish            Test cases written and tra…  QA     2026-10-23   19 d^[[0m
    ^[[31mCOM-001  to go out         Newsletter of public safety  OCM    2026-10-30   14 d^[[0m
    ^[[31mTSK-052  finish            Cutover plan and runbook     PC     2026-11-10    7 d^[[0m
    ^[[31mTSK-047  start             Job aids and help documents  WRT    2026-11-16    4 d^[[0m
    ^[[31mTSK-053  finish            Pilot scheduling and parti…  PC     2026-11-18    2 d^[[0m
    In order of weight, what holds up go-live or a promise first; then by days.
    $ pmo overdue --by SPO
    None.

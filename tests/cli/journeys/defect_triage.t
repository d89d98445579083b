# Defects before roll-out

What go-live waits for; a defect is set aside only as the rule allows.

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo defect summary --format table
    Severity  Found  Open  P1  P2  P3  P4  Retest  Blocks  Waived
    S1            1     1   1   0   0   0       1       1       0
    S2            3     2   0   2   0   0       0       2       0
    S3            5     3   0   0   3   0       1       0       1
    S4            3     2   0   0   0   2       0       0       0
    Total        12     8   1   2   3   2       2       3       1
    $ pmo defect blockers --format table
    ID       Sev  Prio  Title                                           Owner  Vendor   Age  Due         Status
    DEF-001  S1   P1    Location is dropped when a call is transferred  V2     VEN-002   27  2026-11-30  retest
    DEF-002  S2   P2    Unit status lost after failover                 V1     VEN-001   11  2026-12-04  assigned
    DEF-003  S2   P2    Duplicate addresses are merged into one         V1     VEN-001    6  2026-12-04  assigned
    $ pmo defect add "Map freezes on zoom" severity=S3 found=today
    DEF-013  Map freezes on zoom
    $ pmo defect triage DEF-13
    error: DEF-013 cannot triage: it needs priority [move-refused]
    [3]
    $ pmo defect triage DEF-13 priority=P3
    DEF-013  new > triaged, priority none > P3
    $ pmo defect defer DEF-13
    DEF-013  triaged > deferred

An S2 is not deferred without a decision of the sponsor.

    $ pmo defect defer DEF-2
    error: DEF-002 cannot defer: an S2 is put off only by a decision that the sponsor SPO made: waiver=DEC-… [move-refused]
    [3]
    $ pmo decision add "Go live with the failover defect?" owner=SPO due=2026-12-01 question="May DEF-002 wait until April?"
    DEC-007  Go live with the failover defect?   SPO   due Tue Dec 1
    $ pmo decision decide DEC-7 decision="Yes, with manual status at failover." --by SPO
    DEC-007  proposed > made, decision none > Yes, with manual status at failover., date none > 2026-11-20
    $ pmo set DEF-2 waiver=DEC-7
    DEF-002  waiver none > DEC-007
    $ pmo defect defer DEF-2
    DEF-002  assigned > deferred
    $ pmo defect blockers --format ids
    DEF-001
    DEF-003

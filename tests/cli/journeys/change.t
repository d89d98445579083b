# A change is implemented

Four more reports: analysed, approved at its level, then one commit of plan, budget, contract and
baseline.

    $ pmo demo d > /dev/null
    $ cd d; export PMO_PROJECT=cadup
    $ pmo change set CHG-5 'new_tasks+=title="Four more reports" duration=4d owner=V1 after=TSK-024 before=TSK-026' > /dev/null
    $ pmo change review CHG-5
    CHG-005  submitted > in_review
    $ pmo change approve CHG-5
    error: CHG-005 cannot approve: it needs level 2, lower levels first; still to approve: PM, SPO: pmo set CHG-005 approvals+='PM approved' [move-refused]
    [3]
    $ pmo change set CHG-5 'approvals+=PM approved 2026-11-18' 'approvals+=SPO approved 2026-11-20' > /dev/null
    $ pmo change approve CHG-5 --note 'by mail'
    CHG-005  in_review > approved, decided none > 2026-11-20
    $ pmo change implement CHG-5 --dry-run | grep '^+++'
    +++ b/cadup/changes/CHG-005.yaml
    +++ b/cadup/transfers.yaml
    +++ b/cadup/contracts/CON-001.yaml
    +++ b/cadup/plan.yaml
    +++ b/cadup/plan.yaml
    +++ b/cadup/baselines/BSL-003.yaml
    +++ b/cadup/baselines/BSL-002.yaml
    $ pmo change implement CHG-5
    CHG-005  approved > implemented, implemented none > 2026-11-20, baseline_created none > BSL-003, transfer none > TRF-002
    TRF-002  Four more reports
    CON-001  amendments + no=2 date=2026-11-20 change=CHG-005 amount=7,500.00 days=4d
    TSK-064  Four more reports   V1
    TSK-026  preds + TSK-064
    BSL-003  Baseline 3
    BSL-002  approved > superseded
             amendment 2 of CON-001 is to be signed
             Go-live moves from Mar 16, 2027 to Mar 19, 2027

The line has its money, contingency has less, the contract its amendment.

    $ pmo budget table --format csv | grep -E 'BL-00[19]'
    BL-001,CAD software and vendor,520000.00,537100.00,260000.00,277100.00,0.00,537100.00,0.00
    BL-009,Contingency,96000.00,78900.00,0.00,0.00,0.00,,
    $ pmo show CON-1 | grep -A1 -E 'amendments|value_current'
    amendments       1. no=1 date=2026-10-21 change=CHG-002 amount=9,600.00 days=0d
                     2. no=2 date=2026-11-20 change=CHG-005 amount=7,500.00 days=4d
    value_current  = 537,100.00
    retainage        10%

The baseline moves by what the change does and by nothing else: the lateness of before stays.

    $ pmo show BSL-3 | head -n 8
    BSL-003  Baseline 3
             approved since Nov 20 (0 d)

    version       3
    date          2026-11-20
    reason        CHG-005: Four more reports
    change        CHG-005  Four more reports
    approved_by   SPO  Marian Holt
    $ pmo schedule M7 --format csv | cut -d, -f1,8,10,13
    id,finish,baseline_finish,variance
    MS-007,2027-03-19,2027-02-26,15
    $ pmo show BSL-2 | sed -n 2p
             superseded since Nov 20 (0 d)
    $ pmo check > /dev/null; echo $?
    0
    $ pmo trace CHG-5 | sed -n '6,9p'
    7,500.00 for four more reports: raised Oct 26 as ISS-007, level 1 asked Nov 2
    (ESC-006), asked Nov 16, from contingency (TRF-002) to BL-001, contract CON-001
    amendment 2, baseline 3. Evidence: 1 file, its hash matches. Missing: evidence
    of the approval of CHG-005.

All of it goes back at once.

    $ pmo undo > /dev/null
    $ pmo show CHG-5 | sed -n 2p; ls cadup/baselines; pmo schedule M7 --format csv | cut -d, -f1,8
             approved since Nov 20 (0 d)
    BSL-001.yaml
    BSL-002.yaml
    id,finish
    MS-007,2027-03-16

A change that says what it does to the plan does it. Closing does not implement on the way.

    $ pmo change set CHG-3 approvals.SPO.decision=approved approvals.SPO.date=2026-11-20 > /dev/null
    $ pmo change approve CHG-3 > /dev/null
    $ pmo change close CHG-3
    error: CHG-003 cannot close: it is approved [move-refused]
    [3]
    $ pmo change implement CHG-3
    CHG-003  approved > implemented, implemented none > 2026-11-20, baseline_created none > BSL-003
    MS-005  preds - TSK-031
    BSL-003  Baseline 3
    BSL-002  approved > superseded
             Go-live moves from Mar 16, 2027 to Mar 11, 2027
    $ pmo show MS-5 | grep -A7 preds
    preds        1. TSK-026
                 2. TSK-027
                 3. TSK-029
                 4. TSK-030
                 5. TSK-032
                 6. TSK-035
    acceptance   configuration walked through and all interfaces pass in test
    slips        1. 2026-08-28 2026-11-13

Money that no line can get is refused, and nothing is changed.

    $ pmo change set CHG-5 contract= > /dev/null
    cadup/changes/CHG-005.yaml:1:1: warning: CHG-005 lacks contract [incomplete]
    $ pmo change implement CHG-5
    error: CHG-005: it does not say which budget line gets the money [effect-refused]
    [3]
    $ pmo show CHG-5 | sed -n 2p
             approved since Nov 20 (0 d)

# What the demo holds

The numbers that the sample was written for. A view or a report that says something else
is wrong, or the sample was changed.

    $ pmo demo d >out; cd d; export PMO_PROJECT=cadup
    $ n() { pmo "$1" list --all --where "$2" --format ids | wc -l; }
    $ of() { pmo "$1" list --all -c "$2" ${3:+--where "$3"} --format tsv | tail -n +2; }
    $ add() { awk '{ cents += $NF * 100 } END { printf "%.2f\n", cents / 100 }'; }

Plan: tasks done, under way and not begun; milestones; links; two baselines.

    $ n task 'state = done'; n task 'state = in_progress'; n task 'state = not_started'
    32
    6
    25
    $ n milestone 'id'; n milestone 'actual_finish'
    8
    4
    $ of baseline version,bac,date
    2	1113600.00	2026-10-21
    1	1104000.00	2026-07-10
    $ grep -o 'preds: \[.*\]' cadup/plan.yaml | tr ',' '\n' | wc -l
    101
    $ for n in 1 2; do grep -c '{task: TSK-' cadup/baselines/BSL-00$n.yaml; done
    63
    63
    $ for n in 1 2; do
    >     grep -o 'BL-00. [0-9]*\.[0-9]*[],]' cadup/baselines/BSL-00$n.yaml | tr -d '],' | add
    > done
    1104000.00
    1113600.00

Estimates, check-ins of the week, reports: the last one said March 3.

    $ of estimate expected,sigma 'status = accepted'
    32d	5.333d
    31d	3d
    16d	2d
    10.5d	1.167d
    41d	4.333d
    15.667d	1d
    $ of estimate id,owner 'status = requested'
    EST-003	WRT
    $ of checkin owner 'period_end = 2026-11-20 and received'
    DSP
    INF
    PC
    TRN
    V1
    V2
    $ of checkin owner 'period_end = 2026-11-20 and not received'
    FLT
    QA
    $ grep -h MS-007 cadup/reports/*.yaml
      - MS-007 2027-02-23
      - MS-007 2027-02-25
      - MS-007 2027-03-03
      - MS-007 2027-03-03
      - MS-007 2027-03-03

Money: paid, invoiced and not paid, by line; what contracts and orders still hold.

    $ of expense amount 'status = paid' | add; of expense amount 'not status = paid' | add
    456005.00
    138610.00
    $ for n in 1 2 3 4 5 6 7 8; do of expense line,amount "line = BL-00$n" | add; done
    260000.00
    74250.00
    143860.00
    26625.00
    86900.00
    1500.00
    1480.00
    0.00
    $ n expense 'id'; of transfer from,to,amount
    17
    BL-009	BL-001	9600.00
    $ for n in 1 2; do
    >     value=$(of contract value_current "id = CON-00$n")
    >     parts=$(of deliverable amount "contract = CON-00$n" | add)
    >     [ "$value" = "$parts" ] && echo "$value"
    > done
    529600.00
    165000.00
    $ of deliverable amount 'contract = CON-001 and not status in [invoiced, paid]' | add
    269600.00
    $ of deliverable amount 'contract = CON-002 and not status in [invoiced, paid]' | add
    90750.00
    $ of purchase id,po_amount,invoiced,match 'po_no'
    PUR-005	7250.00	7250.00	matches
    PUR-002	44100.00	45360.00	over_order
    PUR-001	98500.00	98500.00	matches
    PUR-003	44400.00	0.00	no_invoice
    PUR-004	38750.00	19375.00	matches
    $ of budget id,current,actual,committed,eac,vac
    BL-001	529600.00	260000.00	269600.00	529600.00	0.00
    BL-002	165000.00	74250.00	90750.00	165000.00	0.00
    BL-003	187000.00	143860.00	44400.00	188260.00	-1260.00
    BL-004	46000.00	26625.00	19375.00	46000.00	0.00
    BL-005	118000.00	86900.00	0.00	126500.00	-8500.00
    BL-006	42000.00	1500.00	0.00	46000.00	-4000.00
    BL-007	6000.00	1480.00	0.00	6000.00	0.00
    BL-008	20000.00	0.00	0.00	21500.00	-1500.00
    BL-009	86400.00	0.00	0.00		
    $ of budget original | add; of budget etc | add
    1200000.00
    110120.00

Risks and what they would cost; issues with their age.

    $ n risk 'id'; for band in critical high medium; do
    >     n risk "band = $band and open and not kind = opportunity"; done
    12
    1
    3
    6
    $ of risk emv 'open and not kind = opportunity' | add; of risk emv 'kind = opportunity'
    49350.00
    11100.00
    $ n risk 'open and next_review < today'; of risk id 'next_review = today'
    1
    RSK-005
    $ of issue id,priority,age,due,escalation_level,status 'open'
    ISS-003	P1	28	2026-12-08	3	escalated
    ISS-008	P2	8	2026-11-23	1	in_progress
    ISS-005	P2	6	2026-11-24	1	in_progress
    ISS-006	P3	43	2026-11-13	1	in_progress
    ISS-007	P3	18	2026-11-30	1	waiting
    ISS-010	P4	13	2026-12-01	1	assessed
    ISS-009	P4	10	2026-12-04	1	in_progress
    $ n issue 'not open'; n issue 'overdue'; of issue id 'overdue'
    3
    1
    ISS-006
    $ n escalation 'open'; n escalation 'id'
    0
    10

Defects.

    $ for s in S1 S2 S3 S4; do n defect "severity = $s"; n defect "severity = $s and open"; done
    1
    1
    3
    2
    5
    3
    3
    2
    $ n defect 'open'; n defect 'blocks_rollout'; n defect 'status = retest'
    8
    3
    2
    $ of defect id,severity 'waiver'
    DEF-009	S3

Changes and decisions.

    $ of change id,impact_cost,required_level,status
    CHG-003	0.00	3	in_review
    CHG-005	7500.00	2	submitted
    CHG-001	0.00	1	closed
    CHG-002	9600.00	2	closed
    CHG-004	38000.00	3	rejected
    $ of decision id,owner,due,status
    DEC-002	CIO	2026-07-10	made
    DEC-001	SPO	2026-08-28	made
    DEC-003	SPO	2026-09-04	made
    DEC-004	SPO	2026-10-21	made
    DEC-006	DSP	2026-11-13	made
    DEC-005	SPO	2026-11-25	pending

Vendors: what came late, what was accepted at first.

    $ of deliverable id,late 'late > 0'
    DLV-009	2
    DLV-003	2
    DLV-010	6
    DLV-011	33
    DLV-004	5
    DLV-012	21
    DLV-005	7
    $ n deliverable 'submitted and owner = V1'; n deliverable 'submitted and owner = V1 and late = 0'
    4
    2
    $ n deliverable 'submitted and owner = V2'; n deliverable 'submitted and owner = V2 and late = 0'
    3
    0
    $ of deliverable id,next_due 'status = in_review'
    DLV-012	2026-11-25
    DLV-005	2026-12-02
    $ of purchase id,min_quotes,status
    PUR-005	1	closed
    PUR-002	2	disputed
    PUR-001	0	paid
    PUR-003	2	ordered
    PUR-004	2	partially_received
    PUR-006	2	quoting
    $ of vendor id,insurance_expires 'insurance_expires <= today + 60cd'
    VEN-003	2026-12-31

Meetings and actions.

    $ n meeting 'status in [held, minutes_sent, minutes_approved]'; of meeting id,due 'open'
    5
    MTG-005	2026-11-19
    MTG-007	2026-11-23
    MTG-006	2026-11-25
    $ grep -c 'disposition:' cadup/meetings/MTG-002.yaml
    6
    $ n action 'id'; n action 'status = done'; n action 'open'; n action 'overdue'
    14
    6
    8
    2
    $ n action 'open and due >= today and due <= today + 5d'; n action 'due > today + 5d'
    3
    3
    $ of action id,redated 'redated > 0'
    ACT-009	2

Documents.

    $ n document 'id'; of document id,version,returned 'status = in_review'
    12
    DOC-012	0.3	2
    $ of transmittal id,outstanding 'outstanding > 0'
    TRM-003	1

Tests.

    $ for p in TP-001 TP-002 TP-003; do n testcase "plan = $p"; done
    64
    40
    16
    $ n testcase 'id'; n testcase 'status = ready'
    120
    102
    $ n testrun 'id'; for r in pass fail blocked; do n testrun "result = $r"; done
    18
    14
    3
    1
    $ of testrun case | sort -u | wc -l
    18
    $ n requirement 'priority = must'; n requirement 'priority = must and verified_by'
    48
    45
    $ of testplan id,entry_open 'level = uat'; grep -c 'met: ' cadup/testplans/TP-002.yaml
    TP-002	4
    8
    $ of gonogo met,total
    2	16

Readiness.

    $ n need 'id'; n need 'status in [in_place, verified]'; of need id,needed_by,ready_on 'late'
    8
    4
    NED-003	2026-12-04	2026-12-10
    NED-002	2026-12-18	2027-01-04
    $ n training 'course ~ dispatchers'; n training 'course ~ supervisors'
    6
    2
    $ of training trained | add; grep -ho 'seats: [0-9]*' cadup/training/*.yaml | add
    0.00
    64.00
    $ for r in confirmed invited declined; do grep -c "response: $r" cadup/pilots/PIL-001.yaml; done
    9
    2
    1
    $ of cutover step_count; grep -c 'point_of_no_return: yes' cadup/cutovers/CUT-001.yaml
    34
    1
    $ for s in accepted ready in_progress open; do n handover "status = $s"; done
    2
    3
    5
    8
    $ n comms 'id'; n comms 'status = done'; of comms id,next_due 'overdue'
    8
    3
    COM-001	2026-10-30
    $ of ocm group,readiness
    dispatchers	2
    supervisors	3
    field police	3
    fire and EMS	4
    $ n announcement 'id'; n inquiry 'id'; n inquiry 'not open'; of inquiry id,respond_due 'open'
    4
    6
    4
    INQ-005	2026-11-20
    INQ-006	2026-11-25
    $ for s in compliant in_progress waived non_compliant; do n compliance "status = $s"; done
    4
    3
    1
    1
    $ of waiver id,expires
    WVR-001	2026-12-31
    $ for k in server storage workstation switch license; do n asset "kind = $k"; done
    6
    1
    14
    2
    1
    $ n lesson 'id'; of metric id,rating
    6
    KPI-001	no_data
    KPI-002	no_data
    KPI-003	off
    KPI-004	on_target
    KPI-005	no_data
    KPI-006	off

The two others.

    $ pmo -p netref task list --all --where 'state = done' --format ids | wc -l
    10
    $ pmo -p netref report --all -c period_end,overall --format tsv | tail -n +2
    2026-10-30	G
    $ pmo -p bwcst report --all -c period_end,overall --format tsv | tail -n +2
    2026-10-16	R
    $ PMO_PROJECT=bwcst; of budget original | add
    540000.00
    $ of expense amount >parts; of purchase po_amount >>parts; of budget etc >>parts
    $ grep . parts | add
    602000.00

Ines works on all three in the week of December 7: 40, 50 and 30 percent.

    $ grep -ho 'INF [0-9]*' cadup/plan.yaml netref/plan.yaml bwcst/plan.yaml | sed 3q
    INF 40
    INF 50
    INF 30

Evidence is what it was.

    $ sed -n 's/.*sha256: //p' cadup/*/*.yaml | sort >had
    $ sha256sum cadup/files/* | cut -c 1-64 | sort | diff - had && wc -l <had
    7

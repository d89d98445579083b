# Earned value, quality, estimates

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup

Earned value by line, the recorded cost beside what counts, and what follows.

    $ COLUMNS=100 pmo evm --format table
    Computer-Aided Dispatch Upgrade: earned value, as of Nov 20
    Baseline 2 of Oct 21

    Line    Name                           Budget     Planned      Earned      Actual    Recorded
    BL-001  CAD software and vendor    529,600.00  406,266.67  389,240.00  389,240.00  260,000.00
    BL-002  Interface integration      165,000.00  148,500.00  134,887.50  134,887.50   74,250.00
    BL-003  Hardware                   187,000.00  187,000.00  155,920.00  155,920.00  143,860.00
    BL-004  Network and facilities      46,000.00   46,000.00   33,600.00   33,600.00   26,625.00
    BL-005  County labor               118,000.00   95,350.00   83,140.00   86,900.00   86,900.00
    BL-006  Training and backfill       42,000.00    2,125.00    1,500.00    1,500.00    1,500.00
    BL-007  Supplies, travel, print      6,000.00      500.00      500.00    1,480.00    1,480.00
    BL-008  Security assessment         20,000.00        0.00        0.00        0.00        0.00
    Total                            1,113,600.00  885,741.67  798,787.50  803,527.50  594,615.00

    Budget (BAC)           1,113,600.00   without contingency and reserve
    Planned                      79.5 %   planned / budget
    Done                         71.7 %   earned / budget
    Schedule variance        -86,954.17   earned - planned
    Cost variance             -4,740.00   earned - actual
    SPI                            0.90   earned / planned
    CPI                            0.99   earned / actual
    At completion (EAC)    1,120,208.10   if cost goes on as so far: budget / CPI
                           1,118,340.00   if the rest costs what was planned
                           1,154,681.22   if cost and pace go on: rest / (CPI x SPI)
                           1,128,860.00   by the budget's lines, as in reports
    To complete (ETC)        316,680.60   at completion - actual
    Left over (VAC)           -6,608.10   budget - at completion
    TCPI                           1.02   CPI that the rest needs to keep the budget

    Actual counts at least what was earned on BL-001, BL-002, BL-003, BL-004, for work that is not
    billed yet. Recorded are 594,615.00, which alone would make CPI 1.34.

    Earned schedule: what is earned now was planned for Oct 21, working day 99.4 where 121 have passed:
    SPI(t) 0.82. At that pace the work ends Jun 8, 2027.
    $ pmo evm --format tsv | cut -f1-7,10-
    line	title	bac	pv	ev	ac	recorded	cv	spi	cpi	eac	eac_rest_as_planned	eac_both_indexes	etc	vac	tcpi	complete	planned	earned_days	actual_days	spi_t
    BL-001	CAD software and vendor	529600.00	406266.67	389240.00	389240.00	260000.00	0.00	0.9581	1.0000											
    BL-002	Interface integration	165000.00	148500.00	134887.50	134887.50	74250.00	0.00	0.9083	1.0000											
    BL-003	Hardware	187000.00	187000.00	155920.00	155920.00	143860.00	0.00	0.8338	1.0000											
    BL-004	Network and facilities	46000.00	46000.00	33600.00	33600.00	26625.00	0.00	0.7304	1.0000											
    BL-005	County labor	118000.00	95350.00	83140.00	86900.00	86900.00	-3760.00	0.8719	0.9567											
    BL-006	Training and backfill	42000.00	2125.00	1500.00	1500.00	1500.00	0.00	0.7059	1.0000											
    BL-007	Supplies, travel, print	6000.00	500.00	500.00	1480.00	1480.00	-980.00	1.0000	0.3378											
    BL-008	Security assessment	20000.00	0.00	0.00	0.00	0.00	0.00													
    total		1113600.00	885741.67	798787.50	803527.50	594615.00	-4740.00	0.9018	0.9941	1120208.10	1118340.00	1154681.22	316680.60	-6608.10	1.0153	0.7173	0.7954	99.4030	121.0000	0.8215
    $ pmo evm --baseline 1 --format tsv | cut -f1,3,4 | tail -n 1
    total	1104000.00	876141.67
    $ pmo -p netref evm --format table
    Courthouse network refresh: earned value, as of Nov 20
    Baseline 1 of Jul 24

    0 of 21 tasks (0 %) have costs in the baseline; earned value needs 90 %.
    $ pmo -p netref evm --format tsv
    line	title	bac	pv	ev	ac	recorded	ac_basis	sv	cv	spi	cpi	eac	eac_rest_as_planned	eac_both_indexes	etc	vac	tcpi	complete	planned	earned_days	actual_days	spi_t
    warning: earned value: 0 of 21 tasks (0 %) have costs in the baseline; earned value needs 90 %. [evm-unknown]

Where the days came from: what added some of its own.

    $ pmo variance --open --format table
    Computer-Aided Dispatch Upgrade, as of Nov 20
    Go-live Mar 16, 2027, +15 working days against the baseline.

    WBS  What                                    Baseline  Now          Own  Var  After
    3.5  Fiber link and switches                 Aug 28    Dec 10       +70  +70  2.4
    3.6  Mobile terminals delivered and mounted  Sep 28    Jan 4, 2027  +63  +63  2.4
    5.4  State message switch interface          Oct 5     Dec 8        +39  +43  2.5
    4.9  Reports and dashboards                  Oct 28    Dec 1        +21  +21
    6.2  Test cases written and traced           Oct 23    Nov 30       +21  +23  6.1
    4.7  Build configuration                     Nov 9     Nov 30        +8  +12  3.3

    Own: working days added to those of what it waited for (After). Var: all.
    $ pmo variance --all --format tsv | tail -n 2
    M8	Project closed	2027-04-02	2027-04-23	0	15	TSK-062	MS-008	PC	not_started	0
    M5	Build complete	2026-11-13	2026-12-08	-28	15	TSK-031	MS-005	PM	not_started	0
    $ pmo variance --baseline 7 --format table
    Computer-Aided Dispatch Upgrade, as of Nov 20

    There is no such baseline.

The fourteen checks of the schedule.

    $ pmo quality --format table
    Computer-Aided Dispatch Upgrade: schedule quality, as of Nov 20
    3 of 14 checks failed; 31 tasks are not done.

    No  Check                  Found                Allowed          Result
     1  Missing logic          0 of 31 (0.0 %)      at most 5 %      pass
     2  Leads                  0 of 101 (0.0 %)     none             pass
     3  Lags                   1 of 101 (1.0 %)     at most 5 %      pass
     4  Finish-to-start links  100 of 101 (99.0 %)  at least 90 %    pass
     5  Hard constraints       0 of 31 (0.0 %)      at most 5 %      pass
     6  Float over 44 d        1 of 31 (3.2 %)      at most 5 %      pass
     7  Negative float         0 of 31 (0.0 %)      none             pass
     8  Duration over 44 d     1 of 31 (3.2 %)      at most 5 %      pass
     9  Invalid dates          0 of 71 (0.0 %)      none             pass
    10  Nobody assigned        0 of 31 (0.0 %)      none             pass
    11  Missed tasks           33 of 41 (80.5 %)    at most 5 %      fail
    12  Critical path test     600 d                end moves 600 d  pass
    13  CPLI                   0.85                 at least 0.95    fail
    14  BEI                    0.78                 at least 0.95    fail

     3  Lags
        4.7 SS 4.9

     4  Finish-to-start links
        4.7 SS 4.9

     6  Float over 44 d
        3.5 Fiber link and switches (TSK-014)

     8  Duration over 44 d
        3.6 Mobile terminals delivered and mounted (TSK-015)

    11  Missed tasks
        2.2 2.5 3.1 3.2 3.3 3.4 3.5 3.6 3.7 3.8 4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.8 4.9
        4.10 5.1 5.2 5.3 5.4 5.5 5.6 5.7 5.8 6.1 6.2 7.2 8.1 8.2
    $ pmo quality --all --format table | tail -n 12
        5.2 E911 ANI/ALI interface (TSK-029)
        5.3 Records system interface (TSK-030)
        5.4 State message switch interface (TSK-031)
        5.5 Vehicle location and mobile interface (TSK-032)
        5.6 GIS data clean-up (TSK-033)
        5.7 Data conversion, mock 1 (TSK-034)
        5.8 Data conversion, mock 2 and reconciliation (TSK-035)
        6.1 Test plan approved (TSK-036)
        6.2 Test cases written and traced (TSK-037)
        7.2 Training plan and method (TSK-046)
        8.1 Cutover plan and runbook (TSK-052)
        8.2 Pilot scheduling and participants (TSK-053)
    $ pmo quality --format tsv | head -n 4
    no	check	value	threshold	verdict	items	links	note
    1	logic	0 of 31 (0.0 %)	at most 5 %	pass			
    2	leads	0 of 101 (0.0 %)	none	pass			
    3	lags	1 of 101 (1.0 %)	at most 5 %	pass		TSK-024 SS TSK-026	

Estimates, what they say about go-live, and how they came out.

    $ COLUMNS=100 pmo estimate table --format table
    WBS  Task                                    By   Estimate  Expected  Sigma  Planned  Status
    5.4  State message switch interface          V2   20/30/52      32.0   5.33       30  accepted
    4.7  Build configuration                     V1   24/30/42      31.0   3.00       30  accepted
    6.3  System integration test, cycle 1        QA   12/15/24      16.0   2.00       15  accepted
    6.6  User acceptance test                    DSP  8/10/15       10.5   1.17       10  accepted
    5.6  GIS data clean-up                       GIS  30/40/56      41.0   4.33       40  accepted
    7.5  Dispatcher classes (6 sessions)         TRN  14/15/20      15.7   1.00       15  accepted
    9.1  Operations manual and support runbooks  WRT                                      requested

    The chain to Go-live: 9 open tasks, 4 with an accepted estimate.
    Planned 75.0 days; expected 77.2, sigma 3.02; with 80 % certainty within 79.7.
    Other paths can only make it later.

    To plan with what was accepted (what would move: pmo what-if "..."):
      pmo set TSK-038 duration=16d
      pmo set TSK-041 duration=11d
      pmo set TSK-049 duration=16d
    $ pmo estimate table --triangular --format tsv | head -n 2
    wbs	title	owner	points	mean	sigma	planned	status	id	days
    5.4	State message switch interface	V2	20/30/52	34.000	6.683	30	accepted	EST-001	34
    $ pmo check --all --format tsv | grep estimate-unplanned | head -n 1
    cadup/estimates.yaml	35	8	advice	estimate-unplanned	EST-004	EST-004 expects 16d, and TSK-038 is planned with 15d	pmo estimate table has the duration to plan with
    $ pmo estimate accuracy --format table
    Who  WBS  Task                            Said      Expected  Took     Off  Range
    GIS  5.6  GIS data clean-up               30/40/56      41.0    43    +5 %  within
    V1   4.7  Build configuration             24/30/42      31.0   38*   +23 %  within
    V2   5.4  State message switch interface  20/30/52      32.0   68*  +113 %  above

    * not done: from its start to the expected finish

    By person
      GIS    1 done, 1 within the range; took 105 % of what was expected
      V1     1 going on
      V2     1 going on
    $ pmo estimate accuracy --format jsonl | head -n 1
    {"owner":"GIS","wbs":"5.6","title":"GIS data clean-up","points":"30/40/56","mean":41.000,"took":43,"off_percent":5,"range":"within","id":"EST-006","done":true}

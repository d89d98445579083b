# Money, vendors, tests

Lines as finance has them, with what is committed and still to come:

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo budget table --format csv
    id,title,original,current,actual,committed,etc,eac,vac
    BL-001,CAD software and vendor,520000.00,529600.00,260000.00,269600.00,0.00,529600.00,0.00
    BL-002,Interface integration,165000.00,165000.00,74250.00,90750.00,0.00,165000.00,0.00
    BL-003,Hardware,187000.00,187000.00,143860.00,44400.00,0.00,188260.00,-1260.00
    BL-004,Network and facilities,46000.00,46000.00,26625.00,19375.00,0.00,46000.00,0.00
    BL-005,County labor,118000.00,118000.00,86900.00,0.00,39600.00,126500.00,-8500.00
    BL-006,Training and backfill,42000.00,42000.00,1500.00,0.00,44500.00,46000.00,-4000.00
    BL-007,"Supplies, travel, print",6000.00,6000.00,1480.00,0.00,4520.00,6000.00,0.00
    BL-008,Security assessment,20000.00,20000.00,0.00,0.00,21500.00,21500.00,-1500.00
    BL-009,Contingency,96000.00,86400.00,0.00,0.00,0.00,,
    $ pmo budget table -o lines.md; tail -n 1 lines.md
    pmo: wrote lines.md: 9 rows
    |  | Authorized | 1,200,000.00 | 1,200,000.00 | 594,615.00 | 424,125.00 | 110,120.00 | 1,128,860.00 | -15,260.00 |
    $ COLUMNS=120 pmo budget table --format table | tail -n 5

    Reserves
    BL-009  Contingency                 96,000     86,400        0          0        0
            Reserves                    96,000     86,400        0          0        0
            Authorized               1,200,000  1,200,000  594,615    424,125  110,120  1,128,860  -15,260

Kept dates of vendors: deliverables and orders that came, how many of them in time, what is late.

    $ pmo vendor scorecard | cut -f1,3-11
    id	delivered	on_time	on_time_share	late	decided	first_time	first_time_share	rejections	serious_defects
    VEN-001	4	2	50.0	1	3	3	100.0	0	2
    VEN-002	3	0	0.0	1	2	1	50.0	1	1
    VEN-003	3	1	33.3	1	0	0		0	0

Test cases by plan, and requirements that have one:

    $ pmo testplan summary --format csv
    plan,planned,written,written_share,run,run_share,pass,fail,blocked,pass_share
    System integration test,64,60,93.8,18,28.1,14,3,1,77.8
    User acceptance test,40,28,70.0,0,0.0,0,0,0,
    Performance and failover test,16,14,87.5,0,0.0,0,0,0,
    $ pmo testplan summary --format table | tail -n 1
    Total                              120      102     85.0 %   18  15.0 %    14     3        1    77.8 %
    $ pmo requirement coverage --format table
    Priority  Requirements  With a test  Gap  Tested %
    must                48           45    3    93.8 %
    should              10           10    0   100.0 %
    could                4            0    4     0.0 %
    Total               62           55    7    88.7 %

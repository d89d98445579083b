# Needs, defects, tests, training, the board, handover

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo need late --format csv
    id,title,for,owner,needed_by,ready_on,days,purchase,status
    NED-003,Fiber to the recovery site,TSK-040,NET,2026-12-04,2026-12-10,4,PUR-004,sourced
    NED-002,Mounts for 20 vehicles,PIL-001,FLT,2026-12-18,2027-01-04,7,PUR-003,sourced
    $ pmo need --all --count
    8
    $ pmo defect blockers | cut -f1-4,7
    id	severity	priority	title	age
    DEF-001	S1	P1	Location is dropped when a call is transferred	27
    DEF-002	S2	P2	Unit status lost after failover	11
    DEF-003	S2	P2	Duplicate addresses are merged into one	6
    $ pmo defect summary --format table
    Severity  Found  Open  P1  P2  P3  P4  Retest  Blocks  Waived
    S1            1     1   1   0   0   0       1       1       0
    S2            3     2   0   2   0   0       0       2       0
    S3            5     3   0   0   3   0       1       0       1
    S4            3     2   0   0   0   2       0       0       0
    Total        12     8   1   2   3   2       2       3       1
    $ pmo testplan entry level=uat --format table
    ID      Criterion                               Met  Evidence
    TP-002  integration test signed                 no
    TP-002  no S1 and no S2 open                    no   3 open
    TP-002  test cases written                      no   28 of 40
    TP-002  testers named and released from shifts  no
    TP-002  environment handed over                 yes  MS-003
    TP-002: 1 of 5 met
    $ pmo training coverage --format table
    Audience                        Sessions  Seats  Enrolled  Trained  Trained %
    supervisors and administrators         2     10         8        0      0.0 %
    dispatchers                            6     60        56        0      0.0 %
    Total                                  8     70        64        0      0.0 %
    $ pmo pilot roster | cut -f5 | sort | uniq -c | sed 's/^ *//'
    9 confirmed
    1 declined
    2 invited
    1 response
    $ pmo gonogo table --format table | tail -n 1
    2 of 16 met or waived: NO-GO
    $ pmo gonogo table | cut -f1,2,8 | head -n 6
    no	area	status
    1	testing	not_met
    2	testing	not_met
    3	testing	not_met
    4	testing	not_met
    5	data	met
    $ pmo handover progress --format table
    Area                Items  Open  In progress  Ready  Accepted  N/A  Overdue     Done
    support_docs            3     1            2      0         0    0        0    0.0 %
    knowledge_transfer      2     2            0      0         0    0        0    0.0 %
    service_desk            2     0            1      1         0    0        0    0.0 %
    monitoring              2     0            1      1         0    0        0    0.0 %
    backup_dr               2     1            0      0         1    0        0   50.0 %
    security                1     0            0      0         1    0        0  100.0 %
    access                  1     0            1      0         0    0        0    0.0 %
    contracts_licenses      1     0            0      1         0    0        0    0.0 %
    sla_ola                 1     1            0      0         0    0        0    0.0 %
    asset_cmdb              1     1            0      0         0    0        0    0.0 %
    known_errors            1     1            0      0         0    0        0    0.0 %
    hypercare               1     1            0      0         0    0        0    0.0 %
    Total                  18     8            5      3         2    0        0   11.1 %

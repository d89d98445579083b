# Handing over to operations

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
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
    $ pmo handover status=ready --format csv
    id,title,owner,receiver,due,status
    OPS-002,Contacts and on-call,PC,OPS,2026-12-04,ready
    OPS-008,Monitoring of servers and replica,INF,OPS,2026-12-11,ready
    OPS-014,Licenses and their renewal,PROC,OPS,2026-12-18,ready
    $ pmo handover accept OPS-1
    error: OPS-001 cannot accept: it needs signoff [move-refused]
    [3]
    $ pmo document DOC-11 | head -n 3
    DOC-011  Operations manual
             draft
    $ pmo lesson list --all --count
    6

# Somebody leaves

What they hold is listed, over all projects; with --to it goes to somebody else in one change.

    $ pmo demo d > /dev/null
    $ cd d; export PMO_PROJECT=cadup
    $ pmo person depart GIS --format table
    ID       Title                             As     Due     Goes to
    RSK-004  Address data quality              owner  Dec 11
    ACT-010  Reconcile addresses after mock 2  owner  Dec 11
    $ pmo person depart GIS --to PM --dry-run --format csv
    id,title,as,due,to
    RSK-004,Address data quality,owner,2026-12-11,PM
    ACT-010,Reconcile addresses after mock 2,owner,2026-12-11,PM
    $ pmo person depart GIS --to PM --format table
    ID       Title                             As     Due     Goes to
    RSK-004  Address data quality              owner  Dec 11  PM
    ACT-010  Reconcile addresses after mock 2  owner  Dec 11  PM
    $ pmo person depart GIS --format table
    None.
    $ pmo check 2>&1 | grep -c owner-left
    0
    [1]
    $ pmo undo > /dev/null; pmo check 2>&1 | grep -c owner-left
    2

Nobody stands in for themselves; other projects' records carry their project.

    $ pmo person depart INF --to NET --format csv | grep -E 'delegate|bwcst/RSK'
    NET,Noel Teague,delegate,,nobody
    bwcst/RSK-001,The old storage is full before go-live,owner,2026-11-25,NET
    $ pmo person list status=departed --format ids
    GIS
    INF
    $ grep -A3 -E '^NET:' people.yaml | head -n 4; grep -c 'delegate: NET' people.yaml
    NET:
      name: Noel Teague
      role: network engineer
      org: Information Technology
    1

    $ pmo person depart NET --to GIS
    pmo: GIS has left, too
    [2]
    $ pmo person depart NET --to NET
    pmo: NET cannot take over from themselves
    [2]
    $ pmo person depart NOBODY
    error: there is no person 'NOBODY' [id-missing]
    [3]

# Who has which part

    $ pmo raci matrix --format table
    ID        Work                              R does it   A answers  C is asked  I is told
    RACI-001  Configuration                     V1          PM         DSP FIR     OPS
    RACI-002  Acceptance of interfaces          V2          INF        SEC         PC
    RACI-003  Acceptance of the converted data  V1 PM       DSP                    OPS
    RACI-004  User acceptance                   QA          DSP        FIR V1      SPO
    RACI-005  Training                          TRN         DSP        OCM V1      PC
    RACI-006  Cutover                           INF V1 NET  PM         DSP         OPS SPO
    RACI-007  Handover to operations            WRT INF     OPS                    PC
    $ pmo raci matrix --format csv | head -n 2
    id,title,V1,PM,DSP,FIR,OPS,V2,INF,SEC,PC,QA,SPO,TRN,OCM,NET,WRT,fault
    RACI-001,Configuration,R,A,C,C,I,,,,,,,,,,,

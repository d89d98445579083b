# An inquiry, an audit, the figures

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo inquiry clock --format table
    ID       Title                                    Kind            From              Owner  Received    Age  Due         Left  Status
    INQ-005  Can our mobile app read unit positions?  vendor          Northside Towing  PM     2026-11-13    5  2026-11-20     0  in_progress
    INQ-006  Cost of the dispatch system to date      public_records  Fairmont Courier  PC     2026-11-18    2  2026-11-25     3  acknowledged
    $ pmo inquiry add "Who approved the 9,600?" kind=general from="Auditor" owner=PC
    INQ-007  Who approved the 9,600?   PC   due Tue Dec 1
    $ pmo trace CHG-2 | head -n 10
    CADUP  Computer-Aided Dispatch Upgrade
    CHG-002  Fire station alerting
    ==============================
    as of Fri Nov 20, 2026

    9,600.00 for fire station alerting: asked Oct 12, decided Oct 21 (DEC-004),
    steering MTG-003 Oct 21 carried 5-0, from contingency (TRF-001) to BL-001,
    contract CON-001 amendment 1, baseline 2, deliverable DLV-014 due Dec 18.
    Evidence: 4 files, hashes match. Missing: nothing.
    $ pmo inquiry answer INQ-7 answer="The steering committee on Oct 21, 5 to 0; see CHG-002."
    INQ-007  new > answered, acknowledged none > 2026-11-20, answer none > The steering committee on Oct 21, 5 to…, answered none > 2026-11-20
    $ pmo inquiry close INQ-7
    INQ-007  answered > closed
    $ pmo expiries 90d | cut -f 1-5
    id	what	title	owner	due
    VEN-003	insurance	Tri-County Technology Supply	V3	2026-12-31
    WVR-001	waiver	No session lock on dispatch consoles	SEC	2026-12-31
    PUR-006	offer ends	Independent security assessment	SEC	2027-01-31
    CON-002	contract	Interface integration, task order 7	PROC	2027-03-31
    $ pmo metric --format csv
    id,title,latest,target,unit,rating,next_due
    KPI-001,"Call to dispatch, 90th percentile",,60,seconds,no_data,2027-04-15
    KPI-002,Availability,,99.95,percent,no_data,2027-04-15
    KPI-003,Trained before go-live,0,100,percent,off,2026-11-29
    KPI-004,Conversion accuracy,99.6,99.5,percent,on_target,2026-12-13
    KPI-005,Tickets per 100 users and week,,5,tickets,no_data,2027-03-25
    KPI-006,Go-live against baseline,15,10,days,off,2026-12-20

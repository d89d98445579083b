# Inquiries, messages, changes, purchases, what ends

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo inquiry clock --format csv
    id,title,kind,from,owner,received,age,due,left,status
    INQ-005,Can our mobile app read unit positions?,vendor,Northside Towing,PM,2026-11-13,5,2026-11-20,0,in_progress
    INQ-006,Cost of the dispatch system to date,public_records,Fairmont Courier,PC,2026-11-18,2,2026-11-25,3,acknowledged
    $ pmo comms due | cut -f1,2,5-
    id	title	owner	due	late
    COM-001	Newsletter of public safety	OCM	2026-10-30	14
    COM-002	Status report	PC	2026-11-20	0
    $ pmo change pending --format csv
    id,title,cost,days,level,age,due,owner,status
    CHG-003,Test first without the state switch,0.00,'-3d,3,8,2026-11-25,PM,in_review
    CHG-005,Four more reports,7500.00,4d,2,4,2026-12-02,PM,submitted
    $ pmo purchase status | cut -f1,4,6,7,9,11,12,13,16
    id	estimate	quotes	needed	amount	received	invoiced	match	status
    PUR-001	100000.00	0	0	98500.00	100	98500.00	matches	paid
    PUR-002	45000.00	3	2	44100.00	100	45360.00	over_order	disputed
    PUR-003	45000.00	3	2	44400.00	0	0.00	no_invoice	ordered
    PUR-004	40000.00	2	2	38750.00	50	19375.00	matches	partially_received
    PUR-005	7500.00	1	1	7250.00	100	7250.00	matches	closed
    PUR-006	21500.00	1	2		0	0.00	no_invoice	quoting
    $ pmo expiries 90d | cut -f1,2,5,6
    id	what	due	days
    VEN-003	insurance	2026-12-31	-41
    WVR-001	waiver	2026-12-31	-41
    PUR-006	offer ends	2027-01-31	-72
    CON-002	contract	2027-03-31	-131
    $ pmo expiries soon
    pmo: 'soon' is no number of calendar days, such as 90d
    [2]

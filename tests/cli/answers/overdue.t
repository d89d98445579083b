# Everything that is late, with owner and days

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo overdue | cut -f1,2,4,5,6
    id	what	owner	due	days
    PUR-003	promised	FLT	2026-09-28	38
    DLV-011	delivery	V2	2026-10-05	33
    TSK-031	finish	V2	2026-10-05	33
    DLV-004	delivery	V1	2026-11-13	5
    ISS-006	due	NET	2026-11-13	5
    MS-005	milestone	PM	2026-11-13	5
    TSK-026	finish	V1	2026-10-28	16
    TSK-024	finish	V1	2026-11-09	8
    ACT-009	due	PROC	2026-11-13	5
    PMT-001	due	NET	2026-11-13	5
    TSK-027	finish	DSP	2026-11-13	5
    TSK-038	start	QA	2026-11-16	4
    ACT-011	due	DSP	2026-11-18	2
    RSK-008	review	SEC	2026-11-18	2
    MTG-005	minutes not sent	PC	2026-11-19	1
    TSK-014	finish	NET	2026-08-28	58
    TSK-015	finish	FLT	2026-09-28	38
    EXP-007	disputed	INF	2026-10-30	21
    TSK-037	finish	QA	2026-10-23	19
    COM-001	to go out	OCM	2026-10-30	14
    TSK-052	finish	PC	2026-11-10	7
    TSK-047	start	WRT	2026-11-16	4
    TSK-053	finish	PC	2026-11-18	2

What one person owes, what is due soon too:

    $ pmo overdue --by DSP --soon | cut -f1,2,5,6,7
    id	what	due	days	state
    TSK-027	finish	2026-11-13	5	late
    ACT-011	due	2026-11-18	2	late
    ISS-005	due	2026-11-24	-2	soon
    RSK-003	review	2026-11-24	-2	soon
    ACT-012	due	2026-11-24	-2	soon
    DLV-005	our review	2026-12-02	-6	soon
    $ pmo overdue --by nobody
    pmo: 'nobody' is nobody in people.yaml
    [3]
    $ pmo overdue --by SPO --format table
    None.

A due date on a day off is late on the first working day after it, and counts from there.

    $ pmo overdue --as-of 2026-11-29 --format csv | grep -c ACT-013
    0
    [1]
    $ pmo overdue --as-of 2026-11-30 | grep ACT-013 | cut -f1,5,6
    ACT-013	2026-11-25	1

Every format is the same table.

    $ pmo overdue --format json | head -n 16
    [
      {
        "id": "PUR-003",
        "what": "promised",
        "title": "20 rugged terminals",
        "owner": "FLT",
        "due": "2026-09-28",
        "days": 38,
        "state": "late",
        "note": "promised Sep 28, now Dec 11",
        "register": "purchase",
        "project": "cadup",
        "serious": 3,
        "calendar_days": false,
        "next": "pmo show PUR-3"
      },
    $ pmo overdue --format ids | head -n 3
    PUR-003
    DLV-011
    TSK-031

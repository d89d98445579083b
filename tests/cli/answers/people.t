# Who owes what

Mine, and what I wait for:

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo mine | cut -f1,2,5,6,7
    id	what	due	days	state
    MTG-005	minutes not sent	2026-11-19	1	late
    TSK-052	finish	2026-11-10	7	late
    TSK-053	finish	2026-11-18	2	late
    COM-002	to go out	2026-11-20	0	today
    MTG-007	agenda	2026-11-23	-1	soon
    $ pmo waiting | cut -f1,2,4,6,7
    id	what	owner	days	state
    PUR-003	promised	FLT	38	late
    DLV-011	delivery	V2	33	late
    TSK-031	finish	V2	33	late
    DLV-004	delivery	V1	5	late
    ISS-006	due	NET	5	late
    MS-005	milestone	PM	5	late
    TSK-026	finish	V1	16	late
    TSK-024	finish	V1	8	late
    ACT-009	due	PROC	5	late
    PMT-001	due	NET	5	late
    TSK-027	finish	DSP	5	late
    TSK-038	start	QA	4	late
    ACT-011	due	DSP	2	late
    RSK-008	review	SEC	2	late
    TSK-014	finish	NET	58	late
    TSK-015	finish	FLT	38	late
    EXP-007	disputed	INF	21	late
    TSK-037	finish	QA	19	late
    COM-001	to go out	OCM	14	late
    TSK-047	start	WRT	4	late
    DEC-005	decision	SPO	-3	soon
    DLV-012	our review	INF	-3	soon
    CHG-003	decision	SPO	-3	soon
    DOC-012	review	TRN	-3	soon
    DLV-005	our review	DSP	-6	soon
    CHG-005	decision	PM	-6	soon
    $ PMO_USER=SPO pmo mine | cut -f1,2,5,6,7
    id	what	due	days	state
    DEC-005	decision	2026-11-25	-3	soon
    CHG-003	decision	2026-11-25	-3	soon

By person, what is overdue, due within five days, later:

    $ pmo action people FLT --format md | cut -d'|' -f2-7
    **Who owes what**

     ID | What | Title | Owner | Due | Days 
    ---|---|---|---|---|--:
     **FLT, Fay Lindqvist: overdue** |  |  |  |  |  
     PUR-003 | promised | 20 rugged terminals | FLT | 2026-09-28 | 38 d 
     TSK-015 | finish | Mobile terminals delivered and mounted | FLT | 2026-09-28 | 38 d 
     **FLT, Fay Lindqvist: due within 5 d** |  |  |  |  |  
     CHK-013 | check-in | Fleet, week ending Nov 20 | FLT | 2026-11-23 | 1 d 
     RSK-002 | review | Terminals late at the reseller | FLT | 2026-11-30 | 4 d 
     **FLT, Fay Lindqvist: later** |  |  |  |  |  
     ISS-009 | due | Wrong terminal mounts shipped | FLT | 2026-12-04 | 8 d 
     NED-002 | needed | Mounts for 20 vehicles | FLT | 2026-12-18 | 18 d 
     OCM-003 | readiness | Officers answer on the terminal | FLT | 2027-01-15 | 34 d 
    $ pmo action people DSP | cut -f1,6,7
    id	days	state
    TSK-027	5	late
    ACT-011	2	late
    ISS-005	-2	soon
    RSK-003	-2	soon
    ACT-012	-2	soon
    DLV-005	-6	soon
    ASM-005	-13	later
    NED-008	-41	later
    CMP-007	-43	later
    TSK-041	-45	later
    TP-002	-45	later
    MS-006	-55	later
    TSK-054	-70	later
    KPI-001	-96	later

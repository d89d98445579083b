# Issues: ages, overdue, and which go up a level

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo issue --all --columns id,priority,raised,age,due,escalation_level,status --sort id
    id	priority	raised	age	due	escalation_level	status
    ISS-001	P2	2026-09-04	3	2026-09-10	0	closed
    ISS-002	P4	2026-08-12	5	2026-08-26	0	closed
    ISS-003	P1	2026-10-12	28	2026-12-08	3	escalated
    ISS-004	P3	2026-10-19	14	2026-11-02	1	closed
    ISS-005	P2	2026-11-12	6	2026-11-24	1	in_progress
    ISS-006	P3	2026-09-21	43	2026-11-13	1	in_progress
    ISS-007	P3	2026-10-26	18	2026-11-30	1	waiting
    ISS-008	P2	2026-11-09	8	2026-11-23	1	in_progress
    ISS-009	P4	2026-11-05	10	2026-12-04	1	in_progress
    ISS-010	P4	2026-11-02	13	2026-12-01	1	assessed
    $ pmo issue --count
    7
    $ pmo issue overdue --format ids
    ISS-006

Only ISS-006: all others have a date to come, which stops their clock.

    $ pmo issue escalations --format csv
    id,title,owner,from,to,person,reason
    ISS-006,Fiber permit held by the right-of-way office,NET,1,2,SPO,"5 d past due; 43 d old, and P3 goes to level 2 after 10 d"
    $ pmo issue escalations --as-of 2026-09-25 --format table
    None.

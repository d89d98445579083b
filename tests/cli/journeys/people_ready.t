# Training, messages, readiness

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo training coverage --format table
    Audience                        Sessions  Seats  Enrolled  Trained  Trained %
    supervisors and administrators         2     10         8        0      0.0 %
    dispatchers                            6     60        56        0      0.0 %
    Total                                  8     70        64        0      0.0 %
    $ pmo training | head -n 3
    id	start	title	trainer	seats_left	trained	status
    TRG-007	2027-01-14 08:00	Supervisor and administrator class 1 of 2	V1	1	0	planned
    TRG-008	2027-01-20 08:00	Supervisor and administrator class 2 of 2	V1	1	0	planned
    $ pmo comms due --format table
    ID       Title                        Audience                             Channel     Owner  Due         Days late
    COM-001  Newsletter of public safety  dispatchers, officers, firefighters  newsletter  OCM    2026-10-30         14
    COM-002  Status report                sponsor, steering committee          email       PC     2026-11-20          0
    $ pmo comms COM-1 | head -n 4
    COM-001  Newsletter of public safety
             active   ! overdue

    message      What the project did this month and what comes next
    $ pmo announcement | head -n 4
    id	title	kind	owner	publish_on	status
    ANN-001	A new dispatch system in March	announcement	OCM	2026-12-08	review
    ANN-003	Quick reference card, call-taking	quick_reference	WRT	2027-01-20	drafting
    ANN-004	Video: your first call on the new screen	video	WRT	2027-01-27	drafting
    $ pmo ocm --format csv
    id,title,group,readiness,owner,due,status
    OCM-001,Dispatchers learn a new call screen,dispatchers,2,TRN,2027-01-15,in_progress
    OCM-002,Supervisors approve by screen,supervisors,3,TRN,2027-01-15,planned
    OCM-003,Officers answer on the terminal,field police,3,FLT,2027-01-15,in_progress
    OCM-004,Stations are alerted by the system,fire and EMS,4,FIR,2027-01-15,in_progress

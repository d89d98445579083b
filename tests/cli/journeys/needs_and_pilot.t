# Needs, and people for the pilot

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo need late --format table
    ID       Title                       For      Owner  Needed by   Ready       Days late  Purchase  Status
    NED-003  Fiber to the recovery site  TSK-040  NET    2026-12-04  2026-12-10          4  PUR-004   sourced
    NED-002  Mounts for 20 vehicles      PIL-001  FLT    2026-12-18  2027-01-04          7  PUR-003   sourced
    $ pmo set PUR-3 expected=2027-01-15
    PUR-003  expected 2026-12-11 > 2027-01-15
    $ pmo pilot roster | grep -E 'declined|invited'
    PIL-001	HAYES	dispatcher	night	declined	false	false	false
    PIL-001	IYER	dispatcher	night	invited	false	false	false
    PIL-001	LOWE	supervisor	night	invited	false	false	false

One declined: a replacement is found for the night shift.

    $ pmo person add JONES "Robin Jones" role=dispatcher
    JONES  Robin Jones
    $ pmo set PIL-1 participants+='person=JONES role=dispatcher shift=night response=invited'
    PIL-001  participants + person=JONES response=invited role=dispatcher shift=night
    $ pmo pilot roster --format table | tail -n 1
    PIL-001: 13 asked, 9 confirmed
    $ pmo set PIL-1 participants.JONES.response=confirmed participants.JONES.supervisor_ok=yes
    PIL-001  participants … response=invited role=dispatcher shift=… > … response=confirmed role=dispatcher shif…
    $ pmo pilot roster --format table | tail -n 1
    PIL-001: 13 asked, 10 confirmed

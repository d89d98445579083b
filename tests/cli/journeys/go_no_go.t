# Go or no-go, and the night itself

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo gonogo table --format table | tail -n 1
    2 of 16 met or waived: NO-GO
    $ pmo gonogo decide GNG-1 decision=go
    error: GNG-001 cannot decide: 2 of 16 criteria are met or waived, and go needs all: mend or waive them, or decision=conditional_go with its conditions, or no_go [move-refused]
    [3]
    $ pmo set GNG-1 criteria.1.status=met
    GNG-001  criteria … status=not_met owner=QA > … status=met owner=QA
    $ pmo gonogo table --format table | tail -n 1
    3 of 16 met or waived: NO-GO
    $ pmo cutover CUT-1 | head -n 4
    CUT-001  Cutover to the new dispatch system
             draft

    owner        PM  Luis Ortega
    $ pmo cutover start CUT-1
    error: CUT-001 cannot start: first 'approve', and a normal change needs the approval of the change board: rfc.decision=approved [move-refused]
    [3]

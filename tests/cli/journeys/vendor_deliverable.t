# A deliverable of a vendor

It comes late, goes back with what is missing, comes again; nothing is invoiced before it is
accepted, and the vendor's record moves.

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo vendor scorecard --format csv | grep VEN-002 | cut -d , -f 1,3-9
    VEN-002,3,0,0.0,1,2,1,50.0
    $ pmo deliverable submit DLV-11
    DLV-011  in_progress > submitted, submitted none > 2026-11-20
    cadup/deliverables/DLV-011.yaml:1:1: warning: DLV-011 lacks reviewers [incomplete]
    $ pmo deliverable review DLV-11 reviewers=V2,INF
    DLV-011  submitted > in_review, reviewers + V2, + INF
    $ pmo deliverable reject DLV-11 --note "two gaps"
    error: DLV-011 cannot reject: it needs comments [move-refused]
    [3]
    $ pmo deliverable reject DLV-11 severity=major text="State switch is not certified" --note "two gaps"
    DLV-011  in_review > rejected, comments + severity=major text=State switch is not certified, decided none > 2026-11-20, resubmit_due none > 2026-12-08
    $ pmo set DLV-11 "comments+=severity=minor text='Second query takes nine seconds'"
    DLV-011  comments + severity=minor text=Second query takes nine seconds
    $ pmo deliverable DLV-11 | grep -E "^(comments|resubmit|next_due)" -A 1
    comments              1. severity=major text=State switch is not certified
                          2. severity=minor text=Second query takes nine seconds
    --
    resubmit_due          2026-12-08
    next_due            = 2026-12-08
    late                = 33
    $ pmo deliverable invoice DLV-11
    error: DLV-011 cannot invoice: it is rejected [move-refused]
    [3]
    $ export PMO_TODAY=2026-12-04
    $ pmo deliverable submit DLV-11
    DLV-011  rejected > submitted, resubmitted none > 2026-12-04
    $ pmo deliverable accept DLV-11
    error: DLV-011 cannot accept: only its acceptor INF accepts it, in writing: accepted_by=INF, and --evidence FILE keeps the letter [move-refused]
    [3]
    $ pmo deliverable accept DLV-11 acceptor=INF --by INF --note "both certified"
    DLV-011  submitted > accepted, accepted_by none > INF
    $ pmo deliverable invoice DLV-11
    DLV-011  accepted > invoiced
    $ pmo vendor scorecard --format csv | grep VEN-002 | cut -d , -f 1,3-9
    VEN-002,4,0,0.0,0,3,1,33.3

# A note becomes a record

    $ pmo demo d > /dev/null
    $ cd d; export PMO_PROJECT=cadup
    $ pmo note promote LOG-42 issue owner=PC
    ISS-011  Harborlight called, test slot may move   PC   due Tue Nov 24   from LOG-042
    $ pmo show LOG-42 | grep promoted
    promoted_to   ISS-011  Harborlight called, test slot may move
    $ pmo show ISS-11 | grep links
    links          LOG-042  Harborlight called, test slot may move (open)
    $ pmo issue promote ISS-7 change
    CHG-006  Four reports are not in the agreed scope   PM   due Mon Nov 30   from ISS-007
    $ pmo show ISS-7 | grep '^change'
    change             CHG-006  Four reports are not in the agreed scope
    $ pmo note promote LOG-40 person
    pmo: 'person' is no register that it could go to; such as issue, risk, action, decision, change, inquiry
    [2]
    $ pmo note promote LOG-99 issue
    error: there is no note 'LOG-99' [id-missing]
    [3]

# A mail becomes an inquiry, once

    $ cat > q.eml <<EOF
    > From: Jo Citizen <Jo@example.org>
    > To: pc@example.org
    > Subject: When do stations ring?
    > Message-ID: <a1@example.org>
    > 
    > When will station 4 have alerting?
    > 
    > > quoted before
    > EOF
    $ pmo inquiry add < q.eml
    INQ-007  When do stations ring?   due Tue Dec 1
    $ pmo inquiry add < q.eml
    INQ-007  came of this mail before
    $ pmo show INQ-7 | grep -E '^(from|channel|question|external)'
    from          Jo Citizen <jo@example.org>
    channel       mail
    question      When will station 4 have alerting?
    external      <a1@example.org>
    $ pmo inquiry add 'By phone' from='Chief Ames'
    INQ-008  By phone   due Tue Dec 1
    $ pmo inquiry add < /dev/null
    pmo: a title is wanted: pmo inquiry add "..."; or a mail: pmo inquiry add < FILE.eml
    [2]

# The week on a page

    $ pmo demo d > /dev/null; cd d; export PMO_PROJECT=cadup
    $ pmo digest
    [CADUP] Week of Nov 16: Y | go-live Mar 16, 2027 (+15 d) | 23 overdue

    CADUP, Fri Nov 20, 2026

    ATTENTION
      38 d late    PUR-003  FLT   20 rugged terminals: promised
      33 d late    DLV-011  V2    Records interface and state switch: delivery
      33 d late    TSK-031  V2    State message switch interface: finish
      5 d late     DLV-004  V1    Configured system: delivery
      5 d late     ISS-006  NET   Fiber permit held by the right-of-way office: d…
      5 d late     MS-005   PM    Build complete: milestone
      16 d late    TSK-026  V1    Reports and dashboards: finish
      8 d late     TSK-024  V1    Build configuration: finish
      5 d late     ACT-009  PROC  Credit memo for PUR-002: due
      5 d late     PMT-001  NET   Fiber along County Road 9: due
      5 d late     TSK-027  DSP   Configuration walk-through: finish
      4 d late     TSK-038  QA    System integration test, cycle 1: start
      2 d late     ACT-011  DSP   Backfill roster for six classes: due
      2 d late     RSK-008  SEC   Security assessment finds a critical flaw: revi…
      1 d late     MTG-005  PC    Project status: minutes not sent
      and 37 more

    CHANGED
      MS-005 Build complete: Nov 23 > Dec 8 (+9 d)
      MS-006 User acceptance signed: Feb 3, 2027 > Feb 16, 2027 (+9 d)
      MS-007 Go-live: Mar 3, 2027 > Mar 16, 2027 (+9 d)
      MS-008 Project closed: Apr 12, 2027 > Apr 23, 2027 (+9 d)

    NEXT TWO WEEKS
      Nov 30       TSK-024  V1    Build configuration: to be finished
      Nov 30       TSK-037  QA    Test cases written and traced: to be finished
      Dec 1        TSK-026  V1    Reports and dashboards: to be finished
      Dec 1        TSK-052  PC    Cutover plan and runbook: to be started
      Dec 3        TSK-027  DSP   Configuration walk-through: to be finished
      Dec 4        TSK-047  WRT   Job aids and help documents: to be started

    AWAY
      QA    Nov 16 to Nov 27, stands in: DSP

    ENDS SOON
      Dec 31       VEN-003  Tri-County Technology Supply: insurance
      Dec 31       WVR-001  No session lock on dispatch consoles: waiver
      Mar 31, 2027 CON-002  Interface integration, task order 7: ends 15 calendar…

    DATA
      warning: RSK-004 is open, its owner 'GIS' is departed
      warning: ACT-010 is open, its owner 'GIS' is departed
      warning: PMT-001 was needed by 2026-11-13, 5 d ago
    $ test $(pmo digest | wc -l) -le 60 && echo fits
    fits

One person is told of what is theirs.

    $ pmo digest V2
    [CADUP] Week of Nov 16 | 2 overdue

    CADUP, Fri Nov 20, 2026

    YOUR ATTENTION
      33 d late    DLV-011  V2    Records interface and state switch: delivery
      33 d late    TSK-031  V2    State message switch interface: finish
      Nov 24       DEF-006  V2    Position jumps after a tunnel: fix due
      Nov 30       DEF-001  V2    Location is dropped when a call is transferred:…

    CHANGED
      None.

    NEXT TWO WEEKS
      None.

    AWAY
      None.

    ENDS SOON
      None.
    $ pmo digest nobody
    pmo: 'nobody' is nobody in people.yaml
    [2]

What is confidential stays inside, even where it is their own; who is inside sees it.

    $ pmo set DLV-11 confidential=yes --note 'sealed' > /dev/null
    $ pmo digest V2 | grep -c DLV-011
    0
    [1]
    $ pmo digest PC > /dev/null; pmo digest | grep -c DLV-011
    1

Letters go to the outbox once a day.

    $ pmo digest --mail
    2 drafts in outbox/
    $ pmo digest --mail
    $ ls outbox
    2026-11-20-digest-cadup-project-pc.eml
    2026-11-20-digest-cadup-project-pm.eml
    $ pmo digest --mail --per-person --dry-run | tail -1
    16 drafts would be in outbox/
    $ pmo digest --mail --per-person
    16 drafts in outbox/
    $ pmo digest --mail --per-person
    $ ls outbox | wc -l
    18
    $ grep -h '^Subject\|^ ' outbox/2026-11-20-digest-cadup-v2.eml | head -2
    Subject: [CADUP] Week of Nov 16 | 1 overdue^M
      33 d late    TSK-031  V2    State message switch interface: finish^M
    $ pmo digest --send
    pmo: --send goes with --mail
    [2]

What was sent is not drafted again: the folder remembers.

    $ mkdir bin; printf '#!/bin/sh\ncat > /dev/null\n' > bin/sendmail; chmod +x bin/sendmail
    $ unset PMO_SENDMAIL
    $ PATH="$PWD/bin:$PATH" pmo digest --mail --send
    2 sent
    $ PATH="$PWD/bin:$PATH" pmo digest --mail --send
    $ ls outbox/sent
    2026-11-20-digest-cadup-project-pc.eml
    2026-11-20-digest-cadup-project-pm.eml

Nothing to tell, and quiet about it.

    $ pmo digest STA --quiet-if-empty

# Up the ladder

Exactly one step is due.

    $ pmo demo d > /dev/null
    $ cd d; export PMO_PROJECT=cadup
    $ pmo escalate --format table
    ID       Title                                         Owner  From  To  Whom  Why
    ISS-006  Fiber permit held by the right-of-way office  NET       1   2  SPO   5 d past due; 43 d old, and P3 goes to level 2 after 10 d
    $ pmo escalate --format csv
    id,title,owner,from,to,person,reason
    ISS-006,Fiber permit held by the right-of-way office,NET,1,2,SPO,"5 d past due; 43 d old, and P3 goes to level 2 after 10 d"

The memo: half a page.

    $ pmo escalate ISS-6
    CADUP  Computer-Aided Dispatch Upgrade
    Escalation: Fiber permit held by the right-of-way office
    ========================================================
    as of Fri Nov 20, 2026

    To       Marian Holt, the sponsor, level 2
    From     Pat Coordinator
    Matter   Fiber permit held by the right-of-way office (ISS-006)
    Why now  5 d past due; 43 d old, and P3 goes to level 2 after 10 d

    Facts
    -----
    - The office asks for a traffic plan that it did not name in its first answer.
    - Raised Sep 21, 43 working days ago.
    - Due Nov 13, 5 working days ago.
    - It was promised for Oct 9, then Oct 30.

    What was tried
    --------------
    - Oct 14: Traffic count for the fiber route.
    - Sep 28: asked the project manager (ESC-002). Date of October 30 from the
      office; the owner watches it.
    - Nov 12, NET: two reviewers for the whole county, ours is back on the 16th.
    - Nov 17, PC: no answer to the mail of the 16th.

    If nothing happens
    ------------------
    - It holds up "Fiber link and switches", now expected Dec 10; after Mar 9, 2027
      (58 working days more) go-live moves.

    Options
    -------
    1. Call Public Works about the permit (ACT-005). We recommend this.
    2. Leave it with Noel Teague: nothing is asked of you, and it goes on as it has.

    > What we ask of you (text)
      Call Public Works about the permit (ACT-005).

      Please answer by Wed Nov 25. Without an answer it goes to the steering
      committee (Marian Holt), level 3.

Sending records the step; the clock of the answer runs, and nothing is due until it ends.

    $ pmo escalate ISS-6 --send --dry-run
    ISS-006  Marian Holt, level 2
             would be drafted: outbox/2026-11-20-escalate-iss-006-2.eml
    ESC-011  its clock runs; the answer:
             pmo escalation resolve ESC-011 response=… agreed=DATE
    $ pmo escalate ISS-6 --send
    ISS-006  Marian Holt, level 2: draft in outbox/2026-11-20-escalate-iss-006-2.eml
    ESC-011  its clock runs; the answer:
             pmo escalation resolve ESC-011 response=… agreed=DATE
    No sendmail here: the draft is left in outbox/; open it in your mail program.
    $ pmo escalate ISS-6 --send
    pmo: ISS-006: ESC-011 asks SPO for an answer by Wed Nov 25, but its memo still lies in outbox/2026-11-20-escalate-iss-006-2.eml; pmo outbox --send sends it, unless your mail program did
    [3]

Whoever was asked has time to answer; as long as the memo lies here nobody was.

    $ mv outbox/2026-11-20-escalate-iss-006-2.eml kept
    $ pmo escalate ISS-6 --send
    pmo: ISS-006: SPO was asked with ESC-011 and has until Wed Nov 25 to answer; the next level follows after that, or add --again
    [3]
    $ mv kept outbox/2026-11-20-escalate-iss-006-2.eml
    $ pmo escalate ISS-6 --send --again --dry-run
    ISS-006  Marian Holt, level 3
             would be drafted: outbox/2026-11-20-escalate-iss-006-3.eml
    ESC-012  its clock runs; the answer:
             pmo escalation resolve ESC-012 response=… agreed=DATE
    $ grep -E '^(To|Subject)' outbox/*.eml
    To: Marian Holt <marian.holt@fairmont.example>^M
    Subject: Your help is needed: Fiber permit held by the right-of-way office^M
    To       Marian Holt, the sponsor, level 2^M
    $ pmo show ISS-6 | grep -E 'level|escalated'
             escalated since Nov 20 (0 d)   ! overdue
    escalation_level   2
    escalated_on       2026-11-20
    next_level       = 3
                       2026-11-20 in_progress>escalated PC
                       2026-11-20 escalation_level 1>2 PC
    $ pmo escalate --format table
    None.
    $ pmo --as-of 2026-11-25 escalate --format table
    ID       Title                                         Owner  From  To  Whom  Why
    ISS-008  Test author on leave, cases 85 % written      QA        1   2  SPO   2 d past due; 11 d old, and P2 goes to level 2 after 3 d
    ISS-005  Supervisors unavailable for the walk-through  DSP       1   2  SPO   1 d past due; 9 d old, and P2 goes to level 2 after 3 d

Silence shows on the day after.

    $ pmo --as-of 2026-11-30 escalate --format csv
    id,title,owner,from,to,person,reason
    ISS-008,"Test author on leave, cases 85 % written",QA,1,2,SPO,"3 d past due; 12 d old, and P2 goes to level 2 after 3 d"
    ISS-005,Supervisors unavailable for the walk-through,DSP,1,2,SPO,"2 d past due; 10 d old, and P2 goes to level 2 after 3 d"
    ISS-006,Fiber permit held by the right-of-way office,NET,2,3,SPO,"9 d past due; no answer to ESC-011 in time; the same person, now for the steering committee"

The answer: an agreed date stops the clock.

    $ pmo escalation resolve ESC-11 response='The director signs on the 4th' agreed=2026-12-04
    ESC-011  sent > resolved, response none > The director signs on the 4th, responded none > 2026-11-20, agreed none > 2026-12-04
    ISS-006  due 2026-11-13 > 2026-12-04
    $ pmo --as-of 2026-11-30 escalate --format table
    ID       Title                                         Owner  From  To  Whom  Why
    ISS-008  Test author on leave, cases 85 % written      QA        1   2  SPO   3 d past due; 12 d old, and P2 goes to level 2 after 3 d
    ISS-005  Supervisors unavailable for the walk-through  DSP       1   2  SPO   2 d past due; 10 d old, and P2 goes to level 2 after 3 d
    $ pmo --as-of 2026-12-07 escalate --format csv | wc -l
    5

Without a date the clock runs on, and that is said.

    $ pmo undo > /dev/null
    $ pmo escalation resolve ESC-11 response='He looks into it' | tail -n 1
             no date was agreed on, and the clock of ISS-006 runs on: pmo set ISS-6 due=…
    $ pmo undo > /dev/null; pmo undo > /dev/null

A draft records nothing. What is asked can be said better.

    $ pmo escalate --due --draft --ask 'Call the director.'
    ISS-006  Marian Holt, level 2: draft in outbox/2026-11-20-escalate-iss-006-2.eml
    $ pmo escalation list --format ids | wc -l
    0
    $ grep -c 'Call the director' outbox/*.eml
    2

Others than issues go up, too. Where nothing says what is asked, a person must.

    $ pmo escalate PUR-3 --send
    pmo: PUR-003: nothing says what is asked; add --ask "…"
    [2]
    $ pmo escalate ACT-9 | sed -n '6,8p'
    To      Luis Ortega, the project manager, level 1
    From    Pat Coordinator
    Matter  Credit memo for PUR-002 (ACT-009)

    $ pmo escalate --send
    pmo: which one? its id, such as ISS-6, or --due for all
    [2]
    $ pmo escalate ISS-6 --due
    pmo: either ids or --due, not both
    [2]

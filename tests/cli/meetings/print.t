# Minutes as a report, in a mail, approved

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ pmo minutes MTG-3 --print
    CADUP  Computer-Aided Dispatch Upgrade
    Minutes: Steering committee, October
    ====================================
    as of Fri Nov 20, 2026 · prepared by Pat Coordinator

    Status    approved as corrected Oct 28, 2026
    When      Wed Oct 21, 2026, 10:00 to 11:00 (America/Chicago)
    Where     Room 210
    Kind      steering
    Chair     Marian Holt
    Recorder  Pat Coordinator
    Purpose   Decide on station alerting.

    Attendance
    ----------
    Present        Marian Holt, Dana Spencer, Fiona Reyes, Sam Whitfield, Luis
                   Ortega
    Absent         Cora Ibarra
    Prior minutes  approved
    Quorum         met: 5 present, 4 needed

    Key takeaways
    -------------
    - Station alerting is in, paid from contingency.
    - The state is asked in writing for the next slot.
    - A notice goes out whenever go-live moves.

    Items
    -----

    1. Status
    Go-live is Mar 3 now; the sponsor asks for a written notice at each move.

    2. CHG-002, station alerting
    Approved.

    3. State certification
    The CIO writes to the bureau (ESC-001).

    4. Money and risks
    86,400.00 of contingency are left.

    Motions
    -------
    - Approve CHG-002 for 9,600.00 from contingency. Moved by Fiona Reyes. Carried:
      5 for, 0 against, 0 abstained (CHG-002).

    Decisions
    ---------
    ID       Decision                     Decided by
    DEC-004  Approved, from contingency.  Marian Holt

    Actions
    -------
    None.

    Issues and risks raised
    -----------------------
    ID       Issue or risk                                 Owner        Status
    ISS-003  State switch certification moved to December  Victor Lang  escalated

    Corrections
    -----------
    - The CIO was absent and not excused.

    Close
    -----
    Adjourned     Wed Oct 21, 2026, 11:00
    Next meeting  Wed Nov 25, 2026, 10:00
    Goes to       Marian Holt, Cora Ibarra, Dana Spencer, Fiona Reyes, Sam
                  Whitfield, Luis Ortega

    --
    MTG-003.
    $ pmo minutes MTG-2 --print --format md | sed -n '/Feedback/,/Close/p'
    ## Feedback

    - Dana Spencer: F-keys as today **- accepted**
    - Dana Spencer: larger type on the night screen **- accepted**
    - Fiona Reyes: nearest unit by drive time **- later**
    - Fiona Reyes: the station rings by itself **- change CHG-002**
    - Wren Tate: sound when a call waits over ten seconds **- rejected**
    - Dana Spencer: unit history and three more reports **- issue ISS-007**

    ## Close
    $ pmo minutes MTG-5 --print -o m.html; grep -c '<h2' m.html
    pmo: wrote m.html
    7
    $ pmo minutes MTG-5 --print --format json | grep -c '"minutes"'
    1

Sending makes a draft and moves the meeting; once more does nothing:

    $ pmo minutes MTG-5 --send --dry-run
    MTG-005  minutes for 9 people
             would be drafted: outbox/2026-11-20-minutes-cadup-mtg-005.eml
    $ pmo minutes MTG-5 --send
    MTG-005  minutes for 9 people
             draft in outbox/2026-11-20-minutes-cadup-mtg-005.eml
    No sendmail here: the draft is left in outbox/; open it in your mail program.
    $ pmo minutes MTG-5 --send
    MTG-005  minutes for 9 people
             draft in outbox/2026-11-20-minutes-cadup-mtg-005.eml
    No sendmail here: the draft is left in outbox/; open it in your mail program.
    $ sed -n '/^Subject/,/^X-Unsent/p' outbox/*.eml
    Subject: Minutes: Project status, Tue Nov 17, 10:00 to 10:45^M
    Message-ID: <pmo.f70d3425d57d2797e18d975f@example.org>^M
    X-Unsent: 1^M
    $ pmo meeting approve MTG-5
    MTG-005  minutes_sent > minutes_approved, minutes_approved none > 2026-11-20
    $ pmo minutes MTG-5 --print | grep ^Status
    Status    approved Nov 20, 2026

Without a page nothing is due any more:

    $ pmo today | grep -c 'MTG-005'
    0
    [1]

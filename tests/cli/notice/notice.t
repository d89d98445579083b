# Telling the sponsor

Two paragraphs that a person can forward; ids below the dashes.

    $ pmo demo d > /dev/null
    $ cd d; export PMO_PROJECT=cadup
    $ pmo notice go-live
    Go-live moves from Feb 23 to Mar 16, 2027 (3 weeks, 15 working days).
    Why: the state message switch interface (Harborlight Integration) will be ready
    Dec 8 instead of Oct 5, and "System integration test, cycle 1" cannot start
    without it.
    Decision needed by Wed Nov 25 from the sponsor (DEC-005): test first without the
    state switch. Then go-live is Mar 11, at no cost.
    Without an answer, Mar 16 stands.
    --
    TSK-031 > MS-005 > TSK-038 > … > MS-007; since baseline 2 (Oct 21); report
    RPT-023 said Mar 3.

Without a milestone: one notice for each cause. All four late milestones have the same.

    $ pmo notice | head -n 1
    Go-live moves from Feb 23 to Mar 16, 2027 (3 weeks, 15 working days).

Since the last report. It named other dates.

    $ pmo notice M7 --since RPT-23 | head -n 1
    Go-live moves from Mar 3 to Mar 16, 2027 (9 working days).
    $ pmo notice M7 --since RPT-23 | tail -n 1
    TSK-031 > MS-005 > TSK-038 > … > MS-007; since report RPT-023 (Nov 13).
    $ pmo notice M7 --since BSL-1 | tail -n 2
    TSK-031 > MS-005 > TSK-038 > … > MS-007; since baseline 1 (Jul 10); report
    RPT-023 said Mar 3.

All of it: what moves, too, contracts, options, what is done meanwhile.

    $ pmo notice go-live --full
    CADUP  Computer-Aided Dispatch Upgrade
    Deviation notice: Go-live
    =========================
    as of Fri Nov 20, 2026

    Go-live moves from Feb 23 to Mar 16, 2027 (3 weeks, 15 working days).

    Planned       Feb 23, 2027
    Now expected  Mar 16, 2027
    Deviation     3 weeks (15 working days) later (8.3 %)
    Cause         State message switch interface (Harborlight Integration) will be
                  ready Dec 8 instead of Oct 5, and "System integration test, cycle
                  1" cannot start without it.

    What else moves with it
    -----------------------
    Milestone               Planned       Expected       Days  Id
    Build complete          Nov 13        Dec 8         +15 d  MS-005
    User acceptance signed  Jan 26, 2027  Feb 16, 2027  +15 d  MS-006
    Project closed          Apr 2, 2027   Apr 23, 2027  +15 d  MS-008

    The contract "Interface integration, task order 7" (CON-002) ends Mar 31, 15
    calendar days after it.

    Options
    -------
    Option                               Then          Against plan  Cost  Id
    test first without the state switch  Mar 11, 2027         +12 d  0.00  CHG-003
    leave it as it is                    Mar 16, 2027         +15 d  0.00

    Decision needed
    ---------------
    > Does integration test begin without the state message switch? (text)
      From               the sponsor
      By                 Wed Nov 25
      We recommend       begin without it
      Without an answer  Mar 16 stands, and moves with the state.

    What we do meanwhile
    --------------------
    Written request by the CIO (done); other interfaces first; CHG-003 for the order
    of tests.

    --
    TSK-031 > MS-005 > TSK-038 > … > MS-007; since baseline 2 (Oct 21); report
    RPT-023 said Mar 3.

Programs get the same as a tree; other formats by the file's ending.

    $ pmo notice go-live --format json | grep -c CHG-003
    2
    $ pmo notice go-live -o n.html && grep -c '<h1>' n.html
    pmo: wrote n.html
    1

When nobody proposes anything, it says what an earlier date would need, and asks for nothing.

    $ pmo change set CHG-3 what_if= > /dev/null
    $ pmo decision withdraw DEC-5 --note 'asked again next month' > /dev/null
    $ pmo notice go-live | sed -n '5,7p'
    Nobody has proposed how to be earlier. State message switch interface takes 9
    more days instead of 10, or another step takes a day less. At most 3 days can be
    won there; then Configuration walk-through (Dana Spencer) sets the date.
    $ pmo undo > /dev/null; pmo undo > /dev/null

A change request whose line is not understood is no option; the line is told.

    $ pmo change set CHG-3 what_if= 'what_if+=drop nonsense' > /dev/null
    $ pmo notice go-live 2>&1 > /dev/null
    error: 'drop nonsense': no task or milestone is called 'nonsense' [plan-change]
    [3]
    $ pmo undo > /dev/null

Sending: a draft, the text kept with its hash, noted as sent. Nothing is sent twice.

    $ pmo notice --send --dry-run
    MS-007  notice for Marian Holt, Luis Ortega
             would be drafted: outbox/2026-11-20-notice-ms-007.eml
    DOC-013 keeps the text, CML-007 says that it went out
    $ pmo notice --send
    MS-007  notice for Marian Holt, Luis Ortega
             draft in outbox/2026-11-20-notice-ms-007.eml
    DOC-013 keeps the text, CML-007 says that it went out
    No sendmail here: the draft is left in outbox/; open it in your mail program.
    $ grep -E '^(To|Cc|Subject|X-Unsent)' outbox/*.eml
    To: Marian Holt <marian.holt@fairmont.example>^M
    Cc: Luis Ortega <luis.ortega@fairmont.example>^M
    Subject: Go-live moves from Feb 23 to Mar 16, 2027 (3 weeks, 15 working days)^M
    X-Unsent: 1^M
    $ pmo notice --send
    MS-007  notice for Marian Holt, Luis Ortega
             draft in outbox/2026-11-20-notice-ms-007.eml
    No sendmail here: the draft is left in outbox/; open it in your mail program.
    $ pmo show CML-7 | grep -E 'doc|links'
    doc          DOC-013  Notice: Go-live moves to Mar 16, 2027
    links        TSK-031  State message switch interface
    $ pmo --as-of 2026-11-23 notice go-live | tail -n 1
    The first notice of this cause was CML-007 (Nov 20).
    $ pmo trace DOC-13 | grep Evidence:
    Evidence: 1 file, its hash matches. Missing: nothing.
    $ pmo undo > /dev/null; ls outbox
    ls: cannot access 'outbox': No such file or directory
    [2]

What it does not know.

    $ pmo notice M99
    error: there is no record 'M99' [id-missing]
    [3]
    $ pmo notice go-live --since RPT-99
    error: there is no report 'RPT-99' [id-missing]
    [3]
    $ pmo -p netref notice
    None.

Another project, where nobody has proposed anything.

    $ pmo -p bwcst notice
    Go-live moves from Jan 28 to Mar 9, 2027 (28 working days).
    Why: Storage delivered (Priya Rocco) will be ready Jan 11, 2027 instead of Nov
    24, and Installed and configured cannot start without it.
    Nobody has proposed how to be earlier. Storage delivered takes 29 more days
    instead of 30, or another step takes a day less. At most 15 days can be won
    there; then Rack and power at the recovery site (Ines Fowler) sets the date.
    --
    TSK-007 > TSK-010 > TSK-011 > … > MS-003; since baseline 1 (Jul 10); report
    RPT-015 said Feb 24.

What was written of the date once gives way to what is computed now.

    $ pmo -p cadup set 5.4 percent=40% remaining=14d > /dev/null
    $ pmo -p cadup notice --full | grep -A 1 '^  Without'
      Without an answer  Mar 22 stands. The record still says: Mar 16 stands, and
                         moves with the state.
    $ pmo -p cadup status 2> /dev/null | grep '^DEC-005: '
    DEC-005: as things stand now, Go-live is expected Mar 22, 2027.

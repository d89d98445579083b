# The week: written, overridden, sent, verified

needs: git

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ git init -q . && git add . && git commit -qm start
    $ pmo status -o week.html
    pmo: Overall Y (schedule 8.3 % late (+15 d), limit 5 %).  You still write: summary, scope comment, schedule comment, risk comment.  2 planned, not done.
    pmo: begin with: pmo status --draft
    pmo: wrote week.html
    $ pmo status --send
    pmo: before it is sent, you write: summary, scope comment, schedule comment, risk comment
    pmo: begin with: pmo status --draft
    [3]
    $ pmo status --draft
    RPT-024  Status report, week ending Nov 20
             write: pmo edit RPT-024
    $ EDITOR=cat pmo edit RPT-24 | sed -n '7,/^created:/p'
    summary:
    schedule_comment:
    cost_comment:
    scope_comment:
    risk_comment:
    rag:
      - area: scope
        computed: Y
      - area: schedule
        computed: Y
      - area: cost
        computed: G
      - area: risk
        computed: Y
    created: 2026-11-20
    $ pmo set RPT-24 summary='Go-live is Mar 16.' scope_comment='Two wait.' risk_comment='Backfill.' > /dev/null
    $ pmo status 2>&1 > /dev/null
    pmo: Overall Y (schedule 8.3 % late (+15 d), limit 5 %).  You still write: schedule comment.  2 planned, not done.
    pmo: write there: pmo edit RPT-024

Only the manager or the sponsor says another color, one step away, with a reason:

    $ pmo status --override schedule=G --note 'slot is confirmed'
    pmo: schedule stays Y: only the project manager or the sponsor may say another color
    [3]
    $ pmo status --override cost=R --by PM --note x
    pmo: cost stays G: a color moves by one step at a time
    [3]
    $ pmo status --override schedule=G --by PM
    pmo: schedule stays Y: it needs a reason: --note
    [3]
    $ pmo status --override schedule=G --by PM --note "the state's slot, confirmed"
    RPT-024  schedule reported G, computed Y, until this report
    $ pmo status 2> /dev/null | grep -A 3 '^Schedule '
    Schedule         Y     Y         G         up     OVERRIDE by Luis Ortega Nov
                                                      20: the state's slot,
                                                      confirmed. Computed: 8.3 %
                                                      late (+15 d), limit 5 %
    --
    Schedule and cost variance
                              -86,954.17, -4,740.00
    SPI                       0.90
    CPI                       0.99

What the last report planned is not forgotten:

    $ pmo status 2> /dev/null | sed -n '/^Planned, not/,/^Milestones/p'
    Planned, not done

    WBS  Title                          Owner         What    Day     ID
    6.2  Test cases written and traced  Quinn Abbott  finish  Nov 18  TSK-037
    4.9  Reports and dashboards         Vera Nolan    finish  Nov 20  TSK-026

    Milestones

Data must be committed, so that the report can be worked out again:

    $ pmo set RSK-3 impact=5
    RSK-003  impact 4 > 5
    $ pmo status --send
    pmo: before it is sent, you write: path to green of risk
    pmo: write there: pmo edit RPT-024
    pmo: or: pmo set RPT-024 rag.risk.path_to_green='…'
    [3]
    $ pmo set RPT-024 rag.risk.path_to_green='A second trainer from Dec 1.'
    RPT-024  rag risk Y > area=risk computed=Y path_to_green=A se…
    $ pmo status 2>&1 > /dev/null | grep -c green
    0
    [1]
    $ git checkout -q cadup/risks
    $ pmo status --send --to V2
    pmo: V2 is outside, and the report is for inside; pmo publish makes pages for others. Who is inside: their type in people.yaml, mail_domains in pmo.yaml
    [3]
    $ pmo status --send
    RPT-024  snapshot, report for SPO, PM: draft in outbox/cadup-rpt-024.eml
    No sendmail here: the draft is left in outbox/; open it in your mail program.
    $ grep -cE '^(To|Subject): ' outbox/cadup-rpt-024.eml
    2
    $ pmo status --send
    pmo: RPT-024 was sent and does not change any more; the next one follows in the next period
    [3]
    $ pmo report verify RPT-24 --format table | sed 's/commit [0-9a-f]*/commit C/; s/Rules [0-9a-f]*/Rules R/'
    RPT-024, from commit C: all 78 values are the same.
    Rules R: the same as today's.

What was told does not change any more; remarks are welcome:

    $ pmo set RPT-24 summary='All is well.'
    cadup/reports/RPT-024.yaml:1:1: error: RPT-024 is sent: its summary does not change any more [record-fixed]
    [3]
    $ pmo set RPT-24 notes+='the board asked about Mar 16'
    RPT-024  notes + 2026-11-20 PC: the board asked about Ma…

A figure that somebody changes in the file is found:

    $ sed -i 's/885741.67/885741.68/' cadup/reports/RPT-024.yaml
    $ pmo report verify RPT-24
    what	sent	now	verdict
    figure pv	885741.68	885741.67	data differ
    [1]
    $ sed -i 's/^rules: .*/rules: 000000000000/' cadup/reports/RPT-024.yaml
    $ pmo report verify RPT-24
    what	sent	now	verdict
    figure pv	885741.68	885741.67	rules differ
    [1]

Reports from before pmo name no commit:

    $ pmo report verify RPT-23
    pmo: RPT-023 names no commit; --commit REV says which data it was made of
    [3]

The mail holds what was said that day, and the next report compares with it:

    $ pmo --as-of 2026-11-27 status 2> /dev/null | grep -A 4 '^This report'
    This report and the three before
    As of   Report   Overall   SPI   CPI  Go-live
    Nov 6   RPT-022  Y                    Mar 3, 2027
    Nov 13  RPT-023  Y        0.92  0.99  Mar 3, 2027
    Nov 20  RPT-024  Y        0.90  0.99  Mar 16, 2027

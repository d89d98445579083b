# Colors: which rule fired, with its figure

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ health() { pmo status "$@" 2>/dev/null | sed -n '/^Health/,/^Key/p' | sed '$d' | sed '1,2d'; }
    $ health
    Area             Last  Computed  Reported  Trend  Why
    Scope            Y     Y         Y         same   waiting for the sponsor or the
                                                      board: CHG-003, CHG-005
    Schedule         Y     Y         Y         same   8.3 % late (+15 d), limit 5 %
    Cost             G     G         G         same   forecast +1.4 % against
                                                      budget, limit 5 %
    Risk and issues  Y     Y         Y         same   critical: RSK-003 (score 16,
                                                      above 15)
    Overall          Y     Y         Y         same   schedule 8.3 % late (+15 d),
                                                      limit 5 %

    - Scope, also: 6.3 % of the musts have no test or no delivery, limit 5 %
    - Schedule, also: +15 d late, the charter allows 10 d
    - Schedule, also: SPI 0.90, limit 0.95
    - Schedule, also: critical task 5.4 is 43 d late, limit 5 d
    - Risk and issues, also: 3 high risks, limit 3
    - Risk and issues, also: issue at level 2 or above: ISS-003

A project that is green, and one that is red:

    $ health -p netref
    Area             Last  Computed  Reported  Trend  Why
    Scope            G     G         G         same   no change is waiting
    Schedule         G     G         G         same   go-live +0 d
    Cost             G     G         G         same   forecast +0.0 % against
                                                      budget, limit 5 %
    Risk and issues  G     G         G         same   no critical risk
    Overall          G     G         G         same   all four are green
    $ health -p bwcst
    Area             Last  Computed  Reported  Trend  Why
    Scope            G     G         G         same   no change is waiting
    Schedule         R     R         R         same   20.0 % late (+28 d), limit 10
                                                      %
    Cost             Y     R         R         down   forecast 11.5 % over budget,
                                                      limit 10 %
    Risk and issues  Y     R         R         down   risk of 20 or more: RSK-001
                                                      (score 20)
    Overall          R     R         R         same   schedule 20.0 % late (+28 d),
                                                      limit 10 %

Limits are the organization's:

    $ sed -i 's/^thresholds:/thresholds:\n  rag.schedule_yellow: 9%\n  rag.schedule_red: 20%/' pmo.yaml
    $ health | grep '^Schedule '
    Schedule         Y     Y         Y         same   +15 d late, the charter allows

A value that is bad takes the color away, and the report says so at its top:

    $ sed -i 's/impact: 4$/impact: four/' cadup/risks/RSK-003.yaml
    $ pmo status 2>/dev/null | head -n 8
    CADUP  Computer-Aided Dispatch Upgrade
    Weekly status report
    ====================
    Nov 16 to Nov 20, 2026 · as of Fri Nov 20, 2026 · prepared by Pat Coordinator,
    project coordinator

    ! No color for risk: RSK-003 has a bad value: see pmo check.
    $ health | grep '^Risk'
    Risk and issues  Y     N         N                RSK-003 has a bad value: see

On hold, nothing is rated; before there is a baseline, the schedule is not:

    $ sed -i 's/^status: active/status: on_hold/' netref/project.yaml; health -p netref | head -n 4
    Area             Last  Computed  Reported  Trend  Why
    Scope            G     H         H                the project is on hold
    Schedule         G     H         H                the project is on hold
    Cost             G     H         H                the project is on hold
    $ sed -i 's/^status: .*/status: proposed/' bwcst/baselines/*.yaml; health -p bwcst | grep -E '^(Schedule|Overall)'
    Schedule         R     N         N                no approved baseline yet
    Overall          R     N         N                schedule no approved baseline

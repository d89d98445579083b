# A risk occurs

It becomes an issue in the same change: owner, effect and contingency go along, and the two name
each other.

    $ pmo demo d > /dev/null
    $ cd d; export PMO_PROJECT=cadup
    $ pmo risk occur RSK-2 --note 'reseller: ship 2027-01-08'
    RSK-002  active > occurred, occurred_on none > 2026-11-20, became none > ISS-011
    ISS-011  Terminals late at the reseller   FLT   due Tue Dec 1
    TSK-015  blocked_by + ISS-011, notes + 2026-11-20 PC: reseller: ship 2027-01-08
             Mobile terminals delivered and mounted: Jan 4, 2027 > Jan 19, 2027, with 35 d of float
             Go-live stays Mar 16, 2027
             to tell the next level: pmo escalate ISS-11
    $ pmo show ISS-11 | head -n 20
    ISS-011  Terminals late at the reseller
             assessed since Nov 20 (0 d)

    type           vendor
    owner          FLT  Fay Lindqvist
    due            2026-12-01
    description    Because the maker ships from one plant, terminals come in
                   January; so vehicles cannot join the pilot.
    raised_by      PC  Pat Coordinator
    raised         2026-11-20
    area           vendor
    impact         3
    urgency        1
    priority     = P2
    action_plan    Ten loan terminals go into the pilot; phase 1 ends with ten
                   vehicles in January.
    impact_days    10d
    impact_cost    4,000.00
    affects        TSK-015  Mobile terminals delivered and mounted
    from_risk      RSK-002  Terminals late at the reseller (occurred)
    $ pmo risk list status=occurred --format ids
    RSK-001
    RSK-002
    $ pmo check > /dev/null; echo $?
    0

One undo takes both back.

    $ pmo undo > /dev/null
    $ pmo show ISS-11
    error: there is no record 'ISS-11' [id-missing]
    [3]
    $ pmo show RSK-2 | sed -n 2p
             active since Jul 27 (82 d)

Actions of the response that are open go along.

    $ pmo risk occur RSK-5
    RSK-005  active > occurred, occurred_on none > 2026-11-20, became none > ISS-011
    ISS-011  Response time fails at peak load   INF   due Tue Dec 1
             still open, and with ISS-011 now: ACT-007
             to tell the next level: pmo escalate ISS-11
    $ pmo show ISS-11 | grep actions
    actions        ACT-007  Load test script with doubled volume
    $ pmo undo > /dev/null

Said with the move, an issue that is there already takes over. A dry run writes nothing.

    $ pmo risk occur RSK-2 became=ISS-9
    RSK-002  active > occurred, occurred_on none > 2026-11-20, became none > ISS-009
             ISS-009 took over
    $ pmo undo > /dev/null
    $ pmo risk occur RSK-2 --dry-run | grep -c '^+'
    28
    $ ls cadup/issues | wc -l
    10

A register of the workspace's own can say the same; an effect that there is not is told.

    $ cat > more.txt <<EOF
    >       occur: {from: applied, to: refused, effect: occur, help: it is lost}
    >       sing: {from: applied, to: granted, effect: sing, help: la la}
    > EOF
    $ sed -i '/moves:/r more.txt' pmo.yaml
    $ pmo permit sing PMT-1
    error: there is no effect 'sing' [effect-unknown]
    [3]
    $ pmo permit occur PMT-1
    PMT-001  applied > refused, links + ISS-011
    ISS-011  Fiber along County Road 9   NET
             to tell the next level: pmo escalate ISS-11
    cadup/issues/ISS-011.yaml:1:1: warning: ISS-011 lacks due, impact, urgency [incomplete]
    $ pmo show ISS-11 | grep -E 'owner|links'
    owner          NET  Noel Teague
    links          PMT-001  Fiber along County Road 9 (refused)
    $ pmo show PMT-1 | grep links
    links        ISS-011  Fiber along County Road 9

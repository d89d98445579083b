fixture: cadup

# Lists

A register's name alone lists what is open; the plural and the prefix are understood.

    $ cd cadup
    $ pmo risk --format table
    ID       Title                                                                         Score  Band      Owner  Review        Status
    RSK-003  Not enough dispatch backfill for training                                        16  critical  DSP    2026-11-24    active
    RSK-002  Terminals arrive late because the reseller changes its warehouse in the fall      9  medium    PROC   2026-11-18 !  analysed
    RSK-004  County shares its fiber ring at no cost                                           8  medium    NET                  analysed
    RSK-001  Radio console firmware is not certified in time                                      unrated   NET                  identified
    $ pmo risks --format ids
    RSK-003
    RSK-002
    RSK-004
    RSK-001
    $ pmo rsk --count
    4

Filters are words, and all of them must hold.

    $ pmo risk owner=NET --format ids
    RSK-004
    RSK-001
    $ pmo risk 'score>=9' --format ids
    RSK-003
    RSK-002
    $ pmo risk 'next_review<today' --format ids
    RSK-002
    $ pmo risk overdue --format ids
    RSK-002
    $ pmo risk status=active,closed --format ids
    RSK-003
    RSK-005
    $ pmo risk closed --format ids
    RSK-005
    $ pmo risk fiber --format ids
    RSK-004
    $ pmo risk probability= --format ids
    RSK-001
    $ pmo risk owner=NET 'score>1' --format ids
    RSK-004
    $ pmo action owner=me --format ids
    $ pmo action mine --format ids

Or an expression, or a saved filter, which may bring its order and columns.

    $ pmo risk --where 'score > 8 and not owner = DSP' --format ids
    RSK-002
    $ pmo risk @hot --format table
    ID       Score  Title                                      Owner
    RSK-003     16  Not enough dispatch backfill for training  DSP
    $ pmo risk --filter hot --format ids
    RSK-003
    $ pmo risk @cold
    pmo: there is no saved filter 'cold' in pmo.yaml or your configuration
    [2]
    $ pmo action @hot
    pmo: the filter 'hot' is for risk: pmo risk @hot
    [2]

Closed ones, order, columns, limit.

    $ pmo risk --all --sort id --columns id,status --format table
    ID         Status
    RSK-001    identified
    RSK-002 !  analysed
    RSK-003    active
    RSK-004    analysed
    RSK-005    closed
    $ pmo risk --closed --format ids
    RSK-005
    $ pmo risk --sort owner,-score --columns owner,score,id
    owner	score	id
    DSP	16	RSK-003
    NET	8	RSK-004
    NET		RSK-001
    PROC	9	RSK-002
    $ pmo risk --columns 'id,days(next_review, today)' --limit 2 --format table
    ID         days(next_review, today)
    RSK-003                          -2
    RSK-002 !                         2
    $ pmo risk --columns +tags+kind --limit 1 --format json
    [
      {
        "id": "RSK-003",
        "title": "Not enough dispatch backfill for training",
        "score": 16,
        "band": "critical",
        "owner": "DSP",
        "next_review": "2026-11-24",
        "status": "active",
        "tags": [
          "training",
          "staffing"
        ],
        "kind": null
      }
    ]

Groups, counts and sums.

    $ pmo risk --group owner --columns id,title --format table
    ID         Title
    DSP
    RSK-003    Not enough dispatch backfill for training

    NET
    RSK-004    County shares its fiber ring at no cost
    RSK-001    Radio console firmware is not certified in time

    PROC
    RSK-002 !  Terminals arrive late because the reseller changes its warehouse in the fall
    $ pmo risk --count
    4
    $ pmo risk --group owner --count --format table
    Owner  Count
    DSP        1
    NET        2
    PROC       1
    $ pmo risk --sum score,residual_score --format table
    Count  Score  Residual
        4     33         8
    $ pmo risk title~xyzzy --sum score,exposure_cost,exposure_days --format table
    Count  Score  Exposure cost  Exposure days
        0      0           0.00             0d
    $ pmo risk --sum title
    pmo: --sum: 'title' is no amount
    [2]

What makes no sense is told with the place.

    $ pmo risk 'scor>3'
    filter:1:1: error: 'scor' is no field [expr-name]
    [2]
    $ pmo risk --columns id,foo
    --columns:1:1: error: 'foo' is no field [expr-name]
    [2]
    $ pmo risk --where 'score >'
    --where:1:8: error: the expression ends, expected a value [expr-syntax]
    [2]
    $ pmo risk matrx
    pmo: risk has no verb 'matrx'; the nearest is 'matrix'
    [2]
    $ pmo risk clsoe RSK-3
    pmo: risk has no verb 'clsoe'; the nearest is 'close': pmo risk close RSK-3
    [2]

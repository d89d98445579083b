width: 80 terminal

# The budget on a terminal of 80 columns

Where the room is short amounts are rounded to whole dollars, and what is left out is told.

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup NO_COLOR=1
    $ pmo budget table
    Line                 Original    Current   Actual  Committed        EAC      VAC
    Baseline
    CAD software and…     520,000    529,600  260,000    269,600    529,600        0
    Interface integra…    165,000    165,000   74,250     90,750    165,000        0
    Hardware              187,000    187,000  143,860     44,400    188,260   -1,260
    Network and facil…     46,000     46,000   26,625     19,375     46,000        0
    County labor          118,000    118,000   86,900          0    126,500   -8,500
    Training and back…     42,000     42,000    1,500          0     46,000   -4,000
    Supplies, travel,…      6,000      6,000    1,480          0      6,000        0
    Security assessme…     20,000     20,000        0          0     21,500   -1,500
    Baseline            1,104,000  1,113,600  594,615    424,125  1,128,860  -15,260

    Reserves
    Contingency            96,000     86,400        0          0
    Reserves               96,000     86,400        0          0
    Authorized          1,200,000  1,200,000  594,615    424,125  1,128,860  -15,260
    hidden: ID, ETC (a wider terminal, or -o FILE)
    $ pmo set BL-7 etc=4520.50
    BL-007  etc 4,520.00 > 4,520.50
    $ pmo budget table category=travel,services
    ID      Line                Original  Current  Actual  Committed     EAC     VAC
    Baseline
    BL-007  Supplies, travel,…     6,000    6,000   1,480          0   6,001      -1
    BL-008  Security assessme…    20,000   20,000       0          0  21,500  -1,500
            Baseline              26,000   26,000   1,480          0  27,501  -1,501
            Authorized            26,000   26,000   1,480          0  27,501  -1,501
    hidden: ETC (a wider terminal, or -o FILE)
    rounded to whole dollars; the cents: -o FILE

Rounded, an amount may have one more comma.

    $ pmo set BL-7 etc=998519.50 > /dev/null
    $ pmo budget table category=travel
    Line                   Original  Current  Actual  Committed        EAC       VAC
    Baseline
    Supplies, travel, pr…     6,000    6,000   1,480          0  1,000,000  -994,000
    Baseline                  6,000    6,000   1,480          0  1,000,000  -994,000
    Authorized                6,000    6,000   1,480          0  1,000,000  -994,000
    hidden: ID, ETC (a wider terminal, or -o FILE)
    rounded to whole dollars; the cents: -o FILE
    $ pmo set BL-7 etc=4520.50 > /dev/null

An amount that is none stands there as it was written.

    $ sed -i 's/^  original: 6000.00/  original: six thousand/' cadup/budget.yaml
    $ pmo budget table category=travel
    ID      Line                    Original  Current  Actual  Committed    EAC  VAC
    Baseline
    BL-007  Supplies, travel,…  six thousand            1,480          0  6,001
            Baseline                                    1,480          0  6,001
            Authorized                                  1,480          0  6,001
    hidden: ETC (a wider terminal, or -o FILE)
    rounded to whole dollars; the cents: -o FILE
    $ sed -i 's/^  original: six thousand/  original: 6000.00/' cadup/budget.yaml

Each figure says from which records it is made.

    $ pmo budget table BL-3
    ID       Title                 Date        Status        Amount  Part
    Current
    BL-003   as granted                                  187,000.00  current
             Current                                     187,000.00

    Actual
    EXP-006  Servers and storage   2026-09-14  paid       98,500.00  actual
    EXP-007  Console workstations  2026-09-30  disputed   45,360.00  actual
             Actual                                      143,860.00

    Committed
    PUR-003  20 rugged terminals   2026-08-03  ordered    44,400.00  committed
             Committed                                    44,400.00

    To complete
             To complete                                       0.00
             At completion                               188,260.00
             Left over                                    -1,260.00
    $ pmo budget table BL-6
    ID       Title                            Date        Status     Amount  Part
    Current
    BL-006   as granted                                           42,000.00  current
             Current                                              42,000.00

    Actual
    EXP-016  Training workshop                2026-10-15  paid     1,500.00  actual
             Actual                                                1,500.00

    Committed
             Committed                                                 0.00

    To complete
    BL-006   six classes, 64 people;                              44,500.00  etc
             backfill priced 2026-08-20
             To complete                                          44,500.00
             At completion                                        46,000.00
             Left over                                            -4,000.00
    $ pmo budget table BL-77
    error: there is no budget 'BL-77' [id-missing]
    hint: nearest is BL-007
    [3]

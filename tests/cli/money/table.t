width: 80 terminal

# The budget on a terminal of 80 columns

Amounts are shown without cents where none has any and the room is short.

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup NO_COLOR=1
    $ pmo budget table
    ID      Line            Current   Actual  Committed      ETC        EAC      VAC
    Baseline
    BL-001  CAD softwar…    529,600  260,000    269,600        0    529,600        0
    BL-002  Interface i…    165,000   74,250     90,750        0    165,000        0
    BL-003  Hardware        187,000  143,860     44,400        0    188,260   -1,260
    BL-004  Network and…     46,000   26,625     19,375        0     46,000        0
    BL-005  County labor    118,000   86,900          0   39,600    126,500   -8,500
    BL-006  Training an…     42,000    1,500          0   44,500     46,000   -4,000
    BL-007  Supplies, t…      6,000    1,480          0    4,520      6,000        0
    BL-008  Security as…     20,000        0          0   21,500     21,500   -1,500
            Baseline      1,113,600  594,615    424,125  110,120  1,128,860  -15,260

    Reserves
    BL-009  Contingency      86,400        0          0        0
            Reserves         86,400        0          0        0
            Authorized    1,200,000  594,615    424,125  110,120  1,128,860  -15,260
    $ pmo set BL-7 etc=4520.50
    BL-007  etc 4,520.00 > 4,520.50
    $ pmo budget table category=travel,services
    ID      Line                  Current    Actual  Committed        EAC        VAC
    Baseline
    BL-007  Supplies, travel,…   6,000.00  1,480.00       0.00   6,000.50      -0.50
    BL-008  Security assessme…  20,000.00      0.00       0.00  21,500.00  -1,500.00
            Baseline            26,000.00  1,480.00       0.00  27,500.50  -1,500.50
            Authorized          26,000.00  1,480.00       0.00  27,500.50  -1,500.50

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

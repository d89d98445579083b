width: 80 terminal

# Lists on a narrow terminal

Columns that have no room are named in the last line; the state is not the first to go.
Titles take two lines.

    $ pmo demo d >d.txt && cd d && export NO_COLOR=1 PMO_PROJECT=cadup
    $ pmo purchase
    ID         Title                             Estimate  Promised    Owner
    PUR-002 !  Console workstations             45,000.00  2026-08-28  INF
    PUR-003 !  20 rugged terminals              45,000.00  2026-09-28  FLT
    PUR-004    Fiber and UPS work               40,000.00  2026-12-10  NET
    PUR-006    Independent security assessment  21,500.00              SEC
    4 open of 6; --all shows all
    hidden: Status (a wider terminal, or -c)

    $ pmo action
    ID       Title                     Owner  Due           Source   Redated  Status
    ACT-009  Credit memo for PUR-002   PROC   2026-11-13 !  PUR-002        2  open
    ACT-011  Backfill roster for six   DSP    2026-11-18 !  RSK-003        0  open
             classes
    ACT-014  Owner for the GIS         PM     2026-11-23    MTG-005        0  open
             actions
    ACT-012  Walk-through roster       DSP    2026-11-24    MTG-005        0  open
    ACT-013  Second quote for the      PC     2026-11-25    MTG-005        0  open
             assessment
    ACT-005  Call Public Works about   SPO    2026-12-02    ISS-006        0  open
             the permit
    ACT-007  Load test script with     INF    2026-12-11    RSK-005        0  open
             doubled volume
    ACT-010  Reconcile addresses       GIS    2026-12-11    RSK-004        0  open
             after mock 2
    8 open of 14; --all shows all

    $ pmo risk
    ID       Title                      Score  Band      Owner  Review        Status
    RSK-003  Not enough dispatch           16  critical  DSP    2026-11-24    active
             backfill for training
    RSK-005  Response time fails at        15  high      INF    2026-11-20    active
             peak load
    RSK-008  Security assessment finds     12  high      SEC    2026-11-18 !  active
             a critical flaw
    RSK-002  Terminals late at the         12  high      FLT    2026-11-30    active
             reseller
    RSK-009  Dispatchers resist the         9  medium    OCM    2026-12-04    active
             new workflow
    RSK-012  Regional grant pays for        9  medium    PC     2026-12-15    active
             terminals
    RSK-010  Fiber permit holds back        8  medium    NET    2026-12-01    active
             the recovery link
    RSK-004  Address data quality           8  medium    GIS    2026-12-11    watch
    RSK-006  Cutover meets a storm or       8  medium    PM     2026-12-18    watch
             a major event
    RSK-011  Contingency used up by         8  medium    PM     2026-12-18    watch
             changes
    RSK-007  Vendor lead engineer           6  medium    PM     2026-12-18    watch
             leaves
    11 open of 12; --all shows all

What was asked for is shown, however narrow it gets. Numbers and dates are never cut.

    $ pmo purchase -c id,title,owner,vendor,status,estimate,promised,needed_by
    ID       Title     Owner  Vendor   Status     Estimate  Promised    Needed by
    PUR-002  Console   INF    VEN-003  disputed  45,000.00  2026-08-28  2026-08-28 !
             worksta…
    PUR-003  20        FLT    VEN-003  ordered   45,000.00  2026-09-28  2026-09-28 !
             rugged…
    PUR-004  Fiber     NET    VEN-009  partial…  40,000.00  2026-12-10  2026-12-10
             and UPS…
    PUR-006  Independ  SEC             quoting   21,500.00              2027-01-11
             ent sec…
    4 open of 6; --all shows all

    $ pmo risk -c id,title,band,status,owner,next_review,response
    ID       Title            Band      Status  Owner  Review        Response
    RSK-003  Not enough       critical  active  DSP    2026-11-24    Price backfill
             dispatch backf…                                         now, ask the
                                                                     neighbor county
                                                                     for four
                                                                     dispatchers,
                                                                     hold six
                                                                     classes instead
                                                                     of five.
    RSK-005  Response time    high      active  INF    2026-11-20    Load test with
             fails at peak…                                          doubled call
                                                                     volume before
                                                                     user
                                                                     acceptance.
    RSK-008  Security         high      active  SEC    2026-11-18 !  Own scan before
             assessment fin…                                         the assessors
                                                                     come; fixes
                                                                     within five
                                                                     days are in the
                                                                     contract.
    RSK-002  Terminals late   high      active  FLT    2026-11-30    Loan of ten
             at the reseller                                         older terminals
                                                                     from fleet
                                                                     stock; weekly
                                                                     call with the
                                                                     reseller.
    RSK-009  Dispatchers      medium    active  OCM    2026-12-04    Champions on
             resist the new…                                         each shift;
                                                                     design choices
                                                                     are theirs.
    RSK-012  Regional grant   medium    active  PC     2026-12-15    Application by
             pays for termi…                                         December 15,
                                                                     with the fleet
                                                                     supervisor.
    RSK-010  Fiber permit     medium    active  NET    2026-12-01    Show the office
             holds back the…                                         what waits for
                                                                     it; go to the
                                                                     sponsor when
                                                                     two clocks have
                                                                     passed.
    RSK-004  Address data     medium    watch   GIS    2026-12-11    Survey both
             quality                                                 areas,
                                                                     reconcile after
                                                                     each mock
                                                                     conversion.
    RSK-006  Cutover meets a  medium    watch   PM     2026-12-18    Two reserve
             storm or a maj…                                         nights are
                                                                     booked, March
                                                                     23 and 30.
    RSK-011  Contingency      medium    watch   PM     2026-12-18    Each change
             used up by cha…                                         says what it
                                                                     costs before
                                                                     anybody
                                                                     decides.
    RSK-007  Vendor lead      medium    watch   PM     2026-12-18    The contract
             engineer leaves                                         names a second
                                                                     engineer; she
                                                                     joins each
                                                                     walk-through.
    11 open of 12; --all shows all

    $ pmo risk -c +response
    ID       Title                 Score  Owner  Review        Response
    RSK-003  Not enough dispatch      16  DSP    2026-11-24    Price backfill now,
             backfill for traini…                              ask the neighbor
                                                               county for four
                                                               dispatchers, hold six
                                                               classes instead of
                                                               five.
    RSK-005  Response time fails      15  INF    2026-11-20    Load test with
             at peak load                                      doubled call volume
                                                               before user
                                                               acceptance.
    RSK-008  Security assessment      12  SEC    2026-11-18 !  Own scan before the
             finds a critical fl…                              assessors come; fixes
                                                               within five days are
                                                               in the contract.
    RSK-002  Terminals late at        12  FLT    2026-11-30    Loan of ten older
             the reseller                                      terminals from fleet
                                                               stock; weekly call
                                                               with the reseller.
    RSK-009  Dispatchers resist        9  OCM    2026-12-04    Champions on each
             the new workflow                                  shift; design choices
                                                               are theirs.
    RSK-012  Regional grant pays       9  PC     2026-12-15    Application by
             for terminals                                     December 15, with the
                                                               fleet supervisor.
    RSK-010  Fiber permit holds        8  NET    2026-12-01    Show the office what
             back the recovery l…                              waits for it; go to
                                                               the sponsor when two
                                                               clocks have passed.
    RSK-004  Address data quality      8  GIS    2026-12-11    Survey both areas,
                                                               reconcile after each
                                                               mock conversion.
    RSK-006  Cutover meets a           8  PM     2026-12-18    Two reserve nights
             storm or a major ev…                              are booked, March 23
                                                               and 30.
    RSK-011  Contingency used up       8  PM     2026-12-18    Each change says what
             by changes                                        it costs before
                                                               anybody decides.
    RSK-007  Vendor lead engineer      6  PM     2026-12-18    The contract names a
             leaves                                            second engineer; she
                                                               joins each
                                                               walk-through.
    11 open of 12; --all shows all
    hidden: Band, Status (a wider terminal, or -o FILE)

    $ pmo risk -c id,title,score,band,status,owner,next_review,response,strategy,probability,impact,cause,event,effect,proximity,category
    ID       Title        Score  Band      Status  Owner  Review        Response
    RSK-003  Not enough      16  critical  active  DSP    2026-11-24    Price
             dispatch b…                                                backfill
                                                                        now, ask the
                                                                        neighbor
                                                                        county for
                                                                        four
                                                                        dispatchers,
                                                                        hold six
                                                                        classes
                                                                        instead of
                                                                        five.
    RSK-005  Response        15  high      active  INF    2026-11-20    Load test
             time fails…                                                with doubled
                                                                        call volume
                                                                        before user
                                                                        acceptance.
    RSK-008  Security        12  high      active  SEC    2026-11-18 !  Own scan
             assessment…                                                before the
                                                                        assessors
                                                                        come; fixes
                                                                        within five
                                                                        days are in
                                                                        the
                                                                        contract.
    RSK-002  Terminals       12  high      active  FLT    2026-11-30    Loan of ten
             late at th…                                                older
                                                                        terminals
                                                                        from fleet
                                                                        stock;
                                                                        weekly call
                                                                        with the
                                                                        reseller.
    RSK-009  Dispatchers      9  medium    active  OCM    2026-12-04    Champions on
             resist the…                                                each shift;
                                                                        design
                                                                        choices are
                                                                        theirs.
    RSK-012  Regional         9  medium    active  PC     2026-12-15    Application
             grant pays…                                                by December
                                                                        15, with the
                                                                        fleet
                                                                        supervisor.
    RSK-010  Fiber            8  medium    active  NET    2026-12-01    Show the
             permit hol…                                                office what
                                                                        waits for
                                                                        it; go to
                                                                        the sponsor
                                                                        when two
                                                                        clocks have
                                                                        passed.
    RSK-004  Address          8  medium    watch   GIS    2026-12-11    Survey both
             data quali…                                                areas,
                                                                        reconcile
                                                                        after each
                                                                        mock
                                                                        conversion.
    RSK-006  Cutover          8  medium    watch   PM     2026-12-18    Two reserve
             meets a st…                                                nights are
                                                                        booked,
                                                                        March 23 and
                                                                        30.
    RSK-011  Contingency      8  medium    watch   PM     2026-12-18    Each change
             used up by…                                                says what it
                                                                        costs before
                                                                        anybody
                                                                        decides.
    RSK-007  Vendor lead      6  medium    watch   PM     2026-12-18    The contract
             engineer l…                                                names a
                                                                        second
                                                                        engineer;
                                                                        she joins
                                                                        each
                                                                        walk-through
                                                                        .
    11 open of 12; --all shows all
    hidden: Strategy, Probability, Impact, Cause, Event, Effect, Proximity, Category
    (a wider terminal, or -o FILE)

What is overdue has its mark, also where the due date is no column.

    $ pmo purchase overdue -c id,title
    ID         Title
    PUR-002 !  Console workstations
    PUR-003 !  20 rugged terminals
    2 open of 6; --all shows all

    $ pmo purchase overdue -c id,title --format tsv
    id	title
    PUR-002	Console workstations
    PUR-003	20 rugged terminals

    $ pmo purchase overdue -c id,title --format table | cat
    ID         Title
    PUR-002 !  Console workstations
    PUR-003 !  20 rugged terminals

A filter that finds nothing says so, and what is no person is told.

    $ pmo issue owner=Dana
    ID  Title  Prio  Owner  Due  Level  Status
    no issue matches owner=Dana; 7 open
    warning: owner 'Dana' is no person; nearest is DSP [ref-missing]

    $ pmo issue quarrel
    ID  Title  Prio  Owner  Due  Level  Status
    no issue matches quarrel; 7 open

    $ pmo issue --where 'impact > 7'
    ID  Title  Prio  Owner  Due  Level  Status
    no issue matches impact > 7; 7 open


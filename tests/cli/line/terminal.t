fixture: cadup
width: 72 terminal

# On a terminal

A terminal gets tables that fit, and a last line that says what was left out. What is
overdue has a mark beside its date, not only a color.

    $ cd cadup
    $ pmo risk --color never
    ID       Title                      Score  Band      Owner  Review
    RSK-003  Not enough dispatch           16  critical  DSP    2026-11-24
             backfill for training
    RSK-002  Terminals arrive late          9  medium    PROC   2026-11-18 !
             because the reseller cha…
    RSK-004  County shares its fiber        8  medium    NET
             ring at no cost
    RSK-001  Radio console firmware is         unrated   NET
             not certified in time
    4 open of 5; --all shows all
    hidden: Status (a wider terminal, or -c)
    $ pmo action --color never
    ID       Title                      Owner  Due           Source  Redated
    ACT-009  Credit memo for the first  PROC   2026-11-13 !                0
             terminals
    ACT-004  Hire two call takers from  DSP    2026-12-01                  0
             the county pool
    2 open of 3; --all shows all
    hidden: Status (a wider terminal, or -c)
    $ pmo permit --color never
    ID  Title  Owner  Due  Status
    none; pmo permit add TITLE makes one

Messages break between words, and what follows is indented. In a pipe a message is one line.

    $ pmo set ACT-4 --note 'called again, and nobody answered'
    pmo: --note says why something changes; to keep a line: pmo set ACT-4
         notes+='called again, and nobody answered'
    [2]
    $ pmo set ACT-4 --note 'called again, and nobody answered' 2>&1 | cat
    pmo: --note says why something changes; to keep a line: pmo set ACT-4 notes+='called again, and nobody answered'
    $ pmo set RSK-3 next_review=2026-11-27 owner=FLT probability=9 impact=9
    argument:1:7: error: owner 'FLT' is no person [ref-missing]
        owner=FLT
              ^
    hint: nearest is NET
    [3]
    $ pmo set RSK-3 next_review=2026-11-27 probability=9 2>&1 | cat
    argument:1:13: error: probability: '9' is not a whole number (1..5) [value-type]

Faults come with the line, a caret and a hint.

    $ pmo set RSK-3 ownr=PC
    argument:1:1: error: risk has no field 'ownr' [field-unknown]
        ownr=PC
        ^
    hint: nearest is owner
    [2]
    $ pmo risk --where 'score > > 3'
    --where:1:9: error: found '>', expected a value [expr-syntax]
        score > > 3
                ^
    [2]

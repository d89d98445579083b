# A page of rough notes becomes records

    $ pmo demo d > /dev/null
    $ cd d; export PMO_TODAY=2026-11-20 PMO_USER=PC PMO_PROJECT=cadup
    $ cat > ../notes.md <<'END'
    > Present: PM, PC, Ines, NET, DSP (remote), Bob
    > absent: flt (excused)
    >
    > Late tasks
    > 4.7 is at 90 percent now.
    > ACTION DSP by fri: roster to PC
    > * **Action** Victor, Dec 4: new dates from Harborlight
    > 2. Actions
    > DECISION SPO: Saturday work is paid
    > Issue NET: right-of-way office closed until Dec 1
    > RISK: holiday staffing in December
    > FEEDBACK FIR: station bell is too loud
    > Motion PM: accept the new dates - carried 5-0
    > TAKEAWAY: dates hold
    > ACTION Bobb by fri: whatever $(touch ../hacked)
    > Action items from last week were read: none
    > Adjourned: 10:50
    > END

First what it would be; nothing is written. Without an id it is the last meeting without minutes:

    $ pmo minutes --dry-run < ../notes.md | head -3
    MTG-005  would make: 2 actions (ACT-015, ACT-016), 1 decision (DEC-007),
             1 issue (ISS-011), 1 risk (RSK-013), 1 feedback item, 1 takeaway,
             1 motion
    $ ls cadup/meetings/*.md 2>/dev/null
    [2]

Then in earnest. A line that is not understood holds up nothing:

    $ pmo minutes status < ../notes.md
    MTG-005  2 actions (ACT-015, ACT-016), 1 decision (DEC-007), 1 issue (ISS-011),
             1 risk (RSK-013), 1 feedback item, 1 takeaway, 1 motion
      ACT-015    roster to PC                                    DSP, due Fri Nov 20
      ACT-016    new dates from Harborlight                      V2, due Fri Dec 4
      DEC-007    Saturday work is paid                           SPO, due Tue Nov 17
      ISS-011    right-of-way office closed until Dec 1          NET
      RSK-013    holiday staffing in December
      feedback   station bell is too loud                        FIR
      motion     accept the new dates                            PM
      takeaway   dates hold
      attendance of 6
      adjourned 2026-11-17 10:50
      notes of 2 items
    line 1   "PM, PC, Ines, NET, DSP (remote), Bob"  nobody is called 'Bob'
    line 15  "whatever $(touch ../hacked)"  nobody is called 'Bobb'
    feedback wants an answer each: pmo meeting feedback
    2 lines not understood, kept as notes: correct them and say pmo minutes MTG-005 again
    $ cat cadup/meetings/MTG-005.md
    Present: PM, PC, Ines, NET, DSP (remote), Bob
    absent: flt (excused)

    Late tasks
    4.7 is at 90 percent now.
    ACTION DSP by fri: roster to PC [ACT-015]
    * **Action** Victor, Dec 4: new dates from Harborlight [ACT-016]
    2. Actions
    DECISION SPO: Saturday work is paid [DEC-007]
    Issue NET: right-of-way office closed until Dec 1 [ISS-011]
    RISK: holiday staffing in December [RSK-013]
    FEEDBACK FIR: station bell is too loud
    Motion PM: accept the new dates - carried 5-0
    TAKEAWAY: dates hold
    ACTION Bobb by fri: whatever $(touch ../hacked)
    Action items from last week were read: none
    Adjourned: 10:50

    ## From before

    ACTION DSP by 2026-11-24: Walk-through roster [ACT-012]
    ACTION PC by 2026-11-25: Second quote for the assessment [ACT-013]
    ACTION PM by 2026-11-23: Owner for the GIS actions [ACT-014]
    $ ls ..
    d
    notes.md
    $ pmo show ACT-15 | head -8
    ACT-015  roster to PC
             open since Nov 20 (0 d)

    owner        DSP  Dana Spencer
    due          2026-11-20
    source       MTG-005  Project status
    redated    = 0
    created      2026-11-20
    $ pmo show MTG-5 | sed -n '/^attendance/,/^prior/p;/^outcomes/,/^adjourned/p'
    attendance        1. PM
                      2. PC
                      3. INF
                      4. NET
                      5. DSP remote
                      6. FLT excused
    present         = 5
    outcomes          1. 1 4.7 is at 90 percent now.
    outcomes          1. 1 4.7 is at 90 percent now.
                      2. 2 ACTION Bobb by fri: whatever $(touch ../hacked) Action
                      2. 2 ACTION Bobb by fri: whatever $(touch ../hacked) Action
                         items from last week were read: none
                         items from last week were read: none
    motions           1. text=accept the new dates mover=PM result=carried for=5
    motions           1. text=accept the new dates mover=PM result=carried for=5
                         against=0
                         against=0
    takeaways         dates hold
    takeaways         dates hold
    feedback          1. text=station bell is too loud from=FIR
    feedback          1. text=station bell is too loud from=FIR
    decisions         DEC-007  Saturday work is paid (made)
    decisions         DEC-007  Saturday work is paid (made)
    actions           ACT-012  Walk-through roster
    actions           ACT-012  Walk-through roster
                      ACT-013  Second quote for the assessment
                      ACT-013  Second quote for the assessment
                      ACT-014  Owner for the GIS actions
                      ACT-014  Owner for the GIS actions
                      ACT-015  roster to PC
                      ACT-015  roster to PC
                      ACT-016  new dates from Harborlight
                      ACT-016  new dates from Harborlight
    raised            ISS-011  right-of-way office closed until Dec 1
    raised            ISS-011  right-of-way office closed until Dec 1
                      RSK-013  holiday staffing in December
                      RSK-013  holiday staffing in December
    adjourned         2026-11-17 10:50
    adjourned         2026-11-17 10:50
    agenda_sent       2026-11-13
    agenda_due      = 2026-11-13
    minutes_due     = 2026-11-19
    slot            = 45min
    planned_minutes = 45
    due             = 2026-11-19
    history           2026-11-20 held>minutes_draft PC

    next:    send-minutes
    file:    cadup/meetings/MTG-005.yaml

The page beside the record is no fault:

    $ pmo check 2>&1 | grep -c MTG-005.md
    0
    [1]

The same notes again make nothing; corrected ones change:

    $ pmo minutes MTG-5 < ../notes.md
    MTG-005  nothing changed
    line 1   "PM, PC, Ines, NET, DSP (remote), Bob"  nobody is called 'Bob'
    line 15  "whatever $(touch ../hacked)"  nobody is called 'Bobb'
    2 lines not understood, kept as notes: correct them and say pmo minutes MTG-005 again
    $ sed -e 's/roster to PC/the roster to PC/; s/too loud/far too loud/; s/Bobb/FLT/; s/, Bob$//' ../notes.md > ../better.md
    $ pmo minutes MTG-5 < ../better.md
    MTG-005  1 action (ACT-017)
      ACT-017    whatever $(touch ../hacked)                     FLT, due Fri Nov 20
      notes of 1 item
      ACT-015    title roster to PC > the roster to PC
      feedback   station bell is far too loud
                 was: station bell is too loud

What was changed in a record since stays, as long as the page says what it said:

    $ pmo set ACT-15 due=2026-12-11 --note 'DSP is away'
    ACT-015  due 2026-11-20 > 2026-12-11
    $ pmo minutes MTG-5 < ../better.md
    MTG-005  nothing changed
    $ pmo show ACT-15 | grep '^due'
    due          2026-12-11

In the editor the page has the ids. A line that is taken away leaves its record:

    $ EDITOR="sed -i -e 's/holiday staffing in/staffing over the holidays in/' -e '/Saturday/d'" pmo minutes MTG-5
    MTG-005  changed
      RSK-013    title holiday staffing in December > staffing over the holidays in December
    DEC-007 is no longer on the page; the record stays
    $ EDITOR=true pmo minutes MTG-5
    MTG-005  nothing was typed, nothing is changed

Each time is one change, which undo takes back:

    $ pmo undo > /dev/null; pmo undo > /dev/null; pmo undo > /dev/null; pmo undo > /dev/null
    $ ls cadup/meetings/*.md 2>/dev/null; pmo show MTG-5 | sed -n 2p
             held   ! overdue

The editor opens a page with agenda and people filled in:

    $ EDITOR=cat pmo minutes MTG-5
    # MTG-005 Project status, Tue Nov 17

    <!--
    Lines that begin like these become records; everything else stays a note of its item:
    ACTION DSP by fri: what     DECISION: what     ISSUE: what     RISK: what
    FEEDBACK FIR: what     TAKEAWAY: what     MOTION PM: what - carried 5-0
    An id that stands at the end, [ACT-015], belongs to the line: correct the words, keep the id.
    -->

    Present: PM, PC, INF, NET, DSP, DSP for QA, V1 (remote), V2 (remote)
    Absent: FLT
    Excused:
    Prior minutes:

    ## 1 Late tasks (30 min, PM)

    4.7 stands at 90 percent, 4.9 at 60; the rest waits for the state.

    ## 2 Actions (15 min, PC)

    Three new ones.

    ## Agreed

    ACTION DSP by 2026-11-24: Walk-through roster [ACT-012]
    ACTION PC by 2026-11-25: Second quote for the assessment [ACT-013]
    ACTION PM by 2026-11-23: Owner for the GIS actions [ACT-014]

    ## Takeaways


    Adjourned: 2026-11-17 10:45
    Next meeting:
    MTG-005  nothing was typed, nothing is changed

A decision below the item that it belongs to decides it:

    $ printf '## 2\nDecision: test first, without the switch\n' | PMO_TODAY=2026-11-25 pmo minutes MTG-7
    MTG-007  changed
      DEC-005    test first, without the switch                  decided
    $ PMO_TODAY=2026-11-25 pmo show DEC-5 | sed -n '1,2p;/^decision/p;/^made_in/p'
    DEC-005  Approve CHG-003, test first without the state switch
             made since Nov 25 (0 d)
    decision         test first, without the switch
    made_in          MTG-007  Steering committee, November

What is no meeting:

    $ pmo minutes nonsense < ../notes.md
    pmo: 'nonsense' is no meeting, no kind and no series of any; `pmo meeting` lists them
    [2]
    $ pmo minutes kickoff < ../notes.md
    pmo: no kickoff meeting waits for its minutes
    [3]
    $ head -c 1100000 /dev/zero | tr '\0' 'x' | pmo minutes MTG-5
    pmo: these notes are longer than 1 MiB; nothing was read
    [3]

Days and names as people type them; what an action lacks is said again until it has it.

    $ cat > ../loose.md <<'END'
    > written in a hurry
    > ACTION DSP by next thursday: roster of trainers
    > ACTION QA, mon - order the test phones
    > ACTION: somebody calls the county
    > next meeting Dec 1 10:00
    > END
    $ pmo minutes MTG-6 --on 2026-11-20 < ../loose.md
    pmo: --on: MTG-006 is on Tue Dec 1; held on another day? pmo set MTG-6 start=…, then its minutes
    [2]
    $ pmo minutes MTG-6 < ../loose.md
    MTG-006  3 actions (ACT-015 … ACT-017)
      ACT-015    roster of trainers                              DSP, due Thu Dec 10
      ACT-016    order the test phones                           QA, due Mon Dec 7
      ACT-017    somebody calls the county
      next meeting 2026-12-01 10:00
    line 4   "somebody calls the county"  nobody owns it and it has no date
    1 line of notes under no agenda item: kept on the page alone
    pmo: MTG-006 has not been yet (Tue Dec 1), and days in its notes count from there; held before? pmo set MTG-6 start=…, then its minutes
    $ pmo minutes MTG-6 < ../loose.md
    MTG-006  nothing changed
    line 4   "somebody calls the county"  nobody owns it and it has no date
    1 line of notes under no agenda item: kept on the page alone
    pmo: MTG-006 has not been yet (Tue Dec 1), and days in its notes count from there; held before? pmo set MTG-6 start=…, then its minutes

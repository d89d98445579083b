# The plan as a sheet

    $ pmo demo d >out; cd d; export PMO_PROJECT=cadup

A branch by its code.

    $ pmo plan 5 | head -4
    code | title                                    | duration | after   | owner | done | id
    5.1  | Interface design specification           | 15d      | 2.3 4.2 | V2    | done | TSK-028
    5.2  | E911 ANI/ALI interface                   | 25d      | 5.1     | V2    | done | TSK-029
    5.3  | Records system interface                 | 20d      | 5.1     | V2    | done | TSK-030

A sheet that nobody changed changes nothing.

    $ pmo plan >sheet.txt; cp cadup/plan.yaml before.yaml
    $ pmo plan import sheet.txt
    nothing changed
    $ pmo plan <sheet.txt
    nothing changed
    $ cmp before.yaml cadup/plan.yaml

In the editor: a task is renamed and made shorter, one is added between two, one is taken away.

    $ cat >edit.sh <<'END'
    > sed -i -e '/^5.4 /s/State message switch interface/State switch/' -e '/^5.4 /s/30d/25d/' \
    >     -e '/^5.4 /i 5.35 | Early interface test | 3 days | 5.1, 5.2 SS+2d | V2' -e '/^7.2 /d' "$1"
    > END
    $ TMPDIR=$HOME EDITOR='sh edit.sh' pmo plan edit 2>&1 | sed 's,pmo-......,KEPT,'
    pmo: 1 line was taken away; add --yes to cancel it
    pmo: what you typed is kept; go on with: pmo plan edit --retry $HOME/KEPT/plan.yaml
    $ TMPDIR=$HOME EDITOR='sh edit.sh' pmo plan edit --yes
    + TSK-064  Early interface test
    ~ TSK-031  title State message switch interface > State switch, duration 30d > 25d
    - TSK-046  cancelled: Training plan and method
    1 added, 1 changed, 1 cancelled   undo: pmo undo
    $ diff before.yaml cadup/plan.yaml
    368a369,375
    > TSK-064: (text)
    >   title: Early interface test (text)
    >   wbs: "5.35" (text)
    >   owner: V2 (text)
    >   duration: 3d (text)
    >   preds: [TSK-028, TSK-029 SS+2d] (text)
    >  (text)
    370c377
    <   title: State message switch interface
    ---
    >   title: State switch (text)
    373c380
    <   duration: 30d
    ---
    >   duration: 25d (text)
    384a392
    >     - 2026-11-20 duration 30d>25d PC (text)
    546a555
    >   status: cancelled (text)
    553a563,564
    >   history: (text)
    >     - 2026-11-20 planned>cancelled PC: taken out of the plan (text)
    [1]
    $ pmo undo; cmp before.yaml cadup/plan.yaml
    took back: pmo plan edit --yes   (2026-11-20 PC, 1 file)

Faults have their place in the sheet; nothing is written.

    $ printf '5.4 | State | 30q | 9.99 | NOBODY | 200%%\nNew one | | 3d | 5.4 SS+q\n | | 3d\n' >bad.txt
    $ pmo plan import bad.txt
    bad.txt:3:2: error: a line needs a title: CODE | TITLE | DURATION | ... [sheet]
    [3]
    $ printf '5.4 | State | 30q | 9.99 | NOBODY | 200%%\n5.45 | New | 3d | 5.4 SS+q\n' >bad.txt
    $ pmo plan import bad.txt
    bad.txt:1:15: error: '30q' is no duration; expected 30d, 4w, 6h, or - for a milestone [sheet]
    bad.txt:1:37: error: '200%' is no percent; expected 0% to 100%, or done [sheet]
    bad.txt:1:28: error: 'NOBODY' is no person [sheet]
    bad.txt:1:21: error: '9.99' is no line of this sheet, and no task or milestone of the plan [sheet]
    bad.txt:2:19: error: 'SS+q' is no lag; expected SS+10d, FS-2d [sheet]
    [3]
    $ cmp before.yaml cadup/plan.yaml

A link that waits for itself is refused, too.

    $ printf '5.1 | Interface design specification | 15d | 5.4\n' | pmo plan import -
    the sheet:1:46: error: the links go in a circle, so nothing on it can start: 5.4 -> 5.1 -> 5.4 [sheet]
    [3]
    $ cmp before.yaml cadup/plan.yaml

Moving.

    $ pmo plan move 5.6 after 5.1 --renumber
    ~ TSK-033  wbs 5.6 > 5.2
    ~ TSK-029  wbs 5.2 > 5.3
    ~ TSK-030  wbs 5.3 > 5.4
    ~ TSK-031  wbs 5.4 > 5.5
    ~ TSK-032  wbs 5.5 > 5.6
    5 changed   undo: pmo undo
    $ pmo plan move M3 before 1.1 --dry-run
    > MS-003  moved: Test environment ready (text)
    1 moved   (--dry-run: nothing is written)
    $ pmo plan indent 5.7
    ~ TSK-034  parent none > TSK-032
    1 changed   undo: pmo undo
    $ pmo plan outdent 5.7
    ~ TSK-034  parent TSK-032 > none
    1 changed   undo: pmo undo
    $ pmo plan outdent 5.7
    error: 'Data conversion, mock 1' is below nothing [outline]
    [3]
    $ pmo plan move 5.7 beside 5.1
    pmo: where? pmo plan move ID after|before|under ID
    [2]

# Pasted from a spreadsheet

    $ mkdir ../new; cd ../new; unset PMO_PROJECT; pmo init "New office" >out
    $ printf 'ID\tTask Name\tDuration\tStart\tPredecessors\t%% Complete\n' >pasted.txt
    $ printf '1\tPlanning\t20 days\tMon\t\t10%%\n2\t  Charter\t5 days\tMon\t\t\n' >>pasted.txt
    $ printf '3\t"  Say ""go"""\t3 wks?\tTue\t2SS+2 days\t\n4\tOpen\t0 days\tWed\t3,2FS+50%%\t\n' >>pasted.txt
    $ pmo plan import --dry-run pasted.txt
    pmo: columns that mean nothing here were left alone: Start
    + TSK-001  Planning
    + TSK-002  Charter
    + TSK-003  Say "go"
    + MS-001  Open
    4 added   (--dry-run: nothing is written)
    $ pmo plan import pasted.txt
    pmo: columns that mean nothing here were left alone: Start
    + TSK-001  Planning
    + TSK-002  Charter
    + TSK-003  Say "go"
    + MS-001  Open
    4 added   undo: pmo undo
    Finish Dec 15
    $ cat new-office/plan.yaml
    TSK-001:
      title: Planning
      kind: summary

    TSK-002:
      title: Charter
      parent: TSK-001
      duration: 5d

    TSK-003:
      title: Say "go"
      parent: TSK-001
      duration: 3w
      preds: [TSK-002 SS+2d]

    MS-001:
      title: Open
      preds: [TSK-003, TSK-002 FS+50%]
    $ pmo plan
    code  | title    | duration | after           | owner | done | id
    1     | Planning |          |                 |       |      | TSK-001
      1.1 | Charter  | 5d       |                 |       |      | TSK-002
      1.2 | Say "go" | 3w       | 1.1 SS+2d       |       |      | TSK-003
    2     | Open     | -        | 1.2, 1.1 FS+50% |       |      | MS-001
    $ pmo plan import pasted.txt
    pmo: columns that mean nothing here were left alone: Start
    nothing changed

# How far a task is

    $ cd ..; pmo demo e >out; cd e; export PMO_PROJECT=cadup
    $ pmo task progress 5.4 50% remaining=7d --on wed
    TSK-031  percent 45% > 50%, remaining 10d > 7d
    $ pmo task progress 7.3 10
    TSK-047  actual_start none > 2026-11-20, percent none > 10%
    $ pmo task progress 5.4 100%
    TSK-031  percent 50% > 100%
             done? pmo task finish TSK-031 --on DATE
    cadup/plan.yaml:378:12: warning: TSK-031 is 100% done without a finish date [task-done-unfinished]

Where what is left was typed once, it is what the schedule counts on; a percentage alone moves no date.

    $ pmo task progress 5.4 80%
    TSK-031  percent 100% > 80%
             remaining is still 7d: pmo set TSK-031 remaining=6d
    $ pmo set 5.4 percent=90
    TSK-031  percent 80% > 90%
             remaining is still 7d: pmo set TSK-031 remaining=3d
    $ pmo task progress 5.4 95 remaining=1.5d
    TSK-031  percent 90% > 95%, remaining 7d > 1.5d
    $ pmo undo >out
    $ pmo task progress 5.1 60
    pmo: TSK-028 is done; pmo task reopen TSK-028 --note WHY takes that back
    [2]
    $ pmo task progress 5.4
    pmo: how far is it? pmo task progress 5.4 50% remaining=7d
    [2]

# Taking a baseline

    $ pmo baseline take
    pmo: baseline 3: why? --reason TEXT, and --change CHG-... that allows it
    [2]
    $ pmo baseline take --reason 'asked by the steering committee' --change chg2
    BSL-003  Baseline 3, proposed: 63 tasks, 8 milestones, budget 1,113,600.00
             pmo baseline approve BSL-003 approved_by=WHO
    $ head -9 cadup/baselines/BSL-003.yaml
    title: Baseline 3
    version: 3
    date: 2026-11-20
    reason: asked by the steering committee
    change: CHG-002
    budget:
      - BL-001 529600.00
      - BL-002 165000.00
      - BL-003 187000.00
    $ pmo baseline approve BSL-3 approved_by=SPO
    BSL-003  proposed > approved, approved_by none > SPO
    $ pmo baseline set BSL-3 reason='another one'
    cadup/baselines/BSL-003.yaml:1:1: error: BSL-003 is approved: its reason does not change any more [record-fixed]
    [3]
    $ pmo baseline set BSL-3 notes+='looked at'
    BSL-003  notes + 2026-11-20 PC: looked at
    $ pmo baseline supersede BSL-3
    BSL-003  approved > superseded

# Holidays by rule

    $ pmo calendar generate us_federal 2027 --into fairmont
    us_federal, 2027 to 2027
    Source: 5 U.S.C. 6103(a), (b); Executive Order 11582, as of 2021-06-17

    2027-01-01  Fri  New Year's Day   (there already)
    2027-01-18  Mon  Martin Luther King Jr. Day   (there already)
    2027-02-15  Mon  Washington's Birthday
    2027-05-31  Mon  Memorial Day   (there already)
    2027-06-18  Fri  Juneteenth, observed
    2027-07-05  Mon  Independence Day, observed
    2027-09-06  Mon  Labor Day
    2027-10-11  Mon  Columbus Day
    2027-11-11  Thu  Veterans Day
    2027-11-25  Thu  Thanksgiving Day
    2027-12-24  Fri  Christmas Day, observed
    2027-12-31  Fri  New Year's Day, observed

    9 added to fairmont   undo: pmo undo
    $ pmo calendar generate us_federal 2027 --into fairmont | tail -1
    0 added to fairmont
    $ pmo calendar generate nowhere 2027
    pmo: no rules are called 'nowhere'; there are us_federal, oklahoma, north_carolina, texas, and your own in holidays/NAME.yaml
    [2]
    $ mkdir holidays; printf 'holidays: {Founders Day: 2nd Tue Octember}\n' >holidays/ours.yaml
    $ pmo calendar generate ours 2027
    $HOME/e/holidays/ours.yaml:1:26: error: this says no day; expected Jul 4, 3rd Mon Jan, last Mon May, Easter -2, 4th Thu Nov +1, Dec 26 on Mon [holiday-rule]
    [3]

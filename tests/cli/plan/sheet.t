# The plan as a sheet

    $ pmo demo d >out; cd d; export PMO_PROJECT=cadup

A branch by its code.

    $ pmo plan 5 | head -4

A sheet that nobody changed changes nothing.

    $ pmo plan >sheet.txt; cp cadup/plan.yaml before.yaml
    $ pmo plan import sheet.txt
    $ pmo plan <sheet.txt
    $ cmp before.yaml cadup/plan.yaml

In the editor: a task is renamed and made shorter, one is added between two, one is taken away.

    $ cat >edit.sh <<'END'
    > sed -i -e '/^5.4 /s/State message switch interface/State switch/' -e '/^5.4 /s/30d/25d/' \
    >     -e '/^5.4 /i 5.35 | Early interface test | 3 days | 5.1, 5.2 SS+2d | V2' -e '/^7.2 /d' "$1"
    > END
    $ TMPDIR=$HOME EDITOR='sh edit.sh' pmo plan edit
    $ TMPDIR=$HOME EDITOR='sh edit.sh' pmo plan edit --yes
    $ diff before.yaml cadup/plan.yaml
    $ pmo undo; cmp before.yaml cadup/plan.yaml

Faults have their place in the sheet; nothing is written.

    $ printf '5.4 | State | 30q | 9.99 | NOBODY | 200%%\nNew one | | 3d | 5.4 SS+q\n | | 3d\n' >bad.txt
    $ pmo plan import bad.txt
    $ printf '5.4 | State | 30q | 9.99 | NOBODY | 200%%\n5.45 | New | 3d | 5.4 SS+q\n' >bad.txt
    $ pmo plan import bad.txt
    $ cmp before.yaml cadup/plan.yaml

A link that waits for itself is refused, too.

    $ printf '5.1 | Interface design specification | 15d | 5.4\n' | pmo plan import -
    $ cmp before.yaml cadup/plan.yaml

Moving.

    $ pmo plan move 5.6 after 5.1 --renumber
    $ pmo plan move M3 before 1.1 --dry-run
    $ pmo plan indent 5.7
    $ pmo plan outdent 5.7
    $ pmo plan outdent 5.7
    $ pmo plan move 5.7 beside 5.1

# Pasted from a spreadsheet

    $ mkdir ../new; cd ../new; unset PMO_PROJECT; pmo init "New office" >out
    $ printf 'ID\tTask Name\tDuration\tStart\tPredecessors\t%% Complete\n' >pasted.txt
    $ printf '1\tPlanning\t20 days\tMon\t\t10%%\n2\t  Charter\t5 days\tMon\t\t\n' >>pasted.txt
    $ printf '3\t"  Say ""go"""\t3 wks?\tTue\t2SS+2 days\t\n4\tOpen\t0 days\tWed\t3,2FS+50%%\t\n' >>pasted.txt
    $ pmo plan import --dry-run pasted.txt
    $ pmo plan import pasted.txt
    $ cat new-office/plan.yaml
    $ pmo plan
    $ pmo plan import pasted.txt

# How far a task is

    $ cd ../d; export PMO_PROJECT=cadup
    $ pmo task progress 5.4 50% remaining=7d --on wed
    $ pmo task progress 7.3 10
    $ pmo task progress 5.4 100%
    $ pmo task progress 5.1 60
    $ pmo task progress 5.4

# Taking a baseline

    $ pmo baseline take
    $ pmo baseline take --reason 'asked by the steering committee' --change chg2
    $ head -9 cadup/baselines/BSL-003.yaml
    $ pmo baseline approve BSL-3 approved_by=SPO
    $ pmo baseline set BSL-3 reason='another one'
    $ pmo baseline set BSL-3 notes+='looked at'
    $ pmo baseline supersede BSL-3

# Holidays by rule

    $ pmo calendar generate us_federal 2027 --into fairmont
    $ pmo calendar generate us_federal 2027 --into fairmont | tail -1
    $ pmo calendar generate nowhere 2027
    $ mkdir holidays; printf 'holidays: {Founders Day: 2nd Tue Octember}\n' >holidays/ours.yaml
    $ pmo calendar generate ours 2027

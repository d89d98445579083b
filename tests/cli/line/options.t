fixture: cadup

# Options

They stand anywhere among the words, with their argument behind them or behind a sign.

    $ cd cadup
    $ pmo --format ids risk --sort=id list
    RSK-001
    RSK-002
    RSK-003
    RSK-004
    $ pmo risk -s id --format=ids
    RSK-001
    RSK-002
    RSK-003
    RSK-004

Two dashes end them.

    $ pmo risk add --dry-run -- --as-of is a title
    --- a/cadup/risks/RSK-006.yaml
    +++ b/cadup/risks/RSK-006.yaml
    @@ -0,0 +1,4 @@
    +title: "--as-of is a title"
    +identified: 2026-11-20
    +created: 2026-11-20
    +created_by: PC

Nothing is abbreviated; a misspelt one is answered with the nearest.

    $ pmo risk --forma ids
    pmo: there is no option --forma; the nearest is --format
    [2]
    $ pmo risk --sor=id
    pmo: there is no option --sor; the nearest is --sort
    [2]
    $ pmo risk -Z
    pmo: there is no option -Z here; -h shows those there are
    [2]
    $ pmo risk --all=yes
    pmo: --all takes no argument
    [2]
    $ pmo risk --sort
    pmo: --sort wants FIELD,... behind it
    [2]
    $ pmo risk --limit 0
    pmo: --limit: '0' is no number from 1
    [2]
    $ pmo risk --format xls
    pmo: --format: 'xls' is none of table, tsv, csv, xlsx, json, jsonl, yaml, md, html, ids
    [2]
    $ pmo risk --as-of 2026-02-30
    pmo: --as-of: '2026-02-30' is no date such as 2026-11-20 or fri; `pmo help dates` shows them all
    [2]
    $ pmo risk --color pink
    pmo: --color: 'pink' is none of auto, always, never
    [2]

Said twice with two meanings, nobody knows which of them counts.

    $ pmo -p cadup risk -p annex
    pmo: --project is there twice, 'cadup' and 'annex'; which of them is meant?
    [2]
    $ pmo risk --where 'owner = PC' --where 'score > 9'
    pmo: --where is there twice, 'owner = PC' and 'score > 9'; which of them is meant?
    [2]
    $ pmo risk -o one.csv -otwo.csv
    pmo: --output is there twice, 'one.csv' and 'two.csv'; which of them is meant?
    [2]
    $ ls *.csv
    ls: cannot access '*.csv': No such file or directory
    [2]
    $ pmo -p cadup risk -p cadup --format ids --sort id --format ids --all
    RSK-001
    RSK-002
    RSK-003
    RSK-004
    RSK-005
    $ pmo risk --as-of 2026-11-20 --as-of fri
    pmo: --as-of is there twice, '2026-11-20' and 'fri'; which of them is meant?
    [2]

`-h` prints the usage from the same table that reads the options.

    $ pmo risk close -h
    pmo risk close ID... [FIELD=VALUE]... [--note TEXT]
      it cannot happen any more

    It needs: note

          --where EXPR         every record for which it holds
          --on DATE            the day it happened
          --by PERSON          who did it
          --note TEXT          why
          --evidence FILE      keep this file with the record
      -n, --dry-run            show what would change, write nothing
          --as-imported        take states as they stand elsewhere
      -C, --directory DIR      begin in that folder
      -p, --project PROJECT    which project is meant
          --as-of DATE         answer as if today were that day
          --at REV|DATE        answer from that git revision, or the end of that day
          --color WHEN         auto, always or never
          --no-pager           never page long answers
          --version            which pmo this is
    $ pmo show -h
    pmo show ID... [--refs]
      any record by its id, `.` the last one

          --refs               what refers to it, too
          --format FORMAT      table tsv csv xlsx json jsonl yaml md html ids
      -o, --output FILE        write there, in the format of its ending
          --excel              csv with the mark by which Excel knows UTF-8
          --semicolon          csv with semicolons and decimal commas
      -C, --directory DIR      begin in that folder
      -p, --project PROJECT    which project is meant
          --as-of DATE         answer as if today were that day
          --at REV|DATE        answer from that git revision, or the end of that day
          --color WHEN         auto, always or never
          --no-pager           never page long answers
          --version            which pmo this is

The number of words is checked.

    $ pmo show
    pmo: too few words; this is how: pmo show ID... [--refs]
    [2]
    $ pmo link RSK-1
    pmo: too few words; this is how: pmo link ID ID
    [2]

`-C` begins elsewhere, `-p` says which project, `--as-of` which day.

    $ pmo -C .. -p cadup risk overdue --format ids
    RSK-002
    $ pmo --as-of 2026-11-25 risk overdue --format ids
    RSK-003
    RSK-002
    $ pmo -C /nowhere risk
    pmo: /nowhere is no directory
    [2]
    $ pmo -p netref risk
    error: there is no project 'netref' [project-missing]
    [3]
    $ PMO_TODAY=tomorrow pmo risk
    pmo: PMO_TODAY: 'tomorrow' is no date such as 2026-11-20
    [2]

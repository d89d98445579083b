fixture: import

# Cells that cannot be read

They are left out and told with their line; the row comes in all the same. A row without a
title cannot.

    $ pmo import bad.csv --register action --yes
    bad.csv: 4 rows, commas, UTF-8; to actions of cadup

    Column    First value  Goes to   How
    title     Good row     title
    owner     DSP          owner
    due       12/01/2026   due       month before day (US); nothing in the file
                                     decides it, --dates eu reads the other way
    priority  high         priority

    Added 3, updated 0, unchanged 0, left out 1; 4 problems.
    *about what these records lack: pmo check* (glob)
    bad.csv:3:14: warning: due: '13/32/2026' is not a date such as 2026-11-20, fri or +5d [import-cell]
    bad.csv:5:15: warning: due: 'someday' is not a date such as 2026-11-20, fri or +5d [import-cell]
    bad.csv:5:23: warning: priority: 'whatever' is not one of high, normal or low [import-cell]
    bad.csv:6:1: warning: a new record needs a title; this row is left out [import-cell]
    $ cat cadup/actions.yaml
    ACT-001:
      title: Good row
      owner: DSP
      due: 2026-12-01
      priority: high
      created: 2026-11-20
      created_by: PC

    ACT-002:
      title: Bad date
      owner: DSP
      priority: high
      created: 2026-11-20
      created_by: PC

    ACT-003:
      title: Title over two lines
      owner: PC
      created: 2026-11-20
      created_by: PC

With `--strict` one of them refuses the whole.

    $ rm cadup/actions.yaml
    $ pmo import bad.csv --register action --yes --strict | tail -1
    bad.csv:3:14: error: due: '13/32/2026' is not a date such as 2026-11-20, fri or +5d [import-cell]
    bad.csv:5:15: error: due: 'someday' is not a date such as 2026-11-20, fri or +5d [import-cell]
    bad.csv:5:23: error: priority: 'whatever' is not one of high, normal or low [import-cell]
    bad.csv:6:1: error: a new record needs a title; this row is left out [import-cell]
    error: --strict: nothing is imported before the file is in order [import-strict]
    priority  high         priority
    $ ls cadup
    project.yaml

Columns without a field can be kept as keys of their own.

    $ printf 'title,Room No.,history\nMove,4.20,x\n' > room.csv
    $ pmo import room.csv --register action --yes --keep
    room.csv: 1 row, commas, UTF-8; to actions of cadup

    Column    First value  Goes to                     How
    title     Move         title
    Room No.  4.20         room_no (own key)
    history   x            imported_history (own key)

    Added 1, updated 0, unchanged 0; 0 problems.
    *about what these records lack: pmo check* (glob)
    $ cat cadup/actions.yaml
    ACT-001:
      title: Move
      created: 2026-11-20
      created_by: PC
      room_no: "4.20"
      imported_history: x

Rows with one title are records each, also the next time.

    $ printf 'title\nCall\nCall\n' > call.csv
    $ pmo import call.csv --register action --yes | tail -3
    Added 2, updated 0, unchanged 0; 0 problems.
    1 row has the title of another row; each is a record.
    *about what these records lack: pmo check* (glob)
    $ pmo import call.csv --register action --yes | tail -3

    Added 0, updated 0, unchanged 2; 0 problems.
    1 row has the title of another row; each is a record.

A date that reads two ways is the American one, and that is said; ours and theirs are one
word away.

    $ printf 'title,due\nA,03/04/2026\n' > dates.csv
    $ pmo import dates.csv --register action --dry-run | tail -4
                                  it, --dates eu reads the other way

    Adds 1, updates 0, unchanged 0; 0 problems.
    *about what these records lack: pmo check* (glob)
    $ pmo import dates.csv --register action --dates eu --yes | tail -4
    due     03/04/2026   due      day before month

    Added 1, updated 0, unchanged 0; 0 problems.
    *about what these records lack: pmo check* (glob)
    $ grep -A1 'title: A' cadup/actions.yaml
      title: A
      due: 2026-04-03

Files that are no lists.

    $ printf 'title\n"never closed\n' > open.csv
    $ pmo import open.csv --register action --yes
    open.csv:2:1: error: this quote is never closed [csv-quote]
    [3]
    $ : > empty.csv
    $ pmo import empty.csv --register action --yes
    empty.csv:1:1: error: there is nothing in it; its first line should name the columns [import-empty]
    [3]
    $ printf '\377\376a\0' > wide.csv
    $ pmo import wide.csv --register action --yes
    wide.csv:1:1: error: text is UTF-16; save it as CSV UTF-8 [csv-binary]
    [3]
    $ printf 'PK\003\004xxxx' > risks.xlsx
    $ pmo import risks.xlsx --register action --yes
    risks.xlsx: error: the workbook cannot be read: it is cut off or damaged [xlsx-damaged]
    [3]
    $ printf '<Project>' > plan.xml
    $ pmo import plan.xml --register task --yes
    pmo: plan.xml: columns and their options go with a table, such as .csv
    [2]
    $ pmo import plan.xml --theirs --yes
    pmo: plan.xml: columns and their options go with a table, such as .csv
    [2]
    $ pmo import bad.csv --register action --evidence mail.txt --yes
    pmo: --evidence goes with one record; an import makes many
    [2]

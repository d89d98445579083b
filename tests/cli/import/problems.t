fixture: import

# Cells that cannot be read

They are left out and told with their line; the row comes in all the same. A row without a
title cannot.

    $ pmo import bad.csv --register action --yes
    $ cat cadup/actions.yaml

With `--strict` one of them refuses the whole.

    $ rm cadup/actions.yaml
    $ pmo import bad.csv --register action --yes --strict | tail -1
    $ ls cadup

Columns without a field can be kept as keys of their own.

    $ printf 'title,Room No.,history\nMove,4.20,x\n' > room.csv
    $ pmo import room.csv --register action --yes --keep
    $ cat cadup/actions.yaml

Rows with one title are records each, also the next time.

    $ printf 'title\nCall\nCall\n' > call.csv
    $ pmo import call.csv --register action --yes | tail -3
    $ pmo import call.csv --register action --yes | tail -3

A date that reads two ways is the American one, and that is said; ours and theirs are one
word away.

    $ printf 'title,due\nA,03/04/2026\n' > dates.csv
    $ pmo import dates.csv --register action --dry-run | tail -4
    $ pmo import dates.csv --register action --dates eu --yes | tail -4
    $ grep -A1 'title: A' cadup/actions.yaml

Files that are no lists.

    $ printf 'title\n"never closed\n' > open.csv
    $ pmo import open.csv --register action --yes
    $ : > empty.csv
    $ pmo import empty.csv --register action --yes
    $ printf '\377\376a\0' > wide.csv
    $ pmo import wide.csv --register action --yes

fixture: cadup

# A document into a workspace that is there

It is refused, but for an update, which shows what it would do first.

    $ pmo export ../all.json
    pmo: ../all.json: the whole workspace, 16 records, as json
    $ pmo import ../all.json
    pmo: ../all.json is a whole workspace, and there is one here: $HOME
    pmo: with --update it is merged into it; or import it in an empty folder
    [3]
    $ pmo import ../all.json --update --yes
    ../all.json: a whole workspace, to update this one
    Added 0, updated 0, unchanged 16.

Somebody sends it back with changes: one field, a new record.

    $ sed -i 's/"next_review": "2026-11-24"/"next_review": "2026-12-08"/' ../all.json
    $ pmo import ../all.json --update
    pmo: nothing is imported yet; add --yes to do it
    ../all.json: a whole workspace, to update this one
      cadup risk: 1 changed
    Adds 0, updates 1, unchanged 15.
    [2]
    $ pmo import ../all.json --update --yes
    ../all.json: a whole workspace, to update this one
      cadup risk: 1 changed
    Added 0, updated 1, unchanged 15.
    $ pmo undo | cut -c1-24
    took back: pmo import ..

A fault is told at its place, and nothing comes in.

    $ sed 's/"2026-12-08"/"soon"/' ../all.json > ../bad.json
    $ pmo import ../bad.json --update --yes
    ../bad.json: a whole workspace, to update this one
    ../bad.json:178:26: error: next_review: 'soon' is not a date such as 2026-11-20 [value-type]
    [3]
    $ echo '[1, 2' > ../list.json
    $ pmo import ../list.json --update
    ../list.json:1:6: error: ']' expected near end of file [import-json]
    [3]
    $ echo '[1, 2]' > ../list.json
    $ pmo import ../list.json --update
    ../list.json:1:1: error: is no export of a workspace [import-value]
    [3]

Columns and their options belong to tables.

    $ pmo import ../all.json Title=title
    pmo: ../all.json: columns and their options go with a table, such as .csv
    [2]
    $ pmo import ../all.json --decimal comma
    pmo: ../all.json: columns and their options go with a table, such as .csv
    [2]
    $ pmo import ../all.csv --update
    pmo: --update goes with FILE.json; a table updates what it finds
    [2]

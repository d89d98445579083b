fixture: import

# A list of risks from a spreadsheet

What goes where is shown first. Words become numbers, the review date decides that this file
has the month first. In a script nothing happens without `--yes`.

    $ pmo import risks.csv
    $ ls cadup
    $ pmo import risks.csv --yes

A second run has nothing to do, and writes nothing: not even an entry for undo.

    $ cp -r cadup before
    $ pmo import risks.csv --yes | tail -1
    $ diff -r cadup before && pmo undo --list | wc -l

The other system goes on. Only what differs is touched: what people wrote here stays.

    $ sed -i 's/^owner: PC/owner: PC   # since Monday/' cadup/risks/RSK-002.yaml
    $ sed -i 's/30%,Very High,PC/50%,Very High,PC/' risks.csv
    $ echo 'R-4,Fuel shortage,Low,Low,DSP,12/15/2026,Cost,' >> risks.csv
    $ pmo import risks.csv --yes | tail -2
    $ cat cadup/risks/RSK-002.yaml
    $ ls cadup/risks

One import is one command to take back.

    $ pmo undo > /dev/null && ls cadup/risks
